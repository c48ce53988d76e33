"""Waivers: findings that somebody answers for, for a reason and for a time. They change whether the policy holds, and nothing else.

They stand in a file of their own: the project file is about what is so, and is shared with contributors; a waiver is
about what the team asks to be let off.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Literal

from involve_audit.language import _
from involve_audit.load import read, read_declared
from involve_audit.policy.policy_file import names
from involve_audit.project.fields import Reads, Told, given, needs, no_text, theirs
from involve_audit.project.fields import asks as may_say
from involve_audit.project.practice import AFFECTED, Who
from involve_audit.project.reasons import Reason, letters_of, says_nothing
from involve_audit.project.values import CountField, DatesField
from involve_audit.results.audit import WaiverFound
from involve_audit.results.findings import findings
from involve_audit.wording.messages import Wrong, hint, meant, nearest, readable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from involve_audit.results.audit import Audit
    from involve_audit.rubric.model import Gate, Rubric
    from involve_audit.wording.messages import Path

CONTRIBUTORS = AFFECTED
"""Whose agreement counts where harm, safety or pay is concerned."""


def read_owner(value: Any) -> str:
    """Read a role, such as `involvement lead`."""
    if not isinstance(value, str):
        raise ValueError(no_text(value))
    text = " ".join(value.split())
    if (
        says_nothing(text)
        or letters_of(text) in ("nobody", "noone", "somebody", "someone")
        or len(letters_of(text)) < 2
    ):
        raise ValueError(
            Wrong(
                "{quote} is no role; write who answers for this: 'involvement lead', 'principal investigator'",
                quote=theirs(text),
            )
        )
    return text


def read_day(value: Any) -> dt.date:
    """Read one day: 2027-03-31."""
    try:
        if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip(), re.ASCII):
            raise ValueError
        return dt.date.fromisoformat(value.strip())
    except ValueError:
        wrong = Wrong(
            "{given} is not a day in the calendar; write the last day on which it counts as 2027-03-31",
            given=given(value),
        )
        raise ValueError(wrong) from None


Owner = Annotated[str, Reads(read_owner, {"type": "string", "minLength": 2})]
Day = Annotated[dt.date, Reads(read_day, {"type": "string", "pattern": "^\\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\\s*$"})]


class Agreement(Told):
    """Who agreed to a waiver. Roles and numbers, no names."""

    who: tuple[Who, ...] = needs(_("Who: contributors, people served, together …"))
    how_many: CountField = needs(_("How many of them."))
    when: DatesField = needs(_("When they agreed."))
    how: str | None = may_say(_("How they agreed: in a meeting, by letter."))


class Waiver(Told):
    """A finding that somebody answers for."""

    rule: str = needs(
        _("The finding, as `check` names it: gate/unpaid-without-choice, policy/honest-label, flag/lone-seat.")
    )
    file: str | None = may_say(
        _("The project file that it is for, seen from the file of waivers. Needed where several files are checked.")
    )
    reason: Reason = needs(_("Why this cannot be otherwise yet, in a sentence."))
    owner: Owner = needs(_("Who answers for it: a role, not a name."))
    agreed_with: Agreement | None = may_say(_("Which contributors agreed. Needed for gates on harm, safety and pay."))
    until: Day = needs(_("The last day on which it counts (the whole day, in UTC): 2027-03-31."))


class WaiverFile(Told):
    """Waivers. Each report shows them, with what would be so without them."""

    waivers: Literal["1"] = needs(_("The version of this file format: 1."))
    waived: tuple[Waiver, ...] = needs(_("The waivers. `none` where there are none."))


@dataclass(frozen=True)
class Waivers:
    """Waivers with the lines at which they stand."""

    name: str
    entries: tuple[tuple[Waiver, int], ...]


def load_waivers(data: bytes, name: str, rubric: Rubric, day: dt.date) -> Waivers:
    """Read and check waivers.

    Args:
        data: the file.
        name: its name, for messages.
        rubric: the rubric, for the names of its rules.
        day: the day as of which is judged: nobody has agreed later than that.

    Raises:
        InputError: with every problem, each at its line.
    """
    document = read(data, name, "waivers")
    file = read_declared(WaiverFile, document, lambda f: _faults(f, rubric, day))
    return Waivers(
        re.split(r"[/\\]", name)[-1], tuple((w, document.at(("waived", n))[0]) for n, w in enumerate(file.waived or ()))
    )


def rules(rubric: Rubric) -> tuple[str, ...]:
    """Every rule that a waiver may name."""
    return (
        *(f"gate/{g.id}" for g in rubric.gates),
        *(
            f"policy/{name}"
            for name in names(rubric)
            if name not in {g.id for g in rubric.gates} and name != "no-contradiction"
        ),
        *(f"flag/{f.id}" for f in rubric.flags),
        *(f"sign/{s.id}" for s in rubric.signs),
        "label/overclaimed",
        *(f"criterion/{c.id}" for c in rubric.criteria),
    )


def _faults(file: WaiverFile, rubric: Rubric, day: dt.date) -> Iterator[tuple[Path, Wrong]]:
    known = rules(rubric)
    gates = {f"gate/{g.id}": g for g in rubric.gates}
    seen: set[tuple[str, str | None]] = set()
    for n, waiver in enumerate(file.waived):
        rule = waiver.rule
        if rule not in known and not re.fullmatch(r"policy/reviewed-within-[1-9]\d{0,3}-months", rule):
            yield (
                ("waived", n, "rule"),
                Wrong("{quote} is not a rule", quote=theirs(rule), advice=_guess(rule, known)),
            )
        if (rule, waiver.file) in seen:
            yield (
                ("waived", n, "rule"),
                Wrong("{quote} is waived already above; one waiver for a rule", quote=theirs(rule)),
            )
        seen.add((rule, waiver.file))
        agreed = waiver.agreed_with
        if agreed is not None and agreed.when.first is not None and agreed.when.first > day:
            yield (
                ("waived", n, "agreed_with", "when"),
                Wrong(
                    "{quote} is later than {isoformat}, the day as of which is judged; nobody has agreed yet",
                    quote=theirs(agreed.when.text),
                    isoformat=day.isoformat(),
                ),
            )
        if rule in gates:
            yield from ((("waived", n, *path), says) for path, says in _unagreed(gates[rule], waiver))


def _unagreed(gate: Gate, waiver: Waiver) -> Iterator[tuple[Path, Wrong]]:
    """What keeps a gate from being waived."""
    if gate.waivable == "no":
        yield ("rule",), Wrong("'gate/{gate_id}' cannot be waived: the rubric says so", gate_id=gate.id)
    if gate.waivable != "with contributors":
        return
    needed = _(
        "'gate/{gate_id}' is about harm, safety, pay or not being heard; it can only be waived where contributors agreed",
        gate_id=gate.id,
    )
    agreed = waiver.agreed_with
    if agreed is None:
        yield (
            ("rule",),
            Wrong("{needed}: add `agreed_with: {{who: contributors, how_many: 4, when: 2026-10}}`", needed=needed),
        )
    elif not set(agreed.who) & set(CONTRIBUTORS):
        yield (
            ("agreed_with", "who"),
            Wrong("{needed}; `who` must name one of: {contributors}", needed=needed, contributors=CONTRIBUTORS),
        )
    elif agreed.how_many.low < 1:
        yield (
            ("agreed_with", "how_many"),
            Wrong(
                "{needed}, and {quote} is nobody, or nobody knows how many",
                needed=needed,
                quote=theirs(agreed.how_many.text),
            ),
        )
    elif agreed.when.first is None:
        yield (
            ("agreed_with", "when"),
            Wrong("{needed}, and {quote} is no date", needed=needed, quote=theirs(agreed.when.text)),
        )


def _guess(rule: str, known: tuple[str, ...]) -> Wrong:
    kind, __, name = rule.partition("/")
    # The name itself, under another kind or none, says more than a name that looks like it.
    near = next((k for k in known if k.partition("/")[2] == (name or kind)), None) or nearest(rule, known)
    if near:
        return meant(near)
    of_kind = tuple(k for k in known if k.startswith(f"{kind}/"))
    near = nearest(name or kind, [k.partition("/")[2] for k in of_kind or known])
    if near:
        return meant(next(k for k in of_kind or known if k.endswith(f"/{near}")))
    if of_kind and len(of_kind) <= 20:
        return hint(rule, of_kind)
    return Wrong(
        "a rule is written as KIND/NAME: gate, policy, flag, sign, label or criterion, and its name; `check --format json` lists them"
    )


def waive(
    audit: Audit, file: str, entries: Iterable[tuple[Waiver, int]], day: dt.date, *, allowed: bool = True
) -> Audit:
    """Lay waivers beside an audit. `policy.settle` then says what they change.

    Args:
        audit: the audit, as it was judged.
        file: the name of the file of waivers.
        entries: the waivers that are for this project, with their lines.
        day: the day (UTC) on which they are to count.
        allowed: whether the policy takes waivers.
    """
    there = {f.rule for f in findings(audit)}
    found = []
    for waiver, line in entries:
        if waiver.rule not in there:
            state, says = (
                "unused",
                _("The waiver for {rule} is not used: there is no such finding. Take it out.", rule=waiver.rule),
            )
        elif not allowed:
            state, says = (
                "not allowed",
                _("The waiver for {rule} does not count: the policy takes no waivers.", rule=waiver.rule),
            )
        elif day > waiver.until:
            state, says = (
                "expired",
                _(
                    "The waiver for {rule} expired: {isoformat} was its last day.",
                    rule=waiver.rule,
                    isoformat=waiver.until.isoformat(),
                ),
            )
        else:
            state, says = (
                "in force",
                _(
                    "The waiver for {rule} is in force until {isoformat}.",
                    rule=waiver.rule,
                    isoformat=waiver.until.isoformat(),
                ),
            )
        found.append(
            WaiverFound(
                waiver.rule, readable(waiver.reason), readable(waiver.owner), _agreed(waiver), waiver.until.isoformat(), state, says, file, line
            )
        )  # fmt: skip
    return replace(audit, waivers=tuple(found))


def _agreed(waiver: Waiver) -> str:
    agreed = waiver.agreed_with
    if agreed is None:
        return ""
    said = f"{', '.join(agreed.who)} ({agreed.how_many.text}), {agreed.when.text}"
    return readable(said + (f", {' '.join(agreed.how.split())}" if agreed.how else ""))
