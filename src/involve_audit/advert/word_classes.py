"""Classes of words that invitations are made of, as pieces of patterns.

A row of the tables is put together from these: who it is said of, what is done, to what. A new word belongs into its
class, and every pattern that speaks of the class then knows it. No piece holds a group that captures.
"""

from __future__ import annotations


def one_of(*words: str) -> str:
    """Any of some words or pieces."""
    return f"(?:{'|'.join(words)})"


def gap(most: int, but: str = "") -> str:
    """Up to so many characters of the same clause, from the end of a word to the beginning of one.

    Args:
        most: how many.
        but: further characters that end it.
    """
    return rf"\b[^.;:?!{but}]{{0,{most}}}?\b"


MONEY = r"(?:[£€$] ?\d[\d.,]*(?:k|m|\b)(?: (?:or|to|-) [£€$]? ?\d[\d.,]*)?|\d[\d.,]* (?:pounds|euros|quid|dollars|rupees|shillings|kwacha|naira|rand|pesos|birr|cedis|francs|taka|kronor)|(?:USD|GBP|EUR|KSh|Ksh|Rs\.?|MK|CHF|AUD|NZD|CAD|SEK|NOK|DKK|R(?=\d)|KES|UGX|TZS|MWK|NGN|ZAR|INR|GHS) ?\d[\d.,]*|(?:five|ten|fifteen|twenty|twenty-five|thirty|forty|fifty|a hundred) (?:pounds|euros|quid))"
UNIT = r"(?:hours?|hrs?|half[- ]days?|days?|half|sessions?|meetings?|visits?|workshops?|interviews?|weeks?|months?|years?|reviews?|applications?|time|letters?|person|head|mile|call)"
PER = rf"(?:(?:per|an?|each|for (?:each|every|one|an?)|every|/) ?{UNIT})"
PAYMENT = r"(?:gift[- ]cards?|(?:\w+ )?(?<!parking )(?<!travel )(?<!bus )(?<!taxi )(?<!meal )(?<!lunch )(?<!fuel )(?<!petrol )vouchers?|gift tokens?|honorari(?:um|a)|fees?|payments?|stipends?|(?:sitting|daily|meeting|attendance|honorary) (?:fees?|allowances?|rates?)|(?<!meal )(?<!travel )(?<!transport )(?<!mileage )(?<!food )(?<!lunch )(?<!subsistence )allowances?(?! for (?:travel|food|fuel|meals|mileage))|per diems?|cheques?|cash|thank[- ]you payments?|involvement payments?|retainers?|time credits?)"
"""What people are paid with."""

# --- who -----------------------------------------------------------------------------------------------------

_OF = r"(?: (?:from|with|of|on|in|who|across|at|living|like|affected)\b[^.;:?!,]{1,45}?)?"
"""What may stand between a noun and its verb."""
_KIND = r"(?:(?:public|patient|lay|parent|carer|community|peer|youth|tenants'?|citizens'?|young|new|board|committee|panel|group|advisory|involvement|steering|elected|lived[- ]experience|resident|local|user|disabled|deaf|older|patient safety|ppi|ppie|citizen) ){0,2}"
MEMBERS = (
    rf"(?:(?:the|our|this|all|each|every|both|most|a|new) )?{_KIND}(?:members?|contributors?|panell?ists?|panels?|groups?|advis[eo]rs?|partners|reviewers?|peer researchers?"
    r"|community researchers?|representatives?|volunteers?|champions?|committees?|boards?|jury|juries|jurors?|assembly|collective|forum|experts by experience|co-applicants?|co-leads?|public co-\w+|mentees?|those who (?:join|take part|come))"
)
"""Those who join, by their part."""
_WHOSE = r"(?:(?:young|older|disabled|deaf|local|many|all|some|other|bereaved|neurodivergent|autistic|trans|black|asian|expert|community|real) ){0,2}"
AFFECTED = (
    rf"(?:(?:the|our|these|those) )?{_WHOSE}(?:patients?|carers?|(?:service )?users?|survivors?|consumers?|clients?|caregivers?|villagers|leaseholders?|parents?|mothers?|mums?|fathers?|dads?|families|women|men|people|adults|residents?|tenants?|citizens?|pupils?|students?|children"
    r"|neighbours?|communities|community|(?:the |general )?public|elders|learners|veterans|refugees|migrants|teenagers|those (?:affected|with|who)|lived[- ]experience)"
)
"""Those whom the work affects, who may or may not be the readers."""
SELF = r"you(?:'ll|'d|'re|'ve)?(?: all| both| and \w+| and (?:the|our|your) \w+)?"
ALL_OF_US = r"(?:everyone|everybody|we all|all of us|each of us|together we(?:'ll)?|we(?:'ll)? (?:\w+ )?together)"
THOSE_ASKED = rf"(?:{SELF}|{MEMBERS}|{ALL_OF_US})"
"""Those who are invited, and nobody else."""
PEOPLE = rf"(?:{SELF}|{MEMBERS}{_OF}|{ALL_OF_US}|{AFFECTED}{_OF})"
"""Those who are invited, or people like them."""
BY_PEOPLE = rf"by (?:and (?:with|for) )?(?:\w+ )?(?:you|{MEMBERS}|{AFFECTED})"
TEAM = r"(?:we|the team|our (?:team|staff|researchers|scientists)|the (?:project|study|charity|council|trust|university|fund|funder|service|researchers))(?:'ll|'d|'re|'ve)?"
SOMEBODY = (
    r"(?:some(?:one|body)|one of (?:us|the team|our \w+)|(?:a|an|the|our|your|each|another|two|his|her)(?: \w+(?:-\w+)?){0,2} (?:mentors?|budd(?:y|ies)|counsellors?|listeners?|helpers?|workers?|nurses?|psychologists?|therapists?|coach|coaches|advocates?"
    r"|facilitators?|co-?ordinators?|contact|person|member of (?:the team|staff)|psychotherapist|chaplain|guide|befriender|officer|manager|volunteer)|(?:a )?(?:named )?member of (?:the|our) (?:team|staff)|named contact|named person|(?-i:(?:Mrs|Mr|Ms|Dr|Auntie|Uncle) [A-Z]\w+|[A-Z]\w+ (?:from|of) (?:the|our)(?: \w+){1,3}))"
)

