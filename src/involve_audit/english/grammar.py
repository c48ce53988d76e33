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

from involve_audit.english.lexicon import (
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
_IN_MAY = re.compile(
    r"\b(?:in|since|by|until|till|from|of|to|last|this|next|early|late|mid|during|before|after|on|and|[0-9]+(?:st|nd|rd|th)?)[ -]\Z",
    re.IGNORECASE,
)
_MAY_OF = re.compile(r" [0-9]")
"""The month of May is no verb: `in May we met`, `May 2024`."""
_SHORT = {"'ll": "will", "'d": "would", "'re": "are", "'ve": "have", "'m": "am"}
_IS = frozenset((
    "it", "that", "there", "who", "what", "he", "she", "here", "where", "how", "this", "everyone", "everybody", "nobody", "someone",
    "somebody", "let",
))  # fmt: skip
BE = frozenset((
    "be", "is", "are", "was", "were", "been", "being", "am",
))  # fmt: skip
_HAVE = frozenset((
    "have", "has", "had", "having",
))  # fmt: skip
_DO = frozenset(["do", "does", "did"])
GET = frozenset(["get", "gets", "getting"])
"""What makes a passive before a participle: `you get paid`."""
_AUX = MODALS | BE | _HAVE | _DO
_HARD = frozenset(".;:?!()–—-")
_ENDS = frozenset(".?!")
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
    "rely", "want", "like", "love", "wish", "hope", "need", "invite", "ask", "encourage", "expect", "seek", "enable", "allow", "let",
    "empower",
))  # fmt: skip
_LIGHT = _WISH | frozenset((
    "have", "be", "go", "plan", "try", "get", "help",
))  # fmt: skip
_PARTICLES = frozenset(("up", "out", "on", "off", "down"))
_CHANCE = frozenset(("chance", "opportunity", "possibility", "way", "occasion"))
_HERE = (("it",), ("this",), ("that",), ("here",), ("there",))
_ASKING_PEOPLE = frozenset(("survey", "consultation", "poll", "questionnaire"))
_SUBJECTS = frozenset((
    "you", "we", "i", "they", "he", "she",
))  # fmt: skip
_BEFORE_NO_SUBJECT = frozenset((
    "of", "and", "or", "&", "what", "everything", "all", "whatever", "like", "than", "as",
))  # fmt: skip
_LEADING = frozenset(
    (
        "in",
        "at",
        "for",
        "from",
        "during",
        "after",
        "before",
        "on",
        "over",
        "throughout",
        "since",
        "until",
        "through",
        "because",
    )
)
_LONGEST_LEAD = 7
_JOIN = frozenset(("join", "sit", "serve", "belong", "volunteer", "sign", "help", "work", "come", "attend", "advise"))
_STUDIED = frozenset((
    "trial", "survey", "questionnaire", "registry", "cohort", "biobank", "experiment", "study",
))  # fmt: skip
_ARE_STUDIED = frozenset((
    "volunteer", "people", "person", "patient", "adult", "child", "woman", "man", "parent", "family", "household", "one",
))  # fmt: skip
"""Who may be studied; reviewers, advisers and co-researchers in a study help to do it."""
_TAKE_PART = frozenset((
    "fill", "complete", "take", "join", "agree", "enrol", "enroll", "answer", "return",
))  # fmt: skip
_PEERS = frozenset((
    "peer", "community", "lay", "public", "patient", "youth", "young", "carer", "co", "resident", "tenant", "citizen", "citizens",
    "disabled", "deaf", "autistic", "neurodivergent", "blind", "indigenous", "aboriginal", "traveller", "refugee", "migrant",
))  # fmt: skip
"""Words that make one of those affected of somebody who may be one (`_MAY_BE_PEERS`): a peer researcher, a patient governor."""
_MAY_BE_PEERS = frozenset((
    "researcher", "investigator", "trustee", "teacher", "governor", "trainer", "interviewer", "assessor", "inspector", "scientist",
    "consultant", "commissioner", "councillor", "educator", "auditor", "expert", "chair", "editor", "director", "executive",
))  # fmt: skip
_WHO_DOES = ("er", "ers", "or", "ors", "ist", "ists", "lead", "leads", "applicant", "applicants")
"""How words end for people by what they do; with *co-* before it, they do it along with those who invite: a co-curator."""
_ASSERTS = frozenset((
    "mean", "ensure", "guarantee", "promise", "agree", "pledge", "confirm", "undertake", "commit",
))  # fmt: skip
"""Verbs whose *that* clause is said to be so."""
_LEADS = frozenset((
    "and", "or", "then", "however", "also", "now", "so", ",", "well", "please", "once",
))  # fmt: skip
"""What may stand before the subject."""
_ADJECTIVES = frozenset((
    "lay", "open", "own", "welcome", "direct", "draft", "set", "like", "wish", "last",
))  # fmt: skip
"""Verbs that are adjectives, too: at the beginning they are verbs only before an object."""


