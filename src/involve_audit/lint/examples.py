"""The examples that a rubric carries, run against it: each says what must come out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.judge.gates import state_of
from involve_audit.judge.levels import hold, judge_criterion
from involve_audit.judge.signs import with_rubric
from involve_audit.judge.verdict import quick_verdict
from involve_audit.load import Document, read_project
from involve_audit.rubric.model import KINDS, VERDICTS
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import hint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.rubric.model import Example, LoadedRubric, Rubric

DAY = dt.date(2026, 1, 1)
"""As of this day the examples of a rubric are judged, where they name no other."""


def entries_of(rubric: Rubric) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    """All entries of a rubric that carry examples, by their kind."""
    return tuple((kind, getattr(rubric, kind)) for kind in KINDS)


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
    from involve_audit.wording.messages import InputError

    rubric = loaded.rubric
    for kind, items in entries_of(rubric):
        for n, item in enumerate(items):
            if loaded.own is not None and (kind, n) not in loaded.own:
                continue
            for k, example in enumerate(item.examples or ()):
                path = (kind, n, "examples", k)
                principle = getattr(item, "principle", "influence")
                try:
                    case = example_case(example, principle, f"{item.id}, example {k + 1}")
                except InputError as error:
                    yield path, error.text(excerpts=False)
                    continue
                facts = with_rubric(Facts(case), rubric)
                match kind:
                    case "criteria":
                        found = _criterion(item, example, with_rubric(Facts(case.planned()), rubric), facts)
                    case "flags":
                        found = _flag(item, example, facts)
                    case "verdicts":
                        found = _verdict(example, rubric, facts)
                    case _:
                        found = _state(kind, item, example, facts)
                if found:
                    yield path, f"{item.id}: {found}" + (f" ({example.says})" if example.says else "")


def _criterion(item: Any, example: Example, plans: Facts, facts: Facts) -> str:
    judged = judge_criterion(item, facts, plans)
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


def _verdict(example: Example, rubric: Rubric, facts: Facts) -> str:
    if example.verdict is None:
        return "the example says no `verdict`"
    if example.verdict not in VERDICTS:
        return (
            f"the example says '{marked(example.verdict)}', which is not a verdict; {hint(example.verdict, VERDICTS)}"
        )
    found = quick_verdict(facts.case, rubric, facts).outcome.id
    return (
        ""
        if found == example.verdict
        else f"the verdict is '{marked(found)}', and the example says '{marked(example.verdict)}'"
    )


def _state(kind: str, item: Any, example: Example, facts: Facts) -> str:
    if example.state is None:
        return "the example says no `state`"
    if kind == "signs":
        held = hold(item.when, facts)
        state = "open" if held.truth is None else "holds" if held.truth else "clear"
    else:
        state, held = state_of(item, facts)
    return (
        ""
        if state == example.state
        else f"is {state}, and the example says {example.state}; not told: {', '.join(held.unknown) or 'nothing'}"
    )
