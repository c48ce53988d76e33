"""Steps over examples and random files: they lift what they say, tell nothing anew, come in time and in order."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given, settings
from projects import projects
from support import EXAMPLES, shipped

from involve_audit.assess import audit_document
from involve_audit.facts.case import Case
from involve_audit.load import Document, read, read_project
from involve_audit.what_if.steps import closed_stages, given_for, laid_over
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)
RANK = ["pay", "safety", "decisions", "answers", "voices", "views", "telling"]


def audit(tree):
    return audit_document(Document("p.yaml", tree, []), shipped(), DAY, lines="when asked")


def as_read(text):
    return read(f"value: {text}").tree["value"]


def rank(says):
    """Where a step stands in the order, by its words in the rubric."""
    for text in shipped().rubric.steps:
        before, _, after = text.says.partition("{stage}")
        if says.startswith(before) and says.endswith(after):
            return RANK.index(text.order)
    return RANK.index("telling")


def at(tree, place):
    for step in place.removesuffix("[+]").replace("[", ".").replace("]", "").split("."):
        if isinstance(tree, list):
            tree = tree[int(step)] if step.isdigit() and int(step) < len(tree) else None
        else:
            tree = tree.get(step) if isinstance(tree, dict) else None
    return tree


def wrong_with(tree):
    """What a file's steps say that is not so."""
    found = audit(tree)
    closed = closed_stages(Case(read_project(Document("p.yaml", tree, [])), DAY))
    wrong = []
    for step in found.steps:
        if step.kind == "say it truly":
            continue
        gives = [(place, as_read(value)) for place, value in step.gives]
        if step.verdict and audit(laid_over(tree, gives)).verdict.id != step.verdict:
            wrong.append(("does not lift", step))
        for place, value in gives:
            if place.endswith("[+]"):
                continue
            there = at(tree, place)
            if there == value or (
                isinstance(value, dict) and isinstance(there, dict) and value.items() <= there.items()
            ):
                wrong.append(("is told already", place, value))
            if step.kind == "do" and place.startswith("stages.") and place.split(".")[1] in closed:
                wrong.append(("comes too late", place))
        ranks = [rank(says) for says in step.does]
        unheard = any(s.id == "said-not-heard" and s.state == "holds" for s in found.signs)
        if ranks != sorted(ranks) and not unheard:
            wrong.append(("out of order", step.does))
        if unheard and step.kind == "do" and "heard" not in step.does[0] and found.verdict.id != "broken trust":
            wrong.append(("does not answer first", step.does))
    return wrong


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_steps_of_examples_hold(path):
    assert wrong_with(read(path.read_bytes()).tree) == []


@settings(max_examples=15)
@given(projects)
def test_steps_of_any_file_hold(tree):
    try:
        read_project(Document("p.yaml", tree, []))
    except InputError:
        assume(False)
    assert wrong_with(tree) == []


TOLD = {
    "format": "1",
    "project": {"phase": "running", "dates": {"end": "2028-03"}},
    "power": {"final_say": "team"},
    "timing": {"design_locked": "no"},
}


def told(**more):
    return {**TOLD, **more}


def test_where_only_a_source_is_missing_the_step_is_to_name_one():
    tree = told(
        stages={
            "design": {"role": "decided together", "status": "ongoing"},
            "analysis": {"role": "decided together", "status": "ongoing"},
        },
        power={
            "final_say": "team",
            "decisions": [
                {
                    "what": "Evenings only",
                    "stage": ["design", "analysis"],
                    "decided_by": "together",
                    "became": "done",
                    "about": "design",
                }
            ],
        },
    )
    found = audit(tree)
    tells = [s for s in found.steps if s.kind == "tell"]
    assert tells
    assert any("Evenings only" in does for s in tells for does in s.does)
    assert not any("decision together on design" in does for s in found.steps for does in s.does)
    assert wrong_with(tree) == []


def test_a_stage_that_is_done_is_no_step_and_a_door_says_so():
    tree = told(
        stages={
            "delivery": {"role": "consulted", "status": "done", "when": "2025", "asked": "what matters"},
            "governance": {"role": "consulted", "status": "ongoing", "asked": "what matters"},
        }
    )
    found = audit(tree)
    assert not any(p.startswith("stages.delivery") for s in found.steps for p, _ in s.gives)
    assert any("closed, because it is told to be done" in d.says and "2025" in d.says for d in found.doors)
    assert any("March 2028" in d.when for d in found.doors)


@pytest.mark.parametrize(
    "heard",
    [
        {"answer": "no", "said_by": "contributors", "when": "2026-05"},
        {"answer": "no", "said_by": "contributors"},
        [{"answer": "yes", "said_by": "team"}, {"answer": "no", "said_by": "people served", "when": "2026-01"}],
    ],
)
def test_people_who_were_not_heard_are_answered_first(heard):
    tree = told(
        stages={s: {"role": "consulted", "status": "ongoing", "asked": "what matters"} for s in ("design", "analysis")},
        influence={"heard": heard},
    )
    found = audit(tree)
    assert found.verdict.id == "tokenism"
    do = [s for s in found.steps if s.kind == "do"]
    assert do
    assert all("heard" in s.does[0] for s in do)
    assert wrong_with(tree) == []


def test_harm_that_is_told_is_what_is_mended():
    harm = [{"what": "Names were printed", "kind": "used otherwise than agreed", "when": "2025-01"}]
    tree = told(
        stages={s: {"role": "consulted", "status": "ongoing", "asked": "what matters"} for s in ("design", "analysis")},
        care={"harm": harm},
    )
    found = audit(tree)
    assert found.verdict.id == "broken trust"
    (step,) = [s for s in found.steps if s.kind == "do"]
    assert [p for p, _ in step.gives if p != "sources.to_be_named"] == ["care.harm[0].repair"]
    assert wrong_with(tree) == []


# --- a step fits whatever stands in its place -------------------------------------------------------------

STANDS_THERE = ("none", "no", "unknown", "yes", "planned", "done")


@pytest.mark.parametrize("step", [s for s in shipped().rubric.steps if isinstance(s.gives, dict)], ids=lambda s: s.id)
def test_whatever_stands_in_the_place_of_a_step_the_file_can_still_be_read(step):
    """A file with `feedback: {answer: none, note: …}` can be read; with a step that begins feedback in it it could not, and the check ended."""
    tried = 0
    gives = given_for(step, "design")
    for word in STANDS_THERE:
        for there in (word, {"answer": word, "note": "x"}, {"status": word, "note": "x"}):
            for place, _ in gives:
                tree = {"format": "1", "stages": {"design": {"role": "consulted", "status": "done", "asked": "y"}}}
                tree = laid_over(tree, [(place.removesuffix("[+]").replace("[0]", ""), there)])
                try:
                    read_project(Document("p.yaml", tree, []))
                except InputError:
                    continue
                tried += 1
                read_project(Document("p.yaml", laid_over(tree, gives), []))
    assert tried
