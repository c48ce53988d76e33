"""From a sentence to who does what to what: a small, forgiving grammar of plain English, with no model and no network.

A sentence is cut into clauses, and each clause into acts: a verb with its subject, what makes it sure, possible or wished, whether it
is denied, and what stands behind it. A word is taken for a verb by what stands before it. What cannot be read so gives no act, and no
act is ever made of words that are not there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from involve_audit.advert.lexicon import (
    ADVERBS,
    ASKING,
    DETERMINERS,
    LOOSE,
    MODALS,
    NOT,
    PREPOSITIONS,
    PRONOUNS,
    PUBLIC,
    RELATIVES,
    VERB_PHRASES,
    bases,
    is_participle,
    is_past,
    noun_classes,
    people_classes,
    verb_classes,
)


class Token(NamedTuple):
    """A word or mark, in lower case, with its place in the text."""

    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Act:
    """Who does what to what.

    Attributes:
        who: the classes of people of its subject: you, we, member, affected, others, participant; `bring` where the subject is what people
            say or know, `together` where people and the team are one subject, `none` where it is nobody.
        subject: the words of the subject.
        verb: the verb, in its shortest form.
        does: the classes of the verb.
        passive: whether the subject is what it is done to.
        denied: whether it is not done.
        how: marks of how sure it is: will, can, past, wish, help, helped (it is help for them), invited, imperative.
        rest: the words behind it, to the end of the clause.
        under: what kind of clause it is in: main, loose (if, when, because), asking (what, how, which), relative.
        asks: whether its sentence is a question.
        at: where its verb begins in the text.
        start: where its clause begins in the text.
        end: where it ends.
    """

    who: frozenset[str]
    subject: tuple[str, ...]
    verb: str
    does: frozenset[str]
    passive: bool
    denied: bool
    how: frozenset[str]
    rest: tuple[str, ...]
    under: str
    asks: bool
    at: int
    start: int
    end: int


class Clause(NamedTuple):
    """A piece of a sentence with at most one subject."""

    tokens: tuple[Token, ...]
    under: str
    asks: bool


KEPT = 4096
"""So many sentences are kept as they were read: more than the longest text that is allowed holds, for each is asked about several times."""
_TOKEN = re.compile(
    r"[£€$] ?\d[\d.,]*\d|[£€$] ?\d|\d[\d.,:]*\d|\d|(?:co|on|re|e)-[a-z]+|[^\W\d_]+(?:-[^\W\d_]+)*(?:'[a-z]+)?|[.,;:?!()–—]|(?<= )-(?= )",
    re.IGNORECASE,
)
_SHORT = {"'ll": "will", "'d": "would", "'re": "are", "'ve": "have", "'m": "am"}
_IS = frozenset((
    "it", "that", "there", "who", "what", "he", "she", "here", "where", "how", "this", "everyone", "everybody", "nobody", "someone",
    "somebody", "let",
))  # fmt: skip
_BE = frozenset((
    "be", "is", "are", "was", "were", "been", "being", "am",
))  # fmt: skip
_HAVE = frozenset((
    "have", "has", "had", "having",
))  # fmt: skip
_DO = frozenset(["do", "does", "did"])
_AUX = MODALS | _BE | _HAVE | _DO
_HARD = frozenset(".;:?!()–—-")
_BUT = frozenset((
    "but", "although", "though", "whereas", "so",
))  # fmt: skip
_MEMBERSHIP = frozenset((
    "panel", "board", "committee", "group", "council", "jury", "forum", "assembly", "network", "team", "collective",
))  # fmt: skip
_HOLDS = frozenset((
    "member", "one", "some", "half", "all", "most", "each", "majority", "rest", "role", "task", "job", "aim", "purpose", "remit",
    "voice", "two", "three", "four", "five", "number", "representative", "both", "pair",
))  # fmt: skip
_WISH = frozenset((
    "want", "like", "love", "wish", "hope", "need", "invite", "ask", "encourage", "expect", "seek", "enable", "allow", "let",
    "empower",
))  # fmt: skip
_LIGHT = _WISH | frozenset((
    "have", "be", "go", "plan", "try", "get", "help",
))  # fmt: skip
_ADJECTIVES = frozenset((
    "lay", "open", "own", "welcome", "direct", "draft", "set", "like", "wish",
))  # fmt: skip
"""Verbs that are adjectives, too: at the beginning they are verbs only before an object."""


def words_of(text: str) -> tuple[Token, ...]:
    """The words and marks of a text; a short form is two words (`you'll`: you, will)."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word, at, end = match[0].lower(), match.start(), match.end()
        before, mark, after = word.partition("'")
        if not mark:
            found.append(Token("not", at, end) if word == "cannot" else Token(word, at, end))
            if word == "cannot":
                found.insert(-1, Token("can", at, at))
        elif word.endswith("n't"):
            base = {"wo": "will", "ca": "can", "sha": "shall"}.get(word[:-3], word[:-3])
            found += [Token(base, at, end), Token("not", end, end)]
        elif mark + after in _SHORT:
            found += [Token(before, at, end), Token(_SHORT[mark + after], end, end)]
        elif after == "s" and before in _IS:
            found += [Token(before, at, end), Token("us" if before == "let" else "is", end, end)]
        else:
            found.append(Token(word, at, end))
    return tuple(found)


