"""Signs of tokenism and verdicts are judged by the conditions of a rubric; their order and what is still possible are not."""

from __future__ import annotations

import datetime as dt

from support import rows, shipped

from involve_audit.assess import audit_document
from involve_audit.facts import FACTS, Facts
from involve_audit.facts.case import Case
from involve_audit.judge.signs import WORK, rows_of, signs_of, with_rubric
from involve_audit.judge.verdict import quick_verdict
from involve_audit.lint.examples import example_case
from involve_audit.load import read, read_project
from involve_audit.project.fields import Told
from involve_audit.project.practice import RUNGS
from involve_audit.record import replace
from involve_audit.rubric.derived import DERIVED
from involve_audit.rubric.model import FIRST, FROM_TOO_LITTLE, TOO_LITTLE, VERDICTS, Condition, Sign

RUBRIC = shipped().rubric
DAY = dt.date(2026, 1, 1)
SEAT = "rooms: {board: {contributors: 4, status: ongoing}}\n"
SHARED = """
sources: {m: {kind: minutes}}
stages:
  design: {role: involved, status: done, when: 2024, source: m}
  analysis: {role: involved, status: done, when: 2024, source: m}
"""


def facts_of(text, rubric=RUBRIC):
    return with_rubric(Facts(Case(read_project(read(f"format: 1\n{text}")), DAY)), rubric)


def changed(item, **changes):
    return type(item)(**{**vars(item), **changes})


def with_verdict(name, **changes):
    return changed(RUBRIC, verdicts=tuple(changed(v, **changes) if v.id == name else v for v in RUBRIC.verdicts))


@rows(
    "text, value",
    [
        (SEAT + "influence: {heard: {answer: no, said_by: team}}", True),
        ("influence: {heard: {answer: no, said_by: team}}", None),
        (SEAT + "influence: {heard: {answer: yes, said_by: team}}", None),
        ("stages: none\npower: {decisions: none, ended: none}", False),
        ("stages: none\ninfluence: {heard: {answer: no, said_by: team}}", None),
        (SHARED + "influence: {heard: {answer: no, said_by: team}}", False),
        ("", None),
    ],
)
def test_whether_presence_counted_is_asked_of_the_signs_of_the_rubric(text, value):
    assert facts_of(text)["tokenism"].value is value


def test_whatever_follows_from_facts_is_worked_out_and_none_of_it_is_a_fact():
    assert WORK.keys() == DERIVED.keys()
    assert not FACTS.keys() & DERIVED.keys()
    assert all(one.question.endswith("?") for one in DERIVED.values())


def test_silence_is_no_sign():
    assert [held.truth for _, held in signs_of(facts_of(""), RUBRIC)] == [None] * len(RUBRIC.signs)


def test_each_sign_has_an_example_that_holds_one_that_does_not_and_one_that_is_open():
    for sign in RUBRIC.signs:
        assert {e.state for e in sign.examples} == {"holds", "clear", "open"}, sign.id


def test_each_verdict_comes_out_of_one_of_its_examples_and_another_of_another():
    assert [v.id for v in RUBRIC.verdicts] == list(VERDICTS)
    for verdict in RUBRIC.verdicts:
        assert {e.verdict == verdict.id for e in verdict.examples} == {True, False}, verdict.id


def test_each_rung_has_its_verdict():
    assert rows_of(RUBRIC).by_rung == FROM_TOO_LITTLE
    assert len(FROM_TOO_LITTLE) == len(RUNGS)
    assert {v.id for v in RUBRIC.verdicts if not v.when} == {TOO_LITTLE}
    assert set(FIRST) | set(FROM_TOO_LITTLE) == {v.id for v in RUBRIC.verdicts}


OWN = Sign(
    id="nobody-asked-apart",
    title="Nobody asked apart",
    when={"contributors_asked_apart": Condition("is", False)},
    says="nobody was asked apart from the team",
    asks="Who could ask?",
    sources={},
    examples=(),
)
"""A sign that no shipped rubric has."""


