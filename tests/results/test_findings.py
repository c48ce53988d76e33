"""The one list of findings: what stands in it, how serious it is, and that its identity holds none of people's words."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from support import EXAMPLES

from involve_audit.api import audit
from involve_audit.results.findings import LEVELS, Suppression, findings

DAY = dt.date(2026, 11, 1)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_a_rule_is_found_once_and_points_to_a_line_of_the_file(path):
    text = path.read_text("utf-8")
    found = findings(audit(text, date=DAY))
    assert len({f.rule for f in found}) == len(found)
    assert all(1 <= f.line <= text.count("\n") + 1 and f.column >= 1 and f.says for f in found)
    assert [LEVELS.index(f.level) for f in found] == sorted(LEVELS.index(f.level) for f in found)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_there_is_an_error_just_where_the_policy_does_not_hold(path):
    judged = audit(path.read_text("utf-8"), date=DAY)
    assert any(f.level == "error" for f in findings(judged)) is not judged.policy.holds


def test_lines_that_move_change_no_identity():
    text = (EXAMPLES[0]).read_text("utf-8")
    before, after = (findings(audit(t, date=DAY)) for t in (text, "# one more line\n" + text))
    assert [f.rule for f in before] == [f.rule for f in after]
    assert {f.line + 1 for f in before if f.because} == {f.line for f in after if f.because}


def test_what_is_not_told_points_to_where_the_answer_belongs():
    text = (EXAMPLES[0].parents[1] / "bad" / "project.yaml").read_text("utf-8")
    (gate,) = (f for f in findings(audit(text, date=DAY)) if f.rule == "gate/broken-trust")
    assert gate.state == "open"
    assert text.splitlines()[gate.line - 1].startswith("care:")


@pytest.mark.parametrize(
    ("status", "waived"), [("accepted", True), ("underReview", False), ("rejected", False), (None, False)]
)
def test_a_finding_is_waived_by_an_accepted_waiver_and_by_no_other(status, waived):
    found = findings(audit("format: 1", date=DAY))[0]
    beside = None if status is None else Suppression("external", "a reason", status)
    assert replace(found, suppressed=beside).waived is waived
