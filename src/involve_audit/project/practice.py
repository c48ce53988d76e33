"""The parts that every section of the project file is made of.

Absent key: *not told*. `unknown`: asked, and not known. `none`, `no` or `[]`: told that there is none.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal, get_args

from involve_audit.project.fields import NOT_TOLD, Told, annotation, asks, needs, says_too_little, tidy
from involve_audit.project.values import DatesField, MoneyField, Words, YesNo
from involve_audit.wording import terms
from involve_audit.wording.messages import Wrong

Who = Literal["contributors", "people served", "together", "researchers", "team", "above", "allies", "outside the team",
            "inquiry", "court", "evaluation", "regulator", "organisation of people affected", "nobody", "unknown"]  # fmt: skip
"""Who said or did something.

Who each of them is stands in `entry_words.WHO`: one list for reports, for `explain` and for whoever fills in a file.
"""
AFFECTED = ("contributors", "people served", "together")
"""Of these, people whom the work affects, by themselves or with the team."""
NOT_AFFECTED = ("researchers", "team", "above")
"""Of these, those who run the work, or stand above it: people's word on being heard, or on harm, is about them."""
INDEPENDENT = ("inquiry", "court", "evaluation", "regulator", "organisation of people affected")
"""Of these, who does not run the work and is named: its word counts as contributors' own does."""
IN_POWER = ("team", "above")
"""Of those who decide, those who can decide over contributors."""

Decider = Literal["contributors", "together", "team", "above", "unknown"]
"""Who decides.

team: those who run the work, whatever they are; above: who funds, commissions or governs it and does not run it. A council that runs
the work itself is its team. Nothing that is judged turns on which of the two it was (`those_in_power`).
"""
HeardBy = tuple[Literal["team", "above", "unknown"], ...]
"""By whom people were heard, or were not."""
BY_WHOM = (
    "By whom they were heard or not, one or both: team, above. Not heard by those above counts as not heard where these alone "
    "decide in the end (`power.final_say`); elsewhere it does not say that the team did not hear them. Left out: by those who run the work."
)
"""What is asked of it, wherever it is asked."""
Deciders = tuple[Decider, ...]
"""One, or several who decided it with each other."""
DecisionMaker = Literal["contributors", "together", "team", "above", "outside the team", "unknown"]
"""Who did something, or has the last word: sometimes somebody who neither runs the work nor stands above it, such as a court, a parliament or a landlord."""
TookIt = Literal["contributors", "together", "room", "team", "above", "outside the team", "unknown"]
"""Who took one decision; room: those who decide in the room that it names, as far as the file tells who they are."""
Overruler = Literal["contributors", "together", "team", "above", "outside the team", "court", "unknown"]
"""Who set a decision aside."""


def names_deciders(kind: Any) -> bool:
    """Whether a field of this type names all who decided something: such a list says that nobody else did."""
    choices = get_args(next(iter(get_args(kind)), None))
    return set(get_args(Decider)) <= set(choices)


def with_contributors(by: tuple[str, ...] | None) -> bool | None:
    """Whether contributors are among those who decided something, whoever else is; None where it is not told.

    >>> with_contributors(("contributors", "above")), with_contributors(("team", "above")), with_contributors(("team", "unknown"))
    (True, False, None)
    """
    if not by:
        return None
    return True if "contributors" in by or "together" in by else None if "unknown" in by else False


def contributors_alone(by: tuple[str, ...] | None) -> bool | None:
    """Whether contributors decided something by themselves; None where it is not told. Not where anybody decided it with them.

    >>> contributors_alone(("contributors",)), contributors_alone(("contributors", "above")), contributors_alone(None)
    (True, False, None)
    """
    if not by:
        return None
    return False if any(one not in ("contributors", "unknown") for one in by) else None if "unknown" in by else True


def those_in_power(by: tuple[str, ...] | None) -> bool | None:
    """Whether the team, those above it or both did something without contributors; None where it is not told.

    What nobody decided, such as a pandemic, was not their doing.

    >>> those_in_power(("team", "above")), those_in_power(("above", "contributors")), those_in_power(("circumstances",))
    (True, False, False)
    """
    theirs = with_contributors(by)
    return None if theirs is None else not theirs and any(one in IN_POWER for one in by or ())


