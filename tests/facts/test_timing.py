"""Facts on when people came in, whether contact was kept up, and whether anything could still move."""

from __future__ import annotations

import pytest
from fact_rows import by_fact
from observing import narrowed, observe, table_covers
from support import rows


def timing(**told):
    return {"timing": told}


def stages(**told):
    return {"stages": told}


def role(name, **more):
    return {"role": name, "status": "done", "when": "2023", **more}


def contact(phase=None, **told):
    return {"timing": {"contact": told}, **({"project": {"phase": phase}} if phase else {})}


def space(**told):
    return {"timing": {"space_to_change": told}}


SHAPING_NONE = {"priorities": "none", "design": "none", "funding": "none", "governance": "none"}
RESULTS_NONE = {"analysis": "none", "sharing": "none", "implementation": "none"}

TABLE = [
    (
        "involved_after_the_design_was_fixed",
        timing(first_involved="2022-07", design_locked="2022-06", design_reopened="no"),
        True,
    ),
    (
        "involved_after_the_design_was_fixed",
        timing(first_involved="2022-07", design_locked="2022-06", design_reopened="yes"),
        False,
    ),
    ("involved_after_the_design_was_fixed", timing(first_involved="2022-07", design_locked="2022-06"), None),
    ("involved_after_the_design_was_fixed", timing(first_involved="2022-05", design_locked="2022-06"), False),
    ("involved_after_the_design_was_fixed", timing(first_involved="2022-05", design_locked="no"), False),
    (
        "involved_after_the_design_was_fixed",
        timing(first_involved="2022", design_locked="2022-06", design_reopened="no"),
        None,
    ),
    (
        "people_in_each_part",
        {"stages": {"work_has": ["priorities"], "priorities": {"role": "consulted", "status": "planned"}}},
        True,
    ),
    (
        "people_in_each_part",
        {"stages": {"work_has": ["priorities", "design"], "priorities": {"role": "consulted"}}},
        None,
    ),
    ("people_in_each_part", {"stages": {"design": {"role": "informed", "status": "done"}}}, False),
    ("people_came_in", timing(first_involved="2022"), True),
    ("people_came_in", timing(first_involved="yes"), True),
    ("people_came_in", timing(first_involved="never"), False),
    ("people_came_in", timing(first_involved="2026-05"), False),
    ("people_came_in", timing(first_involved="unknown"), None),
    ("came_in_while_plan_open", timing(first_involved="2022-05", design_locked="2022-06"), True),
    ("came_in_while_plan_open", timing(first_involved="2022-05", design_locked="no"), True),
    ("came_in_while_plan_open", timing(first_involved="during design"), True),
    ("came_in_while_plan_open", timing(first_involved="before priorities", design_locked="2022"), True),
    ("came_in_while_plan_open", timing(first_involved="before design", design_locked="no"), True),
    ("came_in_while_plan_open", timing(first_involved="2022-07", design_locked="2022-06"), False),
    ("came_in_while_plan_open", timing(first_involved="after design"), False),
    ("came_in_while_plan_open", timing(first_involved="after funding", design_locked="during funding"), False),
    ("came_in_while_plan_open", timing(first_involved="never", design_locked="2022-06"), False),
    ("came_in_while_plan_open", timing(first_involved="2022", design_locked="2022-06"), None),
    ("came_in_while_plan_open", timing(first_involved="before funding"), None),
    ("came_in_while_plan_open", timing(first_involved="2022"), None),
    ("joined_after_plan_was_fixed", timing(first_involved="2022-07", design_locked="2022-06"), True),
    ("joined_after_plan_was_fixed", timing(first_involved="after design"), True),
    ("joined_after_plan_was_fixed", timing(first_involved="2022-05", design_locked="2022-06"), False),
    ("joined_after_plan_was_fixed", timing(first_involved="never"), False),
    ("joined_after_plan_was_fixed", timing(first_involved="2022-06", design_locked="2022-06"), None),
    ("fixed_plan_reopened", timing(design_reopened="yes"), True),
    ("fixed_plan_reopened", timing(design_reopened="no"), False),
    ("fixed_plan_reopened", timing(design_reopened="unknown"), None),
    ("helped_choose_the_question", stages(priorities=role("involved")), True),
    ("helped_choose_the_question", stages(priorities=[role("consulted"), role("led")]), True),
    ("helped_choose_the_question", stages(priorities=role("consulted")), False),
    ("helped_choose_the_question", stages(priorities="none"), False),
    ("helped_choose_the_question", stages(priorities={"role": "led", "status": "planned"}), False),
    ("helped_choose_the_question", {"stages": "none"}, False),
    ("helped_choose_the_question", stages(priorities={"role": "involved"}), None),
    ("helped_choose_the_question", stages(priorities=[role("consulted"), role("unknown")]), None),
    ("helped_choose_the_question", {}, None),
    ("early_start_without_early_stage", {**timing(first_involved="before design"), **stages(**SHAPING_NONE)}, True),
    (
        "early_start_without_early_stage",
        {**timing(first_involved="2022-05", design_locked="2022-06"), **stages(complete="yes")},
        True,
    ),
    (
        "early_start_without_early_stage",
        {**timing(first_involved="before design"), **stages(design={"role": "informed"}, priorities="none")},
        False,
    ),
    ("early_start_without_early_stage", {**timing(first_involved="after design"), **stages(**SHAPING_NONE)}, False),
    (
        "early_start_without_early_stage",
        {**timing(first_involved="2025", design_locked="no"), **stages(**SHAPING_NONE)},
        None,
    ),
    ("early_start_without_early_stage", {**timing(first_involved="before design"), **stages(design="none")}, None),
    ("stages_in_the_work", stages(work_has=["funding"], funding=role("consulted")), (1, 1)),
    ("stages_in_the_work", stages(funding=role("consulted"), design="none"), (2, 8)),
    ("stages_in_the_work", {}, (0, 8)),
    ("work_reaches_results", stages(work_has=["design", "sharing"]), True),
    ("work_reaches_results", stages(sharing="none"), True),
    ("work_reaches_results", stages(work_has=["funding"]), False),
    ("work_reaches_results", stages(design="none"), None),
    ("stages_with_involvement", stages(design=role("consulted"), sharing=role("led")), (2, 8)),
    ("stages_with_involvement", stages(design=role("consulted"), sharing=role("informed")), (1, 7)),
    ("stages_with_involvement", stages(design=role("consulted"), sharing={"role": "led", "status": "planned"}), (1, 7)),
    ("stages_with_involvement", stages(design=role("consulted"), complete="yes"), (1, 1)),
    ("stages_with_involvement", stages(work_has=["design", "sharing"], design=role("consulted")), (1, 2)),
    ("stages_with_involvement", stages(design={"role": "led"}), (0, 8)),
    ("stages_with_involvement", {"stages": "none"}, (0, 0)),
    ("stages_without_involvement", stages(design=role("consulted"), sharing="none"), (1, 7)),
    (
        "stages_without_involvement",
        stages(design=role("consulted"), sharing={"role": "led", "status": "planned"}),
        (1, 7),
    ),
    ("stages_without_involvement", stages(design=role("consulted"), complete="yes"), (0, 7)),
    ("stages_without_involvement", stages(work_has=["design", "sharing"], design=role("led"), complete="yes"), (1, 1)),
    ("stages_without_involvement", {"stages": "none"}, (8, 8)),
    ("involved_in_results", stages(sharing=role("consulted")), True),
    ("involved_in_results", stages(**RESULTS_NONE), False),
    ("involved_in_results", stages(analysis=role("informed"), sharing="none", implementation="none"), False),
    ("involved_in_results", stages(analysis="none", sharing="none"), None),
    ("involved_in_results", stages(work_has=["design"], design=role("led")), None),
    ("involvement_ends_before_results", stages(design=role("consulted"), **RESULTS_NONE), True),
    ("involvement_ends_before_results", stages(design=role("consulted"), complete="yes"), True),
    (
        "involvement_ends_before_results",
        stages(work_has=["design", "sharing"], design=role("consulted"), sharing=role("informed")),
        True,
    ),
    (
        "involvement_ends_before_results",
        stages(design=role("led"), sharing={"role": "consulted", "status": "planned"}),
        False,
    ),
    ("involvement_ends_before_results", {"stages": "none"}, False),
    ("involvement_ends_before_results", stages(design=role("consulted"), analysis="none", sharing="none"), None),
    (
        "involvement_ends_before_results",
        stages(design=role("led"), analysis=["none", {"status": "done"}], sharing="none", implementation="none"),
        None,
    ),
    ("involvement_ends_before_results", stages(work_has=["design"], design=role("led")), None),
    ("contact_kept_up", contact(status="ongoing"), True),
    ("contact_kept_up", timing(contact="none"), False),
    ("contact_kept_up", contact(every="6 months"), None),
    ("contact_rhythm_planned", contact(every="6 months"), True),
    ("contact_rhythm_planned", contact(every="ad hoc"), False),
    ("contact_rhythm_planned", contact(every="unknown"), None),
    ("contact_rhythm_planned", contact(status="ongoing"), None),
    ("contact_rhythm_kept", contact(status="ongoing", kept="yes"), True),
    ("contact_rhythm_kept", contact(status="ongoing", kept="no"), False),
    ("contact_rhythm_kept", contact(status="ongoing"), None),
    ("contact_rhythm_set_with_contributors", contact(status="ongoing", rhythm_set_by="together"), True),
    ("contact_rhythm_set_with_contributors", contact(status="ongoing", rhythm_set_by="team"), False),
    ("contact_rhythm_set_with_contributors", contact(status="ongoing", rhythm_set_by="unknown"), None),
    ("contributors_hand_over", contact(status="ongoing", handover="yes"), True),
    ("contributors_hand_over", contact(status="ongoing", handover="no"), False),
    ("contributors_hand_over", contact(status="ongoing"), None),
    ("longest_silence_in_percent_of_rhythm", contact(every="6 months", longest_gap="1 year"), (202, None)),
    ("longest_silence_in_percent_of_rhythm", contact(every="6 months", longest_gap="12 months"), (200, None)),
    ("longest_silence_in_percent_of_rhythm", contact("running", every="monthly", last="2025-10-03"), (300, None)),
    (
        "longest_silence_in_percent_of_rhythm",
        contact("running", every="monthly", last="2025-10-03", longest_gap="5 months"),
        (500, None),
    ),
    ("longest_silence_in_percent_of_rhythm", contact("finished", every="monthly", last="2023"), (0, None)),
    ("longest_silence_in_percent_of_rhythm", contact(every="monthly", last="2023"), (0, None)),
    ("longest_silence_in_percent_of_rhythm", contact("running", every="ad hoc", last="2023"), None),
    ("room_to_change", space(status="ongoing"), True),
    ("room_to_change", timing(space_to_change="none"), False),
    ("room_to_change", space(slack="yes"), None),
    ("decision_points_kept_free", space(decision_points="3"), (3, 3)),
    ("decision_points_kept_free", space(decision_points="none"), (0, 0)),
    ("decision_points_kept_free", space(decision_points="unknown"), None),
    ("timetable_has_slack", space(status="ongoing", slack="yes"), True),
    ("timetable_has_slack", space(status="ongoing", slack="no"), False),
    ("timetable_has_slack", space(status="ongoing"), None),
    ("contributors_can_delay_or_reopen", space(status="ongoing", contributors_can_delay="yes"), True),
    ("contributors_can_delay_or_reopen", space(status="ongoing", contributors_can_delay="no"), False),
    ("contributors_can_delay_or_reopen", space(contributors_can_delay="yes"), None),
    (
        "activities_after_their_decision",
        timing(activities=[{"what": "x", "when": "2023-06", "decided": "2023-05"}]),
        (1, None),
    ),
    (
        "activities_after_their_decision",
        timing(activities=[{"what": "x", "when": "2023-05", "decided": "2023-05"}]),
        (0, None),
    ),
    ("activities_after_their_decision", timing(activities=[{"what": "x", "when": "2023-06"}]), (0, None)),
    (
        "activities_after_their_decision",
        timing(activities=[{"what": "x", "when": "after design", "decided": "during design"}]),
        (1, None),
    ),
    ("activities_after_their_decision", timing(activities="none"), (0, 0)),
    ("activities_after_their_decision", {}, None),
    ("overdue_plans", stages(analysis={"role": "involved", "status": "planned", "when": "2025-12"}), (1, None)),
    (
        "overdue_plans",
        {
            **contact(status="planned", when="2025"),
            "power": {"leadership": [{"role": "lead", "status": "planned", "when": "2025"}]},
        },
        (2, None),
    ),
    ("overdue_plans", stages(analysis={"role": "involved", "status": "planned", "when": "2026-01"}), (0, None)),
    ("overdue_plans", stages(analysis={"role": "involved", "status": "done", "when": "2025-12"}), (0, None)),
]


