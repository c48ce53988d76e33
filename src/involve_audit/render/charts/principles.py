"""The nine principles as bars from the low end to the high end, each with a shape of its own.

The model is the traffic light of robvis (McGuinness, https://github.com/mcguinlu/robvis), whose sign within the
circle says the same as the colour. Here the shape does, too, so that it survives colour-blindness and photocopies.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import words
from involve_audit.render.charts.svg import RIGHT, WIDTH, ChartSheet, Picture

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit, PrincipleFound

_BAR, _HIGH = 38, 11
_SPAN = WIDTH - _BAR - 1
_QUIET = ("not told", "")
"""What is said once below, and not at each principle, where it is the same for all."""


def drawn(audit: Audit) -> Picture | None:
    """The principles; None where there is none."""
    if not audit.principles:
        return None
    sheet = ChartSheet()
    states = {p.confirmed for p in audit.principles}
    for principle in audit.principles:
        top = sheet.y
        badge(sheet, 13, top + 17, words.standing(principle))
        sheet.words(_BAR, principle.title or principle.id, WIDTH - _BAR, 1)
        sheet.y = top + 21
        _bar(sheet, principle)
        sheet.y += _HIGH + 3
        if len(states) > 1 and principle.confirmed not in _QUIET:
            _contributors(sheet, principle.confirmed, _BAR)
        sheet.y += 9
    sheet.text(_BAR, sheet.y + 6, _("not there"), "minor")
    sheet.text(RIGHT, sheet.y + 6, "shared", "minor end")
    sheet.y += 18
    if len(states) == 1:
        _contributors(sheet, next(iter(states)), 0)
    elif states & set(_QUIET):
        sheet.told(_("Where nothing stands below a bar, contributors' view is not told."))
    _key(sheet, audit)
    says = [
        f"{p.title or p.id}: {words.standing_says(p)} ({words.bar_says(p.low, p.high)}); {words.confirmed_says(p.confirmed)}"
        for p in audit.principles
    ]
    table = [(_("Principle"), _("In words"), _("The bar"), _("Contributors"))]
    for p in audit.principles:
        table.append(
            (
                p.title or p.id,
                words.standing_says(p),
                words.bar_says(p.low, p.high),
                words.confirmed_says(p.confirmed),
            )
        )
    return sheet.picture(
        "principles", _("The nine principles, from the low end to the high end"), words.sentences(says), table
    )


def badge(sheet: ChartSheet, x: float, y: float, letter: str) -> None:
    """A shape for how a principle stands: round, square, on its corner, pointed; open where too little is told.

    No letter stands in it: that would be read as a mark.
    """
    if letter == "A":
        sheet.circle(x, y, 12, "is-a")
    elif letter == "B":
        sheet.rect(x - 11, y - 11, 22, 22, "is-b")
    elif letter == "C":
        sheet.diamond(x, y, 13.5, "is-c")
    elif letter == "D":
        sheet.path(((x - 13, y - 10), (x + 13, y - 10), (x, y + 14)), "is-d")
    else:
        sheet.circle(x, y, 11.5, "gone dashes")
        sheet.text(x, y + 5, letter, "middle strong")


def _bar(sheet: ChartSheet, principle: PrincipleFound) -> None:
    low, high = (words.share(end) * _SPAN / 100 for end in (principle.low, principle.high))
    sheet.rect(_BAR, sheet.y, _SPAN, _HIGH, "track")
    if high > low:
        sheet.possible(_BAR + low, sheet.y, high - low, _HIGH)
    if low > 0:
        sheet.rect(_BAR, sheet.y, low, _HIGH, "there")
    for n in (1, 2):
        at = _BAR + _SPAN * n / 3
        sheet.line(at, sheet.y - 1, at, sheet.y + _HIGH + 1, "tick")


_TICKED = {"confirmed", "disputed", "split"}


def _contributors(sheet: ChartSheet, state: str, x: float) -> None:
    """Whether contributors confirm it: a tick, a cross or half a circle, and the words."""
    y = sheet.y + 9
    if state == "confirmed":
        sheet.tick(x + 6, y)
    elif state == "disputed":
        sheet.cross(x + 6, y, 4.5, "broken")
    elif state == "split":
        sheet.circle(x + 6, y, 5, "gone")
        sheet.half_circle(x + 6, y, 5, "ink")
    marked = state in _TICKED
    sheet.words(
        x + (18 if marked else 0),
        words.capital(words.confirmed_says(state)),
        WIDTH - x - 18,
        1,
        "word" if marked else "minor",
    )


def _key(sheet: ChartSheet, audit: Audit) -> None:
    """What the shapes mean that occur, and the two parts of a bar."""
    sheet.y += 4
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 6
    sheet.rect(0, sheet.y + 4, 20, 9, "there")
    sheet.text(26, sheet.y + 13, _("told and shown"), "minor")
    sheet.possible(160, sheet.y + 4, 20, 9)
    sheet.text(186, sheet.y + 13, _("not told, still possible"), "minor")
    sheet.y += 24
    there = {words.standing(p) for p in audit.principles}
    for n, letter in enumerate(one for one in words.LETTERS if one in there):
        x, y = 180 * (n % 2), sheet.y + 14 + 31 * (n // 2)
        badge(sheet, x + 13, y, letter)
        sheet.text(x + 34, y + 5, words.LETTERS[letter], "minor")
    sheet.y += 31 * ((len(there) + 1) // 2)
