"""What the pages that look back say, the same in every format: parts with sentences, items and tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from involve_audit.render import words
from involve_audit.results.comparison import OUTCOMES, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from involve_audit.results.audit import Range, Steps
    from involve_audit.results.comparison import Course, FindingChange, Place, PromiseFound, Side, Tracked, Version

TONES = {
    "deleted": "bad", "broken": "bad", "late": "bad", "in part": "open", "moved": "open", "unclear": "open", "open": "plain", "kept": "good",
    "new": "bad", "gone": "good", "still there": "plain",
}  # fmt: skip
"""bad, open, good or plain; a word always stands beside it."""

NO_JUDGEMENT = (
    "A promise that was broken for a good reason, and told early to those it was made to, can be honest work. A file cannot show that; the people "
    "concerned can."
)
NO_PROMISES = "The earlier file held no promise: nothing in it was planned, announced or left for later."
ORDER = "What only became known is no step forward, and what is no longer told is no step back in practice: ranges show both."
_AS = {
    "same": "as before", "higher": "higher", "lower": "lower", "told more closely": "more is known than before",
    "told less closely": "less is known than before",
    "changed": "changed", "not compared": "not compared",
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """Something with a state.

    Attributes:
        tone: bad, open, good or plain.
        state: the state in a word.
        says: what it is.
        lines: more about it, each a sentence.
    """

    tone: str
    state: str
    says: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """Rows of cells; the first cell names the row."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """A part of a page; `asks` are questions to talk over."""

    title: str
    says: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    asks: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True)
class Sheet:
    """A page.

    Attributes:
        lead: what it comes to, in a sentence.
        about: by what and as of when.
        notes: what takes no part, and why.
        chart: the versions to be drawn; empty for a comparison.
    """

    title: str
    lead: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    notes: tuple[str, ...]
    chart: tuple[Version, ...] = ()


def sheet(found: Comparison | Course) -> Sheet:
    """The page of a result."""
    return _comparison(found) if isinstance(found, Comparison) else _course(found)


# --- two dates -------------------------------------------------------------------------------------


def _comparison(found: Comparison) -> Sheet:
    parts = [_promises(found)]
    if found.worse:
        parts.append(Part("Lower or worse than before", items=tuple(Item("bad", "worse", w) for w in found.worse)))
    parts += [_verdict(found), _powers(found), _principles(found), _findings(found.findings)]
    parts += _gates(found)
    if found.facts_read:
        parts.append(_facts(found))
    return Sheet(
        f"{found.after.title.strip() or words.either(found.after.file)}: what changed",
        _lead(found),
        (_side("Before", found.before), _side("After", found.after), _rubric(found)),
        tuple(parts),
        (*found.notes, ORDER, NO_JUDGEMENT, words.MIRROR),
    )


def _rubric(found: Comparison | Course) -> str:
    rubric = found.rubric
    return f"Judged by one rubric throughout: {rubric.title or rubric.id} ({rubric.id}), version {rubric.version}, {rubric.sha256[:12]}."


def _side(name: str, side: Side) -> str:
    at = f", commit {side.revision}" if side.revision else ""
    phase = f"; phase: {side.phase}" if side.phase else ""
    why = f" ({side.date_is})" if side.date_is else ""
    return f"{name}: {words.either(side.file)}{at}, as of {words.day(side.date)}{why}{phase}."


def _counts(outcomes: Sequence[str]) -> str:
    return words.listed(
        f"{outcomes.count(o)} {'done in part' if o == 'in part' else o}" for o in OUTCOMES if o in outcomes
    )


def _lead(found: Comparison) -> str:
    verdict = found.verdict
    says = (
        f"{verdict.after}, as before." if verdict.how == "same" else f"Before: {verdict.before}. Now: {verdict.after}."
    )
    if not found.promises_read:
        return says
    many = len(found.promises)
    if not many:
        return f"{says} The earlier file held no promise."
    return f"{says} Of {many} {'promise' if many == 1 else 'promises'} in the earlier file: {_counts([p.outcome for p in found.promises])}."


def _promises(found: Comparison) -> Part:
    title = "What became of the promises"
    if not found.promises_read:
        return Part(title, ("Saved audits do not hold the promises of a file, so they are not compared.",))
    items = [Item(TONES[p.outcome], p.outcome, p.what, tuple(_promise_lines(p))) for p in found.promises]
    items += [
        Item(
            "plain",
            "new",
            n.what,
            (f"Promised since{f', for {n.due}' if n.due else '; no day is told'}. {_at(n.after)}.",),
        )
        for n in found.new_promises
    ]
    return Part(title, () if found.promises else (NO_PROMISES,), tuple(items), _asks(found.promises))


def _asks(promises: Sequence[PromiseFound | Tracked]) -> tuple[str, ...]:
    """The questions, each once, with what it is about."""
    return tuple(
        f"{words.capital(outcome)}: {asks}"
        for outcome, asks in dict.fromkeys((p.outcome, p.asks) for p in promises)
        if asks
    )


def _promise_lines(promise: PromiseFound) -> Iterable[str]:
    due = f" Promised for {promise.due}." if promise.due else ""
    yield f"{words.sentence(promise.says)}{due}"
    if promise.differs:
        yield f"Promised → now: {'; '.join(promise.differs)}."
    after = f" Now: {_at(promise.after)}." if promise.after is not None else ""
    yield f"Was: {_at(promise.before)}.{after}"


def _at(place: Place) -> str:
    where = f"{place.file}:{place.line}" if place.file else f"line {place.line}"
    return f"{where} {place.path}".rstrip()


def _verdict(found: Comparison) -> Part:
    rows = (
        ("Verdict", found.verdict.before, found.verdict.after),
        ("In a sentence", words.sentence(found.before.says), words.sentence(found.after.says)),
        (found.label.title, found.label.before, found.label.after),
        (found.honesty.title, found.honesty.before, found.honesty.after),
    )
    return Part("Verdict, words and honesty", table=Table("Before and after", ("What", "Before", "After"), rows))


def _powers(found: Comparison) -> Part:
    rows = [("On the whole", words.span(c.before), words.span(c.after), _AS.get(c.how, c.how)) for c in (found.rung,)]
    rows += [(c.title, role(c.before), role(c.after), _AS.get(c.how, c.how)) for c in found.stages if c.how != "same"]
    says = () if len(rows) > 1 else ("In no part of the work has the role that is shown changed.",)
    return Part(
        "How much power is shared",
        says,
        table=Table(
            "Shown on the whole, and the parts of the work where it changed",
            ("What", "Before", "After", "How"),
            tuple(rows),
        ),
    )


def role(steps: Steps) -> str:
    """A role between two ends; where any is possible, it is not told.

    >>> from involve_audit.results.audit import Steps
    >>> role(Steps("none", "led")), role(Steps("consulted", "involved"))
    ('not told', 'at least consulted, at most involved')
    """
    if (steps.low, steps.high) == ("none", "led"):
        return words.NOT_TOLD
    return words.span(steps)


def _principles(found: Comparison) -> Part:
    def said(how: str, value: Range) -> str:
        return "–" if how == "not compared" else words.between(value.low, value.high)

    rows = tuple(
        (p.title, said(p.how, p.before), said(p.how, p.after), _AS.get(p.how, p.how)) for p in found.principles
    )
    items = tuple(
        Item("plain", _AS.get(c.how, c.how), c.title, (f"{words.capital(_level(c.before))} → {_level(c.after)}.",))
        for c in found.criteria
    )
    return Part(
        "Principles and levels",
        () if found.criteria else ("No question of the rubric has changed its level.",),
        items,
        table=Table(
            "Means of the levels, 0 to 100, from what is told to what is possible",
            ("Principle", "Before", "After", "How"),
            rows,
        ),
    )


def _level(level: Range) -> str:
    low, high = words.level_ends(level)
    if (low, high) == (0, 3):
        return "not told"
    if low == high:
        return f"{words.LEVELS[low]} (level {low} of 3)"
    return f"between {words.LEVELS[low]} and {words.LEVELS[high]} (level {low} to {high} of 3)"


def _findings(changes: Sequence[FindingChange]) -> Part:
    mine = [c for c in changes if not c.rule.startswith(_GATE)]
    items = tuple(_finding(c) for c in mine if c.state != "still there")
    says = [] if items else ["No finding is new, and none is gone."]
    for name, for_the_good in (("Still there", False), ("Still not met, or not told", True)):
        still = [c.title for c in mine if c.state == "still there" and c.rule.startswith(_CONDITION) is for_the_good]
        if still:
            says.append(f"{name}: {'; '.join(still)}.")
    return Part("Findings, by what they are and not by how many", tuple(says), items)


# Both are named for the good that they ask for: beside "new" or "gone" alone, their titles would say the opposite. Gates have
# a part of their own.
_GATE, _CONDITION = "gate/", "policy/"


def _finding(change: FindingChange) -> Item:
    untold = change.state == "open" or (change.state == "new" and not change.holds)
    state = {"open": "no longer told", "new": "new, not told"}[change.state] if untold else change.state
    if change.rule.startswith(_CONDITION) and not untold:
        state = {"new": "new, not met", "gone": "met, or not due"}.get(state, state)
    tone = "open" if untold else TONES[change.state] if change.level != "note" else "plain"
    return Item(tone, state, change.title, (words.sentence(change.says),))


def _gates(found: Comparison) -> Iterable[Part]:
    """The gates whose state is another one now, and those that are still not met or not told."""
    still = {True: "Still not met", False: "Still not told"}
    says = [
        f"{name}: {'; '.join(titles)}."
        for holds, name in still.items()
        if (
            titles := [
                c.title
                for c in found.findings
                if c.rule.startswith(_GATE) and c.state == "still there" and c.holds is holds
            ]
        )
    ]
    rows = tuple((g.title, words.gate_says(g.before), words.gate_says(g.after)) for g in found.gates)
    table = (
        Table(
            "Gates, each a condition that a better verdict waits for, where they changed",
            ("Gate", "Before", "After"),
            rows,
        )
        if rows
        else None
    )
    if says or table:
        yield Part("Gates", tuple(says), table=table)


def _facts(found: Comparison) -> Part:
    rows = tuple((c.question, c.before, c.after) for c in found.facts)
    if not rows:
        return Part("Facts", ("No fact has changed.",))
    return Part(
        "Facts", table=Table("Facts that changed, before anybody judges them", ("Question", "Before", "After"), rows)
    )


# --- the course ------------------------------------------------------------------------------------


def _course(found: Course) -> Sheet:
    read = [v for v in found.versions if v.state == "read"]
    many = len(found.versions)
    lead = f"{many} {'version' if many == 1 else 'versions'}"
    if len(read) == 1:
        lead += f", {'' if many == 1 else 'one that could be judged, '}of {words.day(read[0].date)} ({read[0].title})"
    elif read:
        lead += f", from {words.day(read[0].date)} ({read[0].title}) to {words.day(read[-1].date)} ({read[-1].title})"
    lost = many - len(read)
    lead += f"; {lost} could not be judged." if lost else "."
    outcomes = [p.outcome for p in found.promises]
    if outcomes:
        lead += f" Of {len(outcomes)} {'promise' if len(outcomes) == 1 else 'promises'}: {_counts(outcomes)}."
    rows = tuple(_version(v) for v in found.versions)
    course = Part(
        "The course",
        table=Table(
            "Each version as of the day of its commit",
            ("Day", "Commit", "Verdict", "Power shown", "Open promises"),
            rows,
        ),
    )
    items = tuple(Item(TONES[p.outcome], p.outcome, p.what, tuple(_tracked(p, found.date))) for p in found.promises)
    promises = Part(
        "What became of the promises", () if items else ("No version held a promise.",), items, _asks(found.promises)
    )
    return Sheet(
        f"{found.title.strip() or words.either(found.file)}: the course",
        lead,
        (f"File: {found.file}. Promises are looked at as of {words.day(found.date)}.", _rubric(found)),
        (course, promises),
        (*found.notes, ORDER, NO_JUDGEMENT, words.MIRROR),
        found.versions,
    )


def _version(version: Version) -> tuple[str, ...]:
    if version.rung is None:
        gone = "The file was deleted" if version.state == "gone" else f"Could not be read: {words.either(version.says)}"
        return version.date, version.revision, gone, "–", "–"
    phase = f" (phase: {version.phase})" if version.phase else ""
    return version.date, version.revision, f"{version.title}{phase}", words.span(version.rung), str(version.promises)


def _tracked(promise: Tracked, date: str) -> Iterable[str]:
    due = f", for {promise.due}" if promise.due else "; no day was told"
    yield f"Promised on {words.day(promise.first_date)}, in commit {promise.first}{due}."
    by = f"By commit {promise.last}, {words.day(promise.last_date)}: " if promise.last else f"As of {words.day(date)}: "
    if promise.says:
        yield f"{by}{words.small(promise.says)}"
    if promise.moves:
        yield f"Changed: {'; '.join(promise.moves)}."
