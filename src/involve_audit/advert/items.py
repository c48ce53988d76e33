"""What an invitation should say, as data: what counts as said of those who are invited."""

from __future__ import annotations

from dataclasses import dataclass

from involve_audit.advert.promises import OTHER, SAY, Promise
from involve_audit.advert.wording import DECIDE, MEMBERS, MONEY, PER, SELF, SOMEBODY, THOSE_ASKED, UNIT, gap


@dataclass(frozen=True)
class Item:
    """Something that people need to know before they can say yes or no.

    Attributes:
        name: what it is, as the report lists it.
        patterns: one of them says it, in a clause that does not speak of others.
        unless: taken away before looking: words that only look like it.
        says: what was seen, where it is not there.
        asks: the question then.
        told: where the project file may tell it.
        needs: what stands in every sentence that says it, as parts of words.
    """

    name: str
    patterns: tuple[str, ...]
    says: str
    asks: str
    told: tuple[str, ...]
    unless: tuple[str, ...] = ()
    needs: str = ""


def _promise(rule: str) -> Promise:
    return next(row for row in (*SAY, *OTHER) if row.rule == rule)


_NUMBER = r"(?:\d+(?:\.\d+)?(?: ?½)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|half an?|half a|an?|a few|a couple of|several|a full|a whole)"
_SPAN = r"(?:minutes?|mins?|hours?|hrs?|half[- ]days?|full days?|days?|evenings?|afternoons?|mornings?|weekends?|lessons?|meetings?|sessions?|workshops?|weeks?|months?|years?|terms?|calls?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:morning|evening|afternoon)s?)?|visits?|gatherings?|dates)"
_ADJ = r"(?:(?:short|online|long|face-to-face|group|further|whole|zoom|daytime|saturday|sunday|weekday|evening|hybrid|virtual|in-person|informal|consecutive|separate|planned|one|two|three|half) ?){0,2}"
QUANTITY = rf"(?!an? (?:\w+ ){{0,2}}(?:meeting|session|workshop|call|visit|gathering|lesson))(?:(?:about|around|up to|approximately|roughly|at least|no more than|at most|a maximum of|just|only) )?{_NUMBER}(?:(?: ?[-–] ?| to | or | and a )(?:\d+|\w+))?(?:[- ]|(?<=\d)){_ADJ}?{_SPAN}(?:'s?|s')?(?: and a half)?(?: long)?"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
OFTEN = (
    rf"(?:(?:every|each|per|once an?|twice an?|(?:\w+ )?times an?|alternate|every (?:second|other|third|few|\w+)|(?:on )?the (?:first|second|third|last)) (?:{_DAY}|weeks?|fortnights?|months?|quarters?|terms?|years?|evenings?)|an? (?:week|fortnight|month|quarter|term|year)"
    rf"|monthly|weekly|fortnightly|quarterly|termly|annually|on (?:\w+ )?(?:mon|tues|wednes|thurs|fri|satur|sun)days|a one-off|as (?:few|little|often|much))"
)
CLOCK = r"(?:\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|noon|o'clock)? ?(?:-|–|to|until|till|and) ?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|noon)(?!\w)|(?:from )?\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)? ?(?:-|–|to|until|till) ?(?:\d{1,2}(?:[:.]\d\d)?(?: ?(?:am|pm))?|noon)(?! (?:people|patients|per|questions|years|weeks|months|days|\w+s\b))|(?:finish|end|done|over|home) (?:by|at) \d{1,2}(?:[:.]\d\d)?)"
_HOUR = r"(?:(?:half|quarter)(?: past| to)? )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday)(?: thirty| fifteen| o'clock)?"
_CLOCK_WORDS = rf"(?:(?:{_DAY}|school|work|mornings?|afternoons?|evenings?|nights?|from|between)[ ,]+{_HOUR} ?(?:-|–|to|until|till|and) ?{_HOUR}|{_HOUR} (?:until|till) {_HOUR})(?! (?:people|patients|per|questions|years|weeks|months|days|hours|minutes|times|\w+s\b))"
"""Hours in words: `Tuesdays, half six to eight`; two numbers alone may count anything."""
_ASKED = (
    r"(?:meetings?|meets?|meet up|sessions?|workshops?|calls?|focus groups?|seminars?|events?|gatherings?|get-togethers?|role|post|position|term|commitment|commit(?:s|ting)?|appointments?|membership|members (?:serve|attend|meet)|serve|attend|attendance|come (?:to|along|for|and)|join us|zoom|"
    r"spend|give (?:us )?|take part|takes?(?: (?:you|about|around|up to|just|only|no more|less|under))|taking (?:about|around)|lasts?|lasting|preparation|reading|survey|questionnaire|deliberate|we (?:ask|expect|anticipate|need|start|finish|begin)|expect(?:ed)? to|time commitment|the time|you(?:'ll| will)? (?:work|need|be needed)|it (?:would|will) be|it's|invited|asked to|available|free on|involves?|review(?:s|ing)?|work between|hours|chat|interviews? you|supper|tea)"
)

_LANGUAGE = r"(?-i:Arabic|Bengali|Bangla|BSL|Chinese|Mandarin|Cantonese|Farsi|Dari|Pashto|French|Gaelic|Irish|German|Gujarati|Hausa|Hebrew|Hindi|Igbo|Italian|Kurdish|Latvian|Lithuanian|Makaton|Polish|Portuguese|Punjabi|Romanian|Russian|Scots|Shona|Somali|Spanish|Swahili|Sylheti|Tamil|Tigrinya|Turkish|Ukrainian|Urdu|Vietnamese|Welsh|Xhosa|Yoruba|Zulu|Auslan|ASL|ISL|M(?:ā|a)ori)"
"""Languages that people speak in these islands, and signed ones."""

