"""Sentences and orders that the formats share, so that no two reports say the same thing differently.

Nothing here judges: it puts what an `Audit` holds into words, and makes text from a file harmless to show.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

from involve_audit import messages
from involve_audit.record import Record, replace
from involve_audit.results.audit import DEFAULT_POLICY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from involve_audit.results.audit import (
        AccountFound,
        Audit,
        BaselineFound,
        CharacteristicFound,
        Citation,
        CriterionFound,
        Door,
        Evidence,
        Exclusion,
        FlagFound,
        GateFound,
        GroupInRoom,
        Head,
        Matter,
        Missing,
        PolicyCondition,
        PrincipleFound,
        Question,
        Range,
        ReasonFound,
        RoomFound,
        Score,
        SidesFound,
        SignFound,
        StageFound,
        Step,
        Steps,
        VoicesFound,
        WaiverFound,
    )

# A renderer reads no project file, so the ladder stands here a second time; a test holds it to the first.
RUNGS = ("none", "informed", "consultation", "involvement", "collaboration", "co-production", "led")
LEVELS = ("not there", "in form only", "in practice", "shared")
LETTERS = {
    "A": "largely shared",
    "B": "largely in practice",
    "C": "largely in form",
    "D": "hardly there",
    "?": "too little told",
}
NOT_TOLD = "not told"
NOT_A_MARK = (
    "No mark is given. The bars show how far the questions of a principle are answered well; two projects cannot be "
    "ranked by them."
)
NOT_RANKED = "They are not ranked."
LAST_QUESTION = "What would the people who are involved say to this report?"
MIRROR = "This is a mirror to talk over, not a certificate."

# --- text from a file ------------------------------------------------------------------------------

# Control characters, and marks that turn the reading direction of everything behind them. The marks that act on
# one spot only (U+200E, U+200F, U+061C) stay: Hebrew and Arabic need them.
_HARMFUL = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def _harmless(line: str) -> str:
    return line if line.isprintable() else re.sub(_HARMFUL, "\ufffd", line)


def plain(text: str) -> str:
    """Text from a file in one line, with nothing in it that could act on what stands around it."""
    return _harmless(" ".join(text.split()))


def in_line(text: str) -> str:
    """The same, with a blank at each end where there was one: other words may stand beside it. A line break alone stays one."""
    if text == "\n":
        return text
    said = plain(text)
    if not said:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{said}{' ' * text[-1:].isspace()}"


def harmless(tree: Any) -> Any:
    """A tree of JSON, with nothing in its texts and keys that could act on what stands around it; line breaks stay.

    A saved audit may come from anybody, and ids and names of rules in it are printed as they stand.
    """
    if isinstance(tree, str):
        return _harmless(tree)
    if isinstance(tree, dict):
        return {harmless(key): harmless(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [harmless(value) for value in tree]
    return tree


def as_said(text: str) -> list[str]:
    """People's own words, line by line. Empty lines stay between others, to keep paragraphs apart."""
    lines = [_harmless(line.replace("\t", " ")).rstrip() for line in text.splitlines()]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines or [""]


# --- small words -----------------------------------------------------------------------------------

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def day(date: str) -> str:
    """A date as people write it.

    >>> day("2026-11-02")
    '2 November 2026'
    """
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", date, re.ASCII)
    if not found or not 1 <= int(found[2]) <= 12:
        return date or NOT_TOLD
    return f"{int(found[3])} {_MONTHS[int(found[2]) - 1]} {found[1]}"


def listed(words: Iterable[str], last: str = "and") -> str:
    """Words in a row.

    >>> listed(["pay", "support", "answers"])
    'pay, support and answers'
    """
    words = tuple(words)
    return f" {last} ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


capital, small = messages.capital, messages.small


def sentence(text: str) -> str:
    """The text as a sentence: a capital letter first, a full stop behind it unless it ends otherwise."""
    text = capital(text.strip())
    ends = text.rstrip("\u201d\u2019\"')")[-1:]
    return text if not text or (ends and ends in ".?!…:") else text + "."


def tells(text: str) -> bool:
    """Whether a text from a file says anything: where words are left out, a mark stands in their place."""
    return any(letter.isalnum() for letter in text)


def few(text: str, most: int) -> str:
    """The first words of a text from a file, with a mark where some are left out.

    >>> few("Meters to take home for everybody", 4)
    'Meters to take home …'
    """
    told = text.split()
    return " ".join(told) if len(told) <= most else f"{' '.join(told[:most]).rstrip('.,;:')} …"


def whole(text: str, most: int) -> str:
    """The first sentences of a text that have no more than so many words; the first one is never cut.

    >>> whole("Ask people. Then write down what they say.", 4)
    'Ask people.'
    >>> whole("Ask people, and write it down.", 2)
    'Ask people, and write it down.'
    """
    kept: list[str] = []
    for one in re.split(r"(?<=[.?!])\s+", text.strip()):
        if kept and len(" ".join((*kept, one)).split()) > most:
            break
        kept.append(one)
    return " ".join(kept)


def stated(state: str, says: str) -> str:
    """A state and the sentence that goes with it; the state only once."""
    if not says.strip():
        return sentence(either(state))
    return (
        sentence(says) if not state or says.lower().startswith(state.lower()) else f"{capital(state)}. {sentence(says)}"
    )


