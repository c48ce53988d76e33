"""What was answered with “I don't know” is asked again only when all else is asked, and says that it was asked."""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.facts.case import Case
from involve_audit.facts.not_known import not_known
from involve_audit.interview import answered, asked_before, next_question
from involve_audit.interview.order import places_of
from involve_audit.load import read, read_project

DAY = dt.date(2026, 11, 1)
RUBRIC = shipped().rubric
TEXT = """format: 1
project: {title: Warm rooms, phase: %s, called: involvement}
stages:
  priorities: {role: consulted, status: done, when: 2024}   # what people remember
  design: unknown
  analysis: {role: involved, status: unknown}
rooms: {panel: {contributors: unknown, status: done}}
reward: {pay: unknown}
influence: {heard: unknown}
"""


def test_nothing_is_asked_again_where_nobody_said_that_it_is_not_known():
    assert asked_before("format: 1\nproject: {title: Warm rooms}\nviews: none\n", RUBRIC, DAY) == ()


@pytest.mark.parametrize(
    ("phase", "says"), [("running", "Does somebody know by now?"), ("finished", "Has somebody found out since?")]
)
def test_what_nobody_knew_is_asked_again_and_says_so(phase, says):
    text = TEXT % phase
    found = asked_before(text, RUBRIC, DAY, most=40)
    assert {"heard", "role design", "status analysis", "pay", "room panel people"} <= {q.id for q in found}
    assert all(q.help.startswith(f"This was asked, and nobody knew. {says}") for q in found)
    case = Case(read_project(read(text)), DAY)
    assert all(any(not_known(case, place) for place in places_of(q)) for q in found)


def test_the_answer_takes_the_place_of_not_known_and_leaves_every_other_byte():
    text = TEXT % "running"
    question = next(q for q in asked_before(text, RUBRIC, DAY, most=40) if q.id == "role design")
    now = answered(text, question, "involved")
    assert "# what people remember" in now
    assert read(now).tree["stages"]["design"]["role"] == "involved"
    kept = [line for line in text.splitlines() if "design" not in line]
    assert [line for line in now.splitlines() if line in kept] == kept
    assert question.id not in {q.id for q in asked_before(now, RUBRIC, DAY, most=40)}
    assert read_project(read(answered(text, question, "I don't know"))).stages == read_project(read(text)).stages


def test_never_before_what_nobody_was_asked():
    text = TEXT % "running"
    question = next_question(text, RUBRIC, DAY)
    case = Case(read_project(read(text)), DAY)
    assert question is not None
    assert not any(not_known(case, place) for place in places_of(question))


@pytest.fixture
def all_else_is_asked(monkeypatch):
    monkeypatch.setattr("involve_audit.interview.next_question", lambda *_, **__: None)


def test_the_command_asks_again_only_where_that_is_wished(run, tmp_path, all_else_is_asked):
    file = tmp_path / "p.yaml"
    file.write_text("format: 1\nviews: unknown\ninfluence: {heard: unknown}\n", encoding="utf-8")
    plain = run("ask", "--date", "2026-11-01", str(file), stdin="")
    assert "questions were asked, and nobody knew. `involve-audit ask --unknown" in " ".join(plain.out.split())
    assert "This was asked, and nobody knew." not in plain.out
    again = run("ask", "--unknown", "--date", "2026-11-01", str(file), stdin="stop\n")
    assert "This was asked, and nobody knew. Does somebody know by now?" in " ".join(again.out.split())


def test_the_command_does_not_ask_twice_in_a_row(run, tmp_path, all_else_is_asked):
    file = tmp_path / "p.yaml"
    file.write_text("format: 1\nviews: unknown\n", encoding="utf-8")
    found = run("ask", "--unknown", "--date", "2026-11-01", str(file), stdin="?\n" * 9)
    assert found.code == 0
    assert "Nothing is left to ask" in found.out
