"""A sentence as rules look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

_SAME = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-", "\u00a0": " "}
)


def plain(text: str) -> str:
    """A text as rules look at it: one kind of quotation mark, hyphen and blank. No character is lost or added."""
    return text.translate(_SAME)


def without_quotes(text: str, quoted: Iterable[tuple[int, int]]) -> str:
    """A sentence with blanks for what is quoted in it, in its length."""
    for a, b in quoted:
        text = text[:a] + " " * (b - a) + text[b:]
    return text


def blank(found: re.Match[str]) -> str:
    """Blanks for words that do not count, in their length."""
    return " " * len(found[0])
