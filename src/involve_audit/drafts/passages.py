"""The sentences of a document as rules look at them: of whom they speak, in which tense, and whether they only wish."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from involve_audit.drafts.naming import (
    BELONG,
    GROUP_NOUN,
    NUMBER,
    OTHERS,
    OURS,
    SURELY_OURS,
    elsewhere,
    groups_in,
    in_a_study,
    nouns_in,
    of_others,
    of_ours,
    people_in,
    plainly_ours,
    surely_ours,
    treated,
)
from involve_audit.english.denial import denied
from involve_audit.english.grammar import acts, words_of
from involve_audit.english.lexicon import PRONOUNS, people_classes
from involve_audit.english.sentence import plain, without_quotes
from involve_audit.english.spans import clauses
from involve_audit.english.tense import is_fragment, tense, wishes, without_condition_of_funding
from involve_audit.english.voice import speak_themselves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.documents.reading import Sentence, Text
    from involve_audit.drafts.naming import NamedGroup, People

HEADING_LENGTH = 80
LONGEST = 700
"""A sentence that is longer is a list or a table, and is not read."""
_ABOUT_OTHERS = re.compile(
    r"\b(?:trials?|methods?|methodology|participants|(?:take|taking|took) part|recruit\w*|samples?|statistic\w*|data|eligib\w*|donat\w*|services|oversight"
    r"|background|literature|intervention|econom\w*|ethic\w*|staff\w*|research team|analys[ei]s plan|transcription|related work|other studies)\b",
    re.IGNORECASE,
)
_ABOUT_INVOLVEMENT = re.compile(
    r"\b(?:involv\w+|ppie?|public|engag\w+|co-?produc\w+|co-?design\w*|advisory|panel|contributors?|lived experience|partners?|together|(?:work|worked|working) with us|who (?:helped|advised|guided) us)\b",
    re.IGNORECASE,
)
_SURELY_OTHERS = re.compile(
    r"\b(?:participants|(?:take|taking|took) part|recruit\w*|samples?|eligib\w*|donat\w*|services|oversight|staff\w*|research team)\b",
    re.IGNORECASE,
)
"""What is about others below a heading on involvement, too: its *methods*, *background* or *analysis* are those of the involvement."""
_LEAD_IN = re.compile(
    r"^(?:\W|\b(?:and|but|so|also|then|as a result|at first|since then|in addition|now)\b)*", re.IGNORECASE
)


_WHEN = re.compile(
    r"^(?:in|at|during|since|by|over|from|after|before|until|throughout) [^,.;:]{2,40}?,? (?=(?:they|it|she|he|its|their|members|both|all|each)\b)",
    re.IGNORECASE,
)
"""What says when, before whom a sentence speaks of: `in this period they helped …`."""


@dataclass(frozen=True)
class PassageClause:
    """A clause of a sentence: from where to where, and its words."""

    start: int
    end: int
    text: str

    @cached_property
    def wishes(self) -> bool:
        """Whether it only says what could be, is hoped for, or is usual."""
        return wishes(self.text)

    @property
    def status(self) -> str:
        """Whether it tells of what is planned, goes on, or was done."""
        return tense(self.text)


@lru_cache(maxsize=64)
def clauses_of(text: str) -> tuple[PassageClause, ...]:
    """The clauses of a sentence."""
    return tuple(PassageClause(a, b, text[a:b]) for a, b in clauses(text))


@dataclass
class Passage:
    """A sentence with what came before it.

    Attributes:
        sentence: as it was read.
        text: its words, with one kind of quotation mark, and what is quoted as blanks.
        whole: its words with what is quoted.
        heading: the heading that it stands below.
        of_involvement: whether that heading, or one that it stands under, is about how people are involved.
        aside: whether that heading is about other things than involvement.
        room: the group that was last named, as it is called; empty where none was, or others' group was.
        topic: of whom the sentences before spoke: `ours`, `others`, or nothing.
        own_voice: whether the writer is a contributor, so that *we* are contributors and *they* the team.
        before: the sentence before.
        follows: the next sentence of the same paragraph.
        theirs: the groups that the document has shown to be contributors'.
        mixed: the groups of which the document has said that others sit in them, too.
        studied: the words for people of whom the document has said that they are asked, treated or recruited.
        known: the groups that were named, each with its side, the last one last.
        earlier: of whom the sentences before this one spoke.
        with_a_say: the groups of which the document says anywhere what they do for the work, or that they have members.
        mentioned: whether the sentence before names contributors or speaks of them as *they*.
        linked: the words for people of whom the document has said that they are involved: *residents*, *parents*.
    """

    sentence: Sentence
    text: str
    whole: str
    heading: str
    aside: bool
    room: str = ""
    topic: str = ""
    own_voice: bool = False
    before: str = ""
    follows: str = ""
    theirs: frozenset[str] = frozenset()
    linked: frozenset[str] = frozenset()
    mixed: frozenset[str] = frozenset()
    known: tuple[tuple[str, str], ...] = ()
    studied: frozenset[str] = frozenset()
    with_a_say: frozenset[str] = frozenset()
    mentioned: bool = True
    of_involvement: bool = False
    earlier: str = ""

    @cached_property
    def groups(self) -> tuple[NamedGroup, ...]:
        """The groups that it names, each by its full name: `the Forum` is the forum that was named."""
        return tuple(self._in_full(group) for group in groups_in(self.text))

    def _in_full(self, group: NamedGroup) -> NamedGroup:
        name = group.name.casefold()
        if " " not in name:
            for full, side in reversed(self.known):
                if full.casefold().split()[-1] == name:
                    return replace(group, name=full, side=side)
        return next((replace(group, name=full) for full, _ in self.known if full.casefold() == name), group)

    @property
    def clauses(self) -> tuple[PassageClause, ...]:
        """Its clauses."""
        return clauses_of(self.text)

    def clause_at(self, place: int) -> PassageClause:
        """The clause that holds a place."""
        return next((c for c in self.clauses if c.start <= place < c.end), PassageClause(0, len(self.text), self.text))

    def plainly(self, person: People) -> bool:
        """Whether counted people are contributors by their words, by what the document said of them, or by the heading."""
        if person.side != "ours":
            return False
        return plainly_ours(self.text, person) or bool(nouns_in(person.noun) & self.linked) or self.of_involvement

    def is_theirs(self, name: str) -> bool:
        """Whether a group is one that the document has shown to be contributors', by its name or the end of it."""
        return any(full.endswith(name.casefold()) for full in self.theirs)

    def told(self, start: int, end: int, *, up_to: bool = False) -> bool:
        """Whether what stands there is told as a fact: not denied, not wished for, and not of other work.

        With `up_to` only the clause before it counts: what people asked for may itself be a wish.
        """
        clause = self.clause_at(start)
        if up_to:
            clause = PassageClause(clause.start, end, self.text[clause.start : end])
        if clause.wishes or elsewhere(self.text):
            return False
        if _REPORTED.search(self.text[clause.start : start]):
            return False
        if _THAT.match(clause.text) and _ASKED_FOR.search(self.text[: clause.start]):
            return False
        return not denied(clause.text, start - clause.start, min(end, clause.end) - clause.start)


