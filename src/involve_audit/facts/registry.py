"""The list of facts: each a function of a case, with a name, a question and a kind."""

from __future__ import annotations

import sys
from functools import cached_property
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from involve_audit.facts.answers import Answer
    from involve_audit.facts.case import Case

    Observe = Callable[[Case], Answer]


class Fact(Record):
    """A value derived from the file without judging it.

    Attributes:
        name: as the rubric writes it.
        kind: `yes or no`, `number`, `word` or `words`.
        allowed: for words, all that can come out.
        observe: derives it from a case.
    """

    name: str
    kind: str
    allowed: tuple[str, ...]
    observe: Observe

    @cached_property
    def question(self) -> str:
        """The fact as a question, the first line of its documentation."""
        return _(self.manual.split("\n", 1)[0])

    @property
    def theme(self) -> str:
        """What the fact is about, in words: the title of its module."""
        name = self.observe.__module__
        return (sys.modules[name].__doc__ or name).split("\n", 1)[0].rstrip(".")

    @cached_property
    def manual(self) -> str:
        """Question, meaning, and what *unknown* means."""
        text = self.observe.__doc__ or ""
        return "\n".join(line.strip() for line in text.strip().splitlines())


FACTS: dict[str, Fact] = {}


def _register(kind: str, allowed: tuple[str, ...], observe: Observe) -> Observe:
    name = observe.__name__
    if name in FACTS:
        raise ValueError(f"there are two facts named {name}")

    def remembered(case: Case) -> Answer:
        # Facts ask each other, some by half a dozen others: each is worked out once for a case.
        answer = case.same.get(name)
        if answer is not None:
            return answer
        answer = case.answers.get(name)
        if answer is not None:
            case.asked = True
            return answer
        before, case.asked = case.asked, False
        answer = observe(case)
        if case.asked:
            case.answers[name] = answer
        else:
            case.same[name] = answer
            case.asked = before
        return answer

    # What a fact says of itself; `functools.wraps` copies more, which took a fiftieth of a check.
    remembered.__name__, remembered.__module__, remembered.__doc__ = name, observe.__module__, observe.__doc__
    FACTS[name] = Fact(name, kind, allowed, remembered)
    return remembered


def yes_no(observe: Observe) -> Observe:
    """Register a fact that is yes, no or unknown."""
    return _register("yes or no", (), observe)


def counted(observe: Observe) -> Observe:
    """Register a fact that is a number (a range, where the file says 'up to 15')."""
    return _register("number", (), observe)


def one_word(*allowed: str) -> Callable[[Observe], Observe]:
    """Register a fact that is one of several words."""
    return lambda observe: _register("word", allowed, observe)


def many_words(*allowed: str) -> Callable[[Observe], Observe]:
    """Register a fact that is a set of words."""
    return lambda observe: _register("words", allowed, observe)
