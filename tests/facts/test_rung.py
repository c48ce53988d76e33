"""Facts on roles by stage, rooms and rungs: a fragment of a project file, and what each fact makes of it."""

from fact_rows import by_fact, exactly, facts_of, kinds, narrowed, observe, words
from support import rows

ABOUT_THE_FILE = {
    "stages_told", "enough_stages_told", "enough_is_told", "told_who_decided_or_what_changed", "people_lead",
}  # fmt: skip
"""They ask what the file tells, and not what is so: fewer answers make them smaller, and they are never unknown."""

AS_FAR_AS_TOLD = {"people_present", "every_told_stage_involves_nobody", "nobody_involved"}
"""They go by what stands in the file as a whole: with one half of a contradiction gone, the other half holds.
"""

ROOM = "rooms: {panel: {%s}}"
DESIGN = "stages: {design: {%s}}"
LED = """
sources: {m: {kind: minutes}}
organisations: {t: {does: [runs], governed_by: people affected, stages: [%s, %s], source: m}}
stages: {priorities: {role: led, status: done}, analysis: {role: led, status: done}, sharing: {role: led, status: done}}
"""
WORK = "work_has: [design, sharing]"

ROWS = [
    ("has_researchers", "project: {researchers: 1}", True),
    ("has_researchers", "project: {researchers: up to 4}", True),
    ("has_researchers", "project: {researchers: 0}", False),
    ("has_researchers", "project: {researchers: unknown}", None),
    ("phase", "project: {phase: idea}", "idea"),
    ("phase", "project: {phase: finished}", "finished"),
    ("phase", "project: {phase: unknown}", None),
    ("research_or_service_begun", "project: {phase: running}", True),
    ("research_or_service_begun", "project: {phase: finished}", True),
    ("research_or_service_begun", "project: {phase: funded}", False),
    ("research_or_service_begun", "project: {phase: unknown}", None),
    # Somebody was there.
    ("people_present", ROOM % "contributors: 1, status: ongoing", True),
    ("people_present", ROOM % "contributors: 0, status: ongoing", None),
    ("people_present", ROOM % "contributors: 4, status: planned", None),
    ("people_present", ROOM % "contributors: 4", None),
    ("people_present", ROOM % "contributors: 4, meetings: 1", True),
    ("people_present", DESIGN % "role: informed, status: done", True),
    ("people_present", DESIGN % "role: consulted, status: planned, when: 2026-06", None),
    ("people_present", DESIGN % "role: none", None),
    ("people_present", "stages: none", False),
    ("people_present", "stages: {complete: yes, design: none}\nrooms: none\nviews: none\npower: {decisions: none}\ninfluence: {log: none}", False),
    ("people_present", f"stages: {{{WORK}, design: none, sharing: none}}", None),
    ("people_present", f"stages: {{{WORK}, design: none}}", None),
    ("people_present", "stages: none\n" + ROOM % "contributors: 1, status: ongoing", True),
    ("people_present", "influence: {log: [{said: x, by: contributors, arose: asked}]}", True),
    ("people_present", "influence: {log: [{said: x, by: people served, arose: in a room}]}", True),
    ("people_present", "influence: {log: [{said: x, by: contributors, arose: in public}]}", None),
    ("people_present", "influence: {log: [{said: x, by: contributors, arose: on their own}]}", None),
    ("people_present", "influence: {log: [{said: x, by: contributors}]}", None),
    ("people_present", "influence: {log: [{said: x, arose: asked}]}", None),
    ("people_present", "influence: {log: [{said: x, by: outside the team}]}", None),
    ("people_present", "views: [{of: contributors, asked: 4, answered: 1}]", True),
    ("people_present", "views: [{of: contributors, asked: 4, answered: 0}]", None),
    # Nobody was.
    ("every_told_stage_involves_nobody", "stages: none", True),
    ("every_told_stage_involves_nobody", DESIGN % "role: none", True),
    ("every_told_stage_involves_nobody", "stages: {sharing: none}", None),
    ("every_told_stage_involves_nobody", "stages: {work_has: [sharing], sharing: none}", True),
    ("every_told_stage_involves_nobody", f"stages: {{{WORK}, design: none, sharing: {{role: informed, status: done}}}}", False),
    ("every_told_stage_involves_nobody", "stages: {}", None),
    ("nobody_involved", "stages: none", True),
    ("nobody_involved", DESIGN % "role: none", True),
    ("nobody_involved", DESIGN % "role: none" + "\n" + ROOM % "contributors: 1, status: ongoing", False),
    ("nobody_involved", DESIGN % "role: consulted, status: done", False),
    ("nobody_involved", "stages: {sharing: none}", None),
    # What the file tells.
    ("stages_told", "stages: {}", exactly(0)),
    ("stages_told", f"stages: {{{WORK}, design: none}}", exactly(1)),
    ("stages_told", f"stages: {{{WORK}, design: none, sharing: {{role: informed, status: done}}}}", exactly(2)),
    ("enough_stages_told", "stages: {design: none}", False),
    ("enough_stages_told", "stages: {design: none, sharing: none}", True),
    ("enough_stages_told", "stages: {analysis: none, sharing: none}", False),
    ("enough_stages_told", "stages: {work_has: [sharing], sharing: none}", True),
    ("enough_stages_told", "stages: {work_has: [design], design: none}", True),
    ("told_who_decided_or_what_changed", "power: {final_say: team}", True),
    ("told_who_decided_or_what_changed", "power: {final_say: unknown}", False),
    ("told_who_decided_or_what_changed", "power: {decisions: none}", True),
    ("told_who_decided_or_what_changed", "influence: {log: none}", True),
    ("told_who_decided_or_what_changed", "influence: {heard: {answer: no, said_by: team}}", True),
    ("told_who_decided_or_what_changed", ROOM % "power: advises", True),
    ("told_who_decided_or_what_changed", ROOM % "power: unknown", False),
    ("told_who_decided_or_what_changed", ROOM % "contributors: 9", False),
    ("told_who_decided_or_what_changed", "findings: [{by: team, says: x, heard: no}]", True),
    ("told_who_decided_or_what_changed", "findings: [{by: team, says: x}]", False),
    ("enough_is_told", "stages: {design: none, sharing: none}\npower: {final_say: team}", True),
    ("enough_is_told", "stages: {design: none, sharing: none}", False),
    ("enough_is_told", "stages: {design: none}\npower: {final_say: team}", False),
    ("rung_aimed_for", "project: {aims_for: consultation}", "consultation"),
    ("rung_aimed_for", "project: {aims_for: co-production}", "co-production"),
    ("rung_aimed_for", "project: {title: x}", None),
    ("roles_told", "stages: {work_has: [design], design: {role: consulted, status: done}}", words("consulted")),
    ("roles_told", DESIGN % "role: consulted, status: done", words("consulted", complete=False)),
    ("roles_told", "stages: {}", None),
    # Something was done.
    ("anything_done", DESIGN % "role: consulted, status: done", True),
    ("anything_done", DESIGN % "role: consulted, status: ongoing", True),
    ("anything_done", DESIGN % "role: consulted, status: planned, when: 2026-06", False),
    ("anything_done", "stages: {}", None),
    ("anything_done", ROOM % "contributors: 4, status: ongoing, meetings: 1", True),
    ("anything_done", ROOM % "contributors: 4, status: planned", False),
    ("anything_done", "influence: {log: [{said: x, when: 2025-03}]}", True),
    ("anything_done", "influence: {log: [{said: x, when: 2026-03}]}", None),
    ("anything_done", "power: {decisions: [{what: x, became: done, when: 2025-03}]}", True),
    ("anything_done", "power: {decisions: [{what: x, became: done, when: 2026-03}]}", None),
    ("anything_done", "power: {decisions: [{what: x}]}", None),
    ("people_lead", LED % ("priorities", "sharing"), True),
    ("people_lead", LED % ("analysis", "sharing"), False),
    ("people_lead", "stages: {design: {role: led, status: done}}", False),
]  # fmt: skip


@rows("fact, rows", by_fact(ROWS))
def test_what_a_fact_makes_of_a_fragment(fact, rows):
    assert [(fragment, found) for fragment, value in rows if (found := observe(fact, fragment)) != value] == []


@rows("fact", sorted(facts_of("rung") - ABOUT_THE_FILE))
def test_each_fact_comes_out_in_two_ways_and_unknown(fact):
    assert kinds(ROWS, fact)


@rows("fact", sorted(ABOUT_THE_FILE))
def test_what_asks_about_the_file_comes_out_in_two_ways_and_is_never_unknown(fact):
    values = [value for name, _, value in ROWS if name == fact]
    assert None not in values
    assert len({repr(v) for v in values}) >= 2
    assert observe(fact, "") is not None


LAWFUL = [row for row in ROWS if row[0] not in ABOUT_THE_FILE | AS_FAR_AS_TOLD]


@rows("fact, rows", by_fact(LAWFUL))
def test_taking_an_answer_away_never_says_something_else(fact, rows):
    # A day that is still to come keeps what is said to be done from counting; without the day it counts.
    found = ((fragment, path) for fragment, _ in rows for path, *_ in narrowed(fact, fragment))
    assert [(fragment, path) for fragment, path in found if path[-1] != "when"] == []
