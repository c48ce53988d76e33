"""Level, sentence and support of a question agree, and whether it applies may be unknown."""

from __future__ import annotations

import datetime as dt
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import projects
from support import rows, shipped

from involve_audit.assess import audit_document, audit_project
from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.judge.levels import Judged, hold, judge_criterion, mean, means
from involve_audit.load import Document, read, read_project
from involve_audit.render import render
from involve_audit.render.json import read_saved
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)
NOTHING = {c.id: c.levels["0"].says for c in shipped().rubric.criteria}
VIEWS = "views: [{of: contributors, asked: 8, answered: 6, anonymous: yes, by_principle: {reward: {agree: 6, disagree: 0}}}]\n"


def audit(text):
    return audit_document(read(f"format: 1\n{text}".encode()), shipped(), DAY, steps=False, lines="when asked")


def question(text, name):
    return next(c for p in audit(text).principles for c in p.criteria if c.id == name)


# --- level 0 says no more than is told --------------------------------------------------------------


@rows(
    "pay, found",
    [
        ("{status: planned, when: 2027-02, offered: all, unpaid_by_choice: no}", "Not yet: it is planned."),
        (
            "{status: ongoing, since: 2027-02, offered: all, unpaid_by_choice: no}",
            "Not yet: it is told for a day that is still to come.",
        ),
        (
            "{status: planned, when: 2026-02, offered: all, unpaid_by_choice: no}",
            "It was planned. Nothing tells that it came.",
        ),
        (
            "{status: policy, offered: all, unpaid_by_choice: no}",
            "There is a rule on paper. That is not yet a practice.",
        ),
        ("{offered: none, staff_paid: yes, unpaid_by_choice: no}", NOTHING["pay"]),
        ("{status: planned, offered: none, unpaid_by_choice: no}", NOTHING["pay"]),
    ],
)
def test_a_question_at_level_0_is_not_called_absent_where_it_is_planned_or_on_paper(pay, found):
    told = f"project: {{phase: running}}\nreward: {{pay: {pay}}}\n"
    pay_question = question(told, "pay")
    assert (pay_question.level.low, pay_question.level.high) == (0, 0)
    assert pay_question.found == found


def test_what_contributors_confirm_as_a_whole_is_not_printed_as_said_of_the_question():
    told = "reward: {pay: {offered: none, staff_paid: yes, unpaid_by_choice: no, time_asked: days}}\n" + VIEWS
    assert question(told, "pay").found.endswith("on this question the file tells otherwise.")
    for kind in ("text", "markdown", "html"):
        text = " ".join(render(kind, [audit(told)], layer="full").split())
        assert "Time is paid, nobody" not in text, kind
        assert text.count("on this question the file tells otherwise") >= 1, kind


def test_a_principle_is_worded_as_an_open_question():
    """It stands beside the answer; worded as a sentence it was read as a finding."""
    assert all(p.says.startswith("Whether ") for p in shipped().rubric.principles)


@given(projects)
def test_no_file_gives_level_0_beside_a_fact_that_says_yes(tree):
    """Exactly 0: something that level 1 asks for is told not to be so, and the sentence is that of what is told."""
    document = Document("p.yaml", tree, [])
    try:
        project = read_project(document)
    except InputError:
        return
    found = audit_project(document, project, shipped(), DAY, steps=False, lines="when asked")
    facts = Facts(Case(project, DAY))
    printed = {c.id: c for p in found.principles for c in p.criteria}
    for criterion in shipped().rubric.criteria:
        says = printed[criterion.id]
        truth = hold(criterion.applies_if, facts).truth
        assert says.applies == ("unknown" if truth is None else truth)
        first = hold(criterion.levels["1"].when, facts).truth
        assert (says.level.low == 0) == (first is not True), criterion.id
        if (says.level.low, says.level.high) == (0, 0):
            assert first is False
            assert says.support == ""
            if says.planned:
                assert not says.found.startswith(NOTHING[criterion.id])
        else:
            assert NOTHING[criterion.id] not in says.found
        assert bool(says.found) == (says.level.low == says.level.high)


# --- whether a question applies ---------------------------------------------------------------------


def test_where_it_is_not_told_whether_a_question_applies_it_says_so_and_names_what_would_tell():
    told = "care: {plan: {status: ongoing, since: 2024-02}}\n"
    plan = question(told, "safety-plan")
    assert plan.applies == "unknown"
    assert "Can the topic distress people: illness, violence, loss, stigma, self-harm, racism?" in plan.not_told
    assert question("project: {topic_sensitive: yes}\n" + told, "safety-plan").applies is True
    assert question("project: {topic_sensitive: no}\n" + told, "safety-plan").applies is False
    text = " ".join(render("markdown", [audit(told)], layer="full").split())
    assert "not told whether it applies; if it does" in text
    saved = render("json", [audit(told)])
    assert '"applies": "unknown"' in saved
    assert read_saved(saved)[0] == audit(told)


def judged(low, high, applies):
    return Judged(None, low, high, applies, None, "", "", (), None, ())


ends = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted)


@given(st.lists(st.tuples(ends, st.sampled_from([True, False, None])), min_size=1, max_size=6))
def test_the_range_of_a_principle_holds_the_mean_with_and_without_what_may_not_apply(told):
    mine = [judged(low, high, applies) for (low, high), applies in told]
    low, high = means(mine)
    sure = [j for j in mine if j.applies is True]
    maybe = [j for j in mine if j.applies is None]
    every = chain.from_iterable(combinations(maybe, n) for n in range(len(maybe) + 1))
    worlds = [[*sure, *some] for some in every]
    lows = [mean(j.low for j in world) / 3 * 100 if world else 0.0 for world in worlds]
    highs = [mean(j.high for j in world) / 3 * 100 if world else 100.0 for world in worlds]
    assert low == pytest.approx(min(lows), abs=0.06)
    assert high == pytest.approx(max(highs), abs=0.06)


@pytest.mark.parametrize("sensitive", ["yes", "no"])
def test_the_whole_counts_as_settled_only_what_applies(sensitive):
    told = "care: {plan: none, support: none}\n"
    open_ = audit(told)
    closed = audit(f"project: {{topic_sensitive: {sensitive}}}\n{told}")
    assert open_.score.low <= closed.score.low
    assert open_.score.high >= closed.score.high
    assert open_.score.open > closed.score.open
    assert sum(open_.score.at_level) + open_.score.open + open_.score.not_applicable == len(shipped().rubric.criteria)


def test_a_rubric_judges_the_same_of_a_question_whatever_is_told_of_its_applying():
    """The level is that which holds if the question applies."""
    criterion = next(c for c in shipped().rubric.criteria if c.id == "safety-plan")
    levels = set()
    for head in ("", "project: {topic_sensitive: yes}\n"):
        project = read_project(read(f"format: 1\n{head}care: {{plan: {{status: ongoing, since: 2024}}}}\n".encode()))
        found = judge_criterion(criterion, Facts(Case(project, DAY)), None)
        levels.add((found.low, found.high))
    assert len(levels) == 1
