"""`merge`: two people filled in the same project apart. What is the same, and what is written, stands in `merge`; this reads and asks."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, page_output, redact, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import known, read_once
from involve_audit.cli.outcome import Usage
from involve_audit.language import _, answer, ngettext, ways_to_write
from involve_audit.record import Record

if TYPE_CHECKING:
    from involve_audit.merge.differences import Difference
    from involve_audit.merge.joining import Settled
    from involve_audit.merge.merge_page import MergeSide
    from involve_audit.results.audit import Audit

_WORDS: dict[str, Settled] = {
    "1": "first", "first": "first", "2": "second", "second": "second", "both": "both", "disputed": "disputed",
    "later": "open", "skip": "open", "open": "open",
}  # fmt: skip
_STOP = ways_to_write("stop, quit, exit")


class MergeRequest(Record):
    """What was asked for on the command line.

    Attributes:
        first: the file that is kept, to the last byte, where nothing else is settled.
        second: the other file.
        base: the file that both began from.
        output: where to write; `-` for standard output; None to write nothing.
        prefer: whose account holds where they differ: first or second.
        disputed: whether differences stay as `disputed`, where the format has that.
        by: who wrote the second file, for `disputed`.
        ask: whether to ask, whatever standard input is; None leaves it to whether a terminal is there.
        leave_open: whether to write the file although differences are open.
        excerpts: whether the files may be quoted; None leaves it to where this runs.
        format: as what it is printed where they differ; None for text.
        differences: files to write a page into that says where they differ.
    """

    first: str
    second: str
    base: str | None = None
    output: str | None = None
    prefer: str | None = None
    disputed: bool = False
    by: str | None = None
    ask: bool | None = None
    leave_open: bool = False
    excerpts: bool | None = None
    format: str | None = None
    differences: tuple[str, ...] = ()


def command(
    first: Annotated[
        str,
        typer.Argument(
            metavar="FIRST",
            help="The file that is kept to the last byte where nothing else is settled.",
            show_default=False,
        ),
    ],
    second: Annotated[str, typer.Argument(metavar="SECOND", help="The file of the other person.", show_default=False)],
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="FILE",
            help="The file that both began from: only what both changed otherwise is a difference.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Write the merged file; `-` for standard output. Without it nothing is written. With --agreement: .txt, .md, .html, .pdf, .docx or .json.",
            show_default=False,
        ),
    ] = None,
    differences: Annotated[
        list[str] | None,
        typer.Option(
            "--differences",
            metavar="FILE",
            help="Write where they differ as a page, to talk it over: .txt, .md, .html, .pdf or .docx. Repeatable.",
            show_default=False,
        ),
    ] = None,
    prefer: Annotated[
        str | None,
        typer.Option(
            "--prefer", metavar="first|second", help="Whose account holds where they differ.", show_default=False
        ),
    ] = None,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Keep both accounts as `disputed`, where the format has that.")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="WHO",
            help="Who wrote the second file, for `disputed`. [default: its filled_in.by]",
            show_default=False,
        ),
    ] = None,
    ask: Annotated[
        bool | None,
        typer.Option(
            "--ask/--no-ask",
            help="Settle differences by questions; the answers may come through a pipe. [default: in a terminal]",
            show_default=False,
        ),
    ] = None,
    leave_open: Annotated[
        bool,
        typer.Option(
            "--leave-open", help="Write the file although differences are open, each with a comment above it."
        ),
    ] = False,
    excerpts: shared.Excerpts = None,
    agreement: Annotated[
        bool,
        typer.Option(
            "--agreement",
            help="Write nothing together: say how far two readers agree. Takes two folders, too, with files of the same names.",
        ),
    ] = False,
    rubric: shared.Rubric = None,
    date: shared.Date = None,
    format: Annotated[str | None, shared.page_format("json")] = None,  # noqa: A002
    isolated: shared.Isolated = False,
) -> int:
    """Merge two files of one project that two people filled in apart.

    What both say alike stays; what only the second says is put in, with a comment above it; where they differ, both accounts are shown
    side by side and settled. Every other byte of the first file stays as it is.

    With --agreement: how far two readers agree, by verdict and by principle, with weighted kappa and its interval.

    Exit codes: 0 nothing is open; 1 differences are open; 2 one of the files could not be read, or they do not fit together.
    """
    if agreement:
        return agree(first, second, rubric, date, format, output, isolated=isolated)
    request = MergeRequest(
        first, second, base, output, prefer, disputed, by, ask, leave_open, excerpts, format, tuple(differences or ())
    )
    return merge(request)


def merge(request: MergeRequest) -> int:
    """Merge two files; 0 where nothing is left open, 1 where something is, 2 where one cannot be read."""
    _sensible(request)
    excerpts = not redact.by_default() if request.excerpts is None else request.excerpts
    with redact.messages(excerpts=excerpts):
        return _merged(request, excerpts=excerpts)


def _sensible(request: MergeRequest) -> None:
    if request.first == request.second == files.STDIN:
        raise Usage(_("standard input can be read only once; name a file for the rest"))
    read_once([request.first, request.second], [request.base])
    if request.prefer is not None:
        known("prefer", request.prefer, ("first", "second"))
    if request.disputed and request.prefer:
        raise Usage(_("--disputed and --prefer settle the same differences; give one of them"))
    if request.by is not None:
        from typing import get_args

        from involve_audit.project.practice import Who

        known("by", request.by, get_args(Who))
    if request.output is None and (request.prefer or request.disputed or request.ask or request.leave_open):
        raise Usage(_("where to write the merged file? Name it with --output FILE, or `-` for standard output"))
    if files.STDIN in (request.first, request.second, request.base) and request.ask:
        raise Usage(_("standard input can be read only once; name the files where answers come through it"))


_GITS_OWN = ".merge_file_"
"""How git calls the files that it hands to a merge driver; such a name tells nobody anything."""


def _read(name: str, in_git: str) -> tuple[bytes, MergeSide]:
    """A file, under its name; what git hands over is called as git calls that side."""
    from involve_audit.merge.merge_page import MergeSide

    try:
        data = files.read(name)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    return data, MergeSide.of(data, in_git if os.path.basename(name).startswith(_GITS_OWN) else files.shown(name))


def _merged(request: MergeRequest, *, excerpts: bool) -> int:
    from involve_audit.merge.differences import differences
    from involve_audit.merge.joining import joined
    from involve_audit.merge.merge_page import document
    from involve_audit.render.pages import Page

    printed = page_output.asked(request.format, (), {})
    written = page_output.asked(None, request.differences, {}) if request.differences else None

    data, first = _read(request.first, "ours")
    __, second = _read(request.second, "theirs")
    base = None
    if request.base is not None:
        # git gives an empty file where there is none that both began from.
        empty = request.base != files.STDIN and os.path.exists(request.base) and not os.path.getsize(request.base)
        base = {} if empty else _read(request.base, "base")[1].document.tree
    found = differences(first.document.tree, second.document.tree, base)
    page = Page(document(found, first, second, three=base is not None, excerpts=excerpts))
    if request.output == files.STDIN:
        streams.err(page.text(printed.printed, streams.width()))
    else:
        page_output.put(printed, page)
    if written is not None:
        page_output.put(written, page, read=filter(None, (request.first, request.second, request.base, request.output)))
    differ = [n for n, one in enumerate(found) if one.kind == "differs"]
    settled = _settled(request, found, differ, first, second, excerpts=excerpts)
    still = [n for n in differ if settled.get(n, "open") == "open"]
    # What was settled by a question is kept, also where somebody stopped before the end.
    leave_open = request.leave_open or bool(settled and not (request.prefer or request.disputed))
    if request.output is None or (still and not leave_open):
        if still:
            _open(len(still), wrote=None, output=request.output)
        return outcome.FAILS if still else outcome.HOLDS
    done = joined(
        data.decode("utf-8"), found, settled, name=first.name,
        mark="" if base is not None else _("only in {name}", name=os.path.basename(second.name)),
        other=os.path.basename(second.name), by=request.by or second.writer, project=first.project,
    )  # fmt: skip
    for one, why in done.not_written:
        streams.err(
            _("involve-audit: not written: {one}: {why}; put it in by hand", one=_named(one, first, second), why=why)
        )
    if done.not_written and not leave_open:
        streams.err(
            _("involve-audit: nothing was written; --leave-open writes the rest to {output}", output=request.output)
        )
        return outcome.FAILS
    _hold(done.text, request.output)
    if request.output == files.STDIN:
        streams.out_exact(done.text)
    else:
        try:
            files.write_all({request.output: done.text.encode("utf-8")})
        except files.CannotRead as problem:
            raise Usage(str(problem)) from None
        streams.err(_("wrote {output}", output=files.shown(request.output)))
    if still:
        _open(len(still), wrote=request.output, output=request.output)
    return outcome.FAILS if still or done.not_written else outcome.HOLDS


def _named(one: Difference, first: MergeSide, second: MergeSide) -> str:
    from involve_audit.merge.merge_page import label

    return label(one, first, second)


def _open(number: int, wrote: str | None, output: str | None) -> None:
    what = ngettext("{number} difference is open", "{number} differences are open", number, number=number)
    if wrote is not None:
        how = _("a comment above each says what the second file says")
    elif output is None:
        how = _("with --output FILE they are asked one by one in a terminal")
    else:
        how = _(
            "nothing was written; settle them in a terminal or with --ask, --prefer first|second or --disputed, or keep both with --leave-open"
        )
    streams.err(_("involve-audit: {what}; {how}", what=what, how=how))


def _hold(text: str, name: str) -> None:
    """Refuse to write what could not be read again: answers that each file could give alone may not fit together."""
    from involve_audit.load import read, read_project

    read_project(read(text, _("{name} (as it would be)", name=name) if name != files.STDIN else _("the merged file")))


# --- settling ------------------------------------------------------------------------------------------


def _settled(
    request: MergeRequest,
    found: list[Difference],
    differ: list[int],
    first: MergeSide,
    second: MergeSide,
    *,
    excerpts: bool,
) -> dict[int, Settled]:
    from involve_audit.merge.joining import ways

    if request.prefer == "first":
        return dict.fromkeys(differ, "first")
    if request.prefer == "second":
        return dict.fromkeys(differ, "second")
    by = request.by or second.writer
    if request.disputed:
        if not by:
            raise Usage(
                _(
                    "who tells it otherwise? {name} does not name one side in `filled_in.by`; say it with --by, such as --by contributors",
                    name=second.name,
                )
            )
        return {n: "disputed" for n in differ if "disputed" in ways(found[n], first.project)}
    terminal = streams.can_ask() and not request.leave_open
    if request.output is None or not (terminal if request.ask is None else request.ask):
        return {}
    settled: dict[int, Settled] = {}
    say = streams.err if request.output == files.STDIN else streams.out
    for number, n in enumerate(differ, 1):
        from involve_audit.merge.merge_page import side_by_side
        from involve_audit.render.blocks import PageDocument, items
        from involve_audit.render.text import written

        both = items([tuple(side_by_side(found[n], first, second, excerpts=excerpts))])
        say(
            "\n"
            + written(PageDocument(_("{number} of {differ}", number=number, differ=len(differ)), both), streams.width())
        )
        more = [way for way in ways(found[n], first.project) if by or way != "disputed"]
        choices = " | ".join((_("1 (the first)"), _("2 (the second)"), *map(answer, more)))
        say(_("  Which is so? {choices} | later | stop", choices=choices))
        how = _answer(["1", "2", *more])
        if how is None:
            break
        settled[n] = how
    return settled


def _answer(choices: list[str]) -> Settled | None:
    """What somebody chose; None where the rest is left open."""
    while True:
        streams.ask("> ")
        try:
            line = sys.stdin.readline() if sys.stdin is not None else ""
        except UnicodeDecodeError:
            line = "?\n"
        word = " ".join(line.casefold().split())
        if not line or word in _STOP:
            return None
        how = _WORDS.get(word) or {answer(way): told for way, told in _WORDS.items()}.get(word)
        if how == "open" or (how is not None and {"first": "1", "second": "2"}.get(how, how) in choices):
            return how
        streams.err(_("Please answer with one of: {choices}, later, stop.", choices=", ".join(map(answer, choices))))


# --- agreement -----------------------------------------------------------------------------------------


def agree(
    first: str,
    second: str,
    rubric: str | None,
    date: str | None,
    format_: str | None,
    output: str | None,
    *,
    isolated: bool = False,
) -> int:
    """Say how far two readers agree, in two files or in two folders with files of the same names."""
    from involve_audit.cli.options import day, rubric_of
    from involve_audit.cli.settings import rubric_by
    from involve_audit.merge.agreement import agreement, document, plain
    from involve_audit.render.pages import Page

    asked = page_output.asked(format_, () if output is None else (output,))
    read_once([first, second], [])
    as_of, by = day(date), rubric_of(rubric_by((first, second), rubric, isolated=isolated))
    names = _pairs(first, second)
    from involve_audit.assess import audit_document
    from involve_audit.load import read

    def audited(name: str) -> Audit:
        try:
            return audit_document(read(files.read(name), files.shown(name)), by, as_of, steps=False, lines="when asked")
        except files.CannotRead as problem:
            raise Usage(str(problem)) from None

    found = agreement([(name, audited(one), audited(other)) for name, one, other in names])

    def as_json() -> str:
        import json

        tree = {**plain(found), "date": as_of.isoformat(), "rubric": by.sha256}
        return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"

    page = Page(document(found), as_of.isoformat(), width=100)
    page_output.put(asked, page, {"json": as_json}, read=(name for __, *both in names for name in both))
    return outcome.HOLDS


def _pairs(first: str, second: str) -> list[tuple[str, str, str]]:
    """The files that belong together: both, or those of one name in both folders."""
    if os.path.isdir(first) != os.path.isdir(second):
        raise Usage(_("give two files, or two folders with files of the same names"))
    if not os.path.isdir(first):
        return [(os.path.basename(first), first, second)]
    ones, others = (
        {
            os.path.relpath(os.path.join(here, name), folder): os.path.join(here, name)
            for here, __, names in os.walk(folder)
            for name in names
            if name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")
        }
        for folder in (first, second)
    )
    alone = [
        *(ones[n] for n in sorted(ones.keys() - others.keys())),
        *(others[n] for n in sorted(others.keys() - ones.keys())),
    ]
    if alone:
        raise Usage(
            _(
                "a file has no partner of its name in the other folder: {alone}; take it out, or add the other",
                alone=", ".join(alone),
            )
        )
    if not ones:
        raise Usage(_("there are no project files in {first}", first=first))
    return [(name, ones[name], others[name]) for name in sorted(ones)]
