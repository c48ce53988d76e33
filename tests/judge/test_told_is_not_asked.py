"""No step and no question asks for what the file tells, for what cannot have happened, or for people who cannot be reached."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from projects import projects
from support import shipped

from involve_audit.assess import audit_document
from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.judge.advice import no_meeting
from involve_audit.load import Document, read, read_project
from involve_audit.render import discussion, plain_language, words
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 30)
PUBLISHED = {"written_from": "published text", "when": "2026-11"}
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").rglob("project.yaml"))
TO_COME = re.compile(
    r"next (meeting|journey|payment|decision)|(last|next) meeting|this (week|month)|half a year|\btoday\b"
)


def audit(tree, *, steps=True):
    document = Document("p.yaml", {"format": "1", **tree}, [])
    return audit_document(document, shipped(), DAY, steps=steps, lines="when asked")


TELLS = {
    "first-involvement": ("people_came_in", (True, False), "when people came in"),
    "expenses": ("expenses_covered", (True,), ""),
    "suggestions-not-taken-up": ("refusals_explained_to_speakers", (True,), "and why"),
}
"""Criteria whose step asks for something once the work is over: the fact that answers it, and the words of the step."""


def asked_although_told(tree):
    """What a file about work that is over is asked to say in public, though it tells that."""
    document = Document("p.yaml", {"format": "1", **tree}, [])
    project = read_project(document)
    case = Case(project, DAY)
    if not no_meeting(case):
        return
    facts = Facts(case)
    found = audit(tree, steps=False)
    for criterion in (c for p in found.principles for c in p.criteria):
        name, told, says = TELLS.get(criterion.id, ("", (), ""))
        if name and facts[name].value in told and says in criterion.advice and criterion.advice:
            yield criterion.id, criterion.advice
        if criterion.id == "stages-covered" and criterion.advice:
            told_of = {s.id for s in found.rung.stages if s.told}
            if len(told_of) == len(found.rung.stages):
                yield criterion.id, criterion.advice


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_no_example_is_asked_for_what_it_tells(path):
    tree = {k: v for k, v in read(path.read_bytes()).tree.items() if k != "format"}
    tree["project"] = {**tree["project"], "phase": "finished"}
    assert not list(asked_although_told(tree))


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(projects)
def test_no_file_about_work_that_is_over_is_asked_for_what_it_tells(tree):
    try:
        found = list(asked_although_told({**tree, "project": {**tree.get("project", {}), "phase": "finished"}}))
    except InputError:
        return
    assert not found


def test_only_the_parts_that_are_not_told_are_asked_for():
    stages = {s: {"role": "none"} for s in ("priorities", "design", "funding", "delivery", "analysis", "sharing")}
    found = audit(
        {"project": {"phase": "finished"}, "stages": {**stages, "design": {"role": "consulted", "status": "done"}}}
    )
    (says,) = [c.advice for p in found.principles for c in p.criteria if c.id == "stages-covered"]
    assert "steering and oversight" in says
    assert "results" in says
    assert "bid" not in says


def test_every_question_of_the_rubric_can_be_asked_of_work_that_is_over():
    """Where it asks of a meeting to come or just held, it has other words for afterwards."""
    asked = [c.question_after or c.question for c in shipped().rubric.criteria]
    assert not [says for says in asked if TO_COME.search(says)]


def test_every_step_for_work_that_is_over_needs_no_meeting_and_nobody_out_of_reach():
    for criterion in shipped().rubric.criteria:
        steps = [criterion.step_after or "", *(one.says or "" for one in criterion.step_after_instead or ())]
        for says in steps:
            assert not TO_COME.search(says), says
            assert "everybody" not in says, says
            if says.startswith(
                ("Ask those who took part", "Ask those who spoke", "Ask those whose", "Pay those", "Send")
            ):
                assert "still be reached" in says, says


STAGES = {
    "priorities": {"role": "none"},
    "design": {"role": "consulted", "status": "done", "when": "2003"},
}


def test_cancelled_work_is_not_asked_for_parts_that_it_never_came_to():
    found = audit({"project": {"phase": "cancelled"}, "stages": STAGES, "power": {"final_say": "team"}})
    asked = {q.id for q in found.questions}
    assert asked.isdisjoint({"stage delivery", "stage analysis", "stage sharing", "stage implementation"})
    assert "stage funding" in asked
    came = audit(
        {"project": {"phase": "cancelled"}, "stages": {**STAGES, "analysis": {"role": "involved", "status": "done"}}}
    )
    asked = {q.id for q in came.questions}
    assert "stage delivery" in asked
    assert "stage sharing" not in asked


@pytest.mark.parametrize(
    "project",
    [
        {"phase": "finished", "dates": {"end": "2026-02"}},
        {"phase": "finished"},
        {"phase": "cancelled", "dates": {"end": "2026-02"}},
        {},
    ],
)
def test_whoever_only_read_of_work_that_is_over_is_not_told_to_decide_with_people(project):
    tree = {
        "project": project, "stages": STAGES, "power": {"final_say": "team"}, "filled_in": {**PUBLISHED, "source": "paper"},
        "sources": {"paper": {"kind": "publication", "title": "Paper", "date": "2004"}},
    }  # fmt: skip
    found = audit(tree)
    assert words.is_over(found)
    did = [does for step in found.steps if step.kind == "do" for does in step.does]
    assert not [does for does in did if does.startswith(("Take one decision", "Involve people", "Ask people about"))]


def test_text_that_is_years_old_tells_nothing_of_today():
    """Where no day of the work is told, the text is the last that is told of it."""
    stages = {"design": {"role": "consulted", "status": "done"}}
    tree = {
        "stages": stages,
        "filled_in": {**PUBLISHED, "source": "paper"},
        "sources": {"paper": {"kind": "publication", "title": "Paper", "date": "2004"}},
    }
    assert audit(tree).project.last_told == "2004"
    later = {**tree, "sources": {"paper": {"kind": "publication", "title": "Paper", "date": "2026-01"}}}
    assert not audit(later).project.last_told
    # What is told to go on went on when the text came out; what others found later is told of it too.
    running = {**tree, "project": {"phase": "running"}, "stages": STAGES}
    assert audit(running).project.last_told == "2004"
    assert (
        audit({**tree, "findings": [{"by": "evaluation", "says": "It helped.", "when": "2010"}]}).project.last_told
        == "2010"
    )


def state_says(tree, part):
    return next(p.says for p in audit(tree).honesty.parts if p.id == part)


HALVES = ("reason", "told")


@pytest.mark.parametrize("phase", ["running", "finished"])
@pytest.mark.parametrize("lacks", [(), *((one,) for one in HALVES), HALVES], ids=str)
def test_a_limit_is_asked_for_the_half_that_is_not_told(phase, lacks):
    whole = {"what": "The sum is fixed", "reason": "the call", "told": "2020-03"}
    limit = {k: v for k, v in whole.items() if k not in lacks}
    found = audit({"project": {"phase": phase}, "honesty": {"limits": [limit]}})
    (says,) = [c.advice for p in found.principles for c in p.criteria if c.id == "limits-told"]
    assert ("each limit that lacks it" in says) == bool(lacks)
    assert bool(says) == bool(lacks)


def test_what_is_told_to_be_no_is_not_called_not_told():
    limit = {"what": "The words are matched alone"}
    assert "not told of them" in state_says({"honesty": {"limits": [{**limit, "told": "no"}]}}, "limits")
    assert "it is not told that people heard" in state_says({"honesty": {"limits": [limit]}}, "limits")
    assert "and people were told" in state_says({"honesty": {"limits": [{**limit, "told": "yes"}]}}, "limits")


def test_a_reason_for_what_was_taken_up_in_part_is_not_passed_over():
    entry = {"said": "Ask all of it", "by": "contributors", "answer": "partly", "reason": "the form was too long"}
    assert "it is told why" in state_says({"influence": {"log": [entry]}}, "refusals")
    assert state_says({}, "refusals") == "Nothing is told of suggestions that were refused."


def test_no_stock_text_gives_an_example_that_no_fact_has_seen():
    """What is printed where a level is reached says what the facts of the level say, and nothing `such as`."""
    for criterion in shipped().rubric.criteria:
        if criterion.levels["1"].when and len(criterion.levels["1"].when) == 1:
            assert "such as" not in criterion.levels["1"].says, criterion.id


def entries(*outcomes):
    return [{"said": f"Idea {n} of many that people had here", "by": "contributors", "answer": o, **({"changed": "it was done"} if o == "taken up" else {})} for n, o in enumerate(outcomes)]  # fmt: skip


@pytest.mark.parametrize("last", ["refused", "unanswered", "put off"])
def test_what_was_refused_is_never_what_a_list_cuts(last):
    found = audit({"influence": {"log": entries(*["taken up"] * 30, *["partly"] * 10, last)}})
    kept = words.weightiest(found, 6, 60)
    assert last in {one.outcome for one in kept}
    assert "taken up" in {one.outcome for one in kept}


def test_the_sheet_says_who_decides():
    tree = {
        "project": {"phase": "running"}, "stages": STAGES,
        "rooms": {
            "board": {"contributors": "0", "researchers": "4", "power": "decides", "status": "ongoing"},
            "panel": {"contributors": "4", "power": "advises", "status": "ongoing"},
        },
        "power": {"final_say": "team", "leadership": [{"role": "co-lead", "people": "1", "status": "ongoing"}]},
    }  # fmt: skip
    says = words.who_decides(audit(tree))
    assert "last word: the team itself." in says
    assert "Board: this group decides; nobody sits in it whom the work affects." in says.replace("board", "Board")
    assert "co-lead" in says
    assert "advice" not in says
    assert "more group" not in says
    tree["rooms"] |= {
        name: {"contributors": "2", "power": "decides", "status": "ongoing"} for name in ("council", "jury")
    }
    assert "Two more groups decide." in words.who_decides(audit(tree))
    assert "co-lead" in words.who_decides(audit({**tree, "project": {"phase": "finished"}}))
    assert not words.who_decides(audit({"stages": STAGES}))


def test_where_it_is_told_that_nobody_came_in_nobody_is_asked_when_or_why():
    tree = {"stages": {"design": {"role": "consulted", "status": "done"}, "delivery": {"role": "none"}}}
    asked = {q.id for q in words.deciding(audit(tree))}
    assert "came-after-the-decisions" in asked
    never = {q.id for q in words.deciding(audit({**tree, "timing": {"first_involved": "never"}}))}
    assert never.isdisjoint({"came-after-the-decisions", "invited-only-because-asked-to"})


def test_harm_that_others_did_is_not_for_this_work_to_put_right():
    def judged(done_by):
        harm = {
            "what": "Letters were read",
            "kind": "harm",
            "to": "contributors",
            "done_by": done_by,
            "said_by": "team",
        }
        return audit({"project": {"phase": "running"}, "stages": {**STAGES, "design": {"role": "involved", "status": "done", "when": "2026"}}, "power": {"final_say": "team"}, "care": {"harm": [harm]}})  # fmt: skip

    for done_by, asks in (("outside the team", False), ("team", True)):
        found = judged(done_by)
        asked = [topic.question for topic in discussion.to_the_team(found, 20)]
        assert (discussion.AFTER_HARM in asked) == asks
        assert ("put right" in words.possible_says(found)) == asks


def test_a_date_without_an_end_is_not_later_than_every_day():
    stages = {"design": {"role": "involved", "status": "ongoing", "since": "after 2002"}}
    tree = {
        "project": {"phase": "running"},
        "stages": stages,
        "filled_in": {**PUBLISHED, "source": "paper"},
        "sources": {"paper": {"kind": "publication", "title": "Paper", "date": "2017"}},
    }
    assert audit(tree).project.last_told == "2017"


def test_honesty_is_said_of_what_is_told_and_of_nothing_else():
    """Where limits and refusals are open, no sentence says that they were told."""
    tree = {
        "project": {"phase": "running", "called": "consultation"}, "stages": {**STAGES, "delivery": {"role": "consulted", "status": "done", "when": "2026", "source": "m"}},
        "power": {"final_say": "team"}, "sources": {"m": {"kind": "minutes", "date": "2026"}},
        "influence": {"reflections": [{"when": "2026", "who": ["team"], "badly": "We came late"}]},
    }  # fmt: skip
    found = audit(tree)
    states = {p.id: p.state for p in found.honesty.parts}
    assert states["failures"] == "good"
    assert states["limits"] == states["refusals"] == "open"
    for says in (found.honesty.says, plain_language.honesty_says(found)):
        assert "refus" not in says, says
        assert "limit" not in says, says
        assert "not used" not in says, says
    assert "what went wrong" in plain_language.honesty_says(found)


def test_where_nobody_takes_part_no_sign_of_how_it_is_for_them_is_asked_for():
    tree = {"project": {"phase": "finished"}, "stages": {s: {"role": "none"} for s in ("priorities", "design", "analysis")}, "timing": {"first_involved": "never"}}  # fmt: skip
    found = audit({**tree, "voices": {"contributors": "0"}})
    assert found.verdict.id == "nobody involved"
    asked = {q.id for q in words.deciding(found)}
    assert asked.isdisjoint(
        {"lone-seat-and-nothing-changed", "log-shows-nothing-taken-up", "invited-only-because-asked-to"}
    )


def test_of_a_room_that_never_met_it_is_not_said_that_it_decided():
    rooms = {"panel": {"contributors": "3", "power": "decides", "votes": "equal", "status": "done", "meetings": "0"}}
    told = [t.says for t in audit({"project": {"phase": "finished"}, "rooms": rooms}).told if t.about == "part"]
    assert any("never met" in says for says in told)
    assert not any("decided" in says or "vote" in says for says in told)
