"""What passages tell of pay, expenses, budget, papers, training, support and the like."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from involve_audit.drafts.naming import (
    COUNT,
    GROUP_NOUN,
    MONEY,
    NUMBER,
    OURS,
    amounts_in,
    dates_in,
    elsewhere,
    of_others,
    of_ours,
    read,
    surely_ours,
    treated,
)
from involve_audit.drafts.proposal import Proposal
from involve_audit.drafts.whose import MEMBERS, by_contributors, may_be_of_contributors, of_contributors
from involve_audit.english.grammar import acts, whose
from involve_audit.english.lexicon import PREPOSITIONS, people_classes
from involve_audit.english.tense import is_fragment, tense
from involve_audit.project.values import read_count, read_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.drafts.passages import Passage
    from involve_audit.english.grammar import Act

_PAY = re.compile(
    r"\b(?:(?:have|has|had)(?= [^.;]*?\b(?:fee|allowance|honorarium)\b)|paid|pays?|paying|compensated|receives?|received|gets?|got|given|offer(?:s|ed)?|payments?|earns?|earned|remunerated|reimbursed|obtains?|employ(?:s|ed)?|contracted|costed|sitting fees?|honorari\w+)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all|each|every|everyone|everybody) (?:\w+ ){0,2}?(?:members?|contributors?|partners?|person|people|young person|of (?:them|us)|carers?|patients?|residents?)\b|^\W*(?:each|all)\b",
    re.IGNORECASE,
)
_FOR_PAY = re.compile(r"\b(?:involvement|ppie?|public contributors?|patient partners?|advisory)\b", re.IGNORECASE)


_NO_PAY = re.compile(
    r"\b(?:used to|no longer|asked|ask|want(?:s|ed)?|request(?:s|ed)?|demand(?:s|ed)?|refus\w+|declined|enough|instead of|paid for by|funded by|grant|venue|hire|licen[cs]e|cost of|worth)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:up to|about|around|at least|at|an?|the|rate|rates|of|flat|fee|fees|total|for|their|your|our|time|nihr|standard|hourly|in|will|be|also|by|is|are|was|were|either|each|all|both|additional"
    r"|currently|now|honorarium|as|well|recommended|involvement|payment|payments|to|receive|received|offered|being|get|per|and|plus|voucher|vouchers|attending|attendance|meetings?|worth|line|with|accordance|guidance|guidelines|recommendations|policy|national|uk|stipend|allowance|koha|gift|sitting|sum|amount|wages?)\b|\W+",
    re.IGNORECASE,
)


def _payee(before: str) -> bool:
    """Whether who stands between *pay* and the amount is a contributor, or nobody."""
    paying = list(re.finditer(r"\b(?:pays?|paying|paid|give[sn]?|offer(?:s|ed)?)\b", before, re.IGNORECASE))
    between = before[paying[-1].end() :] if paying else ""
    if paying and re.fullmatch(r"pays?", paying[-1][0], re.IGNORECASE):
        payer = before[: paying[-1].start()]
        if re.search(r"\b(?:members?|partners|each)\b", payer, re.IGNORECASE) or (
            of_ours(payer) and not re.search(r"\b(?:we|they|team)\b", payer, re.IGNORECASE)
        ):
            return False  # they pay, and are not paid
    return (
        not _FILLER.sub("", between)
        or of_ours(between)
        or re.search(rf"\b{MEMBERS}\b", between, re.IGNORECASE) is not None
    )


def _status(passage: Passage, at: int) -> str:
    return passage.clause_at(at).status


def pay(passage: Passage) -> Iterator[Proposal]:
    """What contributors are paid."""
    text = passage.text
    values: dict[str, Any] = {}
    for amount in amounts_in(text):
        clause = passage.clause_at(amount.start)
        before = text[clause.start : amount.start]
        if not amount.per or not passage.told(amount.start, amount.end):
            continue
        if amount.per in ("visit", "interview") and not surely_ours(clause.text):
            continue  # what those get who are studied
        if not _PAY.search(before) and not _headed_pay(passage, before):
            continue
        named = re.search(
            r"\bpayments? to (?:public|patient|lay|community|our) (?:contributors?|partners?|members?|advisers?|advisors?)\b",
            before,
            re.IGNORECASE,
        )
        if not (named and not of_others(before)) and not of_contributors(passage, amount.start):
            continue
        if _NO_PAY.search(before) or not _payee(before):
            continue
        if amount.per in ("year", "month") and not _ALL.search(before):
            continue  # what a group gets, or a grant
        if re.search(
            r"\b(?:expenses|travel|costs?)\b", re.split(r",| and ", before)[-1], re.IGNORECASE
        ) and not re.search(r"\bpa(?:id|y)\b", before):
            continue
        said = re.split(r", (?:who|which) ", text[clause.start : amount.end])[-1]
        values = {"status": tense(said if acts(said) else clause.text), "rate": amount.text}
        if named and values["status"] == "ongoing":
            values["status"] = (
                "planned"
                if re.search(
                    r"\b(?:requested|costed|budget)\b", f"{text} {passage.before} {passage.heading}", re.IGNORECASE
                )
                else "ongoing"
            )
        if re.search(r"\bvouchers?|gift cards?\b", text[amount.start : amount.end + 20], re.IGNORECASE):
            values["form"] = "voucher"
        if _ALL.search(before):
            values["offered"] = "all"
        since = re.search(r"\bsince |^\W*from ", clause.text, re.IGNORECASE)
        if since:
            date = next((d for d in dates_in(clause.text[since.end() :]) if d[0] == 0), None)
            if date:
                values["since"] = date[2]
        break
    else:
        if of_contributors(passage, len(text)):
            salary = re.search(
                r"\b(?:are|is|were|will be) (?:employed and )?paid a salary\b|\breceive a salary\b", text, re.IGNORECASE
            )
            if salary and passage.told(salary.start(), salary.end()):
                values = {"status": _status(passage, salary.start()), "form": "salary"}
    if values:
        ahead = _prepared(passage)
        yield Proposal(("reward", "pay"), (*values.items(), *((("preparation", ahead),) if ahead == "paid" else ())))
        if ahead == "unpaid":
            yield Proposal(("reward", "pay"), (("preparation", "unpaid"),))
    elif of_contributors(passage, len(text)):
        ahead = _prepared(passage)
        if ahead:
            yield Proposal(("reward", "pay"), (("preparation", ahead),))
    if not values and may_be_of_contributors(passage):
        yield from _unpaid(passage)


_ON_PAY = r"(?:money|fees?|payments?|pay|paid|remuneration|compensation|rates? of pay(?:ment)?|honorari\w+|stipends?)"


def _headed_pay(passage: Passage, before: str) -> bool:
    """Whether an amount stands alone below a heading or question on pay: `Money: £50 a meeting, in cash`, `Will I be paid? Yes, £25 an hour`."""
    alone = re.fullmatch(rf"\W*(?:yes\W*)?(?:{_ON_PAY}\W*)?", before, re.IGNORECASE) is not None
    earlier = passage.text[: passage.text.find(before)] if before else ""
    label = re.search(r"([^.;:]{0,30}):\s*$", earlier)
    headed = (
        re.search(rf"\b{_ON_PAY}\b", f"{label[1] if label else passage.heading} {before}", re.IGNORECASE) is not None
    )
    # How it is paid may follow: `£50 a meeting, by bank transfer`.
    return alone and headed and is_fragment(passage.clause_at(len(before)).text.split(",")[0])


_READING = r"(?:prepar(?:ation|ing)|reading(?: time)?|time (?:to|for|spent) read(?:ing)?(?: papers)?)"


def _prepared(passage: Passage) -> str:
    text = passage.text
    unpaid = re.search(
        rf"\b{_READING}\b[^.;]{{0,40}}\b(?:is|was|are|were|will be) (?:not (?:been )?paid|unpaid)\b|\bnot paid for {_READING}\b",
        text,
        re.IGNORECASE,
    )
    if unpaid and not passage.clause_at(unpaid.start()).wishes:
        return "unpaid"
    paid = re.search(
        rf"\b{_READING} (?:is |are )?included\b|\b(?:includ(?:es|ing|ed)|covers?|covering|for)\b[^.;]{{0,30}}?\b{_READING}\b|\b{_READING}\b[^.;]{{0,30}}\b(?:is|was|will be|are) (?:also |paid|included)",
        text,
        re.IGNORECASE,
    )
    return (
        "paid"
        if paid
        and passage.told(paid.start(), paid.end())
        and re.search(r"\bpa(?:y|id)|[£$€]|\brate\b", text, re.IGNORECASE)
        else ""
    )


_ONLY = re.compile(
    r"\b(?:on time|promptly|a salary|salaries|paid to \w+|at first|until|initially|yet|all|in those (?:first )?\w+|any more|directly|extra|additional|enough|late|in cash|by the|again|used to)\b|[£$€]",
    re.IGNORECASE,
)
"""What says that it was so for a time, or of a part."""


def _unpaid(passage: Passage) -> Iterator[Proposal]:
    """That contributors are not paid: `nobody on the board is paid`, `we get no fee`, `members gave their time unpaid`."""
    for act in acts(passage.text):
        if (
            act.under != "main"
            or act.how & {"will", "wish", "asked"}
            or _ONLY.search(passage.text[act.start : act.end])
        ):
            continue
        if _pays_nobody(passage, act) or _gets_nothing(passage, act):
            yield Proposal(("reward", "pay"), (("offered", "none"),))
            return


def _pays_nobody(passage: Passage, act: Act) -> bool:
    """Whether an act is that contributors are not paid."""
    if not act.denied or "pay" not in act.does or act.verb == "offer" or (act.passive and "can" in act.how):
        return False
    about = " ".join(act.subject if act.passive else act.rest)
    if re.search(rf"\bfor (?:{_READING}|travel|giving)", " ".join(act.rest)):
        return False
    paid = set(act.who) if act.passive else set(whose(_object(act.rest)))
    ours = bool(paid & {"member", "affected", "none"}) or re.match(r"(?:they|them|us|of them)\b", about) is not None
    if act.passive and "we" in act.subject[:1]:
        ours = passage.own_voice
    return (
        ours
        and "participant" not in paid
        and not of_others(about)
        and (act.passive or "we" in act.who or "i" in act.subject)
        and (passage.topic == "ours" or surely_ours(about))
    )


def _gets_nothing(passage: Passage, act: Act) -> bool:
    """Whether contributors get no fee, or give their time for nothing."""
    rest, subject = " ".join(act.rest), " ".join(act.subject)
    if not act.passive and act.does & {"pay", "give"} and re.match(r"(?:us|them|members) nothing\b", rest):
        return passage.topic == "ours" and (passage.own_voice or not rest.startswith("us"))
    if passage.topic != "ours" or (act.passive and "none" not in act.who):
        return False
    if re.match(rf"no {_WAGE}\b", subject) and act.denied:
        return act.passive and act.verb in ("make", "give", "offer", "pay") and not of_others(rest)
    if not by_contributors(passage, subject):
        return False
    if act.denied:
        return "receive" in act.does and re.match(rf"(?:no|any) {_WAGE}\b", rest) is not None
    return act.verb == "give" and re.match(r"their time (?:unpaid|for (?:free|nothing)|without pay)", rest) is not None


_WAGE = r"(?:fees?|pay|payments?|wages?|salary|money|honorari\w+)"


def _object(rest: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an object: up to what says for what, why or when."""
    return rest[: next((n for n, w in enumerate(rest) if w in PREPOSITIONS or w in (",", "because")), len(rest))]


