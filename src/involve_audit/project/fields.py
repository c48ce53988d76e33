"""How a part of the project file is declared and read.

A part is a class with annotated fields; `asks("…")` gives the meaning of a field, and everything else
follows from the annotation: what is read, what is allowed, what the JSON Schema says. Fields are worked out
when they are first told, not when the class is made: with some eight hundred fields (each practice has
thirteen in common), making pydantic models took 115 ms of every run, twelve times `python -c pass`.
Pydantic checks everything that is not on that path: rubrics, policies and saved audits.
"""

from __future__ import annotations

import sys
import types
from functools import partial
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal, TypeGuard, Union, get_args, get_origin

from involve_audit.language import _, term
from involve_audit.record import Record
from involve_audit.wording.file_words import marked, plain, reworded
from involve_audit.wording.messages import Wrong, hint, meant, nearest, small, wrong_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Complain = Callable[[Any, Wrong | str], Any]
    Reader = Callable[[Any, "Path", Complain], Any]

Path = tuple[str | int, ...]


class Reads(Record, eq=False):
    """A reader for one kind of value, with the JSON Schema of what it reads.

    Attributes:
        read: turns the value of the file into the value of the model; raises ValueError with a message that
            says what is allowed (`Wrong`).
        schema: what the JSON Schema says of it.
    """

    read: Callable[[Any], Any]
    schema: dict[str, Any]


class Asked(Record):
    """A field: its meaning, and whether the part makes no sense without it."""

    meaning: str
    needed: bool = False

    def __init__(self, meaning: str, needed: bool = False) -> None:
        """What `Record` does, in short: five hundred are made whenever the tool starts."""
        self.__dict__.update(meaning=meaning, needed=needed)


def asks(meaning: str) -> Any:
    """An optional answer: None where the file does not tell it."""
    return Asked(meaning)


def needs(meaning: str) -> Any:
    """An answer without which the part says nothing."""
    return Asked(meaning, needed=True)


def tidy(value: Any) -> Any:
    """Read a closed choice kindly: capitals, underscores and extra blanks do not matter."""
    if isinstance(value, str):
        return " ".join(value.replace("_", " ").split()).lower()
    return value


def kind_of(value: Any) -> str:
    """What stands in the file, in words."""
    kinds = {
        dict: _("a group of keys"),
        list: _("a list"),
        str: _("a text"),
        int: _("a number"),
        float: _("a number"),
        bool: _("a yes or no"),
    }
    return kinds.get(type(value), _("nothing") if value is None else _("this"))


def quote(text: str, limit: int = 60) -> str:
    """What stands in the file, in one line and between quotation marks, cut where it is long."""
    text = " ".join(text.split())
    return f"'{text if len(text) <= limit else reworded(text, lambda whole: whole[: limit - 1] + '…')}'"


def theirs(text: str, limit: int = 60) -> str:
    """The same for a message: marked as words of the file, so that a writer can leave them out."""
    return f"'{marked(quote(plain(text), limit)[1:-1])}'"


def given(value: Any, limit: int = 60) -> str:
    """What stands in the file, for a message: a text in its words, anything else by what it is."""
    return theirs(value, limit) if isinstance(value, str) else kind_of(value)


NOT_TOLD = ("n/a", "na", "not applicable", "not told", "not reported", "not stated", "not given", "tbc", "tbd",
            "to be confirmed", "to be decided", "not decided yet", "not yet decided", "not decided", "undecided", "not known yet", "-", "–")  # fmt: skip
"""What people write where there is nothing to tell. It is no answer: the key is left out."""


def leave_out(word: str) -> Wrong:
    """The message for a word that only says that nothing is told."""
    return Wrong(
        "{word} is not an answer",
        word=theirs(word),
        advice=Wrong(
            "leave the key out where nothing is told, or write 'unknown' where it was asked and is not known",
            plainly="leave it out where nothing is told, or write 'unknown' where it was asked and is not known",
        ),
    )


NO_KEY = "{key} is not a key here"
NO_KEY_AND_BLANK = "{key} is not a key here, and nothing stands behind it"
"""What is wrong with a key, and not with what stands behind it."""


