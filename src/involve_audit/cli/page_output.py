"""Pages as a command prints or writes them: in every format that a report has, and in those that are the command's own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from involve_audit.cli import boxes, files, outcome, streams
from involve_audit.cli.options import can_be_written, known, not_written_over
from involve_audit.cli.outcome import Usage
from involve_audit.record import Record
from involve_audit.render import FORMATS, PAGES, format_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from involve_audit.render.pages import Page

JSON = {"json": FORMATS["json"].endings}
"""What most commands write beside pages, for other programs."""


class PageRequest(Record):
    """As what a page is asked for.

    Attributes:
        printed: the format that is printed; empty where it goes into files.
        written: the format of each file to be written.
    """

    printed: str
    written: dict[str, str]

    @property
    def kinds(self) -> set[str]:
        """All formats that are asked for."""
        return {*self.written.values(), *filter(None, (self.printed,))}


def asked(format_: str | None, outputs: Sequence[str], own: Mapping[str, Sequence[str]] = JSON) -> PageRequest:
    """The format of what is printed, or of each file: as it is told, else by the ending of its name.

    Args:
        format_: the format that was told; None where none was.
        outputs: the files; `-` for standard output.
        own: formats that are no page, with how the names of their files end.

    Raises:
        Usage: there is no such format, a name says none, what is needed for it is not installed, or it cannot be printed.
    """
    if format_ is not None:
        known("format", format_, (*PAGES, *own))
    written = {}
    for name in outputs:
        if name != files.STDIN:
            kind = format_ or kind_of(name, own)
            if kind in PAGES:
                can_be_written(kind)
            written[name] = kind
    printed = (format_ or "text") if files.STDIN in outputs or not outputs else ""
    if printed in FORMATS and FORMATS[printed].binary:
        raise Usage(f"{printed} is not text, and cannot be printed; write it with -o NAME{FORMATS[printed].endings[0]}")
    return PageRequest(printed, written)


def kind_of(name: str, own: Mapping[str, Sequence[str]] = JSON) -> str:
    """The format that the ending of a name asks for.

    Raises:
        Usage: it asks for none.
    """
    lower = name.lower()
    mine = {ending: kind for kind, endings in own.items() for ending in endings if lower.endswith(ending)}
    if mine:
        return mine[max(mine, key=len)]
    kind = format_of(name)
    if kind not in PAGES:
        raise outcome.no_ending(name, (*(FORMATS[page].endings[0] for page in PAGES), *(e[0] for e in own.values())))
    return kind


def put(
    wanted: PageRequest,
    page: Page,
    own: Mapping[str, Callable[[], str]] | None = None,
    *,
    width: int | None = None,
    read: Iterable[str] = (),
) -> None:
    """Print a page, or write it into files, all of them or none.

    Args:
        wanted: as what it is asked for.
        page: the page.
        own: what makes the formats that are no page.
        width: so many columns the text that is printed has.
        read: the files that were read, which must not be written over.

    Raises:
        Usage: a file cannot be written.
    """
    own = own or {}

    def data(kind: str) -> bytes:
        return own[kind]().encode("utf-8") if kind in own else page.data(kind)

    if wanted.written:
        not_written_over(wanted.written, read, "--output")
        made = {name: data(kind) for name, kind in wanted.written.items()}
        try:
            files.write_all(made)
        except files.CannotRead as problem:
            raise Usage(str(problem)) from None
        for name, kind in wanted.written.items():
            streams.err(f"wrote {files.shown(name)}")
            if kind == "pdf":
                boxes.say_letters(name, made[name], partial(page.text, "markdown"))
    if wanted.printed == "text":
        look = {"colour": streams.colours(), "ascii": not streams.shows_symbols()}
        streams.out(page.text("text", streams.width(width), **look))
    elif wanted.printed in own:
        streams.out_exact(own[wanted.printed]())
    elif wanted.printed:
        streams.out_exact(page.text(wanted.printed))