def others_alone(by: tuple[str, ...] | None) -> bool | None:
    """Whether others did something who neither run the work nor stand above it, and nobody of it with them; None where it is not told.

    >>> others_alone(("outside the team",)), others_alone(("outside the team", "team")), others_alone(("outside the team", "unknown"))
    (True, False, None)
    """
    if not by:
        return None
    if any(one not in ("outside the team", "unknown") for one in by):
        return False
    return None if "unknown" in by else True


def anybody(by: tuple[str, ...] | None) -> bool:
    """Whether it is told of anybody that they did something."""
    return any(one != "unknown" for one in by or ())


Writers = tuple[Who, ...]

StageName = Literal["priorities", "design", "funding", "governance", "delivery", "analysis", "sharing", "implementation"]  # fmt: skip
STAGES: tuple[str, ...] = get_args(StageName)
SHAPING = STAGES[:4]
"""The stages that shape the work."""
PLANNING = STAGES[:3]
"""The stages that come before the work is paid for, and are settled once its plan can no longer change."""
IN_THE_WORK = STAGES[4:]
"""The stages in which nothing can be carried out while the work is an idea or an application."""
RESULTS = STAGES[5:]
"""The stages in which results are made sense of, shared and used."""

Rung = terms.Rung
RUNGS = terms.RUNGS

PrincipleName = Literal[
    "honesty", "timing", "power", "voices", "access", "reward", "care", "relationships", "influence"
]
PRINCIPLES: tuple[str, ...] = get_args(PrincipleName)

About = Literal["question", "outcome", "design", "methods", "budget", "people", "rules", "service", "policy",
                "analysis", "sharing", "use of results", "wording", "leaflets", "other", "unknown"]  # fmt: skip
"""What kind of thing something said, or decided, was about."""
StoppedBy = Literal["contributors", "together", "team", "above", "circumstances", "unknown"]
"""Who stopped something."""
WereHeard = Literal["yes", "no", "split", "unknown"]
"""Whether people were heard; split: some were and some were not, or in some things only."""
ShareOf = Literal["all", "most", "some", "none", "unknown"]


_NO_NAME = ("yes", "true", "no", "false", "none", "never", "nobody", "unknown")
"""Answers that are no name of anything."""


