"""The questions on which the verdict hangs, in everyday words. What else the format asks stands in `further`.

Each function looks at a file and gives the questions of its kind that are open in it. None is given that is answered already, and
none on what cannot have happened in the phase of the work.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from involve_audit.facts.roles import TOGETHER
from involve_audit.facts.rooms import documented, has_contributors, in_use
from involve_audit.interview.question import (
    FOR_SOME,
    IF_FOR_SOME,
    SEVERAL,
    SEVERAL_APART,
    SEVERAL_OR_ALL,
    SHOWS_SOME,
    WORDS,
    Choice,
    Question,
)
from involve_audit.interview.sitting import NOW, PAST, PLAN, Sitting
from involve_audit.interview.writing import stands
from involve_audit.judge.stage_words import stage_words
from involve_audit.language import _, answer
from involve_audit.project.accounts import is_from_published_text
from involve_audit.project.names import free_name
from involve_audit.project.people import EITHER_ROLE, OR_INVOLVED, OR_TOGETHER, SHARED_ROLES, role_at_most
from involve_audit.project.practice import PLANNING, SHAPING, STAGES, with_contributors
from involve_audit.wording.messages import capital

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from involve_audit.interview.question import Kind, Place, Tells
    from involve_audit.project.power import Decision


def open_questions(sitting: Sitting) -> Iterator[Question]:
    """Every question of this module that is open in a file."""
    for asks in (
        head, stages, which_role, what_shows_it, rooms, decisions, heard, heard_by, harm, found, promises, organisations, who_decides, signs, pay_and_care,
        log, views, plans,
    ):  # fmt: skip
        yield from asks(sitting)


def yes_no(place: Place, yes: str = "yes", no: str = "no") -> tuple[Choice, ...]:
    """Yes or no, each with what it means here."""
    return Choice("yes", yes, ((place, "yes"),)), Choice("no", no, ((place, "no"),))


# --- the work ----------------------------------------------------------------------------------------

_PHASES = (
    ("idea", _("an idea; nothing is applied for yet")),
    ("applying", _("an application is being written, or is with the funder")),
    ("funded", _("the money is there, and the work has not begun")),
    ("running", _("it is running")),
    ("paused", _("it had begun, and is interrupted")),
    ("finished", _("it is finished")),
    ("cancelled", _("it was stopped before its end")),
)


def head(sitting: Sitting) -> Iterator[Question]:
    """What the work is, and what its involvement is called."""
    if not sitting.asked("project", "title"):
        yield Question(
            "title", _("What is the title of the work?"), "text", _("It stands above every report."),
            path=("project", "title"), help=_("In a few words, as others know it."), weight=130,
        )  # fmt: skip
    if not sitting.asked("project", "phase"):
        yield Question(
            "phase", _("Where is the work now?"), "choice",
            _("Plans are looked at as plans, and what was done as what was done. So this decides what else is asked."), "the verdict",
            tuple(Choice(w, says, ((("project", "phase"), w),)) for w, says in _PHASES),
            unknown=((("project", "phase"), "unknown"),), weight=125,
        )  # fmt: skip
    if not sitting.asked("project", "called"):
        yield Question(
            "called", _("Which words do you use in public for how people take part?"), "texts",
            _("A word such as co-production promises something. It is held against what happens."), "the label",
            path=("project", "called"),
            help=_("As they stand on your website or in the application: co-production, public involvement, consultation. Write `none` where you use no word for it."), or_none=True,
            unknown=((("project", "called"), "unknown"),), weight=120,
        )  # fmt: skip
    if sitting.begun or sitting.tense == PLAN:
        for word in sitting.evaluation.label.unclear:
            claims: Place = ("project", "claims", word)
            if not sitting.asked(*claims):
                yield Question(
                    f"claims {word}", _("The word “{word}”: how much say does it promise people?", word=word), "choice",
                    _("It is not generally known what it promises. It is held against what happens."), "the label",
                    tuple(Choice(rung, says, ((claims, rung),)) for rung, says in _PROMISED_SAY if rung != "none"), weight=58,
                )  # fmt: skip
    if not sitting.asked("project", "kind") and _consults(sitting) and not sitting.asked("stages"):
        at: Place = ("project", "kind")
        yield Question(
            "kind", _("What sort of work is it?"), "choice", _("The parts of a policy have other names than those of a study."), "what is asked",
            (
                Choice("research", answer("research"), ((at, "research"),)), Choice("service", _("a service, or a change of one"), ((at, "service"),)),
                Choice("policy", _("a policy, a plan or a law"), ((at, "policy"),)), Choice("other", _("something else"), ((at, "other"),)),
            ),
            weight=119,
        )  # fmt: skip
    if not sitting.asked("project", "topic_sensitive"):
        yield Question(
            "topic", _("Can the topic distress the people who take part?"), "choice",
            _("Where a topic is hard, people need somebody to turn to."), "the verdict",
            yes_no(("project", "topic_sensitive"), _("yes: illness, violence, loss, stigma, racism or the like")),
            unknown=((("project", "topic_sensitive"), "unknown"),), weight=56,
        )  # fmt: skip
    if not sitting.asked("project", "researchers"):
        yield Question(
            "researchers", _("How many researchers or other staff work on it?"), "count",
            _("Where people with lived experience run the work alone, some questions do not apply."), "what the next meeting could change",
            path=("project", "researchers"), help=_("A number or words: 6, about 10. Write 0 where people with lived experience run it alone."),
            unknown=((("project", "researchers"), "unknown"),), weight=12,
        )  # fmt: skip


# --- the parts of the work ---------------------------------------------------------------------------

_WHAT = {
    "priorities": _("choosing the question, or deciding what is needed"),
    "design": _("planning how it is done"),
    "funding": _("the bid and the budget"),
    "governance": _("steering the work and watching over it"),
    "delivery": _("doing the work, such as collecting data or running the service"),
    "analysis": _("making sense of what was found"),
    "sharing": _("papers, talks and reports"),
    "implementation": _("using the results"),
}
"""Each part of the work, as it stands in the middle of a sentence."""

_WHAT_IN_POLICY = {
    **stage_words("policy"),
    "design": _("working out the options and the wording; a public consultation is this part"),
    "funding": _WHAT["funding"],
    "implementation": _("what those who decide then do with it"),
}
"""The same where the work is a policy: its reader looks for the consultation."""


def what_of(sitting: Sitting) -> dict[str, str]:
    """The parts of the work in everyday words, for the kind of work that it is."""
    return _WHAT_IN_POLICY if sitting.at("project", "kind") == "policy" else _WHAT


def _consults(sitting: Sitting) -> bool:
    """Whether a file calls the work a consultation, so that it may be one on a policy."""
    called = " ".join(sitting.at("project", "called") or ()).casefold()
    return any(word in called for word in ("consult", "assembly", "hearing", "deliberat", "engagement"))


_ROLES_NOW = {
    "none": _("nobody has a part in it"),
    "informed": _("they are told, or are there and are not asked"),
    "consulted": _("they are asked what they think; others decide"),
    "involved": _("they take part more than once, or do some of the work, and get answers; others decide"),
    "decided together": _("they and the team decide together"),
    "led": _("they decide themselves"),
    "consulted or involved": _(
        "they take part more than once, or do some of the work; nobody can say whether they get answers"
    ),
}
_ROLES_PAST = {
    "none": _("nobody had a part in it"),
    "informed": _("they were told, or were there and were not asked"),
    "consulted": _("they were asked what they think; others decided"),
    "involved": _("they took part more than once, or did some of the work, and got answers; others decided"),
    "decided together": _("they and the team decided together"),
    "led": _("they decided themselves"),
    "consulted or involved": _(
        "they took part more than once, or did some of the work; nobody can say whether they got answers"
    ),
}
_ROLES_PLANNED = {
    "none": _("nobody will have a part in it"),
    "informed": _("they will be told, or be there and not be asked"),
    "consulted": _("they will be asked what they think; others decide"),
    "involved": _("they will take part more than once, or do some of the work, and get answers; others decide"),
    "decided together": _("they and the team will decide together"),
    "led": _("they will decide themselves"),
}
WHY_STAGE = _("How much say people have is read from their part in each piece of the work, and from what shows it.")


def status_of(sitting: Sitting, stage: str = "") -> str:
    """The status of what is told to have happened: going on where it can still go on, done where it is over."""
    if sitting.tense == PAST or stage in PLANNING or (sitting.tense == PLAN):
        return "done"
    return "ongoing"


def work_has(sitting: Sitting) -> tuple[str, ...]:
    """The parts that the work has."""
    told = sitting.at("stages", "work_has")
    return tuple(s for s in STAGES if told is None or s in told)


def stages(sitting: Sitting) -> Iterator[Question]:
    """What people do in each part of the work. What is asked of several parts in the same words is asked of them at once."""
    if sitting.at("stages", "answer") == "none":
        return
    has = work_has(sitting)
    told = [s for s in has if sitting.asked("stages", s)]
    if not told and sitting.at("stages", "complete") is None and sitting.tense != PLAN and len(has) > 2:
        yield _where(sitting, has)
    named: dict[str | None, list[tuple[Place, str]]] = {}
    for stage in told:
        for n, span in enumerate(sitting.at("stages", stage) or ()):
            place = ("stages", stage, n)
            if span.role is None and span.answer is None:
                named.setdefault(span.status if span.status in (None, "planned") else "there", []).append(
                    (place, stage)
                )
            elif span.role not in (None, "none", "unknown") and span.status is None and span.answer is None:
                yield _status(sitting, place, stage)
            elif (
                span.role in ("consulted", OR_INVOLVED)
                and span.asked is None
                and not documented(span)
                and sitting.evaluation.case.in_place(span)
            ):
                yield Question(
                    f"asked {stage}", _("{part}: what were people asked?", part=capital(what_of(sitting)[stage])), "text",
                    _("Whoever can say what people were asked need not prove that they were."), "the verdict", path=(*place, "asked"),
                    help=_("In a few words: which outcomes matter to them."), unknown=(((*place, "asked"), "unknown"),), weight=84,
                    samples=(((((*place, "asked"), "x"),)),),
                )  # fmt: skip
    for status, parts in named.items():
        # What was named in one answer is asked for in one go, before anything else.
        yield from _roles(sitting, parts, _NAMED, status)
    left: list[tuple[Place, str]] = [
        (("stages", s, 0), s) for s in has if s not in told and (sitting.only is None or s in sitting.only)
    ]
    if left and not named and sitting.at("stages", "complete") != "yes":
        # Once somebody has said where people had a part, the other parts matter less.
        yield from _roles(sitting, left, 62 if told and sitting.tense != PLAN else 95)


WHICH_ROLE = "which role "
_WHICH_ROLE = {
    OR_INVOLVED: (
        _("{part}: do people get answers to what they say there?"), _("{part}: did people get answers to what they said there?"),
        _("Who takes part and is answered has more say than who is only asked."),
    ),
    OR_TOGETHER: (
        _("{part}: do people decide there, together with the team?"), _("{part}: did people decide there, together with the team?"),
        _("Who decides has more say than who takes part where others decide."),
    ),
}  # fmt: skip
"""Which of two roles it is: asked now, asked of what is over, and why."""


def which_role(sitting: Sitting) -> Iterator[Question]:
    """Where people took part and nobody could say whether they got answers, or who decided: whether somebody can say so by now."""
    if not sitting.again:
        return
    for place, stage, span in sitting.spans():
        if span.role in EITHER_ROLE:
            at: Place = (*place, "role")
            now, past, why = _WHICH_ROLE[span.role]
            asks = past if sitting.tense == PAST or span.status == "done" else now
            smaller, larger = EITHER_ROLE[span.role]
            yield Question(
                f"{WHICH_ROLE}{stage} {place[-1]}", asks.format(part=capital(what_of(sitting)[stage])), "choice", why, "the verdict",
                (Choice("yes", answer("yes"), ((at, larger),)), Choice("no", answer("no"), ((at, smaller),))), weight=94,
            )  # fmt: skip


_NAMED = 113


def _where(sitting: Sitting, has: tuple[str, ...]) -> Question:
    choices = [Choice(s, what_of(sitting)[s], ((("stages", s, 0, "status"), status_of(sitting, s)),)) for s in has]
    choices.append(Choice("nowhere", _("nowhere: nobody has a part in any of it"), ((("stages",), "none"),)))
    return Question(
        "where", _("In which parts of the work did people whom it is about have most say? Name up to three.") if sitting.tense == PAST
        else _("In which parts of the work do people whom it is about have most say? Name up to three."), "several",
        WHY_STAGE, "the verdict", tuple(choices),
        help=f"{SEVERAL_APART} " + _("If they were only asked or told, name where. People who were only counted, surveyed or observed had no part: they are studied. How much say it was is asked next; what you leave out stays open."),
        weight=118, samples=(choices[0].tells, choices[-1].tells),
    )  # fmt: skip


def _roles(
    sitting: Sitting, parts: list[tuple[Place, str]], weight: float, status: str | None = None
) -> Iterator[Question]:
    """What part people have in some parts of the work: those asked in the same tense are asked in one question.

    Args:
        sitting: the file.
        parts: where each stands, and which it is.
        weight: how much seems to hang on it.
        status: whether they are told to have happened; None where nothing is told of them.
    """
    alike: dict[str, list[tuple[Place, str]]] = {}
    for place, stage in parts:
        if status is None:
            # In work that goes on, what is left may be over or not: it is asked in the present.
            planned, over = sitting.tense == PLAN and stage not in PLANNING, sitting.tense != NOW
        else:
            planned = status == "planned"
            over = sitting.tense == PAST or sitting.at(*place, "status") == "done"
        tense = PLAN if planned else PAST if over else NOW
        alike.setdefault(tense, []).append((place, stage))
    if len(alike) > 1 and status is not None:
        alike = {NOW: parts}  # named in one answer, so asked for in one question
    closes = status is None and len(alike) == 1
    for tense, these in alike.items():
        yield _role(sitting, these, tense, weight, status, closes=closes)


_ASKS_ROLE = {
    PLAN: _("{part}: what part will people whom the work is about have in it?"),
    NOW: _("{part}: what part do people whom the work is about have in it?"),
    PAST: _("{part}: what part did people whom the work is about have in it?"),
}
_ASKS_ROLES = {
    PLAN: _("What part will people whom the work is about have in this: {parts}?"),
    NOW: _("What part do people whom the work is about have in this, or what part did they have: {parts}?"),
    PAST: _("What part did people whom the work is about have in this: {parts}?"),
}


def _role(
    sitting: Sitting, parts: list[tuple[Place, str]], tense: str, weight: float, status: str | None, *, closes: bool
) -> Question:
    """What part people have in one part of the work, or in several.

    Args:
        sitting: the file.
        parts: where each stands, and which it is.
        tense: whether they are planned, going on or over.
        weight: how much seems to hang on it.
        status: whether they are told to have happened; None where nothing is told of them.
        closes: whether no part of the work is left when these are told.
    """
    planned, many = tense == PLAN, len(parts) > 1
    words = {PLAN: _ROLES_PLANNED, NOW: _ROLES_NOW, PAST: _ROLES_PAST}[tense]
    targets = tuple((place, what_of(sitting)[stage]) for place, stage in parts)
    first = parts[0][1]

    def in_all(tells: Callable[[str], dict[str, str]]) -> Tells:
        return tuple(((*place, key), word) for place, stage in parts for key, word in tells(stage).items())

    def happened(stage: str) -> dict[str, str]:
        return {} if status is not None else {"status": "planned" if planned else status_of(sitting, stage)}

    choices = [Choice("none", words["none"], in_all(lambda __: {"role": "none"}))]
    choices += [
        Choice(r, says, in_all(lambda stage, r=r: {"role": r, **happened(stage)}))  # type: ignore[misc]
        for r, says in words.items()
        if r != "none"
    ]
    if many and status is None and len(parts) > 2:
        choices = [
            replace(c, grave=_("This says so of all {number} parts: {says}.", number=len(parts), says=c.says)) if c.word != "none" else c
            for c in choices
        ]  # fmt: skip
    if status is None and not planned and sitting.tense != PAST:
        choices.append(Choice("planned", _("nothing yet; it is planned"), in_all(lambda __: {"status": "planned"})))
    if status is None and planned:
        choices.append(Choice("already", _("they have a part in it already"), in_all(lambda __: {"status": "ongoing"})))
    if many:
        listed = "; ".join(f"({n}) {what}" for n, (__, what) in enumerate(targets, 1))
        asks = _ASKS_ROLES[tense].format(parts=listed)
        tried = [c for c in choices if c.word in ("none", "consulted", "involved", "decided together")]
        one = parts[0][0]
        samples = tuple(tuple(t for t in c.tells if c.word == "none" or t[0][: len(one)] == one) for c in tried)
    else:
        asks = _ASKS_ROLE[tense].format(part=capital(targets[0][1]))
        samples = tuple(c.tells for c in choices if c.word in ("none", "consulted", "involved", "decided together"))
    says = _("Say what happened mostly, or at best. If it was more than one thing, take the one with most say.")
    gone = tuple(s for s in work_has(sitting) if all(s != stage for __, stage in parts))
    nobody: Tells = ((("stages", "complete"), "yes"),)
    entry = parts[0][0][2]
    name = f"role {first}" + (f" {entry}" if entry else "") if not many else f"roles {first}"
    return Question(
        name, asks, "choice", WHY_STAGE, "the verdict", tuple(choices), path=("role",) if many else (),
        help=" ".join(filter(None, ("" if planned else says, FOR_SOME if many else ""))),
        targets=targets if many else (), of_all=(("none", nobody),) if many and closes else (),
        unknown=in_all(lambda __: {"role": "unknown"}),
        out=((("stages", "work_has"), list(gone)),) if status is None and gone else (),
        weight=weight - 0.1 * STAGES.index(first), samples=samples, odds=(1, 2, 2, 2),
    )  # fmt: skip


def _status(sitting: Sitting, place: Place, stage: str) -> Question:
    at = (*place, "status")
    over = sitting.tense == PAST
    choices = [
        Choice("done", _("it was done"), ((at, "done"),)),
        *(() if over else (Choice("ongoing", _("it is going on"), ((at, "ongoing"),)),)),
        Choice("planned", _("it was planned, and did not come") if over else _("it is planned"), ((at, "planned"),)),
        Choice("stopped", _("it was stopped"), ((at, "stopped"),)),
        Choice("aim", _("it is a wish, and nobody says whether it happens"), ((at, "aim"),)),
    ]
    return Question(
        f"status {stage}", _("People's part in {part}: has it happened?", part=what_of(sitting)[stage]), "choice",
        _("What is not told to have happened does not count yet."), "the verdict", tuple(choices),
        unknown=((at, "unknown"),), weight=98,
    )  # fmt: skip


# --- what shows it -----------------------------------------------------------------------------------

_SHOWS = (
    ("minutes", _("minutes or notes of a meeting")), ("application", _("the application or the protocol")), ("report", _("a report")),
    ("publication", _("a published paper")), ("page", _("a web page or newsletter")), ("letter", _("a letter or an e-mail")),
)  # fmt: skip
_LISTED = 5
"""So many answers to what shows something are listed, besides that nothing does."""
_NAMED_BEFORE = 3
"""So many of the sources that are in the file already: those that were named last."""
WHY_SOURCE = _("What nothing shows counts as a claim. It then counts for less, however true it is.")


def what_shows_it(sitting: Sitting) -> Iterator[Question]:
    """What shows people's part in the work, once for all parts of it; then of each room, decision and word."""
    case = sitting.evaluation.case
    if is_from_published_text(sitting.project) and not sitting.asked("filled_in", "source"):
        yield source_question(
            sitting, "the file", [(("filled_in",), _("what is told here and names no source of its own"))], 90
        )
        return
    targets = [
        (place, _("people's part in {part} ({role})", part=what_of(sitting)[stage], role=answer(span.role)))
        for place, stage, span in sitting.spans()
        if not sitting.asked(*place, "source")
        and span.role not in (None, "none", "unknown", "informed")
        and case.in_place(span)
    ]
    begun = any(span.role is None and span.answer is None for _at, _of, span in sitting.spans())
    if targets and not begun:
        # Once for all parts of which somebody has said that people had a part in them.
        yield source_question(sitting, "stages", targets, 85 + min(len(targets), 4))
    promised = [
        (place, _("the plan for {part}", part=what_of(sitting)[stage]))
        for place, stage, span in sitting.spans()
        if not sitting.asked(*place, "source")
        and span.status == "planned"
        and span.role not in (None, "none", "unknown")
    ]
    if promised and sitting.tense == PLAN:
        yield source_question(sitting, "plans", promised, 20)
    for place, said in sitting.entries("influence", "heard"):
        if not sitting.asked(*place, "source") and said.answer not in (None, "unknown"):
            yield source_question(sitting, f"heard {place[-1]}", [(place, _("whether people were heard"))], 18)


