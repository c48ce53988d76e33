"""What every kind of file is read into, paragraph by paragraph, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass, field

MAX_TEXT = 100_000
"""Characters of text: some forty pages. An advert has a few."""
TOO_LONG = f"the text has more than {MAX_TEXT:,} characters; an advert has a few pages. Is this the right file?"


class NotReadable(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """A text that cannot be read, and what would help."""


@dataclass
class Block:
    """A paragraph, list item, heading or cell that is being put together from pieces with their lines."""

    pieces: list[tuple[int, str]] = field(default_factory=list)
    heading: bool = False
    quoted: bool = False
