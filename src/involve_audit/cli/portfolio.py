"""`portfolio`: hundreds of project files as one table, on all cores, in the order in which they were given."""

from __future__ import annotations

import gc
import json
import os
import pickle
import signal
import tempfile
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

from involve_audit.cli import boxes, files, outcome, redact, streams
from involve_audit.cli import policy as policies
from involve_audit.cli.declaring import completion, shared, typer
from involve_audit.cli.options import can_be_written, day, known, look_for, needs_extra, not_written_over, read_once
from involve_audit.cli.outcome import Usage
from involve_audit.render import FORMATS as REPORTS
from involve_audit.render import PAGES

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence
    from concurrent.futures import Future
    from typing import BinaryIO

    from involve_audit.judge.evaluation import Evaluation
    from involve_audit.load import Document
    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.portfolio.rows import ProjectRow, Unread
    from involve_audit.portfolio.titles import Titles
    from involve_audit.portfolio.totals import Totals
    from involve_audit.render.blocks import PageDocument
    from involve_audit.rubric.model import LoadedRubric
    from involve_audit.wording.messages import Wrong

Named = tuple[str, str]
"""A file as it was typed or found, and as it is called in the table."""
CHUNK = 32
"""So many files go to a worker at a time, at most: enough that handing over costs little, few enough that a bar moves."""
ENOUGH_QUESTIONS = 16
"""So many are looked for where a letter asks a few: those on parts of the work, eight at most, are put into one."""
WORTH_A_WORKER = 64
"""Starting another process takes as long as judging about so many files."""


@dataclass(frozen=True)
class PortfolioRequest:
    """What `portfolio` was asked for; the options of the command line, one by one.

    Attributes:
        excerpts: whether words of the files may be shown; None leaves it to where this runs.
    """

    files: tuple[str, ...]
    format: str = "text"
    output: tuple[str, ...] = ()
    rubric: str | None = None
    date: str | None = None
    require: tuple[str, ...] = ()
    allow_unknown: bool = False
    report_only: bool = False
    excerpts: bool | None = None
    jobs: int | None = None
    policy: str | None = None
    reports: str | None = None
    letters: str | None = None
    letters_as: str = "markdown"
    isolated: bool = False


@dataclass(frozen=True)
class Work:
    """What a worker needs to know, besides the names of the files.

    Attributes:
        letters: the format of the letters; empty where none are asked for.
    """

    rubric: str | None
    date: dt.date
    policy: PolicyOptions
    excerpts: bool
    letters: str = ""


@dataclass(frozen=True)
class Done:
    """One file that was looked at.

    Attributes:
        row: its row, or why it has none.
        complains: what goes to standard error.
        marks: by what it is found to be handed in more than once.
        letter: the letter to those who handed it in, where letters are asked for.
    """

    row: ProjectRow | Unread
    complains: str = ""
    marks: dict[str, str] = field(default_factory=dict)
    letter: bytes = b""


def command(
    files: shared.Files,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where to write: .html, .md, .pdf, .docx, .xlsx, .csv, .jsonl or .txt. Repeatable.",
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
    rubric: shared.Rubric = None,
    date: shared.Date = None,
    policy: shared.Policy = None,
    require: shared.RequireAsCheck = None,
    allow_unknown: shared.AllowUnknown = False,
    report_only: shared.ReportOnly = False,
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
    letters_as: Annotated[
        str,
        typer.Option(
            "--letters-as",
            metavar="FORMAT",
            help="What the letters are written as: text, markdown, html, pdf or docx.",
            autocompletion=completion.among(*PAGES),
        ),
    ] = "markdown",
    isolated: shared.Isolated = False,
) -> int:
    """Put many projects into one table, in the order in which they are given, and say what is so across all of them.

    It ranks nobody. Conditions are met, not met or not told, and a plan is shown as a plan. Files that cannot be audited are
    listed, the rest is done, and the exit code is 2.
    """
    request = PortfolioRequest(
        tuple(files), format, tuple(output or ()), rubric, date, tuple(require or ()), allow_unknown, report_only, excerpts,
        jobs, policy, reports, letters, letters_as, isolated,
    )  # fmt: skip
    return portfolio(request)


