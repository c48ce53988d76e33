"""`check`: judge project files, print what was found, and say by the exit code whether the policy holds."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, streams
from involve_audit.cli import policy as policies
from involve_audit.cli.declaring import completion, shared, typer
from involve_audit.cli.judging import JudgingRun, as_bytes, judge_files, rendered, say_boxes
from involve_audit.cli.options import (
    can_be_written,
    known,
    not_written_over,
    or_here,
    read_once,
    written_back,
)
from involve_audit.cli.outcome import Usage
from involve_audit.cli.redact import by_default, messages
from involve_audit.record import Record, replace
from involve_audit.render import TEXTS, USUAL_LAYER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.results.audit import Audit


class CheckRequest(Record):
    """What `check` was asked for; the options of the command line, one by one.

    Attributes:
        excerpts: whether the file may be quoted; None leaves it to where the check runs.
        isolated: whether settings beside the project file are left alone.
        fix: whether slips that can only mean one thing are mended in the files first.
        quiet: whether nothing is printed but what keeps the policy from holding.
        no_waivers: whether waivers are left alone, given or set.
        settings: the file of settings that was read.
        outputs: `FORMAT:FILE`, written beside what is printed.
    """

    files: tuple[str, ...]
    format: str = "text"
    rubric: str | None = None
    date: str | None = None
    require: tuple[str, ...] = ()
    allow_unknown: bool = False
    report_only: bool = False
    excerpts: bool | None = None
    summary_only: bool = False
    all: bool = False
    width: int | None = None
    policy: str | None = None
    waivers: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    outputs: tuple[str, ...] = ()
    isolated: bool = False
    no_waivers: bool = False
    settings: str | None = None
    fix: bool = False
    quiet: bool = False


def command(
    files: shared.FilesOrHere = None,
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
    rubric: shared.Rubric = None,
    date: shared.Date = None,
    policy: shared.Policy = None,
    require: shared.Require = None,
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
    allow_unknown: shared.AllowUnknown = False,
    report_only: shared.ReportOnly = False,
    excerpts: shared.Excerpts = None,
    all_findings: Annotated[
        bool, typer.Option("--all", help="Print everything below it: all that was seen, with its lines.")
    ] = False,
    summary_only: Annotated[bool, typer.Option("--summary-only", help="Print the summary and nothing else.")] = False,
    width: shared.Width = None,
    isolated: shared.Isolated = False,
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
) -> int:
    """Judge project files, print what was found, and pass or fail.

    By default a check passes when each failing gate that is due is clear, nothing contradicts itself, and enough is told to say
    something. A policy file and --require ask for more; `involve-audit policy show` prints all that holds. A folder stands for
    the `*.yaml` and `*.yml` files in it and below it: each is audited, or listed as not audited. Without a file, `project.yaml` in
    this folder is meant.
    """
    request = CheckRequest(
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
    return check(request)


def check(request: CheckRequest) -> int:
    """Judge, print, and give the exit code."""
    _printable(request.format)
    request = replace(request, files=or_here(request.files))
    excerpts = not by_default() if request.excerpts is None else request.excerpts
    with messages(excerpts=excerpts):
        request = _with_settings(request)
    targets = _targets(request, request.files)
    if request.quiet and request.format != "text":
        raise Usage(f"--quiet is for people; --format {request.format} always prints all of it")
    if request.fix:
        _fix(request, excerpts=excerpts)
    with messages(excerpts=excerpts):
        asked = policies.options(
            request.policy,
            request.require,
            allow_unknown=request.allow_unknown,
            rubric=request.rubric,
            date=request.date,
        )
        run = _judged(request, asked, {request.format, *targets.values()}, excerpts=excerpts)
    _targets(request, run.files)  # in a folder there may be a file that would be written over
    made, printed = _made(run, request, targets)
    baseline = _baseline(run, request)
    if baseline is not None:
        made[request.write_baseline or ""] = baseline
    try:
        files.write_all(made)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    if request.format != "text":
        streams.out_exact(printed)
    elif printed:
        streams.out(printed)
    for name in targets:
        if name in made and not request.quiet:
            streams.err(f"wrote {files.shown(name)}")
            if targets[name] == "pdf":
                say_boxes(name, bytes(made[name]), run, layer=_layer(request))  # type: ignore[arg-type]
    if request.format == "github":
        _add_summary(run)
    failing = sum(not a.policy.holds for a in run.audits)
    if run.several and not request.quiet:
        _tally(run, failing)
    if request.write_baseline is not None:
        streams.err(policies.says_of_baseline(request.write_baseline, made=baseline is not None))
    return outcome.exit_code(
        audited=len(run.audits), failing=failing, broken=run.broken, report_only=request.report_only
    )


def _with_settings(request: CheckRequest) -> CheckRequest:
    """The request with what stands in the settings beside the project files."""
    from involve_audit.cli.settings import chosen

    given = {
        "policy": request.policy,
        "rubric": request.rubric,
        "waivers": request.waivers,
        "baseline": request.baseline,
    }
    found = chosen(
        request.files, given, isolated=request.isolated, without=("waivers",) if request.no_waivers else ()
    )  # fmt: skip
    values = dict(found.values)
    baseline = values["baseline"]
    if request.baseline is None and baseline is not None and not os.path.exists(baseline):
        first = request.write_baseline
        if first is not None and os.path.realpath(first) == os.path.realpath(baseline):
            values["baseline"] = None  # it is written for the first time
    return replace(request, **values, settings=found.file or None)


def _targets(request: CheckRequest, inputs: Sequence[str]) -> dict[str, str]:
    """The files to write, with their formats; none of them, and no baseline, takes the place of a file that is read.

    Raises:
        Usage: one of them would.
    """
    beside = [name for name in (request.rubric, request.policy, request.waivers, request.settings) if name is not None]
    read_once(request.files, [*beside, request.baseline])
    targets = outputs(
        request.outputs, [*inputs, *beside, *([request.baseline] if request.baseline is not None else [])]
    )
    # A baseline may be written anew, over the one that was read.
    if request.write_baseline == files.STDIN:
        raise Usage("--write-baseline '-': what is printed follows --format; name a file")
    if request.write_baseline is not None:
        not_written_over([request.write_baseline], [*inputs, *beside, *targets], "--write-baseline")
    return targets


def _baseline(run: JudgingRun, request: CheckRequest) -> bytes | None:
    """The baseline that is asked for; None where there is none to write, for one that lacks an input would excuse too little."""
    if request.write_baseline is None or run.broken or not run.audits:
        return None
    return policies.baseline_of(request.write_baseline, run.audits, run.places)


def _judged(request: CheckRequest, asked: PolicyOptions, formats: set[str], *, excerpts: bool) -> JudgingRun:
    """Judge all files, and set waivers and a baseline beside what was found."""
    from involve_audit.render import FORMATS
    from involve_audit.wording.messages import InputError

    # Their JSON goes to programs, often in CI; what is saved to be rendered again is written by `report`.
    exports = any(FORMATS[name].export for name in formats)
    run = JudgingRun()
    try:
        own = (
            request.settings,
            request.policy,
            request.waivers,
            request.baseline,
            request.write_baseline,
            *_names(request.outputs),
        )
        run = judge_files(
            request.files, request.rubric, request.date, asked, excerpts=excerpts, exports=exports, own=own,
            lines="when asked" if formats == {"text"} else "all",
        )  # fmt: skip
        if request.waivers is not None or request.baseline is not None:
            run.audits = policies.settled(
                run.audits, asked, run.places, several=run.several, rubric=request.rubric, date=request.date,
                waivers=request.waivers, baseline=request.baseline, excerpts=excerpts,
            )  # fmt: skip
    except (Usage, InputError):
        raise
    except Exception as error:  # a format for machines says so, too
        run.fault(error)
    return run


def _names(outputs: Iterable[str]) -> Iterable[str]:
    """The files of `FORMAT:FILE`."""
    return (text.partition(":")[2] for text in outputs)


def outputs(told: Sequence[str], inputs: Sequence[str]) -> dict[str, str]:
    """The files to write, each with its format, from `FORMAT:FILE`.

    Raises:
        Usage: there is no such format, no file is named, two outputs are one file, or a file to check would be written over.
    """
    from involve_audit.render import FORMATS

    targets: dict[str, str] = {}
    taken = {os.path.realpath(name) for name in inputs}
    for text in told:
        kind, colon, name = text.partition(":")
        if not colon or not name:
            raise Usage(f"--output '{text}' names no file; write FORMAT:FILE, such as sarif:involve-audit.sarif")
        known("output", kind, tuple(FORMATS))
        if name == files.STDIN:
            raise Usage(f"--output '{text}': what is printed follows --format; name a file")
        if os.path.realpath(name) in taken:
            raise Usage(f"--output '{text}': this file is read or written already; name another")
        can_be_written(kind)
        taken.add(os.path.realpath(name))
        targets[name] = kind
    return targets


def _made(
    run: JudgingRun, request: CheckRequest, targets: dict[str, str]
) -> tuple[dict[str, bytes | Iterable[bytes]], str]:
    """What goes into the files, and what is printed. Where a report cannot be made, no file is written."""
    try:
        made: dict[str, bytes | Iterable[bytes]] = {
            name: as_bytes(
                kind,
                run.audits,
                several=run.several,
                ending=os.path.splitext(name)[1],
                problems=run.problems,
                layer=_layer(request),
            )
            for name, kind in targets.items()
        }
        return made, _printed(run, request)
    except Exception as error:  # what is printed for machines says so; if that cannot be made either, `guard` does
        run.fault(error)
        run.audits.clear()
        return {}, _printed(run, request)


def _printed(run: JudgingRun, request: CheckRequest) -> str:
    if request.quiet:
        return "".join(map(_in_a_line, run.audits))
    if request.format == "text":
        return "".join(_text(audit, request) for audit in run.audits)
    return rendered(request.format, run.audits, several=run.several, problems=run.problems, layer=_layer(request))


def _layer(request: CheckRequest) -> str:
    """How much a report says that is printed or written beside: with `--all` everything."""
    return "full" if request.all else USUAL_LAYER


def _in_a_line(audit: Audit) -> str:
    """What keeps the policy from holding; nothing where it holds."""
    from involve_audit.wording.messages import one_line

    if audit.policy.holds:
        return ""
    why = [f"{c.id} ({c.state})" for c in audit.policy.conditions if c.state in ("not held", "open") and not c.excused]
    return one_line(f"{audit.project.file}: the policy does not hold: {', '.join(why)}") + "\n"


def _fix(request: CheckRequest, *, excerpts: bool) -> None:
    """Mend slips that can only mean one thing, and say each. What cannot be read is said when it is judged."""
    from involve_audit.interview.fixing import fixed
    from involve_audit.wording.messages import InputError, one_line

    if files.STDIN in request.files:
        raise Usage("--fix writes into the files, so each needs a name; standard input has none")
    for name in files.find(request.files, (request.rubric, request.policy, request.waivers, request.settings)).files:
        try:
            data = files.read(name)
            text, fixes = fixed(data.decode("utf-8"), name)
        except (files.CannotRead, InputError, UnicodeDecodeError):
            continue
        if not fixes:
            continue
        written_back(name, data, text.encode("utf-8"))
        for fix in fixes:
            said = f"{fix.where}: '{fix.was}' is now '{fix.now}'" if excerpts else "a word was mended"
            streams.err(one_line(f"{name}:{fix.line}:{fix.column}: {said}"))


def _add_summary(run: JudgingRun) -> None:
    """Add the page that GitHub shows for this step to those that earlier commands of it wrote."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    from involve_audit.render import github

    try:
        there = os.path.getsize(path) if os.path.exists(path) else 0
        page = github.summary(run.audits, run.problems, github.PAGE - there)
        with open(path, "ab") as file:
            file.write(page.encode("utf-8"))
    except OSError as error:
        streams.err(f"involve-audit: the summary page cannot be written: {outcome.reason(error)}")


