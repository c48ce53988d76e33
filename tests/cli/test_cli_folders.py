"""A folder: nothing that was handed in may vanish. Every name is in what is printed or written, or in the counts."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support import ROOT

from involve_audit.cli.files import find
from involve_audit.cli.folders import look_into

GOOD = "format: 1\nproject: {title: Holds, phase: running}\nstages: none\n"
MAKERS = {
    "project": lambda path: path.write_text(GOOD, "utf-8"),
    "slip": lambda path: path.write_text(GOOD.replace("format", "formatt"), "utf-8"),
    "wide": lambda path: path.write_text(GOOD, "utf-16"),
    "empty": lambda path: path.write_bytes(b""),
    "list": lambda path: path.write_text("- a\n- b\n", "utf-8"),
    "secrets": lambda path: path.write_text("password: quagga\n", "utf-8"),
    "broken": lambda path: path.write_text("a: [\n", "utf-8"),
    "binary": lambda path: path.write_bytes(b"PK\x03\x04\xff\0"),
    "policy": lambda path: path.write_text("policy: 1\ntitle: Ours\n", "utf-8"),
    "rubric": lambda path: shutil.copy(ROOT / "examples" / "own-rubric" / "rubric.yaml", path),
    "waivers": lambda path: path.write_text("waivers: 1\nwaived: none\n", "utf-8"),
    "saved": lambda path: shutil.copy(ROOT / "examples" / "full" / "report.json", path),
    "baseline": lambda path: path.write_text('{"baseline": "1", "files": {}}', "utf-8"),
    "loose link": lambda path: path.symlink_to("nowhere"),
    "folder": lambda path: path.mkdir(),
    "pipe": getattr(os, "mkfifo", Path.touch),
}
ENDINGS = (
    "yaml",
    "yml",
    "YAML",
    "Yml",
    "yaml.txt",
    "YML.TXT",
    "yaml.bak",
    "txt",
    "docx",
    "pdf",
    "xlsx",
    "odt",
    "json",
    "md",
    "csv",
    "zip",
    "",
    "tar.gz",
)


def made(folder, files):
    """Files as they were drawn: the number makes each name its own."""
    names = []
    for n, (kind, ending, hidden) in enumerate(files):
        name = f"{'.' if hidden else ''}f{n}{'.' if ending else ''}{ending}"
        MAKERS[kind](folder / name)
        names.append(name)
    return names


files_in_a_folder = st.lists(
    st.tuples(st.sampled_from([*MAKERS]), st.sampled_from(ENDINGS), st.sampled_from([False] * 5 + [True])), max_size=8
)


@given(files_in_a_folder)
def test_every_name_is_a_project_a_problem_or_counted(tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("any")
    names = made(folder, files)
    found = find((str(folder),))
    told = [*found.names.values(), *(b.file for b in found.beside), *(p.called for p in found.problems)]
    if not found.names and len(found.problems) == 1:
        told = [t for t in told if t != folder.name]  # "there are no project files in this folder"
    assert sorted(told) == sorted(names)
    # What ends like a project file is audited or a problem, unless it plainly is something else of ours.
    for name, (kind, ending, hidden) in zip(names, files, strict=True):
        if ending.lower() in ("yaml", "yml") and not hidden and kind not in ("policy", "rubric", "waivers", "folder"):
            assert name not in [b.file for b in found.beside], (name, kind)


@settings(max_examples=6)
@given(files=files_in_a_folder.filter(len))
def test_every_name_is_in_what_portfolio_and_check_write(run, tmp_path_factory, files):
    folder = tmp_path_factory.mktemp("any")
    names = made(folder, files)
    out = tmp_path_factory.mktemp("out")
    targets = [out / f"t.{ending}" for ending in ("html", "md", "csv", "jsonl", "txt")]
    code = run("portfolio", folder, *(w for t in targets for w in ("-o", t))).code
    for target in targets:
        text = " ".join(target.read_text("utf-8").replace("\\", "").split())
        assert not [n for n in names if n not in text], target.name
        assert "quagga" not in text
    checked = run("check", folder, "--format", "json")
    assert not [n for n in names if n not in checked.out + checked.err]
    assert "quagga" not in checked.out + checked.err
    kinds = {json.loads(line)["kind"] for line in (out / "t.jsonl").read_text("utf-8").splitlines()}
    assert ("unread" in kinds) == (code == 2) == (checked.code == 2)


def test_a_folder_of_one_good_and_one_mistyped_application_is_no_pass(run, tmp_path):
    made(tmp_path, [("project", "yaml", False), ("slip", "yaml", False), ("binary", "docx", False)])
    found = run("portfolio", tmp_path)
    assert found.code == 2
    assert "1 project audited, 1 could not be" in found.out
    assert re.search(r"f1.yaml\n +Could not be audited: line", found.out)
    assert "f2.docx" in found.out
    rows = list(csv.DictReader(io.StringIO(run("portfolio", tmp_path, "--format", "csv").out)))
    assert [r["file"] for r in rows] == ["f0.yaml", "f1.yaml", "f2.docx"]
    assert [bool(r["problem"]) for r in rows] == [False, True, True]
    assert run("report", tmp_path, "-o", tmp_path / "r.md").code == 2
    assert "f1.yaml" in (tmp_path / "r.md").read_text("utf-8")


def test_what_is_plainly_something_else_of_ours_breaks_nothing(run, tmp_path):
    made(tmp_path, [("project", "yaml", False), *((k, "yaml", False) for k in ("policy", "rubric", "waivers"))])
    made(
        tmp_path,
        [("project", "yaml", False)]
        + [("binary", "pdf", False)] * 4
        + [(k, "json", False) for k in ("saved", "baseline")],
    )
    found = run("check", tmp_path, "--allow-unknown", "--report-only")
    assert found.code == 0
    for says in (
        "(a policy file)",
        "(a rubric)",
        "(a file of waivers)",
        "(a saved audit)",
        "(a baseline)",
        "4 are no YAML",
    ):
        assert says in found.err


@pytest.mark.parametrize(
    "key", ["project: {title: x}", "filled_in: {when: 2026}", "views: none", "power: {final_say: team}"]
)
def test_a_policy_that_holds_a_key_of_a_project_is_not_passed_over(tmp_path, key):
    (tmp_path / "a.yaml").write_text(f"policy: 1\ntitle: x\n{key}\n", "utf-8")
    assert find((str(tmp_path),)).files


def test_links_and_names_that_say_the_same_file_are_told(tmp_path):
    (tmp_path / "in" / "deep" / "empty").mkdir(parents=True)
    (tmp_path / "in" / "a.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "in" / "b.yaml").symlink_to("a.yaml")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    found = find((str(tmp_path / "in"),))
    assert [*found.names.values()] == ["a.yaml"]
    assert [(b.kind, b.file) for b in found.beside] == [("same", "b.yaml"), ("empty", "deep/empty")]
    assert [p.called for p in found.problems] == ["loop"]
    assert "link to a folder" in found.problems[0].says


def test_what_a_run_writes_and_reads_beside_is_not_counted_as_handed_in(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made(tmp_path, [("project", "yaml", False)])
    for _ in range(2):
        found = run("portfolio", ".", "-o", "table.html", "-o", "table.jsonl")
        assert "beside" not in found.err
    assert run("check", ".", "--output", "json:a.json", "--report-only").err.count("a.json") == 1
    assert "a.json" in run("check", ".").err  # later it is a file like any other
    # Written into the very folder that is looked into: the rest of it is still told.
    made(tmp_path, [("project", "yaml", False), ("binary", "docx", False)])
    assert "f1.docx" in run("report", ".", "-o", ".").err


def test_names_that_are_no_unicode_are_told_and_break_nothing(run, tmp_path):
    try:
        with open(os.fsencode(tmp_path) + b"/\xff.yaml", "w", encoding="utf-8") as file:
            file.write(GOOD)
        with open(os.fsencode(tmp_path) + b"/\xfe.docx", "w", encoding="utf-8") as file:
            file.write("")
    except OSError:
        pytest.skip("this system knows no such names")
    for form in ("text", "markdown", "html", "csv", "jsonl"):
        found = run("portfolio", tmp_path, "--format", form, "--report-only")
        assert "internal error" not in found.err, form
        assert found.code == 0
    for form in ("text", "json", "sarif", "junit", "html"):
        assert "internal error" not in run("check", tmp_path, "--format", form).err


def test_a_pattern_stands_for_files_links_and_folders(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "apps").mkdir()
    made(tmp_path / "apps", [("project", "yaml", False), ("loose link", "yaml", False)])
    assert find(("ap*",)).files == ["apps/f0.yaml"]
    assert [p.called for p in find(("ap*",)).problems] == ["apps/f1.yaml"]
    assert find(("apps/*.yaml",)).files == ["apps/f0.yaml", "apps/f1.yaml"]


# --- without a file ---------------------------------------------------------------------------------------------


def test_without_a_file_the_project_file_of_this_folder_is_meant(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for command in (["check"], ["check", "--report-only"], ["report", "-o", "r.md"], ["report", "-o", "r.md", "--edition", "contributors"],
                    ["flip"], ["flip", "--no-pairs"], ["facts"]):  # fmt: skip
        found = run(*command)
        assert (found.code, found.out) == (2, "")
        assert "there is no project.yaml in this folder" in found.err
        assert "`involve-audit init` writes a project.yaml" in found.err
    (tmp_path / "project.yaml").write_text(GOOD, "utf-8")
    assert run("check").out == run("check", "project.yaml").out
    assert run("flip", "--no-pairs").out == run("flip", "--no-pairs", "project.yaml").out
    assert run("facts").out == run("facts", "project.yaml").out
    assert run("report", "-o", "r.md").code == 0
    (tmp_path / "project.yaml").unlink()
    (tmp_path / "project.yaml").symlink_to("nowhere")
    assert "no such file" in run("check").err


PROJECT_TEXT = "format: 1\nproject: {title: x, phase: running}\n"


@pytest.mark.parametrize(
    "name", ["a.yamll", "a.yaml.orig", "a.ymal", "a.md", "a.bak", "a.yaml.zip", "a.conf", "a.docx", "a.txt.part"]
)
@pytest.mark.parametrize("begin", ["", "# our project\n", "---\n", "\ufeff", "\n\n"])
def test_a_project_file_of_any_name_does_not_vanish(run, tmp_path, name, begin):
    (tmp_path / "good.yaml").write_text(PROJECT_TEXT, encoding="utf-8")
    (tmp_path / name).write_text(begin + PROJECT_TEXT, encoding="utf-8")
    done = run("portfolio", tmp_path, "--format", "text", "--report-only")
    assert done.code == 2
    assert f"{name}: this reads like a project file" in done.err


INDENTED = "  # ours\n" + "".join(f"  {line}\n" for line in PROJECT_TEXT.splitlines())


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("b.yaml", INDENTED, ""),
        ("b.txt", INDENTED, "this reads like a project file"),
        ("b.yaml", "waivers: 1\nwaived: []\nstages: {design: {role: led}}\n", "this is a file of waivers, and a project file is needed here"),
        ("b.yaml", "policy: 1\nrooms: {panel: {contributors: 3}}\n", "this is a policy file, and a project file is needed here"),
        ("b.yaml", "rubric: 1\naccess: {language: none}\n", "this is a rubric, and a project file is needed here"),
    ],
)  # fmt: skip
def test_a_project_file_does_not_vanish_for_what_stands_around_its_keys(run, tmp_path, name, text, says):
    (tmp_path / "good.yaml").write_text(PROJECT_TEXT, encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    done = run("portfolio", tmp_path, "--format", "text", "--report-only")
    assert done.code == (2 if says else 0), done.err
    assert says in done.err
    assert f"{1 if says else 2} project" in done.out


@pytest.mark.parametrize("name", ["README.md", "run.sh", "notes.html", "a.py"])
def test_a_text_that_shows_a_project_file_is_none(run, tmp_path, name):
    (tmp_path / "good.yaml").write_text(PROJECT_TEXT, encoding="utf-8")
    (tmp_path / name).write_text("This is what one looks like:\n```\n" + PROJECT_TEXT + "```\n", encoding="utf-8")
    done = run("portfolio", tmp_path, "--format", "text", "--report-only")
    assert done.code == 0, done.err
    assert f"no YAML, and was not read: {name}" in done.err or name in done.err


def test_a_folder_that_holds_only_a_link_to_another_is_not_called_empty(tmp_path):
    """What the link leads to may be projects: that it was not followed is said, and not also that there is nothing."""
    (tmp_path / "linking").mkdir()
    (tmp_path / "nothing").mkdir()
    (tmp_path / "linking" / "applications").symlink_to(tmp_path / "nothing", target_is_directory=True)
    found = look_into(str(tmp_path))
    assert [(beside.kind, Path(beside.file).name) for beside in found.beside] == [("empty", "nothing")]
    assert [Path(file).name for file, _ in found.problems] == ["applications"]
