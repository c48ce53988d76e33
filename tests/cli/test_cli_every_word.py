"""Files in which every free text is a nonsense word: none of them stands in anything that is said without excerpts."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from nonsense import MARK, free_fields, nonsense
from support import EXAMPLES, ROOT, shipped

from involve_audit.assess import audit_document
from involve_audit.cli import redact
from involve_audit.load import read, read_project
from involve_audit.project.fields import Told
from involve_audit.project.references import walk
from involve_audit.record import Record, names
from involve_audit.render import FORMATS
from involve_audit.wording.file_words import BEGIN, END, cut, left_out, marked, plain

DAY = dt.date(2026, 11, 1)
SEALED = {("Seal", "whole"), ("Seal", "reply"), ("Seal", "answers"), ("DisputedAnswers", "about")}
"""Hashes, and keys of the format: no word may stand there, and no hash is printed."""


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("nonsense")
    for number, name in ((0, "before.yaml"), (1, "after.yaml")):
        (folder / name).write_text(nonsense(number), encoding="utf-8")
    return folder


def everything_in(folder) -> dict[str, str]:
    """What was written, also what a Word file or a workbook holds."""
    found = {}
    for path in folder.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            found[path.name] = data.decode("utf-8", "replace")
            if data[:2] == b"PK":
                with zipfile.ZipFile(io.BytesIO(data)) as parts:
                    found[path.name] = "".join(parts.read(n).decode("utf-8", "replace") for n in parts.namelist())
    return found


def holding(texts: dict[str, str]) -> list[str]:
    """Where a nonsense word stands, or half of a mark, with what stands around it."""
    found = []
    for name, text in texts.items():
        for sign in (MARK, BEGIN, END):
            at = text.lower().find(sign)
            if at >= 0:
                found.append(f"{name}: {text[max(0, at - 80) : at + 40]}")
    return found


def test_the_files_hold_a_word_wherever_one_may_stand(files):
    told = set(SEALED)
    for name in ("before.yaml", "after.yaml"):
        for _, part in walk(read_project(read((files / name).read_bytes(), name))):
            if isinstance(part, Told):
                told |= {(type(part).__name__, n) for n, v in vars(part).items() if MARK in str(v).lower()}
    assert set(free_fields()) - told == set()


@pytest.mark.parametrize("name", ["before.yaml", "after.yaml"])
def test_a_check_says_none_of_them_in_any_format(run, files, name, tmp_path):
    texts = {key for key, kind in FORMATS.items() if not kind.binary}
    outputs = [x for key in sorted(texts) for x in ("--output", f"{key}:{tmp_path / key}")]
    found = run("check", files / name, "--all", "--no-excerpts", "--date", DAY, *outputs)
    assert found.code in (0, 1), found.err
    assert holding({"out": found.out, "err": found.err, **everything_in(tmp_path)}) == []
    assert len(everything_in(tmp_path)) == len(texts)


@pytest.mark.parametrize("edition", ["team", "contributors", "meeting"])
def test_a_report_says_none_of_them(run, files, edition, tmp_path):
    endings = ("html", "md", "txt", "docx", *(("json",) if edition == "team" else ()))
    for layer in ("--full",) if edition == "team" else ():
        outputs = [x for e in endings for x in ("-o", tmp_path / f"full.{e}")]
        found = run("report", files / "before.yaml", "--no-excerpts", "--date", DAY, layer, *outputs)
        assert found.code == 0, found.err
    outputs = [x for e in endings for x in ("-o", tmp_path / f"r.{e}")]
    found = run("report", files / "before.yaml", "--no-excerpts", "--date", DAY, "--edition", edition, *outputs)
    assert found.code == 0, found.err
    assert holding({"out": found.out, "err": found.err, **everything_in(tmp_path)}) == []


def test_what_looks_at_two_files_or_many_says_none_of_them(run, files, tmp_path):
    both = (files / "before.yaml", files / "after.yaml")
    days = ("--date-before", "2025-01-01", "--date", DAY)
    endings = [x for e in ("html", "md", "json", "txt") for x in ("-o", tmp_path / f"c.{e}")]
    (tmp_path / "letters").mkdir()
    (tmp_path / "invitation.txt").write_text(
        "You decide with us. You will be paid. Nobody need travel.", encoding="utf-8"
    )
    said = {}
    for command in (
        ("compare", *both, *days), ("compare", *both, *days, *endings), ("merge", *both),
        *(("due", *both, "--date", DAY, "-f", kind) for kind in ("text", "json", "github", "ics")),
        ("portfolio", *both, "--date", DAY, "-j", "1", "--letters", tmp_path / "letters",
         *(x for e in ("html", "md", "csv", "jsonl", "txt") for x in ("-o", tmp_path / f"p.{e}"))),
        *(("advert", tmp_path / "invitation.txt", "--project", one, "--date", DAY) for one in both),
    ):  # fmt: skip
        found = run(*command, "--no-excerpts")
        assert found.code in (0, 1), (command, found.err)
        said[" ".join(map(str, command))[:60]] = found.out + found.err
    assert holding({**said, **everything_in(tmp_path)}) == []
    assert len(list((tmp_path / "letters").iterdir())) == 2


def test_with_excerpts_they_are_there_and_no_mark_is(run, files, tmp_path):
    found = run(
        "check", files / "before.yaml", "--all", "--excerpts", "--date", DAY, "--output", f"json:{tmp_path / 'j'}"
    )
    for text in (found.out, (tmp_path / "j").read_text("utf-8")):
        assert MARK in text.lower()
        assert not {BEGIN, END} & set(text)


# --- the marks change nothing ---------------------------------------------------------------------------


def differing(one, other, path="") -> list[str]:
    """Where two results differ in more than the marks of the second; not where a line was cut within its length."""
    if isinstance(one, Record):
        return [
            at
            for name in names(one) or ()
            if (type(one).__name__, name) not in {("Evidence", "says"), ("AccountFound", "told")}
            for at in differing(getattr(one, name), getattr(other, name), f"{path}.{name}")
        ]
    if isinstance(one, tuple):
        if len(one) != len(other):
            return [f"{path}: {len(one)} and {len(other)}"]
        return [at for n, pair in enumerate(zip(one, other, strict=True)) for at in differing(*pair, f"{path}[{n}]")]
    if isinstance(one, str):
        # A capital letter, and the full stop that is taken from an end, are looked for within the mark.
        same = [[c for c in plain(text).casefold() if c.isalnum()] for text in (one, other)]
        return [] if same[0] == same[1] else [f"{path}: {one} / {other}"]
    return [] if one == other else [f"{path}: {one} / {other}"]


@pytest.mark.parametrize("name", ["full", "bad", "dementia-enquirers", "before.yaml", "after.yaml"])
def test_a_file_with_marks_is_judged_as_without(name, files):
    path = files / name if name.endswith("yaml") else ROOT / "examples" / name / "project.yaml"
    document = read(path.read_bytes(), "project.yaml")
    audits = [audit_document(d, shipped(), DAY, exports=True) for d in (document, redact.marked(document))]
    assert differing(*audits) == []


def test_a_file_with_marks_is_read_as_without():
    for path in EXAMPLES:
        document = read(path.read_bytes(), "project.yaml")
        told = redact.marked(document)
        shown = repr(read_project(told)).replace(repr(BEGIN)[1:-1], "").replace(repr(END)[1:-1], "")
        assert shown == repr(read_project(document))
        assert told.lines == []


def test_what_is_cut_stays_left_out():
    word = marked("Quagga said so")
    assert left_out(f"They said: {word}.") == "They said: …."
    assert left_out(f"They said: {word}."[:16]) == "They said: …"
    assert left_out(f"{word[3:]} is what they said.") == "… is what they said."
    assert left_out(f"“{marked(word)}” and “{marked(f'{BEGIN}a{END}b')}” stand here.") == "“…” and “…” stand here."
    assert plain(cut(word, 7)) == "Quagga…"
    assert left_out(cut(word, 7) + " is there") == "… is there"
    assert left_out("Nothing of the file.") == "Nothing of the file."


def test_nobody_can_end_a_mark_from_within_a_file(run, tmp_path):
    path = tmp_path / "p.yaml"
    text = f"Before{END} {MARK} {BEGIN}behind"
    path.write_text(
        f"format: 1\nproject: {{title: '{text}', called: ['{text}'], promises: [{{what: '{text}', kept: no}}]}}\n"
        f"rooms: {{'{text}': {{power: decides}}}}\n",
        encoding="utf-8",
    )
    found = run("check", path, "--all", "--no-excerpts", "--date", DAY)
    assert found.code in (0, 1)
    assert holding({"out": found.out}) == []
    assert "behind" not in found.out
