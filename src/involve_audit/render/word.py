"""The report as a Word document: real headings, lists and tables with header rows, in styles that the reader can change.

python-docx writes it. What looks different is a style, never a formatting of its own, so that a screen reader, the outline and
the reader's own template all know what each part is.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING, Any

from involve_audit.render import words
from involve_audit.render.blocks import (
    Document,
    Heading,
    Listed,
    Paragraph,
    Quote,
    Table,
    plain,
    room_to_write,
    shares,
    told_apart,
)
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


def render_bytes(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), layer: str = "talk") -> bytes:
    """One Word document for all audits, and for what could not be audited.

    Raises:
        ImportError: python-docx is not there; it comes with `involve-audit[word]`.
    """
    return written(told_apart(document(audits, problems, layer)), audits)


def written(doc: Document, audits: Sequence[Audit], *, large: bool = False) -> bytes:
    """A document for Word; its dates are those of the audits, so that the same audits give the same bytes."""
    import docx

    made = docx.Document()
    _styles(made, 16 if large else 11)
    about = made.core_properties
    about.title = words.plain(doc.title) or "Report"
    about.language = "en-GB"
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = _moment(max((a.date for a in audits), default=""))
    made.add_paragraph(words.plain(doc.title) or "Report", style="Title")
    _Writer(made).blocks(plain(doc.blocks))
    kept = io.BytesIO()
    made.save(kept)
    return _dateless(kept.getvalue())


def _moment(day: str) -> dt.datetime:
    """The beginning of a day; that of 1980 where there is none."""
    try:
        return dt.datetime.fromisoformat(day).replace(hour=0, tzinfo=None)
    except ValueError:
        return dt.datetime(1980, 1, 1)


def _dateless(data: bytes) -> bytes:
    """The same archive without the time at which it was made; 1980 is the earliest that a ZIP file knows."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), old.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _styles(made: Any, size: int) -> None:
    """The styles of the document, and its language: British English for all of it."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt, RGBColor

    def font(name: str, points: float, colour: str, *, bold: bool | None = None) -> Any:
        style = made.styles[name]
        style.font.size, style.font.color.rgb, style.font.bold = Pt(points), RGBColor.from_string(colour), bold
        style.font.name = _FONT
        fonts = style.element.rPr.rFonts
        for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(key), None)
        return style

    font("Normal", size, _INK).paragraph_format.space_after = Pt(size * 0.6)
    font("Title", size * 2, _INK, bold=True)
    for level, times in enumerate((1.5, 1.25, 1.05, 1.0), 1):
        heading = font(f"Heading {level}", size * times, _ACCENT if level == 1 else _INK, bold=True)
        heading.paragraph_format.space_before = Pt(size * (1.8 if level == 1 else 1.2))
        heading.paragraph_format.space_after = Pt(size * 0.4)
    font("Quote", size, _INK).paragraph_format.left_indent = Cm(0.8)
    made.styles["Quote"].font.italic = False
    cell = made.styles.add_style(_CELL, WD_STYLE_TYPE.PARAGRAPH)
    cell.base_style = made.styles["Normal"]
    cell.font.size, cell.paragraph_format.space_after = Pt(size * 0.82), Pt(2)
    spoken = made.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr")[0]
    for old in spoken.findall(qn("w:lang")):
        spoken.remove(old)
    language = OxmlElement("w:lang")
    for key in ("w:val", "w:eastAsia"):
        language.set(qn(key), "en-GB")
    spoken.append(language)
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)


class _Writer:
    """Puts blocks into a Word document, in its styles."""

    def __init__(self, made: Any) -> None:
        self._made = made
        # By id: python-docx would look a style up by its name for each of thousands of runs.
        self._ids = {style.name: style.style_id for style in made.styles}

    def blocks(self, blocks: Iterable[Block], depth: int = 0, style: str | None = None) -> None:
        """Write blocks; `depth` is that of the list in which they stand."""
        for block in blocks:
            match block:
                case Heading(level, runs):
                    self._paragraph(runs, f"Heading {min(level, 4)}")
                case Paragraph(runs):
                    self._paragraph(runs, style)
                case Listed(ordered, items):
                    self._list(ordered, items, min(depth + 1, _DEEPEST))
                case Quote(inside):
                    self.blocks(inside, depth, "Quote")
                case Table():
                    self._table(block)

    def _paragraph(self, runs: Runs, style: str | None) -> Any:
        paragraph = self._made.add_paragraph()
        if style is not None:
            paragraph._p.style = self._ids[style]
        self._fill(paragraph, runs)
        return paragraph

    def _list(self, ordered: bool, items: Iterable[tuple[Block, ...]], depth: int) -> None:
        kind, deeper = "List Number" if ordered else "List Bullet", f" {depth}" if depth > 1 else ""
        numbering = self._numbering(f"{kind}{deeper}") if ordered else None
        for item in items:
            for n, block in enumerate(item):
                if isinstance(block, Paragraph):
                    paragraph = self._paragraph(block.runs, f"List Continue{deeper}" if n else f"{kind}{deeper}")
                    if numbering is not None and not n:
                        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                        properties.get_or_add_ilvl().val = 0
                        properties.get_or_add_numId().val = numbering
                else:
                    self.blocks((block,), depth)

    def _numbering(self, style: str) -> int:
        """The id of a numbering of its own, so that each list begins at 1 again."""
        numbers = self._made.part.numbering_part.element
        used = self._made.styles[style].element.pPr.numPr.numId.val
        fresh = numbers.add_num(numbers.num_having_numId(used).abstractNumId.val)
        fresh.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(fresh.numId)

    def _table(self, table: Table) -> None:
        from docx.oxml import OxmlElement
        from docx.shared import Cm

        made = self._made.add_table(rows=0, cols=len(table.header), style="Table Grid")
        for column, share in zip(made.columns, shares(table), strict=False):
            column.width = Cm(16.6 * share)
        for n, cells in enumerate((table.header, *table.rows)):
            row = made.add_row()
            # The header row is repeated on each page and read out with each cell; no row breaks over a page.
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit" if n else "w:tblHeader"))
            if not any(cells):
                row.height = Cm(room_to_write(table))
            for cell, runs in zip(row.cells, cells, strict=True):
                cell.paragraphs[0]._p.style = self._ids[_CELL]
                self._fill(cell.paragraphs[0], runs, strong=n == 0)
        self._made.add_paragraph()

    def _fill(self, paragraph: Any, runs: Runs, *, strong: bool = False) -> None:
        for run in runs:
            made = paragraph.add_run()
            if run.text == "\n":
                made.add_break()
            else:
                made.text = words.in_line(run.text)
                if run.strong or strong:
                    made._r.style = self._ids["Strong"]
