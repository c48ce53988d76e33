"""What passages tell of what people did: their part in the work and decisions; and of the work itself."""

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
from involve_audit.drafts.own_words import own_words
from involve_audit.drafts.proposal import Proposal
from involve_audit.drafts.whose import by_contributors
from involve_audit.english.grammar import acts
from involve_audit.english.tense import tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.drafts.passages import Passage
    from involve_audit.english.grammar import Act

# --- people's part in the work ------------------------------------------------------------------------

_STAGES = {
    "funding": r"(?:this|our) (?:grant |funding )?(?:application|proposal|bid|request)|the (?:proposal|application|bid)\b|the (?:funding|grant) application|the bid\b",
    "analysis": r"analys\w*|analyz\w*|analysis|interpret\w*|make sense of|making sense of|themes",
    "sharing": r"present(?:ed|ing)? (?:the |our )?(?:results|findings)|(?:the|an?|our|two|three|four) (?:[\w-]+ )?(?:papers?\b(?! (?:was|were) sent)|lay summary|plain[- ](?:English|language) summary of (?:the )?(?:results|findings))|(?:share|sharing|shared|disseminat\w+) (?:the |our )?(?:results|findings)|what they found|(?:papers|articles?)\b|conference|our launch",
    "design": r"protocol|questions for the interviews|interview (?:guide|questions|schedule)|topic guide|(?:information|patient|participant) (?:sheets?|leaflets?)|consent forms?|questionnaires?|study design|design of the (?:study|trial)|the survey\b",
    "delivery": r"carry(?:ing)? out (?:the |some of the )?interviews|carried out (?:the |some of the )?interviews|(?:conduct|run|do)(?:ed|ing)? (?:the )?interviews|facilitat\w+ (?:[\w-]+ ){0,3}(?:workshops|interviews|focus groups|sessions)|collect(?:ed|ing)? (?:the )?data|recruit(?:ed|ing)? (?:the )?participants|recruitment materials?|invitation letters?",
    "priorities": r"(?:the|our|its) (?:research )?(?:priorities|research questions?)",
}  # fmt: skip
_CONSULTED = re.compile(
    r"\b(?:review(?:ed)?|comment(?:ed)? on|gave (?:feedback|comments|their views) on|(?:was|were) (?:consulted|asked) (?:on|about)|advise[ds]? (?:us )?on|looked (?:at|over))\b",
    re.IGNORECASE,
)
_INVOLVED = re.compile(
    r"\b(?:help(?:ed|s)? (?:us )?(?:to |with )?|took part in|take part in|(?:co-?|re-?)?wr(?:ote|ite)\b(?! to\b)|re-?drafted|tested|drew up|planned the|carr(?:ied|y) out|conduct(?:ed)?|co-?(?:analy[sz]ed?|design(?:ed)?|develop(?:ed)?|author(?:ed)?)|work(?:ed)? (?:with us )?on|contributed to|present(?:ed)?|collected|recruited|co-?facilitate[ds]?|co-?ran|co-?led|spoke(?= at)|drafted|do(?= the interviews))\b",
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
        if "sharing" in named and re.search(r"\bpapers?\b", thing):
            named = ["sharing"]  # a paper on the protocol is a paper
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
    ) or re.fullmatch(rf"\W*({COUNT})\W*", subject, re.IGNORECASE)
    return own[1].lower() if own and not counted else ""


# --- decisions -------------------------------------------------------------------------------------------

_TOGETHER = re.compile(r"\b(?:jointly|together|collectively)\b", re.IGNORECASE)
_TEAM = re.compile(
    r"\b(?:researchers|investigators|(?:the|research|study|trial|project) team|academics|scientists|staff|us)\b",
    re.IGNORECASE,
)


def decisions(passage: Passage) -> Iterator[Proposal]:
    """Decisions that contributors took, by themselves or with the team."""
    if passage.aside or treated(passage.text):
        return
    for act in acts(passage.text):
        if "decide" in act.does and act.how & {"past", "done"} and not (act.passive or act.denied):
            found = _decision(passage, act)
            if found is not None:
                yield found
            return


