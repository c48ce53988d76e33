"""Laws of comparing: nothing changes against itself, swapping mirrors, and nothing hidden can be worked out."""

from __future__ import annotations

import datetime as dt
import json
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pairs_of_files import AFTER, BEFORE, compared, file
from projects import projects
from support import ROOT, shipped

from involve_audit.assess import audit_project
from involve_audit.compare import SideRead, between, compare_audits, compare_documents
from involve_audit.compare.between import Incomparable
from involve_audit.compare.disclosure_control import PEOPLE
from involve_audit.compare.promises import promises
from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.load import Document, read, read_project
from involve_audit.render.comparison import render
from involve_audit.wording.messages import InputError

EXAMPLES = sorted(p.name for p in (ROOT / "examples").iterdir() if (p / "project.yaml").exists())


def example(name: str) -> str:
    return (ROOT / "examples" / name / "project.yaml").read_text(encoding="utf-8")


NOTHING = {"format": "1", "project": {"title": "x"}}


def known(tree, day):
    return SideRead(Document("project.yaml", tree, []), day)


@pytest.fixture
def judged_once_each(monkeypatch):
    """A tree that is compared several times on one day is judged once."""
    found = []

    def once(document, project, rubric, date, **more):
        for tree, day, audit in found:
            if tree is document.tree and day == date:
                return audit
        found[:] = [*found[-7:], (document.tree, date, audit_project(document, project, rubric, date, **more))]
        return found[-1][2]

    monkeypatch.setattr(between, "audit_project", once)


def nothing_changed(found):
    assert not found.facts
    assert not found.criteria
    assert not found.gates
    assert not found.worse
    assert not found.new_promises
    assert {f.state for f in found.findings} <= {"still there"}
    assert {
        c.how for c in (found.verdict, found.rung, found.label, found.honesty, *found.stages, *found.principles)
    } == {"same"}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_compared_with_itself_has_no_change(name):
    found = compared(example(name), example(name), AFTER, AFTER)
    nothing_changed(found)
    assert {p.outcome for p in found.promises} <= {"open", "late", "unclear"}
    assert len(found.promises) == len(promises(Case(read_project(read(example(name))), AFTER)))


@given(projects)
def test_any_file_compared_with_itself_has_no_change_and_keeps_no_promise(judged_once_each, tree):
    try:
        found = compare_documents(known(tree, AFTER), known(tree, AFTER), shipped())
    except InputError:
        assume(False)
    nothing_changed(found)
    assert not {p.outcome for p in found.promises} & {"kept", "deleted", "moved", "in part"}


@given(projects, projects)
def test_swapping_the_sides_mirrors_what_is_new_and_what_is_gone(judged_once_each, one, other):
    try:
        there = compare_documents(known(one, AFTER), known(other, AFTER), shipped())
        back = compare_documents(known(other, AFTER), known(one, AFTER), shipped())
    except InputError:
        assume(False)

    def rules(found, *states):
        return {f.rule for f in found.findings if f.state in states}

    assert rules(there, "new") <= rules(back, "gone", "open")
    assert rules(back, "new") <= rules(there, "gone", "open")
    assert rules(there, "still there") <= rules(back, "still there", "open")
    mirrored = {
        "higher": "lower",
        "lower": "higher",
        "told more closely": "told less closely",
        "told less closely": "told more closely",
    }
    assert [mirrored.get(p.how, p.how) for p in there.principles] == [p.how for p in back.principles]
    assert {(f.name, f.before, f.after) for f in there.facts} == {(f.name, f.after, f.before) for f in back.facts}


@given(projects, projects)
def test_every_promise_of_the_earlier_file_has_one_outcome_and_none_is_kept_where_its_place_is_gone(one, other):
    try:
        found = compare_documents(known(one, BEFORE), known(other, AFTER), shipped())
        made = promises(Case(read_project(Document("project.yaml", one, [])), BEFORE))
    except InputError:
        assume(False)
    assert sorted(p.id for p in found.promises) == sorted(m.id for m in made)
    for promise in found.promises:
        if promise.after is None:
            assert promise.outcome in ("deleted", "broken")


@given(projects)
def test_in_a_file_that_holds_nothing_any_more_every_promise_is_deleted(judged_once_each, tree):
    try:
        found = compare_documents(known(tree, BEFORE), known(NOTHING, AFTER), shipped())
    except InputError:
        assume(False)
    assert {p.outcome for p in found.promises} <= {"deleted"}


