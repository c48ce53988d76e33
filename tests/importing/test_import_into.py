"""Into the project file: nothing twice, nothing overwritten, every other byte as it was; and out to a workbook and home."""

from __future__ import annotations

import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import PROJECT, told, tree, xlsx
from support import EXAMPLES, rows

from involve_audit.importing.into import Contradicts
from involve_audit.importing.log_workbook import DoesNotFit, workbook
from involve_audit.load import read, read_project
from involve_audit.wording.messages import InputError
from involve_audit.yamlfile import editing
from involve_audit.yamlfile.reader import NOTHING

pytest.importorskip("python_calamine", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")
openpyxl = pytest.importorskip("openpyxl", reason="spreadsheets are not installed: pip install '.[spreadsheets]'")

HEADS = ["Date", "Who", "What was said", "Response", "What changed", "Reason", "Notes"]
ROWS = [[f"2025-03-{n:02}", "PPI group", f"Suggestion {n % 7}", "Yes" if n % 2 else "Partly", None if n % 3 else f"Change {n}", None, f"note {n}" if n % 4 else None] for n in range(1, 25)]  # fmt: skip


def log(put):
    return tree(put)["influence"]["log"]


def test_a_second_import_adds_nothing_however_the_rows_are_ordered():
    first, _ = told(xlsx({"Log": [HEADS, *ROWS]}))
    assert len(log(first)) == len(ROWS)
    shuffled = random.Random(7).sample(ROWS, len(ROWS))
    again, _ = told(xlsx({"Title": [["x"]], "Another name": [[], HEADS, [], *shuffled]}), first.text)
    assert again.text == first.text
    assert again.there == len(ROWS)


def test_the_same_workbook_under_another_name_adds_nothing():
    first, _ = told(xlsx({"Log": [HEADS, *ROWS]}), name="a.xlsx")
    again, _ = told(xlsx({"Log": [HEADS, *ROWS]}), first.text, name="b.xlsx")
    assert again.text == first.text


def test_two_rows_alike_are_two_entries_and_stay_two():
    data = xlsx({"Log": [HEADS, ROWS[0], ROWS[0]]})
    first, _ = told(data)
    assert len(log(first)) == 2
    assert told(data, first.text)[0].text == first.text


def test_a_cell_that_was_filled_in_since_completes_its_entry():
    row = ["2025-03-01", None, "Bigger letters", None, None, None, None]
    first, _ = told(xlsx({"Log": [HEADS, row]}))
    row = ["2025-03-01", None, "Bigger letters", "Partly", "The title is bigger", None, None]
    more, _ = told(xlsx({"Log": [HEADS, row]}), first.text)
    (entry,) = log(more)
    assert (entry["answer"], entry["changed"], more.completed) == ("partly", "The title is bigger", 1)


def test_many_entries_are_completed_at_once():
    rows = [["2025-03-01", None, f"Thing {n}", None, None, None, None] for n in range(30)]
    first, _ = told(xlsx({"Log": [HEADS, *rows]}))
    filled = [[*row[:4], f"Change {n}", None, None] for n, row in enumerate(rows)]
    more, _ = told(xlsx({"Log": [HEADS, *filled]}), first.text)
    assert [e["changed"] for e in log(more)] == [f"Change {n}" for n in range(30)]
    assert more.completed == 30


def test_what_the_file_says_otherwise_is_named_and_stays():
    first, _ = told(xlsx({"Log": [HEADS, ["2025-03-01", None, "Bigger letters", "Yes", "All", None, None]]}))
    other, _ = told(
        xlsx({"Log": [HEADS, ["2025-03-01", None, "Bigger letters", "Rejected", "All", None, None]]}), first.text
    )
    assert other.text == first.text
    (remark,) = other.remarks
    assert (remark.heading, remark.place) == ("Response", "sheet Log, row 2")


def test_the_same_words_on_another_day_are_another_entry():
    first, _ = told(xlsx({"Log": [HEADS, ["2025-03-01", None, "Bigger letters", None, None, None, None]]}))
    other, _ = told(xlsx({"Log": [HEADS, ["2025-04-01", None, "Bigger letters", None, None, None, None]]}), first.text)
    assert len(log(other)) == 2


@rows(
    "told_so",
    [
        "sources: none",
        "influence: {log: none}",
        "influence:\n  log: []",
        "influence: {log: {complete: yes, entries: none}}",
    ],
)
def test_what_the_file_says_there_is_none_of_is_not_put_in(told_so):
    with pytest.raises(Contradicts, match=r"project\.yaml"):
        told(xlsx({"Log": [HEADS, ROWS[0]]}), f"{PROJECT}{told_so}\n")


@rows(
    "before",
    [
        "influence:\n  log:\n    - said: Here already\n  meetings_held: 3\n",
        "influence:\n  log:\n    entries:\n      - said: Here already # with a remark\n\n# the end\n",
        "influence:\n  log:\n    said: Here already\n",
        "influence: {log: [{said: Here already}]}\n",
        "influence:\n    log: # ours\n    - said: Here already\nrooms: {a: {contributors: 3}}\n",
        "influence:\n  log: {complete: no, entries: [{said: Here already}]}",
    ],
)
def test_every_other_byte_stays(before):
    text = PROJECT + before
    put, _ = told(xlsx({"Log": [HEADS, *ROWS[:3]]}), text)
    kept = iter(put.text)
    # A lone entry becomes the first of a list: a dash takes the place of a blank.
    assert all(letter in kept for letter in text.replace(" ", ""))
    tree_now = tree(put)["influence"]["log"]
    entries = tree_now["entries"] if isinstance(tree_now, dict) else tree_now
    assert [e["said"] for e in entries] == ["Here already", *(r[2] for r in ROWS[:3])]


def test_windows_line_ends_stay():
    put, _ = told(xlsx({"Log": [HEADS, *ROWS[:3]]}), PROJECT.replace("\n", "\r\n"))
    assert put.text.count("\n") == put.text.count("\r\n")


def test_the_number_of_meetings_grows_with_the_log_and_what_people_wrote_stays():
    heads = ["Date", "Meeting", "Group"]
    rows = [[f"2025-0{n}-01", "Panel meeting", "The Panel"] for n in range(1, 4)]
    first, _ = told(xlsx({"A": [heads, *rows[:2]]}), PROJECT + "rooms:\n  panel: {contributors: 5}\n")
    assert tree(first)["rooms"] == {"panel": {"contributors": "5", "meetings": "at least 2"}}
    second, _ = told(xlsx({"A": [heads, *rows]}), first.text)
    assert tree(second)["rooms"]["panel"]["meetings"] == tree(second)["influence"]["meetings_held"] == "at least 3"
    other, _ = told(xlsx({"A": [heads, *rows]}), PROJECT + "influence: {meetings_held: 9}\n")
    assert tree(other)["influence"]["meetings_held"] == "9"
    assert any("9" in r.says and "3" in r.says for r in other.remarks)


# --- the export ------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_the_workbook_of_an_example_comes_home_without_a_change(path):
    text = path.read_text(encoding="utf-8")
    put, found = told(workbook(read(text).tree), text, name="log.xlsx")
    assert put.text == text
    assert not put.remarks
    assert found.cells["all"] == found.cells["placed"] + found.cells["noted"]


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), min_size=1, max_size=40).map(lambda t: " ".join(t.split())).filter(lambda t: t and not NOTHING.__contains__(t))  # fmt: skip
ENTRY = st.fixed_dictionaries(
    {
        "said": st.one_of(
            WORDS,
            st.sampled_from(
                [
                    "=1+1",
                    "+44",
                    "-5",
                    "@x",
                    "_x0041_",
                    "a\nb",
                    "Yes",
                    "e.g. a total",
                    "Total",
                    "none at all",
                    "- no",
                    '=HYPERLINK("x")',
                ]
            ),
        )
    },
    optional={
        "by": st.sampled_from(["contributors", "researchers"]),
        "when": st.sampled_from(["2025", "2025-03", "before design", "03/2025", "unknown"]),
        "stage": st.sampled_from(["design", "analysis"]),
        "answer": st.sampled_from(["taken up", "Partly", "refused"]),
        "changed": WORDS,
        "reason": st.sampled_from(["none", "too dear"]),
        "told_back": st.sampled_from(["no", "2025-05"]),
        "about": st.just("leaflets"),
        "note": WORDS,
        "source": st.sampled_from(["m", ["m", "n"]]),
        "disputed": st.just({"by": "team", "says": "It was not so"}),
    },
)


