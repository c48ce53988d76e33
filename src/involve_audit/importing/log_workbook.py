"""The log and the decisions of a project file as a workbook that people go on filling in; `import` brings it home."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from involve_audit.importing.headings import OUR_DECISIONS, OUR_LOG
from involve_audit.importing.log_rows import NO_SOURCE
from involve_audit.project import practice
from involve_audit.tables.xlsx import LONGEST as MAX_CELL
from involve_audit.tables.xlsx import Cell, Sheet, written

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDE = {"said": 50, "changed": 50, "decision": 50, "reason": 36, "note": 44, "disputed": 24}
_EMPTY_ROWS = 200
"""So many rows below the last are laid out for what comes next."""


class DoesNotFit(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """An answer that no cell can hold, and where it stands."""


def entries_in(tree: Mapping[str, Any], section: str, key: str) -> list[dict[str, Any]]:
    """The entries of a list of a project file, however it is written."""
    told: Any = tree.get(section)
    listed = practice.entries_in(told.get(key) if isinstance(told, dict) else None)
    return [entry for entry in listed if isinstance(entry, dict)]


def cells_of(entry: Mapping[str, Any], headings: Mapping[str, str]) -> list[str]:
    """An entry as the cells of a row; what is not told is an empty cell."""
    return [_cell(role, entry.get("what" if role == "decision" else role)) for role in headings]


def _cell(role: str, value: Any) -> str:
    if role == "source" and value in (None, []):
        return NO_SOURCE
    if value is None:
        return ""
    if role == "disputed":
        return json.dumps(value, ensure_ascii=False)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value).strip()


def workbook(tree: Mapping[str, Any]) -> bytes:
    """The workbook of a project file that was read.

    Raises:
        DoesNotFit: an answer is longer than a cell can be.
    """
    return written(
        (
            _sheet("Log", OUR_LOG, entries_in(tree, "influence", "log")),
            _sheet("Decisions", OUR_DECISIONS, entries_in(tree, "power", "decisions")),
        )
    )


def _sheet(title: str, headings: Mapping[str, str], entries: Sequence[Mapping[str, Any]]) -> Sheet:
    rows = [list(headings.values()), *(cells_of(e, headings) for e in entries)]
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells, 1):
            if len(text) > MAX_CELL:
                raise DoesNotFit(
                    f"entry {row} of the {title.lower()}: '{cells_name(headings, column)}' has {len(text):,} characters, and a cell of a spreadsheet takes {MAX_CELL:,}"
                )
    choices = {n: _choices(role, decision=headings is OUR_DECISIONS) for n, role in enumerate(headings)}
    return Sheet(
        title, [[Cell(text, bold=row == 0) for text in cells] for row, cells in enumerate(rows)], [_WIDE.get(role, 16) for role in headings],
        heads=True, choices={n: words for n, words in choices.items() if words}, empty=_EMPTY_ROWS,
    )  # fmt: skip


def cells_name(headings: Mapping[str, str], column: int) -> str:
    """The heading of a column, from 1."""
    return list(headings.values())[column - 1]


def _choices(role: str, *, decision: bool) -> list[str]:
    """What may be chosen in a column, where it is a closed choice that fits a list."""
    from typing import get_args, get_origin

    from involve_audit.project.fields import annotation, without_none
    from involve_audit.project.influence import Said
    from involve_audit.project.power import Decision

    if role in ("source", "note", "disputed", "decision", "room"):
        return []
    kind = without_none(annotation(Decision if decision else Said, role))
    if get_origin(kind) is tuple:
        kind = get_args(kind)[0]
    found = [str(a) for a in get_args(kind) if isinstance(a, str)]
    return found if found and len(",".join(found)) <= 250 else []