def sentences(texts: Iterable[str]) -> str:
    """Each text as a sentence, one behind the other."""
    return " ".join(sentence(t) for t in texts if t)


def either(text: str) -> str:
    """The text, or that it is not told."""
    return text.strip() or NOT_TOLD


def titled(head: Head) -> str:
    """What the project is called, or its file."""
    return head.title.strip() or head.file.strip() or "A project without a title"


def title_in_plain(principle: PrincipleFound) -> str:
    """A principle in everyday words."""
    return principle.plain or principle.title or principle.id


def place(head: Head, because: Evidence) -> str:
    """`file:line`, as editors and terminals understand it."""
    return f"{head.file}:{because.line}" if head.file else f"line {because.line}"


def line_says(because: Evidence) -> str:
    """A place in words of the file, and what stands there: `timing.first_involved: 2025-06`."""
    key = re.sub(r"\[\d+\]$", "", because.path.rpartition(".")[2])
    says = because.says.removeprefix(f"{key}: ") if key else because.says
    return ": ".join(part for part in (because.path, says) if part.strip()) or NOT_TOLD


# --- ranges ----------------------------------------------------------------------------------------


def share(value: float) -> float:
    """A value brought between 0 and 100, for a bar."""
    return min(max(value, 0.0), 100.0)


def cells(low: float, high: float, number: int) -> tuple[int, int]:
    """How many cells of a bar are solid, and where the open part ends.

    Rounded outwards, as the numbers are: what is open is never shown smaller than it is.
    """
    solid = int(number * share(low) / 100 + 1e-9)
    return solid, math.ceil(number * share(high) / 100 - 1e-9) if high > low else solid


def between(low: float, high: float) -> str:
    """A range from 0 to 100 in words, rounded outwards so that it never says more than is known.

    >>> between(100 / 3, 200 / 3)
    'between 33 and 67 of 100'
    """
    if low == high:
        return f"{low:.0f} of 100" if low == round(low) else f"about {low:.0f} of 100"
    return f"between {math.floor(low + 1e-9)} and {math.ceil(high - 1e-9)} of 100"


def span(steps: Steps) -> str:
    """A rung or role between two ends; where both ends of the ladder are possible, it is not told."""
    low, high = steps.low.strip(), steps.high.strip()
    if (low, high) == (RUNGS[0], RUNGS[-1]):
        return NOT_TOLD
    if low == high or not high or not low:
        return either(low or high)
    if low == RUNGS[0]:
        return f"at most {high}"
    return f"at least {low}, at most {high}"


def _level(value: float) -> int:
    return min(max(int(value), 0), 3)


def level_ends(level: Range) -> tuple[int, int]:
    """The two ends of a level, each from 0 to 3."""
    return _level(level.low), _level(math.ceil(level.high))


def level_word(level: float) -> str:
    """A level in words."""
    return LEVELS[_level(level)]


def level_says(criterion: CriterionFound) -> str:
    """The level of a criterion in words, the word before the number."""
    if not criterion.applies:
        return "Does not apply here"
    if criterion.applies == "unknown":
        return f"Not told whether it applies here. If it does: {small(level_says(replace(criterion, applies=True)))}"
    low, high = level_ends(criterion.level)
    if low == high:
        return f"{capital(LEVELS[low])} (level {low} of 3)"
    if (low, high) == (0, 3):
        return "Not told: anything from level 0 to level 3 is possible"
    return f"Between {LEVELS[low]} and {LEVELS[high]} (level {low} to {high} of 3)"


def told_shortly(criterion: CriterionFound) -> bool:
    """Whether a page only names a question of the rubric: nothing that is told says anything on it, or it does not apply."""
    return silent(criterion) or not criterion.applies


def silent(criterion: CriterionFound) -> bool:
    """Whether nothing that is told says anything on a criterion: nothing is told of it, or nothing that decides."""
    return criterion.applies and criterion.level.low < criterion.level.high and not criterion.because


def confirmed_says(state: str) -> str:
    """Whether contributors confirm a principle, in words."""
    return {
        "confirmed": "contributors confirm it",
        "disputed": "most contributors disagree",
        "split": "contributors are split",
        "too few": "too few contributors answered",
        "not heard": "contributors say that they were not heard",
        "not asked": "contributors were not asked",
        "not told": "contributors' view not told",
        "": "contributors' view not told",
    }.get(state, state)


NEVER_AVERAGED = "The answers of different sides stand beside each other and are never averaged."
SIDES_QUESTION = "Where the two differ: what do contributors see there that researchers do not?"


def sides_say(row: SidesFound) -> str:
    """What each side says of one principle, and how they differ.

    >>> from involve_audit.results.audit import SideSays, SidesFound
    >>> sides_say(SidesFound("pay", "Pay", (SideSays("contributors", "2026", "split"),), "cannot be told", "One side only."))
    'contributors, 2026: split. One side only.'
    """
    said = "; ".join(f"{s.of}{f', {s.when}' if s.when else ''}: {s.says}" for s in row.sides)
    return " ".join(part for part in (f"{said}." if said else "", row.says) if part)


