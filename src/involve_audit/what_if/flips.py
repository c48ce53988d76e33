"""Which single answers, and which pairs, would change the verdict of a file.

Tried, one after the other, in the sections of the file, its stages, its rooms and the entries of its lists: every closed
choice that the format knows, told or not; and in what is told a source where none is named, numbers beside the thresholds of the
rubric and of the facts, and dates beside those at which something turns. Free texts are not. Each trial is judged like a
file, unless nothing that the verdict looks at would differ; so what is listed is exact. Pairs are tried among the answers that change anything on which the verdict rests, and none of
which changes the verdict alone; two answers that change nothing alone, and something together, are not found.
"""

from __future__ import annotations

import datetime as dt
import inspect
import sys
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, get_args, get_origin

from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.facts.reads import places_of
from involve_audit.facts.rung import SHOWN
from involve_audit.judge.sentences import verdict_titles
from involve_audit.load import read_project, value_at
from involve_audit.project.fields import Told, annotation, is_part, without_none
from involve_audit.project.model import Project
from involve_audit.project.people import ROLES, Stage, Stages
from involve_audit.project.practice import STAGES, Listing
from involve_audit.project.values import Count, Dates, Money, Period, read_count, read_dates, read_money, read_period
from involve_audit.what_if.simulator import Simulator, answers_in
from involve_audit.wording.messages import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from involve_audit.judge.verdict import WeighedUp
    from involve_audit.load import Document
    from involve_audit.project.fields import Path
    from involve_audit.rubric.model import Rubric
    from involve_audit.what_if.simulator import Unchanged

MOST_IN_PAIRS = 40
"""Pairs grow with the square: of more answers than this, sources and the first in the file are paired, and it is said."""


WORK = 6_000_000
"""How much is tried: for each changed file that is judged the number of answers in it, or more where many spans of a stage are
looked at anew. A file that uses every question of the format needs nine tenths of it; what is left out of a longer one is counted."""
A_SPAN = 50
"""What a span of a stage costs that is looked at anew, in answers: rooms, decisions and organisations are held against each."""
MOST_NUMBER = 1000
"""Larger numbers in the code of the facts are no thresholds of counts or days."""


class OtherAnswer(NamedTuple):
    """One answer that a file could give.

    Attributes:
        path: where it belongs, as the file is written.
        value: the answer.
        now: what the file says there; empty where it does not tell it.
    """

    path: tuple[str | int, ...]
    value: str
    now: str


@dataclass(frozen=True)
class Flip:
    """One answer, or two, that would change the verdict.

    Attributes:
        answers: one or two.
        verdict: what it would be.
    """

    answers: tuple[OtherAnswer, ...]
    verdict: str


@dataclass(frozen=True)
class Flips:
    """What would change the verdict of a file.

    Attributes:
        verdict: what it is.
        single: single answers: sources first, then choices in the order of the file, then numbers and dates.
        pairs: pairs of answers, none of which changes it alone.
        tried: how many single answers were tried.
        paired: how many answers were tried in pairs.
        left_out: how many more could have been paired.
        untried: how many answers were not tried, for the file is so long.
        titles: what the verdicts are called beside this file.
    """

    verdict: str
    single: tuple[Flip, ...]
    pairs: tuple[Flip, ...]
    tried: int
    paired: int
    left_out: int
    untried: int
    titles: dict[str, str]


TO_BE_NAMED = "to_be_named"
"""The source that is tried where none is named."""


def answers(document: Document, rubric: Rubric, date: dt.date) -> Iterator[OtherAnswer]:
    """Every answer that the file could give and that is tried, in the order of the format."""
    for path, now, choices in places(document, rubric, date):
        for choice in choices:
            yield OtherAnswer(path, choice, now)


def places(document: Document, rubric: Rubric, date: dt.date) -> Iterator[tuple[Path, str, tuple[str, ...]]]:
    """Every place at which answers are tried: what the file says there (empty where it tells nothing), and these answers."""
    near = _Near(thresholds(rubric), turning_points(document, date))
    for path, below, choices in _choices(Project, document.tree, (), near):
        now = below
        if isinstance(now, list) and all(isinstance(one, str) for one in now):
            now = ", ".join(now)
        told = now if isinstance(now, str) else ""
        others = tuple([choice for choice in choices if choice not in ("unknown", told)])
        yield path, told, others