# --- what people bring, and what it is about --------------------------------------------------------------------

VIEWS = r"(?:views?|opinions?|ideas?|thoughts?|feedback|input|insights?|perspectives?|suggestions?|comments?|contributions?|voices?|answers?|responses?|advice|recommendations?|preferences)"
BRING = rf"(?:{VIEWS}|experiences?|stor(?:y|ies)|knowledge|expertise|wisdom|words?|involvement|participation|help|skills|choices?|priorities|concerns|proposals?)"
_WHOSE_BRING = r"(?:your|(?:the )?(?:panel|group|committee|assembly|members?|contributors?|advisory group|patients?|carers?|parents?|residents?|people|public|users?|tenants?|families|young people|pupils?|service users?)(?:'s|s')|(?:patients?|carers?|parents|residents|members|people|users|tenants|families|pupils)')"
WHAT_YOU_BRING = (
    rf"(?:{_WHOSE_BRING} (?:\w+ ){{0,2}}?{BRING}(?:(?:,| and|, and)(?: {_WHOSE_BRING})?(?: \w+)? {BRING}){{0,2}}"
    r"|lived experience(?= (?:will|can|is|runs))|(?:what|everything|all|whatever) (?:that )?(?:you|people|patients|carers|parents|residents|members|the (?:panel|group)|families|users|tenants|pupils|young people) (?:will |can )?(?:tell us|tell|told us|say|said|write|share|think|thinks|know|says|tells us|suggest|suggests|bring|decide|raise)(?: us)?(?: in \w+ \w+)?"
    r"|(?:responses|replies|answers|contributions|feedback|suggestions|comments) (?:to|from|of|by) (?:the |our |this )?(?:\w+ ){0,2}?(?:consultation|survey|questionnaire|residents|patients|carers|members|parents|people|you|public|panel members|group members|panel|group))"
)
"""What readers give: what they know, say and think."""
WORK = (
    r"(?:research|stud(?:y|ies)|trials?|projects?|services?|care|questionnaires?|surveys?|apps?|websites?|leaflets?|posters?|videos?|work|priorit(?:y|ies)|agendas?|questions?|future|programmes?|polic(?:y|ies)|wards?|clinics?|hospitals?|plans?|planning"
    r"|support|treatments?|therap(?:y|ies)|interventions?|strateg(?:y|ies)|guidelines?|guidance|guides?|materials?|information|sheets?|documents?|letters?|interviews?|reviews?|outcomes?|tools?|resources?|training|NHS|system|reports?|bids?|budgets?"
    r"|park|gardens?|square|yard|playground|neighbourhood|area|estate|city|town|village|route|menu|appointments?|pathways?|process(?:es)?|practice|protocols?|designs?|exhibitions?|museum|school|curriculum|courses?|workshops?|sessions?|events?|campaigns?|messages?|summar(?:y|ies)"
    r"|data|results|findings|analysis|recommendations|decisions|approach|methods?|things|standards?|rules|consent forms?|forms?|gadgets?|devices?|products?|homes?|housing|spaces?|centre|library|transport|buses|roads|hub|website|how (?:we|it|they|the|people|services|care|research|money|funds)|what (?:we|it|they|comes|goes|happens|is|gets|matters)|the way)"
)
"""What the work is about. A verb such as *improve* promises a say only where it is said of one of these."""

# --- what is done ---------------------------------------------------------------------------------------------