class Disputed(Told):
    """Another account of the same thing, where accounts differ. What is disputed is open, and both accounts are printed."""

    by: Who = needs("Who tells it otherwise: contributors, people served, team, above, inquiry …")
    says: str = needs("What they say, in a sentence.")
    source: Words | None = asks("Where it stands.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """Refuse a bare word: who tells it otherwise, and what they say, is the point."""
        if isinstance(value, str):
            advice = Wrong(
                "write who tells it otherwise and what they say: `disputed: {by: contributors, says: …}`, or `none` where nobody does"
            )
            raise ValueError(says_too_little(value, advice))
        return value


class DisputedAnswers(Disputed):
    """Another account of answers that stand directly in a section. Only these are open; the rest of the section stands."""

    about: Words | None = asks(
        "Which of the answers that stand directly here, by their keys. May be left out where only one does."
    )


class Entry(Told):
    """An entry of a list, or of names with something below them: each takes a note, and another account of itself."""

    stays: ClassVar[tuple[str, ...] | None] = None
    """What a disputed entry still tells: what it is about. Left out: the fields without which it says nothing."""

    in_a_word: ClassVar[str] = ""
    """The field that a plain text stands for where there may be a group of keys: a list of groups is a list of their names."""

    note: str | None = asks("Anything that a reader should know. Printed, never judged.")
    disputed: tuple[Disputed, ...] | None = asks(
        "Where accounts differ: who tells it otherwise, and what they say. What is disputed is open, and both accounts are printed."
    )

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read a plain text as the one thing that most people tell here."""
        if cls.in_a_word and isinstance(value, str):
            word = tidy(value)
            if annotation(cls, cls.in_a_word) is str and word in (*NOT_TOLD, *_NO_NAME):
                advice = Wrong("write `{key}: …`, and what else you know below it", key=cls.in_a_word)
                raise ValueError(says_too_little(value, advice))
            return {cls.in_a_word: value}
        return super().short(value)


class WithNote(Told):
    """A section in which all answers stand in parts of their own, which name their sources themselves."""

    elsewhere: ClassVar[dict[str, Wrong]] = {
        "disputed": Wrong("write it under the part that is told otherwise: each takes `disputed` of its own")
    }

    note: str | None = asks("Anything that a reader should know. Printed, never judged.")


class Section(WithNote):
    """A section with answers of its own, which take a source together."""

    source: Words | None = asks(
        "What shows the answers that stand directly in this section. What stands in a part of its own names its own."
    )
    disputed: tuple[DisputedAnswers, ...] | None = asks(
        "Where somebody tells an answer otherwise that stands directly in this section: which answer, who, and what they say. It is "
        "then open, and both accounts are printed. What stands in a part of its own takes its own `disputed`."
    )


class Practice(Entry):
    """Something that is done, was done, is planned, or is not there.

    May be written short: `none` (there is none), `yes` (it is there), `planned`, `unknown`.
    It counts once the file says that it is done or ongoing. Without a `source` it is a claim.
    """

    short_forms: ClassVar[dict[str, dict[str, Any]]] = {
        "yes": {"answer": "yes"},
        "true": {"answer": "yes"},
        "no": {"answer": "no"},
        "none": {"answer": "no"},
        "false": {"answer": "no"},
        "never": {"answer": "no"},
        "unknown": {"answer": "unknown"},
        "planned": {"status": "planned"},
        "policy": {"status": "policy"},
        "aim": {"status": "aim"},
        "ongoing": {"status": "ongoing"},
        "done": {"status": "done"},
        "stopped": {"status": "stopped"},
    }

    answer: YesNo | None = asks("Whether there is any such practice. Needed only where nothing else is told.")
    status: Literal["planned", "ongoing", "done", "stopped", "policy", "aim", "unknown"] | None = asks(
        "planned: not yet. ongoing: it is done now. done: it was done. stopped: it was ended. policy: a rule on "
        "paper, not a practice. aim: a principle or a wish, and nobody says whether it happens. Left out: nobody knows whether it happened, so it does not count yet."
    )
    when: DatesField | None = asks("When it was, is or will be done: 2020, 2020-06, 'June 2020', 'before design'.")
    since: DatesField | None = asks("When it began, for something that goes on.")
    until: DatesField | None = asks("When it ended or will end.")
    owner: str | None = asks("Who sees to it: a role, not a name.")
    cost: MoneyField | None = asks("What it costs, or what is set aside for it, in the project's currency.")
    source: Words | None = asks(
        "What shows it: the name of an entry under `sources`, or several. Left out: it is a claim."
    )
    stopped_by: tuple[StoppedBy, ...] | None = asks(
        "Where it was stopped: by whom, one or several. circumstances: nobody's decision, such as a pandemic."
    )
    stopped_agreed: YesNo | None = asks("Where it was stopped: whether the contributors concerned agreed.")


class Listing(Section):
    """A list that may say whether it is complete.

    May be written short as the plain list, or as `none`. Without `complete: yes`, there may be more than is
    listed: nothing is then said of "all" or of a share.
    """

    complete: YesNo | None = asks("Whether everything there is stands in the list.")
    source: Words | None = asks(
        "What shows that the list is complete, or that there are none. An entry names what shows it itself."
    )

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read the plain list, one entry on its own, `none` (nothing there) or `unknown`."""
        if isinstance(value, str):
            word = tidy(value)
            if word in ("none", "no"):
                return {"complete": "yes", "entries": []}
            if word == "unknown":
                return {}
        if isinstance(value, list):
            return {"entries": value} if value else {"complete": "yes", "entries": []}
        if isinstance(value, dict) and not names_entries(value):
            if value and value.keys() <= Section.questions.keys():
                return value  # a remark on the list, and no entry
            # One entry on its own; with no key that an entry has, it is a slip in `entries` or `complete`.
            entry = get_args(annotation(cls, "entries"))[0]
            return {"entries": [value]} if value.keys() & entry.questions.keys() else value
        return value


def names_entries(told: Any) -> bool:
    """Whether a list is written as a group with `entries` or `complete`; any other group is one entry on its own."""
    return isinstance(told, dict) and bool(told.keys() & {"entries", "complete"})


def entries_in(told: Any) -> list[Any]:
    """The entries of a list as a file has them, however it is written: a group that names them, one alone, or the plain list."""
    if names_entries(told):
        told = told.get("entries")
    if isinstance(told, dict):
        return [told]
    return told if isinstance(told, list) else []
