"""Sentences of invitations written in the idiom of real organisations by somebody who had seen no rule, labelled by docs/invitations.md."""

from __future__ import annotations

import hashlib

import pytest
from advert.labelled import HERE, LABELS, invitations, names, promises, score

KNOWN = {
    "development": "b868cdcd94b0641842c4dfb5febb6432405caa8c94c9f6f52e12ce250accd947",
    "held_out": "9384339b3e4943c181c755c3c9ae263d02d51f119122c4f7c24823e6a1dde18e",
}
"""Each half, and the hash of its file."""
LEAST = {
    ("promises", "development"): (0.94, 0.84),
    ("names", "development"): (0.92, 0.89),
    ("promises", "held_out"): (0.76, 0.54),
    ("names", "held_out"): (0.93, 0.71),
}
"""Precision and recall as measured. As found, before the rules were changed: of the half that was looked at, promises 0.71 and 0.50, names 0.87 and 0.65;
of the other, promises 0.76 and 0.50, names 0.94 and 0.68."""


@pytest.mark.parametrize("half", KNOWN)
def test_no_labelled_sentence_of_the_idiom_was_mended_to_please_a_rule(half):
    assert hashlib.sha256((HERE / f"invitations_idiom_{half}.yaml").read_bytes()).hexdigest() == KNOWN[half]


@pytest.mark.parametrize(("label", "half"), LEAST)
def test_of_the_idiom_no_less_is_found_than_was_measured(label, half):
    found = score(invitations(f"idiom_{half}", label), LABELS[label])
    precision, recall = LEAST[label, half]
    assert found.precision >= precision
    assert found.recall >= recall


@pytest.mark.parametrize(
    ("says", "promised"),
    [
        ("A support worker will come with you to each meeting.", "promise-support"),
        ("Your vote counts the same as the professor's.", "promise-partnership"),
        ("You will be on the panel that appoints the new director.", "promise-decision"),
        ("We won't go ahead without the group's say-so.", "promise-decision"),
        ("Tenants pick the colour of the doors.", "promise-decision"),
        ("Members award grants of up to £5,000.", "promise-decision"),
        ("The role pays £150 a day.", "promise-pay"),
        ("Dinner is served and parking is refunded.", "promise-expenses"),
        ("This programme is owned and governed by whānau.", "promise-lead"),
        ("The feedback you give is built into our plans.", "promise-influence"),
    ],
)
def test_a_promise_is_told_by_what_is_done_and_not_by_its_idiom(says, promised):
    assert promised in promises(says)


@pytest.mark.parametrize(
    "says",
    [
        "Members have helped us to pick a logo.",
        "Want to find out what goes on in research?",
        "The study is a partnership between a university and a user-led organisation.",
        "Tell us which day you choose.",
        "You need experience of making decisions.",
        "At the heart of everything we do are the people who live here.",
        "And so, please?",
    ],
)
def test_slogans_other_parties_and_what_has_been_promise_nothing(says):
    assert not promises(says) | names(says)
