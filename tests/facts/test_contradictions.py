"""Facts on answers that cannot all be true: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, case_of, facts_of, observe, tree_of
from support import rows

from involve_audit.facts import FACTS

DATES = "project: {%sdates: {%s}}"
IDEA = "project: {dates: {idea: 2024-03}}\n"
CAME_IN = "timing: {first_involved: %s}\n"
ROOM = "rooms: {board: {%s}}\n"
LED = "stages: {design: {role: %s, status: done, rooms: [board]}}\n"
HARM = """
care: {harm: [{what: x, kind: harm, to: contributors, said_by: contributors, when: 2025-06, repair: {status: done, when: %s, agreed_with: [contributors]}}]}
"""
DECISION = "power: {decisions: [{what: x, stage: design, decided_by: %s, %s}]}"

ROWS = [
    (
        "part_outside_the_work",
        DATES % ("", "start: 2022") + "\nstages: {delivery: {role: involved, status: done, when: 2019}}",
        True,
    ),
    (
        "part_outside_the_work",
        DATES % ("", "start: 2022") + "\nstages: {delivery: {role: involved, status: done, since: 2019, until: 2021}}",
        True,
    ),
    (
        "part_outside_the_work",
        DATES % ("", "start: 2022") + "\nstages: {delivery: {role: involved, status: done, since: 2019, until: 2023}}",
        False,
    ),
    (
        "part_outside_the_work",
        DATES % ("", "end: 2020") + "\nstages: {delivery: {role: involved, status: done, when: 2024}}",
        True,
    ),
    (
        "part_outside_the_work",
        DATES % ("", "end: 2020") + "\nstages: {delivery: {role: involved, status: ongoing, since: 2024}}",
        True,
    ),
    (
        "part_outside_the_work",
        DATES % ("", "end: 2020") + "\nstages: {delivery: {role: none, status: done, when: 2024}}",
        False,
    ),
    (
        "part_outside_the_work",
        DATES % ("", "end: 2020") + "\nstages: {sharing: {role: involved, status: done, when: 2024}}",
        False,
    ),
    ("part_outside_the_work", "stages: {delivery: {role: involved, status: done, when: 2024}}", False),
    (
        "part_outside_the_work",
        DATES % ("", "start: 2022")
        + "\nstages: {delivery: {role: involved, status: done, when: 2019, who: the pilot}}",
        False,
    ),
    (
        "part_outside_the_work",
        DATES % ("", "idea: 2018, start: 2022") + "\nstages: {delivery: {role: involved, status: done, when: 2019}}",
        False,
    ),
    (
        "part_outside_the_work",
        DATES % ("", "idea: 2020, start: 2022") + "\nstages: {delivery: {role: involved, status: done, when: 2019}}",
        True,
    ),
    ("stage_before_the_idea", IDEA + "stages: {priorities: {role: consulted, status: done, when: 2023}}", False),
    (
        "stage_before_the_idea",
        IDEA + "power: {decisions: [{what: x, stage: priorities, decided_by: together, when: 2023}]}",
        False,
    ),
    ("room_counted_otherwise", ROOM % "contributors: 4, researchers: 0, others: 0, majority: others", True),
    ("room_counted_otherwise", ROOM % "contributors: 4, researchers: 4, others: 3, majority: equal", True),
    ("room_counted_otherwise", ROOM % "contributors: 9, researchers: 3, others: 3, majority: equal", True),
    ("room_counted_otherwise", ROOM % "contributors: 6, researchers: 3, others: 3, majority: equal", False),
    ("room_counted_otherwise", ROOM % "contributors: 9, researchers: 3, majority: others", False),
    ("room_counted_otherwise", ROOM % "contributors: about 6, researchers: 3, others: 3, majority: equal", False),
    ("room_counted_otherwise", ROOM % "contributors: 4, others: none, chair: other", True),
    ("room_counted_otherwise", ROOM % "contributors: 4, researchers: none, chair: researcher", True),
    ("room_counted_otherwise", ROOM % "contributors: 4, researchers: none, chair: contributor", False),
    (
        "decided_without_the_room",
        ROOM % "status: ongoing, since: 2025, contributors: 6" + DECISION % ("together", "room: board, when: 2022"),
        True,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: ongoing, since: 2025, contributors: 6" + DECISION % ("team", "room: board, when: 2022"),
        False,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: ongoing, since: 2025, contributors: 6" + DECISION % ("together", "room: board"),
        False,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: planned, contributors: 6" + DECISION % ("together", "room: board, when: 2022"),
        True,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: planned, contributors: 6" + DECISION % ("together", "room: board, became: done"),
        True,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: planned, contributors: 6" + DECISION % ("together", "room: board, became: under way"),
        True,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: planned, contributors: 6" + DECISION % ("together", "room: board"),
        False,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: policy, contributors: 6" + DECISION % ("together", "room: board, became: done, when: 2022"),
        True,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: policy, contributors: 6" + DECISION % ("together", "room: board, became: done, when: 2031"),
        False,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: ongoing, since: 2031, contributors: 6" + DECISION % ("together", "room: board, became: done"),
        True,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: ongoing, since: 2020, contributors: 6" + DECISION % ("together", "room: board, became: done"),
        False,
    ),
    (
        "decided_without_the_room",
        ROOM % "answer: no, contributors: 6" + DECISION % ("together", "room: board, became: done"),
        True,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: ongoing, since: 2025, contributors: 6"
        + "stages: {design: {role: led, status: done, when: 2022, rooms: [board]}}",
        True,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: ongoing, since: 2022, contributors: 6"
        + "stages: {design: {role: led, status: done, when: 2022, rooms: [board]}}",
        False,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: stopped, since: 2020, until: 2021-06, contributors: 6"
        + DECISION % ("together", "room: board, when: 2022"),
        True,
    ),
    (
        "decided_without_the_room",
        ROOM % "status: stopped, since: 2020, until: 2021-06, contributors: 6"
        + DECISION % ("together", "room: board, when: 2021"),
        False,
    ),
    ("nobody_and_somebody", "stages: {design: {role: involved, status: done, people: 0}}", True),
    ("nobody_and_somebody", "stages: {design: {role: informed, status: done, people: 0}}", False),
    ("nobody_and_somebody", "stages: {design: {role: involved, status: planned, people: 0}}", False),
    (
        "nobody_and_somebody",
        "voices: {direct_experience: no}\norganisations: {union: {does: runs, governed_by: people affected}}",
        True,
    ),
    (
        "nobody_and_somebody",
        "voices: {direct_experience: no}\norganisations: {union: {does: runs, governed_by: others}}",
        False,
    ),
    (
        "nobody_and_somebody",
        "voices: {direct_experience: unknown}\norganisations: {union: {does: runs, governed_by: people affected}}",
        False,
    ),
    ("answered_and_not", "influence: {log: [{said: x, answer: refused, changed: the question}]}", False),
    ("answered_and_not", "influence: {log: [{said: x, answer: refused, changed: none}]}", False),
    ("answered_and_not", "influence: {log: [{said: x, answer: partly, changed: the question}]}", False),
    ("answered_and_not", "influence: {log: [{said: x, answer: unanswered, told_back: 2024-05}]}", True),
    ("answered_and_not", "influence: {log: [{said: x, answer: unanswered, told_back: no}]}", False),
    ("word_against_the_count", "influence: {meetings_held: 0}\n" + ROOM % "contributors: 4, meetings: 6", True),
    (
        "word_against_the_count",
        "influence: {meetings_held: 0}\n" + ROOM % "contributors: 4, status: planned, meetings: 6",
        False,
    ),
    ("word_against_the_count", "influence: {feedback: {status: done, share: none, kinds: [results]}}", True),
    ("word_against_the_count", "influence: {feedback: {status: planned, share: none, kinds: [results]}}", False),
    (
        "word_against_the_count",
        "views: [{of: contributors, by_principle: {power: {agree: 1, disagree: 8, most: agree}}}]",
        True,
    ),
    (
        "word_against_the_count",
        "views: [{of: contributors, by_principle: {power: {agree: 8, disagree: 1, most: disagree}}}]",
        True,
    ),
    (
        "word_against_the_count",
        "views: [{of: contributors, by_principle: {power: {agree: 8, disagree: 1, most: agree}}}]",
        False,
    ),
    ("word_against_the_count", "organisations: {union: {does: [runs], governed_by: both, people: 0}}", True),
    ("word_against_the_count", "organisations: {union: {does: [runs], governed_by: others, people: 0}}", False),
    (
        "parts_against_the_phase",
        "project: {phase: idea}\nstages: {sharing: {role: led, status: done, when: 2024}}",
        True,
    ),
    (
        "parts_against_the_phase",
        "project: {phase: idea}\nstages: {design: {role: led, status: done, when: 2024}}",
        False,
    ),
    (
        "parts_against_the_phase",
        "project: {phase: applying}\nstages: {sharing: {role: led, status: planned, when: 2028}}",
        False,
    ),
    (
        "parts_against_the_phase",
        "project: {phase: finished}\nstages: {delivery: {role: led, status: ongoing, since: 2020}}",
        True,
    ),
    (
        "parts_against_the_phase",
        "project: {phase: finished}\nstages: {delivery: {role: led, status: ongoing, since: 2020, until: 2022}}",
        False,
    ),
    (
        "parts_against_the_phase",
        "project: {phase: running}\nstages: {delivery: {role: led, status: ongoing, since: 2020}}",
        False,
    ),
    (
        "more_in_a_part_than_in_all",
        "voices: {contributors: 3}\npower: {leadership: [{role: co-applicant, people: 6, status: ongoing}]}",
        True,
    ),
    (
        "more_in_a_part_than_in_all",
        "voices: {contributors: 3}\npower: {leadership: [{role: co-applicant, people: 6, status: done}]}",
        False,
    ),
    (
        "more_in_a_part_than_in_all",
        "voices: {contributors: 3}\nstages: {delivery: {role: involved, status: ongoing, people: 20}}",
        True,
    ),
    (
        "more_in_a_part_than_in_all",
        "voices: {contributors: 3}\nstages: {delivery: {role: involved, status: done, people: 20}}",
        False,
    ),
    ("nobody_and_somebody", "stages: {design: {role: none, status: done, budget_held_by: contributors}}", True),
    ("nobody_and_somebody", "stages: {design: {role: none, status: done, budget_held_by: team}}", False),
    ("nobody_and_somebody", "stages: {sharing: none}\ninfluence: {credit: {status: done, authors: yes}}", True),
    ("nobody_and_somebody", "stages: {sharing: none}\ninfluence: {credit: {status: planned, authors: yes}}", False),
    ("paid_with_nothing", "reward: {pay: {status: done, offered: none, preparation: paid}}", True),
    ("paid_with_nothing", "reward: {pay: {status: done, offered: some, preparation: paid}}", False),
    ("dates_out_of_order", DATES % ("", "idea: 2024, submitted: 2023"), True),
    ("dates_out_of_order", DATES % ("", "submitted: 2025-06, funded: 2024-05"), True),
    ("dates_out_of_order", DATES % ("", "start: 2026-01, end: 2025-03"), True),
    ("dates_out_of_order", DATES % ("", "data_collection: 2026-01, end: 2025-03"), True),
    ("dates_out_of_order", DATES % ("", "start: 2026-01, data_collection: 2025-03"), True),
    ("dates_out_of_order", DATES % ("phase: finished, ", "end: 2030"), True),
    ("dates_out_of_order", DATES % ("phase: applying, ", "end: 2020"), True),
    ("dates_out_of_order", DATES % ("phase: finished, ", "end: 2025"), False),
    ("dates_out_of_order", DATES % ("", "start: 2024, funded: 2025"), False),
    ("dates_out_of_order", DATES % ("", "idea: 2024, submitted: 2024, funded: 2024, start: 2024, end: 2024"), False),
    ("dates_out_of_order", "", False),
    ("stage_before_the_idea", IDEA + "stages: {design: {role: involved, status: done, when: 2024-02}}", True),
    (
        "stage_before_the_idea",
        IDEA + "stages: {design: {role: involved, status: done, since: 2023, until: 2025}}",
        True,
    ),
    ("stage_before_the_idea", IDEA + "stages: {priorities: {role: consulted, status: done, when: 2023}}", False),
    (
        "stage_before_the_idea",
        IDEA + "power: {decisions: [{what: x, stage: priorities, decided_by: together, when: 2023}]}",
        False,
    ),
    (
        "part_outside_the_work",
        "project: {dates: {idea: 2018, start: 2020-08}}\nstages: {delivery: {role: involved, status: done, when: 2018}}",
        False,
    ),
    (
        "part_outside_the_work",
        "project: {dates: {idea: 2018, start: 2020-08}}\nstages: {delivery: {role: involved, status: done, when: 2017}}",
        True,
    ),
    (
        "part_outside_the_work",
        "project: {dates: {idea: 2018, start: 2020-08}}\nstages: {analysis: {role: involved, status: done, when: 2018}}",
        True,
    ),
    ("stage_before_the_idea", IDEA + "stages: {design: {role: led, status: done, when: 2023}}", False),
    ("stage_before_the_idea", IDEA + "power: {decisions: [{what: x, decided_by: contributors, when: 2023}]}", False),
    ("stage_before_the_idea", IDEA + "power: {decisions: [{what: x, when: 2023}]}", True),
    ("stage_before_the_idea", IDEA + "stages: {design: {role: involved, status: done, when: 2024}}", False),
    ("stage_before_the_idea", "stages: {design: {role: led, status: done, when: 2024}}", False),
    ("seats_for_nobody", ROOM % "contributors: 0, votes: equal", True),
    ("seats_for_nobody", ROOM % "contributors: 0, votes: some", True),
    ("seats_for_nobody", ROOM % "contributors: none, chair: shared", True),
    ("seats_for_nobody", ROOM % "contributors: none, holds_budget: yes", True),
    ("seats_for_nobody", ROOM % "contributors: none, majority: contributors", True),
    ("seats_for_nobody", ROOM % "contributors: 3, researchers: 2, others: 2, majority: contributors", True),
    (
        "seats_for_nobody",
        ROOM % "contributors: 4, researchers: 2, others: 2, majority: contributors",
        True,
    ),  # half is no majority
    ("seats_for_nobody", ROOM % "contributors: 5, researchers: 2, others: 2, majority: contributors", False),
    ("seats_for_nobody", ROOM % "contributors: some, researchers: 9, majority: contributors", False),
    ("seats_for_nobody", ROOM % "contributors: 0, votes: none, chair: researcher", False),
    ("seats_for_nobody", ROOM % "votes: equal", False),
    ("decided_where_nobody_sits", ROOM % "contributors: 0" + LED % "led", True),
    ("decided_where_nobody_sits", ROOM % "contributors: 0" + LED % "involved", True),
    ("decided_where_nobody_sits", ROOM % "contributors: 0" + LED % "consulted", False),
    (
        "decided_where_nobody_sits",
        ROOM % "contributors: 4, power: decides, votes: none" + LED % "decided together",
        True,
    ),
    ("decided_where_nobody_sits", ROOM % "contributors: 4, power: decides, votes: none" + LED % "involved", False),
    (
        "decided_where_nobody_sits",
        ROOM % "contributors: 4, power: advises, votes: none" + LED % "decided together",
        False,
    ),
    ("decided_where_nobody_sits", ROOM % "contributors: 4" + LED % "led", False),
    ("decided_where_nobody_sits", ROOM % "status: ongoing" + LED % "led", False),
    ("decided_where_nobody_sits", ROOM % "contributors: 0" + DECISION % ("contributors", "room: board"), True),
    ("decided_where_nobody_sits", ROOM % "contributors: 0" + DECISION % ("team", "room: board"), False),
    *(
        ("decided_where_nobody_sits", ROOM % f"contributors: 4, power: {power}" + DECISION % (by, "room: board"), so)
        for power, by, so in (
            ("advises", "together", True),
            ("advises", "contributors", True),
            ("consulted", "[contributors, above]", True),
            ("informed", "together", True),
            ("advises", "team", False),
            ("advises", "[team, above]", False),
            ("decides", "together", False),
            ("unknown", "together", False),
        )
    ),
    ("decided_where_nobody_sits", DECISION % ("together", "became: done"), False),
    ("nobody_and_somebody", "stages: none\n" + ROOM % "contributors: 4, status: ongoing", True),
    ("nobody_and_somebody", "stages: none\n" + ROOM % "contributors: 0, status: ongoing", False),
    ("nobody_and_somebody", "stages: none\ninfluence: {log: [{said: x, by: contributors, arose: asked}]}", True),
    ("nobody_and_somebody", "stages: none\ninfluence: {log: [{said: x, by: contributors, arose: in public}]}", False),
    ("nobody_and_somebody", "stages: {design: none}\n" + DECISION % ("together", "became: done"), True),
    ("nobody_and_somebody", "stages: {design: none}\n" + DECISION % ("together", "became: set aside"), False),
    ("nobody_and_somebody", "stages: {design: none}\n" + DECISION % ("team", "became: done"), False),
    ("decided_where_nobody_sits", ROOM % "contributors: 4, meetings: 0" + LED % "led", True),
    ("decided_where_nobody_sits", ROOM % "contributors: 4, meetings: 0" + DECISION % ("together", "room: board"), True),
    ("nobody_and_somebody", "voices: {contributors: none}\n" + ROOM % "contributors: 4", True),
    ("nobody_and_somebody", "voices: {contributors: none}\n" + ROOM % "contributors: 4, status: planned", False),
    ("nobody_and_somebody", "voices: {contributors: none}\nstages: {design: {role: led, status: done}}", True),
    ("nobody_and_somebody", "voices: {contributors: none}\nstages: {design: {role: informed, status: done}}", False),
    ("paid_with_nothing", "reward: {pay: {offered: all, rate: 0 per hour}}", True),
    ("paid_with_nothing", "reward: {pay: {offered: all, rate: 20 per hour}}", False),
    ("paid_with_nothing", "reward: {pay: {offered: all}}", False),
    ("paid_with_nothing", "reward: {expenses: {paid: none, covers: [travel]}}", True),
    ("paid_with_nothing", "reward: {expenses: {paid: none, covers: []}}", False),
    ("paid_with_nothing", "reward: {expenses: {paid: in arrears, covers: [travel]}}", False),
    ("followed_up_before_it_was", HARM % "2025-01", True),
    ("followed_up_before_it_was", HARM % "2025-11", False),
    ("followed_up_before_it_was", HARM % "unknown", False),
    (
        "followed_up_before_it_was",
        "voices: {missing: [{group: x, reviewed: 2023-05, action: {what: y, status: done, when: 2024-01}}]}",
        True,
    ),
    ("told_of_a_later_day", DECISION % ("together", "became: done, when: 2031"), True),
    ("told_of_a_later_day", DECISION % ("together", "became: done, when: 2021"), False),
    ("told_of_a_later_day", DECISION % ("together", "when: 2031"), False),
    ("told_of_a_later_day", "influence: {heard: [{answer: yes, said_by: contributors, when: 2031}]}", True),
    ("told_of_a_later_day", "care: {plan: {status: planned, when: 2031}}", False),
    ("told_of_a_later_day", "care: {plan: {status: ongoing, since: never}}", False),
    ("told_of_a_later_day", "influence: {heard: [{answer: yes, said_by: contributors, when: month 6}]}", False),
    ("done_and_never", DECISION % ("together", "became: done, when: no"), True),
    ("done_and_never", DECISION % ("together", "became: partly, when: not yet"), True),
    ("done_and_never", DECISION % ("together", "became: set aside, when: no"), False),
    ("done_and_never", DECISION % ("together", "became: done, when: 2024"), False),
    ("done_and_never", DECISION % ("together", "became: done, when: unknown"), False),
    ("done_and_never", "care: {plan: {status: ongoing, since: never}}", True),
    ("done_and_never", "care: {plan: {status: planned, when: not yet}}", False),
    ("done_and_never", ROOM % "status: ongoing, since: no", True),
    ("done_and_never", "influence: {log: [{said: x, answer: taken up, when: no}]}", True),
    ("done_and_never", "influence: {log: [{said: x, answer: unanswered, when: no}]}", False),
    ("researchers_and_none", "project: {researchers: 0}\n" + ROOM % "researchers: 2", True),
    ("researchers_and_none", "project: {researchers: 0}\n" + ROOM % "contributors: 2", False),
    ("researchers_and_none", ROOM % "researchers: 2", False),
    ("nobody_and_somebody", "stages: {design: {role: none, people: 9}}", True),
    ("nobody_and_somebody", "stages: {design: {role: none, people: 0}}", False),
    ("nobody_and_somebody", "stages: {complete: yes}\n" + DECISION % ("together", "became: done"), True),
    ("nobody_and_somebody", "stages: {complete: no}\n" + DECISION % ("together", "became: done"), False),
    ("nobody_and_somebody", "voices: {contributors: 0}\n" + DECISION % ("together", "became: done"), True),
    ("nobody_and_somebody", "voices: {contributors: 0}\n" + DECISION % ("team", "became: done"), False),
    ("nobody_and_somebody", "voices: {contributors: 0}\nviews: [{of: contributors, asked: 9, answered: 6}]", True),
    ("nobody_and_somebody", "voices: {contributors: 0}\nviews: [{of: researchers, asked: 9, answered: 6}]", False),
    ("nobody_and_somebody", "stages: none\nviews: [{of: contributors, asked: 9, answered: 6}]", False),
    (
        "nobody_and_somebody",
        "voices: {contributors: 0}\npower: {leadership: [{role: co-chair, status: ongoing, people: 1}]}",
        True,
    ),
    (
        "nobody_and_somebody",
        "voices: {contributors: 0}\npower: {leadership: [{role: co-chair, status: planned, people: 1}]}",
        False,
    ),
    ("filled_in_by_nobody", "filled_in: {by: [contributors], contributors: 0}", True),
    ("filled_in_by_nobody", "filled_in: {by: [contributors]}", False),
    ("more_in_a_part_than_in_all", "voices: {contributors: 3}\n" + ROOM % "status: ongoing, contributors: 12", True),
    ("more_in_a_part_than_in_all", "voices: {contributors: 3}\n" + ROOM % "status: stopped, contributors: 12", False),
    ("more_in_a_part_than_in_all", "voices: {contributors: 3}\n" + ROOM % "status: planned, contributors: 12", False),
    ("more_in_a_part_than_in_all", "voices: {contributors: 3}\n" + ROOM % "status: done, contributors: 12", False),
    (
        "more_in_a_part_than_in_all",
        "project: {phase: finished}\nvoices: {contributors: 3}\n" + ROOM % "status: done, contributors: 12",
        False,
    ),
    (
        "more_in_a_part_than_in_all",
        "project: {phase: finished}\nvoices: {contributors: 1}\n" + ROOM % "status: done, contributors: some",
        True,
    ),
    (
        "more_in_a_part_than_in_all",
        "project: {phase: finished}\nvoices: {contributors: 3}\n" + ROOM % "status: done, contributors: 12",
        False,
    ),
    (
        "more_in_a_part_than_in_all",
        "voices: {contributors: about 12}\n" + ROOM % "status: ongoing, contributors: 13",
        False,
    ),
    (
        "involved_before_they_came_in",
        CAME_IN % "2026-01" + "stages: {design: {role: involved, status: done, when: 2023}}",
        True,
    ),
    (
        "involved_before_they_came_in",
        CAME_IN % "2026-01" + "stages: {design: {role: involved, status: planned, when: 2023}}",
        False,
    ),
    (
        "involved_before_they_came_in",
        CAME_IN % "2026-01" + "stages: {design: {role: involved, status: ongoing, since: 2023}}",
        False,
    ),
    (
        "involved_before_they_came_in",
        CAME_IN % "after design" + "stages: {design: {role: involved, status: done}}",
        True,
    ),
    (
        "involved_before_they_came_in",
        CAME_IN % "before design" + "stages: {design: {role: involved, status: done}}",
        False,
    ),
    ("involved_before_they_came_in", CAME_IN % "never" + "stages: {design: {role: consulted, status: done}}", True),
    ("involved_before_they_came_in", CAME_IN % "never" + ROOM % "contributors: 3, status: ongoing", True),
    ("involved_before_they_came_in", CAME_IN % "never" + ROOM % "contributors: 3, status: planned", False),
    (
        "involved_before_they_came_in",
        CAME_IN % "unknown" + "stages: {design: {role: consulted, status: done, when: 2023}}",
        False,
    ),
    ("involved_before_they_came_in", CAME_IN % "2025" + DECISION % ("together", "when: 2023"), True),
    ("involved_before_they_came_in", CAME_IN % "2025" + DECISION % ("team", "when: 2023"), False),
    ("followed_up_before_it_was", "influence: {log: [{said: x, when: 2025-03, told_back: 2024}]}", True),
    ("followed_up_before_it_was", "influence: {log: [{said: x, when: 2025-03, told_back: 2025}]}", False),
    (
        "followed_up_before_it_was",
        "influence: {heard: [{answer: no, said_by: contributors, when: 2025, answered: 2024}]}",
        True,
    ),
    ("followed_up_before_it_was", "voices: {missing: [{group: x, since: 2025, reviewed: 2024}]}", True),
    ("followed_up_before_it_was", "care: {plan: {status: done, when: 2025, reviewed: 2024}}", True),
    ("followed_up_before_it_was", "care: {plan: {status: done, when: 2025, reviewed: no}}", False),
    ("done_and_set_aside", DECISION % ("together", "became: done, set_aside_by: above"), True),
    ("done_and_set_aside", DECISION % ("together", "became: set aside, set_aside_by: above"), False),
    ("done_and_set_aside", DECISION % ("together", "became: done, set_aside_by: unknown"), False),
    ("researchers_and_none", "project: {researchers: 0}\n" + ROOM % "chair: researcher", True),
    ("paid_with_nothing", "reward: {pay: {status: ongoing, offered: none, rate: 25 per hour}}", True),
    ("paid_with_nothing", "reward: {pay: {status: planned, offered: none, rate: 25 per hour}}", False),
]


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) is not value] == []


# What lies ahead is held against the day of judging, which stands in no line.
@rows("fact, fragment", [r[:2] for r in ROWS if r[2] and r[0] != "told_of_a_later_day"])
def test_a_contradiction_quotes_both_of_its_lines(fact, fragment):
    where = FACTS[fact].observe(case_of(tree_of(fragment))).where
    assert len(where) >= 2


def test_each_fact_has_a_row_of_either_kind():
    for fact in facts_of("contradictions"):
        assert {value for name, _, value in ROWS if name == fact} == {True, False}, fact


@rows("never", ["when: never", "since: no", "when: not yet"])
def test_what_is_told_as_done_and_never_to_have_been_is_not_in_place(never):
    told = f"care: {{plan: {{status: ongoing, {never}}}}}"
    case = case_of(tree_of(told))
    assert case.in_place(case.at("care.plan")) is False
