"""What part contributors have in each stage of the work: told by the file, and shown as far as rooms, decisions and organisations carry it.

Each rule asks for a good fact that must be told, and never for the absence of a bad one: taking a bad fact away then never raises a role.
"""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from involve_audit.facts.answers import Path, Span, both, either
from involve_audit.facts.case import once
from involve_audit.facts.impossible_parts import cannot_be, never_involved, role_of
from involve_audit.facts.rooms import (
    apart_in_time,
    cannot_have_been_in,
    decision_counts,
    decisions_of,
    documented,
    has_contributors,
    in_use,
    met,
    mostly_contributors,
    never_met,
    rooms_of,
    voteless,
    votes_together,
)
from involve_audit.project.accounts import NOT_YET
from involve_audit.project.people import role_at_least, role_at_most
from involve_audit.project.practice import STAGES, contributors_alone, those_in_power
from involve_audit.project.values import truth
from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from involve_audit.facts.case import Case
    from involve_audit.project.people import Organisation, Room, Stage
    from involve_audit.project.values import Dates


INFORMED, CONSULTED, INVOLVED, TOGETHER, LED = 1, 2, 3, 4, 5


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
        surely: the lowest role that is still possible: lower than what is shown where an organisation carries it of which, or of the
            part, it can still be told that it was not there at the time.
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
    surely: int = 0


CONTRADICTED = ("nobody in its rooms", "cannot be so")
"""Why a told role earns nothing: another answer rules it out."""


def work_stages(case: Case) -> tuple[str, ...]:
    """The stages that the work has."""
    stages = case.project.stages
    return tuple(s for s in STAGES if s in stages.work_has) if stages and stages.work_has else STAGES


def work_spans(case: Case) -> Iterator[tuple[Path, str, Stage]]:
    """Every span of every part of the work, with its place and its part: of two in one part, the one may be as it is told, and the other not."""
    for stage in work_stages(case):
        for n, span in enumerate(case.stage(stage) or ()):
            yield ("stages", stage, n), stage, span


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


DECIDED = "decided in "
"""Under this, with the name of a stage behind it, a case remembers who decided there."""


def decided_in(case: Case, stage: str) -> tuple[bool | None, bool | None]:
    """Whether a decision of a stage counts that contributors shared or took, and one that was their own; worked out once for a case."""
    return once(
        case,
        f"{DECIDED}{stage}",
        lambda: (_by_decision(case, stage), _by_decision(case, stage, own=True)),
    )


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


class _Lifetimes:
    """From when to when the organisations were there that may carry a role: hundreds beside hundreds of spans are not held against each other one by one."""

    def __init__(self, case: Case) -> None:
        self._case = case
        theirs = [
            one
            for one in (case.project.organisations or {}).values()
            if organisation_allows(one, TOGETHER) is not False
        ]
        terms = sorted(self._term(one) for one in theirs)
        self._begun = [begun for begun, _ in terms]
        self._latest_end = list(accumulate((ended for _, ended in terms), max))

    def _term(self, one: Organisation) -> tuple[dt.date, dt.date]:
        """The first and the last day on which one may have been there: any day where a day of it is not told by the calendar."""
        days = {name: told for name in ("since", "when", "until") if (told := getattr(one, name)) is not None}
        if not all(map(_by_the_calendar, days.values())):
            return dt.date.min, dt.date.max
        until = days.pop("until", None)
        begun = [told.first or dt.date.min for told in days.values()]
        return max(begun, default=dt.date.min), (until.last if until is not None else None) or dt.date.max

    def meet(self, span: Stage) -> bool:
        """Whether one of them may have been there when a span happened: no only where `apart_in_time` finds that of each."""
        told = [d for d in (span.when, span.since, span.until) if d is not None]
        if not all(map(_by_the_calendar, told)):
            return True
        since, until = (
            [d for d in days if d is not None and self._case.happened(d)]
            for days in ((span.when, span.since), (span.when, span.until))
        )
        last = min((d.last or dt.date.max for d in until), default=dt.date.max)
        at = bisect_right(self._begun, last)
        return at > 0 and self._latest_end[at - 1] >= max((d.first or dt.date.min for d in since), default=dt.date.min)


def _by_the_calendar(when: Dates) -> bool:
    return (
        when.first is not None
        and when.last is not None
        and when.stage is None
        and when.mark is None
        and when.months is None
    )


class _Ground:
    """What is the same for all spans of one stage; asked when a span first needs it, for a stage may have thousands.

    Args:
        case: the project.
        stage: the part of the work.
        told: what is told of the stage, where an organisation is to carry a role only if no further answer can tell that it was not there at the time.
    """

    def __init__(self, case: Case, stage: str, told: _Ground | None = None) -> None:
        self.case = case
        self.stage = stage
        self._told = told
        self._carried: dict[tuple[object, ...], bool | None] = {}

    @property
    def rests_on_organisations(self) -> bool:
        """Whether an organisation carries a role in a span that was looked at."""
        return any(self._carried.values())

    def organisation_carries(self, span: Stage, role: int) -> bool | None:
        """Whether who owns and runs the work carries a role in a span."""
        if self.case.project.organisations is None:
            return None
        key = (span.organisations, role, span.status, span.since, span.when, span.until)
        if key not in self._carried:
            self._carried[key] = self._carries(span, role)
        return self._carried[key]

    def _carries(self, span: Stage, role: int) -> bool | None:
        if self._told is None:
            return self._lifetimes.meet(span) and organisation_carries(self.case, self.stage, span, role)
        carried = self._told.organisation_carries(span, role)
        if carried and self._any_bounds_told:
            return organisation_carries(self.case, self.stage, span, role, surely=True)
        return None if carried else carried

    @cached_property
    def _any_bounds_told(self) -> bool:
        return any(map(_its_bounds_told, (self.case.project.organisations or {}).values()))

    @cached_property
    def _lifetimes(self) -> _Lifetimes:
        return _Lifetimes(self.case)

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
    # Who holds the money of a part decides on it; where they have no vote in its rooms, both cannot be so (`decided_where_nobody_sits`).
    money = both(contributors_alone(span.budget_held_by), not (rooms and all(voteless(room) for room in rooms)))
    return either(
        decided_in(on.case, on.stage)[1],
        _by_room(span, found),
        both(money, on_record),
        on.organisation_carries(span, LED),
    )


