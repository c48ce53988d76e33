"""`report`: write reports, all of them or none."""
# File names stay as they were typed: a `Path` would lose the `/` that says "a folder".

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, streams
from involve_audit.cli import policy as policies
from involve_audit.cli.declaring import completion, shared, typer
from involve_audit.cli.judging import JudgingRun, as_bytes, judge_files, say_boxes
from involve_audit.cli.options import can_be_written, known, not_written_over, or_here, read_once
from involve_audit.cli.outcome import Usage
from involve_audit.cli.redact import NOTE, by_default, messages
from involve_audit.record import Record, replace
from involve_audit.render import FORMATS, PAGES
from involve_audit.wording.file_words import left_out, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.results.audit import Audit
    from involve_audit.results.boxes import FormBoxes


class ReportRequest(Record):
    """What `report` was asked for; the options of the command line, one by one.

    Attributes:
        layers: how much a report for the team says: sheet or full; where neither is asked for, the pages to talk over.
        excerpts: whether the files may be quoted; None means in the reports, and in messages where no pipeline runs.
        boxes: a file with the boxes of a form, for the text of an application.
        isolated: whether settings beside the project file are left alone.
    """

    files: tuple[str, ...]
    outputs: tuple[str, ...]
    format: str | None = None
    rubric: str | None = None
    date: str | None = None
    pictures: str | None = None
    edition: str = "team"
    layers: tuple[str, ...] = ()
    policy: str | None = None
    require: tuple[str, ...] = ()
    excerpts: bool | None = None
    isolated: bool = False
    boxes: str | None = None

    @property
    def layer(self) -> str:
        """How much a report says; two that are asked for are refused before anything is written."""
        from involve_audit.render import USUAL_LAYER

        return self.layers[0] if self.layers else USUAL_LAYER


def one_edition(edition: str, *, meeting: bool) -> str:
    """The edition that is asked for: by its name, or the pack for a meeting.

    Raises:
        Usage: two are asked for.
    """
    if meeting and edition not in ("team", "meeting"):
        raise Usage(
            f"--meeting writes one thing and --edition {edition} another; ask for one of them, and run it twice for both"
        )
    return "meeting" if meeting else edition


def command(
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
    rubric: shared.Rubric = None,
    date: shared.Date = None,
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
    policy: shared.Policy = None,
    require: shared.RequireAsCheck = None,
    excerpts: Annotated[
        bool | None,
        typer.Option(
            "--excerpts/--no-excerpts",
            help="Quote the files, or leave people's words out of the reports and of all messages. [default: quote; where CI is set, in the reports only]",
            show_default=False,
        ),
    ] = None,
    isolated: shared.Isolated = False,
    boxes: Annotated[
        str | None,
        typer.Option(
            "--boxes",
            metavar="FILE",
            help="With --format application: the boxes of a form, with how much each takes.",
            show_default=False,
        ),
    ] = None,
) -> int:
    """Write reports to look at and talk over; without -o, print them (Markdown, where no --format is named).

    The exit code says whether they could be written, not whether a policy holds: that is what `check` is for.
    """
    request = ReportRequest(
        tuple(files or ()),
        tuple(output or ()),
        format,
        rubric,
        date,
        pictures,
        one_edition(edition, meeting=meeting),
        (*(["sheet"] if sheet else []), *(["full"] if full else [])),
        policy,
        tuple(require or ()),
        excerpts,
        isolated,
        boxes,
    )
    return report(request)


