"""Lists of answers are short enough to be read, what is not listed can be written, and what is alike is asked once."""

from __future__ import annotations

import random

import pytest
from answering_at_random import DAY, HEADS, any_answer, ask, example
from support import shipped

from involve_audit.interview import NotUnderstood, answered, asked_before, coming, further
from involve_audit.interview.answer_reading import understood
from involve_audit.interview.catalogue import WHICH_ROLE
from involve_audit.interview.sitting import Sitting
from involve_audit.wording.messages import InputError
from involve_audit.yamlfile.editing import CannotInsert

HARMED = """format: 1
project: {title: x, phase: running, called: PPI}
sources: {a: {kind: minutes}, b: {kind: report}, c: {kind: page}, d: {kind: letter}, e: {kind: minutes}, f: {kind: minutes}}
stages: {design: {role: consulted, status: done}}
care: {harm: [{what: photos were printed}]}
influence: {heard: [{answer: no}]}
findings: [{says: the answers came too late}]
honesty: {ways_of_working: {status: done}}
"""
PLANNED = """format: 1
project: {title: x, phase: applying, called: PPI}
stages:
  design: {role: consulted, status: planned}
  analysis: {role: involved, status: planned}
  sharing: {role: involved, status: planned}
"""
MOST = {"choice": 8, "source": 6, "several": 9}
"""So many answers are listed at most: what somebody ticks is scanned, what somebody decides between is read."""


def every_question():
    """The questions of files in many states."""
    texts = [*HEADS.values(), HARMED, PLANNED, *map(example, ("bad", "full", "autspaces", "dementia-enquirers"))]
    for name, head in HEADS.items():
        chance, text, later = random.Random(name), head, set()
        for _ in range(6):
            question = ask(text, later)
            if question is None:
                break
            later.add(question.id)
            try:
                text = answered(text, question, any_answer(question, chance))
            except (NotUnderstood, CannotInsert, InputError):
                continue
        texts.append(text)
    return {(n, q.id): q for n, text in enumerate(texts) for q in coming(text, shipped().rubric, DAY, most=300)}


@pytest.fixture(scope="module")
def questions():
    return every_question()


def test_no_list_is_too_long_to_be_read(questions):
    long = {q.id: len(q.choices) for q in questions.values() if q.kind in MOST and len(q.choices) > MOST[q.kind]}
    assert not long
    assert any(q.more for q in questions.values())


def test_what_is_not_listed_is_understood_and_said_to_be_so(questions):
    for question in questions.values():
        for choice in question.more:
            assert understood(question, choice.word).tells, (question.id, choice.word)
            assert (
                understood(question, choice.says).tells == understood(question, choice.word).tells
                or question.kind == "source"
            )
        if question.more:
            assert "write" in question.help or "in your own words" in question.help


def test_who_found_harm_may_be_a_court_that_is_not_listed(questions):
    who = next(q for q in questions.values() if q.id == "harm 0 who")
    assert len(who.choices) <= 6
    assert "said_by: court" in answered(HARMED, who, "a court")
    with pytest.raises(NotUnderstood, match=f"from 1 to {len(who.choices)}"):
        understood(who, "zebra")


def test_of_several_plans_day_and_owner_are_asked_once():
    asked = [q for q in coming(PLANNED, shipped().rubric, DAY, most=300) if q.decides == "the policy"]
    assert {"when plans", "owner plans", "people plans"} <= {q.id for q in asked}
    assert not [q.id for q in asked if q.id.startswith(("when stages", "owner stages", "people stages"))]


def test_an_answer_on_several_plans_may_be_for_some_of_them():
    when = next(q for q in coming(PLANNED, shipped().rubric, DAY, most=300) if q.id == "when plans")
    text = answered(PLANNED, when, "May 2027 for 1, 3")
    assert text.count("when: May 2027") == 2
    left = next(q for q in coming(text, shipped().rubric, DAY, most=300) if q.id.startswith("when "))
    assert left.id == "when stages.analysis.0"
    assert answered(PLANNED, when, "I don't know").count("when: unknown") == 3
    with pytest.raises(NotUnderstood):
        answered(PLANNED, when, "some time")


def test_money_is_asked_for_only_where_nobody_sees_to_it():
    """A plan counts with its day, and with an owner or money: design, Promised."""
    owned = PLANNED.replace("planned}", "planned, when: 2027, owner: involvement lead}")
    assert not [q.id for q in coming(owned, shipped().rubric, DAY, most=300) if q.id.startswith("cost stages")]
    assert [q.id for q in coming(PLANNED, shipped().rubric, DAY, most=300) if q.id.startswith("cost stages")]


def test_a_practice_that_is_planned_with_a_day_is_not_asked_for_money():
    text = PLANNED + "reward: {pay: {status: planned, offered: all, when: 2027}}\n"
    ids = [q.id for q in coming(text, shipped().rubric, DAY, most=300)]
    assert not [i for i in ids if i.startswith(("cost reward.pay", "owner reward.pay"))]


@pytest.mark.parametrize(
    ("word", "said", "role"),
    [
        ("consulted or involved", "yes", "role: involved,"),
        ("consulted or involved", "no", "role: consulted,"),
        ("involved or decided together", "yes", "role: decided together,"),
        ("involved or decided together", "no", "role: involved,"),
    ],
)
def test_which_of_two_roles_it_was_is_asked_again_and_settled(word, said, role):
    text = f"format: 1\nproject: {{title: x, phase: finished}}\nstages: {{design: {{role: {word}, status: done}}}}\n"
    assert not [q for q in coming(text, shipped().rubric, DAY, most=300) if q.id.startswith(WHICH_ROLE)]
    asked = [q for q in asked_before(text, shipped().rubric, DAY) if q.id.startswith(WHICH_ROLE)]
    assert len(asked) == 1
    assert role in answered(text, asked[0], said)


def test_of_a_practice_that_is_told_the_details_are_asked_and_of_one_that_is_not_whether_there_is_any():
    text = "format: 1\nproject: {phase: running}\nreward: {pay: {status: ongoing}}\n"
    asked = [question.id for question in further.open_questions(Sitting.of(text, shipped().rubric, DAY))]
    of_pay = {"reward.pay.offered", "reward.pay.form", "reward.pay.told_in_advance"}
    assert of_pay <= {*asked}
    assert "reward.lead" in asked
    assert not [one for one in asked if one.startswith("reward.lead.")]
    twice = {one for one in asked if asked.count(one) > 1}
    assert twice <= {"shows reward.pay"}
