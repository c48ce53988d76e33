"""Parts of the work that cannot have been as they are told: at a time, or with so many people, that other answers rule out.

Such a part is a contradiction (`contradictions`), and carries no role (`ladder`): of two answers that cannot both be true
neither earns anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.deciders import deciders
from involve_audit.project.care import Harm
from involve_audit.project.influence import Heard
from involve_audit.project.people import ROLES, Finding, View, role_at_least
from involve_audit.project.practice import anybody, contributors_alone, with_contributors
from involve_audit.project.values import Dates

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.project.fields import Told
    from involve_audit.project.people import Stage
    from involve_audit.project.power import Decision

CONSULTED = ROLES.index("consulted")
_OF_THE_WORK = ("delivery", "analysis")
"""The parts that cannot lie outside the work itself; what shapes it comes before it, and its results are used after it."""


def role_of(span: Stage) -> int:
    """The role that is told of a span for certain, by its number; 0 where none is, or nobody knows it."""
    return role_at_least(span.role) or 0


def cannot_be(case: Case, stage: str, span: Stage) -> bool:
    """Whether other answers rule out that people were asked, or had more of a part, in a span as it is told."""
    if role_of(span) < CONSULTED or not case.in_place(span):
        return False
    return (
        with_nobody(span)
        or nobody_in_all(case)
        or before_the_idea(case, stage, span)
        or before_people_came_in(case, stage, span)
        or bool(outside_the_work(case, stage, span))
    )


def decision_cannot_be(case: Case, decision: Decision) -> bool:
    """Whether other answers rule out that contributors took or shared a decision as it is told."""
    return (
        nobody_in_all(case)
        or is_done_and_set_aside(decision)
        or bool(done_and_never_keys(decision))
        or decided_before_the_idea(case, decision)
        or decided_before_people_came_in(case, decision)
    )


def nobody_in_all(case: Case) -> bool:
    """Whether the file tells that there is no contributor in the whole work: then none of them was asked, or decided."""
    everybody = case.at("voices.contributors")
    return everybody is not None and everybody.high == 0


def with_nobody(span: Stage) -> bool:
    """Whether people were asked, or had more of a part, and none of them are counted."""
    return role_of(span) >= CONSULTED and span.people is not None and span.people.high == 0


def before_the_idea(case: Case, stage: str, span: Stage) -> bool:
    """Whether a span lies before the idea of the work came up.

    What people affected led may well lie before: the idea of the others came after theirs. So may what people were asked on
    what matters to them (priorities): an idea comes of that.
    """
    idea = case.at("project.dates.idea")
    if idea is None or stage == "priorities" or span.role == "led":
        return False
    return bool(case.before(span.when or span.since, idea) or case.before(span.until, idea))


def decided_before_the_idea(case: Case, decision: Decision) -> bool:
    """Whether a decision lies before the idea of the work: not where it was contributors' own, or chose what matters."""
    idea = case.at("project.dates.idea")
    chose = bool(decision.stage) and set(decision.stage or ()) == {"priorities"}
    if idea is None or chose or contributors_alone(deciders(case, decision)):
        return False
    return bool(case.before(decision.when, idea))


def before_people_came_in(case: Case, stage: str, span: Stage) -> bool:
    """Whether people's part in a span lies before the day on which they were first involved, or they never were."""
    return role_of(span) >= CONSULTED and case.in_place(span) is True and dated_before_people_came_in(case, stage, span)


def dated_before_people_came_in(case: Case, stage: str, span: Stage) -> bool:
    """Whether a span lies before the day on which people were first involved, or they never were, whatever is told of their part in it."""
    came_in = case.at("timing.first_involved")
    if came_in is None:
        return False
    if never_involved(case) or (came_in.relation == "after" and came_in.stage == stage):
        return True
    # `since` may be the beginning of the work on it, into which people came later.
    return _before_coming_in(case, span.when or span.until, came_in)


def decided_before_people_came_in(case: Case, decision: Decision) -> bool:
    """Whether contributors took or shared a decision before they were first involved, or though they never were."""
    came_in = case.at("timing.first_involved")
    theirs = bool(with_contributors(deciders(case, decision))) and case.happened(decision.when) is not False
    return came_in is not None and theirs and (never_involved(case) or _before_coming_in(case, decision.when, came_in))


def _before_coming_in(case: Case, when: Dates | None, came_in: Dates) -> bool:
    """Whether something lies before the day on which people came in; after the design is not before the plan was fixed."""
    return bool(
        case.before(when, came_in) or (after_the_design(came_in) and case.before(when, case.at("timing.design_locked")))
    )


def after_the_design(when: Dates) -> bool:
    """Whether a day is told as one after the design, whenever that was."""
    return when.relation == "after" and when.stage == "design"


def never_involved(case: Case) -> bool:
    """Whether the file tells that people were never involved (`timing.first_involved: never`).

    A part that they are told to have had, or that may still be told, then earns nothing: both cannot be so.
    """
    timing = case.project.timing
    first = timing.first_involved if timing else None
    return first is not None and first.happened is False and first.first is None


def is_done_and_set_aside(decision: Decision) -> bool:
    """Whether a decision is told to be carried out, and to be set aside by somebody."""
    return decision.became == "done" and anybody(decision.set_aside_by)


_DONE = {
    "status": ("done", "ongoing", "stopped"),
    "became": ("done", "under way", "partly"),
    "answer": ("taken up", "partly"),
}
"""The answers that tell that something has happened, by their keys: of a practice, a decision, and what people said."""


def is_told_as_done(part: Told) -> bool:
    """Whether something is told to have happened: by its status, by what became of it, or because somebody said or found it."""
    told = vars(part)
    return isinstance(part, (View, Finding, Heard, Harm)) or any(told.get(key) in words for key, words in _DONE.items())


def done_and_never_keys(part: Told) -> tuple[str, ...]:
    """The keys under which something is told to have happened, and not to have (`when: no`, `since: not yet`); none where it is not."""
    told = vars(part)
    dates = [(key, told.get(key)) for key in ("when", "since")]
    never = [key for key, date in dates if isinstance(date, Dates) and date.happened is False and date.first is None]
    if not never:
        return ()
    done = [key for key, words in _DONE.items() if told.get(key) in words]
    return (*done, *never) if done else ()


def outside_the_work(case: Case, stage: str, span: Stage) -> str:
    """Which date of the work rules out people's part in doing it, or in making sense of it: `start`, `end`, or empty.

    What lies between the idea and the start is a pilot: it comes before the work by its nature.
    """
    if stage not in _OF_THE_WORK or role_of(span) < CONSULTED or not case.in_place(span):
        return ""
    if case.before(span.until or span.when, case.at("project.dates.start")) and not _may_come_first(case, stage, span):
        return "start"
    # Making sense of it may well go on when the work itself has ended.
    late = stage == "delivery" and case.before(case.at("project.dates.end"), span.when or span.since)
    return "end" if late else ""


def _may_come_first(case: Case, stage: str, span: Stage) -> bool:
    """Whether what was done before the start may well have been: a pilot comes first, and so does doing what followed an idea that is told."""
    pilot = span.who is not None and "pilot" in span.who.casefold()
    idea = case.at("project.dates.idea")
    return pilot or (
        stage == "delivery" and idea is not None and case.before(span.until or span.when, idea) is not True
    )
