"""What holds of every table of answers, searched for with tables that nobody wrote by hand."""

from __future__ import annotations

import csv
import io
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from survey.answering import PROJECT

from involve_audit.__main__ import main
from involve_audit.load import read
from involve_audit.survey import survey
from involve_audit.survey.collect import Refused
from involve_audit.survey.consent import CONSENT
from involve_audit.survey.identifying import identifying_column
from involve_audit.survey.insert import views_in
from involve_audit.survey.meanings import Meanings, fold

ANSWERS = ("Yes, mostly", "partly", "No", "I can't say", "")
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Nd")), max_size=12) | st.sampled_from(
    ["a;b", "a,b", 'she said "no"', "two\nlines", "tab\tin", "a|b", "sep=;", "-", "’", "Yes", "=1"]
)
PERSON = st.tuples(st.sampled_from(ANSWERS), st.sampled_from(ANSWERS), TEXTS, st.sampled_from(["Yes", "No", ""]))


def written(rows, delimiter=",", quoting=csv.QUOTE_MINIMAL, end="\r\n"):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=end).writerows(rows)
    return out.getvalue()


def counted(data, *values, unfinished=None):
    """What comes of a table: how many said what, and the words that would be printed; or that it is refused."""
    try:
        meanings = Meanings(values)
        sheet = survey.read_sheet(data, "t.csv", (), meanings)
        found = survey.of_sheet(sheet, survey.guessed(sheet, {}), meanings, "contributors", "2026-05", unfinished)
    except Refused as problem:
        return f"refused: {re.sub(r':[0-9]+:.*', '', str(problem))}"
    tallies = {p: dict(found.tally(p)) for p in found.asked_about}
    return len(found.people), tallies, sorted(w for p in found.people for w in p.words)


# --- the same answers make the same counts ---------------------------------------------------------


@given(
    people=st.lists(PERSON, min_size=1, max_size=8),
    order=st.permutations(range(4)),
    delimiter=st.sampled_from(",;\t|"),
    quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    end=st.sampled_from(["\r\n", "\n"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]),
    sep=st.booleans(),
    spare=st.integers(0, 2),
)
def test_delimiter_quoting_encoding_and_order_make_no_difference(
    people, order, delimiter, quoting, end, encoding, sep, spare
):
    head = ("power", "timing", "words", "quote")
    plainly = counted(written([head, *people], quoting=csv.QUOTE_ALL).encode())
    rows = [[row[n] for n in order] + [""] * spare for row in (head, *people)]
    text = (f"sep={delimiter}{end}" if sep else "") + written(rows, delimiter, quoting, end)
    assert counted(text.encode(encoding)) == plainly


@given(st.lists(PERSON, min_size=2, max_size=8), st.data())
def test_a_cell_too_many_is_refused_with_its_line(people, data):
    rows = [["power", "timing", "quote", "words"], *[[a, b, c, d] for a, b, d, c in people]]
    at = data.draw(st.integers(1, len(rows) - 1))
    place = data.draw(st.integers(0, 3))
    rows[at] = [*rows[at][:place], "No", *rows[at][place:3], "more"]
    with pytest.raises(Refused, match="5 cells and the header 4") as refused:
        survey.read_sheet(written(rows, quoting=csv.QUOTE_ALL).encode(), "t.csv")
    line = sum(1 + "".join(r).count("\n") for r in rows[:at]) + 1
    assert f"t.csv:{line}:" in str(refused.value)


@pytest.mark.parametrize("text", ["power,words,quote\nYes,I said\nno more,Yes\nYes,a,Yes\n", "power,words\nYes,one thing\nno\nYes,a\n",
                                  "power,words,quote\nYes,a\nb\nc,Yes\n"])  # fmt: skip
def test_a_row_that_a_line_break_cut_in_two_is_refused(text):
    assert counted(text.encode()).startswith("refused")


def test_rows_that_lack_blank_cells_at_the_end_are_read():
    assert counted(b"power,timing,words\nYes,No\nYes,No,a\nNo,No,b,,\n")[0] == 3


# --- signs -----------------------------------------------------------------------------------------

SIGNS = ["-2", "2", "+2", "0", "-1", "1", "+", "-", "✓", "✗", "🙂", "🙁", "😐", "★", "★★", "★★★", "👍", "👎", ":)", ":(", ":|", ":D", "D:", "*", "**", "(2)",
         "agree+", "agree-", "1/2", "1-2", "yes?", "50%", "5", "0.5", "0,5", "05", "<1", ">1", "A", "a.", "½", "²", "2²"]  # fmt: skip


