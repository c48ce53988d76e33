"""The page in a real browser: axe-core, contrast, keyboard, narrow screens, large text, print, and what its policy stops."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import pypdf
import pytest
from samples import hostile
from support import ROOT, shipped

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import html

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit

EXAMPLES = ("full", "bad", "minimal")
DAY = dt.date(2026, 11, 23)
HIGH = 800
"""The first screen of a small laptop, in pixels."""


@cache
def audit(name: str) -> Audit:
    path = f"examples/{name}/project.yaml"
    return audit_document(read((ROOT / path).read_bytes(), path), shipped(), DAY)


@cache
def pages_text(name: str) -> str:
    """A page by its name: an example, and behind `-in-` its layer."""
    name, _, layer = name.partition("-in-")
    several = {"hostile": lambda: [hostile()], "two": lambda: [audit("minimal"), audit("bad")]}
    return html.render(several.get(name, lambda: [audit(name)])(), layer=layer or "talk")


class Pages(dict[str, Path]):
    """The pages as files, written when they are asked for: one that is set as text has no address, and no policy."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def __missing__(self, name: str) -> Path:
        self[name] = self._folder / f"{name}.html"
        self[name].write_text(pages_text(name), encoding="utf-8")
        return self[name]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Pages:
    return Pages(tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="module")
def axe() -> Any:
    """axe-core, as the package for Playwright brings it: no network, and no npm."""
    return pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-core is not installed: pip install axe-playwright-python"
    ).Axe()


# Every rule looks at every element; of what is found, one passing example of each rule and no path to each element is written out.
AXE_QUICKLY = {"resultTypes": ["violations"], "selectors": False}


def unfold(page: Any) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


def box(page: Any, selector: str) -> dict[str, float]:
    found: dict[str, float] = page.locator(selector).first.bounding_box()
    return found


# Every width with every scheme, and every example; axe reads each element of a page, which takes its time.
LOOKS = (
    ("full-in-full", 1280, "light"), ("full", 400, "dark"), ("bad", 1280, "dark"), ("bad", 400, "light"),
    ("minimal-in-sheet", 1280, "dark"), ("minimal", 400, "dark"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "wide", "scheme"), LOOKS)
def test_axe_finds_nothing_with_everything_unfolded(opened: Any, axe: Any, name: str, wide: int, scheme: str) -> None:
    page = opened(name, wide, scheme)
    unfold(page)
    found = axe.run(page, options=AXE_QUICKLY).response
    assert not [(v["id"], [node["html"][:200] for node in v["nodes"][:3]]) for v in found["violations"]]
    # It looked at the colours too: a checker that skipped them would find nothing either.
    assert [p for p in found["passes"] if p["id"] == "color-contrast"]


@pytest.mark.parametrize("name", [*EXAMPLES, "full-in-full", "hostile-in-full"])
@pytest.mark.parametrize("wide", [1280, 400, 320])
def test_nothing_has_to_be_scrolled_sideways(opened: Any, name: str, wide: int) -> None:
    page = opened(name, wide)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= wide


BROKEN_WORDS = r"""() => {
  const broken = [], range = document.createRange();
  for (const cell of document.querySelectorAll('td, th')) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      for (const word of texts.currentNode.data.matchAll(/\p{L}{2,30}/gu)) {
        range.setStart(texts.currentNode, word.index);
        range.setEnd(texts.currentNode, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].filter((one) => one.width).map((one) => Math.round(one.top)));
        if (lines.size > 1) broken.push(word[0]);
      }
    }
  }
  return broken;
}"""


def test_where_there_is_room_no_word_of_a_table_is_broken(opened: Any) -> None:
    page = opened("full-in-full", 1280)
    unfold(page)
    assert page.evaluate(BROKEN_WORDS) == []


def test_a_table_stays_a_table_to_a_screen_reader_where_it_is_laid_out_as_blocks(opened: Any) -> None:
    page = opened("bad", 400)
    unfold(page)
    assert page.evaluate("getComputedStyle(document.querySelector('main table')).display") == "block"
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node.get("ignored") and "role" in node]
    assert roles.count("table") == page.locator("main table:visible").count() > 1
    assert roles.count("row") == page.locator("main tr:visible").count()
    assert roles.count("rowheader") >= roles.count("row") - 2 * roles.count("table") > 0
    assert roles.count("cell") > roles.count("row")


@pytest.mark.parametrize("wide", [1280, 640])
def test_text_twice_as_large_still_fits(opened: Any, wide: int) -> None:
    page = opened("bad", wide)
    unfold(page)
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "34px"
    assert page.evaluate("document.documentElement.scrollWidth") <= wide


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_first_screen_says_what_was_found_and_on_what_it_rests(opened: Any, name: str) -> None:
    page = opened(name)
    for selector in (".headline", ".first ul li", ".first svg"):
        assert box(page, selector)["y"] < HIGH, selector


def test_no_letter_on_the_first_sheet_is_larger_than_the_verdict(opened: Any) -> None:
    sizes = opened("bad").evaluate(
        """() => [...document.querySelectorAll('.first *, header *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .map(e => [parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement ? e.ownerSVGElement.getBoundingClientRect().width / e.ownerSVGElement.viewBox.baseVal.width : 1), e.closest('p')?.className ?? ''])"""
    )
    largest = max(size for size, _ in sizes)
    assert [name for size, name in sizes if size == largest] == ["headline"]


