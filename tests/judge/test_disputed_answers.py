"""An answer that stands directly in a section may be told otherwise: that answer is open, both accounts are printed, the rest stands."""

from __future__ import annotations

import datetime as dt

import pytest
from support import rows, shipped

from involve_audit.assess import audit_project
from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.load import read, read_project
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)
SAYS = "by: contributors, says: We saw it otherwise"


def text(rest):
    return f"format: 1\nsources: {{m: {{kind: minutes}}}}\n{rest}\n"


def fact(name, rest):
    return FACTS[name].observe(Case(read_project(read(text(rest))), DAY)).value


def accounts(rest):
    document = read(text(rest))
    found = audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")
    return [(a.open, a.told, a.by, a.says) for a in found.accounts]


@rows(
    "section, name, value",
    [
        ("power: {success_defined_by: together%s}", "success_defined_with_contributors", True),
        ("power: {success_defined_by: team, final_say: team%s}", "success_defined_with_contributors", False),
        ("influence: {meetings_held: 0, log: none%s}", "log_complete", True),
        ("influence: {log: {complete: yes, entries: []%s}}", "nothing_taken_up", True),
        ("project: {phase: running%s}", "research_or_service_begun", True),
    ],
)
def test_an_answer_that_is_disputed_is_open(section, name, value):
    assert fact(name, section % "") is value
    expected = value if "meetings_held" in section else None
    assert fact(name, section % f", disputed: {{{SAYS}}}") is expected


def test_only_the_answer_that_it_is_about_is_open():
    timing = "timing: {first_involved: 2020, design_locked: 2021, design_reopened: yes, disputed: {%s, about: %s}}"
    assert fact("fixed_plan_reopened", timing % (SAYS, "first_involved")) is True
    assert fact("fixed_plan_reopened", timing % (SAYS, "[first_involved, design_reopened]")) is None


def test_both_accounts_are_printed():
    rest = "timing: {first_involved: 2020, design_locked: 2021, disputed: [{%s, about: first_involved}, {by: team, says: No, about: design_locked}]}"
    assert [(open_, says, by) for open_, says, by, _other in accounts(rest % SAYS)] == [
        (True, "Timing: first involved: 2020.", "contributors"),
        (True, "Timing: design locked: 2021.", "team"),
    ]


@rows(
    "rest, says",
    [
        ("timing: {first_involved: 2020, design_locked: 2021, disputed: {%s}}", "say which of them is told otherwise"),
        ("power: {agenda: yes, disputed: {%s}}", "no answer stands directly in this section"),
        (
            "timing: {contact: yes, design_locked: 2020, disputed: {%s, about: contact}}",
            "under that part, which takes `disputed` of its own",
        ),
        ("timing: {design_locked: 2020, disputed: {%s, about: design_lockd}}", "did you mean 'design_locked'"),
        ("access: {papers_ahead: yes, disputed: {%s}}", "each takes `disputed` of its own"),
        ("power: {success_defined_by: team, disputed: contributors}", "says too little here"),
    ],
)
def test_what_is_disputed_must_be_told(rest, says):
    with pytest.raises(InputError, match=says):
        read_project(read(text(rest % SAYS if "%s" in rest else rest)))


def test_peoples_word_in_a_part_is_not_opened_by_a_doubt_of_the_section():
    rest = (
        "influence: {meetings_held: 3, heard: {answer: no, said_by: contributors}, disputed: {by: team, says: We did}}"
    )
    assert fact("own_word_not_heard", rest) is True


def test_a_word_that_is_disputed_is_not_said_to_be_not_told():
    document = read(
        text("project: {called: co-production, disputed: {by: contributors, says: It was called consultation}}")
    )
    found = audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")
    assert found.label.says == "What the involvement is called in public is told differently, and so it is open."
    assert "told differently" in next(p.says for p in found.honesty.parts if p.id == "label")
