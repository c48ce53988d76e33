"""Laws of the interview: what an answer may do to a file, and what may be asked."""

from __future__ import annotations

import random
from functools import lru_cache

import pytest
import yaml
from answering_at_random import DAY, HEADS, any_answer, ask, example, kept_all
from support import shipped

from involve_audit.interview import NotUnderstood, Sitting, answered, coming, said_back
from involve_audit.interview.answer_reading import understood
from involve_audit.interview.order import openness
from involve_audit.interview.question_words import LOOKS_BACK
from involve_audit.interview.writing import laid_over, stands
from involve_audit.load import read
from involve_audit.wording.messages import InputError
from involve_audit.yamlfile.editing import CannotInsert

FLOW = yaml.dump(read(example("autspaces")).tree, default_flow_style=True, allow_unicode=True, sort_keys=False)
STARTS = {
    **HEADS,
    "in brackets": FLOW,
    "minimal": example("minimal"),
    "bad": example("bad"),
    "application": example("application"),
}
STEPS = 9


@lru_cache(maxsize=2)
def judged(text):
    return Sitting.of(text, shipped().rubric, DAY).judged


def open_in(text):
    return openness(judged(text))


def possible(text):
    return set(judged(text).weighed.outcome.possible)


@pytest.mark.parametrize("name", STARTS)
def test_whatever_is_answered_the_rest_of_the_file_stays_and_the_answer_is_in_it(name):
    chance, text, later = random.Random(name), STARTS[name], set()
    asked = []
    for _ in range(STEPS):
        question = ask(text, later)
        if question is None:
            break
        assert question not in asked, "the same question twice"
        asked.append(question)
        answer = any_answer(question, chance)
        before = possible(text)
        try:
            new = answered(text, question, answer)
            assert said_back(text, question, answer)
        except (NotUnderstood, CannotInsert, InputError):
            later.add(question.id)
            continue
        if new == text:
            later.add(question.id)
            continue
        assert kept_all(text, new), (question.id, answer)
        assert "\r\n" not in text or "\n" not in new.replace("\r\n", "")
        there, was = read(new).tree, read(text).tree
        named = {s: tuple(was[s]) for s in ("sources", "rooms") if isinstance(was.get(s), dict)}
        for place, value in understood(question, answer, named).tells:
            told = stands(there, place)
            assert told is not None, (question.id, answer, place)
            if isinstance(value, str):
                assert told == value or (isinstance(told, list) and value in told), (question.id, answer, place)
        assert possible(new) <= before, (question.id, answer)
        assert open_in(new) <= open_in(text) + 1e-9, (question.id, answer)
        text = new


def test_what_an_answer_would_tell_is_what_the_file_then_says():
    chance = random.Random(5)
    for head in HEADS.values():
        text, later = head, set()
        for _ in range(6):
            question = ask(text, later)
            answer = any_answer(question, chance)
            later.add(question.id)
            tree = read(text).tree
            try:
                tells = understood(question, answer).tells
                new = answered(text, question, answer)
            except (NotUnderstood, CannotInsert, InputError):
                continue
            assert read(new).tree == laid_over(tree, tells)
            text = new


@pytest.mark.parametrize("phase", ["idea", "applying"])
def test_an_application_is_not_asked_for_what_cannot_have_happened(phase):
    text = f"format: 1\nproject: {{title: x, phase: {phase}, called: PPI}}\n"
    sitting = Sitting(text, shipped().rubric, DAY)
    assert not sitting.begun
    asked = coming(text, shipped().rubric, DAY, most=400)
    ids = {q.id for q in asked}
    assert not ids & {"heard", "harm", "said", "ended", "overruled", "views", "denied", "where"}
    places = {(str(q.path[-2]), str(q.path[-1])) for q in asked if len(q.path) > 1}
    looking_back = {(cls.lower(), key) for cls, key in LOOKS_BACK}
    assert not places & looking_back
    assert {
        "posts",
        "pay",
        "expenses",
        "submitted",
        "reward.budget",
        "reward.lead",
        "voices.recruitment",
        "relationships.training",
    } <= ids


def test_an_application_is_asked_when_who_and_for_how_much():
    text = (
        "format: 1\nproject: {title: x, phase: applying, called: PPI}\n"
        "stages:\n  analysis: {role: involved, status: planned}\n"
    )
    ids = {q.id for q in coming(text, shipped().rubric, DAY, most=400)}
    assert {"when stages.analysis.0", "owner stages.analysis.0", "cost stages.analysis.0"} <= ids


def test_who_sees_to_it_is_asked_once_for_all_plans():
    text = (
        "format: 1\nproject: {title: x, phase: applying, called: PPI}\n"
        "stages:\n  analysis: {role: involved, status: planned}\n  sharing: {role: led, status: planned}\n"
    )
    question = next(q for q in coming(text, shipped().rubric, DAY, most=400) if q.id == "owner plans")
    told = read(answered(text, question, "involvement lead")).tree["stages"]
    assert {s: told[s]["owner"] for s in told} == {"analysis": "involvement lead", "sharing": "involvement lead"}
    told = read(answered(text, question, "lead applicant for 2")).tree["stages"]
    assert "owner" not in told["analysis"]
    assert told["sharing"]["owner"] == "lead applicant"


