"""Reading answers: what is understood, what is refused, and what is never repeated."""

from __future__ import annotations

import json

import pytest
from support import rows
from survey.answering import CANNOT, NO, PARTLY, PROJECT, RATHER_NOT, YES, answers, hand_in

from involve_audit.load import read
from involve_audit.survey import collect
from involve_audit.survey.collect import Refused
from involve_audit.survey.identifying import identifying_column, identifying_text
from involve_audit.survey.insert import views_in
from involve_audit.survey.meanings import TARGETS
from involve_audit.survey.survey import read_sheet


def tree(folder):
    return read((folder / "project.yaml").read_bytes()).tree


@pytest.fixture
def project(here):
    (here / "project.yaml").write_text(PROJECT, encoding="utf-8")
    return here


def test_a_folder_of_answers_becomes_one_view(project, run):
    hand_in(project / "answers", *[answers(n, YES if n < 5 else NO) for n in range(7)])
    done = run(
        "views",
        "add",
        "project.yaml",
        "answers",
        "--asked",
        "12",
        "--collected-by",
        "outside the team",
        "--anonymous",
        "yes",
    )
    assert done.code == 0, done.err
    (found,) = views_in(tree(project))
    assert {k: found[k] for k in ("of", "when", "asked", "answered", "collected_by", "anonymous")} == {
        "of": "contributors", "when": "2026-05", "asked": "12", "answered": "7", "collected_by": "outside the team", "anonymous": "yes",
    }  # fmt: skip
    assert found["by_principle"]["influence"] == {"agree": "5", "disagree": "2"}
    assert len(found["by_principle"]) == 9


def test_blank_answers_cannot_say_and_files_without_any_answer_are_not_counted(project, run):
    people = [answers(n, {"power": a}) for n, a in enumerate([YES, YES, PARTLY, NO, CANNOT, RATHER_NOT])]
    hand_in(project / "answers", *people, answers(6, {}), answers(7, {"care": NO}))
    assert run("views", "add", "project.yaml", "answers").code == 0
    (found,) = views_in(tree(project))
    assert found["answered"] == "7"
    assert found["by_principle"]["power"] == {"agree": "2", "partly": "1", "disagree": "1", "unsure": "3"}


def test_open_answers_are_kept_only_with_consent(project, run):
    words = [
        {"asked": "What should be done in another way?", "said": "Quote me", "quote": "yes"},
        {"said": "Not me", "quote": "no"},
        {"said": "Nor me"},
    ]
    hand_in(project / "answers", answers(1, words=words), *[answers(n) for n in range(2, 8)])
    assert run("views", "add", "project.yaml", "answers").code == 0
    text = (project / "project.yaml").read_text(encoding="utf-8")
    assert views_in(tree(project))[0]["words"] == ["[What should be done in another way?] Quote me"]
    assert "Not me" not in text
    assert "Nor me" not in text


def test_what_people_said_stays_word_for_word(project, run):
    said = "First line, “quoted”: {a} [b] #c & *d\n\nIt's 50 %; don't \\ stop – ever. 🙂 שלום"
    hand_in(project / "answers", answers(1, words=[{"said": said, "quote": "yes"}]), *[answers(n) for n in range(2, 8)])
    assert run("views", "add", "project.yaml", "answers").code == 0
    assert views_in(tree(project))[0]["words"] == [said]


def test_the_same_page_is_counted_once(project, run):
    hand_in(project / "answers", *[answers(n) for n in range(5)], answers(4))
    done = run("views", "add", "project.yaml", "answers")
    assert done.code == 0
    assert "counted once" in done.err
    assert views_in(tree(project))[0]["answered"] == "5"


def test_two_files_without_a_page_that_say_the_same_are_refused(project, run):
    people = [answers(n, NO if n else YES) for n in range(2)] * 2
    for person in people:
        person.pop("page", None)
    hand_in(project / "answers", *people)
    done = run("views", "add", "project.yaml", "answers")
    assert done.code == 2
    assert "counted twice" in done.err


