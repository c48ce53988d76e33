"""Pages as plain text: readable at 80 columns, without colour and in pure ASCII.

`check` writes a page on every run, so nothing heavy is imported here: a table made by a library for terminals costs five
times an empty program.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record, made
from involve_audit.render import USUAL_LAYER, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Bars, Block, Listed, PageDocument, Register, Runs, SideBySide, Table
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit

NARROWEST = 40

# Bold, dim and the three hues that every terminal theme keeps readable. A word always stands beside them.
_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33"}

_TO_ASCII = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "−": "-",
        "‐": "-", "‑": "-", "…": "...", "•": "*", "·": ".", "×": "x", "→": "->", "£": "GBP ", "€": "EUR ", "\u00a0": " ",
    }
)  # fmt: skip
_MARKS = {
    "full": "█", "open": "▒", "empty": "·", "holds": "●", "unsure": "○", "clear": "✓", "rest": "–",
    "ask": "?", "item": "•", "rule": "─", "bar": "│",
}  # fmt: skip
_ASCII_MARKS = {
    "full": "#", "open": "~", "empty": ".", "holds": "!", "unsure": "?", "clear": "+", "rest": "-",
    "ask": "?", "item": "*", "rule": "-", "bar": "|",
}  # fmt: skip


# A state has a mark and a hue; its word stands beside them.
_STATES = {"bad": ("holds", "red"), "open": ("unsure", "yellow"), "good": ("clear", "green"), "plain": ("rest", "")}
_LOOKS = {"headline": ("bold",), "minor": ("dim",)}
_WORDS_BESIDE = 24
"""So many columns at least are left to the words beside a bar; else they stand below it."""

_HALF = "\ue000"
_FIRST_WIDE = "\u1100"


def measured(text: str) -> str:
    """Text that is as long as it is wide: behind a letter that takes two columns, as in Chinese or an emoji, a mark stands.

    >>> len(measured("research")), len(measured("研究"))
    (8, 4)
    """
    if not text or max(text) < _FIRST_WIDE:  # nearly all texts
        return text
    text = text.replace(_HALF, "\ufffd")
    return "".join(c + _HALF if unicodedata.east_asian_width(c) in ("W", "F") else c for c in text)


def fitted(text: str, wide: int) -> str:
    """One line of a text in so many columns, cut or filled up.

    >>> fitted("research", 4), fitted("研究する", 6), fitted("A", 2)
    ('res…', '研究… ', 'A ')
    """
    whole = measured(text)
    if len(whole) > wide:
        cut = whole[: wide - 1]
        # Half a letter is none.
        whole = (cut[:-1] if whole[len(cut)] == _HALF else cut) + "…"
    return f"{whole:<{wide}}".replace(_HALF, "")


def _wrapped(text: str, room: int) -> list[str]:
    """The lines of a text in so many columns: words with single blanks, as nearly all texts are, without `textwrap`.

    That compiles five patterns when it is imported, for a hundredth of a check, to tell blanks apart and to cut long words.
    """
    words_of_it = text.split(" ")
    if "" in words_of_it or not set("\t\n\x0b\x0c\r").isdisjoint(text) or max(map(len, words_of_it)) > room:
        import textwrap

        return textwrap.wrap(text, room, break_on_hyphens=False)
    lines = [words_of_it[0]]
    for word in words_of_it[1:]:
        if len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


class TextPage(Record, frozen=False):
    """Lines of text of a given width.

    Everything that is printed goes through `clean`, so that no text of a file can move the cursor or turn a line.

    Attributes:
        headed: how many lines there were below the last heading: what comes next stands close to it.
    """

    width: int
    colour: bool
    ascii: bool
    lines: list[str] = made(factory=list)
    headed: int = 0

    def mark(self, name: str) -> str:
        """A mark by what it stands for, as far as the screen has it."""
        return (_ASCII_MARKS if self.ascii else _MARKS)[name]

    def clean(self, text: str) -> str:
        """Text of a file in one line that a terminal shows as it is."""
        for mark in "\u200e\u200f\u061c":
            text = text.replace(mark, "\ufffd")
        text = words.plain(text)
        if self.ascii and not text.isascii():
            text = unicodedata.normalize("NFKD", text.translate(_TO_ASCII))
            text = "".join(c for c in text if not unicodedata.combining(c)).encode("ascii", "replace").decode("ascii")
        return text

    def style(self, text: str, *styles: str) -> str:
        """The text in bold, dim or a colour, where there are colours."""
        if not self.colour or not styles or not text:
            return text
        return f"\x1b[{';'.join(_STYLES[s] for s in styles)}m{text}\x1b[0m"

    def put(self, text: str, *styles: str, first: str = "", rest: str | None = None) -> None:
        """Text wrapped at the width, with something in front of the first line and of the others."""
        rest = " " * len(first) if rest is None else rest
        room = max(self.width - max(len(first), len(rest)), 10)
        wrapped = [line.replace(_HALF, "") for line in _wrapped(measured(self.clean(text)), room)] or [""]
        for n, line in enumerate(wrapped):
            lead = first if n == 0 else rest
            self.lines.append(f"{lead}{self.style(line, *styles)}".rstrip())

    def item(self, text: str, *styles: str, indent: int = 2, mark: str = "item") -> None:
        """An item of a list, behind its mark."""
        self.put(text, *styles, first=f"{' ' * indent}{self.mark(mark)} ")

    def pair(self, name: str, text: str, *styles: str, column: int = 11) -> None:
        """A word at the left and what it says beside it."""
        self.put(text, *styles, first=f"  {name:<{column}} ")

    def gap(self) -> None:
        """One empty line, where there is none yet."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def head(self, text: str) -> None:
        """A heading, below an empty line."""
        self.gap()
        self.put(text, "bold")
        self.headed = len(self.lines)

    def bar(self, low: float | None, high: float, cells: int) -> str:
        """Solid up to the low end, shaded up to the high end; dashes where nothing is measured."""
        if low is None:
            return self.mark("rest") * cells
        solid, reach = words.cells(low, high, cells)
        return self.mark("full") * solid + self.mark("open") * (reach - solid) + self.mark("empty") * (cells - reach)

    def taken(self) -> str:
        """The page so far, but for its last line, beside which it is seen what comes next; it is then forgotten."""
        taken, self.lines = self.lines[:-1], self.lines[-1:]
        self.headed -= len(taken)
        return "".join(f"{line}\n" for line in taken)

    def text(self) -> str:
        """The page."""
        return "\n".join(self.lines).rstrip("\n") + "\n"


