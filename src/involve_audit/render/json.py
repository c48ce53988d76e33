"""The audit as JSON: a contract with a published schema, and back again.

One file gives one object, several give `{"audits": […]}`; what could not be audited stands beside them, as `problems`. `schema_version` changes when a field goes or changes
its meaning; new fields may come without it.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from involve_audit.file_kinds import mistaken
from involve_audit.record import names, without_class_defaults
from involve_audit.render.machine import json_text
from involve_audit.results.audit import SCHEMA_VERSION, Audit
from involve_audit.wording.file_words import marked, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import TypeAdapter

    from involve_audit.render.machine import NotAudited


def render(audits: Sequence[Audit], *, problems: Sequence[NotAudited] = (), several: bool = False) -> str:
    """The audits as JSON text, two blanks deep, in the order of the fields.

    With `several`, one audit is a list, too: several files were asked for, and one could be judged.
    """
    alone = len(audits) == 1 and not several and not problems
    tree = _plain(audits[0]) if alone else {"audits": [_plain(a) for a in audits]}
    if problems:
        tree["problems"] = [_plain(problem) for problem in problems]
    return json_text(tree)


def written(result: Any) -> str:
    """A result (a frozen dataclass) as JSON text, two blanks deep, in the order of its fields."""
    return json_text(_plain(result))


def _plain(value: Any) -> Any:
    """Dataclasses as dicts, with the version of the schema first; whole numbers without a point."""
    told = names(value)
    if told is not None:
        if "schema_version" in told:
            told = ("schema_version", *(n for n in told if n != "schema_version"))
        return {name: _plain(getattr(value, name)) for name in told}
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, (dict, list)):
        return value
    # 2.0 from a saved audit and 2 from the judge are the same level, and must be the same bytes.
    return int(value) if isinstance(value, float) and value.is_integer() else value


def described(result: type, version: str) -> dict[str, Any]:
    """The schemas of a result and of all its parts, each by its name, with what their documentation says."""
    schema = _adapter(result).json_schema(mode="serialization", ref_template="#/$defs/{model}")
    defs: dict[str, Any] = schema.pop("$defs", {})
    defs[result.__name__] = schema
    for name, part in _parts(result).items():
        about, meanings = _documented(part.__doc__ or "")
        kind = defs[name]
        kind["description"] = about
        for key, rules in kind["properties"].items():
            rules.pop("title", None)
            if key in meanings:
                rules["description"] = meanings[key]
    # With a default it would be optional here; it is always written, and `read_saved` needs it.
    stamp = {"schema_version": {"const": version, "description": "The version of this schema."}}
    schema["properties"] = stamp | {k: v for k, v in schema["properties"].items() if k not in stamp}
    schema["required"] = list(schema["properties"])
    return defs


def json_schema() -> dict[str, Any]:
    """The JSON Schema of what `render` writes, for one audit and for several."""
    defs = described(Audit, SCHEMA_VERSION)
    several = {
        "type": "object",
        "description": "Several audits, in the order in which their files were given.",
        "properties": {
            "audits": {"type": "array", "items": {"$ref": "#/$defs/Audit"}},
            "problems": {
                "type": "array",
                "description": "What could not be audited; only where there is something.",
                "items": _problem_schema(),
            },
        },
        "required": ["audits"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:involve-audit:audit:{SCHEMA_VERSION}",
        "title": "involve-audit: the audit",
        "description": "How a project involves people, as of a day, by one rubric: one audit, or several under `audits`.",
        "anyOf": [{"$ref": "#/$defs/Audit"}, several],
        "$defs": dict(sorted(defs.items())),
    }


def _problem_schema() -> dict[str, Any]:
    from involve_audit.render.machine import PROBLEMS, NotAudited

    _, meanings = _documented(NotAudited.__doc__ or "")
    kinds: dict[str, dict[str, Any]] = {
        "kind": {"enum": [*PROBLEMS]},
        "file": {"type": "string"},
        "says": {"type": "string"},
        "line": {"type": "integer", "minimum": 0},
        "column": {"type": "integer", "minimum": 0},
    }
    properties = {name: kinds[name] | {"description": meanings[name]} for name in names(NotAudited) or ()}
    return {"type": "object", "properties": properties, "required": [*properties]}


def _parts(kind: type) -> dict[str, type]:
    """Every dataclass that the audit is made of, by its name."""
    from typing import get_args, get_type_hints

    found: dict[str, type] = {kind.__name__: kind}

    def walk(hint: Any) -> None:
        for inner in get_args(hint):
            walk(inner)
        if isinstance(hint, type) and names(hint) is not None and hint.__name__ not in found:
            found.update(_parts(hint) | found)

    for hint in get_type_hints(kind).values():
        walk(hint)
    return found


def documented_keys(*kinds: type) -> Iterator[tuple[str, str, str]]:
    """Every key that is written of some kinds of parts: the key, the part in which it stands, and what it means."""
    for part in kinds:
        name = part.__name__
        about, meanings = _documented(part.__doc__ or "")
        # `cells, rows: what they are` says one thing of both.
        shared = {key.strip(): says for keys, says in meanings.items() for key in keys.split(",")}
        for field in names(part) or ():
            yield field, _in_words(name), shared.get(field, "" if field in meanings else about)


def parts_of(kind: type) -> tuple[type, ...]:
    """A kind of result, and every part that it is made of."""
    return tuple(_parts(kind).values())


def _in_words(name: str) -> str:
    """The name of a class as words: `CriterionFound` as `criterion found`."""
    return "".join(f" {c.lower()}" if c.isupper() and n else c.lower() for n, c in enumerate(name))


def _documented(docstring: str) -> tuple[str, dict[str, str]]:
    """What a docstring says of a class, and of each of its attributes."""
    from inspect import cleandoc

    about, _, attributes = cleandoc(docstring).partition("\nAttributes:\n")
    meanings: dict[str, str] = {}
    key = ""
    for line in attributes.splitlines():
        name, colon, rest = line.strip().partition(": ")
        if colon and line.startswith("    ") and not line.startswith("     ") and name.isidentifier():
            key, meanings[name] = name, rest
        elif key and line.strip():
            meanings[key] += " " + line.strip()
    return " ".join(about.split()), meanings


class NotSaved(ValueError):  # noqa: N818  (it says what is so, in the words of a message)
    """JSON is no saved audit.

    Attributes:
        says: what is wrong, each with its place, and with the words of the file in it marked.
    """

    def __init__(self, *says: str) -> None:
        self.says = says
        super().__init__("\n".join(map(plain, says)))


def read_saved(text: str) -> tuple[Audit, ...]:
    """Read audits that `render` wrote, so that they can be rendered again.

    Raises:
        NotSaved: it is no such JSON.
    """
    from involve_audit.results.saved import NotAsDeclared, read_as, shown

    try:
        tree = json.loads(text.removeprefix("\ufeff"), parse_constant=_no_number, parse_int=_short_enough)
    except RecursionError:
        raise NotSaved("this is nested too deeply to be a saved audit") from None
    except json.JSONDecodeError as error:
        raise NotSaved(f"line {error.lineno}, column {error.colno}: this is not JSON: {error.msg}") from None
    except OverflowError:
        raise NotSaved("this holds a number that is too long to be read") from None
    other = mistaken(tree, "audit")
    if other is not None and other[0] != "audits":
        raise NotSaved(other[1].said)
    several = isinstance(tree, dict) and isinstance(tree.get("audits"), list)
    audits = []
    problems = []
    for n, part in enumerate(tree["audits"] if several else [tree]):
        start = f"audits[{n}]" if several else ""
        version = part.get("schema_version") if isinstance(part, dict) else None
        if version != SCHEMA_VERSION:
            found = "none is told" if version is None else f"this says {marked(repr(version)[:42])}"
            where = f"{start}.schema_version" if several else "schema_version"
            problems.append(f"{where}: {SCHEMA_VERSION!r} is the version that can be read; {found}")
            continue
        try:
            audits.append(read_as(Audit, part))
        except NotAsDeclared as error:
            problems += [f"{f'{start}.{shown(steps)}'.lstrip('.')}: {says}" for steps, says in error.problems]
    if problems:
        raise NotSaved(*problems)
    return tuple(audits)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    """What checks values of a kind; making it takes longer than using it."""
    from pydantic import TypeAdapter

    made: TypeAdapter[Any] = TypeAdapter(kind)
    without_class_defaults()
    return made


def read_problems(text: str) -> tuple[NotAudited, ...]:
    """What could not be audited, from JSON that `read_saved` takes.

    Raises:
        ValueError: it does not stand there as `render` writes it.
    """
    from involve_audit.render.machine import PROBLEMS, NotAudited
    from involve_audit.results.saved import NotAsDeclared, read_as, shown

    told = json.loads(text.removeprefix("\ufeff")).get("problems", [])
    try:
        problems: tuple[NotAudited, ...] = read_as(tuple[NotAudited, ...], told)
    except NotAsDeclared as error:
        steps, says = error.problems[0]
        raise ValueError(f"problems{shown(steps)}: {says}") from None
    for n, problem in enumerate(problems):
        if problem.kind not in PROBLEMS:
            raise ValueError(
                f"problems[{n}].kind: {marked(repr(problem.kind[:40]))} is not known; allowed: {', '.join(PROBLEMS)}"
            )
    return problems


def _short_enough(digits: str) -> int:
    """A whole number. Python would explain one that is too long by a setting of its own."""
    if len(digits) > _DIGITS:
        raise OverflowError
    return int(digits)


_DIGITS = 300


def _no_number(word: str) -> Any:
    raise NotSaved(f"{word} is not a number that JSON knows")
