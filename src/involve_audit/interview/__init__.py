"""The interview: the next question of a file, and the file with its answer. Nothing here reads files, clocks or streams."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from involve_audit.interview.answer_reading import Understood, understood
from involve_audit.interview.mending import mended, mistake
from involve_audit.interview.question import Choice, NotUnderstood, Question
from involve_audit.interview.sitting import PAST, Sitting, looked_at
from involve_audit.judge.sentences import answers_decide, harm_title, harm_told, last_word
from involve_audit.language import _
from involve_audit.project.practice import RUNGS
from involve_audit.record import Record
from involve_audit.record import replace as changed
from involve_audit.yamlfile.editing import as_read

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection

    from involve_audit.policy.policy_file import Wanted
    from involve_audit.rubric.model import Rubric

__all__ = [
    "Choice", "NotUnderstood", "Question", "Sitting", "Standing", "Understood", "answered", "asked_back", "asked_before", "coming", "next_question", "said_back", "understood",
    "where_it_stands",
]  # fmt: skip


def next_question(text: str, rubric: Rubric, date: dt.date, *, later: Collection[str] = ()) -> Question | None:
    """The question whose answer would decide most; None where nothing is left to ask.

    Args:
        text: the file.
        rubric: by what it is judged.
        date: the day as of which.
        later: the ids of questions that are left for later.

    Raises:
        InputError: the file cannot be read, and no single value is what is wrong with it.
    """
    return next(iter(coming(text, rubric, date, later=later, most=1)), None)


def coming(
    text: str, rubric: Rubric, date: dt.date, *, later: Collection[str] = (), most: int = 10, conditions: tuple[Wanted, ...] = ()
) -> tuple[Question, ...]:  # fmt: skip
    """The next questions, the most decisive first, as far as can be told before the first of them is answered.

    With `conditions` of a policy that are not met yet, what they hang on comes right after what the work is.

    Raises:
        InputError: the file cannot be read, and no single value is what is wrong with it.
    """
    from involve_audit.interview.looking_back import looking_back
    from involve_audit.interview.order import in_order

    wrong = mistake(text)
    if wrong is not None:
        return (wrong,)
    sitting = Sitting.of(text, rubric, date)
    found = islice(in_order(sitting, later, conditions), most)
    return tuple(looking_back(q) for q in found) if sitting.tense == PAST else tuple(found)


def asked_before(
    text: str, rubric: Rubric, date: dt.date, *, later: Collection[str] = (), most: int = 10
) -> tuple[Question, ...]:
    """The questions that were answered with `I don't know`, the most decisive first, each saying so: for when all others are asked.

    Raises:
        InputError: the file cannot be read.
    """
    from involve_audit.facts.not_known import not_known
    from involve_audit.interview.catalogue import WHICH_ROLE
    from involve_audit.interview.looking_back import looking_back
    from involve_audit.interview.order import in_order, places_of

    sitting = Sitting.of(text, rubric, date)
    open_ = sitting.as_if_not_asked()
    if open_ is None:
        return ()
    case = sitting.evaluation.case
    found = (
        q for q in in_order(open_, later)
        if q.id.startswith(WHICH_ROLE) or any(not_known(case, place) for place in places_of(q))
    )  # fmt: skip
    asked = tuple(islice(found, most))
    over = sitting.tense == PAST
    says = (
        _("This was asked, and nobody knew. Has somebody found out since?")
        if over
        else _("This was asked, and nobody knew. Does somebody know by now?")
    )
    return tuple(replace(looking_back(q) if over else q, help=f"{says} {q.help}".strip()) for q in asked)


def answered(text: str, question: Question, answer: str) -> str:
    """The file with an answer told in it; every other byte stays.

    Args:
        text: the file.
        question: the question.
        answer: the answer as somebody gives it: a number or a word of its choices, a value in words, or `I don't know`.

    Returns:
        The file; the same where the answer leaves the question open.

    Raises:
        NotUnderstood: the answer fits none of the choices, or is no such value; with what is allowed.
        CannotInsert: the file is written in a way in which the answer cannot be put into it.
        InputError: the file could not be read with this answer in it.
    """
    from involve_audit.interview.answer_reading import cleaned
    from involve_audit.interview.writing import told

    if question.kind == "mistake":
        return mended(text, question, cleaned(answer))
    found = _understood(text, question, answer)
    if not found.tells:
        return text
    written = told(text, found.tells, remark=found.remark)
    looked_at(written)
    return written


def asked_back(text: str, question: Question, answer: str) -> str:
    """What an answer says in all, where it weighs so much that whoever gave it is asked once more; empty for most.

    Raises:
        NotUnderstood: as for `answered`.
    """
    return "" if question.kind == "mistake" else _understood(text, question, answer).grave


def said_back(text: str, question: Question, answer: str) -> str:
    """An answer in words, as it was understood; in a file, for it may name a source that is there.

    Raises:
        NotUnderstood: as for `answered`.
    """
    from involve_audit.interview.answer_reading import cleaned

    if question.kind == "mistake":
        return cleaned(answer)
    found = _understood(text, question, answer)
    if found.own and found.tells and f"# {found.remark}" not in answered(text, question, answer):
        return _("{echo}; the words beside it could not be kept in the file, only the answer", echo=found.echo)
    if question.id == "harm" and not found.tells:
        return _(
            "{echo}. You may tell somebody outside the team: whoever funds the work, or the ethics committee that looks after it, if there is one",
            echo=found.echo,
        )
    if question.id == "harm" and found.told > 1:
        return _(
            "{echo}. Thank you for saying so. Whose word it is, and whether it was put right, is asked next",
            echo=found.echo,
        )
    return found.echo


def _understood(text: str, question: Question, answer: str) -> Understood:
    from involve_audit.project.model import NAMED

    tree = as_read(text).tree
    named = {section: tuple(tree[section]) for section in NAMED if isinstance(tree.get(section), dict)}
    return understood(question, answer, named)


class FileStanding(Record):
    """Where a file stands while somebody is asked.

    Attributes:
        says: in a sentence or two.
        number: how many open answers could still change it.
        early: whether it is told as what was answered so far, and not as a verdict.
        counts: whether the sentence itself says how many answers could change it, or who has the last word.
    """

    says: str
    number: int
    early: bool = True
    counts: bool = False


def where_it_stands(sitting: Sitting) -> FileStanding:
    """Where a file stands, and how many open answers could still change it.

    It is the headline once nothing could change it. Before, no grave word is said of the work: what was answered so far leads to
    it, and much is open. What is told and nothing shows yet is told as well; and so is harm, which no other answer makes undone.
    """
    standing, harm = _where_it_stands(sitting), harm_told(sitting.facts)
    if not harm or harm_title(sitting.facts.case) in standing.says:
        return standing  # it says so itself
    return changed(standing, says=f"{standing.says} {harm}")


def _where_it_stands(sitting: Sitting) -> FileStanding:
    found = sitting.evaluation
    number = found.deciding
    if not any(span.role for _at, _of, span in sitting.spans()) and not sitting.no_part_anywhere:
        return FileStanding(_("So far, nothing is told of what part people have in the work."), number)
    if found.outcome.id in _GRAVE and number:
        says = found.headline().partition(";")[0].rstrip(".")
        return FileStanding(
            _("So far, these few answers lead to this: “{says}”. It is too early to say so of the work.", says=says),
            number,
        )
    told, shown = found.ladder.told, found.ladder.shown.rung.low
    if told is not None and told > shown and number:
        titles: dict[str, str] = {rung.id: rung.title for rung in sitting.rubric.rungs}
        said, low = (titles.get(RUNGS[n], RUNGS[n]).lower() for n in (told, shown))
        sourced = any(span.source for _at, _of, span in sitting.spans())
        says = _("So far, what you say comes to this: {said}. What is named shows: {low}.", said=said, low=low)
        return FileStanding(
            says
            if sourced
            else _("So far, what you say comes to this: {said}. Nothing is named yet that shows it.", said=said),
            number,
        )
    # What is not told is not counted up here: some of it was asked a moment ago, and nobody knows.
    says = found.headline(untold=False).rstrip(".")
    itself = [part for part in (answers_decide(number), last_word(found.facts)) if part]
    return FileStanding(f"{says}.", number, early=False, counts=any(part in says for part in itself))


_GRAVE = ("nobody involved", "broken trust", "tokenism")
