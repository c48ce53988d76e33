"""The labelled sentences: what fires, and above all what must not."""

from __future__ import annotations

import hashlib

import pytest
from advert.labelled import HALVES, HERE, LABELS, invitations, rules, score, sentences
from support import rows

from involve_audit.advert.findings import WORDS
from involve_audit.advert.promises import OTHER, SAY

PARTS = sentences()
FITTED = [(says, wanted) for part in ("written_before", "tuned") for says, wanted in PARTS[part]]
KNOWN = {r.rule for r in (*SAY, *OTHER)} | {"words-fault", "words-label"}


@rows("says, wanted", FITTED)
def test_a_sentence_fires_as_labelled(says, wanted):
    assert rules(says) == wanted


@pytest.mark.parametrize("label", LABELS)
def test_sentences_that_the_rules_never_saw_are_found_and_rarely_named_wrongly(label):
    """Held out: a change that helps here is welcome, one that hurts is noticed.

    Names were 0.90 until the rules learnt from the pages (test_advert_pages.py), where they find more by far.
    """
    found = score(invitations("held_out", label), LABELS[label])
    assert found.precision >= 0.88
    assert found.recall >= 0.75


def test_a_change_of_the_rules_loses_nothing_of_what_they_were_written_for():
    for label, finds in LABELS.items():
        found = score(invitations("development", label), finds)
        assert found.precision >= 0.94
        assert found.recall >= 0.95
        further = score(invitations("further", label), finds)
        assert further.precision >= 0.95
        assert further.recall >= 0.9
        voices = score(invitations("voices_development", label), finds)
        assert voices.precision >= 0.9
        assert voices.recall >= 0.95
    assert score(PARTS["held_out"]).precision >= 0.9


AT_FIRST_SIGHT = [("promises", 0.7, 0.73), ("names", 0.92, 0.68)]


@pytest.mark.parametrize(("label", "precision", "recall"), AT_FIRST_SIGHT)
def test_in_other_voices_much_is_missed_and_no_more_than_was_measured(label, precision, recall):
    """Measured once; the bar of 0.9 and 0.75 is not reached in these voices, and the README says so.

    The half of the other set was held out first: of what it promises 0.35 was found (precision 0.55), of what it names 0.48 (1.0). Then it
    was looked at, so it measures nothing any more.
    """
    found = score(invitations("voices_last", label), LABELS[label])
    assert found.precision >= precision
    assert found.recall >= recall
    assert score(invitations("voices_held_out", label), LABELS[label]).recall >= 0.75


def test_the_set_is_large_and_balanced_enough_to_mean_something():
    rows = [row for part in PARTS.values() for row in part]
    assert len(rows) >= 90
    assert len({says for says, _ in rows}) == len(rows)
    assert 0.3 < sum(not wanted for _, wanted in rows) / len(rows) < 0.7
    labels = {rule for _, wanted in rows for rule in wanted}
    assert labels == KNOWN, "each rule has a sentence that shows it"


@rows("says", [says for says, wanted in FITTED if wanted])
def test_capitals_typographic_marks_and_invisible_characters_change_nothing(says):
    wanted = rules(says)
    assert rules(says.upper()) == wanted
    assert rules(says.replace("'", "’").replace("-", "‑")) == wanted
    assert rules("\u00ad".join(says)) == wanted
    assert rules(says.replace(" ", "\u00a0")) == wanted


@rows("says", [says for says, wanted in FITTED if wanted and not set("\"“”'’‘") & set(says)])
def test_whatever_stands_in_quotation_marks_is_somebody_elses(says):
    for before, after in ("“”", "‘’", '""', "«»", "„“"):
        assert not rules(f"A poster said {before}{says}{after} once.")


@rows(
    "says",
    [
        "reshape our researcher", "The shapes of our research", "We cohabit and produce",
        "Your decisionmaking", "a hardtoreachable place", "sayings", "unpaid", "equality officer", "suffrage",
    ],
)  # fmt: skip
def test_parts_of_other_words_do_not_fire(says):
    assert not rules(f"This is about {says}.")


@rows(
    "says",
    [
        "You will not decide which outcomes matter.",
        "We can't offer you an equal say.",
        "You'll never be asked to help design the trial.",
        "There is no co-production here.",
        "An equal say is not possible in this study.",
        "Instead of shaping our research, you read leaflets.",
    ],
)
def test_a_promise_that_is_denied_is_none(says):
    assert not rules(says)


@rows(
    "says, rule",
    [
        ("Not only will you help to shape our research, you are paid for your time.", "promise-influence"),
        ("Why not help shape our research?", "promise-influence"),
        ("No experience is needed to help shape our research.", "promise-influence"),
        ("If you do not work in health, you can help shape our research.", "promise-influence"),
        ("Even if you cannot come, you can have a say in our plans.", "promise-influence"),
        ("We can't wait for you to help shape our research.", "promise-influence"),
    ],
)
def test_a_word_that_only_looks_like_a_denial_hides_no_promise(says, rule):
    assert rule in rules(says)


@rows(
    "says",
    [
        "You can shape the leaflet, but the drug is fixed.",
        "Although the funder has set the question and it cannot change, you can help us to design the interviews.",
        "Help us to choose the name; the board has the final say.",
        "You can shape the poster. The text is already decided.",
    ],
)
def test_a_promise_that_says_its_limit_is_honest(says):
    assert not rules(says)


def test_a_limit_about_money_does_not_make_an_offer_of_equality_honest():
    assert "promise-partnership" in rules("You will be an equal partner, although parking costs two pounds.")


@rows("row", WORDS)
def test_every_word_row_has_a_kinder_way_that_does_not_fire_itself(row):
    assert row.instead
    assert not rules(row.instead.replace("“", "").replace("”", ""))


# --- invitations, labelled before the rules were written ------------------------------------------------------------


@pytest.mark.parametrize(
    ("half", "known"),
    [
        ("development", "24944fd4e57ad04e8650392797ee5c448b51e327c8de60ccfc879e2de021d24a"),
        ("held_out", "bd430bbc9c7454127a5bfd001ee72388c51d6c4d266996ed50efe96aee2c41ba"),
    ],
)
def test_no_labelled_invitation_was_moved_or_mended_to_please_a_rule(half, known):
    """The set was split once. A new sentence belongs into a new file; these stay as they are."""
    text = (HERE / f"invitations_{half}.yaml").read_text(encoding="utf-8")
    assert hashlib.sha256(text.encode()).hexdigest() == known


def test_the_halves_share_no_sentence_and_hold_enough_of_each_label():
    says = [{one for one, _ in invitations(half, "names")} for half in HALVES]
    assert not says[0] & says[1]
    assert all(len(half) >= 300 for half in says)
    for half in HALVES:
        assert sum(not wanted for _, wanted in invitations(half, "promises")) >= 100
        assert sum(bool(wanted) for _, wanted in invitations(half, "promises")) >= 100