LIMIT = (
    r"\b(?:can(?:not| not|'t)|won't|will not|(?:is|are|was|were) not|isn't|aren't|may not|might not|no longer|not (?:able|always|yet|something|allow\w*)|does not|doesn't|do not|don't)\b[^.;]{0,45}"
    r"\b(?:chang\w+|alter\w*|decid\w+|mak\w+ (?:the |any )?decisions?|influenc\w+|affect|use all|use everything|act on|promise|open to|possible|follow|adopt|take up|reopen\w*|fund (?:all|every)|move|movable|vote on|up for|touch|look(?:ed)? at again|do everything|do any|have to do|renegotiat\w+|shap(?:e|ing))\b(?! (?:your|their) (?:mind|care|treatment|benefits|pension|details|application|life))(?!\s+(?:with|because) )"
    r"|\b(?:is|are|have been|has been|was|were|stays?|remains?)\b[^.;]{0,20}\b(?:fixed|set by|locked|decided by|decided already|settled|already (?:been )?(?:decided|set|fixed|agreed|chosen|made))(?! (?:by )?(?:you|the group|the panel|members|patients|people|carers|tenants))\b"
    r"|\balready (?:been )?(?:decided|fixed|chosen|agreed|made|settled)\b|\b(?:locked|fixed|set in stone|a done deal|non-negotiable|outside our remit|gone through)\b(?! (?:address|abode|term|phone|line|penalt|rate|fee|income))"
    r"|\bout of scope\b|\b(?:outside|beyond) (?:our|the) (?:control|scope|power|budget|remit)\b|\bout of our hands\b|\bnot (?:up for|open (?:to|for)|under|a matter for|subject to) (?:discussion|debate|change|negotiation|consultation|review|amendment|revision)\b|\b(?:leaves?|there(?: is|'s)|has|have) no (?:room|scope|leeway|freedom) (?:for|to) (?:chang\w+|alter\w*|mov\w+|decid\w+|discuss\w*|negotiat\w+|amend\w*)\b"
    r"|\b(?:(?:retains?|bears?) (?:the )?(?:ultimate|final|overall|sole|legal) (?:responsibility|authority|say|control|accountability)|(?:holds?|has|carries) (?:the )?(?:ultimate|overall|sole|legal) (?:responsibility|authority|accountability))\b(?! (?:with|together))"
    r"|\b(?:final|last|ultimate) (?:say|decision|decisions|word|responsibility)\b[^.;]{0,45}\b(?:is|are|lies?|rests?|stays?|made|taken|with|by)\b[^.;]{0,25}\b(?:team|funders?|committee|board|researchers?|university|trust|sponsor|regulator|commissioners?|council|councillors|us|service|hospital|ministry|government|trustees|investigators?|cabinet|managers?|directors?|ministers?)\b"
    r"|\b(?:the team|team|funders?|committee|regulator|researchers|board|university|sponsor|commissioners?|council|councillors|cabinet|trustees|hospital|ministry|government|managers?|ministers?|directors?|law|architects?|engineers?|publisher|court|judge|officers)\b,?[^.;]{0,12}\b(?:decides?|decide what|has decided|have decided|sets?(?! (?:out|up))|(?:has|have|had|takes?|makes?|retains?|keeps?) (?:the (?:final|last|ultimate|power)|(?:all|every|most|any|those|these)(?: of)?(?: the| other)? decisions?)|take the final|remains? the decision|do not allow|does not allow)\b(?! (?:with|together|alongside) (?:you|us|members))"
    r"|\b(?:councillors|council|trustees|board|team|cabinet|funders?|ministers?|commissioners?)\b[^.;:?!]{0,70}\bmak(?:e|ing) (?:a|the|their|its) final decisions?\b"
    r"|\b(?:remains?|is|are|stays?) the decision[- ]makers?\b|\bretains? the (?:power|right)\b|\b(?:the )?power to (?:reject|overrule)\b"
    r"|\b(?:have|has|had) no (?:say|power|influence|control|vote|choice)\b|\bnot (?:ours|yours|for us|for you|for the group) to (?:change|decide)\b"
    r"|\btoo late to (?:change|alter|add|move|undo)\b|\b(?:choice|decision)s? (?:of|on|about|over) [^.;]{0,40}\b(?:was|were|has been|have been) (?:already )?(?:made|taken)\b(?! (?:by|with) (?:you|the (?:group|panel|members)|members|patients|carers|residents))"
    r"|\b(?:budget|scope|protocol|design|timetable|deadline|drug|dose|sites?|topic|question|date)s? (?:is|are) (?:already |all )?(?:set|fixed|final|closed)\b"
    r"|\bonly (?:advis\w+|asked for advice|(?:small |minor )?(?:wording |changes to )?(?:changes|edits)|the (?:wording|text|leaflet))\b|\badvice only\b|\b(?:group|panel|you|members) (?:will )?advises?\b[^.;]{0,20}(?:;|\bbut\b)"
    r"|\b(?:is|are|stays?|remains?) (?:still )?(?:our|the (?:team|council|funder|trust|board|university|hospital|charity)'s) (?:call|decision|choice)\b|\b(?:has|have|needs?|must) to stay (?:as|the way) (?:it is|they are)\b|\bthat(?:'s| is) (?:that|final|all there is|as far as it goes)\b|\b(?:nobody|no one|no-one|we) (?:can(?:not|'t)?|do(?:n't| not)|could(?:n't| not)?) (?:yet )?(?:know|say|tell|be (?:sure|certain))\b[^.;?!]{0,25}\b(?:whether|if)\b[^.;?!]{0,30}\b(?:will|would|can|could|leads?|changes?|works?)\b"
    r"|\b(?:some|part) of (?:it|them|this|what you)\b,? (?:but )?not all\b|\bnot all of (?:it|them|what you|your)\b|\bnot about (?:shaping|changing|deciding|designing)\b"
    r"|\b(?:was|were|is|are|have been|has been) (?:fixed|set|agreed|chosen|decided|determined) by (?:the |our |its |national )?(?:funders?|trustees|board|team|government|university|regulator|council|sponsor|ministers?|law|researchers|trust|ministry)\b|\bcomes? from (?:the )?(?:government|law|regulator|funder)\b|\b(?:is|are) national rules\b"
    r"|\blimits?\b(?! (?:your|yourself|the number|numbers|access|places))\b[^.;]{0,40}\b(?:to what|are|is|of what|on what|what)\b"
)
"""What says that something is not open: to change, to a decision, to a promise."""
NO_LIMIT = (
    r"\bdecides? (?:whether|if|which of) (?:you|people|applicants|candidates)\b[^.;]*",
    r"\b(?:will not|won't|never|not) (?:be (?:ignored|wasted|lost|forgotten)|gather dust|sit on|go to waste)\b",
    r"\b(?:cannot|can't|can not|unable to|not able to|won't|will not|may not|might not|don't|do not) (?:be able to )?(?:guarantee|promise|offer|give)\b[^.;]{0,25}\b(?:places?|interviews?|jobs?|seats?|work|role)\b",
    r"\b(?:will not|won't|does not|doesn't|do not|cannot) (?:affect|change|alter|influence)\b[^.;]{0,12}\b(?:your|their|any|the care|treatment|benefits)\b[^.;]{0,20}",
    r"\b(?:if|when|where) you (?:cannot|can't|do not|don't)\b[^.;,]{0,40}",
    r"\b(?:medicine|drug|tablets?|treatment|vaccine|law|doctors?) (?:cannot|can't)\b[^.;]{0,20}",
    r"\b(?:is|are|was|were) (?:set|fixed|decided|chosen) by (?:you|the group|the panel|members|patients|people|carers|tenants|residents)\b",
    r"\b(?:have|has) not (?:yet )?(?:been )?decided\b|\bnot yet (?:been )?decided\b|\bnothing (?:is|has been) (?:fixed|decided|set)\b[^.;]{0,10}",
    r"\bnot (?:only|just)\b",
    r"\b(?:nobody|no one|can't|cannot) be overruled\b",
    r"\bcannot veto\b",
    r"\bno fixed (?:address|abode)\b",
    r"\b(?:can't|cannot|couldn't) (?:wait|do (?:it|this) without|decide)\b[^.;]{0,20}",
    r"\bhelps? [^.;]{0,30}\bdecides?\b",
)
"""What only looks like a limit."""

