"""A population as a tidy table of figures, and the shares that a room can be compared with.

A table has a row for each group: characteristic, category, count or share, and where known population, kind, date,
base (`all`, `16+`), answered, arithmetic, note, source, table, licence. The shipped tables and a project's own have
the same shape. A joint table names two characteristics (`sex x age_band`) and two groups (`Female | 16-24`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from involve_audit.census.lists import CategoryList, named_rows, tidied
from involve_audit.language import _
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NEARLY_WHOLE = Fraction(2, 100)
"""Shares that are rounded as published may miss 1 by this much and still be a whole."""

KINDS = {
    "general": _("a general population: not the people whom the work is for"),
    "area": _("the people of an area: not only those whom the work is for"),
    "condition": _("people with the condition or experience that the work is about"),
    "own": _("a population that the project chose"),
}


@dataclass(frozen=True)
class Figure:
    """One row of a table.

    Attributes:
        population: who is counted.
        kind: general, area, condition or own.
        date: the day as of which.
        characteristic: what was asked; `a x b` in a joint table.
        category: the group; `a | b` in a joint table.
        base: who was asked: `all`, or an age such as `16+`.
        count: how many people, where the row tells a count.
        share: which part, where the row tells a share.
        answered: whether this is an answer; no for those who did not answer.
        arithmetic: whether anything may be computed from it.
        note: what a reader should know.
        source: where it was read.
        table: the table of the source.
        licence: the licence, as a line to print.
    """

    population: str
    kind: str
    date: str
    characteristic: str
    category: str
    base: str
    count: int | None
    share: Fraction | None
    answered: bool
    arithmetic: bool
    note: str
    source: str
    table: str
    licence: str

    @property
    def amount(self) -> Fraction:
        """The count, or the share."""
        return Fraction(self.count) if self.count is not None else self.share or Fraction(0)


@dataclass(frozen=True)
class Shares:
    """What part each group has in a population.

    Attributes:
        of: the share of each group that could be matched; those who did not answer are left out of the whole.
        counts: how many people each has, where the table tells counts.
        people: how many there are in all, where it does.
        unmatched: the groups of the list that the table does not tell.
        base: who was asked.
        removed: the part that did not answer, and was left out.
        notes: what to say with the figures.
        figures: the rows that were used.
    """

    of: Mapping[str, Fraction]
    counts: Mapping[str, int] | None
    people: int | None
    unmatched: tuple[str, ...]
    base: str
    removed: Fraction
    notes: tuple[str, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class ReferencePopulation:
    """A population, as the figures that are known of it."""

    name: str
    figures: tuple[Figure, ...]

    @property
    def population(self) -> str:
        """Who is counted."""
        return self.figures[0].population

    @property
    def kind(self) -> str:
        """Whether these are the people affected, an area, or a general population."""
        return self.figures[0].kind

    @property
    def dates(self) -> tuple[str, ...]:
        """The days as of which, in order."""
        return tuple(sorted({f.date for f in self.figures if f.date}))

    @property
    def licences(self) -> tuple[str, ...]:
        """The lines that the licences ask for."""
        return tuple(dict.fromkeys(f.licence for f in self.figures if f.licence))

    @property
    def characteristics(self) -> tuple[str, ...]:
        """What the table tells, in its order."""
        return tuple(dict.fromkeys(f.characteristic for f in self.figures))

    def rows(self, characteristic: str) -> tuple[Figure, ...]:
        """The rows of one characteristic."""
        return tuple(f for f in self.figures if f.characteristic == characteristic)

    def shares(self, groups: CategoryList, from_age: int | None = None) -> Shares | None:
        """The shares of the groups of a list; None where nothing can be computed.

        Args:
            groups: the list that the room was asked by.
            from_age: the youngest age in the room, where only people from that age on are to be compared with.
        """
        rows = tuple(f for f in self.rows(groups.reference) if f.arithmetic)
        notes: list[str] = []
        base = rows[0].base if rows else "all"
        is_age = groups.reference == "age_band"
        if from_age is not None and not is_age:
            by_age = _from_age(self, groups.reference, from_age)
            if by_age:
                rows, base = by_age, f"{from_age}+"
            elif rows and _age_of(base) != from_age:
                notes.append(
                    _(
                        "the figures count {in_words}, not only people aged {from_age} and over: no table matches the ages better",
                        in_words=_in_words(base),
                        from_age=from_age,
                    )
                )
        if not rows:
            return None
        if is_age:
            amounts, total = _bands(rows, groups.categories, from_age)
            base = f"{from_age}+" if from_age is not None else base
            removed = Fraction(0)
        else:
            answers = [f for f in rows if f.answered]
            amounts = dict[str, Fraction]()
            for figure in answers:
                found = groups.find(figure.category)
                if found:
                    amounts[found] = amounts.get(found, Fraction(0)) + figure.amount
            total = sum((f.amount for f in answers), Fraction(0))
            everybody = sum((f.amount for f in rows), Fraction(0))
            removed = 1 - total / everybody if everybody else Fraction(0)
        if not total:
            return None
        counted = all(f.count is not None for f in rows)
        silent = sum((f.amount for f in rows if not f.answered), Fraction(0))
        if not counted and not is_age and abs(1 - total - silent) > NEARLY_WHOLE:
            # Single shares ("three in ten are carers") are no whole, and are used as they stand.
            total, removed = Fraction(1), Fraction(0)
            notes.append(_("the shares are not a whole table, and are used as they stand"))
        notes += dict.fromkeys(f.note for f in rows if f.note)
        if removed:
            notes.append(_("{percent} did not answer, and are left out of the whole", percent=percent(removed)))
        older = [c for c in groups.categories if not is_age or from_age is None or (last_age(c) or 0) >= from_age]
        unmatched = tuple(c for c in older if c not in amounts)
        if unmatched:
            notes.append(_("the table does not tell: {listed}", listed=", ".join(unmatched)))
        of = {c: amounts[c] / total for c in groups.categories if c in amounts}
        counts = {c: int(amounts[c]) for c in of} if counted else None
        return Shares(of, counts, int(total) if counted else None, unmatched, base, removed, tuple(notes), rows)

    def together(
        self, one: tuple[CategoryList, str], other: tuple[CategoryList, str], from_age: int | None = None
    ) -> Fraction | None:
        """The share of people who are in both of two groups, from a joint table; None where there is none."""
        for (a, in_a), (b, in_b) in ((one, other), (other, one)):
            rows = [f for f in self.rows(f"{a.reference} x {b.reference}") if f.arithmetic and f.answered]
            if not rows:
                continue
            cells = [(*_parts(f.category), f.amount) for f in rows]
            if b.reference == "age_band":
                asked = [(x, band) for x, y, _ in cells if (band := _band(y))]
                wanted = _band(in_b)
                if wanted is None or len(asked) != len(cells):
                    return None
                low, high = _clip(wanted, from_age)
                inside = [c for c, (_, (lo, hi)) in zip(cells, asked, strict=True) if lo >= low and hi <= high]
                if not _tiles([bounds for _, bounds in asked], (low, high)):
                    return None
                whole = [c for c, (_, (lo, _)) in zip(cells, asked, strict=True) if from_age is None or lo >= from_age]
                both = [c[2] for c in inside if a.find(c[0]) == in_a]
            else:
                whole = cells
                both = [amount for x, y, amount in cells if a.find(x) == in_a and b.find(y) == in_b]
            total = sum((c[2] for c in whole), Fraction(0))
            return sum(both, Fraction(0)) / total if both and total else None
        return None


def _from_age(reference: ReferencePopulation, characteristic: str, from_age: int) -> tuple[Figure, ...]:
    """The rows of a joint table with age, added up from an age on; empty where there is none that has a cut there."""
    from dataclasses import replace

    rows = [f for f in reference.rows(f"{characteristic} x age_band") if f.arithmetic]
    found: dict[str, Figure] = {}
    for figure in rows:
        group, age = _parts(figure.category)
        band = _band(age)
        if band is None or band[0] < from_age <= band[1]:
            return ()
        if band[0] < from_age:
            continue
        before = found.get(group)
        count = None if figure.count is None else figure.count + ((before.count or 0) if before else 0)
        share = None if figure.share is None else figure.share + ((before.share or 0) if before else 0)
        found[group] = replace(
            figure, characteristic=characteristic, category=group, base=f"{from_age}+", count=count, share=share
        )
    return tuple(found.values())


def _parts(category: str) -> tuple[str, str]:
    first, __, second = category.partition("|")
    return first.strip(), second.strip()


OLDEST = 200


def _band(text: str) -> tuple[int, int] | None:
    """First and last year of age of a band: `16-24`, `15`, `85+`."""
    found = re.fullmatch(r"(\d{1,3})(?:(\+)|-(\d{1,3}))?", tidied(text).replace(" ", ""))
    if not found:
        return None
    low = int(found[1])
    return low, OLDEST if found[2] else int(found[3]) if found[3] else low


def last_age(category: str) -> int | None:
    """The last year of age in an age group; None where it is none."""
    band = _band(category)
    return band[1] if band else None


def _clip(band: tuple[int, int], from_age: int | None) -> tuple[int, int]:
    return max(band[0], from_age or 0), band[1]


def _tiles(bands: Iterable[tuple[int, int]], wanted: tuple[int, int]) -> bool:
    """Whether bands that lie inside a wider one fill it, and none crosses its bounds."""
    inside = sorted({b for b in bands if b[0] <= wanted[1] and b[1] >= wanted[0]})
    at = wanted[0]
    for low, high in inside:
        if low != at or high > wanted[1]:
            return False
        at = high + 1
    return at == wanted[1] + 1


def _bands(
    rows: tuple[Figure, ...], wanted: tuple[str, ...], from_age: int | None
) -> tuple[dict[str, Fraction], Fraction]:
    """The amounts of age bands, added up from finer ones, and the whole from an age on."""
    told = [(band, f.amount) for f in rows if f.answered and (band := _band(f.category))]
    amounts: dict[str, Fraction] = {}
    for name in wanted:
        band = _band(name)
        if band is None or (from_age is not None and band[1] < from_age):
            continue
        bounds = _clip(band, from_age)
        if _tiles((b for b, _ in told), bounds):
            amounts[name] = sum((a for (low, high), a in told if low >= bounds[0] and high <= bounds[1]), Fraction(0))
    crossing = from_age is not None and any(low < from_age <= high for (low, high), _ in told)
    if crossing:
        return {}, Fraction(0)
    return amounts, sum((a for (low, _), a in told if from_age is None or low >= from_age), Fraction(0))


def _age_of(base: str) -> int | None:
    found = re.fullmatch(r"(\d{1,3})\+", base.strip())
    return int(found[1]) if found else None


def _in_words(base: str) -> str:
    age = _age_of(base)
    return (
        _("people aged {age} and over", age=age)
        if age is not None
        else _("people of all ages")
        if base in ("", "all")
        else base
    )


def percent(share: Fraction, digits: int = 1) -> str:
    """A share as people read it; a small one never becomes nought."""
    value = float(share) * 100
    least = 10**-digits
    if 0 < value < least:
        return _("less than {least}%", least=f"{least:.{digits}f}")
    return f"{value:.{digits}f}%"


_COLUMNS = ("population", "kind", "date", "characteristic", "category", "base", "count", "share", "answered",
            "arithmetic", "note", "source", "table", "licence")  # fmt: skip


def read_reference(text: str, name: str) -> ReferencePopulation:
    """Read a table of a population.

    Raises:
        InputError: with every problem, each at its line.
    """
    read = named_rows(text, name)
    missing = [c for c in ("characteristic", "category") if c not in read.columns]
    if missing or not {"count", "share"} & set(read.columns):
        wanted = _("characteristic, category, and count or share")
        says = _(
            "a reference is a table with the columns {wanted}; there may also be {listed}",
            wanted=wanted,
            listed=", ".join(c for c in _COLUMNS if c not in wanted),
        )
        raise InputError(name, [Problem(1, 1, "", says)])
    figures: list[Figure] = []
    problems: list[Problem] = []
    seen: set[tuple[str, str]] = set()
    for line, row in read.rows:
        try:
            figure = _figure(row)
        except ValueError as error:
            problems.append(Problem(line, 1, row.get("characteristic", ""), str(error)))
            continue
        if (figure.characteristic, tidied(figure.category)) in seen:
            problems.append(
                Problem(
                    line,
                    1,
                    figure.characteristic,
                    _("'{category}' stands here a second time", category=marked(figure.category)),
                )
            )
        seen.add((figure.characteristic, tidied(figure.category)))
        figures.append(figure)
    problems += _not_whole(figures)
    if not figures and not problems:
        problems.append(Problem(1, 1, "", _("the table has no rows")))
    if problems:
        raise InputError(name, problems)
    return ReferencePopulation(name, tuple(figures))


def _not_whole(figures: list[Figure]) -> list[Problem]:
    """What cannot be put together: counts with shares, shares above one, a count with nothing to compare it with."""
    problems = []
    for characteristic in dict.fromkeys(f.characteristic for f in figures):
        rows = [f for f in figures if f.characteristic == characteristic and f.arithmetic]
        counted = sum(f.count is not None for f in rows)
        says = ""
        if counted and counted != len(rows):
            says = _("some rows tell a count and some a share; tell one of them for all groups")
        elif counted == 1:
            says = _("one count alone says nothing of a share; add the row of everybody else")
        elif not counted and sum(f.amount for f in rows) > 1 + NEARLY_WHOLE:
            says = _("the shares add up to more than 1; write 0.35 or 35%")
        if says:
            problems.append(Problem(1, 1, characteristic, says))
    return problems


def _figure(row: Mapping[str, str]) -> Figure:
    if not row.get("characteristic") or not row.get("category"):
        raise ValueError(_("characteristic and category are both needed"))
    count, share = row.get("count", ""), row.get("share", "")
    if bool(count) == bool(share):
        raise ValueError(_("either a count or a share is needed"))
    number: int | None = None
    part: Fraction | None = None
    if count:
        digits = re.sub(r"[ ,']", "", count)
        if not digits.isascii() or not digits.isdigit() or len(digits) > 12:
            raise ValueError(_("the count is not a whole number"))
        number = int(digits)
    else:
        found = re.fullmatch(r"(\d{1,3}(?:\.\d{1,12})?|\.\d{1,12})( ?%)?", share)
        if not found:
            raise ValueError(_("the share is not a number; write 0.35 or 35%"))
        part = Fraction(found[1]) / (100 if found[2] else 1)
        if part > 1:
            raise ValueError(_("the share is more than 1; write 0.35 or 35%"))
    yes_no = {}
    for column in ("answered", "arithmetic"):
        word = tidied(row.get(column, "") or "yes")
        if word not in ("yes", "no"):
            raise ValueError(_("{column} is yes or no", column=column))
        yes_no[column] = word == "yes"
    kind = tidied(row.get("kind", "") or "own")
    if kind not in KINDS:
        raise ValueError(
            _("'{kind}' is not a kind of population; allowed: {listed}", kind=marked(kind), listed=", ".join(KINDS))
        )
    return Figure(
        row.get("population", ""), kind, row.get("date", ""), row["characteristic"], row["category"], row.get("base", "") or "all",
        number, part, yes_no["answered"], yes_no["arithmetic"], row.get("note", ""), row.get("source", ""), row.get("table", ""),
        row.get("licence", ""),
    )  # fmt: skip
