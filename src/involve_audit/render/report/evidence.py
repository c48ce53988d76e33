"""Everything else that was judged, with its lines and sources: for those who ask how it was come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext, word_for
from involve_audit.record import replace
from involve_audit.render import charts, words
from involve_audit.render.blocks import Bar, Bars, Drawing, Heading, items, paragraph, strong, text
from involve_audit.render.report.conversation import (
    CAME_OF,
    CAME_OF_WORDS,
    GAPS,
    HELD,
    SIGNS,
    came_to,
    conditions,
    flag,
    gate,
)
from involve_audit.render.report.sheet import DECIDE
from involve_audit.wording.past_tense import tenses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from involve_audit.render.blocks import Block, Runs
    from involve_audit.render.discussion import Topic
    from involve_audit.render.report.lines import Quoted
    from involve_audit.results.audit import Audit, Citation, CriterionFound, Missing, RoomSign

OPEN_QUESTIONS = 20
"""So many questions that are not answered are printed, the most decisive; the interview asks the others."""


def everything(
    audit: Audit, things: Iterable[words.ToDo], topics: Iterable[Topic], quoted: Quoted, prefix: str
) -> Iterator[Block]:
    """What the pages before have no room for; nothing of what stands there.

    Args:
        audit: the audit.
        things: what to do, as it stands on the pages before.
        topics: what to talk over there.
        quoted: collects the lines that are named.
        prefix: goes before the names of the parts.
    """
    does, asked = {one.does for one in things}, {topic.question for topic in topics}
    yield from _stages(audit, quoted, prefix)
    yield from _steps(audit, does, prefix)
    yield from _gates_and_signs(audit, asked, quoted, prefix)
    yield from _principles(audit, does, asked, quoted, prefix)
    yield from _room(audit, quoted, prefix)
    yield from _views(audit, prefix)
    yield from _open(audit, prefix)
    yield from _check(audit, quoted, prefix)


def _stages(audit: Audit, quoted: Quoted, prefix: str) -> Iterator[Block]:
    told = [s for s in audit.rung.stages if s.because or s.says]
    trail = charts.one(audit, "trail")
    if told or trail is not None or audit.came_of:
        yield Heading(2, text(_("The parts of the work")), f"{prefix}power")
    yield from items(
        text(strong(s.title or s.id), *quoted.after(s.because), f". {words.sentence(s.says)}" if s.says else ".")
        for s in told
    )
    shown = words.weightiest(audit, CAME_OF, CAME_OF_WORDS)
    more = [one for one in words.of_peoples_part(audit) if one not in shown]
    if trail is not None or more:
        yield Heading(3, text(_("What else became of what people said")))
    yield from items(came_to(one) for one in more)
    if trail is not None:
        yield Drawing(trail, told=False)


def _steps(audit: Audit, does: set[str], prefix: str) -> Iterator[Block]:
    """The steps that were tried and stand on no page before, and what time closes."""
    more = [
        text(words.sentences(s.does), f" {words.sentences((s.lifts, words.closes_says(s)))}")
        for s in (
            *words.steps_of(audit, "do"),
            *words.steps_of(audit, "tell"),
            *words.steps_of(audit, "say it truly")[1:],
        )
        if words.sentences(s.does) not in does
    ]
    truly = words.steps_of(audit, "say it truly")[:1]
    if more or truly or audit.doors:
        yield Heading(2, text(_("Steps")), f"{prefix}steps")
    yield from items(more)
    yield from items(_("What saying it truly does: {lifts}", lifts=words.small(s.lifts)) for s in truly if s.lifts)
    if audit.doors:
        yield Heading(3, text(_("What time closes, and what it has closed")))
        yield from items(words.door_says(d) for d in audit.doors)


def _gates_and_signs(audit: Audit, asked: set[str], quoted: Quoted, prefix: str) -> Iterator[Block]:
    yield Heading(2, text(_("Conditions and signs")), f"{prefix}signs")
    held = [g for g in words.gates_in_order(audit.gates) if g.state == "holds"]
    yield from items(gate(g, quoted, keeps_down=g.caps == audit.verdict.id) for g in held[HELD:])
    lifts: list[Runs] = [
        text(
            strong(g.title or g.id),
            _(" ({gate}). What lifts it: {lifts}", gate=words.gate_says(g.state), lifts=words.sentence(g.lifts)),
        )
        for g in held  # what is only not told has nothing to be lifted: it is asked
        if g.lifts
    ]
    if lifts:
        yield Heading(3, text(_("What lifts a condition")))
        yield from items(lifts)
    for state, says in (("clear", _("Met")), ("not due", _("Not due yet"))):
        named = [g.title or g.id for g in audit.gates if g.state == state]
        if named:
            yield paragraph(f"{says}: {'; '.join(named)}.")
    signs = [s for s in audit.signs if s.state == "holds"]
    flags = words.flags_in_order(audit.flags)
    grave = [f for f in flags if f.level != "note"]
    seen = [text(_("Sign of tokenism: {text}", text=s.says), *quoted.after(s.because), ".") for s in signs]
    seen += [flag(f, quoted) for f in grave]
    rest = [*seen[SIGNS:], *(flag(f, quoted) for f in flags if f.level == "note")]
    if rest:
        yield Heading(3, text(_("More that was seen")))
        yield from items(rest)
    asks = [f.asks for f in flags if f.asks and f.asks not in asked]
    asks += [g.asks for g in words.to_look_at(audit.gates) if g.asks and g.asks not in asked]
    if asks:
        yield Heading(3, text(_("To ask about them")))
        yield from items(dict.fromkeys(asks))
    open_ = [s.says or s.id for s in audit.signs if s.state == "open"]
    if open_ and not words.nothing_yet(audit):
        yield paragraph(_("Signs of tokenism that are neither seen nor ruled out: {open}.", open="; ".join(open_)))


def _principles(audit: Audit, does: set[str], asked: set[str], quoted: Quoted, prefix: str) -> Iterator[Block]:
    if not audit.principles:
        return
    nine = _("The nine principles") if len(audit.principles) == 9 else _("The principles")
    yield Heading(2, text(nine), f"{prefix}principles")
    yield Bars(
        _("How far each principle is lived here"),
        3,
        tuple(
            Bar(text(p.title or p.id), words.capital(words.standing_says(p)), p.low, p.high) for p in audit.principles
        ),
        charts.one(audit, "principles"),
    )
    yield paragraph(
        _(
            "Claimed: nothing in the file shows it. Specific: a day, number or role is told. Documented: a source is named. Confirmed: contributors say so. `involve-audit explain` and the name in brackets tells why a question is asked."
        ),
        look="minor",
    )
    told_then, asks_then = tenses(over=words.is_over(audit))
    for p in audit.principles:
        yield Heading(3, text(p.title or p.id))
        yield paragraph(f"{told_then(p.says)} {words.capital(words.confirmed_says(p.confirmed))}.".strip())
        told = [c for c in p.criteria if not words.told_shortly(c)]
        yield from items(_criterion(c, asks_then(c.asks), does, asked, quoted) for c in told)
        nothing = [c.title or c.id for c in p.criteria if words.silent(c)]
        if nothing:
            yield paragraph(_("Not enough is told to say anything on: {nothing}.", nothing="; ".join(nothing)))
        beside = [c.title or c.id for c in p.criteria if not c.applies]
        if beside:
            yield paragraph(_("Does not apply here: {beside}.", beside="; ".join(beside)))


def level(c: CriterionFound) -> str:
    """How far a question is answered well, in words and within a sentence."""
    low, high = words.level_ends(c.level)
    says = (
        words.LEVELS[low]
        if low == high
        else "not told"
        if (low, high) == (0, 3)
        else _(
            "not told, {levels} at most", levels=words.LEVELS[high]
        )  # nothing is said not to be there that nobody told
        if low == 0
        else _("at least {levels}, at most {levels_2}", levels=words.LEVELS[low], levels_2=words.LEVELS[high])
    )
    return says if c.applies is True else _("not told whether it applies; if it does, {says}", says=says)


def _criterion(c: CriterionFound, asks: str, does: set[str], asked: set[str], quoted: Quoted) -> tuple[Block, ...]:
    """A question of the rubric: what was found, where, what is not told, a small step and a question for the group."""
    planned = _(" Planned: {level_word}.", level_word=words.level_word(c.planned)) if c.planned is not None else ""
    support = f" {words.capital(word_for(c.support))}." if c.support else ""
    found: list[Block] = [
        paragraph(
            strong(c.title or c.id),
            f" ({c.id}), {level(c)}",
            *quoted.after(c.because),
            f".{support}{planned} {asks}",
        )
    ]
    if c.found or c.capped:
        found.append(paragraph(words.sentences(filter(None, (c.found, c.capped)))))
    if c.not_told and c.applies:
        unknown, many = len(c.not_known), len(c.not_told) - len(c.not_known)
        counts = [ngettext("Not told: {many} answer.", "Not told: {many} answers.", many, many=many)] if many else []
        counts += [_("Asked, and not known: {unknown}.", unknown=unknown)] if unknown else []
        found.append(paragraph(" ".join(counts)))
    if c.level.low < 3 and c.advice and words.sentence(c.advice) not in does:
        found.append(paragraph(_("A small step: {advice}", advice=words.sentence(c.advice))))
    if c.level.low < 3 and c.question and c.question not in asked:
        found.append(paragraph(c.question, look="asks"))
    return tuple(found)


def _room(audit: Audit, quoted: Quoted, prefix: str) -> Iterator[Block]:
    voices = audit.voices
    yield Heading(2, text(_("Who is in which room")), f"{prefix}room")
    yield paragraph(words.NOBODY_STANDS_FOR_A_GROUP, look="minor")
    if voices.matters:
        yield paragraph(_("What matters here: {matters}.", matters=words.listed(voices.matters)))
    yield from items(words.matter_says(m) for m in voices.matter)
    if voices.studied:
        yield paragraph(_("Those whom the work studies: {groups}.", groups="; ".join(voices.studied).rstrip(".")))
    if not voices.rooms:
        yield paragraph(words.NOBODY_SAID_WHO)
        for picture in charts.chairs(voices):
            yield Drawing(picture)
    silent: dict[str, list[str]] = {}
    for room in voices.rooms:
        if not room.characteristics:
            silent.setdefault(words.sentence(room.says), []).append(words.room_says(room))
    yield from items(text(strong("; ".join(rooms)), f". {says}") for says, rooms in silent.items())
    for room in voices.rooms:
        if not room.characteristics:
            continue
        yield Heading(3, text(words.room_says(room)))
        if room.says:
            yield paragraph(words.sentence(room.says))
        if room.characteristics:
            yield Drawing(charts.chairs_of(room))
        yield from items(
            text(
                strong(c.title or c.id),
                f". {words.characteristic_says(c)} ",
                " ".join(f"{name}: {says}." for name, says in words.room_row(c)),
                *quoted.after(c.because),
            )
            for c in room.characteristics
        )
    for picture in charts.ladder(voices):
        yield Heading(3, text(_("Groups by rooms")))
        yield Drawing(picture, told=False)
    if voices.missing:
        yield Heading(3, text(_("Who is missing: how that is known")))
        for picture in charts.flow(voices):
            yield Drawing(picture)
        yield from items(
            text(
                strong(m.group),
                f": {_missing(m)}" if _missing(m) else "",
                *quoted.after(m.because),
                f". {words.why_says(m)}; {words.plan_of(m) or _('what is done about it: not told')}" if n >= GAPS else "",
                _(". For the findings: {effect}", effect=words.sentence(m.effect)) if m.effect else "",
            )
            for n, m in enumerate(voices.missing)
        )  # fmt: skip
        reasons = words.reasons_in(voices)
        if reasons:
            yield Heading(3, text(_("What usually helps")))
            yield paragraph(words.WHAT_HELPS, look="minor")
            yield from items(
                text(strong(words.capital(r.reason)), f". {words.sentence(r.says)} ", words.sentences(r.helps))
                for r in reasons
            )
    if voices.exclusions:
        yield Heading(3, text(_("Left out on purpose")))
        yield from items(text(words.exclusion_says(e), *quoted.after(e.because)) for e in voices.exclusions)
    elif voices.excluded:
        yield paragraph(_("Kept out by the work as it is planned: {excluded}.", excluded=words.listed(voices.excluded)))
    if voices.signs:
        yield Heading(3, text(_("Worth a question")))
        alike: dict[tuple[str, str], list[RoomSign]] = {}
        for sign in voices.signs:
            alike.setdefault((sign.title, words.sentence(sign.says)), []).append(sign)
        yield from items(
            text(
                strong(title),
                ": "
                + "; ".join(
                    dict.fromkeys(
                        (_("{group} (matters here)", group=s.group) if s.matters else f"{s.group}") for s in signs
                    )
                ),
                *quoted.after(b for s in signs for b in s.because),
                f". {says}",
            )
            for (title, says), signs in alike.items()
        )
    if voices.places:
        yield Heading(3, text(_("Places to build a relationship with next")))
        yield paragraph(words.ONE_PLACE, look="minor")
        yield from items(
            text(strong(p.group), f": {words.sentence(words.listed(p.at, _('or')))} ", words.sentences(p.ways))
            for p in voices.places
        )
    if voices.next_meeting:
        yield Heading(3, text(_("To ask about the room")))
        yield from items(voices.next_meeting)


def _missing(m: Missing) -> str:
    parts = (m.basis, _("noted by {noted_by}", noted_by=m.noted_by) if m.noted_by else "", words.where_missing(m))
    return "; ".join(filter(None, parts))


def _views(audit: Audit, prefix: str) -> Iterator[Block]:
    shown = [v for v in audit.views if v.by_principle]
    if shown or audit.sides or audit.notes:
        yield Heading(2, text(_("What each side says")), f"{prefix}views")
    for view in shown:
        yield paragraph(
            _(
                "{of}, principle by principle: {name}.",
                of=words.capital(view.of),
                name="; ".join(f"{name}: {word_for(state)}" for name, state in view.by_principle),
            )
        )
    if audit.sides:
        yield paragraph(words.NEVER_AVERAGED)
        yield from items(
            text(strong(row.title or row.principle), f": {words.sides_say(replace(row, says=''))}")
            for row in audit.sides
            if row.sides
        )
        if any(sum(side.says != "not asked" for side in row.sides) > 1 for row in audit.sides):
            yield paragraph(words.SIDES_QUESTION, look="asks")
    if audit.notes:
        yield Heading(3, text(_("Notes, printed and not judged")))
        yield from items(
            _("Line {line}: {note}", line=note.line, note=words.sentence(note.says)) for note in audit.notes
        )


def _open(audit: Audit, prefix: str) -> Iterator[Block]:
    first = words.deciding(audit)[:DECIDE]
    questions = [q for q in audit.questions if q not in first]
    if not questions:
        return
    unknown = any(q.state == words.NOT_KNOWN for q in questions[:OPEN_QUESTIONS])
    yield Heading(
        2, text(_("What is not told, or not known") if unknown else _("What is not told yet")), f"{prefix}open"
    )
    beside = (
        _("Beside those of the first page, the most decisive first.")
        if first
        else _("None of it would change the verdict.")
    )
    yield paragraph(beside)
    yield from items(words.asks_of(audit, q) for q in questions[:OPEN_QUESTIONS])
    if questions[OPEN_QUESTIONS:]:
        yield paragraph(
            _("{number} more; `involve-audit ask` asks them one at a time.", number=len(questions) - OPEN_QUESTIONS)
        )


def _check(audit: Audit, quoted: Quoted, prefix: str) -> Iterator[Block]:
    yield Heading(2, text(_("How this was judged")), f"{prefix}judged")
    yield paragraph(words.counts_say(audit.score))
    yield from conditions(audit, quoted, asked_for=False)


def references(audit: Audit, prefix: str, *, full: bool) -> Iterator[Block]:
    """The sources of what stands in the report, once, as a journal prints them."""
    cited = words.sources(audit, on_paper=True) if full else _cited(audit)
    if cited:
        yield Heading(2, text(_("References")), f"{prefix}references")
        yield from items(source.cites or source.id for source in cited)


def _cited(audit: Audit) -> tuple[Citation, ...]:
    """The sources of what the pages to talk over name: conditions that are not met, and warnings."""
    held = [g for g in words.gates_in_order(audit.gates) if g.state == "holds"][:HELD]
    flags = [f for f in words.flags_in_order(audit.flags) if f.level != "note"][:SIGNS]
    groups: Iterable[tuple[Citation, ...]] = (*(g.sources for g in held), *(f.sources for f in flags))
    once = {replace(source, says="") for group in groups for source in group}
    return tuple(sorted(once, key=lambda s: (s.cites.casefold(), s.cites, s.id)))
