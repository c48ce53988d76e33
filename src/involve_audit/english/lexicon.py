"""The words that invitations are made of, by what they mean: families of verbs, nouns and people.

The families follow the words of the field (the UK Standards for Public Involvement, the briefing notes for applicants, the guidance on payment,
PIRIT, GRIPP2: decide, influence, advise, comment, pay, reimburse, support, report back …), each with its everyday synonyms
as a thesaurus gives them. A word stands here once for each meaning, in its shortest form; endings are taken off by rule.
"""

from __future__ import annotations

from functools import cache

_VERBS = {
    # a say, from the strongest
    "decide": "decide choose pick select determine vote elect agree approve settle allocate award veto rule shortlist prioritise prioritize rank score finalise finalize appoint authorise authorize ratify endorse "
    "|sign off|say yes|give go-ahead|give the nod|rule on|settle on|vote on|vote for|make decision|make choice|make call|take decision|call the shot|have the last word|have the final say|have the last say|have the final word",
    "lead": "lead run govern manage own control chair direct oversee |take charge|take the lead|be in charge|be in control|call the tune",
    "share": "share co-own |work with|go halves",
    "co": "co-design codesign co-produce coproduce co-create cocreate co-develop co-write co-author co-lead co-deliver co-run co-chair co-facilitate co-research",
    "shape": "shape reshape influence steer mould transform sway |have a hand|have a say|have a part|want a hand|want a say|want a part|get a hand|get a say|play a part|play part|have an influence|have an impact|have input",
    "guide": "inform guide drive affect direct |feed into|go into|build on",
    "make": "make draw illustrate translate curate sketch craft compose construct assemble overhaul restructure remake conduct compile design redesign develop plan improve change set test write rewrite rethink reimagine create build review evaluate interpret analyse analyze fix simplify draft redraft identify tailor refine revise "
    "rework edit phrase reword formulate devise invent produce pilot organise organize deliver prepare compile reform rebuild renew modernise |work out|work up|figure out|thrash out|hammer out|map out|flesh out|draw up|put together|make sense|think up|come up with|carry out|shake up",
    "assist": "assist contribute participate collaborate engage partake |be part|take part|be involved|get involved|join in|work on|input into",
    "advise": "advise counsel",
    "author": "plan create produce write rewrite design redesign draft redraft edit analyse analyze interpret draw illustrate translate",
    "contribute": "contribute bring",
    "ask": "ask",
    "utter": "say state |point out",
    "suggest": "suggest recommend propose",
    "refund": "refund reimburse repay",
    "form": "make prepare formulate form",
    "say": "rate comment advise suggest feedback critique recommend |give feedback|give view|share view|give opinion|give advice|give us feedback|look over|speak up|point out",
    # what the team does with what people say
    "want": "want love like need welcome value seek wish hope appreciate request invite gather collect crave canvass solicit invite |be after|be keen|be eager|be interested|be curious|look for|look forward",
    "hear": "hear know learn understand listen ask |find out|listen to|learn from|hear from|sit down with|talk with|talk to|speak with|speak to|chat with|chat to|meet with",
    "tell": "tell show teach share say describe explain write send draw record message drop post report pass relay convey voice raise express air submit |let know|put forward|put question|put concern|pass on|speak about",
    "inform": "tell show inform explain report publish circulate share send write update notify present publicise respond reply feed hear learn see receive get post announce message |report back|come back|feed back|write back|get back|let know|set out|keep posted|keep informed|find out|hear back|go through",
    # money
    "pay": "pay remunerate compensate reward recompense reimburse |pay for",
    "give": "give offer provide hand supply send post mail transfer present slip |thank with|say thank you with|thank you with",
    "receive": "get receive earn pocket |take home|walk away with|go home with|come away with",
    "get": "get receive earn have claim accept collect draw bank",
    "carry": "attract carry pay bring offer include |come with",
    "repay": "pay cover reimburse refund repay meet fund claim settle return sort foot subsidise subsidize bear defray comp validate absorb prepay recoup return |top up|pay for|pay back|take care|pick up|sort out|give back|look after",
    "arrange": "book buy purchase arrange organise organize sort hire |lay on|sort out",
    # looking after
    "support": "support accompany comfort reassure console protect safeguard befriend |have back|put through|look after|look out|care for|stay with|walk alongside|walk with|be there for|stand by|watch out for|take care|see through",
    "mind": "mind watch entertain supervise |look after|keep an eye|take care|care for|keep busy",
    "reach": "reach contact ring phone call text message |talk to|speak to|turn to|get hold",
    "workon": "|work on|input into|have input|work up",
    "end": "end beat tackle fight defeat cure eradicate reduce halve conquer overcome",
    "handle": "discuss handle consider address cover tackle entertain debate reopen answer |deal with|look at|look into|get into|go into|go beyond|take on|talk about|rule on",
    "pair": "pair match |team up|put together",
    "attend": "mentor buddy coach debrief |sit with|sit next|sit beside|stay beside|talk through|take through|go through|run through|be on hand|be at hand|be there|be with|be by|be around",
    "lookin": "|check in|check up|check on|check how|check that|look in|keep an eye",
    "train": "train teach coach induct mentor prepare |learn how|pair up|team up|get training|give training|show how|show rope|learn rope|walk through",
    # what is so
    "fix": "fix set lock settle decide agree determine finalise finalize approve choose commission",
    "alter": "change alter amend move decide influence affect revise reopen adjust modify renegotiate revisit shape negotiate shift touch undo",
    "undertake": "do complete undertake undergo attend |take part",
    "happen": "do complete change happen come make use act respond adopt consider take follow become decide result go answer reply agree",
    "lie": "lie rest remain belong stay",
    "bind": "|abide by|be bound by",
    "obey": "accept adopt follow implement honour honor |abide by|be bound by|carry out|put into practice|stick to|go with|go along with",
    "learn": "hear learn see receive get |find out|hear back|hear from",
    "answer": "reply respond answer |write back|get back|give answer|give reply|give response",
    "promise": "promise guarantee commit undertake pledge vow agree",
    "be": "be",
    "help": "help lend",
    "consult": "consult listen hear",
    "workin": "use incorporate weave |work into|build into|feed into|fold into|draw on|build on|base on",
    "weigh": "consider weigh |take seriously|take on board|take into account|take account",
    "use": "use feed build incorporate weave reflect consider take carry turn pass bring include",
    "sit": "sit serve |be on|be part|be a member",
    "exist": "be have mean include hold",
    "vote": "vote",
    "last-word": "|have the last word|have the final say|have the last say|have the final word|have the ultimate say",
    "render": "make",
    "cost": "cost",
    "fetch": "fetch collect drive |pick up|run home|take home",
    "urge": "encourage invite welcome urge",
    "other": "rely let jump hop pop look walk stand check talk meet work live speak join read attend go hang see think feel put bring wait eat spend keep leave start begin end finish last cost stay move reach open close apply register ring phone "
    "email mail text contact visit travel remind employ raise hire grow miss recruit study complete gather sign live lie rest remain depend matter belong become seem turn try watch walk drive ride buy sell pick lose win beat suffer finish deserve expect happen hold fill knock deserve enter arrive throw sleep wear fall rise obtain enable prevent avoid occur appear reduce increase treat suffer struggle cope survive print enrol enroll withdraw allow permit require ensure remember forget enjoy bother discover present arrange confirm express observe notice carry borrow lend clear mind",
}  # fmt: skip

