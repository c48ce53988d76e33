"""The kinds of value a project file may hold: counts, dates, money, yes or no.

People remember "up to 15", "about 8", "June 2013" and "before the design was fixed". So a count is a
range, a date is a span of days, and both can be unknown. Every reader here takes the text as it stands
in the file (strings first: `NO` is not False, `1.10` is not 1.1) and raises `ValueError` with a message
that says what is allowed.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from involve_audit.project.fields import Reads, kind_of, tidy

NONE = ("none", "no", "nobody", "never", "zero")

_WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
}
_MONTHS = {m.lower(): n for n, m in enumerate(calendar.month_name) if m}
_MONTHS |= {m.lower(): n for n, m in enumerate(calendar.month_abbr) if m}
_MONTHS["sept"] = 9
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}


YesNo = Literal["yes", "no", "unknown"]
"""`yes`, `no`, or `unknown` (asked, and not known). Leave the key out when nobody has asked."""


def truth(answer: str | None) -> bool | None:
    """Turn a yes or no into three-valued truth; `unknown` and not told are both None."""
    return {"yes": True, "no": False}.get(answer) if answer is not None else None


# --- counts ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Count:
    """How many, as the range that the words allow.

    Attributes:
        low: the least number that the words allow.
        high: the greatest; None means that there is no bound.
        text: the words in the file.
    """

    low: int
    high: int | None
    text: str


def _number(text: str) -> int | None:
    text = text.strip()
    if text in _WORDS:
        return _WORDS[text]
    plain = text.replace(",", "").replace(" ", "")
    return int(plain) if plain.isdecimal() and len(plain) < 12 else None


_SOME = ("some", "several", "a few", "few", "many", "a number", "dozens", "hundreds", "thousands")
_COUNT_ALLOWED = "write a number, or words such as 'up to 15', 'about 8', 'at least 3', '5 to 8', 'some', 'none' or 'unknown'"


def read_count(value: Any) -> Count:
    """Read a count: `8`, `up to 15`, `about 8`, `at least 3`, `5 to 8`, `some`, `none`, `unknown`.

    "Some" people, in the plural, are two or more; so are "up to 15". "About 8" allows a quarter more or less.
    """
    if isinstance(value, Count):
        return value
    if not isinstance(value, str):
        raise ValueError(f"a number is needed here, not {kind_of(value)}; {_COUNT_ALLOWED}")
    text = tidy(value)
    if text == "unknown":
        return Count(0, None, value)
    if text in NONE:
        return Count(0, 0, value)
    if text in _SOME:
        return Count(2, None, value)
    if text.startswith("-") and _number(text[1:]) is not None:
        raise ValueError(f"'{value}' is less than nothing; a count is 0 or more")
    exact = _number(text)
    if exact is not None:
        return Count(exact, exact, value)
    patterns: tuple[tuple[str, Any], ...] = (
        (r"(?:up to|at most|no more than|max(?:imum)?) (.+)", lambda n: (min(n, 2) if n > 2 else min(n, 1), n)),
        (r"(?:fewer|less) than (.+)", lambda n: (min(max(n - 1, 0), 1), max(n - 1, 0))),
        (r"(?:about|around|roughly|nearly|almost|approximately|circa|some|~) ?(.+)",
         lambda n: (n - n // 4, n + n // 4)),
        (r"(?:at least|min(?:imum)?) (.+)", lambda n: (n, None)),
        (r"(?:more than|over|above) (.+)", lambda n: (n + 1, None)),
        (r"(.+?)(?: or more|\+)", lambda n: (n, None)),
    )
    for pattern, bounds in patterns:
        found = re.fullmatch(pattern, text)
        number = _number(found[1]) if found else None
        if number is not None:
            low, high = bounds(number)
            return Count(low, high, value)
    span = re.fullmatch(r"(.+?) ?(?:to|-|–|or) ?(.+)", text)
    if span:
        low, high = _number(span[1]), _number(span[2])
        if low is not None and high is not None and low <= high:
            return Count(low, high, value)
    raise ValueError(f"'{value}' is not a count; {_COUNT_ALLOWED}")


CountField = Annotated[
    Count,
    Reads(read_count, {"type": ["string", "integer"], "examples": ["8", "up to 15", "about 8", "some", "none"]}),
]

# --- dates -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Dates:
    """When something happened, as the span of days that the words allow.

    Attributes:
        first: the earliest day that the words allow; None where no date is given.
        last: the latest day; None where no date is given.
        happened: True for a date or `yes`, False for `no` and `never`, None for `unknown`.
        relation: `before`, `during` or `after` where the date is told by a stage.
        stage: that stage.
        text: the words in the file.
    """

    text: str
    first: dt.date | None = None
    last: dt.date | None = None
    happened: bool | None = True
    relation: str | None = None
    stage: str | None = None


_DATE_ALLOWED = (
    "write 2020, 2020-06, 2020-06-15, 'June 2020', '2018 to 2020', 'before design', 'yes', 'no' or 'unknown'"
)
_SPAN = re.compile(r"(.+?)(?: to | until | – |–| - | and )(.+)")
_RELATION = re.compile(r"(before|during|after)[: ]+(?:the )?(.+)")


def _month(year: int, month: int) -> tuple[dt.date, dt.date]:
    return dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1])


def _one_date(text: str) -> tuple[dt.date, dt.date] | None:
    """The span of days of one partial date, or None where the text is none."""
    text = re.sub(r"^(?:about|around|circa|c\.|early|mid|late|the|end of|start of|by|in) ?-?", "", text.strip())
    found = re.fullmatch(r"(\d{4})", text)
    if found and int(text):
        year = int(text)
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    found = re.fullmatch(r"(\d{3})0s", text)
    if found and int(found[1]):
        year = int(found[1]) * 10
        return dt.date(year, 1, 1), dt.date(year + 9, 12, 31)
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", text)
    if found and 1 <= int(found[2]) <= 12 and int(found[1]):
        return _month(int(found[1]), int(found[2]))
    found = re.fullmatch(r"(\d{4})-(\d{2})(?:\d{2})?", text)
    if found and int(found[2]) > 12 and int(found[1]):
        last = int(found[1]) // 100 * 100 + int(found[2])
        if last > int(found[1]):
            return dt.date(int(found[1]), 1, 1), dt.date(last, 12, 31)
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    if found:
        try:
            day = dt.date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            return None
        return day, day
    found = re.fullmatch(r"(\d{4})-(\d{4})", text)
    if found and 0 < int(found[1]) <= int(found[2]):
        return dt.date(int(found[1]), 1, 1), dt.date(int(found[2]), 12, 31)
    found = re.fullmatch(r"(?:(\d{1,2})(?:st|nd|rd|th)? )?([a-z]+)\.? (\d{4})", text)
    if found and int(found[3]):
        year = int(found[3])
        if found[2] in _SEASONS and not found[1]:
            first, last = _SEASONS[found[2]]
            return _month(year, first)[0], _month(year, last)[1]
        if found[2] == "winter" and not found[1]:
            return dt.date(year, 1, 1), dt.date(year, 12, 31)
        if found[2] in _MONTHS:
            if not found[1]:
                return _month(year, _MONTHS[found[2]])
            try:
                day = dt.date(year, _MONTHS[found[2]], int(found[1]))
            except ValueError:
                return None
            return day, day
    return None


def read_dates(value: Any) -> Dates:
    """Read a partial date, a span of dates, a date told by a stage, `yes`, `no` or `unknown`.

    An impossible date (2024-13-45) and a span that ends before it begins raise ValueError.
    """
    if isinstance(value, Dates):
        return value
    if isinstance(value, dict) and len(value) == 1:
        relation, stage = next(iter(value.items()))
        value = f"{relation}: {stage}"
    if not isinstance(value, str):
        raise ValueError(f"a date is needed here, not {kind_of(value)}; {_DATE_ALLOWED}")
    text = tidy(value)
    if text == "unknown":
        return Dates(value, happened=None)
    if text in ("yes", "true"):
        return Dates(value)
    if text in (*NONE, "false", "not yet"):
        return Dates(value, happened=False)
    relative = _RELATION.fullmatch(text)
    if relative:
        return Dates(value, relation=relative[1], stage=relative[2])
    single = _one_date(text)
    if single:
        return Dates(value, *single)
    span = _SPAN.fullmatch(text)
    if span:
        first, last = _one_date(span[1]), _one_date(span[2])
        if first and last:
            if first[0] > last[1]:
                raise ValueError(f"'{value}' ends before it begins")
            return Dates(value, first[0], last[1])
    if re.fullmatch(r"\d{4}-\d{1,2}(-\d{1,2})?", text):
        raise ValueError(f"'{value}' is not a day in the calendar; {_DATE_ALLOWED}")
    raise ValueError(f"'{value}' is not a date; {_DATE_ALLOWED}")


DatesField = Annotated[
    Dates,
    Reads(read_dates, 
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
            "examples": ["2020", "2020-06", "June 2020", "2018 to 2020", "before design", "yes", "no"],
        }
    ),
]

# --- periods, money, numbers -----------------------------------------------------------------------

_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "quarter": 91, "year": 365}
_RHYTHMS = {
    "daily": 1, "weekly": 7, "fortnightly": 14, "bi-weekly": 14, "biweekly": 14, "monthly": 30,
    "bi-monthly": 61, "quarterly": 91, "termly": 122, "six-monthly": 182, "half-yearly": 182,
    "twice a year": 182, "twice yearly": 182, "yearly": 365, "annually": 365, "once a year": 365,
}  # fmt: skip


@dataclass(frozen=True)
class Period:
    """A length of time in days (a month counts 30, a year 365); None where it is unknown."""

    days: int | None
    text: str


def read_period(value: Any) -> Period:
    """Read a rhythm or a length of time: `6 months`, `every 2 weeks`, `quarterly`, `unknown`."""
    if isinstance(value, Period):
        return value
    allowed = "write '6 months', '2 weeks', 'monthly', 'quarterly' or 'unknown'"
    if not isinstance(value, str):
        raise ValueError(f"a length of time is needed here, not {kind_of(value)}; {allowed}")
    text = tidy(value)
    if text in ("unknown", "irregular", "as needed", "ad hoc", "when needed"):
        return Period(None, value)
    if text in _RHYTHMS:
        return Period(_RHYTHMS[text], value)
    found = re.fullmatch(r"(?:every |about |up to |within )*(?:(\S+) )?(?:working )?([a-z]+?)s?", text)
    if found and found[2] in _UNITS:
        number = 1 if found[1] in (None, "a", "an", "each", "per") else _number(found[1])
        if number is not None:
            return Period(number * _UNITS[found[2]], value)
    raise ValueError(f"'{value}' is not a length of time; {allowed}")


PeriodField = Annotated[
    Period,
    Reads(read_period, {"type": "string", "examples": ["6 months", "every 2 weeks", "quarterly"]}),
]


@dataclass(frozen=True)
class Money:
    """An amount of money as written; `amount` is None where the words hold no number."""

    amount: float | None
    text: str


def read_money(value: Any) -> Money:
    """Read an amount: `27.50 per hour`, `£1,200`, `GBP 75 half-day`, `none`, `unknown`."""
    if isinstance(value, Money):
        return value
    if not isinstance(value, str):
        raise ValueError(
            f"an amount is needed here, not {kind_of(value)}; write '27.50 per hour', '1200', 'none' or 'unknown'"
        )
    text = tidy(value)
    if text in NONE:
        return Money(0.0, value)
    if text == "unknown":
        return Money(None, value)
    found = re.search(r"(-?)\s*\d[\d, ]*(?:\.\d+)?", text)
    if not found:
        raise ValueError(
            f"'{value}' holds no amount; write '27.50 per hour', '1200', 'none' or 'unknown'"
        )
    if found[1]:
        raise ValueError(f"'{value}' is less than nothing; an amount is 0 or more")
    return Money(float(re.sub(r"[ ,]", "", found[0])), value)


MoneyField = Annotated[
    Money,
    Reads(read_money, {"type": ["string", "number"], "examples": ["27.50 per hour", "1200", "none"]}),
]


Words = tuple[str, ...]
"""One text or a list of texts."""
