"""Nobody's words are printed who did not plainly agree: searched for in questions, answers and words put together from their parts."""

from __future__ import annotations

from itertools import product

import pytest
from support import rows
from survey.answering import answers, hand_in

from involve_audit.survey import survey, view_entry
from involve_audit.survey.collect import Refused, read_answers
from involve_audit.survey.consent import asks_to_quote
from involve_audit.survey.meanings import Meanings
from involve_audit.survey.withheld import holds_back, speaks, told_in_confidence

PLAIN = [
    "I give permission for anonymised quotes to be used in reports and presentations", "Do you agree to anonymised quotes being published?",
    "I am happy for direct quotes to be used",
    *(f"{may} {what}{how}?" for may, what, how in product(
        ("May we", "Can we", "Are you happy for us to", "I agree that you may", "Is it OK if we", "Do we have your permission to"),
        ("quote you", "use your words", "publish what you said", "share your comments", "print your answers"),
        ("", " anonymously", " in our report", ", without your name"))),
    *(f"{agree} to be quoted{how}" for agree, how in product(
        ("I agree", "I am happy", "Are you willing", "Do you consent", "Would you be happy", "Has agreed", "Consent", "Tick this box if you are happy"),
        ("", " in reports and publications", " without my name"))),
    "I give permission for my words to be used in reports", "Do you consent to the use of anonymous quotes in our publications?", "May your comments be published?",
    "Dürfen wir Sie zitieren?", "Sind Sie damit einverstanden, dass wir Ihre Worte veröffentlichen?", "Pouvons-nous vous citer ?", "Acceptez-vous que vos propos soient cités ?",
    "¿Podemos citar sus palabras en el informe?", "¿Acepta que se publiquen sus palabras?", "Podemos citar as suas palavras?", "Possiamo citare le sue parole?",
    "Mogen wij u citeren?", "Gaat u ermee akkoord dat wij uw woorden publiceren?", "Czy możemy zacytować Pani słowa?", "A gawn ni ddyfynnu eich geiriau?",
    "Får vi citera dig?", "Må vi citere dig i rapporten?", "Kan vi sitere deg i rapporten?",
]  # fmt: skip
BESIDE = ["{}", "12. {}", "G2Q1[SQ001]. {}", "{} (yes/no)", "Consent: {}", "{} – Yes", "{} [Yes]", "views/{}", "<b>{}</b> *", "{} (We will not print your name.)", "{}. You can withdraw at any time."]  # fmt: skip
CHANGES = (
    "not", "never", "no", "none", "nothing", "nobody", "without", "only", "unless", "if", "when", "once", "before", "after", "until", "rather", "prefer",
    "unhappy", "unwilling", "refuse", "object", "mind", "worry", "instead", "paraphrase", "team", "staff", "funder", "internally", "privately", "confidentially",
    "boss", "carer", "photo", "record", "contact", "checking", "approval", "except", "hardly", "nicht", "kein", "keine", "nie", "nur", "wenn", "falls",
    "ohne", "erst", "ungern", "ne", "pas", "jamais", "aucun", "seulement", "sauf", "nunca", "ningún", "solo", "salvo", "sin", "não", "nenhum", "só", "apenas",
    "se", "non", "nessun", "mai", "soltanto", "senza", "niet", "geen", "nooit", "alleen", "zonder", "als", "tylko", "bez", "jeśli", "ddim", "byth", "dim",
    "inte", "aldrig", "bara", "utan", "ikke", "aldri", "kun", "uden", "hvis",
)  # fmt: skip
LIMITS = ("only inside the team", "if you may check it first", "after you have seen it", "unless you say otherwise", "but not in the report", "to the funder", "in our internal report",
          "under your full name", "as little as possible", "with the research team", "when the project is over", "nur im Team", "wenn Sie es vorher lesen", "seulement en interne", "solo para el equipo")  # fmt: skip
