"""`explain` knows every word and id that any output prints: all are taken out of the outputs of all examples, in all formats."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
import xml.etree.ElementTree as ET
from functools import cache

import pytest
from support import EXAMPLES, ROOT, shipped

from involve_audit.assess import audit_document
from involve_audit.cli import explain, report_words
from involve_audit.load import read
from involve_audit.render import FORMATS, machine, render
from involve_audit.render import json as as_json
from involve_audit.results import findings
from involve_audit.results.audit import Audit
from involve_audit.results.comparison import OUTCOMES
from involve_audit.wording.everyday_words import _PLACES, _WORDS, plain

DAY = dt.date(2026, 11, 23)
SENTENCES = {
    "says", "title", "summary", "asks", "found", "does", "lifts", "because.says", "file", "about", "not_told", "rests_on", "means", "plain", "limits", "differs",
    "filled_in", "stamp", "advice", "question", "cites", "label.called", "label.word", "rung.called", "missing", "comes_from", "capped", "action", "reading_notes", "rates",
    "group", "dissent", "statement", "words", "what", "owner", "when", "date", "places", "changed", "kept", "until", "effect", "ways", "at", "promise_lacks", "findings.answers",
}  # fmt: skip
"""Keys whose texts are sentences of ours or words of the team, and no word to look up."""
OF_THE_TEAM = {
    "reasons.helps",
    "steps.gives",
    "voices.matters",
    "voices.studied",
    "missing.rooms",
    "voices.excluded",
    "matter.why",
    "rooms.id",
    "characteristics.id",
    "label.called",
    "label.word",
    "rung.called",
    "project.file",
    "sides.of",
    "missing.group",
    "label.missing",
    "agreed_with",
    "list",
    "parts.answer",
    "flags.subjects",
    "accounts.sources",
    "findings.named",
}
"""Names that a team gave."""


@cache
def entries():
    return explain.Index(explain.everything(shipped().rubric))


def unknown(names):
    return sorted(name for name in names if not explain.look_up(name, entries()))


@cache
def audits():
    return tuple(audit_document(read(p.read_bytes(), p.parent.name), shipped(), DAY, exports=True) for p in EXAMPLES)


def words_in(value, key=""):
    """The short words of a tree, each with the last two keys above it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from words_in(inner, f"{key.rpartition('.')[2]}.{name}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from words_in(inner, key)
    elif isinstance(value, str) and value:
        yield key, value


def test_every_id_and_word_of_a_saved_audit_is_known():
    asked: dict[str, set[str]] = {}
    for audit in audits():
        for key, word in words_in(json.loads(as_json.render([audit]))):
            last = key.rpartition(".")[2]
            if (
                last in SENTENCES
                or key in SENTENCES
                or key in OF_THE_TEAM
                or re.search(r"[.!?”]$|\d{4}|^[0-9a-f]{64}$", word)
            ):
                continue
            if len(word) < 60:
                asked.setdefault(key, set()).add(word)
    assert len(asked) > 60
    found = {key: left for key, words in asked.items() if (left := unknown(words))}
    for key in (
        "tool.name",
        "tool.version",
        "rubric.version",
        "schema_version",
        "groups.group",
        "named.path",
        "statements.id",
        "items.statements",
        "because.path",
    ):
        # Of a name that a team gave, what stands behind it is known; a room itself is not.
        found[key] = [
            w
            for w in found.get(key, [])
            if key.endswith(("path", "id", "statements")) and not re.match(r"(rooms|sources|organisations)\.", w)
        ]
    left = {key: words for key, words in found.items() if words}
    assert not left, left


def test_every_key_of_a_saved_audit_is_known():
    def keys(value):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield key
                yield from keys(inner)
        elif isinstance(value, list):
            for inner in value:
                yield from keys(inner)

    names = {key for audit in audits() for key in keys(json.loads(as_json.render([audit])))}
    assert "because" in names
    assert unknown(names - {"of", "schema_version"}) == []


@pytest.mark.parametrize("name", [n for n, kind in FORMATS.items() if kind.findings_only])
def test_every_rule_state_and_column_of_formats_for_machines_is_known(name):
    problems = [machine.NotAudited(kind, "x.yaml", "it is so", 1, 1) for kind in machine.PROBLEMS]
    text = render(name, audits(), problems)
    rules: set[str] = set()
    if name == "csv":
        rows = list(csv.DictReader(io.StringIO(text)))
        rules = {r[c] for r in rows for c in ("level", "state", "rule", "baseline") if r[c]}
    elif name == "sarif":
        (run,) = json.loads(text)["runs"]
        rules = (
            {r["ruleId"] for r in run["results"]}
            | {r["properties"]["state"] for r in run["results"]}
            | {r["level"] for r in run["results"]}
        )
    elif name == "junit":
        cases = ET.fromstring(text).iter("testcase")  # noqa: S314 (we wrote it)
        rules = {case.get("name").partition(":")[0] for case in cases}
    elif name == "gitlab":
        rules = {e["check_name"] for e in json.loads(text)}
    else:
        rules = set(
            re.findall(r"\(((?:gate|flag|sign|label|policy|criterion|question)/[^)]+)\)", text.replace("%3A", ":"))
        )
    assert len(rules) > 5
    assert unknown(re.sub(r" \(\d+\)$", "", rule) for rule in rules) == []


def test_what_portfolio_compare_and_history_print_is_known(run, tmp_path):
    out = run("portfolio", *EXAMPLES, "--format", "jsonl", "--date", "2026-11-23").out
    trees = [json.loads(line) for line in out.splitlines()]
    words = {
        w
        for t in trees
        for k, w in words_in(t)
        if k
        in (
            "kind",
            "label",
            "failed",
            "open",
            "signs",
            "not_told",
            "vague",
            "overdue",
            "shown",
            "phase",
            "letter",
            "id",
        )
    }
    words |= {v for t in trees if t["kind"] == "project" for v in (t["verdict"], *t["possible"])}
    assert unknown(words) == []
    assert unknown({k for t in trees for k in t} - {"schema_version", "rubric_sha256"}) == []
    full, bad = (ROOT / "examples" / n / "project.yaml" for n in ("full", "bad"))
    tree = json.loads(run("compare", bad, full, "--format", "json", "--date", "2026-11-23").out)
    words = {w for k, w in words_in(tree) if k.rpartition(".")[2] in ("how", "state", "outcome", "level")}
    assert unknown(words) == []
    assert unknown(OUTCOMES) == []


def test_titles_and_fixed_words_are_known():
    rubric = shipped().rubric
    names = (
        [v.title for v in rubric.verdicts] + [p.title for p in rubric.principles] + [c.title for c in rubric.criteria]
    )
    names += (
        [g.title for g in rubric.gates]
        + [f.title for f in rubric.flags]
        + [s.title for s in rubric.stages]
        + [r.title for r in rubric.rungs]
    )
    names += [*findings.LEVELS, *machine.PROBLEMS, *rubric.references]
    names += [w for meanings in report_words.WORDS.values() for w in meanings]
    assert unknown(names) == []
    assert Audit.__name__


def test_every_word_that_people_use_is_known_and_leads_to_what_the_file_calls_it():
    for table in (_WORDS, _PLACES):
        for ours, theirs in table.items():
            for word in theirs.split(","):
                found = explain.look_up(word.strip(), entries())
                assert found, (ours, word)
    for word, ours in {
        "dissemination": "sharing",
        "in progress": "ongoing",
        "payment": "reward.pay",
        "article": "publication",
    }.items():
        found = explain.look_up(word, entries())
        said = " ".join(text for entry in found for _, text in entry.paragraphs)
        assert ours in said or ours in [plain(e.id) for e in found], word


def test_what_nothing_is_called_is_still_said(run):
    found = run("explain", "quagga")
    assert (found.code, found.out) == (2, "")
    assert "nothing is called 'quagga'" in found.err
