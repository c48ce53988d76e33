"""The text of an application as Word, and in the boxes of a form: nothing is cut, nothing gets lost, and what is too long is said."""

from __future__ import annotations

import io
import re

import pytest
from support import ROOT

from involve_audit.load import read as read_yaml
from involve_audit.policy.boxes_file import load_boxes, sections

PROJECT = ROOT / "examples" / "application" / "project.yaml"
BOXES = sorted((ROOT / "examples" / "boxes").glob("*.yaml"))
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
        (("words: 40", "characters: 0"), "write how many characters"),
        (
            ("words: 40", "words: 40, limit: not known"),
            "form.yaml:6:44: form[0].limit: the limit is said to be not known",
        ),
        (("words: 40", "limit: 40"), "form.yaml:6:"),
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


def test_a_limit_may_be_in_characters_or_not_be_known(run, form):
    (form / "form.yaml").write_text(
        FORM.replace("words: 40", "words: 80, characters: 400")
        .replace("words: 5000", "limit: not known, source: another page, read: 2025-03, note: shared with others")
        .replace("holds: costs", "holds: title, characters: 70")
    )
    done = run(
        "report", PROJECT, "--format", "application", "--boxes", "form.yaml", "-o", "a.md", "--date", "2026-11-23"
    )
    assert done.code == 0
    text = (form / "a.md").read_text(encoding="utf-8")
    # Within its words, and not within its characters.
    assert "form, " not in text
    found = re.search(r"Involvement so far: 74 of 80 words; (\d+) of 400 characters: (\d+) too many", done.err)
    assert found
    assert int(found[1]) - 400 == int(found[2]) > 0
    title = read_yaml(PROJECT.read_bytes(), "p").tree["project"]["title"]
    assert f"Anything else: {len(title)} of 70 characters: {len(title) - 70} too many" in done.err
    assert "Plans:" not in done.err
    plans = text[text.index("### Plans") :]
    assert re.match(
        r"### Plans\n\n\*\*\d+ words and \d+ characters; how much it takes is not known here: the form says it\*\*\n\nShared with others.\n",
        plans,
    )
    assert (
        "The limits of “Involvement so far” and “Anything else” stand in: made up for this test (read 2026-11)." in text
    )
    assert "The limit of “Plans” could not be read in: another page (looked up 2025-03)." in text


def test_characters_are_those_of_the_text_that_is_pasted(run, form):
    """Counted again from the page itself: marks of Markdown, headings and brackets left out."""
    (form / "form.yaml").write_text(
        FORM.replace("words: 40", "characters: 9000")
        .replace("[purpose, so-far]", "[costs]")
        .replace("holds: costs", "holds: changed")
    )
    assert (
        run(
            "report", PROJECT, "--format", "application", "--boxes", "form.yaml", "-o", "a.md", "--date", "2026-11-23"
        ).code
        == 0
    )
    text = (form / "a.md").read_text(encoding="utf-8")
    part = text[text.index("### Involvement so far") : text.index("### Plans")]
    said = int(re.search(r"(\d+) of 9000 characters", part)[1])
    lines = [x for x in part.splitlines()[3:] if x and not x.startswith("#")]
    pasted = [" ".join(re.sub(r"\\\[.*?\\\]|^- |[*\\]", "", x).split()) for x in lines]
    again = len("\n".join(filter(None, pasted)))
    assert abs(said - again) <= 2, (said, again)


@pytest.mark.parametrize("path", BOXES, ids=lambda p: p.stem)
def test_the_forms_that_are_shipped_run_and_say_where_each_limit_stands(run, tmp_path, path):
    text = path.read_text(encoding="utf-8")
    form = load_boxes(path.read_bytes(), path.name)
    done = run(
        "report", PROJECT, "--format", "application", "--boxes", path, "-o", tmp_path / "a.md", "--date", "2026-11-23"
    )
    assert done.code == 0, done.err
    page = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert set(sections()) <= {name for box in form.boxes for name in box.holds}
    assert "In no box" not in page
    for box in form.boxes:
        assert re.search(r"\b20[0-9]{2}\b.*(?:www\.)?\w+\.\w+/", box.source), "a date and an address"
        assert re.match(r"20[0-9]{2}-[01][0-9]", box.read)
        assert box.source in page
        # A limit is told, or it is said that nobody knows it: none is left to be taken for "as long as you like".
        assert (box.words is None and box.characters is None) is not box.known
    assert "no limit is given" not in page
    assert ("limit: not known" in text) == ("the form says it" in page)


def test_the_sections_have_names():
    assert {"purpose", "so-far", "plans", "costs", "lead", "review"} <= set(sections())
