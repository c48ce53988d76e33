"""From Markdown, text, HTML, DOCX or ODT to sentences, each with its line.

A sentence knows which of its words stand in quotation marks: people quote others. Everything is bounded, for the file may come from
anywhere.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import groupby
from typing import TYPE_CHECKING

from involve_audit.documents.blocks import (
    ADVERT,
    ITEM,
    KINDS,
    MAIL,
    OTHER_KINDS,
    PICTURES,
    Block,
    Bounds,
    Link,
    NotReadable,
    TableCells,
    items_of,
    repeated_marks,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BYTES = ADVERT.size
MAX_SENTENCE = 2_000


@dataclass(frozen=True)
class Sentence:
    """A sentence, heading or table cell.

    Attributes:
        text: its words, blanks tidied.
        line: where it begins, counted from 1: the line, or in a DOCX the paragraph.
        block: sentences with the same number stand in the same paragraph.
        heading: whether it is a heading.
        item: whether it stands in a list.
        quoted: the parts that stand in quotation marks, from and to; all of it in a block quotation.
        level: how deep a heading stands, from 1; 0 where the file does not say.
    """

    text: str
    line: int
    block: int
    heading: bool = False
    quoted: tuple[tuple[int, int], ...] = ()
    item: bool = False
    level: int = 0


@dataclass(frozen=True)
class Text:
    """A text as it was read.

    Attributes:
        name: the name of the file.
        kind: markdown, text, html, docx or odt.
        sentences: all sentences, in order.
        links: the links, which may hold the contact.
        aside: in a DOCX, the first paragraph that stands in headers, footers and notes, which are read last.
        not_looked_at: what it holds and was not read.
    """

    name: str
    kind: str
    sentences: tuple[Sentence, ...]
    links: tuple[Link, ...] = ()
    aside: int | None = None
    not_looked_at: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """What is counted: lines, or in a DOCX or ODT, which has none, paragraphs."""
        return "paragraph" if self.kind in ("docx", "odt") else "line"


_BEGINNINGS = ((b"%PDF", "a PDF"), (b"\xd0\xcf\x11\xe0", "an old Word file"), (b"{\\rtf", "a rich text file"))
_SAVE_AS = "save it as .docx, .odt, .html, .md or plain text (.txt, UTF-8) and try again"


def read_text(data: bytes, name: str, bounds: Bounds = ADVERT) -> Text:
    """Read an invitation or another document. The ending of the name decides how, and without one the beginning of the text.

    Args:
        data: the file.
        name: its name.
        bounds: how much of it is read.

    Raises:
        NotReadable: it is too large, of another kind, damaged, or holds no words.
    """
    if len(data) > bounds.size:
        raise NotReadable(
            f"the file has more than {bounds.size:,} bytes; {bounds.what} has {bounds.length}. Is this the right file?"
        )
    ending = "." + name.rpartition(".")[2].lower() if "." in name else ""
    if ending in OTHER_KINDS:
        raise NotReadable(f"this is {OTHER_KINDS[ending]}, which is not read here; {_SAVE_AS}")
    for beginning, what in _BEGINNINGS:
        if data.startswith(beginning):
            raise NotReadable(f"this looks like {what}, which is not read here; {_SAVE_AS}")
    not_looked_at: tuple[str, ...] = ()
    if ending == MAIL:
        data, ending, not_looked_at = _of_a_mail(data)
    kind = KINDS.get(ending) or _guess(data)
    links: list[Link] = []
    aside: int | None = None
    if kind in ("docx", "odt"):
        from involve_audit.documents.docx import read_docx
        from involve_audit.documents.odt import read_odt

        word = read_docx(data, bounds) if kind == "docx" else read_odt(data, bounds)
        blocks, links, aside, not_looked_at = word.blocks, word.links, word.aside, word.not_looked_at
    else:
        text = _decode(data)
        if len(text) > (bounds.html if kind == "html" else bounds.text):
            raise NotReadable(bounds.too_long)
        blocks = (
            _html_blocks(text, links)
            if kind == "html"
            else list(_line_blocks(text, links, markdown=kind == "markdown"))
        )
        if kind != "text" and _PICTURE.search(text):
            not_looked_at = (*not_looked_at, PICTURES)
    if sum(len(piece) for block in blocks for _, piece in block.pieces) > bounds.text:
        raise NotReadable(bounds.too_long)
    blocks = [_without_mark(part) for block in _rows_joined(_all_quoted_is_none(blocks)) for part in items_of(block)]
    sentences = tuple(_sentences(blocks))
    if not sentences:
        raise NotReadable("there are no words in it")
    return Text(name, kind, sentences, tuple(links), aside, not_looked_at)


def _of_a_mail(data: bytes) -> tuple[bytes, str, tuple[str, ...]]:
    """The text of a saved e-mail with its subject above it, the ending of its kind, and what it holds that is not read.

    Raises:
        NotReadable: no text is in it, or none that can be read.
    """
    from email import message_from_bytes, policy

    mail = message_from_bytes(data, policy=policy.default)
    try:
        body = mail.get_body(("plain", "html"))
        text = body.get_content() if body is not None else ""
        subject = str(mail["Subject"] or "")
    except (LookupError, ValueError, AttributeError):
        raise NotReadable(f"the text of this e-mail cannot be read; {_SAVE_AS}") from None
    if body is None or not text.strip():
        raise NotReadable(f"there is no text in this e-mail; {_SAVE_AS}")
    attached = ("attachments",) if any(mail.iter_attachments()) else ()
    if body.get_content_subtype() == "html":
        return f"<h1>{html.escape(subject)}</h1>\n{text}".encode(), ".html", attached
    return f"{subject}\n\n{text}".encode(), ".txt", attached


_PICTURE = re.compile(r"<img\b|<svg\b|!\[[^\[\]\n]{0,500}\]\(", re.IGNORECASE)


def _without_mark(block: Block) -> Block:
    """A paragraph without the mark of a list item, where its text begins with one."""
    if block.pieces and (found := ITEM.match(block.pieces[0][1])) and not block.item:
        at, text = block.pieces[0]
        if text[found.end() :].strip() or len(block.pieces) > 1:
            return replace(block, pieces=[(at, text[found.end() :]), *block.pieces[1:]], item=True)
    return block


def _guess(data: bytes) -> str:
    if data.startswith(b"PK\x03\x04"):
        return "odt" if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200] else "docx"
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "html" if start.startswith((b"<!doctype html", b"<html", b"<body", b"<div", b"<p>", b"<h1")) else "markdown"


def _decode(data: bytes) -> str:
    if data[:4] == b"PK\x03\x04":
        raise NotReadable("this looks like a Word or zip file; give it its ending (.docx, .odt) and try again")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotReadable(f"line {line} is not text in UTF-8; save the file as UTF-8 and try again") from None
    if "\0" in text:
        raise NotReadable("this is not a text; is it the right file?")
    return text.replace("\r\n", "\n").replace("\r", "\n")


_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


# --- Markdown and text -------------------------------------------------------------------------------

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]|$)")
_RULE = re.compile(r"[\s\-=_*~#.•+|:]*$")
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_REFERENCE = re.compile(r" {0,3}\[[^\[\]\n]{1,200}\]:[ \t]*(\S+)")


def _line_blocks(text: str, links: list[Link], *, markdown: bool) -> Iterator[Block]:
    """Paragraphs, headings, list items and cells of Markdown, or of a plain text."""
    if markdown:
        text = _COMMENT.sub(lambda m: "\n" * m[0].count("\n"), text)
    lines = text.split("\n")
    start = _front_matter(lines) if markdown else 0
    widest = max(map(len, lines), default=0)
    block, fence = Block(), ""
    marked = {} if markdown else repeated_marks(lines)
    for number, line in enumerate(lines[start:], start + 1):
        marks = _FENCE.match(line) if markdown else None
        if fence or marks:
            # Code is not read.
            if marks and not fence:
                fence = marks[1]
            elif marks and marks[1].startswith(fence):
                fence = ""
            continue
        quoted = False
        while found := _QUOTE.match(line):
            quoted, line = True, line[found.end() :]  # noqa: PLW2901
        if _RULE.match(line):
            if markdown and block.pieces and line.strip() and not line.strip(" =-"):
                block.heading = True  # underlined
            yield block
            block = Block()
            continue
        reference = _REFERENCE.match(line) if markdown else None
        if reference:
            links.append(Link(reference[1]))
            continue
        heading = bool(markdown and _HEADING.match(line))
        item = ITEM.match(line)
        words = item.end() if item else marked.get(number - 1, 0)
        if heading or words or quoted != block.quoted:
            yield block
            block = Block(quoted=quoted)
        if words:
            block.item = True
            line = line[words:]  # noqa: PLW2901
        hard = markdown and line.endswith(("  ", "\\"))
        if heading:
            block.level = len(line.strip()) - len(line.strip().lstrip("#"))
            line = line.strip().strip("#")  # noqa: PLW2901
        if markdown and line.lstrip().startswith("|"):
            cells = [_inline(cell, links) for cell in line.strip().strip("|").split("|")]
            head = number < len(lines) and "|" in lines[number] and _RULE.match(lines[number])
            said = cells if head else _of_a_row(cells)
            yield from (Block([(number, text)], quoted=quoted) for text in said)
            continue
        if not markdown and block.pieces and _begins_anew(block.pieces[-1][1], line, widest):
            yield block
            block = Block(quoted=quoted)
        for n, part in enumerate(_BREAK.split(line) if markdown else [line]):
            if n:
                yield block
                block = Block(quoted=quoted)
            block.pieces.append((number, _inline(part, links) if markdown else part))
        if hard or heading:
            block.heading = heading
            yield block
            block = Block(quoted=quoted)
    yield block


_NAMES_A_ROW = 4
"""A cell of so many words, without a number and no sentence, names what stands beside it."""


def _rows_joined(blocks: list[Block]) -> Iterator[Block]:
    """The paragraphs of a document, those of two cells of which the first names the second as one."""
    for row, group in groupby(blocks, key=lambda block: block.cell[0]):
        cells = list(group)
        if row and [block.cell[1] for block in cells] == [1, 2] and len(_of_a_row([c.words for c in cells])) == 1:
            first, second = cells
            at, last = first.pieces[-1]
            yield replace(first, pieces=[*first.pieces[:-1], (at, f"{last.rstrip()}: "), *second.pieces])
        else:
            yield from cells


def _of_a_row(cells: list[str]) -> list[str]:
    """The cells of a row as they are read: of two, the first of which names the second (`Travel | paid back`), one line."""
    said = [cell.strip() for cell in cells]
    names = len(said) == 2 and all(said) and len(said[0].split()) <= _NAMES_A_ROW and said[0][-1] not in ".!?:"
    if names and not any(letter.isdigit() for letter in said[0]):
        return [f"{said[0]}: {said[1]}"]
    return cells


def _front_matter(lines: list[str]) -> int:
    """The line at which the text begins, after a block of settings at the top."""
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:80], 1):
            if line.strip() in ("---", "..."):
                return number + 1
    return 0


def _begins_anew(before: str, line: str, widest: int) -> bool:
    """Whether a line of a plain text begins something new, although no blank line stands before it."""
    before = before.rstrip()
    return len(before) < 0.6 * max(widest, 40) and before[-1:] not in ",;" and line.lstrip()[:1].isupper()


_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\[\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{0,500})\](?:\(([^()\[\n]{0,2000})\)|\[[^\[\]\n]{0,200}\])")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:|tel:)[^<>\s]{1,500}|[^<>\s@]{1,100}@[^<>\s]{1,100})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>")
_CODE = re.compile(r"`{1,2}([^`\n]{1,300})`{1,2}")
_STRUCK = re.compile(r"~~[^~\n]{1,500}~~")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def _inline(line: str, links: list[Link]) -> str:
    """A line of Markdown without its marks. Code counts as quoted; what is struck out is gone."""

    def link(found: re.Match[str]) -> str:
        if found[2]:
            links.append(Link(found[2].split()[0] if found[2].split() else "", found[1]))
        return found[1]

    def address(found: re.Match[str]) -> str:
        links.append(Link(found[1]))
        return found[1]

    line = _IMAGE.sub("", line)
    line = _LINK.sub(link, line)
    line = _AUTOLINK.sub(address, line)
    line = _TAG.sub("", line)
    line = _CODE.sub(r"“\1”", line)
    line = _STRUCK.sub("", line)
    line = _EMPHASIS.sub("", line)
    return html.unescape(_ESCAPED.sub(r"\1", line))


# --- HTML ----------------------------------------------------------------------------------------------

_UNSEEN = frozenset(
    ("script", "style", "template", "noscript", "title", "svg", "math", "object", "iframe", "select", "textarea")
)
_FLOWING = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "code",
))  # fmt: skip
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)


_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


class _Page(HTMLParser):
    """The paragraphs of a page."""

    def __init__(self, links: list[Link]) -> None:
        super().__init__(convert_charrefs=True)
        self.links = links
        self.blocks: list[Block] = []
        self.block = Block()
        self.open: list[str] = []
        self.unseen: list[int] = []
        self.quoting = 0
        self.headings = 0
        self.level = 0
        self.cells = TableCells()

    def close_block(self) -> None:
        if self.block.pieces:
            self.blocks.append(self.block)
        self.block = Block(
            heading=self.headings > 0,
            quoted=self.quoting > 0,
            item=self.open[-1:] == ["li"],
            level=self.level if self.headings else 0,
            cell=self.cells.here,
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "a" and told.get("href"):
            self.links.append(Link(str(told["href"])))
        if tag in ("q", "code") and not self.unseen:
            self.block.pieces.append((self.getpos()[0], "“"))
        if tag not in _VOID:
            self.open.append(tag)
            if (
                tag in _UNSEEN
                or "hidden" in told
                or (told.get("aria-hidden") or "").lower() == "true"
                or tag in ("del", "s")
                or _HIDDEN.search(told.get("style") or "")
            ):
                self.unseen.append(len(self.open))
        if tag == "blockquote":
            self.quoting += 1
        if re.fullmatch("h[1-6]", tag):
            self.headings += 1
            self.level = int(tag[1])
        if tag == "dt":
            self.cells.row_ends()  # of a list of terms each term begins a row, and the list itself one that is empty
        if tag in ("tr", "dl", "dt"):
            self.cells.row_begins()
        if tag in ("td", "th", "dt", "dd"):
            self.cells.cell_begins()
        if tag not in _FLOWING:
            self.close_block()

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or tag not in self.open[-50:]:
            return
        while self.open:
            last = self.open.pop()
            if self.unseen and self.unseen[-1] > len(self.open):
                self.unseen.pop()
            if last == "blockquote":
                self.quoting -= 1
            if re.fullmatch("h[1-6]", last):
                self.headings -= 1
            if last in ("tr", "dl"):
                self.cells.row_ends()
            if last == tag:
                break
        if tag in ("q", "code") and not self.unseen:
            self.block.pieces.append((self.getpos()[0], "”"))
        if tag not in _FLOWING:
            self.close_block()

    def handle_data(self, data: str) -> None:
        if self.unseen:
            return
        if "a" in self.open[-5:] and self.links:
            self.links[-1] = replace(self.links[-1], words=f"{self.links[-1].words}{data}"[:500])
        line = self.getpos()[0]
        self.block.pieces += [(line + n, part) for n, part in enumerate(data.split("\n")) if part]


_DECLARATION = re.compile(r"<[!?][^<>]{0,4000}>")
_NO_TAG = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,20000}>)")


def _html_blocks(text: str, links: list[Link]) -> list[Block]:
    """The paragraphs of a page.

    `html.parser` takes quadratic time over tags that do not end, and stops at some declarations; so comments and
    declarations go first, and a `<` that begins no whole tag is text.
    """
    for what in (_COMMENT, _DECLARATION):
        text = what.sub(lambda m: "\n" * m[0].count("\n"), text)
    page = _Page(links)
    page.feed(_NO_TAG.sub("&lt;", text))
    page.close()
    page.close_block()
    return page.blocks


# --- sentences -----------------------------------------------------------------------------------------


def _all_quoted_is_none(blocks: list[Block]) -> list[Block]:
    """A text that was forwarded whole is not a quotation."""
    told = [b for b in blocks if any(text.strip() for _, text in b.pieces)]
    if told and all(b.quoted for b in told):
        return [replace(b, quoted=False) for b in told]
    return told


_END = re.compile(r"""[.!?…]+["”'’)\]]*\s+(?=["“'‘(\[]?[A-Z0-9£€])""")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.?g|i\.?e|dr|mr|mrs|ms|smt|prof|st|no|rs|vs|approx|inc|dept|tel|ext|c|ca)|\b[A-Z])$", re.IGNORECASE
)
_QUOTED = re.compile(
    r"“[^“”]{1,600}”"
    r"|„[^„“”]{1,600}[“”]"
    r"|«[^«»]{1,600}»"
    r'|(?<![\w"])"(?=\S)[^"]{1,600}"'
    r"|(?<!\w)‘[^‘\n]{1,400}?’(?!\w)"
    r"|(?<!\w)'(?=\S)[^'\n]{1,400}?(?:'(?=\w)[^'\n]{1,400}?){0,8}(?<=\S)'(?!\w)"
)


