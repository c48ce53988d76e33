"""Reading an answer as people give it: by number, by word, or in words of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from involve_audit.interview.meaning import denies, find, not_among, several, ways_to_say, words_of
from involve_audit.interview.question import WORDS, Choice, NotUnderstood, Question
from involve_audit.language import _, answer, ngettext, ways_to_write
from involve_audit.project.fields import annotation, quote
from involve_audit.project.names import free_name
from involve_audit.project.people import Source
from involve_audit.project.values import read_count, read_dates, read_money, read_period
from involve_audit.wording.everyday_words import plain

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from involve_audit.interview.question import Place, Tells

UNKNOWN, UNDECIDED, OUT = "I don't know", "not decided yet", "does not apply"
ALWAYS: dict[str, tuple[str, frozenset[str]]] = {
    UNKNOWN: (_("I don't know"), ways_to_write("?, dk, dont know, don't know, i don't know, i do not know, do not know, unknown, not known, no idea, not sure, nobody knows, i dont know, "
        "not told, not reported, not recorded, not stated, not documented, not mentioned, not given, unclear, unsure, unreported, i'm not sure, "
        "we don't know, we do not know, we dont know, cannot say, can't say, i cannot say, i can't say, it is not known, it is not told, "
        "it is not reported, no information, not clear, dunno, no clue, i haven't a clue, we haven't a clue, i have no idea, we have no idea, i don't have a clue")),
    UNDECIDED: (_("not decided yet"), ways_to_write("not decided yet, not decided, undecided, not yet decided, to be decided, tbd, tbc, not yet, to be confirmed, it is not decided yet")),
    OUT: (_("does not apply"), ways_to_write("does not apply, doesn't apply, n/a, na, not applicable, doesnt apply")),
}  # fmt: skip
"""What can be answered to any question, by its name here: as it is printed, and the ways in which people write it."""
ASKED = _("asked, and not known")
"""How it is said back that nobody knows; the words beside it may follow."""
NOT_SO_FAR = _("no, not so far")
"""A *no* to a date, in words."""
_SAID_ONE_BY_ONE = 4
"""So many parts are named one by one where an answer is said back."""
LONGEST = 600
"""So many characters a few words may have."""


@dataclass(frozen=True)
class Understood:
    """An answer as it was understood.

    Attributes:
        tells: what the file says then; empty where nothing can be written.
        echo: the answer in words, to be shown to whoever gave it.
        remark: words that stand behind it in the file, as a comment.
        told: how many things were told with it.
        own: whether the remark is in words of whoever answered, so that it must not get lost.
        grave: what is asked back before so much is written, where it weighs much.
    """

    tells: Tells
    echo: str
    remark: str = ""
    told: int = 1
    own: bool = False
    grave: str = ""


def always(line: str) -> str | None:
    """Which of the answers that fit any question is meant; None where none is."""
    word = plain(line).rstrip(".!")
    word = word if word.startswith("?") else word.rstrip("?")
    for name, (printed, ways) in ALWAYS.items():
        if word in {plain(way) for way in (printed, *ways)}:
            return name
    return None


def understood(question: Question, line: str, named: Mapping[str, Sequence[str]] | None = None) -> Understood:
    """What an answer tells.

    Args:
        question: the question.
        line: the answer, as it was typed.
        named: the names that there are in the file, by the section that they stand in.

    Raises:
        NotUnderstood: it fits no choice, and is no value of the kind that is asked for.
    """
    line = cleaned(line)
    if not line:
        raise NotUnderstood(_("an answer is needed; `later` leaves the question open for now"))
    if question.targets and question.kind not in ("choice", "source"):
        some, line = _narrowed(question, line)
        return _value_for(question, some, line)
    if question.targets and question.kind == "choice":
        some, line = _narrowed(question, line)
        if len(some) < len(question.targets):
            found = understood(for_some(question, [question.targets.index(one) for one in some]), line, named)
        else:
            found = understood(_for_all(question), line, named)
            if found.own and len(some) > 2 and not found.grave:
                # Words of one's own are seldom on all parts alike.
                grave = _("This says so of all {number} parts: {says}.", number=len(some), says=found.echo)
                found = replace(found, grave=grave)
        return replace(found, echo=f"{found.echo} ({_parts_said(some)})")
    printed = any(words_of(line) == words_of(way) for c in question.answers for way in ways_to_say(c))
    word = None if printed and line != "?" else always(line)
    if word is not None:
        return _of_any(question, word)
    try:
        return _of_its_kind(question, line, named or {})
    except WordsWanted:
        raise
    except NotUnderstood:
        # `not known: the minutes are lost`
        head, rest = _first_break(line)
        word = always(head) if rest and question.kind not in ("text", "texts", "mistake") else None
        if word is None or denies(rest):
            raise
        of_any = _of_any(question, word)
        return replace(of_any, remark=rest, own=True, echo=of_any.echo + _beside(rest)) if of_any.tells else of_any


def for_some(question: Question, numbers: Sequence[int]) -> Question:
    """A question on several parts, asked of some of them: what it says of the others is left out.

    Args:
        question: the question.
        numbers: which of its parts, from 0.
    """
    targets = tuple(question.targets[n] for n in numbers)

    def of_these(tells: Tells) -> Tells:
        return tuple(told for told in tells if any(told[0][: len(place)] == place for place, __ in targets))

    choices, more = (
        tuple(replace(c, tells=of_these(c.tells), grave="") for c in some) for some in (question.choices, question.more)
    )
    return replace(question, targets=(), choices=choices, more=more, unknown=of_these(question.unknown), of_all=())


def _for_all(question: Question) -> Question:
    """A question on several parts, with what its answers say where they are for all of these."""
    of_all = dict(question.of_all)
    choices = tuple(replace(c, tells=of_all.get(c.word, c.tells)) for c in question.choices)
    return replace(question, choices=choices, targets=())


def _value_for(question: Question, some: Sequence[tuple[Place, str]], line: str) -> Understood:
    """A value, told of each of some parts."""
    key = question.path[-1]
    unknown = tuple(told for told in question.unknown if any(told[0] == (*place, key) for place, __ in some))
    found = understood(replace(question, targets=(), unknown=unknown), line)
    tells = tuple(
        told for at, value in found.tells for told in ([((*place, key), value) for place, __ in some] if at == question.path else [(at, value)])
    )  # fmt: skip
    parts = _parts_said(some)
    return replace(found, tells=tells, echo=f"{found.echo} ({parts})")


def _parts_said(some: Sequence[tuple[Place, str]]) -> str:
    if len(some) <= _SAID_ONE_BY_ONE:
        return "; ".join(says for __, says in some)
    return _("in all {number} parts", number=len(some))


def _beside(words: str) -> str:
    return _(" (beside it: {words})", words=words) if words else ""


def _first_break(line: str) -> tuple[str, str]:
    found = re.match(r"(\?|[^:;,.(]+)\s*[:;,.(]?\s*(.*)$", line)
    return (found[1].strip(), found[2].strip(" )")) if found else (line, "")


def _of_any(question: Question, word: str) -> Understood:
    """One of the answers that fit any question."""
    if word == UNKNOWN:
        return Understood(question.unknown, ASKED if question.unknown else _("not known"))
    printed = ALWAYS[word][0]
    if word == UNDECIDED:
        return Understood(question.unknown, printed, printed)
    if question.out:
        return Understood(question.out, printed)
    return Understood(question.unknown, printed, _("said not to apply here"))


def _of_its_kind(question: Question, line: str, named: Mapping[str, Sequence[str]]) -> Understood:
    """An answer to what is asked for: a choice, several, what shows it, words, or a value."""
    match question.kind:
        case "choice":
            return _one(question, line, named)
        case "several":
            return _several(question, line)
        case "source":
            return _source(question, line, named.get("sources", ()))
        case "text":
            return _told(question, *_words_or_none(question, line))
        case "texts":
            said, echo = _words_or_none(question, line)
            if said == "none":
                return _told(question, said, echo)
            line = said
            parts = [p for p in (part.strip() for part in _BETWEEN_WORDS.split(line)) if p]
            return _told(question, parts[0] if len(parts) == 1 else parts, "; ".join(parts))
        case "mistake":
            return _told(question, line, line)
    return _value(question, line)


_BETWEEN_WORDS = re.compile(
    r";|,(?!\s+(?:and|or|but|not|by|for|with|without|from|of|to|in|on|at|as|than|nor)\b)", re.IGNORECASE
)
"""Where one of several words ends: a comma before such a little word goes on with the phrase before it."""


def cleaned(line: str) -> str:
    """An answer in one line, without what no text has.

    Raises:
        NotUnderstood: it is too long.
    """
    from involve_audit.yamlfile.decoding import no_text

    text = " ".join(no_text().sub(" ", line).split())
    if len(text) > LONGEST:
        raise NotUnderstood(
            _(
                "this has {number} characters; at most {most} are taken here. Say it in a sentence or two",
                number=len(text),
                most=LONGEST,
            )
        )
    return text


_QUOTED = re.compile(r"[\"“”](.+)[\"“”]")
_THERE_IS_NONE = re.compile(
    r"(?:(?:there (?:is|was|were)|we (?:use|used|have|had)) )?(?:no|none|nothing|nobody|never|not (?:any|anything|one))"
    r"(?: (?:public|such|special|particular|one|single))*"
    r"(?: (?:words?|names?|terms?|labels?|reasons?|answers?|explanations?|changes?|groups?|changed|one|given|said))?"
    r"(?: (?:for it|at all|was|were|is|are|used|given|said|known of|in use|in public|named|changed|told|so far|of it|of them|gave|any|a|one|reason|word))*"
)
"""Ways to say in a sentence that there is none."""


def _words_or_none(question: Question, line: str) -> tuple[str, str]:
    """A few words as they were given; `none` where they say that there is none, and asked back where they may.

    Raises:
        NotUnderstood: they may say that there is none.
    """
    if not question.or_none:
        return line, line
    quoted = _QUOTED.fullmatch(line)
    if quoted:
        return quoted[1], quoted[1]
    if _THERE_IS_NONE.fullmatch(plain(line).rstrip(".!")):
        return "none", "none"
    words = words_of(line)
    if denies(line) and (question.kind == "texts" or words[0] in ("none", "nothing", "nobody")):
        raise NotUnderstood(
            _(
                "{line} may say that there is none; then write `none`. If these are the words, put them in quotes",
                line=quote(line),
            )
        )
    return line, line


def _told(question: Question, value: Any, echo: str) -> Understood:
    return Understood(((question.path, value), *question.also), echo)


# --- values ------------------------------------------------------------------------------------------

_READERS: dict[str, Callable[[Any], Any]] = {
    "count": read_count, "date": read_dates, "money": read_money, "period": read_period,
}  # fmt: skip


def _value(question: Question, line: str) -> Understood:
    for choice in question.choices:
        if plain(line) == plain(choice.word):
            return Understood(choice.tells, choice.says)
    try:
        read = _READERS[question.kind](line)
    except ValueError as error:
        raise NotUnderstood(str(error)) from None
    says = in_words(question.kind, read)
    return _told(question, line, question.no if question.no and says == NOT_SO_FAR else says)


def in_words(kind: str, read: Any) -> str:
    """A value as it was understood."""
    if kind == "count":
        if read.high is None:
            return _("{low} or more", low=read.low) if read.low else _("not known how many")
        return str(read.low) if read.low == read.high else _("{low} to {high}", low=read.low, high=read.high)
    if kind == "date":
        if read.happened is False:
            return NOT_SO_FAR
        if read.first is None or read.last is None:
            return str(read.text)
        return _days(read.first, read.last)
    if kind == "money":
        return (
            str(read.text)
            if read.amount is None
            else _("{text} (an amount of {amount})", text=read.text, amount=f"{read.amount:,.2f}")
        )
    return str(read.text) if read.days is None else _("{text} (about {days} days)", text=read.text, days=read.days)


def _days(first: dt.date, last: dt.date) -> str:
    from involve_audit.wording.days import in_words

    if first == last:
        return in_words(first.isoformat())
    whole_months = first.day == 1 and (last + last.resolution).day == 1
    if whole_months and (first.year, first.month) == (last.year, last.month):
        return in_words(first.isoformat()[:7])
    if whole_months and first.month == 1 and last.month == 12:
        if first.year == last.year:
            return str(first.year)
        return _("{first} to {last}", first=first.year, last=last.year)
    ends = [day.isoformat()[: 7 if whole_months else 10] for day in (first, last)]
    return _("{first} to {last}", first=in_words(ends[0]), last=in_words(ends[1]))


# --- choices -----------------------------------------------------------------------------------------


def _one(question: Question, line: str, named: Mapping[str, Sequence[str]]) -> Understood:
    found = find(question.answers, line)
    if found is None:
        raise not_among(question.answers, line, len(question.choices))
    choice, words = found
    return _chosen(choice, words, named)


def _chosen(choice: Choice, words: str, named: Mapping[str, Sequence[str]]) -> Understood:
    if not choice.words:
        return Understood(choice.tells, choice.says + _beside(words), words, own=bool(words), grave=choice.grave)
    if not words:
        raise WordsWanted(choice)
    tells = tuple(
        (
            tuple(free_name(words, named.get(str(place[0]), ())) if step == WORDS else step for step in place),
            _with_words(value, words),
        )
        for place, value in choice.tells
    )
    return Understood(tells, f"{choice.says}: {words}", told=2, grave=choice.grave)


class WordsWanted(NotUnderstood):
    """A choice was made that asks for a few words as well."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        super().__init__(
            f"{choice.words} " + _("Write its number, a colon and a few words: `{word}: …`", word=answer(choice.word))
        )


