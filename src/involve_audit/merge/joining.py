"""Writing what was settled into the text of the first file: every other byte stays as it is."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from involve_audit.interview.writing import in_the_file, stands
from involve_audit.load import read
from involve_audit.project.practice import Entry
from involve_audit.wording.messages import NEW, flow, one_line
from involve_audit.yamlfile.editing import (
    CannotInsert,
    alone,
    put_anew,
    put_at_once,
    put_items,
    taken_out,
    with_comments,
    with_told,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from involve_audit.merge.differences import Difference
    from involve_audit.project.model import Project
    from involve_audit.wording.messages import Path

Settled = Literal["first", "second", "both", "disputed", "open"]
"""How a difference was settled: by either account, by both lists of words, as disputed, or not at all."""


@dataclass
class Joined:
    """A file that two were merged into.

    Attributes:
        text: the text.
        not_written: what could not be written into the first file without touching the rest, with the reason.
        marks: where something was put in, with the comment that is to stand above it.
    """

    text: str
    not_written: list[tuple[Difference, str]] = field(default_factory=list)
    marks: list[tuple[Path, str]] = field(default_factory=list)


def joined(
    text: str,
    found: Sequence[Difference],
    settled: Mapping[int, Settled],
    *,
    name: str = "project.yaml",
    mark: str = "",
    other: str = "the second file",
    by: str = "",
    project: Project | None = None,
) -> Joined:
    """The first file with what the second adds, and with each difference as it was settled.

    Args:
        text: the first file.
        found: what the comparison found.
        settled: for differences, by their number in `found`, how each was settled; those that are left out are open.
        name: the name of the first file, for messages.
        mark: a comment that stands above what only the second file says; empty for none.
        other: the second file's name, for comments above what is open.
        by: who tells it otherwise, for what stays disputed.
        project: the first file as it was read, for what stays disputed.

    Raises:
        InputError: the first file cannot be read.
    """
    done = Joined(text)
    tree = read(text, name).tree
    changes: list[tuple[Difference, Path, Any, str]] = []
    removals: list[Difference] = []
    disputes: dict[Path, list[Difference]] = {}
    still_open: list[list[tuple[Path, str]]] = []
    for n, one in enumerate(found):
        if one.kind == "differs" and settled.get(n, "open") != "open":
            _settle_comment(done, tree, one, other, name)
        how = settled.get(n, "open") if one.kind == "differs" else one.kind
        if how == "second" and one.second is None:
            removals.append(one)
        elif how == "second":
            changes.append((one, one.place, one.second, mark if one.kind == "second" else ""))
        elif how == "both":
            changes.append((one, one.place, both(one), ""))
        elif how == "disputed" and project is not None:
            entry = entry_around(project, one.place)
            if entry is not None:
                disputes.setdefault(entry, []).append(one)
        elif how == "open":
            still_open.append(_places_of_comment(tree, one, other))
    done.text = with_comments(done.text, still_open, name)
    for entry, told in disputes.items():
        says = "; ".join(otherwise(one, len(entry)) for one in told)
        changes.append((told[0], (*entry, "disputed"), {"by": by, "says": says}, ""))
    # Nothing that is added at the end of a list, and nothing that is changed in it, moves what stands before it.
    tree = _write_all(done, tree, [change for change in changes if NEW not in change[1]], name)
    added: dict[Path, list[tuple[Difference, Any, str]]] = {}
    for one, place, value, remark in (change for change in changes if NEW in change[1]):
        added.setdefault(place, []).append((one, value, remark))
    for place, entries in added.items():
        tree = _add(done, tree, place, entries, name)
    # Where no line is above it, the list that is printed names it.
    done.text = with_comments(done.text, ([mark] for mark in done.marks), name)
    for one in sorted(removals, key=_last_first, reverse=True):
        tree = _take_out(done, tree, one, name)
    return done


def ways(one: Difference, project: Project) -> tuple[Settled, ...]:
    """How a difference may be settled besides by either account: by both lists of words, or as disputed where the format has that.

    Args:
        one: the difference.
        project: the first file as it was read.
    """
    found: list[Settled] = ["both"] if one.words and one.first is not None and one.second is not None else []
    return (*found, "disputed") if entry_around(project, one.place) is not None else tuple(found)


def _last_first(removed: Difference) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in removed.place]


def both(one: Difference) -> list[Any]:
    """The words of both lists, each once."""
    first, second = (v if isinstance(v, list) else [v] for v in (one.first, one.second))
    return [*first, *(v for v in second if v not in first)]


def otherwise(one: Difference, below: int) -> str:
    """What the other account says of an entry, in words: `role: led`."""
    key = " ".join(str(step) for step in one.place[below:] if isinstance(step, str) and step != NEW)
    told = flow(one.second) if one.second is not None else "not told"
    return f"{key}: {told}" if key else told


def entry_around(project: Project, place: Path) -> Path | None:
    """The nearest part around a place that may be `disputed`; None where the format has none."""
    here: Any = project
    nearest: Path | None = None
    for n, step in enumerate(place):
        if isinstance(here, Entry) and n and step not in ("disputed", "note"):
            nearest = place[:n]
        if isinstance(here, tuple):
            here = here[step] if isinstance(step, int) and step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) else getattr(here, str(step), None)
    if isinstance(here, Entry) and place:
        nearest = place
    return nearest


def _write_all(done: Joined, tree: Any, changes: Sequence[tuple[Difference, Path, Any, str]], name: str) -> Any:
    """At once, for to read the file back takes most of the time; in two halves where that does not fit, down to one after the other."""
    if len(changes) < 2:
        for one, place, value, remark in changes:
            tree = _write(done, tree, one, place, value, remark, name)
        return tree
    answers: list[tuple[Path, Any]] = []
    marks: list[tuple[Path, str]] = []
    then = tree
    try:
        for _one, place, value, remark in changes:
            where, what = _to_write(then, place, value)
            then = with_told(then, where, what)
            answers.append((where, what))
            marks += [(_begun_with(then, where), remark)] if remark else []
        done.text = put_at_once(done.text, answers, name)
    except CannotInsert:
        half = len(changes) // 2
        return _write_all(done, _write_all(done, tree, changes[:half], name), changes[half:], name)
    done.marks += marks
    return then


def _to_write(tree: Any, place: Path, value: Any) -> tuple[Path, Any]:
    """Where something is written in the file, and what."""
    disputed = place[-1] == "disputed"
    if disputed:
        place, value = _more_disputed(tree, place, value)
    where, what = in_the_file(tree, place, value)
    if not disputed and isinstance(stands(tree, place), str):
        what = value  # the word that stood for the whole gives way; it says nothing beside the group
    return where, what


def _write(done: Joined, tree: Any, one: Difference, place: Path, value: Any, remark: str, name: str) -> Any:
    try:
        where, what = _to_write(tree, place, value)
        text = put_anew(done.text, where, what, name)
        tree = with_told(tree, where, what)
    except CannotInsert as error:
        done.not_written.append((one, str(error)))
        return tree
    done.text = text
    if remark:
        done.marks.append((_begun_with(tree, where), remark))
    return tree


def _add(done: Joined, tree: Any, place: Path, entries: list[tuple[Difference, Any, str]], name: str) -> Any:
    """Entries at the end of one list: the first may have to begin it, and the others go in at once."""
    one, value, remark = entries[0]
    tree = _write(done, tree, one, place, value, remark, name)
    rest = entries[1:]
    if rest and len({remark for *_, remark in rest}) == 1:
        try:
            where = in_the_file(tree, place, "")[0]
            if where[-1] != NEW:
                raise CannotInsert("there is no list yet")
            text = put_items(done.text, where[:-1], [value for _, value, _ in rest], name, above=rest[0][2])
        except CannotInsert:
            pass
        else:
            done.text = text
            for _, value, _ in rest:
                tree = with_told(tree, where, value)
            return tree
    for one, value, remark in rest:
        tree = _write(done, tree, one, place, value, remark, name)
    return tree


def _more_disputed(tree: Any, place: Path, value: Any) -> tuple[Path, Any]:
    """Where one more account goes; a word that stands for the whole part says the same with keys then."""
    if stands(tree, place) is not None:
        return (*place, NEW), value
    return (place[:-1], {"disputed": value}) if isinstance(stands(tree, place[:-1]), str) else (place, value)


def _begun_with(tree: Any, where: Path) -> Path:
    """The widest part that was begun with something that was put in: a comment stands above it."""
    if where[-1] == NEW:
        held = tree
        for step in where[:-1]:
            held = held[step]
        where = (*where[:-1], len(held) - 1)
    return alone(tree, where)


def _words(one: Difference, place: Path, other: str) -> str:
    """The comment above what is still open: what the other file says."""
    return one_line(f"open: {other} says: {otherwise(one, len(place) - (place == one.place))}")


def _places_of_comment(tree: Any, one: Difference, other: str) -> list[tuple[Path, str]]:
    """Where the comment above what is still open may stand, the nearest place first, with its words there."""
    found = []
    for n in range(len(one.place), 0, -1):
        with contextlib.suppress(CannotInsert, LookupError, TypeError):
            found.append((in_the_file(tree, one.place[:n], "")[0], _words(one, one.place[:n], other)))
    return found


def _settle_comment(done: Joined, tree: Any, one: Difference, other: str, name: str) -> None:
    """Take the comment away that an earlier merge left above what is settled now."""
    words = {f"# {_words(one, one.place[:n], other)}" for n in range(1, len(one.place) + 1)}
    lines = done.text.splitlines(keepends=True)
    for n, line in enumerate(lines):
        if line.strip() in words:
            text = "".join(lines[:n] + lines[n + 1 :])
            if read(text, name).tree == tree:
                done.text = text
                return


def _take_out(done: Joined, tree: Any, one: Difference, name: str) -> Any:
    try:
        where = in_the_file(tree, one.place, "")[0]
        if isinstance(one.place[-1], str) and where[-1] != one.place[-1]:
            raise CannotInsert("one word stands there for the whole group")
        done.text = taken_out(done.text, where, name)
    except CannotInsert as error:
        done.not_written.append((one, str(error)))
        return tree
    return without(tree, where)
