"""What takes consent to be quoted back, or may limit it: in another column, in any cell, or in the words themselves.

Here the doubt is for the person. A column that speaks of consent, of what becomes of people's words, of confidence or of
taking something back keeps out whoever says there anything but the one answer that plainly lets their words stand. What
is found too often costs a quotation, and that is said; what is missed would print words against somebody's will.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from involve_audit.survey.consent import about_taking_part, as_asked, asks_to_quote, bare_consent
from involve_audit.survey.set_apart import is_mark, marks_beside

Speaks = Literal["", "asks", "takes back", "unclear"]
"""Of a column beside that of consent: it says nothing of it; asks for it, so that a yes lets words stand; takes it back,
so that a no does; or speaks of it so that neither a yes nor a no is sure to."""

_SAID = (
    r"(?:words?|comments?|answers?|respons\w*|repl(?:y|ies)|feedback|remarks?|statements?|testimon\w*|stor(?:y|ies)|opinions?|views|contributions?|"
    r"(?:my|your|their) data|(?:i|you) (?:have )?(?:say|said|wrote|write|written|told)|worten?|antwort\w*|aussagen?|kommentare?|r\u00e9ponses?|paroles|propos|"
    r"commentaires?|t\u00e9moignages?|woorden|antwoord\w*|opmerkingen|respuestas|palabras|comentarios|respostas|palavras|risposte|parole|odpowiedzi|s\u0142owa|"
    r"geiriau|atebion|svar|ord)"
)
_QUOTING = r"(?:quot\w*|unquoted|cit(?:[eé]e?s?|ed|ing|er[ae]?|ar|are|azion\w*|at|aat|eren|ation\w*|ad[oa]s?|iert\w*|at[oaie]|en|emos|ons|iez)|[sz]it(?:ier\w*|at\w*|ere)|geciteerd|verbatim|paraphras\w*|(?:za)?cytow\w*|d?dyfyn\w*)"
_CONSENT = r"(?:consent(?:s|ed|ement|imiento|imento)?|einwilligung\w*|einverständnis\w*|toestemming|consenso|zgod[aęy]|caniat\w*|samtyk\w*|samtyck\w*|permissions?)"
_TAKEN_BACK = (
    r"(?:withdr[ae]w\w*|revok\w*|revocation|retract\w*|rescind\w*|opt(?:ed|ing)?[ -]?out|widerruf\w*|widersprech\w*|widerspruch|zurückgezogen|zurückziehen|"
    r"rétract\w*|retir(?:er|ar|ado|é|e|o)|révoqu\w*|revoc\w*|revog\w*|ritir(?:o|are|ato)|intrekk\w*|ingetrokken|trek\w* in|wycof\w*|tynnun ôl|återkall\w*|trækker tilbage|tr[eu]kke[rt] tilba[gk]e|rückzug\w*|zurückgenommen|retrait|ritiro|"
    r"(?:removed|excluded|deleted) from (?:the )?(?:study|research|survey|data ?set|sample|analysis|records?)|dropped out)"
)
_IN_CONFIDENCE = (
    r"(?:confiden[tc]i[ae]l\w*|(?:this|it|that|you|us|strict|strictest|said|told) in (?:strict |the strictest )?confidence|off[ -]the[ -]record|embargo\w*|unpublished|vertraulich\w*|"
    r"riservat[oaie]\w*|vertrouwelijk\w*|poufn\w*|cyfrinachol|konfiden\w*|fortrolig\w*)"
)
_PUBLISH = (
    r"(?:print\w*|publi(?!c\b)\w*|shar(?:e|ed|ing)|reproduc\w*|circulat\w*|distribut\w*|disclos\w*|disseminat\w*|attribut\w*|reus\w*|releas\w*|us(?:e|ed|ing)|includ\w*|"
    r"report(?:ed|ing|s)?|pass\w* on|repeat\w*|forward\w*|"
    r"pubblic\w*|opublik\w*|veröffentlich\w*|weiterg\w*|verwend\w*|abdruck\w*|teilen|cyhoedd\w*|rannu|argraffu|utilis\w*|diffus\w*|partag\w*|imprim\w*|compart\w*|partilh\w*|utiliz\w*|"
    r"condivi\w*|stampa\w*|gebruik\w*|afdruk\w*|delen|gedeeld|drukow\w*|udostępn\w*|wykorzyst\w*|publicer\w*|trycka|dela|dele|offentlig\w*)"
)
_DO_AWAY = r"(?:destroy\w*|ignor\w*|cancel\w*|strike|struck|scrap\w*|redact\w*|delet\w*|eras\w*|discard\w*|remov\w*|omit\w*|exclud\w*|shred\w*|l\u00f6sch\w*|vernicht\w*|supprim\w*|effac\w*|d\u00e9trui\w*|borr\w*|elimin\w*|apag\w*|cancell\w*|verwijder\w*|usun\w*|dileu|radera|slett\w*)"
_KEEP = r"(?:treat\w*|handl\w*|approv\w*|check\w*|review\w*|kept|keep(?:ing)?|lesen|lire|leer|lezen|stor(?:e|ed|ing)|hold|read|see|seen|show\w*|hear|know|leave|left|look at|access\w*)"
_WISH = (
    r"(?:may|can|could|should|shall|must|please|want|wish|would|like|happy|unhappy|willing|agree\w*|ok|okay|prefer\w*|mind|minds|object\w*|let|allow\w*|permit\w*|dont|do not|not to|never|only|who|"
    r"bitte|möchte\w*|dürfen|darf|soll\w*|einverstanden|veux|voulez|peut|pouvons|doit|accept\w*|quiere\w*|puede\w*|podemos|pode\w*|possiamo|vuole|vuoi|mogen|mag|wilt|wil)"
)
_HAPPENED = re.compile(
    r"\b(?:did|was|were|has been|have been|had been|wurde\w*|a été|ont été|fue|fueron|werd|werden)\b"
)
_CHANGED = r"(?:chang\w+ (?:my|your|their|his|her|of) minds?|mind changed)"
_OF_CONSENT = re.compile(
    rf"\b(?:{_QUOTING}|{_CONSENT}|{_TAKEN_BACK}|{_IN_CONFIDENCE}|{_CHANGED}|data (?:use|sharing)|use of data|(?:sharing|privacy) (?:preferences?|levels?|settings?|choices?)|(?:who|whom) (?:can|may|should|could) (?:see|read|know) (?:this|these|it)|release form|erasure|(?:deletion|removal) request|data (?:deletion|removal)|(?:deletion|removal) of (?:my |your )?data|be forgotten|opt in|visible to|visibility|anonymity|(?:words|answers|comments) back|(?:leave|count) me out|exclude me|(?:ok|okay|fine) (?:to|for) (?:the |our )?(?:share|publish|print|website|report|release)|löschung|retrait|retirada|publication|veröffentlichung|publicación|publicação|pubblicazione|publicatie)\b"
)
_WILLING = re.compile(r"\b(?:happy|unhappy|willing|agree\w*|consent\w*|want|wish|ok|okay|mind|object\w*|allow\w*)\b")
_OF_THE_PAST = re.compile(r"(?:did|was|were|has|have|had)\b")
"""A question about what happened asks for nobody's wish with the words `would`, `can` or `who`."""
_DONE_WITH = re.compile(rf"\b(?:{_PUBLISH}|{_DO_AWAY}|audience|private|secret)\b")
_KEPT = re.compile(rf"\b{_KEEP}\b")
_WHAT_WAS_SAID = re.compile(rf"\b{_SAID}\b")
_WISHED = re.compile(rf"\b{_WISH}\b")
_ANOTHER = re.compile(
    r"\b(?:photo\w*|pictures?|images?|film(?:s|ed)?|videos?|audio|recorded|contact\w*|e ?mails?|newsletters?|mailing|phone\w*|cookies|privacy (?:notice|policy)|treatment|follow up|interviews?)\b"
)
_OF_THE_TOOL = re.compile(r"[a-z][a-z0-9_]*_(?:complete|timestamp)")
"""REDCap's own columns about a form, of consent too: whether it was finished, and when."""

