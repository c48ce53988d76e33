"""The report as Markdown: tables and lists that GitHub, GitLab and CommonMark show alike, and no raw HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from involve_audit.render import USUAL_LAYER, words
from involve_audit.render.blocks import Heading, Listed, Paragraph, Quote, Register, Table, on_one_line, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Block, PageDocument, Runs
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit

_ANYWHERE = re.compile(r"[\\`*\[\]<|~$]|(?<![^\W_])_|_(?![^\W_])|&(?=[#A-Za-z])")
_BLANKS = re.compile(r"\s*")
_NUMBER = re.compile(r"(?<=^\d)\\(?=[.)])")
_AT_START = re.compile(r"^([#+\-=>]|\d{1,9}(?=[.)](?:\s|$)))")


def escape(text: str) -> Markup:
    r"""Text that stays text wherever it stands: in a line, a list, a heading or the cell of a table.

    >>> print(escape("a | <b> *c*"))
    a \| \<b> \*c\*
    >>> print(escape("1. one"))
    1\. one
    """
    return Markup(_escaped(words.plain(text)))  # noqa: S704


def _escaped(text: str, *, start: bool = True) -> str:
    text = _ANYWHERE.sub(r"\\\g<0>", text)
    return (
        text
        if not start
        else _AT_START.sub(lambda found: found[1] + "\\" if found[1].isdigit() else "\\" + found[1], text)
    )


def render(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), layer: str = USUAL_LAYER) -> str:
    """One document for all audits; with several, each is a part of its own. What could not be audited comes first."""
    from involve_audit.render.report import document

    return written(document(audits, problems, layer))


def written(document: PageDocument) -> str:
    """A page as Markdown."""
    return tidied("\n\n".join((f"# {escape(document.title)}", *_blocks(document.blocks))))


def pieces(document: PageDocument) -> Iterator[str]:
    """A page as Markdown, piece by piece: of a long register no more is kept than a row."""
    yield f"# {escape(document.title)}\n"
    for block in document.blocks:
        yield "\n"
        if isinstance(block, Register):
            yield f"{_row(block.heads)}\n|{'---|' * len(block.heads)}\n"
            yield from (f"{_row(block.row(entry))}\n" for entry in block.entries)
        else:
            yield from (tidied(one) for one in _blocks((block,)))


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for block in plain(blocks):
        match block:
            case Heading(level, runs):
                # A number begins no list here.
                yield f"{'#' * min(level, 6)} {_NUMBER.sub('', _inline(runs))}"
            case Paragraph(runs):
                yield _inline(runs)
            case Listed(ordered, items):
                yield "\n".join(_item(f"{n}. " if ordered else "- ", item) for n, item in enumerate(items, 1))
            case Table(header, rows):
                lines = [_row(row) for row in (header, *rows)]
                yield "\n".join((lines[0], "|" + "---|" * len(header), *lines[1:]))
            case Quote(inside):
                yield "\n>\n".join("\n".join(f"> {line}" for line in one.split("\n")) for one in _blocks(inside))


def _row(cells: tuple[Runs, ...]) -> str:
    return f"| {' | '.join(_inline(on_one_line(cell)) for cell in cells)} |"


def _item(mark: str, blocks: tuple[Block, ...]) -> str:
    """An item: what follows its first block is indented as far as its words."""
    made = list(_blocks(blocks))
    inside = "".join(
        (*made[:1], *(f"{gap}{one}" for gap, one in zip(map(_gap, blocks, blocks[1:]), made[1:], strict=False)))
    )
    return mark + inside.replace("\n", "\n" + " " * len(mark)) if inside else mark.rstrip()


def _gap(before: Block, block: Block) -> str:
    """What parts two blocks of an item: a list below its sentence, and a line about it, stand close to it."""
    if isinstance(block, Paragraph) and block.look == "minor" and isinstance(before, Paragraph):
        return "\\\n"
    return "\n" if isinstance(block, Listed) else "\n\n"


def _inline(runs: Runs) -> str:
    """Words in one line. What is stressed carries its marks within its blanks, as CommonMark asks."""
    made: list[str] = []
    for n, run in enumerate(runs):
        begins = not made or made[-1].endswith("\n")
        if run.text == "\n":
            made.append("\\\n")
            continue
        before, after = _BLANKS.match(run.text)[0], ""  # type: ignore[index]
        inner = run.text[len(before) :]
        if run.look == "code":
            made.append(f"`{words.plain(inner).replace('`', '')}`")
            continue
        if n < len(runs) - 1:
            after = inner[len(inner.rstrip()) :]
        words_ = _escaped(words.plain(inner), start=begins and not run.strong)
        if not words_:
            made.append(" " if run.text else "")
            continue
        if run.page:
            words_ = f"[{words_}](<{run.page}>)"
        made.append(f"{' ' if before else ''}{f'**{words_}**' if run.strong else words_}{' ' if after else ''}")
    return "".join(made).strip()


def tidied(text: str) -> str:
    """A document without the blanks and empty lines that templates leave."""
    text = re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"
