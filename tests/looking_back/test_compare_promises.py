"""What became of a promise: worked pairs. A promise that is gone is deleted, and never done."""

from __future__ import annotations

import pytest
from pairs_of_files import became, compared, file, the_one

from involve_audit.comparison import OUTCOMES

PLAN = "care: {plan: {status: planned, when: 2025-06, written_by: together}}"
STAGE = "stages: {design: {role: decided together, status: planned, when: 2025-06}}"
GAP = "voices: {missing: [{group: Young carers, action: {what: Visits, status: planned, when: 2025-06}}]}"
ROOM = "rooms: {panel: {name: The panel, power: decides, votes: equal, status: planned, when: 2025-06}}"
POST = "power: {leadership: [{role: co-lead, status: planned, when: 2025-06}]}"
DECISION = "power: {decisions: [{what: Who gets the money, decided_by: together, announced_as: binding, when: 2025-06}]}"
PROMISE = "project: {title: A walk, phase: running, promises: [{what: You decide what is asked}]}"
LOG = "influence: {log: [{said: Meet in the evening, answer: put off}]}"
LEAD = "reward: {lead: {named: to be appointed, when: 2025-06}}"
TOLD = "honesty: {limits: [{what: The dose, told: 2025-06}]}"

PAIRS = [
    # a practice
    (PLAN, "", "deleted"),
    (PLAN, "care: {support: {status: done}}", "deleted"),
    (PLAN, PLAN, "late"),
    (PLAN, "care: {plan: {status: done, when: 2025-07, written_by: together}}", "kept"),
    (PLAN, "care: {plan: {status: ongoing, since: 2025-07, written_by: together, source: s}}\nsources: {s: {kind: minutes}}", "kept"),
    (PLAN, "care: {plan: yes}", "in part"),
    (PLAN, "care: {plan: {status: done, written_by: team}}", "in part"),
    (PLAN, "care: {plan: {status: done}}", "in part"),
    (PLAN, "care: {plan: {status: planned, when: 2026-06, written_by: together}}", "moved"),
    (PLAN, "care: {plan: {status: planned, written_by: together}}", "moved"),
    (PLAN, "care: {plan: {status: planned, when: 2025-09, written_by: together}}", "late"),
    (PLAN, "care: {plan: none}", "broken"),
    (PLAN, "care: {plan: {status: stopped, stopped_by: above}}", "broken"),
    (PLAN, "care: {plan: {status: policy, written_by: together}}", "unclear"),
    (PLAN, "care: {plan: aim}", "unclear"),
    (PLAN, "care: {plan: unknown}", "unclear"),
    (PLAN, "care: {plan: {when: 2025-06}}", "unclear"),
    (PLAN, "care: {plan: {status: done, when: 2027, written_by: together}}", "moved"),
    (PLAN.replace("2025-06", "2028"), PLAN.replace("2025-06", "2028"), "open"),
    (PLAN.replace("2025-06", "2028"), PLAN.replace("2025-06", "2028").replace("together", "team"), "moved"),
    ("care: {plan: planned}", "care: {plan: planned}", "open"),
    ("care: {plan: {status: done, when: 2025-06}}", "care: {plan: {status: done, when: 2025-06}}", "unclear"),
    ("care: {plan: {status: done, when: 2025-06}}", "care: {plan: {status: done, when: 2025-07}}", "kept"),
    # a stage
    (STAGE, "stages: {analysis: {role: led, status: done}}", "deleted"),
    (STAGE, "stages: none", "broken"),
    (STAGE, "stages: {complete: yes, analysis: {role: led, status: done}}", "deleted"),
    (STAGE, "stages: {work_has: [analysis], analysis: {role: led, status: done}}", "deleted"),
    (STAGE, "stages: {design: none}", "broken"),
    (STAGE, "stages: {design: {role: none, status: done}}", "broken"),
    (STAGE, "stages: {design: {role: consulted, status: done, when: 2025-06}}", "in part"),
    (STAGE, "stages: {design: {role: decided together, status: done, when: 2025-08}}", "kept"),
    (STAGE, "stages: {design: {role: led, status: done, when: 2025-08}}", "kept"),
    (STAGE, "stages: {design: {status: done}}", "in part"),
    # who is missing
    (GAP, "", "deleted"),
    (GAP, "voices: {missing: none}", "deleted"),
    (GAP, "voices: {missing: [{group: Young carers}]}", "deleted"),
    (GAP, "voices: {missing: [{group: Night workers, action: {what: Visits, status: done}}]}", "deleted"),
    (GAP, "voices: {missing: [{group: Young carers, cannot_because: No money}]}", "broken"),
    (GAP, "voices: {missing: [{group: Night workers}, {group: young  carers, action: {what: Visits, status: done}}]}", "kept"),
    (GAP, "voices: {missing: [{group: Young carer, action: {what: Visits, status: done}}]}", "in part"),
    # rooms, posts, decisions, public promises, what was left for later, a lead to be found, days ahead
    (ROOM, "rooms: {board: {power: decides, votes: equal, status: done}}", "deleted"),
    (ROOM, "rooms: {young_panel: {name: The panel, power: decides, votes: equal, status: ongoing}}", "kept"),
    (ROOM, "rooms: {panel: {name: The panel, power: advises, votes: none, status: ongoing}}", "in part"),
    (ROOM, "rooms: none", "broken"),
    (POST, "power: {leadership: none}", "broken"),
    (POST, "power: {final_say: team}", "deleted"),
    (POST, "power: {leadership: [{role: chair, status: ongoing}]}", "deleted"),
    (POST, "power: {leadership: [{role: chair, status: ongoing}, {role: co-lead, status: ongoing, when: 2025-06}]}", "kept"),
    (POST, POST, "late"),
    (DECISION, "power: {decisions: none}", "deleted"),
    (DECISION, DECISION, "unclear"),
    (DECISION, DECISION.replace("when: 2025-06", "became: done"), "kept"),
    (DECISION, DECISION.replace("when: 2025-06", "became: partly"), "in part"),
    (DECISION, DECISION.replace("when: 2025-06", "became: set aside, set_aside_by: above"), "broken"),
    (DECISION, DECISION.replace("together", "team").replace("when: 2025-06", "became: done"), "in part"),
    (DECISION, DECISION.replace("Who gets", "Who will get").replace("when: 2025-06", "became: done"), "in part"),
    (PROMISE, "", "deleted"),
    (PROMISE, PROMISE.replace("}]", ", kept: yes}]"), "kept"),
    (PROMISE, PROMISE.replace("}]", ", kept: partly}]"), "in part"),
    (PROMISE, PROMISE.replace("}]", ", kept: no}]"), "broken"),
    (PROMISE, PROMISE, "open"),
    (PROMISE, PROMISE.replace("running", "finished"), "unclear"),
    (LOG, "influence: {log: none}", "deleted"),
    (LOG, LOG, "open"),
    (LOG, LOG.replace("put off", "taken up"), "kept"),
    (LOG, LOG.replace("put off", "refused"), "broken"),
    (LOG, LOG.replace("put off", "unanswered"), "unclear"),
    (LEAD, "reward: {lead: {named: yes, status: ongoing}}", "kept"),
    (LEAD, "reward: {lead: {named: no}}", "broken"),
    (LEAD, LEAD, "late"),
    (LEAD, "reward: {pay: none}", "deleted"),
    (TOLD, TOLD, "unclear"),
    (TOLD, TOLD.replace("2025-06", "2025-07"), "kept"),
    (TOLD, TOLD.replace("2025-06", "no"), "broken"),
    (TOLD, TOLD.replace("2025-06", "2027"), "moved"),
    (TOLD, "honesty: {limits: [{what: The dose}]}", "deleted"),
]


