"""A fact that never asks whether plans count says the same where they do."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from projects import projects
from support import EXAMPLES, rows

from involve_audit.facts import FACTS, Facts
from involve_audit.facts.case import Case
from involve_audit.load import Document, read, read_project
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)


def shared(project):
    """The facts that a case and its plans share, after each was seen to be right."""
    # In both orders: what an earlier fact left in the case must not hide that a later one rests on plans.
    for names in (FACTS, reversed(FACTS)):
        case = Case(project, DAY)
        for name in names:
            FACTS[name].observe(case)
        beside, alone = Facts(case.planned()), Facts(Case(project, DAY).planned())
        for name in FACTS:
            assert beside[name] == alone[name], name
    # Nor may it matter whether the plans were asked first.
    asked_last = Case(project, DAY)
    for name in FACTS:
        FACTS[name].observe(asked_last.planned())
    for name in FACTS:
        assert FACTS[name].observe(asked_last) == FACTS[name].observe(case), name
    return case.same


@rows("path", EXAMPLES)
def test_examples_with_their_plans(path):
    assert shared(read_project(read(path.read_bytes(), path.name)))


@given(projects)
def test_any_project_with_its_plans(tree):
    try:
        project = read_project(Document("p.yaml", tree, []))
    except InputError:
        return
    shared(project)


@rows(
    "told, fact",
    [
        ({"access": {"papers_ahead": {"status": "planned"}}}, "papers_sent_ahead"),
        ({"access": {"papers_ahead": {"status": "ongoing", "since": "2030"}}}, "papers_sent_ahead"),
        ({"reward": {"lead": {"answer": "yes", "named": "to be appointed"}}}, "lead_named"),
    ],
)
def test_what_rests_on_plans_is_not_shared(told, fact):
    project = read_project(Document("p.yaml", {"format": "1", **told}, []))
    assert fact not in shared(project)
    assert Facts(Case(project, DAY))[fact] != Facts(Case(project, DAY).planned())[fact]
