"""`flip`: which answers, alone or in pairs, would change the verdict of a file."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import day, known, or_here, rubric_of
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    from involve_audit.rubric.model import LoadedRubric
    from involve_audit.what_if.flips import Answer, Flip, Flips

FORMATS = ("text", "json")
MOST = 12
"""So many answers for each verdict are printed; `--all` prints all."""
PATIENCE = 5
"""What takes longer than so many seconds is said before."""


def command(
    file: shared.FileOrHere = None,
    rubric: shared.Rubric = None,
    date: shared.Date = None,
    format: shared.TextOrJson = "text",  # noqa: A002
    no_pairs: Annotated[bool, typer.Option("--no-pairs", help="Try single answers only.")] = False,
    all_answers: Annotated[bool, typer.Option("--all", help="Try all pairs, and print all.")] = False,
    isolated: shared.Isolated = False,
) -> int:
    """Show which single answers, and which pairs, would change the verdict.

    Every closed choice of the file is tried, told or not told, and judged like a file; so are sources that are not named,
    and numbers and dates beside those at which something turns. It takes some seconds. Pairs are tried of the first 40
    answers that matter; with `--all` of all, which may take minutes: it says so before.
    """
    return flip(file, rubric, date, format, pairs=not no_pairs, all_=all_answers, isolated=isolated)


def flip(
    named: str | None, rubric: str | None, date: str | None, format_: str, *, pairs: bool, all_: bool, isolated: bool
) -> int:
    """Try the answers, and print those that would change the verdict."""
    from involve_audit.cli.settings import rubric_by
    from involve_audit.load import read, read_project
    from involve_audit.what_if.flips import flips

    known("format", format_, FORMATS)
    (file,) = or_here((named,) if named is not None else ())
    as_of, by = day(date), rubric_of(rubric_by(file, rubric, isolated=isolated))
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
                f"{tried} answers were tried. Now {couples} pairs, which takes about {_long(seconds)}; "
                f"`--no-pairs` leaves them out{'' if all_ else ', `--all` tries all'}."
            )

    found = flips(document, by.rubric, as_of, pairs=pairs, all_pairs=all_, before_pairs=cost)
    if format_ == "json":
        streams.out_exact(_json(found, by, as_of.isoformat()))
    else:
        streams.out(_text(found, {v.id: v.title for v in by.rubric.verdicts}, all_=all_))
        judged = f"Judged as of {as_of.isoformat()} by the rubric {by.rubric.id} {by.rubric.version}; {by.sha256[:12]}."
        streams.out(streams.filled(judged))
    return outcome.HOLDS


def _long(seconds: float) -> str:
    return f"{seconds:.0f} seconds" if seconds < 100 else f"{seconds / 60:.0f} minutes"


def _json(found: Flips, by: LoadedRubric, date: str) -> str:
    import json

    from involve_audit.messages import shown

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


def _text(found: Flips, titles: dict[str, str], *, all_: bool) -> str:
    lines = [f"Now: {titles[found.verdict]}", ""]
    if not found.single:
        lines += ["No single answer of the file would change that."]
    for verdict in dict.fromkeys(f.verdict for f in found.single):
        lines += _group(
            f"One answer would make it: {titles[verdict]}", [f for f in found.single if f.verdict == verdict], all_=all_
        )
    for verdict in dict.fromkeys(f.verdict for f in found.pairs):
        lines += _group(
            f"Two answers together would make it: {titles[verdict]}",
            [f for f in found.pairs if f.verdict == verdict],
            all_=all_,
        )
    tried = f"{found.tried} answers were tried, one at a time"
    tried += f", and {found.paired} of them in pairs" if found.paired else ""
    tried += f" ({found.left_out} more could be paired: --all)" if found.left_out else ""
    if found.untried:
        tried += f". The file is so long that {found.untried} more were not tried (--all tries them)"
    lines += [
        streams.filled(
            f"{tried}. Numbers and dates are tried beside those at which something turns; texts are not tried."
        )
    ]
    lines += [
        streams.filled(
            "This shows on which answers the verdict hangs. It is no list of things to write: write what is so."
        )
    ]
    key = next(
        (
            part
            for flip in (*found.single, *found.pairs)
            for part in reversed(flip.answers[0].path)
            if isinstance(part, str)
        ),
        "",
    )
    if key:
        lines += [
            streams.filled(
                f"What a key asks, and what its answers mean: `involve-audit explain {key}`, with the last word of its path."
            )
        ]
    return "\n".join(lines)


def _group(title: str, flips: list[Flip], *, all_: bool) -> list[str]:
    shown = flips if all_ else flips[:MOST]
    more = [f"  … and {len(flips) - len(shown)} more (--all)"] if len(flips) > len(shown) else []
    return [
        streams.filled(title),
        *(streams.filled(" and ".join(map(_says, f.answers)), "  ", "      ") for f in shown),
        *more,
        "",
    ]


def _says(answer: Answer) -> str:
    from involve_audit.messages import shown

    return f"{shown(answer.path)}: {answer.value} ({'now ' + answer.now if answer.now else 'not told now'})"
