"""The kinds of promises, as data: who would do what to what, in the classes of words of `word_classes`.

Each row says what it means to a reader and what to ask. A new phrase is a new pattern in a row, or a new word in a class,
and a sentence or two in tests/advert that shows when it fires and when it must not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from involve_audit.advert.word_classes import (
    AFFECTED,
    BRING,
    BY_PEOPLE,
    DECIDE,
    DECIDED,
    GUIDE,
    MAKE,
    MAKING,
    MAY,
    MEMBERS,
    MONEY,
    PAYMENT,
    PEOPLE,
    PER,
    ROW,
    SELF,
    SHAPE,
    TEAM,
    THOSE_ASKED,
    UP_TO_PEOPLE,
    VETO,
    VIEWS,
    WHAT_YOU_BRING,
    WORK,
    gap,
)


@dataclass(frozen=True)
class KindOfPromise:
    """A kind of promise.

    Attributes:
        rule: its name.
        says: what people may take from it, after "This line promises …".
        asks: what to ask where the project file does not tell.
        patterns: how it is worded. Blanks stand for any blanks; capitals do not matter; it begins and ends with whole words.
        unless: what may stand around it that makes it mean something else, in the same sentence.
        role: for a say, the role that it promises.
        needs: what stands in every sentence that holds one, as parts of words: what has none of it is not looked at further,
            for the patterns take their time.
        spoken_of: whom the clause must speak of: `invited`, it is said of those who are invited (pay); `people`, also of
            others like them, but not of applicants or staff (a say); `anybody`, it praises the work (led by patients).
    """

    rule: str
    says: str
    asks: str
    patterns: tuple[str, ...]
    unless: tuple[str, ...] = ()
    role: str = ""
    needs: str = ""
    spoken_of: Literal["invited", "people", "anybody"] = "people"


_OWN = r"(?: (?:your|their|his|her) (?:own |personal )?(?:\w+ )?(?:life|lives|skills?|health|confidence|career|treatments?|care|cv|surgery|doctor|tablets?|journey|day|bodies|body|wellbeing))"
"""What is people's own: to improve or decide that is no say in the work."""
_OFFER = (
    r"(?:(?:chance|opportunit(?:y|ies)|invit(?:ed?|es|ing|ation)|inviting \w+|want(?:s|ed)? (?:you|people|\w+) |like (?:you|people|\w+) |ask(?:s|ing)? (?:you|people|\w+) |asking (?:\w+ ){1,3}|need(?:s)? (?:you|your help|your \w+|people|help)|looking for (?:\w+ ){1,6}"
    r"|able|keen|role(?: of [^.;:?!]{1,30}?)?(?: is| will be)?|task(?: of [^.;:?!]{1,30}?)?(?: is| will be)?|aims?(?: of [^.;:?!]{1,30}?)?(?: is| will be)?|purpose(?: of [^.;:?!]{1,30}?)?(?: is| will be)?|job(?: is| will be)?|remit(?: is)?|'s (?:role|task|job|aim|purpose|remit) (?:is|will be)"
    r"|(?:use|using|lend|bring|share|give|offer|put) (?:us )?(?:your|their) [^.;:?!]{1,40}?|(?:join|works? (?:together |closely )?with|working (?:together |closely )?with|alongside|come and join|work alongside) (?:us|(?:our )?(?:researchers|staff|clinicians|doctors|scientists|designers|engineers|managers|officers)|our [^.;:?!]{1,30}?|the [^.;:?!]{1,30}?)|come(?: along)?|be (?:part|one) of [^.;:?!]{1,30}?|become [^.;:?!]{1,30}?|(?:panel|group|committee|board|network|forum|people|members|volunteers|patients|carers|parents|residents)(?: (?:who|that) (?:will|can|would))?)"
    r" (?:to |and |who (?:can |will )?|for |in |of )(?:help(?:ing|s)? (?:us )?(?:to )?)?)"
)

