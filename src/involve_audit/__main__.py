"""Start the command line: `involve-audit`, or `python -m involve_audit`."""

from __future__ import annotations

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code."""
    from involve_audit.cli import outcome

    given = sys.argv[1:] if arguments is None else arguments
    return outcome.guard(lambda: _run(given))


def _run(given: list[str]) -> int:
    from involve_audit.cli import streams

    streams.prepare()
    # The commonest call needs no parser: typer takes more than half of the time of such a run.
    if len(given) > 1 and given[0] == "check" and all(a == "-" or not a.startswith("-") for a in given):
        from involve_audit.cli import check

        return check.check(check.Request(tuple(given[1:])))
    if given == ["--version"]:
        from involve_audit.cli import version

        streams.out(version())
        return 0
    from involve_audit.cli.app import app

    app(args=given, prog_name="involve-audit")
    return 0


if __name__ == "__main__":
    sys.exit(main())
