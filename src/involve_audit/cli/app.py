"""What a user types: the commands, each in one module with its options. A module is imported when its command runs."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from types import ModuleType

COMMANDS = {
    "check": "Judge project files, and pass or fail.",
    "ask": "Ask what decides, and write the answers down.",
    "report": "Write reports to look at and talk over.",
    "portfolio": "Put many projects into one table.",
    "init": "Write a project file to start from.",
    "explain": "Explain a word that stands in a report.",
    "facts": "Show what a file says, before it is judged.",
    "flip": "Show which answers the verdict hangs on.",
    "schema": "Print a JSON Schema for editors or programs.",
    "import": "Put a log that a team already keeps into a project file.",
    "export": "Write the log as a workbook that people go on filling in.",
    "advert": "Read an advert or invitation, alone or beside a project file.",
    "page": "Write the whole tool as one page for any browser.",
    "form": "Write the contributors' questions: for a screen, to print or to read out.",
    "room": "Tell who is in a room without counts, from a private file.",
    "compare": "Compare two versions, and say what became of each promise.",
    "merge": "Merge two files that were filled in apart.",
    "due": "List what is promised and still owed, with its days.",
    "history": "Draw the course of a project file over its git versions.",
}
"""The commands in the order of `--help`, each with its line. The module of the same name has its options, in `command`."""
GROUPS = {
    "rubric": "List, show or check rubrics.",
    "policy": "Show what a check holds to.",
    "reference": "List and show populations that a room can be compared with.",
    "views": "Count what contributors answer, and guard their reply.",
}
"""Those that have commands of their own, the `COMMANDS` of their module."""


def module_of(name: str) -> ModuleType:
    """The module of a command, imported now."""
    return import_module(f"involve_audit.cli.{name}_" if iskeyword(name) else f"involve_audit.cli.{name}")


def _bare(**settings: Any) -> typer.Typer:
    return typer.Typer(rich_markup_mode=None, add_completion=False, **settings)


class _Command(TyperCommand):
    """A command of which its line is known, and no more until it runs or its options are asked for."""

    def make_context(self, info_name: str | None, args: list[str], parent: Any = None, **extra: Any) -> Any:
        """Go on with the whole command."""
        return self.whole(module_of(str(self.name))).make_context(info_name, args, parent, **extra)

    def whole(self, module: ModuleType) -> Any:
        """The command with its options."""
        made = _bare()
        made.command(self.name)(module.command)
        return typer.main.get_command(made)


class _Group(_Command):
    """A command with commands of its own."""

    def whole(self, module: ModuleType) -> Any:
        """The commands with their options."""
        made = _bare(help=self.help, no_args_is_help=True)
        for name, function in module.COMMANDS.items():
            made.command(name)(function)
        return typer.main.get_group(made)


class _All(TyperGroup):
    """All commands, none of them imported."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        for name, line in COMMANDS.items():
            self.add_command(_Command(name, rich_markup_mode=None, short_help=line))
        for name, line in GROUPS.items():
            self.add_command(_Group(name, rich_markup_mode=None, help=line))


def _ends(code: int, **_: object) -> None:
    """What a command returns is the exit code."""
    raise typer.Exit(code)


app = typer.Typer(
    name="involve-audit",
    cls=_All,
    help="Look honestly at how people with lived experience are involved in a project.",
    epilog="Exit codes: 0 audited and the policy holds; 1 audited and it does not; 2 something could not be audited.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    result_callback=_ends,
)


def _version(wanted: bool) -> None:
    if wanted:
        from involve_audit.cli import streams, version

        streams.out(version())
        raise typer.Exit


@app.callback()
def involve_audit(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Look honestly at how people with lived experience are involved in a project."""
