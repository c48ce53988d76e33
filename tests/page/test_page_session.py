"""What happens in the page when somebody does something, without a browser: answers, going back, the outline, mistakes."""

from __future__ import annotations

import html
import json
import re

import pytest
from the_page import DAY, EXAMPLES, Page

from involve_audit.interview import answered, coming, next_question
from involve_audit.load import read, read_project
from involve_audit.page import outline
from involve_audit.page.drawing import BEGINNING
from involve_audit.page.session import line_of
from involve_audit.rubric import shipped
from involve_audit.wording.messages import shown
from involve_audit.yamlfile.editing import without

FIRST = [
    {"id": "title", "text": "A walk", "how": "answer"},
    {"id": "phase", "choice": "4", "how": "answer"},
    {"id": "called", "text": "co-production", "how": "answer"},
]
SMALL = """\
format: 1
project: {title: Breathing easier, phase: running, called: [co-production, partnership]}
stages:
  priorities: {role: consulted, status: done, when: 2024}   # as the minutes say
  design:
    role: involved
    status: done
views: none
influence:
  heard:
    - answer: yes
      said_by: contributors
"""


@pytest.fixture
def page():
    return Page()


def test_first_answers_given_before_python_was_there_are_written(page):
    page.do("new", early=FIRST)
    assert read(page.text).tree["project"] == {"title": "A walk", "phase": "running", "called": "co-production"}
    assert page.question not in ("", "title", "phase", "called")
    assert page.reply["headline"]


def test_a_first_answer_that_is_not_understood_is_asked_again(page):
    page.do("new", early=[FIRST[0], {"id": "phase", "how": "answer"}])
    assert page.question == "phase"
    assert 'role="alert"' in page.reply["main"]
    assert "A walk" in page.text


def test_questions_and_answers_are_those_of_the_interview(page):
    """The same answers in the page and by the functions that the terminal uses give the same file."""
    import datetime as dt

    rubric, day = shipped.load().rubric, dt.date.fromisoformat(DAY)
    page.do("new")
    text = BEGINNING
    for n in range(14):
        asked = next_question(text, rubric, day)
        assert asked is not None
        assert page.asks == asked.asks
        given = (
            {"text": "2025"}
            if not asked.choices
            else {"choice": str(1 + n % len(asked.choices)), f"words-{1 + n % len(asked.choices)}": "the panel"}
        )
        if asked.choices and asked.choices[n % len(asked.choices)].words:
            line = f"{1 + n % len(asked.choices)}: the panel"
        else:
            line = given.get("choice") or given["text"]
            given.pop(f"words-{line}", None)
        page.answer(how="answer", **given)
        if 'role="alert"' in page.reply["main"]:
            page.answer(how="I don't know")
            line = "I don't know"
        before, text = text, answered(text, asked, line)
        if text == before:
            break
        assert page.text == text
    assert n > 8


def test_what_was_chosen_and_written_is_still_there_after_a_mistake(page):
    page.do("new", early=FIRST)
    for _ in range(12):
        if re.search(r'name="words-(\d+)"', page.reply["main"]):
            break
        page.answer(how="I don't know")
    number = re.search(r'name="words-(\d+)"', page.reply["main"])[1]
    page.answer(choice=number, how="answer")
    assert f'value="{number}" checked' in page.reply["main"]
    assert "a few words beside your choice" in page.reply["says"]
    page.open("format: 1\nproject: {title: A}\nstages: {design: {role: consulted, when: 2024}}\n")
    page.do("again", again=json.dumps(["stages", "design", "role"]))
    assert 'value="3" checked' in page.reply["main"]


def test_back_gives_the_very_text_and_question_again(page):
    page.open(SMALL)
    asked = page.question
    page.answer(how="I don't know")
    page.do("back")
    assert (page.text, page.question) == (SMALL, asked)
    page.answer(how="later")
    assert page.question != asked
    page.do("back")
    assert page.question == asked
    page.do("back")
    assert page.reply["says"] == "There is nothing to go back to."


def test_what_moves_is_said(page):
    page.do("new", early=FIRST)
    page.answer(choice=["1", "2"], how="answer")
    assert page.reply["says"].startswith("Understood: ")
    assert "has not changed" in page.reply["says"] or "now stands" in page.reply["says"]


