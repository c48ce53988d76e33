"""`involve-audit room`: the part without counts, the private page, and what is said beside them."""

from __future__ import annotations

import os
import re
import stat
from html.parser import HTMLParser
from xml.dom import minidom

import pytest
from private_rooms import LISTS, counts_csv

from involve_audit.__main__ import main
from involve_audit.load import read, read_project
from involve_audit.room_private.private_page import READ_FIRST, STAMP

PROJECT = """format: 1
project: {title: T}
rooms:
  panel: {name: "The <b>panel</b>", contributors: 8, researchers: 2}
  forum: {contributors: 40}
voices:
  matters:
    - {group: Black, why: "More likely to be sectioned than offered a talking therapy"}
"""
EIGHT = counts_csv([
    ("ethnic_group_5", "White", 7), ("ethnic_group_5", "Asian", 1), ("disability", "no", 5), ("disability", "prefer not to say", 3),
    ("age_band", "45-54", 3), ("age_band", "65-74", 5), ("digital", "Online", 8), ("Homeless", "yes", 2), ("Homeless", "no", 6),
])  # fmt: skip
PAGE = ("--statistics", "--reference", "england_wales_2021")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "private.csv").write_text(EIGHT, encoding="utf-8")

    def call(*arguments: object):
        capsys.readouterr()
        code = main([str(a) for a in ("room", "private.csv", *arguments)])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def page_of(run, folder, *options: str, name: str = "page.html", room: str = "panel") -> str:
    code, _, err = run("--room", room, *PAGE, "-o", name, *options)
    assert code == 0, err
    return (folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), ("|", "utf-16-le"), (",", "utf-8")]
)
def test_the_private_table_may_be_saved_in_every_way_that_spreadsheets_know(run, tmp_path, delimiter, encoding):
    plainly = run("--room", "panel")
    (tmp_path / "private.csv").write_bytes(EIGHT.replace('"', "").replace(",", delimiter).encode(encoding))
    assert run("--room", "panel")[:2] == plainly[:2]


def test_a_spreadsheet_is_to_be_saved_as_csv(run, tmp_path):
    (tmp_path / "private.csv").write_bytes(b"PK\x03\x04 and so on")
    code, _, err = run("--room", "panel")
    assert code == 2
    assert "save it as CSV (UTF-8)" in err


def test_the_part_is_read_back_as_it_was_meant(run, tmp_path):
    code, out, err = run("--room", "panel")
    assert code == 0
    project = read_project(read(PROJECT + out))
    parts = {p.characteristic: p for p in project.voices.rooms}
    ethnic = parts["ethnic_group_5"]
    assert (ethnic.room, ethnic.list, ethnic.of, ethnic.asked) == (
        "panel",
        "ethnic_group_5 2021",
        "contributors",
        "yes",
    )
    assert ethnic.in_the_room == ("Asian", "White")
    assert ethnic.not_in_the_room == ("Black", "Mixed", "Other")
    assert ethnic.not_told == "no"
    assert parts["disability"].not_known == ("Disabled",)
    assert parts["disability"].not_in_the_room is None
    assert parts["age_band"].groups_present.text == "2 of 9"
    assert parts["include"].in_the_room == ("Homeless",)
    assert "do the people in the room agree?" in err
    for number in re.findall(r"\d+", re.sub(r"\d{4}|_\d+|2 of 9", "", out)):
        raise AssertionError(f"{number} stands in the part")


def test_every_list_is_read_back_as_it_was_meant(run, tmp_path):
    for name, groups in LISTS.items():
        if groups.kind == "flag":
            rows = [(c, "yes", 40) for c in groups.categories]
        else:
            rows = [(name, c, 1) for c in groups.categories[:-1]]
            rows.append((name, groups.categories[-1], 41 - len(groups.categories)))
        (tmp_path / "private.csv").write_text(counts_csv(rows), encoding="utf-8")
        code, out, err = run("--room", "forum")
        assert code == 0, err
        (part,) = read_project(read(PROJECT + out)).voices.rooms
        assert part.in_the_room == groups.categories
        assert part.not_in_the_room is None


