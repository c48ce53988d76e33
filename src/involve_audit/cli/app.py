"""What a user types: the commands and their options. What they do stands in the module of each."""

from __future__ import annotations

from typing import Annotated

import typer

from involve_audit.cli import completion
from involve_audit.render import FORMATS, TEXTS

app = typer.Typer(
    name="involve-audit",
    help="Look honestly at how people with lived experience are involved in a project.",
    epilog="Exit codes: 0 audited and the policy holds; 1 audited and it does not; 2 something could not be audited.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rubrics = typer.Typer(help="List, show or check rubrics.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(rubrics, name="rubric")
policies = typer.Typer(help="Show what a check holds to.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(policies, name="policy")
references = typer.Typer(
    help="List and show populations that a room can be compared with.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(references, name="reference")
views = typer.Typer(
    help="Count what contributors answer, and guard their reply.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(views, name="views")

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILES", help="Project files, folders, or `-` for standard input.", show_default=False),
]
FilesOrHere = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILES]...",
        help="Project files, folders, or `-` for standard input. [default: project.yaml]",
        show_default=False,
    ),
]
FileOrHere = Annotated[
    str | None,
    typer.Argument(metavar="[FILE]", help="A project file, or `-`. [default: project.yaml]", show_default=False),
]
RubricOption = Annotated[
    str | None,
    typer.Option(
        "--rubric",
        metavar="NAME|FILE",
        help="The rubric to judge by. [default: co-production]",
        show_default=False,
        autocompletion=completion.rubrics,
    ),
]
Day = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="YYYY-MM-DD", help="The day as of which to judge. [default: today]", show_default=False
    ),
]
PolicyOption = Annotated[
    str | None,
    typer.Option(
        "--policy",
        metavar="FILE",
        help="A policy file that a funder publishes; it adds to the default policy.",
        show_default=False,
    ),
]
Require = Annotated[
    list[str] | None,
    typer.Option(
        "--require",
        metavar="NAME",
        help="Ask for more: honest-label, promises-specific, contributors-heard, at least a rung such as collaboration, told-reward, "
        "reward-at-least-2, documented-reward, reviewed-within-12-months, or a gate. Repeatable.",
        autocompletion=completion.requirements,
        show_default=False,
    ),
]
AllowUnknown = Annotated[bool, typer.Option("--allow-unknown", help="What is not told does not fail the check.")]
ReportOnly = Annotated[
    bool, typer.Option("--report-only", help="Exit with 0 where it would be 1 (never where it would be 2).")
]
Excerpts = Annotated[
    bool | None,
    typer.Option(
        "--excerpts/--no-excerpts",
        help="Quote the files, or leave people's words out of everything, for logs that others read. [default: quote, but not where CI is set]",
        show_default=False,
    ),
]
TextOrJson = Annotated[
    str, typer.Option("--format", "-f", metavar="FORMAT", help="text or json.", autocompletion=completion.text_or_json)
]
PageFormat = Annotated[
    str,
    typer.Option(
        "--format", "-f", metavar="FORMAT", help="text, markdown, html or json.", autocompletion=completion.pages
    ),
]
PageOutput = Annotated[
    list[str] | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write it: .html, .md, .json or .txt. Repeatable.", show_default=False
    ),
]
Project = Annotated[str, typer.Argument(metavar="PROJECT", help="The project file.", show_default=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the block, and write nothing.")]
Isolated = Annotated[
    bool,
    typer.Option("--isolated", help="Take no settings from .involve-audit.yaml or pyproject.toml beside the file."),
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
    files: FilesOrHere = None,
    format: Annotated[  # noqa: A002
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help=f"What to print: {', '.join(TEXTS)}.",
            autocompletion=completion.texts,
        ),
    ] = "text",
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT:FILE",
            help="Also write a file, such as sarif:out.sarif. Repeatable; all are written or none.",
            show_default=False,
        ),
    ] = None,
    rubric: RubricOption = None,
    date: Day = None,
    policy: PolicyOption = None,
    require: Require = None,
    waivers: Annotated[
        str | None,
        typer.Option(
            "--waivers",
            metavar="FILE",
            help="Findings that somebody answers for, with a reason and a last day.",
            show_default=False,
        ),
    ] = None,
    no_waivers: Annotated[bool, typer.Option("--no-waivers", help="Judge as if there were no waivers.")] = False,
    baseline: Annotated[
        str | None,
        typer.Option(
            "--baseline",
            metavar="FILE",
            help="Fail only on what is new since this was written; the rest is marked.",
            show_default=False,
        ),
    ] = None,
    write_baseline: Annotated[
        str | None,
        typer.Option(
            "--write-baseline", metavar="FILE", help="Write what was found, for --baseline.", show_default=False
        ),
    ] = None,
    allow_unknown: AllowUnknown = False,
    report_only: ReportOnly = False,
    excerpts: Excerpts = None,
    all_findings: Annotated[
        bool, typer.Option("--all", help="Print everything below it: all that was seen, with its lines.")
    ] = False,
    summary_only: Annotated[bool, typer.Option("--summary-only", help="Print the summary and nothing else.")] = False,
    width: Width = None,
    isolated: Isolated = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="First mend, in the files, slips of one letter that can only mean one thing; each is said."
        ),
    ] = False,
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet", "-q", help="Print nothing but what keeps the policy from holding, one line for each file."
        ),
    ] = False,
) -> None:
    """Judge project files, print what was found, and pass or fail.

    By default a check passes when each failing gate that is due is clear, nothing contradicts itself, and enough is told to say
    something. A policy file and --require ask for more; `involve-audit policy show` prints all that holds. A folder stands for
    the `*.yaml` and `*.yml` files in it and below it: each is audited, or listed as not audited. Without a file, `project.yaml` in
    this folder is meant.
    """
    from involve_audit.cli import check as command

    request = command.Request(
        tuple(files or ()),
        format,
        rubric,
        date,
        tuple(require or ()),
        allow_unknown,
        report_only,
        excerpts,
        summary_only,
        all_findings,
        width,
        policy,
        None if no_waivers else waivers,
        baseline,
        write_baseline,
        tuple(output or ()),
        isolated,
        no_waivers,
        fix=fix,
        quiet=quiet,
    )
    raise typer.Exit(command.check(request))


