"""What passages tell of groups that meet, of people in posts, and of how many there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from involve_audit.drafts.naming import (
    BELONG,
    COUNT,
    GROUP_NOUN,
    NUMBER,
    OTHERS,
    OURS,
    PEER_POST,
    POST_NOUN,
    PUBLIC_POST,
    SURELY_OURS,
    NamedGroup,
    People,
    dates_in,
    groups_in,
    of_others,
    of_ours,
    people_in,
    periods_in,
    read,
)
from involve_audit.drafts.proposal import Proposal
from involve_audit.drafts.whose import by_contributors
from involve_audit.english.grammar import acts
from involve_audit.english.lexicon import PREPOSITIONS, people_classes
from involve_audit.english.tense import is_fragment, tense, tense_of_main, without_relatives
from involve_audit.project.names import free_name
from involve_audit.project.values import read_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.drafts.passages import Passage

_MEMBERSHIP = re.compile(
    r"^(?:[\s,(:–—]|\b(?:[A-Z]{2,6}|which|that|who|has|have|had|having|will|shall|is|are|was|were|be|been|being|made|up|consist\w*|compris\w*|compos\w*|includ\w*|contain\w*|number\w*|bring\w* together|of|with|from|now|currently|"
    r"by|independent|lay|chair|constituted|convened|established|formed|founded|standing|exists?|drawn|places|seats|(?:19|20)[0-9]{2}|since|in|at present|today|then|usually|its|it|a|total|membership|members|initially|at first|latterly|\w+ly)\b|\))*$",
    re.IGNORECASE,
)
"""What may stand between a group and the number of those who are in it."""
_SIT = re.compile(
    rf"(?: also| now| have| has| had| will| then| each| agreed to)* {BELONG} (?:the |our |an? |this )?$", re.IGNORECASE
)
"""What may stand between people and the group that they are in."""
_AND = re.compile(
    r"^(?:[^.;]{0,60}?)(?:,|\band\b|\bplus\b|:|\balongside\b|\bnext to\b|\bas well as\b|\btogether with\b|\bwith\b|\()[\s(]*$",
    re.IGNORECASE,
)
_AMONG = re.compile(r"\b(?:including|among them|(?<!all )of whom|among whom|half of)\b", re.IGNORECASE)
_SUBJECT = rf"(?:it|they|we|(?:the|our|this) (?:{GROUP_NOUN})|(?:the|its|our) members|members|its chair|(?:its |the |all |ordinary )?meetings?|the (?:parents|carers|patients|residents|women|men|young people))"
_SPOKEN_OF = re.compile(
    rf"(?:^|[,;:] |\band |\bthen )(?:since \w+ |[Tt]oday |[Nn]ow )?{_SUBJECT}\b(?! of)[^,;:]*$", re.IGNORECASE
)
_MEETS = re.compile(
    r"\b(?:meets?|met|meetings|(?:holds?|held|ha(?:s|ve|d)) an? (?:\w+ )?meeting|convenes?|convened|assembles?|assembled|sits|comes? together|gets? together|got together|came together|gathers?|gathered|is briefed|(?:will )?be briefed)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_ON_MEETING = re.compile(r"\b(?:meet\w*|frequency|when|how often|dates?|timing|timetable)\b", re.IGNORECASE)
_MET = re.compile(
    rf"\b(?:met|convened|(?:held|had))(?: [\w-]+){{0,5}}?(?: (?:on|for))? (?:(once|twice)|({NUMBER}) (?:times|meetings|occasions))\b(?! an?\b| each\b| per\b| in (?:19|20)[0-9]{{2}}| this year| last year| with (?:the )?(?:funder|sponsor))",
    re.IGNORECASE,
)


_WERE_HELD = re.compile(
    rf"\b(?:(once)|({NUMBER})) (?:\w+ )?meetings (?:have been|were|had been) held\b(?! (?:with|by|between) )|\bthere have been ({NUMBER}) (?:such |ppie? |(?:[\w']+ ){{0,3}}?{GROUP_NOUN} )?meetings\b",
    re.IGNORECASE,
)


def rooms(passage: Passage) -> Iterator[Proposal]:
    """What is told of a group in which contributors sit."""
    if passage.aside or not passage.text:
        return
    text = passage.text
    groups = list(passage.groups)
    name = passage.room
    seat = _seats(passage)
    if seat is not None:
        yield seat
        return
    if (groups and groups[0].side == "others") or not name or not _of_the_work(passage, name):
        return
    here = next((g for g in groups if g.name == name), None) or _bare(passage)
    found: dict[str, Any] = {}
    at = here.start if here else 0
    clause = passage.clause_at(at)
    found |= _counts(passage, here)
    if not ((here is not None and here.side == "ours") or passage.topic == "ours" or "contributors" in found):
        return
    if (
        here is not None
        or re.match(rf"\W*(?:since .{{3,30}}, )?{_SUBJECT}\b|.{{0,60}}\b(?:{_SUBJECT})\b", text, re.IGNORECASE)
        or (is_fragment(text) and passage.topic == "ours")
    ):
        found |= _meets(passage, here) | _say(passage)
    if not found or clause.wishes or not passage.told(at, at + 1):
        return
    status = tense_of_main(text if here is None or len(passage.clauses) == 1 else text[clause.start :])
    if "contributors" in found and here is not None and re.search(r"\b(?:set up|form|recruit|establish)\b", text[:at]):
        status = tense(text[:at])
    if re.search(r"\b(?:has|have) been (?:formed|set up|established)\b", text):
        status = "planned" if re.search(r"\bwill\b", passage.follows) else "ongoing"
    if status == "done" and not _MET_OR_HAD.search(without_relatives(text)):
        status = ""
    if re.search(r"\bbegan|at the end|until\b", text) or _GONE.search(text):
        return
    if re.search(r"\bnot (?:a )?part of (?:this|our|the) (?:study|project|trial|work)\b", passage.follows) or _apart(
        passage
    ):
        return
    yield Proposal(
        ("rooms", free_name(name, ())), (("name", name), *((("status", status),) if status else ()), *found.items())
    )


def _of_the_work(passage: Passage, name: str) -> bool:
    """Whether a group has a part in the work, by its name, by the heading, or by what the document says of it: people also meet to garden."""
    return (
        name.casefold() in passage.with_a_say
        or passage.of_involvement
        or _BY_NAME.search(name) is not None
        or any(group.side == "ours" for group in groups_in(f"the {name}"))
    )


_BY_NAME = re.compile(
    r"\b(?:advis\w+|steering|reference|working|planning|project|design|oversight|governance|trial|study|research|management)\b",
    re.IGNORECASE,
)


def _apart(passage: Passage) -> bool:
    """Whether a sentence says that a group has nothing to do with the work."""
    return re.search(r"\bnothing to do with\b", passage.text, re.IGNORECASE) is not None


def _bare(passage: Passage) -> NamedGroup | None:
    """`The panel`, where a sentence calls the group that it speaks of by that alone."""
    noun = passage.room.split()[-1]
    found = re.search(rf"\b(?:the|our|this|its) ({re.escape(noun)})\b", passage.text, re.IGNORECASE)
    return NamedGroup(found.start(1), found.end(1), passage.room, passage.topic) if found else None


def _meets(passage: Passage, here: NamedGroup | None) -> dict[str, Any]:
    """How often a group meets, and how often it has met."""
    text = passage.text
    found: dict[str, Any] = {}
    for start, end, period in periods_in(text):
        head = passage.clause_at(start).text
        verb = _MEETS.search(text[:start])
        if verb and re.match(
            rf"meetings of (?!(?:the|our|this) (?:[\w'-]+ )?{GROUP_NOUN}\b)", text[verb.start() :], re.IGNORECASE
        ):
            continue  # somebody else's
        if is_fragment(text) and text[:start].strip() and not _ON_MEETING.search(passage.heading):
            continue  # something else may come monthly
        if (
            verb
            and here is None
            and not _SPOKEN_OF.search(
                text[: verb.start()] + ("meetings" if verb[0].lower().startswith("meeting") else "")
            )
        ):
            continue
        if (verb or is_fragment(text)) and passage.told(start, end) and (here is not None or not of_others(head)):
            found.setdefault("meets_every", period)
    met = _MET.search(text) or _WERE_HELD.search(text)
    if met and passage.told(met.start(), met.end()):
        count = read(
            read_count,
            "1" if met[1] == "once" else "2" if met[1] == "twice" else next(g for g in met.groups()[1:] if g),
        )
        if count:
            found["meetings"] = count
    return found


def _chain(text: str, counted: list[People]) -> list[People]:
    """Counted people that are listed one after another; nobody, where the list goes on with others of whom it is not known who they are."""
    chain = counted[:1]
    for person in counted[1:]:
        between = text[chain[-1].end : person.start]
        if not _AND.match(between) or _AMONG.search(between) or _FURTHER.search(between):
            break
        chain.append(person)
    while chain and (further := _FURTHER.match(text, chain[-1].end)):
        if not further["so"]:
            return []
        last = chain[-1]
        chain.append(
            People(further.start("count"), further.end("count"), further["count"].lower(), last.side, last.noun)
        )
    return chain


_FURTHER = re.compile(
    rf"(?: (?:with|on|in|from|who|whose|living|of) [^.;,()]{{1,60}}?)?(?:, and|,| and| plus) (?P<count>{COUNT})(?: (?P<so>with|on|from|who|living)\b| (?!{OURS}\b|{OTHERS}\b|(?:hours?|days?|weeks?|months?|years?|times?|meetings?|sessions?|per|of)\b)(?:[\w'-]+ ){{0,2}}?[a-z]\w+)",
    re.IGNORECASE,
)
"""`Six people on dialysis, two with a transplant and one partner`: the list goes on, with the same people in few words, or with others."""


def _sides(chain: list[People]) -> dict[str, Any]:
    """How many contributors and researchers a list of people has."""
    found: dict[str, Any] = {}
    for side, key in (("ours", "contributors"), ("team", "researchers")):
        counts = [p.count for p in chain if p.side == side]
        if len(counts) == 1:
            found[key] = counts[0]
        elif counts:
            read_all = [read_count(count) for count in counts]
            if all(c.low == c.high and c.low is not None for c in read_all):
                found[key] = str(sum(c.low or 0 for c in read_all))
    return found


def _counts(passage: Passage, here: NamedGroup | None) -> dict[str, Any]:
    """How many contributors and others a passage tells of a group."""
    text = passage.text
    counted = list(people_in(text))
    if here is not None:
        own = here.side == "ours" or (passage.topic == "ours" and passage.room == here.name)
        behind = [p for p in counted if p.start >= here.end]
        if behind and _MEMBERSHIP.match(text[here.end : behind[0].start]):
            chain = _chain(text, behind)
            return (
                _listed(passage, chain, own=own)
                if own or any(passage.plainly(p) for p in chain) or (chain[:1] and chain[0].side == "members")
                else {}
            )
        of_count = re.match(
            rf" of ({COUNT})(?=\W*$|[.,;:)]| (?:has|have|had|was|were|met|meets?|will|is|are|which|who|that)\b)",
            text[here.end :],
        )
        if of_count and own:
            return {"contributors": of_count[1].lower()}
        number = re.match(r" ?\((?:n ?= ?)([0-9]{1,3})\)", text[here.end :])
        if number and own:
            return {"contributors": number[1]}
        strong = re.search(rf"\b({NUMBER})[- ]strong\b", text)
        if strong and own and len(passage.groups) <= 1:
            return {"contributors": strong[1].lower()}
        return _also(passage, counted) if own else {}
    listed = passage.topic == "ours" and is_fragment(text) and counted and not text[: counted[0].start].strip()
    opening = listed or re.match(
        rf"\W*(?:(?:at the moment|at present|at first|initially|originally|as you know|today|now|in [\w ]{{3,25}}?),? )?(?:(?:it|the (?:{GROUP_NOUN})) (?:has|have|had|will have|consists of|consisted of|comprises|comprised|includes|is made up of|shall consist of)|there(?: are|'s| were| will be)|we are|we're) (?:now |currently )?$",
        text[: counted[0].start] if counted else "",
        re.IGNORECASE,
    )
    if (
        counted
        and counted[0].noun == "of them"
        and re.search(r"\bthere were $", text[: counted[0].start], re.IGNORECASE)
    ):
        return {}  # forty of them on the waiting list
    if opening and (passage.topic == "ours" or (passage.room and passage.plainly(counted[0]))):
        return _listed(passage, _chain(text, counted), own=True)
    return _also(passage, counted) if passage.topic == "ours" else {}


def _also(passage: Passage, counted: list[People]) -> dict[str, Any]:
    """Researchers of whom a sentence says that they attend a group of contributors, too."""
    own = _ITS_MEMBERS.search(passage.text)
    if own and not of_others(passage.text) and any(g.side == "ours" for g in groups_in(f"the {passage.room}")):
        return {"contributors": own[1].lower()}
    for person in counted:
        if person.side == "team" and re.search(
            r"^\W*(?:\w+ ){0,4}?(?:also )?(?:attend|sit|join|are members)", passage.text[person.end :]
        ):
            return {"researchers": person.count}
    return {}


def _listed(passage: Passage, chain: list[People], *, own: bool) -> dict[str, Any]:
    """Who is in a group, by a list of people; a number of members alone counts where the group is contributors' own."""
    if not chain:
        return {}
    first = chain[0]
    if first.side != "members":
        if first.side == "ours" and _AMONG.search(passage.text[first.end : first.end + 40]):
            return {"contributors": first.count}
        return _sides(chain) if any(p.side == "ours" for p in chain) else {}
    rest = passage.text[first.end : first.end + 120]
    if len(chain) > 1:
        return _sides(chain[1:]) if any(p.side == "ours" for p in chain[1:]) else {}
    if _AMONG.search(rest) or (of_others(rest.split(".")[0]) and not of_ours(rest)):
        return {}
    ours = re.match(
        rf"\W*(?:(?:with|who have) (?:lived )?experience|: (?:[\w'’-]+ ){{0,2}}?{OURS}|who (?:all )?(?:have|live|had|care)\b)",
        rest,
        re.IGNORECASE,
    )
    return {"contributors": first.count} if own or ours else {}


