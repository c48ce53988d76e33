"""Words that people use for what the project file calls otherwise: one table, for messages that guess and for `explain`.

A message offers only what is allowed where the word stands, so one word may stand for several: *completed* is `done` as a status
and `finished` as a phase. Where two would fit, the one that stands first here is offered.
"""

from __future__ import annotations

from functools import lru_cache

_WORDS = {
    # the stages of the work
    "priorities": "idea, priority setting, prioritisation, prioritization, agenda setting, question, research question, questions, topic, scoping, needs assessment, identifying, discovery, problem definition, commissioning, choosing the question",
    "design": "protocol, study design, planning, plan, methods, methodology, materials, drafting, co-design, codesign, options, development, intervention development, prototype, prototyping, ethics, ethics application, set-up, setup",
    "funding": "bid, bidding, grant, grant application, application, proposal, budget, costing, business case, finance, money, fundraising",
    "governance": "steering, steering group, steering committee, oversight, management, advisory group, advisory board, board, committee, monitoring, project management, decision making, trustees, accountability, leadership",
    "delivery": "recruitment, recruiting, data collection, fieldwork, conduct, running, running it, undertaking, undertaking research, interviewing, interviews, doing, carrying out, testing, pilot, piloting, intervention, execution, hearings",
    "analysis": "analysing, analyzing, analyse, interpretation, interpreting, evaluation, evaluating, data analysis, findings, results, synthesis, coding, weighing evidence, review, sense-making",
    "sharing": "dissemination, disseminating, publication, publishing, papers, paper, reporting, writing up, write-up, writing, communication, communications, knowledge exchange, knowledge transfer, knowledge mobilisation, publicity, presentations, conference, outputs",
    "implementation": "roll-out, rollout, implementing, uptake, adoption, scale-up, scaling up, use, use of results, impact, knowledge translation, change, changes, follow-up, legacy, translation, embedding, putting into practice",
    # how far something is
    "planned": "to do, todo, future, upcoming, not started, not yet, not done, intended, proposed, scheduled, pending, postponed, delayed, deferred, rescheduled, next, in preparation, plan, will be done, tbd",
    "ongoing": "in progress, current, currently, active, started, underway, under way, continuing, continuous, running, open, live, now, in hand, regular, begun",
    "done": "completed, complete, finished, closed, past, ended, achieved, delivered, implemented, happened, took place, carried out, adopted, accepted, held, over, previous",
    "stopped": "cancelled, canceled, discontinued, abandoned, paused, suspended, withdrawn, dropped, terminated, halted, on hold, disbanded",
    "policy": "rule, rules, on paper, in policy, standard, guideline, guidance, terms of reference, tor, strategy, charter, procedure, sop, role description, code of conduct, ground rules, ways of working, law, legislation, regulation, regulations, act, statute, government",
    "aim": "goal, ambition, aspiration, hoped, wish, objective, vision, intention, principle",
    "unknown": "not known, don't know, dont know, do not know, unsure, unclear, not sure, not recorded, not stated, not reported, nk, no idea",
    # where the project is
    "idea": "concept, planning, early, pre-application, thinking, development",
    "applying": "application, bid, bidding, proposal, submitted, submission, pre-award, grant writing",
    "funded": "awarded, granted, approved, award, set-up, setup, in set-up, in setup, set-up phase, starting, contracted",
    "running": "in the middle, going on, ongoing, in progress, active, current, underway, under way, delivery, started, live, recruiting, open",
    "finished": "done, completed, complete, closed, ended, past, published, over, cancelled, canceled, stopped",
    "research": "study, trial, project, phd, review, evaluation, clinical trial",
    "service": "care, clinic, hospital, health service, programme, program, quality improvement, qi, improvement, charity",
    # what a room may do
    "decides": "decision-making, decide, executive, decisive, governs, governing, binding",
    "advises": "advisory, advise, advice, advisor, adviser, recommends, recommend",
    # who has what part
    "none": "nobody, no one, not involved, no involvement, nothing, no, never, zero, 0, without, unpaid",
    "informed": "told, attended, observer, observed, present, received, updated, kept informed, notified, inform, information, informing, engaged, engagement, communication",
    "consulted": "asked, survey, surveyed, interviewed, consultation, consulting, consult, consultative, feedback, commented, focus group, reviewed, gave feedback, advised, advisory, adviser, advisor, responded",
    "involved": "participated, participating, took part, taking part, contributed, contributing, involvement, involve, helped, worked with, worked on, member, included, participation",
    "decided together": "decided, decides, collaborated, collaboration, collaborative, collaborating, partnered, partnership, partner, partners, partnering, co-produced, coproduced, co-production, coproduction, co-designed, codesigned, co-created, shared, shared decisions, joint, jointly, equal, together, co-decided, decided jointly",
    "led": "user-led, lead, leading, led by users, patient-led, community-led, survivor-led, peer-led, lived experience led, controlled, control, in control, owned, in charge, run by users, delegated",
    "consultation": "consulted, consulting, consult, advice, advisory, feedback",
    "involvement": "involved, participation, participated, ppi, ppie, patient and public involvement, public involvement",
    "collaboration": "collaborated, collaborative, partnership, partnered, decided together, working partnership, partnering",
    "co-production": "coproduction, co-produced, coproduced, co-design, codesign, co-designed, co-creation, cocreation, genuine partnership, coproduce",
    # what went wrong
    "used otherwise than agreed": "photo, photos, photograph, photographs, picture, pictures, without asking, without permission, without consent, my consent, their consent, misquoted",
    # what shows something
    "minutes": "meeting notes, notes, note, meeting, flipchart, meeting minutes, minute, agenda, action log, meeting record",
    "budget": "costs, costing, finance, accounts, invoice, payroll, payslip, receipts, receipt, money, budget line",
    "publication": "paper, article, papers, articles, journal article, journal, book, chapter, book chapter, thesis, preprint, published paper, case study, conference paper, abstract, conference abstract, poster, dissertation, doi",
    "page": "advert, advertisement, invitation, website, web page, webpage, web, url, link, blog, blog post, online, news, social media, tweet, newsletter, press release, site, post, newspaper, newspaper article, press, media, archive",
    "letter": "memo, email, e-mail, emails, mail, correspondence, message, statement, open letter, whatsapp, text message, chat, complaint, ethics approval",
    "application": "bid, grant, grant application, proposal, funding application, form, ethics application, application form",
    "protocol": "trial registration, study protocol, plan, study plan, project plan, analysis plan, ethics",
    "report": "annual report, final report, interim report, progress report, document, doc, white paper, leaflet, slides, presentation, brochure, flyer, toolkit, pdf, review",
    "contract": "agreement, memorandum, mou, memorandum of understanding, partnership agreement, honorary contract, deed, licence, service level agreement, data sharing agreement",
    "evaluation": "external evaluation, process evaluation, audit, assessment",
    "inquiry": "enquiry, public inquiry, investigation, inspection, hearing",
    "judgment": "judgement, court, ruling, court ruling, tribunal",
    "interview": "interviews, conversation, oral history, focus group, focus groups, transcript, testimony, phone call, quote",
    "recording": "video, audio, film, podcast, webinar, photo, photos, radio, tv, television, broadcast, speech",
    "survey": "questionnaire, feedback form, feedback, poll, survey results, evaluation form, online survey",
    "log": "excel, diary, impact log, register, record, records, tracker, database, attendance list, field notes, dataset, spreadsheet",
    "equal": "full, same, equally, all, yes",
    "some": "partly, limited, sometimes, several, part, few",
    "all": "everyone, everybody, always, every, yes, full",
    "most": "majority, mostly, usually",
    # who somebody is
    "contributors": "patients, public, ppi, lived experience, service users, users, carers, citizens, residents, community, members of the public, public contributors, lay members, survivors, tenants, people with lived experience, experts by experience, consumers, public members, ppi group, parents, young people, families, panel members",
    "contributor": "patient, public, service user, user, carer, public member, lay member, lay person, citizen, resident, lived experience, public contributor, expert by experience, ppi member",
    "people served": "participants, research participants, respondents, interviewees, study subjects, witnesses, neighbours, campaigners, protesters, data subjects",
    "researchers": "academics, academic, investigators, scientists, university, clinicians, researcher, staff, principal investigator, pi",
    "researcher": "academic, investigator, principal investigator, chief investigator, pi, clinician, professor, scientist, staff",
    "team": "researchers, researcher, academics, investigators, principal investigator, chief investigator, pi, lead applicant, project team, research team, study team, us, we, management group, project, staff, management",
    "above": "funder, government, commissioner, sponsor, ministry, trust, council, senior management, executive, head office, board, management",
    "together": "both, jointly, joint, shared, team and contributors, everyone, collectively, consensus, all",
    "allies": "charity, charities, advocates, advocacy, third sector, ngo, voluntary organisation, voluntary sector, partner organisation",
    "outside the team": "independent, external, evaluator, third party, independent evaluator, facilitator, independent facilitator, outside",
    "nobody": "none, no one, noone",
    "shared": "both, jointly, joint, co-chaired, rotating, in turns",
    "chair": "chairperson, chairman, chairwoman, convenor, convener",
    "co-applicant": "coapplicant, public co-applicant, applicant",
    "co-investigator": "coinvestigator, co-i, investigator",
    "lead": "ppi lead, director, manager, coordinator, co-ordinator",
    "peer researcher": "co-researcher, coresearcher, community researcher, user researcher, survivor researcher, lived experience researcher",
    "board member": "trustee, committee member, governor, member",
    "lay representative": "lay member, representative, public representative, patient representative, patient rep, lay rep",
    "advisor": "adviser, consultant, advisory group member",
    # what became of something
    "under way": "in progress, ongoing, started, underway, pending",
    "partly": "partial, partially, in part, somewhat, some",
    "set aside": "rejected, overruled, ignored, dropped, refused, declined, not done, overturned, reversed",
    "taken up": "accepted, adopted, agreed, done, implemented, incorporated, acted on, included, yes",
    "put off": "deferred, postponed, later, delayed, parked, pending",
    "refused": "rejected, declined, denied, not taken up, turned down, no",
    "unanswered": "ignored, no answer, no reply, no response, none",
    "contested": "disputed, disagreed, unclear",
    "split": "partly, partially, in part, mixed, some did, to some extent, somewhat, both",
    # pay and expenses
    "money": "cash, bank transfer, payment, bacs, fee, cheque",
    "voucher": "vouchers, gift card, gift cards, gift voucher",
    "honorarium": "honoraria",
    "salary": "wage, wages, employed, employment, payroll",
    "up front": "in advance, prepaid, advance, upfront, beforehand, booked",
    "on the day": "same day, at the meeting, cash",
    "in arrears": "afterwards, after, reimbursed, reimbursement, claimed back, claim, refunded, later",
    "travel": "transport, train, taxi, mileage, parking, fares, bus",
    "care": "carer, respite, care costs, replacement care",
    "childcare": "babysitting, child care, creche",
    "food": "lunch, meals, refreshments, subsistence",
    "internet": "data, wifi, broadband, phone",
    "accommodation": "hotel, overnight",
    "support person": "personal assistant, companion, interpreter",
    # who is not in the room, and why
    "digital": "no internet, digital exclusion, online",
    "language": "english, translation, interpreters",
    "timing": "time, hours, working hours, times, early",
    "location": "distance, place, rural, transport",
    "payment": "money, no payment, unpaid, pay",
    "caring": "caring responsibilities",
    "access": "disability, wheelchair, accessibility",
    "trust": "mistrust, distrust",
    "not asked": "not invited, nobody asked",
    "culture or faith": "religion, faith, culture",
    "health": "illness, ill health, too ill",
    "evidence": "data, research, literature, statistics",
    "people told us": "told, asked, they told us, feedback",
    "assumed": "assumption, guess, guessed, own assumption",
    "open call": "advert, advertisement, advertising, poster",
    "social media": "twitter, facebook, instagram",
    "service or clinic": "clinic, gp, hospital, service",
    "community organisation": "community group, charity, local group",
    "mailing list": "email list, newsletter",
    "existing panel": "ppi panel, ppi group, panel, advisory group",
    "school or workplace": "school, work, workplace",
    # yes and no
    "yes": "on, 1, y, true, yep, always, done",
    "no": "off, 0, n, false, never, nope, not at all",
    # keys that stand at many places
    "when": "date, dates, year, on, time",
    "since": "start, started, from, start date, begin, began",
    "until": "end, ended, to, end date, finish",
    "status": "state, progress, stage of completion",
    "source": "evidence, reference, proof, citation, link, url",
    "owner": "responsible, responsible person, person, who, lead",
    "cost": "amount, price, costs, budget",
    "became": "status, outcome, result, state, carried out, implemented",
    "people": "number, how many, count, members, participants",
    "role": "level, rung, part, involvement, type of involvement",
    "rooms": "room, meetings, groups, committees, group, panels, boards",
    "said": "comment, quote, suggestion, what, idea",
    "answer": "became, response, outcome, result, reply",
    "repair": "repaired, put right, redress, apology",
    "changed": "change, impact, effect, difference",
    "reason": "why, because, rationale",
    "told_back": "feedback, fed back, told, informed",
    "what": "text, title, name, description, decision",
    "said_by": "told by, reported by, according to, whose word",
    "decided_by": "who, by, decided, decision by",
    "note": "notes, comment, comments, remark, remarks, description, details",
    "kind": "type, category",
    "power": "remit, authority, purpose, does, function",
    "meets_every": "meets, frequency, how often, meeting frequency",
    "votes": "vote, voting, contributors vote, voting rights",
    "rate": "amount, hourly rate, per hour, fee",
    "offered": "paid, eligible",
    "asked": "question, questions, invited, sent",
    "answered": "responses, respondents, replies",
    "collected_by": "who collected it, by whom",
}  # fmt: skip
"""What the file calls it, and what people call it."""

