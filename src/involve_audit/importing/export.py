"""The log and the decisions of a project file as a workbook that people go on filling in; `import` brings it home."""

from __future__ import annotations

import io
import json
import re
from typing import TYPE_CHECKING, Any

from involve_audit.importing.headings import OUR_DECISIONS, OUR_LOG
from involve_audit.importing.rows import NO_SOURCE
from involve_audit.importing.workbook import NotInstalled
from involve_audit.project import practice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_CELL = 32_767
"""As many characters as Excel takes in a cell."""
_WIDE = {"said": 50, "changed": 50, "decision": 50, "reason": 36, "note": 44, "disputed": 24}
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
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
        NotInstalled: what writes spreadsheets is missing.
        DoesNotFit: an answer is longer than a cell can be.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise NotInstalled from None
    book = Workbook()
    sheet = book.active
    sheet.title = "Log"
    _fill(sheet, OUR_LOG, entries_in(tree, "influence", "log"))
    _fill(book.create_sheet("Decisions"), OUR_DECISIONS, entries_in(tree, "power", "decisions"))
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _fill(sheet: Any, headings: Mapping[str, str], entries: Sequence[Mapping[str, Any]]) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    top, wrapped = Alignment(vertical="top", wrap_text=True), "@"
    for row, cells in enumerate([list(headings.values()), *(cells_of(e, headings) for e in entries)], 1):
        for column, text in enumerate(cells, 1):
            if len(text) > MAX_CELL:
                raise DoesNotFit(
                    f"entry {row - 1} of the {sheet.title.lower()}: '{cells_name(headings, column)}' has {len(text):,} characters, and a cell of a spreadsheet takes {MAX_CELL:,}"
                )
            cell = sheet.cell(row, column)
            cell.alignment, cell.number_format = top, wrapped
            if not text:
                continue
            # As a text, whatever it begins with: `=`, `+`, `-` and `@` begin a formula where a spreadsheet may choose.
            cell.value = _ESCAPED.sub("_x005F_", text)
            cell.data_type = "s"
            cell.quotePrefix = text[0] in "=+-@\t"
            if row == 1:
                cell.font = Font(bold=True)
    for number, role in enumerate(headings, 1):
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDE.get(role, 16)
        listed = _choices(role, decision=headings is OUR_DECISIONS)
        if listed:
            allowed = DataValidation(
                type="list", formula1=f'"{",".join(listed)}"', allow_blank=True, showErrorMessage=False
            )
            sheet.add_data_validation(allowed)
            allowed.add(f"{letter}2:{letter}{len(entries) + 1 + _EMPTY_ROWS}")
    for row in range(len(entries) + 2, len(entries) + 2 + _EMPTY_ROWS):
        # Days are typed in as text: else 03/04/2025 is turned round wherever the machine's language says so.
        sheet.cell(row, 1).number_format = wrapped
    sheet.freeze_panes = "A2"


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
