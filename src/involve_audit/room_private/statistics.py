"""What the private page tells: each group of a room beside what a fair draw from a population would hold."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from involve_audit.census.figures import last_age
from involve_audit.census.lists import tidied
from involve_audit.room_private import probability
from involve_audit.room_private.patterns import SHOWN_FROM, Pattern, RoomAsBits

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from involve_audit.census.figures import ReferencePopulation, Shares
    from involve_audit.census.lists import CategoryList
    from involve_audit.room_private.private import Private, RoomAnswers

COMBINATIONS_SHOWN = 5
"""More empty combinations are counted, not listed: there are always many."""


@dataclass(frozen=True)
class GroupStanding:
    """One group in a room, beside a fair draw.

    Attributes:
        category: the group.
        count: how many people of the room are in it for certain.
        untold: of how many people it is not known.
        known: of how many it is known.
        share: the share of the group in the population; None where there is no figure.
        expected: how many a fair draw of `known` people holds on average.
        missed: the chance that it holds nobody of the group.
        so_few: the chance that it holds `count` or fewer.
        ratio: share in the room by share in the population, where it can mean something.
        fair: the numbers that nine of ten fair draws hold.
        size_for: the size of a fair draw that holds the group nineteen times of twenty.
        matters: why the group matters to the topic, where the project says that it does.
        status: present, under (fewer than a fair draw would hold), unknown (it cannot be said), absent.
    """

    category: str
    count: int
    untold: int
    known: int
    share: Fraction | None
    expected: Fraction | None
    missed: Fraction | None
    so_few: Fraction | None
    ratio: Fraction | None
    fair: tuple[int, int] | None
    size_for: int | None
    matters: str | None
    status: str

    @property
    def possible(self) -> tuple[int, int]:
        """The least and the greatest number of people who may be in the group."""
        return self.count, self.count + self.untold

    @property
    def only_one(self) -> bool:
        """Whether one person stands alone for the group."""
        return self.count == 1

    @property
    def strong(self) -> bool:
        """Whether chance is an unlikely explanation of so few."""
        return self.status in ("under", "absent") and self.so_few is not None and self.so_few <= probability.UNLIKELY


@dataclass(frozen=True)
class Compared:
    """One characteristic of a room, group by group.

    Attributes:
        answers: what the people in the room answered.
        standings: each group of the list; those that matter to the topic first.
        reference: the population that it is compared with; None where no figures are there.
        shares: the shares that were used.
        small: whether the room is so large a part of the population that nobody can be drawn twice.
    """

    answers: RoomAnswers
    standings: tuple[GroupStanding, ...]
    reference: ReferencePopulation | None
    shares: Shares | None
    small: bool = False

    @property
    def missing(self) -> tuple[GroupStanding, ...]:
        """The groups that nobody is in, as far as everybody answered."""
        return tuple(s for s in self.standings if s.status == "absent")

    @property
    def usually_missing(self) -> Fraction | None:
        """How many of the groups a fair draw of this size misses on average."""
        found = [s.missed for s in self.standings if s.missed is not None]
        return sum(found, Fraction(0)) if found else None

    @property
    def none_of_the_missing(self) -> Fraction | None:
        """The chance that a fair draw holds nobody of any group that is missing here."""
        shares = [s.share for s in self.missing if s.share is not None]
        return probability.misses(self.answers.known, sum(shares, Fraction(0))) if shares else None


@dataclass(frozen=True)
class Combination:
    """Two groups to which nobody belongs at once.

    Attributes:
        pattern: the groups.
        expected: how many a fair draw would hold, from a joint table; None where there is none.
        bounds: the least and the greatest number that the two shares allow; None where a share is unknown.
    """

    pattern: Pattern
    expected: Fraction | None
    bounds: tuple[Fraction, Fraction] | None

    @property
    def least(self) -> Fraction:
        """The number that a fair draw holds on average at least."""
        return self.expected if self.expected is not None else self.bounds[0] if self.bounds else Fraction(0)

    @property
    def most(self) -> Fraction:
        """The number that it holds on average at most."""
        return self.expected if self.expected is not None else self.bounds[1] if self.bounds else Fraction(0)


@dataclass(frozen=True)
class Combinations:
    """The combinations of two groups that nobody stands for.

    Attributes:
        state: `shown`; `small` where the room is too small; `counts` where the file holds counts and no roster.
        listed: those a fair draw could be expected to hold, the surest first.
        more: how many more there are that may be shown and are not listed.
        held_back: whether some are held back because a part of them has too few people.
    """

    state: str
    listed: tuple[Combination, ...] = ()
    more: int = 0
    held_back: bool = False


@dataclass(frozen=True)
class Statistics:
    """Everything that the private page tells."""

    size: int
    compared: tuple[Compared, ...]
    not_asked: tuple[RoomAnswers, ...]
    combinations: Combinations
    from_age: int | None
    matters: Mapping[str, str] = field(default_factory=dict)


def compute(
    private: Private,
    references: Sequence[ReferencePopulation],
    from_age: int | None = None,
    matters: Mapping[str, str] | None = None,
) -> Statistics:
    """Compute what the page tells.

    Args:
        private: the counts or the roster.
        references: the populations to compare with; for each characteristic the first that tells it is used.
        from_age: the age from which people in the room are counted.
        matters: groups that matter to the topic, with the reason.
    """
    important = dict(matters or {})
    asked = [a for a in private.answers if a.asked]
    compared = tuple(_compared(a, references, from_age, important) for a in asked)
    return Statistics(
        private.size or 0, compared, tuple(a for a in private.answers if not a.asked),
        _combinations(private, compared, from_age), from_age, important,
    )  # fmt: skip


def _compared(
    answers: RoomAnswers, references: Iterable[ReferencePopulation], from_age: int | None, matters: Mapping[str, str]
) -> Compared:
    reference, shares = None, None
    for reference in references:
        shares = reference.shares(answers.groups, from_age)
        if shares is not None:
            break
    else:
        reference = None
    people = shares.people if shares else None
    small = bool(people and answers.known <= people and Fraction(answers.known, people) > probability.SMALL_POPULATION)
    inside = [c for c in answers.groups.categories if answers.counts[c] or not _too_young(c, answers, from_age)]
    standings = [_standing(c, answers, shares, small, _why(c, answers, matters)) for c in inside]
    standings.sort(key=lambda s: s.matters is None)
    return Compared(answers, tuple(standings), reference, shares, small)


def _too_young(category: str, answers: RoomAnswers, from_age: int | None) -> bool:
    """Whether nobody of this age group is meant to be in the room."""
    last = last_age(category) if answers.groups.reference == "age_band" else None
    return from_age is not None and last is not None and last < from_age


def _why(category: str, answers: RoomAnswers, matters: Mapping[str, str]) -> str | None:
    """Why a group matters, where the project names it; of a flag it is the flag itself that is named."""
    if answers.flag_of:
        category = answers.groups.name if category == "yes" else ""
    words = {tidied(w) for w in (category, *answers.groups.also.get(category, ())) if len(w) > 1}
    return next((why for group, why in matters.items() if tidied(group) in words), None)


def _standing(
    category: str, answers: RoomAnswers, shares: Shares | None, small: bool, matters: str | None
) -> GroupStanding:
    count, n, untold = answers.counts[category], answers.known, answers.untold
    p = shares.of.get(category) if shares else None
    e = missed = so_few = ratio = None
    fair: tuple[int, int] | None = None
    size_for: int | None = None
    if p is not None and shares and n:
        e = probability.expected(n, p)
        if small and shares.counts and shares.people:
            group = shares.counts[category]
            missed = probability.misses_small(n, shares.people, group)
            so_few = probability.at_most_small(count, n, shares.people, group)
            fair = probability.fair_range_small(n, shares.people, group)
        else:
            missed, so_few, fair = (
                probability.misses(n, p),
                probability.at_most(count, n, p),
                probability.fair_range(n, p),
            )
            size_for = probability.size_for(p)
        ratio = probability.ratio(count, n, p)
    if count:
        status = "under" if ratio is not None and ratio < probability.RATIO_LOW else "present"
    else:
        status = "unknown" if untold else "absent"
    return GroupStanding(category, count, untold, n, p, e, missed, so_few, ratio, fair, size_for, matters, status)


def _combinations(private: Private, compared: Sequence[Compared], from_age: int | None) -> Combinations:
    if not private.people:
        return Combinations("counts")
    if len(private.people) < SHOWN_FROM:
        return Combinations("small")
    lists = {c.answers.groups.name: c for c in compared}
    room = RoomAsBits(private.people, {name: c.answers.groups.categories for name, c in lists.items()})
    empty = [p for p in room.uncovered(levels=2) if len(p) == 2]
    allowed = [p for p in empty if room.may_be_shown(p)]
    found = [_combination(p, lists, len(private.people), from_age) for p in allowed]
    listed = sorted((c for c in found if c.most >= 1), key=lambda c: (-c.least, -c.most, c.pattern))
    shown = tuple(listed[:COMBINATIONS_SHOWN])
    return Combinations("shown", shown, len(found) - len(shown), held_back=len(allowed) < len(empty))


def _combination(pattern: Pattern, lists: Mapping[str, Compared], n: int, from_age: int | None) -> Combination:
    (one, in_one), (other, in_other) = pattern
    first, second = lists[one], lists[other]
    groups: tuple[tuple[CategoryList, str], tuple[CategoryList, str]] = (
        (first.answers.groups, in_one), (second.answers.groups, in_other),
    )  # fmt: skip
    if first.reference is not None and first.reference is second.reference:
        both = first.reference.together(*groups, from_age)
        if both is not None:
            return Combination(pattern, n * both, None)
    shares = [c.shares.of.get(group) if c.shares else None for c, group in ((first, in_one), (second, in_other))]
    if shares[0] is None or shares[1] is None:
        return Combination(pattern, None, None)
    low, high = probability.together(shares[0], shares[1])
    return Combination(pattern, None, (n * low, n * high))
