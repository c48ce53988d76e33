"""What a check asks for: the policy, its conditions, waivers and a baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.render.words.phrases import capital, day, listed, sentence
from involve_audit.render.words.verdict import GRAVE
from involve_audit.results.audit import DEFAULT_POLICY

if TYPE_CHECKING:
    from involve_audit.results.audit import Audit, BaselineFound, PolicyCondition, WaiverFound


def policy_says(audit: Audit) -> str:
    """Whether the policy holds, in a sentence."""
    if audit.policy.holds and audit.policy.held_before is False:
        excuses = {c.excused for c in audit.policy.conditions}
        ways = [
            *(["by waiver"] if excuses & {"waived", "waived and known"} else []),
            *(["because what fails was known before"] if excuses & {"known", "waived and known"} else []),
        ]
        return f"The policy holds only {' and '.join(ways)}: without that, it would not hold."
    if audit.policy.holds:
        return f"The policy holds: what this check asks for is met.{_not_asked(audit)}"
    broken = [c for c in audit.policy.conditions if c.state == "not held" and not c.excused]
    unsure = [c for c in audit.policy.conditions if c.state == "open" and not c.excused]
    parts = []
    if broken:
        parts.append(f"{len(broken)} {'condition is' if len(broken) == 1 else 'conditions are'} not met")
    unknown = {g.id for g in audit.gates if g.not_known}
    for known, why in ((False, "something is not told"), (True, "nobody knows the answer")):
        if many := sum((c.id in unknown) is known for c in unsure):
            parts.append(f"{many} {'is' if many == 1 else 'are'} open because {why}")
    return f"The policy does not hold{': ' if parts else ''}{listed(parts)}."


def _not_asked(audit: Audit) -> str:
    """What a policy that holds did not ask, where that stands in the same report and is grave."""
    asked = {c.id for c in audit.policy.conditions}
    if audit.verdict.id in GRAVE:
        return f" It does not ask for a better verdict than this one: {audit.verdict.title.lower()}."
    if audit.honesty.state == "not honest" or audit.label.state == "overclaimed":
        return "" if "honest-label" in asked else " It does not ask whether the words that are used are honest."
    return ""


def condition_says(state: str, *, not_known: bool = False) -> str:
    """The state of a condition of the policy in words; `not_known` where it is open because nobody knows the answer."""
    if state == "open" and not_known:
        return "open, asked and not known"
    return {"held": "met", "not held": "not met", "open": "open, not told", "not due": "not due yet"}.get(state, state)


def nobody_knows_of(audit: Audit, condition: PolicyCondition) -> bool:
    """Whether a condition is a gate that waits for what was asked, and nobody knows."""
    return any(g.id == condition.id and g.not_known for g in audit.gates)


_EXCUSED = {
    "not asked for yet": "not asked for yet at this phase: neither silence nor an answer fails on it",
    "unknown allowed": "let pass by --allow-unknown",
    "waived": "waived",
    "known": "known before, by the baseline",
    "waived and known": "waived in part, and known before in part",
}


def condition_tells(audit: Audit, condition: PolicyCondition) -> str:
    """A condition with what was found, what excuses it, and who asks for it; the default policy alone is not named."""
    excused = f"{_EXCUSED.get(condition.excused, condition.excused)}. " if condition.excused else ""
    asked = ""
    if condition.comes_from and any(c.comes_from not in ("", DEFAULT_POLICY) for c in audit.policy.conditions):
        asked = f"Asked by {condition.comes_from}."
    more = " ".join(t for t in (condition.found, capital(excused).strip(), asked) if t)
    says = condition.says or condition.id
    return f"{says.rstrip('.')}. {more}" if more else says


def is_asked_for(audit: Audit, condition: PolicyCondition) -> bool:
    """Whether a policy file is held to, and the condition is not of the default policy alone."""
    return audit.policy.stamp is not None and condition.comes_from != DEFAULT_POLICY


def policy_notes(audit: Audit) -> list[str]:
    """What to know of the policy: whose it is, what asks for less, and what waivers and a baseline change."""
    policy, baseline = audit.policy, audit.baseline
    notes = []
    if policy.stamp is not None:
        by = f", by {policy.stamp.by}" if policy.stamp.by else ""
        notes.append(
            f"Held to the policy “{policy.stamp.title}”{by} ({policy.stamp.file}, sha256 {policy.stamp.sha256[:12]}), beside the default policy."
        )
    notes += map(sentence, policy.weaker)
    if policy.held_before is not None:
        kinds = [*(["waivers"] if audit.waivers else []), *(["the baseline"] if baseline is not None else [])]
        before, after = ("it holds" if held else "it does not hold" for held in (policy.held_before, policy.holds))
        notes.append(
            f"Without {' and '.join(kinds)}: {before}. With {'them' if audit.waivers else 'it'}: {after}. The verdict is the same either way: {audit.verdict.title.lower()}."
        )
    return notes


def waiver_says(waiver: WaiverFound) -> str:
    """A waiver in full: what it does, why, who answers for it, who agreed."""
    agreed = f"Agreed with: {waiver.agreed_with}." if waiver.agreed_with else "No contributors' agreement is named."
    return f"{sentence(waiver.says)} Reason: {sentence(waiver.reason)} Answers for it: {sentence(waiver.owner)} {agreed} ({waiver.file}, line {waiver.line})"


def baseline_says(baseline: BaselineFound) -> list[str]:
    """What an earlier run had found, beside this one, each in a sentence."""
    told = [
        f"Compared with {baseline.file}, judged as of {day(baseline.written)}: {len(baseline.unchanged)} findings stood in it already."
    ]
    told += map(sentence, baseline.says)
    fresh = [rule for rule in baseline.new if rule not in baseline.changed]
    for rules, what in (
        (fresh, "New since then"),
        (baseline.changed, "Otherwise than then (in another state, graver, or reached less far), so not excused"),
        (baseline.gone, "Not found any more (mended, or no longer told)"),
    ):
        if rules:
            told.append(f"{what}: {', '.join(rules)}.")
    return told
