"""Reading English sentences: what is planned, past and only wished for, and that the words for people stand once."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest
from support import rows

from involve_audit.english.grammar import acts
from involve_audit.english.lexicon import is_past, is_simple_past, people_classes, people_words
from involve_audit.english.tense import tense, wishes


@pytest.mark.parametrize("name", ["tense"])
def test_the_examples_are_so(name):
    found = doctest.testmod(import_module(f"involve_audit.english.{name}"))
    assert found.attempted
    assert not found.failed


TENSES = {
    "members are to get £15": "planned", "the panel is going to meet": "planned", "we plan to meet": "planned", "parents with a care plan met": "done",
    "members are trained and paid": "ongoing", "members were trained and paid": "done", "the group shall consist of nine": "ongoing",
    "members chose and wrote": "done", "the panel has been paid": "ongoing", "women with a shared need": "ongoing",
}  # fmt: skip


@rows("words", TENSES)
def test_when_something_is(words):
    assert tense(words) == TENSES[words]


@rows(
    "words, wished",
    [("it was to meet every month", True), ("members should be paid", True), ("this could not be agreed", False), ("partners may now stay", False), ("men who used to live here sit on it", False), ("we used to pay", True)],
)  # fmt: skip
def test_what_is_only_wished_for_or_was_once_planned(words, wished):
    assert wishes(words) is wished


def test_a_participle_alone_says_nothing_of_the_past():
    assert is_past("chosen")
    assert not is_simple_past("chosen")
    assert is_simple_past("chose")
    assert not is_simple_past("people")


def test_nobody_is_both_one_of_those_affected_and_one_of_those_who_do_the_work():
    assert people_words("affected") & people_words("others") == frozenset()
    assert people_words("organisation") <= people_words("others")
    assert people_classes("midwives") == {"others"}


@pytest.mark.parametrize(
    ("words", "verbs"),
    [
        ("In May 2024 the group decided to drop the survey.", ["decide", "drop"]),
        ("Since May we have met.", ["meet"]),
        ("You may choose the topic.", ["choose"]),
    ],
)
def test_the_month_of_may_is_no_verb(words, verbs):
    assert [act.verb for act in acts(words)] == verbs


def test_one_day_a_week_is_no_wish():
    assert not wishes("a coordinator works on the study one day a week")
    assert wishes("one day the panel will decide")
