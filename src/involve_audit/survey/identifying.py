"""What could say who somebody is: names of columns, in the languages of surveys and in the words of survey tools, and marks in cells.

A name of a column is judged by its words, and a column is only refused where its cells can tell people apart: an empty
column that a tool always writes, `anonymous` in every cell, or Yes and No, tell nobody apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from involve_audit.language import term

if TYPE_CHECKING:
    from collections.abc import Iterable

_A_NAME, _MAIL, _PHONE, _ADDRESS = "a name", "an e-mail address", "a telephone number", "an address"
_POSTCODE, _BIRTH, _NUMBER = "a postcode", "a date of birth", "a number or code that stands for a person"
_INTERNET, _PLACE, _USER = "an internet address", "a place on the map", "a user name"
_PICTURE, _A_LONG_NUMBER = "a picture or file of a person", "a telephone number, or one that stands for a person"
KINDS = (
    _A_NAME, _MAIL, _PHONE, _ADDRESS, _POSTCODE, _BIRTH, _NUMBER, _INTERNET, _PLACE, _USER, _PICTURE, _A_LONG_NUMBER,
)  # fmt: skip
"""What could tell who somebody is."""

# Words that stand for one thing only, alone or beside others in a short header. One group of languages a line.
_PLAIN_WORDS = {
    _A_NAME: (
        "surname forename forenames firstname lastname fullname middlename nickname recipientname "
        "vorname nachname familienname zuname rufname unterschrift prenom prenoms "
        "apellido apellidos cognome cognomi sobrenome apelido voornaam achternaam roepnaam familienaam handtekening nazwisko imie podpis "
        "fornavn etternavn efternavn fornamn efternamn etunimi sukunimi jmeno prijmeni meno priezvisko prenume keresztnev vezeteknev "
        "soyad soyadi cyfenw enwau sloinne ainm sloinneadh ονομα ονοματεπωνυμο επωνυμο имя фамилия отчество прізвище імя фио "
        "姓名 名字 姓氏 氏名 名前 お名前 ふりがな フリガナ 이름 성명 الاسم اسم نام नाम নাম ਨਾਮ નામ பெயர் نام magac magaca magacaaga ime prezime numele adiniz soyadiniz pangalan jina hovaten"
    ),
    _MAIL: (
        "emailaddress emailadresse mailadresse emailadres recipientemail respondentemail courriel correo correoelectronico ebost "
        "ebostadresse epost epostadresse sahkoposti eposta 邮箱 邮箱地址 电子邮件 电子邮箱 メール メールアドレス 이메일 ईमेल ইমেইল ਈਮੇਲ ઇમેઇલ மின்னஞ்சல் ایمیل почта baruapepe"
    ),
    _PHONE: (
        "phonenumber telephonenumber mobilenumber mobileno phoneno cellphone handynummer telefonnummer rufnummer telefon mobiltelefon telefono "
        "telefone telefoon telefoonnummer telefonnr mobilnummer telemovel celular cellulare movil mobiel ffon telefonszam puhelin "
        "puhelinnumero whatsapp τηλεφωνο телефон 电话 电话号码 手机 手机号 手机号码 電話 電話番号 携帯 전화번호 휴대폰 फ़ोन फोन मोबाइल ফোন মোবাইল ਫ਼ੋਨ ਫੋਨ ફોન மோபைல் தொலைபேசி فون موبائل هاتف جوال telefonul telefonni taleefan taleefanka simu"
    ),
    _ADDRESS: (
        "homeaddress streetaddress anschrift strasse hausnummer wohnort wohnadresse direccion domicilio calle indirizzo "
        "endereco morada rua adres straat woonplaats ulica miejscowosc cyfeiriad stryd seoladh gateadresse gatuadress osoite adresa "
        "διευθυνση адрес адреса 地址 住所 주소 پتہ पता ঠিকানা"
    ),
    _POSTCODE: (
        "postcode postcodes postalcode zipcode eircode postleitzahl plz codepostal codigopostal codicepostale postnummer postnr "
        "postinumero kodpocztowy psc iranyitoszam codpost 邮编 郵便番号"
    ),
    _BIRTH: (
        "dob birthday birthdate birthyear dateofbirth geburtsdatum geburtstag geburtsjahr geburtsort datedenaissance naissance fechadenacimiento "
        "fechanacimiento nacimiento datadinascita nascita datadenascimento nascimento geboortedatum geboortejaar dataurodzenia "
        "fodselsdato fodselsdag fodelsedatum syntymaaika dyddiadgeni szuletesidatum szuletesiido जन्मतिथि জন্মতারিখ 出生日期 生日 生年月日 생년월일"
    ),
    _INTERNET: "ipaddr ipaddress ipadresse ipadres adresseip direccionip indirizzoip enderecoip adresip submissionip",
    _PLACE: (
        "latitude longitude locationlatitude locationlongitude gps geopoint geolocation geocode coordinates what3words breitengrad "
        "laengengrad langengrad latitud longitud"
    ),
    _USER: (
        "username loginname userlogin screenname benutzername benutzer utilisateur identifiant usuario utente utilizador "
        "gebruiker gebruikersnaam uzytkownik enwdefnyddiwr submittedby enteredby createdby modifiedby collectedby completedby"
    ),
    _NUMBER: (
        "accesscode accesskey accesstoken invitecode invitationcode passcode zugangscode zugangsschlussel zugangscodes "
        "teilnehmercode teilnahmecode codedacces cledacces codigodeacceso codicediaccesso codigodeacesso toegangscode koddostepu "
        "codmynediad nhsnumber hospitalnumber passportnumber userid userno usernumber respondentid participantid contributorid "
        "panelid panellistid panelistid workerid prolificid prolificpid mturkid externalreference externaldatareference recipientid contactid "
        "collectorid customdata deviceid imei subscriberid simserial simid networkid customerid clientid patientid patientnumber "
        "staffid staffnumber studentid studentnumber matrikelnummer personalnummer memberid membershipnumber employeeid "
        "vouchercode kennwort passwort password passphrase motdepasse contrasena wachtwoord haslo cyfrinair jeton rid respid subjectid subjid ptid "
        "surveyidentifier redcapsurveyidentifier pesel personnummer henkilotunnus cpr bsn dni nif nie codicefiscale "
        "identyfikator matricola matricule lidnummer personeelsnummer studentnummer fodselsnummer sozialversicherungsnummer participante teilnehmer teilnehmerin deelnemer uczestnik ssn nino sortcode "
        "iban bankaccount bankdetails paypal cardnumber matrnr toegangssleutel einmalcode einmalpasswort tan identifikator azonosito идентификатор 身份证 身份证号"
    ),
}  # fmt: skip
_WHAT = {word: what for what, listed in _PLAIN_WORDS.items() for word in listed.split()}
# Words that may also be about something else ("town hall meetings", "e-mail support"): they count where they stand alone
# or as the last of two.
_LAST_WORDS = {
    _A_NAME: "signature initials name names nom noms nombre nombres nome naam imie nazwa navn namn nimi nume nev ad adi enw",
    _MAIL: "email emails mail mel",
    _PHONE: "phone telephone mobile tel fax gsm portable handy mobil",
    _ADDRESS: "address addresses adresse street town city hometown village ville ciudad citta cidade stadt miasto tref locality localidad",
    _POSTCODE: "zip postal",
    _NUMBER: "token tokens pin identifier participant respondent interviewee nhs passport pid mrn chi pseudonym",
    _INTERNET: "ip",
    _USER: "user usernames login account interviewer enumerator submitter twitter facebook instagram linkedin skype",
}
_LAST = {word: what for what, listed in _LAST_WORDS.items() for word in listed.split()}
# What bears a name and is no person.
_NAMED_THINGS = frozenset(
    ["event", "form", "group", "project", "organisation", "organization", "site", "file", "survey", "collector", "panel", "team", "charity", "company", "instrument", "study", "room", "meeting", "workshop", "session", "service", "school", "hospital", "clinic", "trust", "university", "department", "list", "ward", "course", "programme", "program", "product", "brand", "trial", "role", "job", "step", "question", "variable", "field", "column", "table", "sheet", "region", "country", "board", "committee", "network", "practice", "activity", "topic", "theme", "projekt", "projet", "proyecto", "progetto", "projeto"]
)  # fmt: skip
_PERSON = (
    r"(?:user|member|membership|staff|student|pupil|employee|patient|client|participant|respondent|contributor|recipient|contact|"
    r"customer|personal|person|panel|panell?ist|worker|prolific|mturk|subject|service user|carer|volunteer|nhs|hospital|chi|mrn|ni|"
    r"national insurance|national|social security|insurance|passport|study|unique|invite|invitation|access|survey access|login|account|"
    r"payroll|personnel|case|device|network|subscriber|sim|tax|panel member|submitter|teilnehmer|mitglieds?|personal|patienten|matrikel|"
    r"kunden|adherent|participante?|paciente|socio|lid|lidmaatschaps|deelnemers?|uczestnika|pacjenta)"
)
_STANDS_FOR = r"(?:ids?|identifier|identification|number|numbers|no|nr|num|numero|nummer|code|key|ref|reference|token|pin|licence|license)"
_YOURS = (
    r"(?:your|ihr|ihre|ihren|ihrer|dein|deine|votre|vos|ton|ta|su|tu|vuestro|suo|sua|tuo|tua|seu|teu|uw|jouw|je|twoj|twoje|pana|pani|"
    r"eich|dy|my|mein|mon)"
)
_BEARS = (
    r"(?:full |first |last |own |legal |preferred |given |family |home |work |personal |private |current |vollstandiger |voller |"
    r"nom et |nombre y |nome e |nome completo|)"
)
_CALLED = (
    r"(?:names?|surname|forename|vorname|nachname|prenom|nom|nombre|apellidos?|nome|cognome|apelido|naam|voornaam|achternaam|imie|nazwisko|"
    r"navn|namn|nimi|enw|cyfenw)"
)
_PHRASES = tuple(
    (re.compile(pattern), what)
    for pattern, what in (
        # "Was your name on the paper?" asks for no name.
        (rf"\b{_YOURS} {_BEARS}{_CALLED}(?=$| (?:and|or|if|please|here|so|below|in full|et|y|e|und|en|i|e ?mail|phone|contact|address)\b)", _A_NAME),
        (r"\b(?:first|last|full|family|given|middle|maiden|preferred|legal|christian|second) names?\b", _A_NAME),
        (r"\bnames? (?:first|last|full|middle|given|family)\b", _A_NAME),
        ((r"\b(?:recipient|respondent|participant|contributor|patient|member|carer|child|parent|person|interviewer|interviewee|submitter|user|"
         r"contact|staff|student|volunteer)s? ?names?\b"), _A_NAME),
        (r"\b(?:doctor|gp|nurse|carer|child|parent|partner|mother|father|son|daughter|patient|participant) s names?\b", _A_NAME),
        (r"\b(?:nom|prenom) (?:de |du |d )(?:l |la |le )?(?:enfant|patient|participant|parent|famille)\b", _A_NAME),
        (r"\bname des (?:kindes|patienten|teilnehmers)\b|\bnome proprio\b|\bnume de familie\b|\bnext of kin\b|\bemergency contact\b", _A_NAME),
        (r"^(?:your|my|personal|ihre|vos|sus|uw) (?:details|information|info|angaben|daten|coordonnees|datos|gegevens)$|^who are you$", _A_NAME),
        (r"\bwhat (?:shall|should|can|may|would you like us to) (?:we |us )?call you\b|\bhow (?:can|may|should|do|could) we (?:best )?(?:reach|contact|find|pay) you\b", _A_NAME),
        ((r"\b(?:wie konnen wir (?:sie|dich) erreichen|comment pouvons nous vous (?:joindre|contacter)|como podemos contactar\w*|come possiamo contattar\w*|"
         r"hoe kunnen we (?:u|je) bereiken|jak (?:mozemy )?sie z (?:pania|panem|toba) skontaktowac)\b|^call me$|^alias$|\bdisplay name\b|^ho va ten$|\b(?:الاسم|اسم) (?:الكامل|بالكامل)"), _A_NAME),
        (r"\bnames? of (?:your |the |my )?(?:gp|doctor|nurse|midwife|social worker|consultant|surgery)\b", _A_NAME),
        (r"البريد ال\S?لكتروني|ای میل|электронн\w+ почт\w|електронн\w+ пошт\w|\bηλεκτρονικο ταχυδρομειο\b|\bbarua pepe\b|\b(?:e ?mail cim|adresa de mail)\b", _MAIL),
        (r"رقم (?:ال)?(?:هاتف|جوال|موبايل)|فون نمبر|मोबाइल नंबर|फ़ोन नंबर|ফোন নম্বর|\bso [dđ]ien thoai\b|\btelefonni cislo\b|\b(?:lambarka )?taleefanka\b|\bномер телефон\w\b", _PHONE),
        (r"تاريخ (?:ال)?ميلاد|تاریخ پیدائش|जन्म तिथि|জন্ম তারিখ|\bngay sinh\b|\bszuletesi (?:datum|ido)\b", _BIRTH),
        ((r"رمز الدخول|رقم الهوية|\bкод (?:доступа|участник\w*)\b|\bαριθμοσ μητρωου\b|\b(?:survey|personal|tracking|unique|individual) link\b|\bbank details\b|\bcard number\b|"
         r"\bpayment reference\b|\b(?:code|codigo|codice|kod) person(?:nel|al|ale|alny)\b|\b(?:respondent|participant|person) uuid\b|\bmatr nr\b"), _NUMBER),
        (r"\b(?:skype|zoom|teams|discord|telegram|signal) (?:id|name|handle|account)\b|\b(?:enumerator|interviewer) (?:id|code|number)\b", _USER),
        (r"^(?:photo|photograph|picture|selfie|attachments?|uploads?|your photo|upload your photo|foto|bild)$", _PICTURE),
        (r"\bedit (?:url|link)\b|\bresume (?:url|link)\b|\breturn code\b", _NUMBER),
        (r"\b(?:my |your )?contact details\b$|\be ?mail (?:for|if you)\b", _MAIL),
        (r"\baddress(?: line)? \d\b|^rue et\b|^ulica i\b|^strasse und\b", _ADDRESS),
        (r"\bgeboren am\b", _BIRTH),
        ((r"\b(?:voucher code|cookie id|gerate id|mac address|browser fingerprint|numer czlonkowski|numero tessera|"
         r"rhif (?:staff|myfyriwr|aelod))\b"), _NUMBER),
        (r"\bnames? of (?:the |a |your |this )?(?:participant|respondent|contributor|patient|person|member|carer|child|parent|volunteer)\b", _A_NAME),
        ((r"\b(?:what are you called|how should we call you|wie heissen sie|wie heisst du|comment vous appelez vous|como se llama|"
         r"como te llamas|come ti chiami|come si chiama|como se chama|hoe heet (?:u|je)|jak sie (?:pani?|pan i) nazywa)\b"), _A_NAME),
        ((r"\b(?:vor und nachname|name und vorname|nom et prenom|nom et prenoms|nombre y apellidos?|nombre completo|nome e cognome|"
         r"nome completo|nom complet|nom de famille|voor en achternaam|imie i nazwisko|ad soyad|enw llawn|enw cyntaf|name vorname|"
         r"ime i prezime|fullt navn|fullstandigt namn|jmeno a prijmeni)\b"), _A_NAME),
        (rf"\b{_YOURS} (?:own |work |home |personal |private )?(?:e ?mails?|mail)(?: address| adresse)?(?! \w+ (?:good|helpful|answered))\b", _MAIL),
        (r"\be ?mail (?:address|addresses|adresse|adres|adresa|cim)\b", _MAIL),
        (r"\b(?:adresse|adres|direccion de|endereco de|indirizzo|cyfeiriad) (?:correo|e ?mail|mail|electronique|elektroniczny|e ?bost)\b", _MAIL),
        (r"\b(?:correo electronico|courrier electronique|posta elettronica|e bost|e post|e posta)\b", _MAIL),
        (r"\b(?:phone|mobile|telephone|tel|contact|cell|fax|whatsapp) ?(?:number|no|nr)\b", _PHONE),
        (rf"\b{_YOURS} (?:home |work |mobile )?(?:phone|telephone|mobile|telefon|telefono|telephone|telefone|telefoon|ffon)\b", _PHONE),
        (r"\b(?:numero de (?:telephone|telefono|telefone)|numero di telefono|numer telefonu|rhif ffon|telefon komorkowy|uimhir theileafoin)\b", _PHONE),
        (r"\b(?:home|postal|street|mailing|residential|current) address\b", _ADDRESS),
        (rf"\b{_YOURS} (?:full |home )?(?:address|adresse|anschrift|direccion|indirizzo|endereco|morada|adres|cyfeiriad)\b(?! (?:the|these|this|your|our|my)\b)",
         _ADDRESS),
        (r"\b(?:house (?:number|name)|street name|adresse postale|direccion postal|adres zamieszkania|adresse complete)\b", _ADDRESS),
        (r"\b(?:post|postal|zip) ?codes?\b", _POSTCODE),
        (r"\b(?:code postal|codigo postal|codice (?:di avviamento )?postale|kod pocztowy|cod post|zip postal)\b", _POSTCODE),
        (r"\b(?:date|year|month|day|place) of birth\b|\bbirth ?(?:date|day|year|place)\b|\bd o b\b|\bwhen were you born\b", _BIRTH),
        ((r"\b(?:date|lieu|annee) de naissance\b|\bfecha de nacimiento\b|\bdata di nascita\b|\bdata de nascimento\b|\bdata urodzenia\b|"
         r"\bdyddiad geni\b|\bdatum narozeni\b|\bdata nasterii\b|\bdogum tarihi\b|\bdata breithe\b|\bдата рождения\b|\bдата народження\b"), _BIRTH),
        (r"\bip ?(?:address|adresse|adres)\b|\b(?:adresse|direccion|indirizzo|endereco|adres) ip\b", _INTERNET),
        (r"\b(?:latitude|longitude)\b|\bgps (?:location|coordinates|position)\b|\blocation (?:latitude|longitude|altitude)\b", _PLACE),
        ((r"\buser ?names?\b|\b(?:submitted|entered|completed|created|modified|collected|filled in) by$|\bnom d utilisateur\b|"
         r"\bnombre de usuario\b|\bnome utente\b|\bnome de (?:usuario|utilizador)\b|\benw defnyddiwr\b"), _USER),
        (rf"\b{_PERSON} {_STANDS_FOR}\b", _NUMBER),
        (r"\b(?:kod|cod|code|codigo|codice|numero|numer|numar|identyfikator) (?:de |del |di |du |do |da |d |des |dla )?(?:l |la |le |el |il |o )?(?:uczestni\w+|ucastni\w+|particip\w+|partecip\w+|pacjent\w*|pacient\w*|patient\w*)\b", _NUMBER),
        ((r"\b(?:teilnehmer|mitglieds?|patienten|versicherten|kunden|personal|matrikel|sozialversicherungs|lidmaatschaps|deelnemers?|"
         r"studenten?|clienten?)(?:nummer|nr|id|code)\b"), _NUMBER),
        (r"\b(?:twitter|instagram|facebook|social media|x|linkedin|tiktok) (?:handle|name|account|profile)\b", _USER),
        (r"^(?:your |our )?(?:reference|ref)(?: (?:number|no|code))?$", _NUMBER),
        (r"\b(?:survey|redcap survey) identifier\b|^attribute ?\d+\b|^(?:invite )?custom ?(?:data|variable|field|value) ?\d*$|^x(?:[1-9]|10)$", _NUMBER),
        (r"\b(?:access|invite|invitation|personal|unique) (?:code|key|link|token|url)\b|\bexternal (?:data )?reference\b", _NUMBER),
        ((r"\b(?:code d acces|cle d acces|code d invitation|codigo de acceso|codice di accesso|codigo de acesso|kod dostepu|cod mynediad|"
         r"numero (?:de |d |di )?(?:la )?(?:securite sociale|seguridad social|adherent|membre|socio|etudiant|participant|participante)|numero di matricola|numero de aluno|rhif aelodaeth|"
         r"rhif gig|driving licen[cs]e|codice fiscale)\b"), _NUMBER),
    )
)  # fmt: skip
# What survey tools write of an answer, not of a person; numbers in such columns are no telephone numbers.
_OF_THE_ANSWER = frozenset(
    (
        "", "id", "response id", "responseid", "response", "antwort id", "id de la reponse", "id de respuesta", "id de resposta", "id risposta", "antwoord id", "id odpowiedzi", "unique response number", "urn", "submission id", "entry id", "instance id", "record id", "uuid",
        "formhub uuid", "meta instanceid", "meta rootuuid", "instanceid", "key", "index", "seed", "version", "submission time", "timestamp",
        "time stamp", "start", "end", "start time", "starttime", "end time", "completion time", "last modified time", "started", "ended",
        "start date", "startdate", "end date", "enddate", "recorded date", "recordeddate", "date submitted", "submitdate", "datestamp",
        "date started", "date last action", "date created", "date modified", "submission date", "last update date", "duration",
        "duration in seconds", "interviewtime", "total time", "time started", "network id of the form", "sessionid", "session id",
    )
)  # fmt: skip
_FILLERS = frozenset(
    ["please", "enter", "type", "give", "write", "state", "tell", "us", "the", "a", "an", "optional", "required", "if", "you", "wish", "like", "facultatif", "freiwillig", "opcional", "facultatief", "opcjonalnie", "facoltativo", "dewisol", "bitte", "le", "la", "el", "il", "de", "l", "o"]
)  # fmt: skip

_NOT_ASKED = re.compile(
    r"\bwithout (?:(?:using|giving|printing|publishing|mentioning|naming|showing) )?(?:your|my|any) (?:full |real |own )?names?\b"
    r"|\bnot (?:print|publish|use|mention|show)(?: or (?:print|publish|use|mention|show))? (?:your|my|any) (?:full |real |own )?names?\b"
)
"""Where a question promises that a name stays out, it asks for none."""
_DATE = re.compile(r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b")
_UUID = re.compile(r"(?i)\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
_A_DIGIT = re.compile(r"[0-9]")
_AN_ADDRESS = re.compile(
    r"[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}|\b[\w.+-]{1,64} ?@ ?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b|\b[\w.+-]{2,64} ?[\[({] ?(?:at|a|@|arroba) ?[\])}] ?[\w-]{2,}|\b[\w.+-]{2,64} at [\w-]{2,} dot [a-z]{2,}\b",
    re.IGNORECASE,
)
_A_PROFILE = re.compile(
    r"(?:^|(?<=\s))@(?!(?:home|work|school|college|night|weekends?|every(?:one|body)|team|lunch)\b)[A-Za-z_]\w{3,}|\b(?:facebook|instagram|twitter|linkedin|tiktok|t|wa)\.(?:com|me)/\w",
    re.IGNORECASE,
)
_AN_IP = re.compile(
    r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])|(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::|[0-9a-f]{1,4})(?::?[0-9a-f]{1,4})*(?![\w:])|(?<![\w:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*::(?:[0-9a-f]{1,4}:)*[0-9a-f]{1,4}(?![\w:])",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"\b(?:born|d\.?o\.?b\.?|geboren|n[ée]e?|nacid[oa]|nat[oa]|nascid[oa]|urodz\w+|ganwyd)\b\W{0,4}(?:on|am|le|el|il|em|op|the)?\W{0,2}(?:\d{1,2}|\d{4})[-/. ]\w{1,9}[-/. ]\d{2,4}\b",
    re.IGNORECASE,
)
_DIGITS = (
    (
        re.compile(r"(?<!\w)(?<!\d\.)(?:\+|00)?\d(?:[ ()-]{0,2}\d){9,13}(?!\w)"),
        _A_LONG_NUMBER,
    ),
    # In small letters only where it can hardly be anything else ("a4 2nd" is no postcode).
    (
        re.compile(
            r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[a-z]{1,2}\d[a-z\d]?\d[abd-hjlnp-uw-z]{2}(?<!st|nd|rd|th)\b|\b(?:[a-z]{2}\d[a-z\d]?|[a-z]\d[a-z\d]) \d[abd-hjlnp-uw-z]{2}(?<!st|nd|rd|th)\b"
        ),
        _POSTCODE,
    ),
    (re.compile(r"\b(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b"), _NUMBER),
    (
        re.compile(
            r"\b\d{1,4}[a-z]? (?:[A-Z][a-z']+ ){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Crescent|Terrace|Gardens|Grove|Court|Rd|Ave)\b"
        ),
        _ADDRESS,
    ),
    (re.compile(r"(?<![\d.])-?\d{1,2}\.\d{4,},? ?;?-?\d{1,3}\.\d{4,}"), _PLACE),
)
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_A_CODE = re.compile(r"(?=.*[A-Za-z])(?=.*\d)[A-Za-z\d][A-Za-z\d_-]{4,}")
_NO_CODE = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|am|pm|h|min|days?|weeks?|months?|years?|yrs?)\d*|\d[\dT:.Z_-]*|(?:19|20)\d\d-?Q\d|(?:19|20)\d\d-?W\d\d?(?:-\d)?"
    # Dates with the name of a month; coded answers and groups of age, as forms write them.
    r"|\d{1,2}[-_]?[a-z]{3,9}[-_]?\d{2,4}|[a-z]{3,9}[-_]\d{1,2}[-_]\d{2,4}|\d{4}[-_][a-z]{3,9}[-_]\d{1,2}|[a-z]+(?:[-_][a-z]+)*[-_]?\d{1,2}|\d{1,2}[-_][a-z]+(?:[-_][a-z]+)*|[a-z]+(?:[-_]\d{1,3}){1,3}|\d{1,3}[-_]\d{1,3}[a-z]*",
    re.IGNORECASE,
)
_SEVERAL = 3
"""Of so many cells in a column each may tell one person from the others."""
_TELLS_NOBODY = frozenset(
    ["anonymous", "anonymus", "anonym", "anonyme", "anonimo", "anoniem", "anonimowy", "dienw", "yes", "no", "y", "n", "true", "false", "0", "1", "ja", "nein", "oui", "non", "si", "tak", "nie", "checked", "unchecked", "na", "n/a", "null", "none", "-", ".", "?"]
)  # fmt: skip


def words_of(header: str) -> str:
    """A header as plain words: small letters without accents, camel case and underscores taken apart."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", header)
    return _words(spaced)


