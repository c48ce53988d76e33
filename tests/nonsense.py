"""Project files in which every free text is a nonsense word of its own, made from the declarations of the model."""

from __future__ import annotations

import json
import re
from itertools import count
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from involve_audit.load import read, read_project
from involve_audit.project.fields import annotation, is_part, without_none
from involve_audit.project.model import Project
from involve_audit.wording.messages import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "quag"
"""Every nonsense word begins so; no word of ours does."""
NAMED = {"source": "sources", "room": "rooms", "rooms": "rooms", "organisations": "organisations"}
LEFT_OUT = {"answer", "until", "work_has", "complete", "sealed", "most"}
"""What would contradict what stands beside it, or takes a value that no nonsense can be."""


def word_number(n: int) -> str:
    """A word without a digit, for reports leave out numbers behind some names."""
    letters = ""
    while n or len(letters) < 3:
        n, rest = divmod(n, 26)
        letters = chr(ord("a") + rest) + letters
    return MARK + letters


class Maker:
    """Makes one file; with another number other choices are made, and other words."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.words = map(word_number, count(number * 5000))
        self.names = {part: [next(self.words), next(self.words)] for part in ("sources", "rooms", "organisations")}
        self.turn = count(number)

    def text(self) -> str:
        word = next(self.words)
        # With what a place, a change and a quotation are written with, in capitals, and at both ends: what is cut shows.
        return f"{word.capitalize()} [{word}]: it's '{word}' → {word}"

    def of_kind(self, kind: Any, name: str, depth: int) -> Any:
        if name in NAMED and (kind is str or get_args(kind) == (str, ...)):
            return self.names[NAMED[name]][0] if kind is str else self.names[NAMED[name]]
        if kind is str:
            return self.text()
        if is_part(kind):
            return self.part(kind, depth + 1)
        origin = get_origin(kind)
        if origin is Literal:
            options = [one for one in get_args(kind) if one != "unknown"]
            return options[next(self.turn) % len(options)]
        if origin is Annotated:
            return self.value(kind)
        if origin is tuple:
            item = get_args(kind)[0]
            return [self.of_kind(item, name, depth) for _ in range(2 if is_part(item) or item is str else 1)]
        if origin is dict:
            of_key, of_value = get_args(kind)
            keys = self.names.get(name) or (
                [next(self.words)] if of_key is str else [one for one in get_args(of_key) if one != "unknown"][:3]
            )
            return {key: self.of_kind(without_none(of_value), "", depth) for key in keys}
        raise TypeError(kind)

    def value(self, kind: Any) -> str:
        if kind.__origin__ is str:
            return self.text()
        if get_origin(kind.__origin__) is Literal:
            return self.of_kind(kind.__origin__, "", 0)
        made = {
            "Count": f"9 {next(self.words)} people", "Dates": "2025-03" if self.number % 2 else "2027-06", "Period": "3 months",
            "Money": "27.50 per hour", "GroupsPresent": "2 of 5",
        }  # fmt: skip
        return made[kind.__origin__.__name__]

    def part(self, cls: Any, depth: int = 0) -> dict[str, Any]:
        return {
            name: "1" if name == "format" else self.of_kind(annotation(cls, name), name, depth)
            for name, note in cls.questions.items()
            if (name not in LEFT_OUT or note.needed) and not (depth > 4 and not note.needed)
        }


def nonsense(number: int) -> str:
    """A project file full of nonsense, as JSON, which is YAML; what cannot stand beside the rest is taken out again."""
    tree: Any = Maker(number).part(Project)
    for _ in range(60):
        text = json.dumps(tree, ensure_ascii=False, indent=1)
        try:
            read_project(read(text, "project.yaml"))
        except InputError as error:
            for problem in error.problems:
                _take_out(tree, [int(s) if s.isdecimal() else s for s in re.split(r"[.\[\]]+", problem.where) if s])
        else:
            return text
    raise AssertionError("no file full of nonsense can be read")


def _take_out(tree: Any, path: list[Any]) -> None:
    for step in path[:-1]:
        if not (isinstance(tree, dict) and step in tree) and not (isinstance(tree, list) and step < len(tree)):
            return
        tree = tree[step]
    if isinstance(tree, dict):
        tree.pop(path[-1], None)
    elif isinstance(tree, list) and path[-1] < len(tree):
        del tree[path[-1]]


def free_fields(kind: Any = Project, seen: set[Any] | None = None) -> Iterator[tuple[str, str]]:
    """Every field that takes free text, by its class."""
    seen = set() if seen is None else seen
    if not is_part(kind) or kind in seen:
        return
    seen.add(kind)
    for name in kind.questions:
        inner = annotation(kind, name)
        while get_origin(inner) in (tuple, dict):
            if get_origin(inner) is dict and get_args(inner)[0] is str:
                yield kind.__name__, name
            inner = without_none(get_args(inner)[-1 if get_origin(inner) is dict else 0])
        if inner is str:
            yield kind.__name__, name
        yield from free_fields(inner, seen)
