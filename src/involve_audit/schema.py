"""JSON Schemas of every file that people write for involve-audit by hand, so that editors complete and explain.

They are derived from the classes that read these files, so they cannot ask for something else. Draft 7, because
editors know it best. A schema sees a file as YAML tools parse it (`yes` may be a text or true, `2020` a number),
and it is a little kinder than the loader: it does not look into counts, dates, lengths of time and amounts, nor at
what refers to what.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from involve_audit.policy.boxes_file import BoxesFile
from involve_audit.policy.policy_file import PolicyFile
from involve_audit.policy.settings_file import SettingsFile
from involve_audit.policy.waivers import WaiverFile
from involve_audit.project.fields import SAME, Reads, Told, annotation, is_part, no_entries, own_words, without_none
from involve_audit.project.influence import Heard
from involve_audit.project.model import Project, Stopped
from involve_audit.project.people import Dissent, Opinion, Stage, Stages
from involve_audit.project.power import FinalSay
from involve_audit.project.practice import Disputed, Entry, Listing
from involve_audit.project.voices import RoomMakeUp
from involve_audit.rubric.extend import Extension, LevelChange
from involve_audit.rubric.model import Level, Rubric

if TYPE_CHECKING:
    from collections.abc import Iterable

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT = ["string", "number", "boolean"]
"""What YAML tools may make of a text: `1.10` a number, `no` a boolean."""
_AS_PARSED = {"yes": True, "true": True, "no": False, "false": False}


def project_schema() -> Schema:
    """The JSON Schema of a project file."""
    return _Builder().whole(Project, "project", "A project file of involve-audit")


def rubric_schema() -> Schema:
    """The JSON Schema of a rubric."""
    return _Builder().whole(Rubric, "rubric", "A rubric of involve-audit")


def own_rubric_schema() -> Schema:
    """The JSON Schema of a rubric that extends a shipped one."""
    return _Builder().whole(Extension, "own-rubric", "A rubric of your own that extends a shipped one")


def policy_schema() -> Schema:
    """The JSON Schema of a policy file."""
    return _Builder().whole(PolicyFile, "policy", "A policy file of involve-audit")


def waivers_schema() -> Schema:
    """The JSON Schema of a file of waivers."""
    return _Builder().whole(WaiverFile, "waivers", "Waivers of involve-audit")


def settings_schema() -> Schema:
    """The JSON Schema of settings beside a project file."""
    return _Builder().whole(SettingsFile, "settings", "Settings of involve-audit")


def boxes_schema() -> Schema:
    """The JSON Schema of a file with the boxes of a funder's form."""
    return _Builder().whole(BoxesFile, "boxes", "The boxes of a funder's form, for involve-audit")


