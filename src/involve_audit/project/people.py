"""Rooms, stages, sources, views and findings: what serves several principles."""

from __future__ import annotations

from typing import Any, ClassVar, Literal, get_args

from involve_audit.project.fields import Told, asks, needs, says_too_little, theirs, tidy
from involve_audit.project.practice import (
    BY_WHOM,
    PRINCIPLES,
    STAGES,
    Deciders,
    Entry,
    HeardBy,
    Listing,
    Practice,
    PrincipleName,
    StageName,
    WereHeard,
    Who,
    Writers,
)
from involve_audit.project.values import CountField, DatesField, PeriodField, Words, YesNo
from involve_audit.wording import terms
from involve_audit.wording.messages import Wrong

Role = terms.Role
ROLES, ROLE_WORDS, EITHER_ROLE = terms.ROLES, terms.ROLE_WORDS, terms.EITHER_ROLE
OR_INVOLVED, OR_TOGETHER = terms.OR_INVOLVED, terms.OR_TOGETHER
WishedRole = Literal["none", "informed", "consulted", "involved", "decided together", "led", "unknown"]
SHARED_ROLES = (OR_TOGETHER, "decided together", "led")
"""The words for a role in which people take decisions, or may take them."""


def role_at_least(word: str | None) -> int | None:
    """The role that a word tells for certain, as an index of `ROLES`; None where it tells none.

    >>> role_at_least("consulted or involved"), role_at_least("unknown")
    (2, None)
    """
    return _AT_LEAST.get(word or "")


def role_at_most(word: str | None) -> int | None:
    """The most that the role which a word tells can be, as an index of `ROLES`; None where it tells none.

    >>> role_at_most("consulted or involved"), role_at_most("consulted")
    (3, 2)
    """
    return _AT_MOST.get(word or "")


_AT_LEAST, _AT_MOST = (
    {word: ROLES.index(EITHER_ROLE.get(word, (word, word))[end]) for word in ROLE_WORDS} for end in (0, 1)
)


def role_reaches(word: str | None, least: int) -> bool | None:
    """Whether a role is at least this one; None where it is not told, or may be.

    >>> role_reaches("consulted or involved", 2), role_reaches("consulted or involved", 3), role_reaches("consulted or involved", 4)
    (True, None, False)
    """
    low, high = role_at_least(word), role_at_most(word)
    if low is None or high is None:
        return None
    return True if low >= least else False if high < least else None


class Source(Entry):
    """Something that shows what the file says: a minute, a policy, a budget, a publication, a page."""

    kind: Literal["minutes", "policy", "budget", "publication", "page", "letter", "protocol", "application", "report",
                "contract", "evaluation", "inquiry", "judgment", "interview", "recording", "survey", "log", "other"] | None = asks("What it is.")  # fmt: skip
    title: str | None = asks("Its title.")
    where: str | None = asks("Where it can be found: address, file, page.")
    date: DatesField | None = asks("Its date.")
    written_by: Writers | None = asks("Who wrote it.")
    agreed_by: Writers | None = asks("Who agreed to it.")


VOTING = ("equal", "some", "yes")
"""The words that say that contributors in a room have a vote, as far as they go."""


class Room(Practice):
    """A group that meets and has some power."""

    name: str | None = asks("What it is called. The name of a group claims nothing.")
    contributors: CountField | None = asks("How many contributors are in it.")
    researchers: CountField | None = asks("How many researchers or staff are in it.")
    others: CountField | None = asks("How many others: allies, officials, experts.")
    majority: Literal["contributors", "others", "equal", "unknown"] | None = asks(
        "Who are most of those who decide in it: contributors, others, or equal. Needed only where the counts do not show it."
    )
    chair: Literal["contributor", "shared", "researcher", "other", "nobody", "unknown"] | None = asks(
        "Who is in the chair."
    )
    votes: Literal["equal", "some", "yes", "none", "unknown"] | None = asks(
        "Contributors' votes: equal (as everybody's; agreeing without a vote counts so), some (fewer, or only on some "
        "matters), yes (they vote, and how much it counts is not told), none."
    )
    power: Literal["decides", "advises", "consulted", "informed", "unknown"] | None = asks(
        "What the room may do: decides, advises, is consulted, or is only informed (people sit there and are not asked). "
        "Where the room decides and contributors in it only sit there, say so with `votes: none`."
    )
    meets_every: PeriodField | None = asks("How often it meets.")
    meetings: CountField | None = asks("How often it has met; of a room that is only planned, how often it is to meet.")
    holds_budget: YesNo | None = asks("Whether contributors in it hold a budget.")
    replaced: YesNo | None = asks("Whether those in power replaced its members.")
    replaced_agreed: YesNo | None = asks("Where they did: whether the members agreed.")


