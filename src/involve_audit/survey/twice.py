"""Whether the same answers were handed in twice: in two tables, or two times in one.

A second download holds the first, and perhaps one answer more. Counted twice, three people would be six, and what each
of them said would pass the limit for small numbers. Delimiter, encoding, the order of columns and rows, capitals and the
way in which a date is written make no difference.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext
from involve_audit.survey.collect import Refused
from involve_audit.survey.meanings import QUOTE, WORDS, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from involve_audit.survey.collect import Round
    from involve_audit.survey.survey import AnswerSheet

_IDS = frozenset(
    ("id", "response id", "responseid", "unique response number", "urn", "submission id", "entry id", "instance id", "instanceid", "uuid",
     "formhub uuid", "meta instanceid", "meta rootuuid", "record id", "key", "respondent id", "response number")
)  # fmt: skip
"""Columns in which a survey tool numbers the answers."""
_LONG = 20
"""Two people do not write the same text of so many characters."""
_DAY = re.compile(r"\b(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})\b")
_TIME = re.compile(r"\b(\d{1,2}):(\d\d)(?::(\d\d))?")
_SERIAL = re.compile(r"4\d{4}\.\d{1,12}")
_BY_CHANCE = 4
"""So many different rows do not come again in the same order by chance."""
_SEVERAL = 3
"""So many rows with times or sentences of their own do not come again in the same order either."""
_OTHER_PEOPLE = _("If they are different people, put all rows into one table")


@dataclass(frozen=True)
class _Counted:
    """The people of one table: where each stands, and what each row says, column by column."""

    name: str
    lines: tuple[int, ...]
    rows: tuple[Mapping[str, str], ...]

    @property
    def columns(self) -> set[str]:
        return {column for row in self.rows for column, said in row.items() if said}


def check(read: Sequence[tuple[AnswerSheet, Mapping[str, tuple[int, ...]], Round]]) -> None:
    """Refuse tables, and rows, that hold the same answers twice.

    Args:
        read: each table, which of its columns hold what, and the people who were counted in it.

    Raises:
        Refused: somebody would be counted twice.
    """
    counted = [_counted(*each) for each in read]
    for each in counted:
        _within(each)
    for one, other in combinations(counted, 2):
        _between(one, other)


def _counted(sheet: AnswerSheet, columns: Mapping[str, tuple[int, ...]], found: Round) -> _Counted:
    from involve_audit.survey.survey import plain

    target_of = {n: target for target, numbers in columns.items() for n in numbers}
    cells_of = dict(sheet.rows)
    # A number that the tool gave is known by its own name: `id. Response ID`.
    called = [
        next((p for p in map(plain, names) if p in _IDS), plain(header))
        for header, names in zip(sheet.headers, sheet.names, strict=True)
    ]
    rows = []
    for line, person in found.counted:
        row = {f"= {target}": opinion for target, opinion in person.opinions.items()}
        if person.label:
            row["= label"] = person.label
        for number, cell in enumerate(cells_of[line]):
            target = target_of.get(number)
            if target == WORDS:
                row[f"= words {plain(sheet.headers[number])}"] = fold(cell)
            elif target is None or target == QUOTE:
                row[called[number]] = _same(cell)
        rows.append(row)
    return _Counted(sheet.name, tuple(line for line, _ in found.counted), tuple(rows))


def _same(cell: str) -> str:
    """What a cell says, however a spreadsheet has written it anew."""
    if _SERIAL.fullmatch(cell):
        # A spreadsheet that lost the format of a date leaves its number, in days since the end of 1899.
        at = dt.datetime(1899, 12, 30) + dt.timedelta(minutes=round(float(cell) * 86400) // 60)
        return f"{sorted((at.year % 2000, at.month, at.day))} {at.hour}:{at.minute:02}"
    day, time = _DAY.search(cell), _TIME.search(cell)
    if not day:
        return " ".join(cell.casefold().split())
    numbers = sorted(int(n) % 2000 if len(n) == 4 else int(n) for n in day.groups())
    hour = int(time[1]) if time else 0
    if time and re.search(r"(?i)\bp\.?m\b", cell):
        hour = hour % 12 + 12
    elif time and re.search(r"(?i)\ba\.?m\b", cell):
        hour %= 12
    return f"{numbers} {hour}:{time[2] if time else '00'}"


def _tells(column: str, said: str) -> bool:
    """Whether something that stands in two rows shows that they are one person's."""
    if column.startswith("= words"):
        return len(said) >= _LONG
    if column.startswith("="):
        return False
    if column in _IDS:
        return len(said) >= 6
    return len(said) >= _LONG or bool(re.fullmatch(r"\[.*\] (?!0:00)\d{1,2}:\d\d", said))


