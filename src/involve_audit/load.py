"""From text to a checked model, or to every problem in it, each with its line.

YAML is read as libyaml *events* with an iterative builder: strings first, line and column of everything,
no aliases, tags, merge keys or second documents, and bounds on size and depth. `yaml.CSafeLoader` crashes
on deep nesting, and shared aliases blow up in validation, so neither is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel

    from involve_audit.project.model import Project

    Model = TypeVar("Model", bound=BaseModel)

Path = tuple[str | int, ...]

MAX_BYTES = 2_000_000
"""A project file of three hundred lines has nine thousand bytes; two million leave room for any log."""
MAX_DEPTH = 40
MAX_NODES = 200_000
_LOADER: Any = getattr(yaml, "CLoader", yaml.Loader)
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@dataclass(frozen=True)
class Problem:
    """Something that keeps a file from being read.

    Attributes:
        line: counted from 1.
        column: counted from 1, in characters.
        where: the place in words of the file (`power.decisions[0].what`), or empty.
        says: what is wrong, what is allowed, and the nearest guess.
    """

    line: int
    column: int
    where: str
    says: str


class InputError(Exception):
    """A file cannot be used. Carries all its problems, in the order of their lines."""

    def __init__(self, name: str, problems: Iterable[Problem], lines: Sequence[str] = ()) -> None:
        self.name = name
        self.problems = sorted(set(problems), key=lambda p: (p.line, p.column, p.where, p.says))
        self.lines = lines
        super().__init__(self.text())

    def text(self, *, excerpts: bool = True) -> str:
        """All problems, one below the other; with `excerpts` each shows its line."""
        parts = []
        for problem in self.problems:
            where = f" {problem.where}:" if problem.where else ""
            parts.append(f"{self.name}:{problem.line}:{problem.column}:{where} {problem.says}")
            if excerpts and 0 < problem.line <= len(self.lines):
                shown = readable(self.lines[problem.line - 1])[:160]
                if shown.strip():
                    parts.append(f"    {shown}")
                    if problem.column <= len(shown) + 1:
                        parts.append("    " + " " * (problem.column - 1) + "^")
        return "\n".join(parts)


def readable(text: str) -> str:
    """Take out what could move the cursor or turn the reading direction of the rest of a line."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "\ufffd", text).replace("\t", " ")


