"""A letter to those who handed in a project file: what it tells, in its own order, what is not told, and what is asked next.

It holds no verdict and no mark. Each sentence on what is told names the line that tells it, so that whoever reads it can look;
what is told against people's part is told back like the rest, and is asked about first; what is not told is called just that, and
is neither praised nor blamed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from involve_audit.facts.answers import Path
from involve_audit.facts.roles import told_role, work_stages
from involve_audit.judge.advice import is_over, never_came
from involve_audit.judge.stage_words import plain_titles, stage_words
from involve_audit.judge.told import CHANGED, HEARD, KEPT_PROMISE, OTHER_ANSWERS, PAY, PROMISED, SUPPORT, told_plainly
from involve_audit.language import _
from involve_audit.portfolio.panel import DIFFER, NO_ROOM_TOLD, NOT_TOLD, no_vote_and_no_seat
from involve_audit.portfolio.rows import ENOUGH
from involve_audit.portfolio.told_against import gaps, harms, told_none
from involve_audit.render import words
from involve_audit.render.blocks import PageDocument as Page
from involve_audit.render.blocks import items, paragraph
from involve_audit.results.audit import Evidence
from involve_audit.wording.entry_words import WHO
from involve_audit.wording.file_words import plain
from involve_audit.wording.messages import Wrong, in_words
from involve_audit.wording.past_tense import in_the_past, told_in_the_past

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from involve_audit.facts.case import Case
    from involve_audit.judge.evaluation import Evaluation
    from involve_audit.load import Document
    from involve_audit.portfolio.rows import ProjectRow
    from involve_audit.portfolio.told_against import Gap
    from involve_audit.project.people import Stage
    from involve_audit.render.blocks import Block
    from involve_audit.rubric.model import Rubric

MOST_ASKED = 5
"""So many questions are asked next: more than that nobody answers."""
MOST_ROOMS = 6


@dataclass(frozen=True)
class LetterSentence:
    """A sentence on what a file tells, and the lines that tell it."""

    says: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class Letter:
    """What a letter says.

    Attributes:
        to: the title of the project, or `UNTITLED` where it has none.
        reference: the application's reference number; empty where it is not told.
        file: the name of the file.
        told: what the file tells, in its own order.
        untold: what it does not tell, of what a panel asks after and of what the policy asks for.
        differ: of what accounts differ in the file.
        asks: what the panel asks next; where something told gives rise to it, with its lines.
        against: whether anything is told against people's part.
    """

    to: str
    reference: str
    file: str
    told: tuple[LetterSentence, ...]
    untold: tuple[str, ...]
    differ: tuple[str, ...]
    asks: tuple[LetterSentence, ...]
    against: bool = False


def letter_of(
    document: Document,
    evaluation: Evaluation,
    row: ProjectRow,
    rubric: Rubric,
    conditions: dict[str, str],
    next_questions: Iterable[tuple[str, str]],
) -> Letter:
    """The letter for one file.

    Args:
        document: the file, for its lines.
        evaluation: what was judged of it.
        row: its row in the table.
        rubric: the words for stages, and the questions of gates and flags.
        conditions: the conditions of the policy, by their ids, each in a few words.
        next_questions: what is not told, as questions in everyday words, each with its id in the interview, most decisive first.
    """
    told = _joined(sorted(_told(document, evaluation.case, rubric), key=lambda one: one.lines[:1]))
    answers = {
        "pay": row.pay.word,
        "a budget for involvement": row.budget.word,
        "who leads on involvement": row.lead.word,
        "who is in the room that decides": row.room.word,
        "what the involvement is called in public": NOT_TOLD if row.called is None else "",
        "whether the work is an idea, applied for, running or finished": "" if row.phase else NOT_TOLD,
    }
    untold = [what for what, word in answers.items() if word in (NOT_TOLD, NO_ROOM_TOLD)]
    differ = tuple(what for what, word in answers.items() if word == DIFFER)
    against = tuple(gaps(evaluation))
    asks = tuple(_asks(document, evaluation, row, against, next_questions))[:MOST_ASKED]
    asked = {one.says for one in asks}
    if is_over(evaluation.case):
        # Work that is over is told and asked of as such.
        told = [replace(one, says=told_in_the_past(one.says)) for one in told]
        asks = tuple(replace(one, says=in_the_past(one.says)) for one in asks)
    gates = {gate.id: gate for gate in rubric.gates}
    covered = {gate for gap in against for gate in gap.gates if gap.asks in asked}
    for condition in row.open:
        gate = gates.get(condition)
        if condition == ENOUGH or condition in covered or (gate is not None and gate.asks in asked):
            continue
        if gate is not None:
            untold.append(_("an answer to this: “{question}”", question=gate.asks))
        else:
            untold.append(_("this, which we ask of everybody: “{title}”", title=conditions.get(condition, condition)))
    return Letter(
        row.title if row.title not in ("", "(no title)") else UNTITLED, row.reference, row.file, tuple(told), tuple(untold),
        differ, asks, bool(against),
    )  # fmt: skip


# --- what is told ------------------------------------------------------------------------------------

_DO = {
    "none": _("nobody is involved"), "informed": _("people are told about it"), "consulted": _("people are asked what they think"),
    "consulted or involved": _("people are asked or take part, and it is not told whether they are answered"),
    "involved": _("people take part and are answered"),
    "involved or decided together": _("people take part and are answered, and it is not told who decides"), "decided together": _("people and the team decide together"),
    "led": _("people whom it concerns lead"),
}  # fmt: skip
_WHETHER = {
    "planned": _("it is planned that {}"),
    "policy": _("a rule on paper says that {}"),
    "aim": _("it is an aim that {}"),
    "stopped": _("this was so and was stopped: {}"),
    "open": _("it is not told whether this is so yet: {}"),
    "": "{}",
}


def _told(document: Document, case: Case, rubric: Rubric) -> Iterator[LetterSentence]:
    def lines(*paths: Path) -> tuple[int, ...]:
        return tuple(sorted({document.at(path)[0] for path in paths}))

    head = case.project.project
    if head is not None and head.called is not None:
        named = ", ".join(f"“{' '.join(word.split())}”" for word in head.called)
        says = (
            _("The word that you use in public is {named}.", named=named)
            if len(head.called) == 1
            else _("The words that you use in public are {named}.", named=named)
        )
        yield LetterSentence(
            says if named else _("You use no word in public for how people take part."), lines(("project", "called"))
        )
    if head is not None and head.aims_for is not None:
        yield LetterSentence(_("You aim for {aims_for}.", aims_for=head.aims_for), lines(("project", "aims_for")))
    yield from _rooms(case, lines)
    yield from _stages(case, rubric, lines)

    def quote(paths: Iterable[Path]) -> tuple[Evidence, ...]:
        paths = list(paths)
        said.extend(paths)
        return tuple(Evidence("", *document.at(path), "") for path in paths)

    said: list[Path] = []
    for found in told_plainly(
        case, plain_titles(rubric, case.project.project.kind if case.project.project else None), quote
    ):
        if found.about in _TOLD_BACK:  # the parts of the work, and their plans, stand above
            yield LetterSentence(found.says, tuple(one.line for one in found.because))
    yield from _none_of(case, said, lines)
    harm = [path for path, __ in harms(case)]
    if harm:
        says = _("Harm, or something that was not done as agreed, is on record. What happened to people is not repeated here.")  # fmt: skip
        yield LetterSentence(says, lines(*harm))
    if case.final_say:
        who = words.listed(WHO[one].plain for one in WHO if one in case.final_say)
        yield LetterSentence(_("Who has the last word: {who}.", who=who), lines(("power", "final_say")))
    views = case.project.views
    if views is not None and views.entries == () and views.complete == "yes":
        yield LetterSentence(
            _("Those who take part have not been asked apart from the team what they think of it."), lines(("views",))
        )


_TOLD_BACK = (CHANGED, OTHER_ANSWERS, PAY, SUPPORT, HEARD, PROMISED, KEPT_PROMISE)
"""What is told back in the words of `told_plainly`: what speaks for people's part, and what speaks against it."""


