"""The comparison of two files that were filled in apart, as a page; pure functions of what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.compare.pairs import identity
from involve_audit.language import _, ngettext
from involve_audit.load import read, read_project
from involve_audit.merge.other_names import OtherNames, other_names
from involve_audit.render.blocks import Heading, PageDocument, items, paragraph, strong, text
from involve_audit.wording.file_words import left_out, marked_place
from involve_audit.wording.messages import NEW, capital, flow, listed, number_says, readable, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.load import Document
    from involve_audit.merge.differences import Difference
    from involve_audit.project.model import Project
    from involve_audit.render.blocks import Block
    from involve_audit.wording.messages import Path

LEFT_OUT = _("(words left out)")
_MOST = 600
"""So many characters of an answer are shown; its line is named."""


class MergeSide:
    """One of the files, as it was read."""

    def __init__(self, name: str, document: Document, project: Project) -> None:
        self.name = name
        self.document = document
        self.project = project

    @classmethod
    def of(cls, data: bytes | str, name: str) -> MergeSide:
        """A file as it is read.

        Raises:
            InputError: it is no project file.
        """
        document = read(data, name)
        return cls(name, document, read_project(document))

    @property
    def writer(self) -> str:
        """Who wrote the file, where it names one side alone; else empty."""
        filled = self.project.filled_in
        return filled.by[0] if filled is not None and filled.by and len(filled.by) == 1 else ""

    def at(self, place: Path) -> str:
        """`a.yaml:12`, for a place of its model or the nearest part that is there."""
        return f"{self.name}:{self.document.at(tuple(s for s in place if s != NEW))[0]}"


def label(one: Difference, first: MergeSide, second: MergeSide, *, excerpts: bool = True) -> str:
    """A place by names: `voices.missing[young carers].action`; without excerpts by numbers, and without names of the file."""
    if not excerpts:
        from involve_audit.schema import vocabulary

        side, place = (first, one.place) if one.first is not None else (second, one.second_place)
        place = place if NEW in place else side.document.true_path(place)
        return left_out(marked_place(shown(tuple(s for s in place if s != "entries")), vocabulary() | {NEW}))
    if NEW in one.place:
        return identity(second.project, one.second_place)
    return identity(first.project, one.place) if one.first is not None else _where_it_would_stand(one, first, second)


def _where_it_would_stand(one: Difference, first: MergeSide, second: MergeSide) -> str:
    return identity(
        second.project if one.second is not None else first.project,
        one.second_place if one.second is not None else one.place,
    )


def says(value: Any, *, excerpts: bool) -> str:
    """What a file says, in one line."""
    if value is None:
        return _("(not told)")
    if not excerpts:
        return LEFT_OUT
    told = readable(flow(value)) or "none"
    return told if len(told) <= _MOST else told[: _MOST - 1] + "…"


def side_by_side(one: Difference, first: MergeSide, second: MergeSide, *, excerpts: bool = True) -> Iterator[Block]:
    """One difference: where, and what each file says there."""
    yield paragraph(strong(label(one, first, second, excerpts=excerpts)), f" ({one.why})" if one.why else "")
    told = ((first, one.place, one.first), (second, one.second_place, one.second))
    for side, place, value in told:
        yield paragraph(f"{_line(side, place, value)}: {says(value, excerpts=excerpts)}", look="minor")
    if one.base is not None:
        yield paragraph(_("before both: {base}", base=says(one.base, excerpts=excerpts)), look="minor")


def _line(side: MergeSide, place: Path, value: Any) -> str:
    return side.name if value is None else side.at(place)


def _kept_as_one(names: OtherNames, first: MergeSide, second: MergeSide, *, excerpts: bool) -> Iterator[str]:
    """What both files keep under another key, and is taken for one."""
    for section, keys in names.items():
        pairs = [
            _("{theirs} ({name}) is {mine} ({name_2})", theirs=theirs, name=second.name, mine=mine, name_2=first.name)
            for theirs, mine in keys.items()
        ]
        which = f": {listed(pairs)}" if excerpts else ""
        yield ngettext(
            "{number} of the {section} has the same name in both files and another key, and is taken for one{which}. The key of {name} is kept.",
            "{number} of the {section} have the same name in both files and another key, and are taken for one{which}. The key of {name} is kept.",
            len(pairs), number=capital(number_says(len(pairs))), section=section, which=which, name=first.name,
        )  # fmt: skip


def document(
    found: Sequence[Difference], first: MergeSide, second: MergeSide, *, three: bool, excerpts: bool = True
) -> PageDocument:
    """Everything that two files do not say alike."""
    names = {} if three else other_names(first.document.tree, second.document.tree)
    blocks: list[Block] = [paragraph(says) for says in _kept_as_one(names, first, second, excerpts=excerpts)]
    if not found:
        return PageDocument(_("{name} and {name_2} say the same.", name=first.name, name_2=second.name), tuple(blocks))
    for which, side in (("first", first), ("second", second)):
        ones = [one for one in found if one.kind == which]
        if ones:
            blocks.append(
                Heading(
                    2,
                    text(
                        _("Only changed in {name} ({number})", name=side.name, number=len(ones))
                        if three
                        else _("Only said in {name} ({number})", name=side.name, number=len(ones))
                    ),
                    which,
                )
            )
        said: list[str] = []
        for one in ones:
            now = one.first if which == "first" else one.second
            place = one.place if which == "first" else one.second_place
            told = says(now, excerpts=excerpts) if now is not None else _("taken out")
            said.append(f"{_line(side, place, now)}: {label(one, first, second, excerpts=excerpts)}: {told}")
        blocks += items(said)
    differ = [one for one in found if one.kind == "differs"]
    if differ:
        blocks.append(Heading(2, text(_("Told otherwise ({differ})", differ=len(differ))), "differs"))
        blocks += items(tuple(side_by_side(one, first, second, excerpts=excerpts)) for one in differ)
    return PageDocument(_("{name} and {name_2}, side by side", name=first.name, name_2=second.name), tuple(blocks))
