"""Answers as people give them."""

from __future__ import annotations

import pytest
from answering_at_random import HEADS, ask
from hypothesis import given
from hypothesis import strategies as st
from support import rows

from involve_audit.interview import Choice, NotUnderstood, Question, answered
from involve_audit.interview.answer_reading import WordsWanted, always, understood
from involve_audit.load import read, read_project
from involve_audit.wording.messages import InputError
from involve_audit.yamlfile.editing import CannotInsert

PLACE = ("power", "agenda", "set_by")
CHOICES = Question(
    "x", "Who?", "choice", choices=(
        Choice("team", "the team", ((PLACE, "team"),)), Choice("together", "they and the team together", ((PLACE, "together"),)),
        Choice("above", "somebody above the team", ((PLACE, "above"),)),
    ),
    unknown=((PLACE, "unknown"),),
)  # fmt: skip


@rows("line", ["2", "2.", "2)", "(2)", "together", "Together", "toget", "they and the team together", " 2 ", "jointly"])
def test_a_choice_is_made_by_number_by_word_or_by_its_beginning(line):
    assert understood(CHOICES, line).tells == ((PLACE, "together"),)


def test_no_means_nobody_where_nobody_is_an_answer():
    question = Question(
        "x", "?", "choice", choices=(Choice("none", "nobody", ()), Choice("planned", "nothing yet", ()))
    )
    assert understood(question, "no").echo == "nobody"


@rows(
    "line, says",
    [
        ("t", "may be 'team' or 'together'"),
        ("7", "from 1 to 3"),
        ("0", "from 1 to 3"),
        ("", "answer is needed"),
        ("togther", "did you mean 'together'?"),
    ],
)
def test_what_fits_no_choice_is_said_with_what_does(line, says):
    with pytest.raises(NotUnderstood, match=says.replace("?", r"\?")):
        understood(CHOICES, line)


@rows(
    "line, word",
    [("?", "I don't know"), ("I don't know", "I don't know"), ("DON'T KNOW.", "I don't know"), ("not decided yet", "not decided yet"),
     ("tbc", "not decided yet"), ("n/a", "does not apply"), ("does not apply", "does not apply"), ("know", None), ("2", None)],
)  # fmt: skip
def test_some_answers_fit_any_question(line, word):
    assert always(line) == word


def test_not_known_and_not_decided_are_written_apart():
    text = "format: 1\npower:\n  agenda:\n    status: planned\n"
    assert answered(text, CHOICES, "?") == text + "    set_by: unknown\n"
    assert answered(text, CHOICES, "not decided yet") == text + "    set_by: unknown  # not decided yet\n"
    assert answered(text, CHOICES, "n/a") == text + "    set_by: unknown  # said not to apply here\n"


def value(kind, path=("reward", "pay", "rate")):
    return Question("x", "How?", kind, path=path, unknown=((path, "unknown"),))


@rows(
    "kind, line, echo",
    [("count", "about 8", "6 to 10"), ("count", "up to 15", "2 to 15"), ("count", "some", "2 or more"), ("count", "a dozen", "12"),
     ("date", "March 2026", "March 2026"), ("date", "2026", "2026"), ("date", "3 May 2025", "3 May 2025"), ("date", "no", "no, not so far"),
     ("date", "before design", "before design"), ("money", "£25 an hour", "£25 an hour (an amount of 25.00)"), ("money", "none", "none (an amount of 0.00)"),
     ("period", "2 weeks", "2 weeks (about 14 days)")],
)  # fmt: skip
def test_a_value_is_taken_as_people_say_it_and_said_back_as_it_was_understood(kind, line, echo):
    found = understood(value(kind), line)
    assert found.tells == ((("reward", "pay", "rate"), line),)
    assert found.echo == echo


@rows("kind, line", [("count", "half of them"), ("date", "soonish"), ("money", "a fair sum"), ("period", "long")])
def test_a_value_that_is_none_is_refused_with_what_is_allowed(kind, line):
    with pytest.raises(NotUnderstood):
        understood(value(kind), line)


SHOWS = Question(
    "s", "What shows these?", "source", choices=(Choice("bid", "the bid (named before)", ()), Choice("minutes", "minutes", ()), Choice("nothing", "nothing", ())),
    targets=((("stages", "design", 0), "design"), (("stages", "analysis", 0), "analysis")),
)  # fmt: skip
STAGES = "format: 1\nsources:\n  bid: {kind: application}\nstages:\n  design: {role: involved, status: done}\n  analysis: consulted\n"


@rows(
    "line, kind, title, date",
    [("minutes of March 2025", "minutes", "minutes of March 2025", "March 2025"), ("an e-mail from 3 May 2025", "letter", "an e-mail from 3 May 2025", "3 May 2025"),
     ("2", "minutes", None, None), ("our website", "page", "our website", None), ("the video on the wall", "recording", "the video on the wall", None),
     ("something odd", "other", "something odd", None)],
)  # fmt: skip
def test_a_source_is_made_of_peoples_own_words(line, kind, title, date):
    new = answered(STAGES, SHOWS, line)
    tree = read(new).tree
    name = tree["stages"]["design"]["source"]
    assert name != "bid"
    assert tree["sources"][name] == {k: v for k, v in (("kind", kind), ("title", title), ("date", date)) if v}
    assert tree["stages"]["analysis"] == {"role": "consulted", "source": name}
    read_project(read(new))


