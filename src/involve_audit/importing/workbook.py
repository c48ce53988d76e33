"""Workbooks and tables as rows of text: Excel (.xlsx), LibreOffice (.ods) and CSV.

A cell is read as it is shown as far as that can be known: a day as 2025-03-12, a whole number without its point. What cannot
be read (a formula whose result was never saved, an error of a formula) is named with its row and column, and is never blank.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from involve_audit.importing.beside_cells import NOTHING_BESIDE, BesideCells, of_ods, of_xlsx, struck_styles
from involve_audit.language import _
from involve_audit.tables import delimited

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PIP = "pip install '.[spreadsheets]'"
"""The line that installs what spreadsheets need, in a clone."""
ENDINGS = (".xlsx", ".xlsm", ".ods", ".csv", ".tsv")
MAX_BYTES = 20_000_000
MAX_XML = 200_000_000
MAX_ROWS, MAX_COLUMNS = 20_000, 400
"""More is no log that people keep by hand; and a cell far away would make a reader fill all between with nothing."""

_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_PLACE = re.compile(rb'\br="([A-Z]{1,3})([0-9]{1,7})"')
_VALUE = re.compile(rb"<v>[^<]|<t[ >]")
_ERROR = re.compile(rb"<v>(#[^<]{1,20})</v>")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_MANY_COLUMNS = re.compile(rb'<table:table-cell\b(?=[^>]*number-columns-repeated="[0-9]{4,}")(?=[^>]*office:value)')
_MANY_ROWS = re.compile(
    rb'<table:table-row\b[^>]*number-rows-repeated="[0-9]{5,}"[^>]*>(.*?)</table:table-row>', re.DOTALL
)


class NoWorkbook(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """What was handed in is no table that can be read, and why."""


class NotInstalled(NoWorkbook):
    """What reads or writes spreadsheets is not installed."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "spreadsheets need the extra `spreadsheets`: {pip} in a clone; a table saved as CSV (UTF-8) needs nothing",
                pip=PIP,
            )
        )


@dataclass(frozen=True)
class SheetRow:
    """A row that is not blank: its number as the spreadsheet shows it, and its cells."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The text in a column; empty where the row ends before it."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True)
class WorkbookSheet:
    """A sheet with its rows.

    Attributes:
        name: as on its tab; empty for a CSV, which has but one.
        rows: those that are not blank.
        hidden: whether Excel or LibreOffice hides it.
        merged: cells that are one on the screen: first row and column, last row and column, from 1 and 0.
        unread: cells that hold something that cannot be read: row, column, and what it is.
        across: whether rows and columns were changed over, for a form that has its headings below each other.
        from_1904: whether its days are counted from 1904, as old Excel for the Mac did.
        hidden_columns: the columns, from 0, that are not to be seen on the screen.
        beside: remarks on its cells, and rows that are hidden or struck through.
    """

    name: str
    rows: tuple[SheetRow, ...]
    hidden: bool = False
    merged: tuple[tuple[int, int, int, int], ...] = ()
    unread: tuple[tuple[int, int, str], ...] = ()
    across: bool = False
    from_1904: bool = False
    hidden_columns: frozenset[int] = frozenset()
    beside: BesideCells = NOTHING_BESIDE

    def place(self, row: int, column: int | None = None) -> str:
        """Where something stands, as people would say it: `sheet Log, row 7, column C`."""
        if self.across:
            down, along = letters(row - 1), "" if column is None else str(column + 1)
            place = (
                _("column {column}, row {row}", column=down, row=along) if along else _("column {column}", column=down)
            )
        elif column is None:
            place = _("row {row}", row=row)
        else:
            place = _("row {row}, column {column}", row=row, column=letters(column))
        return _("sheet {name}, {place}", name=self.name, place=place) if self.name else place

    def turned(self) -> WorkbookSheet:
        """The sheet with its columns as rows."""
        wide = max((len(r.cells) for r in self.rows), default=0)
        last = self.rows[-1].number if self.rows else 0
        by_number = {r.number: r for r in self.rows}
        made = []
        for column in range(wide):
            cells = tuple(by_number[n].cell(column) if n in by_number else "" for n in range(1, last + 1))
            if any(cells):
                made.append(SheetRow(column + 1, cells))
        return WorkbookSheet(
            self.name,
            tuple(made),
            self.hidden,
            (),
            tuple((c + 1, r - 1, w) for r, c, w in self.unread),
            across=True,
            from_1904=self.from_1904,
            beside=BesideCells(tuple((c + 1, r - 1, says) for r, c, says in self.beside.comments)),
        )


@dataclass(frozen=True)
class Workbook:
    """Sheets, and what a reader should know of how they were read."""

    name: str
    sheets: tuple[WorkbookSheet, ...]
    remarks: tuple[str, ...] = field(default=())


def letters(column: int) -> str:
    """A column as spreadsheets name it.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    named = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        named = chr(65 + rest) + named
    return named


