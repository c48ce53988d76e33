"""Which of the answers that a question offers is meant by what somebody wrote, and what else was said with it.

Words that stand behind an answer are never dropped: they are handed back, or, where they may say the contrary, it is asked back.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from involve_audit.interview.question import Choice, NotUnderstood
from involve_audit.language import _, answer
from involve_audit.project.fields import SAME, quote
from involve_audit.wording.everyday_words import meant, plain
from involve_audit.wording.messages import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DENYING = frozenset(_(
    "no, not, none, never, nobody, nothing, nowhere, neither, nor, without, hardly, cannot, dont, didnt, wasnt, werent, isnt, arent"
).split(", "))  # fmt: skip
_CLAIMING = frozenset(_("yes, but, except, apart, though, although, some, only, sometimes").split(", "))
"""What takes back a part of a *no* that it stands behind."""
_LITTLE = frozenset(_(
    "a, an, the, of, in, on, at, to, it, is, was, are, were, be, they, them, that, this, and, or, people, with, for, by, as, have, has, had, did, "
    "do, does, will, what, who, there, than, so, also, we, i"
).split(", "))  # fmt: skip
"""Words that alone say nothing."""
_COMMON = frozenset(_(
    "about, another, anybody, anything, from, just, like, made, make, many, more, much, once, other, others, part, same, "
    "some, somebody, something, such, take, takes, taken, them, their, then, thing, things, this, time, times, very, when, which, with, work"
).split(", "))  # fmt: skip
"""Words that any answer may hold: that somebody wrote one of them makes no answer likelier than another."""
_LEADING = re.compile(r"^(?:yes|no|to|only)\b[,;:.]?\s+")
_ALONE = re.compile(r"^(?:a|an|the|it was|it is|it's)\s+")
_BREAK = re.compile(r"\s*(?:[:;,.(–—]|\s-\s|\s(?:because|but|though|although|except)\s)\s*")
_NUMBER = re.compile(r"\(?([0-9]{1,2})(?:\s*([).:,;–—-])\s*|\s+|$)(.*)$")


_AND = rf"\b{re.escape(_('and'))}\b"


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without what stands between them."""
    return tuple(re.findall(r"[^\W_]+(?:'[^\W_]+)?", plain(text)))


def denies(text: str) -> bool:
    """Whether a text says *no* to something."""
    return any(w in _DENYING or w.endswith("n't") for w in words_of(text))


def ways_to_say(choice: Choice) -> tuple[str, ...]:
    """How an answer may be given in words: its own word, what is printed, and that without its leading yes, no or to."""
    says = plain(choice.says)
    return tuple(dict.fromkeys((plain(choice.word), plain(answer(choice.word)), says, _LEADING.sub("", says))))


def find(choices: Sequence[Choice], line: str, *, parts: bool = True) -> tuple[Choice, str] | None:
    """The answer that is meant, and the words that stand behind it; None where it is none of these.

    Args:
        choices: the answers that there are.
        line: what was written.
        parts: whether some of the printed words are enough.

    Raises:
        NotUnderstood: it may be several, or what stands behind it may say the contrary.
    """
    numbered = _by_number(choices, line)
    if numbered is not None:
        return numbered
    whole = _named(choices, line, parts=parts)
    if whole is not None:
        return whole, ""
    for head, rest in _divided(choices, line):
        found = _named(choices, head, parts=parts)
        if found is not None:
            hold_together(choices, found, rest, line)
            return found, rest
    return None


def _by_number(choices: Sequence[Choice], line: str) -> tuple[Choice, str] | None:
    found = _NUMBER.match(line)
    if not found or not 0 < int(found[1]) <= len(choices):
        return None
    choice, mark, rest = choices[int(found[1]) - 1], found[2], found[3].strip()
    own = not rest or _named((choice,), rest) is not None
    if own and not (rest and _is_another([c for c in choices if c is not choice], rest)):
        return choice, ""
    if not mark and not choice.words:
        return None  # `2 of them` is not the second answer
    if re.fullmatch(r"[0-9 ,;]|[0-9 ,;]*[0-9]", rest) and (mark in ("", ",", ";") or not choice.words):
        raise NotUnderstood(_("one answer is asked for here; write the number of the one that fits best"))
    hold_together(choices, choice, rest, line)
    return choice, rest


