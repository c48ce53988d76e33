"""What goes to standard output and standard error, and how it looks there."""

from __future__ import annotations

import errno
import os
import sys

# `typing` would take as long to import as Python takes to start, and `--version` needs none of it.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import TextIO, TypeVar

    Item = TypeVar("Item")

MANY = 5
"""So many files take long enough for somebody at a terminal to wonder what is going on."""

_PLAIN = str.maketrans({
    "–": "-", "—": "-", "‑": "-", "−": "-", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "…": "...", "•": "*", "·": "-",
    "→": "->", "×": "x", "≥": ">=", "≤": "<=", "£": "GBP ", "€": "EUR ", "\u00a0": " ",
})  # fmt: skip
"""What stands in for a character where a terminal has only ASCII."""


def prepare() -> None:
    """Let redirected output be UTF-8 on every system, unless somebody asked for another encoding.

    Raises:
        OSError: there is no standard output, so no result could be printed.
    """
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    for stream in (sys.stdout, *([sys.stderr] if sys.stderr else ())):
        told = os.environ.get("PYTHONIOENCODING") or os.environ.get("PYTHONUTF8") == "0"
        if not told and not stream.isatty() and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")


def out(text: str) -> None:
    """Print a result for people. A reader that has gone away is no fault."""
    _print(text, sys.stdout)


def err(text: str) -> None:
    """Print anything that is no result. Nothing in it can move the cursor, whoever wrote the name or the text that it repeats."""
    from involve_audit.wording.messages import readable

    if sys.stderr is not None:
        _print(readable(text), sys.stderr)


def ask(question: str) -> None:
    """Put a question, and stay on its line."""
    sys.stderr.write(question)
    sys.stderr.flush()


def out_exact(text: str) -> None:
    """Print a result for machines: UTF-8, whatever the terminal can show."""
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None:
        _print(text, sys.stdout)
        return
    try:
        sys.stdout.flush()
        raw.write(text.encode("utf-8"))
        raw.flush()
    except OSError as error:
        bear(error, sys.stdout)


def _print(text: str, stream: TextIO) -> None:
    if not text.endswith("\n"):
        text += "\n"
    if os.environ.get("GITHUB_ACTIONS"):
        import re

        # A file, and even its name, may come from somebody who wishes a line to be taken for a command of the
        # workflow. It is one with `::` at its beginning, or with `##[` anywhere in it.
        text = re.sub(r"^([ \t]*)(?=::)|(?<=##)(?=\[)", r"\1\\", text, flags=re.MULTILINE)
    encoding = stream.encoding or "utf-8"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        text = text.translate(_PLAIN).encode(encoding, "replace").decode(encoding)
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        bear(error, stream)


def bear(error: OSError, stream: TextIO) -> None:
    """Send the rest nowhere, for Python would try again at the end; only a reader that has gone is no fault.

    Raises:
        OSError: anything else, such as a disk that is full.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
    # Windows says EINVAL of a pipe that was closed.
    if error.errno not in (errno.EPIPE, errno.EINVAL):
        raise error


def shows_symbols(stream: TextIO | None = None) -> bool:
    """Whether a stream can show more than ASCII."""
    try:
        "█▒●○✓•─│“”–…".encode((stream or sys.stdout).encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


def colours(stream: TextIO | None = None) -> bool:
    """Whether colours are wanted: FORCE_COLOR and NO_COLOR decide, then whether a terminal shows it."""
    stream = stream or sys.stdout
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def watched(items: Iterable[Item], doing: str, number: int | None = None) -> Iterator[Item]:
    """The items one by one; where they are many and standard error is a terminal, it shows how far the work has come.

    Of items that come as they are made, `number` says how many there will be.

    What is said on standard error meanwhile stands above the bar, and the bar is gone when the work is done.
    """
    from collections.abc import Sized

    total = len(items) if isinstance(items, Sized) else number
    if (
        total is None
        or total < MANY
        or sys.stderr is None
        or not sys.stderr.isatty()
        or os.environ.get("TERM") == "dumb"
    ):
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as shown:
        yield from shown.track(items, total=total, description=doing)


def can_ask() -> bool:
    """Whether somebody at a terminal can answer: a script or a pipe is read without being asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def agreed(question: str) -> bool:
    """Ask for yes or no; whatever is not a yes is a no."""
    ask(f"{question} [yes, no] ")
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def width(wanted: int | None = None) -> int:
    """How many columns a text may take: as told, as the terminal has, and never so many that lines are hard to read."""
    if wanted is not None:
        return wanted
    told = os.environ.get("COLUMNS", "")
    if told.isdecimal() and int(told) > 0:
        columns = int(told)
    else:
        try:
            columns = os.get_terminal_size(sys.stdout.fileno()).columns
        except (OSError, ValueError):
            columns = 0
    return min(max(columns or 100, 40), 100)


def filled(text: str, first: str = "", rest: str | None = None) -> str:
    """A sentence for people, wrapped at words: a terminal that wraps by itself cuts them."""
    import textwrap

    return textwrap.fill(
        text, width(), initial_indent=first, subsequent_indent=first if rest is None else rest, break_on_hyphens=False
    )
