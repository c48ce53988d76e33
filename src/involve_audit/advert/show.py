"""A review as text to read or as JSON for programs. Pure: what the advert says cannot move the cursor."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from involve_audit.messages import readable

if TYPE_CHECKING:
    from involve_audit.advert.findings import Finding, Review
    from involve_audit.advert.reading import Advert

SCHEMA_VERSION = "1"
CLOSING = (
    "This reads words and not meaning. What it names is a question to talk over, best with people from the group that you invite; "
    "what it does not name may still be a promise."
)
_QUOTE = 300


def as_text(advert: Advert, project: str | None, found: Review, width: int) -> str:
    """A review for people: each finding at its line, then what the invitation says and does not."""
    wide = max(width - 4, 30)
    lines: list[str] = []
    for finding in found.findings:
        lines += [*_finding(finding, advert, project, wide), ""]
    if found.said:
        told = ", ".join(f"{name} ({advert.unit} {line})" for name, line in found.said.items())
        lines += [*_wrapped(f"Named in the advert: {told}.", width), ""]
    if advert.aside is not None:
        lines += [*_wrapped(f"Paragraphs from {advert.aside} on stand in headers, footers and notes.", width), ""]
    if found.grade is not None:
        lines += [f"Reading grade of the whole text: {found.grade:.1f} (Automated Readability Index).", ""]
    for what in found.not_looked_at:
        lines += [*_wrapped(f"Not looked at: {what}.", width), ""]
    for note in found.notes:
        lines += [*_wrapped(note, width), ""]
    lines += _wrapped(_summary(advert, project, found), width)
    lines += _wrapped(CLOSING, width)
    return "\n".join(lines) + "\n"


def _finding(finding: Finding, advert: Advert, project: str | None, wide: int) -> list[str]:
    name = _clean(advert.name)
    place = (
        name
        if finding.line is None
        else f"{name}:{finding.line}"
        if advert.unit == "line"
        else f"{name}: {advert.unit} {finding.line}"
    )
    lines = [f"{place}: {finding.level}: {finding.rule}"]
    if finding.quote:
        lines += _indented(f"“{shortened(_clean(finding.quote))}”", wide, "    ")
    lines += _indented(_clean(finding.says), wide, "  ")
    lines += [
        line
        for told in finding.file
        for line in _indented(f"{_clean(project or '')}:{told.line}: {_clean(told.says)}", wide, "    ")
    ]
    if finding.instead:
        lines += _indented(f"Kinder: {finding.instead}", wide, "  ")
    return lines + _indented(finding.asks, wide, "  ")


def _summary(advert: Advert, project: str | None, found: Review) -> str:
    beside = f", read beside {_clean(project)}" if project is not None else ", read without a project file"
    if not found.findings:
        return f"{_clean(advert.name)}{beside}: nothing found."
    counts = {level: sum(f.level == level for f in found.findings) for level in ("warning", "note")}
    told = " and ".join(f"{n} {level}{'s' if n > 1 else ''}" for level, n in counts.items() if n)
    return f"{_clean(advert.name)}{beside}: {told}."


def _indented(text: str, wide: int, indent: str) -> list[str]:
    return _wrapped(text, wide + 4, indent) or [indent.rstrip()]


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    # A command or a word with a hyphen stays in one piece, to be copied or looked for.
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _clean(text: str) -> str:
    return readable(text).replace("\n", " ")


def shortened(text: str) -> str:
    """A quotation that fits; a very long one is cut."""
    return text if len(text) <= _QUOTE else text[: _QUOTE - 1].rstrip() + "…"


def as_json(advert: Advert, project: str | None, found: Review, version: str) -> str:
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
    text = json.dumps(tree, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