def source_question(sitting: Sitting, of: str, targets: list[tuple[Place, str]], weight: float) -> Question:
    there = sitting.at("sources") or {}
    before = [Choice(n, _("{title} (named before)", title=s.title or n), ()) for n, s in reversed(there.items())]
    kinds = [Choice(word, says, ()) for word, says in _SHOWS if word not in there]
    named = min(len(before), _NAMED_BEFORE)
    choices = [*before[:named], *kinds[: _LISTED - named], Choice("nothing", _("nothing shows it so far"), ())]
    more = (*before[named:], *kinds[_LISTED - named :])
    if len(targets) == 1:
        asks = _("What shows {targets}?", targets=targets[0][1])
    else:
        several = "; ".join(f"({n}) {says}" for n, (__, says) in enumerate(targets, 1))
        asks = _("What shows this: {several}?", several=several)
    new = "to_be_named"
    name = next(iter(there), new)
    tells: Tells = () if name in there else ((("sources", new), {"kind": "other"}),)
    sample: Tells = (*tells, *(((*place, "source"), name) for place, __ in targets))
    some = " " + SHOWS_SOME if len(targets) > 1 else ""
    return Question(
        f"shows {of}", asks, "source", WHY_SOURCE, "the verdict", tuple(choices), more,
        help=_("Or say it in your own words: a letter of March 2025.") + some,
        targets=tuple(targets), unknown=tuple(((*place, "source"), "unknown") for place, __ in targets), weight=weight, samples=(sample,),
    )  # fmt: skip


