"""The paragraphs of an ODT, with the same bounds as those of a DOCX.

An ODT is a zip file too; its text is in one part, headings and list items under names of their own. What was deleted and is kept
as a tracked change is not read, and neither are comments.
"""

from __future__ import annotations

from involve_audit.documents.blocks import ADVERT, PICTURES, Block, Bounds, Link, NotReadable, TableCells
from involve_audit.documents.docx import MAX_DEPTH, MAX_MEMBERS, MOST_OF_A_LINK, WordText, opened, parse, unpacked

_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_LINKS = "http://www.w3.org/1999/xlink"
_UNREAD = (f"{_TEXT} tracked-changes", f"{_OFFICE} annotation", f"{_OFFICE} forms")
DAMAGED = "this OpenDocument text is damaged or no .odt; save it again and try once more"


def read_odt(data: bytes, bounds: Bounds = ADVERT) -> WordText:
    """The paragraphs of an ODT; a paragraph counts as a line.

    Raises:
        NotReadable: it is no ODT, is damaged or protected, or could do harm.
    """
    with opened(data, DAMAGED) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS:
            raise NotReadable(f"this file holds {len(members):,} parts, far more than a text has; it is not opened")
        main = archive.NameToInfo.get("content.xml")
        if main is None:
            raise NotReadable("this is no OpenDocument text (.odt): the part that holds the text is missing")
        manifest = archive.NameToInfo.get("META-INF/manifest.xml")
        if main.flag_bits & 1 or (manifest and b"encryption-data" in unpacked(archive, manifest, DAMAGED)):
            raise NotReadable("this OpenDocument text is protected by a password; save it without one and try again")
        found = _Paragraphs(bounds)
        parse(unpacked(archive, main, DAMAGED), found.start, found.end, found.text, damaged=DAMAGED)
        unread = (PICTURES,) if any(m.filename.startswith("Pictures/") for m in members) else ()
    return WordText(found.blocks, found.links, None, unread)


class _Paragraphs:
    """The paragraphs of the text."""

    def __init__(self, bounds: Bounds) -> None:
        self.bounds = bounds
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.open: list[Block] = []
        self.depth = 0
        self.skipping = 0
        self.lists = 0
        self.cells = TableCells()
        self.number = 0
        self.size = 0

    def start(self, tag: str, told: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise NotReadable("this file is nested deeper than any text is; it is not read")
        if tag in _UNREAD:
            self.skipping += 1
        space, _, name = tag.rpartition(" ")
        if space == _TABLE and name == "table-row":
            self.cells.row_begins()
        elif space == _TABLE and name == "table-cell":
            self.cells.cell_begins()
        if space != _TEXT or self.skipping:
            return
        if name == "list-item":
            self.lists += 1
        elif name in ("p", "h"):
            style = told.get(f"{_TEXT} style-name", "").lower()
            self.open.append(
                Block(
                    heading=name == "h" or style in ("title", "subtitle"),
                    quoted="quot" in style,
                    item=self.lists > 0,
                    cell=self.cells.here,
                    level=_level(told.get(f"{_TEXT} outline-level", "")),
                )
            )
        elif name == "line-break":
            self.add("\n")
        elif name in ("s", "tab"):
            self.add(" ")
        elif name == "a":
            self.links.append(Link(told.get(f"{_LINKS} href", "")[:MOST_OF_A_LINK]))

    def end(self, tag: str) -> None:
        self.depth -= 1
        if tag in _UNREAD:
            self.skipping -= 1
        if tag == f"{_TABLE} table-row":
            self.cells.row_ends()
        if self.skipping:
            return
        if tag == f"{_TEXT} list-item":
            self.lists -= 1
        elif tag in (f"{_TEXT} p", f"{_TEXT} h") and self.open:
            lines = self.open.pop().lines()
            self.number += bool(lines)
            for block in lines:
                block.pieces = [(self.number, text) for _, text in block.pieces]
                self.blocks.append(block)

    def text(self, data: str) -> None:
        if not self.skipping:
            self.add(data)

    def add(self, text: str) -> None:
        if not self.open:
            return
        self.size += len(text)
        if self.size > self.bounds.text:
            raise NotReadable(self.bounds.too_long)
        self.open[-1].pieces.append((0, text))


def _level(told: str) -> int:
    """How deep a heading stands; 0 where the file does not say."""
    return int(told) if told.isascii() and told.isdigit() and len(told) == 1 else 0
