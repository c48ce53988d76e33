"""What passages tell of what people did: their part in the work, decisions, what they said and what changed; and of the work itself."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

from involve_audit.drafts.naming import (
    COUNT,
    DATE,
    GROUP_NOUN,
    dates_in,
    elsewhere,
    groups_in,
    of_others,
    of_ours,
    people_in,
    treated,
)
from involve_audit.drafts.proposal import Proposal
from involve_audit.drafts.whose import by_contributors
from involve_audit.english.grammar import acts
from involve_audit.english.tense import tense
from involve_audit.survey.identifying import identifying_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.drafts.passages import Passage

_LONGEST = 200
_CAPITAL = re.compile(r"(?<![.!?“\"'] )(?<!^)\b[A-Z][\w'’-]*")
_MAY_BE_CAPITAL = re.compile(
    r"I|[A-Z]{2,6}s?|(?:Jan|Febr)uary|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?"
    r"|English|Welsh|Gaelic|Irish|Scottish|British|Spanish|French|German|Polish|Punjabi|Urdu|Bengali|Arabic|Chinese|Somali|Romanian|Portuguese|Hindi|Gujarati|Turkish"
    r"|NHS|Zoom|Teams|Word|Panel|Group|Forum|Board|Council|Committee|Christmas|Easter|Ramadan"
)


def own_words(text: str) -> str:
    """Words of the document that may stand in the file; empty where they may name somebody, or are no sentence's part.

    Names are not known for what they are, so words with a capital inside a sentence are taken for names, but for a few.
    """
    text = " ".join(text.split()).strip(" .,;:!?–-")
    text = re.sub(r",? as a result$", "", text, flags=re.IGNORECASE)
    text = re.sub(r"^(?:that|to|for|on|us to|us for|us that|us|about) (?=\w)", "", text, flags=re.IGNORECASE)
    if (
        not 2 < len(text) <= _LONGEST
        or text.casefold() in ("nothing", "anything", "something", "more", "less", "this", "that", "them")
        or identifying_text(text)
    ):
        return ""
    if any(not _MAY_BE_CAPITAL.fullmatch(m[0]) for m in _CAPITAL.finditer(text)):
        return ""
    return text[:1].lower() + text[1:] if not re.match(r"I\b|[A-Z]{2}", text) else text


# --- people's part in the work ------------------------------------------------------------------------

_STAGES = {
    "funding": r"(?:this|our) (?:grant |funding )?(?:application|proposal|bid|request)|the (?:proposal|application|bid)\b|the (?:funding|grant) application|the bid\b",
    "analysis": r"analys\w*|analyz\w*|analysis|interpret\w*|make sense of|making sense of|themes",
    "sharing": r"present(?:ed|ing)? (?:the |our )?(?:results|findings)|(?:the|a) (?:paper|lay summary|plain[- ](?:English|language) summary of (?:the )?(?:results|findings))|(?:share|sharing|shared|disseminat\w+) (?:the |our )?(?:results|findings)|what they found|(?:papers|articles?)\b|conference|our launch",
    "design": r"protocol|questions for the interviews|interview (?:guide|questions|schedule)|topic guide|information (?:sheets?|leaflets?)|consent forms?|questionnaires?|study design|design of the (?:study|trial)|the survey\b",
    "delivery": r"carry(?:ing)? out (?:the |some of the )?interviews|carried out (?:the |some of the )?interviews|(?:conduct|run|do)(?:ed|ing)? (?:the )?interviews|facilitat\w+ (?:the |\w+ )?(?:workshops|interviews|focus groups|sessions)|collect(?:ed|ing)? (?:the )?data|recruit(?:ed|ing)? (?:the )?participants|recruitment materials?|invitation letters?",
    "priorities": r"(?:the|our|its) (?:research )?(?:priorities|research questions?)",
}  # fmt: skip
_CONSULTED = re.compile(
    r"\b(?:review(?:ed)?|comment(?:ed)? on|gave (?:feedback|comments|their views) on|(?:was|were) (?:consulted|asked) (?:on|about)|advise[ds]? (?:us )?on|looked (?:at|over))\b",
    re.IGNORECASE,
)
_INVOLVED = re.compile(
    r"\b(?:help(?:ed|s)? (?:us )?(?:to |with )?|took part in|take part in|(?:co-?)?wr(?:ote|ite)\b|carr(?:ied|y) out|conduct(?:ed)?|co-?(?:analy[sz]ed?|design(?:ed)?|develop(?:ed)?|author(?:ed)?)|work(?:ed)? (?:with us )?on|contributed to|present(?:ed)?|collected|recruited|co-?facilitate[ds]?|co-?ran|co-?led|spoke(?= at)|drafted|do(?= the interviews))\b",
    re.IGNORECASE,
)


def parts(passage: Passage) -> Iterator[Proposal]:
    """Contributors' part in a piece of the work."""
    if passage.aside or elsewhere(passage.text) or treated(passage.text):
        return
    for clause in passage.clauses:
        bounds = [
            0,
            *(
                m.start()
                for m in re.finditer(r",? and (?=(?:one|two|three|four|five|they|some|others|the)\b)|; ", clause.text)
            ),
            len(clause.text),
        ]
        for a, b in itertools.pairwise(bounds):
            piece = clause.text[a:b]
            yield from _part(passage, clause.start + a, piece)