def test_two_files_from_one_page_that_differ_are_refused(project, run):
    hand_in(project / "answers", *[answers(n) for n in range(5)], answers(4, NO))
    done = run("views", "add", "project.yaml", "answers")
    assert done.code == 2
    assert "same page and differ" in done.err
    assert (project / "project.yaml").read_text(encoding="utf-8") == PROJECT


@pytest.mark.parametrize(("key", "value", "option"), [("of", "researchers", "--of"), ("round", "2026-06", "--round")])
def test_sides_and_rounds_are_never_put_together(project, run, key, value, option):
    hand_in(
        project / "answers", *[answers(n) for n in range(5)], *[answers(n, NO, **{key: value}) for n in range(5, 10)]
    )
    done = run("views", "add", "project.yaml", "answers")
    assert done.code == 2
    assert option in done.err
    assert run("views", "add", "project.yaml", "answers", option, value).code == 0
    (found,) = views_in(tree(project))
    assert (found["of" if key == "of" else "when"], found["answered"]) == (value, "5")


def test_a_round_that_is_there_is_never_written_over_and_late_answers_wait(project, run):
    hand_in(project / "answers", *[answers(n) for n in range(5)])
    assert run("views", "add", "project.yaml", "answers").code == 0
    before = (project / "project.yaml").read_bytes()
    hand_in(project / "late", *[answers(n) for n in range(5)], answers(5, NO))
    done = run("views", "add", "project.yaml", "late")
    assert done.code == 2
    assert "never written over" in done.err
    assert (project / "project.yaml").read_bytes() == before


def test_earlier_rounds_stay_with_their_date(project, run):
    hand_in(project / "first", *[answers(n) for n in range(5)])
    hand_in(project / "second", *[answers(n, NO, round="2026-11") for n in range(5)])
    assert run("views", "add", "project.yaml", "first").code == 0
    assert run("views", "add", "project.yaml", "second").code == 0
    assert [v["when"] for v in views_in(tree(project))] == ["2026-05", "2026-11"]


def test_answers_about_another_work_are_refused(project, run):
    hand_in(project / "answers", *[answers(n, about="Something else") for n in range(5)])
    done = run("views", "add", "project.yaml", "answers")
    assert done.code == 2
    assert "another work" in done.err


@pytest.mark.parametrize("key", ["name", "email", "e-mail", "Date of birth", "postcode", "ip", "phone"])
def test_a_file_that_says_who_the_person_is_is_refused(project, run, key):
    hand_in(project / "answers", *[answers(n) for n in range(4)], answers(4, **{key: "the secret"}))
    done = run("views", "add", "project.yaml", "answers")
    assert done.code == 2
    assert "answers-4.json" in done.err
    assert "Take it out" in done.err
    assert "the secret" not in done.err + done.out
    assert (project / "project.yaml").read_text(encoding="utf-8") == PROJECT


@pytest.mark.parametrize("words", ["Write to ada@example.org", "I live at LS2 9JT", "Ring 0113 496 0999 please"])
def test_words_that_could_show_who_somebody_is_are_not_printed(project, run, words):
    hand_in(
        project / "answers", answers(0, words=[{"said": words, "quote": "yes"}]), *[answers(n) for n in range(1, 6)]
    )
    done = run("views", "add", "project.yaml", "answers")
    assert done.code == 2
    assert "looks like" in done.err
    assert words not in done.err


@pytest.mark.parametrize(
    "broken",
    ["", "{", "[]", '{"involve_audit_answers": "2", "of": "contributors", "round": "2026-05"}', '{"answers": {}}',
     '{"involve_audit_answers": "1", "of": "contributors", "round": "last May"}', "\x00\x01", "PK\x03\x04",
     '{"involve_audit_answers": "1", "of": "contributors", "round": "2026-05", "answers": {"power": "the secret"}}'],
)  # fmt: skip
def test_a_broken_file_is_named_and_nothing_is_written(project, run, broken):
    hand_in(project / "answers", *[answers(n) for n in range(5)])
    (project / "answers" / "broken.json").write_text(broken, encoding="utf-8")
    done = run("views", "add", "project.yaml", "answers")
    assert done.code == 2
    assert "broken.json" in done.err
    assert "Traceback" not in done.err
    assert (project / "project.yaml").read_text(encoding="utf-8") == PROJECT


