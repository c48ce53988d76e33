"""Messages: what is wrong, where, what is allowed, and the nearest guess; and how a value is quoted in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from involve_audit.file_words import reworded
from involve_audit.language import _
from involve_audit.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Path = tuple[str | int, ...]
NEW = "+"
"""In a place, the step that stands for one more item at the end of a list."""


class Problem(Record):
    """Something that keeps a file from being read.

    Attributes:
        line: counted from 1.
        column: counted from 1, in characters.
        where: the place in words of the file (`power.decisions[0].what`), or empty.
        says: what is wrong, what is allowed, and the nearest guess.
    """

    line: int
    column: int
    where: str
    says: str


NO_EXCERPT = "voices.rooms"
"""The part of a project file of which no line is ever quoted."""


class InputError(Exception):
    """A file cannot be used. Carries all its problems, in the order of their lines."""

    def __init__(self, name: str, problems: Iterable[Problem], lines: Sequence[str] = ()) -> None:
        self.name = name
        self.problems = sorted(set(problems), key=lambda p: (p.line, p.column, p.where, p.says))
        self.lines = lines
        super().__init__(self.text())

    def __reduce__(self) -> tuple[Any, ...]:
        """Let the error pass from one process to another."""
        return type(self), (self.name, self.problems, list(self.lines))

    def under(self, name: str) -> InputError:
        """The same problems of a file that is called otherwise."""
        return type(self)(name, self.problems, self.lines)

    def text(self, *, excerpts: bool = True, together: bool = False) -> str:
        """All problems, one below the other; with `excerpts` each shows its line.

        With `together`, of many that are alike the first is said, and of the others how many there are, and where.
        """
        parts = []
        alike: dict[tuple[str, str], list[Problem]] = {}
        for problem in self.problems:
            alike.setdefault(_kind_of(problem) if together else (problem.where, problem.says), []).append(problem)
        many = {id(p): ones for ones in alike.values() if together and len(ones) > MANY_ALIKE for p in ones}
        for problem in self.problems:
            ones = many.get(id(problem))
            if ones is not None and problem is not ones[0]:
                continue
            where = f" {problem.where}:" if problem.where else ""
            parts.append(one_line(f"{self.name}:{problem.line}:{problem.column}:{where} {problem.says}"))
            # Somebody may have put counts of people there: a log that others read must not repeat them.
            if excerpts and not problem.where.startswith(NO_EXCERPT) and 0 < problem.line <= len(self.lines):
                parts += _excerpt(self.lines[problem.line - 1], problem.column)
            if ones is not None:
                places = ", ".join(f"{p.line}:{p.column}" for p in ones[1:])
                parts.append(
                    _(
                        "{one_line}: {number} more like this, at {places}",
                        one_line=one_line(self.name),
                        number=len(ones) - 1,
                        places=places,
                    )
                )
        return "\n".join(parts)


MANY_ALIKE = 5
"""More problems of one kind are said once, with the places of all."""


def _kind_of(problem: Problem) -> tuple[str, str]:
    """What a problem is about, whichever entry of a list it stands in and whichever word was written."""
    return re.sub(r"\[\d+\]", "[]", problem.where), re.sub(r"'[^']*'", "''", problem.says, count=1)


_UNREADABLE = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def readable(text: str) -> str:
    """Take out what could move the cursor or turn the reading direction of the rest of a line."""
    if text.isprintable():  # nearly all texts
        return text
    return re.sub(_UNREADABLE, "\ufffd", text).replace("\t", " ")


_NUMBERS = (
    _("no"),
    _("one"),
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
    _("eleven"),
    _("twelve"),
)


def number_says(many: int, highest: int = 12) -> str:
    """A small number in words, up to `highest`; larger ones in digits.

    >>> number_says(3), number_says(11, highest=10), number_says(40)
    ('three', '11', '40')
    """
    return _NUMBERS[many] if many <= min(highest, len(_NUMBERS) - 1) else str(many)


def listed(words: Iterable[str], last: str = _("and")) -> str:
    """Words in a row.

    >>> listed(["pay", "support", "answers"])
    'pay, support and answers'
    """
    words = tuple(words)
    return f" {last} ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def in_a_sentence(text: str) -> str:
    """A text of the file in one line, as it stands within a sentence: without the full stop at its end."""
    return " ".join(text.split()).rstrip(".")


def in_quotes(text: str | None) -> str:
    """A text of the file in quotation marks, within a sentence; what is quoted in it stands in single ones.

    >>> in_quotes('They said "no" and “never”.')
    '“They said ‘no’ and ‘never’”'
    """
    inner = in_a_sentence(text or "").translate({ord("“"): "‘", ord("”"): "’"})
    inner = re.sub(_STRAIGHT, r"‘\1’", inner) if '"' in inner else inner
    return f"“{inner}”"


_STRAIGHT = r'(?<!\w)"([^"]*)"(?!\w)'
"""What stands between two straight quotation marks."""


def capital(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """The text with a small letter at its beginning: as it stands within a sentence."""
    return text[:1].lower() + text[1:]


def one_line(text: str) -> str:
    """Text in one line, with nothing in it that could act on the rest of a log."""
    return readable(text).replace("\n", "\ufffd")


_BEFORE, _WIDE = 100, 160


def _excerpt(line: str, column: int) -> list[str]:
    """A line and a caret below the column; of a very long line the part around it."""
    start = max(0, column - 1 - _BEFORE) if column > _WIDE - 20 else 0
    shown_part = one_line(line[start : start + _WIDE])
    if not shown_part.strip():
        return []
    front = "…" if start else ""
    back = "…" if len(line) > start + _WIDE else ""
    before = front + shown_part[: column - 1 - start]
    found = [f"    {front}{shown_part.rstrip()}{back}"]
    if column - 1 <= len(line):
        found.append("    " + " " * _width(before) + "^")
    return found


def _width(text: str) -> int:
    """How many cells of a terminal a text takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def flow(value: Any) -> str:
    """A value in one line: `role: involved, status: done`."""
    if isinstance(value, dict):
        return ", ".join(f"{k}: {'(' + flow(v) + ')' if isinstance(v, dict) else flow(v)}" for k, v in value.items())
    if isinstance(value, list):
        return "; ".join(flow(v) for v in value) if value else "none"
    return "" if value is None else " ".join(str(value).split())


