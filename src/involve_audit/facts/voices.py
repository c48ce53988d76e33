"""Facts on who is in the room, and who is not.

Nothing here counts heads by group: what is observed is whether absence was noticed, explained by the people
concerned, and acted on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Path, Span, both, either, every, opposite
from involve_audit.facts.registry import counted, yes_no
from involve_audit.facts.roles import run_by_people_affected
from involve_audit.facts.rooms import met, of_all_contributors
from involve_audit.project.fields import tidy
from involve_audit.project.practice import AFFECTED
from involve_audit.project.values import NONE, Money, truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.facts.case import Case
    from involve_audit.project.practice import Practice
    from involve_audit.project.voices import Missing

OWN_PATIENTS = "own patients or users"
"""The way in that reaches only people whom the team already knows."""
OWN_LISTS = frozenset({OWN_PATIENTS, "existing panel"})
"""Ways in that reach only people who are on a list already, of the team or of a panel: those on a panel the team need not know."""
THROUGH_COMMUNITIES = frozenset(
    {"community organisation", "third-sector organisation", "faith group", "door to door", "school or workplace"}
)
BY_LOT_OR_VOTE = frozenset({"random draw", "elected"})
_BLAMES = "they did not want to"


def told(text: str | None) -> bool | None:
    """Whether a free text says something; `no` and `none` say that nobody has said it."""
    if text is None:
        return None
    word = tidy(text)
    return None if word == "unknown" else bool(text.strip()) and word not in NONE


def says_only_yes(text: str | None) -> bool:
    """Whether a text says that something was so and nothing of how: a word that is no quotation. No where nothing is told."""
    return text is not None and tidy(text) == "yes"


def groups_studied(case: Case) -> tuple[str, ...]:
    """Who makes up those whom the work studies, in the words of the file; empty where it is not told. Nothing is judged by it."""
    groups = case.at("voices.studied")
    return tuple(one for group in groups or () if told(one := " ".join(group.split())))


def among(words: tuple[str, ...] | None, wanted: frozenset[str]) -> bool | None:
    """Whether one of these words is listed; a list that holds `unknown` can only say yes."""
    if words is None:
        return None
    return True if wanted.intersection(words) else (None if "unknown" in words else False)


def _money_told(cost: Money | None) -> bool | None:
    """Whether it is told what it costs; `none` tells that it costs nothing."""
    return None if cost is None or cost.amount is None else True


# --- who is affected, and who is there ---------------------------------------------------------------


@counted
def contributors_in_all(case: Case) -> Answer:
    """How many contributors are there in all?

    At least as many as sit in the room with most of them, of those that go on; at least two where several were in one when the work
    was over. A room that ended before tells nothing of how many are there now. Where more are told to sit there than there are in all, the lower number counts.
    Unknown where neither is told.
    """
    told = case.number("voices", "contributors")
    rooms = {name: room for name, room in (case.project.rooms or {}).items() if met(case, room)}
    seats = {name: of_all_contributors(case, room) for name, room in rooms.items()}
    largest = max(seats.values(), default=0)
    place = tuple(("rooms", n, "contributors") for n, low in seats.items() if low == largest > 0)[:1]
    if not isinstance(told.value, Span):
        return Answer(Span(largest, None), place) if largest else told
    low, high = max(told.value.low, largest), told.value.high
    if high is not None and low > high:
        # Who sits in a room that is only planned is still to come, and not among those who are told to be there.
        low = high = max([high, *(low for name, low in seats.items() if rooms[name].status == "planned")])
    # What a room shows, it shows whether or not the number in all is told too.
    return Answer(Span(low, high), (*told.where, *place) if largest >= told.value.low else told.where)


@yes_no
def groups_mapped(case: Case) -> Answer:
    """Is there a map of the groups that the work affects?"""
    return case.practised("voices.mapped")


@counted
def groups_with_a_reason(case: Case) -> Answer:
    """For how many groups is it said why they matter to this topic?

    `matters: none` counts as nought; the list may always go on. Unknown where `voices.matters` is not told.
    """
    return case.count_entries("voices.matters", lambda m: told(m.why))


@yes_no
def map_rests_on_evidence(case: Case) -> Answer:
    """Does the map of groups rest on data or on what has been published?"""
    return _map_rests_on(case, frozenset({"data", "literature"}))


@yes_no
def map_rests_on_people(case: Case) -> Answer:
    """Does the map of groups rest on what communities or contributors said?"""
    return _map_rests_on(case, frozenset({"community", "contributors"}))


def _map_rests_on(case: Case, wanted: frozenset[str]) -> Answer:
    mapped = case.at("voices.mapped")
    answer = both(case.in_place(mapped), among(mapped.based_on if mapped else None, wanted))
    return Answer(answer, (("voices", "mapped", "based_on"), ("voices", "mapped")))


@yes_no
def map_reviewed_with_communities(case: Case) -> Answer:
    """Was the map of groups reviewed with contributors, with people served, or with community partners?"""
    mapped = case.at("voices.mapped")
    wanted = frozenset({"contributors", "together", "people served", "allies", "organisation of people affected"})
    answer = both(case.in_place(mapped), among(mapped.reviewed_with if mapped else None, wanted))
    return Answer(answer, (("voices", "mapped", "reviewed_with"), ("voices", "mapped")))


# --- who is missing, and why -------------------------------------------------------------------------


@yes_no
def absence_question_asked(case: Case) -> Answer:
    """Has the project itself asked who is not in the room, and why?

    Only `voices.question_asked` tells it. Gaps that are listed do not: critics may have pointed them out.
    """
    return case.practised("voices.question_asked")


@yes_no
def absence_question_asked_again(case: Case) -> Answer:
    """Has the project asked more than once who is not in the room?"""
    return case.practised("voices.question_asked", "asked_again")


@yes_no
def gaps_named(case: Case) -> Answer:
    """Are there groups that are named as not being in the room?

    No where the file says `missing: none`. Unknown where it tells nothing of missing groups.
    """
    return case.any_entry("voices.missing", lambda _: True)


def cause_in_the_work(gap: Missing) -> bool | None:
    """Whether a cause is named that lies with the work; None where nothing is told of the cause."""
    reasons = _reasons(gap)
    return None if reasons is None else any(reason not in (_BLAMES, "unknown") for reason in reasons)


def _reasons(gap: Missing) -> tuple[str, ...] | None:
    """The reasons that are told; a reason that is none of the choices says as little as none."""
    if gap.why is None or (gap.why and set(gap.why) == {"other"}):
        return None
    return tuple(reason for reason in gap.why if reason != "other")


@yes_no
def gap_with_known_cause(case: Case) -> Answer:
    """Is there a gap with a cause that lies with the work, known from people who are missing or from evidence?

    A cause that is only assumed, that is not known, or that says "they did not want to" does not count.
    """

    def known(gap: Missing) -> bool | None:
        basis = None if gap.basis in (None, "unknown") else gap.basis != "assumed"
        return both(cause_in_the_work(gap), basis)

    return case.any_entry("voices.missing", known)


@yes_no
def absence_explained_by_those_concerned(case: Case) -> Answer:
    """Did people from the groups that are missing, or organisations of theirs, help to say why?

    Yes where people of a missing group told the project why, or where the question was asked with people
    served or with an organisation of people affected. Contributors and allies do not stand in for them.
    """
    question = case.at("voices.question_asked")
    wanted = frozenset({"people served", "organisation of people affected"})
    asked_with = both(case.in_place(question), among(question.asked_with if question else None, wanted))
    by_gap = case.any_entry(
        "voices.missing", lambda g: None if g.basis in (None, "unknown") else g.basis == "people told us"
    )
    from_gap = by_gap.value if isinstance(by_gap.value, bool) else None
    where = (("voices", "question_asked", "asked_with"), *by_gap.where)
    return Answer(either(asked_with, from_gap), where)


@yes_no
def gap_reason_blames_group(case: Case) -> Answer:
    """Is "they did not want to" given as a reason why a group is missing?

    No only where the list of missing groups is complete.
    """
    return case.any_entry("voices.missing", lambda g: None if (why := _reasons(g)) is None else _BLAMES in why)


@yes_no
def gap_without_cause(case: Case) -> Answer:
    """Is there a gap of which the project says that the cause is not known?

    No only where the list of missing groups is complete. A gap that does not mention a cause is unknown.
    """
    return case.any_entry(
        "voices.missing", lambda g: None if (why := _reasons(g)) is None else not set(why) - {"unknown"}
    )


@yes_no
def gap_with_assumed_reason(case: Case) -> Answer:
    """Is there a gap of which the reason is only assumed?

    No only where the list of missing groups is complete.
    """
    return case.any_entry("voices.missing", lambda g: None if g.basis in (None, "unknown") else g.basis == "assumed")


# --- who is left out on purpose, and whom the result will not reach ------------------------------------


@yes_no
def exclusions_have_reasons(case: Case) -> Answer:
    """Is it said of every group that is left out on purpose why, or is no group left out?

    Yes where `excluded: none`, or where the list is complete and each entry tells why. No where it is told of one
    that nobody has said why. Unknown otherwise.
    """
    groups = case.entries("voices.excluded")
    if groups is not None and not groups:
        return Answer(True, (("voices", "excluded"),))
    found = None if groups is None else [told(g.justification) for g in groups]
    value = every(found, complete=case.complete("voices.excluded"))
    deciding = tuple(("voices", "excluded", "entries", n) for n, f in enumerate(found or ()) if f is value)
    return Answer(value, deciding or (("voices", "excluded"),))


@yes_no
def reach_worked_out(case: Case) -> Answer:
    """Was it worked out who could not reach or use what the work makes, such as a service or a treatment?"""
    return case.practised("voices.reach")


@yes_no
def reach_answered(case: Case) -> Answer:
    """Can everybody concerned reach what the work makes, was it changed so that they can, or is it said honestly why not?

    Yes only where that was worked out. No where somebody is out of reach, nothing was changed, and nobody says why.
    """
    reach = case.at("voices.reach")
    nobody: bool | None = None
    if reach is not None and reach.out_of_reach_for is not None:
        nobody = None if "unknown" in reach.out_of_reach_for else not reach.out_of_reach_for
    changed = case.happened(reach.changed) if reach is not None else None
    reason = told(reach.cannot_because) if reach is not None else None
    fields = ("out_of_reach_for", "changed", "cannot_because")
    where = (*(("voices", "reach", f) for f in fields), ("voices", "reach"))
    return Answer(both(case.in_place(reach), either(nobody, changed, reason)), where)


# --- what is done about it ---------------------------------------------------------------------------


@yes_no
def gap_with_action_or_reason(case: Case) -> Answer:
    """Is something done about at least one gap, or is it said honestly why nothing can be done?

    No only where the list of missing groups is complete, and for each of them both are told as `none`.
    """
    return case.any_entry("voices.missing", lambda g: either(case.in_place(g.action), told(g.cannot_because)))


@yes_no
def each_named_gap_answered(case: Case) -> Answer:
    """Is something done about each group that the file names as missing, or is it said why nothing can be?

    Of groups that it does not name, it says nothing. Unknown where it is not told of one that is named.
    """
    named = case.entries("voices.missing")
    done = (None if case.is_open(g) else either(case.in_place(g.action), told(g.cannot_because)) for g in named or ())
    return Answer(every(done, complete=True) if named else None, (("voices", "missing"),))


@yes_no
def every_gap_has_owned_action_or_reason(case: Case) -> Answer:
    """Has every gap an action with somebody who sees to it, a date and money, or an honest reason why not?

    An action that costs nothing says `cost: none`. Yes only where the list of missing groups is complete.
    """

    def answered(gap: Missing) -> bool | None:
        action = gap.action
        if action is None:
            return True if told(gap.cannot_because) else None
        dates = [d for d in (action.when, action.since, action.until) if d is not None]
        dated = True if any(d.names_a_time for d in dates) else None
        owned = both(case.in_place(action), told(action.owner), dated, _money_told(action.cost))
        return either(owned, told(gap.cannot_because))

    return _every_gap(case, answered)


@yes_no
def every_gap_looked_at_again(case: Case) -> Answer:
    """Was every gap looked at again, and is it said openly whether it is smaller?

    "It is not smaller" counts as much as "it is". Yes only where the list of missing groups is complete.
    """

    def again(gap: Missing) -> bool | None:
        return both(case.happened(gap.reviewed), None if truth(gap.smaller_now) is None else True)

    return _every_gap(case, again)


def _every_gap(case: Case, is_so: Callable[[Missing], bool | None]) -> Answer:
    """Whether something holds for every gap; only a complete list can say yes."""
    gaps = case.entries("voices.missing")
    if gaps is None:
        return Answer(None, (("voices", "missing"),))
    found = [is_so(g) for g in gaps]
    value = every(found, complete=case.complete("voices.missing"))
    deciding = tuple(("voices", "missing", "entries", n) for n, f in enumerate(found) if f is value)
    return Answer(value, deciding or (("voices", "missing"),))


@yes_no
def gap_effect_on_findings_told(case: Case) -> Answer:
    """Is it said, for at least one gap, what the absence means for the findings?

    No only where the list of missing groups is complete.
    """
    return case.any_entry("voices.missing", lambda g: told(g.effect_on_findings))


@yes_no
def gap_looked_at_again_not_smaller(case: Case) -> Answer:
    """Is there a gap that was looked at again and had not become smaller?

    No only where the list of missing groups is complete.
    """
    return case.any_entry("voices.missing", lambda g: both(case.happened(g.reviewed), opposite(truth(g.smaller_now))))


# --- enough people, and how they were found ----------------------------------------------------------


@yes_no
def breadth_reasoned(case: Case) -> Answer:
    """Is it said why there are this many contributors, or can a small group turn to a wider one?"""
    breadth = case.at("voices.breadth")
    reason = told(breadth.reason) if breadth else None
    wider = truth(breadth.wider_group) if breadth else None
    where = (("voices", "breadth", "reason"), ("voices", "breadth", "wider_group"), ("voices", "breadth"))
    return Answer(both(case.in_place(breadth), either(reason, wider)), where)


@yes_no
def same_people_for_everything(case: Case) -> Answer:
    """Do the same one or two people do everything?"""
    breadth = case.at("voices.breadth")
    where = (("voices", "breadth", "same_people_for_everything"),)
    return Answer(truth(breadth.same_people_for_everything) if breadth else None, where)


@yes_no
def breadth_judged_enough_by_contributors(case: Case) -> Answer:
    """Did contributors have a hand in judging whether there are enough people?"""
    return case.wrote("voices.breadth", "judged_enough_by")


@yes_no
def succession_planned(case: Case) -> Answer:
    """Is it planned who follows when contributors leave?"""
    return case.practised("voices.breadth", "succession")


@yes_no
def recruited_only_from_own_lists(case: Case) -> Answer:
    """Were people found only among the team's own patients or users, or on a panel that was already there?

    Unknown where the ways in are not told, or where `voices.recruitment` does not say that it is done.
    """
    recruitment, where = _recruitment(case)
    if recruitment is None:
        return Answer(None, where)
    routes, complete = recruitment
    if routes - OWN_LISTS:
        return Answer(False, where)
    return Answer(bool(routes) if complete else None, where)


@yes_no
def recruited_among_own_patients(case: Case) -> Answer:
    """Were people found among the team's own patients or users, be it beside others?"""
    practice = case.at("voices.recruitment")
    recruitment, where = _recruitment(case)
    if recruitment is None:
        return Answer(False if case.in_place(practice) is False else None, where)
    routes, complete = recruitment
    return Answer(True if OWN_PATIENTS in routes else (False if complete else None), where)


