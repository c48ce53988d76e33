"""What the formats for machines share: findings with their files, and what could not be audited."""

from __future__ import annotations

import hashlib
import json
import posixpath
from collections import Counter
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from involve_audit.language import _
from involve_audit.record import Record
from involve_audit.render import words
from involve_audit.results.findings import LEVELS, findings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.results.audit import Audit
    from involve_audit.results.findings import AuditFinding

PROBLEMS = {
    "invalid": _("The file cannot be used as it is"),
    "unreadable": _("The file or folder cannot be read"),
    "internal": _("The tool itself failed"),
}
"""Why an input could not be audited: the kinds, in words."""


class NotAudited(Record):
    """Something that kept an input from being audited. It is never a pass.

    Attributes:
        kind: `invalid`, `unreadable` or `internal`.
        file: the input, as it was given.
        says: what is wrong, what is allowed and the nearest guess, in one line.
        line: counted from 1; 0 where no line is meant.
        column: counted from 1; 0 where no line is meant.
    """

    kind: str
    file: str
    says: str
    line: int = 0
    column: int = 0

    @property
    def rule(self) -> str:
        """The name of the rule, beside those of findings."""
        return f"input/{self.kind}"

    @property
    def text(self) -> str:
        """The message as it stands on standard error."""
        return f"{self.file}:{self.line}:{self.column}: {self.says}" if self.line else f"{self.file}: {self.says}"

    @property
    def sentence(self) -> str:
        """What is wrong in a sentence, and that it is no pass."""
        return _("{says} It is not a pass.", says=words.sentence(words.plain(self.says)))


class FindingInFile(Record):
    """A finding, and the file in which it is.

    Attributes:
        file: the file as pipelines name it.
        finding: what was found.
        fingerprint: the identity: file and rule, hashed. No line and none of people's words are in it.
        rubric: the rubric by which the file was judged, with its version, and its hash.
    """

    file: str
    finding: AuditFinding
    fingerprint: str
    rubric: tuple[str, str]


def found(audits: Iterable[Audit]) -> list[FindingInFile]:
    """All findings of all audits, in the order of the audits and the most serious first within each."""
    seen: Counter[tuple[str, str]] = Counter()
    result = []
    for audit in audits:
        file = portable(audit.project.file)
        rubric = words.plain(f"{audit.rubric.id} {audit.rubric.version}"), words.plain(audit.rubric.sha256)
        for finding in findings(audit):
            seen[file, finding.rule] += 1
            result.append(
                FindingInFile(file, finding, fingerprint(file, finding.rule, seen[file, finding.rule]), rubric)
            )
    return result


def serious_first(all_found: Sequence[FindingInFile]) -> list[FindingInFile]:
    """The findings by what asks for a look first: what is not waived, what is new, what is serious."""
    return sorted(
        all_found, key=lambda f: (f.finding.waived, f.finding.baseline == "unchanged", LEVELS.index(f.finding.level))
    )


def rubrics(audits: Iterable[Audit]) -> str:
    """By which rubrics audits were judged, with the whole hash of each, in words; empty where nothing was audited."""
    stamps = dict.fromkeys(
        words.plain(
            _(
                "{rubric_id} {version} (sha256 {sha256})",
                rubric_id=a.rubric.id,
                version=a.rubric.version,
                sha256=a.rubric.sha256,
            )
        )
        for a in audits
    )
    return _("judged by {stamps}", stamps=words.listed(list(stamps))) if stamps else ""


def counted(all_found: Iterable[FindingInFile]) -> dict[str, int]:
    """How many findings there are at each level, and how many are waived; a waived one is not counted at its level."""
    counts = dict.fromkeys((*LEVELS, "waived"), 0)
    for one in all_found:
        counts["waived" if one.finding.waived else one.finding.level] += 1
    return counts


def counts_say(counts: dict[str, int]) -> str:
    """The numbers of findings in words.

    >>> counts_say({"error": 1, "warning": 0, "note": 2, "waived": 0})
    '1 error, 0 warnings and 2 notes'
    """
    parts = [f"{counts[level]} {level}{'' if counts[level] == 1 else 's'}" for level in LEVELS]
    return words.listed([*parts, *([_("{counts} waived", counts=counts["waived"])] if counts["waived"] else [])])


def fingerprint(file: str, rule: str, number: int = 1) -> str:
    """The identity of a finding as 32 hexadecimal digits.

    Args:
        file: the file as `portable` names it.
        rule: the rule; it is found at most once in a file.
        number: which of several it is, where one file was audited more than once.
    """
    parts = [_bytes(file), _bytes(rule)] + ([str(number).encode()] if number > 1 else [])
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]


def portable(file: str) -> str:
    """A file as pipelines name it: without `./`, and without steps back that lead nowhere.

    >>> portable("./applications//a.yaml")
    'applications/a.yaml'
    """
    return posixpath.normpath(file) if file else "project.yaml"


def uri(file: str) -> str:
    """A file as a URI: relative as long as the name is.

    >>> uri("a b/ä:1.yaml")
    'a%20b/%C3%A4%3A1.yaml'
    """
    return ("file://" if file.startswith("/") else "") + quote(_bytes(file), safe="/")


def _bytes(file: str) -> bytes:
    """A text as bytes; the name of a file that is no UTF-8 as the system has it."""
    try:
        return file.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return file.encode("utf-8", "replace")


def json_text(tree: Any) -> str:
    """JSON, two blanks deep. A lone surrogate is no UTF-8; as an escape it is still JSON."""
    text = json.dumps(tree, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


def says(finding: AuditFinding) -> str:
    """What was found and what has become of it, in sentences of one line; an open question as a question."""
    told = _("Not told: {finding}", finding=finding.says) if finding.kind == "question" else finding.says
    return words.plain(words.sentences(part for part in (told, state(finding)) if part))


def state(finding: AuditFinding) -> str:
    """Whether a finding is waived, or was known before, in words; empty where it is neither."""
    parts = []
    if finding.suppressed is not None:
        named = {"accepted": _("Waived"), "underReview": _("A waiver is under review")}
        parts.append(
            f"{named.get(finding.suppressed.status, _('A waiver does not hold'))}: {finding.suppressed.justification}"
        )
    if finding.baseline == "unchanged":
        parts.append(_("Known before: it stands in the baseline"))
    return words.sentences(parts)


def next_step(finding: AuditFinding) -> str:
    """The question for the group and the first step, in one line; empty where there is neither."""
    asks = "" if finding.asks == finding.says else finding.asks
    parts = [
        _("To talk over: {asks}", asks=asks) if asks else "",
        _("A first step: {lifts}", lifts=finding.lifts) if finding.lifts else "",
    ]
    return words.plain(words.sentences(part for part in parts if part))
