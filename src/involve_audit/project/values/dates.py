"""When: days, months, years, seasons, and times told by the course of the work, as the span of days that the words allow."""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any

from involve_audit.language import _
from involve_audit.project.fields import Reads, theirs, tidy
from involve_audit.project.values.closed_words import NONE, words_of
from involve_audit.record import Record
from involve_audit.wording import days
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import Wrong


class Dates(Record):
    """When something happened, as the span of days that the words allow.

    Attributes:
        first: the earliest day that the words allow; None where no date is given.
        last: the latest day; None where no date is given.
        happened: True for a date or `yes`, False for `no` and `never`, None for `unknown`.
        relation: `before`, `during` or `after` where the date is told by a stage, or by one of the project's own dates.
        stage: that stage.
        mark: that date of the project, by its key under `project.dates`.
        months: the first and the last month of the project, counted from its start, where it is told so.
        text: the words in the file.
    """

    text: str
    first: dt.date | None = None
    last: dt.date | None = None
    happened: bool | None = True
    relation: str | None = None
    stage: str | None = None
    mark: str | None = None
    months: tuple[int, int] | None = None

    @property
    def in_words(self) -> str:
        """The words in the file, with dates that stand in numbers said in words."""
        return days.in_words(self.text)

    @property
    def names_a_time(self) -> bool:
        """Whether it names a day, or a place in the course of the work, and not only whether something happened."""
        return not (self.first is None and self.stage is None and self.mark is None and self.months is None)

    @property
    def terms(self) -> tuple[object, ...]:
        """In what it tells the time: two dates with the same terms say the same, in whatever words."""
        return self.first, self.last, self.relation, self.stage, self.mark, self.months


_Span = tuple[dt.date, dt.date]
LONG_AGO, FAR_OFF = dt.date(2, 1, 1), dt.date(9998, 12, 31)
"""The ends of a span that is open on one side; a year can be added to or taken from them."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2199
_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTHS = (
    {m: n for n, m in enumerate(_MONTH_NAMES, 1)} | {m[:3]: n for n, m in enumerate(_MONTH_NAMES, 1)} | {"sept": 9}
)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_TERMS = {"spring": (1, 5), "summer": (4, 8), "autumn": (8, 12), "fall": (8, 12)}
"""Terms begin and end on other days in other places: the months that any of them may have."""
_YEAR_OVER_TWO = r"(?:fy|financial year|fiscal year|tax year|budget year|academic year|school year) ?([0-9]{2}|[0-9]{4})[-/]([0-9]{2}|[0-9]{4})"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY_NAMES = (
    _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"),
)  # fmt: skip
_PROJECT_TIME = (
    r"(?:(in|during|throughout|by|until|from|since) )?(?:project )?(months?|m|pm|years?|yr?) ?([0-9]{1,3})"
    r"(?: ?(?:-|to|and) ?(months?|m|pm|years?|yr?)? ?([0-9]{1,3}))?(?: (?:of )?the (?:project|work|study|research))?( onwards?)?"
)
"""A time of the project: `month 6`, `months 3-9`, `M1-M6`, `year 1`."""
_WITHIN_YEAR = r"(?:in |during )?(?:project )?(?:year|yr?) ?([0-9]{1,2})[ /(-]*(?:(months?|m) ?([0-9]{1,2})|(?:quarter |q)([0-9]))\)?"
"""A month or a quarter of a year of the project: `year 1 month 3`, `Y2 Q1`."""
_MARKS = {
    "idea": "idea", "submission": "submitted", "submitting": "submitted", "application": "submitted", "bid": "submitted",
    "funding application": "submitted", "funding bid": "submitted", "proposal": "submitted", "award": "funded",
    "funding award": "funded", "grant": "funded", "funding decision": "funded", "start": "start", "beginning": "start",
    "kick-off": "start", "kickoff": "start", "data collection": "data_collection", "collecting data": "data_collection",
    "fieldwork": "data_collection", "end": "end", "completion": "end", "close": "end",
}  # fmt: skip
"""The project's own dates, as people call them."""
_WORK = ("project", "work", "study", "research")
_PARTS = {
    "early": "first half", "beginning of": "first half", "start of": "first half", "first half of": "first half",
    "first half": "first half", "h1": "first half", "mid": "middle", "mid-": "middle", "middle of": "middle",
    "late": "second half", "end of": "second half", "end": "second half", "second half of": "second half", "second half": "second half",
    "h2": "second half",
}  # fmt: skip
_ABOUT = ("about", "around", "circa", "c.", "ca.", "ca", "approximately", "approx.", "approx", "roughly", "~")
_ASIDE = ("in", "on", "the", "during", "throughout", "sometime in", "some time in", "as of", "month of", "year")
_ONWARDS = (" onwards", " onward", " on", " to now", " to present", " to the present", " to date", " to today",
            " to this day", " - now", " - present", " - today", " - ongoing", "-present", "-now", "-today", "-ongoing", " -",
            " and ongoing", " until now", " until today")  # fmt: skip
