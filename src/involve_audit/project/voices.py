"""Who is in the room, and who is not."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from involve_audit.project.fields import Reads, asks, needs, tidy
from involve_audit.project.practice import Entry, Listing, Practice, Section, StageName, Writers
from involve_audit.project.values import CountField, DatesField, Words, YesNo
from involve_audit.record import Record
from involve_audit.wording.messages import Wrong

Reason = Literal["not asked", "route", "gatekeeper", "payment", "expenses", "benefits", "immigration", "digital",
            "language", "jargon", "timing", "caring", "access", "health", "location", "trust", "racism", "stigma",
            "culture or faith", "power", "safety", "fatigue", "criteria", "scope", "our process",
            "they did not want to", "other", "unknown"]  # fmt: skip
"""Why a group is not in the room. The cause lies with the work, not with the group: 'they did not want to' is
allowed because it is said, and it is flagged. 'other' stands for what a note says, and counts as if no reason were told."""

Basis = Literal["people told us", "evidence", "assumed", "unknown"]
"""How a reason is known."""

Route = Literal["own patients or users", "existing panel", "one network", "mailing list", "open call", "social media",
            "community organisation", "third-sector organisation", "faith group", "word of mouth", "door to door",
            "service or clinic", "school or workplace", "random draw", "by invitation", "elected", "other", "unknown"]  # fmt: skip


class Mapped(Practice):
    """A map of the groups that the work affects."""

    groups: Words | None = asks("The groups on it.")
    based_on: tuple[Literal["data", "literature", "community", "contributors", "own assumption"], ...] | None = asks(
        "What it rests on."
    )
    reviewed_with: Writers | None = asks("With whom it was reviewed: contributors, allies (community partners) …")


class Question(Practice):
    """The question "Who is not in the room, and why?", asked by the project itself."""

    asked_with: Writers | None = asks("With whom it was asked: contributors, people served, allies, team …")
    asked_again: YesNo | None = asks("Whether it was asked more than once.")


class Action(Practice):
    """What is done so that a group can be there."""

    what: str | None = asks("What is done.")


_CHARACTERISTIC = (
    "The characteristic below `voices.rooms` of which this group is a category. Needed only where the same name stands "
    "below several."
)
_CATEGORY = "The name of the category below `voices.rooms`, where it is another than that of the group."


class Missing(Entry):
    """A group that is not in the room."""

    in_a_word = "group"

    group: str = needs("Which group. Never so that a single person could be meant.")
    characteristic: str | None = asks(_CHARACTERISTIC)
    category: str | None = asks(_CATEGORY)
    rooms: Words | None = asks("The rooms in which it is missing, by their names under `rooms`. Left out: everywhere.")
    stages: tuple[StageName, ...] | None = asks("The parts of the work in which it is missing. Left out: everywhere.")
    since: DatesField | None = asks("Since when you know that it is missing.")
    why: tuple[Reason, ...] | None = asks("Why it is not there.")
    basis: Basis | None = asks(
        "How you know: people told us (people of that group, themselves), evidence (a study, figures), or assumed."
    )
    basis_of: dict[Reason, Basis] | None = asks(
        "Where one reason is known otherwise than the rest: `basis_of: {payment: assumed}`."
    )
    noted_by: Literal["project", "critics", "unknown"] | None = asks(
        "Who pointed it out: the project itself or critics. Only the project's own asking counts as having asked."
    )
    action: Action | None = asks("What is done about it, with owner, date and cost.")
    cannot_because: str | None = asks(
        "Why nothing can be done about it here, said honestly; `no` where nobody has said why."
    )
    reviewed: DatesField | None = asks("When the gap was last looked at again; `no` where it never was.")
    smaller_now: YesNo | None = asks(
        "Whether the gap has become smaller. Both answers count alike when it is said openly."
    )
    effect_on_findings: str | None = asks("What their absence means for the findings; `no` where nobody has said.")
    source: Words | None = asks("What shows it.")


class MissingGroups(Listing):
    """Groups that are not in the room. `complete: yes` says that every gap the project knows of stands here."""

    entries: tuple[Missing, ...] | None = asks("The groups.")


class Excluded(Entry):
    """A group that is left out on purpose."""

    in_a_word = "group"

    group: str = needs("Which group.")
    characteristic: str | None = asks(_CHARACTERISTIC)
    category: str | None = asks(_CATEGORY)
    justification: str | None = asks("Why; `no` where nobody has said why.")
    agreed_with: Writers | None = asks("Who agreed.")
    instead: str | None = asks("What there is for them instead; `no` where there is nothing.")
    review: DatesField | None = asks("When this is looked at again.")
    source: Words | None = asks("What shows it.")


class ExcludedGroups(Listing):
    """Groups left out on purpose. `complete: yes` says that no other group is."""

    entries: tuple[Excluded, ...] | None = asks("The groups.")


class Matters(Entry):
    """A group that matters to this topic."""

    in_a_word = "group"

    group: str = needs("Which group.")
    characteristic: str | None = asks(_CHARACTERISTIC)
    category: str | None = asks(_CATEGORY)
    why: str | None = asks("Why it matters here.")
    written_with: Writers | None = asks("With whom this was written.")
    source: Words | None = asks("What shows it.")


class GroupsPresent(Record):
    """How many of the groups on a list are in a room, without saying which.

    Attributes:
        low: how many at least.
        high: how many at most.
        of: how many groups stand on the list.
        text: the words in the file.
    """

    low: int
    high: int
    of: int
    text: str


NO_COUNTS = Wrong(
    "counts of people by group never stand in this file; name the groups without numbers. "
    "`involve-audit room` makes this part from a private file that `check` and `report` do not read"
)


def read_groups_present(value: Any) -> GroupsPresent:
    """Read how many groups are there: `2 of 19`, `at least 4 of 5`."""
    found = re.fullmatch(r"(at least )?([0-9]{1,3}) of ([0-9]{1,3})", tidy(value)) if isinstance(value, str) else None
    if not found or int(found[2]) > int(found[3]):
        wrong = Wrong("write how many of the groups on the list are in the room: '2 of 19', or 'at least 4 of 5'")
        raise ValueError(wrong)
    return GroupsPresent(int(found[2]), int(found[3] if found[1] else found[2]), int(found[3]), value)


GroupsPresentField = Annotated[
    GroupsPresent, Reads(read_groups_present, {"type": "string", "examples": ["2 of 19", "at least 4 of 5"]})
]

_COUNTED = r"\s*[0-9]+\s*|.*[:=(×]\s*(?:n\s*=\s*)?[0-9]+\s*\)?\s*|[0-9]+\s*[×x]\s.*"
"""A number in place of a group, or a group with a number: `7`, `White: 7`, `White (7)`, `7 x White`."""


def _counted(text: str) -> bool:
    # A name without a digit, as most are, needs no pattern.
    return not set("0123456789").isdisjoint(text) and re.fullmatch(_COUNTED, text) is not None


def read_without_count(value: Any) -> Any:
    """Read a group in words; a count of it is refused, in a message that does not repeat it."""
    if not isinstance(value, str):
        raise ValueError(Wrong("name the group in words"))
    if _counted(value):
        raise ValueError(NO_COUNTS)
    return value


WithoutCount = Annotated[str, Reads(read_without_count, {"type": "string"})]

SMALLEST_ROOM = 5
"""In a room with fewer people than this a group points to a person: no file is made that names groups, and none is repeated.

