"""What the interview says before much is told, and the answers that it has for people from outside and for what is not known."""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.interview import NotUnderstood, Sitting, answered, asked_back, coming, said_back, where_it_stands
from involve_audit.load import read

DAY = dt.date(2026, 11, 30)
HEAD = "format: 1\nproject: {title: The late bus, phase: running, topic_sensitive: no, called: none}\n"


def question(text: str, name: str):
    return next(q for q in coming(text, shipped().rubric, DAY, most=200) if q.id == name)


def told(text: str, name: str, answer: str):
    return read(answered(text, question(text, name), answer)).tree


def stands(text: str) -> str:
    return where_it_stands(Sitting(text, shipped().rubric, DAY)).says


def test_nothing_is_said_of_the_work_before_a_part_of_it_is_told():
    assert where_it_stands(Sitting(HEAD, shipped().rubric, DAY)).early
    assert "promised" not in stands(HEAD.replace("running", "applying"))


@pytest.mark.parametrize(
    "more",
    ["stages: {priorities: none}\n", "stages: {priorities: {role: consulted, status: done}}\ninfluence: {heard: no}\n"],
)
def test_few_answers_accuse_nobody(more):
    standing = where_it_stands(Sitting(HEAD + more, shipped().rubric, DAY))
    assert standing.number
    assert standing.early


def test_what_is_told_and_not_shown_is_told_as_it_was_said():
    says = stands(HEAD + "stages: {priorities: {role: led, status: done}, governance: {role: led, status: ongoing}}\n")
    assert says == "So far, what you say comes to this: led by lived experience. Nothing is named yet that shows it."


PARTS = "stages: {design: {role: consulted, status: done, asked: stops, source: none}}\n"


@pytest.mark.parametrize(
    ("answer", "by"),
    [
        ("an organisation of the people concerned", "organisation of people affected"),
        ("people whom the work serves, and who had no part in it", "people served"),
        ("1", "team"),
    ],
)
def test_who_says_that_people_were_not_heard_is_asked_where_it_is_not_people_themselves(answer, by):
    text = answered(HEAD + PARTS, question(HEAD + PARTS, "heard"), "others say no")
    assert read(text).tree["influence"]["heard"] == [{"answer": "no"}]
    assert coming(text, shipped().rubric, DAY, most=1)[0].id == "heard 0 who"
    assert told(text, "heard 0 who", answer)["influence"]["heard"][0]["said_by"] == by


def test_few_answers_stand_below_each_question():
    for phase in ("running", "finished", "applying"):
        for one in coming(HEAD.replace("running", phase) + PARTS, shipped().rubric, DAY, most=400):
            if one.decides in ("the verdict", "the policy"):
                assert len(one.choices) <= 9, one.id


def test_no_harm_that_is_known_is_not_no_harm_that_was_asked_for():
    tree = told(HEAD + PARTS, "harm", "none known")
    assert tree["care"]["harm"]["complete"] == "unknown"


def test_what_was_said_may_have_an_answer_that_nobody_knows():
    tree = told(HEAD + PARTS, "said", "untold: the bus is too late")
    assert tree["influence"]["log"][0]["answer"] == "unknown"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("by riders, for riders", "by riders, for riders"),
        ("of riders, to riders", "of riders, to riders"),
        ("co-production, consultation", ["co-production", "consultation"]),
    ],
)
def test_a_comma_within_a_phrase_divides_nothing(said, kept):
    text = HEAD.replace(", called: none", "")
    assert told(text, "called", said)["project"]["called"] == kept


@pytest.mark.parametrize("said", ["4: the book of a driver", "a published paper: the book of a driver"])
def test_the_kind_of_a_source_is_not_part_of_its_title(said):
    text = HEAD + "stages: {design: {role: consulted, status: done, asked: stops}}\n"
    (source,) = told(text, "shows stages", said)["sources"].values()
    assert source == {"kind": "publication", "title": "the book of a driver"}


def test_a_word_that_is_not_generally_known_is_asked_about():
    text = HEAD.replace("called: none", "called: [rider-run]") + PARTS
    names = [q.id for q in coming(text, shipped().rubric, DAY, most=200)]
    if any(name.startswith("claims ") for name in names):
        tree = told(text, "claims rider-run", "led")
        assert tree["project"]["claims"] == {"rider-run": "led"}


NAMED = "stages: {priorities: {status: done}, funding: {status: done}, governance: {status: ongoing}}\n"


