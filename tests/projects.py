"""Random project files, made from the declarations of the model, for the laws."""

from __future__ import annotations

from typing import Annotated, Any, Literal, get_args, get_origin

from hypothesis import strategies as st

from involve_audit.project.fields import Told, annotation, without_none
from involve_audit.project.model import Project
from involve_audit.project.people import Organisation, Room

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
NAMED = {
    "source": st.just(["s1"]),
    "rooms": st.sampled_from([["r1"], ["r2"], ["r1", "r2"]]),
    "organisations": st.just(["o1"]),
    "room": st.sampled_from(["r1", "r2"]),
    "called": st.sampled_from([["co-production"], ["consultation"], ["involvement"], ["user-led"], "none"]),
    "claims": st.nothing(),
    "answer": st.nothing(),
    "work_has": st.nothing(),
    "until": st.nothing(),
    "format": st.just("1"),
}


def of_kind(kind: Any, depth: int) -> st.SearchStrategy[Any]:
    if kind is str:
        return st.sampled_from(["words", "a <b> | `c`", "none", "x" * 60])
    if isinstance(kind, type) and issubclass(kind, Told):
        return part(kind, depth + 1)
    origin = get_origin(kind)
    if origin is Annotated:
        inner = kind.__origin__
        if get_origin(inner) is Literal:
            return st.sampled_from(list(get_args(inner)))
        return st.sampled_from(KINDS[inner.__name__])
    if origin is Literal:
        return st.sampled_from(list(get_args(kind)))
    if origin is tuple:
        return st.lists(of_kind(get_args(kind)[0], depth), max_size=2)
    if origin is dict:
        of_key, of_value = get_args(kind)
        keys = st.sampled_from(list(get_args(of_key))) if get_origin(of_key) is Literal else st.sampled_from(["s1"])
        return st.dictionaries(keys, of_kind(without_none(of_value), depth), max_size=2)
    raise TypeError(kind)


def part(cls: type[Told], depth: int = 0) -> st.SearchStrategy[dict[str, Any]]:
    required, optional = {}, {}
    for name, note in cls.questions.items():
        kind = annotation(cls, name)
        # The same name may stand for names of rooms, or for a list of parts.
        listed = (
            get_origin(kind) is tuple and isinstance(get_args(kind)[0], type) and issubclass(get_args(kind)[0], Told)
        )
        strategy = NAMED[name] if name in NAMED and not listed else of_kind(kind, depth)
        if strategy is None or strategy.is_empty:
            continue
        (required if note.needed else optional)[name] = strategy
    if cls is Project:
        required["format"] = st.just("1")
        required["sources"] = st.just({"s1": {"kind": "minutes"}})
        required["rooms"] = st.fixed_dictionaries({"r1": part(Room, 1), "r2": part(Room, 1)})
        required["organisations"] = st.fixed_dictionaries({"o1": part(Organisation, 1)})
        optional.pop("sources", None)
        optional.pop("rooms", None)
        optional.pop("organisations", None)
    if cls.one_of:
        rest = {name: strategy for name, strategy in optional.items() if name not in cls.one_of}
        one = [st.fixed_dictionaries({**required, n: optional[n]}, optional=rest) for n in cls.one_of]
        both = st.fixed_dictionaries({**required, **{n: optional[n] for n in cls.one_of}}, optional=rest)
        return st.one_of(both, *one)
    return st.fixed_dictionaries(required, optional=optional)


projects = part(Project)


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
    """The tree without one key; a list goes with its `complete`."""
    step, *rest = path
    if not rest:
        left = {k: v for k, v in tree.items() if k != step}
        if step == "entries":
            left.pop("complete", None)
        return left
    if isinstance(tree, dict):
        return {k: without(v, tuple(rest)) if k == step else v for k, v in tree.items()}
    return [without(v, tuple(rest)) if n == step else v for n, v in enumerate(tree)]
