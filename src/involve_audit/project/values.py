"""The kinds of value a project file may hold: counts, dates, money, yes or no.

People remember "up to 15", "about 8", "June 2013" and "before the design was fixed". So a count is a
range, a date is a span of days, and both can be unknown. Every reader here takes the text as it stands
in the file (strings first: `NO` is not False, `1.10` is not 1.1) and raises `ValueError` with a message
that says what is allowed. Reading is kind and the same every time: capitals, extra blanks and the length of
a dash do not matter, and of words that leave a choice the wider range is taken.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import Annotated, Any, Literal

from involve_audit.project.fields import NOT_TOLD, Reads, kind_of, leave_out, quote, tidy
from involve_audit.record import Record

NONE = ("none", "no", "nobody", "never", "zero", "no one", "no-one", "nil")

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_LONGEST = 120
"""A value has a few words. What is longer is a text in the wrong place."""

YesNo = Literal["yes", "no", "unknown"]
"""`yes`, `no`, or `unknown` (asked, and not known). Leave the key out when nobody has asked."""


def truth(answer: str | None) -> bool | None:
    """Turn a yes or no into three-valued truth; `unknown` and not told are both None."""
    return {"yes": True, "no": False}.get(answer) if answer is not None else None


def _words_of(value: Any, wanted: str, allowed: str) -> str:
    """The text of a value, tidied; ValueError where it is none, or says that nothing is told."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"{wanted} is needed here, not {kind_of(value)}; {allowed}")
    if len(value) > _LONGEST:
        raise ValueError(
            f"{wanted} is needed here, not a text of {len(value)} characters ({quote(value, 30)}); {allowed}"
        )
    text: str = tidy(value).translate(_DASHES)
    if text in NOT_TOLD:
        raise ValueError(leave_out(value))
    return text


# --- counts ----------------------------------------------------------------------------------------


class Count(Record):
    """How many, as the range that the words allow.

    Attributes:
        low: the least number that the words allow.
        high: the greatest; None means that there is no bound.
        text: the words in the file.
    """

    low: int
    high: int | None
    text: str


def _listed(words: str) -> list[str]:
    return words.split()


