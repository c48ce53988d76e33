"""The contributors' edition leaves out nothing grave, contradicts nothing on its own page, and promises nothing."""

from __future__ import annotations

import re
from itertools import product

import pytest
from own_words import EXAMPLES, example, of, prose
from support import bared, rows, shipped, written
from test_edition_fair import section

from involve_audit.judge.told import as_people_write
from involve_audit.render import discussion, meeting, plain_language
from involve_audit.results.audit import PartFound
from involve_audit.rubric import derived

MINUTE = {"minute": {"kind": "minutes", "date": "2024-03"}}
NO_SIGN = "no sign that something is wrong"


def project(phase="running", **sections):
    head = {"title": "Quiet nights", "phase": phase, **sections.pop("project", {})}
    return of({"format": 1, "project": head, "sources": MINUTE, **sections})


def done(role, **more):
    return {"role": role, "status": "done", "when": "2024", **more}


def edition(audit) -> str:
    return " ".join(prose(plain_language.PAPER.markdown([audit])).split())


def pack(audit) -> str:
    return " ".join(prose(meeting.PAPER.markdown([audit])).split())


ASKED = {"priorities": done("consulted", asked="which question"), "analysis": done("consulted", asked="what it means")}

# --- harm ------------------------------------------------------------------------------------------


KINDS = ("used otherwise than agreed", "agreement undone", "harm", None)
WHO = ("contributors", "court", "regulator", "evaluation", "outside the team", "allies", "above", None)


# Every kind and everybody who says so, with and without people's part; and both together where they had one.
@pytest.mark.parametrize(
    ("kind", "who", "stages"),
    [*product(KINDS, WHO, [ASKED]), *((KINDS[n % len(KINDS)], who, "none") for n, who in enumerate(WHO))],
)
def test_harm_that_is_told_stands_in_the_edition_whoever_says_so(kind, who, stages):
    harm = {"what": "Sleep diaries were sold", "to": "contributors"}
    harm |= {"kind": kind} if kind else {}
    harm |= {"said_by": who} if who else {}
    audit = project(stages=stages, care={"harm": [harm]})
    text = edition(audit)
    assert "“Sleep diaries were sold”" in text
    assert NO_SIGN not in text
    if who is None:
        assert "Who says so is not told." in text
    if audit.verdict.id == "nobody involved":
        assert plain_language.headline(audit).count(". ") >= 2  # the gravest is not kept for the list below


def test_what_was_done_about_harm_stands_with_it():
    def says(**more):
        return edition(project(stages=ASKED, care={"harm": [{"what": "Diaries were sold", "kind": "harm", **more}]}))

    assert "It was put right, and they agreed." in says(
        repair={"status": "done", "when": "2024", "agreed_with": ["contributors"]}
    )
    assert "Whether they agreed is not told." in says(repair={"status": "done", "when": "2024"})
    assert "Those in charge have not answered." in says(answered="no")
    assert "“The team wrote a letter”" in says(answered="The team wrote a letter.")


# --- no sign ---------------------------------------------------------------------------------------


def test_no_sign_is_said_only_where_nothing_was_seen():
    shared = {"role": "decided together", "status": "done", "when": "2024", "source": "minute"}
    decision = {"about": "design", "decided_by": "together", "became": "done", "source": "minute", "when": "2024"}
    partnership = {
        "stages": {"design": dict(shared), "analysis": dict(shared)},
        "power": {
            "decisions": [{"what": "The diary", "stage": "design", **decision}, {"what": "The themes", "stage": "analysis", **decision}],
            "ended": [{"what": "The night panel", "by": "above", "agreed": "no", "when": "2024"}],
        },
    }  # fmt: skip
    audit = project(**partnership)
    held = [s.says for s in audit.signs if s.state == "holds"]
    assert held
    assert audit.verdict.id != "tokenism"
    assert NO_SIGN not in edition(audit)
    for says in held:
        assert any(says.casefold() in t.context.casefold() for t in discussion.to_the_team(audit))


