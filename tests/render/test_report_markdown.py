"""The Markdown, as a CommonMark reader with tables and raw HTML understands it."""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from samples import HOSTILE, empty, hostile, rich
from support import rows

from involve_audit.render import markdown, words
from involve_audit.render.blocks import PageDocument, spoken
from involve_audit.results.audit import Audit

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
NEVER = {
    "html_block",
    "html_inline",
    "link_open",
    "image",
    "code_inline",
    "code_block",
    "fence",
    "em_open",
    "s_open",
    "hr",
}


def tokens(text: str) -> list[Token]:
    """All tokens, those within lines too."""
    return [t for block in READER.parse(text) for t in (block, *(block.children or ()))]


def structure(text: str) -> list[str]:
    """What a page is made of, without its words. Lines of a quotation are as many as people said."""
    return [t.type + t.tag for t in tokens(text) if t.type not in ("text", "hardbreak", "softbreak", "text_special")]


def without_quotes(kinds: list[str]) -> list[str]:
    kept, depth = [], 0
    for kind in kinds:
        depth += kind.startswith("blockquote_open")
        if not depth:
            kept.append(kind)
        depth -= kind.startswith("blockquote_close")
    return kept


full = partial(markdown.render, layer="full")


def repeated(audit: Audit) -> str:
    """A report that repeats itself: else a text would stand once where it is long enough to be a sentence."""
    with mock.patch("involve_audit.render.report.once", iter):
        return full([audit])


HARMLESS = without_quotes(structure(repeated(hostile("x"))))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    page = repeated(hostile(text))
    assert not NEVER & {t.type for t in tokens(page)}
    assert without_quotes(structure(page)) == HARMLESS


@given(
    st.text(min_size=1).filter(lambda t: t.strip()) | st.text("|\\`*_<>#-+=~[]()!& 1.\n", min_size=1).filter(str.strip)
)
def test_any_text_stays_text(text: str) -> None:
    page = repeated(hostile(f"x{text}"))
    assert not NEVER & {t.type for t in tokens(page)}
    assert without_quotes(structure(page)) == HARMLESS


@given(st.text("|\\`*_<>#-+=~[]()!&; a1.:$^{}\"'"))
def test_what_a_reader_sees_is_what_was_written(text: str) -> None:
    for before, after in (("", ""), ("| a |\n|---|\n| ", " |")):
        made = READER.parse(f"{before}{markdown.escape(text)}{after}")
        shown = [b for b in made if b.type == "inline"][-1:]
        seen = "".join(c.content for b in shown for c in b.children or ())
        assert seen == " ".join(text.split())


@rows("text", HOSTILE)
def test_hostile_text_can_be_read_as_it_stands(text: str) -> None:
    inline = READER.parse(markdown.escape(text))[1:2]
    shown = "".join(c.content for b in inline for c in b.children or ())
    assert shown == words.plain(text)


@rows("text", [*HOSTILE, "a\n===", "a\n---", "a\n- b\n1. c\n    d\n> e\n# f\n```\n|a|\n|-|"])
def test_in_own_words_there_are_lines_and_nothing_else(text: str) -> None:
    kinds = {t.type for t in tokens(markdown.written(PageDocument("T", (spoken(text),))).removeprefix("# T\n"))}
    assert kinds <= {
        "blockquote_open",
        "blockquote_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "text",
        "text_special",
        "hardbreak",
        "softbreak",
    }


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    for audit in (rich(), empty(), hostile(), hostile("a | b"), hostile("a \\"), hostile("a \\| b")):
        rows: list[int] = []
        head = 0
        for token in READER.parse(full([audit])):
            if token.type == "table_open":
                head = 0
            elif token.type == "tr_open":
                rows.append(0)
            elif token.type in ("th_open", "td_open"):
                rows[-1] += 1
            elif token.type == "tr_close":
                head = head or rows[-1]
                assert rows[-1] == head
        assert rows
    # The reader above fills short rows up, so the source is counted, too.
    cells = 0
    for line in full([hostile("a | b")]).splitlines():
        here = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not (cells and here) or here == cells
        cells = here


@pytest.mark.parametrize(
    "audits",
    [[rich()], [empty()], [hostile()], [rich(), hostile()], []],
    ids=["rich", "empty", "hostile", "two", "none"],
)
def test_headings_nest_and_there_is_one_of_the_first_level(audits: list) -> None:  # type: ignore[type-arg]
    levels = [int(t.tag[1]) for t in READER.parse(full(audits)) if t.type == "heading_open"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_lines_of_a_quotation_are_kept() -> None:
    page = full([rich()])
    assert "> They thanked me for my courage.\\\n> Nobody answered my question.\n>\n> I will not come again.\n" in page


def test_the_page_is_tidy() -> None:
    page = full([rich()])
    assert "\n\n\n" not in page
    assert not re.search(r"[ \t]$", page, re.MULTILINE)
    assert not [t for t in tokens(page) if t.type in NEVER]


def test_names_of_keys_and_versions_are_not_littered_with_escapes() -> None:
    page = full([rich()])
    assert "timing.first_involved: 2025-06" in page
    assert "involve-audit 0.1.0" in page
