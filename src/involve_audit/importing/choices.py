"""What people write in a cell where the format has a closed choice: the one list of it.

A cell is understood whole, or not at all: `Yes`, `accepted` and `Partly – no budget` are understood, `see minutes` is not.
"""

from __future__ import annotations

import re
from functools import cache

from involve_audit.importing.heading_words import ANSWERS, BLANK
from involve_audit.survey.identifying import words_of

_WORDS: dict[str, dict[str, str]] = {
    "answer": {
        "taken up": "taken up | yes | y | accept | adopt | accepted | adopted | actioned | implemented | acted on | acted upon | agreed | done | incorporated | included | change made | changed | taken on board | completed | complete | fully adopted | approved | taken forward",
        "partly": "partly | part | partially | in part | partial | some | partly adopted | partially adopted | partly accepted | partially accepted | partly implemented | partially implemented | to some extent",
        "put off": "put off | defer | deferred | postponed | later | parked | on hold | for later | future work | for future consideration | for the next study",
        "refused": "refused | reject | decline | rejected | declined | not accepted | not adopted | not possible | not feasible | not agreed | turned down | could not be done",
        "unanswered": "unanswered | no answer | no response | not answered | no reply | awaiting response | awaiting reply",
        "contested": "contested | disputed | disagreed",
        "unknown": "unknown | not known | don t know",
    },
    "arose": {
        "asked": "asked | when asked | in answer to a question | survey | questionnaire | consultation | interview | focus group | online survey",
        "in a room": "in a room | meeting | in a meeting | at a meeting | workshop | panel meeting | advisory group meeting | steering group meeting | group meeting | online meeting | steering group | advisory group | panel",
        "on their own": "on their own | unprompted | spontaneous | unsolicited | on their own initiative | own initiative",
        "in public": "in public | social media | public meeting | open letter | petition | press",
        "unknown": "unknown",
    },
    "stage": {
        "priorities": "priorities | priority setting | prioritisation | prioritising | identifying and prioritising | identifying priorities | identifying and prioritising research | research question | choosing the question | agenda setting | topic selection | identification | idea | deciding what to research",
        "design": "design | designing | study design | research design | protocol | protocol development | designing the research | designing and managing | planning | project design | development of protocol",
        "funding": "funding | commissioning | grant application | funding application | application | bid | bid development | grant writing | pre award | grant development | securing funding",
        "governance": "governance | oversight | steering | management | managing | project management | trial oversight | study management | steering committee | monitoring",
        "delivery": "delivery | undertaking | undertaking the research | data collection | recruitment | conduct | conducting | doing the research | carrying out the research | running the study | fieldwork | undertaking research | conducting the research",
        "analysis": "analysis | data analysis | analysing | interpretation | analysis and interpretation | analysing and interpreting | interpreting | interpreting the findings | interpreting results",
        "sharing": "sharing | dissemination | disseminating | publication | reporting | writing up | communicating findings | dissemination of findings | disseminating findings | sharing findings | sharing results | reporting and dissemination | reporting findings",
        "implementation": "implementation | implementing | use of results | putting into practice | knowledge mobilisation | impact on practice | implementing findings | uptake",
    },
    "about": {
        "question": "question | research question | topic",
        "outcome": "outcome | outcomes | outcome measure | outcome measures",
        "design": "design | study design | research design",
        "methods": "methods | method | methodology | recruitment | recruitment methods | data collection | questionnaire | interview guide | topic guide",
        "budget": "budget | money | funding | costs",
        "people": "people | staffing | who is involved | inclusion criteria | eligibility",
        "rules": "rules | terms of reference | ways of working | governance",
        "service": "service | service delivery",
        "policy": "policy",
        "analysis": "analysis | interpretation | data analysis",
        "sharing": "sharing | dissemination | publication",
        "use of results": "use of results | implementation",
        "wording": "wording | plain english | lay summary | plain language summary | wording of documents | title",
        "leaflets": "leaflets | leaflet | participant information sheet | participant information | information sheet | pis | patient information sheet | posters | poster | consent form | patient facing documents | participant materials | patient information",
        "other": "other",
        "unknown": "unknown",
    },
    "by": {
        "contributors": "contributors | contributor | public contributor | public contributors | public | patient | patients | carer | carers | patients and carers | patient and carer | patient partner | patient partners | public partner | public partners | ppi | ppie | ppi group | ppie group | ppi members | ppi member | ppi contributor | "
        "ppi contributors | ppi panel | patient panel | public panel | panel | panel members | advisory group | patient advisory group | public advisory group | ppi advisory group | lived experience group | lived experience advisory group | lay members | lay member | lay representative | lay representatives | "
        "patient representative | patient representatives | service user | service users | experts by experience | lived experience contributors | lived experience contributor | people with lived experience | members of the public | co researchers | peer researchers | community members | residents | parents | young people | public members | public member | members",
        "people served": "people served | the public served",
        "together": "together | both | everyone | all | joint | jointly | team and contributors | researchers and contributors | researchers and public contributors | contributors and researchers | contributors and team | co applicants and team",
        "researchers": "researchers | researcher | research team | the research team | study team | academics | staff | clinicians | chief investigator | principal investigator | project manager | trial manager",
        "team": "team | project team | the team | us",
        "above": "above | funder | funders | sponsor | sponsors | nihr | ethics committee | research ethics committee",
        "outside the team": "outside the team | external | independent",
        "unknown": "unknown | not known",
    },
    "decided_by": {
        "contributors": "contributors | contributor | public contributors | patients | public | panel | ppi | ppi group | ppie group | ppi panel | patient panel | public panel | lived experience group | service users | carers | members of the public",
        "together": "together | both | joint | jointly | all | everyone | consensus | group consensus | joint decision | team and contributors | contributors and team | researchers and contributors | researchers and public contributors | by consensus | whole group",
        "team": "team | research team | project team | study team | researchers | researcher | chief investigator | principal investigator | ci | pi | trial management group | tmg | staff | management group | us",
        "above": "above | funder | funders | sponsor | ethics committee | research ethics committee | rec | government | trust board | commissioner | commissioners",
        "outside the team": "outside the team | outsiders | others outside",
        "unknown": "unknown | not known",
    },
    "announced_as": {"advice": "advice | advisory | recommendation", "binding": "binding | final", "unknown": "unknown"},
    "became": {
        "done": "done | yes | y | carried out | implemented | completed | complete | actioned | finished | in place | closed",
        "under way": "under way | underway | in progress | ongoing | started | in hand",
        "partly": "partly | partially | in part | partial | partly implemented | partially implemented | partly done",
        "set aside": "set aside | rejected | dropped | overturned | reversed | not implemented | not carried out | abandoned | overruled",
        "unknown": "unknown | not known",
    },
    "form": {
        "money": "money | cash | bank transfer | bacs | bank | payroll | cheque | paypal | direct payment | invoice",
        "voucher": "voucher | vouchers | gift voucher | gift vouchers | shopping voucher | e voucher | gift card | gift cards",
        "gift": "gift | gifts",
        "honorarium": "honorarium",
        "salary": "salary | salaried",
        "other": "other",
    },
    "yes_no": {"yes": "yes | y | true | x | ✓ | done", "no": "no | n | false | not yet", "unknown": "unknown | not known | don t know"},
}  # fmt: skip
_WORDS["set_aside_by"] = _WORDS["decided_by"] | {"court": "court | judge | tribunal | ombudsman"}
_WORDS["checked_by_speaker"] = _WORDS["reopened"] = _WORDS["yes_no"]