def _named(choices: Sequence[Choice], said: str, *, parts: bool = True) -> Choice | None:
    """The answer that is named by its word, by what is printed, by the beginning of either, or by a part of it.

    Raises:
        NotUnderstood: it may be several.
    """
    word = plain(said).strip(' .,;:!"“”')
    spoken = words_of(word)
    if not spoken:
        return None
    for of in (lambda c: (plain(c.word), plain(answer(c.word)), plain(c.says)), ways_to_say):
        exact = [c for c in choices if spoken in map(words_of, of(c))]
        if len(exact) == 1:
            return exact[0]
    same = [c for c in choices if SAME.get(word) == c.word]
    if len(same) == 1:
        return same[0]
    begins = [c for c in choices if any(w.startswith(word) for w in ways_to_say(c))]
    if begins and all(w in _LITTLE for w in spoken):
        return None
    if len(begins) == 1:
        return begins[0]
    # A word of its own is meant, and not a part of another's words.
    other = [c for c in choices if any(plain(c.word) == plain(m) for m in meant(word))]
    if not begins and len(other) == 1:
        return other[0]
    bare = words_of(_ALONE.sub("", word))
    holds = [c for c in choices if _says_too(c, spoken) or (bare and _says_too(c, bare))] if parts else []
    if len(holds) == 1 and not begins:
        return holds[0]
    several = begins or holds
    if several:
        names = f" {_('or')} ".join(f"'{answer(c.word)}'" for c in several)
        raise NotUnderstood(_("{said} may be {names}; write more of it, or its number", said=quote(said), names=names))
    return None


def _says_too(choice: Choice, spoken: tuple[str, ...]) -> bool:
    """Whether these words stand, one after another, in what is printed for an answer, and mean the same there."""
    if all(w in _LITTLE for w in spoken) or (len(spoken) == 1 and len(spoken[0]) < 4):
        return False
    for text in dict.fromkeys((choice.word, answer(choice.word), choice.says)):
        printed = words_of(text)
        for n in range(len(printed) - len(spoken) + 1):
            if printed[n : n + len(spoken)] == spoken:
                clause = next((c for c in re.split(r"[,;:]", text) if _within(spoken, words_of(c))), text)
                return denies(clause) == denies(" ".join(spoken))
    return False


def _within(spoken: tuple[str, ...], printed: tuple[str, ...]) -> bool:
    return any(printed[n : n + len(spoken)] == spoken for n in range(len(printed) - len(spoken) + 1))


def _divided(choices: Sequence[Choice], line: str) -> Iterator[tuple[str, str]]:
    """An answer and what stands behind it, the longest answer first."""
    for cut in reversed(list(_BREAK.finditer(line))):
        head = line[: cut.start()].strip()
        rest = line[cut.start() :].strip(" :;,.–—-")
        if head and rest:
            yield head, rest.removeprefix("(").removesuffix(")") if rest.startswith("(") else rest
    # Printed words with more behind them, with nothing between.
    for way in sorted((w for c in choices for w in ways_to_say(c)), key=len, reverse=True):
        if len(words_of(way)) > 1 and plain(line).startswith(f"{way} "):
            yield line[: len(way)], line[len(way) :].strip()


def hold_together(choices: Sequence[Choice], choice: Choice, rest: str, line: str) -> None:
    """See that what stands behind an answer does not say the contrary.

    Raises:
        NotUnderstood: it may; the question is asked back.
    """
    spoken = words_of(rest)
    if choice.words:
        doubtful = not spoken or (len(spoken) < 4 and (denies(rest) or spoken in [("yes",), words_of(answer("yes"))]))
    elif denies(f"{choice.word} {choice.says}"):
        # What says yes first, and adds who was not asked, is gainsaid by a *no* as well.
        first = re.split(r"[,;:]", choice.says)[0]
        doubtful = bool(set(spoken) & _CLAIMING) or (denies(rest) and not denies(f"{choice.word} {first}"))
    else:
        doubtful = denies(rest)
    if not doubtful and not choice.words:
        doubtful = _is_another([c for c in choices if c is not choice], rest)
    if doubtful:
        number = choices.index(choice) + 1
        more = (
            _("`{number}: …` with a few words", number=number) if choice.words else _("`{number}` alone", number=number)
        )
        raise NotUnderstood(
            _(
                "{line} may mean “{says}”, or the contrary. If it is so, write {more}; if not, another answer",
                line=quote(line),
                says=choice.says,
                more=more,
            )
        )


def _is_another(others: Sequence[Choice], said: str) -> bool:
    """Whether what stands behind an answer is another answer."""
    try:
        return _named(others, said, parts=False) is not None
    except NotUnderstood:
        return True