def page(width: int, colour: bool, pure: bool) -> TextPage:
    """An empty page, no narrower than `NARROWEST`."""
    return TextPage(max(width, NARROWEST), colour, pure)


def render(
    audits: Sequence[Audit], problems: Sequence[NotAudited] = (), layer: str = USUAL_LAYER, width: int = 80
) -> str:
    """The report as text; with several audits each is a part of its own. What could not be audited comes first."""
    from involve_audit.render.report import document

    return written(document(audits, problems, layer), width)


def written(
    document: PageDocument,
    width: int = 80,
    *,
    colour: bool = False,
    ascii: bool = False,  # noqa: A002
) -> str:
    """A page as text."""
    return "".join(pieces(document, width, colour=colour, ascii=ascii))


def pieces(
    document: PageDocument,
    width: int = 80,
    *,
    colour: bool = False,
    ascii: bool = False,  # noqa: A002
) -> Iterator[str]:
    """A page as text, piece by piece: of a long register no more is kept than an entry."""
    from involve_audit.render.blocks import Register

    page_ = page(width, colour, ascii)
    page_.put(document.title, "bold")
    blocks: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, Register):
            blocks.append(block)
            continue
        _write(page_, blocks, "")
        blocks = []
        for entry in block.entries:
            _entry(page_, block, entry)
            yield page_.taken()
    _write(page_, blocks, "")
    yield page_.text()


def _write(page_: TextPage, blocks: Iterable[Block], indent: str) -> None:
    from involve_audit.render.blocks import Bars, Heading, Listed, Paragraph, Quote, Table, plain, words_of

    after: Block | None = None
    for block in blocks:
        if isinstance(after, Table) and isinstance(block, Listed):
            page_.gap()
        after = block
        match block:
            case Heading(_, runs):
                page_.head(words_of(runs))
            case Paragraph(runs, look):
                if not indent and look != "close" and page_.lines[-1:] != [""] and len(page_.lines) != page_.headed:
                    page_.gap()
                if runs and all(run.look == "code" for run in runs):
                    # What is to be pasted somewhere is not broken.
                    page_.lines.append(indent + page_.clean(words_of(runs)))
                    continue
                mark = f"{indent}{page_.mark('ask')} " if look == "asks" else indent
                page_.put(_marked(runs), *_LOOKS.get(look, ()), first=mark)
            case Listed():
                _listed(page_, block, indent)
            case Bars():
                _bars(page_, block)
            case Table():
                _table(page_, block)
            case Quote(inside):
                for n, one in enumerate(inside):
                    if n:
                        page_.put("", first=f"{indent}  {page_.mark('bar')} ")
                    if isinstance(one, Paragraph):
                        for line in words_of(one.runs).split("\n"):
                            page_.put(line, first=f"{indent}  {page_.mark('bar')} ")
            case _:
                _write(page_, plain((block,)), indent)


