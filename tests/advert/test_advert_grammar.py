"""Who does what to what: the acts of a sentence, and what they promise and name."""

from __future__ import annotations

import hashlib
import time
from itertools import product

import pytest
from advert.labelled import HALVES, HERE, LABELS, invitations, names, promises, score, whole
from support import rows

from involve_audit.advert import kinds
from involve_audit.advert.review import review
from involve_audit.documents.blocks import ADVERT
from involve_audit.documents.reading import read_text
from involve_audit.english.grammar import acts
from involve_audit.english.lexicon import bases


def _act(text: str, verb: str):
    return next(act for act in acts(text) if act.verb == verb)


@rows("word, base", [("choosing", "choose"), ("plans", "plan"), ("planned", "plan"), ("priorities", "priority"), ("chose", "choose"), ("refined", "refine"), ("covers", "cover")])  # fmt: skip
def test_a_word_is_of_its_shortest_form(word, base):
    assert base in bases(word)


@rows(
    "text, verb, who",
    [
        ("You will choose the colours.", "choose", "you"),
        ("Members of the lay advisory group will choose the colours.", "choose", "member"),
        ("The lay committee chooses the colours.", "choose", "member"),
        ("The committee chooses the colours.", "choose", "above"),
        ("Residents on the panel will choose the colours.", "choose", "member"),
        ("Residents choose the colours.", "choose", "affected"),
        ("We would like you to choose the colours.", "choose", "you"),
        ("Could you help us choose the colours?", "choose", "you"),
        ("What you tell us goes into the plan.", "go", "bring"),
        ("Experts by experience and clinicians will choose the colours.", "choose", "together"),
        ("At the end of the day we choose the colours.", "choose", "we"),
    ],
)
def test_an_act_is_of_its_subject(text, verb, who):
    assert who in _act(text, verb).who


@rows(
    "text, verb, who, passive",
    [
        ("Members are trained and paid.", "pay", "member", True),
        ("Everybody gets paid.", "pay", "affected", True),
        ("Views received will be used.", "use", "bring", True),
        ("We promise that members will be paid.", "pay", "member", True),
        ("After each meeting we tell members what has changed.", "tell", "we", False),
        ("You lot choose the colours.", "choose", "you", False),
        ("We patients choose the colours.", "choose", "member", False),
        ("Patients in the trial choose the colours.", "choose", "participant", False),
        ("Patients on the trial's committee choose the colours.", "choose", "member", False),
    ],
)
def test_an_act_is_found_in_a_row_behind_that_and_behind_a_noun(text, verb, who, passive):
    act = _act(text, verb)
    assert who in act.who
    assert act.passive is passive
    assert act.under == "main"


GIVEN = ("you will be paid £20", "travel costs are refunded", "you will be supported")


@pytest.mark.parametrize("given", GIVEN)
def test_what_is_only_asked_or_hangs_on_money_is_no_promise(given):
    assert promises(f"{given.capitalize()}.")
    assert not promises(f"If the bid succeeds, {given}.")
    assert not promises(f"Should we say that {given}?")


@rows("says", ["Last year members decided to fund six projects.", "The previous panel was paid £20 an hour.", "You were treated as equals."])  # fmt: skip
def test_what_was_is_no_promise(says):
    assert not promises(says)


@rows("until, who", list(product(("until", "unless", "before"), ("you", "the panel", "the members", "residents"))))
def test_what_waits_for_somebodys_yes_is_theirs_to_decide(until, who):
    assert "promise-decision" in promises(f"Nothing is printed {until} {who} agree.")


def test_an_act_knows_whether_it_is_denied_done_to_somebody_possible_or_only_asked_about():
    assert _act("You will not choose the colours.", "choose").denied
    assert _act("Nobody chooses the colours.", "choose").denied
    assert _act("Members are paid.", "pay").passive
    assert "past" in _act("Members chose the colours.", "choose").how
    assert "will" in _act("Members will choose the colours.", "choose").how
    assert _act("Tell us how you choose the colours.", "choose").under == "asking"
    assert _act("If you choose the colours, tell us.", "choose").under == "loose"
    assert "helped" in _act("Your nurse will help you choose a wig.", "choose").how


INVITED = ("You", "Panel members", "Lay reviewers", "All of you", "Residents on the panel")
OTHERS = ("Our nurses", "The trustees", "Applicants", "The scientists", "Your doctor")
DECIDED = ("decide which bids win", "choose the topics", "vote on every grant", "settle the rules")


@rows("who, what", list(product(INVITED, DECIDED)))
def test_whoever_is_invited_is_promised_what_they_will_decide(who, what):
    assert "promise-decision" in promises(f"{who} will {what}.")
    assert "promise-decision" not in promises(f"{who} will not {what}.")


@rows("who, what", list(product(OTHERS, DECIDED)))
def test_what_others_decide_is_promised_to_nobody(who, what):
    assert "promise-decision" not in promises(f"{who} will {what}.")


PAID = ("receive", "get", "will be given", "earn")
FORMS = ("a fee of £20", "a £20 voucher", "£20 for each session")


@rows("paid, form", list(product(PAID, FORMS)))
def test_whoever_gets_money_for_taking_part_is_promised_pay(paid, form):
    assert "pay" in names(f"Members {paid} {form}.")
    assert "pay" not in names(f"Applicants {paid} {form}.")