@app.command("ask", short_help="Ask what decides, and write the answers down.")
def ask_questions(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="[FILE]", help="A project file; a new one is begun. [default: project.yaml]", show_default=False
        ),
    ] = None,
    rubric: RubricOption = None,
    date: Day = None,
    list_: Annotated[
        bool, typer.Option("--list", help="Print the next ten questions with why they are asked, and ask nothing.")
    ] = False,
) -> None:
    """Ask one question at a time, the most decisive first, and write each answer into the file at once.

    Answer with a number, a word or in your own words; `later`, `back`, `why` and `stop` work at any question, and so does "I
    don't know". What stands in the file stays as it is, to the last byte. A file with mistakes is mended first, mistake by
    mistake. Stop at any time and go on at any time. Answers may also come through a pipe, one a line.
    """
    from involve_audit.cli import ask as command

    raise typer.Exit(command.ask(file, rubric, date, list_=list_))


@app.command(short_help="Write reports to look at and talk over.")
def report(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILES]...",
            help="Project files, folders, `-`, or audits saved as JSON. [default: project.yaml]",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=f"Where to write: {', '.join(kind.endings[0] for kind in FORMATS.values() if kind.endings)}, or a folder. Repeatable.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="A format of `check`, pdf or docx, where the name does not tell; gripp2, crosswalk or application, as .md or .html (application also as .docx).",
            autocompletion=completion.formats,
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
    edition: Annotated[
        str,
        typer.Option(
            "--edition",
            metavar="NAME",
            help="team, or contributors: what matters most, in everyday words and large print.",
            autocompletion=completion.editions,
        ),
    ] = "team",
    sheet: Annotated[
        bool, typer.Option("--sheet", help="Only the first sheet. [default: the sheet, and pages to talk over]")
    ] = False,
    full: Annotated[bool, typer.Option("--full", help="Everything, with its lines and sources.")] = False,
    meeting: Annotated[
        bool,
        typer.Option(
            "--meeting",
            help="A pack for an hour with a group: questions, times, room to write, what to send out and to bring back.",
        ),
    ] = False,
    policy: PolicyOption = None,
    require: Annotated[
        list[str] | None,
        typer.Option(
            "--require",
            metavar="NAME",
            help="Ask for more, as `check` does. Repeatable.",
            show_default=False,
            autocompletion=completion.requirements,
        ),
    ] = None,
    excerpts: Annotated[
        bool | None,
        typer.Option(
            "--excerpts/--no-excerpts",
            help="Quote the files, or leave people's words out of the reports and of all messages. [default: quote; where CI is set, in the reports only]",
            show_default=False,
        ),
    ] = None,
    isolated: Isolated = False,
    boxes: Annotated[
        str | None,
        typer.Option(
            "--boxes",
            metavar="FILE",
            help="With --format application: the boxes of a form, with their limits of words.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Write reports to look at and talk over.

    The exit code says whether they could be written, not whether a policy holds: that is what `check` is for.
    """
    from involve_audit.cli import report as command

    request = command.Request(
        tuple(files or ()),
        tuple(output or ()),
        format,
        rubric,
        date,
        pictures,
        command.one_edition(edition, meeting=meeting),
        (*(["sheet"] if sheet else []), *(["full"] if full else [])),
        policy,
        tuple(require or ()),
        excerpts,
        isolated,
        boxes,
    )
    raise typer.Exit(command.report(request))


@app.command(short_help="Put many projects into one table.")
def portfolio(
    files: Files,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write: .html, .md, .xlsx, .csv, .jsonl or .txt. Repeatable.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[  # noqa: A002 # the option's name
        str,
        typer.Option(
            "--format",
            "-f",
            metavar="FORMAT",
            help="Without -o: text, markdown, html, csv or jsonl.",
            autocompletion=completion.tables,
        ),
    ] = "text",
    rubric: RubricOption = None,
    date: Day = None,
    policy: PolicyOption = None,
    require: Annotated[
        list[str] | None,
        typer.Option(
            "--require",
            metavar="NAME",
            help="Ask for more, as `check` does. Repeatable.",
            show_default=False,
            autocompletion=completion.requirements,
        ),
    ] = None,
    allow_unknown: AllowUnknown = False,
    report_only: ReportOnly = False,
    excerpts: Annotated[
        bool | None,
        typer.Option(
            "--excerpts/--no-excerpts",
            help="Whether titles and names of groups are shown. [default: yes, and no where CI is set]",
            show_default=False,
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            help="How many to judge at a time. [default: all cores]",
            show_default=False,
        ),
    ] = None,
    reports: Annotated[
        str | None,
        typer.Option(
            "--reports",
            metavar="FOLDER",
            help="Also write the report of each project; the table links to them.",
            show_default=False,
        ),
    ] = None,
    letters: Annotated[
        str | None,
        typer.Option(
            "--letters",
            metavar="FOLDER",
            help="Also write a letter to each applicant: what the file tells, what is not told, what the panel asks next.",
            show_default=False,
        ),
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", hidden=True)] = False,  # noqa: ARG001 # what old scripts say
) -> None:
    """Put many projects into one table, in the order in which they are given, and say what is so across all of them.

    It ranks nobody. Conditions are met, not met or not told, and a plan is shown as a plan. Files that cannot be audited are
    listed, the rest is done, and the exit code is 2.
    """
    from involve_audit.cli import portfolio as command

    request = command.Request(
        tuple(files), format, tuple(output or ()), rubric, date, tuple(require or ()), allow_unknown, report_only, excerpts,
        jobs, policy, reports, letters,
    )  # fmt: skip
    raise typer.Exit(command.portfolio(request))


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
            metavar="ID",
            help="An id, a key of the project file or its place (`power.decisions`), or a word that may stand there.",
            autocompletion=completion.explained,
            show_default=False,
        ),
    ],
    rubric: RubricOption = None,
    width: Width = None,
) -> None:
    """Explain a principle, criterion, flag, gate, rung, verdict, stage, fact or key of the project file."""
    from involve_audit.cli import explain as command

    raise typer.Exit(command.explain(" ".join(name), rubric, width))


@app.command(short_help="Show what a file says, before it is judged.")
def facts(
    file: FileOrHere = None,
    listed: Annotated[bool, typer.Option("--list", help="List all facts with what they mean.")] = False,
    date: Day = None,
    width: Width = None,
) -> None:
    """Show what a file says, fact by fact, before anything is judged."""
    from involve_audit.cli import facts as command

    raise typer.Exit(command.facts(file, listed=listed, date=date, width=width))


@app.command(short_help="Show which answers the verdict hangs on.")
def flip(
    file: FileOrHere = None,
    rubric: RubricOption = None,
    date: Day = None,
    format: TextOrJson = "text",  # noqa: A002
    no_pairs: Annotated[bool, typer.Option("--no-pairs", help="Try single answers only.")] = False,
    all_answers: Annotated[bool, typer.Option("--all", help="Try all pairs, and print all.")] = False,
) -> None:
    """Show which single answers, and which pairs, would change the verdict.

    Every closed choice of the file is tried, told or not told, and judged like a file; so are sources that are not named,
    and numbers and dates beside those at which something turns. It takes some seconds. Pairs are tried of the first 40
    answers that matter; with `--all` of all, which may take minutes: it says so before.
    """
    from involve_audit.cli import flip as command

    raise typer.Exit(command.flip(file, rubric, date, format, pairs=not no_pairs, all_=all_answers))


@rubrics.command("list")
def list_rubrics() -> None:
    """List the rubrics that are shipped."""
    from involve_audit.cli import rubric as command

    raise typer.Exit(command.list_rubrics())


@rubrics.command("show")
def show_rubric(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME|FILE]",
            help="A rubric. [default: co-production]",
            show_default=False,
            autocompletion=completion.rubrics,
        ),
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
    adversary: Annotated[
        bool,
        typer.Option(
            "--adversary",
            help="Also search for the best verdict without pay, decisions, sources or contributors' view, and for answers that cannot both be true (a minute or so).",
        ),
    ] = False,
) -> None:
    """Check a rubric: run its examples, and find what can never happen in it.

    It names levels that no answer can reach, criteria and flags that can move nothing, and thresholds that no example pins.

    Exit codes: 0 all is as it should be; 1 an example comes out otherwise than it says, something can never happen, or an
    adversary gets above a cap; 2 it is not a rubric, or weakens what none may weaken.
    """
    from involve_audit.cli import rubric as command

    raise typer.Exit(command.lint(tuple(names or ()), adversary=adversary))


@policies.command("show")
def show_policy(
    policy: PolicyOption = None,
    require: Require = None,
    allow_unknown: AllowUnknown = False,
    rubric: RubricOption = None,
    width: Width = None,
    isolated: Isolated = False,
) -> None:
    """Show every condition that a check holds to, who asks for it, and what is set beside project.yaml here."""
    from involve_audit.cli import policy as command

    raise typer.Exit(
        command.show(policy, tuple(require or ()), rubric, width, allow_unknown=allow_unknown, isolated=isolated)
    )


@app.command(short_help="Print a JSON Schema for editors or programs.")
def schema(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="project, rubric, own-rubric, policy, waivers, audit, comparison or course.",
            autocompletion=completion.schemas,
            show_default=False,
        ),
    ],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.", show_default=False)
    ] = None,
) -> None:
    """Print a JSON Schema: of files that people write for editors, of the audit, a comparison or a course for programs."""
    from involve_audit.cli import schema as command

    raise typer.Exit(command.schema(name, output))


@app.command("import", short_help="Put a log that a team already keeps into a project file.")
def import_log(
    logs: Annotated[
        list[str],
        typer.Argument(
            metavar="LOG...",
            help="Logs: .xlsx, .ods or .csv; documents in prose: .docx, .odt, .md, .txt or .html.",
            show_default=False,
        ),
    ],
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="PROJECT", help="The project file. [default: project.yaml]", show_default=False),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="HEADING=PLACE",
            help="Where a column belongs, such as 'Comments=influence.log.said' or 'Ref=leave out'. Repeatable.",
            show_default=False,
        ),
    ] = None,
    mapping: Annotated[
        str | None,
        typer.Option(
            "--mapping",
            metavar="FILE",
            help="The file that keeps what the columns mean. [default: import-mapping.yaml beside the project file]",
            show_default=False,
        ),
    ] = None,
    sheet: Annotated[
        list[str] | None,
        typer.Option(
            "--sheet",
            metavar="NAME",
            help="Read this sheet alone, also if it is hidden. Repeatable.",
            show_default=False,
        ),
    ] = None,
    dates: Annotated[
        str,
        typer.Option(
            "--dates",
            metavar="day-first|month-first",
            help="How 03/04/2025 is meant, where the log itself does not show it.",
            show_default=False,
        ),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="The columns are taken rightly; do not ask.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")] = False,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            help="Meetings up to this day have been. [default: today]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Put what a team already has into a project file: logs (impact, decisions, activities, payments), or documents in prose.

    Columns are known by their headings and shown before anything is written. What no cell tells stays not told; columns of
    names and addresses are left out; what is not understood is listed with its row and column. A row that stands in the
    file already is not put in again, and nothing in the file is overwritten.

    Of a document (an application, terms of reference, a report) the passages that answer questions of the file are shown one by one: is that
    so? Only a yes writes. What is not found is asked by `involve-audit ask`. Answers may come from a pipe, one a line.

    Exit codes: 0 done; 2 a log, a document or the project file could not be read, or nobody said that it is so.
    """
    from involve_audit.cli import import_ as command

    request = command.Request(
        tuple(logs), into, tuple(map_ or ()), mapping, tuple(sheet or ()), date, dates, yes=yes, dry_run=dry_run
    )
    raise typer.Exit(command.import_(request))


@app.command(short_help="Write the log as a workbook that people go on filling in.")
def export(
    file: FileOrHere = None,
    xlsx: Annotated[
        str | None,
        typer.Option("--xlsx", metavar="FILE", help="The workbook to write, such as log.xlsx.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a workbook that is there already.")] = False,
) -> None:
    """Write what people said and what came of it, and the decisions, as a workbook that people go on filling in.

    `import` knows its headings: it brings home the rows that were added and the cells that were filled in.
    """
    from involve_audit.cli import export as command

    raise typer.Exit(command.export(file, xlsx, force=force))


@app.command(short_help="Read an advert or invitation, alone or beside a project file.")
def advert(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="The advert: .md, .txt, .html, .docx, .odt, or `-` for standard input.",
            show_default=False,
        ),
    ],
    project: Annotated[
        str | None,
        typer.Option("--project", "-p", metavar="FILE", help="The project file to read it beside.", show_default=False),
    ] = None,
    format: PageFormat = "text",  # noqa: A002
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="YYYY-MM-DD", help="The day of the advert. [default: today]", show_default=False
        ),
    ] = None,
    report_only: ReportOnly = False,
    excerpts: Excerpts = None,
    width: Width = None,
) -> None:
    """Read an advert or invitation line by line, alone or beside a project file.

    It quotes lines that may promise more than the project file tells, names what an invitation should say and this one
    does not, words that put the fault on people, and sentences that are long or hard. It judges nobody: every finding
    ends in a question. Nothing leaves this machine.

    Only English is read. Where the text holds another language too, the English part is read, and the rest is named.

    Exit codes: 0 nothing found; 1 something to talk over; 2 the advert or the project file could not be read, or is not
    in English.
    """
    from involve_audit.cli import advert as command

    raise typer.Exit(
        command.advert(command.Request(file, project, format, date, width, report_only=report_only, excerpts=excerpts))
    )


