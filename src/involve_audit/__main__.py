"""Start the command line: `involve-audit`, or `python -m involve_audit`."""

from __future__ import annotations

import gc
import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code."""
    from involve_audit.cli import outcome

    if arguments is not None:
        return outcome.guard(lambda: _run(arguments))
    given = sys.argv[1:]
    # The garbage of a few files is let go with the process; looking for it takes a tenth of the time of a check.
    if given[:1] in (["check"], ["report"]) and len(given) <= _FEW and not any(map(os.path.isdir, given)):
        gc.disable()
    try:
        return outcome.guard(lambda: _run(given))
    finally:
        # What is still there goes with the process. Python would look through all of it twice more at its end, for a twentieth
        # of the instructions of a check.
        gc.disable()
        gc.freeze()


_FEW = 6
"""So many words name a file or two, and what to write."""


def _run(given: list[str]) -> int:
    from involve_audit.cli import streams

    streams.prepare()
    # The commonest calls need no parser: typer takes more than half of the time of such a check, a third of such a report, and as long
    # as fifty files of a portfolio.
    if given[:1] == ["check"] and all(a == "-" or not a.startswith("-") for a in given):
        from involve_audit.cli import check

        return check.check(check.CheckRequest(tuple(given[1:])))
    wanted = _plain(given, "report")
    if wanted is not None:
        from involve_audit.cli import report

        return report.report(report.ReportRequest(*wanted[:2]))
    wanted = _plain(given, "portfolio")
    if wanted is not None and wanted[0]:
        from involve_audit.cli import portfolio

        return portfolio.portfolio(portfolio.PortfolioRequest(wanted[0], output=wanted[1], jobs=wanted[2]))
    if given == ["--version"]:
        from involve_audit.cli import version

        streams.out(version())
        return 0
    if given and given[0].startswith(("--install-completion", "--show-completion")):
        from involve_audit.cli import completion

        given = completion.for_shell(given) or given
    from involve_audit.cli.app import app

    app(args=given, prog_name="involve-audit")
    return 0


def _plain(given: list[str], command: str) -> tuple[tuple[str, ...], tuple[str, ...], int | None] | None:
    """The files, outputs and jobs of `COMMAND FILES -o FILE` with no other option but `-j N` of a portfolio; None where it is anything else."""
    if given[:1] != [command]:
        return None
    files: list[str] = []
    outputs: list[str] = []
    jobs: int | None = None
    rest = iter(given[1:])
    for word in rest:
        if word in ("-o", "--output"):
            outputs.append(next(rest, "-"))
        elif word in ("-j", "--jobs") and command == "portfolio":
            number = next(rest, "")
            if not (number.isascii() and number.isdecimal() and len(number) < 4 and int(number)):
                return None
            jobs = int(number)
        elif word == "-" or not word.startswith("-"):
            files.append(word)
        else:
            return None
    # What is not whole goes the long way, where the parser says what is wrong.
    whole = outputs and not any(name.startswith("-") for name in outputs)
    return (tuple(files), tuple(outputs), jobs) if whole else None


if __name__ == "__main__":
    sys.exit(main())
