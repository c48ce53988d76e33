"""The report as a PDF: tagged, with headings, lists and tables that a screen reader knows, by the PDF/UA-1 profile.

Typst sets it: one wheel, nothing to install beside it, with fonts of its own. The template is ours and never changes;
what a project holds reaches it as data and never as markup.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from involve_audit.render import USUAL_LAYER, words
from involve_audit.render.blocks import (
    Heading,
    Listed,
    PageDocument,
    Paragraph,
    Quote,
    Table,
    plain,
    room_to_write,
    shares,
    told_apart,
)
from involve_audit.render.pages import latest
from involve_audit.render.report import document

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit


def render_bytes(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), layer: str = USUAL_LAYER) -> bytes:
    """One PDF for all audits, and for what could not be audited.

    Raises:
        ImportError: typst is not there; it comes with `involve-audit[pdf]`.
    """
    return written(document(audits, problems, layer), latest(a.date for a in audits))


def written(page: PageDocument, day: str = "", *, large: bool = False) -> bytes:
    """A page as PDF; its date is the day that is given, so that the same page gives the same bytes.

    Text that the fonts of Typst do not hold (they hold Latin, Greek, Cyrillic, Hebrew and Arabic letters) is set in fonts
    of the machine, where it has them. Where it has none, the words still stand in the file, boxes are drawn, and the
    profile, which forbids that, is not claimed: `claims_the_profile` says so, and `not_set` which letters it is.
    """
    from importlib.resources import files

    import typst

    doc = told_apart(page)
    told = {
        "title": words.plain(doc.title) or "Report",
        "date": [int(p) for p in day.split("-")] if _is_day(day) else [],
        "large": large,
    }
    how: dict[str, Any] = {
        "format": "pdf",
        "sys_inputs": {"report": json.dumps({**told, "blocks": list(_plain(plain(doc.blocks)))}, ensure_ascii=False)},
        "timestamp": _seconds(day),
    }
    source = files("involve_audit.render").joinpath("templates/report.typ").read_bytes()
    tries: tuple[dict[str, Any], ...] = (
        {"pdf_standards": ["ua-1"], "ignore_system_fonts": True},
        {"pdf_standards": ["ua-1"]},
    )
    for more in tries:
        try:
            return bytes(typst.compile(source, **how, **more))
        except typst.TypstError as error:
            if "could not be displayed" not in str(error):
                raise
    return bytes(typst.compile(source, **how))


def claims_the_profile(data: bytes) -> bool:
    """Whether a PDF that was written here says of itself that it keeps to PDF/UA-1."""
    return b"pdfuaid:part" in data


MOST_LETTERS = 100
"""So many letters that cannot be set are looked for: each takes a moment to find."""
_LETTERS = b"""#set document(title: "letters")
#set text(lang: "en", font: ("Libertinus Serif", "DejaVu Sans Mono"))
#for letter in json(bytes(sys.inputs.letters)) { par(letter) }
"""


def not_set(text: str) -> tuple[str, ...]:
    """The letters of a text that no font of this machine holds, in their order; no more than `MOST_LETTERS`.

    Raises:
        ImportError: typst is not there.
    """
    from unicodedata import category

    import typst

    # What is not drawn by itself (joiners, variation selectors) lacks nothing when it has no picture.
    letters = [
        c for c in dict.fromkeys(text) if not c.isascii() and category(c) not in ("Cf", "Cc", "Zs", "Mn", "Me", "Cs")
    ]
    lacking: list[str] = []
    while letters and len(lacking) < MOST_LETTERS:
        # Each in a paragraph of its own: a mark would take the letter or the blank before it for its own.
        told = {"letters": json.dumps(letters, ensure_ascii=False)}
        try:
            typst.compile(_LETTERS, format="pdf", pdf_standards=["ua-1"], sys_inputs=told)
        except typst.TypstError as error:
            # The message names the first of them, marks that are drawn on others as `\u{9be}`.
            said = str(error).partition("displayed")[0]
            said = re.sub(r"\\u\{([0-9a-f]{1,6})\}", lambda found: chr(int(found[1], 16)), said)
            named = set(said).intersection(letters)
            if not named:
                break
            lacking += [c for c in letters if c in named]
            letters = [c for c in letters if c not in named]
        else:
            break
    return tuple(lacking)


def _is_day(text: str) -> bool:
    import datetime as dt

    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _seconds(day: str) -> int:
    """The beginning of a day, counted from 1970; that of 1970 where there is no day."""
    import datetime as dt

    return max(0, int(dt.datetime.fromisoformat(day).replace(tzinfo=dt.UTC).timestamp())) if _is_day(day) else 0


def _plain(blocks: Iterable[Block]) -> Iterable[dict[str, Any]]:
    """Blocks as the template reads them."""
    for block in blocks:
        match block:
            case Heading(level, runs):
                yield {"is": "heading", "level": level, "runs": _runs(runs)}
            case Paragraph(runs):
                yield {"is": "paragraph", "runs": _runs(runs)}
            case Listed(ordered, items):
                yield {"is": "list", "ordered": ordered, "items": [list(_plain(item)) for item in items]}
            case Quote(inside):
                yield {"is": "quote", "blocks": list(_plain(inside))}
            case Table(header, rows):
                yield {
                    "is": "table",
                    "shares": shares(block),
                    "room": room_to_write(block),
                    "header": list(map(_runs, header)),
                    "rows": [list(map(_runs, row)) for row in rows],
                }


def _runs(runs: Iterable[Any]) -> list[dict[str, Any]]:
    return [{"text": words.in_line(run.text), "strong": run.strong} for run in runs]
