"""The ladder: what the work is called, aims for, promises and tells, beside the rungs that are shown.

The rungs that are shown are solid, those that the answers still allow are dashed, the others thin. Each word hangs
at its rung with a shape of its own, so that words ahead of practice are seen at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, word_for
from involve_audit.render import words
from involve_audit.render.charts.svg import SMALL, WIDTH, ChartSheet, Picture, Row, width_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.results.audit import Audit

_NAME, _TAGS = 66, 180
"""Where the names of the rungs begin, and the words that hang there."""
_LINE = 21
_LEFT, _RIGHT = 4, 50

_NAMES = {"called": "called", "aims for": _("aimed for"), "promised": "promised", "told": "told"}

_UNTOLD = {
    "called": _("what the involvement is called"), "aims for": _("what is aimed for"), "promised": _("what is planned"),
    "told": _("what part people have had"), "shown": _("what part people have had, with a source"),
}  # fmt: skip
"""What to say of a row of which nothing is told."""


def drawn(audit: Audit) -> Picture | None:
    """The ladder; None where no rung at all is named."""
    rows = words.ladder(audit)
    shown = rows[-1]
    if all(row.low is None for row in rows):
        return None
    told = shown.says != words.NOT_TOLD
    tags = _hung(rows)
    sheet = ChartSheet()
    places = {n: _placed(tags[n]) for n in tags}
    high = _LINE * max(line + 1 for placed in places.values() for *__, line in [*placed, ("", "", 0, 0)]) + 9
    top = sheet.y
    middle = {n: top + high * (len(words.RUNGS) - 1 - n) + 14 for n in tags}
    _rungs(sheet, middle, shown.low or 0, shown.high if shown.high is not None else 0)
    for n, name in enumerate(words.RUNGS):
        reached = told and shown.low is not None and n == shown.low
        sheet.text(_NAME, middle[n] + 5, name, "word strong" if reached else "word")
        for kind, says, x, line in places[n]:
            y = middle[n] + _LINE * line
            _SHAPES[kind](sheet, x + 7, y)
            sheet.text(x + 18, y + 5, word_for(says), "word")
    sheet.y = middle[0] + _LINE * max(line for *__, line in [*places[0], ("", "", 0, 0)]) + 16
    called = rows[0].low
    over = audit.label.state == "overclaimed"
    base = (
        None
        if called is None
        else next((e for e in (shown.high, shown.low if over else None) if e is not None and called > e), None)
    )
    if called is not None and base is not None:
        _gap(sheet, middle[called] + 8, middle[base] - 8, bad=over)
    ahead = "" if base is None else _("what is shown") if base == shown.high else _("what is shown for certain")
    _below(sheet, audit, ahead)
    told_rows = [f"{words.capital(word_for(_NAMES.get(row.name, row.name)))}: {row.says}" for row in rows]
    table: list[Row] = [(_("What"), _("In words"), _("At least"), _("At most"))]
    table += [
        (
            words.capital(word_for(_NAMES.get(row.name, row.name))),
            row.says,
            *(_rung(end) for end in (row.low, row.high)),
        )
        for row in rows
    ]
    title = _("The ladder: what the work is called, and what is shown")
    return sheet.picture("ladder", title, words.sentences((*told_rows, *_word_used(audit, ahead))), table)


def _hung(rows: tuple[words.OnLadder, ...]) -> dict[int, list[tuple[str, str]]]:
    """The words that hang at each rung, each with its kind."""
    tags: dict[int, list[tuple[str, str]]] = {n: [] for n in range(len(words.RUNGS))}
    for row in rows[:-1]:
        if row.low is not None:
            tags[row.low].append((row.name, _NAMES[row.name]))
    shown = rows[-1]
    if shown.low is not None and shown.high is not None and shown.says != words.NOT_TOLD:
        one = shown.low == shown.high
        tags[shown.low].append(("shown", "shown" if one else _("shown at least")))
        if not one:
            tags[shown.high].append(("possible", _("shown at most")))
    return tags


def _rung(step: int | None) -> str:
    return words.NOT_TOLD if step is None else words.RUNGS[step]


def _placed(tags: list[tuple[str, str]]) -> list[tuple[str, str, float, int]]:
    """Where each word hangs: from left to right, in as many lines as they need."""
    x, line = float(_TAGS), 0
    placed = []
    for kind, says in tags:
        wide = 18 + width_of(says, SMALL)
        if x > _TAGS and x + wide > WIDTH:
            x, line = float(_TAGS), line + 1
        placed.append((kind, says, x, line))
        x += wide + 10
    return placed


def _rungs(sheet: ChartSheet, middle: dict[int, int], low: int, most: int) -> None:
    """Two rails and a rung for each step; the lowest, where nobody is involved, is the ground."""
    for x in (_LEFT + 4, _RIGHT - 4):
        sheet.line(x, middle[max(middle)] - 10, x, middle[0], "faint")
    for n, y in middle.items():
        if n == 0:
            sheet.line(0, y, _RIGHT + 4, y, "way")
        elif n <= low:
            sheet.rect(_LEFT, y - 5, _RIGHT - _LEFT, 10, "there")
        elif n <= most:
            sheet.possible(_LEFT, y - 5, _RIGHT - _LEFT, 10)
        else:
            sheet.line(_LEFT + 4, y, _RIGHT - 4, y, "faint")


def _gap(sheet: ChartSheet, top: float, bottom: float, *, bad: bool) -> None:
    """The distance between the word and what is shown."""
    x = (_LEFT + _RIGHT) / 2
    kind = "broken" if bad else "way"
    sheet.line(x, top, x, bottom, f"{kind} dashes")
    for end in (top, bottom):
        sheet.line(x - 6, end, x + 6, end, kind)


def _word_used(audit: Audit, ahead: str) -> tuple[str, ...]:
    """Whether the word fits, and whether it is ahead of what is shown; a word may still fit what is promised."""
    rung, state = audit.rung, audit.label.state
    if (
        ahead
        and state == "fits"
        and rung.promised in words.RUNGS
        and words.RUNGS.index(rung.promised) >= words.RUNGS.index(rung.called)
    ):
        return (_("The word is ahead of {ahead} so far. It fits what is promised.", ahead=ahead),)
    says = _("The word used: {either}.", either=words.either(state))
    return (_("The word is ahead of {ahead}.", ahead=ahead), says) if ahead else (says,)


def _below(sheet: ChartSheet, audit: Audit, ahead: str) -> None:
    """What is not told, whether the word is ahead, and what the rungs mean."""
    rows = words.ladder(audit)
    for says in _word_used(audit, ahead):
        sheet.told(says, "alarm" if audit.label.state == "overclaimed" else "word")
    missing = [_UNTOLD[row.name] for row in rows if row.low is None and row.says == words.NOT_TOLD]
    if missing:
        sheet.told(_("Not told: {missing}.", missing="; ".join(missing)))
    if rows[0].says != words.NOT_TOLD and rows[0].low is None:
        sheet.told(_("Called: {says}.", says=rows[0].says))
    sheet.y += 8
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 6
    x = 0.0
    for kind, says in (("there", _("shown")), ("may", _("not told, possible")), ("", _("not shown"))):
        y = sheet.y + 9
        if kind == "there":
            sheet.rect(x, y - 4, 20, 8, "there")
        elif kind == "may":
            sheet.possible(x, y - 4, 20, 8)
        else:
            sheet.line(x, y, x + 20, y, "faint")
        sheet.text(x + 26, y + 4.5, says, "minor")
        x += 26 + width_of(says, SMALL) + 12
    sheet.y += 20


def _bubble(x: float, y: float) -> tuple[tuple[float, float], ...]:
    """A speech bubble: what is called so is said."""
    return ((x - 7, y - 6), (x + 7, y - 6), (x + 7, y + 3), (x, y + 3), (x - 4, y + 8), (x - 4, y + 3), (x - 7, y + 3))


def _arrow(sheet: ChartSheet, x: float, y: float) -> None:
    """An arrow upwards: what is aimed for."""
    sheet.line(x, y + 7, x, y - 6, "way")
    sheet.path(((x - 5, y - 1), (x, y - 7), (x + 5, y - 1)), "way", closed=False)


_SHAPES: dict[str, Callable[[ChartSheet, float, float], None]] = {
    "called": lambda sheet, x, y: sheet.path(_bubble(x, y), "ink"),
    "aims for": _arrow,
    "promised": lambda sheet, x, y: sheet.triangle(x, y, 6.5, "gone"),
    "told": lambda sheet, x, y: sheet.rect(x - 5.5, y - 5.5, 11, 11, "gone"),
    "shown": lambda sheet, x, y: sheet.circle(x, y, 6, "there"),
    "possible": lambda sheet, x, y: sheet.circle(x, y, 6, "gone dashes"),
}
"""A shape for each word; what is shown is round, as in the picture of the stages."""
