"""What a report says of a file is so: of a verdict's name, of people's answers, of what a word should be, and of credit."""

from __future__ import annotations

import datetime as dt

import pytest
from support import rows, shipped

from involve_audit.assess import audit_project
from involve_audit.facts import views
from involve_audit.facts.case import Case
from involve_audit.judge.evidence import contributors_allow
from involve_audit.load import read, read_project
from involve_audit.project.practice import RUNGS
from involve_audit.render import plain_language, words
from involve_audit.render.blocks import units
from involve_audit.what_if.flips import flips

DAY = dt.date(2026, 11, 23)
HARM = """format: 1
project: {{phase: {phase}, topic_sensitive: yes}}
sources: {{m: {{kind: minutes}}}}
rooms: {{committee: {{status: ongoing, contributors: some, researchers: 4, votes: equal, power: decides, source: m}}}}
stages:
  governance: {{role: decided together, status: ongoing, rooms: committee, source: m}}
  priorities: {{role: involved, status: done, when: 2022, source: m}}
care: {{harm: [{{what: Two were shouted at, kind: {kind}, to: people served, said_by: people served, answered: {answered}}}], support: no}}
power: {{final_say: above}}
views: none
"""


def audited(text, *, steps=True):
    document = read(text)
    return audit_project(document, read_project(document), shipped(), DAY, steps=steps, lines="none")


@rows(
    "kind, title",
    [
        ("harm", "Harm is on record"),
        ("agreement undone", "Trust was broken"),
        ("used otherwise than agreed", "Trust was broken"),
    ],
)
def test_the_gravest_verdict_is_called_the_same_wherever_it_stands(kind, title):
    """Where no agreement was broken, no step, no list of verdicts and no flip says that trust was."""
    text = HARM.format(phase="running", kind=kind, answered="no")
    found = audited(text)
    other = {"Harm is on record", "Trust was broken"} - {title}
    assert found.verdict.title == title
    assert not other & {v.title for v in found.verdict.possible}
    lifts = [s.lifts for s in found.steps if "→" in s.lifts]
    assert lifts
    assert all(says.startswith(title) for says in lifts), lifts
    assert flips(read(text), shipped().rubric, DAY, pairs=False).titles[found.verdict.id] == title


@rows(
    "answered, says",
    [
        ("unanswered", "have not answered"),
        ("not yet", "have not answered"),
        ("no", "have not answered"),
        ("The team apologised", "answered: “The team apologised”"),
        ("unknown", ""),
    ],
)
def test_a_word_for_no_answer_is_quoted_as_none(answered, says):
    found = [
        t.says for t in audited(HARM.format(phase="running", kind="harm", answered=answered)).told if t.about == "harm"
    ]
    assert all(says in one for one in found), found
    assert ("answered" in found[0]) == bool(says), found


ROUND = """format: 1
project: {{phase: running}}
views: {{complete: yes, entries: [{rounds}]}}
"""
ONE = "{{of: contributors, answered: {n}, collected_by: {by}, anonymous: {hidden}, by_principle: {{power: {says}}}}}"
SAID = (
    "most agree",
    "most disagree",
    "split",
    "{agree: 4, disagree: 1}",
    "{agree: 3, disagree: 3}",
    "{agree: 1, partly: 6, disagree: 1}",
)


def test_people_are_said_to_differ_only_where_they_do():
    """By whoever they were asked, and whether in one round or in two: `split` needs an answer beside that of those who agree."""
    one_round = [
        ONE.format(n=n, by=by, hidden=hidden, says=says)
        for n in (1, 4, 9)
        for by in ("team", "outside the team", "unknown")
        for hidden in ("yes", "no", "unknown")
        for says in SAID
        if n == 9 or "{" not in says
    ]
    wrong = []
    for rounds in (*one_round, *(f"{a}, {b}" for a, b in zip(one_round, one_round[7:], strict=False))):
        case = Case(read_project(read(ROUND.format(rounds=rounds))), DAY)
        state = contributors_allow(case, "power")[2]
        said = {views.most(view, opinion) for _, view, opinion in views.opinions(case, "power")}
        if (state == "split" and said <= {"agree", None}) or (state == "not asked apart" and said != {"agree"}):
            wrong.append((state, rounds))
    assert not wrong


