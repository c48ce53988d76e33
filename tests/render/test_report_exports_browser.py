"""The pages of the exports in a real browser: axe finds nothing, and nothing is wider than a telephone."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from support import ROOT, shipped

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import FORMATS, render

if TYPE_CHECKING:
    pass

KINDS = tuple(name for name, kind in FORMATS.items() if kind.export)


@pytest.fixture(scope="module")
def pages(tmp_path_factory) -> dict[str, str]:
    path = "examples/full/project.yaml"
    found = audit_document(
        read((ROOT / path).read_bytes(), path), shipped(), dt.date(2026, 11, 23), steps=False, exports=True
    )
    folder = tmp_path_factory.mktemp("exports")
    places = {}
    for kind in KINDS:
        file = folder / f"{kind}.html"
        file.write_text(render(kind, [found], ending=".html"), encoding="utf-8")
        places[kind] = file.as_uri()
    return places


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_axe_finds_nothing_and_nothing_is_too_wide(browser, axe, pages, width, scheme):
    # The page allows no script; axe may come in all the same.
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    asked = 0
    for n, (kind, place) in enumerate(pages.items()):
        page = context.new_page()
        trouble: list[str] = []
        page.on("console", lambda m, t=trouble: t.append(m.text) if m.type == "error" else None)
        page.on("request", lambda r, t=trouble: t.append(r.url) if not r.url.startswith("file:") else None)
        page.goto(place)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, kind
        # It takes axe as long as all the rest: every page in either width and in either scheme, and every width in either scheme.
        if ((width == 1280) == (scheme == "light")) == (n % 2 == 0):
            asked += 1
            page.evaluate(axe)
            found = page.evaluate("axe.run(document, {resultTypes: ['violations'], selectors: false})")
            assert not [(v["id"], v["nodes"][0]["html"][:120]) for v in found["violations"]], kind
            # It looked at the colours too: a checker that skipped them would find nothing either.
            assert [p for p in found["passes"] if p["id"] == "color-contrast"]
        assert not trouble
        page.close()
    assert asked >= len(pages) // 2
    context.close()


def test_printed_pages_hold_all_rows(browser, pages):
    context = browser.new_context()
    page = context.new_page()
    page.goto(pages["gripp2"])
    page.emulate_media(media="print")
    heads = page.locator("th[scope=row]")
    assert heads.count() == 5
    assert all(heads.nth(n).is_visible() for n in range(5))
    assert page.pdf().startswith(b"%PDF")
    context.close()
