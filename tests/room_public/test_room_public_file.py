"""What the project file may hold of who is in the rooms, and the nearest guess where it holds something else."""

from __future__ import annotations

from typing import Any

import pytest
from public_rooms import judged, project

from involve_audit.wording.messages import InputError

ROOMS = {"panel": {"contributors": "30"}}


def refused(voices: Any, stages: Any = None) -> list[str]:
    try:
        judged(project(voices, ROOMS, stages))
    except InputError as error:
        return [f"{p.where}: {p.says}" for p in error.problems]
    return []


def part(**more: Any) -> dict[str, Any]:
    return {"rooms": [{"room": "panel", "characteristic": "ethnic_group_5", **more}]}


def test_groups_of_a_shipped_list_are_accepted_whatever_their_capitals() -> None:
    assert refused(part(list="ethnic_group_5 2021", in_the_room=["asian", "White"])) == []


@pytest.mark.parametrize(
    ("word", "guess"),
    [("Wite", "did you mean 'White'?"), ("Black British", "did you mean 'Black'?"), ("Asain", "did you mean 'Asian'?")],
)
def test_a_group_that_is_not_on_the_list_gets_the_nearest_guess(word: str, guess: str) -> None:
    for field in ("in_the_room", "not_in_the_room", "not_known"):
        (says,) = refused(part(list="ethnic_group_5 2021", **{field: [word]}))
        assert f"'{word}' is not on the list ethnic_group_5 2021" in says
        assert guess in says


def test_a_slip_in_the_name_of_a_list_gets_the_nearest_guess() -> None:
    (says,) = refused(part(list="ethnic_grup_5 2021"))
    assert "did you mean 'ethnic_group_5 2021'?" in says


def test_a_list_of_ones_own_and_another_version_are_left_alone() -> None:
    assert refused(part(list="our trees own", in_the_room=["Ash"])) == []
    assert refused(part(list="ethnic_group_5 2031", in_the_room=["A new name"])) == []
    assert refused(part(in_the_room=["Anything"])) == []


def test_a_group_is_in_the_room_or_not() -> None:
    (says,) = refused(part(in_the_room=["Ash"], not_in_the_room=["ash"]))
    assert "stands under `in_the_room` already" in says


def test_a_room_and_a_characteristic_stand_once() -> None:
    voices = {"rooms": [*part()["rooms"], {"room": "panel", "characteristic": "Ethnic group 5"}]}
    (says,) = refused(voices)
    assert "stands here a second time" in says


def test_rooms_and_stages_of_a_gap_are_there() -> None:
    (says,) = refused({"missing": [{"group": "carers", "rooms": ["panl"]}]})
    assert "did you mean 'panel'?" in says
    (says,) = refused({"missing": [{"group": "carers", "stages": ["analysis"]}]}, {"work_has": ["design"]})
    assert "the work has no stage 'analysis'" in says


def test_how_each_reason_is_known_is_a_closed_choice() -> None:
    (says,) = refused({"missing": [{"group": "carers", "why": ["trust"], "basis_of": {"trst": "assumed"}}]})
    assert "did you mean 'trust'?" in says


def test_lists_are_read_only_where_a_file_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from involve_audit.census import shipped

    def read_too_early() -> None:
        raise AssertionError("read")

    monkeypatch.setattr(shipped, "lists", read_too_early)
    assert refused(part(in_the_room=["Ash"])) == []
    with pytest.raises(AssertionError, match="read"):
        refused(part(list="ethnic_group_5 2021"))
