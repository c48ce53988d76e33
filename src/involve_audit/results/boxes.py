"""The boxes of a funder's form, and how many words each takes."""

from __future__ import annotations

from involve_audit.record import Record


class Box(Record):
    """One box of a form.

    Attributes:
        title: its heading.
        words: at most so many words; None where there is no limit.
        holds: which sections of the application text go into it, in this order.
    """

    title: str
    words: int | None
    holds: tuple[str, ...]


class FormBoxes(Record):
    """The boxes of a form.

    Attributes:
        title: which form.
        source: where its limits stand.
        read: when they were read there.
        boxes: its boxes.
    """

    title: str
    source: str
    read: str
    boxes: tuple[Box, ...]
