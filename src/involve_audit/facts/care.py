"""Facts on safety and care.

Keeping people out is no safety for them. So a plan is taken for safety only where it tells what it does for
those who are there, and whether anybody is kept out without being asked is a fact of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, both, either, opposite
from involve_audit.facts.registry import counted, yes_no
from involve_audit.facts.roles import told_role, work_stages
from involve_audit.facts.rung import has_researchers
from involve_audit.facts.voices import among, told
from involve_audit.project.fields import tidy
from involve_audit.project.practice import AFFECTED, INDEPENDENT, others_alone
from involve_audit.project.values import truth
from involve_audit.record import replace

if TYPE_CHECKING:
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.project.care import Harm
    from involve_audit.project.values import Dates

_PLAN, _STORY, _SUPPORT = "care.plan", "care.own_story", "care.support"
_FACILITATION, _LEAVING = "care.facilitation", "care.leaving"
_WITH = frozenset(AFFECTED)


def _says(case: Case, path: str, field: str) -> bool | None:
    """What a yes or no of a practice says, whether or not the practice is in place."""
    return truth(getattr(case.at(path), field, None))


@yes_no
def topic_sensitive(case: Case) -> Answer:
    """Can the topic distress people: illness, violence, loss, stigma, self-harm, racism?"""
    return Answer(truth(case.at("project.topic_sensitive")), (("project", "topic_sensitive"),))


# --- a plan for emotional safety ---------------------------------------------------------------------


@yes_no
def safety_plan_in_place(case: Case) -> Answer:
    """Is there a written plan for emotional safety, and is it in use?

    A rule on paper does not tell whether it is used.
    """
    return case.practised(_PLAN)


@yes_no
def safety_plan_names_lead(case: Case) -> Answer:
    """Is somebody responsible for the safety plan?"""
    return case.practised(_PLAN, "lead")


@yes_no
def safety_plan_has_distress_steps(case: Case) -> Answer:
    """Does the safety plan say what happens when somebody is distressed?"""
    return case.practised(_PLAN, "distress_steps")


@yes_no
def safety_plan_has_confidentiality_limits(case: Case) -> Answer:
    """Does the safety plan say what cannot be kept private?"""
    return case.practised(_PLAN, "confidentiality_limits")


@yes_no
def safety_plan_covers_facilitators(case: Case) -> Answer:
    """Does the safety plan care for those who lead the conversations, too?"""
    return case.practised(_PLAN, "covers_facilitators")


@yes_no
def safety_plan_written_with_contributors(case: Case) -> Answer:
    """Did contributors have a hand in writing the safety plan?"""
    plan = case.at(_PLAN)
    written = among(plan.written_by, _WITH) if plan else None
    return Answer(both(case.in_place(plan), written), (("care", "plan", "written_by"), ("care", "plan")))


@yes_no
def safety_plan_reviewed(case: Case) -> Answer:
    """Was the safety plan looked at again after it had been used?"""
    return case.practised(_PLAN, "reviewed")


@yes_no
def kept_out_for_safety(case: Case) -> Answer:
    """Are people kept out "for their safety" without being asked?

    Counts whether or not the plan itself is in use.
    """
    return Answer(_says(case, _PLAN, "keeps_people_out"), (("care", "plan", "keeps_people_out"),))


@yes_no
def safe_where_sensitive(case: Case) -> Answer:
    """Is the topic not sensitive, or does a safety plan or support look after the people who are there?

    A plan counts with somebody responsible, with steps for distress, or with contributors among its writers;
    support counts where there is some before, during or after. Keeping people out counts as neither. No where
    the topic is sensitive and it is told that there is neither. Unknown otherwise.
    """
    plan, support = case.at(_PLAN), case.at(_SUPPORT)
    by_plan = both(
        case.in_place(plan),
        either(
            _says(case, _PLAN, "lead"),
            _says(case, _PLAN, "distress_steps"),
            among(plan.written_by, _WITH) if plan else None,
        ),
    )
    by_support = both(
        case.in_place(support), either(*(_says(case, _SUPPORT, f) for f in ("before", "during", "after")))
    )
    sensitive = truth(case.at("project.topic_sensitive"))
    value = either(opposite(sensitive), by_plan, by_support)
    topic = ("project", "topic_sensitive")
    places = ((topic, opposite(sensitive)), (("care", "plan"), by_plan), (("care", "support"), by_support))
    return Answer(value, tuple(p for p, t in places if t is value))


# --- one's own story ---------------------------------------------------------------------------------


@yes_no
def story_free_to_keep(case: Case) -> Answer:
    """Is it the practice that nobody is expected to tell their story, and each decides what, how and when?"""
    return case.practised(_STORY, "expected", "no")


@yes_no
def story_use_agreed(case: Case) -> Answer:
    """Is it agreed with people what is used of their story, where and how, quotations too?"""
    return case.practised(_STORY, "use_agreed")


@yes_no
def story_can_be_taken_back(case: Case) -> Answer:
    """Can people take their story back?"""
    return case.practised(_STORY, "withdrawal")


@yes_no
def story_in_promotion_needs_consent(case: Case) -> Answer:
    """Does the use of a story in promotion need a permission of its own?"""
    return case.practised(_STORY, "promotion_consent")


@yes_no
def story_later_uses_approved(case: Case) -> Answer:
    """Do people approve later uses of their story, and can they refuse?"""
    return case.practised(_STORY, "later_uses_approved")


@yes_no
def story_expected_or_promoted_without_consent(case: Case) -> Answer:
    """Are stories expected of people, or may they be used in promotion without a permission of its own?

    No where both are told to be otherwise.
    """
    expected = _says(case, _STORY, "expected")
    promoted = opposite(_says(case, _STORY, "promotion_consent"))
    value = either(expected, promoted)
    places = ((("care", "own_story", "expected"), expected), (("care", "own_story", "promotion_consent"), promoted))
    return Answer(value, tuple(p for p, t in places if t is value))


# --- support -----------------------------------------------------------------------------------------


@yes_no
def support_in_place(case: Case) -> Answer:
    """Is there support for people around taking part?"""
    return case.practised(_SUPPORT)


@yes_no
def support_before_during_and_after(case: Case) -> Answer:
    """Is there a talk beforehand, somebody there for people, and somebody who asks afterwards how they are?"""
    support = case.at(_SUPPORT)
    fields = ("before", "during", "after")
    value = both(case.in_place(support), *(_says(case, _SUPPORT, f) for f in fields))
    return Answer(value, (("care", "support"), *(("care", "support", f) for f in fields)))


@counted
def support_asks_within_days(case: Case) -> Answer:
    """Within how many days does somebody ask afterwards how people are?"""
    return case.number(_SUPPORT, "after_within")


@yes_no
def support_debrief_paid(case: Case) -> Answer:
    """Is the time paid in which people talk it over afterwards?"""
    return case.practised(_SUPPORT, "paid_debrief")


@yes_no
def support_designed_with_contributors(case: Case) -> Answer:
    """Was the support designed with contributors?"""
    return case.practised(_SUPPORT, "designed_with")


@yes_no
def support_use_reviewed(case: Case) -> Answer:
    """Was it looked at how the support is used?"""
    return case.practised(_SUPPORT, "use_reviewed")


# --- room for strong feeling and for quiet -----------------------------------------------------------


@yes_no
def strong_feeling_welcome(case: Case) -> Answer:
    """Is strong feeling met in the room, and not treated as a disturbance?"""
    return case.practised(_FACILITATION, "feeling_welcome")


@yes_no
def calm_expected(case: Case) -> Answer:
    """Are people expected to be calm and objective?"""
    return Answer(_says(case, _FACILITATION, "calm_expected"), (("care", "facilitation", "calm_expected"),))


@yes_no
def facilitator_trained(case: Case) -> Answer:
    """Is the person who leads the conversation trained for it?"""
    return case.practised(_FACILITATION, "trained")


@yes_no
def breaks_and_quiet_place(case: Case) -> Answer:
    """Are there breaks, and a quiet place to go to?"""
    return case.practised(_FACILITATION, "breaks")


@yes_no
def facilitator_with_lived_experience_or_chosen_with_contributors(case: Case) -> Answer:
    """Does whoever leads the conversations have lived experience, or did contributors choose them or have a part in it?

    No only where both are told to be otherwise.
    """
    part = case.at(_FACILITATION)
    value = both(
        case.in_place(part),
        either(
            _says(case, _FACILITATION, "lived_experience"), case.says(part, "chosen_by", "contributors", "together")
        ),
    )
    where = tuple(("care", "facilitation", f) for f in ("lived_experience", "chosen_by"))
    return Answer(value, (*where, ("care", "facilitation")))


@yes_no
def facilitation_evaluated_by_group(case: Case) -> Answer:
    """Did the group itself say how well the conversations are led?"""
    return case.practised(_FACILITATION, "evaluated_by_group")


# --- leaving, pausing, complaining -------------------------------------------------------------------


@yes_no
def leaving_possible(case: Case) -> Answer:
    """Is there a way to leave, to pause or to complain?"""
    return case.practised(_LEAVING)


@yes_no
def leaving_written_down(case: Case) -> Answer:
    """Is it written down how people leave, pause or complain?"""
    return case.practised(_LEAVING, "written")


@yes_no
def leaving_keeps_pay(case: Case) -> Answer:
    """Do people who leave or complain keep what they have earned?"""
    return case.practised(_LEAVING, "pay_kept")


@yes_no
def complaint_contact_independent(case: Case) -> Answer:
    """Is there somebody outside the team to whom people can turn?"""
    return case.practised(_LEAVING, "independent_contact")


@yes_no
def leaving_used_and_group_told(case: Case) -> Answer:
    """Was the way to leave, pause or complain used or tested, and the group told what came of it?"""
    return case.practised(_LEAVING, "used")


@counted
def people_who_left(case: Case) -> Answer:
    """How many people left before the end?"""
    return case.number(_LEAVING, "left")


@yes_no
def leavers_asked_why(case: Case) -> Answer:
    """Were people who left asked why, if they wished to say?"""
    return Answer(_says(case, _LEAVING, "asked_why"), (("care", "leaving", "asked_why"),))


# --- harm ------------------------------------------------------------------------------------------

_RECORDED_BY = ("contributors", "people served", "together", *(who for who in INDEPENDENT if who != "evaluation"))
"""Whose record of harm breaks trust. An evaluation that reports harm, often the project's own, has looked and told: that is on record, and
is asked about, and is no breach by itself."""


_INVOLVED_WHEN = "when people are involved"
"""Under this name a case remembers it."""


def mended(case: Case, harm: Harm) -> bool:
    """Whether a harm was mended in a way that those concerned agreed to."""
    repair = harm.repair
    agreed = repair is not None and both(case.in_place(repair), case.says(repair, "agreed_with", *AFFECTED))
    return bool(agreed) and not repaired_before_it_was(case, harm)


def repaired_before_it_was(case: Case, harm: Harm) -> bool:
    """Whether a repair is told to lie before the harm that it repairs."""
    repair = harm.repair
    return repair is not None and bool(case.before(repair.when or repair.since, harm.when))


def _work_went_on(case: Case, harm: Harm) -> bool:
    """Whether involvement that is told goes on, or came, after a harm was mended.

    A repair counts for what follows it. A settlement after the work is over mends something, and leaves the
    judgement on that work as it is.
    """
    when = harm.repair.when or harm.repair.since if harm.repair else None
    ongoing, dates = _involved_when(case)
    return ongoing or any(case.before(when, date) for date in dates)


def mending_may_be_told(case: Case) -> bool:
    """Whether answers that are not told yet could say that all that broke trust was mended, and that involvement went on after it; or that others did it."""
    broke = [
        h
        for h in case.entries("care.harm") or ()
        if breaks_trust(case, h) and not (mended(case, h) and _work_went_on(case, h))
    ]
    return all(_may_be_mended(case, harm) for harm in broke)


def _may_be_mended(case: Case, harm: Harm) -> bool:
    repair = harm.repair
    if repair is None or others_alone(harm.done_by) is None:
        return True
    if harm.kind not in BROKEN_AGREEMENTS and harm.said_by == ("contributors",) and has_researchers(case).value is None:
        return True
    if (
        repaired_before_it_was(case, harm)
        or both(case.in_place(repair), case.says(repair, "agreed_with", *AFFECTED)) is False
    ):
        return False
    undated = repair.when is None and repair.since is None
    return _work_went_on(case, harm) or undated or any(_may_go_on(case, stage) for stage in work_stages(case))


def _may_go_on(case: Case, stage: str) -> bool:
    """Whether it can still be told of a stage that people were involved in it later than is told."""
    spans = case.stage(stage)
    if spans is None:
        return told_role(case, stage) is None
    return any(
        span.role in (None, "unknown")
        or (
            span.role not in ("none", "informed")
            and (span.status in (None, "unknown") or (span.when is None and span.since is None))
        )
        for span in spans
    )


def _involved_when(case: Case) -> tuple[bool, tuple[Dates, ...]]:
    """Whether involvement goes on, and its dates as far as they can decide whether it came after something.

    Of dates in the calendar only the latest can: a file may tell of many harms and of many spans.
    """
    if _INVOLVED_WHEN not in case.memo:
        spans = [
            span
            for stage in work_stages(case)
            for span in case.stage(stage) or ()
            if span.role not in (None, "none", "informed", "unknown") and case.in_place(span)
        ]
        dates = [d for span in spans if (d := span.when or span.since) is not None]
        by_calendar = [(days[0], d) for d in dates if d.first is not None and (days := case.days(d)) is not None]
        latest = (max(by_calendar, key=lambda told: told[0])[1],) if by_calendar else ()
        others = {replace(d, text=""): d for d in dates if d.first is None}
        case.memo[_INVOLVED_WHEN] = any(s.status == "ongoing" for s in spans), (*latest, *others.values())
    found: tuple[bool, tuple[Dates, ...]] = case.memo[_INVOLVED_WHEN]
    return found


BROKEN_AGREEMENTS = ("used otherwise than agreed", "agreement undone")
"""The kinds of harm by which what people were told did not hold."""


_NO_ANSWER = ("unanswered", "not answered", "no answer", "without an answer", "not yet", "not yet answered")


def was_answered(harm: Harm) -> bool | None:
    """Whether those responsible answered a harm, in a few words; None where it is not told.

    What says in words that there was no answer, as the log does (`unanswered`), quotes none.
    """
    return False if harm.answered is not None and tidy(harm.answered) in _NO_ANSWER else told(harm.answered)


def agreements_broken(case: Case) -> tuple[Path, ...]:
    """Where the file tells that what was agreed with people, or told them of what they gave, did not hold, and trust was broken by it."""
    found = trust_broken(case)
    return tuple(p for p in found.where if found.value and getattr(case.at(p), "kind", None) in BROKEN_AGREEMENTS)


def breaks_trust(case: Case, harm: Harm) -> bool | None:
    """Whether a harm breaks trust: recorded by those harmed, an organisation of theirs, or a named inquiry, court or regulator.

    What others did to people, before the work or beside it, or took from them, may be why there is such work, and says
    nothing of it. What people gave and was used otherwise than agreed, and an agreement that was undone, count whoever says so. Where
    contributors run the work alone, what they tell of it is the word of those who run it, as a team's own word is.
    """
    if others_alone(harm.done_by):
        return False
    if case.happened(harm.when) is False:
        # What is dated later has not happened; that somebody wrote it down leaves open whether it did.
        return None
    if harm.kind in BROKEN_AGREEMENTS:
        return True
    said_by = harm.said_by or ()
    alone = has_researchers(case).value is False
    if any(one in _RECORDED_BY and not (alone and one == "contributors") for one in said_by):
        return True
    return None if not said_by or "unknown" in said_by else False


def _on_record(case: Case, harm: Harm) -> bool | None:
    """Whether a harm is on record by the word of others than the team."""
    broken = breaks_trust(case, harm)
    said_by = set(harm.said_by or ())
    if case.happened(harm.when) is not False and "evaluation" in said_by and (not broken or said_by == {"evaluation"}):
        return not others_alone(harm.done_by)
    return False if broken is False and others_alone(harm.done_by) else broken or None


def harm_to_mend(case: Case, harm: Harm) -> bool:
    """Whether a harm is on record, and not told to have been mended with those concerned."""
    return bool(_on_record(case, harm)) and not mended(case, harm)


@yes_no
def trust_broken(case: Case) -> Answer:
    """Was something that people gave used otherwise than agreed, an agreement undone, or harm recorded?

    Harm counts when contributors, people served, an organisation of theirs, or a named inquiry, court or regulator
    recorded it. A repair that was made and agreed with them counts for what follows it: for involvement that
    goes on, or came, after it. Unknown where nothing is told of harm.
    """
    return case.any_entry(
        "care.harm", lambda h: both(breaks_trust(case, h), not (mended(case, h) and _work_went_on(case, h)))
    )


@yes_no
def harm_not_mended(case: Case) -> Answer:
    """Is a harm or a broken agreement on record that was not mended with those concerned?

    Of harm that the team alone tells, it stays open whether there is more to mend.
    """
    return case.any_entry("care.harm", lambda h: both(_on_record(case, h), not mended(case, h)))