@app.command(short_help="Write the whole tool as one page for any browser.")
def page(
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write it, or `-`.", show_default=False)
    ],
    pyodide: Annotated[
        str | None,
        typer.Option(
            "--pyodide", metavar="FOLDER", help="Where Pyodide is. [default: node_modules/pyodide]", show_default=False
        ),
    ] = None,
    policy: PolicyOption = None,
    rubric: RubricOption = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="A title of your own.", show_default=False)
    ] = None,
) -> None:
    """Write the whole tool as one HTML file, with a Python that runs in the browser; nothing is fetched, nothing is sent.

    Whoever opens it answers questions one at a time, sees where it stands, and saves every report that the command line
    writes. It needs Pyodide, which npm fetches; it is checked by its hash.
    """
    from involve_audit.cli import page as command

    raise typer.Exit(command.page(output, pyodide, policy, rubric, title))


@app.command(short_help="Write the contributors' questions: for a screen, to print or to read out.")
def form(
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
    rubric: RubricOption = None,
) -> None:
    """Write the questions that contributors answer themselves: `--contributors` for a screen, `--paper` to print or to read out.

    What people answer is collected with `involve-audit views add`. The project file itself is filled in without YAML in the page that
    `involve-audit page` writes.
    """
    from involve_audit.cli import questions as command

    if not contributors and not paper:
        command.neither()
    request = command.Request(project, output, paper, format, side, support, hand_in, round_, rubric)
    raise typer.Exit(command.questions(request))


