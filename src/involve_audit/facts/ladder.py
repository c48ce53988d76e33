"""Facts on how much power is shared: roles by stage, rooms and rungs.

A role is *told* by the file, and *shown* as far as the other facts carry it. Each rule asks for a good fact
that must be told, and never for the absence of a bad one: taking a bad fact away then never raises a role.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from involve_audit.facts import views as opinions
from involve_audit.facts.answers import Answer, Path, Several, Span, both, either, opposite
from involve_audit.facts.impossible_parts import cannot_be, decision_cannot_be, never_involved, role_of
from involve_audit.facts.registry import counted, many_words, one_word, yes_no
from involve_audit.project.accounts import NOT_YET
from involve_audit.project.people import OR_INVOLVED, ROLES, VOTING, role_at_least, role_at_most
from involve_audit.project.practice import (
    AFFECTED,
    PLANNING,
    RUNGS,
    SHAPING,
    STAGES,
    anybody,
    contributors_alone,
    those_in_power,
    with_contributors,
)
from involve_audit.project.values import Count, truth
from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.facts.case import Case
    from involve_audit.project.people import Organisation, Room, Stage
    from involve_audit.project.power import Decision
    from involve_audit.project.values import Dates

Known = TypeVar("Known")

INFORMED, CONSULTED, INVOLVED, TOGETHER, LED = 1, 2, 3, 4, 5
SMALL = ("wording", "leaflets")
"""Changes of texts: not enough to call a decision shared."""
INDEPENDENT = ("inquiry", "court", "evaluation", "regulator", "organisation of people affected")


class Standing(Record):
    """What contributors do in one stage, as the file carries it: roles by their number, and no word of any rubric.

    What a report says of a stage, by the titles of a rubric and with lines, is made of it (`judge.ladder_says`).

    Attributes:
        stage: its name.
        told: the role that the file tells; None where it does not.
        shown: the role that the other facts carry.
        promised: the role that is planned, 0 where none is.
        specific: whether the plan names a date and money or an owner; None without a plan.
        backed: where it does, by which of the two: money, owner, or either; else empty.
        overdue: whether a plan's date has passed.
        why: what keeps the shown role below the told one: `not told whether it happened`, `planned`, `claim`,
            `no shared decision`, `not their own`, `stopped`, one of `CONTRADICTED`, or empty.
    """

    stage: str
    told: int | None
    shown: Span[int]
    promised: int
    specific: bool | None
    backed: str
    overdue: bool
    why: str


CONTRADICTED = ("nobody in its rooms", "cannot be so")
"""Why a told role earns nothing: another answer rules it out."""


def work_stages(case: Case) -> tuple[str, ...]:
    """The stages that the work has."""
    stages = case.project.stages
    return tuple(s for s in STAGES if s in stages.work_has) if stages and stages.work_has else STAGES


def told_role(case: Case, stage: str) -> int | None:
    """The highest role that the file tells of a stage for certain, planned or not; None where it tells none."""
    stages = case.project.stages
    spans = case.stage(stage)
    if spans is None:
        return 0 if stages is not None and (stages.answer == "none" or stages.complete == "yes") else None
    if not spans:
        return 0
    told = [0 if came_to_nothing(case, s) else role_of(s) for s in spans if s.role and s.role != "unknown"]
    if len(told) < len(spans) and not any(told):
        return None
    return max(told) if told else None


def may_come_to_nothing(case: Case, span: Stage) -> bool:
    """Whether it can still be told that a role was only ever planned in work that is over."""
    return span.status in (None, "unknown", "planned") and span.answer is None and case.phase in (None, "finished")


def came_to_nothing(case: Case, span: Stage) -> bool:
    """Whether a role was only ever planned in work that is over: finished, or cancelled. It did not happen."""
    return span.status == "planned" and case.phase == "finished"


# --- what carries a role ---------------------------------------------------------------------------


def decision_counts(case: Case, decision: Decision, *, own: bool = False) -> bool | None:
    """Whether a decision that contributors shared (or with `own`, took by themselves) was on more than wording, is on record, and holds.

    It holds when it was carried out, or was binding and is under way. Advice, what was partly done and what
    was set aside do not; nor what was decided in a room that can't carry it, or what other answers rule out. Three-valued; what is not told leaves
    it open.
    """

    def one_of(value: str | None, *words: str) -> bool | None:
        return None if value in (None, "unknown") else value in words

    small = one_of(decision.about, *SMALL)
    binding = one_of(decision.announced_as, "binding", "binding if")
    done = one_of(decision.became, "done")
    moving = both(one_of(decision.became, "under way"), binding)
    dated = True if decision.when is None else case.happened(decision.when)
    return both(
        (contributors_alone if own else with_contributors)(decision.decided_by),
        opposite(small),
        either(done, moving),
        None if decision.source is None else bool(decision.source),
        dated is not False,
        room_carries(case, decision),
        not decision_cannot_be(case, decision),
    )


def room_carries(case: Case, decision: Decision) -> bool:
    """Whether contributors can have taken a decision, or shared it, in the room that it names; yes where it names none.

    Not where it is told that nobody of them is in it, where it decides and they have no vote, where it only advises, or where it is not
    there yet or no longer. Where it is not told who is in it, that they decided there tells that they were: a decision whose
    room is named shows no less than one whose room is not told.
    """
    room = (case.project.rooms or {}).get(decision.room or "")
    if room is None:
        return True
    there = not not_there(case, room) and not apart_in_time(case, room, decision.when)
    seated = has_contributors(room) is not False
    return seated and not voteless(room) and not only_advises(room) and there and not never_met(room)


def apart_in_time(case: Case, room: Room, when: Dates | None) -> str:
    """What tells that a room was not there yet, or no longer, when something happened: its `since`, `when`, `status` or `until`; empty where nothing does."""
    if when is None or case.happened(when) is not True:
        return ""
    if room.status == "planned":
        return "status"
    if case.before(room.until, when):
        return "until"
    began = room.since or room.when
    return ("since" if room.since is not None else "when") if case.before(when, began) else ""


def not_there(case: Case, room: Room) -> str:
    """What tells that a room is not there, or not yet: its `answer`, `status`, `since` or `when`; empty where nothing does."""
    if case.in_place(room) is not False:
        return ""
    if room.answer == "no":
        return "answer"
    if room.status in ("planned", "policy"):
        return "status"
    return "since" if room.since is not None and not case.passed(room.since) else "when"


def voteless(room: Room) -> bool:
    """Whether a room decides, and contributors in it are told to have no vote."""
    return room.power == "decides" and room.votes == "none"


def only_advises(room: Room) -> bool:
    """Whether a room is told to give advice, or less: what is decided on its advice, others decide."""
    return room.power in ("advises", "consulted", "informed")


def has_contributors(room: Room) -> bool | None:
    """Whether anybody in a room is a contributor; None where it is not told."""
    if room.contributors is None:
        return None
    return False if room.contributors.high == 0 else room.contributors.low >= 1 or None


def decisions_of(case: Case, stage: str) -> list[tuple[Path, Decision]]:
    """The decisions that the file tells of one stage."""
    return [
        (("power", "decisions", "entries", n), d)
        for n, d in enumerate(case.entries("power.decisions") or ())
        if stage in (d.stage or ())
    ]


def rooms_of(case: Case, span: Stage) -> list[tuple[Path, Room]]:
    """The rooms in which a stage happens."""
    rooms = (case.project.rooms if span.rooms else None) or {}
    return [(("rooms", name), rooms[name]) for name in dict.fromkeys(span.rooms or ()) if name in rooms]


def in_use(case: Case, room: Room) -> bool | None:
    """Whether a room is, or was, really there; None where neither its status nor its meetings say so.

    Meetings show it where nothing else is told. Those of a room that is planned, or begins on a later day, are yet to come.
    """
    there = case.in_place(room)
    if there is None and any(d is not None and case.passed(d) is False for d in (room.since, room.when)):
        return False
    if there is not None or room.meetings is None:
        return there
    return True if room.meetings.low >= 1 else False if never_met(room) else None


def met(case: Case, room: Room) -> bool | None:
    """Whether a room has met with somebody in it whom the work affects. One that is in place has, unless it is told that it never did."""
    return both(has_contributors(room), in_use(case, room), not never_met(room))


def votes_together(case: Case, room: Room) -> bool | None:
    """Whether a room decides and at least two contributors vote in it."""
    power = None if room.power in (None, "unknown") else room.power == "decides"
    votes = None if room.votes in (None, "unknown") else room.votes in VOTING
    two: bool | None = None
    if room.contributors is not None:
        two = True if room.contributors.low >= 2 else None
        if room.contributors.high is not None and room.contributors.high < 2:
            two = False
    return both(power, votes, two, in_use(case, room), not never_met(room))


def never_met(room: Room) -> bool:
    """Whether a room is told never to have met, so that nothing can have been decided in it."""
    return room.meetings is not None and room.meetings.high == 0


def mostly_contributors(room: Room) -> bool | None:
    """Whether most of those in a room are contributors. Where word and counts cannot both be true, neither counts."""
    word = None if room.majority in (None, "unknown") else room.majority == "contributors"
    counted = _mostly_by_count(room)
    return both(word, counted is not False, has_contributors(room) is not False) if word is not None else counted


def _mostly_by_count(room: Room) -> bool | None:
    """Whether the counts make contributors more than half of a room."""
    seats = room.contributors, room.researchers, room.others
    if room.contributors is None or room.researchers is None:
        return None
    others_high = sum(c.high for c in seats[1:] if c is not None and c.high is not None)
    unbounded = any(c is None or c.high is None for c in seats[1:])
    if not unbounded and room.contributors.low > others_high:
        return True
    return False if at_most_half(room) else None


def at_most_half(room: Room) -> bool:
    """Whether the counts make contributors no more than researchers and others together."""
    if room.contributors is None or room.contributors.high is None:
        return False
    return room.contributors.high <= sum(c.low for c in (room.researchers, room.others) if c is not None)


def documented(span: Stage | Room | Organisation) -> bool | None:
    """Whether something shows what is told; None where no source is named."""
    return None if span.source is None else bool(span.source)


DECIDED = "decided in "
"""Under this, with the name of a stage behind it, a case remembers who decided there."""


def decided_in(case: Case, stage: str) -> tuple[bool | None, bool | None]:
    """Whether a decision of a stage counts that contributors shared or took, and one that was their own; worked out once for a case."""
    return _once(
        case,
        f"{DECIDED}{stage}",
        lambda: (_by_decision(case, stage), _by_decision(case, stage, own=True)),
    )


def _once(case: Case, name: str, work: Callable[[], Known]) -> Known:
    """What is worked out once for a case, under a name; that it hangs on plans is noted also where it is known already."""
    case.with_plans()
    if name not in case.memo:
        case.memo[name] = work()
    found: Known = case.memo[name]
    return found


def _by_decision(case: Case, stage: str, *, own: bool = False) -> bool | None:
    """Whether a decision of a stage counts; where the list may go on, it can only say yes."""
    if case.entries("power.decisions") is None:
        return None
    found = [decision_counts(case, d, own=own) for _, d in decisions_of(case, stage)]
    answer = either(*found) if found else False
    return answer if answer or case.complete("power.decisions") else None


def _by_room(span: Stage, found: list[bool | None]) -> bool | None:
    """Whether one of the rooms of a stage makes it so; unknown where its rooms are not told."""
    return None if span.rooms is None else either(*found) if found else False


class _Ground:
    """What is the same for all spans of one stage; asked when a span first needs it, for a stage may have thousands."""

    def __init__(self, case: Case, stage: str) -> None:
        self.case = case
        self.stage = stage
        self._carried: dict[tuple[tuple[str, ...] | None, int], bool | None] = {}

    def organisation_carries(self, span: Stage, role: int) -> bool | None:
        """Whether who owns and runs the work carries a role in a span."""
        key = (span.organisations, role)
        if key not in self._carried:
            self._carried[key] = organisation_carries(self.case, self.stage, span, role)
        return self._carried[key]

    @cached_property
    def in_the_log(self) -> bool:
        """Whether the log holds something that people said in the stage."""
        return any(e.stage == self.stage for e in self.case.entries("influence.log") or ())


def _shared(on: _Ground, span: Stage, rooms: list[Room]) -> bool | None:
    """Whether decisions of a stage are shared, on record: a joint decision that holds, or a room with votes."""
    found = [both(votes_together(on.case, r), either(documented(r), documented(span))) for r in rooms]
    return either(
        decided_in(on.case, on.stage)[0],
        _by_room(span, found),
        on.organisation_carries(span, TOGETHER),
    )


def _own(on: _Ground, span: Stage, rooms: list[Room]) -> bool | None:
    """Whether decisions of a stage are the contributors' own, on record.

    A decision of theirs that was carried out; or most of those who decide in its room are contributors; or
    they hold its budget; or an organisation that people affected govern runs it.
    """
    on_record = documented(span)
    found = []
    for room in rooms:
        decides = None if room.power in (None, "unknown") else room.power == "decides"
        budget = both(truth(room.holds_budget), has_contributors(room) is not False)
        theirs = either(both(decides, mostly_contributors(room), room.votes != "none"), budget)
        found.append(both(theirs, in_use(on.case, room), not never_met(room), either(documented(room), on_record)))
    money = contributors_alone(span.budget_held_by)
    return either(
        decided_in(on.case, on.stage)[1],
        _by_room(span, found),
        both(money, on_record),
        on.organisation_carries(span, LED),
    )


def organisation_carries(case: Case, stage: str, span: Stage, role: int) -> bool | None:
    """Whether who owns and runs the work carries a role in a stage, so that no decision on record is needed for it.

    Led: an organisation that people affected govern runs it. Decided together: such an organisation is a partner with a say
    that is written down, or one that they govern with others runs it. A source must show the organisation.
    """
    if case.project.organisations is None:
        return None
    found = [
        both(organisation_allows(one, role), documented(one), _is_there(case, one))
        for _, one in organisations_of(case, stage, span)
    ]
    return either(*found) if found else False


def organisations_of(case: Case, stage: str, span: Stage) -> list[tuple[Path, Organisation]]:
    """The organisations that have a part in a stage: those that name it, or that it names; else those of the whole work."""
    return [
        (("organisations", name), one)
        for name, one in (case.project.organisations or {}).items()
        if (stage in one.stages if one.stages is not None else name in span.organisations if span.organisations is not None else True)
    ]  # fmt: skip


_WRITTEN = ("agreement", "code", "memorandum", "contract")


def organisation_allows(one: Organisation, role: int) -> bool | None:
    """Whether what is told of an organisation gives contributors this role in the stages that it has a part in."""

    def does(what: str) -> bool | None:
        return None if one.does is None else what in one.does

    governed = None if one.governed_by in (None, "unknown") else one.governed_by == "people affected"
    if one.people is not None and one.people.high == 0:
        governed = False
    led = both(governed, does("runs"))
    if role == LED:
        return led
    written = None if one.say in (None, "unknown") else one.say in _WRITTEN
    shared_by_both = both(one.governed_by == "both" and (one.people is None or one.people.high != 0), does("runs"))
    return either(led, both(governed, does("partner"), written), shared_by_both)


def _is_there(case: Case, one: Organisation) -> bool | None:
    """Whether an organisation, or its part in the work, is there: it is where it is named, unless the file tells otherwise."""
    if one.status is None and one.answer is None:
        return both(*(True if d is None else case.passed(d) for d in (one.since, one.when)))
    return case.in_place(one)


def _asked_or_met(on: _Ground, span: Stage, rooms: list[Room]) -> bool:
    """Whether the file tells what people were asked or said in a stage, or that a room of it met."""
    return bool(span.asked or span.said) or on.in_the_log or any(met(on.case, r) for r in rooms)


def _ended_over_their_heads(span: Stage) -> tuple[bool, bool]:
    """Whether a stopped role must, and whether it can, have been ended by those in power without agreement."""
    if span.status != "stopped":
        return False, False
    theirs = those_in_power(span.stopped_by)
    certain = bool(theirs) and span.stopped_agreed == "no"
    return certain, theirs is not False and span.stopped_agreed != "yes"


def _span(on: _Ground, span: Stage) -> tuple[Span[int], str]:
    """The role that one span shows, and what keeps it down."""
    case = on.case
    role, most = role_at_least(span.role), role_at_most(span.role)
    if role == 0:
        return Span(0, 0), ""
    there = case.in_place(span)
    if there is False:
        if came_to_nothing(case, span):
            return Span(0, 0), "came to nothing"
        return Span(0, 0), {"planned": "planned", "policy": "on paper"}.get(str(span.status), "not yet")
    # What was done before there was a room, or when it had ended, was not done in it.
    named = rooms_of(case, span)
    rooms = [room for _, room in named if not apart_in_time(case, room, span.until or span.when)]
    high = LED if most is None else most
    # Who decided matters where that is told, or where nothing else shows what is told.
    decided = high >= TOGETHER or not documented(span)
    together, theirs = (_shared(on, span, rooms), _own(on, span, rooms)) if decided else (None, None)
    if high >= TOGETHER and either(together, theirs) is False:
        high = INVOLVED
    # Nobody can take part in rooms in which nobody sits: of the two answers neither counts for more than a claim. Where it is not told
    # who sits there, naming the rooms takes nothing away. Nor can they in rooms of which none was there at the time.
    apart = bool(named) and not rooms
    contradicted = high >= INVOLVED and (apart or _nobody_sits(on, span, rooms))
    # Where people affected run the work the room need not hold them; of an organisation that is named it may be told still.
    if contradicted and (case.project.organisations is None or on.organisation_carries(span, TOGETHER) is False):
        high = CONSULTED
    if high == LED and theirs is False:
        high = TOGETHER
    ended, maybe_ended = _ended_over_their_heads(span)
    if ended:
        high = min(high, CONSULTED)
    if there is None or role is None:
        return Span(0, high), "not told whether it happened" if role is not None else ""
    why = ""
    if theirs:
        cap = LED
    elif together:
        cap, why = TOGETHER, "not their own"
    elif documented(span) and not contradicted:
        cap, why = INVOLVED, "no shared decision"
    else:
        cap, why = (CONSULTED if _asked_or_met(on, span, rooms) else INFORMED), "claim"
    if contradicted:
        why = "cannot be so" if apart else "nobody in its rooms"
        cap = CONSULTED if _asked_or_met(on, span, rooms) else INFORMED
    if maybe_ended and cap > CONSULTED:
        cap, why = CONSULTED, "stopped"
    if cannot_be(case, on.stage, span):
        cap, why = INFORMED, "cannot be so"
    return Span(min(role, cap), max(high, min(role, cap))), why if role > cap else ""


def _nobody_sits(on: _Ground, span: Stage, rooms: list[Room]) -> bool:
    """Whether the rooms in which a stage happens are all told to be without contributors.

    A role is shown only as far as the rooms that it names can carry it. Where people affected run the work, the rooms need not hold them.
    """
    return (
        bool(rooms) and all(has_contributors(r) is False for r in rooms) and not on.organisation_carries(span, TOGETHER)
    )


def standing(case: Case, stage: str) -> Standing:
    """What contributors do in one stage: told, shown and promised; worked out once for a case."""
    return _once(case, f"{STANDING}{stage}", lambda: _standing(case, stage))


STANDING = "standing in "
"""Under this, with the name of a stage behind it, a case remembers what contributors do there."""


def _standing(case: Case, stage: str) -> Standing:
    spans = case.stage(stage)
    told = told_role(case, stage)
    if not spans:
        if told == 0:
            return Standing(stage, 0, Span(0, 0), 0, None, "", False, "")
        # Who has the final say closes nothing here: it says who decides where no stage tells otherwise.
        return Standing(stage, None, Span(0, INFORMED if never_involved(case) else LED), 0, None, "", False, "")
    on = _Ground(case, stage)
    found = [_span(on, s) for s in spans]
    disputed, at_most = _disputed_roles(case, stage), _disputed_roles(case, stage, planned=True)
    found = [(Span(e.low, min(e.high, at_most.get(n, LED))), why) for n, (e, why) in enumerate(found)]
    if never_involved(case):
        found = [(Span(min(e.low, INFORMED), min(e.high, INFORMED)), why) for e, why in found]
    low = max(e.low for e, _ in found)
    high = max(e.high for e, _ in found)
    plans = [s for s in spans if s.status == "planned" and s.role not in (None, "unknown", "none")]
    due = [s for s in plans if not case.overdue(s) and case.phase != "finished"]
    promised = max(map(role_of, due), default=0)
    why = next((w for e, w in sorted(found, key=lambda f: -f[0].low) if w), "")
    happened = [role_of(s) for s in spans if s.role not in (None, "unknown") and s.status not in NOT_YET]
    happened += disputed.values()
    specific = all(is_specific_plan(s) for s in due) if due else None
    return Standing(
        stage,
        max(happened) if happened else (told if not any(s.status in NOT_YET for s in spans) else None),
        Span(low, high),
        promised,
        specific,
        backed_by(["money" if _has_money(s) else "owner" for s in due]) if specific else "",
        len(due) < len(plans),
        why,
    )


def behind(case: Case, stage: str) -> tuple[Path, ...]:
    """The places that decide what contributors do in a stage: where it is told, then rooms, organisations and decisions."""
    spans = case.stage(stage)
    if not spans:
        if told_role(case, stage) != 0:
            return (("stages", stage),)
        return (("stages", "complete") if case.at("stages.complete") else ("stages",),)
    places: list[Path] = [("stages", stage)] + [p for s in spans for p, _ in rooms_of(case, s)]
    # Spans that name the same organisations, or none, lead to the same places.
    naming = {s.organisations: s for s in spans}
    places += [p for s in naming.values() for p, _ in organisations_of(case, stage, s)]
    places += [p for p, _ in decisions_of(case, stage)]
    return tuple(places)


def _disputed_roles(case: Case, stage: str, *, planned: bool = False) -> dict[int, int]:
    """The roles, from `consulted` up, that the file tells of a stage and that somebody tells otherwise, by the number of the span.

    What is disputed is open between the accounts. The file's own role is the upper one: who holds that it was more tells that
    as an entry of its own. That people had no part, or were only told, may be disputed for more; that stays open.
    """
    spans = case.stage(stage) or ()
    roles = {
        n: role_at_most(s.disputed_at_most) if planned else role_at_least(s.disputed_role)
        for n, s in enumerate(spans)
        if s.disputed_at_most is not None
    }
    return {n: role for n, role in roles.items() if role is not None and role >= CONSULTED}


def role_is_disputed(case: Case) -> bool:
    """Whether somebody tells otherwise what part people had in some part of the work, from being asked up."""
    return any(_disputed_roles(case, stage) for stage in work_stages(case))


def is_specific_plan(span: Stage) -> bool:
    """Whether a plan names a date, and money or somebody who sees to it."""
    date = span.when or span.since
    dated = date is not None and date.names_a_time
    return dated and (bool(span.owner) or _has_money(span))


def _has_money(span: Stage) -> bool:
    return span.cost is not None and bool(span.cost.amount)


def backed_by(plans: Iterable[str]) -> str:
    """What bears plans out: `money` or `owner` where it is the same for all, `either` where it is now the one and now the other."""
    kinds = set(plans)
    return kinds.pop() if len(kinds) == 1 else "either" if kinds else ""


def standings(case: Case) -> tuple[Standing, ...]:
    """What contributors do in each stage that the work has."""
    return tuple(standing(case, s) for s in work_stages(case))


# --- the rung of the project -----------------------------------------------------------------------

RUNG_OF_ROLE = (0, 1, 2, 3, 4, 6)
"""The rung, as an index of `RUNGS`, of each role, as an index of `ROLES`."""
_CONSULTATION = RUNGS.index("consultation")
_LATE = ("analysis", "sharing", "implementation")


def rung_of(roles: dict[str, int], anywhere: int, *, kept: bool) -> int:
    """The rung that roles by stage make, as an index of `RUNGS`.

    Args:
        roles: the role in each stage that the work has.
        anywhere: the highest role, at most consulted, that rooms and the log show outside the stages.
        kept: whether people are paid (or free to decline), safe and answered, which co-production needs.
    """
    if len(roles) == 1:
        (stage,) = roles
        best = roles[stage]
    else:
        best = 0
        for role in (LED, TOGETHER, INVOLVED, CONSULTED, INFORMED):
            reached = [s for s, r in roles.items() if r >= role]
            if len(reached) >= 2 and (role < INVOLVED or any(s in SHAPING for s in reached)):
                best = role
                break
        highest = max(roles.values(), default=0)
        alone = CONSULTED if highest >= CONSULTED else highest
        if max((r for s, r in roles.items() if s in SHAPING), default=0) >= TOGETHER:
            alone = INVOLVED
        best = max(best, alone)
    best = max(best, anywhere)
    rung = RUNG_OF_ROLE[best]
    if rung == RUNGS.index("collaboration") and kept:
        groups = [[s for s in group if s in roles] for group in (PLANNING, ("governance",), _LATE)]
        if all(any(roles[s] >= TOGETHER for s in group) for group in groups if group):
            rung = RUNGS.index("co-production")
    return rung


def anywhere(case: Case) -> Span[int]:
    """What rooms and the log show outside the stages: nothing, informed or consulted."""
    low = high = 0
    for room in (case.project.rooms or {}).values():
        seen = met(case, room)
        if seen is False:
            continue
        # In a room that decides, somebody without a vote may merely sit; advice and consultation ask people.
        listens = room.power in ("advises", "consulted") or (room.power == "decides" and room.votes in VOTING)
        low = max(low, 0 if seen is None else (CONSULTED if listens else INFORMED))
        high = CONSULTED
    log = case.entries("influence.log")
    if any(e.arose == "asked" and case.happened(e.when) is not False for e in log or ()):
        low = CONSULTED
    more_rooms = case.project.rooms is None or (bool(case.project.rooms) and case.at("power.all_rooms_told") != "yes")
    # Nobody in any part leaves only the rooms that are told, of which more may be told.
    if case.at("stages.answer") != "none" and (more_rooms or not case.complete("influence.log")):
        high = CONSULTED
    if never_involved(case):
        low = high = min(low, INFORMED)
    return Span(low, max(low, high))


class Shown(Record):
    """The shown rung of the project, and what it is made of."""

    rung: Span[int]
    stages: tuple[Standing, ...]
    kept: bool | None


SHOWN = "shown"
"""Under this name a case remembers its rung, which many facts ask for."""


def shown(case: Case) -> Shown:
    """The shown rung: the low end counts only what is there, what is not told leaves the high end open."""
    return _once(case, SHOWN, lambda: _shown(case))


def _shown(case: Case) -> Shown:
    stages, kept = standings(case), is_kept(case)
    outside = anywhere(case)
    low = rung_of({s.stage: s.shown.low for s in stages}, outside.low, kept=kept is True)
    # Stages that nobody has told may hold more; a room or a log can add no more than a consultation.
    high = rung_of({s.stage: s.shown.high for s in stages}, outside.low, kept=kept is not False)
    return Shown(Span(low, max(low, high, RUNG_OF_ROLE[outside.high])), stages, kept)


KEPT = "kept"
"""Under this name a case remembers whether people are paid, safe and answered."""


def is_kept(case: Case) -> bool | None:
    """Whether people are paid (or free to decline), safe and answered, which co-production needs; worked out once for a case."""
    from involve_audit.facts import FACTS

    asked = ("pay_or_free_choice", "safe_where_sensitive", "people_answered")
    answers = (FACTS[name].observe(case).value for name in asked)
    return _once(case, KEPT, lambda: both(*(value if isinstance(value, bool) else None for value in answers)))


def unsourced(case: Case) -> tuple[str, ...]:
    """The stages of which only a source is missing for more than a consultation; none where sources would not make it more."""
    found = shown(case)
    if found.rung.low > _CONSULTATION:
        return ()
    roles = {s.stage: s.shown.low for s in found.stages}
    lacking = {
        s.stage: role
        for s in found.stages
        if s.why == "claim" and s.told is not None and (role := min(s.told, INVOLVED, s.shown.high)) > s.shown.low
    }
    return tuple(lacking) if rung_of(roles | lacking, 0, kept=False) > _CONSULTATION else ()


# --- facts -----------------------------------------------------------------------------------------


@yes_no
def has_researchers(case: Case) -> Answer:
    """Are there researchers or staff beside the contributors?

    `project.researchers: 0` says that contributors run the work alone. Unknown where it is not told.
    """
    count = case.at("project.researchers")
    where = (("project", "researchers"),)
    if not isinstance(count, Count):
        return Answer(None, where)
    return Answer(False if count.high == 0 else True if count.low > 0 else None, where)


@one_word("idea", "applying", "funded", "running", "finished")
def phase(case: Case) -> Answer:
    """Where is the work: idea, applying, funded, running or finished?"""
    return Answer(case.phase, (("project", "phase"),))


@yes_no
def research_or_service_begun(case: Case) -> Answer:
    """Has the work itself begun: is its phase running or finished?"""
    return Answer(None if case.phase is None else case.phase in ("running", "finished"), (("project", "phase"),))


@yes_no
def people_present(case: Case) -> Answer:
    """Was anybody present whom the work affects: in a room, in a stage, in the log or in a view?

    A room counts that is in place or has met; of the log, what people said when they were asked, or in a room. Only yes,
    or unknown, or no where `stages: none` or every stage is told to involve nobody and no room, log or view shows anybody.
    """
    where: list[Path] = []
    for name, room in (case.project.rooms or {}).items():
        if met(case, room):
            where.append(("rooms", name))
    for stage in work_stages(case):
        for span in case.stage(stage) or ():
            if span.role not in (None, "none", "unknown") and case.in_place(span):
                where.append(("stages", stage))
    for n, entry in enumerate(case.entries("influence.log") or ()):
        # A protest, a letter or a petition shows people who were left out as well as people who were asked.
        if entry.by in AFFECTED and entry.arose in ("asked", "in a room"):
            where.append(("influence", "log", "entries", n))
    for n, view in enumerate(case.entries("views") or ()):
        if view.of in opinions.SIDES and view.answered is not None and view.answered.low >= 1:
            where.append(("views", "entries", n))
    if where:
        return Answer(True, tuple(where))
    stages = case.project.stages
    nowhere = stages is not None and (
        stages.answer == "none" or all(told_role(case, s) == 0 for s in work_stages(case))
    )
    closed = nowhere and nobody_else_can_be_told(case)
    return Answer(False if closed else None, (("stages",),))


@yes_no
def every_told_stage_involves_nobody(case: Case) -> Answer:
    """Does every stage that is told involve nobody, one of them shaping the work?

    Yes for `stages: none`. Unknown where no stage, or none that shapes the work, is told.
    """
    stages = case.project.stages
    if stages is not None and stages.answer == "none":
        return Answer(True, (("stages",),))
    told = {s: r for s in work_stages(case) if (r := told_role(case, s)) is not None}
    where: tuple[Path, ...] = tuple(("stages", s) for s in told if case.stage(s) is not None) or (("stages",),)
    somebody = [
        not all(
            may_come_to_nothing(case, span)
            for span in case.stage(s) or ()
            if span.role not in (None, "none", "unknown")
        )
        for s, role in told.items()
        if role > 0
    ]
    if any(somebody):
        return Answer(False, where)
    # Who disputes what part people had does not tell that they had none.
    if somebody or role_is_disputed(case):
        return Answer(None, where)
    shapes = any(s in SHAPING for s in told) or not any(s in SHAPING for s in work_stages(case))
    return Answer(True if told and shapes else None, where)


def _told_of(case: Case) -> dict[str, Path]:
    """The stages of which the file tells what part people have, or who took a decision there, with the place that tells it.

    That the government decided what is then done says what part others had in it: it decided without them.
    """
    told: dict[str, Path] = {s: ("stages", s) for s in work_stages(case) if told_role(case, s) is not None}
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if anybody(decision.decided_by) and case.happened(decision.when) is not False:
            for stage in decision.stage or ():
                if stage in work_stages(case):
                    told.setdefault(stage, ("power", "decisions", "entries", n))
    return told


@counted
def stages_told(case: Case) -> Answer:
    """Of how many stages does the file tell what part people have, or who decided there?"""
    told = _told_of(case)
    return Answer(Span(len(told), len(told)), tuple(told.values()) or (("stages",),))


@yes_no
def enough_stages_told(case: Case) -> Answer:
    """Does the file tell of two stages (or the only one) what part people have or who decided, one of them shaping the work?

    Done or planned. Yes or no: this asks what the file tells, not what is so.
    """
    work = work_stages(case)
    told = _told_of(case)
    enough = len(told) >= 2 or (len(work) == 1 and len(told) == 1)
    shapes = any(s in SHAPING for s in told) or not any(s in SHAPING for s in work)
    return Answer(enough and shapes, (("stages",), ("power", "decisions")))


@yes_no
def enough_is_told(case: Case) -> Answer:
    """Are enough stages told, and who decided or what changed?

    Yes or no: this asks what the file tells, not what is so.
    """
    stages, decided = enough_stages_told(case), told_who_decided_or_what_changed(case)
    return Answer(stages.value is True and decided.value is True, (*stages.where, ("power",), ("influence",)))


@yes_no
def told_who_decided_or_what_changed(case: Case) -> Answer:
    """Does the file tell anything of who decided, or of what changed?

    Decisions, the final say, the power of a room, what people said and what came of it, whether they were
    heard. Yes or no: this asks what the file tells.
    """
    places: tuple[tuple[str, ...], ...] = (
        ("power", "decisions"), ("influence", "log"), ("influence", "heard"),
    )  # fmt: skip
    where: list[Path] = [p for p in places if case.at(p) not in (None, "unknown")]
    if case.final_say:
        where.append(("power", "final_say"))
    for name, room in (case.project.rooms or {}).items():
        if room.power not in (None, "unknown"):
            where.append(("rooms", name, "power"))
    for n, finding in enumerate(case.entries("findings") or ()):
        if finding.heard not in (None, "unknown"):
            where.append(("findings", "entries", n))
    return Answer(bool(where), tuple(where) or (("power",), ("influence",)))


@one_word(*RUNGS)
def rung_aimed_for(case: Case) -> Answer:
    """What does the project honestly aim for?"""
    return case.word("project", "aims_for")


@yes_no
def anything_done(case: Case) -> Answer:
    """Has anything been done with people yet: a stage, a room that met, something said, a decision?

    No where every stage and room that is told is known not to have begun. Unknown where one does not say, or a decision
    may have been taken, or none is told.
    """
    where: list[Path] = []
    begun: list[bool | None] = []
    for stage in work_stages(case):
        for span in case.stage(stage) or ():
            part = None if span.role in (None, "unknown") else span.role != "none"
            begun.append(both(part, case.in_place(span)))
            if begun[-1]:
                where.append(("stages", stage))
    for name, room in (case.project.rooms or {}).items():
        found = met(case, room)
        begun.append(found)
        if begun[-1]:
            where.append(("rooms", name))
    for n, entry in enumerate(case.entries("influence.log") or ()):
        if case.happened(entry.when) is not False:
            where.append(("influence", "log", "entries", n))
    for n, decision in enumerate(case.entries("power.decisions") or ()):
        if case.happened(decision.when) is False:
            continue
        if decision.became in ("done", "under way", "partly", "set aside"):
            where.append(("power", "decisions", "entries", n))
        else:
            begun.append(None)
    return Answer(True if where else (either(*begun) if begun else None), tuple(where) or (("stages",),))


NOBODY_ELSE = "nobody else can be told"
"""Under this name a case remembers whether that is so."""


def nobody_else_can_be_told(case: Case) -> bool:
    """Whether the file closes every place where somebody might still be told to take part; worked out once for a case."""
    if NOBODY_ELSE not in case.memo:
        case.memo[NOBODY_ELSE] = _closed(case)
    return bool(case.memo[NOBODY_ELSE])


def _closed(case: Case) -> bool:
    if case.at("stages.answer") == "none":
        return True
    rooms = case.project.rooms == {} or case.at("power.all_rooms_told") == "yes"
    stages = all(told_role(case, s) is not None for s in work_stages(case))
    return stages and rooms and all(case.complete(path) for path in ("influence.log", "views", "power.decisions"))


@yes_no
def nobody_involved(case: Case) -> Answer:
    """Does every told stage involve nobody, one of them shaping the work, while no room, log or view shows anybody?

    Yes for `stages: none`. Unknown where too few stages are told.
    """
    told = every_told_stage_involves_nobody(case)
    if case.at("stages.answer") == "none":
        return told
    present = people_present(case)
    # Asked for their view are also people who had no part: while no stage is told, `none` can still be, beside it.
    asked_only = case.project.stages is None and all(place[0] == "views" for place in present.where)
    return Answer(False if present.value and not asked_only else told.value, told.where)


@many_words(*ROLES)
def roles_told(case: Case) -> Answer:
    """Which roles does the file tell, in any stage?"""
    told = {ROLES[r] for s in work_stages(case) if (r := told_role(case, s)) is not None}
    settled = all(
        told_role(case, s) is not None and all(span.role != OR_INVOLVED for span in case.stage(s) or ())
        for s in work_stages(case)
    )
    return Answer(Several(frozenset(told), settled) if told else None, (("stages",),))