def _decision(passage: Passage, act: Act) -> Proposal | None:
    """What an act of deciding decided, and who took it; None where that was not contributors."""
    verb = _VERB.match(passage.text, act.at)
    if verb is None or not passage.told(verb.start(), verb.end(), up_to=True):
        return None
    clause = passage.clause_at(verb.start())
    subject = _CLEFT.sub(r"\1", passage.text[clause.start : verb.start()])
    begins = subject.lower().rfind(" ".join(act.subject[:2])) if act.subject else -1
    subject = subject[begins:] if begins > 0 else subject
    rest = passage.text[verb.end() : clause.end]
    if (
        subject.rstrip().endswith(",")  # `a public member, elected for two years`
        or re.search(r"\b(?:who|which|if|whether|when|not|were)\b", subject)
        or (re.search(r"\b(?:we|I)\b", subject) and not passage.own_voice)
        or re.match(r"\W*to (?:take part|join|leave|withdraw|meet|bring)\b|\W*(?:the )?minutes\b", rest)
        or (act.verb == "agree" and re.match(r"\W*(?:that|with)\b", rest) and "on" not in verb[0])
    ):
        return None
    together = _TOGETHER.search(f"{subject} {rest[:25]}") is not None
    ours = of_ours(subject) or passage.topic == "ours"
    team = _TEAM.search(subject) is not None
    if passage.room.casefold() in passage.mixed and re.search(
        rf"\b(?:it|they|{GROUP_NOUN})\W*$", subject, re.IGNORECASE
    ):
        together = team = True  # a group in which others sit, too, decides as a whole
    elif _AS_A_GROUP.search(subject) and passage.room and not _wholly_theirs(passage):
        return None  # who else decides in it is not told
    if passage.own_voice and re.search(r"\bwith (?:you|the (?:\w+ )?(?:team|researchers|staff))\b", rest):
        together = team = True
    if together and ours and team:
        by = "together"
    elif team or of_others(subject) or not by_contributors(passage, subject):
        return None
    else:
        by = "contributors"
    besides = [a.at for a in acts(passage.text) if verb.end() < a.at < clause.end and _AND.search(passage.text[: a.at])]
    further = min([*besides, clause.end])
    if "and" in act.rest:  # what they did besides is no part of it
        rest = re.split(r",? (?:and|but) (?=\w+ed\b)", passage.text[verb.end() : further])[0]
        rest = re.sub(r",? (?:and|but|or) $", "", rest)
    what = re.sub(r"^\W*(?:together|jointly)\b", "", rest)
    dates = list(dates_in(passage.text))
    values: dict[str, Any] = {}
    if len(dates) == 1 and not re.search(r"\bsince $", passage.text[: dates[0][0]], re.IGNORECASE):
        values["when"] = dates[0][2]
        what = re.sub(rf"\W*\b(?:in|on|since) {re.escape(dates[0][2])}\b", "", what)
    whole = passage.whole[verb.end() : verb.end() + len(rest)]
    what = own_words(whole if what == rest else what)
    if not what or re.match(r"(?:it|that|this|them|so)\b|(?:not )?to$", what):
        return None
    return Proposal(("power", "decisions"), (("what", what), ("decided_by", by), *values.items()), entry=True)


_AS_A_GROUP = re.compile(rf"\b(?:it|{GROUP_NOUN})\W*$", re.IGNORECASE)


def _wholly_theirs(passage: Passage) -> bool:
    """Whether a group is contributors' own by its name or by what was told of who is in it, and no steering group of others, too."""
    return any(group.side == "ours" for group in groups_in(f"the {passage.room}")) or (
        passage.is_theirs(passage.room)
        and not re.search(r"\b(?:steering|management|executive|trial|study|project)\b", passage.room, re.IGNORECASE)
    )


_VERB = re.compile(r"[\w'-]+(?: (?:on|for|out|off)\b)?(?: [\w]+ to [\w]+ for\b)?")
_AND = re.compile(r"\b(?:and|but|or) $")
_CLEFT = re.compile(r"^\W*it was (.*?) (?:that|who) $", re.IGNORECASE)
"""`It was tenants who chose …`."""


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
    r"|(?:we|I) (?:call|describe)(?:ed|d)? (?:it|this|our (?:work|research|approach)) (?:as )?(?:“|\")?([\w-]+(?: (?!(?:on|in|at|to|for|from|by|and|but|because|since|as|when|of)\b)[\w-]+){0,2})|(?:this|it) is (?:an? )?(co-?produced|co-?designed|user-led|survivor-led|patient-led|community-led|participatory) (?:study|project|piece of research))",
    re.IGNORECASE,
)
_OF_INVOLVEMENT = re.compile(r"\bco-?[a-z]{4}|involv|engag|particip|partner|consult|-led\b|advis|peer|public|ppi")
_WORD = {"co-produced": "co-production", "coproduced": "co-production", "co-designed": "co-design", "codesigned": "co-design", "co-created": "co-creation", "cocreated": "co-creation"}  # fmt: skip


def called(passage: Passage) -> Iterator[Proposal]:
    """The word that is used in public for the involvement."""
    found = _CALLED.search(passage.text)
    if not found or not passage.told(found.start(), found.end()):
        return
    word = next(g for g in found.groups() if g).lower()
    if not _OF_INVOLVEMENT.search(word):
        return
    yield Proposal(("project",), (("called", _WORD.get(word, word)),))
