"""A project that notes where somebody looked in it: its sections, and the keys of these."""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from itertools import repeat
from typing import TYPE_CHECKING, Any

from involve_audit.project.fields import Told
from involve_audit.project.practice import Listing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.project.fields import Path
    from involve_audit.project.model import Project

    Place = tuple[str | int, ...]
    """A section, or a section and one of its keys; of `Noted`, the path of an answer."""

EVERYTHING = "__dict__"
"""The name under which Python asks an object for everything that it holds."""
ANY = "*"
"""Stands in a place for an entry of a list, or for one of several that have names."""
_NOTE = "note where it was looked"


def is_section(part: Any) -> bool:
    """Whether it is noted which keys of a part of the project are asked for, and not only that it is."""
    return isinstance(part, Told) and not isinstance(part, Listing)


def watched(project: Project, looked: set[Place]) -> Project:
    """The same project, which notes where it was looked."""
    parts = {name: noting(part, looked, name) if is_section(part) else part for name, part in vars(project).items()}
    made: Project = noting(project, looked)
    object.__getattribute__(made, EVERYTHING).update(parts)
    return made


def noting(part: Told, looked: set[Place], *place: str) -> Any:
    """The same part, which notes the keys that it is asked for."""
    made = object.__new__(_noting(type(part)))  # type: ignore[arg-type] # a class can be hashed
    held = object.__getattribute__(made, EVERYTHING)
    held.update(vars(part))
    held[_NOTE] = lambda key: looked.add((*place, key))
    return made


@cache
def _noting(cls: type[Told]) -> Any:
    noted, look = {*cls.questions, EVERYTHING}, object.__getattribute__

    class Noting(cls):  # type: ignore[misc, valid-type]
        def __getattribute__(self, key: str) -> Any:
            if key in noted and (note := look(self, EVERYTHING).get(_NOTE)) is not None:
                note(key)
            return look(self, key)

    return Noting


TOLD_APART = 24
"""Of so many entries each has a place of its own; more are one, so that a file of a thousand has no more places than one of thirty."""


def _names(entries: Sequence[Any] | dict[str, Any]) -> Iterable[str | int]:
    """What stands for each entry in a place."""
    if len(entries) > TOLD_APART:
        return repeat(ANY, len(entries))
    return entries if isinstance(entries, dict) else range(len(entries))


def places_of(project: Project, path: Path) -> frozenset[Place] | None:
    """Where a project may differ, as `Noted` notes places, if another answer stood at a path of the file; None where that is not known.

    Args:
        project: what the file tells, what is disputed too.
        path: the place of one answer, as it is written: the only span of a stage, and the entries of a list, may stand without a step.
    """
    # Text behind the whole file stands behind each of its answers; what is disputed or overturned is judged as something else.
    if path[0] == "filled_in":
        return None
    found: set[Place] = set()
    part: Any = project
    place: Place = ()
    for step in path:
        if isinstance(part, Listing) and step not in part.questions:
            found.add((*place, EVERYTHING))
            part, place = vars(part).get("entries"), (*place, "entries")
        elif type(part) is tuple and len(part) == 1 and isinstance(step, str):
            part, place = part[0], (*place, 0)
        if isinstance(part, Told):
            held = vars(part)
            if held.get("disputed") or held.get("overturned_by"):
                return None
            found.add((*place, EVERYTHING))
            part, place = held.get(str(step)), (*place, step)
        elif isinstance(part, (tuple, dict)):
            place = (*place, step if len(part) <= TOLD_APART else ANY)
            part = part[step]  # type: ignore[index]
        else:
            break
    if isinstance(part, Told) or (isinstance(part, tuple) and any(isinstance(one, Told) for one in part)):
        return None
    found.add(place)
    return frozenset(found)