_COVERS = {
    "travel": r"travel|transport\w*|(?:(?:bus|train|ferry|tram|metro|rail) )?(?:fares?|tickets?)|(?:bus|train) charges|bus money|taxis?|taxi rides|uber\w*(?: rides)?|flights?|airfares?|trains(?=,| and\b| or\b)|buses|parking|mileage"
    r"|petrol(?: money| vouchers?)?|fuel",
    "childcare": r"child ?(?:care|mind\w+)|babysitt\w+|creche|crèche|nursery",
    "care": r"replacement care(?:rs?)?|respite(?: care)?|care costs|care for (?:a|their) relatives?|carers?'?s? (?:replacement|respite|costs)|care cover|caring costs|sitting costs|sitting service",
    "food": r"meals?|food|lunch(?:es)?|dinner|breakfast|snacks|kai|pizza|catering|refreshments|subsistence",
    "internet": r"internet|data (?:costs|bundles?)|broadband|mobile data|airtime|wi-?fi|phone (?:costs|credit)",
    "accommodation": r"accommodation|lodging|hotels?|motels?|overnight stays?", "equipment": r"equipment|tablets|laptops",
    "support person": r"support (?:worker|person)s?|personal assistants?|companions?(?:'s?)?(?: costs| fares?| travel)?",
}  # fmt: skip
_MET = re.compile(
    r"\b(?:have|has|gets?|given|offered) free (?:travel|lunch|meals|childcare|parking|taxis)\b|\b(?:cover(?:s|ed|ing)?(?! in (?:the|an?|this|section|appendix)\b)|reimburs(?:e|es|ed|ement)|refund(?:s|ed)?|repaid|given back|provided|booked|book|funded|subsidi[sz]ed|laid on|arranged|claim(?:s|ed)?|supplied|compensated|pa(?:y|ys|id)(?: for| back)?|met|send|sends|sent|(?:gets?|receives?|claim) (?:[£€$][\d.]+ [^.;]{0,20} and )?(?:their|your|for))\b",
    re.IGNORECASE,
)