def no_key(key: str, advice: Wrong) -> Wrong:
    """A key that is not known where it stands."""
    return Wrong(
        NO_KEY, plainly="{key} is not a word that the form knows at this place", key=theirs(key), advice=advice
    )


def of_a_key(wrong: Wrong | str) -> bool:
    """Whether something is wrong with a key, and not with what stands behind it."""
    return isinstance(wrong, Wrong) and wrong.kind in (NO_KEY, NO_KEY_AND_BLANK)


LAST = ("source", "note", "disputed")
"""What a part is asked at its end, whichever class the question comes from: what shows it, and what else there is to say."""


class Told:
    """A part of the project file, or of a rubric. Unknown keys are problems, so that a typing slip never hides an answer.

    Absent key: *not told*, and the attribute is None. `unknown`: asked, and not known.
    """

    questions: ClassVar[dict[str, Asked]]
    needed: ClassVar[tuple[str, ...]] = ()
    """The fields without which the part says nothing."""
    elsewhere: ClassVar[dict[str, Wrong]] = {}
    """Keys that people may expect here, and what they write instead."""
    one_of: ClassVar[tuple[str, ...]] = ()
    """Fields of which at least one is needed."""
    readers: ClassVar[dict[str, Reader]]
    """How to read each field that was told in some file so far."""
    short_forms: ClassVar[dict[str, dict[str, Any]]] = {}
    """One word that may stand for the whole part, and what it says."""
    own_words: ClassVar[tuple[str, ...]] = ()
    """Where a list of these is asked for: `none` or `no` when it is an entry of its own, and no empty list."""

    def __init_subclass__(cls) -> None:
        told = vars(cls)
        # Nothing but a field has an annotation that no class variable has, so nothing else need be looked at.
        own = {name: told[name] for name in told.get("__annotations__", ()) if type(told.get(name)) is Asked}
        asked: dict[str, Asked] = {**getattr(cls, "questions", {}), **own}
        for name in LAST:
            if name in asked:
                asked[name] = asked.pop(name)
        cls.questions = asked
        cls.needed = (*cls.needed, *(name for name, note in own.items() if note.needed))
        cls.readers = {}
        for name in own:
            setattr(cls, name, None)

    def __init__(self, **answers: Any) -> None:
        unknown = answers.keys() - self.questions.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} does not ask for {sorted(unknown)}")
        self.__dict__.update(answers)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen")

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self.__dict__ == other.__dict__

    def __hash__(self) -> int:
        return hash((type(self).__name__, tuple(sorted(self.__dict__))))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"

    @classmethod
    def short(cls, value: Any) -> Any:
        """Turn a short form into the keys that it stands for; ValueError where it says too little."""
        if isinstance(value, str) and cls.short_forms:
            found = cls.short_forms.get(tidy(value))
            if found is None:
                raise ValueError(_too_little(cls, value))
            return found
        return value


def _too_little(cls: type[Told], value: str) -> Wrong:
    """What is wrong with one word that does not stand for a whole part: the key that it belongs under, or the nearest word."""
    word = tidy(value)
    if word in NOT_TOLD:
        return leave_out(value)
    words = tuple(w for w in cls.short_forms if w not in ("true", "false"))
    under = next((name for name in cls.questions if word in _words_under(cls, name)), None)
    if under is not None:
        return says_too_little(
            value,
            Wrong(
                "write it under its key, on a line below: `{under}: {word}`",
                plainly="write it under its word of the form, on a line below: `{under}: {word}`",
                under=under,
                word=word,
            ),
        )
    guess = nearest(value, words)
    own = tuple(name for name in vars(cls).get("__annotations__", {}) if name in cls.questions) or tuple(cls.questions)
    advice = Wrong(
        "write keys below it ({keys}), or one word: {words}", plainly="write one word: {words}",
        keys=own, words=words, advice=meant(guess) if guess else None,
    )  # fmt: skip
    return says_too_little(value, advice)


def says_too_little(value: str, advice: Wrong) -> Wrong:
    """One word where more is needed."""
    return Wrong("{value} says too little here", value=theirs(value), advice=advice)


def no_text(value: Any) -> Wrong:
    """Something else where a text is needed."""
    return Wrong("{found} stands here where a text is needed", found=kind_of(value))


