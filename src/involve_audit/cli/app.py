"""What a user types: the commands and their options. What they do stands in the module of each."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(
    name="involve-audit",
    help="Look honestly at how people with lived experience are involved in a project.",
    epilog="Exit codes: 0 audited and the policy holds; 1 audited and it does not; 2 something could not be audited.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rubrics = typer.Typer(help="List, show or check rubrics.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(rubrics, name="rubric")

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILES", help="Project files, folders, or `-` for standard input.", show_default=False),
]
RubricOption = Annotated[
    str | None,
    typer.Option(
        "--rubric", metavar="NAME|FILE", help="The rubric to judge by. [default: co-production]", show_default=False
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="YYYY-MM-DD", help="The day as of which to judge. [default: today]", show_default=False
    ),
]
Width = Annotated[int | None, typer.Option("--width", metavar="N", min=40, help="Columns of text.", show_default=False)]


def _version(wanted: bool) -> None:
    if wanted:
        from involve_audit.cli import streams, version

        streams.out(version())
        raise typer.Exit


@app.callback()
def involve_audit(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Look honestly at how people with lived experience are involved in a project."""


@app.command(short_help="Judge project files, and pass or fail.")
def check(  # noqa: PLR0917 (typer fills them in by name)
    files: Files,
    format: Annotated[  # noqa: A002
        str, typer.Option("--format", "-f", metavar="FORMAT", help="text, markdown, html or json.")
    ] = "text",
    rubric: RubricOption = None,
    date: Day = None,
    require: Annotated[
        list[str] | None,
        typer.Option(
            "--require",
            metavar="NAME",
            help="Ask for more: honest-label, promises-specific, contributors-heard, or at least a rung such as collaboration. Repeatable.",
            show_default=False,
        ),
    ] = None,
    allow_unknown: Annotated[
        bool, typer.Option("--allow-unknown", help="What is not told does not fail the check.")
    ] = False,
    report_only: Annotated[
        bool, typer.Option("--report-only", help="Exit with 0 where it would be 1 (never where it would be 2).")
    ] = False,
    no_excerpts: Annotated[
        bool, typer.Option("--no-excerpts", help="Do not quote lines of the files, for logs that others read.")
    ] = False,
    all_findings: Annotated[
        bool, typer.Option("--all", help="Print every question of the rubric, not only what was seen.")
    ] = False,
    summary_only: Annotated[
        bool, typer.Option("--summary-only", help="Print the summary and nothing else.")
    ] = False,
    width: Width = None,
) -> None:
    """Judge project files, print what was found, and pass or fail.

    By default a check passes when each failing gate that is due is clear, nothing contradicts itself, and enough is told to say
    something. A folder stands for the project files in it.
    """
    from involve_audit.cli import check as command

    request = command.Request(
        tuple(files),
        format,
        rubric,
        date,
        tuple(require or ()),
        allow_unknown,
        report_only,
        not no_excerpts,
        summary_only,
        all_findings,
        width,
    )
    raise typer.Exit(command.check(request))


@app.command(short_help="Write reports to look at and talk over.")
def report(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILES", help="Project files, folders, `-`, or audits saved as JSON.", show_default=False
        ),
    ],
    output: Annotated[
        list[str],
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write: .html, .md, .json, .txt, or a folder. Repeatable.",
            show_default=False,
        ),
    ],
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="html, markdown, json or text, where the name does not tell.",
            show_default=False,
        ),
    ] = None,
    rubric: RubricOption = None,
    date: Day = None,
) -> None:
    """Write reports to look at and talk over.

    The exit code says whether they could be written, not whether a policy holds: that is what `check` is for.
    """
    from involve_audit.cli import report as command

    raise typer.Exit(command.report(tuple(files), tuple(output), format, rubric, date))


