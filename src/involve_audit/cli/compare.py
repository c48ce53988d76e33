"""`compare`: two files, saved audits or git revisions beside each other, and what became of the promises."""

from __future__ import annotations

import datetime as dt
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, page_output, redact, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import day, known, read_once, rubric_of
from involve_audit.cli.outcome import Usage
from involve_audit.wording.file_words import left_out, marked, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.cli.git import Repository, Revision
    from involve_audit.compare import SideRead
    from involve_audit.load import Document
    from involve_audit.results.audit import Audit
    from involve_audit.results.comparison import Comparison, Course

FAIL_ON = ("deleted", "broken", "late", "in part", "moved", "unclear", "new", "worse")
"""What `--fail-on` knows: what may have become of a promise, new findings, and what is worse."""


@dataclass(frozen=True)
class CompareRequest:
    """What `compare` was asked for; the options of the command line, one by one.

    Attributes:
        excerpts: whether the files may be quoted; None leaves it to where this runs.
        isolated: whether settings beside the project files are left alone.
    """

    sides: tuple[str, ...]
    from_: str | None = None
    to: str | None = None
    rubric: str | None = None
    date: str | None = None
    date_before: str | None = None
    format: str | None = None
    outputs: tuple[str, ...] = ()
    fail_on: tuple[str, ...] = ()
    width: int | None = None
    excerpts: bool | None = None
    isolated: bool = False


@dataclass(frozen=True)
class _Taken:
    """A side as it was read.

    Attributes:
        name: as it was typed.
        called: as it is called in whatever is printed or written.
        data: what stands in it.
        revision: the commit; None where it is a file.
        quote: whether messages may hold its words.
    """

    name: str
    called: str
    data: bytes
    revision: Revision | None = None
    quote: bool = True

    @property
    def saved(self) -> bool:
        """Whether it is an audit that was saved as JSON."""
        return self.name.lower().endswith(".json")

    @property
    def short(self) -> str:
        """The short name of the commit; empty where it is a file."""
        return self.revision.short if self.revision is not None else ""


def command(
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
    rubric: shared.Rubric = None,
    date: Annotated[str | None, shared.day("The day of the later side. [default: of its commit, or today]")] = None,
    date_before: Annotated[
        str | None,
        shared.day("The day of the earlier side. [default: of its commit, or `filled_in.when`]", "--date-before"),
    ] = None,
    format: shared.PageFormat = None,  # noqa: A002
    output: shared.PageOutput = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(
            "--fail-on",
            metavar="WHAT",
            help="Exit with 1 where a promise is deleted, broken, late, in-part, moved or unclear, where a finding is new, or something is worse. Repeatable.",
            show_default=False,
        ),
    ] = None,
    excerpts: shared.Excerpts = None,
    width: shared.Width = None,
    isolated: shared.Isolated = False,
) -> int:
    """Compare two versions of a project file, and say what became of each promise of the earlier one.

    Both are judged by one rubric, each as of its own day. A promise that is not in the file any more is deleted, never done.
    Counts of people, who is in which room, and what few people answered take no part.

    Exit codes: 0 compared; 1 something that --fail-on names; 2 one of them could not be read, or they cannot be compared.
    """
    request = CompareRequest(
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
        isolated,
    )
    return compare(request)


def compare(request: CompareRequest) -> int:
    """Compare, print or write, and give the exit code."""
    asked = page_output.asked(request.format, request.outputs)
    wanted = _fail_on(request.fail_on)
    excerpts = not redact.by_default() if request.excerpts is None else request.excerpts
    with redact.messages(excerpts=excerpts):
        request = replace(request, rubric=_rubric(request))
        read_once(request.sides, (request.rubric,))
        before, after = (replace(taken, quote=excerpts) for taken in _sides(request))
        found = _compare(before, after, request)
    if wanted and not found.promises_read and set(wanted) - {"new", "worse"}:
        raise Usage("--fail-on asks for promises, and a saved audit does not hold them: compare the project files")
    told = found if excerpts else _without_words(found, (before, after), request.rubric)
    show(told, asked, request.width, {p.name for p in (before, after)})
    return outcome.FAILS if any(_holds(found, name) for name in wanted) else outcome.HOLDS


def _rubric(request: CompareRequest) -> str | None:
    """The rubric that is given, or set beside the project files; a saved audit keeps its own, and beside a commit lies nothing."""
    from involve_audit.cli.settings import rubric_by

    files_ = [
        name for name in request.sides if not name.lower().endswith(".json") and (request.from_ or os.path.exists(name))
    ]
    return rubric_by(files_, request.rubric, isolated=request.isolated)


def _fail_on(given: tuple[str, ...]) -> tuple[str, ...]:
    words = [" ".join(w.replace("-", " ").split()).lower() for text in given for w in text.split(",")]
    for word in words:
        known("fail-on", word, FAIL_ON)
    return tuple(words)


