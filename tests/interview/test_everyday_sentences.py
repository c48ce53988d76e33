"""Everyday sentences: the likeliest answer is offered for a yes or a no, and nothing is written without a yes."""

from __future__ import annotations

import pytest
from answering_at_random import DAY, HEADS
from support import shipped

from involve_audit.interview import NotUnderstood, answered, coming, next_question, said_back
from involve_audit.interview.meaning import Perhaps, likeliest

UNTOLD = "format: 1\nproject: {title: x}\n"


def question_of(text, name):
    return next(q for q in coming(text, shipped().rubric, DAY, most=400) if q.id == name)


def test_a_sentence_with_an_everyday_word_of_one_answer_is_offered_that_answer():
    phase = question_of(UNTOLD, "phase")
    with pytest.raises(Perhaps) as found:
        answered(UNTOLD, phase, "we're recruiting at the moment")
    assert "4 it is running?" in str(found.value)
    assert "phase: running" in answered(UNTOLD, phase, found.value.instead).replace("'", "")


def test_what_shares_no_word_with_any_answer_is_offered_none():
    for question in coming(HEADS["running"], shipped().rubric, DAY, most=400):
        if question.kind == "choice":
            assert likeliest(question.choices, "zebra xylophone") is None
            with pytest.raises(NotUnderstood):
                answered(HEADS["running"], question, "zebra xylophone")


def test_words_for_which_there_is_no_room_do_not_keep_the_answer_out():
    phase = question_of(UNTOLD, "phase")
    said = "running, we are on our way"
    assert "running" in answered(UNTOLD, phase, said)
    if "we are on our way" not in answered(UNTOLD, phase, said):
        assert "could not be kept" in said_back(UNTOLD, phase, said)


def test_after_a_harm_and_whose_word_it_is_comes_whether_it_was_put_right():
    text = HEADS["running"] + (
        "stages: {design: {role: consulted, status: done}}\ninfluence: {heard: unknown}\n"
        "care: {harm: {entries: [{what: a fall, kind: harm, to: contributors, said_by: team}]}}\n"
    )
    assert next_question(text, shipped().rubric, DAY).id == "repair 0"


def test_a_no_behind_the_word_of_the_team_is_asked_back():
    heard = question_of(HEADS["running"] + "stages: {design: {role: consulted, status: done}}\n", "heard")
    for rest in ("one of them wrote that nothing ever comes back", "they never hear of it"):
        with pytest.raises(NotUnderstood, match="contrary"):
            answered(HEADS["running"], heard, f"the team thinks so; {rest}")


def test_where_several_may_be_meant_all_of_them_are_offered_together():
    where = question_of(HEADS["running"], "where")
    with pytest.raises(Perhaps) as found:
        answered(HEADS["running"], where, "planning it and overseeing it - they sit on the steering committee")
    assert found.value.instead == "2, 4"


def test_nobody_needs_to_tell_of_a_harm_here_and_hears_whom_else_to_tell():
    harm = question_of(HEADS["running"] + "stages: {design: {role: consulted, status: done}}\n", "harm")
    assert answered(HEADS["running"], harm, "I would rather not say it here") == HEADS["running"]
    assert "outside the team" in said_back(HEADS["running"], harm, "rather not")
    assert "Thank you" in said_back(HEADS["running"], harm, "4: somebody was upset and left")


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("a photograph of me was on the website without asking", 2),
        ("my picture was in the paper without my consent", 2),
    ],
)
def test_what_went_wrong_in_everyday_words_is_met_with_the_answer_that_it_is(said, number):
    text = HEADS["finished"] + "stages: {design: {role: consulted, status: done}}\r\n"
    harm = question_of(text, "harm")
    with pytest.raises(Perhaps) as offered:
        answered(text, harm, said)
    assert offered.value.instead == f"{number}: {said}"
