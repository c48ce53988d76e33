"""What was asked, and is not known: never the same as what nobody has told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.project.fields import Told
from involve_audit.project.practice import Listing

if TYPE_CHECKING:
    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case

_WORDS = ("unknown", "not known", "?")
_SETTLED_BY = ("answer", "status", "role")
"""What a part of the file tells first of all: where one of these is not known, whether the part is so is not known."""


def not_known(case: Case, path: Path) -> bool:
    r"""Whether the file answers at a place that nobody knows: there, or for the whole part that it belongs to.

    >>> import datetime as dt
    >>> from involve_audit.facts.case import Case
    >>> from involve_audit.load import read, read_project
    >>> text = "format: 1\nreward: {pay: unknown, expenses: {paid: unknown}}\n"
    >>> case = Case(read_project(read(text)), dt.date(2026, 1, 1))
    >>> [not_known(case, ("reward", *rest)) for rest in (("pay", "offered"), ("expenses", "paid"), ("expenses", "denied"), ("budget",))]
    [True, True, False, False]
    """
    here: object = case.told
    for step in path:
        if here is None:
            return False
        if _all_of_it(here):
            return True
        if isinstance(here, Listing) and step != "entries" and not hasattr(here, str(step)):
            here = here.entries  # type: ignore[attr-defined]
        if isinstance(step, int):
            here = here[step] if isinstance(here, tuple) and step < len(here) else None
        else:
            here = here.get(step) if isinstance(here, dict) else _of_stage(here, step)
    return here is not None and (_all_of_it(here) or _first_of_it(here))


def nobody_knows(facts: Facts, fact: str) -> bool:
    """Whether a fact is open because the place that would settle it says that nobody knows."""
    where = facts[fact].where
    return bool(where) and not_known(facts.case, where[0])


def _of_stage(part: object, step: str) -> object:
    spans = getattr(part, "spans", None)
    return spans(step) if callable(spans) and getattr(part, step, None) is None else getattr(part, step, None)


def _is_word(value: object) -> bool:
    return isinstance(value, str) and value.strip().casefold() in _WORDS


def _all_of_it(value: object) -> bool:
    """Whether nothing of something is known: `pay: unknown`, `decisions: unknown`."""
    if isinstance(value, Told):
        nothing = all(getattr(value, name) is None for name in value.questions)
        return (isinstance(value, Listing) and nothing) or _is_word(getattr(value, "answer", None))
    return _is_word(value)


def _first_of_it(value: object) -> bool:
    """Whether a word, a number or a day is not known, or what a part tells first of all."""
    if isinstance(value, tuple):
        return bool(value) and all(_is_word(one) or _first_of_it(one) for one in value)
    if isinstance(value, Told):
        return any(_is_word(getattr(value, name, None)) for name in _SETTLED_BY) or _first_of_it(
            getattr(value, "who", None)
        )
    return _is_word(getattr(value, "text", None))
