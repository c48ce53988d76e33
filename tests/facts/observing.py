"""How the tables of facts in Python are checked: a fact, a piece of a project, and the value that must come out."""

from __future__ import annotations

from typing import Any

from fact_rows import case_of, within
from projects import keys, without

from involve_audit.facts import FACTS
from involve_audit.facts.answers import Several, Span
from involve_audit.wording.messages import InputError


def _value(fact: str, given: dict[str, Any], *, plans: bool) -> Any:
    case = case_of({"format": "1", **given})
    return FACTS[fact].observe(case.planned() if plans else case).value


def observe(fact: str, given: dict[str, Any], *, plans: bool = False) -> Any:
    """The value of a fact; a number as its two ends, words as a set."""
    value = _value(fact, given, plans=plans)
    if isinstance(value, Span):
        return value.low, value.high
    return set(value.has) if isinstance(value, Several) else value


def table_covers(module: str, rows: list[tuple[str, dict[str, Any], Any]]) -> list[str]:
    """The facts of a module that the table does not show with three different values."""
    shown: dict[str, set[str]] = {}
    for fact, _, value in rows:
        shown.setdefault(fact, set()).add(repr(value))
    mine = [name for name, fact in FACTS.items() if fact.observe.__module__ == f"involve_audit.facts.{module}"]
    assert mine
    return [name for name in mine if len(shown.get(name, ())) < 3]


def narrowed(fact: str, given: dict[str, Any]) -> list[str]:
    """The keys without which a fact says something else, or more, than with them."""
    before = _value(fact, given, plans=False)
    wrong = []
    for path in keys(given):
        if _told_to_be_all(given, path):
            continue
        try:
            after = _value(fact, without(given, path), plans=False)
        except InputError:
            continue
        if not within(before, after):
            wrong.append(f"{before} becomes {after} without {path}")
    return wrong


def _told_to_be_all(tree: dict[str, Any], path: tuple[Any, ...]) -> bool:
    """Whether a place stands in a list that is told to be complete: without it, it is told to be absent."""
    if path[0] == "organisations" and len(path) == 2 and len(tree["organisations"]) == 1:
        return True  # without the only one there are none
    if path[0] == "rooms" and len(path) == 2 and (len(tree["rooms"]) == 1 or "all_rooms_told" in tree.get("power", {})):
        return True
    part: Any = tree
    for step in path[:-1]:
        part = part[step]
        if isinstance(part, dict) and part.get("complete") == "yes" and path[-1] != "complete":
            return True
    return False
