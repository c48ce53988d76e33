"""What the options mean that several commands have, and what is refused before anything is judged."""

from __future__ import annotations

import datetime as dt
import os
from typing import TYPE_CHECKING

from involve_audit.cli import files, streams
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.rubric.model import LoadedRubric


def known(option: str, word: str, allowed: Sequence[str], dashes: str = "--") -> None:
    """Refuse a word that an option does not know.

    Raises:
        Usage: it is not one of those allowed.
    """
    if word not in allowed:
        from involve_audit.wording.messages import hint

        raise Usage(f"{dashes}{option} '{word}' is not known; {hint(word, tuple(allowed))}")


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


NOTHING_WRITTEN = "nothing was written (--dry-run)"
"""What is said where only the difference was to be seen."""


def importable(into: str, what: str) -> None:
    """Refuse what no rows, or answers, can be imported into.

    Raises:
        Usage: it is no file that is there.
    """
    if into == files.STDIN:
        raise Usage(f"{what} are written into a file; name the project file with --into")
    if os.path.isdir(into):
        raise Usage(f"{files.named(into)} is a folder; name the project file with --into")
    if not os.path.lexists(into):
        raise Usage(
            f"there is no {files.named(into)} to import into; `involve-audit init` begins one, or name another with --into"
        )


def rubric_of(name: str | None, *, whole: bool = False, sound: bool = True) -> LoadedRubric:
    """The rubric that is asked for: the usual one, a shipped one by its name, or a file.

    Args:
        name: its name, or its file.
        whole: with its examples and the places of everything in it.
        sound: refuse a file that `rubric lint` refuses, as whatever judges must; the shipped ones are tested.

    Raises:
        Usage: there is no such rubric.
        InputError: it is not a rubric, or judges otherwise than it says.
    """
    from involve_audit.rubric import shipped

    if name is None:
        return shipped.load(whole=whole)
    there = shipped.names()
    if name in there:
        return shipped.load(name, whole=whole)
    from involve_audit.rubric.extend import load_own
    from involve_audit.wording.messages import hint

    try:
        data = files.read(name)
    except files.CannotRead as problem:
        raise Usage(
            f"{problem}; --rubric takes a file, or the name of a rubric that is shipped ({hint(name, there)})"
        ) from None
    loaded = load_own(data, files.shown(name), there, lambda base: shipped.base(base, whole=whole or sound))
    if sound and loaded.sha256 != shipped.base(shipped.DEFAULT).sha256:
        from involve_audit.lint.reach import refused

        refused(loaded)
    return loaded


HERE = "project.yaml"
"""The file that is meant where none is named."""


def or_here(names: tuple[str, ...]) -> tuple[str, ...]:
    """The files that are named; where none is, the project file of this folder.

    Raises:
        Usage: there is none either.
    """
    if names:
        return names
    # A link that leads nowhere, or a folder of this name, is said when it is read.
    if os.path.lexists(HERE):
        return (HERE,)
    raise Usage(
        f"no file is named, and there is no {HERE} in this folder; name a file or folder, or `-` for standard input; "
        f"`involve-audit init` writes a {HERE} to start from"
    )


MOST_NAMES = 40
"""So many names of a kind are listed on standard error; pages hold more."""


def look_for(arguments: tuple[str, ...], own: Iterable[str | None] = ()) -> files.FilesFound:
    """Find the project files that are asked for, and say what stood beside them in folders, but for what is this run's own."""
    found = files.find(arguments, own)
    if found.beside:
        from involve_audit.render.beside import listed

        for line in listed(found.beside, MOST_NAMES):
            streams.err(f"involve-audit: beside the project files: {line}")
    return found


def read_once(inputs: Sequence[str], beside: Iterable[str | None]) -> None:
    """Refuse to read standard input for two things: the second would find nothing.

    Args:
        inputs: the files to judge; naming standard input twice among them names one file.
        beside: what else is read, such as a policy; None where it is not given.

    Raises:
        Usage: standard input is named for more than one of them.
    """
    if [*inputs, *beside].count(files.STDIN) > max(1, inputs.count(files.STDIN)):
        raise Usage("standard input can be read only once; name a file for the rest")


def not_written_over(names: Iterable[str], read: Iterable[str], option: str) -> None:
    """Refuse to write over a file that is read, or written by another option.

    Raises:
        Usage: one of the names is one of those files.
    """
    taken = files.real_places(name for name in read if name != files.STDIN)
    for name in names:
        if os.path.realpath(name) in taken:
            raise Usage(f"{option} '{name}': this file is read or written already; name another")


def written_back(name: str, before: bytes, after: bytes) -> None:
    """Write a file anew, unless somebody else has written it since it was read.

    Raises:
        Usage: somebody has, or it cannot be written.
    """
    try:
        files.replace_unchanged(name, before, after)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None


def can_be_written(kind: str, edition: str = "team") -> None:
    """Refuse, before anything is judged, what cannot be written.

    Raises:
        Usage: the format needs an extra that is not installed, or there is no such edition in it.
    """
    from involve_audit.render import FORMATS, lacking

    if edition not in FORMATS[kind].editions:
        there = ", ".join(name for name, form in FORMATS.items() if edition in form.editions)
        raise Usage(f"there is no edition '{edition}' in the format {kind}; it can be written as {there}")
    extra = lacking(kind)
    if extra:
        raise Usage(needs_extra(kind, extra))


def needs_extra(kind: str, extra: str) -> str:
    """What is said where a format needs an extra that is not installed."""
    return f"{kind} needs a package that is not installed; `pip install 'involve-audit[{extra}]'` installs it, or in a clone `pip install '.[{extra}]'`"