class Noted:
    """A project that notes where one looks in it, at every depth: made once, and asked for one thing after the other (`into`).

    A place is the path of an answer. In a long list `ANY` stands for the number of an entry, and for the name of one: so much is
    enough to tell that nobody looks at what rooms cost.
    """

    def __init__(self, project: Project) -> None:
        self.looked: set[Place] = set()
        self.project: Project = self._noting(project, ())

    @contextmanager
    def into(self, looked: set[Place]) -> Iterator[Project]:
        """The project; until it is given back, it notes in a set where one looks."""
        before, self.looked = self.looked, looked
        try:
            yield self.project
        finally:
            self.looked = before

    def _noting(self, value: Any, place: Place) -> Any:
        if isinstance(value, Told):
            made = object.__new__(_noting(type(value)))  # type: ignore[arg-type] # a class can be hashed
            held = object.__getattribute__(made, EVERYTHING)
            held.update(vars(value))
            held[_NOTE] = _Note(self, place, held)
            return made
        if isinstance(value, dict):
            return {
                key: self._noting(one, (*place, name))
                for (key, one), name in zip(value.items(), _names(value), strict=True)
            }
        if type(value) is tuple and any(isinstance(one, (Told, dict, tuple)) for one in value):
            return tuple([self._noting(one, (*place, name)) for one, name in zip(value, _names(value), strict=True)])
        return value


class _Note:
    """Notes the keys that a part is asked for; what stands below one notes too, from when it is asked for."""

    __slots__ = ("_held", "_noted", "_place", "_waiting")

    def __init__(self, noted: Noted, place: Place, held: dict[str, Any]) -> None:
        self._noted = noted
        self._place = place
        self._held = held
        self._waiting = {key for key, one in held.items() if isinstance(one, (Told, dict, tuple))}

    def __call__(self, key: str) -> None:
        self._noted.looked.add((*self._place, key))
        waiting = self._waiting
        if key in waiting:
            self._below(key)
        elif waiting and key == EVERYTHING:
            for name in tuple(waiting):
                self._below(name)

    def _below(self, key: str) -> None:
        self._waiting.discard(key)
        self._held[key] = self._noted._noting(self._held[key], (*self._place, key))


def changed_places(one: Any, other: Any) -> set[Place]:
    """Where two projects differ, as `Noted` notes places; what is one and the same object is not looked into."""
    found: set[Place] = set()
    _compare(one, other, (), found)
    return found


def _compare(one: Any, other: Any, place: Place, found: set[Place]) -> bool:
    """Note where two parts differ, and say whether they do. Long files have thousands of entries: nothing is called for what is the same."""
    if one is other:
        return False
    if isinstance(one, Told) and type(one) is type(other):
        ours, theirs = vars(one), vars(other)
        changed = False
        for key in ours.keys() | theirs.keys():
            a, b = ours.get(key), theirs.get(key)
            if a is b:
                continue
            if isinstance(a, (Told, tuple, dict)):
                changed |= _compare(a, b, (*place, key), found)
            elif a != b:
                found.add((*place, key))
                changed = True
        if changed:
            found.add((*place, EVERYTHING))
        return changed
    if isinstance(one, tuple) and isinstance(other, tuple) and len(one) == len(other):
        return _compare_below(zip(one, other, _names(one), strict=True), place, found)
    if isinstance(one, dict) and isinstance(other, dict) and list(one) == list(other):
        return _compare_below(zip(one.values(), other.values(), _names(one), strict=True), place, found)
    if one != other:
        found.add(place)
        return True
    return False


def _compare_below(pairs: Iterable[tuple[Any, Any, str | int]], place: Place, found: set[Place]) -> bool:
    changed = False
    for ours, theirs, name in pairs:
        if ours is theirs:
            continue
        if isinstance(ours, (Told, tuple, dict)) and type(ours) is type(theirs):
            changed |= _compare(ours, theirs, (*place, name), found)
        elif ours != theirs:
            # Whoever asks for a list is given the words in it.
            found.add(place)
            changed = True
    return changed
