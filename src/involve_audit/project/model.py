"""The project file as a whole, `format: 1`."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from involve_audit.project.access import Access
from involve_audit.project.care import Care
from involve_audit.project.fields import Told, asks, needs
from involve_audit.project.honesty import Honesty
from involve_audit.project.influence import Influence
from involve_audit.project.people import Findings, Organisation, Room, Source, Stages, Views
from involve_audit.project.power import Power
from involve_audit.project.practice import Entry, Rung, Section, StoppedBy, Who
from involve_audit.project.relationships import Relationships
from involve_audit.project.reward import Reward
from involve_audit.project.timing import Timing
from involve_audit.project.values import CountField, DatesField, Words, YesNo
from involve_audit.project.voices import Voices
from involve_audit.wording.messages import Wrong

NAMED = ("sources", "rooms", "organisations")
"""Sections in which each part has a short name that the rest of the file refers to."""


class Promise(Entry):
    """A public promise of a say."""

    what: str = needs("What was promised, in the words used.")
    claims: Rung | None = asks(
        "How much say it promises: informed, consultation, involvement, collaboration … A promise about people's own "
        "data or samples is no say: where it was broken, it belongs under `care.harm`."
    )
    when: DatesField | None = asks("When.")
    kept: Literal["yes", "partly", "no", "unknown"] | None = asks("Whether it was kept.")
    source: Words | None = asks("Where it stands.")


class Stopped(Entry):
    """Work that was paused, or cancelled: since when, who stopped it, and why. A date or `yes` may stand alone."""

    when: DatesField | None = asks("When it was stopped.")
    until: DatesField | None = asks("For a pause: when the work went on or will go on.")
    by: tuple[StoppedBy, ...] | None = asks(
        "Who stopped it, one or several: contributors, together, team, above. circumstances: nobody's decision, such as a pandemic."
    )
    agreed: YesNo | None = asks("Whether the contributors agreed.")
    reason: str | None = asks("The reason that was given.")
    source: Words | None = asks("What shows it.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read a date, or `yes`, as when it was stopped."""
        return {"when": value} if isinstance(value, str) else value


class KeyDates(Section):
    """When the work passed its turning points."""

    idea: DatesField | None = asks("When the idea came up.")
    submitted: DatesField | None = asks("When the application was or will be handed in.")
    funded: DatesField | None = asks("When the money was granted.")
    start: DatesField | None = asks("When the work began or will begin.")
    data_collection: DatesField | None = asks("When data collection, or the service, began or will begin.")
    end: DatesField | None = asks("When it ended or will end.")


class ProjectHead(Section):
    """What the work is, and what it calls its involvement."""

    elsewhere: ClassVar[dict[str, Wrong]] = {
        "paused": Wrong("write `phase: paused`, and when, by whom and why under `stopped`"),
        "cancelled": Wrong("write `phase: cancelled`, and when, by whom and why under `stopped`"),
        "status": Wrong("where the work as a whole stands is said with `phase`"),
    }

    title: str | None = asks("The title.")
    reference: str | None = asks(
        "The application's reference number, as the funder gave it. Tables of many projects show it."
    )
    summary: str | None = asks(
        "Two or three sentences. Say here what the file covers: the whole work, or one event or period of it. All answers are then about that."
    )
    kind: Literal["research", "service", "policy", "other"] | None = asks("What sort of work it is.")
    phase: Literal["idea", "applying", "funded", "running", "paused", "finished", "cancelled", "unknown"] | None = asks(
        "Where the work is: idea, applying, funded, running, paused (it had begun and is interrupted), finished, or "
        "cancelled (it ended before its end)."
    )
    stopped: tuple[Stopped, ...] | None = asks(
        "Where it is or was paused or cancelled: when, by whom, why. `2020-03`, or `{when: 2020-03, by: above, reason: …}`; "
        "a list in the order of time where it was stopped more than once. The last is what `phase` tells, those before it were pauses."
    )
    topic_sensitive: YesNo | None = asks(
        "Whether the topic can distress people: illness, violence, loss, stigma, self-harm, racism …"
    )
    researchers: CountField | None = asks(
        "How many researchers or staff there are; `0` where contributors run the work alone."
    )
    called: Words | None = asks(
        "The words used in public for the involvement: co-production, PPI, consultation … `none` where no word is used."
    )
    claims: dict[str, Rung] | None = asks("For a word in `called` that is not generally known: how much say it claims.")
    promises: tuple[Promise, ...] | None = asks("Public promises of a say, kept or not. `none` where there are none.")
    aims_for: Rung | None = asks("What is honestly aimed for. An aim is not a claim.")
    dates: KeyDates | None = asks("When the work passed its turning points.")


class FilledIn(Told):
    """Who filled in this file, and when."""

    when: DatesField | None = asks("When.")
    by: tuple[Who, ...] | None = asks("Who: contributors, researchers, together, outside the team …")
    written_from: Literal["own knowledge", "published text"] | None = asks(
        "`published text` where it was written from what is published, by others. Every report then says so."
    )
    source: Words | None = asks(
        "With `written_from: published text`: the text or texts that everything here stands in which names no source of its own."
    )
    contributors: CountField | None = asks("How many contributors had a part in it.")
    contributors_paid_for_it: YesNo | None = asks("Whether they were paid for it.")


class Project(Told):
    """The involvement practices of one project. Everything is optional; what is left out is *not told*."""

    format: Literal["1"] = needs("The version of this file format: 1.")
    project: ProjectHead | None = asks("What the work is, and what it calls its involvement.")
    filled_in: FilledIn | None = asks("Who filled in this file, and when.")
    sources: dict[str, Source] | None = asks(
        "What shows what the file says. Each has a short name that the rest refers to."
    )
    rooms: dict[str, Room] | None = asks("Groups that meet and have some power. Each has a short name.")
    organisations: dict[str, Organisation] | None = asks(
        "Organisations that have a part in the work: what they do for it, and who governs them. Each has a short name. "
        "`none` where there are none."
    )
    stages: Stages | None = asks("The parts of the work, and what contributors do in each.")
    honesty: Honesty | None = asks("Honest purpose and limits.")
    timing: Timing | None = asks("Early, continuous, and with room to change.")
    power: Power | None = asks("Power and decisions.")
    voices: Voices | None = asks("Who is in the room, and who is not.")
    access: Access | None = asks("Access and communication.")
    reward: Reward | None = asks("Reward and resources.")
    care: Care | None = asks("Safety and care.")
    relationships: Relationships | None = asks("Relationships, learning and skills.")
    influence: Influence | None = asks("Influence, feedback and accountability.")
    views: Views | None = asks("What contributors and others say, asked apart from the team.")
    findings: Findings | None = asks("What named independents, contributors or the team found about the involvement.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """Read `rooms: none`, `sources: none` and `organisations: none` as told that there are none."""
        if isinstance(value, dict):
            empty: dict[str, Any] = {k: {} for k in NAMED if value.get(k) in ("none", [])}
            return {**value, **empty}
        return value
