"""Which question, answered with yes, is consent to be quoted.

Consent has to be specific and unambiguous (Article 4(11) of the General Data Protection Regulation), so a question is
only understood where every word of it is known: somebody may, can or agrees; to quote, print, publish, use or share;
what this person said. A denial, a condition, a smaller audience or a verb that is not listed here is no such word, and
whatever holds one is not understood. No list of what to look out for could be long enough.
"""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

CONSENT = ("yes", "y", "agree", "agreed", "i agree", "yes, i agree", "i consent", "yes, i consent", "yes, you may", "yes please",
           "ja", "oui", "sí", "si", "sim", "tak")  # fmt: skip
"""The only words that are consent to be quoted; whatever else means it has to be told (`--value quote:1=yes`)."""
NO_CONSENT = ("no", "n", "disagree", "no, i do not agree", "i do not agree", "i don't agree", "i do not consent", "no thank you",
              "no thanks", "nein", "nee", "non", "não", "nie", "nej", "nei", "👎", "❌", "✗", "✘", "🚫", "⛔")  # fmt: skip
"""What says plainly that nothing is to be quoted; nothing that is told makes a yes of it."""


def as_asked(text: str) -> str:
    """A header or an answer as it is searched: in small letters, without apostrophes, tags and blanks too many."""
    text = (
        unicodedata.normalize("NFC", html.unescape(re.sub(r"<[^<>]{1,200}>", " ", text))).casefold().replace("_", " ")
    )
    text = re.sub("['\u2019\u02bc]d\\b", " would", " ".join(text.split()))
    return re.sub("['\u2019\u02bc`]", "", text)


# --- a plain question, in English ------------------------------------------------------------------

