"""Laws of the judging: what silence may do, and what answering may do."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from projects import keys, projects, without
from support import ROOT, shipped

from involve_audit.judge.court import judge
from involve_audit.judge.verdict import WORST_FIRST
from involve_audit.load import Document, read, read_project
from involve_audit.messages import InputError
from involve_audit.project.people import ROLES
from involve_audit.project.practice import RUNGS

DAY = dt.date(2026, 11, 23)


def audit(tree):
    document = Document("project.yaml", tree, [])
    return judge(document, read_project(document), shipped(), DAY, steps=False)


def ends(found):
    """Every range of an audit: what it is, low end, high end."""
    yield "rung", RUNGS.index(found.rung.shown.low), RUNGS.index(found.rung.shown.high)
    yield "score", found.score.low, found.score.high
    for stage in found.rung.stages:
        yield f"stage {stage.id}", ROLES.index(stage.shown.low), ROLES.index(stage.shown.high)
    for principle in found.principles:
        yield f"principle {principle.id}", principle.low, principle.high
        for criterion in principle.criteria:
            if criterion.applies:
                yield f"criterion {criterion.id}", criterion.level.low, criterion.level.high


def broken_laws(tree, path):
    """What taking away one key does that it must not do."""
    try:
        before, after = audit(tree), audit(without(tree, path))
    except InputError:
        return []
    was = {name: (low, high) for name, low, high in ends(before)}
    is_now = {name: (low, high) for name, low, high in ends(after)}
    # Where a list says that it is complete, what is taken out of it is told to be absent, not left open.
    listed = any(isinstance(part, dict) and part.get("complete") == "yes" for part in _around(tree, path))
    all_rooms = (tree.get("power") or {}).get("all_rooms_told") == "yes" if isinstance(tree.get("power"), dict) else False
    listed = listed or (path[0] == "rooms" and all_rooms)
    broken = []
    for name, (low, high) in is_now.items():
        assert low <= high, name
        if name not in was:
            continue
        if low > was[name][0] + 0.051:
            broken.append(f"{name}: low end rises from {was[name][0]} to {low} without {path}")
        if high < was[name][1] - 0.051 and not listed:
            broken.append(f"{name}: high end falls from {was[name][1]} to {high} without {path}")
    worse_before = {v.id for v in before.verdict.possible if WORST_FIRST.index(v.id) < WORST_FIRST.index(before.verdict.id)}
    lost = worse_before - {v.id for v in after.verdict.possible}
    if lost and after.verdict.id not in ("nobody involved", "broken trust", "tokenism"):
        broken.append(f"possible verdicts lose {sorted(lost)} without {path}")
    if not before.policy.holds and after.policy.holds:
        broken.append(f"the policy holds without {path}")
    return broken


def _around(tree, path):
    """The parts of a tree around a place."""
    for step in path[:-1]:
        tree = tree[step]
        yield tree


@settings(max_examples=600, deadline=None, suppress_health_check=list(HealthCheck))
@given(projects, st.data())
def test_silence_never_pays(tree, data):
    """Taking away any answer raises no low end, narrows no range and turns no failing check into a pass."""
    places = keys(tree)
    path = data.draw(st.sampled_from(places))
    assume(path not in (("format",), ("rooms",), ("sources",)))
    assert broken_laws(tree, path) == []


EXAMPLES = sorted(p.parent.name for p in (ROOT / "examples").glob("*/project.yaml"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_silence_never_pays_in_the_examples(name):
    tree = read((ROOT / "examples" / name / "project.yaml").read_bytes()).tree
    broken = []
    for path in keys(tree):
        if path != ("format",):
            broken += broken_laws(tree, path)
    assert broken == []


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(projects)
def test_two_runs_say_the_same(tree):
    try:
        assert audit(tree) == audit(tree)
    except InputError:
        assume(False)


def test_a_title_alone_is_too_little():
    found = audit({"format": "1", "project": {"title": "x"}})
    assert found.verdict.id == "too little is known"
    assert not found.policy.holds
    assert (found.score.low, found.score.high) == (0.0, 100.0)


def test_the_tree_survives_yaml():
    """What the strategy makes is what a file would hold."""
    assert yaml.safe_load(yaml.safe_dump({"format": "1"})) == {"format": "1"}