def portfolio(request: PortfolioRequest) -> int:
    """Judge all files, write the tables, and give the exit code."""
    from involve_audit.cli.settings import chosen
    from involve_audit.portfolio.rows import ProjectRow, Unread
    from involve_audit.portfolio.table_page import FORMATS, TEXTS
    from involve_audit.portfolio.titles import titles_of
    from involve_audit.portfolio.totals import Totals

    if request.format in FORMATS and request.format not in TEXTS:
        raise Usage(f"{request.format} is not text, and cannot be printed; write it with -o table.{request.format}")
    known("format", request.format, TEXTS)
    known("letters-as", request.letters_as, PAGES)
    if request.letters is not None:
        can_be_written(request.letters_as)
    excerpts = not redact.by_default() if request.excerpts is None else request.excerpts
    with redact.messages(excerpts=excerpts):
        given = {"policy": request.policy, "rubric": request.rubric}
        set_ = chosen(request.files, given, isolated=request.isolated)
        request = replace(request, policy=set_.values["policy"], rubric=set_.values["rubric"])
    read_once(request.files, (request.rubric, request.policy))
    outputs = {output: _format_of(output) for output in request.output}
    folders = {"--reports": request.reports, "--letters": request.letters}
    _folders_there(folders)
    if request.reports is not None and files.STDIN in request.files:
        raise Usage("--reports reads each file a second time; name a file instead of `-`")
    with redact.messages(excerpts=excerpts):
        policy = policies.options(
            request.policy,
            request.require,
            allow_unknown=request.allow_unknown,
            rubric=request.rubric,
            date=request.date,
        )
        as_of, by = day(request.date), policies.rubric_for(policy, request.rubric)
    own = [name for name in (request.rubric, request.policy, set_.file) if name]
    found = look_for(request.files, (*outputs, *own, *folders.values()))
    not_written_over(outputs, [*found.files, *own], "--output")
    for problem in found.problems:
        streams.err(str(problem))
    names = [(name, found.names[name]) for name in found.files]
    work = Work(request.rubric, as_of, policy, excerpts, request.letters_as if request.letters is not None else "")
    across = Totals(beside=tuple(found.beside))
    with tempfile.TemporaryFile() as spool, _stoppable():
        letters: dict[str, bytes] = {}
        _collect(names, work, request.jobs, spool, across, letters)
        for problem in found.problems:
            _put(Done(Unread(problem.called, problem.says)), spool, across)
        if request.letters is not None:
            _more_letters(names, found, work, across, letters)
        more: dict[str, bytes | Iterable[bytes]] = {}
        links: dict[str, str] = {}
        if request.reports is not None:
            read = {row.file for row in _rows(spool, across) if isinstance(row, ProjectRow)}
            audited = [pair for pair in names if pair[1] in read]
            places = _places(request.reports, ".html", [shown for _, shown in audited])
            links = {shown: place for (_, shown), place in zip(audited, places, strict=True)}
            more |= {place: _report(pair, work, by) for pair, place in zip(audited, places, strict=True)}
        if request.letters is not None:
            told = list(letters)
            places = _places(request.letters, REPORTS[request.letters_as].endings[0], told)
            more |= {place: letters[shown] for shown, place in zip(told, places, strict=True)}
        if more:
            not_written_over(more, [*found.files, *outputs], "--reports or --letters")
        _write(request, outputs, spool, across, titles_of(by, policy), as_of.isoformat(), links, more)
    return outcome.exit_code(
        audited=across.projects,
        failing=across.projects - across.holds,
        broken=across.unread,
        report_only=request.report_only,
    )


def _format_of(output: str) -> str:
    from involve_audit.portfolio.table_page import FORMATS

    found = next((name for name, form in FORMATS.items() if output.lower().endswith(form.endings)), None)
    if found is None:
        raise outcome.no_ending(output, (form.endings[0] for form in FORMATS.values()))
    form = FORMATS[found]
    if form.needs:
        from importlib.util import find_spec

        if find_spec(form.needs) is None:
            raise Usage(needs_extra(found, form.extra))
    return found


def _folders_there(folders: dict[str, str | None]) -> None:
    """Refuse, before anything is judged, a folder to write into that is not there.

    Raises:
        Usage: there is no such folder, or two options name the same one.
    """
    named = [folder for folder in folders.values() if folder is not None]
    for folder in named:
        if not os.path.isdir(folder):
            raise Usage(f"there is no folder {folder}; make it first")


