"""The arithmetic of chance and the search for empty combinations, beside scipy and brute force."""

from __future__ import annotations

import math
import random
from fractions import Fraction
from itertools import combinations, product

from involve_audit.room_private import probability
from involve_audit.room_private.outreach import invitations
from involve_audit.room_private.patterns import SHOWN_FROM, SHOWN_IF_PARTS_HAVE, RoomAsBits

ROOMS = 3000


def close(one, other):
    return math.isclose(float(one), float(other), rel_tol=1e-9, abs_tol=1e-13)


def test_the_binomial_agrees_with_scipy_on_thousands_of_rooms():
    from scipy.stats import binom  # a second to import, which is not spent where other tests are run

    draw = random.Random(1)
    rooms = [
        (n := draw.randint(1, 60), Fraction(draw.randint(0, 10_000), 10_000), draw.randint(0, n)) for _ in range(ROOMS)
    ]
    ns, ps, ks = [n for n, _, _ in rooms], [float(p) for _, p, _ in rooms], [k for _, _, k in rooms]
    laws = zip(binom.pmf(0, ns, ps), binom.cdf(ks, ns, ps), binom.mean(ns, ps), strict=True)
    for (n, p, k), (none, most, mean) in zip(rooms, laws, strict=True):
        assert close(probability.misses(n, p), none)
        assert close(probability.at_most(k, n, p), most)
        assert close(probability.expected(n, p), mean)


def test_the_hypergeometric_agrees_with_scipy_on_thousands_of_rooms():
    from scipy.stats import hypergeom

    draw = random.Random(2)
    rooms = []
    for _ in range(ROOMS):
        people = draw.randint(1, 80)
        group, n = draw.randint(0, people), draw.randint(1, people)
        rooms.append((people, group, n, draw.randint(0, n)))
    peoples, groups, ns, ks = zip(*rooms, strict=True)
    laws = zip(hypergeom.pmf(0, peoples, groups, ns), hypergeom.cdf(ks, peoples, groups, ns), strict=True)
    for (people, group, n, k), (none, most) in zip(rooms, laws, strict=True):
        assert close(probability.misses_small(n, people, group), none)
        assert close(probability.at_most_small(k, n, people, group), most)


def test_the_fair_range_is_the_one_that_its_words_say():
    draw = random.Random(3)
    for _ in range(600):
        n, p = draw.randint(1, 40), Fraction(draw.randint(0, 100), 100)
        ways = [probability.at_most(k, n, p) for k in range(n + 1)]
        low = next(k for k in range(n + 1) if ways[k] >= Fraction(5, 100))
        high = next(k for k in range(n + 1) if ways[k] >= Fraction(95, 100))
        assert probability.fair_range(n, p) == (low, high)
        people = draw.randint(n, 3 * n)
        group = draw.randint(0, people)
        ways = [probability.at_most_small(k, n, people, group) for k in range(n + 1)]
        low = next(k for k in range(n + 1) if ways[k] >= Fraction(5, 100))
        high = next(k for k in range(n + 1) if ways[k] >= Fraction(95, 100))
        assert probability.fair_range_small(n, people, group) == (low, high)


def test_the_published_ranges_and_sizes_come_out():
    shares = {"White": "0.8171", "Asian": "0.0925", "Black": "0.0404", "disabled": "0.1753", "women": "0.5104"}
    at_eight = {g: probability.fair_range(8, Fraction(p)) for g, p in shares.items()}
    assert at_eight == {"White": (5, 8), "Asian": (0, 2), "Black": (0, 1), "disabled": (0, 3), "women": (2, 6)}
    sizes = {
        "0.1753": 16,
        "0.1818": 15,
        "0.0925": 31,
        "0.1058": 27,
        "0.0885": 33,
        "0.0404": 73,
        "0.0316": 94,
        "0.0288": 103,
        "0.0180": 165,
    }
    assert {p: probability.size_for(Fraction(p)) for p in sizes} == sizes


def test_the_size_is_the_smallest_that_does():
    draw = random.Random(4)
    for _ in range(500):
        p = Fraction(draw.randint(2, 1000), 1000)
        n = probability.size_for(p)
        assert probability.misses(n, p) <= Fraction(5, 100)
        assert n == 1 or probability.misses(n - 1, p) > Fraction(5, 100)
    assert probability.size_for(Fraction(0)) is None
    assert probability.size_for(Fraction(1)) == 1
    assert 2_900_000 < probability.size_for(Fraction(1, 1_000_000)) < 3_000_000


