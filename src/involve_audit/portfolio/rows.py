"""One project as one row: what a table of many projects shows of an audit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from involve_audit.language import _
from involve_audit.portfolio.panel import PanelAnswer, panel_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from involve_audit.judge.evaluation import Evaluation
    from involve_audit.judge.levels import Judged
    from involve_audit.judge.untold import Untold
    from involve_audit.load import Document
    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.results.audit import Policy
    from involve_audit.rubric.model import LoadedRubric


@dataclass(frozen=True)
class PrincipleCell:
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
class ProjectRow:
    """One project.

    Attributes:
        file: the name of the file, as it was given.
        title: of the project.
        reference: the application's reference number; empty where it is not told.
        phase: idea, applying, funded, running, finished; empty where it is not told.
        called: the words used in public for the involvement; None where it is not told.
        verdict: its few words, at the low end of what is told.
        possible: the verdicts that the answers still allow, this one first.
        label: fits, modest, overclaimed, not shown, not told.
        shown: the rung that is shown, low and high end.
        cells: a cell for each principle, in the order of the rubric.
        pay, budget, lead, room: what is told of pay, of the budget for involvement, of who leads on it, and of who is in the room that decides.
        amount: the amount of that budget; None where it is not told.
        holds: whether the policy holds.
        met: conditions of the policy that are met.
        failed: conditions of the policy that are not met, without those that are not asked for yet.
        open: conditions that are not told, without those that are not asked for yet.
        signs: signs of tokenism, and flags that are more than a note, that were seen, by their ids.
        not_told: the questions that are not told, by their ids, most decisive first.
        missing: groups that the file names as not in the room.
        vague: stages whose plan has no date, no money and nobody who sees to it.
        overdue: stages whose plan is overdue.
        begun: whether anything may have been done with people yet, so that they can have been heard, or harmed.
    """

    file: str
    title: str
    reference: str
    phase: str
    called: tuple[str, ...] | None
    verdict: str
    possible: tuple[str, ...]
    label: str
    shown: tuple[str, str]
    cells: tuple[PrincipleCell, ...]
    pay: PanelAnswer
    budget: PanelAnswer
    amount: float | None
    lead: PanelAnswer
    room: PanelAnswer
    holds: bool
    met: tuple[str, ...]
    failed: tuple[str, ...]
    open: tuple[str, ...]
    signs: tuple[str, ...]
    not_told: tuple[str, ...]
    missing: tuple[str, ...]
    vague: tuple[str, ...]
    overdue: tuple[str, ...]
    begun: bool = True

    @property
    def policy(self) -> str:
        """The policy as a whole: met, not met, or not told where no condition is not met, and some are not told."""
        return MET if self.holds else NOT_MET if self.failed else NOT_TOLD


MET, NOT_MET, NOT_TOLD = "met", _("not met"), "not told"
"""The three states of a condition, and of the policy. What is not told is no failing, and no pass."""


@dataclass(frozen=True)
class Unread:
    """A file that could not be audited, and the first reason why."""

    file: str
    says: str


def row_judged(
    document: Document,
    loaded: LoadedRubric,
    date: dt.date,
    options: PolicyOptions,
    untold: Untold | None = None,
    *,
    excerpts: bool = True,
) -> ProjectRow:
    """The row of a file without its audit: the same for a part of the work.

    Most of an audit is texts and places, and a table of many projects shows none of them. For many files, one `Untold`
    of the same rubric and day saves most of the rest. Without `excerpts` the row holds no words of the file.

    Raises:
        InputError: the file is not a project file; with every problem at its line.
    """
    return row_of(document, evaluated(document, loaded, date, untold), loaded, options, excerpts=excerpts)


def evaluated(document: Document, loaded: LoadedRubric, date: dt.date, untold: Untold | None = None) -> Evaluation:
    """All that is judged of a file, before it is a row.

    Raises:
        InputError: the file is not a project file; with every problem at its line.
    """
    from involve_audit.facts import Facts
    from involve_audit.judge.evaluation import evaluate
    from involve_audit.load import read_project

    return evaluate(document, read_project(document), loaded.rubric, date, untold.facts if untold else Facts)


def row_of(
    document: Document, evaluation: Evaluation, loaded: LoadedRubric, options: PolicyOptions, *, excerpts: bool = True
) -> ProjectRow:
    """The row of a file that was judged."""
    from involve_audit.judge.head import title_of
    from involve_audit.judge.ladder_says import promise_is
    from involve_audit.judge.levels import means
    from involve_audit.judge.principles import letter
    from involve_audit.judge.room import groups_missing
    from involve_audit.judge.sentences import verdict_titles
    from involve_audit.policy.conditions import check_policy
    from involve_audit.project.practice import RUNGS

    rubric = loaded.rubric
    panel = panel_of(evaluation.case, rubric, excerpts=excerpts)
    policy = check_policy(options, loaded, evaluation, lambda __: ())
    head = evaluation.case.told.project
    titles = verdict_titles(rubric, evaluation.case, evaluation.outcome.id)
    shown = evaluation.ladder.shown
    by_principle: dict[str, list[Judged]] = {principle.id: [] for principle in rubric.principles}
    for judged in evaluation.judged:
        by_principle[judged.criterion.principle].append(judged)
    seen = [sign.id for sign, held in evaluation.table.signs if held.truth]
    seen += [flag.id for flag, __ in evaluation.flags("error", "warning")]
    cells = []
    for principle, mine in by_principle.items():
        low, high = means(mine)
        planned = _planned((j.low, j.planned) for j in mine if j.applies is not False)
        cells.append(PrincipleCell(principle, low, high, letter(low, high), planned))
    return ProjectRow(
        document.name,
        title_of(evaluation.case) if excerpts else "",
        panel.reference,
        (head.phase or "") if head else "",
        panel.called,
        titles[evaluation.outcome.id],
        tuple(titles[v] for v in evaluation.outcome.possible),
        evaluation.label.state,
        (RUNGS[shown.rung.low], RUNGS[shown.rung.high]),
        tuple(cells),
        panel.pay,
        panel.budget,
        panel.amount,
        panel.lead,
        panel.room,
        policy.holds,
        *_conditions(policy),
        tuple(dict.fromkeys(seen)),
        tuple(evaluation.open),
        tuple(dict.fromkeys(groups_missing(evaluation.case))) if excerpts else (),
        tuple(s.stage for s in shown.stages if s.promised and promise_is(s) == "in words"),
        tuple(s.stage for s in shown.stages if promise_is(s) == "overdue"),
        _begun(evaluation),
    )


def _begun(evaluation: Evaluation) -> bool:
    """Whether anything may have been done with people: not where all that is told is still to come, nor where an application tells of nothing."""
    case, done = evaluation.case, evaluation.facts["anything_done"].value
    told = any(case.entries(place) for place in ("care.harm", "influence.heard", "findings"))
    return told or bool(done) or (done is None and not case.early)


def _planned(levels: Iterable[tuple[float, int | None]]) -> float | None:
    """The low end of a principle if every plan is kept; None where none of its criteria has a plan.

    Of each criterion that may apply: its level at the low end, and the level of its plans.
    """
    applying = list(levels)
    if all(planned is None for __, planned in applying):
        return None
    kept = [low if planned is None else max(planned, low) for low, planned in applying]
    return round(sum(kept) / len(kept) / 3 * 100, 1)


ENOUGH = "enough-is-told"


def _conditions(policy: Policy) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The conditions that are met, not met and not told; without those that are not asked for yet.

    That too little is told fails a check; here it is what it is: not told.
    """
    found: dict[str, list[str]] = {"held": [], "not held": [], "open": []}
    for c in policy.conditions:
        if c.excused != "not asked for yet" and c.state in found:
            found["open" if c.id == ENOUGH and c.state == "not held" else c.state].append(c.id)
    return tuple(found["held"]), tuple(found["not held"]), tuple(found["open"])


_ANSWERS = ("pay", "budget", "lead", "room")


def plain(row: ProjectRow | Unread) -> dict[str, Any]:
    """A row as JSON knows it. `dataclasses.asdict` would copy every word of it, which takes as long as reading some files."""
    if isinstance(row, Unread):
        return dict(vars(row))
    answers = {name: dict(vars(getattr(row, name))) for name in _ANSWERS}
    return {**vars(row), **answers, "cells": tuple(dict(vars(cell)) for cell in row.cells)}
