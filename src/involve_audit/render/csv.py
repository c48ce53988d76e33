"""The findings as a table for a spreadsheet: one row each, in CSV as RFC 4180 has it, UTF-8."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from involve_audit.render import machine, words
from involve_audit.tables import BEGINS_A_FORMULA

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.results.audit import Audit

COLUMNS = (
    "file",
    "line",
    "column",
    "level",
    "state",
    "rule",
    "title",
    "says",
    "asks",
    "first_step",
    "waived",
    "baseline",
    "rubric",
    "rubric_sha256",
)


def render(audits: Sequence[Audit], *, problems: Sequence[machine.NotAudited] = ()) -> str:
    """A header, a row for each finding, and one for whatever could not be audited."""
    rows: list[tuple[str | int, ...]] = [
        (
            one.file, f.line, f.column, f.level, f.state, f.rule, f.title, f.says, f.asks, f.lifts,
            f.suppressed.justification if f.waived and f.suppressed else "", f.baseline, *one.rubric,
        )
        for one in machine.found(audits)
        for f in (one.finding,)
    ]  # fmt: skip
    rows += [
        (
            machine.portable(p.file),
            p.line or "",
            p.column or "",
            "error",
            "not audited",
            p.rule,
            machine.PROBLEMS[p.kind],
            p.says,
            "",
            "",
            "",
            "",
            "",
            "",
        )
        for p in problems
    ]
    return "".join(map(line, (COLUMNS, *rows)))


def line(values: Iterable[str | float]) -> str:
    """A line of a table, with its end."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(
        [value if isinstance(value, (int, float)) else cell(value) for value in values]
    )
    return out.getvalue()


def cell(value: str) -> str:
    """Text that stays text: a spreadsheet would take what begins with such a mark for a formula, and run it.

    >>> cell("=1+1")
    "'=1+1"
    """
    text = words.plain(value)
    return f"'{text}" if text.startswith(BEGINS_A_FORMULA) else text
