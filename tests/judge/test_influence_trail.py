"""The influence trail, link by link: what is broken, what is not told, and what does not apply."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import bared, rows, shipped

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import render
from involve_audit.results.audit import Audit, TrailFound

DAY = dt.date(2026, 11, 23)


def judged(log: Any, **more: Any) -> Audit:
    tree = {"format": "1", "project": {"title": "A test", "phase": "running"}, "influence": {"log": log, **more}}
    return audit_document(read(json.dumps(tree), "project.yaml"), shipped(), DAY, steps=False, lines="when asked")


def one(**entry: Any) -> TrailFound:
    (found,) = judged([{"said": "Ask us first", **entry}]).trail
    return found


@pytest.mark.parametrize(
    ("entry", "links", "breaks"),
    [
        ({}, ("not told", "not due", "not told", "not told"), ()),
        ({"answer": "unknown", "told_back": "unknown"}, ("not told", "not due", "not told", "not told"), ()),
        ({"answer": "taken up", "changed": "The form", "told_back": "2026"}, ("taken up", "not due", "yes", "yes"), ()),
        ({"answer": "taken up", "changed": "none", "told_back": "no"}, ("taken up", "not due", "no", "no"), ("taken up, and nothing changed", "not told back")),
        ({"answer": "partly", "changed": "The form", "reason": "none"}, ("partly", "no", "yes", "not told"), ("partly taken up, and no reason for the rest",)),
        ({"answer": "partly"}, ("partly", "not told", "not told", "not told"), ()),
        ({"answer": "refused", "reason": "Money", "told_back": "yes"}, ("refused", "yes", "not due", "yes"), ()),
        ({"answer": "refused", "reason": "none"}, ("refused", "no", "not due", "not told"), ("refused without a reason",)),
        ({"answer": "refused"}, ("refused", "not told", "not due", "not told"), ()),
        ({"answer": "put off", "reason": "none", "told_back": "2027-03"}, ("put off", "no", "not due", "not yet"), ("put off without a reason",)),
        ({"answer": "unanswered", "told_back": "no"}, ("unanswered", "not due", "not due", "no"), ("not answered", "not told back")),
        ({"answer": "contested", "changed": "none"}, ("contested", "not due", "not due", "not told"), ()),
        ({"changed": "none"}, ("not told", "not due", "no", "not told"), ("nothing changed",)),
        ({"answer": "refused", "reason": "Money", "changed": "The rule, a year later"}, ("refused", "yes", "yes", "not told"), ()),
    ],
)  # fmt: skip
def test_each_link_is_told_broken_or_not_told(
    entry: dict[str, Any], links: tuple[str, ...], breaks: tuple[str, ...]
) -> None:
    found = one(**entry)
    assert (found.answer, found.reason, found.changed, found.told_back) == links
    assert found.breaks == breaks


def test_who_spoke_and_about_what_part_of_the_work() -> None:
    found = one(by="people served", stage="design")
    assert (found.by, found.stage) == ("people served", "Design")
    assert (one(by="unknown").by, one().by, one().stage) == ("", "", "")


def test_what_is_dated_later_has_not_been_said_yet() -> None:
    entries = [{"said": "Later", "when": "2027-01"}, {"said": "Now", "when": "2026-11"}, {"said": "Some day"}]
    assert [e.because[0].says for e in judged(entries).trail] == ["said: Now", "said: Some day"]


@rows(
    "log, complete",
    [({"entries": [{"said": "A"}], "complete": "yes"}, "yes"), ({"entries": [{"said": "A"}], "complete": "no"}, "no"),
     ([{"said": "A"}], "not told"), ("none", "yes"), ("unknown", "not told"), ({"complete": "unknown", "entries": []}, "not told")],
)  # fmt: skip
def test_whether_the_log_is_complete(log: Any, complete: str) -> None:
    assert judged(log).trail_complete == complete


def test_each_entry_has_its_line_the_words_that_were_said_first() -> None:
    text = "format: 1\nproject: {title: A}\ninfluence:\n  log:\n    - said: Ask us first\n      answer: refused\n      reason: none\n    - {said: Pay us}\n"
    found = audit_document(read(text, "p.yaml"), shipped(), DAY, steps=False, lines="when asked").trail
    assert [(b.line, b.says) for b in found[0].because] == [
        (5, "said: Ask us first"),
        (6, "answer: refused"),
        (7, "reason: none"),
    ]
    assert [(b.line, b.says) for b in found[1].because] == [(8, "said: Pay us")]


def test_every_link_that_is_told_has_its_line_and_one_that_is_not_told_has_none() -> None:
    told = {
        "said": "Ask us first",
        "answer": "partly",
        "reason": "Money",
        "changed": "The form",
        "told_back": "2026-02",
    }
    found = judged([{"by": "contributors", "stage": "design", **told}]).trail[0]
    assert [b.says for b in found.because] == [f"{link}: {text}" for link, text in told.items()]
    assert [b.says for b in one(told_back="unknown").because] == ["said: Ask us first", "told_back: unknown"]


WORDS = ("SECRETSAID", "SECRETREASON", "SECRETCHANGE")


def test_without_excerpts_no_word_of_the_log_is_left() -> None:
    log = [{"said": WORDS[0], "by": "contributors", "answer": "partly", "reason": WORDS[1], "changed": WORDS[2]}]
    audit = judged(log)
    quiet = bared(audit, json.dumps({"format": 1, "influence": {"log": log}}))
    told, bare = render("json", [audit]), render("json", [quiet])
    assert all(word in told for word in WORDS)
    assert not any(word in bare for word in WORDS)
    assert quiet.trail[0].answer == "partly"


@given(st.data())
def test_taking_an_answer_away_never_mends_nor_breaks_another_link(data: st.DataObject) -> None:
    choices = {
        "answer": ["taken up", "partly", "put off", "refused", "unanswered", "contested"], "reason": ["none", "Money"],
        "changed": ["none", "The form"], "told_back": ["no", "2026-02", "2027-02"],
    }  # fmt: skip
    entry = {key: data.draw(st.sampled_from(words)) for key, words in choices.items()}
    gone = data.draw(st.sampled_from(("reason", "changed", "told_back")))
    whole, less = one(**entry), one(**{k: v for k, v in entry.items() if k != gone})
    for link in {"answer", "reason", "changed", "told_back"} - {gone}:
        assert getattr(whole, link) == getattr(less, link)
    assert set(less.breaks) <= set(whole.breaks)
    assert getattr(less, gone) in ("not told", "not due")
