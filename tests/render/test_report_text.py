"""The plain text: width, ASCII, colour, and text from a file that wants to be more than text."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import HOSTILE, empty, hostile, rich

from involve_audit.render import terminal, words
from involve_audit.render.report import document
from involve_audit.render.text import written
from involve_audit.results.audit import Audit, PolicyCondition


def whole(audit: Audit, width: int = 80, **look: bool) -> str:
    """The screen, and everything below it, as `check --all` prints it."""
    return terminal.render([audit], width, **look) + written(document([audit], layer="full"), width, **look)


SGR = re.compile(r"\x1b\[[0-9;]*m")
AUDITS = {"rich": rich(), "empty": empty(), "hostile": hostile()}


def too_long(text: str, width: int, audit: Audit) -> list[str]:
    """Lines that are longer than the width, but for a place, which must be whole to be of use."""
    place = words.plain(audit.project.file)
    return [line for line in text.splitlines() if len(line) > width and place[:20] not in line]


@pytest.mark.parametrize("width", [40, 60, 80, 132])
@pytest.mark.parametrize("name", AUDITS)
def test_no_line_is_longer_than_the_width(name: str, width: int) -> None:
    audit = AUDITS[name]
    assert not too_long(whole(audit, width), width, audit)
    assert not too_long(whole(audit, width, ascii=True), width + 12, audit)


def test_a_screen_narrower_than_forty_columns_is_written_for_forty() -> None:
    assert whole(rich(), 5) == whole(rich(), 40)


@pytest.mark.parametrize("name", AUDITS)
def test_in_ascii_everything_is_ascii(name: str) -> None:
    assert whole(AUDITS[name], ascii=True).isascii()


@pytest.mark.parametrize("name", AUDITS)
def test_colour_adds_nothing_but_colour(name: str) -> None:
    plain, coloured = (whole(AUDITS[name], colour=c) for c in (False, True))
    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert SGR.sub("", coloured) == plain


def test_a_style_ends_on_the_line_on_which_it_begins() -> None:
    for line in whole(rich(), colour=True).splitlines():
        codes = SGR.findall(line)
        assert codes[1::2] == ["\x1b[0m"] * (len(codes) // 2)
        assert len(codes) % 2 == 0


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("colour", [True, False])
def test_hostile_text_moves_no_cursor_and_turns_no_line(text: str, colour: bool) -> None:
    shown = SGR.sub("", whole(hostile(text), colour=colour))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]", shown)


@given(st.text())
def test_any_text_moves_no_cursor(text: str) -> None:
    shown = whole(hostile(text))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)


def test_the_summary_says_what_matters_and_begins_with_the_verdict() -> None:
    text = terminal.summary(rich())
    order = [
        "Written from published text",
        "Involvement, overclaimed: called co-produced",
        "rests on    Contributors took part",
        "not told    support after meetings",
        "possible    also consultation; working partnership",
        "label       Overclaimed.",
        "honesty     Partly.",
        "called      ████··  collaboration (held against shared decisions)",
        "aims for    █████·  co-production",
        "promised    ······  not told",
        "told        ████··  collaboration",
        "shown       ███▒··  at least involvement, at most collaboration",
        "sign of tokenism: ",
        "held back: contributors gave days of work",
        "contradiction: ",
        "gate open, not told (the check asks for it): On a sensitive",
        "1 Offer everyone pay",
        "2 Write down what became",
        "In truer words, which change no practice",
        "The policy does not hold",
        "2 November 2026",
    ]
    assert all(t in text for t in order)
    assert [text.find(t) for t in order] == sorted(text.find(t) for t in order)
    assert "People are credited" not in text


def test_the_summary_holds_no_score() -> None:
    assert "of 100" not in terminal.summary(rich())
    assert "Score" not in terminal.summary(rich())


def test_the_summary_of_a_project_fits_on_a_screen() -> None:
    assert len(terminal.summary(rich()).splitlines()) <= 53


def test_a_policy_that_holds_says_so_without_a_list() -> None:
    audit = replace(rich(), policy=replace(rich().policy, holds=True, conditions=()))
    assert "The policy holds: what this check asks for is met." in terminal.summary(audit)


def test_a_gate_stands_in_the_summary_once_and_not_again_among_the_conditions() -> None:
    audit = rich()
    said = replace(
        audit.policy, conditions=(*audit.policy.conditions, PolicyCondition("unpaid", audit.gates[1].title, "not held"))
    )
    text = terminal.summary(replace(audit, policy=said), 200)
    # What is seen is said, and not that a wish is not met.
    assert text.casefold().count(audit.gates[1].says.rstrip(".").casefold()) == 1
    assert audit.gates[1].title not in text
    assert "not met: Every gate that fails the check is clear" in text


def test_accents_and_dashes_stay_readable_in_ascii() -> None:
    audit = replace(rich(), project=replace(rich().project, title="Zoë – “well”…"))
    assert terminal.summary(audit, ascii=True).startswith('Zoe - "well"... (')