def report(request: ReportRequest) -> int:
    """Judge files, or take saved audits, and write the reports and pictures that are asked for."""
    from involve_audit.render import EDITIONS, FORMATS

    request = replace(request, files=or_here(request.files))
    with messages(excerpts=not by_default() if request.excerpts is None else request.excerpts):
        request = _with_settings(request)
    outputs, pictures, edition = request.outputs, request.pictures, request.edition
    if request.format is not None:
        known("format", request.format, tuple(FORMATS))
    printing = not outputs and pictures is None
    if printing:
        outputs = (_as_if_written(request.format or "markdown"),)
    known("edition", edition, tuple(EDITIONS))
    read_once(request.files, (request.rubric, request.policy))
    targets = [(output, _format_for(output, request.format)) for output in outputs]
    for _, kind in targets:
        can_be_written(kind, edition)
    _can_be_layered(request.layers, edition, [kind for _, kind in targets])
    exports = any(FORMATS[kind].needs_exports for _, kind in targets)
    form = _form(request, [kind for _, kind in targets])
    run = _audits(request, exports=exports)
    _hold_exports(run.audits, targets)
    # A saved run is rendered again though nothing could be audited in it: that is what it tells.
    if run.audits or (run.problems and all(map(_is_saved, request.files))):
        texts: dict[str, bytes] = {}
        kinds: dict[str, str] = {}
        beside = (request.rubric, request.policy, request.boxes)
        read = [*request.files, *run.files, *(name for name in beside if name is not None)]
        for output, kind in targets:
            for name, data in _files(output, kind, run, request, form):
                if printing:
                    # People read some formats, and programs the others, byte for byte.
                    printed = data.decode("utf-8")
                    streams.out_exact(printed) if kind not in (*PAGES, *_EXPORTS) else streams.out(printed.rstrip("\n"))
                    continue
                not_written_over([name], [*read, *texts], "--output")
                texts[name] = data
                kinds[name] = kind
        drawn = _pictures(pictures, run) if pictures is not None else {}
        not_written_over(drawn, [*read, *texts], "--pictures")
        texts.update({name: text.encode("utf-8") for name, text in drawn.items()})
        if pictures is not None and not drawn:
            streams.err("involve-audit: there is nothing to draw: no file tells anything that a picture could show")
        try:
            files.write_all(texts)
        except files.CannotRead as problem:
            raise Usage(str(problem)) from None
        for name, data in texts.items():
            streams.err(f"wrote {files.shown(name)} ({kinds.get(name, 'picture')}, {_size(len(data))})")
            if kinds.get(name) == "pdf":
                say_boxes(name, data, run, edition, request.layer)
        if len(texts) > 1:
            projects = f"{len(run.audits)} project{'s' if len(run.audits) != 1 else ''}"
            streams.err(f"involve-audit: {len(texts)} files written, for {projects}")
    else:
        streams.err("involve-audit: nothing was written")
    return outcome.exit_code(audited=len(run.audits), failing=0, broken=run.broken)


_EXPORTS = tuple(name for name, kind in FORMATS.items() if kind.export)


def _as_if_written(kind: str) -> str:
    """The name that a report would have in a file, where it is printed.

    Raises:
        Usage: nobody reads it on a terminal.
    """
    form = FORMATS[kind]
    ending = form.endings[0] if form.endings else ".md"
    if form.binary or kind == "html":
        raise Usage(f"{kind} is not printed; say where to write it with -o, for instance -o report{ending}")
    return f"report{ending}"


def _form(request: ReportRequest, kinds: Sequence[str]) -> FormBoxes | None:
    """The boxes of a form, where they are asked for.

    Raises:
        Usage: nothing is written that has boxes, or the file cannot be opened.
        InputError: it is no such file.
    """
    if request.boxes is None:
        return None
    if "application" not in kinds:
        raise Usage("--boxes is for the text of an application; say --format application")
    from involve_audit.policy.boxes_file import load_boxes

    try:
        return load_boxes(files.read(request.boxes), files.shown(request.boxes))
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None


def _with_settings(request: ReportRequest) -> ReportRequest:
    """The request with what stands in the settings beside the project files. A saved audit was judged already."""
    from involve_audit.cli.settings import chosen

    given = {"policy": request.policy, "rubric": request.rubric}
    projects = [name for name in request.files if not _is_saved(name)]
    return replace(request, **chosen(projects, given, isolated=request.isolated).values)


def _size(number: int) -> str:
    """How large a file is, in the units that file managers show."""
    return (
        f"{number} bytes"
        if number < 1000
        else f"{number / 1000:.0f} kB"
        if number < 1_000_000
        else f"{number / 1e6:.1f} MB"
    )


def _can_be_layered(layers: tuple[str, ...], edition: str, kinds: Sequence[str]) -> None:
    """Refuse --sheet and --full where nothing is written in layers.

    Raises:
        Usage: with what they are for.
    """
    from involve_audit.render import FORMATS

    if len(layers) > 1:
        raise Usage(f"{' and '.join(f'--{layer}' for layer in layers)} do not go together; give one of them")
    layer = "".join(layers)
    if layer and edition != "team":
        raise Usage(f"--{layer} is for the report of the team; the edition for {edition} has one length")
    if layer and kinds and not any(FORMATS[kind].layered for kind in kinds):
        there = ", ".join(name for name, kind in FORMATS.items() if kind.layered)
        raise Usage(f"--{layer} is for {there}; {kinds[0]} always says all that it has")


