"""Pictures of who is in the room, and who is not: the empty chairs, groups by rooms, and gap, why, action.

Plain SVG without scripts and without ids. Nothing in a picture is a person: the chairs of a room are all alike, each
group that is there has one bench of the same length, and each panel is sorted by the name of the group, so that
nothing can be linked from one panel to the next. A pattern and a word stand beside every colour. They are drawn
narrow, to be read on a telephone; what a picture says stands beside it as a table.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record, replace
from involve_audit.render import words
from involve_audit.render.charts.svg import SMALL, WIDTH, ChartSheet, Picture, Row, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.results.audit import CharacteristicFound, GroupInRoom, Missing, RoomFound, VoicesFound

MOST_SEATS = 60
"""Of a larger room fewer chairs are drawn; the number stands in words."""
MOST_ROOMS = 8
MOST_ROWS = 24
"""More groups than this stand in the table only."""

# --- the empty chairs ------------------------------------------------------------------------------

_CHAIRS = {
    "planned": "gone", "acknowledged": "gone dashes", "impossible": "gone dashes", "excluded": "gone dashes",
    "unexplained": "gone dashes", "unmentioned": "gone dots",
}  # fmt: skip


def _chair(sheet: ChartSheet, x: int, y: int, kind: str) -> None:
    """A chair seen from the front, eighteen wide and twenty-six high."""
    sheet.rect(x + 2, y, 14, 12, kind)
    sheet.rect(x, y + 13, 18, 5, kind)
    sheet.line(x + 2, y + 18, x + 2, y + 26, kind)
    sheet.line(x + 16, y + 18, x + 16, y + 26, kind)


def _worker(sheet: ChartSheet, x: int, y: int, kind: str) -> None:
    """A bench: as long for every group."""
    sheet.rect(x, y, 76, 8, kind)
    sheet.line(x + 6, y + 8, x + 6, y + 16, kind)
    sheet.line(x + 70, y + 8, x + 70, y + 16, kind)


def _chair_kind(answer: str) -> str:
    return _CHAIRS.get(answer, "gone dots")


def _panel(sheet: ChartSheet, found: CharacteristicFound) -> None:
    """One characteristic: benches for groups that are there, empty chairs by the door for those that are not."""
    sheet.line(0, sheet.y + 4, WIDTH, sheet.y + 4, "rule")
    sheet.y += 12
    sheet.words(0, found.title, WIDTH, 1, "strong")
    sheet.words(0, found.says, WIDTH, 3, "minor")
    parts = (("present", _("In the room")), ("missing", _("By the door: not in the room")), ("unknown", _("Not known")))
    for state, title in parts:
        groups = [g for g in found.groups if g.state == state]
        if not groups:
            continue
        sheet.y += 6
        sheet.words(0, title, WIDTH, 1, "minor")
        for group in groups:
            if not words.folded(group):
                _seat(sheet, group)
        rest = words.not_mentioned(found)
        if state == "missing" and rest:
            sheet.words(0, _("Also, and not said to matter here: {rest}", rest=words.listed(rest)), WIDTH, 4, "minor")


def _seat(sheet: ChartSheet, group: GroupInRoom) -> None:
    name = _("{group} – matters here", group=group.group) if group.matters else f"{group.group}"
    if group.state == "missing":
        _chair(sheet, 4, sheet.y + 2, _chair_kind(group.answer))
        if group.answer in ("excluded", "unexplained"):
            sheet.line(2, sheet.y + 28, 24, sheet.y, "way")
        sheet.words(34, name, WIDTH - 34, 1)
        sheet.words(34, words.ROOM_ANSWERS.get(group.answer, group.answer), WIDTH - 34, 2, "minor")
        return
    _worker(sheet, 4, sheet.y + 5, "there" if group.state == "present" else "gone dashes")
    sheet.words(92, name, WIDTH - 92, 1)
    sheet.y += 10


def chairs_of(room: RoomFound) -> Picture:
    """The empty chairs of one room."""
    sheet = ChartSheet()
    drawn = min(room.seats, MOST_SEATS)
    for n in range(drawn):
        _chair(sheet, 4 + 22 * (n % 15), sheet.y + 4 + 32 * (n // 15), "seat")
    if drawn:
        sheet.y += 32 * ((drawn + 14) // 15) + 6
        sheet.line(0, sheet.y, WIDTH, sheet.y, "way")
        sheet.y += 4
        sheet.words(0, _("All alike: no chair stands for anybody."), WIDTH, 1, "minor")
    for found in room.characteristics:
        _panel(sheet, found)
    told = []
    for found in room.characteristics:
        rows = "; ".join(f"{name.lower()}: {says}" for name, says in words.room_row(found))
        told.append(f"{found.title}: {rows or found.says}")
    says = " ".join(words.sentence(t) for t in (*told, room.says) if t)
    name, title = f"empty-chairs-{slug(room.id)}", _("The empty chairs: {room}", room=words.room_says(room))
    return sheet.picture(
        name, title, says, (_CHAIRS_HEAD, *(row for found in room.characteristics for row in _seats(found)))
    )


_CHAIRS_HEAD = (_("What was asked"), _("Group"), _("In the room?"), _("What is said of it"))
_STATES = {"present": _("in the room"), "missing": _("not in the room"), "unknown": "not known"}


def _seats(found: CharacteristicFound) -> Iterable[Row]:
    """One characteristic, group by group; what was asked where no group is told."""
    name = found.title or found.id
    if not found.groups:
        yield (name, "", words.NOT_TOLD, found.says)
    for group in found.groups:
        said = words.ROOM_ANSWERS.get(group.answer, group.answer) if group.state == "missing" else ""
        matters = _("matters here") if group.matters else ""
        yield (name, group.group, _STATES.get(group.state, group.state), "; ".join(s for s in (matters, said) if s))


def _chairs_by_the_door(voices: VoicesFound) -> Picture:
    """Where it is not told who is in the rooms: a chair for each group that is named as missing."""
    sheet = ChartSheet()
    for missing in voices.missing:
        _chair(sheet, 4, sheet.y + 4, _chair_kind(missing.state))
        sheet.words(
            34,
            (_("{group} – matters here", group=missing.group) if missing.matters else f"{missing.group}"),
            WIDTH - 34,
            2,
        )
        sheet.words(34, words.ROOM_ANSWERS.get(missing.state, missing.state), WIDTH - 34, 2, "minor")
        sheet.y += 4
    table = [(_("Group"), _("Matters here"), _("What is said of it"))]
    for m in voices.missing:
        table.append((m.group, "yes" if m.matters else "", words.ROOM_ANSWERS.get(m.state, m.state)))
    says = _(
        "Not in the room: {group}",
        group="; ".join(f"{m.group} ({words.ROOM_ANSWERS.get(m.state, m.state)})" for m in voices.missing),
    )
    return sheet.picture("empty-chairs", _("The empty chairs: groups that are named as missing"), f"{says}.", table)


# --- groups by rooms -------------------------------------------------------------------------------


class LadderRow(Record):
    """A group, and its state in each room: present, missing, unknown, excluded, or empty where it is not told."""

    group: str
    matters: bool
    states: tuple[str, ...]


def ladder_rows(voices: VoicesFound) -> tuple[LadderRow, ...]:
    """Every group by every room; groups that matter first, then those whose place differs between rooms."""
    cells: dict[tuple[str, str], dict[int, GroupInRoom]] = {}
    titles: dict[tuple[str, str], str] = {}
    for n, room in enumerate(voices.rooms):
        for found in room.characteristics:
            for group in found.groups:
                key = (found.id.casefold(), group.group.casefold())
                cells.setdefault(key, {}).setdefault(n, group)
                titles.setdefault(key, f"{group.group} ({found.title})" if found.title else group.group)
    rows = []
    for key, by_room in cells.items():
        states = tuple(_cell(by_room.get(n)) for n in range(len(voices.rooms)))
        rows.append(LadderRow(titles[key], any(g.matters for g in by_room.values()), states))
    return tuple(sorted(rows, key=lambda r: (not r.matters, len({s for s in r.states if s}) < 2, r.group.casefold())))


def _cell(group: GroupInRoom | None) -> str:
    if group is None:
        return ""
    state = "excluded" if group.answer in ("excluded", "unexplained") else group.state
    return state if state in LADDER_WORDS else "unknown"


LADDER_WORDS = {
    "present": _("in the room"), "missing": _("not in the room"), "unknown": "not known", "excluded": _("left out on purpose"), "": "not told",
}  # fmt: skip


def _draw_cell(sheet: ChartSheet, x: int, y: int, state: str) -> None:
    if state == "present":
        sheet.rect(x, y, 18, 18, "there")
    elif state == "missing":
        sheet.rect(x, y, 18, 18, "gone")
    elif state == "unknown":
        sheet.rect(x, y, 18, 18, "gone dashes")
        sheet.text(x + 6, y + 14, "?")
    elif state == "excluded":
        sheet.rect(x, y, 18, 18, "gone")
        sheet.line(x, y + 18, x + 18, y, "way")
    else:
        sheet.line(x + 5, y + 9, x + 13, y + 9, "way")


def _ladder(voices: VoicesFound) -> Picture:
    rows, rooms = ladder_rows(voices)[:MOST_ROWS], voices.rooms[:MOST_ROOMS]
    sheet = ChartSheet()
    wide = min(44, (WIDTH - 150) // max(len(rooms), 1))
    left = WIDTH - wide * len(rooms)
    sheet.words(0, _("The further right, the more power"), WIDTH, 1, "minor")
    for n in range(len(rooms)):
        sheet.text(left + wide * n + 5, sheet.y + 12, str(n + 1), "strong")
    sheet.y += 18
    for row in rows:
        sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
        top = sheet.y + 3
        name = _("{group} – matters here", group=row.group) if row.matters else f"{row.group}"
        sheet.y += 1 if lines_of(name, left - 8, 2, SMALL)[1] else 7
        sheet.words(0, name, left - 8, 2, "word", step=16)
        sheet.y = max(sheet.y, top + 24)
        for n, state in enumerate(row.states[:MOST_ROOMS]):
            _draw_cell(sheet, left + wide * n, top + 3, state)
        sheet.y += 4
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 6
    for n, room in enumerate(rooms, 1):
        sheet.words(0, f"{n}  {room.title or room.id} ({words.power_says(room.power)})", WIDTH, 1, "minor")
    sheet.y += 6
    there = {state for row in rows for state in row.states[:MOST_ROOMS]}
    for state, says in LADDER_WORDS.items():
        if state not in there:
            continue
        _draw_cell(sheet, 0, sheet.y, state)
        sheet.words(28, says, WIDTH - 28, 1, "minor")
        sheet.y += 6
    told = [
        f"{row.group}: "
        + "; ".join(f"{r.title or r.id}: {LADDER_WORDS[s]}" for r, s in zip(rooms, row.states, strict=False))
        for row in rows
    ]
    table = [(_("Group"), *(f"{r.title or r.id} ({words.power_says(r.power)})" for r in voices.rooms))]
    for row in ladder_rows(voices):
        table.append(
            (
                (_("{group} (matters here)", group=row.group) if row.matters else f"{row.group}"),
                *(LADDER_WORDS[s] for s in row.states),
            )
        )
    title = _("Groups by rooms, from less power to the rooms that decide")
    return sheet.picture("groups-by-rooms", title, ". ".join(told) + ".", table)


# --- gap, why, action ------------------------------------------------------------------------------


def _box(sheet: ChartSheet, x: int, text: str, kind: str) -> None:
    wide = WIDTH - x - 18
    top = sheet.y
    high = 18 * sum(map(bool, lines_of(text, wide, 3))) + 11
    sheet.rect(x, top, WIDTH - x - 1, high, kind)
    sheet.y += 5
    sheet.words(x + 8, text, wide, 3)
    sheet.y = top + high


def _step_down(sheet: ChartSheet, x: int, *, told: bool) -> None:
    """The way from one box to the next; where the next is open, it breaks off."""
    sheet.line(x, sheet.y, x, sheet.y + (21 if told else 9), "way" if told else "way dots")
    if told:
        sheet.line(x, sheet.y + 21, x + 12, sheet.y + 21, "way")
    sheet.y += 8


def _flow(gaps: tuple[tuple[str, bool, str, bool, str], ...]) -> Picture:
    sheet = ChartSheet()
    told = []
    for group, matters, why, assumed, action in gaps:
        name = _("{group} – matters here", group=group) if matters else f"{group}"
        _box(sheet, 0, name, "box")
        _step_down(sheet, 12, told=bool(why))
        because = (
            (_("Why: {why} – assumed", why=why) if assumed else _("Why: {why}", why=why))
            if why
            else _("Why? Not told yet: an open end")
        )
        _box(sheet, 24, because, ("box dashes" if assumed else "box") if why else "gone dots")
        _step_down(sheet, 36, told=bool(action))
        done = _("Action: {action}", action=action) if action else _("Action? Not told yet: an open end")
        _box(sheet, 48, done, "box" if action else "gone dots")
        sheet.y += 16
        told.append(". ".join(text.rstrip(".") for text in (name, because, done)))
    table = [(_("Group"), _("Matters here"), _("Why"), "Action")]
    for group, matters, why, assumed, action in gaps:
        because = _("{why} (assumed)", why=why) if why and assumed else why
        table.append((group, "yes" if matters else "", words.either(because), words.either(action)))
    return sheet.picture("gap-why-action", _("From gap to why to action, with open ends"), ". ".join(told) + ".", table)


def gaps_to_draw(voices: VoicesFound) -> tuple[tuple[str, bool, str, bool, str], ...]:
    """Each gap with its reason and action, and blind spots, of which both are open; groups that matter first."""
    rows = [(s.group, s.matters, "", False, "") for s in voices.signs if s.kind == "blind-spot"]
    rows += [(m.group, m.matters, words.why_says(m), _assumed(m), words.plan_of(m)) for m in voices.missing]
    return tuple(sorted(rows, key=lambda row: not row[1]))


def _assumed(missing: Missing) -> bool:
    """Whether every reason is only assumed."""
    return bool(missing.reasons) and all(r.basis == "assumed" for r in missing.reasons)


# --- all of them -----------------------------------------------------------------------------------


def slug(text: str) -> str:
    """A part of a file name.

    >>> slug("Young panel/2")
    'young-panel-2'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "room"


