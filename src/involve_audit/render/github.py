"""The findings as annotations of a GitHub workflow, and the page that GitHub shows as the summary of a step.

An annotation is a line that begins with `::`. Text from a file must not become one, or end one early, so its line
breaks, percent signs and, in properties, colons and commas are written as GitHub's own toolkit writes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.render import machine, markdown, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.results.audit import Audit

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
SHOWN = 10
"""So many annotations of a kind GitHub shows for one step; the rest stands in the log and on the summary page."""
PAGE = 1024 * 1024
"""So many bytes a summary page may have. GitHub shows nothing of a longer one."""


def render(audits: Sequence[Audit], *, problems: Sequence[machine.NotAudited] = ()) -> str:
    """An annotation for whatever could not be audited and for each finding, the most serious first; then the numbers."""
    lines = [
        annotation("error", machine.portable(p.file), p.line, p.column, machine.PROBLEMS[p.kind], p.sentence)
        for p in problems
    ]
    every = machine.found(audits)
    for one in machine.serious_first(every):
        f = one.finding
        says = " ".join(part for part in (machine.says(f), machine.next_step(f)) if part)
        command = "notice" if f.waived else COMMANDS[f.level]
        lines.append(annotation(command, one.file, f.line, f.column, f"{f.title} ({f.rule})", says))
    return "\n".join([*lines, f"involve-audit: {_numbers(audits, every, problems)}"]) + "\n"


def annotation(command: str, file: str, line: int, column: int, title: str, says: str) -> str:
    """One line that GitHub takes for an annotation, whatever stands in the texts."""
    properties = [("file", file), *([("line", str(line)), ("col", str(column))] if line else []), ("title", title)]
    told = ",".join(f"{name}={_property(words.plain(value))}" for name, value in properties)
    return f"::{command} {told}::{_data(words.plain(says))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _numbers(
    audits: Sequence[Audit], every: Iterable[machine.FindingInFile], problems: Sequence[machine.NotAudited]
) -> str:
    files = len(audits)
    parts = [
        (_("{files} project audited", files=files) if files == 1 else _("{files} projects audited", files=files)),
        machine.counts_say(machine.counted(every)),
        *([_("{number} could not be audited", number=len({p.file for p in problems}))] if problems else []),
        machine.rubrics(audits),
    ]
    return "; ".join(part for part in parts if part)


def summary(audits: Sequence[Audit], problems: Sequence[machine.NotAudited] = (), limit: int = PAGE) -> str:
    """The summary page in Markdown: the numbers, a row for each project, and the reports while they fit.

    Args:
        audits: what was audited.
        problems: what could not be.
        limit: so many bytes it may have; what does not fit is left out from the end, and it is said.
    """
    every = machine.found(audits)
    head = [
        _("# How people are involved: what the check found"),
        "",
        _(
            "{escape} GitHub shows {shown} of each kind beside the lines; here are all.",
            escape=markdown.escape(words.sentence(_numbers(audits, every, problems))),
            shown=SHOWN,
        ),
        "",
    ]
    if audits:
        head += [_("| file | the policy | what is found |"), "| --- | --- | --- |"]
        head += [_row(audit, machine.found([audit])) for audit in audits]
        head.append("")
    if problems:
        head += [_("## What could not be audited"), "", *(f"- {markdown.escape(p.text)}" for p in problems), ""]
    listed = ["## Findings", "", *(_item(one) for one in machine.serious_first(every)), ""] if every else []
    # One by one: of many projects only the first few fit.
    reports = (markdown.render([audit]) for audit in audits)
    left_out = _("The rest does not fit on this page. `involve-audit report` writes all of it into a file.\n")
    page, room = "", limit - len(left_out.encode()) - 1
    for part in (*(f"{line}\n" for line in (*head, *listed)), *(f"{report}\n" for report in reports)):
        size = len(part.encode())
        if size > room:
            return f"{page}\n{left_out}" if limit > len(left_out) else ""
        page, room = page + part, room - size
    return page


def _row(audit: Audit, mine: Sequence[machine.FindingInFile]) -> str:
    cells = (
        machine.portable(audit.project.file),
        "holds" if audit.policy.holds else _("does not hold"),
        machine.counts_say(machine.counted(mine)),
    )
    return f"| {' | '.join(markdown.escape(cell) for cell in cells)} |"


def _item(one: machine.FindingInFile) -> str:
    f = one.finding
    says = " ".join(part for part in (machine.says(f), machine.next_step(f)) if part)
    text = f"{one.file}:{f.line}: {f.title}. {says}"
    return f"- {'waived' if f.waived else f.level}: {markdown.escape(text)}"
