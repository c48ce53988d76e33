"""Work that was paused and cancelled, once or several times: each time is told with its day, and whose doing it was."""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.assess import audit_project
from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.load import read, read_project

DAY = dt.date(2026, 11, 23)
BOTH = "[{when: 2020-03, until: 2020-09, by: circumstances}, {when: 2021-05, by: [team, above], agreed: no, reason: no money}]"


def audit(phase, stopped, more=""):
    document = read(f"format: 1\nproject: {{phase: {phase}, stopped: {stopped}}}\nstages: {{design: none}}\n{more}")
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


def said(found, of):
    return [one.says for one in found.came_of if one.about in of]


def test_a_pause_and_the_end_after_it_are_both_told_in_order():
    found = audit("cancelled", BOTH)
    assert said(found, ("stopped",)) == [
        "The work was cancelled by the team and those above the team (May 2021). Contributors had not agreed. The reason: “no money”."
    ]
    assert said(found, ("paused",)) == ["The work was paused (March 2020), until September 2020."]
    assert [t.says for t in found.told if t.about == "ended"] == [
        "The work was paused (March 2020).",
        "The work was ended by the team itself and those above the team (May 2021) before it was done. The reason: “no money”. People who take part had not agreed.",
    ]


@pytest.mark.parametrize("stopped", ["2021-05", "{when: 2021-05}", "[2021-05]", "[{when: 2021-05}]"])
def test_one_stop_may_stand_alone(stopped):
    assert said(audit("cancelled", stopped), ("stopped",)) == ["The work was cancelled (May 2021)."]
    assert said(audit("paused", stopped), ("stopped",)) == ["The work was paused (May 2021)."]


def test_what_goes_on_again_was_paused_and_is_not_told_to_be():
    found = audit("running", "{when: 2020-03, until: 2020-09, by: team, agreed: no}")
    assert said(found, ("stopped",)) == []
    assert said(found, ("paused",)) == [
        "The work was paused by the team (March 2020), until September 2020. Contributors had not agreed."
    ]
    assert [t for t in found.told if t.about == "ended"] == []


def test_what_is_dated_later_has_not_happened():
    found = audit("paused", "[{when: 2025-03, by: team}, {when: 2027, by: above}]")
    assert said(found, ("stopped",)) == ["The work was paused by the team (March 2025)."]


def test_a_part_after_the_last_stop_is_against_the_phase_and_one_after_a_pause_is_not():
    def against(stopped):
        text = f"format: 1\nproject: {{phase: cancelled, stopped: {stopped}}}\nstages: {{delivery: {{role: involved, status: done, when: 2021}}}}\n"
        return FACTS["parts_against_the_phase"].observe(Case(read_project(read(text)), DAY)).value

    assert against("2020") is True
    assert against("[{when: 2020, until: 2020-09}, {when: 2022}]") is False


@pytest.mark.parametrize("nothing", ["none", "no", "[]"])
def test_nothing_was_stopped(nothing):
    assert said(audit("running", nothing), ("stopped", "paused")) == []
