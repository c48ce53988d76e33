"""What a project says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.judge.advice import ended, long_past
from involve_audit.language import _
from involve_audit.project.accounts import is_from_published_text
from involve_audit.results.audit import Head
from involve_audit.wording.entry_words import WHO
from involve_audit.wording.messages import listed

if TYPE_CHECKING:
    from involve_audit.facts.case import Case
    from involve_audit.load import Document

STAMP = _("Written from published text; not an assessment of the project.")


_FILLED_BY = {by: WHO[by].report for by in ("outside the team", "team", "together")}


def title_of(case: Case) -> str:
    """The title of a project, as every page names it."""
    head = case.told.project
    return head.title if head and head.title else "(no title)"


def head_of(case: Case, document: Document) -> Head:
    """What a project says of itself, and whether it is told to have ended."""
    head, filled = case.told.project, case.told.filled_in
    who = ""
    if filled is not None:
        by = listed([_FILLED_BY.get(who, who) for who in filled.by or ()])
        parts = [
            _("Filled in {when}", when=filled.when.in_words) if filled.when else _("Filled in"),
            _("by {by}", by=by) if by else "",
        ]
        paid = {"yes": _("contributors were paid for it"), "no": _("contributors were not paid for it")}
        if filled.contributors_paid_for_it in paid:
            parts.append(f"({paid[str(filled.contributors_paid_for_it)]})")
        who = " ".join(p for p in parts if p) + "."
    return Head(
        title=title_of(case),
        file=document.name,
        summary=(head.summary or "") if head else "",
        phase=(head.phase or "") if head else "",
        kind=(head.kind or "") if head else "",
        stamp=STAMP if is_from_published_text(case.told) else "",
        filled_in="" if who == _("Filled in.") else who,
        ended=ended(case),
        last_told=long_past(case),
    )
