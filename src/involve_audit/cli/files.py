"""Finding project files, reading them, and writing reports so that none is ever half written."""
# `pathlib` would cost every run of `check` a good part of `python -c pass`.

from __future__ import annotations

import errno
import os
import stat
import sys
from functools import cache
from typing import TYPE_CHECKING

from involve_audit.cli import outcome
from involve_audit.load import MAX_BYTES
from involve_audit.record import Record, made, replace
from involve_audit.render.beside import Beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from involve_audit.wording.messages import Wrong

STDIN = "-"


class CannotRead(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """A file or folder that cannot be read, and why.

    Attributes:
        name: as it was typed or found, for messages.
        called: as it is called in whatever is written.
        wrong: why it cannot be read.
    """

    def __init__(self, name: str, wrong: Wrong | str, called: str | None = None) -> None:
        self.name = name
        self.called = named(name) if called is None else called
        self.wrong = wrong
        super().__init__(f"{shown(name)}: {wrong}")

    @property
    def says(self) -> str:
        """Why it cannot be read, in words."""
        return str(self.wrong)


class FilesFound(Record, frozen=False):
    """What files and folders come to.

    Attributes:
        files: what may be meant as a project file, each once, in the order in which they were asked for; in a folder sorted.
        names: each of them as it is called in whatever is printed or written.
        beside: what stood in folders beside them and need not be audited.
        problems: what could not be found or read.
        several: whether more than one file was asked for, however many there are.
    """

    files: list[str] = made(factory=list)
    names: dict[str, str] = made(factory=dict)
    beside: list[Beside] = made(factory=list)
    problems: list[CannotRead] = made(factory=list)
    several: bool = False


def find(arguments: tuple[str, ...], own: Iterable[str | None] = ()) -> FilesFound:
    """Find the project files that are asked for. A folder stands for those in it and below it.

    Args:
        arguments: files, folders, patterns, or `-`.
        own: what this run itself reads beside them, or writes: nobody handed that in.
    """
    found = FilesFound(several=len(arguments) > 1)
    seen: dict[str, str] = {}
    called: dict[str, int] = {}
    # A thousand files of a folder have few places to look up, which would take as long as to judge twenty of them.
    real = cache(os.path.realpath)

    def add(name: str, root: str = "") -> None:
        same = name if name == STDIN else os.path.normcase(_real_place(name, real))
        if same not in seen:
            seen[same] = name
            found.files.append(name)
            safe = named(name, root, real)
            called[safe] = number = called.get(safe, 0) + 1
            # Two files of one name, outside of this folder: without their folders a number tells them apart.
            found.names[name] = safe if number == 1 else f"{safe} ({number})"
        elif root and os.path.normpath(seen[same]) != os.path.normpath(name):
            found.beside.append(Beside("same", named(name, root), found.names[seen[same]]))

    def look(argument: str) -> None:
        if argument == STDIN or os.path.isfile(argument):
            add(argument)
        elif os.path.isdir(argument):
            found.several = True
            into(argument)
        elif os.path.lexists(argument):
            # A pipe may be meant: `check <(make-it)`. A link that leads nowhere is said when it is read.
            add(argument)
        else:
            matching = _matching(argument)
            found.several = found.several or bool(matching)
            for name in matching:
                look(name)
            if not matching:
                found.problems.append(CannotRead(shown(argument), "there is no such file" + _guess(argument)))

    ours = tuple(os.path.realpath(name) for name in own if name)

    def is_own(name: str, mine: list[str]) -> bool:
        place = os.path.realpath(name)
        return any(place == one or place.startswith(os.path.join(one, "")) for one in mine)

    def into(folder: str) -> None:
        from involve_audit.cli.folders import look_into

        there = look_into(folder)
        # What is written into the very folder that is looked into makes not all of it ours.
        around = os.path.join(os.path.realpath(folder), "")
        mine = [place for place in ours if not around.startswith(os.path.join(place, ""))]
        for name in there.projects:
            add(name, folder)
        found.beside += [replace(b, file=named(b.file, folder)) for b in there.beside if not is_own(b.file, mine)]
        found.problems += [CannotRead(name, says, named(name, folder)) for name, says in there.problems]
        if not there.projects and not there.problems:
            says = "there are no project files in this folder (`*.yaml` files with `format:` and `project:`)"
            found.problems.append(CannotRead(folder, says))

    for argument in arguments:
        look(argument)
    return found


def _matching(pattern: str) -> list[str]:
    """What a pattern stands for, where the shell has not put it in its place (as on Windows)."""
    if not any(mark in pattern for mark in "*?["):
        return []
    from glob import glob

    return sorted(glob(pattern, recursive=True))


def _real_place(name: str, real: Callable[[str], str]) -> str:
    """Where a file really lies; `real` says it of its folder."""
    folder, last = os.path.split(name)
    # Windows may know a file by a second, short name.
    if os.sep == "\\" or last in ("", os.curdir, os.pardir) or os.path.islink(name):
        return real(name)
    return os.path.join(real(folder), last)


def real_places(names: Iterable[str]) -> set[str]:
    """Where files really lie; each of their folders is looked up once."""
    real = cache(os.path.realpath)
    return {_real_place(name, real) for name in names}


def named(name: str, root: str = "", real: Callable[[str], str] = os.path.realpath) -> str:
    """A file as it is called in whatever is printed or written: never by a place that may hold the name of a person.

    Seen from this folder where it lies in it; else from the folder that was asked for; else by its own name alone.

    Args:
        name: the file, as it was typed or found.
        root: the folder that was asked for, where the file was found in one.
        real: where a folder really lies; whoever names many files asks once for each folder.
    """
    if name == STDIN:
        return shown(name)
    steps = name.replace(os.sep, "/").split("/")
    safe = name
    if os.path.isabs(name) or os.path.splitdrive(name)[0] or os.pardir in steps:
        here = real(os.curdir)
        folder, last = os.path.split(os.path.normpath(name))
        place = os.path.join(real(folder), last)
        safe = (
            _inside(place, here)
            or (_inside(os.path.normpath(name), os.path.normpath(root)) if root else None)
            or (last if last not in ("", os.curdir, os.pardir) else "")
            or os.path.basename(os.path.realpath(name))
            or "folder"
        )
        if not os.path.isfile(name) and real(name) == real(os.path.expanduser("~")):
            safe = "~"  # it is called after a person
    return safe.replace("\\", "/") if os.sep == "\\" else shown(safe)


def _inside(place: str, folder: str) -> str | None:
    """A place as it is seen from a folder, where it lies in it."""
    within = os.path.join(folder, "")
    return place.removeprefix(within) if place.startswith(within) else None


def _guess(missing: str) -> str:
    """The file that was perhaps meant."""
    from involve_audit.wording.messages import nearest

    folder = os.path.dirname(missing)
    try:
        there = [name for name in os.listdir(folder or ".") if not name.startswith(".")]
    except OSError:
        return f"; there is no folder '{named(folder)}' either" if folder else ""
    near = nearest(os.path.basename(missing), there)
    return f"; did you mean '{named(os.path.join(folder, near))}'?" if near else ""


def read(name: str, limit: int | None = MAX_BYTES + 1) -> bytes:
    """The bytes of a file, or of standard input.

    Of a project file no more is read than is needed to say that it is too much.

    Raises:
        CannotRead: it cannot be read.
    """
    size = -1 if limit is None else limit
    try:
        if name == STDIN:
            raw = getattr(sys.stdin, "buffer", None)
            return bytes(raw.read(size)) if raw is not None else sys.stdin.read().encode("utf-8")
        with open(name, "rb", opener=_opened) as file:
            # Asked for so much, Python makes room for so much, which takes longer than reading a file of usual size.
            return file.read() if 0 < os.fstat(file.fileno()).st_size < size else file.read(size)
    except OSError as error:
        raise CannotRead(shown(name), outcome.reason(error)) from None


def _opened(name: str, flags: int) -> int:
    """Open a file. A pipe into which nobody writes is refused after a while, where opening it would wait for ever.

    Raises:
        OSError: it cannot be opened.
    """
    given = name.startswith(("/dev/fd/", "/proc/"))  # by a shell, with somebody at its other end: `check <(make-it)`
    if given or not hasattr(os, "O_NONBLOCK") or not stat.S_ISFIFO(os.stat(name).st_mode):
        return os.open(name, flags)
    import select

    handle = os.open(name, flags | os.O_NONBLOCK)
    # Whoever writes into it may come a little later; from then on there is something to read, or the end.
    if not select.select([handle], [], [], PATIENCE)[0]:
        os.close(handle)
        raise OSError(errno.ETIMEDOUT, "nobody writes into this pipe")
    os.set_blocking(handle, True)
    return handle


PATIENCE = 5.0
"""Seconds for which a pipe is waited for."""


def shown(name: str) -> str:
    """A file name as messages show it: in one line, for whoever chose it could else write lines of their own into a log."""
    if name.isprintable():  # nearly all names
        return "<standard input>" if name == STDIN else name or "'' (an empty name)"
    from involve_audit.wording.messages import one_line

    return one_line(name)


def write_all(texts: Mapping[str, bytes | Iterable[bytes]], *, private: bool = False) -> None:
    """Write files, all of them or none: first beside their places, then each into its place in one step.

    A run that is killed leaves whatever stood there, and at most a file that ends in `.part`, which nothing reads. What is long
    may come in pieces, which are asked for one after the other.

    Args:
        texts: what to write, by the names of the files.
        private: whether only their owner may read them, also on the way.

    Raises:
        CannotRead: one of them cannot be written.
    """
    ready: list[tuple[str, str, str]] = []
    name = ""
    try:
        for name, data in texts.items():
            place = os.path.realpath(name)
            pieces = (data,) if isinstance(data, bytes) else data
            if os.path.exists(place) and not stat.S_ISREG(os.stat(place).st_mode):
                if os.path.isdir(place):
                    raise IsADirectoryError(place)
                with open(place, "wb") as device:
                    device.writelines(pieces)
                continue
            # By chance, and not by the number of the process: one that was killed may have left a file of that name.
            beside = os.path.join(
                os.path.dirname(place), f".{os.path.basename(place)[:100]}.{os.urandom(6).hex()}.part"
            )
            made = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600 if private else 0o666)
            ready.append((beside, place, name))
            with os.fdopen(made, "wb") as file:
                file.writelines(pieces)
            if os.path.exists(place) and not private:
                os.chmod(beside, stat.S_IMODE(os.stat(place).st_mode))
        while ready:
            *places, name = ready[0]
            os.replace(*places)
            ready.pop(0)
    except OSError as error:
        raise CannotRead(shown(name), f"cannot be written: {outcome.reason(error)}") from None
    finally:
        for beside, *_ in ready:
            if os.path.exists(beside):
                os.remove(beside)


_BINARY = getattr(os, "O_BINARY", 0)
"""Without it Windows would write other line ends."""


def replace_unchanged(name: str, before: bytes, after: bytes) -> None:
    """Write a file anew, unless somebody else has written it since it was read.

    Nobody else of us looks or writes meanwhile, so of two runs at once the second sees what the first wrote.

    Raises:
        CannotRead: it was written by somebody else, another run holds it for too long, or it cannot be written.
    """
    from involve_audit.cli.lock import FileInUse, locked

    try:
        with locked(os.path.realpath(name)):
            if read(name, limit=None) != before:
                raise CannotRead(name, "it was changed by somebody else just now; nothing was written, try again")
            write_all({name: after})
    except FileInUse:
        raise CannotRead(name, "another run is writing it; nothing was written, try again") from None
