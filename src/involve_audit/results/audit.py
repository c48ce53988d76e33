"""The audit: everything that a report may say, as one frozen object. Its JSON is a contract.

A renderer sees an `Audit` and nothing else. What is not in here cannot stand in any report.
"""

from __future__ import annotations

from typing import Literal

from involve_audit.record import Record

SCHEMA_VERSION = "1"
DEFAULT_POLICY = "the default policy"
"""Who asks for a condition that nobody else asks for."""


class Evidence(Record):
    """A place in the project file, and what stands there.

    Attributes:
        path: the place in words of the file: `power.decisions[0]`.
        line: counted from 1.
        column: counted from 1.
        says: what stands there, in one line.
    """

    path: str
    line: int
    column: int
    says: str


class Range(Record):
    """A value between two ends; where they are equal, nothing is left open."""

    low: float
    high: float


class Steps(Record):
    """A word between two rungs (or roles) of a ladder."""

    low: str
    high: str


class Tool(Record):
    """What made the audit."""

    name: str
    version: str


class RubricStamp(Record):
    """By what the project was judged.

    Attributes:
        differs: how it differs from the shipped rubric that it extends, in sentences; empty for a shipped rubric.
    """

    id: str
    version: str
    title: str
    sha256: str
    differs: tuple[str, ...] = ()


class Head(Record):
    """What the project says of itself.

    Attributes:
        file: the name of the file, as it was given.
        phase: idea, applying, funded, running, finished; empty where it is not told.
        stamp: a sentence that every report must print, where the file was written from published text.
        filled_in: who filled in the file, and when, in a sentence.
        ended: the end of the work as the file tells it, where that day has passed: the work is over then, whatever the phase.
        last_told: the last date that is told of work that others wrote down from published text, where it lies years back: no
            next step of the work can be told from there.
    """

    title: str
    file: str
    summary: str
    phase: str
    kind: str
    stamp: str
    filled_in: str
    ended: str = ""
    last_told: str = ""


class VerdictName(Record):
    """A verdict, by its name and its words."""

    id: str
    title: str


class Verdict(Record):
    """How involvement stands, in one sentence, at the low end of what is told.

    Attributes:
        id: the verdict.
        title: its few words.
        says: the sentence.
        means: what the verdict means, from the rubric.
        possible: the verdicts that the answers still allow, this one first, then from the lowest.
        not_told: what is not told and would matter, in words.
        rests_on: what the verdict rests on, in words.
        because: the lines that decided it.
        plain: what the verdict means in everyday words; empty where the rubric has none.
        not_known: what was asked, is not known, and would matter, in words.
    """

    id: str
    title: str
    says: str
    means: str
    possible: tuple[VerdictName, ...]
    not_told: tuple[str, ...]
    rests_on: tuple[str, ...]
    because: tuple[Evidence, ...]
    plain: str = ""
    not_known: tuple[str, ...] = ()


class LabelFit(Record):
    """Whether the words that are used fit what is shown.

    Attributes:
        state: fits, modest, overclaimed, not shown, not told.
        called: the words used.
        claims: the rung that they claim; empty where they claim none.
        says: the finding in a sentence.
        missing: what the word also promises and is not there or not told (pay, safety, answers).
        why: for overclaimed, what speaks against it: more (it claims more than is shown), answers, promise (one was not
            kept), said (somebody says that it does not fit), verdict.
        word: the word or promise that claims most, and is held against what is shown; empty where none claims anything.
    """

    state: str
    called: tuple[str, ...]
    claims: str
    says: str
    missing: tuple[str, ...]
    because: tuple[Evidence, ...]
    why: tuple[str, ...] = ()
    word: str = ""


class HonestyPart(Record):
    """One part of honesty: label, limits, refusals, failures."""

    id: str
    state: str
    says: str


class HonestyFound(Record):
    """Honesty, an axis of its own: honest, as far as told, partly, not honest, not told."""

    state: str
    says: str
    parts: tuple[HonestyPart, ...]
    because: tuple[Evidence, ...]