def _holds(found: Comparison, name: str) -> bool:
    if name == "worse":
        return bool(found.worse)
    if name == "new":
        return any(f.state == "new" and f.level != "note" for f in found.findings)
    return any(p.outcome == name for p in found.promises)


# --- the two sides ---------------------------------------------------------------------------------


def _sides(request: CompareRequest) -> tuple[_Taken, _Taken]:
    given = request.sides
    if request.from_ is None and request.to is None:
        if len(given) != 2:
            raise Usage(
                "name two sides, the earlier one first: two files, two saved audits, or git revisions such as HEAD~3:project.yaml; "
                "or one file with --from REVISION"
            )
        if given == (files.STDIN, files.STDIN):
            raise Usage("standard input can be one of the two sides, not both")
        return _side(given[0]), _side(given[1])
    if request.from_ is None:
        raise Usage("--to needs --from: `compare project.yaml --from OLDER --to NEWER`")
    if len(given) != 1:
        raise Usage("with --from, name one file: `compare project.yaml --from OLDER [--to NEWER]`")
    from involve_audit.cli.git import Repository

    name = given[0]
    repository = Repository(folder_of(name))
    before = _at(repository, name, request.from_)
    after = (
        _at(repository, name, request.to)
        if request.to is not None
        else _Taken(files.shown(name), files.named(name), _file(name))
    )
    return before, after


def _side(text: str) -> _Taken:
    """A side that is named on the command line: a file, standard input, or `REVISION:path` as git writes it."""
    revision, colon, path = text.partition(":")
    if (
        text == files.STDIN
        or os.path.exists(text)
        or not colon
        or not revision
        or not path
        or os.path.splitdrive(text)[0]
    ):
        return _Taken(files.shown(text), files.named(text), _file(text))
    from involve_audit.cli.git import Repository

    repository = Repository(".")
    commit = repository.revision(revision)
    # As git reads it: from the top of the repository, and with `./` from here.
    place = repository.path_of(path) if path.startswith(("./", "../")) else path
    data = repository.text(commit, place)
    if data is None:
        from_here = repository.path_of(path) if not os.path.isabs(path) else path
        near = (
            f"; did you mean {revision}:./{path}?"
            if from_here != place and repository.text(commit, from_here) is not None
            else ""
        )
        raise Usage(
            f"{text}: there is no such file at that commit; paths begin at the top of the repository, or with ./ here{near}"
        )
    return _Taken(text, text, data, commit)


def _at(repository: Repository, name: str, revision: str) -> _Taken:
    """A file at a commit, under the name that it had then."""
    commit = repository.revision(revision)
    path = repository.path_of(name)
    data = repository.text(commit, path)
    if data is None and not repository.empty:
        for change in repository.changes(path):
            if not change.gone and repository.is_ancestor(change.revision, commit):
                path = change.path
                data = repository.text(commit, path)
                break
    if data is None:
        raise Usage(
            f"{name}: there was no such file at {revision} ({commit.short}, {commit.date.isoformat()}), under no name that git can follow"
        )
    return _Taken(f"{revision}:{path}", f"{revision}:{path}", data, commit)


def folder_of(name: str) -> str:
    """The nearest folder around a file that is there: the file may have been deleted with its folder."""
    folder = os.path.dirname(name) or "."
    while not os.path.isdir(folder):
        above = os.path.dirname(folder) or "."
        if above == folder:
            return "."
        folder = above
    return folder


def _file(name: str) -> bytes:
    if name != files.STDIN and not os.path.exists(name):
        raise Usage(str(files.find((name,)).problems[0]))
    try:
        return files.read(name, limit=None) if name.lower().endswith(".json") else files.read(name)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None


def _compare(before: _Taken, after: _Taken, request: CompareRequest) -> Comparison:
    from involve_audit.compare import between

    for taken, option, told in ((before, "--date-before", request.date_before), (after, "--date", request.date)):
        if taken.saved and told is not None:
            raise Usage(f"{taken.name} is a saved audit and keeps its date; {option} is for project files")
    if before.saved and after.saved and request.rubric is not None:
        raise Usage("saved audits keep their rubric; --rubric is for project files")
    try:
        if not before.saved and not after.saved:
            sides = _known(before, after, request)
            return between.compare_documents(*sides, rubric_of(request.rubric))
        audits, dates_are = _audits(before, after, request)
        return between.compare_audits(*audits, revisions=(before.short, after.short), dates_are=dates_are)
    except between.Incomparable as problem:
        raise Usage(str(problem)) from None


