"""The report as one HTML page: nothing is fetched, no script runs, and it can be printed and read aloud."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, TypeGuard

from markupsafe import Markup, escape

from involve_audit.language import _, ngettext
from involve_audit.render import USUAL_LAYER, charts, words
from involve_audit.render.blocks import (
    TONES,
    Bars,
    Drawing,
    Heading,
    Listed,
    Paragraph,
    Quote,
    QuotedLines,
    Register,
    Run,
    Table,
    WritingSpace,
    behind,
    text,
    words_of,
)
from involve_audit.render.frames import framed, read, sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Block, PageDocument, Runs, SideBySide
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit

_FIRST = "glance"


_marks: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Says of a text made of our own marks and of what is escaped that nothing in it need be escaped: `Markup`, without looking whether it is one already."""


def _filled(markup: str, *values: object) -> Markup:
    """Our own marks with values in them, each escaped: what `Markup.format` does, which goes through Python's formatter piece by piece.

    A page of many projects fills in thirty-five of them for each, and spent half of its time there.
    """
    return _marks(markup.format(*[value if type(value) is Markup else _escaped(value) for value in values]))


_KNOWN = 4096
"""So many texts are known with their escaped form: of many projects most words are the same, and of a register three of four are known."""
_escaped = lru_cache(_KNOWN, typed=True)(escape)


def _joined(marks: Iterable[Markup]) -> Markup:
    """Marks one behind the other: what `Markup.join` does, which escapes each of them again."""
    return _marks("".join(marks))


