"""What passages tell of what people said, and what came of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from involve_audit.drafts.naming import GROUP_NOUN, elsewhere, groups_in, of_others, of_ours, treated
from involve_audit.drafts.own_words import own_words
from involve_audit.drafts.proposal import Proposal
from involve_audit.drafts.whose import by_contributors
from involve_audit.english.grammar import acts
from involve_audit.english.lexicon import ADVERBS, is_participle, noun_classes, verb_classes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.drafts.passages import Passage
    from involve_audit.english.grammar import Act

_CHANGES = (
    r"(?:changed?|dropped|removed?|added|rewrote|rewritten|re-?designed|re-?worded|translated|shortened|simplified|moved|made|replaced|took (?:it|them|this) out|taken out|"
    r"adopted|agreed|accepted|followed|taken (?:up|over|on)|brought forward|kept|swapped|lengthened|included|introduced|extended|cut|put in|stopped|revised|renamed|split|reduced|increased|written|built|opened|delayed|amended|altered|corrected|reworded|restored|gone|deleted|limited)"
)
_REMARK = (
    r"(?:advice|comments?|feedback|suggestions?|requests?|input|views|concerns|objections?|representations?|recommendations?|proposals?"
    r"|complaints?|demands?|wish(?:es)?|criticisms?|ideas?|pleas?|calls?)"
)
_WHO = r"[\w'’-]+(?: [\w'’-]+){0,4}?"
_BECAUSE = re.compile(
    rf"\b(?:(?:because of|following|based on|as a result of|thanks to|in response to|on) (?:this|that|(?:their|the (?:[\w'-]+ )?(?:{GROUP_NOUN})'s|members'|our|the (?:members|residents|parents|patients|carers|partners)') "
    rf"{_REMARK})|as a result|because of (?:this|that)|(?:at|on) (?:their|its) (?:request|suggestion|recommendation|advice|initiative|insistence|urging)|(?:at|on) the (?:request|advice) of the (?:panel|group|members|forum|board|council|committee))\b,? ?",
    re.IGNORECASE,
)
_ON_ADVICE = re.compile(
    rf"\b(?:because of|following|based on|as a (?:direct |clear )?result of|thanks to|in response to|after|on) (?:(?:the |our )?({_WHO})['’]s? {_REMARK}(?: (?:in|at|on) [^,;]{{3,25}})?|(?:the )?(?:{_REMARK} (?:from|by|of)|discussions? with) (?:the |our )?({_WHO}))(?:,|\.?$)"
    rf"|\b(?:at|on) (?:the |our )?({_WHO})['’]s? (?:request|suggestion|recommendation|advice|initiative|insistence|urging),?|\b(?:at|on) the (?:request|suggestion|recommendation|advice|initiative|insistence) of (?:the |our )?({_WHO})(?:,|\.?$)"
    rf"|\b(?:at|on) (?:the )?(?:request|suggestion|recommendation|advice|initiative|insistence) of the ((?:[\w'’-]+ ){{0,3}}?{GROUP_NOUN})\b"
    rf"|\bas (?:suggested|requested|recommended|advised) by (?:the |our )?({_WHO})(?:,|\.?$)"
    rf"|^\W*thanks to (?:the |our )?({_WHO}),"
    rf"|\bacting on what (?:the |our )?({_WHO}) (?:said|asked for|suggested|recommended),",
    re.IGNORECASE,
)
_ASKS = (
    r"asked (?:(?:us|them|the (?:[\w-]+ )?[\w-]+|for it) )?(?:not )?(?:to|for) |asked that |pressed for |pushed for |called for |(?:also |further |then )?(?:suggested|recommended|requested|proposed|advised|demanded) (?:that )?"
    r"|wanted (?:us to |to )?|wished (?:for |to )|preferred |urged (?:us |the team )?(?:to |that )|(?:has|have) asked (?:for |that |to )|raised (?:the (?:issue|question|matter|point) of |concerns? (?:about|over|that) )|expressed (?:a |the )?(?:wish|concerns?) (?:for|that|about|to) "
    r"|objected to |complained (?:about|of) |(?:recommended |advised )?against |(?:did not|didn't) (?:want|like) "
)
_SAYS = (
    r"told (?:us|them|the team|the researchers) (?:that )?|warned (?:us |the team |them )?(?:that )?|informed (?:us|the team|them) (?:that )?"
    r"|(?:also )?(?:said|felt|thought|pointed out|argued|insisted|complained|noted|highlighted|flagged) (?:that )?"
)
_SAID = re.compile(rf"\b(?:(?P<asks>{_ASKS})|{_SAYS})", re.IGNORECASE)
_NOT_DONE = (
    r"(?:(?:was|were|has|have|could|can) not|couldn't|wasn't|weren't|cannot) (?:been |be )?(?:followed|taken(?: up| on| forward)?|used|adopted|accepted|granted|agreed(?: to)?|met|included|done|acted on|pursued|supported|implemented|accommodated)"
    r"|(?:was|were|has been|have been|had to be) (?:refused|rejected|turned down|declined|dismissed|ruled out|overruled|vetoed)"
)
_REFUSED = re.compile(
    rf"\b(?:this was not possible|(?:did|could|would|does|do) not (?:agree|allow|accept|want|do (?:this|so|it|that))|{_NOT_DONE}|refused|declined|rejected|would not (?:\w+ (?:it|this|that|them)|pay for|fund|allow|support|agree)|(?:found|was|were|is|are) (?:it |this |that |them )?not (?:feasible|possible|affordable|practical|allowed|permitted)|could not (?:afford|stretch to|fund|offer)|cannot be (?:altered|changed)|there (?:is|was) no (?:budget|money|funding)(?: for (?:it|this|that))?|the answer was no|said no|(?:was|were) told (?:that )?it was too \w+"
    r"|ruled (?:it|this|that|them) out|turned (?:it|this|that|them) down)\b",
    re.IGNORECASE,
)
_UNANSWERED = re.compile(
    r"\W*(?:that|this|it|so far|we) (?:has|have|had|was|there)? ?(?:still )?(?:not been answered|no answer|had no (?:answer|reply)|never been answered|gone unanswered|heard nothing)\b",
    re.IGNORECASE,
)
_AGREED = re.compile(
    r"\W*(?:this|that|it|both) (?:was|were|has been|have been) (?:then |since )?(?:agreed|accepted|adopted|granted|done|taken up)\b(?! not)|\W*(?:these|this|they|it) (?:have |has )?(?:now |since )?(?:started|begun|began|opened)\b",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(
    rf"^\W*(?:and )?(?:so )?(?:we|they|it|this|these|the team|(?:the |six |\w+ )?(?:[\w'-]+ )?[\w'-]+)(?: (?:have|has|was|were|did))?(?: therefore| then| now)? ?(?:{_CHANGES})\b",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(there (?:is|was) no (?:budget|money|funding))\b(?: for (?:it|this|that))?|\b(?:because|since|as) (?!a result|well|soon|long|of )([^.;]+)|\bthe reason (?:was|is|given was) ([^.;]+)"
    r"|\b(?:owing to|due to|because of|on (?:the )?grounds of|for (?:want|lack) of) ([^.;]+)|\b(?:was|were) told (?:that )?(it was too \w+)",
    re.IGNORECASE,
)
_NO_CHANGE = frozenset((
    "say", "tell", "ask", "think", "feel", "know", "want", "hope", "meet", "discuss", "note", "thank", "hear", "consider", "promise", "plan",
    "like", "need", "be", "have", "do", "see", "learn", "find", "talk", "speak", "explain", "report", "describe", "agree", "attend", "look",
    "understand", "seem", "listen", "love", "wish", "suggest", "recommend", "advise", "comment", "enjoy", "come", "take", "get",
))  # fmt: skip
"""Verbs of what is no change: what is said, felt or heard."""


def log(passage: Passage) -> Iterator[Proposal]:
    """What contributors said, and what came of it."""
    if passage.aside or elsewhere(passage.text) or treated(_SAID.split(passage.text)[0]):
        return
    for rule in (_what_changed, _because_they_said, _what_was_asked, _what_was_said, _for_their_sake):
        found = rule(passage)
        if found is not None:
            yield found
            return


def _entry(**values: Any) -> Proposal:
    told = tuple((key, value) for key, value in values.items() if value)
    return Proposal(("influence", "log"), (*told, ("by", "contributors")), entry=True)


# --- what a change is ----------------------------------------------------------------------------------


def _is_change(text: str) -> bool:
    """Whether words tell that something was done or is now otherwise: the first act decides, and what is said or felt is none."""
    now = re.search(r"\b(?:now|no longer)\b", text, re.IGNORECASE) is not None
    for act in acts(text):
        if act.under == "main":
            return _changes(act, now=now)
    return False


def _changes(act: Act, *, now: bool) -> bool:
    if act.how & {"will", "wish", "asked"} or (act.how & {"can"} and not now):
        return False
    if act.denied and not now:
        return False
    first = next((word for word in act.rest if word not in ADVERBS and word not in ("no", "longer")), "")
    done = act.passive or is_participle(first) or act.verb not in _NO_CHANGE
    return done and (bool(act.how & {"past", "done"}) or now)


_REFERS = re.compile(r"\b(?:it|them|this|that|these|those|ones?|instead)\b", re.IGNORECASE)


def _bears_on(said: str, came: str) -> bool:
    """Whether what was done has to do with what was said: it refers to it, names the same thing, or something of the work."""
    words = {word for word in re.findall(r"[a-z]{4,}", said.lower()) if not verb_classes(word) or noun_classes(word)}
    return (
        _REFERS.search(came) is not None
        or bool(words & set(re.findall(r"[a-z]{4,}", came.lower())))
        or any("work" in noun_classes(word) for word in re.findall(r"[a-z-]+", came.lower()))
    )


def _why(text: str) -> str:
    reason = _REASON.search(text)
    return own_words(re.split(r", and\b", next(g for g in reason.groups() if g))[0]) if reason else ""


# --- the ways of saying it -----------------------------------------------------------------------------

_IN_GROUP = re.compile(rf"\b(?:members?|we|(?:{GROUP_NOUN}))\b", re.IGNORECASE)
_BECAUSE_THEY = re.compile(
    rf"\W*because (?P<who>[^,;]{{3,60}}?) (?:(?:{_ASKS}|{_SAYS})(?P<what>[^,;]+)|objected|complained|disagreed|protested), (?P<came>.+)$",
    re.IGNORECASE,
)


_WHAT_CHANGED = re.compile(
    rf"\bchanges (?:that were |which were )?(?:made )?(?:as a result of|because of|following|in response to|due to) (?:ppie?|(?:public|patient|their|this|consumer) (?:involvement|{_REMARK})|involvement|their {_REMARK}|(?:the |our )?({_WHO})['’]s? {_REMARK}) (?:include[ds]?|were|are|was)\b:? (?P<what>[^.;]{{4,160}})",
    re.IGNORECASE,
)


def _what_changed(passage: Passage) -> Proposal | None:
    """`Changes made as a result of patient involvement included a shorter questionnaire`."""
    found = _WHAT_CHANGED.search(passage.text)
    if not found or of_others(found[1] or "") or not passage.told(found.start(), found.start("what")):
        return None
    changed = own_words(found["what"])
    return _entry(changed=changed) if changed else None


def _because_they_said(passage: Passage) -> Proposal | None:
    """`Because carers said the form was insulting, it was binned`."""
    found = _BECAUSE_THEY.match(passage.text)
    if not found or not by_contributors(passage, found["who"]) or passage.clause_at(0).wishes:
        return None
    changed = own_words(found["came"])
    if not changed or not _is_change(found["came"]):
        return None
    of_a_group = _IN_GROUP.search(found["who"]) is not None
    if not of_a_group and not _bears_on(found["what"] or "", found["came"]):
        return None
    return _entry(said=own_words(found["what"] or ""), changed=changed)


_ASKED_FOR = re.compile(
    rf"\b(?:(?:their|its|members['’]|the|a|our|an) |(?:the |our )?(?P<who>{_WHO})['’]s? )(?:suggestion|advice|request|proposal|recommendation|idea|wish|plea|demand|call|rewording|wording|version|choice)s? (?P<what>(?:to|for|that|of) [^.;]{{4,90}}?),? (?P<came>{_NOT_DONE}"
    r"|(?:was|were|has been|have been) (?:never )?(?:taken(?: up| on)?|followed|used|adopted|accepted|agreed(?: to)?|granted|acted on|met))\b",
    re.IGNORECASE,
)


def _what_was_asked(passage: Passage) -> Proposal | None:
    """`Their suggestion to drop the survey was not followed, since the funder required it`."""
    found = _ASKED_FOR.search(passage.whole)
    if not found or passage.topic != "ours" or passage.clause_at(found.start("came")).wishes:
        return None
    if of_others(found[0][: found.start("what") - found.start()]) or (
        re.match(r"our\b", found[0], re.IGNORECASE) and not passage.own_voice and not found["who"]
    ):
        return None
    refused = _REFUSED.search(found["came"]) is not None or "never" in found["came"]
    if found["what"].startswith("of "):
        changed = "" if refused else own_words(found[0])
        return _entry(changed=changed) if changed else None
    what = own_words(found["what"])
    if not what:
        return None
    return _entry(
        said=what,
        answer="refused" if refused else "taken up",
        reason=_why(passage.whole[found.end() :]) if refused else "",
    )


def _what_was_said(passage: Passage) -> Proposal | None:
    """`They asked for X, and we changed Y`; `The panel recommended X; the sponsor did not agree`."""
    verb = _SAID.search(passage.text)
    if not verb:
        return None
    subject = passage.text[: verb.start()].strip()
    lead = re.split(r"[.;,:]", subject)[-1]
    if (
        not by_contributors(passage, lead)
        or passage.clause_at(verb.start()).status == "planned"
        or re.search(r"\b(?:not|never|nobody|if|will|to)\b", lead)
    ):
        return None
    after = passage.whole[verb.end() :]
    cut = _cut(lead, after)
    said, came = (after[: cut.start()], after[cut.end() :]) if cut else (after, "")
    what = own_words(("not to " if re.search(r"\bnot to $", verb[0], re.IGNORECASE) else "") + said)
    values = _what_came(passage, said, came, asked=verb["asks"] is not None)
    return _entry(said=what, **values) if what and values else None


def _cut(lead: str, after: str) -> re.Match[str] | None:
    """Where what people said ends, and what came of it begins."""
    if re.match(r"\W*(?:when|after)\b", lead, re.IGNORECASE):
        return re.search(r", ", after)
    return re.search(
        r"; |, and (?=now\b)|, which (?=(?:we|they|the|was|has|have)\b)|, and (?=(?:we|they|the|six|five|four|three|two|it|this|these|both|our|a|so)\b)|, which (?=[\w ]{3,30} (?:would|could|did) not\b)|, so |, but |, because |\. ",
        after,
    )


def _what_came(passage: Passage, said: str, came: str, *, asked: bool) -> dict[str, str]:
    """What became of what people said, in the rest of the sentence or in the next one; empty where neither tells."""
    follows = "" if came else passage.follows
    if _REFUSED.search(came) or re.match(rf"\W*(?:\w+,? ){{0,6}}?{_REFUSED.pattern}", follows, re.IGNORECASE):
        why = _why(came or follows)
        return {"answer": "refused", **({"reason": why} if why else {})}
    if asked and _UNANSWERED.match(came or follows):
        return {"answer": "unanswered"}
    if came:
        if re.match(r"(?:we|they|the team) (?:have |then )?(?:did|done) (?:so|this|that|it)\b", came):
            return {"answer": "taken up"}
        if re.search(r"\bnot\b|\bwill\b", came) or not (
            _TAKEN_UP.match(came)
            or re.match(r"now \w+ \w+", came)
            or (asked and (_is_change(came) or re.search(r"\bnow\b", came)) and _bears_on(said, came))
        ):
            return {}
        changed = own_words(came)
        if re.fullmatch(
            r"(?:we|they|the team) (?:have )?\w+ (?:it|them|this|that|so)|(?:this |it )?(?:has|have|was|were) (?:since )?(?:been )?(?:adopted|accepted|agreed|taken up|done|granted|followed)",
            changed,
        ):
            return {"answer": "taken up"}
        return {"changed": changed} if changed else {}
    if asked and _AGREED.match(follows):
        return {"answer": "taken up"}
    now_so = _CAME_OF_IT.match(follows)
    if now_so and _is_change(follows) and not re.search(r"\bnot\b", follows):
        changed = own_words(follows)
        return {"changed": changed} if changed else {}
    by_us = re.match(
        rf"\W*(?:we|they) (?:have |therefore |then |did\b|have therefore )*(?:{_CHANGES}|did: )", follows, re.IGNORECASE
    )
    changed = own_words(re.sub(r"^\W*they did\W+", "", follows, flags=re.IGNORECASE)) if by_us else ""
    return {"changed": changed} if changed and not re.search(r"\bnot\b", follows) else {}


_CAME_OF_IT = re.compile(
    rf"\W*(?:it|this|that|these|those|they|both|(?:the|our) [\w' -]{{3,40}}?) (?:was|were|has|have|is|are) (?:now |since |then |therefore |all |both )*(?:been )?(?:now |since |then |therefore )*{_CHANGES}\b",
    re.IGNORECASE,
)
"""What came of it, in the next sentence: `It was replaced by pictures`."""


def _for_their_sake(passage: Passage) -> Proposal | None:
    """`Following the panel's advice, we changed Y`."""
    because = _for_whose_sake(passage)
    if because is None or not passage.told(because.start(), because.end()):
        return None
    after = passage.text[because.end() :]
    rest = after if after.strip(" .") else passage.text[: because.start()]
    at_request = "request" in because[0].lower() and acts(rest)
    if not (
        at_request or re.search(rf"\b{_CHANGES}\b", rest, re.IGNORECASE) or _is_change(re.sub(r"^[ ,]+", "", rest))
    ):
        return None
    if re.search(r"\b(?:will|not|nothing|nobody)\b|\bno (?!longer)", rest) or (
        of_others(rest) and re.search(r"\b(?:asked|told)\b", rest)
    ):
        return None
    changed = own_words(re.sub(r"^(?:,|and| )*", "", rest))
    return _entry(changed=changed) if changed else None


def _for_whose_sake(passage: Passage) -> re.Match[str] | None:
    """The words that say that something changed because of contributors."""
    named = _ON_ADVICE.search(passage.text)
    if named:
        who = next(g for g in named.groups() if g)
        ours = any(g.side == "ours" or passage.is_theirs(g.name) for g in groups_in(f"the {who}"))
        ours = ours or (
            passage.topic == "ours" and re.fullmatch(rf"members|{GROUP_NOUN}", who, re.IGNORECASE) is not None
        )
        ours = ours or (of_ours(who) and passage.topic == "ours" and _bears_on("", passage.text[named.end() :]))
        return named if ours and not of_others(who) else None
    because = _BECAUSE.search(passage.text)
    if because is None:
        return None
    before = f"{passage.before} {passage.text[: because.start()]}"
    if re.search(r"\b(?:this|that|as a result(?! of))\b", because[0], re.IGNORECASE):
        # What *this* was has to have been said by people.
        spoken = _SAID.search(before)
        return because if spoken and passage.topic == "ours" and not of_others(before) else None
    return because if passage.topic == "ours" else None
