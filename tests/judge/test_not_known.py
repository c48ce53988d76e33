"""What was asked, and is not known, is never printed as what nobody told; the two are counted apart."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest
from support import rows, shipped

from involve_audit.assess import audit_document
from involve_audit.facts.case import Case
from involve_audit.facts.not_known import not_known
from involve_audit.load import Document, read, read_project
from involve_audit.render import render, terminal, words

DAY = dt.date(2026, 11, 1)
TOLD = {
    "project": {"title": "Warm rooms", "phase": "running", "called": "co-production", "topic_sensitive": "yes"},
    "stages": {"priorities": {"role": "consulted", "status": "done", "when": "2024", "asked": "what matters"}, "delivery": "none"},
    "power": {"final_say": "team"},
}  # fmt: skip


def audit(**tree):
    tree = {"format": "1", **TOLD, **tree}
    return audit_document(Document("p.yaml", tree, []), shipped(), DAY, lines="when asked")


@cache
def as_told():
    return audit()


@cache
def laid(place, value):
    """The told tree with one answer more, at a place such as `reward.pay`."""
    tree = {key: dict(part) for key, part in TOLD.items()}
    *above, last = place.split(".")
    here = tree
    for step in above:
        here = here.setdefault(step, {})
    here[last] = value
    return audit(**tree)


# --- where it stands ---------------------------------------------------------------------------------

ASKED = {
    "stages.design": "stage design", "influence.heard": "people-heard", "reward.expenses.denied": "expenses-denied",
    "reward.pay": "contributors-unpaid", "voices.direct_experience": "only-others-speak-for-people", "care.harm": "trust-broken",
    "views": "contributors-asked-apart", "voices.contributors": "contributors-in-all", "timing.first_involved": "came-after-the-decisions",
    "influence.feedback": "feedback-given", "voices.question_asked": "absence-question-asked",
}  # fmt: skip
"""Places that are answered `unknown`, and the question that waits for each."""


@pytest.mark.parametrize("place", ASKED)
def test_a_question_says_whether_it_was_asked_and_nobody_knows(place):
    states = {q.id: q.state for q in laid(place, "unknown").questions}
    assert states[ASKED[place]] == "not known"
    assert {q.id: q.state for q in as_told().questions}[ASKED[place]] == "not told"
    others = {q for q, state in states.items() if state == "not known"}
    assert {q.path for q in laid(place, "unknown").questions if q.id in others} <= {
        p for p in (q.path for q in laid(place, "unknown").questions) if p == place or p.startswith(f"{place}.")
    }


@rows("place", ASKED)
@rows("layer", ["", "sheet", "full"])
def test_every_layer_that_asks_it_says_so(place, layer):
    found = laid(place, "unknown")
    question = next(q for q in found.questions if q.id == ASKED[place])
    text = render("markdown", [found], layer=layer) if layer else render("text", [found])
    for line in text.splitlines():
        if question.asks in line:
            assert "was asked, and nobody knows" in line or "Find out from people" in line, line


@pytest.mark.parametrize("phase", ["running", "finished"])
def test_the_words_are_in_the_time_of_the_work(phase):
    tree = {"project": {**TOLD["project"], "phase": phase}, "stages": {**TOLD["stages"], "design": "unknown"}}
    assert words.nobody_knows(audit(**tree)).endswith("knew." if phase == "finished" else "knows.")


def test_the_sentence_of_the_verdict_keeps_the_two_apart():
    found = laid("reward.pay", "unknown")
    _, _, unknown = found.verdict.says.partition("; asked, and not known: ")
    told = found.verdict.says.partition("; asked, and not known: ")[0]
    assert "paid" in unknown or "pay" in unknown
    assert " pay" not in told
    assert found.verdict.not_known
    assert not set(found.verdict.not_known) & set(found.verdict.not_told)
    assert "".join(words.verdict_parts(found)).rstrip(".") == found.verdict.says.rstrip(".")


def test_gates_that_wait_for_what_nobody_knows_are_named_apart():
    found = laid("reward.expenses.denied", "unknown")
    gate = next(g for g in found.gates if g.id == "expenses-refused")
    assert (gate.state, gate.not_known) == ("open", True)
    assert all(not g.not_known for g in found.gates if g.id != gate.id)
    assert (
        "asked and not known (the check asks for it): Nobody is refused the money that taking part costs"
        in " ".join(terminal.summary(found).split())
    )
    assert "because nobody knows the answer" in words.policy_says(found)
    assert not found.policy.holds


def test_what_to_do_about_it_is_to_find_out():
    tree = {
        "stages": {
            **TOLD["stages"],
            **dict.fromkeys(("design", "funding", "governance", "analysis", "sharing", "implementation"), "unknown"),
        }
    }
    to_do = [one.does for one in words.first_things(audit(**tree), 60) if "decides most" in one.does]
    assert [does for does in to_do if does.startswith("Find out from people who were there")]


def test_a_part_of_the_work_is_asked_and_not_known_in_the_table():
    found = laid("stages.design", "unknown")
    assert [s.id for s in found.rung.stages if s.not_known] == ["design"]
    assert "| Design | asked, and not known |" in render("markdown", [found])


def test_nothing_changes_where_nobody_answered_unknown():
    found = audit()
    assert not any(q.state == "not known" for q in found.questions)
    assert not found.verdict.not_known
    for layer in ("sheet", "full"):
        page = render("markdown", [found], layer=layer).lower()
        assert "nobody knows" not in page.replace("nobody knows better", "")


# --- which places ------------------------------------------------------------------------------------


@rows(
    "text, place, is_so",
    [
        ("power: {decisions: unknown}", "power.decisions", True),
        ("power: {final_say: unknown}", "power.final_say", True),
        ("power: {decisions: none}", "power.decisions", False),
        ("influence: {feedback: unknown}", "influence.log", False),
        ("influence: {feedback: unknown}", "influence.feedback.kinds", True),
        ("stages: {design: {role: unknown, status: done}}", "stages.design", True),
        ("stages: {design: {role: involved, status: unknown}}", "stages.design", True),
        ("stages: {design: {role: involved, status: done}}", "stages.design", False),
        ("stages: {design: unknown}", "stages.analysis", False),
        ("rooms: {panel: {contributors: unknown}}", "rooms.panel.contributors", True),
        ("rooms: {panel: {contributors: unknown}}", "rooms.panel.votes", False),
        ("rooms: {panel: {contributors: unknown}}", "rooms.board", False),
        ("reward: {budget: {amount: unknown}}", "reward.budget.amount", True),
        ("reward: {expenses: {denied: unknown}}", "reward.expenses.paid", False),
        ("project: {dates: {end: unknown}}", "project.dates.end", True),
        ("views: unknown", "views", True),
        ("views: none", "views", False),
        ("", "views", False),
    ],
)  # fmt: skip
def test_a_place_is_not_known_only_where_the_file_says_so(text, place, is_so):
    case = Case(read_project(read(f"format: 1\n{text}\n")), DAY)
    assert not_known(case, tuple(place.split("."))) is is_so
