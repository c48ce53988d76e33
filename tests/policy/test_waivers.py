"""Waivers: what is refused, what they change (whether the policy holds), and what they never change."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache

import pytest
from support import ROOT, shipped

from involve_audit.api import audit
from involve_audit.policy.conditions import apply_waivers
from involve_audit.policy.waivers import load_waivers, rules, waive
from involve_audit.render import FORMATS, render, reports
from involve_audit.render.json import read_saved
from involve_audit.results.findings import findings
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)
REASON = "The fund pays from the second year on, and we have asked it for more"
AGREED = "agreed_with: {who: contributors, how_many: 4, when: 2026-10}"


def text(*entries):
    return ("waivers: 1\nwaived:\n" + "".join(f"  - {{{e}}}\n" for e in entries)).encode()


def entry(rule, more=AGREED, reason=REASON, owner="involvement lead", until="2027-03-31"):
    return ", ".join(
        x for x in (f"rule: {rule}", f'reason: "{reason}"', f'owner: "{owner}"', f"until: {until}", more) if x
    )


def load(*entries, day=DAY):
    return load_waivers(text(*entries), "waivers.yaml", shipped().rubric, day)


@cache
def bad(day=DAY):
    return audit((ROOT / "examples" / "bad" / "project.yaml").read_bytes(), shipped(), date=day)


def waived(*entries, day=DAY, **more):
    loaded = load(*entries, day=day)
    return apply_waivers(waive(bad(), loaded.name, loaded.entries, day, **more))


@cache
def failing():
    return tuple(f.rule for f in findings(bad()) if f.level == "error")


# --- what is refused -----------------------------------------------------------------------------------


@pytest.mark.parametrize("reason", ["", " ", "n/a", "N/A.", "tbd", "TBD!", ".", "...", "none", "None given", "No reason provided", "-", "x", "ok",
                                    "to be confirmed", "too short", "aaaaaaaaaaaaaaaaaaaaaa", "see above", "...............", "?!?!?!?!?!?!?!?!"])  # fmt: skip
def test_a_reason_that_says_nothing_is_refused_at_its_line(reason):
    with pytest.raises(InputError, match=r"waivers.yaml:3:\d+: waived\[0\].reason: .*(no reason|too short)"):
        load(entry("policy/honest-label", reason=reason))


@pytest.mark.parametrize("key", ["rule", "reason", "owner", "until"])
def test_what_a_waiver_needs(key):
    parts = {"rule": "policy/honest-label", "reason": f'"{REASON}"', "owner": "lead", "until": "2027-03-31"}
    del parts[key]
    with pytest.raises(InputError, match=f"'{key}' is missing"):
        load(", ".join(f"{k}: {v}" for k, v in parts.items()))
    with pytest.raises(InputError, match=f"'{key}' is missing"):
        load(", ".join(f"{k}: {v}" for k, v in {**parts, key: ""}.items()))


@pytest.mark.parametrize("owner", ["tbd", "nobody", "?", "n/a"])
def test_somebody_answers_for_it(owner):
    with pytest.raises(InputError, match="is no role"):
        load(entry("policy/honest-label", owner=owner))


@pytest.mark.parametrize("until", ["2027-02-29", "soon", "2027", "2027-3-1", "20270331", "never"])
def test_the_last_day_is_a_day(until):
    with pytest.raises(InputError, match="is not a day in the calendar"):
        load(entry("policy/honest-label", until=until))


@pytest.mark.parametrize(("rule", "guess"), [("gate/unpaid-without-choise", "gate/unpaid-without-choice"), ("unpaid-without-choice", "gate/unpaid-without-choice"),
                                             ("policy/honest-lable", "policy/honest-label"), ("gates/tokenism", "gate/tokenism"), ("label/overclaim", "label/overclaimed"),
                                             ("policy/lone-voice", "gate/lone-voice"), ("sign/tokenism", "gate/tokenism"), ("agreed-meaning", "criterion/agreed-meaning"),
                                             ("tokenizm", "gate/tokenism"), ("flag/lone-sea", "flag/lone-seat"), ("signs/said-not-herd", "sign/said-not-heard")])  # fmt: skip
def test_a_rule_that_is_not_there_comes_with_the_nearest(rule, guess):
    with pytest.raises(InputError, match=f"'{rule}' is not a rule; did you mean '{guess}'"):
        load(entry(rule))


@pytest.mark.parametrize(
    ("rule", "says"),
    [
        ("label/zzz", "allowed: label/overclaimed"),
        ("sign/zzz", "allowed: sign/said-not-heard, sign/log-shows-nothing-taken-up, "),
        ("zzz", "a rule is written as KIND/NAME"),
        ("criterion/qqqqqqqqqqqq", "a rule is written as KIND/NAME"),
        ("policy/reviewed-within-0-months", "a rule is written as KIND/NAME"),
    ],
)
def test_a_rule_that_is_like_none_comes_with_what_there_is(rule, says):
    with pytest.raises(InputError, match=f"'{rule}' is not a rule; {says}"):
        load(entry(rule))


def test_every_rule_that_is_named_can_be_waived():
    named = rules(shipped().rubric)
    signs = {f.rule for f in findings(bad()) if f.kind == "sign"}
    assert signs
    assert signs <= set(named)
    assert len(load(*map(entry, (*named, "policy/reviewed-within-6-months"))).entries) == len(named) + 1


def test_a_rule_may_be_waived_for_one_file_and_for_another():
    with pytest.raises(InputError, match="waived already above"):
        load(entry("policy/honest-label", "file: a.yaml"), entry("policy/honest-label", "file: a.yaml"))
    assert (
        len(load(entry("policy/honest-label", "file: a.yaml"), entry("policy/honest-label", "file: b.yaml")).entries)
        == 2
    )


@pytest.mark.parametrize("name", ["waivers.yaml", "of/ours/waivers.yaml", "C:\\of\\ours\\waivers.yaml"])
def test_a_report_names_the_file_and_not_the_folders_it_lies_in(name):
    loaded = load_waivers(text(entry("gate/tokenism"), entry("policy/honest-label")), name, shipped().rubric, DAY)
    assert loaded.name == "waivers.yaml"
    assert [line for _, line in loaded.entries] == [3, 4]


def test_a_rule_is_waived_once():
    with pytest.raises(InputError, match=r"waivers.yaml:4:\d+: .*is waived already above"):
        load(entry("policy/honest-label"), entry("policy/honest-label"))


PROTECTED = (
    "broken-trust",
    "tokenism",
    "own-word-answered",
    "unpaid-without-choice",
    "expenses-refused",
    "unsafe-on-a-sensitive-topic",
)


def test_the_gates_on_harm_safety_pay_and_being_heard_are_marked():
    assert tuple(g.id for g in shipped().rubric.gates if g.waivable) == PROTECTED


@pytest.mark.parametrize("gate", PROTECTED)
@pytest.mark.parametrize("agreed", ["", "agreed_with: {who: team, how_many: 4, when: 2026-10}", "agreed_with: {who: contributors, how_many: none, when: 2026-10}",
                                    "agreed_with: {who: contributors, how_many: unknown, when: 2026-10}", "agreed_with: {who: contributors, how_many: 4, when: unknown}",
                                    "agreed_with: {who: contributors, how_many: 4, when: 2027-01}", "agreed_with: {who: contributors, how_many: 4}", "agreed_with: none"])  # fmt: skip
def test_they_are_waived_with_contributors_agreement_only(gate, agreed):
    with pytest.raises(InputError):
        load(entry(f"gate/{gate}", agreed))
    assert load(entry(f"gate/{gate}", AGREED))


@pytest.mark.parametrize(
    ("agreed", "where", "says"),
    [
        ("", "rule", "add `agreed_with: {who: contributors, how_many: 4, when: 2026-10}`"),
        (
            "agreed_with: {who: [team, above], how_many: 4, when: 2026-10}",
            "agreed_with.who",
            "`who` must name one of: contributors, people served, together",
        ),
        (
            "agreed_with: {who: contributors, how_many: none, when: 2026-10}",
            "agreed_with.how_many",
            "'none' is nobody, or nobody knows how many",
        ),
        ("agreed_with: {who: contributors, how_many: 4, when: unknown}", "agreed_with.when", "'unknown' is no date"),
        (
            "agreed_with: {who: contributors, how_many: 4, when: 2026-11-24}",
            "agreed_with.when",
            "'2026-11-24' is later than 2026-11-23, the day as of which is judged",
        ),
    ],
)
def test_what_keeps_such_a_gate_from_being_waived_is_said_at_its_place(agreed, where, says):
    with pytest.raises(InputError) as caught:
        load(entry("gate/tokenism", agreed))
    assert f"waived[0].{where}: " in caught.value.text(excerpts=False)
    assert says in caught.value.text(excerpts=False)


@pytest.mark.parametrize(
    "agreed",
    [
        "{who: [contributors, team], how_many: 1, when: 2026-11-23}",
        "{who: people served, how_many: some, when: 2026}",
        "{who: together, how_many: 2, when: 2026-11}",
    ],
)
def test_one_contributor_who_agreed_by_the_day_is_enough(agreed):
    assert load(entry("gate/tokenism", f"agreed_with: {agreed}"))


def test_a_gate_that_the_rubric_lets_nobody_waive():
    rubric = shipped().rubric
    gates = tuple(type(g)(**{**vars(g), "waivable": "no"}) for g in rubric.gates)
    with pytest.raises(InputError, match="cannot be waived"):
        load_waivers(text(entry("gate/lone-voice")), "w.yaml", type(rubric)(**{**vars(rubric), "gates": gates}), DAY)


@pytest.mark.parametrize("data", [b"", b"waivers: 1", b"waivers: 2\nwaived: none", b"waived: none", b"[]"])
def test_what_is_no_file_of_waivers_is_refused(data):
    with pytest.raises(InputError):
        load_waivers(data, "w.yaml", shipped().rubric, DAY)


def test_none_are_none():
    assert load_waivers(b"waivers: 1\nwaived: none", "w.yaml", shipped().rubric, DAY).entries == ()


# --- what they change, and what they do not ----------------------------------------------------------------


def test_every_failing_rule_can_be_named():
    assert set(failing()) <= set(rules(shipped().rubric))


def test_waiving_everything_holds_and_says_so_and_changes_no_verdict():
    before, after = bad(), waived(*map(entry, failing()))
    assert not before.policy.holds
    assert (after.policy.holds, after.policy.held_before) == (True, False)
    kept = replace(after, policy=before.policy, waivers=())
    assert kept == before, "a waiver changes the policy and nothing else"
    for kind in [name for name, form in FORMATS.items() if not form.export and not form.binary]:
        shown = " ".join(render(kind, [after]).split())
        assert ("holds only by waiver" in shown) is (kind in reports() and kind != "json")
        assert "second year on" in shown, kind
        assert "involvement lead" in shown.casefold(), kind
    assert read_saved(render("json", [after])) == (after,)
    assert {f.level for f in findings(after) if f.suppressed} == {"error"}
    assert all(
        f.suppressed.status == "accepted" and REASON in f.suppressed.justification
        for f in findings(after)
        if f.level == "error"
    )


def test_one_that_is_not_waived_fails():
    assert failing()
    for left_out in failing():
        after = waived(*(entry(r) for r in failing() if r != left_out))
        assert not after.policy.holds
        assert [f.rule for f in findings(after) if f.level == "error" and not f.suppressed] == [left_out]


@pytest.mark.parametrize(("day", "state"), [(dt.date(2027, 3, 31), "in force"), (dt.date(2027, 4, 1), "expired")])
def test_the_last_day_counts_and_the_next_does_not(day, state):
    found = waived(entry("gate/tokenism"), day=day)
    assert found.waivers[0].state == state
    excused = next(c for c in found.policy.conditions if c.id == "tokenism").excused
    assert excused == ("waived" if state == "in force" else "")
    assert ("waiver/expired-gate-tokenism" in {f.rule for f in findings(found) if f.level == "warning"}) is (
        state == "expired"
    )


def test_each_waiver_says_what_it_does_and_who_agreed():
    agreed = "agreed_with: {who: [contributors, team], how_many: 4, when: 2026-10, how: 'in  a   meeting'}"
    found = waived(entry("gate/tokenism", agreed), entry("flag/late-invitation", ""), entry("gate/nobody-involved"))
    assert [(w.agreed_with, w.says) for w in found.waivers] == [
        ("contributors, team (4), 2026-10, in a meeting", "The waiver for gate/tokenism is in force until 2027-03-31."),
        ("", "The waiver for flag/late-invitation is in force until 2027-03-31."),
        (
            "contributors (4), 2026-10",
            "The waiver for gate/nobody-involved is not used: there is no such finding. Take it out.",
        ),
    ]
    (late,) = waived(entry("gate/tokenism"), day=dt.date(2027, 4, 1)).waivers
    assert late.says == "The waiver for gate/tokenism expired: 2027-03-31 was its last day."
    (refused,) = waived(entry("gate/tokenism"), allowed=False).waivers
    assert refused.says == "The waiver for gate/tokenism does not count: the policy takes no waivers."


def test_a_waiver_without_a_finding_is_a_finding():
    found = waived(entry("gate/nobody-involved"))
    assert found.waivers[0].state == "unused"
    (warning,) = [f for f in findings(found) if f.kind == "waiver"]
    assert (warning.rule, warning.level) == ("waiver/unused-gate-nobody-involved", "warning")
    assert "waivers.yaml, line 3" in warning.says


def test_where_the_policy_takes_no_waivers_they_are_shown_and_do_not_count():
    found = waived(*map(entry, failing()), allowed=False)
    assert not found.policy.holds
    assert {w.state for w in found.waivers} == {"not allowed"}
    assert not any(f.suppressed for f in findings(found))


def test_every_contradiction_must_be_waived():
    two = audit(
        "format: 1\nproject: {title: x, phase: running}\nvoices: {missing: [{group: carers, why: [trust]}]}\n"
        "reward: {budget: {amount: 100, planned_meetings: 10, planned_people: 10, hours_each: 2, lines: [{item: time, amount: 900}]}, pay: {rate: 20 per hour}}",
        shipped(), date=DAY,
    )  # fmt: skip
    errors = [f.rule for f in findings(two) if f.kind == "flag" and f.level == "error"]
    assert len(errors) >= 2, [f.rule for f in findings(two)]
    for some in (errors[:1], errors):
        loaded = load(*map(entry, some))
        found = apply_waivers(waive(two, loaded.name, loaded.entries, DAY))
        condition = next(c for c in found.policy.conditions if c.id == "no-contradiction")
        assert condition.excused == ("waived" if some == errors else "")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script> because of the money",
        "a | b ` c * d [x](y) and so on and on",
        "first line\\nsecond line of it, \\u202ereversed",
    ],
)
def test_a_hostile_reason_stays_text(hostile):
    found = waived(entry("gate/tokenism", reason=hostile))
    assert "<script>" not in render("html", [found])
    assert "\u202e" not in render("text", [found]) + render("markdown", [found]) + render("json", [found])


def test_a_reason_has_fifteen_letters_and_six_different_ones():
    for short in ("abcdefghijklmn", "abcdeabcdeabcde abcde"):
        with pytest.raises(InputError, match="too short for a reason"):
            load(entry("policy/honest-label", reason=short))
    assert load(entry("policy/honest-label", reason="abcdefghijklmno"))
    assert load(entry("policy/honest-label", reason="abcdefabcdefabcdef"))


@pytest.mark.parametrize("owner", ["somebody", "someone", "no one", "x"])
def test_anybody_answers_for_nothing(owner):
    with pytest.raises(InputError, match="is no role"):
        load(entry("policy/honest-label", owner=owner))
    assert load(entry("policy/honest-label", owner="PI"))


def test_a_rule_has_one_name():
    """A gate is waived as a gate, and a contradiction as its flag: there is no second name to waive it by."""
    named = rules(shipped().rubric)
    assert not {f"policy/{g.id}" for g in shipped().rubric.gates} & set(named)
    assert "policy/no-contradiction" not in named
