"""Facts on relationships, learning and skills."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.facts.answers import Answer, both, either, opposite
from involve_audit.facts.registry import counted, one_word, yes_no
from involve_audit.facts.roles import work_stages
from involve_audit.facts.voices import among
from involve_audit.project.people import role_at_least, role_reaches
from involve_audit.project.practice import AFFECTED
from involve_audit.project.values import Count, truth

if TYPE_CHECKING:
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case

_TRAINING, _WISHES, _TIME = "relationships.training", "relationships.wishes", "relationships.time_together"
_LEARNED = "relationships.researchers_learned"
_CONTRIBUTORS = frozenset(AFFECTED)
_TEAM = frozenset(("researchers", "team", "together"))


def _trained(case: Case, whom: frozenset[str]) -> bool | None:
    """Whether training is in place for one of these."""
    part = case.at(_TRAINING)
    return both(case.in_place(part), among(part.for_whom, whom) if part else None)


def _researchers_at_all(case: Case) -> bool | None:
    """Whether there are researchers or staff, as far as `project.researchers` tells."""
    count = case.at("project.researchers")
    if not isinstance(count, Count):
        return None
    return False if count.high == 0 else True if count.low > 0 else None


def _researchers_seen(case: Case) -> bool | None:
    """Whether researchers or staff appear in the work: in the count, or in a room. Whoever fills in a file may belong to no team."""
    rooms = [(r.researchers is not None and r.researchers.low > 0) or None for r in (case.project.rooms or {}).values()]
    return either(_researchers_at_all(case) or None, *rooms)


# --- induction and training --------------------------------------------------------------------------


@yes_no
def training_in_place(case: Case) -> Answer:
    """Is there any induction or training?"""
    return case.practised(_TRAINING)


@yes_no
def training_covers_everybody(case: Case) -> Answer:
    """Is there training for contributors, and for the team where there is one?

    Where contributors run the work alone (`project.researchers: 0`), training for them is enough.
    """
    value = both(_trained(case, _CONTRIBUTORS), either(_trained(case, _TEAM), opposite(_researchers_at_all(case))))
    where: tuple[Path, ...] = (("relationships", "training", "for_whom"), ("relationships", "training"))
    return Answer(value, where)


@yes_no
def training_led_with_contributors(case: Case) -> Answer:
    """Do contributors teach in the training?"""
    return case.practised(_TRAINING, "led_with_contributors")


@yes_no
def training_for_contributors_alone(case: Case) -> Answer:
    """Is there training for contributors and none for the team that they work with?

    Yes only where the file shows that there is a team: in `project.researchers`, or in a room.
    """
    value = both(_trained(case, _CONTRIBUTORS), opposite(_trained(case, _TEAM)), _researchers_seen(case))
    return Answer(value, (("relationships", "training", "for_whom"),))


# --- wishes and roles --------------------------------------------------------------------------------


@yes_no
def wishes_asked_for(case: Case) -> Answer:
    """Does anybody ask what people wish to do and to learn?"""
    return case.practised(_WISHES)


@yes_no
def wishes_recorded(case: Case) -> Answer:
    """Are interests and wished roles noted?"""
    return case.practised(_WISHES, "recorded")


@one_word("all", "most", "some", "none")
def role_fits_wish_for(case: Case) -> Answer:
    """For how many people is the role the one that they wished for?"""
    return case.word(_WISHES, "role_fits")


@yes_no
def chances_to_grow_offered(case: Case) -> Answer:
    """Are people offered chances to grow: skills, leading, references?"""
    return case.practised(_WISHES, "opportunities")


@yes_no
def wishes_reviewed(case: Case) -> Answer:
    """Were wishes and roles looked at again?"""
    return case.practised(_WISHES, "reviewed")


@yes_no
def roles_followed_wishes(case: Case) -> Answer:
    """Does everybody have the role that they wished for, or did somebody move to one?"""
    part = case.at(_WISHES)
    value = both(
        case.in_place(part), either(case.says(part, "role_fits", "all"), case.says(part, "somebody_moved", "yes"))
    )
    where = tuple(("relationships", "wishes", f) for f in ("somebody_moved", "role_fits"))
    return Answer(value, (*where, ("relationships", "wishes")))


@yes_no
def role_below_wish(case: Case) -> Answer:
    """Do only some people, or none, have the role that they wished for, or a smaller one in some stage?

    In a stage, the last role that is told is held against the wish told beside it. No only where the role is
    the wished one for all or most, and so in each stage.
    """
    fits = case.word(_WISHES, "role_fits").value
    truths: list[tuple[Path, bool | None]] = [
        (("relationships", "wishes", "role_fits"), None if fits is None else fits in ("some", "none"))
    ]
    for stage in () if case.at("stages.answer") == "none" else work_stages(case):
        spans = case.stage(stage)
        if spans:
            last = spans[-1]
            wish = role_at_least(last.wished_role)
            below = None if wish is None else opposite(role_reaches(last.role, wish))
            truths.append((("stages", stage, len(spans) - 1), below))
        else:
            truths.append((("stages", stage), None))
    value = either(*(t for _, t in truths))
    return Answer(value, tuple(p for p, t in truths if t is value) if value is not None else (truths[0][0],))


# --- time together -----------------------------------------------------------------------------------


@yes_no
def time_together_in_place(case: Case) -> Answer:
    """Is there time to get to know each other, outside project business?"""
    return case.practised(_TIME)


@counted
def times_together(case: Case) -> Answer:
    """How often was there time to get to know each other?"""
    return case.number(_TIME, "times")


@yes_no
def time_together_paid(case: Case) -> Answer:
    """Is the time to get to know each other paid?"""
    return case.practised(_TIME, "paid")


@yes_no
def other_skills_known_and_used(case: Case) -> Answer:
    """Is it known, and used, what people bring besides what they have lived through: skills, work, interests?"""
    return case.practised(_TIME, "skills_known")


@yes_no
def trust_talked_over(case: Case) -> Answer:
    """Did contributors say how far they trust and feel respected, and was it talked over with them?"""
    return case.practised(_TIME, "trust_discussed")


# --- what researchers learned ------------------------------------------------------------------------


def _dated(case: Case, learned: Any) -> bool | None:
    """Whether it is told when something was learned, and that day has come."""
    when = learned.when
    return None if when is None else both(case.happened(when), when.names_a_time)


def _named(learned: Any) -> bool | None:
    """Whether it is told who says so."""
    return None if learned.by in (None, "unknown") else learned.by != "nobody"


@counted
def things_researchers_learned(case: Case) -> Answer:
    """How many things are on record that researchers learned?

    `none` counts as nought. There may be more than are told.
    """
    return case.count_entries(_LEARNED, lambda _: True)


@yes_no
def learning_with_date_and_name(case: Case) -> Answer:
    """Is it told of something that researchers learned, when it was and who says so?"""
    return case.any_entry(_LEARNED, lambda e: both(_dated(case, e), _named(e)))


@yes_no
def learning_seen_by_contributors_and_shared(case: Case) -> Answer:
    """Do contributors see something that researchers learned as they do, and was it shared beyond the team?"""
    return case.any_entry(_LEARNED, lambda e: both(truth(e.contributors_agree), truth(e.shared)))
