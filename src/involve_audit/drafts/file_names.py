"""Whether the name of a file may name a person."""

from __future__ import annotations

import re

_PLAIN = frozenset((
    "application", "applications", "bid", "proposal", "ppi", "ppie", "cocp", "section", "form", "draft", "final", "version", "stage",
    "outline", "full", "report", "reports", "impact", "annual", "progress", "terms", "of", "reference", "references", "tor",
    "protocol", "plan", "involvement", "public", "patient", "patients", "summary", "plain", "lay", "english", "language", "minutes",
    "meeting", "meetings", "website", "page", "web", "text", "study", "project", "trial", "grant", "nihr", "ukri", "advert",
    "evaluation", "justification", "cost", "costs", "budget", "the", "and", "for", "research", "copy", "new", "an", "in", "on", "to",
    "with", "our", "my", "doc", "document", "documents", "notes", "account", "blog", "panel", "group", "advisory", "steering",
    "funder", "letter", "statement", "policy", "guide", "handbook", "role", "description", "invitation", "newsletter", "news",
    "leaflet", "poster", "agreement", "contract", "results", "findings", "paper", "article", "publication", "contributors",
    "contributor", "community", "engagement", "co", "production", "coproduction", "design", "codesign", "year", "month", "week",
    "part", "one", "two", "three", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "spring", "summer",
    "autumn", "winter", "draft1", "word", "file", "input", "test", "example", "prose", "clean", "tracked", "changes", "comments",
    "signed",
))  # fmt: skip
"""Words in the names of files that name no person."""


def tells_of_nobody(stem: str) -> bool:
    """Whether the name of a file holds only words that name no person, numbers and versions.

    >>> tells_of_nobody("PPI section v2 (final) 2026-03"), tells_of_nobody("Application Jane Smith")
    (True, False)
    """
    return all(
        word.casefold() in _PLAIN or re.fullmatch(r"[0-9]+|v[0-9]+|[0-9]+[a-z]|[a-z]", word, re.IGNORECASE)
        for word in re.findall(r"[^\W_]+", stem)
    )