@rows(
    "says",
    [
        "You can choose a morning slot.", "Choose a password that you can remember.", "Nurses will support you after your operation.", "The helpline will help you decide what to do.",
        "We decided to close early on Fridays.", "My aunt was in hospital for three weeks.", "Permits must be renewed every year.", "You may get help with travel costs to your appointment.",
        "Carers' Allowance is paid every week.", "The budget should include payment of contributors at £25 an hour.",
    ],
)  # fmt: skip
def test_everyday_matters_promise_and_name_nothing(says):
    assert not promises(says)
    assert not set(names(says)) - {"access"}


def test_people_who_speak_for_themselves_are_those_who_decide():
    ours = "We are patients with lupus. We decide how the money is spent."
    team = "We are researchers at a university. We decide how the money is spent."
    assert "promise-decision" in promises(ours)
    assert "promise-decision" not in promises(team)


# --- twelve voices ----------------------------------------------------------------------------------------------------


@rows(
    "name, known",
    [
        ("invitations_twelve_development", "6b70bbe24238809c0e6184cee8b7670240954603a731810de3be91d92e4a3b33"),
        ("invitations_twelve_held_out", "40a471fe6b12b4503f2183430d5de42d4af0e6d8105febeb83f16b78ac8dbfc4"),
        ("whole_development", "94bb7286144aa635d9a48e48defd69f4bb7cc077f7dfcd726dbe5c6dd2f94c84"),
        ("whole_held_out", "69a3135435c6d14901dec0a88044283e7f2a745bf57fdf5fcbab91f1b8544052"),
    ],
)
def test_no_labelled_sentence_of_the_twelve_voices_was_mended_to_please_a_rule(name, known):
    assert hashlib.sha256((HERE / f"{name}.yaml").read_bytes()).hexdigest() == known


@pytest.mark.parametrize(
    ("label", "half", "precision", "recall"),
    [("promises", "development", 0.9, 0.85), ("names", "development", 0.95, 0.95), ("promises", "held_out", 0.87, 0.85), ("names", "held_out", 0.87, 0.9)],
)  # fmt: skip
def test_in_twelve_voices_no_less_is_found_than_was_measured(label, half, precision, recall):
    """Both halves were looked at by now; what to expect of other texts is measured on the eighteen voices."""
    found = score(invitations(f"twelve_{half}", label), LABELS[label])
    assert found.precision >= precision
    assert found.recall >= recall


# --- eighteen voices --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("half", "known"),
    [
        ("development", "5bbfb341c99f1a438c31f8e96c2371039f725fdd9ad1f1ffab38835d409e4bc9"),
        ("held_out", "2b8ded92ec87f98db9c15c7cd3f565813c3f5a8a97e960784dc3cd1c30f8ea8e"),
    ],
)
def test_no_labelled_sentence_of_the_eighteen_voices_was_mended_to_please_a_rule(half, known):
    assert hashlib.sha256((HERE / f"invitations_eighteen_{half}.yaml").read_bytes()).hexdigest() == known


@pytest.mark.parametrize(
    ("label", "half", "precision", "recall"),
    [("promises", "development", 0.94, 0.79), ("names", "development", 0.95, 0.9), ("promises", "held_out", 0.75, 0.54), ("names", "held_out", 0.88, 0.62)],
)  # fmt: skip
def test_in_eighteen_voices_no_less_is_found_than_was_measured(label, half, precision, recall):
    """The half that was held out was measured three times and never looked at: before the rules were changed (promises 0.75 precision and 0.51

    recall, names 0.89 and 0.56), near the end (0.75 and 0.54, 0.88 and 0.59), and at the end. The bar of 0.9 and 0.75 is not reached, and the
    README says so.
    """
    found = score(invitations(f"eighteen_{half}", label), LABELS[label])
    assert found.precision >= precision
    assert found.recall >= recall


@pytest.mark.parametrize(("label", "precision", "recall"), [("promises", 0.85, 0.82), ("names", 0.94, 0.81)])
def test_in_whole_invitations_no_less_is_found_than_was_measured(label, precision, recall):
    found = score(whole("held_out", label), LABELS[label])
    assert found.precision >= precision
    assert found.recall >= recall


def _seconds(text: str) -> float:
    acts.cache_clear()
    kinds.said_of.cache_clear()
    begin = time.process_time()
    review(read_text(text.encode(), "advert.txt"))
    return time.process_time() - begin


@pytest.mark.parametrize("joined", ["\n\n", " "])
def test_the_longest_invitation_is_read_within_two_seconds_of_processor_time(joined):
    says = [row for half in HALVES for row, _ in invitations(half, "names")]
    longest = joined.join(says * 3)[: ADVERT.text - 100]
    _seconds("We will pay you.")
    assert any(_seconds(longest) < 2 for _ in range(3))


@pytest.mark.parametrize(
    "phrase", ["what you tell us ", "the panel and the board and ", "you decide with us and we help you to choose "]
)
def test_one_phrase_over_and_over_is_read_within_two_seconds_of_processor_time(phrase):
    _seconds("We will pay you.")
    assert _seconds((phrase * 3000)[: ADVERT.text - 100]) < 2
