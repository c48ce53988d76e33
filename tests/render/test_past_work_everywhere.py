"""Work that is over is spoken of as such on every page, and every sentence of the rubric can be said of it."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from support import shipped, written

from involve_audit.assess import audit_document
from involve_audit.judge import told
from involve_audit.load import read
from involve_audit.render import markdown, plain_language, words
from involve_audit.wording.past_tense import in_the_past, told_in_the_past

DAY = dt.date(2026, 11, 30)
RUBRIC_LOADED = shipped()
RUBRIC = RUBRIC_LOADED.rubric
OF_PRACTICE = [f for f in RUBRIC.flags if f.level != "error"]
"""What was seen of the work; a contradiction is said of the file, which lies before us."""
STATEMENTS = [
    *(says for f in OF_PRACTICE for says in (f.title, f.says, f.plain or "")),
    *(says for g in RUBRIC.gates for says in (g.title, g.says, g.plain or "")),
    *(s.says for s in RUBRIC.signs),
    *(says for v in RUBRIC.verdicts for says in (v.says, v.plain or "")),
    *(p.says for p in RUBRIC.principles),
]
QUESTIONS = [
    *(f.asks for f in OF_PRACTICE),
    *(g.asks for g in RUBRIC.gates),
    *(c.asks for c in RUBRIC.criteria),
]
NO_ENGLISH = re.compile(
    r"\b(?:did|could|would|might) (?:people |somebody |nobody |they |contributors )?(?:took|said|spoke|led|got|knew|came|met|held|heard|were|made|gave)\b"
    r"|\b(?:a|more|no) said\b|\bthe (?:led|would)\b|\b[A-Za-z]+ed were named\b",
)
STILL = re.compile(
    r"\b(?:who|nobody|somebody|they) takes? part\b|\bpeople take part\b|\b(?:time|reading|nobody|somebody|people) (?:is|are) (?:paid|asked|told|refused|answered)\b"
    r"|\b(?:the team|those above|others|people) decides?\b|\btopic can\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize(("then", "every"), [(told_in_the_past, STATEMENTS), (in_the_past, QUESTIONS)])
def test_what_the_rubric_says_can_be_said_of_the_past(then, every):
    for says in filter(None, every):
        assert not NO_ENGLISH.search(then(says)), then(says)
        assert then(then(says)) == then(says), says


WORKS = {
    "trial": {
        "project": {"title": "Sore feet", "phase": "finished", "called": "co-production", "topic_sensitive": "yes"},
        "stages": {
            "priorities": {"role": "consulted", "status": "done", "when": 2019, "asked": "which question", "source": "minutes"},
            "design": {"role": "involved", "status": "done", "when": 2020, "source": "minutes"},
            "analysis": {"role": "none", "status": "done"},
        },
        "power": {"final_say": "team"},
        "reward": {"pay": {"offered": "some", "rate": "20 per hour", "preparation": "unpaid", "status": "done"}},
        "care": {"plan": "no"},
        "views": "none",
    },
    "cancelled service": {
        "project": {"title": "The Quiet Ward", "phase": "cancelled", "kind": "service", "called": "involvement"},
        "stages": {
            "priorities": {"role": "informed", "status": "done", "when": 2022},
            "design": {"role": "consulted", "status": "done", "when": 2023, "asked": "how it sounds", "source": "minutes"},
            "delivery": {"role": "involved", "status": "planned", "when": 2024},
        },
        "power": {"final_say": "above"},
        "reward": {"pay": {"offered": "none", "status": "done"}, "expenses": {"status": "done"}},
    },
    "assembly that is told to have ended": {
        "project": {"title": "The late bus", "kind": "policy", "dates": {"start": 2019, "end": 2021}},
        "stages": {s: {"role": "decided together", "status": "done", "when": 2020, "source": "minutes"} for s in ("priorities", "design", "governance")},
        "power": {"decisions": [{"what": "the route", "stage": "design", "decided_by": "together", "became": "done", "when": 2020, "source": "minutes"}]},
        "influence": {"heard": {"answer": "yes", "said_by": "contributors"}},
    },
}  # fmt: skip
OF_PAPER_OR_TODAY = re.compile(
    r"\b(?:to take part|(?:why|how|did) .{0,40}take part|promises that|opening|in the chair|first on each question|questions? of a principle)\b|\bcontributor\W*:",
    re.IGNORECASE,
)
"""What is said of a word, of the meeting that is still to come, or asked of the past with *did*."""


@pytest.mark.parametrize("name", WORKS)
def test_no_page_on_past_work_says_what_people_do_now(name, run, tmp_path):
    file = tmp_path / "project.yaml"
    tree = {"format": 1, "sources": {"minutes": {"kind": "minutes"}}, **WORKS[name]}
    file.write_text(written(tree), encoding="utf-8")
    for how in ((), ("--full",), ("--meeting",), ("--edition", "contributors")):
        out = tmp_path / "page.txt"
        run("report", file, "-o", out, *how, "--date", DAY.isoformat())
        for part in re.split(r"(?<=[.?!]) |\n\n+|\n +• ", out.read_text(encoding="utf-8")):
            says = " ".join(re.sub("“[^”]*”", "", part).split())
            if not OF_PAPER_OR_TODAY.search(says):
                assert not STILL.search(says), (how, says)


@pytest.mark.parametrize("name", WORKS)
def test_no_step_says_again_what_is_asked_beside_it(name):
    tree = {"format": 1, "sources": {"minutes": {"kind": "minutes"}}, **WORKS[name]}
    audit = audit_document(read(written(tree), "project.yaml"), RUBRIC_LOADED, DAY)
    steps = [one.does for one in words.first_things(audit, 9)]
    assert not [step for step in steps for q in audit.questions if q.asks in step]


def test_whose_finding_is_nobodys_own_word_stands_under_its_own_heading():
    tree = {"format": 1, "findings": [{"by": "regulator", "says": "Nobody answered the letters", "when": 2024}]}
    audit = audit_document(read(written(tree), "project.yaml"), RUBRIC_LOADED, DAY)
    for page in (markdown.render([audit]), plain_language.PAPER.markdown([audit])):
        above = page.partition("Nobody answered the letters")[0]
        assert "What others" in above.rpartition("\n## ")[2]


def test_cancelled_work_refusals_and_workshops_contradict_nothing():
    tree = {
        "format": 1,
        "project": {"phase": "cancelled", "dates": {"end": 2031}},
        "rooms": {"workshop": {"contributors": 40, "status": "done"}},
        "voices": {"contributors": 6},
        "influence": {"log": [{"said": "Heavy shoes", "by": "contributors", "answer": "refused", "changed": "laces"}]},
    }
    audit = audit_document(read(written(tree), "project.yaml"), RUBRIC_LOADED, DAY)
    assert not [f.id for f in audit.flags if f.level == "error"]


def test_a_part_and_a_group_that_are_over_are_told_in_the_past_in_work_that_goes_on():
    for words_of in (told._IN_PART, told._MAY, told._VOTES, told._CHAIR):
        for says in words_of.values():
            assert (then := told_in_the_past(says)) != says
            assert told_in_the_past(then) == then
    found = audit_document(
        read(
            "format: 1\nproject: {phase: running}\n"
            "stages: {design: {role: decided together, status: done}, delivery: {role: involved, status: ongoing}}\n"
            "rooms: {panel: {status: stopped, power: advises}, board: {status: ongoing, power: decides}}\n"
        ),
        RUBRIC_LOADED,
        DAY,
    )
    says = " ".join(t.says for t in found.told if t.about == "part")
    assert "people and the team decided together" in says
    assert "people take part." in says
    assert "Panel: this group gave advice" in says
    assert "Board: this group decides" in says
