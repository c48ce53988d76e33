"""Safety and care."""

from __future__ import annotations

from typing import Literal

from involve_audit.project.fields import asks, needs
from involve_audit.project.practice import Deciders, DecisionMaker, Entry, Listing, Practice, Who, WithNote, Writers
from involve_audit.project.values import CountField, DatesField, PeriodField, Words, YesNo


class SafetyPlan(Practice):
    """A written plan for emotional safety."""

    written_by: Writers | None = asks("Who wrote it.")
    lead: YesNo | None = asks("Whether somebody is responsible for it.")
    distress_steps: YesNo | None = asks("Whether it says what happens when somebody is distressed.")
    confidentiality_limits: YesNo | None = asks("Whether it says where confidentiality ends.")
    covers_facilitators: YesNo | None = asks("Whether it cares for facilitators too.")
    reviewed: DatesField | None = asks("When it was reviewed after use.")
    keeps_people_out: YesNo | None = asks(
        "Whether people are kept out 'for their safety' without being asked. Keeping people out is no safety for them."
    )


class OwnStory(Practice):
    """Control over one's own story."""

    expected: YesNo | None = asks(
        "Whether people are expected to tell their story. `no`: they decide what, how and when, or not at all."
    )
    use_agreed: YesNo | None = asks("Whether what is used, where and how, is agreed, quotations too.")
    withdrawal: YesNo | None = asks("Whether people can take it back.")
    promotion_consent: YesNo | None = asks(
        "Whether use in promotion needs a consent of its own. `no`: stories may be used there without one."
    )
    later_uses_approved: YesNo | None = asks("Whether people approve later uses, and can refuse.")


class Support(Practice):
    """Support before, during and after."""

    before: YesNo | None = asks("Whether there is a talk beforehand.")
    during: YesNo | None = asks("Whether somebody is there for people.")
    after: YesNo | None = asks("Whether somebody asks afterwards how people are.")
    after_within: PeriodField | None = asks("Within what time somebody asks: 2 days, 1 week.")
    paid_debrief: YesNo | None = asks("Whether time to talk it over afterwards is paid.")
    designed_with: YesNo | None = asks("Whether it was designed with contributors.")
    use_reviewed: YesNo | None = asks("Whether it was reviewed how support is used.")


class Facilitation(Practice):
    """Room for strong feeling and for quiet."""

    trained: YesNo | None = asks("Whether the facilitator is trained.")
    breaks: YesNo | None = asks("Whether there are breaks and a quiet place.")
    feeling_welcome: YesNo | None = asks("Whether strong feeling is met, and not treated as a disturbance.")
    calm_expected: YesNo | None = asks("Whether calmness and objectivity are expected.")
    lived_experience: YesNo | None = asks("Whether a facilitator has lived experience.")
    chosen_by: Deciders | None = asks("Who chose the facilitator.")
    evaluated_by_group: YesNo | None = asks("Whether the group evaluated it.")


class Leaving(Practice):
    """Leaving, pausing, complaining."""

    written: YesNo | None = asks("Whether it is written down how.")
    pay_kept: YesNo | None = asks("Whether people keep what they have earned.")
    independent_contact: YesNo | None = asks("Whether there is somebody outside the team to turn to.")
    used: YesNo | None = asks("Whether it was used or tested, and the group told.")
    left: CountField | None = asks("How many people left before the end.")
    asked_why: YesNo | None = asks("Whether people who left were asked why, if they wished to say.")


class Repair(Practice):
    """What was done to repair harm."""

    what: str | None = asks("What was done or is to be done: an apology, money, a change. Printed, never judged.")
    agreed_with: Writers | None = asks("With whom it was agreed.")


class Harm(Entry):
    """Harm, or a broken agreement."""

    what: str = needs("What happened in this work, or through it.")
    kind: Literal["used otherwise than agreed", "agreement undone", "harm", "unknown"] | None = asks(
        "used otherwise than agreed: samples, data, stories, words or names that people gave. agreement undone: "
        "without those concerned. harm: people were hurt or put at risk in another way (exposure, stigma, loss, illness, distress from taking part). "
        "Not being heard, paid or told back is no harm here: it has its own questions. Nor is what people feared would come, "
        "were against, or were upset to see decided: that is what they said, and stands in the log. That their part was made to look "
        "larger than it was stands under `findings`, with `label_fits: no`."
    )
    to: Who | None = asks("To whom: contributors or people served.")
    done_by: tuple[DecisionMaker, ...] | None = asks(
        "Who did it, one or several: `[team, above]`. outside the team: others did it, before this work or beside it. It is printed, and "
        "where they alone did it, is no harm of this work."
    )
    said_by: tuple[Who, ...] | None = asks(
        "Who recorded it, one or several who say so apart from each other: contributors, people served, inquiry, court, evaluation, team …"
    )
    when: DatesField | None = asks("When it happened.")
    answered: str | None = asks("Whether and how those responsible answered: `no`, or a few words.")
    asked_for: str | None = asks("What those concerned ask for, or asked for, to put it right. Printed, never judged.")
    repair: Repair | None = asks("What was done to repair it, and with whom that was agreed.")
    source: Words | None = asks("What shows it.")


class Harms(Listing):
    """Harm on record, complete or not."""

    entries: tuple[Harm, ...] | None = asks("The harm on record.")


class Care(WithNote):
    """Whether people are safe: plan, own story, support, facilitation, leaving, and harm that was done."""

    plan: SafetyPlan | None = asks("A written plan for emotional safety.")
    own_story: OwnStory | None = asks("Control over one's own story.")
    support: Support | None = asks("Support before, during and after.")
    facilitation: Facilitation | None = asks("Room for strong feeling and for quiet.")
    leaving: Leaving | None = asks("Leaving, pausing, complaining.")
    harm: Harms | None = asks("Harm and broken agreements. `none` where you asked and there were none.")
