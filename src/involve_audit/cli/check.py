"""`check`: judge project files, print what was found, and say by the exit code whether the policy holds."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.audit import Audit
    from involve_audit.judge.policy import PolicyOptions
    from involve_audit.messages import InputError
    from involve_audit.rubric import LoadedRubric


@dataclass(frozen=True)
class Request:
    """What `check` was asked for; the options of the command line, one by one."""

    files: tuple[str, ...]
    format: str = "text"
    rubric: str | None = None
    date: str | None = None
    require: tuple[str, ...] = ()
    allow_unknown: bool = False
    report_only: bool = False
    excerpts: bool = True
    summary_only: bool = False
    all: bool = False
    width: int | None = None


@dataclass
class Run:
    """What came of judging several files.

    Attributes:
        audits: what could be audited.
        broken: how many inputs could not.
        several: whether more than one was asked for.
    """

    audits: list[Audit] = field(default_factory=list)
    broken: int = 0
    several: bool = False


def check(request: Request) -> int:
    """Judge, print, and give the exit code."""
    from involve_audit.judge.policy import REQUIREMENTS, PolicyOptions

    known("format", request.format, _formats())
    for name in request.require:
        known("require", name, REQUIREMENTS)
    policy = PolicyOptions(request.require, request.allow_unknown)
    run = judge_files(request.files, request.rubric, request.date, policy, excerpts=request.excerpts)
    audits = run.audits if request.excerpts else [without_excerpts(a) for a in run.audits]
    if request.format == "text":
        for audit in audits:
            streams.out(_text(audit, request))
    elif audits:
        streams.out_exact(rendered(request.format, audits, several=run.several))
    failing = sum(not a.policy.holds for a in audits)
    if run.several:
        _tally(run, failing)
    return outcome.exit_code(audited=len(audits), failing=failing, broken=run.broken, report_only=request.report_only)


def known(option: str, word: str, allowed: Sequence[str], dashes: str = "--") -> None:
    """Refuse a word that an option does not know.

    Raises:
        Usage: it is not one of those allowed.
    """
    if word not in allowed:
        from involve_audit.messages import hint

        raise Usage(f"{dashes}{option} '{word}' is not known; {hint(word, tuple(allowed))}")


def _formats() -> tuple[str, ...]:
    from involve_audit.render import FORMATS

    return tuple(FORMATS)


def day(text: str | None) -> dt.date:
    """The day as of which files are judged; today where none is told.

    Raises:
        Usage: it is not a day in the calendar.
    """
    if text is None:
        return dt.date.today()
    try:
        # `fromisoformat` alone would also take 20260131 and 2026-W05-6.
        year, month, day_ = (part for part in text.split("-") if part.isascii() and part.isdecimal())
        if [len(year), len(month), len(day_)] != [4, 2, 2]:
            raise ValueError
        return dt.date(int(year), int(month), int(day_))
    except ValueError:
        raise Usage(f"--date '{text}' is not a day in the calendar; write it as 2026-01-31") from None


def rubric_of(name: str | None, *, whole: bool = False) -> LoadedRubric:
    """The rubric that is asked for: the usual one, one from the shelf by its name, or a file.

    Raises:
        Usage: there is no such rubric.
        InputError: it is not a rubric.
    """
    from involve_audit import shelf

    if name is None:
        return shelf.take(whole=whole)
    there = shelf.names()
    if name in there:
        return shelf.take(name, whole=whole)
    from involve_audit.messages import hint
    from involve_audit.rubric import load_rubric

    try:
        data = files.read(name)
    except files.CannotRead as problem:
        raise Usage(
            f"{problem}; --rubric takes a file, or the name of a rubric that is shipped ({hint(name, there)})"
        ) from None
    return load_rubric(data, files.shown(name))


def judge_files(
    arguments: tuple[str, ...],
    rubric: str | None,
    date: str | None,
    policy: PolicyOptions | None = None,
    *,
    excerpts: bool = True,
    watch: bool = False,
) -> Run:
    """Judge all files that are asked for; what cannot be judged is said on standard error, and the rest goes on.

    With `watch`, somebody at a terminal sees how far it has come.
    """
    from involve_audit.judge import audit_document
    from involve_audit.load import read
    from involve_audit.messages import InputError

    if not arguments:
        raise Usage(
            "name at least one file or folder, or `-` for standard input; `involve-audit init` writes a file to start from"
        )
    as_of, by = day(date), rubric_of(rubric)
    found = files.find(arguments)
    run = Run(broken=len(found.problems), several=found.several)
    for name, lacking in found.passed_over.items():
        streams.err(f"{name}: passed over, it is not a project file (no {lacking})")
    for problem in found.problems:
        streams.err(str(problem))
    for name in streams.watched(found.files, "Judging") if watch else found.files:
        try:
            run.audits.append(audit_document(read(files.read(name), files.shown(name)), by, as_of, policy))
        except InputError as error:
            streams.err(error.text() if excerpts else without_words(error))
        except files.CannotRead as problem:
            streams.err(str(problem))
        except Exception as error:  # the other files are judged all the same
            streams.err(outcome.internal(error, files.shown(name)))
        else:
            continue
        run.broken += 1
    return run


def _text(audit: Audit, request: Request) -> str:
    from involve_audit.render import terminal

    look = {"colour": streams.colours(), "ascii": not streams.shows_symbols()}
    width = streams.width(request.width)
    text = terminal.summary(audit, width, **look)
    if request.summary_only:
        return text
    return text + (terminal.findings if request.all else terminal.seen)(audit, width, **look)


def rendered(name: str, audits: Sequence[Audit], *, several: bool) -> str:
    """Audits in a format for machines or files; in JSON several files are a list, however many could be audited."""
    from involve_audit.render import render

    text = render(name, audits)
    if name == "json" and several and len(audits) == 1:
        import json

        text = json.dumps({"audits": [json.loads(text)]}, ensure_ascii=False, indent=2) + "\n"
    return text


def _tally(run: Run, failing: int) -> None:
    total = len(run.audits) + run.broken
    says = [f"{len(run.audits) - failing} hold", f"{failing} do not", f"{run.broken} could not be audited"]
    streams.err(f"involve-audit: {total} inputs: {', '.join(says)}")


def without_excerpts(audit: Audit) -> Audit:
    """An audit whose findings name lines of the file and do not quote them."""
    from involve_audit.audit import Because

    def bare(value: object) -> object:
        if isinstance(value, Because):
            return replace(value, says="")
        if isinstance(value, tuple):
            return tuple(map(bare, value))
        fields = getattr(value, "__dataclass_fields__", None)
        return replace(value, **{name: bare(getattr(value, name)) for name in fields}) if fields else value  # type: ignore[type-var]

    result = bare(audit)
    assert isinstance(result, type(audit))  # noqa: S101 (replace keeps the class)
    return result


def without_words(error: InputError) -> str:
    """Problems with their places, and with no words of the file: only keys and choices that every file may have."""
    from involve_audit.schema import vocabulary

    words = vocabulary()
    lines = []
    for problem in error.problems:
        where = re.sub(
            r"[^.\[\]]+", lambda step: step[0] if step[0] in words or step[0].isdecimal() else "…", problem.where
        )
        says = _discreet(problem.says, words)
        lines.append(f"{error.name}:{problem.line}:{problem.column}:{f' {where}:' if where else ''} {says}")
    return "\n".join(lines)


_ADVICE = re.compile(r"; (?:allowed: |did you mean |write |leave |add it ).*$", re.DOTALL)


def _discreet(says: str, words: frozenset[str]) -> str:
    """A message without what it quotes; its advice stays where it names only words that every file may have."""

    def unless_known(quoted: re.Match[str]) -> str:
        return quoted[0] if quoted[1] in words else "'…'"

    found = _ADVICE.search(says)
    advice = found[0] if found else ""
    # From the first quotation mark to the last: people write apostrophes.
    seen = re.sub(r"'(.*)'", unless_known, says[: len(says) - len(advice)], flags=re.DOTALL)
    seen = re.sub(r"\((?!`)[^()]*\)", "(…)", seen)
    listed, guess = (
        re.search(r"; allowed: (.*?)(?=; did you mean|$)", advice),
        re.search(r"; did you mean '(.*)'\?$", advice),
    )
    known = (listed is None or words.issuperset(listed[1].removesuffix(", …").split(", "))) and (
        guess is None or guess[1] in words
    )
    return seen + (advice if known and "add it" not in advice else "")