class StageFound(Record):
    """What contributors do in one stage.

    Attributes:
        id: the stage.
        title: in words.
        told: the role that the file tells; empty where it does not.
        shown: the role that the other facts carry, low and high end.
        promised: the role that is planned; empty where none is.
        promise_is: `with date and money`, `with date and owner`, `with date, and money or owner`, `in words`, `overdue`, or empty.
        says: why what is shown is less than what is told, or empty.
        plain: the stage in everyday words; empty where the rubric has none.
        promise_lacks: what a plan does not say: its `day`; its `money`, and who sees to it.
        not_known: whether it was asked what part people had, and nobody knows.
        on_paper: the highest role that a rule on paper or an aim gives them there; empty where there is none.
    """

    id: str
    title: str
    told: str
    shown: Steps
    promised: str
    promise_is: str
    says: str
    because: tuple[Evidence, ...]
    plain: str = ""
    promise_lacks: tuple[str, ...] = ()
    not_known: bool = False
    on_paper: str = ""


class RungFound(Record):
    """How much power is shared: called, aimed for, promised, told and shown, side by side."""

    called: str
    aims_for: str
    promised: str
    told: str
    shown: Steps
    stages: tuple[StageFound, ...]


class Score(Range):
    """The whole as a range from 0 to 100, with the number of criteria at each level beside it.

    Attributes:
        at_level: how many criteria are settled at 0, 1, 2, 3.
        open: how many are not settled.
        not_applicable: how many do not apply.
    """

    at_level: tuple[int, int, int, int]
    open: int
    not_applicable: int


class Citation(Record):
    """A source, and what it says."""

    id: str
    cites: str
    says: str


class PartFound(Record):
    """One of the things that the next level of a criterion asks for.

    Attributes:
        asks: the fact that decides it, as a question.
        answer: what the file answers: yes, no, not told, not known (asked, and nobody knows), not listed (a list is told, and it is not on
            it), a number or words.
        met: whether that is enough for the next level: yes, no, not told.
    """

    asks: str
    answer: str
    met: str


class CriterionFound(Record):
    """One question of the rubric and how it was judged.

    Attributes:
        level: low and high end, 0 to 3.
        planned: the level that the plans would reach (at most 2); None where nothing is planned.
        support: claimed, specific, documented, confirmed, disputed, or empty where nothing is told.
        applies: False where another fact implies that the question does not arise; `unknown` where that is not told: the
            level then holds if it does, and the range of the principle holds both cases.
        anchors: the four levels in words.
        found: the sentence of the level reached; empty where the ends differ.
        capped: why the level is lower than the facts alone would allow, or empty.
        not_told: facts that are not told and would settle it, as questions.
        plain: the question in everyday words, so that yes is good; empty where the rubric has none.
        parts: for a level below *in practice*, what the next level asks for: what is there, and what is missing.
        not_known: of `not_told`, what was asked, and nobody knows.
    """

    id: str
    title: str
    asks: str
    core: bool
    applies: bool | Literal["unknown"]
    level: Range
    planned: int | None
    support: str
    found: str
    capped: str
    anchors: tuple[str, ...]
    why: str
    good: str
    advice: str
    question: str
    not_told: tuple[str, ...]
    because: tuple[Evidence, ...]
    sources: tuple[Citation, ...]
    plain: str = ""
    parts: tuple[PartFound, ...] = ()
    not_known: tuple[str, ...] = ()


class PrincipleFound(Record):
    """One of the nine themes: the mean of its criteria, 0 to 100.

    Attributes:
        confirmed: confirmed, disputed, split, not asked apart, too few, not asked, not told, not heard, by contributors.
        letter: A to D for the level of the middle of the range, `?` where the range spans more than two levels.
        plain: the title in everyday words; empty where the rubric has none.
    """

    id: str
    title: str
    says: str
    low: float
    high: float
    letter: str
    confirmed: str
    criteria: tuple[CriterionFound, ...]
    plain: str = ""