def _with_words(tells: Any, words: str) -> Any:
    if tells == WORDS:
        return words
    if isinstance(tells, list):
        return [_with_words(t, words) for t in tells]
    return {k: _with_words(v, words) for k, v in tells.items()} if isinstance(tells, dict) else tells


def _several(question: Question, line: str) -> Understood:
    """Several choices; their answers for one place become a list, and those for several places stand beside each other."""
    said = (
        [(c, "") for c in question.choices if c.tells and not _alone(c)]
        if plain(line) in ways_to_write("all")
        else several(question.answers, line, len(question.choices))
    )
    chosen = list(dict.fromkeys(c for c, __ in said))
    remark = "; ".join(f"{c.word}: {rest}" for c, rest in said if rest)
    if not chosen:
        raise NotUnderstood(
            _("write one number or several, such as `1, 3`; there are {number}", number=len(question.choices))
        )
    alone = next((c for c in chosen if _alone(c)), None)
    if alone is not None and len(chosen) > 1:
        raise NotUnderstood(_("'{says}' cannot stand beside other answers", says=alone.says))
    lists: dict[Any, list[Any]] = {}
    tells: list[tuple[Any, Any]] = []
    for choice in chosen:
        for place, value in choice.tells:
            if question.path and place == question.path and alone is None:
                lists.setdefault(place, []).append(value)
            else:
                tells.append((place, value))
    tells += list(lists.items())
    also = question.also if alone is None else ()
    return Understood((*tells, *also), "; ".join(c.says for c in chosen) + _beside(remark), remark, own=bool(remark))


