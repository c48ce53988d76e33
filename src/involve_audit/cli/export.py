"""`export`: the log of a project file as a workbook to go on with."""

from __future__ import annotations

import os
from typing import Annotated

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import HERE
from involve_audit.cli.outcome import Usage


def command(
    file: shared.FileOrHere = None,
    xlsx: Annotated[
        str | None,
        typer.Option("--xlsx", metavar="FILE", help="The workbook to write, such as log.xlsx.", show_default=False),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a workbook that is there already.")] = False,
) -> int:
    """Write what people said and what came of it, and the decisions, as a workbook that people go on filling in.

    `import` knows its headings: it brings home the rows that were added and the cells that were filled in.
    """
    return export(file, xlsx, force=force)


def export(name: str | None, xlsx: str | None, *, force: bool) -> int:
    """Write the log and the decisions of a project file as a workbook."""
    from involve_audit.importing.log_workbook import DoesNotFit, entries_in, workbook
    from involve_audit.importing.workbook import NoWorkbook
    from involve_audit.load import read, read_project

    project = name or HERE
    if xlsx is None:
        raise Usage("say where to write the workbook: --xlsx log.xlsx")
    if not xlsx.lower().endswith(".xlsx"):
        raise outcome.no_ending(xlsx, (".xlsx",))
    if os.path.lexists(xlsx) and not force:
        raise Usage(
            f"{files.named(xlsx)} is there already and may hold rows that people wrote; import it first, then --force writes over it"
        )
    try:
        document = read(files.read(project), files.shown(project))
        read_project(document)
        data = workbook(document.tree)
        files.write_all({xlsx: data})
    except (files.CannotRead, NoWorkbook, DoesNotFit) as problem:
        raise Usage(str(problem)) from None
    log, decisions = (len(entries_in(document.tree, *path)) for path in (("influence", "log"), ("power", "decisions")))
    streams.err(
        f"wrote {files.named(xlsx)}: {log} {'entry' if log == 1 else 'entries'} of the log and {decisions} decision{'s' * (decisions != 1)}. "
        f"`involve-audit import {files.named(xlsx)}"
        + ("" if project == HERE else f" --into {files.named(project)}")
        + "` brings home what was added"
    )
    return outcome.HOLDS