@views.command("add")
def add_views(
    project: Project,
    answers: Annotated[
        list[str],
        typer.Argument(
            metavar="ANSWERS...",
            help="Answer files, folders of them, or exports of a survey tool (CSV, tabs).",
            show_default=False,
        ),
    ],
    of: Annotated[
        str | None,
        typer.Option("--of", metavar="SIDE", help="contributors, people served or researchers.", show_default=False),
    ] = None,
    round_: Annotated[
        str | None,
        typer.Option("--round", metavar="YYYY-MM", help="The month in which people were asked.", show_default=False),
    ] = None,
    asked: Annotated[
        str | None, typer.Option("--asked", metavar="N", help="How many were asked.", show_default=False)
    ] = None,
    collected_by: Annotated[
        str | None,
        typer.Option(
            "--collected-by",
            metavar="WHO",
            help="outside the team, contributors, evaluation, team …",
            show_default=False,
        ),
    ] = None,
    anonymous: Annotated[
        str | None,
        typer.Option(
            "--anonymous", metavar="yes|no", help="Whether nobody can know who answered what.", show_default=False
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="NAME", help="Where it stands: a name under `sources`.", show_default=False),
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
        typer.Option(
            "--value",
            metavar="ANSWER=MEANING",
            help="What an answer of the survey means: yes, partly, no, unsure; for one column power:ANSWER=yes; for consent to be quoted "
            "only quote:ANSWER=yes or no. Repeatable.",
            show_default=False,
        ),
    ] = None,
    all_new: Annotated[
        bool, typer.Option("--all-new", help="The export holds no answers of an earlier round, though it might.")
    ] = False,
    unfinished: Annotated[
        str | None,
        typer.Option(
            "--unfinished",
            metavar="count|leave-out",
            help="Rows that the survey tool marks as unfinished. Previews, tests and spam are never counted. [default: leave-out]",
            show_default=False,
        ),
    ] = None,
    dry_run: DryRun = False,
    rubric: RubricOption = None,
) -> None:
    """Count answers and write them into a project file as one more view; everything else in it stays as it is.

    Fewer than three answers: nothing of what they said is written. Three or four: only whether most agree. Five or more: numbers.
    """
    from involve_audit.cli import views as command

    request = command.Adding(
        project, tuple(answers), of, round_, asked, collected_by, anonymous, source, tuple(map_ or ()), tuple(value or ()), rubric,
        all_new, unfinished, dry_run,
    )  # fmt: skip
    raise typer.Exit(command.add(request))


