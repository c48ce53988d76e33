"""What every kind of file is read into, paragraph by paragraph, and how much of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_TEXT = 30_000
"""Characters of text: some twelve pages. An advert has a few."""
PICTURES = "words in pictures"
KINDS = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".docx": "docx",
    ".odt": "odt",
}
"""Texts that are read, by the ending of their names."""
MAIL = ".eml"
"""A saved e-mail, of which the text is read as what it is."""
OTHER_KINDS = {
    ".pdf": "a PDF", ".doc": "an old Word file", ".rtf": "a rich text file", ".msg": "an Outlook message",
    ".pages": "a Pages file", ".docm": "a Word file with macros", ".xlsx": "an Excel file", ".pptx": "a PowerPoint file",
}  # fmt: skip
"""What is known for what it is and not read."""


class NotReadable(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """A text that cannot be read, and what would help."""


@dataclass(frozen=True)
class Bounds:
    """How much of a document is read.

    Attributes:
        what: what it is taken for, as a message names it.
        length: how long that usually is.
        size: bytes of the file. One with photographs has a few million.
        text: characters of text.
        html: characters of a page with its marks: word processors write many.
    """

    what: str = "an advert"
    length: str = "a few pages"
    size: int = 5_000_000
    text: int = MAX_TEXT
    html: int = 1_000_000

    @property
    def too_long(self) -> str:
        """What is said of a text that is longer."""
        return (
            f"the text has more than {self.text:,} characters; {self.what} has {self.length}. Is this the right file?"
        )


ADVERT = Bounds()


class TableCells:
    """Where a reader of a document is in its tables: of the innermost the row and the cell, both from 1, and (0, 0) outside of all."""

    def __init__(self) -> None:
        self._rows = 0
        self._open: list[tuple[int, int]] = []

    @property
    def here(self) -> tuple[int, int]:
        """The row, numbered over the whole document, and the cell of it."""
        return self._open[-1] if self._open else (0, 0)

    def row_begins(self) -> None:
        """A row begins, of a table that may stand in a cell of another."""
        self._rows += 1
        self._open.append((self._rows, 0))

    def cell_begins(self) -> None:
        """The next cell of the row begins; outside of a row it is none."""
        if self._open:
            row, cell = self._open[-1]
            self._open[-1] = (row, cell + 1)

    def row_ends(self) -> None:
        """The innermost row ends."""
        if self._open:
            self._open.pop()


@dataclass
class Block:
    """A paragraph, list item, heading or cell that is being put together from pieces with their lines."""

    pieces: list[tuple[int, str]] = field(default_factory=list)
    heading: bool = False
    quoted: bool = False
    item: bool = False
    level: int = 0
    cell: tuple[int, int] = (0, 0)
    """Of a table the row and the cell of it, both from 1."""

    @property
    def words(self) -> str:
        """All its words, blanks tidied."""
        return " ".join("".join(text for _, text in self.pieces).split())

    def lines(self) -> list[Block]:
        """A paragraph that has no number yet, cut at a line break where a list item begins; nothing where it holds no words."""
        cut: list[Block] = []
        for line in "".join(text for _, text in self.pieces).split("\n"):
            if not cut or ITEM.match(line):
                cut.append(replace(self, pieces=[]))
            cut[-1].pieces.append((0, f"{line} "))
        return [block for block in cut if block.words]


@dataclass(frozen=True)
class Link:
    """A link.

    Attributes:
        target: where it leads.
        words: what a reader sees of it; empty where that is not known.
    """

    target: str
    words: str = ""


# Marks that begin a list item wherever they stand between blanks: as Word, PDF and mail paste them.
_MARKS = "\u00b7\u2022\u2023\u2043\u204c\u204d\u2219\u22c5\u25a0-\u25ff\u2605\u2606\u2610-\u2612\u2705\u2713-\u2718\u2756\u2794-\u27be\u2b1b\u2b1c\u2b24\u30fb\ue000-\uf8ff"
# And those that do so only at the beginning of a line: dashes and pictures stand inside sentences, too.
_LINE_MARKS = "\u2460-\u24ff*+\u2010-\u2015\u2212\u00a4\u00a7\u00bb\u203a\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff-"
_NUMBERED = r"[0-9]{1,3}[.)]|\([0-9]{1,3}\)|[a-zA-Z]\)|\([a-zA-Z]\)|[a-z]\.|(?:i{1,3}|iv|vi{0,3}|ix|x)[.)]|\((?:i{1,3}|iv|vi{0,3}|ix|x)\)|o"
ITEM = re.compile(
    rf"[ \t\u00a0]*(?:[{_MARKS}]\ufe0f?[ \t\u00a0]*|(?:[{_LINE_MARKS}]\ufe0f?|{_NUMBERED})[ \t\u00a0]+|(?=\[[ xX]?\][ \t]))(?:\[[ xX]?\][ \t]+)?"
)
"""What begins a list item at the beginning of a line."""
_REPEATED = (
    # What a picture font leaves of its bullets in plain text ("\u00d8", "\u00fc", "q"), and numbers with a word: marks only where several lines begin so.
    re.compile(
        r"[ \t]*((?=\D)[^\w\s\u00a3$\u20ac\"'\u201c\u2018(&@>]|[b-hj-npqs-z\u00d8\u00fc\u00dc\u00a8])[ \t]+(?=\S)"
    ),
    re.compile(
        r"[ \t]*()(?:[A-Z][.)]|\d{1,2}\.\d{1,2}\.?|#\d{1,2}[.):]?|(?:[Ss]tep|[Nn]o\.?|[Pp]oint|[Pp]art|[Ss]tage|[Pp]hase) ?\d{1,2}[.):]?)[ \t]+(?=\S)"
    ),
)


def repeated_marks(lines: list[str]) -> dict[int, int]:
    """Of a plain text the lines that begin with a mark which is one because others begin with it too, and where their words begin."""
    found: dict[int, int] = {}
    for pattern in _REPEATED:
        by_mark: dict[str, list[tuple[int, int]]] = {}
        for number, line in enumerate(lines):
            if begun := pattern.match(line):
                by_mark.setdefault(begun[1], []).append((number, begun.end()))
        for same in by_mark.values():
            marked = {number for number, _ in same}
            if len(same) > 1 and not any(_is_heading(lines, number, marked) for number in marked):
                found.update(same)
    return found


def _is_heading(lines: list[str], number: int, marked: set[int]) -> bool:
    """Whether a numbered line is the heading of the sentence in the line below it, as in the sections of a protocol."""
    below = lines[number + 1].lstrip() if number + 1 < len(lines) else ""
    return (
        number + 1 not in marked
        and below[:1].isupper()
        and not lines[number].rstrip().endswith((".", ":", ";", ",", "?", "!"))
    )


_INSIDE = re.compile(rf"(?:^|(?<=\s))[{_MARKS}]\ufe0f?(?=\s)")


def items_of(block: Block) -> Iterator[Block]:
    """A paragraph, cut where a list item begins inside it."""
    part = replace(block, pieces=[])
    for at, text in block.pieces:
        begin = 0
        for found in _INSIDE.finditer(text):
            if text[begin : found.start()].strip():
                part.pieces.append((at, text[begin : found.start()]))
            if part.pieces:
                yield part
            part = replace(block, pieces=[], item=True)
            begin = found.end()
        if text[begin:]:
            part.pieces.append((at, text[begin:]))
    yield part
