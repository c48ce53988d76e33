"""How few places could reach the groups that are missing: a way to plan relationships, never a description of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

AT_MOST = 2
"""Groups that one invitation may be meant for. Nobody should be asked to tick five boxes."""


def invitations(
    missing: Mapping[str, Sequence[str]], *, each: int = 1, at_most: int = AT_MOST
) -> list[list[tuple[str, str]]]:
    """The fewest invitations that reach every missing group, as what each reaches.

    Args:
        missing: the missing groups, by characteristic.
        each: how many people each group should have; 2 so that nobody is the only one.
        at_most: how many groups one invitation may be meant for.

    No invitation has two groups of one characteristic. There are max(most needs within one characteristic, all needs
    by `at_most`, rounded up) of them: fewer cannot do, and dealing the needs round, characteristic by characteristic,
    needs no more.
    """
    needs = [
        (characteristic, group) for characteristic, groups in missing.items() for group in groups for _ in range(each)
    ]
    if not needs:
        return []
    widest = max(len(groups) for groups in missing.values()) * each
    count = max(widest, -(-len(needs) // at_most))
    dealt: list[list[tuple[str, str]]] = [[] for _ in range(count)]
    for n, need in enumerate(needs):
        dealt[n % count].append(need)
    return dealt