class _Near:
    """The numbers and the days beside which something may turn."""

    def __init__(self, numbers: tuple[int, ...], days: tuple[dt.date, ...]) -> None:
        self.numbers = numbers
        self.days = tuple(day.isoformat() for day in days)
        self._found: dict[tuple[Any, Any], tuple[str, ...]] = {}

    def values(self, kind: Any, below: Any) -> tuple[str, ...]:
        """What may stand for a number or a date; the nearest to what is told first. Empty for other kinds."""
        # Very many places of a long file tell the same, or nothing.
        if (kind, below) not in self._found:
            self._found[kind, below] = self._values(kind, below)
        return self._found[kind, below]

    def _values(self, kind: Any, below: Any) -> tuple[str, ...]:
        if kind is Dates:
            return self.days
        how = {Count: (read_count, ""), Money: (read_money, ""), Period: (read_period, " days")}.get(kind)
        if how is None:
            return ()
        read, unit = how
        try:
            told = read(below) if isinstance(below, str) else None
        except ValueError:
            return ()
        now = getattr(told, "low", None) or getattr(told, "amount", None) or getattr(told, "days", None) or 0
        return tuple(f"{n}{unit}" for n in sorted(self.numbers, key=lambda n: (abs(n - now), n)))


@cache
def _numbers_in_facts() -> frozenset[int]:
    """The numbers that the facts hold anything against, as their code names them."""
    found: set[int] = set()
    for module in {sys.modules[fact.observe.__module__] for fact in FACTS.values()}:
        for value in vars(module).values():
            code = getattr(inspect.unwrap(value), "__code__", None) if callable(value) else None
            found |= {c for c in (code.co_consts if code else (value,)) if type(c) is int}
    return frozenset(n for n in found if 0 <= n <= MOST_NUMBER)


def thresholds(rubric: Rubric) -> tuple[int, ...]:
    """Numbers just below, at and just above each threshold of the rubric and of the facts."""
    conditions = [
        *(level.when for c in rubric.criteria for level in c.levels.values()), *(c.applies_if for c in rubric.criteria),
        *(f.when for f in rubric.flags), *(s.when for s in rubric.signs), *(v.when for v in rubric.verdicts),
        *(w for g in rubric.gates for w in (g.when, g.due_if)),
    ]  # fmt: skip
    asked = {c.wanted for when in conditions for c in (when or {}).values() if c.comparator in ("at_least", "at_most")}
    every = {n + step for n in (*asked, *_numbers_in_facts()) for step in (-1, 0, 1)}
    return tuple(sorted(n for n in every if n >= 0))


def turning_points(document: Document, date: dt.date) -> tuple[dt.date, ...]:
    """The days before and after those at which something turns: the day of judging, and what the project dates itself."""
    tree = document.tree
    told = [value_at(tree, ("timing", "first_involved")), value_at(tree, ("timing", "design_locked"))]
    dates = value_at(tree, ("project", "dates"))
    told += list(dates.values()) if isinstance(dates, dict) else []
    # What is dated tomorrow has not happened; that a verdict would be another one then, helps nobody.
    days: set[dt.date] = set()
    day = dt.timedelta(days=1)
    for value in told:
        try:
            read = read_dates(value) if isinstance(value, str) else None
        except ValueError:
            continue
        days |= {d for d in (read.first, read.last) if d is not None} if read else set()
    beside = {d + step for d in days if dt.date.min < d < dt.date.max for step in (-day, day)}
    return tuple(sorted(beside | ({date - day} if date > dt.date.min else set())))


@cache
def _kinds(cls: type[Told]) -> tuple[tuple[str, str, Any], ...]:
    """The keys of a part at which something else may stand: each with the name of its kind, and what that is made of."""
    found: list[tuple[str, str, Any]] = []
    for name in cls.questions:
        kind = annotation(cls, name)
        origin = get_origin(kind)
        if origin is Annotated:
            found.append((name, "near", kind.__origin__))
        elif name == "source":
            found.append((name, "source", None))
        elif origin is Literal:
            found.append((name, "choice", get_args(kind)))
        elif origin is tuple and get_origin(get_args(kind)[0]) is Literal:
            found.append((name, "choices", get_args(get_args(kind)[0])))
        elif name in STAGES and cls is Stages:
            found.append((name, "stage", tuple(ROLES)))
        elif is_part(kind) and issubclass(kind, Listing):
            item = get_args(annotation(kind, "entries"))[0]
            if is_part(item):
                found.append((name, "list", item))
        elif is_part(kind):
            found.append((name, "part", kind))
        elif origin is dict and is_part(item := without_none(get_args(kind)[1])):
            found.append((name, "names", item))
    return tuple(found)