def _one_of_them(text: str) -> list[People]:
    """One person who sits in a group: `a member of the panel sits on the board`."""
    found = re.match(
        rf"\W*(?:an?|another) (?P<noun>(?:{SURELY_OURS}|{OURS}|(?:lay |public |patient )?member(?: of (?:the|our) (?:[\w'-]+ ){{0,4}}?{GROUP_NOUN})?))\b",
        text,
        re.IGNORECASE,
    )
    if found is None:
        return []
    member = "member" in found["noun"].lower()
    if " of " in found["noun"] and any(group.side != "ours" for group in groups_in(found["noun"])):
        return []
    return [People(found.start(), found.end(), "1", "members" if member else "ours", found["noun"].lower())]


_ITS_MEMBERS = re.compile(rf"\b(?:its|all|whose) ({COUNT}) members\b", re.IGNORECASE)


def _seats(passage: Passage) -> Proposal | None:
    """Contributors who sit in a group of the work: `two patients sit on the steering committee`."""
    text = passage.text
    for group in passage.groups:
        if "ethic" in group.name.casefold():
            continue  # it is nobody's in the work
        within = _ON_WHICH.match(text, group.end)
        sitting = [p for p in people_in(text) if within and p.start == within.end()]
        if sitting and (sat := _SITS.match(text, sitting[0].end)):
            first = sitting[0]
            ours = passage.plainly(first) or (
                first.side == "members" and passage.own_voice and _OUR.search(text[first.start : first.end])
            )
            if ours and passage.told(first.start, sat.end()):
                beside = next((p for p in people_in(text) if p.start == sat.end() and p.side == "team"), None)
                with_them = (("researchers", beside.count),) if beside else ()
                return Proposal(
                    ("rooms", free_name(group.name, ())),
                    (("name", group.name), ("status", tense(sat[0])), ("contributors", first.count), *with_them),
                )
        ahead = [p for p in people_in(text) if p.end <= group.start] or _one_of_them(text)
        if not ahead or ahead[-1].end > group.start:
            continue
        last = ahead[-1]
        between = text[last.end : group.start]
        sat = _SIT.search(between)
        if not (
            re.fullmatch(r" (?:on|in|to) (?:the |our |this )", between)
            or (sat and _APPOSED.match(between[: sat.start()]))
        ):
            continue
        listed = _chain(text, ahead)
        chain = listed if listed[-1:] == [last] else [last]
        member_of = next(
            (g for g in passage.groups if last.start < g.start < last.end or last.end <= g.start < group.start), None
        )
        ours = (
            any(passage.plainly(p) for p in chain)
            or (member_of is not None and member_of.side == "ours")
            or (last.side == "members" and passage.earlier == "ours" and not text[: last.start].strip())
            or (last.side == "members" and group.side == "ours" and between.strip().startswith(("on ", "in ")))
        )
        if not ours or not passage.told(last.start, group.start):
            continue
        found = _sides(chain) if any(p.side == "ours" for p in chain) else {"contributors": last.count}
        status = tense(sat[0]) if sat else tense_of_main(text)
        if re.search(r"\bto $", text[: last.end] + between[: sat.start() + 1] if sat else ""):
            status = ""  # `were invited to form`
        return Proposal(
            ("rooms", free_name(group.name, ())),
            (
                ("name", group.name),
                *((("status", status),) if status else ()),
                *found.items(),
                *_which_meets(text[group.end :]),
            ),
        )
    return None


