"""The paragraphs of a DOCX, with nothing but the standard library.

A DOCX is a zip file with XML in it, and both can be made to hurt: files that unpack to gigabytes, entities that
multiply. So few members are read, each up to a bound, and any document type declaration ends it.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.parsers import expat

from involve_audit.documents.blocks import ADVERT, PICTURES, Block, Bounds, Link, NotReadable, TableCells

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_XML = 20_000_000
"""Bytes of the main part. A long advert has some hundred thousand."""
MAX_MEMBERS = 5_000
MAX_DEPTH = 500
MOST_ASIDE = 40
"""Headers, footers and notes. A document with many sections has a dozen."""
MOST_OF_A_LINK = 500

_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MAIN = re.compile(r"word/document\d*\.xml")
_ASIDE = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_UNREAD = {
    "comments": re.compile(r"word/comments\w*\.xml"),
    PICTURES: re.compile(r"word/media/"),
    "charts, diagrams and embedded files": re.compile(r"word/(?:charts|diagrams|embeddings)/"),
}
"""What a document may hold that is not read, by the names of its parts."""
_FIELD = re.compile(r'\s*HYPERLINK\s+"([^"]{1,500})"')
_OFF = ("0", "false", "off", "none")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How Word packs its parts. Whatever else a zip file may hold was not made by it."""
_DAMAGED = "this Word document is damaged or no .docx; save it again and try once more"


@dataclass(frozen=True)
class WordText:
    """What was read in a DOCX.

    Attributes:
        blocks: its paragraphs: the text, then headers, footers and notes.
        links: its links.
        aside: the number of the first paragraph that stands in a header, footer or note; None where there is none.
        not_looked_at: what it holds besides.
    """

    blocks: list[Block]
    links: list[Link]
    aside: int | None
    not_looked_at: tuple[str, ...]


def read_docx(data: bytes, bounds: Bounds = ADVERT) -> WordText:
    """The paragraphs of a DOCX; a paragraph counts as a line.

    Comments, and deleted, hidden and struck text, are not read.

    Raises:
        NotReadable: it is no DOCX, is damaged or protected, or could do harm.
    """
    with opened(data) as archive:
        members = archive.infolist()
        if len(members) > MAX_MEMBERS:
            raise NotReadable(
                f"this file holds {len(members):,} parts, far more than a Word file has; it is not opened"
            )
        main = next((m for m in members if _MAIN.fullmatch(m.filename)), None)
        if main is None:
            raise NotReadable("this is no Word document (.docx): the part that holds the text is missing")
        if main.flag_bits & 1:
            raise NotReadable("this Word document is protected by a password; save it without one and try again")
        paragraphs = _Paragraphs(bounds)
        unread = [what for what, pattern in _UNREAD.items() if any(pattern.match(m.filename) for m in members)]
        links = _read_part(archive, main, paragraphs)
        aside = paragraphs.number + 1
        said = {block.words for block in paragraphs.blocks}
        for part in [m for m in members if _ASIDE.fullmatch(m.filename)][:MOST_ASIDE]:
            beside = _Paragraphs(bounds, paragraphs.size)
            try:
                links += _read_part(archive, part, beside)
            except NotReadable:
                unread.append("a header, footer or note that is damaged")
                continue
            paragraphs.size = beside.size
            for block in beside.blocks:
                # The first page often has a header of its own, with the same words.
                if block.words not in said:
                    said.add(block.words)
                    paragraphs.keep(block)
    return WordText(
        paragraphs.blocks, links, aside if paragraphs.number >= aside else None, tuple(dict.fromkeys(unread))
    )


def opened(data: bytes, damaged: str = _DAMAGED) -> zipfile.ZipFile:
    """The zip file that a document is.

    Raises:
        NotReadable: it is none.
    """
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except Exception:  # `zipfile` lets through whatever a broken file makes of its numbers and names
        raise NotReadable(damaged) from None


def unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, damaged: str = _DAMAGED) -> bytes:
    """One part of a document, up to a bound.

    Raises:
        NotReadable: it cannot be unpacked, or is far too long.
    """
    if member.compress_type not in _PACKED:
        raise NotReadable(f"{damaged} (a part of it is packed in a way that Word does not use)")
    try:
        with archive.open(member) as part:
            # What the file says of its own size may be untrue, so only so much is unpacked.
            xml = part.read(MAX_XML + 1)
    except Exception:  # as above: checksums, lengths, passwords, data that does not unpack
        raise NotReadable(damaged) from None
    if len(xml) > MAX_XML:
        raise NotReadable("the text of this file unpacks to far more than anybody could read; it is not read")
    return xml


def _read_part(archive: zipfile.ZipFile, member: zipfile.ZipInfo, paragraphs: _Paragraphs) -> list[Link]:
    """Read a part of the document, and give the links that stand in it."""
    paragraphs.of(unpacked(archive, member))
    folder, _, name = member.filename.rpartition("/")
    relations = archive.NameToInfo.get(f"{folder}/_rels/{name}.rels")
    targets: dict[str, str] = {}
    if relations is not None and any(target.startswith("#") for target, _ in paragraphs.links):
        targets = _targets(unpacked(archive, relations))
    return [
        Link(targets.get(target[1:], "") if target.startswith("#") else target, words)
        for target, words in paragraphs.links
    ]