def _printable(format_: str) -> None:
    """Refuse a format that there is not, and one that is no text: a terminal cannot show it.

    Raises:
        Usage: it cannot be printed.
    """
    from involve_audit.render import FORMATS, TEXTS

    if format_ in FORMATS and FORMATS[format_].binary:
        raise Usage(
            f"`check` prints, and {format_} is not text; `involve-audit report FILES -o report{FORMATS[format_].endings[0]}` writes it"
        )
    known("format", format_, TEXTS)


def _text(audit: Audit, request: CheckRequest) -> str:
    from involve_audit.render import terminal

    look = {"colour": streams.colours(), "ascii": not streams.shows_symbols()}
    width = streams.width(request.width)
    text = terminal.summary(audit, width, short=request.summary_only, **look)
    if request.all and not request.summary_only:
        from involve_audit.render.report import document
        from involve_audit.render.text import written

        return f"{text}\n{written(document([audit], layer='full'), width, **look)}"
    return text


def _tally(run: JudgingRun, failing: int) -> None:
    total = len(run.audits) + run.broken
    says = [f"{len(run.audits) - failing} hold", f"{failing} do not", f"{run.broken} could not be audited"]
    streams.err(f"involve-audit: {total} input{'s' if total != 1 else ''}: {', '.join(says)}")