def _marked(runs: Runs) -> str:
    """Words in which it is seen what somebody types."""
    return "".join(f"`{run.text}`" if run.look == "code" else run.text for run in runs)


def _listed(page_: TextPage, listed: Listed, indent: str) -> None:
    from involve_audit.render.blocks import Paragraph, words_of

    for n, item in enumerate(listed.items, 1):
        mark = f"{n}." if listed.ordered else page_.mark("item")
        first, *rest = item or (Paragraph(()),)
        hue = ""
        if isinstance(first, Paragraph) and not listed.ordered:
            begins = first.runs[0].look if first.runs else ""
            name, hue = _STATES.get(begins, ("ask" if first.look == "asks" else "item", ""))
            mark = page_.mark(name)
        lead = f"{indent}  {mark} "
        if isinstance(first, Paragraph):
            page_.put(words_of(first.runs), *((hue,) if hue else ()), first=lead)
        else:
            page_.put("", first=lead)
            rest = [first, *rest]
        _write(page_, rest, " " * len(lead))


def _bars(page_: TextPage, bars: Bars) -> None:
    """A row for each: its name, the bar, and what it says, or that below them where the page is narrow."""
    from involve_audit.render.blocks import words_of

    cells = bars.parts if bars.parts > 4 else 4 * bars.parts
    names = [page_.clean(words_of(row.name)) for row in bars.rows]
    longest = max(map(len, names), default=0)
    wide = min(longest, page_.width - cells - _WORDS_BESIDE)
    below = bars.table is not None and wide < longest
    for row, name in zip(bars.rows, names, strict=True):
        first = f"  {page_.clean(fitted(name, longest if below else wide))}  {page_.bar(row.low, row.high, cells)}  "
        if below:
            page_.lines.append(first.rstrip())
            first = " " * 6
        page_.put(row.says, first=first, rest=" " * len(first))
    if bars.key:
        marks = (("full", "shown"), ("open", _("still possible, not told")), ("empty", _("not there")))
        page_.put("  ".join(f"{page_.mark(mark) * 2} {says}" for mark, says in marks), "dim", first="  ")


def _table(page_: TextPage, table: Table) -> None:
    """A row under another: the first cell, and what each of the others says, with its name."""
    from involve_audit.render.blocks import on_one_line, words_of

    if table.numbers and _columns(page_, table):
        return
    names = [words_of(cell) for cell in table.header]
    if table.short:
        _short(page_, names, [[words_of(on_one_line(cell)) for cell in row] for row in table.rows])
        return
    for row in table.rows:
        page_.put(words_of(row[0]), "bold", first="  ")
        if table.changes:
            before, after, *how = (words_of(on_one_line(cell)) for cell in row[1:])
            became = (
                _("{before} (as before)", before=before)
                if before == after
                else "; ".join((f"{before} → {after}", *how))
            )
            page_.put(became, first="      ")
            continue
        for name, cell in zip(names[1:], row[1:], strict=True):
            page_.put(f"{name}: {words_of(on_one_line(cell)) or '…'}", first="      ")


def _columns(page_: TextPage, table: Table) -> bool:
    """The cells below each other; False, and nothing is written, where the page is too narrow."""
    from involve_audit.render.blocks import on_one_line, words_of

    rows = [[page_.clean(words_of(on_one_line(cell))) for cell in row] for row in (table.header, *table.rows)]
    wide = [max(len(measured(row[n])) for row in rows) for n in range(len(table.header))]
    if sum(wide) + 2 * (len(wide) - 1) > page_.width:
        return False
    page_.gap()
    page_.lines += [
        "  ".join(fitted(cell, width) for cell, width in zip(row, wide, strict=True)).rstrip() for row in rows
    ]
    return True


def _short(page_: TextPage, names: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """A row on a line: one number stands in front, so that they stand below each other; of several each says what it counts."""
    if len(names) == 2:
        wide = max((len(number) for __, number in rows), default=0)
        for what, number in rows:
            page_.put(what, first=f"  {page_.clean(number):>{wide}}  ")
        return
    for what, *told in rows:
        named = (f"{says} {name.lower()}" for name, says in zip(names[1:], told, strict=True) if says)
        page_.put(f"{what}: {', '.join(named)}", first="  ", rest="      ")


def _entry(page_: TextPage, register: Register, entry: SideBySide) -> None:
    """One of many: its name, and below it each cell with its head, and what more is said."""
    from involve_audit.render.blocks import on_one_line, words_of

    page_.gap()
    page_.put(words_of(on_one_line(entry.name)), "bold")
    for head, cell in zip(register.header[1:], entry.cells, strict=False):
        page_.put(f"{head}: {words_of(on_one_line(cell))}", first="    ", rest="        ")
    for says in entry.says:
        page_.put(says, first="    ", rest="        ")
