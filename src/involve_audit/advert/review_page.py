"""A review as a page for people, in each of its formats, or as JSON for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from involve_audit.render import PAGES
from involve_audit.render.blocks import Heading, PageDocument, Quote, items, paragraph, state, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.advert.findings import AdvertFinding, AdvertReview
    from involve_audit.documents.reading import Text
    from involve_audit.render.blocks import Block

FORMATS = (*PAGES, "json")
"""The formats of a review, by their names among `render.FORMATS`."""

SCHEMA_VERSION = "1"
CLOSING = (
    "This reads words and not meaning. What it names is a question to talk over, best with people from the group that you invite; "
    "what it does not name may still be a promise."
)
_QUOTE = 300


def document(advert: Text, project: str | None, found: AdvertReview) -> PageDocument:
    """A review for people: each finding at its line, then what the invitation says and does not."""
    blocks = [block for finding in found.findings for block in _finding(finding, advert, project)]
    told = ", ".join(f"{name} ({advert.unit} {line})" for name, line in found.said.items())
    more = (
        f"Named in the advert: {told}." if told else "",
        f"Paragraphs from {advert.aside} on stand in headers, footers and notes." if advert.aside is not None else "",
        f"Reading grade of the whole text: {found.grade:.1f} (Automated Readability Index)."
        if found.grade is not None
        else "",
        *(f"Not looked at: {what}." for what in found.not_looked_at),
        *found.notes,
    )
    return PageDocument(
        f"An invitation, line by line: {advert.name}",
        (
            *blocks,
            Heading(2, text("In all")),
            paragraph(_summary(advert, project, found), look="headline"),
            *map(paragraph, filter(None, more)),
            paragraph(CLOSING, look="minor"),
        ),
    )


def _finding(finding: AdvertFinding, advert: Text, project: str | None) -> Iterator[Block]:
    at = (
        ""
        if finding.line is None
        else f":{finding.line}"
        if advert.unit == "line"
        else f": {advert.unit} {finding.line}"
    )
    level = state("open" if finding.level == "warning" else "plain", finding.level)
    yield Heading(2, text(f"{advert.name}{at}: ", level, f" {finding.rule}"))
    if finding.quote:
        yield Quote((paragraph(shortened(finding.quote)),))
    yield paragraph(finding.says)
    yield from items(f"{project or ''}:{told.line}: {told.says}" for told in finding.file)
    if finding.instead:
        yield paragraph(f"Kinder: {finding.instead}")
    yield paragraph(finding.asks, look="asks")


def _summary(advert: Text, project: str | None, found: AdvertReview) -> str:
    beside = f", read beside {project}" if project is not None else ", read without a project file"
    if not found.findings:
        return f"{advert.name}{beside}: nothing found."
    counts = {level: sum(f.level == level for f in found.findings) for level in ("warning", "note")}
    told = " and ".join(f"{n} {level}{'s' if n > 1 else ''}" for level, n in counts.items() if n)
    return f"{advert.name}{beside}: {told}."


def shortened(quote: str) -> str:
    """A quotation that fits; a very long one is cut."""
    return quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1].rstrip() + "…"


def as_json(advert: Text, project: str | None, found: AdvertReview, version: str) -> str:
    """A review for programs. Fields may come; `schema_version` changes when one goes or changes its meaning."""
    tree = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "involve-audit", "version": version},
        "advert": {
            "file": advert.name,
            "kind": advert.kind,
            "lines_are": f"{advert.unit}s",
            "sentences": len(advert.sentences),
            "headers_footers_notes_from": advert.aside,
        },
        "project": None if project is None else {"file": project},
        "findings": [
            {
                "rule": f.rule,
                "level": f.level,
                "line": f.line,
                "quote": f.quote,
                "says": f.says,
                "asks": f.asks,
                "instead": f.instead or None,
                "project_lines": [{"path": told.path, "line": told.line, "says": told.says} for told in f.file],
            }
            for f in found.findings
        ],
        "named": [{"what": name, "line": line} for name, line in found.said.items()],
        "not_named": list(found.unsaid),
        "reading_grade": None if found.grade is None else round(found.grade, 1),
        "not_looked_at": list(found.not_looked_at),
        "limits": [CLOSING, *found.notes],
    }
    written = json.dumps(tree, ensure_ascii=False, indent=2)
    return written.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