_PLACES = {
    "project.title": "title, name, project name, study title, project title",
    "project.phase": "phase",
    "project.dates": "started, finished, start, end, start date, end date, began, ended, timeline, duration",
    "project.called": "called, label, name of involvement",
    "reward.pay": "payment, payments, paid, pay rate, fee, fees, remuneration, honorarium, reimbursement for time",
    "reward.expenses": "expense, travel, travel costs, out of pocket",
    "reward.budget": "budget, costs, funding, money, costing",
    "reward.lead": "ppi lead, involvement lead, coordinator, ppi coordinator",
    "voices.recruitment": "recruitment, recruiting",
    "voices.missing": "not in the room, underserved, under-served, hard to reach, seldom heard, gaps, excluded groups",
    "voices": "people, contributors, participants, who, members, diversity, inclusion, representation, equality, edi",
    "honesty.limits": "constraints, limitations, boundaries",
    "honesty.advert": "invitation, flyer, advertisement",
    "honesty.ways_of_working": "ground rules, terms of reference, code of conduct, ways of working",
    "relationships.training": "induction, learning, skills",
    "influence.log": "impact log, impact, suggestions, changes, comments",
    "influence.feedback": "feeding back, feedback",
    "influence.reflections": "reflection, lessons, lessons learned, lessons learnt",
    "influence.credit": "authorship, acknowledgement, acknowledgements, co-authors, authors",
    "care.support": "support, wellbeing, well-being",
    "care.plan": "safeguarding, safety, safety plan, distress protocol",
    "care.harm": "harms, complaint, complaints",
    "power.decisions": "decision, decision making",
    "power.disagreement": "conflict, conflicts, dissent",
    "power.leadership": "leadership, co-applicants, co-investigators, posts, co-leads",
    "access.needs": "accessibility, adjustments, access needs, reasonable adjustments",
    "access.language": "plain language, plain english, jargon",
    "access.papers_ahead": "papers, pre-reading",
    "views": "opinions, contributors' views, satisfaction, survey",
    "rooms": "groups, meetings, committees, advisory group, steering group, panels, boards, group",
    "stages": "stage, phases, activities, involvement, work packages, work",
    "sources": "evidence, references, documents, documentation, bibliography",
    "filled_in": "filled in by, author, completed by, date, version",
    "findings": "inquiry, external evaluation",
}  # fmt: skip
"""Where a key stands, and what people call it."""


