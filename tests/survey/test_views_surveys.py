"""Exports of survey tools, each with the headers that the tool really writes; the people and what they say are invented."""

from __future__ import annotations

import pytest
from support import shipped
from survey.answering import PROJECT

from involve_audit.load import read
from involve_audit.survey.insert import views_in

ASKED = {p.id: p.asks_contributors for p in shipped().rubric.principles}
POWER, CARE = ASKED["power"], ASKED["care"]


@pytest.fixture
def project(here):
    (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
    return here


@pytest.fixture
def add(project, run):
    """Hand in a text as a table; what came of it, and the view that was written."""

    def call(text, *options, name="export.csv", encoding="utf-8"):
        (project / name).write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        (project / "project.yaml").write_text(PROJECT, encoding="utf-8")
        done = run("views", "add", "project.yaml", name, "--round", "2026-05", "--anonymous", "yes", *options)
        views = views_in(read((project / "project.yaml").read_bytes()).tree)
        return done, views[0] if views else None

    return call


def table(*rows):
    return "".join(",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\r\n" for row in rows)


# --- Qualtrics -------------------------------------------------------------------------------------

Q_CODES = ["StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate", "ResponseId",
           "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference", "LocationLatitude", "LocationLongitude",
           "DistributionChannel", "UserLanguage", "Q3", "Q4_1", "Q9", "Q10"]  # fmt: skip
Q_TEXTS = ["Start Date", "End Date", "Response Type", "IP Address", "Progress", "Duration (in seconds)", "Finished", "Recorded Date", "Response ID",
           "Recipient Last Name", "Recipient First Name", "Recipient Email", "External Data Reference", "Location Latitude", "Location Longitude",
           "Distribution Channel", "User Language", POWER, f"How far do you agree? - {CARE}", "Anything else?", "May we quote you?"]  # fmt: skip
Q_IDS = [f'{{"ImportId":"{c}"}}' for c in Q_CODES[:17]] + [
    f'{{"ImportId":"{i}"}}' for i in ("QID3", "QID4_1", "QID9_TEXT", "QID10")
]


def qualtrics(
    n,
    power,
    care,
    words="",
    quote="",
    status="IP Address",
    finished="True",
    channel="anonymous",
    progress="100",
    **known,
):
    filled = {"RecipientLastName": "", "RecipientFirstName": "", "RecipientEmail": "", "IPAddress": "*******"} | known
    row = dict.fromkeys(Q_CODES, "") | {
        "StartDate": f"2026-05-03 10:0{n}:11", "EndDate": f"2026-05-03 10:1{n}:12", "Status": status, "Progress": progress,
        "Duration (in seconds)": "61", "Finished": finished, "RecordedDate": f"2026-05-03 10:1{n}:13", "ResponseId": f"R_1aBcDeFgHiJkL{n}",
        "DistributionChannel": channel, "UserLanguage": "EN", "Q3": power, "Q4_1": care, "Q9": words, "Q10": quote,
    } | filled  # fmt: skip
    return list(row.values())


PEOPLE = [qualtrics(n, p, c, w, q) for n, (p, c, w, q) in enumerate([
    ("Yes, mostly", "Agree", "Earlier papers", "Yes"), ("No", "Agree", "Not for print", "No"), ("Partly", "Disagree", "", ""),
    ("No", "Agree", "", ""), ("No", "Agree", "", ""), ("Yes, mostly", "Agree", "", ""),
])]  # fmt: skip
OPTIONS = ("--map", "words=Q9", "--map", "quote=QID10")


def test_qualtrics_by_question_code_and_import_id(add):
    done, view = add(table(Q_CODES, Q_TEXTS, Q_IDS, *PEOPLE), *OPTIONS)
    assert done.code == 0, done.err
    assert view["answered"] == "6"
    assert view["by_principle"] == {
        "power": {"agree": "2", "partly": "1", "disagree": "3"},
        "care": {"agree": "5 or 6", "disagree": "0 or 1"},
    }
    assert view["words"] == ["[Anything else?] Earlier papers"]
    for named in ("power=Q3", "power=QID3", f"power={POWER}", "care=Q4_1"):
        assert add(table(Q_CODES, Q_TEXTS, Q_IDS, *PEOPLE), *OPTIONS, "--map", named)[1] == view


@pytest.mark.parametrize(
    ("mark", "says"),
    [({"status": "Survey Preview"}, "preview or a test"), ({"status": "Survey Test"}, "preview or a test"), ({"status": "Spam"}, "spam"),
     ({"status": "1"}, "preview or a test"), ({"channel": "preview"}, "preview or a test"), ({"channel": "test"}, "preview or a test"),
     ({"finished": "False"}, "unfinished"), ({"finished": "0"}, "unfinished"), ({"finished": "FALSE", "progress": "40"}, "unfinished")],
)  # fmt: skip
def test_qualtrics_rows_that_are_nobodys_finished_answer_are_left_out_and_said(add, mark, says):
    coded = mark.get("status", "").isdigit()
    people = [[("0" if c == "IP Address" and coded else c) for c in row] for row in PEOPLE]
    others = [qualtrics(n, "Yes, mostly", "Agree", "Never printed", "Yes", **mark) for n in (7, 8)]
    done, view = add(table(Q_CODES, Q_TEXTS, Q_IDS, *people, *others), *OPTIONS)
    assert done.code == 0, done.err
    assert view["answered"] == "6"
    assert "2 rows of export.csv left out" in done.err
    assert says in done.err
    assert "Never printed" not in done.err + str(view)


@pytest.mark.parametrize(
    "column", ["IPAddress", "RecipientEmail", "RecipientLastName", "ExternalReference", "LocationLatitude"]
)
def test_qualtrics_says_nobody(add, column):
    rows = [*PEOPLE, qualtrics(8, "No", "Agree", **{column: "secret"})]
    done, view = add(table(Q_CODES, Q_TEXTS, Q_IDS, *rows), *OPTIONS)
    assert (done.code, view) == (2, None)
    assert "may hold" in done.err
    assert "secret" not in done.err


# --- SurveyMonkey ----------------------------------------------------------------------------------


def monkey(*questions):
    first = [
        "Collector",
        "Start Date",
        "End Date",
        "IP Address",
        "Email Address",
        "First Name",
        "Last Name",
        "Custom Data 1",
    ]
    return [[*first, *(q for q, _ in questions)], [*([""] * len(first)), *(a for _, a in questions)]]


def test_surveymonkey_with_its_second_row(add):
    heads = monkey(
        (POWER, "Response"),
        ("How far do you agree?", CARE),
        ("", ASKED["timing"]),
        ("Any comments?", "Open-Ended Response"),
    )
    meta = ["", "05/03/2026 10:0{0}:00 AM", "05/03/2026 10:0{0}:30 AM", "", "", "", "", ""]
    rows = [[m.format(n) for m in meta] + ["Yes", "Agree", "Disagree", "Word"] for n in range(5)]
    done, view = add(table(*heads, *rows))
    assert done.code == 0, done.err
    assert view["answered"] == "5"
    assert view["by_principle"] == {
        "power": {"agree": "4 or 5", "disagree": "0 or 1"},
        "care": {"agree": "4 or 5", "disagree": "0 or 1"},
        "timing": {"agree": "0 or 1", "disagree": "4 or 5"},
    }


def test_surveymonkey_rows_in_other_words_are_named_by_their_second_header(add):
    heads = monkey(("How far do you agree?", "We decided"), ("", "We were safe"))
    rows = [["c", "x", "y", "", "", "", "", "", "Agree", "Disagree"] for n in range(3)]
    done, view = add(table(*heads, *rows), "--map", "power=We decided", "--map", "care=#10")
    assert done.code == 0, done.err
    assert view["by_principle"] == {"power": "most agree", "care": "not most agree"}


def test_surveymonkey_contact_details_are_refused(add):
    heads = monkey((POWER, "Response"), ("Your details", "Name"), ("", "City/Town"), ("", "Email Address"))
    done, _ = add(table(*heads, *[["c", "x", "y", "", "", "", "", "", "Yes", f"secret {n}", "", ""] for n in range(3)]))
    assert done.code == 2
    assert "a name" in done.err
    assert "secret" not in done.err


def test_ticks_beside_the_word_email_are_no_addresses(add):
    heads = monkey((POWER, "Response"), ("How did you hear of us?", "Email"), ("", "Telephone"), ("", "Town hall"))
    rows = [["c", "x", "y", "", "", "", "", "", "Yes", "Email" if n else "", "Telephone", ""] for n in range(3)]
    assert add(table(*heads, *rows))[0].code == 0


@pytest.mark.parametrize(
    "second", [["Response", "Did you come?"], ["Response", ""], ["", "Open-Ended Response"], [POWER, CARE]]
)
def test_a_second_row_of_headers_is_never_a_person(add, second):
    done, view = add(table(["power", "timing"], second, *[["Yes", "No"]] * 4))
    assert done.code == 0, done.err
    assert view["answered"] == "4"
    told = [f"--value={cell}=unsure" for cell in second if cell]
    done, view = add(table(["power", "timing"], second, *[["Yes", "No"]] * 4), *told)
    assert (done.code, view) == (2, None)
    assert "export.csv:2" in done.err
    assert "second row of headers" in done.err


def test_a_first_row_of_which_nothing_is_an_answer_is_called_a_header(add):
    done, _ = add(table(["power", "timing"], ["pick one", "pick one"], *[["Yes", "No"]] * 4))
    assert done.code == 2
    assert "second row of headers" in done.err


# --- LimeSurvey ------------------------------------------------------------------------------------

LIME = {
    "codes": ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "power", "G2Q1[SQ001]", "words", "quote"],
    "full": ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "Date started", "Date last action", POWER,
             f"How far do you agree? [{CARE}]", "words", "quote"],
    "both": ["id. Response ID", "submitdate. Date submitted", "lastpage. Last page", "startlanguage. Start language", "seed. Seed",
             "startdate. Date started", "datestamp. Date last action", f"power. {POWER}", f"G2Q1[SQ001]. How far do you agree? [{CARE}]",
             "words. What else?", "quote. May we quote you?"],
}  # fmt: skip