@views.command("seal")
def seal_views(
    project: Project,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="The day of sealing. [default: today]", show_default=False),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Record what contributors' statements in a file reply to, so that a later reader can see what was changed after the reply."""
    from involve_audit.cli import views as command

    raise typer.Exit(command.seal(project, date=date, dry_run=dry_run))


@views.command("verify")
def verify_views(
    project: Project,
) -> None:
    """Say whether the answers are still those that contributors' statements replied to, and which are not.

    Exit codes: 0 they are; 1 something was changed; 2 nothing is sealed, or it cannot be checked.
    """
    from involve_audit.cli import views as command

    raise typer.Exit(command.verify(project))


@app.command(short_help="Tell who is in a room without counts, from a private file.")
def room(
    private: Annotated[
        str,
        typer.Argument(
            metavar="PRIVATE.csv", help="Counts by group, or a roster of groups; no names.", show_default=False
        ),
    ],
    name: Annotated[
        str, typer.Option("--room", metavar="NAME", help="The room, by its name under `rooms`.", show_default=False)
    ],
    project: Annotated[str, typer.Option("--project", metavar="FILE", help="The project file.")] = "project.yaml",
    of: Annotated[
        str, typer.Option("--of", metavar="WHOM", help="Whose make-up it is: contributors or everyone.")
    ] = "contributors",
    only_how_many: Annotated[
        list[str] | None,
        typer.Option(
            "--only-how-many",
            metavar="CHARACTERISTIC",
            help="Name no group of it, only how many are there. Repeatable.",
            show_default=False,
        ),
    ] = None,
    joined: Annotated[
        int | None,
        typer.Option(
            "--joined",
            metavar="N",
            min=0,
            help="People who joined since the project file told this.",
            show_default=False,
        ),
    ] = None,
    left: Annotated[
        int | None, typer.Option("--left", metavar="N", min=0, help="People who left since then.", show_default=False)
    ] = None,
    categories: Annotated[
        str | None,
        typer.Option(
            "--categories",
            metavar="FILE",
            help="Lists of groups of your own (CSV: characteristic, category).",
            show_default=False,
        ),
    ] = None,
    statistics: Annotated[
        bool, typer.Option("--statistics", help="Write a private page with counts and chances, for you alone.")
    ] = False,
    reference: Annotated[
        list[str] | None,
        typer.Option(
            "--reference",
            metavar="FILE|NAME",
            help="Whom to compare with; the first that tells a characteristic is used. Repeatable.",
            show_default=False,
        ),
    ] = None,
    ages: Annotated[str, typer.Option("--ages", metavar="AGES", help="The ages in the room: 16+, 18+, all.")] = "16+",
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The private page: .html, .md or .txt.", show_default=False
        ),
    ] = None,
) -> None:
    """Tell who is in a room without counts, for the project file, from a private file that `check` and `report` never read.

    The private file is a CSV of counts (characteristic, category, count) or a roster (a column for each characteristic, a
    row for each person, no names). What may be said depends on the size of the room and the length of a list alone.
    """
    from involve_audit.cli import room as command

    request = command.Request(
        private,
        project,
        name,
        of,
        tuple(only_how_many or ()),
        joined,
        left,
        categories,
        statistics,
        tuple(reference or ()),
        ages,
        output,
    )
    raise typer.Exit(command.room(request))