def whole(text: str) -> str:
    return f"format: 1\n{text}\n" if text.startswith("project:") else file(text)


@pytest.mark.parametrize(("before", "after", "outcome"), PAIRS)
def test_what_became_of_a_promise(before, after, outcome):
    (promise,) = compared(whole(before), whole(after)).promises
    assert promise.outcome == outcome, promise
    assert promise.says
    assert bool(promise.asks) == (outcome not in ("open", "kept"))
    assert (promise.after is None) == (outcome == "deleted") or outcome == "broken"


def test_every_outcome_is_worked_out_above():
    assert {p[2] for p in PAIRS} == set(OUTCOMES)


def test_a_finished_work_has_no_plans_left():
    assert the_one("care: {plan: planned}", "care: {plan: planned}", phase="finished").outcome == "late"


def test_a_moved_day_says_from_when_to_when_and_asks_who_moved_it():
    promise = the_one(PLAN, PLAN.replace("2025-06", "2026-06"))
    assert (promise.moved_from, promise.moved_to) == ("2025-06", "2026-06")
    assert "The day that was promised has passed" in promise.says
    assert "contributors" in promise.asks
    again = the_one(PLAN, PLAN.replace("2025-06", "2025-08"))
    assert (again.outcome, again.moved_from, again.moved_to) == ("late", "2025-06", "2025-08")


