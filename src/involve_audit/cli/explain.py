"""`explain`: what a name means that stands in a report."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Annotated, Any

from involve_audit.cli.declaring import completion, shared, typer
from involve_audit.cli.options import rubric_of
from involve_audit.cli.outcome import Usage
from involve_audit.language import _, term
from involve_audit.render.blocks import Heading, PageDocument, items, paragraph, text

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from involve_audit.facts import Fact
    from involve_audit.render.blocks import Block
    from involve_audit.rubric.derived import Derived
    from involve_audit.rubric.model import Conditions, LoadedRubric, Rubric


@dataclass(frozen=True)
class Explained:
    """Something that has a name, as paragraphs.

    Attributes:
        kind: criterion, flag, gate, principle, stage, rung, verdict, word, fact.
        paragraphs: each with the blanks before its first line and before the rest.
        places: of a key of the project file, where it stands.
        choices: of a key with a closed choice, its words.
    """

    kind: str
    id: str
    paragraphs: tuple[tuple[int, str], ...]
    places: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """Its name, and what it is."""
        return f"{self.id} ({self.kind})"

    def blocks(self) -> Iterator[Block]:
        """What is said of it, as parts of a page: what begins with blanks is an item, or stands below one."""
        listed: list[list[Block]] = []
        for blanks, says in self.paragraphs:
            if blanks and blanks > _ITEM and listed:
                listed[-1].append(paragraph(says, look="minor"))
            elif blanks:
                listed.append([paragraph(says)])
            else:
                yield from items(map(tuple, listed))
                listed = []
                yield paragraph(says, look="close")
        yield from items(map(tuple, listed))


_ITEM = 2
"""So many blanks stand before an item."""


def entries_as_blocks(entries: Iterable[Explained], level: int = 2) -> Iterator[Block]:
    """Entries, each under its name."""
    for entry in entries:
        yield Heading(level, text(entry.title))
        yield from entry.blocks()


def explained(incomplete: str) -> list[str]:
    """What a shell offers behind `explain`."""
    from involve_audit.rubric import shipped

    return completion.beginning(sorted({entry.id for entry in everything(shipped.load().rubric)}), incomplete)


def command(
    name: Annotated[
        list[str],
        typer.Argument(
            metavar="ID",
            help="An id, a key of the project file or its place (`power.decisions`), or a word that may stand there.",
            autocompletion=explained,
            show_default=False,
        ),
    ],
    rubric: shared.Rubric = None,
    format: Annotated[str | None, shared.page_format()] = None,  # noqa: A002
    output: Annotated[list[str] | None, shared.page_output(more=" Repeatable.")] = None,
    width: shared.Width = None,
    isolated: shared.Isolated = False,
) -> int:
    """Explain a principle, criterion, flag, gate, rung, verdict, stage, fact or key of the project file."""
    return explain(" ".join(name), rubric, width, format, tuple(output or ()), isolated=isolated)


def explain(
    name: str, rubric: str | None, width: int | None, format_: str | None, outputs: tuple[str, ...], *, isolated: bool
) -> int:
    """Print or write what has this name: an id, a key, the place of a key in the file, or a word that may stand there."""
    from involve_audit.cli import page_output, settings
    from involve_audit.render.pages import Page
    from involve_audit.wording.messages import nearest

    asked = page_output.asked(format_, outputs, {})

    loaded = rubric_of(settings.rubric_by(settings.HERE, rubric, isolated=isolated), sound=False)
    index = Index((*everything(loaded.rubric), *switched_off(loaded)))
    entries = index.entries
    found = look_up(name, index)
    if not found:
        guess = nearest(_plain(name), dict.fromkeys(_plain(entry.id) for entry in entries))
        meant = next((entry.id for entry in entries if _plain(entry.id) == guess), None)
        hint = (
            _("did you mean '{meant}'?", meant=meant)
            if meant
            else _("`involve-audit rubric show` and `involve-audit facts --list` show all names")
        )
        raise Usage(_("nothing is called '{name}'; {hint}", name=name, hint=hint))
    first, *more = found
    document = PageDocument(first.title, (*first.blocks(), *entries_as_blocks(more)))
    page_output.put(asked, Page(document), width=width)
    return 0


class Index:
    """Entries by what they can be found by: a word is looked up in each, and thousands of words are where all that is printed is tried.

    Attributes:
        entries: all of them, in their order.
        ids: by what they are called.
        places: by where they stand in the project file.
        anywhere: those that may stand in any practice, by what they are called.
        choices: by a word that may stand there.
        titles: by the title.
        words: by what they are called, where they stand as written, and the words that may stand there.
    """

    def __init__(self, entries: Iterable[Explained]) -> None:
        """File each entry under all that it can be found by."""
        self.entries = [*entries]
        self.ids = self._by(lambda e: [_plain(e.id)])
        self.places = self._by(lambda e: map(_plain_place, e.places) if e.id != "entries" else ())
        self.anywhere = self._by(lambda e: [_plain(e.id)] if _EVERYWHERE in e.places else ())
        self.choices = self._by(lambda e: map(_plain, e.choices))
        self.titles = self._by(lambda e: [_plain(e.paragraphs[0][1])] if e.paragraphs else ())
        self.words = self._by(lambda e: (_plain(e.id), *map(_plain, e.choices), *map(_plain, e.places)))

    def _by(self, names: Callable[[Explained], Iterable[str]]) -> dict[str, list[Explained]]:
        found: dict[str, list[Explained]] = {}
        for entry in self.entries:
            for name in dict.fromkeys(names(entry)):
                found.setdefault(name, []).append(entry)
        return found


def look_up(name: str, index: Index) -> list[Explained]:
    """What has a name, by what fits best: an id, a place, a word that may stand in the file, a title, a word that people use."""
    import re

    from involve_audit.project.fields import tidy

    wanted = _plain(" ".join(str(tidy(name)).split()))
    # Reports write places as `decisions[0].what`; the list that holds the entries has no name of its own there.
    place = re.sub(r"\[\d*\]|\.entries\b", "", wanted)
    # `gate/lone-voice`, as formats for machines write it, and `gate lone-voice`, as questions name what they decide.
    bare = re.sub(rf"^(?:{'|'.join(_PREFIXES)})[/-](?=.)", "", wanted)
    general = _without_names(place)

    def of_any_practice(path: str) -> list[Explained]:
        return index.anywhere.get(path.rpartition(".")[2], []) if "." in path else []

    found = (
        index.ids.get(wanted)
        or index.ids.get(bare)
        or index.places.get(place)
        or of_any_practice(place)
        or index.choices.get(wanted)
        or index.places.get(general)
        or of_any_practice(general)
        or index.titles.get(wanted)
        or _waiver_rule(bare, index)
    )
    # What a word claims in public is one thing; which word the file has for it is another.
    apart = (_("word for involvement"), _("source of the rubric"), _("source on who is not in the room"))
    its_own = (e for e in found if e.kind not in apart and _plain(e.id) in (wanted, bare))
    if "." not in place and not any(its_own):
        found = [*found, *(entry for entry in _as_people_say(name, index) if entry not in found)]
    return found


_PREFIXES = (
    "gate",
    "flag",
    "sign",
    "label",
    "policy",
    "baseline",
    "criterion",
    "waiver",
    "question",
    "input",
    "held",
    "evidence",
    "stage",
)
"""What stands before an id where reports say of which kind it is."""


def _waiver_rule(bare: str, index: Index) -> list[Explained]:
    """`expired-gate-lone-voice`: the state of a waiver, and the finding that it is for."""
    return [e for e in index.entries if e.kind == "kind of finding" and bare.startswith(f"{_plain(e.id)}-")]


def _without_names(place: str) -> str:
    """A place without the names that a team gave: `rooms.young_panel.chair` as `rooms.chair`."""
    steps = place.split(".")
    return ".".join([steps[0], *steps[2:]]) if steps[0] in ("rooms", "sources") and len(steps) > 1 else place


def _as_people_say(name: str, index: Index) -> list[Explained]:
    """What a word that people use is called here, with what that means."""
    from involve_audit.wording.everyday_words import meant, places

    ours = (*meant(name), *places(name))
    if not ours:
        return []
    says = _entry(_("word that people use"), name, (0, _("Here it is called {ours}.", ours=" or ".join(ours))))
    named = {id(entry) for word in ours for entry in index.words.get(_plain(word), ())}
    return [says, *(entry for entry in index.entries if id(entry) in named)]


@lru_cache(20_000)
def _plain_place(path: str) -> str:
    return _plain(path.replace(".entries", ""))


@lru_cache(20_000)
def _plain(name: str) -> str:
    return name.casefold().replace("_", "-").replace(" ", "-")


def everything(rubric: Rubric) -> Iterator[Explained]:
    """Everything in a rubric that has a name, and every fact."""
    from involve_audit.facts import FACTS
    from involve_audit.rubric.derived import DERIVED

    yield from principles(rubric)
    yield from criteria(rubric)
    yield from flags(rubric)
    yield from signs(rubric)
    yield from gates(rubric)
    yield from ladder(rubric)
    yield from words(rubric)
    yield from sides()
    used = uses(rubric)
    for fact in FACTS.values():
        yield of_fact(fact, used.get(fact.name, ()))
    for one in DERIVED.values():
        yield of_fact(one, used.get(one.name, ()))
    yield from keys_of_the_file()
    yield from words_of_reports()
    yield from asked(rubric)
    yield from exports()
    yield from keys_of_outputs()


def words_of_reports() -> Iterator[Explained]:
    """The states, kinds and outcomes that reports print."""
    from involve_audit.cli.report_words import WORDS

    for kind, meanings in WORDS.items():
        for word, says in meanings.items():
            yield _entry(kind, word, (0, says))


def asked(rubric: Rubric) -> Iterator[Explained]:
    """The conditions of a policy, the questions that are not told, and what the rubric rests on."""
    from involve_audit.judge.questions import asks_of
    from involve_audit.judge.reason_catalogue import catalogue
    from involve_audit.policy.policy_file import condition, default, names

    gates_ = {gate.id for gate in rubric.gates}
    always = {w.id: w.says for w in default(rubric)}
    for name in dict.fromkeys((*always, *names(rubric), "reviewed-within-12-months")):
        if name not in gates_:
            says = always[name] if name in always else condition(name, rubric).says
            by = _("It always holds.") if name in always else _("`--require {name}` asks for it.", name=name)
            yield _entry(_("condition of a policy"), name, (0, f"{says}."), (0, by))
    for stage in rubric.stages:
        for name in (f"stage {stage.id}", f"evidence {stage.id}"):
            yield _entry(_("question"), name, (0, asks_of(name, rubric)))
    for id_, reference in rubric.references.items():
        cited = (reference.by, reference.title, reference.where, reference.year, reference.doi)
        yield _entry(_("source of the rubric"), id_, (0, ". ".join(str(p).rstrip(".") for p in cited if p)))
    for reason in catalogue().reasons.values():
        for id_, cites, says in reason.sources:
            if id_ not in rubric.references:
                yield _entry(_("source on who is not in the room"), id_, (0, cites), (0, says))


def exports() -> Iterator[Explained]:
    """What writers take out of an audit, and the items of each list."""
    from involve_audit.judge.exports import pattern

    for export in pattern().exports:
        yield _entry(
            _("list of the export {export}", export=export["format"]),
            export["id"],
            (0, export["title"]),
            (0, export["says"]),
        )
        for item in export["items"]:
            yield _entry(_("item of {export}", export=export["id"]), item["id"], (0, item["title"]), (0, item["says"]))


def keys_of_outputs() -> Iterator[Explained]:
    """The keys of what programs read: saved audits, comparisons, courses, and tables of many projects."""
    from involve_audit.portfolio.panel import PanelAnswer
    from involve_audit.portfolio.rows import PrincipleCell, ProjectRow
    from involve_audit.portfolio.totals import Totals
    from involve_audit.render.beside import Beside
    from involve_audit.render.json import documented_keys, parts_of
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit
    from involve_audit.results.comparison import Comparison, Course

    told: dict[str, list[str]] = {}
    kinds = dict.fromkeys(
        (
            *(part for kind in (Audit, Comparison, Course) for part in parts_of(kind)),
            NotAudited,
            ProjectRow,
            PrincipleCell,
            PanelAnswer,
            Totals,
            Beside,
        )
    )
    for key, part, says in documented_keys(*kinds):
        line = _("Of {part}: {says}", part=part, says=says) if says else _("Of {part}.", part=part)
        if line not in told.setdefault(key, []):
            told[key].append(line)
    for key, lines in told.items():
        yield _entry(_("key of the JSON"), key, *((0, line) for line in lines))


def switched_off(loaded: LoadedRubric) -> Iterator[Explained]:
    """What the rubric that is extended asks and this one does not, with the reason given."""
    for off in loaded.off:
        yield _entry(
            _("{kind}, switched off in {id}", kind=off.kind, id=loaded.rubric.id), off.id,
            (0, off.title), (0, _("It is not asked by this rubric. The reason given: {reason}", reason=off.reason)),
            (0, _("`involve-audit explain {id} --rubric {of}` says what it is where it is asked.", id=off.id, of=off.of)),
        )  # fmt: skip


def keys_of_the_file() -> Iterator[Explained]:
    """Every key of a project file: where it stands, what it means, and which words are allowed."""
    from involve_audit.project.fields import Told, annotation
    from involve_audit.project.model import Project
    from involve_audit.project.practice import Entry, Listing, Practice

    found: dict[tuple[str, str, tuple[str, ...]], list[str]] = {}

    def walk(part: type[Told], path: str, depth: int) -> None:
        shared = Practice.questions.keys() | Listing.questions.keys() if part not in (Practice, Listing) else set()
        for name, note in part.questions.items():
            kind = annotation(part, name)
            place = f"{path}.{name}" if path else name
            common = name in shared and note in (Practice.questions.get(name), Listing.questions.get(name))
            if note is Entry.questions.get(name):
                where = _("any entry of a list or of names")
            else:
                where = _EVERYWHERE if common else place
            words = _closed(kind)
            listed = found.setdefault((name, note.meaning, words), [])
            if where not in listed:
                listed.append(where)
            for inner in _parts(kind):
                if depth < _DEEPEST:
                    walk(inner, place, depth + 1)

    walk(Project, "", 0)
    for (name, meaning, words), places in found.items():
        allowed = [(0, _("Allowed: {words}.", words=", ".join(words)))] if words else []
        many = _(" and {places} more places", places=len(places) - _FEW_PLACES) if len(places) > _FEW_PLACES else ""
        entry = _entry(
            _("key of the project file"),
            name,
            (0, term(meaning)),
            *allowed,
            (0, _("In: {places}{many}.", places=", ".join(places[:_FEW_PLACES]), many=many)),
        )
        yield replace(entry, places=tuple(places), choices=words)


_EVERYWHERE = _("any practice")
_DEEPEST = 6
_FEW_PLACES = 4


def _closed(kind: Any) -> tuple[str, ...]:
    """The words of a closed choice, also of a list of such words."""
    from typing import Literal, get_args, get_origin

    if get_origin(kind) is tuple:
        kind = get_args(kind)[0]
    return get_args(kind) if get_origin(kind) is Literal else ()


def _parts(kind: Any) -> Iterator[Any]:
    """The parts of the file inside an annotation."""
    from typing import get_args

    from involve_audit.project.fields import is_part

    if is_part(kind):
        yield kind
        return
    for inner in get_args(kind):
        yield from _parts(inner)


def principles(rubric: Rubric) -> Iterator[Explained]:
    """The principles, each with its criteria."""
    for item in rubric.principles:
        mine = [(2, f"{c.id}: {c.asks}") for c in rubric.criteria if c.principle == item.id]
        yield _entry(
            _("principle {id} of {principles}", id=number_of(item.id, rubric), principles=len(rubric.principles)), item.id,
            (0, item.title), *_plainly(item), (0, item.says), (0, _("Asked of contributors: {asks_contributors}", asks_contributors=item.asks_contributors)),
            (0, _("Its criteria:")), *mine,
        )  # fmt: skip


def number_of(principle: str, rubric: Rubric) -> int:
    """The place of a principle in the order of the rubric, from 1."""
    return [p.id for p in rubric.principles].index(principle) + 1  # type: ignore[arg-type]


def criteria(rubric: Rubric) -> Iterator[Explained]:
    """The criteria with their levels, what decides each, and what they rest on."""
    for item in rubric.criteria:
        levels: list[tuple[int, str]] = []
        for name, level in sorted(item.levels.items()):
            levels.append((2, f"{name}: {level.says}"))
            if level.when:
                levels.append((5, _("decided by {when}", when=in_words(level.when))))
        applies = (
            [(0, _("Asked only where {applies_if}.", applies_if=in_words(item.applies_if)))] if item.applies_if else []
        )
        yield _entry(
            _("criterion of {principle}", principle=item.principle) + (_(", in the short set") if item.core == "yes" else ""), item.id,
            (0, item.title), *_plainly(item), (0, item.asks), *applies, (0, _("Levels:")), *levels, (0, _("Why: {why}", why=item.why)),
            *([(0, _("What good looks like: {good}", good=item.good))] if item.good else []),
            (0, _("A first step: {step}", step=item.step)), (0, _("To talk over: {question}", question=item.question)), *_sources(item, rubric),
        )  # fmt: skip


def flags(rubric: Rubric) -> Iterator[Explained]:
    """The flags: what makes each appear, and what it asks."""
    for item in rubric.flags:
        yield _entry(
            _("flag, {level}, of {principle}", level=item.level, principle=item.principle), item.id,
            (0, item.title), *_plainly(item), (0, item.says), (0, _("To talk over: {asks}", asks=item.asks)), (0, _("Seen where {when}.", when=in_words(item.when))),
            *_sources(item, rubric),
        )  # fmt: skip


def signs(rubric: Rubric) -> Iterator[Explained]:
    """The signs of tokenism: what makes each hold, and what it asks."""
    for item in rubric.signs:
        yield _entry(
            _("sign of tokenism"), item.id,
            (0, f"{item.says[:1].upper()}{item.says[1:]}."), (0, _("To talk over: {asks}", asks=item.asks)), (0, _("Holds where {when}.", when=in_words(item.when))),
            *_sources(item, rubric),
        )  # fmt: skip


def gates(rubric: Rubric) -> Iterator[Explained]:
    """The gates: when each holds, what it does, what lifts it."""
    for item in rubric.gates:
        caps = _("caps the verdict at '{caps}'", caps=item.caps) if item.caps else ""
        fails = _("makes `check` fail") if item.fails == "yes" else ""
        does = f" {_('and')} ".join(filter(None, (caps, fails))) or _("is only shown")
        due = [(0, _("Due where {due_if}.", due_if=in_words(item.due_if)))] if item.due_if else []
        waiver = {
            "with contributors": [(0, _("It can be waived only where contributors agreed."))],
            "no": [(0, _("It cannot be waived."))],
        }.get(item.waivable or "", [])
        yield _entry(_("gate"), item.id,
            (0, item.title), *_plainly(item), (0, item.says), (0, _("While it holds, it {does}.", does=does)),
            (0, _("Holds where {when}.", when=in_words(item.when))), *due, *waiver, (0, _("What lifts it: {lifts}", lifts=item.lifts)), (0, _("To talk over: {asks}", asks=item.asks)),
            *_sources(item, rubric),
        )  # fmt: skip


def ladder(rubric: Rubric) -> Iterator[Explained]:
    """The stages of the work, the rungs of shared power, and the verdicts."""
    for stage in rubric.stages:
        yield _entry(_("stage of the work"), stage.id, (0, stage.title), *_plainly(stage), (0, stage.says))
    for n, rung in enumerate(rubric.rungs):
        yield _entry(
            _("rung {n} of {rungs}", n=n, rungs=len(rubric.rungs) - 1), rung.id, (0, rung.title), (0, rung.says)
        )
    for verdict in rubric.verdicts:
        above = [(0, _("Above: {above}.", above=", ".join(verdict.above)))] if verdict.above else []
        when = _("Comes out where {when}, and no graver one does.", when=in_words(verdict.when)) if verdict.when else ""
        yield _entry(
            _("verdict"), verdict.id, (0, verdict.title), *_plainly(verdict), (0, verdict.says), (0, when), *above
        )


def words(rubric: Rubric) -> Iterator[Explained]:
    """The words that are used for involvement, and how much say they claim."""
    rungs = {rung.id for rung in rubric.rungs}
    for label in rubric.labels:
        same = _("Also: {words}.", words=", ".join(label.words[1:])) if label.words[1:] else ""
        for word in label.words:
            if word not in rungs or label.claims != word:
                yield _entry(
                    _("word for involvement"),
                    word,
                    (0, _("Names {says}; claims {claims}.", says=label.says, claims=label.claims)),
                    *([(0, same)] if same else []),
                )


def sides() -> Iterator[Explained]:
    """Who says or does something, and who that is: contributors and those who are not, the team and those above it."""
    from involve_audit.wording.entry_words import WHO

    for side, who in WHO.items():
        for name in (side, "contributor") if side == "contributors" else (side,):
            plain = [(0, _("In everyday words: {plain}", plain=who.plain))] if who.plain != name else []
            yield _entry(_("side: who says or does something"), name, (0, who.means), *plain)


def of_fact(fact: Fact | Derived, used: Collection[str] = ()) -> Explained:
    """A fact, or what follows from facts: its question, its kind, and what in the rubric uses it."""
    from involve_audit.rubric.derived import DERIVED

    worked_out = _("worked out of facts") if fact.name in DERIVED else _("fact")
    kind = f"{worked_out}: {term(fact.kind)}" + (
        _(", one of {allowed}", allowed=", ".join(fact.allowed)) if fact.kind == "word" else ""
    )
    if fact.kind == "words":
        kind += _(", out of {allowed}", allowed=", ".join(fact.allowed))
    paragraphs = [(0, term(" ".join(part.split()))) for part in fact.manual.split("\n\n") if part.strip()]
    return _entry(kind, fact.name, *paragraphs, *([(0, _("Used by: {used}.", used=", ".join(used)))] if used else []))


def uses(rubric: Rubric) -> dict[str, list[str]]:
    """The criteria, flags, signs, gates and verdicts that each fact decides."""
    from involve_audit.rubric.model import conditions

    found: dict[str, list[str]] = {}
    for path, fact, __ in conditions(rubric):
        ids = found.setdefault(fact, [])
        decided = getattr(rubric, str(path[0]))[path[1]].id
        if decided not in ids:
            ids.append(decided)
    return found


def in_words(conditions: Conditions) -> str:
    """Conditions as a reader would say them."""
    return _(", and ").join(f"{fact} {_compared(condition)}" for fact, condition in conditions.items())


def _compared(condition: Any) -> str:
    wanted = (
        {True: "yes", False: "no"}.get(condition.wanted, condition.wanted)
        if condition.comparator == "is"
        else condition.wanted
    )
    listed = ", ".join(map(str, wanted)) if isinstance(wanted, tuple) else str(wanted)
    return {
        "is": _("is {listed}", listed=listed),
        "one_of": _("is one of {listed}", listed=listed),
        "at_least": _("is at least {listed}", listed=listed),
        "at_most": _("is at most {listed}", listed=listed),
        "includes": _("includes {listed}", listed=listed),
        "includes_any": _("includes one of {listed}", listed=listed),
    }[condition.comparator]


def _plainly(item: Any) -> list[tuple[int, str]]:
    """What the contributors' edition calls it, so that whoever read that finds it here."""
    return [(0, _("In everyday words: {plain}", plain=item.plain))] if item.plain else []


def _sources(item: Any, rubric: Rubric) -> list[tuple[int, str]]:
    """What something rests on, each with its reference."""
    lines = [(0, _("What it rests on:"))] if item.sources else []
    for name, says in item.sources.items():
        reference = rubric.references[name]
        cited = ". ".join(
            str(p).rstrip(".")
            for p in (reference.by, reference.title, reference.where, reference.year, reference.doi)
            if p
        )
        lines.append((2, f"{says} ({cited})"))
    return lines


def _entry(kind: str, id_: str, *paragraphs: tuple[int, str]) -> Explained:
    return Explained(kind, id_, tuple((blanks, " ".join(text.split())) for blanks, text in paragraphs if text.strip()))
