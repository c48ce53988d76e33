"""The boxes of a funder's form, and how much each takes."""

from __future__ import annotations

from involve_audit.record import Record

TITLE = "title"
"""What a box holds that takes the title of the work: no section of the text, but funders limit it."""


class Box(Record):
    """One box of a form.

    Attributes:
        title: its heading.
        words: at most so many words; None where no limit of words is given.
        characters: at most so many characters, with spaces; None where no limit of characters is given.
        known: whether the limit is known; False where the form has one that whoever wrote the file could not read.
        holds: which sections of the application text go into it, in this order.
        source: where its limit stands.
        read: when it was read there.
        note: what whoever fills it in should know; may be empty.
    """

    title: str
    words: int | None
    characters: int | None
    known: bool
    holds: tuple[str, ...]
    source: str
    read: str
    note: str


class FormBoxes(Record):
    """The boxes of a form.

    Attributes:
        title: which form.
        boxes: its boxes.
    """

    title: str
    boxes: tuple[Box, ...]
