"""Sentences reworded after those of pages of organisations that invite people, and some made in their manner, labelled by docs/invitations.md."""

from __future__ import annotations

import hashlib

import pytest
from advert.labelled import HERE, LABELS, invitations, score

KNOWN = {
    "development": "f8381b8c4c3f93163cfdda5d73aa062afb212e96821b92ef2b097e79e48f8630",
}
"""Each half, and the hash of its file."""
LEAST = {
    ("promises", "development"): (0.97, 0.94),
    ("names", "development"): (0.96, 0.96),
}
"""Precision and recall as measured. As found, before the rules were changed: promises 0.84 and 0.64, names 0.90 and 0.78."""


@pytest.mark.parametrize("half", KNOWN)
def test_no_labelled_sentence_of_the_pages_was_mended_to_please_a_rule(half):
    assert hashlib.sha256((HERE / f"invitations_pages_{half}.yaml").read_bytes()).hexdigest() == KNOWN[half]


@pytest.mark.parametrize(("label", "half"), LEAST)
def test_of_the_pages_no_less_is_found_than_was_measured(label, half):
    found = score(invitations(f"pages_{half}", label), LABELS[label])
    precision, recall = LEAST[label, half]
    assert found.precision >= precision
    assert found.recall >= recall
