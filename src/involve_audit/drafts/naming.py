"""How a sentence names people, groups, amounts and times.

What a count, an amount of money, a date or a length of time is, the readers of the project file decide (`project.values`): here it is
only found where one may stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from involve_audit.english.lexicon import (
    ADVERBS,
    DETERMINERS,
    MODALS,
    NOT,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    is_past,
    people_classes,
    people_words,
    verb_classes,
)
from involve_audit.project.values import read_count, read_dates, read_money, read_period
from involve_audit.project.values.money import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_ONES = "(?:one|two|three|four|five|six|seven|eight|nine)"
NUMBER = (
    rf"(?:[0-9]{{1,3}}(?:,[0-9]{{3}})+|[0-9]{{1,5}}|{_TENS}(?:[- ]{_ONES})?|{_ONES}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|half a dozen|a dozen)(?![\w.,]*[0-9%])"
)
COUNT = (
    r"(?:(?:up to|about|around|at least|more than|over|nearly|almost|approximately|no more than|a total of) )?"
    rf"(?:between {NUMBER} and {NUMBER}|{NUMBER}(?: ?(?:[-–]|to|or) ?{NUMBER})?)"
)
_SIGNS = "|".join(
    re.escape(
        sign if not sign[0].isalpha() or form == "as it is" else sign.upper() if form == "large" else sign.title()
    )
    for sign in sorted(SIGNS, key=len, reverse=True)
    for form in (("as it is",) if not sign[0].isalpha() or sign.startswith("kr") else ("large", "title"))
)
_CURRENCY = rf"(?<![\w£€$])(?-i:{_SIGNS})"
MONEY = rf"(?:{_CURRENCY} ?[0-9][0-9,]*(?:\.[0-9]{{1,2}})?k?(?![0-9]|,[0-9])|(?<![\w.,])[0-9][0-9,]*(?:\.[0-9]{{2}})? (?:pounds|euros|dollars|GBP|EUR|USD))"
_UNIT = r"(?:hour|half[- ]day|day|meeting|session|workshop|event|year|month|visit|review|evening|afternoon|morning|week|call|interview|sitting|hui)"
PER = rf"(?:(?:an?|per|each|every|for each|for every|for an?|by) (?:[\w-]+-hour )?({_UNIT})\b|(?:each|every) (time)\b|/ ?({_UNIT}|hr|h)\b|(hourly)\b)"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PERIOD = (
    rf"(?:(?:every|each) (?:(?:{NUMBER}|second|other|few) )?(?:day|week|fortnight|month|quarter|year|{_WEEKDAY})s?|once every (?:{NUMBER} )?(?:weeks?|months?)|(?<!bi)(?<!bi-)(?:monthly|weekly|annually)|quarterly|fortnightly"
    rf"|(?:once|twice|{NUMBER}(?: (?:or|to) {NUMBER})? times) (?:an?|per|each|every|in a) (?:week|month|quarter|year))\b"
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DATE = rf"(?:(?:early |late |mid-)?(?:[0-9]{{1,2}} )?{_MONTH} (?:[0-9]{{1,2}}, )?(?:19|20)[0-9]{{2}}|(?:spring|summer|autumn|fall|winter) (?:19|20)[0-9]{{2}}|(?<![\w£$€.,-])(?:19|20)[0-9]{{2}}(?![\w,.]*[0-9]|-hour))"

_NOT_COUNTED = frozenset((
    "people", "person", "ppl", "community", "public", "local", "everyone", "everybody", "anyone", "anybody", "worker", "cleaner", "apprentice",
    "friend", "fan", "follower", "listener", "visitor", "newcomer", "leaver", "returner", "mob", "neighbourhood", "neighborhood", "folk", "relative",
))  # fmt: skip
"""Words for people of whom nothing says that the work is about them."""
_NO_OTHERS = frozenset((
    "researcher", "gp", "mp", "subject", "donor", "head", "law", "judge", "mayor", "ranger", "publisher", "driver", "customer", "applicant",
    "governor", "dentist", "executive", "director", "matron", "councillor", "commissioner", "secretary", "chancellor",
))  # fmt: skip
"""Words that have other meanings, too, or are said of people whom the work is about; and single persons who decide above the work."""


def _any_of(words: frozenset[str]) -> str:
    """A pattern for words in the singular and the plural, the longest first."""
    plurals = {"woman": "women", "man": "men", "child": "children", "midwife": "midwives", "staff": "staff"}
    both = words | {plurals.get(w) or (f"{w[:-1]}ies" if w.endswith("y") else f"{w}s") for w in words}
    return "|".join(re.escape(word) for word in sorted(both, key=lambda word: (-len(word), word)))


_PUBLIC = r"(?:public|ppie?|patient|consumer|community|lay|youth|family|parent|carer|resident|citizen|peer|service[- ]user|lived[- ]experience)"
OURS = (
    rf"(?:{_PUBLIC} (?:contributors?|partners?|members?|representatives?|advis[eo]rs?|co-?researchers?|researchers?|experts?)"
    r"|experts? by experience|members? of the public|(?:young|older|disabled|autistic|deaf|bereaved|local|trans|black|homeless) (?:people|persons?|adults|women|men)"
    r"|people|caregivers?|family members|service[- ]users?|contributors?|co-researchers?|donors?|donor families"
    rf"|{_any_of(people_words('affected') - _NOT_COUNTED)})(?![- ](?:care|minding|costs?|expenses|respite)\b)"
)
"""People whom the work may be about."""
SURELY_OURS = (
    rf"(?:{_PUBLIC} (?:contributors?|partners?|members?|representatives?|advis[eo]rs?|co-?researchers?|experts?|co-?applicants?|co-?investigators?)"
    r"|experts? by experience|members? of the public|contributors?|co-researchers?|peer (?:researchers?|interviewers?)|(?:panel|board|group|forum|council) members?"
    r"|members? of (?:the|our) (?:patient|ppie?|public|youth|parent|carer|lay|community|lived[- ]experience) (?:[\w'’-]+ ){0,2}?(?:panel|group|forum|board|council))"
)
"""Words that say by themselves that people are involved; others may speak of those whom the work is only about."""
OTHERS = (
    r"(?:(?:(?:trial|study|research|interview|survey) )?participants?|members? of (?:the |our )?(?:\w+ )?(?:team|staff)|GPs?|volunteers?|therapists?"
    r"|(?<!peer )(?<!patient )(?<!public )(?<!community )(?<!lay )(?<!co-)researchers?|care workers?|experts?(?! by experience)|hospitals|sites|practices|clinics|independent members?|visitors"
    rf"|{_any_of((people_words('others') | people_words('participant')) - people_words('organisation') - _NO_OTHERS)})"
)
"""People who do the work, give data for it, or have nothing to do with it."""
_TEAM = (
    r"(?:researchers?|academics?|(?:university |research |study )?staff|investigators?|members of the research team)"
)
_ELSEWHERE = (
    r"\b(?:(?:last|former) (?:project|study|trial|survey)|(?:other|another|similar|related|previous|earlier|most|some|many) (?:\w+ ){0,2}?(?:stud(?:y|ies)|trials?|research|sites?|fellows?|panels?|groups?|boards?|councils?|projects?|teams?|charit(?:y|ies)|fellowships?)"
    r"|in (?:the|a|our) (?:pilot|(?:19|20)[0-9]{2} (?:project|study|trial|survey))|studies like|elsewhere|guidance (?:suggests|says|recommends)|(?:good|best|common) practice|(?:sister|parent) (?:\w+ )?(?:organisation|charity|project|trial|study|programme|network|centre|hospital|site)|another (?:company|trust|charity|university)|other (?:countries|networks|charities|trusts)|(?:our )?friends at|research by others|(?:review|evidence|literature|stud(?:y|ies)) (?:found|finds?|shows?|showed|suggests?)|studies in which|(?:pays?|paid) (?:its|their) (?:own )?(?:[\w-]+ )?(?:panel|group|forum|board|council|committee|members)s?|manual states|day centre|drop-in|my neighbou?r)\b"
)


@cache
def _compiled(pattern: str, *, anycase: bool = True) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE if anycase else 0)


@dataclass(frozen=True)
class People:
    """People that a sentence counts.

    Attributes:
        start: where the count begins.
        end: where the words for the people end.
        count: how many, in the words of the sentence.
        side: `ours` (whom the work may be about), `team` (who does it), `others`, or `members` of some group.
        noun: the words for them.
    """

    start: int
    end: int
    count: str
    side: str
    noun: str


_BETWEEN = r"(?:(?!(?:of|to|and|or|in|per|for|hours?|days?|weeks?|months?|years?|minutes?|meetings?|times?|per|at|by|from|with|who|the|other|more)\b)[\w'’-]+ ){0,3}?"


_FROM_OTHERS = re.compile(
    r" (?:from|of|at) (?:the |our )?(?:[\w-]+ )?(?:association|council|university|company|trust|hospital|team|ministry|department|charity|staff|executive)\b",
    re.IGNORECASE,
)
"""`Two people from the council`: who sent them says on whose side they sit."""


@lru_cache(maxsize=256)
def people_in(text: str) -> tuple[People, ...]:
    """The people that a sentence counts, in order."""
    return tuple(_people_in(text))


def _people_in(text: str) -> Iterator[People]:
    pattern = _compiled(
        rf"(?<![\w£€$.,-])({COUNT}) (?:of us\b|(?:(?:places |seats )?for |of the |of our )?{_BETWEEN}(?:({OURS})|({OTHERS})|(members?|representatives|of them|of the {NUMBER}|of the (?:panel|group|forum|circle))|([a-z]{{3,}}s))\b)"
    )
    for found in pattern.finditer(text):
        noun = found[2] or found[3] or found[4] or found[5] or "us"
        known = people_classes(noun)
        if found[5] and not known & {"affected", "others"}:
            continue
        count = read(read_count, _tidy(found[1]))
        if count is None:
            continue
        words = found[0][len(found[1]) :]
        side = (
            "ours"
            if found[2] or noun == "us"
            else "others"
            if found[3]
            else "members"
            if found[4]
            else "others"
            if "others" in known
            else "ours"
        )
        if found[3] and _compiled(rf"{_TEAM}$").search(words):
            side = "team"
        if side in ("ours", "members") and _FROM_OTHERS.match(text[found.end() :]):
            side = "others"
        yield People(found.start(), found.end(), count.lower(), side, noun.lower())


_ANYBODY = frozenset(("people", "adults", "women", "men", "children", "persons"))


def plainly_ours(text: str, person: People) -> bool:
    """Whether counted people are plainly those whom the work is about: *eight people* may be anybody, *eight people with asthma* are not."""
    if person.side != "ours":
        return False
    if person.noun.split()[-1] not in _ANYBODY or " " in person.noun:
        return True
    qualified = r" (?:with|living|who|affected|on|in receipt|aged|from)\b"
    return (
        len(text[person.start : person.end].split()) > 2 or _compiled(qualified).match(text[person.end :]) is not None
    )


def _tidy(count: str) -> str:
    return count.replace("–", "-").removeprefix("a total of ").removeprefix("A total of ")


def read(reader: Callable[[str], object], text: str) -> str | None:
    """A value in the words of a sentence, where the reader of the project file understands it; None where it does not."""
    try:
        reader(text)
    except ValueError:
        return None
    return text


_BY_WEEKDAY = rf"(?:on )?(?:the )?(?:first|second|third|fourth|last) {_WEEKDAY} (?:of|in) "
_RHYTHMS = (
    (rf"{_BY_WEEKDAY}(?:each|every|the) month", "monthly"),
    (rf"(?:{_BY_WEEKDAY})?(?:alternate months|every (?:second|other) month)", "every 2 months"),
    (rf"(?:{_BY_WEEKDAY})?every third month", "every 3 months"),
    (r"every fourth month", "every 4 months"),
    (r"(?:(?:once )?(?:every|each|a) term|termly)", "termly"),
    (r"(?:six-monthly|half-yearly)", "every 6 months"),
)
"""Rhythms in words that the reader of the project file does not know, each with words that it does."""


def periods_in(text: str) -> Iterator[tuple[int, int, str]]:
    """The rhythms that a sentence names."""
    for pattern, known in _RHYTHMS:
        rhythm = _compiled(rf"\b{pattern}\b").search(text)
        if rhythm:
            yield rhythm.start(), rhythm.end(), known
            return
    for found in _compiled(PERIOD).finditer(text):
        period = read(read_period, found[0])
        if period is not None:
            yield found.start(), found.end(), period


def dates_in(text: str) -> Iterator[tuple[int, int, str]]:
    """The dates that a sentence names by month, season or year."""
    for found in _compiled(DATE, anycase=False).finditer(text):
        date = read(read_dates, found[0])
        if date is not None:
            yield found.start(), found.end(), date


@dataclass(frozen=True)
class Amount:
    """Money that a sentence names: where, in its words, and what for; `per` is empty where it names no unit."""

    start: int
    end: int
    text: str
    per: str


_UNITS = {
    "hourly": "hour",
    "hr": "hour",
    "h": "hour",
    "evening": "session",
    "afternoon": "session",
    "morning": "session",
    "time": "meeting",
    "sitting": "meeting",
    "hui": "meeting",
}
"""What an amount is paid for, in the words that the file knows."""


def amounts_in(text: str) -> Iterator[Amount]:
    """The amounts of money that a sentence names."""
    beside = r"(?: (?:gift |shopping )?(?:vouchers?|gift cards?|honorarium|stipend|payment|in cash|in (?:gift |shopping )?vouchers))?"
    for found in _compiled(rf"({MONEY})({beside},? ?{PER})?").finditer(text):
        unit = next((u for u in found.groups()[2:] if u), "") if found[2] else ""
        unit = _UNITS.get(unit.lower(), unit.lower())
        said = f"{found[1]} per {unit}" if unit else found[1]
        before = text[max(found.start() - 24, 0) : found.start()]
        if not unit and (
            by := _compiled(r"\b(hourly|daily|half-day) (?:rate|fee|payment) (?:of|is|at) (?:up to |about )?$").search(
                before
            )
        ):
            unit = {"hourly": "hour", "daily": "day"}.get(by[1].lower(), "half-day")
            said = f"{found[1]} per {unit}"
        amount = read(read_money, said)
        if amount is not None:
            yield Amount(found.start(), found.end(), amount, unit)


@lru_cache(maxsize=256)
def of_others(text: str) -> bool:
    """Whether a clause speaks of people who give data or do the work, or of other work."""
    return _compiled(rf"\b{OTHERS}\b").search(text) is not None or elsewhere(text)


_IN_STUDY = rf"\b(?:{OURS})(?: who(?: are| were| want to)?)? (?:in|on|(?:taking|who take|who took) part in|join\w*|enter\w*|enrol\w*) (?:to |into |in )?(?:the|our|this|a) (?:\w+ )?(?:trial|study|arm|ward|ICU|clinic|research)\b"
_TREATED = r"\b(?:randomi[sz]\w+|study drug|tablets?(?! computers?)|inhalers?|the operation|surgery|side effects|before consenting|in interviews|universal credit|allowance|council tax|treatments?)\b"


@lru_cache(maxsize=256)
def treated(text: str) -> bool:
    """Whether a clause speaks of people in a study, in treatment or in a service, whoever they are besides."""
    if _compiled(_TREATED).search(text):
        return True
    return in_a_study(text)


def in_a_study(text: str) -> bool:
    """Whether a clause speaks of people in a study: `patients in the trial`."""
    return not surely_ours(text) and _compiled(_IN_STUDY).search(text) is not None


@lru_cache(maxsize=256)
def surely_ours(text: str) -> bool:
    """Whether a clause names people in words that say that they are involved."""
    return _compiled(rf"\b{SURELY_OURS}\b").search(text) is not None


def nouns_in(text: str) -> frozenset[str]:
    """The words for people in a text, in the singular as far as an `s` makes the plural."""
    found = (m[0].lower() for m in _compiled(rf"\b{OURS}\b").finditer(text))
    return frozenset(w.split()[-1].removesuffix("s") for w in found)


@lru_cache(maxsize=256)
def elsewhere(text: str) -> bool:
    """Whether a clause speaks of other work than this."""
    return _compiled(_ELSEWHERE).search(text) is not None


@lru_cache(maxsize=256)
def of_ours(text: str) -> bool:
    """Whether a clause names people whom the work may be about."""
    return _compiled(rf"\b{OURS}\b").search(text) is not None


# --- groups ----------------------------------------------------------------------------------------

GROUP_NOUN = r"(?:panel|group|forum|board|council|committee|jury|assembly|collective|collaborative|network|circle|crew|caucus|taskforce|rōpū)"
BELONG = (
    r"(?:sits?|sat|serves?|served|forms?|formed|joins?|joined|attends?|attended|belongs? to|belonged to|makes? up|made up"
    r"|(?:are|is|were|was|be|been) (?:on|in|part of|(?:full |voting |equal |co-opted )?members? of)|ha(?:ve|s|d) (?:an? )?(?:\w+ )?(?:seats?|places?))(?: on| in| up)?"
)
"""How people are in a group: `sit on`, `joined`, `have seats on`."""
_POST_NOUN = r"(?:co-?applicants?|co-?(?:principal )?investigators?|associate investigators?|co-?leads?|co-?leaders?|co-?chairs?|co-?directors?)"
PEER_POST = r"(?:peer (?:researchers?|interviewers?|facilitators?)|community researchers?)"
PUBLIC_POST = rf"(?:public|patient|ppie?|lay|community|consumer|carer|parent|resident|service[- ]user|youth|lived[- ]experience) ({_POST_NOUN})"
POST_NOUN = rf"(?:{_POST_NOUN}|{PEER_POST})"
_CAPITAL_NOUN = (
    r"(?:Panel|Group|Forum|Board|Council|Committee|Jury|Assembly|Collective|Network|Circle|Partnership|Alliance)"
)
_PROPER = _compiled(rf"\b(?:[Tt]he|[Oo]ur|[Tt]his|[Ii]ts) ({_CAPITAL_NOUN})\b(?! of\b|['’]| [A-Z])", anycase=False)
"""`The Forum`: a group that is called by that alone, or by the end of its name."""
_OWN_NAME = _compiled(r"lived.experience|patient|public|\bppie?\b|voice|\blay\b|involvement|experts?.by.experience")
_OTHER_NAME = _compiled(
    r"(?:community|health|family) (?:cent(?:re|er)|college|hospital)|clinical|scientific|data monitoring|ethic|professional|\bunion\b|delphi|consensus|safety|focus|control|support|age|treatment|intervention|liaison|management|executive|trustee"
)
_NOBODYS = _compiled(
    r"(?:research|study|trial|project|clinical|care|whole|core|catering|sales|complaints|support) team$"
)
"""Teams that do the work, or a service."""
_NO_NAME = frozenset(
    [
        "The",
        "A",
        "An",
        "Our",
        "We",
        "In",
        "Since",
        "This",
        "That",
        "Its",
        "Their",
        "At",
        "When",
        "Each",
        "Every",
        "Members",
        "Following",
        "Because",
        "One",
        "Two",
        "Three",
        "Between",
        "For",
        "By",
        "On",
        "With",
        "Then",
        "After",
        "Before",
        "As",
        "And",
        "But",
        "If",
        "It",
        "They",
        "I",
        "My",
        "All",
        "To",
        "From",
        "Both",
        "Some",
        "Any",
        "No",
        "Would",
        "Do",
        "Does",
        "Did",
        "Is",
        "Are",
        "Was",
        "Were",
        "Has",
        "Have",
        "Had",
        "Will",
        "Could",
        "Can",
        "You",
        "Your",
    ]
)
"""Words that begin a sentence, and no name."""
_NO_KIND = frozenset(
    [
        "whole",
        "same",
        "first",
        "new",
        "other",
        "next",
        "final",
        "small",
        "large",
        "wider",
        "entire",
        "original",
        "current",
        "previous",
        "earlier",
        "single",
        "second",
        "third",
        "last",
        "full",
        "big",
        "local",
        "whom",
        "which",
        "who",
        "named",
        "standing",
        "regular",
        "small",
    ]
)
"""Words before *group* that do not say which one."""

_WHOSE = _compiled(r"(?:Dr|Prof|Professor|Mr|Mrs|Ms|Miss|Sir|Dame|Lord|Lady)\.?|[\w-]+['’]s?", anycase=False)

_PEOPLES = _compiled(
    r"^(?:persons|people|girls|boys|students|elders|workers|members|kids|teens|partners|guests|users)['’]"
)


_OF_TWO = _compiled(
    rf"\b(?:the|an?|our|this) ((?:{_PUBLIC}|{OURS}) and (?:{_PUBLIC}|{OURS}) (?:[\w-]+ )?{GROUP_NOUN})\b"
)
"""`A patient and carer group`."""
_OF_OFFICE = _compiled(
    r"\b(?:the|our|its|a) ((?:board|council|committee) of (?:trustees|management|governors|directors|elders|members))\b"
)
_OF_SOME = _compiled(
    rf"\b(?:an?|the|our) (panel|forum|board|council|committee|jury|assembly|circle) (?=of {COUNT} )"
    rf"|\b(?:made|formed|set up|established|convened|created) an? ({GROUP_NOUN}) (?=(?:of|with) {COUNT} )"
)
"""`A committee of eight tenants`: a group that is called by what it is."""


_IS_A_GROUP = _compiled(
    rf"\W*((?:[^\W\d_a-z][\w'’-]*)(?: [^\W\d_a-z][\w'’-]*){{0,4}}) (?:is|was|are|were) (?:an?|our|the) (?:[\w-]+ ){{0,2}}?{GROUP_NOUN} (?=(?:of|with|made up of) )",
    anycase=False,
)
"""`Loud and Clear is a group of …`: a name that does not say that it is a group's."""


