"""The report for the team: one sheet first, then the pages to talk over, then, where it is asked for, everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import LAYERS, USUAL_LAYER, words
from involve_audit.render.blocks import Heading, PageDocument, deeper, paragraph, text
from involve_audit.render.discussion import discussion
from involve_audit.render.report import conversation, evidence, sheet
from involve_audit.render.report.lines import Quoted
from involve_audit.render.report.once import once
from involve_audit.render.unread import not_audited

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit


def document(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), layer: str = USUAL_LAYER) -> PageDocument:
    """What the report says; with several audits each is a part of its own. What could not be audited comes first.

    Raises:
        KeyError: there is no such layer.
    """
    if layer not in LAYERS:
        raise KeyError(layer)
    several = len(audits) != 1
    blocks: list[Block] = list(not_audited(problems))
    for n, audit in enumerate(audits, 1):
        prefix = f"project-{n}-" if several else ""
        parts = list(once(_of(audit, layer, prefix)))
        if several:
            blocks.append(Heading(2, text(words.titled(audit.project)), f"{prefix}title"))
            parts = list(deeper(parts))
        blocks += parts
    if not several:
        title = words.titled(audits[0].project)
    else:
        title = (
            _("How people are involved in {number} projects", number=len(audits))
            if audits
            else _("No project was audited")
        )
        if audits:
            blocks.insert(
                0,
                paragraph(
                    _("In the order in which the files were given. {not_ranked}", not_ranked=words.NOT_RANKED),
                    look="minor",
                ),
            )
    return PageDocument(title, tuple(blocks))


def _of(audit: Audit, layer: str, prefix: str) -> Iterator[Block]:
    """What is said of one project, from headings of the second level."""
    quoted = Quoted(prefix)
    things = sheet.to_do(audit, sheet.FIRST_THINGS + conversation.FURTHER)
    yield from sheet.head(audit)
    yield from sheet.sheet(audit, things, prefix, alone=layer == "sheet")
    if layer == "sheet":
        return
    full, topics = layer == "full", discussion(audit)
    yield from conversation.stands(audit, quoted, prefix)
    yield from conversation.why(audit, quoted, prefix)
    yield from conversation.not_known(audit, prefix)
    yield from conversation.talk(audit, topics, quoted, prefix)
    yield from conversation.do(audit, things, prefix)
    yield from conversation.said(audit, quoted, prefix, most=None if full else conversation.SAID)
    if full:
        yield from evidence.everything(audit, things, topics, quoted, prefix)
    yield from conversation.limits(audit, quoted, prefix)
    yield from evidence.references(audit, prefix, full=full)
    lines = quoted.quoted()
    if lines:
        yield Heading(2, text(_("The lines of the file")), f"{prefix}lines")
        yield from lines