def _places(folder: str, ending: str, shown: list[str]) -> list[str]:
    """Where the report of each file, or the letter, is written."""
    from involve_audit.cli.report import stems

    return [os.path.join(folder, stem + ending) for stem in stems(shown)] if shown else []


def _report(file: Named, work: Work, by: LoadedRubric) -> Iterator[bytes]:
    """The report of one file, made when it is written: hundreds of them would not fit into memory."""
    from involve_audit.assess import audit_document
    from involve_audit.cli.judging import as_bytes
    from involve_audit.load import read

    name, shown = file
    document = read(files.read(name), shown)
    audit = audit_document(document if work.excerpts else redact.marked(document), by, work.date, work.policy)
    if not work.excerpts:
        audit = redact.without_excerpts(audit)
    yield as_bytes("html", [audit], "team", several=False, ending=".html")


def _links_from(place: str, links: dict[str, str]) -> dict[str, str]:
    """Where each report lies, seen from the file that links to it; nothing where no way leads there, as to another drive."""
    from urllib.parse import quote

    seen = {}
    for shown, report in links.items():
        try:
            table = os.path.dirname(os.path.realpath(place)) if place else os.path.realpath(os.curdir)
            way = os.path.relpath(os.path.realpath(report), table)
        except ValueError:
            continue
        seen[shown] = quote(way.replace(os.sep, "/"))
    return seen


