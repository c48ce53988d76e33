"""The pictures of a project: what is drawn stands in the table, what is in the table stands in the JSON."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from xml.etree import ElementTree

import pytest
import samples
from hypothesis import assume, given
from projects import projects
from support import ROOT, bared, contrast, shipped

from involve_audit.assess import audit_document, audit_project
from involve_audit.load import Document, read, read_project
from involve_audit.project.people import ROLES
from involve_audit.render import charts, render, words
from involve_audit.render.charts import stages as stage_picture
from involve_audit.render.charts import svg as drawing
from involve_audit.render.charts import trail as trail_picture
from involve_audit.results import audit as a
from involve_audit.wording.messages import InputError

SVG = "{http://www.w3.org/2000/svg}"
DAY = dt.date(2026, 11, 25)
EXAMPLES = sorted(p.parent.name for p in (ROOT / "examples").glob("*/project.yaml"))
ALL = {"ladder", "principles", "stages", "trail", "sides"}
TAGS = {"svg", "title", "desc", "style", "rect", "line", "text", "circle", "path"}


@cache
def example(name: str) -> a.Audit:
    return audit_document(
        read((ROOT / "examples" / name / "project.yaml").read_bytes(), f"{name}.yaml"), shipped(), DAY, steps=False
    )


def drawn(picture: charts.Picture) -> ElementTree.Element:
    return ElementTree.fromstring(picture.alone())  # noqa: S314 (our own)


def marks(picture: charts.Picture) -> list[ElementTree.Element]:
    """What is drawn, without the title above and the line below of a file of its own."""
    return list(ElementTree.fromstring(picture.inline()))[2:]  # noqa: S314 (our own)


def texts(picture: charts.Picture) -> list[str]:
    return [e.text or "" for e in marks(picture) if e.tag == "text"]


def kinds(picture: charts.Picture) -> Counter[str]:
    return Counter(kind for e in marks(picture) for kind in [f"{e.tag} {e.get('class', '')}".strip()])


def rows(picture: charts.Picture) -> list[dict[str, str]]:
    return [dict(zip(picture.table[0], row, strict=True)) for row in picture.table[1:]]


# --- all of them -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_picture_is_whole_described_and_without_script_or_id(name: str) -> None:
    found = charts.of(example(name))
    assert len({p.name for p in found}) == len(found)
    for picture in found:
        root = drawn(picture)
        assert (root.get("role"), root.get("aria-label")) == ("img", picture.title)
        assert root.find(f"{SVG}title").text == picture.title  # type: ignore[union-attr]
        assert root.find(f"{SVG}desc").text == picture.says  # type: ignore[union-attr]
        assert {e.tag.removeprefix(SVG) for e in root.iter()} <= TAGS
        assert not [k for e in root.iter() for k in e.attrib if k.startswith("on") or k in ("id", "style", "href")]
        assert "url(" not in picture.alone()
        assert len(picture.table) > 1
        assert len({len(row) for row in picture.table}) == 1
        assert all(isinstance(cell, str) for row in picture.table for cell in row)


def test_the_pictures_go_by_their_names_and_only_those_that_hold_something() -> None:
    assert set(charts.named(example("full"))) == ALL
    assert set(charts.named(example("bad"))) == ALL - {"sides"}
    assert set(charts.named(example("minimal"))) == {"ladder", "principles", "stages"}
    assert charts.named(samples.empty()) == {}
    assert charts.of(samples.empty()) == ()
    first = list(charts.named(example("full")).values())
    assert charts.of(example("full")) == (*first, *charts.of_rooms(example("full")))


def test_a_file_that_tells_nothing_has_a_ladder_on_which_all_is_possible() -> None:
    audit = audit_document(read(b"format: 1\nproject: {title: A}\n", "p.yaml"), shipped(), DAY, steps=False)
    found = charts.named(audit)
    assert set(found) == {"ladder", "principles"}
    said = " ".join(texts(found["ladder"]))
    assert "Not told: what" in said
    assert all(what in said for what in ("aimed for", "planned", "part people have had"))
    assert kinds(found["ladder"])["rect there"] == 1  # in the key
    assert {row["In words"] for row in rows(found["ladder"])} == {"not told"}
    assert {row["In words"] for row in rows(found["principles"])} == {words.LETTERS["?"]}


def test_the_same_audit_is_drawn_the_same_and_a_saved_one_too() -> None:
    from involve_audit.render.json import read_saved

    audit = example("full")
    (saved,) = read_saved(render("json", [audit]))
    assert (
        [p.alone() for p in charts.of(audit)]
        == [p.alone() for p in charts.of(audit)]
        == [p.alone() for p in charts.of(saved)]
    )


def test_an_audit_saved_before_there_was_a_trail_can_still_be_drawn() -> None:
    from involve_audit.render.json import read_saved

    tree = json.loads(render("json", [example("full")]))
    del tree["trail"], tree["trail_complete"]
    (saved,) = read_saved(json.dumps(tree))
    assert set(charts.named(saved)) == ALL - {"trail"}


def test_a_file_of_its_own_says_where_it_comes_from_and_carries_the_stamp() -> None:
    audit = example("freshstart-before-2020")
    assert audit.project.stamp
    for picture in charts.of(audit):
        text = " ".join(e.text or "" for e in drawn(picture).iter(f"{SVG}text"))
        assert audit.project.stamp in text
        assert "As of 25 November 2026" in text
        assert audit.project.stamp not in picture.inline()


@given(projects)
def test_whatever_a_file_tells_can_be_drawn(tree: dict[str, object]) -> None:
    document = Document("project.yaml", tree, [])
    try:
        project = read_project(document)
    except InputError:
        assume(False)
    audit = audit_project(document, project, shipped(), DAY, steps=False)
    for picture in charts.of(audit):
        assert {e.tag.removeprefix(SVG) for e in drawn(picture).iter()} <= TAGS
        assert len({len(row) for row in picture.table}) == 1
    _marks_stand_in_tables(audit)


@pytest.mark.parametrize("text", [*samples.HOSTILE, "W" * 4000, "a b " * 2000])
def test_any_text_stays_text_and_changes_nothing_of_the_drawing(text: str) -> None:
    """Words of a file go into every text of the audit; what is drawn, and how many lines it has, stays."""

    def shape(words_of_file: str) -> list[list[tuple[str, tuple[str, ...]]]]:
        rich = replace(samples.rich(), trail=(*example("full").trail, *example("bad").trail))
        audit = samples.renamed(rich, lambda t: t if t in KEPT else words_of_file)
        return [[(e.tag, tuple(sorted(e.attrib))) for e in drawn(p).iter()] for p in charts.of(audit)]

    # Words that decide what is drawn are not the file's; all else may be anything.
    assert shape(text) == shape("x")


def test_no_text_makes_a_picture_grow_without_end() -> None:
    def heights(text: str) -> list[int]:
        return [p.height for p in charts.of(samples.renamed(samples.rich(), lambda t: t if t in KEPT else text))]

    assert heights("W" * 500) == heights("W" * 50000) == heights("W " * 20000)


KEPT = {
    "", *words.RUNGS, *stage_picture.ROLES, *words.LETTERS, "confirmed", "disputed", "split", "too few", "not asked", "not told", "not due",
    "yes", "no", "most agree", "most disagree", "not most agree", "too few to show", "cannot be told", "lower", "higher", "same",
    "present", "missing", "unknown", *words.ROOM_ANSWERS, "contributors", "researchers", "overdue", "with date and money", "in words",
    "blind-spot", "overclaimed", "decides", "advises",
}  # fmt: skip


# --- what is drawn stands in the table --------------------------------------------------------------


def _marks_stand_in_tables(audit: a.Audit) -> None:
    found = charts.named(audit)
    if "ladder" in found:
        _ladder(found["ladder"], audit)
    if "principles" in found:
        _principles(found["principles"])
    if "stages" in found:
        _stages(found["stages"])
    if "trail" in found:
        _trail(found["trail"], audit)
    if "sides" in found:
        _sides(found["sides"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_mark_of_a_picture_has_its_row_in_the_table(name: str) -> None:
    _marks_stand_in_tables(example(name))


def _ladder(picture: charts.Picture, audit: a.Audit) -> None:
    table = {row["What"]: row for row in rows(picture)}
    seen = texts(picture)
    for what in ("Called", "Aimed for", "Promised", "Told"):
        on_a_rung = table[what]["At least"] in words.RUNGS
        assert seen.count(what.lower()) == on_a_rung, what
        assert on_a_rung or table[what]["In words"] in ("not told", "none", "claims nothing that is known")
    shown = table["Shown"]
    assert (shown["At least"], shown["At most"]) == (audit.rung.shown.low, audit.rung.shown.high)
    low, high = (words.RUNGS.index(shown[end]) for end in ("At least", "At most"))
    solid = [e for e in marks(picture) if e.get("class") == "there" and e.tag == "rect"]
    may = [e for e in marks(picture) if e.get("class") == "may"]
    assert (len(solid) - 1, len(may) - 1) == (low, high - low)  # one of each is in the key


def _principles(picture: charts.Picture) -> None:
    table = rows(picture)
    tracks = [e for e in marks(picture) if e.get("class") == "track"]
    assert len(tracks) == len(table)
    for track, row in zip(tracks, table, strict=True):
        left, span, y = float(track.get("x", "")), float(track.get("width", "")), track.get("y")
        there = [e for e in marks(picture) if e.get("y") == y and e.get("class") == "there"]
        may = [e for e in marks(picture) if e.get("y") == y and e.get("class") == "may"]
        low, high = (
            round(100 * sum(float(e.get("width", "")) for e in part) / span, 1) for part in (there, (*there, *may))
        )
        assert row["The bar"] == words.bar_says(low, high)
        assert all(float(e.get("x", "")) >= left for e in (*there, *may))
    # No letter stands in the shapes, for it would be read as a mark; the key says in words what each shape means.
    assert not {*"ABCD"} & {*texts(picture)}
    assert {row["In words"] for row in table} <= set(texts(picture))


def _stages(picture: charts.Picture) -> None:
    table = rows(picture)
    squares = [e for e in marks(picture) if e.tag == "path" and e.get("class") == "way"]
    triangles = [e for e in marks(picture) if e.tag == "path" and e.get("class") in ("ink", "gone")]
    solid = [e for e in marks(picture) if e.tag == "circle" and e.get("class") == "there"]
    promised = [row["Promised"] for row in table if row["Promised"].split(" (")[0] in ROLES]
    in_key = len({p.endswith("(with date and money)") for p in promised})
    assert len(squares) - 1 == sum(row["Told"] in ROLES for row in table)
    assert len(solid) - 1 == sum(row["Shown, at least"] != "not told" for row in table)
    assert len(triangles) - in_key == len(promised)
    assert [t for t in texts(picture) if t in {row["Stage"] for row in table}] == [row["Stage"] for row in table]


def _trail(picture: charts.Picture, audit: a.Audit) -> None:
    table = rows(picture)
    assert len(table) == len(audit.trail)
    said, answered, changed, back = texts(picture)[4:8]
    assert int(said) == len(table)
    assert int(answered) == sum(row["Answered"] not in ("unanswered", "not told") for row in table)
    assert int(changed) == sum(row["Changed"] == "yes" for row in table)
    assert int(back) == sum(row["Told back"] == "yes" for row in table)
    for entry, row in zip(audit.trail, table, strict=True):
        broken = trail_picture.nodes_of(entry).count("no") + (entry.reason == "no")
        assert broken == len(entry.breaks) == len([b for b in row["Where it breaks"].split("; ") if b])
    if len(table) <= trail_picture.MOST_SINGLE:
        crosses = kinds(picture)["line broken"]
        nodes = sum(trail_picture.nodes_of(e).count("no") for e in audit.trail)
        # A broken place is a cross of two strokes behind a way of three whole ones; the key has one cross more.
        assert crosses == nodes * 5 + (2 if nodes else 0)


def _sides(picture: charts.Picture) -> None:
    answers = {"most agree", "most disagree", "split"}
    told = [
        cell.split(" (")[0]
        for row in rows(picture)
        for key, cell in row.items()
        if key not in ("Principle", "How they differ")
    ]
    circles = sum(number for kind, number in kinds(picture).items() if kind in ("circle there", "circle gone"))
    assert circles <= sum(t in answers for t in told)
    for text in texts(picture):
        if text.startswith("– "):
            assert text[2:] in told


def test_numbers_in_the_tables_are_those_of_the_json() -> None:
    for name in EXAMPLES:
        tree = json.loads(render("json", [example(name)]))
        found = charts.named(example(name))
        assert [(r["The bar"], r["In words"]) for r in rows(found["principles"])] == [
            (words.bar_says(p["low"], p["high"]), words.LETTERS[p["letter"]]) for p in tree["principles"]
        ]
        if "stages" in found:
            assert [r["Stage"] for r in rows(found["stages"])] == [s["title"] for s in tree["rung"]["stages"]]
        if "trail" in found:
            assert [int(r["Line"]) for r in rows(found["trail"])] == [e["because"][0]["line"] for e in tree["trail"]]


# --- what each of them must show --------------------------------------------------------------------


def test_words_ahead_of_practice_are_seen_at_once() -> None:
    bad, good = charts.named(example("bad"))["ladder"], charts.named(example("full"))["ladder"]
    assert kinds(bad)["line broken dashes"] == 1
    assert "The word is ahead of what is shown." in texts(bad)
    assert not [k for k in kinds(good) if "broken" in k]
    assert "The word used: fits." in texts(good)
    # A promise that is not due yet is ahead, and is no overclaim.
    promised = charts.named(example("application"))["ladder"]
    assert kinds(promised)["line way dashes"] == 1
    assert "It fits what is promised." in " ".join(" ".join(texts(promised)).split())


def test_what_contributors_say_of_a_principle_is_marked() -> None:
    one, two, three, *rest = example("full").principles
    audit = replace(
        example("full"),
        principles=(
            replace(one, confirmed="disputed"),
            replace(two, confirmed="split"),
            three,
            *(replace(p, confirmed="not told") for p in rest),
        ),
    )
    picture = charts.named(audit)["principles"]
    said = texts(picture)
    assert [t for t in said if t.startswith(("Most contributors", "Contributors "))] == [
        "Most contributors disagree", "Contributors are split", "Contributors confirm it",
    ]  # fmt: skip
    assert "Where nothing stands below a bar, contributors' view is not told." in " ".join(said)
    assert kinds(picture)["line broken"] == 2


def test_a_long_log_is_drawn_by_the_ways_that_things_went() -> None:
    entry = example("bad").trail[0]
    kept = replace(entry, answer="taken up", changed="yes", told_back="yes", breaks=())
    lines = tuple(
        replace(e, because=(replace(entry.because[0], line=n),)) for n, e in enumerate([entry] * 30 + [kept] * 7, 1)
    )
    picture = charts.named(replace(example("bad"), trail=lines))["trail"]
    assert [t for t in texts(picture) if t.endswith("things said")] == ["30 things said", "7 things said"]
    assert len(rows(picture)) == 37
    assert picture.height < 400


def test_not_told_is_drawn_otherwise_than_no() -> None:
    entry = example("bad").trail[0]

    def of(told_back: str) -> Counter[str]:
        return kinds(charts.named(replace(example("bad"), trail=(replace(entry, told_back=told_back),)))["trail"])

    assert of("not told")["circle gone dashes"] == 2  # with the key
    assert of("no")["circle gone dashes"] == 0
    assert of("no") != of("not yet") != of("not told")


def test_without_excerpts_the_trail_shows_lines_and_no_words() -> None:
    bare = charts.named(bared(example("full"), (ROOT / "examples" / "full" / "project.yaml").read_bytes()))["trail"]
    assert any(f"Line {e.because[0].line}" in texts(bare) for e in example("full").trail if e.because)
    for entry in example("full").trail:
        for because in entry.because:
            word = because.says.partition(": ")[2]
            if len(word) > 20:
                assert word not in bare.alone()
    assert {row["What was said"] for row in rows(bare)} == {""}


def test_what_is_too_few_to_show_is_shown_as_such_and_nothing_else() -> None:
    side = (a.SideSays("contributors", "2026", "too few to show"), a.SideSays("researchers", "2026", "most agree"))
    audit = replace(
        example("full"),
        sides=(a.SidesFound("power", "Power", side, "cannot be told", "Whether they differ cannot be told."),),
    )
    picture = charts.named(audit)["sides"]
    assert "– too few to show" in texts(picture)
    assert kinds(picture)["circle there"] == 1
    assert not kinds(picture)["line way dashes"]


def test_the_direction_of_a_difference_is_drawn_and_an_average_never() -> None:
    picture = charts.named(example("full"))["sides"]
    assert kinds(picture)["line way dashes"] == 1
    assert "Contributors see it higher than researchers do." in " ".join(texts(picture))
    assert len(rows(picture)) == 9
    assert words.NEVER_AVERAGED in picture.says


# --- colours and sizes -----------------------------------------------------------------------------


def palettes() -> dict[str, dict[str, str]]:
    """The colours of the page and of pictures in files of their own: light, dark, paper."""
    page = render("html", [example("minimal")])
    blocks = re.findall(r":root \{([^}]*)\}", page) + re.findall(r"svg \{([^}]*)\}", drawing.ALONE)
    found = [dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in blocks]
    return {str(n): palette for n, palette in enumerate(p for p in found if "ink" in p)}


def test_words_and_marks_stand_out_in_every_palette() -> None:
    found = palettes()
    assert len(found) >= 6
    for palette in found.values():
        grounds = [palette[g] for g in ("ground", "sheet", "quiet") if g in palette]
        for ground in grounds:
            assert all(contrast(palette[c], ground) >= 4.5 for c in ("ink", "soft", "bad"))  # words
            assert all(
                contrast(palette[c], ground) >= 3 for c in ("accent", "good", "open", "bad", "soft", "ink")
            )  # marks
        assert all(
            contrast(palette["sheet"], palette[c]) >= 4.5 for c in ("good", "accent", "open", "bad")
        )  # letters on marks
        assert contrast(palette["accent"], palette["pale"]) >= 3


def test_every_class_of_a_mark_has_its_looks() -> None:
    named = set(re.findall(r"\.picture \.([a-z-]+)", drawing.STYLE))
    used = {
        c for name in EXAMPLES for p in charts.of(example(name)) for e in marks(p) for c in e.get("class", "").split()
    }
    assert used <= named


def test_words_are_large_enough_on_a_telephone() -> None:
    sizes = [float(s) for s in re.findall(r"font-size: ([\d.]+)px", drawing.STYLE)]
    assert set(sizes) == {drawing.SIZE, drawing.SMALL}
    assert min(sizes) * 320 / drawing.WIDTH >= 12
