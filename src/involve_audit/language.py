"""The language of what is printed: every sentence for people goes through `_` or `ngettext`, whole and with names for its values.

A sentence is English as it stands in the code. Where `INVOLVE_AUDIT_LANGUAGE` names another language, it is looked up in
the catalogue of this language (gettext, `locale/LANGUAGE/LC_MESSAGES/involve_audit.mo`, here or where
`INVOLVE_AUDIT_LOCALE` says); what is not found there stays English. The language is one for the whole process and is
settled when this module is imported, so that tables of words can call `_` while they are made. Without a language nothing
is looked up and nothing more is imported: speed is a feature of a command that runs often.

What is no sentence has no place here: keys and choices of the project file (`decided together`), names of facts, ids.
They are the format's own words, and the same in every language. A choice that is an answer to a question is shown by its
word in the language (`answer`), and the file still gets the format's own.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LANGUAGE = "INVOLVE_AUDIT_LANGUAGE"
"""The variable of the environment that names the language: `de`, `pt_BR`, several with `:` between them."""
LOCALE = "INVOLVE_AUDIT_LOCALE"
"""The variable that names a folder of catalogues, where they are not those of the package."""
DOMAIN = "involve_audit"
ANSWER = "answer"
"""The context in a catalogue of words that are answers."""


def _as_written() -> tuple[Callable[..., str], Callable[..., str], Callable[[str], str]]:
    """The functions for English, which is what stands in the code."""

    def gettext(message: str, /, **values: object) -> str:
        return message.format_map(values) if values else message

    def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
        message = one if number == 1 else many
        return message.format_map(values) if values else message

    return gettext, ngettext, str


def _translated(languages: str) -> tuple[Callable[..., str], Callable[..., str], Callable[[str], str]]:
    """The functions for other languages, the first that has a sentence; no catalogue at all is English."""
    from gettext import translation

    found = translation(DOMAIN, _folder(), languages.split(":"), fallback=True)

    def gettext(message: str, /, **values: object) -> str:
        # The empty message is the head of a catalogue, and no sentence.
        said = found.gettext(message) if message else ""
        return said.format_map(values) if values else said

    def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
        said = found.ngettext(one, many, number)
        return said.format_map(values) if values else said

    def answer(word: str) -> str:
        return found.pgettext(ANSWER, word)

    return gettext, ngettext, answer


def catalogues() -> dict[str, str]:
    """The catalogues that are looked up: by where each belongs below the package, where it is."""
    if not chosen():
        return {}
    from gettext import find

    found = find(DOMAIN, _folder(), chosen().split(":"), all=True)
    return {"/".join(("locale", *path.replace(os.sep, "/").split("/")[-3:])): path for path in found}


def _folder() -> str:
    """Where the catalogues are."""
    here = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH120, PTH100
    return os.environ.get(LOCALE) or os.path.join(here, "locale")  # noqa: PTH118


STATES = (
    "honest", "as far as told", "partly", "not honest", "fits", "modest", "overclaimed", "not shown", "not told", "good", "bad", "open",
    "claimed", "specific", "documented", "confirmed", "disputed", "told", "shown", "promised", "label", "limits", "refusals", "agreements",
    "failures", "with date and money", "with date and owner", "with date, and money or owner", "in words", "overdue", "most agree", "most disagree", "not most agree", "split", "too few to show",
    "holds", "clear", "not due", "met", "not met", "held", "not held", "broken", "kept", "not answered", "does not apply", "aimed for", "planned",
    "new", "worse", "better", "moved", "deleted", "late", "in part", "unclear", "gone", "not asked", "not heard", "too few", "promise", "review", "feedback", "not told back", "nothing changed",
)  # fmt: skip
"""Words for how something stands, as results hold them for programs: `word_for` says one to people."""


def word_for(state: str) -> str:
    """How a state is said to people: itself in English; what is no state of ours, such as a word of a file, stays."""
    return _(state) if state in STATES and chosen() else state


def term(word: str, /, **values: object) -> str:
    """How a word or sentence is said to people that was made elsewhere, as a table or a message: the template holds it from there."""
    return _(word, **values)


def ways_to_write(words: str) -> frozenset[str]:
    """The words that may be written for something, given as a list with commas: those of the language, and the English ones, which always work."""
    return frozenset(word for said in (words, _(words)) for word in said.split(", "))


def chosen() -> str:
    """The language that was asked for; empty where none was, which is English."""
    return os.environ.get(LANGUAGE, "")


def tag() -> str:
    """The language of a page as HTML names it: `pt-BR`; British English where none was asked for."""
    return chosen().partition(":")[0].replace("_", "-") or "en-GB"


_, ngettext, answer = _translated(chosen()) if chosen() else _as_written()
"""`answer` says a word that answers a question, such as a choice of the file: *no* is another word there than it is as a number."""