def _possessive(word: str) -> bool:
    return word.endswith(("'s", "s'")) or word in ("your", "our", "their", "my", "his", "her", "its")


def _finite_near(tokens: tuple[Token, ...], at: int, most: int = 6) -> bool:
    """Whether a clause of its own seems to begin here: a subject, and soon a verb."""
    for n in range(at, min(at + most, len(tokens))):
        word = tokens[n].word
        if word in _HARD or (word == "," and n > at):
            return False
        if n > at and (word in _AUX or (verb_classes(word) and tokens[n - 1].word in PRONOUNS)):
            return True
    return False


def clauses(text: str) -> list[Clause]:
    """The clauses of a text."""
    tokens = words_of(text)
    found: list[Clause] = []
    begin, under = 0, "main"

    def close(end: int, asks: bool) -> None:
        nonlocal begin
        if end > begin:
            found.append(Clause(tokens[begin:end], under, asks))
        begin = end

    for n, token in enumerate(tokens):
        word = token.word
        if n < begin:
            continue
        if word in _HARD:
            close(n, word == "?")
            begin, under = n + 1, "main"
        elif word in _BUT and (n == begin or word != "so" or tokens[n - 1].word == ","):
            close(n, False)
            begin, under = n + 1, "main"
        elif word in LOOSE and (n == begin or _finite_near(tokens, n + 1)):
            close(n, False)
            begin, under = n + 1, "loose"
        elif word == ",":
            after = n + 2 if n + 1 < len(tokens) and tokens[n + 1].word in ("and", "or", "so", "then") else n + 1
            starts = after < len(tokens) and tokens[after].word
            if under == "loose" or (
                starts
                and (starts in PRONOUNS | {"the", "our", "your", "members", "nothing"})
                and starts not in RELATIVES
                and _finite_near(tokens, after)
            ):
                close(n, False)
                begin, under = after if under != "loose" or after > n + 1 else n + 1, "main"
        elif (
            under == "loose"
            and word in ("i", "we", "you", "they")
            and n + 1 < len(tokens)
            and n > begin + 1
            and tokens[n + 1].word in _AUX
            and tokens[n - 1].word not in PREPOSITIONS | LOOSE | ASKING | {"and", "or", "that"}
            and any(t.word in _AUX or verb_classes(t.word) for t in tokens[begin:n])
        ):
            close(n, False)
            under = "main"
        elif (
            word in ("and", "or")
            and n + 1 < len(tokens)
            and tokens[n + 1].word in PRONOUNS - {"that", "who", "this"}
            and n > begin
            and _finite_near(tokens, n + 1, 4)
            and any(t.word in _AUX or verb_classes(t.word) for t in tokens[begin:n])
        ):
            close(n, False)
            begin = n + 1
    close(len(tokens), False)
    return found