def _alone(choice: Choice) -> bool:
    return choice.word in ("none", "nobody", "nowhere", "nothing")


# --- what shows it -----------------------------------------------------------------------------------

_KINDS: dict[str, str] = {
    "minutes": "minutes", "notes": "minutes", "meeting": "minutes", "policy": "policy", "terms of reference": "policy",
    "budget": "budget", "paper": "publication", "article": "publication", "publication": "publication", "journal": "publication",
    "page": "page", "website": "page", "web": "page", "blog": "page", "newsletter": "page", "letter": "letter", "email": "letter",
    "e-mail": "letter", "protocol": "protocol", "application": "application", "bid": "application", "proposal": "application",
    "report": "report", "leaflet": "report", "slides": "report", "contract": "contract", "agreement": "contract",
    "memorandum": "contract", "evaluation": "evaluation", "inquiry": "inquiry", "judgment": "judgment", "interview": "interview",
    "recording": "recording", "video": "recording", "survey": "survey", "questionnaire": "survey", "log": "log", "diary": "log",
}  # fmt: skip
"""The kind of source that a word in a description points to; the longest word that stands in it counts."""


def _source(question: Question, line: str, sources: Sequence[str]) -> Understood:
    """What shows it: one of the sources of the file, a kind, words of one's own; or that nothing does."""
    targets, line = _narrowed(question, line)
    try:
        found = find(question.answers, line, parts=False)
    except NotUnderstood:
        found = None
    if found and (not found[1] or found[0].word == "nothing"):
        choice, more = found
        if choice.word == "nothing":
            none = tuple(((*place, "source"), "none") for place, __ in targets)
            return Understood(none, choice.says + _beside(more), more, own=bool(more))
        if choice.word in sources:
            return Understood(tuple(((*place, "source"), choice.word) for place, __ in targets), choice.says)
        return _new_source(choice.word, choice.word, targets, sources)
    if found and found[1] and found[0].word not in sources and _names_its_kind(question, line, found[0]):
        # `4: the book of a scholar`, `a report: the second one`: the kind is told, and the rest is its title.
        return _new_source(found[0].word, found[1], targets, sources)
    if words_of(line)[:1] and words_of(line)[0] in ways_to_write("no, none, nobody, not, never, yes"):
        raise NotUnderstood(
            _("{line} names nothing that shows it; write `nothing` where nothing does, or what it is", line=quote(line))
        )
    if len(line) < 3 or line.isdigit():
        raise not_among(question.answers, line, len(question.choices))
    return _new_source(kind_of_source(line), line, targets, sources)


