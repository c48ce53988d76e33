"""Which single answers, and which pairs, would change the verdict of a file.

Every closed choice that the format knows is tried, one after the other, in the sections of the file, its stages, its rooms
and the entries of its lists; free texts, dates and numbers are not. Each trial is judged like a file, so what is listed is
exact. Pairs are tried among the answers that change anything on which the verdict rests, and none of which changes the
verdict alone; two answers that change nothing alone, and something together, are not found.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from involve_audit.judge.changed import Trials
from involve_audit.load import read_project
from involve_audit.messages import InputError
from involve_audit.project.fields import Told, annotation, without_none
from involve_audit.project.model import Project
from involve_audit.project.people import ROLES, Stage
from involve_audit.project.practice import STAGES, Listing

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from involve_audit.load import Document
    from involve_audit.project.fields import Path
    from involve_audit.rubric import Rubric

MOST_IN_PAIRS = 40
"""Pairs grow with the square: of more answers than this, the first in the file are paired, and it is said."""


@dataclass(frozen=True)
class Answer:
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

    answers: tuple[Answer, ...]
    verdict: str


@dataclass(frozen=True)
class Flips:
    """What would change the verdict of a file.

    Attributes:
        verdict: what it is.
        single: single answers, in the order of the file.
        pairs: pairs of answers, none of which changes it alone.
        tried: how many single answers were tried.
        paired: how many answers were tried in pairs.
        left_out: how many more could have been paired.
    """

    verdict: str
    single: tuple[Flip, ...]
    pairs: tuple[Flip, ...]
    tried: int
    paired: int
    left_out: int


def answers(document: Document) -> Iterator[Answer]:
    """Every closed choice that the file could tell otherwise, in the order of the format."""
    for path, choices in _choices(Project, document.tree, ()):
        now = _at(document.tree, path)
        for choice in choices:
            if choice not in ("unknown", now):
                yield Answer(path, choice, now if isinstance(now, str) else "")


def _choices(cls: type[Told], tree: Any, path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """The places of closed choices in a part, whether it is told or not, and what may stand there."""
    for name in cls.questions:
        kind = annotation(cls, name)
        below = tree.get(name) if isinstance(tree, dict) else None
        here = (*path, name)
        origin = get_origin(kind)
        if origin is Literal:
            if not isinstance(below, (dict, list)):
                yield here, get_args(kind)
        elif name in STAGES and path == ("stages",):
            # A stage may have several spans; the only one, or a stage that is not told, can be answered otherwise.
            if isinstance(below, str):
                yield here, tuple(ROLES)
            elif not isinstance(below, list):
                yield from _choices(Stage, below, here)
        elif isinstance(kind, type) and issubclass(kind, Listing):
            entries = below.get("entries") if isinstance(below, dict) and "entries" in below else below
            item = get_args(annotation(kind, "entries"))[0]
            step = ("entries",) if isinstance(below, dict) and "entries" in below else ()
            if isinstance(entries, list) and isinstance(item, type) and issubclass(item, Told):
                for n, entry in enumerate(entries):
                    yield from _choices(item, entry, (*here, *step, n))
        elif isinstance(kind, type) and issubclass(kind, Told):
            # A section whose short form is told (`views: none`) is one answer, and has no keys to answer otherwise.
            if below is None or isinstance(below, dict):
                yield from _choices(kind, below, here)
        elif origin is dict and isinstance(below, dict):
            item = without_none(get_args(kind)[1])
            if isinstance(item, type) and issubclass(item, Told):
                for key, entry in below.items():
                    yield from _choices(item, entry, (*here, key))


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def with_answer(tree: Any, path: Path, value: str) -> Any:
    """The tree with one answer told otherwise. The given tree stays as it is."""
    if not path:
        return value
    step, *rest = path
    if isinstance(step, int):
        return [with_answer(v, tuple(rest), value) if n == step else v for n, v in enumerate(tree)]
    tree = tree if isinstance(tree, dict) else {}
    return {**tree, step: with_answer(tree.get(step), tuple(rest), value)}


def flips(document: Document, rubric: Rubric, date: dt.date, *, pairs: bool = True) -> Flips:
    """Try every answer, then pairs of those that matter and do not decide alone."""
    trials = Trials(document, read_project(document), rubric, date)
    verdict, rests_on = _state(document.tree, trials) or ("", ())
    single: list[Flip] = []
    moving: list[Answer] = []
    tried = 0
    for answer in answers(document):
        state = _state(with_answer(document.tree, answer.path, answer.value), trials)
        tried += 1
        if state is None:
            continue
        if state[0] != verdict:
            single.append(Flip((answer,), state[0]))
        elif state[1] != rests_on:
            moving.append(answer)
    paired = moving[:MOST_IN_PAIRS] if pairs else []
    double: list[Flip] = []
    for one, other in combinations(paired, 2):
        if one.path != other.path:
            both = with_answer(with_answer(document.tree, one.path, one.value), other.path, other.value)
            state = _state(both, trials)
            if state is not None and state[0] != verdict:
                double.append(Flip((one, other), state[0]))
    return Flips(verdict, tuple(single), tuple(double), tried, len(paired), len(moving) - len(paired) if pairs else 0)


def _state(tree: Any, trials: Trials) -> tuple[str, Any] | None:
    """The verdict of a file and what it rests on; None where it is no project file, for it contradicts itself."""
    try:
        found = trials.weigh_up(tree)
    except InputError:
        return None
    table = found.table
    signs = tuple((name, truth) for name, truth, _ in table.signs)
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
        found.gates,
    )
    return found.outcome.id, rests_on
