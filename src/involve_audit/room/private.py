"""Reading a private file: counts by group, or a roster of group columns. Its messages repeat neither counts nor people.

Counts: `characteristic,category,count`, and perhaps `room` and `because`. Special categories: `prefer not to say`,
`unknown`, and `not asked`. A roster: one column for each characteristic, one row for each person, and perhaps `room`.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from involve_audit.messages import InputError, Problem, hint
from involve_audit.reference.lists import CategoryList, as_question, flags, tidied

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_PEOPLE = 1000
"""More people are no room; the bound keeps exact fractions quick."""

_PREFER_NOT = ("prefer not to say", "prefers not to say", "rather not say", "declined", "refused", "no answer")
_UNKNOWN = ("", "unknown", "not known", "not answered", "not stated", "missing", "?", "don't know")
_NOT_ASKED = ("not asked", "not_asked")

_POINTS_AT_PEOPLE = (
    "name", "mail", "birth", "born", "postcode", "postal", "zip", "address", "street", "phone", "mobile", "nhs",
    "insurance", "passport", "security", "hospital", "initials", "timestamp", "signature", "photo", "username",
)  # fmt: skip
_POINTS_AT_PEOPLE_ALONE = (
    "dob",
    "id",
    "tel",
    "chi",
    "mrn",
    "ssn",
    "nino",
    "ip",
    "date",
    "age",
    "contact",
    "sortcode",
    "person",
    "handle",
)
_ENDINGS = ("id", "number", "no", "nr")
_LOOKS_LIKE_A_PERSON = (
    re.compile(r"\S@\S"),
    re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d?-\d\d?\b"),
    re.compile(r"\b[A-Za-z]{1,2}\d[A-Za-z\d]? ?\d[A-Za-z]{2}\b"),
    re.compile(r"(?:\d[ -]?){9,}"),
)
"""E-mail, date, British postcode, telephone or NHS number."""


def points_at_people(column: str) -> bool:
    """Whether a column name says that it holds what identifies people."""
    plain = re.sub(r"[^a-z]", "", column.casefold())
    words = re.findall(r"[a-z]+", column.casefold())
    return (
        any(part in plain for part in _POINTS_AT_PEOPLE)
        or plain in _POINTS_AT_PEOPLE_ALONE
        or bool(words and words[-1] in _ENDINGS)
    )


@dataclass(frozen=True)
class Answers:
    """What the people in a room answered on one characteristic.

    Attributes:
        groups: the list that they were asked by; for a flag the answers yes and no.
        flag_of: the list that a flag stands on; None for a characteristic in which each person is in one group.
        counts: how many are in each group of the list.
        prefer_not: how many would rather not say.
        unknown: how many were not asked or gave no answer.
        asked: whether the characteristic was asked at all.
        because: why not.
    """

    groups: CategoryList
    counts: Mapping[str, int]
    prefer_not: int = 0
    unknown: int = 0
    asked: bool = True
    because: str = ""
    flag_of: CategoryList | None = None

    @property
    def untold(self) -> int:
        """People of whom nothing is known here."""
        return self.prefer_not + self.unknown

    @property
    def known(self) -> int:
        """People of whom it is known."""
        return sum(self.counts.values())

    @property
    def size(self) -> int:
        """Everybody."""
        return self.known + self.untold


@dataclass(frozen=True)
class Private:
    """A private file: the answers by characteristic, and where it was a roster, each person's groups."""

    answers: tuple[Answers, ...]
    people: tuple[Mapping[str, str | None], ...] = field(default=(), repr=False)

    @property
    def size(self) -> int | None:
        """How many people it tells of; None where nothing was asked."""
        return next((a.size for a in self.answers if a.asked), None)


def read_private(text: str, name: str, lists: Mapping[str, CategoryList], room: str) -> Private:
    """Read a private file, and of it what is about one room.

    Raises:
        InputError: with every problem. No count, no row and no person is repeated in it.
    """
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error:
        raise InputError(name, [Problem(reader.line_num, 1, "", "this is not a table in CSV")]) from None
    if not rows:
        raise InputError(name, [Problem(1, 1, "", "the file is empty; it needs a line of column names, and rows")])
    header = [tidied(cell) for cell in rows[0][1]]
    table = _Table(name, header, rows[1:], lists, tidied(room))
    private = table.counts() if {"characteristic", "count"} <= set(header) else table.roster(rows[0][1])
    if table.problems:
        raise InputError(name, table.problems)
    sizes = {a.size for a in private.answers if a.asked}
    if len(sizes) > 1:
        says = "the answers do not add up to the same number of people everywhere; write those who were not asked under `unknown`"
        raise InputError(name, [Problem(1, 1, "", f"{says}, for only then does a group without anybody mean nobody")])
    if sizes and max(sizes) > MOST_PEOPLE:
        raise InputError(name, [Problem(1, 1, "", f"a room has at most {MOST_PEOPLE} people here")])
    return private