def _choices(cls: type[Told], tree: Any, path: Path, near: _Near) -> Iterator[tuple[Path, Any, tuple[str, ...]]]:
    """The places in a part at which something else may stand, what stands there, and what else may: closed choices also where it is not told."""
    told = tree if isinstance(tree, dict) else None
    for name, kind, made_of in _kinds(cls):  # type: ignore[arg-type] # a class can be hashed
        below = told.get(name) if told else None
        here = (*path, name)
        if kind == "near":
            if told is not None and path and not isinstance(below, (dict, list)):
                yield here, below, near.values(made_of, below)
        elif kind == "source":
            if told is not None and below is None:
                yield here, below, (TO_BE_NAMED,)
        elif kind == "choice":
            if not isinstance(below, (dict, list)):
                yield here, below, made_of
        elif kind == "choices":
            # Of a list of choices, each as the only one.
            if told is not None and not isinstance(below, dict):
                yield here, below, made_of
        elif kind == "stage":
            # A stage may have several spans; the only one, or a stage that is not told, can be answered otherwise.
            if isinstance(below, str):
                yield here, below, made_of
            elif not isinstance(below, list):
                yield from _choices(Stage, below, here, near)
        elif kind == "list":
            step = ("entries",) if isinstance(below, dict) and "entries" in below else ()
            entries = value_at(below, step)
            for n, entry in enumerate(entries if isinstance(entries, list) else ()):
                yield from _choices(made_of, entry, (*here, *step, n), near)
        elif kind == "part":
            # A section whose short form is told (`views: none`) is one answer, and has no keys to answer otherwise.
            if below is None or isinstance(below, dict):
                yield from _choices(made_of, below, here, near)
        elif isinstance(below, dict):
            for key, entry in below.items():
                yield from _choices(made_of, entry, (*here, key), near)


def with_answer(tree: Any, path: Path, value: str) -> Any:
    """The tree with one answer told otherwise. The given tree stays as it is."""
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        return [with_answer(v, tuple(rest), value) if n == step else v for n, v in enumerate(tree)]
    tree = tree if isinstance(tree, dict) else {}
    return {**tree, step: with_answer(tree.get(step), tuple(rest), value)}


def told_otherwise(tree: Any, answer: OtherAnswer) -> Any:
    """The file with one answer told otherwise; a source that is named is then listed."""
    tree = with_answer(tree, answer.path, answer.value)
    if answer.value == TO_BE_NAMED and TO_BE_NAMED not in (tree.get("sources") or {}):
        tree = with_answer(tree, ("sources", TO_BE_NAMED, "kind"), "other")
    return tree


def flips(
    document: Document, rubric: Rubric, date: dt.date, *,
    pairs: bool = True, all_pairs: bool = False, before_pairs: Callable[[int, int], None] | None = None,
) -> Flips:  # fmt: skip
    """Try every answer, then pairs of those that matter and do not decide alone.

    Args:
        document: the file.
        rubric: by what it is judged.
        date: the day as of which.
        pairs: whether pairs are tried.
        all_pairs: whether all of them are, and not only those of the first `MOST_IN_PAIRS` answers; and all answers of a file that is
            very long.
        before_pairs: is told how many answers were tried, and how many pairs will be, before it takes its time.
    """
    case = Case(read_project(document), date)
    trials = Simulator(document, case, rubric)
    now = state_of(document.tree, trials)
    verdict, rests_on = now or ("", ())
    single: list[Flip] = []
    moving: list[OtherAnswer] = []
    seen: set[tuple[Path, Any]] = set()
    tried = 0
    untried = 0
    spent = 0
    looks = _Looks(document.tree, trials.unchanged)
    for path, told, choices in places(document, rubric, date):
        if not looks.at(path, source=TO_BE_NAMED in choices):
            tried += len(choices)
            continue
        cost = looks.cost(path)
        for choice in choices:
            if spent + cost > WORK and not all_pairs:
                untried += 1
                continue
            answer = OtherAnswer(path, choice, told)
            state = state_of(told_otherwise(document.tree, answer), trials, now)
            tried += 1
            spent += cost
            # Of numbers and dates that come to the same, the nearest to what is told is enough.
            if state is None or (path, state) in seen:
                continue
            if choice[:1].isdigit():
                seen.add((path, state))
            if state[0] != verdict:
                single.append(Flip((answer,), state[0]))
            elif state[1] != rests_on:
                moving.append(answer)
    single.sort(key=lambda flip: _reach(flip.answers[0]))
    # A source asks for least, so it is among the first.
    moving.sort(key=lambda answer: answer.value != TO_BE_NAMED)
    paired = (moving if all_pairs else moving[: _how_many(moving, looks)]) if pairs else []
    couples = [(one, other) for one, other in combinations(paired, 2) if one.path != other.path]
    if before_pairs is not None and couples:
        before_pairs(tried, len(couples))
    double: list[Flip] = []
    for one, other in couples:
        state = state_of(told_otherwise(told_otherwise(document.tree, one), other), trials, now)
        if state is not None and state[0] != verdict:
            double.append(Flip((one, other), state[0]))
    return Flips(
        verdict, tuple(single), tuple(double), tried, len(paired), len(moving) - len(paired) if pairs else 0, untried,
        verdict_titles(rubric, case, verdict),
    )  # fmt: skip


