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
references = typer.Typer(help="List and show populations that a room can be compared with.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(references, name="reference")
views = typer.Typer(
    help="Count what contributors answer, and guard their reply.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(views, name="views")

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
def check(
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
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write: .html, .md, .json, .txt, or a folder. Repeatable.",
            show_default=False,
        ),
    ] = None,
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
    pictures: Annotated[
        str | None,
        typer.Option(
            "--pictures", metavar="FOLDER", help="Also write every picture, as SVG files.", show_default=False
        ),
    ] = None,
) -> None:
    """Write reports to look at and talk over.

    The exit code says whether they could be written, not whether a policy holds: that is what `check` is for.
    """
    from involve_audit.cli import report as command

    raise typer.Exit(command.report(tuple(files), tuple(output or ()), format, rubric, date, pictures))


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


@app.command(short_help="Write the contributors' own questions.")
def form(
    project: Annotated[
        str | None,
        typer.Argument(metavar="[PROJECT]", help="With --contributors: the project file, for its title and what it is called.", show_default=False),
    ] = None,
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it, or `-`.", show_default=False)] = "-",
    contributors: Annotated[bool, typer.Option("--contributors", help="The contributors' own questions, for a screen.")] = False,
    paper: Annotated[bool, typer.Option("--paper", help="The same questions to print, in large type; with --format text to read out.")] = False,
    format: Annotated[  # noqa: A002
        str | None, typer.Option("--format", "-f", metavar="FORMAT", help="With --paper: html or text.", show_default=False)
    ] = None,
    side: Annotated[
        str, typer.Option("--side", "--of", metavar="SIDE", help="Whose answers: contributors, people served or researchers.")
    ] = "contributors",
    support: Annotated[
        str | None, typer.Option("--support", metavar="TEXT", help="Where people can turn if a question upsets them.", show_default=False)
    ] = None,
    hand_in: Annotated[
        str | None, typer.Option("--hand-in", metavar="TEXT", help="Who collects the answers, and how they get there.", show_default=False)
    ] = None,
    round_: Annotated[
        str | None, typer.Option("--round", metavar="YYYY-MM", help="The month in which people are asked. [default: this one]", show_default=False)
    ] = None,
    rubric: RubricOption = None,
) -> None:
    """Write the questions that contributors answer themselves, as one file that needs no network.

    A form for the whole project file is not there yet: `involve-audit init` writes a file that explains itself.

    What people answer is collected with `involve-audit views add`.
    """
    if contributors or paper:
        from involve_audit.cli import questions as command

        request = command.Request(project, output, paper, format, side, support, hand_in, round_, rubric)
        raise typer.Exit(command.questions(request))
    from involve_audit.cli.outcome import Usage

    raise Usage("which form? allowed: --contributors (for a screen), --paper (to print or to read out)")


@views.command("add")
def add_views(
    project: Annotated[str, typer.Argument(metavar="PROJECT", help="The project file.", show_default=False)],
    answers: Annotated[
        list[str],
        typer.Argument(metavar="ANSWERS...", help="Answer files, folders of them, or CSV exports of a survey tool.", show_default=False),
    ],
    of: Annotated[
        str | None, typer.Option("--of", metavar="SIDE", help="contributors, people served or researchers.", show_default=False)
    ] = None,
    round_: Annotated[
        str | None, typer.Option("--round", metavar="YYYY-MM", help="The month in which people were asked.", show_default=False)
    ] = None,
    asked: Annotated[str | None, typer.Option("--asked", metavar="N", help="How many were asked.", show_default=False)] = None,
    collected_by: Annotated[
        str | None,
        typer.Option("--collected-by", metavar="WHO", help="outside the team, contributors, evaluation, team …", show_default=False),
    ] = None,
    anonymous: Annotated[
        str | None, typer.Option("--anonymous", metavar="yes|no", help="Whether nobody can know who answered what.", show_default=False)
    ] = None,
    source: Annotated[
        str | None, typer.Option("--source", metavar="NAME", help="Where it stands: a name under `sources`.", show_default=False)
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="WHAT=COLUMN",
            help="Which column of a CSV holds what: a principle, label_fits, words or quote; the column by its header or as #3. Repeatable.",
            show_default=False,
        ),
    ] = None,
    value: Annotated[
        list[str] | None,
        typer.Option("--value", metavar="ANSWER=MEANING", help="What an answer of the survey means: yes, partly, no, unsure. Repeatable.", show_default=False),
    ] = None,
    all_new: Annotated[
        bool, typer.Option("--all-new", help="The export holds no answers of an earlier round, though it might.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the block, and write nothing.")] = False,
    rubric: RubricOption = None,
) -> None:
    """Count answers and write them into a project file as one more view; everything else in it stays as it is.

    Fewer than three answers: nothing of what they said is written. Three or four: only whether most agree. Five or more: numbers.
    """
    from involve_audit.cli import views as command

    request = command.Adding(
        project, tuple(answers), of, round_, asked, collected_by, anonymous, source, tuple(map_ or ()), tuple(value or ()), rubric,
        all_new, dry_run,
    )  # fmt: skip
    raise typer.Exit(command.add(request))


