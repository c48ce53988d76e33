"""`due`: what a team has promised and still owes, with its days. It informs, and fails on nothing that is late."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, redact, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import day, known, look_for, not_written_over, or_here, rubric_of
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from involve_audit.due.items import Due

FORMATS = {"text": ".txt", "ics": ".ics", "github": ".github.txt", "json": ".json"}


def command(
    files: shared.FilesOrHere = None,
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="text, ics (a calendar), github (notices) or json. [default: by the name of the output]",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write it: .ics, .txt, .json or .github.txt.", show_default=False
        ),
    ] = None,
    date: Annotated[str | None, shared.day("The day as of which to look. [default: today]")] = None,
    within: Annotated[
        int | None,
        typer.Option(
            "--within",
            metavar="DAYS",
            min=0,
            max=36500,
            help="Only what is overdue, or due within so many days.",
            show_default=False,
        ),
    ] = None,
    excerpts: shared.Excerpts = None,
) -> int:
    """List promises, reviews, feedback that is owed and doors that close, the longest overdue first.

    As text, as a calendar file for the team's calendar, or as notices in a GitHub workflow. What is told by a month or a year is due at
    its last day. It informs: the exit code is 0 also where something is overdue, and 2 where a file cannot be read.
    """
    return due(tuple(files or ()), format, output, date, within, excerpts)


def due(
    names: tuple[str, ...],
    format_: str | None,
    output: str | None,
    date: str | None,
    within: int | None,
    excerpts: bool | None,
) -> int:
    """Print or write what is due.

    Args:
        names: files, folders, or `-`; none for the one of this folder.
        format_: text, ics, github or json; None where the name of the output says it.
        output: where to write; None or `-` for standard output.
        date: the day as of which; None for today.
        within: only what is overdue or due within so many days; None for all.
        excerpts: whether the files may be quoted; None leaves it to where this runs.
    """
    kind = _kind(format_, output)
    as_of = day(date)
    quote = not redact.by_default() if excerpts is None else excerpts
    with redact.messages(excerpts=quote):
        found, broken = _found(or_here(names), as_of, within, output, quote=quote)
        if kind == "ics" and any(one.by is None for _, one in found):
            left = sum(one.by is None for _, one in found)
            streams.err(
                f"involve-audit: {left} with no day {'is' if left == 1 else 'are'} not in the calendar; `involve-audit due` lists them"
            )
        _write(found, kind, output, as_of)
    return outcome.BROKEN if broken else outcome.HOLDS


def _kind(format_: str | None, output: str | None) -> str:
    if format_ is not None:
        known("format", format_, tuple(FORMATS))
        return format_
    if output in (None, files.STDIN):
        return "text"
    for kind in ("github", "ics", "json", "text"):
        if str(output).lower().endswith(FORMATS[kind]):
            return kind
    raise outcome.no_ending(str(output), FORMATS.values())


def _found(
    names: tuple[str, ...], as_of: dt.date, within: int | None, output: str | None, *, quote: bool
) -> tuple[list[tuple[str, Due]], bool]:
    """What is due in each file, with the title of its project; and whether one could not be read."""
    import datetime as dt

    from involve_audit.due.items import due as due_in
    from involve_audit.due.items import without_words
    from involve_audit.load import read, read_project
    from involve_audit.messages import InputError

    looked = look_for(names)
    not_written_over([output] if output not in (None, files.STDIN) else [], looked.files, "--output")
    broken = bool(looked.problems)
    for problem in looked.problems:
        streams.err(str(problem))
    rubric = rubric_of(None).rubric
    found: list[tuple[str, Due]] = []
    for name in looked.files:
        try:
            document = read(files.read(name), looked.names[name])
            document = document if quote else redact.marked(document)
            project = read_project(document)
        except files.CannotRead as cannot:
            streams.err(str(cannot))
            broken = True
            continue
        except InputError as error:
            typed = error.under(files.shown(name))
            streams.err(typed.text() if quote else redact.without_words(typed))
            broken = True
            continue
        title = (project.project.title if project.project is not None and quote else None) or ""
        for one in due_in(document, project, rubric, as_of):
            if within is None or (one.by is not None and one.by <= as_of + dt.timedelta(days=within)):
                found.append((title, one if quote else redact.bare(without_words(one))))
    return found, broken


def _write(found: Sequence[tuple[str, Due]], kind: str, output: str | None, as_of: dt.date) -> None:
    from involve_audit.due import show

    items = [one for _, one in found]
    if kind == "ics":
        from involve_audit.due.calendar import calendar

        data = calendar(found, as_of)
    elif kind == "json":
        data = (json.dumps(show.plain(items, as_of), ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    elif kind == "github":
        data = show.notices(items, as_of).encode("utf-8")
    else:
        lines = show.text(items, as_of).split("\n")
        if output in (None, files.STDIN):
            indents = [line[: len(line) - len(line.lstrip())] for line in lines]
            lines = [
                streams.filled(line.strip(), indent, f"{indent}  ") if line.strip() else ""
                for line, indent in zip(lines, indents, strict=True)
            ]
            streams.out("\n".join(lines))
            return
        data = ("\n".join(lines) + "\n").encode("utf-8")
    if output in (None, files.STDIN):
        streams.out_exact(data.decode("utf-8"))
        return
    try:
        files.write_all({str(output): data})
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    streams.err(f"wrote {output}")
