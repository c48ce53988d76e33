"""Short marks by which people and note-takers set something apart: `among ourselves`, `not for the minutes`, `consent missing`.

In twelve languages. A mark is a whole cell, a sentence or what stands in brackets, and says nothing else, so of each language only the words are
listed, and the whole of a part must be made of them. What a column is called by one word (`Internal`, `Private`) may be about
anything, and counts only where the column is one of remarks.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from involve_audit.survey.consent import as_asked

_NOT_TO_BE: dict[str, str] = {
    "en": r"(?:(?:this|it|that|which|she|he|they|this one|comment|information|info|all of this|none of this|must|should|may|can|is|are|was|please|strictly|definitely|so|and|but|ok|yes|to|be|would|would like|wants?|wanted|prefers?|preferred|rather|lets|for now|yet|at her request|at his request|at their request|by request|as requested) )*"
    r"(?:(?:do|does|did|is|are|was|will)? ?not|never|dont|doesnt|didnt|isnt|wasnt|shouldnt|mustnt|cant|cannot|wont|rather|no) ?(?:(?:to|be|want|like|wish|for|this|it|that|her|him|them|me|us|let|tell|wider|external|public|general|onward|ever|please|go|any|4|put|write) )*"
    r"(?:shar(?:e|ed|ing)|circulat(?:e|ed|ion|ing)|minuted?|minutes?|the minutes|record(?:ed)?|the record|forward(?:ed|ing)?|pass(?:ed)? (?:it |this )?(?:on|further|along)|repeat(?:ed|ing)?|quot(?:e|ed|able|ing|ation)|attribut(?:e|ed|ion|able)|publish(?:ed|ing)?|publication|releas(?:e|ed)|disclos(?:e|ed|ure)|"
    r"distribut(?:e|ed|ion)|disseminat(?:e|ed|ion)|print(?:ed|ing)?|public|external use|wider use|outsiders|use|used|further|any further|no further|written down|down|this down|leave (?:the|this|our) (?:room|group|panel|team)|outside|(?:the )?funders?|(?:the )?reports?|(?:the )?website|anyone(?: else)?|others)"
    r"(?: (?:this|it|that|on|further|outside|beyond|elsewhere|with|to|by|in|of|the|our|this|group|room|panel|team|minutes|report|funder|anyone|others|else|please|yet|at (?:her|his|their) request|as requested|without (?:asking|permission|consent)))*",
    "de": r"(?:(?:das|dies|es|bitte|darf|dürfen|soll|sollen?|sollte|will|möchte|wollen|wird|ist|aber|und|dass|er|sie|ausdrücklich|noch|der|die|den|diesen) )*(?:nicht|nie|niemals|keine?[rn]?|ohne|außerhalb)(?: (?:das|dies|es|dass|zur|zum|für|fürs|in|ins|im|die|den|das|der|außerhalb|nach|weiter|mit|namentlich|dem|diesen|öffentlichen|anderen))*"
    r" (?:weiter\w*|geteilt|teilen|zitier\w*|veröffentlich\w*|publizier\w*|öffentlich\w*|protokoll\w*|verbreite\w*|verbreitung|verwende\w*|verwertbar|freigegeben|freigabe|einwilligung|einverständnis|zustimmung|erlaubnis|genehmigung|nennen|genannt|bericht\w*|raum(?: verlassen)?|außen|dritte|presse|gruppe|teams?)(?: (?:werden|wird|haben|wissen|lassen|bestimmt|gedacht|verlassen|veröffentlicht|geben|gegeben|freigegeben))*",
    "fr": r"(?:(?:à|de|merci|prière|il|elle|ils|elles|on|ça|cela|ceci|doit|souhaite|veut|voudrait|préfère|demande|que|document|propos|svp|surtout|strictement|mais|et|a|ont) )*(?:ne|n|non|pas|sans|hors|aucune?|jamais|refuse|refus)(?: (?:pas|le|la|les|l|à|au|aux|de|du|dans|pour|être|en|que|ce|cela|soit|soient|souhaite|veut|voudrait|mettre|jamais|rien|son|sa|leur|public|toute|une|donné))*"
    r" ?(?:dire|dite?s?|diffus\w*|partag\w*|transm\w*|communi\w*|répét\w*|cit\w*|publi\w*|divulgu\w*|rapport\w*|compte rendu|compte-rendu|procès verbal|pv|daccord|d accord|accord|laccord|consentement|autorisation|lautorisation|rendre public|utilis\w*|diffusion|la diffusion|sortir (?:dici|de cette (?:salle|pièce)|du groupe))(?: (?:pour|la|le|de|du|diffusion|publication|citation|en|dehors|hors|groupe|à|extérieur|lextérieur|ses|propos|svp))*",
    "es": r"(?:(?:por|favor|es|esto|eso|que|se|lo|la|los|pide|pidió|prefiere|quiere|quieren|desea|ha|pero|y) )*(?:no|sin|fuera|nunca)(?: (?:es|para|se|lo|la|los|las|el|de|del|en|al|que|quiere|quieren|desea|poner|incluir|debe|puede|hacer|su|fue|ser|salga|a|da|dio|ha|dado))*"
    r" (?:compart\w*|difu\w*|divulg\w*|public\w*|publique\w*|cit\w*|reprodu\w*|us\w*|acta|actas|informe|salir?|salga|sale|aquí|sala|esta sala|este grupo|consentimiento|permiso|autorizaci\w*|autoriz\w*|repetir\w*|repita|contar\w*|cont(?:ar|es|éis)|transmit\w*|terceros)(?: (?:de|aquí|esta|este|la|el|sala|grupo|con|nadie|fuera|del|su|acta|a|terceros|en))*",
    "it": r"(?:(?:da|si|prega|di|per|favore|questo|che|sia|vuole|vogliono|desidera|preferisce|ma|e|ha|è) )*(?:non|senza|fuori|mai|nessun\w*)(?: (?:è|da|per|di|la|il|lo|i|in|a|al|dal|vuole|vogliono|essere|sia|mettere|inserire|deve|può|uscire|ha|dato|dare|desidera|venga))*"
    r" (?:divulg\w*|condivi\w*|diffond\w*|diffus\w*|pubblic\w*|cit\w*|verbale|verbalizz\w*|rapporto|relazione|uscire|esca|esce|qui|consenso|permesso|autorizz\w*|ripet\w*|us\w*|riprod\w*|dire|dirlo)(?: (?:di|da|dal|qui|questa|questo|stanza|gruppo|nel|a|verbale|fuori|del|nessuno|terzi))*",
    "pt": r"(?:(?:por|favor|é|isto|isso|que|se|pediu|para|prefere|quer|querem|deseja|mas|e) )*(?:não|sem|fora|nunca)(?: (?:é|para|se|o|a|os|as|em|na|no|da|do|de|que|quer|querem|deseja|ser|seja|pôr|incluir|deve|pode|deu|dá|consta|constar|sai))*"
    r" (?:partilh\w*|compartilh\w*|divulg\w*|public\w*|cit\w*|difund\w*|us\w*|ata|atas|relatório|sair?|sai|saia|daqui|consentimento|autoriz\w*|permissão|repet\w*|reprodu\w*|contar|terceiros)(?: (?:daqui|desta|deste|sala|grupo|em|ata|na|com|ninguém|fora|do|da|a|terceiros))*",
    "nl": r"(?:(?:dit|dat|het|graag|svp|liever|mag|mogen|moet|wil|willen|zou|is|maar|en|a\.?u\.?b\.?|aub) )*(?:niet|geen|zonder|buiten|nooit)(?: (?:voor|in|het|de|naar|aan|dat|dit|worden|om|te|ter|verder|met|openbaar))*"
    r" (?:delen|gedeeld|deelt|verspreid\w*|doorvertel\w*|doorverteld|doorstur\w*|doorgestuurd|doorgev\w*|openbaar|openbaarmaking|publi\w*|gepubliceerd|citer\w*|geciteerd|notul\w*|genotuleerd|verslag|rapport|gebruik\w*|toestemming|herhal\w*|derden|buiten|verspreiding)(?: (?:worden|wordt|gegeven|met|derden|anderen|buiten|de|deze|groep|maken))*",
    "pl": r"(?:(?:to|proszę|prosi|aby|żeby|o|ma|chce|chcą|woli|jest|ale|i|tego) )*(?:nie|bez|poza|brak|nigdy)(?: (?:do|wolno|należy|może|być|jest|chce|wyraża|wyraził|wyraziła|dla|na|w|jej|jego|ich|ma))*"
    r" (?:udostępni\w*|rozpowszechni\w*|publik\w*|cyt\w*|przekaz\w*|powtarza\w*|protok\w*|zgody|zgodę|wykorzyst\w*|ujawni\w*|raport\w*|sprawozda\w*|publiczn\w*|mów\w*)(?: (?:dalej|poza|grupę|grupą|nikomu|na|publikację|cytowanie|innym|osobom|trzecim))*",
    "cy": r"(?:(?:mae|hwn|hyn|os|gwelwch|yn|dda|plîs) )*(?:peidiwch|peidio|ddim|nid|na|dim|heb)(?: (?:â|ag|iw|i|yw|ar|gyfer|yn|y|ei|eu|hwn|hyn|er|mwyn))*"
    r" (?:rannu|rhannu|dyfynnu|chyhoeddi|gyhoeddi|cyhoeddi|rhannu|ailadrodd|defnyddio|ddefnyddio|ddyfynnu|argraffu|cofnodi|cofnodion|caniatâd|ganiatâd|chaniatâd|adroddiad|cyhoedd|cyhoeddus|ddosbarthu|dosbarthu)(?: (?:â|ag|hwn|hyn|neb|unrhyw|un|y|tu|allan|grŵp|ir))*",
    "sv": r"(?:(?:detta|det|vill|får|ska|skall|bör|vänligen|helst|men|och|är|hen|hon|han) )*(?:inte|ej|icke|utan|utanför|inget|aldrig)(?: (?:för|i|att|bli|blir|till|får|ska|vidare|ha|på|det|detta|den|vill))* (?:sprid\w*|spridning|del(?:a|as|at|ad|ats)|publicer\w*|publicering|citer\w*|protokoll\w*|protokollför\w*|offentlig\w*|vidarebefordr\w*|vidare|föra vidare|föras vidare|samtycke|medgivande|rapport\w*|användas?|upprepas?|minnesanteckning\w*)(?: (?:vidare|utanför|gruppen|med|andra|lämnat|finns))*"
    r"|(?:sprid|dela|delas|citera|publicera|protokollför|använd)(?: (?:det|detta|vidare))* (?:ej|inte)(?: (?:detta|vidare|utanför|gruppen))*|samtycke (?:saknas|ej (?:givet|lämnat)|återkallat|inväntas)",
    "da": r"(?:(?:dette|det|må|skal|bør|vil|venligst|helst|ønsker|men|og|er|hun|han) )*(?:ikke|ej|uden|intet|aldrig|udenfor)(?: (?:til|i|at|blive|for|må|skal|vidare|om|det|dette|deles|af|ønske|være))* (?:del(?:es|e|ing|t)|videregiv\w*|videre|offentlig\w*|publicer\w*|citer\w*|referat\w*|rapport\w*|samtykke|tilladelse|bruges?|gentages?|refereres?)(?: (?:videre|uden|for|gruppen|med|andre|givet))*"
    r"|(?:del|deles|citer|publicer|brug)(?: (?:det|dette))* ikke(?: (?:det|dette|videre))*|samtykke (?:mangler|ikke givet|afventer|trukket(?: tilbage)?)",
    "no": r"(?:(?:dette|det|må|skal|bør|vil|vennligst|helst|ønsker|men|og|er|hun|han|hen) )*(?:ikke|uten|mangler|aldri|utenfor|unntatt)(?: (?:til|i|å|bli|for|må|skal|det|dette|være|brukes))* (?:del(?:es|e|ing|t)?|videreformidl\w*|videre|offentlig\w*|publiser\w*|siter\w*|referat\w*|rapport\w*|samtykke|tillatelse|gjentas)(?: (?:videre|utenfor|gruppa|gruppen|med|andre|gitt))*|samtykke (?:mangler|ikke gitt|avventes|trukket(?: tilbake)?)",
}
"""A no, and what is not to be done with it."""
_FOR_FEW: dict[str, str] = {
    "en": r"(?:(?:this|it|that|please|said|told|told us|told me|shared|spoken|discussed|keep|kept|treat|treated|strictly|completely|very|all|as|be|to|is|was|a|an|in|under|between|within|just|only|stays?|must stay|should stay|what was said|for|and|us|ask(?:ed|s)?|she|he|they|wants?) )*"
    r"(?:among(?:st)? (?:ourselves|us|yourselves)|between (?:ourselves|us|you and me|friends)|(?:these |the )four walls|in (?:strict |the strictest |full )?confidence|chatham house(?: rules?)?(?: appl(?:y|ies|ied))?|(?:(?:his|her|their|my|your|our|panel|group|the groups?|the panels?|team|members) )?(?:eyes|ears) only|"
    r"(?:team|panel|group|members|group members|panel members|committee|staff|attendees|participants|board|core team|project team|study team|research team|present|those present|people present|those in the room|people in the room) only|only (?:the )?(?:team|panel|group|members)|only (?:for )?those (?:present|in the room|who were there)|hush hush|on the quiet|sub rosa|entre nous|without prejudice|secret|in private|private (?:conversation|chat|talk|remark|moment|note|comment|and confidential|& confidential)|p ?& ?c|nfs|nfp|withheld|under wraps|under your hat)"
    r"|(?:(?:please|to|must|should|this|it|that|what was said|asked|asked us|she|he|they|wants?|us|for) )*(?:stays?|keep|remains?|strictly|only|just|private)(?: (?:this|it|that|in|within|inside|between|among|to|for|strictly|only|private|all|just))*"
    r" (?:ourselves|yourselves|yourself|private|secret|quiet|(?:the|this|our|these|my|your) (?:room|group|panel|team|circle|four walls|(?:groups |panels |teams )?(?:eyes|ears))(?: only)?)(?: please| only)?",
    "de": r"(?:(?:das|dies|es|bleibt|bleiben|bitte|soll|sollte|muss|nur|alles|streng|strikt|ganz|als|wurde|ist) )*(?:unter uns(?: lassen| gesagt| bleiben)?|unter vier augen(?: gesagt)?|im vertrauen(?: gesagt| mitgeteilt)?|geheim(?: halten)?|verschlusssache|gesperrt|sperrvermerk|nichtöffentlich|hinter verschlossenen türen|schweigepflicht|"
    r"(?:einwilligung|zustimmung|einverständnis|freigabe) (?:fehlt|ausstehend|steht aus|offen|verweigert|widerrufen))"
    r"|(?:(?:das|dies|es|bitte|soll|sollte|muss|alles|streng|strikt) )*(?:nur|bleibt|ausschließlich|lediglich|für (?=sich|euch|uns))(?: (?:für|in|im|hier|den|die|das|der|diesem|diesen|zum|unter))* ?(?:raum|gruppe|team|anwesenden?|internen gebrauch|dienstgebrauch|diesem kreis|kreis|(?:sich|euch|uns)(?: behalten)?|intern)(?: bleiben| bestimmt| gedacht)?|soll (?:den|diesen) raum nicht verlassen",
    "fr": r"(?:(?:ceci|cela|ça|que|reste|rester|dit|dite|dits|strictement|document|information|propos|diffusion|à|en) )*(?:entre nous|en confidence|huis clos|usage interne(?: uniquement| seulement)?|interne (?:uniquement|seulement)|en privé|(?:diffusion|usage) (?:restreinte?|limitée?)|restreinte|sous le sceau du secret|off|(?:consentement|accord) (?:refusé|retiré|en attente|manquant|non donné|à demander))"
    r"|(?:(?:ceci|cela|ça|à|strictement|document|information) )*(?:garder|gardez|réservé|uniquement|seulement|exclusivement|reste|en interne)(?: (?:pour|à|au|aux|le|la|dans|en|uniquement|seulement))* ?(?:soi|nous|vous|secret|groupe|équipe|léquipe|membres|interne|salle|uniquement|seulement)",
    "es": r"(?:(?:esto|eso|que|quede|queda|estrictamente|dicho|dicha|dijo|uso|comentario|información|contado|solo|sólo|para) )*(?:entre nosotr[oa]s|en confianza|en privado|uso interno|extraoficial(?:mente)?|secreto|secreta|a puerta cerrada|consentimiento (?:retirado|pendiente|denegado|no dado)|pendiente de consentimiento)(?: solamente| únicamente)?"
    r"|(?:(?:esto|eso) )*(?:solo|sólo|únicamente|solamente|que quede|queda)(?: (?:para|en|el|la|los|las|este|esta))* (?:grupo|equipo|sala|presentes|nosotr[oa]s)",
    "it": r"(?:(?:questo|che|resti|resta|solo|soltanto|strettamente|detto|detta|per) )*(?:tra (?:di )?noi|fra (?:di )?noi|in confidenza|confidenziale|uso interno|a porte chiuse|segret[oa]|in privato|acqua in bocca|ufficioso|consenso (?:negato|revocato|mancante|in attesa|non dato))"
    r"|(?:solo|soltanto|resti|resta)(?: (?:per|in|il|la|i|nel|questa|questo))* (?:gruppo|squadra|stanza|presenti)",
    "pt": r"(?:(?:isto|isso|que|fica|fique|só|apenas|somente|estritamente|dito|dita|para) )*(?:(?:cá )?entre nós|em confiança|em confidência|uso interno|sigilos[oa]|sigilo|segredo|em privado|consentimento (?:retirado|pendente|recusado|não dado))|(?:só|apenas|somente|fica|fique)(?: (?:para|em|o|a|no|na|neste|nesta))* (?:grupo|equipa|equipe|sala|presentes)",
    "nl": r"(?:(?:dit|dat|het|blijft|blijven|moet|graag|strikt|alleen|enkel|uitsluitend|gezegd|verteld|voor) )*(?:onder ons(?: gezegd| gehouden)?|tussen ons|binnenskamers|onder vier ogen|in vertrouwen(?: gezegd| verteld)?|intern(?:e)? (?:gebruik|houden)|geheim(?: houden)?|in besloten kring|toestemming (?:ontbreekt|ingetrokken|geweigerd|volgt nog))"
    r"|(?:dit |dat |het )?(?:alleen|enkel|uitsluitend|blijft)(?: (?:voor|in|binnen|de|het|deze))* (?:groep|team|kamer|aanwezigen|intern)",
    "pl": r"(?:(?:to|zostaje|niech|tylko|wyłącznie|ściśle|powiedziane|do|w) )*(?:między nami|w zaufaniu|zaufaniu|użytku wewnętrznego|tajne|tajemnica|w cztery oczy|(?:zgoda|zgody) (?:wycofana|odmówiona|w toku|brak))|(?:to )?(?:tylko|wyłącznie)(?: (?:dla|w|do))* (?:grupy|grupie|zespołu|zespole|obecnych)",
    "cy": r"(?:(?:mae|hwn|hyn|yn|i|at|mewn) )*(?:rhyngom ni|rhyngoch chi a fi|gyfrinachol|cyfrinachol|breifat|cyfrinach|mewnol yn unig|ddefnydd mewnol|caniatâd wedi(?:i)? (?:dynnu|wrthod))|(?:ir |i |y )*(?:grŵp|tîm|pwyllgor) yn unig",
    "sv": r"(?:(?:detta|det|stannar|bara|endast|enbart|strängt|sagt|för|internt) )*(?:mellan oss|i förtroende|internt bruk|endast internt|hemligt|sekretess(?:belagt)?|sekretessbelagd|under tystnadsplikt|i enskilt samtal)|(?:detta |det )?(?:bara|endast|enbart|stannar)(?: (?:för|i|inom))* (?:gruppen|arbetsgruppen|rummet|internt)",
    "da": r"(?:(?:dette|det|bliver|kun|strengt|sagt|til|for|internt) )*(?:mellem os|i fortrolighed|fortrolighed|internt brug|kun internt|hemmeligt|tavshedspligt|under fire øjne)|(?:dette |det )?(?:kun|bliver)(?: (?:for|i|til|inden))* (?:gruppen|rummet|internt)",
    "no": r"(?:(?:dette|det|blir|kun|bare|strengt|sagt|til|for) )*(?:mellom oss|i fortrolighet|fortrolighet|intern(?:t)? bruk|kun internt|hemmelig|taushetsplikt|under fire øyne)|(?:dette |det )?(?:kun|bare|blir)(?: (?:for|i|til|innad))* (?:gruppa|gruppen|rommet|internt)",
}
"""For whom it is, and for nobody else."""
_A_FACT = re.compile(
    r"(?:(?:it|this|that|these|they|we|was|were|is|are|has|have|been|yet|still|ever|so far) )*(?:not|never|isnt|wasnt|didnt|did not)(?: been| yet)? (?:shared|circulated|minuted?|recorded?|forwarded|passed (?:on|further|along)|repeated|quoted|published|released|disclosed|distributed|disseminated|printed?|used?|further|any further|written down|down|outside|leave)(?: (?:yet|in the minutes|in the report|with us|to us|by us|elsewhere|outside|further))?"
    r"|(?:there (?:was|were|is|are) )?(?:no|without)(?: \w+)? (?:minutes?|the minutes|record(?:ed)?|reports?|(?:the )?website|public|(?:the )?funders?|used?|further|others|outsiders|printed?|quotes?|quoted|anyone(?: else)?|circulation|distribution|down|outside)(?: (?:yet|kept|taken|in the minutes))?"
    r"|(?:(?:noch|bisher|es|das|wurde|wird|ist) )*nicht (?:ver\w+t|ge\w+t|proto\w+t|zitiert|publiziert|weitergegeben|genannt)|(?:kein\w*|ohne|es gibt kein\w*) (?:protokoll\w*|bericht\w*|raum|gruppe|teams?|presse|öffentlich\w*|zitat\w*)"
    r"|(?:(?:na|ont|a|est) )?(?:non|pas)(?: été| encore)? (?:publiée?s?|citée?s?|diffusée?s?|utilisée?s?|partagée?s?|transmise?s?|communiquée?s?|répétée?s?|dite?s?)|(?:pas de|sans|aucun\w*|hors) (?:rapport|pv|publication|procès verbal|public|citation)|(?:pas de|sans|aucun\w*) compte rendu"
    r"|no(?: se| ha sido| fue| hay)? (?:publicad\w+|usad\w+|utilizad\w+|citad\w+|difundid\w+|compartid\w+|usó|publicó|actas?|informe|usa|uso)|sin (?:actas?|informe|uso|usar|salir|publicar|público)"
    r"|non(?: è stat[oa])? (?:pubblicat|usat|citat|diffus|condivis|verbalizzat)\w*|senza (?:verbale|rapporto|relazione)|não(?: foi)? (?:publicad|usad|citad|divulgad|partilhad|utilizad)\w*|sem (?:atas?|relatório)"
    r"|niet (?:gepubliceerd|gedeeld|geciteerd|gebruikt|genotuleerd|verspreid|doorgestuurd|buiten)|(?:geen|zonder) (?:verslag|rapport|notul\w*|publi\w*|gebruik\w*)|nie (?:opublik\w*|wykorzystan\w*|cytowan\w*|udostępnion\w*)|(?:brak|bez) (?:protok\w*|raport\w*|sprawozda\w*|publik\w*)"
    r"|(?:inte|ej) (?:publicera[dt]\w*|spri[dt]{2}|dela[dt]|använ[dt]\w*|protokollfört)|(?:inget|utan) (?:protokoll|rapport)\w*|ikke (?:publiceret|publisert|delt|brugt|brukt|citeret|sitert)|(?:uden|uten|intet|ingen|mangler) (?:referat|rapport)\w*|(?:dim|heb) (?:cofnod\w*|adroddiad|gyhoeddi|eu defnyddio)"
)
"""What was not done, or is not there: no request."""
_STAYS_HERE = (
    r"in strictest confidence|between these walls|(?:she|he|they|i) (?:would )?(?:rather|prefer|prefers|preferred)(?: (?:we|us|that|this|it|you))* (?:didnt|did not|not|dont|do not) (?:to )?(?:share|shared|sharing|quote|repeat|pass|use|publish|print)\w*(?: (?:this|it|that|on))*|"
    r"(?:dont|do not|never) share(?: (?:this|it|that))? with (?:the |our )?\w+(?: \w+)?|(?:à|a) titre confidentiel|a título (?:confidencial|reservado)|a titolo (?:riservato|confidenziale)|à usage (?:strictement |exclusivement )?interne|(?:prohibid[oa]|proibid[oa]|vietat[oa]|interdite?)(?: (?:la|de|a|su))* (?:difu|divulg|diffus|compart|partilh|condivi|publi|pubblic)\w*|"
    r"tylko do wiadomości \w+|yn gwbl gyfrinachol|(?:endast|bara|kun|bare) (?:för|for) oss|(?:det |dette |detta )?(?:ska|skal|må|får|skall) (?:inte|ikke|ej)(?: med)?(?: i| komme)* (?:protokoll|referat|rapport|videre)\w*|"
    r"(?:(?:please|lets|can we|could we|this|it|that|to|must|should|she|he|they|asked|us) )*(?:keep|keeps|leave)(?: (?:this|it|that|what was said))? (?:off the (?:record|minutes|report)|here|in here|to (?:ourselves|yourselves|yourself)|under wraps|between us|among us)|(?:this |it |that |what was said |must |should |all )*(?:stays?|remains?) (?:here|in here|with us|between us|in house)|(?:this |that |it )?is (?:just |only )?for us(?: only)?|(?:said|told|told us|told me|shared|spoken|mentioned) (?:privately|quietly|confidentially|in private)|"
    r"(?:bitte |das |dies |soll |sollte |es )*(?:diskret|vertraulich|geheim)(?: (?:behandeln|halten|bleiben))|bitte diskret|(?:bitte |darf |das |soll )*nicht nach (?:außen|draußen)(?: dringen| tragen| geben)?|nur zur internen verwendung|(?:das |es )?bleibt hier|(?:das )?muss unter uns bleiben|"
    r"(?:ne pas|à ne pas) (?:ébruiter|divulguer)|(?:merci de |prière de |à )(?:ne pas )?garder (?:cela |ceci |ça )?(?:pour (?:vous|nous|soi)|confidentiel|secret|entre nous)|(?:ça|cela|ceci) (?:reste|doit rester) (?:ici|entre nous|confidentiel)|(?:ça |cela )?ne (?:doit|devrait|dois) pas (?:sortir|quitter) .{2,20}|"
    r"(?:solo|sólo) (?:entre|para) (?:el |los |las )?(?:equipo|grupo|nosotr[oa]s|presentes|miembros)|(?:esto|eso) (?:se )?queda (?:aquí|entre nosotr[oa]s)|mantener (?:en privado|en secreto|confidencial|en confianza|reservado)|"
    r"(?:solo|soltanto) (?:interno|per noi|tra noi)|(?:da )?(?:tenere|mantenere) (?:riservato|segreto|per noi|tra noi|confidenziale)|(?:questo |ciò )?(?:resta|rimanga|rimane) (?:qui|tra noi)|(?:isto |isso )?(?:fica|fique) (?:aqui|entre nós|connosco)|manter (?:em segredo|confidencial|reservado|em privado|entre nós)|"
    r"(?:dit |dat |het )?(?:blijft|blijf|moet) (?:hier|hier blijven|onder ons(?: blijven)?|binnenskamers)|niet verder (?:vertellen|verspreiden|delen)|(?:hou|houd|houden)(?: (?:dit|het|dat|we|graag))* (?:onder ons|binnenskamers|geheim|stil|vertrouwelijk)|(?:to |niech to |proszę )*(?:zostaje|zostanie|zostać) (?:tutaj|między nami)|zachować (?:w tajemnicy|dla siebie|poufność)|"
    r"(?:peidiwch|peidio) â (?:dweud|sôn)(?: .{2,20})?|(?:mae )?(?:hyn|hwn) yn aros (?:yma|rhyngom ni)|(?:det |detta )?(?:stannar|stanna|blir|bliver|forblir) (?:här|her|mellan oss|mellem os|mellom oss)|(?:håll|hold|behåll|behold)(?: (?:det|detta|dette))? (?:mellan|mellem|mellom) oss?|(?:säg|sig|si|fortell|fortæl)(?: (?:det|detta|dette))? (?:ikke|inte|ej)(?: (?:det|dette|detta))? vidare|(?:säg|sig|si|fortell|fortæl)(?: (?:det|dette|detta))?(?: ikke| inte)?(?: (?:det|dette))? (?:ikke |inte )?videre"
)
"""That it stays where it was said."""
_PENDING = (
    r"(?:tbc )?(?:consent|permission|approval to (?:share|quote))(?: form)? (?:is |still |not yet )?(?:pending|awaited|outstanding|missing|tbc|to be confirmed|to follow|unclear|unknown|no)|(?:still )?(?:awaiting|waiting for|pending|missing|no) (?:her |his |their |signed |written )?(?:consent|permission)(?: (?:to share|to quote|yet))?|"
    r"(?:(?:please|i|we|need|needs|to|must) )*(?:check|ask|clear it|speak)(?: (?:with|to))?(?: (?:her|him|them|me|us|person|contributor|member|\w+))? (?:before|prior to) (?:\w+ )?(?:shar\w+|us\w+|quot\w+|publish\w+|circulat\w+)(?: (?:it|this|that|anything|further|any further))?|"
    r"(?:please )?(?:ask|check with) (?:her|him|them|me|person|\w+)(?<!members) first(?<!ask the first)|(?:please )?(?:check|ask) before (?:shar|us|quot|publish|circulat)ing|"
    r"(?:leave|left|omit(?:ted)?|exclude(?:d)?|keep|kept|take|taken|withhold) (?:this |it |that |all |her comment |his comment )?(?:out |back )?(?:of|from) (?:the |any |all |our |this )?(?:reports?|minutes|write ?up|notes|publications?|paper|website|summary)|"
    r"(?:(?:she|he|they|person|member|contributor|has|have|since|later|now) )*(?:asks?|asked|wants?|wanted|wishes|requested)(?: (?:us|me|for|to|that|have))* (?:this|it|that|her comment|his comment|their comment|her words|his words|their words) (?:to be |be )?(?:removed|deleted|taken out|left out|kept private|kept to ourselves|withdrawn)|"
    r"(?:(?:she|he|they|person|member|contributor|has|have|since|later|now) )*(?:asks?|asked|wants?|wanted|wishes|requested)(?: (?:us|me|for|to|that|this|it|be|have))* not (?:to )?(?:(?:be|have|this|it|that) )*(?:shared?|quoted?|repeat(?:ed)?|publish(?:ed)?|pass(?:ed)? on|used?|recorded|minuted|printed)(?: (?:this|it|that|further|on))*|"
    r"(?:did|does|do|has|have) not (?:give |given |want |agree |consent |agreed |consented )?(?:to |consent |permission )*(?:shar\w+|be(?:ing)? (?:shared|quoted|named)|consent|permission|pass\w* on)(?: .{1,20})?"
)
"""What still has to be asked, or was asked for."""
_SHORT_WORDS = (
    r"(?:strictly |very |private |streng |strikt |strängt |strictement )?(?:private|internal|sensitive|personal|privat|privado|privada|privato|privata|privé|privée|prywatne|preifat|intern|interne|interno|interna|internt|wewnętrzne|confidentially|restricted|not public|reservado|reservada|riservato|under embargo|on hold from publication)"
    r"(?: (?:and confidential|& confidential|only|note|remark|comment|conversation|information|info|use|document|gebruik|gebrauch|bruk|brug))?"
)
_REMARKS = (
    r"(?:private|internal|confidential|sensitive|personal) (?:notes?|comments?|remarks?|thoughts)|(?:interne|private|vertrauliche|persönliche) (?:notiz|anmerkung|bemerkung|kommentar|hinweis)\w*|(?:notes?|remarques?|commentaires?|observations?) (?:internes?|privée?s?|confidentiel(?:le)?s?)|"
    r"(?:notas?|comentarios?|observaciones|comentários?|observações|note|commenti) (?:intern|privad|privat|confiden[cz]ia|reservad|riservat)\w*|(?:interne|privé|vertrouwelijke) (?:notities|opmerkingen)|(?:interna|interne|private) (?:anteckningar|noter|notater|kommentarer)|uwagi (?:wewnętrzne|poufne)|(?:nodiadau|sylwadau) (?:mewnol|preifat|cyfrinachol)"
)
"""How a column of remarks is called that are not for everybody."""
_MAY_BE = re.compile(
    r"(?:(?:ok|okay|fine|happy|safe|cleared|approved|allowed|free|agreed|permission|authority|clearance) (?:to|for) (?:be )?(?:shar|publi|circulat|quot|us|releas|report|minut|repeat)\w*\b.*|(?:can|may|could) (?:(?:we|i|it|this|that|be|comment|they) )*(?:shar|publish|quot|circulat|us|releas|minut|repeat|includ)(?:e|ed)?\b.*|(?:is it |is this )?(?:shar(?:e)?able|quotable|publishable)|"
    r"(?:darf|dürfen|kann|können)\b.*(?:geteilt|weitergegeben|veröffentlicht|zitiert|verwendet|teilen|weitergeben|veröffentlichen|zitieren)\b.*|(?:weitergabe|freigabe|veröffentlichung)(?: (?:erlaubt|ok|möglich|erteilt))?|freigegeben|zur (?:veröffentlichung|weitergabe)(?: freigegeben)?|"
    r"(?:peut|peuvent|pouvons|peut on|peut-on)\b.*(?:partag|diffus|publi|cit|utilis)\w*.*|diffusable|partageable|publiable|(?:diffusion|partage|publication|citation) (?:autorisée?|possible|ok|permise?)|(?:accord|autorisation) (?:de|pour|du|à|écrit)\b.*|autorisation|"
    r"(?:se )?(?:puede|pueden|podemos)\b.*(?:compart|difun|public|cit|us)\w*.*|compartible|permiso(?: (?:para|de) .*)?|autorización(?: .*)?|(?:si )?(?:può|possiamo|possono)\b.*(?:condivi|diffon|pubblic|cit|us)\w*.*|condivisibile|(?:autorizzazione|permesso)(?: .*)?|"
    r"(?:pode|podemos|pode se)\b.*(?:partilh|compartilh|divulg|public|cit|us)\w*.*|(?:autorização|permissão)(?: .*)?|(?:mag|mogen|kan)\b.*(?:gedeeld|delen|gepubliceerd|geciteerd|gebruikt|verspreid)\b.*|deelbaar|"
    r"(?:czy )?(?:można|możemy|wolno)\b.*(?:udostępni|publik|cyt|wykorzyst)\w*.*|(?:får|kan|må|skal)\b.*(?:dela|dele|sprid|publi[cs]er|[cs]iter|videregiv)\w*.*|(?:gellir|allwn|a ellir|a allwn)\b.*(?:rannu|dyfynnu|cyhoeddi|ddefnyddio)\b.*)"
)
_ASKED_SHORTLY = re.compile(
    r"(?:share|publish|quote|circulate|minute|release|public|(?:for |in )(?:the )?(?:sharing|publication|circulation|release|minutes|report|website|newsletter)|(?:use|include|publish) (?:in|on) (?:the |our )?(?:report|minutes|website|newsletter)|veröffentlichen|teilen|zitieren|öffentlich|ins protokoll|partager|diffuser|publier|public|compartir|publicar|condividere|partilhar|delen|openbaar|dela|dele)"
)
_SET_APART_SHORTLY = re.compile(
    r"(?:private|sensitive|internal|restricted|privat|intern|sensibel|privé|interne|sensible|privado|interno|privato|privé|prywatne|preifat|internt|confidencial|cyfrinachol)"
)
_EMBARGO = re.compile(r"(?:under )?(?:embargo|embargoed|sperrfrist)(?: (?:until|date|bis|till))?")
_WHO_SEES = re.compile(
    r"(?:who|whom) (?:can|may|should|could|is allowed to) (?:see|read|know|have)\b.*|(?:audience|visible to|visibility|access level|share with|shared with whom|sensitivity|classification|sharing|sharing status)"
)

_MARK = re.compile("|".join((*_NOT_TO_BE.values(), *_FOR_FEW.values(), _STAYS_HERE, _PENDING)))
_REMARK = re.compile(f"{_SHORT_WORDS}|{_REMARKS}")
_OPENING = re.compile(
    r"^(?:(?:nb|n b|note|please note|ps|hinweis|achtung|attention|remarque|nota|let op|obs|uwaga|bitte|please|pls|plz|svp|por favor|aub|graag|proszę|os gwelwch yn dda|vänligen|venligst|vennligst|but|and|aber|mais|pero|ma|mas|maar|ale|men|sorry) )+"
)


def is_mark(part: str, *, of_remarks: bool = False) -> bool:
    """Whether a part of a text is such a mark and nothing else.

    Args:
        part: in small letters, without apostrophes.
        of_remarks: whether it stands in a column of remarks, or in brackets.

    >>> is_mark("not for the minutes"), is_mark("bitte nicht protokollieren"), is_mark("private"), is_mark("private", of_remarks=True)
    (True, True, False, True)
    """
    said = " ".join(part.replace(",", " ").split())
    shorter = _OPENING.sub("", said)
    if _A_FACT.fullmatch(said):
        return False
    return any(
        bool(_MARK.fullmatch(each)) or (of_remarks and bool(_REMARK.fullmatch(each)))
        for each in {said, shorter}
        if each
    )


Decides = Literal["", "may be shared", "set apart", "who sees it"]


@cache
def column_decides(heading: str) -> Decides:
    """What a column of a log says of what stands beside it: that it may be shared, that it is set apart, or who may see it.

    One word is a question only with its mark: `Private?`, and not `Private`.

    >>> column_decides("Can be shared?"), column_decides("Private?"), column_decides("Private"), column_decides("Freigabe")
    ('may be shared', 'set apart', '', 'may be shared')
    """
    asked = " ".join(
        as_asked(heading).replace("¿", " ").replace("(y/n)", "?").replace("(j/n)", "?").replace("-", " ").split()
    )
    words = " ".join(asked.replace("?", " ").split())
    if _WHO_SEES.fullmatch(words):
        return "who sees it"
    if _MAY_BE.fullmatch(words) or (asked.endswith("?") and _ASKED_SHORTLY.fullmatch(words)):
        return "may be shared"
    if _EMBARGO.fullmatch(words) or (asked.endswith("?") and _SET_APART_SHORTLY.fullmatch(words)):
        return "set apart"
    return ""


OF_REMARKS = re.compile(
    r"note|comment|remark|sharing|status|flag|mark|anmerkung|bemerkung|notiz|hinweis|kommentar|remarque|commentaire|nota|observa|comentario|opmerking|uwagi|anm|sylwadau|weitergabe|diffusion"
)
"""Headings of columns in which one word may be a mark."""
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]")
_AT_THE_END = re.compile(r"(?:\s[-–—]+\s|[;|*\n])\s*([^-–—;|*\n]{2,80})$")
_AT_THE_BEGINNING = re.compile(r"^([^-–—:|\n]{2,60})(?:\s[-–—]+\s|[:|\n])")


def marks_beside(text: str) -> list[str]:
    """What stands in brackets, behind a dash at the end, or before one at the beginning: where people put a mark beside what they write."""
    found = [m[1] for m in _IN_BRACKETS.finditer(text)]
    found += [m[1] for pattern in (_AT_THE_END, _AT_THE_BEGINNING) if (m := pattern.search(text))]
    return [" ".join(as_asked(part).replace("-", " ").split()).strip(" .,!?*") for part in found]
