"""Facts on whose the work as a whole is: who runs it, and who has the last word about it."""

from __future__ import annotations

from fact_rows import by_fact
from observing import narrowed, observe, table_covers
from support import rows

OWN = {"does": ["runs"], "governed_by": "people affected", "source": "m"}
OTHERS = {"does": ["runs", "hosts"], "governed_by": "others"}
SHOWN = {"sources": {"m": {"kind": "page"}}}


def organisations(**told):
    return {**SHOWN, "organisations": told}


def last_word(*who):
    return {"power": {"final_say": list(who)}}


def staff(number):
    return {"project": {"researchers": number}}


NOBODY = {"organisations": "none"}
TABLE = [
    ("others_run_the_work", organisations(u=OTHERS), True),
    ("others_run_the_work", organisations(u=OTHERS, t=OWN), True),
    ("others_run_the_work", {**organisations(u=OTHERS), **last_word("contributors")}, True),
    ("others_run_the_work", {**organisations(u={**OTHERS, "until": "2000"}), "project": {"phase": "finished"}}, True),
    ("others_run_the_work", organisations(u={**OTHERS, "does": ["hosts"]}, t=OWN), None),
    ("others_run_the_work", organisations(t={**OWN, "governed_by": "both"}), None),
    ("others_run_the_work", organisations(u={"does": ["runs"]}), None),
    ("others_run_the_work", NOBODY, False),
    ("others_have_not_left", organisations(u={**OTHERS, "status": "ongoing"}), True),
    (
        "others_have_not_left",
        {**organisations(u={**OTHERS, "status": "done", "until": "2000"}), "project": {"phase": "finished"}},
        True,
    ),
    (
        "others_have_not_left",
        {**organisations(u={**OTHERS, "status": "done"}), "project": {"phase": "running"}},
        None,
    ),
    ("others_have_not_left", {**organisations(u=OTHERS), "project": {"phase": "finished"}}, None),
    ("others_have_not_left", {}, None),
    ("others_have_not_left", NOBODY, True),
    ("people_affected_run_the_work", organisations(t=OWN), True),
    ("people_affected_run_the_work", organisations(t=OWN, u=OTHERS), True),
    ("people_affected_run_the_work", staff("0"), True),
    ("people_affected_run_the_work", organisations(t={**OWN, "source": "unknown"}), None),
    ("people_affected_run_the_work", organisations(u=OTHERS), None),
    ("people_affected_run_the_work", NOBODY, None),
    ("people_affected_run_the_work", {**NOBODY, **staff("3")}, False),
    ("last_word_is_contributors_alone", last_word("contributors"), True),
    ("last_word_is_contributors_alone", last_word("contributors", "above"), False),
    ("last_word_is_contributors_alone", last_word("team"), False),
    ("last_word_is_contributors_alone", {}, None),
    ("last_word_is_with_others", last_word("team"), True),
    ("last_word_is_with_others", last_word("above"), True),
    ("last_word_is_with_others", last_word("contributors", "team"), True),
    ("last_word_is_with_others", last_word("together"), True),
    ("last_word_is_with_others", last_word("contributors"), False),
    ("last_word_is_with_others", last_word("contributors", "above"), False),
    ("last_word_is_with_others", {}, None),
]


@rows("fact, rows", by_fact(TABLE))
def test_a_fact_says_what_the_file_tells(fact, rows):
    assert [(given, found) for given, value in rows if (found := observe(fact, given)) != value] == []


@rows("fact, rows", by_fact(TABLE))
def test_taking_an_answer_away_only_widens_a_fact(fact, rows):
    assert [(given, found) for given, _ in rows if (found := list(narrowed(fact, given)))] == []


def test_each_fact_is_shown_with_three_values():
    # That others who run the work have all left it, no file can tell: there may be more of them.
    assert table_covers("whose_work", TABLE) == ["others_have_not_left"]


def test_who_gave_work_over_that_goes_on_runs_it_no_more():
    gone = organisations(u={**OTHERS, "until": "2000"}, t={**OWN, "since": "2000", "status": "ongoing"})
    for phase in ({"phase": "running"}, {"phase": "paused"}, {}):
        assert observe("others_run_the_work", {**gone, "project": phase}) is None