@dataclass(frozen=True)
class NamedGroup:
    """A group that a sentence names: where, how it is called, and whether its name says whose it is (`ours`, `others` or nothing)."""

    start: int
    end: int
    name: str
    side: str


@lru_cache(maxsize=256)
def groups_in(text: str) -> tuple[NamedGroup, ...]:
    """The groups that a sentence names; `the group` alone names none."""
    found = [NamedGroup(m.start(1), m.end(1), m[1], _side(m[1])) for m in _OF_TWO.finditer(text)]
    capital = rf"(?:(?:[A-Z][\w'’-]*)(?: (?:and|of|for|by|in)(?= [A-Z]))? ){{1,6}}(?:(?i:{GROUP_NOUN}|team)|Partnership|Alliance|PARTNERSHIP)\b"
    for match in _compiled(capital, anycase=False).finditer(text):
        start, words = match.start(), match[0].split()
        belongs = [
            n
            for n, word in enumerate(words)
            if _WHOSE.fullmatch(word) and not _PEOPLES.search(word) and not of_ours(re.sub("['’]s?$", "", word))
        ]
        if belongs:  # `Dr Osei's Patient Panel`: what is before it is somebody's name
            start += sum(len(word) + 1 for word in words[: belongs[-1] + 1])
            words = words[belongs[-1] + 1 :]
        while words and words[0] in _NO_NAME:
            start += len(words[0]) + 1
            words = words[1:]
        if len(words) > 1 and not any(g.start < match.end() and start < g.end for g in found):
            found += _group(start, match.end(), words)
    small = rf"(?i:\b(?:the|an?|our|this|their|its|on|of|by|each|every|another|{NUMBER}) ((?:[\w'’-]+ ){{1,4}}?(?:{GROUP_NOUN}|team)))\b"
    for match in _compiled(small, anycase=False).finditer(text):
        words = match[1].split()
        cut = next((n for n in range(len(words) - 1, -1, -1) if _no_part(words[n])), -1)
        words = words[cut + 1 :]
        start = match.end() - len(" ".join(words))
        while words and words[0].casefold() in _NO_KIND:
            start += len(words[0]) + 1
            words = words[1:]
        if len(words) > 1 and not any(g.start < match.end() and start < g.end for g in found):
            found += _group(start, match.end(), words)
    for pattern in (_OF_OFFICE, _PROPER, _OF_SOME):
        for match in pattern.finditer(text):
            if not any(g.start < match.end() and match.start() < g.end for g in found):
                at = match.lastindex or 1
                found.append(NamedGroup(match.start(at), match.end(at), match[at], _side(match[at])))
    named = _IS_A_GROUP.match(text)
    if named and named[1].split()[0] not in _NO_NAME and not any(g.start < named.end(1) for g in found):
        found = [
            NamedGroup(named.start(1), named.end(1), named[1], _side(named[1])),
            *(g for g in found if g.start > named.end()),
        ]
    return tuple(sorted(found, key=lambda g: g.start))


