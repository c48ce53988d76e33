"""Which of the lines behind a judgement decided it: each is taken out of the file, and the judgement is made again.

A line *decided* where there are other lines (none, for most) without which the judgement stays as it is, and without which
and this one it does not. So of two answers that are both needed each decided; of two of which either is enough, each did
too, for without the one the other does; and an answer that nothing hangs on did not, however near it stands.

The lines that are looked at are those that the facts name (and what these are made of): a few dozen at most, each a part of
the file. Where a list has hundreds of entries, those behind the first dozen are only taken out together.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.facts.reads import EVERYTHING, watched
from involve_audit.facts.roles import standing
from involve_audit.judge.gates import state_of
from involve_audit.judge.honesty import weigh
from involve_audit.judge.label import fit
from involve_audit.judge.ladder import ladder_of
from involve_audit.judge.levels import hold, judge_criterion
from involve_audit.judge.signs import with_rubric
from involve_audit.judge.verdict import quick_verdict
from involve_audit.project.fields import Told, has_parts
from involve_audit.project.practice import Listing
from involve_audit.record import Record, replace
from involve_audit.what_if.simulator import SearchBudget, Spent, without
from involve_audit.wording.file_words import plain
from involve_audit.wording.messages import flow

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from involve_audit.facts.answers import Path
    from involve_audit.facts.reads import Place
    from involve_audit.judge.label import Fit
    from involve_audit.judge.verdict import WeighedUp
    from involve_audit.load import Document
    from involve_audit.rubric.model import Criterion, Flag, Gate, Rubric, Sign
    from involve_audit.what_if.simulator import Anew, Unchanged

    Decided = dict[Path, tuple[str, ...]]
    """Places that decided, each with the keys below it that did, first to be quoted."""

LOOKED_AT, EVERYWHERE = 12, 60
"""So many lines of one judgement are looked at one by one; the second, where it is not known where to look."""
PRINTED = 6
"""So many lines are printed of one judgement."""
FITS = 120
"""A line of more letters is cut; what decided stands first in it."""


WORK = 3_000_000
"""How much is tried for one file: the number of trials, times the number of answers in the file. A file that uses every
question of the format needs two thirds of it; in one with very many entries the places that the facts name are printed as they are."""
_VERDICT = "verdict"
"""Under this name a case remembers its verdict."""


class Judgement(Record):
    """What is judged of the facts.

    Attributes:
        of: the level, the state, the verdict with its range …
        places: whether it depends on where the facts were found too, and not on their values alone.
    """

    of: Callable[[Facts], Hashable]
    places: bool = False


class Tried(Record, frozen=False):
    """One judgement of a file, and of the file without some places.

    Attributes:
        without: the places that are gone from the beginning.
        unchanged: what is so without these.
        known: the judgement, by the places that are gone.
    """

    deciding: Deciding
    judgement: Judgement
    without: frozenset[Path]
    unchanged: Unchanged
    known: dict[frozenset[Path], Hashable]

    @cached_property
    def _begun(self) -> tuple[Hashable, set[str], set[Place]]:
        """The judgement without more places gone, what it asks for, and where it looks: one more trial, as any other."""
        self.deciding.budget.spend()
        return self.unchanged.noted(self.judgement.of)

    def value(self, gone: frozenset[Path]) -> Hashable:
        """The judgement of the file without some places, among them those that are gone from the beginning."""
        if gone not in self.known:
            self.deciding.budget.spend()
            before, asks, looks = self._begun
            facts = self.deciding.facts_without(gone, self.unchanged)
            same = self.unchanged.finds_the_same(facts, asks, looks, places=self.judgement.places)
            self.known[gone] = before if same else self.judgement.of(facts)
        return self.known[gone]

    def given(self, without: Iterable[Path]) -> Tried:
        """The same judgement of the file without some places, which leave it as it is."""
        gone = self.without.union(without)
        if gone == self.without:
            return self
        facts = self.deciding.facts_without(gone, self.unchanged)
        return Tried(self.deciding, self.judgement, gone, self.unchanged.after(facts), self.known)

    def moves(self, gone: Iterable[Path]) -> bool:
        """Whether the judgement is another one without these."""
        return self.value(self.without.union(gone)) != self._begun[0]


class Deciding:
    """Finds the lines of one file that decided."""

    def __init__(self, document: Document, unchanged: Unchanged) -> None:
        self.document = document
        self.unchanged = unchanged
        self._facts: dict[frozenset[Path], Anew] = {}
        self.budget = SearchBudget(document, WORK)

    def facts_without(self, gone: frozenset[Path], unchanged: Unchanged) -> Anew:
        """The facts of the file without some places, of which `unchanged` lacks some already."""
        known = self._facts.get(gone)
        if known is None:
            case = self.unchanged.case
            known = unchanged.facts(Case(without(case.project, gone), case.date, case.plans, opened=True))
            # One place decides several judgements; several places are seldom asked for twice, and would fill memory.
            if len(gone) == 1:
                self._facts[gone] = known
        return known

    def places(self, behind: Iterable[Path], judgement: Judgement, *, elsewhere: bool = True) -> Decided:
        """Of these places those that decided a judgement, what alone decided first where there are many.

        Args:
            behind: the places behind it, as the facts name them, also such as are not told.
            judgement: what is judged, of the facts: a level, a state, a verdict with its range.
            elsewhere: whether to look wherever the judgement looks, if none of these decided.

        Returns:
            Each place as the model knows it, with the keys below it that decided, where it is too long to be quoted whole.
        """
        tried = Tried(self, judgement, frozenset(), self.unchanged, {})
        told = dict.fromkeys(p for place in behind if (p := self._told(place)))
        found: Decided = {}
        try:
            decided = self._decided(list(told), tried)
            if told and not decided and elsewhere:
                # What the facts name does not decide it: it is looked for wherever they look.
                decided = self._decided(self._looked_at(judgement), tried, most=EVERYWHERE)
            for path, others in decided.items():
                for place, first in self._shown(path, tried.given(others)).items():
                    found.setdefault(place, first)
        except Spent:
            found = dict.fromkeys(told, ())
        return found

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
        judgement.of(Facts(Case(watched(case.project, looked), case.date, case.plans, opened=True)))
        parts = {place[0] for place in looked if len(place) > 1}
        told = {self._told(place) for place in looked if place[-1] != EVERYTHING and place not in {(p,) for p in parts}}
        return sorted(told - {()}, key=self.document.at)

    def _decided(self, places: Sequence[Path], tried: Tried, most: int = LOOKED_AT) -> dict[Path, tuple[Path, ...]]:
        """The places that decided, each with the others without which it does; those first that need no others."""
        found: dict[Path, tuple[Path, ...]] = {p: () for p in places[:most] if tried.moves((p,))}
        rest = [p for p in places if p not in found]
        while rest and len(found) < PRINTED and tried.moves(rest):
            together = _fewest(rest, tried)
            for one in together:
                found[one] = tuple(p for p in together if p != one)
            rest = [p for p in rest if p not in together]
        order = {p: n for n, p in enumerate(places)}
        kept = sorted(list(found)[:PRINTED], key=order.__getitem__)
        return {p: found[p] for p in kept}

    # --- what is quoted of a place ------------------------------------------------------------------

    def _shown(self, path: Path, tried: Tried) -> Decided:
        """A place as it is quoted; where a line would cut off what decided in it, by that."""
        below = self._below(path)
        cut_off = self._cut_off(path, below)
        if not cut_off or not tried.moves(cut_off):
            return {path: ()}
        decided = self._decided(list(below), tried)
        if not decided:
            return {path: ()}
        if all(below[p] for p in decided):
            return {
                p: keys
                for part, others in decided.items()
                for p, keys in self._shown(part, tried.given(others)).items()
            }
        return {path: tuple(str(p[-1]) for p in decided)}

    def _cut_off(self, path: Path, below: Iterable[Path]) -> list[Path]:
        """What stands below a place and does not fit into the line in which it is quoted."""
        kept = self.document.true_path(path)
        value = self.document.get(kept)
        room = FITS - (len(f"{kept[-1]}: ") if isinstance(kept[-1], str) else 0)
        if len(plain(flow(value))) <= room:
            return []
        seen: set[Path] = set()
        for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
            room -= len(plain(flow({key: value[key]} if isinstance(value, dict) else value[key]))) + 2
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


def level_of(criterion: Criterion, rubric: Rubric) -> Judgement:
    """The level of a criterion, its range, what caps it and how well it is supported."""

    def judged(facts: Facts) -> Hashable:
        item = judge_criterion(criterion, with_rubric(facts, rubric), None)
        return item.low, item.high, item.applies, item.support, item.capped

    return Judgement(judged, places=True)


def gate_of(gate: Gate, rubric: Rubric) -> Judgement:
    """The state of a gate."""
    return Judgement(lambda facts: state_of(gate, with_rubric(facts, rubric))[0])


def flag_of(flag: Flag, rubric: Rubric) -> Judgement:
    """Whether a flag holds."""
    return Judgement(lambda facts: hold(flag.when, with_rubric(facts, rubric)).truth)


def sign_of(sign: Sign) -> Judgement:
    """Whether a sign of tokenism holds."""
    return Judgement(lambda facts: hold(sign.when, facts).truth)


def stage_of(stage: str) -> Judgement:
    """What contributors do in a stage: told, shown and promised."""
    return Judgement(lambda facts: standing(facts.case, stage))


def label_of(rubric: Rubric) -> Judgement:
    """Whether the words fit, and why."""
    return Judgement(lambda facts: replace(_fit(facts, rubric), where=()), places=True)


def honesty_of(rubric: Rubric) -> Judgement:
    """What is found in each part of honesty."""

    def judged(facts: Facts) -> Hashable:
        found = weigh(facts, _fit(facts, rubric), _weighed(facts, rubric).outcome.id)
        return found.state, tuple(part.says for part in found.parts)

    return Judgement(judged, places=True)


def verdict_of(rubric: Rubric) -> Judgement:
    """The verdict, those still possible, the rung, and the signs of tokenism."""

    def judged(facts: Facts) -> Hashable:
        found = _weighed(facts, rubric)
        signs = tuple(held.truth for _, held in found.table.signs)
        return found.outcome.id, found.outcome.possible, found.ladder.shown.rung, signs

    return Judgement(judged)


def _weighed(facts: Facts, rubric: Rubric) -> WeighedUp:
    if _VERDICT not in facts.case.memo:
        facts.case.memo[_VERDICT] = quick_verdict(facts.case, rubric, facts)
    found: WeighedUp = facts.case.memo[_VERDICT]
    return found


def _fit(facts: Facts, rubric: Rubric) -> Fit:
    return fit(facts, rubric, ladder_of(facts.case), verdict=_weighed(facts, rubric).outcome.id)


def _fewest(places: Sequence[Path], tried: Tried, gone: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Places that change a judgement all together with what is gone; of which none can be left out, as far as they are printed.

    Of hundreds of entries that are all needed only those are told apart that are printed: the others go together.
    """
    behind = places[LOOKED_AT:]
    size = -(-len(behind) // LOOKED_AT)
    parts = [(p,) for p in places[:LOOKED_AT]] + [
        tuple(behind[n : n + size]) for n in range(0, len(behind), max(1, size))
    ]
    needed = list(_together(parts, tried, gone))
    for n, part in enumerate(needed):
        if sum(map(len, needed[:n])) >= PRINTED:
            break
        if len(part) > 1:
            needed[n] = _fewest(part, tried, (*gone, *_joined(needed[:n]), *_joined(needed[n + 1 :])))
    return _joined(needed)


def _joined(parts: Iterable[Sequence[Path]]) -> tuple[Path, ...]:
    return tuple(path for part in parts for path in part)


def _together(
    parts: Sequence[tuple[Path, ...]], tried: Tried, gone: Sequence[Path] = ()
) -> tuple[tuple[Path, ...], ...]:
    """Parts of a list of places that change a judgement all together, of which none can be left out.

    This is QuickXplain (Junker, AAAI 2004): halves are put aside as long as the other half, with what is gone, is enough.

    Args:
        parts: those that change it together with what is gone; the earlier are kept rather than the later.
        tried: the judgement.
        gone: what is gone already.
    """
    if len(parts) == 1:
        return tuple(parts)
    half = len(parts) // 2
    first, second = parts[:half], parts[half:]
    ahead = (*gone, *_joined(first))
    needed = () if tried.moves(ahead) else _together(second, tried, ahead)
    if needed and tried.moves((*gone, *_joined(needed))):
        return needed
    return (*_together(first, tried, (*gone, *_joined(needed))), *needed)