def test_a_dry_run_prints_the_block_and_writes_nothing(project, run):
    hand_in(project / "answers", *[answers(n) for n in range(5)])
    done = run("views", "add", "project.yaml", "answers", "--dry-run")
    assert done.code == 0
    assert views_in(read(done.out).tree)[0]["answered"] == "5"
    assert (project / "project.yaml").read_text(encoding="utf-8") == PROJECT


@pytest.mark.parametrize(
    "options",
    [("--asked", "3"), ("--asked", "many years"), ("--of", "everybody"), ("--round", "2026-05-12"), ("--anonymous", "perhaps"),
     ("--collected-by", "Anna"), ("--source", "nowhere")],
)  # fmt: skip
def test_options_that_cannot_be_are_refused(project, run, options):
    hand_in(project / "answers", *[answers(n) for n in range(5)])
    assert run("views", "add", "project.yaml", "answers", *options).code == 2
    assert (project / "project.yaml").read_text(encoding="utf-8") == PROJECT


@pytest.mark.parametrize("missing", ["nowhere", "empty"])
def test_answers_that_are_not_there_are_said_to_be_missing(project, run, missing):
    (project / "empty").mkdir()
    done = run("views", "add", "project.yaml", missing)
    assert done.code == 2
    assert missing in done.err


# --- survey exports --------------------------------------------------------------------------------

QUESTION = "Did what people said change anything, and were you told?"
HEADERS = f'Timestamp,"{QUESTION}",A real part,Anything else,May we quote you?\n'


def survey(folder, rows, headers=HEADERS, name="responses.csv", encoding="utf-8"):
    (folder / name).write_bytes((headers + "".join(rows)).encode(encoding))
    return name


ROWS = [
    '2026/05/12 10:33:21,"Yes, mostly",Agree,"More time, please",Yes\n',
    "2026-05-12 10:35:21,yes,no,Nothing,No\n",
    "12/05/2026 10:35,Partly,Not at all,,\n",
    "12.05.2026 10:35,no,I don\u2019t know,,\n",
    "x,,Prefer not to say,,\n",
    "x,,,,\n",
]
ADD = ("views", "add", "project.yaml", "responses.csv", "--round", "2026-05", "--map", "power=A real part")


def test_a_survey_export_becomes_a_view(project, run):
    survey(project, ROWS)
    done = run(*ADD, "--map", "words=Anything else", "--map", "quote=may we QUOTE you")
    assert done.code == 0, done.err
    (found,) = views_in(tree(project))
    assert found["answered"] == "5"
    assert found["by_principle"] == {
        "power": {"agree": "1", "disagree": "2", "unsure": "2"},
        "influence": {"agree": "2", "partly": "1", "disagree": "1", "unsure": "1"},
    }
    assert found["words"] == ["[Anything else] More time, please"]
    assert "1 row of responses.csv without any answer" in done.err
    assert "Timestamp" in done.err


def test_without_a_column_of_consent_no_open_answer_is_kept(project, run):
    survey(project, ROWS)
    done = run(*ADD, "--map", "words=#4")
    assert done.code == 0
    assert "words" not in views_in(tree(project))[0]
    assert "agreed to be quoted" in done.err


def test_a_survey_in_other_words_is_read_with_what_they_mean(project, run):
    survey(project, [row.replace("Agree", "Stimmt").replace("Not at all", "Stimmt nicht") for row in ROWS])
    done = run(*ADD)
    assert done.code == 2
    assert "--value" in done.err
    assert "Stimmt" not in done.err
    assert run(*ADD, "--value", "Stimmt=yes", "--value", "stimmt nicht=no").code == 0
    assert views_in(tree(project))[0]["by_principle"]["power"] == {"agree": "1", "disagree": "2", "unsure": "2"}


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8")])
def test_delimiters_and_encodings_of_survey_tools_are_known(project, run, delimiter, encoding):
    rows = [f"x{delimiter}yes{delimiter}no\r\n" for _ in range(5)]
    survey(project, rows, delimiter.join(["id row", "influence", "power"]) + "\r\n", encoding=encoding)
    assert run("views", "add", "project.yaml", "responses.csv", "--round", "2026-05").code == 0
    assert views_in(tree(project))[0]["by_principle"]["power"] == {"agree": "0 or 1", "disagree": "4 or 5"}


