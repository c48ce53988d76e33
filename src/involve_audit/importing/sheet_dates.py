"""Dates as they come out of spreadsheets, in the words of the project file."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from involve_audit.importing.heading_words import MONTHS
from involve_audit.project.values import read_dates

if TYPE_CHECKING:
    from collections.abc import Iterable

_SLASHED = re.compile(
    r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/.-]*\d)(?:[ T]+\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]m)?)?",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ ,-]+['’]?(\d{2})", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +", re.IGNORECASE)
_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.0+)?)?")
_SERIAL = re.compile(r"[2-6]\d{4}")
_EDGE = re.compile(r"\s*(?:[-–—:;,(|\n]|(?<!\d)/|\bat\b|\bby\b|\bvia\b|\bin\b(?= (?:a|an|person)\b))\s*", re.IGNORECASE)
EPOCH, EPOCH_1904 = dt.date(1899, 12, 30), dt.date(1904, 1, 1)
"""The day from which a spreadsheet counts."""


_OF_MONTH = {word: month for month, words in MONTHS.items() for word in words.split()}
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:\.|er|º|°|ª)? ?(?:de )?)?([^\W\d]{3,10})\.?(?: del?)? (\d{4})", re.IGNORECASE)
"""`3. März 2025`, `1er mars 2025`, `3 de abril de 2025`, `Mai 2025`."""


def _in_english(text: str) -> str:
    """A date whose month is named in another language, in English."""
    found = _IN_WORDS.fullmatch(text)
    month = _OF_MONTH.get(found[2].casefold()) if found else None
    return " ".join(filter(None, (found[1], month, found[3]))) if found and month else text


def understood(text: str) -> bool:
    """Whether the project file takes it for a date."""
    try:
        read_dates(text)
    except (ValueError, TypeError):
        return False
    return True


def order_of(cells: Iterable[str]) -> str:
    """Whether a column writes the day first or the month first, as far as its own cells tell: `day`, `month` or empty.

    >>> order_of(["03/04/2025", "25/04/2025"])
    'day'
    """
    firsts = seconds = False
    for cell in cells:
        for found in _SLASHED.finditer(cell):
            firsts, seconds = firsts or int(found[1]) > 12, seconds or int(found[3]) > 12
    return "day" if firsts and not seconds else "month" if seconds and not firsts else ""


def is_day(cell: str) -> bool:
    """Whether a cell is a date and nothing else, whichever way its day and month are meant; a number or a year alone may be anything."""
    text = " ".join(cell.split())
    return bool(re.search(r"\d", text)) and not re.fullmatch(r"\d+", text) and date_of(text, "day") is not None


def may_be_both(cell: str) -> bool:
    """Whether a text holds a day that may as well be a month."""
    return any(int(f[1]) <= 12 and int(f[3]) <= 12 and f[1] != f[3] and f[2] != "." for f in _SLASHED.finditer(cell))


def date_of(cell: str, order: str = "", *, serials: dt.date | None = None) -> str | None:
    """A cell as a date that the project file understands; None where it is none, or can be misread.

    Args:
        cell: the text.
        order: what `order_of` says of the column.
        serials: the day from which a bare number counts days; None where it can be none.
    """
    text = " ".join(cell.split())
    if serials and _SERIAL.fullmatch(text):
        return (serials + dt.timedelta(days=int(text))).isoformat()
    if timed := _TIME.fullmatch(text):
        text = timed[1]
    text = _WEEKDAY.sub("", text, count=1) if _WEEKDAY.match(text) else text
    text = _in_english(text)
    if slashed := _SLASHED.fullmatch(text):
        # With points nobody puts the month first.
        order = "day" if slashed[2] == "." else order
        one, other, year = int(slashed[1]), int(slashed[3]), int(slashed[4])
        year += 2000 if year < 100 else 0
        both = one > 12 or other > 12 or one == other
        day, month = (one, other) if one > 12 or (other <= 12 and order != "month") else (other, one)
        if not (both or order) or (one > 12 and other > 12):
            return None
        try:
            return dt.date(year, month, day).isoformat()
        except ValueError:
            return None
    if named := _NAMED.fullmatch(text):
        text = f"{named[1]} {named[2]} 20{named[3]}"
    return text if understood(text) else None


def date_within(cell: str, order: str = "") -> tuple[str | None, str]:
    """The date with which a text begins, or ends in brackets, and what else it says.

    >>> date_within("12 March 2025: online workshop")
    ('12 March 2025', 'online workshop')
    >>> date_within("A workshop")
    (None, 'A workshop')
    """
    text = cell.strip()
    whole = date_of(text, order)
    if whole is not None and re.search(r"\d", text):
        return whole, ""
    for edge in _EDGE.finditer(text):
        if edge.start() > 40:
            break
        head = text[: edge.start()].strip()
        # Of a date in the middle of nothing only what has its year counts; "Y 03" is none.
        whole_year = re.search(r"(?:19|20)\d\d", head) or _SLASHED.fullmatch(head) or _NAMED.fullmatch(head)
        if whole_year and (found := date_of(head, order)):
            return found, text[edge.end() :].strip().removesuffix(")") if "(" in edge[0] and text.count(
                "("
            ) == 1 else text[edge.end() :].strip()
    if (tail := re.search(r"\s*(?:\(([^()]{4,30})\)|[,–—-]\s*([^,–—-]{4,30}))\.?$", text)) and re.search(
        r"\d{4}", tail[0]
    ):
        found = date_of((tail[1] or tail[2]).strip(), order)
        if found:
            return found, text[: tail.start()].strip()
    # At the end of a text without a mark before it, a day with all its digits can be nothing else.
    last = text.rpartition(" ")
    if last[0] and _SLASHED.fullmatch(last[2]) and (found := date_of(last[2], order)):
        return found, last[0].strip()
    return None, text
