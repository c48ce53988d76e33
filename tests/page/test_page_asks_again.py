"""What was left for later, and what nobody knew, can be asked again in the page, as at a terminal."""

from __future__ import annotations

import json

import pytest

from involve_audit.page import session

DAY = "2026-11-30"
ASKED = """format: 1
project: {title: x, phase: finished, called: unknown}
stages: {complete: yes, design: {role: consulted or involved, status: done}}
"""


@pytest.fixture
def page(monkeypatch):
    # Of what is asked only these two questions: all others take long to go through.
    first = session.coming
    monkeypatch.setattr(
        session, "coming", lambda *a, **k: tuple(q for q in first(*a, **{**k, "most": 200}) if q.id == "topic")
    )
    made = session.Session(json.dumps({"examples": []}))
    state = {"text": ASKED}

    def act(does, **given):
        nonlocal state
        reply = json.loads(made.act(json.dumps({"does": does, "date": DAY, "state": state, "given": given})))
        state = reply["state"]
        return reply["main"]

    return act


def test_what_was_left_for_later_and_what_nobody_knew_is_asked_again(page):
    assert 'data-id="topic"' in page("show", screen="question")
    left = page("answer", id="topic", how="later")
    assert "Ask what you left for later" in left
    assert "Ask again what nobody knew" in left
    assert 'data-id="topic"' in page("ask-later")
    page("answer", id="topic", how="later")
    again = page("ask-unknown")
    assert "This was asked, and nobody knew" in again
