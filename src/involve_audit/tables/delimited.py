"""Tables that people hand in: which encoding, which delimiter, which cells belong to which row.

One way of reading for the exports of survey tools and for the private tables of rooms. A row is read whole or the table
is refused: a comma too many moves every later answer of a person under another question.
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_BYTES = 2_000_000
"""More is no table of a group of people."""
DELIMITERS = ",;\t|"
_SPREADSHEET = _("this is a spreadsheet; save it as CSV (UTF-8) and try again")
_NO_TEXT = (
    (b"PK\x03\x04", _SPREADSHEET),
    (b"\xd0\xcf\x11\xe0", _SPREADSHEET),
    (b"%PDF", _("this is a PDF; a table is needed, as CSV (UTF-8)")),
    (b"<", _("this is a web page or XML, whatever its name says; save it as CSV (UTF-8) and try again")),
    (b"{\\rtf", _("this is a text with layout (RTF); a table is needed, as CSV (UTF-8)")),
)
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060\u00ad"
_NAMED = re.compile(r'"?sep=([^\r\n])"?[,;\t|]*(?:\r\n|\n|\r|$)', re.IGNORECASE)


class NotATable(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """What was handed in is no table that can be read whole.

    Attributes:
        line: the line of the file, from 1.
        says: what is wrong; no cell is repeated in it.
    """

    def __init__(self, line: int, says: str) -> None:
        self.line = line
        self.says = says
        super().__init__(f"{line}: {says}")


class TableRow(Record):
    """A row: the line on which it begins, from 1, and its cells without the blanks around them."""

    line: int
    cells: tuple[str, ...]


class DelimitedTable(Record):
    """A table, with as many cells in each row as in the first.

    Attributes:
        header: the first row that is not blank.
        rows: the others that are not blank.
        delimiter: what stands between the cells.
    """

    header: TableRow
    rows: tuple[TableRow, ...]
    delimiter: str


def decoded(data: bytes) -> str:
    """The text of a file, in UTF-8 or UTF-16 as spreadsheets write it.

    Raises:
        NotATable: it is none.
    """
    if len(data) > MAX_BYTES:
        raise NotATable(1, _("this is too large for a table of a group of people"))
    for mark, says in _NO_TEXT:
        if data.startswith(mark):
            raise NotATable(1, says)
    try:
        text = data.decode(_encoding(data))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotATable(line, _("this is not text in UTF-8; save it as CSV (UTF-8) and try again")) from None
    if "\0" in text:
        raise NotATable(1, _("this is not a table of text; export it again as CSV (UTF-8)"))
    return text.lstrip("\ufeff")


def _encoding(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    # Without a mark at its beginning UTF-16 shows by the zero bytes beside its Latin letters.
    start = data[:400]
    if start[1::2].count(0) > len(start) // 4:
        return "utf-16-le"
    if start[0::2].count(0) > len(start) // 4:
        return "utf-16-be"
    return "utf-8"


def read(text: str, known: Callable[[str], bool] | None = None) -> DelimitedTable:
    """Read a table, with the delimiter by which whole records come out best.

    Args:
        text: the text of the file.
        known: whether a header is one that is looked for; such headers speak for a delimiter.

    Raises:
        NotATable: no delimiter makes a table of it, or a row has other cells than the header.
    """
    text = text.lstrip("\ufeff")
    named = _NAMED.match(text)
    if named and (named[1].isalnum() or named[1] in '" '):
        raise NotATable(1, _("this line names no delimiter that can be used; take it out"))
    found: list[tuple[tuple[int, bool, float, int], list[TableRow], str]] = []
    problem: NotATable | None = None
    broken = ""
    for delimiter in named[1] if named else DELIMITERS:
        try:
            rows = _records(text[named.end() :] if named else text, delimiter, 1 if named else 0)
        except NotATable as error:
            problem, broken = problem or error, broken + delimiter
            continue
        if not rows:
            raise NotATable(1, _("the table is empty"))
        found.append((_fits(rows, known), rows, delimiter))
    if not found:
        raise problem or NotATable(1, _("this is not a table that can be read"))
    fits, rows, delimiter = max(found, key=lambda f: f[0])
    if problem and not fits[0] and len(rows[0].cells) == 1 and any(d in rows[0].cells[0] for d in broken):
        # With its own delimiter the table breaks off; with another it is one column, which nobody meant.
        raise problem
    width = len(rows[0].cells)
    return DelimitedTable(rows[0], tuple(even(rows[1:], width)), delimiter)


def _records(text: str, delimiter: str, before: int) -> list[TableRow]:
    """The rows that are not blank, each with its line."""
    rows: list[TableRow] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    last = 0
    try:
        for cells in reader:
            tidy = tuple(map(_tidy, cells))
            if any(tidy):
                rows.append(TableRow(before + last + 1, tidy))
            last = reader.line_num
    except csv.Error:
        says = _(
            "from here on this is not a table that can be read: a quotation mark is open or stands in the wrong place; export it again as CSV (UTF-8)"
        )
        raise NotATable(before + last + 1, says) from None
    return rows


def _tidy(cell: str) -> str:
    cell = cell.strip()
    return cell if cell.isascii() else cell.strip(_UNSEEN).strip()


def _fits(rows: Sequence[TableRow], known: Callable[[str], bool] | None) -> tuple[int, bool, float, int]:
    """How well the records fit a delimiter; more is better."""
    header = rows[0].cells
    # A second row of headers, or a title above them, must not hide the headers that are known.
    hits = max(sum(map(known, row.cells)) for row in rows[:2]) if known else 0
    body = rows[1:]
    whole = sum(len(r.cells) == len(header) or not any(r.cells[len(header) :] or ("x",)) for r in body)
    return hits, len(header) > 1, whole / len(body) if body else 1.0, len(header)


def even(rows: Sequence[TableRow], width: int) -> list[TableRow]:
    """The rows with as many cells as the header; only blank cells at the end are cut or added.

    Raises:
        NotATable: a row has cells that stand under no header, or was cut in two by a line break.
    """
    made = []
    for row in rows:
        cells = row.cells
        if any(cells[width:]):
            number = max(n for n, cell in enumerate(cells, 1) if cell)
            if row is rows[0] and width < 2:
                says = _(
                    "this row has {number} cells, and the line above it one. The first line must hold the headers: take out what stands above them",
                    number=number,
                )
                raise NotATable(row.line, says)
            says = _(
                "this row has {number} cells and the header {width}. Perhaps a text with a delimiter in it lacks its quotation marks: what stands behind it would be read under the wrong header",
                number=number, width=width,
            )  # fmt: skip
            raise NotATable(row.line, says)
        made.append(TableRow(row.line, (*cells[:width], *[""] * (width - len(cells)))))
    _not_cut(rows, width)
    return made


def _not_cut(rows: Sequence[TableRow], width: int) -> None:
    """Refuse rows that look like one row, cut in two by a line break in a text without quotation marks."""
    start = 0
    while start < len(rows):
        end = start
        while end < len(rows) and len(rows[end].cells) < width:
            end += 1
        run = [len(r.cells) for r in rows[start:end]]
        before = rows[start - 1].cells if start else ()
        cut = len(run) > 1 and sum(run) - (len(run) - 1) == width
        # A text in the last column, of which the rest stands on a line of its own.
        rest = bool(run) and run[0] == 1 and width > 1 and len(before) == width and bool(before[-1])
        if cut or rest:
            says = _(
                "this row has {number} cells and the header {width}; it looks like a part of another row. Perhaps a text with a line break in it lacks its quotation marks; export it again as CSV (UTF-8)",
                number=run[0], width=width,
            )  # fmt: skip
            raise NotATable(rows[start].line, says)
        start = max(end, start + 1)
