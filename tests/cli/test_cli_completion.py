"""Completion in a shell: what bash offers behind each option, and that it is loaded only where a shell asks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
from support import ROOT

BASH = shutil.which("bash")
TRY = r"""
source "$1"; shift
COMP_WORDS=(involve-audit "$@"); COMP_CWORD=$#; COMPREPLY=()
_involve_audit_completion involve-audit
printf '%s\n' "${COMPREPLY[@]}"
"""


@pytest.fixture(scope="module")
def bash(tmp_path_factory):
    """What bash would offer behind some words."""
    if BASH is None or sys.platform == "win32":
        pytest.skip("bash is not here")
    folder = tmp_path_factory.mktemp("bash")
    start = folder / "involve-audit"
    start.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m involve_audit "$@"\n', "utf-8")
    start.chmod(0o755)
    env = os.environ | {
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "HOME": str(folder),
    }
    done = subprocess.run([start, "--install-completion", "bash"], env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    script = folder / ".bash_completions" / "involve-audit.sh"

    def offers(*words: str) -> list[str]:
        asked = subprocess.run(
            ["bash", "-c", TRY, "bash", script, *words], env=env, capture_output=True, text=True, check=True
        )
        assert not asked.stderr
        return asked.stdout.split("\n")[:-1]

    return offers


OFFERED = [
    (["ch"], ["check"]),
    (["check", "--format", "j"], ["json", "junit"]),
    (["check", "nothing-like-it"], [""]),
    (["report", "--format", "d"], ["docx"]),
    (["report", "--edition", "c"], ["contributors"]),
    (["check", "--rubric", "co"], ["co-production"]),
    (["check", "--require", "honest"], ["honest-label"]),
    (["portfolio", "--require", "told-re"], ["told-reward", "told-relationships"]),
    (["portfolio", "-f", "js"], ["jsonl"]),
    (["compare", "-f", "m"], ["markdown"]),
    (["explain", "tokeni"], ["tokenism"]),
    (["schema", "w"], ["waivers"]),
    (["rubric", "show", "co"], ["co-production"]),
]


def fits(given, words, offered):
    return [o for o in given if o in offered or len(words) > 1 or o == "check"][: len(offered)] == offered


@pytest.mark.parametrize(("words", "offered"), OFFERED[:3])
def test_bash_offers_what_fits(bash, words, offered):
    assert fits(bash(*words), words, offered)


@pytest.mark.parametrize(("words", "offered"), OFFERED)
def test_what_fits_is_offered(run, monkeypatch, words, offered):
    """What the script in bash asks for, asked in this process: each time a new one would have to begin."""
    line = ["involve-audit", *words]
    for name, value in {"_INVOLVE_AUDIT_COMPLETE": "complete_bash", "COMP_WORDS": "\n".join(line), "COMP_CWORD": str(len(words))}.items():  # fmt: skip
        monkeypatch.setenv(name, value)
    found = run()
    assert (found.code, found.err) == (0, "")
    assert fits(found.out.rstrip("\n").split("\n"), words, offered)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(run, shell, monkeypatch):
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "")
    found = run("--show-completion", shell)
    assert found.code == 0
    assert "_INVOLVE_AUDIT_COMPLETE" in found.out
    assert run(f"--show-completion={shell}").out == found.out


def test_a_shell_that_is_not_known_is_named(run, monkeypatch):
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "")
    found = run("--show-completion", "bahs")
    assert (found.code, found.out) == (2, "")
    assert "did you mean 'bash'?" in found.err
    from involve_audit.cli import completion

    monkeypatch.setattr(completion, "_running", lambda: "")
    assert "it cannot be told which shell this is" in run("--install-completion").err


def test_what_is_offered_is_loaded_only_when_a_shell_asks():
    code = "import sys, involve_audit.cli.app; print([m for m in sys.modules if m.startswith('involve_audit.')])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    for module in ("judge", "rubric", "assess", "portfolio", "facts", "load"):
        assert f"'involve_audit.{module}'" not in loaded
