"""Invitations of 25 organisations, labelled by docs/invitations.md; what is not said to be so; and wordings that nobody took from a set."""

from __future__ import annotations

import doctest
import hashlib
import re
from functools import cache

import pytest
import yaml
from advert.labelled import HERE, LABELS, invitations, names, promises, score

from involve_audit.english import real

WORDINGS = yaml.safe_load((HERE / "wordings.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("half", "known"),
    [
        ("development", "cc85e8a42e3d0c518356ade8aee7e6b7cd8746906bb7b2126a55847fa4b44429"),
        ("held_out", "2a66a9638e7b931f548819ae6ff0947940dd08bdeb26ea704925e42a11936071"),
    ],
)
def test_no_labelled_sentence_of_the_organisations_was_mended_to_please_a_rule(half, known):
    assert hashlib.sha256((HERE / f"invitations_organisations_{half}.yaml").read_bytes()).hexdigest() == known


@pytest.mark.parametrize(
    ("label", "half", "precision", "recall"),
    [("promises", "development", 0.93, 0.83), ("names", "development", 0.93, 0.92), ("promises", "held_out", 0.72, 0.66), ("names", "held_out", 0.72, 0.64)],
)  # fmt: skip
def test_of_the_organisations_no_less_is_found_than_was_measured(label, half, precision, recall):
    """The half that was held out: promises 0.67 precision and 0.57 recall, names 0.66 and 0.62 before the rules were changed; 0.69 and 0.61, 0.69 and 0.65

    after the first changes; 0.74 and 0.66, 0.72 and 0.65 at the end. The bar of 0.9 and 0.75 is not reached, and the README says so.
    """
    found = score(invitations(f"organisations_{half}", label), LABELS[label])
    assert found.precision >= precision
    assert found.recall >= recall


# --- what is not said to be so -------------------------------------------------------------------------------------------


def test_the_examples_are_so():
    found = doctest.testmod(real)
    assert found.attempted
    assert not found.failed


FRAMES = (
    "In an ideal world, {}.",
    "Imagine that {}.",
    "If our bid succeeds, {}.",
    "It is not true that {}.",
    "Some people have suggested that {}.",
    "We wish we could say that {}.",
    "Is it true that {}?",
)
"""Whatever stands in one of these is promised nobody."""
_PLAIN = re.compile(r"(?:You|We|The|Your|Our|Members) [^.,;:!?()–—\"“”]+[.]")
_SURE = frozenset(
    ("promise-pay", "promise-expenses", "promise-decision", "promise-influence", "promise-support", "promise-feedback")
)


@cache
def said():
    """Plain promises, each with what it promises; to look for them takes seconds, and every worker reads this."""
    return [
        (says, wanted & _SURE)
        for part in (
            "development",
            "further",
            "twelve_development",
            "eighteen_development",
            "organisations_development",
            "pages_development",
        )
        for says, wanted in invitations(part, "promises")
        if wanted & _SURE and _PLAIN.fullmatch(says) and promises(says) & wanted
    ]


@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_imagined_doubted_asked_or_hangs_on_money_is_no_promise(frame):
    assert len(said()) >= 60
    framed = [(frame.format(says[0].lower() + says[1:-1]), wanted) for says, wanted in said()]
    still = [says for says, wanted in framed if promises(says) & wanted]
    assert len(still) <= 0.03 * len(framed), still


@pytest.mark.parametrize("lead", ["Once you have joined, {}", "Please note that {}", "From the first day on, {}"])
def test_words_that_only_lead_to_a_promise_hide_none(lead):
    led = [(lead.format(says[0].lower() + says[1:]), wanted & promises(says)) for says, wanted in said()]
    gone = [says for says, wanted in led if wanted - promises(says)]
    assert len(gone) <= 0.03 * len(led), gone


# --- wordings ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("label", "least"), [("promises", 0.75), ("names", 0.8)])
def test_plain_wordings_are_mostly_found(label, least):
    rows = WORDINGS[label]
    missed = [row["says"] for row in rows if row["is"] not in LABELS[label](row["says"])]
    assert len(missed) <= (1 - least) * len(rows), missed


def test_sentences_with_the_same_words_that_say_nothing_to_the_reader_are_rarely_named():
    named = [says for says in WORDINGS["neither"] if promises(says) | names(says)]
    assert len(named) <= 0.1 * len(WORDINGS["neither"]), named
