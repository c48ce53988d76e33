"""The report as a Word document: real headings, lists and tables with header rows, in styles that the reader can change.

It is written here, and by no library: those that write Word files need compiled modules, and a report is also made in a browser. What
looks different is a style, never a formatting of its own, so that a screen reader, the outline and the reader's own template all
know what each part is.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from involve_audit.render import USUAL_LAYER, words
from involve_audit.render.blocks import (
    Heading,
    Listed,
    PageDocument,
    Paragraph,
    Quote,
    Table,
    plain,
    room_to_write,
    shares,
    told_apart,
)
from involve_audit.render.pages import latest
from involve_audit.render.report import document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.render.blocks import Block, Runs
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit

_FONT = "Arial"
_INK, _ACCENT = "24282D", "17586A"
_CELL = "Table Text"
_DEEPEST = 3
"""Word's own list styles go three deep."""
_WIDE = 16.6
"""So many centimetres are between the margins."""
_CM, _POINT = 567, 20
"""A centimetre and a point in the unit that Word measures in."""
_FIRST_FREE = 2 * _DEEPEST + 1
"""The first numbering that no style uses: bullets have those before, and numbers one for each depth."""
_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def render_bytes(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), layer: str = USUAL_LAYER) -> bytes:
    """One Word document for all audits, and for what could not be audited."""
    return written(document(audits, problems, layer), latest(a.date for a in audits))


def written(page: PageDocument, day: str = "", *, large: bool = False) -> bytes:
    """A page for Word; its dates are the day that is given, so that the same page gives the same bytes."""
    doc = told_apart(page)
    writer = _Writer()
    title = words.plain(doc.title) or "Report"
    writer.paragraph(f"<w:r>{_text(title)}</w:r>", "Title")
    writer.blocks(plain(doc.blocks))
    size = 16 if large else 11
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_LINKS}/officeDocument", "word/document.xml"),
            ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
        ),
        "docProps/core.xml": _about(title, day),
        "word/document.xml": _body(writer.parts),
        "word/_rels/document.xml.rels": _relations((f"{_LINKS}/styles", "styles.xml"), (f"{_LINKS}/numbering", "numbering.xml")),
        "word/styles.xml": _styles(size),
        "word/numbering.xml": _numberings(writer.lists),
    }  # fmt: skip
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, text in parts.items():
            # Not compressed: what compresses differs from machine to machine, and the bytes must not. 1980 is the earliest year that
            # a ZIP file knows.
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), (_HEAD + text).encode("utf-8"))
    return kept.getvalue()


# --- the parts of the file -----------------------------------------------------------------------------


def _content_types() -> str:
    parts = {"document": "document.main", "styles": "styles", "numbering": "numbering"}
    own = "".join(
        f'<Override PartName="/word/{n}.xml" ContentType="{_TYPES}.{kind}+xml"/>' for n, kind in parts.items()
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{own}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    )


def _relations(*links: tuple[str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(links, 1)
    )
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{listed}</Relationships>'
    )