@pytest.mark.parametrize("headings", LIME)
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_limesurvey_with_each_kind_of_headings(add, headings, delimiter):
    rows = [
        [str(n), f"1980-01-01 00:0{n}:00" if n < 6 else "", "3", "en", f"1234567{n}90", "2026-05-03", "2026-05-03", "Y" if n < 3 else "N", "A1", f"Word {n}",
         "Y" if n == 0 else "N"]
        for n in range(8)
    ]  # fmt: skip
    text = table(LIME[headings], *rows).replace('","', f'"{delimiter}"')
    done, view = add(text, "--map", "care=G2Q1[SQ001]" if headings != "full" else "care=#9", "--value", "A1=yes")
    assert done.code == 0, done.err
    assert view["answered"] == "6"
    assert "2 rows of export.csv left out, marked there as unfinished" in done.err
    assert view["by_principle"]["power"] == {"agree": "3", "disagree": "3"}
    assert view["by_principle"]["care"] == {"agree": "5 or 6", "disagree": "0 or 1"}
    assert [w.rpartition("] ")[2] for w in view["words"]] == ["Word 0"]


def test_limesurvey_without_a_date_knows_who_stopped_by_the_last_page(add):
    rows = [["1", "3", "Y"], ["2", "3", "N"], ["3", "3", "N"], ["4", "1", "Y"], ["5", "", "Y"]]
    done, view = add(table(["id", "lastpage", "power"], *rows))
    assert view["answered"] == "3"
    assert "2 rows" in done.err