def _words(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold()).replace("ł", "l").replace("ø", "o").replace("ı", "i")
    # Marks above Latin letters are no part of the word; in other scripts they are.
    plain = "".join(c for c in plain if not unicodedata.combining(c) or not "\u0300" <= c <= "\u036f")
    plain = unicodedata.normalize("NFC", plain)
    return " ".join("".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in plain).split())


@cache
def identifying_column(header: str) -> str:
    """What a column could tell of who somebody is; empty where its name says nothing of the kind.

    >>> identifying_column("Your e-mail address")
    'an e-mail address'
    >>> identifying_column("Did what people said change anything?")
    ''
    """
    return term(_identifying(header))


def _identifying(header: str) -> str:
    text = _asked(words_of(header))
    # "RESPONDENTID" and "e-mail" are one word in two writings.
    for one in dict.fromkeys((text, _asked(_words(header)))):
        if one in _OF_THE_ANSWER:
            return ""
        if found := _in_words(one):
            return found
    return ""


def _asked(text: str) -> str:
    """What a header asks for, without the promise that a name stays out; where it speaks of names elsewhere too, the whole."""
    without = _NOT_ASKED.sub(" ", text)
    return text if re.search(r"\bnames?\b", without) else without


def _in_words(text: str) -> str:
    words = [w for w in text.split() if w not in _FILLERS] or text.split()
    if len(words) == 2 and words[-1] in ("name", "names") and words[0] in _NAMED_THINGS:
        return ""
    if words[:1] == ["redcap"] and words[1:] != ["survey", "identifier"]:
        return ""
    joined = "".join(words)
    if joined in _WHAT:
        return _WHAT[joined]
    for pattern, what in _PHRASES:
        if pattern.search(text):
            return what
    if joined in _LAST:
        return _LAST[joined]
    if len(words) <= 3 and (alone := next((_WHAT[w] for w in words if w in _WHAT), "")):
        return alone
    # "E-mail" falls apart into two words; it is one.
    if len(words) <= 3 and words[-2:] in (["e", "mail"], ["e", "mails"]):
        return _MAIL
    return _LAST.get(words[-1], "") if 1 <= len(words) <= 2 else ""


