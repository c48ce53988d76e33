"""A public promise is held against what is still to come while the work goes on, and against what was done once it is over."""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.assess import audit_project
from involve_audit.load import read, read_project

FILE = """format: 1
project:
  phase: {phase}
  {says}
sources: {{m: {{kind: minutes}}}}
stages:
  complete: yes
  priorities: {{role: consulted, status: done, source: m, asked: what matters}}
  design: {{role: involved, status: done, source: m}}
  governance: {{role: involved, {governance}, source: m}}
  {more}
power: {power}
"""
TOGETHER = "promises: [{what: We will decide together, claims: collaboration}]"
OF_THE_DESIGN = "promises: [{what: a co-designed app}]"
PLANNED, DONE = "status: planned, when: 2027", "status: done"
SHARING = "sharing: {role: decided together, status: planned, when: 2027, source: m}"


def state(phase, says, governance, more="", power="{final_say: team}"):
    document = read(FILE.format(phase=phase, says=says, governance=governance, more=more, power=power))
    found = audit_project(document, read_project(document), shipped(), dt.date(2026, 11, 30), steps=False)
    return found.label.state


@pytest.mark.parametrize(
    ("told", "is_"),
    [
        (("running", TOGETHER, PLANNED, SHARING), "not shown"),
        (("funded", TOGETHER, PLANNED, SHARING), "not shown"),
        # One part to come is not enough for decisions that are shared, and of a work that is over nothing is to come.
        (("running", TOGETHER, DONE, SHARING), "overclaimed"),
        (("finished", TOGETHER, DONE), "overclaimed"),
        # What it is called says what it is by now.
        (("running", "called: partnership", PLANNED, SHARING), "overclaimed"),
        (("running", OF_THE_DESIGN, DONE), "overclaimed"),
        (
            ("running", OF_THE_DESIGN, DONE, "", "{decisions: [{what: the screens, stage: design, decided_by: together}]}"),
            "not shown",
        ),
    ],
)  # fmt: skip
def test_a_promise_is_held_against_what_may_still_be(told, is_):
    assert state(*told) == is_
