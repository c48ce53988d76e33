"""The page "In CI", the action and the hooks: what they show is run, and checked by the tools that know such files."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
from itertools import cycle, pairwise

import junitparser
import pytest
import yaml
from support import ROOT

PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```$", PAGE, flags=re.M | re.S)
COMMANDS = [
    line.strip().removeprefix("- ")
    for _, text in BLOCKS
    for line in text.splitlines()
    if re.match(r"\s*(- )?involve-audit (check|report) ", line)
]
YAML = [yaml.safe_load(text) for language, text in BLOCKS if language == "yaml"]


@pytest.fixture
def scratch(tmp_path):
    """A folder as the page supposes it: a project file, and a folder of applications."""
    (tmp_path / "applications").mkdir()
    shutil.copy(ROOT / "examples" / "application" / "project.yaml", tmp_path / "applications" / "one.yaml")
    shutil.copy(ROOT / "examples" / "bad" / "project.yaml", tmp_path / "applications" / "two.yaml")
    shutil.copy(ROOT / "examples" / "minimal" / "project.yaml", tmp_path / "project.yaml")
    return tmp_path


def test_every_command_of_the_page_runs_and_writes_what_it_names(scratch, run, monkeypatch):
    monkeypatch.chdir(scratch)
    monkeypatch.setenv("CI", "true")
    assert len(COMMANDS) == 5
    for command in COMMANDS:
        name, *arguments = shlex.split(command)
        assert name == "involve-audit"
        done = run(*arguments)
        assert done.code in (0, 1), done.err
        for option, value in pairwise(arguments):
            if option in ("--output", "-o"):
                assert (scratch / value.partition(":")[2] if option == "--output" else scratch / value).stat().st_size
    assert json.loads((scratch / "involve-audit.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads((scratch / "gl-code-quality-report.json").read_text("utf-8"))
    assert len(list(junitparser.JUnitXml.fromfile(str(scratch / "involve-audit.xml")))) == 2


def test_the_gitlab_snippet_hands_on_what_it_writes():
    (job,) = (block["involve-audit"] for block in YAML if "involve-audit" in block)
    reports = job["artifacts"]["reports"]
    assert f"gitlab:{reports['codequality']}" in job["script"][-1]
    assert f"junit:{reports['junit']}" in job["script"][-1]
    assert job["artifacts"]["when"] == "always"


def test_the_page_names_every_format_and_its_exit_codes():
    from involve_audit.render import FORMATS

    table = PAGE.split("## Formats", 1)[1].split("##", 1)[0]
    # Formats for one thing (a slide, a card) have pages of their own.
    for name in ("text", "markdown", "html", "json", "sarif", "junit", "github", "gitlab", "csv"):
        assert f"`{name}`" in table
        assert name in FORMATS


def checked(schema: str, text: str, folder) -> None:
    path = folder / "checked.yml"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_snippets_and_the_action_keep_to_their_schemas(tmp_path):
    workflow, gitlab = (text for language, text in BLOCKS if language == "yaml" and "repos:" not in text)
    checked("vendor.github-workflows", workflow, tmp_path)
    checked("vendor.gitlab-ci", gitlab, tmp_path)
    checked("vendor.github-actions", (ROOT / "action.yml").read_text(encoding="utf-8"), tmp_path)


# --- the action ------------------------------------------------------------------------------------

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))


def test_steps_are_pinned_and_no_input_stands_in_a_script():
    used = [s["uses"] for s in ACTION["runs"]["steps"] if "uses" in s]
    used += re.findall(r"uses: (\S+)", PAGE.replace("OWNER/involve-audit@COMMIT", ""))
    assert used
    for use in used:
        assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", use) or use == "-", use
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    given = {v for s in ACTION["runs"]["steps"] for v in {**s.get("env", {}), **s.get("with", {})}.values()}
    assert given == {f"${{{{ inputs.{name} }}}}" for name in ACTION["inputs"]}


@pytest.fixture
def action(scratch):
    """The script of the action, run as GitHub runs it."""
    bin_ = scratch / "tmp" / "involve-audit" / "bin"
    bin_.mkdir(parents=True)
    start = bin_ / "involve-audit"
    shown = 'if [ -n "$ONLY_SHOWN" ]; then printf \'%s\\0\' "$@"; exit; fi'
    start.write_text(f'#!/bin/sh\n{shown}\nexec "{sys.executable}" -m involve_audit "$@"\n', encoding="utf-8")
    start.chmod(0o755)
    (step,) = (s for s in ACTION["runs"]["steps"] if s.get("name") == "Check")
    names = dict.fromkeys(ACTION["inputs"], "") | {k: v.get("default", "") for k, v in ACTION["inputs"].items()}

    def run(*, only_shown: bool = False, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the script; with `only_shown` the command is not started, and prints what it was given."""
        told = names | {k.replace("_", "-"): v for k, v in inputs.items()}
        environment = {
            variable: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: told[m[1]], value)
            for variable, value in step["env"].items()
        }
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=scratch, capture_output=True, text=True, encoding="utf-8", check=False,
            env=os.environ | environment | {"RUNNER_TEMP": str(scratch / "tmp"), "CI": "true", "GITHUB_STEP_SUMMARY": str(scratch / "page.md"),
                              "ONLY_SHOWN": "1" if only_shown else ""},
        )  # fmt: skip

    return run


