"""Which row of a sheet holds its headings, and what each of its columns is taken for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from involve_audit.importing import choices, headings, sheet_dates
from involve_audit.importing.headings import ACTIVITIES, BUDGET, DECISIONS, LOG, PAYMENTS, ROLES, roles_of
from involve_audit.language import _
from involve_audit.survey.identifying import identifying_column, tells_people_apart
from involve_audit.survey.set_apart import column_decides

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from involve_audit.importing.workbook import SheetRow, WorkbookSheet

_LOOKED_AT = 40
"""So many rows may stand above the headings: a title, a logo, how to fill it in."""
_SEVERAL = frozenset(("note", "source", "contributors", "hours", "amount", "leave out", "person", "room"))
"""What more than one column of a sheet may hold."""
_SIDES = frozenset(("by", "decided_by", "set_aside_by"))
_DETAILS = frozenset(("contributors", "hours", "amount", "rate", "form"))
_ONLY_IN = {
    DECISIONS: frozenset(("when", "when_and_how", "stage", "about", "source", "disputed", "decision", "decided_by", "announced_as", "became", "set_aside_by", "reason", "reopened", "room", "note", "leave out", "person")),
    ACTIVITIES: frozenset(("when", "when_and_how", "room", "activity", "note", "leave out", "person", "source", "rate", "form", "contributors", "hours", "amount")),
    BUDGET: frozenset(("item", "cost", "note", "leave out", "person", "source")),
}  # fmt: skip
_ONLY_IN[PAYMENTS] = _ONLY_IN[ACTIVITIES]


_TOTAL = re.compile(r"(?:grand |sub[- ]?)?totals?:?", re.IGNORECASE)
_OF_PAY = re.compile(r"pay|expens|fee|claim|reimburs|honorari", re.IGNORECASE)
_OF_A_CHECKLIST = re.compile(r"section and topic|reported on page|page (?:no\.?|number) reported|GRIPP", re.IGNORECASE)
"""The GRIPP2 checklist asks where a paper reports something; it is no log of what people said."""
_RUNNING = re.compile(r"[A-Za-z]{0,4}[-. #]?[0-9]{1,4}")
"""How rows are numbered."""


_ACTION = re.compile(r"(?:agreed |next )?actions?\b|action owner\b|(?:by whom|owner|due|due date)$")
_PLANNED = re.compile(r"\b(?:planned|proposed|expected|provisional|intended|target|forecast)\b", re.IGNORECASE)
_COMMENTS = frozenset(("comment", "comments", "input", "message"))
"""What is a remark elsewhere, and beside what came of it is what was said."""
_DUE = re.compile(r"by when|when by|due|due by|due date|deadline|target date")
_STATE = re.compile(r"status|progress|state|done|completed?|action status|action completed?|rag|rag status")
"""In a list of decisions and the actions that follow: headings of the actions, and of how far these are."""


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    Attributes:
        number: from 0.
        heading: as it stands there, with what stands above it for several columns.
        role: what it holds; empty where nobody knows.
        why: why it is not taken as its heading says; empty where it is.
        full: in how many of its rows something stands.
        told: whether somebody said so, with `--map` or in a mapping that was kept.
        personal: whether it is left alone because it may hold what says who somebody is.
    """

    number: int
    heading: str
    role: str
    why: str = ""
    full: int = 0
    told: bool = False
    personal: bool = False


@dataclass(frozen=True)
class MappedSheet:
    """A sheet with its columns.

    Attributes:
        sheet: the sheet.
        kind: what sort of log it is.
        row: the number of the row with the headings.
        columns: what the columns hold.
        rows: the rows below the headings.
        above: how many cells stand above the headings and were not read.
    """

    sheet: WorkbookSheet
    kind: str
    row: int
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    above: int = 0

    def of(self, role: str) -> tuple[Column, ...]:
        """The columns that hold something."""
        return tuple(c for c in self.columns if c.role == role)