class _Table:
    """The rows of a private file, and what is wrong with them."""

    def __init__(
        self,
        name: str,
        header: list[str],
        rows: list[tuple[int, list[str]]],
        lists: Mapping[str, CategoryList],
        room: str,
    ) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.lists = lists
        self.by_flag = {tidied(flag): (each, flag) for each, flag in flags(lists)}
        self.by_name = {tidied(n): each for n, each in lists.items() if each.kind == "one"}
        self.header = header
        repeated = [h for n, h in enumerate(header) if h and h in header[:n]]
        if repeated:
            self.complain(1, repeated[0], "this column stands here twice")
        self.rows = [(line, dict(zip(header, [*row, *[""] * len(header)], strict=False))) for line, row in rows]
        if "room" in header:
            self.rows = [(line, row) for line, row in self.rows if tidied(row["room"]) == room]
        if not self.rows:
            self.complain(
                1,
                "",
                "no row is about this room" if "room" in header else "there are no rows below the names of the columns",
            )

    def complain(self, line: int, where: str, says: str) -> None:
        self.problems.append(Problem(line, 1, where, says))

    def groups_of(self, characteristic: str) -> tuple[CategoryList, CategoryList | None] | None:
        """The list of a characteristic, and for a flag the list that it stands on."""
        name = tidied(characteristic)
        if name in self.by_name:
            return self.by_name[name], None
        flag = self.by_flag.get(name) or self.by_flag.get(tidied(name.partition(":")[2]))
        return (as_question(flag[1]), flag[0]) if flag else None

    def characteristics(self) -> tuple[str, ...]:
        return (*(each.name for each in self.by_name.values()), *(flag for _, flag in self.by_flag.values()))

    def counts(self) -> Private:
        """Read counts by group."""
        found: dict[str, dict[str, int]] = {}
        lists: dict[str, tuple[CategoryList, CategoryList | None]] = {}
        not_asked: dict[str, str] = {}
        for line, row in self.rows:
            told = row["characteristic"].strip()
            groups = self.groups_of(told)
            if groups is None:
                known = self.characteristics()
                says = (
                    f"'{told}' is not a characteristic here; {hint(told, known)}. A list of your own: --categories FILE"
                )
                self.complain(line, "", says)
                continue
            key, category = groups[0].name, row.get("category", "").strip()
            lists[key] = groups
            if tidied(category) in _NOT_ASKED:
                not_asked[key] = row.get("because", "").strip()
                continue
            group = _special(category) or groups[0].find(category)
            if group is None:
                self.complain(
                    line,
                    key,
                    f"'{category}' is not a group on the list; {groups[0].hint(category)}; or: prefer not to say, unknown, not asked",
                )
                continue
            number = row.get("count", "").strip()
            if not number.isascii() or not number.isdigit() or len(number) > 6:
                self.complain(line, key, f"a whole number of people is needed at '{category}'")
                continue
            if group in found.setdefault(key, {}):
                self.complain(line, key, f"'{category}' stands here a second time")
            found[key][group] = int(number)
        for key in not_asked.keys() & found.keys():
            self.complain(1, key, "it is told as not asked, and with answers; keep the one that is true")
        answers = []
        for key, (asked_by, flag_of) in lists.items():
            if key in not_asked:
                answers.append(Answers(asked_by, {}, asked=False, because=not_asked[key], flag_of=flag_of))
            else:
                answers.append(_answers(asked_by, flag_of, found.get(key, {})))
        return Private(tuple(answers))

    def roster(self, titles: list[str]) -> Private:
        """Read a roster: a column for each characteristic, a row for each person."""
        for column in titles:
            if tidied(column) != "room" and self.groups_of(column) is None and points_at_people(column):
                says = f"the column '{column.strip()}' points at people; take it out first. A roster here holds groups and nothing else"
                self.complain(1, "", says)
        if self.problems:
            return Private(())
        people: list[dict[str, str | None]] = [{} for _ in self.rows]
        answers: list[Answers] = []
        for column in titles:
            name = tidied(column)
            if name == "room":
                continue
            groups = self.groups_of(column)
            if groups is None:
                known = self.characteristics()
                self.complain(
                    1,
                    "",
                    f"the column '{column.strip()}' is not a characteristic; {hint(column, known)}. A list of your own: --categories FILE",
                )
                continue
            counts: dict[str, int] = {}
            odd: set[str] = set()
            for person, (_, row) in zip(people, self.rows, strict=True):
                cell = row[name].strip()
                group = _special(cell) or groups[0].find(cell)
                if group is None:
                    odd.add(cell)
                    continue
                counts[group] = counts.get(group, 0) + 1
                person[groups[0].name] = None if group in (_PREFER_NOT[0], _UNKNOWN[1]) else group
            if odd:
                self.complain(1, groups[0].name, self._odd(odd, groups[0]))
            answers.append(_answers(groups[0], groups[1], counts))
        return Private(tuple(answers), tuple(people))

    def _odd(self, cells: set[str], groups: CategoryList) -> str:
        """What to say of cells that are no groups, without repeating them: they may be about one person."""
        if any(pattern.search(cell) for cell in cells for pattern in _LOOKS_LIKE_A_PERSON):
            return "this column holds what points at people (an address, a date, a number); take it out first"
        guesses = sorted({guess for cell in cells if (guess := groups.guess(cell))})
        nearest = f"; did you mean {', '.join(repr(g) for g in guesses)}?" if guesses else ""
        return f"this column holds words that are not on the list; allowed: {'; '.join(groups.categories)}; prefer not to say; unknown{nearest}"


def _special(cell: str) -> str | None:
    word = tidied(cell)
    return _PREFER_NOT[0] if word in _PREFER_NOT else _UNKNOWN[1] if word in _UNKNOWN else None


def _answers(groups: CategoryList, flag_of: CategoryList | None, counts: Mapping[str, int]) -> Answers:
    in_order = {c: counts.get(c, 0) for c in groups.categories}
    return Answers(groups, in_order, counts.get(_PREFER_NOT[0], 0), counts.get(_UNKNOWN[1], 0), flag_of=flag_of)