def standing(principle: PrincipleFound) -> str:
    """How a principle stands: the letter that programs read; `?` where there is none. No report for people prints it."""
    return principle.letter if principle.letter in LETTERS else "?"


def standing_says(principle: PrincipleFound) -> str:
    """How a principle stands, in words: they stand with its bar."""
    return LETTERS[standing(principle)]


def bar_says(low: float, high: float) -> str:
    """A bar in words, for those who do not see it. It gives no number: that would be read as a mark.

    >>> bar_says(100 / 3, 75)
    'a third or more is told and shown; three quarters or more are possible'
    """
    if low == high:
        return f"{_part(low)} told and shown"
    return f"{_part(low)} told and shown; {_part(high)} possible"


def _part(value: float) -> str:
    for least, says in (
        (100, "all is"), (75, "three quarters or more are"), (50, "half or more is"), (100 / 3, "a third or more is"),
        (0.5, "less than a third is"),
    ):  # fmt: skip
        if value >= least - 0.05:
            return says
    return "nothing is"


def counts_say(score: Score) -> str:
    """How many questions of the rubric are settled, and at which level."""
    counts = listed(
        [f"{n} {word}" for n, word in zip(score.at_level, LEVELS, strict=True)]
        + [f"{score.open} not settled by what is told", f"{score.not_applicable} not applicable"]
    )
    return f"Questions of the rubric: {counts}."


# --- sources ---------------------------------------------------------------------------------------


def sources(audit: Audit, *, on_paper: bool = False) -> tuple[Citation, ...]:
    """Every source that the audit names, once and without what it says, in the order of the alphabet.

    Args:
        audit: the audit.
        on_paper: only those of what was seen: a printed page has one line on what is not told.
    """
    named = [c.sources for p in audit.principles for c in p.criteria if not (on_paper and told_shortly(c))]
    named += [f.sources for f in audit.flags]
    named += [g.sources for g in audit.gates if g.state == "holds" or not on_paper]
    named += [r.sources for r in reasons_in(audit.voices)]
    once = {replace(s, says="") for group in named for s in group}
    return tuple(sorted(once, key=lambda s: (s.cites.casefold(), s.cites, s.id)))


# --- the ladder ------------------------------------------------------------------------------------


class OnLadder(Record):
    """One row of the ladder.

    Attributes:
        name: called, aims for, promised, told, shown.
        says: the rung in words.
        low: the rung as a number from 0; None where no rung is named.
        high: the high end.
    """

    name: str
    says: str
    low: int | None
    high: int | None


def on_ladder(step: int | None) -> float:
    """A rung as a value from 0 to 100, for a bar; nought where none is named."""
    return 100 * (step or 0) / (len(RUNGS) - 1)


_SHARED = ("collaboration", "co-production")
CLAIM_HELD = "held against shared decisions"
"""What co-production, co-design and partnership are held against, wherever such a claim is printed."""


def claims_says(audit: Audit) -> str:
    """The rung that the words claim, and what it is held against; empty where they claim none."""
    claims = audit.label.claims
    return f"{audit.rung.called or claims}, {CLAIM_HELD}" if claims in _SHARED else claims


def _rung(word: str) -> int | None:
    return RUNGS.index(word) if word in RUNGS else None


def ladder(audit: Audit) -> tuple[OnLadder, ...]:
    """What it is called, aims for, promises, tells and shows, side by side."""
    rung = audit.rung
    rows = [
        OnLadder(name, either(word), _rung(word), _rung(word))
        for name, word in (
            ("called", rung.called),
            ("aims for", rung.aims_for),
            ("promised", rung.promised),
            ("told", rung.told),
        )
    ]
    if audit.label.called and not rung.called:
        rows[0] = OnLadder("called", "claims nothing that is known", None, None)
    elif rung.called in _SHARED:
        # The word and the rung need not be the same: co-production, co-design and partnership claim shared decisions.
        rows[0] = replace(rows[0], says=f"{rung.called} ({CLAIM_HELD})")
    low, high = _rung(rung.shown.low), _rung(rung.shown.high)
    return (*rows, OnLadder("shown", span(rung.shown), low, high if high is not None else low))


# --- orders ----------------------------------------------------------------------------------------

_FLAG_ORDER = {"error": 0, "warning": 1, "note": 2}
_STATE_ORDER = {"holds": 0, "open": 1, "clear": 2, "not due": 3}


def flags_in_order(flags: Sequence[FlagFound]) -> tuple[FlagFound, ...]:
    """Contradictions first, then warnings, then notes."""
    return tuple(sorted(flags, key=lambda f: _FLAG_ORDER.get(f.level, 3)))


def flag_says(level: str) -> str:
    """What kind of flag it is, in words."""
    return {"error": "contradiction", "warning": "warning sign", "note": "note"}.get(level, level)


def gates_in_order(gates: Sequence[GateFound]) -> tuple[GateFound, ...]:
    """Gates that hold, then open ones; those on which the check fails before the others."""
    return tuple(sorted(gates, key=lambda g: (_STATE_ORDER.get(g.state, 4), not g.fails, not g.caps)))


