"""`schema`: print a JSON Schema."""

from __future__ import annotations

from typing import Annotated

from involve_audit.cli import files, streams
from involve_audit.cli.declaring import completion, typer
from involve_audit.cli.options import known
from involve_audit.cli.outcome import Usage


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME",
            help="project, rubric, own-rubric, policy, waivers, audit, comparison or course.",
            autocompletion=completion.schemas,
            show_default=False,
        ),
    ],
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write it to a file.", show_default=False)
    ] = None,
) -> int:
    """Print a JSON Schema: of files that people write for editors, of the audit, a comparison or a course for programs."""
    return schema(name, output)


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
    streams.err(f"wrote {files.shown(output)}")
    return 0