def _part(passage: Passage, start: int, piece: str) -> Iterator[Proposal]:
    """Each verb with what it is about: `reviewed the protocol and helped to analyse the interviews` has two."""
    verbs = sorted(
        (
            (m.start(), m.end(), role)
            for pattern, role in ((_CONSULTED, "consulted"), (_INVOLVED, "involved"))
            for m in pattern.finditer(piece)
        )
    )
    if not verbs:
        return
    subject = piece[: verbs[0][0]]
    if not by_contributors(passage, subject) or _ASIDE.search(subject):
        return
    people = _how_many(subject)
    for n, (begin, end, role) in enumerate(verbs):
        thing = piece[begin : verbs[n + 1][0] if n + 1 < len(verbs) else len(piece)]
        named = [s for s, what in _STAGES.items() if re.search(rf"\b(?:{what})", thing, re.IGNORECASE)]
        if not named or not passage.told(start + begin, start + end):
            continue
        status = tense(f"{subject} {piece[begin:end]}")
        if status == "ongoing" and not re.search(r"\b(?:is|are|has|have|\w+s)\b", piece[max(begin - 5, 0) : end]):
            status = "done"
        dates = list(dates_in(passage.clause_at(start).text))
        for stage in named:
            values: dict[str, Any] = {"status": status, "role": role, **({"people": people} if people else {})}
            if len(dates) == 1 and status != "planned" and len(named) == 1:
                values["when"] = dates[0][2]
            yield Proposal(("stages", stage), tuple(values.items()))


_ASIDE = re.compile(r"\b(?:told|asked|said|because|after|before|when|who|which|that|as a result)\b", re.IGNORECASE)


def _how_many(subject: str) -> str:
    """How many people did something, in the words of the sentence; empty where it does not say."""
    counted = [p for p in people_in(subject) if p.side in ("ours", "members")]
    if len(counted) == 1:
        return counted[0].count
    own = re.match(
        rf"\W*(?:and )?({COUNT}) (?:of them|(?:public|patient) co-?applicants|peer researchers)\b",
        subject,
        re.IGNORECASE,
    )
    return own[1].lower() if own and not counted else ""


# --- decisions -------------------------------------------------------------------------------------------

_DECIDED = re.compile(
    r"\b(?:decided|chose|selected|agreed(?: on)?|voted (?:\w+ to \w+ )?(?:to|for)|picked)\b", re.IGNORECASE
)
_TOGETHER = re.compile(r"\b(?:jointly|together|collectively)\b", re.IGNORECASE)
_TEAM = re.compile(
    r"\b(?:researchers|investigators|the team|research team|academics|scientists|staff|us)\b", re.IGNORECASE
)


