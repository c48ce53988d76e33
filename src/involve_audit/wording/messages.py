"""Messages: what is wrong, where, what is allowed, and the nearest guess; and how a value is quoted in one line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from involve_audit.language import _, term
from involve_audit.record import Record
from involve_audit.wording.file_words import left_out, marked, plain, reworded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Path = tuple[str | int, ...]
NEW = "+"
"""In a place, the step that stands for one more item at the end of a list."""


class Wrong(Record):
    """What is wrong, as data until a writer makes words of it: `str` says it in the language.

    `Wrong("{key} is not a key here", key=theirs(key), advice=hint(…))`. The template for translators holds each sentence.

    Attributes:
        kind: the sentence as it stands in the code, with names for its values: the same in every language.
        values: what is put into it, by name. Words of the file are marked as such (`file_words`); words in a row are a tuple.
        advice: what to do about it, which follows behind a semicolon, and may have more behind it.
        plainly: the sentence for people who know no YAML, with the same values, where it is another one.
    """

    kind: str
    values: dict[str, Any]
    advice: Wrong | None
    plainly: str

    def __init__(self, kind: str, /, *, advice: Wrong | None = None, plainly: str = "", **values: Any) -> None:
        self.__dict__.update(kind=kind, values=values, advice=advice, plainly=plainly)

    def __hash__(self) -> int:
        return hash((self.kind, self.advice))

    def __str__(self) -> str:
        return plain(self.said)

    @property
    def said(self) -> str:
        """All of it in words, those of the file marked."""
        return "; ".join(one.sentence for one in self.chain)

    @property
    def chain(self) -> tuple[Wrong, ...]:
        """What is wrong, and each piece of advice behind it."""
        return (self, *(self.advice.chain if self.advice else ()))

    @property
    def sentence(self) -> str:
        """What is wrong without the advice, in words, those of the file marked."""
        return self._says(self.kind)

    @property
    def plain_sentence(self) -> str:
        """The same for people who know no YAML."""
        return self._says(self.plainly or self.kind)

    def _says(self, sentence: str) -> str:
        return term(sentence, **{name: _in_a_row(v) if isinstance(v, tuple) else v for name, v in self.values.items()})

    def told(self, name: str) -> Any:
        """A value of it or of its advice; None where it has none of this name."""
        return next((one.values[name] for one in self.chain if name in one.values), None)


MOST_WORDS = 40
"""So many words are listed in a message."""


def _in_a_row(words: tuple[str, ...]) -> str:
    return ", ".join(words[:MOST_WORDS]) + (", …" if len(words) > MOST_WORDS else "")


def wrong_in(error: ValueError) -> Wrong | str:
    """What is wrong with a value, from the error of whatever reads it; what Python itself says of it may hold words of the file."""
    told = error.args[0] if error.args else ""
    return told if isinstance(told, Wrong) else marked(str(error))


def in_words(wrong: Wrong | str) -> str:
    """What is wrong, in words; a text has the words of the file in it marked."""
    return plain(wrong) if isinstance(wrong, str) else str(wrong)


class Problem(Record):
    """Something that keeps a file from being read.

    Attributes:
        line: counted from 1.
        column: counted from 1, in characters.
        where: the place in words of the file (`power.decisions[0].what`), or empty.
        wrong: what is wrong, what is allowed, and the nearest guess; as a text, with the words of the file in it marked.
    """

    line: int
    column: int
    where: str
    wrong: Wrong | str

    @property
    def kind(self) -> str:
        """What sort of problem it is, the same in every language."""
        return self.wrong if isinstance(self.wrong, str) else self.wrong.kind

    @property
    def says(self) -> str:
        """What is wrong, in words."""
        return in_words(self.wrong)


NO_EXCERPT = "voices.rooms"
"""The part of a project file of which no line is ever quoted."""


class InputError(Exception):
    """A file cannot be used. Carries all its problems, in the order of their lines."""

    def __init__(self, name: str, problems: Iterable[Problem], lines: Sequence[str] = ()) -> None:
        self.name = name
        self.problems = sorted(set(problems), key=lambda p: (p.line, p.column, p.where, p.kind))
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
        alike: dict[tuple[str, str, Wrong | None], list[Problem]] = {}
        for problem in self.problems if together else ():
            alike.setdefault(_kind_of(problem), []).append(problem)
        many = {id(p): ones for ones in alike.values() if len(ones) > MANY_ALIKE for p in ones}
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


def _kind_of(problem: Problem) -> tuple[str, str, Wrong | None]:
    """What a problem is about, whichever entry of a list it stands in and whichever word was written."""
    wrong = problem.wrong
    says, advice = (wrong, None) if isinstance(wrong, str) else (wrong.sentence, wrong.advice)
    return re.sub(r"\[\d+\]", "[]", problem.where), left_out(says), advice


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
    from involve_audit.wording.everyday_words import meant as in_everyday_words

    if word in _MEANT and _MEANT[word] in tidied:
        return tidied[_MEANT[word]]
    for other in (word.replace(" ", "_").replace("-", "_"), word.replace("_", " ").replace("-", " ")):
        if other in tidied:
            return tidied[other]
    for other in in_everyday_words(word):
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


def hint(
    word: str, allowed: Sequence[str], *, named: bool = False, guess: str | None = None, more: Wrong | None = None
) -> Wrong:
    """`allowed: a, b, c; did you mean 'b'?`, for the end of a message.

    Args:
        word: what stands there.
        allowed: what may stand there.
        named: whether these are names of the file, and no words of its format.
        guess: what is meant, where it is known better than by how words are spelt.
        more: further advice.
    """
    guess = guess or nearest(word, allowed)
    mark = marked if named else str
    # One more than is listed says that there are more: a file may hold thousands of names, and a hundred such messages.
    listed = tuple(map(mark, allowed[: MOST_WORDS + 1]))
    if not listed:
        return more or Wrong("there is nothing here that could be meant")
    return Wrong("allowed: {allowed}", allowed=listed, advice=meant(mark(guess), more) if guess else more)


def meant(guess: str, more: Wrong | None = None) -> Wrong:
    """`did you mean 'b'?`, for the end of a message."""
    return Wrong("did you mean '{guess}'?", guess=guess, advice=more)
