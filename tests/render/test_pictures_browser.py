"""The pictures in a real browser: every word within its picture, none on another, and large enough to read."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from support import ROOT, shipped

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import charts
from involve_audit.render.charts import svg as drawing

if TYPE_CHECKING:
    from collections.abc import Iterator

FILES = (
    "examples/full", "examples/bad", "examples/application", "examples/minimal", "examples/freshstart-before-2020", "examples/autspaces",
    "tests/room_public/forty.yaml", "tests/room_public/eight.yaml",
)  # fmt: skip
MEASURE = """() => [...document.querySelectorAll('svg')].map(svg => {
  const box = svg.getBoundingClientRect(), scale = box.width / svg.viewBox.baseVal.width;
  const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => {
    const r = t.getBoundingClientRect();
    return {says: t.textContent, left: r.left - box.left, right: r.right - box.left, top: r.top - box.top, bottom: r.bottom - box.top,
      size: parseFloat(getComputedStyle(t).fontSize) * scale, fill: getComputedStyle(t).fill};
  });
  return {name: svg.getAttribute('aria-label'), wide: box.width, high: box.height, texts};
})"""


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    opened = browser.new_page()
    yield opened
    opened.close()


def drawn() -> list[charts.Picture]:
    found = []
    for name in FILES:
        path = ROOT / (name if name.endswith(".yaml") else f"{name}/project.yaml")
        found += charts.of(
            audit_document(read(path.read_bytes(), path.name), shipped(), dt.date(2026, 11, 25), steps=False)
        )
    return found


def measured(page: Any, wide: int, body: str, scheme: str = "light") -> list[dict[str, Any]]:
    page.set_viewport_size({"width": wide, "height": 600})
    page.emulate_media(color_scheme=scheme)
    style = f"{drawing.ALONE.replace('svg {', 'body {')} {drawing.STYLE} .picture {{ display: block; width: 100%; }}"
    page.set_content(f"<!doctype html><meta charset=utf-8><style>body {{ margin: 0 }} {style}</style><body>{body}")
    return list(page.evaluate(MEASURE))


def test_every_word_stands_within_its_picture_on_no_other_and_large_enough(page: Any) -> None:
    wrong = []
    for picture in measured(page, 320, "".join(p.inline() for p in drawn())):
        for n, text in enumerate(picture["texts"]):
            where = f"{picture['name']}: {text['says']}"
            if text["size"] < 12:
                wrong.append(f"{where}: {text['size']} pixels high")
            if not (text["left"] >= -1 and text["right"] <= picture["wide"] + 1):
                wrong.append(f"{where}: from {text['left']} to {text['right']}")
            if not (text["top"] >= -2 and text["bottom"] <= picture["high"] + 1):
                wrong.append(f"{where}: down to {text['bottom']} of {picture['high']}")
            for other in picture["texts"][n + 1 :]:
                across = min(text["right"], other["right"]) - max(text["left"], other["left"])
                down = min(text["bottom"], other["bottom"]) - max(text["top"], other["top"])
                # The box of a line reaches above and below its letters by some pixels.
                if across > 1 and down > 5:
                    wrong.append(f"{where}: on {other['says']}")
    assert not wrong, "\n".join(wrong)


def test_a_picture_follows_the_colours_of_the_dark(page: Any) -> None:
    one = drawn()[0].inline()
    light, dark = (measured(page, 360, one, scheme)[0]["texts"][0]["fill"] for scheme in ("light", "dark"))
    assert light == "rgb(36, 40, 45)"
    assert dark == "rgb(235, 232, 226)"


def test_a_file_of_its_own_opens_as_a_picture(page: Any, tmp_path: Any) -> None:
    for n, picture in enumerate(drawn()[:6]):
        path = tmp_path / f"{n}.svg"
        path.write_text(picture.alone(), encoding="utf-8")
        page.goto(path.as_uri())
        found = page.evaluate(MEASURE)[0]
        assert found["name"] == picture.title
        assert all(
            t["left"] >= -1 and t["right"] <= found["wide"] + 1 and t["bottom"] <= found["high"] + 1
            for t in found["texts"]
        )
