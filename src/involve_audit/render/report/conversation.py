"""The pages to talk over: what stands, why, what is not known, what to ask each other, what to do, and people's own words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext, word_for
from involve_audit.render import words
from involve_audit.render.blocks import (
    Heading,
    Paragraph,
    Quote,
    Table,
    WritingSpace,
    items,
    paragraph,
    spoken,
    strong,
    text,
)
from involve_audit.render.discussion import harm_says
from involve_audit.render.report.sheet import FIRST_THINGS
from involve_audit.wording.entry_words import finder
from involve_audit.wording.messages import number_says
from involve_audit.wording.past_tense import tenses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.render.blocks import Block, Runs
    from involve_audit.render.discussion import Topic
    from involve_audit.render.report.lines import Quoted
    from involve_audit.results.audit import Audit, CameOf, FindingFound, FlagFound, GateFound, StageFound, ViewFound

HELD, SIGNS, GAPS, OPEN = 5, 5, 4, 4
"""So many gates, signs and warnings, groups that are missing, and principles with open questions stand here."""
CAME_OF, CAME_OF_WORDS = 6, 120
"""So many lines, and about so many words, on what came of what people said and decided stand here."""
SAID = 290
"""About so many words of what people said stand here; disagreement first."""
WHETHER_HEARD = 1
"""So many of the words of people affected on whether they were heard stand here."""
BEGINS = 6
"""So many words of a step stand beside the line for who does it, where the step itself stands on the first page."""
FURTHER = 2
"""So many things to do stand here beside those of the first page."""
TO_FILL = 2
"""So many empty rows stand below them."""


def stands(audit: Audit, quoted: Quoted, prefix: str) -> Iterator[Block]:
    """What stands: the parts of the work, and what holds the verdict back."""
    yield Heading(2, text(_("What stands")), f"{prefix}stands")
    if audit.project.summary:
        yield paragraph(words.sentence(audit.project.summary))
    told = [s for s in audit.rung.stages if s.told or s.not_known or s.promised or s.promise_is or _is_told(s)]
    if told:
        planned = any(s.promised or s.promise_is for s in audit.rung.stages)
        names = [
            _("Part of the work"),
            _("Told"),
            _("Carried by what else is told"),
            *([_("Planned")] if planned else []),
        ]
        yield Table(
            tuple(map(text, names)),
            tuple(
                (
                    text(s.title or s.id),
                    text(_told(s)),
                    text(words.span(s.shown) if _told_or_shown(s) else "–"),
                    *([text(words.promise_says(s) if s.promised or s.promise_is else "–")] if planned else []),
                )
                for s in told
            ),
            _("The part that people have in each part of the work"),
        )
    if silent := [words.small(s.title or s.id) for s in audit.rung.stages if s not in told]:
        yield paragraph(
            ngettext(
                "People’s part is not told in {number} part of the work: {silent}.",
                "People’s part is not told in {number} parts of the work: {silent}.",
                len(silent),
                number=len(silent),
                silent=words.listed(silent),
            )
        )
    yield from items(came_to(one) for one in audit.came_of if one.about in ("runs", "uses"))
    yield from _came_of(audit)
    # One that is told in two ways stands, with both accounts, under what people say.
    twice = {account.path for account in audit.accounts}
    if disagreed := [
        one for one in audit.came_of if one.about == "disagreement" and twice.isdisjoint(b.path for b in one.because)
    ]:
        yield Heading(3, text(_("Disagreements on record")))
        yield from items(came_to(one) for one in disagreed)
    yield from _held(audit, quoted)
    yield from _seen(audit, quoted)


def _told(stage: StageFound) -> str:
    """The role that is told; where it is only a rule on paper or an aim, that."""
    if stage.told:
        return stage.told
    if stage.on_paper:
        return _("{role}, on paper only", role=stage.on_paper)
    return _("asked, and not known") if stage.not_known else words.either("")


def _told_or_shown(stage: StageFound) -> bool:
    """Whether anything but a plan is told of people's part there: what is still to come is carried by nothing yet, and is no *none*."""
    return bool(stage.told or stage.on_paper or not stage.promised or stage.shown.high != "none")


def _is_told(stage: StageFound) -> bool:
    """Whether the rest of the file says something of people's part there."""
    return words.span(stage.shown) != words.either("")


