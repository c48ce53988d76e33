"""Short names for entries that the rest of a file refers to: rooms, sources, organisations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 40
_ANSWERS = ("none", "no", "yes", "unknown", "null", "true", "false", "on", "off", "y", "n")
"""Words that say something else where a name could stand."""


def free_name(words: str, taken: Iterable[str], *, whole: bool = False, of: str = "entry") -> str:
    """A short name for an entry, made of the words for it, that no other has.

    >>> free_name("Steering group (monthly)", ["steering_group"])
    'steering_group_monthly'
    >>> free_name("PPI log 2025, new", [], whole=True)
    'ppi_log_2025_new'

    Args:
        words: what people call it.
        taken: the names that are there.
        whole: all words, as of a file that is known by its name; else as many as tell it apart.
        of: what stands before a name that would be read as a number or an answer.
    """
    there = set(taken)
    parts = re.findall(r"[a-z0-9]+", words.casefold())

    def stem_of(some: list[str]) -> str:
        stem = "_".join(some)[:LONGEST].rstrip("_") or of
        return stem if stem[0].isalpha() and stem not in _ANSWERS else f"{of}_{stem}"

    stem = stem_of(parts if whole else parts[:2])
    if stem in there and len(parts) > 2:
        stem = stem_of(parts if whole else parts[:4])
    name, number = stem, 2
    while name in there:
        name, number = f"{stem}_{number}", number + 1
    return name
