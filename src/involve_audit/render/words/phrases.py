"""Small words that every report is made of: days, lists, sentences, places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.language import _, ngettext, word_for
from involve_audit.wording import days, messages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from involve_audit.results.audit import Evidence, Head, LabelFit, PrincipleFound

NOT_TOLD = "not told"
NOT_A_MARK = _(
    "No mark is given. The bars show how far the questions of a principle are answered well; two projects cannot be ranked by them."
)
NOT_RANKED = _("They are not ranked.")
LAST_QUESTION = _("What would the people of whom this report speaks say to it?")
MIRROR = _("This is a mirror to talk over, not a certificate.")


def day(date: str) -> str:
    """A date as people write it.

    >>> day("2026-11-02")
    '2 November 2026'
    """
    return days.in_words(date) or NOT_TOLD


capital, in_quotes, listed, small = messages.capital, messages.in_quotes, messages.listed, messages.small


def sentence(text: str) -> str:
    """The text as a sentence: a capital letter first, a full stop behind it unless it ends otherwise."""
    text = capital(text.strip())
    ends = text.rstrip("\u201d\u2019\"')")[-1:]
    return text if not text or (ends and ends in ".?!…:") else text + "."


def tells(text: str) -> bool:
    """Whether a text from a file says anything: where words are left out, a mark stands in their place."""
    return any(letter.isalnum() for letter in text)


def few(text: str, most: int) -> str:
    """The first words of a text from a file, with a mark where some are left out.

    >>> few("Meters to take home for everybody", 4)
    'Meters to take home …'
    """
    told = text.split()
    return " ".join(told) if len(told) <= most else f"{' '.join(told[:most]).rstrip('.,;:')} …"


def whole(text: str, most: int) -> str:
    """The first sentences of a text that have no more than so many words; the first one is never cut.

    What is quoted is one with the sentence that quotes it: a quotation without its end reads as if it were whole.

    >>> whole("Ask people. Then write down what they say.", 4)
    'Ask people.'
    >>> whole("Ask people, and write it down.", 2)
    'Ask people, and write it down.'
    >>> whole("They say so. The file adds: “By a court. It was overturned”.", 7)
    'They say so.'
    """
    kept: list[str] = []
    for one in re.split(r"(?<=[.?!])\s+(?![^“”]*”)", text.strip()):
        if kept and len(" ".join((*kept, one)).split()) > most:
            break
        kept.append(one)
    return " ".join(kept)


def stated(state: str, says: str) -> str:
    """A state and the sentence that goes with it; the state only once."""
    if not says.strip():
        return sentence(either(state))
    return (
        sentence(says)
        if state in ("", NOT_TOLD) or says.lower().startswith(state.lower())
        else f"{capital(word_for(state))}. {sentence(says)}"
    )


def fit_of(label: LabelFit) -> str:
    """The state of the words used; empty where they claim nothing, for then there is nothing that could fit, and `none` where none is used."""
    if label.state != "fits" or label.claims:
        return label.state
    return "" if label.called else "none"


def sentences(texts: Iterable[str]) -> str:
    """Each text as a sentence, one behind the other."""
    return " ".join(sentence(t) for t in texts if t)


def either(text: str) -> str:
    """The text, or that it is not told."""
    return word_for(text.strip()) or NOT_TOLD


def titled(head: Head) -> str:
    """What the project is called, or its file."""
    return head.title.strip() or head.file.strip() or _("A project without a title")


def title_in_plain(principle: PrincipleFound) -> str:
    """A principle in everyday words."""
    return principle.plain or principle.title or principle.id


def place(head: Head, because: Evidence) -> str:
    """`file:line`, as editors and terminals understand it."""
    return f"{head.file}:{because.line}" if head.file else _("line {line}", line=because.line)


def at_lines(lines: Collection[int]) -> str:
    """`line 3` or `lines 3 and 8`, behind a sentence that they tell; empty where there are none."""
    return ngettext("line {lines}", "lines {lines}", len(lines), lines=listed(map(str, lines))) if lines else ""


def line_says(because: Evidence) -> str:
    """A place in words of the file, and what stands there: `timing.first_involved: 2025-06`."""
    key = re.sub(r"\[\d+\]$", "", because.path.rpartition(".")[2])
    says = because.says.removeprefix(f"{key}: ") if key else because.says
    return ": ".join(part for part in (because.path, says) if part.strip()) or NOT_TOLD
