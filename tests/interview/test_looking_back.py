"""Work that is over is asked about in the past tense, and for what it promised, what others found, and who owned it."""

from __future__ import annotations

import re

import pytest
from answering_at_random import DAY, HEADS, ask
from support import shipped

from involve_audit.assess import audit_document
from involve_audit.interview import answered, coming, said_back
from involve_audit.interview.looking_back import in_the_past
from involve_audit.interview.question_words import FIELDS
from involve_audit.load import read
from involve_audit.project.practice import entries_in

OVER = "format: 1\nproject: {title: x, phase: finished, called: PPI}\n"
TOLD = (
    "stages:\n  design: {role: decided together, status: done}\n  delivery: {status: done}\nrooms:\n  board: {name: Board}\n"
    "power: {decisions: {entries: [{what: the bus}]}}\nreward: {pay: {note: x}}\naccess: {papers_ahead: yes, needs: yes}\n"
)
NOW = re.compile(
    r"\b(?:is|are|does|can|cannot|takes|decides|leads|sets|comes|happens)\b|(?<!to )(?<!it )\bdo\b|(?:people|who|they) take part"
)
STAYS = re.compile(
    r"“[^”]*”|deciding what is needed|whom (?:it|the work) (?:is about|serves|affects)|whose word is it|two people do everything|could do"
)


@pytest.mark.parametrize("text", [OVER, OVER + TOLD, OVER.replace("finished", "cancelled") + TOLD])
def test_nothing_of_finished_work_is_asked_as_if_it_went_on(text):
    found = coming(text, shipped().rubric, DAY, most=400)
    assert len(found) > 60, [q.wrong for q in found]
    for question in found:
        assert not NOW.search(STAYS.sub("", question.asks)), question.asks
        for choice in question.choices:
            assert not re.search(r"it is planned|goes on|it meets now", choice.says), (question.id, choice.says)


def test_every_question_on_a_detail_has_a_past():
    for asks in FIELDS.values():
        assert not NOW.search(STAYS.sub("", in_the_past(asks))), in_the_past(asks)


def test_what_people_said_stays_as_they_said_it():
    assert in_the_past("“The bus is late”: what came of it?") == "“The bus is late”: what came of it?"


def test_a_no_to_a_date_of_finished_work_is_no_not_yet():
    question = next(q for q in coming(OVER, shipped().rubric, DAY, most=400) if q.id == "locked")
    assert said_back(OVER, question, "never") == said_back(OVER, question, "no") == "never; it could change to the end"
    others = [q for q in coming(OVER + TOLD, shipped().rubric, DAY, most=400) if q.kind == "date" and q.id != "locked"]
    assert others
    assert all("so far" not in said_back(OVER, q, "no") for q in others)


@pytest.mark.parametrize("name", ["running", "finished"])
def test_harm_and_being_heard_come_as_soon_as_the_parts_are_told(name):
    text = HEADS[name].replace("\r\n", "\n")
    for answer in ("design", "they were asked what they think; others decided"):
        text = answered(text, ask(text), answer)
    ids = [q.id for q in coming(text, shipped().rubric, DAY, most=2)]
    assert ids == ["heard", "harm"]
    nowhere = answered(HEADS[name], ask(HEADS[name]), "nowhere")
    assert "harm" in [q.id for q in coming(nowhere, shipped().rubric, DAY, most=2)]


def question(text, name):
    return next(q for q in coming(text, shipped().rubric, DAY, most=400) if q.id == name)


def test_a_promise_is_asked_for_with_what_became_of_it():
    text = OVER.replace("{title: x, phase: finished, called: PPI}", "\n  title: x\n  phase: finished\n  called: PPI")
    text = answered(text, question(text, "promised"), "it was not kept: we do what you say")
    assert read(text).tree["project"]["promises"] in (
        {"what": "we do what you say", "kept": "no"},
        [{"what": "we do what you say", "kept": "no"}],
    )
    text = answered(text, question(text, "promised 0 claims"), "to decide together with the team")
    assert entries_in(read(text).tree["project"]["promises"])[0]["claims"] == "collaboration"


