"""What the pages that look back say: what became of promises, what changed, and the course over many versions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from involve_audit.render import words
from involve_audit.render.blocks import (
    Bar,
    Bars,
    Document,
    Heading,
    Table,
    items,
    paragraph,
    state,
    strong,
    table,
    text,
)
from involve_audit.render.comparison import chart
from involve_audit.results.comparison import OUTCOMES, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.results.audit import Range, Steps
    from involve_audit.results.comparison import Course, FindingChange, Place, PromiseFound, Side, Tracked, Version

TONES_OF = {
    "deleted": "bad", "broken": "bad", "late": "bad", "in part": "open", "moved": "open", "unclear": "open", "open": "plain", "kept": "good",
    "new": "bad", "gone": "good", "still there": "plain",
}  # fmt: skip
"""How each state looks, as one of `blocks.TONES`."""

NO_JUDGEMENT = (
    "A promise that was broken for a good reason, and told early to those it was made to, can be honest work. A file cannot show that; the people "
    "concerned can."
)
NO_PROMISES = "The earlier file held no promise: nothing in it was planned, announced or left for later."
PROMISES = "What became of the promises"
KEY = (
    "Each version from left to right, whatever time lies between them. A dot: shown. A dashed bar: still possible, for it is not told; "
    "without a dot, nothing is shown yet. A cross: it could not be judged. The table says the same."
)
"""How the drawing of the course is read."""
ORDER = "What only became known is no step forward, and what is no longer told is no step back in practice: ranges show both."
_AS = {
    "same": "as before", "higher": "higher", "lower": "lower", "told more closely": "more is known than before",
    "told less closely": "less is known than before",
    "changed": "changed", "not compared": "not compared",
}  # fmt: skip


def document(found: Comparison | Course) -> Document:
    """The page of a result."""
    title, lead, about, parts = _comparison(found) if isinstance(found, Comparison) else _course(found)
    notes = (*found.notes, ORDER, NO_JUDGEMENT, words.MIRROR)
    return Document(
        title,
        (
            paragraph(strong(lead), look="headline"),
            *(paragraph(one, look="minor") for one in about),
            *parts,
            Heading(2, text("How to read this"), "reading"),
            *items(notes),
        ),
    )


Parts = tuple[str, str, tuple[str, ...], "Iterable[Block]"]
"""A title, what it comes to in a sentence, by what and as of when, and the parts."""


def _told(outcome: str, what: str, lines: Iterable[str], tone: str = "") -> tuple[Block, ...]:
    """Something with a state, and what more is to be said of it."""
    before = state(tone or TONES_OF[outcome], words.capital(outcome))
    return paragraph(before, f" {what}"), *(paragraph(line, look="minor") for line in lines)


def _changes(head: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> Table:
    """A table of what was before and is after."""
    return replace(table(head, rows, caption), changes=True)


# --- two dates -------------------------------------------------------------------------------------


def _comparison(found: Comparison) -> Parts:
    about = (_side("Before", found.before), _side("After", found.after), _rubric(found))
    title = f"{found.after.title.strip() or words.either(found.after.file)}: what changed"
    return title, _lead(found), about, _between(found)


def _between(found: Comparison) -> Iterator[Block]:
    yield from _promises(found)
    if found.worse:
        yield Heading(2, text("Lower or worse than before"), "worse")
        yield from items(_told("worse", worse, (), "bad") for worse in found.worse)
    yield from _verdict(found)
    yield from _powers(found)
    yield from _principles(found)
    yield from _findings(found.findings)
    yield from _gates(found)
    if found.facts_read:
        yield from _facts(found)


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


def _promises(found: Comparison) -> Iterator[Block]:
    yield Heading(2, text(PROMISES), "promises")
    if not found.promises_read:
        yield paragraph("Saved audits do not hold the promises of a file, so they are not compared.")
        return
    if not found.promises:
        yield paragraph(NO_PROMISES)
    new = (
        _told("new", n.what, (f"Promised since{f', for {n.due}' if n.due else '; no day is told'}. {_at(n.after)}.",), "plain")
        for n in found.new_promises
    )  # fmt: skip
    yield from items([*(_told(p.outcome, p.what, _promise_lines(p)) for p in found.promises), *new])
    yield from _asks(found.promises)


def _asks(promises: Sequence[PromiseFound | Tracked]) -> Iterator[Block]:
    """The questions to talk over, each once, with what it is about."""
    asked = [(outcome, asks) for outcome, asks in dict.fromkeys((p.outcome, p.asks) for p in promises) if asks]
    if asked:
        yield Heading(3, text("To talk over"))
        yield from items((paragraph(f"{words.capital(outcome)}: {asks}", look="asks"),) for outcome, asks in asked)


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


def _verdict(found: Comparison) -> Iterator[Block]:
    rows = (
        ("Verdict", found.verdict.before, found.verdict.after),
        ("In a sentence", words.sentence(found.before.says), words.sentence(found.after.says)),
        (found.label.title, found.label.before, found.label.after),
        (found.honesty.title, found.honesty.before, found.honesty.after),
    )
    yield Heading(2, text("Verdict, words and honesty"), "verdict")
    yield _changes(("What", "Before", "After"), rows, "Before and after")


def _powers(found: Comparison) -> Iterator[Block]:
    rows = [("On the whole", words.span(c.before), words.span(c.after), _AS.get(c.how, c.how)) for c in (found.rung,)]
    rows += [(c.title, role(c.before), role(c.after), _AS.get(c.how, c.how)) for c in found.stages if c.how != "same"]
    yield Heading(2, text("How much power is shared"), "power")
    if len(rows) == 1:
        yield paragraph("In no part of the work has the role that is shown changed.")
    caption = "Shown on the whole, and the parts of the work where it changed"
    yield _changes(("What", "Before", "After", "How"), rows, caption)


def role(steps: Steps) -> str:
    """A role between two ends; where any is possible, it is not told.

    >>> from involve_audit.results.audit import Steps
    >>> role(Steps("none", "led")), role(Steps("consulted", "involved"))
    ('not told', 'at least consulted, at most involved')
    """
    if (steps.low, steps.high) == ("none", "led"):
        return words.NOT_TOLD
    return words.span(steps)


def _principles(found: Comparison) -> Iterator[Block]:
    def said(how: str, value: Range) -> str:
        return "–" if how == "not compared" else words.between(value.low, value.high)

    yield Heading(2, text("Principles and levels"), "principles")
    if not found.criteria:
        yield paragraph("No question of the rubric has changed its level.")
    yield from items(
        _told(_AS.get(c.how, c.how), c.title, (f"{words.capital(_level(c.before))} → {_level(c.after)}.",), "plain")
        for c in found.criteria
    )
    yield paragraph("The means of the levels by principle, 0 to 100, from what is told to what is possible:")
    rows = ((p.title, said(p.how, p.before), said(p.how, p.after), _AS.get(p.how, p.how)) for p in found.principles)
    yield _changes(("Principle", "Before", "After", "How"), rows, "Principles, before and after")


def _level(level: Range) -> str:
    low, high = words.level_ends(level)
    if (low, high) == (0, 3):
        return "not told"
    if low == high:
        return f"{words.LEVELS[low]} (level {low} of 3)"
    return f"between {words.LEVELS[low]} and {words.LEVELS[high]} (level {low} to {high} of 3)"


def _findings(changes: Sequence[FindingChange]) -> Iterator[Block]:
    mine = [c for c in changes if not c.rule.startswith(_GATE)]
    yield Heading(2, text("Findings, by what they are and not by how many"), "findings")
    changed = [_finding(c) for c in mine if c.state != "still there"]
    if not changed:
        yield paragraph("No finding is new, and none is gone.")
    for name, for_the_good in (("Still there", False), ("Still not met, or not told", True)):
        still = [c.title for c in mine if c.state == "still there" and c.rule.startswith(_CONDITION) is for_the_good]
        if still:
            yield paragraph(f"{name}: {'; '.join(still)}.")
    yield from items(changed)


# Both are named for the good that they ask for: beside "new" or "gone" alone, their titles would say the opposite. Gates have
# a part of their own.
_GATE, _CONDITION = "gate/", "policy/"


def _finding(change: FindingChange) -> tuple[Block, ...]:
    untold = change.state == "open" or (change.state == "new" and not change.holds)
    named = {"open": "no longer told", "new": "new, not told"}[change.state] if untold else change.state
    if change.rule.startswith(_CONDITION) and not untold:
        named = {"new": "new, not met", "gone": "met, or not due"}.get(named, named)
    tone = "open" if untold else TONES_OF[change.state] if change.level != "note" else "plain"
    return _told(named, change.title, (words.sentence(change.says),), tone)


def _gates(found: Comparison) -> Iterator[Block]:
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
    rows = [(g.title, words.gate_says(g.before), words.gate_says(g.after)) for g in found.gates]
    if says or rows:
        yield Heading(2, text("Gates"), "gates")
        yield from map(paragraph, says)
    if rows:
        caption = "Gates, each a condition that a better verdict waits for, where they changed"
        yield _changes(("Gate", "Before", "After"), rows, caption)


def _facts(found: Comparison) -> Iterator[Block]:
    yield Heading(2, text("Facts"), "facts")
    if found.facts:
        rows = ((c.question, c.before, c.after) for c in found.facts)
        caption = "Facts that changed, before anybody judges them"
        yield _changes(("Question", "Before", "After"), rows, caption)
    else:
        yield paragraph("No fact has changed.")


# --- the course ------------------------------------------------------------------------------------


def _course(found: Course) -> Parts:
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
    about = (f"File: {found.file}. Promises are looked at as of {words.day(found.date)}.", _rubric(found))
    return f"{found.title.strip() or words.either(found.file)}: the course", lead, about, _versions(found)


def _versions(found: Course) -> Iterator[Block]:
    yield Heading(2, text("The course"), "course")
    beside = table(
        ("Day", "Version", "Verdict", "Power shown", "Open promises"),
        map(_version, found.versions),
        "Each version as of its day",
    )
    left_out = len(found.versions) - chart.MOST
    more = f" The {left_out} oldest stand in the table only." if left_out > 0 else ""
    picture = chart.drawn(found.versions) if found.versions else None
    rows = tuple(map(_bar, found.versions))
    yield Bars("How much power is shared, from nobody to led by contributors", 6, rows, picture, f"{KEY}{more}", beside)
    yield Heading(2, text(PROMISES), "promises")
    if not found.promises:
        yield paragraph("No version held a promise.")
    yield from items(_told(p.outcome, p.what, _tracked(p, found.date)) for p in found.promises)
    yield from _asks(found.promises)


def _not_judged(version: Version) -> str:
    return "The file was deleted" if version.state == "gone" else f"Could not be read: {words.either(version.says)}"


def _version(version: Version) -> tuple[str, ...]:
    if version.rung is None:
        return version.date, version.revision, _not_judged(version), "–", "–"
    phase = f" (phase: {version.phase})" if version.phase else ""
    return version.date, version.revision, f"{version.title}{phase}", words.span(version.rung), str(version.promises)


def _bar(version: Version) -> Bar:
    """A row for a version: solid up to the rung that is shown, shaded up to what is possible."""
    name = text(f"{version.date}  {version.revision}")
    if version.rung is None:
        return Bar(name, _not_judged(version), None, 0)
    low, high = (words.RUNGS.index(r) if r in words.RUNGS else 0 for r in (version.rung.low, version.rung.high))
    shown = words.span(version.rung)
    says = version.title if shown == words.NOT_TOLD else f"{version.title}; {shown}"
    return Bar(name, says, words.on_ladder(low), words.on_ladder(high))


def _tracked(promise: Tracked, date: str) -> Iterable[str]:
    due = f", for {promise.due}" if promise.due else "; no day was told"
    yield f"Promised on {words.day(promise.first_date)}, in version {promise.first}{due}."
    by = (
        f"By version {promise.last}, {words.day(promise.last_date)}: " if promise.last else f"As of {words.day(date)}: "
    )
    if promise.says:
        yield f"{by}{words.small(promise.says)}"
    if promise.moves:
        yield f"Changed: {'; '.join(promise.moves)}."
