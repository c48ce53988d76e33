"""Facts on access and communication: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, exactly, facts_of, kinds, narrowed, observe, open_span, words
from support import rows

from involve_audit.facts.answers import Span

PAPERS = "access: {papers_ahead: {status: ongoing, %s}}"
LANGUAGE = "access: {language: {status: done, %s}}"
MEETINGS = "access: {meetings: {status: ongoing, %s}}"
WAYS = "access: {ways_to_contribute: {status: ongoing, %s}}"
NEEDS = "access: {needs: {status: ongoing, %s}}"

ROWS = [
    ("people_meet", "rooms: {steering: {contributors: 2}}", True),
    ("people_meet", "access: {meetings: {status: ongoing}}", True),
    ("people_meet", "rooms: none\naccess: {meetings: none}", False),
    ("people_meet", "rooms: none", None),
    ("people_meet", "access: {meetings: none}", None),
    ("papers_sent_ahead", "access: {papers_ahead: yes}", True),
    ("papers_sent_ahead", "access: {papers_ahead: planned}", False),
    ("papers_sent_ahead", "access: {papers_ahead: {working_days: 5}}", None),
    ("papers_working_days_ahead", PAPERS % "working_days: 5", exactly(5)),
    ("papers_working_days_ahead", PAPERS % "working_days: about 8", Span(6, 10)),
    ("papers_working_days_ahead", "access: {papers_ahead: none}", exactly(0)),
    ("papers_working_days_ahead", "access: {papers_ahead: {working_days: 5}}", None),
    ("papers_with_plain_summary", PAPERS % "plain_summary: yes", True),
    ("papers_with_plain_summary", PAPERS % "plain_summary: no", False),
    ("papers_with_plain_summary", PAPERS % "working_days: 5", None),
    ("talk_before_meetings", PAPERS % "call_offered: yes", True),
    ("talk_before_meetings", PAPERS % "call_offered: no, pre_meeting: yes", True),
    ("talk_before_meetings", PAPERS % "call_offered: no, pre_meeting: no", False),
    ("talk_before_meetings", PAPERS % "call_offered: no", None),
    ("contributors_meet_beforehand", PAPERS % "pre_meeting: yes", True),
    ("contributors_meet_beforehand", PAPERS % "pre_meeting: no", False),
    ("contributors_meet_beforehand", PAPERS % "call_offered: yes", None),
    ("papers_set_with_contributors", PAPERS % "set_by: together", True),
    ("papers_set_with_contributors", PAPERS % "set_by: team", False),
    ("papers_set_with_contributors", PAPERS % "set_by: unknown", None),
    ("language_looked_after", LANGUAGE % "glossary: yes", True),
    ("language_looked_after", "access: {language: none}", False),
    ("language_looked_after", "access: {language: {glossary: yes}}", None),
    ("texts_checked_for_plain_words", LANGUAGE % "plain_check: yes", True),
    ("texts_checked_for_plain_words", LANGUAGE % "plain_check: no", False),
    ("texts_checked_for_plain_words", LANGUAGE % "glossary: yes", None),
    ("terms_agreed", LANGUAGE % "terms_agreed: yes", True),
    ("terms_agreed", LANGUAGE % "terms_agreed: no", False),
    ("terms_agreed", LANGUAGE % "glossary: yes", None),
    ("terms_changed_by_contributors", LANGUAGE % "terms_changed: [sufferer]", True),
    ("terms_changed_by_contributors", LANGUAGE % "terms_changed: none", False),
    ("terms_changed_by_contributors", LANGUAGE % "glossary: yes", None),
    ("meeting_people", MEETINGS % "people: 12", exactly(12)),
    ("meeting_people", MEETINGS % "people: about 12", Span(9, 15)),
    ("meeting_people", MEETINGS % "people: unknown", None),
    ("ways_to_speak", MEETINGS % "ways_to_speak: [turns, breaks]", words("turns", "breaks")),
    ("ways_to_speak", MEETINGS % "ways_to_speak: none", words()),
    ("ways_to_speak", "access: {meetings: {ways_to_speak: [turns]}}", None),
    ("way_to_speak_told", MEETINGS % "ways_to_speak: [open floor]", True),
    ("way_to_speak_told", MEETINGS % "ways_to_speak: none", False),
    ("way_to_speak_told", MEETINGS % "people: 12", None),
    ("speaking_helped", MEETINGS % "ways_to_speak: [open floor, turns]", True),
    ("speaking_helped", MEETINGS % "ways_to_speak: [open floor, breaks]", False),
    ("speaking_helped", "access: {meetings: {ways_to_speak: none}}", False),
    ("speaking_helped", MEETINGS % "ways_to_speak: [open floor, other]", None),
    ("quiet_way_to_speak", MEETINGS % "ways_to_speak: [written]", True),
    ("quiet_way_to_speak", MEETINGS % "ways_to_speak: [turns]", False),
    ("quiet_way_to_speak", MEETINGS % "people: 4", None),
    ("speaking_noted", MEETINGS % "speaking_noted: yes", True),
    ("speaking_noted", MEETINGS % "speaking_noted: no", False),
    ("speaking_noted", MEETINGS % "people: 4", None),
    ("meeting_form_chosen_with_contributors", MEETINGS % "format_chosen_by: contributors", True),
    ("meeting_form_chosen_with_contributors", MEETINGS % "format_chosen_by: team", False),
    ("meeting_form_chosen_with_contributors", MEETINGS % "people: 4", None),
    ("contributors_say_they_can_speak", MEETINGS % "works: yes", True),
    ("contributors_say_they_can_speak", MEETINGS % "works: partly", False),
    ("contributors_say_they_can_speak", MEETINGS % "works: unknown", None),
    ("ways_to_contribute", WAYS % "used: [phone], offered: [phone, visits]", exactly(2)),
    ("ways_to_contribute", WAYS % "offered: [phone, visits]", open_span(2)),
    ("ways_to_contribute", "access: {ways_to_contribute: none}", Span(0, 1)),
    ("ways_to_contribute", WAYS % "proposed_by_contributors: yes", None),
    ("ways_used", WAYS % "used: [phone, visits]", exactly(2)),
    ("ways_used", WAYS % "used: [phone, unknown]", open_span(1)),
    ("ways_used", WAYS % "offered: [phone, visits]", None),
    ("way_outside_meetings_used", WAYS % "used: [meetings online, phone]", True),
    ("way_outside_meetings_used", WAYS % "used: [meetings online, workshops]", False),
    ("way_outside_meetings_used", WAYS % "used: [meetings online, unknown]", None),
    ("way_offered_but_not_used", WAYS % "used: [meetings online], offered: [phone, meetings online]", True),
    ("way_offered_but_not_used", WAYS % "used: [phone, meetings online], offered: [phone]", False),
    ("way_offered_but_not_used", WAYS % "offered: [phone]", None),
    ("way_offered_but_not_used", WAYS % "offered: [phone], used: [unknown]", None),
    ("way_proposed_by_contributors_taken_up", WAYS % "proposed_by_contributors: yes", True),
    ("way_proposed_by_contributors_taken_up", WAYS % "proposed_by_contributors: no", False),
    ("way_proposed_by_contributors_taken_up", WAYS % "used: [phone]", None),
    ("access_needs_asked", NEEDS % "asked: regularly", "regularly"),
    ("access_needs_asked", NEEDS % "asked: once", "once"),
    ("access_needs_asked", "access: {needs: {asked: never}}", "no"),
    ("access_needs_asked", "access: {needs: none}", "no"),
    ("access_needs_asked", "access: {needs: {asked: regularly}}", None),
    ("access_needs_met", NEEDS % "met: most", "most"),
    ("access_needs_met", NEEDS % "met: none", "none"),
    ("access_needs_met", NEEDS % "met: unknown", None),
    ("access_costs_noted", NEEDS % "cost_noted: yes", True),
    ("access_costs_noted", NEEDS % "cost_noted: no", False),
    ("access_costs_noted", NEEDS % "asked: once", None),
    ("times_and_places_chosen_with_contributors", NEEDS % "times_chosen_with: yes", True),
    ("times_and_places_chosen_with_contributors", NEEDS % "times_chosen_with: no", False),
    ("times_and_places_chosen_with_contributors", NEEDS % "asked: once", None),
    ("people_say_needs_were_met", NEEDS % "confirmed: yes", True),
    ("people_say_needs_were_met", NEEDS % "confirmed: no", False),
    ("people_say_needs_were_met", NEEDS % "met: all", None),
    ("adjustments_funded_by_default", NEEDS % "funded_by_default: yes", True),
    ("adjustments_funded_by_default", NEEDS % "funded_by_default: no", False),
    ("adjustments_funded_by_default", NEEDS % "met: all", None),
]


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) != value] == []


@rows("fact", sorted(facts_of("access")))
def test_each_fact_has_rows_for_two_answers_and_for_not_knowing(fact):
    assert kinds(ROWS, fact)
    assert observe(fact, "") is None


@rows("fact, rows", by_fact(ROWS))
def test_an_answer_taken_away_only_leaves_more_open(fact, rows):
    assert [(fragment, found) for fragment, _ in rows if (found := list(narrowed(fact, fragment)))] == []


def test_papers_that_are_planned_count_among_the_plans_only():
    fragment = "access: {papers_ahead: {status: planned, when: 2026-06, working_days: 7}}"
    assert observe("papers_working_days_ahead", fragment) == exactly(0)
    assert observe("papers_working_days_ahead", fragment, plans=True) == exactly(7)
