"""Mending a file that cannot be read, mistake by mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from involve_audit.interview.question import NotUnderstood, Question
from involve_audit.interview.sitting import looked_at
from involve_audit.language import _
from involve_audit.load import read, read_project
from involve_audit.project.fields import of_a_key
from involve_audit.wording.messages import InputError, shown
from involve_audit.yamlfile.editing import as_read, put, renamed

if TYPE_CHECKING:
    from involve_audit.load import Document
    from involve_audit.wording.messages import Path, Problem


def mistake(text: str) -> Question | None:
    """The first mistake of a file as a question for the word that is meant; None where it has none.

    Raises:
        InputError: it is no YAML, or no mistake in it is one word that could be written anew: with every problem at its line.
    """
    document = as_read(text)
    try:
        looked_at(text)
    except InputError as error:
        for problem in error.problems:
            found = _question(document, problem)
            if found is not None:
                return found
        raise
    return None


def _question(document: Document, problem: Problem) -> Question | None:
    place = _place(document, problem)
    if place is None:
        return None
    key = of_a_key(problem.wrong)
    now = document.get(place)
    if not key and not isinstance(now, str):
        return None
    line = document.lines[problem.line - 1].strip() if problem.line <= len(document.lines) else ""
    # Somebody may have put counts of people there: it is not repeated.
    shows = problem.says if problem.where.startswith("voices.rooms") else f"{line}\n{problem.says}"
    what = _("which word is meant for this key") if key else _("what is meant")
    return Question(
        f"{'key' if key else 'mistake'} {shown(place)}",
        _("Line {line}, “{where}”: {what}?", line=problem.line, where=problem.where, what=what),
        "mistake",
        _("The file cannot be judged as long as this stands in it."),
        "whether the file can be read",
        path=place,
        help=_("Write what should stand there."),
        wrong=shows,
        weight=200,
    )


def _place(document: Document, problem: Problem) -> Path | None:
    """The place of a problem, as the file is written."""
    for place, at in document.marks.items():
        if at == (problem.line, problem.column) and shown(place) == problem.where:
            return tuple(place)
    return None


def mended(text: str, question: Question, word: str, name: str = "project.yaml") -> str:
    """The file with another word where the mistake stands.

    Raises:
        NotUnderstood: there would still be a mistake in this place, with what is wrong.
        CannotInsert: the file is written in a way in which nothing else can be put there.
    """
    if not word:
        raise NotUnderstood(_("a word is needed; `later` cannot be said of a mistake"))
    place = question.path
    if question.id.startswith("key "):
        fixed, place = renamed(text, place, word, name), (*place[:-1], word)
    else:
        fixed = put(text, place, word, name)
    try:
        read_project(read(fixed, name))
    except InputError as error:
        same = [p for p in error.problems if p.where == shown(place)]
        if same:
            raise NotUnderstood(same[0].says) from None
    return fixed
