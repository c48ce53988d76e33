"""A part of the file with all that it asks, on one screen: what is told, what is not, what can be begun there and what can be removed.

Places here are those of the model (`power.decisions.entries[0]`), however the file is written. What is told goes into the text by the
editing that the interview uses, so every other byte stays; what is typed is read by the readers of the loader, in its words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from involve_audit.interview import NotUnderstood
from involve_audit.interview.answer_reading import cleaned
from involve_audit.interview.parts import PartQuestion, first_line, label_of, makes_sense, noun_of, plain, questions
from involve_audit.interview.question_words import CHOICES
from involve_audit.interview.writing import in_the_file, stands, told
from involve_audit.language import _, answer, term
from involve_audit.load import read, read_project
from involve_audit.project.fields import Told, annotation, is_part, no_entries, own_words, read_value, without_none
from involve_audit.project.places import kind_at
from involve_audit.project.practice import Listing, Practice
from involve_audit.project.references import same
from involve_audit.wording.messages import NEW, InputError, capital, flow, in_words
from involve_audit.yamlfile import editing
from involve_audit.yamlfile.editing import CannotInsert, put

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from involve_audit.rubric.model import Rubric
    from involve_audit.wording.messages import Path

_SHOWN = 140
"""So many characters of an entry stand in a list of entries."""
_REFERS = {"source": "sources", "rooms": "rooms", "room": "rooms", "organisations": "organisations"}
"""The keys that hold names of entries, with the section in which these stand."""
_NONE, _UNKNOWN = "none", "unknown"


@dataclass(frozen=True)
class Field:
    """One answer that is asked for in a line, a menu or some boxes.

    Attributes:
        asked: the question.
        kind: text, long (a text of any length), lines (one a line), choice, several, or pairs (a name and an answer).
        choices: what can be chosen: the word of the file and what it means.
        keys: of pairs, the names that there can be; empty where any can.
        value: what the file tells: words, or for pairs each name with its answer.
        wrong: what is wrong with what was typed.
    """

    asked: PartQuestion
    kind: str
    choices: tuple[tuple[str, str], ...] = ()
    keys: tuple[str, ...] = ()
    value: tuple[Any, ...] = ()
    wrong: str = ""


@dataclass(frozen=True)
class PartRow:
    """An entry of a list, or a part, that can be opened.

    Attributes:
        place: where it stands; where it can only be begun, where it would.
        of: what it is called.
        says: what it tells, in short; empty where it tells nothing.
    """

    place: Path
    of: str
    says: str = ""


@dataclass(frozen=True)
class Below:
    """What has answers of its own: a part, a list of entries, or names with something below them.

    Attributes:
        asked: the question.
        rows: what is there.
        begin: what can be begun.
        field: where nothing is there, what can be said of the whole.
    """

    asked: PartQuestion
    rows: tuple[PartRow, ...] = ()
    begin: tuple[PartRow, ...] = ()
    field: Field | None = None


@dataclass(frozen=True)
class PartScreen:
    """A part of the file with all that it asks.

    Attributes:
        place: where it stands, or would.
        title: what it is called.
        says: what it is.
        above: the parts that it stands in, from the widest.
        fields: what is asked in a line or a menu.
        below: what has answers of its own.
        there: whether the file has it.
        named: whether it has a name that the rest of the file refers to.
        name: that name.
        problems: what is wrong with it as a whole.
    """

    place: Path
    title: str
    says: str
    above: tuple[PartRow, ...]
    fields: tuple[Field, ...]
    below: tuple[Below, ...]
    there: bool
    named: bool = False
    name: str = ""
    problems: tuple[str, ...] = ()


class NotTaken(Exception):  # noqa: N818  (it carries the screen that says what is wrong)
    """What was typed is not taken; with the part as it was filled in, and what is wrong where."""

    def __init__(self, part: PartScreen) -> None:
        self.part = part
        super().__init__("; ".join([*part.problems, *(f.wrong for f in part.fields if f.wrong)]))


# --- what there is -----------------------------------------------------------------------------------


def part(text: str, place: Path, rubric: Rubric) -> PartScreen | None:
    """A part of a file; None where the format has none there, or the file has no such entry.

    Raises:
        InputError: the file is no YAML that is understood.
    """
    return part_of(read(text).tree, place, rubric)


def part_of(tree: dict[str, Any], place: Path, rubric: Rubric) -> PartScreen | None:
    """The same, of what a file says."""
    kind = kind_at(place)
    new = bool(place) and place[-1] == NEW
    if not is_part(kind) or any(step == NEW for step in place[:-1]):
        return None
    node = None if new else stands(tree, place)
    around_it = kind_at(place[:-1]) if place else None
    named = get_origin(around_it) is dict and get_origin(get_args(around_it)[0]) is not Literal
    if node is None and not new and place and (named or isinstance(place[-1], int)):
        return None
    keys = _keys(kind, node)
    fields, below = [], []
    for asked in questions(kind, rubric):
        if asked.key == "format":
            continue
        now = keys.get(asked.key)
        if now is None and not makes_sense(kind, asked.key, keys):
            continue
        found = _asked(tree, kind, asked, place, now, rubric)
        if isinstance(found, Field):
            fields.append(found)
        elif not new:
            below.append(found)
    says = plain(term(first_line(kind)))
    title = _title(place, rubric)
    return PartScreen(
        place, title, "" if says.rstrip(".").lower() == title.lower() else says, tuple(_above(place, rubric)),
        tuple(fields), tuple(below), node is not None, named, str(place[-1]) if named and not new else "",
    )  # fmt: skip


def _keys(kind: type[Told], node: Any) -> dict[str, Any]:
    """What a part says with keys, however it is written."""
    if node is None:
        return {}
    try:
        found = kind.short(node)
    except ValueError:
        found = node
    return found if isinstance(found, dict) else {}


def _title(place: Path, rubric: Rubric) -> str:
    """What a part is called."""
    if not place:
        return _("All my answers")
    step, above = place[-1], place[:-1]
    around = kind_at(above)
    noun = noun_of(kind_at(place))
    stage = (
        f"{_title(above, rubric)}: "
        if above and above[0] == "stages" and (step == NEW or isinstance(step, int))
        else ""
    )
    if step == NEW:
        return stage + (_("a new {noun}", noun=noun) if stage else _("A new {noun}", noun=noun))
    if isinstance(step, int):
        return stage + (f"{noun} {step + 1}" if stage else f"{capital(noun)} {step + 1}")
    if get_origin(around) is dict:
        principle = next((p.title for p in rubric.principles if p.id == step), None)
        return principle or f"{capital(noun)} “{step}”"
    return label_of(around, step, rubric)


def _above(place: Path, rubric: Rubric) -> Iterator[PartRow]:
    for n in range(1, len(place)):
        kind = kind_at(place[:n])
        if is_part(kind) and not issubclass(kind, Listing):
            yield PartRow(place[:n], _title(place[:n], rubric))


def _asked(tree: Any, cls: type[Told], asked: PartQuestion, place: Path, now: Any, rubric: Rubric) -> Field | Below:
    """One question of a part: a line, a menu, or something with answers of its own."""
    kind = annotation(cls, asked.key)
    there = (*place, asked.key)
    origin = get_origin(kind)
    if is_part(kind):
        if issubclass(kind, Listing):
            return _list(asked, kind, (*there, "entries"), now, rubric, whole=there)
        row = PartRow(there, asked.label, _brief(now))
        return Below(asked, rows=(row,)) if now is not None else Below(asked, begin=(row,))
    if origin is tuple and is_part(get_args(kind)[0]):
        return _list(asked, kind, there, now, rubric)
    if origin is dict:
        of_key, of_value = get_args(kind)
        names = tuple(w for w in get_args(of_key) if w != _UNKNOWN) if get_origin(of_key) is Literal else ()
        if not is_part(without_none(of_value)):
            given = tuple((k, v) for k, v in now.items() if isinstance(v, str)) if isinstance(now, dict) else ()
            return Field(asked, "pairs", _choices(without_none(of_value)), names, given)
        held = now if isinstance(now, dict) else {}
        rows = tuple(PartRow((*there, k), _title((*there, k), rubric), _brief(v)) for k, v in held.items())
        begin = tuple(PartRow((*there, k), _title((*there, k), rubric)) for k in names if k not in held)
        if not names:
            begin = (PartRow((*there, NEW), _("Add a {noun}", noun=noun_of(without_none(of_value)))),)
        return Below(asked, rows, begin, None if held else _whole(asked, kind, now))
    value = _words(now)
    if asked.key in _REFERS:
        section = tree.get(_REFERS[asked.key])
        names = tuple(section) if isinstance(section, dict) else ()
        listed = tuple((n, n) for n in dict.fromkeys((*names, *(v for v in value if v not in (_NONE, _UNKNOWN)))))
        if origin is not tuple:
            return Field(asked, "choice" if listed else "long", listed, value=value)
        return Field(asked, "several", (*listed, *_alone(str)), value=value)
    if origin is tuple:
        item = get_args(kind)[0]
        if item is str:
            return Field(asked, "lines", value=value)
        return Field(
            asked,
            "several",
            (*(c for c in _choices(item) if c[0] not in (_NONE, _UNKNOWN)), *_alone(item)),
            value=value,
        )
    choices = _choices(kind)
    if choices:
        return Field(asked, "choice", choices, value=value)
    return Field(asked, "long" if kind is str else "text", value=value)


def _choices(kind: Any) -> tuple[tuple[str, str], ...]:
    """What can be chosen for a kind of answer, the unknown last."""
    if get_origin(kind) is Annotated:
        kind = kind.__origin__
    if get_origin(kind) is not Literal:
        return ()
    words = [w for w in get_args(kind) if w != _UNKNOWN]
    found = [(w, CHOICES.get(w) or answer(w)) for w in words]
    return (*found, (_UNKNOWN, _("asked, and not known"))) if _UNKNOWN in get_args(kind) else tuple(found)


def _alone(item: Any) -> tuple[tuple[str, str], ...]:
    """What can be said of a whole list instead of entries."""
    own = own_words(item)
    none = ((_NONE, answer("none")),) if _NONE in (*no_entries(item), *own) else ()
    return (*none, (_UNKNOWN, _("asked, and not known")))


def _whole(asked: PartQuestion, kind: Any, now: Any = None) -> Field:
    """What can be said of a list or of names of which none is there."""
    item = get_args(kind)[0] if get_origin(kind) is tuple else None
    if item is not None and is_part(item) and issubclass(item, Practice):
        choices: tuple[tuple[str, str], ...] = ((_NONE, _("nobody is involved here")),)  # a part of the work
    else:
        none = item is None or _NONE in no_entries(item)
        choices = (*(((_NONE, _("there are none")),) if none else ()), (_UNKNOWN, _("asked, and not known")))
    value = (_NONE,) if now in ([], {}, _NONE, "no") else _words(now)
    return Field(
        replace(asked, label=_("{label}: none, or not known", label=asked.label), help=""),
        "choice",
        choices,
        value=value,
    )


def _list(asked: PartQuestion, kind: Any, place: Path, now: Any, rubric: Rubric, whole: Path = ()) -> Below:
    """A list of entries, with what can be done to it."""
    held = now
    if whole:
        held = _keys(kind, now).get("entries")
        kind = annotation(kind, "entries")
    entries = held if isinstance(held, list) else [held] if isinstance(held, dict) else []
    item = get_args(kind)[0]
    word = held if isinstance(held, str) else now if isinstance(now, str) else None
    if word is not None and not entries and word not in (_NONE, "no", _UNKNOWN):
        entries = [word]  # one entry, written as a word
    rows = [PartRow((*place, n), _title((*place, n), rubric), _brief(v)) for n, v in enumerate(entries)]
    if whole and now is not None and (entries or not isinstance(now, str)):
        rows.append(PartRow(whole, _("Of the whole list: is it complete, and what shows it?")))
    begin = (PartRow((*place, NEW), _("Add a {noun}", noun=noun_of(item))),)
    field = None if entries or (whole and isinstance(now, dict)) else _whole(asked, kind, [] if held == [] else word)
    return Below(asked, tuple(rows), begin, field)


def _words(now: Any) -> tuple[str, ...]:
    if now is None:
        return ()
    if now == []:
        return (_NONE,)
    return tuple(v if isinstance(v, str) else flow(v) for v in (now if isinstance(now, list) else [now]))


def _brief(node: Any) -> str:
    """What an entry tells, in one line."""
    said = flow(node) if not isinstance(node, dict) else "; ".join(f"{k}: {flow(v)}" for k, v in node.items())
    return said if len(said) <= _SHOWN else f"{said[: _SHOWN - 1]}…"


# --- what is typed -----------------------------------------------------------------------------------


def filled_in(text: str, place: Path, given: Mapping[str, Any], rubric: Rubric) -> tuple[str, Path]:
    """The file with a part as it was filled in, and where the part stands then. What was left as it is stays, to the byte.

    Args:
        text: the file.
        place: the part, or a new one.
        given: what was typed and chosen: `f-KEY` for each question, and `name` for a part that gets one.
        rubric: for its words.

    Raises:
        NotTaken: something cannot be read, or is missing.
        CannotInsert: the file is written in a way in which it cannot be put in.
        InputError: the file is no YAML that is understood.
    """
    tree = read(text).tree
    asked = part_of(tree, place, rubric)
    if asked is None:
        raise CannotInsert(_("there is no such part in the file"))
    cls = kind_at(place)
    fields, changed = [], {}
    whole = [b.field for b in asked.below if b.field is not None]
    for one in (*asked.fields, *whole):
        typed, change = _typed(one, given, annotation(cls, one.asked.key), (*place, one.asked.key))
        fields.append(typed)
        changed.update(change)
    name, problems = _named(asked, tree, given)
    if place[-1:] == (NEW,):
        fields = [
            replace(f, wrong=_("This is needed; without it the entry says nothing."))
            if f.asked.needed and not f.wrong and changed.get(f.asked.key) is None
            else f
            for f in fields
        ]
        if not changed and not any(f.wrong for f in fields) and not problems:
            problems = (_("Nothing was filled in."),)
        one_of = [f.asked.label for f in fields if f.asked.key in cls.one_of]
        if cls.one_of and not any(changed.get(k) for k in cls.one_of):
            problems = (*problems, _("One of these is needed: {one_of}.", one_of=", ".join(one_of)))
    shown_again = replace(
        asked, fields=tuple(fields[: len(asked.fields)]), below=_with_fields(asked.below, fields[len(asked.fields) :]), name=name
    )  # fmt: skip
    if problems or any(f.wrong for f in fields):
        raise NotTaken(replace(shown_again, problems=tuple(problems)))
    if not changed and name == asked.name:
        return text, place
    target = (*place[:-1], name) if asked.named else place
    after = _written(text, tree, cls, place if asked.there else target, changed)
    if asked.there and name != asked.name:
        after = _renamed(after, place, name)
    new = _new_problems(text, after)
    if new:
        raise NotTaken(replace(shown_again, problems=new))
    return after, _resolved(after, target)


def _with_fields(below: Sequence[Below], fields: Sequence[Field]) -> tuple[Below, ...]:
    left = iter(fields)
    return tuple(replace(b, field=next(left)) if b.field is not None else b for b in below)


def _named(asked: PartScreen, tree: Any, given: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """The name of a new entry, and what is wrong with it."""
    if not asked.named:
        return "", ()
    section = stands(tree, asked.place[:-1])
    if asked.there and _plain(str(given.get("name", asked.name))) == _plain(asked.name):
        return asked.name, ()
    try:
        name = cleaned(str(given.get("name") or ""))
    except NotUnderstood as error:
        return "", (str(error),)
    if not name:
        return "", (_("A short name is needed: the rest of the file refers to it by that name."),)
    if isinstance(section, dict) and name in section:
        return name, (
            _("There is a {noun} of the name “{name}” already.", noun=noun_of(kind_at(asked.place)), name=name),
        )
    return name, ()


def _typed(field: Field, given: Mapping[str, Any], kind: Any, place: Path) -> tuple[Field, dict[str, Any]]:
    """A field as it was filled in, and what it tells otherwise than the file: None where it tells nothing any more."""
    key = field.asked.key
    if field.kind == "pairs":
        return _pairs(field, given, kind, place)
    raw = given.get(f"f-{key}")
    words = [str(w) for w in raw] if isinstance(raw, list) else [] if raw is None else [str(raw)]
    if field.kind == "lines":
        words = [line for w in words for line in w.splitlines()]
    try:
        told_now = tuple(
            w
            for w in (cleaned(w) if _plain(w) not in map(_plain, field.value) else _same(w, field.value) for w in words)
            if w
        )
    except NotUnderstood as error:
        return replace(field, value=tuple(words), wrong=f"{error}."), {}
    if list(map(_plain, told_now)) == list(map(_plain, field.value)):
        return field, {}
    field = replace(field, value=told_now)
    if not told_now:
        return field, {key: None}
    alone = [w for w in told_now if w in (_NONE, _UNKNOWN)]
    if alone and len(told_now) > 1 and field.kind == "several":
        says = dict(field.choices).get(alone[0], alone[0])
        return replace(field, wrong=_("“{says}” cannot stand beside other answers.", says=capital(says))), {}
    value: Any = told_now[0] if len(told_now) == 1 else list(told_now)
    wrong = _read(kind, value, place)
    return (replace(field, wrong=wrong), {}) if wrong else (field, {key: value})


def _plain(text: str) -> str:
    return " ".join(text.split())


def _same(word: str, told_before: Sequence[str]) -> str:
    """A word as the file has it, where a browser handed it back with other line breaks."""
    return next(v for v in told_before if _plain(v) == _plain(word))


def _read(kind: Any, value: Any, place: Path) -> str:
    """What the loader says is wrong with a value; empty where it reads it."""
    said: list[str] = []
    read_value(kind, value, place, lambda _place, wrong: said.append(in_words(wrong)))
    return capital(said[0]) + "." if said else ""


def _pairs(field: Field, given: Mapping[str, Any], kind: Any, place: Path) -> tuple[Field, dict[str, Any]]:
    """Names with an answer each; the last pair is a new one."""
    key = field.asked.key
    found: dict[str, str] = {}
    for n in range(len(field.value) + 1):
        name, answer = (_plain(str(given.get(f"f-{key}-{what}-{n}") or "")) for what in ("name", "answer"))
        if n < len(field.value):
            name = field.value[n][0]
        if answer and not name:
            return replace(field, wrong=_("Say what this is the answer for.")), {}
        if name and answer:
            found[name] = answer
        elif name and n == len(field.value):
            return replace(field, wrong=_("Choose an answer for “{name}”.", name=name)), {}
    before = dict(field.value)
    if found == before:
        return field, {}
    field = replace(field, value=tuple(found.items()))
    wrong = _read(kind, found, place) if found else ""
    return (replace(field, wrong=wrong), {}) if wrong else (field, {key: found or None})


def _new_problems(before: str, after: str) -> tuple[str, ...]:
    """What is wrong with a file that was not wrong with it before."""
    known: set[tuple[str, str]] = set()
    try:
        read_project(read(before))
    except InputError as error:
        known = {(p.where, p.says) for p in error.problems}
    try:
        read_project(read(after))
    except InputError as error:
        return tuple(
            f"{p.where}: {p.says}." if p.where else f"{p.says}."
            for p in error.problems
            if (p.where, p.says) not in known
        )
    return ()


# --- into the text -----------------------------------------------------------------------------------


def _written(text: str, tree: Any, cls: type[Told], place: Path, changed: Mapping[str, Any]) -> str:
    """The text of a file with some answers of a part told, told otherwise, or not told any more."""
    node = None if place[-1:] == (NEW,) else stands(tree, place)
    if node is None:
        new = {key: value for key, value in changed.items() if value is not None}
        listed = stands(tree, place[:-2]) if place[-1:] == (NEW,) else None
        if new and isinstance(listed, list) and place[-2] != "entries":
            # Of a list that stands without keys something is told for the first time.
            return editing.grouped(text, in_the_file(tree, place[:-2], listed)[0], "entries", {str(place[-2]): [new]})
        return told(text, ((place, new),)) if new else text
    if isinstance(node, str):
        # It stands there as a word, which gives way to keys.
        keys = {**_keys(cls, node), **changed}
        kept = {key: value for key, value in keys.items() if value is not None}
        where = in_the_file(tree, place, kept)[0]
        return put(text, where, kept) if kept else editing.taken_out(text, where)
    if issubclass(cls, Listing) and isinstance(node, list):
        more = {key: value for key, value in changed.items() if value is not None}
        where = in_the_file(tree, place, node)[0]
        return editing.grouped(text, where, "entries", more)
    new_ones = [
        in_the_file(tree, (*place, key), value)
        for key, value in changed.items()
        if value is not None and stands(tree, (*place, key)) is None
    ]
    if len({where for where, __ in new_ones}) == len(new_ones):
        text = editing.put_all(text, new_ones)
    for key, value in changed.items():
        there = (*place, key)
        tree = read(text).tree
        if value is not None and stands(tree, there) == value:
            continue
        if value is None:
            text = editing.taken_out(text, in_the_file(tree, there, "x")[0])
        elif isinstance(value, dict) and isinstance(stands(tree, there), dict):
            text = _told_by_name(text, tree, there, value)
        else:
            text = _told_anew(text, in_the_file(tree, there, value))
    return text


def _renamed(text: str, place: Path, name: str) -> str:
    """The text of a file in which an entry has another name, there and wherever the rest of the file refers to it."""
    section, old = place
    for where, value in _references(read(text).tree, str(section)):
        if same(value, str(old)):
            text = put(text, where, name)
    return editing.renamed(text, place, name)


def _references(node: Any, section: str, place: Path = ()) -> Iterator[tuple[Path, str]]:
    """Where a file names an entry of a section, and the name."""
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in steps:
        key = step if isinstance(step, str) else place[-1] if place else ""
        if isinstance(value, str) and _REFERS.get(str(key)) == section:
            yield (*place, step), value
        yield from _references(value, section, (*place, step))


def _told_by_name(text: str, tree: Any, place: Path, value: Mapping[str, str]) -> str:
    """Names with an answer each: only those that changed are written."""
    before = stands(tree, place)
    for name, word in value.items():
        if before.get(name) != word:
            text = put(text, (*in_the_file(tree, place, "x")[0], name), word)
    for name in before:
        if name not in value:
            text = editing.taken_out(text, (*in_the_file(tree, place, "x")[0], name))
    return text


def _told_anew(text: str, told_at: tuple[Path, Any]) -> str:
    """A value in its place; a list of texts that stands below each other gives way as a whole."""
    where, value = told_at
    try:
        return put(text, where, value)
    except CannotInsert:
        return editing.put_anew(text, where, value)


def _resolved(text: str, place: Path) -> Path:
    """Where a part stands: a new entry of a list is its last one."""
    if place[-1:] != (NEW,):
        return place
    tree = read(text).tree
    n = 0
    while stands(tree, (*place[:-1], n + 1)) is not None:
        n += 1
    return (*place[:-1], n)


def removed(text: str, place: Path) -> str:
    """The text of a file without a part: it is not told then. Every other byte stays.

    Raises:
        InputError: the file cannot be read, or could not without it, for something else names it.
        CannotInsert: it is written in a way in which it cannot be taken out.
    """
    tree = read(text).tree
    where = in_the_file(tree, place, "x")[0]
    after = editing.taken_out(text, where)
    new = _new_problems(text, after)
    if new:
        raise NotUnderstood(new[0])
    return after


def around(place: Path) -> Path:
    """The part that a part stands in; empty where it is a section."""
    for n in range(len(place) - 1, 0, -1):
        kind = kind_at(place[:n])
        if is_part(kind) and not issubclass(kind, Listing):
            return place[:n]
    return ()
