"""Merging on the command line: bytes stay, nothing is lost, and what is open is said."""

from __future__ import annotations

import subprocess

import pytest
from apart import FIRST, SECOND, changed, leaves
from hypothesis import assume, given
from hypothesis import strategies as st
from support import EXAMPLES, rows
from test_differences import TREES, readable

from involve_audit.load import read, read_project
from involve_audit.merge import joining
from involve_audit.merge.differences import differences
from involve_audit.merge.joining import joined
from involve_audit.merge.merge_page import MergeSide
from involve_audit.yamlfile.editing import CannotInsert, taken_out, without
from involve_audit.yamlfile.written import block


@pytest.fixture
def two(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_bytes(FIRST.encode())
    (tmp_path / "b.yaml").write_bytes(SECOND.encode())
    return tmp_path


FULL = next(p for p in EXAMPLES if p.parent.name == "full")


def test_a_room_under_another_key_is_kept_under_the_first(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = FULL.read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        text.replace("young_panel", "panel").replace("meetings: 16\n", "meetings: 17\n"), encoding="utf-8"
    )
    done = run("merge", "a.yaml", "b.yaml", "-o", "m.yaml", "--prefer", "second")
    assert done.code == 0
    assert "panel (b.yaml) is young_panel (a.yaml). The key of a.yaml is kept." in " ".join(done.out.split())
    assert (tmp_path / "m.yaml").read_text(encoding="utf-8") == text.replace("meetings: 16\n", "meetings: 17\n")
    hidden = run("merge", "a.yaml", "b.yaml", "--no-excerpts")
    assert "young_panel" not in hidden.out + hidden.err
    assert "One of the rooms has the same name in both files" in " ".join(hidden.out.split())


@pytest.mark.parametrize("path", [p for p in EXAMPLES if p.parent.name != "bad"], ids=lambda p: p.parent.name)
def test_a_file_merged_with_itself_stays_as_it_is(run, tmp_path, path):
    assert run("merge", path, path, "-o", tmp_path / "m.yaml").code == 0
    assert (tmp_path / "m.yaml").read_bytes() == path.read_bytes()
    assert run("merge", path, path, "--base", path, "-o", tmp_path / "m.yaml").code == 0
    assert (tmp_path / "m.yaml").read_bytes() == path.read_bytes()


def test_without_an_output_everything_is_listed_and_nothing_written(run, two):
    done = run("merge", "a.yaml", "b.yaml")
    assert done.code == 1
    for words in (
        "Only said in a.yaml (1)",
        "b.yaml:22: reward: pay",
        "stages.priorities.role",
        "Told otherwise (6)",
        "a.yaml:7: involved",
        "b.yaml:10: consulted",
    ):
        assert words in done.out
    assert sorted(p.name for p in two.iterdir()) == ["a.yaml", "b.yaml"]


def test_open_differences_stop_the_merge(run, two):
    done = run("merge", "a.yaml", "b.yaml", "-o", "m.yaml", stdin="")
    assert done.code == 1
    assert "6 differences are open" in done.err
    assert not (two / "m.yaml").exists()


@pytest.mark.parametrize("prefer", ["first", "second"])
def test_one_account_can_be_preferred_and_the_rest_of_the_first_file_stays(run, two, prefer):
    assert run("merge", "a.yaml", "b.yaml", "-o", "m.yaml", "--prefer", prefer).code == 0
    text = (two / "m.yaml").read_text()
    assert "  # a comment\n" in text
    assert "date: 2025-02-11}   # kept\n" in text
    assert "# only in b.yaml\nreward:\n  pay:\n    offered: all\n" in text
    assert ("role: involved" in text) is (prefer == "first")
    assert ("plan: none" in text) is (prefer == "first")
    again = run("merge", "m.yaml", "b.yaml", "-o", "n.yaml", "--prefer", prefer)
    assert (two / "n.yaml").read_bytes() == (two / "m.yaml").read_bytes(), again.out


def test_questions_settle_and_a_stop_loses_nothing(run, two):
    done = run("merge", "a.yaml", "b.yaml", "-o", "m.yaml", "--ask", stdin="both\nneither\n1\n2\nstop\n")
    assert done.code == 1
    assert (
        "Please answer with one of: 1, 2, both"
        in run("merge", "a.yaml", "b.yaml", "-o", "x.yaml", "--ask", stdin="perhaps\n").err
    )
    text = (two / "m.yaml").read_text()
    assert "called: [PPI, co-production]" in text
    assert "# open: b.yaml says: plan: status: done, when: 2024\n  plan: none" in text
    # The rest in another sitting; the comments go as they are settled.
    done = run("merge", "m.yaml", "b.yaml", "-o", "m.yaml", "--ask", stdin="1\n1\n2\n2\n2\n2\n")
    assert done.code == 0, done.out + done.err
    assert "# open" not in (two / "m.yaml").read_text()
    read_project(read((two / "m.yaml").read_bytes()))


def test_disputed_keeps_both_accounts(run, two):
    done = run("merge", "a.yaml", "b.yaml", "-o", "m.yaml", "--disputed", "--leave-open")
    assert done.code == 1
    tree = read((two / "m.yaml").read_bytes()).tree
    assert tree["stages"]["priorities"]["disputed"] == {"by": "contributors", "says": "role: consulted"}
    assert tree["care"]["plan"] == {
        "answer": "no",
        "disputed": {"by": "contributors", "says": "status: done, when: 2024"},
    }
    assert "# open: b.yaml says: called: PPI; co-production\n" in (two / "m.yaml").read_text()
    # Who it was is never made up.
    (two / "c.yaml").write_text(SECOND.replace("by: [contributors]", "by: [contributors, researchers]"))
    assert run("merge", "a.yaml", "c.yaml", "-o", "m.yaml", "--disputed").code == 2
    assert (
        run("merge", "a.yaml", "c.yaml", "-o", "m.yaml", "--disputed", "--leave-open", "--by", "contributors").code == 1
    )


def test_words_are_left_out_where_logs_are_public(run, two, monkeypatch):
    monkeypatch.setenv("CI", "1")
    done = run("merge", "a.yaml", "b.yaml")
    assert "stages.priorities.role" in done.out
    assert "consulted" not in done.out


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["a.yaml", "none.yaml"], "none.yaml"),
        (["a.yaml", "b.yaml", "--prefer", "mine", "-o", "m.yaml"], "allowed: first, second"),
        (["a.yaml", "b.yaml", "--prefer", "first"], "--output"),
        (["a.yaml", "b.yaml", "--prefer", "first", "--disputed", "-o", "m.yaml"], "one of them"),
        (["a.yaml", "bad.yaml"], "bad.yaml:2:1"),
        (["-", "-"], "once"),
    ],
)
def test_what_cannot_be_merged_is_said(run, two, arguments, says):
    (two / "bad.yaml").write_text("format: 1\nprojekt: {}\n")
    done = run("merge", *arguments)
    assert done.code == 2
    assert says in done.err


