"""The report as one HTML page: nothing is fetched, no script runs, and it can be printed and read aloud."""

from __future__ import annotations

import re
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
    Lines,
    Listed,
    Paragraph,
    Quote,
    Register,
    Room,
    Run,
    Table,
    behind,
    text,
    words_of,
)
from involve_audit.render.frames import framed, read, sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Block, Document, Entry, Runs
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit

_FIRST = "glance"


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
    document: Document,
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


def pieces(document: Document, *, css: str, frame: str, script: str) -> Iterator[str]:
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
    links = [Markup('<li><a href="#{}">{}</a></li>').format(b.name, _inline(b.runs)) for b in blocks if _is_part(b)]
    if len(links) > 1:
        listed = Markup("\n").join(links)
        yield Markup('<nav aria-label="Parts of this page">\n<ul>\n{}\n</ul>\n</nav>').format(listed)


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
    return Markup('<section class="part{}" aria-labelledby="{}">\n{}\n</section>').format(kind, head.name, inside)


def _blocks(blocks: Iterable[Block]) -> Iterator[Markup]:
    for block in blocks:
        match block:
            case Heading(level, runs, name):
                id_ = Markup(' id="{}"').format(name) if name else ""
                yield Markup("<h{0}{1}>{2}</h{0}>").format(min(level, 6), id_, _inline(runs))
            case Paragraph(runs, look):
                kind = Markup(' class="{}"').format(look) if look else ""
                yield Markup("<p{}>{}</p>").format(kind, _inline(runs))
            case Listed(ordered, items):
                tag = "ol" if ordered else "ul"
                inside = Markup("\n").join(Markup("<li>{}</li>").format(_item(item)) for item in items)
                yield Markup("<{0}>\n{1}\n</{0}>").format(tag, inside)
            case Table():
                yield _table(block)
            case Quote(inside_, letter=True):
                yield Markup("<blockquote>\n{}\n</blockquote>").format(Markup("\n").join(_blocks(inside_)))
            case Quote(inside_):
                # Lines and empty lines as people set them; how many there are changes no element.
                said = Markup("&#10;&#10;").join(_inline(one.runs) for one in inside_ if isinstance(one, Paragraph))
                yield Markup('<blockquote dir="auto"><p>{}</p></blockquote>').format(said)
            case Bars():
                yield _bars(block)
            case Drawing(picture, told):
                yield _figure(picture)
                if not told:
                    yield _folded(_("The same as a table"), picture.title, _table(behind(picture)))
            case Lines(lines):
                rows = Markup("\n").join(
                    Markup('<li id="{}"><span class="soft">{}</span> <bdi>{}</bdi></li>').format(
                        line.name, line.place, words.plain(line.says)
                    )
                    for line in lines
                )
                many = ngettext(
                    "{number} line that this report refers to, word for word",
                    "{number} lines that this report refers to, word for word",
                    len(lines),
                    number=len(lines),
                )
                yield _folded(many, "", Markup('<ul class="lines">\n{}\n</ul>').format(rows))
            case Register():
                yield from _register(block)
            case Room(lines):
                yield Markup('<span class="write" aria-hidden="true">{}</span>').format(Markup("<span></span>") * lines)


def _item(blocks: tuple[Block, ...]) -> Markup:
    """What stands in an item; one paragraph alone needs no marks of its own."""
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return _inline(blocks[0].runs)
    return Markup("\n").join(_blocks(blocks))


def _inline(runs: Runs) -> Markup:
    made = Markup()
    for run in runs:
        if run.text == "\n":
            made += Markup("&#10;")
            continue
        says = escape(words.in_line(run.text))
        if run.look == "code":
            says = Markup("<code>{}</code>").format(says)
        elif run.look in TONES:
            says = Markup('<span class="state {}">{}</span>').format(run.look, says)
        elif run.look:
            says = Markup('<span class="{}">{}</span>').format(run.look, says)
        if run.strong:
            says = Markup("<strong>{}</strong>").format(says)
        way = run.page or (run.to and f"#{run.to}")
        made += Markup('<a href="{}">{}</a>').format(way, says) if way else says
    return made


