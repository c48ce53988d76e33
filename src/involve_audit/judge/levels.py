"""Criteria: the level that the facts carry, as a range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.facts.answers import compare
from involve_audit.judge.evidence import cap_of, contributors_allow, strongest
from involve_audit.project.practice import Practice
from involve_audit.record import Record
from involve_audit.rubric.model import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TypeVar

    from involve_audit.facts import Facts
    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.rubric.model import Conditions, Criterion

    T = TypeVar("T")


class Held:
    """Whether conditions hold, and the places that decided it.

    Attributes:
        truth: yes, no, or None where the facts do not decide it.
        unknown: facts that are not told; none where one that is told says no.
        no: the first fact that says no; empty where none does.
    """

    __slots__ = ("_conditions", "_facts", "_where", "no", "truth", "unknown")

    def __init__(
        self, truth: bool | None, unknown: tuple[str, ...] = (), no: str = "", conditions: Conditions | None = None,
        facts: Facts | None = None,
    ) -> None:  # fmt: skip
        self.truth = truth
        self.unknown = unknown
        self.no = no
        self._conditions = conditions
        self._facts = facts
        self._where: tuple[Path, ...] = ()

    @property
    def where(self) -> tuple[Path, ...]:
        """The places of the facts that made it so: all of them, or all that are not told, or all that say no. Once asked for, it lets go of the facts."""
        if self._facts is not None:
            self._where = _each_once(tuple(_saying(self.truth, self._conditions or {}, self._facts)))
            self._facts = None
        return self._where

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Held):
            return NotImplemented
        mine, theirs = (self.truth, self.unknown, self.no), (other.truth, other.unknown, other.no)
        return mine == theirs and self.where == other.where

    def __hash__(self) -> int:
        return hash((self.truth, self.unknown, self.no))


_ALWAYS = Held(True)


def hold(conditions: Conditions | None, facts: Facts) -> Held:
    """Whether all of these conditions hold. No conditions always hold.

    The first fact that says no decides it, and those behind it are not worked out before somebody asks for the places: of most
    conditions nobody does.
    """
    if not conditions:
        return _ALWAYS
    settled: Held | None = facts.settled.get(id(conditions))
    if settled is not None:
        return settled
    known = facts.known
    unknown: tuple[str, ...] = ()
    for name, condition in conditions.items():
        value = (known.get(name) or facts[name]).value
        if value is None:
            unknown += (name,)
        elif condition.comparator == "is":  # four of five: not worth a call
            if value != condition.wanted:
                return Held(False, (), name, conditions, facts)
        else:
            holds = compare(value, condition.comparator, condition.wanted)
            if holds is False:
                return Held(False, (), name, conditions, facts)
            if holds is None:
                unknown += (name,)
    return Held(None if unknown else True, unknown, "", conditions, facts)


def kept(held: Held) -> Held:
    """The same with its places looked up: what is kept beside facts must not hold on to them, nor be freed only by the collector."""
    _ = held.where
    return held


def _saying(truth: bool | None, conditions: Conditions, facts: Facts) -> Iterator[Path]:
    """The places of the facts of which this is so: whether each is as it should be."""
    for name, condition in conditions.items():
        answer = facts[name]
        if truth or compare(answer.value, condition.comparator, condition.wanted) is truth:
            yield from answer.where


class Judged(Record):
    """A criterion as judged: its level, and the facts and places that decided it.

    It is judged anew for every answer that is tried out, and of each file of a portfolio. What a report says of it, in the words of
    the rubric and with lines, is made of it once (`principles.principle_found`).

    Attributes:
        low, high: the level, 0 to 3.
        applies: None where it is not told whether the question arises.
        planned: the level that the plans would reach, at most 2; None without plans.
        support: claimed, specific, documented, confirmed, disputed; empty where nothing is told.
        capped: `claim`, `views`, `dispute`, or empty.
        holding: the places that carry the level.
        stops: what does not hold of the level above; None where all levels hold or may hold.
        unknown: facts that are not told and would settle it.
    """

    criterion: Criterion
    low: int
    high: int
    applies: bool | None
    planned: int | None
    support: str
    capped: str
    holding: tuple[Path, ...]
    stops: Held | None
    unknown: tuple[str, ...]

    def __init__(
        self, criterion: Criterion, low: int, high: int, applies: bool | None, planned: int | None, support: str, capped: str,
        holding: tuple[Path, ...], stops: Held | None, unknown: tuple[str, ...],
    ) -> None:  # fmt: skip
        """What `Record` does, in short."""
        self.__dict__.update(
            criterion=criterion, low=low, high=high, applies=applies, planned=planned, support=support, capped=capped,
            holding=holding, stops=stops, unknown=unknown,
        )  # fmt: skip

    @property
    def where(self) -> tuple[Path, ...]:
        """The places that decided it: those that carry the level, or else those that speak against the next."""
        return self.holding or (self.stops.where if self.stops else ())


_LEVELS = tuple(enumerate(LEVELS))[1:]


def _each_once(found: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found)) if len(found) > 1 else found  # of most criteria none, or one


Carried = tuple[int, int, tuple["Path", ...], "Held | None", tuple[str, ...]]
"""The level that facts alone carry: low, high, places that hold, what stops, facts not told."""


def carried(criterion: Criterion, facts: Facts) -> Carried:
    """The level that the facts alone carry."""
    settled: Carried | None = facts.settled.get(id(criterion))
    if settled is not None:
        return settled
    low = high = 0
    holding: tuple[Path, ...] = ()
    stops: Held | None = None
    unknown: tuple[str, ...] = ()
    for n, name in _LEVELS:
        held = hold(criterion.levels[name].when, facts)
        if held.truth is False:
            stops = held
            break
        high = n
        if held.truth is None:
            unknown += held.unknown
        elif not unknown:
            low = n
            holding += held.where
    return low, high, _each_once(holding), stops, _each_once(unknown)


def judge_criterion(criterion: Criterion, facts: Facts, plans: Facts | None) -> Judged:
    """Judge one criterion: facts first, then what its support and contributors' views allow."""
    low, high, holding, stops, unknown = carried(criterion, facts)
    support = strongest(facts.case, holding)
    view_low, view_high, state = contributors_allow(facts.case, criterion.principle)
    capped = ""
    if low > cap_of(support) and support == "claimed":
        low, capped = 1, "claim"
    if state == "disputed" and high > 1:
        capped = "dispute"
    elif low > view_low and not capped:
        capped = "views"
    low, high = min(low, view_low), min(high, view_high)
    planned = None
    if plans is not None and low < 2:  # plans reach 2 at most
        plan_low, _, plan_where, _, _ = carried(criterion, plans)
        if plan_low > low and plan_low > 0:
            planned = min(plan_low, 2, cap_of(strongest(plans.case, plan_where)) or 1)
            planned = planned if planned > low else None
    if low == 3 and state == "confirmed":
        support = "confirmed"
    elif state == "disputed" and support:
        support = "disputed"
    asked_if = hold(criterion.applies_if, facts)
    if asked_if.truth is None:  # what would tell whether the question arises belongs to what is not told
        unknown = tuple(dict.fromkeys((*asked_if.unknown, *unknown)))
    return Judged(criterion, low, high, asked_if.truth, planned, support, capped, holding, stops, unknown)


