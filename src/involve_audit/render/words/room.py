"""Who is in the room, who is not, and what is done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render.words.phrases import listed, sentence
from involve_audit.wording import days
from involve_audit.wording.messages import in_a_sentence

if TYPE_CHECKING:
    from involve_audit.results.audit import (
        CharacteristicFound,
        Exclusion,
        GroupInRoom,
        Matter,
        Missing,
        ReasonFound,
        RoomFound,
        VoicesFound,
    )


def asked_says(voices: VoicesFound) -> str:
    """Whether the project asked who is missing, in a sentence."""
    return sentence(voices.says) or {
        "yes": _("The project asked who is not in the room."),
        "no": _("The project has not asked who is not in the room."),
    }.get(voices.asked, _("It is not told whether the project asked who is not in the room."))


NOBODY_STANDS_FOR_A_GROUP = _(
    "No heads are counted here, and nothing here is scored. A room of a few people cannot represent everybody, and nobody in it has to stand for a group. What counts is whether an absence was noticed, explained and acted on."
)
NOBODY_SAID_WHO = _(
    "It is not told which groups of people are in the rooms. That is neither good nor bad: it may be right not to ask, and right to ask."
)
ONE_PLACE = _("One relationship at a time. No one person should stand for several groups at once.")
WHAT_HELPS = _("What usually helps, reason by reason: a place to begin, not a prescription. Ask the people concerned.")
ROOM_ANSWERS = {
    "planned": _("planned for"),
    "acknowledged": _("named, and something is still open"),
    "impossible": _("named; it is said why nothing can be done here"),
    "excluded": _("left out on purpose, with a reason"),
    "unexplained": _("left out on purpose, no reason told"),
    "unmentioned": _("nothing is said of it"),
}
POWER = {"decides": "decides", "advises": "advises", "consulted": _("is consulted"), "informed": _("is informed")}
"""What a room may do, in words, as far as it is told."""


def power_says(power: str) -> str:
    """What a room may do, in words."""
    return POWER.get(power, _("it is not told what it may do"))


def room_says(room: RoomFound) -> str:
    """A room with what it may do and how many contributors it has."""
    many = (
        (
            _("; {seats} contributor", seats=room.seats)
            if room.seats == 1
            else _("; {seats} contributors", seats=room.seats)
        )
        if room.seats
        else ""
    )
    return f"{room.title or room.id} ({power_says(room.power)}{many})"


def characteristic_says(found: CharacteristicFound) -> str:
    """What was asked, how far it was answered, and by which list of groups."""
    return (
        _("{found} List: {list}.", found=sentence(found.says), list=found.list)
        if found.list
        else f"{sentence(found.says)}"
    )


def missing_group_says(group: GroupInRoom) -> str:
    """A group that is not in the room, and what is said of that."""
    answer = ROOM_ANSWERS.get(group.answer, group.answer)
    parts = [part for part in (_("matters here") if group.matters else "", answer) if part]
    return f"{group.group} ({'; '.join(parts)})" if parts else group.group


def groups_in(found: CharacteristicFound, state: str) -> tuple[str, ...]:
    """The groups of one state, each with what is said of it.

    Missing groups of which nothing is said and that are not said to matter stand apart: in `not_mentioned`.
    """
    groups = [g for g in found.groups if g.state == state and not folded(g)]
    return tuple(
        missing_group_says(g)
        if state == "missing"
        else _("{group} (matters here)", group=g.group)
        if g.matters
        else g.group
        for g in groups
    )


def not_mentioned(found: CharacteristicFound) -> tuple[str, ...]:
    """Missing groups of which nothing is said and that are not said to matter here: most rooms lack most groups."""
    return tuple(g.group for g in found.groups if folded(g))


def folded(group: GroupInRoom) -> bool:
    """Whether a missing group is only listed: nothing is said of it, and it is not said to matter here."""
    return group.state == "missing" and group.answer == "unmentioned" and not group.matters


def room_row(found: CharacteristicFound) -> tuple[tuple[str, str], ...]:
    """What there is to say of a characteristic in a room, each part with its name."""
    rows = (
        (_("In the room"), listed(groups_in(found, "present"))),
        (_("Not in the room"), "; ".join(groups_in(found, "missing"))),
        (_("Also not in the room, and not said to matter here"), listed(not_mentioned(found))),
        (_("Not known"), listed(groups_in(found, "unknown"))),
    )
    return tuple((name, says) for name, says in rows if says)


def matter_says(matter: Matter) -> str:
    """A group that matters, and why."""
    why = f": {matter.why}" if matter.why else _(": it is not told why")
    with_whom = (
        _(" (written with {written_with})", written_with=listed(matter.written_with)) if matter.written_with else ""
    )
    return f"{matter.group}{why}{with_whom}"


def where_missing(missing: Missing) -> str:
    """Where and since when a group is missing; empty where it is not told more closely."""
    parts = []
    if missing.rooms:
        parts.append(_("in {rooms}", rooms=listed(missing.rooms)))
    if missing.stages:
        parts.append(_("at {stages}", stages=listed(missing.stages)))
    if missing.since:
        parts.append(_("known since {since}", since=days.in_words(missing.since)))
    return "; ".join(parts)


_NO_PLAIN_WORD = {
    "unknown": _("not known"),
    "route": _("the usual ways in"),
    "gatekeeper": _("somebody in between"),
    "digital": _("going online"),
    "our process": _("the way in which the team works"),
}
"""Reasons whose word in the file says nothing to who does not know the format."""
_HOW_KNOWN = {"people told us": _("they said so")}
"""How a reason is known, where the word of the file is a sentence of the team's."""


