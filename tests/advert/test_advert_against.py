"""What an advert promises, beside a project file: contradicted, carried, or not told."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from support import rows

from involve_audit.advert.beside_file import Against, alike, stages_of
from involve_audit.advert.review import review
from involve_audit.documents.reading import read_text
from involve_audit.load import read, read_project

DAY = dt.date(2026, 6, 1)


def found(advert: str, project: str | None, date: dt.date = DAY):
    against = None
    if project is not None:
        document = read("format: 1\n" + project)
        against = Against(document, read_project(document), date)
    return review(read_text(advert.encode(), "advert.md"), against).findings


def promise(advert: str, project: str | None, date: dt.date = DAY):
    """The one finding about a promise; None where there is none."""
    those = [f for f in found(advert, project, date) if f.rule.startswith("promise-")]
    assert len(those) <= 1, those
    return those[0] if those else None


CONTRADICTED = [
    ("Shape our research!", "stages: none", "stages: none"),
    ("Shape our research!", "stages: {complete: yes, delivery: informed}", "role: informed|delivery: informed"),
    ("Shape our research!", "stages: {work_has: [design], design: consulted}", "design: consulted"),
    ("Help us to design the study.", "stages: {design: {role: consulted}}", "role: consulted"),
    ("Help us to design the study.", "stages: {work_has: [analysis], analysis: led}", "work_has: analysis"),
    ("Help us to design the study.", "stages: {design: led}\ntiming: {design_locked: 2025-01}", "design_locked: 2025-01"),
    ("We want your views.", "stages: {complete: yes, sharing: informed}", "sharing: informed"),
    ("Together we will decide which outcomes matter.", "stages: {design: involved}", "design: involved"),
    ("In this group it is your decision what comes next.", "power: {final_say: team}", "final_say: team"),
    ("You can vote.", "power: {final_say: above}", "final_say: above"),
    ("You decide together with us on the name of the app.", "power: {decisions: [{what: The name of the app, decided_by: team}]}", "decided_by: team"),
    (
        "You decide together with us on the name of the app.",
        "power: {decisions: [{what: The name of the app, decided_by: unknown, announced_as: advice}]}",
        "announced_as: advice",
    ),
    ("You decide together with us.", "power: {decisions: {complete: yes, entries: [{what: x, decided_by: above}]}}", "decided_by: above"),
    (
        "You decide together with us what the data mean.",
        "power: {decisions: {complete: yes, entries: [{what: x, stage: [analysis, sharing], decided_by: [team, above]}]}}",
        "decided_by:",
    ),
    ("You decide together with us.", "power: {all_rooms_told: yes}\nrooms: {panel: {contributors: 8, power: advises}}", "power: advises"),
    ("You decide together with us.", "power: {all_rooms_told: yes}\nrooms: {board: {contributors: 1, votes: none, power: decides}}", "votes: none"),
    ("The project is led by patients.", "stages: {complete: yes, design: decided together}", "design: decided together"),
    ("You will be an equal partner.", "reward: {pay: {offered: none, staff_paid: yes}}", "offered: none"),
    ("You will be an equal partner.", "reward: {pay: none}", "pay: none"),
    ("Have your say.", "honesty: {advert: {promises_influence: no}}", "promises_influence: no"),
    ("Help us to choose which medicines are prescribed.", "honesty: {limits: [{what: Which medicines are prescribed}]}", "what: Which medicines are prescribed"),
    ("We will act on what you say.", "influence: {log: [{said: Cheaper parking, answer: refused}]}", "answer: refused"),
    ("We will act on what you say.", "power: {decisions: [{what: x, became: set aside}]}", "became: set aside"),
    ("You are involved from the start.", "timing: {first_involved: 2025-06, design_locked: 2024-01}", "first_involved: 2025-06"),
    ("You are involved from the start.", "timing: {first_involved: never}", "first_involved: never"),
    ("People are involved at every stage.", "stages: {design: led, analysis: none}", "analysis: none"),
    ("People are involved at every stage.", "stages: {complete: yes, design: led}", "complete: yes"),
    ("You will be paid.", "reward: {pay: {offered: none}}", "offered: none"),
    ("You will be paid.", "reward: {pay: {offered: some}}", "offered: some"),
    ("We pay you £15 per hour.", "reward: {pay: {offered: all, rate: 12.50 per hour}}", "rate: 12.50 per hour"),
    ("You are paid for your time, reading and preparation too.", "reward: {pay: {offered: all, preparation: unpaid}}", "preparation: unpaid"),
    ("All travel expenses are paid.", "reward: {expenses: none}", "expenses: none"),
    ("We will book and pay for your train in advance.", "reward: {expenses: {paid: in arrears}}", "paid: in arrears"),
    ("You will never be out of pocket.", "reward: {expenses: {nobody_out_of_pocket: no}}", "nobody_out_of_pocket: no"),
    ("You will be fully supported.", "care: {support: none}", "support: none"),
    ("You will be fully supported.", "care: {support: {status: ongoing, before: yes, after: no}}", "after: no"),
    ("This is a safe space.", "care: {plan: none}", "plan: none"),
    ("Everyone is welcome.", "voices: {excluded: [{group: People under 18}]}", "group: People under 18"),
    ("Everyone is welcome.", "honesty: {limits: [{what: English only, excludes: People who speak Welsh}]}", "excludes: People who speak Welsh"),
    ("We will tell you what we did with your ideas.", "influence: {feedback: none}", "feedback: none"),
    ("We will tell you what we did with your ideas.", "influence: {feedback: {share: some}}", "share: some"),
    ("The venue is fully accessible.", "access: {needs: {met: some}}", "met: some"),
    ("The venue is fully accessible.", "access: {needs: {asked: no}}", "asked: no"),
]  # fmt: skip


@rows("advert, project, quoted", CONTRADICTED)
def test_a_promise_that_the_file_contradicts_quotes_both_lines(advert, project, quoted):
    one = promise("# Hello\n\n" + advert, project)
    assert one is not None
    assert one.level == "warning"
    assert one.line == 3
    assert one.quote == advert
    assert one.asks.endswith("?")
    said = [line.says for line in one.file]
    assert any(part in s for s in said for part in quoted.split("|")), said
    lines = ("format: 1\n" + project).splitlines()
    for line in one.file:
        assert line.says.split(":")[0] in lines[line.line - 1]


@rows("advert", sorted({a for a, _, _ in CONTRADICTED}))
def test_without_the_constraint_the_warning_vanishes_and_a_question_stays(advert):
    one = promise(advert, "project: {title: x}")
    assert one is not None
    assert one.level == "note"
    assert not one.file
    assert "does not tell" in one.says


CARRIED = [
    ("Shape our research!", "stages: {delivery: involved}"),
    ("Help us to design the study.", "stages: {design: decided together}\ntiming: {design_locked: no}"),
    (
        "Help us to design the study.",
        "stages: {design: involved}\ntiming: {design_locked: 2024-01, design_reopened: yes}",
    ),
    ("We want your views.", "stages: {design: consulted}"),
    ("Together we decide which outcomes matter.", "stages: {design: decided together}\npower: {final_say: team}"),
    ("You decide together with us.", "power: {final_say: together}"),
    ("You decide together with us.", "rooms: {panel: {power: advises}, board: {power: decides, votes: equal}}"),
    (
        "You decide together with us.",
        "power: {decisions: [{what: x, decided_by: together}, {what: y, decided_by: team}]}",
    ),
    (
        "You decide together with us what the data mean.",
        "power: {decisions: [{what: x, stage: analysis, decided_by: [contributors, above]}]}",
    ),
    (
        "You will be an equal partner.",
        "stages: {design: decided together}\nreward: {pay: {offered: none, unpaid_by_choice: yes}}",
    ),
    ("You will be paid £20 per hour.", "reward: {pay: {offered: all, rate: 20.00 per hour}}"),
    ("All travel expenses are paid.", "reward: {expenses: {paid: in arrears}}"),
    ("You will be fully supported.", "care: {support: {status: ongoing, during: yes}}"),
    ("You are involved from the start.", "timing: {first_involved: 2023-01, design_locked: 2024-01}"),
    ("We will tell you what we did with your ideas.", "influence: {feedback: {status: ongoing, share: all}}"),
    ("We will act on what you say.", "influence: {log: [{said: x, answer: taken up}]}"),
    ("The venue is fully accessible.", "access: {needs: {asked: regularly, met: all}}"),
    ("People are involved at every stage.", "stages: {work_has: [design, analysis], design: led, analysis: involved}"),
]


@rows("advert, project", CARRIED)
def test_a_promise_that_the_file_carries_is_left_in_peace(advert, project):
    assert promise(advert, project) is None


OPEN = [
    ("Together we decide which outcomes matter.", "stages: {analysis: informed}"),
    ("Shape our research!", "stages: {analysis: informed, design: {people: 5}}"),
    ("Shape our research!", "stages: {complete: yes, analysis: informed, design: {role: unknown}}"),
    ("You decide together with us.", "power: {decisions: [{what: Something else, decided_by: team}]}"),
    ("You decide together with us.", "rooms: {panel: {power: advises}}"),
    (
        "You decide together with us.",
        "power: {all_rooms_told: yes}\nrooms: {panel: {power: advises}, board: {name: Board}}",
    ),
    (
        "You decide together with us.",
        "power: {decisions: {complete: yes, entries: [{what: x, decided_by: team}, {what: y}]}}",
    ),
    ("Shape our research!", "stages: {complete: yes, design: {role: led, status: stopped}}"),
    ("You will be paid.", "reward: {pay: {rate: 20 per hour}}"),
    ("You will be paid.", "reward: {pay: {offered: unknown}}"),
    ("Help us to design the study.", "timing: {design_locked: 2027-01}"),
]


@rows("advert, project", OPEN)
def test_what_the_file_leaves_open_is_a_question_and_no_contradiction(advert, project):
    one = promise(advert, project)
    assert one is not None
    assert (one.level, one.file) == ("note", ())


def test_the_day_of_the_advert_counts():
    project = "stages: {design: [{role: led, status: done, until: 2025-01}, {role: informed, status: ongoing, since: 2025-02}]}"
    assert promise("Help us to design the study.", project, dt.date(2024, 6, 1)) is None
    assert promise("Help us to design the study.", project, dt.date(2026, 6, 1)).level == "warning"


def test_without_a_project_file_promises_are_questions():
    one = promise("Shape our research!", None)
    assert (one.level, one.file) == ("note", ())
    assert "project file" not in one.says


# --- limits ---------------------------------------------------------------------------------------------------

LIMITS = "stages: {design: led}\nhonesty: {limits: [{what: Which medicines are prescribed}, {what: The review is held in English}]}"


def unsaid(advert: str, project: str = LIMITS):
    return next((f for f in found(advert, project) if f.rule == "limits-unsaid"), None)


def test_an_offer_of_a_say_that_keeps_the_limits_to_itself_is_named_once():
    one = unsaid("We want your views.\n\nShape our research!\n\nHave your say!")
    assert one.level == "warning"
    assert one.line == 1
    assert "lines 3, 5 do so too" in one.says
    assert [line.says for line in one.file] == [
        "what: Which medicines are prescribed",
        "what: The review is held in English",
    ]


@rows(
    "honest",
    [
        "We cannot change which medicines are prescribed. The review will not change its language: English is fixed.",
        "## What cannot change\n\n- The medicines that are prescribed\n- Reviews are in English",
        "What is already fixed:\n\n- The medicines that are prescribed\n- Reviews are in English",
    ],
)
def test_limits_that_the_advert_says_are_not_named_again(honest):
    assert unsaid("Shape our research!\n\n" + honest) is None


def test_only_the_limits_that_are_not_said_are_named():
    one = unsaid("Shape our research!\n\nWe cannot change the medicines that are prescribed.")
    assert [line.says for line in one.file] == ["what: The review is held in English"]


def test_saying_the_words_of_a_limit_without_the_limit_is_not_saying_it():
    assert unsaid("Shape our research!\n\nTell your doctor which medicines are prescribed, in English.") is not None


def test_an_advert_that_offers_no_say_has_a_note_about_limits_and_no_warning():
    assert unsaid("Come to our open day.") is None
    (one,) = (f for f in found("Come to our open day.", LIMITS) if f.rule == "missing-limits")
    assert one.level == "note"
    assert one.file


@given(st.lists(st.sampled_from(["stages", "power", "rooms", "reward", "honesty", "timing", "care"]), unique=True))
def test_no_warning_without_a_line_that_says_so(kept):
    """Whatever part of a file is left, a warning about a promise rests on lines that are there."""
    parts = {
        "stages": "stages: {complete: yes, design: consulted}",
        "power": "power: {final_say: team}",
        "rooms": "rooms: {panel: {power: advises, votes: none}}",
        "reward": "reward: {pay: {offered: none}, expenses: none}",
        "honesty": "honesty: {limits: [{what: The drug}]}",
        "timing": "timing: {first_involved: 2025, design_locked: 2024}",
        "care": "care: {support: none}",
    }
    text = "\n".join(["project: {title: x}", *(parts[k] for k in kept)])
    advert = (
        "Help us to design the study.\n\nYou will be an equal partner.\n\nYou are paid.\n\nYou are fully supported."
    )
    lines = ("format: 1\n" + text).splitlines()
    for finding in found(advert, text):
        if finding.level == "warning":
            assert finding.file
            assert all(lines[told.line - 1].split(":")[0] in kept for told in finding.file)


# --- what supports it -------------------------------------------------------------------------------------------


@rows(
    "text, stages",
    [
        ("Help us to set the research question.", ("priorities",)),
        ("Help design the study.", ("design",)),
        ("Decide how the budget is spent.", ("funding",)),
        ("Join the steering group.", ("governance",)),
        ("Make sense of the interviews with us.", ("analysis",)),
        ("Shape our research.", ()),
        ("Help to steer our research.", ()),
    ],
)
def test_the_part_of_the_work_that_a_sentence_speaks_of(text, stages):
    assert stages_of(text) == stages


def test_two_texts_are_alike_by_the_words_that_carry_meaning():
    assert alike("Which medicines are prescribed", "the prescribed medicine", share=0.5, least=2)
    assert not alike("Which medicines are prescribed", "which of them are there", share=0.5, least=1)
    assert not alike("the", "the", share=0.0, least=1)