class Organisation(Practice):
    """An organisation that has a part in the work: who governs it, and what it does there.

    Told apart from rooms: a room is a group that meets; an organisation owns, runs, hosts or pays for work.
    """

    name: str | None = asks("What it is called. The name of an organisation claims nothing.")
    does: tuple[Literal["runs", "hosts", "funds", "partner", "employs contributors", "commissioned", "orders", "uses results"], ...] | None = asks(
        "What it does for the work, one or several: runs (it is its work), hosts (it holds contracts or gives it a home), "
        "funds, partner (it takes part with a say), employs contributors, commissioned (it was paid to do a part), orders (it asked for the work), "
        "uses results (it took up what the work found or made, such as a government, a charity or a firm; it is printed, and is nobody's involvement)."
    )  # fmt: skip
    governed_by: Literal["people affected", "others", "both", "unknown"] | None = asks(
        "Who governs it, as members, trustees or owners: people affected by the work's matter, others, or both. A few "
        "seats on a board are no governing."
    )
    people: CountField | None = asks("How many of those who govern it are people affected.")
    stages: tuple[StageName, ...] | None = asks(
        "The parts of the work that it runs or is a partner in. Left out: all parts that the file tells."
    )
    say: Literal["agreement", "code", "memorandum", "contract", "none", "unknown"] | None = asks(
        "In what its say in the work is written down: agreement, code, memorandum, contract; none where it is not."
    )