def _words_under(cls: type[Told], name: str) -> tuple[Any, ...]:
    """The words of the closed choice of a key, and of a list of such."""
    kind = annotation(cls, name)
    if get_origin(kind) is tuple:
        kind = get_args(kind)[0]
    return get_args(kind) if get_origin(kind) is Literal else ()


_TYPES: dict[tuple[type, str], Any] = {}
_SAME_TEXT: dict[tuple[str, str], Any] = {}
"""Annotations by module and text: most fields share a handful of them, and working one out takes time."""


def at(part: Any, path: Iterable[str | int]) -> Any:
    """What is told at a place below a part of the project; None where nothing is."""
    for step in path:
        if part is None:
            break
        kind = type(part)
        if kind is dict:
            part = part.get(step)
        elif kind is tuple:
            part = part[step] if isinstance(step, int) and step < len(part) else None
        else:
            part = getattr(part, str(step), None)
    return part


def is_part(kind: Any) -> TypeGuard[type[Told]]:
    """Whether what the model has at a place is a part with answers of its own."""
    return isinstance(kind, type) and issubclass(kind, Told)


def holds_parts(kind: Any) -> bool:
    """Whether what the model has at a place is a part with answers of its own, or a list of such."""
    return is_part(get_args(kind)[0] if get_origin(kind) is tuple else kind)


def has_parts(value: Any) -> bool:
    """Whether an answer is a part with answers of its own, or a list of such."""
    return isinstance(value, Told) or (isinstance(value, tuple) and any(isinstance(one, Told) for one in value))


def annotation(cls: type[Told], name: str) -> Any:
    """The annotation of a field, worked out at first use, without the `| None`."""
    key = (cls, name)
    if key not in _TYPES:
        found = _as_written(cls, name)
        if found not in _SAME_TEXT:
            _SAME_TEXT[found] = _kind_of(found[1], vars(sys.modules[found[0]]))
        _TYPES[key] = _SAME_TEXT[found]
    return _TYPES[key]


def _as_written(cls: type[Told], name: str) -> tuple[str, Any]:
    """The annotation of a field as it is written, behind the name of the module that it is written in."""
    for base in cls.__mro__:
        text = vars(base).get("__annotations__", {}).get(name)
        if text is not None:
            return base.__module__, text
    raise KeyError(name)


def _kind_of(text: Any, scope: dict[str, Any]) -> Any:
    """What an annotation in a module stands for."""
    if not isinstance(text, str):
        return without_none(text)
    # Most are optional, and a name, or a list of what has a name: none of that need be worked out, for `eval` compiles each.
    text = text.removesuffix(" | None")
    if text == "str":
        return str
    if text in scope:
        return without_none(scope[text])
    item = text.removeprefix("tuple[").removesuffix(", ...]")
    if item in scope and text == f"tuple[{item}, ...]":
        return types.GenericAlias(tuple, (scope[item], ...))
    return without_none(eval(text, scope))  # noqa: S307


def without_none(kind: Any) -> Any:
    """`X | None` as `X`."""
    if get_origin(kind) in (Union, types.UnionType):
        parts = [a for a in get_args(kind) if a is not type(None)]
        if len(parts) == 1:
            return parts[0]
    return kind


def parts_in(kind: Any, found: dict[type[Told], None] | None = None) -> dict[type[Told], None]:
    """Every part that a part is made of, itself first, each once."""
    found = {} if found is None else found
    if is_part(kind):
        if kind not in found:
            found[kind] = None
            for name in kind.questions:
                parts_in(annotation(kind, name), found)
    else:
        for inner in get_args(kind):
            parts_in(inner, found)
    return found


def choices_in(kind: Any) -> tuple[str, ...]:
    """The words of the closed choices of a field."""
    if get_origin(kind) is Literal:
        return get_args(kind)
    return tuple(word for inner in get_args(kind) for word in choices_in(inner)) if not is_part(kind) else ()


