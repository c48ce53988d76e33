"""No step and no question asks for what the file tells, for what cannot have happened, or for people who cannot be reached."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from projects import projects
from support import shipped

from involve_audit.assess import audit_document
from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.judge.advice import no_meeting
from involve_audit.load import Document, read, read_project
from involve_audit.messages import InputError
from involve_audit.render import words

DAY = dt.date(2026, 11, 30)
PUBLISHED = {"written_from": "published text", "when": "2026-11"}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("project.yaml"))
TO_COME = re.compile(
    r"next (meeting|journey|payment|decision)|(last|next) meeting|this (week|month)|half a year|\btoday\b"
)


def audit(tree):
    return audit_document(Document("p.yaml", {"format": "1", **tree}, []), shipped(), DAY)


TELLS = {
    "first-involvement": ("people_came_in", (True, False), "when people came in"),
    "expenses": ("expenses_covered", (True,), ""),
    "suggestions-not-taken-up": ("refusals_explained_to_speakers", (True,), "and why"),
}
"""Criteria whose step asks for something once the work is over: the fact that answers it, and the words of the step."""


def asked_although_told(tree):
    """What a file about work that is over is asked to say in public, though it tells that."""
    document = Document("p.yaml", {"format": "1", **tree}, [])
    project = read_project(document)
    case = Case(project, DAY)
    if not no_meeting(case):
        return
    facts = Facts(case)
    found = audit(tree)
    for criterion in (c for p in found.principles for c in p.criteria):
        name, told, says = TELLS.get(criterion.id, ("", (), ""))
        if name and facts[name].value in told and says in criterion.advice and criterion.advice:
            yield criterion.id, criterion.advice
        if criterion.id == "stages-covered" and criterion.advice:
            told_of = {s.id for s in found.rung.stages if s.told}
            if len(told_of) == len(found.rung.stages):
                yield criterion.id, criterion.advice


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_example_is_asked_for_what_it_tells(path):
    tree = {k: v for k, v in read(path.read_bytes()).tree.items() if k != "format"}
    tree["project"] = {**tree["project"], "phase": "finished"}
    assert not list(asked_although_told(tree))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(projects)
def test_no_file_about_work_that_is_over_is_asked_for_what_it_tells(tree):
    try:
        found = list(asked_although_told({**tree, "project": {**tree.get("project", {}), "phase": "finished"}}))
    except InputError:
        return
    assert not found


def test_only_the_parts_that_are_not_told_are_asked_for():
    stages = {s: {"role": "none"} for s in ("priorities", "design", "funding", "delivery", "analysis", "sharing")}
    found = audit(
        {"project": {"phase": "finished"}, "stages": {**stages, "design": {"role": "consulted", "status": "done"}}}
    )
    (says,) = [c.advice for p in found.principles for c in p.criteria if c.id == "stages-covered"]
    assert "steering and oversight" in says
    assert "results" in says
    assert "bid" not in says


def test_every_question_of_the_rubric_can_be_asked_of_work_that_is_over():
    """Where it asks of a meeting to come or just held, it has other words for afterwards."""
    asked = [c.question_after or c.question for c in shipped().rubric.criteria]
    assert not [says for says in asked if TO_COME.search(says)]


def test_every_step_for_work_that_is_over_needs_no_meeting_and_nobody_out_of_reach():
    for criterion in shipped().rubric.criteria:
        steps = [criterion.step_after or "", *(one.says or "" for one in criterion.step_after_instead or ())]
        for says in steps:
            assert not TO_COME.search(says), says
            assert "everybody" not in says, says
            if says.startswith(
                ("Ask those who took part", "Ask those who spoke", "Ask those whose", "Pay those", "Send")
            ):
                assert "still be reached" in says, says


STAGES = {
    "priorities": {"role": "none"},
    "design": {"role": "consulted", "status": "done", "when": "2003"},
}


def test_cancelled_work_is_not_asked_for_parts_that_it_never_came_to():
    found = audit({"project": {"phase": "cancelled"}, "stages": STAGES, "power": {"final_say": "team"}})
    asked = {q.id for q in found.questions}
    assert asked.isdisjoint({"stage delivery", "stage analysis", "stage sharing", "stage implementation"})
    assert "stage funding" in asked
    came = audit(
        {"project": {"phase": "cancelled"}, "stages": {**STAGES, "analysis": {"role": "involved", "status": "done"}}}
    )
    asked = {q.id for q in came.questions}
    assert "stage delivery" in asked
    assert "stage sharing" not in asked


@pytest.mark.parametrize(
    "project",
    [
        {"phase": "finished", "dates": {"end": "2026-02"}},
        {"phase": "finished"},
        {"phase": "cancelled", "dates": {"end": "2026-02"}},
        {},
    ],
)
def test_whoever_only_read_of_work_that_is_over_is_not_told_to_decide_with_people(project):
    tree = {
        "project": project, "stages": STAGES, "power": {"final_say": "team"}, "filled_in": {**PUBLISHED, "source": "paper"},
        "sources": {"paper": {"kind": "publication", "title": "Paper", "date": "2004"}},
    }  # fmt: skip
    found = audit(tree)
    assert words.is_over(found)
    did = [does for step in found.steps if step.kind == "do" for does in step.does]
    assert not [does for does in did if does.startswith(("Take one decision", "Involve people", "Ask people about"))]


def test_text_that_is_years_old_tells_nothing_of_today():
    """Where no day of the work is told, the text is the last that is told of it."""
    stages = {"design": {"role": "consulted", "status": "done"}}
    tree = {
        "stages": stages,
        "filled_in": {**PUBLISHED, "source": "paper"},
        "sources": {"paper": {"kind": "publication", "title": "Paper", "date": "2004"}},
    }
    assert audit(tree).project.last_told == "2004"
    later = {**tree, "sources": {"paper": {"kind": "publication", "title": "Paper", "date": "2026-01"}}}
    assert not audit(later).project.last_told
    # What is told to go on went on when the text came out; what others found later is told of it too.
    running = {**tree, "project": {"phase": "running"}, "stages": STAGES}
    assert audit(running).project.last_told == "2004"
    assert (
        audit({**tree, "findings": [{"by": "evaluation", "says": "It helped.", "when": "2010"}]}).project.last_told
        == "2010"
    )