_NO_FIXED_DAY = ("today", "now", "yesterday", "tomorrow", "recently", "soon", "last year", "this year", "next year",
                 "last month", "this month", "next month", "last week", "this week", "next week", "currently")  # fmt: skip
_DATE_ALLOWED = Wrong(
    "write 2020, 2020-06, 2020-06-15, 'June 2020', '2018 to 2020', '2024/25', 'before design', 'after submission', 'month 6' (of "
    "the project), 'yes', 'no' or 'unknown'"
)


def _last_day(year: int, month: int) -> dt.date:
    return dt.date(year, 12, 31) if month == 12 else dt.date(year, month + 1, 1) - dt.timedelta(days=1)


def _months(year: int, first: int, last: int) -> _Span:
    return dt.date(year, first, 1), _last_day(year, last)


def _year(text: str) -> int | None:
    if len(text) == 4 and text.isascii() and text.isdigit() and _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        return int(text)
    return None


def _second_year(first: int, text: str) -> int | None:
    """The `20` of `2019-20`, or the `2020` of `2019-2020`."""
    if not (len(text) == 2 and text.isascii() and text.isdigit()):
        return _year(text)
    last = int(str(first)[:2] + text)
    if last >= first:
        return last
    return last + 100 if last + 100 <= first + 30 else None


def _day(year: int, month: int, day: str) -> _Span | None:
    try:
        found = dt.date(year, month, int(day))
    except ValueError:
        return None
    return found, found


def _one_date(text: str) -> _Span | None:
    """The span of days of one partial date, or None where the text is none."""
    text = text.strip()
    year = _year(text[:4])
    if year is not None and (len(text) == 4 or text[4:5] in "-/"):
        return _by_number(year, text)
    for word in _ASIDE:
        if text.startswith(word + " "):
            return _one_date(text[len(word) :])
    for word in _ABOUT:
        if text.startswith(word) and (len(word) < 2 or word.endswith(".") or text[len(word) :].startswith(" ")):
            found = _one_date(text[len(word) :])
            return _widened(found) if found else None
    for word, part in _PARTS.items():
        rest = text[len(word) :]
        if text.startswith(word) and (rest.startswith((" ", "-")) or word.endswith("-")):
            found = _one_date(rest.lstrip("- "))
            return _part(found, part) if found else None
    return _by_name(text)


