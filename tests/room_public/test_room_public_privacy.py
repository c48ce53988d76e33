"""What the public half may never do: count, score heads, or repeat what points to a person."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from public_rooms import FILES, HERE, judged, of_file, project

from involve_audit.render import TEXTS, charts, plain_language, render
from involve_audit.results.audit import Audit, VoicesFound

GROUPS = ("Ash", "Beech", "Cedar", "Doum", "Elm", "Fir", "Gum", "Holly", "Iroko", "Juniper")
ROOMS = {
    "panel": {"contributors": "30", "power": "advises", "status": "ongoing"},
    "board": {"contributors": "30", "power": "decides", "status": "ongoing"},
}


@st.composite
def splits(draw: Any, number: int = 5) -> dict[str, list[str]]:
    """The groups of a list, each in the room, not in the room, or not known."""
    where = {g: draw(st.sampled_from(("in_the_room", "not_in_the_room", "not_known"))) for g in GROUPS[:number]}
    return {
        field: [g for g, w in where.items() if w == field]
        for field in ("in_the_room", "not_in_the_room", "not_known")
        if field in where.values()
    }


def without_voices(audit: Audit) -> Audit:
    nothing = VoicesFound("", "", (), (), ())
    return replace(audit, voices=nothing, rubric=replace(audit.rubric, sha256=""))


@settings(max_examples=15)
@given(splits(), splits(), splits(), splits())
def test_exchanging_who_is_in_the_room_changes_no_level(one: Any, two: Any, three: Any, four: Any) -> None:
    """With nothing noticed or done, heads decide nothing: verdict, score, levels, gates, flags, questions and steps."""
    head = {"question_asked": {"status": "done", "when": "2026-01"}, "matters": [{"group": "Ash", "why": "a reason"}]}

    def audit(panel: Any, board: Any) -> Audit:
        parts = [
            {"room": "panel", "characteristic": "tree", **panel},
            {"room": "board", "characteristic": "tree", **board},
        ]
        return judged(
            project(
                {**head, "rooms": parts}, ROOMS, {"design": {"role": "involved", "status": "done", "rooms": ["panel"]}}
            ),
            steps=True,
        )

    assert without_voices(audit(one, two)) == without_voices(audit(three, four))


HIDDEN = {
    "too small": ({"contributors": "4"}, {}),
    "as small as the list": ({"contributors": "6"}, {}),
    "size not told": ({"status": "ongoing"}, {}),
    "size open": ({"contributors": "up to 12"}, {}),
    "size unknown": ({"contributors": "unknown"}, {}),
    "not agreed": ({"contributors": "30"}, {"agreed": "no"}),
    "guessed": ({"contributors": "30"}, {"how": "guessed"}),
}


@pytest.mark.parametrize("why", HIDDEN)
@settings(max_examples=settings().max_examples // 6)
@given(splits(), splits())
def test_what_points_to_people_is_repeated_in_no_format(why: str, one: Any, two: Any) -> None:
    """Two files that differ only in who is in such a room give the same bytes everywhere.

    A format sees the audit and nothing else, and all of the audit stands in its JSON. So for one of the reasons every format is held
    against it, and for the others the audits themselves.
    """
    room, more = HIDDEN[why]
    audits = []
    for split in (one, two):
        parts = [
            {"room": "panel", "characteristic": "tree", "asked": "yes", **more, **split},
            {"room": "board", "characteristic": "tree", "in_the_room": ["Ash"], "not_in_the_room": ["Beech"]},
        ]
        voices = {
            "matters": [{"group": "Ash"}, {"group": "Beech"}],
            "missing": [{"group": "Cedar", "why": "trust"}],
            "rooms": parts,
        }
        audit = judged(project(voices, {"panel": {"power": "advises", **room}, "board": ROOMS["board"]}))
        audits.append(audit)
    assert audits[0] == audits[1]
    if why == "too small":
        one, two = (
            [
                *(render(kind, [audit]) for kind in TEXTS),
                plain_language.PAPER.markdown([audit]),
                *(p.alone() for p in charts.of(audit)),
            ]
            for audit in audits
        )
        assert one == two


def test_the_groups_of_a_room_that_is_large_enough_are_shown() -> None:
    """The test above would be empty if nothing were ever shown."""
    parts = [
        {
            "room": "panel",
            "characteristic": "tree",
            "in_the_room": list(GROUPS[:3]),
            "not_in_the_room": list(GROUPS[3:5]),
        }
    ]

    def shown(size: int) -> bool:
        audit = judged(project({"rooms": parts}, {"panel": {"contributors": str(size)}}))
        return bool(audit.voices.rooms[0].characteristics[0].groups)

    assert [n for n in range(1, 12) if shown(n)] == [7, 8, 9, 10, 11]


def test_questions_with_yes_and_no_do_not_point_to_a_person_however_many_they_are() -> None:
    from involve_audit.census.shipped import lists

    flags = next(each for each in lists().values() if each.kind == "flag" and len(each.categories) > 9)
    part = {
        "room": "panel",
        "characteristic": flags.name,
        "list": flags.label,
        "in_the_room": list(flags.categories[:9]),
    }
    audit = judged(project({"rooms": [part]}, {"panel": {"contributors": "8"}}))
    assert len(audit.voices.rooms[0].characteristics[0].groups) == 9


@settings(max_examples=10)
@given(splits(), st.randoms(use_true_random=False))
def test_the_order_in_which_groups_are_written_down_shows_nowhere(split: Any, random: Any) -> None:
    shuffled = {field: random.sample(names, len(names)) for field, names in split.items()}
    found = []
    for each in (split, shuffled):
        audit = judged(
            project({"rooms": [{"room": "panel", "characteristic": "tree", **each}]}, {"panel": ROOMS["panel"]})
        )
        found.append(
            [p.alone() for p in charts.of(audit)] + [c.groups for r in audit.voices.rooms for c in r.characteristics]
        )
    assert found[0] == found[1]


@pytest.mark.parametrize("name", FILES)
def test_a_private_file_beside_the_project_changes_no_report(
    name: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "private.csv").write_text("characteristic,category,count\nethnic_group_5,Black,1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    again = judged((HERE / f"{name}.yaml").read_text(encoding="utf-8"), f"{name}.yaml")
    assert again == of_file(name)


@pytest.mark.parametrize("name", FILES)
def test_the_only_number_of_people_is_that_of_the_chairs(name: str) -> None:
    """Of who is in the room, the JSON holds no number but how many contributors a room has, and numbers of lines."""
    tree = json.loads(render("json", [of_file(name)]))["voices"]
    numbers: set[str] = set()

    def walk(value: Any, key: str) -> None:
        if isinstance(value, dict):
            for k, v in value.items():
                walk(v, k)
        elif isinstance(value, list):
            for v in value:
                walk(v, key)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            numbers.add(key)

    walk(tree, "")
    assert numbers <= {"seats", "line", "column"}


def test_counts_are_refused_and_not_repeated() -> None:
    from involve_audit.wording.messages import InputError

    part = {"room": "panel", "characteristic": "tree", "in_the_room": ["Ash: 7", "Beech"]}
    with pytest.raises(InputError) as refused:
        judged(project({"rooms": [part]}, ROOMS))
    assert all("7" not in p.says for p in refused.value.problems)
