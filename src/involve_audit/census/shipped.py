"""The shipped tables and category lists: where they stand, and how they are read."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from involve_audit.census.lists import CategoryList, read_lists

if TYPE_CHECKING:
    from collections.abc import Mapping

    from involve_audit.census.figures import ReferencePopulation

HERE = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 (pathlib costs start-up time)
TABLES = os.path.join(HERE, "tables")  # noqa: PTH118


def names() -> tuple[str, ...]:
    """The names of the populations that are shipped."""
    return tuple(sorted(name[:-4] for name in os.listdir(TABLES) if name.endswith(".csv")))  # noqa: PTH208


def load(name: str) -> ReferencePopulation:
    """Read a population that is shipped.

    Raises:
        FileNotFoundError: there is no such population.
    """
    # `check` reads category lists and no figures: exact fractions would cost it time.
    from involve_audit.census.figures import read_reference

    return read_reference(_text(os.path.join("tables", f"{name}.csv")), name)  # noqa: PTH118


@cache
def lists() -> Mapping[str, CategoryList]:
    """The category lists that are shipped, by name; read once, for `check` asks for them at each room of each file."""
    return read_lists(_text("lists.csv"), _text("categories.csv"))


def _text(name: str) -> str:
    with open(os.path.join(HERE, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        return file.read()
