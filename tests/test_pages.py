"""Every page that is written: one style sheet, allowed by its hash, and nothing else that acts; one palette for all."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

import pytest
from support import ROOT

from involve_audit.__main__ import main
from involve_audit.render.charts import svg
from involve_audit.render.theme import hashed, palette

FULL = ROOT / "examples" / "full" / "project.yaml"
DAY = ("--date", "2026-11-01")
PRIVATE = "characteristic,category,count\nsex,Female,5\nsex,Male,3\n"
PROJECT = "format: 1\nproject: {title: A, phase: running}\nrooms: {panel: {contributors: 8, power: advises}}\n"
PAGES = {
    "report": ("report", FULL, *DAY),
    "edition": ("report", FULL, *DAY, "--edition", "contributors"),
    "meeting": ("report", FULL, *DAY, "--meeting"),
    "gripp2": ("report", FULL, *DAY, "--format", "gripp2"),
    "crosswalk": ("report", FULL, *DAY, "--format", "crosswalk"),
    "application": ("report", FULL, *DAY, "--format", "application"),
    "compare": ("compare", FULL, FULL, *DAY),
    "portfolio": ("portfolio", FULL, *DAY, "--report-only"),
    "questions": ("form", "--contributors"),
    "paper": ("form", "--paper"),
    "room": ("room", "private.csv", "--room", "panel", "--statistics", "--reference", "england_wales_2021"),
}


class Page(HTMLParser):
    """The elements of a page, and what stands in its style sheets and scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.within: dict[str, list[str]] = {"style": [], "script": []}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, {k: v or "" for k, v in attrs}))
        if tag in self.within:
            self.within[tag].append("")

    def handle_data(self, data):
        if self.cdata_elem in self.within:
            self.within[self.cdata_elem][-1] += data


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    (folder / "private.csv").write_text(PRIVATE, "utf-8")
    (folder / "project.yaml").write_text(PROJECT, "utf-8")

    @cache
    def written(name: str) -> str:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(folder)
            assert main([*map(str, PAGES[name]), "-o", f"{name}.html"]) == 0
        return (folder / f"{name}.html").read_text("utf-8")

    return written


@pytest.mark.parametrize("name", PAGES)
def test_the_one_style_sheet_acts_and_nothing_else(page, name):
    found = Page(page(name))
    (style,) = found.within["style"]
    policies = [
        n
        for n, (tag, attrs) in enumerate(found.elements)
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    ]
    assert len(policies) == 1
    assert policies[0] < next(n for n, (tag, _) in enumerate(found.elements) if tag in ("style", "title"))
    rules = dict(rule.split(" ", 1) for rule in found.elements[policies[0]][1]["content"].split("; "))
    assert rules.pop("style-src") == f"'{hashed(style)}'"
    code = [
        text for text in found.within["script"] if text.strip() and not text.lstrip().startswith("{")
    ]  # data is no script
    if code:
        assert rules.pop("script-src") == f"'{hashed(code[0])}'"
        assert len(code) == 1
    assert rules == {"default-src": "'none'", "base-uri": "'none'", "form-action": "'none'"}
    for tag, attrs in found.elements:
        assert not [k for k in attrs if k == "style" or k.startswith("on")], tag
        assert tag not in ("link", "base", "iframe", "object", "embed")
    assert "{{" not in style
    assert "@import" not in style
    assert "/*" not in style


OWN_COLOURS = {"edition", "meeting", "questions", "paper"}
"""Large type asks for more contrast, paper for none but black; a test of each looks at theirs."""


@pytest.mark.parametrize("name", [name for name in PAGES if name not in OWN_COLOURS])
def test_every_page_has_the_colours_of_all(page, name):
    (style,) = Page(page(name)).within["style"]
    assert palette() in style
    # Beside the palette no page says again what is in it, but for lines that carry more there than elsewhere.
    rest = style.replace(palette(), "")
    again = set(re.findall(r"--([a-z]+):", rest)) & set(re.findall(r"--([a-z]+):", palette()))
    assert again <= {"line"}


def test_a_picture_in_a_file_of_its_own_has_them_too():
    assert palette("svg") in svg.ALONE
