"""Questions and answers on work that is over, in the past tense."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.wording.past_tense import in_the_past

if TYPE_CHECKING:
    from involve_audit.interview.question import Question


def looking_back(question: Question) -> Question:
    """A question on work that is over."""
    choices, more = (
        tuple(replace(c, says=in_the_past(c.says), words=in_the_past(c.words)) for c in some)
        for some in (question.choices, question.more)
    )
    return replace(
        question,
        asks=in_the_past(question.asks),
        choices=choices,
        more=more,
        no=question.no or _("no, never"),
        # There is no next meeting.
        decides="" if question.decides == "what the next meeting could change" else question.decides,
    )


__all__ = ["in_the_past", "looking_back"]