def _turned(table: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """For each word that people use, what it may be called here."""
    found: dict[str, list[str]] = {}
    for ours, theirs in table.items():
        for word in theirs.split(","):
            found.setdefault(plain(word), []).append(ours)
    return {word: tuple(ours) for word, ours in found.items()}


@lru_cache(maxsize=4096)
def plain(word: str) -> str:
    """A word as the tables hold it: in small letters, with blanks between its parts.

    >>> plain("Roll-Out_plan ")
    'roll out plan'
    """
    words = word.casefold().replace("_", " ").replace("-", " ").replace("’", "'").split()
    # "The board" is a board; "a" alone is a word.
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an", "our") else words)


_MEANT = _turned(_WORDS)
_MEANT_PLACES = _turned(_PLACES)


def meant(word: str) -> tuple[str, ...]:
    """What a word that people use may be called in the file, likeliest first; empty where nothing is known of it.

    >>> meant("dissemination"), meant("In progress")
    (('sharing',), ('ongoing', 'running', 'under way'))
    """
    return _MEANT.get(plain(word), ())


def places(word: str) -> tuple[str, ...]:
    """The keys of the file for a word that people use, each with its place.

    >>> places("payment")
    ('reward.pay',)
    """
    return _MEANT_PLACES.get(plain(word), ())


def ours() -> tuple[str, ...]:
    """Every word and place that the tables lead to."""
    return (*_WORDS, *_PLACES)
