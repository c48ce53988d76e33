"""What is asked and offered fits the case: work that is over, that nobody took part in, that people run themselves, or that only consults."""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.assess import audit_project
from involve_audit.load import read, read_project
from involve_audit.render import discussion, markdown, meeting, terminal, words
from involve_audit.what_if.offered import ANSWER_FIRST

DAY = dt.date(2026, 11, 23)


def audit(text: str, *, steps: bool = False):
    document = read(f"format: 1\n{text}\n")
    return audit_project(document, read_project(document), shipped(), DAY, steps=steps)


CONSULTED = """
project: {{phase: {phase}{more}}}
stages: {{priorities: none, design: {{role: consulted, status: done, source: m}}, delivery: none}}
power: {{final_say: team}}
sources: {{m: {{kind: minutes}}}}
"""


def test_an_honest_consultation_is_first_offered_to_answer_people():
    steps = audit(CONSULTED.format(phase="running", more=""), steps=True).steps
    assert steps[0].does == (ANSWER_FIRST,)
    aimed = audit(CONSULTED.format(phase="running", more=", aims_for: co-production"), steps=True).steps
    assert (ANSWER_FIRST,) not in [s.does for s in aimed]


def test_the_same_step_in_several_parts_of_the_work_is_one_step():
    found = audit(CONSULTED.format(phase="running", more=", aims_for: involvement"), steps=True)
    said = [d.split(" on ")[0] for s in found.steps for d in s.does]
    assert len(said) == len(set(said))
    assert not any("nothing else counts" in s.lifts for s in found.steps)


@pytest.mark.parametrize("phase", ["finished", "cancelled"])
def test_work_that_is_over_is_asked_about_in_the_past(phase):
    found = audit(CONSULTED.format(phase=phase, more=""))
    page = meeting.PAPER.markdown([found])
    assert "people whom this work was about" in page
    assert "how people took part in it" in page
    for says in (page, terminal.summary(found), markdown.render([found], layer="sheet")):
        assert "What part do people have" not in says
    running = audit(CONSULTED.format(phase="running", more=""))
    assert "how people take part in" in meeting.PAPER.markdown([running])


def test_a_letter_to_people_who_were_wronged_says_what_it_is_about():
    text = "project: {phase: finished}\nstages: none\ncare: {harm: [{what: Samples were sold, kind: used otherwise than agreed, said_by: people served}]}"
    assert "what happened in" in meeting.PAPER.markdown([audit(text)])


def test_where_people_lead_nobody_is_asked_why_they_were_invited():
    led = audit(
        "project: {phase: running}\nstages: {priorities: {role: led, status: done}, design: {role: led, status: done}}"
    )
    asked = {t.question for t in discussion.not_known(led, 50)}
    assert not asked & {discussion.UNKNOWN[name][0] for name in discussion.OF_OTHERS_WORK}
    assert not any("only to please" in t for pair in discussion.UNKNOWN.values() for t in pair)


def test_a_say_that_was_overruled_is_asked_about_only_where_one_is_told():
    asks = discussion.UNKNOWN["binding-say-overruled"][0]
    nothing = audit(CONSULTED.format(phase="running", more=""))
    assert asks not in {t.question for t in discussion.not_known(nothing, 50)}


def test_what_is_told_of_who_is_missing_is_said_beside_what_is_not():
    found = audit(f"{CONSULTED.format(phase='running', more='')}voices: {{missing: [{{group: Night workers}}]}}")
    (topic,) = [t for t in discussion.not_known(found, 50) if "Night workers" in t.context]
    assert topic.question == "Did the team itself ask why they are not there?"


def test_where_nothing_would_change_the_verdict_no_list_says_that_it_would():
    found = audit("project: {phase: finished}\nstages: none\nvoices: {direct_experience: no}")
    if words.settled(found):
        assert words.deciding(found) == ()
        assert "the most decisive first" not in terminal.summary(found)
        assert words.NOTHING_WOULD in markdown.render([found], layer="sheet")


def test_every_list_of_what_decides_most_begins_alike():
    found = audit(CONSULTED.format(phase="running", more=""))
    first = words.deciding(found)[0].asks
    assert first in " ".join(terminal.summary(found).split())
    assert first in markdown.render([found], layer="sheet")


def test_every_group_that_is_missing_is_named():
    groups = ", ".join(f"{{group: Group {n}}}" for n in range(6))
    page = markdown.render([audit(f"voices: {{missing: [{groups}]}}")])
    assert "Also named: Group 4 and Group 5." in page


def test_no_word_is_none_and_neither_fits_nor_is_open():
    page = markdown.render([audit("project: {called: none}\nstages: none")])
    assert "The word used: **none**" in page
    assert "Label: open" not in page
