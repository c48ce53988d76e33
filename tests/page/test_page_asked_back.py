"""An answer that weighs much is asked back before it is written, as at a terminal."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import Any

import pytest
from the_page import DAY, Page

from involve_audit.interview import Question, Sitting, answered, catalogue, said_back
from involve_audit.interview.meaning import Perhaps
from involve_audit.load import read
from involve_audit.page import drawing
from involve_audit.rubric import shipped

FILES = (
    "format: 1\nproject: {title: A walk, phase: finished, called: co-production}\nstages: {design: {role: consulted, status: done}}\n",
    "format: 1\nproject: {title: A walk, phase: running}\nrooms: {panel: {contributors: 6, power: advises}}\n",
)


def sitting_of(text: str) -> Sitting:
    return Sitting(text, shipped.load().rubric, dt.date.fromisoformat(DAY))


def grave_ones(text: str):
    """Each choice of an open question that is asked back: the question, and the number of the choice."""
    for question in catalogue.open_questions(sitting_of(text)):
        if question.kind in ("choice", "several"):
            yield from ((question, n, c) for n, c in enumerate(question.choices, 1) if c.grave)


def asking(text: str, question: Any) -> Page:
    """The page with one question before all others."""
    page = Page()
    page.session.asked = lambda state, day: (question,)
    page.open(text)
    assert page.question == question.id
    return page


@pytest.mark.parametrize("text", FILES)
def test_a_grave_answer_is_written_only_after_a_yes(text):
    found = list(grave_ones(text))
    assert found
    for question, number, choice in found[:5]:
        page = asking(text, question)
        words = {f"words-{number}": "the panel"} if choice.words else {}
        page.answer(choice=str(number), **words)
        assert page.text == text, question.id
        assert page.question == question.id
        assert "Is that so?" in page.reply["main"]
        assert "Is that so?" in page.reply["says"]
        assert "checked" in page.reply["main"]
        page.answer(choice=str(number), sure=sure_of(page), **words)
        assert page.text != text, question.id
        page.do("back")
        assert page.text == text


def sure_of(page: Page) -> str:
    return html.unescape(re.search('name="sure" value="([^"]*)"', page.reply["main"])[1])


def test_a_yes_holds_for_the_answer_that_was_asked_back_and_for_no_other():
    text = FILES[0]
    question, number, _ = next(g for g in grave_ones(text) if sum(bool(c.grave) for c in g[0].choices) > 1)
    other = next(n for n, c in enumerate(question.choices, 1) if c.grave and n != number)
    page = asking(text, question)
    words = {f"words-{n}": "the panel" for n in (number, other)}
    page.answer(choice=str(number), **words)
    page.answer(choice=str(other), sure=sure_of(page), **words)
    assert page.text == text
    assert "Is that so?" in page.reply["main"]


def test_an_answer_of_no_weight_is_not_asked_back():
    page = Page()
    page.do("new")
    page.answer(text="A walk together")
    assert "Is that so?" not in page.reply["main"]
    assert "A walk together" in page.text


@pytest.mark.parametrize("text", [*FILES, "format: 1\n"])
def test_the_help_of_a_question_asks_for_no_number_to_type(text):
    """Answers are chosen here: what only somebody at a terminal types stands in no help."""
    for question in catalogue.open_questions(sitting_of(text)):
        says = drawing.help_of(question)
        assert not re.search("[“`][0-9]+(, [0-9]+)*[:”`]", says) or "for two" in says, says
        assert "`" not in says
        assert "all”" not in says


def test_an_instance_stays_where_its_number_goes():
    def says(help_: str) -> str:
        return drawing.help_of(Question("x", "?", "choice", help=help_))

    assert says("In a sentence: `2: photos were printed`.") == "In a sentence: “photos were printed”."
    assert says("`1: nurses invite people`.") == "For instance: “nurses invite people”."
    assert says("`1: 2` for two co-applicants.") == "“2” for two co-applicants."
    assert says("Several are fine: `1, 2`; or `all`.") == "Choose one or several."


# --- what is said in one's own words -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "words", "likely"),
    [
        ("pay", "everybody who came got paid something", "yes, pay is offered to all"),
        ("heard", "the letters of people who were left out complain", "others say that they were not heard"),
        ("where", "who held the budget of it all", "the bid and the budget"),
    ],
)
def test_words_of_ones_own_are_met_with_the_likeliest_answer_as_at_a_terminal(asked, words, likely):
    text = "format: 1\nproject: {title: A walk, phase: running}\n"
    question = next(q for q in catalogue.open_questions(sitting_of(text)) if q.id == asked)
    page = asking(text, question)
    with pytest.raises(Perhaps) as offered:
        said_back(text, question, words)
    page.answer(text=words)
    assert page.text == text
    assert likely in html.unescape(page.reply["main"])
    assert "Is that so?" in page.reply["main"]
    assert words in html.unescape(page.reply["main"])
    assert sure_of(page) == offered.value.instead
    page.answer(text=words, sure=sure_of(page))
    assert page.text == answered(text, question, offered.value.instead)


def test_words_beside_a_chosen_answer_are_kept_beside_it():
    text = "format: 1\nproject: {title: A walk, phase: running}\n"
    question = next(q for q in catalogue.open_questions(sitting_of(text)) if q.id == "pay")
    page = asking(text, question)
    page.answer(choice="1", text="since the second year")
    assert page.text == answered(text, question, "1: since the second year")
    assert "# since the second year" in page.text


def test_words_that_are_like_no_answer_are_said_to_be_none():
    text = "format: 1\nproject: {title: A walk, phase: running}\n"
    page = asking(text, next(q for q in catalogue.open_questions(sitting_of(text)) if q.id == "pay"))
    page.answer(text="mauve")
    assert page.text == text
    assert "“mauve” is not one of the answers" in html.unescape(page.reply["main"]).replace("'mauve'", "“mauve”")


NAMED = "format: 1\nproject: {title: A walk, phase: running, called: none}\nstages: {design: {status: done}, governance: {status: ongoing}}\n"


def test_of_several_parts_those_that_are_ticked_are_answered_and_none_ticked_means_all():
    text = NAMED
    question = next(q for q in catalogue.open_questions(sitting_of(text)) if q.id == "roles design")
    page = asking(text, question)
    assert 'name="target" value="1" checked' not in page.reply["main"]
    page.answer(choice="5", target="2")
    assert read(page.text).tree["stages"] == {
        "design": {"status": "done"},
        "governance": {"status": "ongoing", "role": "decided together"},
    }
    page.do("back")
    page.answer(choice="5")
    assert [s["role"] for s in read(page.text).tree["stages"].values()] == ["decided together"] * 2
