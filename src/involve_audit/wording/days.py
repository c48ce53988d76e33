"""Days and months as people write them: numbers in a file are read with care and said in words."""

from __future__ import annotations

import re

from involve_audit.language import _

MONTHS = (
    _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
    _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
)  # fmt: skip


_DAY = r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?"


def in_words(text: str) -> str:
    """The text with its dates in words, where they stand in numbers; all else stays as it was written.

    >>> in_words("2026-11-02")
    '2 November 2026'
    >>> in_words("2023-01 to 2023-03")
    'January 2023 to March 2023'
    >>> in_words("2012-07/2012-10"), in_words("2012/2016"), in_words("2024/25")
    ('July 2012 to October 2012', '2012 to 2016', '2024/25')
    >>> in_words("2024-25, before design")
    '2024-25, before design'
    """
    text = re.sub(rf"(?<![\w/-])({_DAY})/(?={_DAY}(?![\w/-]))", _("{first} to ", first=r"\1"), text)
    return re.sub(r"(?<![\w-])([0-9]{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?(?![\w-])", _in_words, text)


def _in_words(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    name = MONTHS[int(month) - 1]
    return (
        _("{day} {month} {year}", day=int(day), month=name, year=year)
        if day
        else _("{month} {year}", month=name, year=year)
    )