# --- what people answered ----------------------------------------------------------------------------


def answers(by_principle, **more):
    view = {"of": "contributors", "asked": 9, "answered": 9, "collected_by": "outside the team", "anonymous": "yes"}
    return project(stages=ASKED, views=[view | ({"by_principle": by_principle} if by_principle else {}) | more])


def test_where_nobody_was_asked_about_a_theme_nothing_is_said_of_it():
    for audit in (answers(None), answers({"influence": "most agree"})):
        assert "Too few people answered" not in edition(audit)
        assert "all that we look at" not in edition(audit)


def test_what_people_answered_stands_there_even_where_it_settles_nothing():
    view = {"of": "contributors", "asked": 150, "by_principle": {"influence": "most disagree"}}
    says = section(project(stages=ASKED, views=[view]), "What people said themselves")
    assert "does not go well: What changed, and who was told" in says


# --- the headline is a lower bound --------------------------------------------------------------------


def test_others_decide_does_not_stand_beside_decisions_that_were_shared():
    decision = {"what": "The top ten", "stage": "priorities", "about": "question", "decided_by": "together", "became": "done",
                "when": "2024", "source": "minute"}  # fmt: skip
    audit = project(
        stages={"priorities": done("decided together", source="minute"), "analysis": "none"},
        power={"decisions": [decision], "final_say": "team"},
    )
    assert audit.verdict.id == "involvement"
    assert "Others decide" not in edition(audit)
    assert "People and the team decide together on this: choosing the question." in plain_language.headline(audit)


def test_where_more_may_be_so_others_decide_is_not_said_and_what_is_only_claimed_is():
    audit = project(stages={"priorities": done("led"), "design": done("led")}, power={"final_say": "contributors"})
    text = edition(audit)
    assert "Others decide" not in text
    assert (
        "By what is told, people whom the work is about decide. What is written down does not show all of it." in text
    )


# --- overclaim by word, and by a broken promise --------------------------------------------------------


def test_a_broken_promise_is_not_called_a_word_that_says_too_much():
    promise = {"what": "The fullest consultation ever", "claims": "consultation", "kept": "no"}
    audit = project(
        project={"called": ["consultation"], "promises": [promise]}, stages=ASKED, power={"final_say": "team"}
    )
    assert audit.label.state == "overclaimed"
    assert audit.label.why == ("promise",)
    text = edition(audit)
    assert plain_language.MORE_THAN_SEEN not in text
    assert "This was promised: “The fullest consultation ever”. That was not kept." in text
    assert "the words for the work say too much" not in text
    by_word = project(
        project={"called": ["co-production"]}, stages={**ASKED, "design": "none"}, influence={"heard": "no"}
    )
    assert "more" in by_word.label.why
    assert plain_language.MORE_THAN_SEEN in edition(by_word)


def test_a_promise_kept_in_part_is_told():
    audit = project(stages=ASKED, project={"promises": [{"what": "Nothing without you", "kept": "partly"}]})
    assert "That was kept only in part." in edition(audit)


# --- what was not taken up -----------------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["refused", "put off", "unanswered", "contested", "unknown", None])
def test_what_was_not_taken_up_stands_there_with_its_reason(answer):
    entry = {"said": "Pay for taxis", "by": "contributors"} | ({"answer": answer} if answer else {})
    reason = {"reason": "The funder forbids it"} if answer in ("refused", "put off") else {}
    changed = section(project(stages=ASKED, influence={"log": [entry | reason]}), "What changed because of people")
    assert "“Pay for taxis”" in changed
    assert ("“The funder forbids it”" in changed) is bool(reason)
    assert "No words of people" not in edition(project(stages=ASKED, influence={"log": [entry]}))


def test_a_decision_that_was_cut_down_says_what_it_was_announced_as_and_why():
    decision = {"what": "Lifts in each house", "decided_by": "contributors", "announced_as": "binding", "became": "partly",
                "set_aside_by": "above", "reason": "Less money", "when": "2024"}  # fmt: skip
    changed = section(project(stages=ASKED, power={"decisions": [decision]}), "What changed because of people")
    for says in ("carried out in part", "told it would be done", "Those above the team", "“Less money”"):
        assert says in changed


