"""What a sentence denies."""

from __future__ import annotations

import re

_NOT = re.compile(
    r"\b(?:not|never|no|nobody|no-one|none|cannot|without|rather than|instead of|hardly|neither|nor|unable|stop|avoid|seldom|rarely|left out of|excluded from|shut out of|\w+n't)\b",
    re.IGNORECASE,
)
_NO_NOT = re.compile(
    r"\bnot (?:only|just|simply|merely)\b|\b(?:don't|do not|never) (?:miss|hesitate|worry|be shy|forget)\b|\bwhy not\b|\bwhy don't you\b"
    r"|\bno matter\b|\bno (?:need|experience|knowledge|training|qualifications?|special \w+|previous \w+|prior \w+|jargon)\b"
    r"|\bno doubt\b|\bno(?= \w+ (?:is |are )?(?:needed|required|necessary))|\bcan't wait\b|\bif not\b|\bno longer (?:alone|ignored)\b",
    re.IGNORECASE,
)
"""Words that look like a denial and are none."""
_CLAUSE = re.compile(
    r"[,;:()–—]| - |\b(?:but|although|though|however|while|whereas|because|so that|unless|except)\b", re.IGNORECASE
)
_DENIED_AFTER = re.compile(
    r"^\W{0,3}(?:(?!that |which |who |if )[\w'-]+ ){0,5}?(?:(?:is|are|was|were|will|would|can|does|do|has|have) (?:not|never|no longer|nothing)|isn't|aren't|wasn't|won't|cannot|can't|doesn't)\b(?! only| just)",
    re.IGNORECASE,
)


def denies(text: str) -> bool:
    """Whether words hold a denial."""
    return _NOT.search(_NO_NOT.sub(" ", text)) is not None


def denied(text: str, start: int, end: int) -> bool:
    """Whether the words are denied, just before them in their clause or right after them."""
    before = text[max(start - 90, 0) : start]
    clause = _CLAUSE.split(before)[-1]
    if _NOT.search(_NO_NOT.sub(" ", clause)):
        return True
    return bool(_DENIED_AFTER.search(text[end : end + 90]))
