"""Answers that may be unknown, and the three-valued logic that keeps them so.

A fact comes out as yes, no, a number, a word or a set of words; or as *unknown*. Taking an answer out of a
file can only make more unknown, never turn a no into a yes: everything here keeps that law.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from involve_audit.language import _
from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable

Path = tuple[str | int, ...]


High_co = TypeVar("High_co", bound=int | None, covariant=True)  # no text: `typing` would compile it at every start


class Span(Record, Generic[High_co]):
    """A whole number that lies between two bounds, both included; no upper bound where `high` is None.

    A place on a ladder, of roles or of rungs, is such a number too, and always has both bounds: `Span[int]`.
    """

    low: int
    high: High_co

    def __init__(self, low: int, high: High_co) -> None:
        """What `Record` does, in short: forty are made of a file."""
        held = self.__dict__
        held["low"], held["high"] = low, high


class Several(Record):
    """Words that are told.

    Attributes:
        has: the words that are there for certain.
        complete: whether no other word can be there.
    """

    has: frozenset[str]
    complete: bool


if TYPE_CHECKING:
    Value = bool | str | Span[int | None] | Several | None
    """None means unknown."""


class Answer:
    """The value of a fact and the places in the file that decided it (or where it could be told).

    Thousands are made, and each is read several times: with slots that takes half as long as of a `Record`.
    """

    __slots__ = ("value", "where")

    def __init__(self, value: Value, where: tuple[Path, ...] = ()) -> None:
        self.value = value
        self.where = where

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Answer) and (self.value, self.where) == (other.value, other.where)

    def __hash__(self) -> int:
        return hash((self.value, self.where))

    def __repr__(self) -> str:
        return f"Answer({self.value!r}, {self.where!r})"


NOT_TOLD = "not told"


def in_words(value: Value) -> str:
    """A value as a reader would say it."""
    match value:
        case None:
            return NOT_TOLD
        case bool():
            return "yes" if value else "no"
        case Span(low, None):
            return _("at least {low}", low=low) if low else NOT_TOLD
        case Span(low, high):
            return str(low) if low == high else _("{low} to {high}", low=low, high=high)
        case Several(has, complete):
            words = ", ".join(sorted(has)) or "none"
            return words if complete else _("{words}, and perhaps more", words=words) if has else NOT_TOLD
    return value


def both(*truths: bool | None) -> bool | None:
    """Three-valued *and*: one no decides."""
    if False in truths:
        return False
    return None if None in truths else True


def either(*truths: bool | None) -> bool | None:
    """Three-valued *or*: one yes decides."""
    if True in truths:
        return True
    return None if None in truths else False


def opposite(truth: bool | None) -> bool | None:
    """Three-valued *not*."""
    return None if truth is None else not truth


def some(truths: Iterable[bool | None] | None, *, complete: bool = False) -> bool | None:
    """Whether one of a list is so; a list that may go on can only say yes."""
    if truths is None:
        return None
    found = list(truths)
    if not found:
        return False
    answer = either(*found)
    return answer if answer or complete else None


def every(truths: Iterable[bool | None] | None, *, complete: bool = False) -> bool | None:
    """Whether all of a list are so; a list that may go on can only say no. Of an empty list: no."""
    if truths is None:
        return None
    found = list(truths)
    if not found:
        return False
    answer = both(*found)
    return answer if complete or answer is False else None


def number(truths: Iterable[bool | None] | None, *, complete: bool = False) -> Span[int | None] | None:
    """How many of a list are so; without `complete` there may be any number more."""
    if truths is None:
        return None
    found = list(truths)
    if not found:
        return Span(0, 0)
    sure = sum(1 for t in found if t)
    return Span(sure, sum(1 for t in found if t is not False) if complete else None)


def compare(value: Value, comparator: str, wanted: object) -> bool | None:
    """One comparator of a rubric, three-valued: None where the fact does not decide it.

    `is`: the same word or truth. `one_of`: one of several words. `at_least`, `at_most`: a number.
    `includes`: all of these words. `includes_any`: at least one of them.
    """
    if value is None:
        return None
    match comparator:
        case "is":
            return value == wanted
        case "one_of":
            return isinstance(wanted, tuple) and value in wanted
        case "at_least" if isinstance(value, Span) and isinstance(wanted, int):
            if value.low >= wanted:
                return True
            return None if value.high is None or value.high >= wanted else False
        case "at_most" if isinstance(value, Span) and isinstance(wanted, int):
            if value.high is not None and value.high <= wanted:
                return True
            return None if value.low <= wanted else False
        case "includes" if isinstance(value, Several) and isinstance(wanted, tuple):
            if value.has.issuperset(wanted):
                return True
            return False if value.complete else None
        case "includes_any" if isinstance(value, Several) and isinstance(wanted, tuple):
            if not value.has.isdisjoint(wanted):
                return True
            return False if value.complete else None
    raise TypeError(f"'{comparator}: {wanted}' does not fit {value!r}")


def one_of(value: str | None, *words: str) -> bool | None:
    """Whether a closed choice is one of these words; None where it is not told.

    >>> one_of("done", "done", "under way"), one_of("partly", "done"), one_of("unknown", "done")
    (True, False, None)
    """
    return None if value in (None, "unknown") else value in words
