"""What writers take out of an audit: the GRIPP2 short form, the crosswalk, the text of an application.

Sentences are put together here from our patterns and the words of the file, as plain text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import FORMATS, papers, words
from involve_audit.render.blocks import (
    Heading,
    PageDocument,
    Run,
    Table,
    items,
    paragraph,
    something,
    strong,
    table,
    text,
    untold,
)
from involve_audit.render.pages import Page
from involve_audit.render.unread import not_audited

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Block, Runs
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit, Clause, CriterionFound, ExportFound, ExportItem, Statement

NOTHING = {"gripp2": "not recorded", "crosswalk": _("Nothing in the file speaks to it.")}
"""What stands where the file says nothing to an item."""
NO_CLAIM = _(
    "This is no claim that the project meets any of these. It shows which lines of the file speak to an item, and which do not. Whether an item is met is for the people involved to say."
)
DRAFT = _(
    "This is a draft from what the file tells; nothing was added. Counts, dates and amounts stand as the file tells them. Where it says planned, the rest of the paragraph is what is intended. What stands in square brackets is not told or not known."
)
CAUTION = {"gripp2": "", "crosswalk": NO_CLAIM, "application": DRAFT}
"""What stands above all of it."""
COUNTED = _("Headings, lists of lines and what stands in square brackets are not counted.")
NOT_IN_THIS_AUDIT = _("This audit was made without its exports. Make it again from the project file.")
HIDDEN = "…"
"""Stands for words of the file where they are not to be quoted."""


@dataclass(frozen=True)
class ExportSentence:
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
class StatementGroup:
    """Statements about the same thing, one behind the other.

    Attributes:
        about: what they are about; may be empty where there is only one.
    """

    about: str
    said: tuple[ExportSentence, ...]

    @property
    def text(self) -> str:
        """The text as it would be pasted, in one line, with what it is about."""
        return " ".join(filter(None, (self.about and f"{self.about}.", *(said.text for said in self.said))))

    @property
    def words(self) -> int:
        """How many words the text has, with what it is about."""
        return len(self.text.split())


@dataclass(frozen=True)
class ExportSection:
    """An item of an export, ready to be shown.

    Attributes:
        groups: what the file says to it.
        missing: what is not told of it at all, each in square brackets.
        criteria: the criteria of the rubric that speak to it, in the order of the item.
    """

    item: ExportItem
    groups: tuple[StatementGroup, ...]
    missing: tuple[str, ...]
    criteria: tuple[CriterionFound, ...]

    @property
    def words(self) -> int:
        """How many words of text it has."""
        return sum(group.words for group in self.groups)

    @property
    def characters(self) -> int:
        """How many characters of text it has: spaces count, and so does the end of each line but the last."""
        return len("\n".join(group.text for group in self.groups))

    @property
    def where(self) -> str:
        """Which keys of the file would record it; empty where an audit does not say."""
        return (
            _("These keys of the file would record it: {keys}.", keys=", ".join(self.item.keys))
            if self.item.keys
            else ""
        )

    @property
    def lines(self) -> tuple[int, ...]:
        """The lines that it rests on."""
        return tuple(sorted({line for group in self.groups for said in group.said for line in said.lines}))


@dataclass(frozen=True)
class ExportPart:
    """One list, with its sections."""

    export: ExportFound
    sections: tuple[ExportSection, ...]

    @property
    def words(self) -> int:
        """How many words of text it has in all."""
        return sum(section.words for section in self.sections)


def render(
    audits: Sequence[Audit], problems: Sequence[NotAudited] = (), *, export: str = "gripp2", page: bool = False
) -> str:
    """One document for all audits, with `page` in HTML; with several, each is a section."""
    made = document(audits, problems, export)
    by = _("Written by {tool} {version}.", tool=audits[0].tool.name, version=audits[0].tool.version) if audits else ""
    title = f"{made.title}: {FORMATS[export].says}" if len(audits) == 1 else made.title
    whole = Page(made, title=title, foot=by, css="exports.css", contents=True)
    return whole.text("html" if page else "markdown")


def document(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), export: str = "gripp2") -> PageDocument:
    """What an export says."""
    page = papers.joined(
        audits,
        partial(_of, export=export, alone=len(audits) == 1),
        several=_("{says}: {number} projects", says=words.capital(FORMATS[export].says), number=len(audits)),
        nothing=_("No project was audited"),
        named=True,
    )
    caution = (paragraph(CAUTION[export]),) if len(audits) > 1 else ()
    return PageDocument(page.title, tuple(something(*caution, *page.blocks, *not_audited(problems))))


def _of(audit: Audit, export: str, *, alone: bool) -> PageDocument:
    blocks: list[Block] = []
    if audit.project.stamp:
        blocks.append(paragraph(strong(audit.project.stamp), look="stamp"))
    found = parts(audit, export)
    if not found:
        blocks.append(paragraph(NOT_IN_THIS_AUDIT))
    if alone:
        blocks.append(paragraph(CAUTION[export]))
    for n, part in enumerate(found, 1):
        blocks += [
            Heading(2, text(part.export.title), f"part-{n}"),
            paragraph(words.sentence(part.export.says)),
            *_WRITTEN[export](part),
            *(paragraph(_("Source: {cited}", cited=cited), look="minor") for cited in part.export.cites),
        ]
    where = _("Lines are those of {either}.", either=words.either(audit.project.file))
    by = f"{words.judged_by(audit)} ({audit.rubric.sha256[:12]})."
    blocks.append(paragraph(f"{where} {by} {words.MIRROR}", look="minor"))
    return PageDocument(words.titled(audit.project), tuple(something(*blocks)))


def _gripp2(part: ExportPart) -> Iterator[Block]:
    """One row for each topic: what a paper asks for."""
    rows: list[tuple[Runs, Runs]] = []
    for n, section in enumerate(part.sections, 1):
        topic = text(strong(f"{n}. {section.item.title}."), f" {words.sentence(section.item.says)}")
        rows.append((topic, _in_a_cell(section)))
    caption = _("{export}: {number} topics, and what the file says to each", export=part.export.title, number=len(rows))
    yield Table((text(_("Topic")), text(_("What the file tells"))), tuple(rows), caption)


def _in_a_cell(section: ExportSection) -> Runs:
    """What the file says to a topic, each thing on a line of its own."""
    if not section.groups:
        return text(untold(". ".join(filter(None, (NOTHING["gripp2"], section.where)))))
    lines = ((*_about(group), *_between(" ", map(_with_lines, group.said))) for group in section.groups)
    return _between("\n", lines)


def _between(mark: str, parts: Iterable[Runs]) -> Runs:
    """Parts behind one another, with a mark between them."""
    return tuple(chain.from_iterable((Run(mark), *part) if n else part for n, part in enumerate(parts)))


def _crosswalk(part: ExportPart) -> Iterator[Block]:
    """Each item with what the file says to it, and the criteria that speak to it."""
    for n, section in enumerate(part.sections, 1):
        yield Heading(3, text(f"{n}. {section.item.title}"))
        yield paragraph(words.sentence(section.item.says))
        yield from items(map(_speaks, section.groups))
        if not section.groups:
            yield paragraph(untold(NOTHING["crosswalk"]))
        if section.criteria:
            yield paragraph(_("Criteria of the rubric that speak to it:"))
            yield from items(f"{c.title}: {words.level_says(c)}" for c in section.criteria)
        else:
            yield paragraph(_("No criterion of the rubric speaks to it."))


def _speaks(group: StatementGroup) -> Runs | tuple[Block, ...]:
    """What the file says to an item, as an entry of a list."""
    if len(group.said) == 1:
        return (*_about(group), *_with_lines(group.said[0]))
    several: tuple[Block, ...] = (paragraph(strong(f"{group.about}:")), *items(map(_with_lines, group.said)))
    return several


def _application(part: ExportPart) -> Iterator[Block]:
    """The sections as they may be pasted, and how many words each has."""
    for section in part.sections:
        yield Heading(3, text(section.item.title))
        yield from drafted(section)
    yield Heading(3, text(_("Words")))
    yield paragraph(COUNTED)
    rows = [(s.item.title, str(s.words), lines_say(s.lines) or _("no line")) for s in part.sections]
    yield table(
        (_("Section"), _("Words"), _("Rests on")),
        (*rows, (_("In all"), str(part.words), "")),
        _("Words, and the lines that each section rests on"),
    )


_WRITTEN = {"gripp2": _gripp2, "crosswalk": _crosswalk, "application": _application}


def drafted(section: ExportSection) -> Iterator[Block]:
    """The text of a section of an application."""
    for group in section.groups:
        if len(group.said) > 1:
            yield paragraph(strong(f"{group.about}:"))
            yield from items(map(_draft, group.said))
        else:
            yield paragraph(*_about(group), *_draft(group.said[0]))
    yield from (paragraph(untold(missing)) for missing in section.missing)


def _about(group: StatementGroup) -> Runs:
    return text(strong(f"{group.about}."), " ") if group.about else ()


def _draft(one: ExportSentence) -> Runs:
    """What is told, and what is not."""
    return _between(" ", ((piece,) for piece in (*text(one.text), *map(untold, one.missing))))


def _with_lines(one: ExportSentence) -> Runs:
    return (*_draft(one), *((Run(f" ({lines_say(one.lines)})", look="soft"),) if one.lines else ()))


def parts(audit: Audit, export: str) -> tuple[ExportPart, ...]:
    """The lists of one kind that an audit holds.

    What is not told stands in the text of an application; elsewhere only where the rest would read otherwise without it.
    """
    statements = {s.id: s for s in audit.statements}
    criteria = {c.id: c for p in audit.principles for c in p.criteria}
    asks = export == "application"

    def section(item: ExportItem) -> ExportSection:
        return ExportSection(
            item,
            _groups([statements[s] for s in item.statements if s in statements], asks=asks),
            tuple(_bracketed("not told", what) for what in item.not_told) if asks else (),
            tuple(criteria[c] for c in item.criteria if c in criteria),
        )

    return tuple(ExportPart(e, tuple(section(i) for i in e.items)) for e in audit.exports if e.format == export)


def _groups(statements: Sequence[Statement], *, asks: bool) -> tuple[StatementGroup, ...]:
    """Statements that follow one another and are about the same thing, together."""
    groups: list[tuple[str, list[ExportSentence]]] = []
    for statement in statements:
        said = _said(statement, asks=asks)
        name = next((b.says for b in statement.named if b.says), statement.about)
        about = words.capital(words.plain(name))
        if not said.text and not said.missing:
            continue
        if about and groups and groups[-1][0] == about:
            groups[-1][1].append(said)
        else:
            groups.append((about, [said]))
    return tuple(StatementGroup(about, tuple(together)) for about, together in groups)


def _said(statement: Statement, *, asks: bool) -> ExportSentence:
    told = [c for c in statement.clauses if c.state == "told"]
    rest = [c for c in statement.clauses if c.state != "told" and (asks or (told and c.because))]
    return ExportSentence(
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
    said = [
        str(run[0])
        if len(run) == 1
        else (_("{run} to {run_2}", run=run[0], run_2=run[-1]) if len(run) > 2 else f"{run[0]}, {run[-1]}")
        for run in runs
    ]
    return (
        (_("lines {said}", said=", ".join(said)) if len(lines) > 1 else _("line {said}", said=", ".join(said)))
        if lines
        else ""
    )
