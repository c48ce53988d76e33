"""The run as JUnit XML, as Jenkins (junit-10.xsd) and GitLab read it: a suite for each file.

A failure is what the policy does not hold for, so a report fails just where the check does. What only asks for a look
(a sign, an open question) is *skipped*: as passed it would be praised, and as failed it would fail what the policy lets pass.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import machine, words
from involve_audit.results.findings import findings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.results.audit import Audit, Evidence
    from involve_audit.results.findings import AuditFinding


def render(audits: Sequence[Audit], *, problems: Sequence[machine.NotAudited] = ()) -> str:
    """A suite for each audit, and one for each input that could not be audited."""
    root = ET.Element("testsuites", name="involve-audit")
    names: Counter[str] = Counter()

    def suite(file: str) -> ET.Element:
        # GitLab tells cases apart by class and name: a file that was audited twice has two classes.
        name = words.plain(machine.portable(file))
        names[name] += 1
        return ET.SubElement(root, "testsuite", name=name if names[name] == 1 else f"{name} ({names[name]})")

    for audit in audits:
        made = suite(audit.project.file)
        properties = ET.SubElement(made, "properties")
        for name, value in (
            ("verdict", audit.verdict.title),
            ("rubric", f"{audit.rubric.id} {audit.rubric.version}"),
            ("rubric_sha256", audit.rubric.sha256),
            ("date", audit.date),
        ):
            ET.SubElement(properties, "property", name=name, value=words.plain(value))
        mine = findings(audit)
        for finding in mine:
            _finding(_case(made, finding.rule, finding.title), audit, finding)
        told = {finding.id for finding in mine if finding.kind in ("gate", "policy")}
        for condition in audit.policy.conditions:
            # What is not held stands above already, as the gate, the contradiction or the condition that it is.
            if condition.state == "held" or (audit.policy.holds and condition.id not in told):
                case = _case(made, f"held/{condition.id}", condition.says)
                if condition.state != "held":
                    ET.SubElement(
                        case, "skipped", message=_("It does not hold, or is not told, and the policy lets it pass.")
                    )
    by_file: dict[str, list[machine.NotAudited]] = {}
    for problem in problems:
        by_file.setdefault(problem.file, []).append(problem)
    for file, those in by_file.items():
        case = _case(suite(file), "input/can-be-audited", _("The input can be audited"))
        error = ET.SubElement(case, "error", type=those[0].rule, message=words.plain(those[0].says))
        error.text = "\n".join(words.plain(problem.text) for problem in those)
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _case(suite: ET.Element, rule: str, title: str) -> ET.Element:
    return ET.SubElement(
        suite, "testcase", classname=suite.get("name", ""), name=words.plain(f"{rule}: {title}"), time="0"
    )


def _finding(case: ET.Element, audit: Audit, finding: AuditFinding) -> None:
    fails = finding.level == "error" and not finding.waived
    outcome = ET.SubElement(
        case, "failure" if fails else "skipped", type=words.plain(finding.rule), message=machine.says(finding)
    )
    lines = [machine.next_step(finding), *(_line(audit, because) for because in finding.because)]
    outcome.text = "\n".join(line for line in lines if line)


def _line(audit: Audit, because: Evidence) -> str:
    return words.plain(f"{words.place(audit.project, because)}: {words.line_says(because)}")


def _count(root: ET.Element) -> None:
    """Cases told apart by their names, and the numbers that every suite and the whole must carry; how long it took is not known here, and is nought."""
    total: Counter[str] = Counter()
    for suite in root:
        names: Counter[str] = Counter()
        for case in suite.iterfind("testcase"):
            name = case.get("name", "")
            names[name] += 1
            if names[name] > 1:
                case.set("name", f"{name} ({names[name]})")
        counts = {"tests": len(suite.findall("testcase"))} | {
            f"{word}s" if word != "skipped" else word: len(suite.findall(f"testcase/{word}"))
            for word in ("failure", "error", "skipped")
        }
        total.update(counts)
        for key, number in counts.items():
            suite.set(key, str(number))
        suite.set("time", "0")
    for key in ("tests", "failures", "errors"):
        root.set(key, str(total[key]))
    root.set("time", "0")