@app.command(short_help="Compare two versions, and say what became of each promise.")
def compare(
    sides: Annotated[
        list[str],
        typer.Argument(
            metavar="BEFORE AFTER",
            help="Two project files, saved audits (.json) or git revisions (HEAD~3:project.yaml), the earlier first; or one file with --from.",
            show_default=False,
        ),
    ],
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="REVISION", help="With one file: the earlier git revision.", show_default=False),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="REVISION",
            help="With --from: the later git revision. [default: the file as it lies there]",
            show_default=False,
        ),
    ] = None,
    rubric: RubricOption = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            help="The day of the later side. [default: of its commit, or today]",
            show_default=False,
        ),
    ] = None,
    date_before: Annotated[
        str | None,
        typer.Option(
            "--date-before",
            metavar="YYYY-MM-DD",
            help="The day of the earlier side. [default: of its commit, or `filled_in.when`]",
            show_default=False,
        ),
    ] = None,
    format: PageFormat = "text",  # noqa: A002
    output: PageOutput = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar="WHAT",
            help="Exit with 1 where a promise is deleted, broken, late, in-part, moved or unclear, where a finding is new, or something is worse. Repeatable.",
            show_default=False,
        ),
    ] = None,
    excerpts: Excerpts = None,
    width: Width = None,
) -> None:
    """Compare two versions of a project file, and say what became of each promise of the earlier one.

    Both are judged by one rubric, each as of its own day. A promise that is not in the file any more is deleted, never done.
    Counts of people, who is in which room, and what few people answered take no part.

    Exit codes: 0 compared; 1 something that --fail-on names; 2 one of them could not be read, or they cannot be compared.
    """
    from involve_audit.cli import compare as command

    request = command.Request(
        tuple(sides),
        from_,
        to,
        rubric,
        date,
        date_before,
        format,
        tuple(output or ()),
        tuple(fail_on or ()),
        width,
        excerpts,
    )
    raise typer.Exit(command.compare(request))