def read_part(cls: type[Told], value: Any, path: Path, complain: Complain) -> Any:
    """Read a part of the file; every problem goes to `complain`.

    `unknown` may stand for a part that can be empty. None comes back where there is no part to be read.
    """
    try:
        value = cls.short(value)
    except ValueError as error:
        complain(path, wrong_in(error))
        return None
    if not isinstance(value, dict):
        if isinstance(value, str) and tidy(value) == "unknown" and not cls.needed:
            return cls()
        wrong = Wrong(
            "{found} stands here where keys are needed (`key: value`)",
            plainly="{found} stands here where words of the form are needed",
            found=given(value), advice=Wrong("allowed: {allowed}", allowed=tuple(cls.questions)),
        )  # fmt: skip
        complain(path, wrong)
        return None
    answers: dict[str, Any] = {}
    readers = cls.readers
    for key, told in value.items():
        read = readers.get(key)
        if read is None:
            if key not in cls.questions:
                complain((*path, key), no_key(key, cls.elsewhere.get(key) or _key_hint(key, path, cls)))
                continue
            read = readers[key] = _reader_of_field(cls, key)
        answers[key] = read(told, (*path, key), complain)
    for name in cls.needed:
        if name not in answers:
            wrong = Wrong(
                "'{name}' is missing; it is needed here: {meaning}", plainly="'{name}' is missing: {meaning}",
                name=name, meaning=small(term(cls.questions[name].meaning)),
            )  # fmt: skip
            complain(path, wrong)
        elif answers[name] is None and isinstance(value[name], str) and tidy(value[name]) == "unknown":
            wrong = Wrong("'unknown' is no answer here; it is needed: {meaning}", meaning=small(term(cls.questions[name].meaning)))  # fmt: skip
            complain((*path, name), wrong)
    if cls.one_of and answers.keys().isdisjoint(cls.one_of):
        complain(path, Wrong("one of these is needed here: {names}", names=cls.one_of))
    made = object.__new__(cls)
    made.__dict__.update(answers)  # `cls(…)` would check once more that each key is a question
    return made


def _key_hint(key: str, path: Path, cls: type[Told]) -> Wrong:
    """Which keys are allowed, and which one may be meant: one of these, or one that stands elsewhere in the file."""
    from involve_audit.project.model import Project
    from involve_audit.wording.everyday_words import meant as in_everyday_words
    from involve_audit.wording.everyday_words import places

    allowed = tuple(cls.questions)
    listed = hint(key, allowed)
    if key in Project.questions and cls is not Project:
        return Wrong("it stands at the top level of the file, without blanks in front of it", advice=listed)
    direct = next((place for place in places(key) if place in allowed), None)
    if direct is not None:
        return hint(key, allowed, guess=direct)
    elsewhere = [place for place in (*places(key), *_standing_elsewhere(key)) if place not in allowed]
    section = str(path[0]) if path else ""
    near = [place for place in elsewhere if not section or place.partition(".")[0] != section]
    if not near or any(word in allowed for word in (*in_everyday_words(key), *places(key))):
        within = next((place.rpartition(".")[2] for place in elsewhere if place.startswith(f"{section}.")), None)
        return hint(key, allowed, guess=within) if within in allowed and listed.advice is None else listed
    # A slip of the pen is likelier than a key in the wrong place, except where the key is spelt just so there.
    slip = listed.advice is not None and key not in near[0].split(".")
    return listed if slip else hint(key, allowed, guess=near[0])


_AT: dict[str, tuple[str, ...]] = {}


def _standing_elsewhere(key: str) -> tuple[str, ...]:
    """The place of a key that stands at one place only, one level below a section."""
    if not _AT:
        from involve_audit.project.model import Project

        found: dict[str, list[str]] = {}
        for section in Project.questions:
            kind = annotation(Project, section)
            for name in getattr(kind, "questions", ()):
                found.setdefault(name, []).append(f"{section}.{name}")
        _AT.update({name: tuple(at) for name, at in found.items() if len(at) == 1})
    return _AT.get(key, ())


def read_value(kind: Any, value: Any, path: Path, complain: Complain) -> Any:
    """Read one value of a given kind."""
    return reader_of(kind)(value, path, complain)


