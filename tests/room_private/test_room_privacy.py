"""Nothing that is public gives a count away: not one output, not all of them together, not two dates, not a message."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest
from private_rooms import LISTS, a_list, answers, counts_csv, private
from support import rows

from involve_audit.__main__ import main
from involve_audit.load import read, read_project
from involve_audit.project.values import read_count
from involve_audit.room_private.private import Private, RoomAnswers
from involve_audit.room_private.room_entry import RoomChange, Size, Wish, as_yaml, make, public_size


def vectors(total: int, parts: int):
    """Every way to spread people over groups."""
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in vectors(total - first, parts - 1):
            yield (first, *rest)


def published(counts, untold, *, groups, n, wish=None):
    return as_yaml(make(private(answers(groups, counts, untold)), "panel", Size(n, n), wish or Wish()).made)


def everybody_is_the_same(counts, untold):
    """The one thing that cannot be hidden where it is shown who is missing."""
    return untold == 0 and sum(k > 0 for k in counts) == 1


@pytest.mark.parametrize("only_how_many", [(), ("x",)])
@pytest.mark.parametrize("m", [2, 3, 4, 5])
def test_no_part_fixes_how_many_people_are_in_a_group(m, only_how_many):
    groups = a_list("x", [f"g{i}" for i in range(m)])
    for n in range(1, 10):
        seen = defaultdict(list)
        for *counts, untold in vectors(n, m + 1):
            seen[published(counts, untold, groups=groups, n=n, wish=Wish(only_how_many=only_how_many))].append(
                (counts, untold)
            )
        for text, rooms in seen.items():
            for i in range(m):
                possible = {counts[i] for counts, _ in rooms}
                if len(possible) == 1 and possible != {0}:
                    assert all(everybody_is_the_same(*room) for room in rooms), (n, text, rooms)


@rows("n", range(1, 10))
def test_two_lists_of_which_one_refines_the_other_fix_nothing_together(n):
    wide, fine = a_list("wide", ["a", "b"]), a_list("fine", ["a1", "a2", "b1", "b2"])
    seen = defaultdict(list)
    for a1, a2, b1, b2, untold in vectors(n, 5):
        told = private(answers(wide, [a1 + a2, b1 + b2], untold), answers(fine, [a1, a2, b1, b2], untold))
        seen[as_yaml(make(told, "panel", Size(n, n), Wish()).made)].append((a1, a2, b1, b2, a1 + a2, b1 + b2, untold))
    for text, rooms in seen.items():
        same = all(everybody_is_the_same(r[:4], r[6]) or everybody_is_the_same(r[4:6], r[6]) for r in rooms)
        for i in range(6):
            possible = {room[i] for room in rooms}
            assert len(possible) > 1 or possible == {0} or same, (text, rooms)


def test_the_words_depend_on_what_is_shown_and_on_nothing_else():
    m = 4
    groups = a_list("x", ["a", "b", "c", "d"])
    for n in range(1, 12):
        seen = defaultdict(set)
        for *counts, untold in vectors(n, m + 1):
            there = tuple(k > 0 for k in counts)
            how_many = min(sum(there), m - 1) if n >= m else sum(there)
            shown = ((), None) if n <= 2 else (how_many, untold > 0) if n <= m + 1 else (there, untold > 0)
            seen[shown].add(published(counts, untold, groups=groups, n=n))
        assert all(len(texts) == 1 for texts in seen.values())
        assert len(set().union(*seen.values())) == len(seen)


@pytest.mark.parametrize("n", [1, 2])
def test_of_one_or_two_people_nothing_is_said_but_that_they_were_asked(n):
    groups = a_list("x", ["a", "b"])
    texts = {published(counts, untold, groups=groups, n=n) for *counts, untold in vectors(n, 3)}
    assert texts == {
        "  rooms:\n    - room: panel\n      characteristic: x\n      list: x test\n      of: contributors\n      asked: yes\n"
    }


def after(counts, left, joined):
    """Every way in which people leave and join, as who left, who joined, and who is there then."""
    for gone in vectors(left, len(counts)):
        if all(g <= k for g, k in zip(gone, counts, strict=True)):
            for come in vectors(joined, len(counts)):
                yield gone, come, tuple(k - g + c for k, g, c in zip(counts, gone, come, strict=True))


@pytest.mark.parametrize(("m", "sizes"), [(2, range(1, 9)), (3, range(2, 8))])
def test_two_dates_together_fix_nothing(m, sizes):
    """Whoever reads both parts, knows both sizes, and how many joined and left, learns no count from comparing."""
    groups = a_list("x", [f"g{i}" for i in range(m)])
    parts: dict[str, tuple] = {"": ()}
    texts: dict[tuple, str] = {}

    def text(state, standing="", change=None):
        """What is published of a room, where this stands already."""
        key = state, standing, change
        if key not in texts:
            n = sum(state)
            made = make(
                private(answers(groups, state[:-1], state[-1])),
                "panel",
                Size(n, n),
                Wish(standing=parts[standing], change=change),
            ).made
            texts[key] = as_yaml(made)
            parts[texts[key]] = made
        return texts[key]

    for n, joined, left in product(sizes, (0, 5, 6), (0, 5, 6)):
        change = RoomChange(joined, left)
        if not change.hides_each(m) or n - left + joined < 1:
            continue
        seen = defaultdict(lambda: [(set(), set(), set(), set()) for _ in range(m)])
        plain = {}
        for state in vectors(n, m + 1):
            first, same, of_then = text(state), everybody_is_the_same(state[:-1], state[-1]), {}
            for gone, come, then in after(state, left, joined):
                if then not in of_then:
                    key = first, text(then, first, change)
                    plain[key] = same or everybody_is_the_same(then[:-1], then[-1])
                    of_then[then] = seen[key]
                for i, (was, is_now, went, came) in enumerate(of_then[then]):
                    was.add(state[i])
                    is_now.add(then[i])
                    went.add(gone[i])
                    came.add(come[i])
        for key, by_group in seen.items():
            for values in by_group:
                for possible in values:
                    assert len(possible) > 1 or possible == {0} or plain[key], (n, joined, left, key, by_group)


@rows("joined, left", [(1, 0), (0, 1), (4, 4), (0, 0), (5, 1), (1, 5), (4, 0)])
def test_few_people_joined_or_left_so_the_part_that_stands_is_kept(joined, left):
    groups = LISTS["ethnic_group_5"]
    before = make(private(answers(groups, [1, 0, 0, 8, 0])), "panel", Size(9, 9), Wish()).made
    now = private(answers(groups, [1, 1, 0, 8, 0]))
    parts = make(now, "panel", Size(10, 10), Wish(change=RoomChange(joined, left), standing=before))
    assert parts.made == before
    assert parts.kept == ("ethnic_group_5",)
    assert make(now, "panel", Size(10, 10), Wish(standing=before)).made == before


def test_many_people_joined_so_a_new_part_is_made():
    groups = LISTS["ethnic_group_5"]
    before = make(private(answers(groups, [1, 0, 0, 8, 0])), "panel", Size(9, 9), Wish()).made
    now = private(answers(groups, [1, 1, 0, 13, 0]))
    parts = make(now, "panel", Size(15, 15), Wish(change=RoomChange(6, 0), standing=before))
    assert parts.made[0].in_the_room == ("Asian", "Black", "White")
    assert make(now, "panel", Size(15, 15), Wish(change=RoomChange(5, 0), standing=before)).made == before
    assert make(now, "other room", Size(15, 15), Wish(standing=before)).kept == ()


def test_a_size_that_is_only_roughly_known_is_taken_at_its_low_end():
    groups = LISTS["ethnic_group_5"]
    for low, high, named in ((7, 7, True), (6, 9, False), (7, None, True), (2, 15, False)):
        (part,) = make(private(answers(groups, [1, 0, 0, 7, 0])), "panel", Size(low, high), Wish()).made
        assert (part.in_the_room is not None) is named
    (part,) = make(private(answers(groups, [1, 1, 1, 1, 0])), "panel", Size(2, 15), Wish()).made
    assert part.groups_present is None
    (part,) = make(private(answers(groups, [1, 1, 1, 1, 0])), "panel", Size(3, 15), Wish()).made
    assert part.groups_present.text == "at least 4 of 5"


@rows(
    "room, of, low, high",
    [
        ("contributors: 9, researchers: 2", "contributors", 9, 9),
        ("contributors: 9, researchers: 2", "everyone", 11, 11),
        ("contributors: 9, researchers: 2, others: up to 3", "everyone", 13, 14),
        ("contributors: 9", "everyone", 9, None),
        ("contributors: up to 15", "contributors", 2, 15),
        ("contributors: at least 3", "contributors", 3, None),
    ],
)
def test_the_size_comes_from_the_project_file_alone(room, of, low, high):
    project = read_project(read(f"format: 1\nrooms: {{panel: {{{room}}}}}\n"))
    assert public_size(project.rooms["panel"], of) == Size(low, high)


def test_a_room_of_which_no_number_is_told_has_no_size():
    project = read_project(read("format: 1\nrooms: {panel: {chair: shared}}\n"))
    assert public_size(project.rooms["panel"], "contributors") is None
    assert read_count("2").low == 2


# --- flags --------------------------------------------------------------------------------------------


def flags(*told: tuple[str, int, int, int]) -> Private:
    """Yes, no, and not known, for some questions of the INCLUDE list."""
    from involve_audit.census.lists import as_question

    return Private(
        tuple(
            RoomAnswers(as_question(name), {"yes": yes, "no": no}, unknown=u, flag_of=LISTS["include"])
            for name, yes, no, u in told
        )
    )


def test_questions_with_yes_and_no_stand_together_and_in_a_tiny_room_nothing_is_said():
    told = flags(("Homeless", 2, 6, 0), ("Migrants", 0, 8, 0), ("In prison", 0, 7, 1), ("Under 18", 8, 0, 0))
    (part,) = make(told, "panel", Size(8, 8), Wish()).made
    assert (part.characteristic, part.list) == ("include", "include 2020")
    assert part.in_the_room == ("Homeless", "Under 18")
    assert part.not_in_the_room == ("Migrants",)
    assert part.not_known == ("In prison",)
    (small,) = make(flags(("Homeless", 1, 2, 0)), "panel", Size(3, 3), Wish()).made
    (other,) = make(flags(("Homeless", 0, 3, 0)), "panel", Size(3, 3), Wish()).made
    assert small == other
    assert (small.asked, small.not_told, small.in_the_room, small.groups_present) == ("yes", "no", None, None)


@rows("n", range(4, 9))
def test_no_flag_fixes_how_many_say_yes_where_somebody_does(n):
    seen = defaultdict(set)
    for yes, no, untold in vectors(n, 3):
        seen[as_yaml(make(flags(("Homeless", yes, no, untold)), "panel", Size(n, n), Wish()).made)].add(yes)
    assert all(len(values) > 1 or values == {0} for values in seen.values())


# --- the command ----------------------------------------------------------------------------------------

PROJECT = "format: 1\nproject: {title: T}\nrooms:\n  panel: {contributors: 8}\n  circle: {contributors: 30}\n"


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command in a folder with a project file; what it printed on both streams, and its code."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")

    def call(*arguments: object, **files: str):
        for name, text in files.items():
            (tmp_path / name.replace("_csv", ".csv").replace("_yaml", ".yaml")).write_text(text, encoding="utf-8")
        capsys.readouterr()
        code = main([str(a) for a in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


PAIRS = {
    "seven and one, four and four": (
        [("ethnic_group_5", "White", 7), ("ethnic_group_5", "Asian", 1)],
        [("ethnic_group_5", "White", 4), ("ethnic_group_5", "Asian", 4)],
    ),
    "one who would rather not say, or six": (
        [("disability", "yes", 1), ("disability", "no", 6), ("disability", "prefer not to say", 1)],
        [("disability", "yes", 1), ("disability", "no", 1), ("disability", "unknown", 6)],
    ),
    "which groups, where only their number is told": (
        [("religion", "Muslim", 7), ("religion", "Sikh", 1)],
        [("religion", "Christian", 2), ("religion", "No religion", 6)],
    ),
    "the order and the zeros": (
        [("sex", "Female", 7), ("sex", "Male", 1), ("disability", "no", 8), ("disability", "yes", 0)],
        [("sex", "Male", 4), ("sex", "Female", 4), ("disability", "no", 8)],
    ),
    "a flag": ([("Homeless", "yes", 1), ("Homeless", "no", 7)], [("Homeless", "yes", 8)]),
}


@pytest.mark.parametrize("name", PAIRS)
def test_two_private_files_that_differ_in_what_is_hidden_give_the_same_bytes(run, name):
    first, second = PAIRS[name]
    one = run("room", "private.csv", "--room", "panel", private_csv=counts_csv(first))
    other = run("room", "private.csv", "--room", "panel", private_csv=counts_csv(second))
    assert one == other
    assert one[0] == 0


def test_a_roster_and_its_counts_give_the_same_bytes(run):
    roster = "sex,ethnic_group_5\n" + "Female,White\n" * 5 + "Male,Asian\nMale,White\n,White\n"
    counts = counts_csv(
        [
            ("sex", "Female", 1),
            ("sex", "Male", 6),
            ("sex", "unknown", 1),
            ("ethnic_group_5", "White", 2),
            ("ethnic_group_5", "Asian", 6),
        ]
    )
    one = run("room", "private.csv", "--room", "panel", private_csv=roster)
    assert one == run("room", "private.csv", "--room", "panel", private_csv=counts)
    assert one[0] == 0


def test_the_private_page_changes_nothing_that_is_printed(run):
    first, second = PAIRS["seven and one, four and four"]
    call = (
        "room",
        "private.csv",
        "--room",
        "panel",
        "--statistics",
        "--reference",
        "england_wales_2021",
        "-o",
        "page.html",
    )
    assert run(*call, private_csv=counts_csv(first)) == run(*call, private_csv=counts_csv(second))


COUNT = "613"
WRITTEN = {
    "a group of keys": "in_the_room: {White: 613, Asian: 1}",
    "in brackets": "in_the_room: [White (613)]",
    "after a colon": "in_the_room: ['White: 613']",
    "with n": "in_the_room: ['White (n = 613)']",
    "before a cross": "not_in_the_room: 613 x White",
    "a list of keys": "in_the_room: [{White: 613}]",
    "a number": "not_told: 613",
    "a number for an answer": "asked: 613",
    "a key of its own": "counts: {White: 613}",
    "a number at a key of its own": "size: 613",
    "a breadth": "groups_present: 613 White",
    "a breadth that is a number": "groups_present: 613",
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
@pytest.mark.parametrize(
    "command", [("check",), ("check", "--format", "json"), ("facts",), ("report", "-o", "report.html")]
)
def test_counts_in_a_project_file_are_refused_and_not_repeated(run, command, written):
    text = PROJECT + f"voices: {{rooms: [{{room: panel, characteristic: ethnic_group_5, {written}}}]}}\n"
    code, out, err = run(command[0], "counts.yaml", *command[1:], counts_yaml=text)
    assert code == 2
    assert COUNT not in out + err
    assert "voices.rooms" in err
    assert "never stand in this file" in err or "'2 of 19'" in err


@pytest.mark.parametrize("command", [("check",), ("facts",), ("report", "-o", "report.html")])
@pytest.mark.parametrize(
    "table",
    [
        counts_csv([("ethnic_group_19", "Asian: Chinese", 613)]),
        "ethnic_group_19,religion\nAsian: Chinese,Sikh\n",
        "\ufeffcharacteristic;category;count\nsex;Female;613\n",
        "sex\treligion\nFemale\tSikh: 613\n",
    ],
)
def test_a_private_file_that_is_given_to_a_public_command_is_refused_and_not_repeated(run, command, table):
    code, out, err = run(command[0], "private.csv", *command[1:], private_csv=table)
    assert code == 2
    for word in (COUNT, "Chinese", "Sikh", "Female"):
        assert word not in out + err


@pytest.mark.parametrize(
    "rows",
    [
        [("sex", "Female", 613)],
        [("sex", "Female", 613), ("religion", "Sikh", 612)],
        [("sex", "Femal", 613)],
        [("sx", "Female", 613)],
        [("sex", "Female", 613), ("sex", "female", 613)],
        [("sex", "Female", 613), ("sex", "not asked", 613)],
    ],
)
def test_messages_of_the_room_command_repeat_no_count(run, rows):
    code, out, err = run("room", "private.csv", "--room", "panel", private_csv=counts_csv(rows))
    assert code == 2
    assert "61" not in out + err


def test_a_count_that_is_no_number_is_not_repeated(run):
    code, out, err = run(
        "room", "private.csv", "--room", "panel", private_csv="characteristic,category,count\nsex,Female,613 women\n"
    )
    assert code == 2
    assert COUNT not in out + err
    assert "a whole number of people is needed at 'Female'" in err


def test_public_commands_do_not_load_the_room_analysis():
    import subprocess
    import sys

    code = (
        "import sys; from involve_audit.__main__ import main; "
        "main(['check', 'examples/minimal/project.yaml']); "
        "print([m for m in sys.modules if m.startswith(('involve_audit.room_private', 'involve_audit.census', 'involve_audit.cli.room'))])"
    )
    from support import ROOT

    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_analysis_needs_the_standard_library_only():
    import subprocess
    import sys

    code = (
        "import sys; before = set(sys.modules); import involve_audit.room_private.private_page, involve_audit.room_private.statistics, involve_audit.census.shipped; "
        "print(sorted({m.partition('.')[0] for m in set(sys.modules) - before} - set(sys.stdlib_module_names) - {'involve_audit'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
