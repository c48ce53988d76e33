"""The meeting pack on paper and on a phone."""

from __future__ import annotations

import io

import pytest
from own_words import EXAMPLES, example
from test_meeting import long

from involve_audit.render import meeting

MOST_PAGES = 4


@pytest.fixture(scope="module")
def page(browser):
    opened = browser.new_page(viewport={"width": 400, "height": 800})
    yield opened
    opened.close()


@pytest.mark.parametrize("name", EXAMPLES)
def test_it_is_printed_on_four_pages_at_most(page, name):
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    page.set_content(meeting.PAPER.html([example(name)]))
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    assert len(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) <= MOST_PAGES


@pytest.mark.parametrize("name", ["full", "bad"])
def test_long_words_do_not_make_it_longer(page, name):
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed")
    page.set_content(meeting.PAPER.html([long(example(name))]))
    assert len(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) <= MOST_PAGES


def test_there_is_room_to_write_on_paper_and_nothing_is_fetched(page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(meeting.PAPER.html([example("full")]))
    page.emulate_media(media="print")
    heights = page.evaluate("[...document.querySelectorAll('td:empty')].map(e => e.getBoundingClientRect().height)")
    assert min(heights) >= 30
    assert asked == []
    assert page.evaluate("document.scripts.length") == 0