@yes_no
def recruited_beyond_own_lists(case: Case) -> Answer:
    """Was there a way in beyond the team's own patients or users and a panel that was already there?"""
    practice = case.at("voices.recruitment")
    recruitment, where = _recruitment(case)
    if recruitment is None:
        return Answer(False if case.in_place(practice) is False else None, where)
    routes, complete = recruitment
    return Answer(True if routes - OWN_LISTS else (False if complete else None), where)


@yes_no
def ways_in_beyond_one_network(case: Case) -> Answer:
    """Were there two or more ways in, one of them through communities; or were people drawn by lot or elected?

    Through communities: a community or third-sector organisation, a faith group, door to door, a school or a
    workplace.
    """
    practice = case.at("voices.recruitment")
    recruitment, where = _recruitment(case)
    if recruitment is None:
        return Answer(False if case.in_place(practice) is False else None, where)
    routes, complete = recruitment
    wide = bool(routes & BY_LOT_OR_VOTE) or (bool(routes & THROUGH_COMMUNITIES) and len(routes) >= 2)
    return Answer(True if wide else (False if complete else None), where)


def _recruitment(case: Case) -> tuple[tuple[frozenset[str], bool] | None, tuple[tuple[str | int, ...], ...]]:
    """The ways in that were really used, and whether no other can be among them; None where that is not told."""
    where = (("voices", "recruitment", "routes"), ("voices", "recruitment"))
    practice = case.at("voices.recruitment")
    if practice is None or practice.routes is None or not case.in_place(practice):
        return None, where
    return (frozenset(practice.routes) - {"unknown"}, "unknown" not in practice.routes), where