OPPOSITE = [
    *(f"{begin} {quoted}" for begin, quoted in product(
        ("I would prefer not", "I'd rather not", "I do not wish", "Are you unhappy", "Would you refuse", "Would you hate", "I am not willing", "I never agreed", "Are you afraid"),
        ("to be quoted", "to have my words used", "to see my words printed"))),
    *(f"{begin} {what}" for begin, what in product(
        ("Tick yes if none of your words may be", "I would prefer that nothing I wrote is", "Should your words never be", "Do you mind if your words are", "My words should not be", "Untick if your words may be"),
        ("quoted", "published", "used", "shared"))),
    "Would you rather we paraphrase you than quote you?", "Would being quoted worry you?", "Have you been quoted?", "Did we quote you?", "Are you happy with the quotes in our report?",
    "Ich möchte nicht zitiert werden", "Je ne souhaite pas que mes paroles soient citées", "Prefiero no ser citado", "Não quero ser citada", "Non voglio essere citato", "Ik wil niet geciteerd worden",
    "Nie chcę być cytowana", "Jag vill inte bli citerad", "Jeg vil ikke siteres", "May we use your answers?", "May we use your name?", "May we share this?", "May we quote you? Your name will be printed.",
    "Are you willing to share your story?", "Dürfen wir Ihre Antworten verwenden?", "Kan du dela dina ord?", "¿Acepta compartir sus palabras?", "Können Sie Ihre Kommentare teilen?", "Acceptez-vous de partager vos commentaires ?",
]  # fmt: skip


def printed(rows, *told):
    """The words that would be written of a table, and what is said; None where it is refused."""
    text = "".join(",".join('"' + c.replace('"', '""') + '"' for c in row) + "\n" for row in rows)
    try:
        meanings = Meanings(told)
        sheet = survey.read_sheet(text.encode(), "t.csv", (), meanings)
        columns = {"power": (0,), "words": (1,), "quote": (2,)}
        found = survey.of_sheet(sheet, columns, meanings, "contributors", "2026-05")
    except Refused as problem:
        return None, [str(problem)]
    return [w.rpartition("] ")[2] for p in found.people for w in p.words], [*found.notes, *view_entry.kept_back(found)]


def test_plain_questions_are_understood():
    missed = [header for each, beside in product(PLAIN, BESIDE) if not asks_to_quote(header := beside.format(each))]
    assert not missed


def test_one_word_more_that_denies_limits_or_sets_a_condition_and_a_question_is_no_longer_understood():
    """The rule knows the words that may stand there, so it needs no list of those that may not."""
    taken = []
    for question in PLAIN[::6] + PLAIN[-15:]:
        words = question.split()
        for change in CHANGES:
            if change in question.casefold().split():
                continue
            made = (" ".join((*words[:at], change, *words[at:])) for at in range(len(words) + 1))
            taken += [header for header in made if asks_to_quote(header)]
    assert not taken


def test_the_opposite_a_condition_or_a_smaller_audience_is_not_understood_wherever_it_stands():
    limited = [
        made
        for each, limit in product(PLAIN, LIMITS)
        for made in (f"{each} {limit}", f"{limit}: {each}", f"{each} ({limit})", f"{each} – Yes, {limit}")
    ]
    assert not [header for header in (*OPPOSITE, *limited) if asks_to_quote(header)]


@rows(
    "header",
    [
        *OPPOSITE[::7],
        "May we quote you inside the team only?",
        "May we quote you without your name after you have checked it?",
    ],
)
def test_a_question_that_is_not_understood_is_refused_and_the_way_out_is_said(header):
    words, (says,) = printed([["power", "words", header], ["Yes", "a", "yes"], ["Yes", "b", "no"], ["No", "c", "yes"]])
    assert words is None
    assert "is not known to ask plainly whether people may be quoted" in says
    assert "with the header `quote`" in says


ASKS = ["May we share what you said?", "I agree that my answers may be used in research", "Do you consent to us storing your data?", "I agree that my words may be shown to the funder", "Consent to data sharing", "Dürfen wir Sie zitieren?"]  # fmt: skip
TAKES_BACK = ["Please do not use my words", "Consent withdrawn", "Have you changed your mind about being quoted?", "Keep my answers private", "Please destroy my answers", "do_not_quote",
              "Rückzug der Einwilligung", "Samtykke trukket tilbake", "Retrait du consentement"]  # fmt: skip