_NOT = (
    r"(?:not|no|none|nothing|never|nobody|nor|neither|without|rather|instead|un(?:happy|willing|comfortable|sure)|disagree\w*|refus\w*|declin\w*|object\w*|mind|minds|worr\w*|prefer\w*|against|"
    r"only|unless|except|until|before|after|if|once|when|provided|condition\w*|stop|avoid|hide|secret|private|out|limit\w*|restrict\w*|concern\w*|"
    r"nicht|kein\w*|nie|niemals|ohne|nur|erst|wenn|falls|lieber|ne|pas|jamais|aucun\w*|rien|sans|seulement|plutôt|ningun\w*|nunca|sin|solo|sólo|prefier\w*|"
    r"não|nenhum\w*|sem|só|apenas|prefir\w*|non|nessun\w*|mai|senza|soltanto|niet|geen|nooit|zonder|alleen|liever|bez|tylko|peidi\w*|ddim|inte|ikke|ej|aldrig|utan|uden|uten|bara|kun|cannot|"
    r"dont|doesnt|didnt|wont|wouldnt|cant|shouldnt|mustnt|isnt|arent)"
)
_AGAINST = re.compile(rf"\b(?:{_NOT}|{_TAKEN_BACK}|{_IN_CONFIDENCE}|{_DO_AWAY}|{_CHANGED}|keep|kept)\b")
_WILL = re.compile(
    rf"\b(?:{_CONSENT}|agree[ds]?|happy|willing|content|(?:may|can|could) (?:we|i)|you (?:may|can)|allow\w*|permit\w*|accept\w*|ok|okay|einverstanden|zustimm\w*|dürfen|daccord|"
    r"autoris\w*|acuerdo|autoriz\w*|concord\w*|acconsent\w*|akkoord|mogen|zgadz\w*|możemy|gawn|allwn|får vi|må vi|pouvons|podemos|possiamo)\b"
)
# Of a word that is not known nobody can say that it takes nothing back ("consent lapsed"), so all words of such a question are.
_GIVEN = re.compile(
    rf"(?:i|you|we|us|me|my|your|our|their|the|a|an|in|on|of|to|for|that|with|at|and|or|by|from|do|does|did|is|are|be|been|being|it|this|any|all|has|have|may|can|could|would|will|yes|"
    rf"{_CONSENT}|agree[ds]?|agreement|happy|willing|content|allow(?:ed)?|permit(?:ted)?|accept(?:ed)?|ok|okay|give[ns]?|gave|giving|grant(?:ed)?|obtained|{_QUOTING}|"
    rf"(?:print|publish|us|shar|stor|hold|record|show|read|process|analys|includ|archiv|reproduc)(?:e|ed|ing|n)?|analysis|{_SAID}|data|information|quotes|quotation|"
    r"research|stud(?:y|ies)|project|survey|evaluation|reports?|publications?|papers?|articles?|websites?|newsletters?|presentations?|training|teaching|funders?|team|researchers?|university|partners|"
    r"archives?|repositor(?:y|ies)|future|anonymous(?:ly)?|anonymised|also|please|tick|box|q?\d+[a-z]?)"
)
# A promise that a name stays out, and that consent can be withdrawn later, takes nothing back.
_PROMISED = re.compile(
    r"\b(?:do not|dont|never|will not|wont|please do not|not|without|no)\b(?: (?:be|to|please|print|use|publish|share|show|give|giving|using|printing|include|including|mention|put|write|enter|any|your|my|our|the|"
    r"other|of|full|real))* (?:names?|personal (?:details|information|data)|contact details|identif\w+(?: details| information)?)\b(?! (?:or|and|nor)\b|,)|"
    r"\bwithout (?:giving |having to give |saying )?(?:me |my |a |any |the )*(?:reasons?|penalty|consequences?|why)\b|\bdo not have to (?:take part|answer)\b|\b(?:can|may|could|free to|right to) (?:later |always |still )?(?:withdraw\w*|change (?:my|your) mind)(?: (?:my|your|this) (?:consent|words|answers?|data))?"
)

