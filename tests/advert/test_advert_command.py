"""The command: what it prints, how it ends, and that hostile text does no harm."""

from __future__ import annotations

import html
import json
import subprocess
import sys

import pytest
from advert.documents import docx, paragraph
from support import ROOT, rows

from involve_audit.advert import reading_ease
from involve_audit.advert.review import review
from involve_audit.advert.review_page import as_json, document
from involve_audit.advert.should_say import ITEMS
from involve_audit.documents.reading import read_text
from involve_audit.render.pages import Page

COMPLETE = """# Help us with the leaflet

You decide with us what the leaflet says and how it looks.
The treatment itself is fixed, because the study has begun.

- Time: four meetings of two hours, online or in person.
- Pay: £20 per hour. We pay for your travel beforehand.
- Somebody is there to talk to you before, during and after each meeting.
- We book interpreters and send large print.

Ring Ana on 01234 567890 or write to ana@example.org.
"""
PROJECT = """format: 1
stages: {sharing: {role: decided together}, design: {role: decided together}}
power: {final_say: together}
reward: {pay: {offered: all, rate: 20 per hour}, expenses: {paid: up front}}
honesty: {limits: [{what: The treatment}]}
"""


@pytest.fixture
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.md").write_text(COMPLETE, encoding="utf-8")
    (tmp_path / "bad.md").write_text("# Shape our research!\n\nWe want to reach the hard-to-reach.\n", encoding="utf-8")
    (tmp_path / "project.yaml").write_text(PROJECT, encoding="utf-8")
    return tmp_path


def test_an_honest_and_complete_advert_passes(run, files):
    found = run("good.md", "--project", "project.yaml")
    assert (found.code, found.err) == (0, "")
    assert "nothing found" in found.out
    assert "decisions open (line 3)" in found.out


def test_an_advert_with_something_to_talk_over_ends_with_1(run, files):
    found = run("bad.md", "--project", "project.yaml")
    assert found.code == 1
    assert "bad.md:1: warning: limits-unsaid" in found.out
    assert "project.yaml:5: what: The treatment" in found.out
    assert "bad.md:3: warning: words-fault" in found.out
    assert "bad.md: note: missing-contact" in found.out
    assert found.err == ""


def test_report_only_turns_1_into_0_and_never_2(run, files):
    assert run("bad.md", "--report-only").code == 0
    assert run("none.md", "--report-only").code == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none.md"], "no such file"),
        (["good.md", "--project", "none.yaml"], "no such file"),
        (["good.md", "--project", "bad.md"], "bad.md:"),
        (["good.md", "--format", "xml"], "--format 'xml' is not known"),
        (["good.md", "--date", "yesterday"], "not a day in the calendar"),
        (["-", "--project", "-"], "cannot both be standard input"),
        (["."], "folder"),
    ],
)
def test_what_cannot_be_read_ends_with_2_and_says_so_on_standard_error(run, files, arguments, says):
    found = run(*arguments)
    assert found.code == 2
    assert found.out == ""
    assert says in found.err
    assert "Traceback" not in found.err


def test_a_hostile_docx_ends_with_2_and_one_line(run, files):
    (files / "bomb.docx").write_bytes(docx(b" " * 40_000_000))
    (files / "entities.docx").write_bytes(docx(paragraph("&a;"), head='<!DOCTYPE x [<!ENTITY a "b">]>'))
    for name in ("bomb.docx", "entities.docx"):
        found = run(name)
        assert found.code == 2
        assert found.err.startswith(f"{name}: ")
        assert found.err.count("\n") == 1


