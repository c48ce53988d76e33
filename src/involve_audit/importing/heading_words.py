"""Headings and short answers of logs in German, French, Spanish, Italian, Portuguese and Dutch; those of English stand beside their rules.

Only whole headings are known, as teams write them, and no parts of them. Without accents, as headings are compared.
"""

from __future__ import annotations

HEADINGS: dict[str, str] = {
    "when": (
        "datum | wann | tag | zeitpunkt | zeitraum | monat | jahr | termin | datum der sitzung | datum des treffens | sitzungsdatum | date de la reunion | date reunion | quand | periode | mois | annee | "
        "fecha | cuando | fecha de la reunion | periodo | mes | ano | data | quando | data della riunione | data da reuniao | wanneer | datum vergadering | datum bijeenkomst"
    ),
    "said": (
        "gesagt | was gesagt wurde | was wurde gesagt | das wurde gesagt | sie sagten | ihr habt gesagt | sie haben gesagt | das haben sie gesagt | anregung | anregungen | vorschlag | vorschlage | ruckmeldung | ruckmeldungen | hinweis der betroffenen | wunsch | wunsche | empfehlung | empfehlungen | "
        "was die betroffenen sagten | was die patienten gesagt haben | was patientinnen und patienten sagten | ce qui a ete dit | vous avez dit | ce que vous avez dit | ce que vous nous avez dit | suggestion | suggestions | proposition | propositions | retour | retours | avis | remarque des patients | demande | demandes | recommandation | recommandations | "
        "que se dijo | lo que se dijo | lo que dijeron | que dijeron | ustedes dijeron | usted dijo | vosotros dijisteis | sugerencia | sugerencias | propuesta | propuestas | aportacion | aportaciones | peticion | peticiones | recomendacion | recomendaciones | "
        "cosa e stato detto | avete detto | hai detto | suggerimento | suggerimenti | proposta | proposte | o que foi dito | voces disseram | sugestao | sugestoes | propostas | wat is er gezegd | wat gezegd is | u zei | jullie zeiden | suggestie | suggesties | voorstel | voorstellen | aanbeveling | aanbevelingen"
    ),
    "changed": (
        "geandert | was geandert wurde | was sich geandert hat | was hat sich geandert | was sich anderte | anderung | anderungen | was wir getan haben | wir haben | das haben wir getan | wir taten | umgesetzt wurde | massnahme | massnahmen | auswirkung | auswirkungen | wirkung | "
        "ce qui a change | qu est ce qui a change | changement | changements | modification | modifications | nous avons fait | ce que nous avons fait | impact | effet | effets | mesures prises | actions menees | "
        "que cambio | lo que cambio | que ha cambiado | cambio | cambios | hicimos | lo que hicimos | nosotros hicimos | impacto | efecto | acciones realizadas | "
        "cosa e cambiato | cambiamento | cambiamenti | modifica | modifiche | abbiamo fatto | impatto | o que mudou | mudanca | mudancas | fizemos | o que fizemos | wat is er veranderd | wat veranderd is | verandering | veranderingen | wij deden | wat we deden"
    ),
    "answer": "antwort | umgesetzt | angenommen | ubernommen | aufgegriffen | entscheidung des teams | stand | reponse | notre reponse | pris en compte | retenu | retenue | statut | respuesta | nuestra respuesta | aceptado | adoptado | estado | risposta | accolto | stato | resposta | aceite | antwoord | overgenomen | geaccepteerd",
    "reason": "grund | begrundung | warum nicht | wenn nicht warum | raison | pourquoi | pourquoi non | si non pourquoi | motif | justification | motivo | razon | por que no | si no por que | motivazione | perche no | justificacao | reden | waarom niet",
    "by": "von wem | wer | wer hat es gesagt | wer sagte es | gesagt von | beteiligte | de qui | qui | qui l a dit | participants | quien | de quien | quien lo dijo | participantes | chi | da chi | quem | de quem | door wie | van wie",
    "stage": "phase | projektphase | studienphase | forschungsphase | etape | phase du projet | etape de la recherche | fase | etapa | fase del proyecto | etapa de la investigacion | fase del progetto | fase do projeto | fase van het onderzoek",
    "about": "thema | themen | art der anderung | bereich | sujet | theme | domaine | tema | temas | area | argomento | assunto | onderwerp",
    "told_back": "ruckgemeldet | zuruckgemeldet | ruckmeldung gegeben | ruckmeldung am | retour fait | restitue | restitution | retour donne le | devuelto | se les informo | restituito | teruggekoppeld | terugkoppeling",
    "decision": "entscheidung | entscheidungen | beschluss | beschlusse | was entschieden wurde | decision prise | decisions prises | que se decidio | acuerdo | acuerdos | decisione | decisioni | decisao | decisoes | besluit | besluiten | beslissing",
    "decided_by": "entschieden von | wer hat entschieden | beschlossen von | decide par | qui a decide | decidido por | quien decidio | deciso da | chi ha deciso | quem decidiu | besloten door | wie heeft besloten",
    "room": "gruppe | gremium | beirat | groupe | comite | grupo | comite asesor | gruppo | comitato | groep | commissie",
    "activity": "sitzung | treffen | veranstaltung | aktivitat | besprechung | workshop | art des treffens | reunion | activite | atelier | evenement | actividad | taller | evento | riunione | attivita | incontro | reuniao | atividade | vergadering | bijeenkomst | activiteit",
    "contributors": "anzahl teilnehmende | anzahl der teilnehmenden | anzahl betroffene | anzahl personen | teilnehmerzahl | nombre de participants | nombre de patients | nombre de personnes | numero de participantes | numero de personas | numero di partecipanti | aantal deelnemers | aantal personen",
    "person": "verantwortlich | zustandig | zustandigkeit | leitung | moderation | protokollant | protokollantin | name | namen | responsable | responsables | referent | nom | noms | prenom | anime par | nombre | nombres | encargado | encargada | responsabile | nome | responsavel | verantwoordelijke | naam | namen",
    "note": "bemerkung | bemerkungen | anmerkung | anmerkungen | notiz | notizen | kommentar | kommentare | hinweise | ort | nachste schritte | remarque | remarques | commentaire | commentaires | observations | lieu | suite a donner | observacion | observaciones | notas | nota | comentario | comentarios | lugar | note | osservazioni | commenti | luogo | observacoes | opmerking | opmerkingen | plaats | notities",
    "amount": "betrag | honorar | aufwandsentschadigung | montant | indemnite | importe | importo | bedrag | vergoeding",
    "hours": "stunden | dauer | heures | duree | horas | duracion | ore | durata | duracao | uren | duur",
}
ANSWERS: dict[str, dict[str, str]] = {
    "answer": {
        "taken up": "ja | umgesetzt | angenommen | ubernommen | aufgenommen | erledigt | oui | fait | accepte | acceptee | retenu | retenue | adopte | si | hecho | aceptado | aceptada | adoptado | accolto | accettato | fatto | sim | feito | aceite | overgenomen | gedaan | geaccepteerd",
        "partly": "teilweise | teils | zum teil | partiellement | en partie | parcialmente | en parte | parzialmente | in parte | em parte | gedeeltelijk | deels",
        "put off": "verschoben | zuruckgestellt | spater | vertagt | reporte | reportee | plus tard | aplazado | aplazada | mas adelante | rinviato | adiado | uitgesteld",
        "refused": "abgelehnt | nicht moglich | nicht umgesetzt | refuse | refusee | pas possible | impossible | non retenu | rechazado | rechazada | no es posible | rifiutato | non possibile | recusado | nao e possivel | afgewezen | niet mogelijk",
        "unanswered": "keine antwort | unbeantwortet | sans reponse | sin respuesta | senza risposta | sem resposta | geen antwoord",
    },
    "by": {
        "contributors": "betroffene | patienten | patientinnen | patientinnen und patienten | patientenbeirat | beirat | angehorige | betroffenenbeirat | patients | patientes | usagers | aidants | groupe de patients | pacientes | usuarios | cuidadores | grupo de pacientes | pazienti | caregiver | doentes | patienten | clienten | mantelzorgers | patientenpanel",
        "together": "gemeinsam | zusammen | alle | beide | ensemble | tous | juntos | todos | insieme | tutti | samen",
        "researchers": "forschende | forscher | forscherinnen | forschungsteam | wissenschaftlerinnen | chercheurs | equipe de recherche | investigadores | equipo de investigacion | ricercatori | onderzoekers",
        "team": "projektteam | equipe | equipo | squadra | gruppo di lavoro | equipa | projectteam",
    },
    "decided_by": {
        "contributors": "betroffene | patienten | patientinnen | patientenbeirat | beirat | patients | usagers | pacientes | pazienti",
        "together": "gemeinsam | zusammen | alle | ensemble | tous | juntos | todos | insieme | samen",
        "team": "projektteam | studienteam | forschungsteam | forschende | equipe | equipo | equipe de recherche | projectteam | onderzoekers",
        "above": "geldgeber | forderer | ethikkommission | financeur | comite d ethique | financiador | comite de etica | subsidiegever",
    },
    "yes_no": {"yes": "ja | oui | si | sim", "no": "nein | non | nao | nee | noch nicht | pas encore | todavia no"},
    "became": {"done": "ja | umgesetzt | erledigt | oui | fait | si | hecho | gedaan", "under way": "in arbeit | lauft | en cours | en curso | in corso | em curso | loopt", "partly": "teilweise | en partie | parcialmente | gedeeltelijk", "set aside": "nicht umgesetzt | verworfen | abandonne | descartado"},
}  # fmt: skip
NOTHING_OR_OPEN = (
    r"(?:nicht|nichts|kein\w*|noch (?:nicht|nichts|kein\w*|offen|unklar)|bisher (?:nicht|nichts|kein\w*)|offen|unklar|unverändert|abgelehnt|leider nicht|wir (?:können|konnten|haben) (?:\w+ ){0,2}(?:nicht\w*|kein\w*)"
    r"|rien|aucune?|pas (?:de|d['’]|possible|encore|pris\w*|retenu\w*|modifi\w*|chang\w*)|non (?:retenu\w*|réalis\w*|possible|modifi\w*|pris\w*|è|si|abbiamo|possibile)|impossib\w+|refusée?|inchangée?|nous (?:ne|n['’])"
    r"|nada|ningun[oa]?|ningún|no (?:se|es|hay|fue|ha|hubo|cambi\w+|tenemos|podemos|era|tem|foi)|sin (?:cambios?|respuesta|efecto|presupuesto|recursos|dinero)|todavía no|aún no|rechazad[oa]|niente|nulla|nessun\w*|nenhum\w*|não|sem (?:alter|mudan|efeito)\w*|niets|geen|niet|nog niet|onveranderd)"
)
"""How a text begins that tells that nothing changed, where what changed is asked."""
UNDER_WAY = (
    r"(?:in (?:arbeit|planung|bearbeitung|prüfung|klärung|diskussion)|läuft|wird (?:noch )?(?:geprüft|geklärt|bearbeitet|diskutiert|überlegt|\w+ werden)|wir (?:werden|wollen|planen|prüfen)|geplant|soll(?:en)?\b|en cours|en discussion|prévue?|à (?:faire|voir|étudier|discuter)|nous (?:allons|prévoyons|étudions)"
    r"|en (?:curso|proceso|estudio|discusión)|pendiente|previst[oa]|se (?:hará|estudiará|está)|vamos a|in (?:corso|discussione|valutazione)|previsto|da (?:fare|valutare)|em (?:curso|discussão|análise)|pendente|in (?:behandeling|bespreking)|gepland|loopt|wordt (?:nog )?\w+)"
)
"""How a text begins that tells what is being done or still to come."""
BLANK = frozenset(("keine angabe", "k. a.", "k.a.", "k. a", "entfällt", "n. z.", "nicht zutreffend", "s/o", "s.o.", "sans objet", "non applicable", "non renseigné", "à confirmer", "no aplica", "n/d", "n.d.", "sin datos", "por confirmar", "non applicabile", "da confermare", "não se aplica", "n.v.t.", "nvt", "onbekend"))  # fmt: skip
MONTHS = {
    "January": "januar jänner janvier enero gennaio janeiro januari", "February": "februar feber février fevrier febrero febbraio fevereiro februari", "March": "märz maerz mars marzo março maart",
    "April": "april avril abril aprile", "May": "mai mayo maggio maio mei", "June": "juni juin junio giugno junho", "July": "juli juillet julio luglio julho", "August": "august août aout agosto augustus",
    "September": "september septembre septiembre setiembre settembre setembro", "October": "oktober octobre octubre ottobre outubro", "November": "november novembre noviembre novembro", "December": "dezember décembre decembre diciembre dicembre dezembro december",
}  # fmt: skip