def test_no_two_signs_are_one_answer():
    assert len({fold(s) for s in SIGNS}) == len(SIGNS)


@given(st.text(min_size=1, max_size=6))
def test_only_what_is_blank_comes_to_nothing(text):
    seen = any(not c.isspace() and c not in "\u200b\u2060\ufeff\xad" and not 0xFE00 <= ord(c) <= 0xFE0F for c in text)
    modifier = all(0x1F3FB <= ord(c) <= 0x1F3FF or c.isspace() or 0xFE00 <= ord(c) <= 0xFE0F for c in text)
    assert bool(fold(text)) or not seen or modifier


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_is_an_answer_of_which_the_meaning_is_asked(sign):
    data = written([["power"], *[[sign]] * 5, [""]]).encode()
    assert counted(data).startswith("refused") or fold(sign) in ("yes?",)
    assert counted(data, f"{sign}=no")[1] == {"power": {"disagree": 5}}


@pytest.mark.parametrize(
    ("one", "other"),
    [("-2=no", "−2=yes"), ("Often=yes", "often!=no"), ("🙂=yes", "🙂\ufe0f=no"), ("👍=yes", "👍🏽=partly"), ("power:1=yes", "power: 1=no"),
     ("quote:1=yes", "quote: 1=no")],
)  # fmt: skip
def test_one_answer_cannot_mean_two_things(one, other):
    with pytest.raises(Refused, match="cannot mean different things"):
        Meanings([one, other])
    Meanings([one, one])


def test_a_meaning_may_be_told_for_one_column():
    data = b"power,timing\n1,1\n1,1\n5,5\n"
    assert counted(data, "1=yes", "5=no", "timing:1=no", "timing:5=yes")[1] == {
        "timing": {"disagree": 2, "agree": 1},
        "power": {"agree": 2, "disagree": 1},
    }


# --- consent ---------------------------------------------------------------------------------------

CELLS = st.sampled_from(["1", "2", "0", "mostly", "Mostly", "always", "true", "TRUE", "on", "checked", "yes?", "-yes", "yes/no", "no yes", "✓", "x", "partly",
                         "No", "N", "never", "", " ", "ok", "sure", "I do not agree", "agree strongly", "yes, mostly", "strongly agree"]) | st.text(max_size=8)  # fmt: skip
MEANING = st.tuples(CELLS, st.sampled_from(["yes", "no", "partly", "unsure"])).map("=".join)


@given(cells=st.lists(CELLS, min_size=1, max_size=6), values=st.lists(MEANING, max_size=4))
def test_nothing_but_the_fixed_words_leads_to_a_printed_quotation(cells, values):
    """Whatever is told of answers: consent is its own words, and no other."""
    fixed = {fold(w) for w in CONSENT}
    rows = [["power", "words", "quote"], *[["Yes", f"secret {n}", cell] for n, cell in enumerate(cells)]]
    try:
        found = counted(written(rows, quoting=csv.QUOTE_ALL).encode(), *values)
    except Refused:
        return
    if isinstance(found, str):
        return
    agreed = [f"[words] secret {n}" for n, cell in enumerate(cells) if fold(cell) in fixed]
    assert found[2] == agreed


@given(st.lists(st.tuples(*[st.sampled_from(["Yes", "No", "", "I agree", "Nein"])] * 3), min_size=1, max_size=5))
def test_of_several_columns_of_consent_all_must_say_yes(people):
    rows = [["power", "words", "quote", "quote", "quote"], *[["Yes", f"secret {n}", *p] for n, p in enumerate(people)]]
    found = counted(written(rows).encode())
    assert found[2] == [f"[words] secret {n}" for n, p in enumerate(people) if all(c in ("Yes", "I agree") for c in p)]


@pytest.mark.parametrize("cell", ["1", "mostly", "always", "true", "✓", "ticked", "Yes?", "yes - but ask me"])
def test_what_is_no_plain_word_of_consent_is_refused_until_told(cell):
    data = written([["power", "words", "quote"], ["Yes", "a", cell], ["No", "b", "No"]]).encode()
    assert counted(data).startswith("refused")
    assert counted(data, f"{cell}=yes").startswith("refused")
    assert counted(data, f"quote:{cell}=yes")[2] == ["[words] a"]
    assert counted(data, f"quote:{cell}=no")[2] == []


