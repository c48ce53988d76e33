"""Category lists: in which groups a characteristic is asked. They are data with a version, for wording changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record, replace
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Problem, Wrong, hint, meant, nearest, readable

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def tidied(word: str) -> str:
    """A word as it is compared: capitals, blanks, underscores and the length of a dash do not matter."""
    return " ".join(word.translate(_DASHES).replace("_", " ").split()).casefold()


def loosened(word: str) -> str:
    """A name of a group as it is compared where it is not written as on the list: without marks, ages as numbers.

    >>> loosened("Aged 16 to 24 years")
    '16-24'
    >>> loosened("Black/African/Caribbean") == loosened("Black, African, Caribbean")
    True
    >>> loosened("White - Other (please specify)")
    'white other'
    """
    text = tidied(word).replace("&", " and ").replace("\u2019", "'").replace("'", "")
    text = re.sub(r"\bplease (?:specify|describe|state|say|write in|tell us)\b", " ", text)
    if not any(c.isdigit() for c in text):
        text = text.replace(" - ", " ")
    else:
        text = re.sub(r"(?<=\d)(?=years?\b|yrs?\b)", " ", text)
        text = re.sub(r"\b(?:aged?|ages|years?|yrs?|old|of age)\b", " ", text)
        text = re.sub(r"(\d+) *(?:to|-) *(\d+)", r"\1-\2", text)
        text = re.sub(r"(\d+) *(?:and|or) *(?:over|above|older|more)\b|(\d+) *(?:plus\b|\+)", r"\1\2+", text)
        text = re.sub(r"\bunder *(\d+)", lambda m: f"0-{int(m[1]) - 1}", text)
        text = re.sub(r"(\d+) *(?:and|or) *(?:under|below|younger)\b", r"0-\1", text)
    return " ".join(re.sub(r"[^\w+-]+", " ", text).split())


class CategoryList(Record):
    """The groups in which a characteristic is asked.

    Attributes:
        name: the name of the characteristic, as private files and project files use it.
        version: which wording it is.
        title: what it is called in reports.
        kind: `one` where each person is in one group, `flag` where each group is a question of its own.
        reference: the characteristic that reference tables hold for it.
        categories: the groups, in their order.
        also: other words for each group.
        note: what a reader should know of it.
        source: where the wording comes from.
        names: everyday names of the characteristic; several lists may share one.
    """

    name: str
    version: str
    title: str
    kind: str
    reference: str
    categories: tuple[str, ...]
    also: Mapping[str, tuple[str, ...]]
    note: str = ""
    source: str = ""
    names: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """Name and version, as a project file tells which list was used."""
        return f"{self.name} {self.version}".strip()

    def find(self, word: str) -> str | None:
        """The group that a word names, or None."""
        wanted = tidied(word)
        for category in self.categories:
            if tidied(category) == wanted:
                return category
        for category in self.categories:
            if wanted in map(tidied, self.also.get(category, ())):
                return category
        # Official names come with commas, slashes and brackets, and ages in words.
        loose = loosened(word)
        found = {c for c in self.categories if loose and loose in map(loosened, (c, *self.also.get(c, ())))}
        return found.pop() if len(found) == 1 else None

    def guess(self, word: str) -> str | None:
        """The group that was perhaps meant by a word that names none."""
        names = {tidied(name): c for c in self.categories for name in (*self.also.get(c, ()), c)}
        found = nearest(tidied(word), names)
        return names[found] if found else None

    def allowed(self, more: Wrong | None = None) -> Wrong:
        """The groups that there are, with yes and no beside those that they stand for; of a long list where to see it."""
        if len(self.categories) > 10:
            return Wrong(
                "`involve-audit reference categories {list}` shows what is allowed", list=self.name, advice=more
            )
        # A list may be somebody's own: what its groups are called is theirs, too.
        return Wrong("allowed: {groups}", groups="; ".join(self._with_yes(c) for c in self.categories), advice=more)

    def _with_yes(self, category: str) -> str:
        also = [word for word in self.also.get(category, ()) if tidied(word) in ("yes", "no")]
        name = marked(category)
        return _("{category} (or {other})", category=name, other=also[0]) if also else name

    def hint(self, word: str) -> Wrong:
        """The groups that there are, and the nearest guess, for the end of a message."""
        guess = self.guess(word)
        return self.allowed(meant(guess) if guess else None)


def read_lists(lists: str, categories: str) -> dict[str, CategoryList]:
    """Read the two tables that are shipped."""
    import csv
    import io

    def rows(table: str) -> Iterator[dict[str, str]]:
        """The rows by the names of their columns, in half the time of `csv.DictReader`: a check may read all the lists."""
        header, *below = csv.reader(io.StringIO(table))
        return (dict(zip(header, row, strict=True)) for row in below if row)

    groups: dict[str, dict[str, tuple[str, ...]]] = {}
    for row in rows(categories):
        groups.setdefault(row["list"], {})[row["category"]] = _words(row["also"])
    return {
        row["list"]: CategoryList(
            row["list"], row["version"], row["title"], row["kind"], row["reference"],
            tuple(groups[row["list"]]), groups[row["list"]], row["note"], row["source"], _words(row["also"]),
        )
        for row in rows(lists)
    }  # fmt: skip


def _words(text: str | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(";") if word.strip()) if text else ()


def read_own_lists(text: str, name: str) -> dict[str, CategoryList]:
    """Read a project's own lists: a CSV with `characteristic` and `category`, and perhaps `kind`, `also`, `version`.

    Raises:
        InputError: it is not such a table.
    """
    read = named_rows(text, name)
    missing = [column for column in ("characteristic", "category") if column not in read.columns]
    if missing:
        says = _(
            "a list of groups is a table with the columns characteristic and category; missing: {listed}",
            listed=", ".join(missing),
        )
        raise InputError(name, [Problem(1, 1, "", says)])
    found: dict[str, CategoryList] = {}
    problems: list[Problem] = []
    for line, row in read.rows:
        characteristic, category = row["characteristic"], row["category"]
        if not characteristic or not category:
            problems.append(Problem(line, 1, "", _("characteristic and category are both needed")))
            continue
        kind = row.get("kind") or "one"
        if kind not in ("one", "flag"):
            problems.append(
                Problem(
                    line,
                    1,
                    "kind",
                    _("'{kind}' is not a kind of list; {hint}", kind=marked(kind), hint=hint(kind, ("one", "flag"))),
                )
            )
            continue
        version = row.get("version") or "own"
        known = found.get(characteristic) or CategoryList(
            characteristic, version, characteristic.replace("_", " ").capitalize(), kind, characteristic, (), {}
        )
        if category in known.categories:
            problems.append(
                Problem(line, 1, characteristic, _("'{category}' stands here a second time", category=marked(category)))
            )
            continue
        also = {**known.also, category: _words(row.get("also"))}
        found[characteristic] = replace(known, categories=(*known.categories, category), also=also)
    if problems:
        raise InputError(name, problems)
    if not found:
        raise InputError(name, [Problem(1, 1, "", _("the table has no rows"))])
    return found


class NamedRows(Record):
    """A table whose columns are known by their names.

    Attributes:
        columns: their names, as they are compared.
        rows: each row that is not blank, with its line.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]