LIMIT_HEADING = r"\b(?:can(?:not|'t| not)|won't|not) (?:be )?(?:chang\w+|open|possible|decided|promise|do|offer|influence|move)\b|^\W*(?:what )?(?:we|you) (?:can(?:not|'t| not)|won't)\W*$|\blimits\b|\b(?:is|are) (?:already )?(?:fixed|decided)\b|\balready decided\b"
"""A heading below which everything is a limit."""

_SOMETHING = r"(?:\d+|two|three|four|five|six|ten|all|every|each|which|what|how|where|when|who|whether|on|about|over|between|in|from|the|our|a|an|its|their|this|these|next|\w+s\b)"
_PAYLESS = (
    r"(?:(?:this|it|the (?:role|post|panel|group)|roles?|these|they|membership|some|all|each|opportunities|sessions)(?:'s| is| are|is a| are a)?(?: an?)?(?: \w+){0,2} |^\W*(?:an? )?)(?:unpaid|voluntary)(?! (?:sector|organisations?|carers?|support|tax|council|work|groups?|bod(?:y|ies)|fund|aided|hospital|leave))(?: roles?| posts?| positions?| opportunit(?:y|ies))?|(?:unpaid|voluntary|volunteer) (?:roles?|posts?|positions?|opportunit(?:y|ies))",
    r"(?:we|i) (?:are |am |'re )?(?:sorry,? but )?(?:we )?(?:cannot|can't|can not|do not|don't|not able to|unable to|not allowed to|won't|will not) (?:be able to )?(?:pay(?! for)|offer (?:\w+ )?(?:payment|money|a fee|pay)|pay (?:you|people|members|for (?:your|people's) time))",
    r"(?:there is|there's|there are|there will be|with|sorry,)? ?no (?:payment|pay|fees?|money|budget|funds|remuneration|honorarium)(?: (?:for|to) (?:this|the role|your time|fees|pay|payments?|paying|people))?(?=\W*(?:$|[.,;:!]| but| though| we| for (?:this|your|the role)| this time| available| on offer| to pay))",
    r"(?:do not|don't|does not) have (?:the |any )?(?:funds|funding|money|budget) (?:to pay|for pay\w*|for fees)",
    r"(?:no|any) money to (?:pay|give|offer|thank) (?:you|people|members|anybody|anyone)",
    r"no budget (?:for|to) (?:fees|pay\w*)",
    r"(?:nobody|no one|no-one|none of (?:us|you|the \w+)) (?:\w+ )?(?:gets|get|is|are|will be|will get) paid(?! (?:late|less|work))",
    r"(?:not|n't|isn't) (?:a )?paid(?: (?:post|role|position|work|opportunity))?(?! (?:staff|carers))",
    r"(?:win|chance to win|winning|prize draw)\b[^.;:?!]{0,40}(?:[£€$] ?\d+|vouchers?|gift cards?)",
    r"(?:some|all|most|each|roles?|opportunities|tasks)\b[^.;:?!]{0,20}\b(?:is|are) paid\b[^.;:?!]{0,20}\b(?:not|unpaid)\b|(?:paid|unpaid) or (?:unpaid|paid)",
    r"how (?:much )?(?:you|people|members) (?:will be|are|get) paid|pay(?:ment)?: (?:none|unpaid|no|yes|voluntary)",
)

ASKING = r"\b(?:contact|enquir\w+|inquir\w+|questions?|ask|asking|chat|talk|speak|get in touch|keep in touch|write|message|note|e-?mail|mail|phone|ring|call|whatsapp|sign(?:ing)? up|signup|register\w*|appl(?:y|ying)|join\w*|interest\w*|more|details?|find out|information|tell us|reply|rsvp|book|form|visit)\b"
"""Words of a link or a sentence that say that its address is one to ask at, or to join by."""
NO_CONTACT = r"\b(?:privacy|data protection|dpo|cookies?|consent|unsubscribe|complain\w*|complaints?|crisis|emergency|samaritans|sales|donat\w+|newsletter|details should|change of address|press office|press enquir\w+|records@|grants?@|application form|reference number|charity number|registered|isrctn|report (?:it|a)|cancel|follow us|policy|your data|gdpr|appeals?|if you are in danger|out of hours)\b"
"""A clause with an address that is for something else than asking about joining."""

