"""Searches for more of each kind: ends of words, of whom something is said, and promises in every construction."""

from __future__ import annotations

import re
from itertools import product

import pytest
from advert.labelled import HALVES, invitations, names, promises, sentences
from support import rows, spread

from involve_audit.advert import spotting
from involve_audit.advert.findings import WORDS
from involve_audit.advert.promises import OTHER, SAY
from involve_audit.advert.should_say import ITEMS, NO_LIMIT

ROWS = (*SAY, *OTHER, *WORDS, *ITEMS)
PATTERNS = sorted({pattern for row in ROWS for pattern in (*row.patterns, *row.unless)} | set(NO_LIMIT))
TEXTS = [
    *(says for half in HALVES for says, _ in invitations(half, "names")),
    *(says for rows in sentences().values() for says, _ in rows),
]

# --- ends of words ---------------------------------------------------------------------------------------------------


def test_no_pattern_begins_or_ends_inside_a_word():
    for pattern in spotting.compiled(tuple(PATTERNS)):
        for text in spread(TEXTS, 400):
            for found in pattern.finditer(text):
                start, end = found.span()
                around = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
                assert not any(re.fullmatch(r"\w\w", pair) for pair in around), (pattern.pattern, found[0], text)


def test_no_gap_inside_a_pattern_begins_or_ends_inside_a_word():
    """`fee[^.]*` would find a fee in feedback: what may be anything begins at a blank or the end of a word."""
    for pattern in PATTERNS:
        for gap in re.finditer(r"\[\^[^\]]*\]\{\d+,\d+\}\??", pattern):
            before = pattern[: gap.start()]
            assert not re.search(r"(?<!\\)[a-z]$|\w\)$", before), pattern


@rows(
    "says",
    [
        "You get feedback on your input.", "Members are given feedback.", "We offer feedback after each meeting.", "You receive feedback in June.",
        "We pay attention to detail.", "You will be given paymaster software.", "We provide feeds for calves.", "You get cashew nuts.",
    ],
)  # fmt: skip
def test_words_that_begin_like_a_fee_are_no_pay(says):
    assert "promise-pay" not in promises(says)
    assert "pay" not in names(says)


# --- of whom it is said ------------------------------------------------------------------------------------------------

NOT_SAID = {
    "pay": [
        "We look for unpaid carers.", "The voluntary sector is represented.", "Parking is £4 a day.", "The study received a grant of £200,000.", "Volunteers support paid staff.",
        "The charity gave out £30,000 last year.", "Entry costs £3.", "There is a booking fee.", "Applicants are paid monthly.", "The research looks at how nurses are paid.",
        "Have you been paid late?", "Membership is £10 a year.", "Your donation of £20 helps.", "Voluntary organisations can apply.", "We study whether paying people helps them to stop smoking.",
    ],
    "time": [
        "You will be paid £25 an hour.", "The rate is £150 a day.", "You have had asthma in the last 12 months.", "The project is funded for 36 months.", "We will reply in five days.",
        "People with pain for more than 3 months can join.", "We will answer within two weeks.", "The clinic is open 24 hours a day.", "Patients wait for six months.", "The study runs for four years.",
        "We started three years ago.", "Interviews for the post take place on 3 May and last 30 minutes.", "Had a stroke in the past year?", "We get £20 per hour for meetings.",
    ],
    "decisions open": [
        "Applications are still open.", "Do you have questions still?", "Ask us any questions you still have.", "Nominations are open until May.", "Decide if you want to come.", "Registration is still open.",
    ],
    "limits": [
        "We cannot guarantee a place.", "We can't promise you an interview.", "This will not affect your care.", "Places are limited.", "If you cannot come, ring us.", "The tablets cannot cure gout.",
    ],
    "support": [
        "The study is about mental health support for young people.", "We offer support to families in need.", "We help with support in recruiting patients.", "Our charity runs support groups.", "Are you getting support?",
        "The trust gives peer support for new fathers.", "We need support in finding a hall.", "Thank you for your support.",
    ],
    "access": [
        "Access to the data is controlled.", "The summaries are accessible to policy makers.", "The study looks at access to dentists.", "We want our prices to be accessible to small firms.",
    ],
    "contact": [
        "Our privacy notice is at https://example.org/privacy.", "Registered charity number 1012345.", "Charity no. 0123 456 789.", "Our data protection officer is dpo@example.org.", "To complain, write to complaints@example.org.",
        "Company number 01234567.",
    ],
    "expenses": [
        "The study is about travel costs.", "Energy costs are covered in the news.", "Grants may cover travel and childcare.", "Have you had to pay travel costs?", "Parking is available.",
    ],
}  # fmt: skip