@rows("fact, rows", by_fact(TABLE))
def test_a_fact_says_what_the_file_tells(fact, rows):
    assert [(given, found) for given, value in rows if (found := observe(fact, given)) != value] == []


@rows("fact, rows", by_fact(TABLE))
def test_taking_an_answer_away_only_widens_a_fact(fact, rows):
    assert [(given, found) for given, _ in rows if (found := list(narrowed(fact, given)))] == []


def test_each_fact_is_shown_with_three_values():
    # How many plans are overdue has no upper end: there may always be plans that the file does not tell.
    assert table_covers("timing", TABLE) == []


def test_plans_count_where_plans_are_asked_for():
    given = timing(first_involved="2026-06", design_locked="2026-09")
    assert observe("came_in_while_plan_open", given) is False
    assert observe("came_in_while_plan_open", given, plans=True) is True
    given = stages(sharing={"role": "consulted", "status": "planned", "when": "2026-09"})
    assert observe("stages_with_involvement", given) == (0, 7)
    assert observe("stages_with_involvement", given, plans=True) == (1, 8)


@pytest.mark.parametrize(
    ("stages", "timing", "open_then", "late"),
    [
        ({"priorities": {"role": "consulted", "status": "done", "when": "2023"}}, {}, None, None),
        (
            {"priorities": {"role": "consulted", "status": "done", "when": "2023"}},
            {"design_locked": "2024"},
            True,
            False,
        ),
        # A question may be chosen anew when the plan has long been fixed.
        (
            {"priorities": {"role": "led", "status": "done", "when": "2024"}},
            {"first_involved": "2022-07", "design_locked": "2022-06"},
            False,
            True,
        ),
        ({"priorities": {"role": "consulted", "status": "done"}}, {}, None, None),
        ({"priorities": {"role": "informed", "status": "done", "when": "2023"}}, {}, None, None),
        ({"priorities": {"role": "consulted", "status": "planned", "when": "2099"}}, {}, None, None),
        ({"design": {"role": "consulted", "status": "done", "when": "2023"}}, {}, None, None),
        ({"design": {"role": "consulted", "status": "done", "when": "2023"}}, {"design_locked": "2024"}, True, False),
        ({"design": {"role": "consulted", "status": "done", "when": "2025"}}, {"design_locked": "2024"}, None, None),
        ({"delivery": {"role": "involved", "status": "done", "when": "2025"}}, {"design_locked": "no"}, True, False),
        # What cannot be, tells nothing of when people were there.
        (
            {"priorities": {"role": "consulted", "status": "done", "when": "2023"}},
            {"first_involved": "2025", "design_locked": "2024"},
            False,
            True,
        ),
    ],
)
def test_a_part_of_the_work_tells_by_when_people_were_there(stages, timing, open_then, late):
    given = {"stages": stages, "timing": timing}
    assert observe("came_in_while_plan_open", given) is open_then
    assert observe("joined_after_plan_was_fixed", given) is late
    # Whether something was opened again is not told.
    assert observe("involved_after_the_design_was_fixed", given) is (False if late is False else None)
