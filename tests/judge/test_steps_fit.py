"""A step names the piece that is missing, never what the file answers; and it fits the time that is told."""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.assess import audit_document
from involve_audit.load import Document
from involve_audit.render import words

DAY = dt.date(2026, 11, 30)
PUBLISHED = {"written_from": "published text", "when": "2026-11"}


def audit(phase="finished", **tree):
    project = {"title": "Warm rooms", "phase": phase, **tree.pop("project", {})}
    return audit_document(
        Document("p.yaml", {"format": "1", "project": project, **tree}, []), shipped(), DAY, lines="when asked"
    )


def advice(found, criterion):
    return next(c.advice for p in found.principles for c in p.criteria if c.id == criterion)


ANSWERED = {
    "critical-reflection": ({"influence": {"reflections": [{"when": "2024", "who": ["team"], "badly": "too late"}]}}, "influence"),
    "agreed-meaning": ({"honesty": {"meaning": {"status": "done", "when": "2024-02"}}}, "honesty"),
    "limits-told": ({"honesty": {"limits": [{"what": "the budget is fixed"}]}}, "honesty"),
    "first-involvement": ({"timing": {"first_involved": "2022-05", "design_locked": "no"}}, "timing"),
    "ways-of-working": ({"honesty": {"ways_of_working": {"status": "done", "when": "2024", "written_by": ["together"]}}}, "honesty"),
    "traceable-influence": ({"influence": {"log": [{"said": "the letter frightens", "by": "contributors", "answer": "taken up", "changed": "it was rewritten"}]}}, "influence"),
}  # fmt: skip


@pytest.mark.parametrize("phase", ["running", "finished"])
@pytest.mark.parametrize("criterion", ANSWERED)
def test_a_step_never_restarts_a_theme_that_the_file_tells(criterion, phase):
    told, _ = ANSWERED[criterion]
    untold = advice(audit(phase), criterion)
    if phase == "finished" and not untold:
        return  # nothing is asked then
    if (phase, criterion) == ("running", "traceable-influence"):
        return  # one thing on record is a beginning: more are asked for
    assert advice(audit(phase, **told), criterion) != untold


def steps_of(found):
    return [one.does for one in words.first_things(found, 99)]


@pytest.mark.parametrize("phase", ["running", "funded", ""])
def test_what_others_read_of_long_ago_has_no_next_meeting(phase):
    """Whoever does the work can say that it goes on; whoever read of it knows no later day."""
    stages = {"design": {"role": "consulted", "status": "done", "when": "2002"}}
    project = {} if phase else {"phase": "unknown"}
    read = audit(phase or "running", project=project, filled_in=PUBLISHED, stages=stages)
    assert read.project.last_told == "2002"
    assert words.is_over(read)
    assert not [says for says in steps_of(read) if "next meeting" in says or "this week" in says or "today" in says]
    assert "2002" in words.over_says(read)
    for other in (
        {"stages": stages},
        {"filled_in": PUBLISHED, "stages": {"design": {**stages["design"], "when": "2025"}}},
        {"filled_in": PUBLISHED},
    ):
        assert not audit("running", **other).project.last_told  # fmt: skip


def test_work_that_is_paused_has_no_next_meeting():
    found = audit("paused", stages={"design": {"role": "consulted", "status": "done", "when": "2025"}})
    every = [c.advice for p in found.principles for c in p.criteria]
    assert not [says for says in every if "next meeting" in says or "last meeting" in says]


def test_a_condition_and_a_question_on_one_matter_are_one_step():
    found = audit(
        stages={"design": {"role": "consulted", "status": "done", "when": "2025"}},
        influence={"feedback": {"status": "done", "kinds": "none"}},
    )
    lines = [says for says in steps_of(found) if "three lines" in says]
    assert len(lines) == 1, lines


KIND_WORDS = {"policy": ("hearings", "options"), "service": ("running the service", "business case")}


@pytest.mark.parametrize("kind", KIND_WORDS)
def test_a_service_and_a_policy_are_asked_in_their_own_words(kind):
    found = audit("running", project={"kind": kind}, stages={"priorities": {"role": "none"}})
    asked = " ".join(q.asks for q in found.questions if q.id.startswith("stage "))
    for word in KIND_WORDS[kind]:
        assert word in asked
    every = " ".join((asked, *(s.plain for s in found.rung.stages)))
    for other in ("the bid", "papers, talks", "collecting data"):
        assert other not in every.casefold()


def test_a_panel_is_no_list_of_the_team():
    fired = {
        f.id for f in audit("running", voices={"recruitment": {"status": "done", "routes": ["existing panel"]}}).flags
    }
    assert "existing-panel-only" in fired
    assert "own-patients-only" not in fired


def test_the_truer_words_take_the_promise_that_the_label_is_about():
    promises = [
        {"what": "We are committed to involvement", "claims": "involvement", "when": "2022"},
        {"what": "co-design of the hearing", "claims": "collaboration", "when": "2022"},
    ]
    found = audit(
        "running", project={"called": ["co-design"], "promises": promises},
        stages={"design": {"role": "consulted", "status": "done", "when": "2024"}, "analysis": {"role": "consulted", "status": "done", "when": "2024"}},
        power={"final_say": "team"},
    )  # fmt: skip
    said = [text for s in found.steps if s.kind == "say it truly" for text in s.does]
    assert said
    assert not [text for text in said if "We are committed" in text], said


def test_no_question_insinuates_what_nothing_tells():
    """Where nothing tells that people decided or were promised to, nobody is asked whether they were overruled."""
    found = audit("running", stages={"priorities": {"role": "consulted", "status": "done", "when": "2025"}}, timing={"first_involved": "2024-05", "design_locked": "no"})  # fmt: skip
    asked = {q.id for q in words.deciding(found)}
    assert asked.isdisjoint({"binding-say-overruled", "came-after-the-decisions"})
    assert not [q.asks for q in found.questions if "to be seen to" in q.asks]
