"""What is asked, and what may be answered: plain values that a terminal or a page shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from involve_audit.language import _

Place = tuple[str | int, ...]
"""Where an answer belongs, as the model names places; `NEW` at a list is one more entry."""
Tells = tuple[tuple[Place, Any], ...]
"""What a file says after an answer: places, each with what stands there then."""

WORDS = "\0words"
"""In what a choice tells, the place of the few words that it asks for."""

DECIDES = {
    "the verdict": _("It decides the verdict."),
    "the policy": _("It decides the policy."),
    "the label": _("It decides the label."),
    "what is asked": _("It decides what is asked."),
    "what the next meeting could change": _("It decides what the next meeting could change."),
    "whether the file can be read": _("It decides whether the file can be read."),
}
"""What hangs on a question, as a sentence."""

Kind = Literal["choice", "several", "count", "date", "money", "period", "text", "texts", "source", "mistake"]


@dataclass(frozen=True)
class Choice:
    """One of the answers that a question offers.

    Attributes:
        word: what may be typed for it, besides its number.
        says: what it means, in everyday words.
        tells: what the file says then.
        words: where it asks for a few words as well, what they are about; empty where it does not.
        grave: what it says in all, where that weighs so much that it is asked back before it is written; else empty.
    """

    word: str
    says: str
    tells: Tells
    words: str = ""
    grave: str = ""


@dataclass(frozen=True)
class Question:
    """One question.

    Attributes:
        id: what it is about, the same for the same question in any file.
        asks: the question, in everyday words.
        kind: one choice, several, a value in words (count, date, money, period, text, texts), a source, or a mistake to mend.
        why: why it is asked.
        decides: what hangs on it, as a key of `DECIDES`; empty where that cannot be said.
        choices: the answers that it offers, where it offers any.
        more: rarer answers, which are understood where somebody writes them and are not listed: a long list is not read.
        path: where an answer in words belongs.
        also: what such an answer tells besides.
        help: what kind of answer is meant, with an example.
        unknown: what the file says after "I don't know"; empty where nothing can be written.
        out: what it says after "does not apply", where another answer says so.
        targets: where one answer is for several parts: the place of each, and the words for it.
        of_all: what the file says where one of the answers, by its word, is for all of these parts; else that stands in each of them.
        no: how a *no* to a date is said back; empty where it is *not so far*.
        or_none: whether `none` is an answer to it, where it asks for words.
        wrong: for a mistake, what stands there and what is wrong with it.
        weight: how much seems to hang on it before anything is tried.
        samples: answers that are tried so that it is seen what hangs on it.
        odds: how likely each of these is, from experience; alike where it is left out.
        cost: how many answers it asks for.
    """

    id: str
    asks: str
    kind: Kind
    why: str = ""
    decides: str = ""
    choices: tuple[Choice, ...] = ()
    more: tuple[Choice, ...] = ()
    path: Place = ()
    also: Tells = ()
    help: str = ""
    unknown: Tells = ()
    out: Tells = ()
    targets: tuple[tuple[Place, str], ...] = ()
    of_all: tuple[tuple[str, Tells], ...] = ()
    no: str = ""
    or_none: bool = False
    wrong: str = ""
    weight: float = field(default=0.0, compare=False)
    samples: tuple[Tells, ...] = field(default=(), compare=False, repr=False)
    odds: tuple[float, ...] = field(default=(), compare=False, repr=False)
    cost: float = field(default=1.0, compare=False)

    @property
    def answers(self) -> tuple[Choice, ...]:
        """All that can be chosen, the listed ones first."""
        return (*self.choices, *self.more)


SEVERAL = _("Several are fine: `1, 2`.")
SEVERAL_APART = _("Several are fine: `1, 4`.")
SEVERAL_OR_ALL = _("Several are fine: `1, 2`; or `all`.")
SHOWS_SOME = _("If it shows only some of them, say which: `minutes for 1, 2`.")
FOR_SOME = _("If it is so of some of them only, say which: `3 for 1, 2`; the others are asked later.")
IF_FOR_SOME = _("If that is so of some of them only, say of which: `… for 1, 2`; the others are asked later.")
"""Help on what to type: a screen with boxes to tick needs none of it."""


class NotUnderstood(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """An answer that fits no choice and is no value of the kind that is asked for; with what is allowed."""
