"""What a report names as not told is what is not told: which answers rule out the verdicts that nobody has spoken of."""

import datetime as dt

import pytest
from support import shipped

from involve_audit.api import audit
from involve_audit.render import words

CONSULTED = """
format: 1
stages: {complete: yes, design: {role: consulted, status: done, asked: x}}
rooms: {panel: {contributors: 4, meetings: 2, status: done}}
power: {final_say: team}
care: {harm: none}
voices: {direct_experience: yes}
"""
ALL_SIGNS_BUT_HEARD = """
power: {final_say: team, decisions: none, ended: none}
timing: {first_involved: 2024-01, design_locked: 2024-06, activities: none}
views: none
voices: {direct_experience: yes, invited_because: [their knowledge]}
influence: {log: {complete: yes, entries: [{said: x, by: contributors, arose: asked, answer: taken up, changed: y}]}%s}
"""


def asked(text):
    return words.not_told(audit(text, shipped(), date=dt.date(2026, 11, 1)))


def test_where_nobody_has_said_whether_people_were_heard_that_is_what_is_asked():
    assert "whether people were heard" in asked(CONSULTED)


@pytest.mark.parametrize("answer", ["yes", "split"])
def test_where_it_is_told_the_next_signs_are_named_instead(answer):
    told = asked(CONSULTED + f"influence: {{heard: {{answer: {answer}, said_by: contributors}}}}")
    assert "whether people were heard" not in told
    assert ("whether most people were heard" in told) is (answer == "split")
    if answer == "yes":
        assert "whether people were asked before the decisions were taken" in told
        assert "what came of what people said" in told
        assert "why people were invited" not in told  # two are enough for one sentence


def test_where_every_sign_is_clear_none_is_asked_for():
    head = CONSULTED.split("power:", maxsplit=1)[0] + "care: {harm: none}\n"
    told = asked(head + ALL_SIGNS_BUT_HEARD % ", heard: {answer: yes, said_by: contributors}")
    assert not {t for t in told if t in words.verdict._SIGN_ASKED_FOR.values()}


def test_that_a_lower_verdict_is_possible_is_said_with_what_would_rule_it_out():
    found = audit(CONSULTED, shipped(), date=dt.date(2026, 11, 1))
    assert {"tokenism"} <= {v.id for v in found.verdict.possible}
    assert "A lower verdict cannot be ruled out until it is told whether people were heard." in words.possible_says(
        found
    )
    assert "tokenism" not in words.possible_says(found).lower()
