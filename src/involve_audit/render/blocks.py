"""What a page says, as headings, paragraphs, lists, tables, quotations and pictures: each format is a writer of these.

Every text in here is what a reader reads; to escape it is the writer's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record, made, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from involve_audit.render.charts import Picture


class Run(Record):
    r"""Words in one line; a line break is a run of its own, `\n`.

    Attributes:
        text: the words.
        strong: whether they are stressed.
        to: the name of the part of the same page that they lead to; empty where they lead nowhere.
        look: `code`, `soft`, `untold` or one of `TONES`, for formats that can show it; empty for the usual look.
        page: the address of another page that they lead to, made safe to be written; empty where they lead nowhere.
    """

    text: str
    strong: bool = False
    to: str = ""
    look: str = ""
    page: str = ""

    def __init__(self, text: str, strong: bool = False, to: str = "", look: str = "", page: str = "") -> None:
        """What `Record` does, in short: thousands are made."""
        held = self.__dict__
        held["text"], held["strong"], held["to"], held["look"], held["page"] = text, strong, to, look, page


Runs = tuple[Run, ...]

TONES = ("bad", "open", "good", "plain")
"""How the state of something may look. A word always stands beside it, so a format without shapes and colours loses nothing."""


class Heading(Record):
    """A heading, from level 1. No level is left out on the way down, as PDF/UA asks.

    Attributes:
        name: what a link on the same page calls this part; empty where nothing leads here.
    """

    level: int
    runs: Runs
    name: str = ""


class Paragraph(Record):
    """A paragraph.

    Attributes:
        look: `headline`, `asks`, `stamp`, `minor`, or `close` where it stands close below what comes before, for formats that can
            show it; empty for the usual look.
    """

    runs: Runs
    look: str = ""


class Listed(Record):
    """A list; each item is made of blocks."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]


class Table(Record):
    """A table with one row of headers. A line break within a cell begins something of its own.

    Attributes:
        caption: what the table shows, for those who hear it.
        changes: whether the second cell of a row became the third, and a fourth says how.
        short: whether all cells but the first hold a number or little more: without columns, a row is then a line.
        numbers: whether its cells are compared down a column: as text they stand below each other, where the page is wide enough.
    """

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    caption: str = ""
    changes: bool = False
    short: bool = False
    numbers: bool = False


class Bar(Record):
    """One row of bars: what is told and shown reaches from 0 to `low`, what is not told may reach to `high`, of 100.

    Without a `low` there is nothing to measure, and the words alone stand in the row.
    """

    name: Runs
    says: str
    low: float | None
    high: float


class Bars(Record):
    """Rows of bars, each in so many parts, with the words beside them.

    Attributes:
        picture: the same as a drawing; None where a drawing would show nothing.
        key: how the drawing is read. Bars of characters have marks of their own, and then say what these mean.
        table: the same rows with more to read: it stands beside a drawing, and in place of bars within a table.
    """

    caption: str
    parts: int
    rows: tuple[Bar, ...]
    picture: Picture | None = None
    key: str = ""
    table: Table | None = None


class Drawing(Record):
    """A picture of which the words stand beside it, in the page itself or as the table behind the picture.

    Attributes:
        told: whether the page says the same in words; where it does not, formats without pictures show the table behind it.
    """

    picture: Picture
    told: bool = True


class QuotedLine(Record):
    """A line of the project file, word for word, with the name by which links lead to it."""

    name: str
    place: str
    says: str


class QuotedLines(Record):
    """Lines of the project file that the page refers to, each once; a page that can folds them."""

    lines: tuple[QuotedLine, ...]


class SideBySide(Record):
    """One of many that stand side by side.

    Attributes:
        name: what it is; what stands behind a line break is smaller.
        cells: what is told under each head but the first, with more behind a line break; none where nothing could be read.
        says: more about it, each a sentence.
        by: by which words it can be found, by the names of the filters.
        numbers: by which numbers it can be sorted, by the places of the columns.
    """

    name: Runs
    cells: tuple[Runs, ...]
    says: tuple[str, ...] = ()
    by: Mapping[str, str] = made(factory=dict)
    numbers: Mapping[int, float] = made(factory=dict)


