"""Early, continuous, and with room to change."""

from __future__ import annotations

from involve_audit.project.fields import asks, needs
from involve_audit.project.practice import Deciders, Entry, Practice, Section, StageName
from involve_audit.project.values import CountField, DatesField, PeriodField, YesNo


class Contact(Practice):
    """How contact is kept up."""

    every: PeriodField | None = asks("The rhythm that was planned: '6 months', 'monthly'.")
    kept: YesNo | None = asks("Whether the rhythm was kept.")
    longest_gap: PeriodField | None = asks("The longest time without contact.")
    last: DatesField | None = asks("The last time that contributors were met or heard from the team.")
    rhythm_set_by: Deciders | None = asks("Who sets the rhythm.")
    handover: YesNo | None = asks("Whether somebody who leaves hands over to somebody who comes.")


class SpaceToChange(Practice):
    """Time and room to act on what people say."""

    decision_points: CountField | None = asks(
        "Points in the plan that are kept free to decide after people were heard."
    )
    slack: YesNo | None = asks("Whether the timetable has time to change things.")
    contributors_can_delay: YesNo | None = asks("Whether contributors can delay a step or open a decision again.")
    used: YesNo | None = asks("Whether that has been used.")


class Activity(Entry):
    """An occasion on which people were asked or worked along."""

    what: str = needs("What it was.")
    stage: StageName | None = asks("The part of the work that it belonged to.")
    when: DatesField | None = asks("When it took place.")
    informs: str | None = asks("The decision that it was for.")
    decided: DatesField | None = asks("When that decision was taken; 'before design' will do.")
    source: tuple[str, ...] | None = asks("What shows it.")


class Timing(Section):
    """When people came in, whether contact was kept up, and whether anything could still move."""

    first_involved: DatesField | None = asks("When people were first involved; `never`; or 'before design'.")
    design_locked: DatesField | None = asks("When the plan could no longer change; `no` while it still can.")
    design_reopened: YesNo | None = asks(
        "Whether a decision of the fixed plan was opened again because of contributors."
    )
    contact: Contact | None = asks("How contact is kept up.")
    space_to_change: SpaceToChange | None = asks("Time and room to act on what people say.")
    activities: tuple[Activity, ...] | None = asks("Occasions with the decisions that they were for.")
