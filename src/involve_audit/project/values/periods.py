"""How long, or how often: lengths of time and rhythms, in days."""

from __future__ import annotations

import re
from typing import Annotated, Any

from involve_audit.language import _
from involve_audit.project.fields import Reads, theirs
from involve_audit.project.values.closed_words import words_of
from involve_audit.project.values.numbers import number_of, two_numbers
from involve_audit.record import Record
from involve_audit.wording.messages import Wrong

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
_PERIOD_ALLOWED = Wrong("write '6 months', '2 weeks', 'monthly', 'quarterly', 'twice a year' or 'unknown'")


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
    text = words_of(value, _("a length of time"), _PERIOD_ALLOWED)
    value = value if isinstance(value, str) else str(value)
    if text in _NO_RHYTHM:
        return Period(None, value)
    if text in ("bi-annual", "bi-annually", "biannual", "biannually"):
        raise ValueError(Wrong("{value} can be misread; write 'twice a year' or 'every 2 years'", value=theirs(value)))
    if text.startswith("-"):
        raise ValueError(Wrong("{value} is less than nothing", value=theirs(value), advice=_PERIOD_ALLOWED))
    days = _period_days(text)
    if days is None or days > 100_000:
        raise ValueError(Wrong("{value} is not a length of time", value=theirs(value), advice=_PERIOD_ALLOWED))
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
        span = None if often[1] else two_numbers(often[2])
        times = _TIMES[often[1]] if often[1] else min(span) if span else number_of(often[2])
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
    if often and number_of(often[1]) is not None:
        return (number_of(often[1]) or 0) * _UNITS[often[2]]
    half = re.fullmatch(r"(.+) and a half ([a-z]+?)s?", text) or re.fullmatch(r"(an?|one) ([a-z]+?) and a half", text)
    if half and half[2] in _UNITS:
        whole = 1 if half[1] in ("a", "an") else number_of(half[1])
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
    span = two_numbers(text)
    if span:
        return max(span)
    number = number_of(text)
    return number if number is not None and number < 1_000_000 else None


PeriodField = Annotated[
    Period,
    Reads(
        read_period,
        {"type": "string", "examples": ["6 months", "every 2 weeks", "quarterly", "twice a year", "10 working days"]},
    ),
]
