"""`flip`: which answers, alone or in pairs, would change the verdict of a file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, page_output, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import day, or_here, rubric_of
from involve_audit.cli.outcome import Usage
from involve_audit.language import _
from involve_audit.render.blocks import Heading, PageDocument, code, items, paragraph, text
from involve_audit.render.pages import Page

if TYPE_CHECKING:
    from involve_audit.render.blocks import Block
    from involve_audit.rubric.model import LoadedRubric
    from involve_audit.what_if.flips import Flip, Flips, OtherAnswer

MOST = 12
"""So many answers for each verdict are printed; `--all` prints all."""
PATIENCE = 5
"""What takes longer than so many seconds is said before."""


def command(
    file: shared.FileOrHere = None,
    rubric: shared.Rubric = None,
    date: shared.Date = None,
    format: shared.PageFormat = None,  # noqa: A002
    output: shared.PageOutput = None,
    no_pairs: Annotated[bool, typer.Option("--no-pairs", help="Try single answers only.")] = False,
    all_answers: Annotated[bool, typer.Option("--all", help="Try all pairs, and print all.")] = False,
    isolated: shared.Isolated = False,
) -> int:
    """Show which single answers, and which pairs, would change the verdict.

    Every closed choice of the file is tried, told or not told, and judged like a file; so are sources that are not named,
    and numbers and dates beside those at which something turns. It takes some seconds. Pairs are tried of the first 40
    answers that matter; with `--all` of all, which may take minutes: it says so before.
    """
    return flip(
        file, rubric, date, format, tuple(output or ()), pairs=not no_pairs, all_=all_answers, isolated=isolated
    )


def flip(
    named: str | None, rubric: str | None, date: str | None, format_: str | None, outputs: tuple[str, ...],
    *, pairs: bool, all_: bool, isolated: bool,
) -> int:  # fmt: skip
    """Try the answers, and print or write those that would change the verdict."""
    from involve_audit.cli.settings import rubric_by
    from involve_audit.load import read, read_project
    from involve_audit.what_if.flips import flips

    asked = page_output.asked(format_, outputs)
    (file,) = or_here((named,) if named is not None else ())
    as_of, by = day(date), rubric_of(rubric_by((file,), rubric, isolated=isolated))
    try:
        document = read(files.read(file), files.shown(file))
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    read_project(document)  # with every problem at its line
    begun = time.monotonic()

    def cost(tried: int, couples: int) -> None:
        seconds = (time.monotonic() - begun) / max(tried, 1) * couples
        if all_ or seconds > PATIENCE:
            streams.err(
                _(
                    "{tried} answers were tried. Now {couples} pairs, which takes about {long}; `--no-pairs` leaves them out.",
                    tried=tried,
                    couples=couples,
                    long=_long(seconds),
                )
                if all_
                else _(
                    "{tried} answers were tried. Now {couples} pairs, which takes about {long}; `--no-pairs` leaves them out, `--all` tries all.",
                    tried=tried,
                    couples=couples,
                    long=_long(seconds),
                )
            )

    found = flips(document, by.rubric, as_of, pairs=pairs, all_pairs=all_, before_pairs=cost)
    title = _("{file}: on which answers the verdict hangs", file=files.shown(file))
    page = Page(_document(found, by, as_of.isoformat(), all_=all_), as_of.isoformat(), title=title)
    page_output.put(asked, page, {"json": lambda: _json(found, by, as_of.isoformat())}, read=(file,))
    return outcome.HOLDS


def _long(seconds: float) -> str:
    return (
        _("{seconds} seconds", seconds=f"{seconds:.0f}")
        if seconds < 100
        else _("{seconds} minutes", seconds=f"{seconds / 60:.0f}")
    )


def _json(found: Flips, by: LoadedRubric, date: str) -> str:
    import json

    from involve_audit.wording.messages import shown

    def plain(flip: Flip) -> dict[str, object]:
        return {
            "verdict": flip.verdict,
            "answers": [{"path": shown(a.path), "answer": a.value, "now": a.now} for a in flip.answers],
        }

    tree = {
        "rubric": {"id": by.rubric.id, "version": by.rubric.version, "sha256": by.sha256}, "date": date,
        "verdict": found.verdict, "single": [plain(f) for f in found.single], "pairs": [plain(f) for f in found.pairs],
        "tried": found.tried, "paired": found.paired, "left_out": found.left_out, "untried": found.untried,
    }  # fmt: skip
    return json.dumps(tree, ensure_ascii=False, indent=2) + "\n"


def _document(found: Flips, by: LoadedRubric, date: str, *, all_: bool) -> PageDocument:
    """What would change the verdict, as a page."""
    titles = found.titles
    blocks: list[Block] = [] if found.single else [paragraph(_("No single answer that was tried would change that."))]
    for one, flips in ((True, found.single), (False, found.pairs)):
        for verdict in dict.fromkeys(f.verdict for f in flips):
            group = [f for f in flips if f.verdict == verdict]
            shown = group if all_ else group[:MOST]
            blocks.append(
                Heading(
                    2,
                    text(
                        _("One answer would make it: {title}", title=titles[verdict])
                        if one
                        else _("Two answers together would make it: {title}", title=titles[verdict])
                    ),
                )
            )
            blocks += items(f" {_('and')} ".join(map(_says, f.answers)) for f in shown)
            if len(group) > len(shown):
                blocks.append(paragraph(_("… and {group} more (--all)", group=len(group) - len(shown)), look="close"))
    tried = _("{tried} answers were tried, one at a time", tried=found.tried)
    tried += _(", and {paired} of them in pairs", paired=found.paired) if found.paired else ""
    tried += _(" ({left_out} more could be paired: --all)", left_out=found.left_out) if found.left_out else ""
    if found.untried:
        tried += _(". The file is so long that {untried} more were not tried (--all tries them)", untried=found.untried)
    blocks += (
        paragraph(
            _(
                "{tried}. Numbers and dates are tried beside those at which something turns; texts are not tried.",
                tried=tried,
            )
        ),
        paragraph(
            _("This shows on which answers the verdict hangs. It is no list of things to write: write what is so."),
            look="close",
        ),
    )
    paths = (flip.answers[0].path for flip in (*found.single, *found.pairs))
    key = next((part for path in paths for part in reversed(path) if isinstance(part, str)), "")
    if key:
        how_to = (_("What a key asks, and what its answers mean: "), code(f"involve-audit explain {key}"))
        blocks.append(paragraph(*how_to, _(", with the last word of its path."), look="close"))
    judged = _(
        "Judged as of {date} by the rubric {id} {version}; {sha256}.",
        date=date,
        id=by.rubric.id,
        version=by.rubric.version,
        sha256=by.sha256[:12],
    )
    blocks.append(paragraph(judged, look="close"))
    return PageDocument(_("Now: {titles}", titles=titles[found.verdict]), tuple(blocks))


def _says(answer: OtherAnswer) -> str:
    from involve_audit.wording.messages import shown

    now = _("now {answer}", answer=answer.now) if answer.now else _("not told now")
    return f"{shown(answer.path)}: {answer.value} ({now})"
