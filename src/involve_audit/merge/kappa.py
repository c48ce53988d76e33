"""Cohen's weighted kappa: how far two readers agree beyond what chance would give.

Kappa with weights is Cohen's (Psychological Bulletin 70, 1968, 213-220): one less the disagreement that was seen, as a share of the one that
two readers would have who use each category as often and know nothing of the matter. Linear weights count a difference of two steps twice as much
as one of a single step (Cicchetti and Allison 1971), quadratic weights four times (Fleiss and Cohen 1973). The standard error is the one for large
samples, where the true value need not be nought, of Fleiss, Cohen and Everitt (Psychological Bulletin 72, 1969, 323-327).
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Literal

from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Weights = Literal["none", "linear", "quadratic"]
FEWEST_PAIRS = 10
"""With fewer pairs an error for large numbers says nothing, and no interval is given."""
_NOTHING = 1e-9
"""What is smaller comes from rounding."""
NORMAL_95 = 1.959963984540054
"""Of a normal distribution 95 % lie within so many standard errors."""


class Kappa(Record):
    """Agreement beyond chance.

    Attributes:
        value: from -1 to 1; None where both readers used one and the same category throughout, so that chance explains all of it.
        error: its standard error; None where there is no value.
        low: the lower end of the interval that holds the true value in 95 of 100 such studies; None where there are too few
            pairs for one, or they are so alike that none can be worked out.
        high: its upper end.
        seen: the (weighted) share of agreement that was seen, from 0 to 1.
        chance: the share that chance would give.
        number: how many things both judged.
    """

    value: float | None
    error: float | None
    low: float | None
    high: float | None
    seen: float
    chance: float
    number: int


def weighted_kappa(table: Sequence[Sequence[float]], weights: Weights = "linear") -> Kappa:
    """Kappa of a square table of counts: a row for each category of the first reader, a column for each of the second.

    Args:
        table: how often the first reader chose the category of the row, and the second that of the column, in their order.
        weights: how much of an agreement a near miss is.

    Raises:
        ValueError: the table is not square, or nothing was judged.
    """
    size = len(table)
    total = float(sum(map(sum, table)))
    if not total or any(len(row) != size for row in table):
        raise ValueError("a square table of counts is needed, and something in it")
    w = _weights(size, weights)
    p = [[n / total for n in row] for row in table]
    rows = [sum(row) for row in p]
    columns = [sum(row[j] for row in p) for j in range(size)]
    cells = [(i, j) for i in range(size) for j in range(size)]
    seen = sum(w[i][j] * p[i][j] for i, j in cells)
    chance = sum(w[i][j] * rows[i] * columns[j] for i, j in cells)
    number = round(total)
    if chance > 1 - 1e-12:
        return Kappa(None, None, None, None, seen, chance, number)
    value = (seen - chance) / (1 - chance)
    value = 0.0 if abs(value) < _NOTHING else value
    by_row = [sum(w[i][j] * columns[j] for j in range(size)) for i in range(size)]
    by_column = [sum(w[i][j] * rows[i] for i in range(size)) for j in range(size)]
    spread = (
        sum(p[i][j] * (w[i][j] * (1 - chance) - (by_row[i] + by_column[j]) * (1 - seen)) ** 2 for i, j in cells)
        - (seen * chance - 2 * chance + seen) ** 2
    )
    error = sqrt(max(0.0, spread) / total) / (1 - chance) ** 2
    if number < FEWEST_PAIRS or error < _NOTHING:
        return Kappa(value, error, None, None, seen, chance, number)
    return Kappa(value, error, *_interval(value, error), seen, chance, number)


def of_pairs(pairs: Sequence[tuple[int, int]], size: int, weights: Weights) -> Kappa:
    """Kappa of pairs of categories, numbered from 0.

    Raises:
        ValueError: there is none.
    """
    table = [[0] * size for _ in range(size)]
    for one, other in pairs:
        table[one][other] += 1
    return weighted_kappa(table, weights)


def of_groups(groups: Sequence[Sequence[tuple[int, int]]], size: int, weights: Weights) -> Kappa:
    """Kappa of pairs that come in groups, such as the criteria of several projects, which are not independent of each other.

    The standard error is the jackknife's that leaves out one group at a time (Efron, The Jackknife, the Bootstrap and Other Resampling Plans,
    1982). Where fewer than `FEWEST` groups are there, or one of the values cannot be worked out, there is no interval.

    Raises:
        ValueError: there is no pair.
    """
    groups = [group for group in groups if group]
    whole = of_pairs([pair for group in groups for pair in group], size, weights)
    error = _jackknife(groups, lambda some: of_pairs(some, size, weights).value)
    if whole.value is None or error is None or error < _NOTHING:
        return Kappa(whole.value, None, None, None, whole.seen, whole.chance, whole.number)
    return Kappa(
        whole.value, error, *_interval(whole.value, error), whole.seen, whole.chance, whole.number
    )  # fmt: skip


FEWEST = 5
"""With fewer projects the spread between them says nothing of how far it would reach."""


def _jackknife(
    groups: Sequence[Sequence[tuple[int, int]]], of: Callable[[list[tuple[int, int]]], float | None]
) -> float | None:
    number = len(groups)
    if number < FEWEST:
        return None
    values: list[float] = []
    for left_out in range(number):
        found = of([pair for n, group in enumerate(groups) if n != left_out for pair in group])
        if found is None:
            return None
        values.append(found)
    mean = sum(values) / number
    return sqrt((number - 1) / number * sum((value - mean) ** 2 for value in values))


def _weights(size: int, weights: Weights) -> list[list[float]]:
    """How much each pair of categories counts as agreement: all of it, none, or part of it."""
    if weights == "none" or size == 1:
        return [[float(i == j) for j in range(size)] for i in range(size)]
    power = 1 if weights == "linear" else 2
    return [[1 - (abs(i - j) / (size - 1)) ** power for j in range(size)] for i in range(size)]


def _interval(value: float, error: float) -> tuple[float, float]:
    return max(-1.0, value - NORMAL_95 * error), min(1.0, value + NORMAL_95 * error)