def tables(sheet: WorkbookSheet, told: Mapping[str, str]) -> list[MappedSheet]:
    """The tables of a sheet with the meaning of their columns: people also put one below the other.

    Args:
        sheet: the sheet.
        told: roles by plain headings, as somebody said them.
    """
    starts: list[int] = []
    before: tuple[str, ...] = ()
    for n, row in enumerate(sheet.rows):
        cells = tuple(filter(None, row.cells))
        if len(cells) < 2 or not all(len(c) <= 60 and _is_heading(c, told) for c in cells):
            continue
        # A title may stand between the blank rows and the headings.
        first = n - 1 if n and len(list(filter(None, sheet.rows[n - 1].cells))) == 1 else n
        apart = first > 0 and sheet.rows[first].number > sheet.rows[first - 1].number + 1
        if not before:
            before = cells
            if apart and _is_table(replace(sheet, rows=sheet.rows[:first]), told):
                starts.append(first)  # the headings of the table above are not all known
        elif apart and cells != before:
            starts.append(first)
            before = cells
    found = []
    for start, end in zip([0, *starts], [*starts, len(sheet.rows)], strict=True):
        rows = sheet.rows[start:end]
        lines = (0 if not start else rows[0].number, sheet.rows[end].number if end < len(sheet.rows) else 10**9)
        unread = tuple(u for u in sheet.unread if lines[0] <= u[0] < lines[1])
        one = mapped(replace(sheet, rows=rows, unread=unread), told)
        if one is not None:
            found.append(one)
    return found


def _is_table(above: WorkbookSheet, told: Mapping[str, str]) -> bool:
    """Whether what stands above some headings is a table of its own, and no title, guidance or details of the study."""
    found = _with_headings(above, told)
    return found is not None and sum(sum(map(bool, row.cells)) > 2 for row in found.rows) > 1


def mapped(sheet: WorkbookSheet, told: Mapping[str, str]) -> MappedSheet | None:
    """One table with the meaning of its columns; None where no headings are known in it.

    Args:
        sheet: the sheet.
        told: roles by plain headings, as somebody said them.
    """
    if any(_OF_A_CHECKLIST.search(c) for row in sheet.rows[:8] for c in row.cells):
        return None
    found = _with_headings(sheet, told)
    if sheet.across:
        return found
    turned = sheet.turned()
    labels = turned.rows[0].cells if turned.rows else ()
    # A form has its headings in the first column. Three are needed: a few words below each other may be anything.
    # And no form adds up, or lists what things cost. Where a row looks like headings too, the one is read that holds more
    # different ones: of a question with an answer for each meeting, the answers may look like headings.
    known = sum(_is_heading(c, told) for c in labels)
    heads = _different(found.sheet.rows[_at(found)].cells, told) if found else 0
    if known >= 3 and not any(map(_TOTAL.fullmatch, labels)) and (found is None or _different(labels, told) > heads):
        across = _with_headings(turned, told)
        if across is not None and across.kind != BUDGET:
            return across
    return found


def _at(found: MappedSheet) -> int:
    """Which of the rows of its sheet holds the headings of a table."""
    return next(n for n, row in enumerate(found.sheet.rows) if row.number == found.row)


def _different(cells: Sequence[str], told: Mapping[str, str]) -> int:
    """How many different things the headings among some cells speak of."""
    return len({(told.get(headings.plain(c)) or roles_of(c)[0]) for c in cells if _is_heading(c, told)})


def _is_heading(cell: str, told: Mapping[str, str]) -> bool:
    return bool(cell) and len(cell) <= 200 and (headings.is_known(cell) or headings.plain(cell) in told)


