"""Which rows of the tables a sentence holds, and which it only seems to hold.

Words in quotation marks are somebody else's, a promise that is denied is none, and one that says its own limit
is honest already: none of them fires.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from involve_audit.advert import kinds, of_whom
from involve_audit.advert.findings import WORDS, Word
from involve_audit.advert.promises import OTHER, SAY, KindOfPromise
from involve_audit.advert.should_say import ASKING, ITEMS, LIMIT, LIMIT_HEADING, NO_CONTACT, NO_LIMIT, Item
from involve_audit.advert.word_classes import VETO
from involve_audit.documents.reading import Sentence, Text
from involve_audit.english.denial import denied, denies
from involve_audit.english.real import hoped, supposed
from involve_audit.english.sentence import blank, plain, without_quotes
from involve_audit.english.spans import clause_of
from involve_audit.english.voice import speak_themselves

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from involve_audit.documents.blocks import Link


@dataclass(frozen=True)
class Spotted:
    """A row that a sentence holds, and the words."""

    sentence: Sentence
    row: KindOfPromise | Word
    words: str


def _bounded(pattern: str) -> str:
    """A pattern from the beginning of a word to the end of one, so that no `fee` is in `feedback`."""
    return rf"(?<!\w)(?:{pattern})(?!\w)"


@cache
def compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Patterns as they are looked for."""
    return tuple(re.compile(_bounded(p), re.IGNORECASE) for p in patterns)


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """All patterns as one: most sentences hold none, and to look for each of them takes several times as long."""
    return compiled(("|".join(f"(?:{p})" for p in patterns),))[0]


_ROWS = {row.rule: row for row in (*SAY, *OTHER)}
_MOST_TRIES = 30
"""Of one pattern in one sentence."""
_TURN = re.compile(
    r"[;:–—]| - |\b(?:but|although|though|however|while|whereas|yet|except)\b|\bwithin\b|,", re.IGNORECASE
)
_LIMIT = re.compile(LIMIT, re.IGNORECASE)
_NOTHING_FIXED = re.compile(
    r"\b(?:nothing|none of (?:it|this)) (?:is|has been|have been|are) (?:yet )?(?:fixed|decided|set|settled|agreed)\b",
    re.IGNORECASE,
)
_LIMIT_HEADING = re.compile(LIMIT_HEADING, re.IGNORECASE)
_NO_CONTACT = re.compile(NO_CONTACT, re.IGNORECASE)
_ASKING = re.compile(ASKING, re.IGNORECASE)
_HEADING_LENGTH = 80
"""A line that is longer and ends in a colon is a sentence."""
_CONDITION = re.compile(r"^\W*(?:even )?(?:if|when|whether|in case)\b", re.IGNORECASE)
_NAMING = re.compile(
    r"\b(?:not|never|n't|avoid|nobody|stop|instead of|rather than|no longer|against)\b.{0,25}\b(?:speak|say|saying|call|calling|use|using|words?|terms?|labels?|labell?ed|talk)\b",
    re.IGNORECASE,
)
_NO_SUCH = re.compile(r"\b(?:not|never|no|n't)\b(?: \w+){0,1} ?$", re.IGNORECASE)


def promises(advert: Text) -> Iterator[Spotted]:
    """The promises of an advert; of several promises of a say in one sentence the strongest."""
    below = list(_below_others(advert))
    ours = _ours(advert)
    texts = _plain_texts(advert)
    for n, sentence in enumerate(advert.sentences):
        text = texts[n]
        after = advert.sentences[n + 1] if n + 1 < len(advert.sentences) else None
        follows = texts[n + 1] if after is not None and after.block == sentence.block else ""
        acted = list(_acted(sentence, text, follows, ours=ours))
        say = [s for s in (next(_firing(SAY, sentence, text, follows), None), *acted) if s is not None and s.row in SAY]
        if say:
            yield min(say, key=lambda spotted: SAY.index(spotted.row))
        rows = [row for row in OTHER if not (below[n] and row.spoken_of == "invited")]
        others = {s.row: s for s in (*_firing(rows, sentence, text, ""), *(s for s in acted if s.row in rows))}
        yield from others.values()


@lru_cache(maxsize=4)  # promises, limits and what is said are each looked for in all of them
def _plain_texts(advert: Text) -> list[str]:
    """The sentences, plain: a board of people affected is read as the panel that it is, which is as long a word."""
    texts = [plain(sentence.text) for sentence in advert.sentences]
    return [_A_BOARD.sub("panel", text) for text in texts] if of_whom.their_board(texts) else texts


_A_BOARD = re.compile(r"\bboard\b", re.IGNORECASE)