def instead_of_nothing(case: Case, judged: Judged) -> str:
    """What there is at level 0, where the file tells more than that there is nothing.

    Returns:
        `planned`; `was planned` (for a day that has passed, or in work that is over); `later` (dated for a day to come);
        `on paper` (a rule, and nobody says that it is practised); empty where there is nothing, or the level is not
        settled at 0.
    """
    if judged.high > 0:
        return ""
    if judged.planned:
        return "planned"
    for path in judged.where:
        for length in range(len(path), 0, -1):
            part = case.at(path[:length])
            if isinstance(part, Practice):
                return _not_yet(case, part)
    return ""


def _not_yet(case: Case, part: Practice) -> str:
    if part.answer == "no":
        return ""
    if part.status == "policy":
        return "on paper"
    if part.status == "planned":
        return "" if case.planned().plan_counts(part) else "was planned"
    dates = (part.since, part.when)
    return "later" if any(d is not None and d.first is not None and d.first > case.date for d in dates) else ""


def mean(values: Iterable[float]) -> float:
    """The mean; `statistics.fmean` would cost every run five milliseconds to import."""
    listed = list(values)
    return sum(listed) / len(listed)


def means(mine: Sequence[Judged]) -> tuple[float, float]:
    """The mean of the levels, 0 to 100, low and high end.

    A criterion of which it is not told whether it applies counts where it pulls the end outwards: the range holds the mean
    with it and the mean without it. Where none applies there is no mean, and so it is while none is told to apply.
    """
    low = [j.low for j in mine if j.applies is True]
    high = [j.high for j in mine if j.applies is True]
    if not low:
        return 0.0, 100.0
    perhaps = [j for j in mine if j.applies is None]  # of most principles none
    for level in sorted([j.low for j in perhaps]):
        low = min([*low, level], low, key=mean)
    for level in sorted([j.high for j in perhaps], reverse=True):
        high = max([*high, level], high, key=mean)
    return round(mean(low) / 3 * 100, 1), round(mean(high) / 3 * 100, 1)
