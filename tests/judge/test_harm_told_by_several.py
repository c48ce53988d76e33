"""Harm that several tell of, what those concerned ask for, and what was done: all are printed, and the gravest word counts."""

from __future__ import annotations

import datetime as dt

from support import rows, shipped

from involve_audit.assess import audit_project
from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.load import read, read_project

DAY = dt.date(2026, 11, 23)
FILE = """format: 1
sources: {{m: {{kind: letter}}}}
project: {{phase: running{researchers}}}
stages: {{design: {{role: consulted, status: done, asked: the rules, source: m}}}}
care: {{harm: [{{what: Names were printed, kind: harm, to: contributors, done_by: team, said_by: {by}{more}, source: m}}]}}
"""


def text(by, more="", researchers=""):
    return FILE.format(by=by, more=more, researchers=researchers)


def broken(by, researchers=""):
    return FACTS["trust_broken"].observe(Case(read_project(read(text(by, researchers=researchers))), DAY)).value


def audit(by, more=""):
    document = read(text(by, more))
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


@rows(
    "by, so",
    [
        ("contributors", True),
        ("team", None),
        ("[team, contributors]", True),
        ("[evaluation, court]", True),
        ("[evaluation, team]", None),
        ("[team, unknown]", None),
    ],
)
def test_one_whose_word_counts_is_enough(by, so):
    assert broken(by) is so


def test_what_contributors_tell_of_work_that_they_run_alone_is_the_word_of_those_who_run_it_until_others_say_so_too():
    alone = ", researchers: 0"
    assert broken("contributors", alone) is None
    assert broken("[contributors, inquiry]", alone) is True


def test_all_who_say_so_are_named():
    found = audit("[contributors, court]")
    assert "Names were printed (by contributors' word; found by a court)" in found.verdict.says
    harm = next(c.says for c in found.came_of if c.about == "harm")
    assert harm.startswith("On record, by the word of contributors and a court: “Names were printed”.")
    told = next(t.says for t in found.told if t.about == "harm")
    assert told.startswith("Somebody was harmed: “Names were printed”. People who take part say so. A court found so.")


def test_what_was_asked_for_and_what_was_done_are_printed():
    more = ", asked_for: to be taken out, repair: {status: done, what: a new print, agreed_with: [contributors]}"
    found = audit("contributors", more)
    harm = next(c.says for c in found.came_of if c.about == "harm")
    assert harm.endswith(
        "Those concerned asked for: “to be taken out”. It was put right, and those concerned agreed. What was done: “a new print”."
    )
    told = next(t.says for t in found.told if t.about == "harm")
    assert told.endswith(
        "It was put right, and they agreed. They ask for: “to be taken out”. What was done: “a new print”."
    )


def test_that_the_team_tells_it_otherwise_does_not_open_what_contributors_and_the_team_say():
    doubted = ", disputed: {by: team, says: Nobody was named}"
    case = Case(read_project(read(text("[team, contributors]", doubted))), DAY)
    assert FACTS["trust_broken"].observe(case).value is True