class _Looks:
    """Where the verdict looks, and what it costs to look there anew."""

    def __init__(self, tree: dict[str, Any], unchanged: Unchanged) -> None:
        self._told = unchanged.case.told
        self._verdict = unchanged.verdict_looks_at
        self._shown = unchanged.looks_at(SHOWN)
        stages = unchanged.case.project.stages
        spans = sum(len(stages.spans(stage) or ()) for stage in STAGES) if stages else 0
        self._each = answers_in(tree)
        self._anew = max(self._each, A_SPAN * spans)

    def at(self, path: Path, *, source: bool = False) -> bool:
        """Whether the verdict looks where another answer would stand; else the file with it has the verdict of the file, and need not be judged.

        Args:
            path: where.
            source: whether a source is named there that is then listed.
        """
        places = places_of(self._told, path)
        return places is None or not places.isdisjoint(self._verdict) or (source and ("sources",) in self._verdict)

    def cost(self, path: Path) -> int:
        """What it costs to judge the file with another answer there."""
        places = places_of(self._told, path)
        return self._each if places is not None and places.isdisjoint(self._shown) else self._anew


def _how_many(moving: Sequence[OtherAnswer], looks: _Looks) -> int:
    """Of how many answers all pairs are tried: as many as `WORK` allows, and no more than `MOST_IN_PAIRS`."""
    spent = 0
    for n, answer in enumerate(moving[:MOST_IN_PAIRS]):
        spent += n * looks.cost(answer.path)
        if spent > WORK:
            return n
    return min(len(moving), MOST_IN_PAIRS)


def _reach(answer: OtherAnswer) -> int:
    """What can be done with an answer: a source asks for least; what nobody can still change comes last."""
    if answer.value == TO_BE_NAMED:
        return 0
    return 3 if answer.value[:1].isdigit() else 2 if answer.path[-1] in _SELDOM else 1


_SELDOM = ("budget_held_by", "phase", "researchers", "work_has")
"""What a project hardly changes in order to share power."""


def state_of(tree: Any, trials: Simulator, now: tuple[str, Any] | None = None) -> tuple[str, Any] | None:
    """The verdict of a file and what it rests on; None where it is no project file, for it contradicts itself.

    `now` is that of the file as it is, where it is known.
    """
    try:
        found = trials.quick_verdict(tree) if now is None else trials.new_verdict(tree)
    except InputError:
        return None
    return now if found is None else resting_on(found)


def resting_on(found: WeighedUp) -> tuple[str, Any]:
    """A verdict, and what it rests on."""
    table = found.table
    signs = tuple((sign.id, held.truth) for sign, held in table.signs)
    stages = tuple((s.stage, s.shown.low, s.shown.high) for s in found.ladder.shown.stages)
    rests_on = (
        found.outcome.possible,
        table.nobody,
        table.broken,
        table.tokenism,
        table.promises,
        table.enough,
        signs,
        stages,
        tuple((gate.id, state) for gate, state, _ in found.gates),
    )
    return found.outcome.id, rests_on
