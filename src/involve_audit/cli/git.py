"""Reading versions of a file through the `git` command: nothing is changed, nothing is fetched, no shell is used.

Git is asked in English and without a pager, so that its answers can be read whatever the user's settings are. What it
needs to know comes as separate arguments, revisions are turned into hashes first, and file names stand behind `--`.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from dataclasses import dataclass

from involve_audit.cli.outcome import Usage

_QUIET = (
    "--no-pager", "--literal-pathspecs", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false",
    "-c", "log.mailmap=false", "-c", "color.ui=false", "-c", "protocol.allow=never",
)  # fmt: skip
"""Settings of a user that would change what is printed, run another program, or fetch from a network."""


@dataclass(frozen=True)
class Revision:
    """A commit.

    Attributes:
        hash: its full name.
        short: its first twelve characters: the same in every clone, which git's own short names are not.
        date: its day, where it was committed.
    """

    hash: str
    date: dt.date

    @property
    def short(self) -> str:
        """The first characters of its name."""
        return self.hash[:12]


@dataclass(frozen=True)
class FileVersion:
    """A commit that changed a file.

    Attributes:
        revision: the commit.
        path: the file's name in the repository at that time.
        gone: whether the commit deleted it.
    """

    revision: Revision
    path: str
    gone: bool


class Repository:
    """The repository around a folder."""

    def __init__(self, folder: str) -> None:
        """Find the repository.

        Raises:
            Usage: git is missing, or the folder lies in no repository that it may read.
        """
        self._folder = folder or "."
        top = self._ask("rev-parse", "--show-toplevel")
        # From here on git is run at the top, where the names in the repository and the names for git are the same.
        self._folder = self.top = os.path.realpath(os.fsdecode(top).rstrip("\r\n"))

    @property
    def shallow(self) -> bool:
        """Whether only the latest commits were fetched."""
        return self._ask("rev-parse", "--is-shallow-repository").strip() == b"true"

    @property
    def empty(self) -> bool:
        """Whether there is no commit yet."""
        return self._run("rev-parse", "--verify", "--quiet", "HEAD").returncode != 0

    def revision(self, name: str) -> Revision:
        """The commit that a name stands for: a branch, a tag, a hash, `HEAD~2`, `main@{2025-01-31}`.

        Raises:
            Usage: there is none.
        """
        refused = Usage(
            f"git knows no commit '{name[:80]}' here; write a branch, a tag, a hash or HEAD~1" + self._if_shallow()
        )
        if not name or name.startswith("-") or "\n" in name or "\0" in name:
            raise refused
        found = self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        text = os.fsdecode(found.stdout).strip()
        if found.returncode or not text:
            raise refused
        day = self._ask("show", "--no-patch", "--no-show-signature", "--format=format:%cd", "--date=short", text)
        return Revision(text, _day(day))

    def path_of(self, name: str) -> str:
        """A file's name in the repository, with `/` between folders.

        Raises:
            Usage: it lies outside.
        """
        # The folder may be reached by a link; the file itself may be one, and git knows the link.
        folder, base = os.path.split(os.path.abspath(name))
        place = os.path.relpath(os.path.join(os.path.realpath(folder), base), self.top)
        if place == os.pardir or place.startswith(os.pardir + os.sep) or os.path.isabs(place):
            raise Usage(f"{name} lies outside the git repository of this folder")
        return place.replace(os.sep, "/")

    def text(self, revision: Revision, path: str) -> bytes | None:
        """What stood in a file at a commit; None where there was no such file."""
        kind = self._run("cat-file", "-t", f"{revision.hash}:{path}")
        if kind.returncode or kind.stdout.strip() != b"blob":
            return None
        found = self._run("cat-file", "blob", f"{revision.hash}:{path}")
        return found.stdout if found.returncode == 0 else None

    def changes(self, path: str, until: Revision | None = None) -> list[FileVersion]:
        """Every commit that changed a file on the line that leads here, from the newest to the oldest, through renames.

        Only first parents are followed: what stood on two branches at once is no course, and a promise that one of them
        did not have yet would look deleted. Work that was merged counts from the merge on.
        """
        listed = self._ask(
            "log", "--follow", "--find-renames", "-m", "--first-parent", "-z", "--name-status", "--no-ext-diff", "--no-textconv", "--no-color", "--no-notes", "--date=short",
            "--format=format:%x01%H%x00%cd", until.hash if until is not None else "HEAD", "--", path,
        )  # fmt: skip
        found = []
        for record in listed.split(b"\x01")[1:]:
            head, _, files = record.partition(b"\n")
            name, _, day = head.partition(b"\0")
            parts = [p for p in files.split(b"\0") if p]
            if len(parts) < 2:
                continue
            # `R100 old new` names two files: the new one is it.
            found.append(
                FileVersion(Revision(os.fsdecode(name), _day(day)), os.fsdecode(parts[-1]), parts[0].startswith(b"D"))
            )
            if parts[0].startswith(b"C"):
                break  # what it was copied from, a template or another project, has a course of its own
        return found

    def is_ancestor(self, one: Revision, other: Revision) -> bool:
        """Whether a commit lies at or before another one."""
        return self._run("merge-base", "--is-ancestor", one.hash, other.hash).returncode == 0

    def _if_shallow(self) -> str:
        return "; this clone is shallow, and older commits are not here (git fetch --unshallow)" if self.shallow else ""

    def _ask(self, *arguments: str) -> bytes:
        """Git's answer.

        Raises:
            Usage: git refuses, in its own words where there are none of ours.
        """
        found = self._run(*arguments)
        if found.returncode:
            raise Usage(_why(found.stderr.decode("utf-8", "replace"), self._folder))
        return found.stdout

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603  (no shell; each argument stands for itself)
                ["git", *_QUIET, "-C", self._folder, *arguments],  # noqa: S607  (the user's own git)
                env=_environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False,
            )  # fmt: skip
        except FileNotFoundError:
            if not os.path.isdir(self._folder):
                raise Usage(f"there is no folder '{self._folder}'") from None
            raise Usage(
                "the `git` command is missing, and versions of a file are read through it; install git, or name two files to compare"
            ) from None
        except PermissionError:
            raise Usage("the `git` command may not be run here (no permission)") from None


def _environment() -> dict[str, str]:
    """The user's environment, without what a hook or a test left in it, and with answers in English."""
    kept = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith("GIT_") or k.startswith(("GIT_CONFIG", "GIT_EXEC_PATH", "GIT_CEILING"))
    }
    return kept | {
        "LC_ALL": "C",
        "LANGUAGE": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
    }


def _day(text: bytes) -> dt.date:
    return dt.date.fromisoformat(text.decode("ascii").strip()[:10])


def _why(said: str, folder: str) -> str:
    if "not a git repository" in said:
        return f"'{folder}' lies in no git repository; versions of a file are read from git. Name two files to compare instead"
    if "dubious ownership" in said:
        return (
            f"git does not read the repository around '{folder}', because it belongs to another user. If you trust it: "
            "git config --global --add safe.directory PATH"
        )
    if "must be run in a work tree" in said or "bare repository" in said:
        return f"'{folder}' lies in a bare repository, which has no files; use a clone of it"
    lines = " ".join(said.replace("fatal:", "").split())
    return f"git says: {lines[:300] or 'nothing, and fails'}"
