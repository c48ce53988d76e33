"""Whole reports of three examples, in every format, as files that people can read and review.

`pytest --update-golden` writes them again; read the difference before you commit it.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from support import ROOT, rows, shipped

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import FORMATS, render, reports

DAY = dt.date(2026, 11, 23)
GOLDEN = ("full", "freshstart-before-2020", "involve-audit")


@cache
def audit(name, again=False):
    """An example as it is judged; `again`, as it is judged a second time."""
    path = f"examples/{name}/project.yaml"
    # The tests judge the same text once, and a comment at its end makes another of it.
    data = (ROOT / path).read_bytes() + b"# again\n" * again
    return audit_document(read(data, path), shipped(), DAY, exports=True)


@pytest.mark.parametrize("kind", reports())
@pytest.mark.parametrize("name", GOLDEN)
def test_the_report_is_as_committed(name, kind, request):
    path = ROOT / "examples" / name / f"report{FORMATS[kind].endings[0]}"
    text = render(kind, [audit(name)])
    assert text == render(kind, [audit(name, again=True)]), "two runs differ"
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text, (
        f"{path.name} of {name} has changed; run pytest --update-golden and read it"
    )


@pytest.mark.parametrize("ending", [".md", ".html"])
@pytest.mark.parametrize("kind", [name for name, kind in FORMATS.items() if kind.export])
@pytest.mark.parametrize("name", ["full", "application"])
def test_the_export_is_as_committed(name, kind, ending, request):
    path = ROOT / "examples" / name / f"{kind}{ending}"
    text = render(kind, [audit(name)], ending=ending)
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8", newline="\n")
    assert path.read_text(encoding="utf-8") == text, (
        f"{path.name} of {name} has changed; run pytest --update-golden and read it"
    )


@pytest.mark.parametrize("name", sorted(p.parent.name for p in (ROOT / "examples").glob("*/project.yaml")))
def test_every_example_says_what_every_report_must_say(name):
    found = audit(name)
    for kind in reports():
        text = " ".join(render(kind, [found]).split())
        for wanted in (found.rubric.version, found.date[:4], found.rubric.sha256[:12]):
            assert wanted in text, (kind, wanted)
        if found.project.stamp:
            assert "not an assessment of the project" in text, kind


# What was published about the six cases, in five bands: 1 nobody involved, information, tokenism or broken
# trust; 2 consultation; 3 involvement; 4 collaboration or co-production; 5 led.
BAND = {
    "nobody involved": 1, "information": 1, "tokenism": 1, "broken trust": 1, "consultation": 2, "involvement": 3,
    "working partnership": 4, "genuine partnership": 4, "led by lived experience": 5,
}  # fmt: skip
PUBLISHED = {
    "freshstart-before-2020": {1, 2},
    "freshstart-after-2020": {3, 4},
    "scotland-sds-2013": {2},
    "autspaces": {3, 4},
    "dsni-1984": {1, 2},
    "dementia-enquirers": {5},
}


@rows("name", PUBLISHED)
def test_published_cases_come_out_as_they_were_judged(name):
    assert BAND[audit(name).verdict.id] in PUBLISHED[name]


def test_after_the_pause_comes_out_above_before():
    assert BAND[audit("freshstart-after-2020").verdict.id] > BAND[audit("freshstart-before-2020").verdict.id]


def test_the_label_is_judged_apart():
    """Overclaims fire where they were admitted or found by others, and stay quiet elsewhere."""
    assert audit("freshstart-before-2020").label.state == "overclaimed"
    assert audit("bad").label.state == "overclaimed"
    for name in PUBLISHED.keys() - {"freshstart-before-2020"}:
        assert audit(name).label.state != "overclaimed", name


def test_the_application_promises_with_dates_and_money():
    found = audit("application")
    assert found.verdict.says == "Promises co-production, with dates and money."
    assert found.label.state == "fits"
    assert "Before the bid is handed in" in found.questions[0].asks


def test_the_honest_consultation_is_not_shamed():
    found = audit("scotland-sds-2013")
    assert found.label.state in ("fits", "modest")
    assert not [g for g in found.gates if g.state == "holds" and g.fails]
    assert found.honesty.state != "not honest"
