"""What the pages that look back say: what became of promises, what changed, and the course over many versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext, word_for
from involve_audit.record import replace
from involve_audit.render import words
from involve_audit.render.blocks import (
    Bar,
    Bars,
    Heading,
    PageDocument,
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

NO_JUDGEMENT = _(
    "A promise that was broken for a good reason, and told early to those it was made to, can be honest work. A file cannot show that; the people concerned can."
)
NO_PROMISES = _("The earlier file held no promise: nothing in it was planned, announced or left for later.")
PROMISES = _("What became of the promises")
KEY = _(
    "Each version from left to right, whatever time lies between them. A dot: shown. A dashed bar: still possible, for it is not told; without a dot, nothing is shown yet. A cross: it could not be judged. The table says the same."
)
"""How the drawing of the course is read."""
ORDER = _(
    "What only became known is no step forward, and what is no longer told is no step back in practice: ranges show both."
)
_AS = {
    "same": _("as before"), "higher": _("higher"), "lower": _("lower"), "told more closely": _("more is known than before"),
    "told less closely": _("less is known than before"),
    "changed": "changed", "not compared": "not compared",
}  # fmt: skip


def document(found: Comparison | Course) -> PageDocument:
    """The page of a result."""
    title, lead, about, parts = _comparison(found) if isinstance(found, Comparison) else _course(found)
    notes = (*found.notes, ORDER, NO_JUDGEMENT, words.MIRROR)
    return PageDocument(
        title,
        (
            paragraph(strong(lead), look="headline"),
            *(paragraph(one, look="minor") for one in about),
            *parts,
            Heading(2, text(_("How to read this")), "reading"),
            *items(notes),
        ),
    )


Parts = tuple[str, str, tuple[str, ...], "Iterable[Block]"]
"""A title, what it comes to in a sentence, by what and as of when, and the parts."""


def _told(outcome: str, what: str, lines: Iterable[str], tone: str = "") -> tuple[Block, ...]:
    """Something with a state, and what more is to be said of it."""
    before = state(tone or TONES_OF[outcome], words.capital(word_for(outcome)))
    return paragraph(before, f" {what}"), *(paragraph(line, look="minor") for line in lines)


def _changes(head: Sequence[str], rows: Iterable[Sequence[str]], caption: str) -> Table:
    """A table of what was before and is after."""
    return replace(table(head, rows, caption), changes=True)


# --- two dates -------------------------------------------------------------------------------------


def _comparison(found: Comparison) -> Parts:
    about = (_side(_("Before"), found.before), _side(_("After"), found.after), _rubric(found))
    title = _("{after}: what changed", after=found.after.title.strip() or words.either(found.after.file))
    return title, _lead(found), about, _between(found)


def _between(found: Comparison) -> Iterator[Block]:
    yield from _promises(found)
    if found.worse:
        yield Heading(2, text(_("Lower or worse than before")), "worse")
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
    return _(
        "Judged by one rubric throughout: {rubric} ({rubric_id}), version {version}, {sha256}.",
        rubric=rubric.title or rubric.id,
        rubric_id=rubric.id,
        version=rubric.version,
        sha256=rubric.sha256[:12],
    )


def _side(name: str, side: Side) -> str:
    at = _(", commit {revision}", revision=side.revision) if side.revision else ""
    phase = _("; phase: {phase}", phase=side.phase) if side.phase else ""
    why = f" ({side.date_is})" if side.date_is else ""
    return _(
        "{name}: {either}{at}, as of {day}{why}{phase}.",
        name=name,
        either=words.either(side.file),
        at=at,
        day=words.day(side.date),
        why=why,
        phase=phase,
    )


def _counts(outcomes: Sequence[str]) -> str:
    return words.listed(
        f"{outcomes.count(o)} {_('done in part') if o == 'in part' else o}" for o in OUTCOMES if o in outcomes
    )


def _lead(found: Comparison) -> str:
    verdict = found.verdict
    says = (
        _("{after}, as before.", after=verdict.after)
        if verdict.how == "same"
        else _("Before: {before}. Now: {after}.", before=verdict.before, after=verdict.after)
    )
    if not found.promises_read:
        return says
    many = len(found.promises)
    if not many:
        return _("{says} The earlier file held no promise.", says=says)
    return ngettext(
        "{says} Of {many} promise in the earlier file: {counts}.",
        "{says} Of {many} promises in the earlier file: {counts}.",
        many,
        says=says,
        many=many,
        counts=_counts([p.outcome for p in found.promises]),
    )


def _promises(found: Comparison) -> Iterator[Block]:
    yield Heading(2, text(PROMISES), "promises")
    if not found.promises_read:
        yield paragraph(_("Saved audits do not hold the promises of a file, so they are not compared."))
        return
    if not found.promises:
        yield paragraph(NO_PROMISES)
    new = (
        _told("new", n.what, ((_("Promised since, for {due}. {at}.", due=n.due, at=_at(n.after)) if n.due else _("Promised since; no day is told. {at}.", at=_at(n.after))),), "plain")
        for n in found.new_promises
    )  # fmt: skip
    yield from items([*(_told(p.outcome, p.what, _promise_lines(p)) for p in found.promises), *new])
    yield from _asks(found.promises)


def _asks(promises: Sequence[PromiseFound | Tracked]) -> Iterator[Block]:
    """The questions to talk over, each once, with what it is about."""
    asked = [(outcome, asks) for outcome, asks in dict.fromkeys((p.outcome, p.asks) for p in promises) if asks]
    if asked:
        yield Heading(3, text(_("To talk over")))
        yield from items(
            (paragraph(f"{words.capital(word_for(outcome))}: {asks}", look="asks"),) for outcome, asks in asked
        )


def _promise_lines(promise: PromiseFound) -> Iterable[str]:
    due = _(" Promised for {due}.", due=promise.due) if promise.due else ""
    yield f"{words.sentence(promise.says)}{due}"
    if promise.differs:
        yield _("Promised → now: {differs}.", differs="; ".join(promise.differs))
    after = _(" Now: {at}.", at=_at(promise.after)) if promise.after is not None else ""
    yield _("Was: {at}.{after}", at=_at(promise.before), after=after)


def _at(place: Place) -> str:
    where = f"{place.file}:{place.line}" if place.file else _("line {line}", line=place.line)
    return f"{where} {place.path}".rstrip()


def _verdict(found: Comparison) -> Iterator[Block]:
    rows = (
        (_("Verdict"), found.verdict.before, found.verdict.after),
        (_("In a sentence"), words.sentence(found.before.says), words.sentence(found.after.says)),
        (found.label.title, word_for(found.label.before), word_for(found.label.after)),
        (found.honesty.title, word_for(found.honesty.before), word_for(found.honesty.after)),
    )
    yield Heading(2, text(_("Verdict, words and honesty")), "verdict")
    yield _changes((_("What"), _("Before"), _("After")), rows, _("Before and after"))


def _powers(found: Comparison) -> Iterator[Block]:
    rows = [
        (_("On the whole"), words.span(c.before), words.span(c.after), _AS.get(c.how, c.how)) for c in (found.rung,)
    ]
    rows += [(c.title, role(c.before), role(c.after), _AS.get(c.how, c.how)) for c in found.stages if c.how != "same"]
    yield Heading(2, text(_("How much power is shared")), "power")
    if len(rows) == 1:
        yield paragraph(_("In no part of the work has the role that is shown changed."))
    caption = _("Shown on the whole, and the parts of the work where it changed")
    yield _changes((_("What"), _("Before"), _("After"), _("How")), rows, caption)


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

    yield Heading(2, text(_("Principles and levels")), "principles")
    if not found.criteria:
        yield paragraph(_("No question of the rubric has changed its level."))
    yield from items(
        _told(_AS.get(c.how, c.how), c.title, (f"{words.capital(_level(c.before))} → {_level(c.after)}.",), "plain")
        for c in found.criteria
    )
    yield paragraph(_("The means of the levels by principle, 0 to 100, from what is told to what is possible:"))
    rows = ((p.title, said(p.how, p.before), said(p.how, p.after), _AS.get(p.how, p.how)) for p in found.principles)
    yield _changes((_("Principle"), _("Before"), _("After"), _("How")), rows, _("Principles, before and after"))


def _level(level: Range) -> str:
    low, high = words.level_ends(level)
    if (low, high) == (0, 3):
        return "not told"
    if low == high:
        return _("{levels} (level {low} of 3)", levels=words.LEVELS[low], low=low)
    return _(
        "between {levels} and {levels_2} (level {low} to {high} of 3)",
        levels=words.LEVELS[low],
        levels_2=words.LEVELS[high],
        low=low,
        high=high,
    )


def _findings(changes: Sequence[FindingChange]) -> Iterator[Block]:
    mine = [c for c in changes if not c.rule.startswith(_GATE)]
    yield Heading(2, text(_("Findings, by what they are and not by how many")), "findings")
    changed = [_finding(c) for c in mine if c.state != "still there"]
    if not changed:
        yield paragraph(_("No finding is new, and none is gone."))
    for name, for_the_good in ((_("Still there"), False), (_("Still not met, or not told"), True)):
        still = [c.title for c in mine if c.state == "still there" and c.rule.startswith(_CONDITION) is for_the_good]
        if still:
            yield paragraph(f"{name}: {'; '.join(still)}.")
    yield from items(changed)


# Both are named for the good that they ask for: beside "new" or "gone" alone, their titles would say the opposite. Gates have
# a part of their own.
_GATE, _CONDITION = "gate/", "policy/"


def _finding(change: FindingChange) -> tuple[Block, ...]:
    untold = change.state == "open" or (change.state == "new" and not change.holds)
    named = {"open": _("no longer told"), "new": _("new, not told")}[change.state] if untold else change.state
    if change.rule.startswith(_CONDITION) and not untold:
        named = {"new": _("new, not met"), "gone": _("met, or not due")}.get(named, named)
    tone = "open" if untold else TONES_OF[change.state] if change.level != "note" else "plain"
    return _told(named, change.title, (words.sentence(change.says),), tone)


def _gates(found: Comparison) -> Iterator[Block]:
    """The gates whose state is another one now, and those that are still not met or not told."""
    still = {True: _("Still not met"), False: _("Still not told")}
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
        yield Heading(2, text(_("Gates")), "gates")
        yield from map(paragraph, says)
    if rows:
        caption = _("Gates, each a condition that a better verdict waits for, where they changed")
        yield _changes((_("Gate"), _("Before"), _("After")), rows, caption)


def _facts(found: Comparison) -> Iterator[Block]:
    yield Heading(2, text(_("Facts")), "facts")
    if found.facts:
        rows = ((c.question, c.before, c.after) for c in found.facts)
        caption = _("Facts that changed, before anybody judges them")
        yield _changes(("Question", _("Before"), _("After")), rows, caption)
    else:
        yield paragraph(_("No fact has changed."))


# --- the course ------------------------------------------------------------------------------------


def _course(found: Course) -> Parts:
    read = [v for v in found.versions if v.state == "read"]
    many = len(found.versions)
    lead = ngettext("{many} version", "{many} versions", many, many=many)
    if len(read) == 1:
        lead += ngettext(
            ", of {day} ({title})",
            ", one that could be judged, of {day} ({title})",
            many,
            day=words.day(read[0].date),
            title=read[0].title,
        )
    elif read:
        lead += _(
            ", from {day} ({title}) to {day_2} ({title_2})",
            day=words.day(read[0].date),
            title=read[0].title,
            day_2=words.day(read[-1].date),
            title_2=read[-1].title,
        )
    lost = many - len(read)
    lead += _("; {lost} could not be judged.", lost=lost) if lost else "."
    outcomes = [p.outcome for p in found.promises]
    if outcomes:
        lead += ngettext(
            " Of {number} promise: {counts}.",
            " Of {number} promises: {counts}.",
            len(outcomes),
            number=len(outcomes),
            counts=_counts(outcomes),
        )
    about = (
        _("File: {file}. Promises are looked at as of {day}.", file=found.file, day=words.day(found.date)),
        _rubric(found),
    )
    return (
        _("{found}: the course", found=found.title.strip() or words.either(found.file)),
        lead,
        about,
        _versions(found),
    )


def _versions(found: Course) -> Iterator[Block]:
    yield Heading(2, text(_("The course")), "course")
    beside = table(
        (_("Day"), _("Version"), _("Verdict"), _("Power shown"), _("Open promises")),
        map(_version, found.versions),
        _("Each version as of its day"),
    )
    left_out = len(found.versions) - chart.MOST
    more = _(" The {left_out} oldest stand in the table only.", left_out=left_out) if left_out > 0 else ""
    picture = chart.drawn(found.versions) if found.versions else None
    rows = tuple(map(_bar, found.versions))
    yield Bars(
        _("How much power is shared, from nobody to led by contributors"), 6, rows, picture, f"{KEY}{more}", beside
    )
    yield Heading(2, text(PROMISES), "promises")
    if not found.promises:
        yield paragraph(_("No version held a promise."))
    yield from items(_told(p.outcome, p.what, _tracked(p, found.date)) for p in found.promises)
    yield from _asks(found.promises)


def _not_judged(version: Version) -> str:
    return (
        _("The file was deleted")
        if version.state == "gone"
        else _("Could not be read: {either}", either=words.either(version.says))
    )


def _version(version: Version) -> tuple[str, ...]:
    if version.rung is None:
        return version.date, version.revision, _not_judged(version), "–", "–"
    phase = _(" (phase: {phase})", phase=version.phase) if version.phase else ""
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
    due = _(", for {due}", due=promise.due) if promise.due else _("; no day was told")
    yield _(
        "Promised on {day}, in version {promise_first}{due}.",
        day=words.day(promise.first_date),
        promise_first=promise.first,
        due=due,
    )
    by = (
        _("By version {last}, {day}: ", last=promise.last, day=words.day(promise.last_date))
        if promise.last
        else _("As of {day}: ", day=words.day(date))
    )
    if promise.says:
        yield f"{by}{words.small(promise.says)}"
    if promise.moves:
        yield _("Changed: {moves}.", moves="; ".join(promise.moves))