@pytest.mark.parametrize(
    "told",
    [
        "quote:No=yes",
        "quote:n=yes",
        "quote:partly=yes",
        "quote:=yes",
        "quote:1=partly",
        "quote:not sure=yes",
        "words:x=yes",
    ],
)
def test_nothing_makes_consent_of_a_no(told):
    with pytest.raises(Refused):
        Meanings([told])


@pytest.mark.parametrize(
    "header",
    [
        "I do not want to be quoted",
        "Please don't print my words",
        "I'd rather not be quoted",
        "Keep my answers confidential",
        "Would you mind being quoted?",
        "Do you have any objection to being quoted?",
        "Leave my comments out of the report",
        "Withdraw my consent to be quoted",
        "Exclude what I said from publications",
    ],
)
def test_a_yes_to_not_being_quoted_is_no_consent(header):
    meanings = Meanings()
    sheet = survey.read_sheet(written([["power", "words", header], ["Yes", "a", "Yes"]]).encode(), "t.csv")
    with pytest.raises(Refused, match="it may ask the opposite"):
        survey.of_sheet(sheet, {"power": (0,), "words": (1,), "quote": (2,)}, meanings, "contributors", "2026-05")


@pytest.mark.parametrize(
    "header",
    ["I agree to take part in this survey", "May we use your photo?", "Photo", "Do you consent to us storing your data?",
     "May we contact you about other studies?", "Quote me only after asking me again", "Have you read the privacy notice?"],
)  # fmt: skip
def test_a_yes_to_something_else_is_no_consent_to_be_quoted(header):
    sheet = survey.read_sheet(written([["power", "words", header], ["Yes", "a", "Yes"]]).encode(), "t.csv")
    with pytest.raises(Refused, match="is no consent"):
        survey.of_sheet(sheet, {"power": (0,), "words": (1,), "quote": (2,)}, Meanings(), "contributors", "2026-05")


@pytest.mark.parametrize(
    "header",
    ["May we quote you?", "quote", "Q13", "Consent", "Can we use your comments, without your name, in our report?", "Mogen wij u citeren?",
     "Are you happy for us to print what you said?", "May we share your words?", "You may quote me. (I know that I can withdraw at any time.)"],
)  # fmt: skip
def test_a_plain_question_for_consent_is_taken(header):
    sheet = survey.read_sheet(written([["power", "words", header], ["Yes", "a", "Yes"]]).encode(), "t.csv")
    columns = {"power": (0,), "words": (1,), "quote": (2,)}
    found = survey.of_sheet(sheet, columns, Meanings(), "contributors", "2026-05")
    assert [w for p in found.people for w in p.words] == ["[words] a"]


def test_a_no_in_a_column_that_nobody_named_is_a_no_all_the_same():
    """Whoever names one of two columns of consent does not do away with the other."""
    rows = [["power", "words", "May we quote you?", "May we publish your comments?", "Please do not print my words"],
            ["Yes", "a", "Yes", "No", ""], ["Yes", "b", "Yes", "Yes", ""], ["Yes", "c", "Yes", "Yes", "Yes"], ["Yes", "d", "Yes", "", "No"]]  # fmt: skip
    sheet = survey.read_sheet(written(rows).encode(), "t.csv")
    columns = {"power": (0,), "words": (1,), "quote": (2,)}
    found = survey.of_sheet(sheet, columns, Meanings(), "contributors", "2026-05")
    assert [w for p in found.people for w in p.words] == ["[words] b", "[words] d"]


def test_what_is_offered_as_the_column_of_answers_holds_answers():
    rows = [["ID", "Start time", "Did you have a say?"], *[[str(n), "9:00", "Yes"] for n in range(6)]]
    sheet = survey.read_sheet(written(rows).encode(), "t.csv")
    with pytest.raises(Refused, match=r"--map 'influence=Did you have a say\?'"):
        survey.of_sheet(sheet, {}, Meanings(), "contributors", "2026-05")


# --- nothing of few people, anywhere ---------------------------------------------------------------