def shown(path: Path) -> str:
    """A path as people write it: `power.decisions[0].what`."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
            continue
        text += "." if text else ""
        text += step if len(step) <= 60 else reworded(step, lambda name: name[:59] + "…")
    return text


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that is most like this one, or None."""
    tidied = {a.casefold(): a for a in allowed}
    word = " ".join(str(word).casefold().split())
    if not word or len(word) > 80:
        return None
    from involve_audit.everyday_words import meant

    if word in _MEANT and _MEANT[word] in tidied:
        return tidied[_MEANT[word]]
    for other in (word.replace(" ", "_").replace("-", "_"), word.replace("_", " ").replace("-", " ")):
        if other in tidied:
            return tidied[other]
    for other in meant(word):
        if other in tidied:
            return tidied[other]
    if len(tidied) > 200:
        # Comparing takes time; of a long list only what begins alike and is about as long is looked at.
        alike = (t for t in tidied if t[:2] == word[:2] and abs(len(t) - len(word)) < 4)
        tidied = {t: tidied[t] for t, __ in zip(alike, range(200), strict=False)}
    from difflib import get_close_matches

    found = get_close_matches(word, tidied, n=1, cutoff=0.6)
    if found:
        return tidied[found[0]]
    longer = [a for t, a in tidied.items() if len(word) > 2 and t.startswith(word)]
    return longer[0] if len(longer) == 1 else None


_MEANT = {"on": "yes", "off": "no", "1": "yes", "0": "no", "maybe": "unknown", "?": "unknown", "tbc": "unknown"}
"""What people who know other files may mean."""


def hint(word: str, allowed: Sequence[str]) -> str:
    """`allowed: a, b, c; did you mean 'b'?`, for the end of a message."""
    listed = ", ".join(allowed) if len(allowed) <= 40 else ", ".join(allowed[:40]) + ", …"
    guess = nearest(word, allowed)
    return f"allowed: {listed}" + (_("; did you mean '{guess}'?", guess=guess) if guess else "")
