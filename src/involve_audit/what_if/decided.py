"""Which of the lines behind a judgement decided it: each is taken out of the file, and the judgement is made again.

A line *decided* where there are other lines (none, for most) without which the judgement stays as it is, and without which
and this one it does not. So of two answers that are both needed each decided; of two of which either is enough, each did
too, for without the one the other does; and an answer that nothing hangs on did not, however near it stands.

The lines that are looked at are those that the facts name (and what these are made of): a few dozen at most, each a part of
the file. Where a list has hundreds of entries, those behind the first dozen are only taken out together.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.facts.ladder import standing
from involve_audit.facts.reads import EVERYTHING, watched
from involve_audit.judge.gates import state_of
from involve_audit.judge.honesty import weigh
from involve_audit.judge.label import fit
from involve_audit.judge.ladder import ladder_of
from involve_audit.judge.levels import hold, judge_criterion
from involve_audit.judge.verdict import quick_verdict, rows
from involve_audit.messages import flow
from involve_audit.project.fields import Told, has_parts
from involve_audit.project.practice import Listing
from involve_audit.what_if.simulator import without

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from involve_audit.facts.answers import Path
    from involve_audit.facts.reads import Place
    from involve_audit.judge.label import Fit
    from involve_audit.judge.verdict import Outcome
    from involve_audit.load import Document
    from involve_audit.rubric.model import Criterion, Flag, Gate, Rubric
    from involve_audit.what_if.simulator import Unchanged

    Judgement = Callable[[Facts], Hashable]

LOOKED_AT, EVERYWHERE = 12, 60
"""So many lines of one judgement are looked at one by one; the second, where it is not known where to look."""
PRINTED = 6
"""So many lines are printed of one judgement."""
FITS = 120
"""A line of more letters is cut; what decided stands first in it."""


WORK = 3_000_000
"""How much is tried for one file: the number of trials, times the number of answers in the file. A file that uses every
question of the format needs four fifths of it; in one with very many entries the places that the facts name are printed as they are."""
_OUTCOME = "outcome"
"""Under this name a case remembers its verdict."""


@dataclass(frozen=True)
class Line:
    """A place that decided, and the keys below it that did, first to be quoted.

    Attributes:
        path: the place, as the model knows it.
        first: of a part that is too long to be quoted whole, the keys that decided.
    """

    path: Path
    first: tuple[str, ...] = ()


class _Spent(Exception):  # noqa: N818 - it ends a search, and is no error
    """So much has been tried that no more is."""


def _answers(tree: Any) -> int:
    """How many answers a part of a file holds."""
    below = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    return 1 + sum(map(_answers, below))


@dataclass
class _Tried:
    """One judgement of a file, and of the file without some places."""

    deciding: Deciding
    judgement: Judgement
    known: dict[frozenset[Path], Hashable] = field(default_factory=dict)
    without: tuple[Path, ...] = ()

    def value(self, gone: frozenset[Path] = frozenset()) -> Hashable:
        """The judgement of the file without some places."""
        if gone not in self.known:
            self.deciding.spend()
            self.known[gone] = self.judgement(self.deciding.facts_without(gone))
        return self.known[gone]

    def given(self, without: Iterable[Path]) -> _Tried:
        """The same judgement of the file without some places, which leave it as it is."""
        return replace(self, without=(*self.without, *without))

    def moves(self, gone: Iterable[Path]) -> bool:
        """Whether the judgement is another one without these."""
        return self.value(frozenset((*self.without, *gone))) != self.value()


class Deciding:
    """Finds the lines of one file that decided."""

    def __init__(self, document: Document, unchanged: Unchanged) -> None:
        self.document = document
        self.unchanged = unchanged
        self._facts: dict[frozenset[Path], Facts] = {}
        self._left = WORK

    def spend(self) -> None:
        """Count one trial; _Spent where so much has been tried that no more is."""
        self._left -= self._answers
        if self._left < 0:
            raise _Spent

    @cached_property
    def _answers(self) -> int:
        return _answers(self.document.tree)

    def facts_without(self, gone: frozenset[Path]) -> Facts:
        """The facts of the file without some places."""
        if gone not in self._facts:
            case = self.unchanged.case
            self._facts[gone] = self.unchanged.facts(
                Case(without(case.project, gone), case.date, case.plans, opened=True)
            )
        return self._facts[gone]

    def lines(self, places: Iterable[Path], judgement: Judgement, *, elsewhere: bool = True) -> tuple[Line, ...]:
        """Of these places those that decided a judgement, what alone decided first where there are many.

        Args:
            places: as the facts name them, also such as are not told.
            judgement: what is judged, of the facts: a level, a state, a verdict with its range.
            elsewhere: whether to look wherever the judgement looks, if none of these decided.
        """
        tried = _Tried(self, judgement)
        told = dict.fromkeys(p for place in places if (p := self._told(place)))
        found: list[Line] = []
        try:
            decided = self._decided(list(told), tried)
            if told and not decided and elsewhere:
                # What the facts name does not decide it: it is looked for wherever they look.
                decided = self._decided(self._looked_at(judgement), tried, most=EVERYWHERE)
            for path, others in decided.items():
                found += self._shown(path, tried.given(others))
        except _Spent:
            found = [Line(path) for path in told]
        return tuple(dict.fromkeys(found))

    def _told(self, path: Path) -> Path:
        """The part of a place that is told and would be quoted, at its shortest; empty where nothing of it is."""
        kept = self.document.true_path(path)
        # An answer that is not in the file is not quoted by the section in which it would stand.
        if not kept or len(kept) < min(len(path), 2):
            return ()
        return next(p for n in range(1, len(path) + 1) if self.document.true_path(p := path[:n]) == kept)

    def _looked_at(self, judgement: Judgement) -> list[Path]:
        """All that is told at the places at which a judgement looks."""
        looked: set[Place] = set()
        case = self.unchanged.case
        judgement(Facts(Case(watched(case.project, looked), case.date, case.plans, opened=True)))
        parts = {place[0] for place in looked if len(place) > 1}
        told = {self._told(place) for place in looked if place[-1] != EVERYTHING and place not in {(p,) for p in parts}}
        return sorted(told - {()}, key=self.document.at)

    def _decided(self, places: Sequence[Path], tried: _Tried, most: int = LOOKED_AT) -> dict[Path, tuple[Path, ...]]:
        """The places that decided, each with the others without which it does; those first that need no others."""
        looked_at = places[:most]
        found: dict[Path, tuple[Path, ...]] = {p: () for p in looked_at if tried.moves((p,))}
        rest = [p for p in places if p not in found]
        if rest and tried.moves(rest):
            for path in (p for p in looked_at if p in rest):
                if len(found) >= PRINTED:
                    break
                if path not in found:
                    together = _together(path, [p for p in rest if p != path], tried)
                    for one in together:
                        found.setdefault(one, tuple(p for p in together if p != one))
        order = {p: n for n, p in enumerate(places)}
        kept = sorted(list(found)[:PRINTED], key=order.__getitem__)
        return {p: found[p] for p in kept}

    # --- what is quoted of a place ------------------------------------------------------------------

    def _shown(self, path: Path, tried: _Tried) -> list[Line]:
        """A place as it is quoted; where a line would cut off what decided in it, by that."""
        below = self._below(path)
        cut_off = self._cut_off(path, below)
        if not cut_off or not tried.moves(cut_off):
            return [Line(path)]
        decided = self._decided(list(below), tried)
        if not decided:
            return [Line(path)]
        if all(below[p] for p in decided):
            return [line for p, others in decided.items() for line in self._shown(p, tried.given(others))]
        return [Line(path, tuple(str(p[-1]) for p in decided))]

    def _cut_off(self, path: Path, below: Iterable[Path]) -> list[Path]:
        """What stands below a place and does not fit into the line in which it is quoted."""
        kept = self.document.true_path(path)
        value = self.document.get(kept)
        room = FITS - (len(f"{kept[-1]}: ") if isinstance(kept[-1], str) else 0)
        if len(flow(value)) <= room:
            return []
        seen: set[Path] = set()
        for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            room -= len(flow({key: value[key]} if isinstance(value, dict) else value[key])) + 2
            if room < 0:
                break
            seen.add((*kept, key))
        return [p for p in below if self.document.true_path(p) not in seen]

    def _below(self, path: Path) -> dict[Path, bool]:
        """What stands below a place, and whether it is a part of its own rather than an answer."""
        part = self.unchanged.case.at(path)
        while isinstance(part, tuple) and len(part) == 1 and self._same(path, (*path, 0)):
            path, part = (*path, 0), part[0]
        if isinstance(part, Listing):
            entries = getattr(part, "entries", None) or ()
            found = {(*path, "entries", n): True for n, _ in enumerate(entries)}
            return found | ({(*path, "complete"): True} if part.complete else {})
        if isinstance(part, tuple):
            return {(*path, n): True for n, _ in enumerate(part)} if has_parts(part) else {}
        if isinstance(part, dict):
            return {(*path, key): True for key in part}
        if isinstance(part, Told):
            return {
                (*path, key): (isinstance(value, dict) or has_parts(value)) and not self._same(path, (*path, key))
                for key, value in vars(part).items()
                if value is not None
            }
        return {}

    def _same(self, one: Path, other: Path) -> bool:
        """Whether two places stand at the same place in the file."""
        return self.document.true_path(one) == self.document.true_path(other)


# --- judgements, as far as lines decide them ----------------------------------------------------------


def level_of(criterion: Criterion) -> Judgement:
    """The level of a criterion, its range, what caps it and how well it is supported."""

    def judged(facts: Facts) -> Hashable:
        item = judge_criterion(criterion, facts, None)
        return item.low, item.high, item.applies, item.support, item.capped

    return judged


def gate_of(gate: Gate) -> Judgement:
    """The state of a gate."""
    return lambda facts: state_of(gate, facts)[0]


def flag_of(flag: Flag) -> Judgement:
    """Whether a flag holds."""
    return lambda facts: hold(flag.when, facts).truth


def value_of(fact: str) -> Judgement:
    """The value of a fact: of a sign, for instance."""
    return lambda facts: facts[fact].value


def stage_of(stage: str) -> Judgement:
    """What contributors do in a stage: told, shown and promised."""

    def judged(facts: Facts) -> Hashable:
        return replace(standing(facts.case, stage), where=())

    return judged


def label_of(rubric: Rubric) -> Judgement:
    """Whether the words fit, and why."""
    return lambda facts: replace(_fit(facts, rubric), where=())


def honesty_of(rubric: Rubric) -> Judgement:
    """What is found in each part of honesty."""

    def judged(facts: Facts) -> Hashable:
        found = weigh(facts, _fit(facts, rubric), _outcome(facts, rubric).id)
        return found.state, tuple(part.says for part in found.parts)

    return judged


def verdict_of(rubric: Rubric) -> Judgement:
    """The verdict, those still possible, the rung, and the signs of tokenism."""

    def judged(facts: Facts) -> Hashable:
        outcome, rung = _outcome(facts, rubric), ladder_of(facts.case).shown.rung
        return outcome.id, outcome.possible, rung, tuple(truth for _, truth, _ in rows(facts).signs)

    return judged


def _outcome(facts: Facts, rubric: Rubric) -> Outcome:
    if _OUTCOME not in facts.case.memo:
        facts.case.memo[_OUTCOME] = quick_verdict(facts.case, rubric, facts).outcome
    found: Outcome = facts.case.memo[_OUTCOME]
    return found


def _fit(facts: Facts, rubric: Rubric) -> Fit:
    return fit(facts.case, rubric, ladder_of(facts.case), verdict=_outcome(facts, rubric).id)


def _together(path: Path, others: Sequence[Path], tried: _Tried) -> tuple[Path, ...]:
    """The fewest places, this one among them, that change a judgement only all together; empty where none were found."""
    for order in (others, others[::-1]):
        left = _left_out(order, tried)
        if not tried.moves((path, *left)):
            continue
        if len(left) > LOOKED_AT:
            return (path,)
        for one in left:
            fewer = tuple(p for p in left if p != one)
            if tried.moves((path, *fewer)):
                left = fewer
        return (path, *left)
    return ()


def _left_out(places: Sequence[Path], tried: _Tried) -> tuple[Path, ...]:
    """As many of these places, taken in their order, as leave a judgement as it is."""
    least, most = 0, len(places)
    if not tried.moves(places):
        least = most
    while least < most:
        middle = (least + most + 1) // 2
        if tried.moves(places[:middle]):
            most = middle - 1
        else:
            least = middle
    return tuple(places[:least])
