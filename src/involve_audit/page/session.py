"""What happens when somebody does something in the page: text in, text out, so that it is the same in a browser and in a test.

A request says what is done, what was given with it, on which day, and what stood in the page before (`state`). The reply says what
stands there then. Nothing is kept here but what was worked out last, and only to be quick.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from involve_audit.interview import NotUnderstood, Question, answered, asked_back, asked_before, coming, said_back
from involve_audit.interview.answer_reading import WordsWanted
from involve_audit.interview.meaning import Perhaps
from involve_audit.language import _
from involve_audit.load import decode, read, read_project, value_at
from involve_audit.page import drawing, outline, part_screen, results
from involve_audit.render import USUAL_LAYER
from involve_audit.render.words import phrases
from involve_audit.wording.messages import InputError, shown
from involve_audit.yamlfile.editing import CannotInsert

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.policy.policy_file import Wanted
    from involve_audit.results.audit import Audit
    from involve_audit.rubric.model import LoadedRubric

    Does = Callable[["Doing"], dict[str, Any]]

NAME = "project.yaml"
"""What the file is called, here and in every report, as on the command line."""
KEEP_DAYS = 30
"""So many days answers stay in the browser of somebody who agrees to it."""
_UNDO = 400_000
"""So many characters of earlier texts are kept, for going back."""
_SHORT = 4
"""A file of at most so many sections is shown whole."""
_BEGINS = ("new", "open", "example")
_NOTHING_OPEN = {"refused": _("Nothing is open yet: begin, or open a file.")}
SCREENS = ("question", "answers", "results", "together")


@dataclass(frozen=True)
class Doing:
    """One thing that somebody does in the page.

    Attributes:
        page: the page.
        state: what stands in it; what is done may change it.
        given: what was given with it.
        day: today.
    """

    page: Session
    state: dict[str, Any]
    given: dict[str, Any]
    day: dt.date


class Session:
    """One page that somebody has open.

    Attributes:
        loaded: the rubric by which it judges.
        policy: what a funder asks for; None where nobody asks for more than usual.
        examples: the examples that can be looked at, by name.
        more: what else can be done, by name: what needs files on a disk, be it one in memory.
        beside: what was handed in and waits for somebody to say what becomes of it; gone with the page.
    """

    def __init__(self, given: str, more: Mapping[str, Does] | None = None) -> None:
        told = json.loads(given)
        self.given = told
        self.loaded = _rubric(told.get("rubric"))
        self.policy = _policy(told.get("policy"), self.loaded)
        self.examples: dict[str, dict[str, str]] = {e["name"]: e for e in told.get("examples", ())}
        self.more = dict(more or {})
        self.beside: dict[str, Any] = {}
        self._audits: dict[Any, Audit] = {}
        self._asked: dict[Any, tuple[Question, ...]] = {}

    def act(self, request: str) -> str:
        """Do one thing, and say what the page shows then."""
        asked = json.loads(request)
        day = dt.date.fromisoformat(asked["date"])
        state = {
            "text": None,
            "past": [],
            "later": [],
            "unknown": False,
            "screen": "question",
            "part": None,
            "opened": None,
            **(asked.get("state") or {}),
        }
        given = asked.get("given") or {}
        does = {**_DOES, **self.more}.get(asked["does"])
        if does is None:
            raise KeyError(asked["does"])
        try:
            reply = (
                does(Doing(self, state, given, day))
                if state["text"] is not None or asked["does"] in _BEGINS
                else _NOTHING_OPEN
            )
        except Exception as error:  # the last place that can say it in a sentence; what was answered stays
            state = asked.get("state")
            reply = {
                "refused": _(
                    "An error of the page itself: {name}: {error}. Nothing that you answered is lost.",
                    name=type(error).__name__,
                    error=error,
                )
            }
        until = day + dt.timedelta(days=KEEP_DAYS)
        reply = {"state": state, "until": until.isoformat(), "until_says": phrases.day(until.isoformat()), **reply}
        return json.dumps(reply, ensure_ascii=False)

    # --- what is worked out from a file ---------------------------------------------------------------

    def quick(self, text: str, day: dt.date) -> Audit:
        """The audit, as far as the sheet needs it.

        Raises:
            InputError: the file cannot be read.
        """
        return self._audit(text, day, whole=False)

    def whole(self, text: str, day: dt.date) -> Audit:
        """The audit, as the command line makes it for a report.

        Raises:
            InputError: the file cannot be read.
        """
        return self._audit(text, day, whole=True)

    def _audit(self, text: str, day: dt.date, *, whole: bool) -> Audit:
        from involve_audit.assess import audit_document

        key = (text, day, whole)
        if key not in self._audits:
            document = read(text, NAME)
            more: dict[str, Any] = (
                {"exports": True, "lines": "when asked"} if whole else {"steps": False, "lines": "none"}
            )
            found = audit_document(document, self.loaded, day, self.policy, **more)
            self._audits = {**dict(list(self._audits.items())[-3:]), key: found}
        return self._audits[key]

    def asked(self, state: dict[str, Any], day: dt.date) -> tuple[Question, ...]:
        """What is asked next, the most decisive first.

        Raises:
            InputError: the file cannot be read.
        """
        key = (state["text"], day, tuple(state["later"]), state["unknown"])
        if key not in self._asked:
            most = drawing.DECIDES_NEXT + 1
            found = coming(
                state["text"], self.loaded.rubric, day, later=state["later"], most=most, conditions=self._unmet(state["text"], day)
            )  # fmt: skip
            if not found and state["unknown"]:
                found = asked_before(state["text"], self.loaded.rubric, day, later=state["later"], most=most)
            self._asked = {**dict(list(self._asked.items())[-3:]), key: found}
        return self._asked[key]

    def _unmet(self, text: str, day: dt.date) -> tuple[Wanted, ...]:
        """What the policy of the page asks for and is not met yet."""
        if self.policy is None:
            return ()
        from involve_audit.interview.asked_for import still_asked_for

        try:
            return still_asked_for(self.policy, self.quick(text, day), self.loaded.rubric)
        except InputError:
            return ()  # a mistake is asked about first


# --- at the beginning ----------------------------------------------------------------------------------


def _rubric(told: dict[str, str] | None) -> LoadedRubric:
    from involve_audit.rubric import shipped

    if told is None:
        return shipped.load()
    from involve_audit.rubric.extend import load_own

    return load_own(told["text"].encode("utf-8"), told["name"], shipped.names(), shipped.base)


def _policy(told: dict[str, str] | None, loaded: LoadedRubric) -> PolicyOptions | None:
    if told is None:
        return None
    from involve_audit.policy.conditions import PolicyOptions
    from involve_audit.policy.policy_file import check_names, load_policy

    policy = load_policy(told["text"].encode("utf-8"), told["name"])
    check_names(policy, loaded.rubric)
    return PolicyOptions(policy=policy)


# --- what is shown -------------------------------------------------------------------------------------


def shows(
    now: Doing, *, says: str = "", wrong: str = "", given: Mapping[str, Any] | None = None, before: str = "",
    again: Question | None = None, place: str = "", part: part_screen.PartScreen | None = None, sure: tuple[str, str] = ("", ""),
) -> dict[str, Any]:  # fmt: skip
    """The screen that is open, and the sheet beside it.

    Args:
        now: what is done.
        says: what is said to whoever listens to the page.
        wrong: what is wrong with the last answer.
        given: that answer.
        before: the headline before it.
        again: a question that is asked again, from the outline.
        place: for it, where its answer stands.
        part: a part as it was filled in, where that was not taken.
        sure: what that answer says in all, where it weighs so much that it is asked back, and the answer as it would be typed.
    """
    text = now.state["text"]
    try:
        audit: Audit | None = now.page.quick(text, now.day)
        problems: list[Any] = []
        beyond = ""
    except InputError as error:
        audit, problems, beyond = None, error.problems, error.text()
    try:
        asked = now.page.asked(now.state, now.day)
    except InputError:
        asked = ()
    headline = audit.verdict.says if audit is not None else ""
    screen = now.state["screen"]
    if again is not None:
        main = drawing.question(again, says=wrong, given=given, now=_now(text, place), again=place, sure=sure)
    elif screen == "answers":
        main = _part(now, part) or _answers(now)
    elif screen == "results" and audit is not None:
        main = results.listed()
    elif screen == "together" and audit is not None:
        main = drawing.html("together", **_beside(now))
    elif problems and not asked:
        main = drawing.html("mistakes", problems=beyond, text=text, count=len(problems))
    elif asked:
        main = drawing.question(asked[0], says=wrong, given=given, back=bool(now.state["past"]), sure=sure)
    else:
        nobody_knew = not now.state["unknown"] and asked_before(text, now.page.loaded.rubric, now.day, most=1)
        main = drawing.html(
            "nothing-left", later=bool(now.state["later"]), back=bool(now.state["past"]), unknown=bool(nobody_knew)
        )
    rest = asked if screen != "question" or again is not None else asked[1:]
    side = (
        drawing.sheet(audit, rest, before if before != headline else "")
        if audit is not None
        else drawing.html("no-sheet", count=len(problems))
    )
    moved = before and before != headline
    spoken = (
        _("It now stands so: {headline}", headline=headline)
        if moved
        else _("Where it stands has not changed.")
        if before
        else ""
    )
    return {
        "main": main, "sheet": side, "screen": "question" if again is not None else screen, "headline": headline,
        "says": " ".join(s for s in (wrong or says, spoken) if s),
    }  # fmt: skip


def _now(text: str, place: str) -> str:
    from involve_audit.wording.messages import flow

    value = value_at(read(text, NAME).tree, _place(place))
    return flow(value) if value is not None else ""


def _part(now: Doing, filled_in: part_screen.PartScreen | None = None) -> str:
    """The part of the outline that is open; nothing where none is, or where it is not there any more."""
    place = now.state.get("part")
    if place is None:
        return ""
    try:
        found = filled_in or part_screen.part(now.state["text"], _place(place), now.page.loaded.rubric)
    except InputError:
        found = None
    if found is None:
        now.state["part"] = None
        return ""
    return drawing.html("part", p=found, back=bool(now.state["past"]))


def _answers(now: Doing) -> str:
    session, text = now.page, now.state["text"]
    problems = ""
    try:
        document = read(text, NAME)
    except InputError as error:
        return drawing.html("mistakes", problems=error.text(), text=text, count=len(error.problems))
    try:
        read_project(document)
    except InputError as error:
        problems = error.text()
    sections = outline.outline(document, session.loaded.rubric)
    root = part_screen.part(text, (), session.loaded.rubric)
    below = {b.asked.key: b for b in root.below} if root is not None else {}
    opened = _opened(now, [s.key for s in sections])
    rows = [
        {"key": s.key, "title": s.title, "answers": s.answers, "below": below.pop(s.key, None), "open": s.key in opened}
        for s in sections
    ]
    return drawing.html(
        "answers", sections=rows, untold=list(below.values()), problems=problems, text=text, back=bool(now.state["past"])
    )  # fmt: skip


def _opened(now: Doing, keys: list[str]) -> list[str]:
    """The sections of the outline that are drawn: those that somebody opened, and from the beginning the first, or all of a short file."""
    if now.state["opened"] is None:
        return keys if len(keys) <= _SHORT else keys[:1]
    found: list[str] = now.state["opened"]
    return found


def _beside(now: Doing) -> dict[str, Any]:
    """What the screen for several files offers: whose answers, which rooms, whom to compare with."""
    from involve_audit.census import shipped
    from involve_audit.survey.collect import SIDES

    project = read_project(read(now.state["text"], NAME))
    return {
        "sides": tuple(SIDES), "month": f"{now.day:%Y-%m}", "sensitive": project.project is not None and project.project.topic_sensitive == "yes",
        "rooms": [(name, room.name or name) for name, room in (project.rooms or {}).items()], "populations": shipped.names(),
    }  # fmt: skip


def _place(text: str) -> tuple[str | int, ...]:
    return tuple(json.loads(text))


def told(state: dict[str, Any], text: str, about: str = "") -> None:
    """Let the page hold another text; the one before can be gone back to."""
    past = [*state["past"], [state["text"], about]]
    while len(past) > 1 and sum(len(before) for before, __ in past) > _UNDO:
        past.pop(0)
    state["past"], state["text"] = past, text


def _headline(now: Doing) -> str:
    try:
        return now.page.quick(now.state["text"], now.day).verdict.says
    except InputError:
        return ""


# --- what can be done ----------------------------------------------------------------------------------


def _new(now: Doing) -> dict[str, Any]:
    """Begin a file, with what was answered while Python started."""
    now.state.update(text=drawing.BEGINNING, past=[], later=[], unknown=False, screen="question", opened=None)
    for early in now.given.get("early", ()):
        found = next((q for q in now.page.asked(now.state, now.day) if q.id == early.get("id")), None)
        if found is None:
            continue
        reply, __ = _taken(now, found, early)
        if reply is not None:
            return reply
    if now.given.get("screen") in SCREENS:
        now.state["screen"] = now.given["screen"]
    return shows(now)


def _open(now: Doing) -> dict[str, Any]:
    """Open a file that somebody has."""
    files: list[dict[str, str]] = now.given.get("files") or []
    if len(files) != 1:
        return {"refused": _("Choose one file: a project.yaml. Several files are looked at under “Together”.")}
    name, data = str(files[0]["name"]), base64.b64decode(files[0]["data"])
    if name.lower().endswith(".json"):
        return _saved(data, name)
    try:
        text = decode(data, name)
        # The bytes are kept as they are: what is saved differs only where something was answered.
        text = data.decode("utf-8")
    except (InputError, UnicodeDecodeError) as error:
        return {
            "refused": error.text()
            if isinstance(error, InputError)
            else _("{name}: this is not text in UTF-8", name=name)
        }
    now.state.update(text=text, past=[], later=[], unknown=False, screen="question", opened=None)
    return shows(now, says=_("{name} is open.", name=name))


def _saved(data: bytes, name: str) -> dict[str, Any]:
    """Show an audit that was saved: it holds no file that could be gone on with."""
    from involve_audit.render import render
    from involve_audit.render.json import read_saved

    try:
        audits = read_saved(data.decode("utf-8"))
    except ValueError as error:
        return {"refused": f"{name}: {error}"}
    return {"main": results.shown("html", "team", ".html", render("html", audits), name, alone=True), "screen": "saved"}


def _example(now: Doing) -> dict[str, Any]:
    example = now.page.examples[now.given["name"]]
    now.state.update(text=example["text"], past=[], later=[], screen="results", opened=None)
    return shows(now, says=_("This is an example."))


def _show(now: Doing) -> dict[str, Any]:
    if now.given["screen"] in SCREENS:
        now.state.update(screen=now.given["screen"], part=None)
    return shows(now)


def _answer(now: Doing) -> dict[str, Any]:
    """Write an answer down, or leave the question open."""
    again = str(now.given.get("again") or "")
    if again:
        found = outline.asked_again(now.state["text"], _place(again), now.page.loaded.rubric, now.day)
    else:
        found = next((q for q in now.page.asked(now.state, now.day) if q.id == now.given.get("id")), None)
    if found is None:
        return shows(now, says=_("This question is not open any more."))
    before = _headline(now)
    reply, says = _taken(now, found, now.given, again)
    return reply if reply is not None else shows(now, says=says, before=before)


def _taken(
    now: Doing, question: Question, given: Mapping[str, Any], again: str = ""
) -> tuple[dict[str, Any] | None, str]:
    """Take an answer: what is shown where it was not taken, and what is said where it was."""
    how = str(given.get("how") or "answer")
    text = now.state["text"]
    if how == "later":
        told(now.state, text, question.id)
        now.state["later"] = [*now.state["later"], question.id]
        return None, _("It is asked again another time.")
    line = how if how != "answer" else line_of(question, given)
    wrong = ""
    try:
        line = _as_meant(text, question, line, str(given.get("sure") or ""))
        grave = (
            ""
            if given.get("sure") == line or question.id.startswith(outline.AS_WRITTEN)
            else asked_back(text, question, line)
        )
        if grave:
            return shows(
                now,
                says=_("{grave} Is that so?", grave=grave),
                given=given,
                again=question if again else None,
                place=again,
                sure=(grave, line),
            ), ""
        if again:
            after, echo = outline.answered_again(text, question, line), line
        else:
            after, echo = answered(text, question, line), said_back(text, question, line)
    except Perhaps as perhaps:
        likely = _("You wrote “{line}”. It may be this: {likely}.", line=line, likely=perhaps.likely)
        return shows(
            now, says=likely, given=given, again=question if again else None, place=again, sure=(likely, perhaps.instead)
        ), ""  # fmt: skip
    except WordsWanted as wanted:
        wrong = _("{words} Please write a few words beside your choice.", words=wanted.choice.words)
    except NotUnderstood as error:
        wrong = _in_page(question, str(error), in_words=bool(given.get("text")))
    except CannotInsert as error:
        if again:
            wrong = _("This cannot be changed here: {error}.", error=error)
        else:
            now.state["later"] = [*now.state["later"], question.id]
            return None, _("This cannot be written into the file: {error}.", error=error)
    except InputError as error:
        wrong = "; ".join(p.says for p in error.problems[:2]) + "."
    if wrong:
        return shows(now, wrong=wrong, given=given, again=question if again else None, place=again), ""
    if again:
        now.state["screen"] = "answers"
    if after == text and not again:
        told(now.state, text, question.id)
        now.state["later"] = [*now.state["later"], question.id]
        return None, _("Left open for now ({echo}).", echo=echo)
    told(now.state, after, question.id)
    return None, _("Understood: {echo}.", echo=echo)


def _as_meant(text: str, question: Question, line: str, sure: str) -> str:
    """An answer as it was given, or the likeliest one, where somebody has said that it is meant.

    Raises:
        Perhaps: it is none of the answers, and one of them is the likeliest.
    """
    if question.kind not in ("choice", "several"):
        return line
    try:
        said_back(text, question, line)
    except Perhaps as perhaps:
        if sure != perhaps.instead:
            raise
        return perhaps.instead
    except NotUnderstood:
        pass  # said where the answer is taken
    return line


def _in_page(question: Question, says: str, *, in_words: bool) -> str:
    """What is wrong with an answer, where answers are chosen and not typed."""
    if question.choices and question.kind in ("choice", "several") and not in_words:
        return (
            _("Please choose an answer, or say that you don’t know.")
            if question.kind == "choice"
            else _("Please choose one or several. {says}", says=says)
        )
    return f"{says}.".replace("?.", "?").replace("..", ".")


def line_of(question: Question, given: Mapping[str, Any]) -> str:
    """An answer that was chosen or typed in the page, as somebody would type it at a terminal."""
    chosen = given.get("choice") or []
    numbers = [str(n) for n in (chosen if isinstance(chosen, list) else [chosen])]
    text = str(given.get("text") or "").strip()
    if numbers and question.kind == "several":
        line = ", ".join((*numbers, text) if text else numbers)
    elif numbers and question.kind in ("choice", "source") and not (question.kind == "source" and text):
        words = str(given.get(f"words-{numbers[0]}") or "").strip() or text
        line = f"{numbers[0]}: {words}" if words else numbers[0]
    elif numbers and not text:
        line = question.choices[int(numbers[0]) - 1].word
    else:
        line = text
    marked = given.get("target")
    if len(question.targets) > 1 and marked is not None:
        picked = [str(n) for n in (marked if isinstance(marked, list) else [marked])]
        if line and len(picked) < len(question.targets):
            line = f"{line} for {', '.join(picked)}"
    return line


def _back(now: Doing) -> dict[str, Any]:
    """Take the last answer back."""
    if not now.state["past"]:
        return shows(now, says=_("There is nothing to go back to."))
    before = _headline(now)
    text, about = now.state["past"].pop()
    now.state["text"] = text
    now.state["later"] = [q for q in now.state["later"] if q != about]
    return shows(now, says=_("Taken back."), before=before)


def _again(now: Doing) -> dict[str, Any]:
    """Ask an answer of the outline again."""
    found = outline.asked_again(now.state["text"], _place(now.given["again"]), now.page.loaded.rubric, now.day)
    if found is None:
        says = _(
            "This answer has parts that only the text of the file can change; it can be taken out, and asked again."
        )
        return shows(now, says=says)
    return shows(now, again=found, place=now.given["again"])


def _take_out(now: Doing) -> dict[str, Any]:
    """Take an answer out of the file: it is not told then."""
    before = _headline(now)
    place = _place(now.given["again"])
    now.state["screen"] = "answers"
    try:
        text = outline.taken_out(now.state["text"], place)
    except CannotInsert:
        return shows(now, says=_("{place} cannot be taken out without touching the rest.", place=shown(place)))
    except InputError as error:
        return shows(now, says=_("It stays: {says}.", says=error.problems[0].says))
    told(now.state, text)
    return shows(now, says=_("Taken out."), before=before)


def _ask_later(now: Doing) -> dict[str, Any]:
    """Ask what was left for later."""
    now.state.update(later=[], screen="question")
    return shows(now)


def _ask_unknown(now: Doing) -> dict[str, Any]:
    """Ask once more what nobody knew."""
    now.state.update(unknown=True, screen="question")
    return shows(now)


def _section(now: Doing) -> dict[str, Any]:
    """Open a section of the outline, or close it; without a name all are opened."""
    now.state.update(screen="answers", part=None)
    keys = [key for key in read(now.state["text"], NAME).tree if key != "format"]
    wanted = str(now.given["section"])
    opened = _opened(now, keys)
    now.state["opened"] = (
        keys if not wanted else [k for k in opened if k != wanted] if wanted in opened else [*opened, wanted]
    )
    return {**shows(now), "focus": f"section-{wanted}", "says": ""}


def _open_part(now: Doing) -> dict[str, Any]:
    """Open a part of the file, or begin a new one, with all that it asks."""
    now.state.update(screen="answers", part=now.given["part"])
    return shows(now)


def _tell(now: Doing) -> dict[str, Any]:
    """Write down a part of the file as it was filled in."""
    before = _headline(now)
    place = str(now.given["part"])
    now.state.update(screen="answers", part=place)
    text = now.state["text"]
    try:
        after, there = part_screen.filled_in(text, _place(place), now.given, now.page.loaded.rubric)
    except part_screen.NotTaken as problem:
        return shows(now, wrong=_("Not written down yet: see what is marked."), part=problem.part)
    except CannotInsert as error:
        return shows(now, says=_("This cannot be written into the file here: {error}.", error=error))
    if after == text:
        return shows(now, says=_("Nothing was changed."))
    told(now.state, after)
    now.state["part"] = json.dumps(there)
    return shows(now, says=_("Written down."), before=before)


def _remove(now: Doing) -> dict[str, Any]:
    """Take a whole part out of the file: it is not told then."""
    before = _headline(now)
    place = _place(now.given["part"])
    try:
        after = part_screen.removed(now.state["text"], place)
    except (CannotInsert, KeyError):
        return shows(now, says=_("This cannot be taken out without touching the rest."))
    except NotUnderstood as error:
        return shows(now, says=_("It stays: {error}", error=error))
    told(now.state, after)
    opened = now.state.get("part")
    if opened is not None and _place(opened) == place:
        around = part_screen.around(place)
        now.state["part"] = json.dumps(around) if around else None
    return shows(now, says=_("Taken out. “Undo the last change” brings it back."), before=before)


def _say_of_all(now: Doing) -> dict[str, Any]:
    """Say of a whole section that there is none, or that nobody knows."""
    section = str(now.given["part"])
    now.state["part"] = None
    before = _headline(now)
    try:
        after, __ = part_screen.filled_in(
            now.state["text"], (), {f"f-{section}": now.given["word"]}, now.page.loaded.rubric
        )
    except (part_screen.NotTaken, CannotInsert) as problem:
        return shows(now, says=_("This cannot be written into the file here: {problem}.", problem=problem))
    told(now.state, after)
    return shows(now, says=_("Written down."), before=before)


def _text(now: Doing) -> dict[str, Any]:
    """Take the text of the file as somebody has written it."""
    before = _headline(now)
    text = str(now.given.get("text") or "").replace("\r\n", "\n")
    if "\r\n" in now.state["text"]:
        text = text.replace("\n", "\r\n")
    told(now.state, text)
    return shows(now, says=_("The text was taken."), before=before)


def _save(now: Doing) -> dict[str, Any]:
    """Hand out the project file."""
    return {
        "save": [file(NAME, now.state["text"].encode("utf-8"), "application/yaml")],
        "says": _("{name} was saved.", name=NAME),
    }


def file(name: str, data: bytes, kind: str) -> dict[str, str]:
    """A file for somebody to keep."""
    return {"name": name, "type": kind, "data": base64.b64encode(data).decode("ascii")}


def _report(now: Doing) -> dict[str, Any]:
    """Make a report, to be looked at or to be saved."""
    kind, edition, ending = now.given["format"], now.given["edition"], now.given["ending"]
    layer = str(now.given.get("layer") or USUAL_LAYER)
    as_of = now.day
    if now.given.get("day"):
        try:
            as_of = dt.date.fromisoformat(str(now.given["day"]))
        except ValueError:
            return {
                "refused": _("“{given}” is not a day in the calendar; write it as 2026-01-31.", given=now.given["day"])
            }
    audit = now.page.whole(now.state["text"], as_of)
    data = results.written(kind, edition, ending, layer, audit)
    name = results.name_of(kind, edition, ending, layer)
    if now.given.get("how") == "look":
        return {
            "main": results.shown(kind, edition, ending, data.decode("utf-8"), name, layer=layer),
            "screen": "results",
            "says": _("{name} is shown.", name=name),
        }
    return {"save": [file(name, data, results.mime(ending))], "says": _("{name} was saved.", name=name)}


_DOES: dict[str, Does] = {
    "new": _new, "open": _open, "example": _example, "show": _show, "answer": _answer, "back": _back, "again": _again, "take-out": _take_out,
    "ask-later": _ask_later, "ask-unknown": _ask_unknown, "section": _section, "part": _open_part, "tell": _tell, "remove": _remove, "say-of-all": _say_of_all,
    "text": _text, "save": _save, "report": _report,
}  # fmt: skip
"""What can be done in the page, by the name that its buttons carry."""

__all__ = ["Doing", "Session", "file", "line_of", "shows", "told"]