def test_no_pattern_begins_a_run_without_end_at_more_than_one_place():
    """Where it may begin at each full stop, a run of punctuation is read as often as it is long, squared."""
    for pattern in PATTERNS:
        for run in re.finditer(r"\\W\*(?!\$|\(\?:\$)", pattern):
            assert pattern[: run.start()].endswith("^"), pattern


@rows("item, says", [(item, says) for item, those in NOT_SAID.items() for says in those])
def test_what_is_said_of_others_is_not_said_of_the_invited(item, says):
    assert item not in names(says)


@rows(
    "says, wanted",
    [
        ("Who can join\n\n- unpaid carers\n- people who have cared for two hours a day\n", set()),
        (
            "Who can join:\n● you have had pain for three months\n● you get support at home\n\nYou will be paid.\n",
            {"pay"},
        ),
        ("About the study\n\nIt lasts three years. Travel is paid by a grant.\n", set()),
        ("What we offer:\n● £20 an hour\n● somebody to talk to\n", {"pay", "support"}),
    ],
)
def test_a_heading_says_of_whom_its_list_speaks(says, wanted):
    assert names(says) == wanted


# --- promises in every construction ---------------------------------------------------------------------------------------

SHAPED = ["shape", "influence", "steer", "transform", "guide", "improve", "design"]
OFFERS = [
    "Use your experience to {} our research.", "Use what you know to {} the service.", "The role of the panel is to {} the service.", "The panel's task is to {} our research.", "A chance to {} our services.",
    "An opportunity for carers to {} the project.", "Join us to {} our research.", "Help us to {} the leaflet.", "You will meet, talk and {} the project.", "We invite you to {} our plans.", "Come and {} our research with us.",
    "Members {} the research.", "We would like you to {} the study.", "People with asthma will {} the service.", "You could help {} the future of the ward.", "Lend your voice to {} our services.",
]  # fmt: skip


# A bare verb of making, said of members, is often what they did.
OFTEN_DONE = [("Members {} the research.", "improve"), ("Members {} the research.", "design")]


@pytest.mark.parametrize(("offer", "verb"), [row for row in product(OFFERS, SHAPED) if row not in OFTEN_DONE])
def test_a_say_is_seen_in_every_construction(offer, verb):
    assert promises(offer.format(verb)) & {"promise-influence", "promise-decision", "promise-change"}


@rows("who", ["You", "Members", "The panel", "Lay members", "Residents"])
@rows("verb", ["decide", "choose", "determine", "vote on", "agree on"])
def test_who_decides_is_seen_whoever_it_is(who, verb):
    assert "promise-decision" in promises(f"{who} will {verb} what goes into the guide.")


@rows("one", ["views", "experiences", "ideas", "answers", "knowledge"])
@rows("other", ["opinions", "stories", "suggestions"])
@rows("tail, kind", [("shape our plans", "influence"), ("change the lives of others", "change")])
def test_two_nouns_before_the_verb(one, other, tail, kind):
    assert f"promise-{kind}" in promises(f"Your {one} and {other} will {tail}.")


@rows(
    "says, kind",
    [
        ("Your time will be reimbursed with vouchers.", "pay"), ("Members are remunerated.", "pay"), ("Everyone gets paid.", "pay"), ("Your time is compensated.", "pay"), ("A fee of £40 is paid for each meeting.", "pay"),
        ("We offer lunch and cover travel.", "expenses"), ("We train you and refund all fares.", "expenses"), ("Fares are refunded.", "expenses"), ("Your costs will be met.", "expenses"), ("You can claim travel expenses.", "expenses"),
        ("The guide will be shaped by you.", "influence"), ("Our plans are steered by patients.", "influence"), ("The topics will be chosen by members.", "decision"), ("Priorities are set jointly.", "decision"),
        ("Services will change because of what you say.", "change"), ("You will be told what we changed.", "feedback"), ("You will be looked after.", "support"),
    ],
)  # fmt: skip
def test_passives_and_verbs_in_a_row(says, kind):
    assert f"promise-{kind}" in promises(says)


@rows(
    "says",
    [
        "The weather shapes our lives.", "Our researchers will design the app.", "The council decides about buses.", "Doctors choose the dose.", "Applicants will be paid.", "Staff are given support.",
        "The trial improves sleep.", "We will shape the clay.", "Participants in the trial receive £20.", "The steering group meets in May.", "You cannot influence the dose.", "No travel costs are paid.",
        "You can improve your skills.", "You will choose when to come.",
    ],
)  # fmt: skip
def test_what_others_do_and_what_is_peoples_own_promises_nothing(says):
    assert not promises(says)


def test_what_a_row_needs_stands_in_every_sentence_that_it_finds(monkeypatch):
    """The quick look for parts of words leaves nothing out."""
    quick = [(promises(text), names(text)) for text in TEXTS[::3]]
    monkeypatch.setattr(spotting, "_may_hold", lambda needs, text: True)
    assert [(promises(text), names(text)) for text in TEXTS[::3]] == quick
