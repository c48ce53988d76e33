"""Private files and rooms for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.census import shipped
from involve_audit.census.lists import CategoryList
from involve_audit.room_private.private import Private, RoomAnswers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LISTS = shipped.lists()


def a_list(name: str, groups: Sequence[str]) -> CategoryList:
    """A list of groups of one's own."""
    return CategoryList(name, "test", name, "one", name, tuple(groups), {})


def answers(groups: CategoryList, counts: Sequence[int], untold: int = 0) -> RoomAnswers:
    """Answers with these counts, in the order of the list."""
    return RoomAnswers(groups, dict(zip(groups.categories, counts, strict=True)), unknown=untold)


def private(*told: RoomAnswers, people: Sequence[Mapping[str, str | None]] = ()) -> Private:
    """A private file."""
    return Private(told, tuple(people))


def counts_csv(rows: Sequence[tuple[str, str, int]]) -> str:
    """A private file of counts as it stands on disk."""
    return "characteristic,category,count\n" + "".join(f'"{c}","{g}",{n}\n' for c, g, n in rows)