def to_look_at(gates: Sequence[GateFound]) -> tuple[GateFound, ...]:
    """Gates that are neither clear nor not yet due."""
    return tuple(g for g in gates_in_order(gates) if g.state not in ("clear", "not due"))


def signs_to_look_at(signs: Sequence[SignFound]) -> tuple[SignFound, ...]:
    """Signs that hold, then open ones."""
    return tuple(sorted((s for s in signs if s.state != "clear"), key=lambda s: _STATE_ORDER.get(s.state, 4)))


def gate_says(state: str) -> str:
    """The state of a gate in words. Its title says what should be so: where the gate holds, that is not met."""
    return {"holds": "not met", "open": "open, not told", "clear": "met", "not due": "not due yet"}.get(state, state)


def gate_does(gate: GateFound) -> str:
    """What a gate does, or would do, to the verdict and to the check."""
    parts = []
    # Short sentences: they stand at every such gate.
    if gate.caps:
        parts.append(f"It {'keeps' if gate.state == 'holds' else 'would keep'} the verdict at {gate.caps}.")
    if gate.fails:
        parts.append(f"The check {'fails on' if gate.state == 'holds' else 'asks for'} it.")
    return " ".join(parts) if gate.state in ("holds", "open") else ""


def steps_of(audit: Audit, kind: str) -> tuple[Step, ...]:
    """The steps of a kind, in the order of the audit. Steps of no known kind are things to do."""
    known = ("tell", "say it truly")
    return tuple(s for s in audit.steps if s.kind == kind or (kind == "do" and s.kind not in known))


def first_steps(audit: Audit, number: int = 2) -> tuple[Step, ...]:
    """What to do first, and what to write down first where something that is so is not shown: one of each, before more of either.

    Which of the two comes first, the audit says by its order. A truer word is no improvement.
    """
    steps = [s for s in audit.steps if s.kind != "say it truly"]
    first_of_each = {s.kind == "tell": s for s in reversed(steps)}.values()
    return tuple(dict.fromkeys((*sorted(first_of_each, key=steps.index), *steps)))[:number]


class ToDo(Record):
    """Something to do, and what it is for or about."""

    does: str
    about: str


def over_says(audit: Audit) -> str:
    """That the work is over, and what therefore is no step; empty where it is not over."""
    if audit.project.phase not in ("finished", "cancelled"):
        return ""
    who = "Those who ran the work" if audit.project.stamp else "You"
    return f"The work is over: steps that need a next meeting are left out. {who} can still answer, publish and repair, and tell the next work what was learned."


NOTHING_WOULD = "Nothing that is not told would change the verdict."


def settled(audit: Audit) -> bool:
    """Whether no answer that is not told could change the verdict."""
    return all(v.id == audit.verdict.id for v in audit.verdict.possible)


def deciding(audit: Audit) -> tuple[Question, ...]:
    """What is not told and could change something: the verdict where others are possible, or whether the check holds."""
    asked_for = {f"gate {g.id}" for g in audit.gates if g.state == "open" and g.fails}
    if not settled(audit):
        asked_for.add("the verdict")
        asked_for |= {f"gate {g.id}" for g in audit.gates if g.state == "open" and g.caps}
    if any(s.id == "said-not-heard" and s.state == "open" for s in audit.signs):
        # Nobody has said that they were not heard: who answered them decides nothing before that.
        asked_for.discard("gate own-word-answered")
        if audit.project.phase in ("idea", "applying"):
            asked_for.discard("gate own-word")
    early = {"what can no longer be changed afterwards"}
    return tuple(q for q in audit.questions if not (asked_for | early).isdisjoint(q.decides))


def first_things(audit: Audit, number: int = 2) -> tuple[ToDo, ...]:
    """What to do first, so that no report ends without a next step.

    The steps of the audit come first. Where they are fewer: what would lift a gate that is not met, then the small
    step on the question that stands lowest among those of which something is told, then the most decisive answer
    that is not told.
    """
    once: dict[str, ToDo] = {}
    for one in _things(audit, number):
        if one.does:
            once.setdefault(one.does, one)
        if len(once) == number:
            break
    return tuple(once.values())


def _things(audit: Audit, number: int) -> Iterator[ToDo]:
    for s in first_steps(audit, number):
        yield ToDo(sentences(s.does), sentences((s.lifts, closes_says(s))))
    changed = {_part_of(place) for s in audit.steps for place, _ in s.gives}
    for g in gates_in_order(audit.gates):
        # What a step changes already is not asked for a second time.
        if g.state == "holds" and g.lifts and changed.isdisjoint(_part_of(b.path) for b in g.because):
            yield ToDo(sentence(g.lifts), f"{g.title}: not met.")
    low = [c for p in audit.principles for c in p.criteria if c.applies and c.level.low < 3 and c.advice]
    low.sort(key=lambda c: (c.level.low, c.level.high, not c.core))
    for c in low:
        # What a criterion rests on takes time to find, so it is looked for last, and of few.
        if c.because:
            yield ToDo(sentence(c.advice), f"It is about this: {small(c.title)}.")
    for q in deciding(audit) or audit.questions:
        yield ToDo(f"Find the answer, and write it down: {q.asks}", "Not told yet.")


