"""`due`: what a team has promised and still owes, with its days. It informs, and fails on nothing that is late."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, page_output, redact, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import day, look_for, not_written_over, or_here, rubric_of
from involve_audit.language import _, ngettext

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from involve_audit.due.items import Due
    from involve_audit.render.machine import NotAudited

OWN = {"ics": (".ics",), "github": (".github.txt",), "json": (".json",)}
"""The formats that are no page: a calendar, notices, and one for programs."""


def command(
    files: shared.FilesOrHere = None,
    format: Annotated[str | None, shared.page_format(*OWN)] = None,  # noqa: A002
    output: Annotated[
        list[str] | None,
        shared.page_output(*(endings[0] for endings in OWN.values()), more=" Repeatable."),
    ] = None,
    date: Annotated[str | None, shared.day(_("The day as of which to look. [default: today]"))] = None,
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
    return due(tuple(files or ()), format, tuple(output or ()), date, within, excerpts)


def due(
    names: tuple[str, ...],
    format_: str | None,
    outputs: tuple[str, ...],
    date: str | None,
    within: int | None,
    excerpts: bool | None,
) -> int:
    """Print or write what is due.

    Args:
        names: files, folders, or `-`; none for the one of this folder.
        format_: the format; None where the names of the outputs say it.
        outputs: where to write; none, or `-`, for standard output.
        date: the day as of which; None for today.
        within: only what is overdue or due within so many days; None for all.
        excerpts: whether the files may be quoted; None leaves it to where this runs.
    """
    asked = page_output.asked(format_, outputs, OWN)
    as_of = day(date)
    quote = not redact.by_default() if excerpts is None else excerpts
    with redact.messages(excerpts=quote):
        found, problems = _found(or_here(names), as_of, within, outputs, quote=quote)
        if "ics" in asked.kinds and any(one.by is None for __, one in found):
            left = sum(one.by is None for __, one in found)
            streams.err(
                ngettext(
                    "involve-audit: {number} with no day is not in the calendar; `involve-audit due` lists them",
                    "involve-audit: {number} with no day are not in the calendar; `involve-audit due` lists them",
                    left,
                    number=left,
                )
            )
        _put(asked, found, as_of, problems)
    return outcome.BROKEN if problems else outcome.HOLDS


def _found(
    names: tuple[str, ...], as_of: dt.date, within: int | None, outputs: tuple[str, ...], *, quote: bool
) -> tuple[list[tuple[str, Due]], list[NotAudited]]:
    """What is due in each file, with the title of its project; and what could not be read."""
    import datetime as dt

    from involve_audit.cli.judging import JudgingRun, invalid, unreadable
    from involve_audit.due.items import due as due_in
    from involve_audit.due.items import without_words
    from involve_audit.load import read, read_project
    from involve_audit.wording.messages import InputError

    looked = look_for(names)
    not_written_over(outputs, looked.files, "--output")
    run = JudgingRun()
    for problem in looked.problems:
        unreadable(run, problem)
    rubric = rubric_of(None).rubric
    found: list[tuple[str, Due]] = []
    for name in looked.files:
        try:
            document = read(files.read(name), looked.names[name])
            document = document if quote else redact.marked(document)
            project = read_project(document)
        except files.CannotRead as cannot:
            unreadable(run, cannot)
            continue
        except InputError as error:
            invalid(run, error, name, excerpts=quote)
            continue
        title = (project.project.title if project.project is not None and quote else None) or ""
        for one in due_in(document, project, rubric, as_of):
            if within is None or (one.by is not None and one.by <= as_of + dt.timedelta(days=within)):
                found.append((title, one if quote else redact.bare(without_words(one))))
    return found, run.problems


def _put(
    asked: page_output.PageRequest, found: Sequence[tuple[str, Due]], as_of: dt.date, problems: Sequence[NotAudited]
) -> None:
    from involve_audit.due import due_page
    from involve_audit.due.calendar import calendar
    from involve_audit.render.pages import Page

    due_ = [one for __, one in found]
    own = {
        "ics": lambda: calendar(found, as_of, problems).decode("utf-8"),
        "github": lambda: due_page.notices(due_, as_of, problems),
        "json": lambda: json.dumps(due_page.plain(due_, as_of, problems), ensure_ascii=False, indent=2) + "\n",
    }
    page_output.put(asked, Page(due_page.document(due_, as_of, problems), as_of.isoformat()), own)
