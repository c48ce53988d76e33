"""The text of an application as Word, and in the boxes of a form: nothing is cut, nothing gets lost, and what is too long is said."""

from __future__ import annotations

import io

import pytest
from support import ROOT

from involve_audit.policy.boxes_file import sections

PROJECT = ROOT / "examples" / "application" / "project.yaml"
FORM = """boxes: 1
title: A made-up form
source: made up for this test
read: 2026-11
form:
  - {title: Involvement so far, words: 40, holds: [purpose, so-far]}
  - {title: Plans, words: 5000, holds: [plans, lead]}
  - {title: Anything else, holds: costs}
"""


@pytest.fixture
def form(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "form.yaml").write_text(FORM)
    return tmp_path


def word(path):
    docx = pytest.importorskip("docx")
    return docx.Document(io.BytesIO(path.read_bytes()))


def test_the_text_is_written_as_word(run, form):
    done = run("report", PROJECT, "--format", "application", "-o", "a.docx", "-o", "a.md", "--date", "2026-11-23")
    assert done.code == 0, done.err
    made = word(form / "a.docx")
    text = "\n".join(p.text for p in made.paragraphs)
    assert "Costs and pay" in [p.text for p in made.paragraphs if p.style.name.startswith("Heading")]
    assert "It is offered to all." in text
    run("report", PROJECT, "--format", "application", "-o", "b.docx", "--date", "2026-11-23")
    assert (form / "a.docx").read_bytes() == (form / "b.docx").read_bytes()


def test_boxes_hold_every_section_once_and_say_how_long_they_are(run, form):
    done = run(
        "report",
        PROJECT,
        "--format",
        "application",
        "--boxes",
        "form.yaml",
        "-o",
        "a.docx",
        "-o",
        "a.md",
        "--date",
        "2026-11-23",
    )
    assert done.code == 0
    # 63 and 11 words, as the text without boxes counts them.
    assert "Involvement so far: 74 of 40 words: 34 too many" in done.err
    assert "Plans:" not in done.err
    text = (form / "a.md").read_text(encoding="utf-8")
    assert "### Involvement so far\n\n**74 of 40 words: 34 too many**" in text
    assert "### Anything else\n\n**121 words; no limit is given**" in text
    assert text.index("### In no box of the form") < text.index("#### Access, support and care")
    assert "made up for this test" in text
    whole = run("check", PROJECT, "--format", "application", "--date", "2026-11-23").out
    for line in whole.splitlines():
        if line.startswith(("**Payment", "**Support", "\\[not told", "- Time")):
            assert line in text, line
    headings = [p.text for p in word(form / "a.docx").paragraphs if p.style.name.startswith("Heading")]
    assert len(headings) == len(set(headings)) >= 8


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("holds: [purpose, so-far]", "holds: [purpos]"), "form.yaml:6:"),
        (("holds: [purpose, so-far]", "holds: [purpos]"), "did you mean 'purpose'?"),
        (("holds: costs", "holds: plans"), "stands in the box 'Plans' already"),
        (("words: 40", "words: about 40"), "is no limit"),
        (("words: 40", "words: 0"), "is no limit"),
        (("source: made up for this test\n", ""), "'source' is missing"),
        (("boxes: 1", "policy: 1"), "a policy file"),
    ],
)
def test_a_form_with_a_slip_is_an_error_with_its_line(run, form, change, says):
    (form / "form.yaml").write_text(FORM.replace(*change))
    done = run("report", PROJECT, "--format", "application", "--boxes", "form.yaml", "-o", "a.md")
    assert done.code == 2
    assert says in done.err
    assert not (form / "a.md").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["-o", "a.md", "--boxes", "form.yaml"], "--format application"),
        (["--format", "application", "-o", "a.html", "--boxes", "form.yaml"], ".docx or .md"),
        (["--format", "application", "-o", "a.md", "--boxes", "none.yaml"], "none.yaml"),
        (["--format", "application", "-o", "form.yaml", "--boxes", "form.yaml"], "form.yaml"),
        (["--format", "gripp2", "-o", "a.docx"], "page or as Markdown"),
    ],
)
def test_what_cannot_be_is_said(run, form, arguments, says):
    done = run("report", PROJECT, *arguments)
    assert done.code == 2
    assert says in done.err


def test_the_sections_have_names():
    assert {"purpose", "so-far", "plans", "costs", "lead", "review"} <= set(sections())