class FlagFound(Record):
    """A sign or contradiction that was seen: a question with its lines.

    Attributes:
        plain: what was seen, in everyday words; empty where the rubric has none.
        subjects: what the entries that show it are about, in the words of the file; three at most.
    """

    id: str
    title: str
    level: str
    principle: str
    says: str
    asks: str
    because: tuple[Evidence, ...]
    sources: tuple[Citation, ...]
    plain: str = ""
    subjects: tuple[str, ...] = ()


class GateFound(Record):
    """A gate: holds, clear, open (not told) or not due.

    Attributes:
        caps: the verdict that it caps; empty where it caps none.
        fails: whether the check fails on it.
        lifts: what would lift it.
        plain: what should be so, in everyday words; empty where the rubric has none.
        not_known: whether it is open because what would settle it was asked, and nobody knows.
    """

    id: str
    title: str
    state: str
    caps: str
    fails: bool
    says: str
    lifts: str
    asks: str
    because: tuple[Evidence, ...]
    sources: tuple[Citation, ...]
    plain: str = ""
    not_known: bool = False


class SignFound(Record):
    """A sign of tokenism: holds, clear or open."""

    id: str
    state: str
    says: str
    because: tuple[Evidence, ...]


class Question(Record):
    """Something that is not told, as a question.

    Attributes:
        asks: the question.
        path: where the answer belongs in the file.
        line: the line of the file nearest to it.
        decides: what it would help to settle (verdict, gates, criteria), most decisive first.
        state: not told, or not known (asked, and nobody knows: the file says `unknown`).
    """

    id: str
    asks: str
    path: str
    line: int
    decides: tuple[str, ...]
    state: str = "not told"


class Step(Record):
    """A set of changes and what it would lift.

    Attributes:
        kind: `do` (practice changes), `say it truly` (a truer word), `tell` (write down what is so, or which of two answers is).
        does: what to do, each in a sentence.
        lifts: what it changes, in words: from which verdict to which.
        gives: the answers as they would stand in the file: place and value. A place that ends in `[+]` takes one
            more entry, and so does a list over which keys are laid; `[0]` names the first entry of a list; every other place is
            written over what stands there, key by key.
        closes: the stage and date after which it comes too late; empty where nothing closes.
    """

    kind: str
    does: tuple[str, ...]
    lifts: str
    verdict: str
    gives: tuple[tuple[str, str], ...]
    closes: str


class Door(Record):
    """Something that time has closed, or is about to close."""

    says: str
    when: str


class ReasonFound(Record):
    """A reason why a group is not in the room, and what usually helps.

    Attributes:
        reason: the word of the file.
        says: what it means, in a sentence about the work and not about the group.
        basis: how it is known: people told us, evidence, assumed; empty where that is not told.
        helps: what usually helps.
        sources: where that was read.
    """

    reason: str
    says: str
    basis: str
    helps: tuple[str, ...]
    sources: tuple[Citation, ...]


class Missing(Record):
    """A group that is not in the room.

    Attributes:
        why: the reasons, in the words of the file.
        basis: how they are known.
        action: what is done or planned, or why nothing can be done.
        matters: whether the file says that the group matters to this topic.
        state: planned (with somebody who sees to it and a date), acknowledged (named, and some of that is open) or
            impossible (nothing can be done here, and it is said why).
        rooms: where it is missing; empty where no room is named.
        stages: the parts of the work in which it is missing; empty where none is named.
        since: since when that is known.
        reasons: the reasons with what usually helps.
        owner: who sees to the action.
        when: when it is done.
        cost: what it costs.
        effect: what the absence means for the findings.
    """

    group: str
    why: tuple[str, ...]
    basis: str
    noted_by: str
    action: str
    because: tuple[Evidence, ...]
    matters: bool = False
    state: str = ""
    rooms: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    since: str = ""
    reasons: tuple[ReasonFound, ...] = ()
    owner: str = ""
    when: str = ""
    cost: str = ""
    effect: str = ""