_REPORTED = re.compile(r"\b(?:says|claims|claimed|thinks|believes|alleges|argues)\b", re.IGNORECASE)
"""What somebody else says of them."""
_THAT = re.compile(r"\W*(?:and )?that\b", re.IGNORECASE)
_ASKED_FOR = re.compile(
    r"\b(?:ask|asks|asked|want|wants|wanted|wish|demand\w*|request\w*|recommend\w*|suggest\w*|propos\w+|call\w* for|hope\w*)\b",
    re.IGNORECASE,
)
"""What is asked for is not so yet: `we ask for two things: that we be paid, and that one of us sits on the board`."""


_OWN_VOICE = re.compile(
    r"\b(?:I(?: have|'ve)? (?:joined|been on|am a member of|sit on|was asked to join) (?:the|a|an|our)|(?:one|all) of us|there(?: are|'s|s) \w+ of us|we are \w+ (?:patients|carers|parents|residents|members|service users|people)"
    r"|I(?:'ve| have| was|'m| am)(?: been)? an? (?:\w+ )?(?:parent|patient|public|carer|lay|family) (?:advis[eo]r|contributor|partner|member|representative)"
    r"|as a (?:patient|carer|parent|service user|contributor|member of the (?:panel|group)))\b",
    re.IGNORECASE,
)
_OWN_ORGANISATION = re.compile(
    rf"\bwe are (?:the |an? )?[^.;]{{0,60}}?\b(?:(?:association|network|union|collective|movement) (?:of|for and by|run by|led by)|(?:organisation|group|society) of) (?:\w+ ){{0,2}}?{OURS}\b"
    rf"|(?-i:[A-Z])[\w'-]* (?:is|are) (?:entirely |wholly )?(?:run|led|governed|controlled) (?:entirely |wholly )?by (?:and for )?{OURS}\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"^(?:they|it|its|their|she|he|members?|the (?:panel|group|forum|board|council|committee|members?)|each(?: member)?|every member|all members|panell?ists?|(?:one|two|three|four|some|several|both|all)(?= (?:of (?:them|us)|[\w-]+ed|is|are|was|were|has|have|had|also|will)\b)|we|i|you|together|at their|because of|as a result|following|based on|there)\b",
    re.IGNORECASE,
)


