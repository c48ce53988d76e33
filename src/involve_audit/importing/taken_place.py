"""Whether a row of a log tells that its meeting did not take place: cancelled, put off to another day, or not held.

A day on which nothing was is no source. What is said of another meeting (`replaces the cancelled one`, `postponed from 3 March`) or of
something else (`two trains were cancelled`) is no such thing, so what is not plain is asked about and not decided.
"""

from __future__ import annotations

import re
from typing import Literal

from involve_audit.survey.meanings import plain_no

Tells = Literal["", "so", "perhaps"]
"""Of a cell: it says nothing of it; says plainly that the meeting did not take place; or speaks of something that did not."""

_NOT_HELD = (
    r"(?:cancell?ed|cancell?ation|postponed|postponement|called off|deferred|rescheduled|re-scheduled|abandoned|withdrawn|"
    r"(?:did|does|do|was|were|has|have|is)(?: not|n['’]?t)(?: been)? (?:tak(?:e|en|ing) place|happen(?:ed|ing)?|go(?:ne|ing)? ahead|held|meet|met|run)|not (?:held|taken? place|go(?:ne)? ahead)|never (?:took place|happened|held|met)|no meeting(?: (?:was )?held| took place)?|"
    r"moved(?= to (?:[0-9]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|next))|"
    r"abgesagt|ausgefallen|(?:fällt|fiel|fallen|fielen) aus|entfallen|entfällt|entfiel|verschoben|vertagt|(?:fand|fanden) nicht statt|nicht stattgefunden|"
    r"annulée?s?|reportée?s?|ajournée?s?|n['’ ]?(?:a|ont) pas eu lieu|cancelad[oa]s?|anulad[oa]s?|suspendid[oa]s?|aplazad[oa]s?|pospuest[oa]s?|no (?:se (?:celebró|realizó|hizo)|tuvo lugar)|"
    r"annullat[oaei]|rinviat[oaei]|non (?:si è (?:tenut|svolt)[oa]|ha avuto luogo)|adiad[oa]s?|não se realizou|geannuleerd|afgelast|uitgesteld|verzet naar|(?:ging|gaat) niet door|niet doorgegaan|"
    r"odwołan[eya]|przełożon[eya]|nie odbył[oa]? się|canslwyd|gohiriwyd|wedi['’]?i? (?:ei )?(?:ganslo|ohirio|chanslo)|inställ[td]a?|uppskjut(?:et|en|na)|(?:blev|blir) inte av|ägde inte rum|aflyst|avlyst|utsatt|udsat|utsat|(?:fandt|fant) ikke sted)"
)
_MEETING = (
    r"(?:meetings?|workshops?|sessions?|focus groups?|groups?|panel|forum|committee|calls?|webinar|seminar|training|events?|visit|away day|interviews?|board|"
    r"sitzung|treffen|workshop|termin|veranstaltung|réunions?|séance|atelier|reunión|sesión|taller|riunione|incontro|reunião|vergadering|bijeenkomst|spotkanie|cyfarfod|möte|møde|møte)"
)
_SMALL = (
    r"(?:this|the|today['’]?s|our|it|was|were|is|has|had|have|been|be|to|and|sadly|unfortunately|regrettably|then|now|again|finally|later|in the end|at short notice|note|nb|status|all|both|"
    r"die|der|das|wurde|wird|ist|leider|kurzfristig|hat|la|le|el|les|fue|est|été|a été|ha sido|è stat[oa]|foi|is|werd|została|zostało)"
)
_AFTER = r"(?=$|[\s,]+(?:due|because|by|as|owing|on account|to|until|till|since|til|till|do|pga|for|at|and|on|in|of the|with|without|after|too few|no|low|not enough|again|wegen|auf|para|na|aufgrund|da|weil|mangels|à|au|en raison|faute|por|debido|al?|per|causa|wegens|naar|wegen|z powodu|på grund|på grunn|oherwydd|tan|!|\?|[0-9]))"
_FROM = re.compile(
    r"\b(?:postponed|rescheduled|re-scheduled|moved|deferred|verschoben|reporté\w*|aplazad\w*|rinviat\w*|adiad\w*|uitgesteld) (?:from|vom|von|du|de|del|dal|van)\b",
    re.IGNORECASE,
)
"""What was put off from another day took place on this one."""
_DID = re.compile(
    r"\b(?:nearly|almost|not cancell?ed|went ahead|took place (?:online|anyway|later|by)|held (?:online|anyway|instead|by)|replac\w+|instead of|in place of|fand (?:trotzdem|dennoch|online) statt|statt de[rs])\b",
    re.IGNORECASE,
)
_COUNTS = re.compile(
    r"(?:number |no |total )?(?:of )?(?:people |members |contributors |public |who )?(?:attend(?:ed|ance|ees|ing)|present|turnout|turn out|who came)",
    re.IGNORECASE,
)
_NOBODY = frozenset(("0", "none", "nobody", "no one", "no-one", "nil"))
_PARTS = re.compile(r"[()\[\]:;.\n|*/!]+|\s[-–—]+\s|,\s")
_ANYWHERE = re.compile(rf"(?<!\w){_NOT_HELD}(?!\w)", re.IGNORECASE)
_PLAINLY = re.compile(
    rf"(?:{_SMALL}\s+)*(?:{_MEETING}\s+)?(?:{_SMALL}\s+)*{_NOT_HELD}(?!\w){_AFTER}|{_NOT_HELD} (?:\S+ ){{0,3}}{_MEETING}",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"(?:\S+ ){{0,6}}{_MEETING} (?:\S+ )?(?:{_SMALL} )*{_NOT_HELD}(?!\w){_AFTER}", re.IGNORECASE)
