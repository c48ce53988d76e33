"""Spreadsheets (.xlsx), written here and by no library: the same cells give the same bytes, on every machine and in a browser.

Whatever comes from a file is text: a cell that begins with `=` would otherwise be run as a formula by whoever opens it.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from involve_audit.tables import BEGINS_A_FORMULA

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LONGEST = 32_767
"""So many characters fit into a cell."""
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What a spreadsheet would take for a character in its own way of writing."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PLAIN, _BOLD, _LINK = range(3)
_QUOTED = 3
"""Each look stands in the list of looks twice: as it is, and for a text that must stay one when somebody edits it."""
_AS_TEXT = 49
"""The number format by which whatever is typed in stays text."""


@dataclass(frozen=True)
class Cell:
    """A cell: a number, or text that stays text whatever it begins with.

    Attributes:
        value: what stands in it.
        bold: whether it is a head.
        link: where it leads; empty where nowhere.
    """

    value: str | float | None
    bold: bool = False
    link: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet.

    Attributes:
        name: its name.
        rows: its rows.
        widths: how wide its columns are, in characters.
        heads: whether the first row stays in sight; with how many columns beside it.
        beside: so many columns stay in sight, too.
        filtered: whether it can be filtered by its heads, and is printed across the page with them on each.
        choices: for a column, from 0, what may be chosen in it.
        empty: so many rows below the last are laid out for what comes next.
    """

    name: str
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[float] = ()
    heads: bool = False
    beside: int = 0
    filtered: bool = False
    choices: Mapping[int, Sequence[str]] = field(default_factory=dict)
    empty: int = 0


