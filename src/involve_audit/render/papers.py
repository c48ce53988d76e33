"""Papers for people: one page, written in every format that a person opens.

A paper is a function from audits to a page. As HTML it is set in one style sheet, fetches nothing and runs no script; as plain
text it has short lines.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.record import Record
from involve_audit.render.blocks import Document, Heading, Paragraph, deeper, items, paragraph, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit


class Paper(Record):
    """A paper in every format.

    Attributes:
        document: what it says, from audits and from what could not be audited.
        css: the style sheet of the page.
        large: whether it is set in large type.
    """

    document: Callable[[Sequence[Audit], Sequence[NotAudited]], Document]
    css: str
    large: bool = False

    def html(self, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
        """One page: nothing is fetched, and no script runs."""
        from involve_audit.render.html import written

        return written(self.document(audits, problems), css=self.css, frame="paper.html")

    def markdown(self, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
        """Markdown, to paste or to edit."""
        from involve_audit.render.markdown import written

        return written(self.document(audits, problems))

    def text(self, audits: Sequence[Audit], problems: Sequence[NotAudited] = (), width: int = 72) -> str:
        """Plain text in short lines, to read out or to mail."""
        from involve_audit.render.text import written

        return written(self.document(audits, problems), width)

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

        from involve_audit.render.blocks import told_apart

        module = import_module(f"involve_audit.render.{_MADE_BY[name]}")
        found: bytes = module.written(told_apart(self.document(audits, problems)), audits, large=self.large)
        return found


_MADE_BY = {"pdf": "pdf", "docx": "word"}
"""The modules that make what is not text."""


def joined(
    audits: Sequence[Audit], one: Callable[[Audit], Document], *, several: str, nothing: str, named: bool = False
) -> Document:
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
    return Document(several if made else nothing, tuple(blocks))


def not_audited(problems: Sequence[NotAudited]) -> Iterator[Block]:
    """What could not be audited, so that nothing that was handed in vanishes."""
    says = "Nothing on this page speaks of these. They are not a pass."
    return not_read(problems, "What could not be audited", says, name="not-audited")


def not_read(problems: Sequence[NotAudited], title: str, says: str = "", name: str = "") -> Iterator[Block]:
    """The same under a title of its own; nothing where all could be audited."""
    if problems:
        yield Heading(2, text(title), name)
        yield from something(paragraph(says))
        yield from items(problem.text for problem in problems)


def something(*blocks: Block) -> Iterable[Block]:
    """Blocks without paragraphs that say nothing."""
    return (b for b in blocks if not isinstance(b, Paragraph) or b.runs)
