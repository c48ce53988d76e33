"""Who decided may be several: contributors among them share a decision, and only by themselves is it their own."""

from __future__ import annotations

import datetime as dt

import pytest
from support import rows, shipped

from involve_audit.assess import audit_project
from involve_audit.compare import SideRead, compare_documents
from involve_audit.load import read, read_project
from involve_audit.project.practice import contributors_alone, those_in_power, with_contributors
from involve_audit.wording.entry_words import who_did

DAY = dt.date(2026, 11, 23)
FILE = """format: 1
sources: {{m: {{kind: minutes}}}}
project: {{phase: running}}
stages:
  design: {{role: led, status: done, source: m}}
  governance: {{role: consulted, status: done, asked: the rules, source: m}}
power:
  success_defined_by: {by}
  decisions: [{{what: The outcome, stage: design, about: outcome, decided_by: {by}, became: {became}, {more}source: m}}]
"""


def audit(by, became="done", more=""):
    document = read(FILE.format(by=by, became=became, more=more))
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


@pytest.mark.parametrize(
    ("by", "shown"),
    [
        ("contributors", "led"),
        ("[contributors]", "led"),
        ("together", "decided together"),
        ("[contributors, team]", "decided together"),
        ("[contributors, above]", "decided together"),
        ("[together, above]", "decided together"),
        ("[contributors, team, above]", "decided together"),
        ("[contributors, unknown]", "decided together"),
        ("team", "involved"),
        ("[team, above]", "involved"),
        ("[team, unknown]", "involved"),
        ("unknown", "involved"),
        ("[]", "involved"),
    ],
)
def test_a_decision_is_shared_where_contributors_are_among_those_who_took_it_and_theirs_only_where_nobody_else_is(
    by, shown
):
    stage = next(s for s in audit(by).rung.stages if s.id == "design")
    assert stage.shown.low == shown


@rows(
    "by, shared, own, power",
    [
        (None, None, None, None),
        ((), None, None, None),
        (("unknown",), None, None, None),
        (("contributors",), True, True, False),
        (("contributors", "unknown"), True, None, False),
        (("together", "above"), True, False, False),
        (("team", "above"), False, False, True),
        (("above", "unknown"), None, False, None),
        (("circumstances",), False, False, False),
        (("circumstances", "above"), False, False, True),
    ],
)
def test_who_is_among_those_who_decided(by, shared, own, power):
    assert (with_contributors(by), contributors_alone(by), those_in_power(by)) == (shared, own, power)


@pytest.mark.parametrize(
    ("by", "says"),
    [
        ("[team, above]", "The team and those above the team decided “The outcome”: it was carried out."),
        ("[contributors, team]", "Contributors and the team decided “The outcome”: it was carried out."),
        ("[contributors, above]", "Contributors and those above the team decided “The outcome”: it was carried out."),
        (
            "[above, together]",
            "Contributors, the team and those above the team decided “The outcome”: it was carried out.",
        ),
    ],
)
def test_all_who_decided_are_named(by, says):
    assert says in [c.says for c in audit(by).came_of]


@pytest.mark.parametrize(
    ("by", "says"),
    [
        ("[contributors, team]", "People and the team decided together: “The outcome”."),
        ("[contributors, above]", "People who take part decided, with those above the team: “The outcome”."),
        ("[above, together]", "People and the team decided together, with those above the team: “The outcome”."),
    ],
)
def test_all_who_decided_are_named_in_everyday_words(by, says):
    assert f"{says} It was carried out." in [t.says for t in audit(by).told if t.about == "changed"]


def test_those_in_power_who_set_a_say_aside_with_each_other_are_both_named_and_it_is_a_sign():
    said = "announced_as: binding, set_aside_by: %s, "
    both = audit("contributors", "set aside", said % "[team, above]")
    assert any(s.id == "binding-say-overruled" and s.state == "holds" for s in both.signs)
    assert any("it was set aside by the team and those above the team" in c.says for c in both.came_of)
    agreed = audit("contributors", "set aside", said % "[contributors, above]")
    assert not any(s.id == "binding-say-overruled" and s.state == "holds" for s in agreed.signs)


@pytest.mark.parametrize(("by", "says"), [("court", "a court"), ("outside the team", "somebody outside the team")])
def test_what_a_court_or_an_outsider_set_aside_is_said_and_is_no_sign_of_tokenism(by, says):
    found = audit("contributors", "set aside", f"announced_as: binding, set_aside_by: {by}, ")
    assert any(f"it was set aside by {says}" in c.says for c in found.came_of)
    assert not any(s.id == "binding-say-overruled" and s.state == "holds" for s in found.signs)


def test_what_somebody_outside_decided_along_with_people_was_shared():
    file = FILE.format(by="[contributors, outside the team]", became="done", more="").replace(
        "  success_defined_by: [contributors, outside the team]\n", ""
    )
    document = read(file)
    found = audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")
    assert next(s for s in found.rung.stages if s.id == "design").shown.low == "decided together"
    says = "People who take part decided, with somebody outside the team: “The outcome”."
    assert any(says in t.says for t in found.told)


def test_that_others_decided_it_too_is_something_else_than_was_promised():
    before = FILE.format(by="contributors", became="under way", more="announced_as: binding, ")
    after = FILE.format(by="[contributors, above]", became="done", more="announced_as: binding, ")
    found = compare_documents(SideRead(read(before), DAY), SideRead(read(after), DAY), shipped())
    assert any("contributors → contributors and those above the team" in d for p in found.promises for d in p.differs)


@pytest.mark.parametrize(
    ("power", "shown"), [("decides", "decided together"), ("advises", "involved"), ("consulted", "involved")]
)
def test_a_room_that_only_advises_carries_no_decision_taken_together(power, shown):
    text = FILE.format(by="together", became="done", more="room: panel, ")
    document = read(f"{text}rooms: {{panel: {{contributors: 4, power: {power}, status: ongoing, source: m}}}}\n")
    found = audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")
    assert next(s for s in found.rung.stages if s.id == "design").shown.low == shown
    assert ("contradiction-empty-room" in {flag.id for flag in found.flags}) == (power != "decides")


def test_nobody_is_named_where_nobody_is_known():
    assert who_did(None) == who_did(()) == who_did(("unknown",)) == ""
    assert who_did(("above", "unknown")) == "those above the team and others who are not known"
