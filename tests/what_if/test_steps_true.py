"""What a report asks people to do can be done, is not done already, and is true of them."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import assume, given, settings
from projects import projects
from support import shipped

from involve_audit.assess import audit_document
from involve_audit.load import Document
from involve_audit.render import words
from involve_audit.render.blocks import Listed, Run, items, paragraph
from involve_audit.render.discussion import discussion
from involve_audit.render.report.once import once
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)
TO_COME = re.compile(r"next (meeting|journey|payment|one|decision)|last meeting|the calendar|at the end of the next")


def audit(**tree):
    return audit_document(Document("p.yaml", {"format": "1", **tree}, []), shipped(), DAY, lines="when asked")


def to_do(found):
    """All that a report may ask people to do."""
    yield from (does for step in found.steps for does in step.does)
    yield from (gate.lifts for gate in found.gates if gate.state == "holds")
    yield from (c.advice for p in found.principles for c in p.criteria)
    yield from (one.does for one in words.first_things(found, 60) if not one.does.startswith("Find the answer"))


def asked(found, *, most=None):
    return [q.asks for q in (found.questions if most is None else words.deciding(found)[:most])]


# --- work that is over -------------------------------------------------------------------------------

MEETINGS = {
    "rooms": {"panel": {"contributors": "6", "status": "done", "meetings": "4", "power": "advises"}},
    "stages": {
        "design": {"role": "consulted", "status": "done", "asked": "what matters"},
        "sharing": {"role": "informed", "status": "done"},
    },
    "power": {"final_say": "team"},
    "reward": {
        "pay": {"status": "done", "offered": "none", "staff_paid": "yes"},
        "expenses": {"status": "done", "denied": "yes"},
    },
    "voices": {"contributors": "1", "question_asked": "no"},
    "influence": {"feedback": "none", "heard": {"answer": "no", "said_by": "contributors"}},
    "views": "none",
}


@pytest.mark.parametrize("phase", ["finished", "cancelled"])
def test_work_that_is_over_has_no_next_meeting(phase):
    found = audit(project={"phase": phase}, **MEETINGS)
    said = [text for text in to_do(found) if text]
    assert said
    assert not [text for text in said if TO_COME.search(text)]
    assert "left out" in words.over_says(found)


def test_work_whose_end_has_passed_has_none_either():
    found = audit(project={"phase": "running", "dates": {"end": "2024-03"}}, **MEETINGS)
    assert not [text for text in to_do(found) if TO_COME.search(text)]
    assert [text for text in to_do(audit(project={"phase": "running"}, **MEETINGS)) if TO_COME.search(text)]


@settings(max_examples=10)
@given(projects)
def test_no_file_about_finished_work_asks_for_a_meeting(tree):
    try:
        found = audit(**{**tree, "project": {**tree.get("project", {}), "phase": "finished"}})
    except InputError:
        assume(False)
    assert not [text for text in to_do(found) if TO_COME.search(text)]


@pytest.mark.parametrize(
    ("more", "open_"),
    [({}, False), ({"dates": {"end": "2012"}}, False), ({"dates": {"end": "2026-05"}}, True)],
)
def test_results_are_shared_for_a_while_after_the_end(more, open_):
    found = audit(
        project={"phase": "finished", **more}, stages={"design": {"role": "consulted", "status": "done", "asked": "x"}}
    )
    closed = {d.says.partition(":")[0] for d in found.doors if d.when == "closed"}
    titles = {s.title for s in found.rung.stages if s.id in ("sharing", "implementation")}
    assert closed.isdisjoint(titles) is open_


def test_the_design_is_said_to_be_fixed_only_where_that_is_told():
    def why(**more):
        found = audit(project={"phase": "finished"}, stages={"design": "none"}, **more)
        return next(d.says for d in found.doors if d.says.startswith("Design"))

    assert "the design is fixed" not in why()
    assert "the design is fixed" in why(timing={"design_locked": "2020-05"})


# --- done already ------------------------------------------------------------------------------------

HARM = {"what": "Names were printed", "kind": "used otherwise than agreed", "when": "2025-01"}
CONSULTED = {s: {"role": "consulted", "status": "ongoing", "asked": "what matters"} for s in ("governance", "analysis")}


def test_a_repair_that_is_done_asks_whether_people_agreed_and_is_asked_for_once():
    harm = [{**HARM, "repair": {"status": "done", "when": "2025-06"}}]
    found = audit(project={"phase": "running"}, stages=CONSULTED, power={"final_say": "team"}, care={"harm": harm})
    assert found.verdict.id == "broken trust"
    things = [one.does for one in words.first_things(found, 8)]
    assert "agree to the repair that was made (June 2025)" in things[0]
    assert not [does for does in things if "Mend what was broken" in does]


@pytest.mark.parametrize("paid", ["up front", "on the day"])
def test_expenses_that_are_paid_ahead_are_not_asked_for(paid):
    found = audit(
        project={"phase": "running"}, stages=CONSULTED,
        reward={"pay": {"status": "ongoing", "offered": "none", "staff_paid": "yes", "unpaid_by_choice": "no"},
                "expenses": {"status": "ongoing", "paid": paid}},
    )  # fmt: skip
    assert not [text for text in to_do(found) if "pay ahead" in text or "next journey" in text]


def test_a_gap_with_an_action_is_not_to_be_taken_up_again():
    gap = {"group": "people who work nights", "action": {"what": "Evening meetings", "status": "done"}}
    found = audit(project={"phase": "running"}, stages=CONSULTED, voices={"missing": [gap]})
    assert not [text for text in to_do(found) if text.startswith("Take one group")]


def test_what_an_application_plans_already_is_no_step():
    stages = {"design": {"role": "consulted", "status": "done", "asked": "x", "when": "2026"},
              "governance": {"role": "decided together", "status": "planned", "when": "2027", "cost": "900"}}  # fmt: skip
    found = audit(project={"phase": "applying"}, stages=stages, power={"final_say": "team"})
    assert not [p for s in found.steps for p, _ in s.gives if p == "stages.governance"]


def test_seats_are_not_offered_where_contributors_hold_them():
    board = {
        "contributors": "8",
        "others": "1",
        "votes": "equal",
        "power": "decides",
        "majority": "contributors",
        "status": "ongoing",
    }
    found = audit(project={"phase": "running"}, stages=CONSULTED, rooms={"board": board})
    assert not [text for text in to_do(found) if "Offer two seats" in text]


# --- say what shows it, before people are asked for more ------------------------------------------------

DECIDES = {
    "project": {"phase": "running"},
    "stages": {
        "priorities": {"role": "decided together", "status": "ongoing", "source": "m"},
        "governance": {"role": "decided together", "status": "ongoing", "source": "m"},
    },
    "sources": {"m": {"kind": "minutes"}},
    "power": {"final_say": "team"},
}


def test_where_it_is_told_that_people_decide_a_decision_is_to_be_named_and_not_to_be_taken():
    found = audit(**DECIDES)
    tell = [s for s in found.steps if s.kind == "tell"]
    assert tell
    assert found.steps[0].kind == "tell"
    assert not [
        d
        for s in found.steps
        for d in s.does
        if re.search("decision together on (priorities|choosing|governance|steering)", d)
    ]


def test_a_source_that_lifts_stands_beside_the_answer_to_people_who_were_not_heard():
    involved = {"role": "involved", "status": "ongoing"}
    found = audit(
        project={"phase": "running"}, sources={"m": {"kind": "minutes"}},
        stages={"design": {**involved, "source": "m"}, "sharing": involved}, power={"final_say": "team"},
        influence={"heard": {"answer": "no", "said_by": "contributors", "when": "2026-05"}},
    )  # fmt: skip
    assert found.verdict.id == "consultation"
    assert "tokenism" in [v.id for v in found.verdict.possible]  # only a source is missing, so it is open
    assert found.steps[0].kind == "tell"
    assert not [s for s in found.steps if "nothing else counts" in s.lifts]


# --- questions that can be asked -----------------------------------------------------------------------


def test_where_nobody_takes_part_nothing_is_asked_of_how_it_is_for_them():
    found = audit(
        project={"phase": "finished", "called": "none"}, stages="none", voices={"contributors": "none"},
        influence={"feedback": "none"}, views="none",
    )  # fmt: skip
    assert found.verdict.id == "nobody involved"
    assert not [q for q in asked(found) if re.search("expenses|Is pay|papers|contributors asked what", q)]
    assert not [g.id for g in found.gates if g.state == "holds" and g.id in ("lone-voice", "no-feedback")]
    assert not [f.id for f in found.flags if f.id == "feedback-vacuum"]


def test_where_there_is_no_room_nobody_sits_alone_in_one():
    tree = {
        "project": {"phase": "running"},
        "stages": CONSULTED,
        "influence": {"log": {"complete": "yes", "entries": []}},
    }
    lone = "Does one person sit alone in a group of others, without a vote?"
    assert lone in asked(audit(**tree))
    assert lone not in asked(audit(**tree, rooms="none"))


def test_nobody_decides_together_with_a_team_that_there_is_not():
    tree = {**DECIDES, "project": {"phase": "running", "researchers": "0"}}
    assert not [q for q in asked(audit(**tree)) if "together" in q and "decision" in q]
    assert not [t for t in discussion(audit(**tree)) if "and the team" in t.question]


def test_where_nobody_works_beside_contributors_no_others_decide():
    tree = {"stages": {s: {"role": "involved", "status": "ongoing", "source": "m"} for s in ("design", "analysis")},
            "sources": {"m": {"kind": "minutes"}}, "power": {"final_say": "contributors"}}  # fmt: skip
    said = {n: audit(project={"phase": "running", "researchers": n}, **tree).verdict for n in ("3", "0")}
    assert said["3"].id == said["0"].id == "involvement"
    assert "decide" not in said["3"].plain
    assert said["0"].plain.endswith("It is not shown that they decide.")


def test_an_application_is_not_asked_what_was_undone():
    found = audit(
        project={"phase": "applying", "called": "partnership", "promises": [{"what": "Patients decide with us", "claims": "collaboration"}]},
        stages={"design": {"role": "consulted", "status": "done", "asked": "x", "when": "2026"}}, power={"final_say": "team"},
    )  # fmt: skip
    assert not [t for t in discussion(found) if re.search("undo something|end a role|not heard", t.question)]
    assert not [d for s in found.steps for d in s.does if "became of the promise" in d and "who is to do" not in d]


def test_nobody_is_asked_who_answers_those_who_never_said_that_they_were_not_heard():
    tree = {"project": {"phase": "running"}, "stages": CONSULTED, "power": {"final_say": "team"}}
    asks = "who answers them"
    assert not [t for t in discussion(audit(**tree), 30) if asks in t.question]
    unheard = {"heard": {"answer": "no", "said_by": "contributors"}}
    assert [
        t
        for t in discussion(audit(**tree, influence=unheard), 30)
        if asks in t.question or "answers the people" in t.question
    ]


def test_whoever_fills_in_a_file_is_no_team_that_should_be_trained():
    trained = {"relationships": {"training": {"status": "done", "for_whom": ["contributors"]}}}
    for more, flagged in (({"project": {"researchers": "4"}}, True), ({"filled_in": {"by": ["researchers"]}}, False)):
        found = audit(**more, **trained)
        assert any(f.id == "only-contributors-trained" for f in found.flags) is flagged


@settings(max_examples=10)
@given(projects)
def test_it_is_said_that_nothing_would_change_the_verdict_only_where_nothing_could(tree):
    try:
        found = audit(**tree)
    except InputError:
        assume(False)
    others = {v.id for v in found.verdict.possible} - {found.verdict.id}
    assert words.settled(found) is not bool(others)
    if not others:
        assert not [q for q in words.deciding(found) if q.decides == ("the verdict",)]


# --- a truer word ---------------------------------------------------------------------------------------


def test_work_that_is_called_consultation_is_not_told_to_call_itself_so():
    found = audit(
        project={"phase": "running", "called": ["consultation"],
                 "promises": [{"what": "Residents decide", "claims": "collaboration", "kept": "no"}]},
        stages=CONSULTED, power={"final_say": "team"},
    )  # fmt: skip
    (truly,) = words.steps_of(found, "say it truly")
    assert "became of the promise" in truly.does[0]
    assert not [does for does in truly.does if "Call it" in does]


# --- said once ------------------------------------------------------------------------------------------


def test_what_stands_above_is_left_out_whole():
    long = "People are told in plain words what came of all that they said."
    blocks = list(once([paragraph(long), *items([long, f"Ask them. {long}"]), paragraph(long)]))
    (first, listed) = blocks
    assert first == paragraph(long)
    assert isinstance(listed, Listed)
    assert listed.items == ((paragraph(Run("Ask them.")),),)


def test_an_action_is_never_cut_within_a_sentence():
    said = "Take one decision together on making sense of what was found that is about more than wording, carry it out, and write down who decided it and when it was that it was decided there."
    assert words.whole(said, 30) == said
    assert words.whole(f"{said} And then tell everybody.", 30) == said


def test_what_would_be_the_same_step_in_several_parts_is_said_once():
    part = {"role": "involved or decided together", "status": "done", "when": "2024", "source": "paper"}
    tree = {
        "format": "1",
        "project": {"phase": "finished"},
        "sources": {"paper": {"kind": "publication"}},
        "stages": dict.fromkeys(("governance", "design", "delivery", "analysis"), part),
        "power": {
            "decisions": [
                {
                    "what": "to stop one arm",
                    "stage": "governance",
                    "about": "design",
                    "decided_by": "together",
                    "became": "done",
                    "source": "paper",
                }
            ]
        },
    }
    found = audit_document(Document("p.yaml", tree, []), shipped(), dt.date(2026, 11, 1))
    (step,) = (s for s in found.steps if s.kind == "tell")
    assert "in design, delivery or analysis" in step.does[0]
