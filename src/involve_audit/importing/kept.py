"""The small file that keeps what the headings of a log mean, so that the next import need not ask again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit import load
from involve_audit.importing.headings import ROLES, plain, role_for, targets
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Problem, Wrong, hint, shown
from involve_audit.yamlfile.written import block

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.importing.mapping import MappedSheet

ONE_TABLE = "(table)"
"""How the only table of a CSV is called."""
_TOP = "# What the headings of your log mean; `involve-audit import` keeps it. Change a line to have a column taken otherwise."


def read_kept(data: bytes, name: str) -> dict[str, dict[str, str]]:
    """Roles by sheet and plain heading.

    Raises:
        InputError: it is no such file, or names a place that there is not.
    """
    document = load.read(data, name, "mapping")
    problems: list[Problem] = []
    found: dict[str, dict[str, str]] = {}
    sheets = document.tree.get("sheets")
    if document.tree.get("involve_audit_mapping") != "1" or not isinstance(sheets, dict):
        wrong = Wrong(
            "this is no mapping that `involve-audit import` keeps: `involve_audit_mapping: 1`, then `sheets:`"
        )
        raise InputError(name, [Problem(1, 1, "", wrong)])
    for sheet, told in sheets.items():
        for heading, target in told.items() if isinstance(told, dict) else ():
            role = role_for(target) if isinstance(target, str) else None
            if role is None:
                path = ("sheets", sheet, heading)
                wrong = Wrong(
                    "'{target}' is no place for a column",
                    target=marked(str(target)), advice=hint(str(target), targets()),
                )  # fmt: skip
                problems.append(Problem(*document.at(path), shown(path), wrong))
            else:
                found.setdefault(sheet, {})[plain(heading)] = role
    if problems:
        raise InputError(name, problems, document.lines)
    return found


def kept_text(mapped: Iterable[MappedSheet], before: dict[str, dict[str, str]]) -> str:
    """The file, with what was confirmed now, and of other sheets what it said before."""
    sheets: dict[str, dict[str, str]] = {s: {h: ROLES[r][0] for h, r in told.items()} for s, told in before.items()}
    fresh: set[str] = set()
    for one in mapped:
        if one.sheet.name not in fresh:
            fresh.add(one.sheet.name)
            sheets[one.sheet.name or ONE_TABLE] = {}
        listed = sheets[one.sheet.name or ONE_TABLE]
        for column in one.columns:
            if column.heading and not column.personal:
                listed.setdefault(column.heading, ROLES[column.role or "leave out"][0])
    lines = [_TOP, "involve_audit_mapping: 1", *block({"sheets": sheets}, 0, deep=True)]
    return "\n".join(lines) + "\n"


def is_kept(mapped: Iterable[MappedSheet], kept: dict[str, dict[str, str]]) -> bool:
    """Whether all columns are taken as was confirmed before."""
    for one in mapped:
        told = kept.get(one.sheet.name or ONE_TABLE, {})
        seen: set[str] = set()
        for column in one.columns:
            words = plain(column.heading)
            if not column.heading or column.personal or words in seen:
                continue
            seen.add(words)
            if told.get(words) != (column.role or "leave out"):
                return False
    return True