# --- a column that takes consent back --------------------------------------------------------------

_ONE_DENIAL = re.compile(
    rf"\b(?:(?:do|must|may|should|can|could|would|to|will)? ?not(?: to)?(?: be)?|dont|never|no|{_TAKEN_BACK}|object(?:s|ed|ions?)?|(?:off the record)|"
    rf"(?:keep|kept|treat\w*|stay|remain)\b.{{0,30}}\b(?:private|confidential|secret|unpublished)|{_DO_AWAY}|{_CHANGED}|nicht|ne pas|niet|non|não|nie)\b"
)
_PLAIN = re.compile(
    rf"(?:please|i|we|you|me|my|your|their|the|a|of|to|on|which|has|have|had|was|were|is|are|be|been|being|as|must|may|should|would|like|want|wish|do|for|in|about|what|date|time|it|this|participant|person|"
    rf"bitte|meine[rn]?|ihre[rn]?|der|die|das|zur|nicht|ne|pas|mes|vos|les|mis|sus|las|mijn|uw|de|du|le|la|"
    rf"wrote|written|said|say|{_SAID}|{_CONSENT}|{_QUOTING}|(?:print|publish|publication|shar|us|repeat|show|reproduc)(?:e|ed|ing|n)?|"
    rf"verwende[nt]?|veröffentlich\w*|publi(?:er|car|ceren|care)|utiliser|usar|gebruiken|publi(?:ez|quen))"
)


def _one_denial(header: str) -> bool:
    """Whether a header takes consent back in plain words, so that a no to it lets words stand.

    Of two denials a no may be a yes (`I do not object`), so there is one in a sentence, and every other word is known.
    """
    denials = 0
    for part in re.split(r"[.?!:;,()\u2013\u2014]+", as_asked(header).replace("-", " ")):
        rest, found = _ONE_DENIAL.subn(" ", part)
        kept = re.search(
            r"\b(?:keep|kept|treat\w*|stay|remain)\b(.{0,30}?)\b(?:private|confidential|secret|unpublished)\b", part
        )
        words = f"{rest} {kept[1] if kept else ''}".split()
        if found > 1 or not all(_PLAIN.fullmatch(word) for word in words):
            return False
        denials += found
    return denials > 0


@cache
def speaks(header: str) -> Speaks:
    """What a column beside that of consent has to do with it.

    >>> speaks("May we share what you said?"), speaks("Please do not use my words")
    ('asks', 'takes back')
    >>> speaks("Have you changed your mind about not being quoted?"), speaks("How should we treat your comments?")
    ('unclear', 'unclear')
    >>> speaks("Was the room private?"), speaks("How did the team use your feedback?"), speaks("May we use your photo?")
    ('', '', '')
    """
    if asks_to_quote(header) and not re.fullmatch(r"[a-z]{0,5}\d+", as_asked(header)):
        return "asks"
    text = _PROMISED.sub(" ", as_asked(header).replace("-", " "))
    if _OF_THE_TOOL.fullmatch(text.replace(" ", "_")) or _ANOTHER.search(text):
        return ""
    wished = bool((_WILLING if _OF_THE_PAST.match(text) else _WISHED).search(text))
    done_with = _DONE_WITH.search(text) and (wished or not _HAPPENED.search(text))
    about_it = re.search(rf"\b(?:{_QUOTING}|{_TAKEN_BACK}|{_CHANGED})\b", text) or (
        done_with and _WHAT_WAS_SAID.search(text)
    )
    if about_taking_part(header) and not about_it:
        return ""
    of_words = (done_with or (wished and _KEPT.search(text))) and _WHAT_WAS_SAID.search(text)
    if not (_OF_CONSENT.search(text) or of_words or holds_back(header)):
        return ""
    if not _AGAINST.search(text):
        plainly = _WILL.search(text) and all(_GIVEN.fullmatch(word) for word in re.findall(r"\w+", text))
        return "asks" if plainly or bare_consent(header) else "unclear"
    return "takes back" if _one_denial(header) else "unclear"


# --- what somebody wrote ---------------------------------------------------------------------------

