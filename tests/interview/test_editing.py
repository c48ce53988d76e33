"""Putting one answer into a file of any make: every other byte stays."""

from __future__ import annotations

from answering_at_random import kept_all
from hypothesis import given
from hypothesis import strategies as st
from support import rows

from involve_audit.load import read
from involve_audit.wording.messages import NEW
from involve_audit.yamlfile.editing import CannotInsert, put, with_told
from involve_audit.yamlfile.nodes import nodes_of

HEAD = "format: 1\n"
FILES = [
    HEAD + "reward:\n  pay:\n    offered: all   # since May\n    # more\n\n# end\n",
    HEAD + "reward: {pay: {offered: all}}\n",
    HEAD + "reward:\n  pay: {offered: all,\n        rate: 12}\n  # last\ncare: {}\n",
    HEAD + "reward:\n    pay:\n",
    HEAD + "reward:\n",
    HEAD + "reward:   # later\ncare: {plan: none}\n",
    HEAD + "reward: {}\n",
    HEAD.replace("\n", "\r\n") + "reward:\r\n  pay:\r\n    offered: all\r\n",
    "\ufeff" + HEAD + "care:\n  plan: none",
    "# first\n---\n" + HEAD + "honesty:\n  advert:\n    note: |+\n      kept\n\n\n",
    HEAD + "honesty:\n  advert:\n    note: >-\n      folded\n      text",
    "  format: 1\n  reward:\n    pay:\n      offered: all\n",
    "{format: 1, reward: {pay: {}}}\n",
    HEAD + 'reward: {"pay": {"offered": "all"}}\n',
    HEAD + "reward:\n  pay:\n    offered: all\n...\n",
]


@rows("text", FILES)
@rows(
    "path",
    [
        ("reward", "pay", "preparation"),
        ("reward", "lead"),
        ("influence", "heard", NEW),
        ("voices", "reach", "changed"),
        ("care", "support", "before"),
    ],
)
@rows("value", ["paid", "£25: an hour # yes", {"status": "done", "when": "2024"}, ["a", "b, c"]])
def test_an_answer_is_put_where_it_belongs(text, path, value):
    try:
        new = put(text, path, value)
    except CannotInsert:
        assert text.endswith("...\n") or path[0] in ("care",) or "plan: none" in text
        return
    assert read(new).tree == with_told(read(text).tree, path, value)
    assert kept_all(text, new) or text.endswith(("text", "none"))
    assert new.startswith(text[: text.index("format")])


def test_a_word_gives_way_to_a_group_and_comments_stay():
    text = HEAD + "reward:\n  pay: planned   # in spring\n  lead: none\n"
    assert put(text, ("reward", "pay"), {"status": "planned", "offered": "all"}) == (
        HEAD + "reward:\n  pay:   # in spring\n    status: planned\n    offered: all\n  lead: none\n"
    )


def test_a_remark_stands_behind_an_answer_and_never_in_brackets():
    assert put(HEAD + "power:\n  final_say:\n", ("power", "final_say"), "unknown", remark="not decided yet").endswith(
        "final_say: unknown  # not decided yet\n"
    )
    assert (
        put(HEAD + "power: {}\n", ("power", "final_say"), "unknown", remark="not decided yet")
        == HEAD + "power: {final_say: unknown}\n"
    )


def test_a_section_stands_at_its_example_in_a_file_to_start_from():
    text = HEAD + "## --- Rooms ---\n\n# rooms:\n#   a: {contributors: 2}\n\n## --- Stages ---\n"
    assert put(text, ("rooms", "b", "contributors"), "3") == (
        HEAD
        + "## --- Rooms ---\n\nrooms:\n  b:\n    contributors: 3\n\n# rooms:\n#   a: {contributors: 2}\n\n## --- Stages ---\n"
    )


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.sampled_from(FILES))
def test_any_words_are_read_back_as_they_were_written(words, text):
    try:
        new = put(text, ("honesty", "meaning", "owner"), words)
    except CannotInsert:
        return
    assert read(new).tree["honesty"]["meaning"]["owner"] == words


@rows(
    "items",
    [
        "  - \n  - {said: a}\n  - ~\n  - {said: b}\n",
        "  - null\n  -\n    said: a\n  - said: b\n",
        "  - []\n  - said: b\n",
        "  -\n    - ~\n    -\n  - {said: a}\n  - said: b\n",
    ],
)
def test_items_that_tell_nothing_are_passed_over_as_the_reader_does(items):
    text = HEAD + "influence:\n log:\n" + items + "# end\n"
    tree = read(text).tree
    log = tree["influence"]["log"]
    path = ("influence", "log", len(log) - 1, "answer")
    after = put(text, path, "done")
    assert read(after).tree == with_told(tree, path, "done")
    assert len(after.splitlines()) <= len(text.splitlines()) + 1
    assert {path: node.kind for path, node in nodes_of(text).items()}.keys() >= {
        ("influence", "log", n) for n in range(len(log))
    }
