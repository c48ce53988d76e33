"""Every report of the page: the same formats and editions as on the command line, and the same bytes."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from involve_audit.language import _
from involve_audit.page import drawing
from involve_audit.render import EDITIONS, EXPORT_ENDINGS, FORMATS, LAYERS, USUAL_LAYER, lacking, render, render_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.results.audit import Audit

_STEM = "project"
_PAGES = FORMATS["html"].endings
_MIME = {".html": "text/html", ".md": "text/markdown", ".json": "application/json", ".csv": "text/csv", ".xml": "application/xml",
         ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".pdf": "application/pdf",
         ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}  # fmt: skip


def offered() -> Iterator[dict[str, Any]]:
    """Every report that the command line writes, one row each: what it is, and whether it can be made here."""
    for name, kind in FORMATS.items():
        endings = (EXPORT_ENDINGS[0], FORMATS["markdown"].endings[0]) if kind.export else kind.endings[:1]
        for edition in kind.editions:
            layers = (
                (USUAL_LAYER, *(x for x in LAYERS if x != USUAL_LAYER))
                if kind.layered and edition == "team"
                else (USUAL_LAYER,)
            )
            for ending, layer in product(endings, layers):
                group = (
                    "tools"
                    if kind.findings_only
                    else "writing"
                    if kind.export
                    else edition
                    if layer == USUAL_LAYER
                    else "layers"
                )
                yield {
                    "format": name, "edition": edition, "ending": ending, "layer": layer, "says": kind.says if layer == USUAL_LAYER else LAYERS[layer],
                    "file": name_of(name, edition, ending, layer), "lacking": lacking(name), "look": not kind.binary, "group": group,
                }  # fmt: skip


def name_of(kind: str, edition: str, ending: str, layer: str = USUAL_LAYER) -> str:
    """What the file of a report is called, as the command line calls those that it writes into a folder."""
    if FORMATS[kind].export:
        return f"{_STEM}-{kind}{ending}"
    return _STEM + ("" if edition == "team" else f"-{edition}") + ("" if layer == USUAL_LAYER else f"-{layer}") + ending


def mime(ending: str) -> str:
    """The type by which a browser saves a file."""
    return _MIME.get(ending, "text/plain")


def written(kind: str, edition: str, ending: str, layer: str, audit: Audit) -> bytes:
    """A report, as the bytes of a file.

    Raises:
        KeyError: there is no such format, or not in this edition.
        ImportError: it cannot be made here.
    """
    if FORMATS[kind].export:
        return render(kind, [audit], ending=ending).encode("utf-8")
    return render_bytes(kind, [audit], edition, layer=layer)


def listed() -> str:
    """The screen of results: what can be looked at and saved."""
    groups = {
        "team": LAYERS[USUAL_LAYER], **{name: says for name, says in EDITIONS.items() if name != "team"},
        "layers": _("the same, shorter or longer"), "writing": _("for a paper or an application"), "tools": _("for other programs"),
    }  # fmt: skip
    # What most people want stands first: the page to look at, before texts and data.
    rows = sorted(offered(), key=lambda r: (r["ending"] not in _PAGES, bool(r["lacking"])))
    return drawing.html(
        "results",
        groups=[
            (says, [r for r in rows if r["group"] == name], name in ("tools", "layers"))
            for name, says in groups.items()
        ],
    )


def shown(
    kind: str, edition: str, ending: str, text: str, name: str, *, layer: str = USUAL_LAYER, alone: bool = False, said: str = ""
) -> str:  # fmt: skip
    """A report to be looked at, in a frame in which no script acts; with what was said while it was made."""
    return drawing.html(
        "look",
        text=text,
        name=name,
        page=ending in _PAGES,
        format=kind,
        edition=edition,
        ending=ending,
        layer=layer,
        alone=alone,
        said=said,
    )