def _table(table: Table) -> Markup:
    names = [words_of(cell) for cell in table.header]
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(_inline(cell)) for cell in table.header)
    rows = Markup("\n").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(
                Markup('<th scope="row">{}</th>').format(_inline(cell))
                if n == 0 and cell
                # A row without a name has none: it is there to be written in.
                else Markup("<td></td>")
                if n == 0
                else Markup('<td data-label="{}">{}</td>').format(words.plain(names[n]), _cell(cell))
                for n, cell in enumerate(row)
            )
        )
        for row in table.rows
    )
    # One empty cell has nothing to say; several in a row are there to be written in.
    empty = any(sum(not cell for cell in row) > 1 for row in table.rows)
    caption = Markup("<caption>{}</caption>\n").format(words.plain(table.caption)) if table.caption else ""
    return Markup("<table{}>\n{}<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>").format(
        Markup(' class="fill-in"') if empty else "", caption, head, rows
    )


def _cell(runs: Runs) -> Markup:
    """What stands in a cell; where it has several lines, each is an item."""
    lines = _lines(runs)
    if len(lines) < 2:
        return _inline(runs)
    entries = Markup("\n").join(Markup("<li>{}</li>").format(_inline(line)) for line in lines)
    return Markup('<ul class="bare">\n{}\n</ul>').format(entries)


def _register(register: Register) -> Iterator[Markup]:
    """A table that the script of its page can sort and filter, entry by entry."""
    filters = Markup("\n").join(
        Markup('<label>{} <select data-by="{}"><option value="">all</option>{}</select></label>').format(
            one.title, one.name, Markup("").join(Markup("<option>{}</option>").format(c) for c in one.choices)
        )
        for one in register.filters
    )
    yield Markup(
        '<details class="tools" id="tools" hidden>\n<summary>Find and filter</summary>\n'
        '<div role="search" aria-label="Which of them are shown">\n'
        '<label>Title, reference or file <input type="search" id="find" autocomplete="off"></label>\n{}\n'
        '<button type="button" id="again">Show all, in the order given</button>\n</div>\n</details>\n'
        '<p class="shown" id="shown" role="status"></p>'
    ).format(filters)
    heads = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(Markup(" data-sort") if n in register.sorted_by else "", head)
        for n, head in enumerate(register.header)
    )
    yield Markup(
        '<div class="wide" role="region" aria-label="{0}" tabindex="0">\n<table class="map">\n<caption>{0}</caption>\n'
        "<thead>\n<tr>{1}</tr>\n</thead>"
    ).format(register.caption, heads)
    for entry in register.entries:
        yield _entry(register, entry)
    yield Markup("</table>\n</div>")


def _entry(register: Register, entry: Entry) -> Markup:
    """One of many, with what more is said of it in a row of its own; its name stands beside both."""
    by = Markup("").join(Markup(' data-{}="{}"').format(name, words.plain(says)) for name, says in entry.by.items())
    span = len(register.header) - 1
    name = Markup('<th scope="row"{}>{}</th>').format(
        Markup(' rowspan="2"') if entry.cells and entry.says else "", _with_more(entry.name)
    )
    if not entry.cells:
        says = _with_more(tuple(run for one in entry.says for run in (Run("\n"), Run(one)))[1:])
        return Markup('<tbody class="unread">\n<tr>{}<td colspan="{}">{}</td></tr>\n</tbody>').format(name, span, says)
    cells = Markup("").join(
        Markup('<td data-label="{}"{}>{}</td>').format(
            head,
            Markup(' data-number="{}"').format(entry.numbers[n]) if n in entry.numbers else "",
            _with_more(cell),
        )
        for n, (head, cell) in enumerate(zip(register.header[1:], entry.cells, strict=True), 1)
    )
    more = Markup("").join(Markup("<p>{}</p>").format(words.in_line(one)) for one in entry.says)
    below = Markup('<tr class="why"><td colspan="{}">{}</td></tr>\n').format(span, more) if more else ""
    return Markup("<tbody{}>\n<tr>{}{}</tr>\n{}</tbody>").format(by, name, cells, below)


def _with_more(runs: Runs) -> Markup:
    """The first line of a cell, and what more is told, smaller."""
    first, *more = _lines(runs) or [()]
    smaller = (Markup(' <span class="small">{}</span>').format(_inline(line)) for line in more)
    return _inline(first) + Markup("").join(smaller)


def _lines(runs: Runs) -> list[Runs]:
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
    below = Markup("\n<figcaption>{}</figcaption>").format(key) if key else ""
    return Markup("<figure>{}{}</figure>").format(Markup(picture.inline()), below)  # noqa: S704 (every text in it is escaped)


def _folded(summary: str, heard: str, inside: Markup) -> Markup:
    told = Markup('<span class="heard">: {}</span>').format(words.plain(heard)) if heard else ""
    return Markup('<details>\n<summary>{}{}</summary>\n<div class="inside">\n{}\n</div>\n</details>').format(
        summary, told, inside
    )