def _is_folder(output: str) -> bool:
    return output.endswith(("/", os.sep)) or os.path.isdir(output)


def _format_for(output: str, told: str | None) -> str:
    from involve_audit.render import EXPORT_ENDINGS, FORMATS, format_of

    if output == files.STDIN:
        raise Usage("`report` prints where no -o is given; -o is for files")
    if (
        told is not None
        and FORMATS[told].export
        and not _is_folder(output)
        and not output.lower().endswith((*EXPORT_ENDINGS, *((_WORD,) if told == "application" else ())))
    ):
        raise Usage(f"{told} is written as a page or as Markdown; end the name {output} in {', '.join(EXPORT_ENDINGS)}")
    if told is not None:
        return told
    if _is_folder(output):
        return "html"
    found = format_of(output)
    if found is None:
        raise outcome.no_ending(
            output, (kind.endings[0] for kind in FORMATS.values() if kind.endings), ", or say --format"
        )
    return found


def _hold_exports(audits: Sequence[Audit], targets: Sequence[tuple[str, str]]) -> None:
    """Refuse to write an export from a saved audit that was made without.

    Raises:
        Usage: with the first such audit.
    """
    from involve_audit.render import FORMATS

    wanted = next((kind for _, kind in targets if FORMATS[kind].export), None)
    lacking = next((a for a in audits if not a.exports), None)
    if wanted and lacking:
        raise Usage(
            f"the saved audit of {lacking.project.file} holds nothing for {wanted}; give the project file, "
            "or save the audit with `involve-audit report PROJECT -o NAME.json`"
        )


def _is_saved(argument: str) -> bool:
    return argument.lower().endswith(".json")


def _audits(request: ReportRequest, *, exports: bool = False) -> JudgingRun:
    """The audits: of project files judged now, and of saved ones as they are."""
    saved = tuple(filter(_is_saved, request.files))
    run = JudgingRun()
    others = tuple(a for a in request.files if a not in saved)
    if saved and (request.policy is not None or request.require):
        # Beside files that are held to it, nobody would see that these are not.
        raise Usage("a saved audit keeps its policy; --policy and --require are for project files")
    # A report is for those who asked for it; the log of a pipeline has other readers.
    quote = not by_default() if request.excerpts is None else request.excerpts
    if others or not saved:
        asked = None
        with messages(excerpts=quote):
            if request.policy is not None or request.require:
                asked = policies.options(request.policy, request.require, rubric=request.rubric, date=request.date)
            run = judge_files(
                others, request.rubric, request.date, asked,
                excerpts=request.excerpts is not False, quote=quote, exports=exports, watch=True,
                own=(*request.outputs, request.pictures, request.policy), lines="when asked",
            )  # fmt: skip
    elif request.rubric is not None or request.date is not None:
        raise Usage("a saved audit keeps its rubric and its date; --rubric and --date are for project files")
    run.several = run.several or len(request.files) > 1
    for name in saved:
        from involve_audit.render.json import NotSaved, read_problems, read_saved

        try:
            # A saved audit quotes its project file and the rubric: it may be much longer than a project file.
            text = files.read(name, limit=None).decode("utf-8")
            audits, problems = read_saved(text), read_problems(text)
            bare = bool(audits) and all(NOTE in audit.limits for audit in audits)
            if request.excerpts is False and not bare:
                # Without the project file nobody can tell which words are its own.
                raise Usage(
                    f"{name} was saved with people's words in it, and they cannot be taken out of it any more; "
                    "make the report from the project file, or save the audit with --no-excerpts"
                )
        except files.CannotRead as problem:
            streams.err(str(problem))
        except UnicodeDecodeError:
            streams.err(f"{name}: this is not text in UTF-8")
        except ValueError as problem:
            # What it says instead of what it should may be anybody's words, as in a project file.
            lines = problem.says if isinstance(problem, NotSaved) else str(problem).splitlines()
            streams.err("\n".join(f"{name}: {plain(line) if quote else left_out(line)}" for line in lines))
        else:
            # An earlier version saved the whole place of a file.
            run.audits.extend(replace(a, project=replace(a.project, file=_safe(a.project.file))) for a in audits)
            run.several = run.several or len(audits) != 1
            # What could not be audited then is still no pass, and is told again.
            problems = tuple(replace(problem, file=_safe(problem.file)) for problem in problems)
            run.problems.extend(problems)
            run.broken += len({problem.file for problem in problems})
            for told in problems:
                says = told.says if quote or bare else "it could not be audited when this was saved"
                streams.err(replace(told, says=says).text)
            continue
        run.broken += 1
    return run


