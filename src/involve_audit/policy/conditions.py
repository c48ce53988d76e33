"""The policy: whether the check passes. The exit code follows from this and from nothing else.

Every condition obeys the law on silence: taking an answer out of a file never turns a condition that is not met into
one that is. So each is held only by what is told, and what is not told leaves it open.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from involve_audit.facts.roles import behind, is_specific_plan, told_role, work_stages
from involve_audit.judge.advice import tenses
from involve_audit.judge.evidence import DOCUMENTED, strongest
from involve_audit.judge.label import broken_promises, said_not_to_fit
from involve_audit.judge.levels import means
from involve_audit.language import _
from involve_audit.policy.policy_file import REQUIREMENTS, Wanted, fits, wanted
from involve_audit.project.practice import RUNGS
from involve_audit.project.values import Dates
from involve_audit.record import Record, replace
from involve_audit.results.audit import DEFAULT_POLICY, Policy, PolicyCondition, PolicyStamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.facts.answers import Path
    from involve_audit.judge.evaluation import Evaluation
    from involve_audit.judge.levels import Judged
    from involve_audit.policy.policy_file import LoadedPolicy
    from involve_audit.results.audit import Audit, Evidence
    from involve_audit.rubric.model import LoadedRubric, Rubric

__all__ = ["REQUIREMENTS", "PolicyOptions", "apply_waivers", "check_policy"]


class PolicyOptions(Record):
    """What a check asks for beyond, or less than, the default.

    Attributes:
        require: names of conditions, as `policy_file.condition` knows them.
        allow_unknown: whether a condition that is open, because it is not told, counts as held.
        policy: a policy file.
        weaker: options of the command line that the policy file may not have meant, each in a sentence for every report.
    """

    require: tuple[str, ...] = ()
    allow_unknown: bool = False
    policy: LoadedPolicy | None = None
    weaker: tuple[str, ...] = ()

    def wanted(self, rubric: Rubric) -> tuple[Wanted, ...]:
        """All that is asked for; put together once for a rubric, for many files are held to the same.

        Raises:
            ValueError: there is no condition of a name that is asked for.
        """
        known: tuple[Rubric, tuple[Wanted, ...]] | None = vars(self).get("_wanted")
        if known is None or known[0] is not rubric:
            known = vars(self)["_wanted"] = rubric, wanted(self.policy, self.require, rubric)
        return known[1]


class _Answer(Record):
    """Whether a condition is met: yes, no, or None where it is not told; and what was found."""

    truth: bool | None
    found: str = ""
    where: tuple[Path, ...] = ()
    reached: float | None = None


def check_policy(
    options: PolicyOptions,
    loaded: LoadedRubric,
    evaluation: Evaluation,
    quote: Callable[[Iterable[Path]], tuple[Evidence, ...]],
) -> Policy:
    """Go through the policy, condition by condition.

    By default: every failing gate that is due is clear, nothing in the file contradicts itself, and the
    verdict is not "too little is known". What is open fails too, unless unknowns are allowed.

    Raises:
        ValueError: there is no condition of a name that is required, or the policy file is for another rubric.
    """
    if options.policy is not None and not fits(options.policy, loaded):
        raise ValueError(
            _(
                "the policy {policy} is for another rubric than {rubric_id} with the sha256 {sha256}",
                policy=options.policy.name,
                rubric_id=loaded.rubric.id,
                sha256=loaded.sha256,
            )
        )
    gates = {gate.id: (state, held) for gate, state, held in evaluation.gates}
    told, __ = tenses(evaluation.case)
    conditions: list[PolicyCondition] = []
    for w in options.wanted(loaded.rubric):
        if w.kind == "gate":
            state, held = gates[w.about]
            if state == "not due" and w.comes_from == DEFAULT_POLICY:
                continue
            word = {"holds": "not held", "clear": "held", "open": "open", "not due": "not due"}[state]
            found = PolicyCondition(
                w.id, told(w.says), word, w.comes_from, "", _excused(word, w, options, evaluation), None,
                quote(held.where) if word in ("held", "not held") else (),
            )  # fmt: skip
        else:
            answer = _ANSWERS[w.kind](w, evaluation)
            state = "open" if answer.truth is None else "held" if answer.truth else "not held"
            says = w.says + (f": {answer.found}" if w.kind == "contradiction" and answer.found else "")
            found = PolicyCondition(
                w.id, says, state, w.comes_from, "" if w.kind == "contradiction" else answer.found,
                _excused(state, w, options, evaluation), answer.reached, quote(answer.where),
            )  # fmt: skip
        conditions.append(found)
    stamp = None
    if options.policy is not None:
        file = options.policy.file
        stamp = PolicyStamp(file.title, file.by or "", options.policy.name, options.policy.sha256)
    return Policy(all(c.passes for c in conditions), tuple(conditions), stamp, options.weaker)


def _excused(state: str, w: Wanted, options: PolicyOptions, evaluation: Evaluation) -> str:
    if state in ("held", "not due"):
        return ""
    if evaluation.case.phase in w.open_in:
        return "not asked for yet"
    return "unknown allowed" if state == "open" and options.allow_unknown else ""


# --- the conditions ----------------------------------------------------------------------------------


def _enough(__: Wanted, evaluation: Evaluation) -> _Answer:
    # Before the work begins, its plans are what must be told; whatever is told as done already, for silence on
    # that must not pass where an answer does not.
    if evaluation.case.early:
        return _Answer(evaluation.facts["enough_stages_told"].value is True)
    return _Answer(evaluation.outcome.id != "too little is known")


def _contradiction(__: Wanted, evaluation: Evaluation) -> _Answer:
    errors = evaluation.flags("error")
    return _Answer(
        not errors, "; ".join(f.title for f, __ in errors), tuple(p for __, held in errors for p in held.where)
    )


def _label(__: Wanted, evaluation: Evaluation) -> _Answer:
    """The words fit. They are not said to fit while somebody may ask what else was promised, or what a word claims.

    Before the work begins the words may be borne out by plans with dates and money, whether or not something small is
    done already: else leaving out what was done would pay. What somebody says against the words counts either way.
    """
    label, ladder = evaluation.label, evaluation.ladder
    truth = {"fits": True, "modest": True, "overclaimed": False}.get(label.state)
    found = ""
    unkept, said = broken_promises(evaluation.case), said_not_to_fit(evaluation.case)
    if unkept or (said and label.state != "modest"):
        return _Answer(
            False,
            _("It is told that the words do not fit, or that a promise was not kept."),
            (*label.where, *unkept, *said),
        )
    claims = label.claim.claims if label.claim is not None else 0
    on_plans = evaluation.case.early and ladder.shown.rung.low < claims <= ladder.firm
    if on_plans and not truth and set(label.why) <= {"answers"}:
        truth, found = (
            True,
            _(
                "More is claimed than is done so far; the plans that bear the words out have dates, and money or somebody who sees to them."
            ),
        )
    if truth:
        if evaluation.case.at("project.promises") is None:
            truth, found = (
                None,
                _(
                    "It is not told whether there are public promises of a say (`project.promises`; `none` where there are none)."
                ),
            )
        elif said:
            truth, found = (
                None,
                _("People say that the word does not fit, and it says less than what is shown: is it too small?"),
            )
        elif label.unclear:
            truth, found = None, _("It is not told how much say the word claims (`project.claims`).")
        elif evaluation.outcome.id == "promises" and claims > max(ladder.firm, ladder.shown.rung.low):
            truth, found = (
                None,
                _(
                    "Nothing is done yet, and the plans that would bear the words out lack a date, or both money and somebody who sees to them."
                ),
            )
    return _Answer(truth, found, label.where)


def _promises(__: Wanted, evaluation: Evaluation) -> _Answer:
    """Every plan names a date, and money or an owner. A stage of which nothing is told may hold a vague one."""
    case = evaluation.case
    bad: list[Path] = []
    untold: list[str] = []
    plans = 0
    for stage in work_stages(case):
        spans = case.stage(stage)
        if spans is None and told_role(case, stage) is None:
            untold.append(stage)
        for span in spans or ():
            if span.role == "none":
                continue
            if span.status in (None, "unknown") or span.role in (None, "unknown"):
                untold.append(stage)
            elif span.status == "planned" and case.phase != "finished" and not case.overdue(span):
                plans += 1
                if not is_specific_plan(span):
                    bad.append(("stages", stage))
    if bad:
        return _Answer(False, _("Vague: {listed}.", listed=_listed(str(p[1]) for p in bad)), tuple(bad))
    if untold:
        return _Answer(
            None,
            _(
                "Not told: {listed} (`none` where nobody is involved, `stages: {{complete: yes}}` where the list is whole).",
                listed=_listed(untold),
            ),
        )
    if plans or case.phase in ("funded", "running", "finished"):
        return _Answer(True, "" if plans else _("Every part of the work is told, and nothing is still planned."))
    return _Answer(None, _("There are no plans with a date that is to come."))


def _contributors(__: Wanted, evaluation: Evaluation) -> _Answer:
    heard = evaluation.facts["contributors_asked_apart"]
    return _Answer(heard.value if isinstance(heard.value, bool) else None, where=heard.where)


def _rung(w: Wanted, evaluation: Evaluation) -> _Answer:
    """At least a rung, at the low end of what is shown; before the work begins also by plans with dates and money."""
    least, ladder = RUNGS.index(w.about), evaluation.ladder
    low, high = ladder.shown.rung.low, ladder.shown.rung.high
    found = (
        _("Shown: {rung} to {rung_2}", rung=RUNGS[low], rung_2=RUNGS[high])
        if high > low
        else _("Shown: {rung}", rung=RUNGS[low])
    )
    if evaluation.case.early:
        found += _("; promised with dates, and money or somebody who sees to it: {rung}", rung=RUNGS[ladder.firm])
        low, high = max(low, ladder.firm), max(high, ladder.firm)
    where = tuple(behind(evaluation.case, s.stage)[0] for s in ladder.shown.stages if s.shown.low or s.promised)
    return _Answer(_at_least(low, high, least), f"{found}.", where, low)


def _at_least(low: float, high: float, least: float) -> bool | None:
    return True if low >= least else False if high < least else None


def _mine(w: Wanted, evaluation: Evaluation) -> list[Judged]:
    return [j for j in evaluation.judged if j.criterion.principle == w.principle]


def _places(mine: Iterable[Judged]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(p for j in mine for p in j.where))


def _told(w: Wanted, evaluation: Evaluation) -> _Answer:
    """At least half of the questions that may apply are answered: a level is settled, all but, or planned."""
    mine = _mine(w, evaluation)
    told = [j for j in mine if j.applies is False or j.low >= 1 or j.high - j.low <= 1 or j.planned is not None]
    enough = 2 * len(told) >= len(mine)
    found = _("{number} of {number_2} are answered.", number=len(told), number_2=len(mine))
    return _Answer(
        True if enough else None,
        found if enough else f"{found} {_still_open(j for j in mine if j not in told)}",
        _places(told),
        len(told),
    )


def _level(w: Wanted, evaluation: Evaluation) -> _Answer:
    """At least a level, at the low end; before the work begins, plans count as far as plans can."""
    mine = _mine(w, evaluation)
    if evaluation.case.early:
        mine = [replace(j, low=max(j.low, j.planned or 0), high=max(j.high, j.planned or 0)) for j in mine]
    low, high = (round(end * 3 / 100, 2) for end in means(mine))
    found = (
        _("It is {low} at the low end, and may be up to {high}", low=f"{low:g}", high=f"{high:g}")
        if high > low
        else _("It is {low}", low=f"{low:g}")
    )
    found = _("{found}, plans counted.", found=found) if evaluation.case.early else f"{found}."
    truth = _at_least(low + 0.002, high + 0.002, w.least)
    if truth is None:
        found += f" {_still_open(j for j in mine if j.applies is not False and j.high > j.low)}"
    # The means are rounded to a tenth of a hundredth.
    return _Answer(
        truth,
        found,
        _places(mine),
        low,
    )


def _still_open(judged: Iterable[Judged]) -> str:
    """Which questions keep a condition open: a no that is told settles one of them, unless another answer can still excuse it."""
    return _("Still open: {listed}.", listed=_listed(j.criterion.title for j in judged))


def _documented(w: Wanted, evaluation: Evaluation) -> _Answer:
    """Each core question that reaches a level rests on a source; what is not told leaves it open."""
    core = [j for j in _mine(w, evaluation) if j.criterion.core == "yes" and j.applies is not False]
    bare = [j for j in core if j.low > 0 and strongest(evaluation.case, j.where) != DOCUMENTED]
    open_ = [j for j in core if j.low == 0 and j.high > 0]
    if bare:
        return _Answer(
            False, _("Without a source: {listed}.", listed=_listed(j.criterion.title for j in bare)), _places(bare)
        )
    return _Answer(
        None if open_ else True,
        _("Not told: {listed}.", listed=_listed(j.criterion.title for j in open_)) if open_ else "",
        _places(core),
    )


def _review(w: Wanted, evaluation: Evaluation) -> _Answer:
    """The file was filled in within so many months; a date that has not come says nothing."""
    when, today = evaluation.case.at("filled_in.when"), evaluation.case.date
    where: tuple[Path, ...] = (("filled_in", "when"),)
    if not isinstance(when, Dates) or when.first is None or when.last is None:
        return _Answer(None, _("It is not told when the file was filled in (`filled_in.when`)."))
    if when.first > today:
        return _Answer(
            None, _("It says {when}, which is after the day as of which it is judged.", when=when.text), where
        )
    since = _months_before(today, int(w.least))
    return _Answer(
        True if when.first >= since else False if when.last < since else None,
        _("It says {when}.", when=when.text),
        where,
    )


def _months_before(day: dt.date, months: int) -> dt.date:
    """The same day of the month, so many months before; the last day where that month is shorter."""
    index = day.year * 12 + day.month - 1 - months
    first = dt.date(max(index // 12, 1), index % 12 + 1, 1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return min(first + dt.timedelta(days=day.day - 1), last)


def _listed(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(words))


_ANSWERS: dict[str, Callable[[Wanted, Evaluation], _Answer]] = {
    "enough": _enough,
    "contradiction": _contradiction,
    "label": _label,
    "promises": _promises,
    "contributors": _contributors,
    "rung": _rung,
    "told": _told,
    "level": _level,
    "documented": _documented,
    "review": _review,
}


# --- what excuses a condition ------------------------------------------------------------------------


def apply_waivers(audit: Audit) -> Audit:
    """Say whether the policy holds after the waivers and the baseline of an audit.

    A condition is excused where each finding that it fails on is waived, or was known. Levels, gates and the verdict
    stay as they are.
    """
    if not audit.waivers and audit.baseline is None:
        return audit
    from involve_audit.results.findings import rules_of

    waived = {w.rule for w in audit.waivers if w.state == "in force"}
    known = set(audit.baseline.unchanged) if audit.baseline is not None and audit.baseline.counts else set()

    def excused(condition: PolicyCondition) -> PolicyCondition:
        rules = set(rules_of(audit, condition))
        if condition.passes or not rules or rules - waived - known:
            return condition
        both_needed = rules - waived and rules & waived
        return replace(
            condition, excused="waived and known" if both_needed else "waived" if rules <= waived else "known"
        )

    conditions = tuple(map(excused, audit.policy.conditions))
    holds = all(c.passes for c in conditions)
    return replace(
        audit, policy=replace(audit.policy, holds=holds, conditions=conditions, held_before=audit.policy.holds)
    )