def test_all_parts_that_were_named_are_asked_for_in_one_question():
    text = HEAD + NAMED
    first = coming(text, shipped().rubric, DAY, most=1)[0]
    assert [says for _, says in first.targets] == [
        "choosing the question, or deciding what is needed",
        "the bid and the budget",
        "steering the work and watching over it",
    ]
    stages = read(answered(text, first, "led")).tree["stages"]
    assert [stages[s] for s in stages] == [
        {"status": "done", "role": "led"},
        {"status": "done", "role": "led"},
        {"status": "ongoing", "role": "led"},
    ]


def test_what_is_so_of_some_of_them_is_said_of_these_and_the_others_are_asked_next():
    text = HEAD + NAMED
    first = coming(text, shipped().rubric, DAY, most=1)[0]
    said = said_back(text, first, "led for 1, 3")
    assert said.endswith("(choosing the question, or deciding what is needed; steering the work and watching over it)")
    assert said.count("steering") == 1
    assert said_back(text, first, "led").count("the bid and the budget") == 1
    text = answered(text, first, "led for 1, 3")
    stages = read(text).tree["stages"]
    assert [stages[s].get("role") for s in stages] == ["led", None, "led"]
    assert coming(text, shipped().rubric, DAY, most=1)[0].id == "role funding"
    with pytest.raises(NotUnderstood, match="3 parts"):
        answered(HEAD + NAMED, first, "led for 4")
    unknown = read(answered(HEAD + NAMED, first, "I don't know for 2")).tree["stages"]
    assert [unknown[s].get("role") for s in unknown] == [None, "unknown", None]


def test_nobody_in_all_other_parts_closes_the_list_and_more_than_that_is_asked_back():
    text = HEAD + PARTS
    rest = question(text, "roles priorities")
    assert len(rest.targets) == 7
    assert read(answered(text, rest, "none")).tree["stages"]["complete"] == "yes"
    assert read(answered(text, rest, "none for 6")).tree["stages"]["sharing"] == {"role": "none"}
    assert asked_back(text, rest, "decided together").startswith(
        "This says so of all 7 parts: they and the team decide"
    )
    assert not asked_back(text, rest, "decided together for 1")
    assert not asked_back(text, rest, "none")
    assert asked_back(text, rest, "1: the blue letters")
    unknown = read(answered(text, rest, "I don't know")).tree["stages"]
    assert [unknown[s] for s in unknown if s != "design"] == [{"role": "unknown"}] * 7


HARM = "care: {harm: [{what: photos were printed, kind: %s}]}\n"


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("harm", "Harm to people is on record."),
        ("used otherwise than agreed", "What people gave was used otherwise than agreed."),
        ("agreement undone", "An agreement with people was undone without them."),
    ],
)
@pytest.mark.parametrize("more", ["", PARTS, "stages: {priorities: {role: led, status: done}}\n"])
def test_where_it_stands_names_harm_wherever_it_is_told(kind, says, more):
    told_so = stands(HEAD + more + HARM % kind)
    assert any(words in told_so for words in (says, "Harm is on record", "Trust was broken"))
    outside = (HARM % kind).replace("kind:", "done_by: outside the team, kind:")
    assert says not in stands(HEAD + more + outside)


def test_no_harm_is_named_where_none_is_told():
    for more in ("", "care: {harm: none}\n", "care: {harm: unknown}\n"):
        assert "record" not in stands(HEAD + PARTS + more)


def test_what_people_were_asked_is_not_asked_where_something_shows_that_they_were():
    text = HEAD + "sources: {m: {kind: minutes}}\nstages: {design: {role: consulted, status: done%s}}\n"

    def asked(text: str) -> bool:
        return any(q.id == "asked design" for q in coming(text, shipped().rubric, DAY, most=200))

    assert asked(text % "")
    assert asked(text % ", source: none")
    assert not asked(text % ", source: m")


def test_what_goes_on_already_before_a_bid_is_asked_in_the_present():
    text = HEAD.replace("running", "applying") + "stages: {delivery: {status: ongoing}, design: {status: done}}\n"
    asked = {q.id: q.asks for q in coming(text, shipped().rubric, DAY, most=200)}
    assert "what part do people" in asked.get("role delivery", asked.get("roles design", "")).replace(
        "What part do", "what part do"
    )
    alone = text.replace(", design: {status: done}", "")
    assert (
        "what part do people" in {q.id: q.asks for q in coming(alone, shipped().rubric, DAY, most=200)}["role delivery"]
    )
    done = text.replace("delivery: {status: ongoing}, ", "")
    assert (
        "what part did people" in {q.id: q.asks for q in coming(done, shipped().rubric, DAY, most=200)}["role design"]
    )


def test_nobody_is_asked_who_holds_money_before_there_is_any():
    text = HEAD.replace("running", "applying") + "stages: {priorities: {role: led, status: done}}\n"
    assert not [q.id for q in coming(text, shipped().rubric, DAY, most=200) if q.id.startswith("budget ")]
