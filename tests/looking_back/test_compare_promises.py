"""What became of a promise: worked pairs. A promise that is gone is deleted, and never done."""

from __future__ import annotations

import pytest
from pairs_of_files import became, compared, file, the_one

from involve_audit.results.comparison import OUTCOMES

PLAN = "care: {plan: {status: planned, when: 2025-06, written_by: together}}"
STAGE = "stages: {design: {role: decided together, status: planned, when: 2025-06}}"
GAP = "voices: {missing: [{group: Young carers, action: {what: Visits, status: planned, when: 2025-06}}]}"
ROOM = "rooms: {panel: {name: The panel, power: decides, votes: equal, status: planned, when: 2025-06}}"
POST = "power: {leadership: [{role: co-lead, status: planned, when: 2025-06}]}"
DECISION = (
    "power: {decisions: [{what: Who gets the money, decided_by: together, announced_as: binding, when: 2025-06}]}"
)
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
    (
        PLAN,
        "care: {plan: {status: ongoing, since: 2025-07, written_by: together, source: s}}\nsources: {s: {kind: minutes}}",
        "kept",
    ),
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
    (
        GAP,
        "voices: {missing: [{group: Night workers}, {group: young  carers, action: {what: Visits, status: done}}]}",
        "kept",
    ),
    (GAP, "voices: {missing: [{group: Young carer, action: {what: Visits, status: done}}]}", "in part"),
    # rooms, posts, decisions, public promises, what was left for later, a lead to be found, days ahead
    (ROOM, "rooms: {board: {power: decides, votes: equal, status: done}}", "deleted"),
    (ROOM, "rooms: {young_panel: {name: The panel, power: decides, votes: equal, status: ongoing}}", "kept"),
    (ROOM, "rooms: {panel: {name: The panel, power: advises, votes: none, status: ongoing}}", "in part"),
    (ROOM, "rooms: none", "broken"),
    (POST, "power: {leadership: none}", "broken"),
    (POST, "power: {final_say: team}", "deleted"),
    (POST, "power: {leadership: [{role: chair, status: ongoing}]}", "deleted"),
    (
        POST,
        "power: {leadership: [{role: chair, status: ongoing}, {role: co-lead, status: ongoing, when: 2025-06}]}",
        "kept",
    ),
    (POST, POST, "late"),
    (POST, POST.replace("planned", "done"), "kept"),
    (POST, POST.replace("planned, when: 2025-06", "ongoing, when: 2027"), "moved"),
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
    (PROMISE.replace("}]", ", kept: unknown}]"), PROMISE.replace("}]", ", kept: yes}]"), "kept"),
    (LOG, "influence: {log: none}", "deleted"),
    (LOG, LOG, "open"),
    (LOG, LOG.replace("put off", "taken up"), "kept"),
    (LOG, LOG.replace("put off", "partly"), "in part"),
    (LOG, LOG.replace("put off", "refused"), "broken"),
    (LOG, LOG.replace("put off", "unanswered"), "unclear"),
    (LEAD, "reward: {lead: {named: yes, status: ongoing}}", "kept"),
    (LEAD, "reward: {lead: {named: no}}", "broken"),
    (LEAD, LEAD, "late"),
    # Who was promised a lead with lived experience has no such lead by the mere appointment of somebody.
    (
        LEAD.replace("when", "lived_experience: yes, when"),
        "reward: {lead: {named: yes, lived_experience: no}}",
        "in part",
    ),
    (
        LEAD.replace("when", "lived_experience: yes, when"),
        "reward: {lead: {named: yes, lived_experience: yes}}",
        "kept",
    ),
    (LEAD, "reward: {lead: {named: yes}}", "kept"),
    (LEAD, "reward: {lead: {named: yes, status: stopped}}", "broken"),
    (LEAD, "reward: {lead: {named: yes, status: planned, when: 2027}}", "moved"),
    ("reward: {lead: planned}", "reward: {lead: {named: yes}}", "kept"),
    ("reward: {lead: planned}", "reward: {lead: {named: no}}", "broken"),
    ("reward: {lead: {named: no, status: planned}}", "reward: {lead: {named: yes, status: ongoing}}", "kept"),
    ("reward: {lead: {named: no, status: planned}}", "reward: {lead: {named: no}}", "unclear"),
    (
        "reward: {lead: {named: yes, since: 2025-06, status: ongoing}}",
        "reward: {lead: {named: yes, since: 2025-06, status: ongoing}}",
        "unclear",
    ),
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