def _about(title: str, day: str) -> str:
    """What the file says of itself, as of the day of the latest audit; of 1980 where there is none."""
    try:
        moment = dt.datetime.fromisoformat(day).replace(hour=0, tzinfo=None)
    except ValueError:
        moment = dt.datetime(1980, 1, 1)
    at = f"{moment:%Y-%m-%d}T00:00:00Z"
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_said(title)}</dc:title><dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">{at}</dcterms:modified>'
        "<dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def _body(parts: Iterable[str]) -> str:
    """What is read, on A4."""
    wide, high, side, edge = (round(cm * _CM) for cm in (21, 29.7, 2.2, 2))
    page = (
        f'<w:sectPr><w:pgSz w:w="{wide}" w:h="{high}"/><w:pgMar w:top="{edge}" w:right="{side}" w:bottom="{edge}" w:left="{side}" '
        'w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )
    return f"<w:document {_W}><w:body>{''.join(parts)}{page}</w:body></w:document>"


def _id(style: str) -> str:
    """The id of a style, as Word makes it from the name."""
    return style.replace(" ", "")


def _styles(size: int) -> str:
    """The styles of the document, and its language: British English for all of it."""

    def points(number: float) -> int:
        return round(number * _POINT)

    def look(times: float, colour: str, *, bold: bool) -> str:
        half = round(size * times * 2)
        return (
            f'<w:rPr><w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="{_FONT}"/>{"<w:b/>" if bold else ""}'
            f'<w:color w:val="{colour}"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'
        )

    def style(name: str, inside: str, *, based: str = "Normal", following: str = "", default: bool = False) -> str:
        standard = ' w:default="1"' if default else ""
        own = ' w:customStyle="1"' if name == _CELL else ""
        return (
            f'<w:style w:type="paragraph"{standard}{own} w:styleId="{_id(name)}"><w:name w:val="{name}"/>'
            + (f'<w:basedOn w:val="{_id(based)}"/>' if not default else "")
            + (f'<w:next w:val="{_id(following)}"/>' if following else "")
            + f"<w:qFormat/>{inside}</w:style>"
        )

    made = [
        style("Normal", f'<w:pPr><w:spacing w:after="{points(size * 0.6)}" w:line="276" w:lineRule="auto"/></w:pPr>{look(1, _INK, bold=False)}', default=True),
        style("Title", f'<w:pPr><w:spacing w:after="{points(size * 0.8)}"/></w:pPr>{look(2, _INK, bold=True)}', following="Normal"),
    ]  # fmt: skip
    for level, times in enumerate((1.5, 1.25, 1.05, 1.0), 1):
        before, after = points(size * (1.8 if level == 1 else 1.2)), points(size * 0.4)
        made.append(
            style(
                f"Heading {level}",
                f'<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="{after}"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
                + look(times, _ACCENT if level == 1 else _INK, bold=True),
                following="Normal",
            )
        )
    made.append(style("Quote", f'<w:pPr><w:ind w:left="{round(0.8 * _CM)}"/></w:pPr>'))
    made.append(
        style(_CELL, f'<w:pPr><w:spacing w:after="40"/></w:pPr><w:rPr><w:sz w:val="{round(size * 1.64)}"/></w:rPr>')
    )
    for depth in range(1, _DEEPEST + 1):
        deeper = f" {depth}" if depth > 1 else ""
        for n, kind in enumerate(("List Bullet", "List Number")):
            number = n * _DEEPEST + depth
            made.append(
                style(
                    kind + deeper,
                    f'<w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr><w:contextualSpacing/></w:pPr>',
                )
            )
        made.append(
            style(f"List Continue{deeper}", f'<w:pPr><w:ind w:left="{_indent(depth)}"/><w:contextualSpacing/></w:pPr>')
        )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    made += [
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>',
        f'<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins}</w:tblPr></w:style>',
        f'<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>',
    ]
    language = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB" w:eastAsia="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    return f"<w:styles {_W}>{language}{''.join(made)}</w:styles>"


def _indent(depth: int) -> int:
    return round(0.63 * _CM * depth)


def _numberings(lists: Sequence[int]) -> str:
    """Bullets and numbers, three deep, and a numbering of its own for each numbered list, so that it begins at 1 again."""
    kinds, numbers = [], []
    for ordered in (False, True):
        for depth in range(1, _DEEPEST + 1):
            number = ordered * _DEEPEST + depth
            form, mark = ("decimal", "%1.") if ordered else ("bullet", "•")
            style = f"List {'Number' if ordered else 'Bullet'}{f' {depth}' if depth > 1 else ''}"
            kinds.append(
                f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                f'<w:numFmt w:val="{form}"/><w:pStyle w:val="{_id(style)}"/><w:lvlText w:val="{mark}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{_indent(depth)}" w:hanging="{_indent(1)}"/></w:pPr></w:lvl></w:abstractNum>'
            )
            numbers.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
    for n, depth in enumerate(lists, _FIRST_FREE):
        numbers.append(
            f'<w:num w:numId="{n}"><w:abstractNumId w:val="{_DEEPEST + depth}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
    return f"<w:numbering {_W}>{''.join(kinds)}{''.join(numbers)}</w:numbering>"


# --- what is read --------------------------------------------------------------------------------------


def _said(text: str) -> str:
    """A text as it may stand in the file; what no XML can hold becomes a sign that something was there."""
    return escape(_NO_XML.sub("\ufffd", text))


def _text(text: str) -> str:
    """The text of a run, with its line breaks and tabs."""
    parts = re.split("([\n\t])", text)
    signs = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    return "".join(signs.get(part) or f'<w:t xml:space="preserve">{_said(part)}</w:t>' for part in parts if part)


class _Writer:
    """Turns blocks into what Word reads, in its styles.

    Attributes:
        parts: what was written.
        lists: how deep each numbered list stands.
    """

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lists: list[int] = []

    def blocks(self, blocks: Iterable[Block], depth: int = 0, style: str | None = None) -> None:
        """Write blocks; `depth` is that of the list in which they stand."""
        for block in blocks:
            match block:
                case Heading(level, runs):
                    self.paragraph(_runs(runs), f"Heading {min(level, 4)}")
                case Paragraph(runs):
                    self.paragraph(_runs(runs), style)
                case Listed(ordered, items):
                    self._list(ordered, items, min(depth + 1, _DEEPEST))
                case Quote(inside):
                    self.blocks(inside, depth, "Quote")
                case Table():
                    self._table(block)

    def paragraph(self, runs: str, style: str | None = None, numbering: int | None = None) -> None:
        """Write a paragraph."""
        self.parts.append(_paragraph(runs, style, numbering))

    def _list(self, ordered: bool, items: Iterable[tuple[Block, ...]], depth: int) -> None:
        kind, deeper = "List Number" if ordered else "List Bullet", f" {depth}" if depth > 1 else ""
        numbering = None
        if ordered:
            numbering = _FIRST_FREE + len(self.lists)
            self.lists.append(depth)
        for item in items:
            for n, block in enumerate(item):
                if isinstance(block, Paragraph):
                    self.paragraph(
                        _runs(block.runs), f"{'List Continue' if n else kind}{deeper}", None if n else numbering
                    )
                else:
                    self.blocks((block,), depth)

    def _table(self, table: Table) -> None:
        found = shares(table)
        columns = len(table.header)
        widths = [round(_WIDE * _CM * share) for share in (found if len(found) == columns else [1 / columns] * columns)]
        grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
        rows = []
        for n, cells in enumerate((table.header, *table.rows)):
            made = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{_paragraph(_runs(runs, strong=n == 0), _CELL)}</w:tc>'
                for wide, runs in zip(widths, cells, strict=True)
            )
            # The header row is repeated on each page and read out with each cell; no row breaks over a page.
            high = "" if any(cells) else f'<w:trHeight w:val="{round(room_to_write(table) * _CM)}"/>'
            rows.append(
                f"<w:tr><w:trPr>{'<w:cantSplit/>' if n else ''}{high}{'' if n else '<w:tblHeader/>'}</w:trPr>{made}</w:tr>"
            )
        self.parts.append(
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" '
            f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
        )
        self.paragraph("")


def _paragraph(runs: str, style: str | None, numbering: int | None = None) -> str:
    about = f"<w:pStyle w:val={quoteattr(_id(style))}/>" if style is not None else ""
    if numbering is not None:
        about += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>'
    return f"<w:p>{f'<w:pPr>{about}</w:pPr>' if about else ''}{runs}</w:p>"


def _runs(runs: Runs, *, strong: bool = False) -> str:
    bold = '<w:rPr><w:rStyle w:val="Strong"/></w:rPr>'
    return "".join(f"<w:r>{bold if run.strong or strong else ''}{_text(words.in_line(run.text))}</w:r>" for run in runs)
