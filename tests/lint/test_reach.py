"""What can never happen in a rubric is found; what can happen is not blamed. And an adversary gets above no cap."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import rows, shipped

from involve_audit.facts import FACTS
from involve_audit.facts.answers import Several, Span, compare
from involve_audit.lint.adversary import LEFT_OUT, attempt_without, search
from involve_audit.lint.reach import unpinned, unreachable
from involve_audit.rubric.model import Condition, Example
from involve_audit.wording.file_words import plain
from involve_audit.wording.messages import in_words

RUBRIC = shipped().rubric


def changed(item, **changes):
    """An entry or rubric with some of its attributes changed."""
    return type(item)(**{**vars(item), **changes})


def with_levels(**whens):
    """The shipped rubric, with the levels of its first criterion asking for something else."""
    first = RUBRIC.criteria[0]
    levels = {k: changed(v, when=whens.get(f"level{k}", v.when)) for k, v in first.levels.items()}
    return changed(
        RUBRIC,
        criteria=(
            changed(first, levels=levels, applies_if=whens.get("applies_if", first.applies_if)),
            *RUBRIC.criteria[1:],
        ),
    )


def yes(name, wanted=True):
    return {name: Condition("is", wanted)}


def at(name, comparator, wanted):
    return {name: Condition(comparator, wanted)}


def found(rubric):
    return [plain(says) for _, says in unreachable(rubric)]


@rows(
    "whens, says",
    [
        ({"level1": yes("nobody_involved"), "level2": yes("nobody_involved", False)}, "level 2 can never be reached"),
        (
            {"level1": at("stages_told", "at_least", 4), "level2": at("stages_told", "at_most", 3)},
            "level 2 can never be reached",
        ),
        ({"level1": yes("nobody_involved"), "level2": yes("nobody_involved")}, "level 1 can never be the result"),
        (
            {"level1": at("stages_told", "at_least", 4), "level2": at("stages_told", "at_least", 4)},
            "level 1 can never be the result",
        ),
        (
            {"level1": at("stages_told", "at_least", 4), "level2": at("stages_told", "at_least", 3)},
            "level 1 can never be the result",
        ),
        (
            {"applies_if": yes("nobody_involved", False), "level1": yes("nobody_involved")},
            "this criterion can move nothing",
        ),
        (
            {"level1": at("stages_told", "at_most", 3), "level2": at("stages_told", "at_most", 4)},
            "level 1 can never be the result",
        ),
        (
            {
                "applies_if": at("stages_told", "at_most", 3),
                "level1": at("stages_told", "at_most", 2),
                "level2": at("stages_told", "at_least", 3),
            },
            "level 2 can never",
        ),
        (
            {
                "level1": at("advert_names", "includes", ("pay",)),
                "level2": at("advert_names", "includes_any", ("pay", "time")),
            },
            "level 1 can never be the result",
        ),
        (
            {
                "level1": at("advert_names", "includes_any", ("pay", "time")),
                "level2": at("advert_names", "includes_any", ("pay", "time", "limits")),
            },
            "level 1 can never be the result",
        ),
        (
            {
                "level1": at("advert_names", "includes", ("pay", "time")),
                "level2": at("advert_names", "includes", ("pay",)),
            },
            "level 1 can never be the result",
        ),
    ],
)
def test_what_can_never_happen_is_found(whens, says):
    assert any(says in one for one in found(with_levels(**whens))), found(with_levels(**whens))


@rows(
    "whens",
    [
        {"level1": at("stages_told", "at_least", 3), "level2": at("stages_told", "at_most", 3)},
        {"level1": at("stages_told", "at_least", 3), "level2": at("stages_told", "at_least", 4)},
        {"level1": yes("nobody_involved"), "level2": yes("people_present")},
        {
            "level1": at("advert_names", "includes", ("pay",)),
            "level2": at("advert_names", "includes_any", ("limits", "time")),
        },
        {
            "level1": at("advert_names", "includes_any", ("pay", "time")),
            "level2": at("advert_names", "includes_any", ("pay", "limits")),
        },
    ],
)
def test_what_can_happen_is_not_blamed(whens):
    rest = {"level3": yes("meaning_written")}
    assert found(with_levels(**whens, **rest)) == []


# --- by trying every value --------------------------------------------------------------------------

WORDS = FACTS["advert_names"].allowed
VALUES = {
    "stages_told": [Span(n, n) for n in range(10)],
    "nobody_involved": [True, False],
    "phase": list(FACTS["phase"].allowed),
    "advert_names": [
        Several(frozenset(has), complete=True)
        for has in chain.from_iterable(combinations(WORDS, n) for n in range(len(WORDS) + 1))
    ],
}
"""Every value that a fact of each kind may have; of the number, as many as are asked for here."""


def some(words, least=1):
    return st.lists(st.sampled_from(words), min_size=least, max_size=len(words) - 1, unique=True).map(tuple)


ASKED = {
    "stages_told": st.builds(Condition, st.sampled_from(["at_least", "at_most"]), st.integers(1, 8)),
    "nobody_involved": st.builds(Condition, st.just("is"), st.booleans()),
    "phase": st.builds(Condition, st.just("is"), st.sampled_from(VALUES["phase"]))
    | st.builds(Condition, st.just("one_of"), some(VALUES["phase"])),
    "advert_names": st.builds(Condition, st.just("includes"), some(WORDS))
    | st.builds(Condition, st.just("includes_any"), some(WORDS, 2)),
}


@given(
    st.sampled_from(sorted(ASKED)).flatmap(
        lambda fact: st.tuples(st.just(fact), st.lists(ASKED[fact], min_size=3, max_size=3), st.none() | ASKED[fact])
    )
)
def test_what_is_found_is_what_trying_every_value_finds(drawn):
    fact, levels, applies = drawn
    left = [v for v in VALUES[fact] if applies is None or compare(v, applies.comparator, applies.wanted)]
    wanted, reached = [], 0
    for level, condition in enumerate(levels, start=1):
        still = [v for v in left if compare(v, condition.comparator, condition.wanted)]
        if not still:
            wanted.append(f"level {level} can never be reached, for '{fact}'")
            break
        if still == left:
            wanted.append(f"level {level - 1} can never be the result: whoever reaches it reaches level {level} too")
        left, reached = still, reached + 1
    if not reached:
        wanted.append("this criterion can move nothing")
    rubric = with_levels(
        applies_if={fact: applies} if applies else None,
        **{f"level{n}": {fact: c} for n, c in enumerate(levels, start=1)},
    )
    told = found(changed(rubric, criteria=rubric.criteria[:1], flags=(), gates=()))
    assert len(told) == len(wanted)
    assert all(says in one for says, one in zip(wanted, told, strict=True))


def test_a_level_is_no_new_one_only_where_all_that_it_asks_for_is_so_already():
    both = {**yes("nobody_involved"), **yes("people_present")}
    assert found(with_levels(level1=yes("nobody_involved"), level2=both, level3=yes("meaning_written"))) == []
    assert any(
        "level 2 can never be the result" in one
        for one in found(with_levels(level1=yes("nobody_involved"), level2=yes("people_present"), level3=both))
    )


def test_what_can_never_happen_is_shown_at_its_place():
    rubric = with_levels(level1=yes("nobody_involved"), level2=yes("nobody_involved", False))
    assert [place for place, _ in unreachable(rubric)] == [("criteria", 0, "levels", "2", "when")]
    rubric = with_levels(level1={}, level2=yes("people_present"), level3=yes("meaning_written"))
    assert [place for place, _ in unreachable(rubric)] == [("criteria", 0, "levels", "1", "when")]
    assert "level 0 can never be the result" in found(rubric)[0]


def test_a_word_that_a_fact_never_has_can_never_be_seen():
    flag = changed(RUBRIC.flags[1], id="ours", when={"phase": Condition("is", "dreaming")})
    rubric = changed(RUBRIC, flags=(RUBRIC.flags[0], flag), criteria=(), gates=())
    assert [(place, in_words(says)) for place, says in unreachable(rubric)] == [
        (("flags", 1, "when"), "ours: this flag can never be seen, for 'phase' would have to be two things at once")
    ]


def test_a_flag_and_a_gate_that_can_never_be_seen_are_found():
    gate = changed(RUBRIC.gates[0], when=yes("nobody_involved"), due_if=yes("nobody_involved", False))
    rubric = changed(RUBRIC, gates=(gate, *RUBRIC.gates[1:]))
    assert any("can never hold" in one for one in found(rubric))


def test_an_example_far_from_the_threshold_pins_nothing():
    """The first criterion with one example only: its thresholds can be moved and nobody notices."""
    first = RUBRIC.criteria[0]
    rubric = changed(RUBRIC, criteria=(changed(first, examples=first.examples[:1]),), flags=(), gates=())
    assert len(list(unpinned(rubric))) >= 3


def told(n):
    """A project that tells of so many stages, as an example gives it."""
    return {
        "stages": {
            stage: {"role": "consulted", "status": "ongoing"}
            for stage in ("priorities", "design", "delivery", "analysis")[:n]
        }
    }


def flag(when, *counts):
    """The shipped rubric with one flag, with an example for each number of stages told."""
    one = changed(
        RUBRIC.flags[0], id="ours", when=when, examples=tuple(Example(fires="no", given=told(n)) for n in counts)
    )
    return changed(RUBRIC, criteria=(), flags=(one,), gates=())


@pytest.mark.parametrize(
    ("counts", "pinned"),
    [((1, 2), True), ((0, 1, 2, 3), True), ((1, 3), False), ((0, 2), False), ((2,), False), ((1,), False), ((), False)],
)
def test_a_threshold_is_pinned_by_an_example_just_above_and_one_just_below_it(counts, pinned):
    """At least two stages are told: with one example only, the threshold could be moved to three, or to one."""
    names = list(unpinned(flag(at("stages_told", "at_least", 2), *counts)))
    assert set(names) == (set() if pinned else {(("flags", 0, "when", "stages_told"), "ours, when: stages_told")})


@pytest.mark.parametrize(("counts", "pinned"), [((2, 3), True), ((1, 3), False), ((2, 4), False)])
def test_a_threshold_from_above_is_pinned_in_the_same_way(counts, pinned):
    assert (list(unpinned(flag(at("stages_told", "at_most", 2), *counts))) == []) is pinned


def test_each_of_several_conditions_needs_an_example_in_which_it_decides():
    """One that nobody would miss, for the other one decides every example, is named."""
    two = {**at("stages_told", "at_least", 2), **yes("nobody_involved", False)}
    names = [name for (*_, name), _ in unpinned(flag(two, 1, 2))]
    assert set(names) == {"nobody_involved"}


def test_a_yes_is_pinned_by_any_example_that_knows_and_by_none_that_does_not():
    nobody = changed(
        RUBRIC.flags[0], when=yes("nobody_involved"), examples=(Example(fires="yes", given={"stages": "none"}),)
    )
    assert list(unpinned(changed(RUBRIC, criteria=(), flags=(nobody,), gates=()))) == []
    unknown = changed(nobody, examples=(Example(fires="no", given={}),))
    assert len(list(unpinned(changed(RUBRIC, criteria=(), flags=(unknown,), gates=())))) == 1


def test_the_conditions_of_a_gate_and_whether_it_is_due_are_pinned_each():
    gate = changed(
        RUBRIC.gates[0], id="ours", when=at("stages_told", "at_least", 2), due_if=at("stages_told", "at_least", 1),
        examples=tuple(Example(state="holds", given=told(n)) for n in (0, 1, 2)),
    )  # fmt: skip
    assert list(unpinned(changed(RUBRIC, criteria=(), flags=(), gates=(gate,)))) == []
    names = dict(unpinned(changed(RUBRIC, criteria=(), flags=(), gates=(changed(gate, examples=gate.examples[1:]),))))
    assert names == {("gates", 0, "due_if", "stages_told"): "ours, due_if: stages_told"}
    names = dict(unpinned(changed(RUBRIC, criteria=(), flags=(), gates=(changed(gate, examples=gate.examples[:2]),))))
    assert names == {("gates", 0, "when", "stages_told"): "ours, when: stages_told"}


def test_levels_and_what_a_criterion_applies_to_are_pinned_each():
    """Level 1 from two stages on, level 2 from three, and it applies from one on."""
    first = with_levels(
        applies_if=at("stages_told", "at_least", 1),
        level1=at("stages_told", "at_least", 2),
        level2=at("stages_told", "at_least", 3),
        level3=yes("meaning_revised"),
    ).criteria[0]

    def named(*counts):
        examples = tuple(Example(level="0", given={**told(n), "honesty": {"meaning": "none"}}) for n in counts)
        revised = Example(level="3", given={**told(4), "honesty": {"meaning": {"status": "done", "revised": "2024"}}})
        one = changed(first, id="ours", examples=(*examples, revised))
        return set(dict(unpinned(changed(RUBRIC, criteria=(one,), flags=(), gates=()))).values())

    assert named(0, 1, 2, 3) == set()
    assert named(0, 1, 3) == {"ours, level 1: stages_told", "ours, level 2: stages_told"}
    assert named(1, 2, 3) == {"ours, applies_if: stages_told"}


# --- the adversary ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def attempts():
    return search(RUBRIC)


@pytest.mark.slow
def test_the_search_is_strong_enough_to_say_something(attempts):
    assert attempts[0].without == ""
    assert attempts[0].verdict in ("genuine partnership", "led by lived experience")


@pytest.mark.slow
def test_over_the_shipped_rubric_an_adversary_gets_above_no_cap(attempts):
    assert [a.without for a in attempts[1:]] == [left_out.says for left_out in LEFT_OUT]
    assert {a.without: a.above for a in attempts if a.above} == {}


@pytest.mark.slow
def test_an_adversary_finds_a_cap_that_does_not_hold(attempts):
    """A rubric whose gate on pay caps nothing: the search must say so, or it cannot fail."""
    gates = tuple(changed(g, caps=None) for g in RUBRIC.gates)
    assert attempt_without(LEFT_OUT[0], changed(RUBRIC, gates=gates), attempts[0].tree).above
