"""The two sides: what each says of the same principles, beside each other and never averaged.

Drawn from what may be shown, as the audit holds it, so that nothing hidden can be worked out from a picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import words
from involve_audit.render.charts.svg import WIDTH, ChartSheet, Picture
from involve_audit.wording import days

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit, SideSays, SidesFound

_AT = (150, 238, 326)
_HEADS = (("most", "", "most"), ("disagree", "split", "agree"))
_PLACES = {"most disagree": (0, 0), "split": (1, 1), "not most agree": (0, 1), "most agree": (2, 2)}
_LANE = 24
_NOT_ASKED = "not asked"
_UNPLACED = ("too few to show", "cannot be told", _NOT_ASKED)


def drawn(audit: Audit) -> Picture | None:
    """The two sides; None where no principle has an answer from more than one."""
    rows = tuple(row for row in audit.sides if len(_asked(row)) > 1)
    names = tuple(dict.fromkeys(s.of for row in rows for s in row.sides))
    if not rows:
        return None
    sheet = ChartSheet()
    for line in _HEADS:
        sheet.heads(_AT, sheet.y + 12, line, "minor", to_the_edges=False)
        sheet.y += 16
    sheet.y += 2
    for row in rows:
        _principle(sheet, row, names)
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 6
    _key(sheet, rows)
    sheet.told(words.NEVER_AVERAGED)
    if len(rows) < len(audit.sides):
        sheet.told(_("Where one side alone was asked, its answer stands in the table."))
    says = [f"{row.title or row.principle}: {words.sides_say(row)}" for row in audit.sides]
    table = [(_("Principle"), *(words.capital(name) for name in names), _("How they differ"))]
    for row in audit.sides:
        table.append((row.title or row.principle, *(_cell(row, name) for name in names), row.says))
    return sheet.picture(
        "sides", _("The two sides, principle by principle"), words.sentences((*says, words.NEVER_AVERAGED)), table
    )


def _asked(row: SidesFound) -> tuple[SideSays, ...]:
    """The sides that were asked about a principle."""
    return tuple(s for s in row.sides if s.says != _NOT_ASKED)


def _of(row: SidesFound, name: str) -> SideSays | None:
    return next((s for s in row.sides if s.of == name), None)


def _cell(row: SidesFound, name: str) -> str:
    side = _of(row, name)
    return _NOT_ASKED if side is None else f"{side.says} ({days.in_words(side.when)})" if side.when else side.says


def _principle(sheet: ChartSheet, row: SidesFound, names: tuple[str, ...]) -> None:
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 4
    sheet.words(0, row.title or row.principle, WIDTH, 1)
    if len(names) == 2:
        _way(sheet, row, sheet.y + 12)
    for n, name in enumerate(names):
        y = sheet.y + 12 + _LANE * n
        side = _of(row, name)
        said = side.says if side is not None else _NOT_ASKED
        sheet.words_at(0, y + 5, name, 104, "minor")
        place = _PLACES.get(said)
        if place is None:
            sheet.text(_AT[0] - 40, y + 5, f"– {said if said in _UNPLACED else 'cannot be told'}", "word")
            continue
        sheet.scale(_AT, y)
        if place[0] != place[1]:
            sheet.possible(_AT[place[0]], y - 4, _AT[place[1]] - _AT[place[0]], 8)
        else:
            _answer(sheet, _AT[place[0]], y, said)
    sheet.y += _LANE * len(names) + 2
    if row.difference in ("lower", "higher"):
        sheet.words(0, row.says, WIDTH, 2, "word")
        sheet.y += 2
    sheet.y += 3


def _way(sheet: ChartSheet, row: SidesFound, y: float) -> None:
    """From the one answer to the other, where they differ."""
    ends = [_PLACES[s.says] for s in row.sides if s.says in _PLACES]
    if len(ends) == 2 and row.difference in ("lower", "higher"):
        one, other = ((_AT[a] + _AT[b]) / 2 for a, b in ends)
        sheet.line(one, y, other, y + _LANE, "way dashes")


def _answer(sheet: ChartSheet, x: float, y: float, said: str) -> None:
    """An answer, in a shape of its own."""
    if said == "most agree":
        sheet.circle(x, y, 8, "there")
    elif said == "most disagree":
        sheet.circle(x, y, 8, "gone")
        sheet.cross(x, y, 4, "way")
    else:
        sheet.circle(x, y, 8, "gone")
        sheet.half_circle(x, y, 8, "there")


def _key(sheet: ChartSheet, rows: tuple[SidesFound, ...]) -> None:
    """What the marks mean that occur and that no column names."""
    there = {s.says for row in rows for s in row.sides}
    if "not most agree" in there:
        sheet.possible(0, sheet.y + 6, 40, 8)
        sheet.text(50, sheet.y + 15, _("not most agree; few answered"), "minor")
        sheet.y += 22