@app.command("merge", short_help="Merge two files that were filled in apart.")
def merge_files(
    first: Annotated[
        str,
        typer.Argument(
            metavar="FIRST",
            help="The file that is kept to the last byte where nothing else is settled.",
            show_default=False,
        ),
    ],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="The file of the other person.", show_default=False)],
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="FILE",
            help="The file that both began from: only what both changed otherwise is a difference.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the merged file; `-` for standard output. Without it nothing is written.",
            show_default=False,
        ),
    ] = None,
    prefer: Annotated[
        str | None,
        typer.Option(
            "--prefer", metavar="first|second", help="Whose account holds where they differ.", show_default=False
        ),
    ] = None,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Keep both accounts as `disputed`, where the format has that.")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="WHO",
            help="Who wrote the second file, for `disputed`. [default: its filled_in.by]",
            show_default=False,
        ),
    ] = None,
    ask: Annotated[
        bool | None,
        typer.Option(
            "--ask/--no-ask",
            help="Settle differences by questions; the answers may come through a pipe. [default: in a terminal]",
            show_default=False,
        ),
    ] = None,
    leave_open: Annotated[
        bool,
        typer.Option(
            "--leave-open", help="Write the file although differences are open, each with a comment above it."
        ),
    ] = False,
    excerpts: Excerpts = None,
    agreement: Annotated[
        bool,
        typer.Option(
            "--agreement",
            help="Write nothing together: say how far two readers agree. Takes two folders, too, with files of the same names.",
        ),
    ] = False,
    rubric: RubricOption = None,
    date: Day = None,
    format: TextOrJson = "text",  # noqa: A002
) -> None:
    """Merge two files of one project that two people filled in apart.

    What both say alike stays; what only the second says is put in, with a comment above it; where they differ, both accounts are shown
    side by side and settled. Every other byte of the first file stays as it is.

    With --agreement: how far two readers agree, by verdict and by principle, with weighted kappa and its interval.

    Exit codes: 0 nothing is open; 1 differences are open; 2 one of the files could not be read, or they do not fit together.
    """
    from involve_audit.cli import merge as command

    if agreement:
        raise typer.Exit(command.agree(first, second, rubric, date, format, output))
    request = command.Request(first, second, base, output, prefer, disputed, by, ask, leave_open, excerpts)
    raise typer.Exit(command.merge(request))