def expenses(passage: Passage) -> Iterator[Proposal]:
    """Which costs are paid."""
    text = passage.text
    spans = [
        (m.start(), m.end(), what)
        for what, p in _COVERS.items()
        for m in re.finditer(rf"\b(?:{p})\b", text, re.IGNORECASE)
    ]
    if not spans:
        return
    first = min(s[0] for s in spans)
    clause = passage.clause_at(first)
    inside = [s for s in spans if s[0] >= clause.start and passage.told(s[0], s[1])]
    named = _FOR_PAY.search(passage.text) and not of_others(passage.text)
    if re.search(r"\b(?:parents|carers|members|people|patients) pay\b", clause.text, re.IGNORECASE):
        return
    if (
        not (
            _MET.search(clause.text)
            or _with_pay(passage, clause.start, first)
            or (is_fragment(clause.text) and re.search(r"\bexpenses\b", passage.heading, re.IGNORECASE))
        )
        or not (of_contributors(passage, clause.end) or (named and not passage.aside))
        or not passage.told(first, first + 1)
    ):
        return
    if re.search(r"\b(?:supports? workers?|support person)\b[^.;]*\b(?:come|comes|attend)", clause.text, re.IGNORECASE):
        return
    if _of_something_else(passage, first):
        return
    covers = [what for _, _, what in sorted(inside)]
    covers = list(dict.fromkeys(covers))
    if "support person" in covers and len(covers) == 1:
        return
    status = clause.status
    if (
        status == "ongoing"
        and named
        and re.search(r"\b(?:requested|costed|budget)\b", f"{text} {passage.before} {passage.heading}", re.IGNORECASE)
    ):
        status = "planned"
    values: dict[str, Any] = {"status": status, "covers": covers if len(covers) > 1 else covers[0]}
    if re.search(r"\b(?:in advance|up front|upfront|beforehand)\b", clause.text, re.IGNORECASE):
        values["paid"] = "up front"
    elif re.search(r"\bon the day\b", clause.text, re.IGNORECASE):
        values["paid"] = "on the day"
    elif re.search(r"\bbooked (?:by|for|through)\b|\bsent for\b", clause.text, re.IGNORECASE):
        values["paid"] = "up front"
    within = re.search(rf"\bwithin ({COUNT}) (?:calendar |working )?days\b", clause.text, re.IGNORECASE)
    if within and (days := read(read_count, within[1])):
        values["days_to_pay"] = days
    yield Proposal(("reward", "expenses"), tuple(values.items()))