# --- heard, found, missing, planned --------------------------------------------------------------------


@pytest.mark.parametrize("answer", ["yes", "no", "split"])
@pytest.mark.parametrize("who", ["contributors", "team", "court", "outside the team", "allies", "above"])
def test_whether_people_were_heard_stands_there_with_whose_word_it_is(answer, who):
    audit = project(stages=ASKED, influence={"heard": [{"answer": answer, "said_by": who, "when": "2024"}]})
    own = who == "contributors"
    says = section(audit, "What people said themselves" if own else "What others say of it")
    assert "heard" in says
    assert own or "heard" not in section(audit, "What people said themselves")
    assert ("The team itself says" in says) is (who == "team")
    assert ("People who take part say that" in says) is (who == "contributors")


def test_who_found_something_is_named():
    found = {"by": "evaluation", "named": "Night Watch Review", "says": "Some groups are there for show."}
    says = edition(project(stages=ASKED, findings=[found]))
    assert "An evaluation (Night Watch Review): Some groups are there for show." in says


def test_who_is_missing_is_named():
    missing = [{"group": "People who work at night", "why": "timing", "basis": "evidence"}]
    assert "People who work at night" in edition(project(stages=ASKED, voices={"missing": missing}))


def test_plans_are_what_an_edition_tells_before_the_work_begins():
    stages = {
        "governance": {"role": "decided together", "status": "planned", "when": "2028", "owner": "the chair"},
        "delivery": {"role": "involved", "status": "planned"},
    }
    changed = section(project("applying", stages=stages), "What changed because of people")
    assert (
        "Watching over the work: people and the team will decide together. When: 2028. Who sees to it: the chair."
        in changed
    )
    assert "Doing the work: people will take part and get answers. No day is set." in changed
    over = section(project("finished", stages=stages), "What changed because of people")
    assert "Whether it came is not told." in over


# --- money ---------------------------------------------------------------------------------------------


@rows(
    "typed, printed",
    [("5400000", "5,400,000"), ("about 250000", "about 250,000"), ("GBP 12500.50", "GBP 12,500.50"), ("500", "500"),
     ("18,000", "18,000"), ("18.000,50 EUR", "18.000,50 EUR"), ("86.24 EUR per day", "86.24 EUR per day")],
)  # fmt: skip
def test_amounts_are_printed_as_people_write_them(typed, printed):
    assert as_people_write(typed) == printed


def test_expenses_say_what_they_cover_and_that_there_are_none():
    def pay(expenses):
        return section(project(stages=ASKED, reward={"expenses": expenses}), "Pay and support")

    assert "is paid (travel and childcare)." in pay({"status": "ongoing", "covers": ["travel", "childcare"]})
    assert "booked or paid first (travel)." in pay({"status": "ongoing", "paid": "up front", "covers": ["travel"]})
    assert "What it costs to come is not paid." in pay("none")
    assert "Nothing is written down about pay" not in pay("none")


@pytest.mark.parametrize(
    ("phase", "pay", "promised"),
    [
        ("running", {"status": "ongoing", "offered": "all", "rate": "22 per hour"}, True),
        ("running", {"status": "done", "when": "2007", "offered": "all", "rate": "22 per hour"}, False),
        ("running", {"offered": "all"}, False),
        ("finished", {"status": "ongoing", "offered": "all", "rate": "22 per hour"}, False),
        ("cancelled", {"status": "done", "offered": "all"}, False),
        ("applying", {"status": "ongoing", "offered": "all"}, True),
        ("paused", {"status": "ongoing", "offered": "all"}, False),
    ],
)
def test_a_letter_promises_no_money_out_of_what_is_over(phase, pay, promised):
    text = pack(project(phase, stages=ASKED, reward={"pay": pay}))
    assert ("the word of those who run the work: everybody" in text) is promised
    assert ("Money for your time, and for what it costs you" in text) is not promised