def test_the_three_headers_of_qualtrics_and_the_two_of_surveymonkey_are_known(project):
    three = f'Q1,Q2\n"{QUESTION}",Power\n"{{""ImportId"":""QID1""}}","{{""ImportId"":""QID2""}}"\nyes,no\n'
    sheet = read_sheet(three.encode(), "q.csv")
    assert sheet.headers == (QUESTION, "Power")
    assert [row for _, row in sheet.rows] == [("yes", "no")]
    two = f'"{QUESTION}",Why\nResponse,Open-Ended Response\nyes,because\n'
    assert [row for _, row in read_sheet(two.encode(), "s.csv").rows] == [("yes", "because")]


@pytest.mark.parametrize(
    "header",
    ["Name", "Your full name", "First name", "last_name", "Surname", "E-mail", "Email Address", "emailAddress", "Your e-mail address please",
     "DOB", "Date of birth", "What is your date of birth?", "Birthday", "Postcode", "Post code", "ZIP", "What is your postcode?", "IP Address",
     "IPAddress", "ip", "Phone", "Mobile number", "LocationLatitude", "Respondent ID", "UserID", "NHS number", "RecipientLastName",
     "ExternalReference", "Username", "Home address", "Initials"],
)  # fmt: skip
def test_columns_that_say_who_people_are_are_refused_whether_used_or_not(project, run, header):
    survey(project, [f"the secret,yes,no,{n},\n" for n in range(6)], HEADERS.replace("Timestamp", header))
    done = run(*ADD)
    assert done.code == 2
    assert "may hold" in done.err
    assert "the secret" not in done.err
    assert (project / "project.yaml").read_text(encoding="utf-8") == PROJECT


def test_questions_are_not_taken_for_such_columns():
    from support import shipped

    for principle in shipped().rubric.principles:
        assert identifying_column(principle.asks_contributors) == ""
        assert identifying_column(principle.title) == ""
        assert identifying_column(principle.id) == ""
    for header in (
        "Timestamp",
        "Does the name co-production fit this work?",
        "Were your needs addressed in the meetings?",
        "Did you come in early?",
    ):
        assert identifying_column(header) == ""


@rows(
    "text, seen",
    [("ada@example.org", True), ("192.168.0.17", True), ("+44 113 496 0999", True), ("LS2 9JT", True), ("2026-05-12 10:33:21", False),
     ("12/05/2026 10:35", False), ("We met 12 times in 2025", False), ("version 1.2.3", False), ("1 to 5", False)],
)  # fmt: skip
def test_cells_that_say_who_people_are_are_seen(text, seen):
    assert bool(identifying_text(text)) is seen


def test_a_cell_with_an_address_is_refused_in_a_column_with_an_innocent_name(project, run):
    survey(project, ["Q,yes,no,write to ada@example.org,Yes\n", *ROWS])
    done = run(*ADD)
    assert done.code == 2
    assert "e-mail" in done.err
    assert "ada@" not in done.err


@pytest.mark.parametrize(
    ("options", "says"),
    [(("--map", "power"), "HEADER"), (("--map", "pay=A real part"), "allowed"), (("--map", "care=A reel part"), "did you mean"),
     (("--map", "care=A real part"), "both"), (("--value", "Stimmt"), "THE ANSWER"), (("--value", "Stimmt=perhaps"), "THE ANSWER")],
)  # fmt: skip
def test_a_mapping_that_cannot_be_is_explained(project, run, options, says):
    survey(project, ROWS)
    done = run(*ADD, *options)
    assert done.code == 2
    assert says in done.err


