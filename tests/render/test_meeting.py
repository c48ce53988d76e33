"""The meeting pack: an hour that adds up, questions with their context, and nothing that somebody would stumble over."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from own_words import EXAMPLES, example, grades, of, prose, without_their_words
from projects import projects
from read_markdown import read_back
from samples import empty, hostile, rich
from support import bared, jargon_in
from test_edition_fair import application, twice

from involve_audit.messages import InputError
from involve_audit.render import discussion, meeting
from involve_audit.render.blocks import Heading, Table, words_of


def pack(audit) -> str:
    return meeting.PAPER.markdown([audit])


def said(audit) -> str:
    return " ".join(prose(pack(audit)).split())


AUDITS = {**{name: (lambda name=name: example(name)) for name in EXAMPLES}, "its own": application, "rich": rich, "empty": empty, "hostile": hostile}  # fmt: skip


@pytest.mark.parametrize("name", AUDITS)
def test_the_minutes_make_an_hour(name):
    slots = meeting.hour(AUDITS[name]())
    assert sum(s.minutes for s in slots) == 60
    assert [s.begins for s in slots] == [sum(s.minutes for s in slots[:n]) for n, _ in enumerate(slots)]
    assert all(s.minutes >= 4 and s.who.strip() for s in slots)
    topics = [s for s in slots if s.topic]
    assert 1 <= len(topics) <= 5
    assert all(s.minutes >= 7 for s in topics)


@pytest.mark.parametrize("number", range(1, 6))
def test_an_hour_has_room_for_any_number_of_questions(number, monkeypatch):
    five = discussion.discussion(example("bad"))
    monkeypatch.setattr(discussion, "discussion", lambda audit: five[:number])
    slots = meeting.hour(example("bad"))
    assert sum(s.minutes for s in slots) == 60
    assert next(s for s in slots if s.what == "What did nobody ask?").minutes >= meeting.LEAST_OPEN


@pytest.mark.parametrize("name", AUDITS)
def test_it_has_what_an_hour_needs(name):
    audit = AUDITS[name]()
    blocks = read_back(pack(audit)).blocks
    heads = [words_of(b.runs) for b in blocks if isinstance(b, Heading) and b.level == 1]
    assert heads == [
        "The hour",
        "Who does what",
        "To send out a week before",
        "The questions",
        "What we will do",
        "What to bring back",
    ]
    text = said(audit)
    for topic in discussion.discussion(audit):
        assert f"{topic.context} {topic.question}" in text or name == "hostile"
    tables = [b for b in blocks if isinstance(b, Table)]
    room = [t for t in tables if len(t.header) == 2 and not any(t.rows[0])]
    assert len(room) == len(discussion.discussion(audit)) + 1
    actions = next(t for t in tables if words_of(t.header[0]) == "What" and len(t.header) == 4)
    assert [words_of(h) for h in actions.header] == ["What", "Who sees to it", "By which day", "Done?"]
    assert sum(not any(row) for row in actions.rows) == 3


@pytest.mark.parametrize("name", [*EXAMPLES, "its own"])
def test_nothing_stands_twice_and_no_yaml_letter_or_score_stands_there(name):
    audit = AUDITS[name]()
    text = prose(pack(audit))
    assert twice(text, told=audit.project.title) == []
    assert not re.findall(r"\{[^}]*\}|\bScore\b|\b\d+ of 100\b|\w+: \{|(?<![\w“])(?:yes|no): ", text)


@settings(max_examples=15)
@given(projects)
def test_any_file_makes_an_hour(tree):
    try:
        audit = of({"format": 1} | tree)
    except InputError:
        return
    assert sum(s.minutes for s in meeting.hour(audit)) == 60
    assert twice(prose(pack(audit)), json.dumps(tree, ensure_ascii=False)) == []


def test_nobody_is_called_a_researcher_where_contributors_run_the_work():
    audit = example("dementia-enquirers")
    ours = prose(pack(without_their_words(audit)))
    assert "researcher" not in ours.lower()
    assert "First on each question: somebody whom the work is for and who does not run it." in ours


def test_where_nobody_takes_part_people_are_asked_in_first():
    text = said(example("involve-audit"))
    assert "nobody takes part yet" in text
    assert "do not begin without them" in text
    assert "First on each question: somebody whom the work is about." in text
    assert "nobody takes part yet" not in said(example("minimal"))


def test_whoever_leads_the_work_is_neither_in_the_chair_nor_taking_notes():
    text = said(example("bad"))
    assert "In the chair: somebody who does not lead the work." in text
    assert "Taking notes: somebody else who does not lead the work." in text
    assert "may bring somebody of their own choice" in text


def test_the_letter_says_of_money_what_the_file_tells_and_leaves_room_where_it_tells_nothing():
    assert "Money, as usual: everybody who takes part is offered pay. The rate is 26.00 per hour." in said(
        example("full")
    )
    assert "Money, as usual: nobody who takes part is offered pay." in said(example("bad"))
    assert "Money for your time" in said(example("minimal"))
    # What is offered to nobody yet is still to be said, and a plan is no offer.
    assert "Money for your time" in said(example("involve-audit"))
    assert "Money for your time" in said(example("application"))


def test_it_says_where_answers_return_and_the_places_are_keys_of_the_file():
    text = said(example("bad"))
    assert "question 2: reward.pay" in text
    assert "influence.log" in text


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", ["full", "minimal", "bad", "application"])
def test_it_is_in_everyday_words(name):
    ours = prose(pack(without_their_words(example(name)))).partition("(1) Gates")[0]
    assert jargon_in(ours) == set()
    pytest.importorskip("textstat", reason="textstat is not installed: pip install 'textstat<0.7.5'")
    assert max(grades(ours).values()) <= 8


def test_without_excerpts_no_word_of_the_file_stands_in_it():
    from support import ROOT

    data = (ROOT / "examples/full/project.yaml").read_bytes()
    told = pack(bared(example("full"), data))
    assert "Room to Breathe" not in told
    for group in ("damp housing", "new to the country", "interpreter"):
        assert group not in told
    assert "Not told to be in any room." in " ".join(told.split())


def test_several_projects_have_an_hour_each():
    text = meeting.PAPER.markdown([example("bad"), example("full")])
    assert text.startswith("# An hour to talk, for each of several pieces of work\n")
    assert text.count("## An hour to talk: ") == 2
    assert meeting.PAPER.markdown([])


def test_word_and_pdf_have_room_to_write():
    docx = pytest.importorskip("docx", reason="python-docx is not installed: pip install '.[word]'")
    made = docx.Document(io.BytesIO(meeting.PAPER.written("docx", [example("bad")])))
    empty_rows = [row for table in made.tables for row in table.rows if not any(c.text for c in row.cells)]
    assert len(empty_rows) == 9
    assert all(row.height and row.height.cm > 1 for row in empty_rows)
    assert meeting.PAPER.written("docx", [example("bad")]) == meeting.PAPER.written("docx", [example("bad")])


def long(audit):
    """The audit with long words of its own."""
    text = " ".join(["particularly"] * 60)
    return replace(
        audit,
        project=replace(audit.project, title=text, summary=text),
        flags=tuple(replace(f, subjects=(text, text + "1", text + "2")) for f in audit.flags),
        voices=replace(
            audit.voices, signs=tuple(replace(s, group=f"{text} {n}") for n, s in enumerate(audit.voices.signs))
        ),
    )
