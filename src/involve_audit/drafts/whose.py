"""Whether something in a passage is said of contributors, or done by them: the one place that looks for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.drafts.naming import (
    GROUP_NOUN,
    NUMBER,
    PEER_POST,
    PUBLIC_POST,
    elsewhere,
    groups_in,
    of_others,
    of_ours,
    treated,
)

if TYPE_CHECKING:
    from involve_audit.drafts.passages import Passage

MEMBERS = rf"(?:members?|(?:the|this|our) (?:{GROUP_NOUN})|board members|panel members|panell?ists?|partners|they|them|each(?: of them)?|all {NUMBER}|everyone|everybody|(?:all|both)(?= (?:are|were|was|is|will|have|had|get|got|receive|received)\b)|we|us|i|me|you|it)"
_POSTS = re.compile(rf"\b(?:{PUBLIC_POST}|{PEER_POST})\b", re.IGNORECASE)
_ANY_OF_THEM = re.compile(
    rf"\b(?:they|them|members?|its members|partners?|who|one|two|three|four|five|six|seven|eight|both|all|some|several|(?:the|this|our|its) (?:\w+ )?(?:{GROUP_NOUN})|it)\b",
    re.IGNORECASE,
)


_BARE_GROUP = re.compile(rf"\b(?:the|this|our|its) (?:\w+ )?({GROUP_NOUN})\b(?!['’])", re.IGNORECASE)


def by_contributors(passage: Passage, subject: str) -> bool:
    """Whether the words before a verb say that contributors do it: they are named so, or the sentences before were of them.

    Without words of its own, a verb is said of those of whom the sentences before were.
    """
    if _POSTS.search(subject):
        return True
    if of_others(subject) or any(g.side == "others" for g in groups_in(subject)):
        return False
    if re.search(r"\b(?:she|he)\b", subject, re.IGNORECASE):
        return _POSTS.search(passage.before) is not None and not of_others(passage.before)
    ours_by_name = any(g.side == "ours" for g in groups_in(subject))
    if re.search(r"\b(?:we|I)\b", subject, re.IGNORECASE) or (
        passage.own_voice and re.match(rf"\W*our (?:\w+ )?(?:{GROUP_NOUN})\W*$", subject, re.IGNORECASE)
    ):
        return passage.own_voice and not re.search(r"\bthey\b", subject, re.IGNORECASE)
    if re.search(r"\bthey\b", subject, re.IGNORECASE) and passage.own_voice:
        return False  # we are contributors, and they the team
    if ours_by_name:
        return True
    if passage.topic != "ours":
        return False
    if not subject.strip() or of_ours(subject):
        return True
    named = _BARE_GROUP.search(subject)
    if named and not re.search(r"\b(?:members?|of them)\b", subject, re.IGNORECASE):
        # `The council` is no panel.
        return named[1].casefold() == "group" or passage.room.casefold().endswith(named[1].casefold())
    return _ANY_OF_THEM.search(subject) is not None


def _with_members(passage: Passage, text: str) -> str:
    """Words in which `members of the team` are members, where the team is contributors' own: `Patient Advisory Team`."""
    own_team = passage.topic == "ours" and passage.room.casefold().endswith(" team")
    return re.sub(r"\bmembers? of the team\b", "members", text, flags=re.IGNORECASE) if own_team else text


def may_be_of_contributors(passage: Passage) -> bool:
    """Whether nothing in a passage, nor in what it stands below, says that it is about others."""
    return not (
        passage.aside
        or elsewhere(passage.text)
        or treated(passage.text)
        or any(group.side == "others" for group in passage.groups)
    )


def of_contributors(passage: Passage, at: int) -> bool:
    """Whether what stands at a place of a passage is said of contributors: they are named in its clause, or the sentences before were about them."""
    clause = passage.clause_at(at)
    if not may_be_of_contributors(passage) or of_others(_with_members(passage, clause.text)) or passage.topic != "ours":
        return False
    before = passage.text[clause.start : at]
    return (
        re.search(
            r"^\W*(?:yes\W*)?$|^\W*(?:the |their )?(?:payments?|time|rate|honorari\w+|money|fees?|pay|remuneration)\b",
            before,
            re.IGNORECASE,
        )
        is not None
        or re.search(rf"\b{MEMBERS}\b", clause.text, re.IGNORECASE) is not None
        or of_ours(clause.text)
    )