def column(number: int) -> str:
    """A column as spreadsheets name it, from 0.

    >>> column(0), column(25), column(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def written(sheets: Sequence[Sheet], date: str = "") -> bytes:
    """The workbook.

    Args:
        sheets: its sheets.
        date: the day that stands in it as that on which it was made; empty for none.
    """
    parts = {
        "[Content_Types].xml": _content_types(len(sheets)),
        "_rels/.rels": _relations(
            (f"{_LINKS}/officeDocument", "xl/workbook.xml"), (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
        ),
        "docProps/core.xml": _about(date),
        "xl/workbook.xml": _workbook(sheets),
        "xl/_rels/workbook.xml.rels": _relations(
            *((f"{_LINKS}/worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)), (f"{_LINKS}/styles", "styles.xml")
        ),
        "xl/styles.xml": _styles(),
    }  # fmt: skip
    for n, sheet in enumerate(sheets, 1):
        links: list[tuple[str, str]] = []
        parts[f"xl/worksheets/sheet{n}.xml"] = _sheet(sheet, links)
        if links:
            leads = ((f"{_LINKS}/hyperlink", to) for _, to in links)
            parts[f"xl/worksheets/_rels/sheet{n}.xml.rels"] = _relations(*leads, outside=True)
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, text in parts.items():
            # Not compressed: what compresses differs from machine to machine, and the bytes must not.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), (_HEAD + text).encode("utf-8"))
    return kept.getvalue()


# --- the parts of the file -----------------------------------------------------------------------------


def _content_types(sheets: int) -> str:
    own = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_TYPES}.worksheet+xml"/>' for n in range(1, sheets + 1)
    )  # fmt: skip
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPES}.sheet.main+xml"/>{own}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*links: tuple[str, str], outside: bool = False) -> str:
    mode = ' TargetMode="External"' if outside else ""
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target={quoteattr(to)}{mode}/>' for n, (kind, to) in enumerate(links, 1)
    )  # fmt: skip
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _about(date: str) -> str:
    made = f'<dcterms:created xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:created>' if date else ""
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:creator>involve-audit</dc:creator>{made}</cp:coreProperties>"
    )


def _workbook(sheets: Sequence[Sheet]) -> str:
    listed = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" r:id="rId{n}"/>' for n, sheet in enumerate(sheets, 1)
    )
    names = ""
    for n, sheet in enumerate(sheets):
        if sheet.filtered:
            called = escape("'" + sheet.name.replace("'", "''") + "'")
            names += (
                f'<definedName name="_xlnm._FilterDatabase" localSheetId="{n}" hidden="1">{called}!{_all(sheet, fixed="$")}</definedName>'
                f'<definedName name="_xlnm.Print_Titles" localSheetId="{n}">{called}!$1:$1</definedName>'
            )
    named = f"<definedNames>{names}</definedNames>" if names else ""
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{listed}</sheets>{named}</workbook>'


def _all(sheet: Sheet, fixed: str = "") -> str:
    """The cells of a sheet, as a range."""
    last = column(max(len(row) for row in sheet.rows) - 1)
    return f"{fixed}A{fixed}1:{fixed}{last}{fixed}{len(sheet.rows)}"


def _styles() -> str:
    name = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
    fonts = (name, f"<b/>{name}", f'<u/><sz val="11"/><color rgb="FF0563C1"/>{name.split("/>", 1)[1]}')
    looks = "".join(
        f'<xf numFmtId="{_AS_TEXT}" fontId="{look}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"{quoted}>'
        '<alignment vertical="top" wrapText="1"/></xf>'
        for quoted in ("", ' quotePrefix="1"')
        for look in range(len(fonts))
    )
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="{len(fonts)}">{"".join(f"<font>{one}</font>" for one in fonts)}</fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{1 + 2 * len(fonts)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>{looks}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(sheet: Sheet, links: list[tuple[str, str]]) -> str:
    rows = []
    for n, row in enumerate(sheet.rows, 1):
        cells = "".join(_cell(cell, f"{column(m)}{n}", links) for m, cell in enumerate(row))
        rows.append(f'<row r="{n}">{cells}</row>')
    for n in range(len(sheet.rows) + 1, len(sheet.rows) + 1 + sheet.empty):
        # Days are typed in as text: else 03/04/2025 is turned round wherever the machine's language says so.
        rows.append(f'<row r="{n}"><c r="A{n}" s="{1 + _PLAIN}"/></row>')
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{wide:g}" customWidth="1"/>' for n, wide in enumerate(sheet.widths, 1)
    )
    parts = (
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' if sheet.filtered else "",
        f'<sheetViews><sheetView workbookViewId="0">{_in_sight(sheet)}</sheetView></sheetViews>' if sheet.heads else "",
        f"<cols>{widths}</cols>" if widths else "",
        f"<sheetData>{''.join(rows)}</sheetData>",
        f'<autoFilter ref="{_all(sheet)}"/>' if sheet.filtered else "",
        _choices(sheet),
        _led(links),
        '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>' if sheet.filtered else "",
    )
    return f'<worksheet xmlns="{_MAIN}" xmlns:r="{_LINKS}">{"".join(parts)}</worksheet>'


def _led(links: list[tuple[str, str]]) -> str:
    listed = "".join(f'<hyperlink ref="{at}" r:id="rId{n}"/>' for n, (at, _) in enumerate(links, 1))
    return f"<hyperlinks>{listed}</hyperlinks>" if links else ""


def _in_sight(sheet: Sheet) -> str:
    """The heads, and the columns beside them, that stay in sight."""
    across = f' xSplit="{sheet.beside}"' if sheet.beside else ""
    pane = "bottomRight" if sheet.beside else "bottomLeft"
    return f'<pane{across} ySplit="1" topLeftCell="{column(sheet.beside)}2" activePane="{pane}" state="frozen"/>'


def _choices(sheet: Sheet) -> str:
    last = len(sheet.rows) + sheet.empty
    listed = "".join(
        f'<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="{column(n)}2:{column(n)}{last}">'
        f"<formula1>{escape(chr(34) + ','.join(words) + chr(34))}</formula1></dataValidation>"
        for n, words in sheet.choices.items()
    )
    return f'<dataValidations count="{len(sheet.choices)}">{listed}</dataValidations>' if listed else ""


def _cell(cell: Cell, at: str, links: list[tuple[str, str]]) -> str:
    if cell.value is None:
        return ""
    if isinstance(cell.value, (int, float)):
        return f'<c r="{at}"><v>{cell.value}</v></c>'
    text = _NO_XML.sub("\ufffd", cell.value.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST]
    look = 1 + (_LINK if cell.link else _BOLD if cell.bold else _PLAIN)
    if text.startswith(BEGINS_A_FORMULA):
        look += _QUOTED
    if cell.link:
        links.append((at, cell.link))
    if not text:
        return f'<c r="{at}" s="{look}"/>'
    return f'<c r="{at}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{escape(_ESCAPED.sub("_x005F_", text))}</t></is></c>'
