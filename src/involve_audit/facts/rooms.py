"""Rooms and decisions: whether a room is in use, who sits and votes in it, and which decisions count as contributors' own or shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import Path, both, either, one_of, opposite
from involve_audit.facts.deciders import deciders
from involve_audit.facts.impossible_parts import decision_cannot_be
from involve_audit.project.people import VOTING
from involve_audit.project.practice import contributors_alone, with_contributors

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.project.people import Organisation, Room, Stage
    from involve_audit.project.power import Decision
    from involve_audit.project.values import Dates


SMALL = ("wording", "leaflets")
"""Changes of texts: not enough to call a decision shared."""


def decision_counts(case: Case, decision: Decision, *, own: bool = False) -> bool | None:
    """Whether a decision that contributors shared (or with `own`, took by themselves) was on more than wording, is on record, and holds.

    It holds when it was carried out, or was binding and is under way. Advice, what was partly done and what
    was set aside do not; nor what was decided in a room that can't carry it, or what other answers rule out. Three-valued; what is not told leaves
    it open.
    """
    small = one_of(decision.about, *SMALL)
    binding = one_of(decision.announced_as, "binding", "binding if")
    done = one_of(decision.became, "done")
    moving = both(one_of(decision.became, "under way"), binding)
    dated = True if decision.when is None else case.happened(decision.when)
    return both(
        (contributors_alone if own else with_contributors)(deciders(case, decision)),
        opposite(small),
        either(done, moving),
        None if decision.source is None else bool(decision.source),
        dated is not False,
        room_carries(case, decision),
        not decision_cannot_be(case, decision),
    )


def decision_to_come(case: Case, decision: Decision) -> bool:
    """Whether a decision is still to be taken: it is dated later, or its room is not there yet, and nothing tells what became of it."""
    if case.happened(decision.when) is False:
        return True
    room = (case.project.rooms or {}).get(decision.room or "")
    untold = decision.when is None and decision.became in (None, "unknown")
    return untold and room is not None and in_use(case, room) is False


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


def apart_in_time(
    case: Case, room: Room | Organisation, when: Dates | None, since: Dates | None = None, until: Dates | None = None
) -> str:
    """What tells that a room, or an organisation, was not there yet, or no longer, when something happened: its `since`, `when`, `status` or `until`; empty where nothing does.

    Each day that is told speaks for itself: were one read only where another is not told, it would take away by silence
    what stands beside the other.

    Args:
        case: the file.
        room: the room or the organisation.
        when: when it happened.
        since: when it began, where it went on: what ended before that had no part in it.
        until: when it had ended: what came after that had no part in it.
    """
    if room.until is None and room.since is None and room.when is None and room.status != "planned":
        return ""
    begun, ended = ([d for d in days if d is not None and case.happened(d)] for days in ((when, since), (when, until)))
    if room.status == "planned" and (begun or ended):
        return "status"
    if room.until is not None and any(case.before(room.until, day) for day in begun):
        return "until"
    first = {"since": room.since, "when": room.when}
    return next(
        (key for key, there in first.items() if there is not None and any(case.before(day, there) for day in ended)), ""
    )


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
    if there is None and any(case.passed(d) is False for d in (room.since, room.when)):
        return False
    if there is not None or room.meetings is None:
        return there
    return True if room.meetings.low >= 1 else False if never_met(room) else None


def met(case: Case, room: Room) -> bool | None:
    """Whether a room has met with somebody in it whom the work affects. One that is in place has, unless it is told that it never did."""
    return both(has_contributors(room), in_use(case, room), not never_met(room))


_SEVERAL = 2


def of_all_contributors(case: Case, room: Room) -> int:
    """How many of a room's contributors are surely among all that there are now, or were when the work was over.

    All of a room that goes on, or is still to come. Of one that is over when the work is, such as a workshop of forty, whoever counted six in all
    may have left out those who came once; but that one person was the only one cannot be. In one that ended before,
    or of which that is not told, people may have sat who left before those were counted that are there now.
    """
    if room.contributors is None:
        return 0
    if room.status == "done" and case.phase == "finished":
        return min(room.contributors.low, _SEVERAL)
    return room.contributors.low if room.status in ("ongoing", "planned") else 0


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
    if room.contributors is None:
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


def cannot_have_been_in(case: Case, room: Room, span: Stage) -> str:
    """What tells that a part of the work did not happen in a room: `meetings`, where it never met, or what `apart_in_time` finds; else empty."""
    return "meetings" if never_met(room) else apart_in_time(case, room, span.when, span.since, span.until)


def documented(span: Stage | Room | Organisation) -> bool | None:
    """Whether something shows what is told; None where no source is named."""
    return None if span.source is None else bool(span.source)
