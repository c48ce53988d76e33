"""From a document to what it would tell: every rule on every sentence, each answer once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from involve_audit.documents.blocks import Bounds
from involve_audit.drafts import forms, groups, happened, practices, said
from involve_audit.drafts.passages import passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.documents.reading import Text
    from involve_audit.drafts.proposal import Proposal

DOCUMENT = Bounds("an application", "some ten to a hundred pages", 30_000_000, 600_000, 6_000_000)
"""How much of a document is read."""
RULES = (
    happened.called, happened.dates, groups.rooms, groups.how_many, groups.posts, groups.meetings, happened.parts,
    happened.consulted, happened.decisions, practices.pay, practices.expenses, practices.choice, practices.budget, practices.lead,
    practices.papers, practices.glossary, practices.training, practices.support, practices.leaving, practices.feedback, practices.credit, said.log, forms.lines,
)  # fmt: skip


def read_document(data: bytes, name: str) -> Text:
    """Read a document as adverts are read, with room for a long one.

    Raises:
        NotReadable: it is too large, of another kind, damaged, protected, in another language, or holds no words.
    """
    from involve_audit.documents.in_english import only_english
    from involve_audit.documents.reading import read_text

    return only_english(read_text(data, name, DOCUMENT))


def found_in(document: Text) -> tuple[Proposal, ...]:
    """What a document would tell, in the order of its sentences; the same answer once."""
    seen: set[object] = set()
    changed: set[str] = set()
    found: list[Proposal] = []
    there: set[tuple[str, ...]] = set()
    for told in _all(document):
        proposal = told
        if told.at[0] == "rooms" and told.value("status") == "planned" and told.at in there:
            proposal = told.with_values(status=None)  # what a group will do makes it none that is only planned
        if told.at[0] == "rooms" and told.value("status") in ("ongoing", "done"):
            there.add(told.at)
        key = (proposal.at, str(proposal.values))
        change = str(proposal.value("changed") or "")
        if key not in seen and (not change or change not in changed):
            seen.add(key)
            changed.add(change)
            found.append(proposal)
    return tuple(found)


def _all(document: Text) -> Iterator[Proposal]:
    for passage in passages(document):
        for rule in RULES:
            for proposal in rule(passage):
                yield replace(
                    proposal, sentence=passage.sentence.text, line=passage.sentence.line, heading=passage.heading
                )
