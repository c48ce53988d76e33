"""The exports from the command line: where they go, how Markdown and HTML are told apart, and what is refused."""

from __future__ import annotations

import json

import pytest

PROJECT = """\
format: 1
project: {title: Waiting well, phase: running, called: consultation}
stages: {design: {role: consulted, status: done, when: 2025-03, people: up to 15, asked: What is missing?}}
reward: {pay: none}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("kind", ["gripp2", "crosswalk", "application"])
def test_check_prints_markdown_and_keeps_its_exit_code(run, project, kind):
    found = run("check", "--format", kind, "project.yaml")
    assert found.code == run("check", "project.yaml").code
    assert found.out.startswith("# Waiting well\n")
    assert "up to 15" in found.out
    assert "<" not in found.out


@pytest.mark.parametrize("kind", ["gripp2", "crosswalk", "application"])
def test_a_report_without_a_place_to_write_to_is_printed_as_markdown(run, project, kind):
    printed = run("report", "project.yaml", "--format", kind)
    assert run("report", "project.yaml", "--format", kind, "-o", "a.md").code == 0
    assert printed.out == (project / "a.md").read_text(encoding="utf-8")


def test_check_without_excerpts_quotes_nothing(run, project):
    found = run("check", "--no-excerpts", "--format", "gripp2", "project.yaml")
    assert "What is missing" not in found.out
    assert "up to 15" not in found.out
    assert "1. Aim" in found.out


def test_the_ending_of_the_file_says_markdown_or_html(run, project):
    found = run("report", "project.yaml", "--format", "gripp2", "-o", "a.md", "-o", "a.HTML", "-o", "b.htm")
    assert found.code == 0
    assert (project / "a.md").read_text(encoding="utf-8").startswith("# Waiting well")
    assert (project / "a.HTML").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (project / "b.htm").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert found.err.count("wrote ") == 3


def test_in_a_folder_an_export_does_not_take_the_name_of_the_report(run, project):
    (project / "out").mkdir()
    assert run("report", "project.yaml", "-o", "out/").code == 0
    for kind in ("gripp2", "application"):
        assert run("report", "project.yaml", "--format", kind, "-o", "out/").code == 0
    assert sorted(p.name for p in (project / "out").iterdir()) == [
        "project-application.html",
        "project-gripp2.html",
        "project.html",
    ]


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a", "a.md.bak"])
def test_another_ending_is_refused_and_nothing_is_written(run, project, name):
    found = run("report", "project.yaml", "--format", "crosswalk", "-o", name)
    assert found.code == 2
    assert (
        f"crosswalk is written as a page or as Markdown; end the name {name} in .html, .htm, .md, .markdown"
        in found.err
    )
    assert sorted(p.name for p in project.iterdir()) == ["project.yaml"]


def test_an_unknown_format_gets_the_nearest_guess(run, project):
    found = run("check", "--format", "gripp", "project.yaml")
    assert found.code == 2
    assert "did you mean 'gripp2'?" in found.err


def test_what_report_saved_as_json_can_be_exported(run, project):
    assert run("report", "project.yaml", "-o", "saved.json").code == 0
    assert run("report", "project.yaml", "--format", "application", "-o", "one.md").code == 0
    assert run("report", "saved.json", "--format", "application", "-o", "two.md").code == 0
    assert (project / "one.md").read_text(encoding="utf-8") == (project / "two.md").read_text(encoding="utf-8")


def test_json_without_exports_is_refused_for_an_export_and_good_for_a_report(run, project):
    printed = run("check", "--format", "json", "project.yaml").out
    saved = json.loads(printed)
    assert saved["exports"] == []
    (project / "checked.json").write_text(printed, encoding="utf-8")
    # An audit saved by a version that knew no exports has not even the field.
    del saved["exports"], saved["statements"]
    (project / "old.json").write_text(json.dumps(saved), encoding="utf-8")
    for name in ("checked.json", "old.json"):
        found = run("report", name, "--format", "gripp2", "-o", "a.md")
        assert found.code == 2
        assert "the saved audit of project.yaml holds nothing for gripp2; give the project file" in found.err
        assert not (project / "a.md").exists()
        assert run("report", name, "-o", "b.md").code == 0


def test_several_files_are_sections_of_one_document(run, project):
    (project / "other.yaml").write_text(PROJECT.replace("Waiting well", "Sleeping badly"), encoding="utf-8")
    found = run("report", "project.yaml", "other.yaml", "--format", "gripp2", "-o", "both.md")
    assert found.code == 0
    text = (project / "both.md").read_text(encoding="utf-8")
    assert text.index("## Waiting well") < text.index("## Sleeping badly")
    assert text.count("| **5. ") == 2