SHAPE = r"(?:shap(?:e|es|ed|ing)|reshap(?:e|es|ing)|influenc(?:e|es|ed|ing)|steer(?:s|ed|ing)?(?! (?:group|committee|panel|board))|mould(?:s|ing)?|transform(?:s|ing)?|driv(?:e|es|ing) forward|have (?:a |an )?(?:real |direct |genuine )?(?:influence|impact|input|effect) (?:on|over|in|into))"
GUIDE = r"(?:guid(?:e|es|ed|ing)|inform(?:s|ed|ing)?|direct(?:s|ed|ing)?|driv(?:e|es|en|ing))"
MAKE = (
    r"(?:(?:re|co-?)?design(?:s|ed|ing)?|develop(?:s|ing)?|plan(?:s|ning)?|improv(?:e|es|ing)|chang(?:e|es|ing)|set(?:s|ting)?|test(?:s|ing)?|writ(?:e|es|ing)|rewrit(?:e|es|ing)|re-?think(?:s|ing)?|reimagin(?:e|es|ing)|creat(?:e|es|ing)|build(?:s|ing)?"
    r"|mak(?:e|es|ing)|review(?:s|ing)?|check(?:s|ing)?|evaluat(?:e|es|ing)|run(?:s|ning)?|interpret(?:s|ing)?|analys(?:e|es|ing)|work out|figure out|fix(?:es|ing)?|simplify(?:ing)?|draft(?:s|ing)?|identify(?:ing)?|prioriti[sz](?:e|es|ing)|tailor(?:s|ing)?|refin(?:e|es|ing))"
)
MAKING = r"(?:design|development|planning|improvement|interpretation|analysis|evaluation|delivery|writing|making|creation|running|governance|setting)"
DECIDE = (
    r"(?:decid(?:e|es|ed|ing)|choos(?:e|es|ing)|pick(?:s|ing)?|select(?:s|ing)?|determin(?:e|es|ing)|vot(?:e|es|ing)|elect(?:s|ing)?|agree(?:s|ing)?(?: on)?|approv(?:e|es|ing)|settl(?:e|es|ing)(?! in\b)|allocat(?:e|es|ing)|award(?:s|ing)?|sign(?:s|ing)? off"
    r"|hav(?:e|ing) the (?:final|last) (?:say|word)|call(?:s)? the shots|mak(?:e|es|ing) the (?:call|decisions?|choices?)|mak(?:e|es|ing) (?:\w+ ){0,2}decisions?|tak(?:e|es|ing) (?:\w+ ){0,2}decisions?)"
)
DECIDED = r"(?:decided(?: on| upon)?|chosen|picked|selected|set|agreed|made|taken|voted on|determined|approved|settled|signed off)"
MAY = (
    r"(?:(?:will|can|could|would|may|might|should|shall|'ll|'d|gets?|got|to|also|all|really|directly|then|always|both|actively|jointly|be|are|is|able|going|have|has|the|a|chance|opportunity|power|right|asked|invited|expected|helped|help|helps|helping|assists? \w+ to|supports? \w+ to|enables? \w+ to|us|me|them|want|wants|like|need"
    r"|the ones who|the ones to|involved in|part of|part in|play|plays|key|central|vital|important|major|active|role in|role|take|contribute to|join us to|work with us to|work with \w+ \w+ to|work alongside \w+ to|use (?:your|their) [\w-]+(?: and \w+)? to) ){0,9}?"
)
"""What may stand between who acts and what is done."""
ROW = r"(?:[\w-]+(?:, and|, or|,| and| or) ){0,4}?"
"""Other verbs, before the one that counts."""
VETO = (
    rf"(?:nothing|no \w+)\b[^.;:?!]{{0,40}}\b(?:without (?:your|(?:the |our )?(?:\w+ )?(?:\w+'s|\w+s'|group|panel|community)|the(?= \w+ of (?:the )?(?:group|panel|members|elders|residents|tenants|patients|community|families|villagers))) (?:\w+ )?(?:agreement|approval|consent|say-so|blessing|permission|okay|ok|sign-off|yes|nod|vote)\b"
    rf"|(?:that|which|unless|until|before) (?:{SELF}|{MEMBERS}|{AFFECTED}) (?:has|have|had|do|does|did)(?:n't| not) (?:\w+ )?(?:agreed?|approved?|chosen|seen|signed|passed|wanted?|accepted?)\b)"
    rf"|if (?:{MEMBERS}|{AFFECTED}|you|most of you) (?:say|says|vote|votes|object|objects|disagree|disagrees)(?: no| against(?: it)?)?,? (?:then )?(?:it|we|nothing|the \w+|that)\b(?! (?:care|treatment))[^.;:?!]{{0,20}}\b(?:(?:does|do|will|is|are)(?:n't| not)|stops?|dropped|happens)\b(?![^.;:?!]{{0,30}}\b(?:your|care|treatment|benefits|ask)\b)"
)
"""What does not happen unless people say yes."""
UP_TO_PEOPLE = r"(?:what|which|how|where|who) (?!you\b|to\b)\b[^.;:?!]{1,50}\b (?:is|are|will be) (?:entirely |all |wholly )?(?:up to|down to) (?:you|(?:the )?(?:group|panel|members|residents|panel members))"
"""What is left to people: `what it is called is up to you`."""
