"""PDF and Word: what a screen reader needs is there, hostile text stays text, and the same audit gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from itertools import chain
from xml.etree import ElementTree as ET

import pytest
from read_markdown import read_back
from samples import HOSTILE, hostile, rich

from involve_audit.render import blocks, markdown, plain_language, render_bytes, words
from involve_audit.render.report import document

typst = pytest.importorskip("typst", reason="typst is not installed: pip install 'involve-audit[pdf]'")
docx = pytest.importorskip("docx", reason="python-docx is not installed: pip install python-docx")
pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")

TYPST = (
    '#import "x": *',
    "$a$ #let x = 1; #panic()",
    "= head",
    "/ term: x",
    "<label> @ref",
    "#[ ] \\ ~ -- `raw` ```x```",
    '"); panic("',
    "// comment",
    "/* open",
)


def seen(text: str) -> str:
    """Text without blanks: where a line breaks is the format's own affair. Marks of direction are not drawn."""
    return re.sub(r"[\s\u200b-\u200f\u061c\ufeff]+", "", text)


# --- blocks ----------------------------------------------------------------------------------------


def test_the_report_in_markdown_comes_apart_into_blocks_and_nothing_is_lost():
    text = markdown.render([rich()])
    read = read_back(text)
    assert read.title == rich().project.title
    kinds = {type(b).__name__ for b in read.blocks}
    assert {"Heading", "Paragraph", "Listed", "Table", "Quote"} <= kinds
    said = seen("".join(blocks.units(read.blocks)))
    for line in text.splitlines():
        for cell in re.split(r"(?<!\\)\|", line):
            bare = re.sub(
                r"\\(?=[!-/:-@\[-`{-~])", "", re.sub(r"^\s*(?:#+ |- |\d+\. |> ?)+", "", cell).replace("**", "")
            )
            if not set(bare) <= set("-: \\") and not line.startswith("# "):
                assert seen(bare).removesuffix("\\") in said, line


def test_headings_leave_no_level_out():
    read = read_back("# Title\n\n### Three\n\n###### Six\n\n## Two\n\n- # inside\n")
    assert read.title == "Title"
    levels = [b.level for b in read.blocks if isinstance(b, blocks.Heading)]
    assert levels == [1, 2, 1]
    assert read_back("no heading").title == ""


def test_inline_marks():
    read = read_back("a **b *c*** `d`\\\ne\nf [g](http://example.org)\n")
    runs = read.blocks[0].runs
    assert [(r.text, r.strong) for r in runs] == [
        ("a ", False),
        ("b ", True),
        ("c", True),
        (" ", False),
        ("d", False),
        ("\n", False),
        ("e", False),
        (" ", False),
        ("f ", False),
        ("g", False),
    ]


# --- PDF -------------------------------------------------------------------------------------------