SAY: tuple[KindOfPromise, ...] = (
    KindOfPromise(
        "promise-lead",
        "that people who are affected lead the work",
        "Who decides in the end, and who holds the money? Would people who join find that they lead?",
        (
            rf"(?<!co-)(?<!co )(?:led|run|governed|directed|controlled|owned|chaired|facilitated|managed|(?<!was )(?<!were )(?<!been )(?<!first )set up) (?:entirely |fully |only |jointly )?{BY_PEOPLE}",
            r"(?:run|led|designed|made|created) by(?:,| and)? (?:and )?for (?:\w+ ){1,3}",
            r"(?:governed|run|managed|led) by a (?:committee|board|council) (?:elected|chosen|drawn) from (?:the |our |its )?(?:membership|members|community)",
            r"(?:patient|user|carer|survivor|community|parent|youth|peer|public|contributor|citizen|tenant|resident|lived[- ]experience|disabled|deaf|autistic|survivor|learner|member|family)(?: led|s?-(?:led|run|controlled|owned|governed|managed|driven))",
            r"you(?:'ll| will| can)? (?:be |are )?(?:in charge|in control|take charge|take the lead|lead the|lead our|lead this)(?! of (?:your|what you))",
            r"driv(?:ing|er's) seat",
            rf"{PEOPLE} (?:(?:will|can|should|get to|together|themselves|all) ){{0,2}}(?:lead|leads|run|runs|control|controls|own|owns|govern|governs|take charge of|are in charge|call the tune|hold) (?:it|the|our|this|on|these|all|every|each|both)(?! risk)(?: (?:show|budget|money|grant|purse))?",
            rf"{AFFECTED} (?:will )?(?:lead|leads|run things|run it|are in charge|take the lead|call the tune)(?! to)",
            r"we(?: are| have|'re)? (?:\w+ ){0,3}(?:run|lead|govern|manage) (?:this|the|our|it|these) (?:\w+ )?(?:project|group|study|service|charity|work|research|organisation|money|budget)?(?: all)? ?ourselves",
            r"we hold the (?:grant|money|budget|purse)",
            r"no (?:professionals|researchers|staff) in the room unless (?:we|you) invite",
            rf"(?:belongs|belong) to (?:you|us all|the community|the people|its members|the members|{AFFECTED})",
            r"(?:people with lived experience|patients|carers|users|lay members|residents|tenants|members) (?:are|hold|make up|have) (?:in )?(?:the|a) (?:majority|most of the seats)",
        ),
        needs=r"led|lead|run|govern|direct|control|own|chair|facilitat|manag|set up|steer|made|design|creat|charge|driv|hold|belong|tune|majority|most of|professionals|researchers|staff",
        unless=(
            r"led by (?:people|members) (?:from|of) (?:the|our) (?:university|team|trust)",
            r"(?:run|lead|leads) (?:the|our|a|this) (?:risk|course|test|bath|clinic for)",
            r"own\b[^.;]{0,30}\bas much as\b",
            r"people who (?:(?:want to|like to|can|could|will|have|would|already|also|might|help to|help) ){0,2}(?:run|lead)\b",
        ),
        role="led",
        spoken_of="anybody",
    ),
    KindOfPromise(
        "promise-partnership",
        "that people and the team share the work and its decisions as equals",
        "What will be equal: votes, pay, time, information? Would people who join say so after a year?",
        (
            rf"(?:together|jointly|alongside|side by side) with (?:our|the|us|a|its) ?(?:[\w-]+ ){{0,3}}?[\w-]*,? you (?:will |'ll |can |shall )?(?:all )?(?:{MAKE}|{DECIDE})",
            r"(?:equal|full|genuine|true|real) (?:partners?|partnerships?|members?|voice|say|footing|power|status|terms|part|weight)",
            r"as (?:an |true |full )?equals?(?! opportunit)",
            r"on (?:an )?equal (?:terms|footing)",
            r"co-?(?:produc|design|creat|develop|deliver|author|own|facilitat|writ|chair|research|lead|led|applicant|investigator|decid|run)\w*",
            rf"(?:in|work(?:ing)? in|working) (?:full |equal |true |genuine |real )?partnership with (?:\w+ )?(?:you|{MEMBERS}|{AFFECTED})",
            r"(?:as|be|become|been|are) (?:(?:equal|full|true|genuine|real) partners?|partners?,? (?:and )?not|partners?,? rather than|partners? (?:in|on) (?:the|our|this))\b",
            r"partner with us|(?:as|true|real|your) partners in|work(?:ing)? (?:together )?as partners|work(?:s|ing)? with (?:\w+ )?(?:\w+ )?as partners",
            r"decisions? (?:is|are|will be|get) (?:\w+ )?shared|your (?:vote|voice|view|word|opinion)s?(?: \w+)? (?:counts?|weighs?|matters?) (?:just )?as much as|nothing about us,? without us|shar(?:e|es|ed|ing) (?:the )?(?:power|responsibility|ownership|control|leadership)|level playing field|on an equal basis|side by side|hand in (?:hand|glove)|shoulder to shoulder|join(?:ing)? forces|pool(?:ing)? our",
            r"(?:the )?same (?:voice|say|power|weight|status|standing|rights) (?:as|in|with)|(?:every|each|everyone's|everybody's|all) (?:votes?|voices?|opinions?|views?)(?: \w+)? (?:weighs?|carr(?:y|ies)|counts?|has|have) (?:the )?(?:same|equal(?:ly)?)(?: weight)?|(?:counts?|weighs?|treated|valued) equally",
            r"(?:same|equal) number of (?:votes|seats|places|voices)|as many (?:votes|seats|places|voices) as|each (?:have|has|hold|holds|get|gets) half (?:of )?(?:the |all )?(?:votes|seats)|(?:votes|seats|places) (?:are|is) (?:split|shared|divided) (?:equally|evenly|half)",
            rf"(?:own|count|matter|decide|shape|lead)s? {gap(30)} as much as (?:we|ours?|the (?:team|researchers|doctors|staff))",
            rf"(?:don't|do not|not) do (?:things |it |research )?(?:for|to|on) {gap(40)} (?:we )?do (?:them|it|things|everything|research)? ?with",
            rf"(?:done|made|taken|decided|written|run|planned) jointly with (?:you|{MEMBERS}|{AFFECTED})",
            rf"(?:^\W*|[,;:] |and )together,? (?:we|you and (?:we|us|our \w+)) (?:will |'ll |shall |are going to )?(?!mak|chang|build a|create a){MAKE}",
        ),
        needs=r"equal|full|genuine|true|real|co-|copro|code|cocr|coau|colead|coled|cow|cofac|cor|co[a-z]|partner|nothing about|shar|level|side|hand|shoulder|forces|pool|same|weigh|carr|count|much as|not|never|rather|jointly|together|do",
        unless=(
            r"equal opportunit\w*",
            r"(?:was|were|has been|have been|had been) (?:\w+ )?co-?\w+ (?:with|by) [^.;]{1,40} in (?:19|20)\d\d",
            r"co-?(?:operat|ordinat|exist|hort|founder|pay)\w*",
            # What people are called who get something, and no word of what they share.
            r"^\W*(?:our |the |all |each |these )?(?:\w+ )?co-?(?:researcher|applicant|author|facilitator|chair|designer|producer|creator|lead|investigator)s? (?:is|are|get|gets|receive|receives|will (?:be (?:paid|trained|offered|given|asked)|get|receive|meet)|meet|have|has|come|comes|must|need|needs)\b",
            r"(?:experience|need\w*|worked|skills?|expertise|history|record) (?:\w+ ){0,2}(?:as|of being) (?:an? )?(?:\w+ )?partner",
            r"(?:sexual|civil|business|life|married) partners?",
            # Somebody who has such a part already, and not what the reader is to be.
            r"(?:another|each|previous|former|current|experienced|longer-standing) (?:\w+ )?co-?(?:applicant|researcher|investigator|lead|author)s?",
        ),
        role="decided together",
    ),
    KindOfPromise(
        "promise-decision",
        "that people decide, or decide along with the team",
        "Which decision is open, and what happens when people who join and the team do not agree?",
        (
            rf"(?:{THOSE_ASKED}|{AFFECTED}|{MEMBERS}) {MAY}set (?:the |our |their |its |your )?(?:\w+ )?(?:agenda|priorities|questions|rules|budget|criteria|pace|terms|topics?|outcomes)(?! (?:of|for) (?:treatment|care))",
            r"(?:it(?:'s| is| will be) )?your (?:decision|call|choice)(?! (?:of|about) (?:treatment|doctor))|(?:it's |it is |will be |is )?(?:entirely |all )?(?:up to|down to) (?:you|(?:the )?(?:group|panel|members|residents|community|panel members))",
            rf"(?:{THOSE_ASKED}|{AFFECTED}) {MAY}{ROW}(?:with us |together |jointly )?{DECIDE}",
            rf"we (?:will |can |'ll |all )*{DECIDE}{gap(30)}(?:together|as a group|as one|jointly|between us)|(?:you|we|and) {MAY}(?:{DECIDE}|agree){gap(40)}between (?:you|us|them)",
            rf"(?:decisions?|choices?|priorit(?:y|ies)|questions?|topics?|rules?|agendas?|outcomes?|names?|budgets?|winners?|grants?|projects?){gap(20)}(?:are|is|will be|gets?|being|be) (?:\w+ )?{DECIDED} (?:together|jointly|collectively|with you|by consensus|by vote|by a vote|by (?:a )?(?:ballot|poll|show of hands)|as a group|between|{BY_PEOPLE})",
            r"what(?:ever)? (?:you|the (?:group|panel|members|committee|board|residents|tenants)) (?:say|says|decide|decides|choose|chooses) goes(?=\W*(?:$|[.,;!]))",
            rf"(?:to |will |'ll |can |shall ){DECIDE},? (?:together |jointly )?with (?:you|members|the (?:group|panel|members))\b(?! (?:when|a (?:time|date)))",
            r"(?:joint|shared) decisions?(?! ?-?making (?:with|between) (?:your|a|the) (?:doctor|clinician|gp))",
            r"(?:the )?power to (?:decide|choose|say no|stop)",
            r"(?:decisions?|choices?|votes?|pick|verdict|approval|sign-off|final (?:say|word))(?: (?:of|on|over|about) [^.;:?!]{1,40}?)? (?:is|are|will be) (?:all )?(?:yours|up to you)",
            UP_TO_PEOPLE,
            r"(?:recommendations?|decisions?|votes?|verdict|choices?|ranking) (?:that|which) (?:the |our |its )?\w+ (?:has|have) (?:agreed|promised|undertaken|pledged|committed(?: itself)?) to (?:follow|accept|adopt|honour|carry out|implement)",
            rf"(?:you|join|involved in|part of|part in|help with|role in|hand in|say in|members|people|{AFFECTED}){gap(40)}(?:decision[- ]making|decision[- ]makers|decisions)(?! (?:about|on) your (?:care|treatment|own))",
            r"(?:have|has|get|gets|with|cast|casts|casting|hold|holds|carr(?:y|ies)|give|gives|and) (?:a |an |the |full |your |their |one |you )*(?:equal |same |full |own )?(?:votes?|voting rights?)|equal votes?|(?:full )?voting rights?|one (?:person|member),? one vote|voting (?:members?|seats?|places?)|(?:seats?|places?) with a vote|(?:you|members|residents) (?:can|will|may) vote|(?:right of )?veto(?: over| on)?",
            r"(?:whatever|whichever|what|anything) (?:you|the (?:group|panel|members|assembly)) (?:all )?(?:decides?|picks?|chooses?|agrees?(?: on)?|votes? for|recommends?|advises?|proposes?|concludes?|settles? on|asks? for),? (?:(?!\bnot\b)[^.;:?!]){0,30}?\b(?:will|is|do|does|goes|happens|we'll|binding)(?! not\b)(?!n't)",
            r"(?:is|are|'s|'re|remains?|stays?|will be) (?:still |all |entirely |wholly |completely )?(?:yours|(?:the|this) (?:group|panel|community|residents|members)'s?) to (?:agree|decide|choose|set|make|settle|name|plan|fix|pick|write|spend|allocate|rule on)",
            r"no (?:award|decision|change|money|\w+) (?:is|will be|gets) (?:\w+ )?(?:made|taken|spent|agreed)? ?(?:that|which|unless|without) (?:you|the (?:panel|group|members)|your)",
            VETO,
            r"you (?:say|tell us|get to say|have to say|are the ones who say) (?:what|which|who|when|where) (?:\w+ )?(?:may|can|will|should|is|gets?|goes|stays?) (?:be |to be )?(?:shown|used|published|printed|built|funded|paid|in|out|goes|stays|kept|changed|first|next)",
            r"(?:that|this|it|the rest|those)(?:'s| is| will be| are) (?:for|up to|down to|left to|a matter for) (?:you\b|us all|all of us|the (?:group|panel|members|assembly|residents|committee))(?! to (?:say whether|apply|bring))",
            rf"(?:undertaken|promised?s?|agreed|committed|bound|pledged?) to (?:accept|adopt|follow|carry out|abide by|honour){gap(30)}(?:recommendations?|decisions?|votes?|verdict|choices?)",
            r"(?:on|join|part of) (?:\w+ ){0,3}decision[- ]making (?:panel|group|board|committee|body)",
        ),
        needs=r"decid|decis|choice|choos|chos|call|up to|down to|pick|select|determin|vot|elect|agree|approv|settl|allocat|award|sign|say|word|shots|consensus|veto|power|yes|nod|without|consent|whatever|whichever|what|unless|until|before|set|undertaken|promis|commit|bound|pledg",
        unless=(
            r"(?:your decision|you(?:'ll| will| can)? (?:decide|choose)) ?[^.;]{0,12}\b(?:whether|if|when|how much|how often|how long|how you|what you|which way|not to|to (?:take part|join|leave|stop|withdraw|apply|come|share|tell)|will not affect|about taking part)",
            r"if you (?:decide|choose)|(?:once|when|before|after|until|should|whatever|whichever|however|unless|to) you(?:'ve| have)? (?:decided?|choose|chosen|pick|decide)(?![^.;]{0,30}\b(?:will do|we do|we'll do|is binding|happens))",
            r"^\W*it(?:'s| is)(?: \w+)? your (?:own )?(?:choice|decision)\W*$",
            r"(?:nothing|no \w+)\b[^.;:?!]{0,40}\b(?:sent|shared|passed|released|disclosed|told|used|stored|photographed|recorded|published about you)\b[^.;:?!]{0,40} without your (?:\w+ )?(?:consent|permission|agreement)",
            r"whichever way you (?:decide|choose|vote)",
            # What people do for themselves is theirs to say, and what they say on a decision takes none.
            r"\b(?:what|how|when|where|whether|how much|how often) you (?:join|do|take part|come|share|tell|say|wear|bring|attend|give|contribute|help|talk|read|want|wish|like)\b[^.;:?!]{0,60}\b(?:up to you|your (?:choice|decision|call))",
            rf"(?:{VIEWS}|opinion|voice|inform\w*|influenc\w*|affect\w*|impact|contribut\w+|advis\w+|feeds?|help\w* with|shap\w+|behind|understand\w*|hear\w*|told|explain\w*) (?:to |in |into |on |about |of |over |for |how )*(?:\w+ ){{0,3}}decisions?(?![- ]mak)\b",
            r"whether (?:or not )?you\b[^.;:?!]{0,40}\b(?:up to you|your (?:choice|decision|call))",
            r"help(?:ing)? you (?:to )?(?:decide|choose)",
            r"(?:decide|chooses?|choose|decides) (?:together )?with (?:your|the|their) (?:doctor|gp|family|surgeon|nurse)",
            rf"{WHAT_YOU_BRING} (?:(?:will|can|could|may|also|really) )*helps? (?:us )?(?:to )?{DECIDE}",
            rf"{AFFECTED} (?:will |can |must |have to )?(?:decide|choose|agree|elect|pick)s? (?:whether|if|to |not to|their (?:own )?(?:treatment|doctor|care|gp|school)|between (?:treatments|drugs|surgery))",
            r"(?:in the trial|in the study|participants|clinicians|doctors|nurse|surgeon)\b[^.;:?!]{0,30}\b(?:choose|decide|pick)s?",
            r"(?:you|we) (?:all )?agree (?:that|with|to (?:take part|keep|the terms))|(?:must|please|need to) agree (?:to|with)",
            r"(?:choose|pick|select|decide|set)s? (?:on )?(?:your|their) own (?:\w+ )?(?:appointments?|times?|slots?|dates?|days?|seats?|meals?|venues?|names?|pronouns?|pace|hours)",
            r"(?:choose|pick|decide|select)s? (?:where|when|how|which \w+) to (?:have|get|take|see|go|give|be (?:seen|treated)|receive)\b",
            r"help(?:s|ing)? (?:us )?(?:to )?set\b",
            r"award[- ]winning|long service awards?",
            r"(?:people|members|patients|carers|residents) (?:\w+ )?award",
            r"up to you (?:whether|if|how much|how often|how you|what you|to (?:say|decide if))",
        ),
        role="decided together",
    ),
    KindOfPromise(
        "promise-influence",
        "that what people say will shape the work",
        "What can still change because of what people say, by when, and who decides about it?",
        (
            # Who acts, and what is shaped.
            rf"{PEOPLE},? {MAY}{ROW}{SHAPE}(?!{_OWN})(?! (?:up|off))",
            rf"{SELF} {MAY}{ROW}{MAKE}(?!{_OWN}){gap(45)}{WORK}",
            # A purpose: after a noun (a chance to, the role is to), after an imperative (use your experience to).
            rf"{_OFFER}{ROW}{SHAPE}(?!{_OWN})(?! (?:up|off))",
            rf"{_OFFER}{ROW}(?:{MAKE}|{GUIDE})(?!{_OWN})(?! (?:sure|use|up|yourself)){gap(45)}{WORK}",
            rf"(?:could|can|would|will) you help (?:us )?(?:to )?(?:{MAKE}|{GUIDE}|{SHAPE}|understand)(?!{_OWN}){gap(45)}{WORK}|^\W*(?:please )?(?:you can )?help us\W*$",
            rf"help(?:ing|s)? (?:us )?(?:to )?(?:{MAKE}|{GUIDE}|{SHAPE})(?!{_OWN}){gap(45)}{WORK}|help(?:ing)? us (?:to )?(?:get (?:it|this|(?:the|our|these) \w+) right|give (?:\w+ )?money away|do (?:it|this|things|better))",
            rf"(?:with your help|(?:fancy|like|love|want) (?:\w+ )?{MAKE}{gap(30)}with us)",
            rf"(?:^|[.;:!?] |\d\) |and )\W{{0,8}}(?:come and |help |now |{ROW})?(?:{SHAPE})(?= )(?! (?:your (?:own|life|skills|health)|by|at))",
            rf"(?:^\W*|and ){ROW}(?:come and |help |now )?(?:re-?think|redesign|reimagine|design|improve|put) (?!your (?:own|life|skills|health|confidence))(?:our|the|a|this|new|better|how|what){gap(45)}(?:{WORK}|right)",
            rf"(?:involved|part|role|interested|interest|hand|say|working together|contribute|contributions?|contributing) (?:in|to) (?:\w+ ){{0,2}}?(?:{SHAPE}|{MAKING}|{MAKE})(?!{_OWN}){gap(40)}{WORK}",
            rf"work out (?:with us|together) (?:what|how|which)|{SELF}{gap(40)}work out with us",
            rf"(?:part of|join|one of|member of) (?:a|the|our|this|us|a new) [^.;:?!]{{0,25}}?(?:team|group|panel|committee|board|people|circle|network)\b[^.;:?!]{{0,12}}? (?:that|which|who|to) (?:will |is going to |helps? (?:to )?)?(?:{MAKE}|{SHAPE}|{GUIDE})(?!{_OWN})",
            rf"(?:one|two|three|\w+) of (?:\w+ ){{1,3}}(?:who|that) (?:will |are going to |help (?:to )?)?(?:redesign|design|rewrite|plan|shape|rebuild|reshape)s?(?= )(?!{_OWN})",
            # What people bring, and what it does.
            rf"{WHAT_YOU_BRING} (?:(?:will|can|could|would|may|is going to|are going to|directly|really|also|then|all|to|is|are|be|have|has|the power|able|used|help|helps|helping|us|vital|key|important|in|for|essential|crucial|needed) )*(?:{SHAPE}|{GUIDE}|determin(?:e|es|ing)|decid(?:e|es)|feed into|go into|make or break)",
            rf"{WHAT_YOU_BRING} (?:will|can|could|would|is|are)(?: also| all| then)? (?:going to )?be(?:ing)? (?:used|fed|built|taken|put|woven|at|heard|considered|central) ?(?:to|into|in|on|at|by)? (?:(?:account|(?:the )?(?:heart|centre|core)|mind|front)|(?:help )?(?:{MAKE}|{GUIDE}|{SHAPE}|inform)|(?:the|our) (?:\w+ ){{0,2}}{WORK})",
            rf"{WHAT_YOU_BRING} (?:will |can )?(?:go|goes|gets?|are passed|is passed|feed|feeds|count)s? (?:(?:straight|directly|right) (?:to|into|towards) (?:the|our|those|everything)|into (?:the|our|those|everything)|(?:to|towards) (?:the people|those) (?:who|that))",
            rf"(?:shaped|guided|steered|informed|influenced|driven|moulded) (?:directly )?(?:by|around) (?:you|your|what you|{AFFECTED}|{MEMBERS}|lived experience)",
            r"(?:everything|it all) (?:starts|begins) with (?:you|your)|(?:built|designed|planned) around what you (?:say|tell us|want)",
            # A say, in set phrases.
            r"(?:be|become) (?:the|a) voice (?:of|for)|(?:your chance to )?be heard(?! (?:by|in court))",
            r"(?:have|having|get|getting|want|wanting|gives? you|giving you|with|and|,) (?:a |your |a real |a bigger |a genuine |more (?:of a )?)say(?: (?:in|on|over))?",
            r"(?:make|get|let|have|making|getting|having) your (?:voice|view)s? (?:be )?heard|your voice will be heard|your voice (?:matters|counts)",
            r"(?:^|[^\w ] ?)(?:real |genuine |true |meaningful )?(?:influence|impact) (?:on|over) (?:the|our|how|what)|real influence|genuine influence",
            r"your say(?=\W*$)",
            r"nothing (?:is|will be) off the table|(?:to )?have real influence",
            r"^\W*(?:use|raise|lend) your voice(?:s)? to",
            r"(?:let us know|tell us|say) which (?:\w+ ){0,2}(?:stay|go|work|should)",
        ),
        unless=(
            r"say (?:hello|hi|yes|no|thank)",
            r"(?:make|makes|making) (?:\w+ )?(?:recommendations?|suggestions?|comments?|proposals?)\b[^.;:?!]*",
            rf"{AFFECTED} (?:is|are|was|were|be|been|get) (?:\w+ )?(?:shaped|influenced|moulded|transformed)\b[^.;:?!]*",
            r"(?:has|have|had) (?:\w+ )?(?:helped|shaped|informed|driven|influenced|guided|steered|changed)\b[^.;:?!]{0,60}",
            r"(?:were|was|had|have been|has been) [^.;]{0,20}\b(?:asked|invited|able|involved|keen|consulted)\b[^.;]{0,60}",
            r"help (?:us )?(?:to )?(?:run|set up|staff) (?:a |the |our )?(?:stall|shop|cafe|kitchen)|changes? (?:your mind|your details)",
            r"(?:not|n't) (?:about|mean) [^.;]{0,30}",
            r"what (?:would|do|should|could) you (?:like to )?(?:change|improve|design|do)\b[^.;]{0,40}",
            r"in (?:good|great|bad) shape|shape of (?:things|your)",
            r"plan(?:ning)? (?:your|their) (?:journey|day|route)|make (?:an appointment|sure|a complaint)|set (?:aside|off|up your)",
        ),
        role="involved",
    ),
    KindOfPromise(
        "promise-views",
        "that somebody wants to hear what people think",
        "What could their answers still change, and how will people hear what came of them?",
        (
            r"(?:want|love|like|keen|need|eager|trying|wants) to (?:know|learn|find out|understand|listen)(?: to)? (?:more about |more from )?(?:what|how|from you|from people|your|you|matters|is important|it is like|which)|hear (?:about |more about )?your (?:experiences?|story|stories|side|views)",
            r"(?:tell|show|ask|asking|let) (?:us|me|her|him|them) (?:know )?(?:honestly |exactly )?(?:what|how|where|which|why) (?:it (?:was|is|felt|feels)|you(?:'d|'ve)?|bugs|matters|works|worked|needs?|could|should|is missing|went|would)|what do you think|what would you (?:change|do|like|ask)|(?:and )?say (?:honestly |exactly )?what (?:you|they) (?:really |honestly )?(?:think|feel|want|need|like)",
            rf"(?:shar(?:e|es|ing)|giv(?:e|es|ing)|send|offer(?:s|ing)?|bring|post|leave|submit|provid(?:e|es|ing)|contribut(?:e|es|ing))(?: us| me)?(?: with)? (?:your|their) (?:\w+ )?{VIEWS}|(?:^\W*|(?:come|please|like to|love to|you|us)(?: and)? )share your (?:\w+ )?(?:experiences?|stor(?:y|ies)|knowledge)",
            rf"(?:your|every|each) (?:{VIEWS}|opinion|experiences?|voice)(?: (?:on|about|of) [^.;:?!]{{1,40}}?)? (?:really )?(?:matters?|counts?|(?:is|are) (?:\w+ )?(?:important|valued|valuable|welcome))",
            r"(?:will be there to|here to|we will|we'll|we want to|we are|we're|all|promise to|ready to) (?:\w+ )?(?:listen(?:ing)?|all ears|ears)(?: to (?:you|what|your|people|patients|carers|parents|residents))?",
            r"ears (?:to|if)|(?:got|have you got|any|if you have|got any|you've got) (?:\w+ )?(?:opinions|views|thoughts|ideas)(?: (?:on|about|for)|\?)|(?:tell|ask) us!",
            r"(?:what|where) (?:do|did|are|could|should|would|have) we (?:get|got|getting|go|went|going|do|missed|missing|improve|change)(?: \w+)?|what(?:'s| is) (?:missing|wrong|right|good|bad|great|rubbish|working|broken|not working|important to you)|what they'd change|what you'd change",
            r"(?:advise|advising|comment|commenting|give (?:us )?(?:your )?(?:honest )?(?:feedback|advice|views)|quick steer|give us a steer)(?: (?:us|on|about))?(?: (?:on|about))? (?:our|her|his|the|their|what|how|whether|draft)",
            r"(?:got|have) (?:\w+ )?(?:something|anything|things|lots|plenty) to say",
            r"listening (?:event|session|exercise|circle)s?",
            r"which \w+ (?:should|would you|matters|do you)",
            r"^\W*what (?:would|could|should) (?:have|it|we|they|you (?:change|like|do differently|improve|want|keep|add|tell)|make|help|be better)\b[^.;:!]{0,80}\?",
            r"sound(?:ing)? board|have your (?:input|view)|(?:acts?|acting|be|are|is) (?:as )?(?:an? |the |our |your )?critical friends?",
            r"help us (?:to )?(?:understand|see|know)\b|we listen to (?:you|what|people|our)",
        ),
        unless=(
            r"feedback (?:form|on this advert)",
            r"(?:who|that) (?:\w+ )?(?:giv|shar|send|offer|bring|post|leav|submit|provid|contribut)\w*\b[^.;:?!]{0,30}",
            r"\byou(?:'d| would)? (?:also )?(?:want|like|love|wish) to (?:know|learn|find out|understand)\b[^.;:?!]{0,20}",
            r"(?:glad|happy|hope|hear) (?:to hear )?from (?:us|me)",
            r"hear from (?:us|me|our|the)",
            r"what (?:would|could|might|will) (?:\w+ ){0,4}(?:work|easier|possible|comfortable)(?: better)? for you",
            r"tell us what you need\b",
            r"(?:want|like|wants) to (?:know|find out|learn) more(?: about (?:the|this|our|us|taking|joining|it))?",
            r"tell us (?:what you need|if you|about (?:any )?(?:access|your access|needs|dietary)|what it costs)",
            r"advise (?:the|our) (?:charity|patients|people on)",
            r"ask us what (?:you|we)",
            r"tell us (?:a (?:bit|little) )?(?:more )?(?:about yourself|why you|who you are|how you heard|which (?:role|group|panel)|in \w+ words)\b",
            r"tell us how we can (?:best )?(?:help|support)\b",
            r"let us know (?:what you need|what would help|how you would like)",
        ),
        role="consulted",
    ),
)
"""What promises a say, the strongest first: of several in one sentence the first counts."""

