"""The contributors' edition in a real browser: large, narrow, dark, on paper, and for those who cannot see it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from own_words import EXAMPLES, example

from involve_audit.render import plain_language

LARGE = 18
"""In CSS pixels: what large print begins with here."""

SIZES = """() => [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .map(e => parseFloat(getComputedStyle(e).fontSize))"""

# Relative luminance and contrast as in WCAG 2.2; the ground of an element is that of the nearest one that has a colour.
CONTRAST = """() => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = c => { const [r, g, b] = parts(c).map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if ((parts(c)[3] ?? 1) > 0) return c; } return 'rgb(255, 255, 255)'; };
  return Math.min(...[...document.querySelectorAll('main *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())).map(e => {
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    return (a + .05) / (b + .05);
  }));
}"""


@pytest.fixture(scope="module")
def page(browser):
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.set_content(plain_language.PAPER.html([example("full")]))
    opened.asked = asked
    yield opened
    opened.close()


def test_it_is_large_and_the_lines_are_short(page):
    assert min(page.evaluate(SIZES)) >= LARGE
    assert page.evaluate("document.querySelector('main p').clientWidth") <= 700


@pytest.mark.parametrize("width", [320, 400])
def test_it_needs_no_scrolling_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert min(page.evaluate(SIZES)) >= LARGE
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_can_be_read_by_day_and_by_night(page, scheme):
    page.emulate_media(color_scheme=scheme)
    assert page.evaluate(CONTRAST) >= 7
    page.emulate_media(color_scheme="light")


def test_on_paper_it_is_large_too(page):
    page.emulate_media(media="print")
    assert min(page.evaluate(SIZES)) >= LARGE
    page.emulate_media(media="screen")


def test_headings_go_down_one_at_a_time_and_there_is_one_title(page):
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => Number(h.tagName[1]))")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert page.title() == page.inner_text("h1")


def test_nothing_is_fetched_and_no_script_is_there(page):
    assert page.asked == []
    assert page.evaluate("document.scripts.length") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser, axe, scheme):
    opened = browser.new_page(viewport={"width": 400, "height": 800}, color_scheme=scheme, bypass_csp=True)
    opened.set_content(plain_language.PAPER.html([example("full")]))
    opened.evaluate(axe)
    found = opened.evaluate("axe.run(document, {resultTypes: ['violations'], selectors: false})")
    assert [(v["id"], [n["html"] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    opened.close()


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_at_most_eight_screens_of_a_phone(browser, name):
    opened = browser.new_page(viewport={"width": 400, "height": 800})
    opened.set_content(plain_language.PAPER.html([example(name)]))
    assert opened.evaluate("document.documentElement.scrollHeight") <= 8 * 800
    opened.close()