def test_for_when_something_is_promised_is_said_where_it_is_told():
    assert the_one(PLAN, PLAN).due == "2025-06"
    assert the_one("care: {plan: {status: planned, since: June 2025}}", PLAN).due == "June 2025"
    assert the_one(POST, POST).due == "2025-06"
    assert [the_one(text, text).due for text in (LOG, PLAN.replace("when: 2025-06, ", ""))] == ["", ""]


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
    assert gone.says == "It is still planned; it was planned for 2027, and no day is told any more."


def test_what_is_otherwise_than_promised_is_named():
    before = (
        "reward: {pay: {status: planned, offered: all, rate: 30 per hour, preparation: paid, told_in_advance: yes}}"
    )
    promise = the_one(before, "reward: {pay: {status: ongoing, offered: some, rate: 20 per hour, preparation: paid}}")
    assert promise.outcome == "in part"
    assert promise.differs == (
        "offered: all → some",
        "rate: 30 per hour → 20 per hour",
        "told in advance: yes → not told",
    )
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
    assert list(
        became(before, "stages: {analysis: [{role: decided together, status: done, when: 2024-03}]}").values()
    ) == ["deleted"]
    assert list(
        became(
            before, f"stages: {{analysis: [{done}, {{role: decided together, status: done, when: 2025-07}}]}}"
        ).values()
    ) == ["kept"]


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


# --- what is promised, in words --------------------------------------------------------------------

