"""The rubric: what good involvement looks like, as data that an involvement lead can read.

A rubric holds texts and named facts with a handful of comparators, and no expressions: where a question needs
*or* or arithmetic, it is a new fact with a name and a docstring.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args

from involve_audit.language import _
from involve_audit.load import Document, read, slips
from involve_audit.project.fields import Path, Reads, Told, kind_of, needs, read_part, tidy
from involve_audit.project.fields import asks as may_say
from involve_audit.project.practice import PRINCIPLES, PrincipleName, Rung, StageName
from involve_audit.record import Record
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Wrong, hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VERDICTS = (
    "nobody involved", "broken trust", "tokenism", "promises", "too little is known", "information", "consultation", "involvement",
    "working partnership", "genuine partnership", "led by lived experience",
)  # fmt: skip
"""The verdicts that can come out. A rubric says what they are called."""
COMPARATORS = {
    "is": ("yes or no", "word"),
    "one_of": ("word",),
    "at_least": ("number",),
    "at_most": ("number",),
    "includes": ("words",),
    "includes_any": ("words",),
}
"""Each comparator, and the kinds of fact that it fits."""
TOO_LITTLE = "too little is known"
"""The verdict that is left where no other holds: it has no conditions."""
FIRST = ("nobody involved", "broken trust", "tokenism", "promises")
"""The verdicts that come before those by rung, in this order: the first that holds comes out."""
BY_RUNG = VERDICTS[VERDICTS.index(TOO_LITTLE) + 1 :]
"""The verdicts that the shown rung decides, from the lowest: each names the rungs that are its own."""
FROM_TOO_LITTLE = (TOO_LITTLE, *BY_RUNG)
"""The verdicts that a rung decides, from the lowest. A rung of none, where somebody is named, is too little to say."""


class Condition(Record):
    """One comparator and what the fact is compared with."""

    comparator: str
    wanted: Any


def read_condition(value: Any) -> Condition:
    """Read `yes`, `no`, a word, or one comparator such as `{at_least: 3}`."""
    if isinstance(value, str):
        return Condition("is", {"yes": True, "no": False}.get(tidy(value), tidy(value)))
    if not isinstance(value, dict) or len(value) != 1:
        wrong = Wrong(
            "{found} stands here; write yes, no, a word, or one comparator: {comparators}",
            found=kind_of(value), comparators=tuple(COMPARATORS),
        )  # fmt: skip
        raise ValueError(wrong)
    comparator, wanted = next(iter(value.items()))
    if comparator not in COMPARATORS:
        wrong = Wrong(
            "'{comparator}' is not a comparator",
            comparator=marked(comparator),
            advice=hint(comparator, tuple(COMPARATORS)),
        )
        raise ValueError(wrong)
    if comparator in ("at_least", "at_most"):
        if not isinstance(wanted, str) or not wanted.isdecimal():
            wrong = Wrong(
                "`{comparator}` needs a whole number, not {found} ('{wanted}')",
                comparator=comparator, found=kind_of(wanted), wanted=marked(str(wanted)),
            )  # fmt: skip
            raise ValueError(wrong)
        return Condition(comparator, int(wanted))
    if comparator == "is":
        return Condition("is", {"yes": True, "no": False}.get(tidy(wanted), tidy(wanted)))
    listed = [wanted] if isinstance(wanted, str) else wanted
    if not isinstance(listed, list) or not listed:
        raise ValueError(Wrong("`{comparator}` needs a list of words", comparator=comparator))
    return Condition(comparator, tuple(tidy(w) for w in listed))


ConditionField = Annotated[
    Condition,
    Reads(
        read_condition,
        {
            "anyOf": [
                {"type": ["string", "boolean"]},
                {
                    "type": "object",
                    "properties": {
                        "is": {"type": ["string", "boolean"]},
                        "at_least": {"type": "integer"},
                        "at_most": {"type": "integer"},
                        **{k: {"type": ["array", "string"]} for k in ("one_of", "includes", "includes_any")},
                    },
                    "minProperties": 1,
                    "maxProperties": 1,
                    "additionalProperties": False,
                },
            ]
        },
    ),
]
Conditions = dict[str, ConditionField]
"""Fact and comparator; all of them must hold."""


class Reference(Told):
    """Something that the rubric rests on."""

    title: str = needs("The title.")
    by: str | None = may_say("Who wrote or published it.")
    year: str | None = may_say("The year.")
    where: str | None = may_say("Journal, publisher or address.")
    doi: str | None = may_say("The DOI.")
    note: str | None = may_say("What to know about it, such as which part was read.")


LevelName = Literal["0", "1", "2", "3"]
LEVELS: tuple[LevelName, ...] = get_args(LevelName)
"""The levels of a criterion."""
KINDS = ("criteria", "flags", "signs", "gates", "verdicts")
"""The parts of a rubric whose entries carry examples."""


class Example(Told):
    """A small project and what the rubric must make of it. Runs as a test."""

    says: str | None = may_say("What the example shows.")
    level: Literal["0", "1", "2", "3", "unknown", "does not apply"] | None = may_say(
        "For a criterion: the level that this must reach (the low end). `unknown`: 0 at the low end and 3 at the high end."
    )
    up_to: LevelName | None = may_say("For a criterion: the high end, where it matters.")
    planned: Literal["0", "1", "2"] | None = may_say("For a criterion: the level of the plans.")
    fires: Literal["yes", "no"] | None = may_say("For a flag: whether it must fire.")
    state: Literal["holds", "clear", "open", "not due"] | None = may_say(
        "For a gate: its state. For a sign: its state, which is never `not due`."
    )
    verdict: str | None = may_say("For a verdict: the verdict that must come out, this one or another.")
    confirmed: Literal["yes", "no", "disagree"] | None = may_say(
        "Short for views: `yes` contributors confirm the principle; `disagree` most do not; left out: `views: none`; "
        "`no`: nothing is told of views."
    )
    date: str | None = may_say("The day as of which it is judged; 2026-01-01 where left out.")
    given: Any = needs("The project, as in a project file; `format` and `project` may be left out.")


class Level(Told):
    """One of the four levels of a criterion."""

    says: str = needs("What is so at this level, in a sentence.")
    when: Conditions | None = may_say("Facts that must hold for this level, with all those of the levels below.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """A plain text is the sentence."""
        return {"says": value} if isinstance(value, str) else value


class Principle(Told):
    """One of the nine themes."""

    id: PrincipleName = needs("Its name.")
    title: str = needs("Its title.")
    plain: str | None = may_say("The title in everyday words, for the contributors' edition.")
    says: str = needs(
        "What it is about, as a question that is open: 'Whether time is paid'. It is printed beside the answer."
    )
    asks_contributors: str = needs("One plain question for contributors.")


class Instead(Told):
    """Other words for something to do, where the usual ones would be done already or impossible."""

    when: Conditions = needs("Facts that must all hold.")
    says: str | None = may_say("What to do instead; left out: nothing, for the file tells what would be asked for.")


class Criterion(Told):
    """One question of the rubric, judged 0 to 3."""

    id: str = needs("A noun phrase with hyphens, for ever.")
    principle: PrincipleName = needs("The principle that it belongs to.")
    core: Literal["yes", "no"] = needs("Whether it belongs to the short set.")
    title: str = needs("A few words.")
    plain: str | None = may_say("The question in everyday words, short, so that yes is good.")
    asks: str = needs("The question.")
    applies_if: Conditions | None = may_say("Facts that must hold for the question to apply.")
    levels: dict[LevelName, Level] = needs("The four levels, each decided by facts.")
    why: str = needs("Why it matters.")
    good: str | None = may_say("What good looks like, and what to beware of.")
    step: str = needs("A small first step.")
    step_instead: tuple[Instead, ...] | None = may_say("Other first steps; the first whose facts hold is taken.")
    step_after: str | None = may_say(
        "What those who ran the work can still do once it is over, or the next work can learn; left out: nothing. "
        "`{parts_not_told}` stands for the parts of which the file does not tell people's part; where it tells all: nothing."
    )
    step_after_instead: tuple[Instead, ...] | None = may_say(
        "Other things that can still be done once the work is over; the first whose facts hold is taken."
    )
    question: str = needs("A question for the group.")
    question_after: str | None = may_say(
        "The question once no next meeting is to come, where `question` asks of the last or the next one."
    )
    themes: tuple[str, ...] | None = may_say("The themes of the article that it judges, by number.")
    sources: dict[str, str] = needs("What it rests on: the name of a reference, and what that says.")
    examples: tuple[Example, ...] = needs("Met, not met, and just below the threshold.")


FlagLevel = Literal["note", "warning", "error"]


class Flag(Told):
    """A sign of tokenism, or a contradiction: a question with its evidence."""

    id: str = needs("A noun phrase with hyphens.")
    title: str = needs("A few words.")
    plain: str | None = may_say("What was seen, in everyday words.")
    level: FlagLevel = needs("note, warning, or error (only contradictions).")
    principle: PrincipleName = needs("The principle that it belongs to.")
    when: Conditions = needs("Facts that must all hold.")
    says: str = needs("What was seen.")
    asks: str = needs("A question for the group.")
    themes: tuple[str, ...] | None = may_say("The themes of the article that it touches, by number.")
    sources: dict[str, str] = needs("What it rests on.")
    examples: tuple[Example, ...] = needs("Where it fires, and where it just does not.")


class Sign(Told):
    """A sign of tokenism: that people were present, and their part did not count."""

    id: str = needs("A few words with hyphens, for ever.")
    title: str = needs("A few words.")
    when: Conditions = needs("Facts that must all hold.")
    says: str = needs("What was seen, as a part of a sentence: `people were not heard`.")
    asks: str = needs("A question for the group.")
    themes: tuple[str, ...] | None = may_say("The themes of the article that it touches, by number.")
    sources: dict[str, str] = needs("What it rests on.")
    examples: tuple[Example, ...] = needs("Where it holds, is clear and is open.")


class Gate(Told):
    """A condition that caps the verdict, whatever the rest, or makes the check fail."""

    id: str = needs("A noun phrase with hyphens.")
    title: str = needs("A few words.")
    plain: str | None = may_say("What should be so, in everyday words.")
    when: Conditions = needs("Facts that must all hold for the gate to hold.")
    due_if: Conditions | None = may_say("Facts that must hold for the gate to be due at all.")
    caps: str | None = may_say("The verdict above which nothing is said while it holds.")
    fails: Literal["yes", "no"] = needs("Whether `check` fails on it.")
    waivable: Literal["yes", "with contributors", "no"] | None = may_say(
        "Whether a waiver may excuse it; `with contributors`: only with their agreement. Left out: yes."
    )
    says: str = needs("What holds.")
    lifts: str = needs("What would lift it.")
    lifts_after: str | None = may_say(
        "What those who ran the work can still do once it is over, or the next work can learn; left out: nothing."
    )
    asks: str = needs("A question for the group.")
    themes: tuple[str, ...] | None = may_say("The themes of the article that it touches, by number.")
    sources: dict[str, str] = needs("What it rests on.")
    examples: tuple[Example, ...] = needs("Where it holds, is clear and is open.")


class Label(Told):
    """Words that are used for involvement, and how much say they claim."""

    words: tuple[str, ...] = needs("The words, in lower case.")
    says: Rung = needs("The rung that they name.")
    claims: Rung = needs("The rung that they claim, against which what is shown is held.")
    decision: Literal["yes"] | None = may_say(
        "Whether they promise a decision: one decision on record then bears them out."
    )
    part: StageName | None = may_say("The only part of the work that they speak of, such as `design` of co-design.")


class RungText(Told):
    """A rung of the ladder in words."""

    id: Rung = needs("The rung.")
    title: str = needs("A few words.")
    says: str = needs("What it means.")


class VerdictText(Told):
    """A verdict in words."""

    id: str = needs("Its name.")
    title: str = needs("A few words, the beginning of the sentence.")
    says: str = needs("What it means.")
    plain: str | None = may_say("What it means, in everyday words.")
    plain_instead: tuple[Instead, ...] | None = may_say(
        "Other everyday words, for whom the usual ones are not true; the first whose facts hold are taken."
    )
    above: tuple[str, ...] | None = may_say("The verdicts just below it, where they can be compared.")
    when: Conditions | None = may_say(
        "Facts, and what follows from them, that must all hold; the first verdict that holds comes out, before it is capped. "
        f"Only `{TOO_LITTLE}` has none: it is what is left."
    )
    examples: tuple[Example, ...] | None = may_say("Where it comes out, and where another just does.")


class StageText(Told):
    """A stage of the work in words."""

    id: StageName = needs("The stage.")
    title: str = needs("A few words.")
    says: str = needs("What it is in research, in a service, in a policy.")
    plain: str | None = may_say("The stage in everyday words.")
    called: tuple[str, ...] | None = may_say(
        "Words that name this part where they stand beside a word for involvement: a user-led evaluation speaks of `analysis`."
    )


StepKind = Literal["pay", "safety", "decisions", "answers", "voices", "views", "telling"]
STEP_KINDS: tuple[str, ...] = get_args(StepKind)
"""What a step is about; steps are offered in this order."""


class StepText(Told):
    """A change that a project can make, as it would stand in the file."""

    id: str = needs("A noun phrase with hyphens.")
    order: StepKind = needs("What it is about; steps are offered in this order.")
    says: str = needs("What to do.")
    instead: tuple[Instead, ...] | None = may_say("Other words for it; the first whose facts hold are taken.")
    gives: Any = needs("What the file would then say: places and answers.")
    closes_with: StageName | None = may_say("The stage after which it comes too late.")
    only_after: Literal["yes"] | None = may_say("Whether it is offered only where the work is over.")
    kind: Literal["do", "say it truly", "tell"] | None = may_say(
        "do: practice changes. say it truly: a truer word. tell: write down what is so."
    )


class Rubric(Told):
    """A rubric."""

    rubric: Literal["1"] = needs("The version of this rubric format: 1.")
    id: str = needs("The name of the rubric.")
    version: str = needs("The version of the rubric.")
    title: str = needs("The title.")
    about: str = needs("What it is, and what it is not.")
    limits: tuple[str, ...] = needs("What a report cannot tell; printed in each.")
    plain_limits: tuple[str, ...] | None = may_say(
        "The limits in everyday words; left out, the contributors' edition prints `limits`."
    )
    references: dict[str, Reference] = needs("What it rests on.")
    principles: tuple[Principle, ...] = needs("The nine principles, in their order.")
    stages: tuple[StageText, ...] = needs("The stages in words.")
    rungs: tuple[RungText, ...] = needs("The ladder, from the lowest rung.")
    verdicts: tuple[VerdictText, ...] = needs("The verdicts: what each is called, and when it comes out.")
    labels: tuple[Label, ...] = needs("Words for involvement, and what they claim.")
    criteria: tuple[Criterion, ...] = needs("The criteria.")
    flags: tuple[Flag, ...] = needs("The flags.")
    signs: tuple[Sign, ...] = needs("The signs of tokenism, the gravest first.")
    gates: tuple[Gate, ...] = needs("The gates.")
    steps: tuple[StepText, ...] | None = may_say("Changes that steps are made of.")


class Off(Record):
    """A criterion or flag that a rubric does not ask, though the one that it extends does.

    Attributes:
        kind: criterion or flag.
        reason: why, in the words of whoever made the rubric.
        of: the rubric that asks it.
    """

    kind: str
    id: str
    title: str
    reason: str
    of: str


class LoadedRubric(Record):
    """A rubric with the hash of the file that it came from.

    Attributes:
        differs: how it differs from the shipped rubric that it extends, in sentences; empty where it extends none.
        off: what it has switched off.
        own: the entries that its file writes itself, by kind and place; None where that is all of them.
        weak: where one that is written whole is weaker than the shipped rubric in what none may weaken.
    """

    rubric: Rubric
    sha256: str
    document: Document | None = None
    differs: tuple[str, ...] = ()
    off: tuple[Off, ...] = ()
    own: frozenset[tuple[str, int]] | None = None
    weak: tuple[tuple[Path, str], ...] = ()


def load_rubric(data: bytes, name: str) -> LoadedRubric:
    """Read and check a rubric.

    Raises:
        InputError: with every problem, each at its line.
    """
    import hashlib

    document = read(data, name, "rubric")
    problems, complain = slips(Rubric, document)
    rubric = read_part(Rubric, document.tree, (), complain)
    if not problems:
        for path, says in faults(rubric):
            complain(path, says)
    if problems:
        raise InputError(name, problems, document.lines)
    return LoadedRubric(rubric, hashlib.sha256(data).hexdigest(), document)


def conditions(rubric: Rubric) -> Iterator[tuple[Path, str, Condition]]:
    """Every condition of a rubric: its place, the fact, the comparator."""
    for n, criterion in enumerate(rubric.criteria):
        for fact, condition in (criterion.applies_if or {}).items():
            yield ("criteria", n, "applies_if", fact), fact, condition
        for name, level in criterion.levels.items():
            for fact, condition in (level.when or {}).items():
                yield ("criteria", n, "levels", name, "when", fact), fact, condition
    kinds: tuple[tuple[str, tuple[Any, ...], tuple[str, ...]], ...] = (
        ("flags", rubric.flags, ("when",)), ("signs", rubric.signs, ("when",)), ("gates", rubric.gates, ("when", "due_if")),
        ("verdicts", rubric.verdicts, ("when",)),
    )  # fmt: skip
    for kind, items, keys in kinds:
        for n, item in enumerate(items):
            for key in keys:
                for fact, condition in (getattr(item, key) or {}).items():
                    yield (kind, n, key, fact), fact, condition


def follows(given: Iterable[tuple[str, Condition]], fact: str, condition: Condition) -> bool:
    """Whether a condition holds wherever all the given ones do, as far as the same fact says so."""
    mine = [c for f, c in given if f == fact]
    wanted = condition.wanted
    match condition.comparator:
        case "at_least":
            return any(c.comparator == "at_least" and c.wanted >= wanted for c in mine)
        case "at_most":
            return any(c.comparator == "at_most" and c.wanted <= wanted for c in mine)
        case "includes":
            return set(wanted) <= {word for c in mine if c.comparator == "includes" for word in c.wanted}
        case "includes_any":
            return any(
                not set(c.wanted).isdisjoint(wanted) if c.comparator == "includes" else set(c.wanted) <= set(wanted)
                for c in mine
            )
    left = [words_of(c) for c in mine]
    return bool(left) and set.intersection(*left) <= words_of(condition)


def words_of(condition: Condition) -> set[Any]:
    """The words, or the yes or no, that meet `is` or `one_of`."""
    return set(condition.wanted) if isinstance(condition.wanted, tuple) else {condition.wanted}


def faults(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    """What does not fit together in a rubric, with its place."""
    yield from _condition_faults(rubric)
    yield from _entry_faults(rubric)
    yield from _level_faults(rubric)
    verdicts = tuple(v.id for v in rubric.verdicts)
    for n, gate in enumerate(rubric.gates):
        if gate.caps is not None and gate.caps not in verdicts:
            yield (
                ("gates", n, "caps"),
                _("'{caps}' is not a verdict; {hint}", caps=marked(gate.caps), hint=hint(gate.caps, verdicts)),
            )
    yield from _row_faults(rubric)
    there = [p.id for p in rubric.principles]
    if sorted(there) != sorted(PRINCIPLES):
        yield ("principles",), _("the nine principles are needed, each once: {listed}", listed=", ".join(PRINCIPLES))
    for n, flag in enumerate(rubric.flags):
        if flag.level == "error" and not flag.id.startswith("contradiction-"):
            yield (
                ("flags", n, "level"),
                _("only a contradiction can be an error; its id then begins with 'contradiction-'"),
            )


def _condition_faults(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    """Conditions that ask for what is no fact, or for what cannot come out of it."""
    from involve_audit.facts import FACTS
    from involve_audit.rubric.derived import DERIVED

    for path, name, condition in conditions(rubric):
        fact = FACTS.get(name) or DERIVED.get(name)
        if fact is None:
            yield path, _("'{name}' is not a fact; {few}", name=marked(name), few=_few(name, tuple(FACTS)))
            continue
        if name in DERIVED and path[0] == "signs":
            yield (
                path,
                _(
                    "'{name}' follows from the signs, or comes after them; a sign asks for facts only",
                    name=marked(name),
                ),
            )
            continue
        if name in DERIVED and (path[0] == "verdicts") is not DERIVED[name].verdicts:
            may = [d for d in DERIVED if DERIVED[d].verdicts is (path[0] == "verdicts")]
            yield (
                path,
                _(
                    "'{name}' cannot be asked for here; beside facts, this may ask for {listed}",
                    name=marked(name),
                    listed=", ".join(may),
                ),
            )
            continue
        if fact.kind not in COMPARATORS[condition.comparator]:
            fitting = ", ".join(c for c, kinds in COMPARATORS.items() if fact.kind in kinds)
            yield (
                path,
                _(
                    "`{comparator}` does not fit '{name}', which is {kind}; allowed: {fitting}",
                    comparator=condition.comparator,
                    name=marked(name),
                    kind=fact.kind,
                    fitting=fitting,
                ),
            )
            continue
        if fact.kind == "yes or no" and not isinstance(condition.wanted, bool):
            yield (
                path,
                _("'{name}' is yes or no, not '{wanted}'", name=marked(name), wanted=marked(str(condition.wanted))),
            )
        if fact.allowed:
            wanted = condition.wanted if isinstance(condition.wanted, tuple) else (condition.wanted,)
            for word in wanted:
                if word not in fact.allowed:
                    yield (
                        path,
                        _(
                            "'{word}' cannot come out of '{name}'; {hint}",
                            word=marked(str(word)),
                            name=marked(name),
                            hint=hint(str(word), fact.allowed),
                        ),
                    )


def _entry_faults(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    """Ids that stand twice, and sources that are not listed."""
    kinds: tuple[tuple[str, tuple[Any, ...]], ...] = (
        ("criteria", rubric.criteria), ("flags", rubric.flags), ("signs", rubric.signs), ("gates", rubric.gates),
    )  # fmt: skip
    for kind, items in kinds:
        seen: dict[str, int] = {}
        for n, item in enumerate(items):
            if item.id in seen:
                yield (kind, n, "id"), _("there are two with the id '{id}'", id=marked(item.id))
            seen[item.id] = n
            for key in item.sources:
                if key not in rubric.references:
                    yield (
                        (kind, n, "sources", key),
                        _(
                            "'{key}' is not under `references`; {few}",
                            key=marked(key),
                            few=_few(key, tuple(rubric.references), named=True),
                        ),
                    )


def _level_faults(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    """Criteria without one of their levels, and levels without what decides them."""
    for n, criterion in enumerate(rubric.criteria):
        missing = [k for k in LEVELS if k not in criterion.levels]
        if missing:
            yield (
                ("criteria", n, "levels"),
                _("level {listed} is missing; each criterion has 0, 1, 2 and 3", listed=", ".join(missing)),
            )
        for k in LEVELS[1:]:
            if k in criterion.levels and not criterion.levels[k].when:
                yield ("criteria", n, "levels", k), _("level {k} has no `when`: name the facts that decide it", k=k)
        if "0" in criterion.levels and criterion.levels["0"].when:
            yield (
                ("criteria", n, "levels", "0", "when"),
                _("level 0 has no `when`: it is what is left when level 1 does not hold"),
            )


def _row_faults(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    """What does not fit together in what the signs and verdicts ask for."""
    for n, sign in enumerate(rubric.signs):
        if not sign.when:
            yield ("signs", n, "when"), _("no fact is named here; a sign needs one at least")
    owners: dict[str, str] = {}
    for n, verdict in enumerate(rubric.verdicts):
        place: Path = ("verdicts", n, "when")
        if verdict.id == TOO_LITTLE and verdict.when is not None:
            yield place, _("'{left}' has no `when`: it is what is left where no other verdict holds", left=TOO_LITTLE)
        elif verdict.when is not None and not verdict.when:
            yield place, _("no fact is named here; a verdict needs one at least")
        if verdict.id not in BY_RUNG or not verdict.when:
            continue
        asked = verdict.when.get("rung_shown")
        if asked is None:
            yield (
                place,
                _(
                    "'{id}' is a verdict by rung: it says under `rung_shown` which rungs are its own",
                    id=marked(verdict.id),
                ),
            )
            continue
        for rung in sorted(words_of(asked)):
            if rung in owners:
                yield (
                    (*place, "rung_shown"),
                    _(
                        "the rung '{rung}' is that of '{owners}' already",
                        rung=marked(rung),
                        owners=marked(owners[rung]),
                    ),
                )
            owners.setdefault(rung, verdict.id)


def lacking(rubric: Rubric) -> Iterator[tuple[Path, str]]:
    """What is missing that judging and reports need: each stage, each rung and each verdict has a title, once, and conditions."""
    needed = {"stages": get_args(StageName), "rungs": get_args(Rung), "verdicts": VERDICTS}
    for kind, names in needed.items():
        there = [entry.id for entry in getattr(rubric, kind)]
        missing = [name for name in names if name not in there]
        if missing:
            yield (
                (kind,),
                _(
                    "all {kind} are needed, for reports name each; missing: {listed}",
                    kind=kind,
                    listed=", ".join(missing),
                ),
            )
        for n, name in enumerate(there):
            if name in there[:n]:
                yield (kind, n, "id"), _("'{name}' stands here a second time", name=marked(name))
            if name not in names:
                yield (
                    (kind, n, "id"),
                    _(
                        "'{name}' is not one of the {kind}; {hint}",
                        name=marked(name),
                        kind=kind,
                        hint=hint(name, names),
                    ),
                )
    for n, verdict in enumerate(rubric.verdicts):
        if verdict.id in (*FIRST, *BY_RUNG) and verdict.when is None:
            yield ("verdicts", n), _("'{id}' has no `when`: name the facts that decide it", id=marked(verdict.id))


def _few(word: str, allowed: tuple[str, ...], *, named: bool = False) -> str:
    """Only the nearest guess where the list is long."""
    from involve_audit.wording.messages import nearest

    guess = nearest(word, allowed)
    if guess:
        return _("did you mean '{value}'?", value=marked(guess) if named else guess)
    return hint(word, allowed, named=named).said if len(allowed) <= 20 else _("`involve-audit facts --list` shows all")