_NOUNS = {
    "views": "view opinion idea thought feedback input insight perspective suggestion comment contribution voice answer response advice recommendation preference verdict representation submission observation remark reaction criticism reply concern point proposal",
    "experience": "experience story knowledge expertise wisdom word yarn know-how memory understanding lived-experience skill",
    "money": "money cash pound euro quid dollar penny shilling naira rand rupee kwacha buck ksh kes ugx mk chf usd gbp eur aud nzd cad rs sek nok dkk",
    "payment": "koha bursary earnings token payment fee honorarium honoraria stipend earning remuneration recompense compensation reward wage salary pay per-diem allowance retainer gift-card gift-voucher gift-token voucher cheque cash thank-you-payment involvement-payment sitting-fee time-credit shopping-card money",
    "cost": "expense cost fare travel transport transit taxi cab bus train ferry mileage parking petrol childcare sitter babysitter babysitting creche subsistence accommodation hotel lodging respite lunch meal food sandwich refreshment airfare flight ticket ride lift journey toll fuel diesel gas rail postage printing stationery broadband wifi nappy bridge-toll replacement-care care-cover crèche board-and-lodging tram metro",
    "vote": "vote ballot veto say-so casting-vote voting-right majority",
    "decision": "decision choice priority question topic agenda rule budget outcome criterion criteria winner award grant recommendation name theme plan",
    "power": "power responsibility control ownership decision leadership authority say",
    "pass": "pass permit",
    "training": "introduction pre-meeting pre-meet briefing run-through walk-through refresher training induction mentor buddy supervision debrief coaching mentoring grounding orientation crash-course debriefing shadowing",
    "helper": "caseworker coordinator co-ordinator liaison organiser someone somebody person buddy mentor counsellor counselor worker nurse psychologist therapist advocate facilitator helper listener befriender coach chaplain contact guide supporter elder ally therapist volunteer supervisor midwife kaumātua minister imam priest rabbi peer",
    "event": "call visit chat",
    "children": "child kid baby toddler youngster tot infant bairn wean tamariki",
    "report": "poster report summary note account newsletter letter sheet update statement record response minute page message bulletin list table changelog",
    "work": "research study trial project service care questionnaire survey app website leaflet poster video work priority agenda question future programme program policy ward clinic hospital plan support treatment therapy intervention strategy guideline guidance guide material "
    "information sheet document letter interview review outcome tool resource training nhs system report bid budget park garden square library neighbourhood neighborhood area estate city town village menu appointment pathway process practice protocol design "
    "exhibition museum school course workshop session event campaign message summary data result finding analysis recommendation decision approach method thing standard rule form gadget device product home housing space centre center transport road hub "
    "picture card lesson pattern development delivery job advert film booklet magazine agenda schedule roadmap version feature release wearable technology tech health healthcare medicine science script paper pack handbook model scheme curriculum prototype consent building draft wording text layout map brochure toolkit statement charter proposal pilot logo",
}  # fmt: skip

