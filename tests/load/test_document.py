"""What is read from YAML, and where it stands."""

from __future__ import annotations

import pytest
from support import rows

from involve_audit.load import read, read_project
from involve_audit.wording.messages import InputError, flow, shown
from involve_audit.yamlfile import reader
from involve_audit.yamlfile.pure_python import PureLoader


@pytest.fixture(params=["as installed", "pure Python"], autouse=True)
def _either_parser(request, monkeypatch):
    if request.param == "pure Python":
        monkeypatch.setattr(reader, "LOADER", PureLoader)


def test_every_value_is_text_as_it_stands_in_the_file():
    tree = read("a: NO\nb: 1.10\nc: 010\nd: 12:30\ne: 2024-02-30\nf: 1_000\ng: on\nh: yes\nNo: x\n1: y\n").tree
    assert tree == {
        "a": "NO", "b": "1.10", "c": "010", "d": "12:30", "e": "2024-02-30", "f": "1_000", "g": "on", "h": "yes",
        "No": "x", "1": "y",
    }  # fmt: skip


@rows("nothing", ["", "~", "null", "Null", "NULL", "# a comment"])
def test_a_key_with_nothing_behind_it_is_not_told(nothing):
    document = read(f"a: {nothing}\nb: 1\n")
    assert document.tree == {"b": "1"}
    assert document.blank == [("a",)]
    assert document.at(("a",)) == (1, 1)


def test_quotes_make_a_text_of_what_would_be_nothing():
    assert read("a: ''\nb: '~'\nc: \"null\"\n").tree == {"a": "", "b": "~", "c": "null"}


def test_blank_items_of_a_list_are_left_out_and_the_rest_keeps_its_places():
    document = read("a:\n  -\n  - x\n  - ~\n  - y\n")
    assert document.tree == {"a": ["x", "y"]}
    assert [document.at(("a", n)) for n in (0, 1)] == [(3, 5), (5, 5)]


def test_a_list_of_blank_items_is_not_told_and_an_empty_list_is_none():
    document = read("a:\n  -\nb: []\nc: [[~], x]\nd: [[~]]\n")
    assert document.tree == {"b": [], "c": ["x"]}
    assert document.blank == [("a",), ("d",)]
    assert document.at(("c", 0)) == (4, 10)


def test_a_room_or_source_with_a_name_alone_is_there():
    project = read_project(
        read("format: 1\nrooms:\n  board:\nsources: {minutes: }\nstages: {design: {rooms: board, source: minutes}}\n")
    )
    assert list(project.rooms or {}) == ["board"]
    assert list(project.sources or {}) == ["minutes"]


def test_rooms_with_nothing_below_are_not_told_and_none_are_none():
    assert read_project(read("format: 1\nrooms:\n")).rooms is None
    assert read_project(read("format: 1\nrooms: unknown\n")).rooms is None
    for none in ("none", "[]", "No"):
        assert read_project(read(f"format: 1\nrooms: {none}\n")).rooms == {}


def test_a_byte_order_mark_in_front_does_no_harm_and_columns_count_from_the_text():
    for data in (b"\xef\xbb\xbfa: &x 1", "\ufeffa: &x 1", "\ufeffa: &x 1".encode()):
        with pytest.raises(InputError) as caught:
            read(data)
        assert (caught.value.problems[0].line, caught.value.problems[0].column) == (1, 4)