def _part_of(place: str) -> str:
    """The practice to which a place belongs: its first two keys."""
    return ".".join(re.split(r"[.\[]", place)[:2])


# --- sentences -------------------------------------------------------------------------------------


def verdict_parts(audit: Audit) -> tuple[str, str]:
    """The sentence of the verdict in two: what it is, and what is not told, which many words may make long."""
    says = sentence(audit.verdict.says or audit.verdict.title)
    verdict, mark, untold = says.partition("; not told: ")
    return verdict, mark + untold


def judged_by(audit: Audit) -> str:
    """By what and as of when the project was judged."""
    rubric = audit.rubric
    name = f"{rubric.title} ({rubric.id})" if rubric.title and rubric.title != rubric.id else rubric.id
    return f"Judged as of {day(audit.date)} by the rubric {name}, version {rubric.version}{own_rubric(audit)}"


def own_rubric(audit: Audit) -> str:
    """That the rubric changes the shipped one, and in how many places; empty where it does not."""
    many = len(audit.rubric.differs)
    return (
        f", which changes the shipped rubric in {many} {'place' if many == 1 else 'places'} (listed below)"
        if many
        else ""
    )


def limits(audit: Audit) -> tuple[str, ...]:
    """What a report cannot tell, and how its rubric differs from the shipped one: printed in each."""
    return (*audit.limits, *audit.rubric.differs)


def others_possible(audit: Audit) -> list[str]:
    """The other verdicts that the answers still allow, as they stand within a sentence.

    That trust may be broken, or people's presence a token, is possible wherever nobody has said otherwise. Named
    as a verdict it would read as a suspicion; `not_told` asks for the answer instead.
    """
    return [small(v.title) for v in audit.verdict.possible if v.id != audit.verdict.id and v.id not in ASKED_FOR]


HEARD = "whether people were heard"
ASKED_FOR = {
    "tokenism": "whether people's part counted",
    "broken trust": "whether anybody was harmed",
    "nobody involved": "whether those who take part are affected themselves",
}
"""What to ask for, where one of these verdicts is possible only because nobody has said."""


_SIGN_ASKED_FOR = {
    "said-not-heard": HEARD,
    "came-after-the-decisions": "whether people were asked before the decisions were taken",
    "log-shows-nothing-taken-up": "what came of what people said",
    "most-say-it-made-no-difference": "whether contributors think that it made a difference",
    "invited-only-because-asked-to": "why people were invited",
    "lone-seat-and-nothing-changed": "whether somebody sat alone and without a vote",
    "binding-say-overruled": "whether a say that was called binding was overruled",
    "role-ended-over-their-heads": "whether a role was ended without the people in it",
}
"""What to ask for while a sign of tokenism is open, the plainest first."""


def not_told(audit: Audit) -> tuple[str, ...]:
    """What is not told and would matter, in words, the answers that would rule out the worst among them."""
    return tuple(dict.fromkeys((*audit.verdict.not_told, *_worse(audit))))


def _worse(audit: Audit) -> list[str]:
    """What to ask for, so that the verdicts can be ruled out that are possible only because nobody has said."""
    asked: list[str] = []
    for verdict in audit.verdict.possible:
        if verdict.id == audit.verdict.id or verdict.id not in ASKED_FOR:
            continue
        states = {sign.id: sign.state for sign in audit.signs}
        open_signs = [asks for sign, asks in _SIGN_ASKED_FOR.items() if states.get(sign) == "open"]
        if verdict.id != "tokenism":
            asked.append(ASKED_FOR[verdict.id])
        elif states.get("said-not-heard") == "open" and all(q.id != "people-heard" for q in audit.questions):
            asked.append("whether most people were heard")  # some are told to have been, and others not
        elif states.get("said-not-heard") == "open" or not open_signs:
            asked.append((open_signs or [ASKED_FOR["tokenism"]])[0])
        else:
            # That people were heard is told: what is left of the signs is named, two of them at most.
            asked += open_signs[:2]
    return asked


def rests_on(audit: Audit) -> tuple[str, ...]:
    """What the verdict rests on, without the signs that stand below with their lines."""
    signs = {s.says for s in audit.signs if s.state == "holds"}
    found = tuple(t for t in audit.verdict.rests_on if t.rstrip(".").casefold() not in {s.casefold() for s in signs})
    many = len(audit.verdict.rests_on) - len(found)
    return (*([signs_say(many)] if many else []), *found)


def signs_say(many: int) -> str:
    """How many signs of tokenism hold."""
    return f"{many} {'sign' if many == 1 else 'signs'} of tokenism, below with {'its' if many == 1 else 'their'} lines."


def together(questions: Iterable[Question]) -> list[tuple[str, tuple[Question, ...]]]:
    """Questions that differ only in what they are about (`Design: what shows …`), put together."""
    found: dict[str, list[Question]] = {}
    for question in questions:
        _, mark, rest = question.asks.partition(": ")
        stage = mark and question.id.partition(" ")[0] in ("status", "evidence")
        found.setdefault(rest if stage else question.asks, []).append(question)
    said = []
    for asks, alike in found.items():
        if len(alike) == 1:
            said.append((alike[0].asks, tuple(alike)))
        else:
            said.append((f"{listed(q.asks.partition(': ')[0] for q in alike)}: {asks}", tuple(alike)))
    return said