def _ours(advert: Text) -> bool:
    """Whether *we* are people whom the work affects."""
    return any(speak_themselves(plain(sentence.text)) for sentence in advert.sentences)


def _acted(sentence: Sentence, text: str, follows: str, *, ours: bool) -> Iterator[Spotted]:
    """What the acts of a sentence promise."""
    for found in kinds.said_of(without_quotes(text, sentence.quoted), ours=ours):
        row = _ROWS.get(found.rule)
        if row is not None and not_so(found.rule, text, found.act.at, found.act.at):
            continue
        if row is None or (row.rule in _GIVEN and _DEPENDS.search(text)):
            continue
        start, end = found.act.start, found.act.end
        if row.role and honest(text, start, end, follows):
            continue
        # What stands in quotation marks is not repeated.
        start = max([start, *(b for _, b in sentence.quoted if b <= found.act.at)])
        end = min([end, *(a for a, _ in sentence.quoted if a > found.act.at)])
        yield Spotted(sentence, row, sentence.text[start:end].strip(" ,"))


def _firing(rows: Iterable[KindOfPromise], sentence: Sentence, text: str, follows: str) -> Iterator[Spotted]:
    for row in rows:
        if not _may_hold(row.needs, text) or (row.rule in _GIVEN and _DEPENDS.search(text)):
            continue
        for start, end, pattern in _matches(row.patterns, row.unless, sentence, text):
            if denied(text, start, end) or (denies(text[start:end]) and not denies(pattern)):
                continue
            if row.role and (honest(text, start, end, follows) or _LIMIT.search(text[start:end])):
                continue
            waits = pattern in _WAITS
            if not waits and _said_of_others(row, text[slice(*clause_of(text, start))]):
                continue
            if (
                (not waits and _by_its_acts(row, text, start, end))
                or _only_asked(row.rule, text, start)
                or (row.rule != "promise-views" and kinds.asks_fact(text, start))
                or not_so(row.rule, text, start, end)
            ):
                continue
            yield Spotted(sentence, row, sentence.text[start:end])
            break


_WAITS = frozenset((_bounded(VETO),))
"""What waits for people's yes: whatever it is, and whoever does it, it is theirs to say."""
_OF_THE_INVITED = frozenset(
    (
        "promise-partnership",
        "promise-decision",
        "promise-influence",
        "promise-pay",
        "promise-expenses",
        "promise-support",
    )
)


_OF_WHAT_COMES = _OF_THE_INVITED | {"promise-views", "promise-throughout"}
"""What is promised of a time to come; who led or shaped the work so far is told of the work as it is."""


def _by_its_acts(row: KindOfPromise, text: str, start: int, end: int) -> bool:
    """Whether the acts among some words say that they are no such promise."""
    if row.rule in _OF_THE_INVITED and kinds.of_others(text, start, end):
        return True
    if row.rule in _OF_WHAT_COMES and kinds.only_was(text, start, end):
        return True
    return (row.rule == "promise-influence" and kinds.only_asks(text, start, end)) or (
        row.rule == "promise-decision" and kinds.private(text, start, end)
    )


_QUESTION = re.compile(
    r"^\W*(?:will|would|should|shall|is|are|do|does|did|can|could|may|how|what|when|who|why)\b(?! you (?:like|want|fancy|love|care|prefer)\b)[^.;:!]*\?",
    re.IGNORECASE,
)
_DEPENDS = re.compile(
    r"\b(?:if|when|once|provided|should) (?:that )?(?:we |our |the |there |enough |sufficient )*(?:are |is |have |get |win |secure )*(?:enough |sufficient |more |the )?(?:funds?|funding|money|budgets?|bid|application|grant)\b"
    r"|\b(?:subject to|depend(?:s|ing|ent)?(?: up)?on) (?:the |our |available )?(?:funds?|funding|money|budgets?|grant)\b",
    re.IGNORECASE,
)
_GIVEN = kinds.GIVEN | {"pay", "expenses", "support"}


def _only_asked(rule: str, text: str, start: int) -> bool:
    """Whether a sentence only asks whether something is given: `will I be paid?` promises nothing and tells nothing."""
    return rule in _GIVEN and _QUESTION.search(text[slice(*clause_of(text, start))]) is not None


def not_so(rule: str, text: str, start: int, end: int) -> bool:
    """Whether something is not said to be so: it is imagined, ought to be, hangs on money, or those who would give it only hope to."""
    return (
        supposed(text, start)
        or (rule in _SAYS and _REQUIRED.search(text, 0, start) is not None)
        or (rule in _GIVEN and hoped(text, max(start, end - 1)))
    )


