"""The project file as one HTML page that needs no network, no server and no YAML.

What the page asks is worked out here, from the declarations of the model (`asks("…")` and the annotations) and from
the rubric, and embedded as JSON; `project_form.js` draws it. So form and file format cannot drift apart. The words below are
only how a form says what a file says with a key.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from markupsafe import Markup

from involve_audit import __version__, load
from involve_audit.census.shipped import lists
from involve_audit.form.page import page
from involve_audit.project import fields, references, values, voices
from involve_audit.project.fields import LAST, Reads, Told, annotation, no_entries, own_words, without_none
from involve_audit.project.influence import Heard
from involve_audit.project.model import NAMED, Project, Stopped
from involve_audit.project.people import Dissent, Opinion, Seal, Stage, Stages
from involve_audit.project.power import FinalSay
from involve_audit.project.practice import PRINCIPLES, STAGES, Disputed, Entry, Listing, Practice, Section
from involve_audit.project.voices import RoomMakeUp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.rubric.model import Example, Rubric

Keys = tuple[str, ...]

LABELS: dict[tuple[str, str], str] = {
    ("Project", "project"): "The project",
    ("Project", "filled_in"): "Who filled this in",
    ("Project", "sources"): "Sources: what shows what is said here",
    ("Project", "rooms"): "Rooms: groups that meet",
    ("Project", "organisations"): "Organisations that have a part in the work",
    ("Project", "stages"): "Stages: the parts of the work",
    ("Project", "views"): "Views: what people say, asked apart from the team",
    ("Project", "findings"): "Findings: what others found",
    ("ProjectHead", "called"): "What it is called in public",
    ("ProjectHead", "claims"): "What those words claim",
    ("ProjectHead", "kind"): "Kind of work",
    ("ProjectHead", "dates"): "Turning points",
    ("FilledIn", "by"): "By whom",
    ("Practice", "answer"): "Is there any?",
    ("Practice", "source"): "What shows it",
    ("Practice", "owner"): "Who sees to it",
    ("Practice", "until"): "Until",
    ("Source", "where"): "Where to find it",
    ("Promise", "claims"): "How much say it promises",
    ("Promise", "source"): "Where it stands",
    ("Stages", "answer"): "Nobody anywhere?",
    ("Stages", "complete"): "Are these all the stages with people in them?",
    ("Stages", "work_has"): "Stages that the work has",
    ("Stage", "asked"): "What people were asked",
    ("Stage", "said"): "What they said",
    ("Stage", "who"): "Which people this speaks of",
    ("Room", "others"): "Others",
    ("Organisation", "does"): "What it does for the work",
    ("Organisation", "governed_by"): "Who governs it",
    ("Organisation", "people"): "How many of them are people affected",
    ("Organisation", "stages"): "The parts of the work that it runs or is a partner in",
    ("Organisation", "say"): "In what its say is written down",
    ("Entry", "disputed"): "Does anybody tell it otherwise?",
    ("Disputed", "by"): "Who tells it otherwise",
    ("Disputed", "says"): "What they say",
    ("Disputed", "source"): "Where it stands",
    ("ProjectHead", "stopped"): "Paused or cancelled",
    ("Stopped", "by"): "Who stopped it",
    ("FinalSay", "who"): "Who has it",
    ("FinalSay", "source"): "What shows it",
    ("Section", "source"): "What shows the answers above",
    ("Listing", "complete"): "Is the list complete?",
    ("View", "of"): "Whose view it is",
    ("View", "asked"): "How many were asked",
    ("View", "answered"): "How many answered",
    ("View", "words"): "In their own words",
    ("View", "source"): "Where it stands",
    ("Finding", "by"): "Who found it",
    ("Finding", "named"): "Its name",
    ("Finding", "says"): "What they found",
    ("Finding", "source"): "Where it stands",
    ("Dissent", "source"): "Where it stands",
    ("Ended", "by"): "Who ended it",
    ("Learned", "by"): "Who says so",
    ("Said", "by"): "Who said it",
    ("Said", "answer"): "What came of it",
    ("Said", "about"): "What changed: the kind of thing",
    ("Heard", "answer"): "Were they heard?",
    ("Harm", "to"): "To whom",
    ("Missing", "why"): "Why it is not there",
    ("Meetings", "works"): "Can people speak?",
    ("PowerTalk", "who"): "Who took part",
    ("Reflection", "who"): "Who took part",
    ("Mapped", "groups"): "Groups on the map",
    ("Ways", "used"): "Ways used",
    ("Ways", "offered"): "Ways offered",
    ("Needs", "asked"): "How often people are asked",
    ("Needs", "met"): "Needs that were met",
    ("Leaving", "left"): "How many left",
    ("Leaving", "used"): "Was it used?",
    ("SpaceToChange", "used"): "Was it used?",
    ("Feedback", "share"): "How often",
    ("Voices", "mapped"): "A map of groups",
    ("Voices", "matters"): "Groups that matter",
    ("Voices", "missing"): "Groups that are missing",
    ("Voices", "excluded"): "Groups left out on purpose",
    ("Voices", "rooms"): "Who is in each room",
    ("Missing", "basis_of"): "Reasons that are known otherwise",
    ("RoomMakeUp", "of"): "Whose make-up it is",
    ("RoomMakeUp", "asked"): "Were people asked?",
    ("RoomMakeUp", "because"): "Why they were not asked",
    ("RoomMakeUp", "how"): "How it is known",
    ("RoomMakeUp", "list"): "List of groups",
    ("Opinion", "most"): "What most say",
    ("Power", "ended"): "Roles that were ended",
    ("Lead", "named"): "Is there such a person?",
    ("Reward", "choice"): "Free choice, and benefits",
    ("Reward", "lead"): "Involvement lead",
}
"""What a form says for a key that does not speak for itself. All others are said as they stand in the file."""

HELP: dict[tuple[str, str], str] = {
    ("ProjectHead", "claims"): "For a word above that is not generally known: how much say it claims.",
    ("Practice", "source"): "Choose from the sources that were named. With none, it is a claim.",
    ("Practice", "status"): (
        "Planned: not yet. Ongoing: it is done now. Done: it was done. Stopped: it was ended. Policy: a rule on paper, "
        "not a practice. Aim: a wish, and nobody says whether it happens. Left open, it does not count yet."
    ),
    ("Room", "power"): (
        "What the room may do: decides, advises, is consulted, or is only informed (people sit there and are not asked). "
        "Where the room decides and contributors only sit in it, choose “none” for their votes."
    ),
    ("Missing", "rooms"): "The rooms in which it is missing. Left out: everywhere.",
    ("Missing", "basis_of"): "Where one reason is known otherwise than the rest.",
    **{
        (part, "characteristic"): "Which characteristic the group belongs to, where its name alone does not say so."
        for part in ("Matters", "Missing", "Excluded")
    },
    **{
        (part, "category"): "Its name under “Who is in each room”, where that is another."
        for part in ("Matters", "Missing", "Excluded")
    },
    ("RoomMakeUp", "room"): "Choose from the rooms that were named.",
    ("View", "by_principle"): "For each of the nine principles: how many agree that it is so here.",
    (
        "View",
        "sealed",
    ): "What the statement replied to. “involve-audit views seal” writes it; this page keeps it as it is.",
    ("Promise", "claims"): (
        "How much say it promises. A promise about people's own data or samples is no say: where it was broken, it "
        "belongs under “Harm”."
    ),
    ("Stage", "rooms"): "The rooms in which it happens. Choose from the rooms that were named.",
    (
        "Stage",
        "organisations",
    ): "The organisations that run it or are partners in it. Choose from those that were named.",
    ("ProjectHead", "stopped"): "Where it is or was paused or cancelled: when, by whom, and why.",
    ("Stage", "who"): (
        "In a word: panel, co-applicants. In one part of the work different people may have different roles: add one "
        "for each."
    ),
    (
        "Stages",
        "source",
    ): "What shows that nobody is involved, or that these are all. Choose from the sources that were named.",
    (
        "Stage",
        "decisions",
    ): "What was decided here, in a few words. Who decided, and what came of it, is asked under “Power”.",
    ("Stages", "answer"): "Choose “none” where nobody is involved in any part of the work.",
    ("Stages", "complete"): "“Yes” says that the stages that are not told involve nobody.",
    ("Decision", "room"): "The room in which it was taken. Choose from the rooms that were named.",
    ("Decision", "source"): "Choose from the sources that were named.",
    ("Limit", "source"): "Choose from the sources that were named.",
    (
        "Power",
        "all_rooms_told",
    ): "Whether every group that meets and has some power is among the rooms above. If not, there may be more.",
}
"""Help that speaks of keys and places of the file, in the words of a form."""

NOUNS = {
    "Promise": "promise", "Source": "source", "Room": "room", "Stage": "span of time", "Limit": "limit", "Activity": "occasion",
    "Decision": "decision", "Ended": "role", "Disagreement": "disagreement", "Leader": "post", "Matters": "group",
    "Missing": "group", "Excluded": "group", "Line": "line", "Harm": "harm", "Learned": "lesson", "Heard": "answer",
    "Said": "entry", "Reflection": "look back", "View": "view", "Dissent": "differing view", "Finding": "finding",
    "RoomMakeUp": "make-up of a room", "Organisation": "organisation", "Disputed": "other account",
}  # fmt: skip
"""What one entry of a list is called."""

_DENIED = ("no", "unknown")
CONDITIONS: dict[tuple[str, str], dict[str, Any]] = {
    ("Practice", "stopped_by"): {"key": "status", "is": ["stopped"]},
    ("Practice", "stopped_agreed"): {"key": "status", "is": ["stopped"]},
    ("Room", "replaced_agreed"): {"key": "replaced", "is": ["yes"]},
    ("Decision", "set_aside_by"): {"key": "became", "is": ["set aside", "partly"]},
    ("Said", "reason"): {"key": "answer", "is": ["partly", "put off", "refused", "contested", "unknown"]},
    ("Needs", "met"): {"key": "asked", "not": ["no"]},
}
"""Questions that make sense only after a certain answer to another one."""

ALWAYS = {"answer", "source", "note", "disputed"}
"""What is asked of a practice also where there is none of it."""

ALWAYS_SAYABLE = {"title", "summary", "name", "owner", "note", "statement"}
"""Texts of the writer's own: nobody asks for them and learns that they are not known, so no menu stands beside them."""

