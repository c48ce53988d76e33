"""What is looked for, as data: promises, words with a kinder way, and what an invitation should say.

Each row says what it means to a reader and what to ask. A new phrase is a new pattern in a row, and a sentence
or two in tests/advert/sentences.yaml that shows when it fires and when it must not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["note", "warning"]


@dataclass(frozen=True)
class FileLine:
    """A line of the project file that a finding rests on."""

    path: str
    line: int
    says: str


@dataclass(frozen=True)
class Finding:
    """Something to talk over. Never a verdict.

    Attributes:
        rule: which rule saw it.
        level: `warning` where the project file says something else, or the words put the fault on people; else `note`.
        line: the line of the advert; None where something is not there.
        quote: the words of the advert.
        says: what was seen.
        asks: a question for those who write the advert.
        instead: a kinder or truer way to say it, where there is one.
        file: the lines of the project file that it rests on.
    """

    rule: str
    level: Level
    line: int | None
    quote: str
    says: str
    asks: str
    instead: str = ""
    file: tuple[FileLine, ...] = ()


@dataclass(frozen=True)
class Review:
    """All that was seen in one advert.

    Attributes:
        findings: in the order of the lines; what is not there comes last.
        said: what an invitation should say and this one says, with the line.
        unsaid: what it should say and does not seem to.
        grade: the reading grade of the whole text; None where it was not worked out.
        not_looked_at: what was not looked for, and why.
    """

    findings: tuple[Finding, ...]
    said: dict[str, int]
    unsaid: tuple[str, ...]
    grade: float | None
    not_looked_at: tuple[str, ...]


# --- promises --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Promise:
    """A kind of promise.

    Attributes:
        rule: its name.
        says: what people may take from it, after "This line promises …".
        asks: what to ask where the project file does not tell.
        patterns: how it is worded. Blanks stand for any blanks; capitals do not matter.
        unless: what may stand around it that makes it mean something else, in the same sentence.
        role: for a say, the role that it promises.
    """

    rule: str
    says: str
    asks: str
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    role: str = ""


_PEOPLE = (
    r"(?:people|patients?|carers?|service users?|those (?:affected|with)|contributors?|young people|parents?|residents?|users?|you|disabled"
    r"|survivors?|families|lived[- ]experience|experts by experience|members|citizens|tenants|communities|the community|the public)"
)
_WORK = (
    r"(?:research|stud(?:y|ies)|trials?|projects?|services?|care|questionnaires?|surveys?|apps?|websites?|leaflets?|work|priorit(?:y|ies)|agenda"
    r"|questions?|future|programmes?|polic(?:y|ies)|wards?|clinics?|plans?|support|treatments?|therap(?:y|ies)|interventions?|strategy|guidelines?"
    r"|materials?|information|sheets?|documents?|letters?|interviews?|reviews?|hospitals?|outcomes?|tools?|resources?|training|NHS|system|report)"
)
_VIEWS = r"(?:views?|opinions?|ideas?|thoughts?|feedback|input|insights?|perspectives?|suggestions?|comments?|contributions?|voices?)"
_OFFER = (
    r"(?:(?:could|can|would|will) you help(?: us)?(?: to)?|help(?:ing|s|ed)?(?: us)?(?: to)?|you(?:'ll| will| can| could| may)(?: be able to| also)?(?: help| get)?(?: us)?(?: to)?|(?:chance|opportunity|invited?|inviting you|want|wanting"
    r"|like|love|able|come|wish|need you|ask you|asking you|involved|work with us|join us|keen|people|members|volunteers)(?: to| and)(?: help(?: us)?(?: to)?)?|please|let's)"
)

SAY: tuple[Promise, ...] = (
    Promise(
        "promise-lead",
        "that people who are affected lead the work",
        "Who decides in the end, and who holds the money? Would people who join find that they lead?",
        (
            rf"(?<!co-)(?<!co )\b(?:led|run|governed|directed|controlled|owned) (?:entirely |fully |only )?by (?:\w+ )?{_PEOPLE}\b",
            r"\b(?:patient|user|carer|survivor|community|parent|youth|peer|public|contributor|citizen|tenant)s?[- ]led\b",
            r"\byou(?:'ll| will| can)? (?:be |are )?(?:in charge|in control|take charge|take the lead|lead the|lead our)\b",
            r"\bdriv(?:ing|er's) seat\b",
            rf"\b{_PEOPLE} (?:will |can |should )?(?:lead|run) (?:it|the|our|this|on)\b(?! risk)",
        ),
        unless=(r"\bled by (?:people|members) (?:from|of) (?:the|our) (?:university|team|trust)\b",),
        role="led",
    ),
    Promise(
        "promise-partnership",
        "that people and the team share the work and its decisions as equals",
        "What will be equal: votes, pay, time, information? Would people who join say so after a year?",
        (
            r"\b(?:equal|full|genuine|true|real) (?:partners?|partnerships?|members?|voice|say|footing|power|status|terms|part)\b",
            r"\bas (?:an |true |full )?equals?\b(?! opportunit)",
            r"\bon (?:an )?equal (?:terms|footing)\b",
            r"\bco-?(?:produc|design|creat|develop|deliver|author|own)\w*|\bco-?(?:research|lead|applicant|investigator)\w*|\bco-led\b",
            rf"\b(?:in|work(?:ing)? in) (?:full |equal |true |close )?partnership with (?:\w+ )?{_PEOPLE}\b",
            r"\b(?:as|be|become) (?:\w+ )?partners? (?:in|on|with)\b",
            r"\bpartner with us\b|\b(?:as|true|real|your) partners in\b|\bwork(?:ing)? (?:together )?as partners\b",
            r"\bnothing about us,? without us\b|\bshar(?:e|es|ed|ing) (?:the )?power\b|\blevel playing field\b|\bon an equal basis\b|\bside by side\b",
        ),
        unless=(r"\bequal opportunit",),
        role="decided together",
    ),
    Promise(
        "promise-decision",
        "that people decide, or decide along with the team",
        "Which decision is open, and what happens when people who join and the team do not agree?",
        (
            r"\b(?:it(?:'s| is| will be) )?your decision\b",
            r"\byou(?:'ll| will| can| get to)? (?:all |also |really )?(?:decide|choose)\b",
            r"\b(?:we|together|us)\b[^.;]{0,30}\b(?:decide|choose|agree on)\b[^.;]{0,20}\btogether\b",
            r"\btogether\b[^.;]{0,25}\b(?:decide|choose|agree)\b",
            r"\bdecid(?:e|ing) (?:together|with us|alongside us|jointly)\b",
            r"\bdecisions? (?:are|is|will be) (?:made|taken) (?:together|jointly|with you|by (?:you|members|contributors|patients|everyone))\b",
            r"\b(?:joint|shared) decisions?\b(?! ?-?making (?:with|between) (?:your|a|the) (?:doctor|clinician|GP))",
            r"\bhelp(?:ing)?(?: us)?(?: to)? (?:decide|choose|pick)\b",
            r"\b(?:you|join|involved in|part of|part in|help with|role in|members|people)\b[^.;]{0,30}\b(?:decision[- ]making|decision[- ]makers|decisions)\b(?! (?:about|on) your (?:care|treatment|own))",
            r"\b(?:you|join|part of|members|contributors|patients|panel)\b[^.;]{0,50}\b(?:mak(?:e|es|ing)|tak(?:e|es|ing)) (?:the |all |key |important |real |big |joint )*decisions\b",
            r"\b(?:you|members|contributors|patients|carers|panel)\b[^.;]{0,25}\b(?:final|last) (?:say|word)\b",
            r"\b(?:have|has|get|gets|with) (?:a |an |the |full )?(?:equal |same |full )?vote\b|\bequal votes?\b|\bvoting rights\b|\byou (?:can|will|may) vote\b|\bveto\b",
        ),
        unless=(
            r"\b(?:your decision|you(?:'ll| will| can)? (?:decide|choose))\b[^.;]{0,12}\b(?:whether|if|when|how much|how often|how long|how you|what you|which way|not to|to (?:take part|join|leave|stop|withdraw|apply|come|share|tell)|will not affect|about taking part)\b",
            r"\bif you (?:decide|choose)\b|\b(?:once|when|before|after|until|should) you(?:'ve| have)? (?:decided?|choose|chosen)\b",
            r"\bhelp(?:ing)? you (?:to )?(?:decide|choose)\b",
            r"\b(?:decide|choose) (?:together )?with (?:your|the) (?:doctor|GP|family)\b",
        ),
        role="decided together",
    ),
    Promise(
        "promise-influence",
        "that what people say will shape the work",
        "What can still change because of what people say, by when, and who decides about it?",
        (
            rf"\b{_OFFER} (?:\w+ ){{0,3}}?(?:shape|influence|steer|transform)\b(?! your (?:own|life|skills|health|career))",
            rf"\b{_OFFER} (?:\w+ ){{0,3}}?(?:design|develop|plan|set|guide|inform|improve|change|test)\b(?! your)[^.;]{{0,40}}\b{_WORK}\b",
            rf"\b(?:involved|part|role|interested|say|interest|hand|working together) in (?:\w+ ){{0,2}}?(?:shaping|influencing|steering|transforming)\b|\b(?:involved|part|role|hand) in (?:\w+ ){{0,2}}?(?:designing|developing|planning|improving)\b[^.;]{{0,40}}\b{_WORK}\b",
            rf"\bhelp(?:ing)? (?:us )?(?:to )?(?:make|rewrite|review|check|rethink|reimagine|create|build)\b[^.;]{{0,40}}\b{_WORK}\b",
            rf"\bwhat (?:{_PEOPLE}) (?:tell us|say|share|think|told us|told)(?: \w+)? (?:will|can|could|would|is going to)\b[^.;]{{0,20}}\b(?:shape|influence|inform|guide|steer|drive|determine|decide|change)\b",
            r"\b(?:be|become) (?:the|a) voice (?:of|for)\b|\byour chance to be heard\b",
            r"^\W*(?:come and |help |now )?(?:shape|influence|steer|transform|design)\b (?!your (?:own|life|skills|health))",
            r"\b(?:have|having|get|getting|want|wanting|gives? you|giving you|with) (?:a |your |a real |a bigger |a genuine |more (?:of a )?)say\b",
            r"\b(?:make|get|let|have|making|getting|having) your (?:voice|view)s? (?:be )?heard\b|\byour voice (?:matters|counts|will be heard)\b",
            rf"\byour (?:own )?(?:{_VIEWS}|experiences?)(?: and \w+)? (?:will|can|could|would|is going to|are going to|directly|really)\b[^.;]{{0,30}}\b(?:shape|influence|inform|guide|steer|drive)\b",
            r"\byou(?:'ll| will| can)? have (?:a |an )?(?:real |genuine |direct |lasting |big )?(?:influence|impact) (?:on|over)\b",
        ),
        unless=(
            r"\bsay (?:hello|hi|yes|no|thank)\b",
            r"\b(?:were|was|had|have been|has been)\b[^.;]{0,20}\b(?:asked|invited|able|involved|keen|consulted)\b[^.;]{0,60}",
        ),
        role="involved",
    ),
    Promise(
        "promise-views",
        "that somebody wants to hear what people think",
        "What could their answers still change, and how will people hear what came of them?",
        (
            rf"\bwe(?:'d|'re| would| are)? (?:all |really |very much |always |also |particularly )*(?:want|love|like|need|welcome|value|keen|looking|interested)\b[^.;]{{0,25}}\byour (?:\w+ ){{0,2}}?{_VIEWS}\b",
            r"\b(?:want|love|like|keen|need|eager) to hear (?:from (?:you|people|patients|carers|parents)|what you (?:think|feel|need|want))\b",
            r"\b(?:want|love|like|keen|need|eager|trying) to (?:know|learn|find out|understand) (?:more about )?(?:what|how) (?:you|matters|is important|it is like)\b|\bhear (?:about |more about )?your (?:experiences?|story|stories)\b",
            r"\b(?:tell us|let us know|say) what you (?:really )?(?:think|feel|want|need)\b|\bwhat do you think\b",
            rf"\b(?:share|give us|send us|offer|give|bring)(?: us)? your (?:\w+ )?{_VIEWS}\b",
            rf"\byour (?:{_VIEWS}) (?:matters?|counts?|(?:is|are) (?:important|valued))\b",
        ),
        unless=(r"\bfeedback (?:form|on this advert)\b",),
        role="consulted",
    ),
)
"""What promises a say, the strongest first: of several in one sentence the first counts."""

OTHER: tuple[Promise, ...] = (
    Promise(
        "promise-change",
        "that something will change because of people who take part",
        "What is certain to change, and who could still say no?",
        (
            r"(?:^\W*|\b(?:you|get involved|join|help|chance|opportunity|to|and|can) (?:\w+ ){0,3}?)(?:really )?mak(?:e|ing) a (?:real |big |positive |lasting |genuine )?difference\b",
            r"\bact(?:ing)? (?:up)?on (?:what you|your|everything|all you)\b",
            rf"\byour {_VIEWS} (?:will|are going to) (?:all )?(?:be )?(?:put into (?:practice|action)|acted (?:up)?on|used|implemented|taken on board|adopted|change)\b",
            rf"\b(?:your|lived) (?:own )?(?:lived )?(?:{_VIEWS}|experiences?) (?:will|can|could|is going to|are going to) (?:really |help (?:to )?)?(?:change|transform|improve|make)\b",
            r"\b(?:make|bring about|bring) (?:real |lasting |positive )?change(?: happen)?\b|\bchange (?:lives|things for)\b|\byour ideas (?:become|a reality)\b",
            rf"\b(?:put|turn)(?:ting|ing)? your {_VIEWS} into (?:practice|action|reality)\b",
            r"\byou(?:'ll| will) (?:change|transform) (?:the|our|how|local)\b",
        ),
    ),
    Promise(
        "promise-early",
        "that people are there from the beginning",
        "What has been decided already, and can it still be opened again?",
        (
            r"\bfrom (?:the )?(?:very |early )?(?:start|beginning|outset)\b",
            r"\bat the (?:very )?(?:start|outset)\b|\bfrom the word go\b|\bfrom scratch\b",
            r"\bfrom day one\b|\bbefore anything (?:is|has been) (?:decided|fixed)\b|\bfrom (?:the first|an early) (?:day|stage|idea)\b",
        ),
        unless=(
            r"\bpaid from the\b|\b(?:from the )?(?:start|beginning) of (?:each|every|the (?:meeting|session|week|month|year))\b|\b(?:start|beginning) to (?:finish|end)\b",
        ),
    ),
    Promise(
        "promise-throughout",
        "that people are there in every part of the work",
        "Which parts are these, and what will people do in each? Are there parts in which nobody is?",
        (
            r"\b(?:at|in|through|throughout|across|during) (?:every|all|each)(?: of| the| single)* (?:stages?|steps?|parts?|phases?|aspects?)\b",
            r"\bat the (?:heart|centre) of (?:everything|all)\b|\ball the way through\b",
            r"\bevery step of the way\b|\bfrom (?:start|beginning) to (?:finish|end)\b",
            r"\binvolved throughout\b|\bthroughout (?:the|our) (?:whole |entire )?(?:project|study|research|programme|trial)\b",
        ),
    ),
    Promise(
        "promise-pay",
        "that people are paid",
        "Who is paid, how much, for what, and when do people have the money?",
        (
            r"\b(?:you|people|everyone|everybody|members|contributors)(?:'ll| will| can| are| get)?(?: all)?(?: be| get)? paid\b(?! (?:work|job|employment|off))",
            r"\bwe(?:'ll| will| can| do)? (?:always |also )?pay (?:you|people|everyone|everybody|all|contributors|members|for your time|£|€|\$)",
            r"\bpaid (?:role|roles|position|opportunity|for (?:your|their|all))\b",
            r"\bwe (?:can |will |also )?(?:offer|give|provide)(?: you| everyone)? (?:an? |some )?(?:£|€|\$|payment|fee|honorarium|gift card|voucher|pay\b)",
            r"\b(?:receive|get|given|offered|offers?) (?:an? |the )?(?:£ ?[0-9.,]+|€ ?[0-9.,]+|\$ ?[0-9.,]+|payment|fee|voucher|honorarium|gift card|thank[- ]you payment)",
            r"[£€$] ?[0-9.,]+ ?(?:per|an?|each|for (?:each|every)|/) ?(?:hour|hr|day|half[- ]?day|session|meeting|visit)",
            r"\b(?:paid|compensat(?:ed|ion)|reward(?:ed)?|reimbursed?|payments?|fee) (?:to you )?for (?:your|their) time\b|\bget paid\b",
            r"\bpayments? (?:is|are|will be) (?:offered|available|made)\b",
        ),
        unless=(r"\bget paid (?:work|employment|jobs?)\b",),
    ),
    Promise(
        "promise-expenses",
        "that nobody has costs of their own",
        "Which costs, paid before or after, and within how many days? Who would be left with a cost?",
        (
            r"\b(?:all|any|your|travel|travelling|reasonable|out[- ]of[- ]pocket)\b[^.;]{0,30}\b(?:expenses|costs|fares?|travel) (?:\w+ ){0,3}?(?:paid|covered|reimbursed|refunded|met|provided)\b",
            r"\btravel (?:is|will be|can be) (?:paid|covered|reimbursed|refunded|booked)\b",
            r"\bwe(?:'ll| will| can| also)? (?:book|pay|cover|reimburse|refund|meet)\b[^.;]{0,40}\b(?:expenses|travel|train|taxis?|fares?|childcare|costs|tickets?)\b",
            r"\bexpenses (?:paid|(?:are|is|will be) (?:all )?(?:paid|covered|reimbursed|refunded|met))\b|\bat no cost to you\b",
            r"\b(?:not|never|nobody|no one|no-one|won't)\b[^.;]{0,25}\bout of pocket\b",
        ),
    ),
    Promise(
        "promise-support",
        "that people are safe and looked after",
        "Who is there for people, before, during and after, and what happens when somebody is upset?",
        (
            r"\byou(?:'ll| will| are)? (?:always )?(?:be )?(?:fully |well )?supported\b",
            r"\bsupport(?: worker| person| team)? (?:is|will be|are)(?: always)? (?:there|available|offered|provided|on hand)\b",
            r"\b(?:a|in a|this is a|psychologically|create a) safe (?:and \w+ )?(?:space|place|environment)\b|\bsafe (?:and \w+ )?(?:space|environment)\b",
            r"\bwe(?:'ll| will| can| also)? (?:offer|provide|give)(?: you)?(?: with)? (?:\w+ ){0,3}?support\b(?! (?:groups?|services?|workers? for))",
            r"\b(?:someone|somebody) (?:is|will be) (?:always )?there for you\b|\bwe(?:'ll| will| can)? (?:support|look after) (?:you|everyone|each)\b",
        ),
    ),
    Promise(
        "promise-everyone",
        "that anybody can take part",
        "Who could not take part all the same, and would they know it from this text?",
        (
            r"\b(?:everyone|everybody|anyone|anybody|all)(?: is| are)? (?:very )?welcome\b(?! to (?:the|our) (?:launch|exhibition))",
            r"\bopen to (?:all\b(?! (?:adults|patients|people aged|members|staff|women|men))|everyone|everybody|anyone|anybody)",
            r"\b(?:anyone|anybody|everyone|everybody) can (?:join|take part|apply|come|get involved)\b",
            r"\bno[- ]?one (?:is|will be) (?:excluded|turned away|left out)\b|\bwe welcome (?:everyone|everybody|anyone|all)\b|\ball (?:backgrounds|abilities) (?:are )?welcome\b",
            r"\b(?:whatever|regardless of) your (?:background|age|experience|ability|abilities|circumstances)\b",
        ),
    ),
    Promise(
        "promise-feedback",
        "that people hear what came of what they said",
        "Who tells them, by when, and also where the answer was no?",
        (
            r"\b(?:we(?:'ll| will)|you(?:'ll| will)) (?:always |also |then )?(?:let you know|tell you|hear|find out|show you|see)\b[^.;]{0,30}\b(?:what|how)\b[^.;]{0,30}\b(?:did|done|changed?|happened|happens|came|used|made|difference|results?|input|ideas|views|suggestions)\b",
            rf"\b(?:let you know|tell you|show you)\b[^.;]{{0,30}}\b(?:what|how)\b[^.;]{{0,30}}\b(?:your {_VIEWS}|we did|has changed|came of)\b",
            r"\b(?:report|feed) ?back to you\b|\bkeep you (?:informed|updated|posted|up to date)\b",
        ),
    ),
    Promise(
        "promise-access",
        "that what people need in order to take part will be there",
        "What is there already, what would have to be found, and who pays for it?",
        (
            r"\b(?:fully|completely|totally) accessible\b|\baccessible (?:to|for) (?:all|everyone|everybody)\b",
            r"\b(?:meet|cater for|accommodate|provide for) (?:all|any|every|your|everyone's)(?: \w+)? (?:needs|requirements)\b",
            r"\b(?:whatever|anything|everything) you need (?:in order )?to (?:take part|join|come)\b",
            r"\bwhatever your (?:access |accessibility |communication )?(?:needs|requirements)\b",
        ),
        unless=(r"\b(?:try|do our best|aim|hope|do what we can) to (?:meet|cater|accommodate|provide)[^.;]{0,40}",),
    ),
)

# --- words -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Word:
    """Words that some readers feel as blame, and a kinder way.

    Attributes:
        patterns: the words.
        instead: a kinder way.
        why: what they may say to a reader.
        fault: whether they put the fault on people (`words-fault`), or name people by a condition or with
            pity (`words-label`).
        unless: what may stand around them that makes them mean something else.
    """

    patterns: tuple[str, ...]
    instead: str
    why: str
    fault: bool = False
    unless: tuple[str, ...] = ()


_GROUPS = (
    r"(?:groups?|people|communities|community|populations?|families|family|patients?|clients?|young|men|women|individuals?|users?|audiences?"
    r"|parents?|carers?|participants?|they|who|students?|residents?|children)"
)

WORDS: tuple[Word, ...] = (
    Word((r"\bhard(?:er|est)?[- ]to[- ](?:reach|engage|hear)\b", r"\bdifficult[- ]to[- ](?:reach|engage)\b", r"\bhardly reached\b", r"\bunreachable\b"),
         "“under-served by us”, or name the group and say what we have not done yet", "that people keep out of reach, while it may be the service that does", fault=True,
         unless=(r"\b(?:venue|building|place|office|switch|shelf|village|phone)\b[^.;]{0,20}\b(?:hard|difficult)",)),
    Word((r"\bfail(?:ed|s|ing|ure)?(?: \w+)? to (?:engage|attend|respond|comply|turn up|participate|take part)\b",
          r"\b(?:do|does|did|will|would)(?: not|n't) engage\b", r"\brefus(?:e|es|ed|al|ing)(?: \w+)? to (?:engage|comply|attend|co-?operate)\b",
          r"\bdisengag(?:ed|es|ing|ement)\b", r"\b(?:poor|low|lack of|non)[- ]?engagement\b"),
         "“we have not found a way that works for them”, “the service did not suit them”", "that people did something wrong by staying away", fault=True),
    Word((r"\bnon[- ]?(?:compliant|compliance|adherent|adherence)\b", r"\bpoor(?:ly)? (?:compliance|compliant|adherence|adherent)\b"),
         "“people who do not take the medicine (and their reasons)”", "that people disobey, where they may have good reasons", fault=True),
    Word((r"\brefus(?:e|es|ed|ing) (?:\w+ )?(?:treatment|care|medication|medicine|help|services?|therapy)\b", r"\btreatment[- ]refus\w+"),
         "“people who choose not to have treatment”", "that a choice is an act of defiance", fault=True),
    Word((r"\b(?:did|do|does) not attend(?:ers?)?\b", r"\bDNAs\b|\bDNA rates?\b", r"\bnon[- ]attend(?:ers?|ance)\b"),
         "“missed appointments”, and ask what stood in the way", "that staying away is a fault of those who could not come", fault=True),
    Word((r"\battention[- ]seek(?:ing|ers?)\b", r"\bmanipulative\b", r"\bchallenging behaviou?rs?\b", r"\bdifficult patients?\b", r"\bproblem (?:families|patients|behaviou?r)\b",
          r"\bfrequent flyers?\b", r"\bbed[- ]blockers?\b", r"\bheart[- ]?sink\b", r"\btime[- ]?wasters?\b"),
         "say what happened and what the person may have needed", "that people are the trouble", fault=True),
    Word((r"\black(?:s|ing)? (?:of )?(?:insight|motivation)\b", r"\bunmotivated\b", r"\bpoor historians?\b", r"\bill[- ]?informed (?:people|patients|public)\b", r"\bignorant\b"),
         "“see it differently”, “have not been told”", "that people cannot judge for themselves", fault=True),
    Word((r"\bchaotic (?:lives|lifestyles?|families|patients|people)\b", r"\blifestyle choices?\b", r"\bself[- ]inflicted\b"),
         "say what makes life hard for people", "that people chose what happens to them", fault=True),
    Word((r"\b(?:patients?|people|who|have|has|had) failed (?:on )?(?:\w+ ){0,3}(?:treatments?|therap(?:y|ies)|chemotherapy|medications?|drugs?)\b", r"\btreatment failures\b"),
         "“the treatment did not work for them”", "that the person failed, and not the treatment", fault=True),
    Word((r"\bsuffer(?:s|ing|ed)? (?:\w+ )?(?:from|with)\b", r"\bsufferers?\b", r"\bafflicted (?:with|by)\b", r"\bstricken with\b", r"\bvictims? of (?:\w+ )?(?:cancer|stroke|dementia|illness|depression|AIDS|disease)\b"),
         "“live with”, “have”, “people with …”", "that a life with a condition is nothing but suffering",
         unless=(r"\b(?:service|services|system|buildings?|data|studies|study|roads?|trains?|bus|line|project|company|economy|methods?|research|trials?|website|app)\b (?:\w+ )?suffer",)),
    Word((r"\bwheelchair[- ]bound\b", r"\bconfined to (?:a |the |their |his |her )?(?:wheelchairs?|bed)\b", r"\bbed[- ]?ridden\b", r"\bhousebound\b"),
         "“wheelchair user”, “cannot leave home”", "that a wheelchair is a prison, where it may be freedom"),
    Word((r"\bthe (?:elderly|disabled|mentally ill|handicapped|homeless|blind|deaf|poor|deprived|vulnerable|needy|marginali[sz]ed|autistic|demented|infirm|obese)\b(?! (?:\w+ )?(?:people|person|care|ward|unit|patients?|adults?|lady|ladies|man|men|woman|women|gentleman|community|child(?:ren)?|access|toilet|parking|entrance|groups?|team|club|association|society|bay|spaces?|families|students?|members?|couple|results?|data|quality|network|world))",
          r"\bthe less fortunate\b"),
         "“older people”, “disabled people”, “people who …”", "that people are nothing but this one thing"),
    Word((r"\bcommit(?:s|ted|ting)? suicide\b", r"\b(?:un)?successful suicide\b", r"\bfailed suicide\b"),
         "“died by suicide”, “ended his life”", "that it is a crime, or that dying is a success"),
    Word((r"\b(?:drug|substance|alcohol) abus(?:e|ers?)\b", r"\b(?:drug )?addicts?\b", r"\balcoholics\b(?! anonymous)", r"\bjunkies?\b", r"\bself[- ]harmers?\b", r"\bschizophrenics?\b", r"\bepileptics?\b", r"\bdiabetics\b", r"\bcripples?d?\b(?! (?:by|the))", r"\bretard(?:ed|s)?\b", r"\billiterates?\b"),
         "“people who use drugs”, “people who self-harm”, “people with …”", "that people are their condition"),
    Word((r"\bvoiceless\b", r"\bgiv(?:e|es|ing) (?:\w+ )?a voice\b"),
         "“listen to”, “make room for”", "that people had no voice, while nobody may have listened"),
    Word((r"\b(?:research|study|human|our|test) subjects\b", r"\bguinea pigs?\b"),
         "“people who take part”", "that people are something to be examined"),
    Word((r"\b(?:normal|healthy and normal) (?:people|children|adults|families|population)\b", r"\bable[- ]bodied\b"),
         "“people without the condition”, “non-disabled people”", "that the others are not normal"),
    Word((r"\bsuffer(?:s|ing)? in silence\b", r"\bbrave(?:ly)? (?:battl|fight|fought|struggl)\w*", r"\bdespite (?:his|her|their) (?:disability|illness|condition)\b", r"\b(?:lost|losing) (?:the|his|her|their) battle\b"),
         "say plainly what people live with and do", "pity, or praise for what is everyday life"),
)  # fmt: skip

# --- what an invitation should say -------------------------------------------------------------------------


@dataclass(frozen=True)
class Item:
    """Something that people need to know before they can say yes or no.

    Attributes:
        name: what it is, as the report lists it.
        patterns: one of them says it.
        unless: taken away before looking: words that only look like it.
        says: what was seen, where it is not there.
        asks: the question then.
        told: where the project file may tell it.
    """

    name: str
    patterns: tuple[str, ...]
    says: str
    asks: str
    told: tuple[str, ...]
    unless: tuple[str, ...] = ()


_NUMBER = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?|half a|an?|a few|a couple of|several|up to \d+)"

LIMIT = (
    r"\b(?:can(?:not| not|'t)|won't|will not|(?:is|are|was|were) not|isn't|aren't|may not|might not|no longer|not (?:able|always|yet))\b[^.;]{0,45}"
    r"\b(?:chang\w+|alter\w*|decid\w+|influenc\w+|use all|use everything|act on|promise|guarantee|open|possible|follow|adopt|take up|reopen\w*|fund|move|movable|vote|up for)\b"
    r"|\b(?:is|are|have been|has been|was|were|stays?|remains?)\b[^.;]{0,20}\b(?:fixed|set by|decided by|decided already|already (?:been )?(?:decided|set|fixed|agreed|chosen))\b"
    r"|\balready (?:been )?(?:decided|fixed|chosen)\b"
    r"|\bout of scope\b|\b(?:outside|beyond) (?:our|the) (?:control|scope|power|budget)\b|\bout of our hands\b|\bnot up for (?:discussion|debate|change)\b"
    r"|\b(?:final|last) (?:say|decision|word)[^.;]{0,25}\b(?:is|are|lies?|rests?|stays?|made|taken|with|by)\b[^.;]{0,25}\b(?:team|funders?|committee|board|researchers?|university|trust|sponsor|regulator|commissioners?|council|us|service|hospital|ministry|government)\b"
    r"|\b(?:the team|team|funders?|committee|regulator|researchers|board|university|sponsor|commissioners?|council|hospital|ministry|government|managers?)\b[^.;]{0,12}\b(?:decides?|has decided|have decided|sets?|has the final|have the final)\b"
    r"|\bonly (?:advis\w+|asked for advice|the (?:wording|text|leaflet))\b|\badvice only\b|\b(?:group|panel|you|members) (?:will )?advises?\b[^.;]{0,20}(?:;|\bbut\b)"
    r"|\blimits?\b(?! (?:your|yourself|the number|numbers|access|places))[^.;]{0,40}\b(?:to what|are|is|of what|on what|what)\b"
)
"""What says that something is not open: to change, to a decision, to a promise."""

LIMIT_HEADING = r"\b(?:can(?:not|'t| not)|won't|not) (?:be )?(?:chang\w+|open|possible|decided|promise|do|offer)\b|\blimits\b|\b(?:is|are) (?:already )?(?:fixed|decided)\b|\balready decided\b"
"""A heading below which everything is a limit."""

ITEMS: tuple[Item, ...] = (
    Item("decisions open",
         (r"\b(?:decid\w+|choos\w+|vote on|voting on|agree on|have a say|a say|your say)\b[^.;]{0,30}\b(?:which|what|how|whether|where|when|who|on|about|between|in)\b",
          r"\b(?:decisions?|questions?|choices)\b[^.;]{0,30}\b(?:open|to be (?:made|taken)|undecided|still)\b", r"\bopen (?:decisions?|questions?)\b",
          r"\bstill (?:open|undecided|to be decided)\b", r"\bwhat (?:you|people) can (?:change|decide|influence)\b"),
         "I did not find which decisions are open to people who join.", "What will they decide or change, and by when?",
         ("power.decisions", "stages"), unless=(r"\b(?:decide|choose) (?:to |if |whether |what you |when you |how you )[^.;]{0,30}", r"\byour decision (?:whether|to|if)[^.;]{0,30}")),
    Item("time",
         (rf"\b{_NUMBER}(?:[- ](?:\d+|\w+))? ?(?:-|–)?(?:minutes?|mins?|hours?|hrs?|half[- ]days?|days?|evenings?|afternoons?|mornings?|meetings?|sessions?|workshops?|weeks?|months?|calls?)\b",
          r"\b(?:every|each|per|a|once a|twice a) (?:\w+ )?(?:week|fortnight|month|quarter|year)\b", r"\b(?:monthly|weekly|fortnightly|quarterly) (?:meetings?|calls?|sessions?)\b",
          r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?\s?(?:-|–|to|until)\s?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)\b"),
         "I did not find how much time is asked.", "How many hours, how often, for how long, and is there reading to do?", ("reward.pay.time_asked", "reward.budget.hours_each", "reward.budget.planned_meetings", "timing.contact.every")),
    Item("pay",
         (r"[£€$] ?\d", r"\b(?:paid|unpaid|payments?|honorarium|vouchers?|fees?|pay you|pay for your|voluntary|gift cards?|pay rate|rate of pay|per hour)\b", r"\b(?:cannot|can't|do not|don't|not able to) pay\b"),
         "I did not find whether people are paid.", "How much, for what, in what form, and if nothing: why?", ("reward.pay.offered", "reward.pay.rate", "reward.pay"),
         unless=(r"\b(?:travel|expenses|costs|fares?|train|taxi)\b[^.;]{0,25}\b(?:paid|refunded)\b", r"\bpaid (?:work|employment|job)\b", r"\bpay (?:for )?(?:your |the )?(?:travel|train|taxi|expenses|fares?|childcare)\b", r"\bregistration fees?\b")),
    Item("expenses",
         (r"\bexpenses\b", r"\bout[- ]of[- ]pocket\b", r"\breimburs\w+", r"\b(?:travel|train|taxi|bus|fares?|childcare|parking|care costs|internet|data)\b[^.;]{0,40}\b(?:paid|pay|cover\w*|book\w*|refund\w*|costs?|met)\b",
          r"\b(?:pay|cover|book|refund)\w*\b[^.;]{0,40}\b(?:travel|train|taxi|bus|fares?|childcare|parking|tickets?|respite)\b"),
         "I did not find what happens with costs such as travel or childcare.", "Which costs are paid, and does anybody have to pay first?", ("reward.expenses.paid", "reward.expenses")),
    Item("support",
         (r"\bsupport(?:ed)?\b[^.;]{0,30}\b(?:you|there|available|offered|before|during|after|throughout|afterwards|person|worker|if)\b", r"\b(?:you|offer|offers|provide|give|emotional|peer|get|find)\b[^.;]{0,30}\bsupport(?:ed)?\b",
          r"\bdebrief\w*", r"\bcheck in with\b", r"\b(?:someone|somebody|one of us) (?:\w+ ){0,4}?(?:to talk|to turn to|there for you|rings?|calls?|will be there)\b", r"\bhelpline\b", r"\b(?:upset|upsetting|distress\w*|wellbeing|well-being)\b", r"\btake a break\b"),
         "I did not find what support there is.", "Who is there for people, before, during and after, and above all if it gets hard?", ("care.support", "care.plan"),
         unless=(r"\bsupport(?:ed|s)? (?:by|our|this|the (?:study|project|research|work))\b", r"\byour support\b", r"\bfunded and supported\b", r"\bsupport groups?\b", r"\bsupport(?:ing)? (?:you|people) to (?:live|manage)\b")),
    Item("limits", (LIMIT,),
         "I did not find what cannot change.", "What is fixed already, and why? Saying so early spares people a disappointment.", ("honesty.limits",)),
    Item("access",
         (r"\binterpret(?:ers?|ing|ation)\b", r"\bBSL\b", r"\bsign language\b", r"\blarge print\b", r"\beasy[- ]read\b", r"\bstep[- ]free\b", r"\bwheelchair (?:access\w*|users?)\b", r"\baccessib\w+", r"\baccess (?:needs|requirements|costs)\b",
          r"\bhearing loops?\b", r"\bcaption\w*", r"\b(?:other|another|different) (?:formats?|languages?)\b", r"\badjustments?\b", r"\bquiet (?:room|space|place)\b", r"\b(?:online|by phone|in person|by video|in writing)\b[^.;]{0,30}\bor\b", r"\bwhat (?:would )?(?:you need|help you need|helps you)\b[^.;]{0,20}\btake part\b"),
         "I did not find anything on access.", "Can people say what they need in order to take part, and are there several ways to do so?", ("access.needs", "access.ways_to_contribute")),
    Item("contact",
         (r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,64}", r"(?:\+|\b0)\d[\d ()-]{6,18}\d\b", r"\b(?:contact|call|ring|phone|e-?mail|text|write to|speak to|talk to|get in touch with|reply to)\b (?!(?:us|me|your|the team|people|a|an|it)\b)(?-i:[A-Z\[])", r"\b(?:mailto|tel):", r"\b(?:sign up|register|apply) (?:at|on|via|here)\b", r"https?://\S+"),
         "I did not find whom to ask.", "Which person can people ring or write to, with a question and without any obligation?", ()),
)  # fmt: skip
