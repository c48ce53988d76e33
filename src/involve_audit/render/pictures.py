"""Pictures of who is in the room, and who is not: the empty chairs, groups by rooms, and gap, why, action.

Plain SVG without scripts and without ids. Nothing in a picture is a person: the chairs of a room are all alike, each
group that is there has one bench of the same length, and each panel is sorted by the name of the group, so that
nothing can be linked from one panel to the next. A pattern and a word stand beside every colour. They are drawn
narrow, to be read on a telephone; what a picture says stands beside it as a table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from involve_audit.render import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.audit import Audit, CharacteristicFound, GroupInRoom, Missing, RoomFound, VoicesFound

WIDTH = 360
_EDGE, _HEAD = 12, 48
"""Around a picture in a file of its own, and above it for its title."""
MOST_SEATS = 60
"""Of a larger room fewer chairs are drawn; the number stands in words."""
MOST_ROOMS = 8
MOST_ROWS = 24
"""More groups than this stand in the table only."""

STYLE = """
.picture { font-family: "Atkinson Hyperlegible", "Source Sans 3", "Segoe UI", system-ui, sans-serif; font-size: 13px; }
.picture text { fill: var(--ink); stroke: none; }
.picture .minor { fill: var(--soft); font-size: 12px; }
.picture .strong { font-weight: 650; }
.picture .seat { fill: var(--pale); stroke: var(--accent); }
.picture .there { fill: var(--accent); stroke: var(--accent); }
.picture .gone { fill: var(--sheet); stroke: var(--ink); stroke-width: 1.5; }
.picture .dots { stroke-dasharray: 1.5 3; stroke-linecap: round; }
.picture .dashes { stroke-dasharray: 5 3; }
.picture .rule { stroke: var(--line); }
.picture .way { stroke: var(--ink); stroke-width: 1.5; fill: none; }
.picture .box { fill: var(--quiet); stroke: var(--line); }
""".strip()
"""The looks, in the colours of the page; a picture in a file of its own brings both."""

_ALONE = """
svg { --sheet: #ffffff; --quiet: #f1ede5; --ink: #24282d; --soft: #50575f; --line: #cfc8bb; --accent: #17586a; --pale: #bcd6dc; background: var(--sheet); }
@media (prefers-color-scheme: dark) { svg { --sheet: #1d2125; --quiet: #262b30; --ink: #ebe8e2; --soft: #b7bcc1; --line: #454c53; --accent: #86c9d8; --pale: #2f5a65; } }
@media print { svg { --sheet: #ffffff; --quiet: #f3f3f3; --ink: #000000; --soft: #404040; --line: #999999; --accent: #17586a; --pale: #cfe0e4; } }
""".strip()


def escaped(text: str) -> str:
    """Text that stays text within SVG, and within an attribute of it.

    >>> escaped('<b> & "c"')
    '&lt;b&gt; &amp; &quot;c&quot;'
    """
    text = words.plain(text)
    for mark, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;")):
        text = text.replace(mark, name)
    return text


def lines_of(text: str, wide: int, number: int) -> list[str]:
    """Text in a given number of lines, so that no text changes what a picture is made of; cut where it is longer.

    >>> lines_of("one two three four", 9, 2)
    ['one two', 'three fo…']
    """
    left = words.plain(text)
    lines: list[str] = []
    while len(lines) < number - 1:
        cut = len(left) if len(left) <= wide else left.rfind(" ", 0, wide + 1)
        cut = wide if cut <= 0 else cut
        lines.append(left[:cut])
        left = left[cut:].lstrip()
    return [*lines, left if len(left) <= wide else f"{left[: wide - 1].rstrip()}…"]


@dataclass(frozen=True)
class Picture:
    """A picture, and what it says.

    Attributes:
        name: for the name of a file: small letters, digits and hyphens.
        title: what it shows.
        says: the same in words.
        height: the width is the same for all.
        marks: what is drawn.
    """

    name: str
    title: str
    says: str
    height: int
    marks: str

    def inline(self) -> str:
        """As a part of a page that brings the style and the heading."""
        return self._svg(f'class="picture" viewBox="0 0 {WIDTH} {self.height}"', "")

    def alone(self) -> str:
        """As a file of its own with its title, right in print and in the dark."""
        wide, high = WIDTH + 2 * _EDGE, self.height + _HEAD + _EDGE
        size = (
            f'class="picture" xmlns="http://www.w3.org/2000/svg" width="{2 * wide}" height="{2 * high}" '
            f'viewBox="{-_EDGE} {-_HEAD} {wide} {high}"'
        )
        head = "".join(
            f'<text x="0" y="{16 * n - _HEAD + 22}" class="strong">{escaped(line)}</text>\n'
            for n, line in enumerate(lines_of(self.title, 44, 2))
        )
        return self._svg(size, f"<style>\n{_ALONE}\n{STYLE}\n</style>\n{head}") + "\n"

    def _svg(self, attributes: str, style: str) -> str:
        title, says = escaped(self.title), escaped(self.says)
        return (
            f'<svg {attributes} role="img" aria-label="{title}">\n'
            f"<title>{title}</title>\n<desc>{says}</desc>\n{style}{self.marks}</svg>"
        )


class _Sheet:
    """Marks from top to bottom."""

    def __init__(self) -> None:
        self.y = 4
        self.marks: list[str] = []

    def text(self, x: int, y: int, text: str, kind: str = "") -> None:
        self.marks.append(f'<text x="{x}" y="{y}"{_kind(kind)}>{escaped(text)}</text>')

    def rect(self, x: int, y: int, wide: int, high: int, kind: str) -> None:
        self.marks.append(f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" rx="2"{_kind(kind)}/>')

    def line(self, x1: int, y1: int, x2: int, y2: int, kind: str) -> None:
        self.marks.append(f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}"{_kind(kind)}/>')

    def chair(self, x: int, y: int, kind: str) -> None:
        """A chair seen from the front, eighteen wide and twenty-six high."""
        self.rect(x + 2, y, 14, 12, kind)
        self.rect(x, y + 13, 18, 5, kind)
        self.line(x + 2, y + 18, x + 2, y + 26, kind)
        self.line(x + 16, y + 18, x + 16, y + 26, kind)

    def bench(self, x: int, y: int, kind: str) -> None:
        """A bench: as long for every group."""
        self.rect(x, y, 76, 8, kind)
        self.line(x + 6, y + 8, x + 6, y + 16, kind)
        self.line(x + 70, y + 8, x + 70, y + 16, kind)

    def words(self, x: int, text: str, wide: int, number: int, kind: str = "", step: int = 16) -> None:
        """Lines of words, and the pen below those that hold any; an empty one is there, and takes no room."""
        for line in lines_of(text, wide, number):
            self.text(x, self.y + 12, line, kind)
            self.y += step if line else 0

    def picture(self, name: str, title: str, says: str) -> Picture:
        return Picture(name, title, says, self.y + 6, "".join(f"{m}\n" for m in self.marks))


def _kind(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


# --- the empty chairs ------------------------------------------------------------------------------

_CHAIRS = {
    "planned": "gone", "acknowledged": "gone dashes", "impossible": "gone dashes", "excluded": "gone dashes",
    "unexplained": "gone dashes", "unmentioned": "gone dots",
}  # fmt: skip


def _chair_kind(answer: str) -> str:
    return _CHAIRS.get(answer, "gone dots")


def _panel(sheet: _Sheet, found: CharacteristicFound) -> None:
    """One characteristic: benches for groups that are there, empty chairs by the door for those that are not."""
    sheet.line(0, sheet.y + 4, WIDTH, sheet.y + 4, "rule")
    sheet.y += 12
    sheet.words(0, found.title, 44, 1, "strong")
    sheet.words(0, found.says, 54, 2, "minor", step=14)
    parts = (("present", "In the room"), ("missing", "By the door: not in the room"), ("unknown", "Not known"))
    for state, title in parts:
        groups = [g for g in found.groups if g.state == state]
        if not groups:
            continue
        sheet.y += 6
        sheet.words(0, title, 50, 1, "minor")
        for group in groups:
            if not words.folded(group):
                _seat(sheet, group)
        rest = words.not_mentioned(found)
        if state == "missing" and rest:
            sheet.words(0, f"Also, and not said to matter here: {words.listed(rest)}", 54, 3, "minor", step=14)


def _seat(sheet: _Sheet, group: GroupInRoom) -> None:
    name = f"{group.group}{' – matters here' if group.matters else ''}"
    if group.state == "missing":
        sheet.chair(4, sheet.y + 2, _chair_kind(group.answer))
        if group.answer in ("excluded", "unexplained"):
            sheet.line(2, sheet.y + 28, 24, sheet.y, "way")
        sheet.words(34, name, 46, 1)
        sheet.words(34, words.ROOM_ANSWERS.get(group.answer, group.answer), 50, 1, "minor")
        return
    sheet.bench(4, sheet.y + 5, "there" if group.state == "present" else "gone dashes")
    sheet.words(92, name, 38, 1)
    sheet.y += 10


def chairs_of(room: RoomFound) -> Picture:
    """The empty chairs of one room."""
    sheet = _Sheet()
    drawn = min(room.seats, MOST_SEATS)
    for n in range(drawn):
        sheet.chair(4 + 22 * (n % 15), sheet.y + 4 + 32 * (n // 15), "seat")
    if drawn:
        sheet.y += 32 * ((drawn + 14) // 15) + 6
        sheet.line(0, sheet.y, WIDTH, sheet.y, "way")
        sheet.y += 4
        sheet.words(0, "The chairs are all alike: none stands for anybody.", 54, 1, "minor")
    for found in room.characteristics:
        _panel(sheet, found)
    told = []
    for found in room.characteristics:
        rows = "; ".join(f"{name.lower()}: {says}" for name, says in words.room_row(found))
        told.append(f"{found.title}: {rows or found.says}")
    says = " ".join(words.sentence(t) for t in (*told, room.says) if t)
    return sheet.picture(f"empty-chairs-{slug(room.id)}", f"The empty chairs: {words.room_says(room)}", says)


def _chairs_by_the_door(voices: VoicesFound) -> Picture:
    """Where it is not told who is in the rooms: a chair for each group that is named as missing."""
    sheet = _Sheet()
    for missing in voices.missing:
        sheet.chair(4, sheet.y + 4, _chair_kind(missing.state))
        sheet.words(34, f"{missing.group}{' – matters here' if missing.matters else ''}", 46, 2)
        sheet.words(34, words.ROOM_ANSWERS.get(missing.state, missing.state), 50, 1, "minor")
        sheet.y += 4
    says = "Not in the room: " + "; ".join(
        f"{m.group} ({words.ROOM_ANSWERS.get(m.state, m.state)})" for m in voices.missing
    )
    return sheet.picture("empty-chairs", "The empty chairs: groups that are named as missing", f"{says}.")


# --- groups by rooms -------------------------------------------------------------------------------


@dataclass(frozen=True)
class LadderRow:
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
    "present": "in the room", "missing": "not in the room", "unknown": "not known", "excluded": "left out on purpose", "": "not told",
}  # fmt: skip


def _draw_cell(sheet: _Sheet, x: int, y: int, state: str) -> None:
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
    sheet = _Sheet()
    wide = min(44, (WIDTH - 150) // max(len(rooms), 1))
    left = WIDTH - wide * len(rooms)
    sheet.words(0, "From rooms with less power to rooms that decide", 50, 1, "minor")
    for n in range(len(rooms)):
        sheet.text(left + wide * n + 5, sheet.y + 12, str(n + 1), "strong")
    sheet.y += 18
    for row in rows:
        sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
        top = sheet.y + 3
        sheet.words(0, f"{row.group}{' – matters here' if row.matters else ''}", max(12, left // 7), 2, "minor", step=14)
        sheet.y = max(sheet.y, top + 24)
        for n, state in enumerate(row.states[:MOST_ROOMS]):
            _draw_cell(sheet, left + wide * n, top + 3, state)
        sheet.y += 4
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 6
    for n, room in enumerate(rooms, 1):
        sheet.words(0, f"{n}  {room.title or room.id} ({words.power_says(room.power)})", 54, 1, "minor")
    sheet.y += 6
    for state, says in LADDER_WORDS.items():
        _draw_cell(sheet, 0, sheet.y, state)
        sheet.words(28, says, 50, 1, "minor")
        sheet.y += 6
    told = [
        f"{row.group}: " + "; ".join(f"{r.title or r.id}: {LADDER_WORDS[s]}" for r, s in zip(rooms, row.states, strict=False))
        for row in rows
    ]
    return sheet.picture("groups-by-rooms", "Groups by rooms, from less power to the rooms that decide", ". ".join(told) + ".")


# --- gap, why, action ------------------------------------------------------------------------------


def _box(sheet: _Sheet, x: int, text: str, kind: str) -> None:
    wide = (WIDTH - x - 16) // 7
    top = sheet.y
    high = 26 if not lines_of(text, wide, 2)[1] else 42
    sheet.rect(x, top, WIDTH - x - 1, high, kind)
    sheet.y += 5
    sheet.words(x + 8, text, wide, 2)
    sheet.y = top + high


def _step_down(sheet: _Sheet, x: int, *, told: bool) -> None:
    """The way from one box to the next; where the next is open, it breaks off."""
    sheet.line(x, sheet.y, x, sheet.y + (21 if told else 9), "way" if told else "way dots")
    if told:
        sheet.line(x, sheet.y + 21, x + 12, sheet.y + 21, "way")
    sheet.y += 8


def _flow(gaps: tuple[tuple[str, bool, str, bool, str], ...]) -> Picture:
    sheet = _Sheet()
    told = []
    for group, matters, why, assumed, action in gaps:
        name = f"{group}{' – matters here' if matters else ''}"
        _box(sheet, 0, name, "box")
        _step_down(sheet, 12, told=bool(why))
        because = (f"Why: {why}" + (" – assumed" if assumed else "")) if why else "Why? Not told yet: an open end"
        _box(sheet, 24, because, ("box dashes" if assumed else "box") if why else "gone dots")
        _step_down(sheet, 36, told=bool(action))
        done = f"Action: {action}" if action else "Action? Not told yet: an open end"
        _box(sheet, 48, done, "box" if action else "gone dots")
        sheet.y += 16
        told.append(". ".join(text.rstrip(".") for text in (name, because, done)))
    return sheet.picture("gap-why-action", "From gap to why to action, with open ends", ". ".join(told) + ".")


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


def of(audit: Audit) -> tuple[Picture, ...]:
    """Every picture of an audit, each with a name of its own."""
    found: list[Picture] = []
    taken: set[str] = set()
    draw: tuple[Callable[[VoicesFound], tuple[Picture, ...]], ...] = (chairs, ladder, flow)
    for kind in draw:
        for picture in kind(audit.voices):
            name, number = picture.name, 2
            while name in taken:
                name, number = f"{picture.name}-{number}", number + 1
            taken.add(name)
            found.append(Picture(name, picture.title, picture.says, picture.height, picture.marks))
    return tuple(found)
