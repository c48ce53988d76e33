"""What passages tell of groups that meet, of people in posts, and of how many there are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from involve_audit.drafts.naming import (
    COUNT,
    GROUP_NOUN,
    NUMBER,
    OURS,
    dates_in,
    groups_in,
    of_others,
    of_ours,
    people_in,
    periods_in,
    read,
)
from involve_audit.drafts.passages import tense
from involve_audit.drafts.proposal import Proposal
from involve_audit.project.names import free_name
from involve_audit.project.values import read_count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.drafts.naming import Group, People
    from involve_audit.drafts.passages import Passage

_HOLDS = re.compile(
    r"^(?: \([A-Z]{2,6}\))?(?: now)?(?:,? (?:which|that))?(?: of| \(|,? (?:made up of|comprising|consisting of|composed of|comprised of|is composed of|including|has|have|had|with|is made up of|is made of|consists of|comprises|comprised|includes|will have|will include|will consist of|will comprise|will be made up of|was made up of)(?: \w+ly)? ?)\W*$",
    re.IGNORECASE,
)
_SUBJECT = rf"(?:it|they|we|(?:the|our|this) (?:{GROUP_NOUN})|(?:the|its|our) members|members|(?:its |the |all )?meetings|the (?:parents|carers|patients|residents|women|men|young people))"
_MEETS = re.compile(
    r"\b(?:(?:will |now |also )*(?:meets?|convenes?|comes? together)|met|convened|meetings)\b", re.IGNORECASE
)
_MET = re.compile(
    rf"\b(?:met|(?:has|have|'ve) (?:now |already |so far )?met|(?:has|have) (?:held|had)|held) (?:(once|twice)|({NUMBER}) (?:times|meetings))\b(?! an?\b| each\b| per\b| in (?:19|20)[0-9]{{2}}| this year| last year| with (?:the )?(?:funder|sponsor))",
    re.IGNORECASE,
)
_NAMED_TEAM = re.compile(r"^(?:,? (?:and|with|as well as) | also | together with |, |; )*$", re.IGNORECASE)


def rooms(passage: Passage) -> Iterator[Proposal]:
    """What is told of a group in which contributors sit."""
    if passage.aside or not passage.text:
        return
    text = passage.text
    groups = list(groups_in(text))
    name = passage.room
    if groups and groups[0].side == "others":
        return
    if not name:
        return
    here = next((g for g in groups if g.name == name), None)
    found: dict[str, Any] = {}
    at = here.start if here else 0
    clause = passage.clause_at(at)
    found |= _counts(passage, here)
    ours = (here is not None and here.side == "ours") or passage.topic == "ours" or "contributors" in found
    if not ours:
        return
    subject = here is not None or re.match(
        rf"\W*(?:since .{{3,30}}, )?{_SUBJECT}\b|.{{0,60}}\b(?:{_SUBJECT})\b", text, re.IGNORECASE
    )
    if subject:
        for start, end, period in periods_in(text):
            head = passage.clause_at(start).text
            if (
                _MEETS.search(text[:start])
                and passage.told(start, end)
                and (here is not None or not of_others(head))
                and re.search(
                    r"\b(?:meets?|met|meetings?|convenes?|convened|comes? together)\b[^.;]{0,40}$",
                    text[:start],
                    re.IGNORECASE,
                )
            ):
                found.setdefault("meets_every", period)
        met = _MET.search(text)
        if met and passage.told(met.start(), met.end()):
            count = (
                read(read_count, "1" if met[1] == "once" else "2" if met[1] == "twice" else met[2])
                if met[1] or met[2]
                else None
            )
            if count:
                found["meetings"] = count
        found |= _say(passage)
    if not found:
        return
    if clause.wishes or not passage.told(at, at + 1):
        return
    status = tense(text if here is None or len(passage.clauses) == 1 else text[clause.start :])
    if "contributors" in found and here is not None and re.search(r"\b(?:set up|form|recruit|establish)\b", text[:at]):
        status = tense(text[:at])
    if re.search(r"\b(?:has|have) been (?:formed|set up|established)\b", text):
        status = "planned" if re.search(r"\bwill\b", passage.follows) else "ongoing"
    found = {"status": status, **found} if status != "done" or _MET_OR_HAD.search(text) else found
    if re.search(r"\bbegan|at the end|until\b", text) or _GONE.search(text):
        return
    if re.search(r"\bnot (?:a )?part of (?:this|our|the) (?:study|project|trial|work)\b", passage.follows):
        return
    yield Proposal(("rooms", free_name(name, ())), (("name", name), *found.items()))


def _counts(passage: Passage, here: Group | None) -> dict[str, Any]:
    """How many contributors and researchers a passage tells of a group."""
    found: dict[str, Any] = {}
    text = passage.text
    counted = list(people_in(text))
    if here is not None:
        own = here.side == "ours" or (not here.side and passage.topic == "ours" and passage.room == here.name)
        for person in counted:
            between = text[here.end : person.start]
            if person.start < here.end or "contributors" in found:
                continue
            if _HOLDS.match(between) and _members(passage, person, own=own):
                found["contributors"] = person.count
        sits = re.search(
            rf"({COUNT}) (?:[\w'’-]+ ){{0,3}}(?:members? of the [\w'’ -]{{2,40}}?|{OURS}) (?:also )?(?:sits?|sat|will sit) on (?:the |our )?",
            text,
            re.IGNORECASE,
        )
        if sits:
            return {}
    elif passage.room:
        opening = re.match(
            rf"\W*(?:(?:it|the (?:{GROUP_NOUN})) (?:has|have|had|consists of|comprises|includes|is made up of)|there are|we are) $",
            text[: counted[0].start] if counted else "",
            re.IGNORECASE,
        )
        if opening and _members(passage, counted[0], own=passage.topic == "ours"):
            found["contributors"] = counted[0].count
    if here is not None or passage.room:
        for person in counted:
            if person.side == "team" and (
                "contributors" in found or re.search(r"\b(?:also )?(?:attend|sit|join|are members)", text[person.end :])
            ):
                found["researchers"] = person.count
    if "contributors" not in found and "researchers" in found and passage.topic != "ours":
        return {}
    return found


def _members(passage: Passage, person: People, *, own: bool) -> bool:
    """Whether counted people are contributors: by the words for them, or as the members of a group that is theirs."""
    if person.side == "ours":
        return True
    if person.side != "members":
        return False
    after = passage.text[person.end : person.end + 60]
    if of_others(after.split(".")[0]) and not of_ours(after):
        return False
    return (
        own
        or re.match(
            rf"\W*(?:(?:with|who have) (?:lived )?experience|: (?:[\w'’-]+ ){{0,2}}?{OURS})", after, re.IGNORECASE
        )
        is not None
    )


_MET_OR_HAD = re.compile(
    r"\b(?:met|convened|had|(?:was|were) (?:made up|chaired|co-chaired)|comprised|consisted|advised|held|served)\b",
    re.IGNORECASE,
)
"""Verbs that say that a group was, and is no more or not told to be; that its members did something once does not."""


_CHAIR = re.compile(
    r"\b(co-)?chaired(?: jointly)? by ([^.;]{3,90})|\b(?:the |its )?(co-)?chairs? (?:is|are|will be) ([^.;]{3,60})",
    re.IGNORECASE,
)


def _say(passage: Passage) -> dict[str, Any]:
    """The chair, votes, power and budget of a group."""
    text = passage.text
    found: dict[str, Any] = {}
    chair = _CHAIR.search(text)
    if chair and passage.told(chair.start(), chair.end()):
        by = chair[2] or chair[4]
        if of_ours(by) or re.search(
            r"\b(?:lay|public|patient|carer|parent|resident|service[- ]user) (?:member|chair)|lived experience\b",
            by,
            re.IGNORECASE,
        ):
            shared = of_others(by)
            if not (shared and not (chair[1] or chair[3])):
                found["chair"] = "shared" if shared else "contributor"
    votes = re.search(r"\b(?:have|has|with) (?:an )?equal (?:votes?|voting rights)\b", text, re.IGNORECASE)
    if votes and passage.told(votes.start(), votes.end()):
        found["votes"] = "equal"
    power = re.match(
        rf"\W*(?:the|our) (?:[\w'’-]+ ){{0,5}}?(?:{GROUP_NOUN})(?: of [^.;,]{{3,60}}?)? (advises|will advise|decides|will decide)\b",
        text,
        re.IGNORECASE,
    )
    if power and passage.told(power.start(1), power.end(1)):
        found["power"] = "decides" if "decide" in power[1].lower() else "advises"
    if re.search(r"\b(?:holds|controls|will hold) (?:its|their) own budget\b", text, re.IGNORECASE) and passage.told(
        0, len(text)
    ):
        found["holds_budget"] = "yes"
    return found


_SITS = re.compile(
    rf"({COUNT}) (?:[\w'’-]+ ){{0,3}}?(?:members? of (?:the|our) ([\w'’ -]{{2,40}}?)|{OURS})(?: with [^,.;]{{3,40}})? (?:also )?(?:(sits?|have seats|has a seat)|(sat)|(will sit|will have seats)) on (?:the |our )",
    re.IGNORECASE,
)


def seats(passage: Passage) -> Iterator[Proposal]:
    """Contributors who sit in a group of the work."""
    found = _SITS.search(passage.text)
    if not found or passage.aside or not passage.told(found.start(), found.end()):
        return
    group = next((g for g in groups_in(passage.text) if found.end() - 2 <= g.start <= found.end() + 12), None)
    member_of = next((g for g in groups_in(passage.text) if found.start() < g.start < found.end()), None)
    if group is None or (found[2] and (member_of is None or member_of.side != "ours")):
        return
    count = read(read_count, found[1])
    if count is None:
        return
    status = "planned" if found[5] else "done" if found[4] else "ongoing"
    yield Proposal(
        ("rooms", free_name(group.name, ())), (("name", group.name), ("status", status), ("contributors", count))
    )


_POST = re.compile(
    rf"(?:(?<![\w£$€.,-])({NUMBER}) |\b(an?|another|our|a second|a third) )(?:[\w'’-]+ )??(?:(?:public|patient|ppie?|lay|community|carer|parent|resident|service[- ]user|youth|lived[- ]experience) "
    r"(co-?applicants?|co-?investigators?|co-?leads?|co-?chairs?)|(peer researchers?))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"[^,;.]{0,30}?\b(?:will (?:be|join|serve|act|start)|to be (?:recruited|appointed|named|employed))\b", re.IGNORECASE
)
_GONE = re.compile(
    r"\b(?:left|resigned|withdrew|stepped down|unable|failed|dissolved|disbanded|ended)\b", re.IGNORECASE
)
_PERSON_IS = re.compile(
    rf"\b(An?|One|Two|{NUMBER}) (?:{OURS}|(?:young |older |disabled )?person)(?: (?:with|who)\b[^.;,]{{3,60}}?)? (?:is|are|was|were|will be) (?:also )?(?:an? )?(co-?applicants?|co-?investigators?|co-?leads?)\b",
    re.IGNORECASE,
)

_MEMBER_IS = re.compile(
    rf"\b(One|Two|{NUMBER}) (?:members? of (?:the|our|this) (?:\w+ )?{GROUP_NOUN}|{GROUP_NOUN} members?|of (?:them|its members|the members|our members)) "
    r"(?:is|are|was|were|will be) (?:also )?(?:an? )?(co-?applicants?|co-?investigators?|co-?leads?)\b",
    re.IGNORECASE,
)


def posts(passage: Passage) -> Iterator[Proposal]:
    """Posts with authority that contributors hold."""
    if passage.aside and not re.search(r"team|staff", passage.heading, re.IGNORECASE):
        return
    # Of whose members a sentence speaks, what came before it tells.
    for pattern in (_PERSON_IS, *((_MEMBER_IS,) if passage.topic == "ours" else ()), _POST):
        found = pattern.search(passage.text)
        if not found or not passage.told(found.start(), found.end()) or _GONE.search(passage.text):
            continue
        role = next(g for g in reversed(found.groups()) if g).lower()
        role = re.sub(r"^co(?=[a-z])", "co-", role).removesuffix("s")
        values: dict[str, Any] = {"role": role}
        number = found[1]
        if number:
            values["people"] = "1" if number.lower() in ("a", "an") else number.lower()
        elif (
            found.re is _POST
            and found[2].lower() in ("a", "an")
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
    if passage.aside or any(g.side != "others" for g in groups_in(passage.text)):
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
