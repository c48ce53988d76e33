"""`form --contributors` and `form --paper`: the contributors' own questionnaire."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, NoReturn

from involve_audit.cli import files, outcome, settings, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import known, rubric_of
from involve_audit.cli.outcome import Usage
from involve_audit.language import _, answer

if TYPE_CHECKING:
    from involve_audit.project.model import Project


@dataclass(frozen=True)
class FormRequest:
    """What was asked for; the options of the command line, one by one.

    Attributes:
        project: a project file, for the title, and the word that the work is called by.
        output: where to write, or `-`.
        paper: whether for print, or to be read out.
        format: html or text; by the name of the output where it is not told.
    """

    project: str | None
    output: str
    paper: bool = False
    format: str | None = None
    side: str = "contributors"
    support: str | None = None
    hand_in: str | None = None
    round: str | None = None
    rubric: str | None = None
    isolated: bool = False


def command(
    project: Annotated[
        str | None,
        typer.Argument(
            metavar="[PROJECT]",
            help="The project file, for its title and what it is called.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it, or `-`.", show_default=False)
    ] = "-",
    contributors: Annotated[
        bool, typer.Option("--contributors", help="The contributors' own questions, for a screen.")
    ] = False,
    paper: Annotated[
        bool,
        typer.Option("--paper", help="The same questions to print, in large type; with --format text to read out."),
    ] = False,
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option("--format", "-f", metavar="FORMAT", help="With --paper: html or text.", show_default=False),
    ] = None,
    side: Annotated[
        str,
        typer.Option(
            "--side", "--of", metavar="SIDE", help="Whose answers: contributors, people served or researchers."
        ),
    ] = "contributors",
    support: Annotated[
        str | None,
        typer.Option(
            "--support", metavar="TEXT", help="Where people can turn if a question upsets them.", show_default=False
        ),
    ] = None,
    hand_in: Annotated[
        str | None,
        typer.Option(
            "--hand-in", metavar="TEXT", help="Who collects the answers, and how they get there.", show_default=False
        ),
    ] = None,
    round_: Annotated[
        str | None,
        typer.Option(
            "--round",
            metavar="YYYY-MM",
            help="The month in which people are asked. [default: this one]",
            show_default=False,
        ),
    ] = None,
    rubric: shared.Rubric = None,
    isolated: shared.Isolated = False,
) -> int:
    """Write the questions that contributors answer themselves: `--contributors` for a screen, `--paper` to print or to read out.

    What people answer is collected with `involve-audit views add`. The project file itself is filled in without YAML in the page that
    `involve-audit page` writes.
    """
    if not contributors and not paper:
        neither()
    request = FormRequest(project, output, paper, format, side, support, hand_in, round_, rubric, isolated)
    return form(request)


def form(request: FormRequest) -> int:
    """Write the questionnaire."""
    from involve_audit.form import contributors
    from involve_audit.survey.collect import SIDES

    known("side", request.side, SIDES)
    kind = request.format or ("text" if request.output.lower().endswith(".txt") else "html")
    known("format", kind, ("html", "text"))
    if kind == "text" and not request.paper:
        raise Usage(_("--format text is for --paper: a page for a screen is always HTML"))
    beside = (request.project,) if request.project else settings.HERE
    by = settings.rubric_by(beside, request.rubric, isolated=request.isolated)
    project = _project(request.project) if request.project else None
    head = project.project if project else None
    support = request.support or (contributors.support_from(project) if project else "")
    asked = contributors.questionnaire(
        rubric_of(by).rubric,
        month=month(request.round) or dt.date.today().strftime("%Y-%m"),
        of=request.side,
        title=(head.title if head and head.title else ""),
        called=(head.called if head and head.called else ()),
        support=support,
        hand_in=request.hand_in or "",
    )
    make = contributors.aloud if kind == "text" else contributors.paper if request.paper else contributors.screen
    text = make(asked)
    if request.output == files.STDIN:
        streams.out_exact(text)
    else:
        if request.project and os.path.realpath(request.output) == os.path.realpath(request.project):
            raise Usage(_("{output} is the project file; give the questionnaire another name", output=request.output))
        try:
            files.write_all({request.output: text.encode("utf-8")})
        except files.CannotRead as problem:
            raise Usage(str(problem)) from None
        streams.err(
            _(
                "wrote {output}: questions for {whom}, {month}",
                output=files.shown(request.output),
                whom=answer(asked.of),
                month=asked.month,
            )
        )
    if not support:
        sensitive = (
            _(" This work says that its topic can distress people.") if head and head.topic_sensitive == "yes" else ""
        )
        streams.err(
            _(
                "It does not say where people can turn if a question upsets them.{sensitive} Say it with --support '…'",
                sensitive=sensitive,
            )
        )
    if not request.hand_in:
        streams.err(
            _(
                "It does not say who collects the answers. Say it with --hand-in '…': somebody outside the team, if you can"
            )
        )
    return outcome.HOLDS


def neither() -> NoReturn:
    """Say what to do where it is not told for what the questions are.

    Raises:
        Usage: always.
    """
    raise Usage(
        _(
            "say which: --contributors writes the contributors' own questions for a screen, --paper to print or to read out. "
            "The project file is filled in without YAML in the page: `involve-audit page -o involve-audit.html`, then “All my answers”"
        )
    )


def month(text: str | None) -> str | None:
    """A month as it was typed.

    Raises:
        Usage: it is none.
    """
    from involve_audit.survey.collect import MONTH

    if text is not None and not MONTH.fullmatch(text):
        raise Usage(
            _(
                "--round '{text}' is not a month; write it as 2026-05. A day would say too much of who answered when",
                text=text,
            )
        )
    return text


def _project(name: str) -> Project:
    from involve_audit.load import read, read_project

    try:
        data = files.read(name)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    return read_project(read(data, files.shown(name)))
