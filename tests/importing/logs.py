"""Workbooks made for tests, in the shapes in which teams keep them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from html import escape
from typing import Any

from involve_audit.importing.headings import is_known
from involve_audit.importing.into import Put, put_in
from involve_audit.importing.log_rows import LogFound, entries_of, left_out_columns
from involve_audit.importing.mapping import MappedSheet, tables
from involve_audit.importing.workbook import Workbook, read_workbook
from involve_audit.load import read, read_project

TODAY = dt.date(2026, 11, 29)
PROJECT = "format: 1\nproject: {title: Breathing easier}\n"


def xlsx(sheets: dict[str, list[list[Any]]], *, merge: dict[str, list[str]] | None = None, hidden: tuple[str, ...] = (), epoch: Any = None) -> bytes:  # fmt: skip
    """A workbook with these sheets."""
    from openpyxl import Workbook

    book = Workbook()
    if epoch:
        book.epoch = epoch
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for cells in (merge or {}).get(name, ()):
            sheet.merge_cells(cells)
        if name in hidden:
            sheet.sheet_state = "hidden"
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def ods(sheets: dict[str, list[list[Any]]], *, columns: str = "") -> bytes:
    """The same as LibreOffice keeps it, where asked for with its declarations of columns."""

    def cell(value: Any) -> str:
        if value is None:
            return "<table:table-cell/>"
        if isinstance(value, dt.date):
            return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"><text:p>{value:%d/%m/%y}</text:p></table:table-cell>'
        if isinstance(value, (int, float)):
            return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
        return f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'

    tables = "".join(
        f'<table:table table:name="{escape(name)}">{columns}'
        + "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
        + '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>'
        for name, rows in sheets.items()
    )
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (("office", "office"), ("table", "table"), ("text", "text"))
    )
    content = f'<?xml version="1.0"?><office:document-content {spaces} office:version="1.2"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>')  # fmt: skip
    return data.getvalue()


def columns(data: bytes, name: str = "log.xlsx", told: dict[str, str] | None = None) -> list[MappedSheet]:
    """The sheets of a log with what their columns are taken for."""
    sheets = [s for s in read_workbook(data, name, is_known).sheets if not s.hidden]
    return [table for sheet in sheets for table in tables(sheet, told or {})]


def told(data: bytes, project: str = PROJECT, name: str = "log.xlsx", order: str = "") -> tuple[Put, LogFound]:
    """What becomes of a project file, and what was found in the log."""
    found = LogFound()
    sheets = columns(data, name)
    found.remarks += left_out_columns(sheets)
    sources = read(project).tree.get("sources")
    for sheet in sheets:
        entries_of(sheet, TODAY, sources if isinstance(sources, dict) else (), found, order)
    put = put_in(project, found, name, "project.yaml")
    read_project(read(put.text))
    # Every cell that is not blank went somewhere.
    counted = found.cells
    assert counted["all"] == sum(counted[k] for k in ("placed", "noted", "note", "blank", "left out", "not placed"))
    cells = sum(bool(c) for s in sheets for r in s.rows for c in r.cells)
    unread = sum(len([1 for r, _, _ in s.sheet.unread if r > s.row]) for s in sheets)
    assert counted["all"] == cells + unread
    return put, found


def tree(put: Put) -> dict[str, Any]:
    """What the file says now."""
    return read(put.text).tree


__all__ = ["PROJECT", "TODAY", "Workbook", "columns", "ods", "told", "tree", "xlsx"]