_COST = (
    r"(?:expenses|(?:out[- ]of[- ]pocket |travel(?:ling)? |care |caring |child ?care |parking |transport |internet |data |respite |replacement care |carer's |phone )?costs?|fares?|travel(?:ling)?|transport|trains?(?: tickets?)?|taxis?|buses|bus(?: tickets?)?|tickets?|child ?care|babysitters?|sitters?|parking|petrol|mileage"
    r"|subsistence|accommodation|hotels?|overnight stays?|respite|care cover|replacement care|phone data|journeys?|whatever you spend|what you spen[dt]|anything you spend|money you spend)"
)
_REPAID = r"(?:paid(?: for| back| upfront| up front| in advance)?|covered|reimbursed|refunded|repaid|met|booked|sorted|returned|on us|at our (?:cost|expense)|(?:be )?claimed(?: back)?)"

OTHER: tuple[KindOfPromise, ...] = (
    KindOfPromise(
        "promise-change",
        "that something will change because of people who take part",
        "What is certain to change, and who could still say no?",
        (
            r"(?:because of you|thanks to you|with your help),? [^.;:?!]{0,20}\b(?:no|fewer|every|nobody|no one|all)\b [^.;:?!]{0,50}",
            rf"(?:^\W*|(?:you|your|get involved|join|help|chance|opportunity|to|and|can|will|could|{BRING}) (?:\w+ ){{0,3}}?)(?:really )?mak(?:e|es|ing) a (?:real |big |positive |lasting |genuine |huge |tangible )?difference",
            r"(?:(?:we(?:'ll| will)?|(?:the )?\w+ (?:will|has agreed to|have agreed to|promises? to)) )(?:\w+ )?(?:act(?:ing)? (?:up)?on|(?<!give )(?<!pay )(?<!get )back|do|build|ship|deliver|implement|adopt|follow|accept|carry out|make|honour|put into practice)s? (?:what(?:ever)?|everything|all|anything) (?:that )?(?:you|users|people|the (?:group|panel)|patients|residents|members|your)",
            rf"(?:acts?|acting) (?:up)?on {WHAT_YOU_BRING}",
            rf"{WHAT_YOU_BRING} (?:will |can |may )?(?:leads?|results?) (?:directly )?(?:to|in) (?:better|safer|kinder|real|improv\w+|chang\w+)",
            r"will (?:become|be|get) (?:[\w-]+ ){0,3}?(?:\w+er|better|more \w+|less \w+)\b[^.;:?!]{0,40}\b(?:because of|thanks to|as a result of) (?:you|your|what (?:you|people|members))",
            rf"(?:act(?:ing)? (?:up)?on|back|follow|implement|adopt|carry out|take up|honour) {WHAT_YOU_BRING}",
            rf"{WHAT_YOU_BRING} (?:will|are going to|is going to|get|gets)(?: all| always)? (?:be )?(?:[\w-]+ (?:to )?and )?(?:put into (?:practice|action)|acted (?:up)?on|implemented|taken on board|adopted|carried out|become reality|used to change|lead to change|followed)",
            rf"(?:{WHAT_YOU_BRING}|{SELF}) (?:(?:will|can|could|would|may|is going to|are going to|really|help|helps|to|also|have|has|the power|be able|directly) )*(?:change|changes|transform|transforms|improve|improves|make|makes|save|saves)(?!{_OWN}) (?:(?:the )?(?:lives|life|way|how|care|things|world|future|someone's|services?|practice|research|local|maternity|\w+'s (?:lives|life))|(?:our|the|\w+) (?:\w+ )?(?:better|safer|kinder|fairer))",
            r"(?:help|chance|opportunity|join us|together|you can|you could|you'll|want) (?:us )?(?:to )?(?:and )?mak(?:e|ing) (?:(?:the|a|our|this|life|lives|things|world) ?){1,3}(?:better|fairer|safer|kinder|easier)(?: (?:place|world|future))?(?! (?:for|of) (?:you|your)\b)",
            r"(?:make|bring about|bring|create|drive|see) (?:real |lasting |positive |meaningful )?change(?: happen)?|change(?:s)? (?:people's |patients' |someone's |somebody's )?(?:lives|life)|change things for|your ideas (?:become|a reality|into reality)|put(?:ting)? (?:things|it|this) right(?!ly)",
            r"together,? we(?:'ll| can| could| will| shall) (?:make|end|stop|beat|change|transform|disrupt|save|tackle|fight|build a|create a)\b",
            rf"(?:put|turn)(?:ting|ing)? your {VIEWS} into (?:practice|action|reality)",
            r"you(?:'ll| will) (?:change|transform) (?:the|our|how|local)",
            rf"(?:will|shall) (?:be )?(?:change|changed|improve|improved|made|happen) (?:\w+ )?(?:because of|as a result of|on the basis of|based on|thanks to) (?:you|your|what (?:you|people)|{MEMBERS}|{AFFECTED})|(?:because of|as a result of|thanks to) (?:you|your|what you|people's) [^.;:?!]{{0,30}}\bwill (?:change|improve|be (?:changed|improved|better))",
            r"we (?:will |'ll )?change (?:things|it|our|the|what we do|how we work) (?:\w+ ){0,3}?(?:because of|in response to|after|when) (?:what )?you",
            r"(?:winning|most popular|chosen|top|best) (?:\w+ )?(?:ideas?|projects?|designs?|votes?) (?:will|gets?|is) (?:be )?(?:built|funded|made|happen|paid)|(?:ideas?|projects?|designs?) (?:with the most|that get(?:s)? (?:the )?most) votes? (?:will|gets?) (?:be )?(?:\w+)",
            r"(?:has|have) (?:promised|agreed|undertaken|committed|pledged) to (?:put|carry) [^.;:?!]{1,40} (?:into (?:practice|action|effect)|out)\b",
            r"(?:has|have) (?:promised|agreed|undertaken|committed|pledged) to (?:act on|follow|adopt|carry out|implement|make) (?:them|it|these|those|whatever|every|all)\b",
            r"your (?:ideas?|words|views|suggestions) (?:will|won't) [^.;:?!]{0,12}(?:gather dust|go to waste|sit on a shelf)",
            r"recommendations? (?:will be|are) (?:\w+ )?(?:implemented|accepted|adopted|acted (?:up)?on|carried out)|nothing that you (?:suggest|say) will be ignored",
        ),
        unless=(
            r"(?:medicine|drug|treatment|vaccine|operation|surgery|exercise|research|technology|device)s?\b[^.;:?!]{0,20}(?:changes?|saves?) lives",
            r"(?:change|changes|improve|improves) (?:your|their|his|her) (?:life|own|mind|health)",
            r"(?:has|have|had) made a [^.;]{0,20}difference",
            r"hope (?:that )?[^.;]{0,40}will (?:change|improve)",
        ),
    ),
    KindOfPromise(
        "promise-early",
        "that people are there from the beginning",
        "What has been decided already, and can it still be opened again?",
        (
            r"(?:start(?:s|ing)?|begin(?:s|ning)?) (?:from|with) (?:a |the )?(?:blank|clean|empty) (?:page|sheet|slate|canvas)",
            r"from (?:the )?(?:very |early |right at the )?(?:start|beginning|outset|get-go|off)",
            r"(?:right )?at the (?:very )?(?:start|outset|beginning)|from the word go|from scratch|(?:in|start|get in|come in) on the ground floor|since (?:its|the) (?:very )?(?:inception|beginning|start)|from (?:its )?inception",
            r"from day one|before (?:anything|a word|any decision|a single \w+|(?:the|any|our) (?:bid|protocol|plans?|design|questions?|budget|proposal|application|first \w+)) (?:is|are|has been|was|have been|gets?) (?:decided|fixed|written|made|agreed|designed|drawn up|set|finali[sz]ed|submitted|built|started)|from (?:the first|an early|the earliest) (?:day|stage|idea|conversation|meeting|sketch(?! to))",
            r"(?:join\w*|brought in|involved?|involves|come in|come on board|there|part of|ask(?:ed)?|views|consulted|talk|meet|heard|engaged?|included?|at the table|invited|sit down|start\w*)\b[^.;:?!]{0,45}\bbefore (?:it|they|this|anything|an?|any|the|our|its|their|each|new|\w+s)(?: [\w'-]+){0,5}? (?:is|are|has been|have been|gets?|was|were) (?:even )?(?:designed|planned|drafted|drawn up|settled|fixed|written|decided|begun|started|set up|finali[sz]ed|set|chosen|conceived|commissioned|put together|made up)",
            r"while (?:[\w']+ ){1,5}(?:is|are) still being (?:formed|planned|designed|written|made|developed|drafted|shaped)",
            r"while (?:everything|it) is still (?:open|a blank sheet)|at the drawing[- ]board stage",
        ),
        unless=(
            r"from (?:the )?(?:very )?(?:first|start|beginning|outset|initial|early)\b[^.;:?!]{0,25}\b(?:to|until) (?:the )?(?:very )?(?:last|final|end|finish|publication|report)\b",
            r"paid from the|(?:from |at )?(?:the )?(?:start|beginning) of (?:each|every|the (?:meeting|session|week|month|year|day|call)|your|june|january|\w+day)|(?:start|beginning) to (?:finish|end)",
            r"was designed and will be",
            r"(?:asking|ask|check|told|explain\w*|clear|agree\w*) (?:about |us |you )?[^.;:?!]{0,20} (?:at|from) the (?:very )?(?:start|outset|beginning)",
        ),
    ),
    KindOfPromise(
        "promise-throughout",
        "that people are there in every part of the work",
        "Which parts are these, and what will people do in each? Are there parts in which nobody is?",
        (
            r"(?:at|in|on|through|throughout|across|during|to|of) (?:every|all|each)(?: of| the| single| its| our| their| this| that| these)* (?:stages?|steps?|parts?|phases?|aspects?)",
            r"at the (?:heart|centre) of (?:everything|all)|all the way through|(?:from )?cradle to grave|right (?:the way )?through",
            r"every step of the way|from (?:start|beginning) to (?:finish|end)|from (?:the )?(?:first|bid|idea|naming|planning|design\w*|writing|setting|choosing)\b[^.;:?!]{0,40}\bto (?:the )?(?:last|publication|final|end|results|spending|sharing|publishing|telling|writing)\b",
            r"involved throughout|throughout (?:the|our|this) (?:whole |entire )?(?:project|study|research|programme|trial|process)",
        ),
        unless=(
            r"support(?:ed)? (?:you|members|everyone)?[^.;:?!]{0,20}\b(?:every step of the way|throughout)",
            r"(?:from )?all parts of (?:the|our)|(?:in|across|from) all parts|of all stages|each part of the (?:country|county|city)",
            r"(?:disease|illness|cancer|kidney disease)\b[^.;:?!]{0,15}all stages|all stages of (?:\w+ ){0,2}(?:disease|cancer|dementia|life)",
        ),
    ),
    KindOfPromise(
        "promise-pay",
        "that people are paid",
        "Who is paid, how much, for what, and when do people have the money?",
        (
            rf"(?:hourly|daily|day|weekly|meeting|session|standard|sitting|usual) rates?(?: of pay)? (?:is|are|will be|of)? ?{MONEY}|(?:allowance|fee|payment|rate|honorarium|stipend): ?{MONEY}",
            rf"(?:{THOSE_ASKED}|{AFFECTED}(?: who (?:join|take part|come)\b[^.;:?!,]{{0,20}})? (?:will|are|can))(?:,? \w+)? (?:(?:will|can|are|all|also|both|each|would|then|be|may) ){{0,3}}(?:get|gets|receive|receives|take|takes|claim|given|offered|earn|earns|sent|thanked with|paid|have) (?:(?:an?|the|up to|about|at least|your|our) ){{0,2}}(?:{MONEY}|(?:involvement |small |modest )?{PAYMENT}|money|payment|paid(?! (?:work|for))|payment)",
            rf"(?:we|{TEAM})(?:'ll| will| can| do| would|, \w+,)? (?:(?:always|also|both|still|able to|are|be able to|happily) )*(?:pay|pays|remunerate|compensate|reward) (?:you|people|everyone|everybody|all|each|its|our|contributors|members|panel|volunteers|reviewers|in a way|for (?:(?:your|their|all|any|the|all your) )?(?:time|rest|reading|preparation|work|hours|meetings?|contributions?|every)|{MONEY}|a |at |the (?:same|living))",
            rf"(?:we|they|{TEAM})(?:'ll| will| can)? (?:can |will |also |able to )*(?:offer|offers|give|gives|provide|provides|post|send|thank)(?: you| everyone| everybody| each \w+| members| people| all \w+)?(?: with| a cheque for)? (?:an? |some )?(?:{MONEY}|{PAYMENT}|pay|payment)",
            rf"{MONEY} ?{PER}",
            rf"{MONEY} (?:\w+ )?(?:cash|in cash|{PAYMENT})(?! (?:for|from) (?:the|a) (?:winner|bank))",
            r"paid by the (?:hour|day|session|meeting)",
            r"(?:this|the|each|these|all) (?:\w+ )?(?:roles?|posts?|positions?|work|seats?|opportunit(?:y|ies)|jobs?) (?:is|are|will be) (?:a )?paid(?! for by)\b|(?:is|are) (?:an? )?(?:fully )?paid (?:roles?|posts?|positions?|opportunit(?:y|ies))",
            r"(?:ten|twenty|thirty|forty|fifty) (?:quid|pounds)(?: cash| in cash)?",
            rf"(?:an? |the |involvement |your )?{PAYMENT} (?:of (?:up to )?{MONEY} )?(?:per \w+ |for (?:each|every|your|their) [^.;:?!]{{1,20}} )?(?:is|are|will be|can be) (?:\w+ )?(?:offered|available|made|paid|payable|given|provided|sent)",
            rf"(?:paid|compensat(?:ed|ion)|reward(?:ed)?|reimbursed?|reimbursements?|payments?|fee|recompense|remuneration) (?:to you )?for (?:your|their) time|get paid|(?:{MONEY}|{PAYMENT}) (?:each time|in recognition of|as a thank[- ]?you|to thank|towards? (?:your|their) time|for (?:your|their) time|is our thank you|to say thank you)",
            r"(?:payments?|pay|remuneration) (?:is|are|will be)(?: \w+)? (?:offered|available|made|in line|at|by|paid|£)|(?:payment|pay|fee):? £ ?\d[\d.,]*",
            rf"(?:your )?(?:time|contribution|input|help|work|involvement) (?:is|will be|gets|being) (?:\w+ )?(?:paid(?: for)?|compensated|reimbursed|recognised with|rewarded with|rewarded financially|worth {MONEY})",
            rf"(?<!prize )(?<!prizes )(?<!award )(?:is|are) worth {MONEY}|in recognition of (?:your|their) (?:time|contribution)|(?:the|a) (?:living|real living) wage",
        ),
        needs=r"pay|paid|allowance|per diem|rate|shilling|dollar|rupee|kwacha|naira|rand|pesos|birr|cedis|francs|taka|kronor|[A-Z]{3} ?\d|remunerat|compensat|reimburs|reward|voucher|gift|honorari|fee|stipend|cheque|cash|[£€$]|quid|pounds|euros|money|wage|credit|thank|worth|retainer|earn|token|recogni|recompense",
        unless=(
            rf"{MONEY} (?:for|towards?) (?:your |their |the )?(?:travel\w*|fares?|parking|lunch|petrol|mileage|child ?care|bus|train|expenses|costs)\b",
            r"get paid (?:work|employment|jobs?)",
            r"living wage (?:employers?|accredit\w+|scheme|campaign|foundation|organisation)",
            r"pays? (?:all )?(?:of )?(?:our|its|their) (?:own |research |office )?(?:staff|researchers?|nurses?|cleaners?|employees?|workers?|colleagues)\b[^.;:?!]{0,40}",
            r"[£€$] ?\d[\d.,]*(?:m|bn| (?:million|billion))(?: an? year)?",
            r"paid (?:by(?! the (?:hour|day|session|meeting))|carers?|staff|work|leave|employment|jobs?)",
            rf"(?:charges?|costs?|costing|fees?|rent|tickets?|pay|donat\w+|gifts?|fines?|parking|entry|admission|membership|subscriptions?|savings?|saves?|raised?|grants?|awards?|awarded|funding|budgets?|worth of|income|earning|benefits?)(?: of| is| are| from| up to| between| at)?(?: up to)? {MONEY}(?: ?{PER})?(?! (?:for|to thank|as a thank) (?:your|you|their)| (?:is|will be) (?:\w+ )?(?:paid|payable|offered))",
            rf"(?:pay|pays) {MONEY}",
            r"(?:carer|attendance|child|housing|jobseeker|disability|employment|maternity|guardian|mobility|bereavement)'?s?'? (?:living |and support )?(?:allowances?|benefits?|payments?)\b[^.;:?!]*",
            r"(?:earn\w*|payments?|paid|pay|income|money|vouchers?|fees?)\b[^.;:?!]{0,40}\b(?:affects?|changes?|reduces?|counts?|stops?|lowers?)\b[^.;:?!]{0,30}\b(?:benefits?|tax|universal credit|pension|allowance)\b",
            r"(?:fee|fees) (?:for|to) (?:the (?!meetings?|sessions?|time|days?|work|hours|reviews?)|enter|park|apply|join)|(?:registration|booking|joining|admission|application|late|parking|course|ticket|annual) fees?|entry fees?|membership fees?|tuition fees?|care (?:home )?fees?|legal fees?",
            r"(?:cost|costs|time) (?:is|are) (?:paid|met) by",
            rf"(?:win|chance to win|one of \w+|prize draw\b[^.;:?!]{{0,30}}) (?:a |one of \w+ )?{MONEY}(?: \w+)? (?:vouchers?|gift cards?)",
            r"get(?:s|ting)? (?:\w+ )?(?:money|payments?) (?:from|off) (?:the|your) (?:benefit|bank|government|state)",
            r"(?:travel|expenses|fares?|parking|costs?|train|taxi|lunch|child ?care)\b[^.;:?!,]{0,20} (?:is|are|will be|be) (?:paid|reimbursed)",
        ),
        spoken_of="invited",
    ),
    KindOfPromise(
        "promise-expenses",
        "that nobody has costs of their own",
        "Which costs, paid before or after, and within how many days? Who would be left with a cost?",
        (
            r"(?:tickets?|travel|fares?|buses|bus|taxis?|food|meals?|lunch|snacks|parking|child ?care|trains?)\b[^.;:?!]{0,20} (?:is|are|'s) on (?:us|the house)",
            r"(?:care|cover|sitting) for (?:a|your|an? \w+) (?:\w+ )?(?:relative|children|child|parent|partner|mother|father|kids|family member|person you care for)\b[^.;:?!]{0,35}\b(?:is|are|will be|can be) (?:paid|covered|met|arranged|funded)",
            rf"{_COST}{gap(45)}(?:is|are|will be|can be|be|and|,) (?:\w+ ){{0,3}}?{_REPAID}",
            rf"(?:expenses|fares?|travel|costs|mileage|parking) {_REPAID}|(?:travel|transport|taxis?|accommodation|hotels?)(?: and \w+)? (?:is|are|will be) (?:provided|arranged|organised)",
            rf"reimbursement of {gap(30)}(?:costs|expenses|travel)",
            rf"(?:{PEOPLE})(?:'ll| will| can| may| could)? (?:also )?(?:claim|be reimbursed|be refunded|have|get|be repaid)(?: back| for)? (?:\w+ ){{0,5}}?{_COST}(?: (?:paid|covered|reimbursed|refunded|back|met|expenses))?",
            r"help with (?:\w+ ){0,3}(?:costs|child ?care|expenses|travel|transport) (?:is|are|will be) (?:available|offered|given|provided)|(?:a |an )?(?:stipend|allowance|budget|fund) for (?:\w+ ){0,2}(?:internet|data|travel|child ?care|expenses|costs)\b[^.;:?!]{0,20}",
            r"send us (?:the|your|a copy of the) (?:bill|receipts?|invoice)|at no cost to you|(?:not|never|nobody|no|no one|no-one|won't|shouldn't)\b[^.;]{0,45}\bout of pocket|(?:nobody|no one|no-one) (?:should be|will be|is|pays) (?:worse off|to get here|to take part|for coming)",
            r"(?:have|get|give you|pay you|refund you|reimburse(?: you)?|refund)\b[^.;:?!]{0,25}\b(?:what|whatever|anything|the money|it) (?:it costs|you spen[dt]|you have spent|back (?:within|on the day|the same day))\b[^.;:?!]{0,20}",
            r"(?:(?:do|will|need|have) not|won't|don't|never) (?:have to |need to )?pay (?:anything|a penny|for anything)(?: (?:yourself|on the day|up front|upfront))?|need not pay",
            rf"{_COST} (?:is|are) on us|(?:train|bus|travel) tickets? (?:sent|posted|booked|refunded)(?: to you)?",
            r"(?:if|when) (?:you|some(?:body|one)) [^.;:?!]{0,60}\b(?:carers?|sitter|child ?care|care for|look after|taxi|hotel|travel|journey|the night|overnight|far away)\b[^.;:?!]{0,30}, (?:then )?we(?:'ll| will| can)? (?:pay|cover|arrange|meet|book|sort)\b",
            rf"(?:gets?|receives?|given|pays?|give|gives|offer|offers) (?:\w+ ){{0,3}}{MONEY} (?:for|towards?) (?:your |their |the )?(?:travel\w*|fares?|parking|lunch|petrol|mileage|child ?care|bus|train|expenses|costs)\b",
            r"(?<!\bnot )at (?:our|the (?:\w+ )?(?:council|charity|trust|project|university|hospital)'s) (?:cost|expense)",
            r"top(?:s|ping)? up your (?:[\w']+ )?(?:phone|data|credit|mobile)",
            r"reimbursed for (?:your |any |all )?(?:time and )?(?:travel|expenses|costs)",
        ),
        needs=r"expens|cost|fare|top(?:s|ping)? up|travel|transport|train|taxi|cab|bus|ticket|child ?care|sitter|parking|petrol|mileage|subsist|accommod|hotel|stays|respite|care|data|journey|spen[dt]|pocket|worse off|to get here|to take part|for coming|back|pick you|fetch|collect|drive you|home|stipend|allowance|budget|fund",
        unless=(
            r"(?:grants?|bids?|award|application|applicants?|your bid)\b[^.;:?!]{0,15} (?:may|can|should|must|will) (?:cover|include|pay)\b[^.;:?!]{0,40}",
            r"included in your (?:bid|application)",
            r"(?:interpret\w*|caption\w*|sign(?:ing|ers?)|transla\w+)\b[^.;:?!]{0,40}at no cost to you",
            r"(?:course|ticket|event|energy|rent)s? costs?[^.;:?!]{0,20}",
            r"[^.;:?!]{0,40}\b(?:to|for|from) (?:your|their|an|hospital|outpatient|clinic) (?:appointments?|treatment|surgery|scan|operation)\b",
            r"travel (?:time|news|agents?|insurance)\b[^.;:?!]{0,20}",
            r"(?:travel|parking|transport|accommodation) (?:is|are) (?:\w+ )?(?:available|included)(?! in)",
        ),
        spoken_of="invited",
    ),
    KindOfPromise(
        "promise-support",
        "that people are safe and looked after",
        "Who is there for people, before, during and after, and what happens when somebody is upset?",
        (
            r"(?:\w+ )?support(?: worker| person| team)? (?:and \w+ )?(?:is|will be|are)(?: always)? (?:there|available|offered|provided|on hand|given)(?! (?:for|to) (?!you|all|everyone|members|panel|contributors|volunteers|reviewers|anyone who))",
            r"(?:a|in a|this is a|psychologically|create a) (?:\w+ )?safe (?:and \w+ )?(?:space|place|environment)|safe (?:and \w+ )?(?:space|environment|place to)|kept safe|keep you safe|in safe hands",
            r"(?:help|support|someone|somebody) (?:will be|is) (?:always )?(?:at hand|on hand|there|available)(?: for you)?(?: if| when| before| to support)|(?:look|looked|looking|care|cared|caring) (?:after|for) (?:you|everyone)(?! (?:own|home))",
            r"you(?:'ll| will) have (?:a |an |your own )(?:\w+ ){1,4}?(?:at your side|by your side|with you|beside you)|(?:at|by) your side",
            r"your (?:\w+ and )?(?:wellbeing|well-being|safety|welfare|comfort|dignity)(?: and \w+)? (?:comes? first|(?:is|are) our (?:first |top )?(?:priority|concern)|matters? (?:most|to us))|pastoral care",
            r"(?:we|someone|somebody|one of (?:us|the team)|a member of (?:the|our) (?:\w+ )?team|she|he|they)(?:'ll| will| can| also)? (?:ring|call|phone|text|visit|contact|check|be in touch)\b[^.;:?!]{0,40} (?:see|ask|check|find out|hear) how (?:you|everyone|people) (?:are|is|feel|felt|got on|found)",
            r"(?:make|makes|making|see) (?:sure|certain|to it) (?:that )?(?:you|everyone|members|everybody) (?:are|is|feel|feels|stay|stays) (?:\w+ )?(?:safe|well|supported|comfortable|at ease|looked after|all right|okay)",
            r"if (?:you|it|anything|things)\b[^.;:?!]{0,40}\b(?:sad|upset\w*|distress\w*|worried|low|anxious|scared|overwhelmed|hard|difficult|too much)\b[^.;:?!]{0,20}\b(?:we|someone|somebody|there)(?:'ll| will| can|'s| is) (?:\w+ )?(?:help|be there|listen|support|sit|talk|look after|someone|somebody)\b",
            r"(?:never|not|n't) (?:be )?(?:left )?(?:alone|on your own)\b",
        ),
        unless=(
            r"support(?:s|ed|ing)? (?:for|to) (?:other|businesses|patients|tenants|new mothers|families|people (?:who|in|with))\b[^.;:?!]{0,40}",
            r"we (?:are )?support(?:ed)? by",
            r"(?:without|needs?|need|about) (?:\w+ )?support",
            r"emergency|safe (?:sex|injection|drinking)",
        ),
        spoken_of="invited",
    ),
    KindOfPromise(
        "promise-everyone",
        "that anybody can take part",
        "Who could not take part all the same, and would they know it from this text?",
        (
            r"\ball (?:of )?(?:the |our )?(?:\w+ ){1,3}?(?:are|is) (?:very |most )?welcome\b(?! to (?:visit|use|ask|contact))",
            r"^\W*any \w+, (?:and |or )?any \w+\b",
            r"^\W*(?:anyone|anybody|everyone|everybody)(?: at all)?[.!]*$",
            r"open to (?:every|any) (?:\w+ )?(?:patient|resident|tenant|carer|parent|person|woman|man|adult|citizen|child|pupil|family|household|neighbour|survivor|user|customer|leaseholder|member of the public)\b",
            r"all (?!members |staff |applicants )(?:\w+ ){1,2}(?:(?:over|above|from|aged|of|in) [^.;:?!]{1,20} )?(?:can|may) (?:join|take part|come along|get involved|become members)",
            r"(?:every|any) (?!member )(?:\w+ ){1,2}(?:(?:of|in|on|from|with|who) [^.;:?!]{1,30}? )?(?:can|may|is free to|is welcome to) (?:join|take part|come along|get involved|be part|become a member|belong)",
            r"(?:everyone|everybody|anyone|anybody) (?:aged|with|who|from|over|under|in|living)\b[^.;:?!,]{1,40}\b(?:is|are) (?:very )?welcome",
            r"(?:everyone|everybody|anyone|anybody|all)(?: is| are)? (?:very )?welcome(?! to (?:the|our) (?:launch|exhibition))",
            r"(?:is |are |it's |^\W*)?open to (?:all\b(?! (?:adults|patients|people aged|members|staff|women|men))|everyone|everybody|anyone|anybody|the public)",
            r"(?<!which )(?<!where )(?<!so that )(?:anyone|anybody|everyone|everybody)(?: (?:who|with|over|aged|from) [^.;:?!]{1,40}?)? can (?:join|take part|apply|come|get involved|get in touch|have a go|be part)",
            r"(?:no[- ]?one|nobody) (?:is|will be) (?:excluded|turned away|left out(?! of pocket))|we welcome (?:everyone|everybody|anyone|all|applications from (?:all|everyone|anyone|every))|(?:all|any) (?:backgrounds|abilities|ages|walks of life) (?:are )?welcome|(?:does not|doesn't) matter who you are|people (?:from|of) (?:all|any|every) (?:faiths?|races?|religions?|genders?|cultures?|nationalit(?:y|ies)|backgrounds?|ages?|abilit(?:y|ies)|walks? of life)",
            r"(?:whatever|whoever|regardless of|no matter) (?:your|what your|who you are|where you|you are\b)(?: (?:background|age|experience|ability|abilities|circumstances|story|views))?(?! (?:access|needs|needs are))",
            r"there(?:'s| is) a (?:place|seat|role|space) for (?:everyone|everybody|anyone)",
        ),
        unless=(
            r"(?:food bank|(?:counselling |support |advice )?service|clinic|surgery|centre|club|library|café|cafe|shop|park|helpline|shelter|building|exhibition|drop-in|church|museum|council meetings|meetings of the council)\b[^.;:?!]{0,25} open to (?:all|everyone|everybody|anyone|the public)",
            r"(?:whatever|no matter what|regardless of) your (?:access |accessibility |communication |support )?(?:needs|requirements|answer|answers|decision|choice)",
            r"council meetings\b[^.;:?!]{0,30} open to the public",
            r"\b(?:better|easier|safer|fairer|kinder|access\w*|services?|care|spaces?|activities|support|district|city|town|place|work\w*|made|happier) (?:for|with|by) (?:people|everyone|everybody|anyone|all)\b[^.;:?!]{0,30}",
        ),
        spoken_of="people",
    ),
    KindOfPromise(
        "promise-feedback",
        "that people hear what came of what they said",
        "Who tells them, by when, and also where the answer was no?",
        (
            r"(?:summar(?:y|ies)|lists?|notes?|reports?|records?|accounts?|tables?) of (?:the |all |any )?(?:actions?|changes?|responses?|decisions?|steps)(?: taken| made| agreed)? (?:in (?:response|reply|answer) to|because of|after|following|on) (?:\w+(?:'s?)? )?(?:comments?|points?|suggestions?|ideas|feedback|input|views|concerns|questions|what (?:you|people|members))",
            r"(?:results?|findings|reports?|outcomes?|answers|conclusions)(?: of [^.;:?!]{1,30}?)? (?:will |are |is |would )(?:first |also |always )*(?:be )?(?:first )?(?:shared|discussed|presented|read out|brought|taken|reported|explained|sent|given|fed)(?: back)? (?:first )?(?:with|to|in|by) (?:you|the (?:villages?|communit(?:y|ies)|members|group|panel|families|residents|patients|people)|each (?:village|family|member|group)|(?:your|their) (?:village|community))",
            r"which of (?:your|the|their) (?:\w+ )?(?:points|ideas|suggestions|comments|requests) (?:we|were|was|have|has|are|the team)\b[^.;:?!]{0,30}",
            rf"(?:you|everyone|everybody|members|contributors|each \w+|people who \w+)(?:'ll| will)? (?:(?:also|always|then|each) )?(?:get|receive|be sent|be given|have|hear|receives|gets)(?: \w+)? {gap(25)}(?:feedback|summary|report|note|newsletter|bulletin|updates?|e-?mail|letter){gap(30)}(?:your (?:\w+ )?(?:points?|ideas?|input|suggestions?|comments?|contributions?|work|views)|what (?:came|was|we|has|you|happened|changed)|how (?:your|the|we|it)|the (?:results|findings|outcome|decisions?)|the points)",
            rf"(?:we|{TEAM})(?:'ll| will| also)? (?:give|send|provide|offer)s?(?: you| everyone| members| all)? (?:(?:\w+ ){{0,2}})(?:feedback|updates?|a summary|a report|the results)(?: {gap(40)}(?:on|of|to|about|how|what|after|you|member|everyone|all)\b[^.;:?!]{{0,20}})",
            r"(?:summary|report|results|findings)(?: of [^.;:?!]{1,40}?)? (?:will be|is|are) (?:sent|given|shared|fed back|reported|posted|returned)(?: back)? (?:to|with) (?:you|everyone|everybody|all|each|those who|people who|members|the (?:group|panel))",
            r"shar(?:e|ing) (?:the |our |all )?(?:findings|results|outcomes?|report) with (?:you|everyone|members|those who|the (?:group|panel))",
            r"(?:list|note|notes|summary|report|minutes|record|account)s? of (?:all |everything |just )?(?:what (?:changed|has changed|happened|we (?:did|changed|kept)|came of (?:it|them))|the changes|your (?:\w+ )?(?:points|ideas|comments|suggestions))\b[^.;:?!]{0,30}\b(?:sent|shared|given|posted|published|circulated|goes?|e-?mailed)",
            r"(?:e-?mail|send|post|circulate|share|publish|write)s? (?:you |everyone |all |out |up )?(?:a |the )?(?:\w+ )?(?:note|list|summary|report|record|account) of (?:all |everything )?(?:what (?:we|changed|has|happened|you)|the changes)",
            rf"(?:our|their|its|a|an|the team's|{TEAM}'s) (?:\w+ )?(?:response|reply|answer)s? to (?:each|every|all|the|your)(?: one)?(?: of)?(?: your| the| these)? (?:\w+ )?(?:points?|comments?|suggestions?|ideas|questions|recommendations?|concerns?|requests?)",
            r"first to (?:know|hear|see|learn) (?:what|how|the (?:results|findings|outcome))|hear back from (?:us|the \w+)\b[^.;:?!]{0,40}\b(?:on|about) (?:what|how|your)|feedback (?:session|event|meeting)s?\b[^.;:?!]{0,30}\b(?:what|how)",
            r"(?:told|tell you|hear|know|learn|find out|see) what (?:has |will |have )?(?:come|came|comes|become|became|becomes) of",
            r"you said,? we did|(?:will )?answers? (?:you )?(?:in writing|each|every)\b[^.;:?!]{0,20}\b(?:point|suggestion|question|comment)",
        ),
        unless=(
            r"^\W*(?:the |all )?(?:\w+ )?(?:applicants?|candidates|bids|applications)\b.*",
            r"feedback (?:on|about) (?:unsuccessful|(?:your|their|an?) (?:\w+ )?(?:application|complaint|care|treatment|tests?|results?|performance|progress|interview|work|cv|diet|health)|bids?|applications?)",
            r"let you know (?:if|whether|by|when|within)(?! [^.;:?!]{0,30}\b(?:changed|used))",
            r"(?:application|interview|shortlist\w*)\b[^.;:?!]{0,40}(?:let you know|hear|feedback)",
            r"report(?:s|ed)? back (?:pain|problems)",
            r"(?:choose|choosing|decide|deciding|pick|select|vote on|say)s? which of\b[^.;:?!]{0,60}",
            r"(?:show|tell|teach)s? (?:you|members|them) how to\b[^.;:?!]{0,40}",
        ),
        spoken_of="anybody",
    ),
    KindOfPromise(
        "promise-access",
        "that what people need in order to take part will be there",
        "What is there already, what would have to be found, and who pays for it?",
        (
            r"(?:fully|completely|totally) (?:wheelchair )?accessible|accessible (?:to|for) (?:all|everyone|everybody)(?! (?!who|of|members|in)\w)",
            r"(?:meet|cater for|accommodate|provide for|sort out|arrange for|make) (?:all|any|every|each|your|everyone's|whatever)(?: \w+){0,2} (?:needs?|requirements?|adjustments?)(?: you need)?",
            r"(?:whatever|anything|everything|any adjustments?|adjustments) (?:that )?you need (?:in order )?(?:to (?:take part|join|come)|will be (?:made|there|provided))",
            r"(?:whatever|anything|everything)(?: \w+){0,4} needs?\b[^.;:?!]{0,30}, (?:and )?we(?:'ll| will| can|'re happy to) (?:\w+ )?(?:arrange|sort|make|find|provide|get|pay|organise|see to)",
            r"(?:whatever|any|all) (?:(?:\w+ ){0,2}that|\w+)? ?you (?:need|require)(?: (?:in order )?to (?:take part|join|come))? (?:will|can|is|are)(?: be)? (?:made|there|provided|arranged|found)",
            r"(?:your|all|any|everyone's|every member's) (?:\w+ )?needs (?:will be|are|get) (?:all )?(?:met|catered for|provided for|accommodated|arranged)",
            r"(?:tell us|say|ask for|let us know) (?:what|whatever) you need,? and (?:it|that|everything)(?:'ll| will| is| shall) be (?:there|provided|arranged|done|ready|found|made)",
            r"tell us what you need,? and we(?:'ll| will) (?:arrange|sort|make|find|provide|get|organise|put)\b[^.;:?!]{0,20}",
            r"whatever your (?:access |accessibility |communication )?(?:needs|requirements)(?: are)?",
            r"(?:tell|let) us (?:know )?(?:about )?your (?:access )?(?:needs|requirements)\b[^.;:?!]{0,20} and we(?:'ll| will) (?:sort|make|arrange|meet|provide)\b[^.;:?!]{0,25}",
        ),
        unless=(
            r"(?:try|do our best|aim|hope|do what we can) to (?:meet|cater|accommodate|provide|make)\b[^.;]{0,40}",
        ),
        spoken_of="invited",
    ),
)