_ASKS_WHETHER_NOT = re.compile(
    r"(?:was it |is it |meeting |session )?(?:(?:date |when |reason )?cancell?ed|cancell?ation(?: date| reason)?|reason for cancell?ation|cancell?ed (?:on|why|reason)|why cancell?ed|postponed|called off|abgesagt|ausgefallen|annulée?|cancelad[oa])",
    re.IGNORECASE,
)
_ASKS_WHETHER = re.compile(
    r"(?:did (?:it|this|the meeting) |was (?:it|the meeting) |has (?:it|the meeting) |meeting )?(?:t[ao]ken? place|took place|held|happen(?:ed)?|go(?:ne)? ahead|went ahead|occurred|stattgefunden|fand statt|a eu lieu|réalisée?|realizad[oa]|celebrad[oa])",
    re.IGNORECASE,
)


def did_not_take_place(heading: str, cell: str, *, title: bool = False) -> Tells:
    """What a cell tells of whether a meeting took place.

    Args:
        heading: the heading of its column.
        cell: the cell.
        title: whether it names the meeting.

    >>> did_not_take_place("Notes", "CANCELLED - snow"), did_not_take_place("Took place?", "no"), did_not_take_place("Meeting", "Panel meeting cancelled", title=True)
    ('so', 'so', 'so')
    >>> did_not_take_place("Notes", "Postponed from 3 March"), did_not_take_place("Cancelled?", "no"), did_not_take_place("Notes", "Two trains were cancelled")
    ('', '', 'perhaps')
    """
    asked = heading.strip(" ?:*").removesuffix("(y/n)").removesuffix("(Y/N)").strip(" ?:")
    if not cell.strip():
        return ""
    if _ASKS_WHETHER_NOT.fullmatch(asked):
        return "" if plain_no(cell) or cell.strip() in ("-", "–", "n/a", "N/A") else "so"
    if _ASKS_WHETHER.fullmatch(asked):
        return "so" if plain_no(cell) else _of_text(cell, title=False)
    return _of_text(cell, title=title)


def _of_text(cell: str, *, title: bool) -> Tells:
    text = _FROM.sub(" ", cell)
    if not _ANYWHERE.search(text):
        return ""
    if _DID.search(text):
        return "perhaps"
    parts = [" ".join(part.split()) for part in _PARTS.split(text)]
    plainly = any(_PLAINLY.match(p) or (title and _TITLE.match(p)) for p in parts)
    return "so" if plainly else "perhaps"


def nobody_came(heading: str, cell: str) -> bool:
    """Whether a cell says that nobody was there.

    >>> nobody_came("Attended", "0"), nobody_came("Number attending", "none"), nobody_came("Apologies", "0")
    (True, True, False)
    """
    return bool(_COUNTS.fullmatch(heading.strip(" ?:*"))) and cell.strip(" .").casefold() in _NOBODY