def test_a_sign_that_is_added_makes_the_verdict_the_gate_the_question_and_the_sentence():
    ours = replace(shipped(), rubric=changed(RUBRIC, signs=(*RUBRIC.signs, OWN)))
    text = "format: 1\n" + SEAT + "stages: {design: {role: consulted, status: done}}\n"
    told = audit_document(read(text + "views: none\n"), ours, DAY, lines="when asked")
    assert told.verdict.id == "tokenism"
    assert told.verdict.says.startswith("Tokenism: nobody was asked apart from the team")
    assert next(g.state for g in told.gates if g.id == "tokenism") == "holds"
    assert told.signs[-1].says == OWN.says
    assert [b.path for b in told.signs[-1].because] == ["views"]
    silent = audit_document(read(text), ours, DAY, lines="when asked")
    assert silent.signs[-1].state == "open"
    assert "the verdict" in next(q.decides for q in silent.questions if q.id == "contributors-asked-apart")
    assert audit_document(read(text + "views: none\n"), shipped(), DAY, lines="when asked").verdict.id != "tokenism"


def test_a_row_that_is_wider_comes_out_more_often_and_what_is_possible_follows_it():
    sign, there = (
        next(v for v in RUBRIC.verdicts if v.id == "tokenism").when[k]
        for k in ("sign_of_tokenism", "people_were_there")
    )
    wider = with_verdict("tokenism", when={"sign_of_tokenism": sign, "people_were_there": there})
    text = SHARED + "influence: {heard: {answer: no, said_by: team}}"
    assert quick_verdict(facts_of(text).case, RUBRIC).outcome.id == "involvement"
    found = quick_verdict(facts_of(text).case, wider).outcome
    assert found.id == "tokenism"
    assert "involvement" in found.possible  # a later word may overtake this one
    silent = quick_verdict(facts_of(SHARED + "power: {final_say: team}").case, wider).outcome
    assert (silent.id, "tokenism" in silent.possible) == ("involvement", True)


def test_the_same_facts_are_asked_for_two_rubrics():
    """What a rubric makes of facts is not kept for another."""
    facts = facts_of(SEAT + "views: none\ninfluence: {heard: yes}")
    ours = changed(RUBRIC, signs=(*RUBRIC.signs, OWN))
    assert with_rubric(facts, ours)["sign_of_tokenism"].value is True
    assert with_rubric(facts, RUBRIC)["sign_of_tokenism"].value is None


@rows("verdict", RUBRIC.verdicts)
def test_what_comes_out_of_an_example_is_among_what_a_part_of_it_allows(verdict):
    """Each answer of an example taken away, a whole section at a time: its verdict was possible before it was told."""
    for n, example in enumerate(verdict.examples):
        whole = example_case(example, "influence", f"{verdict.id} {n}")
        found = quick_verdict(whole, RUBRIC).outcome.id
        for key in example.given:
            part = changed(example, given={k: v for k, v in example.given.items() if k != key})
            if key not in ("sources", "organisations"):
                assert found in quick_verdict(example_case(part, "influence", "part"), RUBRIC).outcome.possible, (
                    n,
                    key,
                )


def test_rubrics_are_not_compared_each_time_that_one_judges(monkeypatch):
    """Whether two say the same takes longer to find out than to judge by one: the rows are kept by which rubric it is."""
    one, other = changed(RUBRIC), changed(RUBRIC)
    assert one == other

    def compared(*_):
        raise AssertionError("two rubrics are compared")

    monkeypatch.setattr(Told, "__eq__", compared)
    assert rows_of(one) is rows_of(one)
    assert rows_of(one) is not rows_of(other)
    several = [changed(RUBRIC, verdicts=RUBRIC.verdicts[n:]) for n in range(1, 10)]
    assert [len(rows_of(r).asked) for r in several] == [len([v for v in r.verdicts if v.when]) for r in several]