def test_a_source_that_was_named_is_taken_again_and_may_show_a_part_alone():
    tree = read(answered(STAGES, SHOWS, "1 for 2")).tree
    assert tree["stages"]["analysis"]["source"] == "bid"
    assert "source" not in tree["stages"]["design"]
    assert tree["sources"].keys() == {"bid"}
    assert read(answered(STAGES, SHOWS, "nothing")).tree["stages"]["design"]["source"] == "none"


def test_a_second_source_of_a_kind_has_a_name_of_its_own():
    text = STAGES.replace("bid: {kind: application}", "minutes: {kind: minutes}")
    question = Question("s", "?", "source", choices=(Choice("minutes", "minutes", ()),), targets=SHOWS.targets)
    tree = read(answered(text, question, "notes of the last meeting")).tree
    assert len(tree["sources"]) == 2


def test_a_choice_may_ask_for_a_few_words():
    text = HEADS["running"]
    text = answered(text, ask(text), "design")
    question = next(q for q in [ask(text, {"where"})] if q)
    room = Question(
        "r",
        "?",
        "choice",
        choices=(Choice("yes", "yes", ((("care", "harm", "entries", 0), {"what": "\0words"}),), "What?"),),
    )
    with pytest.raises(WordsWanted, match=r"What\?"):
        understood(room, "1")
    assert understood(room, "yes: somebody fell").tells == (
        (("care", "harm", "entries", 0), {"what": "somebody fell"}),
    )
    assert question.id


@given(
    st.text(max_size=80),
    st.sampled_from(["choice", "count", "date", "money", "period", "text", "texts", "source", "mistake"]),
)
def test_whatever_is_typed_the_file_can_be_read_or_is_left_alone(line, kind):
    text = STAGES
    question = {"choice": CHOICES, "source": SHOWS}.get(kind) or value(
        kind, ("power", "agenda", "owner") if "text" in kind else ("reward", "pay", "rate")
    )
    try:
        new = answered(text, question, line)
    except (NotUnderstood, CannotInsert, InputError):
        return
    read_project(read(new))


def test_a_very_long_answer_is_refused_with_a_reason():
    with pytest.raises(NotUnderstood, match="at most"):
        understood(value("text"), "word " * 200)


def test_nothing_cannot_stand_beside_something():
    place = ("influence", "feedback", "kinds")
    question = Question(
        "f", "?", "several", path=place, also=((("influence", "feedback", "status"), "ongoing"),),
        choices=(Choice("thanks", "thanks", ((place, "thanks"),)), Choice("nothing", "nothing", ((("influence", "feedback"), "none"),))),
    )  # fmt: skip
    assert read(answered("format: 1\n", question, "2")).tree["influence"] == {"feedback": "none"}
    assert read(answered("format: 1\n", question, "thanks")).tree["influence"]["feedback"] == {
        "kinds": ["thanks"],
        "status": "ongoing",
    }
    with pytest.raises(NotUnderstood, match="cannot stand beside"):
        understood(question, "1, 2")


# --- mending -------------------------------------------------------------------------------------------


def test_a_file_with_mistakes_is_mended_one_by_one():
    text = "format: 1\nproject: {title: x, phase: runing}  # typed in a train\nreward:\n  pay: {offered: al, rate: lots of it}\n"
    seen = []
    for answer in ("running", "all", "£25 an hour"):
        question = ask(text)
        assert question.kind == "mistake"
        seen.append(question.wrong)
        text = answered(text, question, answer)
    assert "did you mean 'running'?" in seen[0]
    assert "phase: runing" in seen[0]
    assert (
        text
        == 'format: 1\nproject: {title: x, phase: running}  # typed in a train\nreward:\n  pay: {offered: all, rate: "£25 an hour"}\n'
    )
    assert ask(text).kind != "mistake"


def test_a_mistake_stays_where_the_new_value_is_wrong_too():
    text = "format: 1\nproject: {title: x, phase: runing}\n"
    with pytest.raises(NotUnderstood, match="did you mean"):
        answered(text, ask(text), "finishd")


@pytest.mark.parametrize(
    "text", ["format: 1\nproject: {titel: x}   # ours\n", 'format: 1\nproject:\n  "titel": x   # ours\n']
)
def test_a_key_that_is_not_known_is_written_anew(text):
    question = ask(text)
    assert "which word is meant for this key" in question.asks
    with pytest.raises(NotUnderstood, match="is not a key here"):
        answered(text, question, "titl")
    assert answered(text, question, "title") == text.replace('"titel"', "title").replace("titel", "title")


def test_what_is_no_word_is_said_with_its_line():
    with pytest.raises(InputError, match="2:"):
        ask("format: 1\nproject: {title: {a: b}}\n")
    with pytest.raises(InputError, match="2:"):
        ask("format: 1\nproject: [\n")
