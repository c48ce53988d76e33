"""What strict and kind readers of other people's files found untrue or unfair, each mended for its whole kind."""

from __future__ import annotations

import re

import pytest
from support import rows
from test_said_of_people import about, judged

from involve_audit.render import markdown, plain_language, words
from involve_audit.wording.past_tense import in_the_past

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
    assert f"{'said' if 'people affected' in short else 'found'} that {answer}: “Most forms were short”" in short
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
    assert "Overturned by High Court (2020)." in report(audit)


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


# --- one name for one thing, and words that everybody knows ----------------------------------------------


@rows("kind", ["research", "service", "policy", "other"])
def test_a_part_of_the_work_has_one_name_in_the_edition(kind):
    stages = {name: {**ASKED["design"], "source": "paper"} for name in ("priorities", "design")}
    audit = judged(project=about(kind=kind), stages=stages, power={"final_say": "team"}, influence={"heard": "yes"})
    assert audit.verdict.id == "consultation"
    headline, __, rest = edition(audit).casefold().partition("what part people had")
    for stage in audit.rung.stages:
        if stage.id in stages:
            named = in_the_past(stage.plain).casefold()
            assert named in headline
            assert f"- {named}, 2024: people were asked" in rest


@rows("why", ["route", "gatekeeper", "our process", "digital"])
def test_why_somebody_is_missing_is_said_in_words_and_not_by_the_key(why):
    gap = {"group": "young men", "why": [why], "basis": "evidence"}
    assert f"Why: {why}." not in report(judged(stages=ASKED, voices={"missing": [gap]}))


def test_the_reservation_at_the_end_of_a_finding_is_not_cut():
    says = (
        " ".join(["It made the research better and built trust."] * 5)
        + " The group should not be thought representative."
    )
    found = [{"by": "evaluation", "named": "Night Watch", "heard": "yes", "says": says}]
    assert "should not be thought representative" in edition(judged(stages=ASKED, findings=found))


def test_a_day_of_repair_stands_as_people_write_it():
    harm = {"what": "The samples went elsewhere", "kind": "used otherwise than agreed", "to": "people served", "said_by": "people served", "done_by": "team", "repair": {"status": "done", "when": "2004-12", "what": "They came home"}}  # fmt: skip
    says = report(judged(steps=True, stages=ASKED, care={"harm": [harm]}))
    assert "(December 2004)" in says
    assert "(2004-12)" not in says


def test_who_governs_the_work_is_said_of_people():
    runs = {
        "universities": {
            "name": "Universities, led from Oxford",
            "does": "runs",
            "governed_by": "others",
            "status": "ongoing",
        }
    }
    says = report(judged(stages=ASKED, organisations=runs))
    assert (
        "The work is run by Universities, led from Oxford. The people whom the work affects do not govern it." in says
    )


def test_what_the_next_level_asks_for_and_is_told_is_not_asked_for_again():
    rooms = {
        "board": {
            "contributors": "16",
            "status": "done",
            "votes": "equal",
            "power": "decides",
            "others": "18",
            "meetings": "1",
        }
    }
    stages = {
        "priorities": {
            "role": "decided together",
            "status": "done",
            "when": "2013",
            "rooms": ["board"],
            "source": "paper",
        }
    }
    says = report(judged(steps=True, stages=stages, rooms=rooms, project=about(researchers="3")))
    assert "Contributors sit in a group that me" not in says