@pytest.mark.parametrize(
    "header",
    [
        "token",
        "Access code",
        "token. Access code",
        "attribute_1",
        "attribute_2. Ward",
        "firstname",
        "email",
        "ipaddr",
        "Zugangscode",
    ],
)
def test_limesurvey_says_nobody(add, header):
    text = table([header, "power"], *[[f"secret{n}", "Yes"] for n in range(5)])
    done, _ = add(text)
    assert done.code == 2
    assert "may hold" in done.err
    assert "secret" not in done.err
    assert add(table([header, "power"], *[["", "Yes"]] * 5))[0].code == 0


# --- REDCap ----------------------------------------------------------------------------------------

REDCAP = {
    "raw": ["record_id", "redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance", "redcap_data_access_group",
            "redcap_survey_identifier", "screening_complete", "views_timestamp", "power", "quote", "words", "views_complete", "payment_complete"],
    "label": ["Record ID", "Event Name", "Repeat Instrument", "Repeat Instance", "Data Access Group", "Survey Identifier", "Complete?",
              "Survey Timestamp", POWER, "quote", "words", "Complete?", "Complete?"],
}  # fmt: skip


@pytest.mark.parametrize("kind", REDCAP)
def test_redcap_in_codes_and_in_labels(add, kind):
    done_, half, none = {"raw": ("2", "1", "0"), "label": ("Complete", "Unverified", "Incomplete")}[kind]
    states = [done_] * 5 + [none, half]
    rows = [
        [str(n), "baseline_arm_1", "", "", "leeds", "", none, "[not completed]" if s == none else f"2026-05-03 10:0{n}", "Yes" if n < 2 else "No", "No",
         "Hush", s, none]
        for n, s in enumerate(states)
    ]  # fmt: skip
    done, view = add(table(REDCAP[kind], *rows))
    assert done.code == 0, done.err
    assert view["answered"] == "5"
    assert "2 rows of export.csv left out" in done.err
    assert view["by_principle"]["power"] == {"agree": "2", "disagree": "3"}
    assert "words" not in view
    counted, view = add(table(REDCAP[kind], *rows), "--unfinished", "count")
    assert view["answered"] == "7"
    assert "left out" not in counted.err