@app.command(short_help="Write a project file to start from.")
def init(
    path: Annotated[
        str, typer.Argument(metavar="[FILE]", help="Where to write it, or `-` for standard output.")
    ] = "project.yaml",
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask nothing.")] = False,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    no_schema: Annotated[
        bool, typer.Option("--no-schema", help="Do not put the JSON Schema for editors beside it.")
    ] = False,
) -> None:
    """Write a project file to start from: every section, with what it means and examples to take over."""
    from involve_audit.cli import start as command

    raise typer.Exit(command.init(path, ask=not yes, force=force, schema=not no_schema))


@app.command(short_help="Explain a word that stands in a report.")
def explain(
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="ID", help="A principle, criterion, flag, gate, rung, verdict, stage or fact.", show_default=False
        ),
    ],
    rubric: RubricOption = None,
    width: Width = None,
) -> None:
    """Explain a principle, criterion, flag, gate, rung, verdict, stage or fact."""
    from involve_audit.cli import explain as command

    raise typer.Exit(command.explain(" ".join(name), rubric, width))


@app.command(short_help="Show what a file says, before it is judged.")
def facts(
    file: Annotated[
        str | None, typer.Argument(metavar="[FILE]", help="A project file, or `-`.", show_default=False)
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List all facts with what they mean.")] = False,
    date: Day = None,
    width: Width = None,
) -> None:
    """Show what a file says, fact by fact, before anything is judged."""
    from involve_audit.cli import facts as command

    raise typer.Exit(command.facts(file, listed=listed, date=date, width=width))


@rubrics.command("list")
def list_rubrics() -> None:
    """List the rubrics that are shipped."""
    from involve_audit.cli import rubric as command

    raise typer.Exit(command.list_rubrics())


@rubrics.command("show")
def show_rubric(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME|FILE]", help="A rubric. [default: co-production]", show_default=False)
    ] = None,
    width: Width = None,
) -> None:
    """Show a rubric as text to read."""
    from involve_audit.cli import rubric as command

    raise typer.Exit(command.show(name, width))


@rubrics.command("lint")
def lint_rubric(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME|FILE]...", help="Rubrics. [default: co-production]", show_default=False),
    ] = None,
) -> None:
    """Check a rubric, and run its examples against it.

    Exit codes: 0 all examples come out as they say; 1 some do not; 2 it is not a rubric.
    """
    from involve_audit.cli import rubric as command

    raise typer.Exit(command.lint(tuple(names or ())))


@app.command(short_help="Print a JSON Schema for editors or programs.")
def schema(
    name: Annotated[str, typer.Argument(metavar="project|rubric|audit", help="Which JSON Schema.", show_default=False)],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.", show_default=False)
    ] = None,
) -> None:
    """Print a JSON Schema: of the project file and of a rubric for editors, of the audit for programs."""
    from involve_audit.cli import schema as command

    raise typer.Exit(command.schema(name, output))


@app.command(short_help="Read an advert or invitation, alone or beside a project file.")
def advert(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="The advert: .md, .txt, .html, .docx, or `-` for standard input.", show_default=False
        ),
    ],
    project: Annotated[
        str | None,
        typer.Option("--project", "-p", metavar="FILE", help="The project file to read it beside.", show_default=False),
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.")] = "text",  # noqa: A002
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="The day of the advert. [default: today]", show_default=False),
    ] = None,
    report_only: Annotated[
        bool, typer.Option("--report-only", help="Exit with 0 where it would be 1 (never where it would be 2).")
    ] = False,
    width: Width = None,
) -> None:
    """Read an advert or invitation line by line, alone or beside a project file.

    It quotes lines that may promise more than the project file tells, names what an invitation should say and this one
    does not, words that put the fault on people, and sentences that are long or hard. It judges nobody: every finding
    ends in a question. Nothing leaves this machine.

    Exit codes: 0 nothing found; 1 something to talk over; 2 the advert or the project file could not be read.
    """
    from involve_audit.cli import advert as command

    raise typer.Exit(command.advert(file, project, format, date, width, report_only=report_only))
