"""The contributors' questionnaire: plain, honest about who sees what, and closed to everything but the person."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from support import jargon_in, shipped

from involve_audit.form import contributors
from involve_audit.form.contributors import OPEN_QUESTIONS, QUOTE, aloud, paper, questionnaire, screen
from involve_audit.project.practice import PRINCIPLES
from involve_audit.survey.collect import ANSWERS, SIDES

HOSTILE = "</script><script>alert(1)</script> \" ' & <b>{{ 7 * 7 }}</b> --> \u202eabc"
PROJECT = "format: 1\nproject: {title: Waiting well, called: [co-production], topic_sensitive: yes}\n"


def asked(**more):
    return questionnaire(shipped().rubric, month="2026-05", **more)


class Reader(HTMLParser):
    """What a page says, and what it is made of."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []
        self.raw: dict[str, str] = {}
        self.inside = ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag):
        self.inside = ""

    def handle_data(self, data):
        if self.inside in ("script", "style"):
            self.raw[self.inside] = self.raw.get(self.inside, "") + data
        else:
            self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


FORMS = {"screen": screen, "paper": paper, "aloud": aloud}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("of", SIDES)
def test_every_form_asks_everything_and_says_who_sees_what(form, of):
    q = asked(
        of=of,
        title="Waiting well",
        called=("co-production",),
        support="Call the desk.",
        hand_in="Anna of the library collects them.",
    )
    page = FORMS[form](q)
    text = " ".join(page.split()) if form == "aloud" else Reader(page).text
    for principle in shipped().rubric.principles:
        assert principle.asks_contributors in text
    for needed in (
        *OPEN_QUESTIONS,
        *ANSWERS,
        QUOTE,
        q.free,
        *q.who_sees,
        *q.about,
        *q.upset,
        "“co-production”",
        "Call the desk.",
        "Anna of the library",
        "May 2026",
    ):
        assert needed in text, needed


def test_one_question_for_each_principle_and_at_most_three_open_ones():
    assert [q.id for q in asked().questions] == list(PRINCIPLES)
    assert 2 <= len(OPEN_QUESTIONS) <= 3
    assert [q.id for q in asked(called=("co-design",)).questions][9:] == ["label_fits"]
    assert len(ANSWERS) == 5


def test_the_small_numbers_that_people_are_told_are_those_of_the_tool(monkeypatch):
    said = " ".join(asked().who_sees)
    assert "five or more" in said
    assert "three or four" in said
    assert "one or two" in said
    monkeypatch.setattr(contributors, "FEW", 6)
    monkeypatch.setattr(contributors, "TOO_FEW", 4)
    said = " ".join(asked().who_sees)
    assert "six or more" in said
    assert "four or five" in said
    assert "one or three" in said


def test_no_number_to_call_is_made_up():
    for form in FORMS.values():
        page = form(asked(title="Waiting well"))
        text = page if form is aloud else Reader(page).text
        assert not re.search(r"\d{3}[ -]?\d{3,}", text)
        assert "talk to someone you trust" in " ".join(text.split())


