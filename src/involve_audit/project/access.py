"""Access and communication."""

from __future__ import annotations

from typing import Literal

from involve_audit.project.fields import asks
from involve_audit.project.practice import Deciders, Practice, ShareOf, WithNote
from involve_audit.project.values import CountField, Words, YesNo

Mode = Literal["meetings in person", "meetings online", "one to one", "phone", "in writing", "online in own time",
            "visits", "creative", "workshops", "survey", "working along", "other", "unknown"]  # fmt: skip


class Papers(Practice):
    """Papers and context ahead of meetings."""

    working_days: CountField | None = asks("How many working days ahead they arrive.")
    plain_summary: YesNo | None = asks("Whether there is a summary in plain words with the purpose of the meeting.")
    call_offered: YesNo | None = asks("Whether a talk beforehand is offered.")
    pre_meeting: YesNo | None = asks("Whether contributors meet beforehand.")
    set_by: Deciders | None = asks("Who sets when and in what form papers come.")


class Language(Practice):
    """Language and terms."""

    glossary: YesNo | None = asks("Whether there is a glossary.")
    plain_check: YesNo | None = asks("Whether texts are checked for plain language.")
    terms_agreed: YesNo | None = asks("Whether the important terms were agreed.")
    terms_changed: Words | None = asks("Terms that contributors had changed. `none` where there are none.")


class Meetings(Practice):
    """How meetings are held."""

    people: CountField | None = asks("How many people are in the meeting, all told.")
    contributors: CountField | None = asks("How many of them are contributors.")
    ways_to_speak: (
        tuple[
            Literal["small groups", "turns", "briefed chair", "breaks", "written", "one to one", "open floor", "other"],
            ...,
        ]
        | None
    ) = asks("What is done so that everybody can speak. 'open floor' is no way of its own.")
    speaking_noted: YesNo | None = asks("Whether it is noted who speaks, by role.")
    format_chosen_by: Deciders | None = asks("Who chooses the form of the meeting.")
    works: Literal["yes", "partly", "no", "unknown"] | None = asks("Whether contributors say that they can speak.")


class Ways(Practice):
    """More than one way to contribute."""

    used: tuple[Mode, ...] | None = asks("The ways that were really used.")
    offered: tuple[Mode, ...] | None = asks("The ways that are offered.")
    proposed_by_contributors: YesNo | None = asks("Whether a way that contributors proposed was taken up.")


class Needs(Practice):
    """Access needs, and what stands in the way of coming."""

    asked: Literal["no", "once", "regularly", "unknown"] | None = asks("How often people are asked what they need.")
    met: ShareOf | None = asks("Which of the needs were met.")
    cost_noted: YesNo | None = asks("Whether what it costs is noted, or set aside.")
    times_chosen_with: YesNo | None = asks("Whether times and places (or online) were chosen with contributors.")
    confirmed: YesNo | None = asks("Whether people say that their needs were met.")
    funded_by_default: YesNo | None = asks("Whether adjustments are paid for without asking each time.")


class Access(WithNote):
    """Whether people can take part: papers, words, meetings, ways to contribute, needs."""

    papers_ahead: Papers | None = asks("Papers and context ahead of meetings.")
    language: Language | None = asks("Language and terms.")
    meetings: Meetings | None = asks("How meetings are held.")
    ways_to_contribute: Ways | None = asks("More than one way to contribute.")
    needs: Needs | None = asks("Access needs, asked and met.")
