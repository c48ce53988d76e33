"""A finding that a later court overturned: the later one stands, both are printed, and the earlier one counts no more."""

from __future__ import annotations

import datetime as dt

import pytest
from support import rows, shipped

from involve_audit.assess import audit_project
from involve_audit.load import read, read_project
from involve_audit.render import markdown
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)
FILE = """format: 1
project: {{phase: running, topic_sensitive: no}}
sources: {{m: {{kind: judgment}}}}
stages:
  design: {{role: consulted, status: done, asked: the rules, source: m}}
  governance: {{role: consulted, status: done, asked: the rules, source: m}}
power: {{final_say: team}}
findings:
  - {first}
"""
NO = "{by: court, named: High Court, heard: no, says: Nobody listened, when: 2019, source: m%s}"
YES = ", overturned_by: {by: court, named: Court of Appeal, heard: yes, says: People were heard well, when: 2020, source: m}"


def audit(first, day=DAY):
    document = read(FILE.format(first=first))
    return audit_project(document, read_project(document), shipped(), day, steps=False, lines="when asked")


def test_what_was_overturned_is_no_longer_told_against_the_work():
    assert audit(NO % "").verdict.id == "tokenism"
    assert audit(NO % YES).verdict.id == "consultation"


def test_both_are_printed_and_never_one_without_the_other():
    found = audit(NO % YES)
    assert [(f.by, f.named, f.says, f.answers, f.later) for f in found.findings] == [
        (
            "court",
            "High Court",
            "Nobody listened",
            "people were not heard",
            "Overturned by Court of Appeal (2020). Found instead: people were heard. “People were heard well”.",
        )
    ]
    assert [t.says for t in found.told if t.about == "heard"] == [
        "A court found that people were heard (2020).",
        "A court found that people were not heard (2019). That was overturned later.",
    ]
    assert "Court of Appeal" in markdown.render([found])


def test_of_several_the_last_stands():
    twice = ", overturned_by: [{by: court, named: Court of Appeal, heard: yes, when: 2020}, {by: court, named: Supreme Court, heard: no, when: 2021}]"
    found = audit(NO % twice)
    assert found.verdict.id == "tokenism"
    assert found.findings[0].later == (
        "Overturned by Court of Appeal (2020). Found instead: people were heard. "
        "Overturned by Supreme Court (2021). Found instead: people were not heard."
    )


def test_what_overturns_and_says_nothing_leaves_it_open():
    open_ = audit(NO % ", overturned_by: {by: court, when: 2020}")
    assert open_.verdict.id == "consultation"
    assert next(s.state for s in open_.signs if s.id == "said-not-heard") == "open"


def test_a_ruling_of_a_later_day_has_overturned_nothing_yet():
    assert audit(NO % YES, dt.date(2019, 12, 31)).verdict.id == "tokenism"
    assert audit(NO % YES, dt.date(2019, 12, 31)).findings[0].says == "Nobody listened"


def test_a_disputed_ruling_leaves_it_open():
    doubted = NO % YES.replace("source: m}", "source: m, disputed: {by: contributors, says: It heard nobody of us}}")
    assert next(s.state for s in audit(doubted).signs if s.id == "said-not-heard") == "open"


@rows("by", ["contributors", "people served", "together", "organisation of people affected"])
def test_peoples_own_word_is_not_overturned(by):
    with pytest.raises(InputError, match="no court overturns people's own word"):
        audit((NO % YES).replace("by: court, named: High Court", f"by: {by}"))


def test_nothing_is_overturned_before_it_is_found():
    with pytest.raises(InputError, match=r"overturned \(2018\) before it is found \(2019\)"):
        audit((NO % YES).replace("when: 2020", "when: 2018"))


def test_a_ruling_that_never_was_has_overturned_nothing():
    assert audit(NO % YES.replace("when: 2020", "when: never")).verdict.id == "tokenism"
