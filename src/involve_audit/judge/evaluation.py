"""All that is judged of a project, before it is put in words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.judge.advice import tenses
from involve_audit.judge.evidence import contributors_allow
from involve_audit.judge.honesty import weigh
from involve_audit.judge.label import fit
from involve_audit.judge.levels import hold, judge_criterion
from involve_audit.judge.questions import open_questions, questions
from involve_audit.judge.sentences import sentence
from involve_audit.judge.signs import with_rubric
from involve_audit.judge.verdict import WeighedUp, quick_verdict

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from involve_audit.judge.label import Fit
    from involve_audit.judge.levels import Held, Judged
    from involve_audit.judge.questions import Open
    from involve_audit.load import Document
    from involve_audit.project.model import Project
    from involve_audit.results.audit import HonestyFound, Question
    from involve_audit.rubric.model import Flag, Rubric


class Evaluation(WeighedUp):
    """All that is judged of a project, before it is put in words: what an audit, and a row of many, are made of.

    Attributes:
        judged: the criteria, in the order of the rubric.
    """

    rubric: Rubric
    case: Case
    facts: Facts
    label: Fit
    judged: list[Judged]

    def flags(self, *levels: str) -> list[tuple[Flag, Held]]:
        """The flags of these levels that hold, in the order of the rubric; of every level where none is named.

        Whoever tries many files asks for none, and a row of a table for no notes: a tenth of the judging.
        """
        known = self._flags
        asked = [flag for flag in self.rubric.flags if not levels or flag.level in levels]
        known.update({flag.id: hold(flag.when, self.facts) for flag in asked if flag.id not in known})
        return [(flag, known[flag.id]) for flag in asked if known[flag.id].truth]

    @cached_property
    def _flags(self) -> dict[str, Held]:
        """The flags that somebody asked for, by their ids: a report, a row and a policy each ask, for different levels."""
        return {}

    @cached_property
    def open(self) -> Open:
        """What is not told, most decisive first. Whoever tries many files asks for none of it."""
        return open_questions(
            self.facts, self.rubric, self.ladder, self.table, self.outcome.id, self.gates, self.judged
        )

    @cached_property
    def honesty(self) -> HonestyFound:
        """Whether what is said of the involvement is honest; without its lines."""
        return weigh(self.facts, self.label, self.outcome.id)

    @property
    def confirmed(self) -> bool:
        """Whether contributors confirm what is said of power and influence."""
        return all(contributors_allow(self.case, p)[2] == "confirmed" for p in ("power", "influence"))

    def asked(self, document: Document) -> tuple[Question, ...]:
        """What is not told, most decisive first, each with its line."""
        return questions(self.open, self.case, document)

    @property
    def deciding(self) -> int:
        """On how many open answers the verdict hangs."""
        return sum("the verdict" in one.decides for one in self.open.values())

    def headline(self, *, untold: bool = True) -> str:
        """The verdict in one sentence, with its range; without what is not told where `untold` says so."""
        says, not_told = sentence(
            self.facts, self.table, self.outcome, self.ladder, self.label, self.honesty,
            confirmed=self.confirmed, deciding=self.deciding,
        )  # fmt: skip
        told, __ = tenses(self.case)
        return told(f"{says}{not_told * untold}.")


def evaluate(
    document: Document,
    project: Project,
    rubric: Rubric,
    date: dt.date,
    facts_of: Callable[[Case], Facts] = Facts,
) -> Evaluation:
    """Judge a project, and put nothing in words; `facts_of` is a quicker way to the same facts where there is one."""
    case = Case(project, date)
    facts = facts_of(case)
    found = quick_verdict(case, rubric, facts)
    label = fit(facts, rubric, found.ladder, verdict=found.outcome.id)
    plans = with_rubric(facts_of(case.planned()), rubric) if _has_plans(document.tree) else None
    judged = [judge_criterion(c, facts, plans) for c in rubric.criteria]
    return Evaluation(found.ladder, found.table, found.gates, found.outcome, rubric, case, facts, label, judged)


def _has_plans(tree: dict[str, Any]) -> bool:
    """Whether anything in the file is planned."""
    waiting: list[Any] = [tree]
    while waiting:
        told = waiting.pop()
        for one in told.values() if isinstance(told, dict) else told:
            if type(one) is str:  # most
                if one.strip().lower() == "planned":
                    return True
            elif isinstance(one, (dict, list)):
                waiting.append(one)
    return False