@rows("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_whatever_ends_them(end):
    document = read(end.join(["a: 1", "", "b:", "  - x", "  - c: é", "    d: 2", ""]))
    assert document.at(("b", 1, "d")) == (6, 5)
    assert document.lines[5] == "    d: 2"


def test_line_breaks_that_no_editor_knows_are_blanks():
    document = read("a: one\u2028two\x85three\u2029four\nb: 1\n")
    assert document.tree == {"a": "one two three four", "b": "1"}
    assert document.at(("b",)) == (2, 1)


def test_columns_count_characters_and_not_bytes():
    document = read("é: {日本: 1, 😀: 2}\n")
    assert document.at(("é", "日本")) == (1, 5)
    assert document.at(("é", "😀")) == (1, 12)


def test_keys_with_odd_characters_have_their_places():
    document = read("'a b': {'c.d': 1, 'e[0]': 2, \"f\\tg\": 3}\n")
    assert document.at(("a b", "c.d")) == (1, 9)
    assert document.at(("a b", "e[0]")) == (1, 19)
    assert document.at(("a b", "f\tg")) == (1, 30)


def test_an_end_of_the_document_may_be_marked():
    assert read("---\na: 1\n...\n# bye\n...\n").tree == {"a": "1"}


def test_json_is_read_too():
    assert read('{"format": "1", "rooms": {"a": {"chair": null}}}').tree == {"format": "1", "rooms": {"a": {}}}


FILE = """\
format: 1
power:
  decisions:
    - what: first
      source: [a, b]
    - {what: second}
  disagreement: none
  agenda: {set_by: }
influence:
  heard: no
  log: {said: hello, by: contributors}
stages:
  design: involved
  analysis:
    - role: led
    - role: none
  work_has: design
views:
  complete: yes
  entries:
    - of: contributors
"""

GOOD = FILE.replace("source: [a, b]", "reason: x").replace("  work_has: design\n", "")
"""The same, with nothing that contradicts the rest."""

PATHS = [
    # as the model has it, as it stands in the file, line and column
    (("power", "decisions", "entries", 1, "what"), ("power", "decisions", 1, "what"), (6, 8)),
    (("power", "decisions", "entries", 0, "source", 1), ("power", "decisions", 0, "source", 1), (5, 19)),
    (("power", "decisions", "complete"), ("power", "decisions"), (3, 3)),
    (("power", "decisions", "entries", 7, "what"), ("power", "decisions"), (3, 3)),
    (("power", "decisions", "entries"), ("power", "decisions"), (3, 3)),
    (("power", "disagreement", "answer"), ("power", "disagreement"), (7, 3)),
    (("power", "agenda", "set_by"), ("power", "agenda", "set_by"), (8, 12)),
    (("power", "agenda", "source", 0), ("power", "agenda"), (8, 3)),
    (("influence", "heard", 0, "answer"), ("influence", "heard"), (10, 3)),
    (("influence", "log", "entries", 0, "by"), ("influence", "log", "by"), (11, 22)),
    (("influence", "log", "entries", 0), ("influence", "log"), (11, 3)),
    (("stages", "design", 0, "role"), ("stages", "design"), (13, 3)),
    (("stages", "analysis", 1, "role"), ("stages", "analysis", 1, "role"), (16, 7)),
    (("stages", "work_has", 0), ("stages", "work_has"), (17, 3)),
    (("views", "entries", 0, "of"), ("views", "entries", 0, "of"), (21, 7)),
    (("views", "complete"), ("views", "complete"), (19, 3)),
    (("reward", "pay", "rate"), (), (1, 1)),
    (("reward", "format"), (), (1, 1)),
    ((), (), (1, 1)),
]


@rows("path, stands, place", PATHS)
def test_a_path_of_the_model_finds_its_place_in_the_file(path, stands, place):
    document = read(FILE)
    assert document.true_path(path) == stands
    assert document.at(path) == place


def test_what_the_model_reads_has_a_place_in_the_file():
    from involve_audit.project.references import walk

    document = read(GOOD)
    project = read_project(document)
    for path, value in walk(project):
        if isinstance(value, str) and path:
            assert document.true_path(path)
            assert document.at(path) != (1, 1) or path[0] == "format"


def test_a_value_is_quoted_in_one_line():
    document = read(FILE)
    assert document.says(("power", "decisions", "entries", 0)) == "what: first, source: a; b"
    assert document.says(("influence", "log", "entries", 0, "by")) == "by: contributors"
    assert document.says(("stages", "design", 0, "role")) == "design: involved"
    assert document.says(("power", "agenda", "set_by")) == "set_by:"
    assert read("a: |\n  x\n  y\n").says(("a",)) == "a: x y"
    assert read("a: []\n").says(("a",)) == "a: none"
    assert len(read("a: " + "x" * 500).says(("a",))) == 120


def test_a_value_and_a_path_are_written_as_people_write_them():
    assert flow({"a": {"b": "1", "c": ["x", "y"]}, "d": []}) == "a: (b: 1, c: x; y), d: none"
    assert shown(("power", "decisions", 0, "what")) == "power.decisions[0].what"
    assert shown(("x" * 100, 0)) == "x" * 59 + "…[0]"


KIND = [
    ("project: {topic_sensitive: TRUE}", "project.topic_sensitive", "yes"),
    ("project: {topic_sensitive: No}", "project.topic_sensitive", "no"),
    ("project: {topic_sensitive: y}", "project.topic_sensitive", "yes"),
    ("project: {topic_sensitive: don't know}", "project.topic_sensitive", "unknown"),
    ("project: {aims_for: Coproduction}", "project.aims_for", "co-production"),
    ("project: {aims_for: co production}", "project.aims_for", "co-production"),
    ("project: {called: PPI}", "project.called", ("PPI",)),
    ("project: {called: none}", "project.called", ()),
    ("project: {called: unknown}", "project.called", None),
    ("project: {claims: unknown}", "project.claims", None),
    ("filled_in: {by: Outside_the-team}", "filled_in.by", ("outside the team",)),
    ("honesty: {advert: {names: unknown}}", "honesty.advert.names", None),
    ("honesty: {advert: {names: none}}", "honesty.advert.names", ()),
    ("voices: {invited_because: unknown}", "voices.invited_because", ("unknown",)),
]


@rows("text, path, value", KIND)
def test_closed_choices_and_lists_are_read_kindly(text, path, value):
    here: object = read_project(read("format: 1\n" + text))
    for step in path.split("."):
        here = getattr(here, step)
    assert here == value


def test_unknown_may_stand_for_a_part_and_says_nothing_of_it():
    project = read_project(
        read(
            "format: 1\ncare: unknown\nproject: {dates: unknown}\ninfluence: {heard: unknown}\nstages: {design: unknown}\n"
        )
    )
    assert project.care is not None
    assert project.care.plan is None
    assert project.influence is not None
    assert project.influence.heard is not None
    assert project.influence.heard[0].answer == "unknown"
    assert project.stages is not None
    assert project.stages.design is not None
    assert project.stages.design[0].role == "unknown"


def test_nothing_that_is_slow_to_import_is_imported_to_read_a_good_project():
    import subprocess
    import sys
    from pathlib import Path

    code = (
        "import sys\nfrom involve_audit.load import read, read_project\n"
        f"read_project(read({GOOD!r}))\n"
        "print(sorted({'pydantic', 'difflib', 'rich', 'jinja2', 'typer', 'calendar', 'unicodedata'} & set(sys.modules)))"
    )
    src = str(Path(__file__).resolve().parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": src, "SYSTEMROOT": "C:\\Windows"},
    )
    assert done.stdout.strip() == "[]"


def test_what_pyyaml_does_not_compile_for_us_it_still_knows():
    """Its patterns for numbers, dates and booleans wait until somebody asks them."""
    import yaml

    found = yaml.safe_load("[1, 2.5, true, 2024-05-01, ~, 0b11]")
    assert found[:3] == [1, 2.5, True]
    assert str(found[3]) == "2024-05-01"
    assert found[4:] == [None, 3]
    assert yaml.safe_load(yaml.safe_dump({"a": "no", "b": "1"})) == {"a": "no", "b": "1"}
