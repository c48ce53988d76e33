"""What a writer takes out of a project file, filled from `exports.yaml`: for each item, the places that speak to it.

Nothing is judged here and nothing is added: a statement is a sentence of ours around one answer of the file, with its
line; what is not told stays not told.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache
from os.path import dirname, join
from typing import TYPE_CHECKING, Any, cast

from involve_audit.language import _
from involve_audit.project.accounts import rulings
from involve_audit.project.fields import Told
from involve_audit.project.people import Organisation, Room, Stage
from involve_audit.project.power import FinalSay
from involve_audit.project.practice import STAGES, Listing, Practice
from involve_audit.project.values import NONE, Dates, Money
from involve_audit.results.audit import Clause, Evidence, ExportFound, ExportItem, Statement
from involve_audit.wording.entry_words import WERE_HEARD
from involve_audit.wording.messages import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.rubric.model import Rubric

    Quote = Callable[[Path, str], Evidence]

ITSELF = "itself"
"""In `exports.yaml`: the answer at the place as a whole, not one of its fields."""
EVERY = "*"
_DONE, _AHEAD = "done", "ahead"


@dataclass(frozen=True)
class Speaker:
    """How a place of the file is put into sentences.

    Attributes:
        steps: the place; `*` stands for every entry, name or stage.
        about: what it is about.
        lacks: what is not told where the place is not there; empty where that is not missed.
        says: by field, the sentence, or one for each word.
        untold: by field or fields (`when|since`), what is not told where none of them is.
        ahead: the same for what is still planned.
        ends: by field, the word after which nothing more is asked.
    """

    steps: tuple[str, ...]
    about: str = ""
    lacks: str = ""
    says: dict[str, str | dict[str, str]] = field(default_factory=dict)
    untold: dict[str, str] = field(default_factory=dict)
    ahead: dict[str, str] = field(default_factory=dict)
    ends: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pattern:
    """The whole of `exports.yaml`.

    Attributes:
        first: the sentences on what all practices tell, which stand before a place's own.
        last: those which stand behind them.
        note: the sentence on a note, whatever it stands at.
        overdue: the sentence on a plan whose date has passed.
        overturned: the sentence on what had been found before and counts no more.
        untold: of all practices, what is not told where none of these fields is.
        who: words for those who did something, where the word of the file says too little.
        speakers: by place.
        exports: the exports with their items, as they stand in the file.
    """

    first: dict[str, str | dict[str, str]]
    last: dict[str, str | dict[str, str]]
    note: str
    overdue: str
    overturned: str
    untold: dict[str, str]
    who: dict[str, str]
    speakers: dict[str, Speaker]
    exports: tuple[dict[str, Any], ...]


@cache
def pattern() -> Pattern:
    """The data, read once."""
    from involve_audit.load import read

    path = join(dirname(dirname(__file__)), "exports.yaml")  # noqa: PTH118, PTH120 (pathlib costs start-up time)
    # The loader of the package reads it wherever the package lies, in a zip file too.
    tree = read(cast("Any", __spec__).loader.get_data(path), "exports.yaml").tree
    speakers = {place: Speaker(tuple(place.split(".")), **told) for place, told in tree["places"].items()}
    practice = tree["practice"]
    return Pattern(
        practice["first"], practice["last"], practice["note"], practice["overdue"], tree["overturned"], practice["untold"], tree["who"], speakers,
        tuple(tree["exports"]),
    )  # fmt: skip


def fill(case: Case, rubric: Rubric, quote: Quote) -> tuple[tuple[Statement, ...], tuple[ExportFound, ...]]:
    """Every export, and the statements that their items name.

    Args:
        case: the project as of a day.
        rubric: for the names of the stages, and to leave out criteria that it does not have.
        quote: makes the line of one answer, discreetly, from its place and its words.

    Returns:
        The statements, each once, in the order in which they are first named; and the exports.
    """
    titles = {str(s.id): s.title for s in rubric.stages}
    speaking = _Speaking(case, titles, quote, pattern())
    known = {c.id for c in rubric.criteria}
    exports = tuple(
        ExportFound(
            export["id"], export["format"], export["title"], export["says"], tuple(export["cites"]),
            tuple(speaking.item(item, known) for item in export["items"]),
        )
        for export in pattern().exports
    )  # fmt: skip
    return tuple(s for s in speaking.made.values() if s is not None), exports


class _Speaking:
    """The statements of one file, made as they are asked for."""

    def __init__(self, case: Case, titles: dict[str, str], quote: Quote, by: Pattern) -> None:
        self._case = case
        self._titles = titles
        self._quote = quote
        self._by = by
        self._named: dict[str, int] = {}
        self._asked: dict[tuple[object, ...], tuple[Mapping[str, Any], ...]] = {}
        self.made: dict[Path, Statement | None] = {}
        """By place; None where a place is there and tells nothing that is asked about."""

    def item(self, told: dict[str, Any], known: set[str]) -> ExportItem:
        ids: list[str] = []
        lacking: list[str] = []
        for entry in told["places"]:
            place, which = (entry, "") if isinstance(entry, str) else (entry["place"], entry["which"])
            if place == "stages.*":
                for stage in STAGES:
                    ids += self._statements(self._speaker(f"stages.{stage}"), which)
                    if which == _AHEAD and not self._told(stage):
                        lacking.append(_("{titles}: what part people will have", titles=self._titles.get(stage, stage)))
                continue
            speaker = self._speaker(place)
            ids += self._statements(speaker, which)
            # A list that has entries says so by them; only one that is not there at all is not told.
            if speaker.lacks and self._absent(speaker.steps):
                lacking.append(speaker.lacks)
        ids = _with_their_own(dict.fromkeys(ids))
        if "empty" in told and not any(one.startswith(("stages.", "rooms.")) for one in ids):
            lacking.insert(0, told["empty"])
        return ExportItem(
            told["id"], told["title"], told["says"], tuple(ids),
            tuple(c for c in told["criteria"] if c in known), tuple(dict.fromkeys(lacking)),
            tuple(dict.fromkeys(_key(entry) for entry in told["places"])),
        )  # fmt: skip

    def _speaker(self, place: str) -> Speaker:
        """The speaker of a place; a stage speaks as every stage does."""
        found = self._by.speakers.get(place)
        return found or replace(self._by.speakers["stages.*"], steps=tuple(place.split(".")))

    def _statements(self, speaker: Speaker, which: str) -> list[str]:
        made = (self._statement(speaker, path, value) for path, value in self._places(speaker.steps, which))
        return [one.id for one in made if one is not None]

    def _told(self, stage: str) -> bool:
        """Whether anything is told of a stage: it is listed, or the list says that the rest involves nobody."""
        stages = self._case.project.stages
        if stages is None:
            return False
        none = stages.complete == "yes" or stages.answer == "none"
        return none or stages.spans(stage) is not None or (stages.work_has is not None and stage not in stages.work_has)

    # --- places ---------------------------------------------------------------------------------------

    def _places(self, steps: Iterable[str], which: str = "") -> Iterator[tuple[Path, Any]]:
        """Every place that is there, with what it tells; `which` leaves out what has happened, or what has not."""
        here: list[tuple[Path, Any]] = [((), self._case.project)]
        for step in steps:
            here = [below for path, value in here for below in self._below(path, value, step)]
        for path, value in here:
            spans = value if isinstance(value, tuple) and value and isinstance(value[0], Stage) else None
            for at, one in [((*path, n), span) for n, span in enumerate(spans)] if spans else [(path, value)]:
                if not which or (which == _AHEAD) is self._ahead(one):
                    yield at, one

    @staticmethod
    def _below(path: Path, value: Any, step: str) -> Iterator[tuple[Path, Any]]:
        if step == EVERY:
            if isinstance(value, Listing):
                path, value = (*path, "entries"), value.entries  # type: ignore[attr-defined]
            named: Any = value.items() if isinstance(value, dict) else enumerate(value or ())
            yield from (((*path, key), one) for key, one in named)
            return
        below = getattr(value, step, None)
        if below is not None:
            yield (*path, step), below

    def _absent(self, steps: tuple[str, ...]) -> bool:
        """Whether nothing at all is told at a place."""
        told = [value for __, value in self._places(steps)]
        return not told or all(isinstance(v, Told) and not _answers(v) for v in told)

    def _ahead(self, part: Any) -> bool:
        """Whether a part has not happened: it is planned, a rule, or dated later than the day."""
        if isinstance(part, Practice):
            return part.answer != "no" and self._case.in_place(part) is False
        return getattr(part, "status", None) == "planned"

    # --- sentences ------------------------------------------------------------------------------------

    def _statement(self, speaker: Speaker, path: Path, value: Any) -> Statement | None:
        if path not in self.made:
            clauses = (*self._clauses(speaker, path, value), *self._before(path), *self._note(path, value))
            tells = any(c.state == "told" for c in clauses) or (isinstance(value, Told) and clauses)
            about, named = self._about(speaker, path, value)
            self.made[path] = Statement(self._id(path), about, clauses, named) if tells else None
        return self.made[path]

    def _id(self, path: Path) -> str:
        """The place as people write it, made different where long names were cut alike."""
        name = shown(path)
        self._named[name] = self._named.get(name, 0) + 1
        return name if self._named[name] == 1 else f"{name} #{self._named[name]}"

    def _about(self, speaker: Speaker, path: Path, value: Any) -> tuple[str, tuple[Evidence, ...]]:
        """What a statement is about, and the words of the file for it where it has a name there."""
        if isinstance(value, Stage):
            return self._titles.get(str(path[1]), str(path[1])), ()
        if isinstance(value, (Room, Organisation)):
            named = self._quote((*path, "name"), value.name) if value.name else self._quote(path, str(path[1]))
            return speaker.about, (named,)
        return speaker.about, ()

    def _clauses(self, speaker: Speaker, path: Path, value: Any) -> Iterator[Clause]:
        if not isinstance(value, Told) or ITSELF in speaker.says:
            yield from self._clause(speaker.says.get(ITSELF, ""), path, _entries(value), speaker.lacks)
            return
        practice = value if isinstance(value, Practice) else None
        says, asked, shared, doubts = self._asks(speaker, type(value), ahead=self._ahead(value))
        said: set[str] = set()
        for names, sentence in says.items():
            if "+" in names:
                yield from self._together(sentence, names, path, value, said)
                continue
            answer = _entries(getattr(value, names, None))
            if names not in said:
                yield from self._clause(sentence, (*path, names), answer, doubts.get(names, ""))
            if answer is not None and speaker.ends.get(names) == _plain(word_of(answer), sentence):
                return
            if names == "until" and practice and self._case.overdue(practice):
                dated = "when" if practice.when is not None else "since"
                yield Clause(self._by.overdue, "told", (self._quote((*path, dated), ""),))
        for missed, lines in ((shared, (self._quote(path, ""),)), (asked, ())):
            for names, what in missed.items():
                if all(getattr(value, name, None) is None for name in names.split("|")):
                    yield Clause(what, "not told", lines)

    def _asks(self, speaker: Speaker, kind: type[Told], *, ahead: bool) -> tuple[Mapping[str, Any], ...]:
        """What is said of a kind of part, what is asked of it and of all of its kind, and by field what is not told: once for a list of thousands."""
        key = (speaker.steps, kind, ahead)
        if key in self._asked:
            return self._asked[key]
        practice = issubclass(kind, Practice)
        says = {**self._by.first, **speaker.says, **self._by.last} if practice else speaker.says
        asked = {**speaker.untold, **(speaker.ahead if ahead else {})}
        # An organisation is there where it is named, unless the file tells otherwise.
        shared = self._by.untold if practice and not issubclass(kind, Organisation) else {}
        doubts = {name: what for names, what in {**asked, **shared}.items() for name in names.split("|")}
        self._asked[key] = says, asked, shared, doubts
        return self._asked[key]

    def _before(self, path: Path) -> Iterator[Clause]:
        """What had been found before it was overturned: what overturned it stands in its place, and neither is told alone."""
        if path[:2] != ("findings", "entries"):
            return
        told = self._case.told.findings
        first = ((told.entries if told else None) or ())[int(path[2])]
        if not rulings(first, self._case.date):
            return
        found = first.says or WERE_HEARD.get(first.heard or "", first.named or "")
        if found:
            key = "says" if first.says else "heard" if first.heard else "named"
            yield Clause(self._by.overturned, "told", (self._quote((*path, key), found),))

    def _note(self, path: Path, part: Any) -> Iterator[Clause]:
        """What a reader should know, in the words of the file."""
        note = getattr(part, "note", None) if isinstance(part, Told) else None
        if isinstance(note, str) and note.strip():
            yield from self._clause(self._by.note, (*path, "note"), note, "")

    def _together(self, sentence: Any, names: str, path: Path, part: Any, said: set[str]) -> Iterator[Clause]:
        """One sentence on several answers (`status=planned+when`), where all are told and none is said yet."""
        steps = [step.partition("=")[::2] for step in names.split("+")]
        answers = {name: getattr(part, name, None) for name, __ in steps}
        fits = all(
            answers[name] is not None and name not in said
            and (word_of(answers[name]) == word if word else word_of(answers[name]) not in ("unknown", "yes", "no"))
            for name, word in steps
        )  # fmt: skip
        if fits:
            said.update(answers)
            order = sorted(steps, key=lambda step: bool(step[1]))
            told = (((*path, name), answers[name]) for name, __ in order)
            yield Clause(sentence, "told", tuple(self._quote(at, self._text(at, answer)) for at, answer in told))

    def _clause(self, sentence: str | dict[str, str], path: Path, answer: Any, what: str) -> Iterator[Clause]:
        if answer is None or not sentence:
            return
        word = word_of(answer)
        if isinstance(sentence, dict):
            sentence = sentence.get(word) or sentence.get(_plain(word, sentence)) or sentence.get("else", "")
        if word == "unknown":
            yield Clause(what or str(path[-1]).replace("_", " "), "not known", (self._quote(path, word),))
        elif sentence:
            yield Clause(sentence, "told", (self._quote(path, self._text(path, answer)),))

    def _text(self, path: Path, answer: Any) -> str:
        """The words of the file; of rooms their names, and of people what the word means."""
        if path[-1] == "words" and isinstance(answer, tuple):
            # What two people said is not one saying; the sentence has the outer marks.
            return "”; “".join(map(text_of, answer))
        if path[-1] == "rooms" and path[0] == "stages":
            rooms = self._case.project.rooms or {}
            answer = tuple((rooms[r].name or r) if r in rooms else r for r in answer)
        elif path[-1] in _PEOPLE:
            listed = answer if isinstance(answer, tuple) else (answer,)
            answer = tuple(self._by.who.get(one, one) for one in listed)
        return text_of(answer)


_PEOPLE = frozenset(
    ("written_by", "reviewed_with", "asked_with", "agreed_with", "decided_by", "set_aside_by", "set_by", "rhythm_set_by",
     "budget_held_by", "final_say", "success_defined_by", "format_chosen_by", "who", "for_whom", "accountable_to", "by",
     "said_by", "heard_by", "to", "of", "collected_by", "chosen_by")
)  # fmt: skip
"""The fields that say who did something."""


def _key(entry: str | dict[str, str]) -> str:
    """The key under which a place stands: `power.decisions` for `power.decisions.*`."""
    place = entry if isinstance(entry, str) else entry["place"]
    return place.removesuffix(f".{EVERY}").replace(f".{EVERY}.", ".")


def _with_their_own(ids: Iterable[str]) -> list[str]:
    """What belongs to an entry (its action, a view that differs) right behind it."""
    told = tuple(ids)
    entries = {one for one in told if one.endswith("]")}
    first: dict[str, list[str]] = {}
    """What has no owner before it, each with what belongs to it."""
    owned: dict[str, str] = {}
    for one in told:
        # The entries that it could belong to are the beginnings of its own place, the outermost first.
        above = (one[: n + 1] for n, character in enumerate(one) if character == "]" and one[n + 1 : n + 2] == ".")
        owner = next((o for o in above if o in entries and o in owned), None)
        owned[one] = owned[owner] if owner is not None else one
        first.setdefault(owned[one], []).append(one)
    return [one for several in first.values() for one in several]


def _plain(word: str, sentence: str | dict[str, str]) -> str:
    """A word as the sentences name it: `none`, `nobody` and `never` are `no` where there is no sentence of their own."""
    return "no" if word in NONE and word not in sentence else word


def _answers(part: Told) -> dict[str, Any]:
    return {name: value for name, value in vars(part).items() if value is not None}


def _entries(value: Any) -> Any:
    """Of a list that may say whether it is complete, the entries; of who has the final say, who. Nothing else matters here."""
    if isinstance(value, FinalSay):
        return value.who[0] if value.who and len(value.who) == 1 else value.who
    return value.entries if isinstance(value, Listing) else value  # type: ignore[attr-defined]


def word_of(answer: Any) -> str:
    """An answer as one word, to choose a sentence by: yes, no, unknown, the word of a closed choice; else its text.

    >>> word_of("none"), word_of(()), word_of("Taken Up")
    ('none', 'no', 'taken up')
    """
    if isinstance(answer, tuple):
        return "no" if not answer else "unknown" if answer == ("unknown",) else ""
    if isinstance(answer, Dates):
        if answer.happened is None:
            return "unknown"
        dated = answer.names_a_time
        return "" if dated else "yes" if answer.happened else "no"
    if isinstance(answer, Money):
        return "unknown" if answer.amount is None else "no" if answer.amount == 0 else ""
    return text_of(answer).lower()


def text_of(answer: Any) -> str:
    """An answer in the words of the file, whole.

    Raises:
        TypeError: it is a part with answers of its own, not an answer.
    """
    if isinstance(answer, str):
        return " ".join(answer.split())
    if answer == ():
        return "none"
    if isinstance(answer, tuple):
        texts = [text_of(one) for one in answer]
        return ("; " if any("," in text or text.endswith((".", "!", "?")) for text in texts) else ", ").join(texts)
    text = getattr(answer, "text", None)
    if isinstance(text, str):
        return " ".join(text.split())
    raise TypeError(f"{type(answer).__name__} is no single answer")
