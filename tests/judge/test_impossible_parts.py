"""What other answers rule out carries no role, speaks for no word and against none: the kinds are searched over roles and parts."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from support import rows, shipped

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.project.people import ROLES
from involve_audit.project.practice import STAGES

DAY = dt.date(2026, 11, 30)
BOARD = {
    "contributors": "6",
    "researchers": "2",
    "others": "0",
    "power": "decides",
    "votes": "equal",
    "source": "minutes",
}
PARTS = [s for s in STAGES if s not in ("priorities", "delivery")]
RULED_OUT = {
    "before the idea": lambda role: (
        {"project": {"dates": {"idea": "2025"}}}, {"when": "2023"}, "led" not in role
    ),
    "before people came in": lambda role: ({"timing": {"first_involved": "2025"}}, {"when": "2023"}, True),
    "nobody in it": lambda role: ({}, {"when": "2023", "people": "0"}, True),
    "nobody in all": lambda role: ({"voices": {"contributors": "none"}}, {"when": "2023"}, True),
    "a room that never met": lambda role: (
        {"rooms": {"board": {"status": "ongoing", "meetings": "0", **BOARD}}}, {"when": "2023"}, role != "consulted"
    ),
    "begun when the room had ended": lambda role: (
        {"rooms": {"board": {"status": "stopped", "until": "2022", **BOARD}}},
        {"status": "ongoing", "since": "2023"}, role != "consulted",
    ),
}  # fmt: skip


def judged(called="co-production", phase="running", steps=False, **sections):
    head = {"title": "T", "phase": phase, "called": [called], **sections.pop("project", {})}
    tree = {
        "format": "1", "project": head, "sources": {"minutes": {"kind": "minutes", "date": "2024"}},
        "rooms": {"board": {"status": "ongoing", "since": "2020", **BOARD}}, **sections,
    }  # fmt: skip
    return audit_document(read(json.dumps(tree), "project.yaml"), shipped(), DAY, steps=steps, lines="when asked")


@pytest.mark.parametrize("why", RULED_OUT)
@pytest.mark.parametrize("role", ROLES[2:])
def test_a_part_that_other_answers_rule_out_earns_nothing(why, role):
    others, part, ruled_out = RULED_OUT[why](role)
    span = {"role": role, "status": "done", "rooms": ["board"], "source": "minutes", **part}
    decisions = [
        {"what": s, "stage": s, "about": "question", "decided_by": "together", "became": "done", "room": "board",
         "when": "2023", "source": "minutes"}
        for s in PARTS
    ]  # fmt: skip
    found = judged(stages=dict.fromkeys(PARTS, span), power={"decisions": decisions}, **others)
    shown = {s.id: s.shown.low for s in found.rung.stages if s.id in PARTS}
    if ruled_out:
        assert set(shown.values()) == {"informed"}, shown
        assert any(f.level == "error" for f in found.flags)
        assert found.label.state == "not shown"
        assert "by what is told" not in found.verdict.says
    else:
        assert set(shown.values()) == {role}


@pytest.mark.parametrize(
    ("until", "since", "there"), [("2021", None, False), (None, "2025", False), ("2024", "2020", True)]
)
def test_an_organisation_that_was_not_there_then_led_nothing(until, since, there):
    dates = {k: v for k, v in (("until", until), ("since", since)) if v}
    users = {"does": ["runs"], "governed_by": "people affected", "source": "minutes", **dates}
    span = {"role": "led", "status": "done", "when": "2023", "organisations": ["users"], "source": "minutes"}
    found = judged(rooms={}, organisations={"users": users}, stages={"priorities": span, "design": span})
    assert any(f.id == "contradiction-room-later" for f in found.flags) is not there
    assert {s.shown.low for s in found.rung.stages if s.id == "design"} == ({"led"} if there else {"involved"})


@pytest.mark.parametrize(
    ("organisation", "span", "start", "low"),
    [
        ({"since": "2024"}, {"status": "done"}, "2022", "involved"),
        ({"since": "2024"}, {"status": "done"}, "2024-05", "led"),
        ({"since": "2024"}, {"status": "ongoing"}, "2022", "led"),
        ({"since": "2024"}, {"status": "done", "when": "2025"}, "2022", "led"),
        ({"since": "2024", "stages": ["priorities", "design"]}, {"status": "done"}, "2022", "led"),
        ({"since": "2024"}, {"status": "done"}, None, "led"),
        ({"until": "2024"}, {"status": "done"}, "2022", "involved"),
        ({"until": "2025"}, {"status": "done"}, "2022", "led"),
    ],
)
def test_what_has_no_day_may_lie_where_the_organisation_was_not_there(organisation, span, start, low):
    users = {"does": ["runs"], "governed_by": "people affected", "source": "minutes", **organisation}
    project = {"dates": {"start": start, "end": "2025"}} if start else {}
    part = {"role": "led", "source": "minutes", **span}
    found = judged(
        rooms={}, project=project, organisations={"users": users}, stages={"priorities": part, "design": part}
    )
    assert {(s.shown.low, s.shown.high) for s in found.rung.stages if s.id == "design"} == {(low, "led")}


def test_where_nobody_is_involved_a_room_that_met_shows_nothing():
    found = judged(stages="none", rooms={"board": {"status": "ongoing", "meetings": "5", **BOARD}})
    assert found.verdict.id == "nobody involved"
    assert found.rung.shown.low == "none"
    assert any(f.level == "error" for f in found.flags)


@pytest.mark.parametrize(
    ("until", "when", "there"), [("2023-05", "2024", False), ("2023-05", "2023", True), ("2025", "2024", True)]
)
def test_nothing_was_decided_in_a_room_that_had_ended(until, when, there):
    room = {"board": {"status": "stopped", "since": "2020", "until": until, **BOARD}}
    span = {"role": "decided together", "status": "done", "when": when, "rooms": ["board"], "source": "minutes"}
    found = judged(stages={"priorities": span, "design": span}, rooms=room)
    assert any(f.id == "contradiction-room-later" for f in found.flags) is not there
    assert (found.verdict.id == "working partnership") is there


def test_a_decision_both_carried_out_and_set_aside_shows_nothing_shared():
    decision = {
        "what": "x",
        "stage": "design",
        "about": "question",
        "decided_by": "together",
        "became": "done",
        "source": "minutes",
    }
    span = {"role": "decided together", "status": "done", "when": "2024", "source": "minutes"}
    low = [
        next(s.shown.low for s in judged(stages={"design": span}, power={"decisions": [d]}).rung.stages if s.id == "design")
        for d in (decision, {**decision, "set_aside_by": "above"})
    ]  # fmt: skip
    assert low == ["decided together", "involved"]


@pytest.mark.parametrize("called", ["involvement", "co-production", "led by lived experience"])
def test_who_contradicts_himself_is_not_called_dishonest(called):
    found = judged(called, stages="none")
    assert found.label.state != "overclaimed"
    assert found.honesty.state != "not honest"
    alone = judged(called, stages="none", rooms={})
    assert alone.label.state == "overclaimed"


@pytest.mark.parametrize(("affected", "state"), [("no", "not shown"), ("yes", "fits"), ("unknown", "fits")])
def test_a_word_for_peoples_lead_does_not_fit_where_none_of_them_is_affected(affected, state):
    span = {"role": "led", "status": "done", "when": "2024", "rooms": ["board"], "source": "minutes"}
    found = judged(
        "led by lived experience", stages={"priorities": span, "design": span}, voices={"direct_experience": affected}
    )
    assert found.label.state == state
    assert ("whose say" in found.label.says) is (affected == "no")


@rows(
    "called, role, says",
    [
        ("co-design", "involved", "involvement"), ("co-production", "involved", "involvement"),
        ("youth-led", "decided together", "collaboration"), ("co-production", "decided together", ""), ("user-led", "led", ""),
    ],
)  # fmt: skip
def test_a_truer_word_is_no_smaller_than_what_is_told(called, role, says):
    bare = {"role": role, "status": "done"}
    found = judged(called, steps=True, rooms={}, stages={"priorities": bare, "design": bare})
    (truly,) = [s for s in found.steps if s.kind == "say it truly"]
    assert "“information”" not in " ".join(truly.does)
    assert says in " ".join(truly.does)
    assert (" call it " in f" {' '.join(truly.does).casefold()}") is bool(says)


@pytest.mark.parametrize("phase", ["idea", "applying"])
def test_nothing_is_to_be_carried_out_in_work_that_has_not_begun(phase):
    shared, plan = {"role": "decided together", "source": "minutes"}, {"role": "decided together", "status": "planned"}
    union = {
        "does": ["partner"],
        "governed_by": "people affected",
        "status": "ongoing",
        "say": "memorandum",
        "source": "minutes",
    }
    stages = {
        "priorities": {**shared, "status": "done", "when": "2025-11"}, "design": {**shared, "status": "ongoing", "since": "2026-02"},
        "funding": {"role": "involved", "status": "done", "when": "2026-10", "source": "minutes"}, "governance": plan, "analysis": plan,
    }  # fmt: skip
    union["stages"] = ["design", "delivery"]
    found = judged(
        phase=phase,
        steps=True,
        rooms={},
        organisations={"union": union},
        stages=stages,
        power={"final_say": "together"},
    )
    steps = " ".join(does for s in found.steps for does in s.does)
    assert not any(part in steps for part in ("delivery", "analysis", "implementation"))


@rows("by, words", [("led", True), ("decided together", True), ("involved", False)])
def test_a_role_that_decides_is_not_denied(by, words):
    found = judged(
        rooms={}, stages={"priorities": {"role": by, "status": "done"}, "design": {"role": by, "status": "done"}}
    )
    assert ("told to have decided" in " ".join(found.verdict.rests_on)) is words
