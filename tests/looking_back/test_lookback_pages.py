"""The pages that look back: hostile text stays text, no script, no network, the same words in every format, the schemas."""

from __future__ import annotations

import datetime as dt
import json
import re
import unicodedata
from dataclasses import replace
from functools import cache
from html.parser import HTMLParser

import jsonschema
import pytest
from markdown_it import MarkdownIt
from pairs_of_files import AFTER, BEFORE, file
from support import shipped

from involve_audit.compare import Commit, SideRead, compare_documents, course
from involve_audit.load import read
from involve_audit.render import TEXTS
from involve_audit.render.blocks import TONES, Heading, Listed, Table, units
from involve_audit.render.comparison import FORMATS, chart, json_schema, render
from involve_audit.render.comparison.page import TONES_OF, document
from involve_audit.results.audit import Steps

HOSTILE = (
    "<script>alert(1)</script>",
    "\"><svg onload='alert(1)'>",
    "a | b || c",
    "`code` ``` ~~~ **b** _c_",
    "[a](javascript:alert(1)) ![b](http://example.org/x.png)",
    "# head\n- item\n1. item\n\n    code",
    "&lt;b&gt; &#60; &amp;",
    "{{ 7 * 7 }} {% raw %}",
    "\u202egnp.exe\u2066 \u200f\u200e",
    "شلوم 😀 e\u0301 " + "x" * 300,
    "::error::x %0A",
)


def texts(text: str, *, later: bool = False) -> str:
    word = json.dumps(text, ensure_ascii=False)
    plan = f"{{what: {word}, status: {'stopped' if later else 'planned'}, when: 2027, owner: {word}, note: {word}}}"
    return (
        f"format: 1\nproject: {{title: {word}, summary: {word}, called: [{word}], phase: running, promises: [{{what: {word}{', kept: no' if later else ''}}}]}}\n"
        f"rooms: {{panel: {{name: {word}, power: decides, status: planned, when: 2025-06}}}}\n"
        f"voices: {{missing: [{{group: {word}, action: {plan}}}]}}\n"
        f"power: {{decisions: [{{what: {word}, announced_as: binding}}]}}\n"
        + ("" if later else f"influence: {{log: [{{said: {word}, answer: put off}}]}}\n")
    )


def comparison(text: str):
    return compare_documents(
        SideRead(read(texts(text), text), BEFORE, text, "0" * 12),
        SideRead(read(texts(text, later=True), text), AFTER, text),
        shipped(),
    )


def of_course(text: str):
    commits = [
        Commit("a" * 12, dt.date(2025, 1, 1), text, texts(text).encode()),
        Commit("b" * 12, dt.date(2025, 2, 1), text, b"not: [yaml"),
        Commit("c" * 12, dt.date(2025, 3, 1), text, texts(text, later=True).encode()),
        Commit("d" * 12, dt.date(2025, 4, 1), text, None),
        Commit("e" * 12, dt.date(2025, 5, 1), text, None, text),
    ]
    return course(text, commits, shipped(), AFTER, (text,))


@cache
def result(kind: str, text: str):
    return {"comparison": comparison, "course": of_course}[kind](text)


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[tuple[str, str], ...]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attrs):
        assert len({k for k, _ in attrs}) == len(attrs)
        self.elements.append((tag, tuple((k, v or "") for k, v in attrs)))
        if tag not in ("meta", "rect", "line", "path", "circle"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, tuple((k, v or "") for k, v in attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def shape(self):
        return [(tag, tuple(k for k, _ in attrs)) for tag, attrs in self.elements]


KINDS = pytest.mark.parametrize("kind", ["comparison", "course"])


@KINDS
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_html(kind, text):
    page = render("html", result(kind, text))
    assert Page(page).shape() == Page(render("html", result(kind, "harmless"))).shape()
    assert "<script" not in page
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page)


@KINDS
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text_in_markdown(kind, text):
    def shape(found):
        tokens = MarkdownIt("commonmark").enable("table").parse(render("markdown", found))
        inner = [
            c.type for t in tokens for c in t.children or () if c.type not in ("text", "text_special", "softbreak")
        ]
        return [t.type for t in tokens], inner

    assert shape(result(kind, text)) == shape(result(kind, "harmless"))


@KINDS
@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [40, 100])
def test_text_moves_no_cursor_and_keeps_its_width(kind, text, width):
    found = result(kind, text)
    for look in ({}, {"ascii": True}):
        printed = render("text", found, width, **look)
        assert not [c for c in printed if c != "\n" and unicodedata.category(c) in ("Cc", "Cs")]
        assert not re.search("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", printed)
        assert printed.isascii() or not look
    assert max(map(len, render("text", found, width).splitlines())) <= width