def _none_of(case: Case, said: list[Path], lines: Callable[..., tuple[int, ...]]) -> Iterator[LetterSentence]:
    """What the file tells not to be there, and no other sentence tells back; what stands in one line in one sentence."""
    found: dict[tuple[int, ...], list[str]] = {}
    for path, what in told_none(case, said):
        found.setdefault(lines(path), []).append(what)
    for where, all_ in found.items():
        yield LetterSentence(_("You say that there is none of this: {none}.", none="; ".join(all_)), where)


def _whether(case: Case, practice: Stage) -> str:
    if practice.role == "none":
        return ""
    if practice.status in ("planned", "policy", "aim", "stopped"):
        return practice.status
    there = case.in_place(practice)
    return "" if there else "planned" if there is False else "open"


def _stages(case: Case, rubric: Rubric, lines: Callable[..., tuple[int, ...]]) -> Iterator[LetterSentence]:
    """What people do in each part of the work; parts in which they do the same stand in one sentence."""
    stages = case.project.stages
    if stages is None:
        return
    if stages.answer == "none":
        yield LetterSentence(_("Nobody is involved in any part of the work."), lines(("stages",)))
        return
    alike: dict[tuple[str, str], dict[str, Path]] = {}
    for stage in rubric.stages:
        for n, span in enumerate(stages.spans(stage.id) or ()):
            if span.role and span.role != "unknown":
                title = words.small(stage.plain or stage.title)
                alike.setdefault((_whether(case, span), span.role), {}).setdefault(title, ("stages", stage.id, n))
    for (whether, role), found in alike.items():
        yield LetterSentence(
            words.sentence(
                _("in {found}, {whether}", found=words.listed(found), whether=_WHETHER[whether].format(_DO[role]))
            ),
            lines(*found.values()),
        )


