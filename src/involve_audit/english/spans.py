"""Where the clauses of a sentence begin and end, by its marks and the words that join them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE = re.compile(
    r"[.;:?!]+(?=\s|$)|,? (?:but|so that|while|whereas|although|though)\b|, (?:and|so|or) (?=(?:we|you|i|our|the|a|they|he|she|it|an?|my|members|your|nobody|[A-Z]\w+)\b)",
    re.IGNORECASE,
)


def clauses(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    start = 0
    for found in _CLAUSE.finditer(text):
        # A question mark belongs to its clause: a question speaks of the reader in its own way.
        end = found.end() if found[0].startswith("?") else found.start()
        if text[start:end].strip():
            yield start, end
        start = end
    if text[start:].strip():
        yield start, len(text)


def clause_of(text: str, at: int) -> tuple[int, int]:
    """The clause that holds a place of a sentence."""
    return next((span for span in clauses(text) if span[0] <= at < span[1]), (0, len(text)))
