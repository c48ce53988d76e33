"""The parts of the outline: everything that the format asks can be told, begun and removed there, and every other byte stays."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any, get_args

import pytest
from hypothesis import given as drawn_from
from hypothesis import strategies as st
from the_page import EXAMPLES, Page

from involve_audit.interview.writing import stands
from involve_audit.load import read, read_project
from involve_audit.page import part_screen
from involve_audit.project.fields import Told, annotation
from involve_audit.project.model import Project
from involve_audit.project.people import Seal
from involve_audit.project.places import kind_at
from involve_audit.rubric import shipped
from involve_audit.wording.messages import NEW
from involve_audit.yamlfile.editing import CannotInsert

RUBRIC = shipped.load().rubric
EMPTY = "format: 1\n"
NAMED = "format: 1\nsources: {minutes: {kind: minutes}}\nrooms: {panel: {power: advises}}\norganisations: {club: {does: partner}}\n"
VALUES = {"text": "unknown", "long": "Some words: with a colon, # and “more”", "lines": "one thing\nanother: thing"}


def as_shown(part: part_screen.PartScreen) -> dict[str, Any]:
    """What a browser hands over where nothing was touched."""
    given: dict[str, Any] = {"part": json.dumps(part.place), "name": part.name}
    for field in (*part.fields, *(b.field for b in part.below if b.field)):
        name = f"f-{field.asked.key}"
        if field.kind == "pairs":
            for n, (key, answer) in enumerate((*field.value, ("", ""))):
                given |= {f"{name}-name-{n}": key, f"{name}-answer-{n}": answer}
        elif field.kind == "several":
            if field.value:
                given[name] = list(field.value) if len(field.value) > 1 else field.value[0]
        elif field.kind == "lines":
            given[name] = "\r\n".join(field.value)
        else:
            given[name] = "; ".join(field.value)
    return given


def below(part: part_screen.PartScreen) -> list[part_screen.PartRow]:
    return [row for b in part.below for row in (*b.rows, *b.begin)]


def every_part(text: str) -> list[part_screen.PartScreen]:
    """All that can be opened or begun in a file, from the outline on; of parts that are not there only one level."""
    found, seen, waiting = [], set(), [((), 0)]
    tree = read(text).tree
    while waiting:
        place, unborn = waiting.pop(0)
        part = part_screen.part_of(tree, place, RUBRIC)
        assert part is not None, place
        found.append(part)
        unborn = 0 if part.there else unborn + 1
        for row in below(part):
            if row.place not in seen and unborn < 3:
                seen.add(row.place)
                waiting.append((row.place, unborn))
    return found


@cache
def classes() -> frozenset[type[Told]]:
    found: set[type[Told]] = set()
    waiting: list[Any] = [Project]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, Told) and kind not in found and kind is not Seal:
            found.add(kind)
            waiting += [annotation(kind, name) for name in kind.questions]
        waiting += get_args(kind)
    return frozenset(found)


def test_everything_that_the_format_asks_can_be_reached_from_the_outline():
    """In a file with one entry of each kind, for a new entry shows what is below it once it is there."""
    reached: dict[type[Told], set[str]] = {}
    for text in (EXAMPLES["full"].read_text(encoding="utf-8"), NAMED):
        for part in every_part(text):
            cls = kind_at(part.place)
            asked = {f.asked.key for f in part.fields} | {b.asked.key for b in part.below}
            reached.setdefault(cls, set()).update(asked)
    assert reached.keys() == classes()
    for cls, asked in reached.items():
        meant = {n for n in cls.questions if annotation(cls, n) is not Seal} - {"format"}
        # What depends on another answer stands behind it.
        depends = {n for n in meant - asked if not part_screen.makes_sense(cls, n, {})}
        assert asked | depends == meant, cls


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_what_is_shown_and_not_touched_changes_no_byte(name):
    text = EXAMPLES[name].read_bytes().decode("utf-8")
    for part in [p for p in every_part(text) if p.there][:: 1 + len(text) // 8000]:
        assert part_screen.filled_in(text, part.place, as_shown(part), RUBRIC) == (text, part.place), part.place


def told_more(text: str, part: part_screen.PartScreen) -> tuple[str, part_screen.PartScreen, dict[str, Any]] | None:
    """The file with every open answer of a part told."""
    given = as_shown(part)
    for field in part.fields:
        name = f"f-{field.asked.key}"
        if field.value:
            continue
        if field.kind in ("choice", "several"):
            if not field.choices:
                continue
            given[name] = field.choices[0][0]
        elif field.kind == "pairs":
            given |= {
                f"{name}-name-0": field.keys[0] if field.keys else "a word",
                f"{name}-answer-0": field.choices[0][0],
            }
        else:
            given[name] = VALUES[field.kind]
            if field.asked.key == "groups_present":
                given[name] = "2 of 19"
    if part.named and not part.there:
        given["name"] = "a new: name"
    return given


@pytest.mark.parametrize("name", ["full", "bad", "dsni-1984", "freshstart-after-2020", "named"])
def test_whatever_is_filled_in_is_in_the_file_and_every_other_byte_stays(name):
    text = NAMED if name == "named" else EXAMPLES[name].read_bytes().decode("utf-8")
    taken = said = refused = 0
    for part in every_part(text)[:: 1 + len(text) // 1500]:
        given = told_more(text, part)
        try:
            after, place = part_screen.filled_in(text, part.place, given, RUBRIC)
        except CannotInsert:
            refused += 1
            continue
        except part_screen.NotTaken:
            said += 1
            continue  # two answers that do not go together, said in the words of the loader
        taken += 1
        read_project(read(after))
        if not isinstance(stands(read(text).tree, part.place), str) and part.place:
            # A word gives way to keys; everything else stays, and more is put between it.
            there = iter(after)
            assert all(c in there for c in text), part.place
        again = part_screen.part(after, place, RUBRIC)
        assert again is not None
        assert part_screen.filled_in(after, place, as_shown(again), RUBRIC)[0] == after, place
    assert refused == 0
    assert taken > said


SMALL = """\
format: 1
project: {title: Breathing easier, phase: running}   # as the team says
rooms:
  panel: {contributors: 9, power: advises}