def test_all_four_kinds_and_standard_input_find_the_same(run, files):
    (files / "a.txt").write_text("Shape our research!\n\nYou will be paid.\n", encoding="utf-8")
    (files / "a.html").write_text("<p>Shape our research!</p>\n\n<p>You will be paid.</p>\n", encoding="utf-8")
    (files / "a.docx").write_bytes(docx(paragraph("Shape our research!") + paragraph("You will be paid.")))
    every = [run(name, "--format", "json") for name in ("a.txt", "a.html", "a.docx")]
    every.append(run("-", "--format", "json", stdin=b"Shape our research!\n\nYou will be paid.\n"))
    assert {r.code for r in every} == {1}
    trees = [json.loads(r.out) for r in every]
    assert len({json.dumps([(f["rule"], f["quote"]) for f in t["findings"]]) for t in trees}) == 1
    assert [f["line"] for f in trees[2]["findings"]][:2] == [1, 2]
    assert trees[2]["advert"]["lines_are"] == "paragraphs"
    assert "a.docx: paragraph 2: note: promise-pay" in run("a.docx").out


def test_the_json_says_all_that_the_text_says(run, files):
    tree = json.loads(run("bad.md", "--project", "project.yaml", "--format", "json").out)
    text = " ".join(run("bad.md", "--project", "project.yaml", "--width", "4000").out.split())
    assert tree["schema_version"] == "1"
    assert tree["project"] == {"file": "project.yaml"}
    for finding in tree["findings"]:
        assert finding["level"] in ("note", "warning")
        for part in ("rule", "quote", "says", "asks"):
            assert finding[part] in text
        assert finding["asks"].endswith("?")
        for line in finding["project_lines"]:
            assert f"project.yaml:{line['line']}: {line['says']}" in text
    assert tree["not_named"] == [i.name for i in ITEMS]


@pytest.mark.parametrize("format_", ["text", "markdown", "html"])
def test_every_format_for_people_says_every_finding_and_escapes_it(run, files, format_):
    (files / "odd.md").write_text("# Shape our *research*!\n\nWe want the hard-to-reach, <b>now</b> & soon.\n", "utf-8")
    told = json.loads(run("odd.md", "--project", "project.yaml", "--format", "json").out)["findings"]
    printed = run("odd.md", "--project", "project.yaml", "--format", format_, "--width", "4000")
    assert printed.code == 1
    said = " ".join(html.unescape(printed.out.replace("\\", "")).split())
    for finding in told:
        assert {finding[part] in said for part in ("rule", "says", "asks")} == {True}
        assert finding["instead"] is None or finding["instead"] in said
    assert any("<b>" in finding["quote"] for finding in told) is ("<b>" in said)
    assert "<b>" not in printed.out or format_ == "text"
    assert "This reads words and not meaning" in said


def test_the_same_input_gives_the_same_bytes(run, files):
    once, again = (run("bad.md", "--project", "project.yaml", "--format", "json").out for _ in range(2))
    assert once == again


HOSTILE = "Shape our research \x1b[2J\x1b]0;x\x07 \u202egnp.exe\u2066 \x9b31m for [bold]all[/bold]\r now!\n"


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html"])
def test_hostile_text_in_an_advert_cannot_move_the_cursor(run, files, name):
    (files / name).write_text(HOSTILE, encoding="utf-8")
    found = run(name)
    assert found.code == 1
    assert "Shape our research" in found.out
    assert not set("\x1b\x07\x9b\u202e\u2066\r") & set(found.out)
    tree = json.loads(run(name, "--format", "json").out)
    assert tree["findings"]


def test_hostile_text_in_a_project_file_or_a_file_name_does_no_harm(run, files):
    (files / "p.yaml").write_text(
        'format: 1\nhonesty: {limits: [{what: "The drug \\u202e\\u2066 is fixed"}]}\n', encoding="utf-8"
    )
    name = "a\x1b[2Jb.md"
    (files / name).write_text("Shape our research!", encoding="utf-8")
    found = run(name, "--project", "p.yaml")
    assert "The drug" in found.out
    assert not set("\x1b\u202e\u2066") & set(found.out)
    missing = run("x\x1b[2J.md")
    assert missing.code == 2
    assert "\x1b" not in missing.err


# --- what an invitation should say --------------------------------------------------------------------------------


def named(text: str) -> set[str]:
    return set(review(read_text(text.encode(), "a.md")).said)


