"""Logs in the shapes in which people hand them in: every cell is placed, kept or named."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import columns, ods, told, tree, xlsx
from support import rows

from involve_audit.importing.headings import is_known, roles_of
from involve_audit.importing.workbook import NoWorkbook, read_workbook

pytest.importorskip("python_calamine", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
pytest.importorskip("openpyxl", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")

DAY = dt.date(2025, 3, 12)
TRACKING = ["When and how the public contributed", "What they hoped to influence", "What changed", "Why it matters", "Related standards"]  # fmt: skip


def log(put):
    return tree(put)["influence"]["log"]


def test_the_tracking_tool_becomes_log_entries_that_name_workbook_and_row():
    rows = [["Tracking tool: our study"], [], TRACKING, ["25/04/2025 – an online workshop", "The letter to patients", "It is half as long", "People read it", "Communications"]]  # fmt: skip
    put, found = told(xlsx({"Tool": rows}), name="pirit.xlsx")
    assert log(put) == [
        {
            "said": "The letter to patients",
            "when": "2025-04-25",
            "changed": "It is half as long",
            "by": "contributors",
            "source": "pirit",
            "note": "When and how the public contributed: an online workshop | Why it matters: People read it | Related standards: Communications | From row 4 of sheet Tool",
        }
    ]
    assert tree(put)["sources"] == {"pirit": {"kind": "log", "where": "pirit.xlsx"}}
    assert not found.remarks


def test_a_second_column_of_people_is_left_out_and_said():
    rows = [["Date", "Raised by", "What was said", "Who does it"], [DAY, "PPI group", "More breaks", "Kim L."]]
    put, found = told(xlsx({"Log": rows}))
    assert "Kim" not in put.text
    assert [(r.heading, r.kind) for r in found.remarks] == [("Who does it", "left out")]
    assert "may hold names" in found.remarks[0].says


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_hidden_column_is_named_and_not_taken_in(ending):
    import io

    rows = [["Date", "What was said", "Between us", "What changed"], [DAY, "More breaks", "She was ill", "Breaks"]]
    if ending == "ods":
        columns_ = (
            b'<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>'
        )
        data = ods({"Log": rows}, columns=columns_.decode())
    else:
        from openpyxl import load_workbook

        book = load_workbook(io.BytesIO(xlsx({"Log": rows})))
        book["Log"].column_dimensions["C"].hidden = True
        out = io.BytesIO()
        book.save(out)
        data = out.getvalue()
    put, found = told(data)
    assert log(put)[0]["changed"] == "Breaks"
    assert "ill" not in put.text
    assert [(r.heading, r.says) for r in found.remarks] == [
        ("Between us", "it is hidden in the sheet; --map takes it in")
    ]
    (shown,) = columns(data, told={"between us": "note"})
    assert [c.role for c in shown.columns] == ["when", "said", "note", "changed"]


def test_an_empty_cell_stays_not_told():
    put, _ = told(
        xlsx({"Log": [["Date", "What was said", "What changed", "Response"], [None, "Bigger letters", None, "TBC"]]})
    )
    assert log(put) == [{"said": "Bigger letters", "source": "log", "note": "From row 2 of sheet Log"}]


def test_both_sides_keep_their_own_words():
    rows = [[None, "Researcher's view", None, "Contributor's view"], ["Date", "What changed", "Why it matters", "What changed"], [DAY, "A shorter form", "Less work", "They listened"]]  # fmt: skip
    put, _ = told(xlsx({"Log": rows}, merge={"Log": ["B1:C1"]}))
    (entry,) = log(put)
    assert entry["changed"] == "A shorter form"
    assert "Contributor's view: What changed: They listened" in entry["note"]


def test_headings_over_two_rows_are_read_together():
    rows = [
        ["Date", "Feedback", "Our response", None],
        [None, None, "What we did", "Why not"],
        ["2025-01-02", "Pay more", None, "No budget"],
    ]
    (sheet,) = columns(xlsx({"Log": rows}, merge={"Log": ["A1:A2", "B1:B2", "C1:D1"]}))
    assert [c.role for c in sheet.columns] == ["when", "said", "changed", "reason"]


def test_a_form_with_its_headings_below_each_other_is_one_entry():
    rows = [
        ["Impact record form"],
        ["Date of activity", DAY],
        ["What did contributors say?", "Too long"],
        ["What changed as a result?", "Shorter"],
    ]
    put, _ = told(xlsx({"Form": rows}))
    (entry,) = log(put)
    assert (entry["said"], entry["when"], entry["note"]) == ("Too long", "2025-03-12", "From column B of sheet Form")


ACTIVITIES = [
    ["Date", "Activity", "Group", "Number of contributors", "Hours"],
    [dt.date(2025, 1, 5), "Advisory group meeting", "Advisory group", 6, 2],
    [dt.date(2025, 2, 5), "Advisory group meeting", "Advisory group", 5, 2.5],
    [dt.date(2025, 2, 9), "Newsletter", None, None, None],
    [dt.date(2030, 2, 5), "Advisory group meeting", "Advisory group", None, None],
    ["Total", None, None, 11, 4.5],
]


@pytest.mark.parametrize("made", [xlsx, ods])
def test_activities_become_sources_and_meetings_of_rooms(made):
    put, found = told(made({"Activities": ACTIVITIES}), name="activities")
    file = tree(put)
    assert file["rooms"] == {
        "advisory_group": {"name": "Advisory group", "meetings": "at least 2", "source": "activities"}
    }
    # A newsletter is no meeting, and what is dated later has not happened.
    assert file["influence"] == {"meetings_held": "at least 2"}
    first = file["sources"]["advisory_group_meeting_2025_01_05"]
    assert first == {
        "kind": "log",
        "title": "Advisory group meeting",
        "date": "2025-01-05",
        "where": "activities, sheet Activities, row 2",
        "note": "Group: Advisory group | Number of contributors: 6 | Hours: 2",
    }
    assert [r.kind for r in found.remarks] == ["left out"]


def test_a_cell_over_several_rows_is_told_of_each():
    rows = [["Date", "What was said", "What changed"], [DAY, "More breaks", "Breaks"], [None, "Tea", "Tea"]]
    put, _ = told(xlsx({"Log": rows}, merge={"Log": ["A2:A3"]}))
    assert [e["when"] for e in log(put)] == ["2025-03-12", "2025-03-12"]


def test_a_part_that_the_work_has_not_stands_in_the_note():
    project = "format: 1\nproject: {title: Ours}\nstages: {work_has: [analysis], analysis: none}\n"
    put, _ = told(xlsx({"Log": [["Date", "What was said", "Stage"], [DAY, "More breaks", "Design"]]}), project)
    assert "stage" not in log(put)[0]
    assert "work_has" in put.remarks[0].says


def test_two_tables_on_one_sheet_are_two_logs():
    rows = [["Our log"], ["Date", "What was said", "What changed"], [DAY, "More breaks", "Breaks"], [], ["Decisions"], ["Date", "Decision", "Made by", "Reason"], [DAY, "Meet at six", "All", None]]  # fmt: skip
    put, _ = told(xlsx({"Sheet1": rows}))
    assert [e["said"] for e in log(put)] == ["More breaks"]
    assert [d["what"] for d in tree(put)["power"]["decisions"]] == ["Meet at six"]
    assert told(xlsx({"Sheet1": rows}), put.text)[0].text == put.text


def test_numbered_meetings_are_of_one_group():
    rows = [["Date", "Group"], *([dt.date(2025, n, 1), f"PAG meeting {n}"] for n in (1, 2, 3))]
    assert tree(told(xlsx({"Meetings": rows}))[0])["rooms"]["pag"] == {
        "name": "PAG",
        "meetings": "at least 3",
        "source": "log",
    }


def test_payments_give_the_rate_where_all_rows_have_the_same():
    rows = [
        ["Payment date", "Meeting", "Rate (£ per hour)", "Amount (£)", "Payment method"],
        [DAY, "Panel", 25, 50, "Voucher"],
        [DAY, "Board", 25, 75, "voucher"],
    ]
    file = tree(told(xlsx({"Payments": rows}))[0])
    assert file["reward"] == {"pay": {"rate": "£25 per hour", "form": "voucher", "source": "log"}}
    rows[2][2] = 30
    put, _ = told(xlsx({"Payments": rows}))
    assert "rate" not in tree(put)["reward"]["pay"]
    assert any("2 different ones" in r.says for r in put.remarks)


def test_decisions_name_the_room_that_the_activity_log_knows():
    rows = [
        ["Date", "Decision", "Decided by", "Status", "Meeting"],
        [DAY, "Tiredness comes first", "Jointly", "Implemented", "Advisory group"],
        [DAY, "No arm B", "J. Doe", "?", "Elsewhere"],
    ]
    put, found = told(xlsx({"Activities": ACTIVITIES, "Decisions": rows}))
    first, second = tree(put)["power"]["decisions"]
    assert first == {"what": "Tiredness comes first", "decided_by": "together", "became": "done", "when": "2025-03-12", "room": "advisory_group", "source": "log", "note": "From row 2 of sheet Decisions"}  # fmt: skip
    assert "decided_by" not in second
    assert "J. Doe" not in put.text
    assert second["note"].startswith("Meeting: Elsewhere")
    assert any(r.heading == "Decided by" and r.place == "sheet Decisions, row 3, column C" for r in found.remarks)


def test_names_addresses_and_what_looks_like_them_are_left_out_with_a_count():
    rows = [
        ["Name", "Email", "Date", "What was said", "What changed", "Led by"],
        ["A B", "a@b.org", DAY, "Write to me: c@d.org", "Shorter", "E F"],
    ]
    put, found = told(xlsx({"Log": rows}))
    assert not {"A B", "a@b.org", "c@d.org", "E F"} & set(put.text.split('"'))
    assert "@" not in put.text
    assert found.cells["left out"] == 4


@rows("separator", [",", ";", "\t"])
@rows("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_in_any_usual_writing(separator, encoding):
    lines = [
        "Our log",
        "",
        separator.join(("Date", "What was said", "What changed")),
        separator.join(("2025-03-12", "Café closes at 5 – “too early”", "Open till 7")),
    ]
    put, _ = told("\r\n".join(lines).encode(encoding), name="log.csv")
    (entry,) = log(put)
    assert (entry["said"], entry["note"]) == ("Café closes at 5 – “too early”", "From row 4")


@rows("data", ["Дата;Что;Что\n1;Привет;Мир".encode("cp1251"), "Date;What was said\n1;zażółć gęślą jaźń".encode("cp1250"), b"\x00\x01\x02", b"", b"%PDF-1.4 x", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0old"])  # fmt: skip
def test_what_cannot_be_read_whole_is_refused(data):
    with pytest.raises(NoWorkbook):
        read_workbook(data, "log.csv", is_known)


def test_a_formula_without_its_result_is_named_with_its_cell():
    _, found = told(xlsx({"Log": [["Date", "What was said", "What changed"], [DAY, "More breaks", "=B2"]]}))
    (remark,) = found.remarks
    assert remark.place == "sheet Log, row 2, column C"
    assert "formula" in remark.says


def test_days_as_numbers_are_counted_from_the_year_of_the_workbook():
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    rows = [["Date", "What was said", "What changed"], [45728, "More breaks", "Yes, hourly"], [DAY, "Tea", "Tea"]]
    assert [e["when"] for e in log(told(xlsx({"Log": rows}))[0])] == ["2025-03-12", "2025-03-12"]
    rows[1][0] = 45728 - 1462
    assert [e["when"] for e in log(told(xlsx({"Log": rows}, epoch=CALENDAR_MAC_1904))[0])] == [
        "2025-03-12",
        "2025-03-12",
    ]


def test_a_day_that_may_be_a_month_is_asked_about():
    data = xlsx({"Log": [["Date", "What was said", "What changed"], ["03/04/2025", "More breaks", "Breaks"]]})
    put, found = told(data)
    assert "when" not in log(put)[0]
    assert log(put)[0]["note"].startswith("Date: 03/04/2025")
    assert "--dates" in found.remarks[0].says
    assert log(told(data, order="month")[0])[0]["when"] == "2025-03-04"


def test_hidden_sheets_and_sheets_without_headings_are_not_read():
    book = xlsx({"Guide": [["How to fill it in"]], "Log": [["Date", "What was said"], [DAY, "More breaks"]], "Old": [["Date", "What was said"], [DAY, "x"]]}, hidden=("Old",))  # fmt: skip
    assert [m.sheet.name for m in columns(book)] == ["Log"]


def test_a_cell_far_away_does_not_fill_the_memory():
    import io
    import zipfile

    data = xlsx({"Log": [["Date", "What was said"], [DAY, "x"]]})
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(
                name,
                text.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
            )
    with pytest.raises(NoWorkbook, match="beyond row"):
        read_workbook(made.getvalue(), "log.xlsx", is_known)


CELL = st.one_of(st.none(), st.sampled_from(["x", "yes", "no", "partly", "PPI group", "Jane Doe", "a@b.org", "TBC", "12/03/2025", "2025", "none", "Design", "e.g. this", "=1+1", "Total"]), st.integers(-5, 60_000), st.dates(dt.date(1990, 1, 1), dt.date(2030, 1, 1)), st.text(max_size=12))  # fmt: skip
HEADS = ["Date", "When and how", "Who", "What was said", "What changed", "Response", "Reason", "Told back", "Stage", "Area", "Decision", "Made by", "Activity", "Group", "Hours", "Amount", "Rate", "Notes", "Email", "Colour", "Source", "Why it matters", "Led by", "Budget item", "Cost"]  # fmt: skip


@given(st.lists(st.sampled_from(HEADS), min_size=2, max_size=8), st.data())
def test_whatever_stands_in_a_log_every_cell_goes_somewhere_and_the_file_is_read(heads, data):
    rows = data.draw(st.lists(st.lists(CELL, min_size=len(heads), max_size=len(heads)), max_size=6))
    clean = [
        [c if not isinstance(c, str) else "".join(ch for ch in c if ch.isprintable()) for c in row] for row in rows
    ]
    book = xlsx({"Log": [heads, *clean]})
    if columns(book):
        first, _ = told(book)
        again, _ = told(book, first.text)
        assert again.text == first.text


# --- rows that are no entries, and words that teams have for the same things ------------------------------------


@rows(
    "first",
    [
        "Subtotal Q1",
        "Total: 4",
        "Total for 2025",
        "January total",
        "GRAND TOTAL (all)",
        "Sub-total - spring",
        "Average per meeting",
    ],
)
def test_a_total_of_something_is_no_entry(first):
    rows = [
        ["Meeting attended", "Held on", "Contributors", "Honorarium"],
        ["Panel", dt.date(2025, 1, 15), 6, "£75 each"],
        [first, None, 6, "£450 in total"],
    ]
    put, found = told(xlsx({"Claims": rows}))
    assert [source["title"] for source in tree(put)["sources"].values()] == ["Payment: Panel"]
    assert any("this is a total" in remark.says for remark in found.remarks)


@rows("said", ["Total rethink of the leaflet", "Totally new recruitment plan", "Sum up each page in a line"])
def test_what_people_said_is_no_total(said):
    rows = [["What was said", "What changed", "Date"], [said, "Rewritten with the panel", dt.date(2025, 1, 15)]]
    assert tree(told(xlsx({"Log": rows}))[0])["influence"]["log"][0]["said"] == said


@rows("alone", ["January 2025", "Rates as in the guidance; see finance", "* by bank transfer"])
def test_one_cell_alone_is_no_meeting_and_is_named(alone):
    rows = [["Meeting", "Date", "Fee"], [alone, None, None], ["Panel", dt.date(2025, 1, 15), 75]]
    put, found = told(xlsx({"Payments": rows}))
    assert len(tree(put)["sources"]) == 1
    assert any("one cell alone" in remark.says for remark in found.remarks)


def test_what_was_done_together_is_an_activity_and_no_change():
    rows = [
        ["When", "What we did together", "Difference this made"],
        ["2025-03-04", "Coding workshop", "Two new themes"],
    ]
    (entry,) = tree(told(xlsx({"Log": rows}))[0])["influence"]["log"]
    assert entry["changed"] == "Two new themes"
    assert "What we did together: Coding workshop" in entry["note"]


def test_numbers_below_people_are_counts_of_them():
    rows = [
        ["Date", "Activity", "People with lived experience", None, "Researchers", None],
        [None, None, "Number", "Hours each", "Number", "Hours each"],
        [dt.date(2025, 3, 4), "Workshop", 12, 3, 4, 3],
    ]
    (sheet,) = columns(xlsx({"Activities": rows}, merge={"Activities": ["A1:A2", "B1:B2", "C1:D1", "E1:F1"]}))
    assert [c.role for c in sheet.columns] == ["when", "activity", "contributors", "hours", "note", "hours"]
    (one,) = columns(
        xlsx({"Activities": [["Date", "Activity", "Contributors"], [dt.date(2025, 3, 4), "Workshop", 12]]})
    )
    assert one.columns[2].role == "contributors"


def test_a_budget_by_years_has_its_sums():
    rows = [
        ["Cost heading", "Year 1", "Year 2", "Sum"],
        ["Pay for people's time", 2400, 2400, 4800],
        ["Total", 2400, 2400, 4800],
    ]
    assert tree(told(xlsx({"Money": rows}))[0])["reward"]["budget"]["lines"][0]["amount"] == "4800"
    paid = [["What for", "Total", "Date paid"], ["Panel", 150, dt.date(2025, 1, 15)]]
    assert "reward" not in tree(told(xlsx({"Payments": paid}))[0])


@rows(
    "heading, role",
    [
        ("In their own words", "said"), ("Summary of views", "said"), ("What we heard", "said"), ("What is different now", "changed"),
        ("Our reply to the group", "answer"), ("Date we went back to people", "told_back"), ("Held on", "when"), ("Taken by whom", "decided_by"),
        ("What I did", "activity"), ("What I think changed because of me", "changed"), ("Why: because", "reason"),
        ("Young person's point", "said"), ("Their comment", "said"), ("So what happened?", "changed"), ("Told them?", "told_back"), ("Detail of change", "changed"),
        ("If N why", "reason"), ("Where/when", "when_and_how"), ("Voting", "note"), ("Logged on", "note"), ("Planned (£)", "cost"),
        ("Issue brought by members", "said"), ("Agreed action", "note"), ("Researcher: what did we learn?", "note"), ("What will be changed?", "note"),
        ("Did you tell them what happened? When?", "told_back"), ("Timing in study", "when"), ("Anything else?", "note"),
        ("Created", "note"), ("Created by", "person"), ("Start–finish", "note"), ("Status of claim", "note"), ("No. staff", "note"),
        ("Strength of evidence", "source"), ("Type of say", "announced_as"),
    ],
)  # fmt: skip
def test_words_that_teams_have_for_the_same_thing(heading, role):
    assert roles_of(heading)[0] == role


def test_a_row_that_adds_up_the_others_is_a_total_whatever_it_is_called():
    heads = ["Meeting", "Hours", "Fee", "Date"]
    rows = [
        heads,
        ["Panel", 2, 50, "30/06/2025"],
        ["Forum", 1.5, 37.5, "30/06/2025"],
        ["All contributors", 3.5, 87.5, None],
    ]
    put, found = told(xlsx({"Payments": rows}))
    assert len(tree(put)["sources"]) == 2
    assert any("this is a total" in remark.says for remark in found.remarks)
    # A meeting with as many people and hours as those before it had together has a day.
    rows = [
        ["Date", "Activity", "Contributors", "Hours"],
        ["2025-01-07", "Forum", 3, 2],
        ["2025-02-07", "Forum", 4, 2],
        ["2025-03-07", "Forum", 7, 4],
    ]
    assert len(tree(told(xlsx({"Activities": rows}))[0])["sources"]) == 3


def test_a_title_over_all_columns_is_no_part_of_their_headings():
    rows = [
        ["Issues and actions 2025", None, None],
        ["Date", "Issue brought by members", "Outcome"],
        ["2025-01-07", "Letters too long", "One page now"],
    ]
    (sheet,) = columns(xlsx({"Log": rows}, merge={"Log": ["A1:C1"]}))
    assert [c.heading for c in sheet.columns] == ["Date", "Issue brought by members", "Outcome"]


@rows(
    "cell", ["Not yet known", "Too early to say", "Under discussion", "awaiting ethics committee", "Waiting for ethics"]
)
def test_what_is_still_open_is_no_change(cell):
    rows = [["Date", "What was said", "What changed"], ["2025-01-07", "Letters too long", cell]]
    put, found = told(xlsx({"Log": rows}))
    assert "changed" not in log(put)[0]
    assert any("not known yet" in remark.says for remark in found.remarks)


def test_a_budget_is_no_form_though_its_lines_are_words_that_are_known():
    rows = [
        ["PPIE budget vs spend", None, None, None], ["What", "Planned (£)", "Spent so far (£)", "Comment"], ["Meeting fees", "£3,600.00", "£1,250.50", "50 hrs left"],
        ["Travel", "£800", "£212", ""], ["Interpreter", "£450", "nil", ""], ["TOTAL", "£4,850.00", "£1,462.50", ""],
    ]  # fmt: skip
    lines = tree(told(xlsx({"Costs": rows}))[0])["reward"]["budget"]["lines"]
    assert [(line["item"], line["amount"]) for line in lines] == [
        ("Meeting fees", "£3,600.00"),
        ("Travel", "£800"),
        ("Interpreter", "£450"),
    ]


def test_a_heading_that_says_nothing_alone_is_read_with_what_stands_above_it():
    rows = [
        ["Steering group", "Item", None, "Public partners", None, "Decision", None],
        ["Mtg date", "No.", "Topic", "Present", "Spoke to item?", "What", "Taken forward?"],
        [dt.date(2025, 3, 3), 1, "Recruitment", 2, "Yes", "Add a second site", "Yes"],
    ]
    put, _ = told(xlsx({"SG actions": rows}, merge={"SG actions": ["B1:C1", "D1:E1", "F1:G1"]}))
    (decision,) = tree(put)["power"]["decisions"]
    assert (decision["what"], decision["when"]) == ("Add a second site", "2025-03-03")


PRIVATE = "My husband died on that ward"
"""What somebody said who did not agree that it is passed on."""


@pytest.mark.parametrize(("heading", "no", "yes"), [
    ("Consent to share", "No", "Yes"), ("May we quote you?", "", "yes"), ("OK to share?", "✗", "✓"), ("Confidential?", "Yes", "No"), ("Not for publication", "x", ""), ("Please do not use my words", "Yes", "No"),
    ("Notes", "CONFIDENTIAL - not for report", "Came by bus"), ("Notes", "Asked us to remove her comment", "Asked for more breaks"), ("Quote permission", "refused", "Yes"), ("Dürfen wir Sie zitieren?", "Nein", "Ja"),
])  # fmt: skip
def test_what_somebody_said_without_leave_to_share_it_is_left_out_of_a_log_and_said(heading, no, yes):
    rows = [["Date", "You said", "We did", heading], [DAY, PRIVATE, "Nothing", no], [DAY, "More breaks", "Breaks", yes], [DAY, "Signs are unclear", "New signs", yes]]  # fmt: skip
    put, found = told(xlsx({"Log": rows}))
    assert [entry["said"] for entry in log(put)] == ["More breaks", "Signs are unclear"]
    assert PRIVATE not in put.text
    assert [r.kind for r in found.remarks if "left out with all that stands in it" in r.says] == ["left out"]


def test_who_asks_in_the_words_themselves_that_they_are_not_repeated_is_left_out_of_a_log():
    rows = [["Date", "You said", "We did"], [DAY, f"{PRIVATE} (please keep this between us)", "Nothing"], [DAY, "More breaks", "Breaks"]]  # fmt: skip
    put, _ = told(xlsx({"Log": rows}))
    assert [entry["said"] for entry in log(put)] == ["More breaks"]


@pytest.mark.parametrize(("heading", "cells"), [
    ("Feedback shared", ["Yes", "No"]), ("Quotes", ["It was late", "They listened"]), ("Between us", ["She was ill", "Both agreed"]), ("Consent", [DAY, DAY]), ("Private", ["No", "Yes"]), ("Publication", ["Paper 1", "Paper 2"]),
])  # fmt: skip
def test_a_column_that_takes_no_leave_back_leaves_no_row_of_a_log_out(heading, cells):
    rows = [["Date", "You said", "We did", heading], [DAY, "Use plain words", "A glossary", cells[0]], [DAY, "More breaks", "Breaks", cells[1]]]  # fmt: skip
    put, _ = told(xlsx({"Log": rows}))
    assert [entry["said"] for entry in log(put)] == ["Use plain words", "More breaks"]


def test_a_column_that_was_told_in_confidence_is_left_out_and_its_rows_stay():
    rows = [["Date", "You said", "We did", "Notes (confidential)"], [DAY, "More breaks", "Breaks", PRIVATE]]
    put, found = told(xlsx({"Log": rows}))
    assert log(put)[0]["said"] == "More breaks"
    assert PRIVATE not in put.text
    assert [(r.heading, r.kind) for r in found.remarks] == [("Notes (confidential)", "left out")]
