"""Sentences reworded after those of pages of organisations that invite people, and some made in their manner, labelled by docs/invitations.md."""

from __future__ import annotations

import hashlib

import pytest
from advert.labelled import HERE, LABELS, invitations, names, promises, score
from support import rows

KNOWN = {
    "development": "f8381b8c4c3f93163cfdda5d73aa062afb212e96821b92ef2b097e79e48f8630",
    "held_out": "53da359e0665f0e8dde17cd639b6ec7a3683e46999758d436be06d3bf71eb8f8",
}
"""Each half, and the hash of its file."""
LEAST = {
    ("promises", "development"): (0.98, 0.96),
    ("names", "development"): (0.97, 0.98),
    ("promises", "held_out"): (0.87, 0.67),
    ("names", "held_out"): (0.84, 0.80),
}
"""Precision and recall as measured. As found, before the rules were changed: of the half that was looked at, promises 0.84 and 0.64, names 0.90 and 0.78;
of the other, promises 0.86 and 0.61, names 0.82 and 0.72."""


@pytest.mark.parametrize("half", KNOWN)
def test_no_labelled_sentence_of_the_pages_was_mended_to_please_a_rule(half):
    assert hashlib.sha256((HERE / f"invitations_pages_{half}.yaml").read_bytes()).hexdigest() == KNOWN[half]


@pytest.mark.parametrize(("label", "half"), LEAST)
def test_of_the_pages_no_less_is_found_than_was_measured(label, half):
    found = score(invitations(f"pages_{half}", label), LABELS[label])
    precision, recall = LEAST[label, half]
    assert found.precision >= precision
    assert found.recall >= recall


VERBS = ("give", "offer", "provide", "share", "voice", "contribute", "submit", "raise", "pass on", "put forward")
GIVEN = ("suggestions", "comments", "ideas", "concerns")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("given", GIVEN)
def test_what_people_think_is_heard_by_whatever_verb_it_is_given(verb, given):
    assert promises(f"Members {verb} {given} on how the service could be better.") == {"promise-views"}
    assert promises(f"Members are given the chance to {verb} {given} on the service.") == {"promise-views"}
    assert not promises(f"You should be able to {verb} {given}.")
    assert not promises(f"Last year members were able to {verb} {given} on the service.") & {"promise-influence"}


@pytest.mark.parametrize("body", ["council", "committee", "board"])
def test_a_body_that_advises_says_what_it_thinks_and_one_that_decides_says_what_others_cannot(body):
    assert promises(f"The {body} advises the Minister on the needs of carers.") == {"promise-views"}
    assert promises(f"The {body} gives advice to the Department.") == {"promise-views"}
    assert names(f"The {body} makes the final decision.") == {"limits"}
    assert names(f"Each {body} meets six times a year.") == {"time"}


@rows(
    "says",
    [
        "Members have run a charity for ten years.",
        "The hospital values the voice of patients.",
        "Tell us why you want to join.",
        "The forum is for people from 12 to 19.",
        "It consists of people aged 18 to 24.",
        "The selection panel decides who is invited to an interview.",
        "Members of parliament receive a salary.",
        "A membership fee of £5 a year is charged.",
        "You need experience as a partner in a research team.",
    ],
)
def test_what_only_looks_like_it_promises_and_names_nothing(says):
    assert not promises(says) | names(says)