def tells_people_apart(cells: Iterable[str], header: Iterable[str] = ()) -> bool:
    """Whether the cells of a column could say who somebody is: not where all are empty, masked, or a plain yes and no."""
    own = {_words(h) for h in header}
    for cell in cells:
        text = cell.strip().casefold()
        if not text or text in _TELLS_NOBODY or not text.strip("*x#•-") or _words(text) in own:
            continue
        return True
    return False


def codes_of_persons(header: Iterable[str], cells: Iterable[str]) -> str:
    """What a column holds that stands for a person by its cells, whatever its header says and in whatever language.

    Access codes are letters and digits in one, and no two people have the same. What a survey tool numbers answers by, and
    versions, are none.
    """
    found = [cell for cell in cells if cell]
    if len(found) < _SEVERAL or len(set(found)) < len(found) or any(map(_of_the_answer, header)):
        return ""
    if not all(_A_CODE.fullmatch(cell) and not _NO_CODE.fullmatch(cell) for cell in found):
        return ""
    return term(_NUMBER)


def identifying_text(text: str, columns: tuple[str, ...] = ()) -> str:
    """What a text holds that could tell who somebody is: an address, a number, a postcode; empty where nothing is seen.

    Args:
        text: the text.
        columns: the names of the column; in one that a survey tool fills by itself, digits are no telephone number.
    """
    return term(_in_text(text, columns))


def _in_text(text: str, columns: tuple[str, ...]) -> str:
    if not text.isascii():
        # Digits of other scripts are digits, and so are wide ones.
        text = "".join(str(unicodedata.digit(c, c)) for c in unicodedata.normalize("NFKC", text)).translate(_DASHES)
    if _AN_ADDRESS.search(text):
        return _MAIL
    if _A_PROFILE.search(text):
        return _USER
    if not _A_DIGIT.search(text):
        return ""
    if _BORN.search(text):
        return _BIRTH
    without = _UUID.sub(" ", _DATE.sub(" ", text))
    if _AN_IP.search(without):
        return _INTERNET
    if any(map(_of_the_answer, columns)):
        return ""
    return next((what for pattern, what in _DIGITS if pattern.search(without)), "")


@cache
def _of_the_answer(column: str) -> bool:
    return words_of(column) in _OF_THE_ANSWER or "uuid" in words_of(column).split()