_PEOPLE = {
    "you": "you yourself yourselves ye y'all youse yous u",
    "we": "we i us team myself ourselves",
    "room": "ppg panel group forum jury assembly collective network circle crew",
    "body": "board committee council parliament partnership",
    "member": "advocate shopper member reader panellist panelist juror reviewer contributor adviser advisor representative co-applicant co-investigator co-researcher co-lead champion tester volunteer mentee beta-tester ambassador expert-by-experience experts-by-experience attendee delegate peer-researcher keeper rep "
    "community-researcher public-partner partner lay-member lay-reviewer ppi-member follower",
    "affected": "whānau whanau iwi hapū aunty auntie uncle ppl fan prisoner visitor player listener congregation farmer fisher worker cleaner apprentice pensioner swimmer walker runner passenger renter homeowner constituent voter sibling brother sister son daughter husband wife friend newcomer leaseholder leaver returner expert-patient people person patient carer user survivor parent mother mum father dad family woman man adult resident tenant citizen pupil child kid neighbour neighbor community public elder learner veteran refugee migrant teenager folk youth local islander client inpatient relative "
    "grandparent caregiver guest guardian youngster teen inmate householder housemate jobseeker commuter worshipper consumer sufferer neighbourhood neighborhood mob villager girl boy everyone everybody anyone anybody",
    "others": "staff officer doctor gp nurse surgeon clinician midwife researcher scientist investigator student consultant applicant candidate employee fundraiser donor customer claimant business organisation organization grantee employer company mp government ministry minister department cabinet "
    "councillor commissioner trustee director manager matron sponsor funder regulator court law judge university hospital trust charity governor mayor engineer designer architect academic teacher head executive foundation leadership shareholder publisher ranger dentist driver "
    "county state secretary chancellor senate congress officer authority superintendent treasury physician pharmacist dietitian physiotherapist psychologist psychiatrist economist criminologist statistician professional professor lecturer supervisor librarian archivist lawyer "
    "official chief intern agency inspectorate inspector vet caterer editor curator police union branch association federation landlord fellow midwife manufacturer contractor subscriber interviewer assessor expert educator auditor",
    "organisation": "business organisation organization company ministry government department cabinet university hospital trust charity foundation court county state senate congress authority treasury leadership sponsor funder agency inspectorate union branch association federation landlord",
    "above": "board committee council cabinet government ministry minister department councillor commissioner trustee director sponsor funder regulator court law judge university trust foundation governor management executive senate congress mayor secretary treasury authority publisher parliament manager agency inspectorate landlord county state editor",
    "participant": "participant subject respondent interviewee",
}  # fmt: skip

PUBLIC = frozenset((
    "lay", "public", "patient", "patients", "carer", "carers", "community", "youth", "peer", "advisory", "citizen", "citizens",
    "residents", "resident", "tenants", "tenant", "parents", "parent", "users", "user", "lived", "experience", "expert", "young",
    "disabled", "people's", "members'", "neighbourhood", "consumer", "family", "families", "involvement", "ppi", "elders",
    "survivors", "deaf", "autistic", "neurodivergent", "blind", "indigenous", "aboriginal", "traveller",
))  # fmt: skip
"""Words before a board or a committee that make it one of people affected."""

