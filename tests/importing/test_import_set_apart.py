"""What a log says of who may know what stands in it: in columns, beside words, in remarks on cells, and over the whole sheet."""

from __future__ import annotations

import io
import zipfile

import pytest
from logs import ods, told, tree, xlsx

pytest.importorskip("python_calamine", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
openpyxl = pytest.importorskip("openpyxl", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
from openpyxl.comments import Comment  # noqa: E402
from openpyxl.styles import Font  # noqa: E402

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


def book(rows, **more):
    """A workbook with one sheet, to be changed before it is saved."""
    made = openpyxl.Workbook()
    made.active.title = "Log"
    for row in rows:
        made.active.append(row)
    return made


def saved(made):
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


LOG = [["Date", "You said", "We did"], ["2025-03-01", PRIVATE, "Nothing"], ["2025-03-02", "More breaks", "Breaks"]]


@pytest.mark.parametrize("remark", ["Not to be shared", "AK: please keep this between us", "unter uns", "She does not want her comment in the report", "private"])  # fmt: skip
@pytest.mark.parametrize("cell", ["A2", "B2", "C2"])
def test_a_remark_on_a_cell_keeps_its_row_out(remark, cell):
    made = book(LOG)
    made.active[cell].comment = Comment(remark, "somebody")
    made.active["C3"].comment = Comment("Checked with the panel", "somebody")
    put, found = told(saved(made))
    assert [e["said"] for e in tree(put)["influence"]["log"]] == ["More breaks"]
    assert [r.place for r in found.remarks if "remark on this cell" in r.says] == ["sheet Log, row 3, column C"]
    assert "Checked with" not in put.text


def test_a_remark_on_a_heading_keeps_its_column_out():
    made = book([[*row, note] for row, note in zip(LOG, ("Notes", None, PRIVATE), strict=True)])
    made.active["D1"].comment = Comment("internal only", "somebody")
    made.active["B2"] = "Signs"
    put, _ = told(saved(made))
    assert PRIVATE not in put.text
    assert len(tree(put)["influence"]["log"]) == 2


def test_remarks_of_libreoffice_are_heeded_too():
    remark = "<office:annotation><dc:creator>A</dc:creator><text:p>nicht weitergeben</text:p></office:annotation>"
    with zipfile.ZipFile(io.BytesIO(ods({"Log": LOG}))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["content.xml"] = parts["content.xml"].replace(f"<text:p>{PRIVATE}", f"{remark}<text:p>{PRIVATE}").replace("<office:document-content ", '<office:document-content xmlns:dc="http://purl.org/dc/elements/1.1/" ')  # fmt: skip
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    put, _ = told(data.getvalue(), name="log.ods")
    assert [e["said"] for e in tree(put)["influence"]["log"]] == ["More breaks"]
    assert "weitergeben" not in put.text


def test_rows_that_are_hidden_or_struck_through_are_left_out_and_those_of_a_filter_are_not():
    made = book([*LOG, ["2025-03-03", "Signs", "New signs"]])
    made.active.row_dimensions[2].hidden = True
    for cell in made.active[4]:
        cell.font = Font(strike=True)
    put, found = told(saved(made))
    assert [e["said"] for e in tree(put)["influence"]["log"]] == ["More breaks"]
    assert [r.says.split(";")[0] for r in found.remarks] == ["it is hidden in the sheet", "it is struck through"]
    made = book(LOG)
    made.active.auto_filter.ref = "A1:C3"
    made.active.auto_filter.add_filter_column(2, ["Breaks"])
    made.active.row_dimensions[2].hidden = True
    put, found = told(saved(made))
    assert len(tree(put)["influence"]["log"]) == 2
    assert [r.place for r in found.remarks if "a filter hides it" in r.says] == ["sheet Log, row 2"]


@pytest.mark.parametrize("way", ["above", "below", "name", "cover", "beside"])
def test_what_a_whole_sheet_says_of_itself_is_heeded_unless_it_is_asked_for(way, tmp_path, monkeypatch, run):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "project.yaml").write_text("format: 1\n", encoding="utf-8")
    over = {"above": [["Impact log 2025 - INTERNAL, not for circulation"], []], "beside": [["Impact log", None, "VERTRAULICH"], []]}.get(way, [])  # fmt: skip
    made = book([*over, *LOG, *([[], ["Strictly among ourselves"]] if way == "below" else [])])
    if way == "name":
        made.active.title = "Panel only"
    if way == "cover":
        made.create_sheet("Cover", 0)["B2"] = "Private and confidential"
    (tmp_path / "log.xlsx").write_bytes(saved(made))
    done = run("import", "log.xlsx", "--yes")
    assert done.code == 2
    assert "not for everybody" in done.err
    assert (tmp_path / "project.yaml").read_text(encoding="utf-8") == "format: 1\n"
    assert run("import", "log.xlsx", "--yes", "--sheet", "Panel only" if way == "name" else "Log").code == 0
