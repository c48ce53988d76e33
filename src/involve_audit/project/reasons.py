"""Reasons: a sentence that somebody could answer, where a file asks why something is not so, or not asked."""

from __future__ import annotations

from typing import Annotated, Any

from involve_audit.project.fields import NOT_TOLD, Reads, no_text, theirs
from involve_audit.wording.messages import Wrong

_EMPTY = {*NOT_TOLD, "none", "no", "nothing", "no reason", "no reason given", "no reason provided", "none given", "not given", "todo", "to do", "xxx",
          "see above", "see below", "because", "reason", "waived", "waiver", "temporary", "later", "will be added", "will be added later",
          "will be done later", "not needed", "not relevant", "unknown", "pending", "test", "lorem ipsum", "placeholder", "no comment", "it is fine",
          "this is fine", "not a problem", "does not apply", "false positive", "won't fix", "wontfix", "ignore", "skip", "as agreed", "we know"}  # fmt: skip


def letters_of(text: str) -> str:
    """The letters and digits of a text, all small."""
    return "".join(c for c in text.casefold() if c.isalnum())


_WORDLESS = frozenset(map(letters_of, _EMPTY))
"""Words that stand where a reason should; compared without blanks and marks."""
_WRITE_WHY = Wrong("write in a sentence why, for every report prints it")
SHORTEST = 15
"""Letters and digits that a reason has at least: less than "The group paused" says nothing that can be answered."""


def says_nothing(text: str) -> bool:
    """Whether a text only stands where an answer should.

    >>> says_nothing("T.B.D."), says_nothing("The group paused")
    (True, False)
    """
    letters = letters_of(text)
    return not letters or letters in _WORDLESS


def read_reason(value: Any) -> str:
    """Read a reason.

    Raises:
        ValueError: it is no text, a word that stands in for a reason, or too short to be one.
    """
    if not isinstance(value, str):
        raise ValueError(no_text(value))
    text = " ".join(value.split())
    if says_nothing(text):
        raise ValueError(Wrong("{text} is no reason", text=theirs(text), advice=_WRITE_WHY))
    if len(letters_of(text)) < SHORTEST or len(set(letters_of(text))) < 6:
        raise ValueError(Wrong("{text} is too short for a reason", text=theirs(text), advice=_WRITE_WHY))
    return text


Reason = Annotated[str, Reads(read_reason, {"type": "string", "minLength": SHORTEST})]
