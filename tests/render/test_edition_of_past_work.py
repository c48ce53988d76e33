"""The contributors' edition on work that is over, on what only one side says, and on what is there in part."""

from __future__ import annotations

import datetime as dt

from support import shipped, written

from involve_audit.assess import audit_document
from involve_audit.load import read
from involve_audit.render import plain_language
from involve_audit.wording.past_tense import in_the_past, told_in_the_past

DAY = dt.date(2026, 11, 30)


def edition(**tree) -> str:
    audit = audit_document(read(written({"format": 1, **tree}), "project.yaml"), shipped(), DAY, lines="when asked")
    return " ".join(plain_language.PAPER.markdown([audit]).split())


def work(phase: str = "finished", **more):
    return {"title": "The late bus", "phase": phase, **more}


ASKED = {
    "stages": {
        "design": {"role": "consulted", "status": "done", "when": 2019, "asked": "which stops", "source": "minutes"}
    },
    "power": {"final_say": "team"},
    "sources": {"minutes": {"kind": "minutes"}},
}


def test_what_is_over_is_told_in_the_past():
    says = edition(project=work(), **ASKED, reward={"pay": {"offered": "none", "status": "done"}}, care={"plan": "yes"})
    assert "Nobody who took part was offered pay." in says
    assert "There was a plan for days when it got hard." in says
    assert "people are" not in says.partition("## What we do not know")[0].casefold()
    now = edition(project=work("running"), **ASKED, reward={"pay": {"offered": "none", "status": "ongoing"}})
    assert "Nobody who takes part is offered pay." in now


def test_words_of_others_stay_in_their_own_tense():
    assert told_in_the_past("People who take part decided: “It is so” (2004). It is being carried out.") == (
        "People who took part decided: “It is so” (2004). It was being carried out."
    )
    assert told_in_the_past("Not everybody says so. The team says otherwise: “All are heard”.") == (
        "Not everybody says so. The team says otherwise: “All are heard”."
    )
    assert in_the_past("Has it cost anybody money to take part?") == "Did it cost anybody money to take part?"


def test_the_plan_of_cancelled_work_did_not_come():
    plan = {"delivery": {"role": "involved", "status": "planned"}}
    says = edition(project=work("cancelled"), stages=plan)
    assert (
        "people were to take part and get answers. The work was cancelled. Whether this still comes is not told."
        in says
    )
    assert "What is planned" not in says


def test_a_word_that_fits_under_a_grave_verdict_is_told_with_what_speaks_against_it():
    says = edition(
        project=work(called=["consultation"]), **ASKED,
        influence={"heard": [{"answer": "no", "said_by": "people served", "when": 2020, "source": "minutes"}]},
        voices={"direct_experience": "yes"},
    )  # fmt: skip
    if "That fits what is written down." in says:
        assert "That fits what is written down. But what happened speaks against the word." in says


def test_whose_word_it_is_stands_with_it_and_who_says_otherwise():
    heard = {
        "answer": "no", "said_by": "organisation of people affected", "when": 2020, "source": "minutes",
        "disputed": {"by": "above", "says": "Every letter was read."},
    }  # fmt: skip
    says = edition(project=work(), **ASKED, influence={"heard": [heard]})
    assert (
        "A group run by people whom the work affects says that people were not heard (2020). Not everybody says so."
        in says
    )
    assert "Those above the team say otherwise: “Every letter was read”." in says
    assert "The file tells: answer" not in says


def test_a_promise_that_was_kept_is_told_and_is_no_broken_one():
    promise = {"what": "The timetable goes to a vote", "claims": "consultation", "kept": "yes", "source": "minutes"}
    says = edition(project=work(promises=[promise]), **ASKED)
    assert "This was promised, and it was kept: “The timetable goes to a vote”." in says
    assert "not kept" not in says


def test_a_way_of_which_only_a_no_is_told_is_no_way():
    says = edition(project=work(), **ASKED, care={"leaving": {"status": "done", "independent_contact": "no"}})
    assert "There was a way to leave" not in says
    assert "complain? Yes." not in says
    assert "Nobody outside the team was there to turn to." in says


def test_credit_of_which_only_a_no_is_told_is_no_thanks():
    says = edition(project=work(), **ASKED, influence={"credit": {"status": "done", "authors": "no"}})
    assert "thanked or named for what they did? Yes." not in says


def test_who_is_out_of_reach_is_told():
    says = edition(
        project=work("running"),
        **ASKED,
        voices={"reach": {"status": "ongoing", "out_of_reach_for": ["people without a telephone"]}},
    )
    assert "Who cannot reach or use what the work makes: people without a telephone." in says


def test_what_was_asked_and_nobody_knows_is_not_called_unwritten():
    says = edition(project=work("running"), **ASKED, reward={"pay": {"offered": "unknown"}})
    assert "It was asked whether people are paid, and nobody knows." in says
    assert "Nothing is written down about pay." not in says


def test_what_only_lacks_a_source_is_not_told_as_its_contrary():
    says = edition(
        project=work("running"), stages={s: {"role": "led", "status": "ongoing"} for s in ("priorities", "design", "governance", "delivery")},
        power={"final_say": "contributors"}, influence={"heard": {"answer": "yes", "said_by": "contributors"}},
    )  # fmt: skip
    assert "Others decide." not in says
    if "People are asked" in says or "people are asked what they think" in says:
        assert "What is written down does not show all of it. This much is shown." in says


def test_the_month_of_may_and_the_name_of_a_post_are_no_verbs():
    says = "Posts that people who take part hold: co-lead; lead. They may stop on 10 May 2019."
    assert told_in_the_past(says) == (
        "Posts that people who took part held: co-lead; lead. They might stop on 10 May 2019."
    )