def slug(text: str) -> str:
    """The part of an id that comes from the id of a finding.

    >>> slug("Fair pay!")
    'fair-pay'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def render(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), layer: str = USUAL_LAYER) -> str:
    """One page for all audits; with several, each is a part of its own. What could not be audited comes first."""
    from involve_audit.render.report import document

    made = document(audits, problems, layer)
    by = _(" Written by {tool} {version}.", tool=audits[0].tool.name, version=audits[0].tool.version) if audits else ""
    return written(
        made, title=_("{made}: how people are involved", made=made.title) if len(audits) == 1 else made.title, foot=by
    )


def written(
    document: PageDocument,
    title: str = "",
    foot: str = "",
    *,
    css: str = "report.css",
    frame: str = "report",
    contents: bool = False,
) -> str:
    """A page of its own.

    Args:
        document: what it says.
        title: what a browser calls the page; the title of the document where nothing is given.
        foot: what stands below everything.
        css: its style sheet.
        frame: what stands around the text.
        contents: whether links to the parts stand above them, below what comes before the first, where there are several.
    """
    first = next((n for n, b in enumerate(document.blocks) if _is_part(b)), 0) if contents else 0
    before, parts = document.blocks[:first], document.blocks[first:]
    page = framed(
        frame,
        sheet(css, charts.STYLE),
        title=title or document.title,
        heading=document.title,
        body=Markup("\n").join(_sections(parts, 2)),
        foot=foot.strip(),
        contents=Markup("\n").join((*_blocks(before), *_contents(parts))) if contents else "",
    )
    return tidied(page)


def tidied(text: str) -> str:
    """A page without the empty lines that places leave in which nothing stands."""
    return re.sub(r"\n\s*\n+", "\n", text).strip() + "\n"


def pieces(document: PageDocument, *, css: str, frame: str, script: str) -> Iterator[str]:
    """A page whose script sorts and filters a register, piece by piece: of that no more is kept than an entry.

    Args:
        document: what it says, with a register between what comes before and the parts.
        css: its style sheet.
        frame: what stands around the text.
        script: its script.
    """
    (at,) = (n for n, block in enumerate(document.blocks) if isinstance(block, Register))
    page = framed(
        frame,
        sheet(css),
        tidied(read(script)).strip(),
        title=document.title,
        heading=document.title,
        contents=Markup("\n").join(_blocks(document.blocks[:at])),
        body=_BODY,
    )
    head, __, foot = tidied(page).partition(_BODY)
    yield head
    yield from (f"{one}\n" for one in _blocks(document.blocks[at : at + 1]))
    yield Markup("\n").join(_sections(document.blocks[at + 1 :], 2))
    yield foot


_BODY = Markup("<!-- body -->")
"""Where the body of a page goes that is written piece by piece; no text of a file can be a comment."""


def _is_part(block: Block) -> TypeGuard[Heading]:
    return isinstance(block, Heading) and block.level == 2 and bool(block.name)


def _contents(blocks: Iterable[Block]) -> Iterator[Markup]:
    """Links to the parts, where there are several."""
    links = [_filled('<li><a href="#{}">{}</a></li>', b.name, _inline(b.runs)) for b in blocks if _is_part(b)]
    if len(links) > 1:
        listed = Markup("\n").join(links)
        yield _filled('<nav aria-label="Parts of this page">\n<ul>\n{}\n</ul>\n</nav>', listed)


def _sections(blocks: Iterable[Block], level: int) -> Iterator[Markup]:
    """Blocks within a section for each part that has a name, and for the parts of that in turn."""
    section: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == level and block.name and section:
            yield _section(section, level)
            section = []
        section.append(block)
    if section:
        yield _section(section, level)


def _section(blocks: list[Block], level: int) -> Markup:
    head = blocks[0]
    if not (isinstance(head, Heading) and head.level == level and head.name):
        return Markup("\n").join(_blocks(blocks))
    parts = _sections(blocks[1:], level + 1) if len(blocks) > 1 else ()
    inside = Markup("\n").join((*_blocks(blocks[:1]), *parts))
    kind = " first" if head.name.endswith(_FIRST) else ""
    return _filled('<section class="part{}" aria-labelledby="{}">\n{}\n</section>', kind, head.name, inside)


def _blocks(blocks: Iterable[Block]) -> Iterator[Markup]:
    for block in blocks:
        match block:
            case Heading(level, runs, name):
                id_ = _filled(' id="{}"', name) if name else ""
                yield _filled("<h{0}{1}>{2}</h{0}>", min(level, 6), id_, _inline(runs))
            case Paragraph(runs, look):
                kind = _filled(' class="{}"', look) if look else ""
                yield _filled("<p{}>{}</p>", kind, _inline(runs))
            case Listed(ordered, items):
                tag = "ol" if ordered else "ul"
                inside = Markup("\n").join(_filled("<li>{}</li>", _item(item)) for item in items)
                yield _filled("<{0}>\n{1}\n</{0}>", tag, inside)
            case Table():
                yield _table(block)
            case Quote(inside_, letter=True):
                yield _filled("<blockquote>\n{}\n</blockquote>", Markup("\n").join(_blocks(inside_)))
            case Quote(inside_):
                # Lines and empty lines as people set them; how many there are changes no element.
                said = Markup("&#10;&#10;").join(_inline(one.runs) for one in inside_ if isinstance(one, Paragraph))
                yield _filled('<blockquote dir="auto"><p>{}</p></blockquote>', said)
            case Bars():
                yield _bars(block)
            case Drawing(picture, told):
                yield _figure(picture)
                if not told:
                    yield _folded(_("The same as a table"), picture.title, _table(behind(picture)))
            case QuotedLines(lines):
                rows = Markup("\n").join(
                    _filled(
                        '<li id="{}"><span class="soft">{}</span> <bdi>{}</bdi></li>',
                        line.name,
                        line.place,
                        words.plain(line.says),
                    )
                    for line in lines
                )
                many = ngettext(
                    "{number} line that this report refers to, word for word",
                    "{number} lines that this report refers to, word for word",
                    len(lines),
                    number=len(lines),
                )
                yield _folded(many, "", _filled('<ul class="lines">\n{}\n</ul>', rows))
            case Register():
                yield from _register(block)
            case WritingSpace(lines):
                yield _filled('<span class="write" aria-hidden="true">{}</span>', Markup("<span></span>") * lines)


def _item(blocks: tuple[Block, ...]) -> Markup:
    """What stands in an item; one paragraph alone needs no marks of its own."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _inline(blocks[0].runs)
    return Markup("\n").join(_blocks(blocks))