The same number under which contributors' answers are not shown as counts.
"""


ROOM_LISTS = ("in_the_room", "not_in_the_room", "not_known")
"""The lists of groups of one characteristic: who is in a room, who is not, and of whom it is not known."""


class RoomMakeUp(Entry):
    """Who is in a room by one characteristic, without counts: which groups are there, and which are missing.

    Each room and characteristic stands here once. `involve-audit room` makes this part from a private file. What
    may be said follows from the size of the room and the length of the list alone, never from the counts: in a
    room that is hardly larger than the list only `groups_present` is told.
    """

    room: str = needs("The room, by its name under `rooms`.")
    characteristic: str = needs("The characteristic: ethnic_group_5, age_band, disability … or one of your own.")
    list: str | None = asks(
        "The list of groups with its version: 'ethnic_group_5 2021'. `involve-audit reference categories` shows them."
    )
    of: Literal["contributors", "everyone"] | None = asks(
        "Whose make-up this is: the contributors in the room, or everyone in it."
    )
    asked: YesNo | None = asks("Whether people in the room were asked.")
    because: str | None = asks("Where they were not asked: why.")
    how: (
        Literal["anonymous form", "form", "conversation", "they said so themselves", "guessed", "other", "unknown"]
        | None
    ) = asks("How it is known. `guessed`: nobody asked, somebody judged by what they saw or heard.")
    when: DatesField | None = asks("When they were asked.")
    agreed: YesNo | None = asks("Whether the people in the room agreed that this stands here.")
    in_the_room: Words | None = asks("The groups that are in the room. No counts.")
    not_in_the_room: Words | None = asks("The groups that are not in the room. Only where everybody answered.")
    not_known: Words | None = asks(
        "The groups of which nobody can say: some people were not asked, or did not wish to say."
    )
    not_told: YesNo | None = asks("Whether some people were not asked or did not wish to say.")
    groups_present: GroupsPresentField | None = asks(
        "How many of the groups on the list are in the room, where it is too small to say which: '2 of 19'."
    )
    held_by: str | None = asks("Who holds the private answers: a role, not a name.")
    delete_by: DatesField | None = asks("When the private answers are deleted.")
    source: Words | None = asks("What shows it.")

    @classmethod
    def short(cls, value: Any) -> Any:
        """Refuse counts, in a message that does not repeat them."""
        if isinstance(value, dict) and any(holds_counts(key, told) for key, told in value.items()):
            raise ValueError(NO_COUNTS)
        return value


def holds_counts(key: str, told: Any) -> bool:
    """Whether what is told under a key holds a count of people."""
    if key in ("room", "characteristic", "list", "because", "when", "delete_by", "groups_present", "held_by", "source"):
        return False
    if key == "disputed":
        accounts = told if isinstance(told, list) else [told]
        return any(isinstance(a, dict) and _counted(str(a.get("says"))) for a in accounts)
    if isinstance(told, list):
        return any(not isinstance(t, str) or _counted(t) for t in told)
    return not isinstance(told, str) or _counted(told)


class Recruitment(Practice):
    """How people were found and chosen."""

    routes: tuple[Route, ...] | None = asks("The ways in.")
    criteria_published: YesNo | None = asks("Whether it was public how people were chosen.")
    chosen_with_communities: YesNo | None = asks("Whether the ways in were chosen with the communities.")
    offline_route: YesNo | None = asks(
        "Whether there was a way in for people who are not online or do not use the service."
    )


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
    team_prepared: YesNo | None = asks(
        "Whether those who meet people are prepared for who they are: their culture, faith and language, and what "
        "services did to them. `no` where they are not."
    )
    answered_with_affected: YesNo | None = asks("Whether people affected by it answered the questions with the team.")
    changed: DatesField | None = asks("When something was changed because of it.")


class Reach(Practice):
    """What the work makes (a service, a treatment, a rule), and who could not reach or use it."""

    out_of_reach_for: Words | None = asks(
        "Who cannot reach or use it as it is planned. `none` where you looked and found nobody."
    )
    worked_out_with: Writers | None = asks("With whom this was worked out: contributors, people served, allies, team …")
    changed: DatesField | None = asks("When it was changed so that they can; `no` where it was not.")
    cannot_because: str | None = asks("Why it cannot be changed, said honestly; `no` where nobody has said why.")


class Voices(Section):
    """Who is involved, who is not, and what is done about it."""

    contributors: CountField | None = asks("How many contributors there are in all.")
    direct_experience: YesNo | None = asks(
        "Whether people who themselves are affected take part, not only staff or organisations that speak for them. "
        "Citizens drawn by lot, or elected by those concerned, are affected people here."
    )
    invited_because: tuple[
            Literal["funder asks", "rules or ethics ask", "better work", "their knowledge", "their right",
                        "they asked to be", "trust in the results", "to be seen to", "other", "unknown"],
            ...,
        ] | None = asks("Why people were invited, as the project itself says. 'funder asks' alone is a sign of tokenism.")  # fmt: skip
    mapped: Mapped | None = asks("A map of the groups that the work affects.")
    question_asked: Question | None = asks('"Who is not in the room, and why?", asked by the project itself.')
    matters: tuple[Matters, ...] | None = asks("Groups that matter to this topic, and why.")
    studied: tuple[WithoutCount, ...] | None = asks(
        "Who makes up those whom the work studies, counts, treats or surveys, in a few words and without numbers: 'mostly men', 'people on wards of a "
        "few boroughs'. Not who is involved: who is missing there stands under `missing`. Printed, never judged."
    )
    missing: MissingGroups | None = asks("Groups that are not in the room. `none` where you looked and found none.")
    excluded: ExcludedGroups | None = asks("Groups left out on purpose. `none` where nobody is.")
    reach: Reach | None = asks("Who could not reach or use what the work makes.")
    rooms: tuple[RoomMakeUp, ...] | None = asks(
        "For each room and characteristic: which groups are in the room, which are missing, what was not asked or not told. Never with counts."
    )
    recruitment: Recruitment | None = asks("How people were found and chosen.")
    breadth: Breadth | None = asks("Whether there are enough people.")
    structural: Structural | None = asks("What is done about structural inequality.")
