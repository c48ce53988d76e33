"""A page for people in every format: what it says is written once, and each format of `render.PAGES` sets it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from involve_audit.record import Record
from involve_audit.render import FORMATS, PAGES, TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.render.blocks import PageDocument


class Page(Record):
    """A page, and how it is set.

    Attributes:
        document: what it says.
        day: the day that files keep as their date, `2026-01-31`; empty where there is none.
        css: the style sheet of the HTML.
        frame: what stands around its text.
        title: what a browser calls it; the title of the document where nothing is given.
        foot: what stands below everything in HTML.
        contents: whether HTML begins with links to the parts.
        large: whether it is set in large type.
        width: so many columns plain text has in a file.
    """

    document: PageDocument
    day: str = ""
    css: str = "page.css"
    frame: str = "report"
    title: str = ""
    foot: str = ""
    contents: bool = False
    large: bool = False
    width: int = 80

    def text(self, name: str = "text", width: int = 0, *, colour: bool = False, ascii: bool = False) -> str:  # noqa: A002
        """The page in a format that is text, by its name; width, colour and ASCII are for plain text.

        Raises:
            KeyError: there is no such format, or it is no text.
        """
        if name == "text":
            from involve_audit.render import text

            return text.written(self.document, width or self.width, colour=colour, ascii=ascii)
        if name == "html":
            from involve_audit.render import html

            return html.written(
                self.document, self.title, self.foot, css=self.css, frame=self.frame, contents=self.contents
            )
        if name not in PAGES or name not in TEXTS:
            raise KeyError(name)
        made: str = _writer(name).written(self.document)
        return made

    def data(self, name: str) -> bytes:
        """The page in any format, by its name, as the bytes of a file.

        Raises:
            KeyError: there is no such format of a page.
            ImportError: what the format needs is not installed.
        """
        if name not in PAGES:
            raise KeyError(name)
        if name in TEXTS:
            return self.text(name).encode("utf-8")
        made: bytes = _writer(name).written(self.document, self.day, large=self.large)
        return made


def _writer(name: str) -> Any:
    """The module that sets pages in a format."""
    return import_module(f"involve_audit.render.{FORMATS[name].module}")


def latest(days: Iterable[str]) -> str:
    """The day of a page about several: the latest; empty where there is none."""
    return max(days, default="")