def why_says(missing: Missing) -> str:
    """The reasons, each with how it is known where they are known differently."""
    bases = {r.basis for r in missing.reasons}
    if len(bases) <= 1:
        return listed(_NO_PLAIN_WORD.get(w, w) for w in dict.fromkeys(missing.why))
    known = ((_NO_PLAIN_WORD.get(r.reason, r.reason), _HOW_KNOWN.get(r.basis, r.basis)) for r in missing.reasons)
    return listed(f"{reason} ({basis})" if basis else reason for reason, basis in known)


def plan_of(missing: Missing) -> str:
    """What is done about a gap, with what is told of who, when and for how much; what is not told is named."""
    if not missing.action:
        return ""
    told = [missing.owner, days.in_words(missing.when), _("cost: {cost}", cost=missing.cost) if missing.cost else ""]
    lacks = (
        []
        if missing.state == "impossible"
        else [name for name, there in zip((_("who"), _("when"), _("cost")), told, strict=True) if not there]
    )
    return (
        missing.action.rstrip(" .")
        + "".join(f"; {t}" for t in told if t)
        + (_(" (not told: {lacks})", lacks=listed(lacks)) if lacks and any(told) else "")
    )


def reasons_in(voices: VoicesFound) -> tuple[ReasonFound, ...]:
    """Every reason that is given for a gap, once, in the order of the gaps."""
    return tuple({r.reason: r for m in reversed(voices.missing) for r in reversed(m.reasons)}.values())[::-1]


def exclusion_says(exclusion: Exclusion) -> str:
    """A group that is left out on purpose, with what is told of why, with whom, what instead and until when."""
    parts = [
        _("because “{said}”", said=in_a_sentence(exclusion.justification))
        if exclusion.justification
        else _("no reason is told"),
        _("agreed with {agreed_with}", agreed_with=listed(exclusion.agreed_with))
        if exclusion.agreed_with
        else _("it is not told who agreed"),
    ]
    if exclusion.instead:
        parts.append(_("instead “{said}”", said=in_a_sentence(exclusion.instead)))
    parts.append(
        _("looked at again: {review}", review=days.in_words(exclusion.review))
        if exclusion.review
        else _("it is not told when it is looked at again")
    )
    return (
        _("{group} (matters here): {parts}", group=exclusion.group, parts="; ".join(parts))
        if exclusion.matters
        else f"{exclusion.group}: {'; '.join(parts)}"
    )