_SMALL = {
    w: n
    for n, w in enumerate(
        _listed(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
            "seventeen eighteen nineteen"
        )
    )
}
_TENS = {w: 10 * n for n, w in enumerate(_listed("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}


_GROUPED = r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){1,3}|(?: [0-9]{3}){1,3}|(?:['’][0-9]{3}){1,3})"
"""A number in groups of three, with the same mark between all of them."""


def _number(text: str) -> int | None:
    """A whole number in digits (`1,000`, `1 000`, `1000`) or in words (`twenty-five`, `two hundred`, `a dozen`)."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return int(text) if len(text) < 12 else None
    if text in _SMALL:
        return _SMALL[text]
    if text[:1].isdigit() and re.fullmatch(_GROUPED, text):
        return int(re.sub("[^0-9]", "", text))
    return _spelled(text)


def _spelled(text: str) -> int | None:
    if text == "half a dozen":
        return 6
    words = text.replace("-", " ").split()
    if not words or len(words) > 9 or words[-1] in ("and", "a", "an"):
        return None
    total, current, article = 0, -1, False
    for word in words:
        if article and word not in _SCALES:
            return None
        article = False
        if word in ("a", "an") and current < 0:
            current, article = 1, True
        elif word == "and" and (current > 0 or total):
            continue
        elif word in _SMALL and (current < 0 or (current and current % 100 == 0)):
            current = max(current, 0) + _SMALL[word]
        elif word in _SMALL and 0 < _SMALL[word] < 10 and current % 100 >= 20 and current % 10 == 0:
            current += _SMALL[word]
        elif word in _TENS and (current < 0 or (current and current % 100 == 0)):
            current = max(current, 0) + _TENS[word]
        elif word == "hundred" and 0 < current < 100:
            current *= 100
        elif word in _SCALES and 0 < current < 1000 and (not total or total >= 1000 * _SCALES[word]):
            total, current = total + current * _SCALES[word], -1
        elif word.isascii() and word.isdigit() and len(word) < 4 and current < 0 and not total and len(words) == 2:
            current = int(word)
        else:
            return None
    return total + max(current, 0)


_SOME = {
    **dict.fromkeys(
        ("some", "several", "a few", "few", "many", "a number", "various", "multiple", "lots", "a handful", "numerous", "a lot",
         "plenty", "more than one", "quite a few"), 2),
    "tens": 20, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several dozen": 24, "a few dozen": 24,
    "several hundred": 200, "a few hundred": 200, "several thousand": 2000, "a few thousand": 2000,
}  # fmt: skip
"""Words for a number that nobody counted, with the least that they mean: in the plural, two of whatever is counted."""
_SHARES = (
    "all",
    "most",
    "half",
    "everybody",
    "everyone",
    "the majority",
    "majority",
    "a majority",
    "a third",
    "a quarter",
)
_COUNTED = frozenset(_listed(
    # Whom or what is counted; "in all", "in total", "per session", "at a time", "of them", "so far", "took part".
    "people person persons member members contributor contributors participant participants patient patients carer carers "
    "parent parents user users service resident residents citizen citizens volunteer volunteers adult adults child children "
    "young older lived experience public peer lay family families researcher researchers staff professional professionals "
    "clinician clinicians official officials expert experts ally allies organisation organisations organization "
    "organizations group groups focus community communities meeting meetings session sessions workshop workshops event "
    "events interview interviews occasion occasions time times round rounds visit visits call calls item items point points "
    "facilitator facilitators pioneer pioneers respondent respondents response responses reply replies answer answers "
    "in all total altogether overall per each every at a of them so far took part attended attending came present involved "
    "consulted asked invited answered responded vote votes voting seat seats"
))  # fmt: skip
_NO_ADJECTIVE = frozenset(_listed(
    "of or and to not no out than more less fewer up plus minus half from but except without other hour hours day days week "
    "weeks month months year years minute minutes hundreds thousands dozens most all k m mn mio bn billion billions million "
    "millions lakh crore percent cent score scores tens couple couples pair pairs odd fold times quarter quarters third thirds "
    "halves double twice zero none never nobody unknown perhaps maybe if as in on at by to for with per"
))  # fmt: skip
"""Words that may not stand between a number and what is counted, for they change the number."""
_DANGLING = ("of", "per", "each", "every", "at", "a", "in", "the")
"""Words that lead to another one: a count that ends with one of them is half a sentence."""
_BEFORE = {
    "up to": "up to", "as many as": "up to",
    "at most": "most", "at the most": "most", "no more than": "most", "not more than": "most", "max": "most",
    "max.": "most", "maximum": "most", "maximum of": "most", "a maximum of": "most",
    "fewer than": "fewer", "less than": "fewer", "under": "fewer", "below": "fewer",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "approx": "about",
    "approx.": "about", "circa": "about", "c.": "about", "ca.": "about", "ca": "about", "some": "about", "~": "about",
    "≈": "about", "nearly": "nearly", "almost": "nearly", "close to": "nearly",
    "at least": "least", "no fewer than": "least", "no less than": "least", "not less than": "least", "min": "least",
    "min.": "least", "minimum": "least", "minimum of": "least", "a minimum of": "least", "upwards of": "least",
    "more than": "more", "over": "more", "above": "more",
    "exactly": "exact", "only": "exact", "just": "exact",
}  # fmt: skip
_AFTER = {
    "or more": "least", "and more": "least", "or over": "least", "plus": "least", "at least": "least", "minimum": "least",
    "or fewer": "most", "or less": "most", "at most": "most", "at the most": "most", "maximum": "most", "max": "most",
    "or so": "about", "approximately": "about", "approx": "about",
}  # fmt: skip
_COUNT_ALLOWED = (
    "write a number, or words such as 'up to 15', 'about 8', 'at least 3', '5 to 8', 'some', 'none' or 'unknown'"
)


def read_count(value: Any) -> Count:
    """Read a count: `8`, `up to 15`, `about 8`, `at least 3`, `5 to 8`, `some`, `none`, `unknown`.

    Numbers: `8`, `1,000`, `1 000`, `eight`, `twenty-five`, `two hundred`, `a dozen`, `half a dozen`.
    At most: `up to 15`, `at most 15`, `no more than 15`, `max 15`, `15 or fewer`, `fewer than 16`.
    At least: `at least 3`, `min 3`, `3 or more`, `3+`, `over 1,000`, `more than 3`.
    Roughly: `about 8`, `around 8`, `~8`, `c. 8`, `8 or so`, `nearly 8`: a quarter more or less, and at least one.
    Ranges: `5 to 8`, `5-8`, `5 or 6`, `one or two`, `between 5 and 8`; `a couple` is two or three.
    Words: `some`, `several`, `a few`, `many`: two or more. `dozens`: 24 or more; `hundreds`, `several hundred`: 200 or
    more. `none`, `nobody`, `no people`: 0. `unknown`.

    What is counted may follow: `five sessions`, `up to 16 per session`, `9 autistic people`, `over 1,000 people
    consulted`. "Some"
    people, in the plural, are two or more; so are "up to 15". Units of time may not follow, for the key names them.
    """
    if isinstance(value, Count):
        return value
    text = _words_of(value, "a number", _COUNT_ALLOWED)
    value = value if isinstance(value, str) else str(value)
    if text.isdigit() and text.isascii() and len(text) < 12:
        return Count(int(text), int(text), value)
    if text in ("unknown", "not known", "?"):
        return Count(0, None, value)
    if text in NONE:
        return Count(0, 0, value)
    if text in _SHARES or "%" in text:
        raise ValueError(f"{quote(value)} is a share and no count; write how many, or leave it out")
    bounds = _count_bounds(text)
    if bounds is None:
        raise ValueError(_no_count(value, text))
    low, high = bounds
    if high is not None and low > high:
        raise ValueError(f"{quote(value)} runs backwards; write the smaller number first, as in '5 to 8'")
    return Count(low, high, value)


def _count_bounds(text: str) -> tuple[int, int | None] | None:
    """The least and the greatest number of a count; None where the text is none. The least may be the greater one."""
    how = ""
    if text[:1] in ("~", "≈"):
        how, text = "about", text[1:].strip()
    words = text.split()
    names_what = False
    while words:
        for length in (3, 2, 1):
            found = _AFTER.get(" ".join(words[-length:])) if len(words) > length else None
            if found:
                if how:
                    return None
                how, words = found, words[:-length]
                break
        else:
            if len(words) > 1 and words[-1].rstrip(".") in _COUNTED and " ".join(words) not in _SOME:
                if not names_what and words[-1] in _DANGLING and words[-1] != "each":
                    return None
                words.pop()
                names_what = True
                continue
            break
    if " ".join(words) in _SOME and not how:
        return _SOME[" ".join(words)], None
    if names_what and not how and words in (["no"], ["none"], ["zero"]):
        return 0, 0
    for length in (3, 2, 1):
        found = _BEFORE.get(" ".join(words[:length])) if len(words) > length else None
        if found:
            if how:
                return None
            how, words = found, words[length:]
            break
    found_bounds = _numbers(how, " ".join(words))
    for _ in range(2):
        # `9 autistic people`: up to two words may say which people.
        last = words[-1] if len(words) > 1 else ""
        if found_bounds or not names_what or not last.isalpha() or last in _NO_ADJECTIVE or _number(last) is not None:
            break
        words.pop()
        found_bounds = _numbers(how, " ".join(words))
    return found_bounds


def _numbers(how: str, text: str) -> tuple[int, int | None] | None:
    """What a number or a range of two allows, with the words that stood around it."""
    if text.endswith("+") and not how:
        how, text = "least", text[:-1].strip()
    elif text.endswith("ish") and not how:
        how, text = "about", text[:-3].rstrip("-")
    number = _number(text)
    if number is not None:
        return _bounds(how, number) if number or how != "fewer" else None
    if text in ("a couple", "couple") and how in ("", "exact"):
        return 2, 3
    span = _two_numbers(text)
    if span is None or how not in ("", "exact", "about"):
        return None
    if how == "about" and span[0] <= span[1]:
        return _bounds(how, span[0])[0], _bounds(how, span[1])[1]
    return span


def _two_numbers(text: str) -> tuple[int, int] | None:
    text = text.removeprefix("from ")
    between = text.startswith("between ")
    separators = (" and ",) if between else (" to ", " or ", "-")
    text = text.removeprefix("between ")
    for separator in separators:
        first, found, last = text.partition(separator)
        if found:
            low, high = _number(first), _number(last)
            if low is not None and high is not None:
                return low, high
    return None


def _bounds(how: str, n: int) -> tuple[int, int | None]:
    """What a number with such words allows."""
    give = max(n // 4, 1) if n > 1 else 0
    match how:
        case "up to":
            return (2 if n > 2 else min(n, 1)), n
        case "most":
            return 0, n
        case "fewer":
            return 0, n - 1
        case "about":
            return n - give, n + give
        case "nearly":
            return n - give, n
        case "least":
            return n, None
        case "more":
            return n + 1, None
    return n, n


def _no_count(value: str, text: str) -> str:
    if text.startswith(("-", "minus ")) and _number(text.removeprefix("minus ").lstrip("- ")) is not None:
        return f"{quote(value)} is less than nothing; a count is 0 or more"
    if re.fullmatch(r"[0-9]+[.,][0-9]+", text):
        return f"{quote(value)} is no whole number; {_COUNT_ALLOWED}"
    if re.search(r"\b(?:hour|day|week|month|year|minute)s?$", text):
        return f"{quote(value)} names a unit; write the number alone, in the unit that the key names"
    if re.search(r"[0-9] (?:out )?of (?:the )?[0-9]", text):
        return f"{quote(value)} holds two numbers; write the one that is asked for here"
    return f"{quote(value)} is not a count; {_COUNT_ALLOWED}"


CountField = Annotated[
    Count,
    Reads(
        read_count,
        {
            "type": ["string", "integer"],
            "examples": ["8", "up to 15", "about 8", "at least 3", "5 to 8", "over 1,000", "some", "none", "unknown"],
        },
    ),
]

# --- dates -----------------------------------------------------------------------------------------


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
_PROJECT_TIME = (
    r"(?:(in|during|throughout|by|until|from|since) )?(?:project )?(months?|m|pm|years?|yr?) ?([0-9]{1,3})"
    r"(?: ?(?:-|to|and) ?(months?|m|pm|years?|yr?)? ?([0-9]{1,3}))?(?: (?:of )?the (?:project|work|study|research))?( onwards?)?"
)
"""A time of the project: `month 6`, `months 3-9`, `M1-M6`, `year 1`."""
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
    "late": "second half", "end of": "second half", "second half of": "second half", "second half": "second half",
    "h2": "second half",
}  # fmt: skip
_ABOUT = ("about", "around", "circa", "c.", "ca.", "ca", "approximately", "approx.", "approx", "roughly", "~")
_ASIDE = ("in", "on", "the", "during", "throughout", "sometime in", "some time in", "as of", "month of", "year")
_ONWARDS = (" onwards", " onward", " on", " to now", " to present", " to the present", " to date", " to today",
            " to this day", " - now", " - present", " - today", " - ongoing", "-present", "-now", "-today", "-ongoing", " -",
            " and ongoing", " until now", " until today")  # fmt: skip
_NO_FIXED_DAY = ("today", "now", "yesterday", "tomorrow", "recently", "soon", "last year", "this year", "next year",
                 "last month", "this month", "next month", "last week", "this week", "next week", "currently")  # fmt: skip
_DATE_ALLOWED = (
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
    In the time of the project, from `project.dates.start`: `month 6`, `months 3-9`, `M1-M6`, `year 1`.
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
    text = _words_of(value, "a date", _DATE_ALLOWED)
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
        raise ValueError(f"{quote(value)} is another day whenever the file is read; {_DATE_ALLOWED}")
    plain = text
    span = _one_date(text)
    if span is None:
        plain = _plain_date(text)
        span = _open_span(plain) or _span_of_dates(plain)
    if span is None:
        months = _project_time(plain)
        if months is not None and 0 < months[0] <= months[1]:
            return Dates(value, months=months)
        relation, _, place = plain.partition(" ")
        place = re.sub(r" (?:stage|phase)$", "", place.strip().removeprefix("the ").strip())
        if months is None and relation in ("before", "during", "after") and place and not re.search(r"[0-9]", place):
            relation, mark = _marked(relation, place)
            return Dates(value, relation=relation, stage=None if mark else place, mark=mark)
        raise ValueError(_no_date(value, plain))
    if span[0] > span[1]:
        raise ValueError(f"{quote(value)} ends before it begins")
    named = re.findall(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", text)
    if len(named) == 1 and (span[0] != span[1] or named[0] != _WEEKDAYS[span[0].weekday()]):
        day = f"{span[0].isoformat()} is a {_WEEKDAYS[span[0].weekday()].title()}"
        says = day if span[0] == span[1] else f"it names a {named[0].title()}, and no day"
        raise ValueError(f"{quote(value)} does not fit: {says}; {_DATE_ALLOWED}")
    return Dates(value, *span)


def _project_time(text: str) -> tuple[int, int] | None:
    """The first and the last month of the project that `month 6`, `months 3-9` or `year 1` name; zeros where none can be meant."""
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
    text = re.sub(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", " ", text)
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


def _no_date(value: str, text: str) -> str:
    numbers = re.fullmatch(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})", text)
    if numbers:
        year = numbers[3] if len(numbers[3]) == 4 else "20" + numbers[3]
        readings = _readings(int(numbers[1]), int(numbers[2]), int(year)) if _year(year) is not None else []
        if readings:
            which = ", or ".join(f"{year}-{m:02}-{d:02} for {d} {_MONTH_NAMES[m - 1].title()}" for d, m in readings)
            why = "" if len(numbers[3]) == 4 else ": its year has two digits"
            return f"{quote(value)} can be misread{why}; write {which}"
    year_alone = re.fullmatch(
        r"(?:fy|financial year|fiscal year|tax year|academic year|school year) ?((?:20)?[0-9]{2})", text
    )
    if year_alone:
        year_meant = int(year_alone[1][-2:])
        return (
            f"{quote(value)} can be misread, for such a year runs over two; write "
            f"'20{year_meant - 1:02}/{year_meant:02}' or '20{year_meant:02}/{year_meant + 1:02}'"
        )
    if _project_time(text) is not None:
        return f"{quote(value)} is no time of a project; its first month is month 1, and the smaller number stands first, as in 'months 3-9'"
    if re.fullmatch(r"[0-9]{4}", text):
        return f"{quote(value)} is not a year that can be meant here; years from {_FIRST_YEAR} to {_LAST_YEAR} are read"
    named = [w for w in re.split(r"[^a-z]+", text) if w in _MONTHS or w in _SEASONS or w == "winter"]
    if re.search(r"\b[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?$", text) or (named and re.fullmatch(r".*\b[0-9]{4}", text)):
        return f"{quote(value)} is not a day in the calendar; {_DATE_ALLOWED}"
    if named:
        return f"{quote(value)} does not say which year; write it as in 'June 2020'"
    return f"{quote(value)} is not a date; {_DATE_ALLOWED}"


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

# --- periods, money, numbers -----------------------------------------------------------------------

_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_RHYTHMS = {
    "daily": 1, "weekly": 7, "fortnightly": 14, "bi-weekly": 14, "biweekly": 14, "monthly": 30,
    "bi-monthly": 61, "bimonthly": 61, "two-monthly": 61, "quarterly": 91, "termly": 122, "six-monthly": 182,
    "half-yearly": 182, "yearly": 365, "annually": 365, "annual": 365, "biennially": 730, "biennial": 730,
    "half a year": 182, "half-year": 182,
}  # fmt: skip
_NO_RHYTHM = ("unknown", "not known", "?", "irregular", "irregularly", "as needed", "ad hoc", "when needed", "varies", "once",
              "one-off", "occasionally")  # fmt: skip
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_ALSO = (
    "about", "around", "roughly", "approximately", "up to", "within", "at least", "at most", "more than", "over", "under",
    "less than", "nearly", "almost", "for", "after", "~", "max", "maximum", "no more than", "every", "each", "per",
)  # fmt: skip
_PERIOD_ALLOWED = "write '6 months', '2 weeks', 'monthly', 'quarterly', 'twice a year' or 'unknown'"


class Period(Record):
    """A length of time in days (a month counts 30, a year 365); None where it is unknown."""

    days: int | None
    text: str


def read_period(value: Any) -> Period:
    """Read a rhythm or a length of time: `6 months`, `every 2 weeks`, `quarterly`, `unknown`.

    Lengths: `6 months`, `a year and a half`, `1.5 years`, `10 working days` (five make a week), `48 hours`.
    Rhythms: `every 6 months`, `monthly`, `twice a month`, `3 times a year`, `every other week`, `every Tuesday`,
    `first Tuesday of the month`. `bi-weekly` is every two weeks and `bi-monthly` every two months.
    Of a range (`6 to 8 weeks`) the longer is read. `about`, `up to`, `over`, `within` do not change the number.
    `irregular`, `as needed`, `ad hoc`, `once` and `unknown` have no number.
    """
    if isinstance(value, Period):
        return value
    text = _words_of(value, "a length of time", _PERIOD_ALLOWED)
    value = value if isinstance(value, str) else str(value)
    if text in _NO_RHYTHM:
        return Period(None, value)
    if text in ("bi-annual", "bi-annually", "biannual", "biannually"):
        raise ValueError(f"{quote(value)} can be misread; write 'twice a year' or 'every 2 years'")
    if text.startswith("-"):
        raise ValueError(f"{quote(value)} is less than nothing; {_PERIOD_ALLOWED}")
    days = _period_days(text)
    if days is None or days > 100_000:
        raise ValueError(f"{quote(value)} is not a length of time; {_PERIOD_ALLOWED}")
    return Period(days, value)


def _period_days(text: str) -> int | None:
    number, _, unit = text.removeprefix("every ").partition(" ")
    if number.isascii() and number.isdigit() and len(number) < 6 and unit.removesuffix("s") in _UNITS:
        return int(number) * _UNITS[unit.removesuffix("s")]
    if text.startswith(("once every ", "once per ", "once each ")):
        text = text[5:]
    while True:
        if text in _RHYTHMS:
            return _RHYTHMS[text]
        also = next(
            (w for w in _ALSO if text.startswith(w) and len(text) > len(w) and text[len(w)] in " 0123456789"), None
        )
        if also is None:
            break
        text = text[len(also) :].strip()
    often = re.fullmatch(r"(?:(once|twice|thrice)|(.+?)(?: times| x|x)) (?:a|an|per|every|each|in a) ([a-z]+)", text)
    if often and often[3] in _UNITS:
        # Of `2 or 3 times a year` the fewer, for that makes the longer time.
        span = None if often[1] else _two_numbers(often[2])
        times = _TIMES[often[1]] if often[1] else min(span) if span else _number(often[2])
        return max(1, _UNITS[often[3]] // times) if times else None
    often = re.fullmatch(r"(once|twice|thrice) (weekly|monthly|quarterly|yearly|annually|daily)", text)
    if often:
        return max(1, _RHYTHMS[often[2]] // _TIMES[often[1]])
    weekday = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    which = "first|second|third|fourth|last|1st|2nd|3rd|4th"
    if re.fullmatch(rf"(?:(?:{which}) )?{weekday} (?:of|in) (?:the|each|every|a) month", text):
        return 30
    if re.fullmatch(weekday, text):
        return 7
    if re.fullmatch(rf"(?:other|second|2nd) {weekday}", text):
        return 14
    often = re.fullmatch(r"(.+)[- ](week|month|year)ly", text)
    if often and _number(often[1]) is not None:
        return (_number(often[1]) or 0) * _UNITS[often[2]]
    half = re.fullmatch(r"(.+) and a half ([a-z]+?)s?", text) or re.fullmatch(r"(an?|one) ([a-z]+?) and a half", text)
    if half and half[2] in _UNITS:
        whole = 1 if half[1] in ("a", "an") else _number(half[1])
        return None if whole is None else round((whole + 0.5) * _UNITS[half[2]])
    if text.endswith("s") and text[:-1] in _UNITS:
        return None
    hours = re.fullmatch(r"([0-9]{1,5}|[a-z-]+) ?hours?", text)
    if hours:
        hourly = _quantity(hours[1])
        return None if hourly is None else -int(-hourly // 24)
    found = re.fullmatch(r"(?:(.+?)[ -]?)?(working |calendar )?\b([a-z]+?)s?(?: or (?:more|less|so))?", text)
    if not found or found[3] not in _UNITS:
        found = re.fullmatch(r"([0-9.,]+) ?(working |calendar )?([a-z]+?)s?", text)
        if not found or found[3] not in _UNITS:
            return None
    quantity = _quantity(found[1])
    if quantity is None:
        return None
    days = quantity * _UNITS[found[3]] * (7 / 5 if found[2] == "working " and found[3] == "day" else 1)
    return int(days) + (days > int(days))


def _quantity(text: str | None) -> float | None:
    """`6`, `two`, `1.5`, `a`, `every other`, `6 to 8` (the longer)."""
    text = (text or "a").strip(" -")
    if text in ("a", "an", "one", "each", "every", "the"):
        return 1
    if text in ("other", "second", "2nd", "a couple of"):
        return 2
    if text in ("half a", "half"):
        return 0.5
    if re.fullmatch(r"[0-9]{1,6}[.,][0-9]{1,2}", text):
        return float(text.replace(",", "."))
    span = _two_numbers(text)
    if span:
        return max(span)
    number = _number(text)
    return number if number is not None and number < 1_000_000 else None


PeriodField = Annotated[
    Period,
    Reads(
        read_period,
        {"type": "string", "examples": ["6 months", "every 2 weeks", "quarterly", "twice a year", "10 working days"]},
    ),
]


class Money(Record):
    """An amount of money as written; `amount` is None where the words hold no number."""

    amount: float | None
    text: str


_MONEY_ALLOWED = "write '27.50 per hour', '1200', 'none' or 'unknown'"
_CURRENCIES = {
    "£": "gbp", "gbp": "gbp", "pound": "gbp", "pounds": "gbp", "pounds sterling": "gbp", "€": "eur", "eur": "eur", "euro": "eur",
    "euros": "eur", "$": "usd", "us$": "usd", "usd": "usd", "dollar": "usd", "dollars": "usd", "a$": "aud", "au$": "aud", "aud": "aud",
    "c$": "cad", "ca$": "cad", "cad": "cad", "nz$": "nzd", "nzd": "nzd", "chf": "chf", "franc": "chf", "francs": "chf", "sek": "sek",
    "nok": "nok", "dkk": "dkk", "inr": "inr", "₹": "inr", "rs.": "inr", "zar": "zar", "kes": "kes", "¥": "jpy", "jpy": "jpy", "pln": "pln",
}  # fmt: skip
_CURRENCY = "(?:" + "|".join(re.escape(c) for c in sorted(_CURRENCIES, key=len, reverse=True)) + ")"
_FACTORS = {
    "k": 1e3, "thousand": 1e3, "tsd": 1e3, "tsd.": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "mio.": 1e6, "million": 1e6,
}  # fmt: skip
_PRICE = (
    rf"(?:({_CURRENCY}) ?)?([0-9](?:[0-9]|[.,'’](?=[0-9])| (?=[0-9]{{3}}(?![0-9])))*)(?:[.,]-)?"
    rf"(?: ?({'|'.join(re.escape(f) for f in sorted(_FACTORS, key=len, reverse=True))})(?![a-z]))?"
    rf"(?: ?({_CURRENCY}|pence|penny|cents?|p)(?![a-z]))?"
)
"""Currency, number, factor, and a currency or a coin behind it."""
_PRICES = rf"(between |from )?{_PRICE}(?: ?(-|to|or|and) ?{_PRICE})?"
_PAID_FOR = (
    "(?:hours?|hrs?|h|half[- ]days?|days?|weeks?|months?|quarters?|years?|annum|minutes?|meetings?|sessions?|workshops?|events?|"
    "visits?|calls?|interviews?|persons?|people|heads?|members?|contributors?|participants?|carers?|patients?|miles?|km|reviews?|"
    "papers?|panels?|attendances?|occasions?|items?)"
)
_HOW_MANY = "(?:[0-9]{1,3}|one|two|a|half an?|full)"
_BESIDE = (
    rf"~|/ ?{_PAID_FOR}(?![a-z])|(?<![a-z0-9.,'’])(?:"
    rf"{_HOW_MANY} {_PAID_FOR} (?:at|of|for|@)|(?:per|an?|each|every|for|for each|for every|for an?) (?:{_HOW_MANY} )?{_PAID_FOR}|"
    r"(?:plus|and|with|without|including|incl\.?|excluding|excl\.?|before|after) (?:travel|expenses|preparation|vat|tax|costs?)|"
    r"hourly|daily|weekly|monthly|annually|yearly|p\.a\.|pa|p/h|ph|pp|each|half[- ]days?|flat rate|lump sum|flat|gross|net|"
    r"about|around|roughly|approximately|approx\.?|circa|c\.|ca\.?|up to|at most|at least|over|under|no more than|more than|"
    r"less than|fewer than|nearly|almost|max\.?|min\.?|maximum|minimum|exactly|only|just|in total|in all|total|altogether|"
    r"overall|budget|amount|sum|costs?|fees?|rate|paid|payment|offered|set aside|vouchers?|gift cards?|honorari(?:um|a)|"
    r"for (?:travel|expenses|attendance|attending|preparation|reading|their time|time|involvement|care|childcare)|an?|the|of"
    r")(?![a-z0-9'’])"
)
"""What may stand beside an amount and leaves it as it is. Anything else could mean anything, and is refused."""


def read_money(value: Any) -> Money:
    """Read an amount: `27.50 per hour`, `£1,200`, `GBP 75 half-day`, `18.000,50 EUR`, `none`, `unknown`.

    The whole text must be understood: one amount, with or without a currency before or behind it, what it is paid
    for, and words that leave it as it is (`about`, `up to`, `voucher`). Of a range (`75-150 per day`, `between 20 and
    30`) the lower is read. Notations: `1,200`, `1 200`, `1'200.-`, `18.000,50`, `27,50`, `1.2k`, `1,5 Mio`, `2 million`,
    `45p`. `nothing`, `free` and `unpaid` are 0.

    What can be misread (`1.200`), a part of a whole (`2.5% of the budget`), two amounts, two currencies and words that
    are not understood beside an amount raise ValueError.
    """
    if isinstance(value, Money):
        return value
    text = _words_of(value, "an amount", _MONEY_ALLOWED)
    value = value if isinstance(value, str) else str(value)
    if text in (*NONE, "nothing", "free", "unpaid"):
        return Money(0.0, value)
    if text in ("unknown", "not known", "?"):
        return Money(None, value)
    plain = re.fullmatch(_PLAIN_PRICE, text)
    return Money(float(plain[1]), value) if plain else _read_in_words(value, text)


_PLAIN_PRICE = r"(?:[£€$] ?|(?:gbp|eur|usd) )?([0-9]{1,12}(?:\.[0-9]{2})?)(?: per (?:hour|day|meeting|month|year))?"
"""How most people write an amount. The patterns for all others take ten milliseconds to be compiled."""


def _read_in_words(value: str, text: str) -> Money:
    if re.search(rf"^-|(?<![0-9a-z ]) ?-[0-9]|{_CURRENCY} ?-[0-9]|^minus\b", text):
        raise ValueError(f"{quote(value)} is less than nothing; an amount is 0 or more")
    if re.search(r"%|\bper ?cent\b", text):
        raise ValueError(f"{quote(value)} is a part of a whole and no amount; write the amount itself")
    # In the place of words a sign is left, so that what stood apart is not read together.
    beside = re.sub(_BESIDE, "|", re.sub(r"[()]|[,;](?= |$)|(?<=[a-z0-9])\.$", " ", text))
    found = re.fullmatch(rf"[| ]*{_PRICES}[| ]*", " ".join(beside.split()))
    if not found:
        if not re.search("[0-9]", beside):
            raise ValueError(f"{quote(value)} holds no amount; {_MONEY_ALLOWED}")
        if len(re.findall(r"[0-9](?:[0-9.,'’]*[0-9])?", beside)) > 1:
            raise ValueError(f"{quote(value)} holds two amounts; write the one that is asked for here")
        raise ValueError(f"{quote(value)} says more than an amount; write the amount alone, and the rest under `note`")
    began, one, sign, other = found[1], found.groups()[1:5], found[6], found.groups()[6:10]
    if (sign == "and") != (began == "between ") or (began and not sign):
        raise ValueError(f"{quote(value)} holds two amounts; write the one that is asked for here")
    currencies = {_CURRENCIES.get(c, "") for c in (one[0], one[3], other[0], other[3]) if c} - {""}
    if len(currencies) > 1:
        raise ValueError(f"{quote(value)} names two currencies; write the amount in the project's own")
    last = other if sign else one
    low, high = _price(value, one, last), _price(value, last, last)
    if low > high:
        raise ValueError(f"{quote(value)} runs backwards; write the smaller amount first, as in '20 to 30'")
    return Money(low, value)


def _price(value: str, price: tuple[Any, ...], last: tuple[Any, ...]) -> float:
    """One price as a number; a factor or a coin that stands behind a range holds for both its ends."""
    number, factor, behind = price[1], price[2] or last[2], price[3] or last[3]
    digits = re.sub("[ '’]", "", number)
    groups = r"[1-9][0-9]{0,2}"
    if re.fullmatch(r"[0-9]+(?:[.,][0-9]{1,2})?", digits) or (factor and re.fullmatch(r"[0-9]+\.[0-9]+", digits)):
        plain = digits.replace(",", ".")
    elif re.fullmatch(rf"{groups}(?:,[0-9]{{3}})+(?:\.[0-9]{{1,2}})?", digits) and not (factor or "").startswith(
        ("mio", "tsd")
    ):
        plain = digits.replace(",", "")
    elif re.fullmatch(rf"{groups}(?:\.[0-9]{{3}})+,[0-9]{{1,2}}|{groups}(?:\.[0-9]{{3}}){{2,}}", digits):
        plain = digits.replace(".", "").replace(",", ".")
    else:
        plain = ""
    apart = rf"{groups}(?:(?: [0-9]{{3}})+|(?:['’][0-9]{{3}})+)(?:[.,][0-9]{{1,2}})?"
    if not plain or (re.search(r"[ '’]", number) and not re.fullmatch(apart, number)):
        bare = re.sub("[^0-9]", "", number)
        raise ValueError(f"{quote(value)} can be misread; write it without marks ('{bare}') or with two decimals")
    if len(plain.partition(".")[0]) > 12:
        raise ValueError(f"{quote(value)} is more money than there is; {_MONEY_ALLOWED}")
    coins = behind is not None and behind not in _CURRENCIES
    return float(plain) * _FACTORS.get(factor or "", 1) / (100 if coins else 1)


MoneyField = Annotated[
    Money,
    Reads(
        read_money,
        {"type": ["string", "number"], "examples": ["27.50 per hour", "£75 per half-day", "1200", "none", "unknown"]},
    ),
]


Words = tuple[str, ...]
"""One text or a list of texts."""
