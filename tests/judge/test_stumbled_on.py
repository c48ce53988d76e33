"""What people stumbled on when they tried reports of made-up work: sentences that were not true, not fair, or not of this work."""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import plain_language, render
from involve_audit.rubric import shipped as rubrics

DAY = dt.date(2026, 11, 30)


def audited(text, **more):
    return audit_document(read(text, "p.yaml"), rubrics.load(), DAY, **more)


def planned(**keys):
    told = ", ".join(f"{key}: {value}" for key, value in keys.items())
    return f"{{status: planned, {told}}}"


def application(design, analysis, done=""):
    return f"""format: 1
project: {{title: x, phase: applying, called: co-production}}
stages:
  priorities: {done or design}
  governance: {design}
  sharing: {analysis}
"""


MONEY = {"role": "decided together", "when": "2027", "cost": '"1200"'}
OWNER = {"role": "decided together", "when": "2027", "owner": "involvement lead"}


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (MONEY, MONEY, "with dates and money"),
        (OWNER, OWNER, "with dates and who sees to it"),
        (MONEY, OWNER, "with dates, and money or who sees to it"),
        (OWNER, {"role": "decided together", "when": "2027"}, "partly with dates and who sees to it"),
    ],
)
def test_plans_are_said_to_have_money_only_where_they_have(one, other, says):
    audit = audited(application(planned(**one), planned(**other)))
    assert audit.verdict.says.endswith(f", {says}.")
    kinds = {s.promise_is for s in audit.rung.stages if s.promised}
    assert ("with date and money" in kinds) == (MONEY in (one, other))


def test_who_tells_what_was_done_before_the_bid_claims_no_more_than_who_does_not():
    """Before the work begins a word is about what is to come: telling of a first workshop makes nobody dishonest."""
    asked = "{role: consulted, status: done, when: 2026-03, asked: which outcome matters}"
    told = audited(application(planned(**OWNER), planned(**OWNER), done=asked))
    silent = audited(application(planned(**OWNER), planned(**OWNER)))
    assert told.label.state == "not shown"
    assert silent.label.state == "fits"
    assert "The plans for what is to come say as much" in told.label.says
    assert told.honesty.state != "not honest"
    in_words = audited(application(planned(role="involved"), planned(role="involved"), done=asked))
    assert "say as much" not in in_words.label.says


@pytest.mark.parametrize("by", ["team", "above"])
def test_that_people_were_heard_by_the_word_of_those_in_power_is_said_to_be_theirs(by):
    text = """format: 1
project: {title: x, phase: running, called: PPI}
stages: {design: {role: consulted, status: done, asked: which outcome}, analysis: {role: consulted, status: done, asked: what it means}}
power: {final_say: team}
influence: {heard: [%s]}
"""
    theirs = audited(text % f"{{answer: yes, said_by: {by}}}")
    assert any("theirs is not told" in says for says in theirs.verdict.rests_on)
    own = audited(text % f"{{answer: yes, said_by: {by}}}, {{answer: yes, said_by: contributors}}")
    assert not any("theirs is not told" in says for says in own.verdict.rests_on)


LED = """format: 1
project: {title: x, phase: running, called: user-led research}
sources: {rules: {kind: policy, date: 2019, written_by: contributors}}
organisations: {us: {name: Us, does: [runs], governed_by: people affected, since: 2019, stages: [priorities, design], source: rules}}
stages:
  priorities: {role: led, status: done, when: 2025-05, source: rules}
  design: {role: led, status: done, when: 2025-08, source: rules}
  analysis: {role: led, status: planned, when: 2027, owner: coordinator}
"""


def test_people_who_lead_are_no_team_beside_themselves():
    page = plain_language.PAPER.written("text", [audited(LED, lines="when asked")]).decode()
    flat = " ".join(page.split())
    assert "put questions to those who run the work" in flat
    assert "the team" not in flat


def test_a_plan_counts_on_top_of_what_is_there():
    assert audited(LED).rung.promised == "led"


def test_an_export_tells_what_was_overturned_with_what_overturned_it():
    text = """format: 1
project: {title: x, phase: finished}
findings:
  - {by: inquiry, says: Nobody was asked, when: 2024, overturned_by: [{by: court, heard: split, when: 2025}]}
  - {by: inquiry, heard: no, when: 2024, overturned_by: [{by: court, says: They were asked, when: 2025}]}
"""
    page = render("gripp2", [audited(text, exports=True)])
    assert "Nobody was asked" in page
    assert "people were not heard" in page
    assert page.count("This overturned what had been found before") == 2


def test_what_is_still_to_come_is_not_carried_by_nobody():
    page = render("text", [audited(application(planned(**OWNER), planned(**OWNER)), lines="when asked")])
    assert "told: none" not in page


def test_the_rubric_speaks_to_people_who_lead_as_to_themselves():
    spoken = [c for c in shipped().rubric.criteria if c.step.startswith("Ask contributors") and not c.applies_if]
    assert [c.id for c in spoken if c.step_instead]


DECIDED = """format: 1
project: {title: x, phase: running, called: co-design}
stages: {design: {role: decided together, status: ongoing, since: 2025-12}}
power:
  decisions:
    entries:
      - {what: The room is open until ten, stage: design, decided_by: together, about: service, became: set aside, set_aside_by: above}
      - {what: No uniforms, stage: design, decided_by: together, about: service, became: done}
"""


def test_what_was_set_aside_is_not_told_among_what_changed():
    page = plain_language.PAPER.written("text", [audited(DECIDED, lines="when asked")]).decode()
    changed, __, beside = page.partition("What changed because of people")[2].partition(
        "What else people said or decided"
    )
    assert "No uniforms" in changed
    assert "open until ten" not in changed
    assert "open until ten" in beside


def test_what_most_contributors_say_stands_in_the_report():
    views = """views:
  - {of: contributors, asked: 11, answered: 8, collected_by: outside the team, anonymous: yes, when: 2026-09,
     by_principle: {power: {agree: 1, partly: 1, disagree: 6}, influence: {agree: 6, disagree: 2}}}
"""
    page = " ".join(render("text", [audited(DECIDED + views, lines="when asked")]).split())
    assert "Most say that this does not go well: Power and decisions." in page
    assert "Most say that this goes well: Influence, feedback and accountability." in page


def test_no_theme_with_commas_stands_in_a_list_that_is_divided_by_commas():
    page = " ".join(
        render(
            "text",
            [
                audited(
                    DECIDED
                    + "views: [{of: contributors, asked: 9, answered: 8, collected_by: outside the team, by_principle: {power: {agree: 8}}}]\n",
                    lines="when asked",
                )
            ],
        ).split()
    )
    titles = [p.title for p in shipped().rubric.principles if "," in p.title]
    assert titles
    for title in titles:
        assert f"{title}, " not in page