def _which_meets(rest: str) -> Iterator[tuple[str, str]]:
    """How often a group meets, where the sentence goes on with that: `…, which meets monthly`."""
    if re.match(r",? (?:which|that) (?:meets|met|will meet|convenes)\b", rest):
        yield from (("meets_every", period) for start, _, period in list(periods_in(rest))[:1] if start < 40)


_ON_WHICH = re.compile(r",? (?:on|in) which ")
_SITS = re.compile(
    rf" (?:also |have |will )*{BELONG}(?: (?:next to|alongside|beside|with|together with) )?", re.IGNORECASE
)
_OUR = re.compile(r"\bour\b", re.IGNORECASE)
_APPOSED = re.compile(
    r"^(?: of [^,.;]{2,40})?(?:,? (?:with|who|living|from|aged|chosen|elected|nominated)\b[^,.;]{2,70})?,?$",
    re.IGNORECASE,
)


_MET_OR_HAD = re.compile(
    r"\b(?:met|convened|had|(?:was|were) (?:made up|chaired|co-chaired)|comprised|consisted|advised|held|served)\b",
    re.IGNORECASE,
)
"""Verbs that say that a group was, and is no more or not told to be; that its members did something once does not."""


_CHAIRS_IT = re.compile(
    rf"\W*(?:(?:an?|one|our) (?:[\w-]+ )?(?:{PUBLIC_POST}|{SURELY_OURS}|{OURS})(?: (?:with|who)\b[^,.;]{{3,60}})?) (?:will )?(?P<verb>(?:co-)?chairs?) (?:the|our|this) (?:[\w'-]+ ){{0,4}}?{GROUP_NOUN}\b",
    re.IGNORECASE,
)
_LAY = re.compile(
    r"\b(?:lay|public|patient|consumer|carer|parent|resident|service[- ]user) (?:member|chair|co-?applicant)|lived experience\b",
    re.IGNORECASE,
)
_CHAIR = re.compile(
    r"\b(co-)?chaired(?: jointly)? by ([^.;]{3,90})|\b(?:the |its )?(co-)?chairs?(?: of (?:the|our) [\w' ]{3,40}?)? (?:is|are|will be) ([^.;]{3,60})",
    re.IGNORECASE,
)