def _no_part(word: str) -> bool:
    """Whether a word cannot stand within the name of a group: a verb that is over, a preposition, a pronoun, a number."""
    low = word.casefold()
    return (
        low in DETERMINERS | PREPOSITIONS | PRONOUNS | RELATIVES | MODALS | NOT | ADVERBS | {"and", "or", "is", "are", "was", "were", "has", "have", "had"}
        or (is_past(low) and bool(verb_classes(low)) and low != "lived")
        or low.isdigit()
    )  # fmt: skip


def _group(start: int, end: int, words: list[str]) -> Iterator[NamedGroup]:
    name = " ".join(words)
    if name.isupper():
        name = re.split(r"\b(?:THE|FOR)\b ", name)[-1].title()
    if words[-1].casefold() == "team" and (
        _NOBODYS.search(name)
        or not re.search(r"\b(?:design|peer|tenant|patient|youth|community|resident)", name, re.IGNORECASE)
    ):
        return
    yield NamedGroup(start, end, name, _side(name))


def _side(name: str) -> str:
    """Whose a group is, by its name: of people whom the work is about, or of those who do it."""
    others = _OTHER_NAME.search(name)
    if others and not (others[0].lower() == "liaison" and of_ours(name.split(maxsplit=1)[0].removesuffix("'"))):
        return "others"
    if any(_possessed_by(word) for word in name.split()[:-1]):
        return ""  # whose it is besides, its name does not say
    if _OWN_NAME.search(name):
        return "ours"
    owners = [re.sub("['’]s?$", "", word.casefold()) for word in name.split()[:-1]]
    if any("others" in people_classes(owner) for owner in owners):
        return "others"
    return (
        "ours"
        if any(
            of_ours(owner)
            or owner in _ADJECTIVES
            or ("member" in people_classes(owner) and owner not in ("member", "members"))
            for owner in owners
        )
        else ""
    )


def _possessed_by(word: str) -> bool:
    """Whether a word is an organisation that has something: `hospital's`."""
    return re.search("['’]s?$", word) is not None and "organisation" in people_classes(word.casefold())


_ADJECTIVES = frozenset(["youth", "young", "family", "community", "citizen", "citizens", "women"])
