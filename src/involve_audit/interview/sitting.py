"""A file as it is looked at while somebody is asked: what it tells, what follows, and what an answer would change."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.facts.not_known import not_known
from involve_audit.interview.writing import laid_over, stands
from involve_audit.judge.advice import is_over
from involve_audit.judge.evaluation import Evaluation, evaluate
from involve_audit.judge.verdict import WeighedUp, quick_verdict
from involve_audit.load import read_project
from involve_audit.project.accounts import text_of
from involve_audit.project.fields import Told, at, tidy
from involve_audit.project.people import EITHER_ROLE
from involve_audit.record import replace
from involve_audit.what_if.simulator import Unchanged, read_changed
from involve_audit.wording.messages import InputError
from involve_audit.yamlfile.editing import CannotInsert, as_read

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterator

    from involve_audit.interview.question import Place, Tells
    from involve_audit.load import Document
    from involve_audit.project.model import Project
    from involve_audit.rubric.model import Rubric

PLAN, NOW, PAST = "plan", "now", "past"
_TENSE = {"idea": PLAN, "applying": PLAN, "funded": PLAN, "running": NOW, "finished": PAST, "cancelled": PAST}


def _without_unknown(tree: Any) -> Any:
    """A tree without the answers by which nobody knows, and without the groups that told nothing else."""
    if isinstance(tree, dict):
        kept = {k: _without_unknown(v) for k, v in tree.items() if not _is_unknown(v)}
        return {k: v for k, v in kept.items() if v or not tree[k]}
    if isinstance(tree, list):
        return [_without_unknown(v) for v in tree if not _is_unknown(v)]
    return tree


def _is_unknown(value: Any) -> bool:
    return isinstance(value, str) and tidy(value) == "unknown"


@dataclass(frozen=True)
class JudgedFacts:
    """A verdict, and the facts that it was found from."""

    weighed: WeighedUp
    facts: Facts


@lru_cache(maxsize=4)
def looked_at(text: str) -> tuple[Document, Project]:
    """A file and what it says, as it was looked at last: around one answer that is asked for again and again.

    Raises:
        InputError: it cannot be read.
    """
    document = replace(as_read(text))
    return document, read_project(document)


class Sitting:
    """One file on one day, by one rubric.

    Attributes:
        document: the file.
        project: what it says.
        rubric: by what it is judged.
        date: the day.
        only: the parts of the work of which it is asked what part people have in them; None for all.
        again: whether what nobody knew is asked again.
    """

    only: Collection[str] | None = None
    again = False
    _last: ClassVar[Sitting | None] = None

    def __init__(self, text: str, rubric: Rubric, date: dt.date) -> None:
        self.document, self.project = looked_at(text)
        self.rubric = rubric
        self.date = date

    @classmethod
    def of(cls, text: str, rubric: Rubric, date: dt.date) -> Sitting:
        """The same as before, where it is the same file: after each answer it is told where it stands, and then asked on.

        Raises:
            InputError: the file cannot be read.
        """
        now = looked_at(text)[0]
        last = cls._last
        if last is None or last.document is not now or last.rubric is not rubric or last.date != date:
            last = Sitting._last = cls(text, rubric, date)
        return last

    def as_if_not_asked(self) -> Sitting | None:
        """The same file, in which what was asked and is not known is as open as what nobody has told; None where there is nothing of that kind."""
        tree = _without_unknown(self.document.tree)
        if tree == self.document.tree and all(span.role not in EITHER_ROLE for _at, _of, span in self.spans()):
            return None
        other = Sitting.__new__(Sitting)
        other.document = replace(self.document, tree=tree)
        try:
            other.project = read_project(other.document)
        except InputError:  # something is needed there, and is not known
            return None
        other.rubric, other.date, other.again = self.rubric, self.date, True
        case = self.evaluation.case
        other.only = [stage for stage in self.stages if not_known(case, ("stages", stage, 0, "role"))]
        return other

    @property
    def no_part_anywhere(self) -> bool:
        """Whether it is told that nobody has a part in any of the work."""
        return bool(self.at("stages", "answer") == "none" or self.at("stages", "complete") == "yes")

    @cached_property
    def evaluation(self) -> Evaluation:
        """How it is judged."""
        return evaluate(self.document, self.project, self.rubric, self.date)

    @cached_property
    def unchanged(self) -> Unchanged:
        """What stays so when an answer is added elsewhere."""
        return Unchanged(self.evaluation.case, self.rubric, self.evaluation.facts)

    @property
    def facts(self) -> Facts:
        """The facts of the file."""
        return self.evaluation.facts

    @cached_property
    def tense(self) -> str:
        """Whether the work is still planned, going on, or over; going on where that is not told."""
        if is_over(self.evaluation.case):
            return PAST
        return _TENSE.get(self.evaluation.case.phase or "", NOW)

    @cached_property
    def begun(self) -> bool:
        """Whether anything can have happened with people yet: the work has begun, or the file tells that something was done."""
        return self.tense != PLAN or self.facts["anything_done"].value is True

    @cached_property
    def stages(self) -> dict[str, str]:
        """The parts of the work, with their names in everyday words."""
        return {s.id: s.plain or s.title for s in self.rubric.stages}

    def at(self, *place: str | int) -> Any:
        """What the file tells at a place; None where it tells nothing, or where it was asked and is not known."""
        return at(self.project, place)

    def asked(self, *place: str | int) -> bool:
        """Whether the file has an answer at a place, be it that nobody knows. What shows something is answered for all where one text stands behind them."""
        if place[-1] == "source" and text_of(self.project):
            return True
        return self.at(*place) is not None or stands(self.document.tree, place) is not None

    def entries(self, *place: str | int) -> Iterator[tuple[Place, Any]]:
        """The entries of a list, each with its place."""
        here = self.at(*place)
        if isinstance(here, Told):
            place = (*place, "entries")
            here = vars(here).get("entries")
        for n, entry in enumerate(here if isinstance(here, tuple) else ()):
            yield (*place, n), entry

    def spans(self) -> Iterator[tuple[Place, str, Any]]:
        """Every role that is told of a part of the work: its place, the part, and what is told."""
        for stage in self.stages:
            for n, span in enumerate(self.at("stages", stage) or ()):
                yield ("stages", stage, n), stage, span

    def judged_with(self, tells: Tells) -> JudgedFacts | None:
        """The verdict if this were told; None where it cannot be."""
        try:
            tree = laid_over(self.document.tree, tells)
            known = self.evaluation.case
            case = Case(read_changed(self.document, known.project, tree), self.date, like=known)
        except (InputError, CannotInsert):
            return None
        facts = self.unchanged.facts(case)
        return JudgedFacts(quick_verdict(case, self.rubric, facts), facts)

    @property
    def judged(self) -> JudgedFacts:
        """The verdict as it is."""
        return JudgedFacts(self.evaluation, self.evaluation.facts)
