"""What is told differently, and what is noted beside an answer: printed, never judged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.messages import readable, shown
from involve_audit.project.accounts import disputed_parts
from involve_audit.project.references import parts
from involve_audit.project.values import Dates
from involve_audit.results.audit import AccountFound, NoteFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.load import Document

NO_START = (
    "This is counted from the start of the project, which is not told: `project.dates.start`. Until it is, nobody can say "
    "when it was."
)


def accounts(case: Case, document: Document, quoted: Callable[[Path], str]) -> tuple[AccountFound, ...]:
    """Both accounts of everything that somebody tells otherwise, in the order of the file."""
    told = []
    for path, part in disputed_parts(case.told):
        line, column = document.at(path)
        where = shown(document.true_path(path))
        for other in part.disputed or ():
            told.append(
                AccountFound(
                    where, line, column, quoted(path), other.by, readable(other.says), tuple(other.source or ())
                )
            )
    return tuple(told)


def notes(case: Case, document: Document) -> tuple[NoteFound, ...]:
    """Every note of the file, and what the tool could not work out of its dates, in the order of the file."""
    found = []
    start = case.at("project.dates.start")
    dated = isinstance(start, Dates) and start.first is not None
    for path, part in parts(case.told):
        for name, value in vars(part).items():
            if name == "note" and value:
                found.append(_note(document, path, "file", " ".join(value.split())))
            elif isinstance(value, Dates) and value.months is not None and not dated:
                found.append(_note(document, (*path, name), "involve-audit", f"“{value.text}”: {NO_START}"))
    return tuple(found)


def _note(document: Document, path: Path, by: str, says: str) -> NoteFound:
    line, column = document.at(path)
    return NoteFound(shown(document.true_path(path)), line, column, by, readable(says))