@given(st.lists(ENTRY, max_size=5))
def test_what_is_exported_comes_home_without_loss(entries):
    sources = "sources: {m: {kind: minutes}, n: {kind: letter}}\n"
    text = editing.put_items(PROJECT + sources, ("influence", "log"), entries)
    try:
        read_project(read(text))
    except InputError:  # words that the format refuses are no log
        return
    book = workbook(read(text).tree)
    home, _ = told(book, text)
    assert home.text == text
    # And into a file that has none of it yet: the same entries; an address or number in them is left out.
    fresh, found = told(book, PROJECT + sources)
    if not found.remarks and not found.cells["blank"] and entries:
        assert log(fresh) == [
            {k: v.strip() if isinstance(v, str) else v for k, v in e.items()}
            for e in read(text).tree["influence"]["log"]
        ]


def test_cells_that_look_like_formulas_are_texts():
    text = editing.put_items(
        PROJECT, ("influence", "log"), [{"said": s} for s in ("=1+1", "+44", "-5", "@sum", "=cmd|' /C calc'!A0")]
    )
    sheet = openpyxl.load_workbook(io.BytesIO(workbook(read(text).tree)))["Log"]
    cells = [sheet.cell(n, 5) for n in range(2, 7)]
    assert {c.data_type for c in cells} == {"s"}
    assert all(c.quotePrefix for c in cells)


def test_people_go_on_filling_in_the_workbook():
    text = editing.put_items(PROJECT, ("influence", "log"), [{"said": "Bigger letters", "by": "contributors"}])
    book = openpyxl.load_workbook(io.BytesIO(workbook(read(text).tree)))
    sheet = book["Log"]
    heads = [c.value for c in sheet[1]]
    sheet.cell(2, heads.index("What changed") + 1, "The title is bigger")
    sheet.cell(3, heads.index("What was said") + 1, "Meet at six")
    sheet.cell(3, heads.index("Answer") + 1, "Accepted")
    data = io.BytesIO()
    book.save(data)
    put, _ = told(data.getvalue(), text, name="log.xlsx")
    first, second = log(put)
    assert first == {"said": "Bigger letters", "by": "contributors", "changed": "The title is bigger"}
    assert second == {"said": "Meet at six", "answer": "taken up", "source": "log", "note": "From row 3 of sheet Log"}


def test_a_claim_is_still_a_claim_when_it_comes_home_to_another_file():
    text = editing.put_items(PROJECT, ("influence", "log"), [{"said": "Bigger letters"}])
    put, _ = told(workbook(read(text).tree))
    assert log(put) == [{"said": "Bigger letters"}]


def test_what_no_cell_can_hold_is_said():
    with pytest.raises(DoesNotFit, match="What was said"):
        workbook({"influence": {"log": [{"said": "x" * 40_000}]}})
