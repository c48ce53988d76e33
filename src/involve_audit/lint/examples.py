"""The examples that a rubric carries, run against it: each says what must come out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.judge.levels import hold, judge_criterion
from involve_audit.load import Document, read_project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.rubric.model import Example, LoadedRubric

DAY = dt.date(2026, 1, 1)
"""As of this day the examples of a rubric are judged, where they name no other."""


def example_tree(example: Example, principle: str) -> dict[str, Any]:
    """The project file that an example stands for."""
    given: dict[str, Any] = example.given if isinstance(example.given, dict) else {}
    tree: dict[str, Any] = {"format": "1", **given}
    if "views" not in tree and example.confirmed != "no" and example.level != "unknown":
        opinion = {"yes": {"agree": "5", "disagree": "1"}, "disagree": {"agree": "1", "disagree": "5"}}
        tree["views"] = (
            [
                {
                    "of": "contributors",
                    "asked": "8",
                    "answered": "6",
                    "collected_by": "outside the team",
                    "by_principle": {principle: opinion[example.confirmed]},
                }
            ]
            if example.confirmed
            else "none"
        )
    return tree


def example_case(example: Example, principle: str, name: str) -> Case:
    """An example as a case.

    Raises:
        InputError: the example is not a project file; the name says which example it is.
    """
    document = Document(name, example_tree(example, principle), [])
    date = dt.date.fromisoformat(example.date) if example.date else DAY
    return Case(read_project(document), date)


def wrong_examples(loaded: LoadedRubric) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The examples of a rubric that do not come out as they say, with their place.

    Of a rubric that extends another, only entries that it writes or changes are tried: the rest are tried where they stand.
    """
    from involve_audit.messages import InputError

    rubric = loaded.rubric
    kinds: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("criteria", rubric.criteria), ("flags", rubric.flags), ("gates", rubric.gates),
    )  # fmt: skip
    for kind, items in kinds:
        for n, item in enumerate(items):
            if loaded.own is not None and (kind, n) not in loaded.own:
                continue
            for k, example in enumerate(item.examples):
                path = (kind, n, "examples", k)
                principle = getattr(item, "principle", "influence")
                try:
                    case = example_case(example, principle, f"{item.id}, example {k + 1}")
                except InputError as error:
                    yield path, error.text(excerpts=False)
                    continue
                facts = Facts(case)
                if kind == "criteria":
                    found = _criterion(item, example, case, facts)
                elif kind == "flags":
                    found = _flag(item, example, facts)
                else:
                    found = _gate(item, example, facts)
                if found:
                    yield path, f"{item.id}: {found}" + (f" ({example.says})" if example.says else "")


def _criterion(item: Any, example: Example, case: Case, facts: Facts) -> str:
    judged = judge_criterion(item, facts, Facts(case.planned()))
    if example.level is None:
        return "the example says no `level`"
    if example.level == "does not apply":
        return "" if judged.applies is False else "the question applies here, and the example says that it does not"
    low, high = (0, 3) if example.level == "unknown" else (int(example.level), None)
    if judged.low != low or (high is not None and judged.high != high):
        return f"comes out as {judged.low} to {judged.high}, and the example says {example.level}; not told: {', '.join(judged.unknown) or 'nothing'}"
    if example.up_to is not None and judged.high != int(example.up_to):
        return f"can reach {judged.high}, and the example says {example.up_to}"
    if example.planned is not None and judged.planned != int(example.planned):
        return f"is planned at {judged.planned}, and the example says {example.planned}"
    return ""


def _flag(item: Any, example: Example, facts: Facts) -> str:
    if example.fires is None:
        return "the example says no `fires`"
    held = hold(item.when, facts)
    fires = held.truth is True
    return (
        ""
        if fires == (example.fires == "yes")
        else f"fires: {'yes' if fires else 'no'}, and the example says {example.fires}; not told: {', '.join(held.unknown) or 'nothing'}"
    )


def _gate(item: Any, example: Example, facts: Facts) -> str:
    if example.state is None:
        return "the example says no `state`"
    from involve_audit.judge.gates import state_of

    state, held = state_of(item, facts)
    return (
        ""
        if state == example.state
        else f"is {state}, and the example says {example.state}; not told: {', '.join(held.unknown) or 'nothing'}"
    )
