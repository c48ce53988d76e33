"""`advert`: read an advert or invitation line by line, alone or against a project file."""

from __future__ import annotations

from involve_audit.cli import files, outcome, streams, version
from involve_audit.cli.options import day, known
from involve_audit.cli.outcome import Usage

FORMATS = ("text", "json")


def advert(
    name: str, project: str | None, format_: str, date: str | None, width: int | None, *, report_only: bool
) -> int:
    """Read an advert, print what was seen, and say by the exit code whether anything was."""
    known("format", format_, FORMATS)
    as_of = day(date)
    if name == project == files.STDIN:
        raise Usage("the advert and the project file cannot both be standard input; give one of them by its name")

    from involve_audit.advert.blocks import NotReadable
    from involve_audit.advert.reading import MAX_BYTES, read_advert
    from involve_audit.advert.review import review
    from involve_audit.advert.show import as_json, as_text
    from involve_audit.messages import readable

    try:
        text = read_advert(files.read(name, MAX_BYTES + 1), files.shown(name))
        against = None
        if project is not None:
            from involve_audit.advert.against import Against
            from involve_audit.load import read, read_project

            document = read(files.read(project), files.shown(project))
            against = Against(document, read_project(document), as_of)
    except files.CannotRead as problem:
        streams.err(readable(str(problem)))
        return outcome.BROKEN
    except NotReadable as problem:
        streams.err(readable(f"{files.shown(name)}: {problem}"))
        return outcome.BROKEN
    found = review(text, against)
    beside = None if project is None else files.shown(project)
    if format_ == "json":
        streams.out_exact(as_json(text, beside, found, version().split()[-1]))
    else:
        streams.out(as_text(text, beside, found, streams.width(width)))
    return outcome.exit_code(audited=1, failing=int(bool(found.findings)), broken=0, report_only=report_only)
