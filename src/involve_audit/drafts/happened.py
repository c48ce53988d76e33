"""What passages tell of what people did: their part in the work and decisions; and of the work itself."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING, Any

from involve_audit.drafts.naming import (
    COUNT,
    DATE,
    GROUP_NOUN,
    OURS,
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
from involve_audit.english.grammar import BE, acts, words_of
from involve_audit.english.lexicon import ADVERBS, DETERMINERS, MODALS, bases, is_participle, is_simple_past
from involve_audit.english.tense import tense

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.drafts.passages import Passage
    from involve_audit.english.grammar import Act, Token

# --- people's part in the work ------------------------------------------------------------------------

_STAGES = {
    "funding": r"(?:this|our) (?:\w+ )?(?:application|proposal|bid|request)|the (?:proposal|application|bid)\b|the (?:funding|grant) application|(?:plain english|lay) summary of (?:the|this|our) (?:application|proposal|bid)",
    "analysis": r"analys\w*|analyz\w*|interpret\w*|make sense of|making sense of|themes|transcripts?|cod(?:e|ed|ing)\b|(?:early|emerging|first|interim|preliminary|draft) (?:findings|results)"
    r"|read(?:ing)? (?:the |\w+ )?interviews",
    "sharing": r"present(?:ed|ing)? (?:the |our )?(?:results|findings)|(?:the|an?|our|two|three|four) (?:[\w-]+ )?(?:papers?\b(?! (?:was|were) sent)|lay summary|(?:plain[- ](?:English|language)|lay) summar(?:y|ies) of (?:the )?(?:results|findings))|(?:share|sharing|shared|disseminat\w+) (?:the |our )?(?:results|findings)|what they found|(?:papers|articles?)\b|conference|our launch"
    r"|feedback of (?:the )?(?:results|findings)|infographics?|booklets?|about the (?:results|findings)|(?:results|findings) (?:at|to|before|in) ",
    "design": r"protocol|questions for the interviews|interview (?:guides?|questions|schedules?|topics)|topic guides?|(?:information|patient|participant) (?:information )?(?:sheets?|leaflets?|booklets?)|consent (?:forms?|sheets?)|questionnaires?|study design|design of the (?:study|trial|research)|(?:the|our) (?:draft )?survey\b"
    r"|(?:primary|main|secondary) outcomes?|outcome measures?|(?:inclusion|eligibility|exclusion) criteria|sampling plan|recruitment (?:strategy|plan)|study (?:materials|documents)|concept (?:sheet|note)|prototypes?",
    "delivery": r"carry(?:ing)? out (?:the |some of the |[0-9]+ (?:of the [0-9]+ )?)?interviews|carried out (?:the |some of the |(?:[0-9]+|\w+) (?:of the (?:[0-9]+|\w+) )?)?interviews|(?:conduct|run|do)(?:ed|ing)? (?:the )?interviews|interview(?:ed)?\b(?! (?:guide|schedule|question|topic|script|transcript|process|panel))|facilitat\w+ (?:the )?(?:[\w-]+ ){0,3}(?:workshops|interviews|focus groups|sessions)"
    r"|(?:run|ran) (?:the )?(?:[\w-]+ ){0,3}(?:workshops|focus groups|training)|do(?:ing)? the survey|collect(?:ed|ing)? (?:the )?data|recruit(?:ed|ing)? (?:the )?participants|recruitment (?:materials?|posters?|letters?|videos?)|invitation (?:letters?|leaflets?)|training for\b|films?\b",
    "priorities": r"(?:the|our|its) (?:research )?(?:priorities|research questions?)",
}  # fmt: skip
_LOOK = frozenset((
    "review", "comment", "discuss", "check", "read", "consider", "scrutinise", "scrutinize", "proofread", "advise", "examine", "assess", "vet",
    "critique",
))  # fmt: skip
"""What people do who are asked what they think of something; with `_LOOKED` for what is said in several words."""
_DO = frozenset((
    "help", "assist", "contribute", "write", "rewrite", "co-write", "draft", "redraft", "re-draft", "reword", "correct", "edit", "translate", "produce", "prepare",
    "test", "pilot", "film", "record", "code", "analyse", "analyze", "interpret", "theme", "interview", "recruit", "collect", "gather",
    "conduct", "facilitate", "moderate", "present", "author", "revise", "simplify", "design", "develop", "refine",
))  # fmt: skip
"""What people do who have a part in the work."""
_CO = re.compile(r"^(?:co|re)-?(?=\w{4})")
_LOOKED = re.compile(
    r"\b(?:g[ai]ve (?:us |the team |their )?(?:feedback|comments|views|advice|input|thoughts|suggestions) on|(?:was|were|been|be) (?:consulted|asked) (?:on|about)|advise[ds]? (?:us )?on|look(?:ed)? (?:at|over)|w[eo]nt through|go(?:ne)? through)\b",
    re.IGNORECASE,
)
_DID = re.compile(
    r"\b(?:t(?:ook|ake) part in|drew up|planned the|carr(?:ied|y) out|work(?:ed)? (?:with us )?on|(?:(?:was|were|been|be|are|is) )?involved in|participate[ds]? in|made|co-?ran|ran|run|do(?= the (?:interviews|survey))|spoke(?= at)|spoke(?= about)|talk(?= about)|(?:will|to) talk(?= about))\b",
    re.IGNORECASE,
)


def _doing(piece: str) -> list[tuple[int, int, str]]:
    """The verbs of a piece by which people look at something or do it: where each stands, and which of both it says."""
    found = [
        (m.start(), m.end(), role)
        for pattern, role in ((_LOOKED, "consulted"), (_DID, "involved"))
        for m in pattern.finditer(piece)
    ]
    taken = [(a, b) for a, b, _ in found]
    verbs = {act.at for act in acts(piece)}
    words = words_of(piece)
    for n, token in enumerate(words):
        before = words[n - 1].word if n else ""
        if any(a <= token.start < b for a, b in taken) or (before in MODALS and before not in ("will", "shall")):
            continue
        as_verb = (
            token.start in verbs
            or before in _BEFORE_VERBS
            or (is_simple_past(token.word) and (before not in DETERMINERS or n == 1))
        )
        if (
            not as_verb
            or token.word.endswith("ing")
            or _is_done_to(words, n)
            or (before == "to" and not _leads_to(words, n - 1))
        ):
            continue
        stems = {stem for base in bases(token.word) for stem in (base, _CO.sub("", base))}
        if stems & _LOOK:
            found.append((token.start, token.end, "consulted"))
        elif stems & _DO:
            found.append((token.start, token.end, "involved"))
    return sorted(found)


def _is_done_to(words: tuple[Token, ...], n: int) -> bool:
    """Whether a word stands behind *be*: `38 workers were interviewed`."""
    before = next((t.word for t in reversed(words[:n]) if t.word not in ADVERBS and not t.word.endswith("ly")), "")
    return before in BE and is_participle(words[n].word)


def _leads_to(words: tuple[Token, ...], n: int) -> bool:
    """Whether *to* goes on with what people do, and does not say what for: `helped us to write`, and not `time to read`."""
    near = [t.word for t in words[max(n - 3, 0) : n]]
    return any(bases_of & _LINKS for bases_of in (set(bases(word)) for word in near))


_LINKS = frozenset(
    (
        "help",
        "ask",
        "invite",
        "able",
        "go",
        "plan",
        "agree",
        "continue",
        "come",
        "choose",
        "begin",
        "start",
        "offer",
        "want",
    )
)
_BEFORE_VERBS = frozenset(("will", "to", "help", "helped", "also", "shall", "us"))


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
    verbs = _doing(piece)
    passive = _BY_WHOM.search(piece)
    if passive and (not verbs or verbs[0][0] >= passive.start()):
        yield from _part_in_passive(passage, start, piece, passive)
        return
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
        if re.match(
            r"(?:do|did|carr|conduct|r[au]n\b|recruit|interview|collect|gather|facilitat|moderat)", thing, re.IGNORECASE
        ):
            named = [
                stage for stage in named if stage not in ("design", "priorities")
            ]  # to do a survey is not to write it
        if not named or not passage.told(start + begin, start + end):
            continue
        status = _when(subject, piece, begin, end)
        if not status:
            continue
        dates = list(dates_in(passage.clause_at(start).text))
        for stage in named:
            values: dict[str, Any] = {"status": status, "role": role, **({"people": people} if people else {})}
            if len(dates) == 1 and status != "planned" and len(named) == 1:
                values["when"] = dates[0][2]
            yield Proposal(("stages", stage), tuple(values.items()))


def _when(subject: str, piece: str, begin: int, end: int) -> str:
    """Whether a verb tells of what is planned, goes on or was done; empty for what people only come together to do."""
    before = piece[:begin].split()
    status = tense(f"{subject} {piece[begin:end]}")
    if status == "planned" or "will" in before:
        return "planned"
    if before[-1:] == ["to"] and not re.search(
        r"\b(?:help(?:s|ed)?|(?:was|were|been) (?:asked|invited|able))\b", piece[:begin]
    ):
        return ""
    if status == "ongoing" and not re.search(r"\b(?:is|are|has|have|\w+s)\b", piece[max(begin - 5, 0) : end]):
        return "done"
    return status


_BY_WHOM = re.compile(
    r"\b(?P<be>is|are|was|were|been|be|being) (?:\w+ly |also |then |all )?(?=\w+(?:ed|en|un|ut)\b)(?P<verb>[\w-]+)\b(?P<what>[^,.;]{0,60}?) (?P<way>by|(?:together |jointly |in (?:partnership|collaboration) )?with|alongside) (?P<who>[^,.;]{3,60})",
    re.IGNORECASE,
)


def _part_in_passive(passage: Passage, start: int, piece: str, found: re.Match[str]) -> Iterator[Proposal]:
    """`The consent form was rewritten by two of the parents`."""
    stems = {stem for base in bases(found["verb"].lower()) for stem in (base, _CO.sub("", base))}
    if stems & {"test", "pilot", "record", "film"} and found["way"].lower() != "by":
        return  # a survey is tested with those who are surveyed
    role = "consulted" if stems & _LOOK else "involved" if stems & _DO else ""
    thing = piece[: found.start()]
    named = [s for s, what in _STAGES.items() if re.search(rf"\b(?:{what})", thing, re.IGNORECASE)]
    at = start + found.start()
    if not role or len(named) != 1 or not by_contributors(passage, found["who"]) or not passage.told(at, at + 1):
        return
    people = _how_many(found["who"])
    status = tense(piece[: found.end("verb")])
    yield Proposal(
        ("stages", named[0]), (("status", status), ("role", role), *((("people", people),) if people else ()))
    )


_ASIDE = re.compile(r"\b(?:told|asked|said|because|after|before|when|who|which|that|as a result)\b", re.IGNORECASE)


def _how_many(subject: str) -> str:
    """How many people did something, in the words of the sentence; empty where it does not say."""
    counted = [p for p in people_in(subject) if p.side in ("ours", "members")]
    if len(counted) == 1:
        return counted[0].count
    own = re.match(
        rf"\W*(?:and )?({COUNT}) (?:of (?:them|the {OURS}|the members|its members)|(?:public|patient) co-?applicants|peer researchers)\b",
        subject,
        re.IGNORECASE,
    ) or re.fullmatch(rf"\W*({COUNT})\W*", subject, re.IGNORECASE)
    return own[1].lower() if own and not counted else ""


_MET_WITH = re.compile(
    rf"\b(?:(?:we|I|the (?:research )?team|the researchers) (?:have |had |also |first |then |initially )*(?:consulted(?: with)?|asked|sp(?:oke|oken) (?:to|with)|talked (?:to|with)|met(?: with)?|sought (?:the )?(?:views|advice|feedback|input) (?:of|from))"
    rf"|(?:workshops?|focus groups?|discussions?|meetings?|sessions?|consultations?|events?|listening sessions?)(?: was| were)?(?: held)?(?: in [\w ]{{3,14}}?)? (?:with|of)) (?:about |around |over |some |a (?:group|panel) of )?(?:(?P<people>{COUNT}) )?(?:[\w'-]+ ){{0,3}}?{OURS}\b",
    re.IGNORECASE,
)


def consulted(passage: Passage) -> Iterator[Proposal]:
    """Whom the team asked about a part of the work, where that is told as involvement: `we spoke to 25 patients about the study design`."""
    text = passage.text
    found = _MET_WITH.search(text)
    if not found or passage.aside or not passage.of_involvement or not passage.told(found.start(), found.end()):
        return
    if of_others(text) or any(group.side == "others" for group in passage.groups) or treated(text):
        return
    named = [s for s, what in _STAGES.items() if re.search(rf"\b(?:{what})", text, re.IGNORECASE)]
    status = tense(text[passage.clause_at(found.start()).start : found.end()])
    if len(named) != 1 or status == "ongoing":
        return
    dates = list(dates_in(text))
    counted = [p for p in people_in(text) if p.side == "ours"]
    values = {
        "status": status,
        "role": "consulted",
        **({"people": counted[0].count} if len(counted) == 1 else {}),
        **({"when": dates[0][2]} if len(dates) == 1 and status == "done" else {}),
    }
    yield Proposal(("stages", named[0]), tuple(values.items()))


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
        if "decide" not in act.does or act.denied:
            continue
        found = (
            _decided_by(passage, act)
            if act.passive
            else _decision(passage, act)
            if act.how & {"past", "done"}
            else None
        )
        if found is not None:
            yield found
        if not act.passive and act.how & {"past", "done"}:
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
    team = _TEAM.search(subject) is not None or (together and of_others(subject))
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
    besides = [
        a.at
        for a in acts(passage.text)
        if verb.end() < a.at < clause.end and _AND.search(passage.text[: a.at]) and a.how & {"past", "done"}
    ]
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
    if not what or re.match(r"(?:it|that|this|them|so|with|by)\b|(?:not )?to$", what):
        return None
    return Proposal(("power", "decisions"), (("what", what), ("decided_by", by), *values.items()), entry=True)


def _decided_by(passage: Passage, act: Act) -> Proposal | None:
    """`These terms were agreed by the Panel in June 2025`: what was decided stands before the verb, and by whom behind it."""
    verb = passage.text[act.at :].split(maxsplit=1)[0]
    behind = re.match(
        r"[^,.;]{0,30}?\bby ([^,.;]{3,60}?)(?= (?:in|on|at|and|as|for)\b|[,.;]|$)", passage.text[act.at + len(verb) :]
    )
    being = re.search(r"\b(?:was|were|has been|have been) (?:\w+ly |then |all )?$", passage.text[: act.at])
    if not behind or not being or not passage.told(act.at, act.at + 1) or act.how & {"will", "can", "wish"}:
        return None
    who = behind[1]
    room = passage.room.casefold()
    if (
        not by_contributors(passage, who)
        or _TEAM.search(who)
        or (_AS_A_GROUP.search(who) and not (_wholly_theirs(passage) and room not in passage.mixed))
    ):
        return None
    what = own_words(passage.whole[passage.clause_at(act.at).start : being.start()])
    if not what or re.match(r"(?:it|that|this|they|them|these|those|so|who|which)$", what):
        return None
    dates = list(dates_in(passage.text))
    when = (("when", dates[0][2]),) if len(dates) == 1 and dates[0][0] > act.at else ()
    return Proposal(("power", "decisions"), (("what", what), ("decided_by", "contributors"), *when), entry=True)


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