_WORDS = (
    r"(?:(?:(?:any|all) of )?(?:my|your|their|the|these) (?:own |written |open )?(?:words|comments?|remarks?|statements?)|"
    r"what (?:i|you|they) (?:say|said|write|wrote|have said|have written|(?:have )?told us)(?: here)?)"
)
_OR_ANSWERS = rf"(?:{_WORDS}|(?:my|your|their) (?:own |written |open )?(?:answers?|responses?|repl(?:y|ies)|feedback|views|opinions?|stor(?:y|ies)))"
_YOU = r"(?:you|me|them|people)"
_QUOTES = r"(?:direct |anonymous |anonymised |verbatim )*(?:quotes|quotations)"
# To use or to share answers may mean to count them; to print them cannot.
_TO_DO = (
    rf"(?:(?:quote|cite)(?: directly)?(?: {_YOU})?|"
    rf"(?:quote|cite|print|publish|reproduce)(?: (?:and|or) (?:quote|cite|print|publish|reproduce))* {_OR_ANSWERS}|"
    rf"(?:use|share|include|quote|print|publish)(?: (?:and|or) (?:use|share|include|quote|print|publish))* {_WORDS}|"
    rf"(?:use|include|print|publish) {_QUOTES}(?: from (?:{_YOU}|{_OR_ANSWERS}))?)"
)
_DOING = (
    rf"(?:(?:quoting|citing)(?: {_YOU})?|(?:quoting|citing|printing|publishing|reproducing) {_OR_ANSWERS}|(?:using|sharing|including) {_WORDS}|"
    rf"(?:the )?(?:quotation|printing|publication) of {_OR_ANSWERS}|(?:the )?(?:use|sharing) of {_WORDS}|(?:the )?use of {_QUOTES})"
)
_BE = r"(?:to be|being|may be|can be|be)"
_DONE = (
    rf"(?:{_BE} (?:quoted|cited)(?: directly)?|{_OR_ANSWERS} {_BE} (?:quoted|cited|printed|published|reproduced)|{_WORDS} {_BE} (?:used|shared|included)|"
    rf"{_QUOTES}(?: from (?:{_YOU}|{_OR_ANSWERS}))? {_BE} (?:used|printed|published|included)|"
    rf"to have (?:{_OR_ANSWERS} (?:quoted|printed|published|reproduced)|{_WORDS} (?:used|shared|included)))"
)
_LEAVE = r"(?:consent|permission|agreement|leave)"
_WILLING = r"(?:happy|willing|content|glad|ok|okay|fine|comfortable)"
_AGREES = (
    rf"(?:i (?:agree|consent|accept|would like|want|wish|would be {_WILLING}|(?:a?m )?{_WILLING}|(?:hereby )?give (?:you |us )?(?:my )?{_LEAVE})|im {_WILLING}|"
    rf"do you (?:agree|consent|accept|want|wish|give (?:us |me )?(?:your )?{_LEAVE})|did you (?:agree|consent|give (?:us |me )?(?:your )?{_LEAVE})|"
    rf"(?:are you|you are|would you be) {_WILLING}|you (?:agree|consent)|would you (?:like|agree|consent)|"
    rf"(?:(?:the )?(?:participant|person|respondent|contributor) )?(?:has |have )?(?:agree[ds]?|consent(?:s|ed)?|given {_LEAVE})|"
    rf"(?:do )?(?:we|i) have your {_LEAVE}|you have my {_LEAVE}|{_LEAVE}(?: given)?|{_WILLING})"
)
_IS_IT_OK = r"(?:(?:is it |it is |its )?(?:ok|okay|all right|alright|fine|acceptable)(?: with you)?)"
_TO_US = r"(?:for|to|with|that|if) (?:us|we|you|me|i)(?: to| may| can| could| will)?"
_PLACE = r"(?:(?:final|public|published|annual|project|research|evaluation|academic) )*(?:reports?|publications?|papers?|articles?|websites?|newsletters?|leaflets?|presentations?|books?)"
_WHERE = (
    rf"(?:in|on) (?:(?:our|the|a|any|this|your) )?{_PLACE}(?: (?:and|or|in|on|our|the|{_PLACE}))*"
    r"(?: (?:of|on|about|from) (?:the|this|our) (?:study|project|work|survey|evaluation|research))?"
)
# Without a name is how words are kept here anyhow; a report, a paper or a website is open to everybody.
_HOW = (
    r"(?:anonymously|anonymised|verbatim|directly|publicly|word for word|in (?:my|your) own words|please|too|also|"
    r"(?:but )?without (?:(?:giving|using|printing|saying|showing) )?(?:my|your|their|a|any|the) names?|without naming (?:me|you)|with no names?|"
    rf"{_WHERE})"
)
_PLAINLY = (
    rf"(?:(?:yes )?(?:may|can|could) (?:we|i) (?:also |please )?{_TO_DO}|(?:yes )?(?:you|we) (?:may|can) {_TO_DO}|"
    rf"(?:may|can) (?:you be (?:quoted|cited)|{_OR_ANSWERS} be (?:quoted|cited|printed|published|reproduced)|{_WORDS} be (?:used|shared|included))|"
    rf"(?:yes )?(?:(?:i |you )?(?:may|can) be (?:quoted|cited)|{_QUOTES} (?:may|can) be (?:used|printed|published|included)|{_OR_ANSWERS} (?:may|can) be (?:quoted|cited|printed|published|reproduced)|{_WORDS} (?:may|can) be (?:used|shared|included))|"
    rf"(?:yes )?{_AGREES} (?:(?:(?:to|with|about|for|that) )?{_DONE}|{_TO_US} (?:{_TO_DO}|{_DOING})|(?:to|with) {_DOING}|us to {_TO_DO})|"
    rf"{_IS_IT_OK} (?:to {_TO_DO}|{_TO_US} {_TO_DO})|(?:(?:do )?(?:we|i) have your |you have my )?{_LEAVE} (?:to|for us to) {_TO_DO}|"
    rf"(?:do you |i )(?:allow|permit|let) (?:us|you|me) (?:to )?{_TO_DO}|(?:please )?quote (?:me|you)|quot(?:e|es|ing|ation|able)|"
    rf"(?:{_LEAVE}|ok|okay|may|can|happy|views|answer)(?: to)? quotes?|quotes? (?:{_LEAVE}|ok|okay|allowed|agreed))"
)
_TICK = r"(?:(?:please )?(?:tick|check|mark|choose|select|say|answer|write)(?: yes| here| the box| this box)*(?: (?:if|to say that|to say))? )"
_ENGLISH = rf"(?:{_HOW} )?{_TICK}?{_PLAINLY}(?: {_HOW})*"

# --- and in the other languages of surveys ---------------------------------------------------------

