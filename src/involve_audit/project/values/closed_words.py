"""What every kind of value needs: the text of it, tidied, and the closed words of yes and no."""

from __future__ import annotations

from typing import Any, Literal

from involve_audit.project.fields import NOT_TOLD, kind_of, leave_out, theirs, tidy
from involve_audit.wording.file_words import plain
from involve_audit.wording.messages import Wrong

NONE = ("none", "no", "nobody", "never", "zero", "no one", "no-one", "nil")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))
_LONGEST = 120
"""A value has a few words. What is longer is a text in the wrong place."""
YesNo = Literal["yes", "no", "unknown"]
"""`yes`, `no`, or `unknown` (asked, and not known). Leave the key out when nobody has asked."""
Words = tuple[str, ...]
"""One text or a list of texts."""


def truth(answer: str | None) -> bool | None:
    """Turn a yes or no into three-valued truth; `unknown` and not told are both None."""
    return {"yes": True, "no": False}.get(answer) if answer is not None else None


def words_of(value: Any, wanted: str, allowed: Wrong) -> str:
    """The text of a value, tidied; ValueError where it is none, or says that nothing is told."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        wrong = Wrong("{wanted} is needed here, not {found}", wanted=wanted, found=kind_of(value), advice=allowed)
        raise ValueError(wrong)
    value = plain(value)
    if len(value) > _LONGEST:
        wrong = Wrong(
            "{wanted} is needed here, not a text of {number} characters ({text})",
            wanted=wanted, number=len(value), text=theirs(value, 30), advice=allowed,
        )  # fmt: skip
        raise ValueError(wrong)
    text: str = tidy(value).translate(_DASHES)
    if text in NOT_TOLD:
        raise ValueError(leave_out(value))
    return text
