"""English in other alphabets: sentences of the catalogue in one, words of a project file in another, so that what is left is a find.

The letters of ours become full-width ones (`Ｎｏｂｏｄｙ`), those of a file become Cyrillic ones. Both alphabets have capitals,
so that what is cut, joined, or written with a capital stays what it was; and neither can be mistaken for the other, or for a
sentence that went past the catalogue.
"""

from __future__ import annotations

import html
import json
import re
import string
from functools import cache
from typing import TYPE_CHECKING, Any

from involve_audit.load import read, read_project
from involve_audit.project.fields import at
from involve_audit.project.free_texts import free_texts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

_OURS = str.maketrans({c: chr(ord(c) + 0xFEE0) for c in string.ascii_letters})
_ENGLISH = str.maketrans({nonsense: chr(letter) for letter, nonsense in _OURS.items()})
_THEIRS = str.maketrans(
    {c: chr(ord("а" if c.islower() else "А") + ord(c.lower()) - ord("a")) for c in string.ascii_letters}
)
KEPT = re.compile(
    r"(\{\w*\}|`[^`]*`|\binvolve-audit [a-z]+\b|\b[0-9a-f]{12,64}\b|--[a-z][a-z-]*|https?:\S+|[\w.-]*\.(?:ya?ml|html|jsonl?|docx|xlsx|ics|csv|toml|pdf|zip|md|txt|sarif|xml)\b)"
)
"""What a translator keeps: places for values, what stands in code, options, addresses, names of files."""


def as_ours(sentence: str) -> str:
    """A sentence as a catalogue of nonsense has it."""
    return "".join(part if n % 2 else part.translate(_OURS) for n, part in enumerate(KEPT.split(sentence)))


def in_english_letters(page: str) -> str:
    """What was printed, with the letters of English where those of the catalogue of nonsense stand."""
    return page.translate(_ENGLISH)


def catalogue_of_nonsense(template: Path, folder: Path) -> None:
    """A compiled catalogue in which every sentence of the template is nonsense, as the language `xx`."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    with template.open("rb") as file:
        catalogue = read_po(file, locale="en")
    for message in catalogue:
        if message.id:
            message.string = tuple(map(as_ours, message.id)) if isinstance(message.id, tuple) else as_ours(message.id)
            message.flags.discard("fuzzy")
    place = folder / "xx" / "LC_MESSAGES"
    place.mkdir(parents=True)
    with (place / f"{template.stem}.mo").open("wb") as file:
        write_mo(file, catalogue)


def in_their_letters(text: bytes, stays: Collection[str]) -> tuple[str, set[str]]:
    """A project file in whose free texts every letter is Cyrillic, as JSON, which is YAML; and what stays in them in English.

    Args:
        text: the file.
        stays: words that stay, as keys of the format do.
    """
    document = read(text, "project.yaml")
    project = read_project(document)
    # Choices, counts and amounts are understood whole, so their words stay.
    texts, named = free_texts(project)
    moved = {
        document.true_path(path)
        for path, told in texts.items()
        if isinstance(at(project, path), str) and told.casefold() not in stays
    }
    english: set[str] = set()
    names = {document.true_path(path) for path, told in named.items() if told.casefold() not in stays}

    def step(path: tuple[Any, ...]) -> Any:
        return path[-1].translate(_THEIRS) if path in names else path[-1]

    def changed(value: Any, path: tuple[Any, ...]) -> Any:
        if isinstance(value, dict):
            return {step((*path, key)): changed(told, (*path, key)) for key, told in value.items()}
        if isinstance(value, list):
            return [changed(told, (*path, n)) for n, told in enumerate(value)]
        if path in moved:
            return value.translate(_THEIRS)
        english.add(str(value))
        return value

    return json.dumps(changed(document.tree, ()), ensure_ascii=False, indent=1), english


_NOT_TEXT = re.compile(r"(?s)<(style|script)\b.*?</\1>|<!--.*?-->|<!doctype[^>]*>")
_SAID_BY_ATTRIBUTES = re.compile(r'\b(?:title|alt|aria-label|placeholder)="([^"]*)"')
RUN = re.compile(r"[A-Za-z]+(?:(?: |['’_-]+)[A-Za-z]+)*")
_TWO_LETTERS = re.compile(r"[A-Za-z](?: |['’_-]+)?[A-Za-z]")


def text_of_html(page: str) -> str:
    """What a page in HTML says to people, with what its attributes say."""
    page = _NOT_TEXT.sub("", page)
    return html.unescape(re.sub(r"<[^>]*>", "\n", page) + "\n" + "\n".join(_SAID_BY_ATTRIBUTES.findall(page)))


def english_in(output: str, allowed: Collection[str]) -> Iterator[tuple[str, str]]:
    """Every run of English words in an output that is neither allowed nor code, with the line that it stands in.

    Args:
        output: what was printed.
        allowed: words and phrases that may stand there, in lower case.
    """
    for line in output.splitlines():
        for found, is_cut in _runs(line):
            run = found.casefold().replace("_", " ")
            # A line of the file that is quoted may be cut anywhere.
            if run not in allowed and not (is_cut and any(word.startswith(run) for word in allowed)):
                yield found, line.strip()


@cache
def _runs(line: str) -> tuple[tuple[str, bool], ...]:
    """The runs of English words in a line, and whether each is cut off there; most lines stand on many pages, and most have none."""
    if not _TWO_LETTERS.search(line):
        return ()
    rest = KEPT.sub(" · ", line)
    runs = (found for found in RUN.finditer(rest) if len(found[0]) > 1)
    return tuple((found[0], rest[found.end() :].lstrip().startswith("…")) for found in runs)