def _with_headings(sheet: WorkbookSheet, told: Mapping[str, str]) -> MappedSheet | None:
    best: tuple[float, int, list[str], list[str]] | None = None
    for n, row in enumerate(sheet.rows[:_LOOKED_AT]):
        names, groups = _names(sheet, n)
        own = sum(_is_heading(c, told) for c in row.cells)
        hits = {headings.plain(name) for name in names if _is_heading(name, told)}
        filled = sum(map(bool, names))
        # A row of a log is longer than its headings, and a sentence that explains stands alone.
        long = sum(len(c) > 120 for c in row.cells)
        if own and _among_others(sheet, n):
            continue
        if own and len(hits) >= 2 and filled >= 2 and len(hits) * 3 >= filled and not long:
            score = len(hits) + len(hits) / filled
            if best is None or score > best[0] + 0.5:
                best = (score, n, names, groups)
    if best is None:
        return None
    _, at, names, groups = best
    rows = _filled_down(sheet, sheet.rows[at + 1 :])
    above = sum(bool(c) for r in sheet.rows[:at] for c in r.cells)
    # What stands right above for several columns was read with the headings.
    above -= len({g for g in groups if g}) + sum(
        bool(name) and not sheet.rows[at].cell(k) for k, name in enumerate(names)
    )
    width = max((len(names), *(len(r.cells) for r in rows)))
    names += [""] * (width - len(names))
    groups += [""] * (width - len(groups))
    columns = _columns(names, groups, rows, told, sheet.hidden_columns)
    kind = _kind(columns, sheet.name)
    columns = _fitted(columns, kind)
    return MappedSheet(sheet, kind, sheet.rows[at].number, tuple(columns), tuple(rows), max(above, 0)) if kind else None


def _among_others(sheet: WorkbookSheet, at: int) -> bool:
    """Whether a row stands below others that are as full, without a blank row between: it is one of them, and no headings."""
    full, number, above = sum(map(bool, sheet.rows[at].cells)), sheet.rows[at].number, 0
    for row in reversed(sheet.rows[:at]):
        if row.number != number - 1 or not any(row.cells):
            break
        number = row.number
        above += sum(map(bool, row.cells)) >= full
    return above > 1


def _filled_down(sheet: WorkbookSheet, rows: Sequence[SheetRow]) -> tuple[SheetRow, ...]:
    """The rows with what a cell over several rows says in each of them, as it does on the screen."""
    from involve_audit.importing.workbook import SheetRow as Made

    below: dict[int, dict[int, str]] = {}
    by_number = {r.number: r for r in rows}
    for top, left, bottom, right in sheet.merged:
        if left == right and bottom > top and top in by_number and (text := by_number[top].cell(left)):
            for number in range(top + 1, min(bottom, top + 1000) + 1):
                below.setdefault(number, {})[left] = text
    if not below:
        return tuple(rows)
    made = []
    for row in rows:
        more = below.get(row.number, {})
        width = max(len(row.cells), *(c + 1 for c in more)) if more else 0
        cells = tuple(row.cell(c) or more.get(c, "") for c in range(width)) if more else row.cells
        made.append(Made(row.number, cells))
    return tuple(made)


def _names(sheet: WorkbookSheet, at: int) -> tuple[list[str], list[str]]:
    """The headings in a row, and for each what stands above it for several columns."""
    row = sheet.rows[at]
    names = list(row.cells)
    groups = [""] * len(names)
    above = sheet.rows[at - 1] if at and sheet.rows[at - 1].number == row.number - 1 else None
    if above is None:
        return names, groups
    wide = {}
    for top, left, bottom, right in sheet.merged:
        if top <= above.number <= bottom:
            for column in range(left, right + 1):
                wide[column] = (left, bottom >= row.number)
    # What stands above every column is the title of the table, and tells none of them from the others.
    reach = [column for column, name in enumerate(names) if name]
    lefts = {wide.get(column, (column, False))[0] for column in reach}
    if reach and len(lefts) == 1 and len(reach) > 1 and not any(down for _, down in wide.values()):
        return names, groups
    short = all(len(c) <= 80 for c in above.cells) and sum(map(bool, above.cells)) > 1
    for column in range(max(len(names), len(above.cells))):
        if column >= len(names):
            names.append("")
            groups.append("")
        left, down = wide.get(column, (column, False))
        over = above.cell(left)
        if not over:
            continue
        if not names[column] and (down or (short and left == column)):
            names[column] = over
        elif (
            names[column]
            and over != names[column]
            and (left != column or (short and (wide or headings.is_known(over))))
        ):
            groups[column] = over
    return names, groups