def decisions(passage: Passage) -> Iterator[Proposal]:
    """Decisions that contributors took, by themselves or with the team."""
    if passage.aside or treated(passage.text):
        return
    verb = _DECIDED.search(passage.text)
    if not verb or not passage.told(verb.start(), verb.end(), up_to=True):
        return
    clause = passage.clause_at(verb.start())
    subject = passage.text[clause.start : verb.start()]
    rest = passage.text[verb.end() : clause.end]
    if (
        re.search(r"\b(?:who|which|if|whether|when|not|was|were|had)\b", subject)
        or (re.search(r"\b(?:we|I)\b", subject) and not passage.own_voice)
        or re.search(r"\bwill\b|'ll\b", subject)
    ):
        return
    together = _TOGETHER.search(f"{subject} {rest[:25]}") is not None
    ours = of_ours(subject) or passage.topic == "ours"
    team = _TEAM.search(subject) is not None
    if passage.room.casefold() in passage.mixed and re.search(
        rf"\b(?:it|they|{GROUP_NOUN})\W*$", subject, re.IGNORECASE
    ):
        together = team = True  # a group in which others sit, too, decides as a whole
    if together and ours and team:
        by = "together"
    elif team or of_others(subject) or not by_contributors(passage, subject):
        return
    else:
        by = "contributors"
    what = re.sub(r"^\W*(?:together|jointly)\b", "", rest)
    dates = list(dates_in(passage.text))
    values: dict[str, Any] = {}
    if len(dates) == 1:
        values["when"] = dates[0][2]
        what = re.sub(rf"\W*\b(?:in|on|since) {re.escape(dates[0][2])}\b", "", what)
    whole = passage.whole[verb.end() : clause.end]
    what = own_words(whole if what == rest else what)
    if what:
        yield Proposal(("power", "decisions"), (("what", what), ("decided_by", by), *values.items()), entry=True)


# --- what people said, and what changed -------------------------------------------------------------------

