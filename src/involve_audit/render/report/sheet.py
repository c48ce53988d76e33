"""The first page of a report: what stands, on what it rests, what to do first, and what is not known. One sheet of paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.language import _, word_for
from involve_audit.render import charts, words
from involve_audit.render.blocks import (
    Bar,
    Bars,
    Heading,
    Run,
    items,
    paragraph,
    strong,
    text,
    units,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.render.blocks import Block, Runs
    from involve_audit.results.audit import Audit

FIRST_THINGS = 3
"""So many things to do stand on the first page."""
DECIDE = 3
"""So many questions that are not answered stand there."""
RESTS_ON = 4
MOST = 338
"""So many words the page has below its head: with the head it is a sheet of paper. What stands elsewhere as well is left out first."""


def head(audit: Audit) -> Iterator[Block]:
    """What project this is, in what phase, and as of when it is judged."""
    project = audit.project
    told = [
        f"{words.capital(project.kind)}." if project.kind else "",
        _("Phase: {either}.", either=words.either(project.phase)),
    ]
    yield paragraph(
        " ".join(
            (*filter(None, told), _("As of {day}.", day=words.day(audit.date)), words.sentence(project.filled_in))
        ).strip(),
        look="minor",
    )
    if project.stamp:
        yield paragraph(strong(project.stamp), look="stamp")


def _stated(name: str, state: str, says: str) -> Runs:
    """A state and the sentence that goes with it, under its name; without a state the sentence alone."""
    return text(
        f"{name}: ",
        *((strong(state), ". ") if state not in ("", word_for(words.NOT_TOLD)) else ()),
        words.sentence(says),
    )


def sheet(audit: Audit, things: Sequence[words.ToDo], prefix: str = "", *, alone: bool = False) -> Iterator[Block]:
    """The first page, under a heading of its own.

    Args:
        audit: the audit.
        things: what to do, the first things first; so many as the page has room for stand on it.
        prefix: goes before the names of the parts, so that several projects can stand on one page.
        alone: whether no other pages follow.
    """
    power = ladder(audit)
    of_power = sum(len(f"{words_of(row.name)} {row.says}".split()) for row in power.rows)
    for spared in range(5):
        blocks = tuple(_sheet(audit, things, prefix, power, alone=alone, spared=spared))
        written = units(block for block in blocks if block is not power)
        if of_power + sum(len(one.split()) for one in written) <= MOST:
            break
    yield from blocks


def _sheet(
    audit: Audit, things: Sequence[words.ToDo], prefix: str, power: Bars, *, alone: bool, spared: int
) -> Iterator[Block]:
    """The page, with less beside what is to be done (from 1), beside the headline (2), on what can still be done and is not told (3), and on what to do (4)."""
    yield Heading(2, text(_("At a glance")), f"{prefix}glance")
    verdict, untold = words.verdict_parts(audit)
    yield paragraph(strong(verdict), *([untold] if spared < 2 else []), look="headline")
    yield paragraph(" ".join(filter(None, (words.sentence(audit.verdict.means), words.possible_says(audit)))))
    yield Heading(3, text(_("What it rests on")))
    rests = words.rests_on(audit)
    yield from items(
        (
            *rests[:RESTS_ON],
            *([_("{number} more, on the next pages.", number=len(rests) - RESTS_ON)] if rests[RESTS_ON:] else []),
            *([_("What came of people’s part: {came}", came=came)] if (came := words.came_of_says(audit)) else []),
            *(words.found_in_words(audit, most=words.FINDING_WORDS if spared < 1 else 0) if alone else ()),
            _stated(_("The word used"), word_for(words.fit_of(audit.label)), audit.label.says),
            _stated(_("Honesty"), words.either(audit.honesty.state), audit.honesty.says),
        )
    )
    yield Heading(3, text(_("How much power is shared")))
    yield power
    if who := words.who_decides(audit):
        yield paragraph(who)
    yield Heading(3, text(_("What to do first")))
    yield from items(
        [
            text(one.does, f" {one.about}" if one.about and not spared else "")
            for one in things[: FIRST_THINGS - (spared > 3)]
        ]
        or [_("Ask: {last_question}", last_question=words.LAST_QUESTION)],
        ordered=True,
    )
    if over := words.over_says(audit):
        yield paragraph(words.whole(over, 1) if spared > 2 else over, look="minor")
    yield Heading(
        3,
        text(
            _("What decides most, and is not known")
            if any(q.state == words.NOT_KNOWN for q in words.deciding(audit)[:DECIDE])
            else _("What decides most, and is not told")
        ),
    )
    asked = words.deciding(audit)[: DECIDE - 1 if spared > 2 else DECIDE]
    yield from items([words.asks_of(audit, q) for q in asked])
    if not audit.questions:
        yield paragraph(_("Every question of this rubric is answered."))
    elif not asked:
        yield paragraph(words.NOTHING_WOULD)
    many = (
        (
            _("{number} questions are not answered. ", number=len(audit.questions))
            if words.is_over(audit)
            else _("{number} questions are not answered yet. ", number=len(audit.questions))
        )
        if audit.questions[len(asked) :]
        else ""
    )
    below = () if alone else (Run(_("The lines of the file that decided"), to=f"{prefix}why"), _(" stand below. "))
    yield paragraph(many, *below, words.MIRROR, look="minor")


def to_do(audit: Audit, number: int) -> tuple[words.ToDo, ...]:
    """What to do first; to find an answer is none of it where the question stands on the first page anyway."""
    asked = [q.asks for q in words.deciding(audit)[:DECIDE]]
    found = words.first_things(audit, number + len(asked))
    return tuple(one for one in found if not any(one.does.endswith(asks) for asks in asked))[:number]


def ladder(audit: Audit) -> Bars:
    """What it is called, aims for, promises, tells and shows, side by side."""
    rows = tuple(
        Bar(text(words.capital(word_for(row.name))), row.says, words.on_ladder(row.low), words.on_ladder(row.high))
        for row in words.ladder(audit)
    )
    return Bars(_("From nobody to led by contributors"), 6, rows, charts.one(audit, "ladder"))