class Matter(Record):
    """A group that matters to this topic.

    Attributes:
        why: why it matters here.
        written_with: with whom that was written.
    """

    group: str
    why: str
    written_with: tuple[str, ...]


class Exclusion(Record):
    """A group that is left out on purpose.

    Attributes:
        justified: yes, no or not told.
        justification: why.
        agreed_with: who agreed.
        instead: what there is for them instead.
        review: when this is looked at again.
        matters: whether the file says that the group matters to this topic.
    """

    group: str
    justified: str
    justification: str
    agreed_with: tuple[str, ...]
    instead: str
    review: str
    matters: bool
    because: tuple[Evidence, ...]


class GroupInRoom(Record):
    """A group, and whether it is in one room. Never how many people.

    Attributes:
        state: present, missing or unknown.
        answer: what is said of a missing group: planned, acknowledged, impossible, excluded, unexplained (left out
            on purpose without a reason) or unmentioned; empty where it is not missing.
        matters: whether the file says that the group matters to this topic.
    """

    group: str
    state: str
    answer: str
    matters: bool


class CharacteristicFound(Record):
    """What is told of one characteristic in one room.

    Attributes:
        id: its name in the file.
        title: in words.
        list: the list of categories that was used, and its version.
        asked: yes, no or not told.
        says: in a sentence: what was asked, and how far it was answered.
        groups: those that matter first, then in the order of the alphabet.
    """

    id: str
    title: str
    list: str
    asked: str
    says: str
    groups: tuple[GroupInRoom, ...]
    because: tuple[Evidence, ...]


class RoomFound(Record):
    """Who is in one room, without counts of anybody.

    Attributes:
        power: decides, advises, consulted, informed; empty where it is not told.
        seats: how many contributors it has; nought where that is not told as one number.
        says: what to know before reading on, in a sentence; may be empty.
    """

    id: str
    title: str
    power: str
    seats: int
    says: str
    characteristics: tuple[CharacteristicFound, ...]


class RoomSign(Record):
    """Something about who is where that is worth a question.

    Attributes:
        kind: blind-spot, power-gap, stage-gap, unchanged, assumed, blames, unexplained, review-due, contradiction
            or unknown.
        title: the kind in words.
        matters: whether the file says that the group matters to this topic.
    """

    kind: str
    title: str
    group: str
    matters: bool
    says: str
    asks: str
    because: tuple[Evidence, ...]


class Place(Record):
    """Where a relationship may begin, for one gap. Never a person with several traits.

    Attributes:
        at: places where people of the group may be.
        ways: how to go there, from the reasons that are told.
    """

    group: str
    matters: bool
    at: tuple[str, ...]
    ways: tuple[str, ...]


