"""What to do, in words that are true of a project: possible at its time, and not done already."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from involve_audit.judge.levels import hold
from involve_audit.project.accounts import is_from_published_text
from involve_audit.project.values import Dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.facts import Facts
    from involve_audit.facts.case import Case
    from involve_audit.rubric.model import Criterion, Gate, Instead, StepText, VerdictText

OF_NOBODY = "voices"
"""The only principle of which the small steps need nobody who takes part: who is there, and who is not."""


def is_over(case: Case) -> bool:
    """Whether the work is told to be over, by its phase or by its end: there is no next meeting."""
    return case.phase == "finished" or bool(ended(case)) or bool(long_past(case))


def ended(case: Case) -> str:
    """The end of the work as the file tells it, where that day has passed; empty where it has not."""
    end = case.at("project.dates.end")
    days = case.days(end)
    return str(end.text) if days is not None and days[1] < case.date else ""


LONG_PAST = dt.timedelta(days=3 * 366)
"""So long after the last day that is told, work of which others have published is spoken of as past."""


def long_past(case: Case) -> str:
    """The last date that is told of work that others wrote down from published text, where it lies years back; else empty.

    Whoever does the work can say that it goes on. Who only read of it knows no later day, and no meeting that is still to come.
    """
    if not is_from_published_text(case.told):
        return ""
    if "long past" not in case.memo:
        # What was filled in, and when its sources came out, is no part of the work.
        dates = (
            value
            for path, part in case.told_parts
            if path[:1] and path[0] not in ("filled_in", "sources", "views", "findings")
            for value in vars(part).values()
            if isinstance(value, Dates)
        )
        found = [
            (days[1], date.text) for date in dates if (days := case.days(date)) is not None and days[1] < dt.date.max
        ]
        day, text = max(found, default=(case.date, ""))
        case.memo["long past"] = str(text) if case.date - day > LONG_PAST else ""
    last: str = case.memo["long past"]
    return last


def no_meeting(case: Case) -> bool:
    """Whether no next meeting is told to be: the work is over, or interrupted."""
    return is_over(case) or case.paused


def small_step(criterion: Criterion, facts: Facts, *, nobody: bool = False) -> str:
    """The small step of a criterion; nothing where time has closed it, or where it needs people and nobody is involved."""
    if nobody and criterion.principle != OF_NOBODY:
        return ""
    if no_meeting(facts.case):
        return _first(criterion.step_after_instead, facts) or criterion.step_after or ""
    return _first(criterion.step_instead, facts) or criterion.step


def what_lifts(gate: Gate, facts: Facts) -> str:
    """What would lift a gate; nothing where time has closed it."""
    return (gate.lifts_after or "") if no_meeting(facts.case) else gate.lifts


def what_to_do(step: StepText, facts: Facts) -> str:
    """The words of a step."""
    return _first(step.instead, facts) or step.says


def in_plain_words(verdict: VerdictText, facts: Facts) -> str:
    """What a verdict means, in everyday words: where nobody works beside contributors, there are no others who decide."""
    return _first(verdict.plain_instead, facts) or verdict.plain or ""


def _first(others: Iterable[Instead] | None, facts: Facts) -> str:
    return next((other.says for other in others or () if hold(other.when, facts).truth), "")