UNCLEAR = [
    "I would like my words back", "Do you want to approve your words?", "Darf das Team Ihre Worte lesen?", "Sharing preference", "Right to erasure", "Opt in",
   "How should we treat your comments?", "Who may read your comments", "Data use", "Veux-tu retirer tes réponses ?", "I do not object to being quoted", "I have no objection to my words being used",
           "I do not wish to withdraw my consent", "Have you changed your mind about not being quoted?", "May we quote you only inside the team?", "Publication", "Confidentiality",
           "Möchten Sie Ihre Einwilligung nicht widerrufen?", "Wish to have words kept or deleted",
           "Samtykke lapsed", "Consent lapsed", "Consent no longer", "Former consent", "Tynnu caniatâd yn ôl", "A retiré son consentement", "Who can see this?", "Sharing level", "Privacy preference",
           "Data deletion request"]  # fmt: skip
OTHERS = ["Yes, but ask me", "Not outside the group", "Confidential", "Withdrawn", "2", "x", "✓", "For the team only", "perhaps", "nur intern", "se possibile", "not sure", "partly", "never", "neutral"]  # fmt: skip


@pytest.mark.parametrize(("kind", "headers", "lets_stand"), [
    ("asks", ASKS, ("Yes", "yes please", "Ja", "Oui", "")), ("takes back", TAKES_BACK, ("No", "0", "unchecked", "Nein", "")), ("unclear", UNCLEAR, ("",)),
])  # fmt: skip
def test_a_second_column_keeps_out_whoever_says_anything_but_what_plainly_lets_words_stand(kind, headers, lets_stand):
    for header in headers:
        assert speaks(header) == kind, header
        cells = [*OTHERS, "Yes", "No", "Oui", "0", "yes please", "Ja", "Nein", "unchecked", ""]
        words, says = printed(
            [["power", "words", "quote", header], *[["Yes", f"<{cell}>", "Yes", cell] for cell in cells]]
        )
        assert words == [f"<{cell}>" for cell in cells if cell in lets_stand], header
        out = len(cells) - len(words)
        (said,) = [each for each in says if "was heeded too" in each]
        assert f"({out} people who had said yes)" in said
        assert any(each.endswith(f": {out}") for each in says)


ABOUT_SOMETHING_ELSE = ["Did you know who would read your answers?", "Was it clear how your data would be used?", "Have your views been heard?", "How did the team use your feedback?", "What changed because of your feedback?",
                        "Were your comments acted on?", "Can you say no?", "Do you agree with the decision?", "Was information shared with you?", "Did people share power?", "May we use your photo?", "May we contact you again?",
                        "Was the room private?", "consent_complete", "consent_timestamp", "Status", "Timestamp", "Duration (in seconds)", "Finished", "Do you agree to take part in this survey?",
                        "I understand that taking part is voluntary, I can withdraw at any time without giving a reason, and I consent to take part."]  # fmt: skip


def test_other_questions_keep_nobody_out():
    assert not [header for header in ABOUT_SOMETHING_ELSE if speaks(header)]


def test_a_date_below_consent_is_that_on_which_it_was_given_and_none_elsewhere():
    for header, kept in (
        ("Consent", ["w"]),
        ("Date of consent", ["w"]),
        ("Consent withdrawn", []),
        ("Date consent was withdrawn", []),
        ("May we share what you said?", []),
    ):
        assert printed([["power", "words", "quote", header], ["Yes", "w", "Yes", "2026-05-03 10:01"]])[0] == kept, (
            header
        )