@KINDS
def test_colours_are_only_where_they_are_asked_for(kind):
    found = result(kind, "harmless")
    assert "\x1b[" not in render("text", found)
    coloured = render("text", found, colour=True)
    assert re.sub("\x1b\\[[0-9;]*m", "", coloured) == render("text", found)


@KINDS
def test_a_page_fetches_nothing_and_runs_nothing(kind):
    page = render("html", result(kind, "harmless"))
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")
    attributes = {k for _, attrs in Page(page).elements for k, _ in attrs}
    assert not {a for a in attributes if a.startswith("on")} | (attributes & {"src", "srcset", "action", "formaction"})
    ids = [v for _, attrs in Page(page).elements for k, v in attrs if k == "id"]
    assert len(ids) == len(set(ids))
    for _, attrs in Page(page).elements:
        for key, value in attrs:
            if key == "href":
                assert value.removeprefix("#") in ids


@KINDS
def test_every_format_says_what_became_of_every_promise(kind):
    found = result(kind, "harmless")
    assert len({p.outcome for p in found.promises}) >= 2
    for name in set(FORMATS) & set(TEXTS):
        printed = " ".join(render(name, found).split()).lower()
        for promise in found.promises:
            assert promise.outcome in printed
            assert " ".join(promise.says.split()).lower() in printed


@KINDS
@pytest.mark.parametrize("text", ["harmless", *HOSTILE])
def test_the_json_keeps_to_its_schema(kind, text):
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(json.loads(render("json", result(kind, text))))


@KINDS
def test_the_schemas_explain_every_field(kind):
    own = {"comparison": "Comparison", "course": "Course"}[kind]
    for name in (own, "PromiseFound" if kind == "comparison" else "Tracked"):
        told = json_schema(kind)["$defs"][name]["properties"]
        assert not [k for k, v in told.items() if "description" not in v and "$ref" not in v]


def test_the_picture_says_in_words_what_it_draws():
    found = result("course", "harmless")
    picture = chart.drawn(found.versions)
    assert picture.says.count("could not be judged") == 3
    assert picture.marks.count('class="reach"') == 2
    assert picture.marks.count('class="cross"') == 3
    many = chart.drawn(found.versions * 30)
    assert many.marks.count('class="reach"') + many.marks.count('class="cross"') == chart.MOST
    assert chart.drawn(()).marks


@pytest.mark.parametrize(
    ("low", "high", "dots"),
    [("none", "led", 0), ("none", "consultation", 0), ("none", "none", 1), ("consultation", "led", 1)],
)
def test_what_is_not_told_is_no_dot_at_nobody(low, high, dots):
    read_ = next(v for v in result("course", "harmless").versions if v.rung is not None)
    picture = chart.drawn([replace(read_, rung=Steps(low, high))])
    assert picture.marks.count("<circle") == dots


def test_a_gate_is_never_new_beside_its_title():
    """A gate is called after the good that it asks for: "new: people are paid" would say the opposite of what was found."""
    gates = {g.title for g in shipped().rubric.gates}
    assert any(c.title in gates and c.state == "new" for c in found_between().findings)
    blocks = document(found_between()).blocks
    for item in (item for block in blocks if isinstance(block, Listed) for item in block.items):
        assert not [gate for gate in gates if next(units(item)).endswith(f": {gate}")]
    begin = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.name == "gates")
    end = next(n for n, b in enumerate(blocks) if n > begin and isinstance(b, Heading))
    assert any(isinstance(block, Table) for block in blocks[begin:end])


@cache
def found_between():
    """An application, and the same project under way."""
    plan = "stages: {design: {role: involved, status: planned, when: 2025-06}}"
    return compare_documents(
        SideRead(read(file(plan, "applying"), "a"), BEFORE), SideRead(read(file(plan), "b"), AFTER), shipped()
    )


def test_every_outcome_has_a_tone_and_is_decided_upon():
    from involve_audit.compare.promises import ASKS
    from involve_audit.results.comparison import OUTCOMES

    assert set(OUTCOMES) <= set(TONES_OF)
    assert set(TONES_OF.values()) <= set(TONES)
    assert set(OUTCOMES) == set(ASKS)
