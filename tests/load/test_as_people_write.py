"""What people naturally write in a file: plain lists, a word without its key, a reason that is none of the choices."""

from __future__ import annotations

import datetime as dt

import pytest
from support import rows, shipped

from involve_audit.assess import audit_document
from involve_audit.facts import Facts
from involve_audit.facts.case import Case
from involve_audit.load import read, read_project
from involve_audit.render.words import ladder
from involve_audit.wording.messages import InputError

HEAD = "format: 1\nproject: {title: x, phase: running}\n"


def project(text):
    return read_project(read(HEAD + text))


def complaint(text):
    with pytest.raises(InputError) as found:
        project(text)
    (problem,) = found.value.problems
    return problem.says


@rows(
    "plain, full",
    [
        ("voices: {missing: [night workers, tenants]}", "voices: {missing: [{group: night workers}, {group: tenants}]}"),
        ("voices: {excluded: [staff]}", "voices: {excluded: [{group: staff}]}"),
        ("voices: {matters: [tenants, {group: carers, why: they do the work}]}", "voices: {matters: [{group: tenants}, {group: carers, why: they do the work}]}"),
        ("voices: {missing: {complete: yes, entries: [tenants]}}", "voices: {missing: {complete: yes, entries: [{group: tenants}]}}"),
        ("power: {leadership: [chair, peer researcher]}", "power: {leadership: [{role: chair}, {role: peer researcher}]}"),
    ],
)  # fmt: skip
def test_a_plain_list_says_what_a_list_of_groups_of_keys_says(plain, full):
    assert project(plain) == project(full)


@rows("word", ["yes", "unknown", "none", "tbc", "n/a", "Not told"])
def test_a_word_that_names_nothing_is_no_group(word):
    assert "write `group: …`" in complaint(f"voices: {{missing: [tenants, {word}]}}")


def test_none_and_unknown_stay_what_they_were():
    assert project("voices: {missing: none}").voices.missing.complete == "yes"
    assert project("voices: {matters: none}").voices.matters == ()
    assert project("voices: {matters: unknown}").voices.matters is None


@rows(
    "text, says",
    [
        ("influence: {feedback: results}", "`kinds: results`"), ("influence: {feedback: what changed}", "`kinds: what changed`"),
        ("reward: {expenses: up front}", "`paid: up front`"), ("access: {needs: weekly}", "write keys below it (asked, "),
        ("reward: {pay: not decided yet}", "or write 'unknown'"), ("reward: {pay: {offered: not decided}}", "or write 'unknown'"),
        ("reward: {pay: undecided}", "or write 'unknown'"), ("power: {agenda: {set_by: not decided yet}}", "or write 'unknown'"),
    ],
)  # fmt: skip
def test_a_message_names_the_key_or_the_word_that_is_wanted(text, says):
    assert says in complaint(text)


@rows(
    "text",
    [
        "voices: {missing: [{group: a, why: told not to publish}]}", "voices: {recruitment: {routes: agency}}", "power: {leadership: [{role: member of the executive}]}",
        "voices: {invited_because: the council}",
    ],
)  # fmt: skip
def test_where_no_choice_fits_the_message_says_so(text):
    assert "`other` takes a `note` that says more" in complaint(text)


FACTS = (
    "gaps_named", "gap_with_known_cause", "gap_reason_blames_group", "gap_without_cause", "gap_with_assumed_reason", "invited_only_because_asked_to",
)  # fmt: skip


def facts(text):
    found = Facts(Case(project(text), dt.date(2026, 11, 29)))
    return {name: found[name].value for name in FACTS}


@rows(
    "with_other, without",
    [
        ("voices: {missing: [{group: a, basis: evidence, why: other, note: x}]}", "voices: {missing: [{group: a, basis: evidence}]}"),
        ("voices: {missing: [{group: a, basis: evidence, why: [trust, other]}]}", "voices: {missing: [{group: a, basis: evidence, why: [trust]}]}"),
        ("voices: {missing: [{group: a, why: [they did not want to, other]}]}", "voices: {missing: [{group: a, why: they did not want to}]}"),
        ("voices: {invited_because: other}", ""),
    ],
)  # fmt: skip
def test_other_changes_no_fact(with_other, without):
    assert facts(with_other) == facts(without)


def test_a_reason_beside_that_of_the_funder_leaves_the_sign_open():
    assert facts("voices: {invited_because: [funder asks, other]}")["invited_only_because_asked_to"] is None
    assert facts("voices: {invited_because: [funder asks]}")["invited_only_because_asked_to"] is True


@pytest.mark.parametrize(
    ("called", "printed"), [("called: none, ", "none"), ("", "not told"), ("called: PPI, ", "consultation")]
)
def test_no_word_is_printed_as_none_and_not_as_not_told(called, printed):
    text = f"format: 1\nproject: {{title: x, {called}phase: running}}\nstages: {{design: {{role: involved, status: done}}}}\n"
    document = read(text)
    audit = audit_document(document, shipped(), dt.date(2026, 11, 29), lines="when asked")
    assert ladder(audit)[0].says == printed


def test_what_was_promised_in_public_is_printed_where_no_part_is_planned():
    text = "format: 1\nproject: {title: x, phase: finished, promises: [{what: you decide, claims: led}, {what: more, claims: informed}]}\n"
    document = read(text)
    audit = audit_document(document, shipped(), dt.date(2026, 11, 29), lines="when asked")
    assert audit.rung.promised == "led"