def _names_its_kind(question: Question, line: str, choice: Choice) -> bool:
    """Whether an answer begins with the number of a kind of source, or with its name and a colon."""
    number = question.answers.index(choice) + 1
    if re.match(rf"{number}\s*[:.),]", line):
        return True
    head, colon, __ = line.partition(":")
    return bool(colon) and words_of(head) in [words_of(way) for way in ways_to_say(choice)]


_FOR = "|".join(map(re.escape, sorted(ways_to_write("for, only for"), key=len)))
"""What stands between what shows something and the numbers of the parts that it shows."""


def _narrowed(question: Question, line: str) -> tuple[list[tuple[Place, str]], str]:
    """The parts that an answer is about, and the answer without the numbers: `minutes for 1, 2` is about the first two."""
    targets = list(question.targets)
    found = re.fullmatch(rf"(.+?)\s+(?:{_FOR})\s+([0-9](?:[0-9,; ]|\b{re.escape(_('and'))}\b)*)", line)
    if not found:
        return targets, line
    numbers = [int(n) for n in re.findall("[0-9]+", found[2])]
    if not all(0 < n <= len(targets) for n in numbers):
        raise NotUnderstood(
            ngettext(
                "this is about one thing only; leave out what it is for",
                "there are {number} parts here; write `for 1` or `for 1, 2`",
                len(targets), number=len(targets),
            )
        )  # fmt: skip
    return [targets[n - 1] for n in numbers], found[1]