class VoicesFound(Record):
    """Who is not in the room, and why, as far as the file tells it.

    Attributes:
        asked: yes, no or not told: whether the project itself asked.
        says: in a sentence.
        matters: groups that matter to this topic.
        missing: groups that are named as not in the room, those that matter first.
        excluded: groups left out on purpose.
        matter: the groups that matter, and why.
        exclusions: the groups left out on purpose, and why.
        rooms: who is in each room, from the least power to the most.
        signs: what is worth a question, groups that matter first.
        places: where relationships may begin, by gap.
        next_meeting: questions for the next meeting.
        studied: who makes up those whom the work studies, as told apart from those who are involved.
    """

    asked: str
    says: str
    matters: tuple[str, ...]
    missing: tuple[Missing, ...]
    excluded: tuple[str, ...]
    matter: tuple[Matter, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    rooms: tuple[RoomFound, ...] = ()
    signs: tuple[RoomSign, ...] = ()
    places: tuple[Place, ...] = ()
    next_meeting: tuple[str, ...] = ()
    studied: tuple[str, ...] = ()


class ViewFound(Record):
    """What one side said, asked apart from the team. Small groups are shown as most / not most.

    Attributes:
        by_principle: principle and `most agree`, `most disagree`, `split`, `not most agree` (few answered, and more is
            not shown), `too few to show`, `cannot be told`.
        counts: whether this view can confirm a level, or why it cannot.
        reply: whether the answers are still those that the statement replied to; empty where nothing is sealed.
    """

    of: str
    says: str
    counts: str
    by_principle: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    dissent: tuple[str, ...]
    statement: str
    because: tuple[Evidence, ...]
    reply: str = ""


class SideSays(Record):
    """What one side says of one principle, in its latest round.

    Attributes:
        of: the side: contributors, people served, researchers.
        when: the date of the round, as it is told; empty where it is not.
        says: as in a view, or `not asked` where this side has no answer to this question.
    """

    of: str
    when: str
    says: str


class SidesFound(Record):
    """The two sides on one principle, beside each other and never averaged.

    Attributes:
        difference: how contributors' answer lies to the researchers': `lower`, `higher`, `same`, `cannot be told`.
            It is worked out from what is shown, so nothing that is hidden can be worked out from it.
    """

    principle: str
    title: str
    sides: tuple[SideSays, ...]
    difference: str
    says: str


class TrailFound(Record):
    """What became of one thing that was said, link by link. People's words stand in its lines and nowhere else.

    Attributes:
        by: who said it; empty where that is not told.
        stage: the part of the work that it was about, in words; empty where that is not told.
        answer: taken up, partly, put off, refused, contested, unanswered, or not told.
        reason: whether a reason was given: yes, no, not told, or `not due` where the answer needs none.
        changed: whether something changed: yes, no, not told, or `not due` where it was not taken up.
        told_back: whether those who said it heard what came of it: yes, no, not yet (planned), not told.
        breaks: where the trail breaks by what is told, in words; what is not told breaks nothing.
        because: the line of what was said first, then those of what came of it.
    """

    by: str
    stage: str
    answer: str
    reason: str
    changed: str
    told_back: str
    breaks: tuple[str, ...]
    because: tuple[Evidence, ...]


class FindingFound(Record):
    """What a named independent, contributors or the team found.

    Attributes:
        by: who found it, as the file names the kind: court, evaluation, …
        named: the name that the file gives; empty where it gives none.
        says: what was found, in the words of the file; empty where it is told by answers alone.
        because: the lines of the finding, and of each ruling that overturned it.
        answers: what was found by its answers, within a sentence: `people were heard`; empty where none is told.
        later: by whom it was overturned, and what was found instead; empty where it stands.
        also_by: who found it with them; their names, too, are in `named`.
    """

    by: str
    named: str
    says: str
    because: tuple[Evidence, ...]
    answers: str = ""
    later: str = ""
    also_by: tuple[str, ...] = ()


class AccountFound(Record):
    """Something that is told in two ways. Both accounts are printed.

    Attributes:
        path: the place in the file.
        told: what the file tells there, as a sentence; empty of who is in a room.
        by: who tells it otherwise.
        says: what they say.
        sources: the names of the sources that show what they say.
        open: whether it is open for whatever rests on it; not where those tell it otherwise whom people's word is about.
    """

    path: str
    line: int
    column: int
    told: str
    by: str
    says: str
    sources: tuple[str, ...]
    open: bool = True


class NoteFound(Record):
    """Something that a reader should know. It is printed, never judged.

    Attributes:
        path: the place in the file.
        by: `file` for a note that stands there, `involve-audit` where the tool could not work out what is told.
    """

    path: str
    line: int
    column: int
    by: str
    says: str


class PolicyCondition(Record):
    """One condition of the policy, and whether it is met.

    Attributes:
        state: held, not held, open (it is not told) or not due (the phase has not come).
        comes_from: who asks for it: the default policy, a line of a policy file, or an option of the command line.
        found: what was found, in a sentence; may be empty.
        excused: why the check does not fail on it all the same: `not asked for yet` (the policy file says so for this
            phase), `unknown allowed` (an option), `waived`, `known` (it stood in the baseline), `waived and known`
            (part by part); empty where nothing excuses it.
        reached: how far it is reached where that is a number, so that a later run can tell whether it got worse:
            a level from 0 to 3, or a rung from 0.
    """

    id: str
    says: str
    state: str
    comes_from: str = ""
    found: str = ""
    excused: str = ""
    reached: float | None = None
    because: tuple[Evidence, ...] = ()

    @property
    def passes(self) -> bool:
        """Whether the check does not fail on it."""
        return self.state in ("held", "not due") or bool(self.excused)


class PolicyStamp(Record):
    """The policy file that the check held to.

    Attributes:
        by: who published it; empty where it does not say.
    """

    title: str
    by: str
    file: str
    sha256: str


class Policy(Record):
    """Whether the check passes, and why.

    Attributes:
        holds: after waivers and baseline, where they were read.
        stamp: the policy file; None where there was none.
        weaker: options that ask for less than the policy file, or that it may not have meant, each in a sentence.
        held_before: whether it holds without waivers and baseline; None where neither was read.
    """

    holds: bool
    conditions: tuple[PolicyCondition, ...]
    stamp: PolicyStamp | None = None
    weaker: tuple[str, ...] = ()
    held_before: bool | None = None


class WaiverFound(Record):
    """A waiver, and what it does here. It changes whether the policy holds, and nothing else.

    Attributes:
        rule: the finding that it is for: `gate/unpaid-without-choice`.
        owner: who answers for it: a role.
        agreed_with: which contributors agreed, how many and when, in a few words; empty where none are named.
        until: the last day on which it counts (UTC).
        state: in force, expired, unused (there is no such finding) or not allowed (the policy file takes no waivers).
        says: that in a sentence.
        file: where it stands.
        line: counted from 1.
    """

    rule: str
    reason: str
    owner: str
    agreed_with: str
    until: str
    state: str
    says: str
    file: str
    line: int


class BaselineFound(Record):
    """What an earlier run had found, beside this one. Findings are told apart by rule, state and how bad, never by number.

    Attributes:
        file: the baseline.
        written: the day as of which it was judged.
        counts: whether what was known is excused; False where the policy file takes no baseline.
        unchanged: rules of findings that stood in it.
        new: rules of findings that did not, or not in this state, or not as grave.
        changed: those among the new ones of which the rule stood in it.
        gone: rules that stood in it and are not found any more: mended, or no longer told.
        says: what to know of it, such as that the rubric has changed, each in a sentence.
    """

    file: str
    written: str
    counts: bool
    unchanged: tuple[str, ...]
    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    says: tuple[str, ...]


class Clause(Record):
    """One sentence on one answer of the file.

    Attributes:
        says: our sentence; each `{}` in it stands for the words of the line beside it, in the same order. Where nothing
            is told: what is not told, in words.
        state: told, not known (asked, and not known) or not told.
        because: the lines: one for each `{}`, or the line whose answer the sentence says. What is not told has a line
            only where the rest would read otherwise without it: that line is the place itself.
    """

    says: str
    state: str
    because: tuple[Evidence, ...]


class Statement(Record):
    """What the file says at one place, answer by answer, in our sentences around its words.

    Attributes:
        id: the place: `stages.design[0]`.
        about: what it is about, in our words; may be empty.
        named: what the file calls it, with the line; empty where it has no name of its own.
    """

    id: str
    about: str
    clauses: tuple[Clause, ...]
    named: tuple[Evidence, ...] = ()


class ExportItem(Record):
    """One row of an export: an item of a checklist, a standard, or a section of a text.

    Attributes:
        says: what it is about, in our words.
        statements: what in the file speaks to it, by the ids of the statements.
        criteria: the criteria of the rubric that speak to it, by their ids.
        not_told: what belongs here and of which the file tells nothing at all, in words.
        keys: the keys of the file under which it would stand.
    """

    id: str
    title: str
    says: str
    statements: tuple[str, ...]
    criteria: tuple[str, ...]
    not_told: tuple[str, ...]
    keys: tuple[str, ...] = ()


class ExportFound(Record):
    """A list of items that a writer takes out of a file.

    Attributes:
        format: in which format it stands: gripp2, crosswalk, application.
        says: what it is, and what it is not.
        cites: whose list it is, and where that was read.
    """

    id: str
    format: str
    title: str
    says: str
    cites: tuple[str, ...]
    items: tuple[ExportItem, ...]


class ToldFound(Record):
    """One thing that the file tells, in everyday words and without judging it.

    Attributes:
        about: changed, pay, support, apart (whom people can turn to apart from the team), other answers (what people said that
            changed nothing), harm, promised (and not kept, or in part), kept (a promise that was), heard (whether people were, and by whose word), planned, out of reach (who cannot
            reach or use what the work makes), ended (the work was, or was paused), part (what part people have in it), or looked
            back (what went well and badly, by whose word).
        shown: whether a source is named for it.
        at_present: of pay, whether it is told to be so at present; of a group, whether it is not told to be over.
        own_word: of being heard, whether people affected say so themselves.
    """

    about: str
    says: str
    shown: bool
    because: tuple[Evidence, ...]
    at_present: bool = False
    own_word: bool = False


class CameOf(Record):
    """What came of one thing that people said, decided or were promised, as a sentence in the team's words.

    Attributes:
        about: stopped (the work as a whole), harm, decided, ended (a role), said or promised; beside it decided by others (the
            team, those above, or it is not told who), runs or uses (an organisation), disagreement, or looked back.
        outcome: what came of it, in a word: `taken up`, `set aside by those above the team`, `no` (a promise that was not kept).
        says: the entry and what came of it.
        because: its line.
    """

    about: str
    outcome: str
    says: str
    because: tuple[Evidence, ...]


class Audit(Record):
    """How one project involves people, as of a day, by one rubric.

    Attributes:
        trail: what people said and what came of it, in the order of the file.
        told: what the file tells of what changed, of pay and of support, in everyday words.
        came_of: what came of what people said, decided and were promised, the weightiest first.
        trail_complete: whether the log says that everything that was said stands in it: yes, no, not told.
        accounts: what is told differently, in the order of the file.
        notes: what the file notes beside its answers, in the order of the file.
        statements: what the file says, place by place, for the exports; empty where they were not asked for.
        exports: what writers take out of it: GRIPP2, standards, the text of an application.
    """

    tool: Tool
    rubric: RubricStamp
    project: Head
    date: str
    verdict: Verdict
    label: LabelFit
    honesty: HonestyFound
    rung: RungFound
    score: Score
    principles: tuple[PrincipleFound, ...]
    signs: tuple[SignFound, ...]
    flags: tuple[FlagFound, ...]
    gates: tuple[GateFound, ...]
    questions: tuple[Question, ...]
    steps: tuple[Step, ...]
    doors: tuple[Door, ...]
    voices: VoicesFound
    views: tuple[ViewFound, ...]
    findings: tuple[FindingFound, ...]
    limits: tuple[str, ...]
    policy: Policy
    sides: tuple[SidesFound, ...] = ()
    not_heard: tuple[str, ...] = ()
    trail: tuple[TrailFound, ...] = ()
    trail_complete: str = "not told"
    told: tuple[ToldFound, ...] = ()
    statements: tuple[Statement, ...] = ()
    exports: tuple[ExportFound, ...] = ()
    came_of: tuple[CameOf, ...] = ()
    plain_limits: tuple[str, ...] = ()
    schema_version: str = SCHEMA_VERSION
    waivers: tuple[WaiverFound, ...] = ()
    baseline: BaselineFound | None = None
    accounts: tuple[AccountFound, ...] = ()
    notes: tuple[NoteFound, ...] = ()
