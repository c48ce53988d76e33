"""`portfolio`: hundreds of project files as one table, on all cores, in the order in which they were given."""

from __future__ import annotations

import gc
import json
import os
import signal
import tempfile
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from involve_audit.cli import files, outcome, redact, streams
from involve_audit.cli import policy as policies
from involve_audit.cli.options import day, known, look_for, not_written_over, read_once
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from concurrent.futures import Future
    from typing import TextIO

    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.portfolio.rows import Row, Unread
    from involve_audit.portfolio.totals import Totals
    from involve_audit.portfolio.words import Titles
    from involve_audit.rubric.model import LoadedRubric

Named = tuple[str, str]
"""A file as it was typed or found, and as it is called in the table."""
CHUNK = 32
"""So many files go to a worker at a time: enough that handing over costs little, few enough that a bar moves."""
WORTH_A_WORKER = 64
"""Starting another process takes as long as judging about so many files."""


@dataclass(frozen=True)
class Request:
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


@dataclass(frozen=True)
class Work:
    """What a worker needs to know, besides the names of the files."""

    rubric: str | None
    date: dt.date
    policy: PolicyOptions
    excerpts: bool


@dataclass(frozen=True)
class Done:
    """One file that was looked at.

    Attributes:
        row: the row as JSON, without the name of the file.
        complains: what goes to standard error.
    """

    file: str
    row: str
    complains: str = ""


def portfolio(request: Request) -> int:
    """Judge all files, write the tables, and give the exit code."""
    from involve_audit.portfolio.show import FORMATS
    from involve_audit.portfolio.totals import Totals
    from involve_audit.portfolio.words import titles_of

    known("format", request.format, tuple(FORMATS))
    read_once(request.files, (request.rubric, request.policy))
    outputs = {output: _format_of(output) for output in request.output}
    excerpts = not redact.by_default() if request.excerpts is None else request.excerpts
    with redact.messages(excerpts=excerpts):
        policy = policies.options(
            request.policy,
            request.require,
            allow_unknown=request.allow_unknown,
            rubric=request.rubric,
            date=request.date,
        )
        as_of, by = day(request.date), policies.rubric_for(policy, request.rubric)
    found = look_for(request.files, (*outputs, request.rubric, request.policy))
    not_written_over(
        outputs, [*found.files, *(n for n in (request.rubric, request.policy) if n is not None)], "--output"
    )
    for problem in found.problems:
        streams.err(str(problem))
    names = [(name, found.names[name]) for name in found.files]
    work = Work(request.rubric, as_of, policy, excerpts)
    across = Totals(beside=tuple(found.beside))
    with tempfile.TemporaryFile("w+", encoding="utf-8") as spool, _stoppable():
        _collect(names, work, request.jobs, spool, across)
        for problem in found.problems:
            _put(Done(problem.called, json.dumps({"says": problem.says})), spool, across)
        _write(request, outputs, spool, across, titles_of(by, policy), as_of.isoformat())
    return outcome.exit_code(
        audited=across.projects,
        failing=across.projects - across.holds,
        broken=across.unread,
        report_only=request.report_only,
    )


def _format_of(output: str) -> str:
    from involve_audit.portfolio.show import FORMATS

    found = next((name for name, (_, endings) in FORMATS.items() if output.lower().endswith(endings)), None)
    if found is None:
        raise outcome.no_ending(output, (endings[0] for _, endings in FORMATS.values()))
    return found


_asked_to_stop: list[bool] = []
"""Not empty once this run was asked to stop."""


@contextmanager
def _stoppable() -> Iterator[None]:
    """Let a polite request to stop end this run like Ctrl-C does, so that it stops its workers and leaves nothing behind."""

    def stop(*_: object) -> None:
        # While a worker is started Python lets no exception through: the work asks again between two files.
        _asked_to_stop.append(True)
        raise KeyboardInterrupt

    _asked_to_stop.clear()
    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread, as under a test
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


# --- judging ----------------------------------------------------------------------------------------


def _collect(names: list[Named], work: Work, jobs: int | None, spool: TextIO, across: Totals) -> None:
    """Judge files in the order in which they were given; rows go to the spool, counts to `across`."""
    for done in streams.watched(_looked_at(names, work, jobs), "Judging", len(names)):
        if _asked_to_stop:
            raise KeyboardInterrupt
        if done.complains:
            streams.err(done.complains)
        _put(done, spool, across)