power:
  decisions:
    # the first one
    - what: which outcome to measure
      decided_by: together
care: {support: ongoing}
timing: {activities: none}
voices:
  missing: [{group: people in prison}]
"""


@pytest.fixture
def page():
    made = Page()
    made.open(SMALL)
    return made


def at(*place: str | int) -> str:
    return json.dumps(place)


def test_a_new_entry_is_begun_filled_in_and_undone(page):
    page.do("show", screen="answers")
    assert "A" in page.reply["main"]
    page.do("part", part=at("power", "decisions", "entries", NEW))
    assert "A new decision" in page.reply["main"]
    given = {"f-what": "which name it has", "f-decided_by": "contributors", "f-stage": ["design", "sharing"]}
    page.do("tell", part=at("power", "decisions", "entries", NEW), **given)
    more = "    - what: which name it has\n      stage: [design, sharing]\n      decided_by: contributors\n"
    assert page.text == SMALL.replace("care:", more + "care:")
    assert page.state["part"] == at("power", "decisions", "entries", 1)
    page.do("back")
    assert page.text == SMALL
    assert page.reply["screen"] == "answers"


@pytest.mark.parametrize(
    ("place", "given", "old", "new"),
    [
        (("rooms", NEW), {"name": "board", "f-power": "decides"}, "power:\n", "  board:\n    power: decides\npower:\n"),
        (("rooms", "panel"), {"f-contributors": "10", "f-power": "advises"}, "contributors: 9", "contributors: 10"),
        (("rooms", "panel"), {"f-contributors": "", "f-power": "advises"}, "contributors: 9, ", ""),
        (("care", "support"), {"f-status": "ongoing", "f-owner": "the lead"}, "support: ongoing", "support: {status: ongoing, owner: the lead}"),
        (("care", "support"), {"f-status": ""}, "care: {support: ongoing}\n", ""),
        (("timing", "activities", NEW), {"f-what": "a walk"}, "activities: none", "activities: [{what: a walk}]"),
        (("stages", "design", NEW), {"f-role": "involved", "f-status": "done"}, SMALL[-1:], "\n\nstages:\n  design:\n    role: involved\n    status: done\n"),
        (("power", "decisions"), {"f-complete": "yes"}, "    # the first one\n", "    # the first one\n    complete: yes\n    entries:\n"),
        (("voices", "missing"), {"f-complete": "no"}, "[{group: people in prison}]", "{complete: no, entries: [{group: people in prison}]}"),
        (("voices", "missing", "entries", 0), {"f-group": "people in prison", "f-why": ["route", "trust"]}, "prison}", "prison, why: [route, trust]}"),
    ],
)  # fmt: skip
def test_a_part_is_written_where_it_belongs(place, given, old, new):
    head, found, tail = SMALL.rpartition(old)
    assert found
    assert part_screen.filled_in(SMALL, place, given, RUBRIC)[0] == head + new + tail


def test_what_cannot_be_read_is_said_at_its_field_and_stays_typed(page):
    given = {"f-decided_by": "together", "f-when": "in the year dot", "f-about": ""}
    page.do("tell", part=at("power", "decisions", "entries", NEW), **given)
    main = page.reply["main"]
    assert page.text == SMALL
    assert "is not a date; write 2020" in main
    assert 'value="in the year dot"' in main
    assert "This is needed" in main
    assert "see what is marked" in page.reply["says"]


@pytest.mark.parametrize(
    ("place", "given", "says"),
    [
        (("rooms", NEW), {"f-power": "decides"}, "A short name is needed"),
        (("rooms", NEW), {"name": " panel ", "f-power": "decides"}, "There is a room of the name “panel” already."),
        (("rooms", NEW), {"name": "board"}, "Nothing was filled in."),
        (("power", "decisions", "entries", NEW), {}, "This is needed"),
        (("power", "decisions", "entries", 0), {"f-what": "", "f-decided_by": "together"}, "'what' is missing"),
        (("rooms", "panel"), {"f-contributors": "9 of 10 and 3 or so", "f-power": "advises"}, "contributors"),
        (
            ("voices", "missing", "entries", 0),
            {"f-group": "x", "f-why": ["unknown", "trust"]},
            "cannot stand beside other answers",
        ),
        (("power", "decisions", "entries", 0), {"f-what": "x" * 700, "f-decided_by": "together"}, "at most 600"),
        (("rooms", "panel"), {"f-contributors": "9", "f-power": "decides everything"}, "not one of the choices"),
    ],
)
def test_what_is_not_taken_is_said(place, given, says):
    with pytest.raises(part_screen.NotTaken, match=re.escape(says) if says != "contributors" else "."):
        part_screen.filled_in(SMALL, place, given, RUBRIC)


def test_a_new_name_that_is_undone_is_not_open_any_more(page):
    page.do("tell", part=at("rooms", NEW), name="board", **{"f-power": "decides"})
    assert "Room “board”" in page.reply["main"]
    page.do("back")
    assert page.text == SMALL
    assert "All my answers</h2>" in page.reply["main"]


def test_an_entry_is_taken_out_and_brought_back(page):
    page.do("part", part=at("rooms", "panel"))
    page.do("remove", part=at("rooms", "panel"))
    assert page.text == SMALL.replace("rooms:\n  panel: {contributors: 9, power: advises}\n", "")
    assert page.reply["main"].count("All my answers")
    page.do("back")
    assert page.text == SMALL


def test_an_entry_that_gets_another_name_keeps_what_refers_to_it():
    text = SMALL.replace("decided_by: together", "decided_by: together\n      room: panel").replace(
        "{group: people in prison}", "{group: people in prison, rooms: [panel], note: panel}"
    )
    after, place = part_screen.filled_in(
        text, ("rooms", "panel"), {"name": "the board", "f-contributors": "9", "f-power": "advises"}, RUBRIC
    )
    assert place == ("rooms", "the board")
    assert after == text.replace("  panel:", "  the board:").replace("room: panel", "room: the board").replace(
        "[panel]", "[the board]"
    )


def test_what_something_else_names_is_not_taken_out(page):
    page.open(SMALL.replace("decided_by: together", "room: panel"))
    page.do("remove", part=at("rooms", "panel"))
    assert page.reply["says"].startswith("It stays: ")
    assert "panel: {" in page.text


def test_of_a_whole_section_it_can_be_said_that_there_is_none(page):
    page.do("say-of-all", part="views", word="none")
    assert page.text == SMALL + "\nviews: none\n"


def test_what_is_asked_depends_on_what_is_told():
    def asked(text: str, *place: str | int) -> set[str]:
        part = part_screen.part(text, place, RUBRIC)
        assert part is not None
        return {f.asked.key for f in part.fields}

    assert "stopped_by" not in asked(SMALL, "care", "support")
    assert "stopped_by" in asked(SMALL.replace("support: ongoing", "support: stopped"), "care", "support")
    assert asked(SMALL.replace("support: ongoing", "support: no"), "care", "support") <= {"answer", "source", "note"}
    stages = part_screen.part(SMALL + "stages: {work_has: [design]}\n", ("stages",), RUBRIC)
    assert stages is not None
    assert {b.asked.key for b in stages.below} & {"design", "funding"} == {"design"}


def test_no_help_speaks_of_keys_or_code():
    for part in every_part(NAMED):
        for one in (*part.fields, *part.below):
            assert one.asked.label.strip()
            assert "`" not in one.asked.label + one.asked.help


@drawn_from(st.text(min_size=1, max_size=60), st.sampled_from(["f-what", "f-note", "f-reason", "name"]))
def test_any_text_is_told_as_it_was_typed_or_refused(words, key):
    place = ("rooms", NEW) if key == "name" else ("power", "decisions", "entries", 0)
    given = (
        {"name": "x", "f-power": "advises"}
        if key == "name"
        else {"f-what": "which outcome to measure", "f-decided_by": "together"}
    )
    try:
        after, there = part_screen.filled_in(SMALL, place, {**given, key: words}, RUBRIC)
    except (part_screen.NotTaken, CannotInsert):
        return
    tree = read(after).tree
    meant = part_screen.cleaned(words)
    found = there[-1] if key == "name" else (stands(tree, there) or {}).get(key[2:], "")
    assert found == meant
    assert part_screen.part(after, there, RUBRIC) is not None


HOSTILE = [
    "<script>alert(1)</script>",
    "&amp;",
    "'\"><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}",
    "*anchor",
    "!!python/object:os.system",
    "- a\n- b",
    "yes: no",
    "\u202eevil",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_what_is_typed_cannot_act_in_the_page(page, words):
    page.do("tell", part=at("rooms", NEW), name=words, **{"f-power": "advises", "f-note": words})
    main = page.reply["main"]
    assert "<script>alert" not in main
    assert "<img" not in main
    page.do("show", screen="answers")
    assert "<script>alert" not in page.reply["main"]
    assert "<img" not in page.reply["main"]
    read_project(read(page.text))