def test_the_ratio_is_told_only_where_some_number_of_people_makes_it_even():
    draw = random.Random(5)
    for _ in range(20_000):
        n, p = draw.randint(1, 40), Fraction(draw.randint(1, 400), 400)
        some = any(Fraction(8, 10) <= Fraction(k, n) / p <= Fraction(12, 10) for k in range(n * 3))
        assert some or not probability.ratio_is_told(n, p)


def test_two_shares_bound_what_is_in_both_and_the_bounds_are_reached():
    for a, b in product(range(11), repeat=2):
        low, high = probability.together(Fraction(a, 10), Fraction(b, 10))
        both = [
            sum(x in first and x in second for x in range(10))
            for first in [set(range(a))]
            for second in combinations(range(10), b)
        ]
        assert (min(both), max(both)) == (low * 10, high * 10)


def by_brute_force(people, groups, least, levels):
    """Every pattern, every person, by their definitions."""

    def possible(pattern):
        return sum(all(person.get(c) in (None, g) for c, g in pattern) for person in people)

    if len(people) < least:
        return {()}
    patterns = {
        tuple(zip(chosen, values, strict=True))
        for size in range(levels + 1)
        for chosen in combinations(groups, size)
        for values in product(*(groups[c] for c in chosen))
    }
    empty = {p for p in patterns if possible(p) < least}
    return {p for p in empty if not any(set(q) < set(p) for q in empty)}


def test_the_search_for_empty_combinations_finds_what_brute_force_finds():
    draw = random.Random(6)
    for _ in range(800):
        groups = {f"c{n}": [f"g{m}" for m in range(draw.randint(2, 4))] for n in range(draw.randint(1, 4))}
        people = [
            {c: None if draw.random() < 0.1 else draw.choice(names) for c, names in groups.items()}
            for _ in range(draw.randint(0, 14))
        ]
        least, levels = draw.choice([1, 1, 2]), draw.randint(1, len(groups))
        found = RoomAsBits(people, groups).uncovered(least=least, levels=levels)
        assert len(found) == len(set(found))
        assert set(found) == by_brute_force(people, groups, least, levels)


def test_a_combination_is_shown_only_in_a_large_room_and_where_each_part_has_five():
    groups = {"a": ["x", "y"], "b": ["x", "y"], "c": ["x", "y"]}
    for n in (SHOWN_FROM - 1, SHOWN_FROM):
        for k in (SHOWN_IF_PARTS_HAVE - 1, SHOWN_IF_PARTS_HAVE):
            people = [{"a": "x" if i < k else "y", "b": "y" if i < k else "x", "c": "x"} for i in range(n)]
            room = RoomAsBits(people, groups)
            pattern = (("a", "x"), ("b", "x"))
            assert pattern in room.uncovered()
            assert room.may_be_shown(pattern) is (n == SHOWN_FROM and k == SHOWN_IF_PARTS_HAVE)
    assert not room.may_be_shown((("a", "x"), ("b", "y"), ("c", "y")))


def test_no_fewer_invitations_could_do():
    draw = random.Random(7)
    for _ in range(300):
        missing = {f"c{n}": [f"g{m}" for m in range(draw.randint(0, 3))] for n in range(draw.randint(1, 3))}
        each, at_most = draw.choice([1, 2]), draw.randint(1, 3)
        dealt = invitations(missing, each=each, at_most=at_most)
        told = sorted(need for one in dealt for need in one)
        assert told == sorted((c, g) for c, groups in missing.items() for g in groups for _ in range(each))
        for one in dealt:
            assert 0 < len(one) <= at_most
            assert len({c for c, _ in one}) == len(one)
        assert len(dealt) == fewest(missing, each, at_most)


def fewest(missing, each, at_most):
    """The fewest, by trying: each round takes one need from each of the widest characteristics."""
    left = sorted((len(groups) * each for groups in missing.values() if groups), reverse=True)
    seen = {tuple(left)}
    rounds = 0
    while not any(not any(state) for state in seen):
        after = set()
        for state in seen:
            there = [n for n, needs in enumerate(state) if needs]
            for size in range(1, min(at_most, len(there)) + 1):
                for taken in combinations(there, size):
                    after.add(tuple(sorted((needs - (n in taken) for n, needs in enumerate(state)), reverse=True)))
        seen, rounds = after, rounds + 1
    return rounds
