"""How far two readers agree who wrote down the same projects apart: by verdict, by rung, by label, and by principle.

Both files of a project are judged by one rubric as of one day, so what differs comes from the reading and not from the judging. Levels,
scores and rungs are ranges; they are compared at their low end, at which the verdict is read too, and it is counted apart how often the
whole range is the same. A criterion that applies for one reader alone is counted apart as well, and is no pair of levels.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from involve_audit.language import _
from involve_audit.merge.kappa import FEWEST, Kappa, of_groups, of_pairs
from involve_audit.project.practice import RUNGS
from involve_audit.record import Record
from involve_audit.render.blocks import PageDocument, items, paragraph, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.results.audit import Audit

LEVELS = 4
"""A criterion has the levels 0 to 3."""
OPEN = (0, 3)
"""The range of a criterion of which nothing is told."""


class Measured(Record):
    """Agreement on one thing.

    Attributes:
        id: what it is: `verdict`, `label`, `rung`, `all criteria`, or a principle.
        title: the same in words.
        number: how many pairs were compared.
        same: how many of them are the same.
        near: how many are at most one step apart; None where there are no steps.
        same_range: of levels: how many have the same low and high end; None for the rest.
        plain: kappa without weights; None where there are weights.
        linear: kappa with linear weights; None where the categories have no order.
        quadratic: kappa with quadratic weights.
        one_side: of criteria: how many apply for one reader alone.
        told_by_neither: of criteria: how many neither reader tells anything of. They are no agreement, and no pair.
    """

    id: str
    title: str
    number: int
    same: int
    near: int | None = None
    same_range: int | None = None
    plain: Kappa | None = None
    linear: Kappa | None = None
    quadratic: Kappa | None = None
    one_side: int = 0
    told_by_neither: int = 0


class ReaderAgreement(Record):
    """How far two readers agree.

    Attributes:
        projects: the names of the projects, as they were paired.
        verdicts: for each project the verdicts of both readers, by id.
        measured: the verdict, the label, the rung, all criteria, and each principle, in this order.
        says: what must be known to read the numbers.
    """

    projects: tuple[str, ...]
    verdicts: tuple[tuple[str, str], ...]
    measured: tuple[Measured, ...]
    says: tuple[str, ...]


def agreement(pairs: Sequence[tuple[str, Audit, Audit]]) -> ReaderAgreement:
    """How far two readers agree.

    Args:
        pairs: for each project its name, and the audits of what the first and the second reader wrote down.

    Raises:
        ValueError: there is no pair.
    """
    if not pairs:
        raise ValueError(_("at least one project that both read is needed"))
    verdicts = [(one.verdict.id, other.verdict.id) for __, one, other in pairs]
    labels = [(one.label.state, other.label.state) for __, one, other in pairs]
    rungs = [(RUNGS.index(one.rung.shown.low), RUNGS.index(other.rung.shown.low)) for __, one, other in pairs]
    measured = [
        _named("verdict", "Verdict", verdicts),
        _named("label", "Label", labels),
        Measured(
            "rung", _("Rung that is shown"), len(rungs), sum(a == b for a, b in rungs), sum(abs(a - b) <= 1 for a, b in rungs),
            linear=of_pairs(rungs, len(RUNGS), "linear"), quadratic=of_pairs(rungs, len(RUNGS), "quadratic"),
        ),
    ]  # fmt: skip
    first = pairs[0][1]
    everything: list[list[tuple[Any, Any]]] = [[] for __ in pairs]
    parts: list[Measured] = []
    for principle in first.principles:
        groups = [_levels(one, other, principle.id) for __, one, other in pairs]
        for known, group in zip(everything, groups, strict=True):
            known.extend(group)
        parts.append(_of_levels(principle.id, principle.title, groups))
    measured += [_of_levels(_("all criteria"), _("All criteria"), everything), *parts]
    return ReaderAgreement(tuple(name for name, *__ in pairs), tuple(verdicts), tuple(measured), _says(len(pairs)))


def _named(id_: str, title: str, pairs: list[tuple[str, str]]) -> Measured:
    """Agreement on words that have no order."""
    words = sorted({word for pair in pairs for word in pair})
    numbers = [(words.index(one), words.index(other)) for one, other in pairs]
    return Measured(
        id_, title, len(pairs), sum(a == b for a, b in pairs), plain=of_pairs(numbers, len(words), "none")
    )  # fmt: skip


def _levels(one: Audit, other: Audit, principle: str) -> list[tuple[Any, Any]]:
    """The levels of each criterion of a principle, by both; None where it does not apply."""
    sides = [
        {
            c.id: None if c.applies is False else (int(c.level.low), int(c.level.high))
            for p in audit.principles
            if p.id == principle
            for c in p.criteria
        }
        for audit in (one, other)
    ]
    return [(level, sides[1].get(id_)) for id_, level in sides[0].items()]


def _of_levels(id_: str, title: str, groups: list[list[tuple[Any, Any]]]) -> Measured:
    told = [[(a, b) for a, b in group if a is not None and b is not None] for group in groups]
    both = [[(a, b) for a, b in group if not a == b == OPEN] for group in told]
    open_ = sum(map(len, told)) - sum(map(len, both))
    low = [[(a[0], b[0]) for a, b in group] for group in both]
    flat = [pair for group in low for pair in group]
    one_side = sum((a is None) != (b is None) for group in groups for a, b in group)
    if not flat:
        return Measured(id_, title, 0, 0, one_side=one_side, told_by_neither=open_)
    several = len(groups) > 1
    linear, quadratic = (
        of_groups(low, LEVELS, weights) if several else of_pairs(flat, LEVELS, weights)
        for weights in ("linear", "quadratic")
    )
    return Measured(
        id_, title, len(flat), sum(a == b for a, b in flat), sum(abs(a - b) <= 1 for a, b in flat),
        sum(a == b for group in both for a, b in group), None, linear, quadratic, one_side, open_,
    )  # fmt: skip


def _says(projects: int) -> tuple[str, ...]:
    said = [
        _(
            "In brackets: 95% interval. *: without weights, for these words have no order. –: too little, or both used one category alone."
        ),
        _(
            "Levels and rungs are compared at their low end. Criteria of which neither reader tells anything are counted apart."
        ),
    ]
    if projects == 1:
        said.append(
            _(
                "One project says little: its criteria are taken as if each had been judged by itself, and of one verdict nothing can be worked out."
            )
        )
    elif projects < FEWEST:
        said.append(
            _(
                "With fewer than {fewest} projects there is no interval for criteria: those of one project are not independent of each other.",
                fewest=FEWEST,
            )
        )
    else:
        said.append(
            _(
                "Intervals for criteria leave out one project at a time, for those of one project are not independent of each other."
            )
        )
    said.append(
        _(
            "Intervals are for large numbers: with fewer than some 30 projects take them as too narrow, and with fewer than 10 pairs there is none."
        )
    )
    return tuple(said)


# --- as a page -------------------------------------------------------------------------------------------


def document(found: ReaderAgreement) -> PageDocument:
    """The agreement as a page: a table, the verdicts, and how to read it."""
    number = len(found.projects)
    rows: list[tuple[str, ...]] = []
    for one in found.measured:
        same = f"{one.same} ({100 * one.same // one.number}%)" if one.number else "–"
        if one.plain is not None:
            rows.append((one.title, str(one.number), same, f"{_kappa(one.plain)}*", ""))
        else:
            rows.append((one.title, str(one.number), same, _kappa(one.linear), _kappa(one.quadratic)))
    made = table(("", "pairs", "same", _("linear kappa"), _("quadratic kappa")), rows, _("How far two readers agree"))
    all_ = next(one for one in found.measured if one.id == "all criteria")
    counted = (
        _(
            "Of {number} criteria {near} are at most one level apart; {same_range} have the same range.",
            number=all_.number,
            near=all_.near,
            same_range=all_.same_range,
        ),
        _(
            "{told_by_neither} are told by neither reader; {one_side} apply for one reader alone.",
            told_by_neither=all_.told_by_neither,
            one_side=all_.one_side,
        ),
    )
    differ = [
        f"{name}: {one} | {other}"
        for name, (one, other) in zip(found.projects, found.verdicts, strict=True)
        if one != other
    ]
    blocks: list[Block] = [replace(made, short=True, numbers=True), *_close(counted)]
    blocks.append(paragraph(_("Verdicts that differ:") if differ else _("All verdicts are the same.")))
    blocks += items(differ)
    blocks += _close(found.says)
    return PageDocument(
        _("Two readers, {number} project{value}", number=number, value="s" * (number != 1)), tuple(blocks)
    )


def _close(sentences: Iterable[str]) -> Iterator[Block]:
    """Paragraphs that belong together."""
    return (paragraph(says, look="close" if n else "") for n, says in enumerate(sentences))


def _kappa(kappa: Kappa | None) -> str:
    if kappa is None:
        return "–"
    if kappa.value is None:
        return "–"
    text = f"{kappa.value:.2f}"
    return (
        text
        if kappa.low is None
        else _("{text} ({low} to {high})", text=text, low=f"{kappa.low:.2f}", high=f"{kappa.high:.2f}")
    )


def plain(found: ReaderAgreement) -> dict[str, Any]:
    """The agreement for other programs."""

    def kappa(one: Kappa | None) -> dict[str, Any] | None:
        return (
            None
            if one is None
            else {k: getattr(one, k) for k in ("value", "error", "low", "high", "seen", "chance", "number")}
        )

    return {
        "projects": [
            {"name": name, "verdicts": list(both)} for name, both in zip(found.projects, found.verdicts, strict=True)
        ],
        "measured": [
            {
                "id": one.id,
                "title": one.title,
                "number": one.number,
                "same": one.same,
                "near": one.near,
                "same_range": one.same_range,
                "one_side": one.one_side,
                "told_by_neither": one.told_by_neither,
                "kappa": {
                    "unweighted": kappa(one.plain),
                    "linear": kappa(one.linear),
                    "quadratic": kappa(one.quadratic),
                },
            }
            for one in found.measured
        ],
        "says": list(found.says),
    }
