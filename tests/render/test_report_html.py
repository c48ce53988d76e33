"""The page: one file, safe with any text, and usable by ear, by keyboard, on paper and on a telephone."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache, cached_property, partial
from html.parser import HTMLParser
from itertools import pairwise
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import HOSTILE, empty, hostile, renamed, rich
from support import contrast

from involve_audit.render import html
from involve_audit.results.audit import Audit

VOID = {"meta", "br", "rect", "line", "path", "circle", "polygon", "polyline", "use"}
full = partial(html.render, layer="full")
PAGES = {
    "rich": lambda: full([rich()]),
    "empty": lambda: full([empty()]),
    "hostile": lambda: full([hostile()]),
    "same words": lambda: full([hostile("x")]),
    "three": lambda: full([rich(), hostile(), rich()]),
    "three sheets": lambda: html.render([rich(), hostile(), rich()], layer="sheet"),
    "none": lambda: full([]),
    "to talk over": lambda: html.render([rich()]),
    "sheet": lambda: html.render([rich()], layer="sheet"),
}


@cache
def made(name: str) -> str:
    """A page; none is made before a test asks for it, for every worker reads this module."""
    return PAGES[name]()


class Page(HTMLParser):
    """Elements in their order, with their attributes, the elements around them and their text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.open: list[tuple[str, int]] = []
        self.said: list[str] = []
        self.within: list[list[int]] = []
        self.feed(text)
        self.close()
        assert not self.open, "an element is left open"

    @cached_property
    def texts(self) -> list[str]:
        """The text in each element."""
        return ["".join(self.said[begins:ends]) for begins, ends in self.within]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({k for k, _ in attrs}) == len(attrs), f"an attribute of {tag} stands twice"
        self.elements.append((tag, {k: v or "" for k, v in attrs}, tuple(t for t, _ in self.open)))
        self.within.append([len(self.said)] * 2)
        if tag not in VOID:
            self.open.append((tag, len(self.elements) - 1))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in VOID
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open[-1][0] == tag, f"</{tag}> closes <{self.open[-1][0]}>"
        self.within[self.open.pop()[1]][1] = len(self.said)

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def named(self, *tags: str) -> list[tuple[dict[str, str], str]]:
        return [(attrs, text) for (tag, attrs, _), text in zip(self.elements, self.texts, strict=True) if tag in tags]

    def structure(self) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
        return [(tag, tuple(sorted(attrs)), around) for tag, attrs, around in self.elements]


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> Page:
    return Page(made(request.param))


