"""A report in Markdown as headings, paragraphs, lists, tables and quotations, for formats that are no text.

PDF and Word hold what the Markdown report holds because they are made from it: there is no second list of what a
report says. CommonMark is read by markdown-it-py, which rich brings along.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token


@dataclass(frozen=True)
class Run:
    r"""Words in one line; a line break is a run of its own, `\n`."""

    text: str
    strong: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading, from level 1. No level is left out on the way down, as PDF/UA asks."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Paragraph:
    """A paragraph."""

    runs: Runs


@dataclass(frozen=True)
class Listed:
    """A list; each item is made of blocks."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True)
class Table:
    """A table with one row of headers."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True)
class Quote:
    """What somebody said, word for word."""

    blocks: tuple[Block, ...]


Block = Heading | Paragraph | Listed | Table | Quote


@dataclass(frozen=True)
class Document:
    """A report: its title, and everything under it."""

    title: str
    blocks: tuple[Block, ...]


def reader() -> MarkdownIt:
    """CommonMark with tables and without raw HTML: what a file holds stays text."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def document(markdown: str) -> Document:
    """Read a report that was written as Markdown. Its first heading is the title."""
    tokens = iter(reader().parse(markdown))
    blocks = list(_blocks(tokens, ""))
    title = ""
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1:
        title = words_of(blocks.pop(0).runs)  # type: ignore[union-attr]
    return Document(title, tuple(_no_gaps(blocks)))


def words_of(runs: Sequence[Run]) -> str:
    """The words alone."""
    return "".join(r.text for r in runs)


def shares(table: Table) -> tuple[float, ...]:
    """How wide each column is, in parts of the whole; nothing where every cell is short and no width need be given.

    A column grows with the root of its longest cell, for that text breaks into lines, and holds its longest word.
    """
    columns = [[words_of(row[n]) for row in (table.header, *table.rows)] for n in range(len(table.header))]
    longest = [max(map(len, cells)) for cells in columns]
    if max(longest) <= 24:
        return ()
    words = [max((len(word) for cell in cells for word in cell.split()), default=0) for cells in columns]
    wanted = [max(5.0, min(word, 16) + 2, 2.6 * length**0.5) for word, length in zip(words, longest, strict=True)]
    return tuple(round(width / sum(wanted), 3) for width in wanted)


def room_to_write(table: Table) -> float:
    """How high a row without any words is, in centimetres: people write into it, more where the columns are few."""
    return round(5 / len(table.header), 1)


def _no_gaps(blocks: list[Block]) -> Iterator[Block]:
    """Headings one level up, for the title is above them all; and none more than one below the last."""
    last = 0
    for block in blocks:
        if isinstance(block, Heading):
            last = max(1, min(block.level - 1, last + 1))
            yield Heading(last, block.runs)
        else:
            yield block


def _blocks(tokens: Iterator[Token], end: str) -> Iterator[Block]:
    """The blocks up to the token `end`."""
    for token in tokens:
        match token.type:
            case "heading_open":
                yield Heading(int(token.tag[1:]), _inline(tokens, "heading_close"))
            case "paragraph_open":
                yield Paragraph(_inline(tokens, "paragraph_close"))
            case "bullet_list_open" | "ordered_list_open":
                kind = token.type.removesuffix("_open")
                yield Listed(kind == "ordered_list", tuple(_items(tokens, f"{kind}_close")))
            case "blockquote_open":
                yield Quote(tuple(_blocks(tokens, "blockquote_close")))
            case "table_open":
                rows = tuple(_rows(tokens))
                yield Table(rows[0], rows[1:])
            case "fence" | "code_block" | "html_block":
                yield Paragraph((Run(token.content.strip()),))
            case kind if kind == end:
                return


def _items(tokens: Iterator[Token], end: str) -> Iterator[tuple[Block, ...]]:
    for token in tokens:
        if token.type == end:
            return
        yield tuple(_blocks(tokens, "list_item_close"))


def _rows(tokens: Iterator[Token]) -> Iterator[tuple[Runs, ...]]:
    row: list[Runs] = []
    for token in tokens:
        if token.type in ("th_open", "td_open"):
            row.append(_inline(tokens, token.type.replace("open", "close")))
        elif token.type == "tr_close":
            yield tuple(row)
            row = []
        elif token.type == "table_close":
            return


def _inline(tokens: Iterator[Token], end: str) -> Runs:
    """The runs up to the token `end`. A link is its words: a report links within itself only."""
    runs: list[Run] = []
    strong = 0
    for token in tokens:
        if token.type == end:
            break
        for part in token.children or ():
            match part.type:
                case "strong_open":
                    strong += 1
                case "strong_close":
                    strong -= 1
                case "hardbreak":
                    runs.append(Run("\n"))
                case "softbreak":
                    runs.append(Run(" ", strong > 0))
                case _:
                    if part.content:
                        runs.append(Run(part.content, strong > 0))
    return tuple(runs)
