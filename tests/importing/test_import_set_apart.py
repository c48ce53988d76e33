"""What a log says of who may know what stands in it: in columns, beside words, in remarks on cells, and over the whole sheet."""

from __future__ import annotations

import pytest
from logs import told, tree, xlsx

pytest.importorskip("python_calamine", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
openpyxl = pytest.importorskip("openpyxl", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")

PRIVATE = "My husband died on that ward"
COLUMNS = [("Confidential?", "Yes", "No"), ("Private?", "Yes", "No"), ("Share?", "No", "Yes"), ("Can be shared?", "No", "Yes"), ("Can we share this?", "N", "Y"), ("OK to share outside the group?", "No", "Yes"), ("Shareable", "No", "Yes"), ("For sharing?", "no", "yes"), ("Public?", "No", "Yes"), ("Publish?", "No", "Yes"), ("Can publish", "N", "Y"), ("Permission to share", "No", "Yes"), ("Permission given", "No", "Yes"), ("Permission", "Refused", "Given"), ("Consent", "No", "Yes"), ("Consent given?", "No", "Yes"), ("Consent to quote", "No", "Yes"), ("Quote ok?", "N", "Y"), ("Quotable?", "No", "Yes"), ("Use in report?", "No", "Yes"), ("Include in report?", "No", "Yes"), ("In minutes?", "No", "Yes"), ("For the minutes?", "No", "Yes"), ("Not for minutes", "x", None), ("Off the record?", "Yes", "No"), ("Sensitive?", "Yes", "No"), ("Sensitivity", "Confidential", "Public"), ("Sensitivity", "Restricted", "Open"), ("Classification", "Internal only", "Public"), ("Access level", "Group only", "Everyone"), ("Visibility", "Team only", "All"), ("Sharing", "Among ourselves", "OK"), ("Sharing", "Not to be shared", "Can be shared"), ("Who can see this", "Panel only", "Anyone"), ("Audience", "internal only", "public"), ("Status of comment", "not for sharing", "for sharing"), ("Restricted?", "Y", "N"), ("Internal only", "Yes", "No"), ("Keep private?", "Yes", "No"), ("Keep between us", "x", None), ("Do not share", "x", None), ("Do not quote", "yes", "no"), ("Vertraulich?", "Ja", "Nein"), ("Vertraulich", "x", None), ("Darf geteilt werden?", "Nein", "Ja"), ("Weitergabe erlaubt?", "nein", "ja"), ("Weitergabe", "nein", "ja"), ("Freigabe", "nein", "ja"), ("Freigegeben?", "Nein", "Ja"), ("Zur Veröffentlichung?", "Nein", "Ja"), ("Veröffentlichen?", "Nein", "Ja"), ("Einwilligung", "nein", "ja"), ("Einverständnis", "nein", "ja"), ("Unter uns", "x", None), ("Nur intern", "x", None), ("Intern?", "ja", "nein"), ("Confidentiel ?", "Oui", "Non"), ("Confidentiel", "x", None), ("Diffusable ?", "Non", "Oui"), ("Peut être partagé ?", "Non", "Oui"), ("Diffusion autorisée", "non", "oui"), ("Partage autorisé ?", "Non", "Oui"), ("Consentement", "non", "oui"), ("Entre nous", "x", None), ("Usage interne", "x", None), ("¿Confidencial?", "Sí", "No"), ("Confidencial", "x", None), ("¿Se puede compartir?", "No", "Sí"), ("Permiso para compartir", "No", "Sí"), ("Autorización", "No", "Sí"), ("Consentimiento", "No", "Sí"), ("Uso interno", "x", None), ("Riservato?", "Sì", "No"), ("Si può condividere?", "No", "Sì"), ("Consenso", "No", "Sì"), ("Confidencial?", "Sim", "Não"), ("Pode partilhar?", "Não", "Sim"), ("Vertrouwelijk?", "Ja", "Nee"), ("Mag gedeeld worden?", "Nee", "Ja"), ("Toestemming", "Nee", "Ja"), ("Poufne?", "Tak", "Nie"), ("Zgoda", "Nie", "Tak"), ("Konfidentiellt?", "Ja", "Nej"), ("Får delas?", "Nej", "Ja"), ("Fortroligt?", "Ja", "Nej"), ("Må deles?", "Nej", "Ja"), ("Fortrolig?", "Ja", "Nei"), ("Kan deles?", "Nei", "Ja"), ("Cyfrinachol?", "Ydy", "Na")]  # fmt: skip
"""A heading, what stands there beside what is not to be shared, and beside what may be."""


def said(heads, *rows):
    put, found = told(xlsx({"Log": [heads, *rows]}))
    return [e["said"] for e in tree(put).get("influence", {}).get("log", [])], put.text, found


@pytest.mark.parametrize(("heading", "no", "yes"), COLUMNS)
def test_a_column_that_says_what_may_be_shared_is_heeded_in_any_words(heading, no, yes):
    rows = [["2025-03-01", PRIVATE, "Nothing", no], ["2025-03-02", "More breaks", "Breaks", yes], ["2025-03-03", "Signs are unclear", "New signs", yes]]  # fmt: skip
    words, text, _ = said(["Date", "You said", "We did", heading], *rows)
    assert (words, PRIVATE in text) == (["More breaks", "Signs are unclear"], False)


@pytest.mark.parametrize(("heading", "cells"), [
    ("Private", ["Yes", "No"]), ("Public", ["Yes", "No"]), ("Who was there", ["Panel", "Team"]), ("Audience", ["Patients", "Staff"]), ("Sharing", ["A poster", "A talk"]), ("Shared", ["Yes", "No"]), ("Published", ["No", "Yes"]),
    ("Minutes", ["No", "Yes"]), ("Accord", ["oui", "non"]), ("Reported back?", ["No", "Yes"]), ("Confidence", ["High", "Low"]), ("Sensitivity", ["High", "Low"]), ("Notes", ["Private rental, she said", "No minutes"]), ("Notes", ["Not yet published", "internal medicine"]), ("Type", ["Internal", "Public"]),
])  # fmt: skip
def test_a_column_about_something_else_leaves_no_row_out(heading, cells):
    words, *_ = said(["Date", "You said", "We did", heading], *[["2025-03-02", w, "Done", c] for w, c in zip(("More breaks", "Signs"), cells, strict=True)])  # fmt: skip
    assert words == ["More breaks", "Signs"]


@pytest.mark.parametrize("mark", ["not for the minutes", "unter uns", "entre nous", "among ourselves", "PRIVATE", "vertraulich", "internal", "nur intern", "confidencial", "w zaufaniu", "ej för spridning", "consent missing"])  # fmt: skip
@pytest.mark.parametrize("column", range(4))
def test_a_mark_beside_what_any_cell_says_keeps_the_row_out(mark, column):
    row = ["March 2025", PRIVATE, "A new leaflet", "Panel meeting"]
    for way in ("{} ({})", "{} [{}]", "{} - {}"):
        marked = [way.format(c, mark) if n == column else c for n, c in enumerate(row)]
        words, text, _ = said(["Date", "You said", "We did", "Meeting"], ["2025-03-02", "More breaks", "Breaks", None], marked)  # fmt: skip
        assert (words, PRIVATE in text) == (["More breaks"], False), marked


def test_meetings_and_decisions_are_kept_out_as_what_people_said_is():
    rows = [["Date", "Meeting", "Number of contributors", "Notes"], ["2025-03-02", "Panel meeting", 5, "Agenda sent"], ["2025-04-02", "Meeting with her family", 1, "Not to be shared"]]  # fmt: skip
    put, _ = told(xlsx({"Meetings": rows}))
    assert "her family" not in put.text
    rows = [["Date", "Decision", "Decided by", "Confidential?"], ["2025-03-02", "Larger print", "together", "No"], ["2025-04-02", "Her contract ends", "team", "Yes"], ["2025-05-02", "Not to publish the raw data", "team", "No"]]  # fmt: skip
    put, _ = told(xlsx({"Decisions": rows}))
    assert [d["what"] for d in tree(put)["power"]["decisions"]] == ["Larger print", "Not to publish the raw data"]


@pytest.mark.parametrize("heading", ["Outcome (confidential)", "What changed (internal)", "Notes (nur intern)", "Private notes", "Interne Notizen", "Remarques confidentielles", "Internal comments", "Notes - not for sharing"])  # fmt: skip
def test_a_column_that_is_set_apart_is_left_out_and_its_rows_stay(heading):
    words, text, found = said(["Date", "You said", "We did", heading], ["2025-03-02", "More breaks", "Breaks", PRIVATE])
    assert (words, PRIVATE in text) == (["More breaks"], False)
    assert any(r.heading == heading for r in found.remarks)