def test_a_reason_with_any_mark_in_it_is_read_back(run, tmp_path):
    reason = 'She said: "don\'t" #1 [never], {ever} \\ no'
    (tmp_path / "private.csv").write_text(
        'characteristic,category,count,because\nsex,not asked,,"' + reason.replace('"', '""') + '"\n', encoding="utf-8"
    )
    code, out, _ = run("--room", "panel")
    assert code == 0
    (part,) = read_project(read(PROJECT + out)).voices.rooms
    assert (part.asked, part.because) == ("no", reason)


def test_everyone_in_the_room_can_be_meant(run, tmp_path):
    assert run("--room", "panel", "--of", "everyone")[0] == 2
    (tmp_path / "private.csv").write_text(counts_csv([("sex", "Female", 6), ("sex", "Male", 4)]), encoding="utf-8")
    code, out, _ = run("--room", "panel", "--of", "everyone")
    assert code == 0
    assert "of: everyone" in out


def test_the_names_of_groups_can_be_left_out(run):
    code, out, _ = run("--room", "panel", "--only-how-many", "ethnic_group_5")
    assert code == 0
    assert "groups_present: 2 of 5" in out
    assert "Asian" not in out
    assert "did you mean 'disability'?" in run("--room", "panel", "--only-how-many", "disabilty")[2]