@rows(
    "text, item",
    [
        ("You help to decide which outcome comes first.", "decisions open"),
        ("Two questions are still open.", "decisions open"),
        ("It takes about two hours.", "time"),
        ("We meet every month from 10am to 12.", "time"),
        ("You get £20.", "pay"),
        ("We cannot pay for your time.", "pay"),
        ("Travel costs are covered.", "expenses"),
        ("There is somebody to talk to if it gets too much.", "support"),
        ("The questions of the study cannot change.", "limits"),
        ("Tell us about access needs, or come online.", "access"),
        ("Ring 01234 567890.", "contact"),
        ("Contact Ana at the library.", "contact"),
        ("[Write to us](mailto:a@example.org).", "contact"),
    ],
)
def test_what_is_said_is_seen(text, item):
    assert item in named(text)


@rows(
    "text, item",
    [
        ("Decide if you want to come.", "decisions open"),
        ("Shape our research!", "decisions open"),
        ("We value your time.", "time"),
        ("Your travel is paid.", "pay"),
        ("We help people back into paid work.", "pay"),
        ("It will not cost much.", "expenses"),
        ("The project is supported by the council.", "support"),
        ("Thank you for your support.", "support"),
        ("We can't wait to meet you.", "limits"),
        ("If you cannot come on Monday, come on Tuesday.", "limits"),
        ("“The study cannot change,” said the poster.", "limits"),
        ("Everybody has easy access to the park.", "access"),
        ("No contact sports, and call us names if you must.", "contact"),
    ],
)
def test_words_that_only_look_like_it_do_not_count(text, item):
    assert item not in named(text)


def test_what_is_missing_is_asked_once_with_the_line_of_the_file(run, files):
    (files / "p.yaml").write_text(
        "format: 1\nreward:\n  pay:\n    rate: 20 per hour\n  expenses: none\nhonesty: {advert: {names: [time]}}\n",
        encoding="utf-8",
    )
    tree = json.loads(run("bad.md", "--project", "p.yaml", "--format", "json").out)
    missing = {f["rule"]: f for f in tree["findings"] if f["rule"].startswith("missing-")}
    assert missing.keys() == {"missing-" + i.name.replace(" ", "-") for i in ITEMS}
    assert [line["line"] for line in missing["missing-pay"]["project_lines"]] == [4]
    assert "says that there is none" in missing["missing-expenses"]["says"]
    assert missing["missing-time"]["level"] == "warning"
    assert "the advert names it" in missing["missing-time"]["says"]
    assert missing["missing-access"]["project_lines"] == []


# --- long and hard sentences -----------------------------------------------------------------------------------------

LONG = "We meet in the old town hall by the river on the first Monday of each month and then we drink tea and talk about what we read and saw that week."
HARD = "Methodological considerations necessitate multidisciplinary operationalisation of heterogeneous organisational perspectives and epistemological positionalities throughout."


def rules(text: str) -> dict[str, object]:
    return {f.rule: f for f in review(read_text(text.encode(), "a.md")).findings}


def test_long_and_hard_sentences_are_named_with_their_line():
    assert rules(f"Hello.\n\n{LONG}")["sentence-long"].line == 3
    assert f"{len(LONG.split())} words" in rules(LONG)["sentence-long"].says
    assert "sentence-hard" in rules(HARD)
    assert (
        not {"sentence-long", "sentence-hard"}
        & rules("Come to our meeting. We drink tea and talk. You can stay as long as you like.").keys()
    )


def test_lists_headings_and_addresses_are_not_long_sentences():
    many = "\n".join(f"- point number {n} of the long list" for n in range(30))
    assert "sentence-long" not in rules(many)
    assert "sentence-hard" not in rules(
        "See https://example.org/a-very-long-address/with/many/parts/and/some/more for all of the times, and come."
    )


