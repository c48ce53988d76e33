"""What to do, in words that are true of a project: possible at its time, and not done already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.judge.levels import hold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.facts import Facts
    from involve_audit.facts.case import Case
    from involve_audit.rubric.model import Criterion, Gate, Instead, StepText, VerdictText

OF_NOBODY = "voices"
"""The only principle of which the small steps need nobody who takes part: who is there, and who is not."""


def is_over(case: Case) -> bool:
    """Whether the work is told to be over, by its phase or by its end: there is no next meeting."""
    return case.phase == "finished" or bool(ended(case))


def ended(case: Case) -> str:
    """The end of the work as the file tells it, where that day has passed; empty where it has not."""
    end = case.at("project.dates.end")
    days = case.days(end)
    return str(end.text) if days is not None and days[1] < case.date else ""


def small_step(criterion: Criterion, facts: Facts, *, nobody: bool = False) -> str:
    """The small step of a criterion; nothing where time has closed it, or where it needs people and nobody is involved."""
    if nobody and criterion.principle != OF_NOBODY:
        return ""
    if is_over(facts.case):
        return criterion.step_after or ""
    return _first(criterion.step_instead, facts) or criterion.step


def what_lifts(gate: Gate, facts: Facts) -> str:
    """What would lift a gate; nothing where time has closed it."""
    return (gate.lifts_after or "") if is_over(facts.case) else gate.lifts


def what_to_do(step: StepText, facts: Facts) -> str:
    """The words of a step."""
    return _first(step.instead, facts) or step.says


def in_plain_words(verdict: VerdictText, facts: Facts) -> str:
    """What a verdict means, in everyday words: where nobody works beside contributors, there are no others who decide."""
    return _first(verdict.plain_instead, facts) or verdict.plain or ""


def _first(others: Iterable[Instead] | None, facts: Facts) -> str:
    return next((other.says for other in others or () if hold(other.when, facts).truth), "")
