"""Spreadsheets that are written here: every reader of them takes what was put in, as text, whatever it looks like."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree as Tree

import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from support import rows

from involve_audit.tables.xlsx import LONGEST, Cell, Sheet, column, written

TEXTS = (
    "=1+1",
    "+44 20",
    "-5",
    "@SUM(A1)",
    "\tx",
    "#N/A",
    "1.10",
    "NO",
    "a\nb",
    " left ",
    "_x0041_",
    "<&>\"'",
    "𝔘 ünï",
    "\uff1d1",
    "",
)


def book(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


@rows("text", TEXTS)
def test_a_text_stays_the_text_that_it_is(text):
    data = written([Sheet("A & b's", [[Cell("Head", bold=True)], [Cell(text)]])])
    cell = book(data)["A & b's"]["A2"]
    assert cell.data_type in ("s", "inlineStr", "n" if not text else "s")
    assert (cell.value or "").replace("_x005F_", "_") == text
    (row,) = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()[1:] or [[""]]
    assert str(row[0]) == text


@given(st.text(max_size=40))
def test_whatever_is_put_in_the_file_is_read_again_and_holds_no_formula(text):
    data = written(
        [
            Sheet(
                "One",
                [[Cell(text.encode("utf-8", "replace").decode()), Cell(1.5), Cell(None), Cell("x", link="a b&c.html")]],
            )
        ]
    )
    for name in zipfile.ZipFile(io.BytesIO(data)).namelist():
        Tree.fromstring(  # noqa: S314 (written here)
            zipfile.ZipFile(io.BytesIO(data)).read(name)
        )
    sheet = book(data)["One"]
    assert sheet["B1"].value == 1.5
    assert sheet["C1"].value is None
    assert sheet["D1"].hyperlink.target == "a b&c.html"
    assert b"<f>" not in data


def test_heads_stay_in_sight_and_choices_are_offered():
    sheet = Sheet(
        "Log",
        [[Cell("A"), Cell("B")], [Cell("x"), Cell("y")]],
        (10, 20.5),
        heads=True,
        beside=1,
        filtered=True,
        choices={1: ("yes", "no & more")},
        empty=3,
    )
    data = written([sheet, Sheet("Other", [[Cell("z")]])], "2026-11-30")
    assert data == written([sheet, Sheet("Other", [[Cell("z")]])], "2026-11-30")
    made = book(data)
    assert made.sheetnames == ["Log", "Other"]
    assert made["Log"].freeze_panes == "B2"
    assert made["Log"].auto_filter.ref == "A1:B2"
    assert made["Log"].print_title_rows == "$1:$1"
    assert made["Log"].column_dimensions["B"].width == 20.5
    (choice,) = made["Log"].data_validations.dataValidation
    assert (str(choice.sqref), choice.formula1) == ("B2:B5", '"yes,no & more"')
    assert made["Log"]["A5"].number_format == "@"
    assert made.properties.created.date().isoformat() == "2026-11-30"


def test_a_cell_takes_no_more_than_it_can_and_columns_go_beyond_z():
    data = written([Sheet("One", [[Cell("x" * (LONGEST + 9))]])])
    assert len(book(data)["One"]["A1"].value) == LONGEST
    assert [column(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
