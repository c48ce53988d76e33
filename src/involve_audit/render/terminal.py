"""What `check` prints of an audit: the verdict first, what was seen with its lines, and what to do. One screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from involve_audit.language import _, word_for
from involve_audit.render import words
from involve_audit.render.text import page as page_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from involve_audit.render.machine import NotAudited
    from involve_audit.render.text import TextPage
    from involve_audit.results.audit import Audit, FlagFound, GateFound, SignFound

SEEN, ASKED, MISSED = 3, 2, 3
FEW = 3
"""So many findings, open questions and conditions that are not met are listed; the others are counted."""


def render(
    audits: Sequence[Audit],
    width: int = 80,
    *,
    problems: Sequence[NotAudited] = (),
    colour: bool = False,
    ascii: bool = False,  # noqa: A002
) -> str:
    """One screen for each audit, one below the other, then what could not be audited."""
    parts: list[str] = [] if audits else [_("No project was audited.\n")]
    for audit in audits:
        if parts:
            parts.append("\n")
        parts.append(summary(audit, width, colour=colour, ascii=ascii))
    if problems:
        parts.append(_("\nWhat could not be audited (it is not a pass):\n"))
        parts += [f"  {words.plain(problem.text)}\n" for problem in problems]
    return "".join(parts)


def summary(
    audit: Audit,
    width: int = 80,
    *,
    colour: bool = False,
    ascii: bool = False,  # noqa: A002
    short: bool = False,
) -> str:
    """A screen: the verdict first, then what it rests on, what was seen, and what to do first.

    Args:
        audit: the audit.
        width: of the lines, in columns.
        colour: whether words are coloured.
        ascii: whether nothing but ASCII is used.
        short: leave out what was seen line by line, and the questions that are open.
    """
    page = page_of(width, colour, ascii)
    head, verdict = audit.project, audit.verdict
    told = [w for w in (head.kind, head.phase) if w]
    page.put(words.titled(head) + (f" ({', '.join(told)})" if told else ""))
    if head.stamp:
        page.put(head.stamp, "dim")
    page.gap()
    headline, untold = words.verdict_parts(audit)
    page.put(f"{headline}." if untold.strip(".") else headline, "bold")  # what is not told has a line of its own
    if verdict.rests_on:
        page.pair(_("rests on"), words.sentences(words.rests_on(audit)))
    if came := words.came_of_says(audit):
        page.pair(_("came of it"), came)
    if found := words.found_in_words(audit):
        page.pair(_("found"), words.sentences(found))
    missing = words.not_told(audit)
    if missing:
        page.pair(_("not told"), "; ".join(missing))
    if unknown := words.not_known(audit):
        page.pair(_("not known"), "; ".join(unknown))
    others = [] if verdict.id in words.GRAVE else words.others_possible(audit)
    if others and _("up to ") not in verdict.says:  # then the sentence has said it
        page.pair(_("possible"), _("also {said}: it depends on what is not told", said=words.in_short(others)))
    page.pair(_("label"), words.stated(words.fit_of(audit.label), audit.label.says), *_hue(audit.label.state))
    if audit.label.missing:
        page.pair("", words.missing_says(audit))
    page.pair(_("honesty"), words.stated(audit.honesty.state, audit.honesty.says), *_hue(audit.honesty.state))
    page.head(_("How much power is shared, from nobody to led by contributors"))
    for row in words.ladder(audit):
        steps = len(words.RUNGS) - 1
        bar = page.bar(words.on_ladder(row.low), words.on_ladder(row.high), steps)
        page.put(row.says, first=f"  {word_for(row.name):<11} {bar}  ", rest=" " * (16 + steps))
    _seen(page, audit, None if not short else 0)
    _first_steps(page, audit)
    asked = words.deciding(audit)
    if not short and asked:
        page.head(
            _("Open questions, the most decisive first")
            if any(q.state == words.NOT_KNOWN for q in asked)
            else _("Not told yet, the most decisive first")
        )
        for __, (asks, alike) in zip(range(ASKED), words.together(asked), strict=False):
            unknown_too = f" ({words.nobody_knows(audit)})" if alike[0].state == words.NOT_KNOWN else ""
            page.put(asks + unknown_too, first=f"  {page.mark('ask')} ")
    page.gap()
    page.put(words.policy_says(audit), "bold", "green" if audit.policy.holds else "red")
    _conditions(page, audit)
    page.put(
        _(
            "As of {day}, by {rubric_id} {version} ({sha256}){own_rubric}, {tool} {version_2}. {mirror} More: `check --all`.",
            day=words.day(audit.date),
            rubric_id=audit.rubric.id,
            version=audit.rubric.version,
            sha256=audit.rubric.sha256[:12],
            own_rubric=words.own_rubric(audit),
            tool=audit.tool.name,
            version_2=audit.tool.version,
            mirror=words.MIRROR,
        ),
        "dim",
    )
    for difference in audit.rubric.differs:
        page.put(difference, "dim", first="  ")
    return page.text()


def _conditions(page: TextPage, audit: Audit) -> None:
    """What the policy asks and does not find; of a policy that somebody published each condition."""
    listed = {g.title for g in words.to_look_at(audit.gates)}
    # A gate stands above already; of the default policy only what is missed is named.
    missed = [
        c
        for c in audit.policy.conditions
        if (c.state in ("not held", "open") and (c.excused or c.says not in listed)) or words.is_asked_for(audit, c)
    ]
    own = any(words.is_asked_for(audit, c) for c in missed)
    for condition in missed if own else missed[:MISSED]:
        mark = {"not held": "holds", "held": "clear"}.get(condition.state, "unsure")
        page.item(
            f"{words.condition_says(condition.state, not_known=words.nobody_knows_of(audit, condition))}: {words.condition_tells(audit, condition)}",
            mark=mark,
        )
    if missed[MISSED:] and not own:
        page.item(_("{number} more", number=len(missed) - MISSED), mark="rest")
    for note in words.policy_notes(audit):
        page.item(note)
    for waiver in audit.waivers:
        page.item(words.waiver_says(waiver))
    for note in words.baseline_says(audit.baseline) if audit.baseline is not None else ():
        page.item(note)


def _hue(state: str) -> tuple[str, ...]:
    if state in ("overclaimed", "not honest"):
        return ("red",)
    return ("yellow",) if state in ("not shown", "partly", "as far as told") else ()


def _seen(page: TextPage, audit: Audit, most: int | None) -> None:
    """What was seen, one line each with the place in the file; `most` 0 leaves all but the counts of open gates out."""
    found: list[tuple[str, Callable[[], int], tuple[str, ...], str]] = [
        (_("sign of tokenism: {text}", text=s.says or s.id), partial(_line, s), ("red",), "holds")
        for s in audit.signs
        if s.state == "holds"
    ]
    found += [
        (
            (
                _(
                    "held back: {gate} (the check fails)",
                    gate=words.small(words.sentence(g.says or g.title or g.id)).rstrip("."),
                )
                if g.fails
                else _("held back: {gate}", gate=words.small(words.sentence(g.says or g.title or g.id)).rstrip("."))
            ),
            partial(_line, g),
            ("red",),
            "holds",
        )
        for g in words.gates_in_order(audit.gates)
        if g.state == "holds"
    ]
    found += [
        (f"{words.flag_says(f.level)}: {f.title or f.id}", partial(_line, f), ("red",) * (f.level == "error"), "holds")
        for f in words.flags_in_order(audit.flags)
    ]
    still = words.open_gates(audit)
    unclear = [note for note in audit.notes if note.by != "file"]
    if not (found or still or audit.accounts or unclear):
        return
    page.head(_("What was seen"))
    shown = found[: SEEN if most is None else most]
    # Which lines decided is worked out here, and for none that is only counted.
    for says, line_of, hue, mark in shown:
        line = line_of()
        at = _(" (line {line})", line=line) if line else ""
        page.item(f"{says}{at}", *hue, mark=mark)
    if found[len(shown) :]:
        page.item(
            (
                _("{number} more, with their lines: `check --all`", number=len(found) - len(shown))
                if shown
                else _("{number} findings, with their lines: `check --all`", number=len(found) - len(shown))
            ),
            mark="rest",
        )
    # Both accounts stand here: nobody has to ask for the second one.
    for account, says in words.told_twice(audit.accounts):
        so = _(", and so open") if account.open else ""
        page.item(
            _("told differently{so} (line {line}): {says}", so=so, line=account.line, says=says),
            "yellow",
            mark="unsure",
        )
    for note in unclear:
        page.item(_("could not be worked out (line {line}): {note}", line=note.line, note=note.says), mark="unsure")
    for known in (False, True):
        what = _("asked and not known") if known else _("not told")
        titles = [g.title or g.id for g in still if g.fails and g.not_known is known]
        if titles:
            several = len(titles) > 1
            more = _("; and {number} more", number=len(titles) - FEW) if titles[FEW:] else ""
            said = (
                _(
                    "gates open, {what} (the check asks for them): {titles}{more}",
                    what=what,
                    titles="; ".join(titles[:FEW]),
                    more=more,
                )
                if several
                else _(
                    "gate open, {what} (the check asks for it): {titles}{more}",
                    what=what,
                    titles="; ".join(titles[:FEW]),
                    more=more,
                )
            )
            page.item(said, "yellow", mark="unsure")
        if others := [g.title or g.id for g in still if not g.fails and g.not_known is known]:
            # The report names them; the check does not ask for them.
            named = (
                f": {others[0]}"
                if len(others) == 1
                else _(": {number}, for which the check does not ask", number=len(others))
            )
            page.item(
                (
                    _("gates open, {what}{named}", what=what, named=named)
                    if len(others) > 1
                    else _("gate open, {what}{named}", what=what, named=named)
                ),
                "yellow",
                mark="unsure",
            )


def _line(found: SignFound | GateFound | FlagFound) -> int:
    """The line at which a finding is shown; 0 where it rests on what is not there."""
    return found.because[0].line if found.because else 0


def _first_steps(page: TextPage, audit: Audit) -> None:
    steps, truly = words.first_steps(audit), words.steps_of(audit, "say it truly")[:1]
    # Where no step was found, what stands first in the report stands here too; an answer to find is asked for below.
    others = [] if steps else [t for t in words.first_things(audit, 1) if t.does != words.FIND_ANSWERS]
    if steps or truly or others:
        page.head(_("To do first"))
    for n, step in enumerate(steps, 1):
        page.put(words.sentences((*step.does, step.lifts, words.closes_says(step))), first=f"  {n} ")
    for n, thing in enumerate(others, 1):
        page.put(thing.does, first=f"  {n} ")
    for step in truly:
        page.item(_("In truer words, which change no practice: {does}", does=words.sentences(step.does[:1])))
