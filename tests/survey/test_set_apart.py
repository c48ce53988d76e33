"""Marks by which people set apart what they say, in twelve languages; and words that look alike and ask for nothing."""

from __future__ import annotations

from itertools import product

import pytest

from involve_audit.survey.set_apart import is_mark
from involve_audit.survey.withheld import holds_back

MARKS = {
    "en": ["Between ourselves", "just between us", "Not to be shared", "not to be shared outside the group", "not for sharing", "Don't share", "DO NOT SHARE", "do not circulate", "not for circulation", "Keep in the room", "stays in the room", "Chatham House", "Chatham House Rule", "Under Chatham House rules", "in confidence", "told us in confidence", "Shared in confidence", "confidential", "strictly confidential", "CONFIDENTIAL - do not share", "private conversation", "off the record", "Off-the-record chat", "not for the minutes", "not to be minuted", "do not minute", "not minuted at her request", "please don't write this down", "internal only", "Internal", "for internal use only", "team only", "panel only", "members only", "group members only", "for our eyes only", "Eyes only", "for your eyes only", "don't pass on", "not to be passed on", "not to go further", "Don't let this go any further", "not to leave this group", "this does not leave the room", "must not leave the room", "within these four walls", "between these four walls", "said in a private moment", "didn't want this repeated", "does not want this shared", "asked that this not be shared", "asked us not to share this", "she asked us to keep this to ourselves", "keep to ourselves", "keep it to ourselves", "He'd rather this wasn't shared", "would prefer this not be shared", "not for public", "not public", "not for publication", "not for external use", "not for wider circulation", "no sharing", "sensitive - do not share", "restricted", "RESTRICTED", "Withheld", "not for report", "leave out of report", "omit from report", "exclude from report", "hush hush", "on the quiet", "mum's the word", "entre nous", "sub rosa", "for the group's ears only", "not for the funder", "don't tell the funder", "without prejudice", "embargoed", "embargo until June", "confidential until publication", "please treat as confidential", "please keep private", "treat in confidence", "do not quote", "not quotable", "not for attribution", "no attribution", "asked not to be quoted", "does not wish to be quoted", "no consent", "consent not given", "did not consent to sharing", "no permission to share", "permission not given", "permission refused", "withdrew consent", "asked to have this removed", "wants this deleted", "TBC - consent pending", "consent pending", "awaiting consent", "awaiting permission", "need to check with her before sharing", "check before sharing", "ask before sharing", "ask her first", "check with Ann first", "do not use", "not for use", "not to be used", "do not publish", "do not forward", "private & confidential", "P&C", "NFP", "NFS", "not 4 sharing", "for the panel's eyes only", "only for those present", "for those in the room only", "only those present"],
    "de": ["unter uns", "Bitte unter uns lassen", "bleibt unter uns", "vertraulich", "streng vertraulich", "VERTRAULICH", "Vertraulich!", "nicht weitergeben", "bitte nicht weitergeben", "nicht zur Weitergabe", "nicht für die Öffentlichkeit", "nicht öffentlich", "nichtöffentlich", "nur intern", "nur für den internen Gebrauch", "nur für uns", "nur für die Gruppe", "nur für das Team", "nicht veröffentlichen", "nicht zitieren", "nicht ins Protokoll", "nicht für das Protokoll", "bitte nicht protokollieren", "im Vertrauen", "im Vertrauen gesagt", "bleibt im Raum", "das bleibt hier im Raum", "soll den Raum nicht verlassen", "unter vier Augen", "nicht teilen", "bitte nicht teilen", "keine Weitergabe", "keine Veröffentlichung", "nicht zum Weitersagen", "nicht weitersagen", "bitte für sich behalten", "bitte für euch behalten", "geheim", "Verschlusssache", "gesperrt", "Sperrvermerk", "nicht freigegeben", "keine Freigabe", "Einwilligung fehlt", "keine Einwilligung", "keine Zustimmung", "Zustimmung ausstehend", "möchte nicht zitiert werden", "möchte nicht, dass das weitergegeben wird", "will das nicht veröffentlicht haben", "darf nicht weitergegeben werden", "nicht für den Bericht", "off the record"],
    "fr": ["entre nous", "reste entre nous", "que ça reste entre nous", "confidentiel", "Confidentiel", "strictement confidentiel", "à ne pas diffuser", "ne pas diffuser", "ne pas partager", "à ne pas partager", "ne pas transmettre", "ne pas communiquer", "non communicable", "pas pour diffusion", "usage interne", "à usage interne uniquement", "en interne seulement", "ne pas citer", "ne pas publier", "hors compte rendu", "pas au compte rendu", "à ne pas mettre dans le compte rendu", "en confidence", "dit en confidence", "à garder pour soi", "à garder pour nous", "garder pour vous", "sous le sceau du secret", "secret", "ne pas répéter", "à ne pas répéter", "ne souhaite pas être cité", "ne veut pas que ce soit partagé", "refuse la diffusion", "sans accord", "pas d'accord pour la diffusion", "accord non donné", "consentement refusé", "consentement retiré", "diffusion restreinte", "réservé au groupe", "réservé à l'équipe", "off"],
    "es": ["entre nosotros", "entre nosotras", "que quede entre nosotros", "confidencial", "estrictamente confidencial", "no compartir", "no difundir", "no divulgar", "no publicar", "no citar", "no es para compartir", "no para compartir", "no para difusión", "uso interno", "solo uso interno", "sólo para uso interno", "solo para el grupo", "solo para el equipo", "en confianza", "dicho en confianza", "en privado", "secreto", "no sale de aquí", "que no salga de aquí", "no salir de esta sala", "no poner en el acta", "fuera de acta", "extraoficial", "no quiere que se publique", "no quiere que se comparta", "pidió no compartirlo", "sin consentimiento", "sin permiso", "sin autorización", "consentimiento retirado", "no autorizado", "no autoriza"],
    "it": ["tra noi", "resti tra noi", "che resti tra noi", "in confidenza", "detto in confidenza", "riservato", "strettamente riservato", "confidenziale", "non divulgare", "non condividere", "da non condividere", "da non divulgare", "non diffondere", "non pubblicare", "non citare", "uso interno", "solo per uso interno", "solo per il gruppo", "non mettere a verbale", "fuori verbale", "segreto", "senza consenso", "consenso negato", "consenso revocato", "non vuole essere citato", "non autorizzato", "acqua in bocca"],
    "pt": ["entre nós", "fica entre nós", "que fique entre nós", "confidencial", "estritamente confidencial", "não partilhar", "não compartilhar", "não divulgar", "não publicar", "não citar", "uso interno", "só para uso interno", "só para o grupo", "em confiança", "em confidência", "dito em confiança", "sigiloso", "segredo", "não sai daqui", "não consta em ata", "fora da ata", "sem consentimento", "sem autorização", "consentimento retirado", "não quer ser citada", "não é para partilhar"],
    "nl": ["onder ons", "blijft onder ons", "tussen ons", "vertrouwelijk", "strikt vertrouwelijk", "in vertrouwen", "in vertrouwen gezegd", "niet delen", "niet verspreiden", "niet doorvertellen", "niet doorsturen", "niet openbaar", "niet voor publicatie", "niet publiceren", "niet citeren", "alleen intern", "alleen voor intern gebruik", "voor intern gebruik", "alleen voor de groep", "alleen voor het team", "niet in het verslag", "buiten het verslag", "niet notuleren", "blijft binnenskamers", "binnenskamers", "onder vier ogen", "geheim", "geen toestemming", "toestemming ingetrokken", "zonder toestemming", "wil niet geciteerd worden", "niet voor verspreiding"],
    "pl": ["między nami", "tylko między nami", "zostaje między nami", "poufne", "ściśle poufne", "w zaufaniu", "powiedziane w zaufaniu", "nie udostępniać", "nie rozpowszechniać", "nie publikować", "nie cytować", "nie przekazywać dalej", "do użytku wewnętrznego", "tylko do użytku wewnętrznego", "tylko dla zespołu", "tylko dla grupy", "tajne", "nie do publikacji", "nie do protokołu", "poza protokołem", "bez zgody", "brak zgody", "zgoda wycofana", "nie wyraża zgody", "nie wyraziła zgody"],
    "cy": ["rhyngom ni", "rhyngoch chi a fi", "cyfrinachol", "yn gyfrinachol", "peidiwch â rhannu", "peidio â rhannu", "ddim i'w rannu", "nid i'w rannu", "i'r grŵp yn unig", "i'r tîm yn unig", "mewnol yn unig", "at ddefnydd mewnol", "nid i'w gyhoeddi", "peidiwch â dyfynnu", "yn breifat", "dim caniatâd", "heb ganiatâd", "mewn cyfrinach", "ddim ar gyfer y cofnodion"],
    "sv": ["mellan oss", "bara mellan oss", "stannar mellan oss", "konfidentiellt", "i förtroende", "sagt i förtroende", "får ej spridas", "sprid inte", "ej för spridning", "inte för spridning", "dela inte", "delas ej", "endast för internt bruk", "endast internt", "bara för gruppen", "endast för gruppen", "ej för publicering", "publicera ej", "citera ej", "citera inte", "hemligt", "sekretess", "ej offentligt", "utanför protokollet", "ej i protokollet", "inget samtycke", "samtycke saknas", "samtycke återkallat", "vill inte bli citerad"],
    "da": ["mellem os", "kun mellem os", "bliver mellem os", "fortroligt", "strengt fortroligt", "i fortrolighed", "sagt i fortrolighed", "må ikke deles", "del ikke", "deles ikke", "ikke til deling", "må ikke videregives", "kun til internt brug", "kun for gruppen", "ikke til offentliggørelse", "ikke til referat", "uden for referat", "hemmeligt", "intet samtykke", "uden samtykke", "samtykke trukket tilbage", "ønsker ikke at blive citeret", "må ikke citeres"],
    "no": ["mellom oss", "bare mellom oss", "blir mellom oss", "konfidensielt", "fortrolig", "i fortrolighet", "sagt i fortrolighet", "skal ikke deles", "ikke del", "ikke til deling", "må ikke deles videre", "kun internt", "kun til intern bruk", "kun for gruppa", "ikke til publisering", "ikke for publisering", "unntatt offentlighet", "utenfor referatet", "ikke i referatet", "hemmelig", "ikke samtykke", "mangler samtykke", "samtykke trukket", "ønsker ikke å bli sitert"],
}  # fmt: skip
FACTS = ["No minutes", "No minutes taken", "Not recorded", "not yet published", "No report", "no public", "The panel", "the group", "The team", "Team", "our team", "in the room", "the room", "Panel", "Panel members", "Group", "us", "ourselves", "Nous", "vous", "Gruppe", "das Team", "im Raum", "Grupo", "el grupo", "equipo", "groupe", "le groupe", "Groep", "het team", "gruppen", "within the team", "Discussed within the team", "Shared with the panel", "We shared it with the group", "Not circulated yet", "the papers were not shared", "nobody shared the papers", "kein Protokoll", "nicht veröffentlicht", "nicht verwendet", "ohne Bericht", "pas de compte rendu", "non publié", "sans rapport", "sin acta", "no se publicó", "no hay informe", "senza verbale", "sem ata", "geen verslag", "niet gepubliceerd", "brak protokołu", "nie opublikowano", "inget protokoll", "ej publicerad", "uten referat", "dim cofnodion", "Public", "Private rental", "The quiet room", "Keep the quiet room", "Keep the group small", "Keep it short", "Keep the minutes short", "only the panel decided", "Only the team decided", "Just the group photo", "Confidence", "confidence in the team", "gave us confidence", "Use only the small room", "Not in the report yet", "Never minuted", "secret ballot", "Ask members first", "check with the panel first", "consent form", "Consent form needed work", "permission slips", "asked for it to be shared", "asked to be quoted", "wants this shared", "wanted it shared more widely", "They asked us to share this", "Keep us informed", "please keep us informed", "Only in English", "Nur auf Englisch", "bleibt offen", "Only members could vote", "entre semana", "entre los grupos", "en privé ou en public", "Wir bleiben im Raum B", "mehr Vertrauen", "in vertrouwen groeien", "Group only met once", "Private notes were taken", "Papers marked confidential were too long", "the form says confidential", "Data should be kept confidential", "more privacy", "Ask her first name", "Spoke to her first", "wait for consent", "Waiting for consent from ethics"]  # fmt: skip
ONE_WORD = [
    "private",
    "Internal",
    "sensitive",
    "intern",
    "interne",
    "privé",
    "privado",
    "privato",
    "privat",
    "prywatne",
    "preifat",
    "internt",
]


@pytest.mark.parametrize("language", MARKS)
def test_a_mark_is_found_alone_in_brackets_and_beside_what_it_is_about(language):
    ways = (
        "{}",
        "{}.",
        "Late papers ({})",
        "Late papers. {}!",
        "NB: {}",
        "Late papers - {}",
        "Late papers\n{}",
        "[{}] Late papers",
    )
    assert not [text for each, way in product(MARKS[language], ways) if not holds_back(text := way.format(each))]


def test_what_was_not_done_and_who_was_there_is_no_mark():
    assert not [text for text in FACTS if holds_back(text) or holds_back(f"Late papers. {text}.")]


def test_one_word_alone_is_a_mark_only_among_remarks():
    assert not [word for word in ONE_WORD if is_mark(word.casefold()) or not is_mark(word.casefold(), of_remarks=True)]


def test_long_texts_of_the_words_of_marks_are_read_at_once():
    assert not is_mark(" ".join(["the", "only", "for", "us"] * 2) + " x")
    assert not holds_back("please this it that to be for us only the " * 200 + "x")