_MINE = r"(?:this|it|these|that|me|my|mine|what i|anything i|any of (?:this|it|my)|none of (?:this|it|my)|us)"
_ONTO_PAPER = r"(?:quot(?:e|ed|ing)|print(?:ed|ing)?|publish(?:ed|ing)?|shar(?:e|ed|ing)|us(?:e|ed|ing)|repeat(?:ed)?|pass(?:ed)?|includ(?:e|ed|ing)|show|reproduc\w*|circulat\w*|distribut\w*|attribut\w*|paraphras\w*)"
_MY_WORDS = r"(?:my (?:words?|answers?|comments?|data|respons\w*|story|feedback|consent)|what i (?:have )?(?:say|said|wrote|written))"
_ASKING = r"(?:^|, |\b(?:please|pls|plz|kindly|yes|you to|can you|could you|would you)\b) ?(?:please )?"
_WITHDRAWS = re.compile(
    # In a text of any length: a request about these words, never a complaint about those of others.
    rf"{_ASKING}(?:do not|dont|never) (?:ever )?(?:tell (?:any(?:one|body)(?: else)?(?: (?:about )?(?:this|it|that|what i \w+))?$|.*\b(?:i (?:said|wrote|told)|about this)\b)|"
    r"put (?:this|it|that|my \w+) (?:in|on|into) (?:the |your |any |a )?(?:report|website|paper|newsletter|leaflet|print|minutes)|let (?:this|it) (?:get )?out)\b|"
    r"(?:,|\b(?:but|and|so)\b) ?(?:do not|dont|not) (?:ever )?(?:quote|print|publish|repeat|attribute|use) (?:me|my|this|it|what i)\b(?! (?:for|in|to|as|when)\b)|"
    rf"\byou (?:can not|cannot|cant|may not|must not|shall not|are not (?:allowed )?to) {_ONTO_PAPER} (?:(?:me|my|mine|what i)\b|this$)|"
    r"\b(?:nobody|no one|noone)(?: else)? (?:should|must|may|can|is to) (?:read|see|know|hear) (?:this|it|what i)\b|"
    r"\bi\b(?: \w+){0,2} (?:do not|dont|would not|wouldnt|rather|prefer)\b.{0,30}\b(?:this|it|that|them|these)\b(?: \w+){0,2} (?:printed|shared|quoted|published|used|repeated|in the report|in print)\b|"
    r"\bi\b(?: \w+){0,2} (?:do not|dont|would not|wouldnt) (?:want|wish|like) (?:any(?:one|body)|others|people|my \w+|the \w+|them) (?:\w+ )?to (?:read|see|know|hear) (?:about )?(?:this|it|that|what i)\b|"
    rf"\bi (?:want|would like|need|prefer) (?:this|it|that|these|{_MY_WORDS}) (?:to be |to )?(?:kept|stay|remain|keep) (?:private|secret|quiet|between|in|here|among)\b|\bnot for (?:others|any(?:one|body)|every(?:one|body)|the public|public)\b|"
    r"\bif (?:this|that|they|any(?:one|body)|he|she|my \w+) (?:ever )?(?:(?:gets?|got|finds?|found) out\b|(?:knew|knows?) (?:that )?(?:i (?:said|wrote|told)|it was me))|"
    r"\bi\b(?: \w+){0,2} (?:do not|dont|would not|never) (?:give|gave) (?:you |my )?(?:permission|consent|leave)\b|"
    rf"{_ASKING}keep\b.{{0,30}}\b(?:{_MINE}|{_MY_WORDS})\b.{{0,12}}\bout of (?:the |your |any |a )?(?:\w+ )?(?:reports?|papers?|minutes|newsletters?|websites?|print|publications?)\b|"
    rf"{_ASKING}(?:only (?:quote|print|publish|use) {_MINE}|(?:quote|print|publish|use) {_MINE} only)\b|\byou (?:may|can|could) (?:quote|print|publish|use) (?:me |this |it )?only\b|"
    rf"{_ASKING}(?:do not|dont|never) {_ONTO_PAPER} the (?:first|second|third|last|next|other|rest|bit|part|sentence|paragraph|above|following)\b|"
    r"\bbefore you (?:quote|print|publish|use|share) (?:this|it|me|my|what i)\b|"
    r"\b(?:could|might|may|would|can|will) (?:easily |still )?(?:identify|recogni[sz]e|give away|point to) me\b|\b(?:know|guess|tell|work out|see) (?:that )?(?:it|this)(?:s| is| was) (?:from |about )?me\b|"
    rf"{_ASKING}(?:do not|dont|never|not) (?:ever |please )?{_ONTO_PAPER}(?: on| \w+ly)?(?: {_MINE}\b| (?:any|all) of {_MINE}\b|$)|"
    rf"\bi\b(?: \w+){{0,2}} (?:do not|dont|would not|wouldnt|rather|prefer|object|refuse|did not agree|didnt agree|never agreed)\b.{{0,50}}\b(?:quot\w*|publish\w*|publication|paraphras\w*|"
    rf"be (?:printed|shared|used)|(?:print\w*|shar\w+|us(?:e|ed|ing)) {_MINE}|consent\w*)\b|"
    r"\b(?:not|never) (?:to be|want to be|wish to be) (?:quoted|printed|published|shared|used|repeated)\b|\bnot (?:for|intended for|meant for) (?:any |the )?(?:publication|print\w*|quoting|quotation|sharing|circulation|"
    r"release|attribution|distribution|disclosure|the report|reports?|publishing)\b|"
    rf"\b{_MY_WORDS}\b.{{0,15}}\b(?:must|should|may|can|is|are|to|will)\b.{{0,10}}\b(?:not|never|stay|remain|kept|only)\b.{{0,25}}\b(?:quoted|printed|published|shared|used|repeated|private|secret|here|between|out)\b|"
    r"\b(?:this|it|that|these|none of this|none of it|nothing (?:of this|i said|i wrote))\b.{0,15}\b(?:must|should|may|can|is|are|to)\b.{0,10}\b(?:not |never )?(?:be )?(?<!should be )(?:not|never|none|nothing)\b.{0,12}"
    r"\b(?:quoted|printed|published)\b|\b(?:none of (?:this|it|my words)|nothing (?:of this|i (?:say|said|wrote)|that i (?:say|said|wrote)))\b.{0,5}\b(?:may|should|must|can|is to|are to|to)\b.{0,10}\b(?:quoted|printed|published|shared|used)\b|"
    r"\b(?:this|it|that|these|what i (?:say|said|wrote)|please|all|treat\w*|keep|strictly)\b(?: \w+){0,4} confidential\b|^confidential\b|\b(?:this|it|that|you|strict|strictest|told|said|speak\w*) in (?:strict |the strictest )?confidence\b|"
    rf"\boff[ -]the[ -]record\b|{_ASKING}(?:keep|leave) (?:this|it|that|these|{_MY_WORDS})\b.{{0,20}}\b(?:private|secret|to yoursel\w+|out|between|quiet)\b|"
    r"\bbetween (?:you and me|ourselves)\b|\b(?:just|strictly|stays?|this is|that is|keep it|keep this) between us\b|"
    rf"\b(?:i|hereby|please|to)\b.{{0,20}}\b{_TAKEN_BACK}\b.{{0,25}}\b(?:{_CONSENT}|agreement|{_MY_WORDS}|(?:this|that|it)$)|"
    rf"\b(?:i|to|please) (?:hereby )?take (?:this|that|it|all of it|{_MY_WORDS}|everything) back\b|\btake back {_MY_WORDS}|"
    rf"\bmy {_CONSENT}\b.{{0,25}}\b{_TAKEN_BACK}\b|\b{_CHANGED}\b.{{0,25}}\b(?:quot\w*|{_CONSENT}|publi\w*|shar\w*)\b|"
    rf"{_ASKING}(?:delete|destroy|erase|remove|discard|scrap|shred|withdraw|strike|ignore|redact) (?:all (?:of )?)?(?:{_MY_WORDS}|(?:this|it|these|that)(?: answers?| comments?| words?| respons\w*)?(?: please)?$|this (?:answer|comment|response))|"
    r"\b(?:bitte nicht|ich (?:möchte|will) nicht|je ne (?:veux|souhaite|voudrais) pas|no quiero|não quero|non voglio|ik wil niet|nie chcę|jag vill inte|jeg vil ikke|jeg ønsker ikke)\b.{0,40}"
    rf"\b(?:{_QUOTING}|{_PUBLISH})\b|\bnicht zur veröffentlichung\b|"
    r"\b(?:ich )?(?:widerrufe|ziehe)\b.{0,25}\b(?:einwilligung|zustimmung)\b|\b(?:je )?retire\w* (?:mon|le) consentement\b|\b(?:retiro|revoco) (?:o )?(?:mi|meu|il mio|il) consen\w*|\bik trek\b.{0,25}\btoestemming\b|"
    r"\b(?:wycofuję|cofam) (?:moją )?zgodę\b|\bjag återkallar\b|\bjeg tr[eæ]kker\b.{0,20}\bsamtykk\w*"
)
_SHORTLY = re.compile(
    # In a few words, where little else can be meant: a status, an audience, a condition, and the same in other languages.
    rf"^(?:\w+ )?{_IN_CONFIDENCE}|^(?:has |have |is |was |participant |person )?(?:already )?{_TAKEN_BACK}\b|\b{_CONSENT}\b.{{0,25}}\b(?:{_TAKEN_BACK}|expired|refused|not given|denied|declined|cancelled)\b|^(?:no|not|without|non|never) (?:my )?{_CONSENT}|"
    rf"\b{_TAKEN_BACK}\b.{{0,25}}\b{_CONSENT}\b|^declined {_CONSENT}|^(?:strictly )?private(?: and confidential)?$(?<!^private)|"
    r"^(?:please |yes |but |and |this is |it is |thats |this |it |ok |for )*(?:(?:only|just|solely) (?:for|to|with|by|within|inside|among|in) (?:the |your |our |my )?(?:\w+ )?"
    r"(?:team|group|you|yourself|researchers?|staff|project|office|study|evaluation|report|board|panel|circle|people|use)|(?:for|to|with|by|within|inside|among) (?:\w+ )?(?:\w+ )?\w+ only|"
    r"only the (?:person|people|one) who (?:collect|read|count|ask)\w*.*|(?:only|just) .*\b(?:may|can|should|to) (?:read|see|know|hear)(?: (?:this|it|these|them|my .*))?|"
    r"(?:for )?(?:internal|office) (?:use|purposes)(?: only)?|internal(?:ly)?(?: only)?|not (?:outside|beyond) .*)$|"
    r"^(?:yes |but |and |please |ok )*(?:only |just |except |not )*(?:with|without|after|before|if|unless|until|when|once|i want to|i would like to|let me|subject to)\b"
    r"(?=.*\b(?:i|me|my|you)\b).*\b(?:ask|asking|check|checked|checking|see|seen|read|agree|approve|approved|approval|permission|consent|okay)\b|"
    r"^(?:please )?no (?:quoting|quotes|quotation|publication|publishing|printing|sharing)$|^(?:please )?(?:do not|dont|never|not) (?:quote|print|publish|share|distribute|circulate|disclose|cite|reproduce|use)\w*$|"
    r"^(?:un(?:published|quoted)|restricted|embargoed|secret|redact(?:ed)?)$|^no print$|\bne (?:le |la |les )?(?:dites|répétez|montrez) (?:pas )?(?:à )?|\bn(?:imprim|utilis)\w+ pas\b|\bnicht weiter\w+|\b(?:citera|citer|siter|publicera|publicer|publiser|använd|bruk|bruge|trykk|tryck)\w* \w+ (?:inte|ikke)\b|^(?:not )?to be (?:destroyed|deleted|erased|withdrawn)$|^between us$|^(?:destroy|delete|erase|discard)(?:d|ed)?$|"
    r"\bnicht\b.{0,25}\b(?:veröffentlichen|zitieren|abdrucken|drucken|weitergeben|verwenden|teilen|veröffentlichung)\b|\b(?:zitier|veröffentlich|druck|verwend|erwähn)\w*(?: \w+){0,3} nicht\b|^nicht (?:für|in|im)\b.{0,15}\b(?:bericht\w*|öffentlich\w*|presse|protokoll)\b|^nur (?:für|intern|im)\b|\b(?:löschen|vernichten) sie\b|\b(?:einwilligung|zustimmung|einverständnis)\b.{0,10}\bzurück\w*|"
    r"\bne\b.{0,15}\b(?:pas|jamais|rien)\b.{0,15}\b(?:publi\w*|cit\w*|diffus\w*|imprim\w*|partag\w*|utilis\w*)|\bne (?:me |le |les |la |nous )?(?:publi|cit|diffus|imprim|partag|utilis)\w* (?:pas|jamais)\b|"
    r"\b(?:pas|non) (?:à|pour|dans) (?:la |le |votre )?(?:publi\w*|diffus\w*|cit\w*|rapport|presse)\b|\bretir\w* (?:mon|son|leur|le) accord\b|\bno (?:es )?para (?:el |la )?(?:informe|publica\w*|prensa)\b|^(?:entre nous|seulement pour.*|uniquement pour.*)$|"
    r"\bno\b (?:me |lo |la |los |las |se )?(?:publicar|publiquen?|publicad[oa]s?|cit(?:ar|en|ad[oa]s?)|imprim(?:ir|an|as)|compart(?:ir|an|as)|us(?:ar|en)|utilic\w*|utilizar)\b|^(?:sólo|solo|solamente|únicamente) para\b|^entre nosotr[oa]s$|"
    r"\bnão (?:me |o |a |os |as )?(?:publi\w*|cit\w*|imprim\w*|partilh\w*|compartilh\w*|us(?:ar|em|e)|utiliz\w*)\b|^(?:só|apenas|somente) para\b|^entre nós$|"
    r"\bnon (?:mi |lo |la |li |le )?(?:pubblic\w*|cit(?:are|ate|ato)|stampa(?:re|te)|condivid\w*|us(?:are|ate)|utilizz\w*)\b|^(?:solo|soltanto|solamente) per\b|^tra noi$|"
    r"\bniet\b.{0,20}\b(?:publiceren|citeren|afdrukken|delen|gebruiken|publicatie)\b|^alleen voor\b|^onder ons$|"
    r"\bnie\b.{0,15}\b(?:publik\w*|cytuj\w*|cytow\w*|druk\w*|udostępni\w*|wykorzyst\w*)\b|^tylko dla\b|^między nami$|"
    r"\bpeidiwch (?:â |ag )?\w*(?:dyfynnu|cyhoeddi|argraffu|rannu|defnyddio)\b|^rhyngom ni$|"
    r"\b(?:inte|ikke)\b.{0,15}\b(?:citer\w*|siter\w*|publicer\w*|publiser\w*|offentlig\w*|tryck\w*|trykk\w*|dela|dele|använd\w*|bruk\w*)\b|^(?:bara|kun) (?:för|for|til)\b"
)
_AMONG_US = re.compile(
    # What is told to those who listen and to nobody else, as people say it; "nothing happened between us and them" is something else.
    r"^(?:das |dies |es )?(?:bleibt |bleibe |soll |bitte |nur |alles )*unter uns(?: (?:bleiben|gesagt|bitte))?$|\bunter uns (?:bleiben|gesagt)\b|"
    r"\b(?:reste(?:r|nt)?|soit dit|gardez\w*|garder) (?:bien |strictement )?entre nous\b|\b(?:quede|queda|quedar|quédese) (?:sólo |solo )?entre nosotr[oa]s\b|"
    r"\b(?:resti|resta|restare|rimanga|rimane) (?:solo )?(?:tra|fra) (?:di )?noi\b|^(?:solo )?(?:tra|fra) (?:di )?noi$|\b(?:fica|fique|ficar) (?:só )?(?:entre nós|cá entre nós)\b|^cá entre nós\b|"
    r"\b(?:onder|tussen) ons (?:gezegd|gezwegen|blijven)\b|\bblijft (?:wel |graag |alleen )?(?:onder|tussen) ons\b|^(?:even )?tussen ons$|"
    r"\bzosta(?:je|nie|ło) (?:tylko )?między nami\b|^(?:tylko )?między nami(?: mówiąc)?$|\bmell(?:em|an|om) oss? (?:sagt|sagt er det|sagt så)\b|\b(?:blir|bliver|stannar|forblir) (?:bara |kun |bare )?mell(?:em|an|om) oss?\b|"
    r"^(?:bara |kun |bare )?mell(?:em|an|om) oss?$|\brhyngoch chi a (?:fi|mi)\b|\brhyngom ni\b|\bcadw(?:ch)? (?:hyn|hwn|hi) yn (?:breifat|gyfrinach\w*)|"
    r"\b(?:pref(?:ero|iero|iro|eriría|erirei)|preferisco|préfère|préférerais|wolę|liever|lieber|helst|hellere)\b.{0,30}\b(?:non|no|não|ne|nie|niet|nicht|inte|ikke)\b.{0,25}\b(?:cit\w*|public\w*|publi\w*|bericht|verslag|rapport\w*|informe|veröff\w*)\b|"
    r"\b(?:nicht|niet) in (?:den|het|einen|een) (?:bericht|verslag|rapport)\b|\bsoll(?:te)? (?:das |es )?niemand (?:lesen|wissen|erfahren)\b|"
    r"\bmums the word\b|\bunder your hat\b|^nfp$|^off record\b|\bchatham house rule|\b(?:this|it|that|what i (?:say|said)(?: here)?|all of this) (?:must |should |has to |needs to )?stays? (?:in (?:this|the) room|in here|here|within (?:this|the|our) \w+)\b|"
    r"\bask me first\b$|\bbin (?:this|it|that)\b(?: \w+){0,2}$|^scrub (?:this|it|that)\b|\b(?:do not|dont) want (?:this|it|that) (?:to go|going) any(?:where| further)\b|"
    r"\b(?:do not|dont|never) put (?:this|it|that|my \w+) (?:in|on|into) (?:\w+ )?(?:report|website|paper|newsletter|leaflet|print|minutes)\b|"
    r"^(?:please |pls )?take my (?:\w+ and )?(?:words?|comments?|answers?|quotes?)(?: and \w+)? (?:off|out|down)\b|\bnot the (?:bit|part|sentence|last|first|rest)\b|^you (?:can|may|have)\b.*\bonly$|"
    r"\bnicht (?:dass )?(?:das |es )?(?:jemand|andere|alle) (?:das |es )?(?:lesen|liest|wissen|weiß|erfahren|erfährt)\b"
)
_IN_OTHER_LANGUAGES = re.compile(
    # "Do not", or "not to be", with "quote", "print", "publish", "use" or "share", and "confidential", in languages that people speak beside those above.
    "|".join(
        (
            r"\b(?:لا|عدم|ليس|بدون)\s+(?:لل|ال|أن )?\S{0,2}(?:نشر|قتب|قتباس|ستخد|شارك|طبع|طباع|ذكر)\S*|\bسري[ةه]?\b",
            r"(?:شائع|نقل|استعمال|شیئر)\s*(?:نہ|مت)|نہ چھاپ|خفیہ|صیغہ راز",
            r"(?:न|ना|मत)\s+(?:छाप|प्रकाशित|उद्धृत|बता|साझा|इस्तेमाल)|(?:प्रकाशित|उद्धृत|साझा|इस्तेमाल)\s+(?:न|ना|मत|नहीं)\s+कर|गोपनीय",
            r"(?:প্রকাশ|উদ্ধৃত|ছাপ|শেয়ার|ব্যবহার)\S*\s+(?:কর\S*\s+)?(?:না|নয়)|গোপন",
            r"(?:ਨਾ|ਨਹੀਂ)\s+(?:ਛਾਪ|ਪ੍ਰਕਾਸ਼ਿਤ|ਸਾਂਝ)|(?:ਪ੍ਰਕਾਸ਼ਿਤ|ਸਾਂਝਾ)\s+ਨਾ|ਗੁਪਤ",
            r"(?:પ્રકાશિત|છાપ|શેર)\S*\s+(?:ન|ના|નહીં)|(?:ન|ના)\s+છાપ|ગુપ્ત",
            r"(?:வெளியிட|மேற்கோள்|பகிர)\S*\s+(?:\S+\s+)?(?:வேண்டாம்|கூடாது)|ரகசிய",
            r"(?:请勿|請勿|不要|切勿|别|別|不得|不同意|不愿意|不想|不希望|禁止)\S{0,6}(?:引用|公开|公開|发表|發表|刊登|印|使用|分享|外传)|保密|机密|機密",
            r"(?:引用|公開|掲載|印刷|使用|共有|公表)(?:は|を|も)?(?:しないで|されたくない|してほしくない|不可|禁止|お断り)|(?:引用|公開|掲載)しない|内密|オフレコ",
            r"(?:인용|공개|게재|사용|공유)\S*\s*(?:하지|말아|마세요|금지|불가)|비밀|비공개",
            r"\bне(?:льзя)?\s+(?:для\s+)?(?:цит|публ|печат|использ|разглаш|распростран|друк|використ|поширю)\w*|\bкон[фф]иденц\w*|конфіденц\w*|\b(?:отзываю|відкликаю)\b",
            r"\bne(?:zveřejň|zverejň|publik|cituj|tiskn|tlač|použív|sdíl)\w*|\bd[ůô]v[ěe]rn[éáý]\b",
            r"\bne\b.{0,20}\b(?:idéz|közöl|nyomtas|használj|oszd|objav|citir|tiskaj|korist)\w*|\bnemojte\b.{0,20}\b(?:objav|citir|korist)\w*|\bbizalmas\b|\bpovjerljiv\w*",
            r"\bnu\b.{0,20}\b(?:public|cita|tipăr|folosi|distribui)\w*|\bconfidențial\w*|\bmos (?:e |i |më )?(?:boto|cito|publiko|ndani)\w*",
            r"\b(?:yayınla|alıntıla|paylaş|kullan)m[ae](?:y[ıi]n)?(?:[ıi]z)?\b|\balıntı yapma\w*|\bgizli(?:dir)?\b",
            r"\bäl(?:ä|kää)\b.{0,25}\b(?:lain|julkai|käyt|jaa)\w*|\bei saa\b.{0,20}\b(?:lainata|julkaista|käyttää|jakaa)|\bluottamuksellinen\b",
            r"(?:\bμην?|\bδεν)\b.{0,25}(?:δημοσ|αναφ|παραθ|τυπ|χρησιμοπ)\w*|εμπιστευτικ",
            r"\bha (?:daab[ai]c|qor|sheeg|soo xigan|la wadaag)\w*|\b(?:đừng|không được|không muốn)\b.{0,20}\b(?:trích|công bố|đăng|chia sẻ)|\b[um]si(?:chapish|nukuu|tumi|ambi)\w*",
        )
    )
)
_NOTED = re.compile(
    # What somebody who keeps the table wrote of a person.
    r"\b(?:does not|doesnt|did not|didnt|do not|dont|no longer|not) (?:want\w*|wish\w*|like|agree\w*|consent\w*|happy|willing)\b.{0,40}\b(?:quot\w*|publish\w*|print\w*|in the report|"
    r"(?:her|his|their) (?:words?|comments?|answers?|story|data|respons\w*))\b|"
    r"\b(?:ask(?:s|ed|ing)?|wants?|wanted|wish(?:es|ed)?|request(?:s|ed)?|would like|prefers?)\b.{0,30}\b(?:(?:remov|delet|withdr[ae]w|destroy|eras)\w*|(?:take|taken|leave|left) (?:out|back)|"
    r"not (?:be |to be |to )?(?:quot|print|publish|us|shar)\w*)\b(?=.*\b(?:quot\w*|published|printed|used|shared|(?:her|his|their) (?:words?|comments?|answers?|story|data|respons\w*)))"
)
_FEW_WORDS = 8
"""In so few words nothing else is told beside the request itself."""
_TOLD = re.compile(rf"\b(?:tell|told|say|write|share|{_SAID})\b")
_CONFIDENCE = re.compile(r"\b(?:in (?:\w+ )?confidence|private|secret|confidential\w*)\b")


