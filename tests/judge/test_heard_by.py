"""By whom people were heard, or not: not heard by a ministry is not not heard by the team, and counts where the ministry decides."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from support import rows, shipped

from involve_audit.assess import audit_project
from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.load import read, read_project

DAY = dt.date(2026, 11, 23)
FILE = """format: 1
project: {{phase: running, topic_sensitive: no}}
sources: {{m: {{kind: minutes}}}}
stages:
  design: {{role: consulted, status: done, asked: the rules, source: m}}
  governance: {{role: consulted, status: done, asked: the rules, source: m}}
{power}
influence: {{heard: [{heard}]}}
"""
NO = "{answer: no, said_by: contributors, when: 2024%s, source: m}"
YES = "{answer: yes, said_by: contributors, when: 2024%s, source: m}"


def text(heard, final_say=""):
    return FILE.format(
        heard=heard, power=f"power: {{final_say: {final_say}}}" if final_say else "power: {success_defined_by: team}"
    )


def audit(heard, final_say=""):
    document = read(text(heard, final_say))
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


def facts(heard, final_say=""):
    case = Case(read_project(read(text(heard, final_say))), DAY)
    return tuple(FACTS[name].observe(case).value for name in ("people_heard", "said_not_heard", "own_word_not_heard"))


@rows(
    "heard, final_say, value",
    [
        (NO % "", "team", ("no", True, True)),
        (NO % ", heard_by: team", "team", ("no", True, True)),
        (NO % ", heard_by: [team, above]", "team", ("no", True, True)),
        (NO % ", heard_by: unknown", "team", ("no", True, True)),
        # The ministry did not hear them, and does not decide: of the team it says nothing.
        (NO % ", heard_by: above", "team", (None, None, None)),
        (NO % ", heard_by: above", "together", (None, None, None)),
        # It decides: then who decides did not hear them, whatever it is called.
        (NO % ", heard_by: above", "above", ("no", True, True)),
        # It decides along with the team, or nobody says whether it does: that is open.
        (NO % ", heard_by: above", "[team, above]", (None, None, None)),
        (NO % ", heard_by: above", "", (None, None, None)),
        # The team heard them, and the ministry did not.
        (f"{YES % ', heard_by: team'}, {NO % ', heard_by: above'}", "team", ("yes", False, False)),
        (f"{YES % ', heard_by: team'}, {NO % ', heard_by: above'}", "above", ("no", True, True)),
        (f"{YES % ', heard_by: team'}, {NO % ', heard_by: above'}", "", (None, None, None)),
    ],
)
def test_who_decides_must_have_heard_people(heard, final_say, value):
    assert facts(heard, final_say) == value


@pytest.mark.parametrize("final_say", ["team", "above", ""])
@pytest.mark.parametrize("answer", [NO, YES])
def test_by_whom_never_raises_what_is_shown(answer, final_say):
    plain = audit(answer % "", final_say)
    for by in ("team", "above", "[team, above]", "unknown"):
        found = audit(answer % f", heard_by: {by}", final_say)
        assert found.rung.shown == plain.rung.shown
        assert found.verdict.id in {v.id for v in plain.verdict.possible}


@pytest.mark.parametrize(
    ("heard", "final_say", "says"),
    [
        (NO % ", heard_by: team", "team", "and by their own word were not heard by the team"),
        (NO % ", heard_by: above", "above", "and by their own word were not heard by those above the team"),
        (NO % ", heard_by: above", "team", "; people by their own word were not heard by those above the team"),
        (f"{NO % ''}, {NO % ', heard_by: team'}", "team", "and by their own word were not heard"),
    ],
)
def test_the_verdict_says_by_whom(heard, final_say, says):
    sentence = audit(heard, final_say).verdict.says
    assert says in sentence
    assert ("heard by" in says) == ("heard by" in sentence)


def test_everyday_words_say_by_whom():
    found = audit(f"{YES % ', heard_by: team'}, {NO % ', heard_by: above'}", "team")
    assert [t.says for t in found.told if t.about == "heard"] == [
        "People who take part say that they were not heard by those above the team (2024).",
        "People who take part say that they were heard by the team itself (2024).",
    ]


@pytest.mark.parametrize(
    ("by", "final_say", "fires"), [("above", "team", False), ("above", "above", True), ("team", "team", True)]
)
def test_that_the_team_heard_people_and_a_ministry_did_not_are_not_two_words_on_one_thing(by, final_say, fires):
    said = f"{{answer: yes, said_by: team, heard_by: team}}, {NO % f', heard_by: {by}'}"
    flags = {flag.id for flag in audit(said, final_say).flags}
    assert ("heard-by-the-teams-word-alone" in flags) == fires


ANSWERS = {"of": "contributors", "asked": "12", "answered": "11", "anonymous": "yes"}
AGAINST, FOR = {"influence": {"agree": "2", "disagree": "9"}}, {"influence": {"agree": "10", "disagree": "1"}}


@pytest.mark.parametrize(
    ("views", "heard", "own_word", "answered"),
    [
        ([(AGAINST, "2025-06")], None, True, None),
        ([(AGAINST, "")], None, True, None),
        ([(FOR, "2024"), (AGAINST, "2025-06")], None, True, None),
        # Their later answers overtake the earlier ones.
        ([(AGAINST, "2024"), (FOR, "2025-06")], None, None, None),
        ([(AGAINST, "2025-06")], {"answer": "yes", "said_by": "contributors", "when": "2026-01"}, False, False),
        ([(AGAINST, "2025-06")], {"answer": "yes", "said_by": "team", "when": "2026-01"}, True, None),
        ([(AGAINST, "2025-06")], {"answer": "no", "said_by": "contributors", "when": "2025-06", "answered": "2025-08"}, True, False),
        # Whoever of them tells it otherwise leaves it open.
        ([], {"answer": "yes", "said_by": "contributors", "disputed": {"by": "contributors", "says": "we were not heard"}}, None, None),
        ([], {"answer": "yes", "said_by": "contributors", "disputed": {"by": "team", "says": "not all of them"}}, False, False),
    ],
)  # fmt: skip
def test_answers_by_which_it_made_no_difference_are_peoples_own_word(views, heard, own_word, answered):
    tree = {
        "format": "1",
        "project": {"title": "T", "phase": "running"},
        "views": [{**ANSWERS, "by_principle": by, **({"when": when} if when else {})} for by, when in views],
    }
    if heard:
        tree["influence"] = {"heard": heard}
    if not views:
        del tree["views"]
    case = Case(read_project(read(json.dumps(tree), "p.yaml")), DAY)
    assert FACTS["own_word_not_heard"].observe(case).value is own_word
    assert FACTS["own_word_not_answered"].observe(case).value is answered