def test_git_merges_with_it(two):
    def git(*arguments):
        return subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@y.z", *arguments],
            cwd=two,
            capture_output=True,
            text=True,
            check=False,
        )

    import sys

    (two / "a.yaml").unlink(), (two / "b.yaml").unlink()
    driver = f"{sys.executable} -m involve_audit merge %A %B --base %O -o %A --leave-open --no-ask"
    git("init", "-q", "-b", "main"), git("config", "merge.involve-audit.driver", driver)
    (two / ".gitattributes").write_text("project.yaml merge=involve-audit\n")
    start = FIRST.replace("care:\n", "care:\n  leaving: none\n")
    (two / "project.yaml").write_text(start)
    git("add", "."), git("commit", "-qm", "a"), git("checkout", "-qb", "other")
    (two / "project.yaml").write_text(
        start.replace("{role: involved,", "{role: consulted,").replace("  leaving: none\n", "")
    )
    git("commit", "-qam", "b"), git("checkout", "-q", "main")
    (two / "project.yaml").write_text(start.replace("when: 2024}\n  #", "when: 2023}\n  #"))
    git("commit", "-qam", "c")
    done = git("merge", "-q", "other")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (two / "project.yaml").read_text() == FIRST.replace(
        "{role: involved, status: done, when: 2024}", "{role: consulted, status: done, when: 2023}"
    )
    # Both change one answer: git says that there is a conflict, and the file can be read.
    git("checkout", "-qb", "third")
    (two / "project.yaml").write_text(
        (two / "project.yaml")
        .read_text()
        .replace("role: consulted, status: done, when: 2023", "role: led, status: done, when: 2023")
    )
    git("commit", "-qam", "d"), git("checkout", "-q", "main")
    (two / "project.yaml").write_text(
        (two / "project.yaml")
        .read_text()
        .replace("role: consulted, status: done, when: 2023", "role: informed, status: done, when: 2023")
    )
    git("commit", "-qam", "e")
    done = git("merge", "third")
    assert done.returncode == 1
    assert "CONFLICT" in done.stdout
    text = (two / "project.yaml").read_text()
    assert "role: informed" in text
    assert "# open: theirs says: role: led" in text
    assert ".merge_file" not in text + done.stdout
    read_project(read(text))