@yes_no
def recruitment_criteria_public(case: Case) -> Answer:
    """Was it public how people were chosen?"""
    return case.practised("voices.recruitment", "criteria_published")


@yes_no
def ways_in_chosen_with_communities(case: Case) -> Answer:
    """Were the ways in chosen together with the communities?"""
    return case.practised("voices.recruitment", "chosen_with_communities")


@yes_no
def way_in_offline(case: Case) -> Answer:
    """Was there a way in for people who are not online or do not use the service?"""
    return case.practised("voices.recruitment", "offline_route")


# --- structural inequality ---------------------------------------------------------------------------


@yes_no
def structural_inequality_considered(case: Case) -> Answer:
    """Is something said or done about structural inequality (racism, ableism, class, misogyny …) in this work?"""
    return case.practised("voices.structural")


@counted
def structural_issues_named(case: Case) -> Answer:
    """How many issues of structural inequality are named for this topic?

    `issues: none` (a general statement only) counts as nought; the list may always go on.
    """
    where = (("voices", "structural", "issues"), ("voices", "structural"))
    practice = case.at("voices.structural")
    there = case.in_place(practice)
    if there is False:
        return Answer(Span(0, 0), where)
    if not there or practice.issues is None:
        return Answer(None, where)
    issues = len(practice.issues)
    return Answer(Span(issues, None if issues else 0), where)