def test_what_an_inquiry_found_is_asked_for_with_who_found_it():
    text = answered(OVER, question(OVER, "found"), "3: nobody answered the letters of the tenants")
    (one,) = entries_in(read(text).tree["findings"])
    assert one == {"says": "nobody answered the letters of the tenants", "heard": "no"}
    text = answered(text, question(text, "found 0 by"), "an inquiry")
    assert entries_in(read(text).tree["findings"])[0]["by"] == "inquiry"


def test_an_organisation_of_the_people_concerned_is_asked_for():
    text = answered(OVER + TOLD, question(OVER + TOLD, "organisation"), "as a partner: Tenants of the Hill")
    (one,) = read(text).tree["organisations"].values()
    assert one["governed_by"] == "people affected"
    ids = {q.id for q in coming(text, shipped().rubric, DAY, most=400)}
    assert {"organisation tenants_of stages", "organisation tenants_of say", "shows organisation tenants_of"} <= ids


def test_what_shows_it_is_asked_again_for_what_is_told_later():
    text = OVER + "stages:\n  design: {role: involved, status: done}\n"
    text = answered(text, question(text, "shows stages"), "?")
    assert read(text).tree["stages"]["design"]["source"] == "unknown"
    assert "shows stages" not in {q.id for q in coming(text, shipped().rubric, DAY, most=400)}
    text += "  sharing: {role: involved, status: done}\n"
    later = question(text, "shows stages")
    assert [place[1] for place, _ in later.targets] == ["sharing"]


def test_a_consultation_on_a_policy_finds_itself_among_the_parts():
    text = OVER.replace("PPI", "public consultation")
    kind = ask(text)
    assert kind.id == "kind"
    text = answered(text, kind, "a policy, a plan or a law")
    where = ask(text)
    assert any("public consultation is this part" in c.says for c in where.choices)
    assert answered(text, where, "a public consultation is this part").count("design") == 1


NOBODY = "format: 1\nproject: {title: T, kind: policy, phase: %s, topic_sensitive: yes}\nstages: none\npower: {final_say: team}\n"


@pytest.mark.parametrize("phase", ["running", "finished", "cancelled"])
def test_where_nobody_had_a_part_nobody_is_asked_what_they_were_paid_and_nothing_decides_the_verdict(phase):
    found = coming(NOBODY % phase, shipped().rubric, DAY, most=99)
    asked = {q.id for q in found}
    assert asked.isdisjoint(
        {"pay", "expenses", "invited", "feedback", "support", "ended", "views", "influence.feedback"}
    )
    assert not [q.id for q in found if q.id.partition(".")[0] in ("reward", "care", "access", "relationships")]
    some = coming(
        NOBODY.replace("stages: none", "stages: {design: {role: consulted, status: done}}") % phase,
        shipped().rubric,
        DAY,
        most=99,
    )
    assert {"pay", "invited"} <= {q.id for q in some}


@pytest.mark.parametrize("kind", ["harm", "used otherwise than agreed"])
def test_no_question_claims_to_decide_a_verdict_that_no_answer_can_change(kind):
    told = (
        NOBODY % "finished"
        + f"care: {{harm: [{{what: X, kind: {kind}, to: people served, said_by: court, done_by: team}}]}}\n"
    )
    audit = audit_document(read(told, "project.yaml"), shipped(), DAY, lines="when asked")
    settled = not audit.verdict.possible or [v.id for v in audit.verdict.possible] == [audit.verdict.id]
    decide = [q.id for q in coming(told, shipped().rubric, DAY, most=99) if q.decides == "the verdict"]
    assert not (settled and decide), decide


def test_where_the_work_is_now_is_asked_of_now():
    found = coming("format: 1\nproject: {title: T, dates: {end: 2009}}\n", shipped().rubric, DAY, most=9)
    assert [q.asks for q in found if q.id == "phase"] == ["Where is the work now?"]
