"""What cannot have arisen yet is not asked, what is over is over by one rule, and one answer is asked for once."""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.assess import audit_document
from involve_audit.interview.sitting import PAST, Sitting
from involve_audit.load import Document
from involve_audit.project.practice import STAGES
from involve_audit.render import render, words

DAY = dt.date(2026, 11, 1)
PLANS = {"design": {"role": "involved", "status": "planned", "when": "2027-01"}}


def audit(phase, **tree):
    tree = {"format": "1", "project": {"title": "Warm rooms", "phase": phase, **tree.pop("project", {})}, **tree}
    return audit_document(Document("p.yaml", tree, []), shipped(), DAY, lines="when asked")


def states(found):
    return {gate.id: gate.state for gate in found.gates}


# --- what cannot have arisen -------------------------------------------------------------------------

STILL_ASKED = {
    # Whether anybody is to be involved is told by the plans; whether the plan can still change is decided now.
    "idea": {"nobody-involved"},
    "applying": {"nobody-involved", "design-already-fixed"},
}


@pytest.mark.parametrize("stages", [PLANS, {}], ids=["plans", "nothing"])
@pytest.mark.parametrize("phase", STILL_ASKED)
def test_no_gate_is_open_on_what_cannot_have_happened_yet(phase, stages):
    found = states(audit(phase, stages=stages) if stages else audit(phase))
    assert {gate for gate, state in found.items() if state == "open"} <= STILL_ASKED[phase]
    assert "holds" not in found.values()


@pytest.mark.parametrize("phase", ["funded", "running", "finished", "paused"])
def test_silence_switches_off_no_gate_on_being_heard_once_the_work_has_begun(phase):
    found = states(audit(phase, stages={"design": {"role": "involved", "status": "done", "when": "2025-01"}}))
    assert found["own-word"] == found["own-word-answered"] == "open"


@pytest.mark.parametrize("phase", STILL_ASKED)
def test_what_people_say_of_not_being_heard_counts_in_every_phase(phase):
    found = audit(
        phase, stages=PLANS, influence={"heard": {"answer": "no", "said_by": "contributors", "answered": "no"}}
    )
    assert states(found)["own-word"] == states(found)["own-word-answered"] == "holds"
    assert not found.policy.holds
    assert "were not heard" in found.verdict.says


@pytest.mark.parametrize("phase", STILL_ASKED)
@pytest.mark.parametrize("layer", ["sheet", "full"])
def test_an_application_is_not_asked_whether_people_were_harmed_or_heard(phase, layer):
    found = audit(phase, stages=PLANS)
    lines = render("markdown", [found], layer=layer).lower().splitlines()
    text = "\n".join(line for line in lines if not line.startswith("not due yet: "))
    for never in (
        "anybody was harmed",
        "people were heard",
        "a lower verdict cannot",
        "neither seen nor ruled out",
        "those who were not heard",
    ):
        assert never not in text, never


def test_parts_of_the_work_are_asked_about_in_their_time():
    def asks(phase):
        return {q.id: q.asks for q in audit(phase).questions if q.id.startswith("stage ")}

    assert set(asks("idea")) == {f"stage {stage}" for stage in STAGES}
    assert all(" will people have " in a for a in asks("idea").values())
    assert asks("applying")["stage priorities"].startswith("What part did people have in choosing the question")
    assert all(" did people have " in a for a in asks("finished").values())
    assert asks("running")["stage analysis"] == "What part do people have in making sense of what was found?"


# --- one answer is asked for once --------------------------------------------------------------------


def test_who_takes_part_is_asked_in_one_line():
    found = audit("running", stages={"design": {"role": "involved", "status": "done", "when": "2025-01"}})
    assert states(found)["only-others-speak"] == states(found)["who-they-are"] == "open"
    assert [g.id for g in words.to_look_at(found.gates) if g.id in ("only-others-speak", "who-they-are")] == [
        "only-others-speak"
    ]
    full = render("markdown", [found], layer="full")
    assert "ontributors are people whom the work affects" not in full


def test_an_answer_for_which_two_gates_wait_is_one_question():
    questions = [q for q in audit("running").questions if any(d.startswith("gate ") for d in q.decides)]
    for place in ("voices.direct_experience", "influence.heard"):
        assert len([q for q in questions if q.path == place]) == 1, place
    (heard,) = (q for q in questions if q.path == "influence.heard")
    assert {"gate own-word", "gate own-word-answered"} <= set(heard.decides)


# --- one rule for over -------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["2024-03", "2024", "2024/25"])
@pytest.mark.parametrize("phase", ["running", "unknown", "funded", "paused"])
def test_work_with_a_past_end_is_over_everywhere(phase, end):
    found = audit(
        phase,
        project={"dates": {"end": end}},
        rooms={"panel": {"contributors": "5", "status": "done", "meetings": "4"}},
    )
    assert found.project.ended == end
    assert words.is_over(found)
    assert f"its end is told: {end}" in render("markdown", [found], layer="sheet")
    assert "next meeting" not in " ".join(step.does for step in words.first_things(found, 40))


@pytest.mark.parametrize("end", ["2027-03", "2026", None])
def test_work_that_goes_on_is_not_over(end):
    found = audit("running", **({"project": {"dates": {"end": end}}} if end else {}))
    assert not found.project.ended
    assert not words.is_over(found)


def test_the_end_in_months_from_the_start_counts_too():
    found = audit("running", project={"dates": {"start": "2022-01", "end": "month 36"}})
    assert words.is_over(found)


def test_the_interview_takes_work_with_a_past_end_as_over():
    text = "format: 1\nproject: {phase: running, dates: {end: 2024-03}}\n"
    assert Sitting(text, shipped().rubric, DAY).tense == PAST


@pytest.mark.parametrize("phase", ["funded", "running"])
def test_work_that_has_only_plans_yet_says_what_is_planned(phase):
    plan = {"role": "decided together", "status": "planned", "when": "2027-03", "cost": "4000"}
    found = audit(phase, stages={"governance": plan, "analysis": {**plan, "role": "involved"}})
    assert found.verdict.id == "too little is known"
    assert "Planned is" in found.verdict.says
    assert any("Planned for governance" in says for says in found.verdict.rests_on)
    assert not any("to have decided" in says for says in found.verdict.rests_on)


def test_harm_of_a_day_to_come_is_open():
    harm = {"what": "x", "kind": "harm", "to": "contributors", "said_by": "contributors", "when": "2028"}
    found = audit("running", care={"harm": [harm]})
    assert found.verdict.id != "broken trust"
    assert any(f.id == "dated-later" for f in found.flags)
    assert audit("running", care={"harm": [{**harm, "when": "2025"}]}).verdict.id == "broken trust"


@pytest.mark.parametrize("phase", ["idea", "applying", "running"])
def test_before_the_work_begins_what_is_planned_is_no_step_for_today(phase):
    """Nobody has a next journey to book yet: the plan is what can be told."""
    found = audit(
        phase,
        stages={"priorities": {"role": "consulted", "status": "done", "when": "2026-06"}},
        reward={"expenses": {"status": "planned", "paid": "up front", "covers": ["travel"]}},
        care={"support": {"status": "planned", "owner": "a charity"}},
    )
    steps = " ".join(step.does for step in words.first_things(found, 40))
    assert ("next journey" in steps, "rings each person" in steps) == ((phase == "running",) * 2)
