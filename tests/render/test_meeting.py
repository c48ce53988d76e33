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
from support import bared, jargon_in, rows
from test_edition_fair import application, twice

from involve_audit.render import discussion, markdown, meeting
from involve_audit.render.blocks import Heading, Table, words_of
from involve_audit.wording.messages import InputError


def pack(audit) -> str:
    return meeting.PAPER.markdown([audit])


def said(audit) -> str:
    return " ".join(prose(pack(audit)).split())


AUDITS = {**{name: (lambda name=name: example(name)) for name in EXAMPLES}, "its own": application, "rich": rich, "empty": empty, "hostile": hostile}  # fmt: skip


@rows("name", AUDITS)
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
    assert [h for h in heads if h != "Only for whoever prepares the hour"] == [
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


@rows("name", [*EXAMPLES, "its own"])
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
    # What no paper shows is somebody's word, and a letter says whose.
    told = "by the word of those who run the work: nobody who takes part is offered pay. What it costs to come is paid back later (travel)."
    assert f"Money, as usual, {told}" in said(example("bad"))
    assert "Money for your time" in said(example("minimal"))
    # What is offered to nobody yet is still to be said, and a plan is no offer.
    assert "Money for your time" in said(example("involve-audit"))
    assert "Money for your time" in said(example("application"))


PAID = {"offered": "all", "rate": "£27.50 an hour"}


@pytest.mark.parametrize("phase", ["idea", "applying", "running", None, "paused", "finished", "cancelled"])
@pytest.mark.parametrize("status", ["ongoing", "planned", "done", "stopped", None])
def test_the_letter_tells_what_pay_goes_on_before_the_work_begins_too_and_nothing_that_is_over(phase, status):
    pay = PAID | ({"status": status} if status else {})
    tree = {"stages": {"design": {"role": "consulted", "status": "done", "when": "2026"}}, "reward": {"pay": pay}}
    text = said(of({"format": 1, "project": {"title": "Quiet nights"} | ({"phase": phase} if phase else {})} | tree))
    goes_on = status == "ongoing" and phase not in ("paused", "finished", "cancelled")
    offer = "everybody who takes part is offered pay. The rate is £27.50 an hour."
    assert (f"by the word of those who run the work: {offer}" in text) is goes_on
    assert ("Money for your time" in text) is not goes_on


def test_the_letter_can_be_answered():
    for name in EXAMPLES:
        letter = said(example(name)).partition("To send out a week before")[2].partition("The questions.")[0]
        assert "Please answer by this day: …" in letter
        assert "To this person (name, phone, address or email): …" in letter
        assert "Tell us early" not in letter


def test_what_the_hour_asks_for_has_its_time():
    for name in EXAMPLES:
        text = said(example(name))
        assert "So each question begins with 2 minutes in twos or threes." in text
        for n, slot in enumerate((s for s in meeting.hour(example(name)) if s.topic), 1):
            assert f"Question {n} (2 + {slot.minutes - 2} minutes)." in text


HARMED = "Zebra stripes were shown"
ASKED = {"design": {"role": "consulted", "status": "done", "when": "2024", "asked": "which question"}}


KINDS_OF_HARM = ("used otherwise than agreed", "agreement undone", "harm", "unknown", None)
SAID_BY = ("team", "contributors", "people served", "court", "evaluation", None)
MORE_OF_HARM = ({}, {"done_by": "outside the team"}, {"answered": "no"}, {"repair": {"status": "done", "agreed_with": ["contributors"]}}, {"disputed": [{"by": "team", "says": HARMED}]})  # fmt: skip
EACH_TWO = [
    (kind, by, MORE_OF_HARM[(n + m) % len(MORE_OF_HARM)], ("none", ASKED)[(n + m) % 2])
    for n, kind in enumerate(KINDS_OF_HARM)
    for m, by in enumerate(SAID_BY)
]
"""Each two of them together at least once."""


@pytest.mark.parametrize(("kind", "by", "more", "stages"), EACH_TWO)
def test_harm_on_record_is_no_matter_for_a_group_whoever_says_so(kind, by, more, stages):
    """One person is harmed, and others would know who: the pack quotes nothing of it, asks nothing, and sends out no hint."""
    harm = {"what": HARMED, "to": "contributors"} | ({"kind": kind} if kind else {}) | ({"said_by": by} if by else {})
    audit = of({"format": 1, "project": {"phase": "running"}, "stages": stages, "care": {"harm": [harm | more]}})
    assert not [t for t in discussion.discussion(audit) if discussion.rests_on_harm(t.lines)]
    text = said(audit)
    assert "Zebra" not in text
    note, __, sent_out = text.partition("The hour.")
    line = next(t.because[0].line for t in audit.told if t.about == "harm")
    assert f"Only for whoever prepares the hour. Harm is on record (line {line})." in note
    # Those with whom an agreement was broken are told what the hour is about; what one person went through is sent to nobody.
    agreement = kind in ("used otherwise than agreed", "agreement undone")
    assert agreement or "what happened in" not in sent_out
    assert not re.search(r"\b(?:harm|mend|trust was)", sent_out), re.findall(r".{60}\b(?:harm|mend).{60}", sent_out)
    report_says = " ".join(markdown.render([audit]).partition("## What to talk over")[2].partition("\n## ")[0].split())
    assert "Zebra" not in report_says
    assert f"Harm is on record (line {line})." in report_says


def test_where_no_harm_is_on_record_nobody_is_told_that_there_is():
    for harm in ({}, {"care": {"harm": "none"}}):
        audit = of({"format": 1, "stages": ASKED} | harm)
        assert discussion.harm_says(audit) == ""
        assert "Only for whoever prepares" not in pack(audit)


@settings(max_examples=25)
@given(projects)
def test_no_file_makes_a_group_question_of_harm_a_task_of_one_or_a_long_list(tree):
    try:
        audit = of({"format": 1} | tree)
    except InputError:
        return
    for topic in discussion.discussion(audit):
        assert not discussion.rests_on_harm(topic.lines)
        fit_for_a_group(topic)


@rows("name", AUDITS)
def test_a_group_can_answer_each_question(name):
    for topic in discussion.discussion(AUDITS[name]()):
        fit_for_a_group(topic)


def fit_for_a_group(topic):
    """No task for whoever fills in the file, no list of more than three, and what it is about is said in a sentence."""
    assert not topic.question.startswith("What shows")
    assert "A note of a meeting" not in topic.context
    assert topic.question.count(";") <= 3, topic.question


def test_what_is_said_of_a_room_is_a_sentence_with_and_without_the_people():
    for about, __ in discussion.ROOM.values():
        assert "some people" in about.lower()
        assert re.search(r"\b(?:are|was)\b", about), about


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
    assert "It is not told that some people are in any room." in " ".join(told.split())


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