def _known(before: _Taken, after: _Taken, request: CompareRequest) -> tuple[SideRead, SideRead]:
    from involve_audit.compare import SideRead
    from involve_audit.load import read, read_project
    from involve_audit.wording.messages import InputError

    documents: list[Document] = []
    errors: list[InputError] = []
    for taken in (before, after):
        try:
            document = read(taken.data, taken.called)
            read_project(document)
            documents.append(document if taken.quote else redact.marked(document))
        except InputError as problem:
            errors.append(problem.under(taken.name))
    if errors:
        # Whoever has to mend both files is told of both at once.
        for error in errors[:-1]:
            streams.err(error.text() if before.quote else redact.without_words(error))
        raise errors[-1]
    one, other = documents
    to, to_is = _day_after(after, request.date)
    since, since_is = _day_before(before, one, to, request.date_before)
    if request.date is None and after.revision is None and before.revision is not None and request.date_before is None:
        # Where it was committed it may be tomorrow already.
        to = max(to, since)
    return SideRead(one, since, since_is, before.short), SideRead(other, to, to_is, after.short)


def _day_after(taken: _Taken, told: str | None) -> tuple[dt.date, str]:
    if told is not None:
        return day(told), "as told"
    if taken.revision is not None:
        return taken.revision.date, "the day of the commit"
    return day(None), "today"


def _day_before(taken: _Taken, document: Document, latest: dt.date, told: str | None) -> tuple[dt.date, str]:
    """The day of the earlier side: as told, of its commit, or when it was filled in."""
    from involve_audit.load import read_project

    if told is not None:
        try:
            return day(told), "as told"
        except Usage as problem:
            raise Usage(str(problem).replace("--date ", "--date-before ")) from None
    if taken.revision is not None:
        return taken.revision.date, "the day of the commit"
    filled = read_project(document).filled_in
    when = filled.when if filled is not None else None
    if when is not None and when.happened and when.first is not None and when.last is not None and when.first <= latest:
        return min(when.last, latest), "when it was filled in"
    return latest, "it is not told when it was filled in, so the day of the later side; --date-before says it"


def _audits(before: _Taken, after: _Taken, request: CompareRequest) -> tuple[tuple[Audit, Audit], tuple[str, str]]:
    """Both sides as audits, where one at least was saved."""
    from involve_audit.assess import audit_document
    from involve_audit.load import read

    audits: list[Audit] = []
    dates_are: list[str] = []
    for taken in (before, after):
        if taken.saved:
            audits.append(_saved(taken))
            dates_are.append("as it was saved")
            continue
        document = read(taken.data, taken.called)
        if not taken.quote:
            document = redact.marked(document)
        to, is_ = _day_after(taken, request.date)
        if taken is before:
            to, is_ = _day_before(taken, document, dt.date.fromisoformat(_saved(after).date), request.date_before)
        audits.append(audit_document(document, rubric_of(request.rubric), to, steps=False, lines="none"))
        dates_are.append(is_)
    return (audits[0], audits[1]), (dates_are[0], dates_are[1])


def _saved(taken: _Taken) -> Audit:
    from involve_audit.render.json import NotSaved, read_saved

    try:
        audits = read_saved(taken.data.decode("utf-8"))
    except UnicodeDecodeError:
        raise Usage(f"{taken.name}: this is not text in UTF-8") from None
    except NotSaved as problem:
        raise Usage("\n".join(f"{taken.name}: {_quoted(line, taken)}" for line in problem.says)) from None
    if len(audits) != 1:
        raise Usage(f"{taken.name}: there are {len(audits)} audits in it, and one is compared with one")
    # A saved audit may have been written by a tool that did not look at days as this one does.
    try:
        dt.date.fromisoformat(audits[0].date)
    except ValueError:
        says = f"date: '{marked(audits[0].date[:40])}' is not a day in the calendar"
        raise Usage(f"{taken.name}: {_quoted(says, taken)}") from None
    return audits[0]


def _quoted(says: str, taken: _Taken) -> str:
    """What is wrong with a saved audit, with what stands in it only where that may be repeated."""
    return plain(says) if taken.quote else left_out(says)


def _without_words(found: Comparison, sides: Sequence[_Taken], rubric: str | None) -> Comparison:
    """The comparison without the words that are marked in its sides; a saved audit marks none."""
    from involve_audit.cli.redact_pages import with_marked_sentences, without_excerpts

    saved = any(redact.NOTE not in _saved(taken).limits for taken in sides if taken.saved)
    if saved:
        loaded = rubric_of(rubric)
        found = with_marked_sentences(found, loaded if loaded.sha256 == found.rubric.sha256 else None)
    return without_excerpts(found, saved=saved)


# --- what comes out --------------------------------------------------------------------------------


def show(found: Comparison | Course, asked: page_output.PageRequest, width: int | None, read: set[str]) -> None:
    """Print what was found, or write it into files, all of them or none."""
    from involve_audit.render.comparison import as_page, render

    page_output.put(asked, as_page(found), {"json": lambda: render("json", found)}, width=width, read=read)