def _say(passage: Passage) -> dict[str, Any]:
    """The chair, votes, power and budget of a group."""
    text = passage.text
    found: dict[str, Any] = {}
    chair = _CHAIR.search(text)
    if chair and passage.told(chair.start(), chair.end()):
        by = chair[2] or chair[4]
        if of_ours(by) or _LAY.search(by):
            beside = re.split(r",? (?:and|with|together with|alongside) ", re.split(r", (?:who|which)\b", by)[0])
            if all(of_ours(one) or _LAY.search(one) for one in beside):
                found["chair"] = "contributor"
            elif chair[1] or chair[3]:
                found["chair"] = "shared"
    if (
        "chair" not in found
        and (
            m := re.search(
                rf"\b(?:its|the) chair, (?:an? )(?:\w+ )?{OURS}\b|\bchair is (?:elected|chosen) (?:by and )?from (?:among )?(?:the|its) members\b",
                text,
                re.IGNORECASE,
            )
        )
        and passage.topic == "ours"
        and passage.told(m.start(), m.end())
    ):
        found["chair"] = "contributor"
    if (
        "chair" not in found
        and (m := _CHAIRS_IT.match(text))
        and not text[m.end() :].startswith(" of ")
        and passage.topic == "ours"
        and passage.told(m.start("verb"), m.end("verb"))
    ):
        found["chair"] = "shared" if m["verb"].lower().startswith("co") else "contributor"
    votes = re.search(
        r"\b(?:have|has|with) (?:an |the )?(?:equal|same) (?:votes?|voting rights)\b|\bdecides? (?:by|with) consensus\b|\b(?:makes?|takes?) (?:its |all |their )?decisions (?:by|with) consensus\b|\bwith (?:full )?voting rights?\b|\bas (?:full|voting) members\b|\b(?:each|every member|all members) (?:have|has|had|with) (?:one|a) vote\b|\b(?:one|a) vote each\b",
        text,
        re.IGNORECASE,
    )
    if votes and passage.told(votes.start(), votes.end()):
        found["votes"] = "equal"
    found |= _power(passage)
    if re.search(
        r"\b(?:holds|controls|will hold) (?:(?:its|their) own budget|the (?:purse|budget))\b", text, re.IGNORECASE
    ) and passage.told(0, len(text)):
        found["holds_budget"] = "yes"
    return found