def _put(done: Done, spool: TextIO, across: Totals) -> None:
    from involve_audit.portfolio.rows import read_plain

    tree = {"file": done.file, **json.loads(done.row)}
    across.add(read_plain(tree))
    spool.write(json.dumps(tree, ensure_ascii=True) + "\n")


def _looked_at(names: list[Named], work: Work, jobs: int | None) -> Iterator[Done]:
    wanted = jobs or os.cpu_count() or 1
    workers = min(wanted, max(1, len(names) // WORTH_A_WORKER)) if jobs is None else min(wanted, max(1, len(names)))
    # Standard input can be read by this process only.
    if workers == 1 or any(name == files.STDIN for name, _ in names):
        simulator = _Worker(work)
        yield from map(simulator.look, names)
        return
    from concurrent.futures import ProcessPoolExecutor

    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(work,))
    try:
        chunks = (tuple(names[n : n + CHUNK]) for n in range(0, len(names), CHUNK))
        # No more is asked for than the workers have to do: results that wait for their turn need memory.
        waiting: deque[Future[list[Done]]] = deque(pool.submit(_chunk, c) for c in islice(chunks, 3 * workers))
        while waiting:
            yield from waiting.popleft().result()
            waiting.extend(pool.submit(_chunk, c) for c in islice(chunks, 1))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


class _Worker:
    """Judges files one after the other."""

    def __init__(self, work: Work) -> None:
        self._work = work
        from involve_audit.judge.untold import Untold

        self._rubric: LoadedRubric = policies.rubric_for(work.policy, work.rubric)
        self._untold = Untold(self._rubric.rubric, work.date)
        # What is loaded by now stays: looking through it for garbage again and again took a tenth of the time.
        gc.freeze()

    def look(self, file: Named) -> Done:
        """One file: judged, or why it cannot be."""
        from involve_audit.load import read
        from involve_audit.messages import InputError
        from involve_audit.portfolio.rows import row_judged

        work, (name, shown) = self._work, file
        try:
            judged = row_judged(read(files.read(name), shown), self._rubric, work.date, work.policy, self._untold)
        except InputError as error:
            typed = error.under(files.shown(name))
            says = typed.text() if work.excerpts else redact.without_words(typed)
            first = error.problems[0]
            return _unread(shown, f"line {first.line}: {first.says}" if work.excerpts else f"line {first.line}", says)
        except files.CannotRead as problem:
            return _unread(shown, problem.says, str(problem))
        except Exception as error:  # the other files are judged all the same
            return _unread(shown, f"internal error: {type(error).__name__}", outcome.internal(error, files.shown(name)))
        return Done(shown, _as_json(judged if work.excerpts else _wordless(judged)))


def _wordless(row: Row) -> Row:
    """The row without words of the file: the title, and the names of groups."""
    return replace(row, title="", missing=())


def _unread(name: str, says: str, complains: str) -> Done:
    return Done(name, json.dumps({"says": says}), complains=complains)


def _as_json(row: Row | Unread) -> str:
    from involve_audit.portfolio.rows import plain

    tree = plain(row)
    del tree["file"]  # the same file may stand under several names
    return json.dumps(tree, ensure_ascii=True)


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


def _write(request: Request, outputs: dict[str, str], spool: TextIO, across: Totals, titles: Titles, date: str) -> None:
    from involve_audit.portfolio.show import FORMATS, text

    def pieces(name: str) -> Iterator[str]:
        return FORMATS[name][0](_rows(spool), across, titles, date)

    try:
        files.write_all({output: (piece.encode("utf-8") for piece in pieces(name)) for output, name in outputs.items()})
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    for output in outputs:
        streams.err(f"wrote {output}")
    if outputs:
        return
    if request.format == "text":
        for piece in text(_rows(spool), across, titles, date, streams.width()):
            streams.out(piece)
        return
    for piece in pieces(request.format):
        streams.out_exact(piece)


def _rows(spool: TextIO) -> Iterator[Row | Unread]:
    """The rows once more, from the beginning."""
    from involve_audit.portfolio.rows import read_plain

    spool.seek(0)
    for line in spool:
        yield read_plain(json.loads(line))
