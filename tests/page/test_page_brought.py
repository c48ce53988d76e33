"""What others wrote, brought into the file on the page: another copy, a document, a log, an invitation. Nothing goes in unseen."""

from __future__ import annotations

import html
import re

import pytest
from the_page import DAY, EXAMPLES, Page, handed_in

from involve_audit.load import read

OURS = """format: 1  # ours
project: {title: A walk, phase: running, called: co-production}
rooms:
  panel: {contributors: 6, power: advises}  # since spring
reward: {pay: {status: ongoing, offered: all}}
"""
THEIRS = """format: 1
project: {title: A walk, phase: running, called: co-production}
filled_in: {by: [contributors]}
rooms:
  panel: {contributors: 4, power: advises, chair: researcher}
reward: {pay: {status: ongoing, offered: some}}
"""
DOCUMENT = """# Involvement

We pay panel members £27.50 an hour. Our contributors' group is called the Breathing Panel. It has eight members and meets every two months.
"""
LOG = "What was said,What changed,Date\nFewer questions,The survey has half of them,2026-03-02\n"


@pytest.fixture
def page():
    made = Page()
    made.open(OURS)
    return made


def differing(page):
    return re.findall(
        r'<fieldset><legend>(.*?)</legend>\s*<div class="choice"><label><input type="radio" name="(d\d+)"',
        page.reply["main"],
    )


@pytest.mark.parametrize(("how", "option"), [("first", "first"), ("second", "second")])
def test_two_copies_are_put_together_as_on_the_command_line(page, run, tmp_path, monkeypatch, how, option):
    page.do("merge", files=[handed_in("jane.yaml", THEIRS)])
    fields = dict(differing(page))
    assert len(fields) == 2
    page.do("settle", **dict.fromkeys(fields.values(), how))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(OURS, encoding="utf-8")
    (tmp_path / "the other copy").write_text(THEIRS, encoding="utf-8")
    assert run("merge", "project.yaml", "the other copy", "--prefer", option, "-o", "out.yaml").code == 0
    assert page.text == (tmp_path / "out.yaml").read_text(encoding="utf-8")
    assert "# since spring" in page.text
    assert "jane" not in page.text
    page.do("back")
    assert page.text == OURS


def test_what_is_not_settled_stays_open_with_a_comment(page):
    page.do("merge", files=[handed_in("b.yaml", THEIRS)])
    page.do("settle", **{name: "open" for _, name in differing(page)})
    assert "2 are open" in page.reply["says"]
    assert page.text.count("#") > OURS.count("#") + 2
    assert read(page.text).tree["rooms"]["panel"]["contributors"] == "6"


def test_a_difference_may_stay_disputed_where_it_is_said_by_whom(page):
    page.do("merge", files=[handed_in("b.yaml", THEIRS)])
    (pay,) = (name for of, name in differing(page) if "pay" in of)
    assert "who tells it otherwise" in page.do("settle", **{pay: "disputed"})["refused"]
    assert page.text == OURS
    page.do("settle", **{pay: "disputed", "by": "contributors"})
    assert read(page.text).tree["reward"]["pay"]["disputed"]["by"] == "contributors"


def test_the_same_copy_a_broken_one_and_none_change_nothing(page):
    assert "say the same" in page.do("merge", files=[handed_in("a.yaml", OURS)])["says"]
    assert (
        "b.yaml" not in page.do("merge", files=[handed_in("b.yaml", "format: 1\nrooms: {a: {colour: red}}\n")])["main"]
    )
    assert "colour" in page.reply["main"]
    assert page.do("merge")["refused"]
    page.do("merge", files=[handed_in("b.yaml", THEIRS)])
    page.state["text"] = OURS + "# meanwhile\n"
    assert "Choose it again" in page.do("settle")["refused"]
    assert page.text == OURS + "# meanwhile\n"


def test_only_what_is_ticked_of_a_document_goes_in(page):
    page.do("passages", files=[handed_in("application.md", DOCUMENT)])
    main = html.unescape(page.reply["main"])
    rows = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>.*?value=\"(\d+)\"", main, re.DOTALL)
    assert any("27.50" in sentence for sentence, _ in rows)
    assert page.text == OURS
    assert page.do("take")["refused"] == "Tick what is so."
    page.do("take", so=[n for sentence, n in rows if "27.50" in sentence])
    after = read(page.text).tree
    assert "27.50" in str(after["reward"]["pay"]["rate"])
    assert "Breathing" not in page.text
    page.do("passages", files=[handed_in("application.md", DOCUMENT)])
    assert "27.50 " not in re.sub(r"<pre.*", "", html.unescape(page.reply["main"]))


@pytest.mark.parametrize("name", ["old.doc", "a.docx"])
def test_a_document_that_cannot_be_read_is_said(page, name):
    page.do("passages", files=[handed_in(name, b"not one")])
    assert "could not be read" in page.reply["says"]
    assert page.do("passages")["refused"]
    assert page.text == OURS


def test_a_log_is_shown_before_it_goes_in_and_twice_adds_nothing(page, run, tmp_path, monkeypatch):
    page.do("log", files=[handed_in("log.csv", LOG)])
    assert page.text == OURS
    assert "What changed" in html.unescape(page.reply["main"])
    assert "dry-run" not in page.reply["main"]
    page.do("take-log")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "log").mkdir()
    (tmp_path / "log" / "log.csv").write_text(LOG, encoding="utf-8")
    (tmp_path / "project.yaml").write_text(OURS, encoding="utf-8")
    assert run("import", "log/log.csv", "--into", "project.yaml", "--yes", "--date", DAY).code == 0
    assert page.text == (tmp_path / "project.yaml").read_text(encoding="utf-8") != OURS
    once = page.text
    page.do("log", files=[handed_in("log.csv", LOG)])
    page.do("take-log")
    assert page.text == once
    assert page.do("take-log")["refused"]


def test_an_invitation_is_read_as_on_the_command_line(page, run, tmp_path, monkeypatch):
    says = "Join our panel and shape our research. Every idea will be used.\n"
    monkeypatch.chdir(tmp_path)
    (tmp_path / "invitation").mkdir()
    (tmp_path / "invitation" / "invitation.md").write_text(says, encoding="utf-8")
    (tmp_path / "project.yaml").write_text(OURS, encoding="utf-8")
    for how, kind in ((".html", "html"), (".md", "markdown"), (".json", "json"), (".txt", "text")):
        page.do("advert", files=[handed_in("invitation.md", says)], how=how)
        found = run(
            "advert",
            "invitation/invitation.md",
            "--project",
            "project.yaml",
            "--date",
            DAY,
            "--width",
            76,
            "--report-only",
            "--format",
            kind,
        )
        assert found.code == 0
        assert page.saved().decode() == found.out, how
    page.do("advert", files=[handed_in("invitation.md", says)], how="look")
    assert "<iframe" in page.reply["main"]
    assert page.do("advert")["refused"]
    assert "could not be read" in page.do("advert", files=[handed_in("a.pdf", b"%PDF-1.4")])["says"]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_an_example_and_itself_say_the_same(name):
    page = Page()
    page.open(EXAMPLES[name].read_bytes())
    assert "say the same" in page.do("merge", files=[handed_in("b.yaml", EXAMPLES[name].read_bytes())])["says"]