class Stage(Practice):
    """What contributors do, did or will do in one part of the work."""

    own_words: ClassVar[tuple[str, ...]] = ("none", "no")
    disputed_at_most: ClassVar[str | None] = None
    """The role that the file tells or plans, where somebody tells the entry otherwise: no more than it can be shown."""
    disputed_role: ClassVar[str | None] = None
    """The role that the file tells, where somebody tells the entry otherwise: it shows nothing, and no more than it is told."""

    role: Role | None = asks(
        "What part contributors have: people who are asked about the work itself, and not those whom it studies. "
        "none; informed (told, or present without being asked; use it where a text only says that people attended); "
        "consulted (asked; others decide and need not answer); involved (takes part more than once, or in doing the "
        "work, and is answered); consulted or involved (takes part so, and it is not told whether people were answered); decided together (contributors and team take the "
        "decisions of this stage jointly); involved or decided together (takes part and is answered, and it is not told who takes the decisions); "
        "led (contributors take them)."
    )
    people: CountField | None = asks(
        "How many contributors. Who is only counted, surveyed, interviewed or observed is none; `explain contributors` says more."
    )
    who: str | None = asks(
        "Which people this speaks of, in a word: panel, co-applicants. In one part of the work different people may have "
        "different roles: list them, each with its `who`."
    )
    rooms: Words | None = asks("The rooms in which it happens, by their names under `rooms`.")
    organisations: Words | None = asks(
        "The organisations that run it or are partners in it, by their names under `organisations`."
    )
    asked: str | None = asks("What people were asked.")
    said: str | None = asks("What they said.")
    decisions: Words | None = asks(
        "What was decided here, in a few words. Who decided, and what became of it, stands under `power.decisions`."
    )
    budget_held_by: Deciders | None = asks("Who holds the money of this stage.")
    wished_role: WishedRole | None = asks("The role that contributors wished for.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read one word as the role."""
        if isinstance(value, str):
            return {"role": "none" if tidy(value) == "no" else value}
        return value


Spans = tuple[Stage, ...]
"""One role, or a list: of dated spans, or of different people (`who`)."""


class Stages(Entry):
    """The parts of the work, and what contributors do in each. `none`: nobody, anywhere."""

    stays: ClassVar[tuple[str, ...] | None] = ("work_has", *STAGES)

    answer: Literal["none"] | None = asks(
        "`none` where nobody is involved anywhere. With what shows it: `stages: {answer: none, source: …}`."
    )
    source: Words | None = asks("What shows that nobody is involved, or that the stages are complete.")
    complete: YesNo | None = asks("`yes`: stages that are not listed involve nobody.")
    work_has: tuple[StageName, ...] | None = asks(
        "The only stages that the work has, where it has not all of them. No other may then be named in the file."
    )
    priorities: Spans | None = asks("Choosing the question; deciding what is needed; setting the agenda.")
    design: Spans | None = asks(
        "Protocol; design of the service; options and wording. A consultation on a draft belongs here."
    )
    funding: Spans | None = asks("Bid; business case; budget.")
    governance: Spans | None = asks(
        "Steering and oversight; management and board; the process and its rules (who may do what)."
    )
    delivery: Spans | None = asks("Recruiting and collecting data; running it; hearings and drafting.")
    analysis: Spans | None = asks("Interpreting; evaluating; weighing evidence.")
    sharing: Spans | None = asks("Papers and talks; reports; publication.")
    implementation: Spans | None = asks("Use of results; changes made; what the decision-makers then do.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read `none`: nobody is involved in any stage."""
        if isinstance(value, str):
            if tidy(value) in ("none", "no"):
                return {"answer": "none"}
            advice = Wrong(
                "write the stages below it ({stages}), or `none`", plainly="write `none`, or the stages", stages=STAGES
            )
            raise ValueError(says_too_little(value, advice))
        return value

    def spans(self, stage: str) -> tuple[Stage, ...] | None:
        """The spans told of one stage; None where it is not told."""
        found: tuple[Stage, ...] | None = getattr(self, stage)
        return found


MostSay = Literal["agree", "disagree", "split", "not most agree", "unknown"]
"""What most people answered, where that is told without counts."""


class Opinion(Told):
    """What contributors answered on one principle."""

    agree: CountField | None = asks("How many agree that it is so.")
    partly: CountField | None = asks("How many say that it is partly so.")
    disagree: CountField | None = asks("How many disagree.")
    unsure: CountField | None = asks("How many cannot say, or gave no answer to this question.")
    most: MostSay | None = asks(
        "What most say, where there are no counts or they are too small to show. `not most agree`: most disagree or they "
        "are split, and more is not said."
    )

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read `most agree`, `most disagree`, `split`, `unknown`."""
        if isinstance(value, str):
            word: str = tidy(value)
            most = word if word == "not most agree" else word.removeprefix("most ")
            if most not in get_args(MostSay) or word == "most not most agree":
                wrong = Wrong(
                    "{value} is not an answer here; write agree and disagree with counts, or 'most agree', 'most disagree', 'split', 'not most agree', 'unknown'",
                    value=theirs(value),
                )
                raise ValueError(wrong)
            return {"most": most}
        return value


class Dissent(Entry):
    """A view that differs, in people's own words."""

    said: str = needs("The words.")
    about: PrincipleName | None = asks("The principle that it is about.")
    source: Words | None = asks("Where it stands.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read a plain text as the words."""
        return {"said": value} if isinstance(value, str) else value


class Seal(Told):
    """What a statement replied to, as hashes of the file as it stood. `involve-audit views seal` writes it."""

    when: DatesField | None = asks("When it was sealed.")
    whole: str | None = asks("The SHA-256 of all answers together, without `views`.")
    answers: dict[str, str] | None = asks(
        "The beginning of the SHA-256 of each top-level answer, so that it can be seen which of them changed."
    )
    reply: str | None = asks("The SHA-256 of this view itself, with its statement.")


class View(Entry):
    """What one side answered, asked apart from the team."""

    stays: ClassVar[tuple[str, ...] | None] = ("of", "when", "words", "dissent", "statement", "sealed", "source")

    of: Who | None = asks("Whose view it is: contributors, people served, researchers …")
    when: DatesField | None = asks("When they were asked.")
    asked: CountField | None = asks("How many were asked.")
    answered: CountField | None = asks("How many answered.")
    collected_by: Who | None = asks("Who collected it: outside the team, contributors, evaluation, team …")
    anonymous: YesNo | None = asks("Whether it was collected anonymously.")
    by_principle: dict[PrincipleName, Opinion] | None = asks(
        "Answers by principle: whether people agree that it is so here. " + ", ".join(PRINCIPLES) + "."
    )
    label_fits: YesNo | None = asks("Whether most of them say that the word used for the work fits.")
    words: Words | None = asks("What they said, in their own words.")
    dissent: tuple[Dissent, ...] | None = asks("Views that differ from the rest, in their own words.")
    statement: str | None = asks("A statement of contributors on this file, printed word for word.")
    sealed: Seal | None = asks("What the statement replied to; `involve-audit views seal` writes it.")
    source: Words | None = asks("Where it stands.")


class Views(Listing):
    """Views, complete or not. `none`: contributors have not been asked apart from the team."""

    entries: tuple[View, ...] | None = asks("The views.")


class Ruling(Entry):
    """A later ruling that overturned a finding. It is what stands from then on; the finding is printed, and counts no more."""

    by: tuple[Literal["court", "inquiry", "regulator", "unknown"], ...] = needs(
        "Who overturned it, one or several: court, inquiry, regulator."
    )
    named: str | None = asks("The name of the court, inquiry or regulator. Not of a person.")
    says: str | None = asks("What was found instead, in a sentence.")
    heard: WereHeard | None = asks("Whether it was found that people were heard in this work.")
    heard_by: HeardBy | None = asks(BY_WHOM)
    label_fits: YesNo | None = asks("Whether it was found that the word used for the work fits.")
    when: DatesField | None = asks("When.")
    source: Words | None = asks("Where it stands.")


class Finding(Entry):
    """What somebody found about this work: a named independent, contributors or the team.

    What is on something else than whether people were heard, or the word fits (that consent was lacking, that it was lawful, that it
    worked), is told by `says` alone: it is printed, and decides nothing.
    """

    by: tuple[Who, ...] | None = asks(
        "Who, one or several who found it with each other: inquiry, court, evaluation, regulator, organisation of people affected, contributors, team. Scholars, the press "
        "and other critics are `outside the team`: whether the word fits is not theirs to decide."
    )
    named: str | None = asks("The name of the inquiry, court, evaluation or organisation. Not of a person.")
    says: str | None = asks(
        "What they found, in a sentence. On something else than whether people were heard, such as consent or whether it was lawful, it is "
        "printed and decides nothing; that something was used otherwise than agreed, or people were hurt, is told as harm, too."
    )
    # What makes asking fair is what English courts hold it to: R v Brent LBC ex p Gunning (1985) 84 LGR 168, approved in
    # R (Moseley) v Haringey LBC [2014] UKSC 56: still open, enough said to answer, enough time, and the answers weighed.
    heard: WereHeard | None = asks(
        "Whether they found that people were heard in this work. no: what people said did not count, in whatever words (a sham, a whitewash, for show), "
        "or they were not asked fairly: when it was decided already, with too little said of what was proposed, or in too little time. split: some "
        "were, or in some things only. Left out where they found another fault with how it was done."
    )
    heard_by: HeardBy | None = asks(BY_WHOM)
    label_fits: YesNo | None = asks("Whether they found that the word used for the work fits.")
    when: DatesField | None = asks("When.")
    answered: DatesField | None = asks(
        "Where they were not heard: when those who said so were answered (what will change, or why not); `no` where they were not."
    )
    overturned_by: tuple[Ruling, ...] | None = asks(
        "Where a later court, inquiry or regulator overturned it: that ruling, or several in the order of time. The last one "
        "stands, and what it overturned no longer counts; both are printed. People's own word is not overturned: who sees it "
        "otherwise stands under `disputed`."
    )
    source: Words | None = asks("Where it stands.")


class Findings(Listing):
    """Findings, complete or not."""

    entries: tuple[Finding, ...] | None = asks("The findings.")