def _serves(rest: tuple[str, ...]) -> bool:
    """Whether who is advised is somebody whom a group serves, and not those who do the work: `advises patients on benefits`."""
    whom = rest[: next((n for n, word in enumerate(rest) if word in PREPOSITIONS), len(rest))]
    return whom[:1] in (("a",), ("an",)) or any("affected" in people_classes(word) for word in whom)


_THE_GROUP = re.compile(rf"\b(?:it|they|we|{GROUP_NOUN}|partnership)(?: of [^,]*)?$")


_GIVES_ADVICE = re.compile(r"(?:its |their )?(?:\w+ )?(?:advice|opinion)\b")
_NOTHING_WITHOUT = re.compile(
    rf"\bno (?:[\w-]+ ){{1,4}}?(?:is|are|goes|leaves|can|may|will|happens)\b[^.;]{{0,80}}\bwithout (?:its|their|the (?:{GROUP_NOUN})(?:'s|s')) (?:agreement|approval|consent|say-so)\b",
    re.IGNORECASE,
)
"""`No application goes forward without the Group's agreement`."""


def _power(passage: Passage) -> dict[str, str]:
    """What a group may do, as a rule: it advises, it decides, it is consulted. That it once decided something is a decision, and no rule."""
    if passage.topic == "ours" and _NOTHING_WITHOUT.search(passage.text) and not passage.clause_at(0).wishes:
        return {"power": "decides"}
    for act in acts(passage.text):
        subject = " ".join(act.subject)
        if act.under != "main" or act.denied or act.how & {"can", "wish", "asked", "invited"}:
            continue
        if not _THE_GROUP.search(subject) or not by_contributors(passage, subject):
            continue
        if not passage.told(act.at, act.at + 1, up_to=True) or {"only", "when", "if", "unless", "except"} & set(
            act.rest
        ):
            continue
        if act.verb == "be" and act.rest[:1] == ("advisory",):
            return {"power": "advises"}
        if not act.passive and act.does & {"give"} and _GIVES_ADVICE.match(" ".join(act.rest)):
            return {"power": "advises"}
        if act.passive and act.verb == "consult":
            return {"power": "consulted"}
        if (
            not act.passive
            and act.verb == "advise"
            and act.rest[:1] not in (("against",), ("that",), ("not",))
            and not _serves(act.rest)
        ):
            return {"power": "advises"}
        if not act.passive and act.verb == "decide" and not act.how & {"past", "done"}:
            return {"power": "decides"}
    return {}


