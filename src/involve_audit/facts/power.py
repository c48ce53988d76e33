"""Facts on who decides, who sets the agenda, who leads, and what happens when people disagree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Answer, Path, Several, Span, both, either, one_of, opposite
from involve_audit.facts.deciders import deciders
from involve_audit.facts.registry import counted, one_word, yes_no
from involve_audit.facts.rooms import SMALL, decision_to_come, in_use, met, mostly_contributors
from involve_audit.project.people import VOTING
from involve_audit.project.practice import those_in_power, with_contributors
from involve_audit.project.values import Count, truth

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.project.people import Room
    from involve_audit.project.power import Decision, Leader


def _equal_vote(room: Room) -> bool | None:
    """Whether contributors in a room vote as everybody does; None where it is not told how much their vote counts."""
    return None if room.votes == "yes" else one_of(room.votes, "equal")


# --- seats in rooms that decide ---------------------------------------------------------------------


def _rooms(case: Case) -> list[tuple[Path, Room]] | None:
    """The rooms that are told; None where none are."""
    rooms = case.project.rooms
    return None if rooms is None else [(("rooms", name), room) for name, room in rooms.items()]


def _every_room_told(case: Case) -> bool:
    """Whether no other room can be there."""
    return not case.project.rooms or case.at("power.all_rooms_told") == "yes"


def _decides(case: Case, room: Room) -> bool | None:
    return both(one_of(room.power, "decides"), in_use(case, room))


@yes_no
def contributors_sit_in_a_room(case: Case) -> Answer:
    """Does somebody whom the work affects sit in a room that meets, whether it decides or advises?

    No where `rooms: none`, or where all rooms are told (`power.all_rooms_told: yes`) and nobody does.
    """
    rooms = _rooms(case)
    if rooms is None:
        return Answer(None, (("rooms",),))
    found = [(path, met(case, room)) for path, room in rooms]
    where = tuple(path for path, is_so in found if is_so)
    value = either(*(is_so for _, is_so in found))
    return Answer(value if value or _every_room_told(case) else None, where or (("rooms",),))


@counted
def equal_votes_where_decided(case: Case) -> Answer:
    """How many contributors have an equal vote in a room that decides?

    The room with most of them counts.

    Agreeing without a vote, as everybody else does, is an equal vote. There may be rooms that are not told,
    unless `power.all_rooms_told: yes`. Unknown where no rooms are told.
    """
    rooms = _rooms(case)
    if rooms is None:
        return Answer(None, (("rooms",),))
    low, high, where = 0, 0, []
    unbounded = not _every_room_told(case)
    for path, room in rooms:
        vote = both(_decides(case, room), _equal_vote(room))
        if vote is False:
            continue
        people = room.contributors or Count(0, None, "")
        unbounded = unbounded or people.high is None
        high = max(high, people.high or 0)
        if vote:
            low = max(low, people.low)
            where.append(path)
    return Answer(Span(low, None if unbounded else high), tuple(where) or (("rooms",),))


@yes_no
def contributors_chair_or_are_most(case: Case) -> Answer:
    """Is a contributor in the chair of a room that decides, alone or shared, or are most of its members contributors?

    Only rooms in which contributors are told to sit and have an equal vote are asked about. Most: more than researchers
    and others together, who must both be told.
    """
    rooms = _rooms(case)
    if rooms is None:
        return Answer(None, (("rooms",),))
    found: list[tuple[Path, bool | None]] = []
    for path, room in rooms:
        leads = either(one_of(room.chair, "contributor", "shared"), mostly_contributors(room))
        people = room.contributors
        some = None if people is None else True if people.low else False if people.high == 0 else None
        found.append((path, both(_decides(case, room), _equal_vote(room), some, leads)))
    where = tuple(path for path, is_so in found if is_so)
    value = either(*(is_so for _, is_so in found))
    return Answer(value if value or _every_room_told(case) else None, where or (("rooms",),))


@counted
def smallest_share_of_votes_in_percent(case: Case) -> Answer:
    """In the room that decides in which contributors have the fewest votes beside others: how many of a hundred?

    Two of thirty make 6. Rooms in which contributors have no vote are not asked about. What is not told of the
    number of others leaves the share open. Unknown where no such room is told.
    """
    low, high, where = 100, 100, []
    sure = _every_room_told(case)
    for path, room in _rooms(case) or ():
        vote = both(_decides(case, room), one_of(room.votes, *VOTING))
        people = room.contributors
        if vote is False or people is None or people.high == 0:
            sure = sure and vote is False
            continue
        others = [c or Count(0, None, "") for c in (room.researchers, room.others)]
        most_others = None if any(c.high is None for c in others) else sum(c.high or 0 for c in others)
        fewest_others = sum(c.low for c in others)
        equal = room.votes == "equal"
        low = min(low, 0 if most_others is None or not equal else _percent(people.low, most_others))
        if vote and people.low:
            share = 100 if people.high is None else _percent(people.high, fewest_others)
            if share <= high:
                high, where = share, [path]
    if not where:
        return Answer(None, (("rooms",),))
    return Answer(Span(min(low, high) if sure else 0, high), tuple(where))


def _percent(some: int, others: int) -> int:
    return 100 * some // (some + others) if some + others else 0


@counted
def largest_room_with_one_contributor(case: Case) -> Answer:
    """How many people meet in the largest room in which exactly one contributor sits?

    Counts those who are told; there may be more. Unknown where no such room is told.
    """
    size, where = 0, []
    for path, room in _rooms(case) or ():
        one = room.contributors is not None and room.contributors.low == room.contributors.high == 1
        people = 1 + sum(c.low for c in (room.researchers, room.others) if c is not None)
        if one and in_use(case, room) and people > size:
            size, where = people, [path]
    return Answer(Span(size, None) if where else None, tuple(where) or (("rooms",),))


# --- decisions --------------------------------------------------------------------------------------


def _had_a_part(case: Case, decision: Decision) -> bool | None:
    """Whether contributors took a decision along, or were asked about one that others took."""
    by = deciders(case, decision)
    asked = both(one_of(decision.announced_as, "advice", "binding", "binding if"), those_in_power(by))
    part = either(with_contributors(by), asked)
    return both(part or None, case.passed(decision.when), None if decision_to_come(case, decision) else True)


@yes_no
def contributors_had_a_part_in_a_decision(case: Case) -> Answer:
    """Did contributors have a part in a decision, if only by advice or on wording?

    They took it, alone or together; or their advice was asked for, and others took it; or they defined along
    what counts as success. No only where `power.decisions: none` and others defined success.
    """
    found = case.any_entry("power.decisions", lambda d: _had_a_part(case, d))
    success = success_defined_with_contributors(case)
    return _either(found, success)


@counted
def decisions_beyond_wording(case: Case) -> Answer:
    """How many decisions that contributors had a part in were about more than wording or leaflets?

    Where it is not told what a decision was about, it may have been. There may be more than are listed, unless
    the list is complete.
    """

    def beyond(decision: Decision) -> bool | None:
        return both(_had_a_part(case, decision), opposite(one_of(decision.about, *SMALL)))

    return case.count_entries("power.decisions", beyond)


@yes_no
def question_or_outcome_decided_with_contributors(case: Case) -> Answer:
    """Did contributors, alone or together with the team, decide on the question, what is measured or what counts as success?

    A decision counts once the file says that it was carried out, at least in part. No only where
    `power.decisions: none` and others defined success.
    """

    def is_so(decision: Decision) -> bool | None:
        return both(
            one_of(decision.about, "question", "outcome"),
            with_contributors(deciders(case, decision)),
            one_of(decision.became, "done", "under way", "partly"),
            case.passed(decision.when),
        )

    return _either(case.any_entry("power.decisions", is_so), success_defined_with_contributors(case))


@yes_no
def success_defined_with_contributors(case: Case) -> Answer:
    """Did contributors decide what counts as success, alone or together with the team?"""
    value = with_contributors(case.at("power.success_defined_by"))
    return Answer(value, (("power", "success_defined_by"),))


@yes_no
def outcomes_change_only_with_contributors(case: Case) -> Answer:
    """Can the question, what is measured or what counts as success be set and changed only if contributors agree?"""
    return Answer(truth(case.at("power.outcomes_need_contributors")), (("power", "outcomes_need_contributors"),))


@counted
def decisions_of_deciding_rooms_taken_elsewhere(case: Case) -> Answer:
    """How many decisions of a room that is said to decide, with contributors in it, did the team or those above take?

    Counts decisions that name their room. There may be more than are listed, unless the list is complete. What the team or those above decided in a
    room in which contributors have votes may have been the room's majority: that stays open.
    """
    rooms = case.project.rooms or {}

    def elsewhere(decision: Decision) -> bool | None:
        room = rooms.get(decision.room or "")
        if room is None:
            return None
        people = room.contributors
        there = None if people is None else True if people.low else False if people.high == 0 else None
        taken = those_in_power(decision.decided_by)
        if room.votes in VOTING:
            taken = None
        return both(one_of(room.power, "decides"), there, taken, case.passed(decision.when))

    return case.count_entries("power.decisions", elsewhere)


def _either(one: Answer, other: Answer) -> Answer:
    """Whether the one or the other is so, with the places that decided it."""
    one_is = one.value if isinstance(one.value, bool) else None
    other_is = other.value if isinstance(other.value, bool) else None
    value = either(one_is, other_is)
    where = (one.where if one_is == value else ()) + (other.where if other_is == value else ())
    return Answer(value, where or (*one.where, *other.where))


# --- agenda -----------------------------------------------------------------------------------------


def _agenda_with_contributors(case: Case) -> bool | None:
    return case.says(case.at("power.agenda"), "set_by", "contributors", "together")


@yes_no
def contributors_can_add_to_agenda(case: Case) -> Answer:
    """Can contributors put something on the agenda, or set it themselves?"""
    agenda = case.at("power.agenda")
    may = either(case.says(agenda, "contributors_can_add", "yes"), _agenda_with_contributors(case))
    return Answer(both(case.in_place(agenda), may), (("power", "agenda"),))


@yes_no
def contributors_have_a_standing_item(case: Case) -> Answer:
    """Do contributors have an item of their own on every agenda, or set it themselves?"""
    agenda = case.at("power.agenda")
    has = either(case.says(agenda, "standing_item", "yes"), _agenda_with_contributors(case))
    return Answer(both(case.in_place(agenda), has), (("power", "agenda"),))


@yes_no
def agenda_set_with_contributors(case: Case) -> Answer:
    """Do contributors set the agenda, alone or together with the team?"""
    value = both(case.in_place(case.at("power.agenda")), _agenda_with_contributors(case))
    return Answer(value, (("power", "agenda", "set_by"),))


@yes_no
def contributors_can_call_meetings(case: Case) -> Answer:
    """Can contributors call a meeting?"""
    return case.practised("power.agenda", "contributors_can_call_meetings")


# --- leadership -------------------------------------------------------------------------------------

_WITH_AUTHORITY = (
    "chair", "co-chair", "co-applicant", "co-investigator", "co-lead", "lead", "peer researcher",
    "work package lead", "board member",
)  # fmt: skip
_LEADS = ("chair", "co-chair", "co-lead", "lead", "work package lead")


def _holds(case: Case, leader: Leader) -> bool | None:
    """Whether a post is, or was, held; None where the file does not say."""
    if leader.status == "planned":
        days = case.days(leader.when)
        overdue = days is not None and days[1] < case.date
        return not overdue and case.phase != "finished" and case.with_plans()
    if leader.status in (None, "unknown"):
        return None
    return leader.status != "policy" and case.passed(leader.when)


@counted
def leadership_posts(case: Case) -> Answer:
    """How many kinds of named post do contributors hold, with or without authority?

    `leadership: none` counts as nought. Otherwise there may be more than are listed.
    """
    return case.count_entries("power.leadership", lambda post: _holds(case, post))


@yes_no
def leadership_post_with_written_authority(case: Case) -> Answer:
    """Does a contributor hold a post with authority, and is it written down what the post may decide?

    Co-applicant, co-investigator, chair, lead, board member and the like; a peer researcher where the post is
    paid. Lay representatives and advisors are not counted. No only where `leadership: none`.
    """

    def is_so(post: Leader) -> bool | None:
        paid = truth(post.paid) if post.role == "peer researcher" else True
        return both(one_of(post.role, *_WITH_AUTHORITY), truth(post.written), paid, _holds(case, post))

    return case.any_entry("power.leadership", is_so)


@yes_no
def contributor_leads_with_budget(case: Case) -> Answer:
    """Does a contributor lead, or lead along, a part of the work and hold a budget for it?

    No only where `leadership: none`.
    """

    def is_so(post: Leader) -> bool | None:
        return both(one_of(post.role, *_LEADS), truth(post.budget_held), _holds(case, post))

    return case.any_entry("power.leadership", is_so)


# --- disagreement -----------------------------------------------------------------------------------


@one_word("none", "ask the lead", "agreed route", "independent route")
def disagreement_route(case: Case) -> Answer:
    """Where can somebody who disagrees turn: nowhere, to the lead, to an agreed route, or outside the team?

    A route that is planned, or on paper only, is none yet. Unknown where `power.disagreement` does not say whether
    it is there, or which route.
    """
    disagreement = case.at("power.disagreement")
    there = case.in_place(disagreement)
    route = case.word("power.disagreement", "route")
    if there is False or route.value == "none":
        return Answer("none", route.where)
    return Answer(route.value if there else None, route.where)


@counted
def disagreements_on_record(case: Case) -> Answer:
    """How many disagreements are on record?

    `recorded: none` counts as nought. Otherwise there may be more than are listed.
    """
    return case.count_entries("power.disagreement.recorded", lambda _: True)


@counted
def disagreements_with_outcome(case: Case) -> Answer:
    """Of how many disagreements is it on record how they ended?

    `recorded: none` counts as nought. Otherwise there may be more than are listed.
    """
    return case.count_entries(
        "power.disagreement.recorded",
        lambda d: both(True if d.outcome else None, case.passed(d.when)),
    )


@yes_no
def dissent_may_stand_in_outputs(case: Case) -> Answer:
    """Can contributors put a view that differs into reports or papers?"""
    return case.practised("power.disagreement", "dissent_in_outputs")


# --- talking about power ----------------------------------------------------------------------------


@yes_no
def power_talked_about(case: Case) -> Answer:
    """Do people in the work talk about power and privilege?

    Unknown where `power.power_talk` does not say whether they do.
    """
    return case.practised("power.power_talk")


@yes_no
def power_talked_about_together(case: Case) -> Answer:
    """Did contributors and team talk about power and privilege with each other?

    Unknown where `power.power_talk.who` is not told.
    """
    talk = case.at("power.power_talk")
    who = case.words("power.power_talk", "who")
    both_sides: bool | None = None
    if isinstance(who.value, Several):
        has, complete = who.value.has, who.value.complete
        sides = "contributors" in has and not has.isdisjoint(("team", "researchers"))
        both_sides = True if "together" in has or sides else (False if complete else None)
    return Answer(both(case.in_place(talk), both_sides), who.where)


@yes_no
def power_talk_noted_actions(case: Case) -> Answer:
    """Was it noted what will be done after talking about power and privilege?"""
    return case.practised("power.power_talk", "actions")


@yes_no
def power_talk_is_regular(case: Case) -> Answer:
    """Is talking about power and privilege a regular thing, not one session?"""
    return case.practised("power.power_talk", "regular")


@yes_no
def power_talk_changed_an_imbalance(case: Case) -> Answer:
    """Have contributors said that an imbalance of power changed?"""
    return case.practised("power.power_talk", "changed")
