"""Project files that repeat kinds of entry as often as is wished, made from the declarations of the model.

A kind is a place of the format where a list or a group of names may stand, such as `voices.matters` or
`rooms`. Nothing here names one: a field that is added tomorrow is repeated tomorrow.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, get_args, get_origin

from involve_audit.project.fields import Told, annotation, without_none
from involve_audit.project.model import Project
from involve_audit.project.practice import Listing

Kind = tuple[str, ...]
"""The keys that lead to a list or a group of names."""

VALUES = {
    "Count": ("100000", "3", "up to 15"),
    "Dates": ("2022", "before design", "2023-05", "after delivery", "2024-06-01"),
    "Period": ("monthly", "6 months"),
    "Money": ("27.50 per hour", "1200"),
    "GroupsPresent": ("2 of 19", "at least 4 of 5"),
}
COUNTS = {"agree": "9", "partly": "1", "disagree": "1", "unsure": "1", "asked": "100000", "answered": "100000"}
"""Counts that must add up."""
LEFT_OUT = {"answer", "complete", "work_has", "until", "disputed"}
"""Keys that would make the rest of a file contradict itself, or say that the rest is not so."""
FRIENDLY = {
    "agreed": "yes", "how": "form", "status": "done", "asked": "yes", "list": None, "groups_present": None, "heard": "yes",
}  # fmt: skip
"""Answers after which most of what else is told is looked at."""
APART = ("in_the_room", "not_in_the_room", "not_known")
"""Lists in which the same name must not stand twice."""
NAMES = {"rooms": "rooms", "room": "rooms", "source": "sources", "organisations": "organisations"}
"""Keys that hold the names of something that must be there."""


def parts_of(kind: Any) -> type[Told] | None:
    """The class of the parts that a list, a group of names or a value holds; None where it holds single values."""
    if isinstance(kind, type) and issubclass(kind, Told):
        return kind
    if get_origin(kind) is Annotated:
        return parts_of(kind.__origin__)
    if get_origin(kind) is tuple:
        return parts_of(get_args(kind)[0])
    if get_origin(kind) is dict:
        return parts_of(without_none(get_args(kind)[1]))
    return None


def repeats(kind: Any) -> bool:
    """Whether a value can be long: a list, or names of one's own choice."""
    if get_origin(kind) is Annotated:
        return repeats(kind.__origin__)
    if get_origin(kind) is dict:
        return get_origin(get_args(kind)[0]) is not Literal
    return get_origin(kind) is tuple


def kinds(cls: type[Told] = Project, above: Kind = (), inside: tuple[type[Told], ...] = ()) -> Iterator[Kind]:
    """Every place where something can be repeated, also within what is repeated."""
    for name in cls.questions:
        if name in LEFT_OUT:
            continue
        kind = annotation(cls, name)
        if repeats(kind):
            yield (*above, name)
        part = parts_of(kind)
        if part is not None and part not in inside:
            yield from kinds(part, (*above, name), (*inside, part))


def has_parts(wanted: Kind) -> bool:
    """Whether what is repeated at a place has keys of its own."""
    kind: Any = Project
    for name in wanted:
        kind = annotation(parts_of(kind) or kind, name)
    return parts_of(kind) is not None


