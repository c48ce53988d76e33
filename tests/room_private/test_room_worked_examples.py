"""Worked examples, to the last digit."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from private_rooms import LISTS, a_list, answers, private

from involve_audit.census import shipped
from involve_audit.census.figures import read_reference
from involve_audit.room_private import probability
from involve_audit.room_private.outreach import invitations
from involve_audit.room_private.patterns import RoomAsBits, parents
from involve_audit.room_private.room_entry import Size, Wish, groups_present, make
from involve_audit.room_private.statistics import compute

ENGLAND_WALES = shipped.load("england_wales_2021")


def compared(groups, counts, untold=0, reference=ENGLAND_WALES):
    statistics = compute(private(answers(groups, counts, untold)), [reference])
    (found,) = statistics.compared
    return found, {s.category: s for s in found.standings}


def own(groups, shares):
    rows = "".join(f"{groups.name},{c},{s}\n" for c, s in zip(groups.categories, shares, strict=True))
    return read_reference("characteristic,category,share\n" + rows, "own")


def test_one_expected_and_nobody_there():
    groups = a_list("x", ["in", "out"])
    _, found = compared(groups, [0, 10], reference=own(groups, ["0.1", "0.9"]))
    here = found["in"]
    assert here.expected == 1
    assert here.missed == Fraction(3486784401, 10000000000)
    assert here.size_for == 29
    assert here.ratio is None
    assert here.status == "absent"
    assert probability.in_words(here.missed).startswith("chance could explain it")


def test_fewer_than_a_fair_draw_would_hold():
    groups = a_list("x", ["in", "out"])
    _, found = compared(groups, [1, 19], reference=own(groups, ["0.25", "0.75"]))
    here = found["in"]
    assert (here.expected, here.ratio) == (5, Fraction(1, 5))
    assert here.so_few == Fraction(26732013741, 1099511627776)
    assert float(here.so_few) == 0.024312624865160615
    assert here.status == "under"
    assert here.strong
    assert float(probability.misses(20, Fraction(1, 4))) == 0.0031712119389339932
    for count, strong in ((2, False), (3, False)):
        _, found = compared(groups, [count, 20 - count], reference=own(groups, ["0.25", "0.75"]))
        assert found["in"].status == "under"
        assert found["in"].strong is strong


def test_nobody_who_answered_is_not_nobody():
    _, found = compared(LISTS["disability"], [0, 9], untold=3)
    here = found["Disabled"]
    assert here.share == Fraction(10444750, 59597543)
    assert int(here.share * 10**8) == 17525470
    assert (here.count, here.known, here.status, here.possible) == (0, 9, "unknown", (0, 3))
    assert float(here.expected) == 1.577292372606703
    assert float(here.missed) == pytest.approx(0.17655442445071712, abs=1e-16)
    _, found = compared(LISTS["disability"], [0, 12])
    here = found["Disabled"]
    assert (here.known, here.status) == (12, "absent")
    assert float(here.expected) == pytest.approx(2.1030564968, abs=5e-11)
    assert float(here.missed) == pytest.approx(0.0990462736, abs=5e-11)


def test_a_small_population_is_drawn_from_without_putting_back():
    assert probability.misses_small(8, 20, 4) == Fraction(33, 323)
    assert float(probability.misses_small(8, 20, 4)) == pytest.approx(0.1021671827, abs=5e-11)
    assert float(probability.misses(8, Fraction(1, 5))) == pytest.approx(0.16777216, abs=1e-15)
    assert probability.misses_small(8, 60, 9) == Fraction(1286390, 5168931)
    assert float(probability.misses_small(8, 60, 9)) == pytest.approx(0.2488696406, abs=5e-11)
    groups = a_list("x", ["in", "out"])
    few = read_reference("characteristic,category,count\nx,in,4\nx,out,16\n", "own")
    found, standings = compared(groups, [0, 8], reference=few)
    assert found.small
    assert standings["in"].missed == Fraction(33, 323)
    many = read_reference("characteristic,category,count\nx,in,40\nx,out,160\n", "own")
    found, standings = compared(groups, [0, 8], reference=many)
    assert not found.small
    assert float(standings["in"].missed) == pytest.approx(0.16777216, abs=1e-15)


def test_a_room_of_eight_beside_england_and_wales():
    found, here = compared(LISTS["ethnic_group_5"], [1, 0, 0, 7, 0])
    for group, expected, missed in (
        ("Black", 0.3234, 0.718834),
        ("Mixed", 0.2306, 0.791362),
        ("Other", 0.1685, 0.843372),
    ):
        assert float(here[group].expected) == pytest.approx(expected, abs=5e-5)
        assert float(here[group].missed) == pytest.approx(missed, abs=5e-7)
        assert here[group].status == "absent"
    asian, white = here["Asian"], here["White"]
    assert float(asian.expected) == pytest.approx(0.7404, abs=5e-5)
    assert asian.only_one
    assert asian.ratio is None
    assert float(Fraction(1, 8) / asian.share) == pytest.approx(1.35, abs=0.005)
    assert float(white.expected) == pytest.approx(6.5371, abs=5e-5)
    assert float(white.ratio) == pytest.approx(1.0708, abs=5e-5)
    assert float(found.none_of_the_missing) == pytest.approx(0.4689, abs=5e-5)
    assert float(found.usually_missing) == pytest.approx(2.8134, abs=5e-5)


@pytest.mark.parametrize(("n", "missing"), [(8, 2.81), (12, 2.40), (20, 1.79), (40, 0.95)])
def test_a_fair_draw_misses_groups(n, missing):
    shares = ENGLAND_WALES.shares(LISTS["ethnic_group_5"]).of.values()
    assert float(sum(probability.misses(n, share) for share in shares)) == pytest.approx(missing, abs=0.005)


PEOPLE = [
    *[("F", "65+", "White")] * 3, ("F", "45-64", "White"), ("M", "65+", "White"),
    ("M", "45-64", "White"), ("F", "45-64", "Asian"), ("M", "25-44", "White"),
]  # fmt: skip
DOMAINS = {
    "sex": ["F", "M"],
    "age": ["16-24", "25-44", "45-64", "65+"],
    "eth": ["Asian", "Black", "Mixed", "White", "Other"],
}


def test_the_empty_combinations_of_eight_people_and_why_they_are_hidden():
    room = RoomAsBits([dict(zip(DOMAINS, person, strict=True)) for person in PEOPLE], DOMAINS)
    found = room.uncovered()
    assert [{group for _, group in pattern} for pattern in found] == [
        {"16-24"}, {"Black"}, {"Mixed"}, {"Other"}, {"F", "25-44"}, {"M", "Asian"}, {"25-44", "Asian"}, {"65+", "Asian"},
    ]  # fmt: skip
    assert [len(p) for p in found if room.may_be_shown(p)] == [1, 1, 1, 1]
    # Whoever reads the whole list knows what the Asian member is.
    left = [
        (sex, age)
        for sex, age in product(DOMAINS["sex"], DOMAINS["age"])
        if not any(set(pattern) <= {("sex", sex), ("age", age), ("eth", "Asian")} for pattern in found)
    ]
    assert left == [("F", "45-64")]
    shown = [p for p in found if room.may_be_shown(p)]
    open_ = [
        x
        for x in product(DOMAINS["sex"], DOMAINS["age"])
        if not any(set(p) <= {("sex", x[0]), ("age", x[1])} for p in shown)
    ]
    assert len(open_) == 6


def test_parents_have_one_group_fewer():
    assert parents((("a", "1"), ("b", "2"))) == [(("b", "2"),), (("a", "1"),)]


def test_the_fewest_invitations():
    missing = {"age_band": ["16-24"], "ethnic_group_5": ["Black", "Mixed", "Other"], "disability": ["yes"]}
    dealt = invitations(missing, each=1, at_most=2)
    assert [[group for _, group in one] for one in dealt] == [["16-24", "Other"], ["Black", "yes"], ["Mixed"]]
    assert len(invitations(missing, each=2, at_most=2)) == 6
    assert len(invitations(missing, each=1, at_most=1)) == 5
    assert invitations({}) == []


def test_the_ratio_is_told_only_where_it_can_come_out_even():
    for n, share, told in ((8, "0.20", False), (8, "0.21", True), (8, "0.125", False)):
        assert probability.ratio_is_told(n, Fraction(share)) is told
    assert float(probability.ratio(2, 8, Fraction("0.21"))) == pytest.approx(1.19, abs=0.005)
    assert Fraction(1, 8) / Fraction("0.125") == 1


FIVE = LISTS["ethnic_group_5"]


def told(counts, n, groups=FIVE, untold=0):
    parts = make(private(answers(groups, counts, untold)), "panel", Size(n, n), Wish())
    (part,) = parts.made
    return part


def test_what_is_said_of_eight_people_does_not_depend_on_the_counts():
    one, other = told([7, 1, 0, 0, 0], 8), told([4, 4, 0, 0, 0], 8)
    assert one == other
    assert one.in_the_room == ("Asian", "Black")
    assert one.not_in_the_room == ("Mixed", "White", "Other")


def test_of_four_people_only_how_many_groups_is_said():
    part = told([1, 1, 1, 1, 0], 4)
    assert part.groups_present.text == "4 of 5"
    assert part.in_the_room is part.not_in_the_room is part.not_known is None


def test_of_eight_people_and_nineteen_groups_only_how_many_is_said():
    part = told([6, 2, *[0] * 17], 8, LISTS["ethnic_group_19"])
    assert part.groups_present.text == "2 of 19"
    assert part.in_the_room is None


def test_bands_such_as_one_to_four_can_be_solved_and_are_not_used():
    def solutions(n, at_least_five, others):
        return [
            c for c in product(range(1, n + 1), repeat=at_least_five + others)
            if sum(c) == n and all(k >= 5 for k in c[:at_least_five]) and all(1 <= k <= 4 for k in c[at_least_five:])
        ]  # fmt: skip

    assert solutions(6, 1, 1) == [(5, 1)]
    assert solutions(8, 1, 3) == [(5, 1, 1, 1)]
    assert groups_present(Size(8, 8), 4, 4) == "at least 3 of 4"
