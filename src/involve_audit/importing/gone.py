"""Entries of a project file that came from a log and stand in no row of it any more.

They may have been changed by hand since, so they stay unless somebody asks that they are taken out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from involve_audit import load
from involve_audit.language import _
from involve_audit.yamlfile import editing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from involve_audit.wording.messages import Path

_LISTS: tuple[tuple[str, ...], ...] = (("influence", "log"), ("power", "decisions"), ("reward", "budget", "lines"))
FROM = re.compile(r"(?:^| \| )From ((?:row \d+|column [A-Z]+))(?: of sheet (.+))?$", re.DOTALL)
"""How the note of an entry ends that came from a row."""
_ROW = re.compile(r"(.*?), (?:sheet (.+), )?(row \d+|column [A-Z]+)", re.DOTALL)
"""Where a meeting stands that became a source."""


@dataclass(frozen=True)
class Came:
    """An entry that came from a row of a log.

    Attributes:
        path: where it stands in the file.
        log: the name of the workbook.
        sheet: the sheet that it came from; empty for a table with but one.
        row: the row that it came from, as its note says.
        line: the line of the file.
    """

    path: Path
    log: str
    sheet: str
    row: str
    line: int = 0


def came_from_logs(tree: dict[str, Any]) -> list[Came]:
    """The entries of a file that came from rows of logs, as their notes and sources say."""
    told = tree.get("sources")
    sources = told if isinstance(told, dict) else {}
    logs = {k: str(s["where"]) for k, s in sources.items() if isinstance(s, dict) and s.get("kind") == "log" and "title" not in s and "where" in s}  # fmt: skip
    found = [
        Came(path, logs[named], m[2] or "", m[1])
        for where in _LISTS
        for path, entry in _entries(tree, where)
        if (named := _one(entry.get("source"))) in logs and (m := FROM.search(str(entry.get("note", ""))))
    ]
    for key, source in sources.items():
        if isinstance(source, dict) and source.get("kind") == "log" and "title" in source:
            m = _ROW.fullmatch(str(source.get("where", "")))
            found += [Came(("sources", key), m[1], m[2] or "", m[3])] if m else []
    return found


def _entries(tree: Any, where: tuple[str, ...]) -> Iterator[tuple[Path, dict[str, Any]]]:
    for step in where:
        tree = tree.get(step) if isinstance(tree, dict) else None
    path: Path = where
    if isinstance(tree, dict) and isinstance(tree.get("entries"), (list, dict)):
        tree, path = tree["entries"], (*where, "entries")
    if isinstance(tree, dict):
        yield path, tree
    for n, entry in enumerate(tree if isinstance(tree, list) else ()):
        if isinstance(entry, dict):
            yield (*path, n), entry


def _one(source: Any) -> str:
    return (
        str(source[0]) if isinstance(source, list) and len(source) == 1 else source if isinstance(source, str) else ""
    )


def gone(came: Iterable[Came], matched: Collection[Path], log: str, others: Collection[str], not_read: Collection[str]) -> list[Came]:  # fmt: skip
    """Which entries came from a log and stand in no row of it that was taken in.

    Args:
        came: the entries that came from logs.
        matched: where those stand that a row was known again as.
        log: the name of the log.
        others: the names of other logs that are read beside it.
        not_read: sheets of the log that were not read, of which nothing is known.
    """
    by_log: dict[str, list[Came]] = {}
    for one in came:
        by_log.setdefault(one.log, []).append(one)
    found = []
    for name, entries in by_log.items():
        # A log that was given another name is known by its rows.
        same = name == log or (name not in others and sum(e.path in matched for e in entries) * 2 >= len(entries))
        found += [e for e in entries if same and e.path not in matched and e.sheet not in not_read]
    return found


def placed(text: str, entries: Iterable[Came], name: str) -> list[Came]:
    """The same entries with their lines; an entry that stood alone may have become the first of a list."""
    document = load.read(text, name)
    made = []
    for one in entries:
        path = one.path
        if isinstance(_at(document.tree, path), list):
            path = (*path, 0)
        made.append(Came(path, one.log, one.sheet, one.row, document.at(path)[0]))
    return made


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def without_gone(text: str, entries: Iterable[Came], name: str) -> tuple[str, list[Came], list[tuple[Came, str]]]:
    """The text of a file without these entries, those that were taken out, and those that had to stay, with why."""
    out, stay = [], []
    for one in sorted(entries, key=lambda e: e.line, reverse=True):
        document = load.read(text, name)
        if one.path[0] == "sources" and one.path[1] in _named(document.tree):
            stay.append((one, _("other answers name it as what shows them")))
            continue
        holds = _at(document.tree, one.path[:-2]) if one.path[-2:-1] == ("entries",) else {}
        if len(_at(document.tree, one.path[:-1])) == 1 and "complete" in holds:
            stay.append((one, _("it is the last one of a list that is said to be complete")))
            continue
        try:
            text = editing.taken_out(text, one.path, name)
        except editing.CannotInsert as problem:
            stay.append((one, str(problem)))
            continue
        out.append(one)
    return text, out[::-1], stay[::-1]


def _named(tree: Any) -> set[str]:
    """The names of all sources that something in a file names."""
    found: set[str] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        waiting += node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        if isinstance(node, dict) and "source" in node:
            told = node["source"]
            found |= set(map(str, told if isinstance(told, list) else [told]))
    return found