def test_the_page_lets_nothing_in_or_out():
    page = Reader(screen(asked()))
    policy = next(
        a["content"] for t, a in page.tags if t == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert set(rules) == {"default-src", "style-src", "script-src", "base-uri", "form-action"}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag, rule in (("script", "script-src"), ("style", "style-src")):
        digest = base64.b64encode(hashlib.sha256(page.raw[tag].encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    for tag, attributes in page.tags:
        assert tag not in ("link", "img", "iframe", "object", "a", "base", "audio", "video")
        assert not attributes.keys() & {"src", "href", "action", "style"}
        assert not [a for a in attributes if a.startswith("on")]
    assert not re.search(
        r"https?:|fetch|XMLHttp|WebSocket|localStorage|sessionStorage|indexedDB|cookie|eval|innerHTML", screen(asked())
    )


def test_paper_has_no_script_and_nothing_to_fetch():
    page = Reader(paper(asked()))
    assert "script" not in page.raw
    assert "18pt" in page.raw["style"]
    assert not [t for t, _ in page.tags if t in ("script", "link", "img", "input")]


def test_no_field_asks_for_a_name_and_none_is_filled_in_by_the_browser():
    page = Reader(screen(asked(called=("co-design",))))
    assert next(a for t, a in page.tags if t == "form")["autocomplete"] == "off"
    names = {a.get("name") for t, a in page.tags if t == "input" and a["type"] == "radio"}
    assert names == {*PRINCIPLES, "label_fits"}
    assert {a["type"] for t, a in page.tags if t == "input"} == {"radio", "checkbox"}
    assert not [a for t, a in page.tags if t == "input" and "checked" in a]


def test_hostile_words_of_the_project_stay_words():
    q = asked(title=HOSTILE, called=(HOSTILE,), support=HOSTILE, hand_in=HOSTILE)
    for form in (screen, paper):
        page = Reader(form(q))
        assert not [t for t, _ in page.tags if t == "b"]
        assert len([t for t, _ in page.tags if t == "script"]) == (form is screen)
        assert page.text.count("alert(1)") >= 3
        assert "49" not in page.text
    assert aloud(q).count("alert(1)") >= 3


def test_the_text_to_read_out_has_short_lines_and_no_marks_that_cannot_be_said():
    text = aloud(asked(title="Waiting well"))
    assert max(map(len, text.splitlines())) <= 72
    assert "<" not in text


# --- plain words -------------------------------------------------------------------------------------


def everything(q):
    return [*q.about, q.free, *q.who_sees, *q.upset, *(x.says for x in q.questions), *OPEN_QUESTIONS, QUOTE]


@pytest.mark.parametrize("of", SIDES)
def test_no_word_of_jargon(of):
    for form in FORMS.values():
        page = form(asked(of=of))
        text = (page if form is aloud else Reader(page).text).lower()
        assert not jargon_in(text)


# The library leaves its list of words open; that is no fault of ours.
@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("of", SIDES)
def test_the_reading_grade_is_at_most_eight(of):
    textstat = pytest.importorskip("textstat", reason="textstat is not installed: pip install 'textstat<0.7.5'")
    q = asked(of=of, title="Waiting well", called=("co-production",))
    for text in everything(replace(q, questions=q.questions[:9])):
        assert textstat.flesch_kincaid_grade(text) <= 8, text
    whole = " ".join(everything(q))
    assert textstat.flesch_kincaid_grade(whole) <= 6
    assert textstat.automated_readability_index(whole) <= 8
    assert textstat.coleman_liau_index(whole) <= 8


# --- the command -------------------------------------------------------------------------------------


@pytest.fixture
def project(here):
    (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
    return here


def test_the_command_writes_each_form(project, run):
    assert run("form", "project.yaml", "--contributors", "-o", "q.html", "--round", "2026-05").code == 0
    assert run("form", "project.yaml", "--paper", "-o", "p.html", "--round", "2026-05").code == 0
    assert run("form", "project.yaml", "--paper", "--format", "text", "-o", "p.txt", "--round", "2026-05").code == 0
    assert run("form", "--paper", "-o", "also.txt", "--round", "2026-05").code == 0
    assert Reader((project / "q.html").read_text("utf-8")).text.count("Waiting well") >= 2
    assert "script" not in Reader((project / "p.html").read_text("utf-8")).raw
    assert (project / "p.txt").read_text("utf-8").startswith("Your view of Waiting well\n")
    assert (project / "also.txt").read_text("utf-8").startswith("Your view of this work\n")


def test_without_a_month_it_is_this_one_and_never_a_day(project, run):
    import datetime as dt

    page = run("form", "--contributors").out
    assert f'data-round="{dt.date.today():%Y-%m}"' in page
    assert run("form", "--contributors", "--round", "2026-05-12").code == 2
    assert run("form", "--contributors", "--round", "2026-13").code == 2


def test_it_is_said_when_there_is_nowhere_to_turn(project, run):
    done = run("form", "project.yaml", "--contributors")
    assert "--support" in done.err
    assert "can distress people" in done.err
    told = run(
        "form", "project.yaml", "--contributors", "--support", "Ask at the desk.", "--hand-in", "Anna collects them."
    )
    assert told.err == ""
    assert "Ask at the desk." in told.out


@pytest.mark.parametrize(
    ("care", "shown"),
    [("{status: ongoing, owner: the support worker}", True), ("{status: planned, owner: the support worker}", False),
     ("{answer: no}", False), ("ongoing", False)],
)  # fmt: skip
def test_where_to_turn_may_come_from_the_project_file(project, run, care, shown):
    (project / "project.yaml").write_text(PROJECT + f"care: {{support: {care}}}\n", encoding="utf-8")
    assert ("you can turn to: the support worker." in run("form", "project.yaml", "--contributors").out) is shown


@pytest.mark.parametrize(
    "options",
    [("--contributors", "--format", "text"), ("--paper", "--format", "markdown"), ("--contributors", "--side", "everybody"),
     ("nowhere.yaml", "--contributors"), ("project.yaml", "--contributors", "-o", "project.yaml"), ("project.yaml",), ("--support", "x")],
)  # fmt: skip
def test_what_cannot_be_is_refused(project, run, options):
    assert run("form", *options).code == 2
    assert (project / "project.yaml").read_text(encoding="utf-8") == PROJECT


def test_researchers_are_asked_the_same_and_are_told_that_it_is_about_contributors(project, run):
    page = run("form", "project.yaml", "--contributors", "--side", "researchers").out
    assert 'data-of="researchers"' in page
    assert "as you think it is for them" in page
    assert [q.says for q in asked(of="researchers").questions] == [q.says for q in asked().questions]


@pytest.mark.parametrize("name", ["questions.pdf", "questions.docx", "QUESTIONS.PDF"])
def test_no_page_is_written_under_the_name_of_another_kind(project, run, name):
    done = run("form", "project.yaml", "--paper", "-o", name)
    assert done.code == 2
    assert "HTML or as text" in done.err
    assert not (project / name).exists()