def possible_says(audit: Audit) -> str:
    """The other verdicts that the answers still allow, or nothing where there is only one."""
    others, worse = others_possible(audit), _worse(audit)
    said = [f"Depending on what is not told, other verdicts are possible: {'; '.join(others)}."] if others else []
    if worse:
        said.append(f"A lower verdict cannot be ruled out until it is told {listed(worse)}.")
    return " ".join(said)


_NOT_TOLD = " (not told)"


def missing_says(audit: Audit) -> str:
    """What the word used also promises, where it is not there or not told."""
    untold = [part.removesuffix(_NOT_TOLD) for part in audit.label.missing if part.endswith(_NOT_TOLD)]
    gone = listed(part.partition(" (")[0] for part in audit.label.missing if not part.endswith(_NOT_TOLD))
    says = [f"Missing, though the word promises it: {gone}."] if gone else []
    if untold:
        says.append(
            f"The word also promises {listed(untold)}; it is not told whether {'that is' if len(untold) == 1 else 'they are'} there."
        )
    return " ".join(says)


def policy_says(audit: Audit) -> str:
    """Whether the policy holds, in a sentence."""
    if audit.policy.holds and audit.policy.held_before is False:
        excuses = {c.excused for c in audit.policy.conditions}
        ways = [
            *(["by waiver"] if excuses & {"waived", "waived and known"} else []),
            *(["because what fails was known before"] if excuses & {"known", "waived and known"} else []),
        ]
        return f"The policy holds only {' and '.join(ways)}: without that, it would not hold."
    if audit.policy.holds:
        return f"The policy holds: what this check asks for is met.{_not_asked(audit)}"
    broken = [c for c in audit.policy.conditions if c.state == "not held" and not c.excused]
    unsure = [c for c in audit.policy.conditions if c.state == "open" and not c.excused]
    parts = []
    if broken:
        parts.append(f"{len(broken)} {'condition is' if len(broken) == 1 else 'conditions are'} not met")
    if unsure:
        parts.append(f"{len(unsure)} {'is' if len(unsure) == 1 else 'are'} open because something is not told")
    return f"The policy does not hold{': ' if parts else ''}{listed(parts)}."


GRAVE = ("nobody involved", "broken trust", "tokenism")
"""The verdicts beside which a policy that holds says what it does not ask."""


def _not_asked(audit: Audit) -> str:
    """What a policy that holds did not ask, where that stands in the same report and is grave."""
    asked = {c.id for c in audit.policy.conditions}
    if audit.verdict.id in GRAVE:
        return f" It does not ask for a better verdict than this one: {audit.verdict.title.lower()}."
    if audit.honesty.state == "not honest" or audit.label.state == "overclaimed":
        return "" if "honest-label" in asked else " It does not ask whether the words that are used are honest."
    return ""


def condition_says(state: str) -> str:
    """The state of a condition of the policy in words."""
    return {"held": "met", "not held": "not met", "open": "open, not told", "not due": "not due yet"}.get(state, state)


_EXCUSED = {
    "not asked for yet": "not asked for yet at this phase: neither silence nor an answer fails on it",
    "unknown allowed": "let pass by --allow-unknown",
    "waived": "waived",
    "known": "known before, by the baseline",
    "waived and known": "waived in part, and known before in part",
}


def condition_tells(audit: Audit, condition: PolicyCondition) -> str:
    """A condition with what was found, what excuses it, and who asks for it; the default policy alone is not named."""
    excused = f"{_EXCUSED.get(condition.excused, condition.excused)}. " if condition.excused else ""
    asked = ""
    if condition.comes_from and any(c.comes_from not in ("", DEFAULT_POLICY) for c in audit.policy.conditions):
        asked = f"Asked by {condition.comes_from}."
    more = " ".join(t for t in (condition.found, capital(excused).strip(), asked) if t)
    says = condition.says or condition.id
    return f"{says.rstrip('.')}. {more}" if more else says


def is_asked_for(audit: Audit, condition: PolicyCondition) -> bool:
    """Whether a policy file is held to, and the condition is not of the default policy alone."""
    return audit.policy.stamp is not None and condition.comes_from != DEFAULT_POLICY


def policy_notes(audit: Audit) -> list[str]:
    """What to know of the policy: whose it is, what asks for less, and what waivers and a baseline change."""
    policy, baseline = audit.policy, audit.baseline
    notes = []
    if policy.stamp is not None:
        by = f", by {policy.stamp.by}" if policy.stamp.by else ""
        notes.append(
            f"Held to the policy “{policy.stamp.title}”{by} ({policy.stamp.file}, sha256 {policy.stamp.sha256[:12]}), beside the default policy."
        )
    notes += map(sentence, policy.weaker)
    if policy.held_before is not None:
        kinds = [*(["waivers"] if audit.waivers else []), *(["the baseline"] if baseline is not None else [])]
        before, after = ("it holds" if held else "it does not hold" for held in (policy.held_before, policy.holds))
        notes.append(
            f"Without {' and '.join(kinds)}: {before}. With {'them' if audit.waivers else 'it'}: {after}. The verdict is the same either way: {audit.verdict.title.lower()}."
        )
    return notes