_CHANGES = (
    r"(?:changed?|dropped|removed?|added|rewrote|rewritten|re-?designed|re-?worded|translated|shortened|simplified|moved|made|replaced|took (?:it|them|this) out|taken out|"
    r"adopted|agreed|accepted|followed|taken (?:up|over|on)|brought forward|kept|swapped|lengthened|included|introduced|extended|cut|put in|stopped|revised|renamed|split|reduced|increased|written|built|opened|delayed)"
)
_BECAUSE = re.compile(
    rf"\b(?:(?:because of|following|based on|as a result of|thanks to|in response to|on) (?:this|that|(?:their|the (?:[\w'-]+ )?(?:{GROUP_NOUN})'s|members'|our|the (?:members|residents|parents|patients|carers|partners)') "
    r"(?:advice|comments?|feedback|suggestions?|requests?|input|views|concerns))|as a result|because of (?:this|that)|at their request|(?:at|on) the (?:request|advice) of the (?:panel|group|members|forum|board|council|committee))\b,? ?",
    re.IGNORECASE,
)
_WHO = r"[\w'’-]+(?: [\w'’-]+){0,4}?"
_REMARK = r"(?:advice|comments?|feedback|suggestions?|requests?|input|views|concerns)"
_ON_ADVICE = re.compile(
    rf"\b(?:because of|following|based on|as a result of|thanks to|in response to|after|on) (?:(?:the |our )?({_WHO})['’]s? {_REMARK}|(?:the )?{_REMARK} (?:from|by|of) (?:the |our )?({_WHO}))(?:,|\.?$)"
    rf"|\bat (?:the |our )?({_WHO})['’]s? request,?"
    rf"|\bas (?:suggested|requested|recommended|advised) by (?:the |our )?({_WHO})(?:,|\.?$)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\b(told (?:us|them|the team|the researchers) (?:that )?|asked (?:us |them |the team )?(?:not )?(?:to|for) |asked that |(?:also )?(?:said|suggested|recommended|requested|felt|pointed out) (?:that )?|wanted (?:us to |to )?|objected to )",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:this was not possible|(?:did|could|would|does|do) not (?:agree|allow|accept|want|do (?:this|so|it|that))|(?:was|were|has been|have been) (?:refused|rejected|turned down|declined|ruled out)|refused|declined|rejected|the answer was no|said no"
    r"|ruled (?:it|this|that|them) out|turned (?:it|this|that|them) down|(?:was|were|has|have) not (?:been )?(?:followed|taken(?: up)?|adopted|accepted|granted|agreed)|could not be (?:done|acted on|met|agreed|granted))\b",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(
    rf"^\W*(?:and )?(?:so )?(?:we|they|it|this|the team|(?:the |six |\w+ )?[\w'-]+)(?: (?:have|has|was|were|did))?(?: therefore| then| now)? ?(?:{_CHANGES})\b",
    re.IGNORECASE,
)


def log(passage: Passage) -> Iterator[Proposal]:
    """What contributors said, and what came of it."""
    if passage.aside or elsewhere(passage.text) or treated(_SAID.split(passage.text)[0]):
        return
    said = list(_what_was_asked(passage)) or list(_what_was_said(passage))
    if said:
        yield from said
        return
    because = _for_whose_sake(passage)
    if because is None or not passage.told(because.start(), because.end()):
        return
    after = passage.text[because.end() :]
    rest = after if after.strip(" .") else passage.text[: because.start()]
    asked = re.search(r"\brequest\b", because[0], re.IGNORECASE) and acts(rest)
    if not (asked or re.search(rf"\b{_CHANGES}\b", rest, re.IGNORECASE)) or re.search(
        r"\b(?:will|not|no|nothing|nobody)\b", rest
    ):
        return
    if of_others(rest) and re.search(r"\b(?:asked|told)\b", rest):
        return
    changed = own_words(re.sub(r"^(?:,|and| )*", "", rest))
    if changed:
        yield Proposal(("influence", "log"), (("changed", changed), ("by", "contributors")), entry=True)


def _for_whose_sake(passage: Passage) -> re.Match[str] | None:
    """The words that say that something changed because of contributors."""
    named = _ON_ADVICE.search(passage.text)
    if named:
        who = next(g for g in named.groups() if g)
        ours = any(g.side == "ours" or passage.is_theirs(g.name) for g in groups_in(f"the {who}"))
        ours = ours or (of_ours(who) and passage.topic == "ours")
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


def _what_was_said(passage: Passage) -> Iterator[Proposal]:
    """`They asked for X, and we changed Y`; `The panel recommended X; the sponsor did not agree`."""
    verb = _SAID.search(passage.text)
    if not verb:
        return
    subject = passage.text[: verb.start()].strip()
    lead = re.split(r"[.;,]", subject)[-1]
    if (
        not by_contributors(passage, lead)
        or passage.clause_at(verb.start()).status == "planned"
        or re.search(r"\b(?:not|never|nobody|if|will)\b", lead)
    ):
        return
    after = passage.whole[verb.end() :]
    cut = re.search(
        r"; |, and (?=now\b)|, which (?=(?:we|they|the|was|has|have)\b)|, and (?=(?:we|they|the|six|five|four|three|two|it|this|our|a|so)\b)|, so |, but |, because |\. ",
        after,
    )
    said, came = (after[: cut.start()], after[cut.end() :]) if cut else (after, "")
    what = own_words(("not to " if re.search(r"\bnot to $", verb[0], re.IGNORECASE) else "") + said)
    came_next = came or passage.follows
    values: dict[str, Any] = {}
    if _REFUSED.search(came) or (
        not came and re.match(rf"\W*(?:\w+ ){{0,6}}?{_REFUSED.pattern}", passage.follows, re.IGNORECASE)
    ):
        values["answer"] = "refused"
        reason = _REASON.search(came_next)
        why = own_words(re.split(r", and\b", next(g for g in reason.groups() if g))[0]) if reason else ""
        if why:
            values["reason"] = why
    elif (
        came and (_TAKEN_UP.match(came) or re.match(r"now \w+ \w+", came)) and not re.search(r"\bnot\b|\bwill\b", came)
    ):
        changed = own_words(came)
        if changed and not re.fullmatch(r"(?:we|they|the team) (?:have )?\w+ (?:it|them|this|that)", changed):
            values["changed"] = changed
        elif changed:
            values["answer"] = "taken up"
    elif (
        not came
        and re.match(
            rf"\W*(?:we|they) (?:have |therefore |then |did\b|have therefore )*(?:{_CHANGES}|did: )",
            passage.follows,
            re.IGNORECASE,
        )
        and not re.search(r"\bnot\b", passage.follows)
    ):
        changed = own_words(re.sub(r"^\W*they did\W+", "", passage.follows, flags=re.IGNORECASE))
        if changed:
            values["changed"] = changed
    if what and values:
        yield Proposal(("influence", "log"), (("said", what), *values.items(), ("by", "contributors")), entry=True)


_REASON = re.compile(
    r"\b(?:because|since|as) (?!a result|well|soon|long|of )([^.;]+)|\bthe reason (?:was|is|given was) ([^.;]+)",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    rf"\b(?:(their|its|members['’]|the|a) |the (?:{_WHO})['’]s? )(?:suggestion|advice|request|proposal|recommendation|idea|wish|plea|rewording|wording|version|choice)s? ((?:to|for|that|of) [^.;]{{4,90}}?),? ((?:was|were|has been|have been) (?:not |never )?(?:taken(?: up| on)?|followed|used|adopted|accepted|agreed(?: to)?|granted|acted on|met|refused|turned down|rejected|declined|ruled out))\b",
    re.IGNORECASE,
)


def _what_was_asked(passage: Passage) -> Iterator[Proposal]:
    """`Their suggestion to drop the survey was not followed, since the funder required it`."""
    found = _ASKED_FOR.search(passage.whole)
    if not found or passage.topic != "ours" or passage.clause_at(found.start(3)).wishes:
        return
    if of_others(found[0][: found.start(2) - found.start()]):
        return
    if found[2].startswith("of "):
        changed = "" if _REFUSED.search(found[3]) else own_words(found[0])
        if changed:
            yield Proposal(("influence", "log"), (("changed", changed), ("by", "contributors")), entry=True)
        return
    what = own_words(found[2])
    refused = re.search(r"\b(?:not|never|refused|turned|rejected|declined|ruled)\b", found[3]) is not None
    values: dict[str, Any] = {"answer": "refused" if refused else "taken up"}
    reason = _REASON.search(passage.whole, found.end()) if refused else None
    why = own_words(next(g for g in reason.groups() if g)) if reason else ""
    if why:
        values["reason"] = why
    if what:
        yield Proposal(("influence", "log"), (("said", what), *values.items(), ("by", "contributors")), entry=True)


# --- the work itself -----------------------------------------------------------------------------------

_WORK = r"(?:trial|study|project|programme|program|research)"
_STUDY = {
    "start": rf"\b(?:the|this|our) {_WORK} (?:will )?(?:starts?|started|begins?|began|runs? from|ran from|run from)\b",
    "end": rf"\b(?:the|this|our) {_WORK} (?:will )?(?:ends?|ended|finish(?:es|ed)?)\b",
    "data_collection": r"\b(?:fieldwork|data collection) (?:will )?(?:starts?|started|begins?|began|runs? from)\b",
}


def dates(passage: Passage) -> Iterator[Proposal]:
    """When the work begins and ends."""
    text = passage.text
    values: dict[str, str] = {}
    found = list(dates_in(text))
    for start, _, date in found:
        before = text[:start]
        to = re.search(r"[0-9] (?:to|until|till|and (?:will )?(?:ends?|ended|finish(?:es|ed)?)) (?:in |on )?$", before)
        if to and "start" in values and len(found) == 2:
            values["end"] = date
            continue
        for key, pattern in _STUDY.items():
            if re.search(pattern + r" (?:in |on )?$", before, re.IGNORECASE):
                values[key] = date
    if "start" in values and len(found) > 2:
        return
    named = re.search(rf"\bstart date (?:is|was|:) ?({DATE})(?:[^.;]{{0,10}}\bend date (?:is|was|:) ?({DATE}))?", text)
    if named and not values:
        values = {"start": named[1], **({"end": named[2]} if named[2] else {})}
    if values and passage.told(found[0][0], found[0][1]):
        yield Proposal(("project", "dates"), tuple(values.items()))


_CALLED = re.compile(
    r"\b(?:(?:our|this|the) (?:research|project|study|work|service) (?:is|was|has been|will be) (?:fully |truly |a )?(co-?produced|co-?designed|co-?created|user-led|survivor-led|patient-led|community-led)\b"
    r"|(?:we|I) (?:call|describe) (?:it|this|our (?:work|research|approach)) (?:as )?(?:“|\")?([\w-]+(?: [\w-]+){0,2})|this is (?:an? )?(co-?produced|user-led|survivor-led|patient-led|community-led|participatory) (?:study|project|piece of research))",
    re.IGNORECASE,
)
_WORD = {"co-produced": "co-production", "coproduced": "co-production", "co-designed": "co-design", "codesigned": "co-design", "co-created": "co-creation", "cocreated": "co-creation"}  # fmt: skip


def called(passage: Passage) -> Iterator[Proposal]:
    """The word that is used in public for the involvement."""
    found = _CALLED.search(passage.text)
    if not found or not passage.told(found.start(), found.end()):
        return
    word = next(g for g in found.groups() if g).lower()
    yield Proposal(("project",), (("called", _WORD.get(word, word)),))
