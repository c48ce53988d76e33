"""The exports as Markdown and as pages: always the same rows, hostile text stays text, words are counted right."""

from __future__ import annotations

import datetime as dt
import doctest
import json
import re
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from markdown_it import MarkdownIt
from samples import HOSTILE, empty, hostile, rich
from support import ROOT, bared, rows, shipped
from test_report_html import Page

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import EXPORT_ENDINGS, FORMATS, exports, render, renderer, reports
from involve_audit.results.audit import Clause, Evidence, ExportFound, ExportItem, Statement
from involve_audit.wording.messages import InputError

KINDS = tuple(name for name, kind in FORMATS.items() if kind.export)
NAMES = sorted(p.parent.name for p in (ROOT / "examples").glob("*/project.yaml"))
UNTOLD = "nothing told"
DAY = dt.date(2026, 11, 23)


def audit(text: str | bytes, name: str = "project.yaml"):
    return audit_document(read(text, name), shipped(), DAY, steps=False, lines="when asked", exports=True)


@cache
def example(name: str):
    if name == UNTOLD:
        return audit("{format: 1, project: {title: A walk}}")
    return audit((ROOT / "examples" / name / "project.yaml").read_bytes(), f"examples/{name}/project.yaml")


def nothing():
    return example(UNTOLD)


def markdown_tables(text: str) -> list[list[list[str]]]:
    """The rows of each table, without the heads, as text."""
    tables: list[list[list[str]]] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    for n, token in enumerate(tokens):
        if token.type == "tbody_open":
            tables.append([])
        if token.type == "tr_open" and tables and any(t.type == "td_open" for t in tokens[n : n + 2]):
            tables[-1].append([])
        if token.type == "td_open":
            tables[-1][-1].append(tokens[n + 1].content)
    return tables


def page_tables(text: str) -> list[list[str]]:
    """The row headers of each table of a page."""
    page = Page(text)
    found: list[list[str]] = []
    for (tag, attrs, _), said in zip(page.elements, page.texts, strict=True):
        if tag == "table":
            found.append([])
        if tag == "th" and attrs.get("scope") == "row":
            found[-1].append(" ".join(said.split()))
    return found


# --- rows ------------------------------------------------------------------------------------------

TOPICS = [
    "1. Aim",
    "2. Methods",
    "3. Study results",
    "4. Discussion and conclusions",
    "5. Reflections and critical perspective",
]


@pytest.mark.parametrize("name", [*NAMES, UNTOLD])
def test_gripp2_has_five_rows_in_one_order_whatever_is_told(name):
    found = example(name)
    (rows,) = markdown_tables(render("gripp2", [found]))
    assert [re.match(r"\*\*(.*?)\.\*\*", row[0])[1] for row in rows] == TOPICS
    (heads,) = page_tables(render("gripp2", [found], ending=".html"))
    assert [h.startswith(t) for h, t in zip(heads, TOPICS, strict=True)] == [True] * 5


@pytest.mark.parametrize("name", [*NAMES, UNTOLD])
def test_the_crosswalk_has_six_five_and_six_items_whatever_is_told(name):
    found = example(name)
    page = Page(render("crosswalk", [found], ending=".html"))
    levels = "".join(tag[1] for tag, _, _ in page.elements if re.fullmatch("h[23]", tag))
    assert [len(items) for items in levels.split("2")] == [0, 6, 5, 6]
    text = render("crosswalk", [found])
    assert len(re.findall(r"^### \d\. ", text, flags=re.M)) == 17
    assert exports.NO_CLAIM in text
    assert exports.NO_CLAIM in render("crosswalk", [found], ending=".html")


def test_where_nothing_is_told_each_says_so_and_nothing_else():
    (rows,) = markdown_tables(render("gripp2", [nothing()]))
    # With the keys that would record it, of which each is one of the format.
    assert [row[1].partition(". ")[0] for row in rows] == ["not recorded"] * 5
    for row, item in zip(rows, next(e for e in nothing().exports if e.format == "gripp2").items, strict=True):
        assert row[1].replace("\\", "").endswith(f"These keys of the file would record it: {', '.join(item.keys)}.")
        assert item.keys
    assert render("crosswalk", [nothing()]).count("Nothing in the file speaks to it.") == 17
    application = render("application", [nothing()])
    assert "| In all | 0 |" in application
    assert application.count(r"\[not told: ") > 30


