"""Facts on who is in the room: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, exactly, facts_of, kinds, narrowed, observe, open_span
from support import rows

from involve_audit.facts.answers import Span

MAPPED = "voices: {mapped: {status: done, when: 2025-02, %s}}"
ASKED = "voices: {question_asked: {status: done, when: 2025-02, %s}}"
GAPS = "voices: {missing: {complete: yes, entries: [{group: a, %s}, {group: b, %s}]}}"
GAP = "voices: {missing: {complete: yes, entries: [{group: a, %s}]}}"
OPEN = "voices: {missing: [{group: a, %s}]}"
BREADTH = "voices: {breadth: {status: ongoing, %s}}"
ROUTES = "voices: {recruitment: {status: done, routes: [%s]}}"
FOUND = "voices: {recruitment: {status: done, %s}}"
STRUCTURAL = "voices: {structural: {status: ongoing, since: 2025-01, %s}}"
ACTION = "action: {status: ongoing, since: 2025-03, owner: a ward sister, cost: 400}"
LEFT_OUT = "voices: {excluded: {%sentries: [{group: children, justification: %s}]}}"
REACH = "voices: {reach: {status: done, %s}}"


ROWS = [
    ("contributors_in_all", "voices: {contributors: 8}", exactly(8)),
    ("contributors_in_all", "voices: {contributors: up to 15}", Span(2, 15)),
    ("contributors_in_all", "voices: {contributors: unknown}", None),
    ("contributors_in_all", "rooms: {r: {status: ongoing, contributors: 4}}", open_span(4)),
    ("contributors_in_all", "rooms: {r: {contributors: 4, meetings: 3}}", None),
    ("contributors_in_all", "rooms: {r: {status: done, contributors: 4}}", None),
    ("contributors_in_all", "project: {phase: finished}\nrooms: {r: {status: done, contributors: 4}}", open_span(2)),
    ("contributors_in_all", "project: {phase: finished}\nrooms: {r: {status: stopped, contributors: 4}}", None),
    (
        "contributors_in_all",
        "project: {phase: finished}\nrooms: {r: {status: done, contributors: 40}}\nvoices: {contributors: 6}",
        exactly(6),
    ),
    (
        "contributors_in_all",
        "voices: {contributors: up to 15}\nrooms: {r: {status: ongoing, contributors: 4}}",
        Span(4, 15),
    ),
    ("contributors_in_all", "voices: {contributors: 1}\nrooms: {r: {status: done, contributors: 4}}", exactly(1)),
    ("groups_mapped", "voices: {mapped: {status: done}}", True),
    ("groups_mapped", "voices: {mapped: none}", False),
    ("groups_mapped", "voices: {mapped: {when: 2025}}", None),
    ("groups_with_a_reason", "voices: {matters: [{group: a, why: x}, {group: b, why: y}]}", open_span(2)),
    ("groups_with_a_reason", "voices: {matters: [{group: a, why: x}, {group: b}]}", open_span(1)),
    ("groups_with_a_reason", "voices: {matters: none}", exactly(0)),
    ("groups_with_a_reason", "voices: {}", None),
    ("map_rests_on_evidence", MAPPED % "based_on: [literature]", True),
    ("map_rests_on_evidence", MAPPED % "based_on: [community, own assumption]", False),
    ("map_rests_on_evidence", MAPPED % "groups: [a]", None),
    ("map_rests_on_people", MAPPED % "based_on: [community]", True),
    ("map_rests_on_people", MAPPED % "based_on: [data, literature, own assumption]", False),
    ("map_rests_on_people", "voices: {mapped: {based_on: [community]}}", None),
    ("map_reviewed_with_communities", MAPPED % "reviewed_with: [allies]", True),
    ("map_reviewed_with_communities", MAPPED % "reviewed_with: [team, above]", False),
    ("map_reviewed_with_communities", MAPPED % "reviewed_with: [team, unknown]", None),
    ("absence_question_asked", "voices: {question_asked: {status: done}}", True),
    ("absence_question_asked", "voices: {question_asked: no, missing: [{group: a, noted_by: critics}]}", False),
    ("absence_question_asked", "voices: {missing: [{group: a, noted_by: project}]}", None),
    ("absence_question_asked_again", ASKED % "asked_again: yes", True),
    ("absence_question_asked_again", ASKED % "asked_again: no", False),
    ("absence_question_asked_again", ASKED % "asked_with: [team]", None),
    ("gaps_named", OPEN % "why: [trust]", True),
    ("gaps_named", "voices: {missing: none}", False),
    ("gaps_named", "voices: {missing: unknown}", None),
    ("gap_with_known_cause", OPEN % "why: [trust], basis: evidence", True),
    ("gap_with_known_cause", OPEN % "why: [they did not want to, trust], basis: people told us", True),
    ("gap_with_known_cause", GAP % "why: [trust], basis: assumed", False),
    ("gap_with_known_cause", GAP % "why: [they did not want to], basis: people told us", False),
    ("gap_with_known_cause", GAP % "why: [unknown], basis: evidence", False),
    ("gap_with_known_cause", "voices: {missing: none}", False),
    ("gap_with_known_cause", OPEN % "why: [trust], basis: assumed", None),
    ("gap_with_known_cause", GAP % "why: [trust]", None),
    ("absence_explained_by_those_concerned", OPEN % "basis: people told us", True),
    ("absence_explained_by_those_concerned", ASKED % "asked_with: [organisation of people affected]", True),
    (
        "absence_explained_by_those_concerned",
        "voices: {question_asked: {status: done, asked_with: [allies, contributors]}, missing: none}",
        False,
    ),
    ("absence_explained_by_those_concerned", ASKED % "asked_with: [allies, contributors]", None),
    ("gap_reason_blames_group", OPEN % "why: [timing, they did not want to]", True),
    ("gap_reason_blames_group", GAP % "why: [timing]", False),
    ("gap_reason_blames_group", OPEN % "why: [timing]", None),
    ("gap_without_cause", OPEN % "why: [unknown]", True),
    ("gap_without_cause", OPEN % "why: none", True),
    ("gap_without_cause", GAP % "why: [unknown, trust]", False),
    ("gap_without_cause", GAP % "basis: assumed", None),
    ("gap_with_assumed_reason", OPEN % "basis: assumed", True),
    ("gap_with_assumed_reason", GAP % "basis: evidence", False),
    ("gap_with_assumed_reason", GAP % "basis: unknown", None),
    ("each_named_gap_answered", OPEN % ACTION, True),
    ("each_named_gap_answered", OPEN % "cannot_because: the law forbids it", True),
    ("each_named_gap_answered", OPEN % "action: none, cannot_because: no", False),
    ("each_named_gap_answered", OPEN % "why: [trust]", None),
    ("each_named_gap_answered", "voices: {missing: none}", None),
    ("gap_with_action_or_reason", OPEN % ACTION, True),
    ("gap_with_action_or_reason", OPEN % "cannot_because: the law forbids it", True),
    ("gap_with_action_or_reason", GAP % "action: none, cannot_because: no", False),
    ("gap_with_action_or_reason", GAP % "action: {status: planned, when: 2026-06}, cannot_because: no", False),
    ("gap_with_action_or_reason", GAP % "action: none", None),
    ("every_gap_has_owned_action_or_reason", GAPS % (ACTION, "cannot_because: the law forbids it"), True),
    ("every_gap_has_owned_action_or_reason", GAP % "action: {status: done, when: 2025, owner: a, cost: none}", True),
    ("every_gap_has_owned_action_or_reason", GAPS % (ACTION, "action: none, cannot_because: no"), False),
    (
        "every_gap_has_owned_action_or_reason",
        GAP % "action: {status: done, when: 2025, owner: nobody, cost: 5}, cannot_because: no",
        False,
    ),
    (
        "every_gap_has_owned_action_or_reason",
        GAP % "action: {status: done, when: 2025, owner: a}, cannot_because: no",
        None,
    ),
    (
        "every_gap_has_owned_action_or_reason",
        GAP % "action: {status: done, owner: a, cost: 5}, cannot_because: no",
        None,
    ),
    ("every_gap_has_owned_action_or_reason", GAPS % (ACTION, "why: [trust]"), None),
    ("every_gap_has_owned_action_or_reason", OPEN % ACTION, None),
    ("every_gap_looked_at_again", GAP % "reviewed: 2025-06, smaller_now: no", True),
    ("every_gap_looked_at_again", GAP % "reviewed: 2025-06, smaller_now: yes", True),
    ("every_gap_looked_at_again", GAP % "reviewed: no", False),
    ("every_gap_looked_at_again", GAP % "reviewed: 2026-06, smaller_now: no", False),
    ("every_gap_looked_at_again", GAP % "reviewed: 2025-06", None),
    ("every_gap_looked_at_again", OPEN % "reviewed: 2025-06, smaller_now: no", None),
    ("gap_effect_on_findings_told", OPEN % "effect_on_findings: we know little of it", True),
    ("gap_effect_on_findings_told", GAP % "effect_on_findings: no", False),
    ("gap_effect_on_findings_told", GAP % "why: [trust]", None),
    ("gap_looked_at_again_not_smaller", OPEN % "reviewed: 2025-06, smaller_now: no", True),
    ("gap_looked_at_again_not_smaller", GAP % "reviewed: 2025-06, smaller_now: yes", False),
    ("gap_looked_at_again_not_smaller", OPEN % "reviewed: 2025-06", None),
    ("breadth_reasoned", BREADTH % "reason: one from each ward", True),
    ("breadth_reasoned", BREADTH % "wider_group: yes", True),
    ("breadth_reasoned", BREADTH % "reason: none, wider_group: no", False),
    ("breadth_reasoned", BREADTH % "wider_group: no", None),
    ("same_people_for_everything", BREADTH % "same_people_for_everything: yes", True),
    ("same_people_for_everything", BREADTH % "same_people_for_everything: no", False),
    ("same_people_for_everything", BREADTH % "wider_group: yes", None),
    ("breadth_judged_enough_by_contributors", BREADTH % "judged_enough_by: [together]", True),
    ("breadth_judged_enough_by_contributors", BREADTH % "judged_enough_by: [team]", False),
    ("breadth_judged_enough_by_contributors", BREADTH % "wider_group: yes", None),
    ("succession_planned", BREADTH % "succession: yes", True),
    ("succession_planned", BREADTH % "succession: no", False),
    ("succession_planned", "voices: {breadth: {succession: yes}}", None),
    ("recruited_only_from_own_lists", ROUTES % "own patients or users, existing panel", True),
    ("recruited_only_from_own_lists", ROUTES % "own patients or users, open call", False),
    ("recruited_only_from_own_lists", ROUTES % "own patients or users, unknown", None),
    ("recruited_only_from_own_lists", "voices: {recruitment: {status: planned, routes: [existing panel]}}", None),
    ("recruited_beyond_own_lists", ROUTES % "mailing list", True),
    ("recruited_among_own_patients", ROUTES % "existing panel", False),
    ("recruited_among_own_patients", ROUTES % "existing panel, unknown", None),
    ("recruited_among_own_patients", ROUTES % "own patients or users, open call", True),
    ("recruited_among_own_patients", "", None),
    ("recruited_beyond_own_lists", ROUTES % "existing panel", False),
    ("recruited_beyond_own_lists", ROUTES % "existing panel, unknown", None),
    ("ways_in_beyond_one_network", ROUTES % "faith group, word of mouth", True),
    ("ways_in_beyond_one_network", ROUTES % "random draw", True),
    ("ways_in_beyond_one_network", ROUTES % "faith group", False),
    ("ways_in_beyond_one_network", ROUTES % "mailing list, social media, open call", False),
    ("ways_in_beyond_one_network", ROUTES % "mailing list, unknown", None),
    ("recruitment_criteria_public", FOUND % "criteria_published: yes", True),
    ("recruitment_criteria_public", FOUND % "criteria_published: no", False),
    ("recruitment_criteria_public", FOUND % "criteria_published: unknown", None),
    ("ways_in_chosen_with_communities", FOUND % "chosen_with_communities: yes", True),
    ("ways_in_chosen_with_communities", FOUND % "chosen_with_communities: no", False),
    ("ways_in_chosen_with_communities", FOUND % "offline_route: yes", None),
    ("way_in_offline", FOUND % "offline_route: yes", True),
    ("way_in_offline", FOUND % "offline_route: no", False),
    ("way_in_offline", FOUND % "criteria_published: yes", None),
    ("structural_inequality_considered", STRUCTURAL % "issues: none", True),
    ("structural_inequality_considered", "voices: {structural: policy}", False),
    ("structural_inequality_considered", "voices: {structural: unknown}", None),
    ("structural_issues_named", STRUCTURAL % "issues: [racism in referrals]", open_span(1)),
    ("structural_issues_named", STRUCTURAL % "issues: none", exactly(0)),
    ("structural_issues_named", "voices: {structural: none}", exactly(0)),
    ("structural_issues_named", "voices: {structural: {issues: [racism in referrals]}}", None),
    ("structural_action_owned_and_costed", STRUCTURAL % "owner: the steering group, cost: none", True),
    ("structural_action_owned_and_costed", STRUCTURAL % "owner: nobody, cost: 200", False),
    ("structural_action_owned_and_costed", STRUCTURAL % "owner: the steering group", None),
    ("team_prepared_for_people", STRUCTURAL % "team_prepared: yes", True),
    ("team_prepared_for_people", STRUCTURAL % "team_prepared: no", False),
    ("team_prepared_for_people", STRUCTURAL % "issues: none", None),
    ("exclusions_have_reasons", "voices: {excluded: none}", True),
    ("exclusions_have_reasons", LEFT_OUT % ("complete: yes, ", "they cannot consent yet"), True),
    ("exclusions_have_reasons", LEFT_OUT % ("", "they cannot consent yet"), None),
    ("exclusions_have_reasons", LEFT_OUT % ("", "no"), False),
    ("exclusions_have_reasons", "voices: {excluded: [{group: children}]}", None),
    ("exclusions_have_reasons", "voices: {excluded: unknown}", None),
    ("reach_worked_out", "voices: {reach: done}", True),
    ("reach_worked_out", "voices: {reach: none}", False),
    ("reach_worked_out", "voices: {reach: {out_of_reach_for: none}}", None),
    ("reach_answered", REACH % "out_of_reach_for: none", True),
    ("reach_answered", REACH % "out_of_reach_for: [night workers], changed: 2025-03", True),
    ("reach_answered", REACH % "out_of_reach_for: [night workers], cannot_because: the clinic closes at five", True),
    ("reach_answered", REACH % "out_of_reach_for: [night workers], changed: no, cannot_because: no", False),
    ("reach_answered", REACH % "out_of_reach_for: [night workers], changed: 2026-03, cannot_because: no", False),
    ("reach_answered", REACH % "out_of_reach_for: [night workers]", None),
    ("reach_answered", REACH % "out_of_reach_for: [unknown]", None),
    ("reach_answered", "voices: {reach: none}", False),
    ("reach_answered", "voices: {reach: {out_of_reach_for: none}}", None),
    ("structural_questions_answered_with_affected", STRUCTURAL % "answered_with_affected: yes", True),
    ("structural_questions_answered_with_affected", STRUCTURAL % "answered_with_affected: no", False),
    ("structural_questions_answered_with_affected", STRUCTURAL % "issues: none", None),
    ("structural_change_made", STRUCTURAL % "changed: 2025-09", True),
    ("structural_change_made", STRUCTURAL % "changed: 2026-09", False),
    ("structural_change_made", STRUCTURAL % "changed: unknown", None),
    ("only_others_speak_for_people", "voices: {direct_experience: no}", True),
    ("only_others_speak_for_people", "voices: {direct_experience: yes}", False),
    (
        "only_others_speak_for_people",
        "voices: {direct_experience: no}\nrooms: {c: {status: ongoing, contributors: 30}}",
        True,
    ),
    (
        "contributors_who_are_not_affected",
        "voices: {direct_experience: no}\nrooms: {c: {status: ongoing, contributors: 30}}",
        True,
    ),
    (
        "contributors_who_are_not_affected",
        "voices: {direct_experience: no}\ninfluence: {log: [{said: x, by: contributors, arose: asked}]}",
        True,
    ),
    (
        "contributors_who_are_not_affected",
        "voices: {direct_experience: no}\nviews: [{of: contributors, asked: 9, answered: 6}]",
        True,
    ),
    (
        "contributors_who_are_not_affected",
        "voices: {direct_experience: no}\nrooms: {c: {status: ongoing, contributors: 0}}",
        None,
    ),
    ("contributors_who_are_not_affected", "rooms: {c: {status: ongoing, contributors: 30}}", None),
    (
        "contributors_who_are_not_affected",
        "voices: {direct_experience: yes}\nrooms: {c: {status: ongoing, contributors: 30}}",
        False,
    ),
    ("only_others_speak_for_people", "voices: {direct_experience: unknown}", None),
]


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) != value] == []


@rows("fact", sorted(facts_of("voices")))
def test_each_fact_has_rows_for_two_answers_and_for_not_knowing(fact):
    assert kinds(ROWS, fact)
    assert observe(fact, "") is None


@rows("fact, rows", by_fact(ROWS))
def test_an_answer_taken_away_only_leaves_more_open(fact, rows):
    assert [(fragment, found) for fragment, _ in rows if (found := list(narrowed(fact, fragment)))] == []


def test_a_gap_acted_on_as_planned_counts_among_the_plans_only():
    fragment = GAP % "cannot_because: no, action: {status: planned, when: 2026-06, owner: a, cost: 400}"
    assert observe("every_gap_has_owned_action_or_reason", fragment) is False
    assert observe("every_gap_has_owned_action_or_reason", fragment, plans=True) is True


def test_who_is_in_the_room_changes_no_fact_about_who_is_missing():
    """A gap that has become smaller counts as much as one that has not."""
    smaller, same = (GAP % f"reviewed: 2025-06, smaller_now: {answer}" for answer in ("yes", "no"))
    assert observe("every_gap_looked_at_again", smaller) == observe("every_gap_looked_at_again", same)
