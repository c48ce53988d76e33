"""Which rounds of answers take no part in a comparison, and that nothing of them is left in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pairs_of_files import AFTER, BEFORE, compared, file

from involve_audit.compare.disclosure_control import held_back, without
from involve_audit.facts.case import Case
from involve_audit.load import read, read_project

THREE = {
    "asked": "12", "answered": "3", "collected_by": "evaluation", "anonymous": "yes", "label_fits": "yes", "words": "[It was good]",
    "statement": "We were heard", "dissent": "[{said: Not by me}]", "by_principle": "{power: {agree: 2, disagree: 1}}",
}  # fmt: skip
"""A round of three answers, with all that a report shows of it."""


def view(when="2024-06", of="contributors", **told):
    return "{" + ", ".join(f"{key}: {value}" for key, value in {"of": of, "when": when, **told}.items() if value) + "}"


def views(*rounds):
    return file(f"views: [{', '.join(rounds)}]")


def held(before, after):
    one, other = (Case(read_project(read(text)), day) for text, day in ((before, BEFORE), (after, AFTER)))
    return held_back(one, other)


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("asked", "13"), ("answered", "4"), ("collected_by", "team"), ("anonymous", "no"), ("label_fits", "no"), ("words", "[It was bad]"),
        ("statement", "We were not heard"), ("dissent", "[{said: Nor by me}]"), ("by_principle", "{power: {agree: 1, disagree: 2}}"),
        ("by_principle", "{care: {agree: 2, disagree: 1}}"), ("asked", ""), ("answered", ""), ("by_principle", ""), ("dissent", ""),
    ],
)  # fmt: skip
def test_a_small_round_takes_no_part_as_soon_as_anything_that_is_shown_of_it_is_another(field, other):
    before, after = views(view(**THREE)), views(view(**{**THREE, field: other}))
    assert held(before, after) == held(after, before) == {("contributors", "2024-06")}


def test_a_small_round_of_which_the_same_is_shown_takes_part():
    """Of three answers a report says that most agree, and no more: three to nothing shows the same as two to one."""
    hidden = views(view(**{**THREE, "by_principle": "{power: {agree: 3, disagree: 0}}"}))
    assert held(views(view(**THREE)), hidden) == set()


@pytest.mark.parametrize(
    ("was", "is_", "out"),
    [
        # Five more stand for each other; four do not.
        ("9", "14", False), ("9", "13", True), ("5", "10", False), ("5", "9", True),
        # A round of four is too small on either side, however it grew.
        ("4", "30", True), ("30", "4", True), ("14", "9", True),
        # Where it is not told how many answered, nobody knows by how many it grew.
        ("", "30", True), ("30", "", True), ("some", "30", True), ("at least 9", "30", True), ("9", "at least 14", False), ("9", "at least 13", True),
        ("9 to 12", "17", False), ("9 to 12", "16", True),
    ],
)  # fmt: skip
def test_a_round_takes_part_again_where_it_grew_by_as_many_as_are_shown_at_all(was, is_, out):
    assert bool(held(views(view(answered=was, label_fits="yes")), views(view(answered=is_, label_fits="no")))) is out


def test_a_single_answer_that_only_a_report_of_one_day_shows_takes_no_part():
    """Of one answer a report says something where there is one contributor in all, and nothing where there are more."""
    alone, one_of_two = (
        views(view(answered="1", by_principle="{power: {agree: 1, disagree: 0}}")) + f"voices: {{contributors: {n}}}\n"
        for n in (1, 2)
    )
    assert held(alone, one_of_two) == held(one_of_two, alone) == {("contributors", "2024-06")}
    assert held(alone, alone) == held(one_of_two, one_of_two) == set()


def test_a_round_that_stands_on_one_side_only_takes_part_where_it_is_not_small():
    for answered, out in (("4", True), ("5", False)):
        alone = views(view(answered=answered, label_fits="yes"))
        assert bool(held(file(), alone)) is out
        assert bool(held(alone, file())) is out


def test_only_the_round_that_changed_is_left_out():
    same = view(of="researchers", answered="3", label_fits="yes")
    before = views(view(answered="3", label_fits="yes"), same, view(when="2023", answered="3", label_fits="yes"))
    after = views(view(answered="4", label_fits="yes"), same, view(when="2023", answered="3", label_fits="yes"))
    assert held(before, after) == {("contributors", "2024-06")}


def test_a_round_without_a_name_or_a_day_is_a_round_too():
    assert held(views("{answered: 3}"), views("{answered: 4}")) == {("", "")}


@pytest.mark.parametrize(
    ("day", "later", "answered", "out"),
    [
        ("2024-06", "June 2024", "10", True), ("2024", "2024-12-31", "10", True), ("2024-12-31", "2024", "10", True), ("", "2024-06", "10", True),
        ("2024-06", "", "10", True), ("before design", "2024-06", "10", True), ("2024-06", "before design", "10", True),
        ("2024-06", "June 2024", "", True),
        # Another year is another round, and five more stand for each other.
        ("2024", "2025-01-01", "10", False), ("2025-01-01", "2024", "10", False), ("2024-06", "June 2024", "14", False),
    ],
)  # fmt: skip
def test_other_words_for_its_day_make_no_other_round_of_the_same_people(day, later, answered, out):
    before, after = (
        views(view(day, answered="9", label_fits="yes")),
        views(view(later, answered=answered, label_fits="no")),
    )
    assert held(before, after) == ({("contributors", day), ("contributors", later)} if out else set())
    # Where nothing but the words for the day is another, there is nothing to hide.
    assert held(before, views(view(later, answered="9", label_fits="yes"))) == set()


def test_another_side_is_another_round():
    assert (
        held(
            views(view("2024-06", answered="9", label_fits="yes")),
            views(view("June 2024", "researchers", answered="10", label_fits="no")),
        )
        == set()
    )


def test_a_round_that_is_told_in_two_parts_is_left_out_for_nobody_knows_which_of_them_grew():
    one, other = view(answered="9", label_fits="yes"), view(answered="30", label_fits="yes")
    assert held(views(one, other), views(other)) == {("contributors", "2024-06")}
    assert held(views(one), views(other, one)) == {("contributors", "2024-06")}
    assert held(views(one, other), views(one, other)) == set()


def test_of_a_round_that_is_left_out_nothing_stays_that_anybody_said():
    seal = "{fingerprint: x, when: 2024-06, reply: x}"
    document = read(
        views(view(of="researchers", answered="9", label_fits="no"), view(**THREE, source="[letter]", sealed=seal))
    )
    case = Case(read_project(read(views(view(of="researchers", answered="9", label_fits="no"), view(**THREE)))), BEFORE)
    bare = without(document, case, frozenset({("contributors", "2024-06")}))
    assert bare.tree["views"][1] == {
        "of": "contributors", "when": "2024-06", "asked": "12", "answered": "3", "collected_by": "evaluation", "anonymous": "yes", "source": ["letter"],
    }  # fmt: skip
    assert bare.tree["views"][0] == document.tree["views"][0]
    assert bare.marks == document.marks
    assert without(document, case, frozenset()) is document


@pytest.mark.parametrize("shape", ["{}", "[{}]", "{{complete: yes, entries: {}}}", "{{complete: yes, entries: [{}]}}"])
def test_a_round_is_left_out_in_whatever_way_a_file_writes_down_its_views(shape):
    document = read(file("views: " + shape.format(view(answered="3", label_fits="no"))))
    case = Case(read_project(document), BEFORE)
    (left,) = Case(read_project(without(document, case, frozenset({("contributors", "2024-06")}))), BEFORE).entries(
        "views"
    )
    assert left.label_fits is None
    assert left.answered.text == "3"


SAID = st.fixed_dictionaries(
    {},
    optional={
        "label_fits": st.sampled_from(["yes", "no", "unknown"]),
        "words": st.sampled_from(["[It was good]", "[It was bad]"]),
        "statement": st.just("We were not heard"),
        "dissent": st.just("[{said: Not by me}]"),
        "by_principle": st.builds(
            "{{power: {{agree: {}, disagree: {}}}}}".format, st.integers(0, 2), st.integers(0, 2)
        ),
    },
)


@given(SAID, SAID)
def test_whatever_a_small_round_says_that_grew_by_one_answer_the_comparison_is_the_same(one, other):
    rest = "stages: {design: {role: involved, status: done}}\n"
    before = file(f"{rest}views: [{view(**THREE)}]").replace("phase: running", "phase: running, called: co-production")
    there, here = (
        compared(
            before,
            file(f"{rest}views: [{view(answered='4', **said)}]").replace(
                "phase: running", "phase: running, called: co-production"
            ),
        )
        for said in (one, other)
    )
    assert there == here
