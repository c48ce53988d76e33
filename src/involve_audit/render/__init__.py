"""Reports. A renderer sees audits and nothing else, and is a pure function of them: the same audits, the same bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from involve_audit.audit import Audit


@dataclass(frozen=True)
class Format:
    """A way to write a report.

    Attributes:
        module: the module of this package whose `render(audits)` writes it; imported when it is used.
        endings: how the names of such files end, the usual one first; none where no ending asks for it.
        says: what it is for, in a few words.
        export: the exports that it writes, as Markdown or as HTML; empty where it reports on the whole audit.
    """

    module: str
    endings: tuple[str, ...]
    says: str
    export: str = ""

    @property
    def needs_exports(self) -> bool:
        """Whether an audit must hold its exports to be written so."""
        return bool(self.export) or self.module == "json"


FORMATS: dict[str, Format] = {
    "text": Format("terminal", (".txt",), "plain text, for a terminal or a mail"),
    "markdown": Format("markdown", (".md", ".markdown"), "Markdown, to paste or to edit"),
    "html": Format("html", (".html", ".htm"), "one page to look at and talk over, or to print"),
    "json": Format("json", (".json",), "everything, for other programs; can be rendered again"),
    "gripp2": Format("exports", (), "the GRIPP2 short form, five rows for a paper", "gripp2"),
    "crosswalk": Format("exports", (), "what in the file speaks to three lists of standards", "crosswalk"),
    "application": Format("exports", (), "the text on involvement for an application", "application"),
}
"""Every format by its name: the only list of them."""

EXPORT_ENDINGS = FORMATS["html"].endings + FORMATS["markdown"].endings
"""How a file may end that an export is written into; the first is taken where nothing else is said."""


def reports() -> tuple[str, ...]:
    """The formats that report on the whole audit."""
    return tuple(name for name, kind in FORMATS.items() if not kind.export)


def format_of(file_name: str) -> str | None:
    """The format that the ending of a file name asks for, or None where it asks for none.

    >>> format_of("report.HTML")
    'html'
    """
    name = file_name.lower()
    return next((key for key, kind in FORMATS.items() if name.endswith(kind.endings)), None)


def renderer(name: str, ending: str = ".md") -> Callable[[Sequence[Audit]], str]:
    """The function that writes a format; only its module is imported.

    Args:
        name: the format.
        ending: of an export, how the name of its file ends: as HTML or as Markdown.

    Raises:
        KeyError: there is no such format.
    """
    from functools import partial
    from importlib import import_module

    kind = FORMATS[name]
    render = import_module(f"{__name__}.{kind.module}").render
    page = ending.lower() in FORMATS["html"].endings
    found: Callable[[Sequence[Audit]], str] = partial(render, export=kind.export, page=page) if kind.export else render
    return found


def render(name: str, audits: Sequence[Audit], ending: str = ".md") -> str:
    """The audits in a format, by its name; an export as HTML where the ending says so."""
    return renderer(name, ending)(audits)