_IRREGULAR = {
    "chose": "choose", "chosen": "choose", "told": "tell", "said": "say", "paid": "pay", "gave": "give", "given": "give", "got": "get", "gotten": "get", "made": "make", "took": "take", "taken": "take",
    "wrote": "write", "written": "write", "rewrote": "rewrite", "rewritten": "rewrite", "led": "lead", "ran": "run", "held": "hold", "heard": "hear", "knew": "know", "known": "know", "understood": "understand", "found": "find", "sent": "send", "met": "meet", "came": "come", "went": "go",
    "gone": "go", "did": "do", "done": "do", "does": "do", "has": "have", "had": "have", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "being": "be", "am": "be", "set": "set", "put": "put", "built": "build", "drew": "draw", "drawn": "draw", "sat": "sit", "shown": "show",
    "thought": "think", "felt": "feel", "became": "become", "brought": "bring", "taught": "teach", "began": "begin", "begun": "begin", "spent": "spend", "left": "leave", "kept": "keep", "fed": "feed", "driven": "drive", "drove": "drive", "bore": "bear", "laid": "lay", "shook": "shake",
    "women": "woman", "men": "man", "midwives": "midwife", "children": "child", "people": "people", "folks": "folk", "criteria": "criterion", "dying": "die", "spoke": "speak", "spoken": "speak", "rethought": "rethink", "redrawn": "redraw", "saw": "see", "seen": "see", "bound": "bind",
}  # fmt: skip
_PARTICIPLES = frozenset((
    "chosen", "told", "said", "paid", "given", "gotten", "got", "made", "taken", "written", "rewritten", "led", "run", "held",
    "heard", "known", "understood", "found", "sent", "met", "set", "put", "built", "drawn", "shown", "taught", "spent", "left",
    "kept", "fed", "driven", "borne", "laid", "seen", "done", "gone", "rethought", "become", "redone", "bound", "hidden", "cut",
))  # fmt: skip

_NO_PAST = frozenset((
    "need", "feed", "seed", "speed", "heed", "exceed", "proceed", "succeed", "embed", "shed",
))  # fmt: skip
"""Verbs whose shortest form ends as if it told of what was."""

MODALS = frozenset((
    "will", "would", "can", "could", "shall", "should", "may", "might", "must",
))  # fmt: skip
NOT = frozenset((
    "not", "never", "no", "nobody", "none", "neither", "nor", "without", "cannot", "hardly", "unable", "nothing", "no-one",
))  # fmt: skip
DETERMINERS = frozenset((
    "the", "a", "an", "this", "that", "these", "those", "our", "your", "their", "its", "his", "her", "my", "each", "every", "all",
    "any", "some", "both", "no", "another", "other", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "twelve", "thirty", "few", "many", "most", "half", "several",
))  # fmt: skip
PREPOSITIONS = frozenset((
    "of", "in", "on", "at", "from", "with", "by", "for", "to", "into", "onto", "over", "about", "between", "among", "through",
    "across", "during", "after", "before", "under", "within", "without", "against", "alongside", "per", "as", "like", "upon",
    "towards", "toward", "behind", "beside", "near", "via", "since", "until",
))  # fmt: skip
PRONOUNS = frozenset((
    "you", "we", "i", "they", "he", "she", "it", "everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nobody",
    "who", "there", "ye", "y'all", "this", "that", "none",
))  # fmt: skip
ADVERBS = frozenset((
    "also", "always", "really", "then", "yet", "still", "just", "only", "now", "soon", "directly", "actively", "jointly", "together",
    "both", "all", "already", "usually", "normally", "generally", "fully", "then", "even", "ever", "often", "regularly", "annually",
    "first", "equally", "carefully", "gladly", "happily", "honestly", "straight", "right", "back", "therefore", "thus", "soon",
    "today", "here", "please", "each", "themselves", "ourselves", "yourselves", "yourself", "actually", "truly", "truly", "simply",
    "maybe", "perhaps", "probably", "definitely", "certainly", "once", "so", "too", "well", "ultimately", "independently",
    "collectively", "openly", "closely", "personally", "individually", "remotely", "substantially", "effectively",
))  # fmt: skip
RELATIVES = frozenset((
    "who", "that", "which", "whom",
))  # fmt: skip
ASKING = frozenset((
    "what", "which", "how", "where", "why", "whether", "when", "who", "whom", "whose", "whatever", "whichever", "wherever",
))  # fmt: skip
LOOSE = frozenset((
    "if", "when", "whenever", "once", "until", "before", "after", "since", "as", "unless", "whether", "while", "because",
))  # fmt: skip
"""What begins a clause that says when, whether or why, and promises nothing of its own."""