def _rooms(case: Case, lines: Callable[..., tuple[int, ...]]) -> Iterator[LetterSentence]:
    """What each room may do, and who sits there."""
    from involve_audit.portfolio.panel import who_sits

    rooms = case.project.rooms
    if rooms is not None and not rooms:
        yield LetterSentence(_("There is no group that meets and has some power."), lines(("rooms",)))
    for name, room in list((rooms or {}).items())[:MOST_ROOMS]:
        title = " ".join((room.name or name.replace("_", " ")).split())
        seats = who_sits(room)
        may = (
            f"{title} {words.POWER[room.power]}"
            if room.power in words.POWER
            else _("of {title} it is not told what it may do", title=title)
        )
        sits = _(", and in it are {seats}", seats=words.listed(seats)) if seats else ""
        without = no_vote_and_no_seat(room)
        sits += f"; {without}" if without else ""
        planned = PLANNED if room.status == "planned" else ""
        yield LetterSentence(words.sentence(f"{planned}{may}{sits}"), lines(("rooms", name)))


PLANNED = _("This is planned: ")


def _joined(told: Iterable[LetterSentence]) -> list[LetterSentence]:
    """The sentences, with plans that stand in the same line put into one."""
    found: list[LetterSentence] = []
    for one in told:
        before = found[-1] if found else None
        plans = before is not None and before.says.startswith(PLANNED) and one.says.startswith(PLANNED)
        if before is not None and plans and before.lines == one.lines:
            found[-1] = replace(before, says=f"{before.says.removesuffix('.')}; {one.says.removeprefix(PLANNED)}")
        else:
            found.append(one)
    return found


# --- what is asked next ------------------------------------------------------------------------------


