"""What is worked out once for many files is what each file says by itself."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from hypothesis import given
from projects import projects
from support import EXAMPLES, shipped

from involve_audit.facts import FACTS, Facts
from involve_audit.facts.case import Case
from involve_audit.judge.levels import carried, hold
from involve_audit.judge.signs import with_rubric
from involve_audit.judge.untold import Untold
from involve_audit.load import Document, read, read_project
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)


@cache
def untold():
    """One for all cases, so that what one leaves behind would be seen in the next."""
    return Untold(shipped().rubric, DAY, often=0)


def said(held):
    return held and (held.truth, held.where, held.unknown, held.no)


def level(criterion, facts):
    *carries, stops, unknown = carried(criterion, facts)
    return carries, said(stops), unknown


def says_the_same(project):
    rubric = shipped().rubric
    for case in (Case(project, DAY), Case(project, DAY).planned()):
        quick, slow = (with_rubric(facts, rubric) for facts in (untold().facts(case), Facts(case)))
        for name in FACTS:
            assert quick[name] == slow[name], name
        quick = with_rubric(untold().facts(case), rubric)
        for conditions in (
            *(f.when for f in rubric.flags),
            *(g.when for g in rubric.gates),
            *(c.applies_if for c in rubric.criteria),
        ):
            assert said(hold(conditions, quick)) == said(hold(conditions, slow))
        for criterion in rubric.criteria:
            assert level(criterion, quick) == level(criterion, slow), criterion.id


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_examples_say_the_same(path):
    says_the_same(read_project(read(path.read_bytes(), path.name)))


@given(projects)
def test_any_project_says_the_same(tree):
    try:
        project = read_project(Document("p.yaml", tree, []))
    except InputError:
        return
    says_the_same(project)


@pytest.mark.parametrize("section", ["stages", "views", "findings", "rooms", "sources"])
def test_told_as_none_is_not_the_same_as_not_told(section):
    says_the_same(read_project(Document("p.yaml", {"format": "1", section: "none"}, [])))


def test_what_is_not_told_is_not_worked_out_again():
    project = read_project(
        Document("p.yaml", {"format": "1", "project": {"title": "T"}, "access": {"language": "yes"}}, [])
    )
    facts = untold().facts(Case(project, DAY))
    assert "papers_sent_ahead" in facts.known
    assert "language_looked_after" not in facts.known
    assert 0 < len(facts.known) < len(FACTS)
    # Nor is what the rubric makes of them: what asks for papers is settled, what asks for the language is not.
    asking = {fact: c for c in shipped().rubric.criteria for level in c.levels.values() for fact in level.when or {}}
    flags = {fact: f for f in shipped().rubric.flags for fact in f.when}
    assert id(asking["papers_sent_ahead"]) in facts.settled
    assert id(asking["language_looked_after"]) not in facts.settled
    assert id(flags["advert_promises_a_say_without_decision"].when) in facts.settled


def test_it_is_for_one_day():
    with pytest.raises(ValueError, match="a case as of 2026-11-02, where all are as of 2026-11-01"):
        untold().facts(Case(read_project(Document("p.yaml", {"format": "1"}, [])), dt.date(2026, 11, 2)))


def test_a_choice_of_sections_is_worked_out_once_it_has_come_often():
    """Most files of many hands have a choice of their own: for each of these it would take longer than judging the file."""
    many = Untold(shipped().rubric, DAY, often=2)
    case = Case(read_project(Document("p.yaml", {"format": "1", "access": {"language": "yes"}}, [])), DAY)
    assert [bool(many.facts(case).known) for _ in range(4)] == [False, False, True, True]
