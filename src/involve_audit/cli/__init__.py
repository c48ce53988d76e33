"""The command line: the only part that reads files, streams, the environment and the clock.

`app` lists what a user types; each other module is one command with its options, or one thing that several commands need.
"""

from __future__ import annotations


def version() -> str:
    """The name and version of the tool, as `--version` prints them."""
    from involve_audit import __version__

    return f"involve-audit {__version__}"
