"""What else the format asks: questions that follow from the declarations of the model, for what the criteria do not know yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from involve_audit.interview.catalogue import plan, source_question
from involve_audit.interview.parts import CONDITIONS, first_line
from involve_audit.interview.question import SEVERAL, Choice, Question
from involve_audit.interview.question_words import ASKED, CHOICES, FIELDS, LOOKS_BACK, PRACTICES, TOPICS
from involve_audit.interview.sitting import NOW, PAST, PLAN, Sitting
from involve_audit.language import _, answer, term
from involve_audit.project.fields import Told, annotation, is_part, without_none
from involve_audit.project.model import Project
from involve_audit.project.practice import PRINCIPLES, Listing, Practice, Who
from involve_audit.project.values import Count, Dates, Money, Period
from involve_audit.wording.messages import capital

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.facts.answers import Path
    from involve_audit.interview.question import Kind, Place, Tells

_OUTLASTS = ("Legacy", "Credit", "Contact", "OwnStory", "Reach")
"""What may go on when the work is over."""
_WHO_MOSTLY = ("contributors", "people served", "together", "team", "above", "none")
_CAME_NOT = _("it was planned, and did not come")
_OF_ALL = frozenset(Practice.questions)
_KINDS: dict[Any, Kind] = {Count: "count", Dates: "date", Money: "money", Period: "period"}
_HELP = {
    "count": _("A number or words: 8, about 8, up to 15, some, none."), "date": _("A date as you remember it: 2024, March 2024, before design; `no` where it was not."),
    "money": _("An amount: 27.50 per hour, £1,200; `none` for nothing."), "period": _("A length of time: 2 weeks, 6 months, monthly."),
    "text": _("In a few words."), "texts": _("One or several, with commas between them."),
}  # fmt: skip


def open_questions(sitting: Sitting) -> Iterator[Question]:
    """The practices and their details that a criterion asks for and the file does not tell, the most telling first."""
    wanted = _wanted(sitting)
    untold: set[tuple[str, ...]] = set()
    for place, weight in sorted(wanted.items(), key=lambda w: (-w[1], w[0])):
        whole = place[:2]
        if whole in untold:
            continue  # whether there is any of it is asked once, and its details are not asked before
        if sitting.at(*whole) is None:
            untold.add(whole)
        yield from _at(sitting, place, weight)


def _wanted(sitting: Sitting) -> dict[tuple[str, ...], float]:
    """The places that open criteria look at, with how much of their range hangs on each."""
    found: dict[tuple[str, ...], float] = {}
    for judged in sitting.evaluation.judged:
        if judged.applies is False or judged.low == judged.high or not judged.unknown:
            continue
        share = (judged.high - judged.low) * (2.0 if judged.criterion.core == "yes" else 1.0) / len(judged.unknown)
        for name in judged.unknown:
            for path in sitting.facts[name].where[:1]:
                place = _field(path)
                if place:
                    found[place] = found.get(place, 0.0) + share
    return found


def _field(path: Path) -> tuple[str, ...]:
    """The practice and the key that a place of a fact belongs to."""
    kept = tuple(str(s) for s in path if isinstance(s, str) and s != "entries")
    return kept[:3] if kept and kept[0] in PRINCIPLES and len(kept) > 1 else ()


def _at(sitting: Sitting, place: tuple[str, ...], weight: float) -> Iterator[Question]:
    section, key, *rest = place
    kind = annotation(annotation(Project, section), key)
    told = sitting.at(section, key)
    if isinstance(kind, type) and issubclass(kind, Practice):
        if told is not None and all(v == "unknown" for v in vars(told).values()):
            return  # it was asked, and nobody knows
        if not sitting.asked(section, key):
            yield practice(sitting, (section, key), kind, weight)
        elif told is not None and told.status is None and told.answer not in ("no", "unknown"):
            yield _happened(sitting, (section, key), kind, weight)
        elif told is not None and told.answer not in ("no", "unknown"):
            if told.status == "planned" and sitting.tense != PAST and kind.__name__ in PRACTICES:
                yield from plan((section, key), told, capital(PRACTICES[kind.__name__]), weight)
            names = [r for r in rest if r in kind.questions] or [n for n in kind.questions if n not in _OF_ALL]
            for name in names:
                found = field(sitting, (section, key), kind, name, told, weight)
                if found is not None:
                    yield found
            if not sitting.asked(section, key, "source") and sitting.evaluation.case.in_place(told):
                yield source_question(
                    sitting,
                    ".".join(place[:2]),
                    [((section, key), PRACTICES.get(kind.__name__, key.replace("_", " ")))],
                    weight,
                )
    elif not sitting.asked(section, key):
        found = _direct(sitting, section, key, kind, weight)
        if found is not None:
            yield found


def noun_of(kind: type[Told]) -> str:
    """What a part is called within a sentence."""
    return PRACTICES.get(kind.__name__) or term(first_line(kind).rstrip(".").lower())


def _why(sitting: Sitting, section: str) -> str:
    return TOPICS.get(section) or next((p.says for p in sitting.rubric.principles if p.id == section), "")


def practice(sitting: Sitting, place: Place, kind: type[Practice], weight: float) -> Question:
    """Whether there is a practice: now, before, in the plan, or not."""
    noun = noun_of(kind)
    asks = ASKED.get(
        kind.__name__,
        (_("Is there {noun}?", noun=noun), _("Will there be {noun}?", noun=noun), _("Was there {noun}?", noun=noun)),
    )[(NOW, PLAN, PAST).index(sitting.tense)]
    word = {
        "ongoing": (_("yes, now"), (((*place, "status"), "ongoing"),)), "done": (_("there was, and it is done"), (((*place, "status"), "done"),)),
        "planned": (_("it is planned"), (((*place, "status"), "planned"),)), "policy": (_("only as a rule on paper"), (((*place, "status"), "policy"),)),
        "aim": (_("it is a wish so far"), (((*place, "status"), "aim"),)), "none": (answer("no"), ((place, "none"),)),
    }  # fmt: skip
    shown = {
        PLAN: ("planned", "ongoing", "aim", "none"), NOW: ("ongoing", "done", "planned", "policy", "none"),
        PAST: ("done", *(("ongoing",) if kind.__name__ in _OUTLASTS else ()), "planned", "policy", "none"),
    }[sitting.tense]  # fmt: skip
    labels = {("past", "done"): answer("yes"), ("past", "ongoing"): _("yes, and it lasts to this day"), ("past", "planned"): _("it was planned, and did not come"),
              ("plan", "ongoing"): _("there is already")}  # fmt: skip
    choices = tuple(Choice(w, labels.get((sitting.tense, w), word[w][0]), word[w][1]) for w in shown)
    return Question(
        ".".join(map(str, place)), asks, "choice", _why(sitting, str(place[0])), "what the next meeting could change", choices,
        unknown=((place, "unknown"),), weight=weight,
    )  # fmt: skip


def _happened(sitting: Sitting, place: Place, kind: type[Practice], weight: float) -> Question:
    at = (*place, "status")
    over = sitting.tense == PAST
    now = Choice("ongoing", _("it is done now"), ((at, "ongoing"),))
    return Question(
        ".".join(map(str, at)), _("{kind}: where does it stand?", kind=capital(noun_of(kind))), "choice", _("What is not told to have happened does not count yet."),
        "what the next meeting could change",
        (*(() if over else (now,)), Choice("done", _("it was done"), ((at, "done"),)),
         Choice("planned", _CAME_NOT if over else _("it is planned"), ((at, "planned"),)), Choice("policy", _("it is a rule on paper"), ((at, "policy"),)),
         Choice("aim", _("it is a wish so far"), ((at, "aim"),))),
        unknown=((at, "unknown"),), weight=weight,
    )  # fmt: skip


def field(sitting: Sitting, place: Place, cls: type[Told], name: str, told: Any, weight: float) -> Question | None:
    """A question for one key of a part; None where it is told, cannot have happened, or makes no sense here."""
    if sitting.asked(*place, name) or name in _OF_ALL:
        return None
    if not sitting.begun and (cls.__name__, name) in LOOKS_BACK:
        return None
    condition = CONDITIONS.get((cls.__name__, name))
    if condition is not None:
        now = getattr(told, condition["key"], None)
        if ("is" in condition and now not in condition["is"]) or ("not" in condition and now in condition["not"]):
            return None
    asks = FIELDS.get((cls.__name__, name)) or _of_part(noun_of(cls), asked_from_meaning(cls.questions[name].meaning))
    return value_question(sitting, (*place, name), annotation(cls, name), asks, weight)


def _direct(sitting: Sitting, section: str, key: str, kind: Any, weight: float) -> Question | None:
    """A question for an answer that stands directly in a section."""
    owner = annotation(Project, section)
    if not sitting.begun and (owner.__name__, key) in LOOKS_BACK:
        return None
    meaning = owner.questions[key].meaning
    asks = FIELDS.get((owner.__name__, key)) or capital(term(asked_from_meaning(meaning)))
    return value_question(sitting, (section, key), kind, asks, weight)


def _of_part(noun: str, asked: str) -> str:
    return f"{capital(noun)}: {term(asked)}"


def asked_from_meaning(meaning: str) -> str:
    """A question made of the meaning of a key: `Whether the rate was set …` becomes `is it so that the rate was set …?`."""
    first = meaning.split(". ", maxsplit=1)[0].rstrip(".").replace("`", "")
    if first.startswith("Whether "):
        return f"is it so that {first.removeprefix('Whether ')}?"
    return first[:1].lower() + first[1:] + "?"


def texts() -> Iterator[str]:
    """What is made here of the declarations of the model, as it is looked up in the language of the page."""
    for section in PRINCIPLES:
        cls = annotation(Project, section)
        for owner in (cls, *(kind for name in cls.questions if is_part(kind := annotation(cls, name)))):
            if owner is not cls and owner.__name__ not in PRACTICES:
                yield first_line(owner).rstrip(".").lower()
            for name in owner.questions:
                if (owner.__name__, name) not in FIELDS and name not in _OF_ALL:
                    yield asked_from_meaning(owner.questions[name].meaning)


def value_question(sitting: Sitting, place: Place, kind: Any, asks: str, weight: float) -> Question | None:
    """A question for one value of any kind; None where a person could not answer it in a line."""
    section = str(place[0])
    name = ".".join(map(str, place))
    decides, why = "what the next meeting could change", _why(sitting, section)
    unknown: Tells = ((place, "unknown"),)
    kind = without_none(kind)
    origin = get_origin(kind)
    if origin is Annotated:
        inner = kind.__origin__
        if get_origin(inner) is Literal:
            kind, origin = inner, Literal
        elif inner in _KINDS:
            what = _KINDS[inner]
            return Question(
                name, asks, what, why, decides, path=place, help=_HELP[what], unknown=unknown, weight=weight
            )
        else:
            return None
    if origin is Literal:
        words = [w for w in get_args(kind) if w != "unknown"]
        choices = tuple(Choice(w, CHOICES.get(w) or answer(w), ((place, w),)) for w in words)
        return Question(name, asks, "choice", why, decides, choices, unknown=unknown, weight=weight)
    if kind is str:
        return Question(name, asks, "text", why, decides, path=place, help=_HELP["text"], weight=weight)
    if origin is tuple:
        item = get_args(kind)[0]
        if item is str:
            return Question(
                name, asks, "texts", why, decides, path=place, help=_HELP["texts"], unknown=unknown, weight=weight
            )
        if get_origin(item) is Literal:
            choices = tuple(
                Choice(w, CHOICES.get(w) or answer(w), ((place, w),)) for w in get_args(item) if w != "unknown"
            )
            choices = (
                (*choices, Choice("none", _("none of these"), ((place, "none"),)))
                if not any(c.word in ("none", "nobody") for c in choices)
                else choices
            )
            # Who did something is mostly one of a few; that it was a court or a regulator can be written.
            listed = tuple(c for c in choices if c.word in _WHO_MOSTLY or item != Who)
            more = tuple(c for c in choices if c not in listed)
            return Question(
                name, asks, "several", why, decides, listed, more, path=place, unknown=unknown, weight=weight,
                help=f"{SEVERAL} {_('If it was somebody else, write who.')}" if more else SEVERAL,
            )  # fmt: skip
        return _entry(sitting, place, item, asks, weight)
    if isinstance(kind, type) and issubclass(kind, Listing):
        return _entry(sitting, (*place, "entries"), get_args(annotation(kind, "entries"))[0], asks, weight)
    return None


def _entry(sitting: Sitting, place: Place, item: Any, asks: str, weight: float) -> Question | None:
    """A question for the first entry of a list: its words, or that there is none."""
    from involve_audit.interview.question import WORDS

    needed = item.needed[0] if is_part(item) and item.needed else ""
    if not needed or annotation(item, needed) is not str:
        return None
    whole = place[:-1] if place[-1] == "entries" else place
    return Question(
        ".".join(map(str, whole)), asks, "choice", _why(sitting, str(place[0])), "what the next meeting could change",
        (Choice("yes", _("yes; say which"), (((*place, 0), {needed: WORDS}),), _("Name one, in a few words.")), Choice("none", answer("none"), ((whole, "none"),))),
        help=_("`1: …` with a few words."), unknown=((whole, "unknown"),), weight=weight,
    )  # fmt: skip


__all__ = ["field", "open_questions", "practice"]
