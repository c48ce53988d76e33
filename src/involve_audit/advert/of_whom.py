"""Who a clause speaks of: those who are invited, or somebody else.

A word of pay, time or support says nothing to the readers where it stands in a sentence about the topic of a study, about who may
join, about applying, about staff, grants or other people's help. So each match is looked at in its clause, and a clause
that plainly speaks of others counts for nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.english.lexicon import PUBLIC

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORK = r"(?:stud(?:y|ies)|trials?|research|surveys?|projects?|programmes?|apps?|campaigns?|papers?|consultation|process|courses?|reviews?|teams?|work)"
_TOPIC = (
    rf"^\W*(?!(?:(?:the|this|your|our) work|(?:each|every|most|all) (?:\w+ )?(?:reviews?|surveys?|papers?|applications?)|reading\b[^.;:?!]*?) (?:will |would |can |usually )*takes?\b)(?:(?:the|this|our|a|an|each|its|new|and|current|second) ){{0,2}}(?:[\w-]+ ){{0,3}}?{_WORK} (?:itself )?(?:(?:also|will|mainly|now) )*(?:(?:is|are|was) (?:about|on|called|looking (?:at|into)|trying|interested|funded|paid for|supported|part of|recruiting|open)"
    r"|looks?|asks?|examines?|compares?|tests?|explores?|investigates?|studies|measures?|finds?|follows?|wants? to (?:know|find)|aims? to|seeks? to|focus(?:es)?|recruits?|has (?:been|received|recruited|funding)|have been|runs? (?:for|until|from)|lasts?|takes?|received|gives?|offers?|supports?|helps?|costs?|needs?|began|started|ends?|closes?|opens?)"
)
_TOPIC_PRONOUN = r"^\W*(?:we(?:'re| are)? (?:also )?(?:looking (?:at|into)|interested in (?:how|what|why|whether)|campaign(?:ing)?|study(?:ing)?|investigat\w+|explor\w+|examin\w+)|(?:it|this|they)(?:'re|'s| are| is| also| will)? (?:look(?:s|ing)? (?:at|into)|asks?(?! (?:you|that you|for))|asking whether|examin(?:es?|ing)|compar(?:es?|ing)|tests?(?: whether)|explor(?:es?|ing)|investigat(?:es?|ing)|measur(?:es?|ing)|study(?:ing)?|studies|interested in (?:how|what|why|whether)|campaign(?:s|ing)?|runs? for|lasts? (?:\w+ )?years|paid for))\b"
_NOT_INVITED = (
    r"(?:(?:people|patients|volunteers|adults|children|women|men|parents|families|households|those|everyone|everybody) (?:in|on) (?:the|our|this|a) (?:\w+ )?(?:trial|study|survey|registry|cohort)|(?:people|patients|volunteers|adults|tenants|residents|parents|those|everyone|everybody|anyone) who (?:fill in|complete|take part in|join|return|answer|enrol in|agree to be in) (?:the|our|this|a) (?:\w+ )?(?:trial|study|survey|questionnaire|registry)|members of (?:staff|parliament|the team)|participants? in (?:the|our|this) (?:trial|study|research)|applicants?|candidates?|shortlisted \w+|staff|trustees?|teachers?|employees?|officers?|doctors?|nurses?|surgeons?|clinicians?|midwives|facilitators?|(?<!peer )(?<!community )(?<!patient )(?<!public )(?<!lay )(?<!youth )researchers?|scientists?|investigators?|students?|consultants|fundraisers?|donors?|customers?|claimants?|businesses|organisations?|grantees?|employers?|companies"
    r"|grants?|awards?|fellowships?|funding|bids?|donations?|prisoners?|shops?|hospitals?|homes?|people (?:seeking \w+|in (?:the|our|a) (?:trial|study)|who (?:give birth|are in)|with no)|patients (?:in|on) (?:the|our|a) (?:trial|study|ward)|(?:many|most|some|half of|unpaid|other|paid) (?:\w+ )?(?:people|carers?|patients|families|women|men|charities|parents)"
    r"|women who|carers (?:get|have|receive)|families (?:pay|have|are)|mps?|courses?|repairs?|rent|tickets?|energy|fuel|care homes?|drugs?|the (?:course|medicine|drug|treatment|disease|museum|gallery|clinic|ward|library|shelter|car park|food bank|helpline|society|company|fund|university|charity|council|trust|collective|housing \w+|asylum process|average \w+|bus|building(?!(?: (?:is|are|will be|has|have|we use|where we meet)|'s)\b)|centre|office|shop|department|government|ministry|lottery|benefit|respite|voluntary sector))"
)
_OTHERS = rf"^\W*(?:(?:the|all|our|new|successful|paid|unpaid|each|every|any|in the trial|in this study|other|last year) ,? ?){{0,2}}(?:[\w']+ ){{0,1}}?{_NOT_INVITED}(?:'s?|s')?(?: (?:in|of|at|on|for|with|who|from)\b[^.;:?!,]{{1,40}}?)?(?: (?:must|may|can|will|should|are|is|was|were|have|has|had|do|does|get|gets|receive|receives|received|pay|pays|need|earns?|wait|waits|runs?|charges?|charge|offers?|provides?|gives?|supports?|costs?|lasts?|takes?|awarded|raised|raise|serves?|helps?|cannot|time|claim|opens?|stay|miss|work|access|costs|support|would|could)\b|$)"
_ELIGIBLE = (
    r"^\W*(?:if |whether )?(?:(?:have|has|had|are|were|do|does|did|is|was) (?:you|your|he|she|they|somebody|someone|anybody)|had an?|ever|been|lived|waited|living with|retired)\b[^.;!]*\?"
    r"|\bwho (?:have|has|had|are|is|were|live|lives|lived|use|used|care|cared|cares|get|receive|pay|need|work|worked)\b[^.;:?!]{0,60}$"
    r"|^\W*(?:you|applicants|people|they|we (?:are looking for|look for|want|need|seek)\b[^.;:?!]{0,60}who|anyone|adults|residents|women|men|patients|carers|members|volunteers|candidates) (?:(?:must|need to|should|have to)(?! (?:be (?:available|free|able to (?:attend|come|commit|give))|attend|commit|expect|spend|give))|have to|should have|must have|have (?:had|been|lived|cared|paid|waited|worked|used|received)|are (?:over|under|aged|at least|a carer|not (?:an|a)|eligible))\b"
    r"|\b(?:eligible|eligibility|aged|years? old|at least \d+ years|for more than (?:\w+ )?(?:months?|years?|weeks?)|(?:in|within|during|over) the (?:last|past)\b|(?:have|has|had|been|lived|who|with|pain)\b[^.;:?!]*\bfor (?:at least|over|more than) [^.;:?!]{1,15} (?:months?|years?))"
    r"|^\W*(?:we )?(?:look for|are looking for|want|welcome|need|seek|especially \w+|particularly \w+)\b[^.;:?!]*\b(?:who|with) (?!us\b|the team)"
    r"|\b(?:people|those|adults|patients|carers|parents|anyone|somebody) (?:with|aged|living with|on) [^.;:?!]{1,40}\b(?:for|in the)\b"
)
_APPLYING = (
    r"\b(?:closing date|deadline|shortlist\w*|nominations?|applications? (?:\w+ )?(?:close|open|are|is|must|should|will|forms?|process)|interviews? (?:last|take|will|are|is)\b(?=[^.;:?!]*\b(?:minutes|place|held|panel|day))|your application|dbs checks?|references?|late applications?|(?:respond|reply|answer|responses?|hear from us|hear back|get back|contact you|come back to you|in touch) (?:\w+ ){0,4}?(?:in|within)\b|complaints?|appeals?|call you for|application form|apply (?:by|before)|unable to reply"
    r"|representations?|(?:survey|consultation|poll|vote|voting) (?:closes|runs|is open|ends)|recruitment (?:will|is|begins|starts|closes|ends))\b"
)
_PRIVACY = r"\b(?:privacy|data protection|gdpr|cookies?|data (?:are|is|will be) (?:\w+ )?(?:held|stored|kept)|stored securely|consent forms? (?:are|is)|anonymous|anonymi[sz]ed)\b"
_ELSEWHERE = (
    r"\b(?:open (?:every|daily|from|\d|24|until)|opening (?:hours|times)|visiting hours|car parks?|parking|waiting (?:times?|lists?)|waits? (?:on average|for)|average|on average|newsletters?|donat\w+|raised|subscription|a year old|buses|trains? (?:run|runs)|bus runs|transport runs|bins? (?:are|is)|emptied|rents?|calls every|ago|council tax|tax|free months|months free"
    r"|beds|(?:opportunities|e-?mails?|updates?|newsletter) (?:every|each) (?:week|month)|published|publication)\b"
)
_PATTERN = "|".join((_TOPIC, _TOPIC_PRONOUN, _OTHERS, _ELIGIBLE, _APPLYING, _PRIVACY))
_OTHERS_CLAUSE = re.compile(_PATTERN, re.IGNORECASE)
_ELSEWHERE_CLAUSE = re.compile(_ELSEWHERE, re.IGNORECASE)
_LEAD = re.compile(
    r"^\W*(?:and|but|so|or|then|also|in addition|however|please note(?: that)?|although|because|while)\b[ ,]*",
    re.IGNORECASE,
)


def of_others(clause: str) -> bool:
    """Whether a clause plainly speaks of the topic, of who may join, of applying, of data, or of other people."""
    return _OTHERS_CLAUSE.search(_LEAD.sub("", clause)) is not None


_APPLICANTS_CLAUSE = re.compile(_OTHERS, re.IGNORECASE)


def of_applicants(clause: str) -> bool:
    """Whether a clause speaks of applying, or of other people than those who are invited and those like them."""
    return _APPLICANTS_CLAUSE.search(_LEAD.sub("", clause)) is not None


def of_something_else(clause: str) -> bool:
    """Whether a clause speaks of opening hours, parking, waiting times and the like, which ask nothing of anybody."""
    return _ELSEWHERE_CLAUSE.search(clause) is not None


_HEADING = re.compile(
    r"\b(?:who (?:can|is|are|may|should|could) (?:join|apply|eligible|it for|we (?:are )?looking for|take part|this for|you)|who we(?:'re| are)? (?:want|look|need)\w*|about (?:the|this|our|us|you)\b|eligib\w+|how to (?:apply|join)|applying|how do i apply|background|the (?:study|trial|research|project)"
    r"|your data|privacy|data protection|selection|next steps|person specification|criteria|key dates|timetable|funding)\b",
    re.IGNORECASE,
)


def heads_others(heading: str) -> bool:
    """Whether what stands below a heading speaks of the study, of who may join, of applying or of data."""
    return _HEADING.search(heading) is not None and len(heading) < 80


_BOARD = re.compile(
    r"(?:\b([\w']+)[ -])?\bboard\b(?: (?:is |will be )?(?:made up |composed |consists? )?of (?:[\w'-]+ ){0,4}?(people|patients|carers|parents|residents|tenants|survivors|users|members)\b)?",
    re.IGNORECASE,
)
_BARE = frozenset(("the", "our", "this", "a", "new", "each", "every", "that", "whole", "full"))


def their_board(texts: Iterable[str]) -> bool:
    """Whether *the board* of an invitation is one of people affected: by its name, or by who is on it, and no other board is spoken of.

    A board that nobody says more of is one of others, such as trustees.

    >>> their_board(["Join our Lived Experience Board.", "The board decides."]), their_board(["The board decides."])
    (True, False)
    """
    boards = [found for text in texts for found in _BOARD.finditer(text)]
    theirs = [bool(found[2]) or (found[1] or "").casefold() in PUBLIC for found in boards]
    others = [
        not own and (found[1] or "the").casefold() not in _BARE for own, found in zip(theirs, boards, strict=True)
    ]
    return any(theirs) and not any(others)