def test_a_part_that_stands_is_kept_until_enough_people_joined_or_left(run, tmp_path):
    _, out, _ = run("--room", "panel")
    (tmp_path / "project.yaml").write_text(PROJECT + out, encoding="utf-8")
    (tmp_path / "private.csv").write_text(
        counts_csv([("ethnic_group_5", "Black", 1), ("ethnic_group_5", "White", 7)]), encoding="utf-8"
    )
    code, _, err = run("--room", "panel")
    assert code == 2
    assert "--joined N --left N" in err
    code, out, err = run("--room", "panel", "--joined", "1", "--left", "1")
    assert code == 0
    assert "in_the_room: [Asian, White]" in out
    assert "Kept as it stands, because few people joined or left: ethnic_group_5" in err
    code, out, _ = run("--room", "panel", "--joined", "6", "--left", "6")
    assert "in_the_room: [Black, White]" in out
    assert run("--room", "panel", "--joined", "6")[0] == 2


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--room", "pannel"), "did you mean 'panel'?"),
        (("--room", "forum"), "the answers do not add up to 40 people, as project.yaml tells of this room"),
        (("--room", "panel", "--of", "all"), "allowed: contributors, everyone"),
        (("--room", "panel", "--project", "nothing.yaml"), "nothing.yaml: there is no such file"),
        (("--room", "panel", "-o", "page.html"), "add --statistics"),
        (("--room", "panel", "--reference", "wales_2021"), "add --statistics"),
        (("--room", "panel", "--statistics", "--reference", "wales_2021"), "add -o page.html"),
        (("--room", "panel", "--statistics", "--reference", "wales_2021", "-o", "-"), "add -o page.html"),
        (
            ("--room", "panel", "--statistics", "--reference", "wales_2021", "-o", "page.gif"),
            "End its name in .txt, .md, .html, .pdf, .docx",
        ),
        (("--room", "panel", "--statistics", "-o", "page.html"), "compared with whom?"),
        (("--room", "panel", "--statistics", "--reference", "wales", "-o", "page.html"), "did you mean 'wales_2021'?"),
        (("--room", "panel", *PAGE, "--ages", "young", "-o", "page.html"), "write 16+, 18+ or all"),
        (("--room", "panel", *PAGE, "-o", "nowhere/page.html"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(run, options, says, tmp_path):
    code, _, err = run(*options)
    assert code == 2
    assert says in err
    assert not (tmp_path / "page.html").exists()
    assert "Traceback" not in err


def test_the_page_does_not_write_over_what_it_reads(run, tmp_path):
    (tmp_path / "private.txt").write_text(EIGHT, encoding="utf-8")
    code = main(["room", "private.txt", "--room", "panel", *PAGE, "-o", "private.txt"])
    assert code == 2
    assert (tmp_path / "private.txt").read_text(encoding="utf-8") == EIGHT


def test_a_room_whose_size_is_not_told_is_said(run, tmp_path):
    (tmp_path / "project.yaml").write_text("format: 1\nrooms: {panel: {chair: shared}}\n", encoding="utf-8")
    assert "write how many contributors are in it (rooms.panel.contributors)" in run("--room", "panel")[2]
    (tmp_path / "project.yaml").write_text("format: 1\nrooms: {panel: {contributors: at least 7}}\n", encoding="utf-8")
    code, out, err = run("--room", "panel")
    assert code == 0
    assert "What may be said is worked out for 7" in err
    assert "in_the_room: [Asian, White]" in out


def test_a_private_file_that_others_could_read_is_pointed_out(run, tmp_path):
    (tmp_path / "private.csv").chmod(0o644)
    assert ("chmod 600" in run("--room", "panel")[2]) is (os.name == "posix")
    (tmp_path / "private.csv").chmod(0o600)
    assert "chmod 600" not in run("--room", "panel")[2]


def test_a_private_file_inside_a_repository_is_pointed_out(run, tmp_path):
    assert "git" not in run("--room", "panel")[2]
    (tmp_path / ".git").mkdir()
    assert "private.csv lies inside a git repository" in run("--room", "panel")[2]


# --- the private page -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["page.html", "page.md", "page.txt"])
def test_the_page_is_for_its_owner_alone(run, tmp_path, name):
    before = os.umask(0)
    try:
        for _ in range(2):
            page_of(run, tmp_path, name=name)
            assert os.name != "posix" or stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
            (tmp_path / name).chmod(0o644)
    finally:
        os.umask(before)
    assert {p.name for p in tmp_path.iterdir()} == {"project.yaml", "private.csv", name}


@pytest.mark.parametrize("name", ["page.html", "page.md", "page.txt"])
def test_the_page_says_that_it_is_private_and_that_rooms_are_not_drawn(run, tmp_path, name):
    text = " ".join(page_of(run, tmp_path, name=name).split())
    assert text.count(STAMP) >= 2
    for says in READ_FIRST:
        assert says in text
    assert "not the people whom the work is for" in text
    assert "chance could explain it, and excuses nothing" in text
    assert "decide on purpose" in text


def test_the_page_tells_expected_numbers_chances_and_ratios_where_they_mean_something(run, tmp_path):
    text = page_of(run, tmp_path, name="page.txt")
    flat = " ".join(text.split())
    assert (
        "Black (matters here) In the room: 0 A fair draw holds on average: 0.3 Nine of ten fair draws: 0 to 1 Fair draws with nobody: 72%"
        in flat
    )
    assert "would on average miss 2.81 of the 5 groups" in flat
    assert "The chance that it misses all 3 groups that are missing here is 47%." in flat
    assert "White: 1.07 times the share in the population." in flat
    assert "Asian: 1." not in flat
    assert "Asian: one person stands alone for this group." in flat
    assert "Disabled In the room: 0 to 3" in flat
    assert "nobody can say who is missing" in flat
    assert "people aged 16 and over, 2021-03-21" in flat
    assert "Black: you said why this group matters here" in flat
    assert flat.index("Ethnic group, five groups") < flat.index(" Age ")
    assert flat.index("Black (matters here)") < flat.index("Asian In the room")
    assert "0-15" not in text
    assert "representative" in text
    assert "under-represented" not in text
    assert "Licence" in text


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append(tag)
        if tag not in ("meta",):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def test_the_page_is_good_html_that_fetches_nothing_and_escapes_names(run, tmp_path):
    text = page_of(run, tmp_path)
    tags = Tags()
    tags.feed(re.sub(r"<(rect|line)([^>]*)/>", r"<\1\2></\1>", text))
    assert tags.open == []
    assert "&lt;b&gt;panel" in text
    assert "<b>" not in text
    assert 'lang="en-GB"' in text
    assert "noindex" in text
    assert not re.search(r'(?:src|href)="', text)
    assert "url(" not in text
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text


def test_each_picture_has_a_title_a_description_and_a_table_and_needs_no_colour(run, tmp_path):
    text = page_of(run, tmp_path)
    pictures = re.findall(r"<svg.*?</svg>", text, re.DOTALL)
    assert len(pictures) == 3  # what has figures
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    for picture in pictures:
        svg = minidom.parseString(picture).documentElement  # noqa: S318 (it was made here)
        assert svg.getAttribute("role") == "img"
        described = svg.getElementsByTagName("desc")[0].firstChild.data
        rows = svg.getElementsByTagName("text")
        assert described.count("in the room") == len([t for t in rows if not t.getAttribute("class")])
    assert "Disabled: 0 to 3 of 8 in the room" in text
    assert 'class="may"' in text  # those of whom it is not known are striped
    assert text.count("<table ") >= len(pictures)


def test_combinations_are_not_shown_of_a_small_room_nor_from_counts(run, tmp_path):
    assert "counts do not tell who is in two groups at once" in page_of(run, tmp_path, name="page.txt")
    (tmp_path / "private.csv").write_text(
        "sex,ethnic_group_5\n" + "Female,White\n" * 7 + "Male,Asian\n", encoding="utf-8"
    )
    text = " ".join(page_of(run, tmp_path, name="page.txt").split())
    assert "in a room of fewer than 23 people a list of what is missing can tell what a single person is" in text
    assert "expected, from a table" not in text


def test_combinations_of_a_large_room_use_a_joint_table_or_bounds_and_never_a_product(run, tmp_path):
    rows = (
        ["Female,65-74,Muslim,Unpaid carer"] * 18
        + ["Male,25-34,No religion,Not an unpaid carer"] * 18
        + ["Male,65-74,Christian,Unpaid carer"] * 4
    )
    (tmp_path / "private.csv").write_text(
        "sex,age_band,religion,unpaid_carer\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )
    text = " ".join(page_of(run, tmp_path, name="page.txt", room="forum").split())
    listed = text[text.index("Two groups at once") :]
    # Women aged 25 to 34: counted together. (1,991,859 + 2,145,180) of 48,566,366 aged 16 and over.
    assert "Female and 25-34: about 3.4 expected, from a table that counts both." in listed
    # Women without a religion: no table counts both.
    assert "Female and No religion: between 0.0 and 15.8 expected. No table counts both" in listed
    assert "Others are held back" in listed or "more are empty" in listed
    assert "Christian and" not in listed.split("Where to go next")[0]
    assert text.count(" expected, ") + text.count(" expected. No") <= 5


def test_the_people_whom_the_work_is_for_are_preferred_and_the_rest_is_filled_from_the_next(run, tmp_path):
    (tmp_path / "own.csv").write_text(
        "population,kind,date,characteristic,category,count,source\n"
        "People who came to the service,condition,2025,ethnic_group_5,Black,30,Register\n"
        "People who came to the service,condition,2025,ethnic_group_5,White,60,Register\n",
        encoding="utf-8",
    )
    code, _, err = run(
        "--room",
        "panel",
        "--statistics",
        "--reference",
        "own.csv",
        "--reference",
        "england_wales_2021",
        "-o",
        "page.txt",
    )
    assert code == 0, err
    text = " ".join((tmp_path / "page.txt").read_text(encoding="utf-8").split())
    assert (
        "People who came to the service, people of all ages, 2025 (people with the condition or experience that the work is about)"
        in text
    )
    assert "so nobody is drawn twice" in text
    assert "the table does not tell: Asian, Mixed, Other" in text
    assert "Compared with: England and Wales" in text


@pytest.mark.parametrize(
    ("room", "rows", "says"),
    [
        (
            "forum",
            [("ethnic_group_5", "White", 33), ("ethnic_group_5", "Asian", 4), ("ethnic_group_5", "Black", 3)],
            "All 40 answered.",
        ),
        ("panel", [("ethnic_group_5", "unknown", 8), ("disability", "prefer not to say", 8)], "Of 8 people 0 answered"),
    ],
)
def test_a_large_room_and_one_of_which_nothing_is_known_have_a_page_too(run, tmp_path, room, rows, says):
    (tmp_path / "private.csv").write_text(counts_csv(rows), encoding="utf-8")
    text = page_of(run, tmp_path, name="page.txt", room=room)
    assert says in text
    assert "nobody;" not in text.split("Disability")[0] or room == "forum"


def test_a_room_where_nobody_was_asked_has_a_page_without_numbers(run, tmp_path):
    (tmp_path / "private.csv").write_text(
        "characteristic,category,count,because\nsex,not asked,,The group did not wish it\n", encoding="utf-8"
    )
    text = page_of(run, tmp_path, name="page.txt")
    assert "Not asked: The group did not wish it. That is an answer too" in text
    assert "fair draws" not in text
