"""What is told differently, and what is noted beside an answer: printed, never judged."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from involve_audit.language import _
from involve_audit.project.accounts import disputed_answers, disputed_parts, is_disputed
from involve_audit.project.care import Harm
from involve_audit.project.fields import Told
from involve_audit.project.influence import Heard, Said
from involve_audit.project.model import Promise
from involve_audit.project.people import Finding, Organisation, Room, Ruling, Source, Stage, View
from involve_audit.project.power import Decision, Disagreement, FinalSay
from involve_audit.project.practice import DisputedAnswers, Entry, Section
from involve_audit.project.values import Dates
from involve_audit.results.audit import AccountFound, NoteFound
from involve_audit.wording.entry_words import ANSWERED, CARRIED_OUT, KEPT, WERE_HEARD, WHO, heard_by, who_did, word_of
from involve_audit.wording.messages import capital, in_quotes, listed, readable, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.load import Document
    from involve_audit.wording.entry_words import Became

NO_START = _(
    "This is counted from the start of the project, which is not told: `project.dates.start`. Until it is, nobody can say when it was."
)
LONGEST_ACCOUNT = 400
"""An entry that is told differently is told up to here."""


def accounts(case: Case, document: Document, titles: Mapping[str, str]) -> tuple[AccountFound, ...]:
    """Both accounts of everything that somebody tells otherwise, in the order of the file.

    Args:
        case: the project as of the day.
        document: the file, for its lines.
        titles: the parts of the work by their ids.
    """
    told = []
    for path, part in disputed_parts(case.told_parts):
        line, column = document.at(path)
        where = shown(document.true_path(path))
        for other in part.disputed or ():
            says = readable(
                _answers(part, path, disputed_answers(part, other))
                if isinstance(part, Section) and isinstance(other, DisputedAnswers)
                else as_told(part, path, titles)
                if isinstance(part, Entry)
                else ""
            )
            if len(says) > LONGEST_ACCOUNT:
                says = says[: LONGEST_ACCOUNT - 1].rstrip() + "…"
            told.append(
                AccountFound(
                    where, line, column, says, other.by, readable(other.says), tuple(other.source or ()),
                    open=is_disputed(part),
                )
            )  # fmt: skip
    return tuple(told)


# --- an entry in a sentence ------------------------------------------------------------------------

_ROOM_MAY = {
    "decides": _("that decides"),
    "advises": _("that advises"),
    "consulted": _("that is consulted"),
    "informed": _("that is informed"),
}
_VOTES = {
    "equal": _("with a vote for them as for everybody"),
    "some": _("with some votes for them"),
    "yes": _("with votes for them"),
    "none": _("with no vote for them"),
}
_CHAIR = {
    "contributor": _("a contributor in the chair"),
    "shared": _("a shared chair"),
    "researcher": _("a researcher in the chair"),
}
_DOES = {
    "runs": _("runs the work"), "hosts": _("hosts it"), "funds": _("pays for it"), "partner": _("is a partner in it"),
    "employs contributors": _("employs contributors"), "commissioned": _("was paid to do a part of it"), "orders": _("asked for it"), "uses results": _("uses what came of it"),
}  # fmt: skip
_GOVERNED = {
    "people affected": _("people affected govern it"),
    "others": _("others govern it"),
    "both": _("people affected and others govern it"),
}
_SAY = {"none": _("its say is not written down")}
_ROLE = {
    "none": _("nobody takes part"), "informed": _("people are told"), "consulted": _("people are asked"), "consulted or involved": _("people are asked, or take part"), "involved": _("people take part"),
    "involved or decided together": _("people take part, or decide together with the team"),
    "decided together": _("people and the team decide together"), "led": _("people lead"),
}  # fmt: skip
_STATUS = {
    "planned": _("it is planned"), "ongoing": _("it goes on"), "done": _("it was done"), "stopped": _("it was stopped"),
    "policy": _("it is a rule on paper"), "aim": _("it is an aim"),
}  # fmt: skip
_BESIDE = ("note", "disputed", "source", "name")
"""What is said of an entry beside what it tells."""


def as_told(part: Entry, path: Path, titles: Mapping[str, str]) -> str:
    """What an entry tells, as a sentence; of who is in a room, and of how many answered, nothing.

    >>> as_told(Room(name="Steering group", power="advises"), ("rooms", "steering_group"), {})
    'Steering group, that advises.'
    """
    if path[:2] == ("voices", "rooms"):
        return ""
    match part:
        case Room():
            said = _room(part, path)
        case Organisation():
            said = _organisation(part, path)
        case Stage():
            said = _stage(part, path, titles)
        case Decision():
            did = who_did(part.decided_by)
            who = (
                _(" {who} decided.", who=capital(did))
                if did
                else _(" It was decided in a group.")
                if part.decided_by == ("room",)
                else ""
            )
            said = _(
                "A decision: {what}{when}.{who} {became}",
                what=in_quotes(part.what),
                when=_when(part),
                who=who,
                became=_became(CARRIED_OUT, part.became),
            )
        case Said():
            who = capital(_who(part.by)) if part.by in WHO else _("Somebody")
            words = (
                _("{who} said: {said}{when}.", who=who, said=in_quotes(part.said), when=_when(part))
                if part.said
                else ""
            )
            answer = _became(ANSWERED, part.answer)
            changed = _("What changed: {changed}.", changed=in_quotes(part.changed)) if _tells(part.changed) else ""
            said = f"{words} {answer} {changed}"
        case Harm():
            did = word_of(part.said_by)
            who = _(", by the word of {who}", who=did) if did else ""
            said = _("On record{who}: {what}{when}.", who=who, what=in_quotes(part.what), when=_when(part))
        case Heard():
            said = f"{capital(word_of(part.said_by) or _who(None))}: {WERE_HEARD.get(part.answer or '', _('whether people were heard'))}{heard_by(part.heard_by, part.answer)}{_when(part)}."
        case Finding() | Ruling():
            named = f", {part.named}" if part.named else ""
            words = (
                in_quotes(part.says)
                if part.says
                else (
                    f"{WERE_HEARD[part.heard]}{heard_by(part.heard_by, part.heard)}"
                    if part.heard in WERE_HEARD
                    else _("what was found")
                )
            )
            said = f"{capital(word_of(part.by) or _who(None))}{named}: {words}{_when(part)}."
        case Promise():
            said = _(
                "This was promised: {what}{when}. {became}",
                what=in_quotes(part.what),
                when=_when(part),
                became=_became(KEPT, part.kept),
            )
        case FinalSay():
            deciders = [_who(w) for w in part.who or ()]
            who = capital(listed(deciders))
            said = (
                _("{who} has the last word.", who=who)
                if deciders == [_("the team")]
                else _("{who} have the last word.", who=who)
                if deciders
                else _("Who has the last word.")
            )
        case Disagreement():
            ended = (
                _(" How it ended: {outcome}.", outcome=in_quotes(part.outcome or "")) if _tells(part.outcome) else ""
            )
            said = _("A disagreement: {what}{when}.{ended}", what=in_quotes(part.what), when=_when(part), ended=ended)
        case View():
            # Neither how many answered nor what: of so few, people could be told apart.
            said = _("What {who} answered{when}.", who=_who(part.of), when=_when(part))
        case Source():
            said = _("The source {part}.", part=in_quotes(part.title or _name(path)))
        case _:
            said = _any(part, path)
    return capital(" ".join(said.split()))


def _room(room: Room, path: Path) -> str:
    seats = room.contributors
    many = (
        {"0": _("no contributors"), "1": _("one contributor")}.get(
            seats.text, _("{seats} contributors", seats=seats.text)
        )
        if seats
        else ""
    )
    told = (
        _("with {many}", many=many) if many else "", _CHAIR.get(room.chair or "", ""), _ROOM_MAY.get(room.power or "", ""),
        _VOTES.get(room.votes or "", ""), _STATUS[room.status] if room.status in ("planned", "stopped", "policy") else "",
    )  # fmt: skip
    return f"{', '.join((room.name or _name(path), *filter(None, told)))}."


def _organisation(one: Organisation, path: Path) -> str:
    does = listed(_DOES[d] for d in one.does or ())
    say = one.say if one.say not in (None, "unknown") else ""
    told = (
        does,
        _GOVERNED.get(one.governed_by or "", ""),
        _SAY.get(say, _("its say stands in a written {say}", say=say) if say else ""),
    )
    return (
        f"{one.name or _name(path)}: {'; '.join(filter(None, told)) or _('an organisation with a part in the work')}."
    )


def _stage(stage: Stage, path: Path, titles: Mapping[str, str]) -> str:
    title = titles.get(str(path[1]), str(path[1])) if len(path) > 1 else _("The parts of the work")
    who = f" ({stage.who})" if stage.who else ""
    role = _ROLE.get(stage.role or "", _("what part people have"))
    past = f"; {_STATUS[stage.status]}" if stage.status in ("planned", "done", "stopped", "policy", "aim") else ""
    words = _(" People said {said}.", said=in_quotes(stage.said)) if stage.said else ""
    return f"{title}{who}: {role}{past}{_when(stage)}.{words}"


def _any(part: Entry, path: Path) -> str:
    """An entry of another kind: what it is called, and its answers behind their names."""
    told = vars(part)
    needed = [told[name] for name in part.needed if isinstance(told.get(name), str)]
    begins = "; ".join(in_quotes(t) for t in needed) or capital(_name(path))
    answers = []
    for name, value in told.items():
        if name in (*_BESIDE, *part.needed) or isinstance(value, (Told, dict)):
            continue
        if name == "status" and value in _STATUS:
            answers.append(_STATUS[value])
        elif name == "answer" and value in ("yes", "no"):
            answers.append({"yes": _("it is there"), "no": _("there is none")}[value])
        elif says := _plainly(value):
            answers.append(f"{name.replace('_', ' ')}: {says}")
    return f"{begins}: {'; '.join(answers)}." if answers else f"{begins}."


def _answers(section: Section, path: Path, names: Iterable[str]) -> str:
    """Answers that stand directly in a section, behind their names."""
    told = [f"{name.replace('_', ' ')}: {_plainly(getattr(section, name, None))}" for name in names]
    return f"{capital(_name(path))}: {'; '.join(told)}."


def _plainly(value: Any) -> str:
    """An answer in words; empty where there is none, or it has answers of its own."""
    if isinstance(value, tuple):
        return listed(filter(None, map(_plainly, value)))
    text = getattr(value, "text", value)
    return " ".join(text.split()) if isinstance(text, str) else ""


def _who(by: str | None) -> str:
    return WHO[by].report if by in WHO else _("somebody")


def _became(what: Mapping[str, Became], word: str | None) -> str:
    found = what.get(word or "")
    return found.account if found else ""


def _name(path: Path) -> str:
    """The last name in a path, in words."""
    return next(
        (step.replace("_", " ") for step in reversed(path) if isinstance(step, str) and step != "entries"), "this"
    )


def _when(part: Any) -> str:
    when = part.when
    return f" ({when.in_words})" if when is not None and when.first is not None else ""


def _tells(text: str | None) -> bool:
    return bool(text) and text not in ("none", "unknown", "no")


def notes(case: Case, document: Document) -> tuple[NoteFound, ...]:
    """Every note of the file, and what the tool could not work out of its dates, in the order of the file."""
    found = []
    start = case.at("project.dates.start")
    dated = isinstance(start, Dates) and start.first is not None
    for path, part in case.told_parts:
        for name, value in vars(part).items():
            if name == "note" and value:
                found.append(_note(document, path, "file", " ".join(value.split())))
            elif isinstance(value, Dates) and value.months is not None and not dated:
                found.append(_note(document, (*path, name), "involve-audit", f"“{value.text}”: {NO_START}"))
    return tuple(found)


def _note(document: Document, path: Path, by: str, says: str) -> NoteFound:
    line, column = document.at(path)
    return NoteFound(shown(document.true_path(path)), line, column, by, readable(says))
