"""What would change the verdict: the same as judging every changed file from its text, and nothing is left out."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

import pytest
import yaml
from support import ROOT, shipped

from involve_audit.judge import audit_document
from involve_audit.judge.flips import answers, flips, with_answer
from involve_audit.load import read
from involve_audit.messages import InputError

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
    """The verdict of a file, written out as YAML and audited like any other."""
    try:
        text = yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)
        return audit_document(read(text), shipped(), DAY, steps=False).verdict.id
    except InputError:
        return None


def test_single_answers_are_those_of_brute_force():
    document = read(SMALL)
    now = by_the_text(document.tree)
    found = flips(document, shipped().rubric, DAY, pairs=False)
    assert found.verdict == now
    expected = {
        (a.path, a.value, verdict)
        for a in answers(document)
        if (verdict := by_the_text(with_answer(document.tree, a.path, a.value))) not in (now, None)
    }
    assert expected
    assert {(f.answers[0].path, f.answers[0].value, f.verdict) for f in found.single} == expected
    assert found.tried == sum(1 for _ in answers(document))


def test_pairs_are_those_of_brute_force_among_the_answers_that_were_paired():
    document = read(SMALL)
    found = flips(document, shipped().rubric, DAY)
    alone = {f.answers[0] for f in found.single}
    assert found.pairs
    seen = list(dict.fromkeys(a for f in found.pairs for a in f.answers))[:8]
    for one, other in combinations(seen, 2):
        if one.path == other.path:
            continue
        verdict = by_the_text(with_answer(with_answer(document.tree, one.path, one.value), other.path, other.value))
        listed = {f.verdict for f in found.pairs if set(f.answers) == {one, other}}
        assert listed == ({verdict} if verdict not in (None, found.verdict) else set()), (one, other)
    assert not alone & {a for f in found.pairs for a in f.answers}


def test_a_file_is_not_changed_by_trying():
    document = read(SMALL)
    before = yaml.safe_dump(document.tree)
    flips(document, shipped().rubric, DAY, pairs=False)
    assert yaml.safe_dump(document.tree) == before


def test_the_part_of_a_stage_is_among_the_answers_told_or_not():
    found = {(a.path, a.value) for a in answers(read(SMALL))}
    assert (("stages", "design", "role"), "led") in found
    assert (("stages", "sharing", "role"), "consulted") in found
    assert (("stages", "analysis"), "consulted") in found
    assert (("stages", "analysis", "role"), "led") not in found
    assert not any(path[:1] == ("views",) for path, _ in found)


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
