"""Which combinations of groups nobody in a room stands for: an exact search for maximal uncovered patterns.

A pattern names a group for some characteristics. It is uncovered where fewer than `least` people could match it; it
is maximal where each pattern with one group fewer is covered. After Asudeh, Jin and Jagadish, "Assessing and
Remedying Coverage for a Given Dataset", ICDE 2019. Somebody whose group is not known could match any.

Such a list identifies people in a small room: see `may_be_shown`.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Pattern = tuple[tuple[str, str], ...]
"""Pairs of characteristic and group, in the order of the characteristics; empty: anybody."""

SHOWN_FROM = 23
"""People in the room from which combinations may be shown at all (statistics of fewer than 22.5 people are not published)."""
SHOWN_IF_PARTS_HAVE = 5
"""People that each part of a combination must have."""


class RoomAsBits:
    """People as bits: for each group who is in it, and who could be."""

    def __init__(self, people: Sequence[Mapping[str, str | None]], groups: Mapping[str, Sequence[str]]) -> None:
        self.everybody = (1 << len(people)) - 1
        self.groups = groups
        self.is_in: dict[tuple[str, str], int] = {}
        self.could_be: dict[tuple[str, str], int] = {}
        for characteristic, names in groups.items():
            unknown = sum(1 << n for n, person in enumerate(people) if person.get(characteristic) is None)
            for name in names:
                certain = sum(1 << n for n, person in enumerate(people) if person.get(characteristic) == name)
                self.is_in[characteristic, name] = certain
                self.could_be[characteristic, name] = certain | unknown

    def certain(self, pattern: Pattern) -> int:
        """How many people match a pattern for certain."""
        return self._count(pattern, self.is_in)

    def possible(self, pattern: Pattern) -> int:
        """How many people could match a pattern."""
        return self._count(pattern, self.could_be)

    def _count(self, pattern: Pattern, masks: Mapping[tuple[str, str], int]) -> int:
        left = self.everybody
        for part in pattern:
            left &= masks[part]
        return left.bit_count()

    def uncovered(self, *, least: int = 1, levels: int | None = None) -> list[Pattern]:
        """The maximal patterns that fewer than `least` people could match, those of few groups first.

        Args:
            least: how many people cover a pattern.
            levels: how many groups a pattern may name at most; all where it is None.
        """
        if self.everybody.bit_count() < least:
            return [()]
        names = list(self.groups)
        found: list[Pattern] = []
        covered: set[Pattern] = {()}
        for size in range(1, min(levels or len(names), len(names)) + 1):
            now: set[Pattern] = set()
            for chosen in combinations(names, size):
                for values in product(*(self.groups[name] for name in chosen)):
                    pattern = tuple(zip(chosen, values, strict=True))
                    if any(parent not in covered for parent in parents(pattern)):
                        continue
                    if self.possible(pattern) < least:
                        found.append(pattern)
                    else:
                        now.add(pattern)
            covered = now
        return found

    def may_be_shown(self, pattern: Pattern) -> bool:
        """Whether showing that nobody matches a pattern points at nobody.

        One group alone is said by the list of who is in the room. Of a combination each part must have five people,
        and the room twenty-three: in a smaller room a list of what is empty can force what a single person is.
        """
        if len(pattern) < 2:
            return True
        if self.everybody.bit_count() < SHOWN_FROM:
            return False
        parts = (part for size in range(1, len(pattern)) for part in combinations(pattern, size))
        return all(self.certain(part) >= SHOWN_IF_PARTS_HAVE for part in parts)


def parents(pattern: Pattern) -> list[Pattern]:
    """The patterns with one group fewer."""
    return [pattern[:n] + pattern[n + 1 :] for n in range(len(pattern))]
