"""What may be written of a round: nobody's own answer can be worked out from it, and the limit asks only how many."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from itertools import combinations_with_replacement, product

import pytest
from support import rows
from survey.answering import CANNOT, NO, PARTLY, RATHER_NOT, YES, round_of

from involve_audit.facts.case import Case
from involve_audit.facts.views import FEW, TOO_FEW, most, said
from involve_audit.load import Document, read_project
from involve_audit.project.people import Opinion, View
from involve_audit.project.values import read_count
from involve_audit.survey.collect import PersonAnswers, Refused, Round
from involve_audit.survey.view_entry import label, may_hold, view

KINDS = (YES, PARTLY, NO, CANNOT, None)


def written(*answers):
    return str(view(round_of(*answers)).get("by_principle"))


@pytest.mark.parametrize("number", range(1, 8))
def test_no_answer_of_any_person_can_be_worked_out(number):
    """For every possible round: each person could have said something else, and the same would be written."""
    could_be = defaultdict(lambda: [set() for _ in range(number)])
    kinds = ("agree", "partly", "disagree", "unsure")
    for said_by_all in product(kinds, repeat=number):
        found = Round("contributors", "2026-05", ("power",), [PersonAnswers({"power": s}) for s in said_by_all])
        shown = str(view(found).get("by_principle"))
        for person, one in enumerate(said_by_all):
            could_be[shown][person].add(one)
    for shown, people in could_be.items():
        assert all(len(possible) > 1 for possible in people), shown


@pytest.mark.parametrize("number", range(1, 7))
def test_nor_can_what_anybody_said_of_the_word(number):
    could_be = defaultdict(lambda: [set() for _ in range(number)])
    for answers in product(("agree", "partly", "disagree", "unsure"), repeat=number):
        found = Round("contributors", "2026-05", ("power",), [PersonAnswers({}, a) for a in answers])
        for person, one in enumerate(answers):
            could_be[view(found).get("label_fits")][person].add(one)
    assert all(len(possible) > 1 for people in could_be.values() for possible in people)


@rows("number", range(1, 9))
def test_the_form_of_what_is_written_depends_on_how_many_answered_and_not_on_what(number):
    def form(answers):
        told = view(round_of(*answers)).get("by_principle")
        if told is None:
            return "nothing"
        return "words" if isinstance(told["power"], str) else "numbers"

    forms = {form(answers) for answers in combinations_with_replacement(KINDS, number)}
    assert forms == {"nothing" if number < TOO_FEW else "words" if number < FEW else "numbers"}


def test_the_limits_are_three_and_five():
    assert (TOO_FEW, FEW) == (3, 5)


def test_of_one_or_two_people_nothing_is_written_but_that_they_answered():
    found = Round(
        "contributors", "2026-05", ("power",), [PersonAnswers({"power": "disagree"}, "disagree", ("We said so.",))] * 2
    )
    assert view(found) == {"of": "contributors", "when": "2026-05", "answered": "2"}


@rows(
    "answers, shown",
    [
        ([YES, YES, NO], "most agree"),
        ([YES, YES, YES], "most agree"),
        ([YES, YES, NO, NO], "not most agree"),
        ([YES, YES, None, RATHER_NOT], "not most agree"),
        ([NO, NO, NO], "not most agree"),
        ([YES] * 5, {"agree": "4 or 5", "disagree": "0 or 1"}),
        ([YES] * 4 + [NO], {"agree": "4 or 5", "disagree": "0 or 1"}),
        ([YES] * 4 + [None], {"agree": "4 or 5", "disagree": "0 or 1"}),
        ([PARTLY] * 6, {"agree": "0 or 1", "partly": "5 or 6", "disagree": "0 or 1"}),
        ([YES, YES, YES, NO, NO], {"agree": "3", "disagree": "2"}),
        (
            [YES, YES, PARTLY, NO, CANNOT, None, RATHER_NOT],
            {"agree": "2", "partly": "1", "disagree": "1", "unsure": "3"},
        ),
    ],
)
def test_what_is_written_of_one_question(answers, shown):
    assert view(round_of(*answers))["by_principle"] == {"power": shown}


def test_who_left_a_question_blank_did_not_agree():
    assert written(YES, YES, YES, None, None, None, None) == str(
        {"power": {"agree": "3", "disagree": "0", "unsure": "4"}}
    )


@rows("number", range(3, 10))
def test_what_is_written_reads_back_as_what_people_said(number):
    """The judge makes of the written numbers what the answers were: most agree, most disagree, or neither."""
    for answers in combinations_with_replacement((YES, PARTLY, NO, CANNOT), number):
        told = view(round_of(*answers))
        tree = {"format": "1", "views": [told]}
        case = Case(read_project(Document("p.yaml", tree, [])), dt.date(2026, 11, 1))
        entry = case.entries("views")[0]
        yes, no = answers.count(YES), answers.count(NO)
        word = (
            "most agree"
            if 2 * yes > number
            else "not most agree"
            if number < FEW
            else "most disagree"
            if 2 * no > number
            else "split"
        )
        assert said(case, entry, entry.by_principle["power"]) == word


def test_the_words_of_people_stand_in_alphabetical_order_and_not_person_by_person():
    people = [
        PersonAnswers({}, None, ("Zeal", "Anger")),
        PersonAnswers({}, None, ("More time",)),
        PersonAnswers({"power": "agree"}),
    ]
    assert view(Round("contributors", "2026-05", ("power",), people))["words"] == ["Anger", "More time", "Zeal"]


def test_more_answers_than_people_asked_are_refused():
    with pytest.raises(Refused, match="more than were asked"):
        view(round_of(YES, YES, YES), read_count("2"))


def test_a_round_without_answers_is_refused():
    with pytest.raises(Refused, match="no answers"):
        view(round_of())


def test_the_word_fits_only_where_most_say_so():
    from collections import Counter

    assert label(Counter(agree=2, disagree=1)) == "yes"
    assert label(Counter(agree=1, disagree=2)) is None
    assert label(Counter(agree=2, disagree=4)) == "no"
    assert label(Counter(agree=3, disagree=3)) == "unknown"


# --- counts that somebody wrote by hand --------------------------------------------------------------


def by_hand(answered, **counts):
    opinion = Opinion(**{k: (v if k == "most" else read_count(str(v))) for k, v in counts.items()})
    return most(View(of="contributors", answered=read_count(str(answered)) if answered else None), opinion)


@rows(
    "answered, counts, word",
    [
        (9, {"agree": 7, "disagree": 2}, "agree"),
        (12, {"agree": 5, "disagree": 2}, None),  # what the other five said is not told
        (9, {"agree": 5, "disagree": 2, "unsure": 0, "partly": 2}, "agree"),
        (9, {"agree": 4, "disagree": 2, "unsure": 0, "partly": 3}, "split"),
        (9, {"agree": 1, "disagree": 8}, "disagree"),
        (4, {"agree": 0, "disagree": 4}, "not most agree"),
        (4, {"agree": 2, "disagree": 2}, "not most agree"),
        (4, {"agree": 3, "disagree": 1}, "agree"),
        ("about 5", {"agree": 0, "disagree": 4}, "not most agree"),
        (None, {"agree": 0, "disagree": 8}, "not most agree"),
        (4, {"most": "disagree"}, "disagree"),
        (9, {"most": "unknown", "agree": 9, "disagree": 0}, None),
    ],
)
def test_counts_by_hand_are_read_with_the_same_limit(answered, counts, word):
    assert by_hand(answered, **counts) == word


# --- a survey that is exported again -----------------------------------------------------------------


def earlier(*answers):
    tree = {"format": "1", "views": [view(round_of(*answers))]}
    return read_project(Document("p.yaml", tree, [])).views.entries[0]


def test_an_export_that_holds_an_earlier_round_and_a_few_more_is_noticed():
    first = [YES, YES, YES, NO, NO]
    assert may_hold(earlier(*first), round_of(*first, NO))
    assert may_hold(earlier(*first), round_of(*first))
    assert may_hold(earlier(YES, YES, NO), round_of(YES, YES, NO, NO))


def test_a_round_that_cannot_hold_the_earlier_one_is_taken():
    first = [YES, YES, YES, NO, NO]
    assert not may_hold(earlier(*first), round_of(YES, YES, NO, NO, NO, NO))
    assert not may_hold(earlier(*first), round_of(*first, *[NO] * FEW))
    assert not may_hold(earlier(*first), round_of(YES, YES, YES, NO))


@pytest.mark.parametrize("more", range(1, FEW))
def test_however_the_few_new_ones_answered_the_earlier_round_is_noticed_among_them(more):
    """Without this, two dates would show what one late person said."""
    for first in combinations_with_replacement(KINDS, 5):
        for late in combinations_with_replacement((YES, NO), more):
            assert may_hold(earlier(*first), round_of(*first, *late))
