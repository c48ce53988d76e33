"""What strict and kind readers of other people's files found untrue or unfair, each mended for its whole kind."""

from __future__ import annotations

import re

import pytest
from support import rows
from test_said_of_people import about, judged

from involve_audit.render import markdown, plain_language, words

ASKED = {"design": {"role": "consulted", "status": "done", "when": "2024", "asked": "the letter"}}


def report(audit) -> str:
    return " ".join(markdown.render([audit]).replace("\\", "").split())


def edition(audit) -> str:
    return " ".join(plain_language.PAPER.markdown([audit]).replace("\\", "").split())


# --- no praise for half of it --------------------------------------------------------------------------

TOLD = {"what": "The budget is fixed", "reason": "The funder sets it", "told": "2024-01"}


def limits(*told):
    found = judged(timing={"first_involved": "2024-01"}, honesty={"limits": list(told)})
    return next(p for p in found.honesty.parts if p.id == "limits")


def test_nobody_is_called_honest_for_one_limit_while_another_was_kept_back():
    assert limits(TOLD).state == "good"
    kept_back = {"what": "Other ways had been ruled out", "told": "no"}
    for both in ((TOLD, kept_back), (kept_back, TOLD)):
        assert limits(*both).state == "open"
        assert "of others people were not told" in limits(*both).says


def test_that_the_team_owns_harm_does_not_say_that_it_spoke_of_it_first():
    harm = {"what": "The samples went elsewhere", "kind": "used otherwise than agreed", "to": "people served", "said_by": ["people served", "team"], "done_by": "team"}  # fmt: skip
    says = next(p.says for p in judged(care={"harm": [harm]}).honesty.parts if p.id == "failures")
    assert says == "That harm was done is the word of the team too."


# --- what others found ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "by", ["court", "evaluation", "regulator", "outside the team", "organisation of people affected"]
)
@rows("heard", ["yes", "no", "split"])
def test_whether_people_were_heard_is_printed_with_what_others_found(by, heard):
    audit = judged(
        stages=ASKED, findings=[{"by": by, "named": "The Night Watch", "heard": heard, "says": "Most forms were short"}]
    )
    answer = {
        "yes": "people were heard",
        "no": "people were not heard",
        "split": "some were heard and others were not",
    }[heard]
    (short,) = words.found_in_words(audit)
    assert f"found that {answer}: “Most forms were short”" in short
    assert answer in report(audit).partition("What others, or the team, found")[2].casefold() or by.startswith(
        "organisation"
    )


def test_no_word_of_ours_stands_in_the_quotation_marks_of_others():
    later = {"by": "court", "named": "High Court", "when": "2020", "heard": "no", "says": "It was unfair"}
    audit = judged(
        stages=ASKED,
        findings=[
            {
                "by": "court",
                "named": "Two lower courts",
                "heard": "yes",
                "says": "It was fair",
                "when": "2019",
                "overturned_by": later,
            }
        ],
    )
    quoted = re.findall("“([^”]*)”", " ".join(words.found_in_words(audit))) + re.findall(
        r"(?m)^> (.*)$", markdown.render([audit])
    )
    assert set(quoted) <= {"It was fair", "It was unfair"}
    assert "Overturned by High Court (2020); it counts no more." in report(audit)


def test_who_found_something_is_not_named_twice():
    audit = judged(findings=[{"by": "evaluation", "named": "Evaluation of 2007", "says": "It helped", "heard": "yes"}])
    assert words.found_in_words(audit) == ("Evaluation of 2007 found that people were heard: “It helped”",)


# --- what words claim ------------------------------------------------------------------------------------


def test_what_a_promise_claims_is_not_what_the_work_is_called():
    promise = {"what": "We decide together", "claims": "collaboration"}
    audit = judged(project=about(called="public involvement", promises=[promise]), stages=ASKED)
    assert "What was promised, “We decide together”, claims: collaboration" in report(audit)


# --- what people said, and who was asked -----------------------------------------------------------------


def test_that_nobody_else_was_asked_is_not_said_where_it_is_not_told():
    views = [{"of": "contributors", "answered": "1", "words": ["Worth it"]}]
    says = report(judged(stages=ASKED, views=views))
    assert "Only one side" not in says
    assert "nothing of it is shown" not in says, "their words stand below"
    assert says.count("too few to show") == 1


def test_how_many_answered_is_said_to_be_open_once():
    says = report(judged(stages=ASKED, views=[{"of": "contributors", "words": ["Worth it"]}]))
    assert says.count("how many answered") == 1


def test_a_change_without_words_is_told_as_a_sentence():
    entry = {"by": "contributors", "answer": "taken up", "changed": "The consent form"}
    says = report(judged(stages=ASKED, influence={"log": [entry]}))
    assert "What contributors said is not told: it was taken up; what changed: “The consent form”." in says


# --- plans, and what is over -----------------------------------------------------------------------------


@rows("role", ["informed", "consulted", "involved", "decided together", "led"])
@pytest.mark.parametrize("start", ["2016", "2026"])
def test_what_was_only_planned_is_not_told_as_if_it_had_been(role, start):
    stages = {**ASKED, "sharing": {"role": role, "status": "planned"}}
    stages["design"] = {**ASKED["design"], "when": start}
    says = edition(judged(project=about("funded"), stages=stages))
    planned = re.search(r"What (?:is|was) planned: - [^:]*: ([^.]*)\.", says)[1]
    assert re.search(r"\b(?:will|would|were to)\b", planned), planned


def test_the_file_adds_stands_once_before_what_it_adds():
    posts = [
        {"role": "lead", "status": "done", "note": "The manager"},
        {"role": "peer researcher", "status": "done", "note": "Trained"},
    ]
    assert "The file adds: “The manager”; “Trained”." in edition(judged(stages=ASKED, power={"leadership": posts}))