_WITH_US = re.compile(
    r"\b(?:(?:work(?:ed|s|ing)?|met) (?:closely |together )?with (?:us|the (?:research )?team|the researchers)|advise[ds]? (?:us|the (?:research )?team)|served on the (?:project|study)|(?:are|were|have been|was) involved(?! in (?:an? |the )?(?:\w+ )?(?:accident|crash|crime|fight))|(?:work|works|worked|have worked) on (?:this|the|our) (?:project|study|research|programme))\b|\bwith us\b|\b(?:are|were|as) (?:the |our )?(?:co-?researchers|peer researchers|researchers|partners|advis[eo]rs|contributors|co-?applicants)\b",
    re.IGNORECASE,
)
_WORK_WITH = re.compile(
    rf"\b(?:we|I) (?:have |had |'ve |been |also |then |will |'ll )*(?:work(?:ed|ing)?) (?:closely |together )?with (?:[\w-]+ ){{0,3}}{OURS}\b",
    re.IGNORECASE,
)
_WE_WITH = re.compile(
    rf"\b(?:we|I) (?:have |had |'ve |been |first |then |also )*(?:work(?:ed|ing)?|spoke(?:n)?|talk(?:ed)?|met|consult(?:ed)?|sat down|held [^.;]{{2,40}}?|ran [^.;]{{2,40}}?) (?:up )?(?:with )?(?:\w+ ){{0,3}}{OURS}\b",
    re.IGNORECASE,
)
"""The team asked people, or worked with them."""
_MIXED = re.compile(rf"\b(?:told|asked|trained|taught|helped|met|with|for|to) (?:\w+ ){{0,3}}{OTHERS}\b", re.IGNORECASE)
"""After such a sentence *they* may be either side."""


_LABEL = re.compile(r"((?:[A-Z][\w-]*)(?: [\w-]+){0,7}): (?=\S)")
_LINES_OF_A_FORM = 3


def _about_others(heading: str) -> bool:
    return (
        _ABOUT_OTHERS.search(heading) is not None
        and not about_involvement(heading)
        and not any(group.side == "ours" for group in groups_in(heading))
    )


def about_involvement(heading: str) -> bool:
    """Whether a heading is about how people are involved."""
    return _ABOUT_INVOLVEMENT.search(heading) is not None


_NUMBERED = re.compile(r"\W*(?:section )?([0-9]+(?:\.[0-9]+)*)\b(?![-–/:]|,[0-9])", re.IGNORECASE)
"""The number before a heading: 7.2 stands under 7."""


_MARK = "a mark"


class _Headings:
    """The headings that a sentence stands under, the nearest last, each with its depth and its number."""

    def __init__(self) -> None:
        self.open: list[tuple[int, str, str]] = []

    def at(self, heading: str, level: int, *, item: bool = False) -> None:
        """Begin what stands below a heading; those of the same depth or deeper are over, and so is every one whose depth is not told.

        Of a heading that is a list item the number was the mark: the next with two numbers stands under it.
        """
        found = _NUMBERED.match(heading)
        number = found[1] if found else _MARK if item else ""
        self.open = [
            (depth, no, words)
            for depth, no, words in self.open
            if (number and no and number.startswith(f"{no}."))
            or (no == _MARK and "." in number)
            or (level and 0 < depth < level)
        ]
        self.open.append((level, number, heading))

    @property
    def on_involvement(self) -> bool:
        """Whether one of them is about how people are involved, unless the nearest is surely about others."""
        nearest = self.open[-1][2] if self.open else ""
        return about_involvement(nearest) or (
            any(about_involvement(words) for _, _, words in self.open) and not _SURELY_OTHERS.search(nearest)
        )


_MENTION = re.compile(
    rf"\b(?:(?:the|our|this|its) (?:{GROUP_NOUN})|members?|they|them|their|it|its|each|partners?|both)\b|\bone of|\btwo of",
    re.IGNORECASE,
)
_AGENTS = re.compile(r"(?:ers|ors|ists|ants|ees|ians)$")
"""Endings of words for people who do something."""


def _mentions(passage: Passage) -> bool:
    """Whether a passage names contributors, or speaks of them as *they*."""
    return (
        bool(passage.groups)
        or _MENTION.search(passage.text) is not None
        or of_ours(passage.text)
        or surely_ours(passage.text)
        or (passage.own_voice and _WE.search(passage.text) is not None)
    )


_EXPLETIVE = re.compile(
    r"\W*it (?:is|was|has been) (?:\w+ly )?(?:noted|agreed|decided|felt|said|hoped|clear|reported|suggested)\b",
    re.IGNORECASE,
)


