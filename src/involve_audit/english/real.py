"""Whether words are said to be so, or only wished, imagined, doubted, reported as somebody's opinion, or hanging on what has not happened."""

from __future__ import annotations

import re
from functools import lru_cache

from involve_audit.english.spans import clause_of

_FRAME = re.compile(
    r"\b(?:in (?:an? )?(?:ideal|perfect|better|fairer) world|ideally|if only|imagine|suppose(?: that)?|what if|picture a|dream(?:s|ing)? (?:of|that)"
    r"|(?:is|was|'s) (?:not|n't|hardly) (?:true|the case|so|clear|certain|known|decided|said) (?:that|whether|if)|isn't (?:true|clear|the case) (?:that|whether)|(?:untrue|unclear|a myth|false|doubtful|unlikely|unfair|a pity|a shame) (?:that|to|whether)|no (?:proof|evidence|sign|promise|guarantee|plan|plans|reason) (?:that|of|to)"
    r"|(?<!we )(?:suggest|argu|claim|recommend|propos|believ|rumour|allege)(?:s|es|ed|d|e)? (?:that|to)|(?:some|many|others|critics|people|guidance|campaigners|experts|they|it is) (?:\w+ )?(?:say|says|said|think|thinks|thought|feel|felt|believe|ask|asked|demand|call) (?:that|for)"
    r"|(?:was|were|been|being) (?:once |often |always )?(?:told|promised|assured|led to believe) (?:that )?(?=\w+ (?:would|could|was|were|had))|wish(?:es|ed)?(?: that)? (?=(?:we|you|i|they|he|she|it|our|the|there)\b)|(?<!be )(?<!is )(?<!are )(?<!get )used to (?=(?:have|be|get|pay|run|lead|decide|choose|meet|give|cover|ask|listen|tell)\b)|would have (?:been |liked |loved |preferred )?"
    r"|(?:does|do|did|will|can|would|could)(?:n't| not) (?:think|believe|suppose|expect|assume|pretend|claim|mean) (?:that )?)",
    re.IGNORECASE,
)
"""What stands before words that are not said to be so."""
_OUGHT = re.compile(
    r"\b(?:(?<=[a-z] )(?<!you )should|ought to|deserves? (?:to|an?)|would need to)\b(?! you\b)",
    re.IGNORECASE,
)
_ONLY_HOPED = re.compile(
    r"\b(?:hop(?:e|es|ing) (?:to|that|for)|aim(?:s|ing)? (?:to|for)|try(?:ing)? to|tries to|would (?:\w+ ){0,2}(?:like|love|prefer|want) (?:to|one day)|(?:want|wants|wish|wishes) to|(?:plan|plans|planning|intend|intends|seek|seeks|seeking|applied|applying|raising|fundraising)\b[^.;]{0,20} (?:to|that|for)"
    r"|look(?:ing)? (?:into|for (?:money|funds|funding|a way|ways))|consider(?:s|ing)?(?: whether)?|explor(?:e|es|ing) (?:how|whether|ways)|do our best to|work(?:ing)? towards|in future|one day|eventually)\b",
    re.IGNORECASE,
)
"""What those who give something would like to do, and have not said that they will."""
_HANGS = re.compile(
    r"\b(?:if|when|once|should|provided|providing|assuming|as long as|as soon as|unless) (?:that )?(?:[\w']+ ){0,4}?(?:(?:are|is|be|get|gets) funded|funds?|funding|money|budgets?|bid|bids|application|applications|grant|award|proposal|approval|sponsors?|sponsorship|donations?|successful|succeeds?|enough (?:people|members|interest|volunteers|of you)|rains?|weather|council (?:agrees|approves)|board (?:agrees|approves)|manager agrees|funder (?:agrees|approves|allows))\b"
    r"|\b(?:subject to|depend(?:s|ing|ent)?(?: up)?on|contingent on|conditional on) (?!you\b|your\b|how\b|what\b|which\b|where\b|who\b)",
    re.IGNORECASE,
)
"""What has not happened, and without which nothing comes of it."""
_ASKED = re.compile(r"\b(?:what|which|who|how|where|whether)\b", re.IGNORECASE)
_BUT = re.compile(r"\b(?:but|however)\b|[;:–—]", re.IGNORECASE)


@lru_cache(maxsize=4096)
def _clause(text: str, at: int) -> tuple[str, int]:
    """The clause that holds a place of a sentence, and where the place is in it."""
    start, end = clause_of(text, at)
    start = max([start, *(turn.end() for turn in _BUT.finditer(text, start, at))])
    return text[start:end], at - start


def supposed(text: str, at: int) -> bool:
    """Whether what is said at a place of a sentence is only imagined, doubted, held to be right, or hangs on what has not happened.

    >>> supposed("In an ideal world, you will be paid.", 19), supposed("You will be paid.", 0), supposed("You will be paid if our bid succeeds.", 0)
    (True, False, True)
    """
    clause, here = _clause(text, at)
    ought = _OUGHT.search(clause, 0, here)
    return (
        any(found.start() < here for found in _FRAME.finditer(clause))
        or (ought is not None and _ASKED.search(clause, 0, ought.start()) is None)
        or _HANGS.search(clause) is not None
    )


def hoped(text: str, at: int) -> bool:
    """Whether those who would do something only hope, plan or try to.

    >>> hoped("We hope to pay members.", 11), hoped("We pay members.", 3)
    (True, False)
    """
    clause, here = _clause(text, at)
    return any(found.start() < here for found in _ONLY_HOPED.finditer(clause))
