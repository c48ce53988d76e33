"""What could not be audited, or could not be read, as blocks of a page for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render.blocks import Heading, items, paragraph, something, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited


def not_audited(problems: Sequence[NotAudited]) -> Iterator[Block]:
    """What could not be audited, so that nothing that was handed in vanishes."""
    says = _("Nothing on this page speaks of these. They are not a pass.")
    return not_read(problems, _("What could not be audited"), says, name="not-audited")


def not_read(problems: Sequence[NotAudited], title: str, says: str = "", name: str = "") -> Iterator[Block]:
    """The same under a title of its own; nothing where all could be audited."""
    if problems:
        yield Heading(2, text(title), name)
        yield from something(paragraph(says))
        yield from items(problem.text for problem in problems)