def test_redcap_knows_people_again_by_the_survey_identifier(add):
    for kind, headers in REDCAP.items():
        state = "2" if kind == "raw" else "Complete"
        rows = [[str(n), "", "", "", "", f"P-00{n}", state, "", "Yes", "", "", state, state] for n in range(5)]
        done, _ = add(table(headers, *rows))
        assert done.code == 2
        assert "P-00" not in done.err


def test_a_record_that_stands_twice_is_one_person(add):
    rows = [["1", "Yes", "2"], ["2", "No", "2"], ["3", "No", "2"], ["1", "Yes", "2"]]
    done, _ = add(table(["record_id", "power", "views_complete"], *rows))
    assert done.code == 2
    assert "export.csv:5" in done.err
    assert "line 2" in done.err


# --- Microsoft Forms, Google Forms, KoboToolbox, Jotform, JISC Online Surveys ----------------------


def test_microsoft_forms_where_everybody_is_anonymous(add):
    head = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", f"{POWER}\xa0", f"{CARE}\xa0"]
    rows = [
        [str(n), f"5/3/26 10:0{n}:11", f"5/3/26 10:0{n}:59", "anonymous", "", "", "Yes", "Partly"] for n in range(1, 6)
    ]
    done, view = add(table(head, *rows), encoding="utf-8-sig")
    assert done.code == 0, done.err
    assert set(view["by_principle"]) == {"power", "care"}
    rows[2][3:5] = ["ada@example.org", "Ada"]
    done, _ = add(table(head, *rows))
    assert done.code == 2
    assert "Ada" not in done.err
    assert "ada@" not in done.err


def test_google_forms_with_a_grid(add):
    head = ["Timestamp", POWER, f"How far do you agree? [{CARE}]", "Any other comments?"]
    rows = [[f"2026/05/03 10:0{n}:11 am GMT+1", "Yes", "Disagree", "Fine"] for n in range(5)]
    done, view = add(table(head, *rows))
    assert done.code == 0, done.err
    assert set(view["by_principle"]) == {"power", "care"}
    done, _ = add(table(["Timestamp", "Username", POWER], *[["2026/05/03", f"ada{n}", "Yes"] for n in range(5)]))
    assert done.code == 2


KOBO_END = [
    "_id",
    "_uuid",
    "_submission_time",
    "_validation_status",
    "_notes",
    "_status",
    "_submitted_by",
    "__version__",
    "_tags",
    "_index",
]


def kobo(n, validation="", by=""):
    return [f"12345678{n}", f"1234567{n}-1234-4234-8234-12345678901{n}", f"2026-05-03T10:0{n}:00", validation, "", "submitted_via_web", by,
            "vVh3Jd8aQ2", "", str(n)]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer"), [("views/power", "strongly_agree"), (f"Views/{POWER}", "Strongly agree"), (POWER, "Agree")]
)
def test_kobotoolbox_by_name_and_by_label(add, question, answer):
    rows = [
        [f"2026-05-03T10:0{n}:00.000+01:00", f"2026-05-03T10:0{n}:30.000+01:00", answer, *kobo(n)] for n in range(5)
    ]
    text = table(["start", "end", question, *KOBO_END], *rows).replace('","', '";"')
    done, view = add(text)
    assert done.code == 0, done.err
    assert view["by_principle"] == {"power": {"agree": "4 or 5", "disagree": "0 or 1"}}


