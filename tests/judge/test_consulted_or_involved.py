"""Where a text does not tell whether people were answered, it is one of two roles, and nobody says which: the range holds both."""

from __future__ import annotations

import datetime as dt

import pytest
from support import rows, shipped

from involve_audit.assess import judge
from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.load import read, read_project
from involve_audit.project.people import ROLES

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
    return judge(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


@pytest.mark.parametrize("status", ["done", "ongoing", "planned", "stopped", "policy", "unknown"])
@pytest.mark.parametrize(
    "more", ["", ", source: m", ", asked: the dose", ", people: 0", ", stopped_by: above, stopped_agreed: no"]
)
def test_the_range_holds_what_either_role_shows(status, more):
    """The low end is that of the smaller role, the high end that of the larger one, and whichever it was is possible."""
    either, low, high = (audit(role, status, more) for role in (EITHER, "consulted", "involved"))
    for found, asked, took_part in zip(either.rung.stages, low.rung.stages, high.rung.stages, strict=True):
        assert found.shown.low == asked.shown.low
        assert found.shown.high == took_part.shown.high
        assert ROLES.index(found.shown.low) <= ROLES.index(took_part.shown.low)
    possible = {v.id for v in either.verdict.possible}
    assert {low.verdict.id, high.verdict.id} <= possible


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
    found = judge(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")
    design = next(s for s in found.rung.stages if s.id == "design")
    assert (design.told, design.shown.low, design.shown.high) == ("involved", "involved", "involved")