@given(st.sampled_from(TREES), st.data(), st.booleans())
def test_what_was_taken_out_of_a_file_comes_back_from_the_other_or_is_named(tree, data, deep):
    text = "\n".join(block(tree, 0, deep=deep)) + "\n"
    path = data.draw(st.sampled_from([p for p in leaves(tree) if len(p) > 1]))
    new = changed(tree, path, "out")
    assume(new is not None and readable(new) is not None)
    less = "\n".join(block(new, 0, deep=deep)) + "\n"
    trees = [read(t).tree for t in (less, text)]
    found = differences(*trees)
    done = joined(less, found, dict.fromkeys(range(len(found)), "second"), mark="only there")
    left = differences(read(done.text).tree, trees[1])
    assert {f.place for f in left if f.kind != "first"} <= {f.place for f, _ in done.not_written}
    # And the other way: what both had, and one took out, is taken out by a merge with the file that both began from.
    found = differences(trees[1], trees[0], trees[1])
    done = joined(text, found, {})
    left = differences(read(done.text).tree, trees[0])
    assert len(left) <= len(done.not_written)


@rows(
    "text, path, after",
    [
        ("a:\n  b: 1\n  # of c\n  c: 2\n", ("a", "b"), "a:\n  # of c\n  c: 2\n"),
        ("a:\n  b: 1\n  c: 2  # end\nd: 3\n", ("a", "c"), "a:\n  b: 1\nd: 3\n"),
        ("a: {b: 1, c: 2}\n", ("a", "b"), "a: {c: 2}\n"),
        ("a: {b: 1, c: 2}\n", ("a", "c"), "a: {b: 1}\n"),
        ("a:\n- b: 1\n  c: 2\n- d\n", ("a", 0, "b"), "a:\n- c: 2\n- d\n"),
        ("a:\n- b\n- d\n", ("a", 0), "a:\n- d\n"),
        ("a:\n  - b: |\n      x\n    c: 2\n  - d\n", ("a", 0), "a:\n  - d\n"),
        ("a:\n  b: 1\nd: 3\n", ("a", "b"), "d: 3\n"),
    ],
)
def test_a_part_is_taken_out_and_nothing_else(text, path, after):
    text, after = "format: 1\n" + text, "format: 1\n" + after
    assert taken_out(text, path) == after
    assert read(after).tree == without(read(text).tree, path)
    assert taken_out(text.replace("\n", "\r\n"), path) == after.replace("\n", "\r\n")


def test_a_place_is_named_by_what_stands_there(two):
    documents = [read(t, n) for t, n in ((FIRST, "a.yaml"), (SECOND, "b.yaml"))]
    one, other = (MergeSide(d.name, d, read_project(d)) for d in documents)
    from involve_audit.merge.merge_page import label

    labels = {label(f, one, other) for f in differences(documents[0].tree, documents[1].tree)}
    assert "power.decisions[the question on breath].decided_by" in labels
    assert "power.decisions[the leaflet]" in labels


@pytest.mark.parametrize("flow", [False, True])
def test_many_entries_go_in_at_once_as_one_by_one(run, two, flow):
    entries = [f"{{said: thing {n} of many, by: contributors, answer: taken up, changed: c{n}}}" for n in range(40)]
    lists = [
        f"[{', '.join(some)}]\n" if flow else "\n" + "".join(f"    - {one}\n" for one in some)
        for some in (entries[:3], entries)
    ]
    for name, some in zip(("a.yaml", "b.yaml"), lists, strict=True):
        (two / name).write_text(f"format: 1\ninfluence:\n  log: {some}care:\n  plan: none\n")
    assert run("merge", "a.yaml", "b.yaml", "-o", "m.yaml").code == 0
    text = (two / "m.yaml").read_text()
    assert read(text).tree == read((two / "b.yaml").read_bytes()).tree
    assert text.count("# only in b.yaml") == (1 if flow else 37)


@pytest.mark.parametrize(("one", "other"), [("minimal", "application"), ("bad", "autspaces"), ("minimal", "full")])
def test_what_is_put_in_at_once_stands_where_it_would_one_after_the_other(monkeypatch, one, other):
    """New sections in their order, groups that are begun with several answers, and what fits only alone, as some of the last pair does."""
    text, theirs = (next(p for p in EXAMPLES if p.parent.name == name).read_text("utf-8") for name in (one, other))
    document = read(text)
    found = differences(document.tree, read(theirs).tree)

    def done():
        settled = dict.fromkeys(range(1, len(found), 2), "second")
        return joined(text, found, settled, mark="only there", project=read_project(document))

    def refused(*_):
        raise CannotInsert

    at_once = done()
    monkeypatch.setattr(joining, "put_at_once", refused)
    alone = done()
    assert (at_once.text, at_once.marks) == (alone.text, alone.marks)
