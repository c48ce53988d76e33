"""Drafts beside a project file: which of them are new in it, which differ, and the file with one of them in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from involve_audit.drafts.file_names import tells_of_nobody
from involve_audit.interview.answer_reading import kind_of_source
from involve_audit.interview.writing import stands
from involve_audit.interview.writing import told as told_in
from involve_audit.load import read, read_project
from involve_audit.project.fields import Told, annotation, at, tidy
from involve_audit.project.model import Project
from involve_audit.project.names import free_name
from involve_audit.project.practice import Listing
from involve_audit.project.values import Count, Dates, Money, Period, read_count, read_dates, read_money, read_period
from involve_audit.wording.messages import NEW
from involve_audit.yamlfile.editing import put, put_anew

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.drafts.proposal import Proposal
    from involve_audit.interview.question import Place

_SUBJECTS = ("what", "changed", "said")
_LATER = {"planned": 0, "ongoing": 1, "done": 2, "stopped": 2}
_BEFORE_THE_WORK = ("idea", "applying", "funded")
_OVER = ("finished", "cancelled")
_READERS = {Count: read_count, Money: read_money, Period: read_period, Dates: read_dates}
_HAS_NO_SOURCE = ("project", "voices", "influence")
"""Sections in which a source would stand for every answer that stands directly in them."""


def beside(text: str, proposals: Iterable[Proposal], name: str = "project.yaml") -> tuple[Proposal | None, ...]:
    """Each draft as it would tell a file something, with what it says otherwise; None for one that tells it nothing new.

    What a draft says of the time fits the phase that the file tells: in an application what "is paid" is planned, and in work that is
    over what "is paid" was paid.

    Raises:
        InputError: the file cannot be read.
    """
    document = read(text, name)
    project = read_project(document)
    phase = at(project, ("project", "phase"))
    placed = (_in_phase(_in_its_room(project, p), phase) for p in proposals)
    return tuple(_told_beside(document.tree, project, p) for p in placed)


def _in_phase(proposal: Proposal, phase: str | None) -> Proposal:
    status = proposal.value("status")
    if (
        status == "ongoing"
        and phase in _BEFORE_THE_WORK
        and not re.search(r"\b(?:has|have|already|now|since)\b", proposal.sentence)
    ):
        return proposal.with_values(status="planned")
    if status == "ongoing" and phase in _OVER:
        return proposal.with_values(status="done")
    return proposal


def _in_its_room(project: Project, proposal: Proposal) -> Proposal:
    """The draft at the name that its group has in the file, where it is told there."""
    if proposal.at[0] != "rooms":
        return proposal
    wanted = tidy(str(proposal.value("name")))
    rooms = at(project, ("rooms",)) or {}
    for key, room in rooms.items():
        if wanted in (tidy(str(room.name or "")), key.replace("_", " ")):
            return replace(proposal, at=("rooms", key))
    key = proposal.at[1] if proposal.at[1] not in rooms else free_name(str(proposal.value("name")), rooms)
    return replace(proposal, at=("rooms", key))


def _told_beside(tree: dict[str, Any], project: Project, proposal: Proposal) -> Proposal | None:
    """A draft without what the file tells alike; None where nothing is left of it."""
    nothing = _told_nothing(tree, proposal.at)
    if proposal.entry:
        return None if _is_listed(project, proposal) else replace(proposal, differs=nothing)
    if nothing:
        return replace(proposal, differs=nothing)
    told = at(project, proposal.at)
    if proposal.at[0] == "stages" and isinstance(told, tuple):
        if len(told) > 1 or (told and not isinstance(told[0], Told)):
            return None if any(getattr(t, "role", None) == proposal.value("role") for t in told) else proposal
        told = told[0] if told else None
    kept: list[tuple[str, Any]] = []
    differs: list[tuple[str, Any]] = []
    for key, value in proposal.values:
        there = getattr(told, key, None) if isinstance(told, Told) else None
        if there is None or (there == "unknown"):
            kept.append((key, value))
        elif not _same(there, value):
            if key == "status" and _LATER.get(str(there), 0) >= _LATER.get(str(value), 0):
                continue  # the file is further on than the document
            if key == "name":
                continue
            kept.append((key, value))
            differs.append((key, there))
    new = [key for key, _ in kept if key not in ("status", "name", "by")]
    if not new and not differs:
        only_there = told is None and any(k == "status" for k, _ in kept)
        return replace(proposal, values=tuple(kept)) if only_there else None
    return replace(proposal, values=tuple(kept), differs=tuple(differs))


def _told_nothing(tree: dict[str, Any], place: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Where a file says that there is nothing at a place, or above it, or that a list is complete: what stands there."""
    for length in range(1, len(place) + 1):
        there = stands(tree, place[:length])
        if there == [] or (isinstance(there, str) and tidy(there) in ("none", "no", "never")):
            return ((".".join(place[:length]), "none"),)
        if isinstance(there, dict) and tidy(str(there.get("answer", ""))) in ("none", "no"):
            return ((f"{'.'.join(place[:length])}.answer", str(there["answer"])),)
        if length == len(place) and isinstance(there, dict) and there.get("complete") == "yes" and "entries" in there:
            return ((f"{'.'.join(place)}.complete", "yes"),)
    return ()