class Filter(Record):
    """By what a page that can filters a register: its name, its title, and the words to choose from."""

    name: str
    title: str
    choices: tuple[str, ...]


class Register(Record):
    """Many things side by side, each with a name, cells under heads and sentences below; a page that can sorts and filters them.

    Attributes:
        header: the heads, the first of them that of the names.
        sorted_by: the places of the columns by which it may be sorted.
        entries: read once, one by one, for there may be many thousands.
    """

    caption: str
    header: tuple[str, ...]
    sorted_by: frozenset[int]
    entries: Iterable[SideBySide]
    filters: tuple[Filter, ...] = ()

    def row(self, entry: SideBySide) -> tuple[Runs, ...]:
        """An entry as a row of a table, with one column more for what is said below it."""
        says = tuple(run for n, one in enumerate(entry.says) for run in ((Run("\n"),) if n else ()) + (Run(one),))
        return (entry.name, *(entry.cells or ((),) * (len(self.header) - 1)), says)

    @property
    def heads(self) -> tuple[Runs, ...]:
        """The heads of such a table."""
        return tuple(map(text, (*self.header, _("More"))))


class WritingSpace(Record):
    """Room to write on paper: so many lines. A screen shows none."""

    lines: int


class Quote(Record):
    """What somebody said, word for word, line by line.

    Attributes:
        letter: whether it is a letter to be sent, of paragraphs, and not what somebody said.
    """

    blocks: tuple[Block, ...]
    letter: bool = False


Plain = Heading | Paragraph | Listed | Table | Quote
"""What every format can show."""
Block = Plain | Bars | Drawing | QuotedLines | WritingSpace | Register


class PageDocument(Record):
    """A page: its title, and everything under it, with headings from level 2."""

    title: str
    blocks: tuple[Block, ...]


def text(*parts: str | Run) -> Runs:
    """Words and runs in a row, without what is empty."""
    made = (Run(part) if isinstance(part, str) else part for part in parts)
    return tuple(run for run in made if run.text)


def strong(words: str) -> Run:
    """Words that are stressed."""
    return Run(words, strong=True)


def state(tone: str, words: str) -> Run:
    """The state of something in a word, which stands before it; the tone is one of `TONES`."""
    return Run(f"{words}:", strong=True, look=tone)


def untold(words: str) -> Run:
    """What is not told, or not known."""
    return Run(words, look="untold")


def on_one_line(runs: Runs) -> Runs:
    """A cell of several lines for formats whose cells have one: a dot between them."""
    return tuple(Run(" · ") if run.text == "\n" else run for run in runs)


def code(words: str) -> Run:
    """Words that somebody types."""
    return Run(words, look="code")


def paragraph(*parts: str | Run, look: str = "") -> Paragraph:
    """A paragraph of words and runs."""
    return Paragraph(text(*parts), look)


def items(entries: Iterable[str | Runs | tuple[Block, ...]], *, ordered: bool = False) -> tuple[Listed, ...]:
    """A list of words, runs or blocks; nothing where there are no entries."""
    made: list[tuple[Block, ...]] = []
    for entry in entries:
        if isinstance(entry, str):
            made.append((paragraph(entry),))
        elif entry and isinstance(entry[0], Run):
            made.append((Paragraph(entry),))
        elif entry:
            made.append(entry)  # type: ignore[arg-type]
    return (Listed(ordered, tuple(made)),) if made else ()


def table(header: Sequence[str], rows: Iterable[Sequence[str]] = (), caption: str = "", *, empty: int = 0) -> Table:
    """A table of words, with so many empty rows below them for somebody to write in."""
    made = (*rows, *[[""] * len(header)] * empty)
    return Table(tuple(map(text, header)), tuple(tuple(map(text, row)) for row in made), caption)