@pytest.fixture
def said(tmp_path, capsys, monkeypatch):
    """All that is printed and written for a table, standard error and all."""
    monkeypatch.chdir(tmp_path)

    def call(rows, *options):
        (tmp_path / "t.csv").write_text(written(rows), encoding="utf-8")
        (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
        capsys.readouterr()
        code = main(["views", "add", "project.yaml", "t.csv", "--round", "2026-05", *options])
        printed = capsys.readouterr()
        return code, printed.out, printed.err, (tmp_path / "project.yaml").read_text(encoding="utf-8")

    return call


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_of_few_people_everything_printed_is_the_same_whatever_they_answered(said, number):
    """Two rounds that differ only in what is hidden are printed alike, to the last byte of standard error."""
    seen = {}
    for answers in itertools.combinations_with_replacement(["Yes", "Partly", "No"], number):
        most = number > 2 and 2 * answers.count("Yes") > number
        rows = [["Status", "power", "words", "quote"], ["Survey Preview", "Yes", "", ""]]
        rows += [["IP Address", a, "not for print", "No"] for a in answers]
        printed = said(rows)
        assert seen.setdefault(most, printed) == printed
        assert "not for print" not in "".join(map(str, printed))


def test_of_few_people_it_is_not_said_how_many_of_them_refused_to_be_quoted(said):
    rows = [["power", "words", "quote"], ["Yes", "a", "No"], ["Yes", "b", "No"], ["Yes", "", ""]]
    code, _, err, _ = said(rows)
    assert code == 0
    assert "not told that people agreed to be quoted" in err
    assert "quoted: 2" not in err


def test_a_message_never_repeats_a_cell(said):
    for rows in (
        [["power"], ["secret"]],
        [["power", "words", "quote"], ["Yes", "a", "secret"]],
        [["power", "timing"], ["Yes", "No", "secret"]],
        [["Yes", "secret words", "No"], ["No", "more", "Yes"]],
        [["email", "power"], ["secret", "Yes"]],
        [["power", "power"], ["Yes", "No"]],
        [["secret@example.org", "power"], ["x", "No"]],
        [["A title"], ["power", "timing"], ["secret", "No"]],
    ):
        code, out, err, _ = said(rows, "--map", "words=nowhere") if rows[0][0] == "Yes" else said(rows)
        assert code == 2
        assert "secret" not in out + err


# --- handed in twice -------------------------------------------------------------------------------

ROWS = [
    ["2026-05-03 10:00:11", "Yes", "No"],
    ["2026-05-03 10:01:12", "No", "No"],
    ["2026-05-03 10:02:13", "No", "Partly"],
]
HEAD = ["When", "power", "timing"]


@pytest.fixture
def twice(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")

    def call(*tables, options=()):
        names = []
        for n, data in enumerate(tables):
            (tmp_path / f"export ({n}).csv").write_bytes(data)
            names.append(f"export ({n}).csv")
        capsys.readouterr()
        code = main(["views", "add", "project.yaml", *names, "--round", "2026-05", "--dry-run", *options])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def turned(rows, order):
    return [[row[n] for n in order] for row in rows]


@pytest.mark.parametrize(
    "second",
    [
        written([HEAD, *ROWS]).encode(),
        written([HEAD, *ROWS], ";").encode("utf-16"),
        written(turned([HEAD, *ROWS[::-1]], (2, 0, 1)), "\t", csv.QUOTE_ALL).encode("utf-8-sig"),
        written([HEAD, *ROWS, ["2026-05-04 09:00:00", "Yes", "Yes"]]).encode(),
        written([HEAD, *ROWS[:2]]).encode(),
        written([HEAD, *[[w.replace("2026-05-03", "03/05/2026"), p.upper(), t] for w, p, t in ROWS]]).encode(),
        written([HEAD, *ROWS[1:], ["2026-05-04 09:00:00", "Yes", "Yes"]]).encode(),
        written(
            [
                HEAD,
                *[
                    [w, *r[1:]]
                    for w, r in zip(("46145.4167939815", "46145.4175", "46145.4182060185"), ROWS, strict=True)
                ],
            ]
        ).encode(),
        written([["When", "power", "timing", "more"], *[[*r, "x"] for r in ROWS]]).encode(),
    ],
    ids=[
        "same",
        "other delimiter",
        "other order",
        "one more",
        "one less",
        "saved anew",
        "one gone and one new",
        "dates that lost their format",
        "a column more",
    ],
)
def test_the_same_people_are_never_counted_twice(twice, second):
    for tables in ((written([HEAD, *ROWS]).encode(), second), (second, written([HEAD, *ROWS]).encode())):
        code, out, err = twice(*tables)
        assert code == 2, out
        assert "counted twice" in err


def test_codes_and_labels_of_one_survey_are_the_same_people(twice):
    coded = written([["id", "power"], ["1", "1"], ["2", "5"]]).encode()
    labelled = written([["Response ID", "id", "power"], ["1", "1", "Yes"], ["2", "2", "No"]]).encode()
    assert twice(coded, labelled, options=("--value", "1=yes", "--value", "5=no"))[0] == 2


def test_different_people_are_counted_together(twice):
    others = [
        ["2026-05-03 11:00:11", "Yes", "No"],
        ["2026-05-03 11:01:12", "No", "No"],
        ["2026-05-03 11:02:13", "No", "Partly"],
    ]
    code, out, err = twice(written([HEAD, *ROWS]).encode(), written([HEAD, *others]).encode())
    assert code == 0, err
    assert "answered: 6" in out


@pytest.mark.parametrize("between", [[], [HEAD]])
def test_an_export_that_was_pasted_below_itself_is_refused(twice, between):
    code, _, err = twice(written([HEAD, *ROWS, *ROWS[:1], *between, *ROWS, *ROWS[:1]]).encode())
    assert code == 2
    assert "twice" in err


def test_two_people_may_answer_the_same(twice):
    assert twice(written([["power", "timing"], *[["Yes", "No"]] * 6]).encode())[0] == 0
    minute = [["2026-05-03 10:00", "Yes", "No"]] * 2 + [["2026-05-03 10:01", "No", "No"]]
    assert twice(written([HEAD, *minute]).encode())[0] == 0


def test_a_round_that_was_counted_with_the_unfinished_is_not_added_again_without_them(tmp_path, monkeypatch, capsys):
    """The difference would show what those few said who broke off."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    rows = [["Finished", "power"], *[["True", "No"]] * 3, *[["True", "Yes"]] * 3, *[["False", "Yes"]] * 2]
    (tmp_path / "t.csv").write_text(written(rows), encoding="utf-8")
    add = ["views", "add", "project.yaml", "t.csv"]
    assert main([*add, "--round", "2026-05", "--unfinished", "count"]) == 0
    before = (tmp_path / "project.yaml").read_bytes()
    assert main([*add, "--round", "2026-06"]) == 2
    assert "with" not in capsys.readouterr().out
    assert (tmp_path / "project.yaml").read_bytes() == before
    assert main([*add, "--round", "2026-06", "--all-new"]) == 0


def test_the_same_answers_told_as_two_sides_are_noticed(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    (tmp_path / "t.csv").write_text("power\nYes\nNo\nNo\nYes\nYes\n", encoding="utf-8")
    add = ["views", "add", "project.yaml", "t.csv", "--round", "2026-05"]
    assert main(add) == 0
    assert main([*add, "--of", "researchers"]) == 0
    assert "was the right file handed in" in capsys.readouterr().err
    assert len(views_in(read((tmp_path / "project.yaml").read_bytes()).tree)) == 2


# --- columns that point to people ------------------------------------------------------------------

POINT = [
    "Token",
    " access code",
    " redcap_survey_identifier",
    " Survey Identifier",
    " attribute_1",
    " _submitted_by",
    " Submitter",
    " username",
    " deviceid",
    " Device ID",
    "\nNetwork ID",
    " invite code",
    " Invitation code",
    " staff number",
    " Student ID",
    " Membership number",
    " Membership no.",
    " Nom",
    " Prénom",
    " Votre nom",
    " Nom et prénom",
    " Code postal",
    "\nDate de naissance",
    " Adresse",
    " Téléphone",
    " Nachname",
    " Vorname",
    " Vor- und Nachname",
    " Ihr Name",
    " Geburtsdatum",
    " Postleitzahl",
    " PLZ",
    " Straße",
    " Handynummer",
    " Zugangscode",
    "\nApellidos",
    " Nombre y apellidos",
    " Fecha de nacimiento",
    " Código postal",
    " Dirección",
    " Correo electrónico",
    " Teléfono",
    " ¿Cómo se llama?",
    " Nome e cognome",
    " Cognome",
    "\nData di nascita",
    " Indirizzo",
    " Codice fiscale",
    " Data de nascimento",
    " Endereço",
    " Apelido",
    " Código de acesso",
    " Voornaam",
    " Achternaam",
    " Geboortedatum",
    " Woonplaats",
    "\nWat is uw naam?",
    " Imię i nazwisko",
    " Data urodzenia",
    " Kod pocztowy",
    " Adres",
    " PESEL",
    " Enw llawn",
    " Cyfenw",
    " Cyfeiriad",
    " Dyddiad geni",
    " Cod post",
    " Rhif ffôn",
    " E-bost",
    "\nBeth yw eich enw?",
    " Fornavn",
    " Sukunimi",
    " Příjmení",
    " имя",
    " 姓名",
    " Name (First)",
    " Address (City)",
    " City/Town",
    " Custom Data 1",
    " PROLIFIC_PID",
    " workerId",
    "\nParticipant code",
    " Unique ID",
    " firstname. First name",
    " token. Access code",
    " Your town",
    " Completed by",
    " Full Name (optional)",
    " x1",
    " SSN",
    " What is your name?",
]
FREE = [
    "Last page",
    " lastpage. Last page",
    " First session",
    " First impressions",
    " Town hall meetings",
    " City council",
    " Mobile clinic visits",
    " Telephone support",
    "\nEmail support was good",
    " Last, how was the meeting?",
    " Last, how was your name used?",
    " Was your name on the paper?",
    " Start language",
    " Event Name",
    " redcap_event_name",
    "\nRecord ID",
    " Response ID",
    " ResponseId",
    " id",
    " Unique Response Number",
    " Group name",
    " Organisation name",
    " Data Access Group",
    " _uuid",
    " __version__",
    " Progress",
    " Full attendance",
    "\nAddress the problem",
    " Did we address your concerns?",
    " Contributor or researcher",
    " Phone interviews",
    " Access needs",
    " Code of conduct",
    " Case for change",
    "\nDid e-mails reach you in time?",
    " Personal growth",
    " Street outreach",
    " Birth centre visits",
    " Reference group",
    " Number of meetings",
    " Study design",
    " Mail shots",
    "\nDoes the name co-production fit this work?",
    " Member satisfaction",
    " User involvement",
    " Home visits",
    " Network",
    " Panel",
    " Ward",
]


@pytest.mark.parametrize("header", [h.strip() for h in POINT])
def test_columns_that_point_to_people_are_refused_unless_they_are_empty(header):
    assert identifying_column(header)
    for change in (str.upper, str.lower, lambda h: f"  {h}*", lambda h: h.replace(" ", "_"), lambda h: f"{h}:"):
        assert identifying_column(change(header)), change(header)
    with pytest.raises(Refused, match="may hold"):
        survey.read_sheet(written([[header, "power"], ["secret", "Yes"], ["", "No"]]).encode(), "t.csv")
    for empty in ("", "anonymous", "*******"):
        survey.read_sheet(written([[header, "power"], [empty, "Yes"], ["", "No"]]).encode(), "t.csv")


@pytest.mark.parametrize("header", [h.strip() for h in FREE])
def test_columns_that_point_to_nobody_are_left_in_peace(header):
    assert identifying_column(header) == ""
    survey.read_sheet(written([[header, "power"], ["something", "Yes"], ["else", "No"]]).encode(), "t.csv")


def test_an_export_without_dates_that_was_pasted_below_itself_is_refused(twice):
    rows = [["Yes", "No"], ["No", "No"], ["Partly", "Yes"], ["Yes", "Yes"], ["No", "Partly"]]
    code, _, err = twice(written([["power", "timing"], *rows, *rows]).encode())
    assert code == 2
    assert "every row stands there twice" in err
    assert twice(written([["power", "timing"], *rows, *rows[::-1]]).encode())[0] == 0


@pytest.mark.parametrize("newest_first", [False, True])
@pytest.mark.parametrize("dated", [False, True])
@pytest.mark.parametrize("above", [False, True])
def test_an_older_export_above_or_below_a_newer_one_that_holds_it_is_refused(twice, newest_first, dated, above):
    said = [
        ["Yes", "No"],
        ["No", "No"],
        ["Partly", "Yes"],
        ["Yes", "Yes"],
        ["No", "Partly"],
        ["No", "Yes"],
        ["No", "No"],
    ]
    newer = [[f"2026/05/03 9:1{n}:11 am", *row] if dated else row for n, row in enumerate(said)]
    older = newer[: 3 if dated else 4]
    if newest_first:
        newer, older = newer[::-1], older[::-1]
    rows = older + newer if above else newer + older
    code, _, err = twice(written([["Timestamp", "power", "timing"][not dated :], *rows]).encode())
    assert code == 2
    assert f"{len(older)} rows stand there twice" in err


def test_people_who_answer_in_the_same_minute_are_no_older_export(twice):
    room = [["2026/05/03 9:10:11 am", "Yes"], ["2026/05/03 9:10:41 am", "No"]]
    assert twice(written([["Timestamp", "power"], *room, *room, ["2026/05/03 9:11:00 am", "No"]]).encode())[0] == 0
    assert twice(written([["power"], *[[a] for a in ("Yes", "No", "Yes", "Yes", "No", "No")]]).encode())[0] == 0
