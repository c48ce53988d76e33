"""The findings of an audit as one list, for formats that machines read, and for comparing two runs.

A finding is something to act on or to talk over, with a rule, a level and the lines that it rests on. Every rule is
found at most once in a file, so `file` and `rule` together are its identity: it stays the same when lines move, and
holds none of people's words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record, replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.results.audit import Audit, Citation, Evidence, PolicyCondition

LEVELS = ("error", "warning", "note")
"""Error: the policy does not hold because of it. Warning: a sign to look at. Note: a question that is not told."""

_NOT_ASKED = ("not asked for yet", "unknown allowed")
"""Conditions that are excused so are not asked for; what is waived or known is asked for, and found."""


class Suppression(Record):
    """Why a finding does not count, though it is still shown.

    Attributes:
        kind: `external` (a file of waivers) or `inSource`, as SARIF names them.
        justification: the reason in the words of whoever waived it, who answers for it, and until when.
        status: `accepted`, `underReview` or `rejected`; only what is accepted is waived.
    """

    kind: str
    justification: str
    status: str


class AuditFinding(Record):
    """One thing to act on or to talk over.

    Attributes:
        kind: gate, flag, sign, label, policy, baseline, criterion, waiver or question.
        id: the entry of the rubric, or of the policy, by its name.
        level: error, warning or note.
        state: `holds` (it is so) or `open` (it is not told).
        title: in a few words.
        says: what was found, in a sentence.
        asks: the question for the group; may be empty.
        lifts: the first step, or what would lift it; may be empty.
        because: the lines that it rests on; may be empty where nothing is told.
        line: where to point, counted from 1: the first line that it rests on, else the nearest to where the answer belongs.
        column: counted from 1.
        sources: where that was read.
        suppressed: the waiver that is in force for it; it is shown all the same.
        baseline: `unchanged` (an earlier run had found it) or `new`; empty where no baseline was read.
    """

    kind: str
    id: str
    level: str
    state: str
    title: str
    says: str
    asks: str
    lifts: str
    because: tuple[Evidence, ...]
    line: int
    column: int
    sources: tuple[Citation, ...] = ()
    suppressed: Suppression | None = None
    baseline: str = ""

    @property
    def rule(self) -> str:
        """The name of the rule: its kind and its id, stable for ever."""
        return f"{self.kind}/{self.id}"

    @property
    def waived(self) -> bool:
        """Whether an accepted waiver stands beside it."""
        return self.suppressed is not None and self.suppressed.status == "accepted"


def findings(audit: Audit) -> tuple[AuditFinding, ...]:
    """All findings of an audit, the most serious first, in the order of the rubric within each level."""
    waived = {w.rule: w for w in audit.waivers if w.state == "in force"}

    def beside(found: AuditFinding) -> AuditFinding:
        """A finding with the waiver that is in force for it, and whether an earlier run had found it."""
        waiver = waived.get(found.rule)
        if waiver is not None:
            reason = _(
                "{reason} (until {until}; answers for it: {owner}",
                reason=waiver.reason,
                until=waiver.until,
                owner=waiver.owner,
            )
            reason += _("; agreed with: {agreed_with})", agreed_with=waiver.agreed_with) if waiver.agreed_with else ")"
            found = replace(found, suppressed=Suppression("external", reason, "accepted"))
        # What is to be known of the baseline itself stood in none.
        if audit.baseline is not None and found.kind != "baseline":
            found = replace(found, baseline="unchanged" if found.rule in audit.baseline.unchanged else "new")
        return found

    return tuple(sorted(map(beside, _each(audit)), key=lambda f: LEVELS.index(f.level)))


def rules_of(audit: Audit, condition: PolicyCondition) -> tuple[str, ...]:
    """The rules of the findings that a condition of the policy fails on."""
    if any(gate.id == condition.id for gate in audit.gates):
        return (f"gate/{condition.id}",)
    if condition.id == "no-contradiction":
        return tuple(f"flag/{flag.id}" for flag in audit.flags if flag.level == "error")
    return (f"policy/{condition.id}",)


def _finding(
    kind: str, id_: str, level: str, state: str, title: str, says: str, *, asks: str = "", lifts: str = "",
    because: tuple[Evidence, ...] = (), sources: tuple[Citation, ...] = (), line: int = 1,
) -> AuditFinding:  # fmt: skip
    at = (because[0].line, because[0].column) if because else (line, 1)
    return AuditFinding(kind, id_, level, state, title, says, asks, lifts, because, *at, sources)


def _each(audit: Audit) -> Iterator[AuditFinding]:
    conditions = {c.id: c for c in audit.policy.conditions}
    failing = {c.id for c in audit.policy.conditions if c.state in ("not held", "open") and c.excused not in _NOT_ASKED}
    if audit.policy.holds and audit.policy.held_before is None:
        failing = set()  # an audit that was saved before it said what excuses a condition
    # What is not told rests on no line; it points to where the most decisive answer belongs.
    nearest = {name: question.line for question in reversed(audit.questions) for name in question.decides}
    for gate in audit.gates:
        if gate.state in ("holds", "open"):
            # Which gates fail a check is the policy's word, not the gate's: a gate may not be due, or not be asked for.
            level = "error" if gate.id in failing else "warning" if gate.state == "holds" else "note"
            open_ = _("Asked, and not known") if gate.not_known else _("Not told")
            says = gate.says if gate.state == "holds" else f"{open_}: {gate.title[:1].lower()}{gate.title[1:]}."
            yield _finding(
                "gate", gate.id, level, gate.state, gate.title, says,
                asks=gate.asks, lifts=gate.lifts, because=gate.because, sources=gate.sources, line=nearest.get(f"gate {gate.id}", 1),
            )  # fmt: skip
    gates = {gate.id for gate in audit.gates}
    for condition in conditions.values():
        if condition.id in failing and condition.id not in gates and condition.id != "no-contradiction":
            yield _finding(
                "policy", condition.id, "error", "open" if condition.state == "open" else "holds", condition.says,
                ((_("Not told: {condition}{condition_2}. {found}", condition=condition.says[:1].lower(), condition_2=condition.says[1:], found=condition.found) if condition.found else _("Not told: {condition}{condition_2}.", condition=condition.says[:1].lower(), condition_2=condition.says[1:])) if condition.state == 'open' else (_("Not so: {condition}{condition_2}. {found}", condition=condition.says[:1].lower(), condition_2=condition.says[1:], found=condition.found) if condition.found else _("Not so: {condition}{condition_2}.", condition=condition.says[:1].lower(), condition_2=condition.says[1:]))),
                because=condition.because, line=nearest.get("the verdict", 1) if condition.id == "enough-is-told" else 1,
            )  # fmt: skip
    # Formats for machines have no other place to say it, and a reader must not miss it.
    if audit.policy.weaker:
        title = _("The check was asked for less than the policy file may mean")
        yield _finding("policy", "asked-for-less", "warning", "holds", title, " ".join(audit.policy.weaker))
    if audit.baseline is not None and audit.baseline.says:
        yield _finding(
            "baseline", "to-know", "warning", "holds", _("What to know of the baseline"), " ".join(audit.baseline.says)
        )
    for flag in audit.flags:
        level = flag.level if flag.level in LEVELS else "note"
        yield _finding(
            "flag",
            flag.id,
            level,
            "holds",
            flag.title,
            flag.says,
            asks=flag.asks,
            because=flag.because,
            sources=flag.sources,
        )
    for sign in audit.signs:
        if sign.state == "holds":
            says = f"{sign.says[:1].upper()}{sign.says[1:]}."
            yield _finding("sign", sign.id, "warning", "holds", _("A sign of tokenism"), says, because=sign.because)
    if audit.label.state == "overclaimed":
        yield _finding(
            "label",
            "overclaimed",
            "warning",
            "holds",
            _("The words claim more than is shown"),
            audit.label.says,
            because=audit.label.because,
        )
    for waiver in audit.waivers:
        if waiver.state != "in force":
            name = f"{waiver.state}-{waiver.rule}".replace("/", "-").replace(" ", "-")
            says = _("{waiver} ({file}, line {line})", waiver=waiver.says, file=waiver.file, line=waiver.line)
            yield _finding("waiver", name, "warning", "holds", _("A waiver is {state}", state=waiver.state), says)
    for principle in audit.principles:
        for criterion in principle.criteria:
            if criterion.applies is True and criterion.level.high <= 0:
                yield _finding(
                    "criterion", criterion.id, "warning", "holds", criterion.title, criterion.found or criterion.asks,
                    asks=criterion.question, lifts=criterion.advice, because=criterion.because, sources=criterion.sources,
                )  # fmt: skip
    for question in audit.questions:
        yield _finding(
            "question",
            question.id,
            "note",
            "open",
            _("Asked, and not known") if question.state == "not known" else _("Not told"),
            question.asks,
            asks=question.asks,
            line=question.line,
        )
