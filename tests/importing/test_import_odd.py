"""Logs as messy as teams keep them: nearly every cell is placed or named, none goes to a wrong place without a word."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
from collections import Counter
from functools import cache
from itertools import permutations
from typing import Any

import pytest
from further_logs import FURTHER
from logs import PROJECT, TODAY, columns, tree, xlsx
from odd_logs import BOOKS
from public_logs import PUBLIC
from support import rows

from involve_audit.importing.into import put_in
from involve_audit.importing.log_rows import LogFound, entries_of, left_out_columns
from involve_audit.importing.workbook import letters
from involve_audit.load import read, read_project
from involve_audit.project.values import read_dates

pytest.importorskip("python_calamine", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
pytest.importorskip("openpyxl", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")

GOOD = ("placed", "kept", "named")
_FROM = re.compile(r"From (?:row (\d+)|column ([A-Z]+))(?: of sheet (.+))?$")
_WHERE = re.compile(r"(?:sheet (.+), )?row (\d+)$")


def plain(value: Any) -> str:
    return " ".join(str(value).split()).casefold()


def same(told: str, wanted: str, key: str) -> bool:
    if key in ("when", "date", "told_back"):
        try:
            one, other = read_dates(told), read_dates(wanted)
        except (ValueError, TypeError):
            return plain(told) == plain(wanted)
        return (one.first, one.last, one.happened) == (other.first, other.last, other.happened)
    return plain(told) == plain(wanted) or (key == "title" and plain(told).endswith(plain(wanted)))


class Log:
    """One of the logs, put into a project file, and what became of each of its cells."""

    def __init__(self, book: dict[str, Any]) -> None:
        self.across = bool(book["more"].get("across"))
        sheets = book["sheets"]
        if isinstance(sheets, str):
            data = sheets.encode()
            rows = csv.reader(io.StringIO(sheets.lstrip("\ufeff")), delimiter=book["more"].get("delim", ","))
            self.grid: dict[str, list[list[Any]]] = {"": list(rows)}
        else:
            data = xlsx(sheets, merge=book["more"].get("merge"), hidden=book["more"].get("hidden", ()))
            self.grid = sheets
        mapped = columns(data, book["name"])
        found = LogFound()
        found.remarks += left_out_columns(mapped)
        for one in mapped:
            entries_of(one, TODAY, (), found)
        put = put_in(PROJECT, found, book["name"], "project.yaml")
        read_project(read(put.text))
        self.text = plain(put.text)
        self.remarks = [*found.remarks, *put.remarks]
        self.read = {one.sheet.name for one in mapped}
        self.pay = plain(tree(put).get("reward", {}))
        self.entries: dict[tuple[str, str], dict[str, str]] = {}
        for entry in _listed(tree(put)):
            note, where = str(entry.get("note", "")), str(entry.get("where", ""))
            if at := _FROM.search(note):
                self.entries[(at[3] or "", at[1] or at[2])] = entry
            elif at := _WHERE.search(where):
                self.entries[(at[1] or "", at[2])] = entry
        self.expected: dict[tuple[str, int, int], tuple[str, str]] = {}
        self.heads: dict[tuple[str, int, int], str] = {}
        for sheet, head, wanted, rows, other in book["plan"]:
            heads = {column: self.cell(sheet, head, column) for column in wanted}
            places = {(r, c): w for r in rows for c, w in wanted.items()} | other
            for (row, column), want in places.items():
                cell = self.cell(sheet, row, column)
                self.heads[(sheet, row, column)] = heads.get(column, "")
                if cell or isinstance(want, tuple):
                    key, value = want if isinstance(want, tuple) else (want, cell)
                    self.expected[(sheet, row, column)] = (key, value)

    def cell(self, sheet: str, row: int, column: int) -> str:
        cells = self.grid[sheet][row - 1]
        value = cells[column] if column < len(cells) else None
        value = value.date() if isinstance(value, dt.datetime) else value
        return "" if value is None else value.isoformat() if isinstance(value, dt.date) else str(value)

    def became(self, sheet: str, row: int, column: int) -> str:
        """What became of a cell: placed, kept (in the note of its entry), named, misplaced, leaked or vanished."""
        key, wanted = self.expected[(sheet, row, column)]
        cell = self.cell(sheet, row, column) or wanted
        entry = self.entries.get((sheet, letters(column) if self.across else str(row)), {})
        note = plain(entry.get("note", ""))
        if key == "out":
            return "leaked" if plain(cell) in self.text else "placed"
        if key in entry and same(entry[key], wanted, key):
            return "placed"
        elsewhere = [
            k
            for k, told in entry.items()
            if k not in ("note", "source", "where", "kind") and plain(told) == plain(cell)
        ]
        if key == "drop":
            return "misplaced" if elsewhere else "placed"
        if elsewhere:
            return "misplaced"
        if plain(cell) in note or (key in ("rate", "form") and plain(wanted) in self.pay):
            return "placed" if key in ("note", "rate", "form") else "kept"
        at = (f"row {row}", f"column {letters(column)}")
        named = any(
            plain(r.heading) in (plain(self.heads.get((sheet, row, column), "")), plain(at[1]))
            or re.search(rf"{at[0]}\b", r.place)
            for r in self.remarks
        )
        return "named" if named or sheet not in self.read else "vanished"

    def unexpected(self) -> list[str]:
        """Entries of rows that are none, and answers that no cell of their row holds."""
        found = []
        for (sheet, row), entry in self.entries.items():
            keys = {
                key
                for (s, r, c), (key, _) in self.expected.items()
                if (s, letters(c) if self.across else str(r)) == (sheet, row)
            }
            if not keys - {"drop", "out"}:
                found.append(f"{sheet} {row}: {entry}")
            found += [
                f"{sheet} {row}: {key}: {entry[key]}"
                for key in entry.keys() - {"note", "source", "where", "kind", "by", "title", "date"} - keys
            ]
        return found


def _listed(file: dict[str, Any]) -> list[dict[str, Any]]:
    lines = file.get("reward", {}).get("budget", {}).get("lines")
    told = [file.get("influence", {}).get("log"), file.get("power", {}).get("decisions"), lines]
    lists = [x.get("entries", [x]) if isinstance(x, dict) else x or [] for x in told]
    return [*file.get("sources", {}).values(), *(entry for entries in lists for entry in entries)]


LOGS = [*BOOKS, *FURTHER, *PUBLIC]


@cache
def log_of(number: int) -> Log:
    return Log(LOGS[number])


@rows("number", range(len(LOGS)))
def test_no_cell_of_a_messy_log_goes_to_a_wrong_place_without_a_word(number):
    log = log_of(number)
    went = {at: log.became(*at) for at in log.expected}
    assert {at: (word, log.expected[at]) for at, word in went.items() if word not in GOOD} == {}
    assert log.unexpected() == []


def test_nearly_every_cell_of_messy_logs_is_placed_or_asked_about():
    """Placed or kept with its heading; what is only named is told apart, and is little."""
    went = Counter(log.became(*at) for log in map(log_of, range(len(LOGS))) for at in log.expected)
    assert sum(went.values()) > 1000
    assert (went["placed"] + went["kept"]) / sum(went.values()) > 0.9
    assert sum(went[word] for word in GOOD) == sum(went.values())


TABLES = {
    "log": (["Date", "What was said", "What changed"], ["2 May 2025", "Point {}", "Change {}"]),
    "decisions": (["Date", "Decision", "Decided by"], ["3 May 2025", "Decision {}", "Patients"]),
    "meetings": (["Date", "Activity", "Number attending"], ["4 May 2025", "Meeting {}", "9"]),
    "payments": (["Date", "What for", "Rate"], ["5 May 2025", "Reading {}", "£25"]),
}


@pytest.mark.parametrize(
    "unknown", [(), (0,), (1,), (0, 1)], ids=["all known", "not in the first", "not in the second", "in neither"]
)
def test_no_table_vanishes_above_or_below_another_whose_headings_are_known_better(unknown):
    """With a heading that is not known in one of them, too, or in both; with a title above the second, or without."""
    gone = []
    for first, second in permutations(TABLES, 2):
        for title in ([], [["Further down"]]):
            rows: list[list[Any]] = []
            for n, name in enumerate((first, second)):
                heads, row = TABLES[name]
                rows += [[], *title] if n else []
                rows.append([*heads, "Zebra"] if n in unknown else heads)
                rows += [
                    [cell.format(f"{name} {k}") for cell in row] + (["striped"] if n in unknown else []) for k in (1, 2)
                ]
            found = LogFound()
            for one in columns(xlsx({"All": rows}), "all.xlsx"):
                entries_of(one, TODAY, (), found)
            text = put_in(PROJECT, found, "all.xlsx", "project.yaml").text
            gone += [
                (first, second, title, row)
                for row in rows
                if len(row) > 2 and row[1][-1] in "12" and row[1] not in text
            ]
    assert gone == []


NO_CHANGES = """\
No difference seen so far
No visible effect on recruitment
Unchanged
Still the same posters
Stays as it is
Looking for a room
We are working on it
Being rewritten
Will be in the next version
To be decided in June
Planned to start in May
Hoping to find the money""".splitlines()
CHANGES = """\
No longer asked at night
Not only shortened but also translated
Stills taken out of the film
Willow room booked
Planting days moved to Sunday
Being on time is now a rule""".splitlines()


def test_what_is_the_same_under_way_or_still_to_come_is_no_change():
    rows = [
        ["What was said", "What changed"],
        *([f"Point {n}", cell] for n, cell in enumerate([*NO_CHANGES, *CHANGES])),
    ]
    found = LogFound()
    for one in columns(xlsx({"Log": rows})):
        entries_of(one, TODAY, (), found)
    changed = [made.value.get("changed") for made in found.made]
    assert [c for c in changed if c and c != "none"] == CHANGES
    assert len({r.place for r in found.remarks}) >= len(NO_CHANGES) - 1