def waiver_says(waiver: WaiverFound) -> str:
    """A waiver in full: what it does, why, who answers for it, who agreed."""
    agreed = f"Agreed with: {waiver.agreed_with}." if waiver.agreed_with else "No contributors' agreement is named."
    return f"{sentence(waiver.says)} Reason: {sentence(waiver.reason)} Answers for it: {sentence(waiver.owner)} {agreed} ({waiver.file}, line {waiver.line})"


def baseline_says(baseline: BaselineFound) -> list[str]:
    """What an earlier run had found, beside this one, each in a sentence."""
    told = [
        f"Compared with {baseline.file}, judged as of {day(baseline.written)}: {len(baseline.unchanged)} findings stood in it already."
    ]
    told += map(sentence, baseline.says)
    fresh = [rule for rule in baseline.new if rule not in baseline.changed]
    for rules, what in (
        (fresh, "New since then"),
        (baseline.changed, "Otherwise than then (in another state, graver, or reached less far), so not excused"),
        (baseline.gone, "Not found any more (mended, or no longer told)"),
    ):
        if rules:
            told.append(f"{what}: {', '.join(rules)}.")
    return told


def asked_says(voices: VoicesFound) -> str:
    """Whether the project asked who is missing, in a sentence."""
    return sentence(voices.says) or {
        "yes": "The project asked who is not in the room.",
        "no": "The project has not asked who is not in the room.",
    }.get(voices.asked, "It is not told whether the project asked who is not in the room.")


# --- who is in the room, and who is not ------------------------------------------------------------

NOBODY_STANDS_FOR_A_GROUP = (
    "No heads are counted here, and nothing here is scored. A room of a few people cannot represent everybody, and "
    "nobody in it has to stand for a group. What counts is whether an absence was noticed, explained and acted on."
)
NOBODY_SAID_WHO = (
    "It is not told who is in the rooms. That is neither good nor bad: it may be right not to ask, and right to ask."
)
ONE_PLACE = "One relationship at a time. No one person should stand for several groups at once."
WHAT_HELPS = "What usually helps, reason by reason: a place to begin, not a prescription. Ask the people concerned."
ROOM_ANSWERS = {
    "planned": "planned for",
    "acknowledged": "named, and something is still open",
    "impossible": "named; it is said why nothing can be done here",
    "excluded": "left out on purpose, with a reason",
    "unexplained": "left out on purpose, no reason told",
    "unmentioned": "nothing is said of it",
}


POWER = {"decides": "decides", "advises": "advises", "consulted": "is consulted", "informed": "is informed"}
"""What a room may do, in words, as far as it is told."""


def power_says(power: str) -> str:
    """What a room may do, in words."""
    return POWER.get(power, "it is not told what it may do")


def room_says(room: RoomFound) -> str:
    """A room with what it may do and how many contributors it has."""
    many = f"; {room.seats} {'contributor' if room.seats == 1 else 'contributors'}" if room.seats else ""
    return f"{room.title or room.id} ({power_says(room.power)}{many})"


def characteristic_says(found: CharacteristicFound) -> str:
    """What was asked, how far it was answered, and by which list of groups."""
    return f"{sentence(found.says)}{f' List: {found.list}.' if found.list else ''}"


def missing_group_says(group: GroupInRoom) -> str:
    """A group that is not in the room, and what is said of that."""
    answer = ROOM_ANSWERS.get(group.answer, group.answer)
    parts = [part for part in ("matters here" if group.matters else "", answer) if part]
    return f"{group.group} ({'; '.join(parts)})" if parts else group.group


def groups_in(found: CharacteristicFound, state: str) -> tuple[str, ...]:
    """The groups of one state, each with what is said of it.

    Missing groups of which nothing is said and that are not said to matter stand apart: in `not_mentioned`.
    """
    groups = [g for g in found.groups if g.state == state and not folded(g)]
    return tuple(
        missing_group_says(g) if state == "missing" else f"{g.group} (matters here)" if g.matters else g.group
        for g in groups
    )


def not_mentioned(found: CharacteristicFound) -> tuple[str, ...]:
    """Missing groups of which nothing is said and that are not said to matter here: most rooms lack most groups."""
    return tuple(g.group for g in found.groups if folded(g))


def folded(group: GroupInRoom) -> bool:
    """Whether a missing group is only listed: nothing is said of it, and it is not said to matter here."""
    return group.state == "missing" and group.answer == "unmentioned" and not group.matters


def room_row(found: CharacteristicFound) -> tuple[tuple[str, str], ...]:
    """What there is to say of a characteristic in a room, each part with its name."""
    rows = (
        ("In the room", listed(groups_in(found, "present"))),
        ("Not in the room", "; ".join(groups_in(found, "missing"))),
        ("Also not in the room, and not said to matter here", listed(not_mentioned(found))),
        ("Not known", listed(groups_in(found, "unknown"))),
    )
    return tuple((name, says) for name, says in rows if says)


def matter_says(matter: Matter) -> str:
    """A group that matters, and why."""
    why = f": {matter.why}" if matter.why else ": it is not told why"
    with_whom = f" (written with {listed(matter.written_with)})" if matter.written_with else ""
    return f"{matter.group}{why}{with_whom}"


