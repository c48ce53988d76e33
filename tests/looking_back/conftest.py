"""A git repository with a scripted history."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest


class Scripted:
    """A repository in a folder of its own; every commit has a day that is told."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "-q", "-b", "main")
        self.git("config", "user.name", "Wilhelmina Secretname")
        self.git("config", "user.email", "wilhelmina@secretname.example")

    def git(self, *arguments: str, day: str = "2025-01-01") -> str:
        at = f"{day}T12:00:00Z"
        environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith("GIT_CONFIG")}
        environment |= {"GIT_COMMITTER_DATE": at, "GIT_AUTHOR_DATE": at}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=environment, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    def commit(self, day: str, text: str | None = None, name: str = "project.yaml") -> str:
        """Commit a text, or what was staged, and give the short name of the commit."""
        if text is not None:
            (self.folder / name).write_text(text, encoding="utf-8")
            self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "Tell Wilhelmina Secretname", day=day)
        return self.git("rev-parse", "HEAD")[:12]


@pytest.fixture
def repository(tmp_path, monkeypatch):
    # No settings of whoever runs the tests.
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return Scripted(folder)
