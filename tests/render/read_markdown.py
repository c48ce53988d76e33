"""Reports in Markdown as CommonMark understands them: what a reader of the Markdown sees, block by block.

Nothing of ours reads Markdown; here markdown-it-py says what our Markdown means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from involve_audit.render.blocks import (
    Heading,
    Listed,
    PageDocument,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
    no_gaps,
    plain,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from involve_audit.render.blocks import Block


def reader() -> MarkdownIt:
    """CommonMark with tables and without raw HTML: what a file holds stays text."""
    return MarkdownIt("commonmark", {"html": False}).enable("table")


def read_back(markdown: str) -> PageDocument:
    """Read a report that was written as Markdown. Its first heading is the title."""
    tokens = iter(reader().parse(markdown))
    blocks = list(_blocks(tokens, ""))
    title = ""
    if blocks and isinstance(blocks[0], Heading) and blocks[0].level == 1:
        title = words_of(blocks.pop(0).runs)
    return PageDocument(title, tuple(no_gaps(plain(blocks))))


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