def test_a_table_of_which_no_column_is_known_is_refused(project, run):
    survey(project, ["a,b\n"], "One,Two\n")
    done = run("views", "add", "project.yaml", "responses.csv", "--round", "2026-05")
    assert done.code == 2
    assert "--map" in done.err


def test_a_table_does_not_say_its_month(project, run):
    survey(project, ROWS)
    done = run(*ADD[:4])
    assert done.code == 2
    assert "--round" in done.err


def test_files_and_a_table_of_the_same_round_are_counted_together(project, run):
    hand_in(project / "answers", *[answers(n, NO) for n in range(2)])
    survey(project, ROWS)
    assert run(*ADD[:3], "answers", *ADD[3:]).code == 0
    (found,) = views_in(tree(project))
    assert found["answered"] == "7"
    assert set(found["by_principle"]) == {"power", "influence"}


def test_an_open_survey_that_is_exported_again_does_not_show_the_late_answer(project, run):
    survey(project, ROWS)
    assert run(*ADD).code == 0
    before = (project / "project.yaml").read_bytes()
    survey(project, [*ROWS, "x,no,no,,\n"])
    again = (*ADD[:4], "--round", "2026-06", *ADD[6:])
    done = run(*again)
    assert done.code == 2
    assert "few new ones" in done.err
    assert (project / "project.yaml").read_bytes() == before
    assert run(*again, "--all-new").code == 0


def test_a_person_at_a_terminal_is_asked_for_the_columns(project, run, monkeypatch):
    import io
    import sys

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    survey(project, ROWS)
    said = {"power": "3", "honesty": "", "words": "4", "quote": "#5"}
    order = [t for t in TARGETS if t != "influence"]
    typed = "".join(f"{said.get(target, '')}\n" for target in order) + "9\n"
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    monkeypatch.setattr(sys, "stderr", Terminal())
    done = run("views", "add", "project.yaml", "responses.csv", "--round", "2026-05")
    assert done.code == 0
    (found,) = views_in(tree(project))
    assert found["asked"] == "9"
    assert found["by_principle"]["power"] == {"agree": "1", "disagree": "2", "unsure": "2"}
    assert found["words"] == ["[Anything else] More time, please"]


def test_a_saved_file_has_no_place_for_a_name():
    assert not [key for key in collect.AnswerFile.questions if identifying_column(key)]


def test_messages_about_a_file_do_not_repeat_its_answers(project, run):
    (project / "answers").mkdir()
    text = json.dumps({**answers(1), "answers": {"power": "the secret of one person"}})
    (project / "answers" / "one.json").write_text(text, encoding="utf-8")
    done = run("views", "add", "project.yaml", "answers")
    assert done.code == 2
    assert "one.json" in done.err
    assert "secret" not in done.err


def test_not_a_table(project):
    for data in (b"", b"\n\n", b"PK\x03\x04xx", b"\xff\xfa\x00", b'a,b\n"open,', b"a\x00b,c\n"):
        with pytest.raises(Refused):
            read_sheet(data, "t.csv")


@pytest.mark.parametrize("now", ["said no", "gone"])
@pytest.mark.parametrize("month", ["2026-05", "2026-06"])
def test_who_takes_consent_back_after_the_round_was_counted_is_named_by_the_line_of_their_words(
    project, run, now, month
):
    rows = [f"{a},Words of person {n},yes" for n, a in enumerate(["Yes", "No", "No", "Yes", "Yes", "No"])]
    add = ("views", "add", "project.yaml", "export.csv", "--asked", 12, "--anonymous", "yes", "--round")
    (project / "export.csv").write_text("\n".join(["power,words,quote", *rows]), "utf-8")
    assert run(*add, "2026-05").code == 0
    rows[2:3] = [rows[2].replace(",yes", ",no")] if now == "said no" else []
    (project / "export.csv").write_text("\n".join(["power,words,quote", *rows]), "utf-8")
    done = run(*add, month)
    lines = (project / "project.yaml").read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(lines, 1) if "Words of person 2" in line)
    assert done.code == 2
    assert f"project.yaml:{at}: these words were kept then" in done.err
    assert "Words of" not in done.err