def _came_of(audit: Audit) -> Iterator[Block]:
    """What came of what people said and decided: the weightiest; the rest is counted."""
    shown = words.weightiest(audit, CAME_OF, CAME_OF_WORDS)
    if shown:
        yield Heading(3, text(_("What came of what people said and decided")))
        yield from items(came_to(one) for one in shown)
        yield from _more(len(words.of_peoples_part(audit)) - len(shown))


def _more(many: int) -> Iterator[Block]:
    """How many more of a kind stand in the whole report; nothing where none do."""
    if many:
        yield paragraph(
            ngettext(
                "{many} more stands in the whole report.", "{many} more stand in the whole report.", many, many=many
            ),
            look="minor",
        )


def came_to(one: CameOf) -> str:
    """What came of one thing, and at which line; the line itself is not quoted, for it says the same."""
    return _("{one} (line {line})", one=one.says, line=one.because[0].line) if one.because else f"{one.says}"


def _held(audit: Audit, quoted: Quoted) -> Iterator[Block]:
    held = [g for g in words.gates_in_order(audit.gates) if g.state == "holds"]
    if held:
        yield Heading(3, text(_("What holds it back")))
        yield from items(gate(g, quoted, keeps_down=g.caps == audit.verdict.id) for g in held[:HELD])
        yield from _and_more(held[HELD:], _("more conditions are not met"))
    for known, says in ((False, _("Asked for, and not told to be so: ")), (True, _("Asked, and not known: "))):
        open_ = [g.title or g.id for g in words.open_gates(audit) if g.not_known is known]
        if not open_:
            continue
        yield paragraph(says, "; ".join(map(words.small, open_[:OPEN])), _others(open_[OPEN:]), ".")


def gate(found: GateFound, quoted: Quoted, *, keeps_down: bool) -> Runs:
    """A condition that is not met, what that does, and where it stands; a verdict that is kept down by something else is not kept down by it."""
    # A condition is named by what should be so; what is seen is said, and not that a wish is not met.
    says = words.sentence(found.says or _("{found}: not met", found=found.title or found.id)).rstrip(".")
    return text(
        strong(says), *quoted.after(found.because), f". {words.gate_does(found, keeps_down=keeps_down)}".rstrip()
    )


def _seen(audit: Audit, quoted: Quoted) -> Iterator[Block]:
    signs = [s for s in audit.signs if s.state == "holds"]
    flags = [f for f in words.flags_in_order(audit.flags) if f.level != "note"]
    seen: list[Runs] = [
        text(strong(_("Sign of tokenism")), f": {s.says}", *quoted.after(s.because), ".") for s in signs
    ]
    seen += [flag(f, quoted) for f in flags]
    if seen:
        yield Heading(3, text(_("Signs and contradictions")))
        yield from items(seen[:SIGNS])
        yield from _and_more(seen[SIGNS:], _("more were seen"))


def flag(found: FlagFound, quoted: Quoted) -> Runs:
    """A contradiction, warning sign or note, and where it stands."""
    kind = "" if found.level == "note" else f", a {words.flag_says(found.level)}"
    return text(strong(found.title or found.id), kind, *quoted.after(found.because), f". {words.sentence(found.says)}")


def why(audit: Audit, quoted: Quoted, prefix: str) -> Iterator[Block]:
    """Why we think so: the words that are used, and the lines that decided."""
    yield Heading(2, text(_("Why we think so")), f"{prefix}why")
    label, honesty = audit.label, audit.honesty
    decided = quoted.named(audit.verdict.because)
    if decided:
        yield paragraph(
            _("The verdict was decided by "), *decided, _(" of {either}.", either=words.either(audit.project.file))
        )
    if label.called:
        what = (
            _("That claims")
            if label.word in label.called
            else _("What was promised, “{word}”, claims", word=label.word.rstrip("."))
        )
        claims = f" {what}: {words.claims_says(audit)}." if label.claims else _(" That claims nothing of its own.")
        yield paragraph(
            _("It is called: {called}", called=words.listed(label.called)), *quoted.after(label.because), f".{claims}",
            f" {words.missing_says(audit)}",
        )  # fmt: skip
    yield from items(
        text(
            f"{words.capital(word_for(part.id))}: {word_for(words.honest_says(part.state))}. ",
            words.sentence(part.says),
        )
        for part in honesty.parts
        # Where no word is used, there is none to be open about: the first page says so.
        if not (part.id == "label" and part.state == "open" and label.state == "fits" and not label.called)
    )
    if honesty.because:
        yield paragraph(_("On honesty: "), *quoted.named(honesty.because), ".")


