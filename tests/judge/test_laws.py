"""Laws of the judging: what silence may do, and what answering may do. benchmarks/search.py `laws` has the long search."""

from __future__ import annotations

import datetime as dt

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from projects import keys, part, projects, without
from support import ROOT, rows, shipped, spread
from weighing import Evaluated

from involve_audit.assess import audit_project
from involve_audit.facts import Facts, views
from involve_audit.facts.case import Case
from involve_audit.judge.levels import mean, means
from involve_audit.load import Document, read, read_project
from involve_audit.policy.conditions import PolicyOptions, check_policy
from involve_audit.project.people import ROLES, Stage
from involve_audit.project.practice import RUNGS, STAGES
from involve_audit.project.values.dates import read_dates
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)


STATUSES = ["planned", "ongoing", "done", "stopped", "policy", "aim", "unknown"]


def audit(tree):
    document = Document("project.yaml", tree, [])
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="none")


class Weighed(Evaluated):
    """What a tree is judged to be, before it is put in words: all that the laws speak of.

    Attributes:
        ends: every range, by its name: low end, high end.
        errors: the contradictions.
        contradicted: each of them with a place that it names: one kind may stand in a file twice.
    """

    def __init__(self, tree, like=None):
        super().__init__(tree, DAY, like)
        found = self.found
        self.possible = set(found.outcome.possible)
        self.holds = check_policy(PolicyOptions(), shipped(), found, lambda _: ()).holds
        self.errors = {flag.id for flag, _ in found.flags("error")}
        self.contradicted = {(f.id, place) for f, held in found.flags("error") for place in held.where}
        self.own_word = any(gate.id == "own-word" and state == "holds" for gate, state, _ in found.gates)
        rung = found.ladder.shown.rung
        self.ends = {"rung": (rung.low, rung.high)}
        self.ends |= {f"stage {s.stage}": (s.shown.low, s.shown.high) for s in found.ladder.shown.stages}
        by_principle = []
        for principle in shipped().rubric.principles:
            mine = [j for j in found.judged if j.criterion.principle == principle.id]
            self.ends[f"principle {principle.id}"] = means(mine)
            by_principle.append(means(mine))
            self.ends |= {f"criterion {j.criterion.id}": (j.low, j.high) for j in mine if j.applies is not False}
        self.ends["score"] = mean(low for low, _ in by_principle), mean(high for _, high in by_principle)


def broken_laws(tree, path, before, like=None):
    """What taking away one key does that it must not do; `before` is the tree judged, and `like` too where very many keys are tried."""
    try:
        after = Weighed(without(tree, path), like)
    except InputError:
        return []
    if (
        _no_answer_but_an_event(before, after, path)
        or _says_which_meetings(tree, path)
        or may_be_to_come(before, tree, path)
    ):
        return []
    was, is_now = before.ends, after.ends
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
    lost = before.possible - after.possible
    if lost and not listed:
        broken.append(f"possible verdicts lose {sorted(lost)} without {path}")
    if not before.holds and after.holds:
        broken.append(f"the policy holds without {path}")
    return broken


def _no_answer_but_an_event(before, after, path):
    """Whether more goes than an answer, by design: then the rest of the file may rightly stand higher.

    One half of a contradiction (the other half then holds), people's own latest word that they were not heard (their
    earlier word then is the latest), what bounds the part of an organisation in the work (left out, it has all of it), and
    what people were asked in one round of views (of what they were not asked, the other rounds tell). A part of the work may lie before an
    organisation ran it by its day, or by the day on which the work began, alone.
    """
    if path[0] in ("views", "influence") and earlier_answer_stands(before, after):
        return True
    if path[0] in ("stages", "project") and words_dated_by_the_work(before):
        return True
    bounds = path[0] == "organisations" and path[-1] in ("status", "stages", "since", "when", "until", "answer")
    dated = [o for o in (before.found.case.project.organisations or {}).values() if o.since or o.when or o.until]
    bounds = bounds or (path[0] == "stages" and (path[-1] == "organisations" or (path[-1] in DATED and bool(dated))))
    bounds = bounds or (path[:2] in (("project",), ("project", "dates")) and bool(dated))
    asked = path[0] == "views" and "by_principle" in path
    return bool(before.contradicted - after.contradicted) or (before.own_word and not after.own_word) or bounds or asked


def words_dated_by_the_work(one):
    """Whether a word on being heard is dated by a part, a month or a date of the work: which is the latest then hangs on these (`by_hand.yaml`)."""
    project = one.found.case.project
    words = [
        *((project.influence and project.influence.heard) or ()),
        *((project.findings and project.findings.entries) or ()),
    ]
    return any(w.when is not None and (w.when.relation is not None or w.when.months is not None) for w in words)