# --- groups that meet --------------------------------------------------------------------------------


def rooms(sitting: Sitting) -> Iterator[Question]:
    """Groups that meet and have some say."""
    there = sitting.at("rooms")
    if not sitting.asked("rooms"):
        yield _group(sitting, "room", _("Take the one with most say."))
        return
    for name, room in (there or {}).items():
        yield from _room(sitting, name, room)
    yield from _in_which_group(sitting)
    known = all(room.contributors is not None and room.power is not None for room in (there or {}).values())
    if there and known and not sitting.asked("power", "all_rooms_told"):
        yield _group(sitting, f"room another {len(there)}", "", tuple(there))


def _in_which_group(sitting: Sitting) -> Iterator[Question]:
    """Of a part of the work that is decided together, and was told after the groups: in which of them it is decided."""
    deciding = {n: r for n, r in (sitting.at("rooms") or {}).items() if r.power == "decides" and r.votes != "none"}
    linked = [n for n in deciding if any(n in (span.rooms or ()) for _at, _of, span in sitting.spans())]
    if not deciding or len(linked) < len(deciding):
        return
    for place, stage, span in sitting.spans():
        if span.rooms is None and span.role in SHARED_ROLES:
            at = (*place, "rooms")
            choices = tuple(
                Choice(n, _("in the group “{name}”", name=r.name or n), ((at, n),)) for n, r in deciding.items()
            )
            yield Question(
                f"group {stage}", _("{part}: in which group is that decided?", part=capital(what_of(sitting)[stage])), "choice",
                _("A decision that is shared has a place where it is taken."), "the verdict", (*choices, Choice("another", _("in another, or in none"), ())),
                weight=77, samples=(choices[0].tells,),
            )  # fmt: skip


_A_GROUP = {
    PLAN: _(
        "Will there be a group that meets for this work and has some say in it, with people whom the work is about in it?"
    ),
    NOW: _(
        "Is there a group that meets for this work and has some say in it, with people whom the work is about in it?"
    ),
    PAST: _(
        "Was there a group that meets for this work and has some say in it, with people whom the work is about in it?"
    ),
}
_ANOTHER_GROUP = {
    PLAN: _(
        "Will there be another group that meets for this work and has some say in it, with people whom the work is about in it?"
    ),
    NOW: _(
        "Is there another group that meets for this work and has some say in it, with people whom the work is about in it?"
    ),
    PAST: _(
        "Was there another group that meets for this work and has some say in it, with people whom the work is about in it?"
    ),
}


def _group(sitting: Sitting, name: str, which: str, there: tuple[str, ...] = ()) -> Question:
    """A group that is not told yet. That there is one decides nothing before it is known what it may do: both are tried together."""
    status = {PLAN: "planned", NOW: "ongoing", PAST: "done"}[sitting.tense]
    asks = (_ANOTHER_GROUP if there else _A_GROUP)[sitting.tense]
    roles = {span.role for _at, _of, span in sitting.spans()}
    at: Place = ("rooms", free_name("a group", there))
    new: Tells = () if sitting.at("sources") else ((("sources", "to_be_named"), {"kind": "other"}),)
    links: Tells = tuple(
        ((*place, "rooms"), at[1])
        for place, __, span in sitting.spans()
        if span.rooms is None and span.role in SHARED_ROLES
    )
    source = next(iter(sitting.at("sources") or ["to_be_named"]))
    full: Tells = (
        *new, (at, {"contributors": "3", "power": "decides", "votes": "equal", "status": status, "source": source}), *links,
    )  # fmt: skip
    small: Tells = ((at, {"contributors": "3", "power": "advises", "status": status}),)
    no: Tells = ((("power", "all_rooms_told"), "yes"),) if there else ((("rooms",), "none"),)
    return Question(
        name, f"{asks} {which}".strip(),
        "choice", _("Where people sit and vote together with others, shared decisions can be seen."), "the verdict",
        (
            Choice("yes", answer("yes"), ((("rooms", WORDS, "name"), WORDS), (("rooms", WORDS, "status"), status)), _("What is it called?")),
            Choice("no", answer("no"), no),
        ),
        help=_("With its name: `yes: Advisory group`."), weight=(50 if roles.isdisjoint(SHARED_ROLES) else 74) - 10 * bool(there),
        samples=(full, small), odds=(0.2, 1) if roles.isdisjoint(SHARED_ROLES) else (1, 1), cost=3,
    )  # fmt: skip


def _room(sitting: Sitting, name: str, room: Any) -> Iterator[Question]:
    """What is not told yet of a group. One answer alone decides little, so they are tried together."""
    called = _("The group “{name}”", name=room.name or name)
    at: Place = ("rooms", name)
    will = room.status == "planned"
    linked = any(name in (span.rooms or ()) for _at, _of, span in sitting.spans())
    there = has_contributors(room)
    weight = 70 if linked or room.power == "decides" else 46
    shared = [
        (place, stage) for place, stage, span in sitting.spans() if span.rooms is None and span.role in SHARED_ROLES
    ]
    likely = {"contributors": "3", "power": "decides", "votes": "equal"}
    open_ = [key for key in likely if getattr(room, key) is None]
    new: Tells = () if sitting.at("sources") else ((("sources", "to_be_named"), {"kind": "other"}),)
    source = next(iter(sitting.at("sources") or ["to_be_named"]))
    links: Tells = tuple(((*place, "rooms"), name) for place, __ in shared) if not linked else ()
    unsourced = room.source is None and room.power in (None, "decides")
    whole: Tells = (
        *(((*at, key), likely[key]) for key in open_), *((*new, ((*at, "source"), source)) if unsourced else ()), *links,
    )  # fmt: skip
    # Who has begun to tell of a group goes on with it.
    cost = 0.7 * max(len(open_) + unsourced + bool(links), 1)

    def ask(
        key: str, asks: str, why: str, choices: tuple[Choice, ...], more: float, samples: tuple[Tells, ...] = (whole,)
    ) -> Question:
        return Question(
            f"room {name} {key}", f"{called}: {asks}", "choice", why, "the verdict", choices, unknown=(((*at, key), "unknown"),),
            weight=weight + more, samples=samples, cost=cost if samples == (whole,) else 1,
        )  # fmt: skip

    if room.status is None and room.answer is None and room.meetings is None:
        status = (*at, "status")
        over = sitting.tense == PAST
        choices: tuple[Choice, ...] = (
            *(() if over else (Choice("ongoing", _("yes, it meets now"), ((status, "ongoing"),)),)),
            Choice("done", _("it met, and its work is done"), ((status, "done"),)),
            Choice("planned", _("it was planned, and did not come") if over else _("not yet; it is planned"), ((status, "planned"),)), Choice("stopped", _("it was stopped"), ((status, "stopped"),)),
        )  # fmt: skip
        yield ask("status", _("does it meet?"), _("A group counts once it has met."), choices, 3, ())
    if room.contributors is None:
        yield Question(
            f"room {name} people", _("{called}: how many of those in it will be people whom the work is about?", called=called) if will
            else _("{called}: how many of those in it are people whom the work is about?", called=called), "count",
            _("One person alone among many can hardly speak for all."), "the verdict", path=(*at, "contributors"),
            help=_("A number or words: 3, about 8, up to 15, some. Write 0 for nobody."), unknown=(((*at, "contributors"), "unknown"),),
            weight=weight + 2, samples=(whole,), cost=cost,
        )  # fmt: skip
    if room.power is None and there is not False:
        power = (*at, "power")
        choices = (
            Choice("decides", _("it decides"), ((power, "decides"),)), Choice("advises", _("it advises; others decide"), ((power, "advises"),)),
            Choice("consulted", _("it is asked now and then"), ((power, "consulted"),)),
            Choice("informed", _("it is told what goes on, and not asked"), ((power, "informed"),)),
        )  # fmt: skip
        yield ask("power", _("what may it do?"), _("Who may decide shapes the work."), choices, 1)
    if room.votes is None and there is not False and room.power == "decides":
        votes = (*at, "votes")
        choices = (
            Choice("equal", _("yes, as everybody has; or all agree without a vote"), ((votes, "equal"),)),
            Choice("some", _("yes, but fewer, or only on some matters"), ((votes, "some"),)),
            Choice("yes", _("yes, but nobody says how much it counts"), ((votes, "yes"),)), Choice("none", answer("no"), ((votes, "none"),)),
        )  # fmt: skip
        yield ask(
            "votes", _("when it decides, do people whom the work is about have a vote?"), _("A seat without a vote is a seat, and not yet a say."), choices, 0,
        )  # fmt: skip
    if shared and not linked and room.power == "decides" and there:
        where = [Choice(stage, what_of(sitting)[stage], (((*place, "rooms"), name),)) for place, stage in shared]
        yield Question(
            f"room {name} where", _("{called}: in which of these is it the group that decides?", called=called), "several",
            _("A decision that is shared has a place where it is taken."), "the verdict", (*where, Choice("none", _("in none of them"), ())),
            help=SEVERAL, weight=76, samples=(whole,), cost=cost,
        )  # fmt: skip
    if not sitting.asked(*at, "source") and room.power == "decides" and in_use(sitting.evaluation.case, room):
        shows = source_question(
            sitting,
            f"room {name}",
            [(at, _("what the group “{name}” may do", name=room.name or name))],
            80 if shared or linked else 30,
        )
        yield replace(shows, samples=(whole,), cost=cost)
    led = any(span.role == "led" for _at, _of, span in sitting.spans())
    if led and room.researchers is None and room.majority is None and room.power == "decides":
        majority = (*at, "majority")
        choices = (
            Choice("contributors", _("people whom the work is about"), ((majority, "contributors"),)), Choice("others", answer("others"), ((majority, "others"),)),
            Choice("equal", _("as many of the one as of the other"), ((majority, "equal"),)),
        )  # fmt: skip
        yield ask(
            "majority",
            _("who are most of those who decide in it?"),
            _("People lead where most of those who decide are people whom the work is about."),
            choices,
            2,
            (),
        )


