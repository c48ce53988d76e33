"""All answers of a file as an outline, and each of them asked again: in the words of the interview where it has a question for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, get_origin

from involve_audit.interview import NotUnderstood, Question, Sitting, answered, catalogue, further
from involve_audit.interview.answer_reading import cleaned
from involve_audit.interview.order import places_of
from involve_audit.interview.parts import LABELS, noun_of
from involve_audit.interview.question_words import FIELDS
from involve_audit.interview.writing import in_the_file
from involve_audit.language import _, term
from involve_audit.load import read, read_project, value_at
from involve_audit.project.fields import Told
from involve_audit.project.model import Project
from involve_audit.project.places import declared
from involve_audit.wording.messages import InputError, capital, flow, shown
from involve_audit.yamlfile import editing
from involve_audit.yamlfile.editing import CannotInsert, put, without
from involve_audit.yamlfile.written import block

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from involve_audit.load import Document
    from involve_audit.rubric.model import Rubric
    from involve_audit.wording.messages import Path

AS_WRITTEN = "as written "
"""How the id of a question begins that asks for an answer as the file writes it."""


@dataclass(frozen=True)
class ToldAnswer:
    """One answer of a file.

    Attributes:
        place: where it stands, as the file is written.
        of: what it is about, in words.
        says: the answer.
        line: the line of the file.
    """

    place: Path
    of: str
    says: str
    line: int


@dataclass(frozen=True)
class OutlineSection:
    """A section of the file with its answers, and its key."""

    title: str
    answers: tuple[ToldAnswer, ...]
    key: str = ""


# --- the outline -------------------------------------------------------------------------------------


def outline(document: Document, rubric: Rubric) -> tuple[OutlineSection, ...]:
    """Everything that a file tells, in the order in which it stands there."""
    stages = _titles(rubric)
    found = []
    for key, node in document.tree.items():
        if key == "format":
            continue
        answers = tuple(
            ToldAnswer(place, _of(place, stages), flow(value), document.at(place)[0])
            for place, value in _leaves(node, (key,))
        )
        found.append(OutlineSection(_label(Project, key), answers, key))
    return tuple(found)


def _titles(rubric: Rubric) -> dict[str, str]:
    return {str(s.id): s.title for s in rubric.stages}


def _leaves(node: Any, place: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(node, dict) and node:
        for key, value in node.items():
            yield from _leaves(value, (*place, key))
    elif isinstance(node, list) and any(isinstance(v, (dict, list)) for v in node):
        for n, value in enumerate(node):
            yield from _leaves(value, (*place, n))
    else:
        yield place, node


def _label(owner: type[Told], key: str) -> str:
    return LABELS.get((owner.__name__, key)) or term(capital(key.replace("_", " ")))


def _of(place: Path, stages: dict[str, str]) -> str:
    """What an answer is about: the words for each step of its place but the first."""
    steps = []
    for n, step in enumerate(place):
        if n == 0 or step == "entries":
            continue
        if isinstance(step, int):
            about = declared(place[: n + 1])
            steps.append(f"{noun_of(about.kind if about else None)} {step + 1}")
            continue
        found = declared(place[: n + 1])
        if found is None or get_origin(_kind(place[:n])) is dict or (place[0] == "stages" and n == 1):
            steps.append(stages.get(step, step))
        else:
            steps.append(_label(found.owner, step))
    return " · ".join(steps) or _label(Project, str(place[0]))


def _kind(place: Path) -> Any:
    found = declared(place)
    return found.kind if found is not None else None


# --- asked again -------------------------------------------------------------------------------------


def asked_again(text: str, place: Path, rubric: Rubric, date: dt.date) -> Question | None:
    """The question for an answer that is told already; None where nothing stands there.

    It is the one that the interview would ask if this were not told; else one made of what the model says of it; else it asks
    for the answer as the file writes it.
    """
    tree = read(text).tree
    now = value_at(tree, place)
    if now is None:
        return None
    found = declared(place)
    left = without(tree, place)
    named = _of(place, _titles(rubric))
    asked: Question | None = None
    try:
        sitting = Sitting("\n".join(block(left, 0, deep=True)) + "\n", rubric, date)
        asked = _of_the_interview(sitting, tree, place)
        if asked is None and found is not None:
            meaning = found.owner.questions[found.name].meaning if found.name in found.owner.questions else ""
            asks = FIELDS.get((found.owner.__name__, found.name))
            asked = (
                further.value_question(sitting, found.place, found.kind, asks or f"{named}?", 0) if meaning else None
            )
            if asked is not None and asks is None:
                asked = replace(asked, help=f"{meaning} {asked.help}".strip())
    except (InputError, CannotInsert, ValueError, KeyError):
        asked = None
    return asked if asked is not None else as_written(place, now, named)


def as_written(place: Path, now: Any, named: str) -> Question | None:
    """A question for an answer in the words of the file; None where it is more than one word or text."""
    if not isinstance(now, str):
        return None
    found = declared(place)
    meaning = found.owner.questions[found.name].meaning if found and found.name in found.owner.questions else ""
    return Question(f"{AS_WRITTEN}{shown(place)}", f"{named}?", "text", path=place, help=meaning)


def _of_the_interview(sitting: Sitting, tree: dict[str, Any], place: Path) -> Question | None:
    if place[0] == "stages" and len(place) > 1:
        sitting.only = [str(place[1])]
    for question in catalogue.open_questions(sitting):
        places = set()
        for told in places_of(question):
            try:
                places.add(in_the_file(tree, told, "x")[0])
            except CannotInsert:
                continue
        about = {p[: len(place) - 1] for p in places}
        if place in places and about == {place[:-1]} and len(question.targets) < 2:
            return question
    return None


def answered_again(text: str, question: Question, line: str) -> str:
    """The file with another answer in the place of the one that it told.

    Raises:
        NotUnderstood: it is no such answer; with what is allowed.
        CannotInsert: the file is written in a way in which it cannot be changed here.
    """
    if not question.id.startswith(AS_WRITTEN):
        return answered(text, question, line)
    word = cleaned(line)
    if not word:
        raise NotUnderstood(_("an answer is needed"))
    fixed = put(text, question.path, word)
    try:
        read_project(read(fixed))
    except InputError as error:
        raise NotUnderstood(error.problems[0].says) from None
    return fixed


# --- taken out ---------------------------------------------------------------------------------------


def taken_out(text: str, place: Path, name: str = "project.yaml") -> str:
    """The text of a file without one of its answers: it is not told then. Every other byte stays.

    Raises:
        InputError: the file cannot be read, or could not without this answer, for something else names it.
        CannotInsert: it is written in a way in which the answer cannot be taken out.
    """
    fixed = editing.taken_out(text, place, name)
    read_project(read(fixed, name))
    return fixed
