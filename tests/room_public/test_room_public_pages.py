"""Pictures and pages: what is drawn, that it stands in words too, and how the four rooms read."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from public_rooms import FILES, of_file
from support import rows

from involve_audit.render import charts, html, markdown, render, words
from involve_audit.render.report import document
from involve_audit.render.text import written
from involve_audit.results import audit as a

_VOICES = a.VoicesFound("", "", (), (), ())
EMPTY = replace(
    of_file("nothing"), rung=a.RungFound("", "", "", "", a.Steps("", ""), ()), principles=(), voices=_VOICES, trail=(), sides=(),
)  # fmt: skip

SVG = "{http://www.w3.org/2000/svg}"


def drawn(picture: charts.Picture) -> ElementTree.Element:
    return ElementTree.fromstring(picture.alone())  # noqa: S314 (our own)


def room(*characteristics: a.CharacteristicFound, seats: int = 8) -> a.VoicesFound:
    return a.VoicesFound(
        "yes", "", (), (), (), rooms=(a.RoomFound("panel", "The panel", "advises", seats, "", characteristics),)
    )


def characteristic(title: str, *groups: tuple[str, str, str]) -> a.CharacteristicFound:
    found = tuple(a.GroupInRoom(name, state, answer, False) for name, state, answer in groups)
    return a.CharacteristicFound(title, title, "", "yes", "Asked.", found, ())


def shapes(picture: charts.Picture, kind: str) -> list[ElementTree.Element]:
    return [e for e in drawn(picture).iter() if kind in e.get("class", "").split()]


def test_the_chairs_of_a_room_are_all_alike_and_as_many_as_it_has() -> None:
    (picture,) = charts.chairs(room(characteristic("Tree", ("Ash", "present", "")), seats=23))
    backs = [e for e in shapes(picture, "seat") if e.get("height") == "12"]
    assert len(backs) == 23
    assert len({(e.get("width"), e.get("class"), e.get("rx")) for e in backs}) == 1


def test_each_group_that_is_there_has_one_bench_of_the_same_length() -> None:
    (picture,) = charts.chairs(
        room(
            characteristic("Tree", ("Ash", "present", ""), ("Beech", "present", "")),
            characteristic("Stone", ("Flint", "present", "")),
        )
    )
    benches = [e for e in shapes(picture, "there") if e.tag == f"{SVG}rect"]
    assert len(benches) == 3
    assert len({(e.get("x"), e.get("width")) for e in benches}) == 1


def test_no_chair_can_be_linked_from_one_characteristic_to_another() -> None:
    """A picture is its panels one below the other: what is in one depends on nothing in another."""
    one, two = (
        characteristic("Tree", ("Ash", "present", ""), ("Beech", "missing", "planned")),
        characteristic("Stone", ("Flint", "missing", "excluded")),
    )
    other = characteristic("Stone", ("Flint", "present", ""), ("Slate", "present", ""))

    def marks(*parts: a.CharacteristicFound) -> list[str]:
        return charts.chairs(room(*parts))[0].marks.splitlines()

    alone = marks(one)
    assert marks(one, two)[: len(alone)] == marks(one, other)[: len(alone)] == alone


@rows("answer", words.ROOM_ANSWERS)
def test_each_answer_has_a_pattern_or_mark_and_its_words(answer: str) -> None:
    (picture,) = charts.chairs(
        room(characteristic("Tree", ("Ash", "missing", answer), ("Beech", "missing", "planned")))
    )
    texts = " ".join(e.text or "" for e in drawn(picture).iter(f"{SVG}text"))
    if answer != "unmentioned":
        assert words.ROOM_ANSWERS[answer] in texts
    assert shapes(picture, "gone")


def test_groups_of_which_nothing_is_said_and_that_do_not_matter_stand_in_one_line() -> None:
    (picture,) = charts.chairs(
        room(characteristic("Tree", *((f"Tree {n}", "missing", "unmentioned") for n in range(14))))
    )
    assert not shapes(picture, "gone")
    assert "Also, and not said to matter here: Tree 0" in picture.marks


def test_rooms_stand_from_consulted_to_decides() -> None:
    (picture,) = charts.ladder(of_file("forty").voices)
    texts = [e.text or "" for e in drawn(picture).iter(f"{SVG}text")]
    assert [t for t in texts if t.startswith(("1 ", "2 "))] == ["1 Street assembly (advises)", "2 The board (decides)"]


def test_the_flow_breaks_off_where_nothing_is_told() -> None:
    (picture,) = charts.flow(of_file("forty").voices)
    texts = [e.text or "" for e in drawn(picture).iter(f"{SVG}text")]
    assert texts.count("Why? Not told yet: an open end") == 1
    assert texts.count("Action? Not told yet: an open end") == 2
    assert texts.index("Children and young people – matters here") == 2
    # Two lines of the title come first, then the first gap: those that matter come first.


@pytest.mark.parametrize("name", FILES)
def test_a_picture_has_a_title_a_description_words_for_it_and_no_script(name: str) -> None:
    for picture in charts.of(of_file(name)):
        root = drawn(picture)
        assert root.get("role") == "img"
        assert root.get("aria-label") == picture.title
        assert root.find(f"{SVG}title").text == picture.title  # type: ignore[union-attr]
        assert root.find(f"{SVG}desc").text == picture.says  # type: ignore[union-attr]
        assert picture.says
        tags = {e.tag.removeprefix(SVG) for e in root.iter()}
        assert tags <= {"svg", "title", "desc", "style", "rect", "line", "text", "circle", "path"}
        assert not [k for e in root.iter() for k in e.attrib if k.startswith("on") or k in ("id", "style", "href")]
        assert "prefers-color-scheme: dark" in picture.alone()
        assert "@media print" in picture.alone()


@pytest.mark.parametrize("name", FILES)
def test_every_group_in_a_picture_stands_in_the_page_in_words(name: str) -> None:
    audit = of_file(name)
    page = " ".join(re.sub(r"<svg.*?</svg>", "", html.render([audit], layer="full"), flags=re.DOTALL).split())
    for r in audit.voices.rooms:
        for c in r.characteristics:
            for group in c.groups:
                assert group.group in page
    for row in charts.ladder_rows(audit.voices):
        assert row.group in page


def test_every_picture_of_the_rooms_is_a_figure_of_the_page() -> None:
    for name in FILES:
        page = html.render([of_file(name)], layer="full")
        for picture in charts.of_rooms(of_file(name)):
            assert page.count(picture.inline()) == 1


@given(st.text(min_size=1), st.integers(20, 400), st.integers(1, 4))
def test_text_is_cut_into_as_many_lines_as_there_is_room_for(text: str, wide: int, number: int) -> None:
    lines = charts.lines_of(text, wide, number)
    assert len(lines) == number
    assert all(charts.width_of(line) <= wide for line in lines)


@given(st.text(min_size=1).filter(str.strip))
def test_any_text_stays_text_in_a_picture(text: str) -> None:
    def picture(name: str) -> list[tuple[str, tuple[str, ...]]]:
        voices = room(characteristic(name, (name, "missing", "planned"), (name, "present", "")))
        found = replace(voices, missing=(a.Missing(name, (name,), name, "", name, ()),))
        return [
            (e.tag, tuple(sorted(e.attrib)))
            for p in (*charts.chairs(found), *charts.flow(found))
            for e in drawn(p).iter()
        ]

    assert picture(f"x{text}") == picture("x")


def test_the_names_of_pictures_are_names_of_files_and_each_is_its_own() -> None:
    rooms = tuple(
        a.RoomFound(name, name, "", 0, "", (characteristic("Tree", ("Ash", "present", "")),))
        for name in ("a/b", "a b", "../x", "...")
    )
    audit = replace(of_file("nothing"), voices=a.VoicesFound("", "", (), (), (), rooms=rooms))
    names = [p.name for p in charts.of(audit)]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z0-9-]+", n) for n in names)


# --- the four rooms, read aloud --------------------------------------------------------------------


def aloud(name: str) -> str:
    page = " ".join(written(document([of_file(name)], layer="full"), 200).split())
    return page[page.index("Who is in which room") : page.index("How this was judged")]


@pytest.mark.parametrize("name", FILES)
def test_each_page_begins_by_saying_that_nobody_has_to_stand_for_a_group(name: str) -> None:
    assert words.NOBODY_STANDS_FOR_A_GROUP in aloud(name)
    for kind in (html, markdown):
        assert "nobody in it has to stand for a group" in " ".join(kind.render([of_file(name)], layer="full").split())


def test_the_room_of_eight_is_read_as_it_wished() -> None:
    page = aloud("eight").casefold()
    for said in (
        "in the room: Asian and White",
        "not in the room: Black (matters here; planned for)",
        "also not in the room, and not said to matter here: Mixed and Other",
        "Gender identity. Not asked, because: The group asked us not to.",
        "Steering group (decides; 2 contributors)",
        "Ethnic group. Not asked, because: Two people would be known at once.",
        "You have assumed this (payment); nobody from the group has told you.",
        "Would people like to be asked – how, and by whom?",
    ):
        assert said.casefold() in page, said
    assert "blind spot" not in page
    assert "have the people in" not in page


def test_the_room_of_forty_is_asked_where_people_are_and_where_it_is_decided() -> None:
    page = aloud("forty").casefold()
    for said in (
        "Blind spot: missing, and nobody has said so: Children and young people (matters here)",
        "Power gap: in the building, not in the deciding room: Disabled people (matters here)",
        "In Street assembly, and in no room of this part of the work: use of results.",
        "4 of 9 groups are there; in a room this size it is not said which",
        "Looked at again (May 2026), and it has not become smaller. It is good that this is said openly.",
        "Left out on purpose, and it is not told why: People who do not live here",
        "Have the people in The board agreed that it is told who is there, and have they seen this page?",
    ):
        assert said.casefold() in page, said
    gaps = page[page.index("blind spot: missing") :]
    assert gaps.index("children and young people") < gaps.index("people without a settled home")


def test_where_everything_is_unknown_nothing_is_guessed() -> None:
    page = aloud("unknown")
    assert "it is not told that this one is larger, so it is not repeated which are there" in page
    assert "Carers" in page
    assert "Disabled" not in page
    assert "Blind spot" not in page


def test_where_nothing_is_told_the_page_neither_praises_nor_blames() -> None:
    page = aloud("nothing")
    assert words.NOBODY_SAID_WHO in page
    assert "Worth a question" not in page
    assert not charts.of_rooms(of_file("nothing"))
    assert len(of_file("nothing").voices.next_meeting) == 2


# --- the command -----------------------------------------------------------------------------------


def test_pictures_are_written_as_files(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    from public_rooms import HERE

    from involve_audit.cli.outcome import Usage
    from involve_audit.cli.report import ReportRequest, report

    assert report(ReportRequest((str(HERE / "eight.yaml"),), (), date="2026-11-23", pictures=str(tmp_path))) == 0
    names = sorted(p.name for p in tmp_path.iterdir())
    assert names == [
        "eight-empty-chairs-advisory-group.svg", "eight-empty-chairs-steering-group.svg", "eight-gap-why-action.svg", "eight-groups-by-rooms.svg",
        "eight-ladder.svg", "eight-principles.svg", "eight-stages.svg",
    ]  # fmt: skip
    for path in tmp_path.iterdir():
        ElementTree.parse(path)  # noqa: S314 (our own)
    empty = tmp_path / "empty.json"
    empty.write_text(render("json", [EMPTY]), encoding="utf-8")
    assert report(ReportRequest((str(empty),), (), pictures=str(tmp_path))) == 0
    assert "there is nothing to draw" in capsys.readouterr().err
    with pytest.raises(Usage, match="make it first"):
        report(ReportRequest((str(HERE / "eight.yaml"),), (), pictures=str(tmp_path / "no")))
    with pytest.raises(Usage, match="with -o"):
        report(ReportRequest((str(HERE / "eight.yaml"),), (), format="html"))
