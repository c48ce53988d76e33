"""Power and decisions."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, Literal

from involve_audit.project.fields import Reads, asks, needs, tidy
from involve_audit.project.practice import (
    About,
    Deciders,
    DecisionMaker,
    Entry,
    Listing,
    Overruler,
    Practice,
    Section,
    StageName,
    TookIt,
    Writers,
)
from involve_audit.project.values import CountField, DatesField, Words, YesNo

ANNOUNCED = "^[Bb]inding (if|when|unless|provided|up to|once) "
"""A say that binds on a condition, as people write it."""


def read_announced(value: Any) -> Any:
    """Read how a decision was announced; 'binding if most vote' is binding on a condition."""
    word = tidy(value)
    if (
        isinstance(word, str)
        and word.startswith("binding ")
        and re.match(r"binding (if|when|unless|provided|up to|once)\b", word)
    ):
        return "binding if"
    return word


class Decision(Entry):
    """A decision that was taken, or a say that was announced."""

    stays: ClassVar[tuple[str, ...] | None] = ("what", "stage")

    what: str = needs("What was decided.")
    stage: tuple[StageName, ...] | None = asks("The part of the work that it belongs to, or several.")
    about: About | None = asks(
        "What kind of thing it was about. `wording` and `leaflets` are small changes to texts. "
        "Left out: nobody can tell whether it was about more than wording."
    )
    decided_by: tuple[TookIt, ...] | None = asks(
        "Who took it: contributors, together, team (who runs the work), above (who funds, commissions or governs it, and does not run it), or outside the team "
        "(who does neither: a prison, a court, an ethics committee); several where they took it with each other: `[team, above]`. room: those who sit in its "
        "`room`, contributors and others; it is shared as far as that room decides and at least two contributors vote in it."
    )
    announced_as: (
        Annotated[Literal["advice", "binding", "binding if", "unknown"], Reads(read_announced, {"pattern": ANNOUNCED})]
        | None
    ) = asks("What the say was announced as: advice, binding, or 'binding if …'.")
    became: Literal["done", "under way", "partly", "set aside", "unknown"] | None = asks(
        "What became of it: done (carried out), under way, partly, or set aside."
    )
    set_aside_by: tuple[Overruler, ...] | None = asks(
        "Who set it aside, or cut it down: contributors, together, team, above, court, or outside the team."
    )
    reason: str | None = asks("The reason that was given.")
    reopened: YesNo | None = asks("Whether contributors had it opened again.")
    room: str | None = asks("The room in which it was taken, by its name under `rooms`.")
    when: DatesField | None = asks("When it was taken.")
    source: tuple[str, ...] | None = asks("What shows it: names of entries under `sources`.")


class Decisions(Listing):
    """The decisions, complete or not."""

    entries: tuple[Decision, ...] | None = asks("The decisions.")


class Ended(Entry):
    """A role or room of contributors that was ended, or whose members were replaced."""

    what: str = needs("Which role or room.")
    by: Deciders | None = asks("Who ended or replaced it: contributors, together, team, above.")
    agreed: YesNo | None = asks("Whether the contributors concerned agreed.")
    when: DatesField | None = asks("When.")
    source: tuple[str, ...] | None = asks("What shows it.")


class EndedRoles(Listing):
    """Roles that were ended, complete or not."""

    entries: tuple[Ended, ...] | None = asks("The roles.")


class Agenda(Practice):
    """Who sets the agenda."""

    set_by: Deciders | None = asks("Who sets it.")
    contributors_can_add: YesNo | None = asks("Whether contributors can add items.")
    standing_item: YesNo | None = asks("Whether contributors have an item of their own on every agenda.")
    contributors_can_call_meetings: YesNo | None = asks("Whether contributors can call a meeting.")


class Disagreement(Entry):
    """A disagreement and what came of it."""

    what: str = needs("What it was about.")
    outcome: str | None = asks("How it ended.")
    when: DatesField | None = asks("When it was.")
    source: tuple[str, ...] | None = asks("What shows it.")


class Disagreements(Practice):
    """How disagreement is handled."""

    route: Literal["none", "ask the lead", "agreed route", "independent route", "unknown"] | None = asks(
        "Where somebody who disagrees can turn: none, ask the lead, agreed route, or independent route "
        "(somebody outside the team)."
    )
    recorded: tuple[Disagreement, ...] | None = asks("Disagreements on record. `none` where there are none.")
    dissent_in_outputs: YesNo | None = asks("Whether contributors can put a dissenting view into reports or papers.")


class Leader(Entry):
    """A post with authority that a contributor holds."""

    in_a_word = "role"

    role: Literal["chair", "co-chair", "co-applicant", "co-investigator", "co-lead", "lead", "peer researcher",
                "work package lead", "board member", "lay representative", "advisor", "other"] | None = asks("The post.")  # fmt: skip
    people: CountField | None = asks("How many contributors hold it.")
    status: Literal["planned", "ongoing", "done", "stopped", "policy", "unknown"] | None = asks(
        "planned (still to be recruited), ongoing, done, stopped."
    )
    when: DatesField | None = asks("When they take or took it up.")
    written: YesNo | None = asks("Whether what the post may decide is written down.")
    paid: YesNo | None = asks("Whether it is paid.")
    budget_held: YesNo | None = asks("Whether it holds a budget.")
    source: tuple[str, ...] | None = asks("What shows it.")


class PowerTalk(Practice):
    """Talking about power and privilege."""

    who: Writers | None = asks("Who took part: contributors, team, together …")
    regular: YesNo | None = asks("Whether it is a standing item, not one session.")
    actions: YesNo | None = asks("Whether actions were noted.")
    changed: DatesField | None = asks(
        "When contributors said that an imbalance had changed; `no` where they say it has not."
    )


class FinalSay(Entry):
    """Who decides in the end. May be written short: one word, or several."""

    stays: ClassVar[tuple[str, ...] | None] = ()

    who: tuple[DecisionMaker, ...] = needs(
        "Who: contributors, together, team (who runs the work, also a council or a ministry that does), above (who funds, commissions or "
        "governs it), outside the team (who does neither: a court, a regulator, a parliament, a landlord); several where the last word is shared out."
    )
    source: Words | None = asks("What shows it.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read one word, or a list of them."""
        return {"who": value} if isinstance(value, (str, list)) else value


class Power(Section):
    """Who decides, who sets the agenda, who leads, and what happens when people disagree."""

    decisions: Decisions | None = asks(
        "Decisions of weight, whoever took them: those that contributors had a part in or were promised one, and those that were taken without them."
    )
    ended: EndedRoles | None = asks(
        "Roles or rooms of contributors that were ended or whose members were replaced. `none` where there were none."
    )
    final_say: FinalSay | None = asks(
        "Who decides in the end, where no stage tells otherwise. May name several: `[team, above]`."
    )
    success_defined_by: Deciders | None = asks("Who decided what counts as success.")
    outcomes_need_contributors: YesNo | None = asks(
        "Whether the question, the outcomes or what counts as success can be set and changed only if contributors agree."
    )
    all_rooms_told: YesNo | None = asks(
        "Whether every group that meets and has some power stands under `rooms`. Without it there may be more."
    )
    agenda: Agenda | None = asks("Who sets the agenda of meetings.")
    disagreement: Disagreements | None = asks("How disagreement is handled.")
    leadership: tuple[Leader, ...] | None = asks(
        "Posts with authority held by contributors. `none` where there are none."
    )
    power_talk: PowerTalk | None = asks("Talking about power and privilege in the team.")