def _safe(saved: str) -> str:
    """The name of a file in a saved audit, without its place; other names stay as they were saved."""
    return files.named(saved) if os.path.isabs(saved) else saved


def _files(
    output: str, kind: str, run: JudgingRun, request: ReportRequest, form: FormBoxes | None = None
) -> list[tuple[str, bytes]]:
    """The files to write for one output, with what belongs into them."""
    edition, layer = request.edition, request.layer
    if kind == "application" and (form is not None or output.lower().endswith(_WORD)):
        return [(output, _application(output, run, form))]
    if not _is_folder(output):
        ending = os.path.splitext(output)[1]
        return [
            (
                output,
                as_bytes(
                    kind, run.audits, edition, several=run.several, ending=ending, problems=run.problems, layer=layer
                ),
            )
        ]
    if not os.path.isdir(output):
        raise Usage(f"there is no folder {output}; make it first")
    names = _names(run.audits, kind, edition)
    return [
        (
            os.path.join(output, name),
            as_bytes(kind, [audit], edition, several=False, ending=os.path.splitext(name)[1], layer=layer),
        )
        for name, audit in streams.watched(tuple(zip(names, run.audits, strict=True)), "Writing")
    ]


_WORD = ".docx"
_MARKDOWN = (".md", ".markdown")


def _application(output: str, run: JudgingRun, form: FormBoxes | None) -> bytes:
    """The text of an application as a Word document, or box by box."""
    from involve_audit.render import application

    for says in application.too_long(run.audits, form) if form is not None else ():
        streams.err(f"involve-audit: {says}")
    if output.lower().endswith(_WORD):
        can_be_written("docx")
        return application.render_bytes(run.audits, run.problems, form)
    if not output.lower().endswith(_MARKDOWN):
        raise Usage(f"with --boxes the text is written as Word or Markdown; end the name {output} in .docx or .md")
    return application.text(run.audits, run.problems, form).encode("utf-8")


def _pictures(folder: str, run: JudgingRun) -> dict[str, str]:
    """The pictures of every audit, by the names of their files: after the project file, then what is drawn."""
    from involve_audit.render import charts
    from involve_audit.render.machine import rubrics

    if not os.path.isdir(folder):
        raise Usage(f"there is no folder {folder}; make it first")
    return {
        os.path.join(folder, f"{stem}-{picture.name}.svg"): picture.alone(rubrics([audit]))
        for stem, audit in zip(_stems(run.audits), run.audits, strict=True)
        for picture in charts.of(audit)
    }


def _names(audits: Sequence[Audit], kind: str, edition: str) -> list[str]:
    """A file name for each audit in a format; an export or an edition does not take the name of the whole report."""
    from involve_audit.render import EXPORT_ENDINGS, FORMATS

    if FORMATS[kind].export:
        ending = f"-{kind}{EXPORT_ENDINGS[0]}"
    else:
        ending = ("" if edition == "team" else f"-{edition}") + FORMATS[kind].endings[0]
    return [stem + ending for stem in _stems(audits)]


def _stems(audits: Sequence[Audit]) -> list[str]:
    """A name for each audit: after its project file."""
    return stems([audit.project.file for audit in audits])


def stems(shown: Sequence[str]) -> list[str]:
    """A name for each project file, with as many folders before it as tell them apart."""
    from involve_audit.wording.messages import one_line

    parts = []
    for file in shown:
        path = "standard-input" if file == files.shown(files.STDIN) else os.path.splitext(file)[0]
        # A saved audit may come from anybody, and its name may hold what a terminal obeys.
        path = one_line(path).replace("\ufffd", "")
        parts.append([p for p in path.replace("\\", "/").split("/") if p not in ("", ".", "..")] or ["project"])
    names: list[str] = []
    for depth in range(1, max(map(len, parts)) + 1):
        names = ["-".join(p[-depth:]) for p in parts]
        if len({name.casefold() for name in names}) == len(names):
            return names
    return [f"{name}-{n}" for n, name in enumerate(names, 1)]
