"""Who is in the room, and who is not."""

from __future__ import annotations

from typing import Literal

from involve_audit.project.fields import Told, asks, needs
from involve_audit.project.practice import Listing, Practice, Writers
from involve_audit.project.values import CountField, DatesField, Words, YesNo

Reason = Literal["not asked", "route", "gatekeeper", "payment", "expenses", "benefits", "immigration", "digital",
            "language", "jargon", "timing", "caring", "access", "health", "location", "trust", "racism", "stigma",
            "culture or faith", "power", "safety", "fatigue", "criteria", "scope", "our process",
            "they did not want to", "unknown"]  # fmt: skip
"""Why a group is not in the room. The cause lies with the work, not with the group: 'they did not want to' is
allowed because it is said, and it is flagged."""

Route = Literal["own patients or users", "existing panel", "one network", "mailing list", "open call", "social media",
            "community organisation", "third-sector organisation", "faith group", "word of mouth", "door to door",
            "service or clinic", "school or workplace", "random draw", "by invitation", "elected", "other", "unknown"]  # fmt: skip


class Mapped(Practice):
    """A map of the groups that the work affects."""

    groups: Words | None = asks("The groups on it.")
    based_on: tuple[Literal["data", "literature", "community", "contributors", "own assumption"], ...] | None = asks("What it rests on.")
    reviewed_with: Writers | None = asks("With whom it was reviewed: contributors, allies (community partners) …")


class Question(Practice):
    """The question "Who is not in the room, and why?", asked by the project itself."""

    asked_with: Writers | None = asks("With whom it was asked: contributors, people served, allies, team …")
    asked_again: YesNo | None = asks("Whether it was asked more than once.")


class Action(Practice):
    """What is done so that a group can be there."""

    what: str | None = asks("What is done.")


class Missing(Told):
    """A group that is not in the room."""

    group: str = needs("Which group. Never so that a single person could be meant.")
    why: tuple[Reason, ...] | None = asks("Why it is not there.")
    basis: Literal["people told us", "evidence", "assumed", "unknown"] | None = asks(
        "How you know: people told us (people of that group, themselves), evidence (a study, figures), or assumed."
    )
    noted_by: Literal["project", "critics", "unknown"] | None = asks(
        "Who pointed it out: the project itself or critics. Only the project's own asking counts as having asked."
    )
    action: Action | None = asks("What is done about it, with owner, date and cost.")
    cannot_because: str | None = asks(
        "Why nothing can be done about it here, said honestly; `no` where nobody has said why."
    )
    reviewed: DatesField | None = asks("When the gap was last looked at again; `no` where it never was.")
    smaller_now: YesNo | None = asks("Whether the gap has become smaller. Both answers count alike when it is said openly.")
    effect_on_findings: str | None = asks(
        "What their absence means for the findings; `no` where nobody has said."
    )
    source: Words | None = asks("What shows it.")


class MissingGroups(Listing):
    """Groups that are not in the room. `complete: yes` says that every gap the project knows of stands here."""

    entries: tuple[Missing, ...] | None = asks("The groups.")


class Excluded(Told):
    """A group that is left out on purpose."""

    group: str = needs("Which group.")
    justification: str | None = asks("Why.")
    agreed_with: Writers | None = asks("Who agreed.")
    review: DatesField | None = asks("When this is looked at again.")


class Matters(Told):
    """A group that matters to this topic."""

    group: str = needs("Which group.")
    why: str | None = asks("Why it matters here.")
    written_with: Writers | None = asks("With whom this was written.")


class Recruitment(Practice):
    """How people were found and chosen."""

    routes: tuple[Route, ...] | None = asks("The ways in.")
    criteria_published: YesNo | None = asks("Whether it was public how people were chosen.")
    chosen_with_communities: YesNo | None = asks("Whether the ways in were chosen with the communities.")
    offline_route: YesNo | None = asks("Whether there was a way in for people who are not online or do not use the service.")


class Breadth(Practice):
    """Whether there are enough people for the range of experience that matters."""

    reason: str | None = asks("Why this many.")
    wider_group: YesNo | None = asks("Whether a small group can turn to a wider one.")
    same_people_for_everything: YesNo | None = asks("Whether the same one or two people do everything.")
    judged_enough_by: Writers | None = asks("Who judged the breadth to be enough.")
    succession: YesNo | None = asks("Whether it is planned who follows when people leave.")


class Structural(Practice):
    """What is done about structural inequality (racism, ableism, class, misogyny, transphobia …) in this work."""

    issues: Words | None = asks("The issues named for this topic. `none` where there is only a general statement.")
    answered_with_affected: YesNo | None = asks("Whether people affected by it answered the questions with the team.")
    changed: DatesField | None = asks("When something was changed because of it.")


class Voices(Told):
    """Who is involved, who is not, and what is done about it."""

    contributors: CountField | None = asks("How many contributors there are in all.")
    direct_experience: YesNo | None = asks(
        "Whether people who themselves are affected take part, not only staff or organisations that speak for them."
    )
    invited_because: tuple[
            Literal["funder asks", "rules or ethics ask", "better work", "their knowledge", "their right",
                        "they asked to be", "trust in the results", "to be seen to", "unknown"],
            ...,
        ] | None = asks("Why people were invited, as the project itself says. 'funder asks' alone is a sign of tokenism.")  # fmt: skip
    mapped: Mapped | None = asks("A map of the groups that the work affects.")
    question_asked: Question | None = asks('"Who is not in the room, and why?", asked by the project itself.')
    matters: tuple[Matters, ...] | None = asks("Groups that matter to this topic, and why.")
    missing: MissingGroups | None = asks("Groups that are not in the room. `none` where you looked and found none.")
    excluded: tuple[Excluded, ...] | None = asks("Groups left out on purpose.")
    recruitment: Recruitment | None = asks("How people were found and chosen.")
    breadth: Breadth | None = asks("Whether there are enough people.")
    structural: Structural | None = asks("What is done about structural inequality.")
