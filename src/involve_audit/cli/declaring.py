"""What commands declare their options with. It is imported only where options are read.

To import typer takes longer than a plain check, which needs none of it, and the page in a browser has no typer at all. Annotations of
commands are text until the parser asks for them, so each command can hold its options and cost nothing.
"""

from __future__ import annotations

__all__ = ["completion", "shared", "typer"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    import typer

    from involve_audit.cli import completion
    from involve_audit.cli import shared_options as shared
else:

    class _LaterModule:
        """A module that is imported when something of it is asked for."""

        def __init__(self, name: str) -> None:
            self._name = name

        def __getattr__(self, name: str) -> object:
            from importlib import import_module

            return getattr(import_module(self._name), name)

    typer = _LaterModule("typer")
    completion = _LaterModule("involve_audit.cli.completion")
    shared = _LaterModule("involve_audit.cli.shared_options")