def _columns(
    names: Sequence[str],
    groups: Sequence[str],
    rows: Sequence[SheetRow],
    told: Mapping[str, str],
    hidden: frozenset[int] = frozenset(),
) -> list[Column]:
    found = []
    for number, name in enumerate(names):
        cells = [c for r in rows if (c := r.cell(number))]
        label = " ".join((f"{groups[number]}: {name}" if groups[number] else name).split())
        if not label and not cells:
            continue
        said = told.get(headings.plain(label)) or told.get(headings.plain(name))
        identifying = identifying_column(name) or (identifying_column(label) if groups[number] else "")
        if headings.plain(name) in ("ref", "reference", "ref no", "reference number", "reference no") and all(
            map(_RUNNING.fullmatch, cells)
        ):
            identifying = ""  # it numbers the rows
        if identifying and said != "leave out" and tells_people_apart(cells, (name,)):
            why = _("it may hold {identifying}", identifying=identifying)
            found.append(Column(number, label, "", why, len(cells), personal=True))
            continue
        if number in hidden and not said and cells:
            found.append(Column(number, label, "", _("it is hidden in the sheet; --map takes it in"), len(cells)))
            continue
        if said:
            found.append(Column(number, label, said, "", len(cells), told=True))
            continue
        above = groups[number] if headings.plain(name) in _WHAT else ""
        roles = (
            _counted(groups[number], name, cells)
            or (roles_of(above) if above else ())
            or (roles_of(name) if name else ())
        )
        if "changed" in roles and cells and all(choices.is_yes_no(c) for c in cells):
            roles = ("answer",)  # whether something was changed, and not what
        if roles == ("person",) and cells and all(choices.is_blank(c) or choices.side("by", c) for c in cells):
            roles = ("by",)  # `By whom`: sides, and no names
        if roles and column_decides(label):
            roles = ("note",)  # `Who can see this?`: who may see it, and not who said it
        if roles and roles[0].startswith("when") and _PLANNED.search(label):
            roles = ("note",)  # what is planned has not been
        elif (
            set(roles) & {"activity", "room", "said", "changed", "by"} and cells and all(map(sheet_dates.is_day, cells))
        ):
            roles = ("when",)  # `For meeting on`: a day, whatever the heading speaks of
        found.append(Column(number, label, "|".join(roles), "" if roles else _("its heading is not known"), len(cells)))
    return found


_WHAT = frozenset(("what", "which", "detail", "details", "text"))
"""Headings that say nothing without what stands above them: `Decision: What`."""
_COUNTS = frozenset(("number", "no", "how many", "count", "n", "people", "attended", "attending", "present"))


def _counted(group: str, name: str, cells: Sequence[str]) -> tuple[str, ...]:
    """What a column of numbers counts, where its heading names people, or stands below one that does; nothing where it does not."""
    words = headings.plain(name)
    people = group if words in _COUNTS else name if words not in _COUNTS else ""
    if not people or not cells or not all(_NUMBERS.fullmatch(c) for c in cells):
        return ()
    if re.search(r"\b(?:staff|researchers?|professionals|clinicians)\b", headings.plain(people)):
        return ("note",)
    return ("contributors",) if headings.PEOPLE.fullmatch(headings.plain(people)) else ()


_NUMBERS = re.compile(r"(?:about |some |c\.? ?|~)?[0-9]{1,4}", re.IGNORECASE)


def _kind(columns: Sequence[Column], sheet: str) -> str:
    roles = {r for c in columns for r in c.role.split("|")}
    # A plain "Outcome" is one of whatever the list is about; what people said makes it what came of that.
    changes = any("changed" in c.role.split("|") and (c.told or plain_of(c) not in headings.OUTCOMES) for c in columns)
    if "said" in roles or (changes and "decision" not in roles):
        return LOG
    if "answer" in roles and any(plain_of(c) in _COMMENTS for c in columns):
        return LOG
    if "decision" in roles:
        return DECISIONS
    # A sum beside a date is what was paid; beside lines without a day it is what they are to cost.
    planned = "amount" in roles and not roles & {"when", "when_and_how", "rate", "hours", "room"}
    if "item" in roles and ("cost" in roles or planned) and "activity" not in roles:
        return BUDGET
    # What an activity cost is one thing that an activity log tells; a list of payments is about nothing else.
    of_activities = not _OF_PAY.search(sheet) and (
        "activit" in sheet.casefold()
        or any("activit" in plain_of(c) for c in columns if "activity" in c.role)
        or (
            "rate" not in roles
            and bool(roles & {"contributors", "hours"})
            and sum("amount" in c.role for c in columns) == 1
        )
    )
    if roles & {"amount", "rate"} and roles & {"when", "activity", "room", "when_and_how"} and not of_activities:
        return PAYMENTS
    if roles & {"activity", "when_and_how"} or ("when" in roles and roles & {"room", "contributors", "hours"}):
        return ACTIVITIES
    return ""