@views.command("seal")
def seal_views(
    project: Annotated[str, typer.Argument(metavar="PROJECT", help="The project file.", show_default=False)],
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="The day of sealing. [default: today]", show_default=False)
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Print the block, and write nothing.")] = False,
) -> None:
    """Record what contributors' statements in a file reply to, so that a later reader can see what was changed after the reply."""
    from involve_audit.cli import views as command

    raise typer.Exit(command.seal(project, date=date, dry_run=dry_run))


@views.command("verify")
def verify_views(
    project: Annotated[str, typer.Argument(metavar="PROJECT", help="The project file.", show_default=False)],
) -> None:
    """Say whether the answers are still those that contributors' statements replied to, and which are not.

    Exit codes: 0 they are; 1 something was changed; 2 nothing is sealed, or it cannot be checked.
    """
    from involve_audit.cli import views as command

    raise typer.Exit(command.verify(project))


@app.command(short_help="Tell who is in a room without counts, from a private file.")
def room(
    private: Annotated[str, typer.Argument(metavar="PRIVATE.csv", help="Counts by group, or a roster of groups; no names.", show_default=False)],
    name: Annotated[str, typer.Option("--room", metavar="NAME", help="The room, by its name under `rooms`.", show_default=False)],
    project: Annotated[str, typer.Option("--project", metavar="FILE", help="The project file.")] = "project.yaml",
    of: Annotated[str, typer.Option("--of", metavar="WHOM", help="Whose make-up it is: contributors or everyone.")] = "contributors",
    only_how_many: Annotated[
        list[str] | None,
        typer.Option("--only-how-many", metavar="CHARACTERISTIC", help="Name no group of it, only how many are there. Repeatable.", show_default=False),
    ] = None,
    joined: Annotated[int | None, typer.Option("--joined", metavar="N", min=0, help="People who joined since the project file told this.", show_default=False)] = None,
    left: Annotated[int | None, typer.Option("--left", metavar="N", min=0, help="People who left since then.", show_default=False)] = None,
    categories: Annotated[
        str | None, typer.Option("--categories", metavar="FILE", help="Lists of groups of your own (CSV: characteristic, category).", show_default=False)
    ] = None,
    statistics: Annotated[bool, typer.Option("--statistics", help="Write a private page with counts and chances, for you alone.")] = False,
    reference: Annotated[
        list[str] | None,
        typer.Option("--reference", metavar="FILE|NAME", help="Whom to compare with; the first that tells a characteristic is used. Repeatable.", show_default=False),
    ] = None,
    ages: Annotated[str, typer.Option("--ages", metavar="AGES", help="The ages in the room: 16+, 18+, all.")] = "16+",
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="The private page: .html, .md or .txt.", show_default=False)] = None,
) -> None:
    """Tell who is in a room without counts, for the project file, from a private file that `check` and `report` never read.

    The private file is a CSV of counts (characteristic, category, count) or a roster (a column for each characteristic, a
    row for each person, no names). What may be said depends on the size of the room and the length of a list alone.
    """
    from involve_audit.cli import room as command

    request = command.Request(
        private, project, name, of, tuple(only_how_many or ()), joined, left, categories, statistics, tuple(reference or ()), ages, output
    )
    raise typer.Exit(command.room(request))


@references.command("list")
def list_references() -> None:
    """List the populations that are shipped."""
    from involve_audit.cli import reference as command

    raise typer.Exit(command.list_references())


@references.command("show")
def show_reference(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A population.", show_default=False)],
    characteristic: Annotated[str | None, typer.Argument(metavar="[CHARACTERISTIC]", help="Only this one.", show_default=False)] = None,
    ages: Annotated[str, typer.Option("--ages", metavar="AGES", help="The ages to count: 16+, 18+, all.")] = "all",
    width: Width = None,
) -> None:
    """Show the figures of a population with their sources, or those of one characteristic."""
    from involve_audit.cli import reference as command

    raise typer.Exit(command.show(name, characteristic, ages, width))


@references.command("categories")
def show_categories(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this list, with other words for its groups.", show_default=False)] = None,
    width: Width = None,
) -> None:
    """Show the lists of groups."""
    from involve_audit.cli import reference as command

    raise typer.Exit(command.categories(name, width))
