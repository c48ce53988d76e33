"""What people wish to stay out, and what is nobody's answer, stays out: searched for in many words, and in the languages of surveys."""

from __future__ import annotations

from itertools import product

import pytest
from support import rows, shipped
from survey.answering import PROJECT

from involve_audit.load import read
from involve_audit.survey.consent import CONSENT, NO_CONSENT, about_taking_part, asks_to_quote, bare_consent
from involve_audit.survey.identifying import identifying_column, identifying_text
from involve_audit.survey.insert import views_in
from involve_audit.survey.meanings import Meanings
from involve_audit.survey.survey import read_sheet
from involve_audit.survey.withheld import speaks

POWER = next(p.asks_contributors for p in shipped().rubric.principles if p.id == "power")


@pytest.fixture
def add(here, run):
    def call(rows, *options):
        text = "".join(",".join('"' + c.replace('"', '""') + '"' for c in row) + "\n" for row in rows)
        (here / "export.csv").write_text(text, encoding="utf-8")
        (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
        done = run("views", "add", "project.yaml", "export.csv", "--round", "2026-05", "--anonymous", "yes", *options)
        views = views_in(read((here / "project.yaml").read_bytes()).tree)
        return done, views[0] if views else None

    return call


TAKEN_BACK = [
    *(
        f"{begin}{verb} {what}"
        for begin, verb, what in product(
            ("Please do not ", "I have changed my mind: don't ", "My words must not be: never "),
            ("use", "print", "publish", "share", "show", "quote", "repeat"),
            ("my words", "what I wrote", "my comments"),
        )
    ),
    *(f"{keep} my {what} {how}" for keep, what, how in product(("Keep", "Please treat"), ("answers", "story"), ("private", "confidential", "secret"))),
    "Consent withdrawn", "Withdrawal of consent", "Date on which consent was withdrawn", "Has revoked consent", "Opted out", "Off the record",
    "Not for publication", "I object to my words being used", "Widerruf der Einwilligung", "Bitte meine Worte nicht verwenden", "Einwilligung zurückgezogen",
    "Ne pas publier mes propos", "Consentement rétracté", "No publicar mis palabras", "Toestemming ingetrokken", "Mijn woorden niet gebruiken",
]  # fmt: skip


@rows("header", TAKEN_BACK)
def test_what_takes_consent_back_is_known(header):
    assert speaks(header) == "takes back"


@pytest.mark.parametrize("header", TAKEN_BACK[::5])
@pytest.mark.parametrize("cell", ["Yes", "x", "2026-05-09", "1", "✓", "if possible"])
def test_whoever_takes_consent_back_in_another_column_is_not_quoted(add, header, cell):
    people = [
        ["Yes", f"Word {n}", "Yes", said] for n, said in enumerate(["", cell, "", "No", "", "0", cell, "unchecked"])
    ]
    done, view = add([["power", "words", "quote", header], *people])
    assert done.code == 0, done.err
    assert view["words"] == [f"[words] Word {n}" for n in (0, 2, 3, 4, 5, 7)]
    assert "was heeded too" in done.err
    assert "columns of export.csv that were not counted" not in done.err


@pytest.mark.parametrize("header", ["Were people kept out of decisions?", "Was the room private?", "What should stay as it is?", "Did you use the toilet card?"])  # fmt: skip
def test_a_question_about_something_else_keeps_nobody_out(add, header):
    people = [["Yes", f"Word {n}", "Yes", "Yes"] for n in range(5)]
    _, view = add([["power", "words", "quote", header], *people])
    assert len(view["words"]) == 5


TAKING_PART = [
    *(f"{who} {will} to {share} in {what}" for who, will, share, what in product(("I", "Do you"), ("agree", "consent", "wish"), ("take part", "participate"),
                                                                                 ("this survey?", "the study", "this evaluation."))),
    "Consent to participate", "I have read the information and am happy to take part", "Einwilligung zur Teilnahme", "Ich bin mit der Teilnahme einverstanden",
    "Acceptez-vous de participer à cette enquête ?", "Toestemming voor deelname", "Consentimiento para participar",
]  # fmt: skip


@rows("header", TAKING_PART)
def test_the_question_whether_people_take_part_is_known(header):
    assert about_taking_part(header)


@rows("header", ["Would you be willing to take part in an interview?", "Do you agree that people took part?", "I want to take part again",
                                    "Did you agree to take part in decisions?", "Were people happy with the meetings?"])  # fmt: skip
def test_a_question_about_something_later_or_else_leaves_nobody_out(header):
    assert not about_taking_part(header)


@pytest.mark.parametrize("header", TAKING_PART[::4])
@pytest.mark.parametrize("no", ["No", "no, I do not agree", "Nein", "0", "I do not consent"])
def test_whoever_said_no_to_taking_part_is_not_counted(add, header, no):
    done, view = add([["power", header], *[["No", "Yes"]] * 5, *[["Yes", no]] * 2])
    assert done.code == 0, done.err
    assert view["answered"] == "5"
    assert "2 rows of export.csv left out, for these people said no to taking part" in done.err


@pytest.mark.parametrize("header", ["Consent", "Informed consent", "Consent given?", "Has the participant consented", "Einwilligung", "Consentement éclairé"])  # fmt: skip
def test_a_no_to_consent_that_does_not_say_to_what_is_asked_about(add, header):
    assert bare_consent(header)
    done, view = add([["power", header], *[["No", "Yes"]] * 5, ["Yes", "No"]])
    assert (done.code, view) == (2, None)
    assert "does not say to what" in done.err
    assert "export.csv:7" in done.err
    assert add([["power", header], *[["No", "Yes"]] * 5])[0].code == 0


@rows("answer", NO_CONSENT)
def test_nothing_makes_consent_of_a_no(answer):
    from involve_audit.survey.collect import Refused

    assert answer not in CONSENT
    with pytest.raises(Refused, match="this answer is no consent"):
        Meanings([f"quote:{answer}=yes"])


@rows("header", ["A gawn ni ddyfynnu eich geiriau?", "Får vi citera dig?", "Må vi citere dig i rapporten?", "Kan vi sitere deg i rapporten?",
                                    "Acceptez-vous que vos propos soient cités ?", "Dürfen wir Ihre Worte zitieren?", "¿Podemos citar sus palabras?"])  # fmt: skip
def test_leave_to_quote_is_known_in_the_languages_of_surveys(header):
    assert asks_to_quote(header)


def test_of_a_question_in_an_unknown_language_nothing_is_claimed():
    assert not asks_to_quote("Saammeko lainata teidän sanojanne raportissa?")


def test_where_nobody_was_asked_it_is_not_said_that_people_did_not_agree(add):
    done, _ = add([["power", "words"], *[["Yes", f"Word {n}"] for n in range(5)]])
    assert "it is not told that people agreed to be quoted: 5" in done.err


# --- marks of survey tools -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("header", "mark", "fine"),
    [
        *(("Status", mark, "IP") for mark in ("Umfragevorschau", "Aperçu de l'enquête", "Vista previa de la encuesta", "Anteprima", "Podgląd ankiety")),
        *((head, mark, "live") for head, mark in product(("Response mode", "Entry type", "Survey environment", "Submission source", "Link Type"), ("Test", "preview", "Testing"))),
        ("Beendet", "Falsch", "Wahr"), ("Terminé", "Faux", "Vrai"), ("Finalizado", "Falso", "Verdadero"), ("Fortschritt", "40", "100"),
        ("Completion date", "", "2026-05-03"), ("Completion date", "Incomplete", "2026-05-03"), ("Completion time", "", "5/3/2026 10:11"),
        ("Date submitted", "N/A", "2026-05-03 10:11:12"), ("Q_RelevantIDDuplicate", "true", "false"), ("Q_DuplicateRespondent", "True", "False"),
    ],
)  # fmt: skip
def test_rows_that_are_nobodys_finished_answer_are_left_out_in_whatever_language_they_are_marked(
    add, header, mark, fine
):
    done, view = add([["power", header], *[["No", fine]] * 5, *[["Yes", mark]] * 2])
    assert done.code == 0, done.err
    assert view["answered"] == "5"
    assert "2 rows of export.csv left out" in done.err