def _with_pay(passage: Passage, start: int, at: int) -> bool:
    """Whether costs stand beside what people are paid: `£25 an hour plus travel`."""
    paid = [a for a in amounts_in(passage.text) if start <= a.start < at and a.per]
    return (
        bool(paid)
        and re.search(
            r"\b(?:plus|with|and|as well as|on top of) (?:an? |their |your |the )?$",
            passage.text[paid[-1].end : at],
            re.IGNORECASE,
        )
        is not None
    )


def _of_something_else(passage: Passage, at: int) -> bool:
    """Whether a sentence that speaks of costs began with something else than contributors, their meetings or costs: `site visits are monthly, and travel is paid`."""
    told = acts(passage.text)
    if not told or told[0].at > at:
        return False
    subject = " ".join(told[0].subject)
    return not (
        re.search(
            rf"\b(?:{MEMBERS}|meetings?|sessions?|payments?|there|somebody|help|support|nobody|who)\b",
            subject,
            re.IGNORECASE,
        )
        or by_contributors(passage, subject)
        or re.search("|".join(_COVERS.values()), subject, re.IGNORECASE)
        or told[0].subject[-1:] in (("this",), ("that",), ("these",), ())
        or any("organisation" in people_classes(word) for word in told[0].subject)
    )


def choice(passage: Passage) -> Iterator[Proposal]:
    """Whether people choose if and how they are paid, and what help there is with benefits."""
    text = passage.text
    if not of_contributors(passage, len(text)):
        return
    values: dict[str, Any] = {}
    if (
        m := re.search(
            r"\b(?:may|can) (?:also )?(?:choose|ask) to be paid (?:in|by|with|as)\b|\b(?:can|may) (?:ask for|choose|opt for) [^.;]{0,40}\binstead\b|\bor the equivalent in\b|\b(?:in|by) (?:cash|vouchers?|bank transfer|cheque)[^.;]{0,40}\bas (?:each|they|people|members|you) (?:prefers?|wish(?:es)?|chooses?|likes?)\b|\bchoose (?:how they are paid|the form of payment|between (?:cash|money|a bank transfer|vouchers))\b",
            text,
            re.IGNORECASE,
        )
    ) and not passage.clause_at(m.start()).wishes:
        values["form_chosen"] = "yes"
    if re.search(
        r"\b(?:may|can|free to) (?:also )?(?:choose )?[^.;]{0,50}\b(?:not to (?:be paid|receive (?:it|the|a|any)|take (?:it|the|any) (?:money|fee|payment)|accept)|decline (?:payment|to be paid|pay)|opt out of (?:payment|being paid|pay))\b|\bno obligation to accept\b|\bwould rather not be paid\b|\b(?:elect|choose|opt|prefer) not to be paid\b|\bnobody has to (?:take|accept) (?:it|the money|payment|a fee)\b|\bno-?one has to (?:take|accept) (?:it|the money|payment|a fee)\b",
        text,
        re.IGNORECASE,
    ):
        values["may_decline"] = "yes"
    advice = re.search(r"\bindependent (?:benefits? )?advice\b", text, re.IGNORECASE)
    if advice and re.search(r"\bbenefits?\b", text, re.IGNORECASE) and passage.told(advice.start(), advice.end()):
        values["benefits_advice"] = "independent advice"
    if values:
        status = passage.clause_at(0).status
        yield Proposal(("reward", "choice"), (("status", "ongoing" if status == "done" else status), *values.items()))


