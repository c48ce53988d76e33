"""The findings in SARIF 2.1.0, as GitHub's code scanning and editors take it.

GitHub refuses a whole file for one result without a place, so every result has one. It tells alerts apart by
`primaryLocationLineHash`; what stands there is the identity of the finding, for the hash of a line would hold people's words
and change with them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from involve_audit import __version__
from involve_audit.language import _
from involve_audit.render import machine, words
from involve_audit.render.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.results.audit import Audit, Evidence
    from involve_audit.results.findings import AuditFinding

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
MORE_LINES = 10
"""So many further lines are named beside a result."""


def render(audits: Sequence[Audit], *, problems: Sequence[machine.NotAudited] = ()) -> str:
    """One run with all findings; what could not be audited makes it an unsuccessful one, and is told as notifications."""
    every = machine.found(audits)
    invalid = [p for p in problems if p.kind == "invalid"]
    rules: dict[str, dict[str, Any]] = {}
    for one in every:
        rules.setdefault(one.finding.rule, _rule(one.finding))
    for problem in invalid:
        rules.setdefault(problem.rule, _input_rule(problem.kind))
    order = {rule: n for n, rule in enumerate(rules)}
    results = [_result(one, order) for one in every] + _invalid(invalid, order)
    if any("suppressions" in result for result in results):
        # Once one result says whether it is suppressed, all must.
        results = [{**result, "suppressions": result.get("suppressions", [])} for result in results]
    driver = {
        "name": "involve-audit",
        "fullName": _("involve-audit: how people are involved in research about them"),
        "semanticVersion": audits[0].tool.version if audits else __version__,
        "rules": list(rules.values()),
        "notifications": [_input_rule(kind) for kind in machine.PROBLEMS if any(p.kind == kind for p in problems)],
    }
    invocation: dict[str, Any] = {"executionSuccessful": not problems}
    if problems:
        invocation["toolExecutionNotifications"] = [_notification(problem) for problem in problems]
    stamps = {a.rubric.id: {"version": a.rubric.version, "sha256": a.rubric.sha256} for a in audits}
    run = {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "automationDetails": {"id": "involve-audit/"},
        "originalUriBaseIds": {ROOT: {"description": {"text": _("The folder in which the check was run.")}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
        "properties": {"rubrics": stamps},
    }
    return machine.json_text(words.harmless({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}))


def _rule(finding: AuditFinding) -> dict[str, Any]:
    """What a rule is about, in the rubric's words; nothing of one project."""
    asks = words.plain(finding.asks)
    title = asks if finding.kind == "question" else words.sentence(words.plain(finding.title))
    parts = [
        (_("To talk over"), asks),
        (_("A first step"), words.plain(finding.lifts)),
        *(("Source", words.plain(f"{source.cites} {source.says}")) for source in finding.sources),
    ]
    parts = [(name, text) for name, text in parts if text] or [(_("What it is"), title)]
    return {
        "id": finding.rule,
        "name": _pascal(finding.rule),
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title} {asks}" if asks and asks != title else title},
        "help": {
            "text": "\n\n".join(f"{name}: {text}" for name, text in parts),
            "markdown": "\n\n".join(f"**{name}:** {escape(text)}" for name, text in parts),
        },
        "defaultConfiguration": {"level": finding.level},
        "properties": _properties(finding.level, finding.kind),
    }


def _properties(level: str, kind: str) -> dict[str, Any]:
    severity = "recommendation" if level == "note" else level
    return {"tags": ["involvement", kind], "precision": "high", "problem.severity": severity}


def _input_rule(kind: str) -> dict[str, Any]:
    title = f"{machine.PROBLEMS[kind]}."
    says = _("What could not be audited is not a pass. The message says what is wrong and what is allowed.")
    return {
        "id": f"input/{kind}",
        "name": _pascal(f"input/{kind}"),
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title} {says}"},
        "help": {"text": says, "markdown": says},
        "defaultConfiguration": {"level": "error"},
        "properties": _properties("error", "input"),
    }


def _pascal(rule: str) -> str:
    """The id as the one word that editors show.

    >>> _pascal("gate/unpaid-without-choice")
    'GateUnpaidWithoutChoice'
    """
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", rule))


def _result(one: machine.FindingInFile, order: dict[str, int]) -> dict[str, Any]:
    f = one.finding
    asks = "" if f.asks == f.says else words.plain(f.asks)
    # It ends with a full stop, also where it asks.
    says = (
        _("Not told: “{found}”.", found=words.plain(f.says))
        if f.kind == "question"
        else words.sentence(words.plain(f.says))
    )
    parts = (says, words.plain(machine.state(f)), _("To talk over: “{asks}”.", asks=asks) if asks else "")
    result: dict[str, Any] = {
        "ruleId": f.rule,
        "ruleIndex": order[f.rule],
        "level": f.level,
        "message": {"text": _literal(" ".join(part for part in parts if part))},
        "locations": [_place(one.file, f.line, f.column)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{one.fingerprint}:1",
            "involveAuditIdentity/v1": one.fingerprint,
        },
        "properties": {"state": f.state},
    }
    more = list(dict.fromkeys(f.because))[1 : 1 + MORE_LINES]
    if more:
        result["relatedLocations"] = [{"id": n, **_related(one.file, because)} for n, because in enumerate(more, 1)]
    if f.suppressed is not None:
        s = f.suppressed
        result["suppressions"] = [{"kind": s.kind, "status": s.status, "justification": words.plain(s.justification)}]
    if f.baseline:
        result["baselineState"] = f.baseline
    return result


def _invalid(problems: Sequence[machine.NotAudited], order: dict[str, int]) -> list[dict[str, Any]]:
    """A file that was read and cannot be used also has a result: without one, its earlier alerts would seem mended."""
    results = []
    seen: dict[str, int] = {}
    for problem in problems:
        file = machine.portable(problem.file)
        seen[file] = number = seen.get(file, 0) + 1
        mark = machine.fingerprint(file, problem.rule, number)
        results.append(
            {
                "ruleId": problem.rule,
                "ruleIndex": order[problem.rule],
                "level": "error",
                "message": {"text": _literal(problem.sentence)},
                "locations": [_place(file, problem.line or 1, problem.column or 1)],
                "partialFingerprints": {"primaryLocationLineHash": f"{mark}:1", "involveAuditIdentity/v1": mark},
                "properties": {"state": "not audited"},
            }
        )
    return results


def _notification(problem: machine.NotAudited) -> dict[str, Any]:
    place = _place(machine.portable(problem.file), problem.line, problem.column)
    return {
        "descriptor": {"id": problem.rule},
        "level": "error",
        "message": {"text": _literal(problem.sentence)},
        "locations": [place],
    }


def _place(file: str, line: int, column: int) -> dict[str, Any]:
    place: dict[str, Any] = {
        "artifactLocation": {"uri": machine.uri(file), **({} if file.startswith("/") else {"uriBaseId": ROOT})}
    }
    if line:
        place["region"] = {"startLine": line, "startColumn": column or 1}
    return {"physicalLocation": place}


def _related(file: str, because: Evidence) -> dict[str, Any]:
    place = _place(file, because.line, because.column)
    return place | {"message": {"text": _literal(words.plain(words.line_says(because)))}}


def _literal(text: str) -> str:
    """Text in which nothing is a placeholder or a link: SARIF reads `{0}` and `[word](place)` (3.11.5 and 3.11.6)."""
    if "](" in text:
        text = re.sub(r"([\[\]\\])", r"\\\1", text)
    return text.replace("{", "{{").replace("}", "}}")