def test_every_criterion_that_speaks_to_an_item_stands_with_its_level():
    found = example("full")
    text = render("crosswalk", [found])
    levels = {c.title: c.level for p in found.principles for c in p.criteria}
    said = re.findall(r"^- (.*?): .*?level (\d)(?: to (?:level )?(\d))? of 3\)$", text.replace("\\", ""), flags=re.M)
    assert len(said) > 60
    for title, low, high in said:
        assert (int(low), int(high or low)) == (levels[title].low, levels[title].high), title


def test_with_a_rubric_that_has_none_of_the_criteria_that_is_said():
    found = replace(example("full"), principles=())
    for ending in (".md", ".html"):
        assert render("crosswalk", [found], ending=ending).count("No criterion of the rubric speaks to it.") == 17


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", [".md", ".html"])
def test_what_is_not_told_to_have_happened_says_so_in_every_export(kind, ending):
    text = render(
        kind, [audit("{format: 1, project: {title: A}, reward: {pay: {offered: all, rate: 30}}}")], ending=ending
    )
    assert "[not told: whether this has happened]" in text.replace("\\", "")
    assert ("preparation is paid]" in text.replace("\\", "")) is (kind == "application")


# --- words -----------------------------------------------------------------------------------------


class Draft(HTMLParser):
    """Counts the words under each heading of a section, by the elements of a page alone."""

    def __init__(self) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.counts: list[str] = []
        self.told: list[str] = []
        self.cell = ""

    def handle_starttag(self, tag, attrs):
        if tag in ("meta", "br"):
            return
        self.inside.append(dict(attrs).get("class") or tag)
        if tag == "h3":
            self.counts.append("")
        self.cell = dict(attrs).get("data-label", "") if tag == "td" else ""

    def handle_endtag(self, tag):
        if tag not in ("meta", "br"):
            self.inside.pop()
        if tag in ("p", "li") and self.counts:
            self.counts[-1] += " "

    def handle_data(self, data):
        if self.counts and not {"h3", "untold"} & set(self.inside):
            self.counts[-1] += data
        if self.cell == "Words" and data.strip():
            self.told.append(data)


@rows("name", NAMES)
def test_the_number_of_words_is_that_of_the_words_on_the_page_and_in_the_text(name):
    found = example(name)
    draft = Draft()
    draft.feed(render("application", [found], ending=".html"))
    # The last heading is that of the counts themselves.
    counted = [len(text.split()) for text in draft.counts[:-1]]
    assert [int(n) for n in draft.told] == [*counted, sum(counted)]
    text = render("application", [found])
    body = text.split("\n### Words\n")[0]
    by_section = []
    for part in body.split("\n### ")[1:]:
        lines = [line.removeprefix("- ") for line in part.splitlines()[1:]]
        # What the file says may hold brackets of its own: only ours begin so.
        plain = re.sub(r"\\\[not (?:told|known): .*?\\\]", "", "\n".join(lines)).replace("**", "")
        by_section.append(len(plain.split()))
    assert by_section == counted


def test_a_sentence_takes_no_second_full_stop_and_a_capital_letter():
    quoted = Clause("“{}”.", "told", (Evidence("a", 1, 1, "why not?"),))
    assert exports.clause_says(quoted) == "“why not?”"
    assert exports.clause_says(Clause("{}.", "told", (Evidence("a", 1, 1, "done."),))) == "Done."
    assert exports.clause_says(Clause("{} and {}.", "told", (Evidence("a", 1, 1, "{}"),))) == "{} and …"