def tree(reader):
    """Every tag of a PDF, in order, with the element that has it."""
    found = []

    def walk(node):
        node = node.get_object()
        if isinstance(node, list):
            for child in node:
                walk(child)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append((str(node["/S"])[1:], node))
            if "/K" in node:
                kids = node["/K"]
                for child in kids if isinstance(kids, list) else [kids]:
                    if not isinstance(child, int):
                        walk(child)

    walk(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


@pytest.fixture(scope="module")
def pdf():
    return render_bytes("pdf", [rich()])


def test_a_pdf_is_tagged_titled_and_claims_ua(pdf):
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == rich().project.title
    assert re.search(
        r"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=\"1\"", root["/Metadata"].get_object().get_data().decode()
    )
    kinds = [kind for kind, _ in tree(reader)]
    assert {"Title", "H1", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "BlockQuote"} <= set(kinds)
    read = list(blocks.no_gaps(blocks.plain(document([rich()]).blocks)))
    for level in (1, 2):
        assert kinds.count(f"H{level}") == sum(isinstance(b, blocks.Heading) and b.level == level for b in read)
    tables = [b for b in read if isinstance(b, blocks.Table)]
    assert kinds.count("Table") == len(tables)
    assert kinds.count("TH") == sum(len(t.header) for t in tables)
    assert reader.metadata.creation_date.date().isoformat() == rich().date


def test_a_pdf_says_what_the_markdown_report_says(pdf):
    text = seen("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages))
    # Page numbers stand between the lines, and bars are drawn.
    missing = [
        u
        for u in blocks.units(read_back(markdown.render([rich()])).blocks)
        for w in u.split()
        if len(w) > 3 and not re.search("[█▒·]", w) and seen(w) not in text
    ]
    assert len(missing) <= 3, missing


def test_the_same_audit_gives_the_same_files(pdf):
    assert pdf == render_bytes("pdf", [rich()])
    word = render_bytes("docx", [rich()])
    assert word == render_bytes("docx", [rich()])
    with zipfile.ZipFile(io.BytesIO(word)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    later = replace(rich(), date="2027-01-02")
    assert render_bytes("pdf", [later]) != pdf
    assert render_bytes("docx", [later]) != word


@pytest.mark.parametrize(
    "audits", [[], [replace(rich(), date="not a day")], [rich(), hostile()]], ids=["none", "no day", "two"]
)
def test_every_pdf_and_word_file_can_be_opened(audits):
    assert len(pypdf.PdfReader(io.BytesIO(render_bytes("pdf", audits))).pages) >= 1
    assert docx.Document(io.BytesIO(render_bytes("docx", audits))).paragraphs


def test_typst_s_own_marks_are_only_text():
    title = " ".join(TYPST)
    audit = replace(rich(), project=replace(rich().project, title=title, summary=title, stamp=title))
    reader = pypdf.PdfReader(io.BytesIO(render_bytes("pdf", [audit])))
    text = seen("".join(page.extract_text() for page in reader.pages))
    assert reader.metadata.title == title
    for mark in TYPST:
        assert seen(mark) in text, mark


def test_letters_that_no_font_has_do_not_stop_a_pdf():
    audit = replace(rich(), project=replace(rich().project, summary="漢字 and 👩🏽\u200d🔬 and \U000130c0"))
    reader = pypdf.PdfReader(io.BytesIO(render_bytes("pdf", [audit])))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "and" in reader.pages[0].extract_text()
    # Hebrew and Arabic come with Typst.
    there = replace(rich(), project=replace(rich().project, summary="שלום مرحبا Ελληνικά Кириллица"))
    metadata = (
        pypdf.PdfReader(io.BytesIO(render_bytes("pdf", [there])))
        .trailer["/Root"]["/Metadata"]
        .get_object()
        .get_data()
        .decode()
    )
    assert "pdfuaid:part" in metadata


# --- Word ------------------------------------------------------------------------------------------


def test_a_word_file_has_styles_headers_a_language_and_a_title():
    made = docx.Document(io.BytesIO(render_bytes("docx", [rich()])))
    read = list(blocks.no_gaps(blocks.plain(document([rich()]).blocks)))
    about = made.core_properties
    assert (about.title, about.language, about.created.date().isoformat()) == (
        rich().project.title,
        "en-GB",
        rich().date,
    )
    heads = [(p.style.name, p.text) for p in made.paragraphs if p.style.name.startswith("Heading")]
    assert heads == [(f"Heading {b.level}", blocks.words_of(b.runs)) for b in read if isinstance(b, blocks.Heading)]
    assert made.paragraphs[0].style.name == "Title"
    styles = {p.style.name for p in made.paragraphs}
    assert {"List Bullet", "List Number", "Quote", "Normal"} <= styles
    tables = [b for b in read if isinstance(b, blocks.Table)]
    assert len(made.tables) == len(tables)
    for table, block in zip(made.tables, tables, strict=True):
        assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
        assert [c.text for c in table.rows[0].cells] == [blocks.words_of(c) for c in block.header]
    styles = ET.tostring(ET.fromstring(made.styles.element.xml.encode())).decode()  # noqa: S314 # made by us
    assert 'w:lang w:val="en-GB"' in styles.replace("ns0:", "w:")
    # What looks different is a style: no run carries a look of its own.
    assert not made.element.xpath("//w:r/w:rPr/*[not(self::w:rStyle)]")


def test_each_numbered_list_begins_again():
    read = read_back("# T\n\n1. a\n2. b\n\ntext\n\n1. c\n   - d\n\n     more\n2. e\n")
    from involve_audit.render import word

    made = docx.Document(io.BytesIO(word.written(read, rich().date)))
    numbers = [p._p.pPr.numPr.numId.val for p in made.paragraphs if p.style.name == "List Number"]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    assert [p.style.name for p in made.paragraphs if p.text in ("d", "more")] == ["List Bullet 2", "List Continue 2"]


def hostile_document():
    """Every hostile text as a paragraph, an item, a cell, and what somebody said."""
    parts = (
        (blocks.paragraph(text), *blocks.items([text]), blocks.table(["h"], [[text]]), blocks.spoken(text))
        for text in HOSTILE
    )
    return blocks.PageDocument("T", tuple(chain.from_iterable(parts)))


def test_hostile_words_stay_words_in_word():
    from involve_audit.render import word

    data = word.written(hostile_document(), rich().date)
    made = docx.Document(io.BytesIO(data))
    # A blank at an end is no word.
    said = [(p.style.name, p.text.strip()) for p in made.paragraphs]
    cells = {c.text.strip() for table in made.tables for row in table.rows for c in row.cells}
    for text in HOSTILE:
        assert ("Normal", words.plain(text)) in said
        assert ("List Bullet", words.plain(text)) in said
        assert words.plain(text) in cells
        first = words.plain(words.as_said(text)[0])
        assert any(style == "Quote" and told.startswith(first) for style, told in said), text
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(name))  # noqa: S314 (our own file: it must be well formed)


def test_hostile_words_stay_words_in_a_pdf():
    from involve_audit.render import pdf as written

    reader = pypdf.PdfReader(io.BytesIO(written.written(hostile_document(), rich().date)))
    text = seen("".join(page.extract_text() for page in reader.pages))
    for one in HOSTILE:
        if one.isascii():
            assert text.count(seen(words.plain(one))) >= 3, one


def test_the_contributors_edition_is_in_large_type():
    made = docx.Document(io.BytesIO(plain_language.PAPER.written("docx", [rich()])))
    assert made.styles["Normal"].font.size.pt >= 16
    reader = pypdf.PdfReader(io.BytesIO(plain_language.PAPER.written("pdf", [rich()])))
    sizes: list[float] = []
    reader.pages[1].extract_text(
        visitor_text=lambda text, _cm, tm, _font, size: sizes.append(size * abs(tm[3])) if text.strip() else None
    )
    # The number of the page is the smallest.
    assert min(sizes) >= 15.9
