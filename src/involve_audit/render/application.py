"""The text of an application as a Word document, laid out in the boxes of a form where one is given.

Nothing is cut: what is too long is said, and what no box takes stands at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext
from involve_audit.render import exports, words
from involve_audit.render.blocks import Heading, PageDocument, paragraph, something, strong
from involve_audit.render.blocks import text as runs
from involve_audit.render.exports import ExportSection, ExportSentence, StatementGroup
from involve_audit.render.pages import Page, latest
from involve_audit.results.audit import ExportItem
from involve_audit.results.boxes import TITLE, Box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit
    from involve_audit.results.boxes import FormBoxes

ELSEWHERE = _("In no box of the form")


def render_bytes(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), form: FormBoxes | None = None) -> bytes:
    """One Word document for all audits."""
    return Page(document(audits, problems, form), latest(a.date for a in audits)).data("docx")


def text(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), form: FormBoxes | None = None) -> str:
    """The same as Markdown."""
    return Page(document(audits, problems, form)).text("markdown")


def document(
    audits: Sequence[Audit], problems: Sequence[NotAudited] = (), form: FormBoxes | None = None
) -> PageDocument:
    """What it says: section by section, or box by box where a form is given."""
    if form is None:
        return exports.document(audits, problems, "application")
    blocks: list[Block] = []
    for audit in audits:
        blocks += [
            Heading(2, runs(words.titled(audit.project))),
            paragraph(strong(audit.project.stamp), look="stamp"),
            paragraph(exports.DRAFT),
        ]
        for box, held in _boxes(audit, form):
            blocks += [Heading(3, runs(box.title)), paragraph(strong(_says(box, held)))]
            if box.note:
                blocks.append(paragraph(words.sentence(box.note)))
            for section in held:
                blocks += [Heading(4, runs(section.item.title)), *exports.drafted(section)]
    blocks += [
        paragraph(_("{counted} Spaces count as characters; a form may count in another way.", counted=exports.COUNTED)),
        *(paragraph(source) for source in _sources(form)),
        paragraph(_("Limits change; look again before you hand it in.")),
        *(paragraph(f"{words.judged_by(audit)} {words.MIRROR}", look="minor") for audit in audits),
        *(paragraph(_("Not audited: {problem}", problem=problem.text)) for problem in problems),
    ]
    return PageDocument(form.title, tuple(something(*blocks)))


def too_long(audits: Sequence[Audit], form: FormBoxes) -> tuple[str, ...]:
    """Each box that holds more than it takes, in a sentence."""
    return tuple(
        f"{audit.project.file}: {box.title}: {_says(box, held)}"
        for audit in audits
        for box, held in _boxes(audit, form)
        if any(number > limit for number, limit, __ in _measured(box, held) if limit is not None)
    )


def _boxes(audit: Audit, form: FormBoxes) -> Iterator[tuple[Box, list[ExportSection]]]:
    """Each box with its sections; what no box holds stands in one more, without a limit."""
    sections = {section.item.id: section for part in exports.parts(audit, "application") for section in part.sections}
    there = {**sections, TITLE: _title(audit)} if sections else {}
    for box in form.boxes:
        yield box, [there.pop(name) for name in box.holds if name in there]
    rest = [section for name, section in there.items() if name != TITLE and (section.groups or section.missing)]
    if rest:
        yield Box(ELSEWHERE, None, None, True, (), "", "", ""), rest


def _title(audit: Audit) -> ExportSection:
    """The title of the work, as a section of its own."""
    told = words.plain(audit.project.title or "")
    return ExportSection(
        ExportItem(TITLE, _("Title"), "", (), (), (), ()),
        (StatementGroup("", (ExportSentence(told, (), ()),)),) if told else (),
        () if told else (_("[not told: the title]"),),
        (),
    )


def _measured(box: Box, held: Sequence[ExportSection]) -> Iterator[tuple[int, int | None, str]]:
    """How much stands in a box, and how much it takes, in words and in characters."""
    yield sum(section.words for section in held), box.words, "words"
    lines = [section.characters for section in held if section.characters]
    yield sum(lines) + max(0, len(lines) - 1), box.characters, "characters"


def _says(box: Box, held: Sequence[ExportSection]) -> str:
    measured = tuple(_measured(box, held))
    limited = [
        (
            _(
                "{number} of {limit} {unit}: {number_2} too many",
                number=number,
                limit=limit,
                unit=unit,
                number_2=number - limit,
            )
            if number > limit
            else _("{number} of {limit} {unit}", number=number, limit=limit, unit=unit)
        )
        for number, limit, unit in measured
        if limit is not None
    ]
    if limited:
        return "; ".join(limited)
    if box.known:
        return _("{measured} words; no limit is given", measured=measured[0][0])
    long = words.listed(f"{number} {unit}" for number, __, unit in measured)
    return _("{long}; how much it takes is not known here: the form says it", long=long)


def _sources(form: FormBoxes) -> Iterator[str]:
    """Where the limits stand, or were looked for: each source once, with its boxes."""
    found: dict[tuple[str, str, bool], list[str]] = {}
    for box in form.boxes:
        found.setdefault((box.source, box.read, box.known), []).append(words.in_quotes(box.title))
    for (source, read, known), titles in found.items():
        of = _(" of {titles}", titles=words.listed(titles)) if len(found) > 1 else ""
        several = not of or len(titles) > 1
        if known:
            yield ngettext(
                "The limit{of} stands in: {source} (read {read}).",
                "The limits{of} stand in: {source} (read {read}).",
                1 + several,
                of=of,
                source=source,
                read=read,
            )
        else:
            yield ngettext(
                "The limit{of} could not be read in: {source} (looked up {read}).",
                "The limits{of} could not be read in: {source} (looked up {read}).",
                1 + several,
                of=of,
                source=source,
                read=read,
            )
