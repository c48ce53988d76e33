"""Support is derived, never typed; and what contributors say allows or caps a level."""

from __future__ import annotations

import datetime as dt

from support import rows

from involve_audit.facts.case import Case
from involve_audit.judge.evidence import cap_of, contributors_allow, strongest, support_at
from involve_audit.load import Document, read_project


def case(**tree):
    return Case(
        read_project(Document("project.yaml", {"format": "1", "sources": {"m": {}}, **tree}, [])), dt.date(2026, 1, 1)
    )


@rows(
    "meaning, support",
    [
        ({"status": "done"}, "claimed"),
        ({"status": "done", "when": "yes"}, "claimed"),
        ({"status": "done", "when": "2024"}, "specific"),
        ({"status": "done", "when": "before design"}, "specific"),
        ({"status": "done", "written_by": ["contributors"]}, "specific"),
        ({"status": "done", "written_by": ["nobody"]}, "claimed"),
        ({"status": "done", "written_by": "unknown"}, "claimed"),
        ({"status": "done", "cost": "none"}, "claimed"),
        ({"status": "done", "cost": "900"}, "specific"),
        ({"status": "done", "source": []}, "claimed"),
        ({"status": "done", "source": ["m"]}, "documented"),
    ],
)
def test_support_of_a_practice(meaning, support):
    assert support_at(case(honesty={"meaning": meaning}), ("honesty", "meaning", "given_to_contributors")) in (
        "",
        support,
    )
    assert support_at(case(honesty={"meaning": meaning}), ("honesty", "meaning")) == support


def test_what_is_not_told_has_no_support():
    assert support_at(case(), ("honesty", "meaning")) == ""
    assert strongest(case(), [("honesty", "meaning")]) == ""
    assert cap_of("") == 0


def test_the_part_people_have_in_a_stage_is_the_claim_and_nothing_specific_about_it():
    assert support_at(case(stages={"design": {"role": "led", "status": "done"}}), ("stages", "design", 0)) == "claimed"


@rows("count, support", [("some", "claimed"), ("at least 3", "specific"), ("8", "specific")])
def test_some_is_not_specific_and_a_number_is(count, support):
    assert support_at(case(voices={"contributors": count}), ("voices", "contributors")) == support


def view(**said):
    return {"of": "contributors", "answered": "6", "anonymous": "yes", "by_principle": {"power": said}}


@rows(
    "views, low, high, state",
    [
        (None, 1, 3, "not told"),
        ("none", 2, 2, "not asked"),
        ([view(agree="5", disagree="1")], 3, 3, "confirmed"),
        ([view(agree="1", disagree="5")], 1, 1, "disputed"),
        ([view(agree="3", disagree="3")], 2, 2, "split"),
        ([view(agree="3", disagree="2", unsure="1")], 2, 2, "split"),
        ([{**view(agree="5", disagree="1"), "anonymous": "no", "collected_by": "team"}], 2, 2, None),
        ([{**view(agree="5", disagree="1"), "anonymous": "no", "collected_by": "evaluation"}], 3, 3, "confirmed"),
        ([view(agree="5", disagree="1"), view(agree="1", disagree="5")], 1, 1, "disputed"),
        ([{**view(agree="5", disagree="1"), "of": "researchers"}], 1, 3, "not told"),
    ],
)
def test_what_contributors_allow(views, low, high, state):
    found = contributors_allow(case(**({"views": views} if views is not None else {})), "power")
    assert found[:2] == (low, high)
    assert state is None or found[2] == state


def test_another_principle_is_not_confirmed_by_this_one():
    assert contributors_allow(case(views=[view(agree="5", disagree="1")]), "care")[:2] == (1, 3)


def test_one_answer_confirms_only_where_there_is_one_contributor():
    one = {**view(agree="1", disagree="0"), "answered": "1"}
    assert contributors_allow(case(views=[one]), "power")[1] < 3
    assert contributors_allow(case(views=[one], voices={"contributors": "1"}), "power")[1] == 3