def reader_of(kind: Any) -> Reader:
    """How to read values of a kind: what its annotation says is looked up once, and not at each value.

    A closed choice may be given by its words alone.
    """
    if type(kind) is tuple:
        return partial(_choice, kind)
    if kind is Any:
        return lambda value, _path, _complain: value
    if kind is str:
        return _read_text
    if is_part(kind):
        return partial(read_part, kind)
    origin = get_origin(kind)
    if origin is Annotated:
        return _reader_of_annotated(kind)
    if origin is Literal:
        return partial(_choice, get_args(kind))
    if origin is tuple:
        return _reader_of_list(get_args(kind)[0])
    if origin is dict:
        return partial(_names, kind)
    raise TypeError(f"no reader for {kind!r}")


def _read_text(value: Any, path: Path, complain: Complain) -> str | None:
    if isinstance(value, str):
        return value
    complain(path, no_text(value))
    return None


_REMEMBERED = 2000
"""So many texts, with what they say, are remembered of each kind of value: dates and counts come again and again."""


def _reader_of_annotated(kind: Any) -> Reader:
    reads: Reads = next(m for m in kind.__metadata__ if isinstance(m, Reads))
    inner = kind.__origin__
    further = reader_of(inner) if get_origin(inner) in (tuple, Literal) else None
    known: dict[str, Any] = {}

    def read(value: Any, path: Path, complain: Complain) -> Any:
        text = value if type(value) is str else None
        if text is not None and text in known:
            value = known[text]
        else:
            try:
                value = reads.read(value)
            except ValueError as error:
                complain(path, wrong_in(error))
                return None
            if text is not None and len(text) < _SHORT and len(known) < _REMEMBERED:
                known[text] = value
        return value if further is None else further(value, path, complain)

    return read


_SHORT = 60
"""Longer texts are seldom told twice."""


_READERS: dict[tuple[str, Any], Reader] = {}
"""How to read a field, by the module and the text of its annotation: each practice has the same thirteen fields, and more."""


def _reader_of_field(cls: type[Told], name: str) -> Reader:
    """How to read a field of a part."""
    written = _as_written(cls, name)
    if written not in _READERS:
        _READERS[written] = _reader_of_words(written[1]) or reader_of(annotation(cls, name))
    return _READERS[written]


def _reader_of_words(text: Any) -> Reader | None:
    """How to read a closed choice of words, or a list of such; None where an annotation is anything else.

    Most are. Only the words are taken out of it: making the type that it stands for takes longer than reading all the values of a file.
    """
    if isinstance(text, str):
        one, several = choice_in(text, "Literal[", "]"), choice_in(text, "tuple[Literal[", "], ...]")
        if one or several:
            return reader_of(one) if one else _reader_of_list(several)
    return None


def choice_in(annotation: str, begins: str, ends: str) -> tuple[str, ...]:
    """The words of a closed choice, as Python keeps the text of an annotation; empty where it is another one.

    >>> choice_in("Literal['yes', 'no'] | None", "Literal[", "]")
    ('yes', 'no')
    """
    text = annotation.removesuffix(" | None")
    begins, ends = f"{begins}'", f"'{ends}"
    words = text.removeprefix(begins).removesuffix(ends)
    if text != f"{begins}{words}{ends}" or not {"[", "]", '"', "\\"}.isdisjoint(words):
        return ()
    return tuple(words.split("', '"))


def _reader_of_list(item: Any) -> Reader:
    own, none = own_words(item), no_entries(item)
    made: list[Reader] = []  # at the first value: a list may hold parts that hold such a list

    def read(value: Any, path: Path, complain: Complain) -> tuple[Any, ...] | None:
        if not made:
            made.append(reader_of(item))
        read_item = made[0]
        if isinstance(value, list):
            return tuple([read_item(v, (*path, n), complain) for n, v in enumerate(value)])
        word = tidy(value)
        if isinstance(word, str):
            if word == "unknown" and "unknown" not in own:
                return None
            if word in none:
                return ()
        return (read_item(value, path, complain),)

    return read