def test_kobotoolbox_leaves_out_what_was_not_approved_and_says_nobody(add):
    rows = [["Yes", *kobo(n, "Not approved" if n > 4 else "Approved")] for n in range(7)]
    done, view = add(table(["power", *KOBO_END], *rows))
    assert view["answered"] == "5"
    assert "2 rows of export.csv left out, marked there as not approved" in done.err
    for header in ("username", "deviceid", "phonenumber", "simserial", "subscriberid", "_location_latitude"):
        assert add(table(["power", header, *KOBO_END], *[["Yes", f"x{n}", *kobo(n)] for n in range(5)]))[0].code == 2
    assert add(table(["power", *KOBO_END], *[["Yes", *kobo(n, by="worker1")] for n in range(5)]))[0].code == 2


def test_jotform_with_a_matrix(add):
    head = ["Submission Date", "Submission ID", POWER, f"How far do you agree? >> {CARE}"]
    rows = [[f"May 3, 2026 10:0{n}", f"591234567890123456{n}", "Yes", "Agree"] for n in range(5)]
    done, view = add(table(head, *rows))
    assert done.code == 0, done.err
    assert set(view["by_principle"]) == {"power", "care"}
    done, _ = add(table([*head, "Submission IP"], *[[*row, f"1.2.3.{n}"] for n, row in enumerate(rows)]))
    assert done.code == 2


def test_jisc_online_surveys_with_numbered_questions(add):
    head = ["Unique Response Number", f"1. {POWER}", f"2.a. {CARE}", "3. Anything else?"]
    rows = [[f"123456-123450-1234567{n}", "Yes", "No", ""] for n in range(5)]
    done, view = add(table(head, *rows))
    assert done.code == 0, done.err
    assert set(view["by_principle"]) == {"power", "care"}
    for header in ("username", "token", "x1"):
        assert add(table([header, "power"], *[[f"s{n}", "Yes"] for n in range(5)]))[0].code == 2


@pytest.mark.parametrize(
    ("header", "mark", "fine"),
    [("Status", "Partial", "Complete"), ("Response Status", "Started", "Completed"), ("Status", "Test Data", "Complete"), ("Response Type", "partial", "completed"),
     ("Status", "Disqualified", "Complete"), ("Progress", "40", "100"), ("Progress", "40%", "100%"), ("ReviewState", "rejected", "approved"),
     ("Submitted At", "", "2026-05-03"), ("Q_BallotBoxStuffing", "True", "False"), ("Is Test", "Yes", "No")],
)  # fmt: skip
def test_marks_of_other_tools(add, header, mark, fine):
    done, view = add(table([header, "power"], *[[fine, "No"]] * 5, *[[mark, "Yes"]] * 2))
    assert done.code == 0, done.err
    assert view["answered"] == "5"
    assert "2 rows of export.csv left out" in done.err


@pytest.mark.parametrize(("header", "cells"), [("Status", ["Volunteer", "Carer"]), ("Test", ["blood", "scan"]), ("Finished", ["school", "college"]),
                                               ("Progress", ["good", "slow"]), ("plan_complete", ["yes", "maybe"])])  # fmt: skip
def test_a_question_that_is_called_like_a_mark_leaves_nobody_out(add, header, cells):
    done, view = add(table([header, "power"], *[[cells[n % 2], "No"] for n in range(6)]))
    assert done.code == 0, done.err
    assert view["answered"] == "6"


def test_where_nobody_finished_the_way_out_is_said(add):
    done, _ = add(table(["Finished", "power"], *[["False", "Yes"]] * 5))
    assert done.code == 2
    assert "--unfinished count" in done.err
    assert add(table(["Status", "power"], *[["Survey Preview", "Yes"]] * 5), "--unfinished", "count")[0].code == 2


# --- spreadsheets, and what else lies in a folder --------------------------------------------------


def test_unicode_text_of_excel_is_a_table(add):
    done, view = add("power\ttiming\r\nYes\tNo\r\nYes\tNo\r\nNo\tNo\r\n", name="answers.txt", encoding="utf-16")
    assert done.code == 0, done.err
    assert view["by_principle"] == {"power": "most agree", "timing": "not most agree"}


