"""Facts on safety and care: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, exactly, facts_of, kinds, narrowed, observe
from support import rows

from involve_audit.facts.answers import Span

PLAN = "care: {plan: {status: ongoing, %s}}"
STORY = "care: {own_story: {status: ongoing, %s}}"
SUPPORT = "care: {support: {status: ongoing, %s}}"
ROOM = "care: {facilitation: {status: ongoing, %s}}"
LEAVING = "care: {leaving: {status: ongoing, %s}}"
HARM = "care: {harm: {complete: %s, entries: [{what: x, %s}]}}"
REPAIRED = "repair: {status: done, when: 2025-01, agreed_with: contributors}"
GOES_ON = "\nstages: {analysis: {role: consulted, status: ongoing}}"
SENSITIVE = "project: {topic_sensitive: yes}\n"


def yes_no_rows(fact, where, field):
    """The plain case: a yes or no of a practice that is in place."""
    return [
        (fact, where % f"{field}: yes", True),
        (fact, where % f"{field}: no", False),
        (fact, where % f"{field}: unknown", None),
        (fact, (where % f"{field}: yes").replace("ongoing", "planned"), False),
    ]


ROWS = [
    ("topic_sensitive", "project: {topic_sensitive: yes}", True),
    ("topic_sensitive", "project: {topic_sensitive: no}", False),
    ("topic_sensitive", "project: {topic_sensitive: unknown}", None),
    ("safety_plan_in_place", "care: {plan: yes}", True),
    ("safety_plan_in_place", "care: {plan: none}", False),
    ("safety_plan_in_place", "care: {plan: {lead: yes}}", None),
    *yes_no_rows("safety_plan_names_lead", PLAN, "lead"),
    *yes_no_rows("safety_plan_has_distress_steps", PLAN, "distress_steps"),
    *yes_no_rows("safety_plan_has_confidentiality_limits", PLAN, "confidentiality_limits"),
    *yes_no_rows("safety_plan_covers_facilitators", PLAN, "covers_facilitators"),
    ("safety_plan_written_with_contributors", PLAN % "written_by: [team, contributors]", True),
    ("safety_plan_written_with_contributors", PLAN % "written_by: team", False),
    ("safety_plan_written_with_contributors", PLAN % "written_by: [team, unknown]", None),
    ("safety_plan_reviewed", PLAN % "reviewed: 2025-01", True),
    ("safety_plan_reviewed", PLAN % "reviewed: 2027-01", False),
    ("safety_plan_reviewed", PLAN % "reviewed: no", False),
    ("safety_plan_reviewed", PLAN % "lead: yes", None),
    ("kept_out_for_safety", PLAN % "keeps_people_out: yes", True),
    ("kept_out_for_safety", "care: {plan: {keeps_people_out: yes}}", True),
    ("kept_out_for_safety", PLAN % "keeps_people_out: no", False),
    ("kept_out_for_safety", PLAN % "lead: yes", None),
    # Safe where it matters.
    ("safe_where_sensitive", "project: {topic_sensitive: no}\ncare: {plan: none, support: none}", True),
    ("safe_where_sensitive", SENSITIVE + PLAN % "distress_steps: yes", True),
    ("safe_where_sensitive", SENSITIVE + PLAN % "lead: yes", True),
    ("safe_where_sensitive", SENSITIVE + PLAN % "written_by: together", True),
    ("safe_where_sensitive", SENSITIVE + SUPPORT % "after: yes", True),
    ("safe_where_sensitive", SUPPORT % "during: yes", True),
    ("safe_where_sensitive", SENSITIVE + "care: {plan: none, support: none}", False),
    ("safe_where_sensitive", SENSITIVE + "care: {plan: planned, support: none}", False),
    (
        "safe_where_sensitive",
        SENSITIVE + "care: {plan: none, support: {status: ongoing, before: no, during: no, after: no}}",
        False,
    ),
    ("safe_where_sensitive", SENSITIVE + "care: {plan: none}", None),
    ("safe_where_sensitive", "care: {plan: none, support: none}", None),
    ("safe_where_sensitive", SENSITIVE + PLAN % "keeps_people_out: yes", None),
    ("safe_where_sensitive", SENSITIVE + "care: {plan: {status: ongoing, keeps_people_out: yes}, support: none}", None),
    # One's own story.
    ("story_free_to_keep", STORY % "expected: no", True),
    ("story_free_to_keep", STORY % "expected: yes", False),
    ("story_free_to_keep", "care: {own_story: {expected: no}}", None),
    *yes_no_rows("story_use_agreed", STORY, "use_agreed"),
    *yes_no_rows("story_can_be_taken_back", STORY, "withdrawal"),
    *yes_no_rows("story_in_promotion_needs_consent", STORY, "promotion_consent"),
    *yes_no_rows("story_later_uses_approved", STORY, "later_uses_approved"),
    ("story_expected_or_promoted_without_consent", STORY % "expected: yes, promotion_consent: yes", True),
    ("story_expected_or_promoted_without_consent", STORY % "promotion_consent: no", True),
    ("story_expected_or_promoted_without_consent", STORY % "expected: no, promotion_consent: yes", False),
    ("story_expected_or_promoted_without_consent", STORY % "expected: no", None),
    # Support.
    ("support_in_place", "care: {support: yes}", True),
    ("support_in_place", "care: {support: none}", False),
    ("support_in_place", "care: {support: {before: yes}}", None),
    ("support_before_during_and_after", SUPPORT % "before: yes, during: yes, after: yes", True),
    ("support_before_during_and_after", SUPPORT % "before: yes, during: no", False),
    ("support_before_during_and_after", SUPPORT % "before: yes, during: yes", None),
    ("support_asks_within_days", SUPPORT % "after_within: 2 days", exactly(2)),
    ("support_asks_within_days", SUPPORT % "after_within: 1 week", exactly(7)),
    ("support_asks_within_days", SUPPORT % "after: yes", None),
    *yes_no_rows("support_debrief_paid", SUPPORT, "paid_debrief"),
    *yes_no_rows("support_designed_with_contributors", SUPPORT, "designed_with"),
    *yes_no_rows("support_use_reviewed", SUPPORT, "use_reviewed"),
    # Conversations.
    *yes_no_rows("strong_feeling_welcome", ROOM, "feeling_welcome"),
    ("calm_expected", ROOM % "calm_expected: yes", True),
    ("calm_expected", ROOM % "calm_expected: no", False),
    ("calm_expected", ROOM % "trained: yes", None),
    *yes_no_rows("facilitator_trained", ROOM, "trained"),
    *yes_no_rows("breaks_and_quiet_place", ROOM, "breaks"),
    (
        "facilitator_with_lived_experience_or_chosen_with_contributors",
        ROOM % "lived_experience: yes, chosen_by: team",
        True,
    ),
    ("facilitator_with_lived_experience_or_chosen_with_contributors", ROOM % "chosen_by: together", True),
    (
        "facilitator_with_lived_experience_or_chosen_with_contributors",
        ROOM % "lived_experience: no, chosen_by: team",
        False,
    ),
    ("facilitator_with_lived_experience_or_chosen_with_contributors", ROOM % "chosen_by: team", None),
    *yes_no_rows("facilitation_evaluated_by_group", ROOM, "evaluated_by_group"),
    # Leaving.
    ("leaving_possible", "care: {leaving: yes}", True),
    ("leaving_possible", "care: {leaving: none}", False),
    ("leaving_possible", "care: {leaving: {written: yes}}", None),
    *yes_no_rows("leaving_written_down", LEAVING, "written"),
    *yes_no_rows("leaving_keeps_pay", LEAVING, "pay_kept"),
    *yes_no_rows("complaint_contact_independent", LEAVING, "independent_contact"),
    *yes_no_rows("leaving_used_and_group_told", LEAVING, "used"),
    ("people_who_left", LEAVING % "left: 2", exactly(2)),
    ("people_who_left", LEAVING % "left: none", exactly(0)),
    ("people_who_left", LEAVING % "left: some", Span(2, None)),
    ("people_who_left", LEAVING % "left: unknown", None),
    ("leavers_asked_why", LEAVING % "asked_why: yes", True),
    ("leavers_asked_why", LEAVING % "asked_why: no", False),
    ("leavers_asked_why", LEAVING % "left: 2", None),
    # Harm.
    ("trust_broken", HARM % ("no", "said_by: contributors"), True),
    ("trust_broken", HARM % ("no", "said_by: court"), True),
    ("trust_broken", HARM % ("no", "said_by: team"), None),
    ("trust_broken", HARM % ("yes", "said_by: team"), False),
    ("trust_broken", HARM % ("yes", "said_by: unknown"), None),
    ("trust_broken", HARM % ("no", "said_by: team, kind: agreement undone"), True),
    ("trust_broken", HARM % ("no", "said_by: unknown, kind: used otherwise than agreed"), True),
    ("trust_broken", "care: {harm: none}", False),
    ("trust_broken", HARM % ("yes", f"said_by: contributors, {REPAIRED}") + GOES_ON, False),
    ("trust_broken", HARM % ("yes", f"said_by: contributors, {REPAIRED}"), True),
    (
        "trust_broken",
        HARM % ("yes", f"said_by: contributors, {REPAIRED}") + GOES_ON.replace("ongoing", "done, when: 2024"),
        True,
    ),
    (
        "trust_broken",
        HARM % ("yes", f"said_by: contributors, {REPAIRED}") + GOES_ON.replace("ongoing", "done, when: 2025-06"),
        False,
    ),
    (
        "trust_broken",
        HARM % ("yes", "said_by: contributors, repair: {status: done, agreed_with: team}") + GOES_ON,
        True,
    ),
    ("harm_not_mended", HARM % ("no", "said_by: contributors"), True),
    ("harm_not_mended", HARM % ("yes", f"said_by: contributors, {REPAIRED}"), False),
    ("harm_not_mended", HARM % ("no", f"said_by: contributors, {REPAIRED}"), None),
    ("harm_not_mended", HARM % ("yes", f"said_by: contributors, {REPAIRED}".replace("done", "planned")), True),
    ("harm_not_mended", "care: {harm: none}", False),
]


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) != value] == []


@rows("fact", sorted(facts_of("care")))
def test_each_fact_comes_out_in_both_ways_and_unknown(fact):
    assert kinds(ROWS, fact), fact


# A repair that is not told is none: silence about it must not lift the judgement, and telling of it may.
@rows("fact, rows", by_fact([row for row in ROWS if "repair" not in row[1]]))
def test_taking_an_answer_away_never_says_something_else(fact, rows):
    assert [(fragment, found) for fragment, _ in rows if (found := list(narrowed(fact, fragment)))] == []


def test_keeping_people_out_never_makes_it_safe():
    """With every other word about safety absent, the exclusion adds nothing, and takes nothing away either."""
    out, quiet = (
        observe("safe_where_sensitive", SENSITIVE + PLAN % f) for f in ("keeps_people_out: yes", "owner: lead")
    )
    assert out is quiet is None


def test_a_rule_on_paper_is_no_plan_in_use():
    assert observe("safety_plan_in_place", "care: {plan: policy}") is not True
    assert (
        observe("safe_where_sensitive", SENSITIVE + "care: {plan: {status: policy, distress_steps: yes}}") is not True
    )


def test_a_plan_to_look_after_people_counts_among_the_plans():
    planned = SENSITIVE + "care: {plan: {status: planned, when: 2026-05, distress_steps: yes}, support: none}"
    assert observe("safe_where_sensitive", planned) is False
    assert observe("safe_where_sensitive", planned, plans=True) is True