def earlier_answer_stands(before, after):
    """Whether answers of theirs that a later word or round had overtaken stand again, since of that it is not told that, when, whose or how it was.

    Nobody's word overtakes another without a day or a name (`by_hand.yaml`: "A word without a day overtakes nothing"); so does no round of answers.
    """
    disputed = [
        {p.id for p in shipped().rubric.principles if views.disputed(one.found.case, p.id).value}
        for one in (before, after)
    ]
    return bool(disputed[1] - disputed[0]) or (after.own_word and not before.own_word)


def _says_which_meetings(tree, path):
    """Whether it is said here that a room has not met yet: left out, one in place is taken to meet, and `meetings` says how often it has.

    So is what was decided in a room: where it is only planned, that is still to come.
    """
    if path[-1] == "room":
        *_parts, decision = _around(tree, path)
        room = (tree.get("rooms") or {}).get(decision["room"])
        return isinstance(room, dict) and room.get("status") in ("planned", "policy")
    if path[0] != "rooms" or len(path) < 3:
        return False
    room = tree["rooms"][path[1]]
    decided = f"'room': {path[1]!r}" in repr(tree.get("power"))
    return path[-1] == "meetings" or (
        path[-1] in ("status", "answer", "since", "when") and ("meetings" in room or decided)
    )


def may_be_to_come(before, tree, path):
    """Whether a date goes that has not come, or of which nobody can say so: what is dated later has not happened, whatever else is told of it."""
    value = tree
    for step in path:
        value = value[step]
    values = value if isinstance(value, list) else [value]
    try:
        dates = [read_dates(v) for v in values if isinstance(v, str)] if path[-1] in DATED else []
    except ValueError:
        return False
    return any(before.found.case.passed(date) is not True for date in dates)


DATED = ("since", "when", "until", "told_back")
"""Keys under which a date may stand that makes something lie in the future."""


def _around(tree, path):
    """The parts of a tree around a place."""
    for step in path[:-1]:
        tree = tree[step]
        yield tree


@given(projects, st.data())
def test_silence_never_pays(tree, data):
    """Taking away any answer raises no low end, narrows no range and turns no failing check into a pass."""
    places = [path for path in keys(tree) if path not in (("format",), ("rooms",), ("sources",))]
    # Several answers are tried in each tree: all of them are judged beside it.
    paths = data.draw(st.lists(st.sampled_from(places), min_size=1, max_size=6, unique=True))
    try:
        before = Weighed(tree)
    except InputError:
        assume(False)
    for path in paths:
        assert broken_laws(tree, path, before) == []


@given(projects, st.sampled_from(["idea", "applying"]), st.sampled_from(STAGES), part(Stage), st.sampled_from(STATUSES))
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
        before = Weighed(tree)
        after = Weighed(without(tree, path))
    except InputError:
        assume(False)
    # A sign of tokenism is read at the low end of what is shown, and without the status less is shown.
    assume(not any(held.truth for _, held in before.found.table.signs))
    assert before.found.outcome.id in after.possible, path


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


@rows(
    "more, value",
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
    broken, before = [], Weighed(tree)
    for path in spread(keys(tree), 160):
        if path != ("format",):
            broken += broken_laws(tree, path, before, like=before)
    assert broken == []


def said(found):
    """What an audit says of what the laws speak of."""
    yield "rung", RUNGS.index(found.rung.shown.low), RUNGS.index(found.rung.shown.high)
    yield "score", found.score.low, found.score.high
    for stage in found.rung.stages:
        yield f"stage {stage.id}", ROLES.index(stage.shown.low), ROLES.index(stage.shown.high)
    for principle in found.principles:
        yield f"principle {principle.id}", principle.low, principle.high
        for criterion in principle.criteria:
            if criterion.applies:
                yield f"criterion {criterion.id}", criterion.level.low, criterion.level.high


@pytest.mark.parametrize("name", EXAMPLES)
def test_what_is_weighed_is_what_an_audit_says(name):
    """The tree itself, and with an answer left out, judged quickly and slowly: the laws hold of what is printed."""
    tree = read((ROOT / "examples" / name / "project.yaml").read_bytes()).tree
    before = Weighed(tree)
    for path in [None, *spread(keys(tree)[1:], 12)]:
        left = tree if path is None else without(tree, path)
        try:
            weighed, found = Weighed(left, before), audit(left)
        except InputError:
            continue
        assert weighed.ends.keys() == {name for name, _, _ in said(found)}
        for range_, low, high in said(found):
            assert (low, high) == pytest.approx(weighed.ends[range_], abs=0.051), range_
        assert weighed.possible == {v.id for v in found.verdict.possible}
        assert weighed.holds == found.policy.holds
        assert weighed.errors == {flag.id for flag in found.flags if flag.level == "error"}
        assert weighed.own_word == any(gate.id == "own-word" and gate.state == "holds" for gate in found.gates)


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
