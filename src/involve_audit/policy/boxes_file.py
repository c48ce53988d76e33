"""A small file with the boxes of a funder's form and how many words each takes; a draft is then laid out box by box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from involve_audit.judge.exports import pattern
from involve_audit.language import _
from involve_audit.load import read, read_declared
from involve_audit.messages import hint
from involve_audit.project.fields import Told, needs
from involve_audit.project.fields import asks as may_say
from involve_audit.project.values import CountField
from involve_audit.results.boxes import Box, FormBoxes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.messages import Path

MOST_WORDS = 100_000


class BoxTold(Told):
    """One box of a form."""

    title: str = needs(_("Its heading, as the form has it."))
    words: CountField | None = may_say(_("At most so many words. Left out: no limit."))
    holds: tuple[str, ...] = needs(_("Which sections of the text go into it: purpose, plans, costs …"))


class BoxesFile(Told):
    """The boxes of a form."""

    boxes: Literal["1"] = needs(_("The version of this file format: 1."))
    title: str = needs(_("Which form, of which funder and stage."))
    source: str = needs(_("Where the limits stand: a page, a guidance document."))
    read: str = needs(_("When they were read there: limits change."))
    form: tuple[BoxTold, ...] = needs(_("The boxes, in the order of the form."))


def sections() -> tuple[str, ...]:
    """The sections of the text of an application, by id."""
    return tuple(
        item["id"] for export in pattern().exports if export["format"] == "application" for item in export["items"]
    )


def load_boxes(data: bytes, name: str) -> FormBoxes:
    """Read the boxes of a form.

    Raises:
        InputError: with every problem, each at its line.
    """
    file = read_declared(BoxesFile, read(data, name, "boxes"), _faults)
    return FormBoxes(
        file.title, file.source, file.read,
        tuple(Box(box.title, None if box.words is None else box.words.high, tuple(box.holds)) for box in file.form),
    )  # fmt: skip


def _faults(file: BoxesFile) -> Iterator[tuple[Path, str]]:
    there = sections()
    taken: dict[str, str] = {}
    for n, box in enumerate(file.form):
        for m, section in enumerate(box.holds):
            if section not in there:
                yield (
                    ("form", n, "holds", m),
                    _("'{section}' is no section of the text; {hint}", section=section, hint=hint(section, there)),
                )
            elif section in taken:
                yield (
                    ("form", n, "holds", m),
                    _("'{section}' stands in the box '{taken}' already", section=section, taken=taken[section]),
                )
            taken.setdefault(section, box.title)
        words = box.words
        if words is not None and (words.low != words.high or not 0 < words.low <= MOST_WORDS):
            yield (
                ("form", n, "words"),
                _("'{words}' is no limit; write how many words the box takes, such as 350", words=words.text),
            )
