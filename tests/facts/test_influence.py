"""Facts on influence, feedback and accountability: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, exactly, facts_of, kinds, narrowed, observe, open_span, words
from support import rows

from involve_audit.facts.answers import Span

FEEDBACK = "influence: {feedback: {status: ongoing, %s}}"
CREDIT = "influence: {credit: {status: done, %s}}"
LEGACY = "influence: {legacy: {status: done, %s}}"
LOOK = "influence: {reflections: [{when: 2024-11, %s}]}"
NO_LOG = "influence: {log: none}"

CHANGED = "{said: wrong outcome, by: contributors, answer: taken up, changed: the outcome, about: outcome%s}"
REWORDED = "{said: plain words, by: contributors, answer: taken up, changed: the letter, about: wording}"
WITH_REASON = "{said: fewer visits, by: contributors, answer: refused, reason: the law%s}"
WITHOUT = "{said: fewer visits, by: contributors, answer: refused, reason: none%s}"


def log(*entries, complete=False, more=""):
    listed = f"[{', '.join(e.replace('%s', '') for e in entries)}]"
    return f"influence: {{log: {f'{{complete: yes, entries: {listed}}}' if complete else listed}{more}}}"


def entry(rest):
    return f"{{said: something, by: contributors, {rest}}}"


def reasons(word, status="ongoing"):
    return f", refusals: {{status: {status}, reasons_given: {word}}}"


ROWS = [
    ("log_complete", log(CHANGED, complete=True), True),
    ("log_complete", NO_LOG, True),
    ("log_complete", "influence: {log: {complete: no, entries: []}}", False),
    ("log_complete", log(CHANGED), None),
    ("meetings_held", "influence: {meetings_held: 6}", exactly(6)),
    ("meetings_held", "influence: {meetings_held: up to 6}", Span(2, 6)),
    ("meetings_held", "influence: {meetings_held: none}", exactly(0)),
    ("meetings_held", "influence: {meetings_held: unknown}", None),
    # What was said, and what changed.
    ("things_said", log(CHANGED, WITH_REASON), open_span(2)),
    ("things_said", log(CHANGED, WITH_REASON, complete=True), exactly(2)),
    ("things_said", log(CHANGED % ", when: 2027", complete=True), exactly(0)),
    ("things_said", log("{said: something}", "{said: more, by: allies}", complete=True), Span(0, 1)),
    ("things_said", "influence: {meetings_held: 6}", None),
    ("things_said_with_outcome", log(CHANGED, WITHOUT, entry("answer: unanswered"), complete=True), exactly(2)),
    ("things_said_with_outcome", log(entry("answer: unknown"), entry("answer: put off"), complete=True), Span(1, 2)),
    ("things_said_with_outcome", NO_LOG, exactly(0)),
    ("things_said_with_outcome", "influence: {heard: yes}", None),
    ("changes_on_record", log(CHANGED, REWORDED, WITH_REASON), open_span(2)),
    ("changes_on_record", log(CHANGED, WITH_REASON, complete=True), exactly(1)),
    ("changes_on_record", log(entry("answer: partly, changed: half of it"), complete=True), exactly(1)),
    ("changes_on_record", log(entry("answer: taken up"), complete=True), Span(0, 1)),
    ("changes_on_record", log(entry("answer: taken up, changed: none"), complete=True), exactly(0)),
    ("changes_on_record", log(entry("changed: the outcome"), complete=True), Span(0, 1)),
    ("changes_on_record", log("{said: x, answer: taken up, changed: y}", complete=True), Span(0, 1)),
    ("changes_on_record", log("{said: x, by: team, answer: taken up, changed: y}", complete=True), exactly(0)),
    (
        "changes_on_record",
        log("{said: x, by: organisation of people affected, answer: taken up, changed: y}"),
        open_span(1),
    ),
    ("changes_on_record", log(CHANGED % ", when: 2027", complete=True), exactly(0)),
    ("changes_on_record", NO_LOG, exactly(0)),
    ("changes_on_record", "influence: {meetings_held: 6}", None),
    ("changes_beyond_wording", log(CHANGED, REWORDED, complete=True), exactly(1)),
    (
        "changes_beyond_wording",
        log(REWORDED, entry("answer: taken up, changed: y, about: leaflets"), complete=True),
        exactly(0),
    ),
    ("changes_beyond_wording", log(entry("answer: taken up, changed: y"), complete=True), Span(0, 1)),
    ("changes_beyond_wording", "influence: {meetings_held: 6}", None),
    ("changes_to_what_the_work_stands_on", log(CHANGED), open_span(1)),
    (
        "changes_to_what_the_work_stands_on",
        log(entry("answer: taken up, changed: y, about: people"), complete=True),
        exactly(0),
    ),
    ("changes_to_what_the_work_stands_on", "influence: {heard: yes}", None),
    ("changes_checked_by_speakers", log(CHANGED % ", checked_by_speaker: yes"), open_span(1)),
    ("changes_checked_by_speakers", log(CHANGED % ", checked_by_speaker: no", complete=True), exactly(0)),
    ("changes_checked_by_speakers", log(WITH_REASON % ", checked_by_speaker: yes", complete=True), exactly(0)),
    ("changes_checked_by_speakers", "influence: {heard: yes}", None),
    ("nothing_taken_up", log(WITHOUT, entry("answer: unanswered"), entry("answer: contested"), complete=True), True),
    ("nothing_taken_up", NO_LOG, True),
    ("nothing_taken_up", log(REWORDED), False),
    ("nothing_taken_up", log(entry("answer: partly"), complete=True), False),
    ("nothing_taken_up", log(WITHOUT), None),
    ("nothing_taken_up", log(WITHOUT, entry("answer: put off"), complete=True), None),
    ("nothing_changed_but_wording", log(REWORDED, complete=True), True),
    ("nothing_changed_but_wording", NO_LOG, True),
    ("nothing_changed_but_wording", log(REWORDED, CHANGED), False),
    ("nothing_changed_but_wording", log(REWORDED), None),
    (
        "things_not_taken_up",
        log(WITHOUT, entry("answer: put off"), entry("answer: unanswered"), CHANGED, complete=True),
        exactly(3),
    ),
    ("things_not_taken_up", log(CHANGED, entry("answer: partly"), complete=True), exactly(0)),
    ("things_not_taken_up", log(CHANGED), open_span(0)),
    ("things_not_taken_up", "influence: {heard: yes}", None),
    (
        "things_not_taken_up_with_reason",
        log(entry("answer: refused, reason: no room"), entry("answer: put off, reason: later"), complete=True),
        exactly(2),
    ),
    (
        "things_not_taken_up_with_reason",
        log(entry("answer: refused, reason: none"), CHANGED, complete=True),
        exactly(0),
    ),
    ("things_not_taken_up_with_reason", log(entry("answer: unanswered"), complete=True), Span(0, 1)),
    ("things_not_taken_up_with_reason", "influence: {heard: yes}", None),
    # Telling people.
    ("feedback_given", FEEDBACK % "kinds: thanks", True),
    ("feedback_given", FEEDBACK % "kinds: none", False),
    ("feedback_given", "influence: {feedback: none}", False),
    ("feedback_given", "influence: {feedback: {status: planned, kinds: thanks}}", False),
    ("feedback_given", "influence: {feedback: yes}", None),
    ("told_anything_afterwards", FEEDBACK % "kinds: [thanks]", True),
    ("told_anything_afterwards", "influence: {feedback: none}", False),
    ("told_anything_afterwards", "influence: {feedback: {status: planned}}", None),
    (
        "told_anything_afterwards",
        "influence: {feedback: {status: planned}, log: [{said: stop, told_back: 2024-01}]}",
        True,
    ),
    ("told_anything_afterwards", "influence: {log: {complete: yes, entries: [{said: stop, told_back: no}]}}", None),
    ("told_what_came_of_it", FEEDBACK % "kinds: [thanks, what changed]", True),
    ("told_what_came_of_it", FEEDBACK % "kinds: thanks", False),
    ("told_what_came_of_it", "influence: {feedback: none}", False),
    ("told_what_came_of_it", "influence: {feedback: yes}", None),
    ("feedback_kinds", FEEDBACK % "kinds: [thanks, progress]", words("thanks", "progress")),
    ("feedback_kinds", FEEDBACK % "kinds: none", words()),
    ("feedback_kinds", FEEDBACK % "within_days: 30", None),
    ("feedback_within_days", FEEDBACK % "within_days: 30", exactly(30)),
    ("feedback_within_days", FEEDBACK % "within_days: at least 30", open_span(30)),
    ("feedback_within_days", FEEDBACK % "kinds: thanks", None),
    ("feedback_after", FEEDBACK % "share: most", "most"),
    ("feedback_after", FEEDBACK % "share: none", "none"),
    ("feedback_after", FEEDBACK % "share: unknown", None),
    ("feedback_form_chosen_by_contributors", FEEDBACK % "form_chosen_by_contributors: yes", True),
    ("feedback_form_chosen_by_contributors", FEEDBACK % "form_chosen_by_contributors: no", False),
    ("feedback_form_chosen_by_contributors", FEEDBACK % "kinds: thanks", None),
    ("feedback_called_useful", FEEDBACK % "useful: yes", True),
    ("feedback_called_useful", FEEDBACK % "useful: no", False),
    ("feedback_called_useful", FEEDBACK % "kinds: thanks", None),
    ("answers_told_back", log(CHANGED % ", told_back: 2024-05", WITHOUT), open_span(1)),
    ("answers_told_back", log(CHANGED % ", told_back: no", complete=True), exactly(0)),
    ("answers_told_back", "influence: {heard: yes}", None),
    ("nothing_told_back", "influence: {feedback: none}", True),
    ("nothing_told_back", log(CHANGED % ", told_back: no", complete=True), True),
    (
        "nothing_told_back",
        log(CHANGED % ", told_back: 2024", more=", feedback: {status: ongoing, kinds: thanks}"),
        False,
    ),
    ("nothing_told_back", log(CHANGED % ", told_back: no"), None),
    ("nothing_told_back", FEEDBACK % "kinds: thanks", None),
    ("nothing_told_back", FEEDBACK % "kinds: none", True),
    ("nothing_told_back", "influence: {feedback: {status: planned, kinds: results}}", None),
    ("people_answered", log(CHANGED), True),
    ("people_answered", log(WITH_REASON), True),
    ("people_answered", FEEDBACK % "kinds: what changed", True),
    ("people_answered", log(WITHOUT, complete=True, more=", feedback: none"), False),
    ("people_answered", "influence: {log: none, feedback: {status: ongoing, kinds: thanks}}", False),
    ("people_answered", log(WITHOUT, complete=True), None),
    ("people_answered", "influence: {feedback: none}", None),
    # What is not taken up.
    ("not_taken_up_on_record", log(entry("answer: partly")), True),
    ("not_taken_up_on_record", log(WITHOUT), True),
    ("not_taken_up_on_record", "influence: {refusals: yes}", True),
    ("not_taken_up_on_record", "influence: {log: none, refusals: none}", False),
    ("not_taken_up_on_record", "influence: {refusals: none}", None),
    ("not_taken_up_on_record", log(CHANGED), None),
    ("refusals_with_reason", log(WITH_REASON, WITHOUT), open_span(1)),
    ("refusals_with_reason", log(WITHOUT, more=reasons("most")), open_span(1)),
    ("refusals_with_reason", f"influence: {{{reasons('all')[2:]}}}", open_span(1)),
    ("refusals_with_reason", log(WITHOUT, complete=True, more=reasons("none")), exactly(0)),
    ("refusals_with_reason", log("{said: x, answer: refused, reason: the law}"), open_span(1)),
    ("refusals_with_reason", "influence: {refusals: none}", None),
    ("refusals_without_reason", log(WITHOUT), open_span(1)),
    ("refusals_without_reason", log(entry("answer: refused")), open_span(0)),
    ("refusals_without_reason", f"influence: {{{reasons('some')[2:]}}}", open_span(1)),
    ("refusals_without_reason", log(WITH_REASON, complete=True, more=reasons("all")), exactly(0)),
    ("refusals_without_reason", log(WITH_REASON, complete=True), open_span(0)),
    ("refusals_without_reason", f"influence: {{{reasons('most')[2:]}}}", None),
    ("refusals_without_reason", f"influence: {{{reasons('none', 'planned')[2:]}}}", None),
    ("refusals_said_to_get_reasons", f"influence: {{{reasons('all')[2:]}}}", "all"),
    ("refusals_said_to_get_reasons", f"influence: {{{reasons('none')[2:]}}}", "none"),
    ("refusals_said_to_get_reasons", "influence: {refusals: yes}", None),
    ("refusals_explained_to_speakers", f"influence: {{{reasons('all')[2:]}}}", True),
    ("refusals_explained_to_speakers", log(WITH_REASON % ", told_back: 2024", CHANGED, complete=True), True),
    ("refusals_explained_to_speakers", log(WITHOUT, complete=True, more=reasons("most")), False),
    ("refusals_explained_to_speakers", log(CHANGED, complete=True, more=reasons("some")), False),
    ("refusals_explained_to_speakers", log(WITH_REASON % ", told_back: 2024"), None),
    ("refusals_explained_to_speakers", log(WITH_REASON, complete=True), None),
    ("refusals_explained_to_speakers", log(CHANGED, complete=True), None),
    ("refusals_can_be_challenged", "influence: {refusals: {status: ongoing, can_be_challenged: yes}}", True),
    ("refusals_can_be_challenged", "influence: {refusals: none}", False),
    ("refusals_can_be_challenged", "influence: {refusals: yes}", None),
    ("refusal_looked_at_again", log(WITHOUT % ", reopened: yes"), True),
    ("refusal_looked_at_again", log(WITHOUT % ", reopened: no", complete=True), False),
    ("refusal_looked_at_again", log(WITHOUT % ", reopened: no"), None),
    # Heard.
    ("heard_by_the_teams_word_alone", "influence: {heard: [yes, {answer: no, said_by: contributors}]}", True),
    ("heard_by_the_teams_word_alone", "influence: {heard: yes}\nfindings: [{by: inquiry, heard: no}]", True),
    ("heard_by_the_teams_word_alone", "influence: {heard: none}\nfindings: none", False),
    ("heard_by_the_teams_word_alone", "influence: {heard: [yes, {answer: split, said_by: contributors}]}", None),
    ("heard_by_the_teams_word_alone", "influence: {heard: [{answer: no, said_by: contributors}]}", None),
    ("heard_by_the_teams_word_alone", "influence: {heard: [yes, {answer: no, said_by: team}]}", None),
    ("dissent_on_record", "views: [{of: contributors, dissent: [I was not asked]}]", True),
    ("dissent_on_record", "views: none", False),
    ("dissent_on_record", "views: {complete: yes, entries: [{of: contributors, dissent: none}]}", False),
    ("dissent_on_record", "views: [{of: contributors, dissent: none}]", None),
    # Looking back.
    ("looks_back", LOOK % "badly: papers came late", open_span(1)),
    ("looks_back", "influence: {reflections: none}", exactly(0)),
    ("looks_back", "influence: {reflections: [{when: 2027}]}", open_span(0)),
    ("looks_back", "influence: {heard: yes}", None),
    ("look_back_named_what_went_badly", LOOK % "badly: papers came late", True),
    ("look_back_named_what_went_badly", LOOK % "badly: none, harms: two people were upset", True),
    ("look_back_named_what_went_badly", "influence: {reflections: none}", False),
    ("look_back_named_what_went_badly", LOOK % "well: everything, badly: none, harms: none", None),
    ("look_back_on_failure_led_to_action", LOOK % "badly: papers came late, action: a week ahead", True),
    ("look_back_on_failure_led_to_action", "influence: {reflections: none}", False),
    ("look_back_on_failure_led_to_action", LOOK % "badly: none, action: carry on", None),
    ("look_back_on_failure_led_to_action", LOOK % "badly: papers came late, action: none", None),
    ("look_back_with_contributors", LOOK % "who: [team, contributors]", True),
    ("look_back_with_contributors", "influence: {reflections: none}", False),
    ("look_back_with_contributors", LOOK % "who: team", None),
    ("look_back_action_checked", LOOK % "action: a week ahead, action_checked: 2025-05", True),
    ("look_back_action_checked", "influence: {reflections: none}", False),
    ("look_back_action_checked", LOOK % "action: a week ahead, action_checked: 2026-05", None),
    # Credit, and what remains.
    ("credit_given", "influence: {credit: yes}", True),
    ("credit_given", "influence: {credit: none}", False),
    ("credit_given", "influence: {credit: {authors: yes}}", None),
    ("credited_as_wished", CREDIT % "as_wished: yes", True),
    ("credited_as_wished", CREDIT % "as_wished: no", False),
    ("credited_as_wished", CREDIT % "authors: yes", None),
    ("contributors_author_or_present", CREDIT % "authors: yes", True),
    ("contributors_author_or_present", "influence: {credit: none}", False),
    ("contributors_author_or_present", CREDIT % "as_wished: yes", None),
    ("results_shared_in_plain_words", CREDIT % "plain_results: yes", True),
    ("results_shared_in_plain_words", CREDIT % "plain_results: no", False),
    ("results_shared_in_plain_words", CREDIT % "as_wished: yes", None),
    ("contributors_decide_where_results_go", CREDIT % "decide_where: yes", True),
    ("contributors_decide_where_results_go", CREDIT % "decide_where: no", False),
    ("contributors_decide_where_results_go", CREDIT % "as_wished: yes", None),
    ("contributors_co_own_outputs", CREDIT % "co_own: yes", True),
    ("contributors_co_own_outputs", CREDIT % "co_own: no", False),
    ("contributors_co_own_outputs", CREDIT % "as_wished: yes", None),
    ("stages_with_contributors_at_work", "stages: none", exactly(0)),
    (
        "stages_with_contributors_at_work",
        "stages: {complete: yes, design: {role: involved, status: done}, analysis: {role: led, status: ongoing}, delivery: {role: consulted, status: done}, sharing: {role: involved, status: planned}}",
        exactly(2),
    ),
    ("stages_with_contributors_at_work", "stages: {design: {role: involved, status: done}}", Span(1, 8)),
    ("stages_with_contributors_at_work", "stages: {design: {role: involved}}", Span(0, 8)),
    ("something_remains", "influence: {legacy: yes}", True),
    ("something_remains", "influence: {legacy: none}", False),
    ("something_remains", "influence: {legacy: {covers: [people]}}", None),
    ("what_remains", LEGACY % "covers: [people, service]", words("people", "service")),
    ("what_remains", LEGACY % "covers: none", words()),
    ("what_remains", "influence: {legacy: yes}", None),
    ("own_verdict_published", LEGACY % "contributors_own_verdict: yes", True),
    ("own_verdict_published", LEGACY % "contributors_own_verdict: no", False),
    ("own_verdict_published", "influence: {legacy: yes}", None),
]

NEVER_UNKNOWN = {"stages_with_contributors_at_work"}
"""Of the eight stages, none to all: a range from the beginning."""


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) != value] == []


@rows("fact", sorted(facts_of("influence") - NEVER_UNKNOWN))
def test_each_fact_comes_out_in_both_ways_and_unknown(fact):
    assert kinds(ROWS, fact), fact
    assert observe(fact, "") is None


def lies_ahead_or_is_told_to_be_all(fragment):
    """Without its date, what lies ahead may have happened; what is taken from a list of all is told to be absent."""
    return "2027" in fragment or "2026-05" in fragment or "stages: {complete: yes" in fragment


@rows("fact, rows", by_fact([r for r in ROWS if not lies_ahead_or_is_told_to_be_all(r[1])]))
def test_taking_an_answer_away_never_says_something_else(fact, rows):
    assert [(fragment, found) for fragment, _ in rows if (found := list(narrowed(fact, fragment)))] == []


def test_what_lies_ahead_counts_among_the_plans():
    ahead = log(CHANGED % ", when: 2027", complete=True)
    assert observe("changes_on_record", ahead) == exactly(0)
    assert observe("changes_on_record", ahead, plans=True) == exactly(1)


def test_a_practice_that_contradicts_the_log_does_not_hide_it():
    """The file says that all get a reason, the log holds a refusal without one: the refusal stays on record."""
    both_told = log(WITHOUT, complete=True, more=reasons("all"))
    assert observe("refusals_without_reason", both_told) == exactly(1)
    assert observe("refusals_said_to_get_reasons", both_told) == "all"
