"""A project that notes where somebody looked in it: its sections, and the keys of these."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from involve_audit.project.fields import Told
from involve_audit.project.practice import Listing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.project.fields import Path
    from involve_audit.project.model import Project

    Place = tuple[str, ...]
    """A section, or a section and one of its keys."""

EVERYTHING = "__dict__"
"""The name under which Python asks an object for everything that it holds."""
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
    class Noting(cls):  # type: ignore[misc, valid-type]
        def __getattribute__(self, key: str) -> Any:
            if key in cls.questions or key == EVERYTHING:
                note = object.__getattribute__(self, EVERYTHING).get(_NOTE)
                if note is not None:
                    note(key)
            return object.__getattribute__(self, key)

    return Noting


def places_of(project: Project, path: Path) -> frozenset[Place]:
    """Where a project would differ, as `changed_places` finds it, if something else stood at a path below a section."""
    section = str(path[0])
    within = len(path) > 1 and is_section(vars(project).get(section))
    return frozenset({(section, EVERYTHING), (section, str(path[1])) if within else (section,)})


def changed_places(one: Project, other: Project) -> Iterator[Place]:
    """Where two projects differ, as `watched` notes places; what is one and the same object is not looked into."""
    ours, theirs = vars(one), vars(other)
    same = True
    for name in ours.keys() | theirs.keys():
        a, b = ours.get(name), theirs.get(name)
        if a is b:
            continue
        if is_section(a) and is_section(b):
            mine, others = vars(a), vars(b)
            keys = [k for k in mine.keys() | others.keys() if _differ(mine.get(k), others.get(k))]
            yield from ((name, key) for key in keys)
            if keys:
                same = False
                yield name, EVERYTHING
        elif a != b:
            same = False
            yield (name,)
            if a is None or b is None:
                # What looks into a section that is there on one side only looks for the section first.
                yield name, EVERYTHING
    if not same:
        yield (EVERYTHING,)


def _differ(a: Any, b: Any) -> bool:
    return a is not b and a != b
