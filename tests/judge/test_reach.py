"""What can never happen in a rubric is found; what can happen is not blamed. And an adversary gets above no cap."""

from __future__ import annotations

import pytest
from support import shipped

from involve_audit.judge import adversary
from involve_audit.judge.adversary import LEFT_OUT, search
from involve_audit.judge.reach import unpinned, unreachable
from involve_audit.rubric import Condition

RUBRIC = shipped().rubric


def changed(item, **changes):
    """An entry or rubric with some of its attributes changed."""
    return type(item)(**{**vars(item), **changes})


def with_levels(**whens):
    """The shipped rubric, with the levels of its first criterion asking for something else."""
    first = RUBRIC.criteria[0]
    levels = {k: changed(v, when=whens.get(f"level{k}", v.when)) for k, v in first.levels.items()}
    return changed(RUBRIC, criteria=(changed(first, levels=levels, applies_if=whens.get("applies_if", first.applies_if)), *RUBRIC.criteria[1:]))


def yes(name, wanted=True):
    return {name: Condition("is", wanted)}


def at(name, comparator, number):
    return {name: Condition(comparator, number)}


def found(rubric):
    return [says for _, says in unreachable(rubric)]


@pytest.mark.parametrize(
    ("whens", "says"),
    [
        ({"level1": yes("nobody_involved"), "level2": yes("nobody_involved", False)}, "level 2 can never be reached"),
        ({"level1": at("stages_told", "at_least", 4), "level2": at("stages_told", "at_most", 3)}, "level 2 can never be reached"),
        ({"level1": yes("nobody_involved"), "level2": yes("nobody_involved")}, "level 1 can never be the result"),
        ({"level1": at("stages_told", "at_least", 4), "level2": at("stages_told", "at_least", 4)}, "level 1 can never be the result"),
        ({"level1": at("stages_told", "at_least", 4), "level2": at("stages_told", "at_least", 3)}, "level 1 can never be the result"),
        ({"applies_if": yes("nobody_involved", False), "level1": yes("nobody_involved")}, "this criterion can move nothing"),
    ],
)
def test_what_can_never_happen_is_found(whens, says):
    assert any(says in one for one in found(with_levels(**whens))), found(with_levels(**whens))


@pytest.mark.parametrize(
    "whens",
    [
        {"level1": at("stages_told", "at_least", 3), "level2": at("stages_told", "at_most", 3)},
        {"level1": at("stages_told", "at_least", 3), "level2": at("stages_told", "at_least", 4)},
        {"level1": yes("nobody_involved"), "level2": yes("people_present")},
    ],
)
def test_what_can_happen_is_not_blamed(whens):
    rest = {"level3": yes("meaning_written")}
    assert found(with_levels(**whens, **rest)) == []


def test_a_flag_and_a_gate_that_can_never_be_seen_are_found():
    gate = changed(RUBRIC.gates[0], when=yes("nobody_involved"), due_if=yes("nobody_involved", False))
    rubric = changed(RUBRIC, gates=(gate, *RUBRIC.gates[1:]))
    assert any("can never hold" in one for one in found(rubric))


def test_an_example_far_from_the_threshold_pins_nothing():
    """The first criterion with one example only: its thresholds can be moved and nobody notices."""
    first = RUBRIC.criteria[0]
    rubric = changed(RUBRIC, criteria=(changed(first, examples=first.examples[:1]),), flags=(), gates=())
    assert len(list(unpinned(rubric))) >= 3


# --- the adversary ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def attempts():
    return search(RUBRIC)


def test_the_search_is_strong_enough_to_say_something(attempts):
    assert attempts[0].without == ""
    assert attempts[0].verdict in ("genuine partnership", "led by lived experience")


def test_over_the_shipped_rubric_an_adversary_gets_above_no_cap(attempts):
    assert [a.without for a in attempts[1:]] == [left_out.says for left_out in LEFT_OUT]
    assert {a.without: a.above for a in attempts if a.above} == {}


def test_an_adversary_finds_a_cap_that_does_not_hold(monkeypatch):
    """A rubric whose gate on pay caps nothing: the search must say so, or it cannot fail."""
    gates = tuple(changed(g, caps=None) for g in RUBRIC.gates)
    monkeypatch.setattr(adversary, "LEFT_OUT", LEFT_OUT[:1])
    weak = search(changed(RUBRIC, gates=gates))
    assert weak[1].above


