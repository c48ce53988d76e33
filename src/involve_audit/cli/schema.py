"""`schema`: print a JSON Schema."""

from __future__ import annotations

from involve_audit.cli import files, streams
from involve_audit.cli.options import known
from involve_audit.cli.outcome import Usage


def schema(name: str, output: str | None) -> int:
    """Print one of the schemas, or write it to a file."""
    from involve_audit.generate import SCHEMAS, schema_text

    known("schema", name, tuple(SCHEMAS), "")
    text = schema_text(name)
    if output is None:
        streams.out_exact(text)
        return 0
    try:
        files.write_all({output: text.encode("utf-8")})
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    streams.err(f"wrote {output}")
    return 0
