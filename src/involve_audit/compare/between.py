"""Two sides beside each other: what changed in facts, levels, verdict and findings, and what became of each promise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from involve_audit.assess import audit_project
from involve_audit.compare import disclosure_control
from involve_audit.compare.pairs import Pairs, identity
from involve_audit.compare.promises import ASKS, PromiseMade, PromiseOutcome, became, promises
from involve_audit.facts import FACTS, Facts
from involve_audit.facts.answers import in_words
from involve_audit.facts.case import Case
from involve_audit.judge.levels import hold
from involve_audit.language import _
from involve_audit.load import read_project
from involve_audit.project.accounts import is_from_published_text
from involve_audit.project.people import ROLES
from involve_audit.project.practice import RUNGS
from involve_audit.results.audit import Range
from involve_audit.results.comparison import (
    OUTCOMES,
    Comparison,
    FactChange,
    FindingChange,
    NewPromise,
    Place,
    PromiseFound,
    RangeChange,
    Side,
    StepsChange,
    WordChange,
)
from involve_audit.results.findings import findings
from involve_audit.rubric.model import FROM_TOO_LITTLE, VERDICTS
from involve_audit.wording.messages import shown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from involve_audit.load import Document
    from involve_audit.results.audit import Audit, Steps
    from involve_audit.results.findings import AuditFinding
    from involve_audit.rubric.model import LoadedRubric

SAME, HIGHER, LOWER, CLOSER, WIDER, CHANGED = (
    "same",
    "higher",
    "lower",
    "told more closely",
    "told less closely",
    "changed",
)
NOT_COMPARED = "not compared"
_NO_FINDINGS = ("question", "criterion")
"""What is not told stands among the facts, and criteria among the levels."""
_SAVED = _(
    "A saved audit does not hold the answers of the file, so neither facts nor promises are compared. Two project files, or two git revisions, show them."
)
_FLAGS_SAVED = _(
    "From a saved audit it cannot be told whether a sign that is not seen any more is mended, or no longer told of."
)
_VIEWS_SAVED = _(
    "What is said in the contributors' views is not the same in the two audits. Levels of those principles are not compared: the difference could show what a few people said."
)
_TEAMS_POLICY = _("The two audits were held to different policies, so conditions of a policy are not compared.")


class Incomparable(ValueError):  # noqa: N818  (it is what is so, not an error of the tool)
    """Two sides that cannot be set beside each other, and why."""


@dataclass(frozen=True)
class SideRead:
    """One side as it was read.

    Attributes:
        document: the file.
        date: the day as of which it is judged.
        date_is: where that day comes from, in words.
        revision: the short name of the commit; empty where it is a file.
    """

    document: Document
    date: dt.date
    date_is: str = ""
    revision: str = ""


def compare_documents(before: SideRead, after: SideRead, rubric: LoadedRubric) -> Comparison:
    """Compare two project files by one rubric, each as of its own day.

    Raises:
        InputError: one of them is not a project file.
        Incomparable: the earlier side has the later day.
    """
    if before.date > after.date:
        raise Incomparable(_backwards(before.date.isoformat(), after.date.isoformat()))
    one, other = (Case(read_project(k.document), k.date) for k in (before, after))
    made = promises(one)
    pairs = Pairs(one.project, other.project)
    found = sorted(
        (_promise(m, became(m, pairs, other), before.document, after.document) for m in made),
        key=lambda p: OUTCOMES.index(p.outcome),
    )
    new = _new(made, pairs, other, after.document)
    notes = [*([_TWO_READINGS] if _one_day(one, other) else []), disclosure_control.LEFT_OUT]
    held = disclosure_control.held_back(one, other)
    documents = [k.document for k in (before, after)]
    if held:
        notes.append(disclosure_control.ROUNDS_LEFT_OUT)
        documents = [disclosure_control.without(d, c, held) for d, c in zip(documents, (one, other), strict=True)]
    cases = (
        [Case(read_project(d), k.date) for d, k in zip(documents, (before, after), strict=True)]
        if held
        else [one, other]
    )
    audits = [
        audit_project(d, c.project, rubric, c.date, steps=False, lines="none")
        for d, c in zip(documents, cases, strict=True)
    ]
    facts = [Facts(c) for c in cases]
    open_flags = {f"flag/{flag.id}" for flag in rubric.rubric.flags if hold(flag.when, facts[1]).truth is None}
    return _compare(
        audits[0], audits[1], _side(audits[0], before.date_is, before.revision), _side(audits[1], after.date_is, after.revision),
        notes, open_flags=open_flags, promises_=tuple(found), new=new, facts=_facts(*facts),
    )  # fmt: skip


_TWO_READINGS = _(
    "Both files were written on one day from published text: they are two readings of the same work, and what differs between them is no change in it. `involve-audit merge` puts two readings side by side."
)


def _one_day(one: Case, other: Case) -> bool:
    """Whether two files are told to be written from published text at the same time: then neither comes before the other."""
    a, b = one.told.filled_in, other.told.filled_in
    if a is None or b is None or one.date != other.date:
        return False
    published = is_from_published_text(one.told) and is_from_published_text(other.told)
    return published and (a.when is None or b.when is None or a.when.terms == b.when.terms)


def compare_audits(
    before: Audit, after: Audit, revisions: tuple[str, str] = ("", ""), dates_are: tuple[str, str] = ("", "")
) -> Comparison:
    """Compare two audits, of which one at least was saved: without facts and promises, which an audit does not hold.

    Raises:
        Incomparable: they were judged by different rubrics, or the earlier side has the later day.
    """
    if before.rubric.sha256 != after.rubric.sha256:
        names = [f"{a.rubric.id} {a.rubric.version} ({a.rubric.sha256[:12]})" for a in (before, after)]
        raise Incomparable(
            _(
                "the two were judged by different rubrics: {names} and {names_2}. A level of one is no level of the other, so nothing is compared; compare the two project files themselves, which are then judged by one rubric",
                names=names[0],
                names_2=names[1],
            )
        )
    if before.date > after.date:
        raise Incomparable(_backwards(before.date, after.date))
    notes = [_SAVED, _FLAGS_SAVED]
    said = [{(v.of, p): s for v in a.views for p, s in v.by_principle} for a in (before, after)]
    withheld = {p for of, p in said[0].keys() | said[1].keys() if said[0].get((of, p)) != said[1].get((of, p))}
    if withheld:
        notes.append(_VIEWS_SAVED)
    policies = [{c.id for c in a.policy.conditions} for a in (before, after)]
    other_policy = policies[0] != policies[1]
    if other_policy:
        notes.append(_TEAMS_POLICY)
    sides = [_side(a, w, r) for a, w, r in zip((before, after), dates_are, revisions, strict=True)]
    return _compare(
        before, after, sides[0], sides[1], notes, open_flags=None, withheld=withheld, other_policy=other_policy
    )


def _backwards(before: str, after: str) -> str:
    return _(
        "the earlier side is judged as of {before}, which is later than {after}, the day of the later side; name the earlier one first, or say the days with --date-before and --date",
        before=before,
        after=after,
    )


def _side(audit: Audit, date_is: str, revision: str) -> Side:
    head = audit.project
    return Side(
        head.file, revision, audit.date, date_is, head.title, head.phase, audit.verdict.title, audit.verdict.says
    )


def _compare(
    before: Audit, after: Audit, one: Side, other: Side, notes: Sequence[str], *, open_flags: set[str] | None,
    promises_: tuple[PromiseFound, ...] | None = None, new: tuple[NewPromise, ...] = (), facts: tuple[FactChange, ...] | None = None,
    withheld: Iterable[str] = (), other_policy: bool = False,
) -> Comparison:  # fmt: skip
    withheld = set(withheld)
    changes = _findings(before, after, open_flags, without=(*_NO_FINDINGS, *(("policy",) if other_policy else ())))
    verdict = WordChange(
        "verdict",
        _("Verdict"),
        before.verdict.title,
        after.verdict.title,
        _verdicts(before.verdict.id, after.verdict.id),
    )
    rung = _steps("rung", _("How much power is shared"), before.rung.shown, after.rung.shown, RUNGS)
    principles = tuple(
        RangeChange(a.id, a.title, Range(0, 100), Range(0, 100), NOT_COMPARED) if a.id in withheld
        else RangeChange(a.id, a.title, Range(b.low, b.high), Range(a.low, a.high), how((b.low, b.high), (a.low, a.high)))
        for b, a in _both(before.principles, after.principles)
    )  # fmt: skip
    criteria = tuple(
        RangeChange(a.id, a.title, b.level, a.level, how((b.level.low, b.level.high), (a.level.low, a.level.high)))
        for p, q in _both(before.principles, after.principles) if p.id not in withheld
        for b, a in _both(p.criteria, q.criteria) if b.level != a.level and b.applies and a.applies
    )  # fmt: skip
    return Comparison(
        tool=after.tool,
        rubric=after.rubric,
        before=one,
        after=other,
        notes=tuple(notes),
        promises=promises_ or (),
        promises_read=promises_ is not None,
        new_promises=new,
        verdict=verdict,
        rung=rung,
        label=_word("label", _("Whether the words fit"), before.label.state, after.label.state),
        honesty=_word("honesty", _("Honesty"), before.honesty.state, after.honesty.state),
        stages=tuple(
            _steps(a.id, a.title, b.shown, a.shown, ROLES) for b, a in _both(before.rung.stages, after.rung.stages)
        ),
        principles=principles,
        criteria=criteria,
        gates=tuple(
            WordChange(a.id, a.title, b.state, a.state, CHANGED)
            for b, a in _both(before.gates, after.gates)
            if b.state != a.state
        ),
        findings=changes,
        facts=facts or (),
        facts_read=facts is not None,
        # Of two readings of one day neither is the later one: what differs between them has not become worse.
        worse=() if _TWO_READINGS in notes else tuple(_worse(verdict, rung, principles, changes)),
    )


def _both(before: Sequence[Any], after: Sequence[Any]) -> list[tuple[Any, Any]]:
    """The entries that stand on both sides, by their id, in the order of the later side."""
    known = {b.id: b for b in before}
    return [(known[a.id], a) for a in after if a.id in known]


# --- what is higher, and what is lower -------------------------------------------------------------


def how(before: tuple[float, float], after: tuple[float, float]) -> str:
    """How a range lies to an earlier one; a range that only became narrower is no change for the better.

    >>> how((0, 3), (2, 2)), how((1, 1), (2, 3)), how((1, 2), (0, 3))
    ('told more closely', 'higher', 'told less closely')
    """
    if before == after:
        return SAME
    if before[0] <= after[0] and after[1] <= before[1]:
        return CLOSER
    if after[0] <= before[0] and before[1] <= after[1]:
        return WIDER
    if after[0] >= before[1]:
        return HIGHER
    return LOWER if after[1] <= before[0] else CHANGED


def _steps(id_: str, title: str, before: Steps, after: Steps, order: Sequence[str]) -> StepsChange:
    ends = [
        (order.index(s.low), order.index(s.high)) if s.low in order and s.high in order else None
        for s in (before, after)
    ]
    lies = CHANGED if before != after else SAME
    if ends[0] is not None and ends[1] is not None:
        lies = how(ends[0], ends[1])
    return StepsChange(id_, title, before, after, lies)


def _word(id_: str, title: str, before: str, after: str) -> WordChange:
    return WordChange(id_, title, before, after, SAME if before == after else CHANGED)


def _verdicts(before: str, after: str) -> str:
    """Verdicts have an order among those by rung; of the others only the bad ones are lower than these."""
    if before == after:
        return SAME
    bad = VERDICTS[:3]
    ranks = [FROM_TOO_LITTLE.index(v) if v in FROM_TOO_LITTLE else -1 if v in bad else None for v in (before, after)]
    if ranks[0] is None or ranks[1] is None or ranks[0] == ranks[1]:
        return CHANGED
    return HIGHER if ranks[1] > ranks[0] else LOWER


def _worse(
    verdict: WordChange, rung: StepsChange, principles: Iterable[RangeChange], changes: Iterable[FindingChange]
) -> Iterable[str]:
    """What is lower for certain, or at its low end: an answer that is taken away makes nothing better."""
    if verdict.how == LOWER:
        yield _("The verdict is lower: {after}; it was: {before}.", after=verdict.after, before=verdict.before)
    if (
        rung.before.low in RUNGS
        and rung.after.low in RUNGS
        and RUNGS.index(rung.after.low) < RUNGS.index(rung.before.low)
    ):
        yield _(
            "Less power is shown to be shared: at least {low}; it was at least {low_2}.",
            low=rung.after.low,
            low_2=rung.before.low,
        )
    for p in principles:
        if p.how != NOT_COMPARED and p.after.low < p.before.low:
            yield _("{part}: less is shown than before.", part=p.title)
    for change in changes:
        if (
            change.state == "new"
            and change.holds
            and (change.level == "error" or change.rule.startswith(("sign/", "label/")))
        ):
            # All signs have one title: only their sentence tells them apart.
            yield (
                _("Newly found: {change}. {change_2}", change=change.title, change_2=change.says)
                if change.rule.startswith("sign/")
                else _("Newly found: {change}.", change=change.title)
            )


# --- findings and facts ----------------------------------------------------------------------------


def _findings(
    before: Audit, after: Audit, open_flags: set[str] | None, without: Sequence[str]
) -> tuple[FindingChange, ...]:
    """Every finding by its identity: new, gone or still there; and open, where nobody can tell whether it is gone.

    Args:
        before: the earlier side.
        after: the later side.
        open_flags: the flags of which the later file tells too little; None where that is not known.
        without: kinds that are not compared.
    """
    was, is_ = ({f.rule: f for f in findings(a) if f.kind not in without} for a in (before, after))
    untold = {f"sign/{s.id}" for s in after.signs if s.state == "open"}
    untold |= {"label/overclaimed"} if after.label.state in ("not told", "not shown") else set()

    def gone(finding: AuditFinding) -> str:
        open_ = finding.rule in untold or (
            finding.kind == "flag" and (open_flags is None or finding.rule in open_flags)
        )
        return "open" if open_ else "gone"

    found = [
        FindingChange(rule, f.title, f.level, "new", f.state == "holds", f.says)
        for rule, f in is_.items()
        if rule not in was
    ]
    for rule, f in was.items():
        now = is_.get(rule)
        if now is None:
            found.append(FindingChange(rule, f.title, f.level, gone(f), f.state == "holds", f.says))
        else:
            state = "open" if f.state == "holds" and now.state == "open" else "still there"
            found.append(FindingChange(rule, now.title, now.level, state, now.state == "holds", now.says))
    order = ("new", "open", "gone", "still there")
    return tuple(sorted(found, key=lambda c: order.index(c.state)))


def _facts(before: Facts, after: Facts) -> tuple[FactChange, ...]:
    """The facts whose value is another one, by theme; never a count of people."""
    changes = []
    for name, fact in FACTS.items():
        if name in disclosure_control.PEOPLE:
            continue
        was, is_ = (in_words(f[name].value) for f in (before, after))
        if was != is_:
            changes.append(FactChange(name, fact.question, fact.theme, was, is_))
    return tuple(changes)


# --- promises --------------------------------------------------------------------------------------


def _promise(made: PromiseMade, found: PromiseOutcome, before: Document, after: Document) -> PromiseFound:
    return PromiseFound(
        id=made.id,
        what=made.what,
        due=made.due.text if made.due is not None else "",
        outcome=found.outcome,
        says=found.says,
        asks=ASKS[found.outcome],
        moved_from=found.moved_from,
        moved_to=found.moved_to,
        differs=found.differs,
        before=place(before, made.path),
        after=place(after, found.path) if found.path is not None else None,
    )


def place(document: Document, path: tuple[str | int, ...]) -> Place:
    """Where something stands in a file, as people write it."""
    return Place(document.name, shown(document.true_path(path)), document.at(path)[0])


def _new(made: Iterable[PromiseMade], pairs: Pairs, after: Case, document: Document) -> tuple[NewPromise, ...]:
    """The promises that only the later file holds."""
    old = set()
    for m in made:
        partner = pairs.partner(m.path[:-1] if m.day else m.path)
        if partner.there:
            old.add(identity(after.project, partner.path) + (f".{m.day}" if m.day else ""))
    return tuple(
        NewPromise(m.id, m.what, m.due.text if m.due is not None else "", place(document, m.path))
        for m in promises(after)
        if m.id not in old
    )