@yes_no
def structural_action_owned_and_costed(case: Case) -> Answer:
    """Is it told who sees to the work on structural inequality, and what it costs?

    Work that costs nothing says `cost: none`.
    """
    practice: Practice | None = case.at("voices.structural")
    where = (("voices", "structural", "owner"), ("voices", "structural", "cost"), ("voices", "structural"))
    if practice is None:
        return Answer(None, where)
    return Answer(both(case.in_place(practice), told(practice.owner), _money_told(practice.cost)), where)


@yes_no
def team_prepared_for_people(case: Case) -> Answer:
    """Are those who meet people prepared for their culture, faith and language, and for what services did to them?"""
    return case.practised("voices.structural", "team_prepared")


@yes_no
def structural_questions_answered_with_affected(case: Case) -> Answer:
    """Did people affected by inequality answer the questions about it together with the team?"""
    return case.practised("voices.structural", "answered_with_affected")


@yes_no
def structural_change_made(case: Case) -> Answer:
    """Was something changed because of what was found about structural inequality?"""
    return case.practised("voices.structural", "changed")


@yes_no
def only_others_speak_for_people(case: Case) -> Answer:
    """Do only staff or organisations speak for the people concerned, and nobody with direct experience?

    Where contributors are counted all the same, `contributors_who_are_not_affected` asks who they are.
    """
    theirs = _of_their_own(case)
    value = True if theirs else truth(case.at("voices.direct_experience"))
    return Answer(opposite(value), theirs or (("voices", "direct_experience"),))


