"""A passage of a document, and what the project file would tell if it is so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

Values = tuple[tuple[str, Any], ...]
"""Keys with what would stand there: a value as people write it, or a list of words."""


@dataclass(frozen=True)
class Proposal:
    """What one passage would tell at one place of the project file.

    Attributes:
        at: the place: a practice, a named room, or a list that gains an entry.
        values: what would stand there.
        entry: whether it is one more entry of a list.
        sentence: the passage, as it stands in the document.
        line: where it stands: the line, or in a word processor's file the paragraph.
        heading: the heading that it stands below; empty where there is none.
        differs: where the file says otherwise already: what stands there, key by key.
    """

    at: tuple[str, ...]
    values: Values
    entry: bool = False
    sentence: str = ""
    line: int = 0
    heading: str = ""
    differs: Values = field(default=(), compare=False)

    def value(self, key: str) -> Any:
        """What would stand at one key; None where nothing would."""
        return dict(self.values).get(key)

    def with_values(self, **values: Any) -> Proposal:
        """The same passage with other values; None takes a key out."""
        merged = {**dict(self.values), **values}
        return replace(self, values=tuple((k, v) for k, v in merged.items() if v is not None))
