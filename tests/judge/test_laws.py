"""Laws of the judging: what silence may do, and what answering may do."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from projects import keys, part, projects, without
from support import ROOT, shipped

from involve_audit.assess import judge
from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.load import Document, read, read_project
from involve_audit.messages import InputError
from involve_audit.project.people import ROLES, Stage
from involve_audit.project.practice import RUNGS, STAGES

DAY = dt.date(2026, 11, 23)


STATUSES = ["planned", "ongoing", "done", "stopped", "policy", "aim", "unknown"]


def audit(tree):
    document = Document("project.yaml", tree, [])
    return judge(document, read_project(document), shipped(), DAY, steps=False, lines="none")


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


def broken_laws(tree, path, before=None):
    """What taking away one key does that it must not do; `before` is the audit of the tree, where it is known."""
    try:
        before, after = before or audit(tree), audit(without(tree, path))
    except InputError:
        return []
    if _no_answer_but_an_event(before, after, path):
        return []
    was = {name: (low, high) for name, low, high in ends(before)}
    is_now = {name: (low, high) for name, low, high in ends(after)}
    # Where a list says that it is complete, what is taken out of it is told to be absent, not left open.
    listed = any(isinstance(part, dict) and part.get("complete") == "yes" for part in _around(tree, path))
    all_rooms = (
        (tree.get("power") or {}).get("all_rooms_told") == "yes" if isinstance(tree.get("power"), dict) else False
    )
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
    # Whatever is answered leads to a verdict that was possible: without an answer at least as many are.
    lost = {v.id for v in before.verdict.possible} - {v.id for v in after.verdict.possible}
    if lost and not listed:
        broken.append(f"possible verdicts lose {sorted(lost)} without {path}")
    if not before.policy.holds and after.policy.holds:
        broken.append(f"the policy holds without {path}")
    return broken


def _no_answer_but_an_event(before, after, path):
    """Whether more goes than an answer, by design: then the rest of the file may rightly stand higher.

    One half of a contradiction (the other half then holds), people's own latest word that they were not heard (their
    earlier word then is the latest), and what bounds the part of an organisation in the work (left out, it has all of it).
    """

    def errors(found):
        return {flag.id for flag in found.flags if flag.level == "error"}

    def own_word(found):
        return any(gate.id == "own-word" and gate.state == "holds" for gate in found.gates)

    bounds = path[0] == "organisations" and path[-1] in ("status", "stages", "since", "when", "answer")
    return bool(errors(before) - errors(after)) or (own_word(before) and not own_word(after)) or bounds


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


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    projects, st.sampled_from(["idea", "applying"]), st.sampled_from(STAGES), part(Stage, 1), st.sampled_from(STATUSES)
)
def test_before_the_work_begins_a_verdict_stays_possible_without_the_status_of_a_stage(
    tree, phase, stage, told, status
):
    """That it was done is not told any more; it is not told that it was not."""
    begun = {name: tree[name] if isinstance(tree.get(name), dict) else {} for name in ("project", "stages")}
    stages = {k: v for k, v in begun["stages"].items() if k in STAGES}
    tree = {
        **tree,
        "project": {**begun["project"], "phase": phase},
        "stages": {**stages, stage: {**told, "status": status}},
    }
    path = ("stages", stage, "status")
    try:
        before, after = audit(tree), audit(without(tree, path))
    except InputError:
        assume(False)
    # A sign of tokenism is read at the low end of what is shown, and without the status less is shown.
    assume(not any(sign.state == "holds" for sign in before.signs))
    assert before.verdict.id in {v.id for v in after.verdict.possible}, path


EARLY = {"format": "1", "project": {"phase": "applying"}}
TOLD = {
    "power": {"final_say": "team"},
    "influence": {"heard": {"answer": "yes", "said_by": "contributors", "source": "m"}},
    "sources": {"m": {"kind": "minutes"}},
}


@pytest.mark.parametrize("told", [{}, {"status": "unknown"}, {"when": "2025"}])
def test_a_status_that_is_not_told_is_not_taken_for_planned(told):
    def stages(**more):
        return {
            **EARLY,
            **TOLD,
            "stages": {s: {"role": "consulted", "asked": "what matters", **more} for s in ("design", "priorities")},
        }

    done, silent, planned = (
        audit(stages(**more)) for more in ({**told, "status": "done"}, told, {"status": "planned"})
    )
    assert done.verdict.id == "consultation"
    assert silent.verdict.id == planned.verdict.id == "promises"
    assert "consultation" in {v.id for v in silent.verdict.possible}
    assert fact("anything_done", stages(**told)) is None
    assert fact("anything_done", stages(status="planned")) is False


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ({}, None),
        ({"stages": {"design": {"role": "none"}}}, False),
        ({"rooms": {"group": {"contributors": "5"}}}, None),
        ({"rooms": {"group": {"contributors": "5", "status": "planned"}}}, False),
        ({"rooms": {"group": {"contributors": "5", "status": "ongoing"}}}, True),
        ({"rooms": {"group": {"contributors": "none", "status": "ongoing"}}}, False),
        ({"stages": {"design": {"role": "led", "status": "planned"}}, "rooms": {"group": {"contributors": "5"}}}, None),
        ({"stages": {"design": {"role": "led", "status": "policy"}}}, False),
        (
            {
                "power": {"decisions": [{"what": "the question", "decided_by": "together"}]},
                "stages": {"design": {"role": "led", "status": "planned"}},
            },
            None,
        ),
        ({"power": {"decisions": [{"what": "the question", "became": "done"}]}}, True),
        (
            {
                "power": {"decisions": [{"what": "the question", "when": "2027"}]},
                "stages": {"design": {"role": "led", "status": "planned"}},
            },
            False,
        ),
    ],
)
def test_what_was_done_is_no_only_where_all_that_is_told_is_still_to_come(more, value):
    assert fact("anything_done", {**EARLY, **more}) is value


def fact(name, tree):
    return Facts(Case(read_project(Document("project.yaml", tree, [])), DAY))[name].value


EXAMPLES = sorted(p.parent.name for p in (ROOT / "examples").glob("*/project.yaml"))


@pytest.mark.parametrize("name", EXAMPLES)
def test_silence_never_pays_in_the_examples(name):
    tree = read((ROOT / "examples" / name / "project.yaml").read_bytes()).tree
    broken, before = [], audit(tree)
    for path in keys(tree):
        if path != ("format",):
            broken += broken_laws(tree, path, before)
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
