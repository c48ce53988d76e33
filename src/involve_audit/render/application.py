"""The text of an application as a Word document, laid out in the boxes of a form where one is given.

Nothing is cut: what is too long is said, and what no box takes stands at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import exports, papers, words
from involve_audit.render.blocks import Document, Heading, paragraph, strong
from involve_audit.render.blocks import text as runs
from involve_audit.render.pages import Page, latest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.render.exports import Section
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


def document(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), form: FormBoxes | None = None) -> Document:
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
        for title, limit, held in _boxes(audit, form):
            blocks += [Heading(3, runs(title)), paragraph(strong(_says(_words(held), limit)))]
            for section in held:
                blocks += [Heading(4, runs(section.item.title)), *exports.drafted(section)]
    blocks += [
        paragraph(exports.COUNTED),
        paragraph(
            _(
                "The limits stand in: {source} (read {read}). Limits change; look again before you hand it in.",
                source=form.source,
                read=form.read,
            )
        ),
        *(paragraph(f"{words.judged_by(audit)} {words.MIRROR}", look="minor") for audit in audits),
        *(paragraph(_("Not audited: {problem}", problem=problem.text)) for problem in problems),
    ]
    return Document(form.title, tuple(papers.something(*blocks)))


def too_long(audits: Sequence[Audit], form: FormBoxes) -> tuple[str, ...]:
    """Each box that has more words than it takes, in a sentence."""
    return tuple(
        f"{audit.project.file}: {title}: {_says(_words(held), limit)}"
        for audit in audits
        for title, limit, held in _boxes(audit, form)
        if limit is not None and _words(held) > limit
    )


def _boxes(audit: Audit, form: FormBoxes) -> Iterator[tuple[str, int | None, list[Section]]]:
    """Each box with its sections; what no box holds stands in one more, without a limit."""
    there = {section.item.id: section for part in exports.parts(audit, "application") for section in part.sections}
    for box in form.boxes:
        yield box.title, box.words, [there.pop(name) for name in box.holds if name in there]
    rest = [section for section in there.values() if section.groups or section.missing]
    if rest:
        yield ELSEWHERE, None, rest


def _words(held: Sequence[Section]) -> int:
    return sum(section.words for section in held)


def _says(number: int, limit: int | None) -> str:
    if limit is None:
        return _("{number} words; no limit is given", number=number)
    over = _(": {number} too many", number=number - limit) if number > limit else ""
    return _("{number} of {limit} words{over}", number=number, limit=limit, over=over)
