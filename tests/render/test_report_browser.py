"""The page in a real browser: axe-core, contrast, keyboard, narrow screens, large text, print, and what its policy stops."""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    several = {"hostile": lambda: [hostile()], "two": lambda: [audit("minimal"), audit("bad")]}
    return html.render(several.get(name, lambda: [audit(name)])())


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


# Every width with every scheme, and every example at both; axe reads each of some 4,700 elements, which takes its time.
LOOKS = (
    ("full", 1280, "light"), ("full", 400, "dark"), ("bad", 1280, "dark"), ("bad", 400, "light"), ("minimal", 1280, "dark"),
    ("minimal", 400, "dark"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "wide", "scheme"), LOOKS)
def test_axe_finds_nothing_with_everything_unfolded(opened: Any, axe: Any, name: str, wide: int, scheme: str) -> None:
    page = opened(name, wide, scheme)
    unfold(page)
    found = axe.run(page, options=AXE_QUICKLY).response
    assert not [(v["id"], [node["html"][:200] for node in v["nodes"][:3]]) for v in found["violations"]]
    # It looked at the colours too: a checker that skipped them would find nothing either.
    assert [p for p in found["passes"] if p["id"] == "color-contrast"]


@pytest.mark.parametrize("name", [*EXAMPLES, "hostile"])
@pytest.mark.parametrize("wide", [1280, 400, 320])
def test_nothing_has_to_be_scrolled_sideways(opened: Any, name: str, wide: int) -> None:
    page = opened(name, wide)
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= wide


def test_a_table_stays_a_table_to_a_screen_reader_where_it_is_laid_out_as_blocks(opened: Any) -> None:
    page = opened("bad", 400)
    unfold(page)
    assert page.evaluate("getComputedStyle(document.querySelector('main table')).display") == "block"
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node.get("ignored") and "role" in node]
    assert roles.count("table") == page.locator("main table:visible").count() > 5
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
def test_the_first_screen_says_what_was_found_what_is_not_known_and_what_to_do(opened: Any, name: str) -> None:
    page = opened(name)
    for selector in (".lead", ".beside", ".told", ".rungs h3", ".nine svg", ".do h3", ".do li"):
        assert box(page, selector)["y"] < HIGH, selector
    told, rungs = box(page, ".told"), box(page, ".rungs svg")
    assert told["y"] + told["height"] <= HIGH
    assert rungs["y"] + rungs["height"] <= HIGH


def test_no_letter_on_the_first_screen_is_larger_than_the_verdict(opened: Any) -> None:
    sizes = opened("bad").evaluate(
        """() => [...document.querySelectorAll('.glance *, header *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
        .map(e => [parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement ? e.ownerSVGElement.getBoundingClientRect().width / e.ownerSVGElement.viewBox.baseVal.width : 1), e.className])"""
    )
    largest = max(size for size, _ in sizes)
    assert [name for size, name in sizes if size == largest] == ["lead"]


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
    assert places.count("SUMMARY") >= len(audit("bad").principles)
    assert ends < 400


def test_a_folded_finding_opens_by_key_and_by_its_link(opened: Any, pages: Pages) -> None:
    page = opened("full")
    first = page.locator("#findings ~ details").first
    first.locator("> summary").focus()
    page.keyboard.press("Enter")
    assert first.evaluate("d => d.open")
    last = audit("full").principles[-1].criteria[-1]
    page.goto(f"{pages['full'].as_uri()}#criterion-{last.id}")
    page.wait_for_timeout(100)
    target = page.locator(f"#criterion-{last.id}")
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
    assert page.evaluate("getComputedStyle(document.querySelector('.board')).borderTopStyle") == "solid", (
        "our own style does not act"
    )
    assert len(refused) >= 3
    page.close()


# --- on paper --------------------------------------------------------------------------------------


@cache
def words_of(pdf: bytes) -> tuple[str, ...]:
    """The text of a PDF, page by page."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed: apt-get install poppler-utils")
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return tuple(" ".join(page.split()) for page in run.stdout.decode("utf-8").split("\f")[:-1])


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


@pytest.mark.parametrize(("name", "most"), [("full", 40), ("bad", 40), ("minimal", 15)])
def test_the_printed_pages_are_as_few_as_measured_and_not_empty(printed: Any, name: str, most: int) -> None:
    found = words_of(printed(name))
    assert 4 < len(found) <= most
    assert all(page for page in found)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_first_sheet_holds_everything_at_a_glance(printed: Any, name: str) -> None:
    first = words_of(printed(name))[0]
    for title in (
        "What this rests on", "What is not told, and would matter", "How much power is shared", "The nine principles",
        "Gates that are not met, or not told", "What to do first",
    ):  # fmt: skip
        assert title in first
    assert "The verdict, and the words used" not in first
    assert audit(name).verdict.title.split(":")[0] in first


def test_on_paper_the_findings_are_open_and_what_nobody_told_is_one_line(printed: Any) -> None:
    bad, minimal = " ".join(words_of(printed("bad"))), " ".join(words_of(printed("minimal")))
    assert bad.count("What was seen") == len(re.findall("What was seen", pages_text("bad")))
    assert bad.count("What was seen") > 30
    assert minimal.count("What was seen") == 1
    for principle in audit("minimal").principles:
        for criterion in principle.criteria:
            assert " ".join(criterion.title.split()) in minimal


def test_the_questions_have_a_page_of_their_own_with_room_to_write(printed: Any) -> None:
    found = words_of(printed("minimal"))
    starts = [page for page in found if page.startswith("Questions to talk over")]
    assert len(starts) == 1
    assert any("What we will do" in page and "By when" in page for page in found)


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