def test_most_agree_where_the_team_asked_is_no_disagreement():
    found = audited(ROUND.format(rounds=ONE.format(n=5, by="team", hidden="no", says="most agree")), steps=False)
    (power,) = [p for p in found.principles if p.id == "power"]
    assert power.confirmed == "not asked apart"
    assert "not asked apart" in words.confirmed_says(power.confirmed)
    page = " ".join(units(plain_language.document([found]).blocks))
    assert "They were not asked apart from the team." in page
    assert "do not agree" not in page


UNHEARD = """format: 1
project: {{phase: finished, called: engagement}}
stages: {{priorities: {{role: consulted, status: done, asked: what}}, design: {{role: consulted, status: done, asked: what}}}}
power: {{final_say: above}}
influence: {{heard: {{answer: no, said_by: {by}, when: 2019-09{answered}}}}}
"""


@rows(
    "by, answered, says",
    [
        ("contributors", "", "Answer those who say that they were not heard"),
        ("contributors", ", answered: no", "Answer those who say that they were not heard"),
        ("contributors", ", answered: 2019-12", "whether the answer that they were given answers it"),
        ("team", ", answered: 2019-12", "Answer those who say that they were not heard"),
    ],
)
def test_nobody_is_asked_to_answer_people_who_were_answered(by, answered, says):
    does = " ".join(one for s in audited(UNHEARD.format(by=by, answered=answered)).steps for one in s.does)
    assert says in does, does


LED = """format: 1
project: {{phase: running, called: run by its users}}
sources: {{m: {{kind: minutes, date: 2024-03}}}}
rooms: {{users: {{status: ongoing, contributors: 6, researchers: 1, power: decides, votes: {votes}, meetings: 4, source: m}}}}
stages:
  governance: {{role: led, status: ongoing, rooms: users, budget_held_by: contributors, source: m}}
  delivery: {{role: led, status: ongoing, rooms: users, budget_held_by: contributors, source: m}}
"""


@rows("votes, shown", [("none", "involved"), ("equal", "led"), ("unknown", "led")])
def test_money_does_not_carry_a_part_in_a_room_without_a_vote(votes, shown):
    found = audited(LED.format(votes=votes), steps=False)
    assert {s.shown.low for s in found.rung.stages if s.told} == {shown}


def test_a_truer_word_does_not_rest_on_answers_that_contradict_each_other():
    does = [one for s in audited(LED.format(votes="none")).steps if s.kind == "say it truly" for one in s.does]
    assert "call it “involvement”" in " ".join(does), does
    assert "call it “co-production” in public. Name co-production" not in " ".join(does)


OPEN = """format: 1
project: {{phase: running}}
sources: {{m: {{kind: minutes, date: 2024-03}}}}
rooms: {{lab: {{status: ongoing, contributors: 5, researchers: 5, power: decides, votes: {votes}, source: m}}}}
stages:
  design: {{role: {design}, status: done, when: 2025, rooms: lab, source: m}}
  analysis: {{role: {analysis}, status: done, when: 2025, rooms: lab, source: m}}
"""


@pytest.mark.parametrize("votes", ["equal", "some", "none", "unknown"])
def test_no_more_is_shown_than_is_told(votes):
    """Where a word leaves open who decided, what answers it is told as well."""
    for design in ("involved", "involved or decided together", "decided together"):
        for analysis in ("consulted or involved", "involved or decided together", "led"):
            rung = audited(OPEN.format(votes=votes, design=design, analysis=analysis), steps=False).rung
            assert RUNGS.index(rung.told) >= RUNGS.index(rung.shown.low), (design, analysis, rung)