TAKEN_BACK = [
    *(f"{begin} {end}" for begin, end in product(("Please do not", "I would rather you did not", "Please don't ever", "I do not want you to"), ("print this", "quote me", "publish what I wrote", "use my words"))),
    *(f"{verb} my {what}" for verb, what in product(("I withdraw", "I hereby revoke", "I want to withdraw"), ("consent", "permission to be quoted", "words"))),
    *(f"{please}{keep}" for please, keep in product(("", "Please "), ("keep this between us", "keep my comments private", "treat this as confidential", "delete my answers", "destroy what I said"))),
"pls dont print", "Don't tell anyone", "don't put this in the report", "I'd like this kept private", "Nobody else should read this", "Please ignore what I said", "I'd rather this wasn't printed", "I don't want anyone to read this",
    "You may not quote me", "I don't give permission", "I don't want this in the report", "I'd be in trouble if this got out", "Yes, but do not quote me", "can you delete this please", "N'imprimez pas ceci", "Bitte nicht weitersagen",
        "Not for publication", "Off the record", "This is strictly confidential", "Only after I have checked it", "Yes, if I can check it first", "For the team only", "Not to be quoted", "I take that back",
    "I have changed my mind about being quoted", "None of this may be quoted", "My words must not be shared", "I told you this in confidence", "between you and me", "Not outside the group", "internal use only",
    "Bitte nicht veröffentlichen", "Ich möchte nicht zitiert werden", "Ich widerrufe meine Einwilligung", "Vertraulich", "Ne pas publier", "Ne me citez pas", "Je retire mon consentement", "No publicar",
    "No quiero que me citen", "Não publicar", "Não quero ser citada", "Non pubblicare", "Non voglio essere citato", "Niet publiceren", "Vertrouwelijk", "Proszę nie publikować", "Peidiwch â dyfynnu", "Får inte citeras",
    "Må ikke siteres", "You can quote only the first sentence", "Please keep this out of the report", "Please do not use the second part", "Please rewrite this before you print it", "This could identify me",
    "People will know it was me", "Bitte zitieren Sie das nicht", "Nicht für den Bericht", "Pas pour le rapport", "No es para el informe", "لا تنشر هذا", "لا تقتبسوا كلامي", "یہ شائع نہ کریں", "कृपया इसे न छापें", "এটি প্রকাশ করবেন না",
    "ਇਹ ਨਾ ਛਾਪੋ", "આ ન છાપો", "இதை வெளியிட வேண்டாம்", "请勿引用", "請不要公開", "引用しないでください", "공개하지 마세요", "Не публиковать", "Не цитируйте меня", "Не цитуйте мене", "Nezveřejňovat", "Kérem, ne idézzenek", "Vă rog nu publicați",
    "Lütfen yayınlamayın", "Älkää julkaisko tätä", "Μην το δημοσιεύσετε", "Ha daabicin", "Đừng trích dẫn",
    "Nur unter uns", "Das bleibt bitte unter uns", "Das muss nicht in den Bericht", "Que quede entre nosotros", "Que cela reste entre nous", "Onder ons gezegd", "Dit blijft onder ons", "Liever niet in het verslag", "To zostaje między nami",
    "Resti fra noi", "Preferisco non essere citata", "Que fique entre nós", "Prefiro não ser citado", "Mellem os sagt", "Det blir mellan oss", "Bare mellom oss", "Rhyngoch chi a fi", "Cadwch hyn yn breifat",
    "Mum's the word", "Keep this under your hat", "Off record please", "Chatham House rule applies", "This stays in the room", "What I say here stays here", "Pls dont put this in ur report", "I don't want this going any further", "Please take my name and comments off",
]  # fmt: skip
LEFT = ["Es gab nichts zwischen uns und dem Team", "Unter uns Betroffenen gab es Streit", "Entre nous et les chercheurs il y avait de la distance", "Tra noi e loro c'era rispetto", "Onder ons waren veel nieuwe mensen", "Między nami a zespołem było napięcie",
        "Papers stayed in the room", "They ask me first now", "They took my comments off the table", "Nothing changed between us and the clinic",
        "We were never quoted", "They never shared the minutes with us", "The report was not published for a year", "They kept it private", "The meetings were confidential", "Nothing I said was used",
        "They deleted my comments from the minutes", "Do not use jargon", "I did not get to share my views", "I do not agree with how my words were used", "Only the loud ones are heard", "Just for the money",
        "It is only for the team to decide", "Nobody quoted us", "We do not share the power", "Without my carer I could not come", "After I spoke nobody answered", "There was no publication for two years",
        "I withdrew from this project because it was late", "They should publish the report", "Please send papers earlier, and do not share them late", "No use at all", "Non citizens were left out", "They collect feedback but never use it", "You don't tell us what happens", "You never quote us",
    "The lift is broken, you cannot use it", "They ask and do not tell us why", "Don't put it all on one person", "Do not let anyone dominate", "Do not tell people it is co-production if it is not",
    "They meet and keep it secret", "We would come if it came out earlier", "I do not want to repeat it all again", "I don't want this to be another talking shop", "Never use the small room", "I object to the early start",
    "They listen and then leave us out of the minutes", "They quote only the loud ones", "Please keep jargon out of the report", "They publish before we have read it", "Use only plain words", "Only the team decided",
    "Они не отвечают на вопросы", "会议太长了", "Toplantılar çok uzun", "الاجتماعات طويلة", "They ask us to delete old forms", "The consent form was too long", "I agreed to be quoted and heard nothing"]  # fmt: skip