def test_the_keyboard_reaches_every_part_in_the_order_of_the_page_and_shows_where_it_is(opened: Any) -> None:
    page = opened("bad")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert box(page, ".skip")["x"] >= 0
    places, ends, order = [], 0, []
    page.evaluate("[...document.querySelectorAll('*')].forEach((e, n) => { e.place = n })")
    walk = """() => { const e = document.activeElement, s = getComputedStyle(e);
      return {name: e.tagName, at: e.place, ring: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2,
        says: e.textContent.trim(), seen: e.checkVisibility({contentVisibilityAuto: true}) }; }"""
    while ends < 400:
        ends += 1
        page.keyboard.press("Tab")
        here = page.evaluate(walk)
        if here["name"] in ("BODY", "HTML"):
            break
        assert here["ring"], f"no ring on {here['says']}"
        assert here["seen"], f"hidden: {here['says']}"
        assert here["says"]
        order.append(here["at"])
        places.append(here["name"])
    assert order == sorted(order)
    assert len(order) == len(set(order))
    assert places.count("SUMMARY") == 1
    assert places.count("A") > 10
    assert ends < 400


def test_the_lines_open_by_key_and_by_a_link_to_one(opened: Any) -> None:
    page = opened("full")
    lines = page.locator("section[aria-labelledby=lines] details")
    lines.locator("> summary").focus()
    page.keyboard.press("Enter")
    assert lines.evaluate("d => d.open")
    page = opened("full")
    link = page.locator("a[href^='#line-']").first
    target = page.locator(link.get_attribute("href"))
    assert not target.is_visible()
    link.click()
    page.wait_for_timeout(100)
    assert target.is_visible()
    assert 0 <= target.bounding_box()["y"] < HIGH


def test_nothing_but_the_one_style_sheet_may_act(browser: Any, pages: Pages, tmp_path: Path) -> None:
    """The policy is no decoration: a script, a picture and a second style that somebody smuggles in do nothing."""
    spoilt = tmp_path / "spoilt.html"
    text = pages["minimal"].read_text(encoding="utf-8")
    spoilt.write_text(
        text.replace(
            "<main",
            "<script>document.title = 'run'</script><style>h1 { color: red }</style><main style='color: red'",
            1,
        ),
        encoding="utf-8",
    )
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(spoilt.as_uri())
    assert page.title() != "run"
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 0, 0)"
    assert page.evaluate("getComputedStyle(document.querySelector('main')).color") != "rgb(255, 0, 0)"
    assert page.evaluate("getComputedStyle(document.querySelector('.first')).borderTopStyle") == "solid", (
        "our own style does not act"
    )
    assert len(refused) >= 3
    page.close()


# --- on paper --------------------------------------------------------------------------------------


@cache
def words_of(pdf: bytes) -> tuple[str, ...]:
    """The text of a PDF, page by page."""
    return tuple(
        " ".join(normalize("NFKC", page.extract_text()).split()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages
    )


@pytest.fixture(scope="module")
def printed(browser: Any, pages: Pages) -> Any:
    @cache
    def print_page(name: str) -> bytes:
        page = browser.new_page()
        page.goto(pages[name].as_uri())
        made: bytes = page.pdf(prefer_css_page_size=True, print_background=False)
        page.close()
        return made

    return print_page


MOST_PAGES = {"sheet": 1, "talk": 6, "full": 20}


@pytest.mark.parametrize("layer", MOST_PAGES)
@pytest.mark.parametrize("name", [*EXAMPLES, "application"])
def test_a_layer_is_printed_on_no_more_pages_than_it_may(printed: Any, name: str, layer: str) -> None:
    found = pypdf.PdfReader(io.BytesIO(printed(f"{name}-in-{layer}"))).pages
    assert 0 < len(found) <= MOST_PAGES[layer]
    # A page on which nothing is shown is wasted; what its words are takes much longer to find out.
    assert all(re.search(rb"T[jJ]\b", page.get_contents().get_data()) for page in found)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_first_sheet_holds_what_it_promises_and_nothing_else(printed: Any, name: str) -> None:
    first = words_of(printed(name))[0]
    for title in ("What it rests on", "How much power is shared", "What to do first", "What decides most"):
        assert title in first
    assert "What stands" not in first
    assert audit(name).verdict.title.split(":")[0] in first


def test_on_paper_there_is_room_to_write_and_what_is_folded_is_left_out(printed: Any) -> None:
    found = " ".join(words_of(printed("bad")))
    assert "What to talk over" in found
    assert "By when" in found
    # The first sheet says that the lines which decided stand below: their numbers do.
    assert "The lines of the file" not in found.replace("The lines of the file that decided", "")


# --- checkers that are not in Python: run where they are found ------------------------------------


def checker(*names: str) -> str:
    found = next(
        (path for name in names if (path := shutil.which(name) or os.environ.get(name.upper().replace("-", "_")))), None
    )
    if found is None:
        pytest.skip(f"{names[0]} is not installed: npm install {names[0]}, and put it on the path")
    return found


@pytest.mark.parametrize("name", [*EXAMPLES, "two"])
def test_html_validate_finds_no_error(pages: Pages, name: str, tmp_path: Path) -> None:
    tool = checker("html-validate")
    (tmp_path / ".htmlvalidate.json").write_text(
        '{"root": true, "extends": ["html-validate:standard", "html-validate:a11y"], "rules": {"no-redundant-role": "off", "prefer-native-element": "off", "long-title": "off"}}',
        encoding="utf-8",
    )
    shutil.copy(pages[name], tmp_path / "page.html")
    found = subprocess.run(
        [tool, "--formatter=text", "page.html"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert found.returncode == 0, found.stdout[:3000]


@pytest.mark.parametrize("name", [*EXAMPLES, "hostile", "two"])
def test_the_nu_checker_finds_no_error(pages: Pages, name: str) -> None:
    tool = checker("vnu")
    found = subprocess.run([tool, "--errors-only", str(pages[name])], capture_output=True, text=True, check=False)
    assert found.returncode == 0, found.stderr[:3000]
