"""Facts on when people came in, whether contact was kept up, and whether anything could still move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Path, Span, both, either, opposite, some
from involve_audit.facts.case import once
from involve_audit.facts.impossible_parts import cannot_be, role_of
from involve_audit.facts.registry import counted, yes_no
from involve_audit.facts.roles import work_spans, work_stages
from involve_audit.project.people import ROLES, role_reaches
from involve_audit.project.practice import RESULTS, SHAPING, STAGES, Practice
from involve_audit.project.values import Period, truth

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.project.values import Dates

_CONSULTED, _INVOLVED = ROLES.index("consulted"), ROLES.index("involved")
_FIRST, _LOCKED = ("timing", "first_involved"), ("timing", "design_locked")

# --- coming in --------------------------------------------------------------------------------------


def while_plan_open(case: Case, when: Dates | None) -> bool | None:
    """Whether something happened while the plan could still change.

    Before or during the choice of the question or the design it could, and after the design it could not; every
    other time is held against `timing.design_locked`.
    """
    happened = case.happened(when)
    if when is None or not happened:
        return happened
    by_stage = _open_by_stage(when)
    if by_stage is not None:
        return by_stage
    return True if _still_open(case) else case.before(when, case.at(_LOCKED))


def _open_by_stage(when: Dates) -> bool | None:
    """What a date told by a stage says of the plan, whatever the date on which it was fixed."""
    if when.stage in ("priorities", "design") and when.relation in ("before", "during"):
        return True
    return False if when.stage == "design" else None


def came_after_the_plan(case: Case) -> bool | None:
    """Whether people came in when the plan could no longer change: after the day on which it was fixed, or after the design of a fixed plan.

    On that very day is no later. No while the plan is told to be open still; unknown where the dates do not decide it.
    """
    first, locked = case.at(_FIRST), case.at(_LOCKED)
    if _still_open(case):
        return False
    if first is not None and case.happened(first) and case.happened(locked) and _open_by_stage(first) is False:
        return True
    return case.before(locked, first)


def _still_open(case: Case) -> bool:
    """Whether the file says that the plan can still change."""
    locked = case.at(_LOCKED)
    return locked is not None and locked.happened is False


@yes_no
def people_came_in(case: Case) -> Answer:
    """Has anybody been involved yet whom the work affects?

    `first_involved: never` says no. Unknown where neither it nor a dated part of the work tells that people were there.
    """
    came_in, there = case.happened(case.at(_FIRST)), _dated_parts(case)
    return Answer(True, tuple(place for place, _ in there)) if came_in is None and there else Answer(came_in, (_FIRST,))


def _dated_parts(case: Case) -> list[tuple[Path, Dates]]:
    """Where a part of the work tells a day by which people had been asked, or had more of a part, and that day."""
    return once(case, "dated parts", lambda: _all_dated_parts(case))


def _all_dated_parts(case: Case) -> list[tuple[Path, Dates]]:
    return [
        (place, day)
        for place, stage, span in work_spans(case)
        # `since` may be the beginning of the work on it, into which people came later.
        if (day := span.when or span.until) is not None
        and role_of(span) >= _CONSULTED
        and case.in_place(span)
        and case.happened(day)
        and not cannot_be(case, stage, span)
    ]


def _there_while_plan_open(case: Case) -> tuple[Path, ...]:
    """The parts of the work that tell that people were there while the plan could still change: those that lie before it was fixed.

    Where it is not told when that was, none tells it, not even the choice of the question: that may be chosen anew under a fixed
    plan, and what an answer could still say (that they came when it was fixed) stays open without it.
    """
    open_ = _still_open(case)
    return tuple(place for place, day in _dated_parts(case) if open_ or case.before(day, case.at(_LOCKED)))


@yes_no
def came_in_while_plan_open(case: Case) -> Answer:
    """Were people first involved while the plan could still change?

    That is before `timing.design_locked`, while it says `no`, or before or during the priorities or the design. Whoever had a
    part in anything that is dated before the plan was fixed was there by then. Unknown where the dates do not decide it.
    """
    there = _there_while_plan_open(case)
    if there:
        return Answer(True, (*there, _FIRST, _LOCKED))
    return Answer(while_plan_open(case, case.at(_FIRST)), (_FIRST, _LOCKED))


@yes_no
def joined_after_plan_was_fixed(case: Case) -> Answer:
    """Were people first involved after the plan could no longer change?

    No where nobody has been involved, or a dated part of the work tells that they were there before. Unknown where the dates do not
    decide it.
    """
    first, there = case.at(_FIRST), _there_while_plan_open(case)
    late = False if there else both(case.happened(first), opposite(while_plan_open(case, first)))
    return Answer(late, (*there, _FIRST, _LOCKED))


@yes_no
def fixed_plan_reopened(case: Case) -> Answer:
    """Was a decision of the fixed plan opened again because of contributors?"""
    value = case.says(case.project.timing, "design_reopened", "yes")
    return Answer(value, (("timing", "design_reopened"),))


@yes_no
def helped_choose_the_question(case: Case) -> Answer:
    """Did contributors take part in choosing the question, by the role that the file tells?

    Yes where their role in the priorities was involved, decided together or led, and not only planned. Unknown
    where `stages.priorities` is not told.
    """
    return Answer(_had_role(case, "priorities", _INVOLVED), _places(case, "priorities"))


@yes_no
def early_start_without_early_stage(case: Case) -> Answer:
    """Were people first involved before the plan was fixed, and yet had no part in any stage that shapes the work?

    Yes only where each of these stages that the work has is told to involve nobody. Unknown where all that is
    told is a date, and the plan can still change: people may then have come in with the work half done.
    """
    shaping = [s for s in work_stages(case) if s in SHAPING]
    first = case.at(_FIRST)
    dated_only = first is not None and first.stage is None
    early = None if dated_only and _still_open(case) and case.happened(first) else while_plan_open(case, first)
    nobody = both(*(opposite(_any_role(case, s, 1)) for s in shaping)) if shaping else None
    where = tuple(place for s in shaping for place in _places(case, s))
    return Answer(both(early, nobody), (_FIRST, _LOCKED, *where))


# --- stages of the work -----------------------------------------------------------------------------


def _nobody_by_rule(case: Case) -> bool:
    """Whether stages that are not listed are told to involve nobody."""
    stages = case.project.stages
    return stages is not None and (stages.answer == "none" or stages.complete == "yes")


def _any_role(case: Case, stage: str, least: int) -> bool | None:
    """Whether a stage is told to have at least this role, also where it is only planned."""
    spans = case.stage(stage)
    if spans is None:
        return False if _nobody_by_rule(case) else None
    return some([role_reaches(s.role, least) for s in spans], complete=True)


def _had_role(case: Case, stage: str, least: int) -> bool | None:
    """Whether a stage is told to have, or have had, at least this role: not planned, and not on paper only."""
    spans = case.stage(stage)
    if spans is None:
        return False if _nobody_by_rule(case) else None
    roles = [role_reaches(s.role, least) for s in spans]
    return some([both(r, case.in_place(s)) for r, s in zip(roles, spans, strict=True)], complete=True)


def _places(case: Case, stage: str) -> tuple[Path, ...]:
    """Where a stage is told, span by span, so that the source of each counts."""
    return tuple(("stages", stage, n) for n, _ in enumerate(case.stage(stage) or ())) or (("stages", stage),)


@counted
def stages_in_the_work(case: Case) -> Answer:
    """How many of the eight stages does the work have?

    As `stages.work_has` lists them. Where it is not told: at least those that the file names, at most eight.
    """
    stages = case.project.stages
    if stages is not None and stages.work_has:
        return Answer(Span(len(stages.work_has), len(stages.work_has)), (("stages", "work_has"),))
    named = sum(1 for s in STAGES if case.stage(s) is not None)
    return Answer(Span(named, len(STAGES)), (("stages",),))


@yes_no
def work_reaches_results(case: Case) -> Answer:
    """Does the work have a stage in which results are made sense of, shared or used?

    No only where `stages.work_has` lists none of analysis, sharing and implementation. Unknown where neither it
    nor one of these stages is told.
    """
    stages = case.project.stages
    if stages is not None and stages.work_has:
        return Answer(any(s in RESULTS for s in stages.work_has), (("stages", "work_has"),))
    named = any(case.stage(s) is not None for s in RESULTS)
    return Answer(True if named else None, (("stages",),))


@counted
def stages_with_involvement(case: Case) -> Answer:
    """In how many stages of the work were people at least asked, by the role that the file tells?

    Being told, or present without being asked, is not counted. Stages that are only planned are not counted.
    Stages that are not told may have people in them, unless `stages.complete: yes`.
    """
    return _stages_where(case, {s: _had_role(case, s, _CONSULTED) for s in work_stages(case)})


@counted
def stages_without_involvement(case: Case) -> Answer:
    """In how many stages of the work was nobody asked, by the role that the file tells?

    Counts stages that are only planned. Where `stages.complete: yes` stands without `stages.work_has`, a stage
    that is not listed may have nobody in it or may not be there at all.
    """
    sure_of_work = case.at("stages.work_has") or case.at("stages.answer") == "none"
    found: dict[str, bool | None] = {}
    for stage in work_stages(case):
        listed = case.stage(stage) is not None
        found[stage] = opposite(_had_role(case, stage, _CONSULTED)) if listed or sure_of_work else None
    return _stages_where(case, found)


def _stages_where(case: Case, found: dict[str, bool | None]) -> Answer:
    sure = [s for s, is_so in found.items() if is_so]
    where = tuple(place for s in sure for place in _places(case, s))
    return Answer(Span(len(sure), sum(1 for t in found.values() if t is not False)), where or (("stages",),))


@yes_no
def people_in_each_part(case: Case) -> Answer:
    """Are people asked, or have more of a part, in each part of the work, also where that is only planned?

    By the role that the file tells. Unknown where a part of the work is not told.
    """
    work = work_stages(case)
    where = tuple(place for s in work for place in _places(case, s))
    return Answer(both(*(_any_role(case, s, _CONSULTED) for s in work)), where or (("stages",),))


@yes_no
def involved_in_results(case: Case) -> Answer:
    """Were people at least asked in making sense of results, sharing them or using them?

    By the role that the file tells for analysis, sharing and implementation. Unknown where none of them is told.
    """
    found = {s: _had_role(case, s, _CONSULTED) for s in work_stages(case) if s in RESULTS}
    deciding = [s for s, is_so in found.items() if is_so] or list(found)
    where = tuple(place for s in deciding for place in _places(case, s))
    return Answer(either(*found.values()) if found else None, where or (("stages",),))


@yes_no
def involvement_ends_before_results(case: Case) -> Answer:
    """Were people asked in earlier stages, while analysis, sharing and implementation involve nobody?

    A stage in which people are only told, or present without being asked, counts as involving nobody; one in
    which they are planned to be asked does not. Unknown where such a stage is not told, or the work has none.
    """
    work = work_stages(case)
    late = [s for s in work if s in RESULTS]
    if not late:
        return Answer(None, (("stages", "work_has"),))
    started = either(*(_had_role(case, s, _CONSULTED) for s in work if s not in RESULTS), False)
    ended = both(*(opposite(_any_role(case, s, _CONSULTED)) for s in late))
    return Answer(both(started, ended), tuple(place for s in late for place in _places(case, s)))


# --- contact ----------------------------------------------------------------------------------------


@yes_no
def contact_kept_up(case: Case) -> Answer:
    """Is contact with contributors kept up beyond a single occasion?

    Unknown where `timing.contact` does not say whether it is.
    """
    return case.practised("timing.contact")


@yes_no
def contact_rhythm_planned(case: Case) -> Answer:
    """Was a rhythm of contact planned, such as every six months?

    `ad hoc` and the like say no. Unknown where `timing.contact.every` is not told.
    """
    every = case.at("timing.contact.every")
    where = (("timing", "contact", "every"),)
    if not isinstance(every, Period) or every.text.strip().lower() == "unknown":
        return Answer(None, where)
    return Answer(every.days is not None, where)


@yes_no
def contact_rhythm_kept(case: Case) -> Answer:
    """Was the planned rhythm of contact kept?"""
    return case.practised("timing.contact", "kept")


@yes_no
def contact_rhythm_set_with_contributors(case: Case) -> Answer:
    """Do contributors set the rhythm of contact, alone or with the team?"""
    contact = case.at("timing.contact")
    value = both(case.in_place(contact), case.says(contact, "rhythm_set_by", "contributors", "together"))
    return Answer(value, (("timing", "contact", "rhythm_set_by"),))


@yes_no
def contributors_hand_over(case: Case) -> Answer:
    """Does somebody who leaves hand over to somebody who comes?"""
    return case.practised("timing.contact", "handover")


@counted
def longest_silence_in_percent_of_rhythm(case: Case) -> Answer:
    """How long was the longest time without contact, in per cent of the rhythm that was planned?

    Every six months with a gap of a year makes 200. While the work goes on, the time since the last contact
    counts too. There may have been longer gaps that are not told. Unknown where the rhythm is not told.
    """
    contact = case.at("timing.contact")
    every = getattr(contact, "every", None)
    where: Path = ("timing", "contact")
    if every is None or not every.days:
        return Answer(None, (where,))
    gaps: list[tuple[int, Path]] = []
    if contact.longest_gap is not None and contact.longest_gap.days is not None:
        gaps.append((contact.longest_gap.days, (*where, "longest_gap")))
    last = case.days(contact.last)
    # Only where the file says that the work goes on: after its end, silence is what one would expect.
    if last is not None and case.phase in ("idea", "applying", "funded", "running") and last[1] < case.date:
        gaps.append(((case.date - last[1]).days, (*where, "last")))
    longest = max(gaps, default=(0, where))
    return Answer(Span(longest[0] * 100 // every.days, None), (longest[1], (*where, "every")))


# --- room to change ---------------------------------------------------------------------------------


@yes_no
def room_to_change(case: Case) -> Answer:
    """Is there time and room in the plan to act on what people say?

    Unknown where `timing.space_to_change` does not say whether there is.
    """
    return case.practised("timing.space_to_change")


@counted
def decision_points_kept_free(case: Case) -> Answer:
    """How many points in the plan are kept free, to decide after people were heard?

    Unknown where `timing.space_to_change.decision_points` is not told.
    """
    return case.number("timing.space_to_change", "decision_points")


@yes_no
def timetable_has_slack(case: Case) -> Answer:
    """Does the timetable have time to change things?"""
    return case.practised("timing.space_to_change", "slack")


@yes_no
def contributors_can_delay_or_reopen(case: Case) -> Answer:
    """Can contributors delay a step, or open a decision again?"""
    return case.practised("timing.space_to_change", "contributors_can_delay")


@counted
def activities_after_their_decision(case: Case) -> Answer:
    """How many occasions took place after the decision that they were for?

    Counted where both dates are told and decide it; there may be more. Unknown where no activities are told.
    """
    return case.count_entries("timing.activities", lambda a: case.before(a.decided, a.when) or None)


# --- plans ------------------------------------------------------------------------------------------


@counted
def overdue_plans(case: Case) -> Answer:
    """How many things are still planned for a day that has passed?

    Looks at the whole file. There may be more that it does not tell.
    """
    from involve_audit.project.power import Leader

    late: list[Path] = []
    for path, part in case.dated:
        if isinstance(part, (Practice, Leader)) and part.status == "planned":
            told = [case.days(getattr(part, name, None)) for name in ("when", "since")]
            if any(days is not None and days[1] < case.date for days in told):
                late.append(path)
    return Answer(Span(len(late), None), tuple(late))


@yes_no
def involved_after_the_design_was_fixed(case: Case) -> Answer:
    """Were people first involved after the plan could no longer change, and was nothing opened again?

    No where something was opened again because of contributors, or a dated part of the work tells that they were there before.
    """
    first, locked, there = (
        case.at("timing.first_involved"),
        case.at("timing.design_locked"),
        _there_while_plan_open(case),
    )
    late = case.before(locked, first) if not there and (locked is None or locked.happened is not False) else False
    reopened = truth(case.at("timing.design_reopened"))
    where = (*there, ("timing", "first_involved"), ("timing", "design_locked"), ("timing", "design_reopened"))
    return Answer(both(late, opposite(reopened)), where)
