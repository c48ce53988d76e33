"""Random project files, made from the declarations of the model, for the laws.

Hypothesis chooses the sections of a file, and for each a number; all below it follows from the number. Were each answer a choice
of its own, to make a file would take three times as long as to judge it. From a small number come few answers, so that hypothesis,
which looks for the smallest numbers that fail, still ends at a small file.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from involve_audit.project.fields import LAST, Told, annotation, holds_parts, without_none
from involve_audit.project.model import FilledIn, Project
from involve_audit.project.people import Finding, Organisation, Room
from involve_audit.project.practice import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Maker = Callable[["Choices"], Any]

KINDS = {
    "Count": ["0", "1", "2", "3", "8", "30", "up to 15", "about 8", "some", "none", "unknown"],
    "Dates": [
        "2022",
        "2023-05",
        "2024-06-01",
        "2025",
        "before design",
        "yes",
        "no",
        "unknown",
        "2018 to 2020",
        "month 6",
        "before data collection",
    ],
    "Period": ["monthly", "6 months", "2 weeks"],
    "Money": ["27.50 per hour", "1200", "none"],
    "GroupsPresent": ["2 of 19", "at least 4 of 5"],
}
NAMED: dict[str, list[Any]] = {
    "source": [["s1"]],
    "rooms": [["r1"], ["r2"], ["r1", "r2"]],
    "organisations": [["o1"]],
    "room": ["r1", "r2"],
    "called": [["co-production"], ["consultation"], ["involvement"], ["user-led"], "none"],
    "claims": [],
    "answer": [],
    "work_has": [],
    "until": [],
    "format": ["1"],
}
WORDS = ["words", "a <b> | `c`", "none", "x" * 60]
DECIDES = ("stages", "power", "influence")
"""The sections without which every verdict is that too little is known; three files of four have each of them."""
NUMBERS = 2**24
FEW = 2**12
"""Numbers below make the fewer answers, the smaller they are."""


class Choices(Random):
    """What is chosen from one number on. In some parts the same is chosen again and again, for much is decided by what several answers agree in."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.same = self.random()
        self.share = self.random() if number >= FEW else number / FEW / 2
        self._before: dict[str, Any] = {}

    def one_of(self, values: tuple[Any, ...], name: str) -> Any:
        if name not in self._before or self.random() > self.same:
            self._before[name] = self.choice(values)
        return self._before[name]


def one_of(values: Iterable[Any]) -> Maker:
    values = tuple(values)
    name = repr(values)
    return lambda choices: choices.one_of(values, name)


def of_kind(kind: Any) -> Maker:
    """What makes a value of a kind."""
    if kind is str:
        return one_of(WORDS)
    if isinstance(kind, type) and issubclass(kind, Told):
        return lambda choices: some_of(kind, choices, choices.random())
    origin = get_origin(kind)
    if origin is Annotated:
        inner = kind.__origin__
        if inner is str:
            return one_of(WORDS)
        return one_of(get_args(inner) if get_origin(inner) is Literal else KINDS[inner.__name__])
    if origin is Literal:
        return one_of(get_args(kind))
    if origin is tuple:
        item = of_kind(get_args(kind)[0])
        return lambda choices: [item(choices) for _ in range(choices.randrange(3))]
    if origin is dict:
        of_key, of_value = get_args(kind)
        keys = list(get_args(of_key)) if get_origin(of_key) is Literal else ["s1"]
        value = of_kind(without_none(of_value))
        most = min(2, len(keys))
        return lambda choices: {k: value(choices) for k in choices.sample(keys, choices.randint(0, most))}
    raise TypeError(kind)