def test_an_example_is_looked_at(page):
    page.do("example", name="scotland-sds-2013")
    assert page.reply["screen"] == "results"
    assert page.reply["headline"]


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_answer_stands_in_the_outline(page, name):
    page.open(EXAMPLES[name].read_bytes())
    main = page.do("section", section="")["main"]
    document = read(page.text)
    told = [place for place in document.marks if place and place[0] != "format"]
    listed = [tuple(json.loads(html.unescape(p))) for p in re.findall('data-does="again" data-again="([^"]*)"', main)]
    assert len(listed) == len(set(listed))
    for place in told:
        assert any(place[: len(p)] == p or p[: len(place)] == place for p in listed), shown(place)


def test_each_answer_can_be_changed_and_every_other_byte_stays(page):
    page.open(SMALL)
    page.do("again", again=json.dumps(["stages", "priorities", "role"]))
    assert (
        page.asks
        == "Choosing the question, or deciding what is needed: what part did people whom the work is about have in it?"
    )
    assert "consulted" in page.reply["main"]
    page.do("answer", again=json.dumps(["stages", "priorities", "role"]), choice="5", how="answer")
    assert page.text == SMALL.replace("role: consulted", "role: decided together")
    assert page.reply["screen"] == "answers"


def test_a_changed_answer_that_is_no_answer_is_refused_with_what_is_allowed(page):
    page.open(SMALL)
    place = json.dumps(["stages", "priorities", "when"])
    page.do("answer", again=place, text="some day or other", how="answer")
    assert 'role="alert"' in page.reply["main"]
    assert page.text == SMALL


@pytest.mark.parametrize(
    ("place", "after"),
    [
        (["project", "called"], SMALL.replace(", called: [co-production, partnership]", "")),
        (["project", "title"], SMALL.replace("title: Breathing easier, ", "")),
        (["stages", "design", "role"], SMALL.replace("    role: involved\n", "")),
        (["stages", "priorities", "when"], SMALL.replace(", when: 2024", "")),
        (["views"], SMALL.replace("views: none\n", "")),
        (["influence", "heard", 0, "said_by"], SMALL.replace("\n      said_by: contributors", "")),
        (["influence", "heard", 0, "answer"], SMALL.replace("- answer: yes\n      said_by", "- said_by")),
    ],
)
def test_an_answer_is_taken_out_and_every_other_byte_stays(place, after):
    assert outline.taken_out(SMALL, tuple(place)) == after


@pytest.mark.parametrize("name", ["autspaces", "bad", "involve-audit", "minimal", "scotland-sds-2013"])
def test_whatever_is_taken_out_of_an_example_the_rest_still_says_the_same(name):
    text = EXAMPLES[name].read_text(encoding="utf-8")
    document = read(text)
    for section in outline.outline(document, shipped.load().rubric):
        for answer in section.answers[::9]:
            try:
                after = outline.taken_out(text, answer.place)
            except outline.InputError:
                continue  # something else names it
            read_project(read(after))
            assert read(after).tree == without(document.tree, answer.place)


def test_what_something_else_names_stays(page):
    page.open("format: 1\nsources: {minutes: {kind: minutes}}\nrooms: {panel: {power: advises, source: minutes}}\n")
    page.do("take-out", again=json.dumps(["sources", "minutes", "kind"]))
    assert page.reply["says"].startswith("It stays: ")
    assert "kind: minutes" in page.text


def test_a_file_with_a_wrong_word_is_mended_word_by_word(page):
    page.open("format: 1\nproject: {title: A, phase: runing}\n")
    assert page.question.startswith("mistake")
    page.answer(text="running", how="answer")
    assert "phase: running" in page.text


def test_a_file_that_is_no_yaml_shows_every_mistake_with_its_line_and_its_text(page):
    page.open("format: 1\nproject: {title: A\n")
    assert "project.yaml:" in page.reply["main"]
    assert page.reply["headline"] == ""
    page.do("text", text="format: 1\nproject: {title: A}\n")
    assert page.question == "phase"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00",
        b"",
        b"&a [*a]",
        b"format: 1\n" + b"[" * 5000,
        b"a: b: c",
        b"format: 2\n",
        "format: 1\nproject: {title: \u202e}".encode(),
        b"- 1\n",
    ],
)
def test_hostile_files_are_refused_as_on_the_command_line(page, data, run, tmp_path):
    page.open(data)
    said = html.unescape(page.reply.get("refused") or page.reply["main"])
    (tmp_path / "project.yaml").write_bytes(data)
    found = run("check", tmp_path / "project.yaml")
    if found.code == 2:
        first = found.err.splitlines()[0].partition("project.yaml:")[2]
        place, _, says = first.partition(" ")
        assert says.partition(": ")[2][:40] in said or says[:40] in said, (place, said[:500])