@dataclass
class Document:
    """A file as plain dicts, lists and strings, with the place of everything in it."""

    name: str
    tree: dict[str, Any]
    lines: list[str]
    marks: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def true_path(self, path: Path) -> Path:
        """The part of a model's path that stands in the file.

        The model knows `decisions.entries[0]` where the file may have `decisions[0]`, and a lone entry where
        the model has a list: such steps are left out. A path that is not there ends at its nearest ancestor.
        """
        node: Any = self.tree
        kept: list[str | int] = []
        for step in path:
            if isinstance(node, dict) and step in node:
                node = node[step]
            elif isinstance(node, list) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                continue
            kept.append(step)
        return tuple(kept)

    def at(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1, of a place or of its nearest ancestor."""
        path = self.true_path(path)
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, (1, 1))

    def get(self, path: Path) -> Any:
        """The plain value at a place that stands in the file."""
        node: Any = self.tree
        for step in path:
            node = node[step]
        return node

    def says(self, path: Path, limit: int = 120) -> str:
        """The value at a place in one line, as a reader would quote it."""
        kept = self.true_path(path)
        value = self.get(kept)
        text = flow(value)
        if kept and isinstance(kept[-1], str):
            text = f"{kept[-1]}: {text}"
        return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def flow(value: Any) -> str:
    """A value in one line: `role: involved, status: done`."""
    if isinstance(value, dict):
        return ", ".join(f"{k}: {'(' + flow(v) + ')' if isinstance(v, dict) else flow(v)}" for k, v in value.items())
    if isinstance(value, list):
        return "; ".join(flow(v) for v in value) if value else "none"
    return " ".join(str(value).split())


def shown(path: Path) -> str:
    """A path as people write it: `power.decisions[0].what`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that is most like this one, or None."""
    from difflib import get_close_matches

    tidied = {a.casefold(): a for a in allowed}
    found = get_close_matches(str(word).casefold(), tidied, n=1, cutoff=0.6)
    return tidied[found[0]] if found else None


def hint(word: str, allowed: Sequence[str]) -> str:
    """`allowed: a, b, c; did you mean 'b'?`, for the end of a message."""
    listed = ", ".join(allowed) if len(allowed) <= 40 else ", ".join(allowed[:40]) + ", …"
    guess = nearest(word, allowed)
    return f"allowed: {listed}" + (f"; did you mean '{guess}'?" if guess else "")


def decode(data: bytes | str, name: str) -> str:
    """Text of a file in UTF-8, with or without a byte order mark.

    Raises:
        InputError: it is too large, or no UTF-8 text.
    """

    def refuse(says: str, line: int = 1, column: int = 1) -> InputError:
        return InputError(name, [Problem(line, column, "", says)])

    if len(data) > MAX_BYTES:
        raise refuse(
            f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read. "
            "Is this the right file? Long documents belong under `sources`, by name"
        )
    if isinstance(data, bytes):
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise refuse("the file is in UTF-16; save it as UTF-8 and try again")
        try:
            data = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            before = data[: error.start]
            line = before.count(b"\n") + 1
            column = error.start - (before.rfind(b"\n") + 1) + 1
            raise refuse("this is not text in UTF-8; save the file as UTF-8 and try again", line, column) from None
    text = data.removeprefix("\ufeff")
    odd = _ODD.search(text)
    if odd:
        line = text.count("\n", 0, odd.start()) + 1
        column = odd.start() - (text.rfind("\n", 0, odd.start()) + 1) + 1
        raise refuse(
            f"there is a character here that no text has (code {ord(odd[0]):#04x}); is this the right file?",
            line,
            column,
        )
    return text


_MISSING = object()


def read(data: bytes | str, name: str = "project.yaml") -> Document:
    """Read one YAML document into plain dicts, lists and strings with their places.

    Blank values are left out: a key with nothing behind it is *not told*.

    Raises:
        InputError: with all problems that can be told apart, each at its line.
    """
    text = decode(data, name)
    lines = text.splitlines()
    problems: list[Problem] = []
    marks: dict[Path, tuple[int, int]] = {}
    root: Any = _MISSING
    # One frame for each open list or group: (container, path, key waiting for its value or None).
    stack: list[list[Any]] = []
    documents = nodes = 0

    def complain(event: Any, path: Path, says: str) -> None:
        mark = event.start_mark
        problems.append(Problem(mark.line + 1, mark.column + 1, shown(path), says))

    def refuse() -> InputError:
        return InputError(name, problems, lines)

    def place(event: Any, value: Any) -> Path:
        """Put a value where it belongs; the path of the value."""
        nonlocal root
        if not stack:
            root = value
            return ()
        container, path, key = stack[-1]
        if isinstance(container, list):
            here = (*path, len(container))
            container.append(value)
            marks[here] = (event.start_mark.line + 1, event.start_mark.column + 1)
            return here
        stack[-1][2] = None
        here = (*path, key)
        if value is not None:
            container[key] = value
        return here

    try:
        for event in yaml.parse(text, Loader=_LOADER):
            kind = type(event).__name__
            if kind == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    complain(event, (), "a second document begins here (`---`); one file holds one document")
                    raise refuse()
                continue
            if kind in ("StreamStartEvent", "StreamEndEvent", "DocumentEndEvent"):
                continue
            if kind in ("MappingEndEvent", "SequenceEndEvent"):
                stack.pop()
                continue
            nodes += 1
            here: Path = stack[-1][1] if stack else ()
            if nodes > MAX_NODES:
                complain(event, (), f"the file holds more than {MAX_NODES:,} values; is this the right file?")
                raise refuse()
            is_key = bool(stack) and isinstance(stack[-1][0], dict) and stack[-1][2] is None
            if kind == "AliasEvent":
                complain(event, here, f"`*{event.anchor}` is a YAML alias, which is not read here; write the value out")
                if is_key:
                    raise refuse()
                place(event, None if stack and isinstance(stack[-1][0], dict) else "")
                continue
            if event.anchor:
                complain(event, here, f"`&{event.anchor}` is a YAML anchor, which is not read here; leave it out")
            if event.tag:
                complain(event, here, f"`{event.tag}` is a YAML tag, which is not read here; leave it out")
            if kind == "ScalarEvent":
                if is_key:
                    key = event.value
                    container, path, _ = stack[-1]
                    if key == "<<" and event.style is None:
                        complain(event, path, "`<<` is a YAML merge key, which is not read here; write the values out")
                    mine = (*path, key)
                    if mine in marks:
                        first = marks[mine][0]
                        complain(event, mine, f"'{key}' stands here a second time; it is told at line {first} already")
                    else:
                        marks[mine] = (event.start_mark.line + 1, event.start_mark.column + 1)
                    stack[-1][2] = key
                    continue
                blank = event.style is None and event.value in ("", "~", "null", "Null", "NULL")
                if blank and stack and isinstance(stack[-1][0], dict):
                    place(event, None)
                else:
                    place(event, "" if blank else event.value)
                continue
            if is_key:
                complain(event, here, "a key must be a plain word, not a list or a group of keys")
                raise refuse()
            if len(stack) >= MAX_DEPTH:
                complain(event, here, f"this is nested more than {MAX_DEPTH} levels deep; is a bracket left open?")
                raise refuse()
            value: Any = {} if kind == "MappingStartEvent" else []
            stack.append([value, place(event, value), None])
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        says = _syntax(error, lines[mark.line] if mark and mark.line < len(lines) else "")
        problems.append(Problem(mark.line + 1 if mark else 1, mark.column + 1 if mark else 1, "", says))
    except yaml.YAMLError as error:
        problems.append(Problem(1, 1, "", f"this is not YAML: {' '.join(str(error).split())}"))
    if problems:
        raise refuse()
    if root is _MISSING or root is None or root == "":
        raise InputError(name, [Problem(1, 1, "", "the file is empty; `involve-audit init` writes one to start from")])
    if not isinstance(root, dict):
        found = "a list" if isinstance(root, list) else "a text"
        raise InputError(
            name, [Problem(1, 1, "", f"the file holds {found} where keys such as `project:` are needed")], lines
        )
    return Document(name, root, lines, marks)


def _syntax(error: yaml.MarkedYAMLError, line: str) -> str:
    """A libyaml message in words that help somebody who writes YAML twice a year."""
    problem = error.problem or "this is not YAML"
    if "\\t" in problem or "\t" in line[: len(line) - len(line.lstrip())]:
        return "there is a tab here; YAML wants blanks in front of keys"
    if "mapping values are not allowed" in problem:
        return (
            "a colon stands where none is expected; is the line above indented as this one? "
            "A text that holds a colon needs quotes around it"
        )
    if "could not find expected ':'" in problem:
        return "a key without its colon (`key: value`), or a text of several lines that is not indented"
    if "did not find expected key" in problem or "block mapping" in (error.context or ""):
        return f"this line does not fit the lines above it; check the blanks in front of it ({problem})"
    return f"this is not YAML: {problem}" + (f" ({error.context})" if error.context else "")


def check(document: Document, model: type[Model]) -> Model:
    """Check a document against a pydantic model: a rubric, a policy.

    Raises:
        InputError: with every problem, each at its line.
    """
    from pydantic import ValidationError

    try:
        return model.model_validate(document.tree)
    except ValidationError as error:
        problems = [_problem(document, model, dict(e)) for e in error.errors(include_url=False)]
        raise InputError(document.name, problems, document.lines) from None


def read_project(document: Document) -> Project:
    """Check a document as a project file.

    Raises:
        InputError: with every problem, each at its line.
    """
    from involve_audit.project.fields import read_part
    from involve_audit.project.model import Project
    from involve_audit.project.references import broken_references

    problems: list[Problem] = []

    def complain(path: Path, says: str) -> None:
        path = document.true_path(path)
        problems.append(Problem(*document.at(path), shown(path), says))

    project = read_part(Project, document.tree, (), complain)
    if not problems:
        for path, says in broken_references(project):
            complain(path, says)
    if problems:
        raise InputError(document.name, problems, document.lines)
    return project


def _problem(document: Document, model: type[BaseModel], error: dict[str, Any]) -> Problem:
    loc: Path = tuple(s for s in error["loc"])
    path = document.true_path(loc)
    line, column = document.at(path)
    kind = error["type"]
    given = error.get("input")
    if kind == "extra_forbidden":
        key = str(loc[-1])
        says = f"'{key}' is not a key here; {hint(key, keys_at(model, loc[:-1]))}"
    elif kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        says = f"'{flow(given)[:60]}' is not one of the choices; {hint(flow(given), allowed)}"
    elif kind in ("value_error", "assertion_error"):
        says = str(error["ctx"]["error"])
    elif kind == "missing":
        says = f"'{loc[-1]}' is missing; it is needed here"
    else:
        found = {dict: "a group of keys", list: "a list", str: "a text"}.get(type(given), "this")
        wanted = {
            "string_type": "a text",
            "model_type": "a group of keys (`key: value`)",
            "model_attributes_type": "a group of keys (`key: value`)",
            "dict_type": "a group of keys (`key: value`)",
            "tuple_type": "a list",
            "list_type": "a list",
            "int_parsing": "a whole number",
            "int_type": "a whole number",
            "float_parsing": "a number",
            "float_type": "a number",
        }.get(kind)
        says = f"{found} stands here where {wanted} is needed" if wanted else str(error["msg"])
        if isinstance(given, str):
            says += f" ('{given[:40]}')"
    return Problem(line, column, shown(path), says)


def keys_at(model: type[BaseModel], loc: Path) -> list[str]:
    """The keys that a model allows at a place."""
    here: Any = model
    for step in loc:
        if isinstance(step, int):
            continue
        fields = getattr(here, "model_fields", {})
        if step in fields:
            here = _model_in(fields[step].annotation) or here
        else:
            here = _model_in(here) or here
    return [f.alias or n for n, f in getattr(here, "model_fields", {}).items()]


def _model_in(annotation: Any) -> Any:
    """The first model inside an annotation such as `tuple[Decision, ...] | None`."""
    from typing import get_args

    from pydantic import BaseModel

    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in get_args(annotation):
        found = _model_in(part)
        if found:
            return found
    return None
