"""`schema`: print a JSON Schema."""

from __future__ import annotations

from involve_audit.cli import files, streams
from involve_audit.cli.check import known
from involve_audit.cli.outcome import Usage

NAMES = ("project", "rubric", "policy", "waivers", "audit")


def schema(name: str, output: str | None) -> int:
    """Print one of the schemas, or write it to a file."""
    known("schema", name, NAMES, "")
    text = text_of(name)
    if output is None:
        streams.out_exact(text)
        return 0
    try:
        files.write_all({output: text.encode("utf-8")})
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    streams.err(f"wrote {output}")
    return 0


def text_of(name: str) -> str:
    """The text of a schema."""
    from involve_audit import schema as schemas

    if name == "audit":
        from involve_audit.render.json import json_schema

        return schemas.as_text(json_schema())
    made = {
        "project": schemas.project_schema,
        "rubric": schemas.rubric_schema,
        "policy": schemas.policy_schema,
        "waivers": schemas.waivers_schema,
    }
    return schemas.as_text(made[name]())