def spoken(said: str) -> Quote:
    """What somebody said, line by line."""
    from involve_audit.render import words

    runs: list[Run] = []
    blocks: list[Block] = []
    for line in [*words.as_said(said), ""]:
        if line:
            runs += [Run("\n")] if runs else []
            runs.append(Run(line))
        elif runs:
            blocks.append(Paragraph(tuple(runs)))
            runs = []
    return Quote(tuple(blocks))


def deeper(blocks: Iterable[Block], prefix: str = "") -> Iterator[Block]:
    """The same one level down, as a part of something larger; the prefix goes before the names of headings."""
    for block in blocks:
        if isinstance(block, Heading):
            yield replace(block, level=block.level + 1, name=f"{prefix}{block.name}" if block.name else "")
        else:
            yield block


def units(blocks: Iterable[Block]) -> Iterator[str]:
    """The words of every heading, paragraph, item and cell."""
    for block in plain(blocks):
        match block:
            case Heading(_, runs) | Paragraph(runs):
                yield words_of(runs)
            case Listed(_, entries):
                for entry in entries:
                    yield from units(entry)
            case Quote(inside):
                yield from units(inside)
            case Table(header, rows):
                yield from (words_of(cell) for row in (header, *rows) for cell in row)


def bar(low: float | None, high: float, cells: int) -> str:
    """A bar of characters: solid up to the low end, shaded up to the high end; dashes where nothing is measured."""
    from involve_audit.render import words

    if low is None:
        return "–" * cells
    solid, reach = words.cells(low, high, cells)
    return "█" * solid + "▒" * (reach - solid) + "·" * (cells - reach)


def behind(picture: Picture) -> Table:
    """The table behind a picture: every mark has its row."""
    header, *rows = (tuple(map(text, row)) for row in picture.table)
    return Table(header, tuple(rows), picture.title)


def plain(blocks: Iterable[Block]) -> Iterator[Plain]:
    """The same for formats that have no pictures, no folds and no links: bars of characters, and tables."""
    for block in blocks:
        match block:
            case Bars(table=Table() as beside):
                yield beside
            case Bars(caption, parts, rows):
                width = parts if parts > 4 else 4 * parts
                header: tuple[Runs, ...] = (text(caption), text(_("In words")), text(_("█ told and shown, ▒ may be")))
                cells = tuple((row.name, text(row.says), text(bar(row.low, row.high, width))) for row in rows)
                yield Table(header, cells, caption)
            case Drawing(picture, told):
                if not told:
                    yield behind(picture)
            case QuotedLines(lines):
                yield from items(text(f"{line.place}: ", line.says) for line in lines)
            case WritingSpace():
                pass
            case Register(caption):
                yield Table(block.heads, tuple(map(block.row, block.entries)), caption)
            case Listed(ordered, entries):
                yield Listed(ordered, tuple(tuple(plain(entry)) for entry in entries))
            case _:
                yield block


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


def told_apart(page: PageDocument) -> PageDocument:
    """The page for formats of paper: their title stands apart from the headings, which begin at level 1, and no table is wider than a sheet."""
    return PageDocument(page.title, tuple(no_gaps(plain(_one_by_one(page.blocks)))))


def _one_by_one(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks in which what stands side by side stands one below the other, each under its name."""
    for block in blocks:
        if not isinstance(block, Register):
            yield block
            continue
        yield Heading(2, text(block.caption))
        for entry in block.entries:
            yield Heading(3, on_one_line(entry.name))
            heads = zip(block.header[1:], entry.cells, strict=False)
            yield from items(text(f"{head}: ", *on_one_line(cell)) for head, cell in heads)
            yield from (paragraph(says) for says in entry.says)


def no_gaps(blocks: Iterable[Plain]) -> Iterator[Plain]:
    """Headings one level up, where the title stands apart from them; and none more than one below the last."""
    last = 0
    for block in blocks:
        if isinstance(block, Heading):
            last = max(1, min(block.level - 1, last + 1))
            yield Heading(last, block.runs)
        else:
            yield block


def something(*blocks: Block) -> Iterable[Block]:
    """Blocks without paragraphs that say nothing."""
    return (b for b in blocks if not isinstance(b, Paragraph) or b.runs)
