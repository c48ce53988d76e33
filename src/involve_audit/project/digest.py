"""What a statement replied to: hashes of a file's answers, so that a later reader can see which of them changed.

They are taken of the plain tree, without comments, layout and the order of keys, and without `views`: what people say
of a file may be added to. A hash says that an answer is another one now; it does not say what it was.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from importlib import import_module
from typing import Any

from involve_audit.language import _
from involve_audit.record import Record
from involve_audit.wording.file_words import plain

_NO_ANSWERS = ("format", "views")
_SHORT = 32
"""Hex digits kept of the hash of one answer: 128 bits, so that nobody finds another answer with the same ones."""


class SinceSealed(Record):
    """What became of the answers since a statement was sealed.

    Attributes:
        changed: top-level answers that are others now.
        added: those that are new.
        gone: those that are not there any more.
        reply: whether the view itself, with its statement, is another one now.
    """

    changed: tuple[str, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    reply: bool

    @property
    def any(self) -> bool:
        """Whether anything at all is not as it was."""
        return bool(self.changed or self.added or self.gone or self.reply)


def hash_of(value: Any) -> str:
    """The SHA-256 of a plain value; blanks and line breaks within a text do not matter, nor does the order of keys."""
    return _hash(_tidied(value))


def _hash(tidied: Any) -> str:
    import json

    text = json.dumps(tidied, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return str(_sha256()(text.encode("utf-8", "surrogatepass")).hexdigest())


@cache
def _sha256() -> Any:
    """SHA-256 without OpenSSL where Python has it: loading OpenSSL takes ten milliseconds, more than all that is hashed here."""
    for module in ("_sha2", "_sha256"):
        with suppress(ImportError, AttributeError):
            return import_module(module).sha256
    import hashlib

    return hashlib.sha256


def _tidied(value: Any) -> Any:
    if isinstance(value, dict):
        return {plain(k): _tidied(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_tidied(v) for v in value]
    return " ".join(plain(value).split()) if isinstance(value, str) else value


class Hashes(Record):
    """The hashes of a file.

    Attributes:
        answers: the beginning of the hash of each top-level answer, in the order of the file.
        whole: the hash of all answers together.
    """

    answers: dict[str, str]
    whole: str


def hashes_of(tree: dict[str, Any]) -> Hashes:
    """The hashes of a file, each part of which is looked through once."""
    tidied = {key: _tidied(value) for key, value in tree.items() if key not in _NO_ANSWERS}
    return Hashes({key: _hash(value)[:_SHORT] for key, value in tidied.items()}, _hash(tidied))


def reply_of(view: dict[str, Any]) -> str:
    """The hash of a view with its statement, without what was sealed."""
    return hash_of({key: value for key, value in view.items() if key != "sealed"})


def seal(tree: dict[str, Any], view: dict[str, Any], day: str) -> dict[str, Any]:
    """The block that is written into a view, so that its statement keeps the file that it replied to."""
    hashes = hashes_of(tree)
    return {"when": day, "whole": hashes.whole, "reply": reply_of(view), "answers": hashes.answers}


def fault(sealed: dict[str, Any]) -> str:
    """Why a sealed block cannot be read; empty where it can."""
    answers = sealed.get("answers")
    for name in ("whole", "reply"):
        if not _is_hash(plain(str(sealed.get(name))), 64):
            return _("`sealed.{name}` is not a SHA-256", name=name)
    if not isinstance(answers, dict) or not all(_is_hash(plain(str(h)), _SHORT) for h in answers.values()):
        return _("`sealed.answers` does not hold a hash for each answer")
    return ""


def _is_hash(told: Any, digits: int) -> bool:
    return isinstance(told, str) and len(told) == digits and {*told} <= {*"0123456789abcdef"}


def changes(tree: dict[str, Any], view: dict[str, Any], known: Hashes | None = None) -> SinceSealed:
    """What became of the answers since the statement of a view was sealed; `known` are the hashes of the tree, where they are at hand.

    Raises:
        ValueError: what was sealed cannot be read, or has been tampered with.
    """
    sealed = view.get("sealed")
    if not isinstance(sealed, dict):
        raise ValueError(_("nothing is sealed here"))
    problem = fault(sealed)
    if problem:
        raise ValueError(problem)
    hashes = known or hashes_of(tree)
    was, now = {k: plain(h) for k, h in sealed["answers"].items()}, hashes.answers
    found = SinceSealed(
        tuple(k for k in now if k in was and was[k] != now[k]),
        tuple(k for k in now if k not in was),
        tuple(k for k in was if k not in now),
        reply_of(view) != plain(sealed["reply"]),
    )
    if (plain(sealed["whole"]) == hashes.whole) == bool(found.changed or found.added or found.gone):
        raise ValueError(_("the hashes that were sealed do not fit together; they were changed by hand"))
    return found