SAYS_WHAT = [
    ("stages: {design: {role: decided together, status: planned}}", ["Design: decided together"]),
    ("stages: {design: {status: planned}}", ["Design: a part for contributors"]),
    ("stages: {design: {role: unknown, status: planned}}", ["Design: a part for contributors"]),
    ("rooms: {panel: {name: The panel, power: decides, status: planned}}", ["A room: The panel (decides)"]),
    ("rooms: {young_panel: {power: unknown, status: planned}}", ["A room: young panel"]),
    ("voices: {missing: [{group: Young carers, action: {what: Visits, status: planned}}]}", ["Visits (for a group that is not in the room: Young carers)"]),
    ("voices: {missing: [{group: Young carers, action: planned}]}", ["Something is done (for a group that is not in the room: Young carers)"]),
    ("voices: {excluded: [{group: Night workers, review: 2027}]}", ["Night workers: when this is looked at again"]),
    ("power: {leadership: [{role: co-lead, status: planned}]}", ["A post with authority for contributors: co-lead"]),
    ("power: {leadership: [{status: planned}]}", ["A post with authority for contributors: it is not told which"]),
    ("power: {decisions: [{what: Who gets it, announced_as: binding}]}", ["A decision: Who gets it"]),
    ("project: {title: A walk, promises: [{what: You decide}]}", ["A public promise: You decide"]),
    (
        "influence: {log: [{said: Meet in the evening, answer: put off, told_back: 2027}]}",
        ["Left for later: Meet in the evening", "Left for later: Meet in the evening: when those who said it were told what came of it"],
    ),
    ("honesty: {limits: [{what: The dose, told: 2027}]}", ["The dose: when contributors were told"]),
    # What has no name of its own is told by the words of the project file's own questions.
    ("care: {plan: planned}", ["A written plan for emotional safety"]),
    ("care: {plan: {status: planned, reviewed: 2027}}", ["A written plan for emotional safety", "A written plan for emotional safety: when it was reviewed after use"]),
    ("timing: {first_involved: 2027}", ["When people were first involved"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what"), SAYS_WHAT)
def test_a_promise_is_told_in_the_words_of_the_file(text, what):
    assert [p.what for p in compared(whole(text), file()).promises] == what


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        # A say that is announced waits for what becomes of it; advice that is asked for is no promise to follow it.
        ("power: {decisions: [{what: x, announced_as: binding}]}", True),
        ("power: {decisions: [{what: x, announced_as: binding if most agree, became: unknown}]}", True),
        ("power: {decisions: [{what: x, announced_as: binding, became: under way}]}", True),
        ("power: {decisions: [{what: x, announced_as: advice}]}", False),
        ("power: {decisions: [{what: x, announced_as: advice, became: under way}]}", True),
        ("power: {decisions: [{what: x, announced_as: advice, when: 2025-06}]}", True),
        ("power: {decisions: [{what: x, when: 2024}]}", False),
        ("power: {decisions: [{what: x, announced_as: binding, became: done}]}", False),
        ("power: {decisions: [{what: x, announced_as: binding, became: partly}]}", False),
        ("power: {decisions: [{what: x, announced_as: binding, became: set aside}]}", False),
        # What is told to be there is a promise only as long as its day lies ahead.
        ("care: {plan: {answer: yes, when: 2025-06}}", True),
        ("care: {plan: {answer: yes, when: 2024}}", False),
        ("care: {plan: {answer: yes}}", False),
        ("care: {plan: {status: ongoing, since: 2025-01-02}}", True),
        ("care: {plan: {status: ongoing, since: 2025-01-01}}", False),
        ("care: {plan: {status: policy, when: 2025-06}}", False),
        ("reward: {pay: {status: ongoing, benchmark_date: 2027}}", False),
        ("power: {leadership: [{role: chair, status: ongoing, when: 2025-06}]}", False),
        ("reward: {lead: {named: yes}}", False),
        (
            "voices: {rooms: [{room: panel, characteristic: age, asked: yes, delete_by: 2027}]}\nrooms: {panel: {}}",
            False,
        ),
        ("influence: {log: [{said: x, answer: unanswered}]}", False),
    ],
)
def test_what_counts_as_a_promise(text, promised):
    assert bool(compared(file(text), file()).promises) is promised


# --- what became of it, in a sentence --------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        (GAP, "voices: {missing: none}", "The file now says that no group is missing."),
        (
            GAP,
            "voices: {missing: [{group: Night workers}]}",
            "The group is no longer named as missing, and the plan is gone with it. Nothing says",
        ),
        (
            GAP,
            "voices: {missing: [{group: Young carers, cannot_because: unknown}]}",
            "still named as missing, and the plan is no longer there",
        ),
        (STAGE, "stages: {work_has: [analysis]}", "the work has no such stage"),
        (STAGE, "stages: {work_has: [design, analysis]}", "It is no longer in the file"),
        (STAGE, "stages: {analysis: {role: led}}", "It is no longer in the file"),
        (POST, "power: {leadership: none}", "The file now says that there is none."),
        (POST, POST.replace("planned", "stopped"), "It was stopped."),
        (POST, "power: {leadership: [{role: co-lead}]}", "no longer told whether the post is planned or held"),
        (POST, POST.replace("planned", "ongoing"), "The post is held."),
        (PLAN, "care: {plan: {status: stopped, stopped_by: unknown}}", "It was stopped."),
        (PLAN, "care: {plan: {status: stopped, stopped_by: above}}", "It was stopped by: those above the team."),
        (PLAN, PLAN.replace("planned", "done"), "The file says that it is done."),
        (PLAN, PLAN.replace("planned", "ongoing"), "The file says that it is going on."),
        (PLAN, PLAN, "Its day has passed, and it is still planned."),
        (
            PLAN,
            PLAN.replace("2025-06", "2025-08"),
            "Its day was moved from 2025-06 to 2025-08, that day has passed too, and it is still planned.",
        ),
        (
            PLAN.replace("2025-06", "2027"),
            PLAN.replace("2025-06", "2027"),
            "It is still planned, and its day has not come.",
        ),
        ("care: {plan: planned}", "care: {plan: planned}", "It is still planned, and no day is told."),
        (PLAN, "care: {plan: {status: policy}}", "It is now a rule on paper; it was a plan."),
        (PLAN, "care: {plan: aim}", "It is now an aim; it was a plan."),
        (
            DECISION,
            DECISION.replace("when: 2025-06", "became: set aside, set_aside_by: above"),
            "It was set aside by: those above the team.",
        ),
        (DECISION, DECISION.replace("when: 2025-06", "became: set aside, set_aside_by: unknown"), "It was set aside."),
        (DECISION, DECISION.replace("when: 2025-06", "became: done"), "It was carried out."),
        (DECISION, DECISION.replace("when: 2025-06", "became: under way"), "It is still under way."),
        (LEAD, "reward: {lead: {named: unknown}}", "no longer told whether anybody was appointed"),
        (LOG, LOG.replace("put off", "contested"), "It is not told that it was answered since."),
        (TOLD, TOLD.replace("2025-06", "unknown"), "nobody knows whether it happened"),
    ],
)
def test_what_became_of_it_is_said_in_a_sentence(before, after, says):
    found = the_one(before, after).says
    assert says in found
    assert found.endswith(".")
    assert not says.endswith(".") or found.endswith(says) or "Nothing says" in found


