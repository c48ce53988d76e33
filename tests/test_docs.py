"""The documents say what is so: paths exist, commands exist, examples run."""

from __future__ import annotations

import re
import subprocess
import sys

from support import ROOT, rows

DOCUMENTS = [
    "README.md",
    "CONTRIBUTING.md",
    "examples/README.md",
    "CHANGELOG.md",
    *sorted(f"docs/{p.name}" for p in (ROOT / "docs").glob("*.md")),
]
LINK = re.compile(r"\[[^\]]*\]\(([^)#]+?)(?:#[^)]*)?\)")


@rows("name", DOCUMENTS)
def test_every_path_in_a_document_exists(name):
    page = ROOT / name
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if not target.startswith(("http://", "https://")):
            assert (page.parent / target.replace("\\", "")).exists(), f"{name} names {target}"


def blocks(language: str, name: str = "README.md") -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, flags=re.M | re.S)


def test_the_first_two_blocks_are_two_commands_of_one_line():
    first, second = blocks("sh")[:2]
    assert first.count("\n") == second.count("\n") == 1
    assert "examples/full/project.yaml" in first
    assert "pytest" in second


def test_ci_runs_the_second_command_of_the_readme():
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "README.md" in script
    assert "n == 2" in script


def test_the_file_in_the_readme_is_audited():
    """In a process of its own, as somebody does who follows the README."""
    (example,) = blocks("yaml")
    found = subprocess.run(
        [sys.executable, "-m", "involve_audit", "check", "-", "--date", "2026-11-23"],
        input=example, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False,
    )  # fmt: skip
    assert found.returncode == 1, found.stderr
    assert "onsultation" in found.stdout or "nvolvement" in found.stdout


def test_every_command_is_in_the_readme_and_has_help(run):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = run("--help").out
    commands = re.findall(r"^  ([a-z]+) {2,}\S", listed.split("Commands:", 1)[1], flags=re.M)
    assert {"check", "report", "init", "explain", "facts", "rubric", "schema"} <= set(commands)
    for command in commands:
        assert f"`{command}" in text, f"the README does not name {command}"
        helped = run(command, "--help")
        assert helped.code == 0
        assert len(helped.out.split()) > 12


def test_every_term_that_the_readme_explains_can_be_explained(run):
    assert run("explain", "tokenism").code == 0


def test_the_changelog_has_a_place_for_what_comes_next():
    assert "## Unreleased" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_no_document_uses_words_that_blame_people():
    pattern = re.compile(r"hard[- ]to[- ]reach", re.I)
    for path in [
        *ROOT.glob("*.md"),
        *ROOT.glob("rubrics/*.yaml"),
        *ROOT.glob("src/**/*.py"),
        *ROOT.glob("src/**/templates/*"),
    ]:
        for line in path.read_text(encoding="utf-8").splitlines():
            if pattern.search(line):
                assert "never" in line or "not" in line, f"{path}: {line}"
