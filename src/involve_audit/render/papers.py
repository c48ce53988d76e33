"""Papers for people: one page, written in every format that a person opens.

A paper is a function from audits to a page. As HTML it is set in one style sheet, fetches nothing and runs no script; as plain
text it has short lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.record import Record
from involve_audit.render.blocks import Heading, PageDocument, deeper, text
from involve_audit.render.pages import Page, latest

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit


_WIDTH = 72
"""Lines that are read out, or mailed, are short."""


class Paper(Record):
    """A paper in every format.

    Attributes:
        document: what it says, from audits and from what could not be audited.
        css: the style sheet of the page.
        large: whether it is set in large type.
    """

    document: Callable[[Sequence[Audit], Sequence[NotAudited]], PageDocument]
    css: str
    large: bool = False

    def page(self, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> Page:
        """What it says, and how it is set."""
        day = latest(a.date for a in audits)
        made = self.document(audits, problems)
        return Page(made, day, css=self.css, frame="paper", large=self.large, width=_WIDTH)

    def html(self, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
        """One page: nothing is fetched, and no script runs."""
        return self.page(audits, problems).text("html")

    def markdown(self, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
        """Markdown, to paste or to edit."""
        return self.page(audits, problems).text("markdown")

    def text(self, audits: Sequence[Audit], problems: Sequence[NotAudited] = (), width: int = _WIDTH) -> str:
        """Plain text in short lines, to read out or to mail."""
        return self.page(audits, problems).text(width=width)

    def written(self, name: str, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> bytes:
        """The paper in a format, by its name, as the bytes of a file.

        Raises:
            KeyError: there is no such format of a paper.
            ImportError: what the format needs is not installed.
        """
        return self.page(audits, problems).data(name)


def joined(
    audits: Sequence[Audit], one: Callable[[Audit], PageDocument], *, several: str, nothing: str, named: bool = False
) -> PageDocument:
    """The page of one audit; with several, each is a part of its own.

    Args:
        audits: the audits.
        one: the page of one audit.
        several: the title of the page where there are several.
        nothing: its title where there is none.
        named: whether the parts have names, so that a page can link to them.
    """
    made = [one(audit) for audit in audits]
    if len(made) == 1:
        return made[0]
    blocks: list[Block] = []
    for n, page in enumerate(made, 1):
        prefix = f"project-{n}-" if named else ""
        blocks += [Heading(2, text(page.title), f"{prefix}title" if named else ""), *deeper(page.blocks, prefix)]
    return PageDocument(several if made else nothing, tuple(blocks))