def words_of(text: str) -> tuple[Token, ...]:
    """The words and marks of a text; a short form is two words (`you'll`: you, will)."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word, at, end = match[0].lower(), match.start(), match.end()
        if match[0] == "May" and (_IN_MAY.search(text, 0, at) or _MAY_OF.match(text, end)):
            word = "may-month"
        before, mark, after = word.partition("'")
        if match[0] == "May" and found and found[-1].word not in PRONOUNS | _ENDS:
            # The month, and no modal: `5 May, 2pm to 4pm`.
            found.append(Token("may-month", at, end))
        elif not mark:
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
        if word == "to" and n > at and n + 1 < len(tokens) and verb_classes(tokens[n + 1].word):
            return False
        if word in _HARD or (word == "," and n > at) or (word == "and" and tokens[at - 1].word == "as"):
            return False
        before = tokens[n - 1].word
        # "the team decides": who people are named by, and a verb that agrees with one of them.
        agrees = word.endswith("s") and n > at + 1 and bool(people_classes(before)) and not before.endswith("s")
        if n > at and (word in _AUX or (verb_classes(word) and (before in PRONOUNS or agrees))):
            return True
    return False


class _Cutting:
    """A text while it is cut into clauses, from left to right."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self.tokens = tokens
        self.found: list[Clause] = []
        self.begin = 0
        self.under = "main"
        self.sentence = 0
        """The first clause of the sentence."""

    def close(self, end: int, *, asks: bool = False) -> None:
        """End the clause here, where it has any words."""
        if end > self.begin:
            self.found.append(Clause(self.tokens[self.begin : end], self.under, asks))
        self.begin = end

    def cut(self) -> list[Clause]:
        for n, token in enumerate(self.tokens):
            word = token.word
            if n < self.begin:
                continue
            if word in _HARD:
                self.close(n, asks=word == "?")
                if word == "?":
                    # `Will I be paid | if I drop out?` asks in each of its clauses.
                    self.found[self.sentence :] = [one._replace(asks=True) for one in self.found[self.sentence :]]
                if word in _ENDS:
                    self.sentence = len(self.found)
                self.begin, self.under = n + 1, "main"
            elif word in _BUT and (n == self.begin or word != "so" or self.tokens[n - 1].word == ","):
                self.close(n)
                self.begin, self.under = n + 1, "main"
            elif (
                word in LOOSE
                and not self._before_noun_only(n)
                and not (word == "whether" and n > self.begin and self.tokens[n - 1].word != ",")
                and (n == self.begin or (_finite_near(self.tokens, n + 1) and not self._asks_whether(n)))
            ):
                self.close(n)
                self.begin, self.under = n + 1, "loose"
            elif word == ",":
                self._at_comma(n)
            elif self._main_begins(n):
                self.close(n)
                self.under = "main"
            elif self._joined(n):
                self.close(n)
                self.begin = n + 1
        self.close(len(self.tokens))
        return self.found

    def _before_noun_only(self, n: int) -> bool:
        """Whether a word such as *after* stands before a noun and not before a clause of its own: `after each meeting | we tell you …`."""
        if self.tokens[n].word not in PREPOSITIONS:
            return False
        for k in range(n + 1, min(n + 6, len(self.tokens))):
            word = self.tokens[k].word
            if word in ("i", "we", "you", "they", "everyone", "everybody", "members") and k > n + 1:
                return self.tokens[k - 1].word not in PREPOSITIONS | RELATIVES | ASKING | {"and", "or"}
            if word in _AUX | _HARD | PRONOUNS | {","} or (
                verb_classes(word) and not word.endswith("ing") and not _may_be_noun(word)
            ):
                return False
        return False

    def _asks_whether(self, n: int) -> bool:
        """Whether *if* belongs to what somebody tells or asks: `tell us if the leaflet is clear`, but not `tell us if you are late`."""
        return (
            n > self.begin + 1
            and self.tokens[n].word in ("if", "whether")
            and self.tokens[n - 1].word in ("us", "me")
            and "tell" in verb_classes(self.tokens[n - 2].word)
            and "you" not in people_classes(self.tokens[n + 1].word)
        )

    def _at_comma(self, n: int) -> None:
        """A comma ends a clause that says when or why, and any other where a subject with a verb of its own follows."""
        tokens = self.tokens
        after = n + 2 if n + 1 < len(tokens) and tokens[n + 1].word in ("and", "or", "so", "then") else n + 1
        starts = tokens[after].word if after < len(tokens) else ""
        of_its_own = (
            (
                starts in PRONOUNS | {"the", "our", "your", "members", "nothing"}
                or (after == n + 2 and starts in DETERMINERS | {"only"})
            )
            and starts not in RELATIVES
            and _finite_near(tokens, after)
        )
        if self._only_leads(n):
            self.under = "loose"
        if self.under == "loose" or of_its_own:
            self.close(n)
            self.begin = after if self.under != "loose" or after > n + 1 else n + 1
            self.under = "main"

    def _only_leads(self, n: int) -> bool:
        """Whether words up to a comma say when or where and have no verb: `in our last study, | carers wrote …`."""
        led = [token.word for token in self.tokens[self.begin : n]]
        return (
            bool(led)
            and led[0] in _LEADING
            and len(led) <= _LONGEST_LEAD
            and not any(word in _AUX or word in PRONOUNS or "you" in people_classes(word) for word in led)
        )

    def _has_verb(self, n: int) -> bool:
        return any(t.word in _AUX or verb_classes(t.word) for t in self.tokens[self.begin : n])

    def _main_begins(self, n: int) -> bool:
        """Whether what the sentence says begins here, behind a clause that says when, with no comma: `when you come we will …`."""
        tokens = self.tokens
        return (
            self.under == "loose"
            and tokens[n].word in ("i", "we", "you", "they", "there")
            and self.begin + 1 < n < len(tokens) - 1
            and tokens[n + 1].word in _AUX
            and tokens[n - 1].word not in PREPOSITIONS | LOOSE | ASKING | {"and", "or", "that"}
            and self._has_verb(n)
        )

    def _joined(self, n: int) -> bool:
        """Whether a second clause is joined to this one: `you choose and we pay`."""
        tokens = self.tokens
        return (
            tokens[n].word in ("and", "or")
            and self.begin < n < len(tokens) - 1
            and tokens[n + 1].word in PRONOUNS - {"that", "who", "this"} | {"the", "our", "a", "an"}
            and _finite_near(tokens, n + 1, 4)
            and self._has_verb(n)
        )