VERDICT = (
    "project.title", "project.phase", "project.kind", "project.topic_sensitive", "project.researchers", "project.called",
    "project.claims", "project.promises.*", "project.aims_for",
    "filled_in.when", "filled_in.by", "filled_in.written_from", "filled_in.contributors", "filled_in.contributors_paid_for_it",
    "sources.kind", "sources.title", "sources.date",
    "rooms.*",
    "stages.answer", "stages.complete", "stages.work_has", "stages.*.*",
    "power.decisions.entries.*", "power.ended.*", "power.ended.entries.*", "power.final_say.who",
    "influence.heard.*", "influence.log.entries.*", "voices.missing.entries.group", "care.harm.entries.*", "care.harm.entries.repair.*",
    "views.entries.*", "views.entries.by_principle.*", "findings.*", "findings.entries.*",
)  # fmt: skip
"""What verdict, label and rungs need beyond the core criteria and the gates, as places of the file; a star is any key.

A test takes everything else out of each example: the verdict must stay as it is.
"""
_SPARED = {"note", "owner", "cost", "disputed"}
"""Keys that a star does not stand for: they decide no verdict."""


def project_form(rubric: Rubric, *, core: bool = False) -> str:
    """The form as one page.

    Args:
        rubric: with its examples; they say what the short form asks.
        core: whether the page begins with the short form. Either can be chosen on the page.
    """
    data = Markup(embedded(form_data(rubric)))  # noqa: S704 (escaped by `embedded`)
    return page("project_form", {"version": __version__, "rubric": rubric, "core": core, "data": data}, script=True)


