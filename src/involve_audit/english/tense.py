"""Whether a clause tells of what was, of what goes on, of what is to come, or only of what could be."""

from __future__ import annotations

import re
from itertools import pairwise

from involve_audit.english.grammar import BE, GET, acts, words_of
from involve_audit.english.lexicon import ADVERBS, NOT, is_participle, is_simple_past
from involve_audit.english.sentence import blank

_WISH = re.compile(
    r"\b(?:could(?! not)|would|might|should|ought|hop(?:e|es|ed|ing)|wish(?:es)?(?= to)|ideally|intend(?:s|ed)?|aim(?:s|ed|ing)? to|propos\w+ to|wants? to|seek(?:s|ing)? to|desirable"
    r"|perhaps|possibly|subject to|depend(?:s|ing) on|suggest(?:s|ed) (?:that|paying|£)|often|usually|typically|normally|consider(?:s|ed|ing)?|(?<!who )used to|(?:funders?|sponsors?|guidance|law|regulators?|policy|rules) (?:asks?|asked|requires?|required|says?|said|expects?|suggests?|recommends?)|(?:had|were|was) planned|(?:was|were) to (?:be )?(?:meet|have|get|receive|\w+ed|consist|sit|take|include)|potentially|as an example|for example|e\.g|"
    r"imagine|suppose|planned to|provided that|in future|one day(?! (?:a|per|each|every|in the) ))\b|\bif (?!(?:you|they|people|members?|anyone|somebody|someone|a member) (?:need|want|wish|prefer|receive|get|are on|ask|choose)\b|they (?:need|want) )"
    r"|\bcan be\b(?! (?:claimed|reclaimed|reimbursed|refunded|covered)\b)|\bunless\b|\b(?:recommend|suggest|propose|envisage)(?:s|d|ed)? that\b|\bis (?:envisaged|proposed|suggested|recommended)\b|\bfuture (?:reviews|studies|projects|work|programmes?)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\bmay\b(?! (?:choose|decline|leave|refuse|also choose|ask|take|now))")
_EMBEDDED = re.compile(
    r"\b(?:who|what|whom|how|where) (?:\w+ ){0,3}?(?:may|can|could|should|would|might)\b", re.IGNORECASE
)
_IF_FUNDED = re.compile(
    r"\b(?:if|should|once|when) (?:(?:we|it|this|the (?:study|project|trial|work)|(?:this|the|our) (?:bid|application|proposal|grant|request)) )?(?:(?:is|are|be) )?(?:funded|successful|awarded|granted)\b,?"
    r"|\bif we (?:get|receive|are given) (?:the|this) (?:money|grant|funding|award)\b,?",
    re.IGNORECASE,
)
_PLAN = frozenset(("is", "are", "am", "plan", "plans"))
_NO_VERBS = frozenset((
    "need", "shared", "lived", "experienced", "aged", "based", "interested", "related", "called", "set", "used", "unpaid", "named",
    "salaried", "put", "left", "found",
))  # fmt: skip
"""Forms of verbs that stand before or behind a noun as often as they tell of what was, or that say both."""
_SET_UP = re.compile(r"\b(?:which|that) (?:was|were) (?:set up|formed|established|founded|created)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r", (?:who|which|that|whom)\b[^,;]*,|,? (?:who|which|that)(?: (?:have|has|had|are|is|were|was|been|all|also|not|live|lived|living|use|used|care|cared|need|[\w-]+ed))+\b",
    re.IGNORECASE,
)


def wishes(clause: str) -> bool:
    """Whether a clause only says what could be, is hoped for, or is usual. What people may choose says nothing of it: `decides who may use it`.

    >>> wishes("members should be paid"), wishes("members may choose to be paid")
    (True, False)
    """
    told = _EMBEDDED.sub(" ", clause)
    return _WISH.search(told) is not None or _MAY.search(told) is not None


def without_condition_of_funding(text: str) -> str:
    """A sentence with blanks for `if funded`: the condition of every plan in an application makes none of them less of a plan."""
    return _IF_FUNDED.sub(blank, text)


def tense(words: str) -> str:
    """`planned`, `ongoing` or `done`, by the verbs of a clause; what was once planned (`it was to meet`) is no plan, and not done.

    >>> tense("the group will meet"), tense("members are to get £15"), tense("it met five times"), tense("the panel has met")
    ('planned', 'planned', 'done', 'ongoing')
    >>> tense("members are trained and paid"), tense("the panel convened"), tense("it has not met")
    ('ongoing', 'done', 'ongoing')
    """
    words = _SET_UP.sub(" ", words)
    told = [token.word for token in words_of(words)]
    pairs = list(pairwise(["", *told, ""]))
    if any(word in ("will", "planned") or (before in _PLAN and word in ("to", "going")) for before, word in pairs):
        return "planned"
    if {"has", "have"} & set(told):
        return "ongoing"
    return "done" if any(_was(told, n) for n in range(len(told))) else "ongoing"


def _was(words: list[str], n: int) -> bool:
    """Whether a word tells of what was: a verb in the past, and no participle behind *be* or *get*."""
    word = words[n]
    if word in ("was", "were", "did", "had"):
        return True
    if word in _NO_VERBS or not is_simple_past(word):
        return False
    earlier = [w for w in words[:n] if w not in NOT | ADVERBS and not w.endswith("ly")]
    while earlier[-1:] and earlier[-1] in ("and", "or") and is_participle(earlier[-2] if len(earlier) > 1 else ""):
        earlier = earlier[:-2]  # `members are trained and paid`
    return not earlier or earlier[-1] not in BE | GET


def tense_of_main(words: str) -> str:
    """The tense of what a sentence says itself, not of what its relative clauses say; empty where it has no verb of its own.

    >>> tense_of_main("a panel of nine people who have had sepsis"), tense_of_main("the panel, which met twice, has nine members")
    ('', 'ongoing')
    """
    own = without_relatives(words)
    return tense(own) if acts(own) else ""


def without_relatives(words: str) -> str:
    """A sentence without what its relative clauses say of people."""
    return _RELATIVE.sub(" ", words)


def is_fragment(text: str) -> bool:
    """Whether words have no verb of their own; what ends in *-ing* may be a noun, and a verb that is not known here may be in the past.

    >>> is_fragment("£20 per meeting, in cash"), is_fragment("members get £20 per meeting"), is_fragment("One tenant died")
    (True, False, False)
    """
    told = [token.word for token in words_of(text)]
    return not (
        any(not text[act.at :].split(maxsplit=1)[0].strip(".,;:").endswith("ing") for act in acts(text))
        or any(_was(told, n) for n in range(len(told)))
    )