@pytest.mark.parametrize(
    "name",
    [
        "more.xlsx",
        "more.xls",
        "more.ods",
        "more.docx",
        "more.pdf",
        "more.sav",
        "notes.txt",
        "MORE.XLSX",
        ".more.csv",
        "~$more.xlsx",
    ],
)
def test_whatever_lies_beside_the_answers_is_named(project, run, name):
    folder = project / "answers"
    folder.mkdir()
    (folder / "some.csv").write_text("power\nYes\nYes\nNo\n", encoding="utf-8")
    (folder / name).write_bytes(b"PK\x03\x04 and so on")
    (folder / ".hidden").write_bytes(b"")
    (folder / "._some.csv").write_bytes(b"")
    done = run("views", "add", "project.yaml", "answers", "--round", "2026-05", "--dry-run")
    assert done.code == 0, done.err
    assert f"{name} was passed over" in done.err
    assert ".hidden" not in done.err
    assert "._some" not in done.err
    if name.lower().endswith(("xlsx", "xls", "ods")) and not name.startswith("~$"):
        assert "save it as CSV (UTF-8)" in done.err


def test_a_folder_within_the_folder_is_named(project, run):
    (project / "answers" / "late").mkdir(parents=True)
    (project / "answers" / "some.csv").write_text("power\nYes\nYes\nNo\n", encoding="utf-8")
    done = run("views", "add", "project.yaml", "answers", "--round", "2026-05", "--dry-run")
    assert "late was passed over" in done.err


@pytest.mark.parametrize("name", ["responses.xlsx", "responses.xls", "responses.ods"])
def test_a_spreadsheet_alone_is_to_be_saved_as_csv(add, name):
    done, _ = add(b"PK\x03\x04 and so on" if not name.endswith("xls") else b"\xd0\xcf\x11\xe0 and so on", name=name)
    assert done.code == 2
    assert "CSV (UTF-8)" in done.err
    assert "Word" not in done.err


# --- what was found in exports that were tried afterwards ---------------------------------------------


def test_a_promise_that_a_name_stays_out_asks_for_no_name(add):
    header = "May we print your words, without your name?"
    rows = [["x", "Yes", "Meet in town", "1"], ["y", "No", "", "2"], ["z", "Yes", "Never printed", "2"]]
    options = (
        "--map",
        "words=Anything else?",
        "--map",
        f"quote={header}",
        "--value",
        "quote:1=yes",
        "--value",
        "quote:2=no",
    )
    done, view = add(table(["t", POWER, "Anything else?", header], *rows), *options)
    assert done.code == 0, done.err
    assert view["words"] == ["[Anything else?] Meet in town"]
    for asks in (
        "Your name",
        "Your name (we will not print your name)",
        "Without your name we cannot pay you: your full name",
    ):
        done, view = add(table(["t", POWER, asks], *[[str(n), "Yes", f"secret {n}"] for n in range(3)]))
        assert (done.code, view) == (2, None), asks
        assert "may hold a name" in done.err


def test_a_row_of_a_matrix_may_stand_before_its_question(add):
    heads = ["Response ID", "Time Started", "Status", f"{POWER}:How far do you agree?", f"{CARE}:How far do you agree?"]
    done, view = add(
        table(
            heads, *[[n, "x", "Partial" if n == "0" else "Complete", "Agree", "Disagree"] for n in map(str, range(4))]
        )
    )
    assert done.code == 0, done.err
    assert view["by_principle"] == {"power": "most agree", "care": "not most agree"}
    assert "1 row of export.csv left out, marked there as unfinished" in done.err


def test_who_has_no_date_of_completion_did_not_finish(add):
    heads = ["Unique response number", "Response started", "Response completed", f"1. {POWER}"]
    rows = [[f"{n}-{n}", "04/05/2026 10:00", "04/05/2026 10:05" if n else "", "Agree"] for n in range(6)]
    done, view = add(table(heads, *rows))
    assert view["answered"] == "5"
    assert "1 row of export.csv left out, marked there as unfinished" in done.err
    # Where nobody has one, the column says nothing of anybody.
    assert add(table(heads, *[[*r[:2], "", r[3]] for r in rows]))[1]["answered"] == "6"


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("5 - Strongly agree", "1 - Strongly disagree"),
        ("Agree (4)", "Disagree (2)"),
        ("1. Yes", "2. No"),
        ("2 = agree", "-2 = disagree"),
    ],
)
def test_a_step_of_a_scale_says_by_its_name_what_it_means(add, yes, no):
    done, view = add(table(["t", POWER], *[["x", yes]] * 4, ["x", no]))
    assert done.code == 0, done.err
    assert view["by_principle"]["power"] == {"agree": "4 or 5", "disagree": "0 or 1"}
    assert add(table(["t", POWER], *[["x", "5"]] * 4))[0].code == 2
    # Consent is only its own words, with a number beside them or without.
    rows = [["x", yes, "Never printed", "1. Yes"]] * 3
    done, view = add(
        table(["t", POWER, "w", "May we quote you?"], *rows), "--map", "words=w", "--map", "quote=May we quote you?"
    )
    assert (done.code, view) == (2, None)