def test_a_sign_that_is_no_longer_told_of_is_not_gone():
    bad = file("influence: {heard: {answer: no, said_by: contributors}}")
    found = {f.rule: f.state for f in compared(bad, file()).findings}
    assert {state for rule, state in found.items() if rule.startswith(("sign/", "flag/"))} - {"new", "still there"} == {
        "open"
    }
    assert "gone" in {
        f.state for f in compared(bad, file("influence: {heard: {answer: yes, said_by: contributors}}")).findings
    }


def test_taking_answers_away_is_worse_and_never_better():
    full = example("full")
    assert compared(full, file(), AFTER, AFTER).worse
    assert not {f.how for f in compared(full, file(), AFTER, AFTER).principles} & {"higher"}


# --- people's data ---------------------------------------------------------------------------------

THINGS = {
    "papers_working_days_ahead", "ways_to_contribute", "ways_used", "decisions_beyond_wording", "decisions_of_deciding_rooms_taken_elsewhere",
    "leadership_posts", "disagreements_on_record", "disagreements_with_outcome", "support_asks_within_days", "stages_told", "groups_with_a_reason",
    "structural_issues_named", "meetings_held", "things_said", "things_said_with_outcome", "changes_on_record", "changes_beyond_wording",
    "changes_to_what_the_work_stands_on", "changes_checked_by_speakers", "things_not_taken_up", "things_not_taken_up_with_reason", "feedback_within_days", "answers_told_back",
    "refusals_with_reason", "refusals_without_reason", "looks_back", "stages_with_contributors_at_work", "benchmark_age_in_months",
    "days_until_expenses_are_paid", "budget_lines_with_amounts", "stages_in_the_work", "stages_with_involvement", "stages_without_involvement",
    "longest_silence_in_percent_of_rhythm", "decision_points_kept_free", "activities_after_their_decision", "overdue_plans", "limits_named",
    "times_together", "things_researchers_learned",
}  # fmt: skip
"""Facts that count things. A new fact with a number belongs here, or among those that count people."""


def test_every_fact_with_a_number_counts_things_or_people():
    counted = {name for name, fact in FACTS.items() if fact.kind == "number"}
    assert counted == THINGS | PEOPLE
    assert not THINGS & PEOPLE


def everything(found) -> str:
    return "".join(render(name, found) for name in ("text", "markdown", "html", "json"))


GROUPS = st.lists(st.sampled_from(["Zyxwv", "Qponm", "Lkjih", "Vutsr"]), unique=True, max_size=4)


@given(GROUPS, GROUPS)
def test_who_is_in_a_room_leaves_no_trace(one, other):
    def make_up(there):
        missing = [g for g in ("Zyxwv", "Qponm", "Lkjih", "Vutsr") if g not in there]
        return file(
            "rooms: {panel: {contributors: 12, power: advises, status: ongoing}}\n"
            f"voices: {{rooms: [{{room: panel, characteristic: words, asked: yes, in_the_room: [{', '.join(there)}], not_in_the_room: [{', '.join(missing)}]}}]}}"
        )

    found = everything(compared(make_up(one), make_up(other)))
    assert found == everything(compared(make_up(one), make_up(one)))
    assert "Zyxwv" not in found


def views(answered, agree, disagree, when="2024-06", rest=""):
    by = f"by_principle: {{influence: {{agree: {agree}, disagree: {disagree}}}, power: {{agree: {agree}, disagree: {disagree}}}}}"
    return (
        "power: {decisions: [{what: x, stage: design, about: design, decided_by: together, announced_as: binding, became: done, source: m}]}\n"
        "sources: {m: {kind: minutes}}\n"
        f"views: [{{of: contributors, when: {when}, asked: 40, answered: {answered}, collected_by: outside the team, anonymous: yes, {by}}}{rest}]"
    )


def levels(found):
    return found.principles, found.criteria, found.verdict, found.rung, found.findings, found.facts


def test_a_late_answer_in_a_small_round_shows_in_no_format():
    # Three answered, and most agree; a fourth came, and now not most agree: the fourth did not.
    before = file(views(3, 2, 1))
    outcomes = {everything(compared(before, file(views(4, *said)))) for said in ((3, 1), (2, 2), (4, 0), (1, 3))}
    assert len(outcomes) == 1
    assert "What few people answered" in outcomes.pop()


