"""Writing into a project file: every other byte stays as it is, whatever the file looks like."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from support import ROOT, rows

from involve_audit.load import read, read_project
from involve_audit.survey.insert import CannotInsert, add_seal, add_view, block, flow, views_in
from involve_audit.wording.messages import InputError

VIEW = {
    "of": "contributors",
    "when": "2026-05",
    "asked": "about 12",
    "answered": "9",
    "collected_by": "outside the team",
    "by_principle": {"power": {"agree": "5", "partly": "1", "disagree": "3"}, "care": "most agree"},
    "label_fits": "unknown",
    "words": ["[What?] It's “fine”: {a}, [b] #c\n\nNo more.", "none"],
}
SEAL = {
    "when": "2026-06-01",
    "whole": "a" * 64,
    "reply": "1" * 64,
    "answers": {"project": "0" * 32, "stages": "1e" * 16},
}
HEAD = "format: 1\nproject: {title: Waiting well}\n"


def kept(old: bytes, new: bytes, gone: int = 0) -> bool:
    """Whether the old text stands in the new one before and behind one place, but for what gave way there."""
    front = 0
    while front < min(len(old), len(new)) and old[front] == new[front]:
        front += 1
    back = 0
    while back < min(len(old), len(new)) and old[-1 - back] == new[-1 - back]:
        back += 1
    return front + back >= len(old) - gone


def grown(text, **more):
    data = text if isinstance(text, bytes) else text.encode()
    new = add_view(data, {**VIEW, **more})
    assert views_in(read(new).tree)[:-1] == views_in(read(data).tree)
    assert views_in(read(new).tree)[-1] == {**VIEW, **more}
    read_project(read(new))
    return data, new


@rows(
    "text",
    [
        HEAD,
        HEAD.rstrip("\n"),
        HEAD + "# the end\n",
        HEAD + "\n\n",
        HEAD + "   ",
        HEAD.replace("\n", "\r\n"),
        "\ufeff" + HEAD,
        "# first\n---\n" + HEAD,
        "  format: 1\n  project: {title: x}\n",
        HEAD + "honesty:\n  advert:\n    note: |+\n      kept\n\n\n",
        HEAD + "honesty:\n  advert:\n    note: >-\n      folded\n      text",
        HEAD + "views:\n",
        HEAD + "views:   # not yet\nstages: none\n",
        HEAD + "views:\n# - of: contributors\nstages: none\n",
        HEAD + "views:\n  - of: researchers\n    when: 2025\n",
        HEAD + "views:\n  - of: researchers\n    when: 2025   # in spring\n    # by post\n\n# next\nstages: none\n",
        HEAD + "views:\n- of: researchers\n  words:\n  - one\n  - |\n    two\n\n    three\nstages: none\n",
        HEAD + "views:\n  complete: yes\n  entries:\n    - of: researchers\nstages: none\n",
        HEAD + "views:\n  entries:\n  - {of: researchers}\n  complete: yes\n",
        HEAD + "views: [{of: researchers}]  # one\nstages: none\n",
        HEAD + "views: [{of: researchers}, ]\n",
        HEAD + "views: [\n  {of: researchers},  # one\n]\n",
        HEAD + "views: {complete: yes, entries: [{of: researchers}]}\n",
        HEAD + "views: {of: researchers}\n",
        HEAD + "views:\n  of: researchers\n  when: 2025\n  # a comment\nstages: none\n",
        HEAD + "views:\n  -\n  - of: researchers\n",
        "{format: 1, project: {title: x}}\n",
        "{format: 1, project: {title: x},\n}\n",
        "{format: 1, views: [{of: researchers}]}",
    ],
)
def test_a_view_goes_in_and_every_other_byte_stays(text):
    data, new = grown(text)
    # A lone view becomes the first of a list: a dash takes the place of a blank.
    assert (
        kept(data, new) or kept(data.replace(b"  of:", b"- of:", 1), new) or kept(data.replace(b"{of", b"[{of", 1), new)
    )


@pytest.mark.parametrize("word", ["none", "[]", "no", "unknown", "~", '"none"'])
@pytest.mark.parametrize("after", ["", "   # nobody has asked yet"])
def test_only_the_word_that_said_there_were_none_gives_way(word, after):
    data, new = grown(HEAD + f"views: {word}{after}\nstages: none\n")
    assert kept(data.replace(f"views: {word}".encode(), b"views: "), new)
    assert after.encode() in new


@pytest.mark.parametrize("text", [HEAD + "stages: none\n...\n", HEAD + "views: {complete: yes}\n"])
def test_where_it_cannot_go_in_it_is_said_and_not_forced(text):
    with pytest.raises(CannotInsert, match="by hand"):
        add_view(text.encode(), VIEW)


def test_a_file_that_cannot_be_read_is_left_to_its_message():
    with pytest.raises(InputError):
        add_view(b"format: [", VIEW)


@rows("name", sorted(p.parent.name for p in (ROOT / "examples").glob("*/project.yaml")))
def test_every_example_takes_a_view(name):
    data = (ROOT / "examples" / name / "project.yaml").read_bytes()
    data, new = grown(data, when="2026-10")
    assert kept(data, new) or kept(data.replace(b"views: none", b"views: "), new)


def test_comments_stand_where_they_stood():
    _data, new = grown(HEAD + "views:\n  - of: researchers\n    when: 2025\n    # by post\n\n# next\nstages: none\n")
    lines = new.decode().splitlines()
    assert lines.index("    # by post") < lines.index("  - of: contributors") < lines.index("# next")


# --- any layout --------------------------------------------------------------------------------------

_TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\x85\u2028\u2029\ufeff\ufffe\uffff"
    ),
    max_size=30,
)
_COMMENT = st.one_of(st.just(""), _TEXT.map(lambda t: "# " + t))
_NEWLINE = st.sampled_from(["\n", "\r\n"])


@st.composite
def files(draw):
    """Project files in any layout: comments, blank lines, quotes, blocks, brackets, indents, line breaks, a byte order mark."""
    newline = draw(_NEWLINE)
    indent = draw(st.integers(1, 4))
    lines = []

    def comments(column=0):
        for _ in range(draw(st.integers(0, 2))):
            lines.append(draw(st.sampled_from(["", " " * column + draw(_COMMENT), draw(_COMMENT)])))

    def tail():
        comment = draw(_COMMENT)
        return "  " + comment if comment else ""

    def views():
        kind = draw(st.sampled_from(["none", "blank", "block", "same column", "entries", "flow", "lone"]))
        pad = " " * indent
        if kind == "none":
            lines.append("views: none" + tail())
        elif kind == "blank":
            lines.append("views:" + tail())
        elif kind == "flow":
            lines.append("views: [{of: researchers, statement: 'a'}]" + tail())
        elif kind == "lone":
            lines.extend([f"views:{tail()}", f"  of: researchers{tail()}", "  statement: all"])
        else:
            lines.append("views:" + tail())
            dash = "" if kind == "same column" else pad
            if kind == "entries":
                lines.append(f"{pad}entries:")
                dash = pad + pad
            for number in range(draw(st.integers(1, 2))):
                comments(len(dash))
                lines.append(f"{dash}- of: researchers{tail()}")
                lines.append(f"{dash}  when: {2020 + number}{tail()}")
                lines.extend(
                    [
                        f"{dash}  statement: |{draw(st.sampled_from(['', '-', '+']))}",
                        f"{dash}    What we say:",
                        "",
                        f"{dash}    # no comment",
                    ]
                )
                if draw(st.booleans()):
                    lines.append("")

    def head():
        title = draw(_TEXT)
        style = draw(st.sampled_from(["'", '"', "|", "{"]))
        single = title.replace("'", "''")
        if style == "{":
            lines.append("project: {phase: running, title: '" + single + "'}" + tail())
            return
        lines.append("project:" + tail())
        comments(indent)
        written = {
            "'": f"'{single}'",
            '"': '"' + title.replace("\\", "\\\\").replace('"', '\\"') + '"',
            "|": f"|{newline}{' ' * indent}  . {title}",
        }
        lines.append(f"{' ' * indent}title: {written[style]}")

    parts = [head, lambda: lines.append("stages: none" + tail())] + ([views] if draw(st.booleans()) else [])
    lines.append("format: 1" + tail())
    for part in draw(st.permutations(parts)):
        comments()
        part()
    comments()
    text = newline.join(lines) + draw(st.sampled_from(["", newline]))
    return (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + text.encode("utf-8")


def told(data, first):
    """What a file says; where the first one ended without a line break, so do its texts."""

    def walk(value):
        if isinstance(value, dict):
            return {k: walk(v) for k, v in value.items()}
        if isinstance(value, list):
            return [walk(v) for v in value]
        return value if first.endswith((b"\n", b"\r")) else value.rstrip("\n")

    return walk(read(data).tree)


def readable(data):
    try:
        read_project(read(data))
    except InputError:
        return False
    return True


@given(files())
@example(b"format: 1\nviews:\n  of: researchers\n  statement: all")
def test_in_any_layout_every_other_byte_stays(data):
    if not readable(data):
        return
    try:
        new = add_view(data, VIEW)
    except CannotInsert:
        # A lone view that stands too far to the left to become an item of a list.
        assert re.search(rb"views:[^\n]*\n of:", data)
        return
    before, after = told(data, data), told(new, data)
    assert {k: v for k, v in after.items() if k != "views"} == {k: v for k, v in before.items() if k != "views"}
    assert views_in(after) == [*views_in(before), VIEW]
    lone = re.sub(rb"(views:[^\r\n]*\r?\n)  of:", rb"\1- of:", data, count=1)
    assert kept(data, new) or kept(lone, new) or kept(data.replace(b"views: none", b"views: "), new)
    for comment in re.findall(rb"# [^\r\n]*", data):
        assert comment in new


@given(files(), st.data())
def test_in_any_layout_a_seal_goes_into_its_view(data, draw):
    if not readable(data):
        return
    document = read(data)
    views = views_in(document.tree)
    if not views:
        return
    n = draw.draw(st.integers(0, len(views) - 1))
    new = add_seal(data, document.true_path(("views", "entries", n)), SEAL)
    views = views_in(told(data, data))
    assert views_in(told(new, data)) == [{**v, "sealed": SEAL} if k == n else v for k, v in enumerate(views)]
    assert kept(data, new)
    read_project(read(new))


@given(
    st.dictionaries(st.sampled_from(["of", "said", "a b"]), st.one_of(_TEXT, st.lists(_TEXT, max_size=3)), min_size=1)
)
def test_whatever_is_written_reads_back(value):
    value = {k: v for k, v in value.items() if v != ""} or {"of": "x"}
    expected = {k: v for k, v in value.items() if v != []}
    for text in ("\n".join(block(value, 0)), flow(value)):
        assert {k: v for k, v in read(text + "\n").tree.items() if v != []} == expected
        assert yaml.safe_load(text) is not None


def test_two_views_one_after_the_other_stand_below_each_other():
    _, once = grown(HEAD)
    _, twice = grown(once, when="2026-10")
    assert [v["when"] for v in views_in(read(twice).tree)] == ["2026-05", "2026-10"]
    assert kept(once, twice)