def _asks(
    document: Document,
    evaluation: Evaluation,
    row: ProjectRow,
    against: Iterable[Gap],
    next_questions: Iterable[tuple[str, str]],
) -> Iterator[LetterSentence]:
    """Questions on what is told against people's part; on what does not fit; on what the policy asks for; then on what is not told."""

    def lines(paths: Iterable[Path]) -> tuple[int, ...]:
        return tuple(sorted({document.at(path)[0] for path in paths}))[:6]

    against = list(against)
    covered = {gate for gap in against for gate in gap.gates}
    found = [(gap.asks, lines(gap.where)) for gap in against]
    found += [(f.asks, lines(held.where)) for f, held in evaluation.flags("error")]
    if row.label == "overclaimed" and row.called:
        asks = _("How do the words that you use in public fit the part that people have, as told above?")
        found.append((asks, lines([("project", "called")])))
    gates = [(g, held) for g, __, held in evaluation.gates if g.id not in covered]
    found += [(g.asks, lines(held.where)) for g, held in gates if g.id in row.failed]
    found += [(f.asks, lines(held.where)) for f, held in evaluation.flags("warning")]
    found += [(g.asks, ()) for g, __ in gates if g.id in row.open]
    found += [(asks, ()) for asks in _in_one(evaluation.case, next_questions)]
    asked = set()
    for asks, where in found:
        if asks not in asked:
            asked.add(asks)
            yield LetterSentence(asks, where)


