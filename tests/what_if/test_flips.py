"""What would change the verdict: the same as judging every changed file from its text, and nothing is left out."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from itertools import combinations

import pytest
import yaml
from support import ROOT, shipped

from involve_audit.facts.case import Case
from involve_audit.judge.verdict import quick_verdict
from involve_audit.load import read, read_project
from involve_audit.what_if import flips as what_if_flips
from involve_audit.what_if.flips import OtherAnswer, answers, flips, thresholds, told_otherwise, turning_points
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)
SMALL = """
format: 1
project: {title: Small, phase: running, topic_sensitive: no}
sources: {m: {kind: minutes, date: 2025-01-01}}
stages:
  priorities: {role: consulted, status: done, when: 2024, asked: what matters, source: m}
  design: {role: involved, status: done, when: 2025, source: m}
  analysis: none
influence: {heard: {answer: yes, said_by: contributors, source: m}}
power: {final_say: team}
views: none
"""


def by_the_text(tree):
    """The verdict of a file, written out as JSON, which is YAML, and audited like any other."""
    try:
        document = read(json.dumps(tree))
        return quick_verdict(Case(read_project(document), DAY), shipped().rubric).outcome.id
    except InputError:
        return None


@cache
def of_the_small_one(**how):
    """What would change its verdict: asked for once in each way."""
    return flips(read(SMALL), shipped().rubric, DAY, **how)


def test_single_answers_are_those_of_brute_force():
    document = read(SMALL)
    now = by_the_text(document.tree)
    found = of_the_small_one(pairs=False)
    assert found.verdict == now
    expected = {
        (a.path, a.value, verdict)
        for a in answers(document, shipped().rubric, DAY)
        if (verdict := by_the_text(told_otherwise(document.tree, a))) not in (now, None)
    }
    assert expected
    listed = {(f.answers[0].path, f.answers[0].value, f.verdict) for f in found.single}
    assert listed <= expected
    # Of numbers and dates that come to the same, only the nearest is listed.
    words = {e for e in expected if not e[1][:1].isdigit()}
    assert words <= listed
    assert {(path, verdict) for path, _, verdict in listed} == {(path, verdict) for path, _, verdict in expected}
    assert found.tried == sum(1 for _ in answers(document, shipped().rubric, DAY))


def test_pairs_are_those_of_brute_force_among_the_answers_that_were_paired():
    document = read(SMALL)
    found = of_the_small_one()
    alone = {f.answers[0] for f in found.single}
    assert found.pairs
    seen = list(dict.fromkeys(a for f in found.pairs for a in f.answers))[:8]
    for one, other in combinations(seen, 2):
        if one.path == other.path:
            continue
        verdict = by_the_text(told_otherwise(told_otherwise(document.tree, one), other))
        listed = {f.verdict for f in found.pairs if set(f.answers) == {one, other}}
        assert listed == ({verdict} if verdict not in (None, found.verdict) else set()), (one, other)
    assert not alone & {a for f in found.pairs for a in f.answers}


def test_a_file_is_not_changed_by_trying():
    document = read(SMALL)
    before = yaml.safe_dump(document.tree)
    flips(document, shipped().rubric, DAY, pairs=False)
    assert yaml.safe_dump(document.tree) == before


def test_the_part_of_a_stage_is_among_the_answers_told_or_not():
    found = {(a.path, a.value) for a in answers(read(SMALL), shipped().rubric, DAY)}
    assert (("stages", "design", "role"), "led") in found
    assert (("stages", "sharing", "role"), "consulted") in found
    assert (("stages", "analysis"), "consulted") in found
    assert (("stages", "analysis", "role"), "led") not in found
    assert not any(path[:1] == ("views",) for path, _ in found)


def test_of_a_list_of_choices_each_is_tried_as_the_only_one():
    """What decided must be among what is tried: a sign of tokenism may hang on why people were invited."""
    text = SMALL.replace("design: {role: involved,", "design: {role: consulted,").replace(
        "answer: yes,", "answer: unknown,"
    )
    document = read(text + "voices: {invited_because: [funder asks, to be seen to]}\n")
    assert by_the_text(document.tree) == "tokenism"
    found = flips(document, shipped().rubric, DAY, pairs=False)
    of_the_list = [f.answers[0] for f in found.single if f.answers[0].path == ("voices", "invited_because")]
    assert "their knowledge" in {a.value for a in of_the_list}
    assert {a.now for a in of_the_list} == {"funder asks, to be seen to"}


@pytest.mark.parametrize("arguments", [["nosuch.yaml"], ["--format", "xml"]])
def test_exit_codes(arguments, tmp_path):
    from involve_audit.__main__ import main

    path = tmp_path / "p.yaml"
    path.write_text(SMALL)
    assert main(["flip", str(path), "--no-pairs", "--date", "2026-11-01"]) == 0
    assert main(["flip", *([str(path)] if arguments[0].startswith("-") else []), *arguments]) == 2
    (tmp_path / "bad.yaml").write_text("format: 1\nfase: x\n")
    assert main(["flip", str(tmp_path / "bad.yaml")]) == 2


def test_the_examples_in_the_repository_can_be_flipped():
    path = ROOT / "examples/minimal/project.yaml"
    assert flips(read(path.read_bytes()), shipped().rubric, DAY, pairs=False).single


def tried(text):
    return {(a.path, a.value) for a in answers(read(text), shipped().rubric, DAY)}


def test_a_source_a_number_and_a_date_are_tried():
    found = tried(SMALL.replace("stages:", "rooms: {r: {contributors: 3, status: ongoing, meetings: 2}}\nstages:"))
    assert (("rooms", "r", "source"), "to_be_named") in found
    assert (("stages", "design", "source"), "to_be_named") not in found
    assert {("rooms", "r", "contributors"), ("rooms", "r", "researchers")} <= {p for p, v in found if v == "2"}
    assert {p for p, v in found if v == "2026-10-31"} >= {("stages", "design", "when"), ("rooms", "r", "since")}


def test_thresholds_are_those_of_the_rubric_and_of_the_facts():
    rubric = shipped().rubric
    near = set(thresholds(rubric))
    from involve_audit.facts.tokenism import SEVERAL

    asked = [c for f in (*rubric.flags, *rubric.gates) for c in f.when.values() if c.comparator == "at_least"]
    for n in (SEVERAL, *(c.wanted for c in asked)):
        assert {max(n - 1, 0), n, n + 1} <= near


def test_what_turns_is_the_day_of_judging_and_what_the_project_dates():
    days = turning_points(read(SMALL + "timing: {design_locked: 2025-06}\n"), DAY)
    assert {dt.date(2026, 10, 31), dt.date(2025, 5, 31), dt.date(2025, 7, 1)} <= set(days)
    assert dt.date(2026, 11, 2) not in days  # what is dated tomorrow has not happened


def test_what_asks_for_least_is_listed_first():
    found = flips(read((ROOT / "examples/minimal/project.yaml").read_bytes()), shipped().rubric, DAY, pairs=False)
    kinds = [
        0 if a.value == "to_be_named" else 2 if a.value[:1].isdigit() else 1
        for (a,) in (f.answers for f in found.single)
    ]
    assert [k for k in kinds if k != 1] == sorted(k for k in kinds if k != 1)


def test_a_source_that_is_missing_changes_the_verdict():
    text = SMALL.replace(", source: m}\n  analysis", "}\n  analysis").replace(
        "priorities: {role: consulted", "priorities: {role: involved"
    )
    found = flips(read(text), shipped().rubric, DAY, pairs=False)
    assert OtherAnswer(("stages", "design", "source"), "to_be_named", "") in {f.answers[0] for f in found.single}


def test_all_pairs_are_tried_and_their_number_is_said_before(monkeypatch):
    """At one place in three, for of all of them the pairs are nine times as many."""
    document, said, rubric = read(SMALL), [], shipped().rubric
    third = list(what_if_flips.places(document, rubric, DAY))[::3]
    monkeypatch.setattr(what_if_flips, "places", lambda *_: iter(third))
    monkeypatch.setattr(what_if_flips, "MOST_IN_PAIRS", what_if_flips.MOST_IN_PAIRS // 3)
    some, few = flips(document, rubric, DAY), flips(document, rubric, DAY, pairs=False)
    every = flips(document, rubric, DAY, all_pairs=True, before_pairs=lambda n, pairs: said.append((n, pairs)))
    assert some.left_out > 0
    assert some.pairs
    assert every.left_out == 0
    assert every.paired == some.paired + some.left_out
    assert set(some.pairs) <= set(every.pairs)
    assert few.pairs == ()
    assert said == [(every.tried, said[0][1])]
    assert said[0][1] <= every.paired * (every.paired - 1) / 2