ITEMS: tuple[Item, ...] = (
    Item("decisions open",
         (rf"{THOSE_ASKED} (?:(?:will|can|could|would|may|might|should|also|all|get to|gets to|help|helps|us|to|be able|have a vote|together|with us|jointly|read|score|with the team|and) ?){{0,6}}\b{DECIDE} (?:(?:with us|together|jointly|alongside us) )?{_SOMETHING}",
          rf"(?:help(?:ing)?|chance|opportunity|invited|role in|part in|say in|together we(?: will|'ll| can)?|we (?:will |can )?(?:together )?) ?(?:us )?(?:to )?{DECIDE} {_SOMETHING}", rf"(?:help(?:s|ing)? (?:us )?(?:to )?|role in|part in|asked to |invited to |want you to |need you to ){DECIDE} {_SOMETHING}",
          rf"(?:{MEMBERS}|pupils on the \w+|members of [^.;:?!]{{1,25}}) {DECIDE} {_SOMETHING}",
          r"have (?:a |your |their )?say (?:in|on|over|about) (?:which|what|how|who|where|when|the|our)|with (?:a|your) say (?:in|on|over) ", r"(?:decisions?|choices?)\b[^.;]{0,30}\b(?:open|to be (?:made|taken)|undecided|still)", r"(?:have|has|is|are) yet to (?:be )?(?:agreed?|decided?|settled?|chosen|choose|set|fix(?:ed)?)", r"(?:open|undecided) (?:decisions?|questions?)",
          r"(?:still|yet) (?:open|undecided|to be decided|to be agreed|to be chosen|up for grabs)|(?:questions?|points?|matters) (?:is|are) (?:still )?open", r"what (?:you|people) can (?:change|decide|influence)", r"(?:we(?:'ve| have)? made no decision|we(?:'ve| have)? not (?:yet )?(?:decided|chosen|settled|agreed)|(?:nothing|no decision|none of (?:it|this)) (?:is|has been|have been|are) (?:yet )?(?:decided|fixed|settled|made|agreed|set))(?: yet)?|no decisions? (?:has|have) been (?:made|taken)",
          rf"your (?:first |main |own )?(?:task|job|role) (?:is|will be) to (?:help )?(?:us )?(?:to )?{DECIDE} {_SOMETHING}",
          r"(?:nobody|no one|no-one) has (?:yet )?(?:chosen|decided|settled|agreed|picked|fixed|named)(?: yet)?\b",
          r"(?:for|up to|down to|left to) (?:you|us all|the (?:group|panel|members|assembly|residents)) to (?:settle|decide|choose|agree|say|pick|judge|vote|set)(?! (?:if|whether) you)",
          r"(?:have|has|with|get|gets|holds?) (?:the|a|an) (?:same|equal|full|binding) vote",
          r"(?:together|jointly|alongside) with (?:our|the|us|a|its) ?(?:[\w-]+ ){0,3}?[\w-]*,? you (?:will |'ll |can |shall )?(?:all )?(?:write|draft|design|plan|set|agree|choose|decide|pick)\b",
          rf"(?:{THOSE_ASKED}|{MEMBERS}) (?:will |can |'ll |get to |all |together )*set (?:the |our |their |its )?(?:\w+ )?(?:agenda|priorities|questions|rules|budget|criteria|terms|topics?|outcomes)",
          r"(?:whatever|whichever|what|anything) (?:you|the (?:group|panel|members|assembly|residents)) (?:all )?(?:decides?|picks?|chooses?|agrees?(?: on)?|recommends?|advises?|proposes?)\b,? [^.;:?!]{0,20}?\b(?:we will|we'll|will be|is what|is binding|goes|happens)",
          r"(?:is|are|'s|remains?|stays?|will be) (?:still |all |entirely )?yours to (?:agree|decide|choose|set|settle|name|plan|fix|pick|write|spend|allocate)",
          r"(?:together|jointly),? (?:we|you and (?:we|us|our \w+)) (?:will |'ll |can )?(?:write|draft|design|plan|set|agree|choose|decide)\b", r"(?:not|n't|yet to be) (?:been )?(?:settled|fixed|agreed|chosen)(?: yet)? (?:which|what|how|where|who|when)",
          r"(?:it's |it is )?(?:up to|down to) (?:you|the group|the panel|members) (?:what|which|how|where|who)", r"(?:questions?|topics?|priorities|rules|names?|dates?|agenda|outcomes?|budget) (?:will be|are|is) (?:chosen|decided|set|picked|agreed) by (?:you|the group|the panel|members)",
          r"you (?:say|tell us|get to say) (?:what|which|who) (?:may|can|will|should|gets?)", r"^\W*which \w+ (?:should|do|would|shall)\b[^.;]{0,60}\?", r"you make the call|final say (?:on|over|in) ", rf"(?:committee|panel|board|group|assembly) (?:can|may|will) (?:stop|{DECIDE}|reject|approve) "),
         "I did not find which decisions are open to people who join.", "What will they decide or change, and by when?",
         ("power.decisions", "stages"), needs=_promise("promise-decision").needs + "|open|still|which|nothing",
         unless=(r"\b(?:decide|choose) (?:to |if |whether |what you |when you |how you |how often|how much|for yourself)\b[^.;]{0,30}", r"\byour decision (?:whether|to|if)\b[^.;]{0,30}", r"(?:answers|views|feedback|responses|comments|ideas) (?:will |can |may )?helps? us (?:to )?decide", r"\b(?:before|if|when|after|until|once|whatever|whichever) you (?:decide|choose)\b[^.;]{0,20}",
                 r"\b(?:applications?|nominations?|places?|bookings?|registrations?|vacancies|we|doors|shop|line) (?:are|is) (?:still |now )?open\b", r"\bquestions? (?:that )?you (?:may |might )?still have\b|\bstill have (?:any )?questions?\b|\bany questions?\b", r"\bnothing (?:is|has been) decided about you\b")),
    Item("time",
         (rf"{_ASKED}{gap(70)}(?:{QUANTITY}|{OFTEN}|{CLOCK})", rf"(?:{QUANTITY}|{OFTEN}){gap(45)}{_ASKED}", rf"^\W*(?:{QUANTITY})(?:,? (?:a|each|every|per|over|until|after|of|between|or|tops|at|from|with|in|on|no)\b[^.;:?!]{{0,60}}|,[^.;:?!]{{0,40}})?\W*$",
          rf"{CLOCK}", rf"{_CLOCK_WORDS}", rf"(?:every|each|on|alternate|most) (?:\w+ )?{_DAY}(?: \w+)?,? (?:straight |right )?(?:after|before|during|over|at) (?:school|work|class|college|lunch|dinner|lunchtime|term|prayers|church|market|hours)", rf"(?:{SELF}|{MEMBERS}|we|it|which|this|that)(?:'s|'ll|'d)? (?:(?:will|would|can|may|only|all|usually|is|are|be|about|around|asked|expected|expect|for|to|give|need|ask|should|take) ){{0,4}}(?:serve|run|meet|come together|get together|work|commit|volunteer|last|give|take|takes|spend|lasts|be|is|join)?{gap(40)}(?:{QUANTITY}|{OFTEN}) ?(?=$|[.,;:!?)]| of | per | a | each | over | between | until | for | from | in | with | on | at | and | or |\w)",
          r"(?:time commitment|commitment|time asked|time needed|time):? ?(?:is|of)?[^.;?!]{0,20}\b(?:\d+|one|two|three|four|five|six|hours?|minutes?|days?|monthly|weekly)", r"as (?:few|little|many|much) (?:hours |time |or as \w+ )*(?:hours |time )?(?:as )?(?:you|they|suits)", r"(?:spend|give|give up|take) (?:\w+ )?(?:an?|one|two|five|ten|half an?) (?:evening|afternoon|morning|day|hour|minutes|hours)",
          rf"{QUANTITY} (?:a|per|each|every|in a|out of every) (?:week|fortnight|month|quarter|term|year)", rf"^\W*(?:(?:about|around|roughly|usually|normally|just|only|probably) )*(?:{OFTEN})(?:,[^.;:?!]{{0,60}})?\W*$",
          rf"expect (?:us to ask )?(?:you )?(?:to |for )?(?:give|spend|put in|be asked for|need|set aside)?{gap(25)}{QUANTITY}",
          rf"(?:meetings?|sessions?|calls?|workshops?|visits?|each|it|they|this)(?: (?:will|would|can|usually|normally|each|all|should|might))* (?:last|take|run)s? (?:for |up to |about |around |roughly |some )*(?:{QUANTITY}|[\w-]+ (?:minutes?|hours?|evenings?|afternoons?|mornings?|days?))",
          r"(?:meet|meets|meeting|come together|get together|convenes?|gathers?|sits) (?:up to |about |around |some |usually |normally )*(?:\w+ times|twice|once|weekly|monthly|fortnightly|quarterly|annually|termly)", r"(?:\w+ times|twice|once|thrice) (?:per (?:annum|year|month|term)|yearly|annually)", rf"{QUANTITY} (?:will be held|are planned|will take place|take place|are held)", rf"(?:for|over|of|take) {QUANTITY} (?:a|each|every|per|between|with|from)"),
         "I did not find how much time is asked.", "How many hours, how often, for how long, and is there reading to do?", ("reward.pay.time_asked", "reward.budget.hours_each", "reward.budget.planned_meetings", "timing.contact.every"),
         needs=r"\d|annum|twice|thrice|once|o'clock|half|quarter|until|till|school|work|between|from|minute|min|hour|hr|day|evening|afternoon|morning|week|month|year|term|call|lesson|meeting|session|workshop|visit|gathering|date|fortnight|quarter|annual|one-off|as few|as little|as many|as much|time|noon",
         unless=(r"\bon an? (?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?! (?:evening|morning|afternoon))", rf"{MONEY}(?: \w+)? ?{PER}", rf"(?:paid|at|rate|per|charge[sd]?|pay|reward) [^.;:?!]{{0,15}}{MONEY}[^.;:?!,]{{0,10}}{PER}?", rf"{PER} {UNIT}? ?rate", r"\bper hour\b", rf"{MONEY} (?:each|every|per|a) \w+", r"(?:one|a) credit for (?:each|every) hour",
                 rf"(?<!meetings )(?<!sessions )(?<!workshops )(?<!times )(?<!days )(?<!hours )\b(?:within|in) (?:(?:the )?(?:last|past|next) )?(?:about |just )?(?:a |{_NUMBER} )?(?:working )?(?:-?\d+ )?(?:minutes|hours|days?|weeks?|fortnight|months?|years?)\b(?! (?:sessions|meetings))", rf"(?<!\bmeetings )(?<!\bsessions )(?<!\bcalls )(?<!\bworkshops )(?<!\bwill )\b(?:last|past|previous|next) (?:{_NUMBER} )?{_SPAN}\b", rf"\b(?:for )?(?:at least|more than|over|under|less than) {_NUMBER} (?:years|months)\b(?! (?:of meetings|a))(?<!for at least a year)",
                 rf"{QUANTITY} (?:ago|later|earlier|old|beforehand|before|in advance|after)\b", r"\b(?:to|for) (?:a|one) (?:day|year) (?:off|out)\b", r"\ba good day\b|\bone day\b(?! (?:a|per|each|every|in|of)\b)|\bthese days\b|\bthat day\b|\bthe (?:next|same) day\b|\bon the day\b|\bday one\b|\bevery day\b|\beach time\b|\bat a time\b|\bthe week after\b|\bpain days\b|\brest time\b",
                 r"\b(?:funded|grant|runs?|running|lasts?|recruit\w*|held|stored|kept|valid|open|free) (?:\w+ )?(?:for|over|last for) (?:the next )?[^.;:?!]{0,12}\b(?:years|months|days|weeks)\b", r"\b(?:after|before|miss(?:ing|ed|es)?|between) (?:a|the|each|every|any|our) (?:\w+ )?(?:meetings?|sessions?|visits?)\b", r"\b(?:updates?|e-?mails?|newsletter|opportunities)\b[^.;:?!]{0,30}\b(?:every|each) (?:week|month)\b|\bmonthly (?:updates?|newsletter|e-?mail)\b",
                 r"\b(?:first|last) (?:\w+ )?(?:meeting|session)\b", r"\b(?:their|your|his|her) first \w+ months\b", r"\bno homework\b", r"^\W*participants?\b[^.;]*")),
    Item("pay",
         (*_promise("promise-pay").patterns, *_PAYLESS, r"(?:payments?|fees?|being paid|what (?:we|you are) pa(?:y|id)|vouchers?) (?:may|might|can|could|will|does|do)(?: not)? (?:affect|count|change|reduce|be taxed|be taxable)\b[^.;:?!]{0,30}"),
         "I did not find whether people are paid.", "How much, for what, in what form, and if nothing: why?", ("reward.pay.offered", "reward.pay.rate", "reward.pay"), needs=_promise("promise-pay").needs + "|voluntary|volunteer|budget|funds|funding|prize|win",
         unless=tuple(p for p in _promise("promise-pay").unless if "win|chance" not in p)),
    Item("expenses",
         (*_promise("promise-expenses").patterns, r"(?:cannot|can't|unable to|not able to|do not|don't|won't) (?:be able to )?(?:pay for|cover|reimburse|refund|meet|pay)\b[^.;:?!]{0,30}\b(?:travel|expenses|costs|fares?|childcare|parking)", r"(?:cannot|can't|unable to|not able to|do not|don't|won't) (?:be able to )?help (?:you )?with (?:the |your |any )?(?:costs?|travel|fares?|expenses|childcare)", r"no (?:travel )?expenses(?: (?:are|can be) paid)?",
          r"(?:free )?(?:childcare|cr[eè]che)(?:,| is| are| will be| on site| provided| available)\b[^.;:?!]{0,25}(?:provided|free|available|on site|offered|of charge)?|free (?:childcare|cr[eè]che|travel|transport|taxis?)", r"(?:help with|contribution to(?:wards)?|towards) (?:your |the )?(?:\w+ ){0,2}(?:childcare|travel|care|transport|internet|caring) ?(?:costs|expenses)?", r"(?:expenses|travel costs|travel): ?\w+"),
         "I did not find what happens with costs such as travel or childcare.", "Which costs are paid, and does anybody have to pay first?", ("reward.expenses.paid", "reward.expenses"), needs=_promise("promise-expenses").needs + "|cr[eè]che|help with|caring|internet",
         unless=_promise("promise-expenses").unless),
    Item("support",
         (*_promise("promise-support").patterns,
          rf"{SOMEBODY}(?: from [^.;:?!]{{1,25}}?| who [^.;:?!]{{1,40}}?)? (?:(?:will|can|is|be|always|also|'ll|who|to|are|'s) )*(?:there|with you|sit(?:s)? with you|alongside|around|on hand|available|to talk|talk(?:s)? (?:to|things)|at your side|in the (?:next )?room|call you|calls you|rings? you|ring you|check(?:s)? in|look after|support(?:s)? you|help(?:s)? you|comes? with you|meet you before|on the wing|listen(?:s)?)",
          r"(?:(?:youth|support|social|peer|outreach|key|community|mental health) workers?|counsellors?|psychologists?|nurses?|chaplains?|listeners?|facilitators?|mentors?|advocates?|helpers?|link workers?|midwi(?:fe|ves)|elders?)\b[^.;:?!]{0,45}?\b(?:(?:will be|are|is|stays?|sits?|can be|can sit) (?:with you|on hand|there (?:for|throughout|all|before|during|after)|nearby|at hand|by your side|in the room|available|to hand|beside you))",
          rf"{SOMEBODY} (?:who |that |to )(?:you can |knows? you|will |can |is there|talk|turn|has done)", r"(?:you(?:'ll| will|'d)?|each \w+|every \w+|everyone|new members|members)(?: \w+)? (?:(?:will|are|is|be|also|always|get|gets|have|has|receive|given|paired|matched|offered|work|works|a|an|the|your|own|full) ?){1,7}(?:\w+ (?:and )?){0,3}?(?:mentor(?:ed)?|budd(?:y|ied)|support worker|named (?:contact|person)|supervision|induction|debrief\w*|coach|job coach|counsellor|key worker)",
          r"supportive (?:environment|team|space|atmosphere)|mentoring", r"(?:a|an|your) (?:\w+ )?(?:buddy|mentor|debrief\w*|support worker)(?: (?:who|for|after|from|is|will)\b[^.;:?!]{0,25})?", r"(?:induction|supervision|debrief\w*|mentoring|peer support|emotional support|counselling|pastoral care) (?:(?:is|are|will be|after|before|from|with|session) )?(?:also )?(?:provided|offered|available|given|each|every|meeting|for (?:you|members|all))?(?=\W|$)", r"debrief\w*",
          r"(?:paired|partnered|matched|put together) (?:up )?with (?:an?|another|somebody|someone)\b[^.;:?!]{0,30}", r"helpline (?:is )?(?:for|open to) (?:you|members|everyone|all)\b[^.;:?!]{0,20}", r"check(?:s)? in with (?:you|everyone|each)", r"(?:someone|somebody|one of us)(?: \w+){0,4}? (?:to talk to|to turn to|there for you|rings?|calls?|will be there|will ring|will call|you can talk to)(?: you)?", r"bring (?:along )?(?:(?:a|an|your) (?:\w+ )?(?:friend|supporter|carer|mum|partner|relative|personal assistant|advocate|family member|support worker)|somebody|someone)(?! to (?:help|sign|interpret))(?: (?:or|with)\b[^.;:?!]{0,20})?",
          r"(?:if (?:it|talking|anything|things|something|you)\b[^.;:?!]{0,40}\b(?:upset\w*|distress\w*|hard|difficult|too much|wobbl[ey]|low|sad|worried|anxious|scared|overwhelmed|things up)|take a break|your well-?being|upset you|step out)\b[^.;:?!]{0,40}", r"(?:no|not offer|cannot offer|can't offer) (?:\w+ )?support(?! (?:worker|group))", r"(?:occupational health|emotional|ongoing|full|practical|one-to-one|personal|moral) (?:\w+ )?support(?: (?:is|will be|for (?:members|you|all)|before|during|after|throughout))?(?! (?:to|of))",
          r"support (?:before|during|after|throughout|if you|at every|with anything you need|is there|and training)\b[^.;:?!]{0,20}|training and support|support (?:is|will be) (?:open|there|available|given|offered) (?:to|for) (?:post holders|members|you|all|everyone|volunteers)", r"you(?:'ll| will)? (?:\w+ ){0,3}?(?:get|have|receive|find|be offered|be given) (?:\w+ ){0,4}?support(?! (?:groups?|from your manager))"),
         "I did not find what support there is.", "Who is there for people, before, during and after, and above all if it gets hard?", ("care.support", "care.plan"),
         unless=(*_promise("promise-support").unless, r"\bsupport(?:ed|s)? (?:by|our|this|the (?:study|project|research|work)|us)\b", r"\byour support\b", r"\bfunded and supported\b", r"\bsupport (?:groups?|services?|workers? for)\b", r"\bsupport(?:ing)? (?:you|people) (?:to (?:live|manage)|in finding|at work)\b", r"\bsupport in (?:finding|recruiting|getting|applying)\b",
                 r"\b(?:mental health|peer|legal|housing|benefits?|financial|business|bereavement|family) support\b(?! (?:for|to) (?:you|members|everyone|panel|contributors))\b[^.;:?!]{0,30}", r"\bunpaid support\b", r"\bsupport from (?:your|their|family|friends)\b", r"\bmanage (?:your|their) (?:distress|anxiety)\b", r"\breduces? distress\b", r"\b(?:our|the|new|a) helpline\b(?! (?:is )?(?:for|open to) (?:you|members|everyone|all|anyone who (?:joins|takes)))",
                 r"\bsupport with (?:benefits|housing|debt|work)\b[^.;:?!]{0,25}", r"\bsupport (?:for|to) (?!you\b|members|everyone|all |each|contributors|volunteers|reviewers|post holders|panel|anyone who (?:joins|takes))\b[^.;:?!]{0,40}")),
    Item("limits", (LIMIT,),
         "I did not find what cannot change.", "What is fixed already, and why? Saying so early spares people a disappointment.", ("honesty.limits",), unless=NO_LIMIT),
    Item("access",
         (r"interpreters?(?! (?:shortage|training|service is))", r"(?:not|don't|do not|can) (?:\w+ )?(?:offer|provide) interpret(?:ing|ation)|interpretation (?:is|will be|can be) (?:available|provided)|interpreting", r"bsl|(?:in |british )sign language", r"large print", r"easy[- ]read|easy words|plain language versions?", r"step[- ]free|level access|(?:hall|room|venue|building|entrance) is (?:\w+ )?level", r"wheelchair (?:access\w*|users?|friendly|spaces?)",
          r"(?:venues?|rooms?|meetings?|buildings?|halls?|place|events?|toilets?|lifts?|materials?|documents?|papers?|information|everything|sessions?|it|we|office|formats?|is|are|be|fully|in) (?:\w+ ){0,3}?accessib(?:le|ly|ility)|accessible (?:venues?|rooms?|toilets?|formats?|building|entrance|meetings?|transport|ways?)", r"(?:access|accessibility|communication) (?:needs|requirements|costs|riders?|adjustments|arrangements)", r"hearing (?:induction )?loops?|induction loops?|(?:a )?loop system", r"caption\w*|subtitles? (?:are|will be|on)|audio (?:versions?|description)|as audio|braille",
          r"(?:in )?(?:other|another|different|several|many|any|your own|community) (?:\w+ )?(?:formats?|languages?)(?: (?:and formats|or formats))?|translat(?:ed?|ions?|ors?)(?! (?:into practice|research|the (?:findings|results)))|(?:english|welsh)\b[^.;:?!]{0,25}\b(?:first|second|main|only) language", r"(?:reasonable |any )?adjustments?", r"quiet (?:room|space|place|corner)|sensory (?:room|space)|breakout room", r"(?:online|by phone|by telephone|in person|by video|by zoom|on zoom|on teams|in writing|by post|on paper|e-?mail|voice note|chat)\b[^.;:?!]{0,40}\b(?:or|and)\b[^.;:?!]{0,30}\b(?:online|zoom|teams|phone|telephone|in person|video|writing|post|paper|e-?mail|voice note|prefer|home)|(?:online|in person) (?:or|and) (?:online|in person)|(?:face[- ]to[- ]face|in person|in the room)\b[^.;:?!]{0,25}\bor\b[^.;:?!]{0,15}\b(?:teleconference|videoconference|video|phone|telephone|online|remotely|zoom|teams)|(?:dial|phone|ring|call) in\b",
          r"(?:what|anything) (?:would )?(?:you need|help you need|helps you)\b[^.;:?!]{0,20}\b(?:take part|join|come|to be there)|what(?:ever)? (?:would|helps?|makes) (?:\w+ ){0,4}(?:easier|take part)", r"(?:whatever|any|which(?:ever)?) (?:way|format) (?:suits|works|is best)(?: (?:for )?you)?|which(?:ever)? (?:works|suits|is) (?:better|best|easier)", r"(?:take part|join|contribute|answer|reply|come|give your views) (?:\w+ ){0,2}?by (?:phone|telephone|post|letter|video)(?: if)?", r"(?:everything|it) is (?:done )?(?:by|on) (?:post|phone|e-?mail)|need not travel|without leaving home|from home|(?:on|via) (?:zoom|teams) too",
          r"(?:bring|come with|brings?) (?:along )?(?:a|an|your|your own|someone|somebody)(?: own)? ?(?:\w+ )?(?:supporters?|carers?|assistants?|pa|interpreters?|companions?|support workers?)", r"(?:bring|come with) (?:along )?(?:(?:a|your) friend|somebody|someone|whoever|anyone) (?:with you )?(?:to|who can|who) (?:help|support|assist|interpret|sign)\b", r"screen[- ]?readers?|wheelchairs?(?! (?:services?|clinics?|repairs?|study|provision|sports?))|(?:has|have|there(?:'s| is)|with|by) (?:a |an )?lifts?|(?:guide|assistance) dogs?|hearing aids?|read aloud|in your own (?:words|language|time and way)", r"(?:dementia|autism|wheelchair|child|family|deaf|sensory|disability)[- ]friendly (?:\w+ )?(?:venues?|rooms?|space|place|building|centre|hall|toilets?|meetings?|sessions?)", r"(?:disabled |accessible |blue badge )?parking (?:is )?(?:right )?(?:outside|by|at|beside|next to|in front of|on[- ]site|close to)\b[^.;:?!]{0,20}", r"(?:on paper|in print|in writing|by post|by phone|by telephone|in audio|on tape|by text|in large type),? (?:if|where|when|should) you(?:'d)? (?:prefer|like|wish|want|need|ask|find)", r"(?:documents|papers?|agendas?|materials|slides|reading|minutes|questions|everything)\b[^.;:?!]{0,20}\b(?:arrives?|comes?|sent|go(?:es)? out|reach(?:es)? you|circulated|shared|posted|given)\b[^.;:?!]{0,25}\b(?:ahead|in advance|beforehand|before (?:the|each|every|a|we|you)|(?:days?|weeks?|fortnight) (?:before|ahead|early))", r"(?:laptops?|tablets?|dongles?|devices?|equipment)\b[^.;:?!]{0,20} (?:can be |to )?(?:borrow\w*|lent|loaned|provided)", r"(?:pictures|photographs|photos|maps) (?:and|of) (?:easy words|the room|the venue|the place|words)\b[^.;:?!]{0,20}", r"(?:how|what way) (?:they|you|people) (?:like|prefer|want) to (?:get|receive|have) information", r"we speak (?:[A-Z]?\w+,? ?){1,5}", r"(?:the )?lifts? (?:is|are) (?:out of order|broken|working|available)|ramps?(?: (?:to|at|on)|,| and| is)|blue badge bays?", r"(?:alternative|other|accessible|different|various|several) (?:\w+ )?formats?", r"(?:attend\w*|join\w*|take part|meet|contribute|come)(?: \w+){0,2} (?:remotely|virtually|from home|online(?! \w+s\b))", rf"(?:speak|talk|read|write|answer|reply|in|into|from) (?:\w+ ){{0,1}}{_LANGUAGE}(?! (?:cuisine|food|council|government))", rf"{_LANGUAGE}(?:,| or| and) (?:\w+ )?{_LANGUAGE}", r"read (?:it|them|things|papers|this|everything) (?:out|aloud)|lip[- ]?speakers?|speech[- ]to[- ]text|palantypists?|note[- ]?takers?|large[- ]?type|large font|cameras? (?:on or )?off|lie down|regular breaks|paper copies|rather [^.;:?!]{1,40} than (?:come|attend|travel|speak|talk|meet|join)\b|(?:rather than|instead of) (?:com(?:e|ing)|travel\w*|attend\w*|speak\w*|talk\w*|meet\w*|an? (?:\w+ )?(?:interview|meeting|call|form))|(?:type|write|use|post|reply|answer|chat) (?:it )?(?:in|on|into|via)? ?the chat|(?:write|draw|speak|talk|type|record|sign|film|sing|video)(?:, \w+){0,3}(?:,? or) (?:write|draw|speak|talk|type|record|sign|film|sing|video|text|phone|voice)\w*|(?:if you )?need (?:anything|any help|help) to (?:take part|join|come)|help with (?:filling|reading|writing)"),
         "I did not find anything on access.", "Can people say what they need in order to take part, and are there several ways to do so?", ("access.needs", "access.ways_to_contribute"),
         unless=(r"\baccessible (?:to|for) (?!all\b|everyone|everybody|you|wheelchair|disabled|members)\b[^.;:?!]{0,30}", r"\baccessible (?:pricing|prices?|journals?|summar(?:y|ies)|language for|parking|data|services?)\b", r"\b(?:improve[sd]?|improving|its|their|more|make|making|about|on) (?:\w+ ){0,2}accessib\w+", r"\baccess to (?!meetings|the (?:venue|room|building))\b[^.;:?!]{0,30}",
                 r"\binterpretation of\b", r"\bthe (?:\w+ )?programme had subtitles\b", r"\binterpreter shortage\b", r"\bopen[- ]access\b", r"\bfinancial adjustments?\b")),
    Item("contact",
         (r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,63}\w", r"(?:\+\d{1,3}[ (]|\(?0)\d[\d ()-]{6,18}\d", r"(?:ext(?:ension)?\.?|texts?) (?:[A-Z]{3,} to )?\d{3,6}|text [A-Z]{3,} to \d+", r"(?-i:(?:[Cc]ontact|[Cc]all|[Rr]ing|[Pp]hone|[Ee]-?mail|[Tt]ext|[Ww]rite to|[Ss]peak (?:to|with)|[Tt]alk to|[Gg]et in touch with|[Rr]each|[Aa]sk(?: for)?|[Ff]ind|[Ss]ee|[Mm]essage|[Ww]hats[Aa]pp|CONTACT|CALL|RING) (?!(?:Us|Me|Your|The|A|An|It|If|For|To|At|By|On|In)\b)[A-Z\[][\w'-]+)", r"(?-i:(?:[Cc]atch|[Gg]rab|[Nn]ab|[Ff]ind|[Ss]ee|[Kk]nock for|[Ll]ook for) [A-Z][a-z]+ (?:at|in|on|by|after|before|from)\b)", r"reply (?:to|by) (?:this|return)(?: \w+)?", r"(?:mailto|tel):\S+", r"(?:sign up|register|apply) (?:at|on|via|here)(?: \S+)?", rf"{ASKING}[^;?!]{{0,80}}(?:https?://|www\.)\S+\w", r"^\W*(?:https?://|www\.)\S+\W*$"),
         "I did not find whom to ask.", "Which person can people ring or write to, with a question and without any obligation?", (),
         unless=(r"\b(?:charit(?:y|ies)|registered|registration|reference|ref|company|vat|account|irs?as|ethics|isrctn|grant) (?:\w+ )?(?:number|no|nos|charity|id)?\b[^;:?!]{0,40}?[\dA-Z][\d /-]{4,}\d?", r"\b(?:calls?|rings?|asks?|texts?|contacts?) (?:for|on) [A-Z]\w+ (?:day|week)\b")),
)  # fmt: skip