def holds_back(text: str) -> bool:
    """Whether somebody writes that their words are to stay out, are told in confidence or for a few only, or takes consent back.

    A complaint that others kept something to themselves is no such request, and is not silenced.

    >>> holds_back("Late again (please do not print this)"), holds_back("I withdraw my consent to be quoted."), holds_back("For the team only")
    (True, True, True)
    >>> holds_back("They never shared the minutes with us"), holds_back("We were never quoted"), holds_back("Do not use jargon")
    (False, False, False)
    """
    asked = "\n".join(_PROMISED.sub(" ", as_asked(line)) for line in text.splitlines())
    for part in re.split(r"[.?!;:()\[\]\n\u2013\u2014\u2026*\"\u201c\u201d]+| - ", asked):
        said = " ".join(part.replace("-", " ").split()).strip(" ,")
        if _WITHDRAWS.search(said):
            return True
        short = said.replace(",", "")
        if len(said.split()) <= _FEW_WORDS and (
            _SHORTLY.search(short) or _AMONG_US.search(short) or _IN_OTHER_LANGUAGES.search(short) or is_mark(short)
        ):
            return True
    return False


def marked(text: str) -> bool:
    """Whether a text is, or holds beside what it says, a mark that it is not for everybody; what it is about is not looked at.

    >>> marked("Not to publish the paper"), marked("New leaflet (not for the minutes)"), marked("Outcome (internal)"), marked("PRIVATE - panel only")
    (False, True, True, True)
    """
    return any(is_mark(part, of_remarks=True) or holds_back(part) for part in marks_beside(text))


def noted_back(text: str) -> bool:
    """Whether a note beside somebody's answers says of them that they do not wish their words to be used.

    >>> noted_back("Rang on 4 June: she does not want her comments in the report"), noted_back("Came late, by bus")
    (True, False)
    """
    return bool(_NOTED.search(" ".join(as_asked(text).replace("-", " ").split())))


def told_in_confidence(header: str) -> bool:
    """Whether a question for people's own words says that these are not for everybody, so that consent asked elsewhere is not about them.

    >>> told_in_confidence("Anything you want to tell us in confidence?"), told_in_confidence("Anything else? (Please leave out names.)")
    (True, False)
    """
    text = _PROMISED.sub(" ", as_asked(header).replace("-", " "))
    return holds_back(header) or bool(_TOLD.search(text) and _CONFIDENCE.search(text))