_FOREIGN = (
    # Of each: who may or agrees; to quote or to print; to use or to share; what was said; answers; and the small words between.
    (("dürfen|darf|dürft|können wir|(?:bin|sind|bist|seid)(?: ich| sie| du| ihr)?(?: damit)? einverstanden|einverstanden|stimmen sie(?: dem)? zu|"
     "stimmst du(?: dem)? zu|ich stimme(?: dem)? zu|erlauben sie(?: uns)?|ich erlaube(?: ihnen)?|einwilligung|möchten sie|möchte ich|ich möchte"),
     "(?:zu )?zitieren|zitiert|(?:wörtlich )?wiedergeben|abdrucken|abgedruckt|veröffentlichen|veröffentlicht",
     "verwenden|verwendet",
     "worte|kommentare?|bemerkungen|aussagen|was (?:sie|du|ich) (?:gesagt|geschrieben) (?:haben|hast|habe)",
     "antworten",
     ("wir|ich|sie|dich|du|ihr|euch|mich|ihre[n]?|deine[n]?|meine[n]?|zu|werden|dass|im|in|unserem|unseren|bericht|berichten|anonym|wörtlich|ohne ihren namen|"
     "ohne deinen namen|ohne meinen namen|ohne namen|bitte|gerne?")),
    (("pouvons nous|pouvons|peut on|pourrions nous|vous pouvez|tu peux|peuvent|puis je|acceptez vous|acceptes tu|jaccepte|(?:êtes vous |es tu |je suis )?daccord|autorisez vous|"
     "jautorise|permettez vous|je permets|consentez vous|je consens"),
     "citer|citions|citiez|citée?s?|reproduire|publier|publiée?s?|imprimer",
     "utiliser|utilisée?s?|partagée?s?",
     "paroles|propos|mots|commentaires|remarques|ce que vous avez (?:dit|écrit)|ce que tu as (?:dit|écrit)|ce que jai (?:dit|écrit)",
     "réponses|témoignage",
     ("nous|on|quon|vous|te|tu|me|je|à|de|que|être|dêtre|soit|soient|sois|soyez|vos|tes|mes|votre|les|pour|dans|notre|nos|le|rapports?|publications|"
     "anonymement|de façon anonyme|sans votre nom|sans mon nom|sans vous nommer|textuellement|sil vous plaît")),
    (("podemos|podríamos|pueden|aceptas?|acepto|autorizas?|autorizo|consiente|consiento|permites?|permito|(?:está|estás|estoy)(?: usted)? de acuerdo|"
     "doy (?:mi )?(?:permiso|consentimiento)|da (?:su )?(?:permiso|consentimiento)"),
     "citar(?:le|te|lo|la|me)?|citad[oa]s?|citen|citemos|publicar|publicad[oa]s|publiquen|publiquemos|reproducir",
     "usar|utilizar|usadas|utilizadas|compartidas|usemos|utilicemos|compartamos",
     "palabras|comentarios|lo que (?:ha|has|he) (?:dicho|escrito)|lo que (?:dijo|dijiste|dije)",
     "respuestas|opiniones|testimonio",
     ("sus?|tus?|mis?|las|los|a|que(?: se)?|ser|sean?|me|nos|le|usted|en|el|con|para|nuestros?|informes?|publicaciones|anónimamente|de forma anónima|sin su nombre|"
     "sin tu nombre|sin mi nombre|por favor|textualmente")),
    ("podemos|poderíamos|podem|aceitas?|aceito|autorizas?|autorizo|concordas?|concordo|permites?|permito|consente|consinto|dou (?:a )?(?:minha )?(?:permissão|autorização)",
     "citar(?: lo| la)?|citá l[oa]|citad[oa]s?|citemos|publicar|publicad[oa]s|publiquemos|reproduzir",
     "usar|utilizar|usad[oa]s|utilizad[oa]s|partilhad[oa]s",
     "palavras|comentários|o que (?:disse|disseste|escreveu|eu disse|escrevi)",
     "respostas|opiniões|testemunho",
     ("suas?|tuas?|minhas?|seus?|meus?|as|os|a|o|em|com|que|ser|sejam?|me|que nós|no (?:nosso )?relatório|nos (?:nossos )?relatórios|anonimamente|de forma anónima|"
     "de forma anônima|sem o seu nome|sem o meu nome|por favor")),
    ("possiamo|potremmo|potete|possono|accetta|accetti|accetto|acconsente|acconsenti|acconsento|autorizza|autorizzo|(?:è |sei |sono |siete )?daccordo|permette|permetto",
     "citar(?:e|la|lo|ti|mi)|citat[oaie]|pubblicare|pubblicat[ei]|riportare|riportat[ei]",
     "usare|utilizzare|usat[ei]|utilizzat[ei]|condivis[ei]",
     "parole|commenti|(?:quello|ciò) che (?:ha|hai|ho) (?:detto|scritto)",
     "risposte|opinioni|testimonianza",
     ("le|i|la|ti|mi|sue|tue|mie|suoi|tuoi|miei|a|che|di|essere|siano|sia|vengano|nel|nei|nostro|nostri|rapporto|rapporti|relazione|in forma anonima|anonimamente|"
     "senza il suo nome|senza il mio nome|per favore|letteralmente")),
    (("mogen|mag|kunnen wij|kunnen we|gaat u(?: ermee)? akkoord|ga je(?: ermee)? akkoord|ik ga(?: ermee)? akkoord|akkoord|geeft u(?: ons)? toestemming|geef je(?: ons)? toestemming|"
     "ik geef toestemming|toestemming|vindt u het goed|ik vind het goed"),
     "citeren|geciteerd|publiceren|gepubliceerd|afdrukken|afgedrukt",
     "gebruiken|gebruikt|gedeeld",
     "woorden|opmerkingen|wat (?:u|je) (?:heeft|hebt) (?:gezegd|geschreven)|wat ik heb (?:gezegd|geschreven)",
     "antwoorden|verhaal",
     "met|wij|we|u|je|jou|mij|me|ik|uw|jouw|mijn|om|te|dat|worden|wordt|ermee|in|ons|onze|het|rapport|verslag|anoniem|zonder uw naam|zonder je naam|zonder mijn naam|letterlijk|voor"),
    ("możemy|mogą|zgadza się|zgadzam się|zgadzasz się|zgoda|wyrażam zgodę|wyraża (?:pan|pani) zgodę",
     "(?:za)?cytować|cytowanie|(?:za)?cytowane|(?:o)?publikować|publikację|opublikowane",
     "wykorzystać|wykorzystanie|udostępnić",
     "słowa|słów|wypowiedzi|komentarze|komentarzy",
     "odpowiedzi",
     "czy|my|pana|pani|państwa|twoje|twoich|moje|moich|na|w|naszym|raporcie|były|być|anonimowo|aby|dosłownie|pan|że"),
    (("a gawn ni|gawn ni|a allwn ni|allwn ni|cewch|a ydych chi ?n (?:hapus|fodlon|cytuno)|ydych chi ?n (?:hapus|fodlon|cytuno)|rwy ?n (?:hapus|fodlon|cytuno)|"
     "a ydych chi yn (?:hapus|fodlon|cytuno)"),
     "d?dyfynnu|g?cyhoeddi|gyhoeddi|argraffu",
     "dd?efnyddio|defnyddio|rh?annu|rannu",
     "geiriau|sylwadau|yr hyn a ddywedoch",
     "atebion|ymatebion",
     "eich|fy|i|ni|chi|yn|ein|h?adroddiad|gael|cael|heb eich enw|ddienw|ir"),
    ("får|kan vi|samtycker du(?: till)?|jag samtycker(?: till)?|godkänner du|jag godkänner|går du med på",
     "citera|citerad|citeras|publicera|publiceras|trycka",
     "använda|användas",
     "ord|kommentarer|(?:det|vad) du (?:har )?(?:sade|sagt|skrev|skrivit)",
     "svar",
     "vi|du|dig|mig|jag|dina|mina|att|bli|blir|i|vår|rapporten|rapport|rapporter|anonymt|utan ditt namn|utan mitt namn|de"),
    ("må|kan vi|får|samtykker du(?: til)?|jeg samtykker(?: til)?|er det (?:greit|ok|i orden)|godkender du|godtar du|accepterer du",
     "citere|citeres|citeret|sitere|siteres|sitert|offentliggøre|offentliggjøre|publicere|publisere|trykke",
     "bruge|bruke|brukes|bruges",
     "ord|kommentarer|(?:det|hvad|hva) du (?:har )?(?:sagde|sagt|sa|skrev|skrevet)",
     "svar",
     "vi|du|dig|deg|mig|meg|jeg|dine|mine|til|at|å|blive|bli|i|vores|vår|rapporten|rapport|rapporter|anonymt|uden dit navn|uten ditt navn"),
)  # fmt: skip