def _inline(runs: Runs) -> Markup:
    return _run(runs[0]) if len(runs) == 1 else _joined(map(_run, runs))


def _run(run: Run) -> Markup:
    if run.text == "\n":
        return _BREAK
    says = _said(run.text)
    if run.look == "code":
        says = _filled("<code>{}</code>", says)
    elif run.look in TONES:
        says = _filled('<span class="state {}">{}</span>', run.look, says)
    elif run.look:
        says = _filled('<span class="{}">{}</span>', run.look, says)
    if run.strong:
        says = _filled("<strong>{}</strong>", says)
    way = run.page or (run.to and f"#{run.to}")
    return _filled('<a href="{}">{}</a>', way, says) if way else says


@lru_cache(_KNOWN)
def _said(text: str) -> Markup:
    """Words in one line, escaped."""
    return escape(words.in_line(text))


_BREAK = Markup("&#10;")


_LETTERS = 76
"""So many letters stand beside each other in a table on a screen with room, with the blanks between columns."""


def _has_room(table: Table) -> bool:
    """Whether the longest words of all columns stand beside each other: then none of them is broken where the screen is wide enough."""
    longest = [
        max((len(word) for cell in column for word in words_of(cell).split()), default=0)
        for column in zip(table.header, *table.rows, strict=True)
    ]
    return sum(longest) + len(longest) <= _LETTERS


def _table(table: Table) -> Markup:
    names = [words_of(cell) for cell in table.header]
    head = _joined(_filled('<th scope="col">{}</th>', _inline(cell)) for cell in table.header)
    rows = Markup("\n").join(
        _filled(
            "<tr>{}</tr>",
            _joined(
                _filled('<th scope="row">{}</th>', _inline(cell))
                if n == 0 and cell
                # A row without a name has none: it is there to be written in.
                else Markup("<td></td>")
                if n == 0
                else _filled('<td data-label="{}">{}</td>', words.plain(names[n]), _cell(cell))
                for n, cell in enumerate(row)
            ),
        )
        for row in table.rows
    )
    # What the file says chooses between two names, and changes nothing else of the page.
    looks = ["whole-words" if _has_room(table) else "long-words"]
    # One empty cell has nothing to say; several in a row are there to be written in.
    looks += ["fill-in"] if any(sum(not cell for cell in row) > 1 for row in table.rows) else []
    caption = _filled("<caption>{}</caption>\n", words.plain(table.caption)) if table.caption else ""
    return _filled(
        '<table class="{}">\n{}<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>',
        " ".join(looks),
        caption,
        head,
        rows,
    )


def _cell(runs: Runs) -> Markup:
    """What stands in a cell; where it has several lines, each is an item."""
    lines = _lines(runs)
    if len(lines) < 2:
        return _inline(runs)
    entries = Markup("\n").join(_filled("<li>{}</li>", _inline(line)) for line in lines)
    return _filled('<ul class="bare">\n{}\n</ul>', entries)