def _names(kind: Any, value: Any, path: Path, complain: Complain) -> dict[Any, Any] | None:
    """Read names with something below them. `none` and [] say that there are none; `unknown` tells nothing."""
    if value == [] or (isinstance(value, str) and tidy(value) in ("none", "no")):
        return {}
    if isinstance(value, str) and tidy(value) == "unknown":
        return None
    if not isinstance(value, dict):
        wrong = Wrong(
            "{found} stands here where names with something below them are needed (`name: …`)", found=given(value)
        )
        complain(path, wrong)
        return None
    of_key, of_value = get_args(kind)
    read_key, read_told = reader_of(of_key), reader_of(without_none(of_value))
    answers: dict[Any, Any] = {}
    for key, told in value.items():
        name = read_key(key, (*path, key), complain)
        if name is not None and name in answers:
            wrong = Wrong(
                "{key} stands here a second time, for it says the same as '{name}'", key=theirs(key), name=marked(name)
            )
            complain((*path, key), wrong)
        answer = read_told(told, (*path, key), complain)
        if name is not None:
            answers[name] = answer
    return answers


SAME = {"true": "yes", "y": "yes", "false": "no", "n": "no", "none": "no", "never": "no", "nobody": "none", "no": "none",
        "not known": "unknown", "don't know": "unknown", "not sure": "unknown"}  # fmt: skip
"""What may be written for a word of a closed choice, where that word is among those allowed."""


def no_entries(item: Any) -> tuple[str, ...]:
    """The words that stand for an empty list of these; a word that is an entry itself is none of them."""
    own = own_words(item)
    return tuple(word for word in ("none", "no") if word not in own)


def own_words(item: Any) -> tuple[Any, ...]:
    """The words that are an entry of their own in a list of these."""
    if is_part(item):
        return (*item.own_words, *item.short_forms, *(("unknown",) if item.own_words else ()))
    return item if type(item) is tuple else get_args(item)


def _choice(allowed: tuple[str, ...], value: Any, path: Path, complain: Complain) -> Any:
    """Read a closed choice: capitals, underscores, hyphens and extra blanks do not matter."""
    if isinstance(value, str) and value in allowed:
        return value
    word = tidy(value)
    if isinstance(word, str):
        if word in allowed:
            return word
        if SAME.get(word) in allowed:
            return SAME[word]
        plain = _letters(word)
        for choice in allowed:
            if plain and _letters(choice) == plain:
                return choice
        if word in NOT_TOLD:
            complain(path, leave_out(value))
            return None
    if word in ("paused", "cancelled") and "stopped" in allowed:
        wrong = Wrong(
            "{value} is said of the whole work, as `project.phase`; of one practice write 'stopped', with `stopped_by`",
            value=theirs(value),
        )
        complain(path, wrong)
        return None
    from involve_audit.wording.messages import flow

    more = Wrong("`other` takes a `note` that says more") if "other" in allowed else None
    advice = hint(flow(value), allowed, more=more)
    complain(path, Wrong("{found} is not one of the choices", found=given(value), advice=advice))
    return None


def _letters(word: str) -> str:
    return "".join(c for c in word if c.isalnum())


def blank_slips(cls: type[Told], blank: list[Path]) -> Iterator[tuple[Path, Wrong]]:
    """Keys with nothing behind them that the format does not know: a typing slip, or a text with a comma in braces.

    `{title: Application, table 4}` holds two keys; what follows the comma would get lost without a word.
    """
    for path in blank:
        allowed = _keys_instead(cls, path)
        if allowed is not None:
            guess = nearest(str(path[-1]), allowed)
            advice = (
                meant(guess) if guess else Wrong("a text that holds a comma needs quotes around it inside { } or [ ]")
            )
            wrong = Wrong(
                NO_KEY_AND_BLANK,
                plainly="{key} is not a word that the form knows at this place, and nothing stands behind it",
                key=theirs(str(path[-1])), advice=advice,
            )  # fmt: skip
            yield path, wrong


def _keys_instead(kind: Any, path: Path) -> tuple[str, ...] | None:
    """The keys that are allowed where a place leaves the format; None where it belongs to it, or nobody can tell."""
    for step in path:
        if get_origin(kind) is tuple:
            kind = get_args(kind)[0]
        part = is_part(kind)
        if part and "entries" in kind.questions and (isinstance(step, int) or step not in kind.questions):
            # A list may stand without `entries`, and a lone entry without the list.
            kind = get_args(annotation(kind, "entries"))[0]
        if isinstance(step, int):
            continue
        if part:
            if step not in kind.questions:
                return tuple(kind.questions)
            kind = annotation(kind, step)
        elif get_origin(kind) is dict:
            kind = without_none(get_args(kind)[1])
        else:
            return None
    return None
