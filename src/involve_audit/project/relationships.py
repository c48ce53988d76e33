"""Relationships, learning and skills."""

from __future__ import annotations

from involve_audit.project.fields import asks, needs
from involve_audit.project.practice import Entry, Practice, ShareOf, Who, WithNote, Writers
from involve_audit.project.values import CountField, DatesField, Words, YesNo


class Training(Practice):
    """Induction and training."""

    for_whom: Writers | None = asks("For whom: contributors, researchers, together …")
    led_with_contributors: YesNo | None = asks("Whether contributors taught along.")


class Wishes(Practice):
    """What people wish to do and to learn, and whether their role fits."""

    recorded: YesNo | None = asks("Whether interests and wished roles were asked for and noted.")
    role_fits: ShareOf | None = asks("For how many the role is the one they wished.")
    opportunities: YesNo | None = asks("Whether people were offered chances to grow: skills, leading, references.")
    reviewed: DatesField | None = asks("When this was looked at again.")
    somebody_moved: YesNo | None = asks("Whether somebody moved to a role that they wanted.")


class TimeTogether(Practice):
    """Time to get to know each other, outside project business."""

    times: CountField | None = asks("How often.")
    paid: YesNo | None = asks("Whether that time is paid.")
    skills_known: YesNo | None = asks(
        "Whether it is known, and used, what people bring besides their experience of the matter: skills, work, interests."
    )
    trust_discussed: YesNo | None = asks(
        "Whether contributors said how far they trust and feel respected, and it was talked over."
    )


class Learned(Entry):
    """Something that researchers learned."""

    what: str = needs("Which assumption changed.")
    when: DatesField | None = asks("When.")
    by: Who | None = asks("Who says so.")
    contributors_agree: YesNo | None = asks("Whether contributors see it so too.")
    shared: YesNo | None = asks("Whether it was shared beyond the team.")
    source: Words | None = asks("What shows it.")


class Relationships(WithNote):
    """Training, wishes and roles, time together, and what researchers learned."""

    training: Training | None = asks("Induction and training.")
    wishes: Wishes | None = asks("What people wish to do and to learn.")
    time_together: TimeTogether | None = asks("Time to get to know each other.")
    researchers_learned: tuple[Learned, ...] | None = asks(
        "What researchers learned. `none` where nothing is on record."
    )
