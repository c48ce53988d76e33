"""Where one party may be named, several may be: none adds credit that it would not give alone, and each one's consequence holds."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from support import rows, shipped

from involve_audit.assess import audit_project
from involve_audit.facts import FACTS
from involve_audit.facts.case import Case
from involve_audit.facts.deciders import deciders
from involve_audit.facts.rooms import decision_counts
from involve_audit.load import read, read_project
from involve_audit.wording.entry_words import finder
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 23)
HEAD = "format: 1\nsources: {m: {kind: letter}}\n"


def case(text):
    return Case(read_project(read(HEAD + text)), DAY)


def fact(name, text):
    return FACTS[name].observe(case(text)).value


def audit(text):
    document = read(HEAD + text)
    return audit_project(document, read_project(document), shipped(), DAY, steps=False, lines="when asked")


# --- harm, and who did it ----------------------------------------------------------------------------


@rows(
    "by, broken",
    [
        ("team", True),
        ("[team, above]", True),
        ("outside the team", None),
        ("[outside the team]", None),
        ("[outside the team, team]", True),
        ("[outside the team, above]", True),
        ("[outside the team, unknown]", True),
        ("unknown", True),
    ],
)
def test_harm_is_of_this_work_unless_others_alone_did_it(by, broken):
    harm = f"care: {{harm: [{{what: names printed, kind: harm, to: contributors, done_by: {by}, said_by: contributors, source: m}}]}}"
    assert fact("trust_broken", harm) is broken
    told = fact("trust_broken", harm.replace(f"done_by: {by}, ", ""))
    assert told is True, "who did it was not told"


def test_that_others_had_a_part_in_harm_is_told_beside_it():
    harm = "care: {harm: [{what: names printed, kind: harm, done_by: [team, outside the team], said_by: contributors, source: m}]}"
    says = next(t.says for t in audit(harm).told if t.about == "harm")
    assert "Others had a part in it." in says
    assert "not this work" not in says


# --- who says that people were heard -----------------------------------------------------------------

SIDES = ["team", "contributors", "evaluation", "outside the team", "unknown"]


@pytest.mark.parametrize("answer", ["yes", "no", "split"])
def test_several_who_say_the_same_count_as_each_would_in_an_entry_of_their_own(answer):
    for one, other in itertools.combinations(SIDES, 2):
        joint = f"influence: {{heard: {{answer: {answer}, said_by: [{one}, {other}], when: 2025}}}}"
        apart = (
            f"influence: {{heard: [{{answer: {answer}, said_by: {one}, when: 2025}}, "
            f"{{answer: {answer}, said_by: {other}, when: 2025}}]}}"
        )
        for name in ("people_heard", "said_not_heard", "own_word_not_heard", "own_word_not_answered", "heard_by_the_teams_word_alone"):  # fmt: skip
            assert fact(name, joint) == fact(name, apart), (name, one, other)
        says = [[t.says for t in audit(text).told if t.about == "heard"] for text in (joint, apart)]
        assert says[0] == says[1]


# --- a decision that a room took ---------------------------------------------------------------------

ROOM = "rooms: {{board: {{status: ongoing, power: decides, {more}, source: m}}}}\n"
DECISION = "power: {decisions: [{what: the outcome, stage: design, about: outcome, decided_by: room, room: board, became: done, source: m}]}\n"


def decision(more, text=DECISION):
    here = case(ROOM.format(more=more) + text)
    return here, here.entries("power.decisions")[0]


@rows(
    "more, by, shared, own",
    [
        ("contributors: 3, researchers: 4, votes: equal", ("together",), True, False),
        ("contributors: 2, researchers: 28, votes: some", ("together",), True, False),
        ("contributors: 1, researchers: 4, votes: equal", ("unknown",), None, None),
        ("contributors: 3, researchers: 4", ("unknown",), None, None),
        ("contributors: 3, votes: equal", ("contributors", "unknown"), True, None),
        ("contributors: 3, others: 2, votes: equal", ("contributors", "outside the team"), True, False),
        ("contributors: 3, researchers: 0, others: 0, votes: equal", ("contributors",), True, True),
        ("contributors: 3, researchers: 4, votes: none", ("team",), False, False),
        ("contributors: 0, researchers: 4", ("team",), False, False),
        ("contributors: 0", ("unknown",), False, False),
        ("researchers: 4", ("unknown",), None, None),
    ],
)
def test_a_decision_of_a_room_is_shared_as_far_as_it_is_told_who_votes_there(more, by, shared, own):
    here, one = decision(more)
    assert deciders(here, one) == by
    assert decision_counts(here, one) is shared
    assert decision_counts(here, one, own=True) is own


@rows("power", ["advises", "consulted", "informed"])
def test_a_room_that_does_not_decide_shares_no_decision(power):
    text = ROOM.format(more="contributors: 3, researchers: 4, votes: equal").replace("decides", power)
    here = case(text + DECISION)
    assert decision_counts(here, here.entries("power.decisions")[0]) is False


def test_what_is_taken_away_from_a_room_leaves_its_decision_open_or_no_better():
    for votes, theirs, staff in itertools.product(("equal", "none", "some"), ("3", "0", "1", "some"), ("4", "0")):
        full = [f"contributors: {theirs}", f"researchers: {staff}", "others: 0", f"votes: {votes}"]
        before = [decision_counts(*decision(", ".join(full)), own=own) for own in (False, True)]
        for gone in full:
            left = ", ".join(one for one in full if one != gone)
            after = [decision_counts(*decision(left), own=own) for own in (False, True)]
            for was, now in zip(before, after, strict=True):
                assert now is was or now is None, (full, gone, was, now)


def test_a_decision_of_which_only_the_room_is_told_stays_open_as_before():
    here, one = decision("contributors: 3, researchers: 4, votes: equal", DECISION.replace("decided_by: room, ", ""))
    assert decision_counts(here, one) is None


def test_a_room_that_is_named_and_not_described_tells_nobody():
    here, one = decision("contributors: 3", DECISION)
    assert deciders(here, one) == ("unknown",)
    says = [c.says for c in audit(ROOM.format(more="name: The board") + DECISION).came_of]
    assert says[0].startswith("Decided in a group (The board), and it is not told that people")


# --- who has the last word ---------------------------------------------------------------------------


@rows(
    "who, contributors_alone, with_others",
    [
        ("contributors", True, False),
        ("[contributors, above]", False, False),
        ("[contributors, outside the team]", False, True),
        ("outside the team", False, True),
        ("[team, outside the team]", False, True),
        ("unknown", None, None),
    ],
)
def test_others_may_have_the_last_word(who, contributors_alone, with_others):
    text = f"power: {{final_say: {who}}}"
    assert fact("last_word_is_contributors_alone", text) is contributors_alone
    assert fact("last_word_is_with_others", text) is with_others


def test_a_last_word_of_others_is_said():
    told = [t.says for t in audit("power: {final_say: [team, outside the team]}").told]
    assert "Who has the last word: the team itself and somebody outside the team." in told


# --- who uses the results, who is studied, what else was found ---------------------------------------


def test_who_uses_the_results_has_no_part_in_the_work_and_is_named():
    stage = "stages: {{implementation: {{role: {role}, status: done, when: 2025, source: m}}}}\n"
    for does, governed in itertools.product(("uses results", "funds"), ("people affected", "others")):
        uses = f"organisations: {{tenants: {{name: Tenants, does: {does}, governed_by: {governed}, say: agreement, status: done, source: m}}}}\n"
        found = audit(stage.format(role="led") + uses)
        shown = next(s.shown for s in found.rung.stages if s.id == "implementation")
        assert shown.low not in ("led", "decided together")
        says = [c.says for c in found.came_of if c.about == "uses"]
        assert bool(says) == (does == "uses results")
        assert all(s.startswith("What came of the work was taken up by Tenants.") for s in says)
    planned = "organisations: {tenants: {does: uses results, status: planned}}\n"
    assert not [c for c in audit(planned).came_of if c.about == "uses"]


def test_who_is_studied_is_printed_and_judged_nowhere():
    text = "stages: {design: {role: consulted, status: done, asked: the rules, source: m}}\n"
    plain, told = audit(text), audit(text + "voices: {studied: [mostly men, people in towns]}\n")
    assert told.voices.studied == ("mostly men", "people in towns")
    assert [t.says for t in told.told if t.about == "studied"] == ["Those whom the work studies: mostly men; people in towns."]  # fmt: skip
    assert (told.verdict.id, told.score, told.voices.missing) == (plain.verdict.id, plain.score, plain.voices.missing)
    assert audit(text + "voices: {studied: unknown}\n").voices.studied == ()


@rows("value", ["'White: 7'", "[mostly men, 7]", "[[a]]"])
def test_nobody_who_is_studied_is_counted(value):
    with pytest.raises(InputError):
        read_project(read(f"{HEAD}voices: {{studied: {value}}}\n"))


def test_a_finding_on_something_else_than_being_heard_is_printed_and_decides_nothing():
    text = "stages: {design: {role: consulted, status: done, asked: the rules, source: m}}\n"
    finding = "findings: [{by: court, named: High Court, says: The process was lawful., when: 2025}]\n"
    plain, told = audit(text), audit(text + finding)
    assert [f.says for f in told.findings] == ["The process was lawful."]
    assert (told.verdict.id, told.label.state, told.honesty.state, told.score) == (
        plain.verdict.id, plain.label.state, plain.honesty.state, plain.score,
    )  # fmt: skip


@pytest.mark.parametrize("answer", ["yes", "no", "split"])
def test_several_who_found_the_same_count_as_each_would_in_a_finding_of_its_own(answer):
    for one, other in itertools.combinations(SIDES, 2):
        joint = f"findings: [{{by: [{one}, {other}], heard: {answer}, label_fits: no, when: 2025}}]"
        apart = (
            f"findings: [{{by: {one}, heard: {answer}, label_fits: no, when: 2025}}, "
            f"{{by: {other}, heard: {answer}, label_fits: no, when: 2025}}]"
        )
        for name in ("people_heard", "said_not_heard", "own_word_not_heard", "own_word_not_answered", "heard_by_the_teams_word_alone"):  # fmt: skip
            assert fact(name, joint) == fact(name, apart), (name, one, other)


def test_all_who_found_something_are_named():
    found = audit("findings: [{by: [inquiry, court], named: Night Watch, says: It was lawful.}]\n").findings[0]
    assert (found.by, found.also_by) == ("inquiry", ("court",))
    assert finder(found.by, found.named, found.also_by) == "Night Watch (an inquiry and a court)"


def test_no_court_overturns_what_people_found_with_others():
    text = (
        "findings: [{by: [evaluation, contributors], heard: no, overturned_by: {by: [court, regulator], heard: yes}}]\n"
    )
    with pytest.raises(InputError, match="no court overturns"):
        read_project(read(HEAD + text))
    assert fact("people_heard", text.replace(", contributors", "")) == "yes"