def kind_of_source(words: str) -> str:
    """What kind of source a description names.

    >>> kind_of_source("minutes of the third meeting"), kind_of_source("an e-mail of 3 May"), kind_of_source("it")
    ('minutes', 'letter', 'other')
    """
    said = f" {plain(words)} "
    for word in sorted(_KINDS, key=len, reverse=True):
        if re.search(rf"\b{re.escape(plain(word))}s?\b", said):
            return _KINDS[word]
    return "other"


def _new_source(kind: str, words: str, targets: Iterable[Any], sources: Sequence[str]) -> Understood:
    kind = kind if kind in annotation_choices(Source, "kind") else "other"
    name = free_name(kind if kind != "other" else words, sources)
    entry: dict[str, str] = {"kind": kind}
    if plain(words) != kind:
        entry["title"] = words
        date = re.search(r"\b(?:of|from|dated|on|in)\s+(.{3,30})$", words) or re.search(
            r"\b((?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2})\b", words
        )
        if date:
            try:
                if read_dates(date[1]).first is not None:
                    entry["date"] = date[1]
            except ValueError:
                pass
    tells = ((("sources", name), entry), *(((*place, "source"), name) for place, __ in targets))
    return Understood(tells, _("{words} (kept under `sources` as {name})", words=words, name=name), told=1)


def annotation_choices(cls: Any, field: str) -> tuple[str, ...]:
    """The words of a closed choice."""
    from typing import get_args

    found: tuple[str, ...] = get_args(annotation(cls, field))
    return found


__all__ = ["ALWAYS", "Understood", "always", "understood"]
