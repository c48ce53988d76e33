"""Influence, feedback and accountability."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from involve_audit.project.fields import asks
from involve_audit.project.practice import (
    BY_WHOM,
    About,
    Entry,
    HeardBy,
    Listing,
    Practice,
    Section,
    ShareOf,
    StageName,
    WereHeard,
    Who,
    Writers,
)
from involve_audit.project.values import CountField, DatesField, Words, YesNo


class Heard(Entry):
    """Whether people were heard, and who says so."""

    own_words: ClassVar[tuple[str, ...]] = ("no",)

    answer: WereHeard | None = asks(
        "Whether they were heard in this work, as those found who say so. no: what people said did not count, "
        "whatever words they have for it (a sham, a whitewash, for show, a foregone conclusion). split: some were "
        "and some were not, or in some things only. One thing that was refused or not answered belongs in the log."
    )
    said_by: tuple[Who, ...] | None = asks(
        "Who says so, one or several who all say the same: team, contributors, or a named independent (inquiry, court, evaluation, regulator, "
        "organisation of people affected)."
    )
    heard_by: HeardBy | None = asks(BY_WHOM)
    when: DatesField | None = asks("When it was said.")
    answered: DatesField | None = asks(
        "Where they were not heard: when those who said so were answered (what will change, or why not); `no` where they were not."
    )
    source: Words | None = asks("What shows it: a letter or a minute will do.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read a bare `yes`, `no` or `split` as the team's own word."""
        return {"answer": value, "said_by": "team"} if isinstance(value, str) else value


class Said(Entry):
    """Something that people said, and what came of it."""

    one_of: ClassVar[tuple[str, ...]] = ("said", "changed")

    said: str | None = asks("What was said. May be left out only where `changed` tells what changed because of people.")
    by: Who | None = asks(
        "Who said it: contributors (they are involved), people served (the work affects them, and they come from outside: neighbours, "
        "campaigners, people who were studied) … Left out: nobody can tell whose influence it shows."
    )
    arose: Literal["asked", "in a room", "on their own", "in public", "unknown"] | None = asks(
        "How it came about: people were asked, said it in a room, on their own (a letter, a complaint), or in public (a protest, a petition, the press)."
    )
    stage: StageName | None = asks("The part of the work that it was about.")
    when: DatesField | None = asks("When it was said.")
    answer: Literal["taken up", "partly", "put off", "refused", "unanswered", "contested", "unknown"] | None = asks(
        "What came of it: taken up, partly, put off (left for later), refused, unanswered, or contested."
    )
    reason: str | None = asks("The reason, where it was refused or only partly taken up. `none` where none was given.")
    changed: str | None = asks("What changed because of it. `none` where nothing did.")
    about: About | None = asks("What kind of thing changed. `wording` and `leaflets` are small changes to texts.")
    told_back: DatesField | None = asks("When those who said it were told what came of it; `no` where they were not.")
    checked_by_speaker: YesNo | None = asks("Whether those who said it checked the entry.")
    reopened: YesNo | None = asks("Whether it was looked at again after they objected.")
    source: Words | None = asks("What shows it.")


class Log(Listing):
    """What people said and what came of it, complete or not."""

    entries: tuple[Said, ...] | None = asks("What was said.")


class Feedback(Practice):
    """Telling people what came of what they said."""

    kinds: tuple[Literal["thanks", "what changed", "progress", "results"], ...] | None = asks(
        "What people are told. `none` where they hear nothing."
    )
    within_days: CountField | None = asks("Within how many days.")
    share: ShareOf | None = asks("After how many of the occasions.")
    form_chosen_by_contributors: YesNo | None = asks("Whether contributors chose the form.")
    useful: YesNo | None = asks("Whether contributors say that it is useful.")


class Refusals(Practice):
    """What happens with suggestions that are not taken up."""

    reasons_given: ShareOf | None = asks("For how many a reason was given to those who spoke.")
    can_be_challenged: YesNo | None = asks("Whether contributors can challenge a refusal.")


class Reflection(Entry):
    """A look back, with what follows from it."""

    when: DatesField | None = asks("When.")
    who: Writers | None = asks("Who took part.")
    well: str | None = asks("What went well.")
    badly: str | None = asks("What went badly, or was got wrong. `none` where nothing is said to have.")
    harms: str | None = asks("Harm that was seen.")
    action: str | None = asks("What is done differently from now on.")
    action_checked: DatesField | None = asks("When it was checked that it is.")
    source: Words | None = asks("What shows it.")


class Credit(Practice):
    """Credit and sharing."""

    as_wished: YesNo | None = asks("Whether people are named as they wish (or not named).")
    authors: YesNo | None = asks("Whether contributors are among the authors, or present the work.")
    plain_results: YesNo | None = asks("Whether results go in plain words to the communities concerned.")
    decide_where: YesNo | None = asks("Whether contributors decide where and in what languages results go.")
    co_own: YesNo | None = asks("Whether contributors own outputs along with the team.")
    names: Words | None = asks("Contributors who want to be named, by their own choice.")


class Legacy(Practice):
    """What remains after the work."""

    covers: tuple[Literal["people", "skills", "service", "future work", "community", "other"], ...] | None = asks(
        "What is planned or done for: people, skills, service, future work, community."
    )
    contributors_own_verdict: YesNo | None = asks(
        "Whether contributors published or attached their own verdict, unedited."
    )


class Influence(Section):
    """What people said, what changed, who told them, and what was learned."""

    heard: tuple[Heard, ...] | None = asks("Whether people were heard: yes, no or split, and who says so.")
    log: Log | None = asks("What people said and what came of it. `none` where nothing is on record.")
    meetings_held: CountField | None = asks("How many meetings or occasions there have been.")
    feedback: Feedback | None = asks("Telling people what came of it.")
    refusals: Refusals | None = asks("What happens with suggestions that are not taken up.")
    reflections: tuple[Reflection, ...] | None = asks("Looks back. `none` where there was none.")
    credit: Credit | None = asks("Credit and sharing.")
    legacy: Legacy | None = asks("What remains after the work.")