def _targets(xml: bytes) -> dict[str, str]:
    """Where the links of a part lead, by their ids."""
    found: dict[str, str] = {}

    def start(tag: str, told: dict[str, str]) -> None:
        if tag.rpartition(" ")[2] == "Relationship" and told.get("Type", "").endswith("/hyperlink"):
            found[told.get("Id", "")] = told.get("Target", "")[:MOST_OF_A_LINK]

    parse(xml, start)
    return found


def _refuse(*_: object) -> None:
    raise NotReadable(
        "this file declares things that no Word document has (a document type with entities); it is not read"
    )


def parse(
    xml: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
    *,
    damaged: str = _DAMAGED,
) -> None:
    """Read XML as a stream: no tree is built."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except (expat.ExpatError, ValueError, LookupError):  # no XML; text that is none; an encoding that is not known
        raise NotReadable(damaged) from None


class _Paragraphs:
    """The paragraphs of one part."""

    def __init__(self, bounds: Bounds = ADVERT, size: int = 0) -> None:
        self.bounds = bounds
        self.blocks: list[Block] = []
        self.open: list[Block] = []
        self.path: list[str] = []
        self.skipping = 0
        self.hidden = False
        self.number = 0
        self.size = size
        self.links: list[tuple[str, str]] = []
        self.linking = 0
        self.cells = TableCells()

    def of(self, xml: bytes) -> None:
        """Read a part."""
        parse(xml, self.start, self.end, self.text)

    def keep(self, block: Block) -> None:
        """Take a paragraph, and give it its number."""
        self.number += 1
        block.pieces = [(self.number, text) for _, text in block.pieces]
        self.blocks.append(block)

    def start(self, tag: str, told: dict[str, str]) -> None:
        if len(self.path) >= MAX_DEPTH:
            raise NotReadable("this file is nested deeper than any Word document is; it is not read")
        name = _name(tag)
        self.path.append(name)
        if name in ("mc:Fallback", "w:del", "w:moveFrom"):
            self.skipping += 1
        if name == "w:hyperlink":
            self.linking += 1
            target = next((value for key, value in told.items() if key.rpartition(" ")[2] == "id"), "")
            self.links.append((f"#{target}", ""))
        if name == "w:fldSimple":
            self.field(next((value for key, value in told.items() if _name(key) == "w:instr"), ""))
        if name == "w:p":
            self.open.append(Block(cell=self.cells.here))
        elif name == "w:tr":
            self.cells.row_begins()
        elif name == "w:tc":
            self.cells.cell_begins()
        elif name == "w:r":
            self.hidden = False
        elif not self.open or self.skipping:
            return
        elif name in ("w:vanish", "w:strike", "w:dstrike") and self.path[-3:-1] == ["w:r", "w:rPr"]:
            # What is struck out is gone, as in the other kinds of files.
            self.hidden = self.hidden or _value(told) not in _OFF
        elif name == "w:pStyle":
            style = _value(told).lower()
            self.open[-1].heading = style.startswith(("heading", "title", "subtitle"))
            self.open[-1].level = level_of(style)
            self.open[-1].quoted = "quote" in style
        elif name == "w:numPr":
            self.open[-1].item = True
        elif name in ("w:br", "w:cr") and self.path[-2:-1] == ["w:r"]:
            self.line()
        elif name == "w:tab" and self.path[-2:-1] == ["w:r"]:
            self.add(" ")
        elif name == "w:noBreakHyphen":
            self.add("-")

    def end(self, tag: str) -> None:
        name = _name(tag)
        self.path.pop()
        if name in ("mc:Fallback", "w:del", "w:moveFrom"):
            self.skipping -= 1
        if name == "w:hyperlink":
            self.linking -= 1
        if name == "w:tr":
            self.cells.row_ends()
        if name == "w:p" and self.open:
            lines = self.open.pop().lines()
            if lines:
                self.number += 1
            for block in lines:
                block.pieces = [(self.number, text) for _, text in block.pieces]
                self.blocks.append(block)

    def field(self, instruction: str) -> None:
        """A link that Word keeps as a field."""
        found = _FIELD.match(instruction)
        if found and not self.skipping:
            self.links.append((found[1], ""))

    def line(self) -> None:
        """A line break inside a paragraph."""
        self.add("\n")

    def text(self, data: str) -> None:
        if self.path[-1:] == ["w:instrText"]:
            self.field(data)
        if self.open and self.path[-1:] == ["w:t"] and not self.skipping and not self.hidden:
            self.add(data)

    def add(self, text: str) -> None:
        self.size += len(text)
        if self.size > self.bounds.text:
            raise NotReadable(self.bounds.too_long)
        if self.linking and self.links:
            target, words = self.links[-1]
            self.links[-1] = (target, f"{words}{text}"[:MOST_OF_A_LINK])
        self.open[-1].pieces.append((0, text))


def _name(tag: str) -> str:
    """A short name for the few parts that matter."""
    space, _, name = tag.rpartition(" ")
    return f"w:{name}" if space in _W else f"mc:{name}" if space == _MC else name


def level_of(style: str) -> int:
    """How deep a heading stands, by the name of its style: *heading 2*; 0 where that does not say."""
    found = re.fullmatch(r"heading ?([1-9])", style)
    return int(found[1]) if found else 1 if style == "title" else 0


def _value(told: dict[str, str]) -> str:
    return next((value for key, value in told.items() if _name(key) == "w:val"), "")