def embedded(data: Any) -> str:
    r"""JSON that can stand in a page: nothing in it ends the element that holds it.

    >>> embedded("</script>")
    '"\\u003c/script>"'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def form_data(rubric: Rubric) -> dict[str, Any]:
    """Everything that the page knows: the parts with their questions, the short form, and how values are read."""
    parts: dict[str, Any] = {}
    waiting: list[type[Told]] = [Project]
    while waiting:
        cls = waiting.pop(0)
        if cls.__name__ not in parts:
            parts[cls.__name__] = part(cls, rubric)
            waiting += [inner for name in cls.questions for inner in _parts_in(annotation(cls, name))]
    return {
        "version": __version__,
        "rubric": f"{rubric.id} {rubric.version}",
        "root": "Project",
        "parts": parts,
        "core": sorted(".".join(path) for path in core_paths(rubric)),
        "criteria": {
            p.id: [{"asks": c.asks, "core": c.core == "yes"} for c in rubric.criteria if c.principle == p.id]
            for p in rubric.principles
        },
        "principles": {p.id: p.asks_contributors for p in rubric.principles},
        "stages": list(STAGES),
        "named": list(NAMED),
        "dates": list(references.PROJECT_DATES),
        "same": fields.SAME,
        "notTold": list(fields.NOT_TOLD),
        "limits": {"bytes": load.MAX_BYTES, "depth": load.MAX_DEPTH, "key": load.MAX_KEY, "value": values._LONGEST},
        "words": _word_tables(),
    }


def _parts_in(kind: Any) -> Iterator[type[Told]]:
    if isinstance(kind, type) and issubclass(kind, Told):
        yield kind
    for inner in get_args(kind):
        yield from _parts_in(inner)


def part(cls: type[Told], rubric: Rubric) -> dict[str, Any]:
    """One part of the file: its questions in the order in which a form asks them."""
    made: dict[str, Any] = {
        "says": _plain(" ".join((cls.__doc__ or "").split("\n", 1)[0].split())),
        "order": list(cls.questions),
        "fields": [question(cls, name, rubric) for name in _in_form_order(cls)],
    }
    if cls.__name__ in NOUNS:
        made["noun"] = NOUNS[cls.__name__]
    if issubclass(cls, Practice):
        made["practice"] = True
    if cls.one_of:
        made["oneOf"] = list(cls.one_of)
    if issubclass(cls, Listing):
        made["listing"] = True
    if cls is RoomMakeUp:
        made["refuses"] = {
            "pattern": voices._COUNTED.pattern,
            "in": [name for name in cls.questions if voices.holds_counts(name, "7")],
            "says": _plain(voices.NO_COUNTS),
        }
        made["lists"] = {
            name: {"version": each.version, "label": each.label, "groups": each.categories}
            for name, each in lists().items()
        }
    short = short_forms(cls)
    return {**made, "short": short} if short else made


def _in_form_order(cls: type[Told]) -> list[str]:
    """First whether there is any and how it stands, then what is asked here, then what is asked of every practice."""
    if issubclass(cls, Listing):
        return [n for n in cls.questions if n != "complete"] + ["complete"]
    if not issubclass(cls, Practice):
        return list(cls.questions)
    common = list(Practice.questions)
    own = [n for n in cls.questions if n not in common]
    if _is_named(cls):
        return [own[0], "status", *own[1:], *common[2:], "answer"]
    return [*common[:2], *own, *common[2:]]


def _is_named(cls: type[Told]) -> bool:
    """Whether a practice is there by its name, as a stage or a room: whether there is any is then no question."""
    return issubclass(cls, Stage) or "name" in cls.questions


def question(cls: type[Told], name: str, rubric: Rubric) -> dict[str, Any]:
    """One question: what it is called, what it means, and what may be answered."""
    owner = next(base for base in cls.__mro__ if name in vars(base).get("__annotations__", {}))
    place = (cls.__name__, name) if (cls.__name__, name) in LABELS else (owner.__name__, name)
    note = cls.questions[name]
    label = LABELS.get(place, name.replace("_", " ").capitalize())
    says = HELP.get((cls.__name__, name)) or HELP.get((owner.__name__, name)) or _plain(note.meaning)
    if issubclass(cls, Listing) and name == "entries":
        label, says = says.rstrip("."), ""
    if cls is Project and name in PRINCIPLES:
        principle = next(p for p in rubric.principles if p.id == name)
        label, says = principle.title, principle.says
    if cls is Stages and name in STAGES:
        label = next((s.title for s in rubric.stages if s.id == name), label)
    if _bare(says) == _bare(label):
        says = ""
    made: dict[str, Any] = {
        "key": name,
        "label": label,
        "help": says,
        "kind": kind_of(cls, name, annotation(cls, name)),
    }
    if note.needed:
        made["needed"] = True
    if name in ALWAYS_SAYABLE:
        made["own"] = True
    everywhere = owner in (Entry, Section, Listing) or cls is Stages
    if everywhere and name in LAST and not (issubclass(cls, Practice) and name == "note"):
        # Every list and entry takes it, and few need it: it is shown where a file tells it, and kept.
        made["rare"] = True
    if annotation(cls, name) is Seal:
        # Hashes are made by a command. A form shows that they are there, and keeps them.
        made |= {"kept": True, "rare": True}
    if name == "answer" and issubclass(cls, Practice) and _is_named(cls):
        # It is asked of no stage and no room, and shown where a file tells it.
        made["rare"] = True
    when = conditions(cls, name, owner)
    return {**made, "when": when} if when else made


def conditions(cls: type[Told], name: str, owner: type[Told]) -> list[dict[str, Any]]:
    """On which answers to other questions of the same part a question depends; all must hold."""
    found = [CONDITIONS[place] for place in ((owner.__name__, name),) if place in CONDITIONS]
    if issubclass(cls, Practice) and name not in ALWAYS:
        found.append({"key": "answer", "not": list(_DENIED)})
    if issubclass(cls, Stage) and name not in ALWAYS | {"role", "wished_role"}:
        found.append({"key": "role", "not": ["none"]})
    if cls is Stages and name != "answer":
        found.append({"key": "answer", "not": ["none"]})
        if name in STAGES:
            found.append({"key": "work_has", "holds": name})
    return found


def kind_of(cls: type[Told], name: str, kind: Any) -> Any:
    """What may be answered, as data. A word is a kind of value; a group of keys is a choice, a part, a list or names.

    Raises:
        TypeError: an annotation that forms do not know.
    """
    if kind is str:
        return {"ref": "rooms"} if name == "room" else "text"
    if isinstance(kind, type) and issubclass(kind, Told):
        return {"part": kind.__name__}
    origin = get_origin(kind)
    if origin is Annotated:
        reads: Reads = next(m for m in kind.__metadata__ if isinstance(m, Reads))
        if get_origin(kind.__origin__) is Literal:
            return {"choice": list(get_args(kind.__origin__)), "pattern": reads.schema["pattern"]}
        found = str(getattr(reads.read, "__name__", "")).removeprefix("read_")
        if found in ("count", "dates", "period", "money", "groups_present"):
            return found
        raise TypeError(f"a form does not know how to ask for {found}")
    if origin is Literal:
        return {"choice": list(get_args(kind))}
    if origin is tuple:
        item = get_args(kind)[0]
        refers = (
            {"source": "sources", "rooms": "rooms", "organisations": "organisations"}.get(name) if item is str else None
        )
        made: dict[str, Any] = {
            "list": {"ref": refers} if refers else kind_of(cls, name, item),
            "empty": list(no_entries(item)),
            "unknown": "unknown" not in own_words(item),
        }
        if item in (Stage, Heard):
            made["begun"] = True
        return made
    if origin is dict:
        of_key, of_value = get_args(kind)
        inner = kind_of(cls, name, without_none(of_value))
        named: dict[str, Any] = {"names": inner}
        if get_origin(of_key) is Literal:
            named["keys"] = list(get_args(of_key))
        return named
    raise TypeError(f"a form does not know how to ask for {kind!r}")


def short_forms(cls: type[Told]) -> dict[str, Any]:
    """What may stand for a whole part.

    Raises:
        TypeError: a class reads short forms that forms do not know.
    """
    owner = next(base for base in cls.__mro__ if "short" in vars(base))
    if owner is Told:
        return {"words": cls.short_forms} if cls.short_forms else {}
    if owner is Listing:
        return {"listing": get_args(annotation(cls, "entries"))[0].__name__}
    if owner is Stage:
        return {"text": "role", "words": {"no": {"role": "none"}}}
    if owner is FinalSay:
        return {"text": "who"}
    if owner is Stopped:
        return {"text": "when"}
    if owner is Disputed:
        return {}
    if owner is Heard:
        return {"text": "answer", "more": {"said_by": "team"}}
    if owner is Stages:
        return {"words": {"none": {"answer": "none"}, "no": {"answer": "none"}}}
    if owner is Opinion:
        answers = get_args(annotation(Opinion, "most"))
        most = [f"most {a}" for a in answers if not a.startswith("not ")]
        words = [*most[:2], *answers[2:], *answers[:2], *most[2:]]
        return {"words": {word: {"most": word.removeprefix("most ")} for word in words}}
    if owner is Dissent:
        return {"text": "said"}
    if owner in (Project, RoomMakeUp):
        # The one reads `none` for rooms and sources, as all names do; the other only refuses counts.
        return {}
    raise TypeError(f"the short forms of {cls.__name__} are not known here")


def _plain(text: str) -> str:
    """A meaning without the marks of a manual: `none` as “none”."""
    return re.sub(r"`([^`]*)`", r"“\1”", text)


def _bare(text: str) -> str:
    return re.sub(r"\b(?:the|a|its)\b|\W", "", text.lower())


# --- the short form ----------------------------------------------------------------------------------


def core_paths(rubric: Rubric) -> set[Keys]:
    """The questions of the short form, as places without the numbers and names of entries.

    They are what the examples of the core criteria and of the gates tell (each criterion proves by examples what it
    rests on), what makes an answer more than a claim, and what the verdict needs.
    """
    everything = all_paths()
    found = {path for path in everything for pattern in VERDICT if _matches(path, tuple(pattern.split(".")))}
    examples = [(c.principle, example) for c in rubric.criteria if c.core == "yes" for example in c.examples or ()]
    # A gate belongs to no principle; its examples write whole places.
    examples += [("influence", example) for gate in rubric.gates for example in gate.examples or ()]
    for principle, example in examples:
        found |= _told_by(example, principle)
    for path in tuple(found):
        for n in range(1, len(path)):
            found.add(path[:n])
    practices = {path for path, cls in everything.items() if cls is not None and issubclass(cls, Practice)}
    for path in practices & found:
        named = everything[path]
        asked = (
            ("status", "when", "since", "source")
            if named is not None and _is_named(named)
            else ("answer", "status", "when", "since", "source")
        )
        found |= {(*path, key) for key in asked}
        if (*path, "status") in found:
            found |= {(*path, key) for key in ("stopped_by", "stopped_agreed") if path[0] == "stages"}
    return {path for path in found if path in everything}


def _matches(path: Keys, pattern: Keys) -> bool:
    return len(path) == len(pattern) and all(
        p == key or (p == "*" and key not in _SPARED) for p, key in zip(pattern, path, strict=True)
    )


def _told_by(example: Example, principle: str) -> set[Keys]:
    """The places that an example of the rubric tells."""
    from involve_audit.lint.examples import example_case

    found: set[Keys] = set()
    for path, _ in references.walk(example_case(example, principle, "an example").project):
        kept: list[str] = []
        kind: Any = Project
        for step in path:
            # Names of entries and numbers in lists are no questions.
            if isinstance(kind, type) and issubclass(kind, Told):
                kept.append(str(step))
                kind = annotation(kind, str(step))
            else:
                kind = without_none(get_args(kind)[1] if get_origin(kind) is dict else get_args(kind)[0])
        if kept:
            found.add(tuple(kept))
    return found


def all_paths() -> dict[Keys, type[Told] | None]:
    """Every question of the format as a place without numbers and names, with the part that stands there, if one does."""
    found: dict[Keys, type[Told] | None] = {}
    waiting: list[tuple[Keys, type[Told]]] = [((), Project)]
    while waiting:
        path, cls = waiting.pop(0)
        for name in cls.questions:
            inner = next(_parts_in(annotation(cls, name)), None)
            found[*path, name] = inner
            if inner is not None:
                waiting.append(((*path, name), inner))
    return found


# --- how values are read -----------------------------------------------------------------------------


def _word_tables() -> dict[str, Any]:
    """The words that counts, dates, lengths of time and amounts are made of: the loader's own."""
    v = values
    return {
        "none": v.NONE,
        "small": v._SMALL, "tens": v._TENS, "scales": v._SCALES, "some": v._SOME, "shares": v._SHARES,
        "counted": sorted(v._COUNTED), "noAdjective": sorted(v._NO_ADJECTIVE), "before": v._BEFORE, "after": v._AFTER,
        "months": v._MONTHS, "monthNames": v._MONTH_NAMES, "seasons": v._SEASONS, "parts": v._PARTS, "about": v._ABOUT,
        "aside": v._ASIDE, "onwards": v._ONWARDS, "noFixedDay": v._NO_FIXED_DAY, "years": [v._FIRST_YEAR, v._LAST_YEAR],
        "units": v._UNITS, "rhythms": v._RHYTHMS, "noRhythm": v._NO_RHYTHM, "times": v._TIMES, "also": v._ALSO,
        "grouped": v._GROUPED, "dangling": v._DANGLING, "terms": v._TERMS, "yearOverTwo": v._YEAR_OVER_TWO, "marks": v._MARKS,
        "projectTime": v._PROJECT_TIME, "work": v._WORK, "currency": v._CURRENCY, "currencies": v._CURRENCIES, "beside": v._BESIDE,
        "prices": v._PRICES, "factors": v._FACTORS,
        "allowed": {"count": v._COUNT_ALLOWED, "dates": v._DATE_ALLOWED, "period": v._PERIOD_ALLOWED, "money": v._MONEY_ALLOWED},
    }  # fmt: skip
