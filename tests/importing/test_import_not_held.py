"""A meeting that did not take place is no source, whatever says so and wherever; what is not plain is asked about."""

from __future__ import annotations

import pytest
from logs import told, tree, xlsx

from involve_audit.importing.taken_place import did_not_take_place

pytest.importorskip("python_calamine", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
pytest.importorskip("openpyxl", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")

HEADS = ["Date", "Meeting", "Attended", "Notes"]
HELD = ["2025-03-12", "Panel meeting", 7, "Talked about the leaflet"]
NOT_HELD = [
    "CANCELLED", "Cancelled", "Canceled - snow", "cancelled due to train strike", "Meeting cancelled", "The meeting was cancelled", "Had to be postponed", "Postponed to 14 May", "Sadly cancelled at short notice",
    "Postponed until June because of illness", "Did not take place", "Didn't go ahead", "This meeting did not happen", "Session called off", "Not held", "No meeting held", "Rescheduled to 4/6/2025", "moved to 4 June",
    "Deferred to next quarter", "Quiet month (meeting cancelled)", "Too few could come; postponed.", "Room flooded - cancelled", "Status: cancelled", "Abgesagt", "leider abgesagt wegen Krankheit", "Fand nicht statt",
    "Fällt aus", "Verschoben auf Mai", "Sitzung ausgefallen", "Annulée", "Réunion annulée", "Reportée au 4 juin", "N'a pas eu lieu", "Cancelada", "La reunión fue cancelada por la huelga", "No se celebró", "Aplazada a mayo",
    "Annullata", "Rinviata a maggio", "Cancelada por falta de gente", "Adiada para maio", "Geannuleerd", "Uitgesteld naar mei", "Ging niet door", "Odwołane", "Przełożone na maj", "Canslwyd", "Inställt", "Möte inställt", "Aflyst", "Avlyst", "Udsat til maj",
]  # fmt: skip
OF_ANOTHER = [
    "Replaces the cancelled meeting in March", "Postponed from 3 March", "Rescheduled from May", "Two members' trains were cancelled", "Nearly cancelled for want of people", "Held online instead of in the hall, which had cancelled", "Talked about cancelled appointments",
    "Not cancelled after all", "The survey was postponed", "Verschoben vom 3. März", "Went ahead although the speaker cancelled",
]  # fmt: skip


@pytest.mark.parametrize("words", NOT_HELD)
def test_a_meeting_that_did_not_take_place_is_left_out_and_counted(words):
    for row in (["2025-04-12", "Panel meeting", None, words], ["2025-04-12", f"Panel meeting ({words})", None, None], ["2025-04-12", f"Panel meeting - {words}", None, None], [f"12 April 2025 ({words})", "Panel meeting", None, None]):  # fmt: skip
        put, found = told(xlsx({"Meetings": [HEADS, HELD, row]}))
        assert [s["date"] for s in tree(put)["sources"].values() if "date" in s] == ["2025-03-12"], row
        assert found.not_held == 1
        assert ["row 3" in r.place for r in found.remarks if "did not take place" in r.says] == [True]
        assert tree(put)["influence"]["meetings_held"] == "at least 1"


@pytest.mark.parametrize("words", OF_ANOTHER)
def test_what_is_said_of_another_day_or_thing_leaves_no_meeting_out(words):
    put, found = told(xlsx({"Meetings": [HEADS, HELD, ["2025-04-12", "Panel meeting", 6, words]]}))
    assert len([s for s in tree(put)["sources"].values() if "date" in s]) == 2
    assert found.not_held == 0
    # What may be said of this one is not counted without a word.
    counted = tree(put)["influence"]["meetings_held"] == "at least 2"
    assert counted != any("speaks of something that did not take place" in r.says for r in found.remarks)


@pytest.mark.parametrize(("heading", "no", "yes"), [
    ("Cancelled?", "Yes", "No"), ("Cancelled", "x", None), ("Took place?", "No", "Yes"), ("Held", "N", "Y"), ("Did it go ahead?", "no", "yes"), ("Status", "Cancelled", "Held"), ("Cancellation reason", "Snow", None), ("Date cancelled", "2025-04-01", None),
    ("Comments", "cancelled", "Good talk"), ("Stattgefunden?", "nein", "ja"), ("A eu lieu", "non", "oui"),
])  # fmt: skip
def test_a_column_that_says_whether_meetings_took_place_is_heeded(heading, no, yes):
    rows = [["Date", "Meeting", "Attended", heading], ["2025-03-12", "Panel meeting", 7, yes], ["2025-04-12", "Panel meeting", None, no]]  # fmt: skip
    put, found = told(xlsx({"Meetings": rows}))
    assert [s["date"] for s in tree(put)["sources"].values() if "date" in s] == ["2025-03-12"]
    assert tree(put)["influence"]["meetings_held"] == "at least 1"
    assert found.not_held == 1


def test_what_people_said_or_was_paid_all_the_same_stays():
    rows = [["Date", "Meeting", "What people said", "What changed"], ["2025-03-12", "Panel (cancelled)", "By e-mail: shorter forms", "Shorter forms"], ["2025-04-12", "Panel", "Meeting cancelled", None], ["2025-05-12", "Panel", "The lift is broken", "The next meeting was postponed until it works"]]  # fmt: skip
    put, found = told(xlsx({"Log": rows}))
    assert [e["said"] for e in tree(put)["influence"]["log"]] == ["By e-mail: shorter forms", "The lift is broken"]
    assert found.not_held == 1
    rows = [["Date", "Meeting", "Amount paid", "Notes"], ["2025-03-12", "Panel", "£50", "Cancelled on the day, paid all the same"], ["2025-04-12", "Panel", "£0", "Cancelled"]]  # fmt: skip
    put, found = told(xlsx({"Payments": rows}))
    assert [s["date"] for s in tree(put)["sources"].values() if "date" in s] == ["2025-03-12"]
    rows = [["Date", "Decision", "Decided by"], ["2025-03-12", "The June workshop is cancelled", "team"]]
    assert len(tree(told(xlsx({"Decisions": rows}))[0])["power"]["decisions"]) == 1


def test_a_day_to_which_nobody_came_is_named_and_not_counted():
    put, found = told(xlsx({"Meetings": [HEADS, HELD, ["2025-04-12", "Panel meeting", 0, None]]}))
    assert tree(put)["influence"]["meetings_held"] == "at least 1"
    assert any("nobody came" in r.says for r in found.remarks)


def test_an_empty_cell_says_nothing():
    assert did_not_take_place("Cancelled?", " ") == ""