def _of_a_language(agrees: str, quote: str, use: str, words: str, answers: str, small: str) -> str:
    said = rf"(?:(?:{words}|{small}|{answers}) )*(?:{agrees}) (?:(?:{words}|{small}|{answers}) )*(?:{quote})(?: (?:{words}|{small}|{answers}|{quote}))*"
    used = rf"(?=.*\b(?:{words})\b)(?:(?:{words}|{small}) )*(?:{agrees}) (?:(?:{words}|{small}) )*(?:{quote}|{use})(?: (?:{words}|{small}|{quote}|{use}))*"
    return rf"{said}|{used}"


_ASKS = re.compile("|".join((_ENGLISH, *(_of_a_language(*each) for each in _FOREIGN))))
_YES_OR_NO = re.compile(
    r"\b(?:yes|ja|oui|sí|si|sim|tak|y)(?:\s*/\s*|\s(?:or|oder|ou|o|of|lub)\s)(?:no|nein|non|não|nie|nee|nej|nei|n)\b"
)
_REMARK = re.compile(
    r"(?:please )?(?:tick|choose|select|circle|say|answer)(?: one)?|required|mandatory|optional|thank you|thanks|response|open ended response|"
    r"(?:we|i) (?:(?:will|would|shall) (?:not|never)|wont|wouldnt) (?:print|use|give|say|show|publish|include|mention) (?:your|my|the|any|peoples) names?|"
    r"(?:your|my|no) names? (?:will|would|is|are)(?: not| never)?(?: be)? (?:used|printed|given|shown|published|included|mentioned)|"
    r"(?:i know (?:that )?|i understand (?:that )?|you know (?:that )?)?(?:i|you) (?:can|may) (?:withdraw|change (?:my|your) mind|stop)(?: my consent| your consent| this)?(?: later)?(?: at any time)?|"
    rf"{_HOW}|(?:part|section|page|block|question|step) \w{{1,3}}|(?:your|my) words|views|quotes|quotation|permission|consent|(?:and )?(?:finally|last question)|"
    + "|".join(re.escape(each.replace(",", "")) for each in CONSENT)
)
"""What stands beside the question and changes nothing about it. Names are kept out here in any case."""
_PROMISE_BROKEN = re.compile(
    r"\b(?:your|my) names? (?:will|would|is|are) (?:be )?(?:used|printed|given|shown|published|included|mentioned)\b"
)
_CODE = re.compile(r"(?:[a-z]{0,5}\d{1,6}[a-z]? ?)+")
_NAMED = re.compile(r"consent|quote|einwilligung|toestemming|consentement|consentimiento|consenso|consentimento")