def test_what_was_done_before_a_bid_can_be_looked_back_on():
    text = (
        "format: 1\nproject: {title: x, phase: applying, called: PPI}\n"
        "stages:\n  design: {role: consulted, status: done, asked: what matters}\n"
    )
    assert "heard" in {q.id for q in coming(text, shipped().rubric, DAY, most=400)}


def test_finished_work_is_not_asked_for_plans():
    text = HEADS["finished"]
    ids = [q.id for q in coming(text, shipped().rubric, DAY, most=400)]
    assert not [i for i in ids if i.startswith(("when ", "owner ", "cost ", "posts", "submitted"))]
    assert {"heard", "harm", "said", "views", "ended"} <= set(ids)


@pytest.mark.parametrize("name", ["full", "bad", "application", "involve-audit"])
def test_nothing_is_asked_that_the_file_tells(name):
    text = example(name)
    tree = read(text).tree
    for question in coming(text, shipped().rubric, DAY, most=400):
        if question.path and question.kind != "several":
            assert stands(tree, question.path) is None, question.id
        for choice in question.choices:
            for place, _ in choice.tells[:1]:
                told = stands(tree, place)
                assert told is None or question.id.startswith(("room another", "other parts", "decision ")), (
                    question.id,
                    place,
                    told,
                )


def test_questions_are_short_and_say_why_they_are_asked():
    for text in STARTS.values():
        for question in coming(text, shipped().rubric, DAY, most=400):
            assert question.asks.endswith(("?", ".")), question.asks
            assert question.why, question.id
            assert "`" not in question.asks
            assert "_" not in question.asks, question.asks
            assert len(question.asks) < 420, question.asks


def test_the_first_questions_of_an_empty_file_say_what_the_work_is():
    asked = []
    text = HEADS["nothing"]
    for answer in ("Sleeping well", "running", "co-production"):
        question = ask(text)
        asked.append(question.id)
        text = answered(text, question, answer)
    assert asked == ["title", "phase", "called"]
    assert ask(text).id == "where"


def test_everything_is_asked_once_until_nothing_is_left():
    text = "format: 1\nproject: {title: x, phase: finished, called: none}\nstages: none\nrooms: none\n"
    asked, later = [], set()
    while (question := ask(text, later)) is not None and len(asked) < 30:
        assert question.id not in asked
        asked.append(question.id)
        text = answered(text, question, "I don't know")
        later.add(question.id)
    assert "role design" not in asked


def test_the_same_file_is_asked_the_same():
    text = example("minimal")
    assert [q.id for q in coming(text, shipped().rubric, DAY)] == [q.id for q in coming(text, shipped().rubric, DAY)]


SHARED = (
    "format: 1\nproject: {title: x, phase: running, called: PPI, topic_sensitive: no}\nsources: {m: {kind: minutes}}\n"
    "influence: {heard: [{answer: yes, said_by: contributors}]}\ncare: {harm: none}\nvoices: {direct_experience: yes}\n"
    "stages:\n  complete: yes\n  design: {role: decided together, status: done, source: m}\n"
    "  governance: {role: decided together, status: ongoing, source: m}\n"
)
DECIDED = "{what: x, stage: [%s], decided_by: together, about: rules, became: done, source: m}"


def test_pay_and_support_are_asked_when_shared_decisions_are_shown_and_not_before():
    first = coming(SHARED, shipped().rubric, DAY, most=1)[0]
    assert first.id.startswith(("decision ", "room", "budget ")), first.id
    both = ", ".join(DECIDED % stage for stage in ("design", "governance"))
    shown = SHARED.replace("stages:", f"power: {{decisions: [{both}]}}\nstages:").replace("  complete: yes\n", "")
    shown += "  analysis: {role: decided together, status: ongoing, source: m}\n"
    ids = [q.id for q in coming(shown, shipped().rubric, DAY, most=6)]
    assert "pay" in ids, ids


def test_who_has_begun_to_tell_of_a_decision_is_asked_about_it_to_its_end():
    text = answered(
        SHARED,
        next(q for q in coming(SHARED, shipped().rubric, DAY, most=60) if q.id == "decision design"),
        "done: blue letters",
    )
    for answer in ("design", "m"):
        question = ask(text)
        assert "blue letters" in question.asks, question.id
        text = answered(text, question, answer)
    assert "blue letters" not in ask(text).asks


@pytest.mark.parametrize("start", STARTS)
def test_no_question_asks_for_more_than_one_thing_of_more_than_the_parts_of_the_work(start):
    for question in coming(STARTS[start], shipped().rubric, DAY, most=400):
        assert len(question.targets) <= 8
        assert question.asks.count("?") <= 2, question.asks
