"""The ladder: rungs called, aimed for, promised, told and shown, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.impossible_parts import role_of
from involve_audit.facts.roles import CONTRADICTED, backed_by, is_specific_plan
from involve_audit.facts.rung import RUNG_OF_ROLE, Shown, rung_of, shown
from involve_audit.record import Record

if TYPE_CHECKING:
    from involve_audit.facts.case import Case


class Ladder(Record):
    """The rungs of a project by their number, for judging compares them; a report has their names (`ladder_says.rung_found`).

    Attributes:
        shown: what the facts carry, and what it is made of.
        told: the rung of the roles as the file tells them, as far as it does not contradict itself; None where it tells none.
        promised: the rung of the roles that are planned; None where none is.
        specific: all, some or none of the plans name a date, and money or an owner; None without plans.
        backed: by which of the two those are borne out that do: money, owner, or either; empty where none does.
        firm: the rung of those plans alone that name them and whose date has not passed.
    """

    shown: Shown
    told: int | None
    promised: int | None
    specific: str | None
    backed: str
    firm: int = 0


LADDER = "ladder"
"""Under this name a case remembers its ladder."""


def ladder_of(case: Case) -> Ladder:
    """The ladder of a case, worked out once."""
    if LADDER not in case.memo:
        case.memo[LADDER] = _climb(case)
    found: Ladder = case.memo[LADDER]
    return found


def _climb(case: Case) -> Ladder:
    found = shown(case)
    # What another answer rules out is no credit, by what is told either. Where a word leaves open who decided, and a room or a decision
    # answers it, that is told too: no more is ever shown than is told.
    told = {s.stage: max(s.shown.low, 0 if s.why in CONTRADICTED else s.told or 0) for s in found.stages}
    anybody = any(s.told is not None for s in found.stages)
    plans = [s for s in found.stages if s.promised]
    named = [bool(s.specific) for s in plans]
    return Ladder(
        found,
        rung_of(told, 0, kept=found.kept is not False) if anybody else None,
        _promised(found, told) if plans else None,
        None if not named else "all" if all(named) else "some" if any(named) else "none",
        backed_by(s.backed for s in plans if s.specific),
        rung_of({s.stage: _firm(case, s.stage) for s in found.stages}, 0, kept=True) if case.phase != "finished" else 0,
    )


def _promised(found: Shown, told: dict[str, int]) -> int:
    """The rung that the plans come to.

    A plan comes on top of what is there: who leads in three parts of the work and plans to lead in a fourth promises no less. But no
    plan promises more than the part that it plans for people.
    """
    plans = {s.stage: s.promised for s in found.stages}
    on_top = rung_of({stage: max(role, told[stage]) for stage, role in plans.items()}, 0, kept=True)
    return max(rung_of(plans, 0, kept=True), min(on_top, RUNG_OF_ROLE[max(plans.values())]))


def _firm(case: Case, stage: str) -> int:
    """The highest role in a stage that is planned with a date, and money or an owner, and is not overdue."""
    return max(
        (
            role_of(s)
            for s in case.stage(stage) or ()
            if s.status == "planned" and s.role not in (None, "unknown") and is_specific_plan(s) and not case.overdue(s)
        ),
        default=0,
    )
