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
        endings: how the names of such files end, the usual one first.
        says: what it is for, in a few words.
    """

    module: str
    endings: tuple[str, ...]
    says: str


FORMATS: dict[str, Format] = {
    "text": Format("terminal", (".txt",), "plain text, for a terminal or a mail"),
    "markdown": Format("markdown", (".md", ".markdown"), "Markdown, to paste or to edit"),
    "html": Format("html", (".html", ".htm"), "one page to look at and talk over, or to print"),
    "json": Format("json", (".json",), "everything, for other programs; can be rendered again"),
}
"""Every format by its name: the only list of them."""


def format_of(file_name: str) -> str | None:
    """The format that the ending of a file name asks for, or None where it asks for none.

    >>> format_of("report.HTML")
    'html'
    """
    name = file_name.lower()
    return next((key for key, kind in FORMATS.items() if name.endswith(kind.endings)), None)


def renderer(name: str) -> Callable[[Sequence[Audit]], str]:
    """The function that writes a format; only its module is imported.

    Raises:
        KeyError: there is no such format.
    """
    from importlib import import_module

    render: Callable[[Sequence[Audit]], str] = import_module(f"{__name__}.{FORMATS[name].module}").render
    return render


def render(name: str, audits: Sequence[Audit]) -> str:
    """The audits in a format, by its name."""
    return renderer(name)(audits)
