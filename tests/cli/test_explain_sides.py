"""Whoever fills in a file finds who is a contributor and who is not, and who is the team and who is above it."""

from __future__ import annotations

from typing import get_args

import pytest

from involve_audit.project.practice import Who
from involve_audit.wording.entry_words import WHO


def test_every_side_that_a_file_may_name_says_who_it_is():
    assert set(WHO) == set(get_args(Who)) - {"nobody", "unknown"}
    assert all(who.means.strip().endswith(".") for who in WHO.values())


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("contributor", "They are asked about the work itself"),
        ("contributors", "surveyed, interviewed or observed"),
        ("people served", "It is no role in a part of the work".lower()),
        ("team", "A council, a ministry or a service that runs the work itself is"),
        ("above", "who funds, commissions or governs the work and does not run it"),
        ("allies", "whom these do not govern"),
    ],
)
def test_explain_says_who_it_is(run, word, says):
    found = run("explain", word, "--width", "400")
    assert found.code == 0
    assert says in " ".join(found.out.split())
