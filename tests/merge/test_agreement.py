"""How far two readers agree: kappa by published numbers, and what counts as a pair."""

from __future__ import annotations

import json
import re
import shutil
import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, rows

from involve_audit.merge.kappa import FEWEST, of_groups, of_pairs, weighted_kappa

READERS = ROOT / "examples" / "two-readers"
# Two dermatologists on 88 patients: the example of kappa in the manual of SAS/STAT (PROC FREQ, data set SkinCondition).
SKIN = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]
# 91 couples: Agresti, Categorical Data Analysis; also the example of `Kappa` in the R package vcd (SexualFun).
COUPLES = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]]


@rows(
    "table, weights, value, error",
    [
        (SKIN, "none", 0.3449, 0.0724),
        (SKIN, "linear", 0.5082, 0.0655),
        (COUPLES, "none", 0.1293, 0.0686),
        (COUPLES, "linear", 0.2374, 0.0783),
    ],
)
def test_kappa_and_its_error_are_as_published(table, weights, value, error):
    found = weighted_kappa(table, weights)
    assert round(found.value, 4) == value
    assert round(found.error, 4) == error


def test_the_interval_is_as_published():
    found = weighted_kappa(SKIN, "linear")
    assert (round(found.low, 4), round(found.high, 4)) == (0.3798, 0.6366)
    found = weighted_kappa(SKIN, "none")
    assert (round(found.low, 4), round(found.high, 4)) == (0.2030, 0.4868)


TABLES = st.lists(st.lists(st.integers(0, 9), min_size=4, max_size=4), min_size=4, max_size=4).filter(
    lambda t: sum(map(sum, t))
)


@given(TABLES, st.sampled_from(["none", "linear", "quadratic"]))
def test_kappa_is_one_less_the_disagreement_seen_by_chance(table, weights):
    found = weighted_kappa(table, weights)
    total = sum(map(sum, table))
    rows = [sum(r) for r in table]
    columns = [sum(r[j] for r in table) for j in range(4)]
    apart = {"none": lambda i, j: i != j, "linear": lambda i, j: abs(i - j), "quadratic": lambda i, j: (i - j) ** 2}[
        weights
    ]
    seen = sum(apart(i, j) * table[i][j] for i in range(4) for j in range(4)) / total
    chance = sum(apart(i, j) * rows[i] * columns[j] for i in range(4) for j in range(4)) / total**2
    if not chance:
        assert found.value is None
        return
    assert found.value == pytest.approx(1 - seen / chance, abs=1e-9)
    turned = weighted_kappa([list(c) for c in zip(*table, strict=True)], weights)
    assert turned.value == pytest.approx(found.value, abs=1e-9)
    assert turned.error == pytest.approx(found.error, abs=1e-9)
    assert found.low is None or -1 <= found.low <= found.value <= found.high <= 1


def test_where_one_category_is_all_there_is_nothing_can_be_told():
    assert weighted_kappa([[9, 0], [0, 0]]).value is None
    assert of_pairs([(2, 2)] * 20, 4, "linear").value is None
    with pytest.raises(ValueError, match="square"):
        weighted_kappa([[0, 0], [0, 0]])
    with pytest.raises(ValueError, match="square"):
        weighted_kappa([[1, 0]])


def test_few_projects_and_few_pairs_have_no_interval():
    pairs = [(0, 0), (1, 2), (3, 3), (2, 2)]
    assert of_pairs(pairs, 4, "linear").low is None
    assert of_groups([pairs] * (FEWEST - 1), 4, "linear").low is None
    mixed = [pairs, [(0, 1)], [(3, 3), (2, 1)], [(1, 1)], [(0, 0), (3, 2)]]
    found = of_groups(mixed, 4, "linear")
    assert found.low is not None
    # Copies of each pair within its project are no further evidence: the interval stays as wide.
    copied = of_groups([group * 7 for group in mixed], 4, "linear")
    assert copied.error == pytest.approx(found.error)
    assert of_pairs([p for g in mixed for p in g * 7], 4, "linear").error < found.error


def test_the_page_shows_what_comes_out(run):
    page = (ROOT / "docs" / "agreement.md").read_text(encoding="utf-8")
    shown = re.search(r"```text\n(.*?)```", page, re.DOTALL)[1]
    done = run("merge", "--agreement", READERS / "first", READERS / "second", "--date", "2026-11-29")
    assert done.code == 0
    assert done.out == shown