def _sentences(text: str) -> list[str]:
    text = _YES_OR_NO.sub(" | ", as_asked(text))
    parts = re.split(r"[.?!:;¿¡()\[\]{}|/>\u2026\u2013\u2014\n]+| - ", text)
    plain = (" ".join(re.sub(r"[-_,\"“”„«»*&]", " ", part).split()) for part in parts)
    return [re.sub(r"^(?:[a-z]{0,3}\d{1,3}[a-z]? )+(?=\D)", "", part) for part in plain if part]


@cache
def asks_to_quote(header: str) -> bool:
    """Whether a yes below a header is consent to be quoted, without condition or limit.

    A code (`Q13`) and the words `quote` and `consent` say nothing to the contrary: whoever names such a column knows what was asked.

    >>> asks_to_quote("May we quote you? (We will not print your name.)"), asks_to_quote("Dürfen wir Ihre Worte zitieren?")
    (True, True)
    >>> asks_to_quote("May we quote you inside the team?"), asks_to_quote("Would you rather not be quoted?")
    (False, False)
    >>> asks_to_quote("I am happy for my answers to be used in research")
    False
    """
    sentences = _sentences(header)
    asking = [s for s in sentences if _ASKS.fullmatch(s) or _NAMED.fullmatch(s) or _CODE.fullmatch(s)]
    others = [s for s in sentences if s not in asking]
    return bool(asking) and all(_REMARK.fullmatch(s) and not _PROMISE_BROKEN.search(s) for s in others)


# --- consent to something else ---------------------------------------------------------------------

