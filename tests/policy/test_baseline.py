"""A baseline knows findings again by what they are, never by how many there are."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import ROOT, shipped

from involve_audit.api import audit
from involve_audit.policy.baseline import beside, load_baseline, written
from involve_audit.policy.conditions import PolicyOptions, apply_waivers
from involve_audit.policy.policy_file import load_policy
from involve_audit.policy.waivers import load_waivers, waive
from involve_audit.render import FORMATS, render
from involve_audit.render.json import read_saved
from involve_audit.results.findings import findings
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)
BAD = (ROOT / "examples" / "bad" / "project.yaml").read_text("utf-8")


@cache
def judged(text=BAD, *require):
    return audit(text, shipped(), date=DAY, policy=PolicyOptions(require))


def compared(now, before, file="project.yaml", **more):
    known = load_baseline(written({"project.yaml": before}).encode(), "base.json")
    return apply_waivers(beside(now, known, file, **more))


def with_rules(found, *failing, state="holds"):
    """The audit with just these gates failing."""
    gates = tuple(replace(g, state=state if g.id in failing else "clear") for g in found.gates)
    word = {"holds": "not held", "open": "open"}[state]
    conditions = tuple(replace(c, state=word if c.id in failing else "held") for c in found.policy.conditions)
    return replace(found, gates=gates, policy=replace(found.policy, conditions=conditions, holds=not failing))


def test_the_same_file_fails_on_nothing_new():
    found = compared(judged(), judged())
    assert (found.policy.holds, found.policy.held_before) == (True, False)
    assert found.baseline.new == found.baseline.changed == found.baseline.gone == found.baseline.says == ()
    assert {f.baseline for f in findings(found) if f.kind != "baseline"} == {"unchanged"}
    assert len(findings(found)) == len(findings(judged())), "old findings are marked, not removed"
    assert "holds only because what fails was known before" in " ".join(render("text", [found]).split())
    assert read_saved(render("json", [found])) == (found,)


def test_swapping_one_finding_for_another_fails():
    before, after = with_rules(judged(), "tokenism"), with_rules(judged(), "expenses-refused")
    found = compared(after, before)
    assert not found.policy.holds
    assert "gate/expenses-refused" in found.baseline.new
    assert "gate/tokenism" in found.baseline.gone
    assert compared(before, before).policy.holds


@given(st.sets(st.sampled_from(["tokenism", "expenses-refused", "broken-trust", "unpaid-without-choice"])),
       st.sets(st.sampled_from(["tokenism", "expenses-refused", "broken-trust", "unpaid-without-choice"])))  # fmt: skip
def test_it_holds_just_where_every_failing_rule_was_known(before, after):
    found = compared(with_rules(judged(), *after), with_rules(judged(), *before))
    assert found.policy.holds is (after <= before)


def test_what_was_open_and_now_holds_is_not_hidden():
    found = compared(with_rules(judged(), "tokenism"), with_rules(judged(), "tokenism", state="open"))
    assert not found.policy.holds
    assert found.baseline.changed == ("gate/tokenism",)
    assert next(f for f in findings(found) if f.rule == "gate/tokenism").baseline == "new"


def test_what_was_a_warning_and_now_fails_is_not_hidden():
    before = judged(BAD)
    found = compared(judged(BAD, "absence-unexamined"), before)
    assert "gate/absence-unexamined" in found.baseline.changed
    assert not found.policy.holds


def test_what_is_reached_less_far_is_not_hidden():
    before = judged(BAD, "reward-at-least-2")

    def reaching(level):
        conditions = tuple(
            replace(c, reached=level if c.id == "reward-at-least-2" else c.reached) for c in before.policy.conditions
        )
        return replace(before, policy=replace(before.policy, conditions=conditions))

    assert compared(before, before).policy.holds
    for level, holds in ((0.2, False), (0.4, True), (0.9, True)):
        assert compared(reaching(level), reaching(0.4)).policy.holds is holds


def test_a_file_that_the_baseline_does_not_know_has_nothing_excused():
    found = compared(judged(), judged(), file="other.yaml")
    assert not found.policy.holds
    assert not found.baseline.unchanged
    assert "This file does not stand in the baseline." in found.baseline.says


def test_a_changed_rubric_is_said_in_every_format():
    before = replace(judged(), rubric=replace(judged().rubric, sha256="0" * 64, version="0.9"))
    found = compared(judged(), before)
    assert found.policy.holds
    for kind in [name for name, form in FORMATS.items() if not form.export and not form.binary]:
        assert "rubric has changed since the baseline was written" in " ".join(render(kind, [found]).split()), kind


def test_what_was_otherwise_when_it_was_written_is_said_in_a_sentence_each():
    now = judged()
    one, sha = now.rubric, now.rubric.sha256
    before = replace(
        now, rubric=replace(one, version="0.9", sha256="0123456789abcdef"), tool=replace(now.tool, version="0.0.1")
    )
    rubric, tool = compared(now, before).baseline.says
    assert rubric.startswith(
        f"The rubric has changed since the baseline was written: {one.id} 0.9 (0123456789ab) then, {one.id} {one.version} ({sha[:12]}) now. "
    )
    assert tool == f"The baseline was written by {now.tool.name} 0.0.1; this is {now.tool.name} {now.tool.version}."
    fund = load_policy(b"policy: 1\ntitle: A fund\n", "fund.yaml")
    held = audit(BAD, shipped(), date=DAY, policy=PolicyOptions(policy=fund))
    for there, here in ((held, now), (now, held)):
        assert compared(here, there).baseline.says == (
            "The policy file is not the one by which the baseline was written.",
        )
    assert compared(held, held).baseline.says == ()
    assert "The policy takes no baseline" in compared(now, now, counts=False).baseline.says[0]


@pytest.mark.parametrize(
    ("before", "now", "known"),
    [
        (("holds", "error"), ("holds", "error"), True),
        (("holds", "error"), ("holds", "warning"), True),
        (("holds", "warning"), ("holds", "error"), False),
        (("open", "note"), ("open", "error"), False),
        (("open", "error"), ("holds", "error"), False),
        (("holds", "error"), ("open", "error"), False),
    ],
)
def test_a_finding_is_known_only_where_it_is_no_graver_and_in_the_same_state(before, now, known):
    """What an earlier run called `before` is, for this run, the same finding, or another one."""
    (rule,) = (f.rule for f in findings(judged()) if f.rule == "gate/tokenism")
    state, level = now
    here = with_rules(judged(), "tokenism", state=state)
    if level != "error":
        here = replace(
            here,
            policy=replace(
                here.policy, conditions=tuple(replace(c, state="held") for c in here.policy.conditions), holds=True
            ),
        )
    tree = json.loads(good())
    tree["files"]["project.yaml"] = [{"rule": rule, "state": before[0], "level": before[1]}]
    found = beside(here, load_baseline(json.dumps(tree).encode(), "base.json"), "project.yaml").baseline
    assert (rule in found.unchanged, rule in found.changed, rule in found.new) == (known, not known, not known)
    assert rule not in found.gone


def test_names_of_files_in_any_script_can_be_read_in_it():
    text = written({"projet-été.yaml": judged()})
    assert '"projet-été.yaml"' in text
    assert list(load_baseline(text.encode(), "base.json").files) == ["projet-été.yaml"]
    assert text.endswith("}\n")


def test_what_is_no_state_or_level_is_named_with_its_place():
    data = good().replace('"holds"', '"maybe"', 1).encode()
    with pytest.raises(
        InputError,
        match=r"files\.project\.yaml\.[a-z]+/[a-z-]+: 'maybe' and '[a-z]+' are not a state and a level of a finding",
    ):
        load_baseline(data, "base.json")


def test_where_the_policy_takes_no_baseline_it_marks_and_excuses_nothing():
    found = compared(judged(), judged(), counts=False)
    assert not found.policy.holds
    assert {f.baseline for f in findings(found) if f.kind != "baseline"} == {"unchanged"}


def test_nothing_is_called_new_where_no_baseline_was_read():
    assert {f.baseline for f in findings(judged())} == {""}
    for kind in [name for name, form in FORMATS.items() if not form.export and not form.binary]:
        assert "New since" not in render(kind, [judged()])


def test_what_is_waived_does_not_outlive_its_waiver():
    text = ('waivers: 1\nwaived: {rule: gate/tokenism, reason: "We meet again in spring, and said so to everybody", owner: lead, until: 2026-12-31, '
            "agreed_with: {who: contributors, how_many: 3, when: 2026-10}}")  # fmt: skip
    waivers = load_waivers(text.encode(), "w.yaml", shipped().rubric, DAY)
    excused = apply_waivers(waive(judged(), "w.yaml", waivers.entries, DAY))
    assert '"gate/tokenism"' not in written({"project.yaml": excused})
    assert not compared(judged(), excused).policy.holds


def test_it_holds_no_words_of_people_and_is_sorted():
    said = "zz-said-by-somebody"
    text = BAD.replace("MoodTrack", said)
    found = written({"b.yaml": judged(text), "a.yaml": judged(text)})
    assert said not in found
    tree = json.loads(found)
    assert list(tree["files"]) == ["a.yaml", "b.yaml"]
    assert [k["rule"] for k in tree["files"]["a.yaml"]] == sorted(k["rule"] for k in tree["files"]["a.yaml"])
    assert tree["rubric"]["sha256"] == shipped().sha256
    assert not any("line" in k for k in tree["files"]["a.yaml"])


def test_lines_that_move_change_nothing():
    assert written({"a": judged("# one more line\n" + BAD)}) == written({"a": judged()})


@cache
def good():
    return written({"project.yaml": judged()})


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"{}", b'{"baseline": 1}', b'{"baseline": "2"}', b'{"baseline": "1"}', b"\xff", b"[" * 5000],
)
def test_what_is_no_baseline_is_refused(data):
    with pytest.raises(InputError):
        load_baseline(data, "base.json")


@pytest.mark.parametrize(
    ("was", "is_now"),
    [('"holds"', '"maybe"'), ('"error"', '"worse"'), ('"files": {', '"files": {"x": 3, '), ('"rule"', '"role"')],
)
def test_a_baseline_with_a_word_that_none_has_is_refused(was, is_now):
    assert was in good()
    with pytest.raises(InputError):
        load_baseline(good().replace(was, is_now).encode(), "base.json")


@pytest.mark.parametrize("reached", ["true", '"1"', "[1]"])
def test_how_far_a_condition_was_is_a_number_or_is_not_said(reached):
    with pytest.raises(InputError, match="is not what it should be"):
        load_baseline(good().replace('"rule"', f'"reached": {reached}, "rule"').encode(), "base.json")


@pytest.mark.parametrize("name", ["base.json", "of/the/team/base.json", "of\\the\\team\\base.json"])
def test_a_baseline_is_called_by_its_name_and_not_by_where_it_lies(name):
    assert load_baseline(good().encode(), name).name == "base.json"


def test_a_problem_of_the_whole_file_is_told_at_its_start():
    with pytest.raises(InputError) as told:
        load_baseline(b"{}", "base.json")
    (problem,) = told.value.problems
    assert (problem.line, problem.column) == (1, 1)


def test_an_audit_that_was_saved_before_there_were_waivers_is_read_and_says_the_same():
    tree = json.loads(render("json", [judged()]))
    for key in ("waivers", "baseline"):
        del tree[key]
    for key in ("stamp", "weaker", "held_before"):
        del tree["policy"][key]
    tree["policy"]["conditions"] = [{k: c[k] for k in ("id", "says", "state")} for c in tree["policy"]["conditions"]]
    (old,) = read_saved(json.dumps(tree))
    assert [(f.rule, f.level) for f in findings(old)] == [(f.rule, f.level) for f in findings(judged())]
    for kind in ("text", "markdown", "html"):
        assert render(kind, [old]) == render(kind, [judged()])
    allowed = audit("{format: 1}", shipped(), date=DAY, policy=PolicyOptions(allow_unknown=True))
    assert not any(f.level == "error" and f.kind == "gate" for f in findings(allowed))