def _one_noun(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words in which `experts by experience` is one."""
    for n in range(len(words) - 2):
        if words[n] in ("expert", "experts") and words[n + 1 : n + 3] == ("by", "experience"):
            return (*words[:n], "experts-by-experience", *words[n + 3 :])
    return words


def _is_what_people_say(words: tuple[str, ...]) -> bool:
    """Whether words begin as `what you tell us`, `everything that people say`."""
    after = words[2:3] if words[1:2] == ("that",) else words[1:2]
    if not after or words[0] not in ("what", "whatever", "everything", "all"):
        return False
    return "you" in people_classes(after[0]) or (
        words[0] in ("what", "whatever") and bool(people_classes(after[0]) & {"affected", "member", "room"})
    )


def _is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and not people_classes(word) and not noun_classes(word))


def whose(words: tuple[str, ...]) -> frozenset[str]:
    """Whom the words of a subject speak of."""
    if not words:
        return frozenset()
    first = next(
        (
            n
            for n, w in enumerate(words)
            if n
            and w in ("you", "we", "i", "they", "he", "she")
            and words[n - 1]
            not in ("of", "and", "or", "&", "what", "everything", "all", "whatever", "like", "than", "as")
        ),
        0,
    )
    if first and not (set(words[:first]) & {"who", "that"}):
        words = words[first:]
    words = _one_noun(words)
    if _is_what_people_say(words):
        return frozenset({"bring"})
    found: set[str] = set()
    head: list[str] = []
    behind: list[str] = []
    for n, word in enumerate(words):
        if word in PREPOSITIONS | RELATIVES and n:
            behind = list(words[n:])
            break
        head.append(word)
    # A part of its own for each of several: `patients and clinicians`.
    parts: list[list[str]] = [[]]
    for word in head:
        if word in ("and", "or", ",", "&"):
            parts.append([])
        else:
            parts[-1].append(word)
    for part in filter(None, parts):
        while len(part) > 1 and _is_adverb(part[-1]) and not people_classes(part[-1]):
            part.pop()
        last = part[-1]
        lemmas = set(bases(last.removesuffix("'s").removesuffix("'")))
        classes = set(people_classes(last))
        public = bool(PUBLIC & set(part[:-1]) or PUBLIC & {w.removesuffix("'s").removesuffix("'") for w in part[:-1]})
        if noun_classes(last) & {"views", "experience"} and not classes:
            owner = part[:-1]
            if (
                "your" in owner
                or any(_possessive(w) for w in owner)
                or "lived" in owner
                or people_classes(owner[-1] if owner else "") & {"affected", "member"}
            ):
                found.add("bring")
            elif not owner or "all" in owner or "every" in owner or "the" in owner:
                found.add("bring" if behind[:1] in (["to"], ["from"], ["of"], []) else "thing")
            continue
        if lemmas & {"role", "task", "job", "aim", "purpose", "remit"} and "your" in part:
            classes |= {"you"}
        if "body" in classes or "others" in classes:
            peers = {
                "peer",
                "community",
                "lay",
                "public",
                "patient",
                "youth",
                "young",
                "carer",
                "co",
                "resident",
                "tenant",
                "citizen",
                "citizens",
            }
            whose_body = set(behind[:6])
            if "body" in classes:
                classes -= {"body"}
                classes |= (
                    {"member"}
                    if public or any(people_classes(w) & {"affected", "member"} for w in whose_body)
                    else {"others"}
                )
            elif (
                part[0].startswith("co-")
                or last.startswith("co-")
                or (
                    lemmas & {"researcher", "investigator", "trustee", "teacher", "governor", "trainer"}
                    and peers & set(part[:-1])
                )
            ):
                classes = {"member"}
        if "room" in classes:
            classes -= {"room"}
            others = any(people_classes(w) & {"others"} for w in behind[:5])
            classes |= {"others"} if others and not public else {"member"}
        if "participant" in classes and "member" in classes:
            classes -= {"participant"}
        if (
            "affected" in classes
            and behind[:1]
            and behind[0] in ("on", "in", "from", "of")
            and _MEMBERSHIP & {b for w in behind[1:8] for b in bases(w)}
        ):
            classes |= {"member"}
        if lemmas & _HOLDS and behind[:1] == ["of"]:
            if behind[1:2] == ["us"] or behind[1:2] == ["you"]:
                classes |= {"we", "together"} if behind[1] == "us" else {"you"}
            classes |= whose(tuple(behind[1:])) - {"thing"}
        found |= classes
    if "you" in found and "we" in found:
        found.add("together")
    if "we" in found and {"all", "together", "each", "everyone"} & set(words):
        found.add("together")
    if {"nobody", "none", "no-one"} & set(head) or head[:1] == ["no"] or head[:1] == ["nothing"]:
        found.add("none")
    if len([p for p in parts if p]) > 1 and found & {"member", "affected", "you"} and found & {"we", "others"}:
        found.add("together")
    return frozenset(found)


def _is_verb(words: tuple[str, ...], at: int, *, verbs_before: bool, aux_after: bool) -> bool:
    word = words[at]
    if word in _AUX:
        return not (word == "being" and at and words[at - 1] == "well")
    if not verb_classes(word):
        return False
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    noun = bool(noun_classes(word) or people_classes(word)) and not word.endswith("ing")
    opens = (
        not after
        or after in DETERMINERS | ASKING | PREPOSITIONS | PRONOUNS | ADVERBS | {"us", "me", "and", ",", "that", "you"}
        or after[0] in "£€$0123456789"
        or not noun
    )
    if not before or before in ("please", "just"):
        if word in _ADJECTIVES and after not in DETERMINERS | {"us", "on", "out"}:
            return False
        return (
            (word in bases(word)[-1:] or word == bases(word)[0])
            and not word.endswith(("ed", "s", "ing"))
            and (not noun or after in DETERMINERS | PRONOUNS | ASKING | {"us", "me", "on", "with", "up"})
        )
    if before in _BE or (before in ADVERBS and at > 1 and words[at - 2] in _BE):
        return is_participle(word) or word.endswith("ing")
    if word == "like" and before not in MODALS | PRONOUNS | _DO | {"to"}:
        return False
    if before in _HAVE:
        return is_participle(word) or (word.endswith("ing") and not noun)
    if before in MODALS | _DO or before in ("to", "not", "never", "us", "me"):
        return True
    if before in RELATIVES or before in PRONOUNS:
        return not (before in ("this", "that") and noun)
    if before in ADVERBS:
        return opens
    if before in ("and", "or", ",", "&"):
        if word.endswith("ing") and not verbs_before:
            return False
        return (
            verbs_before
            and opens
            and not (
                noun
                and after not in DETERMINERS | ASKING | {"on", "you", "us"}
                and not after[:1].isdigit()
                and after[:1] not in tuple("£€$")
            )
        )
    if before in DETERMINERS or _possessive(before):
        return False
    if before in PREPOSITIONS:
        return word.endswith("ing")
    if is_participle(word) and (after in PREPOSITIONS or after == ",") and (aux_after or verbs_before):
        return False
    if word.endswith("ing"):
        return False
    if noun:
        people = people_classes(before)
        plural = before.endswith("s") or before in ("people", "women", "men", "children", "folk", "experience")
        return bool((people or plural) and opens and (plural != word.endswith("s")) and not verbs_before)
    return not verbs_before or verb_classes(before) != frozenset()


def _phrases(words: tuple[str, ...], at: int) -> frozenset[str]:
    """The classes of all phrases that begin with a verb."""
    found = set()
    for base in bases(words[at]):
        for parts, name in VERB_PHRASES.get(base, ()):
            n, skipped = at + 1, 0
            for part in parts:
                while n < len(words) and part not in bases(words[n]) and skipped < 2:
                    n, skipped = n + 1, skipped + 1
                if n >= len(words) or part not in bases(words[n]):
                    break
                n += 1
            else:
                found.add(name)
    return frozenset(found)


@lru_cache(maxsize=KEPT)
def acts(text: str) -> tuple[Act, ...]:
    """All acts of a text, in order."""
    found: list[Act] = []
    for clause in clauses(text):
        found += _acts_of(clause)
    return tuple(found)


def _lemma(word: str) -> str:
    return next((base for base in bases(word)[1:] if verb_classes(base) or base in ("have", "be", "do")), word)


def _acts_of(clause: Clause) -> list[Act]:
    words = tuple(token.word for token in clause.tokens)
    start, end = clause.tokens[0].start, clause.tokens[-1].end
    found: list[Act] = []
    subject: tuple[str, ...] = ()
    who: frozenset[str] = frozenset()
    under = clause.under
    how: set[str] = set()
    denied = False
    last = 0
    at = 0
    related = False
    main: tuple[tuple[str, ...], frozenset[str], set[str], str] | None = None
    # A lead such as `please note that`, `and`, `however`.
    while at < len(words) and words[at] in (
        "and",
        "or",
        "then",
        "however",
        "also",
        "now",
        "so",
        ",",
        "well",
        "please",
        "once",
    ):
        at += 1
    lead = at
    # `What you tell me goes into …`: the first verb is of the subject.
    skip_first = _is_what_people_say(words[at:])
    if words[at : at + 2] == ("why", "not"):
        at += 2
        lead = at
    elif words[at : at + 2] in (("rather", "than"), ("instead", "of")):
        at += 2
        lead, denied = at, True
    elif words[at : at + 1] and words[at] in ASKING and not skip_first:
        under = "asking"
        at += 1
        lead = at
    n = at
    last_aux = max((m for m, w in enumerate(words) if w in _AUX), default=-1)
    while n < len(words):
        word = words[n]
        aux_after = last_aux > n
        if not _is_verb(words, n, verbs_before=bool(found), aux_after=aux_after):
            if word in RELATIVES and n > lead and found:
                under_now = "asking" if word in ("which",) and words[n - 1] in PREPOSITIONS else "relative"
                antecedent = _antecedent(words, n)
                subject, who, under, how, denied = antecedent, whose(antecedent), under_now, set(), False
                if n + 1 < len(words) and words[n + 1] in PRONOUNS - {"that"}:
                    subject = (words[n + 1],)
                    who, under = whose(subject), "asking"
            elif word in ASKING and not found and n > lead and word != "who":
                # A subject that holds a question: `a note of what we heard will be sent`.
                jump = next(
                    (
                        k
                        for k in range(n + 2, len(words))
                        if words[k] in _AUX
                        and words[k - 1] not in PRONOUNS | ADVERBS | DETERMINERS
                        and not people_classes(words[k - 1])
                        and words[k] not in ("was", "were", "has", "have", "had")
                    ),
                    None,
                )
                if jump is not None:
                    n = jump
                    continue
            elif word in ASKING and word not in RELATIVES and found:
                if under != "asking":
                    main = (subject, who, set(how), under)
                under = "asking"
                nxt = words[n + 1 : n + 2]
                if nxt and (people_classes(nxt[0]) or nxt[0] in DETERMINERS):
                    stop = next(
                        (
                            k
                            for k in range(n + 1, len(words))
                            if words[k] in _AUX
                            or (k > n + 1 and _is_verb(words, k, verbs_before=False, aux_after=False))
                        ),
                        n + 2,
                    )
                    subject = words[n + 1 : stop]
                    who = whose(subject)
                else:
                    who, subject = frozenset(), ()
                how, denied = set(), False
            n += 1
            continue
        if skip_first:
            # The verb of the subject itself; the next one counts.
            follow = n + 1
            while follow < len(words) and not (
                words[follow] in _AUX
                or (
                    verb_classes(words[follow])
                    and words[follow - 1] not in ("to", "and", "or", ",")
                    and words[follow - 1] not in DETERMINERS
                    and words[follow - 1] not in PREPOSITIONS
                )
            ):
                follow += 1
            if follow >= len(words):
                under = "asking"
                skip_first = False
            else:
                subject, who = words[lead:follow], frozenset({"bring"})
                n = follow
                skip_first = False
                word = words[n]
        elif not found:
            subject = words[lead:n]
            related = len(subject) > 1 and subject[-1] in RELATIVES
            subject = subject[:-1] if related else subject
            who = whose(subject)
            if not subject or subject == ("please",):
                how = {"imperative"}
                who = frozenset({"you"})
            if clause.asks and words[lead] in _AUX and n == lead:
                # A question: `Could you help us …?`
                stop = next(
                    (
                        k
                        for k in range(n + 1, len(words))
                        if verb_classes(words[k]) and (people_classes(words[k - 1]) or words[k - 1] in ADVERBS)
                    ),
                    n + 1,
                )
                subject = words[n + 1 : stop]
                who = whose(subject)
                how = {"asked"}
                n = stop
                if n >= len(words):
                    break
                word = words[n]
        else:
            link = words[n - 1]
            if link == "to" and under == "asking" and main is not None and found[-1].verb not in _LIGHT:
                # `Use what you know to shape …`: behind the question the sentence goes on.
                subject, who, how, under = main
                how = how | ({"invited"} if "imperative" in how else set())
                main = None
            between = words[last + 1 : n - 1] if link == "to" else words[last + 1 : n]
            person = whose(tuple(w for w in between if w not in ("and", "or", ",")))
            before = found[-1]
            if link == "to" or (before.verb in ("let", "help", "make", "see") and between):
                if (
                    person & {"you", "member", "affected"}
                    and "we" not in person
                    and (
                        before.verb in _WISH
                        or before.does & {"want", "assist", "train", "give"}
                        or before.verb in ("ask", "help", "pay", "let")
                    )
                ):
                    subject, who = between, person
                    how = {"can"} if before.verb == "let" else {"helped"} if before.verb == "help" else {"invited"}
                elif before.verb in _WISH:
                    how = how | {"wish"}
                denied = denied or before.denied
            elif link in PREPOSITIONS:
                pass
        # The words of the verb itself: what may be, what is denied.
        passive = False
        k = n
        while k < len(words) and (
            words[k] in _AUX or words[k] in NOT or words[k] in ADVERBS or words[k] in ("going", "able")
        ):
            own = words[k]
            following = words[k + 1] if k + 1 < len(words) else ""
            if own in NOT:
                denied = True
            elif own == "yet":
                how.add("yet")
                if following == "to":
                    denied = True
                    k += 1
            elif own in ("will", "shall", "going"):
                how.add("will")
            elif own in MODALS or own == "able":
                how.add("can")
            elif own in ("was", "were", "had", "did", "been"):
                how.add("past")
            if own in _BE:
                passive = True
            elif own not in ADVERBS and own not in NOT:
                passive = False
            if own in (_BE | _HAVE | _DO) and not (
                following in NOT | ADVERBS | _AUX | {"going", "able"}
                or is_participle(following)
                or (following.endswith("ing") and verb_classes(following))
                or (own in _DO and verb_classes(following))
            ):
                break
            k += 1
        if k >= len(words):
            k = len(words) - 1
        if not (verb_classes(words[k]) or words[k] in _AUX):
            # `There is always somebody`: the last of its own words is the verb.
            k = next((m for m in range(k, n - 1, -1) if words[m] in _BE | _HAVE), k)
            passive = False
        verb_word = words[k]
        if not verb_classes(verb_word) and (verb_word in _HARD or verb_word in PREPOSITIONS):
            # A verb that is not known holds the place, and means nothing.
            n = max(k, n + 1)
            last = n - 1
            where = clause.tokens[min(n, len(words) - 1)].start
            found.append(
                Act(who, subject, "", frozenset(), False, denied, frozenset(how), words[n:], under, clause.asks, where, start, end)
            )  # fmt: skip
            continue
        if verb_word.endswith("ing"):
            passive = False
        passive = passive and is_participle(verb_word)
        does = verb_classes(verb_word) | _phrases(words, k)
        if "none" in who:
            denied = True
        found.append(
            Act(
                who,
                subject,
                _lemma(verb_word),
                frozenset(does),
                passive,
                denied,
                frozenset(how),
                words[k + 1 :],
                "relative" if related else under,
                clause.asks,
                clause.tokens[k].start,
                start,
                end,
            )
        )
        related = False
        if words[k + 1 : k + 2] and words[k + 1] in NOT - {"without"} and words[k + 2 : k + 3] != ("to",):
            denied = True
            found[-1] = replace(found[-1], denied=True)
        if is_past(verb_word) and not passive and not (how & {"will", "can"}):
            how.add("done" if {"have", "has"} & set(words[n:k]) else "past")
            found[-1] = replace(found[-1], how=frozenset(how))
            how -= {"past", "done"}
        if "sit" in does and _MEMBERSHIP & {b for w in words[k + 1 : k + 8] for b in bases(w)} and "affected" in who:
            who = who | {"member"}
        last = k
        n = k + 1
        if words[n : n + 1] == ("to",) or "help" in bases(verb_word):
            how = how | ({"help"} if "help" in bases(verb_word) else set())
        denied = denied and (words[n : n + 1] == ("to",) or "and" in words[n:] or "or" in words[n:])
    return found


def _antecedent(words: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The words before a relative that it speaks of."""
    begin = at - 1 - (words[at - 1] == ",")
    while (
        begin > 0
        and words[begin] not in PREPOSITIONS | _AUX | {",", "to", "and"}
        and not (
            begin < at - 1
            and verb_classes(words[begin])
            and not noun_classes(words[begin])
            and not people_classes(words[begin])
        )
    ):
        begin -= 1
    if words[begin] in PREPOSITIONS | {",", "and", "to"} or words[begin] in _AUX:
        begin += 1
    return tuple(w for w in words[begin:at] if w != ",")
