"""What is read and asked of a changed file alone is what the whole changed file says."""

from __future__ import annotations

import cProfile
import datetime as dt
import random
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from projects import keys, projects, without
from support import EXAMPLES, shipped, spread

from involve_audit.facts import FACTS, Facts
from involve_audit.facts.case import Case
from involve_audit.facts.reads import changed_places, places_of
from involve_audit.judge.verdict import quick_verdict
from involve_audit.load import Document, read, read_project
from involve_audit.what_if import flips
from involve_audit.what_if.simulator import Unchanged, read_changed
from involve_audit.what_if.simulator import without as not_told
from involve_audit.what_if.steps import laid_over
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 1)


def read_tree(tree):
    try:
        return read_project(Document("p.yaml", tree, []))
    except InputError:
        return None


def says_the_same(project, *unchanged):
    """Whatever is known of other files, the facts and the verdict of a project are those that are worked out anew."""
    slow = Facts(Case(project, DAY))
    verdict = quick_verdict(Case(project, DAY), shipped().rubric)
    for known in unchanged:
        quick = known.facts(Case(project, DAY))
        for name in FACTS:
            assert quick[name] == slow[name], name
        assert known.quick_verdict(Case(project, DAY)) == verdict


def changed_file(document, project, tree):
    """The project of a changed file, read in both ways; None where it is none."""
    whole = read_tree(tree)
    try:
        quick = read_changed(document, project, tree)
    except InputError:
        quick = None
    assert (quick is None) == (whole is None)
    assert quick == whole
    return quick


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_without_each_answer_an_example_says_what_it_says_when_read_anew(path):
    document = read(path.read_bytes(), path.name)
    project = read_project(document)
    unchanged = one_before = Unchanged(Case(project, DAY), shipped().rubric)
    for place in spread(keys(document.tree)[1:], 24):
        changed = changed_file(document, project, without(document.tree, place))
        if changed is not None:
            says_the_same(changed, unchanged, one_before)
            one_before = unchanged.after(unchanged.facts(Case(changed, DAY)))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_whatever_is_told_otherwise_a_flip_sees_what_the_whole_file_says(path):
    """`new_verdict` gives up early where nothing that the verdict is made of came out otherwise; it must be right to."""
    document = read(path.read_bytes(), path.name)
    rubric = shipped().rubric
    trials = flips.Simulator(document, Case(read_project(document), DAY), rubric)
    now = flips.state_of(document.tree, trials)
    told = random.Random(5).sample(list(flips.answers(document, rubric, DAY)), 24)
    for one, other in pairwise(told):
        for tree in (
            flips.told_otherwise(document.tree, one),
            flips.told_otherwise(flips.told_otherwise(document.tree, one), other),
        ):
            project = read_tree(tree)
            whole = None if project is None else quick_verdict(Case(project, DAY), rubric)
            assert flips.state_of(tree, trials, now) == (None if whole is None else flips.resting_on(whole)), (
                one,
                other,
            )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_where_an_answer_would_stand_is_where_the_file_with_it_differs(path):
    """Where the verdict does not look there, a flip judges no file with it: a place too few would leave out what changes it."""
    document = read(path.read_bytes(), path.name)
    case = Case(read_project(document), DAY)
    trials = flips.Simulator(document, case, shipped().rubric)
    known = 0
    for at, now, choices in spread(list(flips.places(document, shipped().rubric, DAY)), 200):
        places = places_of(case.told, at)
        for choice in choices[-1:] if places is not None else ():
            try:
                changed = trials.changed(flips.told_otherwise(document.tree, flips.OtherAnswer(at, choice, now)))
            except InputError:
                continue
            source = {("sources",)} if choice == flips.TO_BE_NAMED else set()
            assert changed_places(case.project, changed.project) <= places | source, (at, choice)
            known += 1
    assert known > 20


def test_a_file_with_another_answer_calls_hardly_anything_for_the_entries_that_it_shares():
    """A file of ten thousand sources is tried some hundred times: one call for each source in each would take half a minute."""
    tree = {
        "format": "1", "project": {"title": "t"}, "sources": {f"s{n}": {"kind": "minutes"} for n in range(2000)},
        "stages": {"design": {"role": "involved"}},
    }  # fmt: skip
    document = Document("p.yaml", tree, [])
    unchanged = Unchanged(Case(read_project(document), DAY), shipped().rubric)
    trials = flips.Simulator(document, unchanged.case, shipped().rubric)
    for answer in (
        flips.OtherAnswer(("stages", "design", "role"), "led", "involved"),
        flips.OtherAnswer(("stages", "design", "source"), flips.TO_BE_NAMED, ""),
    ):
        changed = flips.told_otherwise(tree, answer)
        unchanged.facts(trials.changed(changed))  # what is worked out once
        called = cProfile.Profile(builtins=False)
        called.enable()
        unchanged.facts(trials.changed(changed))
        called.disable()
        # A look at each is no call; that the sources are still themselves is asked once.
        assert sum(one.callcount for one in called.getstats()) < 2600, answer


@given(projects, projects, st.data())
def test_any_change_says_the_same(tree, other, data):
    """A section of one file is put into another, or one answer is taken away."""
    project = read_tree(tree)
    assume(project is not None)
    unchanged = Unchanged(Case(project, DAY), shipped().rubric)
    document = Document("p.yaml", tree, [])
    section = data.draw(st.sampled_from(sorted(other)))
    one = (
        laid_over(tree, [(section, other[section])]) if data.draw(st.booleans()) else {**tree, section: other[section]}
    )
    for changed in (one, without(tree, data.draw(st.sampled_from(keys(tree))))):
        told = changed_file(document, project, changed)
        if told is not None:
            says_the_same(told, unchanged)
            # What comes next is held against this one, and not against the file.
            unchanged = unchanged.after(unchanged.facts(Case(told, DAY)))


@given(projects, st.data())
def test_answers_are_taken_from_the_project_as_from_the_file(tree, data):
    project = read_tree(tree)
    assume(project is not None)
    document = Document("p.yaml", tree, [])
    places = [p for p in keys(tree) if document.true_path(p) == p and len(p) < 3]
    place = data.draw(st.sampled_from(places))
    told = read_tree(without(tree, place))
    assume(told is not None and place != ("format",))
    # Without the last of its names a section says that there is none; what is taken is not told.
    assume(len(place) < 2 or not isinstance(tree[place[0]], dict) or len(tree[place[0]]) > 1)
    taken = not_told(project, [place])
    before = Facts(Case(told, DAY))
    after = Facts(Case(taken, DAY))
    for name in FACTS:
        assert after[name].value == before[name].value, name


def test_an_entry_is_taken_and_an_emptied_list_is_not_told():
    tree = {"power": {"decisions": {"complete": "yes", "entries": [{"what": "a"}, {"what": "b"}]}}, "format": "1"}
    project = read_tree(tree)
    first = ("power", "decisions", "entries", 0)
    one = not_told(project, [first])
    assert [d.what for d in one.power.decisions.entries] == ["b"]
    assert one.power.decisions.complete == "yes"
    none = not_told(project, [first, ("power", "decisions", "entries", 1)])
    assert none.power.decisions is None
    assert not_told(project, [("care", "harm")]) == project
