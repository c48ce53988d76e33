"""What was handed in more than once: the same content under two names, the same reference, the same title.

It is said and never mended: which of two is meant only those know who handed them in. Marks are kept instead of words, so that
a table without words of the files can still say it, and memory hardly grows with the number of files.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from involve_audit.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = {
    "content": _("the same content"),
    "answers": _("the same answers under another title or reference"),
    "reference": _("the same reference"),
    "title": _("the same title"),
}
"""In what two files may be alike, the closest first."""
FEWEST_ANSWERS = 12
"""Files with fewer answers may say the same by chance."""
MOST_NAMED = 6
"""So many names of files stand in one sentence; how many more there are is said."""
_IN_OTHER_WORDS = ("title", "reference", "summary")


def marks_of(tree: dict[str, Any]) -> dict[str, str]:
    """By what a project file is found alike: a mark for each kind of which it tells something."""
    head = tree.get("project")
    head = head if isinstance(head, dict) else {}
    rest = {key: value for key, value in tree.items() if key not in ("format", "filled_in", "project")}
    rest["project"] = {key: value for key, value in head.items() if key not in _IN_OTHER_WORDS}
    answers = _mark(rest)
    words = {key: value for key, value in head.items() if key in _IN_OTHER_WORDS}
    marks = {"content": _mark([answers, words, tree.get("format"), tree.get("filled_in"), tree.get("project") == {}])}
    if _has_answers(rest, FEWEST_ANSWERS):
        marks["answers"] = answers
    for kind in ("reference", "title"):
        text = _letters(head.get(kind))
        if text:
            marks[kind] = _mark(text)
    return marks


def marks_of_bytes(data: bytes) -> dict[str, str]:
    """The mark of a file that could not be audited."""
    return {"content": hashlib.sha256(b"unread " + data).hexdigest()[:16]} if data.strip() else {}


def _mark(value: Any) -> str:
    return hashlib.sha256(_IN_ORDER.encode(value).encode("ascii")).hexdigest()[:16]


_IN_ORDER = json.JSONEncoder(sort_keys=True, check_circular=False)  # no file holds itself


def _letters(text: Any) -> str:
    """A title or a reference without what is typed differently: capitals, blanks, hyphens and full stops."""
    if not isinstance(text, str):
        return ""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _has_answers(tree: Any, number: int) -> bool:
    """Whether a tree holds at least so many answers; what stands behind these is not counted."""
    waiting, found = [tree], 0
    while waiting and found < number:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
        else:
            found += 1
    return found >= number


@dataclass
class Alike:
    """Files with the same marks, as they are found one after the other.

    Attributes:
        files: by kind and mark, the files that have it, in the order in which they were given.
        marks: the marks of each file.
    """

    files: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    marks: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, file: str, marks: dict[str, str]) -> None:
        """Note one more file."""
        self.marks[file] = marks
        for item in marks.items():
            self.files.setdefault(item, []).append(file)

    def of(self, file: str) -> list[str]:
        """What else was handed in like this file, a few words for each kind; nothing is said twice of the same file."""
        said: set[str] = {file}
        found = []
        for kind, says in KINDS.items():
            there = self.files.get((kind, self.marks.get(file, {}).get(kind, "")), ())
            others = [other for other in there if other not in said]
            if others:
                said.update(others)
                found.append(_("{says} as {listed}", says=says, listed=_listed(others)))
        return found

    def kinds_of(self, file: str) -> list[str]:
        """In what other files are like this one, without their names; nothing is said twice of the same files."""
        said: set[str] = {file}
        found = []
        for kind, says in KINDS.items():
            there = set(self.files.get((kind, self.marks.get(file, {}).get(kind, "")), ()))
            if there - said:
                said |= there
                found.append(says)
        return found

    def groups(self) -> Iterator[tuple[str, list[str]]]:
        """Each kind with the files that are alike in it, the closest kind first; no group within a closer one."""
        closer: list[set[str]] = []
        for kind in KINDS:
            for (found, __), files in self.files.items():
                if found == kind and len(files) > 1 and not any(set(files) <= group for group in closer):
                    yield kind, files
                    closer.append(set(files))

    def lines(self) -> list[str]:
        """Each group in a sentence."""
        return [f"{KINDS[kind].capitalize()}: {_listed(files)}" for kind, files in self.groups()]


def _listed(files: list[str]) -> str:
    named = ", ".join(files[:MOST_NAMED])
    return (
        _("{named} and {number} more", named=named, number=len(files) - MOST_NAMED)
        if len(files) > MOST_NAMED
        else named
    )