# --- nobody, and work that is over ---------------------------------------------------------------------


def test_nobody_takes_part_yet_is_not_said_of_work_that_is_over():
    over = project("finished", stages="none", influence={"feedback": "none"})
    assert "yet" not in pack(over).partition("The hour")[0]
    assert "told nothing" not in edition(over)
    assert "nobody takes part yet" in pack(project(stages="none"))


def test_what_was_written_from_published_text_was_not_written_by_the_team():
    published = {"filled_in": {"when": "2026", "by": ["outside the team"], "written_from": "published text"}}
    text = edition(project(stages=ASKED, **published))
    assert "Those who do the work did not write this" in text
    assert "Ask the team for it" not in text
    assert "Ask the team for it" in edition(project(stages=ASKED))


@pytest.mark.parametrize("phase", ["applying", "running", "finished"])
def test_no_action_is_cut_in_the_middle(phase):
    audit = project(phase, stages=ASKED | {"design": "none"}, influence={"feedback": "none"}, reward={"pay": "none"})
    rows = re.findall(r"(?m)^\| (\w[^|]+?) +\|(?: +\|){3}$", meeting.PAPER.markdown([audit]))
    assert all("…" not in row for row in rows)
    assert meeting.suggestions(audit)


# --- questions as people ask them ----------------------------------------------------------------------

MACHINE = re.compile(
    r"^(?:in|of|for|after|within) how many\b|by the role that the file tells|by the word of the team", re.IGNORECASE
)


def test_no_question_of_a_machine_is_put_to_people():
    wanted = {n for c in shipped().rubric.criteria for k in "123" for n in (c.levels[k].when or {})}
    asked = [derived.asked(name).question for name in sorted(wanted)]
    assert len(asked) > 150
    unknown = [discussion.part_says(PartFound(asks, "not told", "not told")) for asks in asked]
    assert [says for says in unknown if MACHINE.search(says) or says.lower().startswith("how many")] == []
    # Where the number is known, it answers the question that asks for it.
    known = discussion.part_says(PartFound("In how many stages of the work were people at least asked, by the role that the file tells?", "4", "yes"))  # fmt: skip
    assert known == "In how many stages of the work were people at least asked? 4."


def unknown_questions(audit):
    return " ".join(t.question for t in discussion.not_known(audit, at_most=99))


def test_what_the_file_answers_or_cannot_have_happened_is_not_asked():
    assert "cost anybody money" not in unknown_questions(project(stages=ASKED, reward={"expenses": "none"}))
    paid = project(stages=ASKED, reward={"expenses": {"status": "ongoing", "paid": "up front"}})
    assert "cost anybody money" not in unknown_questions(paid)
    unpaid = project(stages=ASKED, reward={"pay": {"status": "ongoing", "offered": "none"}})
    assert "Are people paid?" not in unknown_questions(unpaid)
    before = unknown_questions(project("applying", stages={"governance": {"role": "involved", "status": "planned"}}))
    assert "undo something" not in before
    assert "end a role or a group" not in before
    assert "What part do people have in this: watching over the work" not in before
    assert "who answers them" not in unknown_questions(project(stages=ASKED))


@pytest.mark.parametrize("stages", ["none", ASKED])
@pytest.mark.parametrize("who", ["court", "regulator", "contributors"])
def test_harm_is_asked_about_in_the_edition_and_not_in_the_hour(stages, who):
    harm = [{"what": "Diaries were sold", "kind": "harm", "said_by": who, "to": "contributors"}]
    audit = project(stages=stages, care={"harm": harm})
    assert discussion.AFTER_HARM in edition(audit)
    assert discussion.AFTER_HARM not in pack(audit)
    assert "Was anybody harmed" not in edition(audit)


def test_decisions_are_not_printed_as_words_that_people_said():
    decision = {"what": "The rules for data", "decided_by": "contributors", "became": "done", "when": "2024"}
    text = edition(project(stages=ASKED, power={"decisions": [decision]}))
    assert "Their words stand above" not in text
    assert "What has changed because of what people said?" not in text