def _within(table: _Counted) -> None:
    """Refuse a table in which an answer stands twice."""
    for column in table.columns & _IDS:
        seen: dict[str, int] = {}
        for line, row in zip(table.lines, table.rows, strict=True):
            said = row.get(column, "")
            if said and said in seen:
                raise Refused(
                    _(
                        "{table}:{line}: this is the same answer as in line {seen}, by the number that the survey tool gave it. One person would be counted twice: keep one of the two",
                        table=table.name,
                        line=line,
                        seen=seen[said],
                    )
                )
            seen[said] = line
    keys = [_key(row) for row in table.rows]
    again = _pasted(keys)
    if again and again * 2 < len(keys):
        raise Refused(
            ngettext(
                "{table}: {number} row stands there twice. Perhaps an older export stands above or below a newer one, which holds it. The same people would be counted twice: export the table again",
                "{table}: {number} rows stand there twice, in the same order. Perhaps an older export stands above or below a newer one, which holds it. The same people would be counted twice: export the table again",
                again,
                table=table.name,
                number=again,
            )
        )
    if again or (
        len(keys) > 3
        and all(n % 2 == 0 for n in Counter(keys).values())
        and all(any(_tells(*c) for c in r.items()) for r in table.rows)
    ):
        raise Refused(
            _(
                "{table}: every row stands there twice. The same people would be counted twice: export the table again",
                table=table.name,
            )
        )


def _pasted(keys: Sequence[tuple[tuple[str, str], ...]]) -> int:
    """How many rows of an export were put above or below one that holds them; 0 where nothing shows it.

    A newer export holds the older one at its beginning or, where it begins with what came last, at its end.
    """
    number = len(keys)
    for size in range(number // 2, 1, -1):
        first, last = keys[:size], keys[-size:]
        if first in (keys[size : 2 * size], last):
            block = first
        elif last == keys[-2 * size : -size]:
            block = last
        else:
            continue
        # Nobody answers twice in the same minute, so two of them do for what is more than a row or two.
        told = {said for key in block for column, said in key if _tells(column, said)}
        sure = len(told) > 1 and size >= _SEVERAL and all(any(_tells(*cell) for cell in key) for key in block)
        if len(set(block)) >= (2 if sure else _BY_CHANCE):
            return size
    return 0


def _key(row: Mapping[str, str], columns: set[str] | None = None) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((c, s) for c, s in row.items() if s and (columns is None or c in columns)))


def _between(one: _Counted, other: _Counted) -> None:
    """Refuse two tables in which the same people answered."""
    shared = one.columns & other.columns
    if not shared or not one.rows or not other.rows:
        return
    small, large = sorted((one, other), key=lambda t: len(t.rows))
    few, many = (Counter(_key(row, shared) for row in t.rows) for t in (small, large))
    if not few - many:
        same = (
            _("hold the same rows")
            if len(small.rows) == len(large.rows)
            else _("overlap: {small} stands whole in {large}", small=small.name, large=large.name)
        )
        raise Refused(
            _(
                "{one} and {other} {same}. The same people would be counted twice: leave one of them out. {advice}",
                one=one.name,
                other=other.name,
                same=same,
                advice=_OTHER_PEOPLE,
            )
        )
    for column in sorted(shared):
        lines = {row[column]: line for line, row in zip(one.lines, one.rows, strict=True) if row.get(column)}
        for line, row in zip(other.lines, other.rows, strict=True):
            said = row.get(column, "")
            if said not in lines or not _tells(column, said):
                continue
            twin = one.rows[one.lines.index(lines[said])]
            if column in _IDS or _key(twin, shared) == _key(row, shared):
                raise Refused(
                    _(
                        "{other}:{line}: the same answer stands in {one}, line {lines}. One person would be counted twice: leave one of the two tables out. {advice}, each of them once",
                        other=other.name,
                        line=line,
                        one=one.name,
                        lines=lines[said],
                        advice=_OTHER_PEOPLE,
                    )
                )
