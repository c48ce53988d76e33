"""Steps: each that a report promises, applied, does what it promised; none comes too late; none can be left out."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml
from support import ROOT, shipped

from involve_audit.assess import audit_document
from involve_audit.load import Document, read
from involve_audit.render import words
from involve_audit.rubric.model import VERDICTS
from involve_audit.what_if.steps import laid_over

DAY = dt.date(2026, 11, 23)
EXAMPLES = sorted(p.parent.name for p in (ROOT / "examples").glob("*/project.yaml"))


def audit(tree):
    return audit_document(Document("project.yaml", tree, []), shipped(), DAY, lines="when asked")


def as_read(text):
    """What the loader would read: every value a text."""
    return read(f"value: {text}").tree["value"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_step_does_what_it_promises(name):
    tree = read((ROOT / "examples" / name / "project.yaml").read_bytes()).tree
    found = audit(tree)
    for step in found.steps:
        gives = [(place, as_read(value)) for place, value in step.gives]
        after = audit(laid_over(tree, gives))
        if step.kind == "do" and not step.verdict:  # answering people lifts no verdict by itself, and promises none
            assert "→" not in step.lifts
            assert VERDICTS.index(after.verdict.id) >= VERDICTS.index(found.verdict.id)
        elif step.kind == "do":
            assert after.verdict.id == step.verdict
            assert VERDICTS.index(after.verdict.id) > VERDICTS.index(found.verdict.id)
        elif "promise" in step.lifts:
            assert after.label.claims != found.label.claims or after.label.says != found.label.says
        else:
            assert after.label.state in ("fits", "modest")
            assert after.rung.shown == found.rung.shown


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_change_of_a_step_can_be_left_out(name):
    tree = read((ROOT / "examples" / name / "project.yaml").read_bytes()).tree
    found = audit(tree)
    for step in found.steps:
        if step.kind != "do" or len(step.does) < 2:
            continue
        places = [place for place, _ in step.gives]
        for left_out in {p.split(".")[1] for p in places if p.startswith("stages.")}:
            rest = [(p, as_read(v)) for p, v in step.gives if p != f"stages.{left_out}"]
            assert audit(laid_over(tree, rest)).verdict.id != step.verdict


def test_a_step_never_offers_what_time_has_closed():
    tree = {
        "format": "1",
        "project": {"phase": "finished"},
        "stages": {"design": {"role": "consulted", "status": "done", "asked": "x"}, "analysis": "none"},
        "power": {"final_say": "team"},
    }
    found = audit(tree)
    assert found.verdict.id == "consultation"
    closed = ("priorities", "design", "funding", "governance", "delivery", "analysis")
    for step in found.steps:
        for place, _ in step.gives:
            assert not place.startswith(tuple(f"stages.{s}" for s in closed))
    assert {d.when for d in found.doors} >= {"closed"}


def test_before_the_bid_the_door_has_a_date_and_a_question():
    tree = {
        "format": "1",
        "project": {"phase": "applying", "dates": {"submitted": "2027-01-15"}, "called": "co-production"},
        "stages": {"design": {"role": "involved", "status": "planned", "when": "2027-06", "cost": "900"}},
    }
    found = audit(tree)
    assert found.verdict.id == "promises"
    assert "15 January 2027" in found.questions[0].asks
    assert any("15 January 2027" in d.when for d in found.doors)


def test_answers_are_laid_over_without_touching_the_file():
    tree = {"power": {"decisions": {"complete": "yes", "entries": [{"what": "a"}]}}, "stages": "none"}
    kept = yaml.safe_dump(tree)
    after = laid_over(tree, [("power.decisions[+]", {"what": "b"}), ("stages.design", {"role": "led"})])
    assert [e["what"] for e in after["power"]["decisions"]["entries"]] == ["a", "b"]
    assert after["stages"] == {"complete": "yes", "design": {"role": "led"}}
    assert laid_over({"a": {"b": [{"x": "1"}]}}, [("a.b[0]", {"source": "s"})]) == {
        "a": {"b": [{"x": "1", "source": "s"}]}
    }
    spans = {"stages": {"design": [{"role": "consulted"}]}}
    assert len(laid_over(spans, [("stages.design", {"role": "led"})])["stages"]["design"]) == 2
    assert yaml.safe_dump(tree) == kept
    assert laid_over({}, [("a.b[+]", "x")]) == {"a": {"b": ["x"]}}
    assert laid_over({"a": {"b": "none"}}, [("a.b[+]", "x")]) == {"a": {"b": ["x"]}}
    assert laid_over({"a": {"b": {"what": "y"}}}, [("a.b[+]", "x")]) == {"a": {"b": [{"what": "y"}, "x"]}}


RUN_BY_PEOPLE = """
project: {title: Our air, phase: running, called: community-led research, researchers: 0}
organisations:
  %s: {does: runs, governed_by: people affected}
stages:
  priorities: {role: led, status: done}
  design: {role: led, status: done}
power: {final_say: contributors}
"""


@pytest.mark.parametrize("name", ["residents", '"St. Mary [East]"'])
def test_who_governs_the_work_is_said_first_where_only_that_is_not_shown(name):
    """It is so already, by what is told: nobody who leads is asked for a shared decision that would make less of it."""
    tree = read("format: 1" + RUN_BY_PEOPLE % name).tree
    found = audit(tree)
    first = words.first_steps(found)
    assert first
    assert {step.kind for step in first} == {"tell"}
    gives = [(place, as_read(value)) for place, value in first[0].gives]
    assert audit(laid_over(tree, gives)).verdict.id == first[0].verdict == "led by lived experience"


@pytest.mark.parametrize(
    ("phase", "says"), [("applying", "by when, and with what money"), ("running", "where that can be read")]
)
def test_words_that_are_not_shown_may_be_true(phase, says):
    """Nothing speaks against them: what shows them is asked for before another word is offered."""
    found = audit({"format": "1", "project": {"phase": phase, "called": "co-production"}})
    assert found.label.state == "not shown"
    (truly,) = words.steps_of(found, "say it truly")
    assert says in truly.does[0]
    assert truly.does[0].startswith("Write down what shows “co-production”")