def test_the_grade_of_the_whole_text_is_that_of_the_library():
    """Counted by hand: 15 words of 43 letters in each sentence; the published formula of the Automated Readability Index."""
    sentence = "The cat sat on the mat and the dog ran to the big red van."
    assert sum(c.isalpha() for c in sentence) == 43
    found = review(read_text(" ".join([sentence] * 6).encode(), "a.txt"))
    assert found.grade == pytest.approx(4.71 * 43 / 15 + 0.5 * 15 - 21.43, abs=0.01)
    assert review(read_text(sentence.encode(), "a.txt")).grade is None


def test_a_hard_text_is_asked_about_as_a_whole():
    assert "text-hard" in rules(" ".join([HARD] * 6))


def test_without_the_library_the_rest_is_done_and_the_gap_is_named(run, files, monkeypatch):
    real = reading_ease.importlib.import_module

    def gone(name, *where, **more):
        # Commands and other libraries are imported by the same function.
        if name == "readability":
            raise ImportError(name)
        return real(name, *where, **more)

    monkeypatch.setattr(reading_ease.importlib, "import_module", gone)
    (files / "long.md").write_text(COMPLETE + "\n" + LONG, encoding="utf-8")
    found = run("long.md", "--project", "project.yaml")
    assert found.code == 0
    assert "Not looked at: long and hard sentences" in " ".join(found.out.split())
    assert "pip install 'involve-audit[advert]'" in " ".join(found.out.split())
    tree = json.loads(run("long.md", "--format", "json").out)
    assert tree["reading_grade"] is None
    assert len(tree["not_looked_at"]) == 1


def test_another_package_with_the_same_name_is_no_library(monkeypatch):
    monkeypatch.setattr(reading_ease.importlib, "import_module", lambda name: object())
    with pytest.raises(reading_ease.NoReadability):
        reading_ease.library()


# --- words, and no network ---------------------------------------------------------------------------------------------


def test_nothing_is_a_verdict_and_our_own_words_do_not_blame():
    from involve_audit.advert.findings import WORDS
    from involve_audit.advert.promises import OTHER, SAY
    from involve_audit.advert.should_say import ITEMS as ITEMS_

    for row in (*SAY, *OTHER, *ITEMS_):
        assert row.asks.rstrip().endswith((".", "?"))
        assert "?" in row.asks
    said = " ".join(
        [
            *(r.says for r in (*SAY, *OTHER, *ITEMS_)),
            *(r.asks for r in (*SAY, *OTHER, *ITEMS_)),
            *(w.why for w in WORDS),
        ]
    )
    for word in (
        "dishonest",
        "misleading",
        "wrong!",
        "must",
        "lie ",
        "you failed",
        "hard to reach",
        "participant",
        "engagement",
    ):
        assert word not in said


def test_many_findings_are_bounded_and_the_rest_is_counted():
    advert = read_text(("Shape our research!\n\n" * 900).encode(), "a.md")
    found = review(advert)
    assert len(found.findings) == 500
    assert any("more findings are not listed" in n for n in found.not_looked_at)
    assert len(Page(document(advert, None, found)).text()) > 1000
    assert json.loads(as_json(advert, None, found, "0"))


def test_it_runs_as_a_process_without_a_network_and_check_does_not_load_it():
    script = (
        "import socket, sys\n"
        "def no(*a, **k): raise OSError('no network')\n"
        "socket.socket.connect = no; socket.getaddrinfo = no\n"
        "from involve_audit.__main__ import main\n"
        "code = main(sys.argv[1:])\n"
        "print('loaded', any(m.startswith('involve_audit.advert') for m in sys.modules), file=sys.stderr)\n"
        "sys.exit(code)\n"
    )

    def process(*arguments: str):
        return subprocess.run(
            [sys.executable, "-c", script, *arguments], input=LONG, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False
        )  # fmt: skip

    found = process("advert", "-")
    assert found.returncode == 1, found.stderr
    assert "sentence-long" in found.stdout
    assert "loaded False" in process("check", "examples/minimal/project.yaml", "--date", "2026-01-01").stderr


def test_the_help_says_what_the_exit_codes_mean(run):
    found = run("--help")
    assert found.code == 0
    for part in ("0 nothing found", "1 something to talk over", "2 the advert"):
        assert part in " ".join(found.out.split())
