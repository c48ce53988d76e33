"""Judging the files that a command was given, and their audits as the bytes of a format: for `check`, `report` and `portfolio`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.cli import files, outcome, streams
from involve_audit.cli import policy as policies
from involve_audit.cli.options import day, look_for, rubric_of
from involve_audit.record import Record, made
from involve_audit.render import USUAL_LAYER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.render.beside import Beside
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit
    from involve_audit.what_if.quotes import Lines
    from involve_audit.wording.messages import InputError


class JudgingRun(Record, frozen=False):
    """What came of judging several files.

    Attributes:
        audits: what could be audited.
        broken: how many inputs could not.
        problems: why they could not, as formats for machines tell it.
        several: whether more than one was asked for.
        files: the files that were looked at, as they were given or found.
        places: where the project file of each audit lies, by what it is called in the audit.
        beside: what stood in folders and need not be audited.
    """

    audits: list[Audit] = made(factory=list)
    broken: int = 0
    several: bool = False
    problems: list[NotAudited] = made(factory=list)
    files: list[str] = made(factory=list)
    places: dict[str, str] = made(factory=dict)
    beside: list[Beside] = made(factory=list)

    def fault(self, error: Exception, name: str = "") -> None:
        """Note that the tool itself failed: here, or in all."""
        from involve_audit.render.machine import NotAudited

        says = outcome.internal(error, name)
        streams.err(says)
        start = name or "involve-audit"
        self.problems.append(
            NotAudited("internal", files.named(name) if name else ".", says.removeprefix(f"{start}: "))
        )
        self.broken += 1


def judge_files(
    arguments: tuple[str, ...],
    rubric: str | None,
    date: str | None,
    policy: PolicyOptions | None = None,
    *,
    excerpts: bool = True,
    exports: bool = False,
    quote: bool = True,
    watch: bool = False,
    lines: Lines = "all",
    own: Iterable[str | None] = (),
) -> JudgingRun:
    """Judge all files that are asked for; what cannot be judged is said on standard error, and the rest goes on.

    Args:
        arguments: files, folders, or `-`.
        rubric: by what, or None for the usual one.
        date: the day as of which, or None for today.
        policy: what is asked for beyond, or less than, the default.
        own: what this run reads beside them, or writes.
        excerpts: whether the audits may hold words of the files.
        quote: whether messages may.
        exports: whether the audits hold what writers take out of them.
        lines: when the lines that decided are looked for, as `assess.audit_project` knows it. Of many files all at once: an audit
            holds on to its file until then, and they would not fit into memory.
        watch: whether somebody at a terminal sees how far it has come.
    """
    from involve_audit.assess import audit_document
    from involve_audit.cli import redact
    from involve_audit.load import read
    from involve_audit.wording.messages import InputError

    as_of, by = day(date), (rubric_of(rubric) if policy is None else policies.rubric_for(policy, rubric))
    found = look_for(arguments, (rubric, *own))
    run = JudgingRun(broken=len(found.problems), several=found.several, files=found.files, beside=found.beside)
    for problem in found.problems:
        unreadable(run, problem)
    if found.several and lines == "when asked":
        lines = "all"
    for name in streams.watched(found.files, "Judging") if watch else found.files:
        try:
            document = read(files.read(name), found.names[name])
            if not excerpts:
                document = redact.marked(document)
            audit = audit_document(document, by, as_of, policy, exports=exports, lines=lines)
            if not excerpts:
                audit = redact.without_excerpts(audit)
            run.audits.append(audit)
            run.places[audit.project.file] = name
        except InputError as error:
            invalid(run, error, name, excerpts=excerpts and quote)
        except files.CannotRead as problem:
            unreadable(run, problem)
        except Exception as error:  # the other files are judged all the same
            run.fault(error, files.shown(name))
            continue
        else:
            continue
        run.broken += 1
    return run


def unreadable(run: JudgingRun, problem: files.CannotRead) -> None:
    """Say that a file cannot be opened, and note it for what is written."""
    from involve_audit.render.machine import NotAudited

    streams.err(str(problem))
    run.problems.append(NotAudited("unreadable", problem.called, problem.says))


def invalid(run: JudgingRun, error: InputError, name: str, *, excerpts: bool) -> None:
    """Say what is wrong with a file, under the name that was typed, and note it for formats that machines read."""
    from involve_audit.cli import redact
    from involve_audit.render.machine import NotAudited
    from involve_audit.wording.messages import one_line

    typed = error.under(files.shown(name))
    streams.err(typed.text(together=True) if excerpts else redact.without_words(typed))
    told = (
        ((p, f"{f'{p.where}: ' if p.where else ''}{p.says}") for p in error.problems)
        if excerpts
        else redact.problems(error)
    )
    run.problems += [NotAudited("invalid", error.name, one_line(says), p.line, p.column) for p, says in told]


def rendered(
    name: str,
    audits: Sequence[Audit],
    *,
    several: bool,
    ending: str = ".md",
    problems: Sequence[NotAudited] = (),
    layer: str = USUAL_LAYER,
) -> str:
    """Audits in a format for machines or files; in JSON several files are a list, however many could be audited.

    The ending of a file says whether an export is Markdown or HTML; what is printed is Markdown.
    """
    if name == "json" and several:
        from involve_audit.render import json

        return json.render(audits, problems=problems, several=True)
    from involve_audit.render import render

    return render(name, audits, problems, ending=ending, layer=layer)


def as_bytes(
    kind: str,
    audits: Sequence[Audit],
    edition: str = "team",
    *,
    several: bool,
    ending: str,
    problems: Sequence[NotAudited] = (),
    layer: str = USUAL_LAYER,
) -> bytes:
    """Audits in a format, an edition and a layer, as the bytes of a file."""
    from involve_audit.render import TEXTS, render_bytes

    if kind in TEXTS and edition == "team":
        return rendered(kind, audits, several=several, ending=ending, problems=problems, layer=layer).encode("utf-8")
    return render_bytes(kind, audits, edition, problems, layer)


def say_boxes(name: str, data: bytes, run: JudgingRun, edition: str = "team", layer: str = USUAL_LAYER) -> None:
    """Say which letters a report shows as boxes in a PDF, where there are any (`boxes.say_letters`)."""
    from involve_audit.cli import boxes

    def text() -> str:
        return as_bytes(
            "markdown", run.audits, edition, several=run.several, ending=".md", problems=run.problems, layer=layer
        ).decode()

    boxes.say_letters(name, data, text)
