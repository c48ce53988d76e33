"""What `portfolio` writes beside the table: reports with links to them, letters, and a spreadsheet."""

from __future__ import annotations

import re
import shutil
from urllib.parse import unquote

import pytest
from support import ROOT

DAY = ("--date", "2026-11-01")
EXAMPLES = ROOT / "examples"
FORMULA = '"=HYPERLINK(1)"'


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "in").mkdir()
    for name in ("application", "minimal"):
        shutil.copy(EXAMPLES / name / "project.yaml", tmp_path / "in" / f"{name}.yaml")
    (tmp_path / "in" / "slip.yaml").write_text("format: 1\nproject: {title: QUAGGA, fase: applying}\n")
    for name in ("reports", "letters", "out"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_report_is_written_and_the_table_leads_to_it(run, folder):
    (folder / "in" / "a name & more.yaml").write_text("format: 1\nproject: {phase: applying}\n")
    found = run("portfolio", "in", *DAY, "--reports", "reports", "-o", "out/t.html", "-o", "t.md")
    assert found.code == 2
    for table, mark in (("out/t.html", r'<a href="([^"#]+)"'), ("t.md", r"\]\(<([^>]+)>\)")):
        links = re.findall(mark, (folder / table).read_text("utf-8"))
        assert len(links) == 3
        for link in links:
            page = ((folder / table).parent / unquote(link.replace("&amp;", "&"))).resolve()
            assert page.parent == folder / "reports"
            assert "<!doctype html>" in page.read_text("utf-8").lower()
    # What could not be audited has no report, and stays in the table.
    assert len(list((folder / "reports").iterdir())) == 3
    assert "in/slip.yaml" in (folder / "out" / "t.html").read_text("utf-8")


@pytest.mark.parametrize(
    "options",
    [
        ("--reports", "nowhere"),
        ("--letters", "nowhere"),
        ("--format", "xlsx"),
        ("-", "--reports", "reports"),
    ],
)
def test_what_cannot_be_written_is_refused_before_anything_is_judged(run, folder, options):
    found = run("portfolio", "in", *DAY, *options, stdin="format: 1\n")
    assert found.code == 2
    assert found.out == ""
    assert not list((folder / "reports").iterdir())


def test_no_report_takes_the_place_of_a_file_that_is_read_or_written(run, folder):
    (folder / "reports" / "in").mkdir()
    found = run("portfolio", "in", *DAY, "--reports", "reports", "-o", "reports/minimal.html")
    assert found.code == 2
    assert "read or written already" in found.err


def letters(folder):
    return {path.stem: path.read_text("utf-8") for path in (folder / "letters").iterdir()}


def test_a_letter_says_what_is_told_in_its_order_and_names_its_lines(run, folder):
    assert run("portfolio", "in", *DAY, "--letters", "letters", "-o", "t.html").code == 2
    found = letters(folder)
    assert found.keys() == {"application", "minimal", "slip"}
    told = next(part for part in found["application"].split("\n\n") if part.startswith("Thank you"))
    first = [int(re.findall(r"\d+", one)[0]) for one in re.findall(r"\(lines? [^)]*\)", told)]
    assert len(first) > 8
    assert first == sorted(first)
    assert all(0 < line <= (EXAMPLES / "application" / "project.yaml").read_text().count("\n") for line in first)
    assert "everybody who takes part is offered pay; the rate is 30.00 per hour" in told
    # Whatever is planned is said to be planned.
    assert not re.search(r"(?<!planned: )[Ee]verybody who takes part is offered pay", told)


def test_a_letter_shames_nobody_gives_no_mark_and_asks_at_most_five_questions(run, folder):
    shutil.copy(EXAMPLES / "bad" / "project.yaml", folder / "in" / "bad.yaml")
    run("portfolio", "in", *DAY, "--letters", "letters", "-o", "t.html")
    from support import shipped

    for name, text in letters(folder).items():
        assert not [v.title for v in shipped().rubric.verdicts if v.title in text and v.id not in ("information",)], (
            name
        )
        assert not re.search(r"overclaim|score|tokenis|fail|does not hold|\d–\d", text, re.IGNORECASE), name
        assert len(re.findall(r"^\d\. ", text, re.MULTILINE)) <= 5
    assert "could not be read" in letters(folder)["slip"]
    assert "did you mean “phase”" in letters(folder)["slip"]


def test_what_is_not_told_is_named_in_a_letter_and_called_no_fault(run, folder):
    run("portfolio", "in", *DAY, "--letters", "letters", "-o", "t.html")
    text = letters(folder)["minimal"]
    assert "Not told yet: pay; a budget for involvement; who leads on involvement" in text
    assert "is no fault" in text


def test_without_excerpts_nothing_beside_the_table_holds_a_word_of_the_files(run, folder):
    text = (folder / "in" / "application.yaml").read_text("utf-8")
    text = (
        text.replace("Home sooner", "Quagga home")
        .replace("Study management group", "Quagga board")
        .replace("called: co-production", "called: quagga circle")
    )
    text = text.replace("  kind: research", "  reference: quagga-7\n  kind: research")
    (folder / "in" / "application.yaml").write_text(text, "utf-8")
    for option in ("--excerpts", "--no-excerpts"):
        found = run(
            "portfolio", "in", *DAY, option, "--letters", "letters", "--reports", "reports", "-o", "out/t.html", "-o", "out/t.md",
            "-o", "out/t.csv", "-o", "out/t.jsonl", "-o", "out/t.txt",
        )  # fmt: skip
        said = found.err + found.out
        written = {p.name: p.read_text("utf-8") for n in ("letters", "reports", "out") for p in (folder / n).iterdir()}
        holding = [name for name, text in written.items() if "quagga" in text.lower()]
        assert len(holding) == (8 if option == "--excerpts" else 0), holding
        assert ("quagga" in said.lower()) == (option == "--excerpts")


def test_duplicates_are_named_and_stay_in_every_table(run, folder):
    shutil.copy(folder / "in" / "application.yaml", folder / "in" / "again.yaml")
    shutil.copy(folder / "in" / "slip.yaml", folder / "in" / "slip2.yaml")
    for jobs in (1, 2):
        names = [f"out/{jobs}.{kind}" for kind in ("html", "md", "csv", "jsonl", "txt")]
        found = run("portfolio", "in", *DAY, "--no-excerpts", "-j", jobs, *(w for name in names for w in ("-o", name)))
        assert found.code == 2
        for name in names:
            text = " ".join((folder / name).read_text("utf-8").replace("\\", "").split())
            assert text.count("in/again.yaml") > 1, name
            assert "the same content as in/application.yaml" in text or '"what": "content"' in text, name
            assert "the same content as in/slip.yaml" in text or '"what": "content"' in text, name
    assert (folder / "out/1.html").read_bytes() == (folder / "out/2.html").read_bytes()


# --- the spreadsheet -------------------------------------------------------------------------------


def test_the_spreadsheet_holds_every_file_and_no_formula(run, folder):
    openpyxl = pytest.importorskip("openpyxl")
    (folder / "in" / "formula.yaml").write_text(
        f"format: 1\nproject: {{title: {FORMULA}, reference: '+44', called: '-1', phase: applying}}\nrooms: {{a: {{name: '@b', power: decides}}}}\n"
        "reward: {budget: {status: planned, amount: '1200.50'}}\n"
    )
    assert run("portfolio", "in", *DAY, "-o", "t.xlsx", "--reports", "reports").code == 2
    book = openpyxl.load_workbook(folder / "t.xlsx")
    assert book.sheetnames == ["Projects", "Conditions", "Across all", "About"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert all(cell.quotePrefix for cell in cells if str(cell.value)[:1] in "=+-@")
    heads, *rows = book["Projects"].iter_rows(values_only=True)
    assert [row[heads.index("File")] for row in rows] == [
        "in/application.yaml",
        "in/formula.yaml",
        "in/minimal.yaml",
        "in/slip.yaml",
    ]
    mine = dict(zip(heads, rows[1], strict=True))
    assert (mine["Project"], mine["Reference"], mine["Called"]) == ("=HYPERLINK(1)", "+44", "-1")
    assert mine["Budget: amount"] == 1200.5
    assert "not a key here" in dict(zip(heads, rows[3], strict=True))["Could not be audited"]
    links = [c.hyperlink.target for c in book["Projects"][2] if c.hyperlink]
    assert links == ["reports/application.html"]
    states = {cell for row in book["Conditions"].iter_rows(min_row=2, min_col=3, values_only=True) for cell in row}
    assert states <= {"met", "not met", "not told", "not asked for yet"}


def test_the_spreadsheet_is_the_same_every_time(run, folder):
    pytest.importorskip("openpyxl")
    for name in ("a.xlsx", "b.xlsx"):
        run("portfolio", "in", *DAY, "-o", f"out/{name}")
    assert (folder / "out/a.xlsx").read_bytes() == (folder / "out/b.xlsx").read_bytes()


def test_a_spreadsheet_needs_nothing_that_may_not_be_installed(run, folder, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    run("portfolio", "in", *DAY, "-o", "t.xlsx")
    first = (folder / "t.xlsx").read_bytes()
    run("portfolio", "in", *DAY, "-o", "u.xlsx")
    assert (folder / "u.xlsx").read_bytes() == first