def test_without_excerpts_no_words_of_the_file_stand_in_it_however_they_are_printed():
    tree = {
        "format": 1,
        "project": {"title": "Quiet nights", "phase": "running", "promises": [{"what": "Nothing without you.", "kept": "no"}]},
        "stages": {"design": done("consulted", said="Owls keep us awake.")},
        "reward": {"pay": {"status": "ongoing", "offered": "all", "rate": "12500 per year"}},
        "care": {"harm": [{"what": "Diaries were sold.", "answered": "A letter came."}]},
        "influence": {"log": [{"said": "Shut the window.", "by": "contributors", "answer": "refused", "reason": "It is hot."}]},
        "findings": [{"by": "evaluation", "named": "Night Watch", "says": "Some are for show."}],
    }  # fmt: skip
    text = edition(bared(of(tree), written(tree)))
    for told in (
        "without you",
        "Owls",
        "12,500 per",
        "Diaries",
        "letter came",
        "window",
        "It is hot",
        "Night Watch",
        "for show",
    ):
        assert told not in text, told


# --- whom to tell, harm that is not told, and what is missing ------------------------------------------


ASK = "Whom you can tell apart from the team is not written down. You can ask."


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({}, ASK),
        ({"care": {"leaving": {"status": "ongoing", "independent_contact": "yes"}}}, "Somebody outside the team is there to turn to."),
        ({"care": {"leaving": {"status": "ongoing", "independent_contact": "no"}}}, "Nobody outside the team is there to turn to."),
        ({"power": {"disagreement": {"status": "ongoing", "route": "independent route"}}}, "Somebody who disagrees can turn to somebody outside the team."),
        ({"power": {"disagreement": {"status": "ongoing", "route": "ask the lead"}}}, ASK),
        ({"power": {"disagreement": {"status": "ongoing", "route": "none"}}}, ASK),
    ],
)  # fmt: skip
@pytest.mark.parametrize("stages", ["none", ASKED])
def test_each_edition_says_whom_to_tell_apart_from_the_team(told, says, stages):
    text = " ".join(edition(project(stages=stages, **told)).split())
    assert f"If something went wrong: {says}" in text
    assert text.count(says) == 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_says_whom_to_tell_and_that_nobody_looked_at_the_work(name):
    text = edition(example(name))
    assert text.count("If something went wrong:") == 1
    assert "We looked at" not in text
    assert "Nobody looked at the work itself." in text


@pytest.mark.parametrize("harm", [None, "none", "unknown", [{"what": "Diaries were sold", "to": "contributors"}]])
@pytest.mark.parametrize("stages", ["none", ASKED])
def test_where_people_took_part_it_is_said_that_harm_is_not_told(harm, stages):
    text = edition(project(stages=stages, **({} if harm is None else {"care": {"harm": harm}})))
    asked = "Was anybody harmed" in text
    silent = "It is not written down whether anybody was harmed." in text or "nobody knows" in text
    # Said once: as a question, or as a line; and nowhere where it is told.
    assert asked + silent <= 1
    if harm is None and stages != "none":
        assert asked + silent == 1
    if harm not in (None, "unknown"):
        assert asked + silent == 0


def test_what_is_missing_of_pay_and_support_is_said_in_statements():
    """No question answers itself: each part that a second level asks for has its statement, told or not."""
    rubric = shipped().rubric
    for criterion in rubric.criteria:
        if criterion.principle in ("reward", "care"):
            for name in criterion.levels["2"].when or {}:
                untold, missing = plain_language.LACKING[derived.asked(name).question]
                assert untold[0].islower(), untold
                assert untold[-1] not in ".?", untold
                assert missing.endswith("."), missing
    for name in EXAMPLES:
        for says in plain_language.in_part(example(name)):
            assert "In part." not in says
            assert not says.count("?") or says.endswith("as far as it is told."), says