@pytest.fixture
def handed_on(action, scratch, run, monkeypatch):
    """What the script, run by bash, hands on to the command, run in this process."""
    monkeypatch.chdir(scratch)
    monkeypatch.setenv("CI", "true")

    def command(**inputs: str):
        done = action(only_shown=True, **inputs)
        assert done.returncode == 0, done.stderr
        return run(*done.stdout.split("\0")[:-1])

    return command


@pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="the action needs bash")
def test_the_action_checks_writes_and_fails_as_the_command_does(action, handed_on, scratch):
    """Whether it fails is what the command says, seen in a process of its own for each of three ends: 0, 1 and 2."""
    assert action(files="applications/one.yaml", report_only="true").returncode == 0
    done = action(
        files="applications/two.yaml\napplications/one.yaml\n",
        output="sarif:a b.sarif\nhtml:x.html\n",
        require="honest-label\n",
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error ")
    assert json.loads((scratch / "a b.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert (scratch / "x.html").exists()
    assert "How people are involved" in (scratch / "page.md").read_text("utf-8")
    assert handed_on(files="applications", report_only="true").code == 0
    assert handed_on(files="nowhere.yaml", report_only="true").code == 2
    assert handed_on(files="").code == handed_on(files="project.yaml").code == 1  # project.yaml is meant
    assert handed_on(files="", allow_unknown="true").code in (0, 1)
    hostile = '$(touch pwned)\n`touch pwned`\n; touch pwned\n--rubric=x\n"; touch pwned; "\n'
    done = action(files=hostile, format="$(touch pwned)", output=hostile, rubric="$(touch pwned)")
    assert done.returncode == 2
    assert not (scratch / "pwned").exists()
    assert handed_on(files="--version").code == 2


@pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="the action needs bash")
def test_the_action_holds_to_a_policy(handed_on, run, scratch):
    for name in ("funder.yaml", "waivers.yaml"):
        shutil.copy(ROOT / "examples" / "policy" / name, scratch / name)
    told = {"files": "applications/one.yaml", "date": "2026-11-23", "format": "json"}
    plain, held = (json.loads(handed_on(**told, **more).out)["policy"] for more in ({}, {"policy": "funder.yaml"}))
    assert len(held["conditions"]) > len(plain["conditions"])
    run("check", "applications/one.yaml", "--date=2026-11-23", "--write-baseline=b.json")
    found = json.loads(handed_on(**told, baseline="b.json", allow_unknown="true").out)
    assert found["baseline"]["unchanged"]
    assert found["date"] == "2026-11-23"
    assert "is not among the files" in handed_on(**told, waivers="waivers.yaml").err


OPTIONS = ("x\n--report-only", "--report-only", "--help", "-h", "--version")


@pytest.mark.skipif(shutil.which("bash") is None or sys.platform == "win32", reason="the action needs bash")
def test_no_value_of_the_action_becomes_an_option(handed_on):
    names = [n for n in ACTION["inputs"] if n not in ("python-version", "excerpts", "report-only", "allow-unknown", "settings")]  # fmt: skip
    # Every value in the place of a file, of which there may be many; and each other input with one of them, in turn.
    tried = [("files", value) for value in OPTIONS] + list(zip(names, cycle(OPTIONS), strict=False))
    for name, value in tried:
        found = handed_on(**({"files": "applications/two.yaml"} | {name.replace("-", "_"): value}))
        assert found.code == 2, (name, value, found.out[:200])
        assert "Usage:" not in found.out
    for name in ("excerpts", "report_only", "allow_unknown", "settings"):
        assert handed_on(files="applications/two.yaml", **{name: "--report-only"}).code == 1


# --- pre-commit ------------------------------------------------------------------------------------


def test_the_hooks_start_commands_that_there_are(scratch, run, monkeypatch):
    monkeypatch.chdir(scratch)
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (config,) = (block for block in YAML if "repos" in block)
    ids = {hook["id"] for hook in hooks}
    assert {h["id"] for repo in config["repos"] for h in repo["hooks"]} <= ids
    codes = {}
    for hook in hooks:
        assert {"id", "name", "entry", "language", "files"} <= set(hook)
        assert re.search(hook["files"], "applications/one/project.yaml")
        assert not re.search(hook["files"], "applications/one/my-project.yaml")
        name, *arguments = shlex.split(hook["entry"])
        assert name == "involve-audit"
        for file in ("project.yaml", "applications/two.yaml", "nowhere/project.yaml"):
            codes[hook["id"], file] = run(*arguments, file).code
    assert codes["involve-audit", "applications/two.yaml"] == 1
    assert codes["involve-audit-valid", "applications/two.yaml"] == 0
    assert codes["involve-audit-valid", "nowhere/project.yaml"] == codes["involve-audit", "nowhere/project.yaml"] == 2


def test_the_page_keeps_its_examples_apart_from_its_text():
    assert all(language in ("sh", "yaml", "groovy") for language, _ in BLOCKS)
    for language, text in BLOCKS:
        if language == "yaml":
            assert yaml.safe_load(textwrap.dedent(text))
