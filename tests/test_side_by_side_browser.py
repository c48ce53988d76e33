"""Pages that set things side by side, in a real browser: many projects, two dates, and the course over many versions."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from looking_back.pairs_of_files import AFTER, BEFORE
from support import ROOT, shipped

from involve_audit.assess import audit_document
from involve_audit.compare import Commit, Known, compare_documents, course
from involve_audit.load import read
from involve_audit.policy.conditions import PolicyOptions
from involve_audit.portfolio import show
from involve_audit.portfolio.rows import Unread, row_of
from involve_audit.portfolio.totals import Totals
from involve_audit.portfolio.words import titles_of
from involve_audit.render.comparison import render

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 11, 1)
LONG = "Who decides about rest? " * 8 + "Donaudampfschifffahrtsgesellschaft" * 4
HOSTILE = f"{LONG} <script>document.title = 'run'</script> \"><svg onload='alert(1)'> 研究を一緒に مشروع 🫁"


def portfolio() -> str:
    """The examples that differ most, a title that is too long, and a file that cannot be read."""
    audits = [
        audit_document(
            read((ROOT / f"examples/{name}/project.yaml").read_bytes(), f"{name}.yaml"), shipped(), DAY, steps=False
        )
        for name in ("application", "bad", "full", "minimal")
    ]
    rows = [row_of(audit) for audit in audits]
    found = [
        *rows,
        replace(rows[1], title=HOSTILE, file=LONG.replace(" ", "-"), missing=(HOSTILE,)),
        Unread("x.yaml", HOSTILE),
    ]
    across = Totals()
    for row in found:
        across.add(row)
    return "".join(show.html(found, across, titles_of(shipped(), PolicyOptions()), DAY.isoformat()))


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
    return render("html", compare_documents(Known(before, BEFORE), Known(after, AFTER), shipped()))


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
    titles = ["Verdict:", "Policy:", "Do the words fit?", *(f"{p.title}:" for p in shipped().rubric.principles)]
    assert [text.split('"')[1].strip() for text in said] == titles
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node["role"]["value"] for node in tree if not node.get("ignored") and "role" in node]
    assert roles.count("table") == page.locator("table").count()
    assert roles.count("row") == page.locator("tr").count()


def test_heads_and_names_of_many_projects_stay_in_sight_and_the_keyboard_scrolls(opened: Any) -> None:
    page = opened("portfolio", 800)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Tab")
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
        "[...document.querySelectorAll('.soft, .small')].map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert max(sizes) <= page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
