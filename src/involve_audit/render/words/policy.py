"""What a check asks for: the policy, its conditions, waivers and a baseline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext
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
            *([_("by waiver")] if excuses & {"waived", "waived and known"} else []),
            *([_("because what fails was known before")] if excuses & {"known", "waived and known"} else []),
        ]
        return _("The policy holds only {ways}: without that, it would not hold.", ways=_(" and ").join(ways))
    if audit.policy.holds:
        return _("The policy holds: what this check asks for is met.{not_asked}", not_asked=_not_asked(audit))
    broken = [c for c in audit.policy.conditions if c.state == "not held" and not c.excused]
    unsure = [c for c in audit.policy.conditions if c.state == "open" and not c.excused]
    parts = []
    if broken:
        parts.append(
            ngettext(
                "{number} condition is not met", "{number} conditions are not met", len(broken), number=len(broken)
            )
        )
    unknown = {g.id for g in audit.gates if g.not_known}
    for known, why in ((False, _("something is not told")), (True, _("nobody knows the answer"))):
        if many := sum((c.id in unknown) is known for c in unsure):
            parts.append(
                ngettext("{many} is open because {why}", "{many} are open because {why}", many, many=many, why=why)
            )
    return (
        _("The policy does not hold: {parts}.", parts=listed(parts))
        if parts
        else _("The policy does not hold{parts}.", parts=listed(parts))
    )


def _not_asked(audit: Audit) -> str:
    """What a policy that holds did not ask, where that stands in the same report and is grave."""
    asked = {c.id for c in audit.policy.conditions}
    if audit.verdict.id in GRAVE:
        return _(" It does not ask for a better verdict than this one: {verdict}.", verdict=audit.verdict.title.lower())
    if audit.honesty.state == "not honest" or audit.label.state == "overclaimed":
        return "" if "honest-label" in asked else _(" It does not ask whether the words that are used are honest.")
    return ""


def condition_says(state: str, *, not_known: bool = False) -> str:
    """The state of a condition of the policy in words; `not_known` where it is open because nobody knows the answer."""
    if state == "open" and not_known:
        return _("open, asked and not known")
    return {"held": "met", "not held": _("not met"), "open": _("open, not told"), "not due": _("not due yet")}.get(
        state, state
    )


def nobody_knows_of(audit: Audit, condition: PolicyCondition) -> bool:
    """Whether a condition is a gate that waits for what was asked, and nobody knows."""
    return any(g.id == condition.id and g.not_known for g in audit.gates)


_EXCUSED = {
    "not asked for yet": _("not asked for yet at this phase: neither silence nor an answer fails on it"),
    "unknown allowed": _("let pass by --allow-unknown"),
    "waived": "waived",
    "known": _("known before, by the baseline"),
    "waived and known": _("waived in part, and known before in part"),
}


def condition_tells(audit: Audit, condition: PolicyCondition) -> str:
    """A condition with what was found, what excuses it, and who asks for it; the default policy alone is not named."""
    excused = f"{_EXCUSED.get(condition.excused, condition.excused)}. " if condition.excused else ""
    asked = ""
    if condition.comes_from and any(c.comes_from not in ("", DEFAULT_POLICY) for c in audit.policy.conditions):
        asked = _("Asked by {comes_from}.", comes_from=condition.comes_from)
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
        by = _(", by {by}", by=policy.stamp.by) if policy.stamp.by else ""
        notes.append(
            _(
                "Held to the policy “{stamp}”{by} ({file}, sha256 {sha256}), beside the default policy.",
                stamp=policy.stamp.title,
                by=by,
                file=policy.stamp.file,
                sha256=policy.stamp.sha256[:12],
            )
        )
    notes += map(sentence, policy.weaker)
    if policy.held_before is not None:
        kinds = [*(["waivers"] if audit.waivers else []), *([_("the baseline")] if baseline is not None else [])]
        before, after = (
            _("it holds") if held else _("it does not hold") for held in (policy.held_before, policy.holds)
        )
        notes.append(
            _(
                "Without {kinds}: {before}. With them: {after}. The verdict is the same either way: {verdict}.",
                kinds=_(" and ").join(kinds),
                before=before,
                after=after,
                verdict=audit.verdict.title.lower(),
            )
            if audit.waivers
            else _(
                "Without {kinds}: {before}. With it: {after}. The verdict is the same either way: {verdict}.",
                kinds=_(" and ").join(kinds),
                before=before,
                after=after,
                verdict=audit.verdict.title.lower(),
            )
        )
    return notes


def waiver_says(waiver: WaiverFound) -> str:
    """A waiver in full: what it does, why, who answers for it, who agreed."""
    agreed = (
        _("Agreed with: {agreed_with}.", agreed_with=waiver.agreed_with)
        if waiver.agreed_with
        else _("No contributors' agreement is named.")
    )
    return _(
        "{waiver} Reason: {reason} Answers for it: {owner} {agreed} ({file}, line {line})",
        waiver=sentence(waiver.says),
        reason=sentence(waiver.reason),
        owner=sentence(waiver.owner),
        agreed=agreed,
        file=waiver.file,
        line=waiver.line,
    )


def baseline_says(baseline: BaselineFound) -> list[str]:
    """What an earlier run had found, beside this one, each in a sentence."""
    told = [
        _(
            "Compared with {file}, judged as of {day}: {number} findings stood in it already.",
            file=baseline.file,
            day=day(baseline.written),
            number=len(baseline.unchanged),
        )
    ]
    told += map(sentence, baseline.says)
    fresh = [rule for rule in baseline.new if rule not in baseline.changed]
    for rules, what in (
        (fresh, _("New since then")),
        (baseline.changed, _("Otherwise than then (in another state, graver, or reached less far), so not excused")),
        (baseline.gone, _("Not found any more (mended, or no longer told)")),
    ):
        if rules:
            told.append(f"{what}: {', '.join(rules)}.")
    return told
