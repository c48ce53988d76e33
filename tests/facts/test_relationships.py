"""Facts on relationships, learning and skills: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, exactly, facts_of, kinds, narrowed, observe, open_span
from support import rows

TRAINING = "relationships: {training: {status: done, %s}}"
WISHES = "relationships: {wishes: {status: ongoing, %s}}"
TIME = "relationships: {time_together: {status: ongoing, %s}}"
LEARNED = "relationships: {researchers_learned: [{what: why people missed visits, %s}]}"
CONSULTED = "stages: {design: {role: consulted, status: done, wished_role: %s}}"


ROWS = [
    ("training_in_place", "relationships: {training: yes}", True),
    ("training_in_place", "relationships: {training: none}", False),
    ("training_in_place", "relationships: {training: {for_whom: together}}", None),
    ("training_covers_everybody", TRAINING % "for_whom: together", True),
    ("training_covers_everybody", TRAINING % "for_whom: [contributors, team]", True),
    ("training_covers_everybody", "project: {researchers: 0}\n" + TRAINING % "for_whom: contributors", True),
    ("training_covers_everybody", "project: {researchers: 4}\n" + TRAINING % "for_whom: contributors", False),
    ("training_covers_everybody", TRAINING % "for_whom: researchers", False),
    ("training_covers_everybody", TRAINING % "for_whom: contributors", None),
    ("training_covers_everybody", TRAINING % "for_whom: unknown", None),
    ("training_led_with_contributors", TRAINING % "led_with_contributors: yes", True),
    ("training_led_with_contributors", TRAINING % "led_with_contributors: no", False),
    ("training_led_with_contributors", TRAINING % "for_whom: together", None),
    ("training_for_contributors_alone", "project: {researchers: 4}\n" + TRAINING % "for_whom: contributors", True),
    (
        "training_for_contributors_alone",
        "rooms: {board: {researchers: 4}}\n" + TRAINING % "for_whom: contributors",
        True,
    ),
    ("training_for_contributors_alone", "filled_in: {by: [researchers]}\n" + TRAINING % "for_whom: contributors", None),
    ("training_for_contributors_alone", "project: {researchers: 4}\n" + TRAINING % "for_whom: together", False),
    ("training_for_contributors_alone", "relationships: {training: none}", False),
    ("training_for_contributors_alone", TRAINING % "for_whom: contributors", None),
    ("training_for_contributors_alone", "project: {researchers: 0}\n" + TRAINING % "for_whom: contributors", None),
    ("wishes_asked_for", "relationships: {wishes: yes}", True),
    ("wishes_asked_for", "relationships: {wishes: none}", False),
    ("wishes_asked_for", "relationships: {wishes: {recorded: yes}}", None),
    ("wishes_recorded", WISHES % "recorded: yes", True),
    ("wishes_recorded", WISHES % "recorded: no", False),
    ("wishes_recorded", WISHES % "role_fits: all", None),
    ("role_fits_wish_for", WISHES % "role_fits: all", "all"),
    ("role_fits_wish_for", WISHES % "role_fits: none", "none"),
    ("role_fits_wish_for", WISHES % "role_fits: unknown", None),
    ("chances_to_grow_offered", WISHES % "opportunities: yes", True),
    ("chances_to_grow_offered", WISHES % "opportunities: no", False),
    ("chances_to_grow_offered", WISHES % "recorded: yes", None),
    ("wishes_reviewed", WISHES % "reviewed: 2025-04", True),
    ("wishes_reviewed", WISHES % "reviewed: 2026-04", False),
    ("wishes_reviewed", WISHES % "recorded: yes", None),
    ("roles_followed_wishes", WISHES % "role_fits: all", True),
    ("roles_followed_wishes", WISHES % "role_fits: some, somebody_moved: yes", True),
    ("roles_followed_wishes", WISHES % "role_fits: most, somebody_moved: no", False),
    ("roles_followed_wishes", WISHES % "role_fits: most", None),
    ("role_below_wish", WISHES % "role_fits: some", True),
    ("role_below_wish", WISHES % "role_fits: none", True),
    ("role_below_wish", CONSULTED % "decided together", True),
    ("role_below_wish", CONSULTED % "informed", None),
    ("role_below_wish", "stages: none\n" + WISHES % "role_fits: most", False),
    ("role_below_wish", WISHES % "role_fits: most", None),
    (
        "role_below_wish",
        "stages: {work_has: [design], design: {role: led, status: done, wished_role: led}}\n"
        + WISHES % "role_fits: all",
        False,
    ),
    (
        "role_below_wish",
        "stages:\n  design:\n    - {role: consulted, until: 2023, wished_role: led}\n    - {role: led, since: 2024, wished_role: led}",
        None,
    ),
    ("time_together_in_place", "relationships: {time_together: yes}", True),
    ("time_together_in_place", "relationships: {time_together: none}", False),
    ("time_together_in_place", "relationships: {time_together: {times: 3}}", None),
    ("times_together", TIME % "times: 3", exactly(3)),
    ("times_together", TIME % "times: none", exactly(0)),
    ("times_together", TIME % "paid: yes", None),
    ("time_together_paid", TIME % "paid: yes", True),
    ("time_together_paid", TIME % "paid: no", False),
    ("time_together_paid", TIME % "times: 3", None),
    ("other_skills_known_and_used", TIME % "skills_known: yes", True),
    ("other_skills_known_and_used", TIME % "skills_known: no", False),
    ("other_skills_known_and_used", TIME % "times: 3", None),
    ("trust_talked_over", TIME % "trust_discussed: yes", True),
    ("trust_talked_over", TIME % "trust_discussed: no", False),
    ("trust_talked_over", TIME % "times: 3", None),
    ("things_researchers_learned", LEARNED % "by: researchers", open_span(1)),
    ("things_researchers_learned", "relationships: {researchers_learned: none}", exactly(0)),
    ("things_researchers_learned", "relationships: {training: none}", None),
    ("learning_with_date_and_name", LEARNED % "when: 2024-10, by: researchers", True),
    ("learning_with_date_and_name", "relationships: {researchers_learned: none}", False),
    ("learning_with_date_and_name", LEARNED % "when: 2024-10", None),
    ("learning_with_date_and_name", LEARNED % "when: 2026-10, by: researchers", None),
    ("learning_with_date_and_name", LEARNED % "when: yes, by: researchers", None),
    ("learning_seen_by_contributors_and_shared", LEARNED % "contributors_agree: yes, shared: yes", True),
    ("learning_seen_by_contributors_and_shared", "relationships: {researchers_learned: none}", False),
    ("learning_seen_by_contributors_and_shared", LEARNED % "contributors_agree: yes, shared: no", None),
]


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) != value] == []


@rows("fact", sorted(facts_of("relationships")))
def test_each_fact_comes_out_in_both_ways_and_unknown(fact):
    assert kinds(ROWS, fact), fact


@rows("fact, rows", by_fact(ROWS))
def test_taking_an_answer_away_never_says_something_else(fact, rows):
    assert [(fragment, found) for fragment, _ in rows if (found := list(narrowed(fact, fragment)))] == []