_POST = re.compile(
    rf"(?:(?<![\w£$€.,-])({NUMBER}) |\b(an?|another|our|a second|a third) )(?:[\w'’-]+ )??(?:{PUBLIC_POST}|({PEER_POST}))\b",
    re.IGNORECASE,
)
_ROLES = {
    **{role: role for role in ("co-applicant", "co-investigator", "co-lead", "co-chair", "peer researcher")},
    "co-principal investigator": "co-investigator", "associate investigator": "co-investigator", "co-leader": "co-lead", "co-director": "co-lead",
    "peer interviewer": "peer researcher", "community researcher": "peer researcher",
}  # fmt: skip
"""Posts by the words that people use, with those of the format; others are left to the interview."""
_TO_COME = re.compile(
    r"[^,;.]{0,30}?\b(?:will (?:be|join|serve|act|start)|to be (?:recruited|appointed|named|employed))\b", re.IGNORECASE
)
_GONE = re.compile(
    r"\b(?:left|resigned|withdrew|stepped down|unable|failed|dissolved|disbanded|ended)\b", re.IGNORECASE
)
_PERSON_IS = re.compile(
    rf"\b(An?|One|Two|{NUMBER}) (?:{OURS}|(?:young |older |disabled )?person)(?:,? (?:with|who)\b[^.;,]{{3,60}}?)?,? (?:is|are|was|were|will be) (?:also )?(?:named as )?(?:an? )?({POST_NOUN})\b",
    re.IGNORECASE,
)

