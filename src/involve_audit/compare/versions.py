"""The course of a file without git: its versions as files, each with the day that it or its name tells."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from involve_audit.compare.course import Commit
from involve_audit.language import _
from involve_audit.load import read, read_project
from involve_audit.wording.messages import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

_DAY = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})[-_.]?([0-9]{2})[-_.]?([0-9]{2})(?![0-9])")


class NoDay(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """Versions of which nobody can tell the day, or that would stand on one day."""


def versions(files: Iterable[tuple[str, bytes]]) -> list[Commit]:
    """The versions of a file, from the oldest to the newest, each as if it had been committed on its day.

    The day stands in the name (`project-2026-01-31.yaml`), else in the file (`filled_in.when`, with its day).

    Raises:
        NoDay: a day is told nowhere, or two versions are of the same day, so that nobody can tell which was first.
    """
    found: dict[dt.date, Commit] = {}
    for name, data in files:
        day = _in_name(name) or _in_file(data, name)
        if day is None:
            raise NoDay(
                _(
                    "{name}: of which day is this version? Put it into its name, such as project-2026-01-31.yaml, or write `filled_in.when` with a day",
                    name=name,
                )
            )
        if day in found:
            raise NoDay(
                _(
                    "{file} and {name} are both of {isoformat}; which was first? Give one of them another day in its name",
                    file=found[day].file,
                    name=name,
                    isoformat=day.isoformat(),
                )
            )
        found[day] = Commit(name, day, name, data)
    return [found[day] for day in sorted(found)]


def _in_name(name: str) -> dt.date | None:
    for year, month, day in reversed(_DAY.findall(name.rsplit("/", 1)[-1])):
        try:
            return dt.date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def _in_file(data: bytes, name: str) -> dt.date | None:
    try:
        told = read_project(read(data, name)).filled_in
    except InputError:
        return None
    when = told.when if told else None
    return when.last if when is not None and when.happened and when.first is not None else None