def test_words_that_ask_to_stay_out_are_found_alone_and_among_others():
    ways = (
        "{}",
        "Late papers ({})",
        "Late papers. {}!",
        "{}. The papers came late.",
        "Late papers - {}",
        "Late papers\n{}",
    )
    assert not [text for each, way in product(TAKEN_BACK, ways) if not holds_back(text := way.format(each))]


def test_a_complaint_that_others_kept_something_to_themselves_is_not_silenced():
    assert not [text for text in LEFT if holds_back(text) or holds_back(f"Late papers. {text}.")]


@rows("text", TAKEN_BACK[::5])
def test_whoever_takes_their_words_back_in_any_cell_is_not_quoted(text):
    rest = [["Yes", f"w{n}", "Yes", "blue"] for n in range(4)]
    words, says = printed([["power", "words", "quote", "Colour"], ["Yes", f"Late papers. {text}", "Yes", ""], *rest])
    assert words == ["w0", "w1", "w2", "w3"]
    assert any(each.endswith("takes it back or limits it, or may: 1") for each in says)
    assert not any("was heeded too" in each for each in says)
    words, says = printed([["power", "words", "quote", "Colour"], ["Yes", "Late papers", "Yes", text], *rest])
    assert words == ["w0", "w1", "w2", "w3"]
    (said,) = [each for each in says if "was heeded too" in each]
    assert "these people are not quoted (1 person who had said yes)" in said
    assert text not in "".join(says)


@pytest.mark.parametrize("text", TAKEN_BACK[::9])
def test_the_same_holds_of_the_files_of_the_questionnaire(here, text):
    words = [
        {"said": "Late papers", "quote": "yes"},
        {"said": text, "quote": "yes"},
        {"said": "And cold", "quote": "no"},
    ]
    hand_in(here / "answers", answers(1, words=words))
    _file, person = read_answers((here / "answers" / "answers-0.json").read_bytes(), "a.json")
    assert (person.words, person.taken_back, person.unquoted) == ((), 2, 1)


def test_of_few_people_no_number_of_those_who_are_kept_out_is_said():
    rows = [["power", "words", "quote", "Data use"], *[["Yes", "w", "Yes", cell] for cell in ("Not for print", "", "")]]
    words, says = printed(rows)
    assert words == ["w", "w"]
    assert not [each for each in says if "1" in each]


@pytest.mark.parametrize("header", ["Anything you want to tell us in confidence?", "Your confidential comments", "Comments (for the team only)", "Comments, not to be quoted"])  # fmt: skip
def test_words_that_were_asked_for_in_confidence_are_not_kept(header):
    assert told_in_confidence(header)
    words, says = printed([["power", header, "quote"], *[["Yes", f"w{n}", "Yes"] for n in range(5)]])
    assert words == []
    assert any("asks for words in confidence, or may; none of them is kept" in each for each in says)