def organisation_carries(case: Case, stage: str, span: Stage, role: int, *, surely: bool = False) -> bool | None:
    """Whether who owns and runs the work carries a role in a stage, so that no decision on record is needed for it.

    Led: an organisation that people affected govern runs it. Decided together: such an organisation is a partner with a say
    that is written down, or one that they govern with others runs it. A source must show the organisation. One of which it is not told since when, until when and in
    which parts it had its part in the work has all of it; `surely` leaves that open.
    """
    if case.project.organisations is None:
        return None
    found: bool | None = False
    for _, one in organisations_of(case, stage, span):
        # Most carry nothing, and there may be hundreds beside hundreds of spans: the days are held against each other last.
        open_ = surely and not _bounds_told(one, span)
        if open_ and found is None:
            continue
        carries = both(organisation_allows(one, role), documented(one), in_its_place(case, one))
        if carries is False or (carries is None and found is None):
            continue
        at_the_time = there_at_the_time(case, one, span)
        found = either(found, both(carries, None if open_ and at_the_time else at_the_time))
        if found:
            break
    return found


def _its_bounds_told(one: Organisation) -> bool:
    """Whether it is told when an organisation had its part in the work, and in which parts."""
    begun = one.since is not None or one.when is not None
    ended = one.until is not None or one.status == "ongoing"
    return one.stages is not None and one.status not in (None, "unknown") and begun and ended


def _bounds_told(one: Organisation, span: Stage) -> bool:
    """Whether it is told when an organisation had its part in the work, in which parts, and when a span happened."""
    dated = span.when is not None or span.since is not None or span.until is not None
    return dated and _its_bounds_told(one)


def there_at_the_time(case: Case, one: Organisation, span: Stage) -> bool | None:
    """Whether an organisation had its part in the work when a span of it happened; unknown where a day decides it that is not told.

    One that began later, or had ended before, had not. Where the work began before it, or went on after it, a span without a day may
    lie there, unless the one names the other.
    """
    if apart_in_time(case, one, span.when, span.since, span.until):
        return False
    if one.stages is not None or span.organisations is not None:
        return True
    before_it = not (span.when or span.until or span.status == "ongoing") and case.before(
        case.at("project.dates.start"), one.since or one.when
    )
    after_it = not (span.when or span.since) and case.before(one.until, case.at("project.dates.end"))
    return None if before_it or after_it else True


def organisations_of(case: Case, stage: str, span: Stage) -> Iterator[tuple[Path, Organisation]]:
    """The organisations that have a part in a stage: those that name it, or that it names; else those of the whole work."""
    for name, one in (case.project.organisations or {}).items():
        if stage in one.stages if one.stages is not None else span.organisations is None or name in span.organisations:
            yield ("organisations", name), one


def run_by_people_affected(case: Case) -> list[tuple[Path, Organisation]]:
    """The organisations that people affected govern and that run the work, as far as the file tells; whether a source shows it is not asked."""
    return [
        (("organisations", name), one)
        for name, one in (case.project.organisations or {}).items()
        if organisation_allows(one, LED) and in_its_place(case, one)
    ]


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


def in_its_place(case: Case, one: Organisation) -> bool | None:
    """Whether an organisation, or its part in the work, is there: it is where it is named, unless the file tells otherwise."""
    if one.status is None and one.answer is None:
        return both(case.passed(one.since), case.passed(one.when))
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
    # What was done before there was a room, or when it had ended, was not done in it; nor in one that never met.
    named = rooms_of(case, span)
    rooms = [room for _, room in named if not cannot_have_been_in(case, room, span)]
    high = LED if most is None else most
    # Who decided matters where that is told, or where nothing else shows what is told.
    decided = high >= TOGETHER or not documented(span)
    together, theirs = (_shared(on, span, rooms), _own(on, span, rooms)) if decided else (None, None)
    shared = either(together, theirs)
    if high >= TOGETHER and shared is False:
        high = INVOLVED
    if shared and role is not None and role < TOGETHER <= high:
        # The word leaves open who decided, and what was decided there answers it.
        role = TOGETHER
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
    return once(case, f"{STANDING}{stage}", lambda: _standing(case, stage))


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
    surely = max(e.low for e, _ in found)
    if surely > INFORMED and on.rests_on_organisations:
        less = _Ground(case, stage, on)
        surely = max(_span(less, s)[0].low for s in spans)
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
        min(surely, low),
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