@app.command("due", short_help="List what is promised and still owed, with its days.")
def list_due(
    files: FilesOrHere = None,
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
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="YYYY-MM-DD", help="The day as of which to look. [default: today]", show_default=False
        ),
    ] = None,
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
    excerpts: Excerpts = None,
) -> None:
    """List promises, reviews, feedback that is owed and doors that close, the longest overdue first.

    As text, as a calendar file for the team's calendar, or as notices in a GitHub workflow. What is told by a month or a year is due at
    its last day. It informs: the exit code is 0 also where something is overdue, and 2 where a file cannot be read.
    """
    from involve_audit.cli import due as command

    raise typer.Exit(command.due(tuple(files or ()), format, output, date, within, excerpts))


@app.command(short_help="Draw the course of a project file over its git versions.")
def history(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The project file.", show_default=False)],
    rubric: RubricOption = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date",
            metavar="YYYY-MM-DD",
            help="The day as of which promises are looked at in the end. [default: today]",
            show_default=False,
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            "--since", metavar="YYYY-MM-DD", help="Only versions committed on that day or later.", show_default=False
        ),
    ] = None,
    most: Annotated[int, typer.Option("--max", metavar="N", min=1, help="Only the latest N versions.")] = 200,
    format: PageFormat = "text",  # noqa: A002
    output: PageOutput = None,
    excerpts: Excerpts = None,
    width: Width = None,
) -> None:
    """Walk through the git versions of a project file, and draw the course.

    Every version is judged by one rubric as of the day of its commit. Promises are followed to the commit by which they were
    kept, broken or deleted. Versions that cannot be read are listed. Authors and subjects of commits are not shown. Needs the
    `git` command; nothing is changed and nothing is fetched.

    Exit codes: 0 shown; 2 no version could be read, or git is missing, or there is no repository.
    """
    from involve_audit.cli import history as command

    raise typer.Exit(
        command.history(command.Request(file, rubric, date, since, most, format, tuple(output or ()), width, excerpts))
    )


@references.command("list")
def list_references() -> None:
    """List the populations that are shipped."""
    from involve_audit.cli import reference as command

    raise typer.Exit(command.list_references())


@references.command("show")
def show_reference(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A population.", show_default=False)],
    characteristic: Annotated[
        str | None, typer.Argument(metavar="[CHARACTERISTIC]", help="Only this one.", show_default=False)
    ] = None,
    ages: Annotated[str, typer.Option("--ages", metavar="AGES", help="The ages to count: 16+, 18+, all.")] = "all",
    width: Width = None,
) -> None:
    """Show the figures of a population with their sources, or those of one characteristic."""
    from involve_audit.cli import reference as command

    raise typer.Exit(command.show(name, characteristic, ages, width))


@references.command("categories")
def show_categories(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Only this list, with other words for its groups.", show_default=False),
    ] = None,
    width: Width = None,
) -> None:
    """Show the lists of groups."""
    from involve_audit.cli import reference as command

    raise typer.Exit(command.categories(name, width))
