"""What a fair draw would hold: exact, for a large population (binomial) or a small one (hypergeometric).

Rooms are not drawn by chance. These numbers say what a room of this size could hold, and they excuse nothing.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from involve_audit.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

UNLIKELY = Fraction(5, 100)
"""A fair draw that misses a group this seldom is an unlikely explanation. A convention."""
USUAL = Fraction(1, 2)
"""A fair draw that misses a group more often than this would usually miss it."""
SMALL_POPULATION = Fraction(5, 100)
"""Where a room holds more of its population than this, people cannot be drawn twice and it matters."""
RATIO_FROM = Fraction(5, 3)
"""Below this expected number no whole number of people gives a ratio between 0.8 and 1.2, but for a sliver around 1."""
RATIO_LOW = Fraction(8, 10)
"""From here to 1.2 a group is called represented in clinical trials, which have hundreds of people."""


def expected(n: int, p: Fraction) -> Fraction:
    """How many of a group a fair draw of n people holds on average."""
    return n * p


def misses(n: int, p: Fraction) -> Fraction:
    """The chance that a fair draw of n people holds nobody of a group."""
    return (1 - p) ** n


def at_most(k: int, n: int, p: Fraction) -> Fraction:
    """The chance that a fair draw of n people holds k of a group, or fewer."""
    if k >= n:
        return Fraction(1)
    a, whole = p.numerator, p.denominator
    b = whole - a
    return Fraction(sum(math.comb(n, i) * a**i * b ** (n - i) for i in range(k + 1)), whole**n)


def misses_small(n: int, people: int, group: int) -> Fraction:
    """The same chance where n are drawn from few people, of whom `group` belong to the group."""
    return Fraction(math.comb(people - group, n), math.comb(people, n))


def at_most_small(k: int, n: int, people: int, group: int) -> Fraction:
    """The chance of k or fewer where n are drawn from few people."""
    ways = sum(math.comb(group, i) * math.comb(people - group, n - i) for i in range(min(k, group, n) + 1))
    return Fraction(ways, math.comb(people, n))


def size_for(p: Fraction, chance: Fraction = Fraction(95, 100)) -> int | None:
    """How large a fair draw would have to be to hold the group with this chance; None where nobody is in the group."""
    if p <= 0:
        return None
    if p >= 1:
        return 1
    miss = 1 - chance
    n = max(1, math.ceil(math.log(miss) / math.log1p(-float(p))))
    # Logarithms may be off by a last digit: where the numbers are small enough, the exact power decides.
    if n <= 2000:
        while n > 1 and misses(n - 1, p) <= miss:
            n -= 1
        while misses(n, p) > miss:
            n += 1
    return n


def fair_range(n: int, p: Fraction) -> tuple[int, int]:
    """The numbers that nine of ten fair draws hold: from where the chance of so few reaches 0.05, to where it reaches 0.95."""
    return _range(
        n, lambda i: math.comb(n, i) * p.numerator**i * (p.denominator - p.numerator) ** (n - i), p.denominator**n
    )


def fair_range_small(n: int, people: int, group: int) -> tuple[int, int]:
    """The same where n are drawn from few people."""

    def ways(i: int) -> int:
        return math.comb(group, i) * math.comb(people - group, n - i) if i <= group and n - i <= people - group else 0

    return _range(n, ways, math.comb(people, n))


def _range(n: int, ways: Callable[[int], int], whole: int) -> tuple[int, int]:
    total, low = 0, None
    for i in range(n):
        total += ways(i)
        if low is None and total >= UNLIKELY * whole:
            low = i
        if total >= (1 - UNLIKELY) * whole:
            return low or 0, i
    return n if low is None else low, n


def ratio(k: int, n: int, p: Fraction) -> Fraction | None:
    """Share in the room by share in the population; None where it could mean nothing."""
    return Fraction(k, n) / p if n and p and ratio_is_told(n, p) else None


def ratio_is_told(n: int, p: Fraction) -> bool:
    """Whether the ratio may be shown: enough people are expected for it to come out between 0.8 and 1.2."""
    return expected(n, p) >= RATIO_FROM


def together(p: Fraction, q: Fraction) -> tuple[Fraction, Fraction]:
    """The least and the greatest share that may be in both of two groups. Nothing more follows from the two alone."""
    return max(Fraction(0), p + q - 1), min(p, q)


def in_words(miss: Fraction) -> str:
    """What a chance of missing a group says, and does not say."""
    if miss <= UNLIKELY:
        return _("chance is an unlikely explanation")
    if miss <= USUAL:
        return _("chance could explain it, and excuses nothing")
    return _("a room of this size would usually miss this group: decide on purpose")