def where_missing(missing: Missing) -> str:
    """Where and since when a group is missing; empty where it is not told more closely."""
    parts = []
    if missing.rooms:
        parts.append(f"in {listed(missing.rooms)}")
    if missing.stages:
        parts.append(f"at {listed(missing.stages)}")
    if missing.since:
        parts.append(f"known since {missing.since}")
    return "; ".join(parts)


def why_says(missing: Missing) -> str:
    """The reasons, each with how it is known where they are known differently."""
    bases = {r.basis for r in missing.reasons}
    named = {w: "not known" if w == "unknown" else w for w in missing.why}
    if len(bases) <= 1:
        return listed(named.values())
    return listed(f"{named.get(r.reason, r.reason)} ({r.basis})" if r.basis else r.reason for r in missing.reasons)


def plan_of(missing: Missing) -> str:
    """What is done about a gap, with what is told of who, when and for how much; what is not told is named."""
    if not missing.action:
        return ""
    told = [missing.owner, missing.when, f"cost: {missing.cost}" if missing.cost else ""]
    lacks = (
        []
        if missing.state == "impossible"
        else [name for name, there in zip(("who", "when", "cost"), told, strict=True) if not there]
    )
    return (
        missing.action
        + "".join(f"; {t}" for t in told if t)
        + (f" (not told: {listed(lacks)})" if lacks and any(told) else "")
    )


def reasons_in(voices: VoicesFound) -> tuple[ReasonFound, ...]:
    """Every reason that is given for a gap, once, in the order of the gaps."""
    return tuple({r.reason: r for m in reversed(voices.missing) for r in reversed(m.reasons)}.values())[::-1]


def exclusion_says(exclusion: Exclusion) -> str:
    """A group that is left out on purpose, with what is told of why, with whom, what instead and until when."""
    parts = [
        f"because: {exclusion.justification}" if exclusion.justification else "no reason is told",
        f"agreed with {listed(exclusion.agreed_with)}" if exclusion.agreed_with else "it is not told who agreed",
    ]
    if exclusion.instead:
        parts.append(f"instead: {exclusion.instead}")
    parts.append(
        f"looked at again: {exclusion.review}" if exclusion.review else "it is not told when it is looked at again"
    )
    return f"{exclusion.group}{' (matters here)' if exclusion.matters else ''}: {'; '.join(parts)}"


def promise_says(stage: StageFound) -> str:
    """What is planned in a stage, and what kind of promise it is."""
    if not stage.promised:
        return "overdue: what was planned has not come" if stage.promise_is == "overdue" else "nothing told"
    lacks = f", {lacks_say(stage)}" if stage.promise_lacks else ""
    return f"{stage.promised} ({stage.promise_is}{lacks})" if stage.promise_is else stage.promised


_LACKS = {"day": "no date is told", "money": "no money and no owner is told"}


def lacks_say(stage: StageFound) -> str:
    """What is not set for a plan: `no date is told`."""
    return "; ".join(_LACKS.get(part, part) for part in stage.promise_lacks)


def closes_says(step: Step) -> str:
    """Until when a step can be taken, in a sentence; nothing where no time closes it."""
    if not step.closes:
        return ""
    return sentence(
        f"in time {step.closes}" if step.closes.startswith(("before", "until")) else f"too late after {step.closes}"
    )


def door_says(door: Door) -> str:
    """What time closes, and when."""
    when = "" if door.when in ("", "closed") else sentence(door.when)
    return f"{sentence(door.says)} {when}".strip()


def written_where(step: Step) -> str:
    """The keys of the file under which a step would be written down; they stand apart, for people who write the file.

    >>> from involve_audit.results.audit import Step
    >>> written_where(Step("do", (), "", "", (("reward.pay", "{offered: all}"), ("power.decisions[+]", "{}")), ""))
    'reward.pay, power.decisions (one more entry)'
    """
    places = (w for w, _ in step.gives if not w.startswith("sources."))
    return ", ".join(
        f"{w.removesuffix('[+]')} (one more entry)" if w.endswith("[+]") else w for w in dict.fromkeys(places)
    )


def honest_says(state: str) -> str:
    """The state of a part of honesty in words."""
    return {"good": "honest", "bad": "not honest", "open": "open"}.get(state, state)


_TELLERS = {
    "unknown": "Somebody", "nobody": "Somebody", "together": "Contributors and the team together", "team": "The team",
    "above": "Those above the team", "outside the team": "Somebody outside the team", "inquiry": "An inquiry",
    "court": "A court", "evaluation": "An evaluation", "regulator": "A regulator",
    "organisation of people affected": "An organisation of people affected",
}  # fmt: skip


def account_says(account: AccountFound) -> tuple[str, str]:
    """The two accounts of one thing, the other one in the words in which it stands there."""
    shows = f" (source: {listed(account.sources)})" if account.sources else ""
    told = f"The file tells: {account.told}" if account.told else "The file tells who is in the room."
    return told, f"{_TELLERS.get(account.by, capital(account.by))}, otherwise{shows}: “{account.says.strip()}”"