NOTHING = frozenset(
    (
        "none",
        "no change",
        "no changes",
        "nothing",
        "nothing changed",
        "no impact",
        "none made",
        "no change made",
        "no changes made",
        "no change needed",
        "no changes needed",
    )
)
"""Where a text says that there was nothing."""
BLANKS = frozenset(
    (
        "",
        "n/a",
        "na",
        "n.a.",
        "-",
        "--",
        "–",
        "—",
        "?",
        "tbc",
        "tbd",
        "not applicable",
        "not recorded",
        ".",
        "not told",
        "to be confirmed",
        "to follow",
    )
)
"""What people write where there is nothing to tell."""
_REST = re.compile(r"\s*(?:[-–—:;,.(/]|\bbut\b|\bbecause\b)\s*")


@cache
def _known(field: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for words in (_WORDS[field], ANSWERS.get(field, {})):
        for word, listed in words.items():
            for phrase in (word, *map(str.strip, listed.split("|"))):
                found.setdefault(words_of(phrase), word)
    return found


def choice(field: str, cell: str) -> tuple[str | None, str]:
    """The choice that a cell makes, and what else stands in it; None where it makes none that is known.

    >>> choice("answer", "Partly – no budget")
    ('partly', 'no budget')
    >>> choice("answer", "see minutes")
    (None, 'see minutes')
    """
    known = _known(field)
    whole = words_of(cell)
    for form in (whole, _without_articles(whole)):
        if form in known:
            return known[form], ""
    parted = _REST.search(cell)
    if parted and (first := words_of(cell[: parted.start()])) in known:
        return known[first], cell[parted.end() :].strip(" )")
    return None, cell


def head(cell: str) -> str:
    """What stands before the first mark that sets something apart: of `No change – no budget`, `No change`."""
    parted = _REST.search(cell)
    return (cell[: parted.start()] if parted else cell).strip()


def _without_articles(words: str) -> str:
    """`designing the study` as `designing study`, and what is only about the work itself as what is done with it: `designing`."""
    left = [w for w in words.split() if w not in ("the", "a", "an", "our", "your", "this")]
    return " ".join(left[:-1] if len(left) == 2 and left[-1] in ("study", "research", "project", "trial") else left)


_ONE_SIDE = {"contributors": "c", "people served": "c", "together": "both", "researchers": "t", "team": "t"}
_COUNTED = re.compile(
    r"^\s*(?:(?:agreed|decided|made|taken|raised|suggested|said) )?(?:by )?(?:the )?(?:x ?)?(?:\d+\s*(?:x )?)?",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:['’]?s)?(?:\s+(?:advisory|reference|involvement))?\s+(?:group|panel|forum|council|network|board)s?\s*$",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"(?:nobody|no ?one|none|no contributors?|nobody came|0)(?: (?:came|attended|was there|turned up))?\.?",
    re.IGNORECASE,
)
"""Where nobody came."""


def side(field: str, cell: str) -> str | list[str] | None:
    """The side that a cell names, which may be put together of several: `3 PPI members`, `TMG + PPI`; None where a part is not known.

    Of who decided there may be several.

    >>> side("decided_by", "TMG + PPI")
    'together'
    >>> side("decided_by", "team, above"), side("by", "team, above")
    (['team', 'above'], None)
    >>> side("by", "Jane Smith")
    """
    bare = _COUNTED.sub("", cell, count=1)
    whole = choice(field, bare)
    if whole[0] is None and (members := _GROUP.sub("", bare)) != bare:
        whole = choice(field, members)  # a carers' group is of carers
    if whole[0] and not whole[1]:
        return whole[0]
    parts = [_COUNTED.sub("", p) for p in re.split(r"[,;/+&\n]|\band\b|\bwith\b", cell) if p.strip()]
    found = {choice(field, p)[0] for p in parts} if all(not choice(field, p)[1] for p in parts) else {None}
    if None in found or not found:
        return None
    if len(found) == 1:
        return found.pop()
    both = {_ONE_SIDE.get(str(w)) for w in found} >= {"c", "t"} or "together" in found
    if field != "by" and "above" in found:
        return [*(["together"] if both else [w for w in ("contributors", "team") if w in found]), "above"]
    return "together" if both else None


_LEGEND = re.compile(r"(?:^|[(,;/ ])([\w+-]{1,3}) ?(?:=|:|–) ?([^,;/()=]{2,40})(?=[,;/)]|$)")


def legend(heading: str) -> dict[str, str]:
    """What the letters in a column stand for, where its heading says so of two at least.

    >>> legend("Outcome (A = accepted, R = rejected)")
    {'a': 'accepted', 'r': 'rejected'}
    """
    found = {short.casefold(): word.strip() for short, word in _LEGEND.findall(heading)}
    return found if len(found) > 1 else {}


def is_yes_no(cell: str) -> bool:
    """Whether a cell answers a question with yes, no, partly, or that it is not known, and says nothing else."""
    return is_blank(cell) or words_of(cell) in (
        "yes",
        "y",
        "no",
        "n",
        "partly",
        "partially",
        "p",
        "not yet",
        "unknown",
        "don t know",
    )


def is_blank(cell: str) -> bool:
    """Whether a cell only says that nothing is told."""
    return cell.strip().casefold() in BLANKS or cell.strip().casefold() in BLANK
