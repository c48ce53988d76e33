"""Who took a decision, also where the file says that a room took it: that is judged by who sits and votes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.project.people import VOTING

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.project.people import Room
    from involve_audit.project.power import Decision

IN_ITS_ROOM = "room"
"""The word for a decision that was taken by those who sit in the room which it names."""


def deciders(case: Case, decision: Decision) -> tuple[str, ...] | None:
    """Who took a decision; in the place of `room`, who decides in the room that it names. None where it is not told.

    What it is not told of the room, is not known of the decision: who took it is then open.
    """
    by = decision.decided_by
    if not by or IN_ITS_ROOM not in by:
        return by
    room = (case.project.rooms or {}).get(decision.room or "")
    there = _who_decides_in(room) if room is not None else ("unknown",)
    return tuple(dict.fromkeys((*(one for one in by if one != IN_ITS_ROOM), *there)))


def _who_decides_in(room: Room) -> tuple[str, ...]:
    """Who decides in a room: contributors only where it decides and at least two of them vote in it."""
    theirs, staff, others = room.contributors, room.researchers, room.others
    ours = staff is not None and staff.low >= 1
    without = (theirs is not None and theirs.high == 0) or room.votes == "none"
    if room.power != "decides":
        return ("unknown",)
    if without:
        return ("team",) if ours else ("unknown",)
    if theirs is None or theirs.low < 2 or room.votes not in VOTING:
        return ("unknown",)
    if ours:
        return ("together",)
    if others is not None and others.low >= 1:
        return ("contributors", "outside the team")
    alone = staff is not None and staff.high == 0 and others is not None and others.high == 0
    return ("contributors",) if alone else ("contributors", "unknown")
