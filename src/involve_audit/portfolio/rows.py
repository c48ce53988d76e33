"""One project as one row: what a table of many projects shows of an audit."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from involve_audit.audit import Audit, PrincipleFound


@dataclass(frozen=True)
class Cell:
    """One principle of one project.

    Attributes:
        id: the principle.
        low: what is shown, 0 to 100.
        high: what the answers that are not told still allow, 0 to 100.
        letter: A to D for the middle of the range, `?` where it spans more than half.
        planned: the low end if every plan is kept, 0 to 100; None where nothing is planned.
    """

    id: str
    low: float
    high: float
    letter: str
    planned: float | None


@dataclass(frozen=True)
class Row:
    """One project.

    Attributes:
        file: the name of the file, as it was given.
        title: of the project.
        phase: idea, applying, funded, running, finished; empty where it is not told.
        verdict: its few words, at the low end of what is told.
        possible: the verdicts that the answers still allow, this one first.
        label: fits, modest, overclaimed, not shown, not told.
        shown: the rung that is shown, low and high end.
        cells: a cell for each principle, in the order of the rubric.
        holds: whether the policy holds.
        failed: conditions of the policy that are not held, without those that are not asked for yet.
        open: conditions that are not told, without those that are not asked for yet.
        signs: flags and signs of tokenism that were seen, by their ids.
        not_told: the questions that are not told, by their ids, most decisive first.
        missing: groups that the file names as not in the room.
        vague: stages whose plan has no date, no money and nobody who sees to it.
        overdue: stages whose plan is overdue.
    """

    file: str
    title: str
    phase: str
    verdict: str
    possible: tuple[str, ...]
    label: str
    shown: tuple[str, str]
    cells: tuple[Cell, ...]
    holds: bool
    failed: tuple[str, ...]
    open: tuple[str, ...]
    signs: tuple[str, ...]
    not_told: tuple[str, ...]
    missing: tuple[str, ...]
    vague: tuple[str, ...]
    overdue: tuple[str, ...]


@dataclass(frozen=True)
class Unread:
    """A file that could not be audited, and the first reason why."""

    file: str
    says: str


def row_of(audit: Audit) -> Row:
    """The row of an audit. It needs no quotes and no steps."""
    asked = [c for c in audit.policy.conditions if c.excused != "not asked for yet"]
    return Row(
        audit.project.file,
        audit.project.title,
        audit.project.phase,
        audit.verdict.title,
        tuple(v.title for v in audit.verdict.possible),
        audit.label.state,
        (audit.rung.shown.low, audit.rung.shown.high),
        tuple(Cell(p.id, p.low, p.high, p.letter, _planned(p)) for p in audit.principles),
        audit.policy.holds,
        tuple(c.id for c in asked if c.state == "not held"),
        tuple(c.id for c in asked if c.state == "open"),
        tuple(
            dict.fromkeys(
                [*(s.id for s in audit.signs if s.state == "holds"), *(f.id for f in audit.flags if f.level in ("error", "warning"))]
            )
        ),
        tuple(q.id for q in audit.questions),
        tuple(dict.fromkeys(m.group for m in audit.voices.missing)),
        tuple(s.id for s in audit.rung.stages if s.promised and s.promise_is == "in words"),
        tuple(s.id for s in audit.rung.stages if s.promise_is == "overdue"),
    )


def _planned(principle: PrincipleFound) -> float | None:
    """The low end of a principle if every plan is kept; None where none of its criteria has a plan."""
    applying = [c for c in principle.criteria if c.applies]
    if all(c.planned is None for c in applying):
        return None
    levels = [c.level.low if c.planned is None else max(c.planned, c.level.low) for c in applying]
    return round(sum(levels) / len(levels) / 3 * 100, 1)


def plain(row: Row | Unread) -> dict[str, Any]:
    """A row as JSON knows it."""
    return asdict(row)


def read_plain(tree: dict[str, Any]) -> Row | Unread:
    """A row that `plain` made.

    Raises:
        TypeError, KeyError: it is no such row.
    """
    if "says" in tree:
        return Unread(**tree)
    tuples = ("possible", "shown", "failed", "open", "signs", "not_told", "missing", "vague", "overdue")
    return Row(**{**tree, **{name: tuple(tree[name]) for name in tuples}, "cells": tuple(Cell(**c) for c in tree["cells"])})