def _is_listed(project: Project, proposal: Proposal) -> bool:
    """Whether an entry that says the same stands in the list already."""
    listed = at(project, proposal.at)
    entries = (listed.entries if isinstance(listed, Listing) and hasattr(listed, "entries") else listed) or ()
    for entry in entries:
        if "role" in dict(proposal.values):
            if entry.role == proposal.value("role"):
                return True
        elif any(
            getattr(entry, k, None) and tidy(str(getattr(entry, k))) == tidy(str(proposal.value(k))) for k in _SUBJECTS
        ):
            return True
    return False


def _same(there: Any, value: Any) -> bool:
    reader = _READERS.get(type(there))
    if reader is not None:
        try:
            drafted = reader(value)
        except ValueError:
            return False
        return all(
            getattr(there, a, None) == getattr(drafted, a, None)
            for a in ("low", "high", "amount", "days", "first", "last")
        )
    if isinstance(there, tuple):
        drafted_words = {tidy(str(v)) for v in (value if isinstance(value, list) else [value])}
        return drafted_words <= {tidy(str(v)) for v in there}
    return bool(tidy(str(there)) == tidy(str(value)))


def shown(there: Any) -> str:
    """What the file says, as it is written there."""
    if isinstance(there, tuple):
        return ", ".join(map(str, there))
    return str(getattr(there, "text", there))


# --- into the file ---------------------------------------------------------------------------------------


def accepted(text: str, proposal: Proposal, document: str, name: str = "project.yaml") -> str:
    """The file with a draft in it that somebody has said is so; every other byte stays.

    Args:
        text: the file.
        proposal: the draft, as `beside` gave it.
        document: the name of the document, which stands as a source behind the answer where the format takes one.
        name: the name of the file, for messages.

    Raises:
        CannotInsert: the file is written in a way in which it cannot be put there.
        InputError: the file could not be read with it.
    """
    before = read(text, name)
    project = read_project(before)
    values = dict(proposal.values)
    for key, _ in proposal.differs:
        if key in values:
            place, value = _as_written(before.tree, (*proposal.at, key)), values.pop(key)
            text = put_anew(text, place, value, name)
    shown_by = getattr(_one(at(project, proposal.at)), "source", None)
    if _takes_source(proposal) and (proposal.entry or shown_by is None):
        text, values["source"] = _with_source(text, document, name)
    if values:
        text = _written(text, proposal, values, name)
    read_project(read(text, name))
    return text


def _one(told: Any) -> Any:
    return told[0] if isinstance(told, tuple) and len(told) == 1 else told


def _written(text: str, proposal: Proposal, values: dict[str, Any], name: str) -> str:
    place = proposal.at
    if proposal.entry:
        kind = annotation(annotation(Project, place[0]), place[1])
        listing = isinstance(kind, type) and issubclass(kind, Listing)
        return told_in(text, (((*place, *(("entries",) if listing else ()), NEW), values),), name)
    if place[0] == "stages":
        spans = at(read_project(read(text, name)), place) or ()
        if len(spans) > 1:
            return told_in(text, (((*place, NEW), values),), name)
        return told_in(text, tuple(((*place, 0, k), v) for k, v in values.items()), name)
    return told_in(text, tuple(((*place, k), v) for k, v in values.items()), name)


def _as_written(tree: dict[str, Any], place: tuple[str, ...]) -> tuple[str | int, ...]:
    """The place of something that stands in the file already, as the file is written."""
    from involve_audit.interview.writing import in_the_file

    full: Place = (*place[:2], 0, *place[2:]) if place[0] == "stages" else place
    return in_the_file(tree, full, "")[0]


def _takes_source(proposal: Proposal) -> bool:
    """Whether an answer at this place names a source of its own."""
    return (
        proposal.entry
        or proposal.at[0] == "rooms"
        or (len(proposal.at) > 1 and proposal.at[0] not in _HAS_NO_SOURCE)
        or proposal.at[:2] in (("influence", "feedback"), ("influence", "credit"))
    )


_SAFE = "document"


def source_of(document: str) -> dict[str, str]:
    """What stands under `sources` for a document: its kind, and its file name unless that may name somebody.

    >>> source_of("application_v2.docx")
    {'kind': 'application', 'where': 'application_v2.docx'}
    >>> source_of("Okafor application.docx")
    {'kind': 'application', 'title': 'A document whose file name may name somebody'}
    """
    base = re.split(r"[/\\]", document)[-1]
    stem = base.rpartition(".")[0] or base
    kind = kind_of_source(re.sub(r"[_\-.]+", " ", stem))
    if tells_of_nobody(stem):
        return {"kind": kind, "where": base}
    return {"kind": kind, "title": "A document whose file name may name somebody"}


def _with_source(text: str, document: str, name: str) -> tuple[str, str]:
    """The file with the document among its sources, and the short name that it has there."""
    wanted = source_of(document)
    sources = read(text, name).tree.get("sources")
    there = sources if isinstance(sources, dict) else {}
    for key, told in there.items():
        if isinstance(told, dict) and all(told.get(k) == v for k, v in wanted.items() if k != "kind"):
            return text, key
    key = free_name(wanted["kind"] if wanted["kind"] != "other" else _SAFE, there)
    return put(text, ("sources", key), wanted, name), key