_WHOSE = r"(?:patients?|public|clients?|users?|service[- ]users?|tenants?|residents?|communit(?:y|ies)|consumers?|parents?|carers?|caregivers?|famil(?:y|ies)|youth|citizens?|members|contributors)"
_FOR = (
    rf"(?:the )?(?:{_WHOSE}'?(?: and {_WHOSE}'?)? (?:participation|involvement)|(?:patient|client|user|tenant|resident|community|consumer|parent|youth)s?'? engagement|(?:participation|involvement) of (?:the )?{_WHOSE}"
    rf"|involvement|ppie?(?: activities| work)?|co-?production|paying (?:public )?{_WHOSE})"
)
_SET_ASIDE = re.compile(
    rf"\b(?:requested|set aside|allocated|budgeted|ring-?fenced|earmarked|reserved|costed|included|available|kept|spent|is|are)(?: [\w'£€$,.-]+){{0,4}}? (?:for|on|to|towards|to (?:cover|support|fund|pay for|enable)) {_FOR}\b|\b(?:budget|funds?|costs?) (?:for|of) {_FOR}(?: (?:is|are|will be|comes? to|totals?)| \(|:)|\b{_FOR} (?:has been|have been|is|are|was) (?:fully )?(?:costed|budgeted) at\b|\b{_FOR} (?:costs?|budget|spend(?:ing)?)(?: \(|:)|\b{_FOR}(?: (?:costs?|budget|spend(?:ing)?))? (?:is|are|will be|comes? to|came to|totals?|totalled|cost|costs|amounts? to)(?= (?:about |around |some )?(?:{MONEY}))|\b(?:in|on) the budget for {_FOR}\b|\b(?:ppie?|involvement) budget (?:of|is)\b",
    re.IGNORECASE,
)