def as_text(schema: Schema) -> str:
    """A schema as it stands in a file."""
    import json

    def line(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    if "definitions" not in schema:
        return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    # One line for each key and each definition: short enough to ship, and a change shows where it is.
    top = [f" {line(k)}: {line(v)}" for k, v in schema.items() if k not in ("properties", "definitions")]
    for group in ("properties", "definitions"):
        rows = ",\n".join(f"  {line(k)}: {line(v)}" for k, v in schema[group].items())
        top.append(f" {line(group)}: {{\n{rows}\n }}")
    return "{\n" + ",\n".join(top) + "\n}\n"


@cache
def vocabulary(*, beside: bool = False) -> frozenset[str]:
    """The keys and choices of the format: words that any project file may hold.

    Args:
        beside: also those of the files that stand beside it: policies, waivers, rubrics.
    """
    words: set[str] = set()
    tops = (Project, PolicyFile, WaiverFile, Rubric, Extension) if beside else (Project,)
    builders = [_Builder() for _ in tops]
    for builder, top in zip(builders, tops, strict=True):
        builder.whole(top, "", "")
    for owner in (*tops, *(owner for builder in builders for owner in builder.owners.values())):
        if is_part(owner):
            words |= {*owner.questions, *owner.short_forms}
        elif isinstance(owner, tuple):
            words |= {word for word in owner if isinstance(word, str)}
    return frozenset(words)


class _Builder:
    """Collects the definitions that one schema needs."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}
        self.owners: dict[str, object] = {}

    def whole(self, cls: type[Told], name: str, title: str) -> Schema:
        """The schema of a file whose top is this part."""
        top = self.object_of(cls)
        head = {"$schema": _DRAFT, "$id": f"urn:involve-audit:schema:{name}:1", "title": title}
        return {**head, **top, "definitions": dict(sorted(self.definitions.items()))}

    def refer(self, name: str, owner: object, build: Any) -> Schema:
        """A reference to a definition, made when it is first needed."""
        if name not in self.owners:
            self.owners[name] = owner
            self.definitions[name] = build()
        elif self.owners[name] != owner:
            raise ValueError(f"two definitions want the name {name}")
        return {"$ref": f"#/definitions/{name}"}

    def part(self, cls: type[Told]) -> Schema:
        """A part of the file: its keys, or one of its short forms."""

        def build() -> Schema:
            keys, short = self.object_of(cls), self.short_forms(cls)
            return {"description": keys.pop("description"), "anyOf": [keys, *short]} if short else keys

        return self.refer(cls.__name__, cls, build)

    def object_of(self, cls: type[Told]) -> Schema:
        """The keys of a part."""
        schema: Schema = {
            "description": " ".join((cls.__doc__ or "").split()),
            "type": "object",
            "properties": {name: self.key(cls, name) for name in cls.questions},
            "additionalProperties": False,
        }
        needed = [name for name, note in cls.questions.items() if note.needed]
        if cls.one_of:
            schema["anyOf"] = [{"required": [name]} for name in cls.one_of]
        return {**schema, "required": needed} if needed else schema

    def key(self, cls: type[Told], name: str) -> Schema:
        """One key of a part. What every practice asks is defined once."""
        owner = next(base for base in cls.__mro__ if name in vars(base).get("__annotations__", {}))
        if owner is not cls:
            return self.refer(f"{owner.__name__}.{name}", (owner, name), lambda: self.key(owner, name))
        note = cls.questions[name]
        kinds = self.kinds(annotation(cls, name))
        # A key with nothing behind it is not told; a key that is needed cannot be.
        return {"description": note.meaning, **_one_of(kinds if note.needed else [*kinds, {"type": "null"}])}

    def kinds(self, kind: Any) -> list[Schema]:
        """What may stand for a value, one schema for each form of it."""
        if kind is Any:
            return [{}]
        if kind is str:
            return [{"type": _TEXT}]
        if is_part(kind):
            return [self.part(kind)]
        origin = get_origin(kind)
        if origin is Annotated:
            return self.read(kind)
        if origin is Literal:
            return [self.choice(get_args(kind))]
        if origin is tuple:
            item = get_args(kind)[0]
            items = self.kinds(item)
            # In a list, a dash with nothing behind it is an empty text.
            listed = [*items, {"type": "null"}] if item is str else items
            alone = [word for word in (*no_entries(item), "unknown") if word not in own_words(item)]
            return [*items, {"type": "array", "items": _one_of(listed)}, *([_words(alone, alone)] if alone else [])]
        if origin is dict:
            of_key, of_value = get_args(kind)
            values = _one_of([*self.kinds(without_none(of_value)), {"type": "null"}])
            schema: Schema = {"type": "object", "additionalProperties": values}
            if get_origin(of_key) is Literal:
                schema["properties"] = dict.fromkeys(get_args(of_key), values)
                schema["propertyNames"] = self.choice(get_args(of_key))
            return [schema, {"type": "array", "maxItems": 0}, _words(("none", "unknown"), ("none", "no", "unknown"))]
        raise TypeError(f"no schema for {kind!r}")

    def read(self, kind: Any) -> list[Schema]:
        """A value with a reader of its own."""
        reads: Reads = next(m for m in kind.__metadata__ if isinstance(m, Reads))
        if get_origin(kind.__origin__) is Literal:
            return [self.choice(get_args(kind.__origin__)), {"type": "string", **reads.schema}]

        def build() -> Schema:
            parsed = list(dict.fromkeys(meant for word, meant in _AS_PARSED.items() if _reads(reads, word)))
            return _one_of([reads.schema, *([{"enum": parsed}] if parsed else [])])

        return [self.refer(getattr(reads.read, "__name__", "").removeprefix("read_"), reads, build)]

    def choice(self, allowed: tuple[str, ...]) -> Schema:
        """A closed choice; shared by all that have the same words."""
        same = [word for word, meant in SAME.items() if meant in allowed and word not in allowed]
        name = "choice." + ".".join(word.replace(" ", "-") for word in allowed)
        name = name if len(name) <= 50 else f"{name[:45]}.{len(allowed)}"
        return self.refer(name, allowed, lambda: _words(allowed, (*allowed, *same)))

    def short_forms(self, cls: type[Told]) -> list[Schema]:
        """What may stand for a whole part. Where a class reads short forms itself, they are told here.

        Raises:
            TypeError: a class reads short forms that are not known here.
        """
        owner = next(base for base in cls.__mro__ if "short" in vars(base))
        if issubclass(cls, Entry) and cls.in_a_word:
            return self.kinds(annotation(cls, cls.in_a_word))
        if owner in (Told, Entry):
            empty = () if any(note.needed for note in cls.questions.values()) else ("unknown",)
            words = tuple(cls.short_forms) or empty
            return [_words([w for w in words if w not in ("true", "false")], words)] if words else []
        if owner is Listing:
            entries = annotation(cls, "entries")
            one = self.kinds(get_args(entries)[0])
            return [
                *one,
                {"type": "array", "items": _one_of(one)},
                _words(("none", "unknown"), ("none", "no", "unknown")),
            ]
        if owner is Stage:
            return self.kinds(annotation(Stage, "role"))
        if owner is FinalSay:
            return self.kinds(annotation(FinalSay, "who"))
        if owner is Stopped:
            return self.kinds(annotation(Stopped, "when"))
        if owner is Disputed:
            return []
        if owner is Heard:
            return self.kinds(annotation(Heard, "answer"))
        if owner is Stages:
            return [_words(("none",), ("none", "no"))]
        if owner is Opinion:
            answers = get_args(annotation(Opinion, "most"))
            most = tuple(f"most {a}" for a in answers if not a.startswith("not "))
            return [_words((*most[:2], *answers[2:]), (*answers, *most))]
        if owner in (Dissent, Level, LevelChange):
            return [{"type": _TEXT}]
        if owner in (Project, RoomMakeUp):
            return []
        raise TypeError(f"the short forms of {cls.__name__} are not known here")


def _reads(reads: Reads, word: str) -> bool:
    try:
        reads.read(word)
    except ValueError:
        return False
    return True


def _one_of(kinds: list[Schema]) -> Schema:
    """One schema for several forms; plain types are put together."""
    plain = [k for k in kinds if k.keys() == {"type"}]
    rest = [k for k in kinds if k.keys() != {"type"}]
    types: list[str] = []
    for kind in plain:
        types += [kind["type"]] if isinstance(kind["type"], str) else kind["type"]
    if types:
        rest.append({"type": list(dict.fromkeys(types)) if len(types) > 1 else types[0]})
    return rest[0] if len(rest) == 1 else {"anyOf": rest}


def _words(offered: Iterable[str], accepted: Iterable[str]) -> Schema:
    """Words that are offered, and all that the loader understands: any capitals, `_` for a blank, YAML's own values."""
    accepted = tuple(accepted)
    parsed: list[Any] = [int(word) for word in accepted if word.isdecimal()]
    parsed += dict.fromkeys(meant for word, meant in _AS_PARSED.items() if word in accepted)
    pattern = "^[\\s_]*(" + "|".join(map(_spelt, accepted)) + ")[\\s_]*$"
    return {
        "anyOf": [{"enum": [*offered]}, {"type": "string", "pattern": pattern}, *([{"enum": parsed}] if parsed else [])]
    }


def _spelt(word: str) -> str:
    """A word as a pattern that capitals do not matter to."""

    def one(letter: str) -> str:
        if letter in " -":
            return "[\\s_-]*"
        if letter.isalpha():
            return f"[{letter.upper()}{letter}]"
        return re.sub(r"([\\^$.|?*+()\[\]{}/])", r"\\\1", letter)

    return "".join(map(one, word))
