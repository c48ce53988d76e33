"""`advert`: read an advert or invitation line by line, alone or against a project file."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, page_output, streams, version
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import day
from involve_audit.cli.outcome import Usage
from involve_audit.cli.redact import NOTE, bare, by_default, marked, messages
from involve_audit.render.pages import Page
from involve_audit.wording.file_words import LEFT_OUT

if TYPE_CHECKING:
    from involve_audit.advert.findings import AdvertReview


@dataclass(frozen=True)
class AdvertRequest:
    """What was asked for.

    Attributes:
        advert: the name of the advert.
        project: the name of the project file; None where the advert is read alone.
        format: one of `advert.review_page.FORMATS`; None leaves it to the names of the files.
        outputs: the files to write it into; none where it is printed.
        date: the day of the advert; None for today.
        width: how wide the text may be; None for the terminal's.
        report_only: whether 1 becomes 0.
        excerpts: whether the files may be quoted; None leaves it to where this runs.
    """

    advert: str
    project: str | None = None
    format: str | None = None
    date: str | None = None
    width: int | None = None
    report_only: bool = False
    excerpts: bool | None = None
    outputs: tuple[str, ...] = ()


def command(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="The advert: .md, .txt, .html, .docx, .odt, .eml, or `-` for standard input.",
            show_default=False,
        ),
    ],
    project: Annotated[
        str | None,
        typer.Option("--project", "-p", metavar="FILE", help="The project file to read it beside.", show_default=False),
    ] = None,
    format: shared.PageFormat = None,  # noqa: A002
    output: shared.PageOutput = None,
    date: Annotated[str | None, shared.day("The day of the advert. [default: today]")] = None,
    report_only: shared.ReportOnly = False,
    excerpts: shared.Excerpts = None,
    width: shared.Width = None,
) -> int:
    """Read an advert or invitation line by line, alone or beside a project file.

    It quotes lines that may promise more than the project file tells, names what an invitation should say and this one
    does not, words that put the fault on people, and sentences that are long or hard. It judges nobody: every finding
    ends in a question. Nothing leaves this machine.

    Only English is read. Where the text holds another language too, the English part is read, and the rest is named.

    Exit codes: 0 nothing found; 1 something to talk over; 2 the advert or the project file could not be read, or is not
    in English.
    """
    return advert(AdvertRequest(file, project, format, date, width, report_only, excerpts, tuple(output or ())))


def advert(request: AdvertRequest) -> int:
    """Read an advert, print what was seen, and say by the exit code whether anything was."""
    from involve_audit.advert.review_page import as_json, document

    asked = page_output.asked(request.format, request.outputs)
    as_of = day(request.date)
    name, project = request.advert, request.project
    if name == project == files.STDIN:
        raise Usage("the advert and the project file cannot both be standard input; give one of them by its name")

    from involve_audit.advert.review import review
    from involve_audit.documents.blocks import NotReadable
    from involve_audit.documents.in_english import only_english
    from involve_audit.documents.reading import MAX_BYTES, read_text
    from involve_audit.wording.messages import readable

    excerpts = not by_default() if request.excerpts is None else request.excerpts
    try:
        text = only_english(read_text(files.read(name, MAX_BYTES + 1), files.shown(name)))
        against = None
        if project is not None:
            from involve_audit.advert.beside_file import Against
            from involve_audit.load import read, read_project

            with messages(excerpts=excerpts):
                read_file = read(files.read(project), files.shown(project))
                read_file = read_file if excerpts else marked(read_file)
                against = Against(read_file, read_project(read_file), as_of)
    except files.CannotRead as problem:
        streams.err(readable(str(problem)))
        return outcome.BROKEN
    except NotReadable as problem:
        streams.err(readable(f"{files.shown(name)}: {problem}"))
        return outcome.BROKEN
    found = review(text, against)
    if not excerpts:
        found = without_words(found)
    beside = None if project is None else files.shown(project)
    page = Page(document(text, beside, found), as_of.isoformat())
    own = {"json": lambda: as_json(text, beside, found, version().split()[-1])}
    page_output.put(asked, page, own, width=request.width, read=filter(None, (name, project)))
    return outcome.exit_code(audited=1, failing=int(bool(found.findings)), broken=0, report_only=request.report_only)


_SPOKEN = re.compile(
    r"“[^“”]*(?:”|$)|„[^„“”]*(?:[“”]|$)|«[^«»]*(?:»|$)|‘[^‘’]*(?:’(?!\w)|$)|(?<!\w)\"[^\"]*(?:\"|$)|(?<!\w)'(?=\S)[^\n]*?(?<=\S)'(?!\w)"
)


def without_words(found: AdvertReview) -> AdvertReview:
    """A review without people's own words: of the project file, those that are marked; of the advert, what it quotes itself.

    An invitation is written to be read by everybody; what somebody else said in it is not for a log.
    """
    told = bare(found)
    spoken = (replace(one, quote=_SPOKEN.sub(LEFT_OUT, one.quote)) for one in told.findings)
    return replace(told, findings=tuple(spoken), notes=(*told.notes, NOTE))