_ONE_IS = re.compile(
    rf"\b(One|Two|{NUMBER}) of (?:our|the) ({POST_NOUN}) (?:is|are) (?:also )?(?:an? )?(?:[\w-]+ )?(?:{OURS})\b",
    re.IGNORECASE,
)
_MEMBER_IS = re.compile(
    rf"\b(One|Two|{NUMBER}) (?:members? of (?:the|our|this) (?:[\w'-]+ ){{0,4}}?{GROUP_NOUN}|{GROUP_NOUN} members?|of (?:them|us|its members|the members|our members|the {NUMBER})(?:, who\b[^,.;]{{3,90}},)?|of the {OURS}(?:, who\b[^,.;]{{3,90}},)?|of its members[^.;]{{0,40}}?) "
    rf"(?:(?:is|are|was|were|will be) (?:also )?(?:an? )?(?=co)|,? ?(?:is|are|were|was|have been|will be) (?:\w+ and )?(?:employed|trained|appointed|hired|engaged|named) as (?:an? )?)({POST_NOUN})\b",
    re.IGNORECASE,
)


def posts(passage: Passage) -> Iterator[Proposal]:
    """Posts with authority that contributors hold."""
    if passage.aside and not re.search(r"team|staff", passage.heading, re.IGNORECASE):
        return
    # Of whose members a sentence speaks, what came before it tells.
    for pattern in (_PERSON_IS, _ONE_IS, *((_MEMBER_IS,) if passage.topic == "ours" else ()), _POST):
        found = pattern.search(passage.text)
        if found and found.re is _PERSON_IS and ", " in found[0] and found[1].lower() not in ("a", "an"):
            continue  # `one of them, who has three children, is co-applicant`
        if not found or not passage.told(found.start(), found.end()) or _GONE.search(passage.text):
            continue
        role = next(g for g in reversed(found.groups()) if g).lower()
        role = _ROLES.get(re.sub(r"^co(?=[a-z])", "co-", role).removesuffix("s"), "")
        if not role:
            continue
        values: dict[str, Any] = {"role": role}
        number = found[1]
        if number:
            values["people"] = "1" if number.lower() in ("a", "an") else number.lower()
        elif (
            found.re is _POST
            and found[2].lower() in ("a", "an", "our")
            and not found[0].endswith("s")
            and not re.search(r"\b(?:second|third|further|new)\b", found[0])
        ):
            values["people"] = "1"
        clause = passage.clause_at(found.start())
        before, after = (
            passage.text[clause.start : found.start()],
            re.sub(r"\([^)]*\)", "", passage.text[found.end() :]),
        )
        if (
            _TO_COME.match(after)
            or re.search(r"\b(?:will|'ll|plan to) (?:[\w'-]+ ){0,3}$", before)
            or "will be" in found[0]
        ):
            values["status"] = "planned"
            dates = list(dates_in(clause.text))
            if len(dates) == 1:
                values["when"] = dates[0][2]
        yield Proposal(("power", "leadership"), tuple(values.items()), entry=True)
        return


