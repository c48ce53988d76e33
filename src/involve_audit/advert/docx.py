"""The paragraphs of a DOCX, with nothing but the standard library.

A DOCX is a zip file with XML in it, and both can be made to hurt: files that unpack to gigabytes, entities that
multiply. So one member is read, up to a bound, and any document type declaration ends it.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from involve_audit.advert.blocks import MAX_TEXT, TOO_LONG, Block, NotReadable

MAX_XML = 20_000_000
"""Bytes of the main part. A long advert has some hundred thousand."""
MAX_MEMBERS = 5_000
MAX_DEPTH = 500

_W = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_MAIN = re.compile(r"word/document\d*\.xml")
_OFF = ("0", "false", "off", "none")


def docx_blocks(data: bytes) -> list[Block]:
    """The paragraphs of a DOCX; a paragraph counts as a line.

    Headers, footers, notes, comments, deleted and hidden text are not read.

    Raises:
        NotReadable: it is no DOCX, is damaged or protected, or could do harm.
    """
    return _Paragraphs().of(_main_part(data))


def _main_part(data: bytes) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
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
            with archive.open(main) as part:
                # What the file says of its own size may be untrue, so only so much is unpacked.
                xml = part.read(MAX_XML + 1)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError):
        raise NotReadable("this Word document is damaged or no .docx; save it again and try once more") from None
    if len(xml) > MAX_XML:
        raise NotReadable("the text of this file unpacks to far more than an advert could hold; it is not read")
    return xml


class _Paragraphs:
    """Reads the main part as a stream: no tree is built."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.open: list[Block] = []
        self.path: list[str] = []
        self.skipping = 0
        self.hidden = False
        self.number = 0
        self.size = 0

    def of(self, xml: bytes) -> list[Block]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self.refuse
        parser.EntityDeclHandler = self.refuse
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        try:
            parser.Parse(xml, True)
        except (expat.ExpatError, ValueError, LookupError):
            raise NotReadable("this Word document is damaged; save it again and try once more") from None
        return self.blocks

    def refuse(self, *_: object) -> None:
        raise NotReadable(
            "this file declares things that no Word document has (a document type with entities); it is not read"
        )

    def start(self, tag: str, told: dict[str, str]) -> None:
        if len(self.path) >= MAX_DEPTH:
            raise NotReadable("this file is nested deeper than any Word document is; it is not read")
        name = _name(tag)
        self.path.append(name)
        if name in ("mc:Fallback", "w:del", "w:moveFrom"):
            self.skipping += 1
        if name == "w:p":
            self.open.append(Block())
        elif name == "w:r":
            self.hidden = False
        elif not self.open or self.skipping:
            return
        elif name == "w:vanish" and self.path[-3:-1] == ["w:r", "w:rPr"]:
            self.hidden = _value(told) not in _OFF
        elif name == "w:pStyle":
            style = _value(told).lower()
            self.open[-1].heading = style.startswith(("heading", "title", "subtitle"))
            self.open[-1].quoted = "quote" in style
        elif name in ("w:tab", "w:br", "w:cr") and self.path[-2:-1] == ["w:r"]:
            self.add(" ")
        elif name == "w:noBreakHyphen":
            self.add("-")

    def end(self, tag: str) -> None:
        name = _name(tag)
        self.path.pop()
        if name in ("mc:Fallback", "w:del", "w:moveFrom"):
            self.skipping -= 1
        if name == "w:p" and self.open:
            block = self.open.pop()
            if any(text.strip() for _, text in block.pieces):
                self.number += 1
                block.pieces = [(self.number, text) for _, text in block.pieces]
                self.blocks.append(block)

    def text(self, data: str) -> None:
        if self.open and self.path[-1:] == ["w:t"] and not self.skipping and not self.hidden:
            self.add(data)

    def add(self, text: str) -> None:
        self.size += len(text)
        if self.size > MAX_TEXT:
            raise NotReadable(TOO_LONG)
        self.open[-1].pieces.append((0, text))


def _name(tag: str) -> str:
    """A short name for the few parts that matter."""
    space, _, name = tag.rpartition(" ")
    return f"w:{name}" if space in _W else f"mc:{name}" if space == _MC else name


def _value(told: dict[str, str]) -> str:
    return next((value for key, value in told.items() if _name(key) == "w:val"), "")