def _of_their_own(case: Case) -> tuple[Path, ...]:
    """The organisations through which people affected run the work themselves, where it is not told whether anybody has direct experience: they are there."""
    if case.at("voices.direct_experience") not in (None, "unknown"):
        return ()
    return tuple(place for place, _ in run_by_people_affected(case))


@yes_no
def contributors_who_are_not_affected(case: Case) -> Answer:
    """Are contributors counted in a room, in the log or in a view, while nobody who takes part is told to be affected?

    A contributor is somebody whom the work affects or serves, so it is not told who these people are. Unknown where
    nobody who takes part is affected, and no contributor is counted yet.
    """
    theirs = _of_their_own(case)
    nobody = False if theirs else opposite(truth(case.at("voices.direct_experience")))
    counted = _counted(case)
    return Answer(both(nobody, bool(counted) or None), (*(theirs or (("voices", "direct_experience"),)), *counted))


def _counted(case: Case) -> tuple[Path, ...]:
    """Where contributors are told to be: a room that met, what they said when asked or in a room, a view of theirs."""
    found: list[Path] = [("rooms", name) for name, room in (case.project.rooms or {}).items() if met(case, room)]
    for n, entry in enumerate(case.entries("influence.log") or ()):
        if entry.by in AFFECTED and entry.arose in ("asked", "in a room"):
            found.append(("influence", "log", "entries", n))
    for n, view in case.by_now("views"):
        if view.of == "contributors" and view.answered is not None and view.answered.low >= 1:
            found.append(("views", "entries", n))
    return tuple(found)