@pytest.mark.parametrize(
    "header",
    [
        "I am happy for my answers to be used in research",
        "I agree that my responses may be used for this project",
        "May we share your comments with the research team?",
    ],
)
def test_leave_to_use_answers_in_research_is_no_leave_to_quote(add, header):
    rows = [["x", "Yes", "Never printed", "Yes"]] * 3
    done, view = add(table(["t", POWER, "w", header], *rows), "--map", "words=w", "--map", f"quote={header}")
    assert (done.code, view) == (2, None)
    assert "for something else" in done.err


def test_words_that_are_kept_are_to_be_read_for_names_and_only_those(add):
    says = "names inside a sentence are not known"
    options = ("--map", "words=w", "--map", "quote=May we quote you?")
    heads = ["t", POWER, "w", "May we quote you?"]
    assert says in add(table(heads, *[["x", "Yes", f"Word {n}", "Yes"] for n in range(3)]), *options)[0].err
    for rows in ([["x", "Yes", "Word", "No"]] * 3, [["x", "Yes", "Word", "Yes"]] * 2):
        assert says not in add(table(heads, *rows), *options)[0].err


@pytest.mark.parametrize("codes", [["V1", "V8", "V10", "Q9"], ["ResponseId", "StartDate", "Finished", "Q9"]])
def test_qualtrics_with_two_rows_of_headers_as_older_exports_have_them(add, codes):
    second = ["ResponseID", "StartDate", "Finished", "Did you have a say?"]
    rows = [[f"R_{n}", "2016-05-03 10:00:00", "0" if n == 4 else "1", "Yes" if n < 2 else "No"] for n in range(5)]
    done, view = add(table(codes, second, *rows), "--map", "power=Q9")
    assert done.code == 0, done.err
    assert (view["answered"], view["by_principle"]) == ("4", {"power": "not most agree"})
    assert add(table(codes, second, *rows), "--map", "power=Did you have a say?")[1] == view


@pytest.mark.parametrize("second", [["", "Antwort", "Offene Antwort"], ["", "Réponse", "Réponse ouverte"], ["", "Respuesta", "Respuesta abierta"], ["", "Risposta", "Risposta aperta"], ["", "Antwoord", "Open antwoord"]])  # fmt: skip
def test_surveymonkey_in_other_languages(add, second):
    done, view = add(table(["Start", POWER, "Else?"], second, *[["2026-05-03", "Yes", "x"]] * 5))
    assert done.code == 0, done.err
    assert view["answered"] == "5"


def test_numbers_of_questions_below_the_questions_are_headers(add):
    done, view = add(table([POWER, CARE], ["Q1", "Q2"], *[["Yes", "No"]] * 4))
    assert (done.code, view["answered"]) == (0, "4")
    assert add(table([POWER, CARE], ["Q1", "Q2"], *[["Yes", "No"]] * 4), "--map", "power=Q1")[1] == view


@pytest.mark.parametrize("first", [["Finished", "A1"], ["Progress", "A2"], ["Q1", "A1"]])
def test_a_person_is_not_taken_for_a_row_of_headers_by_what_a_tool_says_of_them(add, first):
    rows = [first, ["Partial", "A3"], ["Saved", "A4"]]
    told = [f"--value=A{n}=yes" for n in range(1, 5)]
    view = add(table(["Stage", "power"], *rows), *told)[1]
    assert view["answered"] == "3"


def test_a_column_without_a_header_is_named_as_that(add):
    done, _ = add('"power","timing"\n"1","Yes","No"\n"2","Yes","No"\n"3","No","No"\n')
    assert done.code == 2
    assert "each row has one cell more than the header (3 and 2)" in done.err


@pytest.mark.parametrize("said", ["Response", "Antwort", "open-ended response"])
def test_a_person_whose_open_answer_is_a_word_of_a_tool_is_no_row_of_headers(add, said):
    people = [["Yes, mostly", said], *(["No, not really", f"It was fine {n}"] for n in range(5))]
    __, view = add(table([POWER, "Any comments?"], *people), "--map", "words=Any comments?")
    assert view["answered"] == "6"
