"""The formats for machines: each against its own rules, read back by readers that are not ours."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

import docx
import jsonschema
import junitparser
import pypdf
import pytest
from markdown_it import MarkdownIt
from samples import empty, hostile, rich
from support import rows

from involve_audit.render import FORMATS, TEXTS, machine, render, render_bytes, words
from involve_audit.render.csv import COLUMNS
from involve_audit.render.github import summary
from involve_audit.results import findings as findings_module
from involve_audit.results.audit import Audit
from involve_audit.results.findings import Suppression, findings

SCHEMAS = Path(__file__).parent / "schemas"
PROBLEMS = (
    machine.NotAudited("invalid", "a b/ä.yaml", "project.fase: 'fase' is not a key here; did you mean 'phase'?", 2, 27),
    machine.NotAudited("invalid", "a b/ä.yaml", "a second | <b>thing</b> [x](y) {0}", 3, 1),
    machine.NotAudited("unreadable", "missing.yaml", "there is no such file or folder"),
    machine.NotAudited("internal", "c.yaml", "internal error: KeyError in court.py, line 1"),
)
NASTY = (
    "<script>alert(1)</script> | ` ::error::x ##[error]y %0A%25 \r\n::warning file=x::y \u202e \x00\x07\x1b[31m \ufffe "
    "😀 ]]> &amp; [a](1) {0} =1+1 ,;\" '"
)
RUNS = {
    "none": ([], ()),
    "empty": ([empty()], ()),
    "rich": ([rich()], ()),
    "hostile": ([hostile(NASTY)], ()),
    "several": ([rich(), empty(), hostile(NASTY), rich()], PROBLEMS),
    "broken": ([], PROBLEMS),
}
runs = pytest.mark.parametrize("name", RUNS)


def made(format_: str, name: str) -> str:
    audits, problems = RUNS[name]
    return render(format_, audits, problems=problems)


@pytest.fixture
def marked(monkeypatch):
    """The findings of every audit, the first one waived, the second known before and the others new."""
    given = findings_module.findings

    def changed(audit: Audit):
        first, second, *others = given(audit)
        waiver = Suppression("external", "Agreed with the group = until June.", "accepted")
        return (
            replace(first, suppressed=waiver, baseline="new"),
            replace(second, baseline="unchanged"),
            *(replace(f, baseline="new") for f in others),
        )

    monkeypatch.setattr(machine, "findings", changed)
    monkeypatch.setattr("involve_audit.render.junit.findings", changed)
    return changed(rich())


# --- SARIF -----------------------------------------------------------------------------------------


@cache
def sarif_schema() -> jsonschema.protocols.Validator:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.json").read_text("utf-8"))
    return jsonschema.validators.validator_for(schema)(schema)


@runs
def test_sarif_keeps_to_its_schema(name):
    assert [e.message for e in sarif_schema().iter_errors(json.loads(made("sarif", name)))] == []


def test_the_schema_notices_what_is_wrong():
    log = json.loads(made("sarif", "rich"))
    log["runs"][0]["results"][0]["level"] = "notice"
    assert list(sarif_schema().iter_errors(log))


@runs
def test_github_takes_every_result(name):
    run = json.loads(made("sarif", name))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["message"]["text"].strip().endswith(".")
        (place,) = result["locations"]
        where = place["physicalLocation"]
        parts = urlsplit(where["artifactLocation"]["uri"])
        assert not parts.scheme
        assert not where["artifactLocation"]["uri"].startswith(("/", "./"))
        assert re.fullmatch(r"[\w%./~-]+", where["artifactLocation"]["uri"], re.ASCII)
        assert where["region"]["startLine"] >= 1
        assert where["region"]["startColumn"] >= 1
        assert re.fullmatch(r"[0-9a-f]{32}:1", result["partialFingerprints"]["primaryLocationLineHash"])
    marks = [r["partialFingerprints"]["primaryLocationLineHash"] for r in run["results"]]
    assert len(set(marks)) == len(marks)
    assert len({r["id"] for r in rules}) == len(rules)
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["shortDescription"]["text"].strip()
        assert len(rule["properties"]["tags"]) <= 20
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["automationDetails"]["id"].endswith("/")


def test_the_same_finding_has_the_same_fingerprint_when_lines_and_words_change():
    def marks(audit: Audit) -> dict[str, str]:
        return {f.finding.rule: f.fingerprint for f in machine.found([audit])}

    audit = rich()
    moved = replace(audit, flags=tuple(replace(f, says="other words", because=()) for f in audit.flags))
    assert marks(audit) == marks(moved)
    assert marks(audit) == marks(
        replace(audit, project=replace(audit.project, file=f"./{audit.project.file}", title="x"))
    )
    other = marks(replace(audit, project=replace(audit.project, file="other.yaml")))
    assert not set(other.values()) & set(marks(audit).values())


def test_what_could_not_be_audited_stands_in_sarif():
    run = json.loads(made("sarif", "broken"))["runs"][0]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [t["descriptor"]["id"] for t in told] == [p.rule for p in PROBLEMS]
    assert all(t["level"] == "error" for t in told)
    assert {d["id"] for d in run["tool"]["driver"]["notifications"]} == {p.rule for p in PROBLEMS}
    # Without a result, what was found there before would seem to be mended.
    assert [(r["ruleId"], r["locations"][0]["physicalLocation"]["region"]["startLine"]) for r in run["results"]] == [
        ("input/invalid", 2),
        ("input/invalid", 3),
    ]
    good = json.loads(made("sarif", "empty"))["runs"][0]
    assert good["invocations"][0]["executionSuccessful"] is True
    assert json.loads(made("sarif", "none"))["runs"][0]["results"] == []


def test_waivers_and_baselines_stand_in_sarif(marked):
    results = json.loads(made("sarif", "rich"))["runs"][0]["results"]
    assert results[0]["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "Agreed with the group = until June."}
    ]
    assert all(r["suppressions"] == [] for r in results[1:])
    assert [r["baselineState"] for r in results[:3]] == ["new", "unchanged", "new"]
    assert not list(sarif_schema().iter_errors(json.loads(made("sarif", "rich"))))


def test_text_is_no_link_and_no_placeholder_in_sarif():
    run = json.loads(made("sarif", "broken"))["runs"][0]
    text = run["results"][1]["message"]["text"]
    assert r"\[x\](y)" in text
    assert "{{0}}" in text
    for result in json.loads(made("sarif", "hostile"))["runs"][0]["results"]:
        assert not re.search(r"(?<!\\)\]\(", result["message"]["text"])
        assert not re.search(r"(?<!\{)\{(?!\{)", result["message"]["text"])
    for rule in json.loads(made("sarif", "hostile"))["runs"][0]["tool"]["driver"]["rules"]:
        html = MarkdownIt("commonmark").render(rule["help"]["markdown"])
        assert "<script" not in html
        assert "<a " not in html


@rows("file", ["a b/ä:1.yaml", "x%20y.yaml", "we?ird#.yaml", "<standard input>", "caf\udce9.yaml"])
def test_a_file_name_is_a_uri_that_leads_back_to_it(file):
    uri = machine.uri(machine.portable(file))
    assert uri.isascii()
    assert unquote(uri, errors="surrogateescape") == file


# --- JUnit -----------------------------------------------------------------------------------------


@cache
def junit_schema():
    import xmlschema

    return xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))


@runs
def test_junit_keeps_to_the_schema_of_jenkins_and_is_read_by_others(name):
    text = made("junit", name)
    junit_schema().validate(text)
    audits, problems = RUNS[name]
    suites = list(junitparser.JUnitXml.fromstring(text.encode()))
    assert len(suites) == len(audits) + len({p.file for p in problems})
    cases = [(c.classname, c.name) for s in suites for c in s]
    assert len(set(cases)) == len(cases), [c for c, n in Counter(cases).items() if n > 1]
    for suite in suites:
        kinds = Counter(type(r).__name__ for c in suite for r in c.result)
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
            len(list(suite)), kinds["Failure"], kinds["Error"], kinds["Skipped"],
        )  # fmt: skip
    # A report fails just where the check does.
    for suite, audit in zip(suites, audits, strict=False):
        assert (suite.failures > 0) == any(f.level == "error" for f in findings(audit))
        assert suite.errors == 0
    assert sum(s.errors for s in suites) == len({p.file for p in problems})


def test_what_is_waived_or_not_told_is_skipped_in_junit_and_not_passed(marked):
    (suite,) = junitparser.JUnitXml.fromstring(made("junit", "rich").encode())
    by_name = {c.name.split(":")[0]: c for c in suite}
    assert isinstance(by_name[marked[0].rule].result[0], junitparser.Skipped)
    assert "Waived: Agreed with the group" in by_name[marked[0].rule].result[0].message
    assert "Known before" in by_name[marked[1].rule].result[0].message
    assert all(c.result for n, c in by_name.items() if not n.startswith("held/"))


# --- GitHub annotations ----------------------------------------------------------------------------


def decoded(line: str) -> tuple[str, dict[str, str], str]:
    """An annotation as the runner of GitHub reads it, from its rules and not from our code."""
    found = re.fullmatch(r"::([a-z]+)(?: ([^:]*?))?::(.*)", line, re.DOTALL)
    assert found, line
    properties = {}
    for pair in (found[2] or "").split(","):
        key, _, value = pair.partition("=")
        for code, mark in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            value = value.replace(code, mark)
        properties[key] = value
    says = found[3]
    for code, mark in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        says = says.replace(code, mark)
    return found[1], properties, says


@runs
def test_annotations_are_read_back_as_they_were_meant(name):
    audits, problems = RUNS[name]
    *lines, numbers = made("github", name).splitlines()
    wanted = machine.serious_first(machine.found(audits))
    assert len(lines) == len(wanted) + len(problems)
    assert not numbers.startswith("::")
    told = [decoded(line) for line in lines]
    for (command, properties, says), problem in zip(told, problems, strict=False):
        assert (command, properties["file"]) == ("error", machine.portable(problem.file))
        assert says == problem.sentence
        assert properties.get("line", "0") == str(problem.line)
    for (command, properties, says), one in zip(told[len(problems) :], wanted, strict=True):
        f = one.finding
        assert command == {"error": "error", "warning": "warning", "note": "notice"}[f.level]
        assert (int(properties["line"]), int(properties["col"])) == (f.line, f.column)
        assert properties["title"].endswith(words.plain(f"({f.rule})"))
        assert set(properties) == {"file", "line", "col", "title"}
        assert machine.says(f) in says
    order = [c for c, _, _ in told[len(problems) :]]
    assert order == sorted(order, key=["error", "warning", "notice"].index)


def test_no_line_of_a_hostile_file_becomes_a_command():
    for line in made("github", "hostile").splitlines()[:-1]:
        command, properties, says = decoded(line)
        assert command in ("error", "warning", "notice")
        assert properties["file"] == words.plain(machine.portable(hostile(NASTY).project.file))
        assert "\n" not in says


def test_a_waiver_makes_a_notice_that_comes_last(marked):
    *lines, numbers = made("github", "rich").splitlines()
    command, _, says = decoded(lines[-1])
    assert command == "notice"
    assert "Waived: Agreed with the group" in says
    assert "1 waived" in numbers


def test_the_summary_page_fits_and_says_what_it_leaves_out():
    audits, problems = RUNS["several"]
    whole = summary(audits, problems)
    assert "What could not be audited" in whole
    for limit in (len(whole.encode()) + 200, 20_000, 3_000, 400, 60, 0):
        page = summary(audits, problems, limit)
        assert len(page.encode()) <= max(limit, 0)
        assert ("does not fit" in page) == (0 < len(page) < len(whole))
    html = MarkdownIt("commonmark").enable("table").render(whole)
    assert "<script" not in html


# --- GitLab ----------------------------------------------------------------------------------------


@runs
def test_gitlab_finds_each_finding_once(name):
    entries = json.loads(made("gitlab", name))
    audits, problems = RUNS[name]
    assert len(entries) == len(machine.found(audits)) + len(problems)
    assert len({e["fingerprint"] for e in entries}) == len(entries)
    for entry in entries:
        assert set(entry) - {"rubric"} == {"description", "check_name", "fingerprint", "severity", "location"}
        assert ("rubric" in entry) == (not entry["check_name"].startswith("input/"))
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not entry["location"]["path"].startswith(("./", "/"))
        assert entry["location"]["lines"]["begin"] >= 1
        assert entry["description"].strip()
        assert "\n" not in entry["description"]


def test_what_is_waived_calls_for_nothing_in_gitlab(marked):
    first, second, *_ = json.loads(made("gitlab", "rich"))
    assert first["severity"] == "info"
    assert "Waived: Agreed with the group" in first["description"]
    assert "Known before" in second["description"]


# --- CSV -------------------------------------------------------------------------------------------


@runs
def test_a_spreadsheet_gets_a_row_for_each_finding_and_no_formula(name):
    text = made("csv", name)
    assert "\n" not in text.replace("\r\n", "")
    header, *rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    assert tuple(header) == COLUMNS
    audits, problems = RUNS[name]
    assert len(rows) == len(machine.found(audits)) + len(problems)
    assert all(len(row) == len(header) for row in rows)
    assert not [c for row in rows for c in row if c.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


@rows("start", ["=", "+", "-", "@", "\t=", "\r@", " =", "＝"])
def test_a_formula_in_a_file_is_text_in_the_table(start):
    rows = list(csv.DictReader(io.StringIO(render("csv", [hostile(f"{start}HYPERLINK(1)")]))))
    # A title of ours that names it begins with a letter, and is no formula.
    titles = {
        row["title"] for row in rows if "HYPERLINK" in row["title"] and not row["title"].startswith("A waiver is ")
    }
    assert titles == {f"'{start.strip()}HYPERLINK(1)"}


def test_waivers_and_baselines_have_columns(marked):
    rows = list(csv.DictReader(io.StringIO(made("csv", "rich"))))
    assert rows[0]["waived"] == "Agreed with the group = until June."
    assert [r["baseline"] for r in rows[:3]] == ["new", "unchanged", "new"]


# --- all of them -----------------------------------------------------------------------------------


@rows("name", TEXTS)
def test_every_format_tells_what_could_not_be_audited(name):
    text = render(name, [rich()], problems=PROBLEMS)
    for problem in PROBLEMS:
        assert problem.file.split("/")[-1] in text or unquote(text).count(problem.file)
    assert "no such file or folder" in " ".join(text.split())


@pytest.mark.parametrize("name", [n for n, f in FORMATS.items() if f.export])
def test_a_page_of_an_export_tells_what_could_not_be_audited(name):
    for audits in ([], [rich()]):
        page = render(name, audits, PROBLEMS, ending=".html")
        assert "What could not be audited" in page
        assert all(problem.file.split("/")[-1] in page for problem in PROBLEMS)


@pytest.mark.parametrize("edition", ["team", "contributors"])
@pytest.mark.parametrize("name", [n for n, f in FORMATS.items() if "contributors" in f.editions])
def test_every_edition_tells_what_could_not_be_audited(name, edition):
    data = render_bytes(name, [rich()], edition, PROBLEMS)
    if name == "pdf":
        text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    elif name == "docx":
        text = "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    else:
        text = data.decode()
    assert "no such file or folder" in " ".join(text.split())
    assert render_bytes(name, [rich()], edition) != data
