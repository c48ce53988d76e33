"""Rows that were deleted from a log since it was read: named, and taken out where somebody asks for it, and nothing else with them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from logs import PROJECT, columns, tree, xlsx

from involve_audit.importing.into import Put, ReadBeside, put_in
from involve_audit.importing.log_rows import LogFound, entries_of
from involve_audit.load import read, read_project

pytest.importorskip("python_calamine", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
pytest.importorskip("openpyxl", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")

LOG = ["Date", "What the public said", "Response", "What changed"]
SAID = [[f"2025-03-{n:02}", f"Suggestion {n}", "Yes", f"Change {n}"] for n in range(1, 9)]
MEETINGS = [
    ["Date", "Meeting", "Number of contributors"],
    *[[f"2025-0{n}-12", "Panel meeting", n] for n in range(1, 7)],
]
DECIDED = [["Date", "Decision", "Decided by"], *[[f"2025-0{n}-14", f"Choice {n}", "team"] for n in range(1, 5)]]
MORE = ReadBeside(take_out=True)


NOTHING_ELSE = ReadBeside()


def put(sheets, text=PROJECT, beside=NOTHING_ELSE, name="log.xlsx") -> Put:
    found = LogFound()
    sources = read(text).tree.get("sources")
    for sheet in columns(xlsx(sheets), name):
        entries_of(sheet, dt.date(2026, 11, 29), sources or (), found)
    made = put_in(text, found, name, "project.yaml", beside)
    read_project(read(made.text))
    return made


ALL = {"Log": [LOG, *SAID], "Meetings": MEETINGS, "Decisions": DECIDED}
FEWER = {"Log": [LOG, *SAID[:2], *SAID[3:7]], "Meetings": MEETINGS[:4], "Decisions": [DECIDED[0], *DECIDED[2:]]}


def test_what_was_deleted_from_the_log_is_named_and_stays():
    first = put(ALL)
    assert first.gone == []
    assert put(ALL, first.text).gone == []
    again = put(FEWER, first.text)
    assert again.text == first.text
    assert [(e.sheet, e.row) for e in again.gone] == [("Log", "row 4"), ("Log", "row 9"), ("Decisions", "row 2"), ("Meetings", "row 5"), ("Meetings", "row 6"), ("Meetings", "row 7")]  # fmt: skip
    lines = again.text.splitlines()
    assert [w in "\n".join(lines[e.line - 1 : e.line + 3]) for e, w in zip(again.gone, ("Suggestion 3", "Suggestion 8", "Choice 1", "2025-04", "2025-05", "2025-06"), strict=True)] == [True] * 6  # fmt: skip


def test_where_it_is_asked_for_they_are_taken_out_and_every_other_byte_stays():
    first = put(ALL, PROJECT + "# a remark\ninfluence:\n  log:   # by hand\n    - said: 'by hand'   # kept\n")
    again = put(FEWER, first.text, MORE)
    assert len(again.taken_out) == 6
    kept, before = again.text.splitlines(), iter(first.text.splitlines())
    assert all(line in before for line in kept)  # the same lines, in the same order
    assert [e["said"] for e in tree(again)["influence"]["log"]] == ["by hand", *(f"Suggestion {n}" for n in (1, 2, 4, 5, 6, 7))]  # fmt: skip
    assert put(FEWER, again.text).gone == []
    assert put(ALL, again.text).added == {"source": 3, "log": 2, "decision": 1}


def test_what_other_answers_name_stays_and_is_said():
    first = put(ALL)
    key = next(k for k, s in tree(first)["sources"].items() if s.get("date") == "2025-06-12")
    again = put(FEWER, first.text + f"reward: {{pay: {{offered: all, source: {key}}}}}\n", MORE)
    assert len(again.taken_out) == 5
    assert any("other answers name it" in r.says for r in again.remarks)


def test_a_row_that_is_worded_otherwise_and_one_that_is_left_out_now_are_named():
    first = put({"Log": [LOG, *SAID]})
    other = [SAID[0][0], "Suggestion 1, in other words", *SAID[0][2:]]
    private = [*SAID[1][:1], "Suggestion 2 (please keep this between us)", *SAID[1][2:]]
    again = put({"Log": [LOG, other, private, *SAID[2:]]}, first.text)
    assert [e.row for e in again.gone] == ["row 2", "row 3"]


def test_of_sheets_and_logs_that_were_not_read_nothing_is_said():
    first = put(ALL)
    one = {"Log": ALL["Log"]}
    assert put(one, first.text, ReadBeside(not_read=frozenset(("Meetings", "Decisions")))).gone == []
    assert len(put(one, first.text).gone) == 10
    assert put({"Log": [LOG, ["2026-01-01", "Something else", "Yes", "It"]]}, first.text, name="b.xlsx").gone == []
    renamed = put({**ALL, "Log": [LOG, *SAID[1:]]}, first.text, name="log version 2.xlsx")
    assert [e.row for e in renamed.gone] == ["row 2"]
    assert put({**ALL, "Log": [LOG, *SAID[1:]]}, first.text, ReadBeside(frozenset(("log.xlsx",))), name="b.xlsx").gone == []  # fmt: skip


def test_what_was_written_by_hand_is_never_gone():
    text = PROJECT + "sources: {log: {kind: log, where: log.xlsx}}\ninfluence: {log: [{said: By hand, source: log}]}\n"
    assert put({"Log": [LOG, *SAID]}, text).gone == []


def test_all_of_a_list_may_be_taken_out():
    first = put({"Log": [LOG, SAID[0]], "Decisions": DECIDED})
    again = put({"Log": [LOG], "Decisions": DECIDED}, first.text, MORE)
    assert "influence" not in tree(again)
    assert len(again.taken_out) == 1


@settings(max_examples=12)
@given(st.sets(st.integers(0, 7)), st.sets(st.integers(1, 6)))
def test_whatever_is_deleted_is_named_and_nothing_else(said, met):
    first = put({"Log": [LOG, *SAID], "Meetings": MEETINGS})
    fewer = {"Log": [LOG, *(r for n, r in enumerate(SAID) if n not in said)], "Meetings": [r for n, r in enumerate(MEETINGS) if n not in met]}  # fmt: skip
    assert len(put(fewer, first.text).gone) == len(said) + len(met)
    again = put(fewer, first.text, MORE)
    assert len(again.taken_out) == len(said) + len(met)
    before = iter(first.text.splitlines())
    assert all(line in before for line in again.text.splitlines())