def plain_of(column: Column) -> str:
    """The heading of a column as plain words."""
    return headings.plain(column.heading)


def _fitted(columns: Sequence[Column], kind: str) -> list[Column]:
    """One role for each column, as it fits the sort of log."""
    only = _ONLY_IN.get(kind)
    made: list[Column] = []
    not_said = not any("said" in c.role.split("|") for c in columns)
    of_actions = kind == DECISIONS and any(_ACTION.match(plain_of(c)) for c in columns)
    columns = sorted(columns, key=lambda c: (_loose(c, kind), c.number))
    taken: dict[str, Column] = {c.role: c for c in reversed(columns) if c.told and c.full}
    for column in columns:
        if not column.role:
            made.append(column)
            continue
        if column.told:
            doubled = taken.get(column.role, column) is not column and column.role not in _SEVERAL
            why = _("another column holds {place} already", place=ROLES[column.role][0]) if doubled else ""
            made.append(replace(column, role="note", why=why) if doubled else column)
            continue
        roles = column.role.split("|")
        if kind == BUDGET and "cost" not in roles and "cost" not in taken:
            roles = ["cost" if r == "amount" else r for r in roles]
        fitting = (
            [r for r in roles if only is None or r in only]
            if kind != LOG
            else [r for r in roles if r not in ("became", "cost", "item")] or roles
        )
        role, why, personal = (fitting or ["note"])[0], "", column.personal
        if kind == LOG and not_said and plain_of(column) in _COMMENTS:
            role, not_said = "said", False  # beside what came of it, a comment is what was said
        elif (
            kind == DECISIONS
            and roles[0] == "activity"
            and plain_of(column).startswith(("meeting", "name of meeting", "meeting name"))
            and "room" not in taken
        ):
            role = "room"
        elif kind == LOG and plain_of(column) == "why" and any("answer" in c.role.split("|") for c in columns):
            role = "reason"  # why it was answered so
        elif kind == LOG and plain_of(column) == "who" and any(_DUE.fullmatch(plain_of(c)) for c in columns):
            role = "person"  # who is to do it by then
        elif of_actions and _STATE.fullmatch(plain_of(column)):
            role = "note"  # that an action is done does not tell that what was decided is
        elif (
            kind == DECISIONS
            and roles[0] in ("answer", "changed")
            and "became" not in taken
            and column.heading
            and len(plain_of(column).split()) == 1
        ):
            role = "became"  # a plain "Outcome" or "Status" beside a decision
        elif kind == PAYMENTS and "form" in roles:
            role = "form"
        if kind == LOG and role in (*_DETAILS, "activity", "item", "cost"):
            role = role if role == "activity" else "note"
        if role in taken and role not in _SEVERAL and column.full:
            why = _("another column holds {place} already", place=ROLES[role][0])
            # Who does it, beside who said it, is seldom a side and often a name.
            personal = role in _SIDES
            role, why = ("person", _("{why}, and it may hold names", why=why)) if personal else ("note", why)
        if column.full:  # a heading without anything below it takes no other's place
            taken.setdefault(role, column)
        made.append(replace(column, role=role, why=why, personal=personal))
    return sorted(made, key=lambda c: c.number)


def _loose(column: Column, kind: str) -> int:
    """How far from the thing itself a date is: the day of the decision comes before the day on which it was raised."""
    words = plain_of(column)
    if not column.role.startswith("when"):
        return 0
    if kind == DECISIONS and "decision" in words:
        return -1
    return 1 if re.search(r"\b(?:raised|received|requested|planned|started|opened)\b", words) else 0
