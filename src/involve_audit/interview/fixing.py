"""Mending by itself what can only mean one thing: a slip of one letter in a word that the file, or its format, knows.

A word is put right where what the loader says of it holds one guess, no other of the words that are allowed there is as near, and the slip is a
single letter too many, too few, wrong or swapped. A digit is never taken for a slip (`minutes_2` may be another source than `minutes_1`), nor is
a key that belongs somewhere else in the file. Everything else is left to whoever wrote it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from involve_audit.load import read, read_project
from involve_audit.project.fields import of_a_key, tidy
from involve_audit.record import Record
from involve_audit.wording.file_words import plain
from involve_audit.wording.messages import MOST_WORDS, InputError, Wrong, shown
from involve_audit.yamlfile.editing import CannotInsert, put, renamed

if TYPE_CHECKING:
    from involve_audit.load import Document
    from involve_audit.wording.messages import Path, Problem

_SHORTEST = 4
"""A shorter word is too easily another one."""
_MOST = 300
"""So many slips are mended in one file; a file with more is no project file."""


class Fix(Record):
    """A word that was put right.

    Attributes:
        line: where, from 1.
        column: from 1.
        where: the place in words of the file.
        was: the word that stood there.
        now: the word that stands there.
    """

    line: int
    column: int
    where: str
    was: str
    now: str


def fixed(text: str, name: str = "project.yaml") -> tuple[str, tuple[Fix, ...]]:
    """The text of a file with every slip mended that can only mean one thing, and what was mended; every other byte stays.

    Raises:
        InputError: it is no YAML, or no project file at all.
    """
    done: list[Fix] = []
    refused: set[tuple[str, Wrong | str]] = set()
    while len(done) < _MOST:
        step = _next(text, name, refused)
        if step is None:
            break
        text, fix = step
        done.append(fix)
    return text, tuple(done)


def _next(text: str, name: str, refused: set[tuple[str, Wrong | str]]) -> tuple[str, Fix] | None:
    document = read(text, name)
    before = _problems(document)
    for problem in before:
        slip = _slip(document, problem) if (problem.where, problem.wrong) not in refused else None
        if slip is None:
            continue
        place, was, now = slip
        try:
            new = renamed(text, place, now, name) if of_a_key(problem.wrong) else put(text, place, now, name)
        except CannotInsert:
            refused.add((problem.where, problem.wrong))
            continue
        at = shown((*place[:-1], now) if of_a_key(problem.wrong) else place)
        if any(p.where == at for p in _problems(read(new, name))):
            # What stands there does not fit the word either: something else was meant.
            refused.add((problem.where, problem.wrong))
            continue
        return new, Fix(problem.line, problem.column, problem.where, was, now)
    return None


def _problems(document: Document) -> list[Problem]:
    try:
        read_project(document)
    except InputError as error:
        return error.problems
    return []


def _slip(document: Document, problem: Problem) -> tuple[Path, str, str] | None:
    """Where a word stands that can only mean one other, that word, and the other."""
    wrong = problem.wrong
    guess, allowed = (wrong.told("guess"), wrong.told("allowed")) if isinstance(wrong, Wrong) else (None, None)
    place = next(
        (p for p, at in document.marks.items() if at == (problem.line, problem.column) and shown(p) == problem.where),
        None,
    )
    # Of a longer list not all words are known here, and another may be as near.
    if not guess or not allowed or place is None or len(allowed) > MOST_WORDS:
        return None
    word = place[-1] if of_a_key(problem.wrong) else document.get(place)
    if not isinstance(word, str) or len(word) < _SHORTEST:
        return None
    if of_a_key(problem.wrong) and word in _every_key():
        return None
    near = [one for one in map(plain, allowed) if _one_letter(tidy(word), tidy(one))]
    return (tuple(place), word, near[0]) if near == [plain(guess)] else None


@cache
def _every_key() -> frozenset[str]:
    """Every key that the format knows anywhere."""
    from involve_audit.schema import vocabulary

    return vocabulary()


def _one_letter(word: str, other: str) -> bool:
    """Whether a word becomes another by one letter more, less or otherwise, or by two neighbours swapped; never by a digit."""
    start = 0
    while start < min(len(word), len(other)) and word[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(word), len(other)) - start and word[-1 - end] == other[-1 - end]:
        end += 1
    one, two = word[start : len(word) - end], other[start : len(other) - end]
    if not (one or two) or any(c.isdigit() for c in one + two):
        return False
    return max(len(one), len(two)) == 1 or (len(one) == len(two) == 2 and one == two[::-1])
