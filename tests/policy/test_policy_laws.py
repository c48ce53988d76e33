"""The law on silence, for every condition that a policy can ask for: taking an answer out never makes one hold."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from projects import keys, projects, without
from support import ROOT, shipped
from weighing import Evaluated

from involve_audit.assess import audit_project
from involve_audit.load import Document, read, read_project
from involve_audit.policy.conditions import PolicyOptions, check_policy
from involve_audit.policy.policy_file import LEAST, default, names
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)
EVERY = tuple(
    name for name in names(shipped().rubric)
    if name not in {w.id for w in default(shipped().rubric)} | {g.id for g in shipped().rubric.gates}
    and not name.endswith(tuple(f"-at-least-{least}" for least in LEAST[1::2]))
)  # fmt: skip
"""Every condition but those of the default policy and gates, which `test_laws` looks at; of the levels each second."""
ASKED = (*EVERY, "reviewed-within-12-months")
OPTIONS = PolicyOptions(ASKED)


class Held(Evaluated):
    """The conditions that a tree meets or not, and nothing in words."""

    def __init__(self, tree, like=None):
        super().__init__(tree, DAY, like)
        policy = check_policy(OPTIONS, shipped(), self.found, lambda _: ())
        self.conditions = {c.id: c for c in policy.conditions}


def conditions(tree, options=OPTIONS):
    document = Document("project.yaml", tree, [])
    found = audit_project(document, read_project(document), shipped(), DAY, options, steps=False, lines="none")
    return {c.id: c for c in found.policy.conditions}


def around(tree, path):
    for step in path[:-1]:
        tree = tree[step]
        yield tree


def broken(tree, path, before=None):
    """Conditions that pass without an answer and do not pass with it."""
    # Where a list says that it is complete, what is taken out of it is told to be absent: it is another answer, not silence.
    if any(isinstance(part, dict) and part.get("complete") == "yes" for part in around(tree, path)):
        return []
    if path[0] == "rooms" and isinstance(tree.get("power"), dict) and tree["power"].get("all_rooms_told") == "yes":
        return []
    try:
        after = Held(without(tree, path), before)
        before = before or Held(tree)
    except InputError:
        return []
    return [
        f"{i} passes without {path}"
        for i, c in after.conditions.items()
        if i in ASKED and c.passes and not before.conditions[i].passes
    ]


@given(projects, st.data())
def test_silence_meets_no_condition(tree, data):
    path = data.draw(st.sampled_from(keys(tree)))
    assume(path not in (("format",), ("rooms",), ("sources",)))
    assert broken(tree, path) == []


@pytest.mark.parametrize("name", ["application", "minimal", "dsni-1984"])
def test_silence_meets_no_condition_in_the_examples(name):
    tree = read((ROOT / "examples" / name / "project.yaml").read_bytes()).tree
    before = Held(tree)
    # Every answer of the first three steps; what stands deeper is left to the random files.
    places = [path for path in keys(tree) if path != ("format",) and len(path) <= 3]
    assert [b for path in places for b in broken(tree, path, before)] == []


@pytest.mark.parametrize("name", ["application", "minimal", "dsni-1984"])
def test_what_is_held_quickly_is_what_an_audit_says(name):
    tree = read((ROOT / "examples" / name / "project.yaml").read_bytes()).tree
    before = Held(tree)
    for path in [None, *keys(tree)[1::29]]:
        left = tree if path is None else without(tree, path)
        try:
            held = Held(left, before).conditions
        except InputError:
            continue
        assert {i: c.state for i, c in held.items()} == {i: c.state for i, c in conditions(left).items()}, path


# --- before the work begins: what is done already -------------------------------------------------------

PLANS = {
    stage: {"role": "decided together", "status": "planned", "when": "2027-01", "owner": "lead", "cost": "100"}
    for stage in ("priorities", "governance", "analysis")
}
SOMETHING_SMALL = [
    (("stages", "design"), {"role": "informed", "status": "done", "when": "2025"}),
    (("influence", "log"), {"entries": [{"said": "x", "by": "contributors", "when": "2025", "answer": "refused"}]}),
    (("rooms", "group"), {"contributors": "4", "meetings": "3", "status": "ongoing"}),
    (("power", "decisions"), {"entries": [{"what": "x", "decided_by": "team", "became": "done", "when": "2025"}]}),
]
LABEL = PolicyOptions(("honest-label",))


def applying(plans=PLANS, path=None, answer=None, **more):
    tree = {
        "format": "1",
        "project": {"phase": "applying", "called": ["co-production"], "promises": "none"},
        "stages": dict(plans),
        **more,
    }
    if path:
        tree[path[0]] = {**tree.get(path[0], {}), path[1]: answer}
    return tree


def label_state(tree):
    return conditions(tree, LABEL)["honest-label"].state


@pytest.mark.parametrize("complete", ["yes", "no"])
@pytest.mark.parametrize(("path", "answer"), SOMETHING_SMALL)
def test_leaving_out_what_is_done_already_makes_no_word_fit(path, answer, complete):
    """Who has done something small before applying is judged by the plans no less than who has done nothing."""
    with_it = applying({**PLANS, "complete": complete}, path, answer)
    assert label_state(with_it) == label_state(without(with_it, path)) == "held"


@pytest.mark.parametrize(("path", "answer"), SOMETHING_SMALL)
def test_plans_without_date_and_money_bear_no_word_out_whatever_is_done(path, answer):
    vague = {stage: {"role": "decided together", "status": "planned"} for stage in PLANS}
    with_it = applying({**vague, "complete": "yes"}, path, answer)
    assert label_state(with_it) == "not held"
    assert label_state(without(with_it, path)) == "open"


@pytest.mark.parametrize("by", ["team", "contributors", "inquiry"])
@pytest.mark.parametrize(("path", "answer"), [(None, None), *SOMETHING_SMALL])
def test_plans_outweigh_nobody_who_says_that_the_word_does_not_fit(by, path, answer):
    assert (
        label_state(applying(PLANS, path, answer, findings={"entries": [{"by": by, "label_fits": "no"}]})) == "not held"
    )


@pytest.mark.parametrize("path", [None, ("stages", "design")])
def test_plans_outweigh_no_promise_that_was_not_kept(path):
    tree = applying(PLANS, path, SOMETHING_SMALL[0][1])
    tree["project"]["promises"] = [{"what": "a say in all that matters", "claims": "collaboration", "kept": "no"}]
    assert label_state(tree) == "not held"


def test_once_the_work_has_begun_plans_bear_no_word_out():
    tree = applying({**PLANS, "complete": "yes"}, *SOMETHING_SMALL[0])
    tree["project"]["phase"] = "running"
    assert label_state(tree) == "not held"


# --- a room that is taken out ------------------------------------------------------------------------------

NOBODY_ELSE = {
    "format": "1",
    "project": {"phase": "running"},
    "stages": {"complete": "yes", "design": {"role": "none"}},
    "power": {"decisions": "none"},
    "influence": {"log": "none"},
    "views": "none",
}
COUNTED_OUT = [
    {"influence": {"heard": [{"answer": "no", "said_by": "team"}]}},
    {"voices": {"invited_because": ["funder asks"]}},
    {"timing": {"first_involved": "2025", "design_locked": "2024"}},
]


@pytest.mark.parametrize("sign", COUNTED_OUT)
def test_who_was_not_heard_was_there_whether_or_not_a_room_is_told(sign):
    """Taking the room out leaves the gate open, and never clear: a sign that somebody's part did not count still stands."""
    with_room = {**NOBODY_ELSE, **sign, "rooms": {"group": {"contributors": "5", "meetings": "5", "status": "ongoing"}}}
    found = {
        name: conditions(tree, PolicyOptions())
        for name, tree in (("with", with_room), ("without", without(with_room, ("rooms",))))
    }
    assert found["with"]["tokenism"].state == "not held"
    assert found["without"]["tokenism"].state == "open"
    assert found["without"]["nobody-involved"].state == "not held", (
        "the verdict is a worse one, and the check fails all the same"
    )


def test_where_nobody_was_there_and_no_sign_is_told_the_gate_on_tokenism_is_clear():
    assert conditions({**NOBODY_ELSE, "rooms": "none"}, PolicyOptions())["tokenism"].state == "held"