def test_that_the_work_is_finished_is_said_of_what_still_waits():
    finished = PROMISE.replace("running", "finished")
    waiting = [
        the_one(text, text, phase="finished")
        for text in (LOG, "power: {decisions: [{what: x, announced_as: binding}]}")
    ]
    for promise in (*waiting, *compared(whole(PROMISE), whole(finished)).promises):
        assert promise.outcome == "unclear"
        assert promise.says.startswith("The work is finished. It is ")


# --- what is otherwise than promised ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("promised", "now", "differs"),
    [
        # More than was promised is no less than it, and as much is not either.
        ("reward: {pay: {offered: some, STATUS}}", "reward: {pay: {offered: all, STATUS}}", ""),
        ("reward: {pay: {offered: none, STATUS}}", "reward: {pay: {offered: some, STATUS}}", ""),
        ("reward: {pay: {offered: none, STATUS}}", "reward: {pay: {offered: none, STATUS}}", ""),
        ("reward: {pay: {offered: all, STATUS}}", "reward: {pay: {offered: some, STATUS}}", "offered: all → some"),
        ("reward: {pay: {preparation: unpaid, STATUS}}", "reward: {pay: {preparation: paid, STATUS}}", ""),
        ("reward: {pay: {preparation: paid, STATUS}}", "reward: {pay: {preparation: unpaid, STATUS}}", "preparation: paid → unpaid"),
        ("rooms: {panel: {power: consulted, STATUS}}", "rooms: {panel: {power: advises, STATUS}}", ""),
        ("rooms: {panel: {power: advises, STATUS}}", "rooms: {panel: {power: decides, STATUS}}", ""),
        ("rooms: {panel: {power: decides, STATUS}}", "rooms: {panel: {power: advises, STATUS}}", "power: decides → advises"),
        ("rooms: {panel: {power: advises, STATUS}}", "rooms: {panel: {power: consulted, STATUS}}", "power: advises → consulted"),
        ("rooms: {panel: {power: consulted, STATUS}}", "rooms: {panel: {power: informed, STATUS}}", "power: consulted → informed"),
        ("rooms: {panel: {votes: some, STATUS}}", "rooms: {panel: {votes: equal, STATUS}}", ""),
        ("rooms: {panel: {votes: equal, STATUS}}", "rooms: {panel: {votes: some, STATUS}}", "votes: equal → some"),
        ("rooms: {panel: {votes: some, STATUS}}", "rooms: {panel: {votes: none, STATUS}}", "votes: some → none"),
        ("stages: {design: {role: consulted, STATUS}}", "stages: {design: {role: involved, STATUS}}", ""),
        ("stages: {design: {role: involved, STATUS}}", "stages: {design: {role: informed, STATUS}}", "role: involved → informed"),
        ("reward: {expenses: {paid: up front, STATUS}}", "reward: {expenses: {paid: in arrears, STATUS}}", "paid: up front → in arrears"),
        # Not told any more, and nobody knows: both say less than was promised; what was never known promised nothing.
        ("reward: {expenses: {paid: up front, STATUS}}", "reward: {expenses: {STATUS}}", "paid: up front → not told"),
        ("reward: {expenses: {paid: up front, STATUS}}", "reward: {expenses: {paid: unknown, STATUS}}", "paid: up front → not told"),
        ("reward: {expenses: {paid: unknown, STATUS}}", "reward: {expenses: {paid: in arrears, STATUS}}", ""),
        # Money: a penny less is less.
        ("reward: {budget: {amount: 1200, STATUS}}", "reward: {budget: {amount: 1200, STATUS}}", ""),
        ("reward: {budget: {amount: 1200, STATUS}}", "reward: {budget: {amount: 1199.99, STATUS}}", "amount: 1200 → 1199.99"),
        ("reward: {budget: {amount: 1200, STATUS}}", "reward: {budget: {amount: none, STATUS}}", "amount: 1200 → none"),
        ("reward: {budget: {amount: 1200, STATUS}}", "reward: {budget: {amount: unknown, STATUS}}", "amount: 1200 → unknown"),
        ("reward: {budget: {amount: 1200, STATUS}}", "reward: {budget: {STATUS}}", "amount: 1200 → not told"),
        ("reward: {budget: {amount: unknown, STATUS}}", "reward: {budget: {amount: 3, STATUS}}", ""),
        # An hour is no day: forty a day are not more than thirty an hour.
        ("reward: {pay: {rate: 30 per hour, STATUS}}", "reward: {pay: {rate: 40 per day, STATUS}}", "rate: 30 per hour → 40 per day"),
        ("reward: {pay: {rate: £75 per half-day, STATUS}}", "reward: {pay: {rate: £75 a day, STATUS}}", "rate: £75 per half-day → £75 a day"),
        ("reward: {pay: {rate: 27.50 per hour, STATUS}}", "reward: {pay: {rate: £28 an hour, STATUS}}", ""),
        ("reward: {pay: {rate: 2 hours at £15, STATUS}}", "reward: {pay: {rate: 15 per hour, STATUS}}", ""),
        ("reward: {pay: {rate: 30 per hour, STATUS}}", "reward: {pay: {rate: 31, STATUS}}", ""),
        # A rhythm is another one in either direction, in whatever words.
        ("rooms: {panel: {meets_every: monthly, STATUS}}", "rooms: {panel: {meets_every: every month, STATUS}}", ""),
        ("rooms: {panel: {meets_every: monthly, STATUS}}", "rooms: {panel: {meets_every: 3 months, STATUS}}", "meets every: monthly → 3 months"),
        ("rooms: {panel: {meets_every: 3 months, STATUS}}", "rooms: {panel: {meets_every: monthly, STATUS}}", "meets every: 3 months → monthly"),
        ("rooms: {panel: {meets_every: monthly, STATUS}}", "rooms: {panel: {STATUS}}", "meets every: monthly → not told"),
        # Of a list, what is not there any more.
        ("reward: {expenses: {covers: [travel, childcare], STATUS}}", "reward: {expenses: {covers: [childcare, travel, food], STATUS}}", ""),
        ("reward: {expenses: {covers: [travel, childcare, food], STATUS}}", "reward: {expenses: {covers: [childcare], STATUS}}", "covers: travel, food → not there"),
        ("reward: {expenses: {covers: [travel], STATUS}}", "reward: {expenses: {STATUS}}", "covers: travel → not told"),
        ("rooms: {a: {}, b: {}}\nstages: {design: {rooms: [a, b], STATUS}}", "rooms: {a: {}, b: {}}\nstages: {design: {rooms: [b], STATUS}}", "rooms: a → not there"),
        # Texts are free: nobody can tell whether other words promise something else.
        ("reward: {pay: {benchmark: The rate of the funder, STATUS}}", "reward: {pay: {STATUS}}", ""),
        # How it is paid for, who sees to it and what shows it are no part of what is promised.
        ("reward: {budget: {owner: lead, cost: 1200, note: x, STATUS}}", "reward: {budget: {owner: nobody, cost: 10, STATUS}}", ""),
        ("stages: {design: {wished_role: led, STATUS}}", "stages: {design: {wished_role: consulted, STATUS}}", ""),
        ("honesty: {advert: {names: [pay, time], STATUS}}", "honesty: {advert: {names: [time], STATUS}}", ""),
        # Counts of things are set beside each other, counts of people never.
        ("access: {papers_ahead: {working_days: 5, STATUS}}", "access: {papers_ahead: {working_days: 4, STATUS}}", "working days: 5 → 4"),
        ("access: {papers_ahead: {working_days: 5, STATUS}}", "access: {papers_ahead: {working_days: five, STATUS}}", ""),
        ("access: {papers_ahead: {working_days: 5, STATUS}}", "access: {papers_ahead: {working_days: at least 5, STATUS}}", "working days: 5 → at least 5"),
        ("access: {papers_ahead: {working_days: 5, STATUS}}", "access: {papers_ahead: {STATUS}}", "working days: 5 → not told"),
        ("influence: {feedback: {within_days: 14, STATUS}}", "influence: {feedback: {within_days: 30, STATUS}}", "within days: 14 → 30"),
        ("reward: {expenses: {days_to_pay: 14, STATUS}}", "reward: {expenses: {days_to_pay: 30, STATUS}}", "days to pay: 14 → 30"),
        ("timing: {space_to_change: {decision_points: 3, STATUS}}", "timing: {space_to_change: {decision_points: 2, STATUS}}", "decision points: 3 → 2"),
        ("rooms: {panel: {meetings: 6, STATUS}}", "rooms: {panel: {meetings: 2, STATUS}}", "meetings: 6 → 2"),
        ("reward: {budget: {planned_meetings: 6, STATUS}}", "reward: {budget: {planned_meetings: 2, STATUS}}", "planned meetings: 6 → 2"),
        ("reward: {budget: {hours_each: 6, STATUS}}", "reward: {budget: {hours_each: 2, STATUS}}", "hours each: 6 → 2"),
        ("relationships: {time_together: {times: 6, STATUS}}", "relationships: {time_together: {times: 2, STATUS}}", "times: 6 → 2"),
        ("reward: {budget: {planned_people: 6, STATUS}}", "reward: {budget: {planned_people: 2, STATUS}}", ""),
        ("rooms: {panel: {contributors: 6, STATUS}}", "rooms: {panel: {contributors: 2, STATUS}}", ""),
        ("stages: {design: {people: 6, STATUS}}", "stages: {design: {people: 2, STATUS}}", ""),
        ("care: {leaving: {left: 0, STATUS}}", "care: {leaving: {left: 2, STATUS}}", ""),
    ],
)  # fmt: skip
def test_what_was_promised_and_is_not_quite_what_is_done_is_named(promised, now, differs):
    promise = the_one(promised.replace("STATUS", "status: planned"), now.replace("STATUS", "status: done"))
    assert promise.differs == ((differs,) if differs else ())
    assert promise.outcome == ("in part" if differs else "kept")
    # While it is still planned, the same difference is a change of plan.
    promise = the_one(promised.replace("STATUS", "status: planned"), now.replace("STATUS", "status: planned"))
    assert promise.outcome == ("moved" if differs else "open")