@cache
def bases(word: str) -> tuple[str, ...]:
    """The shortest forms that a word may be of, itself first: `choosing` is of *choose*, `tests` of *test*."""
    word = word.casefold()
    found = [word]
    if word in _IRREGULAR:
        found.append(_IRREGULAR[word])
    for ending, puts in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ied", "y"),
        ("ed", ""),
        ("ed", "e"),
        ("d", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ying", "ie"),
    ):
        if word.endswith(ending) and len(word) - len(ending) + len(puts) > 1 and not word.endswith("ss"):
            stem = word[: -len(ending)] + puts
            found.append(stem)
            if ending in ("ed", "ing") and not puts and len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))


@cache
def _singular(word: str) -> tuple[str, ...]:
    """A noun, and what it may be the plural of. A verb's endings are none of a noun: *training* is no train."""
    return tuple(base for base in bases(word) if base == word or word.endswith("s") or word in _IRREGULAR)


def _family(table: dict[str, str]) -> tuple[dict[str, frozenset[str]], dict[str, list[tuple[tuple[str, ...], str]]]]:
    """By word: its classes; by first word: the phrases that begin with it, longest first, each with its class."""
    words: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, listed in table.items():
        alone, *longer = listed.split("|")
        for word in alone.split():
            words.setdefault(word, set()).add(name)
        for phrase in longer:
            parts = tuple(phrase.split())
            phrases.setdefault(parts[0], []).append((parts[1:], name))
    for first in phrases.keys() - words.keys():
        # What begins a phrase is a verb, though it means nothing alone.
        words[first] = {"other"}
    return {word: frozenset(names) for word, names in words.items()}, phrases


_VERB_WORDS, VERB_PHRASES = _family(_VERBS)
_NOUN_WORDS, _ = _family(_NOUNS)
_PEOPLE_WORDS, _ = _family(_PEOPLE)


@cache
def verb_classes(word: str) -> frozenset[str]:
    """What a verb does; empty where it is no verb that is known here."""
    return frozenset().union(*(_VERB_WORDS.get(base, frozenset()) for base in bases(word)))


@cache
def noun_classes(word: str) -> frozenset[str]:
    """What a noun is about."""
    return frozenset().union(
        *(
            _NOUN_WORDS.get(base, frozenset())
            for base in _singular(word.casefold().removesuffix("'s").removesuffix("'"))
        )
    )


@cache
def people_classes(word: str) -> frozenset[str]:
    """Whom a word speaks of."""
    return frozenset().union(
        *(
            _PEOPLE_WORDS.get(base, frozenset())
            for base in _singular(word.casefold().removesuffix("'s").removesuffix("'"))
        )
    )


def people_words(name: str) -> frozenset[str]:
    """The words for people of one class, each in its shortest form."""
    return frozenset(word for word, classes in _PEOPLE_WORDS.items() if name in classes)


@cache
def is_participle(word: str) -> bool:
    """Whether a word can follow *be* as what is done to something."""
    return (word.endswith("ed") and word not in _NO_PAST) or word in _PARTICIPLES


@cache
def is_past(word: str) -> bool:
    """Whether a verb tells of what was; not where its form says both (*set*, *put*)."""
    return word not in ("set", "put", "let", "hit", "cut", "is", "are", "am", "has", "does", "be", "being") and (
        (word.endswith("ed") and word not in _NO_PAST) or word in _IRREGULAR
    )


_ONLY_PARTICIPLES = frozenset((
    "chosen", "given", "gotten", "taken", "written", "rewritten", "known", "gone", "done", "been", "being", "drawn", "shown", "begun",
    "driven", "spoken", "redrawn", "seen", "dying", "does", "has", "is", "are", "am",
))  # fmt: skip


@cache
def is_simple_past(word: str) -> bool:
    """Whether a word alone can say that something was done: *chose*, and not *chosen*; also a verb in *-ed* that is not known here."""
    if word.endswith("ed"):
        return len(word) > 3 and word not in _NO_PAST and (not word.endswith("eed") or word in ("agreed", "freed"))
    return is_past(word) and word not in _ONLY_PARTICIPLES and bool(verb_classes(word))