def test_other_words_for_the_same_days_are_no_move():
    assert the_one(PLAN.replace("2025-06", "2027-06"), PLAN.replace("2025-06", "June 2027")).outcome == "open"
    # A day where none was told, or one that is told more closely, is no move either; the other way round it is one.
    undated = PLAN.replace("when: 2025-06, ", "")
    assert the_one(undated, PLAN.replace("2025-06", "2027")).outcome == "open"
    assert the_one(undated, PLAN).outcome == "late"
    assert the_one(PLAN.replace("2025-06", "2027"), PLAN.replace("2025-06", "2027-03")).outcome == "open"
    assert the_one(PLAN.replace("2025-06", "2027-03"), PLAN.replace("2025-06", "2027")).outcome == "moved"
    gone = the_one(PLAN.replace("2025-06", "2027"), undated)
    assert (gone.outcome, gone.moved_from, gone.moved_to) == ("moved", "2027", "")


def test_what_is_otherwise_than_promised_is_named():
    before = "reward: {pay: {status: planned, offered: all, rate: 30 per hour, preparation: paid, told_in_advance: yes}}"
    promise = the_one(before, "reward: {pay: {status: ongoing, offered: some, rate: 20 per hour, preparation: paid}}")
    assert promise.outcome == "in part"
    assert promise.differs == ("offered: all → some", "rate: 30 per hour → 20 per hour", "told in advance: yes → not told")
    assert the_one(before, before.replace("planned", "ongoing").replace("30", "35")).outcome == "kept"
    assert the_one(before, "reward: {pay: {status: ongoing, offered: none}}").outcome == "broken"


def test_lists_are_matched_by_name_and_not_by_place():
    one = "{group: Young carers, action: {what: Visits, status: planned, when: 2027}}"
    two = "{group: Night workers, action: {what: A phone line, status: planned, when: 2028}}"
    before = f"voices: {{missing: [{one}, {two}]}}"
    assert set(became(before, f"voices: {{missing: [{two}, {one}]}}").values()) == {"open"}
    found = became(before, f"voices: {{missing: [{two}]}}")
    assert found == {"voices.missing[young carers].action": "deleted", "voices.missing[night workers].action": "open"}


def test_what_was_done_already_does_not_keep_the_promise_beside_it():
    done = "{role: decided together, status: done, when: 2024}"
    planned = "{role: decided together, status: planned, when: 2025-06}"
    before = f"stages: {{analysis: [{done}, {planned}]}}"
    assert list(became(before, f"stages: {{analysis: [{done}]}}").values()) == ["deleted"]
    assert list(became(before, f"stages: {{analysis: {done}}}").values()) == ["deleted"]
    assert list(became(before, "stages: {analysis: [{role: decided together, status: done, when: 2024-03}]}").values()) == ["deleted"]
    assert list(became(before, f"stages: {{analysis: [{done}, {{role: decided together, status: done, when: 2025-07}}]}}").values()) == ["kept"]


def test_a_promise_made_since_is_listed_and_not_judged():
    found = compared(file(), file(PLAN))
    assert not found.promises
    assert [n.id for n in found.new_promises] == ["care.plan"]
    assert not compared(file(PLAN), file(PLAN)).new_promises


def test_a_reworded_promise_is_never_simply_kept():
    before = "project: {title: A walk, promises: [{what: All of you decide what we ask}]}"
    promise = compared(whole(before), whole(before.replace("All", "Some").replace("}]", ", kept: yes}]"))).promises[0]
    assert promise.outcome == "in part"
    assert "All of you decide" in promise.differs[0]


def test_what_the_earlier_file_tells_the_outcome_of_is_no_open_promise():
    for kept in ("yes", "no", "partly"):
        assert not compared(whole(PROMISE.replace("}]", f", kept: {kept}}}]")), file()).promises
    assert not compared(file(DECISION.replace("when: 2025-06", "became: set aside")), file()).promises


def test_days_of_the_work_are_no_promises():
    text = "format: 1\nproject: {title: A walk, dates: {submitted: 2027, end: 2030}}\ntiming: {design_locked: 2028}\nsources: {s: {date: 2028}}\n"
    assert not compared(text, "format: 1\nproject: {title: A walk}\n").promises