def _in_one(case: Case, questions: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The questions, with one for all parts of the work of which nothing is told; none that quotes a harm, for a letter goes through many hands."""
    untold = [s for s in work_stages(case) if told_role(case, s) is None and not never_came(case, s)]
    asked = False
    for name, asks in questions:
        kind, __, stage = name.partition(" ")
        if stage and kind in ("harm", "repair"):
            continue
        if not (kind in ("role", "roles") and stage in untold):
            yield asks
        elif not asked:
            asked = True
            yield _of_parts(case, untold) if len(untold) > 1 else asks


def _of_parts(case: Case, stages: Iterable[str]) -> str:
    kind = case.told.project.kind if case.told.project is not None else None
    parts = "; ".join(stage_words(kind)[stage] for stage in stages)
    if is_over(case):
        return _("Of these parts of the work it is not told what part people had: {parts}. Did people have one in any of them, and which?", parts=parts)  # fmt: skip
    if case.early:
        return _("Of these parts of the work it is not told what part people have: {parts}. Do people have one in any of them, or will they, and which?", parts=parts)  # fmt: skip
    return _("Of these parts of the work it is not told what part people have: {parts}. Do people have one in any of them, and which?", parts=parts)  # fmt: skip


# --- the page ----------------------------------------------------------------------------------------

THANKS = _("Thank you for writing down how people are involved in this work.")
FAIR = _("To leave something out is no fault, and nothing was assumed in its place.")
PLAINLY = _(
    "Thank you also for writing plainly what is not as people would wish it. It is asked about first, because people wait for the answer."
)
HOW = _(
    "You may answer in a letter, or in the file itself and send it again. No marks are given, and no project is ranked."
)


BLANK = "…" * 20


def _sender() -> tuple[Block, ...]:
    """Lines for what only those know who send the letter."""
    return tuple(
        paragraph(f"{what} {BLANK}") for what in (_("From:"), _("Date:"), _("Please answer by:"), _("Questions to:"))
    )


def _twice(same: Sequence[str]) -> tuple[Block, ...]:
    """That another file is like this one: not which, for it may be somebody else's."""
    if not same:
        return ()
    says = _(
        "One more thing: another file that was handed in has {same}. That happens easily, and nothing is held against you. If both are yours, which of them do you mean? If the other is not yours, please tell us.",
        same=words.listed(same),
    )
    return (paragraph(says),)


def page(letter: Letter, note: str = "", same: Sequence[str] = ()) -> Page:
    """What a letter says.

    Args:
        letter: what it says of the file.
        note: comes last, where there is one.
        same: in what another file that was handed in is like this one.
    """
    about = (
        _("Reference {reference}; file {file}.", reference=letter.reference, file=letter.file)
        if letter.reference
        else _("File {file}.", file=letter.file)
    )
    told = " ".join(map(_ended, letter.told))
    blocks: list[Block] = [
        *_sender(),
        paragraph(about),
        paragraph(
            _("{thanks} This is what your file tells, in its own order: {told}", thanks=THANKS, told=told)
            if told
            else _("{thanks} Of what a panel asks after, your file tells nothing yet.", thanks=THANKS)
        ),
    ]
    if letter.against:
        blocks.append(paragraph(PLAINLY))
    if letter.differ:
        blocks.append(
            paragraph(_("Accounts differ in your file, so these stay open: {differ}.", differ="; ".join(letter.differ)))
        )
    if letter.untold:
        blocks.append(paragraph(_("Not told yet: {untold}. {fair}", untold="; ".join(letter.untold), fair=FAIR)))
    if letter.asks:
        blocks += (paragraph(_("What the panel asks next:")), *items(map(_ended, letter.asks), ordered=True))
    blocks += _twice(same)
    blocks += map(paragraph, filter(None, (HOW, note)))
    return Page(letter.to, tuple(blocks))


MOST_PROBLEMS = 8
"""So many places in the way are named in a letter."""


def unread(file: str, title: str, problems: Sequence[tuple[int, str]], same: Sequence[str] = ()) -> Page:
    """A letter to those whose file could not be read.

    Args:
        file: its name.
        title: of the project, where that much can be read; else empty.
        problems: what stood in the way: its line, 0 where it is about the whole file; and what is wrong (`in_a_letter`), empty where that is not to be said.
        same: in what another file that was handed in is like this one.
    """
    first = _(
        "Thank you for your file. It could not be read as it stands, so nothing in it was looked at, and nothing is said of your work."
    )
    many = len(problems) - MOST_PROBLEMS
    found = dict.fromkeys(_in_the_way(line, says) for line, says in problems[:MOST_PROBLEMS])
    more = [_("And {many} more places.", many=many)] if many > 0 else []
    then = _(
        "Please mend this and send the file again; something else may come to light then, and we will tell you. If that is hard to do, tell us in a letter what you wished to say: that will do as well."
    )
    return Page(
        title or UNTITLED,
        (
            *_sender(),
            paragraph(_("File {file}.", file=file)),
            paragraph(first),
            paragraph(_("What stood in the way:")),
            *items([*found, *more]),
            *_twice(same),
            paragraph(then),
        ),
    )


UNTITLED = _("The file that you handed in")
"""What a letter is about, where no title can be read: the place of a file is no title."""


def _in_the_way(line: int, says: str) -> str:
    if not says:
        return _("Line {line}: something there cannot be read.", line=line)
    sentence = words.sentence(says)
    return _("Line {line}: {plain}", line=line, plain=sentence) if line else sentence


_SHORT = 8
"""A list of more words than that is no help in a letter."""


def in_a_letter(wrong: Wrong | str) -> str:
    """What is wrong with a file, without what only helps whoever runs the tool: commands, long lists of keys, and marks of code.

    >>> from involve_audit.wording.messages import meant
    >>> allowed = Wrong("allowed: {allowed}", allowed=tuple("abcdefghi"), advice=meant("phase"))
    >>> in_a_letter(Wrong("'{key}' is not a key here", plainly="'{key}' is no word of the form", key="fase", advice=allowed))
    '“fase” is no word of the form; did you mean “phase”?'
    >>> in_a_letter(Wrong("the file is empty", advice=Wrong("`involve-audit init` writes one to start from")))
    'the file is empty'
    """
    chain = wrong.chain if isinstance(wrong, Wrong) else ()
    parts = [one.plain_sentence for one in chain if len(one.values.get("allowed", ())) <= _SHORT] or [in_words(wrong)]
    # What names a command is for whoever can run it.
    says = re.sub(r"[;.,:] [^;]*`involve-audit [^;]*", "", plain("; ".join(parts)))
    return re.sub(r"(?<!\w)[`']([^`'\n]*)[`'](?!\w)", r"“\1”", says).replace("`", "")


def _ended(told: LetterSentence) -> str:
    """A sentence with the lines that tell it, before its full stop."""
    says, lines = told.says, told.lines
    if not lines:
        return says
    end = says[-1] if says[-1:] in (".", "?") else ""
    return f"{says[: len(says) - len(end)]} ({words.at_lines(lines)}){end}"
