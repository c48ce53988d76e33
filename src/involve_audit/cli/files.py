"""Finding project files, reading them, and writing reports so that none is ever half written."""
# `pathlib` would cost every run of `check` a good part of `python -c pass`.

from __future__ import annotations

import os
import re
import stat
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from involve_audit.load import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

STDIN = "-"
_ENDINGS = (".yaml", ".yml")


class CannotRead(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """A file or folder that cannot be read, and why."""

    def __init__(self, name: str, says: str) -> None:
        self.name = name
        self.says = says
        super().__init__(f"{name}: {says}")


@dataclass
class Found:
    """What files and folders come to.

    Attributes:
        files: the project files, each once, in the order in which they were asked for; in a folder sorted.
        passed_over: YAML files in folders that are not project files, each with what is missing in it.
        problems: what could not be found or read.
        several: whether more than one file was asked for, however many there are.
    """

    files: list[str] = field(default_factory=list)
    passed_over: dict[str, str] = field(default_factory=dict)
    problems: list[CannotRead] = field(default_factory=list)
    several: bool = False


def find(arguments: tuple[str, ...], endings: tuple[str, ...] = _ENDINGS) -> Found:
    """Find the project files that are asked for. A folder stands for those in it and below it."""
    found = Found(several=len(arguments) > 1)
    seen: set[str] = set()

    def add(name: str) -> None:
        same = name if name == STDIN else os.path.normcase(os.path.realpath(name))
        if same not in seen:
            seen.add(same)
            found.files.append(name)

    for argument in arguments:
        if argument == STDIN or os.path.isfile(argument):
            add(argument)
        elif os.path.isdir(argument):
            found.several = True
            before = len(found.files), len(found.problems)
            for name in _yaml_files(argument, found, endings):
                try:
                    if os.path.exists(name) and not os.path.isfile(name):
                        raise CannotRead(
                            name, "this is not a file (a pipe or a device)"
                        )  # to read it could take for ever
                    lacking = _lacking(read(name))
                except CannotRead as problem:
                    found.problems.append(problem)
                    continue
                if lacking:
                    found.passed_over[name] = lacking
                else:
                    add(name)
            if before == (len(found.files), len(found.problems)):
                says = "there are no project files in this folder (`*.yaml` files with `format:` and `project:`)"
                found.problems.append(CannotRead(argument, says))
        elif os.path.exists(argument):
            add(argument)
        else:
            matching = _matching(argument)
            found.several = found.several or bool(matching)
            for name in matching:
                add(name)
            if not matching:
                found.problems.append(CannotRead(shown(argument), "there is no such file" + _guess(argument)))
    return found


def _yaml_files(folder: str, found: Found, endings: tuple[str, ...]) -> Iterator[str]:
    """The YAML files in a folder and below it, sorted; hidden ones are left alone."""

    def complain(error: OSError) -> None:
        found.problems.append(CannotRead(str(error.filename), reason(error)))

    names: list[str] = []
    for here, below, files in os.walk(folder, onerror=complain):
        below[:] = sorted(name for name in below if not name.startswith("."))
        names += [
            os.path.join(here, name) for name in files if name.lower().endswith(endings) and not name.startswith(".")
        ]
    yield from sorted(names)


_DECLARES = {
    key: re.compile(rf"^(?:\ufeff?[\"']?|\{{.*\b){key}[\"']?[ \t]*:", re.MULTILINE) for key in ("format", "project")
}


def _lacking(data: bytes) -> str:
    """Which of the two keys that mark a project file a YAML file lacks; empty where it has both.

    A file that is no UTF-8 is looked at all the same: to say that it cannot be read is better than to pass it over.
    """
    text = data.replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff\ufffd")
    return " and no ".join(f"`{key}:`" for key, declares in _DECLARES.items() if not declares.search(text))


def _matching(pattern: str) -> list[str]:
    """The files that a pattern stands for, where the shell has not put them in its place (as on Windows)."""
    if not any(mark in pattern for mark in "*?["):
        return []
    from glob import glob

    return sorted(name for name in glob(pattern, recursive=True) if os.path.isfile(name))


def _guess(missing: str) -> str:
    """The file that was perhaps meant."""
    from involve_audit.messages import nearest

    folder = os.path.dirname(missing)
    try:
        there = [name for name in os.listdir(folder or ".") if not name.startswith(".")]
    except OSError:
        return f"; there is no folder '{folder}' either" if folder else ""
    near = nearest(os.path.basename(missing), there)
    return f"; did you mean '{os.path.join(folder, near)}'?" if near else ""


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
        with open(name, "rb") as file:
            return file.read(size)
    except OSError as error:
        raise CannotRead(shown(name), reason(error)) from None


def shown(name: str) -> str:
    """A file name as messages show it."""
    return "<standard input>" if name == STDIN else name or "'' (an empty name)"


def reason(error: OSError) -> str:
    """Why the system refused, in words."""
    if isinstance(error, PermissionError):
        return "it may not be opened (no permission)"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, IsADirectoryError):
        return "this is a folder"
    return (error.strerror or type(error).__name__).lower()


def write_all(texts: Mapping[str, bytes | Iterable[bytes]]) -> None:
    """Write files, all of them or none: first beside their places, then each into its place in one step.

    What is long may come in pieces, which are asked for one after the other.

    Raises:
        CannotRead: one of them cannot be written.
    """
    ready: list[tuple[str, str]] = []
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
            beside = os.path.join(os.path.dirname(place), f".{os.path.basename(place)}.{os.getpid()}.part")
            with open(beside, "xb") as file:
                ready.append((beside, place))
                file.writelines(pieces)
            if os.path.exists(place):
                os.chmod(beside, stat.S_IMODE(os.stat(place).st_mode))
        while ready:
            name = ready[0][1]
            os.replace(*ready[0])
            ready.pop(0)
    except OSError as error:
        raise CannotRead(name, f"cannot be written: {reason(error)}") from None
    finally:
        for beside, _ in ready:
            if os.path.exists(beside):
                os.remove(beside)
