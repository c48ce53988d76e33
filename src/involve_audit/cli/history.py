"""`history`: the versions of a project file in git, judged by one rubric, and what became of its promises."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, page_output, redact, streams
from involve_audit.cli.compare import folder_of, show
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import day, rubric_of
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    from involve_audit.cli.git import FileVersion, Repository
    from involve_audit.compare import Commit

_MANY = 20
"""From so many versions on somebody waits long enough to wonder."""
MOST = 200
"""So many versions are looked at where nobody says otherwise."""


@dataclass(frozen=True)
class HistoryRequest:
    """What `history` was asked for; the options of the command line, one by one.

    Attributes:
        excerpts: whether the file may be quoted; None leaves it to where this runs.
        isolated: whether settings beside the project file are left alone.
    """

    file: str
    rubric: str | None = None
    date: str | None = None
    since: str | None = None
    most: int = MOST
    format: str | None = None
    outputs: tuple[str, ...] = ()
    width: int | None = None
    excerpts: bool | None = None
    isolated: bool = False


def command(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The project file.", show_default=False)],
    rubric: shared.Rubric = None,
    date: Annotated[
        str | None, shared.day("The day as of which promises are looked at in the end. [default: today]")
    ] = None,
    since: Annotated[str | None, shared.day("Only versions committed on that day or later.", "--since")] = None,
    most: Annotated[int, typer.Option("--max", metavar="N", min=1, help="Only the latest N versions.")] = 200,
    format: shared.PageFormat = None,  # noqa: A002
    output: shared.PageOutput = None,
    excerpts: shared.Excerpts = None,
    width: shared.Width = None,
    isolated: shared.Isolated = False,
) -> int:
    """Walk through the git versions of a project file, and draw the course.

    Every version is judged by one rubric as of the day of its commit. Promises are followed to the commit by which they were
    kept, broken or deleted. Versions that cannot be read are listed. Authors and subjects of commits are not shown. Needs the
    `git` command; nothing is changed and nothing is fetched.

    Exit codes: 0 shown; 2 no version could be read, or git is missing, or there is no repository.
    """
    return history(
        HistoryRequest(file, rubric, date, since, most, format, tuple(output or ()), width, excerpts, isolated)
    )


def history(request: HistoryRequest) -> int:
    """Walk through the versions, print or write, and give the exit code."""
    from involve_audit.cli.git import Repository
    from involve_audit.cli.settings import rubric_by
    from involve_audit.compare import course

    asked = page_output.asked(request.format, request.outputs)
    excerpts = not redact.by_default() if request.excerpts is None else request.excerpts
    with redact.messages(excerpts=excerpts):
        by = rubric_by((request.file,), request.rubric, isolated=request.isolated)
        as_of, rubric = day(request.date), rubric_of(by)
    if request.file == files.STDIN:
        raise Usage("the course of a file is read from git; name the file")
    if os.path.isdir(request.file):
        raise Usage(
            f"{request.file}: this is a folder, and its course would be that of all files in it; name the project file"
        )
    repository = Repository(folder_of(request.file))
    path = repository.path_of(request.file)
    commits, notes = _commits(repository, path, request)
    latest = commits[-1].date
    if request.date is None:
        # East of here it may be tomorrow already.
        as_of = max(as_of, latest)
    if latest > as_of:
        raise Usage(f"--date {as_of.isoformat()} lies before the last version, of {latest.isoformat()}")
    if len(commits) > _MANY:
        streams.err(f"judging {len(commits)} versions")
    found = course(
        files.named(request.file), commits, rubric, as_of, notes, stays=None if excerpts else redact.nobodys_own()
    )
    if not excerpts:
        from involve_audit.cli.redact_pages import without_excerpts

        found = without_excerpts(found)
    show(found, asked, request.width, {request.file})
    return outcome.HOLDS if any(v.state == "read" for v in found.versions) else outcome.BROKEN


def _commits(repository: Repository, path: str, request: HistoryRequest) -> tuple[list[Commit], list[str]]:
    """The versions from the oldest to the newest, and what was left out."""
    if repository.empty:
        raise Usage("there is no commit yet in this git repository")
    changes = repository.changes(path)
    if not changes:
        there = " It is there, and was never committed." if os.path.exists(request.file) else ""
        raise Usage(f"{request.file}: git knows no version of this file.{there}")
    notes = []
    if repository.shallow:
        notes.append("This clone is shallow: older versions may be missing. `git fetch --unshallow` brings them.")
    if _uncommitted(repository, request.file, changes[0]):
        notes.append(
            "The file holds changes that are not committed yet. They are not in the course; `compare FILE --from HEAD` shows them."
        )
    if request.since is not None:
        try:
            since = day(request.since)
        except Usage as problem:
            raise Usage(str(problem).replace("--date ", "--since ")) from None
        kept = [c for c in changes if c.revision.date >= since]
        if not kept:
            raise Usage(
                f"no version of {request.file} was committed since {since.isoformat()}; the last is of {changes[0].revision.date.isoformat()}"
            )
        notes += _left_out(len(changes) - len(kept), f"before {since.isoformat()}")
        changes = kept
    if len(changes) > request.most:
        notes += _left_out(len(changes) - request.most, f"for only the latest {request.most} are looked at (--max)")
        changes = changes[: request.most]
    return [_version(repository, change) for change in reversed(changes)], notes


def _left_out(many: int, why: str) -> list[str]:
    versions = "1 version is" if many == 1 else f"{many} versions are"
    return [f"{versions} left out, {why}; promises that were settled there are not counted."] if many else []


def _version(repository: Repository, change: FileVersion) -> Commit:
    from involve_audit.compare import Commit

    data = None if change.gone else repository.text(change.revision, change.path)
    problem = "" if data is not None or change.gone else "git does not hold what stood in it"
    return Commit(change.revision.short, change.revision.date, change.path, data, problem)


def _uncommitted(repository: Repository, name: str, latest: FileVersion) -> bool:
    """Whether the file as it lies there is another one than the last version, whatever the ends of its lines."""
    if latest.gone or not os.path.isfile(name):
        return False
    try:
        there = files.read(name)
    except files.CannotRead:
        return False
    stored = repository.text(latest.revision, latest.path) or b""
    return there.replace(b"\r\n", b"\n") != stored.replace(b"\r\n", b"\n")