def structure(audit: Audit) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The elements of a page that repeats itself: else a text would stand once where it is long enough to be a sentence."""
    with mock.patch("involve_audit.render.report.once", iter):
        return Page(full([audit])).structure()


HARMLESS = structure(hostile("x"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text: str) -> None:
    assert structure(hostile(text)) == HARMLESS


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_stays_text(text: str) -> None:
    assert structure(hostile(f"x{text}")) == HARMLESS


def test_hostile_text_can_be_read_as_it_stands() -> None:
    shown = " ".join(Page(full([hostile("<b>\"bold\" & 'brave'</b>")])).named("main")[0][1].split())
    assert "<b>\"bold\" & 'brave'</b>" in shown


def test_hostile_sentences_in_a_project_with_real_states_change_no_element() -> None:
    before = structure(rich())
    # Closed words of more than one word, which decide what is drawn.
    states = {
        "not due", "say it truly", "decided together", "in words", "most agree", "most disagree", "not most agree", "not asked",
        "cannot be told", "not told", "too few",
    }  # fmt: skip

    def keep(text: str) -> str:
        return text if " " not in text or text in states else f"</p><script>{text}</script>"

    assert structure(renamed(rich(), keep)) == before


def test_nothing_is_fetched_and_nothing_runs(page: Page) -> None:
    allowed = {
        "html", "head", "meta", "title", "style", "body", "a", "header", "main", "footer", "nav", "section", "article",
        "aside", "div", "h1", "h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
        "thead", "tbody", "tr", "th", "td", "details", "summary", "span", "b", "code", "bdi", "br", "blockquote",
        "svg", "rect", "line", "path", "circle", "polygon", "polyline", "g", "defs", "pattern", "use", "text", "tspan", "desc",
        "figure", "figcaption", "strong",
    }  # fmt: skip
    assert {tag for tag, _, _ in page.elements} <= allowed
    for _, attrs, _ in page.elements:
        # The policy lets one style sheet act, by its hash: a style in an attribute would do nothing.
        assert not [k for k in attrs if k.startswith("on") or k in ("src", "srcset", "style", "action", "background")]
    for attrs, _ in page.named("a"):
        assert attrs["href"].startswith("#")
    style = page.named("style")[0][1]
    assert "url(" not in style
    assert "@import" not in style
    assert "<" not in style


def test_the_policy_on_content_is_strict_and_comes_before_anything_that_it_could_stop(page: Page) -> None:
    first, second = page.named("meta")[:2]
    assert first[0] == {"charset": "utf-8"}
    assert second[0]["http-equiv"] == "Content-Security-Policy"
    assert second[0]["content"].split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{base64.b64encode(hashlib.sha256(page.named('style')[0][1].encode()).digest()).decode()}'",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_the_page_is_in_british_english_and_has_a_title(page: Page) -> None:
    assert page.named("html")[0][0] == {"lang": "en-GB"}
    assert page.named("title")[0][1].strip()


def test_ids_are_unique_and_every_link_and_label_leads_somewhere(page: Page) -> None:
    ids = [attrs["id"] for _, attrs, _ in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", i) for i in ids)
    assert {attrs["href"][1:] for attrs, _ in page.named("a")} <= set(ids)
    assert {one for _, attrs, _ in page.elements for one in attrs.get("aria-labelledby", "").split()} <= set(ids)


def test_headings_are_in_order(page: Page) -> None:
    levels = [int(tag[1]) for tag, _, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(text.strip() for _, text in page.named("h1", "h2", "h3", "h4", "h5"))


def test_landmarks_are_there_and_the_first_link_skips_to_the_report(page: Page) -> None:
    assert [len(page.named(t)) for t in ("header", "main", "footer")] == [1, 1, 1]
    assert page.named("main")[0][0]["id"] == "main"
    first = page.named("a")[0]
    assert first[0] == {"class": "skip", "href": "#main"}
    names = [attrs["aria-label"] for attrs, _ in page.named("nav")]
    assert all(names)


def test_tables_have_a_caption_and_their_heads_a_scope(page: Page) -> None:
    assert len(page.named("table")) == len(page.named("caption"))
    assert all(text.strip() for _, text in page.named("caption"))
    assert all(attrs.get("scope") in ("col", "row") for attrs, _ in page.named("th"))
    # A table on which roles are said again is an error to the Nu checker; that tables keep their meaning where a narrow
    # screen lays them out as blocks is tested in a browser.
    assert not [tag for tag, attrs, _ in page.elements if "role" in attrs and tag != "svg"]


def test_a_bar_has_words_of_its_own_or_beside_it(page: Page) -> None:
    for attrs, _ in page.named("svg"):
        assert attrs.get("aria-hidden") == "true" or (attrs["role"] == "img" and attrs["aria-label"].strip())


def test_classes_come_from_the_templates_and_never_from_a_file() -> None:
    known = {c for attrs in Page(made("rich")).elements for c in attrs[1].get("class", "").split()}
    known |= {"heard", "long-words"}
    assert {c for attrs in Page(made("hostile")).elements for c in attrs[1].get("class", "").split()} <= known


def test_the_lines_of_the_file_are_folded_and_each_is_quoted_once() -> None:
    page = Page(made("rich"))
    assert page.named("details")
    assert all("open" not in attrs for attrs, _ in page.named("details"))
    quoted = [text for attrs, text in page.named("li") if attrs.get("id", "").startswith("line-")]
    assert quoted
    assert len(quoted) == len(set(quoted))
    assert [attrs for attrs, _ in page.named("a") if attrs["href"].startswith("#line-")]


def test_an_id_does_not_depend_on_what_else_was_found() -> None:
    from dataclasses import replace

    fewer = replace(rich(), flags=rich().flags[1:], principles=rich().principles[3:])
    ids = {attrs["id"] for _, attrs, _ in Page(full([fewer])).elements if "id" in attrs}
    assert ids <= {attrs["id"] for _, attrs, _ in Page(made("rich")).elements if "id" in attrs}


# --- colours and sizes -----------------------------------------------------------------------------


def palettes() -> dict[str, dict[str, str]]:
    style = Page(made("rich")).named("style")[0][1]
    found = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in re.findall(r":root \{([^}]*)\}", style)]
    assert len(found) == 3
    return dict(zip(("light", "dark", "paper"), found, strict=True))


def test_the_measure_of_contrast_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark", "paper"])
@pytest.mark.parametrize("ground", ["ground", "sheet", "quiet"])
@pytest.mark.parametrize("colour", ["ink", "soft", "accent", "bad", "open", "good"])
def test_every_text_can_be_read_on_every_ground(theme: str, ground: str, colour: str) -> None:
    palette = palettes()[theme]
    assert contrast(palette[colour], palette[ground]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark", "paper"])
def test_the_solid_part_of_a_bar_stands_out(theme: str) -> None:
    palette = palettes()[theme]
    assert contrast(palette["accent"], palette["quiet"]) >= 3
    assert contrast(palette["accent"], palette["pale"]) >= 3


def test_only_colours_of_the_palette_are_used() -> None:
    style = Page(made("rich")).named("style")[0][1]
    assert not re.findall(r"#[0-9a-f]{3,8}\b", re.sub(r"--\w+: #[0-9a-f]{6}", "", style))


def test_no_number_is_larger_than_the_words() -> None:
    page = Page(made("rich"))
    assert not [text for text in page.texts if re.search(r"\d+ of 100", text)]
    assert not [text for attrs, text in page.named("p") if attrs.get("class") == "headline" and re.search(r"\d", text)]
