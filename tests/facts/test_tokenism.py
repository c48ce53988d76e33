"""Facts on the signs of tokenism: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, facts_of, kinds, narrowed, observe, tree_of
from support import rows

TIMING = "timing: {%s}"
SEAT = "rooms: {board: {contributors: %s, votes: %s, status: ongoing}}\n"
NOTHING = "influence: {log: {complete: yes, entries: [{said: x, by: contributors, answer: refused}]}}"
CHANGED = "influence: {log: {complete: yes, entries: [{said: x, by: contributors, answer: taken up, changed: the sites, when: 2025-03}]}}"
DECISION = "power: {decisions: {complete: %s, entries: [{what: x, %s}]}}"
OVERRULED = "announced_as: binding, became: set aside, set_aside_by: %s"
ENDED = "power: {ended: {complete: yes, entries: [{what: x, by: %s, agreed: %s}]}}"
ON_INFLUENCE = "views: [{of: contributors, asked: 8, answered: 8, collected_by: outside the team, by_principle: {influence: {agree: %s, disagree: %s}}}]"

HEARD_TWICE = "influence: {heard: [{answer: %s}, {answer: %s}]}"
ROWS = [
    ("people_heard", "influence: {heard: {answer: yes, said_by: contributors}}", "yes"),
    ("people_heard", "influence: {heard: {answer: no, said_by: team}}", "no"),
    ("people_heard", "influence: {heard: [{answer: yes, said_by: team}, {answer: no, said_by: contributors}]}", "no"),
    ("people_heard", "influence: {heard: [{answer: yes, said_by: team}, {answer: split, said_by: contributors}]}", "split"),
    ("people_heard", "influence: {heard: [{answer: yes, said_by: team}, {answer: unknown, said_by: contributors}]}", None),
    ("people_heard", "influence: {heard: {answer: yes, said_by: team}}\nfindings: [{by: evaluation, says: x, heard: no}]", "no"),
    ("people_heard", "influence: {heard: {answer: unknown, said_by: team}}", None),
    ("people_heard", HEARD_TWICE % ("no, said_by: contributors, when: 2010", "yes, said_by: contributors, when: 2020"), "yes"),
    ("people_heard", HEARD_TWICE % ("split, said_by: contributors, when: 2010", "yes, said_by: contributors, when: 2020"), "yes"),
    ("people_heard", HEARD_TWICE % ("no, said_by: evaluation, when: 2010", "yes, said_by: people served, when: 2020"), "yes"),
    ("people_heard", HEARD_TWICE % ("no, said_by: contributors, when: 2010", "yes, said_by: team, when: 2020"), "no"),
    ("people_heard", HEARD_TWICE % ("no, said_by: contributors, when: 2010", "yes, said_by: contributors, when: 2010"), "no"),
    ("people_heard", HEARD_TWICE % ("no, said_by: contributors, when: 2010", "yes, said_by: contributors, when: 2027"), "no"),
    ("people_heard", HEARD_TWICE % ("no, said_by: contributors", "yes, said_by: contributors, when: 2020"), "no"),
    ("said_not_heard", "influence: {heard: {answer: no, said_by: team}}", True),
    ("said_not_heard", "influence: {heard: {answer: yes, said_by: team}}", False),
    ("said_not_heard", "influence: {heard: {answer: split, said_by: team}}", None),
    # People's own latest word.
    ("own_word_not_heard", "influence: {heard: {answer: no, said_by: contributors}}", True),
    ("own_word_not_heard", "influence: {heard: {answer: no, said_by: people served}}", True),
    ("own_word_not_heard", "findings: [{by: organisation of people affected, says: x, heard: no}]", True),
    ("own_word_not_heard", "influence: {heard: {answer: no, said_by: team}}", False),
    ("own_word_not_heard", "influence: {heard: {answer: split, said_by: contributors}}", False),
    ("own_word_not_heard", "influence: {heard: {answer: yes, said_by: contributors}}", False),
    ("own_word_not_heard", "influence: {heard: {answer: unknown, said_by: contributors}}", None),
    ("own_word_not_heard", HEARD_TWICE % ("yes, said_by: contributors, when: 2024", "no, said_by: contributors, when: 2025"), True),
    ("own_word_not_heard", HEARD_TWICE % ("no, said_by: contributors, when: 2024", "yes, said_by: contributors, when: 2025"), False),
    ("own_word_not_heard", HEARD_TWICE % ("no, said_by: contributors, when: 2024", "yes, said_by: team, when: 2025"), True),
    ("own_word_not_heard", "influence: {heard: {answer: no, said_by: contributors, when: 2023}}\n" + ON_INFLUENCE.replace("asked: 8,", "when: 2024, asked: 8,") % (7, 1), False),
    ("own_word_not_heard", "influence: {heard: {answer: no, said_by: contributors, when: 2025}}\n" + ON_INFLUENCE.replace("asked: 8,", "when: 2024, asked: 8,") % (7, 1), True),
    ("own_word_not_heard", "", None),
    ("own_word_not_answered", "influence: {heard: {answer: no, said_by: contributors, answered: no}}", True),
    ("own_word_not_answered", "influence: {heard: {answer: no, said_by: contributors, answered: 2027}}", True),
    ("own_word_not_answered", "influence: {heard: {answer: no, said_by: contributors, answered: 2025-03}}", False),
    ("own_word_not_answered", "findings: [{by: contributors, says: x, heard: no, answered: 2025-03}]", False),
    ("own_word_not_answered", "influence: {heard: {answer: no, said_by: contributors}}", None),
    ("own_word_not_answered", "influence: {heard: {answer: yes, said_by: contributors}}", False),
    ("own_word_not_answered", "", None),
    ("heard_or_not_by_now", "project: {phase: running}", True),
    ("heard_or_not_by_now", "project: {phase: applying}", False),
    ("heard_or_not_by_now", "project: {phase: idea}\ninfluence: {heard: {answer: no, said_by: team}}", False),
    ("heard_or_not_by_now", "project: {phase: idea}\ninfluence: {heard: {answer: no, said_by: contributors}}", True),
    ("heard_or_not_by_now", "", None),
    # After the decisions.
    ("came_after_the_decisions", TIMING % "first_involved: 2024-05, design_locked: 2024-04", True),
    ("came_after_the_decisions", TIMING % "first_involved: 2024-05, design_locked: 2024-05", None),
    ("came_after_the_decisions", TIMING % "first_involved: 2024-05", None),
    ("came_after_the_decisions", TIMING % "first_involved: after design, design_locked: 2024-04", True),
    ("came_after_the_decisions", TIMING % "first_involved: after design, design_locked: no", False),
    ("came_after_the_decisions", TIMING % "first_involved: after priorities, design_locked: 2024-04", None),
    ("came_after_the_decisions", TIMING % "first_involved: after design", None),
    ("came_after_the_decisions", TIMING % "activities: [{what: x, when: 2024-05, decided: 2024-04}]", True),
    (
        "came_after_the_decisions",
        TIMING % "activities: [{what: x, when: 2024-05, decided: 2024-04}, {what: y, when: 2024-05, decided: 2024-07}]",
        None,
    ),
    (
        "came_after_the_decisions",
        TIMING % "first_involved: 2024-03, design_locked: 2024-09, activities: [{what: y, when: 2024-05, decided: 2024-07}]",
        False,
    ),
    # Why people were asked.
    ("invited_only_because_asked_to", "voices: {invited_because: [funder asks]}", True),
    ("invited_only_because_asked_to", "voices: {invited_because: [funder asks, to be seen to]}", True),
    ("invited_only_because_asked_to", "voices: {invited_because: [funder asks, their knowledge]}", False),
    ("invited_only_because_asked_to", "voices: {invited_because: [funder asks, unknown]}", None),
    ("invited_only_because_asked_to", "voices: {invited_because: [rules or ethics ask]}", False),
    ("invited_only_because_asked_to", "voices: {invited_because: [rules or ethics ask, to be seen to]}", True),
    # One seat.
    ("lone_seat_and_nothing_changed", "rooms: none", False),
    ("lone_seat_and_nothing_changed", SEAT % (1, "none") + NOTHING, True),
    ("lone_seat_and_nothing_changed", SEAT % (2, "none") + NOTHING, None),
    ("lone_seat_and_nothing_changed", SEAT % (1, "none") + CHANGED, False),
    ("lone_seat_and_nothing_changed", SEAT % (1, "none"), None),
    ("lone_seat_and_nothing_changed", SEAT % (1, "unknown") + NOTHING, None),
    # A say that was overruled.
    ("binding_say_overruled", DECISION % ("no", OVERRULED % "team"), True),
    ("binding_say_overruled", DECISION % ("no", OVERRULED % "above"), True),
    ("binding_say_overruled", DECISION % ("yes", OVERRULED % "contributors"), False),
    ("binding_say_overruled", DECISION % ("yes", "announced_as: advice, became: set aside, set_aside_by: team"), False),
    ("binding_say_overruled", DECISION % ("yes", "announced_as: binding, became: done"), False),
    ("binding_say_overruled", DECISION % ("no", "announced_as: binding, became: done"), None),
    ("binding_say_overruled", DECISION % ("yes", OVERRULED % "unknown"), None),
    ("binding_say_overruled", "power: {decisions: none}", False),
    # A role that was ended.
    ("role_ended_over_their_heads", ENDED % ("team", "no"), True),
    ("role_ended_over_their_heads", ENDED % ("team", "yes"), False),
    ("role_ended_over_their_heads", ENDED % ("contributors", "no"), False),
    ("role_ended_over_their_heads", ENDED % ("team", "unknown"), None),
    ("role_ended_over_their_heads", "power: {ended: none}", False),
    ("role_ended_over_their_heads", "stages: {design: {role: involved, status: stopped, stopped_by: team, stopped_agreed: no}}", True),
    (
        "role_ended_over_their_heads",
        "power: {ended: none}\nstages: {design: {role: involved, status: stopped, stopped_by: team, stopped_agreed: unknown}}",
        None,
    ),
    ("role_ended_over_their_heads", "rooms: {board: {contributors: 4, replaced: yes, replaced_agreed: no}}", True),
    # A log.
    ("log_shows_nothing_taken_up", NOTHING + "\nrooms: {board: {meetings: 3}}", True),
    ("log_shows_nothing_taken_up", NOTHING + "\nrooms: {board: {meetings: 2}}", None),
    ("log_shows_nothing_taken_up", NOTHING + "\nrooms: {board: {meetings: 2}, panel: {meetings: 1}}", True),
    ("log_shows_nothing_taken_up", NOTHING, None),
    ("log_shows_nothing_taken_up", CHANGED + "\nrooms: {board: {meetings: 3}}", False),
    # What contributors say.
    ("most_say_it_made_no_difference", ON_INFLUENCE % (1, 7), True),
    ("most_say_it_made_no_difference", ON_INFLUENCE % (7, 1), False),
    ("most_say_it_made_no_difference", "views: none", False),
    ("most_say_it_made_no_difference", "views: unknown", None),
    # All of it together.
]  # fmt: skip


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) != value] == []


@rows("fact", sorted(facts_of("tokenism")))
def test_each_fact_comes_out_in_two_ways_and_unknown(fact):
    assert kinds(ROWS, fact)


AGAINST_EACH_OTHER = ("[{answer", "findings", "ended: none}\nstages", "\nviews")
"""What two places of a file say differently: with one half of a contradiction gone, the other half holds."""


AN_EVENT = "heard_or_not_by_now"
"""That people say that they were not heard is an event: without it nobody owes them an answer yet."""


@rows(
    "fact, fragment, value",
    [row for row in ROWS if row[0] != AN_EVENT and not any(part in row[1] for part in AGAINST_EACH_OTHER)],
)
def test_taking_an_answer_away_never_says_something_else(fact, fragment, value):
    # With its only room gone a file says `rooms: none`, which is another answer.
    rooms = tree_of(fragment).get("rooms") or {}
    only = {("rooms", name) for name in rooms} if len(rooms) == 1 else set()
    assert [found for found in narrowed(fact, fragment) if found[0] not in only] == []
