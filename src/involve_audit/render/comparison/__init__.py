"""Pages that look back: two dates side by side, and the course over many. Pure functions of their results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.language import _
from involve_audit.render import PAGES
from involve_audit.render.pages import Page, latest

if TYPE_CHECKING:
    from involve_audit.results.comparison import Comparison, Course

FORMATS = (*PAGES, "json")
"""The formats of these pages, by their names among `render.FORMATS`."""


def as_page(found: Comparison | Course) -> Page:
    """A result as a page."""
    from involve_audit.render.comparison.page import document
    from involve_audit.results.comparison import Course

    day = found.date if isinstance(found, Course) else latest((found.before.date, found.after.date))
    by = _("Written by {tool} {version}.", tool=found.tool.name, version=found.tool.version)
    return Page(document(found), day, css="comparison.css", foot=by, contents=True)


def render(name: str, found: Comparison | Course, width: int = 80, *, colour: bool = False, ascii: bool = False) -> str:  # noqa: A002
    """A result in a format that is text, by its name; width, colour and ASCII are for plain text alone."""
    if name == "json":
        from involve_audit.render.json import written

        return written(found)
    return as_page(found).text(name, width, colour=colour, ascii=ascii)


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a `comparison` or of a `course`."""
    from involve_audit.render.json import described
    from involve_audit.results import comparison

    kind = {"comparison": comparison.Comparison, "course": comparison.Course}[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:involve-audit:{name}:{comparison.SCHEMA_VERSION}",
        "title": _("involve-audit: the {name}", name=name),
        "$ref": f"#/$defs/{kind.__name__}",
        "$defs": dict(sorted(described(kind, comparison.SCHEMA_VERSION).items())),
    }