@pytest.mark.parametrize("header", ["Anything else? (Please do not include names.)", "Any other comments?", "Comments (please don't write any personal details)", "Were you kept out of anything?"])  # fmt: skip
def test_a_question_that_asks_for_no_names_is_no_confidence(header):
    assert not told_in_confidence(header)
    assert printed([["power", header, "quote"], ["Yes", "w", "Yes"]])[0] == ["w"]


@pytest.mark.parametrize(
    "told", ["Not outside the group", "only if I can check it", "no, never", "please do not print this"]
)
def test_nothing_that_is_told_makes_consent_of_words_that_hold_it_back(told):
    with pytest.raises(Refused, match="this answer is no consent"):
        Meanings([f"quote:{told}=yes"])


@pytest.mark.parametrize("rows", [[["power"], ["Yes (not really)"], ["Yes"], ["No"], ["No"]], [["power", "timing"], ["quite", "rather"], ["Yes", "No"], ["No", "No"]]])  # fmt: skip
def test_a_first_person_who_answers_in_other_words_is_not_to_be_taken_out_as_a_header(rows):
    _words, (says,) = printed_alone(rows)
    assert "If this line is a person, say what the answer means with --value" in says
    assert "only if it is a second row of headers, take it out" in says


@pytest.mark.parametrize("beside", ["2026/05/03 10:01:02 am GMT+1", "Yes", "7", "R_1aB"])
def test_a_row_that_is_somebodys_for_certain_is_never_called_a_header(beside):
    _words, (says,) = printed_alone([["When", "power"], [beside, "Yes;Partly"], ["x", "Yes"], ["y", "No"]])
    assert "--value" in says
    assert "header" not in says


@pytest.mark.parametrize(
    "first",
    [
        ["2026/05/03 10:01:02 am GMT+1", "Yes", "Response"],
        ["x", "Yes", "Other (please specify)"],
        ["2026-05-03", "Yes", "Other (please specify)"],
    ],
)
def test_a_first_person_is_never_taken_for_a_row_of_headers_without_a_word(first):
    text = "".join(
        ",".join(row) + "\n"
        for row in [["When", "power", "How did you join?"], first, ["y", "Yes", "A friend"], ["z", "No", "A friend"]]
    )
    assert len(survey.read_sheet(text.encode(), "t.csv").rows) == 3


def printed_alone(rows):
    text = "".join(",".join(row) + "\n" for row in rows)
    sheet = survey.read_sheet(text.encode(), "t.csv")
    with pytest.raises(Refused) as refused:
        survey.of_sheet(sheet, survey.guessed(sheet, {}), Meanings(), "contributors", "2026-05")
    return None, [str(refused.value)]


@pytest.mark.parametrize("note", ["Rang on 4 June: does not want her comments in the report", "Asked us to remove his quote", "No longer wants their words published", "Withdrew in June", "Opted out by e-mail"])  # fmt: skip
def test_what_somebody_notes_of_a_person_beside_their_answers_keeps_them_out(note):
    rest = [["No", f"w{n}", "Yes", "came by bus"] for n in range(4)]
    words, says = printed([["power", "words", "quote", "Notes (admin)"], ["Yes", "first", "Yes", note], *rest])
    assert words == ["w0", "w1", "w2", "w3"]
    assert any("was heeded too" in each for each in says)


def test_a_question_of_consent_lets_words_stand_only_where_every_word_of_it_is_known():
    """Whatever else may stand there ("lapsed", "former", a word of another language) may take consent back."""
    taken = []
    for question in (
        "Consent to data sharing",
        "I agree that my words may be shown to the funder",
        "Permission to use comments",
    ):
        words = question.split()
        for strange in (
            "lapsed",
            "former",
            "expired",
            "formerly",
            "ended",
            "peruttu",
            "visszavonva",
            "anulado",
            "hardly",
        ):
            made = (" ".join((*words[:at], strange, *words[at:])) for at in range(len(words) + 1))
            taken += [header for header in made if speaks(header) == "asks"]
    assert not taken
