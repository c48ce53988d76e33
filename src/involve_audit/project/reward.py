"""Reward and resources."""

from __future__ import annotations

from typing import Literal

from involve_audit.project.fields import asks, needs
from involve_audit.project.practice import Entry, Listing, Practice, WithNote, Writers
from involve_audit.project.values import CountField, DatesField, MoneyField, Words, YesNo


class Pay(Practice):
    """Payment for contributors' time."""

    offered: Literal["all", "some", "none", "unknown"] | None = asks("Whether pay is offered to all, some or none.")
    rate: MoneyField | None = asks("The rate: '27.50 per hour'.")
    form: tuple[Literal["money", "voucher", "gift", "honorarium", "salary", "other"], ...] | None = asks(
        "In what form."
    )
    benchmark: str | None = asks("The published rate that it was compared with, with its date.")
    benchmark_date: DatesField | None = asks("The date of that benchmark.")
    at_or_above_benchmark: YesNo | None = asks("Whether the rate reaches it.")
    preparation: Literal["paid", "unpaid", "unknown"] | None = asks("Whether reading and preparing is paid too.")
    told_in_advance: YesNo | None = asks("Whether people knew before they said yes.")
    staff_paid: YesNo | None = asks("Whether the others in the team are paid for the same work.")
    unpaid_by_choice: YesNo | None = asks("Where people are not paid: whether they chose so freely.")
    time_asked: Literal["minutes", "hours", "days", "more", "unknown"] | None = asks(
        "How much time is asked of each person: minutes (a short survey), hours, days, more."
    )
    set_with_contributors: YesNo | None = asks("Whether the rate was set or reviewed with contributors.")


class Expenses(Practice):
    """Expenses."""

    paid: Literal["up front", "on the day", "in arrears", "none", "unknown"] | None = asks(
        "up front (booked or paid first), on the day, in arrears (claimed later), none."
    )
    covers: (
        tuple[
            Literal[
                "travel",
                "care",
                "childcare",
                "food",
                "internet",
                "equipment",
                "support person",
                "accommodation",
                "other",
            ],
            ...,
        ]
        | None
    ) = asks("What is covered.")
    days_to_pay: CountField | None = asks("How many days it takes until people have their money.")
    denied: YesNo | None = asks("Whether expenses were refused to somebody.")
    nobody_out_of_pocket: YesNo | None = asks("Whether contributors say that nobody lost money.")


class Choice(Practice):
    """Free choice, and benefits."""

    may_decline: YesNo | None = asks("Whether people can decline pay, or take less, without pressure.")
    form_chosen: YesNo | None = asks("Whether people choose the form (money, voucher, donation, nothing).")
    benefits_advice: Literal["none", "pointed elsewhere", "independent advice", "unknown"] | None = asks(
        "What help there is on how pay affects benefits."
    )
    tax_note: YesNo | None = asks("Whether people get a note on tax.")
    nobody_worse_off: YesNo | None = asks(
        "Whether contributors say that nobody lost benefits or money because of how they were paid."
    )


class Line(Entry):
    """One line of the involvement budget."""

    item: str = needs("What it is for: time, expenses, access, support, training, feedback, evaluation …")
    amount: MoneyField | None = asks("How much.")
    source: Words | None = asks("What shows it.")


class Lines(Listing):
    """The lines of the involvement budget. `complete: yes` says that all of them stand here."""

    entries: tuple[Line, ...] | None = asks("The lines.")


class Budget(Practice):
    """The budget for involvement."""

    amount: MoneyField | None = asks("How much in all.")
    lines: Lines | None = asks("Its lines. `none` where it is a lump sum.")
    seen_by_contributors: YesNo | None = asks("Whether contributors saw it.")
    changed_by_contributors: YesNo | None = asks("Whether contributors changed it.")
    held_by_contributors: YesNo | None = asks("Whether contributors hold it.")
    underspend_rule: YesNo | None = asks("Whether it is agreed what happens with money that is left.")
    planned_meetings: CountField | None = asks("How many meetings it has to pay for.")
    planned_people: CountField | None = asks("How many contributors it has to pay for.")
    hours_each: CountField | None = asks("How many hours each meeting takes each person, with preparation.")


class Lead(Practice):
    """The person who leads on involvement."""

    named: Literal["yes", "no", "to be appointed", "unknown"] | None = asks("Whether there is such a person.")
    share_of_time: str | None = asks(
        "How much of a post: '0.2', '1 day a week'; `none` where it is done in spare time."
    )
    skills: YesNo | None = asks("Whether skills and experience are stated.")
    authority: YesNo | None = asks("Whether it is stated what the lead may decide.")
    accountable_to: Writers | None = asks("To whom the lead answers: team, contributors …")
    lived_experience: YesNo | None = asks("Whether the lead, or a co-lead, has lived experience.")


class Reward(WithNote):
    """Pay, expenses, free choice, budget, and somebody with time for it."""

    pay: Pay | None = asks("Payment for contributors' time.")
    expenses: Expenses | None = asks("Expenses.")
    choice: Choice | None = asks("Free choice, and benefits.")
    budget: Budget | None = asks("The budget for involvement.")
    lead: Lead | None = asks("The person who leads on involvement.")
