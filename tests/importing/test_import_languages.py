"""Logs in other languages: their headings, answers, dates, and what says there that nothing changed yet."""

from __future__ import annotations

import pytest
from logs import told, tree, xlsx

from involve_audit.importing.headings import roles_of
from involve_audit.importing.sheet_dates import date_of

pytest.importorskip("python_calamine", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
pytest.importorskip("openpyxl", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")

LOGS = [
    ["Datum", "Was gesagt wurde", "Was sich geändert hat", "Antwort", "Bemerkungen", "Verantwortlich"], ["Wann", "Anregung", "Maßnahme", "Umgesetzt?", "Anmerkung", "Zuständig"],
    ["Date", "Vous avez dit", "Nous avons fait", "Réponse", "Remarques", "Responsable"], ["Quand", "Suggestion", "Ce qui a changé", "Retenu ?", "Commentaires", "Nom"],
    ["Fecha", "Lo que se dijo", "Lo que cambió", "Respuesta", "Observaciones", "Responsable"], ["Fecha", "Sugerencia", "Cambio", "Aceptado", "Comentarios", "Encargada"],
    ["Data", "Avete detto", "Abbiamo fatto", "Risposta", "Osservazioni", "Responsabile"], ["Data", "Sugestão", "O que mudou", "Resposta", "Observações", "Responsável"], ["Datum", "Wat is er gezegd", "Wat we deden", "Antwoord", "Opmerkingen", "Verantwoordelijke"],
]  # fmt: skip
NOT_YET = ["Nichts", "Noch offen", "Nicht möglich, kein Geld", "wird geprüft", "in Arbeit", "Rien pour l'instant", "Pas encore", "En cours", "Nous ne pouvons pas", "à voir", "Nada", "Sin cambios", "No se pudo", "Pendiente", "En curso", "Niente", "Nessuna modifica", "In corso", "Nada mudou", "Niets", "Nog niet", "We can't at the moment", "Sorry, we could not", "They are looking for money"]  # fmt: skip


@pytest.mark.parametrize("heads", LOGS)
def test_a_log_with_headings_of_another_language_is_read_without_names(heads):
    put, _ = told(xlsx({"Log": [heads, ["14.03.2025", "A lift", "A lift", None, "Bus 7", "Maja K."], ["3/4/2025", "Tea", "Tea", None, None, "Maja K."]]}))  # fmt: skip
    first, second = tree(put)["influence"]["log"]
    assert (first["when"], first["said"], first["changed"]) == ("2025-03-14", "A lift", "A lift")
    assert f"{heads[4]}: Bus 7" in first["note"]
    assert second["said"] == "Tea"
    assert "Maja" not in put.text


@pytest.mark.parametrize("cell", NOT_YET)
def test_what_has_not_changed_is_no_change_in_any_of_them(cell):
    put, _ = told(xlsx({"Log": [["Datum", "Anregung", "Was wurde geändert?"], ["14.03.2025", "A lift", cell]]}))
    (entry,) = tree(put)["influence"]["log"]
    assert entry.get("changed", "none") == "none"


@pytest.mark.parametrize(("cell", "found"), [
    ("3. März 2025", "3 March 2025"), ("12.03.2025", "2025-03-12"), ("12.3.25", "2025-03-12"), ("1er mars 2025", "1 March 2025"), ("3 de abril de 2025", "3 April 2025"), ("abril de 2025", "April 2025"), ("Mai 2025", "May 2025"), ("agosto 2025", "August 2025"), ("dicembre 2025", "December 2025"), ("12/03/2025", None), ("Raum 2025", None),
])  # fmt: skip
def test_dates_in_words_of_other_languages_and_with_points(cell, found):
    assert date_of(cell) == found


def test_a_word_that_is_one_of_english_too_keeps_its_place():
    assert roles_of("Impact") == ("changed",)
    assert roles_of("Decision") == ("decision",)


def test_a_checklist_for_papers_is_no_log():
    from logs import columns

    rows = [["Section and topic", "Item", "Reported on page", "Our text"], ["2: Methods", "Methods used for PPI", 4, "A panel"], ["3: Study results", "Report the results of PPI", 9, "Changed the consent form"]]  # fmt: skip
    assert columns(xlsx({"GRIPP2": rows})) == []


def test_a_number_is_nothing_that_was_said_or_changed():
    put, _ = told(xlsx({"Log": [["Date", "You said", "We did"], ["2025-03-01", "A lift", 9], ["2025-03-02", "Tea", "Tea"]]}))  # fmt: skip
    assert "changed" not in tree(put)["influence"]["log"][0]


@pytest.mark.parametrize("heading", ["What did you tell us?", "What did people tell us?", "What did they tell us", "What did the panel ask for?", "What did members want?", "What would you like to tell us?", "What did you ask for?", "What did our patients suggest?"])  # fmt: skip
def test_what_people_are_asked_to_say_is_what_they_said_and_no_change(heading):
    assert roles_of(heading) == ("said",)


@pytest.mark.parametrize("heading", ["What did we do?", "What did you do?", "What did it lead to?", "What did the team change?", "What did the team do when the panel asked?", "What did we change?"])  # fmt: skip
def test_what_was_done_stays_a_change(heading):
    assert roles_of(heading) == ("changed",)