# --- pages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", [".md", ".html"])
def test_the_same_audit_gives_the_same_bytes(kind, ending):
    assert render(kind, [example("full")], ending=ending) == render(kind, [example("full")], ending=ending)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_runs_and_fetches_nothing(kind):
    page = Page(render(kind, [example("full"), nothing()], ending=".html"))
    tags = {tag for tag, _, _ in page.elements}
    assert not tags & {"script", "img", "iframe", "link", "form", "object", "embed"}
    (policy,) = [a["content"] for a, _ in page.named("meta") if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert [a["href"] for a, _ in page.named("a")] == [
        h for h in (a["href"] for a, _ in page.named("a")) if h.startswith("#")
    ]
    ids = [a["id"] for _, a, _ in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    headings = [int(tag[1]) for tag, _, _ in page.elements if re.fullmatch(r"h[1-6]", tag)]
    assert headings[0] == 1
    assert all(b - a <= 1 for a, b in pairwise(headings))
    for tag, _, _ in page.elements:
        assert tag != "table" or page.named("caption")


def with_exports(text: str):
    """The rich sample with one text in every place of the exports."""
    clauses = (
        Clause("“{}”.", "told", (Evidence(text, 3, 1, text),)), Clause(text, "told", (Evidence(text, 4, 1, text),)),
        Clause(text, "not told", ()), Clause(text, "not known", (Evidence(text, 5, 1, text),)),
    )  # fmt: skip
    statements = (
        Statement("a", text, clauses),
        Statement("b", text, clauses),
        Statement("c", "", clauses, clauses[0].because),
    )
    items = (
        ExportItem("x", text, text, ("a", "b", "c"), ("first-contact",), (text,)),
        ExportItem("y", text, text, (), (), ()),
    )
    found = tuple(ExportFound(kind, kind, text, text, (text,), items) for kind in KINDS)
    return replace(rich(), statements=statements, exports=found)


def page_shape(kind: str, text: str):
    return Page(render(kind, [with_exports(text)], ending=".html")).structure()


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_text_stays_text(kind):
    def shape(text):
        found = with_exports(text)
        tokens = (
            MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(render(kind, [found]))
        )
        inline = [(c.type, c.tag) for t in tokens for c in t.children or () if c.type not in ("text", "text_special")]
        return [(t.type, t.tag) for t in tokens], [i for i in inline if i[0] not in ("softbreak", "hardbreak")]

    harmless = page_shape(kind, "same words"), shape("same words")
    for text in HOSTILE:
        assert (page_shape(kind, text), shape(text)) == harmless, text


def readable(text: str) -> bool:
    """Whether a file may hold it at all."""
    try:
        return bool(read(f"{{format: 1, project: {{title: {json.dumps(text)}}}}}").tree)
    except InputError:
        return False


def test_hostile_text_of_a_file_stays_text():
    texts = [json.dumps(text) for text in HOSTILE if readable(text)]
    assert len(texts) > 15
    limits = ", ".join(f"{{what: {t}, reason: {t}}}" for t in texts)
    log = ", ".join(f"{{said: {t}, changed: {t}}}" for t in texts)
    missing = ", ".join(f"{{group: {t}}}" for t in texts)
    found = audit(
        f"{{format: 1, project: {{title: {texts[0]}}}, honesty: {{limits: [{limits}]}}, influence: {{log: [{log}]}}, "
        f"voices: {{missing: [{missing}]}}}}"
    )
    for kind in KINDS:
        assert not {tag for tag, _, _ in Page(render(kind, [found], ending=".html")).elements} & {
            "script",
            "img",
            "svg",
            "b",
            "i",
        }
        tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(render(kind, [found]))
        inside = {c.type for t in tokens for c in t.children or ()} | {t.type for t in tokens}
        assert not inside & {"html_inline", "html_block", "link_open", "image", "code_inline", "fence", "code_block"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", [".md", ".html"])
def test_without_excerpts_no_word_of_the_file_is_left(kind, ending):
    text = "{format: 1, project: {title: A}, honesty: {limits: [{what: Heronsgate, reason: Quillfeather}]}, influence: {log: [{said: Marzipan}]}, rooms: {r: {name: Larkspur, power: decides}}}"
    found = audit(text)
    told = render(kind, [found], ending=ending) + render("gripp2", [found], ending=ending)
    assert "Heronsgate" in told
    bare = render(kind, [bared(found, text)], ending=ending)
    assert not re.search("Heronsgate|Quillfeather|Marzipan|Larkspur", bare)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("ending", [".md", ".html"])
def test_an_audit_without_exports_says_so(kind, ending):
    assert exports.NOT_IN_THIS_AUDIT in render(kind, [rich()], ending=ending)
    assert render(kind, [], ending=ending)
    assert render(kind, [empty(), hostile(), example("full")], ending=ending)


def test_what_was_saved_can_be_exported_again():
    from involve_audit.render.json import read_saved

    found = example("full")
    (back,) = read_saved(render("json", [found]))
    for kind in KINDS:
        assert render(kind, [back]) == render(kind, [found])


def test_exports_take_no_ending_for_themselves_and_are_no_reports():
    assert not set(KINDS) & set(reports())
    assert all(not FORMATS[k].endings for k in KINDS)
    assert {".md", ".html"} <= set(EXPORT_ENDINGS)
    assert renderer("gripp2", ".HTML")([nothing()]).startswith("<!doctype html>")
    assert FORMATS["json"].needs_exports
    assert not FORMATS["html"].needs_exports


def test_examples_in_docstrings_are_true():
    found = doctest.testmod(exports)
    assert found.attempted
    assert not found.failed