def _has_rival(text: str, before: str) -> bool:
    """Whether a pronoun that begins a sentence may speak of what the sentence before brought up: `the firm collected it. It was paid £300`."""
    pronoun = re.match(
        r"\W*(?:in [\w ]{3,20}, |at first,? |then )?(they|their|these|each|both|it|its)\b", text, re.IGNORECASE
    )
    if pronoun is None:
        return False
    if _EXPLETIVE.match(text):
        return False
    told = acts(before)
    subject = told[0].subject if told else ()
    if pronoun[1].lower() in ("it", "its"):
        return bool(subject) and subject[-1] not in PRONOUNS
    verbs = {act.at for act in told}
    return any(
        token.word.endswith("s")
        and token.start not in verbs
        and (people_classes(token.word) or _AGENTS.search(token.word) is not None)
        for token in words_of(before)
    )


def _may_be_either(before: str) -> bool:
    """Whether *they* may be either side after a sentence; whoever was *they* in it, and did not speak to the others, still is."""
    return _MIXED.search(before) is not None and not (
        re.match(r"\W*they\b", before, re.IGNORECASE) and not _SPOKEN.search(before)
    )


def is_heading(sentence: Sentence, text: str, *, alone: bool) -> bool:
    """Whether a sentence stands over what follows: marked so, or a few words on their own without an end."""
    short = len(text) < HEADING_LENGTH and len(text.split()) <= 12
    return sentence.heading or (
        alone and short and text[-1:] not in ".!;," and not re.search(r"[£$€]|\b(?:is|are|will|paid)\b", text)
    )


_ASKS_OF_A_FORM = re.compile(
    r"(?:please )?(?:describe|explain|outline|list|state|summari[sz]e|tell us|give (?:details|examples)|say)\b",
    re.IGNORECASE,
)


def _runs_in(text: str, *, first: bool, last: bool) -> bool:
    """Whether a sentence stands over the rest of its paragraph: a question that the rest answers, or a word or two without a verb."""
    words = text.split()
    if text.endswith("?"):
        return len(words) <= 16
    if first and not last and _ASKS_OF_A_FORM.match(text):
        return len(words) <= 24
    return (
        first
        and not last
        and len(words) <= 4
        and text.endswith(".")
        and text[:1].isupper()
        and is_fragment(text)
        and not people_in(text)
    )


def passages(document: Text) -> tuple[Passage, ...]:
    """The sentences of a document that are no headings, each with what came before it, and with what the whole tells of its groups."""
    first = tuple(_passages(document, frozenset()))
    if not first:
        return first
    with_a_say = frozenset(p.room.casefold() for p in first if p.room and _SAY.search(p.text))
    again = tuple(_passages(document, first[-1].theirs - first[-1].mixed))
    for passage in again:
        passage.with_a_say = with_a_say
    return again


_SAY = re.compile(
    r"\b(?:advis\w+|decid\w+|consult\w*|steer\w*|overs[ae]\w+|comment\w*|review\w*|shap\w+|suggest\w*|recommend\w*|ask(?:s|ed)? (?:us|for|that|the)|t(?:ell|old) (?:us|the team)|propos\w+|ch[oa]o?se\w*|agree\w*"
    r"|guid(?:e|es|ed)|approv\w+|vote[sd]?|veto|co-?design\w*|work(?:s|ed)? with (?:us|the team|the researchers)|involve[ds]?|members|chair\w*|help(?:s|ed)? (?:us|to|the team)|gives? us|papers)\b",
    re.IGNORECASE,
)
"""What a group that has a part in the work does or has; people also meet to garden."""


def _passages(document: Text, theirs: frozenset[str]) -> Iterator[Passage]:
    from collections import Counter

    alone = Counter(s.block for s in document.sentences)
    so_far = _SoFar(document, theirs)
    for n, sentence in enumerate(document.sentences):
        bare = plain(sentence.text)
        only = alone[sentence.block] == 1
        first = n == 0 or document.sentences[n - 1].block != sentence.block
        if first:
            so_far.run_in = ""
        over_all = not (so_far.form and _LABEL.match(bare)) and is_heading(sentence, bare, alone=only)
        if over_all or _runs_in(bare, first=first, last=only):
            so_far.below_heading(sentence, bare, run_in=not over_all and not only)
            continue
        if len(bare) > LONGEST:
            so_far.topic, so_far.before = "", ""
            continue
        after = document.sentences[n + 1] if n + 1 < len(document.sentences) else None
        follows = plain(after.text) if after is not None and after.block == sentence.block else ""
        passage = so_far.passage(sentence, bare, follows)
        so_far.learn(passage)
        yield passage
        so_far.before = passage.whole


