"""A board is one of others, unless the invitation says who is on it: then what it decides is theirs."""

from __future__ import annotations

import doctest

import pytest

from involve_audit.advert import of_whom
from involve_audit.advert.spotting import promises, said
from involve_audit.documents.reading import read_text

DECIDES = "The board will decide how the money is spent."
THEIRS = [
    "Join our Lived Experience Board.", "We are setting up a board of eight people who have lived with an eating disorder.",
    "We look for members of the Youth Board.", "The board is made up of residents.",
]  # fmt: skip
OTHERS = [
    "We report to the hospital board.",
    "The board of trustees owns the project.",
    "Help us.",
    "Our Parent Board reports to the university board.",
]


def read(first):
    text = read_text(f"{first}\n\n{DECIDES}\n".encode(), "invitation.md")
    return {one.row.rule for one in promises(text)}, said(text)


def test_the_examples_are_so():
    assert doctest.testmod(of_whom).failed == 0


@pytest.mark.parametrize("first", THEIRS)
def test_what_a_board_of_people_affected_decides_is_promised(first):
    found, names = read(first)
    assert "promise-decision" in found
    assert "decisions open" in names
    assert "limits" not in names


@pytest.mark.parametrize("first", OTHERS)
def test_what_another_board_decides_is_not(first):
    assert "promise-decision" not in read(first)[0]