def budget(passage: Passage) -> Iterator[Proposal]:
    """The money for involvement."""
    text = passage.text
    said = _SET_ASIDE.search(text)
    if not said or not passage.told(said.start(), said.end()):
        return
    near = [
        a
        for a in amounts_in(text)
        if not a.per
        and (0 <= said.start() - a.end <= 40 or 0 <= a.start - said.end() <= 12 or said.start() <= a.start < said.end())
    ]
    if not near:
        before = re.search(
            rf"\b(?:set aside|allocated|budgeted|ring-?fenced|requested|included|reserved) ({MONEY}) for {_FOR}\b",
            text,
            re.IGNORECASE,
        )
        near = [a for a in amounts_in(text) if before and a.start == before.start(1)]
    if len(near) == 1:
        yield Proposal(
            ("reward", "budget"),
            (
                ("status", "done" if re.search(r"\b(?:spent|cost|came|totalled)\b", said[0]) else "planned"),
                ("amount", near[0].text),
            ),
        )


_LEAD = re.compile(
    rf"\b(?:leads?|will lead|coordinates|will coordinate) (?:on )?{_FOR}\b|"
    r"\b(?:ppie?|public involvement|involvement|patient engagement|engagement|co-?production) (?:lead|co-?ordinator|manager|officer)s?\b|\b(?:lead|co-?ordinator|manager|officer) (?:of|for) "
    + _FOR,
    re.IGNORECASE,
)


def lead(passage: Passage) -> Iterator[Proposal]:
    """The person who leads on involvement."""
    found = _LEAD.search(passage.text)
    if not found or not passage.told(found.start(), found.end()):
        return
    share = re.search(
        r"\b(0?\.[0-9]{1,2}|1\.0|[0-9]{1,3}%) ?(?:fte|wte|of a full-time)\b|\b((?:one|two|three|half a|a) days? (?:a|per|each) week)\b",
        passage.text,
        re.IGNORECASE,
    )
    values: dict[str, Any] = {}
    status = passage.clause_at(found.start()).status
    if share:
        values["share_of_time"] = share[1] or share[2]
    elif re.search(
        r"\b(?:our|a (?:part-time|full-time|dedicated|paid)|the (?:study|project|trial|team)(?:'s)?) (?:[\w-]+ )?$",
        passage.text[: found.start()],
        re.IGNORECASE,
    ):
        values["named"] = "yes"
    if re.search(r"\b(?:will be|to be) (?:appointed|recruited|hired)\b", passage.text, re.IGNORECASE):
        values["named"] = "to be appointed"
        status = "planned"
    if values:
        yield Proposal(("reward", "lead"), (("status", status), *values.items()))


_PAPERS = r"(?:papers|agendas?(?: and papers)?|documents|materials|reading)"


def papers(passage: Passage) -> Iterator[Proposal]:
    """Papers ahead of meetings."""
    text = passage.text
    found = re.search(
        rf"\b{_PAPERS}\b[^.;]{{0,60}}?(?<![\w.])({COUNT}|an?) (working |clear |calendar )?(days?|weeks?) (?:ahead|before|in advance|beforehand|prior)\b",
        text,
        re.IGNORECASE,
    )
    if (
        not found
        or passage.aside
        or not passage.told(found.start(), found.end())
        or of_others(text)
        or passage.topic != "ours"
    ):
        return
    values: dict[str, Any] = {"status": passage.clause_at(found.start()).status}
    if found[2] and found[2].strip().lower() == "working" and found[3].lower().startswith("day"):
        days = read(read_count, found[1])
        if days:
            values["working_days"] = days
    elif found[3].lower().startswith("week") and found[1].lower() in ("a", "an", "one", "1", "two", "2"):
        values["working_days"] = "10" if found[1].lower() in ("two", "2") else "5"
    if re.search(
        r"\bplain[- ](?:english|language) summar(?:y|ies)\b|\bsummar(?:y|ies) in plain (?:english|language)\b",
        text,
        re.IGNORECASE,
    ):
        values["plain_summary"] = "yes"
    if values["status"] == "done" and re.search(r"\b(?:are|is) sent\b", text):
        values["status"] = "ongoing"
    yield Proposal(("access", "papers_ahead"), tuple(values.items()))


