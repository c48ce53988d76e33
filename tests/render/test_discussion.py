"""What to talk over: few questions, each with what it is about, from any audit."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from own_words import EXAMPLES, example
from projects import projects
from samples import empty, hostile, rich
from support import rows, shipped

from involve_audit.judge.room import TITLES
from involve_audit.render import discussion as talk
from involve_audit.render.discussion import MOST, discussion, not_known, to_the_team
from involve_audit.results.audit import PartFound


def check(topics, at_most=MOST):
    assert len(topics) <= at_most
    assert len({t.question for t in topics}) == len(topics)
    assert len({t.context for t in topics}) == len(topics) or not all(t.told for t in topics)
    for topic in topics:
        assert topic.question.endswith("?"), topic
        assert topic.context.rstrip("”")[-1:] in (".", "?", "!", "…"), topic


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("of", [discussion, to_the_team, not_known])
def test_at_most_five_questions_each_with_its_context(name, of):
    audit = example(name)
    check(of(audit))
    check(of(audit, 3), 3)
    known = {p.id for p in audit.principles}
    assert {t.principle for t in of(audit)} <= {*known, ""}
    assert all(line.line >= 1 and line.path for t in of(audit) for line in t.lines)


@rows("name", EXAMPLES)
def test_what_is_seen_has_its_lines_and_what_is_not_told_says_so(name):
    for topic in discussion(example(name)):
        assert topic.lines
        # Where half of it is told, the context says which half.
        assert topic.context.startswith((talk.NOT_TOLD_YET, *talk.HALF_TOLD)) is not topic.told
    assert all(t.told for t in to_the_team(example(name)))
    assert not any(t.told for t in not_known(example(name)))


def test_there_is_always_something_to_talk_over():
    for audit in (empty(), rich(), hostile()):
        assert discussion(audit)
    assert discussion(replace(empty(), questions=()))[0].question.endswith("?")


def test_what_fails_the_check_comes_first_and_themes_before_a_second_of_one():
    audit = example("bad")
    topics = discussion(audit)
    holding = {g.asks for g in audit.gates if g.state == "holds" and (g.fails or g.caps)}
    assert topics[0].question in holding
    assert len({t.principle for t in topics}) == len(topics) == MOST
    assert {"influence", "reward", "care"} <= {t.principle for t in topics}


def test_silence_does_not_fill_the_hour_where_something_else_is_told():
    from involve_audit.judge.questions import asks_of

    assert asks_of("trust-broken", shipped().rubric)
    for name in EXAMPLES:
        topics = discussion(example(name))
        told = [t for t in topics if t.told]
        assert len(topics) - len(told) <= talk.UNTOLD_AT_MOST or len(topics) < MOST or len(told) < 2, name
        # Nobody is asked about harm before others.
        assert not [t for t in topics if not t.told and "harmed" in t.question]


def test_where_nobody_is_involved_nobody_is_asked_how_it_is_for_them():
    topics = discussion(example("involve-audit"))
    assert topics[0].question.startswith("Who would say that this work is about them")
    assert not [t for t in topics if " you " in t.question]


def test_a_partial_answer_says_what_is_there_and_what_is_missing():
    timing = next(t for t in discussion(example("full")) if t.principle == "timing")
    assert timing.context == (
        "Does the team keep in touch? Contact is kept up. Was the planned rhythm of contact kept? No."
    )


def test_no_level_and_no_number_of_a_list_is_the_answer_to_a_question():
    """A level is how far the facts carry, and no answer: a question whose plain answer is no gets no "in part"."""
    for name in EXAMPLES:
        for criterion in (c for p in example(name).principles for c in p.criteria if c.because):
            says = talk.how_it_stands(criterion)
            assert "In part." not in says, says
            assert not re.search(r"\bAt least \d", says), says
    assert talk.part_says(PartFound("How often did more than a wording or a leaflet change because of what people said?", "at least 1", "yes")).endswith("? Once, as far as it is told.")  # fmt: skip
    assert talk.part_says(PartFound("How many contributors have an equal vote in a room that decides?", "none so far", "not told")).endswith("? None, as far as it is told.")  # fmt: skip


def test_what_contradicts_itself_in_the_file_is_no_question_to_contributors():
    for name in EXAMPLES:
        errors = {f.asks for f in example(name).flags if f.level == "error"}
        assert errors.isdisjoint(t.question for t in to_the_team(example(name)))


def test_an_answer_is_never_left_open():
    for name in EXAMPLES:
        for criterion in (c for p in example(name).principles for c in p.criteria if c.applies and c.because):
            says = talk.how_it_stands(criterion)
            assert says.startswith(criterion.plain)
            assert says.rstrip("”")[-1] in ".!", says


def test_plans_are_asked_about_as_plans():
    plans = [t for t in discussion(example("application")) if t.question == talk.ON_PLANS]
    assert len(plans) == 1
    assert "planned" in plans[0].context


def test_people_who_are_missing_are_named_before_they_are_asked_about():
    assert set(talk.ROOM) == set(TITLES)
    voices = [t for t in to_the_team(example("full")) if t.principle == "voices"]
    assert any(t.context.endswith("Families new to the country.") for t in voices)
    assert not [asks for about, asks in talk.ROOM.values() if not about or not asks.endswith("?")]


@given(projects)
def test_any_file_gives_questions_that_can_be_read_alone(tree):
    from own_words import of

    from involve_audit.wording.messages import InputError

    try:
        audit = of({"format": 1} | tree)
    except InputError:
        return
    for found in (discussion(audit), to_the_team(audit), not_known(audit)):
        check(found)
    assert discussion(audit)
