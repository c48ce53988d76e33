"""A small file with the boxes of a funder's form and how much each takes; a draft is then laid out box by box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from involve_audit.judge.exports import pattern
from involve_audit.language import _
from involve_audit.load import read, read_declared
from involve_audit.project.fields import Told, needs
from involve_audit.project.fields import asks as may_say
from involve_audit.project.values import CountField
from involve_audit.results.boxes import TITLE, Box, FormBoxes
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import Wrong, hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.wording.messages import Path

MOST_WORDS = 100_000
MOST_CHARACTERS = 1_000_000


class BoxTold(Told):
    """One box of a form."""

    title: str = needs(_("Its heading, as the form has it."))
    words: CountField | None = may_say(_("At most so many words. Left out, with no other limit: no limit."))
    characters: CountField | None = may_say(_("At most so many characters, spaces counted."))
    limit: Literal["not known"] | None = may_say(_("The form has a limit here, and it could not be read."))
    holds: tuple[str, ...] = needs(_("Which sections of the text go into it: purpose, plans, costs … or the title."))
    source: str | None = may_say(_("Where this limit stands, if elsewhere than the others."))
    read: str | None = may_say(_("When this limit was read there, if at another time than the others."))
    note: str | None = may_say(_("What whoever fills it in should know."))


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
    return FormBoxes(file.title, tuple(_box(box, file) for box in file.form))


def _box(box: BoxTold, file: BoxesFile) -> Box:
    return Box(
        box.title,
        None if box.words is None else box.words.high,
        None if box.characters is None else box.characters.high,
        box.limit is None,
        tuple(box.holds),
        box.source or file.source,
        box.read or file.read,
        box.note or "",
    )


def _faults(file: BoxesFile) -> Iterator[tuple[Path, Wrong]]:
    there = (TITLE, *sections())
    taken: dict[str, str] = {}
    for n, box in enumerate(file.form):
        for m, section in enumerate(box.holds):
            if section not in there:
                yield (
                    ("form", n, "holds", m),
                    Wrong(
                        "'{section}' is no section of the text", section=marked(section), advice=hint(section, there)
                    ),
                )
            elif section in taken:
                yield (
                    ("form", n, "holds", m),
                    Wrong(
                        "'{section}' stands in the box '{taken}' already", section=section, taken=marked(taken[section])
                    ),
                )
            taken.setdefault(section, box.title)
        for unit, limit, most in (("words", box.words, MOST_WORDS), ("characters", box.characters, MOST_CHARACTERS)):
            if limit is None:
                continue
            if box.limit is not None:
                yield (
                    ("form", n, "limit"),
                    Wrong("the limit is said to be not known, and {unit} tells it; take one of them out", unit=unit),
                )
            if limit.low != limit.high or not 0 < limit.low <= most:
                yield (
                    ("form", n, unit),
                    Wrong(
                        "'{limit}' is no limit; write how many {unit} the box takes, such as 350",
                        limit=marked(limit.text),
                        unit=unit,
                    ),
                )