@cache
def answers(cls: type[Told]) -> tuple[dict[str, Maker], dict[str, Maker]]:
    """What makes the answers of a part of a file: those that it needs, and the others."""
    needed, others = {}, {}
    for name, note in cls.questions.items():
        kind = annotation(cls, name)
        # The same name may stand for names of rooms, or for a list of parts.
        listed = (
            get_origin(kind) is tuple and isinstance(get_args(kind)[0], type) and issubclass(get_args(kind)[0], Told)
        )
        if name not in NAMED or listed:
            makes = one_of(w for w in WORDS if w != "none") if note.needed and kind is str else of_kind(kind)
            (needed if note.needed else others)[name] = makes
        elif NAMED[name]:
            (needed if note.needed else others)[name] = one_of(NAMED[name])
    return needed, others


def some_of(cls: type[Told], choices: Choices, share: float) -> dict[str, Any]:
    """A part of a file with what it needs, and about a share of its other answers."""
    needed, others = answers(cls)
    told = {**needed, **{name: make for name, make in others.items() if choices.random() < share}}
    if cls.one_of:
        there = choices.choice([cls.one_of, *([name] for name in cls.one_of)])
        told = {name: make for name, make in told.items() if name not in cls.one_of}
        told |= {name: others[name] for name in there}
    names = list(told)
    choices.shuffle(names)
    made = {name: told[name](choices) for name in names}
    if cls is FilledIn and made.get("written_from") != "published text":
        made.pop("source", None)
    if "disputed" in made and issubclass(cls, Section):
        direct = [name for name, told in made.items() if name not in LAST and not holds_parts(annotation(cls, name))]
        made["disputed"] = [{**one, "about": direct[0]} for one in made["disputed"] if direct]
    if cls is Finding and (made.get("by") in _OWN_WORD or "when" in made):
        made.pop("overturned_by", None)
    return made


_OWN_WORD = ("contributors", "people served", "together", "organisation of people affected")
"""What no court overturns. Nor can a finding be overturned before it was found."""


def from_number(make: Maker) -> st.SearchStrategy[Any]:
    return st.integers(0, NUMBERS - 1).map(lambda number: make(Choices(number)))


def part(cls: type[Told]) -> st.SearchStrategy[dict[str, Any]]:
    """Any part of this kind."""
    return from_number(lambda choices: some_of(cls, choices, choices.share))


def whole() -> st.SearchStrategy[dict[str, Any]]:
    """Any project file."""
    required = {
        "format": st.just("1"),
        "sources": st.just({"s1": {"kind": "minutes"}}),
        "rooms": st.fixed_dictionaries({"r1": part(Room), "r2": part(Room)}),
        "organisations": st.fixed_dictionaries({"o1": part(Organisation)}),
    }
    optional: dict[str, Any] = {}
    for name, make in answers(Project)[1].items():
        kind = annotation(Project, name)
        optional[name] = part(kind) if isinstance(kind, type) and issubclass(kind, Told) else from_number(make)
    told = {
        name: st.one_of(st.none(), *[made] * (3 if name in DECIDES else 1))
        for name, made in optional.items()
        if name not in required
    }
    return st.fixed_dictionaries({**required, **told}).map(
        lambda tree: {name: value for name, value in tree.items() if value is not None}
    )


projects = whole()


def keys(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every key of a tree that can be taken away.

    A doubt is no answer: who tells something otherwise takes an answer away, and taking the doubt away gives it back.
    """
    found = []
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "disputed":
                continue
            found.append((*path, key))
            found += keys(value, (*path, key))
    elif isinstance(tree, list):
        for n, value in enumerate(tree):
            found += keys(value, (*path, n))
    return found


def without(tree: Any, path: tuple[Any, ...]) -> Any:
    """The tree without one key; a list goes with its `complete`, and a text with the answer that the file was written from one."""
    step, *rest = path
    if not rest:
        left = {k: v for k, v in tree.items() if k != step}
        if step == "entries":
            left.pop("complete", None)
        if step == "written_from":
            left.pop("source", None)
        return left
    if isinstance(tree, dict):
        return {k: without(v, tuple(rest)) if k == step else v for k, v in tree.items()}
    return [without(v, tuple(rest)) if n == step else v for n, v in enumerate(tree)]