def glossary(passage: Passage) -> Iterator[Proposal]:
    """A glossary for contributors."""
    found = re.search(r"\bglossary\b", passage.text, re.IGNORECASE)
    if (
        found
        and (of_contributors(passage, found.end()) or (passage.topic == "ours" and may_be_of_contributors(passage)))
        and passage.told(found.start(), found.end())
        and re.search(r"\b(?:given|gets?|receives?|provided?|have|has|is|was|made|will)\b", passage.text)
    ):
        yield Proposal(
            ("access", "language"), (("status", passage.clause_at(found.start()).status), ("glossary", "yes"))
        )


_TRAINING = re.compile(
    r"\b(?:offer(?:s|ed)?|provides?|provided|receives?|received|completed?|took part in|take part in|attend(?:ed)?|given|gave|gives|with|had|have|get|run|ran|deliver(?:ed)?|did|do|under(?:go|goes|went|gone|take|took)|c[ao]me to|join(?:ed)?)\b"
    r"(?: [\w'-]+){0,5}? (?:training|induction|orientation|courses? (?:in|on))\b(?! (?:for|of|to) (?:the )?(?:staff|nurses|doctors|researchers|receptionists))"
    r"|\b(?:training|induction|orientation)\b(?: [\w'-]+){0,6}? (?:is|was|will be|are|were) (?:offered|provided|given|available|held|run|arranged)\b"
    rf"|\b(?:is|are|was|were|been|be|being) (?:also |all |both |first )?trained\b(?! (?:to (?:use|take|wear|inject|administer|monitor)|in (?:the|this) (?:intervention|technique|device|exercises?|app))\b)|\b(?:train|trained|taught|teach) (?:them|(?:the |our )?(?:{COUNT} )?(?:{OURS}|members))\b",
    re.IGNORECASE,
)


def training(passage: Passage) -> Iterator[Proposal]:
    """Training and induction for contributors."""
    found = _TRAINING.search(passage.text)
    if not found or not of_contributors(passage, found.end()) or not passage.told(found.start(), found.end()):
        return
    yield Proposal(
        ("relationships", "training"),
        (("status", passage.clause_at(found.start()).status), ("for_whom", "contributors")),
    )


_OCCASION = r"(?:meetings?|sessions?|calls?|workshops?|interviews?)"
_HELPERS = re.compile(
    r"\b(?:counsell?ors?|counsell?ing|mentors?|budd(?:y|ies)|chaplains?|therapists?|psychologists?|wellbeing (?:lead|officer|worker)s?|(?:youth|peer|support|well-being) workers?|named support(?:er)?|a named (?:person|contact)|point of contact|debriefs?|debriefing)\b",
    re.IGNORECASE,
)


def support(passage: Passage) -> Iterator[Proposal]:
    """Somebody who is there for contributors."""
    found = _HELPERS.search(passage.text)
    if (
        not found
        or passage.aside
        or passage.topic != "ours"
        or not passage.told(found.start(), found.end())
        or elsewhere(passage.text)
    ):
        return
    if of_others(_HELPERS.sub(" ", passage.text)):
        return
    when = {
        "before": r"\bbefore\b", "during": rf"\bduring (?:and after )?(?:each|every|all|the|our)? ?{_OCCASION}\b|\b(?:in|at|joins?|attends?|comes to|sits in on) (?:each|every|all|the|our) (?:\w+ )?{_OCCASION}\b",
        "after": r"\bafter(?:wards)?\b(?! (?:the )?(?:first|age))|\bdebrief|\b(?:following|next) (?:day|morning)\b",
    }  # fmt: skip
    values = {key: "yes" for key, pattern in when.items() if re.search(pattern, passage.text, re.IGNORECASE)}
    if values:
        yield Proposal(("care", "support"), (("status", passage.clause_at(found.start()).status), *values.items()))


