"""The table of many projects as a spreadsheet (.xlsx): the projects, each condition of the policy, and what is so across all.

Whatever comes from a file is text: a cell that begins with `=` would otherwise be run as a formula by whoever opens it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.portfolio import table_page
from involve_audit.portfolio.rows import ProjectRow
from involve_audit.portfolio.titles import NOT_A_TABLE_OF_WINNERS, NOT_PEOPLE, THREE_STATES
from involve_audit.render import words
from involve_audit.tables import xlsx
from involve_audit.tables.xlsx import Cell, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from involve_audit.portfolio.rows import Unread
    from involve_audit.portfolio.titles import Titles
    from involve_audit.portfolio.totals import Totals

LONGEST = 32_000
"""So many characters fit into a cell of a spreadsheet, with some to spare."""
_HEADS = (
    _("No."), _("Project"), _("Reference"), _("File"), _("Phase"), _("Verdict"), _("Still possible, and not told"), _("Called"), _("Do the words fit?"),
    _("Pay"), _("Pay: more"), _("Budget for involvement"), _("Budget: more"), _("Budget: amount"), _("Lead of involvement"), _("Lead: more"),
    _("Who is in the deciding room"), _("Deciding room: more"), _("Policy"), _("Conditions met"), _("Conditions not met"), _("Conditions not told"),
    _("Handed in more than once?"), _("Could not be audited"), _("Report"),
)  # fmt: skip
_WIDTHS = (5, 36, 16, 24, 10, 22, 40, 20, 16, 18, 22, 18, 22, 12, 20, 18, 26, 40, 12, 11, 11, 11, 30, 30, 24)


def render_bytes(
    rows: Iterable[ProjectRow | Unread],
    across: Totals,
    titles: Titles,
    date: str,
    links: Mapping[str, str] | None = None,
) -> Iterator[bytes]:
    """The whole spreadsheet. The order is that in which the projects were given; each sheet can be filtered."""
    found = list(rows)
    yield xlsx.written(
        (_projects(found, across, titles, links or {}), _conditions(found, titles), _across(across, titles), _about(across, titles, date)),
        date,
    )  # fmt: skip


def _cell(value: str | float | None, *, bold: bool = False, link: str = "") -> Cell:
    """A cell: a number, or text without what a terminal or a spreadsheet could take for more."""
    if value is None or isinstance(value, (int, float)):
        return Cell(value)
    text = words.plain(value).encode("utf-8", "replace").decode("utf-8")
    return Cell(text[:LONGEST], bold, link)


def _table(name: str, heads: Sequence[str], widths: Sequence[float], rows: Iterable[list[Cell]]) -> Sheet:
    """A sheet with its heads, which stay in sight and can be filtered by."""
    lines = [[_cell(head, bold=True) for head in heads], *rows]
    return Sheet(name, lines, widths, heads=True, beside=2, filtered=True)


def _projects(found: list[ProjectRow | Unread], across: Totals, titles: Titles, links: Mapping[str, str]) -> Sheet:
    lines = []
    for n, row in enumerate(found, 1):
        same = "; ".join(across.alike.of(row.file))
        link = links.get(row.file, "")
        if isinstance(row, ProjectRow):
            verdict, *more = table_page.verdict_parts(row, titles)
            told: list[str | float | None] = [
                n, row.title, row.reference or "not told", row.file, row.phase or "not told", verdict, "; ".join(more),
                table_page.called_says(row), row.label, row.pay.word, row.pay.more, row.budget.word, row.budget.more, row.amount,
                row.lead.word, row.lead.more, row.room.word, row.room.more, row.policy,
                *(len(ids) for ids in table_page.conditions(row).values()), same, "",
            ]  # fmt: skip
        else:
            told = [n, "", "", row.file, *[""] * 18, same, table_page.unread_says(row)]
        cells = [_cell(value) for value in told]
        lines.append([*cells, _cell("report", link=link) if link else Cell(None)])
    return _table(_("Projects"), _HEADS, _WIDTHS, lines)


def _conditions(found: list[ProjectRow | Unread], titles: Titles) -> Sheet:
    """Each project with each condition: met, not met, not told, or not asked for yet."""
    rows = [row for row in found if isinstance(row, ProjectRow)]
    asked = {c for row in rows for ids in table_page.conditions(row).values() for c in ids}
    ids = [*(c for c in titles.conditions if c in asked), *sorted(asked - titles.conditions.keys())]
    heads = (_("Project"), _("File"), *(words.capital(titles.conditions.get(c, c)) for c in ids))
    lines = []
    for row in rows:
        states = {c: state for state, mine in table_page.conditions(row).items() for c in mine}
        told = (row.title or row.file, row.file, *(states.get(c, "not asked for yet") for c in ids))
        lines.append([_cell(value) for value in told])
    return _table(_("Conditions"), heads, (36, 24, *[18] * len(ids)), lines)


def _across(across: Totals, titles: Titles) -> Sheet:
    rows: list[list[Cell]] = []
    for title, says, heads, lines in table_page.blocks(across, titles):
        rows += [[_cell(title, bold=True)], [_cell(says)], [_cell(head, bold=True) for head in heads]]
        rows += [[Cell(int(cell)) if cell.isdecimal() else _cell(cell) for cell in line] for line in lines]
        rows.append([])
    return Sheet(_("Across all"), rows, (70, 14, 14, 14))


def _about(across: Totals, titles: Titles, date: str) -> Sheet:
    """How it was made, and what else was handed in."""
    notes = (
        table_page.headline(across), _("As of {day}. Judged by: {rubric}.", day=words.day(date), rubric=titles.rubric), NOT_A_TABLE_OF_WINNERS,
        THREE_STATES, titles.policy_asks, NOT_PEOPLE, table_page.unread_next(across), *table_page.alike_lines(across), *table_page.beside_says(across),
        words.MIRROR,
    )  # fmt: skip
    return Sheet(_("About"), [[_cell(note)] for note in notes if note], (110,))