def chairs(voices: VoicesFound) -> tuple[Picture, ...]:
    """The empty chairs: one picture for each room of which something is told, or one of what is named as missing."""
    told = [room for room in voices.rooms if room.characteristics]
    if told:
        return tuple(chairs_of(room) for room in told)
    return (_chairs_by_the_door(voices),) if voices.missing else ()


def ladder(voices: VoicesFound) -> tuple[Picture, ...]:
    """Groups by rooms, where at least one group and two rooms are told; a tuple of one or none."""
    return (_ladder(voices),) if len(voices.rooms) > 1 and ladder_rows(voices) else ()


def flow(voices: VoicesFound) -> tuple[Picture, ...]:
    """Gap, why, action, where a gap is named or seen; a tuple of one or none."""
    gaps = gaps_to_draw(voices)
    return (_flow(gaps),) if gaps else ()


def of(voices: VoicesFound) -> tuple[Picture, ...]:
    """Every picture of the rooms, each with a name of its own."""
    found: list[Picture] = []
    taken: set[str] = set()
    for picture in (*chairs(voices), *ladder(voices), *flow(voices)):
        name, number = picture.name, 2
        while name in taken:
            name, number = f"{picture.name}-{number}", number + 1
        taken.add(name)
        found.append(replace(picture, name=name))
    return tuple(found)
