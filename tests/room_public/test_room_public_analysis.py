"""Who is where: against plain set arithmetic, and case by case."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from public_rooms import FILES, of_file, voices_of
from support import rows

from involve_audit.project.people import Room
from involve_audit.project.practice import STAGES
from involve_audit.project.voices import Reason

GROUPS = ("Ash", "Beech", "Cedar", "Doum")
ROOMS = ("r1", "r2", "r3")
POWERS = ("decides", "advises", "consulted", "informed")


@st.composite
def worlds(draw: Any) -> dict[str, Any]:
    """Rooms large enough to be told of, and for each room and group: in, out, unknown or not named."""
    rooms = {r: {"contributors": "20", "status": "ongoing", "power": draw(st.sampled_from(POWERS))} for r in ROOMS}
    states = {(r, g): draw(st.sampled_from(("in", "out", "unknown", ""))) for r in ROOMS for g in GROUPS}
    matters = draw(st.lists(st.sampled_from(GROUPS), unique=True))
    gaps = [
        {
            "group": g,
            **(
                {"rooms": draw(st.lists(st.sampled_from(ROOMS), min_size=1, unique=True))}
                if draw(st.booleans())
                else {}
            ),
        }
        for g in draw(st.lists(st.sampled_from(GROUPS), unique=True))
    ]
    excluded = [
        {"group": g, **({"justification": "a reason"} if draw(st.booleans()) else {})}
        for g in draw(st.lists(st.sampled_from(GROUPS), unique=True, max_size=2))
    ]
    stages = {
        s: {
            "role": "involved",
            "status": "done",
            "rooms": draw(st.lists(st.sampled_from(ROOMS), min_size=1, unique=True)),
        }
        for s in draw(st.lists(st.sampled_from(STAGES), unique=True, max_size=3))
    }
    return {"rooms": rooms, "states": states, "matters": matters, "gaps": gaps, "excluded": excluded, "stages": stages}


def file_of(world: dict[str, Any]) -> Any:
    parts = []
    for r in ROOMS:
        part: dict[str, Any] = {"room": r, "characteristic": "tree", "asked": "yes"}
        for field, state in (("in_the_room", "in"), ("not_in_the_room", "out"), ("not_known", "unknown")):
            names = [g for g in GROUPS if world["states"][r, g] == state]
            if names:
                part[field] = names
        parts.append(part)
    voices = {
        "matters": [{"group": g} for g in world["matters"]], "missing": world["gaps"], "excluded": world["excluded"], "rooms": parts,
    }  # fmt: skip
    return voices_of(voices, world["rooms"], world["stages"] or None)


@given(worlds())
def test_signs_are_those_of_plain_set_arithmetic(world: dict[str, Any]) -> None:
    inside = {g: {r for r in ROOMS if world["states"][r, g] == "in"} for g in GROUPS}
    outside = {g: {r for r in ROOMS if world["states"][r, g] == "out"} for g in GROUPS}
    named = {e["group"] for e in (*world["gaps"], *world["excluded"])}
    deciding = {r for r in ROOMS if world["rooms"][r]["power"] == "decides"}
    found = file_of(world)

    blind = {g for g in world["matters"] if not inside[g] and outside[g] and g not in named}
    assert {s.group for s in found.signs if s.kind == "blind-spot"} == blind
    unknown = {g for g in world["matters"] if not inside[g] and not outside[g] and g not in named}
    assert {s.group for s in found.signs if s.kind == "unknown"} == unknown

    shut = {g for g in GROUPS if inside[g] and deciding and deciding <= outside[g]}
    assert {s.group for s in found.signs if s.kind == "power-gap" and s.matters} == shut & set(world["matters"])
    told = " ".join(s.group.partition(": ")[2] for s in found.signs if s.kind == "power-gap" and not s.matters)
    assert {g for g in GROUPS if g in told} == shut - set(world["matters"])

    closed = {g for g in GROUPS if inside[g] and any(set(s["rooms"]) <= outside[g] for s in world["stages"].values())}
    assert {s.group for s in found.signs if s.kind == "stage-gap" and s.matters} == closed & set(world["matters"])
    told = " ".join(s.group.partition(": ")[2] for s in found.signs if s.kind == "stage-gap" and not s.matters)
    assert {g for g in GROUPS if g in told} == closed - set(world["matters"])

    left_out = {e["group"]: e for e in world["excluded"]}
    without = {g for g, e in left_out.items() if "justification" not in e}
    assert {s.group for s in found.signs if s.kind == "unexplained"} == without
    both = {e["group"] for e in world["excluded"] if inside[e["group"]]}
    both |= {e["group"] for e in world["gaps"] if inside[e["group"]] & set(e.get("rooms", ROOMS))}
    assert {s.group for s in found.signs if s.kind == "contradiction"} == both

    for room in found.rooms:
        for group in (g for c in room.characteristics for g in c.groups):
            state = {"in": "present", "out": "missing", "unknown": "unknown"}[world["states"][room.id, group.group]]
            gap = next(
                (e for e in world["gaps"] if e["group"] == group.group and room.id in e.get("rooms", ROOMS)), None
            )
            answer = "acknowledged" if gap else "unmentioned"
            if group.group in left_out:
                answer = "unexplained" if group.group in without else "excluded"
            assert (group.state, group.answer) == (state, answer if state == "missing" else "")
            assert group.matters == (group.group in world["matters"])


@given(worlds())
def test_groups_that_matter_come_first_everywhere(world: dict[str, Any]) -> None:
    found = file_of(world)
    lists: list[list[bool]] = [
        [s.matters for s in found.signs], [m.matters for m in found.missing], [e.matters for e in found.exclusions],
        [p.matters for p in found.places], *([g.matters for g in c.groups] for r in found.rooms for c in r.characteristics),
    ]  # fmt: skip
    for each in lists:
        assert each == sorted(each, reverse=True)
    assert [POWERS.index(r.power) for r in found.rooms] == sorted(
        (POWERS.index(r.power) for r in found.rooms), reverse=True
    )


def kinds(voices: Any, **more: Any) -> list[str]:
    return [s.kind for s in voices_of(voices, **more).signs]


def gap(**more: Any) -> dict[str, Any]:
    return {"missing": [{"group": "carers", **more}]}


def test_a_gap_that_was_looked_at_and_is_not_smaller_repeats_itself() -> None:
    assert kinds(gap(reviewed="2026-01", smaller_now="no")) == ["unchanged"]
    assert kinds(gap(reviewed="2026-01", smaller_now="yes")) == []
    assert kinds(gap(reviewed="2027-01", smaller_now="no")) == []


def test_a_gap_known_for_a_year_repeats_itself_unless_it_is_smaller() -> None:
    assert kinds(gap(since="2025-11-23")) == ["unchanged"]
    assert kinds(gap(since="2025-11-24")) == []
    assert kinds(gap(since="2024", smaller_now="yes")) == []


def test_a_reason_that_is_only_assumed_is_named_and_others_are_not() -> None:
    found = voices_of(gap(why=["trust", "payment"], basis="people told us", basis_of={"payment": "assumed"}))
    assert [s.says for s in found.signs] == ["You have assumed this (payment); nobody from the group has told you."]
    assert [(r.reason, r.basis) for r in found.missing[0].reasons] == [
        ("trust", "people told us"),
        ("payment", "assumed"),
    ]
    assert kinds(gap(why="unknown", basis="assumed")) == []


def test_a_reason_that_blames_the_group_is_a_question_on_what_was_offered() -> None:
    found = voices_of(gap(why="they did not want to", basis="assumed"))
    assert [s.kind for s in found.signs] == ["blames"]
    assert "What was offered" in found.next_meeting[0]


@rows(
    "told, state",
    [
        ({"action": {"what": "tea", "owner": "lead", "when": "2027", "status": "planned"}}, "planned"),
        ({"action": {"what": "tea", "owner": "lead"}}, "acknowledged"),
        ({"action": {"what": "tea", "when": "2027"}}, "acknowledged"),
        ({"cannot_because": "there is no money for interpreters"}, "impossible"),
        ({"cannot_because": "no"}, "acknowledged"),
        ({"action": "none", "cannot_because": "no money"}, "impossible"),
        ({}, "acknowledged"),
    ],
)
def test_a_gap_is_planned_for_with_somebody_and_a_date_and_acknowledged_without(
    told: dict[str, Any], state: str
) -> None:
    assert voices_of(gap(**told)).missing[0].state == state


def test_a_plan_whose_day_has_passed_is_asked_after() -> None:
    assert kinds(gap(action={"what": "tea", "status": "planned", "when": "2026-01"})) == ["overdue"]
    assert kinds(gap(action={"what": "tea", "status": "ongoing", "since": "2026-01"})) == []


def test_an_exclusion_that_was_to_be_looked_at_again_is_asked_after() -> None:
    assert kinds({"excluded": [{"group": "shops", "justification": "a reason", "review": "2026-01"}]}) == ["review-due"]
    assert kinds({"excluded": [{"group": "shops", "justification": "a reason", "review": "2027-01"}]}) == []
    assert kinds({"excluded": [{"group": "shops", "justification": "no"}]}) == ["unexplained"]


def test_a_room_that_has_ended_decides_nothing_any_more() -> None:
    parts = [
        {"room": "panel", "characteristic": "tree", "in_the_room": ["Ash"]},
        {"room": "board", "characteristic": "tree", "not_in_the_room": ["Ash"]},
        {"room": "old", "characteristic": "tree", "in_the_room": ["Ash"]},
    ]
    rooms = {
        "panel": {"contributors": "20", "power": "advises"}, "board": {"contributors": "20", "power": "decides", "status": "ongoing"},
        "old": {"contributors": "20", "power": "decides", "status": "done"},
    }  # fmt: skip
    assert kinds({"rooms": parts}, rooms=rooms) == ["power-gap"]
    rooms["board"]["status"] = "stopped"
    assert kinds({"rooms": parts}, rooms=rooms) == []


def test_a_group_may_have_another_name_than_its_category() -> None:
    parts = [{"room": "panel", "characteristic": "age_band", "not_in_the_room": ["16-24"]}]
    rooms = {"panel": {"contributors": "20"}}
    matters = [{"group": "Young people", "characteristic": "age_band", "category": "16-24"}]
    assert kinds({"rooms": parts, "matters": matters}, rooms=rooms) == ["blind-spot"]
    matters[0]["characteristic"] = "something else"
    assert kinds({"rooms": parts, "matters": matters}, rooms=rooms) == ["unknown"]


def test_every_reason_has_its_usual_help_and_every_source_is_there() -> None:
    from involve_audit.judge.reason_catalogue import catalogue

    book = catalogue()
    assert set(book.reasons) == set(get_args(Reason))
    assert len(set(book.reasons) - {"our process", "they did not want to", "other"}) == 25
    for reason in book.reasons.values():
        assert reason.says.endswith(".")
        assert reason.helps
        assert reason.way
        assert all(cites and says for _, cites, says in reason.sources)
    assert [words for words, _ in book.places][-1] == ()


def test_help_is_read_only_for_a_group_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    from involve_audit.judge import reason_catalogue

    def read_too_early() -> None:
        raise AssertionError("read")

    monkeypatch.setattr(reason_catalogue, "catalogue", read_too_early)
    parts = [{"room": "panel", "characteristic": "tree", "in_the_room": ["Ash"], "not_in_the_room": ["Beech"]}]
    voices_of({"rooms": parts, "matters": [{"group": "Ash"}]}, rooms={"panel": {"contributors": "20"}})
    with pytest.raises(AssertionError, match="read"):
        voices_of(gap())


def test_places_are_by_gap_and_never_a_person_with_several_traits() -> None:
    voices = {
        "missing": [
            {"group": "young people", "characteristic": "age_band"},
            {"group": "carers", "characteristic": "unpaid_care", "why": ["caring"]},
        ]
    }
    places = voices_of(voices).places
    assert [p.group for p in places] == ["young people", "carers"]
    assert "school" in places[0].at[0]
    assert places[1].at[0] == "a carers' centre"
    assert places[1].ways == ("pay for the care that has to go on meanwhile",)


@pytest.mark.parametrize("name", FILES)
def test_signs_questions_and_places_are_sentences_that_blame_nobody(name: str) -> None:
    voices = of_file(name).voices
    said = [
        *(s.says for s in voices.signs),
        *voices.next_meeting,
        *(t for p in voices.places for t in (*p.at, *p.ways)),
    ]
    for text in said:
        for word in (
            "hard to reach",
            "hard-to-reach",
            "participant",
            "engagement",
            "fail",
            "refuse",
            "minority",
            "representative",
        ):
            assert word not in text.lower(), text
    assert all(q.rstrip().endswith("?") for q in voices.next_meeting)
    assert len(set(voices.next_meeting)) == len(voices.next_meeting)


def test_every_room_of_the_format_can_be_asked() -> None:
    """The analysis knows each power that a room may have."""
    from involve_audit.judge.room import POWERS as KNOWN
    from involve_audit.project.fields import annotation

    assert set(get_args(annotation(Room, "power"))) - {"unknown"} == set(KNOWN) - {""}