_WORKED = re.compile(
    r"\b(?:(?:have |has |will )?(?:work(?:ed)?|been working) (?:closely |together )?with (?:us|the team|the research team)|(?:have |has |will )?(?:advise[ds]?|help(?:ed)? us|guided) (?:us|throughout)?"
    r"|served on the (?:project|study|team)|(?:are|were|have been|will be) involved (?:in the (?:study|project|work)|throughout|from the (?:start|beginning|outset)))",
    re.IGNORECASE,
)


def how_many(passage: Passage) -> Iterator[Proposal]:
    """How many contributors there are in all, where a passage says so of no named group."""
    if passage.aside or any(g.side != "others" for g in passage.groups):
        return
    us = re.search(
        rf"\bthere(?: are|'s|s| were) (?:now )?({COUNT}) of (us|them)\b(?=\W*$|[.,;:]| now| in (?:all|total)| and\b| who\b)",
        passage.text,
        re.IGNORECASE,
    )
    if us and not passage.room and (passage.own_voice if us[2].lower() == "us" else passage.topic == "ours"):
        yield Proposal(("voices",), (("contributors", us[1].lower()),))
        return
    for person in people_in(passage.text):
        found = _WORKED.search(passage.text, person.end)
        if (
            person.side != "ours"
            or not found
            or not re.match(r"\W*(?:A (?:group|team) of )?$", passage.text[: person.start], re.IGNORECASE)
        ):
            continue
        clause = passage.clause_at(person.start)
        if (
            (
                found.end() <= clause.end
                and passage.told(person.start, found.end())
                and not of_others(passage.text[person.end : found.start()])
            )
            and "participant" not in person.noun
            and clause.status != "planned"
        ):
            yield Proposal(("voices",), (("contributors", person.count),))
        return


def meetings(passage: Passage) -> Iterator[Proposal]:
    """How often contributors have met, where no group is named."""
    found = _MET.search(passage.text)
    if (
        not found
        or passage.aside
        or passage.room
        or passage.topic != "ours"
        or not passage.told(found.start(), found.end())
    ):
        return
    if not re.match(rf"\W*{_SUBJECT}\b", passage.text, re.IGNORECASE):
        return
    count = "1" if (found[1] or "").lower() == "once" else "2" if found[1] else found[2]
    yield Proposal(("influence",), (("meetings_held", count),))