def clauses(text: str) -> list[Clause]:
    """The clauses of a text."""
    return _Cutting(words_of(text)).cut()


def _one_noun(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words in which `experts by experience` is one."""
    for n in range(len(words) - 2):
        if words[n] in ("expert", "experts") and words[n + 1 : n + 3] == ("by", "experience"):
            return (*words[:n], "experts-by-experience", *words[n + 3 :])
    return words


def _is_what_people_say(words: tuple[str, ...]) -> bool:
    """Whether words begin as `what you tell us`, `everything that people say`."""
    after = words[2:3] if words[1:2] in (("that",), ("the",), ("our",)) else words[1:2]
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
    words = _one_noun(_from_pronoun(words))
    if _is_what_people_say(words):
        return frozenset({"bring"})
    # Where the noun ends: `members | of the panel`.
    ends = next((n for n, word in enumerate(words) if n and word in PREPOSITIONS | RELATIVES), len(words))
    head, behind = words[:ends], words[ends:]
    parts = _parts_of(head)
    found: set[str] = set()
    for part in parts:
        brings = _of_what_people_bring(part, behind)
        found |= _of_people(part, behind) if brings is None else brings
    if "you" in found and "we" in found:
        found.add("together")
    if "we" in found and {"all", "together", "each", "everyone"} & set(words):
        found.add("together")
    if {"nobody", "none", "no-one"} & set(head) or head[0] in ("no", "nothing"):
        found.add("none")
    if len(parts) > 1 and found & {"member", "affected", "you"} and found & {"we", "others"}:
        found.add("together")
    return frozenset(found)


def _from_pronoun(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words from a pronoun on that stands behind others and is the subject: `at the end of the day | we`."""
    first = next(
        (n for n, word in enumerate(words) if n and word in _SUBJECTS and words[n - 1] not in _BEFORE_NO_SUBJECT), 0
    )
    return words[first:] if first and not (set(words[:first]) & {"who", "that"}) else words


def _parts_of(head: tuple[str, ...]) -> list[list[str]]:
    """A part of its own for each of several: `patients | clinicians`."""
    parts: list[list[str]] = [[]]
    for word in head:
        if word in ("and", "or", ",", "&"):
            parts.append([])
        else:
            parts[-1].append(word)
    parts = [part for part in parts if part]
    for part in parts:
        while len(part) > 1 and (_is_adverb(part[-1]) or is_participle(part[-1])) and not people_classes(part[-1]):
            part.pop()
    return parts


def _without_owner(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'")


def _of_what_people_bring(part: list[str], behind: tuple[str, ...]) -> set[str] | None:
    """`bring` where a part of a subject is what people say or know; None where it is no such noun."""
    *owner, last = part
    if "report" in noun_classes(last) or {"result", "finding"} & set(bases(last)):
        # `The jury's report`, `the findings from the panel`: what they say.
        theirs = any(_possessive(w) and people_classes(w) & {"member", "room"} for w in owner)
        asked = behind[:1] in (("of",), ("from",)) and any(
            people_classes(w) & {"member", "room"} or w in _ASKING_PEOPLE for w in behind[1:4]
        )
        if theirs or asked:
            return {"bring"}
    if not noun_classes(last) & {"views", "experience"} or people_classes(last):
        return None
    if (
        "your" in owner
        or any(_possessive(w) for w in owner)
        or "lived" in owner
        or people_classes(owner[-1] if owner else "") & {"affected", "member"}
    ):
        return {"bring"}
    if not owner or {"all", "every", "each", "the"} & set(owner):
        return {"bring" if behind[:1] in (("to",), ("from",), ("of",), ()) else "thing"}
    return set()


def _are_studied(lemmas: set[str], behind: tuple[str, ...]) -> bool:
    """Whether people are those whom a study is about and not those who help to do it: `patients in the trial`, `people who fill in the survey`."""
    near = {base for word in behind[:6] for base in bases(word)}
    if behind[:1] in (("in",), ("on",), ("into",)):
        return bool(near & _STUDIED) and bool(lemmas & _ARE_STUDIED) and not near & _MEMBERSHIP
    return bool(near & (_STUDIED | {"study"})) and behind[:1] in (("who",), ("that",)) and bool(near & _TAKE_PART)


def _of_people(part: list[str], behind: tuple[str, ...]) -> set[str]:
    """The classes of people of one part of a subject."""
    last = part[-1]
    lemmas = set(bases(_without_owner(last)))
    classes = set(people_classes(last))
    if last.startswith("co-") and last.endswith(_WHO_DOES):
        classes.add("member")
    if len(part) > 1 and part[0] in ("you", "we"):
        # `You lot`, `we patients`: those who are spoken to, or who speak, and what they are.
        classes |= people_classes(part[0]) | ({"member"} if "affected" in classes and part[0] == "we" else set())
    public = bool(PUBLIC & {form for w in part[:-1] for form in (w, _without_owner(w))})
    if lemmas & {"role", "task", "job", "aim", "purpose", "remit", "part"}:
        if "your" in part or (
            last == "role" and behind[:1] != ("of",) and len(part) == 2 and part[0] in ("the", "this")
        ):
            classes.add("you")
        owners = frozenset().union(*(people_classes(w) for w in part[:-1] if w.endswith(("'s", "s'", "s"))))
        if owners & {"member", "room", "affected"} and not owners & {"others"}:
            classes.add("member")
        elif "body" in owners:
            classes.add("above")
    if "body" in classes:
        # A board is one of people affected where its name or what stands behind it says so.
        classes.remove("body")
        of_people = public or any(people_classes(w) & {"affected", "member"} for w in behind[:6])
        classes.add("member" if of_people else "others")
        if of_people:
            classes.discard("above")
    elif "others" in classes and (
        part[0].startswith("co-") or last.startswith("co-") or (lemmas & _MAY_BE_PEERS and _PEERS & set(part[:-1]))
    ):
        classes = {"member"}
    if "room" in classes:
        classes.remove("room")
        of_others = any("others" in people_classes(w) for w in behind[:5])
        selects = bool({"selection", "interview", "appointments", "recruitment"} & set(part))
        classes.add("others" if selects or (of_others and not public) else "member")
    if (
        "participant" in classes
        and behind[:1] in (("in",), ("on",), ("of",))
        and _MEMBERSHIP & {b for w in behind[1:4] for b in bases(w)}
    ):
        classes.add("member")
    if last in ("member", "members") and {"parliament", "congress", "senate", "government", "cabinet", "staff"} & set(
        behind[1:4]
    ):
        classes = {"others"}
    if "member" in classes:
        classes.discard("participant")
    if classes & {"affected", "member"} and _are_studied(lemmas, behind):
        classes = {"participant"}
    if (
        ("affected" in classes or "student" in lemmas)
        and behind[:1] in (("on",), ("in",), ("from",), ("of",))
        and _MEMBERSHIP & {base for w in behind[1:8] for base in bases(w)}
    ):
        classes.add("member")
    if (
        "affected" in classes
        and behind[:1] in (("who",), ("that",))
        and any(_JOIN & set(bases(word)) for word in behind[1:4])
        and ("us" in behind[:6] or _MEMBERSHIP & {base for word in behind[1:8] for base in bases(word)})
    ):
        classes.add("member")
    if lemmas & _HOLDS and behind[:1] == ("of",):
        # `Half of us`, `a member of the panel`: those of whom they are.
        if behind[1:2] == ("us",):
            classes |= {"we", "together"}
        elif behind[1:2] == ("you",):
            classes.add("you")
        classes |= whose(behind[1:]) - {"thing"}
    return classes


def _is_verb(words: tuple[str, ...], at: int, *, verbs_before: bool, aux_after: bool) -> bool:
    """Whether a word is a verb here, by the word before it and the word behind it."""
    word = words[at]
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    if word in _AUX:
        return not (word == "being" and before == "well")
    if not verb_classes(word):
        return False
    noun = _may_be_noun(word)
    if not before or before in ("please", "just"):
        return _is_imperative(word, after)
    if before in BE or (before in ADVERBS and at > 1 and words[at - 2] in BE):
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
        # `We each choose`, but `each meeting`.
        return _has_object(word, after) and not (before in DETERMINERS | {"first"} and word.endswith("ing"))
    if (
        at > 1
        and (words[at - 2] in _SAID_BY or (at > 2 and words[at - 3] in _SAID_BY and words[at - 2] in ("the", "our")))
        and people_classes(before) & {"affected", "member", "room"}
    ):
        # `What members | say`.
        return True
    if before in ("and", "or", ",", "&"):
        return verbs_before and _is_verb_in_row(word, after)
    if before in DETERMINERS or _possessive(before):
        # `No one | gets paid`.
        return before == "one" and at > 1 and words[at - 2] in ("no", "any", "every")
    if before in PREPOSITIONS:
        return word.endswith("ing")
    if is_participle(word) and after in PREPOSITIONS | MODALS | BE | {","} and (aux_after or verbs_before):
        # `Views received will be read`, `a leaflet written by doctors`: what the noun is.
        return False
    if word.endswith("ing") and word != "bring":
        return before in ("involves", "involve", "includes", "include", "means")
    if noun:
        return not verbs_before and (
            (
                (_agrees(before, word) or _head_agrees(words, at))
                and (_has_object(word, after) or _done_to_many(word, after))
            )
            # `The project | pays | your fare`.
            or (word.endswith("s") and bool(noun_classes(before)) and not before.endswith("s") and after in DETERMINERS)
        )
    return not verbs_before or verb_classes(before) != frozenset()


def _may_be_noun(word: str) -> bool:
    return bool(noun_classes(word) or people_classes(word)) and not word.endswith("ing") and not is_participle(word)


def _has_object(word: str, after: str) -> bool:
    """Whether what stands behind a word may stand behind a verb; always so where the word is no noun."""
    return (
        not after
        or not _may_be_noun(word)
        or after in DETERMINERS | ASKING | PREPOSITIONS | PRONOUNS | ADVERBS | _PARTICLES | {"us", "me", "and", ","}
        or after[0] in "£€$0123456789"
    )


def _head_agrees(words: tuple[str, ...], at: int) -> bool:
    """Whether the noun before a preposition has the number of a verb: `users on the panel | say`."""
    to = next((n for n in range(at - 1, max(at - _NEAR_HEAD, 0), -1) if words[n] in PREPOSITIONS), 0)
    return to > 0 and bool(people_classes(words[to - 1])) and _agrees(words[to - 1], words[at])


_NEAR_HEAD = 5


def _done_to_many(word: str, after: str) -> bool:
    """Whether a word that may be a noun is done to what stands behind it: `members | review | applications`, `residents | voice | concerns`."""
    return (
        any(base in _OFTEN_DONE for base in bases(word))
        and after.endswith("s")
        and bool(noun_classes(after) or people_classes(after))
    )


_OFTEN_DONE = frozenset(
    (
        "voice",
        "support",
        "review",
        "rank",
        "score",
        "test",
        "pilot",
        "design",
        "plan",
        "draft",
        "shape",
        "share",
        "comment",
    )
)
_SAID_BY = frozenset(("what", "whatever", "everything"))


def _is_imperative(word: str, after: str) -> bool:
    """Whether a word at the beginning asks the reader to do something: `help us`, but not `help is there`."""
    if word in _ADJECTIVES and after not in DETERMINERS | {"us", "on", "out"}:
        return False
    return not word.endswith(("ed", "s", "ing")) and (
        not _may_be_noun(word) or after in DETERMINERS | PRONOUNS | ASKING | {"us", "me", "on", "with", "up"}
    )


def _is_verb_in_row(word: str, after: str) -> bool:
    """Whether a word behind `and`, `or` or a comma is one more verb, and no further noun: `read and score`, not `pens and paper`."""
    return _has_object(word, after) and (
        not _may_be_noun(word)
        or after in DETERMINERS | ASKING | _PARTICLES | {"you", "us"}
        or after[:1] in tuple("£€$0123456789")
    )


def _agrees(before: str, word: str) -> bool:
    """Whether a word that may be a noun, too, has a subject before it in the right number: `members rank`, `the panel ranks`."""
    plural = before.endswith("s") or before in ("people", "women", "men", "children", "folk", "experience")
    return bool(people_classes(before) or plural or "helper" in noun_classes(before)) and plural != (
        word.endswith("s") and not word.endswith("ss")
    )


def _is_part(word: str, part: str) -> bool:
    """Whether a word is a form of a part of a phrase; *a say* is no *says*."""
    return word == part if part == "say" else part in bases(word)


def _phrases(words: tuple[str, ...], at: int) -> frozenset[str]:
    """The classes of all phrases that begin with a verb."""
    found = set()
    for base in bases(words[at]):
        for parts, name in VERB_PHRASES.get(base, ()):
            n, skipped = at + 1, 0
            for part in parts:
                while n < len(words) and not _is_part(words[n], part) and skipped < 2:
                    n, skipped = n + 1, skipped + 1
                if n >= len(words) or not _is_part(words[n], part):
                    break
                n += 1
            else:
                found.add(name)
    return frozenset(found)


@lru_cache(maxsize=KEPT)
def acts(text: str) -> tuple[Act, ...]:
    """All acts of a text, in order."""
    return tuple(act for clause in clauses(text) for act in _Reading(clause).acts())


def _lemma(word: str) -> str:
    return next((base for base in bases(word)[1:] if verb_classes(base) or base in ("have", "be", "do")), word)


class _Reading:
    """A clause while it is read from left to right, one verb after another.

    What is known of the next act stands in `subject`, `who`, `under`, `how` and `denied`: a verb without a subject of its own takes over
    that of the verb before it (`you will read and choose`).
    """

    def __init__(self, clause: Clause) -> None:
        self.clause = clause
        self.words = tuple(token.word for token in clause.tokens)
        self.found: list[Act] = []
        self.subject: tuple[str, ...] = ()
        self.who: frozenset[str] = frozenset()
        self.under = clause.under
        self.how: set[str] = set()
        self.denied = False
        self.last = 0
        """Where the last verb stands."""
        self.related = False
        """Whether the first verb belongs to a relative clause: `members who choose`."""
        self.main: tuple[tuple[str, ...], frozenset[str], set[str], str] | None = None
        """What was known before a question among the words: `use what you know to …`."""
        self.lead = self._lead()
        """Where the subject begins."""
        self.last_aux = max((m for m, word in enumerate(self.words) if word in _AUX), default=-1)

    def acts(self) -> list[Act]:
        """The acts of the clause, in order."""
        n = self.lead
        while n < len(self.words):
            if not _is_verb(self.words, n, verbs_before=bool(self.found), aux_after=self.last_aux > n):
                n = self._pass_by(n)
                continue
            if self.skip_first:
                n = self._behind_what_people_say(n)
            elif not self.found:
                n = self._first_verb(n)
                if n >= len(self.words):
                    break
            else:
                self._further_verb(n)
            n = self._read_verb(n)
        return self.found

    def _lead(self) -> int:
        """Where the subject begins, behind a lead such as `please`, `and`, `however`; a question or a denial may begin the clause."""
        at = 0
        while at < len(self.words) and self.words[at] in _LEADS:
            at += 1
        first, two = self.words[at : at + 1], self.words[at : at + 2]
        # `What you tell me goes into …`: the first verb is of the subject.
        self.skip_first = _is_what_people_say(self.words[at:])
        if two == ("why", "not"):
            return at + 2
        if two in (("rather", "than"), ("instead", "of")):
            self.denied = True
            return at + 2
        if first and first[0] in ASKING and not self.skip_first:
            self.under = "asking"
            return at + 1
        return at

    # --- words that are no verb ------------------------------------------------------------------------------------

    def _pass_by(self, n: int) -> int:
        """Go past a word that is no verb; a relative and a question among the words begin a subject of their own."""
        word = self.words[n]
        if word in RELATIVES and n > self.lead and self.found:
            self._relative(n)
        elif word in ASKING and not self.found and n > self.lead and word != "who":
            jump = self._behind_question_in_subject(n)
            if jump is not None:
                return jump
        elif (word in ASKING or word == "if") and word not in RELATIVES and self.found:
            self._question(n)
        return n + 1

    def _relative(self, n: int) -> None:
        words = self.words
        if words[n] == "that" and n == self.last + 1 and self.found[-1].verb in _ASSERTS and not self.found[-1].denied:
            # `That means that we can pay you`: what is said is so.
            verb = next(
                (k for k in range(n + 2, len(words)) if _is_verb(words, k, verbs_before=False, aux_after=False)), n + 2
            )
            self.subject = words[n + 1 : verb]
            self.who, self.how = whose(self.subject), set()
            return
        self.under = "asking" if words[n] == "which" and words[n - 1] in PREPOSITIONS else "relative"
        self.subject = _antecedent(words, n)
        self.how, self.denied = set(), False
        if n + 1 < len(words) and words[n + 1] in PRONOUNS - {"that"}:
            self.subject, self.under = (words[n + 1],), "asking"
        self.who = whose(self.subject)

    def _behind_question_in_subject(self, n: int) -> int | None:
        """The verb of a subject that holds a question: `a note of what we heard | will be sent`."""
        words = self.words
        return next(
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

    def _question(self, n: int) -> None:
        """A question behind a verb, with its own subject: `tell us what | your nurse says`."""
        words = self.words
        if self.under != "asking":
            self.main = (self.subject, self.who, set(self.how), self.under)
        self.under = "asking"
        follows = words[n + 1 : n + 2]
        self.subject = ()
        if follows and (people_classes(follows[0]) or follows[0] in DETERMINERS):
            stop = next(
                (
                    k
                    for k in range(n + 1, len(words))
                    if words[k] in _AUX or (k > n + 1 and _is_verb(words, k, verbs_before=False, aux_after=False))
                ),
                n + 2,
            )
            self.subject = words[n + 1 : stop]
        self.who = whose(self.subject)
        self.how, self.denied = set(), False

    # --- whose act it is -------------------------------------------------------------------------------------------

    def _behind_what_people_say(self, n: int) -> int:
        """The verb that counts where the subject is what people say: not its own, but the next one."""
        words = self.words
        self.skip_first = False
        follow = next(
            (
                k
                for k in range(n + 1, len(words))
                if words[k] in _AUX
                or (
                    verb_classes(words[k])
                    and words[k - 1] not in ("to", "and", "or", ",")
                    and words[k - 1] not in DETERMINERS | PREPOSITIONS
                )
            ),
            None,
        )
        if follow is None:
            self.under = "asking"
            return n
        self.subject, self.who = words[self.lead : follow], frozenset({"bring"})
        return follow

    def _first_verb(self, n: int) -> int:
        """The subject of the first verb stands before it; where there is none, the reader is asked to do it."""
        self.subject = self.words[self.lead : n]
        self.related = len(self.subject) > 1 and self.subject[-1] in RELATIVES
        if self.related:
            self.subject = self.subject[:-1]
        self.who = whose(self.subject)
        if self.related and {"participant", "member"} & (all_said := whose(self.words[self.lead : n + 7])):
            # `People who enrol in the trial | will wear …`, `those who join us | will be paid`.
            self.who = all_said
        if not self.subject or self.subject == ("please",):
            self.how, self.who = {"imperative"}, frozenset({"you"})
        if self.clause.asks and n == self.lead and self.words[n] in _AUX:
            return self._asked(n)
        return n

    def _asked(self, n: int) -> int:
        """In a question the subject stands behind its first verb: `Could | you | help us …`."""
        words = self.words
        verb = next(
            (
                k
                for k in range(n + 1, len(words))
                if (verb_classes(words[k]) and (people_classes(words[k - 1]) or words[k - 1] in ADVERBS))
                or (k > n + 1 and words[k] in BE | _HAVE)
            ),
            n + 1,
        )
        self.subject = words[n + 1 : verb]
        self.who, self.how = whose(self.subject), {"asked"}
        return verb

    def _further_verb(self, n: int) -> None:
        """A further verb has the subject of the one before, unless somebody is asked, helped or let to do it: `we want you to choose`."""
        words, before = self.words, self.found[-1]
        link = words[n - 1]
        if link == "to" and self.under == "asking" and self.main is not None and before.verb not in _LIGHT:
            # `Use what you know to shape …`: behind the question the sentence goes on.
            self.subject, self.who, self.how, self.under = self.main
            if "imperative" in self.how:
                self.how = self.how | {"invited"}
            self.main = None
        between = words[self.last + 1 : n - 1] if link == "to" else words[self.last + 1 : n]
        if (
            link in _SUBJECTS
            and self.under == "main"
            and words[n - 2] in ("sure", "that")
            and before.verb in _ASSERTS | {"make"}
        ):
            # `We will make sure you hear …`.
            self.subject, self.who, self.how = (link,), whose((link,)), {"will"}
            return
        if link != "to" and not (before.verb in ("let", "help", "make", "see") and between):
            return
        if link == "to" and words[n - 2] in _CHANCE:
            # `It is an opportunity | to tell us …`, `the forum gives patients the chance | to …`.
            between = between[
                : next(k for k in range(len(between)) if between[k] in DETERMINERS or between[k] in _CHANCE)
            ]
            if before.does & {"be"} and (not before.subject or before.subject in _HERE):
                self.subject, self.who, self.how = ("you",), frozenset({"you"}), {"invited"}
                return
        elif link == "to" and "for" in between and _CHANCE & set(between[: between.index("for")]):
            # `A way for tenants | to tell us`.
            between = between[between.index("for") + 1 :]
            if whose(between) & {"you", "member", "affected"}:
                self.subject, self.who, self.how = between, whose(between), {"invited"}
                return
        person = whose(tuple(w for w in between if w not in ("and", "or", ",")))
        asked = before.verb in _WISH | {"pay", "help"} or before.does & {"want", "assist", "train", "give"}
        if person & {"you", "member", "affected"} and "we" not in person and asked:
            self.subject, self.who = between, person
            self.how = {"can"} if before.verb == "let" else {"helped"} if before.verb == "help" else {"invited"}
        elif before.verb in _WISH:
            self.how = self.how | {"wish"}
        if link == "to" and before.how & {"past", "done"} and not self.how & {"will", "can"}:
            # `Members helped | to choose a logo`.
            self.how = self.how | (before.how & {"past", "done"})
        self.denied = self.denied or before.denied

    # --- the verb itself -------------------------------------------------------------------------------------------

    def _read_verb(self, n: int) -> int:
        """Make an act of the verb that begins here; gives where to read on."""
        words = self.words
        at, passive = self._main_verb(n)
        word = words[at]
        if not verb_classes(word) and (word in _HARD or word in PREPOSITIONS):
            # A verb that is not known holds the place, and means nothing.
            n = max(at, n + 1)
            self.last = n - 1
            where = self.clause.tokens[min(n, len(words) - 1)].start
            self.found.append(self._act("", frozenset(), self.under, rest=n, where=where))
            return n
        passive = passive and not word.endswith("ing") and is_participle(word)
        if at == n and self._in_row_with_passive(n):
            passive = True
        if "none" in self.who:
            self.denied = True
        does = verb_classes(word) | _phrases(words, at)
        under = "relative" if self.related else self.under
        where = self.clause.tokens[at].start
        act = self._act(_lemma(word), does, under, rest=at + 1, where=where, passive=passive)
        self.related = False
        if words[at + 1 : at + 2] and words[at + 1] in NOT - {"without"} and words[at + 2 : at + 3] != ("to",):
            self.denied = True
            act = replace(act, denied=True)
        if (
            (is_past(word) or ({"have", "has"} & set(words[n:at]) and is_participle(word)))
            and not passive
            and not (self.how & {"will", "can"})
        ):
            done = "done" if {"have", "has"} & set(words[n:at]) else "past"
            act = replace(act, how=act.how | {done})
            self.how -= {"past", "done"}
        self.found.append(act)
        self._hand_on(at, act)
        return at + 1

    def _in_row_with_passive(self, n: int) -> bool:
        """Whether a verb without words of its own shares *be* with the one before: `members are trained and paid`."""
        if not self.found or self.words[n - 1] not in ("and", "or", ",") or not is_participle(self.words[n]):
            return False
        before = self.found[-1]
        return before.passive or (before.verb == "be" and is_participle(before.rest[0] if before.rest else ""))

    def _main_verb(self, n: int) -> tuple[int, bool]:
        """Where the verb itself stands, behind the words that say what may be, what was and what is denied; and whether they make it passive."""
        words = self.words
        passive = False
        k = n
        while k < len(words) and (
            words[k] in _AUX
            or words[k] in NOT
            or words[k] in ADVERBS
            or words[k] in ("going", "able")
            or (words[k] in GET and k + 1 < len(words) and is_participle(words[k + 1]) and verb_classes(words[k + 1]))
        ):
            own = words[k]
            following = words[k + 1] if k + 1 < len(words) else ""
            k += self._mark(own, following)
            if own in BE or own in GET:
                passive = True
            elif own not in ADVERBS and own not in NOT:
                passive = False
            if own in BE | _HAVE | _DO and not _goes_on(own, following):
                break
            k += 1
        k = min(k, len(words) - 1)
        if not (verb_classes(words[k]) or words[k] in _AUX):
            # `There is always somebody`: the last of its own words is the verb.
            return next((m for m in range(k, n - 1, -1) if words[m] in BE | _HAVE), k), False
        return k, passive

    def _mark(self, own: str, following: str) -> int:
        """Note what a word before the verb says of it; gives how many words more are done with."""
        if own in NOT:
            self.denied = True
        elif own == "yet":
            self.how.add("yet")
            if following == "to":
                self.denied = True
                return 1
        elif own in ("will", "shall", "going"):
            self.how.add("will")
        elif own in MODALS or own == "able":
            self.how.add("can")
        elif own in ("was", "were", "had", "did", "been"):
            self.how.add("past")
        return 0

    def _act(self, verb: str, does: frozenset[str], under: str, *, rest: int, where: int, passive: bool = False) -> Act:
        tokens = self.clause.tokens
        return Act(
            self.who, self.subject, verb, does, passive, self.denied, frozenset(self.how), self.words[rest:], under,
            self.clause.asks, where, tokens[0].start, tokens[-1].end,
        )  # fmt: skip

    def _hand_on(self, at: int, act: Act) -> None:
        """What the next verb takes over from this one."""
        words = self.words
        if (
            "sit" in act.does
            and "affected" in self.who
            and _MEMBERSHIP & {b for w in words[at + 1 : at + 8] for b in bases(w)}
        ):
            # Residents who sit on the panel are members of it.
            self.who = self.who | {"member"}
        self.last = at
        if "help" in bases(words[at]):
            self.how = self.how | {"help"}
        behind = words[at + 1 :]
        self.denied = self.denied and (behind[:1] == ("to",) or "and" in behind or "or" in behind)


def _goes_on(own: str, following: str) -> bool:
    """Whether *be*, *have* or *do* only helps the verb that follows, and is not itself the verb."""
    return (
        following in NOT | ADVERBS | _AUX | {"going", "able"}
        or is_participle(following)
        or (following.endswith("ing") and bool(verb_classes(following)))
        or (own in _DO and bool(verb_classes(following)))
    )


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
