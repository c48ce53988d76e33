"""Where a text does not tell whether people were answered, or who decided, it is one of two roles, and nobody says which: the range holds both."""

from __future__ import annotations

import datetime as dt

import pytest
from support import rows, shipped
from weighing import Evaluated

from involve_audit.assess import audit_project
from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.load import read, read_project
from involve_audit.project.people import EITHER_ROLE, OR_TOGETHER, ROLE_WORDS, ROLES, role_at_least, role_at_most

DAY = dt.date(2026, 11, 23)
EITHER = "consulted or involved"
FILE = """format: 1
sources: {{m: {{kind: minutes}}}}
project: {{phase: running}}
stages: {{complete: yes, design: {{role: {role}, status: {status}{more}}}, analysis: {{role: {role}, status: {status}{more}}}}}
power: {{final_say: team}}
influence: {{heard: {{answer: yes, said_by: contributors, source: m}}}}
"""


def text(role, status="done", more=", source: m"):
    return FILE.format(role=role, status=status, more=more)


def audit(role, status="done", more=", source: m"):
    document = read(text(role, status, more))
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


@pytest.mark.parametrize("word", EITHER_ROLE)
@pytest.mark.parametrize("status", ["done", "ongoing", "planned", "stopped", "policy", "unknown"])
@pytest.mark.parametrize(
    "more", ["", ", source: m", ", asked: the dose", ", people: 0", ", stopped_by: above, stopped_agreed: no"]
)
def test_the_range_holds_what_either_role_shows(word, status, more):
    """The low end is that of the smaller role, the high end that of the larger one, and whichever it was is possible."""
    either, low, high = (
        Evaluated(read(text(role, status, more)).tree, DAY).found for role in (word, *EITHER_ROLE[word])
    )
    shown = [found.ladder.shown.stages for found in (either, low, high)]
    assert shown[0]
    for found, smaller, larger in zip(*shown, strict=True):
        assert found.shown.low == smaller.shown.low
        assert found.shown.high == larger.shown.high
        assert found.shown.low <= larger.shown.low
    assert {low.outcome.id, high.outcome.id} <= {*either.outcome.possible}


def test_the_two_roles_are_neighbours_and_the_words_stand_in_order():
    for smaller, larger in EITHER_ROLE.values():
        assert ROLES.index(larger) == ROLES.index(smaller) + 1
    ends = [(role_at_least(word), role_at_most(word)) for word in ROLE_WORDS]
    assert ends == sorted(ends)


DECIDED = "power: {final_say: team, decisions: [{what: which scale is used, about: outcome, stage: design, decided_by: BY, became: BECAME, source: m}]}"


@rows(
    "by, became, shown",
    [
        ("together", "done", "decided together"),
        ("contributors", "done", "decided together"),
        ("together", "set aside", "involved"),
        ("team", "done", "involved"),
        ("unknown", "done", "involved"),
    ],
)
def test_what_was_decided_there_answers_who_decided(by, became, shown):
    file = text(OR_TOGETHER).replace("power: {final_say: team}", DECIDED.replace("BY", by).replace("BECAME", became))
    document = read(file)
    found = audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")
    design, analysis = (next(s for s in found.rung.stages if s.id == stage) for stage in ("design", "analysis"))
    assert (design.told, design.shown.low) == (OR_TOGETHER, shown)
    assert (analysis.shown.low, analysis.shown.high) == ("involved", "decided together")


def test_a_word_for_shared_power_is_not_overclaimed_where_it_is_not_told_who_decided():
    file = text(OR_TOGETHER).replace("phase: running", "phase: running, called: co-production")
    document = read(file)
    found = audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")
    assert found.label.state == "not shown"
    assert found.verdict.id == "involvement"
    assert "working partnership" in {v.id for v in found.verdict.possible}


def test_it_is_told_as_it_stands():
    found = audit(EITHER)
    design = next(s for s in found.rung.stages if s.id == "design")
    assert (design.told, design.shown.low, design.shown.high) == (EITHER, "consulted", "involved")
    assert found.verdict.id == "consultation"
    assert "involvement" in {v.id for v in found.verdict.possible}


@rows(
    "fact, value",
    [("every_told_stage_involves_nobody", False), ("people_present", True), ("role_below_wish", None)],
)
def test_what_both_roles_share_is_so_and_what_only_one_is_stays_open(fact, value):
    case = Case(read_project(read(text(EITHER, more=", source: m, wished_role: involved"))), DAY)
    assert FACTS[fact].observe(case).value is value


def test_people_at_work_are_counted_as_none_to_all():
    case = Case(read_project(read(text(EITHER))), DAY)
    span = FACTS["stages_with_contributors_at_work"].observe(case).value
    assert (span.low, span.high) == (0, 2)


def test_one_that_is_certain_is_not_made_less_by_one_that_is_not():
    spans = f"[{{role: {EITHER}, status: done, who: patients, source: m}}, {{role: involved, status: done, who: carers, source: m}}]"
    document = read(f"format: 1\nsources: {{m: {{kind: minutes}}}}\nstages: {{design: {spans}}}\n")
    found = audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")
    design = next(s for s in found.rung.stages if s.id == "design")
    assert (design.told, design.shown.low, design.shown.high) == ("involved", "involved", "involved")