def named_rows(text: str, name: str) -> NamedRows:
    """Read a table of one's own about groups: columns in any order, further ones between them.

    Raises:
        InputError: it is no table that can be read whole, or two columns have one name.
    """
    from involve_audit.tables import delimited

    try:
        read = delimited.read(text, lambda header: tidied(header) in ("characteristic", "category"))
    except delimited.NotATable as problem:
        raise InputError(name, [Problem(problem.line, 1, "", problem.says)]) from None
    columns = tuple(map(tidied, read.header.cells))
    for column in columns:
        if column and columns.count(column) > 1:
            raise InputError(
                name,
                [
                    Problem(
                        read.header.line,
                        1,
                        "",
                        _("there are two columns with the name '{column}'", column=marked(column[:40])),
                    )
                ],
            )
    for row in (read.header, *read.rows):
        odd = next((c for cell in row.cells for c in cell if c not in "\t\n" and readable(c) != c), None)
        if odd is not None:
            says = _("there is a character here that no text has (U+{ord}); take it out", ord=f"{ord(odd):04X}")
            raise InputError(name, [Problem(row.line, 1, "", says)])
    return NamedRows(columns, tuple((row.line, dict(zip(columns, row.cells, strict=True))) for row in read.rows))


def flags(lists: Mapping[str, CategoryList]) -> Iterator[tuple[CategoryList, str]]:
    """Every group that is a question of its own, with the list that it stands on."""
    for each in lists.values():
        if each.kind == "flag":
            yield from ((each, category) for category in each.categories)


def as_question(flag: str) -> CategoryList:
    """A flag as a list of its own, with the answers yes and no."""
    return CategoryList(
        flag, "", flag, "one", flag, ("yes", "no"), {"yes": ("y", "true", "1"), "no": ("n", "false", "0")}
    )
