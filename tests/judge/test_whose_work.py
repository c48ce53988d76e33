"""People lead parts of the work, and others run it: the verdict is not *led*, and what a partnership asks for is asked.

The row above must not ask for less than the row below it: where people affected lead two parts, and others run the work as a whole and have the last word,
the work is not theirs (design, who runs the work).
"""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.assess import audit_project
from involve_audit.load import read, read_project

DAY = dt.date(2026, 11, 23)
FILE = """format: 1
sources: {{m: {{kind: minutes}}}}
project: {{phase: finished, topic_sensitive: no}}
organisations: {{{organisations}}}
stages:
  priorities: {{role: led, status: done, source: m}}
  governance: {{role: decided together, status: done, source: m}}
  sharing: {{role: led, status: done, source: m}}
power:
  decisions:
  - {{what: the question, stage: priorities, about: question, decided_by: contributors, became: done, source: m}}
  - {{what: the rules, stage: governance, about: rules, decided_by: together, became: done, source: m}}
  - {{what: the film, stage: sharing, about: sharing, decided_by: contributors, became: done, source: m}}
  {power}
{more}
"""
OTHERS = "university: {does: [runs], governed_by: others}"
OWN = "trust: {does: [runs], governed_by: people affected, source: m, stages: [priorities]}"
KEPT = """reward: {pay: {status: done, offered: all, rate: 25 per hour, source: m}}
influence:
  log: {complete: yes, entries: [{said: a film, by: contributors, arose: in a room, answer: taken up, changed: a film, told_back: 2026-01}]}
  feedback: {status: done, kinds: [what changed], source: m}
"""


def audit(organisations="", power="", more=""):
    document = read(FILE.format(organisations=organisations, power=power, more=more))
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ({}, "led by lived experience"),
        ({"organisations": OTHERS}, "working partnership"),
        ({"organisations": OTHERS, "more": KEPT}, "genuine partnership"),
        ({"organisations": OTHERS, "power": "final_say: team"}, "working partnership"),
        ({"organisations": OTHERS, "power": "final_say: [contributors, team]"}, "working partnership"),
        ({"organisations": OTHERS, "power": "final_say: contributors"}, "led by lived experience"),
        ({"organisations": f"{OTHERS}, {OWN}"}, "working partnership"),
        ({"organisations": f"{OTHERS}, {OWN}", "power": "final_say: [contributors, team]"}, "working partnership"),
        ({"organisations": f"{OTHERS}, {OWN}", "power": "final_say: contributors"}, "led by lived experience"),
        ({"organisations": OWN}, "led by lived experience"),
        ({"organisations": OWN, "power": "final_say: team"}, "led by lived experience"),
        ({"power": "final_say: team"}, "working partnership"),
        ({"power": "final_say: together"}, "working partnership"),
        ({"power": "final_say: [contributors, above]"}, "led by lived experience"),
        ({"organisations": "university: {does: [hosts, funds], governed_by: others}"}, "led by lived experience"),
    ],
)
def test_where_others_run_the_work_it_is_a_partnership(told, verdict):
    assert audit(**told).verdict.id == verdict


def test_whatever_is_told_further_was_possible_before():
    before = {v.id for v in audit(OTHERS).verdict.possible}
    for power, more in (("final_say: contributors", ""), ("final_say: team", KEPT), ("", KEPT)):
        assert audit(OTHERS, power, more).verdict.id in before
    assert audit(f"{OTHERS}, {OWN}", "final_say: contributors").verdict.id in before
    before = {v.id for v in audit(power="final_say: team").verdict.possible}
    assert {audit(OWN, "final_say: team").verdict.id, audit(OTHERS, "final_say: team").verdict.id} <= before


def test_it_says_what_holds_it_back_and_claims_no_pay():
    found = audit(OTHERS)
    assert next(g for g in found.gates if g.id == "whose-work").state == "holds"
    assert "pay" in found.verdict.says
