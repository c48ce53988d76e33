"""One project as one row: what a table of many projects shows of an audit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from involve_audit.judge.untold import Untold
    from involve_audit.load import Document
    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.results.audit import Audit, Policy
    from involve_audit.rubric.model import LoadedRubric


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
    policy = audit.policy
    return Row(
        audit.project.file,
        audit.project.title,
        audit.project.phase,
        audit.verdict.title,
        tuple(v.title for v in audit.verdict.possible),
        audit.label.state,
        (audit.rung.shown.low, audit.rung.shown.high),
        tuple(
            Cell(p.id, p.low, p.high, p.letter, _planned((c.level.low, c.planned) for c in p.criteria if c.applies))
            for p in audit.principles
        ),
        policy.holds,
        *_conditions(policy),
        _seen([s.id for s in audit.signs if s.state == "holds"], ((f.id, f.level) for f in audit.flags)),
        tuple(q.id for q in audit.questions),
        tuple(dict.fromkeys(m.group for m in audit.voices.missing)),
        tuple(s.id for s in audit.rung.stages if s.promised and s.promise_is == "in words"),
        tuple(s.id for s in audit.rung.stages if s.promise_is == "overdue"),
    )


def row_judged(
    document: Document, loaded: LoadedRubric, date: dt.date, options: PolicyOptions, untold: Untold | None = None
) -> Row:
    """The row of a file without its audit: what `row_of` says of it, for a part of the work.

    Most of an audit is texts and places, and a table of many projects shows none of them. For many files, one `Untold`
    of the same rubric and day saves most of the rest.

    Raises:
        InputError: the file is not a project file; with every problem at its line.
    """
    from involve_audit.assess import as_id, evaluate, head_of, letter, promise_is
    from involve_audit.facts import Facts
    from involve_audit.judge.levels import means
    from involve_audit.judge.room import groups_missing
    from involve_audit.load import read_project
    from involve_audit.policy.conditions import check_policy
    from involve_audit.project.practice import RUNGS

    project, rubric = read_project(document), loaded.rubric
    evaluation = evaluate(document, project, rubric, date, untold.facts if untold else Facts)
    head, policy = head_of(project, document), check_policy(options, loaded, evaluation.policy_context(lambda _: ()))
    titles = {v.id: v.title for v in rubric.verdicts}
    shown = evaluation.ladder.shown
    cells = []
    for principle in rubric.principles:
        mine = [j for j in evaluation.judged if j.criterion.principle == principle.id]
        low, high = means(mine)
        planned = _planned((j.low, j.planned) for j in mine if j.applies is not False)
        cells.append(Cell(principle.id, low, high, letter(low, high), planned))
    return Row(
        head.file,
        head.title,
        head.phase,
        titles[evaluation.outcome.id],
        tuple(titles[v] for v in evaluation.outcome.possible),
        evaluation.label.state,
        (RUNGS[shown.rung.low], RUNGS[shown.rung.high]),
        tuple(cells),
        policy.holds,
        *_conditions(policy),
        _seen(
            [as_id(sign) for sign, truth, _ in evaluation.table.signs if truth],
            ((f.id, f.level) for f, _ in evaluation.flags),
        ),
        tuple(as_id(question) for question, _ in evaluation.asked),
        tuple(dict.fromkeys(groups_missing(evaluation.case))),
        tuple(s.stage for s in shown.stages if s.promised and promise_is(s) == "in words"),
        tuple(s.stage for s in shown.stages if promise_is(s) == "overdue"),
    )


def _planned(levels: Iterable[tuple[float, int | None]]) -> float | None:
    """The low end of a principle if every plan is kept; None where none of its criteria has a plan.

    Of each criterion that may apply: its level at the low end, and the level of its plans.
    """
    applying = list(levels)
    if all(planned is None for _, planned in applying):
        return None
    kept = [low if planned is None else max(planned, low) for low, planned in applying]
    return round(sum(kept) / len(kept) / 3 * 100, 1)


def _conditions(policy: Policy) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The conditions that are not held, and those that are not told; without those that are not asked for yet."""
    asked = [c for c in policy.conditions if c.excused != "not asked for yet"]
    failed, open_ = (tuple(c.id for c in asked if c.state == state) for state in ("not held", "open"))
    return failed, open_


def _seen(signs: list[str], flags: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Signs of tokenism and flags that were seen; a flag that is a mere note is left out."""
    return tuple(dict.fromkeys([*signs, *(flag for flag, level in flags if level in ("error", "warning"))]))


def plain(row: Row | Unread) -> dict[str, Any]:
    """A row as JSON knows it. `dataclasses.asdict` would copy every word of it, which takes as long as reading some files."""
    if isinstance(row, Unread):
        return dict(vars(row))
    return {**vars(row), "cells": tuple(dict(vars(cell)) for cell in row.cells)}


def read_plain(tree: dict[str, Any]) -> Row | Unread:
    """A row that `plain` made.

    Raises:
        TypeError, KeyError: it is no such row.
    """
    if "says" in tree:
        return Unread(**tree)
    tuples = ("possible", "shown", "failed", "open", "signs", "not_told", "missing", "vague", "overdue")
    return Row(
        **{**tree, **{name: tuple(tree[name]) for name in tuples}, "cells": tuple(Cell(**c) for c in tree["cells"])}
    )
