"""Facts on what contributors say, asked apart from the team: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, exactly, facts_of, kinds, narrowed, observe
from support import rows

VIEW = "views: [{of: contributors, asked: 8, answered: 6, collected_by: outside the team, %s}]"
TWICE = "views: [{of: contributors, answered: 6, anonymous: yes, label_fits: yes}, {of: contributors, answered: 6, anonymous: yes, %s}]"
ON_INFLUENCE = VIEW % "by_principle: {influence: {agree: %s, disagree: %s}}"

ROWS = [
    ("contributors_asked_apart", VIEW % "when: 2025", True),
    ("contributors_asked_apart", "views: none", False),
    ("contributors_asked_apart", "views: [{of: researchers, answered: 6, anonymous: yes}]", None),
    ("contributors_who_answered", VIEW % "when: 2025", exactly(6)),
    ("contributors_who_answered", "views: none", exactly(0)),
    ("contributors_who_answered", "views: [{of: contributors}]", None),
    ("contributors_on_influence", ON_INFLUENCE % (5, 1), "confirmed"),
    ("contributors_on_influence", ON_INFLUENCE % (1, 5), "disputed"),
    ("contributors_on_influence", VIEW % "when: 2025", None),
    ("word_said_to_fit", VIEW % "label_fits: yes", True),
    ("word_said_to_fit", VIEW % "label_fits: no", False),
    ("word_said_to_fit", VIEW % "label_fits: unknown", None),
    ("word_said_to_fit", "views: none", False),
    ("word_said_to_fit", "views: [{of: researchers, answered: 6, anonymous: yes, label_fits: yes}]", None),
    ("word_said_to_fit", "views: [{of: contributors, answered: 6, collected_by: team, anonymous: no, label_fits: yes}]", False),
    ("word_said_to_fit", TWICE % "label_fits: yes", True),
    ("word_said_to_fit", TWICE % "label_fits: no", False),
    ("word_said_to_fit", TWICE % "when: 2025", None),
]  # fmt: skip


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) != value] == []


@rows("fact", sorted(facts_of("views")))
def test_each_fact_comes_out_in_both_ways_and_unknown(fact):
    assert kinds(ROWS, fact), fact


@rows("fact, rows", by_fact(ROWS))
def test_taking_an_answer_away_never_says_something_else(fact, rows):
    assert [(fragment, found) for fragment, _ in rows if (found := list(narrowed(fact, fragment)))] == []