def test_text_of_a_file_cannot_act_in_the_page(page):
    page.open("format: 1\nproject: {title: '<img src=x onerror=alert(1)>', phase: running}\n")
    page.do("show", screen="answers")
    assert "<img" not in page.reply["main"] + page.reply["sheet"]


def test_a_saved_audit_is_looked_at(page):
    page.open(SMALL)
    page.do("report", format="json", edition="team", ending=".json", how="save")
    saved = page.saved()
    other = Page()
    other.open(saved, "project.json")
    assert other.reply["screen"] == "saved"
    assert "<iframe" in other.reply["main"]
    assert other.open(b"{}", "project.json")["refused"].startswith("project.json: ")


def test_an_answer_is_said_as_at_a_terminal():
    rubric = shipped.load().rubric
    import datetime as dt

    asked = {q.id: q for q in coming(SMALL, rubric, dt.date.fromisoformat(DAY), most=60)}
    several = next(q for q in asked.values() if q.kind == "choice" and any(c.words for c in q.choices))
    n = next(n for n, c in enumerate(several.choices, 1) if c.words)
    assert line_of(several, {"choice": str(n), f"words-{n}": " the panel "}) == f"{n}: the panel"
    assert line_of(several, {"choice": str(n)}) == str(n)
    shows = next(q for q in asked.values() if q.kind == "source" and len(q.targets) > 1)
    assert line_of(shows, {"choice": "1", "target": ["2"]}) == "1 for 2"
    assert (
        line_of(shows, {"text": "minutes of May", "target": [str(k) for k, _ in enumerate(shows.targets, 1)]})
        == "minutes of May"
    )


def test_undo_does_not_grow_without_end(page):
    page.open(SMALL)
    for n in range(20):
        page.do("text", text=SMALL + "# " + "x" * 40_000 + f"{n}\n")
    assert len(json.dumps(page.state)) < 700_000
    assert len(page.state["past"]) > 5


def test_where_nothing_is_open_it_says_so(page):
    for does in ("save", "back", "report", "portfolio"):
        assert page.do(does)["refused"].startswith("Nothing is open yet")
    assert page.do("show", screen="results")["refused"]


def test_an_error_of_the_page_itself_loses_nothing(page):
    page.open(SMALL)
    before = page.state
    assert (
        "An error of the page itself" in page.do("report", format="nonsense", edition="team", ending=".md")["refused"]
    )
    assert page.state == before
    page.do("show", screen="question")
    page.answer(how="I don't know")
    assert page.text != SMALL


def test_only_the_open_sections_of_a_long_file_are_drawn():
    page = Page()
    page.open(EXAMPLES["full"].read_bytes())
    page.do("show", screen="answers")
    sections = re.findall('id="section-([^"]*)"', page.reply["main"])
    assert sections == [key for key in read(page.text).tree if key != "format"]
    assert re.findall('aria-expanded="([^"]*)"', page.reply["main"]) == ["true"] + ["false"] * (len(sections) - 1)
    closed = len(page.reply["main"])
    assert closed < 3 * len(page.text)
    page.do("section", section="rooms")
    assert page.reply["focus"] == "section-rooms"
    assert 'data-again="[&#34;rooms&#34;' in page.reply["main"]
    page.do("show", screen="question")
    page.do("show", screen="answers")
    assert 'data-again="[&#34;rooms&#34;' in page.reply["main"], "what somebody opened stays open"
    page.do("section", section="rooms")
    assert len(page.reply["main"]) == closed
    page.do("section", section="")
    assert "false" not in re.findall('aria-expanded="([^"]*)"', page.reply["main"])
    assert page.reply["main"].count("aria-label=&#34;Change") + page.reply["main"].count('aria-label="Change') > 300
    page.open(b"format: 1\nproject: {title: A}\nviews: none\n")
    page.do("show", screen="answers")
    assert re.findall('aria-expanded="([^"]*)"', page.reply["main"]) == ["true"] * 2
