"""What a comparison says of two audits: what is higher and lower, new and gone, and what is worse for certain."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from pairs_of_files import AFTER, BEFORE, compared, file
from support import ROOT, shipped

from involve_audit.assess import audit_project
from involve_audit.compare import compare_audits
from involve_audit.compare.between import how
from involve_audit.compare.disclosure_control import PEOPLE
from involve_audit.load import read, read_project
from involve_audit.policy.conditions import PolicyOptions
from involve_audit.project.people import ROLES
from involve_audit.project.practice import RUNGS
from involve_audit.results.audit import Range
from involve_audit.results.findings import findings


@cache
def example(name):
    return (ROOT / "examples" / name / "project.yaml").read_text(encoding="utf-8")


@cache
def audited(text, day=AFTER):
    document = read(text, "a.yaml")
    return audit_project(document, read_project(document), shipped(), day, steps=False, lines="none")


PAIRS = [
    ("full", "bad"),
    ("bad", "full"),
    ("application", "scotland-sds-2013"),
    ("minimal", "dsni-1984"),
    ("bad", "minimal"),
]
"""Better, worse, begun, two that tell little, and one that tells almost nothing after one that told much."""


@pytest.fixture(params=PAIRS, ids=" ".join)
def pair(request):
    """Two examples as one day has them: their audits, and both ways to compare them."""
    texts = [example(name) for name in request.param]
    one, other = (audited(text) for text in texts)
    return one, other, compared(*texts, AFTER, AFTER), compare_audits(one, other, ("abc", "def"), ("told", "today"))


def test_each_side_says_what_its_own_audit_says(pair):
    one, other, *comparisons = pair
    for found in comparisons:
        for side, audit in ((found.before, one), (found.after, other)):
            assert (side.title, side.phase, side.date, side.verdict) == (
                audit.project.title,
                audit.project.phase,
                audit.date,
                audit.verdict.title,
            )
        assert (found.verdict.before, found.verdict.after) == (one.verdict.title, other.verdict.title)
        assert (found.label.before, found.label.after) == (one.label.state, other.label.state)
        assert (found.honesty.before, found.honesty.after) == (one.honesty.state, other.honesty.state)
        assert (found.rung.before, found.rung.after) == (one.rung.shown, other.rung.shown)
        for word in (found.label, found.honesty):
            assert word.how == ("same" if word.before == word.after else "changed")
        for steps, order in ((found.rung, RUNGS), *((stage, ROLES) for stage in found.stages)):
            was, is_ = ((order.index(side.low), order.index(side.high)) for side in (steps.before, steps.after))
            assert steps.how == how(was, is_)
        assert [(s.before, s.after) for s in found.stages] == [
            (a.shown, b.shown) for a, b in zip(one.rung.stages, other.rung.stages, strict=True)
        ]
        was, is_ = ({g.id: g.state for g in audit.gates} for audit in (one, other))
        assert {g.id: (g.before, g.after) for g in found.gates} == {
            g: (was[g], is_[g]) for g in was if was[g] != is_[g]
        }
    by_files, by_audits = comparisons
    assert (by_audits.before.revision, by_audits.after.revision) == ("abc", "def")
    assert (by_audits.before.date_is, by_audits.after.date_is) == ("told", "today")
    assert (by_files.promises_read, by_audits.promises_read) == (True, False)
    assert (by_audits.promises, by_audits.new_promises, by_audits.facts) == ((), (), ())


def test_levels_stand_beside_each_other_as_each_report_has_them(pair):
    one, other, by_files, _ = pair
    assert [(p.before, p.after) for p in by_files.principles] == [
        (Range(a.low, a.high), Range(b.low, b.high)) for a, b in zip(one.principles, other.principles, strict=True)
    ]
    assert [p.how for p in by_files.principles] == [
        how((a.low, a.high), (b.low, b.high)) for a, b in zip(one.principles, other.principles, strict=True)
    ]
    was, is_ = ({c.id: c for p in audit.principles for c in p.criteria if c.applies} for audit in (one, other))
    assert {c.id: (c.before, c.after) for c in by_files.criteria} == {
        i: (was[i].level, is_[i].level) for i in was.keys() & is_.keys() if was[i].level != is_[i].level
    }
    assert all(c.how == how((c.before.low, c.before.high), (c.after.low, c.after.high)) for c in by_files.criteria)


def test_findings_are_new_gone_or_still_there_and_levels_and_questions_are_none_of_them(pair):
    one, other, *comparisons = pair
    was, is_ = (
        {f.rule: f for f in findings(audit) if f.kind not in ("question", "criterion")} for audit in (one, other)
    )
    for found in comparisons:
        states = {f.rule: f.state for f in found.findings}
        assert all(f.holds == ((is_.get(f.rule) or was[f.rule]).state == "holds") for f in found.findings)
        assert states.keys() == was.keys() | is_.keys()
        assert {rule for rule, state in states.items() if state == "new"} == is_.keys() - was.keys()
        assert {rule for rule, state in states.items() if state == "gone"} <= was.keys() - is_.keys()
        assert {rule for rule, state in states.items() if state == "still there"} <= was.keys() & is_.keys()
        # What held and is not told of any more is open: nobody knows whether it was mended.
        for rule in was.keys() & is_.keys():
            assert (states[rule] == "open") == (was[rule].state == "holds" and is_[rule].state == "open")
        order = [("new", "open", "gone", "still there").index(f.state) for f in found.findings]
        assert order == sorted(order)


def test_every_fact_that_is_another_one_stands_there_with_what_was_and_what_is(pair):
    *_, found, _ = pair
    assert all(fact.before != fact.after for fact in found.facts)
    assert not {fact.name for fact in found.facts} & PEOPLE
    (language,) = (
        f
        for f in compared(file("access: {language: yes}"), file("access: {language: no}")).facts
        if f.name == "language_looked_after"
    )
    assert (language.before, language.after) == ("yes", "no")


def test_what_is_worse_is_what_is_lower_for_certain_and_what_is_newly_wrong(pair):
    one, other, found, _ = pair
    worse = " ".join(found.worse)
    for a, b in zip(one.principles, other.principles, strict=True):
        assert (f"{b.title}: less is shown than before." in worse) == (b.low < a.low)
    assert ("The verdict is lower" in worse) == (found.verdict.how == "lower")
    new = [f for f in findings(other) if f.rule not in {g.rule for g in findings(one)} and f.state == "holds"]
    for finding in new:
        told = f"Newly found: {finding.title}." in worse
        assert told == (finding.level == "error" or finding.kind in ("sign", "label")), finding.rule


# --- verdicts, one by one --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "is_", "how"),
    [
        ("consultation", "involvement", "higher"), ("involvement", "consultation", "lower"), ("consultation", "consultation", "same"),
        ("genuine partnership", "led by lived experience", "higher"), ("too little is known", "information", "higher"),
        # The bad ones are lower than all by rung, and have no order among themselves.
        ("nobody involved", "too little is known", "higher"), ("tokenism", "information", "higher"), ("consultation", "broken trust", "lower"),
        ("information", "nobody involved", "lower"), ("tokenism", "broken trust", "changed"), ("nobody involved", "tokenism", "changed"),
        # What is promised is neither above nor below what is done.
        ("promises", "consultation", "changed"), ("tokenism", "promises", "changed"),
    ],
)  # fmt: skip
def test_a_verdict_is_higher_or_lower_only_where_verdicts_have_an_order(was, is_, how):
    audit = audited(file())
    sides = [replace(audit, verdict=replace(audit.verdict, id=v, title=v.capitalize())) for v in (was, is_)]
    found = compare_audits(*sides)
    assert found.verdict.how == how
    assert found.worse == (
        (f"The verdict is lower: {is_.capitalize()}; it was: {was.capitalize()}.",) if how == "lower" else ()
    )


def test_a_rung_that_is_lower_at_its_low_end_is_worse_and_one_that_is_open_above_is_not():
    involved = file(
        "stages: {design: {role: involved, status: done, when: 2024, source: m}, analysis: {role: involved, status: done, when: 2024, source: m}}\nsources: {m: {kind: minutes}}"
    )
    consulted = involved.replace("involved", "consulted")
    assert (
        "Less power is shown to be shared: at least consultation; it was at least involvement."
        in compared(involved, consulted).worse
    )
    assert "The rung" not in " ".join(compared(consulted, involved).worse)


# --- signs and words that nobody can tell whether they were mended ----------------------------------

HEARD = "influence: {heard: {answer: %s, said_by: contributors}}"
CALLED = "format: 1\nproject: {title: A walk, phase: running, called: %s}\n"


def states(before, after):
    return {f.rule: f.state for f in compared(before, after).findings if not f.rule.startswith("gate/")}


def test_each_new_sign_of_tokenism_is_named_among_what_is_worse():
    found = compared(file(HEARD % "yes"), file(HEARD % "no"))
    (sign,) = (f for f in found.findings if f.rule.startswith("sign/"))
    assert f"Newly found: {sign.title}. {sign.says}" in found.worse


def test_a_claim_is_gone_once_the_words_fit_and_open_where_nobody_can_tell():
    overclaimed = CALLED % "co-production" + "stages: none\n"
    assert states(overclaimed, CALLED % "none" + "stages: none\n")["label/overclaimed"] == "gone"
    for silent in (CALLED % "co-production", file()):
        assert states(overclaimed, silent)["label/overclaimed"] == "open"


# --- where a new promise stands, and what changed views withhold ------------------------------------


def test_a_sign_is_gone_once_people_were_heard_and_open_where_the_file_is_silent():
    for mended, state in ((file(HEARD % "yes"), "gone"), (file(), "open")):
        assert states(file(HEARD % "no"), mended)["sign/said-not-heard"] == state


def test_a_flag_that_is_not_seen_any_more_is_gone_where_the_file_tells_so_and_open_where_it_is_silent():
    missing = "honesty: {advert: {status: done, promises_influence: yes, names: %s}}"
    seen, mended, silent = file(missing % "none"), file(missing % "[decisions open]"), file()
    assert states(seen, mended)["flag/promise-without-a-decision"] == "gone"
    assert states(seen, silent)["flag/promise-without-a-decision"] == "open"
    assert states(seen, seen)["flag/promise-without-a-decision"] == "still there"
    assert {
        f.state
        for f in compare_audits(audited(seen), audited(mended)).findings
        if f.rule == "flag/promise-without-a-decision"
    } == {"open"}


def test_a_new_promise_is_shown_in_the_later_file():
    (new,) = compared(file(), file("care:\n  plan: planned")).new_promises
    assert (new.after.file, new.after.line) == ("after.yaml", 4)


@pytest.mark.parametrize(
    "promise",
    [
        "timing: {first_involved: 2027}",
        "care: {plan: {status: planned, reviewed: 2027}}",
        "influence: {log: [{said: x, answer: put off, told_back: 2027}]}",
    ],
)
def test_what_was_promised_before_is_no_new_promise(promise):
    made = compared(file(), file(promise)).new_promises
    assert made
    assert compared(file(promise), file(promise)).new_promises == ()
    # A day that is told beside a promise that was there is a promise of its own.
    for n, new in enumerate(made[1:], start=1):
        assert (
            compared(file(promise.replace(", reviewed: 2027", "").replace(", told_back: 2027", "")), file(promise))
            .new_promises[n - 1]
            .id
            == new.id
        )


def test_audits_that_were_held_to_other_policies_say_so_and_compare_no_condition():
    document = read(file(), "a.yaml")
    heard = audit_project(
        document,
        read_project(document),
        shipped(),
        AFTER,
        PolicyOptions(("contributors-heard",)),
        steps=False,
        lines="none",
    )
    for one, other in ((audited(file()), heard), (heard, audited(file()))):
        found = compare_audits(one, other)
        assert any("different policies" in note for note in found.notes)
        assert not [f for f in found.findings if f.rule.startswith("policy/")]
    found = compare_audits(heard, heard)
    assert not any("different policies" in note for note in found.notes)
    assert [f.state for f in found.findings if f.rule == "policy/contributors-heard"] == ["still there"]


VIEW = "views: [{of: contributors, answered: 8, anonymous: yes, by_principle: {%s}}]"


@pytest.mark.parametrize(
    ("before", "after", "withheld"),
    [
        ("power: {agree: 8, disagree: 0}", "power: {agree: 0, disagree: 8}", {"power"}),
        ("power: {agree: 8, disagree: 0}", "power: {agree: 8, disagree: 0}, care: {agree: 8, disagree: 0}", {"care"}),
        ("power: {agree: 8, disagree: 0}, care: {agree: 8, disagree: 0}", "power: {agree: 8, disagree: 0}", {"care"}),
        ("power: {agree: 8, disagree: 0}", None, {"power"}),
        (None, "power: {agree: 8, disagree: 0}", {"power"}),
        ("power: {agree: 8, disagree: 0}", "power: {agree: 8, disagree: 0}", set()),
    ],
)
def test_between_saved_audits_the_levels_of_principles_with_other_views_are_withheld_and_only_these(
    before, after, withheld
):
    one, other = (audited(file(VIEW % told if told else "")) for told in (before, after))
    found = compare_audits(one, other)
    assert {p.id for p in found.principles if p.how == "not compared"} == withheld
    hidden = [p for p in found.principles if p.id in withheld]
    assert all(p.before == p.after == Range(0, 100) for p in hidden)
    assert not {c.id for p in other.principles if p.id in withheld for c in p.criteria} & {c.id for c in found.criteria}
    assert any("contributors' views" in note for note in found.notes) == bool(withheld)


def test_audits_of_two_days_stand_in_the_order_of_their_days():
    found = compare_audits(audited(file(), BEFORE), audited(file(), AFTER))
    assert (found.before.date, found.after.date) == (BEFORE.isoformat(), AFTER.isoformat())


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ((1, 1), (1, 1), "same"), ((0, 3), (2, 2), "told more closely"), ((2, 2), (0, 3), "told less closely"),
        ((1, 1), (2, 3), "higher"), ((0, 1), (1, 2), "higher"), ((2, 3), (0, 1), "lower"), ((0, 2), (1, 3), "changed"), ((1, 1), (1, 3), "told less closely"),
    ],
)  # fmt: skip
def test_a_range_that_is_only_told_more_closely_is_not_higher(before, after, says):
    assert how(before, after) == says


@pytest.mark.parametrize("written_from", ["published text", "own knowledge"])
def test_of_two_readings_of_one_day_none_is_the_worse(written_from):
    def reading(role):
        filled = f"filled_in: {{when: 2026-05, written_from: {written_from}}}"
        return f"format: 1\nproject: {{title: T}}\n{filled}\nstages: {{priorities: {{role: {role}, status: done, when: 2024, asked: x}}}}\n"

    found = compared(reading("consulted"), reading("none"), AFTER, AFTER)
    assert bool(found.worse) is (written_from == "own knowledge")