_FIND_OUT = _("People who were there may know, or papers of that time.")


def not_known(audit: Audit, prefix: str) -> Iterator[Block]:
    """What is not told: what would move the verdict, how many questions, and who is not in the room."""
    yield Heading(2, text(_("What we do not know")), f"{prefix}unknown")
    # What the headline names is not told a second time here.
    __, above = words.verdict_parts(audit)
    untold, unknown = ([w for w in which(audit) if w not in above] for which in (words.not_told, words.not_known))
    if untold:
        beside = _("besides") if above else _("and it would matter")
        yield paragraph(_("Not told, {beside}: {untold}.", beside=beside, untold="; ".join(untold)))
    if words.not_known(audit):
        named = f": {'; '.join(unknown)}" if unknown else ""
        yield paragraph(
            _("Asked and not known, and it would matter{named}. {find_out}", named=named, find_out=_FIND_OUT)
        )
    elif not words.not_told(audit) and words.settled(audit) and words.deciding(audit):
        # Where nothing decides at all, the first page says so.
        yield paragraph(words.NOTHING_WOULD)
    open_ = Counter({p.title or p.id: sum(len(c.not_told) for c in p.criteria if c.applies) for p in audit.principles})
    most = [(name, many) for name, many in open_.most_common(OPEN) if many]
    if most:
        yield paragraph(
            _(
                "Answers are missing most on: {name}.",
                name=words.listed(f"{words.small(name)} ({many})" for name, many in most),
            )
        )
    yield Heading(3, text(_("Who is not in the room")))
    yield paragraph(words.asked_says(audit.voices))
    missing = audit.voices.missing
    yield from items(
        text(
            strong(m.group),
            _(". Why: {either}.", either=words.either(words.why_says(m))),
            f" {words.capital(words.plan_of(m))}." if words.plan_of(m) else _(" What is done about it: not told."),
        )
        for m in missing[:GAPS]
    )
    if missing[GAPS:]:
        # Nobody vanishes: who has no room here is named.
        yield paragraph(_("Also named: {group}.", group=words.listed(m.group for m in missing[GAPS:])))


def talk(audit: Audit, topics: Iterable[Topic], quoted: Quoted, prefix: str) -> Iterator[Block]:
    """Five questions at most, each with what it is about, and room to write; harm on record is none of them."""
    yield Heading(2, text(_("What to talk over")), f"{prefix}talk")
    if says := harm_says(audit):
        yield paragraph(says)
    yield from items(
        (
            (
                paragraph(
                    strong(topic.question), f" {topic.context}", *(quoted.after(topic.lines) if topic.told else ())
                ),
                WritingSpace(2),
            )
            for topic in topics
        ),
        ordered=True,
    )
    yield paragraph(_("And at the end: {last_question}", last_question=words.LAST_QUESTION), look="asks")


def do(audit: Audit, things: Sequence[words.ToDo], prefix: str) -> Iterator[Block]:
    """What to do, who will do it, and by when: to be filled in together."""
    yield Heading(2, text(_("What to do, who will do it, and by when")), f"{prefix}do")
    # The first page has these whole; so many words of each say which is meant.
    rows = [
        text(_("{number}. {begins} (see the first page)", number=n, begins=words.few(thing.does, BEGINS)))
        for n, thing in enumerate(things[:FIRST_THINGS], 1)
    ]
    rows += [text(f"{n}. {thing.does}") for n, thing in enumerate(things[FIRST_THINGS:], FIRST_THINGS + 1)]
    rows += [text(f"{n}.") for n in range(len(rows) + 1, len(rows) + 1 + TO_FILL)]
    yield Table(
        tuple(map(text, (_("What"), _("Who"), _("By when")))),
        tuple((row, (), ()) for row in rows),
        _("What to do, with room for who does it and by when"),
    )
    for step in words.steps_of(audit, "say it truly")[:1]:
        yield paragraph(_("Or, to say it truly: "), words.sentences(step.does))
    soon = [words.door_says(d) for d in audit.doors if d.when != "closed"]
    if soon:
        yield paragraph(_("What time closes: "), " ".join(soon[:3]))


