"""The stages of the work by the role of contributors in each: promised, told, and shown as a range.

What is shown is round, what is told is a square around it, what is promised a triangle below: where told and shown
agree, the one lies within the other, and where they do not, the square stands empty.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import words
from involve_audit.render.charts.svg import RIGHT, SMALL, WIDTH, ChartSheet, Picture, width_of
from involve_audit.wording.terms import ROLES

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit, StageFound

_AT = (16, 74, 145, 216, 287, 344)
_HEADS = (("", "", "", "", "decided", ""), ("none", "informed", "consulted", "involved", "together", "led"))


def drawn(audit: Audit) -> Picture | None:
    """The stages; None where nothing at all is told, promised or shown of any of them."""
    stages = audit.rung.stages
    if not any(_something(s) for s in stages):
        return None
    sheet = ChartSheet()
    for line in _HEADS:
        sheet.heads(_AT, sheet.y + 12, line, "minor", to_the_edges=True)
        sheet.y += 16
    sheet.y += 2
    for stage in stages:
        _stage(sheet, stage)
    _key(sheet, stages)
    says = [
        _(
            "{text}: told: {either}; shown: {shown}; promised: {promise}",
            text=s.title or s.id,
            either=words.either(s.told),
            shown=shown_says(s),
            promise=words.promise_says(s),
        )
        for s in stages
    ]
    table = [(_("Stage"), _("Told"), _("Shown, at least"), _("Shown, at most"), _("Promised"))]
    for s in stages:
        ends = (
            (words.either(s.shown.low), words.either(s.shown.high))
            if _narrowed(s)
            else (words.NOT_TOLD, words.NOT_TOLD)
        )
        table.append((s.title or s.id, words.either(s.told), *ends, words.promise_says(s)))
    return sheet.picture("stages", _("Stage by stage: promised, told and shown"), words.sentences(says), table)


def shown_says(stage: StageFound) -> str:
    """What is shown in a stage, in words."""
    return words.span(stage.shown) if _narrowed(stage) else words.NOT_TOLD


def _narrowed(stage: StageFound) -> bool:
    """Whether anything is shown of a stage: whether its range is narrower than everything."""
    return (stage.shown.low, stage.shown.high) != (ROLES[0], ROLES[-1]) and bool(stage.shown.low or stage.shown.high)


def _something(stage: StageFound) -> bool:
    return bool(stage.told or stage.promised or stage.promise_is) or _narrowed(stage)


def _place(role: str) -> int | None:
    return _AT[ROLES.index(role)] if role in ROLES else None


def _stage(sheet: ChartSheet, stage: StageFound) -> None:
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 4
    beside = _beside(stage)
    sheet.text(RIGHT, sheet.y + 13, beside, "minor end")
    sheet.words(0, stage.title or stage.id, WIDTH - width_of(beside, SMALL) - 8, 1)
    y = sheet.y + 12
    told, promised = _place(stage.told), _place(stage.promised)
    low, high = _place(stage.shown.low), _place(stage.shown.high)
    sheet.scale(_AT, y)
    if _narrowed(stage) and low is not None and high is not None:
        if high > low:
            sheet.possible(low, y - 3.5, high - low, 7)
            sheet.circle(high, y, 6, "gone dashes")
        sheet.circle(low, y, 6, "there")
    if told is not None:
        _square(sheet, told, y)
    sheet.y = y + 17
    if promised is not None:
        sheet.triangle(promised, y + 19, 6, _promise_kind(stage))
        sheet.y += 11
    differs = _differs(stage)
    if differs:
        sheet.words(0, differs, WIDTH, 2, "word")
        sheet.y += 4
    if stage.promise_is == "overdue":
        sheet.words(0, _("What was promised is overdue."), WIDTH, 1, "alarm")
        sheet.y += 4


def _square(sheet: ChartSheet, x: float, y: float) -> None:
    """Four lines and no ground: what lies within is to be seen."""
    sheet.path(((x - 10, y - 10), (x + 10, y - 10), (x + 10, y + 10), (x - 10, y + 10)), "way")


def _promise_kind(stage: StageFound) -> str:
    return "ink" if stage.promise_is.startswith("with ") else "gone"


def _differs(stage: StageFound) -> str:
    """What is told, where it is not what is shown; empty where the two are the same."""
    if not all(role in ROLES for role in (stage.told, stage.shown.low, stage.shown.high)):
        return ""
    told, low, high = (ROLES.index(role) for role in (stage.told, stage.shown.low, stage.shown.high))
    if told == low == high:
        return ""
    how = "less" if told > high else _("less for certain") if told > low else "more"
    return _("Told: {told}. Shown: {how}.", told=stage.told, how=how if _narrowed(stage) else words.NOT_TOLD)


def _beside(stage: StageFound) -> str:
    """What is shown, in few words."""
    if not _narrowed(stage):
        return words.NOT_TOLD
    low, high = stage.shown.low, stage.shown.high
    return low if low == high else f"{low} – {high}"


def _key(sheet: ChartSheet, stages: tuple[StageFound, ...]) -> None:
    sheet.line(0, sheet.y, WIDTH, sheet.y, "rule")
    sheet.y += 6
    y = sheet.y + 11
    _square(sheet, 11, y)
    sheet.text(30, y + 5, "told", "minor")
    sheet.circle(96, y, 6, "there")
    sheet.text(110, y + 5, "shown", "minor")
    sheet.possible(181, y - 3.5, 30, 7)
    sheet.circle(211, y, 6, "gone dashes")
    sheet.text(225, y + 5, _("still possible"), "minor")
    sheet.y += 25
    kinds = {_promise_kind(s) == "ink" for s in stages if s.promised}
    if not kinds:
        sheet.told(_("Nothing is told of promises."))
        return
    for firm, kind, says in (
        (True, "ink", _("promised, with a date, and money or an owner")),
        (False, "gone", _("promised, in words")),
    ):
        if firm in kinds:
            sheet.triangle(11, sheet.y + 9, 6, kind)
            sheet.text(30, sheet.y + 14, says, "minor")
            sheet.y += 20