def _sentences(blocks: list[Block]) -> Iterator[Sentence]:
    for number, block in enumerate(blocks):
        text, starts = _joined(block)
        spoken = [m.span() for m in _QUOTED.finditer(text)]
        for start, end in _spans(text):
            words = text[start:end]
            lead = len(words) - len(words.lstrip())
            start += lead  # noqa: PLW2901
            words = words.strip()
            if not any(c.isalnum() for c in words):
                continue
            line = block.pieces[max(bisect_right(starts, start) - 1, 0)][0]
            quoted: tuple[tuple[int, int], ...] = ((0, len(words)),)
            if not block.quoted:
                inside = ((max(a - start, 0), min(b - start, len(words))) for a, b in spoken)
                quoted = tuple((a, b) for a, b in inside if a < b)
            yield Sentence(words, line, number, block.heading, quoted, block.item, block.level)


def _joined(block: Block) -> tuple[str, list[int]]:
    """The text of a block with tidied blanks, and at which character each piece begins."""
    text, starts = "", []
    parts: list[str] = []
    size, last = 0, " "
    line = block.pieces[0][0] if block.pieces else 0
    for at, piece in block.pieces:
        tidied = re.sub(r"\s+", " ", piece.translate(_INVISIBLE))
        if at != line:
            tidied = " " + tidied.lstrip(" ")
        if last == " ":
            tidied = tidied.lstrip(" ")
        line = at
        starts.append(size)
        if tidied:
            parts.append(tidied)
            size += len(tidied)
            last = tidied[-1]
    text = "".join(parts)
    return text, starts


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences begin and end. What has no end for too long is cut at a blank."""
    start = 0
    for found in _END.finditer(text):
        if text[found.start()] == "." and _ABBREVIATION.search(text[max(found.start() - 8, 0) : found.start()]):
            continue
        yield from _cut(text, start, found.end())
        start = found.end()
    yield from _cut(text, start, len(text))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > MAX_SENTENCE:
        blank = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        middle = blank if blank > start else start + MAX_SENTENCE
        yield start, middle
        start = middle
    if start < end:
        yield start, end
