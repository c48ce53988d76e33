"""Pages that set things side by side, in a real browser: many projects, two dates, and the course over many versions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from looking_back.pairs_of_files import AFTER, BEFORE
from support import ROOT, shipped

from involve_audit.compare import Commit, SideRead, compare_documents, course
from involve_audit.load import read
from involve_audit.policy.conditions import PolicyOptions
from involve_audit.portfolio import table_page
from involve_audit.portfolio.rows import Unread, row_judged
from involve_audit.portfolio.titles import titles_of
from involve_audit.portfolio.totals import Totals
from involve_audit.render.comparison import render

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 11, 1)
LONG = "Who decides about rest? " * 8 + "Donaudampfschifffahrtsgesellschaft" * 4
HOSTILE = f"{LONG} <script>document.title = 'run'</script> \"><svg onload='alert(1)'> 研究を一緒に مشروع 🫁"


def portfolio() -> str:
    """The examples that differ most, a title that is too long, and a file that cannot be read."""
    rows = [
        row_judged(
            read((ROOT / f"examples/{name}/project.yaml").read_bytes(), f"{name}.yaml"), shipped(), DAY, PolicyOptions()
        )
        for name in ("application", "bad", "full", "minimal")
    ]
    found = [
        *rows,
        replace(rows[1], title=HOSTILE, file=LONG.replace(" ", "-"), missing=(HOSTILE,)),
        Unread("x.yaml", HOSTILE),
    ]
    across = Totals()
    for row in found:
        across.add(row)
    return "".join(table_page.html(found, across, titles_of(shipped(), PolicyOptions()), DAY.isoformat()))


def planned(what: str, *, later: bool = False) -> bytes:
    """A project with two promises; later, one is done and one is gone."""
    design = (
        "{role: consulted, status: done, when: 2025-06}"
        if later
        else "{role: decided together, status: planned, when: 2025-06}"
    )
    plan = "" if later else "care: {plan: {status: planned, when: 2025-03}}\n"
    return f"format: 1\nproject: {{title: {what!r}, phase: running}}\nstages: {{design: {design}}}\n{plan}".encode()


def comparison(what: str) -> str:
    before, after = (read(planned(what, later=later), "project.yaml") for later in (False, True))
    return render("html", compare_documents(SideRead(before, BEFORE), SideRead(after, AFTER), shipped()))


def course_of(texts: list[bytes | None]) -> str:
    commits = [
        Commit(f"{n:012x}", dt.date(2024 + n // 12, n % 12 + 1, 1), "project.yaml", text)
        for n, text in enumerate(texts)
    ]
    return render("html", course("project.yaml", commits, shipped(), AFTER, ()))


MADE = {
    "portfolio": portfolio,
    "compare": lambda: comparison("Home sooner"),
    "compare-hostile": lambda: comparison(LONG),
    "history": lambda: course_of(
        [planned("Home sooner"), b"not: [yaml", planned(LONG), None, *[planned(LONG, later=True)] * 36]
    ),
    "history-of-one": lambda: course_of([b"format: 1\nproject: {title: A walk}\n"]),
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("side-by-side")
    places = {name: folder / f"{name}.html" for name in MADE}
    for name, place in places.items():
        place.write_text(MADE[name](), encoding="utf-8")
    return places


@pytest.mark.parametrize("name", ["portfolio", "compare", "history"])
@pytest.mark.parametrize(("wide", "scheme"), [(1280, "light"), (400, "dark")])
def test_axe_finds_nothing(opened: Any, axe: str, name: str, wide: int, scheme: str) -> None:
    page = opened(name, wide, scheme)
    page.evaluate(axe)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations'], selectors: false})")
    assert not [(v["id"], [node["html"][:200] for node in v["nodes"][:3]]) for v in found["violations"]]
    # It looked at the colours too: a checker that skipped them would find nothing either.
    assert [p for p in found["passes"] if p["id"] == "color-contrast"]


@pytest.mark.parametrize("name", MADE)
def test_no_page_has_to_be_scrolled_sideways(opened: Any, name: str) -> None:
    page = opened(name, 400)
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.set_viewport_size({"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 1280


def test_on_a_narrow_screen_each_cell_of_many_projects_says_of_what_it_speaks(opened: Any) -> None:
    page = opened("portfolio", 400)
    assert page.evaluate("(w => w.scrollWidth <= w.clientWidth)(document.querySelector('.wide'))")
    said = page.evaluate("""[...document.querySelectorAll('.map tbody:first-of-type tr:first-child td')]
        .map(cell => getComputedStyle(cell, '::before').content)""")
    titles = [f"{name}:" for name in table_page.HEADS[1:]]
    assert [text.split('"')[1].strip() for text in said] == titles
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node.get("ignored") and "role" in node]
    assert roles.count("table") == page.locator("table").count()
    assert roles.count("row") == page.locator("tr").count()


def _rows(page: Any) -> list[str]:
    return page.evaluate(
        """[...document.querySelectorAll('.map tbody')].filter(b => !b.hidden).map(b => b.querySelector('th').firstChild.textContent.trim())"""
    )


def _announced(page: Any) -> str:
    return page.evaluate("document.getElementById('shown').textContent")


def test_many_projects_are_sorted_by_a_press_on_a_head_and_never_by_verdict_or_policy(opened: Any) -> None:
    page = opened("portfolio")
    given = _rows(page)
    assert (
        "5 of 5 projects shown, and 1 that could not be audited, in the order in which they were given."
        in _announced(page)
    )
    heads = page.locator(".map thead th")
    sortable = [h.inner_text().split("\n")[0].strip() for h in heads.all() if h.get_attribute("aria-sort")]
    assert sortable == ["Project", "Reference", "Phase", *table_page.COLUMNS]
    page.get_by_role("button", name="Phase").focus()
    page.keyboard.press("Enter")
    assert heads.nth(2).get_attribute("aria-sort") == "ascending"
    assert "sorted by Phase, ascending" in _announced(page)
    phases = page.evaluate("""[...document.querySelectorAll('.map tbody:not(.unread)')].map(b => b.dataset.phase)""")
    assert phases == sorted(phases)
    # What could not be audited stays in sight, at the end.
    assert _rows(page)[-1] == "x.yaml"
    page.get_by_role("button", name="Budget for involvement").click()
    assert heads.nth(2).get_attribute("aria-sort") == "none"
    amounts = page.evaluate(
        """[...document.querySelectorAll('.map td[data-number]')].map(c => Number(c.dataset.number))"""
    )
    assert len(amounts) > 2
    assert amounts == sorted(amounts)
    for _ in range(2):
        page.get_by_role("button", name="Budget for involvement").click()
    assert _rows(page) == given
    assert not page.locator(".map th[aria-sort]:not([aria-sort='none'])").count()


def test_many_projects_are_filtered_and_nothing_that_was_handed_in_vanishes(opened: Any) -> None:
    page = opened("portfolio")
    given = _rows(page)
    page.get_by_label("Title, reference or file").fill("sf-2023")
    assert _rows(page) == [r for r in given if r.startswith("Room to Breathe")] + ["x.yaml"]
    assert "1 of 5 projects shown, and 1 that could not be audited" in _announced(page)
    assert page.locator("#shown").get_attribute("role") == "status"
    page.get_by_label("Title, reference or file").fill("no such title")
    assert _rows(page) == ["x.yaml"]
    page.get_by_role("button", name="Show all, in the order given").click()
    assert _rows(page) == given
    page.get_by_label("Pay").select_option("planned for all")
    assert "1 of 5" in _announced(page)
    # On paper it is said, too, what is shown.
    page.emulate_media(media="print")
    assert page.locator("#shown").is_visible()
    assert not page.locator("#tools").is_visible()
    assert page.locator(".map thead th").first.inner_text().strip() == "Project"


def test_without_a_script_the_table_is_whole(browser: Any, pages: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pages["portfolio"].as_uri())
    assert page.locator(".map tbody").count() == 6
    assert not page.locator("#tools").is_visible()
    assert page.locator(".map thead th").first.inner_text().strip() == "Project"
    context.close()


def test_heads_and_names_of_many_projects_stay_in_sight_and_the_keyboard_scrolls(opened: Any) -> None:
    page = opened("portfolio", 800)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(12):  # past what finds and filters
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "wide":
            break
    assert page.evaluate("document.activeElement.className") == "wide"
    assert page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)") >= 2
    page.evaluate("document.activeElement.scrollTo(300, 400)")
    inside = """selector => { const w = document.querySelector('.wide').getBoundingClientRect(), e = document.querySelector(selector).getBoundingClientRect();
        return [Math.round(e.x - w.x), Math.round(e.y - w.y)]; }"""
    assert page.evaluate("document.querySelector('.wide').scrollLeft") == 300
    assert page.evaluate(inside, "thead th:first-child") == [1, 1]
    assert page.evaluate(inside, "thead th:nth-child(5)")[1] == 1
    assert page.evaluate(inside, "tbody:nth-of-type(3) th")[0] == 1


@pytest.mark.parametrize("name", ["portfolio", "compare", "history"])
def test_on_paper_heads_are_repeated_and_nothing_is_cut_off(opened: Any, name: str) -> None:
    page = opened(name, 1000)
    page.emulate_media(media="print")
    for head in page.locator("thead").all():
        assert head.evaluate("e => getComputedStyle(e).display") == "table-header-group"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1000
    assert page.evaluate(
        "[...document.querySelectorAll('.wide')].every(w => getComputedStyle(w).overflow === 'visible')"
    )
    # A note is no larger than what it belongs to.
    sizes = page.evaluate(
        "[...document.querySelectorAll('.soft, .small, p.minor, figcaption')].map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert max(sizes) <= page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