@pytest.mark.parametrize("header", ["Type of visit", "What was it for?", "Blood", "Source of support"])
def test_a_test_that_somebody_had_is_no_test_of_the_survey(add, header):
    _, view = add([["power", header], *[["No", "Test"]] * 3, *[["No", "Scan"]] * 3])
    assert view["answered"] == "6"


# --- tables that are not what they seem ------------------------------------------------------------


@pytest.mark.parametrize("mark", ["^", ":", "~", "  ", "§", " ; ; "])
def test_a_table_that_comes_to_one_column_says_what_may_be_wrong(add, here, run, mark):
    text = "".join(f"{a}{mark}{b}\n" for a, b in [("power", "timing"), ("Yes", "No"), ("No", "No"), ("No", "No")])
    for made in (text, "".join(f'"{line}"\n' for line in text.replace(mark, ",").splitlines())):
        (here / "odd.csv").write_text(made, encoding="utf-8")
        (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
        done = run("views", "add", "project.yaml", "odd.csv", "--round", "2026-05")
        if done.code == 2:
            assert "this is one column" in done.err, done.err


@pytest.mark.parametrize("line", [2, 3, 5])
def test_an_open_quotation_mark_is_named_by_its_line(here, run, line):
    rows = ["power,timing,words", *[f"Yes,No,word {n}" for n in range(5)]]
    rows[line - 1] = 'Yes,No,"never closed'
    (here / "odd.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
    done = run("views", "add", "project.yaml", "odd.csv", "--round", "2026-05")
    assert done.code == 2
    assert f"odd.csv:{line}: from here on" in done.err
    assert "quotation mark" in done.err


def test_principles_below_codes_are_headers(add):
    done, view = add([["Q1", "Q2", "Q3"], ["power", "timing", "words"], *[["No", "Yes", "Late"]] * 5])
    assert done.code == 0, done.err
    assert view["answered"] == "5"
    assert set(view["by_principle"]) == {"power", "timing"}


def test_an_answer_that_is_the_name_of_a_principle_is_a_persons(add):
    _, view = add([["power", "What matters most?"], ["Yes", "care"], *[["No", "timing"]] * 4])
    assert view["answered"] == "5"


def test_a_second_name_of_a_file_is_said(here, run):
    (here / "answers").mkdir()
    (here / "answers" / "a.csv").write_text("power\nYes\nNo\nNo\n", encoding="utf-8")
    (here / "answers" / "b.csv").symlink_to("a.csv")
    (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
    done = run("views", "add", "project.yaml", "answers", "--round", "2026-05", "--dry-run")
    assert done.code == 0
    assert "b.csv is another name of answers/a.csv and was counted once" in done.err.replace("\\", "/")


@pytest.mark.parametrize("ending", ["sav", "dta", "xml", "zip", "csv.gz", "rdata"])
def test_what_else_survey_tools_write_is_to_be_saved_as_csv(here, run, ending):
    (here / f"a.{ending}").write_bytes(b"<responses/>")
    (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
    done = run("views", "add", "project.yaml", f"a.{ending}", "--round", "2026-05")
    assert done.code == 2
    assert "CSV (UTF-8)" in done.err or "unpack it first" in done.err


# --- nobody known ----------------------------------------------------------------------------------


@rows("header", ["Kennwort", "Password", "Jeton", "Vouchercode", "RID", "Invite Custom Field 1", "Custom Value 2", "Account", "Who are you?",
                                    "Your details", "What should we call you?", "How can we reach you?", "How should we pay you?", "Ihre Daten", "Photo",
                                    "Upload your photo", "Attachments", "Edit URL", "Return code"])  # fmt: skip
def test_more_columns_that_say_who_somebody_is(header):
    assert identifying_column(header)


@rows("header", ["Submission ID", "_uuid", "Response URL", "Link", "Prize draw", "seed", "Details of the meeting", "What did the team call you in for?",
                                    "Photo wall", "How did we reach out?", "Account of what happened"])  # fmt: skip
def test_columns_that_say_nothing_of_who_somebody_is(header):
    assert not identifying_column(header)
    assert read_sheet(f"{header},power\na,Yes\nb,No\n".encode(), "a.csv").rows


IN_EVERY_LANGUAGE = ["名前", "ふりがな", "メール", "电话号码", "邮箱地址", "ईमेल", "फ़ोन", "जन्म तिथि", "জন্ম তারিখ", "ফোন", "ਫ਼ੋਨ", "ફોન", "தொலைபேசி", "فون نمبر", "ای میل", "رقم الهاتف", "البريد الإلكتروني", "الاسم الكامل",
                     "Adınız", "Telefonul", "Születési dátum", "Telefonní číslo", "Ime i prezime", "Código personal", "Kod uczestnika", "Kód účastníka", "Код участника", "Số điện thoại", "Lambarka taleefanka",
                     "Wie können wir Sie erreichen?", "¿Cómo podemos contactarle?", "Comment pouvons-nous vous joindre ?", "Survey link", "Bank details", "Name of your GP", "What shall we call you?"]  # fmt: skip


@pytest.mark.parametrize("header", IN_EVERY_LANGUAGE)
def test_what_says_who_somebody_is_is_known_in_the_languages_that_people_speak(header):
    assert identifying_column(header)


@pytest.mark.parametrize("header", ["Handy hints", "Adresse des Projekts", "Mel", "Town hall meetings"])
def test_words_that_are_also_about_something_else_count_alone_or_last(header):
    assert bool(identifying_column(header)) == (header == "Mel")


@pytest.mark.parametrize("header", ["Clave", "Ключ", "密钥", "Schlüssel", "q17", "Worker"])
def test_codes_of_which_no_two_are_the_same_stand_for_persons_whatever_the_header_says(add, header):
    done, view = add([[header, "power"], *[[code, "Yes"] for code in ("K7a9x", "Qm22b", "Zz81p", "T0p4L")]])
    assert (done.code, view) == (2, None)
    assert "holds what looks like a number or code that stands for a person" in done.err
    assert "K7a9x" not in done.err


@pytest.mark.parametrize("cells", [["AO01", "AO02", "AO03"], ["option_1", "option_2", "option_3"], ["2026-05-03", "2026-05-04", "2026-05-05"], ["vVh3Jd8aQ2"] * 3, ["10:01:02", "10:02:02", "10:03:02"], ["Week12", "Week13", "Week14"], ["03-May-2026", "04-May-2026", "05-May-2026"], ["3May2026", "4May2026", "5May2026"], ["5-agree", "3-neutral", "1-disagree"], ["age_18_24", "age_25_34", "age_35_44"],
            ["strongly_agree_5", "agree_4", "neutral_3"], ["10h30", "11h45", "12h15"], ["2026-W18", "2026-W19", "2026-W20"],
                                   ["Meeting", "Reading", "Interviews"], ["12345", "23456", "34567"]])  # fmt: skip
def test_coded_answers_dates_and_versions_stand_for_nobody(add, cells):
    assert add([["q17", "power"], *[[cell, "Yes"] for cell in cells]])[0].code == 0


@pytest.mark.parametrize("text", ["jo.bloggs[at]example.org", "Write to jo at example dot org", "jo @ example.org", "@jobloggs", "see facebook.com/jo.bloggs", "born 3/4/1961", "geboren am 3.4.1961", "DOB: 03-04-1961", "AB123456C",
                                  "2001:db8::ff00:42:8329", "10 Downing Street", "٠٧٧٠٠٩٠٠١٢٣", "０９０−１２３４−５６７８", "ls29jt", "ls2 9jt"])  # fmt: skip
def test_marks_in_cells_that_say_who_somebody_is(text):
    assert identifying_text(f"Late papers, {text}")


@pytest.mark.parametrize("text", ["meet @ 10.30", "working @home", "at 10:30 to 12:30:15", "£25 per hour, 2 hours", "in 2024-2025", "the a4 2nd page", "we met at the dot", "one in 3 or 4", "10 Long days", "nobody was born yesterday", "12 Weeks"])  # fmt: skip
def test_marks_in_cells_that_say_nothing_of_who_somebody_is(text):
    assert not identifying_text(text)


@pytest.mark.parametrize(("header", "mark", "fine"), [
    ("Antworttyp", "Umfragevorschau", "IP-Adresse"), ("Type de réponse", "Aperçu de l'enquête", "Adresse IP"), ("Tipo de respuesta", "Vista previa de la encuesta", "Dirección IP"), ("Anything else?", "test, please ignore", "More time"),
    ("Is Test Data", "1", "0"), ("Test response?", "x", ""), ("record_id", "TEST-1", "7"), ("MODE", "pretest", "interview"), ("review_status", "REJECTED", "APPROVED"), ("Entry_Status", "Incomplete", "Submitted"), ("ID.completed", "0", "1"),
    ("dispcode", "22", "31"), ("% Complete", "33.3%", "100%"), ("Completion (%)", "50", "100"), ("Exclude from analysis?", "Yes", "No"), ("Exclude", "x", ""), ("Status", "Withdrawn", "Active"), ("Participation status", "withdrew in June", "ongoing"),
    ("Withdrawn", "Yes", "No"), ("Withdrawn?", "x", ""), ("Withdrawal date", "2026-05-09", ""), ("Participant withdrew on", "9 May", ""), ("Date withdrawn from the study", "09/05/2026", ""), ("Zurückgezogen am", "9.5.2026", ""), ("withdrawn", "1", "0"),
])  # fmt: skip
def test_rows_that_a_tool_or_a_person_marks_are_left_out_and_said(add, header, mark, fine):
    kept = [[f"{n}" if fine == "7" else fine, "No"] for n in range(5)]
    done, view = add([[header, "power"], *kept, [mark, "Yes"]])
    assert done.code == 0, done.err
    assert view["answered"] == "5"
    assert "1 row of export.csv left out, marked there as" in done.err


@pytest.mark.parametrize(("header", "cells"), [("Excluded", ["Yes", "No"]), ("Ignored", ["Yes", "No"]), ("Ignored in the report", ["Yes", "No"]), ("Test", ["x", ""]), ("Dropped", ["Yes", "No"]), ("What was it for?", ["Test", "Scan"]),
                                               ("Ended", ["Yes", "No"]), ("Complete", ["mostly", "no"])])  # fmt: skip
def test_what_people_answer_is_no_mark_of_their_row(add, header, cells):
    done, view = add([[header, "power"], *[[cells[n % 2], "No"] for n in range(6)]])
    assert done.code == 0, done.err
    assert view["answered"] == "6"


DECLINING = ["I do not want to take part", "No, I don't wish to participate.", "I would rather not", "Count me out", "not taking part",
             "Ich möchte nicht teilnehmen", "☐", "I decline"]  # fmt: skip


@pytest.mark.parametrize("no", DECLINING)
def test_whoever_says_in_a_sentence_that_they_do_not_take_part_is_not_counted(add, no):
    done, view = add([["power", "Do you want to take part in this survey?"], *[["No", "Yes"]] * 5, ["Yes", no]])
    assert (done.code, view["answered"]) == (0, "5"), done.err


@pytest.mark.parametrize(("ticked", "counted"), [("Yes", 5), ("checked", 5), ("", 6), ("No", 6), ("0", 6)])
def test_a_box_that_says_no_is_ticked_by_those_who_do_not_take_part(add, ticked, counted):
    done, view = add([["power", "I do not want to take part"], *[["No", ""]] * 5, ["Yes", ticked]])
    assert (done.code, view["answered"]) == (0, str(counted)), done.err


def test_what_may_be_a_no_to_taking_part_is_asked_about(add):
    done, view = add(
        [["power", "Do you agree to take part?"], *[["No", "Yes"]] * 5, ["Yes", "Not sure this is for me"]]
    )
    assert (done.code, view) == (2, None)
    assert "may say no to taking part" in done.err


@pytest.mark.parametrize("yes", ["I want to take part", "Yes, I want to take part", "Happy to", "Gladly"])
def test_whoever_takes_part_is_counted(add, yes):
    done, view = add([["power", "Do you agree to take part?"], *[["No", "Yes"]] * 5, ["Yes", yes]])
    assert (done.code, view["answered"]) == (0, "6"), done.err