_SAYS = frozenset(row.rule for row in SAY)
_REQUIRED = re.compile(
    r"\b(?:needs?|should|must|have|has|wants?|required|expected|looking for [^.;:?!]{1,30}?)(?: to)?(?: be)? (?:able|willing|prepared|comfortable|confident|happy|ready|capable) (?:to|in|with|of)\b[^.;:?!]*\Z",
    re.IGNORECASE,
)
"""What is asked of those who would join promises them nothing: `you should be able to give your views`."""


def _said_of_others(row: KindOfPromise, clause: str) -> bool:
    if row.spoken_of == "invited":
        return of_whom.of_others(clause)
    return row.spoken_of == "people" and of_whom.of_applicants(clause)


_YOU_SAID = re.compile(r"^\W*you said\W+we did\W*$", re.IGNORECASE)


def _others_words(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """What stands in quotation marks, but for a name that is always written so: a “you said, we did” board."""
    return tuple((a, b) for a, b in sentence.quoted if not _YOU_SAID.search(sentence.text[a:b]))


def _matches(
    patterns: tuple[str, ...], unless: tuple[str, ...], sentence: Sentence, text: str
) -> Iterator[tuple[int, int, str]]:
    """Where a pattern stands: not in a quotation, and not where the words mean something else."""
    other: list[tuple[int, int]] | None = None
    if _any_of(patterns).search(text) is None:
        return
    for pattern in compiled(patterns):
        begin = 0
        for _ in range(_MOST_TRIES):
            found = pattern.search(text, begin)
            if found is None:
                break
            start, end = found.span()
            # One that is denied may hide another that begins inside it.
            begin = start + 1
            if other is None:
                other = [m.span() for p in compiled(unless) for m in p.finditer(text)]
            if any(a < end and start < b for a, b in (*other, *_others_words(sentence))):
                continue
            yield start, end, pattern.pattern


@cache
def _parts(needs: str) -> re.Pattern[str]:
    return re.compile(needs, re.IGNORECASE)


def _may_hold(needs: str, text: str) -> bool:
    """Whether a sentence holds a part of a word without which no pattern of a row can match."""
    return _parts(needs).search(text) is not None


def honest(text: str, start: int, end: int, follows: str) -> bool:
    """Whether another clause of the sentence, or the next sentence of the paragraph, says what cannot be."""
    cuts = [0, *(m.start() for m in _TURN.finditer(text)), len(text)]
    for a, b in pairwise(cuts):
        clause = _TURN.sub(" ", text[a:b])
        if (b <= start or a >= end) and _says_limit(clause):
            return True
    return _says_limit(follows)


def _says_limit(clause: str) -> bool:
    # “Nothing is fixed yet” only looks like a limit.
    return not _CONDITION.search(clause) and _LIMIT.search(_NOTHING_FIXED.sub(" ", clause)) is not None


def words(advert: Text) -> Iterator[Spotted]:
    """Words with a kinder way, each sentence and row once."""
    for sentence in advert.sentences:
        text = plain(sentence.text)
        for row in WORDS:
            for start, end, _ in _matches(row.patterns, row.unless, sentence, text):
                before = text[max(start - 60, 0) : start]
                if _NAMING.search(before) or _NO_SUCH.search(before):
                    continue
                yield Spotted(sentence, row, sentence.text[start:end])
                break


def limits(advert: Text) -> tuple[Sentence, ...]:
    """The sentences that say what cannot be: by their words, or because they stand below a heading that says so."""
    found: list[Sentence] = []
    below, ours = False, _ours(advert)
    for sentence, text in zip(advert.sentences, _plain_texts(advert), strict=True):
        if _heads(sentence, text):
            below = _LIMIT_HEADING.search(text) is not None
        elif (
            below
            or _limits(_NOTHING_FIXED.sub(blank, _without(NO_LIMIT, without_quotes(text, sentence.quoted))))
            or any(one.rule == "limits" for one in kinds.said_of(without_quotes(text, sentence.quoted), ours=ours))
        ):
            found.append(sentence)
    return tuple(found)


def _limits(text: str) -> bool:
    """Whether words say what cannot be, of the work and of those who are invited; not where it is only asked."""
    return any(
        not kinds.asks_fact(text, found.start()) and not kinds.denied_of_others(text, found.start(), found.end())
        for found in _LIMIT.finditer(text)
    )


def _heads(sentence: Sentence, text: str) -> bool:
    """Whether a sentence stands over what follows it."""
    return sentence.heading or (text.endswith(":") and len(text) < _HEADING_LENGTH)


def _below_others(advert: Text) -> Iterator[bool]:
    """For each sentence, whether it stands below a heading about the study, who may join, applying or data."""
    below = listed = False
    alone = Counter(sentence.block for sentence in advert.sentences)
    for sentence in advert.sentences:
        text = plain(sentence.text)
        # Plain text has no mark for a heading: a few words on their own, with no full stop.
        short = len(text) < _HEADING_LENGTH // 2 and (text[-1:] in "?:" or text[-1:].isalnum())
        if sentence.heading or (alone[sentence.block] == 1 and not sentence.item and short):
            below, listed = of_whom.heads_others(text), text.endswith(":")
        elif listed and not sentence.item:
            # What ends in a colon stands over a list, and over nothing after it.
            below = listed = False
        yield below


def said(advert: Text) -> dict[str, int]:
    """What an invitation should say and this one says of those who are invited, with the first line that says it."""
    limiting, ours = limits(advert), _ours(advert)
    found = {"limits": limiting[0].line} if limiting else {}
    for sentence, plain_text, below in zip(advert.sentences, _plain_texts(advert), _below_others(advert), strict=True):
        text = without_quotes(plain_text, sentence.quoted)
        acted = (
            set()
            if below
            else {
                _NAMES.get(one.rule, one.rule)
                for one in kinds.said_of(text, ours=ours)
                if one.rule in ("access", "limits") or not not_so(one.rule, text, one.act.at, one.act.at)
            }
        )
        for item in ITEMS:
            if (
                item.name not in found
                and item.name != "limits"
                and (item.name in acted or _says(item, text, below=below))
            ):
                found[item.name] = sentence.line
    if "contact" not in found and any(_is_contact(link) for link in advert.links):
        found["contact"] = advert.sentences[-1].line
    return {item.name: found[item.name] for item in ITEMS if item.name in found}


_NAMES = {
    "promise-pay": "pay",
    "promise-expenses": "expenses",
    "promise-support": "support",
    "promise-access": "access",
}
"""What a promise names."""


_SAID = frozenset(("pay", "expenses", "decisions open", "support", "access"))
"""What names nothing where it is only wished or imagined."""
_OF_THE_READER = frozenset(("pay", "expenses", "decisions open"))
"""What says nothing to the reader where others do it, or it is done for others."""
_WAS = frozenset(("pay", "expenses", "time", "support"))
"""What says nothing to the reader where it is told of what was."""


def _says(item: Item, text: str, *, below: bool) -> bool:
    """Whether a sentence says something of those who are invited.

    Args:
        item: what.
        text: the sentence.
        below: whether it stands below a heading about the study, who may join, applying or data.
    """
    if item.name == "contact":
        bare = _without(item.unless, text) if any(p.search(text) for p in compiled(item.patterns)) else ""
        return any(p.search(bare) for p in compiled(item.patterns)) and not _NO_CONTACT.search(text)
    if below:
        return False
    if not _may_hold(item.needs, text):
        return False
    there = [pattern for pattern in compiled(item.patterns) if pattern.search(text)]
    if not there:
        return False
    bare = _without(item.unless, text)
    for pattern in there:
        for match in pattern.finditer(bare):
            clause = text[slice(*clause_of(text, match.start()))]
            if of_whom.of_others(clause):
                continue
            if item.name == "time" and (
                of_whom.of_something_else(clause) or not kinds.asks_time(text, match.start(), match.end())
            ):
                continue
            if (
                item.name == "decisions open"
                and pattern.pattern not in _WAITS
                and kinds.private(text, match.start(), match.end())
            ):
                continue
            if item.name in _OF_THE_READER and kinds.of_others(text, match.start(), match.end()):
                continue
            if item.name in _WAS and kinds.only_was(text, match.start(), match.end()):
                continue
            if (
                _only_asked(item.name, text, match.start())
                or kinds.asks_fact(text, match.start())
                or (item.name in _SAID and not_so(item.name, text, match.start(), match.end()))
            ):
                continue
            return True
    return False


def _is_contact(link: Link) -> bool:
    """Whether a link leads to somebody to write to or to ring, or to a page for that."""
    target = re.sub(r"[^a-z0-9@:]+", " ", link.target.lower())
    if _NO_CONTACT.search(target) or _NO_CONTACT.search(link.words):
        return False
    return target.startswith(("mailto:", "tel:", "sms:")) or (
        target.startswith("http") and (_ASKING.search(link.words) or _ASKING.search(target)) is not None
    )


def _without(patterns: tuple[str, ...], text: str) -> str:
    """A text in which words that mean something else are blank, in its length."""
    for pattern in compiled(patterns):
        text = pattern.sub(blank, text)
    return text
