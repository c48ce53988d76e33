"""How far: shares, levels and rungs, between what is told and what is possible."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record, replace
from involve_audit.render.words.phrases import NOT_TOLD, capital, either, listed, small
from involve_audit.wording import terms

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit, CriterionFound, PrincipleFound, Range, Score, Steps

RUNGS = terms.RUNGS
LEVELS = (_("not there"), _("in form only"), _("in practice"), "shared")
LETTERS = {
    "A": _("largely shared"),
    "B": _("largely in practice"),
    "C": _("largely in form"),
    "D": _("hardly there"),
    "?": _("too little told"),
}


def share(value: float) -> float:
    """A value brought between 0 and 100, for a bar."""
    return min(max(value, 0.0), 100.0)


def cells(low: float, high: float, number: int) -> tuple[int, int]:
    """How many cells of a bar are solid, and where the open part ends.

    Rounded outwards, as the numbers are: what is open is never shown smaller than it is.
    """
    solid = int(number * share(low) / 100 + 1e-9)
    return solid, math.ceil(number * share(high) / 100 - 1e-9) if high > low else solid


def between(low: float, high: float) -> str:
    """A range from 0 to 100 in words, rounded outwards so that it never says more than is known.

    >>> between(100 / 3, 200 / 3)
    'between 33 and 67 of 100'
    """
    if low == high:
        return _("{low} of 100", low=f"{low:.0f}") if low == round(low) else _("about {low} of 100", low=f"{low:.0f}")
    return _("between {floor} and {ceil} of 100", floor=math.floor(low + 1e-9), ceil=math.ceil(high - 1e-9))


def span(steps: Steps) -> str:
    """A rung or role between two ends; where both ends of the ladder are possible, it is not told."""
    low, high = steps.low.strip(), steps.high.strip()
    if (low, high) == (RUNGS[0], RUNGS[-1]):
        return NOT_TOLD
    if low == high or not high or not low:
        return either(low or high)
    if low == RUNGS[0]:
        return _("at most {high}", high=high)
    return _("at least {low}, at most {high}", low=low, high=high)


def _level(value: float) -> int:
    return min(max(int(value), 0), 3)


def level_ends(level: Range) -> tuple[int, int]:
    """The two ends of a level, each from 0 to 3."""
    return _level(level.low), _level(math.ceil(level.high))


def level_word(level: float) -> str:
    """A level in words."""
    return LEVELS[_level(level)]


def level_says(criterion: CriterionFound) -> str:
    """The level of a criterion in words, the word before the number."""
    if not criterion.applies:
        return _("Does not apply here")
    if criterion.applies == "unknown":
        return _(
            "Not told whether it applies here. If it does: {level}",
            level=small(level_says(replace(criterion, applies=True))),
        )
    low, high = level_ends(criterion.level)
    if low == high:
        return _("{level} (level {low} of 3)", level=capital(LEVELS[low]), low=low)
    if (low, high) == (0, 3):
        return _("Not told: anything from level 0 to level 3 is possible")
    if low == 0:  # nothing is said not to be there that nobody told
        return _("Not told: {level} at most (level 0 to {high} of 3)", level=LEVELS[high], high=high)
    return _(
        "Between {level} and {level_2} (level {low} to {high} of 3)",
        level=LEVELS[low],
        level_2=LEVELS[high],
        low=low,
        high=high,
    )


def told_shortly(criterion: CriterionFound) -> bool:
    """Whether a page only names a question of the rubric: nothing that is told says anything on it, or it does not apply."""
    return silent(criterion) or not criterion.applies


def silent(criterion: CriterionFound) -> bool:
    """Whether nothing that is told says anything on a criterion: nothing is told of it, or nothing that decides."""
    return criterion.applies and criterion.level.low < criterion.level.high and not criterion.because


def standing(principle: PrincipleFound) -> str:
    """How a principle stands: the letter that programs read; `?` where there is none. No report for people prints it."""
    return principle.letter if principle.letter in LETTERS else "?"


def standing_says(principle: PrincipleFound) -> str:
    """How a principle stands, in words: they stand with its bar."""
    return LETTERS[standing(principle)]


def bar_says(low: float, high: float) -> str:
    """A bar in words, for those who do not see it. It gives no number: that would be read as a mark.

    >>> bar_says(100 / 3, 75)
    'a third or more is told and shown; three quarters or more are possible'
    """
    if low == high:
        return _("{part} told and shown", part=_part(low))
    return _("{part} told and shown; {part_2} possible", part=_part(low), part_2=_part(high))


def _part(value: float) -> str:
    for least, says in (
        (100, _("all is")), (75, _("three quarters or more are")), (50, _("half or more is")), (100 / 3, _("a third or more is")),
        (0.5, _("less than a third is")),
    ):  # fmt: skip
        if value >= least - 0.05:
            return says
    return _("nothing is")


def counts_say(score: Score) -> str:
    """How many questions of the rubric are settled, and at which level."""
    counts = listed(
        [f"{n} {word}" for n, word in zip(score.at_level, LEVELS, strict=True)]
        + [
            _("{open} not settled by what is told", open=score.open),
            _("{not_applicable} not applicable", not_applicable=score.not_applicable),
        ]
    )
    return _("Questions of the rubric: {counts}.", counts=counts)


class OnLadder(Record):
    """One row of the ladder.

    Attributes:
        name: called, aims for, promised, told, shown.
        says: the rung in words.
        low: the rung as a number from 0; None where no rung is named.
        high: the high end.
    """

    name: str
    says: str
    low: int | None
    high: int | None


def on_ladder(step: int | None) -> float:
    """A rung as a value from 0 to 100, for a bar; nought where none is named."""
    return 100 * (step or 0) / (len(RUNGS) - 1)


_SHARED = ("collaboration", "co-production")
CLAIM_HELD = _("held against shared decisions")
"""What co-production, co-design and partnership are held against, wherever such a claim is printed."""


def claims_says(audit: Audit) -> str:
    """The rung that the words claim, and what it is held against; empty where they claim none."""
    claims = audit.label.claims
    # What a promise claims is not what the work is called.
    named = audit.rung.called if audit.label.word in audit.label.called else audit.rung.promised
    return f"{named or claims}, {CLAIM_HELD}" if claims in _SHARED else claims


def _rung(word: str) -> int | None:
    return RUNGS.index(word) if word in RUNGS else None


def ladder(audit: Audit) -> tuple[OnLadder, ...]:
    """What it is called, aims for, promises, tells and shows, side by side."""
    rung = audit.rung
    rows = [
        OnLadder(name, either(word), _rung(word), _rung(word))
        for name, word in (
            ("called", rung.called),
            ("aims for", rung.aims_for),
            ("promised", rung.promised),
            ("told", rung.told),
        )
    ]
    if audit.label.called and not rung.called:
        rows[0] = OnLadder("called", _("claims nothing that is known"), None, None)
    elif not rung.called and audit.label.state == "fits":
        rows[0] = OnLadder("called", "none", None, None)  # it is told that no word is used
    elif rung.called in _SHARED:
        # The word and the rung need not be the same: co-production, co-design and partnership claim shared decisions.
        rows[0] = replace(rows[0], says=f"{rung.called} ({CLAIM_HELD})")
    low, high = _rung(rung.shown.low), _rung(rung.shown.high)
    return (*rows, OnLadder("shown", span(rung.shown), low, high if high is not None else low))
