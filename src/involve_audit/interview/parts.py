"""What the parts of the file and their questions are called where somebody fills them in, and which questions make sense.

What is asked follows from the declarations of the model (`asks("…")` and the annotations) and from the rubric. The words below are only
how a screen says what a file says with a key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from involve_audit.language import _, term
from involve_audit.project.fields import LAST, Told, annotation, tidy
from involve_audit.project.model import Project
from involve_audit.project.people import Seal, Stage, Stages
from involve_audit.project.practice import PRINCIPLES, STAGES, Entry, Listing, Practice, Section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from involve_audit.rubric.model import Rubric

LABELS: dict[tuple[str, str], str] = {
    ("Project", "project"): _("The project"),
    ("Project", "filled_in"): _("Who filled this in"),
    ("Project", "sources"): _("Sources: what shows what is said here"),
    ("Project", "rooms"): _("Rooms: groups that meet"),
    ("Project", "organisations"): _("Organisations that have a part in the work"),
    ("Project", "stages"): _("Stages: the parts of the work"),
    ("Project", "views"): _("Views: what people say, asked apart from the team"),
    ("Project", "findings"): _("Findings: what others found"),
    ("ProjectHead", "called"): _("What it is called in public"),
    ("ProjectHead", "claims"): _("What those words claim"),
    ("ProjectHead", "kind"): _("Kind of work"),
    ("ProjectHead", "dates"): _("Turning points"),
    ("FilledIn", "by"): _("By whom"),
    ("Practice", "answer"): _("Is there any?"),
    ("Practice", "source"): _("What shows it"),
    ("Practice", "owner"): _("Who sees to it"),
    ("Practice", "until"): _("Until"),
    ("Source", "where"): _("Where to find it"),
    ("Promise", "claims"): _("How much say it promises"),
    ("Promise", "source"): _("Where it stands"),
    ("Stages", "answer"): _("Nobody anywhere?"),
    ("Stages", "complete"): _("Are these all the stages with people in them?"),
    ("Stages", "work_has"): _("Stages that the work has"),
    ("Stage", "asked"): _("What people were asked"),
    ("Stage", "said"): _("What they said"),
    ("Stage", "who"): _("Which people this speaks of"),
    ("Room", "others"): _("Others"),
    ("Organisation", "does"): _("What it does for the work"),
    ("Organisation", "governed_by"): _("Who governs it"),
    ("Organisation", "people"): _("How many of them are people affected"),
    ("Organisation", "stages"): _("The parts of the work that it runs or is a partner in"),
    ("Organisation", "say"): _("In what its say is written down"),
    ("Entry", "disputed"): _("Does anybody tell it otherwise?"),
    ("Section", "disputed"): _("Does anybody tell one of the answers above otherwise?"),
    ("DisputedAnswers", "about"): _("Which of the answers"),
    ("Disputed", "by"): _("Who tells it otherwise"),
    ("Disputed", "says"): _("What they say"),
    ("Disputed", "source"): _("Where it stands"),
    ("ProjectHead", "stopped"): _("Paused or cancelled"),
    ("Stopped", "by"): _("Who stopped it"),
    ("FinalSay", "who"): _("Who has it"),
    ("FinalSay", "source"): _("What shows it"),
    ("Section", "source"): _("What shows the answers above"),
    ("Listing", "complete"): _("Is the list complete?"),
    ("View", "of"): _("Whose view it is"),
    ("View", "asked"): _("How many were asked"),
    ("View", "answered"): _("How many answered"),
    ("View", "words"): _("In their own words"),
    ("View", "source"): _("Where it stands"),
    ("FilledIn", "source"): _("From which text"),
    ("Finding", "by"): _("Who found it"),
    ("Finding", "named"): _("Its name"),
    ("Finding", "says"): _("What they found"),
    ("Finding", "source"): _("Where it stands"),
    ("Finding", "overturned_by"): _("Was it overturned later?"),
    ("Ruling", "by"): _("Who overturned it"),
    ("Ruling", "named"): _("Its name"),
    ("Ruling", "says"): _("What was found instead"),
    ("Ruling", "source"): _("Where it stands"),
    ("Dissent", "source"): _("Where it stands"),
    ("Ended", "by"): _("Who ended it"),
    ("Learned", "by"): _("Who says so"),
    ("Said", "by"): _("Who said it"),
    ("Said", "answer"): _("What came of it"),
    ("Said", "about"): _("What changed: the kind of thing"),
    ("Heard", "answer"): _("Were they heard?"),
    ("Heard", "heard_by"): _("By whom"),
    ("Finding", "heard_by"): _("By whom they were heard, or not"),
    ("Ruling", "heard_by"): _("By whom they were heard, or not"),
    ("Harm", "to"): _("To whom"),
    ("Harm", "asked_for"): _("What those concerned ask for"),
    ("Repair", "what"): _("What was done"),
    ("Missing", "why"): _("Why it is not there"),
    ("Meetings", "works"): _("Can people speak?"),
    ("PowerTalk", "who"): _("Who took part"),
    ("Reflection", "who"): _("Who took part"),
    ("Mapped", "groups"): _("Groups on the map"),
    ("Ways", "used"): _("Ways used"),
    ("Ways", "offered"): _("Ways offered"),
    ("Needs", "asked"): _("How often people are asked"),
    ("Needs", "met"): _("Needs that were met"),
    ("Leaving", "left"): _("How many left"),
    ("Leaving", "used"): _("Was it used?"),
    ("SpaceToChange", "used"): _("Was it used?"),
    ("Feedback", "share"): _("How often"),
    ("Voices", "mapped"): _("A map of groups"),
    ("Voices", "matters"): _("Groups that matter"),
    ("Voices", "missing"): _("Groups that are missing"),
    ("Voices", "excluded"): _("Groups left out on purpose"),
    ("Voices", "rooms"): _("Who is in each room"),
    ("Missing", "basis_of"): _("Reasons that are known otherwise"),
    ("RoomMakeUp", "of"): _("Whose make-up it is"),
    ("RoomMakeUp", "asked"): _("Were people asked?"),
    ("RoomMakeUp", "because"): _("Why they were not asked"),
    ("RoomMakeUp", "how"): _("How it is known"),
    ("RoomMakeUp", "list"): _("List of groups"),
    ("Opinion", "most"): _("What most say"),
    ("Power", "ended"): _("Roles that were ended"),
    ("Lead", "named"): _("Is there such a person?"),
    ("Reward", "choice"): _("Free choice, and benefits"),
    ("Reward", "lead"): _("Involvement lead"),
}
"""What a form says for a key that does not speak for itself. All others are said as they stand in the file."""

_HEARD_BY = _(
    "One or both. That those above did not hear people counts where these alone decide in the end; elsewhere it does not say that the team did not hear them."
)
HELP: dict[tuple[str, str], str] = {
    ("Heard", "heard_by"): _HEARD_BY,
    ("Finding", "heard_by"): _HEARD_BY,
    ("Ruling", "heard_by"): _HEARD_BY,
    ("ProjectHead", "claims"): _("For a word above that is not generally known: how much say it claims."),
    ("Practice", "source"): _("Choose from the sources that were named. With none, it is a claim."),
    ("Practice", "status"): (
        _(
            "Planned: not yet. Ongoing: it is done now. Done: it was done. Stopped: it was ended. Policy: a rule on paper, "
            "not a practice. Aim: a wish, and nobody says whether it happens. Left open, it does not count yet."
        )
    ),
    ("Room", "power"): (
        _(
            "What the room may do: decides, advises, is consulted, or is only informed (people sit there and are not asked). "
            "Where the room decides and contributors only sit in it, choose “none” for their votes."
        )
    ),
    ("Missing", "rooms"): _("The rooms in which it is missing. Left out: everywhere."),
    ("Missing", "basis_of"): _("Where one reason is known otherwise than the rest."),
    **{
        (part, "characteristic"): "Which characteristic the group belongs to, where its name alone does not say so."
        for part in ("Matters", "Missing", "Excluded")
    },
    **{
        (part, "category"): "Its name under “Who is in each room”, where that is another."
        for part in ("Matters", "Missing", "Excluded")
    },
    ("RoomMakeUp", "room"): _("Choose from the rooms that were named."),
    ("View", "by_principle"): _("For each of the nine principles: how many agree that it is so here."),
    (
        "View",
        "sealed",
    ): _("What the statement replied to. “involve-audit views seal” writes it; this page keeps it as it is."),
    ("Promise", "claims"): (
        _(
            "How much say it promises. A promise about people's own data or samples is no say: where it was broken, it "
            "belongs under “Harm”."
        )
    ),
    ("Stage", "rooms"): _("The rooms in which it happens. Choose from the rooms that were named."),
    (
        "Stage",
        "organisations",
    ): _("The organisations that run it or are partners in it. Choose from those that were named."),
    ("ProjectHead", "stopped"): _(
        "Where it is or was paused or cancelled: when, by whom, and why. One after the other, where it was more than once."
    ),
    ("Stage", "who"): (
        _(
            "In a word: panel, co-applicants. In one part of the work different people may have different roles: add one "
            "for each."
        )
    ),
    (
        "Stages",
        "source",
    ): _("What shows that nobody is involved, or that these are all. Choose from the sources that were named."),
    (
        "Stage",
        "decisions",
    ): _("What was decided here, in a few words. Who decided, and what came of it, is asked under “Power”."),
    ("Stages", "answer"): _("Choose “none” where nobody is involved in any part of the work."),
    ("Stages", "complete"): _("“Yes” says that the stages that are not told involve nobody."),
    ("Decision", "room"): _("The room in which it was taken. Choose from the rooms that were named."),
    ("Decision", "source"): _("Choose from the sources that were named."),
    ("Limit", "source"): _("Choose from the sources that were named."),
    (
        "Power",
        "all_rooms_told",
    ): _("Whether every group that meets and has some power is among the rooms above. If not, there may be more."),
}
"""Help that speaks of keys and places of the file, in the words of a form."""

NOUNS = {
    "Promise": _("promise"), "Source": _("source"), "Room": _("room"), "Stage": _("span of time"), "Limit": _("limit"), "Activity": _("occasion"),
    "Decision": _("decision"), "Ended": _("role"), "Disagreement": _("disagreement"), "Leader": _("post"), "Matters": _("group"),
    "Missing": _("group"), "Excluded": _("group"), "Line": _("line"), "Harm": _("harm"), "Learned": _("lesson"), "Heard": _("answer"),
    "Said": _("entry"), "Reflection": _("look back"), "View": _("view"), "Dissent": _("differing view"), "Finding": _("finding"),
    "RoomMakeUp": _("make-up of a room"), "Organisation": _("organisation"), "Disputed": _("other account"),
    "Stopped": _("pause or end"), "Ruling": _("later ruling"), "DisputedAnswers": _("other account"),
}  # fmt: skip
"""What one entry of a list is called."""

_DENIED = ("no", "none", "never", "false", "unknown")
CONDITIONS: dict[tuple[str, str], dict[str, Any]] = {
    ("Practice", "stopped_by"): {"key": "status", "is": ["stopped"]},
    ("Practice", "stopped_agreed"): {"key": "status", "is": ["stopped"]},
    ("Room", "replaced_agreed"): {"key": "replaced", "is": ["yes"]},
    ("Decision", "set_aside_by"): {"key": "became", "is": ["set aside", "partly"]},
    ("Said", "reason"): {"key": "answer", "is": ["partly", "put off", "refused", "contested", "unknown"]},
    ("Needs", "met"): {"key": "asked", "not": ["no"]},
}
"""Questions that make sense only after a certain answer to another one."""

_ALWAYS = {"answer", "source", "note", "disputed"}
"""What is asked of a practice also where there is none of it."""

_SELDOM = frozenset({"note", "owner", "cost", "until"})
"""What is asked of every practice, and few tell."""


@dataclass(frozen=True)
class PartQuestion:
    """One question of a part.

    Attributes:
        key: its key in the file.
        label: what it is called.
        help: what it means; empty where the label says it.
        needed: whether the part says nothing without it.
        rare: whether few tell it.
    """

    key: str
    label: str
    help: str
    needed: bool
    rare: bool


def questions(cls: type[Told], rubric: Rubric) -> tuple[PartQuestion, ...]:
    """What a part asks, in the order in which a screen asks it; what only a command writes is left out."""
    return tuple(asked(cls, name, rubric) for name in _in_order(cls) if annotation(cls, name) is not Seal)


def _in_order(cls: type[Told]) -> list[str]:
    """First whether there is any and how it stands, then what is asked here, then what is asked of every practice."""
    if issubclass(cls, Listing):
        return [n for n in cls.questions if n != "complete"] + ["complete"]
    if not issubclass(cls, Practice):
        return list(cls.questions)
    common = list(Practice.questions)
    own = [n for n in cls.questions if n not in common]
    if is_named(cls):
        return [own[0], "status", *own[1:], *common[2:], "answer"]
    return [*common[:2], *own, *common[2:]]


def is_named(cls: type[Told]) -> bool:
    """Whether a practice is there by its name, as a stage or a room: whether there is any is then no question."""
    return issubclass(cls, Stage) or "name" in cls.questions


def _owner(cls: type[Told], name: str) -> type[Told]:
    return next(base for base in cls.__mro__ if name in vars(base).get("__annotations__", {}))


def asked(cls: type[Told], name: str, rubric: Rubric) -> PartQuestion:
    """One question: what it is called and what it means."""
    owner = _owner(cls, name)
    note = cls.questions[name]
    label = label_of(cls, name, rubric)
    says = HELP.get((cls.__name__, name)) or HELP.get((owner.__name__, name)) or plain(term(note.meaning))
    if issubclass(cls, Listing) and name == "entries":
        label, says = says.rstrip("."), ""
    if cls is Project and name in PRINCIPLES:
        says = next((p.says for p in rubric.principles if p.id == name), says)
    if _bare(says) == _bare(label):
        says = ""
    everywhere = (owner in (Entry, Section, Listing) or cls is Stages) and name in LAST
    rare = everywhere or (issubclass(cls, Practice) and name in _SELDOM)
    if name == "answer" and issubclass(cls, Practice) and is_named(cls):
        rare = True  # whether there is any is asked of no stage and no room
    return PartQuestion(name, label, says, note.needed, rare)


def label_of(cls: type[Told], name: str, rubric: Rubric) -> str:
    """What a key is called."""
    if cls is Project and name in PRINCIPLES:
        found = next((p.title for p in rubric.principles if p.id == name), "")
    elif cls is Stages and name in STAGES:
        found = next((s.title for s in rubric.stages if s.id == name), "")
    else:
        found = LABELS.get((cls.__name__, name)) or LABELS.get((_owner(cls, name).__name__, name)) or ""
    return found or term(name.replace("_", " ").capitalize())


def texts(parts: Iterable[type[Told]]) -> Iterator[str]:
    """What is said of parts in the words of the model, as it is looked up in the language of the page."""
    for cls in parts:
        yield first_line(cls)
        for name, note in cls.questions.items():
            yield note.meaning
            yield name.replace("_", " ").capitalize()


def noun_of(kind: Any) -> str:
    """What one entry of a list is called."""
    return NOUNS.get(getattr(kind, "__name__", ""), _("entry"))


def first_line(cls: type) -> str:
    """What a part is, in one line."""
    return " ".join((cls.__doc__ or cls.__name__).split("\n", 1)[0].split())


def makes_sense(cls: type[Told], name: str, told: Mapping[str, Any]) -> bool:
    """Whether a question makes sense beside what a part tells already."""
    return all(_holds(condition, told) for condition in _conditions(cls, name))


def _holds(condition: Mapping[str, Any], told: Mapping[str, Any]) -> bool:
    now = tidy(told.get(condition["key"]))
    if "is" in condition:
        return now in condition["is"]
    if "not" in condition:
        return now not in condition["not"]
    return not isinstance(now, (list, str)) or now == condition["holds"] or condition["holds"] in now


def _conditions(cls: type[Told], name: str) -> list[Mapping[str, Any]]:
    """On which answers to other questions of the same part a question depends."""
    place = (_owner(cls, name).__name__, name)
    found: list[Mapping[str, Any]] = [CONDITIONS[place]] if place in CONDITIONS else []
    if issubclass(cls, Practice) and name not in _ALWAYS:
        found.append({"key": "answer", "not": _DENIED})
    if issubclass(cls, Stage) and name not in _ALWAYS | {"role", "wished_role"}:
        found.append({"key": "role", "not": ["none"]})
    if cls is Stages and name != "answer":
        found.append({"key": "answer", "not": ["none"]})
        if name in STAGES:
            found.append({"key": "work_has", "holds": name})
    return found


def plain(text: str) -> str:
    """A meaning without the marks of a manual: `none` as “none”."""
    return re.sub(r"`([^`]*)`", r"“\1”", text)


def _bare(text: str) -> str:
    articles = "|".join(_("the, a, its").split(", "))
    return re.sub(rf"\b(?:{articles})\b|\W", "", text.lower())
