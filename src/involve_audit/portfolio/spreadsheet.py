"""The table of many projects as a spreadsheet (.xlsx): the projects, each condition of the policy, and what is so across all.

Whatever comes from a file is text: a cell that begins with `=` would otherwise be run as a formula by whoever opens it.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from involve_audit.portfolio import show
from involve_audit.portfolio.rows import Row
from involve_audit.portfolio.words import NOT_A_TABLE_OF_WINNERS, NOT_PEOPLE, THREE_STATES
from involve_audit.render import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from involve_audit.portfolio.rows import Unread
    from involve_audit.portfolio.totals import Totals
    from involve_audit.portfolio.words import Titles

LONGEST = 32_000
"""So many characters fit into a cell of a spreadsheet, with some to spare."""
_MARKS = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_HEADS = (
    "No.", "Project", "Reference", "File", "Phase", "Verdict", "Still possible, and not told", "Called", "Do the words fit?",
    "Pay", "Pay: more", "Budget for involvement", "Budget: more", "Budget: amount", "Lead of involvement", "Lead: more",
    "Who is in the deciding room", "Deciding room: more", "Policy", "Conditions met", "Conditions not met", "Conditions not told",
    "Handed in more than once?", "Could not be audited", "Report",
)  # fmt: skip
_WIDTHS = (5, 36, 16, 24, 10, 22, 40, 20, 16, 18, 22, 18, 22, 12, 20, 18, 26, 40, 12, 11, 11, 11, 30, 30, 24)


def render_bytes(
    rows: Iterable[Row | Unread], across: Totals, titles: Titles, date: str, links: Mapping[str, str] | None = None
) -> Iterator[bytes]:
    """The whole spreadsheet. The order is that in which the projects were given; each sheet can be filtered."""
    book = Workbook(write_only=True)
    found = list(rows)
    _projects(book, found, across, titles, links or {})
    _conditions(book, found, titles)
    _across(book, across, titles)
    _about(book, across, titles, date)
    made = io.BytesIO()
    book.save(made)
    yield _the_same_every_time(made.getvalue(), date)


def _cell(sheet: Any, value: str | float | None, *, bold: bool = False, link: str = "") -> Any:
    """A cell: a number, or text that stays text whatever it begins with."""
    if value is None or isinstance(value, (int, float)):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", words.plain(value)).encode("utf-8", "replace").decode("utf-8")
    cell = WriteOnlyCell(sheet, "")
    cell.value = text[:LONGEST]
    cell.data_type = "s"  # else a text such as `=1+1` would be a formula, and `#N/A` an error
    if text.startswith(_MARKS):
        cell.quotePrefix = True  # it also stays text when somebody edits the cell
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        cell.font = Font(bold=True)
    if link:
        cell.hyperlink = link
        cell.font = Font(underline="single", color="0563C1")
    return cell


def _sheet(book: Any, title: str, heads: tuple[str, ...], widths: Iterable[float], lines: int) -> Any:
    """A sheet with its heads, which stay in sight and can be filtered by."""
    sheet = book.create_sheet(title)
    last = get_column_letter(len(heads))
    for n, wide in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(n)].width = wide
    sheet.freeze_panes = "C2"
    sheet.auto_filter.ref = f"A1:{last}{lines + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.append([_cell(sheet, head, bold=True) for head in heads])
    return sheet


def _projects(book: Any, found: list[Row | Unread], across: Totals, titles: Titles, links: Mapping[str, str]) -> None:
    sheet = _sheet(book, "Projects", _HEADS, _WIDTHS, len(found))
    for n, row in enumerate(found, 1):
        same = "; ".join(across.alike.of(row.file))
        link = links.get(row.file, "")
        if isinstance(row, Row):
            verdict, *more = show.verdict_parts(row, titles)
            told: list[str | float | None] = [
                n, row.title, row.reference or "not told", row.file, row.phase or "not told", verdict, "; ".join(more),
                show.called_says(row), row.label, row.pay.word, row.pay.more, row.budget.word, row.budget.more, row.amount,
                row.lead.word, row.lead.more, row.room.word, row.room.more, row.policy,
                *(len(ids) for ids in show.conditions(row).values()), same, "",
            ]  # fmt: skip
        else:
            told = [n, "", "", row.file, *[""] * 18, same, show.unread_says(row)]
        cells = [_cell(sheet, value) for value in told]
        sheet.append([*cells, _cell(sheet, "report", link=link) if link else None])


def _conditions(book: Any, found: list[Row | Unread], titles: Titles) -> None:
    """Each project with each condition: met, not met, not told, or not asked for yet."""
    rows = [row for row in found if isinstance(row, Row)]
    asked = {c for row in rows for ids in show.conditions(row).values() for c in ids}
    ids = [*(c for c in titles.conditions if c in asked), *sorted(asked - titles.conditions.keys())]
    heads = ("Project", "File", *(words.capital(titles.conditions.get(c, c)) for c in ids))
    sheet = _sheet(book, "Conditions", heads, (36, 24, *[18] * len(ids)), len(rows))
    for row in rows:
        states = {c: state for state, mine in show.conditions(row).items() for c in mine}
        told = (row.title or row.file, row.file, *(states.get(c, "not asked for yet") for c in ids))
        sheet.append([_cell(sheet, value) for value in told])


def _across(book: Any, across: Totals, titles: Titles) -> None:
    sheet = book.create_sheet("Across all")
    for letter, wide in (("A", 70), ("B", 14), ("C", 14), ("D", 14)):
        sheet.column_dimensions[letter].width = wide
    for title, says, heads, lines in show.blocks(across, titles):
        sheet.append([_cell(sheet, title, bold=True)])
        sheet.append([_cell(sheet, says)])
        sheet.append([_cell(sheet, head, bold=True) for head in heads])
        for line in lines:
            sheet.append([int(cell) if cell.isdecimal() else _cell(sheet, cell) for cell in line])
        sheet.append([])


def _about(book: Any, across: Totals, titles: Titles, date: str) -> None:
    """How it was made, and what else was handed in."""
    sheet = book.create_sheet("About")
    sheet.column_dimensions["A"].width = 110
    notes = (
        show.headline(across), f"As of {words.day(date)}. Judged by: {titles.rubric}.", NOT_A_TABLE_OF_WINNERS,
        THREE_STATES, NOT_PEOPLE, show.unread_next(across), *show.alike_lines(across), *show.beside_says(across),
        words.MIRROR,
    )  # fmt: skip
    for note in filter(None, notes):
        sheet.append([_cell(sheet, note)])


def _the_same_every_time(package: bytes, date: str) -> bytes:
    """The package without the moment at which it was made: the same files give the same bytes."""
    day = f"{date}T00:00:00Z"
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            data = before.read(name)
            if name == "docProps/core.xml":
                data = _dated(data, day)
            moment = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            moment.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(moment, data)
    return made.getvalue()


def _dated(core: bytes, day: str) -> bytes:
    import re

    moment = dt.datetime.fromisoformat(day).strftime("%Y-%m-%dT%H:%M:%SZ").encode("ascii")
    return re.sub(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*", rb"\g<1>" + moment, core)
