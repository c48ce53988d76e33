"""Sentences of invitations written in the idiom of real organisations by somebody who had seen no rule, labelled by docs/invitations.md."""

from __future__ import annotations

import hashlib

import pytest
from advert.labelled import HERE, LABELS, invitations, score

KNOWN = {
    "development": "b868cdcd94b0641842c4dfb5febb6432405caa8c94c9f6f52e12ce250accd947",
    "held_out": "9384339b3e4943c181c755c3c9ae263d02d51f119122c4f7c24823e6a1dde18e",
}
"""Each half, and the hash of its file."""
LEAST = {
    ("promises", "development"): (0.71, 0.50),
    ("names", "development"): (0.87, 0.64),
    ("promises", "held_out"): (0.75, 0.49),
    ("names", "held_out"): (0.93, 0.67),
}
"""Precision and recall as found: no rule has been changed for these sentences yet. Rules drawn from the half that was looked at brought it to 0.94 and 0.84,
the other to 0.76 and 0.55, and took precision from the older halves; they were taken back."""


@pytest.mark.parametrize("half", KNOWN)
def test_no_labelled_sentence_of_the_idiom_was_mended_to_please_a_rule(half):
    assert hashlib.sha256((HERE / f"invitations_idiom_{half}.yaml").read_bytes()).hexdigest() == KNOWN[half]


@pytest.mark.parametrize(("label", "half"), LEAST)
def test_of_the_idiom_no_less_is_found_than_was_measured(label, half):
    found = score(invitations(f"idiom_{half}", label), LABELS[label])
    precision, recall = LEAST[label, half]
    assert found.precision >= precision
    assert found.recall >= recall
