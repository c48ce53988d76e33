"""What a spreadsheet holds beside its cells: remarks on them, rows that are hidden, and rows that are struck through.

A reader of spreadsheets hands out cells alone. People write into a remark what is not for everybody, and strike out what was cancelled.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?row>)", re.DOTALL)
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_COMMENT = re.compile(r'<(?:\w+:)?(?:comment|threadedComment)\b[^>]*?\bref="([A-Z]{1,3})([0-9]{1,7})"[^>]*>(.*?)</(?:\w+:)?(?:comment|threadedComment)>', re.DOTALL)  # fmt: skip
_TEXT = re.compile(r"<(?:\w+:)?t(?:ext)?\b[^>]*>([^<]*)</")
_BOILERPLATE = re.compile(r"\[Threaded comment\].*?Comment:\s*", re.DOTALL)


@dataclass(frozen=True)
class BesideCells:
    """What a sheet holds beside its cells.

    Attributes:
        comments: remarks on cells: row from 1, column from 0, and what they say.
        hidden: rows that somebody hid.
        filtered: rows that a filter or a folded group hides, so that they are as much of the log as others.
        struck: rows of which every cell is struck through.
    """

    comments: tuple[tuple[int, int, str], ...] = ()
    hidden: frozenset[int] = frozenset()
    filtered: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()


NOTHING_BESIDE = BesideCells()


def of_xlsx(archive: zipfile.ZipFile, member: str, xml: bytes, struck_styles: frozenset[int]) -> BesideCells:
    """What a sheet of an Excel workbook holds beside its cells."""
    hidden: set[int] = set()
    filtered: set[int] = set()
    struck: set[int] = set()
    by_filter = b"<filterColumn" in xml or b":filterColumn" in xml
    for attributes, inner in _ROW.findall(xml):
        told = dict(_ATTRIBUTE.findall(attributes.decode("utf-8", "replace")))
        number = int(told["r"]) if told.get("r", "").isdigit() else 0
        if told.get("hidden") in ("1", "true"):
            (filtered if by_filter or told.get("outlineLevel", "0") != "0" else hidden).add(number)
        if struck_styles:
            styles = [_style(cell) for cell, held in _CELL.findall(inner) if held]
            if styles and all(style in struck_styles for style in styles):
                struck.add(number)
    return BesideCells(tuple(_comments(archive, member)), frozenset(hidden), frozenset(filtered), frozenset(struck))


def _style(attributes: bytes) -> int:
    found = re.search(rb'\bs="([0-9]{1,6})"', attributes)
    return int(found[1]) if found else 0


def struck_styles(archive: zipfile.ZipFile) -> frozenset[int]:
    """Which styles of cells are struck through."""
    try:
        xml = archive.read("xl/styles.xml").decode("utf-8", "replace")
    except KeyError:
        return frozenset()
    fonts = re.search(r"<(?:\w+:)?fonts\b.*?</(?:\w+:)?fonts>", xml, re.DOTALL)
    formats = re.search(r"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", xml, re.DOTALL)
    if not fonts or not formats or "strike" not in fonts[0]:
        return frozenset()
    each = re.findall(r"<(?:\w+:)?font(?:\s[^>]*)?(?:/>|>(.*?)</(?:\w+:)?font>)", fonts[0], re.DOTALL)
    struck = {n for n, font in enumerate(each) if re.search(r'<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*/>', font)}
    used = [dict(_ATTRIBUTE.findall(tag)) for tag in re.findall(r"<(?:\w+:)?xf\b([^>]*)>", formats[0])]
    return frozenset(
        n for n, told in enumerate(used) if told.get("fontId", "").isdigit() and int(told["fontId"]) in struck
    )


def _comments(archive: zipfile.ZipFile, member: str) -> Iterator[tuple[int, int, str]]:
    folder, name = posixpath.split(member)
    names = set(archive.namelist())
    links = f"{folder}/_rels/{name}.rels"
    if links not in names:
        return
    for tag in re.findall(r"<(?:\w+:)?Relationship\b([^>]*)>", archive.read(links).decode("utf-8", "replace")):
        told = dict(_ATTRIBUTE.findall(tag))
        target = told.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if told.get("Type", "").lower().endswith(("/comments", "/threadedcomment")) and part in names:
            for letters, row, inner in _COMMENT.findall(archive.read(part).decode("utf-8", "replace")):
                column = 0
                for letter in letters:
                    column = column * 26 + ord(letter) - 64
                text = _BOILERPLATE.sub("", unescape("".join(_TEXT.findall(inner))))
                # Excel writes who made the remark before it, in a line of its own.
                yield int(row), column - 1, text.strip()


_ODS = re.compile(
    rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s>/])([^>]*?)(/?)>|<office:annotation\b[^>]*>(.*?)</office:annotation>", re.DOTALL
)  # fmt: skip


def of_ods(xml: bytes) -> dict[str, BesideCells]:
    """What each sheet of a LibreOffice workbook holds beside its cells."""
    comments: dict[str, list[tuple[int, int, str]]] = {}
    hidden: dict[str, set[int]] = {}
    filtered: dict[str, set[int]] = {}
    sheet, row, column, rows, cells = "", 0, -1, 1, 1
    for kind, attributes, _empty, remark in _ODS.findall(xml):
        told = dict(_ATTRIBUTE.findall(attributes.decode("utf-8", "replace")))
        if kind == b"table":
            sheet, row, rows = unescape(told.get("table:name", "")), 0, 1
        elif kind == b"table-row":
            row += rows
            rows, column, cells = _times(told, "table:number-rows-repeated"), -1, 1
            where = {"filter": filtered, "collapse": hidden}.get(told.get("table:visibility", ""))
            if where is not None:
                where.setdefault(sheet, set()).update(range(row, row + min(rows, 20_000)))
        elif kind:
            column += cells
            cells = _times(told, "table:number-columns-repeated")
        elif remark:
            text = unescape(
                re.sub(
                    r"<dc:(?:creator|date)>.*?</dc:(?:creator|date)>|<[^>]*>", " ", remark.decode("utf-8", "replace")
                )
            )
            comments.setdefault(sheet, []).append((row, column, " ".join(text.split())))
    return {
        name: BesideCells(
            tuple(comments.get(name, ())), frozenset(hidden.get(name, ())), frozenset(filtered.get(name, ()))
        )
        for name in {*comments, *hidden, *filtered}
    }


def _times(told: dict[str, str], key: str) -> int:
    times = told.get(key, "1")
    return int(times) if times.isdigit() and len(times) < 9 else 1
