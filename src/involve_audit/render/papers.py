"""Papers for people: one text in Markdown, written in every format that a person opens.

A paper is a function from audits to Markdown. As a page it is set in one style sheet, fetches nothing and runs no script; as plain
text it has short lines; PDF and Word are made from the same blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.record import Record
from involve_audit.render import words
from involve_audit.render.blocks import document, reader
from involve_audit.render.page import dressed, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit


class Paper(Record):
    """A paper in every format.

    Attributes:
        markdown: the text, from audits and from what could not be audited.
        css: the style sheet of the page.
        large: whether it is set in large type.
    """

    markdown: Callable[[Sequence[Audit], Sequence[NotAudited]], str]
    css: str
    large: bool = False

    def html(self, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
        """One page: nothing is fetched, and no script runs."""
        from markupsafe import Markup

        text = self.markdown(audits, problems)
        made = environment(words.plain)
        body = Markup(reader().render(text))  # noqa: S704 (it escapes what it reads, and takes no raw HTML)
        sheet = dressed(made.get_template(self.css).render())
        return made.get_template("paper.html").render(body=body, title=document(text).title, **sheet).strip() + "\n"

    def text(self, audits: Sequence[Audit], problems: Sequence[NotAudited] = (), width: int = 72) -> str:
        """Plain text in short lines, to read out or to mail."""
        from involve_audit.render.text import written

        return written(document(self.markdown(audits, problems)), width)

    def written(self, name: str, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> bytes:
        """The paper in a format, by its name, as the bytes of a file.

        Raises:
            KeyError: there is no such format of a paper.
            ImportError: what the format needs is not installed.
        """
        if name in ("text", "markdown", "html"):
            made: str = getattr(self, name)(audits, problems)
            return made.encode("utf-8")
        from importlib import import_module

        module = import_module(f"involve_audit.render.{_MADE_BY[name]}")
        found: bytes = module.written(document(self.markdown(audits, problems)), audits, large=self.large)
        return found


_MADE_BY = {"pdf": "pdf", "docx": "word"}
"""The modules that make what is not text, from the blocks of the Markdown."""


def filled(template: str, escape: Callable[[str], str], **values: Any) -> str:
    """A template of a paper with what it asks for."""
    return environment(escape).get_template(template).render(**values)
