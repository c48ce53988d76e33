"""Reading a private file: counts by group, or a roster of group columns. Its messages repeat neither counts nor people.

Counts: `characteristic,category,count`, and perhaps `room` and `because`. Special categories: `prefer not to say`,
`unknown`, and `not asked`. A roster: one column for each characteristic, one row for each person, and perhaps `room`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from involve_audit.census.lists import CategoryList, as_question, flags, tidied
from involve_audit.language import _
from involve_audit.tables import delimited
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Problem, nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_PEOPLE = 1000
"""More people are no room; the bound keeps exact fractions quick."""

_PREFER_NOT, _UNKNOWN = "prefer not to say", "unknown"
_SAYS_NOT = re.compile(
    r"(?:i |they |person )?(?:have |has )?(?:"
    r"(?:id |would |d )?(?:prefers? not|preferred not|rather not|not willing|chooses? not|chose not|"
    r"(?:do|does|did) not (?:wish|want)|(?:dont|doesnt|didnt) (?:wish|want))"
    r"(?: to)?(?: (?:say|answer|disclose|state|tell|share|specify|respond|reply|give|provide)(?: (?:this|it|that|an answer|my .*))?)?"
    r"|declined?s?(?: to (?:say|answer|disclose|state))?|refused?|no answer|withheld|pnts"
    r")"
)
"""To say nothing is an answer, in many words."""
_NOT_KNOWN = (
    "", "unknown", "not known", "not answered", "not stated", "not provided", "not recorded", "not given", "not specified", "no response",
    "missing", "blank", "?", "-", "don't know", "dont know", "do not know", "not sure", "null", "none given",
)  # fmt: skip
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
class RoomAnswers:
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

    answers: tuple[RoomAnswers, ...]
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
    if not text.strip("\ufeff \t\r\n"):
        raise InputError(name, [Problem(1, 1, "", _("the file is empty; it needs a line of column names, and rows"))])
    characteristics = _Characteristics(lists)
    try:
        read = delimited.read(text, characteristics.knows)
    except delimited.NotATable as problem:
        raise InputError(name, [Problem(problem.line, 1, "", problem.says)]) from None
    # A column without a name and without a cell is only a delimiter too many.
    kept = [n for n, title in enumerate(read.header.cells) if title or any(row.cells[n] for row in read.rows)]
    titles = [read.header.cells[n] for n in kept]
    rows = [(row.line, [row.cells[n] for n in kept]) for row in read.rows]
    told = _Table(name, read.header.line, titles, rows, characteristics, tidied(room))
    private = told.counts() if {"characteristic", "count"} <= set(told.header) else told.roster(titles)
    if told.problems:
        raise InputError(name, told.problems)
    sizes = {a.size for a in private.answers if a.asked}
    if len(sizes) > 1:
        says = _(
            "the answers do not add up to the same number of people everywhere; write those who were not asked under `unknown`"
        )
        raise InputError(
            name, [Problem(1, 1, "", _("{what}, for only then does a group without anybody mean nobody", what=says))]
        )
    if sizes and max(sizes) > MOST_PEOPLE:
        raise InputError(
            name, [Problem(1, 1, "", _("a room has at most {most_people} people here", most_people=MOST_PEOPLE))]
        )
    return private


class _Characteristics:
    """What a person can be asked, by every name that it goes by."""

    def __init__(self, lists: Mapping[str, CategoryList]) -> None:
        self.by_flag = {tidied(flag): (each, flag) for each, flag in flags(lists)}
        self.by_name = {tidied(n): each for n, each in lists.items() if each.kind == "one"}
        self.flag_lists = {tidied(n): each for n, each in lists.items() if each.kind == "flag"}
        self.everyday: dict[str, list[str]] = {}
        for each in self.by_name.values():
            for word in (each.title, *each.names):
                same = self.everyday.setdefault(tidied(word), [])
                if each.name not in same:
                    same.append(each.name)

    def knows(self, header: str) -> bool:
        """Whether a column with this name can stand in a private file."""
        return tidied(header) in ("characteristic", "category", "count", "room", "because") or bool(
            self.groups_of(header)
        )

    def groups_of(self, characteristic: str) -> tuple[CategoryList, CategoryList | None] | None:
        """The list of a characteristic, and for a flag the list that it stands on."""
        name = tidied(characteristic)
        if name in self.by_name:
            return self.by_name[name], None
        flag = self.by_flag.get(name) or self.by_flag.get(tidied(name.partition(":")[2]))
        if flag:
            return as_question(flag[1]), flag[0]
        # An everyday name that goes for several lists is asked about, and never guessed.
        meant = self.everyday.get(name, [])
        return (self.by_name[tidied(meant[0])], None) if len(meant) == 1 else None

    def hint(self, word: str) -> str:
        """What was perhaps meant, and how to see all, for the end of a message."""
        name = tidied(word)
        if each := self.flag_lists.get(name):
            groups = ", ".join(each.categories[:3])
            return _(
                "each of its groups ({groups} …) is a characteristic of its own, with yes or no; `involve-audit reference categories {name}`",
                groups=groups,
                name=each.name,
            )
        meant = self.everyday.get(name) or [n for n in self._names() if name and tidied(n).startswith(name)]
        # "What is your age group?" names in a question what goes by everyday words.
        words = " ".join(re.findall(r"\w+", name))
        meant = meant or [
            n
            for said in sorted(self.everyday, key=len, reverse=True)
            if f" {said} " in f" {words} "
            for n in self.everyday[said]
        ]
        near = nearest(name, (*self._names(), *self.everyday))
        if not meant and near:
            meant = self.everyday.get(near) or [near]
        listed = list(dict.fromkeys(meant))[:6]
        guess = (
            ""
            if not listed
            else _("did you mean {listed}? ", listed=" or ".join(filter(None, (", ".join(listed[:-1]), listed[-1]))))
        )
        return _(
            "{guess}`involve-audit reference categories` shows all of them; a list of your own: --categories FILE",
            guess=guess,
        )

    def _names(self) -> tuple[str, ...]:
        return (*(each.name for each in self.by_name.values()), *(flag for _, flag in self.by_flag.values()))


class _Table:
    """The rows of a private file, and what is wrong with them."""

    def __init__(
        self,
        name: str,
        line: int,
        titles: list[str],
        rows: list[tuple[int, list[str]]],
        characteristics: _Characteristics,
        room: str,
    ) -> None:
        self.name = name
        self.problems: list[Problem] = []
        self.line = line
        self.known = characteristics
        self.header = header = [tidied(cell) for cell in titles]
        repeated = [h for n, h in enumerate(header) if h and h in header[:n]]
        if repeated:
            self.complain(line, repeated[0], _("this column stands here twice"))
        self.rows = [(at, dict(zip(header, row, strict=True))) for at, row in rows]
        if "room" in header:
            self.rows = [(at, row) for at, row in self.rows if tidied(row["room"]) == room]
        needed = {"characteristic", "category", "count"}
        counted = {"number", "count", "counts", "n", "total", "frequency", "people"} & set(header)
        if not needed <= set(header) and (counted or len(needed & set(header)) == 2):
            self.complain(
                line,
                "",
                _(
                    "a table of counts has the columns characteristic, category and count, and this one has {value}; a roster has a column for each characteristic, and a row for each person",
                    value=", ".join(titles)[:120],
                ),
            )
            # Each column alone would be called a wrong one, and is not.
            raise InputError(name, self.problems)
        if not self.rows:
            self.complain(
                line,
                "",
                _("no row is about this room")
                if "room" in header
                else _("there are no rows below the names of the columns"),
            )

    def complain(self, line: int, where: str, says: str) -> None:
        self.problems.append(Problem(line, 1, where, says))

    def counts(self) -> Private:
        """Read counts by group."""
        found: dict[str, dict[str, int]] = {}
        lists: dict[str, tuple[CategoryList, CategoryList | None]] = {}
        not_asked: dict[str, str] = {}
        strange: set[str] = set()
        for line, row in self.rows:
            told = row["characteristic"].strip()
            groups = self.known.groups_of(told)
            if groups is None:
                if tidied(told) not in strange:
                    self.complain(
                        line,
                        "",
                        _(
                            "'{told}' is not a characteristic here; {hint}",
                            told=marked(told[:60]),
                            hint=self.known.hint(told),
                        ),
                    )
                strange.add(tidied(told))
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
                    _(
                        "'{category}' is not a group on the list; {said}; or: prefer not to say, unknown, not asked",
                        category=marked(category[:60]),
                        said=groups[0].hint(category).said,
                    ),
                )
                continue
            # As spreadsheets and data frames write a whole number.
            number = re.sub(r"[.,]0{1,2}$", "", row.get("count", "").strip())
            if not number.isascii() or not number.isdigit() or len(number) > 6:
                self.complain(
                    line, key, _("a whole number of people is needed at '{category}'", category=marked(category))
                )
                continue
            if group in found.setdefault(key, {}):
                self.complain(line, key, _("'{category}' stands here a second time", category=marked(category)))
            found[key][group] = int(number)
        for key in not_asked.keys() & found.keys():
            self.complain(1, key, _("it is told as not asked, and with answers; keep the one that is true"))
        answers = []
        for key, (asked_by, flag_of) in lists.items():
            if key in not_asked:
                answers.append(RoomAnswers(asked_by, {}, asked=False, because=not_asked[key], flag_of=flag_of))
            else:
                answers.append(_answers(asked_by, flag_of, found.get(key, {})))
        return Private(tuple(answers))

    def roster(self, titles: list[str]) -> Private:
        """Read a roster: a column for each characteristic, a row for each person."""
        for number, column in enumerate(titles, 1):
            if not column:
                self.complain(
                    self.line,
                    "",
                    _(
                        "column {number} has cells and no name; a roster here holds groups and nothing else",
                        number=number,
                    ),
                )
            elif tidied(column) != "room" and self.known.groups_of(column) is None and points_at_people(column):
                meant = self.known.everyday.get(tidied(column))
                groups_are = _(" (for groups: {listed})", listed=", ".join(meant)) if meant else ""
                says = _(
                    "the column '{column}' points at people; take it out first. A roster here holds groups and nothing else{groups_are}",
                    column=marked(column),
                    groups_are=groups_are,
                )
                self.complain(self.line, "", says)
        if self.problems:
            return Private(())
        people: list[dict[str, str | None]] = [{} for _ in self.rows]
        answers: list[RoomAnswers] = []
        for column in titles:
            name = tidied(column)
            if name == "room":
                continue
            groups = self.known.groups_of(column)
            if groups is None:
                says = _(
                    "the column '{column}' is not a characteristic; {hint}",
                    column=marked(column[:60]),
                    hint=self.known.hint(column),
                )
                self.complain(self.line, "", says)
                continue
            counts: dict[str, int] = {}
            odd: set[str] = set()
            for person, (__, row) in zip(people, self.rows, strict=True):
                cell = row[name].strip()
                group = _special(cell) or groups[0].find(cell)
                if group is None:
                    odd.add(cell)
                    continue
                counts[group] = counts.get(group, 0) + 1
                person[groups[0].name] = None if group in (_PREFER_NOT, _UNKNOWN) else group
            if odd:
                self.complain(self.line, groups[0].name, self._odd(odd, groups[0]))
            answers.append(_answers(groups[0], groups[1], counts))
        return Private(tuple(answers), tuple(people))

    def _odd(self, cells: set[str], groups: CategoryList) -> str:
        """What to say of cells that are no groups, without repeating them: they may be about one person."""
        if any(pattern.search(cell) for cell in cells for pattern in _LOOKS_LIKE_A_PERSON):
            return _("this column holds what points at people (an address, a date, a number); take it out first")
        guesses = sorted({guess for cell in cells if (guess := groups.guess(cell))})
        near = (
            _("; did you mean {listed}?", listed=", ".join(repr(g).replace(g, marked(g)) for g in guesses[:4]))
            if guesses
            else ""
        )
        return _(
            "this column holds words that are not on the list; {said}; prefer not to say; unknown{near}",
            said=groups.allowed().said,
            near=near,
        )


def _special(cell: str) -> str | None:
    word = tidied(cell)
    if word in _NOT_KNOWN:
        return _UNKNOWN
    plain = " ".join(re.sub(r"[^\w]+", " ", re.sub("['\u2019]", "", word)).split())
    return _PREFER_NOT if _SAYS_NOT.fullmatch(plain) else None


def _answers(groups: CategoryList, flag_of: CategoryList | None, counts: Mapping[str, int]) -> RoomAnswers:
    in_order = {c: counts.get(c, 0) for c in groups.categories}
    return RoomAnswers(groups, in_order, counts.get(_PREFER_NOT, 0), counts.get(_UNKNOWN, 0), flag_of=flag_of)