class _SoFar:
    """What a document has told when a sentence is reached; what each means stands at `Passage`.

    Attributes:
        form: whether it is a form, of which a line says before a colon what it is about.
        run_in: the heading that stands in the line of its paragraph; empty where none does.
        short_names: the groups that short names stand for.
    """

    def __init__(self, document: Text, theirs: frozenset[str]) -> None:
        whole = " ".join(plain(s.text) for s in document.sentences)
        self.own_voice = (
            _OWN_ORGANISATION.search(whole) is not None
            or _OWN_VOICE.search(whole) is not None
            or any(speak_themselves(plain(s.text)) for s in document.sentences)
        )
        self.form = sum(_LABEL.match(plain(s.text)) is not None for s in document.sentences) >= _LINES_OF_A_FORM
        self.heading, self.aside, self.run_in = "", False, ""
        self.headings = _Headings()
        self.room, self.topic, self.before, self.mentioned = "", "", "", True
        self.theirs = theirs
        self.linked: frozenset[str] = frozenset()
        self.mixed: frozenset[str] = frozenset()
        self.known: tuple[tuple[str, str], ...] = ()
        self.studied: frozenset[str] = frozenset()
        self.short_names: dict[str, str] = dict(_SHORT_NAMES)

    def below_heading(self, sentence: Sentence, bare: str, *, run_in: bool) -> None:
        """Go on below a heading, of what follows or only of its own paragraph; a group of contributors that it names is spoken of."""
        if run_in:
            self.run_in = bare.rstrip(".")
        else:
            involved = self.headings.on_involvement
            self.headings.at(bare, sentence.level, item=sentence.item)
            if involved and not self.headings.on_involvement:
                self.room, self.topic = "", ""  # the part on involvement is over
            self.heading = bare.rstrip(":")
            self.aside = _about_others(bare) and not self.headings.on_involvement
        self.before, self.mentioned = "", True
        for group in groups_in(bare):
            if group.side == "ours":
                self.room, self.topic = group.name, "ours"
                self.theirs |= {self.room.casefold()}
                self.known = (*self.known, (self.room, self.topic))

    def passage(self, sentence: Sentence, bare: str, follows: str) -> Passage:
        """A sentence with what came before it, and of whom it speaks."""
        text = without_condition_of_funding(without_quotes(bare, sentence.quoted))
        below, apart = (self.run_in, _about_others(self.run_in)) if self.run_in else (self.heading, self.aside)
        ours = ""
        label = _LABEL.match(text) if self.form else None
        if label:
            # A line of a form: what it is about stands before the colon, and whom it is about is the form's group.
            below, apart = label[1], _about_others(label[1])
            text = " " * label.end() + text[label.end() :]
            ours = next((name for name, side in reversed(self.known) if side == "ours"), "")
            if re.search(rf"\b(?:{GROUP_NOUN})\b", label[1], re.IGNORECASE):
                ours, apart = "", True  # the line is about another group
            if ours:
                self.room, self.topic, self.mentioned, self.before = ours, "ours", True, ""
        if not sentence.quoted:
            bare = text = self._in_full(bare, text)
        passage = Passage(
            sentence,
            text,
            bare,
            below,
            apart,
            self.room,
            self.topic,
            self.own_voice,
            self.before,
            follows,
            self.theirs,
            self.linked,
            self.mixed,
            self.known,
            self.studied,
            mentioned=self.mentioned,
            earlier=self.topic,
            of_involvement=about_involvement(below) or (not self.run_in and not label and self.headings.on_involvement),
        )
        room, topic = _speaks_of(passage)
        if ours and not topic:
            room, topic = ours, "ours"
        passage.room, passage.topic = room, topic
        return passage

    def _in_full(self, bare: str, text: str) -> str:
        """A sentence with the groups in place of their short names, also of those that it gives one."""
        for short, name in _abbreviated(bare):
            self.short_names[short] = name
        for _, name in ours_by_name(self.known):
            self.short_names.setdefault(_initials(name), name)
        for short, name in self.short_names.items():
            text = re.sub(rf"(?<!\()\b{short}\b(?!\))", name, text)
        return text

    def learn(self, passage: Passage) -> None:
        """Keep what a sentence tells of the groups, and of whom words for people speak."""
        room, topic, text = passage.room, passage.topic, passage.text
        self.room, self.topic = room, topic
        self.mentioned = topic == "ours" and _mentions(passage)
        named = [g.name for g in passage.groups]
        if room and (room in named or _BARE.match(_LEAD_IN.sub("", text))):
            self.known = (*(k for k in self.known if k[0] != room), (room, topic))
            sides = {p.side for p in people_in(text)}
            if sides & {"ours", "members"} and sides & {"team", "others"}:
                self.mixed |= {room.casefold()}
                passage.mixed = self.mixed
        if room and topic == "ours" and self.known and self.known[-1] == (room, topic):
            self.theirs |= {room.casefold()}
        if topic != "ours" and _STUDIED.search(text):
            self.studied |= nouns_in(text)
            self.linked -= self.studied
        if topic == "ours" and (
            any(True for _ in groups_in(text)) or surely_ours(text) or _WITH_US.search(text) or _WE_WITH.search(text)
        ):
            self.linked |= nouns_in(text)
            self.studied -= self.linked


