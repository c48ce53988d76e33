"""Facts on honest purpose and limits: what the file says, and nothing more."""

from __future__ import annotations

from fact_rows import by_fact
from observing import narrowed, observe, table_covers
from support import rows


def limits(*told, **timing):
    return {"honesty": {"limits": list(told)}, **({"timing": timing} if timing else {})}


def refused(told_back, *told, **more):
    entry = {"said": "x", "answer": "refused", "told_back": told_back, **more}
    return {**limits(*told), "influence": {"log": {"entries": [entry]}}}


def of(part, **said):
    return {"honesty": {part: said}}


FARES = {"what": "fares", "reason": "no such line in the grant"}
DONE = {"status": "done", "when": "2024-05"}

TABLE = [
    ("meaning_written", of("meaning", **DONE), True),
    ("meaning_written", {"honesty": {"meaning": "yes"}}, True),
    ("meaning_written", {"honesty": {"meaning": "none"}}, False),
    ("meaning_written", {"honesty": {"meaning": "planned"}}, False),
    ("meaning_written", of("meaning", written_by=["together"]), None),
    ("meaning_given_to_contributors", of("meaning", **DONE, given_to_contributors="yes"), True),
    ("meaning_given_to_contributors", of("meaning", **DONE, given_to_contributors="no"), False),
    ("meaning_given_to_contributors", {"honesty": {"meaning": "none"}}, False),
    ("meaning_given_to_contributors", of("meaning", **DONE), None),
    ("meaning_written_with_contributors", of("meaning", **DONE, written_by=["contributors"]), True),
    ("meaning_written_with_contributors", of("meaning", **DONE, written_by=["team"]), False),
    ("meaning_written_with_contributors", of("meaning", **DONE), None),
    ("meaning_revised", of("meaning", **DONE, revised="2025-03"), True),
    ("meaning_revised", of("meaning", **DONE, revised="no"), False),
    ("meaning_revised", of("meaning", **DONE), None),
    ("limits_named", limits(FARES, FARES), (2, None)),
    ("limits_named", {"honesty": {"limits": "none"}}, (0, 0)),
    ("limits_named", {}, None),
    ("limit_with_reason_told_early", limits({**FARES, "told": "2022-05"}, design_locked="2022-06"), True),
    ("limit_with_reason_told_early", limits({**FARES, "told": "before design"}), True),
    ("limit_with_reason_told_early", limits({**FARES, "told": "2022-03"}, first_involved="2022-03"), True),
    ("limit_with_reason_told_early", limits({**FARES, "told": "2022-03"}, first_involved="2022-04"), True),
    ("limit_with_reason_told_early", {"honesty": {"limits": "none"}}, False),
    ("limit_with_reason_told_early", limits({**FARES, "told": "2022-05"}, first_involved="2022-04"), None),
    ("limit_with_reason_told_early", limits({**FARES, "told": "no"}, first_involved="2022-04"), None),
    ("limit_with_reason_told_early", limits({"what": "fares", "told": "before design"}), None),
    ("limit_with_reason_told_early", limits({**FARES, "told": "2022"}, first_involved="2022-04"), None),
    ("limits_explored_together", limits({**FARES, "explored_together": "yes"}), True),
    ("limits_explored_together", {"honesty": {"limits": "none"}}, False),
    ("limits_explored_together", limits({**FARES, "explored_together": "no"}), None),
    ("limits_looked_at_again", limits({**FARES, "updated": "2024"}), True),
    ("limits_looked_at_again", {"honesty": {"limits": "none"}}, False),
    ("limits_looked_at_again", limits({**FARES, "updated": "2026-02"}), None),
    ("ideas_set_aside_are_kept", {"honesty": {"ideas_kept": "ongoing"}}, True),
    ("ideas_set_aside_are_kept", {"honesty": {"ideas_kept": "none"}}, False),
    ("ideas_set_aside_are_kept", {"honesty": {"ideas_kept": "unknown"}}, None),
    ("limit_told_after_refusal", refused("2023-05", {**FARES, "told": "2023-06"}), True),
    ("limit_told_after_refusal", {**refused("2023-05"), "honesty": {"limits": "none"}}, False),
    ("limit_told_after_refusal", refused("2023-05", {**FARES, "told": "2023-05"}), None),
    ("limit_told_after_refusal", refused("2023-05", {**FARES, "told": "2023-04"}), None),
    ("limit_told_after_refusal", refused("2023-06", {**FARES, "told": "2023-06"}, when="2023-01"), None),
    ("limit_told_after_refusal", refused("no", {**FARES, "told": "2023-06"}, when="2023-01"), None),
    ("limit_told_after_refusal", limits({**FARES, "told": "2023-06"}), None),
    ("advert_in_use", of("advert", **DONE), True),
    ("advert_in_use", {"honesty": {"advert": "none"}}, False),
    ("advert_in_use", of("advert", names=["time"]), None),
    ("advert_names", of("advert", names=["time", "pay"]), {"time", "pay"}),
    ("advert_names", of("advert", names="none"), set()),
    ("advert_names", of("advert", **DONE), None),
    ("advert_promises_a_say_without_decision", of("advert", promises_influence="yes", names=["time"]), True),
    ("advert_promises_a_say_without_decision", of("advert", promises_influence="yes", names="none"), True),
    ("advert_promises_a_say_without_decision", of("advert", promises_influence="yes", names=["decisions open"]), False),
    ("advert_promises_a_say_without_decision", of("advert", promises_influence="no"), False),
    ("advert_promises_a_say_without_decision", of("advert", names=["decisions open"]), False),
    ("advert_promises_a_say_without_decision", of("advert", promises_influence="yes"), None),
    ("advert_promises_a_say_without_decision", of("advert", names=["time"]), None),
    ("advert_checked_by_contributors", of("advert", **DONE, checked_by_contributors="yes"), True),
    ("advert_checked_by_contributors", of("advert", **DONE, checked_by_contributors="no"), False),
    ("advert_checked_by_contributors", of("advert", checked_by_contributors="yes"), None),
    ("ways_of_working_written", of("ways_of_working", **DONE), True),
    ("ways_of_working_written", {"honesty": {"ways_of_working": "none"}}, False),
    ("ways_of_working_written", {"honesty": {"ways_of_working": "policy"}}, False),
    ("ways_of_working_written", of("ways_of_working", written_by=["together"]), None),
    ("ways_of_working_written_with_contributors", of("ways_of_working", **DONE, written_by=["together"]), True),
    ("ways_of_working_written_with_contributors", of("ways_of_working", **DONE, written_by=["above"]), False),
    ("ways_of_working_written_with_contributors", of("ways_of_working", **DONE), None),
    ("ways_of_working_say_how_to_raise_problems", of("ways_of_working", **DONE, how_to_raise_problems="yes"), True),
    ("ways_of_working_say_how_to_raise_problems", of("ways_of_working", **DONE, how_to_raise_problems="no"), False),
    ("ways_of_working_say_how_to_raise_problems", of("ways_of_working", **DONE), None),
    ("ways_of_working_say_what_stays_private", of("ways_of_working", **DONE, confidentiality="yes"), True),
    ("ways_of_working_say_what_stays_private", of("ways_of_working", **DONE, confidentiality="no"), False),
    ("ways_of_working_say_what_stays_private", of("ways_of_working", **DONE), None),
    ("ways_of_working_reviewed", of("ways_of_working", **DONE, reviewed="2025"), True),
    ("ways_of_working_reviewed", of("ways_of_working", **DONE, reviewed="no"), False),
    ("ways_of_working_reviewed", of("ways_of_working", **DONE, reviewed="unknown"), None),
    ("ways_of_working_changed_by_review", of("ways_of_working", **DONE, changed="yes"), True),
    ("ways_of_working_changed_by_review", of("ways_of_working", **DONE, changed="no"), False),
    ("ways_of_working_changed_by_review", of("ways_of_working", **DONE), None),
    (
        "ways_of_working_came_before_contributors",
        {**of("ways_of_working", **DONE), "timing": {"first_involved": "2024-06"}},
        True,
    ),
    (
        "ways_of_working_came_before_contributors",
        {**of("ways_of_working", **DONE), "timing": {"first_involved": "2024-04"}},
        False,
    ),
    (
        "ways_of_working_came_before_contributors",
        {**of("ways_of_working", **DONE), "timing": {"first_involved": "2024"}},
        None,
    ),
    *(
        ("failure_admitted", {"influence": {"reflections": [{"badly": "the room was too small", **who}]}}, value)
        for who, value in (
            ({"who": "team"}, True),
            ({"who": ["together"]}, True),
            ({"who": "above"}, True),
            # What others say of it is their word, and whose it is may not be told.
            ({"who": "evaluation"}, None),
            ({"who": ["outside the team", "contributors"]}, None),
            ({"who": ["evaluation", "team"]}, True),
            ({}, None),
        )
    ),
    (
        "failure_admitted",
        {
            "project": {"researchers": "0"},
            "influence": {"reflections": [{"who": "contributors", "badly": "the room was too small"}]},
        },
        True,
    ),
    ("failure_admitted", {"influence": {"reflections": [{"who": "team", "badly": "none"}]}}, None),
    ("failure_admitted", {"influence": {"reflections": "none"}}, False),
    ("failure_admitted", {"influence": {"heard": {"answer": "no", "said_by": "team"}}}, True),
    ("failure_admitted", {"influence": {"heard": {"answer": "no", "said_by": "contributors"}}}, None),
    ("failure_admitted", {"influence": {"heard": {"answer": "yes", "said_by": "team"}}}, None),
    ("failure_admitted", {"findings": [{"by": "team", "says": "x", "label_fits": "no"}]}, True),
    ("failure_admitted", {"findings": [{"by": "evaluation", "says": "x", "label_fits": "no"}]}, None),
    ("failure_admitted", {"care": {"harm": [{"what": "x", "said_by": "researchers"}]}}, True),
    ("failure_admitted", {"care": {"harm": [{"what": "x", "said_by": "contributors"}]}}, None),
]


@rows("fact, rows", by_fact(TABLE))
def test_a_fact_says_what_the_file_tells(fact, rows):
    assert [(given, found) for given, value in rows if (found := observe(fact, given)) != value] == []


@rows("fact, rows", by_fact(TABLE))
def test_taking_an_answer_away_only_widens_a_fact(fact, rows):
    assert [(given, found) for given, _ in rows if (found := list(narrowed(fact, given)))] == []


def test_each_fact_is_shown_as_yes_as_no_and_as_unknown():
    assert table_covers("honesty", TABLE) == []


def test_what_is_planned_counts_only_where_plans_are_asked_for():
    given = of("meaning", status="planned", when="2026-05")
    assert observe("meaning_written", given) is False
    assert observe("meaning_written", given, plans=True) is True
    assert observe("meaning_written", of("meaning", status="planned", when="2025-05"), plans=True) is False