def test_a_late_answer_in_a_larger_round_shows_in_no_format_either():
    # Five of nine agree; of ten, five do, and most no longer agree.
    before = file(views(9, 5, 4))
    assert len({everything(compared(before, file(views(10, *said)))) for said in ((6, 4), (5, 5))}) == 1
    grown = compared(before, file(views(30, 5, 25)))
    assert any(p.how == "lower" for p in grown.principles) or grown.criteria


@pytest.mark.parametrize("answered", [3, 4])
@pytest.mark.parametrize("most", [True, False])
def test_counts_that_no_report_shows_change_no_comparison(answered, most):
    """Two rounds of which a report says the same are the same here, whatever the counts are: all of them are tried."""
    agree = [n for n in range(answered + 1) if (n > answered / 2) == most]
    rounds = [file(views(answered, n, answered - n)) for n in agree]
    assert len({everything(compared(one, other)) for one, other in product(rounds, rounds)}) == 1


def test_an_untouched_round_of_few_is_judged_as_in_the_report():
    text = file(views(3, 3, 0))
    found = compared(text, text)
    audit = audit_project(read(text), read_project(read(text)), shipped(), AFTER, steps=False, lines="none")
    assert [p.after.low for p in found.principles] == [p.low for p in audit.principles]
    assert "What few people answered" not in everything(found)


def test_no_number_of_people_is_ever_printed():
    def with_people(n):
        return file(
            f"rooms: {{panel: {{contributors: {n}, researchers: {n}, power: decides, votes: equal, status: planned, when: 2024, meetings: 3}}}}\n"
            f"stages: {{design: {{role: involved, status: planned, when: 2024, people: {n}}}}}\nvoices: {{contributors: {n}}}\n"
            f"power: {{leadership: [{{role: chair, people: {n}, status: planned, when: 2024}}]}}\ncare: {{leaving: {{status: ongoing, left: {n}}}}}\n"
            f"access: {{meetings: {{status: ongoing, people: {n}, contributors: {n}}}}}"
        )

    found = everything(compared(with_people(8713), with_people(8717)))
    done = everything(compared(with_people(8713), with_people(8717).replace("planned", "ongoing")))
    for text in (found, done):
        assert "8713" not in text
        assert "8717" not in text


# --- saved audits ----------------------------------------------------------------------------------


def audited(text, day):
    document = read(text, "a.yaml")
    return audit_project(document, read_project(document), shipped(), day, steps=False, lines="none")


def test_saved_audits_say_that_facts_and_promises_are_not_compared():
    found = compare_audits(audited(example("application"), BEFORE), audited(example("full"), AFTER))
    assert not found.promises_read
    assert not found.facts_read
    assert found.verdict.how != "same"
    assert "A saved audit does not hold" in " ".join(found.notes)
    # Whether a sign is mended or only not told of any more, nobody can tell from an audit.
    assert not {f.rule for f in found.findings if f.state == "gone" and f.rule.startswith("flag/")}


def test_levels_that_follow_from_changed_views_are_withheld_between_saved_audits():
    found = compare_audits(audited(file(views(3, 2, 1)), BEFORE), audited(file(views(4, 2, 2)), AFTER))
    by = {p.id: p.how for p in found.principles}
    assert by["power"] == by["influence"] == "not compared"
    assert "not compared" not in {by[p] for p in by if p not in ("power", "influence")}


def test_audits_by_different_rubrics_are_not_compared():
    from dataclasses import replace

    one = audited(file(), BEFORE)
    other = replace(one, rubric=replace(one.rubric, sha256="0" * 64))
    with pytest.raises(Incomparable, match="different rubrics"):
        compare_audits(one, other)


def test_the_later_side_is_the_later_one():
    with pytest.raises(Incomparable, match="name the earlier one first"):
        compared(file(), file(), dt.date(2026, 1, 2), dt.date(2026, 1, 1))


def test_the_json_is_json_and_the_same_every_time():
    texts = {render("json", compared(example("application"), example("full"))) for _ in range(2)}
    assert len(texts) == 1
    assert json.loads(texts.pop())["schema_version"] == "1"