def read_workbook(data: bytes, name: str, known: Callable[[str], bool]) -> Workbook:
    """Read what was handed in, whatever its name says.

    Args:
        data: the bytes of the file.
        name: its name, for the endings and for messages.
        known: whether a text is a heading that is looked for; with it the delimiter of a CSV is found.

    Raises:
        CannotRead: it is no table that can be read.
        NotInstalled: it is a spreadsheet, and what reads it is missing.
    """
    if len(data) > MAX_BYTES:
        raise NoWorkbook(
            _("the file has more than {most} bytes, far more than a log that people keep", most=f"{MAX_BYTES:,}")
        )
    if not data.strip():
        raise NoWorkbook(_("the file is empty"))
    if data.startswith(b"PK\x03\x04"):
        return _spreadsheet(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise NoWorkbook(
            _(
                "this is an old Excel file (.xls), or one with a password; save it as .xlsx without a password and try again"
            )
        )
    return _csv(data, name, known)


# --- spreadsheets ----------------------------------------------------------------------------------


def _spreadsheet(data: bytes, name: str) -> Workbook:
    looked = _looked_through(data)
    try:
        import python_calamine as calamine
    except ImportError:
        raise NotInstalled from None
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = []
        for told in book.sheets_metadata:
            if told.typ != calamine.SheetTypeEnum.WorkSheet:
                continue
            sheet = book.get_sheet_by_name(told.name)
            merged = tuple((a + 1, b, c + 1, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ())
            if sheet.total_height > MAX_ROWS or sheet.total_width > MAX_COLUMNS:
                raise NoWorkbook(_too_wide(told.name))
            rows = _rows(sheet.to_python(skip_empty_area=False))
            hidden = told.visible != calamine.SheetVisibleEnum.Visible
            sheets.append(
                WorkbookSheet(
                    told.name, tuple(rows), hidden, merged, tuple(looked.unread.get(told.name, ())),
                    from_1904=looked.from_1904, hidden_columns=looked.hidden.get(told.name, frozenset()),
                    beside=looked.beside.get(told.name, NOTHING_BESIDE),
                )
            )  # fmt: skip
    except NoWorkbook:
        raise
    except Exception as error:  # the library has an error for each of the many ways in which a file can be broken
        if type(error).__name__ == "PasswordError":
            raise NoWorkbook(_("it is protected by a password; save it without one and try again")) from None
        raise NoWorkbook(
            _("it is damaged, or no spreadsheet (.xlsx, .ods); open it, save it again and try once more")
        ) from None
    return Workbook(name, tuple(sheets))


def _too_wide(sheet: str) -> str:
    beyond = _(
        "there is a cell beyond row {row} or column {column}; no log goes as far. Take out what stands there and save it again",
        row=f"{MAX_ROWS:,}", column=letters(MAX_COLUMNS - 1),
    )  # fmt: skip
    return _("sheet {sheet}: {says}", sheet=sheet, says=beyond) if sheet else beyond


def _rows(cells: list[list[Any]]) -> Iterator[SheetRow]:
    for number, row in enumerate(cells, 1):
        texts = [_text(cell) for cell in row]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield SheetRow(number, tuple(texts))


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return _tidy(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if not (cell.hour or cell.minute) else cell.strftime("%Y-%m-%d %H:%M")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    if isinstance(cell, dt.time):
        return cell.strftime("%H:%M")
    if isinstance(cell, dt.timedelta):
        minutes = round(cell.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return _tidy(str(cell))


def _tidy(text: str) -> str:
    """A text without what no YAML can hold, with one kind of line break."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\u200b\ufeff\u2028\u2029\x85]", " ", text)
    return text.strip()


@dataclass(frozen=True)
class _Looked:
    """What a reader does not tell of a spreadsheet, by the names of its sheets: formulas without a result, and hidden columns."""

    unread: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    hidden: dict[str, frozenset[int]] = field(default_factory=dict)
    from_1904: bool = False
    beside: dict[str, BesideCells] = field(default_factory=dict)


def _looked_through(data: bytes) -> _Looked:
    """Refuse what would grow beyond all bounds, and find formulas without a saved result, which a reader takes for blank cells."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = {m.filename: m for m in archive.infolist()}
        if len(members) > 5000 or sum(m.file_size for m in members.values()) > MAX_XML:
            raise NoWorkbook(_("it unpacks to far more than a log that people keep; it is not opened"))
        if "content.xml" in members:
            content = archive.read("content.xml")
            return _Looked(hidden=_look_at_ods(content), beside=of_ods(content))
        names = _sheet_names(archive, members)
        found: dict[str, list[tuple[int, int, str]]] = {}
        hidden: dict[str, frozenset[int]] = {}
        beside: dict[str, BesideCells] = {}
        struck = struck_styles(archive)
        for member in members:
            if re.fullmatch(r"xl/worksheets/[^/]+\.xml", member):
                title = names.get(member, "")
                xml = archive.read(member)
                found[title] = _look_at_sheet(xml, title)
                hidden[title] = _hidden_columns(xml)
                beside[title] = of_xlsx(archive, member, xml, struck)
        book = archive.read("xl/workbook.xml") if "xl/workbook.xml" in members else b""
        return _Looked(found, hidden, bool(re.search(rb'date1904="(?:1|true)"', book)), beside)
    except NoWorkbook:
        raise
    except Exception:  # `zipfile` lets through whatever a broken file makes of its numbers and names
        raise NoWorkbook(
            _("it is damaged, or no spreadsheet (.xlsx, .ods); open it, save it again and try once more")
        ) from None


def _sheet_names(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> dict[str, str]:
    """The names of the sheets, by the parts that hold them."""
    from html import unescape

    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= members.keys():
        return {}
    links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    parts = {}
    for tag in re.findall(r"<(?:\w+:)?Relationship\b([^>]*)>", links):
        told = dict(_ATTRIBUTE.findall(tag))
        target = told.get("Target", "")
        parts[told.get("Id", "")] = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    names = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\b([^>]*)>", book):
        told = dict(_ATTRIBUTE.findall(tag))
        link = next((v for k, v in told.items() if k.endswith(":id")), "")
        names[parts.get(link, "")] = unescape(told.get("name", ""))
    return names


def _look_at_sheet(xml: bytes, name: str) -> list[tuple[int, int, str]]:
    found = []
    for attributes, inner in _CELL.findall(xml):
        place = _PLACE.search(attributes)
        if not place:
            continue
        column = 0
        for letter in place[1]:
            column = column * 26 + letter - 64
        row = int(place[2])
        if row > MAX_ROWS or column > MAX_COLUMNS:
            if inner:
                raise NoWorkbook(_too_wide(name))
            continue
        if b"<f" in inner and b't="str"' not in attributes and not _VALUE.search(inner):
            found.append(
                (row, column - 1, _("a formula whose result was never saved; open the file, save it and try again"))
            )
        elif error := _ERROR.search(inner):
            found.append(
                (row, column - 1, _("a formula that ends in {error}", error=error[1].decode("ascii", "replace")))
            )
    return found


def _hidden_columns(xml: bytes) -> frozenset[int]:
    found: set[int] = set()
    for tag in re.findall(rb"<(?:\w+:)?col\b([^>]*)>", xml):
        told = dict(_ATTRIBUTE.findall(tag.decode("utf-8", "replace")))
        if told.get("hidden") in ("1", "true") and told.get("min", "").isdigit() and told.get("max", "").isdigit():
            found |= set(range(int(told["min"]) - 1, min(int(told["max"]), MAX_COLUMNS)))
    return frozenset(found)


def _look_at_ods(xml: bytes) -> dict[str, frozenset[int]]:
    """Refuse what would grow beyond all bounds; else the hidden columns of each sheet."""
    from html import unescape

    if _MANY_COLUMNS.search(xml) or any(b"office:value" in inner for inner in _MANY_ROWS.findall(xml)):
        raise NoWorkbook(_too_wide(""))
    hidden: dict[str, set[int]] = {}
    sheet, column = "", 0
    for kind, tag in re.findall(rb"<table:(table-column|table)(?=[\s>/])([^>]*)>", xml):
        told = dict(_ATTRIBUTE.findall(tag.decode("utf-8", "replace")))
        if kind == b"table":
            sheet, column = unescape(told.get("table:name", "")), 0
            continue
        times = told.get("table:number-columns-repeated", "1")
        last = min(column + (int(times) if times.isdigit() else 1), MAX_COLUMNS)
        if told.get("table:visibility") in ("collapse", "filter"):
            hidden.setdefault(sheet, set()).update(range(column, last))
        column = last
    return {name: frozenset(columns) for name, columns in hidden.items()}


# --- CSV -------------------------------------------------------------------------------------------

_WESTERN = "£€‘’“”–—…•·½¼¾§©®™°²³«»"


def _csv(data: bytes, name: str, known: Callable[[str], bool]) -> Workbook:
    remarks: tuple[str, ...] = ()
    try:
        text = delimited.decoded(data)
    except delimited.NotATable as problem:
        western = _western(data)
        if western is None:
            raise NoWorkbook(_("line {line}: {says}", line=problem.line, says=problem.says)) from None
        text = western
        remarks = (
            _(
                "it is no UTF-8 and was read as Windows-1252, as Excel saves a plain CSV in Western Europe; look at the accents and pound signs"
            ),
        )
    rows, breaks = [], 0
    for record in _records(text, known):
        # Rows are numbered as a spreadsheet shows them: a cell of several lines stands in one row.
        rows.append(SheetRow(record.line - breaks, tuple(map(_tidy, record.cells))))
        breaks += sum(c.count("\n") for c in record.cells)
    return Workbook(name, (WorkbookSheet("", tuple(rows)),), remarks)


def _western(data: bytes) -> str | None:
    """The text of a CSV in Windows-1252; None where it may be in another encoding, for a wrong guess garbles words without a trace."""
    if (
        data[:2] in (b"\xff\xfe", b"\xfe\xff")
        or b"\0" in data
        or data[:4] in (b"%PDF", b"{\\rt")
        or len(data) > delimited.MAX_BYTES
    ):
        return None
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return None  # it was refused for another reason
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = re.compile("[\x80-\U0010ffff]")
    letter = "[À-ÖØ-öø-ÿŒœŠšŽžŸ]"
    rest = high.sub(lambda m: "" if m[0] in _WESTERN + "\xa0¿¡ªº" or re.match(letter, m[0]) else m[0], text)
    if high.search(rest) or re.search(f"{letter}{{3}}|(?<=[A-Za-z])[¿¡³²°](?=[a-z])", text):
        return None
    return text


def _records(text: str, known: Callable[[str], bool]) -> list[delimited.TableRow]:
    """The rows of a CSV; where a title stands above its headings, the table begins below it."""
    lines = text.splitlines(keepends=True)
    problem: delimited.NotATable | None = None
    whole: list[delimited.TableRow] | None = None
    for skipped in range(min(12, len(lines))):
        if skipped and not lines[skipped].strip():
            continue
        try:
            found = delimited.read("".join(lines[skipped:]), known)
        except delimited.NotATable as says:
            problem = problem or says
            continue
        rows = [delimited.TableRow(r.line + skipped, r.cells) for r in (found.header, *found.rows)]
        if any(sum(map(known, filter(None, row.cells))) >= 2 for row in rows[: 1 if skipped else 40]):
            # What stands above is not lost: it is counted with the cells that were not read.
            return [
                *(delimited.TableRow(n, (line.strip(),)) for n, line in enumerate(lines[:skipped], 1) if line.strip()),
                *rows,
            ]
        whole = whole if skipped else rows
    if whole is not None:
        return whole
    assert problem is not None  # noqa: S101  (without a problem there is a table)
    raise NoWorkbook(_("line {line}: {says}", line=problem.line, says=problem.says))