_SHARE = r"(?:take part|taking part|participat\w*|be (?:a )?part|teilnahme|teilzunehmen|teilnehmen|participer|participation|participar|participación|deelname|deelnemen|deel te nemen|partecipare|partecipazione)"
_WILL = r"(?:consent\w*|agree\w*|willing|happy|wish|want|permission|einwillig\w*|einverstanden|einverständnis\w*|zustimm\w*|stimme|accept\w*|consens\w*|toestemming|akkoord|zgod\w*|caniat\w*)"
_TAKING_PART = re.compile(rf"\b{_WILL}\b[^.?!()]{{0,60}}\b{_SHARE}\b|\b{_SHARE}\b[^.?!()]{{0,60}}\b{_WILL}\b")
_SOMETHING_LATER = re.compile(
    r"\b(?:again|another|other|further|future|follow|next|later|interviews?|decisions?|meetings?|groups?|panel|events?|workshops?|training|encore|nochmals|wieder|weitere\w*|otra)\b"
)
_BARE_CONSENT = re.compile(
    r"(?:(?:informed|your|my|participant|patient|given|has|have|did you|do you|i|form|survey|study|research|given|gave|give|obtained|confirmed|the|date|time|of) )*"
    r"(?:consent(?:ed|ement|imiento|s)?|einwilligung(?:serklärung)?|einverständnis(?:erklärung)?|toestemming|consenso|consentimento|zgoda|caniatâd)"
    r"(?: (?:form|given|obtained|confirmed|statement|question|yes no|status|date|time|signed|on|éclairé|informado|informato))*"
)


def about_taking_part(header: str) -> bool:
    """Whether a header asks for the consent without which nothing that a person answered may be counted.

    >>> about_taking_part("Do you agree to take part in this survey?")
    True
    >>> about_taking_part("Would you be willing to take part in a follow-up interview?")
    False
    """
    text = as_asked(header).replace("-", " ")
    return bool(_TAKING_PART.search(text) and not _SOMETHING_LATER.search(text))


_DENIAL = (
    r"(?:not|dont|wont|cannot|cant|wouldnt|am not|im not|no|never|rather not|prefer not|declin\w*|refus\w*|withdraw\w*|opt(?:ed|ing)? out|out|non|nein|nicht|"
    r"ne|pas|nie|niet|não|sin|ddim|inte|ikke)"
)
_OF_DECLINING = re.compile(
    r"(?:i|im|id|ive|we|he|she|they|has|have|had|am|was|would|will|do|does|did|to|no|thanks?|thank|you|sorry|please|rather|prefer(?:red|s)?|like|want(?:ed|s)?|wish(?:ed|es)?|agree[ds]?|"
    r"consent(?:s|ed|ing)?|willing|happy|able|choose|chose|chosen|decided|in|at|all|of|from|for|the|this|that|it|a|my|part|be|being|any|more|longer|anymore|further|time|now|today|person|"
    r"people|participant|respondent|contributor|survey|study|questionnaire|research|form|evaluation|interview|project|count|leave|me|take|takes|taking|took|participat\w*|join\w*|answer\w*|"
    r"ich|möchte|will|an|der|dem|am|umfrage|befragung|studie|teilnehmen|teilzunehmen|teilnahme|je|souhaite|veux|désire|participer|à|cette|enquête|étude|deseo|quiero|"
    r"participar|en|esta|encuesta|ik|wil|meedoen|deelnemen|aan|dit|onderzoek|voglio|desidero|partecipare|quero|desejo|nesta|pesquisa)"
)
_PART_IN_IT = re.compile(
    rf"\b(?:{_SHARE}|partak\w*|join\w*|meedoen|answer\w*|(?:count|leave) me|opt(?:ed|ing)? out|declin\w*|refus\w*|consent\w*|agree\w*|rather not|prefer not)\b"
)


def denies(text: str) -> bool:
    """Whether a denial stands in a text, in one of some languages: below a question of consent it may be a no.

    >>> denies("I would not say so"), denies("Gladly")
    (True, False)
    """
    return bool(re.search(rf"\b{_DENIAL}\b", re.sub(r"[\W_]+", " ", as_asked(text))))


def declines(text: str) -> bool:
    """Whether somebody says plainly that they do not take part: there is a denial, and every other word is known.

    >>> declines("No, I don't want to take part."), declines("I would rather not"), declines("Yes, I want to take part")
    (True, True, False)
    >>> declines("I do not mind taking part")
    False
    """
    plain = " ".join(re.sub(r"[\W_]+", " ", as_asked(text)).split())
    rest = re.sub(rf"\b{_DENIAL}\b", " ", plain).split()
    return denies(text) and bool(_PART_IN_IT.search(plain)) and all(map(_OF_DECLINING.fullmatch, rest))


def bare_consent(header: str) -> bool:
    """Whether a header speaks of consent and does not say to what.

    >>> bare_consent("Informed consent"), bare_consent("Consent to be filmed")
    (True, False)
    """
    return bool(_BARE_CONSENT.fullmatch(" ".join(re.sub(r"[\W_]+", " ", as_asked(header)).split())))
