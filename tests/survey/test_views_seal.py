"""Right of reply: the statement stands word for word, and it can be seen what was changed after it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import keys
from support import ROOT

from involve_audit.load import read, read_project
from involve_audit.project.digest import changes, hash_of, hashes_of, seal
from involve_audit.survey.insert import views_in

PROJECT = """# what we do
format: 1
project:
  title: Waiting well
  phase: running
stages:
  design: {role: involved, status: done}   # in two meetings
reward:
  pay: none
care:
  support: planned
views:
  - of: contributors
    when: 2026-05
    asked: 9
    answered: 7
    by_principle: {power: {agree: 5, disagree: 2}}
    statement: |
      We read this file together.

      It is fair, but for the money.
  - of: researchers
    answered: 6
"""


@pytest.fixture
def sealed(here, run):
    """A project file whose statement is sealed; its text."""
    (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
    done = run("views", "seal", "project.yaml", "--date", "2026-06-01")
    assert done.code == 0, done.err
    return (here / "project.yaml").read_text(encoding="utf-8")


def verify(here, run, text):
    (here / "project.yaml").write_text(text, encoding="utf-8")
    return run("views", "verify", "project.yaml")


def test_a_seal_holds_a_hash_for_each_answer_and_every_other_line_stays(sealed):
    view = views_in(read(sealed).tree)[0]
    assert list(view["sealed"]["answers"]) == ["project", "stages", "reward", "care"]
    assert view["sealed"]["when"] == "2026-06-01"
    lines = iter(sealed.splitlines())
    assert all(any(line == old for line in lines) for old in PROJECT.splitlines())
    read_project(read(sealed))


def test_a_file_that_was_not_touched_verifies(here, run, sealed):
    done = verify(here, run, sealed)
    assert done.code == 0
    assert "nothing was changed since it was sealed on 2026-06-01" in done.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# what we do\n", ""),
        (
            "stages:\n  design: {role: involved, status: done}   # in two meetings\n",
            "stages:\n  design:\n    status: 'done'\n    role: involved\n",
        ),
        ("reward:\n  pay: none\ncare:\n  support: planned\n", "care: {support: planned}\nreward: {pay: none}\n"),
        ("title: Waiting well", 'title: "Waiting   well"'),
        ("  - of: researchers\n    answered: 6\n", "  - of: researchers\n    answered: 8\n"),
        ("\n", "\r\n"),
    ],
)
def test_comments_layout_order_and_other_views_are_no_change(here, run, sealed, old, new):
    assert old in sealed
    assert verify(here, run, sealed.replace(old, new)).code == 0


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("role: involved", "role: led", "changed: stages"),
        ("pay: none", "pay: planned", "changed: reward"),
        ("title: Waiting well", "title: Waiting", "changed: project"),
        ("care:\n  support: planned\n", "", "no longer there: care"),
        ("care:\n", "honesty: {meaning: planned}\ncare:\n", "new: honesty"),
        ("It is fair, but for the money.", "It is fair.", "the statement itself"),
        ("agree: 5", "agree: 4", "the statement itself"),
    ],
)
def test_one_changed_answer_is_named_and_no_other(here, run, sealed, old, new, says):
    done = verify(here, run, sealed.replace(old, new))
    assert done.code == 1
    assert says in done.out
    assert len(done.out.splitlines()) == 2


def test_two_changed_answers_are_both_named(here, run, sealed):
    done = verify(here, run, sealed.replace("pay: none", "pay: planned").replace("role: involved", "role: led"))
    assert done.code == 1
    assert "changed: stages, reward" in done.out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    sealed:", "    sealed: {}\n    note:"),
        ("whole: ", "whole: 0"),
        ("      answers:", "      answers: {}\n      answer:"),
    ],
)
def test_a_seal_that_was_tampered_with_is_no_pass(here, run, sealed, old, new):
    done = verify(here, run, sealed.replace(old, new))
    assert done.code == 2


def test_hashes_that_were_changed_by_hand_to_hide_a_change_are_noticed(here, run, sealed):
    was = views_in(read(sealed).tree)[0]["sealed"]["answers"]["reward"]
    changed = sealed.replace("pay: none", "pay: planned")
    now = hashes_of(read(changed).tree).answers["reward"]
    done = verify(here, run, changed.replace(was, now))
    assert done.code == 2
    assert "changed by hand" in done.err


@pytest.mark.parametrize("text", ["format: 1\nproject: {title: x}\n", PROJECT, "format: 1\nviews: none\n", "format: ["])
def test_where_nothing_is_sealed_there_is_nothing_to_verify(here, run, text):
    assert verify(here, run, text).code == 2


def test_a_missing_file_is_no_pass(here, run):
    assert run("views", "verify", "nowhere.yaml").code == 2
    assert run("views", "seal", "nowhere.yaml").code == 2


def test_a_file_without_a_statement_has_nothing_to_seal(here, run):
    (here / "project.yaml").write_text("format: 1\nviews: none\n", encoding="utf-8")
    done = run("views", "seal", "project.yaml")
    assert done.code == 2
    assert "statement" in done.err


def test_what_is_sealed_stays_sealed(here, run, sealed):
    text = sealed.replace("pay: none", "pay: planned")
    (here / "project.yaml").write_text(text, encoding="utf-8")
    done = run("views", "seal", "project.yaml")
    assert done.code == 0
    assert "a new reply is a new view" in done.err
    assert (here / "project.yaml").read_text(encoding="utf-8") == text
    assert run("views", "verify", "project.yaml").code == 1


def test_several_statements_are_sealed_each_for_itself(here, run):
    text = PROJECT.replace("    answered: 6\n", "    answered: 6\n    statement: We agree.\n")
    (here / "project.yaml").write_text(text, encoding="utf-8")
    assert run("views", "seal", "project.yaml").code == 0
    grown = (here / "project.yaml").read_text(encoding="utf-8")
    assert [("sealed" in v) for v in views_in(read(grown).tree)] == [True, True]
    done = verify(here, run, grown.replace("We agree.", "We do not agree."))
    assert done.code == 1
    assert "contributors, 2026-05: the answers are those" in done.out
    assert "researchers: this is not the file" in done.out


def test_a_dry_run_prints_the_seal_and_writes_nothing(here, run):
    (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
    done = run("views", "seal", "project.yaml", "--dry-run", "--date", "2026-06-01")
    assert done.code == 0
    assert read(done.out).tree["sealed"]["when"] == "2026-06-01"
    assert (here / "project.yaml").read_text(encoding="utf-8") == PROJECT


def test_a_round_that_is_added_later_leaves_the_seal_whole(here, run, sealed):
    from survey.answering import answers, hand_in

    hand_in(here / "answers", *[answers(n, round="2026-10") for n in range(6)])
    assert run("views", "add", "project.yaml", "answers").code == 0
    assert run("views", "verify", "project.yaml").code == 0


@given(st.data())
def test_any_answer_of_the_largest_example_that_changes_is_found_in_its_section(data):
    tree = read((ROOT / "examples" / "full" / "project.yaml").read_bytes()).tree
    view = views_in(tree)[0]
    view["sealed"] = seal(tree, view, "2026-06-01")
    assert not changes(tree, view).any
    places = [p for p in keys(tree) if p[0] not in ("format", "views")]
    path = data.draw(st.sampled_from(places))
    here = tree
    for step in path[:-1]:
        here = here[step]
    if data.draw(st.booleans()):
        here[path[-1]] = "something else"
        expected = ((path[0],), (), ())
    else:
        del here[path[-1]]
        expected = ((), (), (path[0],)) if len(path) == 1 else ((path[0],), (), ())
    found = changes(tree, view)
    assert (found.changed, found.added, found.gone, found.reply) == (*expected, False)


def test_a_hash_asks_for_what_is_said_and_not_how_it_is_laid_out():
    assert hash_of({"a": "x  y\n", "b": ["1"]}) == hash_of({"b": ["1"], "a": "x y"})
    assert hash_of({"a": "x y"}) != hash_of({"a": "xy"})
    assert hash_of(["a", "b"]) != hash_of(["b", "a"])
    assert hash_of({"a": ["b"]}) != hash_of({"a": "b"})


@pytest.mark.parametrize("name", ["text", "markdown", "html", "json"])
def test_reports_print_the_statement_word_for_word_and_what_was_changed_after_it(here, run, sealed, name):
    (here / "project.yaml").write_text(sealed.replace("pay: none", "pay: planned"), encoding="utf-8")
    shown = (
        run(
            "check",
            "project.yaml",
            "--format",
            name,
            "--date",
            "2026-07-01",
            "--report-only",
            *(["--all"] if name == "text" else []),
        )
        .out.replace("&#10;", "\n")
        .replace("\\n", "\n")
    )
    words = " ".join(shown.replace("│", " ").replace("\n>", "\n").replace("\\", "").split())
    assert "We read this file together. It is fair, but for the money." in words
    assert "The file is not the one that it replied to, since it was sealed (1 June 2026): changed: reward." in words