def _register(register: Register) -> Iterator[Markup]:
    """A table that the script of its page can sort and filter, entry by entry."""
    filters = Markup("\n").join(
        _filled(
            '<label>{} <select data-by="{}"><option value="">all</option>{}</select></label>',
            one.title,
            one.name,
            _joined(_filled("<option>{}</option>", c) for c in one.choices),
        )
        for one in register.filters
    )
    yield _filled(
        '<details class="tools" id="tools" hidden>\n<summary>Find and filter</summary>\n'
        '<div role="search" aria-label="Which of them are shown">\n'
        '<label>Title, reference or file <input type="search" id="find" autocomplete="off"></label>\n{}\n'
        '<button type="button" id="again">Show all, in the order given</button>\n</div>\n</details>\n'
        '<p class="shown" id="shown" role="status"></p>',
        filters,
    )
    heads = _joined(
        _filled('<th scope="col"{}>{}</th>', Markup(" data-sort") if n in register.sorted_by else "", head)
        for n, head in enumerate(register.header)
    )
    yield _filled(
        '<div class="wide" role="region" aria-label="{0}" tabindex="0">\n<table class="map">\n<caption>{0}</caption>\n'
        "<thead>\n<tr>{1}</tr>\n</thead>",
        register.caption,
        heads,
    )
    for entry in register.entries:
        yield _entry(register, entry)
    yield Markup("</table>\n</div>")


def _entry(register: Register, entry: SideBySide) -> Markup:
    """One of many, with what more is said of it in a row of its own; its name stands beside both."""
    by = _joined([_filled(' data-{}="{}"', name, _said(words.plain(says))) for name, says in entry.by.items()])
    span = len(register.header) - 1
    name = _filled(
        '<th scope="row"{}>{}</th>',
        Markup(' rowspan="2"') if entry.cells and entry.says else "",
        _with_more(entry.name),
    )
    if not entry.cells:
        says = _with_more(tuple(run for one in entry.says for run in (Run("\n"), Run(one)))[1:])
        return _filled('<tbody class="unread">\n<tr>{}<td colspan="{}">{}</td></tr>\n</tbody>', name, span, says)
    cells = _joined(
        _filled(
            '<td data-label="{}"{}>{}</td>',
            head,
            _filled(' data-number="{}"', entry.numbers[n]) if n in entry.numbers else "",
            _with_more(cell),
        )
        for n, (head, cell) in enumerate(zip(register.header[1:], entry.cells, strict=True), 1)
    )
    more = _joined(_filled("<p>{}</p>", words.in_line(one)) for one in entry.says)
    below = _filled('<tr class="why"><td colspan="{}">{}</td></tr>\n', span, more) if more else ""
    return _filled("<tbody{}>\n<tr>{}{}</tr>\n{}</tbody>", by, name, cells, below)


def _with_more(runs: Runs) -> Markup:
    """The first line of a cell, and what more is told, smaller."""
    first, *more = _lines(runs) or [()]
    if not more:
        return _inline(first)
    return _joined([_inline(first), *[_filled(' <span class="small">{}</span>', _inline(line)) for line in more]])


def _lines(runs: Runs) -> list[Runs]:
    if len(runs) == 1 and runs[0].text != "\n":  # most cells
        return [runs]
    return [tuple(line) for is_break, line in groupby(runs, lambda run: run.text == "\n") if not is_break]


def _bars(bars: Bars) -> Markup:
    """The drawing, which says the same in words to who hears it; where nothing can be drawn, the words."""
    beside = Markup("\n") + _table(bars.table) if bars.table is not None else Markup()
    if bars.picture is not None:
        return _figure(bars.picture, bars.key) + beside
    if beside:
        return beside
    rows = tuple((row.name, text(row.says)) for row in bars.rows)
    return _table(Table((text(_("What")), text(_("In words"))), rows, bars.caption))


def _figure(picture: charts.Picture, key: str = "") -> Markup:
    below = _filled("\n<figcaption>{}</figcaption>", key) if key else ""
    return _filled("<figure>{}{}</figure>", Markup(picture.inline()), below)  # noqa: S704 (every text in it is escaped)


def _folded(summary: str, heard: str, inside: Markup) -> Markup:
    told = _filled('<span class="heard">: {}</span>', words.plain(heard)) if heard else ""
    return _filled(
        '<details>\n<summary>{}{}</summary>\n<div class="inside">\n{}\n</div>\n</details>', summary, told, inside
    )