class Maker:
    """Makes a project file in which some kinds are repeated.

    Args:
        wanted: how often each kind is repeated; all other lists have one entry, where an entry needs them.
        full: whether entries tell all that they can, or only what they need and what is repeated in them.
        alike: whether the closed choices of all entries are the first, or turn with the number of the entry.
    """

    def __init__(self, wanted: dict[Kind, int], *, full: bool = True, alike: bool = True) -> None:
        self.wanted, self.full, self.alike = wanted, full, alike
        self.there = {section: wanted.get((section,), 1) for section in NAMES.values()}

    def file(self) -> str:
        """The file as text; JSON is YAML."""
        tree = self.part(Project, (), 0)
        tree["format"] = "1"
        for section, many in self.there.items():
            there = tree.setdefault(section, {})
            for n in range(many):
                there.setdefault(f"{section[0]}{n}", {})
        return "{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in tree.items()) + "\n}\n"

    def leads(self, path: Kind) -> bool:
        """Whether something that is repeated stands at a place or below it."""
        return any(kind[: len(path)] == path for kind in self.wanted)

    def part(self, cls: type[Told], path: Kind, n: int) -> dict[str, Any]:
        """One entry, number `n` of its kind."""
        made = {}
        for name, note in cls.questions.items():
            here = (*path, name)
            inside = bool(path) and any(path[: len(k)] == k for k in self.wanted)
            asked = (
                note.needed
                or name in cls.one_of[:1]
                or (issubclass(cls, Listing) and name == "entries")
                or self.leads(here)
                or (self.full and inside and name not in LEFT_OUT)
            )
            if not asked or name in LEFT_OUT:
                continue
            value = self.value(name, annotation(cls, name), here, n)
            if value is not None:
                made[name] = value
        return made

    def value(self, name: str, kind: Any, path: Kind, n: int) -> Any:
        """A value of a kind, for entry number `n`."""
        if (
            name in FRIENDLY
            and (self.alike or FRIENDLY[name] is None)
            and not self.leads(path)
            and not isinstance(kind, type)
        ):
            allowed = get_args(kind.__origin__ if get_origin(kind) is Annotated else kind)
            if FRIENDLY[name] is None or FRIENDLY[name] in allowed:
                return FRIENDLY[name]
        if kind is str:
            # One room and characteristic stands once; whatever else is told by a name is found again elsewhere.
            return f"r{n % self.there['rooms']}" if name == "room" else f"g{n}"
        if isinstance(kind, type) and issubclass(kind, Told):
            return self.part(kind, path, n)
        origin = get_origin(kind)
        if origin is Annotated:
            inner = kind.__origin__
            if get_origin(inner) in (tuple, Literal):
                return self.value(name, inner, path, n)
            if inner.__name__ == "Count" and name in COUNTS:
                return COUNTS[name]
            words = VALUES.get(inner.__name__)
            if words is None:
                return "because it is so, and that is long enough for any reason"
            return words[0 if self.alike else n % len(words)]
        if origin is Literal:
            words = get_args(kind)
            return words[0 if self.alike else n % len(words)]
        if origin is tuple:
            return self.many(name, get_args(kind)[0], path, n)
        if origin is dict:
            return self.names(kind, path, n)
        return None

    def many(self, name: str, item: Any, path: Kind, n: int) -> list[Any]:
        """A list. In one of single values that stands within what is repeated, entries turn, too."""
        many = self.wanted.get(path, 1)
        begin = 0 if many > 1 or len(path) < 2 else n
        if name in APART:
            begin += (APART.index(name) + n) % len(APART) * max(self.wanted.values())
        if name in NAMES and parts_of(item) is None:
            section = NAMES[name]
            return [f"{section[0]}{k % self.there[section]}" for k in range(begin, begin + many)]
        return [self.value("", item, path, k) for k in range(begin, begin + many)]

    def names(self, kind: Any, path: Kind, n: int) -> dict[str, Any]:
        """Names with something below them."""
        of_key, of_value = get_args(kind)
        if get_origin(of_key) is Literal:
            keys = list(get_args(of_key))[: max(1, self.wanted.get(path, 1))]
        else:
            first = path[0][0] if len(path) == 1 else "g"
            keys = [f"{first}{k}" for k in range(self.wanted.get(path, 1))]
        return {key: self.value("", without_none(of_value), path, k) for k, key in enumerate(keys)}


def made(wanted: Iterable[Kind] | dict[Kind, int], many: int = 1, *, full: bool = True, alike: bool = True) -> str:
    """A project file that repeats kinds of entry."""
    often = wanted if isinstance(wanted, dict) else dict.fromkeys(wanted, many)
    return Maker(often, full=full, alike=alike).file()