# --- days ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("2025-12-31", "late"), ("2026-01-01", "open"), ("2026-01", "open"), ("2025", "late"), ("2025 to 2026", "open")],
)
def test_a_plan_is_late_on_the_day_after_its_last(day, outcome):
    plan = f"care: {{plan: {{status: planned, when: {day}}}}}"
    assert the_one(plan, plan).outcome == outcome


def test_a_plan_that_was_moved_to_its_last_day_is_not_late_on_that_day():
    promise = the_one(PLAN, PLAN.replace("2025-06", "2026-01-01"))
    assert (promise.outcome, promise.moved_to) == ("moved", "2026-01-01")
    assert "The day that was promised has passed." in promise.says
    assert (
        "has passed" not in the_one(PLAN.replace("2025-06", "2026-01-01"), PLAN.replace("2025-06", "2026-02-01")).says
    )


@pytest.mark.parametrize(
    ("promised", "now", "outcome"),
    [
        # Told more closely: every day of the new span was a day of the old one.
        ("2027", "2027-01-01 to 2027-12-31", "open"), ("2027", "2027-01-01", "open"), ("2027", "2027-12-31", "open"),
        ("2027", "2028-01-01", "moved"), ("2027", "2026-12-31", "moved"), ("2027-03 to 2027-05", "2027-05 to 2027-06", "moved"),
        ("2027-03 to 2027-05", "2027-02 to 2027-04", "moved"), ("2027", "after design", "moved"), ("after design", "after design", "open"),
        ("after design", "before design", "moved"), ("after design", "after analysis", "moved"), ("after design", "2027", "moved"),
    ],
)  # fmt: skip
def test_a_day_that_is_told_more_closely_was_not_moved(promised, now, outcome):
    assert the_one(PLAN.replace("2025-06", promised), PLAN.replace("2025-06", now)).outcome == outcome


def test_a_decision_whose_day_has_passed_is_unclear_from_the_next_day_on():
    for day, outcome in (("2025-12-31", "unclear"), ("2026-01-01", "open"), ("2026-01-02", "open")):
        decision = DECISION.replace("2025-06", day)
        assert the_one(decision, decision).outcome == outcome