def _abbreviated(text: str) -> Iterator[tuple[str, str]]:
    """The short names that a sentence gives to groups: `Patient Advisory Council (PAC)`."""
    for group in groups_in(text):
        found = re.match(r" \(([A-Z]{2,6})\)", text[group.end :])
        if found and group.name[0].upper() == found[1][0]:
            yield found[1], group.name


_SHORT_NAMES = {"CAB": "Community Advisory Board", "YPAG": "Young Persons' Advisory Group"}
"""Short names that are used without the long one: of good participatory practice in trials, and of the networks of young people's groups."""


def ours_by_name(known: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """The named groups of contributors whose initials may stand for them."""
    return ((side, name) for name, side in known if side == "ours" and len(name.split()) > 2 and name[:1].isupper())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


_AFTER_PEOPLE = re.compile(r"\b\w{3,}s['’] ")
"""A group that is called after people in the plural, as `Night Workers' Panel`: below a heading on involvement it is theirs."""


_WE = re.compile(r"\b(?:we|us|our|I|my|me)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"\b(?:told|said|asked|felt|suggested|recommended|wanted|pointed out|that|because)\b")
"""What people said may be about treatment; they are those who said it."""
_STUDIED = re.compile(
    rf"\b{OURS} (?:are|must be) (?:eligible|excluded|included|screened)\b|\b{OURS} (?:who [^.;,]{{3,40}} )?(?:was|were|are|will be|have been) (?:recruited|interviewed|randomi[sz]ed|surveyed|sampled|enrolled|filmed|asked to (?:fill|complete))\b(?! (?:to|as|for|onto) (?:the |our |an? )?(?:[\w-]+ ){{0,3}}?(?:{GROUP_NOUN}|advis\w+|contributors?|co-))"
    rf"|\b(?:recruit|interview|enrol|enroll|randomi[sz]e|survey|sample)(?:s|ed|ing)?\b (?:about |around |up to |some )?(?:{NUMBER} )?(?:[\w-]+ ){{0,2}}?{OURS}\b(?! (?:to|who will) (?:advise|work with|join|help))"
    rf"|\b(?:interviews?|focus groups?|questionnaires?|surveys?)\b[^.;]{{0,30}}? (?:with|of|to|by) (?:{NUMBER} )?(?:[\w-]+ ){{0,2}}?{OURS}\b|\bdelivered to (?:{NUMBER} )?(?:[\w-]+ ){{0,2}}?{OURS}\b",
    re.IGNORECASE,
)
"""People whom a study asks, and not those who shape it."""


def _do_it(passage: Passage, subject: str) -> bool:
    """Whether those who ask the people in a study are contributors themselves: `the peer researchers interviewed 40 tenants`."""
    return not re.search(r"\bwe\b", subject, re.IGNORECASE) and (
        surely_ours(subject)
        or (
            passage.topic == "ours"
            and passage.mentioned
            and re.match(r"\W*(?:they|both|members|two of them|all of them)\b", subject, re.IGNORECASE) is not None
        )
    )


_BARE = re.compile(rf"(?:the|our|this|its) ({GROUP_NOUN})\b(?! of\b|['’]| (?:in|at) (?-i:[A-Z]))", re.IGNORECASE)
_OF = re.compile(rf"(?:the|our|an?|another) (?:\w+ )?{GROUP_NOUN} of ((?:\w+ ){{1,4}})", re.IGNORECASE)
_MADE_OF = re.compile(r"^(?:[:,(]| of| with| has| had| consists? of| comprises?| is made up of| will have)+ ?$")
_OF_OURS = re.compile(
    rf" (?:(?:is|are|was) (?:the|an?|our|its) (?:[\w'-]+ ){{0,4}}?(?:{GROUP_NOUN}) )?(?:of|for|made up of) (?:[\w-]+ ){{0,2}}?(?:{OURS})\b(?! and (?!(?:their |the )?(?:relatives|families|carers|{OURS})\b))",
    re.IGNORECASE,
)
_HAVE_SEATS = re.compile(
    rf",? (?:in|on) which (?:[\w-]+ ){{0,3}}?{OURS}(?: (?:from|with|who|living)\b[^,;.]{{0,60}})? (?:hold|held|ha(?:ve|d)|make up|made up|sit|sat|are|were|form|formed)\b",
    re.IGNORECASE,
)
"""`A board in which tenants hold the majority`."""
_SETS_APART = re.compile(r"\b(?:control|focus|age|treatment|intervention|support|patient)\b", re.IGNORECASE)
_MEMBERS = re.compile(
    rf"(?:(?:each |all |ordinary |its |the |both |some |most |(?:{NUMBER}) )?members?\b(?! of\b)|(?:each|every) member\b|(?:{GROUP_NOUN}) members?\b)",
    re.IGNORECASE,
)
_NAMES_MEMBERS = re.compile(
    rf"\W*(?:who (?:all )?(?:have|live|are living|had|care)\b|(?:all )?(?:with|living with) (?:lived )?experience|(?:who are |all )?{OURS}\b)",
    re.IGNORECASE,
)
"""What makes members people whom the work is about."""


_REACHED = re.compile(
    r"\b(?:wrote to|written to|write to|approach(?:ed|ing)?|contact(?:ed|ing)?|through|via|recruit\w* (?:from|through)|advertis\w+ (?:in|through|with)|(?:is|are|was|were) (?:an? )?(?:\w+ )?members? of|belongs? to|(?<!-)chairs|in touch with)"
    r" (?:the |an? )?$",
    re.IGNORECASE,
)
"""People are found through a body of somebody else's, which has nothing to do with the work for that."""
_KEEPS = re.compile(r"^(?P<who>.*?)\b(?:has|had|runs?|ran|hosts?|keeps?) (?:an?|its|their) (?:\w+ )?$", re.IGNORECASE)
_OF_THIS_WORK = re.compile(
    r"\b(?:we|I|it|they|our|this|(?:the )?(?:project|study|trial|programme|work|research|service|team|partnership|site|consortium))\b",
    re.IGNORECASE,
)


_STILL_THEM = re.compile(r"(?:it|they|its|their|members)\b(?! (?:is|are|was|were) (?:an?|the)\b)", re.IGNORECASE)
_JOIN = re.compile(rf"\b{BELONG} (?:the |our |its |this |an? )?$", re.IGNORECASE)


_MEMBERS_OF = re.compile(rf"\bmembers? of (?:the|our) ({GROUP_NOUN})\b", re.IGNORECASE)


def _sit_there(passage: Passage, group: NamedGroup, counted: list[People]) -> bool:
    """Whether a sentence is about contributors who sit in a group, whosever it is: `two panel members joined the steering group`."""
    before = passage.text[: group.start]
    ahead = [person for person in counted if person.end <= group.start]
    of_a_group = _MEMBERS_OF.search(before)
    return _JOIN.search(before) is not None and (
        (of_a_group is not None and passage.is_theirs(of_a_group[1]))
        or surely_ours(before)
        or (bool(ahead) and not of_others(before) and passage.plainly(ahead[0]))
    )


def _is_elsewhere(text: str, group: NamedGroup) -> bool:
    """Whether a group is one of somebody else's: people are reached through it, or another organisation keeps it."""
    before = text[: group.start]
    if _REACHED.search(before) and re.match(r"(?: of [^,.;]{2,30}?)?,? (?:which|that|who)\b", text[group.end :]):
        return True
    keeps = _KEEPS.match(before)
    return keeps is not None and bool(keeps["who"].strip()) and not _OF_THIS_WORK.search(keeps["who"])


def _speaks_of(passage: Passage) -> tuple[str, str]:
    """The group and the people that a sentence speaks of; those of the sentences before where it names none first."""
    text = _WHEN.sub("", _LEAD_IN.sub("", passage.text))
    counted = list(people_in(passage.text))
    if passage.groups:
        return _of_a_named_group(passage, text, counted)
    found = _of_a_group_named_before(passage, text, counted)
    return _of_people(passage, text, counted) if found is None else found


def _of_a_named_group(passage: Passage, text: str, counted: list[People]) -> tuple[str, str]:
    """Of whom a sentence speaks that names a group: of the first that it names, unless it still speaks of the one before."""
    room, topic, first = passage.room, passage.topic, passage.groups[0]
    if room and topic == "ours" and first.side != "ours" and passage.mentioned and _STILL_THEM.match(text):
        return room, topic  # what `it` and `members` do to another group, they still do
    if _is_elsewhere(passage.text, first):
        return "", "others"
    near = [p for p in counted if p.start >= first.start]
    side = first.side
    if not side and _HAVE_SEATS.match(passage.text, first.end):
        side = "ours"
    if (
        near
        and near[0].side in ("others", "team")
        and _MADE_OF.match(passage.text[first.end : near[0].start])
        and not any(p.side == "ours" for p in near)
    ):
        side = "others"
    of_people = _OF_OURS.match(passage.text, first.end)
    if (
        not side
        and of_people
        and not any(p.start < of_people.end() for p in near)
        and not _SETS_APART.search(first.name)
    ):
        side = "ours"
    if not side and near:
        side = "ours" if passage.plainly(near[0]) else "others" if near[0].side in ("others", "team") else ""
        if near[0].side == "members" and _NAMES_MEMBERS.match(passage.text, near[0].end):
            side = "ours"
    if elsewhere(passage.text):
        return "", "others"
    if _sit_there(passage, first, counted):
        return first.name, "ours"
    if side == "others":
        return first.name, "others"
    if room and f" {room}".casefold().endswith(f" {first.name}".casefold()):
        return room, "ours" if passage.is_theirs(room) else topic
    named_after = _AFTER_PEOPLE.search(first.name) and passage.of_involvement
    if side == "ours" or passage.is_theirs(first.name) or (named_after and not of_others(first.name)):
        return first.name, "ours"
    return first.name, "ours" if passage.own_voice and _WE.search(passage.text) else ""


def _of_a_group_named_before(passage: Passage, text: str, counted: list[People]) -> tuple[str, str] | None:
    """Of whom a sentence speaks that says `the panel`, `its members` or `some of them`; None where it says nothing of the kind."""
    room, topic = passage.room, passage.topic
    if elsewhere(text):
        return "", "others"
    if room and re.search(rf"\bno {re.escape(room)}\b", passage.text, re.IGNORECASE):
        return "", ""
    of = _OF.match(text)
    if of:
        return "", "others" if of_others(of[1]) else ("ours" if of_ours(of[1]) else "")
    bare = _BARE.match(text)
    if bare:
        # The group of that word which was named last: `the board` is no panel.
        noun = bare[1].casefold()
        for name, side in reversed(passage.known):
            if name.casefold().endswith(noun):
                return name, "ours" if passage.is_theirs(name) else side
        if noun == "group" and room:
            return room, topic
        nearest = counted[0] if counted else None
        if nearest and (
            passage.plainly(nearest) or (nearest.side == "members" and _NAMES_MEMBERS.match(passage.text, nearest.end))
        ):
            return noun, "ours"
        if not (passage.own_voice and topic == "ours" and _WE.search(text)):
            return "", ""
    if _MEMBERS.match(text):
        if room and topic != "ours" and passage.known and passage.known[-1][0] == room:
            return room, topic
        for name, side in reversed(passage.known):
            if side == "ours" or passage.is_theirs(name):
                return name, "ours"
    return None


def _of_people(passage: Passage, text: str, counted: list[People]) -> tuple[str, str]:
    """Of whom a sentence speaks that names no group: by what people in it are called, and do."""
    room, topic = passage.room, passage.topic
    if counted and counted[0].side == "team" and re.search(r"\balso (?:attend|sit|join)", text, re.IGNORECASE):
        return room, topic
    studied = _STUDIED.search(text)
    if treated(_SPOKEN.split(passage.text)[0]) or (studied and not _do_it(passage, text[: studied.start()])):
        return "", "others"
    if passage.own_voice and not topic and re.search(r"\b(?:I|we|us|me)\b", text, re.IGNORECASE):
        return room, "ours"
    if re.match(r"(?:they|their|them)\b", text, re.IGNORECASE) and topic == "ours" and _may_be_either(passage.before):
        return room, ""
    if not topic and surely_ours(text) and not of_others(text):
        return room, "ours"
    whom = re.search(rf"\b{OURS}\b", text, re.IGNORECASE)
    if whom and not surely_ours(text):
        still = topic == "others" and in_a_study(passage.before) and nouns_in(whom[0]) & nouns_in(passage.before)
        if still or nouns_in(whom[0]) & passage.studied:
            return "", "others"
    if topic == "ours" and not passage.mentioned and _has_rival(text, passage.before):
        return "", ""
    if _GENERIC.match(text):
        return room, topic
    named = [(m.start(), "ours") for m in re.finditer(rf"\b(?:{SURELY_OURS}|{OURS})\b", text, re.IGNORECASE)][:1]
    named += [(m.start(), "others") for m in re.finditer(rf"\b{OTHERS}\b", text, re.IGNORECASE)][:1]
    if not any(side == "others" for _, side in named) and surely_ours(text):
        return room, "ours"
    if not named:
        return room, topic
    side = min(named)[1]
    if side == "ours" and not (
        surely_ours(passage.text)
        or _WITH_US.search(passage.text)
        or _WORK_WITH.search(passage.text)
        or passage.of_involvement
        or nouns_in(text) & passage.linked
    ):
        return "", ""  # people whom the work is about, and nothing says that they are involved
    return (room if side == "ours" else "", side)
