"""Options and arguments that several commands have, declared once. Each command's own stand in its module."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from involve_audit.cli import completion
from involve_audit.render import FORMATS, PAGES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Sequence


def day(means: str, option: str = "--date") -> Any:
    """An option that takes a day, with what it means for this command."""
    return typer.Option(option, metavar="YYYY-MM-DD", help=means, show_default=False)


Files = Annotated[
    list[str],
    typer.Argument(metavar="FILES", help="Project files, folders, or `-` for standard input.", show_default=False),
]
FilesOrHere = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[FILES]...",
        help="Project files, folders, or `-` for standard input. [default: project.yaml]",
        show_default=False,
    ),
]
FileOrHere = Annotated[
    str | None,
    typer.Argument(metavar="[FILE]", help="A project file, or `-`. [default: project.yaml]", show_default=False),
]
Rubric = Annotated[
    str | None,
    typer.Option(
        "--rubric",
        metavar="NAME|FILE",
        help="The rubric to judge by. [default: co-production]",
        show_default=False,
        autocompletion=completion.rubrics,
    ),
]
Date = Annotated[str | None, day("The day as of which to judge. [default: today]")]
Policy = Annotated[
    str | None,
    typer.Option(
        "--policy",
        metavar="FILE",
        help="A policy file that a funder publishes; it adds to the default policy.",
        show_default=False,
    ),
]
Require = Annotated[
    list[str] | None,
    typer.Option(
        "--require",
        metavar="NAME",
        help="Ask for more: honest-label, promises-specific, contributors-heard, at least a rung such as collaboration, told-reward, "
        "reward-at-least-2, documented-reward, reviewed-within-12-months, or a gate. Repeatable.",
        autocompletion=completion.requirements,
        show_default=False,
    ),
]
AllowUnknown = Annotated[bool, typer.Option("--allow-unknown", help="What is not told does not fail the check.")]
ReportOnly = Annotated[
    bool, typer.Option("--report-only", help="Exit with 0 where it would be 1 (never where it would be 2).")
]
Excerpts = Annotated[
    bool | None,
    typer.Option(
        "--excerpts/--no-excerpts",
        help="Quote the files, or leave people's words out of everything, for logs that others read. [default: quote, but not where CI is set]",
        show_default=False,
    ),
]


def page_format(*own: str) -> Any:
    """An option that takes the format of a page, or one of the command's own."""
    return typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=f"{_either((*PAGES, *own))}. [default: by the name of the file, else text]",
        show_default=False,
        autocompletion=completion.among(*(name for name in PAGES if name in TEXTS), *own),
    )


def page_output(*own: str, more: str = "") -> Any:
    """An option that takes files to write a page into, or a format of the command's own, by how their names end."""
    endings = (*(FORMATS[name].endings[0] for name in PAGES), *own)
    return typer.Option(
        "--output", "-o", metavar="FILE", help=f"Write it: {_either(endings)}.{more}", show_default=False
    )


def _either(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


PageFormat = Annotated[str | None, page_format("json")]
PageOutput = Annotated[list[str] | None, page_output(".json", more=" Repeatable.")]
Project = Annotated[str, typer.Argument(metavar="PROJECT", help="The project file.", show_default=False)]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Print the block, and write nothing.")]
Isolated = Annotated[
    bool,
    typer.Option("--isolated", help="Take no settings from .involve-audit.yaml or pyproject.toml beside the file."),
]
Width = Annotated[int | None, typer.Option("--width", metavar="N", min=40, help="Columns of text.", show_default=False)]
RequireAsCheck = Annotated[
    list[str] | None,
    typer.Option(
        "--require",
        metavar="NAME",
        help="Ask for more, as `check` does. Repeatable.",
        show_default=False,
        autocompletion=completion.requirements,
    ),
]
"""What a command says that takes them from `check`."""