_WENT = rf"(?:have |has |had )?(?:since )?(?:left|resigned|stepped down|dropped out|withdrew|withdrawn)\b(?= since\b| in\b| (?:because|before|after|during|over|owing|due|for|last|this year|when|as|and|by|on|at|half|without)\b| (?:the|our|its) (?:{GROUP_NOUN})\b| (?:early|again)\W|\W*$|[.,;:])(?: since)?"
_LEFT = re.compile(
    rf"(?<![\w£€$.,-])(?:all )?({COUNT}) (?:(?:{GROUP_NOUN}|public|lay|of (?:the|our|its)(?: (?:original|initial|first))?(?: {NUMBER})?) )?(?:members|of (?:them|us)|(?:public )?contributors|representatives|member|people|of (?:the|our|its) (?:{GROUP_NOUN})) {_WENT}"
    rf"|\b(?:all )?({COUNT}) {_WENT}|\b(one|a) (?:member|contributor) {_WENT}",
    re.IGNORECASE,
)
_ASKED_WHY = re.compile(
    r"\b(?:each|all|both|they|everyone|those who left) (?:of them )?(?:was|were|has been|have been) asked (?:why|what)\b",
    re.IGNORECASE,
)
_NOT_ASKED_WHY = re.compile(
    r"\b(?:none (?:of them )?(?:was|were)|nobody was|no-one was) asked why\b|\b(?:nobody|no one|no-one) (?:has |had )?asked (?:them |us )?why\b"
    r"|\b(?:we|they) (?:did not|didn't|never) ask(?:ed)? (?:them )?why\b(?! until)",
    re.IGNORECASE,
)


def leaving(passage: Passage) -> Iterator[Proposal]:
    """How many contributors left, and whether anybody asked them why."""
    found = _LEFT.search(passage.text)
    if (
        not found
        or passage.aside
        or passage.topic != "ours"
        or not passage.told(found.start(), found.end())
        or treated(passage.text)
    ):
        return
    values = {"left": (found[1] or found[2] or "1").lower()}
    after = f"{passage.text[found.end() :]} {passage.follows}"
    if _NOT_ASKED_WHY.search(after):
        values["asked_why"] = "no"
    elif _ASKED_WHY.search(after):
        values["asked_why"] = "yes"
    yield Proposal(("care", "leaving"), tuple(values.items()))


_MEETING = r"(?:each|every|the|a) (?:\w+ )?(?:meeting|session|workshop)"
_SOON = r"(?:within|in) ((?:\w+ ){1,2}(?:days?|weeks?|months?))"
_SOON_AFTER = re.compile(
    rf"\b{_SOON} (?:of|after|following) {_MEETING}\b|\b(?:after|following) {_MEETING},? (?:and )?{_SOON}\b",
    re.IGNORECASE,
)


def feedback(passage: Passage) -> Iterator[Proposal]:
    """Telling people what came of what they said."""
    text = passage.text
    found = _SOON_AFTER.search(text)
    if not found or not passage.told(found.start(), found.end()) or passage.topic == "others" or passage.aside:
        return
    if not re.search(
        r"\bwhat (?:was|has been|is|had been|we|they) ?(?:\w+ )?(?:chang\w+|done\b)|\bwhat (?:has )?changed\b|\bwhat (?:we|the team) did\b",
        text,
        re.IGNORECASE,
    ):
        return
    try:
        days = read_period(found[1] or found[2]).days
    except ValueError:
        return
    status = "planned" if re.search(r"\bwill\b", text) else "ongoing"
    yield Proposal(
        ("influence", "feedback"), (("status", status), ("within_days", str(days)), ("kinds", "what changed"))
    )


def credit(passage: Passage) -> Iterator[Proposal]:
    """Contributors among the authors."""
    found = re.search(
        r"\b(?:are|were|will be|is|was) (?:named |listed |also )?(?:as )?(?:an? )?(?:co-?)?authors?\b|\bco-?authored\b",
        passage.text,
        re.IGNORECASE,
    )
    if not found or not of_contributors(passage, found.start()) or not passage.told(found.start(), found.end()):
        return
    before = passage.text[: found.start()]
    if of_ours(before) or re.search(r"\bmembers\b|^\W*(?:both|all|they|two|one)\b", before, re.IGNORECASE):
        status = "planned" if passage.clause_at(found.start()).status == "planned" else "done"
        yield Proposal(("influence", "credit"), (("status", status), ("authors", "yes")))