def test_a_reader_agrees_with_oneself_and_silence_is_no_agreement(run, tmp_path):
    done = run("merge", "--agreement", READERS / "first", READERS / "first", "--format", "json", "--date", "2026-11-29")
    measured = {m["id"]: m for m in json.loads(done.out)["measured"]}
    assert measured["verdict"]["same"] == measured["verdict"]["number"] == 6
    assert measured["verdict"]["kappa"]["unweighted"]["value"] == pytest.approx(1)
    assert measured["all criteria"]["kappa"]["linear"]["value"] == pytest.approx(1)
    assert measured["all criteria"]["told_by_neither"] > 200
    assert measured["access"]["number"] == 0
    done = run(
        "merge",
        "--agreement",
        READERS / "first" / "sleep.yaml",
        READERS / "second" / "sleep.yaml",
        "-o",
        tmp_path / "a.txt",
    )
    assert done.code == 0
    assert "Two readers, 1 project\n" in (tmp_path / "a.txt").read_text(encoding="utf-8")


def worked_out(pairs, weight):
    """Weighted kappa of pairs of levels 0 to 3, as its definition says: one less the disagreement seen by that of chance."""
    seen = sum(weight(a, b) for a, b in pairs) / len(pairs)
    chance = sum(weight(a, b) for a, _ in pairs for _, b in pairs) / len(pairs) ** 2
    return 1 - seen / chance


@pytest.mark.parametrize(
    ("weights", "weight"), [("linear", lambda a, b: abs(a - b)), ("quadratic", lambda a, b: (a - b) ** 2)]
)
def test_the_numbers_of_a_folder_come_out_again_by_another_way(run, weights, weight):
    """From the reports of `check` alone: kappa over all pairs, and its interval by leaving out one project at a time."""
    groups = []
    for first in sorted((READERS / "first").glob("*.yaml")):
        sides = []
        for path in (first, READERS / "second" / first.name):
            told = json.loads(run("check", path, "--format", "json", "--date", "2026-11-29", "--report-only").out)
            sides.append({c["id"]: c for p in told["principles"] for c in p["criteria"]})
        levels = [
            [
                None if c["applies"] is False else (c["level"]["low"], c["level"]["high"])
                for c in (sides[0][k], sides[1][k])
            ]
            for k in sides[0]
        ]
        groups.append([(a[0], b[0]) for a, b in levels if a and b and not a == b == (0, 3)])
    done = run(
        "merge", "--agreement", READERS / "first", READERS / "second", "--format", "json", "--date", "2026-11-29"
    )
    (found,) = (m for m in json.loads(done.out)["measured"] if m["id"] == "all criteria")
    whole = worked_out([pair for group in groups for pair in group], weight)
    without = [worked_out([p for k, g in enumerate(groups) if k != n for p in g], weight) for n in range(len(groups))]
    error = ((len(groups) - 1) * statistics.pvariance(without)) ** 0.5
    assert found["number"] == sum(map(len, groups))
    assert found["same"] == sum(a == b for g in groups for a, b in g)
    told = found["kappa"][weights]
    assert told["value"] == pytest.approx(whole, abs=1e-9)
    assert told["error"] == pytest.approx(error, abs=1e-9)
    assert told["low"] == pytest.approx(max(-1, whole - 1.959964 * error), abs=1e-6)
    assert told["high"] == pytest.approx(min(1, whole + 1.959964 * error), abs=1e-6)


def test_a_file_without_a_partner_is_named(run, tmp_path):
    shutil.copytree(READERS / "first", tmp_path / "a")
    shutil.copytree(READERS / "second", tmp_path / "b")
    (tmp_path / "b" / "sleep.yaml").unlink()
    done = run("merge", "--agreement", tmp_path / "a", tmp_path / "b")
    assert done.code == 2
    assert "sleep.yaml" in done.err
    assert run("merge", "--agreement", tmp_path / "a", tmp_path / "b" / "asthma.yaml").code == 2
    (tmp_path / "a" / "sleep.yaml").unlink()
    (tmp_path / "b" / "asthma.yaml").write_text("format: 2\n")
    done = run("merge", "--agreement", tmp_path / "a", tmp_path / "b")
    assert done.code == 2
    assert "asthma.yaml:1" in done.err
