"""The findings as GitLab's code quality report: an array, in which each fingerprint stands once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.render import machine, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.results.audit import Audit

SEVERITY = {"error": "blocker", "warning": "major", "note": "info"}


def render(audits: Sequence[Audit], *, problems: Sequence[machine.NotAudited] = ()) -> str:
    """All findings of all audits, and what could not be audited; an empty array where there is neither."""
    entries = [
        _entry(
            f"{one.finding.title}. {machine.says(one.finding)}", one.finding.rule, one.fingerprint,
            # GitLab knows no waivers: what is waived stays on the list and calls for nothing.
            "info" if one.finding.waived else SEVERITY[one.finding.level], one.file, one.finding.line, one.rubric,
        )
        for one in machine.found(audits)
    ]  # fmt: skip
    seen: dict[tuple[str, str], int] = {}
    for problem in problems:
        file = machine.portable(problem.file)
        seen[file, problem.rule] = number = seen.get((file, problem.rule), 0) + 1
        mark = machine.fingerprint(file, problem.rule, number)
        says = f"{machine.PROBLEMS[problem.kind]}. {problem.says}"
        entries.append(_entry(says, problem.rule, mark, "blocker", file, problem.line or 1))
    return machine.json_text(words.harmless(entries))


def _entry(
    description: str, rule: str, fingerprint: str, severity: str, file: str, line: int, rubric: tuple[str, str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    entry = {
        "description": words.plain(description),
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": words.plain(file), "lines": {"begin": line}},
    }
    # GitLab shows none of it; whoever reads the file later sees by what it was judged.
    return entry | ({"rubric": {"id": rubric[0], "sha256": rubric[1]}} if rubric else {})