def _widened(span: _Span) -> _Span:
    """Half its length more on either side, and a week at least."""
    more = dt.timedelta(days=max(((span[1] - span[0]).days + 1) // 2, 7))
    return span[0] - more, span[1] + more


def _part(span: _Span, part: str) -> _Span:
    days = (span[1] - span[0]).days
    half, quarter = dt.timedelta(days=days // 2), dt.timedelta(days=days // 4)
    if part == "middle":
        return span[0] + quarter, span[1] - quarter
    return (span[0], span[0] + half) if part == "first half" else (span[0] + half, span[1])


def _by_number(year: int, text: str) -> _Span | None:
    """`2020`, `2020-06`, `2020-06-15`, `2019-20`, `2019/20`, `2020-Q1`."""
    if len(text) == 4:
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    parts = text[5:].replace("/", "-").split("-")
    digits = all(p.isascii() and p.isdigit() and len(p) <= 2 for p in parts)
    if len(parts) == 1 and digits and text[4] == "-" and 1 <= int(parts[0]) <= 12:
        return _months(year, int(parts[0]), int(parts[0]))
    if len(parts) == 2 and digits and 1 <= int(parts[0]) <= 12:
        return _day(year, int(parts[0]), parts[1])
    if len(parts) == 1 and parts[0] in ("q1", "q2", "q3", "q4"):
        quarter = int(parts[0][1])
        return _months(year, 3 * quarter - 2, 3 * quarter)
    if len(parts) == 1 and len(parts[0]) in (2, 4):
        last = _second_year(year, parts[0])
        # A second part of two digits that is no later year is a month gone wrong, as in 2024-13.
        if last is not None and year < last:
            return dt.date(year, 1, 1), dt.date(last, 12, 31)
    return None


def _by_slashes(text: str) -> _Span | None:
    """`03/2025`, and `13/04/2025` or `4/4/2025`, which can be read in one way only."""
    found = re.fullmatch(r"(?:([0-9]{1,2})([-/.]))?([0-9]{1,2})[-/.]([0-9]{4})", text)
    year = _year(found[4]) if found else None
    if not found or year is None or (found[2] and text[len(found[1]) + 1 + len(found[3])] != found[2]):
        return None
    if not found[1]:
        return _months(year, int(found[3]), int(found[3])) if 1 <= int(found[3]) <= 12 else None
    readings = _readings(int(found[1]), int(found[3]), year)
    return _day(year, readings[0][1], str(readings[0][0])) if len(readings) == 1 else None


def _readings(one: int, other: int, year: int) -> list[tuple[int, int]]:
    """The days and months that two numbers can mean."""
    return [
        (day, month)
        for day, month in dict.fromkeys(((one, other), (other, one)))
        if 1 <= month <= 12 and _day(year, month, str(day))
    ]


def _by_name(text: str) -> _Span | None:
    """`June 2020`, `6 June 2013`, `June 6 2013`, `autumn 2021`, `spring term 2025`, `winter 2020-21`, `Q1 2020`, `1980s`, `FY 2024/25`."""
    words = text.split()
    over_two = re.fullmatch(_YEAR_OVER_TWO, text)
    if over_two:
        first = _year(over_two[1] if len(over_two[1]) == 4 else "20" + over_two[1])
        last = _second_year(first, over_two[2]) if first is not None else None
        return (dt.date(first, 1, 1), dt.date(last, 12, 31)) if first is not None and last == first + 1 else None
    if len(words) < 2:
        year = _year(text[:4]) if len(text) == 5 and text.endswith("0s") else None
        return (dt.date(year, 1, 1), dt.date(year + 9, 12, 31)) if year is not None else _by_slashes(text)
    if len(words) == 2 and words[0] == "winter" and len(words[1]) > 4 and words[1][4] in "-/":
        first = _year(words[1][:4])
        last = _second_year(first, words[1][5:]) if first is not None else None
        return (dt.date(first, 12, 1), _last_day(last, 2)) if first is not None and last == first + 1 else None
    year = _year(words[-1])
    if year is None:
        year, words = _year(words[0]), [*words[1:], words[0]]
        if year is None or words[0] not in ("q1", "q2", "q3", "q4"):
            return None
    name = words[0].rstrip(".")
    if len(words) == 2:
        if name in _SEASONS:
            return _months(year, *_SEASONS[name])
        if name == "winter":
            # The winter at its beginning or the one at its end: both are allowed.
            return dt.date(year, 1, 1), _last_day(year + 1, 2)
        if name in _MONTHS:
            return _months(year, _MONTHS[name], _MONTHS[name])
        if name in ("q1", "q2", "q3", "q4"):
            return _months(year, 3 * int(name[1]) - 2, 3 * int(name[1]))
    if len(words) == 3:
        other = words[1].rstrip(".")
        if other in ("term", "semester") and name in _TERMS:
            return _months(year, *_TERMS[name])
        if other in ("term", "semester") and name == "winter":
            return dt.date(year, 1, 1), _last_day(year + 1, 3)
        if other == "quarter" and name in ("first", "second", "third", "fourth", "last", "1", "2", "3", "4"):
            quarter = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}.get(name) or int(name)
            return _months(year, 3 * quarter - 2, 3 * quarter)
        if name in _MONTHS:
            name, other = other, name
        if other in _MONTHS and name.isascii() and name.isdigit() and len(name) <= 2:
            return _day(year, _MONTHS[other], name)
    return None


def _span_of_dates(text: str) -> _Span | None:
    """One date, or a span of two; the first day of a span may lie behind its last."""
    single = _one_date(text)
    if single:
        return single
    for word in ("between ", "from "):
        text = text.removeprefix(word)
    for separator in (" to ", " until ", " till ", " through ", " - ", " and ", " & ", "-", "/"):
        if separator in ("-", "/") and text.count(separator) != 1:
            continue
        first, found, last = text.partition(separator)
        span = _two_dates(first.strip(), last.strip()) if found else None
        if span:
            return span
    return None


def _two_dates(first: str, last: str) -> _Span | None:
    if not first or not last:
        return None
    end, begin = _one_date(last), _one_date(first)
    if end and not begin:
        # `6 to 8 June 2013`, `Sept-Oct 2019`, `Nov-Jan 2021`, `spring to autumn 2020`.
        words = last.split()
        if first.isascii() and first.isdigit() and len(words) == 3:
            begin = _one_date(f"{first} {' '.join(words[1:])}")
        else:
            begin = _one_date(f"{first} {words[-1]}")
            year = _year(words[-1])
            if begin and year is not None and begin[0] > end[1]:
                begin = _one_date(f"{first} {year - 1}")
    elif begin and not end:
        # `June to August` after a year: `June 2020 to August`.
        year = _year(first.rsplit(maxsplit=1)[-1])
        end = _one_date(f"{last} {year}") if year is not None else None
    return (begin[0], end[1]) if begin and end else None


def read_dates(value: Any) -> Dates:
    """Read a partial date, a span of dates, a date told by a stage, `yes`, `no` or `unknown`.

    One date: `2020`, `2020-06`, `2020-06-15`, `June 2020`, `6 June 2013`, `autumn 2021`, `winter 2020-21`,
    `Q1 2020`, `1980s`, and the year 1800 or later. Seasons are those of the north.
    Parts: `early 2020` is its first half, `late 2020` its second half, `mid 2020` its middle.
    Roughly: `about 2020`, `around June 2020`: half as long again on either side, and a week at least.
    A span: `2018 to 2020`, `2018-2023`, `2019-20`, `Sept-Oct 2019`, `6 to 8 June 2013`, `between 2018 and 2020`.
    Open: `before 2020`, `by 2020`, `until 2020`, `after 2020`. For what goes on, its beginning is enough: `since
    2019`, `from 2019`, `2019 onwards` are read as `2019`.
    A year that runs over two: `2024/25`, `FY 2024/25`, `academic year 2024/25`: any day of the two.
    In numbers: `03/2025`, and `13/04/2025` or `4/4/2025`, which can be read in one way only.
    By a stage: `before design`, `after the design stage`, `{before: design}`.
    By one of the project's own dates: `before data collection`, `after submission`, `during the bid`, `before the start`.
    In the time of the project, from `project.dates.start`: `month 6`, `months 3-9`, `M1-M6`, `year 1`,
    `year 1 month 3`, `Y2 Q1`.
    `yes` (no date known), `no`, `never`, `not yet`, `unknown`.

    A day that no calendar has (2024-13-45), a span that ends before it begins, days whose order of numbers
    can be misread (03/04/2024), and a day of the week that was another raise ValueError.
    """
    if isinstance(value, Dates):
        return value
    if isinstance(value, dict) and len(value) == 1:
        relation, stage = next(iter(value.items()))
        if isinstance(relation, str) and isinstance(stage, str) and tidy(relation) in ("before", "during", "after"):
            value = f"{relation}: {stage}"
    text = words_of(value, _("a date"), _DATE_ALLOWED)
    value = value if isinstance(value, str) else str(value)
    year = _year(text)
    if year is not None:
        return Dates(value, dt.date(year, 1, 1), dt.date(year, 12, 31))
    if text in ("unknown", "not known", "?"):
        return Dates(value, happened=None)
    if text in ("yes", "true", "y"):
        return Dates(value)
    if text in (*NONE, "false", "n", "not yet"):
        return Dates(value, happened=False)
    if text in _NO_FIXED_DAY:
        raise ValueError(
            Wrong("{value} is another day whenever the file is read", value=theirs(value), advice=_DATE_ALLOWED)
        )
    plain = text
    span = _one_date(text)
    if span is None:
        plain = _plain_date(text)
        span = _open_span(plain) or _span_of_dates(plain)
    if span is None:
        months = _project_time(plain)
        if months is not None and 0 < months[0] <= months[1]:
            return Dates(value, months=months)
        relation, __, place = plain.partition(" ")
        place = re.sub(r" (?:stage|phase)$", "", place.strip().removeprefix("the ").strip())
        if months is None and relation in ("before", "during", "after") and place and not re.search(r"[0-9]", place):
            relation, mark = _marked(relation, place)
            return Dates(value, relation=relation, stage=None if mark else place, mark=mark)
        raise ValueError(_no_date(value, plain))
    if span[0] > span[1]:
        raise ValueError(Wrong("{value} ends before it begins", value=theirs(value)))
    named = re.findall(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", text) if "day" in text else []
    if len(named) == 1 and (span[0] != span[1] or named[0] != _WEEKDAYS[span[0].weekday()]):
        if span[0] == span[1]:
            wrong = Wrong(
                "{value} does not fit: {day} is a {weekday}",
                value=theirs(value), day=marked(span[0].isoformat()),
                weekday=_WEEKDAY_NAMES[span[0].weekday()], advice=_DATE_ALLOWED,
            )  # fmt: skip
        else:
            wrong = Wrong(
                "{value} does not fit: it names a {weekday}, and no day",
                value=theirs(value), weekday=_WEEKDAY_NAMES[_WEEKDAYS.index(named[0])], advice=_DATE_ALLOWED,
            )  # fmt: skip
        raise ValueError(wrong)
    return Dates(value, *span)


def _project_time(text: str) -> tuple[int, int] | None:
    """The first and the last month of the project that `month 6`, `months 3-9` or `year 1` name; zeros where none can be meant."""
    within = re.fullmatch(_WITHIN_YEAR, text)
    if within:
        year, length, number = int(within[1]), 1 if within[2] else 3, int(within[3] or within[4])
        # `year 2 month 18` says the same month twice.
        number -= 12 * (year - 1) if within[2] and number > 12 else 0
        last = 12 * (year - 1) + length * number
        return (last - length + 1, last) if 0 < number <= 12 // length else (0, 0)
    found = re.fullmatch(_PROJECT_TIME, text)
    if not found or (found[4] and found[4][0].replace("p", "m") != found[2][0].replace("p", "m")):
        return None
    first, last = int(found[3]), int(found[5] or found[3])
    if found[2][0] == "y":
        first, last = 12 * first - 11, 12 * last
    if last > 600 or (found[6] and found[5]):
        return 0, 0
    return (1, last) if found[1] in ("by", "until") and not found[5] else (first, last)


def _marked(relation: str, place: str) -> tuple[str, str | None]:
    """A date of the project by what people call it, with the relation to it; None where it is none.

    While people write a bid, it is not submitted yet; during the project is between its start and its end.
    """
    if place in _WORK:
        return relation, "end" if relation == "after" else "start"
    place = re.sub(r" (?:of )?(?:the )?(?:project|work|study|research|bid|application)$|^(?:project|study) ", "", place)
    mark = _MARKS.get(place)
    return ("before" if relation == "during" and mark in ("idea", "submitted", "funded") else relation), mark


def _plain_date(text: str) -> str:
    """Without what a date does not need: commas, `of`, the `th` of `6th`, days of the week."""
    text = re.sub(r"\b([0-9]{1,2})(?:st|nd|rd|th)\b", r"\1", text.replace(",", " ").replace(":", " "))
    # A pattern that is not used need not be compiled.
    if "day" in text:
        text = re.sub(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", " ", text)
    if " of " in text:
        text = re.sub(
            r"\b([a-z]+|[0-9]{1,2}) of (?=[a-z0-9])", lambda m: m[0] if m[1] in ("start", "end") else m[1] + " ", text
        )
    return " ".join(text.split())


def _open_span(text: str) -> _Span | None:
    """A span with one end: `before 2020`, `until 2020`, `since 2019`, `2019 onwards`."""
    for word in ("since ", "from ", "starting ", "starting in ", "beginning in ", "as from "):
        if text.startswith(word):
            found = _one_date(text[len(word) :].removesuffix(" onwards").removesuffix(" on"))
            if found:
                return found
    for word in _ONWARDS:
        if text.endswith(word):
            found = _one_date(text[: -len(word)].removeprefix("from ").removeprefix("since "))
            if found:
                return found
    if text.endswith("-") and _year(text[:-1]) is not None:
        return _one_date(text[:-1])
    day = dt.timedelta(days=1)
    for word in ("before ", "prior to ", "by ", "until ", "till ", "no later than ", "after "):
        found = _span_of_dates(text[len(word) :]) if text.startswith(word) else None
        if found and word == "after ":
            return found[1] + day, FAR_OFF
        if found:
            return LONG_AGO, found[0] - day if word in ("before ", "prior to ") else found[1]
    return None


def _no_date(value: str, text: str) -> Wrong:
    said = theirs(value)
    numbers = re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})", text)
    if numbers:
        year = numbers[3] if len(numbers[3]) == 4 else "20" + numbers[3]
        readings = _readings(int(numbers[1]), int(numbers[2]), int(year)) if _year(year) is not None else []
        if readings:
            which = _(", or ").join(
                _("{date} for {day} {month}", date=f"{year}-{m:02}-{d:02}", day=d, month=days.MONTHS[m - 1])
                for d, m in readings
            )
            advice = Wrong("write {dates}", dates=marked(which))
            if len(numbers[3]) == 4:
                return Wrong("{value} can be misread", value=said, advice=advice)
            return Wrong("{value} can be misread: its year has two digits", value=said, advice=advice)
    year_alone = re.fullmatch(
        r"(?:fy|financial year|fiscal year|tax year|academic year|school year) ?((?:20)?[0-9]{2})", text
    )
    if year_alone:
        year_meant = int(year_alone[1][-2:])
        advice = Wrong(
            "write '{years}' or '{other}'",
            years=marked(f"20{year_meant - 1:02}/{year_meant:02}"), other=marked(f"20{year_meant:02}/{year_meant + 1:02}"),
        )  # fmt: skip
        return Wrong("{value} can be misread, for such a year runs over two", value=said, advice=advice)
    if _project_time(text) is not None:
        return Wrong(
            "{value} is no time of a project; its first month is month 1, and the smaller number stands first, as in 'months 3-9'",
            value=said,
        )
    if re.fullmatch(r"[0-9]{4}", text):
        return Wrong(
            "{value} is not a year that can be meant here; years from {first} to {last} are read",
            value=said, first=_FIRST_YEAR, last=_LAST_YEAR,
        )  # fmt: skip
    named = [w for w in re.split(r"[^a-z]+", text) if w in _MONTHS or w in _SEASONS or w == "winter"]
    impossible = numbers is not None and len(numbers[3]) == 4 and int(numbers[1]) <= 31 and int(numbers[2]) <= 31
    if (
        impossible
        or re.fullmatch(r"[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?", text)
        or (named and re.fullmatch(r".*\b[0-9]{4}", text))
    ):
        return Wrong("{value} is not a day in the calendar", value=said, advice=_DATE_ALLOWED)
    if named and not re.search(r"\b[0-9]{4}\b", text):
        return Wrong("{value} does not say which year; write it as in 'June 2020'", value=said)
    return Wrong("{value} is not a date", value=said, advice=_DATE_ALLOWED)


DatesField = Annotated[
    Dates,
    Reads(
        read_dates,
        {
            "anyOf": [
                {"type": ["string", "integer", "boolean"]},
                {
                    "type": "object",
                    "properties": {k: {"type": "string"} for k in ("before", "during", "after")},
                    "minProperties": 1,
                    "maxProperties": 1,
                    "additionalProperties": False,
                },
            ],
            "examples": ["2020", "2020-06", "June 2020", "early 2020", "2018 to 2020", "before design", "yes", "no"],
        },
    ),
]