def not_among(choices: Sequence[Choice], line: str, listed: int) -> NotUnderstood:
    """What is said of words that are none of the answers, of which so many are listed."""
    likely = likeliest(choices, line)
    if likely is not None:
        return Perhaps(choices, (likely,), line)
    guess = nearest(line, [answer(c.word) for c in choices])
    if guess is not None and not _resembles(line, guess):
        guess = None  # `planned` is no slip of the pen for `led`
    guess = guess or _alike(choices, line)
    return NotUnderstood(
        _(
            "{line} is not one of the answers; write a number from 1 to {highest}, or a word; `?` where it is not known",
            line=quote(line),
            highest=listed,
        )
        + (_("; did you mean '{guess}'?", guess=guess) if guess else "")
    )


def _resembles(line: str, guess: str) -> bool:
    """Whether a word may be a slip of the pen for another, or is another word for it."""
    from difflib import SequenceMatcher

    return guess in meant(line) or SequenceMatcher(None, plain(line), plain(guess)).ratio() >= _SLIP


_SLIP = 0.7
"""So much alike a word and a slip of the pen for it are."""


class Perhaps(NotUnderstood):
    """Words that are none of the answers, but share some with one of them: it is offered for a yes or a no, and never taken for granted.

    Attributes:
        instead: that answer as it would be typed.
        likely: what it says.
    """

    def __init__(self, choices: Sequence[Choice], likely: Sequence[Choice], line: str) -> None:
        numbers = [str(choices.index(choice) + 1) for choice in likely]
        self.instead = f"{numbers[0]}: {line}" if likely[0].words and len(likely) == 1 else ", ".join(numbers)
        self.likely = "; ".join(choice.says for choice in likely)
        says = "; ".join(f"{number} {choice.says}" for number, choice in zip(numbers, likely, strict=True))
        super().__init__(_("Is that: {says}? Write yes or no", says=says))


def likeliest(choices: Sequence[Choice], line: str) -> Choice | None:
    """The one answer that shares most words with a line, its own or those that people use for it; None where none or several do."""
    spoken = words_of(line)
    said = {" ".join(spoken[n : n + size]) for size in (1, 2, 3) for n in range(len(spoken) - size + 1)}
    telling = {s for s in said if any(w not in _LITTLE and w not in _COMMON and len(w) > 3 for w in s.split())}
    telling |= said & _DENYING
    shared = []
    for choice in choices:
        own = {w for w in words_of(f"{choice.word} {answer(choice.word)} {choice.says}") if w not in _LITTLE}
        shared.append(sum(s in own or choice.word in meant(s) for s in telling))
    most = max(shared, default=0)
    return choices[shared.index(most)] if most and shared.count(most) == 1 else None


def _alike(choices: Sequence[Choice], line: str) -> str | None:
    """The one answer with which a line shares a word that says something."""
    spoken = {w for w in words_of(line) if w not in _LITTLE and len(w) > 3}
    found = [c for c in choices if spoken & set(words_of(f"{answer(c.word)} {c.says}"))]
    return answer(found[0].word) if len(found) == 1 else None


def several(choices: Sequence[Choice], line: str, listed: int) -> list[tuple[Choice, str]]:
    """The answers that are meant where several may be, each with what stands behind it.

    Raises:
        NotUnderstood: something in it is none of these, or may be the contrary of one.
    """
    found: list[tuple[Choice, str]] = []
    guessed = False
    for part in _parts(choices, line):
        one = find(choices, part)
        if one is not None:
            found.append(one)
            continue
        for piece in filter(None, (p.strip() for p in re.split(_AND, part))):
            one = find(choices, piece)
            if one is None:
                likely = likeliest(choices, piece)
                if likely is None:
                    raise not_among(choices, line, listed)
                one, guessed = (likely, ""), True
            found.append(one)
    if guessed:
        raise Perhaps(choices, tuple(dict.fromkeys(choice for choice, __ in found)), line)
    return found


def _parts(choices: Sequence[Choice], line: str) -> list[str]:
    """A line at its commas; but printed words with commas in them are one part."""
    text = plain(line)
    numbers = {c.says: str(n) for n, c in enumerate(choices, 1)}
    for choice in sorted(choices, key=lambda c: -len(c.says)):
        for way in ways_to_say(choice):
            if re.search(rf"[,;]|{_AND}", way) and re.search(
                rf"(?:^|[,;]\s*|{_AND}\s+){re.escape(way)}(?=$|\s*[,;:]|\s+{_AND})", text
            ):
                at = text.index(way)
                line = f"{line[:at]}{numbers[choice.says]}{line[at + len(way) :]}" if len(text) == len(line) else line
                text = plain(line)
    pieces = re.split(rf"[,;]|(?<=[0-9])\s+(?=[0-9])|(?<=[0-9])\s+{_AND}\s+(?=[0-9])", line)
    return [p.strip().removeprefix(f"{_('and')} ") for p in pieces if p.strip(" .")]
