"""Pages that look back: two dates side by side, and the course over many. Pure functions of their results."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from involve_audit.results.comparison import Comparison, Course

FORMATS = ("text", "markdown", "html", "json")
"""The formats of these pages, by their names among `render.FORMATS`."""


def render(name: str, found: Comparison | Course, width: int = 80, *, colour: bool = False, ascii: bool = False) -> str:  # noqa: A002
    """A result in a format, by its name; width, colour and ASCII are for text alone."""
    if name == "json":
        from involve_audit.render.json import written

        return written(found)
    from involve_audit.render.comparison.page import document

    told = document(found)
    if name == "text":
        from involve_audit.render import text

        return text.written(told, width, colour=colour, ascii=ascii)
    if name == "markdown":
        from involve_audit.render import markdown

        return markdown.written(told)
    from involve_audit.render import html

    by = f"Written by {found.tool.name} {found.tool.version}."
    return html.written(told, foot=by, css="comparison.css", contents=True)


def json_schema(name: str) -> dict[str, Any]:
    """The JSON Schema of a `comparison` or of a `course`."""
    from involve_audit.render.json import described
    from involve_audit.results import comparison

    kind = {"comparison": comparison.Comparison, "course": comparison.Course}[name]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:involve-audit:{name}:{comparison.SCHEMA_VERSION}",
        "title": f"involve-audit: the {name}",
        "$ref": f"#/$defs/{kind.__name__}",
        "$defs": dict(sorted(described(kind, comparison.SCHEMA_VERSION).items())),
    }