def _what_most_say(audit: Audit, view: ViewFound) -> tuple[str, ...]:
    """What one side said, as far as it may be shown: alike answers together. Where two sides are set against each other it stands there."""
    if view.of != "contributors":
        return ()
    titles = {p.id: p.title for p in audit.principles}
    alike: dict[str, list[str]] = {}
    for principle, says in view.by_principle:
        if says in _MOST_SAY:
            alike.setdefault(_MOST_SAY[says], []).append(titles.get(principle, principle))
    return tuple(
        _(" {says} all {number} themes.", says=says, number=number_says(len(names))) if len(names) == len(titles) > 1
        else f" {says} {'; '.join(names)}."
        for says, names in alike.items()
    )  # fmt: skip


_MOST_SAY = {
    "most disagree": _("Most say that this does not go well:"), "split": _("They do not agree on this:"),
    "not most agree": _("Most did not say that this goes well:"), "most agree": _("Most say that this goes well:"),
}  # fmt: skip
"""What most of one side say, as far as it may be shown."""


def said(audit: Audit, quoted: Quoted, prefix: str, *, most: int | None = SAID) -> Iterator[Block]:
    """People's own words: disagreement first, then what others found, and what is told differently.

    Args:
        audit: the audit.
        quoted: collects the lines that are named.
        prefix: goes before the names of the parts.
        most: about so many words; the rest is counted. None for all.
    """
    yield Heading(2, text(_("What people say")), f"{prefix}words")
    yield from items(
        text(
            strong(words.sentence(v.says) or _("Somebody.")),
            f" {words.sentence(v.counts)}",
            *_what_most_say(audit, v),
            *quoted.after(v.because),
        )
        for v in audit.views
    )
    yield from items(audit.not_heard)
    yield from _whether_heard(audit, most=None if most is None else WHETHER_HEARD)
    alike: dict[str, list[str]] = {}
    for row in audit.sides:
        if row.says:
            alike.setdefault(row.says, []).append(row.title or row.principle)
    yield from items(text(strong(says), _(" On: {names}.", names="; ".join(names))) for says, names in alike.items())
    told = list(_said(audit))
    yield from _so_many(told, most)
    if not told and words.quotes_people(audit):
        yield paragraph(
            _(
                "What people said about the work stands in the file. Who could be asked how it was to take part, and how can they say it without being named?"
            )
            if words.is_over(audit)
            else _(
                "What people said about the work stands in the file. Who could be asked how it is to take part, and how can they say it without being named?"
            )
        )
    elif not told:
        yield paragraph(
            _(
                "No words of people affected stand in the file. Who could be asked, and how can they say it without being named?"
            )
        )
    looks = [one for one in audit.came_of if one.about == "looked back"]
    if looks:
        yield Heading(3, text(_("Looking back")))
        yield from items(came_to(one) for one in looks)
    for account, says in words.told_twice(audit.accounts):
        yield paragraph(
            strong(_("Told differently")),
            (
                _(", and so open (line {line}). ", line=account.line)
                if account.open
                else _(" (line {line}). ", line=account.line)
            ),
            says,
        )
    found = [_found(one) for one in audit.findings if not _of_people(one)]
    if found:  # not under what people say: what a court or an inquiry found is not their word
        yield Heading(2, text(_("What others, or the team, found")))
        yield from _so_many(found, most)


def _said(audit: Audit) -> Iterator[tuple[Runs, Quote]]:
    """Each thing that somebody said, with who said it: dissent, statements and their answers, what others found, and the rest."""
    for view in audit.views:
        for one in view.dissent:
            yield text(_("{of}, who see it otherwise:", of=words.capital(view.of))), spoken(one)
    for view in audit.views:
        if view.statement:
            reply = f" {words.sentence(view.reply)}" if view.reply else ""
            yield text(_("A statement of {of} on this file.{reply}", of=view.of, reply=reply)), spoken(view.statement)
    for found in audit.findings:
        if _of_people(found):
            yield _found(found)
    for view in audit.views:
        for one in view.words:
            yield text(f"{words.capital(view.of)}:"), spoken(one)