_asked_to_stop: list[bool] = []
"""Not empty once this run was asked to stop."""
_starting: list[bool] = []
"""Not empty while workers are started: a pool that is left before it looks after its workers never ends, for they wait for ever."""


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a polite request to stop, or Ctrl-C, end this run so that it stops its workers and leaves nothing behind."""

    def stop(*_: object) -> None:
        # While workers are started it has to wait, and Python may let no exception through: the work asks again.
        _asked_to_stop.append(True)
        if not _starting:
            raise KeyboardInterrupt

    _asked_to_stop.clear()
    try:
        # What is told to be ignored, as in the background, stays so.
        asks = [s for s in (signal.SIGTERM, signal.SIGINT) if signal.getsignal(s) is not signal.SIG_IGN]
        before = [(s, signal.signal(s, stop)) for s in asks]
    except ValueError:  # not in the main thread, as under a test
        yield
        return
    try:
        yield
    except Exception:
        # Stopped while workers are begun, what begins them may fail in another way: the run was stopped all the same.
        if _asked_to_stop:
            raise KeyboardInterrupt from None
        raise
    finally:
        for asked, did in before:
            signal.signal(asked, did)


# --- judging ----------------------------------------------------------------------------------------


def _collect(
    names: list[Named], work: Work, jobs: int | None, spool: BinaryIO, across: Totals, letters: dict[str, bytes]
) -> None:
    """Judge files in the order in which they were given; rows go to the spool, counts to `across`."""
    for done in streams.watched(_looked_at(names, work, jobs), "Judging", len(names)):
        if _asked_to_stop:
            raise KeyboardInterrupt
        if done.complains:
            streams.err(done.complains)
        if done.letter:
            letters[done.row.file] = done.letter
        _put(done, spool, across)


def _more_letters(
    names: list[Named], found: files.FilesFound, work: Work, across: Totals, letters: dict[str, bytes]
) -> None:
    """Letters that need more than their file: on what was handed in twice, and on files that were not looked into.

    Who gets none is said, and why.
    """
    worker: _Worker | None = None
    for name, shown in names:
        same = across.alike.kinds_of(shown) if shown in letters and name != files.STDIN else []
        if same:
            worker = worker or _Worker(work)
            letters[shown] = worker.look((name, shown), same).letter
    for problem in found.problems:
        if os.path.isfile(problem.name):
            worker = worker or _Worker(work)
            letters[problem.called] = worker.unread(problem.called, [(0, problem.wrong)])
    without = [shown for __, shown in names if shown not in letters]
    without += [problem.called for problem in found.problems if problem.called not in letters]
    without += [one.file for one in found.beside if one.kind in ("document", "ours")]
    if without:
        named = ", ".join(without[:MOST_WITHOUT])
        more = f" and {len(without) - MOST_WITHOUT} more" if len(without) > MOST_WITHOUT else ""
        streams.err(
            f"involve-audit: no letter for {len(without)}, which could not be looked into or {'is' if len(without) == 1 else 'are'} no project file: {named}{more}; "
            "if somebody handed that in, write to them yourself"
        )


MOST_WITHOUT = 20
"""So many names of files that get no letter are listed."""


def _put(done: Done, spool: BinaryIO, across: Totals) -> None:
    across.add(done.row)
    across.alike.add(done.row.file, done.marks)
    pickle.dump(done.row, spool)


def _looked_at(names: list[Named], work: Work, jobs: int | None) -> Iterator[Done]:
    wanted = jobs or os.cpu_count() or 1
    workers = min(wanted, max(1, len(names) // WORTH_A_WORKER)) if jobs is None else min(wanted, max(1, len(names)))
    # Standard input can be read by this process only.
    if workers == 1 or any(name == files.STDIN for name, _ in names):
        simulator = _Worker(work)
        yield from map(simulator.look, names)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import active_children

    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(work,))
    try:
        chunks = _chunks(names, workers)
        # No more is asked for than the workers have to do: results that wait for their turn need memory.
        _starting.append(True)
        try:
            waiting: deque[Future[list[Done]]] = deque(pool.submit(_chunk, c) for c in islice(chunks, 3 * workers))
        finally:
            _starting.clear()
        if _asked_to_stop:
            raise KeyboardInterrupt
        while waiting:
            yield from waiting.popleft().result()
            waiting.extend(pool.submit(_chunk, c) for c in islice(chunks, 1))
    except BaseException:
        # Workers write nothing, so whoever stops the run need not wait until they have done what they have begun.
        for worker in active_children():
            worker.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(names: list[Named], workers: int) -> Iterator[tuple[Named, ...]]:
    """What goes to a worker at a time: smaller towards the end, so that none is left with thirty files while the others have none."""
    begin = 0
    while begin < len(names):
        size = max(1, min(CHUNK, (len(names) - begin) // (2 * workers)))
        yield tuple(names[begin : begin + size])
        begin += size


class _Worker:
    """Judges files one after the other."""

    def __init__(self, work: Work) -> None:
        self._work = work
        from involve_audit.judge.untold import Untold

        self._rubric: LoadedRubric = policies.rubric_for(work.policy, work.rubric)
        if work.letters:
            from involve_audit.portfolio.titles import titles_of

            self._titles = titles_of(self._rubric, work.policy)
        self._untold = Untold(self._rubric.rubric, work.date)
        # What is loaded by now stays, and what a file leaves behind goes by itself: looking for garbage again and again took a
        # tenth of the time.
        gc.freeze()
        gc.set_threshold(50_000)

    def look(self, file: Named, same: Sequence[str] = ()) -> Done:
        """One file: judged, or why it cannot be; `same` is in what another file is like it, for its letter."""
        from involve_audit.load import read
        from involve_audit.portfolio.alike import marks_of, marks_of_bytes
        from involve_audit.portfolio.rows import Unread, evaluated, row_of
        from involve_audit.wording.messages import InputError

        work, (name, shown) = self._work, file
        data = b""
        try:
            data = files.read(name)
            document = read(data, shown)
            told = document if work.excerpts else redact.marked(document)
            evaluation = evaluated(told, self._rubric, work.date, self._untold)
            row = row_of(told, evaluation, self._rubric, work.policy, excerpts=work.excerpts)
            # What the file is called is no word of it, whatever signs stand in it.
            row = row if work.excerpts else replace(redact.bare(row), file=shown)
            letter, lacks = self._set(self._letter(told, evaluation, row, same), shown) if work.letters else (b"", "")
            return Done(row, lacks, marks_of(document.tree), letter)
        except InputError as error:
            typed = error.under(files.shown(name))
            first = error.problems[0]
            complains = typed.text() if work.excerpts else redact.without_words(typed)
            says = f"line {first.line}: {first.says}" if work.excerpts else f"line {first.line}"
            problems = [(p.line, p.wrong if work.excerpts else "") for p in error.problems]
            letter = self.unread(shown, problems, data, same)
            return Done(Unread(shown, says), complains, marks_of_bytes(data), letter)
        except files.CannotRead as problem:
            letter = self.unread(shown, [(0, problem.wrong)])
            return Done(Unread(shown, problem.says), str(problem), letter=letter)
        except Exception as error:  # the other files are judged all the same
            says = f"internal error: {type(error).__name__}"
            return Done(Unread(shown, says), outcome.internal(error, files.shown(name)), marks_of_bytes(data))

    def unread(
        self, shown: str, problems: Sequence[tuple[int, Wrong | str]], data: bytes = b"", same: Sequence[str] = ()
    ) -> bytes:
        """The letter to those whose file could not be read; nothing where no letters are asked for."""
        if not self._work.letters:
            return b""
        from involve_audit.portfolio.letter import in_a_letter, unread

        title = _title_in(data, shown) if self._work.excerpts else ""
        said = [(line, in_a_letter(wrong)) for line, wrong in problems]
        return self._set(unread(shown, title, said, same), shown)[0]

    def _set(self, letter: PageDocument, shown: str) -> tuple[bytes, str]:
        """A letter in its format, and what is to be said of it."""
        from involve_audit.cli.boxes import letters_not_set
        from involve_audit.render.pages import Page

        page, kind = Page(letter, self._work.date.isoformat(), frame="paper"), self._work.letters
        data = page.data(kind)
        says = letters_not_set(f"the letter for {shown}", data, lambda: page.text("markdown")) if kind == "pdf" else ""
        return data, says

    def _letter(self, document: Document, evaluation: Evaluation, row: ProjectRow, same: Sequence[str]) -> PageDocument:
        """The letter to those who handed in a file that was judged."""
        from involve_audit.interview import coming
        from involve_audit.portfolio.letter import letter_of, page

        rubric = self._rubric.rubric
        # A file with marks has no lines; JSON is YAML, too.
        text = "\n".join(document.lines) if self._work.excerpts else json.dumps(document.tree, ensure_ascii=False)
        questions = coming(text, rubric, self._work.date, most=ENOUGH_QUESTIONS)
        letter = letter_of(
            document, evaluation, row, rubric, self._titles.conditions, ((q.id, q.asks) for q in questions)
        )
        if self._work.excerpts:
            return page(letter, same=same)
        return page(redact.bare(letter), redact.NOTE, same)


def _title_in(data: bytes, shown: str) -> str:
    """The title of a project whose file has slips in it, where that much can be read; else empty."""
    from involve_audit.load import read
    from involve_audit.wording.messages import InputError

    try:
        head = read(data, shown).tree.get("project")
    except InputError:
        return ""
    title = head.get("title") if isinstance(head, dict) else None
    return " ".join(title.split()) if isinstance(title, str) else ""


_worker: _Worker | None = None
"""Of a worker: made once, for all its files."""


def _begin(work: Work) -> None:
    global _worker  # noqa: PLW0603 (a worker process has one)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started the workers stops them
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _worker = _Worker(work)


def _chunk(names: tuple[Named, ...]) -> list[Done]:
    assert _worker is not None  # noqa: S101 (`_begin` has run)
    return [_worker.look(name) for name in names]


# --- writing ----------------------------------------------------------------------------------------


def _write(
    request: PortfolioRequest, outputs: dict[str, str], spool: BinaryIO, across: Totals, titles: Titles, date: str,
    links: dict[str, str], more: dict[str, bytes | Iterable[bytes]],
) -> None:  # fmt: skip
    from involve_audit.portfolio.table_page import FORMATS, text

    def pieces(name: str, place: str = "") -> Iterator[Any]:
        seen = (_links_from(place, links),) if FORMATS[name].linked else ()
        return FORMATS[name].show(_rows(spool, across), across, titles, date, *seen)

    def written(name: str, place: str) -> Iterator[bytes]:
        return (piece if isinstance(piece, bytes) else piece.encode("utf-8") for piece in pieces(name, place))

    try:
        files.write_all({**more, **{output: written(name, output) for output, name in outputs.items()}})
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    for output, name in outputs.items():
        streams.err(f"wrote {files.shown(output)}")
        if name == "pdf":
            boxes.say_letters(output, files.read(output, limit=None), lambda: "".join(pieces("markdown")))
    if more:
        streams.err(
            f"involve-audit: {len(more)} more files written, for {across.projects + across.unread} files handed in"
        )
    if outputs:
        return
    if request.format == "text":
        for piece in text(_rows(spool, across), across, titles, date, streams.width()):
            streams.out(piece)
        return
    for piece in pieces(request.format):
        streams.out_exact(piece)


def _rows(spool: BinaryIO, across: Totals) -> Iterator[ProjectRow | Unread]:
    """The rows once more, from the beginning."""
    spool.seek(0)
    for _ in range(across.projects + across.unread):
        yield pickle.load(spool)  # noqa: S301 (this run wrote it, into a file that has no name)