# --- decisions ---------------------------------------------------------------------------------------

_ABOUT = {
    "question": _("the question"), "outcome": _("what is measured or aimed at"), "design": _("the plan"), "methods": _("how it is done"),
    "budget": answer("money"), "people": _("who takes part or is employed"), "rules": answer("rules"), "service": _("the service"), "policy": _("the policy"),
    "analysis": _("what the findings mean"), "sharing": _("how it is told to others"), "use of results": _("what is done with the results"),
}  # fmt: skip
_ABOUT_LITTLE = (("wording", _("only wording, leaflets or the like")), ("other", _("something else")))
_ABOUT_IN = {
    "priorities": ("question", "outcome", "budget"), "design": ("design", "outcome", "methods"), "funding": ("budget", "people", "rules"),
    "governance": ("rules", "people", "budget"), "delivery": ("methods", "people", "service"), "analysis": ("analysis", "methods", "outcome"),
    "sharing": ("sharing", "analysis", "people"), "implementation": ("use of results", "service", "policy"),
}  # fmt: skip
"""What decisions of a part of the work are mostly about. All else is `something else`: what decides is whether it was more than wording."""


def _about(stages: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """What a decision in these parts of the work may have been about: few choices, and whether it was more than wording among them."""
    likely = dict.fromkeys(word for stage in stages for word in _ABOUT_IN[stage]) or dict.fromkeys(_ABOUT)
    return (*((word, _ABOUT[word]) for word in likely), *_ABOUT_LITTLE)


def decisions(sitting: Sitting) -> Iterator[Question]:
    """Decisions that people took or shared, and what became of them."""
    if not sitting.begun:
        return
    told = list(sitting.entries("power", "decisions"))
    closed = sitting.at("power", "decisions", "complete") == "yes"
    standings = {s.stage: s for s in sitting.evaluation.ladder.shown.stages}
    lacking = [
        (place, stage, span)
        for place, stage, span in sitting.spans()
        if span.role in SHARED_ROLES
        and sitting.evaluation.case.in_place(span)
        and stage in standings
        and standings[stage].shown.low < (role_at_most(span.role) or 0)
    ]
    money = [(place, stage) for place, stage, span in lacking if span.budget_held_by is None]
    if money and not closed and sitting.tense != PLAN:  # before a bid is won nobody holds money
        yield _budget(sitting, money)
    shown = [s for s in standings.values() if s.shown.low >= TOGETHER]
    unnamed = [one for one in lacking if not any(one[1] in (d.stage or ()) for __, d in told)]
    for __, stage, span in unnamed if not closed else ():
        # Shared decisions make a partnership in two parts of the work, one of which shapes it: tried together until one is shown.
        others = [s for __, s, ___ in unnamed if s != stage]
        others.sort(key=lambda s: s not in SHAPING)
        yield _name_a_decision(sitting, stage, span.role == "led", [stage, *([] if shown else others[:1])], len(told))
    for place, decision in told:
        yield from _decision(sitting, place, decision)


def _budget(sitting: Sitting, parts: list[tuple[Place, str]]) -> Question:
    """Who holds the money for what is decided together or by people themselves: once for all of it."""
    targets = tuple((place, what_of(sitting)[stage]) for place, stage in parts)
    many = len(targets) > 1
    listed = "; ".join(f"({n}) {what}" for n, (__, what) in enumerate(targets, 1))
    choices = tuple(
        replace(c, tells=tuple(((*place, "budget_held_by"), c.tells[0][1]) for place, __ in targets))
        for c in deciders(())
    )
    return Question(
        f"budget {parts[0][1]}", _("Who holds the money for this: {parts}?", parts=listed) if many
        else _("{part}: who holds the money for it?", part=capital(targets[0][1])), "choice", _("Who holds the money can act."), "the verdict",
        choices, path=("budget_held_by",) if many else (), targets=targets if many else (), help=FOR_SOME if many else "",
        unknown=tuple(((*place, "budget_held_by"), "unknown") for place, __ in targets), weight=68,
        samples=(choices[0].tells, choices[2].tells), odds=(0.25, 0.75),
    )  # fmt: skip


_BECAME = (
    ("done", _("it was carried out")), ("under way", _("it is under way")), ("partly", _("it was carried out in part")), ("set aside", _("it was set aside")),
)  # fmt: skip


def _name_a_decision(sitting: Sitting, stage: str, own: bool, tried: list[str], n: int) -> Question:
    """A decision of one part of the work, and what became of it.

    Args:
        sitting: the file.
        stage: the part of the work.
        own: whether it is one that people took by themselves.
        tried: the parts for which such a decision is tried out.
        n: how many decisions are told already.
    """
    at: Place = ("power", "decisions", "entries", n)
    by = "contributors" if own else "together"
    source = next(iter(sitting.at("sources") or ["to_be_named"]))
    full: Tells = (
        *(() if sitting.at("sources") else ((("sources", "to_be_named"), {"kind": "other"}),)),
        (at, {"what": "x", "stage": tried, "decided_by": by, "about": "design", "became": "done", "source": [source]}),
    )  # fmt: skip
    part, which = capital(what_of(sitting)[stage]), _("Which decision, in a few words?")
    told = {"what": WORDS, "stage": [stage], "decided_by": by}
    return Question(
        f"decision {stage}", _("{part}: name one decision that people took themselves. What became of it?", part=part) if own
        else _("{part}: name one decision that people and the team took together. What became of it?", part=part), "choice",
        _("A shared decision is seen best in one that was taken, and in what became of it."), "the verdict",
        (
            *(Choice(word, says, ((at, {**told, "became": word}),), which) for word, says in _BECAME),
            Choice("untold", _("nobody can say what became of it"), ((at, {**told, "became": "unknown"}),), which),
            Choice("none", _("none comes to mind"), ()),
        ),
        help=_("`1: school nurses invite people`."), weight=84 + (stage in SHAPING), samples=(full,), cost=4 * len(tried),
    )  # fmt: skip


def _decision(sitting: Sitting, place: Place, decision: Decision) -> Iterator[Question]:
    """What is not told yet of a decision. One answer alone decides nothing, so they are tried together."""
    by = decision.decided_by
    if by is not None and "room" not in by and not with_contributors(by):
        return
    likely = {"decided_by": "together", "about": "design", "became": "done"}
    open_ = [name for name in likely if getattr(decision, name) is None]
    source = next(iter(sitting.at("sources") or ["to_be_named"]))
    new: Tells = () if sitting.at("sources") else ((("sources", "to_be_named"), {"kind": "other"}),)
    unsourced: Tells = (*new, ((*place, "source"), source)) if decision.source is None else ()
    whole: Tells = (*(((*place, name), likely[name]) for name in open_), *unsourced)
    cost = len(open_) + bool(unsourced)
    says = _("The decision “{what}”", what=decision.what)
    # Who has begun to tell of a decision on which the verdict hangs goes on with it: each answer alone decides nothing.
    begun = _GONE_ON_WITH if _decides_a_part(sitting, decision) else 0

    def ask(name: str, asks: str, why: str, choices: tuple[Choice, ...], weight: float) -> Question:
        return Question(
            f"decision {place[-1]} {name}", f"{says}: {asks}", "choice", why, "the verdict", choices,
            unknown=(((*place, name), "unknown"),), weight=weight + begun, samples=(whole,), cost=cost,
        )  # fmt: skip

    if decision.decided_by is None:
        yield ask(
            "decided_by",
            _("who took it?"),
            _("Who decides shapes the work."),
            _took_it(decision, (*place, "decided_by")),
            83,
        )
    if decision.became is None:
        at = (*place, "became")
        yield ask(
            "became", _("what became of it?"), _("A decision counts when it is carried out."),
            tuple(Choice(word, w_says, ((at, word),)) for word, w_says in _BECAME),
            88,
        )  # fmt: skip
    if decision.about is None:
        at = (*place, "about")
        yield ask(
            "about", _("what kind of thing was it about?"), _("A decision on wording alone is a small one."),
            tuple(Choice(w, w_says, ((at, w),)) for w, w_says in _about(decision.stage or ())), 87,
        )  # fmt: skip
    if decision.became == "under way" and decision.announced_as is None:
        at = (*place, "announced_as")
        choices = (
            Choice("binding", _("yes, binding"), ((at, "binding"),)),
            Choice("advice", _("no, as advice"), ((at, "advice"),)),
        )
        yield ask(
            "announced_as", _("was it announced as binding?"), _("What is binding is more than advice."), choices, 82
        )
    if not sitting.asked(*place, "source"):
        shows = source_question(
            sitting, f"decision {place[-1]}", [(place, _("the decision “{what}”", what=decision.what))], 86 + begun
        )
        yield replace(shows, samples=(whole,), cost=cost)


_GONE_ON_WITH = 24.5


def _decides_a_part(sitting: Sitting, decision: Decision) -> bool:
    """Whether a decision would show that a part of the work is decided together, or by people themselves, where nothing else shows it yet."""
    shown = {s.stage: s.shown.low for s in sitting.evaluation.ladder.shown.stages}
    stages = decision.stage or ()
    return decision.became in (None, "done", "under way") and any(
        stage in stages and span.role in SHARED_ROLES and shown.get(stage, TOGETHER) < TOGETHER
        for __, stage, span in sitting.spans()
    )


def deciders(at: Place) -> tuple[Choice, ...]:
    """Who decides, as choices."""
    return (
        Choice("contributors", _("people whom the work is about"), ((at, "contributors"),)),
        Choice("together", _("they and the team together"), ((at, "together"),)),
        Choice("team", _("the team: whoever runs the work, such as researchers, staff or a council"), ((at, "team"),)),
        Choice("above", _("somebody above the team, who funds, commissions or governs it"), ((at, "above"),)),
        Choice("team and above", _("the team, with somebody above it"), ((at, ["team", "above"]),)),
    )


def _outside(at: Place) -> Choice:
    return Choice(
        "outside the team", _("somebody who neither runs the work nor stands above it: a court, a regulator, a landlord"), ((at, "outside the team"),)
    )  # fmt: skip


def _took_it(decision: Decision, at: Place) -> tuple[Choice, ...]:
    """Who took a decision, as choices: also the room in which it was taken, where one is told."""
    room = Choice("room", _("those who sit in the room in which it was taken, with each other"), ((at, "room"),))
    return (*deciders(at), _outside(at), *((room,) if decision.room else ()))


def who_decides(sitting: Sitting) -> Iterator[Question]:
    """Who decides in the end."""
    if not sitting.asked("power", "final_say"):
        at: Place = ("power", "final_say")
        yield Question(
            "final say", _("Who decides in the end, where people do not agree?") if sitting.tense != PAST else _("Who decided in the end, where people did not agree?"),
            "choice", _("Somebody has the last word. It is honest to say who."), "the verdict", (*deciders(at), _outside(at)),
            unknown=((at, "unknown"),), weight=94,
        )  # fmt: skip


# --- were people heard; was anybody harmed -----------------------------------------------------------


_EARLY_ON = 111
"""What comes as soon as it is told where people had a part.

Most work has harmed nobody, so on average little hangs on that question; but where somebody was harmed, or people say that they were
not heard, all else counts less, and it must not come after a dozen others.
"""


def _parts_told(sitting: Sitting) -> bool:
    """Whether it is told of work that runs or is over where people had a part in it, and which."""
    if sitting.tense == PLAN:
        return False
    spans = [span for _at, _of, span in sitting.spans()]
    open_ = any(span.role is None and span.answer is None for span in spans)
    return not open_ and (
        bool(spans) or sitting.at("stages", "answer") == "none" or sitting.at("stages", "complete") == "yes"
    )


def heard(sitting: Sitting) -> Iterator[Question]:
    """Whether people were heard, and who says so."""
    if sitting.begun and not sitting.asked("influence", "heard"):
        at: Place = ("influence", "heard", 0)

        def says(answer: str, by: str = "") -> Tells:
            return (((*at, "answer"), answer), *((((*at, "said_by"), by),) if by else ()))

        choices = (
            Choice("they say yes", _("people themselves say that they were heard"), says("yes", "contributors")),
            Choice("they say no", _("people themselves say that they were not heard"), says("no", "contributors")),
            Choice("split", _("of the people themselves some say yes, and some no"), says("split", "contributors")),
            Choice("team says yes", _("the team thinks so; people themselves were not asked"), says("yes", "team")),
            # Who says so is asked next: seldom anybody but people themselves does.
            Choice("others say no", _("others say that they were not heard: the team itself, an evaluation, people who were left out"), says("no")),
        )  # fmt: skip
        yield Question(
            "heard", _("Were people heard? Whose word is it?"), "choice",
            _("To be there is not the same as to be heard. People's own word weighs most; a letter or a minute will do."), "the verdict", choices,
            unknown=((("influence", "heard", 0, "answer"), "unknown"),), weight=_EARLY_ON if _parts_told(sitting) else 92, samples=(choices[0].tells, choices[1].tells),
        )  # fmt: skip
    for place, said in sitting.entries("influence", "heard"):
        if said.answer == "no" and not sitting.asked(*place, "said_by"):
            by: Place = (*place, "said_by")
            yield Question(
                f"heard {place[-1]} who", _("Who says that people were not heard?"), "choice", _("It counts who says so."), "the verdict",
                (
                    Choice("team", _("the team itself"), ((by, "team"),)), Choice("evaluation", _("an evaluation"), ((by, "evaluation"),)),
                    Choice("inquiry", _("an inquiry"), ((by, "inquiry"),)),
                    Choice("organisation of people affected", _("an organisation of the people concerned"), ((by, "organisation of people affected"),)),
                    Choice("people served", _("people whom the work serves, and who had no part in it"), ((by, "people served"),)),
                    Choice("outside the team", _("somebody else outside the team: scholars, the press, critics"), ((by, "outside the team"),)),
                ),
                unknown=((by, "unknown"),), weight=_EARLY_ON + 0.1,
            )  # fmt: skip


def heard_by(sitting: Sitting) -> Iterator[Question]:
    """By whom people were not heard, where somebody says that they were not."""
    for place, one in sitting.entries("influence", "heard"):
        if one.answer == "no" and not sitting.asked(*place, "heard_by"):
            at: Place = (*place, "heard_by")
            yield Question(
                f"heard {place[-1]} by", _("Who did not hear them?"), "choice",
                _("Not to be heard by a ministry or a funder is not the same as not to be heard by those who run the work."), "the verdict",
                (
                    Choice("team", _("the team: those who run the work"), ((at, "team"),)),
                    Choice("above", _("somebody above the team: funder, service, government"), ((at, "above"),)),
                    Choice("both", _("both"), ((at, ["team", "above"]),)),
                ),
                unknown=((at, "unknown"),), weight=46,
            )  # fmt: skip


def harm(sitting: Sitting) -> Iterator[Question]:
    """Whether anybody was harmed, or an agreement broken."""
    if not sitting.begun:
        return
    at: Place = ("care", "harm")
    if not sitting.asked(*at):

        def entry(kind: str, to: str = "") -> Tells:
            # Who says so is asked next: nobody has told it yet.
            one = {"what": WORDS, "kind": kind, **({"to": to} if to else {})}
            return ((at, {"entries": [one]}),)

        choices = (
            Choice("no", _("no; we asked, and there is nothing of the kind"), ((at, "none"),)),
            Choice("used otherwise than agreed", _("something that people gave (data, stories, names) was used otherwise than agreed"), entry("used otherwise than agreed"), _("What happened?")),
            Choice("undone", _("an agreement with them was undone without them"), entry("agreement undone"), _("What happened?")),
            Choice("harm", _("somebody who takes part was hurt in another way"), entry("harm", "contributors"), _("What happened?")),
            Choice("served", _("somebody whom the work serves was hurt"), entry("harm", "people served"), _("What happened?")),
            Choice("none known", _("none is known; nobody has asked"), ((at, {"complete": "unknown", "note": _("None is known. Nobody has asked.")}),)),
            Choice("rather not", _("I would rather not say it here"), ()),
        )  # fmt: skip
        yield Question(
            "harm", _("Was anybody harmed, or something that people gave used in a way that they had not agreed to?"), "choice",
            _("We ask this of all work. It does not mean that somebody thinks so."), "the verdict", choices,
            help=_("In a sentence that names nobody: `2: photos were printed without asking`."),
            unknown=((at, "unknown"),), weight=_EARLY_ON - 0.1 if _parts_told(sitting) else 72,
            samples=(choices[0].tells, choices[1].tells), odds=(0.9, 0.1),
        )  # fmt: skip
    found = list(sitting.entries(*at))
    for place, one in found:
        if not sitting.asked(*place, "said_by"):
            yield _who_says_so(place, one)
        if one.kind == "harm" and not sitting.asked(*place, "done_by"):
            yield _who_did_it(place, one)
        yield from _mended(place, one)
    listed = stands(sitting.document.tree, at)
    if found and isinstance(listed, dict) and "entries" in listed and not sitting.asked(*at, "complete"):
        yield Question(
            "harm all", _("Is there anything else of this kind on record: harm, or an agreement that was broken?"), "choice",
            _("We ask this of all work. It does not mean that somebody thinks so."), "the policy",
            (
                Choice("no", _("no, that is all"), (((*at, "complete"), "yes"),)), Choice("yes", _("yes, there is more"), (((*at, "complete"), "no"),)),
            ),
            unknown=(((*at, "complete"), "unknown"),), weight=62,
        )  # fmt: skip


def _who_says_so(place: Place, one: Any) -> Question:
    """Whose word it is that something went wrong: never taken for granted."""
    at: Place = (*place, "said_by")
    return Question(
        f"harm {place[-1]} who", _("“{what}”: whose word is it?", what=one.what), "choice",
        _("It weighs most when those who were hurt say so, or somebody who is not part of the work."), "the verdict",
        (
            Choice("contributors", _("people who take part say so"), ((at, "contributors"),)),
            Choice("people served", _("people whom the work serves say so"), ((at, "people served"),)),
            Choice("organisation of people affected", _("an organisation of the people concerned says so"), ((at, "organisation of people affected"),)),
            Choice("inquiry", _("an inquiry found it"), ((at, "inquiry"),)),
            Choice("team", _("the team itself says so"), ((at, "team"),)),
        ),
        more=(
            Choice("court", _("a court found it"), ((at, "court"),)), Choice("regulator", _("a regulator found it"), ((at, "regulator"),)),
            Choice("evaluation", _("an evaluation found it"), ((at, "evaluation"),)),
            Choice("outside the team", _("somebody else outside the team says so: scholars, the press, critics"), ((at, "outside the team"),)),
        ),
        help=_("If it is somebody else, write who: a court, a regulator, an evaluation, or others outside the team."), unknown=((at, "unknown"),), weight=_EARLY_ON + 0.1,
    )  # fmt: skip


def _who_did_it(place: Place, one: Any) -> Question:
    """Whether it happened in this work: what others did to people is often why there is such work."""
    at: Place = (*place, "done_by")
    return Question(
        f"harm {place[-1]} by", _("“{what}”: did it happen in this work, or through it?", what=one.what), "choice",
        _("What others did to people, before or beside it, is no harm of this work."), "the verdict",
        (
            Choice("team", _("yes; those who do or organise the work did it"), ((at, "team"),)),
            Choice("above", _("yes; those who fund, order or govern it did it"), ((at, "above"),)),
            Choice("together", _("yes; contributors and the team did it"), ((at, "together"),)),
            Choice("contributors", _("yes; contributors did it"), ((at, "contributors"),)),
            Choice("outside the team", _("no; others did it, before this work or beside it"), ((at, "outside the team"),)),
        ),
        unknown=((at, "unknown"),), weight=73.5, odds=(0.4, 0.4, 0.05, 0.05, 0.1),
    )  # fmt: skip


def _mended(place: Place, one: Any) -> Iterator[Question]:
    if one.repair is None:
        at: Place = (*place, "repair")
        yield Question(
            f"repair {place[-1]}", _("“{what}”: was it put right?", what=one.what), "choice", _("What is put right, with those concerned, counts from then on."), "the verdict",
            (
                Choice("with them", _("yes, in a way that those concerned agreed to"), ((at, {"status": "done", "agreed_with": ["contributors"]}),)),
                Choice("team", _("something was done, without asking them"), ((at, {"status": "done", "agreed_with": "none"}),)),
                Choice("planned", _("not yet, but there is a plan for it"), ((at, {"status": "planned"}),)),
                Choice("no", answer("no"), ((at, "none"),)),
            ),
            unknown=((at, "unknown"),), weight=_EARLY_ON + 0.05,
        )  # fmt: skip


# --- what others found, what was promised, and organisations of the people concerned -----------------


def found(sitting: Sitting) -> Iterator[Question]:
    """What somebody found who is no part of the work, and whether people were heard by it."""
    if not sitting.begun or sitting.tense == PLAN:
        return
    at: Place = ("findings", "entries")
    if not sitting.asked("findings"):

        def entry(heard: str = "") -> Tells:
            return (((*at, 0), {"says": WORDS, **({"heard": heard} if heard else {})}),)

        what = _("What did they find, in a sentence?")
        yield Question(
            "found", _("Did an inquiry, a court, a regulator or an evaluation say something on how people took part?"), "choice",
            _("Those who are no part of the work may see what others do not."), "the verdict",
            (
                Choice("no", _("no, nothing of the kind"), ((("findings",), "none"),)),
                Choice("heard", _("yes: that people were heard"), entry("yes"), what), Choice("not heard", _("yes: that people were not heard"), entry("no"), what),
                Choice("split", _("yes: that some were heard and others were not"), entry("split"), what),
                Choice("something else", _("yes: something else"), entry(), what),
            ),
            help=_("`3: the answers came too late to count`."), unknown=((("findings",), "unknown"),), weight=52, cost=2,
            samples=(((("findings",), "none"),), (((*at, 0), {"says": "x", "heard": "no", "by": "inquiry"}),)), odds=(0.8, 0.2),
        )  # fmt: skip
    for place, one in sitting.entries("findings"):
        if not sitting.asked(*place, "by"):
            by: Place = (*place, "by")
            yield Question(
                f"found {place[-1]} by", _("“{says}”: who found that?", says=one.says or one.named), "choice", _("It counts who says so."), "the verdict",
                (
                    Choice("evaluation", _("an evaluation"), ((by, "evaluation"),)), Choice("inquiry", _("an inquiry"), ((by, "inquiry"),)),
                    Choice("organisation of people affected", _("an organisation of the people concerned"), ((by, "organisation of people affected"),)),
                    Choice("outside the team", _("somebody else outside the team: scholars, the press, critics"), ((by, "outside the team"),)),
                    Choice("team", _("the team itself"), ((by, "team"),)),
                ),
                more=(Choice("court", _("a court"), ((by, "court"),)), Choice("regulator", _("a regulator"), ((by, "regulator"),))),
                help=_("If it was a court or a regulator, write that."), unknown=((by, "unknown"),), weight=82,
            )  # fmt: skip
        if one.says and not sitting.asked(*place, "source"):
            yield source_question(
                sitting, f"found {place[-1]}", [(place, _("what was found (“{says}”)", says=one.says))], 48
            )


_PROMISED_SAY = (
    ("none", _("no say at all; it was about something else")), ("informed", _("to be told")), ("consultation", _("to be asked, while others decide")),
    ("involvement", _("to take part and get answers, while others decide")), ("collaboration", _("to decide together with the team")),
    ("co-production", _("to make the whole work together, as equals")), ("led", _("to decide by themselves")),
)  # fmt: skip


def promises(sitting: Sitting) -> Iterator[Question]:
    """What was promised in public, and whether it was kept."""
    at: Place = ("project", "promises")
    if not sitting.asked(*at):

        def entry(kept: str = "") -> Tells:
            return (((*at, 0), {"what": WORDS, **({"kept": kept} if kept else {})}),)

        what = _("What was promised, in the words that were used?")
        kept = (
            Choice("kept", _("yes, and it was kept"), entry("yes"), what), Choice("partly", _("yes, and it was kept in part"), entry("partly"), what),
            Choice("broken", _("yes, and it was not kept"), entry("no"), what), Choice("open", _("yes, and nobody can say yet"), entry("unknown"), what),
        )  # fmt: skip
        choices = kept if sitting.begun and sitting.tense != PLAN else (Choice("yes", answer("yes"), entry(), what),)
        worst = {"what": "x", "claims": "collaboration", "kept": "no"}
        yield Question(
            "promised", _("Was something promised in public about the say that people would have? Was it kept?") if len(choices) > 1
            else _("Was something promised in public about the say that people would have?"), "choice",
            _("People come because of what they are promised."), "the label", (Choice("no", _("no, nothing was promised"), ((at, "none"),)), *choices),
            help=_("In the words that were used: `2: we will do what the assembly says`."), unknown=((at, "unknown"),), weight=53, cost=2,
            samples=(((at, "none"),), (((*at, 0), worst),)) if len(choices) > 1 else (), odds=(0.7, 0.3) if len(choices) > 1 else (),
        )  # fmt: skip
    for place, one in sitting.entries(*at):
        if not sitting.asked(*place, "claims"):
            claims: Place = (*place, "claims")
            yield Question(
                f"promised {place[-1]} claims", _("“{what}”: how much say does that promise people?", what=one.what), "choice",
                _("A promise is held against what people then have."), "the label",
                tuple(Choice(word, says, ((claims, word),)) for word, says in _PROMISED_SAY), weight=60,
            )  # fmt: skip
        if not sitting.asked(*place, "kept") and sitting.begun and sitting.tense != PLAN:
            at_kept: Place = (*place, "kept")
            yield Question(
                f"promised {place[-1]} kept", _("“{what}”: was that kept?", what=one.what), "choice", _("A promise of this kind should be kept."), "the label",
                (Choice("yes", answer("yes"), ((at_kept, "yes"),)), Choice("partly", _("in part"), ((at_kept, "partly"),)), Choice("no", answer("no"), ((at_kept, "no"),))),
                unknown=((at_kept, "unknown"),), weight=59,
            )  # fmt: skip


def organisations(sitting: Sitting) -> Iterator[Question]:
    """Organisations that people affected govern themselves, and what these do in the work."""
    status = {PLAN: "planned", NOW: "ongoing", PAST: "done"}[sitting.tense]
    asks = {
        PLAN: _(
            "Will an organisation that the people concerned govern themselves, as its members, trustees or owners, have a part in the work?"
        ),
        NOW: _(
            "Does an organisation that the people concerned govern themselves, as its members, trustees or owners, have a part in the work?"
        ),
        PAST: _(
            "Did an organisation that the people concerned govern themselves, as its members, trustees or owners, have a part in the work?"
        ),
    }[sitting.tense]
    if not sitting.asked("organisations"):

        def there(does: str) -> Tells:
            at = ("organisations", WORDS)
            return (
                ((*at, "name"), WORDS),
                ((*at, "does"), [does]),
                ((*at, "governed_by"), "people affected"),
                ((*at, "status"), status),
            )

        shared = [stage for __, stage, span in sitting.spans() if span.role in SHARED_ROLES]
        new: Tells = () if sitting.at("sources") else ((("sources", "to_be_named"), {"kind": "other"}),)
        source = next(iter(sitting.at("sources") or ["to_be_named"]))
        whole = {"does": ["runs"], "governed_by": "people affected", "status": status, "source": source}
        name = _("What is it called?")
        yield Question(
            "organisation", asks, "choice",
            _("Those who own the work have a say in it that nobody needs to give them."), "the verdict",
            (
                Choice("runs", _("yes, it runs the work or a part of it"), there("runs"), name), Choice("partner", _("yes, as a partner"), there("partner"), name),
                Choice("no", answer("no"), ((("organisations",), "none"),)),
            ),
            help=_("With its name: `2: Tenants’ association`."), unknown=((("organisations",), "unknown"),), weight=66 if shared else 40,
            samples=(((*new, (("organisations", "x"), whole))), ((("organisations",), "none"),)), odds=(0.3, 0.7) if shared else (0.05, 0.95), cost=4,
        )  # fmt: skip
    for key, one in (sitting.at("organisations") or {}).items():
        at: Place = ("organisations", key)
        if one.governed_by not in ("people affected", "both"):
            continue
        called = f"“{one.name or key}”"
        if not sitting.asked(*at, "stages") and len(work_has(sitting)) > 1:
            parts = tuple(
                Choice(stage, what_of(sitting)[stage], (((*at, "stages"), stage),)) for stage in work_has(sitting)
            )
            yield Question(
                f"organisation {key} stages", _("{called}: in which parts of the work did it have a part?", called=called) if sitting.tense == PAST
                else _("{called}: in which parts of the work does it have a part?", called=called), "several",
                _("It counts for the parts of the work that it runs or is a partner in."), "the verdict", parts, path=(*at, "stages"),
                help=SEVERAL_OR_ALL, weight=78,
            )  # fmt: skip
        if one.does and "partner" in one.does and not sitting.asked(*at, "say"):
            say: Place = (*at, "say")
            yield Question(
                f"organisation {key} say", _("{called}: is its say in the work written down?", called=called), "choice", _("What is written down can be held up."), "the verdict",
                (
                    Choice("agreement", _("yes, in an agreement"), ((say, "agreement"),)), Choice("contract", _("yes, in a contract"), ((say, "contract"),)),
                    Choice("memorandum", _("yes, in a memorandum"), ((say, "memorandum"),)), Choice("code", _("yes, in a code or rules"), ((say, "code"),)),
                    Choice("none", answer("no"), ((say, "none"),)),
                ),
                unknown=((say, "unknown"),), weight=76,
            )  # fmt: skip
        if not sitting.asked(*at, "source"):
            yield source_question(
                sitting, f"organisation {key}", [(at, _("who governs {called}, and what it does", called=called))], 75
            )


# --- signs that people's part did not count ----------------------------------------------------------

_LONG_AGO = "2000"
_INVITED = (
    ("better work", _("the work gets better by it")), ("their knowledge", _("they know what the team does not")), ("their right", _("it is their right")),
    ("they asked to be", _("they asked to take part")), ("trust in the results", _("so that the results are trusted")),
    ("funder asks", _("the funder asks for it")), ("rules or ethics ask", _("rules or an ethics committee ask for it")), ("to be seen to", _("to be seen to do it")),
)  # fmt: skip


def signs(sitting: Sitting) -> Iterator[Question]:
    """Why people were invited, whether they speak for themselves, when they came in, and whether a say was taken back."""
    at: Place = ("voices", "invited_because")
    if not sitting.asked(*at):
        asks = {
            PLAN: _("Why will people be invited? Say what you would say to them."),
            NOW: _("Why are people invited? Say what you would say to them."),
            PAST: _("Why were people invited? Say what you would say to them."),
        }[sitting.tense]
        yield Question(
            "invited", asks, "several",
            _("People may want to know if it is only to please somebody else."), "the verdict",
            tuple(Choice(w, says, ((at, w),)) for w, says in _INVITED), path=at, unknown=((at, "unknown"),), help=SEVERAL,
            weight=58, samples=(((at, ["better work"]),), ((at, ["funder asks"]),)),
        )  # fmt: skip
    at = ("voices", "direct_experience")
    if not sitting.asked(*at):
        yield Question(
            "themselves", {PLAN: _("Will people speak for themselves, or others for them?"), NOW: _("Do people speak for themselves, or others for them?"),
                           PAST: _("Did people speak for themselves, or others for them?")}[sitting.tense], "choice",
            _("Nobody knows better than those who live with it."), "the policy",
            (Choice("themselves", _("people who are affected themselves take part"), ((at, "yes"),)),
             Choice("others", _("only staff or organisations speak for them"), ((at, "no"),))),
            unknown=((at, "unknown"),), weight=57, odds=(0.95, 0.05),
        )  # fmt: skip
    # That people came in too late is seen from two dates: they are tried together.
    first, locked = ("timing", "first_involved"), ("timing", "design_locked")
    late: Tells = (
        *(() if sitting.asked(*first) else ((first, sitting.date.isoformat()),)),
        *(() if sitting.asked(*locked) else ((locked, _LONG_AGO),)),
    )
    at = ("timing", "first_involved")
    if not sitting.asked(*at):
        yield Question(
            "first", _("When were people first involved?") if sitting.begun else _("When will people first be involved?"), "date",
            _("What is decided already is hard to change."), "the verdict", path=at,
            help=_("A date as you remember it: 2024, March 2024, before design, never."), unknown=((at, "unknown"),), weight=56,
            samples=(((at, "before design"),), late), odds=(0.8, 0.2), cost=len(late) or 1,
        )  # fmt: skip
    at = ("timing", "design_locked")
    if not sitting.asked(*at):
        yield Question(
            "locked", _("When could the plan no longer change?") if sitting.tense == PAST else _("From when on can the plan no longer change?"), "date",
            _("What people say after that can hardly change it."), "the verdict", path=at,
            help=_("A date: 2024-06, spring 2025. Write `never` where it could change to the end.") if sitting.tense == PAST
            else _("A date: 2024-06, spring 2025. Write `no` where it can still change."),
            unknown=((at, "unknown"),), weight=55, samples=(((at, "no"),), late), odds=(0.8, 0.2), cost=len(late) or 1,
            no=_("never; it could change to the end") if sitting.tense == PAST else _("no, it can still change"),
        )  # fmt: skip
    if sitting.begun and sitting.tense != PLAN:
        yield from _taken_back(sitting)


def _taken_back(sitting: Sitting) -> Iterator[Question]:
    at: Place = ("power", "ended")
    if not sitting.asked(*at):
        what: dict[str, str] = {"what": WORDS, "by": "team", "agreed": "no"}
        above: dict[str, str] = {"what": WORDS, "by": "above", "agreed": "no"}
        agreed: dict[str, str] = {"what": WORDS, "by": "together", "agreed": "yes"}
        yield Question(
            "ended", _("Was a role or a group of people ended, or were its members replaced?"), "choice",
            _("People should have a say in what becomes of their own role."), "the verdict",
            (
                Choice("no", answer("no"), ((at, "none"),)),
                Choice("agreed", _("yes, and the people in it agreed"), (((*at, "entries", 0), agreed),), _("Which role or group?")),
                Choice("team", _("yes, by the team, and they did not agree"), (((*at, "entries", 0), what),), _("Which role or group?"),
                       _("This says that the team ended a role of people, or replaced those in it, against their will.")),
                Choice("above", _("yes, by somebody above the team, and they did not agree"), (((*at, "entries", 0), above),), _("Which role or group?"),
                       _("This says that somebody above the team ended a role of people, or replaced those in it, against their will.")),
            ),
            unknown=((at, "unknown"),), weight=54, samples=(((at, "none"),), (((*at, "entries", 0), {**what, "what": "x"}),)),
        )  # fmt: skip
    if not sitting.asked("power", "decisions"):
        at = ("power", "decisions")
        aside = {
            "what": WORDS,
            "decided_by": "contributors",
            "announced_as": "binding",
            "became": "set aside",
            "set_aside_by": "team",
        }
        yield Question(
            "overruled", _("Did somebody in charge undo something that people had been told they could decide?"), "choice",
            _("A promise of this kind should be kept."), "the verdict",
            (
                Choice("no", _("no, nothing was announced as theirs to decide"), ((at, "none"),)),
                Choice("kept", _("no, though there were such decisions (they are asked for one by one)"), ((("power", "decisions", "complete"), "no"),)),
                Choice("team", _("yes, the team"), (((*at, "entries", 0), aside),), _("Which decision?"),
                       _("This says that people had decided this, that it had been announced as binding, and that the team set it aside.")),
                Choice("above", _("yes, somebody above the team"), (((*at, "entries", 0), {**aside, "set_aside_by": "above"}),), _("Which decision?"),
                       _("This says that people had decided this, that it had been announced as binding, and that somebody above the team set it aside.")),
            ),
            unknown=((at, "unknown"),), weight=50, samples=(((at, "none"),),),
        )  # fmt: skip


# --- pay, costs, safety, answers ---------------------------------------------------------------------


def pay_and_care(sitting: Sitting) -> Iterator[Question]:
    """Pay, costs, support, and whether people hear what came of it: what a partnership and the policy need."""
    planned = sitting.tense == PLAN
    status = {PLAN: "planned", NOW: "ongoing", PAST: "done"}[sitting.tense]
    pay: Place = ("reward", "pay")
    if not sitting.asked(*pay) or (sitting.at(*pay, "offered") is None and sitting.at(*pay, "answer") != "no"):
        asks = {
            PLAN: _("Will people be paid for their time?"),
            NOW: _("Are people paid for their time?"),
            PAST: _("Were people paid for their time?"),
        }[sitting.tense]

        def offered(word: str) -> Tells:
            happens: Tells = () if sitting.at(*pay, "status") else (((*pay, "status"), status),)
            return (((*pay, "offered"), word), *happens)

        yield Question(
            "pay", asks, "choice", _("People with little money cannot work for nothing."), "the verdict",
            (Choice("all", _("yes, pay is offered to all"), offered("all")), Choice("some", _("to some of them"), offered("some")),
             Choice("none", answer("no"), offered("none"))),
            unknown=(((*pay, "offered"), "unknown"),), weight=66,
        )  # fmt: skip
    if sitting.at(*pay, "offered") == "none":
        for name, asks, why in (
            (
                "unpaid_by_choice",
                _("Do people choose freely not to be paid?")
                if sitting.tense == NOW
                else _("Did people choose freely not to be paid?"),
                _("To give one's time freely is a choice; to have none is not."),
            ),
            (
                "staff_paid",
                _("Are the others in the team paid for the same work?"),
                _("Unpaid among the paid is another thing than all unpaid."),
            ),
        ):
            if not sitting.asked(*pay, name):
                yield Question(
                    name,
                    asks,
                    "choice",
                    why,
                    "the policy",
                    yes_no((*pay, name)),
                    unknown=(((*pay, name), "unknown"),),
                    weight=65,
                )
    if not sitting.asked(*pay, "time_asked") and not planned and sitting.at(*pay, "offered") == "none":
        at = (*pay, "time_asked")
        yield Question(
            "time", _("How much time is asked of each person?"), "choice", _("A few minutes are another thing than days of work."), "the policy",
            tuple(Choice(w, says, ((at, w),)) for w, says in (("minutes", _("minutes, as for a short survey")), ("hours", answer("hours")), ("days", answer("days")), ("more", answer("more")))),
            unknown=((at, "unknown"),), weight=64,
        )  # fmt: skip
    expenses: Place = ("reward", "expenses")
    if not sitting.asked(*expenses) or (
        sitting.at(*expenses, "paid") is None and sitting.at(*expenses, "answer") != "no"
    ):
        will = {PLAN: _("Will people's costs (travel, care, internet) be paid?"), NOW: _("Are people's costs (travel, care, internet) paid?"),
                PAST: _("Were people's costs (travel, care, internet) paid?")}[sitting.tense]  # fmt: skip

        def paid(word: str) -> Tells:
            happens: Tells = () if sitting.at(*expenses, "status") else (((*expenses, "status"), status),)
            return (((*expenses, "paid"), word), *happens)

        yield Question(
            "expenses", will, "choice", _("Travel costs that nobody pays keep people out."), "the policy",
            (
                Choice("up front", _("yes, booked or paid beforehand"), paid("up front")), Choice("on the day", _("yes, on the day"), paid("on the day")),
                Choice("in arrears", _("yes, claimed back later"), paid("in arrears")), Choice("none", answer("no"), paid("none")),
            ),
            unknown=(((*expenses, "paid"), "unknown"),), weight=56,
        )  # fmt: skip
    if (
        not planned
        and not sitting.asked(*expenses, "denied")
        and sitting.at(*expenses, "paid") not in (None, "none", "unknown")
    ):
        at = (*expenses, "denied")
        yield Question(
            "denied", _("Was anybody refused the money for what it cost them to take part?"), "choice", _("Somebody may have stayed away for this reason."),
            "the policy", yes_no(at), unknown=((at, "unknown"),), weight=63,
        )  # fmt: skip
    if sitting.at("project", "topic_sensitive") in (None, "yes"):
        yield from _support(sitting, status)
    feedback: Place = ("influence", "feedback")
    if (
        not sitting.asked(*feedback, "kinds")
        and sitting.at(*feedback, "answer") not in ("no", "unknown")
        and (sitting.begun or planned)
    ):
        happens: Tells = () if sitting.at(*feedback, "status") else (((*feedback, "status"), status),)
        at = (*feedback, "kinds")
        asks = {
            PLAN: _("After people have said something: what will people hear of it?"),
            NOW: _("After people have said something: what do people hear of it?"),
            PAST: _("After people have said something: what did people hear of it?"),
        }[sitting.tense]
        yield Question(
            "feedback", asks, "several", _("Nobody can know that they were heard if nobody tells them."),
            "the verdict",
            (
                Choice("what changed", _("what changed because of it, or why not"), ((at, "what changed"),)),
                Choice("progress", _("how the work goes on"), ((at, "progress"),)), Choice("results", _("the results"), ((at, "results"),)),
                Choice("thanks", answer("thanks"), ((at, "thanks"),)), Choice("nothing", answer("nothing"), ((("influence", "feedback"), "none"),)),
            ),
            path=at, also=happens, unknown=(((*feedback, "answer"), "unknown"),), help=SEVERAL, weight=61,
            samples=(((at, ["what changed"]), *happens), (((*feedback,), "none"),)), odds=(0.9, 0.1),
        )  # fmt: skip


def _support(sitting: Sitting, status: str) -> Iterator[Question]:
    at: Place = ("care", "support")
    if sitting.asked(*at) or sitting.facts["safe_where_sensitive"].value is not None:
        return
    asks = {
        PLAN: _("When the topic is hard: who will be there for people?"),
        NOW: _("When the topic is hard: who is there for people?"),
        PAST: _("When the topic is hard: who was there for people?"),
    }[sitting.tense]

    def there(*when: str) -> Tells:
        return (((*at, "status"), status), *(((*at, w), "yes") for w in when))

    yield Question(
        "support", asks, "choice", _("Nobody should come to harm by taking part."), "the verdict",
        (
            Choice("throughout", _("somebody, before, during and after"), there("before", "during", "after")),
            Choice("during", _("somebody, while they take part"), there("during")),
            Choice("after", _("somebody who asks afterwards how they are"), there("after")),
            Choice("plan", _("there is a plan for it on paper, with steps for distress"),
                   ((("care", "plan", "status"), status), (("care", "plan", "distress_steps"), "yes"))),
            Choice("nobody", _("nobody in particular"), ((at, "none"), (("care", "plan"), "none")) if not sitting.asked("care", "plan") else ((at, "none"),)),
        ),
        unknown=(((*at, "answer"), "unknown"),), weight=60 if sitting.at("project", "topic_sensitive") == "yes" else 30,
    )  # fmt: skip


# --- what people said, and what they think -----------------------------------------------------------


def log(sitting: Sitting) -> Iterator[Question]:
    """One thing that people said, and what came of it."""
    if not sitting.begun:
        return
    at: Place = ("influence", "log")
    if not sitting.asked(*at):

        def entry(answer: str) -> Tells:
            return (((*at, "entries", 0), {"said": WORDS, "by": "contributors", "answer": answer}),)

        choices = (
            Choice("taken up", _("it was taken up"), entry("taken up"), _("What did they say?")), Choice("partly", _("it was taken up in part"), entry("partly"), _("What did they say?")),
            Choice("refused", _("it was refused"), entry("refused"), _("What did they say?")), Choice("unanswered", _("nobody answered"), entry("unanswered"), _("What did they say?")),
            Choice("nothing", _("nothing that people said is on record"), ((at, "none"),)),
            Choice("untold", _("nobody can say what came of it"), entry("unknown"), _("What did they say?")),
        )  # fmt: skip
        yield Question(
            "said", _("Name one thing that people said. What came of it?"), "choice", _("People give their time so that something can change."), "the verdict",
            choices, help=_("`1: the letter frightens people`."), unknown=((at, "unknown"),), weight=53, cost=2,
            samples=(((at, "none"),), (((*at, "entries", 0), {"said": "x", "by": "contributors", "answer": "taken up", "changed": "x"}),)),
        )  # fmt: skip
    for place, one in sitting.entries(*at):
        what = f"“{one.said or one.changed}”"
        if one.answer in ("taken up", "partly") and one.changed is None:
            yield Question(
                f"said {place[-1]} changed", _("{what}: what changed because of it?", what=what), "text", _("People may want to see it."), "the verdict",
                path=(*place, "changed"), help=_("In a sentence; `none` where nothing did."), or_none=True, unknown=(), weight=52,
            )  # fmt: skip
        if one.answer in ("refused", "partly") and one.reason is None:
            yield Question(
                f"said {place[-1]} reason", _("{what}: which reason was given to those who said it?", what=what), "text", _("A refusal with a reason is an answer."),
                "the verdict", path=(*place, "reason"), help=_("In a sentence; `none` where none was given."), or_none=True, unknown=(), weight=51,
            )  # fmt: skip
        if one.told_back is None:
            yield Question(
                f"said {place[-1]} back", _("{what}: when were those who said it told what came of it?", what=what), "date",
                _("Nobody can know that they were heard if nobody tells them."), "what the next meeting could change", path=(*place, "told_back"),
                help=_("A date: May 2025. `no` where they were not told."), unknown=(((*place, "told_back"), "unknown"),), weight=20,
            )  # fmt: skip


def views(sitting: Sitting) -> Iterator[Question]:
    """What people say when they are asked apart from the team."""
    if not sitting.begun or sitting.tense == PLAN:
        return
    at: Place = ("views", "entries", 0)
    if not sitting.asked("views"):

        def asked(by: str, anonymous: str = "") -> Tells:
            entry = {"of": "contributors", "collected_by": by}
            return ((at, {**entry, "anonymous": anonymous} if anonymous else entry),)

        yield Question(
            "views", _("Were people asked what they think of all this while the team was not listening?"), "choice",
            _("It is easier to say what is wrong when the team is not there."), "the policy",
            (
                Choice("no", answer("no"), ((("views",), "none"),)),
                Choice("outside", _("yes, by somebody outside the team"), asked("outside the team")),
                Choice("anonymous", _("yes, by the team, with answers that bear no name"), asked("team", "yes")),
                Choice("contributors", _("yes, they asked each other"), asked("contributors")),
                Choice("team", _("only by the team itself, face to face"), asked("team", "no")),
            ),
            unknown=((("views",), "unknown"),), weight=55, samples=(((("views",), "none"),),),
        )  # fmt: skip
    for place, view in sitting.entries("views"):
        for name, asks in (
            ("asked", _("When people were asked apart from the team: how many people were asked?")),
            ("answered", _("When people were asked apart from the team: how many of them answered?")),
        ):
            if view.of == "contributors" and not sitting.asked(*place, name):
                yield Question(
                    f"views {place[-1]} {name}", asks, "count",
                    _("Of very few people no numbers are shown, so that nobody is found out."), "the policy", path=(*place, name),
                    help=_("A number or words: 9, about 12."), unknown=(((*place, name), "unknown"),), weight=54,
                )  # fmt: skip


# --- plans -------------------------------------------------------------------------------------------


def plans(sitting: Sitting) -> Iterator[Question]:
    """Of what is planned: when, who sees to it, and what it costs. Of an application also who is to lead it with the team."""
    if sitting.tense == PAST:
        return
    planned = [
        (place, stage, span) for place, stage, span in sitting.spans() if span.status == "planned" and span.role not in (None, "none", "unknown")
    ]  # fmt: skip
    for key in ("when", "owner", "people"):
        # What is asked of several plans in the same words is asked of them at once.
        open_ = [
            (place, what_of(sitting)[stage])
            for place, stage, span in planned
            if not sitting.asked(*place, key) and not (key == "when" and span.since)
        ]
        if len(open_) > 1:
            yield _of_all_plans(key, open_)
        elif open_:
            ((place, what),) = open_
            yield _of_a_plan(key, place, _("People's part in {part}", part=what))
    for place, stage, span in planned:
        if span.owner is None and not sitting.asked(*place, "cost"):
            # A plan counts with its day, and with somebody who sees to it or with money: where there is the one, the other decides nothing.
            yield _of_a_plan("cost", place, _("People's part in {part}", part=what_of(sitting)[stage]))
    if sitting.tense != PLAN:
        return
    at: Place = ("project", "dates", "submitted")
    if not sitting.asked(*at) and sitting.evaluation.case.early:
        yield Question(
            "submitted", _("When is the application handed in?"), "date", _("Until then things are easiest to change."), "the policy", path=at,
            help=_("A date: February 2027."), unknown=((at, "unknown"),), weight=40,
        )  # fmt: skip
    at = ("power", "leadership")
    if not sitting.asked(*at):
        new: Place = (*at, 0)

        def post(role: str) -> Tells:
            return ((new, {"role": role, "status": "planned", "people": WORDS}),)

        yield Question(
            "posts", _("Will somebody with lived experience be a co-applicant, or have another post with a say?"), "choice",
            _("Who stands on the application shares in what comes after it."), "the policy",
            (
                Choice("co-applicant", _("yes, co-applicant"), post("co-applicant"), _("How many people?")),
                Choice("chair", _("yes, chair or co-chair"), post("co-chair"), _("How many people?")),
                Choice("peer researcher", _("yes, as peer researcher"), post("peer researcher"), _("How many people?")),
                Choice("other", _("yes, another post"), post("other"), _("How many people?")),
                Choice("no", answer("no"), ((at, "none"),)),
            ),
            help=_("`1: 2` for two co-applicants."), unknown=((at, "unknown"),), weight=38,
        )  # fmt: skip


_PLAN_ASKS: dict[str, tuple[Kind, str, str, str, str, float]] = {
    "when": (
        "date", _("{what}: when is it planned?"), _("When is people's part in this planned: {parts}?"), _("A plan with a day is more than a wish."),
        _("A date, or a time of the project: 2027, spring 2027, month 6."), 48,
    ),
    "owner": (
        "text", _("{what}: who will see to it?"), _("Who will see to people's part in this: {parts}?"), _("What is everybody's task is easily nobody's."),
        _("A role, not a name: involvement lead."), 47,
    ),
    "people": (
        "count", _("{what}: how many people are meant to take part?"), _("How many people are meant to take part in this: {parts}?"),
        _("One person alone can hardly speak for all."), _("A number or words: 3, about 8, up to 15."), 45,
    ),
    "cost": (
        "money", _("{what}: how much money is set aside for it?"), "", _("A plan without money often stays a plan."),
        _("An amount: 1200, £2,400; `none` for nothing."), 46,
    ),
}  # fmt: skip
"""What is asked of something planned: the kind of answer, the question on one plan and on several, why, what is meant, and its weight."""


def _of_a_plan(key: str, place: Place, what: str, weight: float | None = None) -> Question:
    """One thing that is asked of a plan."""
    kind, asks, __, why, says, usual = _PLAN_ASKS[key]
    at: Place = (*place, key)
    return Question(
        f"{key} {'.'.join(map(str, place))}", asks.format(what=what), kind, why, "the policy", path=at, help=says,
        unknown=() if kind == "text" else ((at, "unknown"),), weight=usual if weight is None else weight,
    )  # fmt: skip


def _of_all_plans(key: str, plans: list[tuple[Place, str]]) -> Question:
    """One thing that is asked of several plans at once."""
    kind, __, asks, why, says, weight = _PLAN_ASKS[key]
    listed = "; ".join(f"({n}) {what}" for n, (__, what) in enumerate(plans, 1))
    return Question(
        f"{key} plans", asks.format(parts=listed), kind, why, "the policy", path=(key,), help=f"{says} {IF_FOR_SOME}",
        unknown=() if kind == "text" else tuple(((*place, key), "unknown") for place, __ in plans), targets=tuple(plans), weight=weight + 1,
    )  # fmt: skip


def plan(place: Place, part: Any, what: str, weight: float) -> Iterator[Question]:
    """Of a practice that is planned: when; or, where nobody can say, who sees to it; or what it costs. One of them makes it more than a wish."""
    if part.when is None and part.since is None and part.owner is None and part.cost is None:
        yield from (_of_a_plan(key, place, what, weight - n) for n, key in enumerate(("when", "owner", "cost")))


__all__ = ["documented", "open_questions", "plan"]