def _of_people(found: FindingFound) -> bool:
    return not {found.by, *found.also_by}.isdisjoint(words.PEOPLE)


def _found(found: FindingFound) -> tuple[Runs, Quote]:
    """What somebody found, with who and where; the lines themselves are not quoted, for they say the same."""
    by = words.capital(finder(found.by, found.named, found.also_by))
    where = words.at_lines(sorted({one.line for one in found.because}))
    answers = words.sentence(words.capital(found.answers)) if found.answers else ""
    beside = " ".join(filter(None, (answers if found.says else "", found.later)))
    return text(by, f" ({where})" if where else "", ": ", beside), spoken(found.says or answers)


def _whether_heard(audit: Audit, most: int | None) -> Iterator[Block]:
    """Whether people were heard, by their own word: that they were not first, then the newest; the rest is counted.

    What stands among the signs of tokenism already is not said again.
    """
    signs = {(b.path, b.line) for s in audit.signs if s.state == "holds" for b in s.because}
    own = [
        one
        for one in audit.told
        if one.about == "heard" and one.own_word and signs.isdisjoint((b.path, b.line) for b in one.because)
    ]
    shown = own[:most]
    then, __ = tenses(over=words.is_over(audit))
    yield from items(text(then(one.says)) for one in shown)
    yield from _more(len(own) - len(shown))


def _so_many(told: Sequence[tuple[Runs, Quote]], most: int | None) -> Iterator[Block]:
    """As many as there is room for, in the order of the file; the rest is counted."""
    left, shown = most, 0
    for where, block in told:
        size = _length(block)
        if left is not None and shown and size > left:
            break
        left = None if left is None else left - size
        if not shown or where != told[shown - 1][0]:
            yield paragraph(*where)
        yield block
        shown += 1
    yield from _more(len(told) - shown)


def _length(quote: Quote) -> int:
    return sum(len(run.text.split()) for block in quote.blocks if isinstance(block, Paragraph) for run in block.runs)


def conditions(audit: Audit, quoted: Quoted, *, asked_for: bool) -> Iterator[Block]:
    """The conditions of the policy: those that somebody published and asks for, or those of the usual policy."""
    yield from items(
        text(
            f"{words.capital(words.condition_says(c.state, not_known=words.nobody_knows_of(audit, c)))}: {words.condition_tells(audit, c)}",
            *(quoted.after(c.because) if asked_for and c.state != "held" else ()),
        )
        for c in audit.policy.conditions
        if words.is_asked_for(audit, c) is asked_for
    )


def limits(audit: Audit, quoted: Quoted, prefix: str) -> Iterator[Block]:
    """What a report cannot tell, what was asked of this one, and by what it was judged."""
    yield Heading(2, text(_("What this cannot tell you")), f"{prefix}limits")
    yield from items((*words.limits(audit), words.NOT_A_MARK))
    # Nobody holds the past to a policy: of work that others wrote down from published text nothing was asked.
    if not audit.project.stamp or audit.policy.stamp is not None:
        yield paragraph(words.policy_says(audit))
    yield from conditions(audit, quoted, asked_for=True)
    # Whose policy it is, and what lets more pass, is said wherever the policy is.
    yield from items([*words.policy_notes(audit), *(words.baseline_says(audit.baseline) if audit.baseline else [])])
    yield from items(_("Waiver, {state}: {waiver}", state=w.state, waiver=words.waiver_says(w)) for w in audit.waivers)
    yield paragraph(
        _(
            "{judged_by} (sha256 {sha256}), with {tool} {version}.",
            judged_by=words.judged_by(audit),
            sha256=audit.rubric.sha256[:12],
            tool=audit.tool.name,
            version=audit.tool.version,
        ),
        look="minor",
    )


def _and_more(left: list[GateFound] | list[Runs], says: str) -> Iterator[Block]:
    if left:
        yield paragraph(_("{number} {says}; the whole report has them.", number=len(left), says=says), look="minor")


def _others(left: list[str]) -> str:
    return _("; and {number} more", number=len(left)) if left else ""
