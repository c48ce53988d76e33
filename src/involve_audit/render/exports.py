"""What writers take out of an audit: the GRIPP2 short form, the crosswalk, the text of an application.

As Markdown or as one HTML page. Sentences are put together here from our patterns and the words of the file, as plain
text; the templates escape them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from involve_audit.render import FORMATS, markdown, words
from involve_audit.render.page import dressed, environment, tidied

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit, Clause, CriterionFound, ExportFound, ExportItem, Statement

NOTHING = {
    "gripp2": "not recorded",
    "crosswalk": "Nothing in the file speaks to it.",
    "application": "",
}
"""What stands where the file says nothing to an item."""
NO_CLAIM = (
    "This is no claim that the project meets any of these. It shows which lines of the file speak to an item, and which do not. "
    "Whether an item is met is for the people involved to say."
)
DRAFT = (
    "This is a draft from what the file tells; nothing was added. Counts, dates and amounts stand as the file tells them. "
    "Where it says planned, the rest of the paragraph is what is intended. What stands in square brackets is not told or not known."
)
COUNTED = "Headings, lists of lines and what stands in square brackets are not counted."
NOT_IN_THIS_AUDIT = "This audit was made without its exports. Make it again from the project file."
HIDDEN = "…"
"""Stands for words of the file where they are not to be quoted."""


@dataclass(frozen=True)
class Said:
    """A statement, ready to be shown.

    Attributes:
        text: the sentences on what the file tells.
        missing: what is not told or not known, each in square brackets.
        lines: the lines of the file, in order.
    """

    text: str
    missing: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Group:
    """Statements about the same thing, one behind the other.

    Attributes:
        about: what they are about; may be empty where there is only one.
    """

    about: str
    said: tuple[Said, ...]

    @property
    def words(self) -> int:
        """How many words the text has, with what it is about."""
        return len(" ".join((self.about, *(said.text for said in self.said))).split())


@dataclass(frozen=True)
class Section:
    """An item of an export, ready to be shown.

    Attributes:
        groups: what the file says to it.
        missing: what is not told of it at all, each in square brackets.
        criteria: the criteria of the rubric that speak to it, in the order of the item.
    """

    item: ExportItem
    groups: tuple[Group, ...]
    missing: tuple[str, ...]
    criteria: tuple[CriterionFound, ...]

    @property
    def words(self) -> int:
        """How many words of text it has."""
        return sum(group.words for group in self.groups)

    @property
    def where(self) -> str:
        """Which keys of the file would record it; empty where an audit does not say."""
        return f"These keys of the file would record it: {', '.join(self.item.keys)}." if self.item.keys else ""

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that it rests on."""
        return tuple(sorted({line for group in self.groups for said in group.said for line in said.lines}))


@dataclass(frozen=True)
class Part:
    """One list, with its sections."""

    export: ExportFound
    sections: tuple[Section, ...]

    @property
    def words(self) -> int:
        """How many words of text it has in all."""
        return sum(section.words for section in self.sections)


def render(
    audits: Sequence[Audit], problems: Sequence[NotAudited] = (), *, export: str = "gripp2", page: bool = False
) -> str:
    """One document for all audits, with `page` in HTML; with several, each is a section."""
    pages = [(audit, parts(audit, export)) for audit in audits]
    asked: dict[str, object] = {
        "pages": pages, "export": export, "says": FORMATS[export].says, "nothing": NOTHING[export],
        "caution": {"crosswalk": NO_CLAIM, "application": DRAFT, "gripp2": ""}[export], "counted": COUNTED,
        "absent": NOT_IN_THIS_AUDIT, "problems": tuple(problems),
    }  # fmt: skip
    return _page(asked) if page else _text(asked)


def _text(asked: dict[str, object]) -> str:
    made = environment(markdown.escape)
    made.globals.update(lines_say=lines_say)
    return markdown.tidied(made.get_template("exports.md").render(**asked))


def _page(asked: dict[str, object]) -> str:
    made = environment(words.plain)
    made.globals.update(lines_say=lines_say)
    sheets = "".join(made.get_template(name).render(pictures=Markup("")) for name in ("report.css", "exports.css"))
    return tidied(made.get_template("exports.html").render(**dressed(sheets), **asked))


def parts(audit: Audit, export: str) -> tuple[Part, ...]:
    """The lists of one kind that an audit holds.

    What is not told stands in the text of an application; elsewhere only where the rest would read otherwise without it.
    """
    statements = {s.id: s for s in audit.statements}
    criteria = {c.id: c for p in audit.principles for c in p.criteria}
    asks = export == "application"

    def section(item: ExportItem) -> Section:
        return Section(
            item,
            _groups([statements[s] for s in item.statements if s in statements], asks=asks),
            tuple(_bracketed("not told", what) for what in item.not_told) if asks else (),
            tuple(criteria[c] for c in item.criteria if c in criteria),
        )

    return tuple(Part(e, tuple(section(i) for i in e.items)) for e in audit.exports if e.format == export)


def _groups(statements: Sequence[Statement], *, asks: bool) -> tuple[Group, ...]:
    """Statements that follow one another and are about the same thing, together."""
    groups: list[Group] = []
    for statement in statements:
        said = _said(statement, asks=asks)
        name = next((b.says for b in statement.named if b.says), statement.about)
        about = words.capital(words.plain(name))
        if not said.text and not said.missing:
            continue
        if about and groups and groups[-1].about == about:
            groups[-1] = Group(about, (*groups[-1].said, said))
        else:
            groups.append(Group(about, (said,)))
    return tuple(groups)


def _said(statement: Statement, *, asks: bool) -> Said:
    told = [c for c in statement.clauses if c.state == "told"]
    rest = [c for c in statement.clauses if c.state != "told" and (asks or (told and c.because))]
    return Said(
        " ".join(clause_says(c) for c in told),
        tuple(_bracketed(c.state, c.says) for c in rest),
        tuple(sorted({b.line for c in (*told, *rest) for b in c.because})),
    )


def clause_says(clause: Clause) -> str:
    """A sentence with the words of the file in their places, in one line.

    >>> from involve_audit.results.audit import Evidence, Clause
    >>> clause_says(Clause("Cost: {}.", "told", (Evidence("stages.design.cost", 3, 5, "7200"),)))
    'Cost: 7200.'
    """
    pieces = clause.says.split("{}")
    text = pieces[0]
    for n, piece in enumerate(pieces[1:]):
        value = words.plain(clause.because[n].says) if n < len(clause.because) else ""
        value = value or HIDDEN
        # A text of the file that ends its own sentence needs no full stop of ours.
        ends = value[-1] in ".!?…"
        text += value + (piece.removesuffix(".") if ends and piece in (".", "”.") else piece)
    return words.capital(words.plain(text))


def _bracketed(state: str, what: str) -> str:
    return f"[{state}: {words.plain(what)}]"


def lines_say(lines: Sequence[int]) -> str:
    """Lines of the file, in words.

    >>> lines_say((3, 5, 6, 7, 9))
    'lines 3, 5 to 7, 9'
    """
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][-1] + 1:
            runs[-1].append(line)
        else:
            runs.append([line])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]}{' to ' if len(run) > 2 else ', '}{run[-1]}" for run in runs]
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(said)}" if lines else ""
