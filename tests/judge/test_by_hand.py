"""The judging by hand: `by_hand.yaml` is the table, this runs it."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from support import ROOT, shipped

from involve_audit.assess import audit_project
from involve_audit.load import Document, read, read_project

DAY = dt.date(2026, 11, 23)
HERE = ROOT / "tests" / "judge"
TABLE = read(b"table:\n" + b"\n".join(b"  " + line for line in (HERE / "by_hand.yaml").read_bytes().splitlines())).tree[
    "table"
]
GENUINE = read((HERE / "genuine.yaml").read_bytes()).tree
KNOWN = {"says", "given", "uses", "with", "strip", "verdict", "not_verdict", "sentence", "shown", "stages", "label",
         "honesty", "possible", "not_possible", "gate", "passes"}  # fmt: skip


def stripped(tree: Any, key: str) -> Any:
    if isinstance(tree, dict):
        return {k: stripped(v, key) for k, v in tree.items() if k != key}
    return [stripped(v, key) for v in tree] if isinstance(tree, list) else tree


@pytest.mark.parametrize("row", TABLE, ids=[r["says"] for r in TABLE])
def test_by_hand(row):
    assert set(row) <= KNOWN, "a word in the table that nothing checks"
    assert len(set(row) - {"says", "given", "uses", "with", "strip"}) >= 1, "nothing is expected"
    tree = {**GENUINE} if row.get("uses") else {}
    tree |= {"format": "1", **row.get("given", {}), **row.get("with", {})}
    if "strip" in row:
        tree = stripped(tree, row["strip"])
    document = Document("project.yaml", tree, [])
    found = audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="none")
    possible = {v.id for v in found.verdict.possible}
    if "verdict" in row:
        assert found.verdict.id == row["verdict"], (found.verdict.says, found.verdict.rests_on)
    if "not_verdict" in row:
        assert found.verdict.id != row["not_verdict"]
    if "sentence" in row:
        assert row["sentence"] in found.verdict.says
    if "shown" in row:
        assert [found.rung.shown.low, found.rung.shown.high] == row["shown"]
    for stage, ends in row.get("stages", {}).items():
        (it,) = [s for s in found.rung.stages if s.id == stage]
        assert [it.shown.low, it.shown.high] == ends, it.says
    if "label" in row:
        assert found.label.state == row["label"], found.label.says
    if "honesty" in row:
        assert found.honesty.state == row["honesty"], found.honesty.parts
    for verdict in row.get("possible", ()):
        assert verdict in possible
    for verdict in row.get("not_possible", ()):
        assert verdict not in possible
    for gate, state in row.get("gate", {}).items():
        (it,) = [g for g in found.gates if g.id == gate]
        assert it.state == state
    if "passes" in row:
        assert found.policy.holds == (row["passes"] == "yes"), [c for c in found.policy.conditions if c.state != "held"]
