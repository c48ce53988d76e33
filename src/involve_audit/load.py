"""From text to a checked model, or to every problem in it, each with its line.

YAML is read as libyaml *events*, or the same events without it (`pure_yaml`), with an iterative builder: strings first,
line and column of everything, no aliases, tags, merge keys or second documents, and bounds on size and depth.
`yaml.CSafeLoader` crashes on deep nesting, and shared aliases blow up in validation, so neither is used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from involve_audit.file_kinds import mistaken
from involve_audit.messages import NO_EXCERPT, InputError, Path, Problem, flow, shown
from involve_audit.record import Record, made

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from involve_audit.project.fields import Told
    from involve_audit.project.model import Project

    Part = TypeVar("Part", bound=Told)

MAX_BYTES = 1_000_000
"""A project file of three hundred lines has nine thousand bytes; a million leave room for any log."""
MAX_NODES = 40_000
"""Three hundred lines hold some seven hundred values. The bound keeps the slow pure-Python parser under two seconds."""
MAX_DEPTH = 40
MAX_KEY = 200
MAX_PROBLEMS = 100
"""More are not listed: nobody reads them, and each nearest guess takes time."""
LOADER: Any
"""What makes events of a text: libyaml's parser, or the same without it."""
if yaml.__with_libyaml__:
    LOADER = yaml.CLoader
else:
    from involve_audit.pure_yaml import PureLoader

    LOADER = PureLoader
_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""What YAML does not take for text: control characters, halves of characters, a byte order mark inside."""
_OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
"""Line breaks to YAML 1.1 but to no editor; word processors leave them in pasted text."""
_DIRECTIVE = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\r|\n))*+%")
_AFTER_END = re.compile(r"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\r|\n)|\.\.\.)*+[ \t]*+")
_NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""What stands for no value in YAML 1.2, where it is not in quotes."""
_TABLE = re.compile(r"""\s*["\w][^,;\t\r\n:\[\]{}#]*[,;\t][^\r\n:\[\]{}#]*(?:[\r\n]|$)""")
"""A first line of words with commas and no colon begins no project file, and may begin a table that must not be quoted."""
_WIDE_UNITS = (
    (True, False, True, False),
    (False, True, False, True),
    (True, False, False, False),
    (False, False, False, True),
)
"""Where the bytes that are not 0 stand in the beginning of a text in UTF-16 or UTF-32."""
_LOOKS_LIKE = (
    (b"PK\x03\x04", "a Word, Excel or zip file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file"),
    (b"%PDF", "a PDF"),
    (b"{\\rtf", "a rich text file"),
)


class Document(Record, frozen=False):
    """A file as plain dicts, lists and strings, with the place of everything in it.

    Attributes:
        name: the name of the file, for messages.
        tree: what it holds. Keys and list items with nothing behind them are left out: they are *not told*.
        lines: its lines, for excerpts.
        marks: line and column, from 1, of each key and each list item.
        blank: the keys with nothing behind them.
    """

    name: str
    tree: dict[str, Any]
    lines: list[str]
    marks: Mapping[Path, tuple[int, int]] = made(factory=dict)
    blank: list[Path] = made(factory=list)

    def true_path(self, path: Path) -> Path:
        """The part of a model's path that stands in the file.

        The model knows `decisions.entries[0]` where the file may have `decisions[0]`, and a lone entry where
        the model has a list: such steps are left out. A path that is not there ends at its nearest ancestor.
        """
        node: Any = self.tree
        kept: list[str | int] = []
        for step in path:
            in_list = isinstance(node, list) and isinstance(step, int) and -1 < step < len(node)
            if in_list or (isinstance(node, dict) and step in node):
                node = node[step]
                kept.append(step)
            elif step != "entries" and (isinstance(step, str) or isinstance(node, list)):
                if isinstance(node, dict) and (*kept, step) in self.marks:
                    kept.append(step)  # a key with nothing behind it
                break
        return tuple(kept)

    def at(self, path: Path) -> tuple[int, int]:
        """Line and column, from 1, of a place or of its nearest ancestor."""
        path = self.true_path(path)
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, (1, 1))

    def get(self, path: Path) -> Any:
        """The plain value at a place that stands in the file; None where nothing stands behind the key."""
        node: Any = self.tree
        for step in path:
            node = node.get(step) if isinstance(node, dict) else node[step]
        return node

    def says(self, path: Path, limit: int = 120, first: Collection[str] = ()) -> str:
        """The value at a place in one line, as a reader would quote it; where it must be cut, these keys stand first."""
        kept = self.true_path(path)
        value = self.get(kept)
        text = flow(value)
        if first and isinstance(value, dict) and len(text) > limit:
            ahead = sorted((key for key in value if key in first), key=lambda key: len(flow(value[key])))
            text = flow({key: value[key] for key in (*ahead, *value)})
        if kept and isinstance(kept[-1], str):
            text = f"{kept[-1]}: {text}".rstrip()
        return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _start(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def _place(text: str, index: int) -> tuple[int, int]:
    """Line and column, from 1, of a character."""
    before = (text[:index] + "x").splitlines()
    return len(before), len(before[-1])


def decode(data: bytes | str, name: str, limit: int = MAX_BYTES) -> str:
    """Text of a file in UTF-8, with or without a byte order mark.

    The line breaks that only YAML 1.1 knows (U+0085, U+2028, U+2029) become blanks, so that lines are counted
    as editors count them.

    Raises:
        InputError: it is too large, or no UTF-8 text.
    """

    def refuse(says: str, line: int = 1, column: int = 1) -> InputError:
        return InputError(name, [Problem(line, column, "", says)])

    if len(data) > limit:
        raise refuse(
            f"the file has {len(data):,} bytes; at most {limit:,} are read. "
            "Is this the right file? Long documents belong under `sources`, by name"
        )
    if isinstance(data, bytes):
        for beginning, kind in _LOOKS_LIKE:
            if data.startswith(beginning):
                raise refuse(f"this looks like {kind}; save what it says as plain text in UTF-8 and try again")
        if data[:2] in (b"\xff\xfe", b"\xfe\xff") or tuple(map(bool, data[:4])) in _WIDE_UNITS:
            raise refuse("the file seems to be in UTF-16 or UTF-32; save it as UTF-8 and try again")
        try:
            data = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line, column = _place(_plain_breaks(error.object[: error.start].decode("utf-8")), MAX_BYTES)
            byte = error.object[error.start]
            raise refuse(
                f"this is not text in UTF-8 (byte {byte:#04x}); save the file as UTF-8 and try again", line, column
            ) from None
    text = _plain_breaks(data.removeprefix("\ufeff"))
    odd = _NO_TEXT.search(text)
    if odd:
        code = ord(odd[0])
        if code == 0xFEFF:
            says = "an invisible byte order mark (U+FEFF) stands here, inside the file; delete it"
        else:
            says = f"there is a character here that no text has (U+{code:04X}); is this the right file?"
        raise refuse(says, *_place(text, odd.start()))
    return text


def _plain_breaks(text: str) -> str:
    return text if text.isascii() else _OTHER_BREAKS.sub(" ", text)


class _Enough(Exception):  # noqa: N818 - it ends a search, and is no error
    """So many problems that no more are listed."""


class _TooDeep(Exception):  # noqa: N818 - the text is read again
    """Some versions of libyaml give up at a depth of their own before they hand on what stands above."""


class _Frame:
    """An open list or group: where it stands, its key that waits for a value, and the places of what it holds."""

    __slots__ = ("container", "key", "parent", "places", "skipped", "step", "was_key")

    def __init__(
        self, container: dict[str, Any] | list[Any], parent: _Frame | None, step: str | int, *, was_key: bool
    ) -> None:
        self.container = container
        self.parent = parent
        self.step = step
        self.key: str | None = None
        self.places: dict[str | int, Any] = {}
        """For each key and item the parser's mark of its beginning."""
        self.skipped = False
        """Whether a blank item was left out."""
        self.was_key = was_key

    @property
    def path(self) -> Path:
        """Where it stands. Most are never asked: a path for every value would take a third of the time of reading."""
        steps: list[str | int] = []
        frame = self
        while frame.parent is not None:
            steps.append(frame.step)
            frame = frame.parent
        return tuple(reversed(steps))


class _Marks(Mapping[Path, tuple[int, int]]):
    """Line and column of everything that was read, put together when one of them is first asked for."""

    def __init__(self, frames: list[_Frame]) -> None:
        self._frames = frames

    @cached_property
    def _places(self) -> dict[Path, tuple[int, int]]:
        return {
            (*path, step): (mark.line + 1, mark.column + 1)
            for frame in self._frames
            for path in (frame.path,)
            for step, mark in frame.places.items()
        }

    def __getitem__(self, path: Path) -> tuple[int, int]:
        return self._places[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def read(data: bytes | str, name: str = "project.yaml", begins: str = "project") -> Document:
    """Read one YAML document into plain dicts, lists and strings with their places.

    Blank values are left out: a key or a list item with nothing behind it is *not told*, and so is a list
    that has only such items.

    Args:
        data: the file.
        name: its name, for messages.
        begins: the kind of file that is meant, by its name in `kinds`, which is also a key that it holds.

    Raises:
        InputError: with all problems that can be told apart, each at its line.
    """
    text = decode(data, name)
    if _TABLE.match(text):
        raise InputError(
            name,
            [
                Problem(
                    1,
                    1,
                    "",
                    "this looks like a table (CSV); counts of people stay in a private file for `involve-audit room`",
                )
            ],
        )
    building = _built(text)
    building.hold_kind(name, begins)
    if building.problems:
        raise InputError(name, building.problems, building.lines)
    root = building.root
    if root is None:
        start = (
            "; `involve-audit init` writes one to start from"
            if begins == "project"
            else f"; it begins with `{begins}: 1`"
        )
        raise InputError(name, [Problem(1, 1, "", "the file is empty" + start)])
    if not isinstance(root, dict):
        found = "a list" if isinstance(root, list) else "a text"
        problem = Problem(*building.root_mark, "", f"the file holds {found} where keys such as `{begins}:` are needed")
        raise InputError(name, [problem], building.lines)
    blank = [(*frame.path, key) for frame, key in building.left_blank]
    return Document(name, root, building.lines, _Marks(building.frames), blank)


def hold_kind(text: str, name: str, wanted: str) -> None:
    """Refuse a YAML file that was mistaken for one that is read otherwise.

    Raises:
        InputError: it is of another kind.
    """
    _built(text[:MAX_BYTES]).hold_kind(name, wanted)


def events(text: str) -> Iterator[Any]:
    """The events of a text that was read before without a complaint."""
    parser = LOADER(text)
    while (event := parser.get_event()) is not None:
        yield event


def _built(text: str) -> _Building:
    building = _Building(text)
    try:
        building.build(LOADER)
    except _TooDeep:
        from involve_audit.pure_yaml import PureLoader

        building = _Building(text)
        building.build(PureLoader)
    return building


class _Building:
    """A tree that is being built from the events of a YAML parser, without recursion."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.splitlines()
        self.problems: list[Problem] = []
        self.frames: list[_Frame] = []
        self.left_blank: list[tuple[_Frame, str]] = []
        self.nodes = 0
        self.root: Any = None
        self.root_mark = (1, 1)
        self.stack: list[_Frame] = []

    @property
    def here(self) -> Path:
        """Where the list or group that is open stands."""
        return self.stack[-1].path if self.stack else ()

    def complain(self, mark: Any, path: Path, says: str) -> None:
        line, column = mark if isinstance(mark, tuple) else (mark.line + 1, mark.column + 1)
        self.problems.append(Problem(line, column, shown(path), says))
        if len(self.problems) >= MAX_PROBLEMS:
            self.problems.append(Problem(line, column + 1, "", f"only the first {MAX_PROBLEMS} problems are listed"))
            raise _Enough

    def build(self, loader: Any) -> None:
        directive = _DIRECTIVE.match(self.text)
        if directive:
            # libyaml takes quadratic time over many of them.
            mark = _place(self.text, directive.end() - 1)
            self.complain(
                mark, (), "a line that begins with `%` is a YAML directive, which is not read here; leave it out"
            )
            return
        last: Any = None
        try:
            parser = loader(self.text)
            while (event := parser.get_event()) is not None:
                last = event
                kind = type(event)
                if kind is yaml.ScalarEvent:  # most are
                    self.scalar(event)
                else:
                    self.take(event, kind)
        except _Enough:
            pass
        except yaml.MarkedYAMLError as error:
            if "nesting depth" in (error.problem or ""):
                raise _TooDeep from error
            self.problems.append(_syntax(error, self.lines))
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
            # The octets of a tag may be no UTF-8.
            line, column = _start(last) if last and last.start_mark.line < len(self.lines) else (1, 1)
            says = f"this is not YAML: {' '.join(str(error).split())[:200]}"
            if isinstance(error, UnicodeDecodeError):
                says = "a text that begins with ! needs quotes around it"
            self.problems.append(Problem(line, column, "", says))

    def take(self, event: Any, kind: type) -> None:
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self.open(event, {} if kind is yaml.MappingStartEvent else [])
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.close()
        elif kind is yaml.AliasEvent:
            self.alias(event)
        elif kind is yaml.DocumentEndEvent:
            end = _AFTER_END.match(self.text, event.end_mark.index)
            index = end.end() if end else event.end_mark.index
            if self.text.startswith(("---", "%"), index):
                mark = _place(self.text, index)
                self.complain(mark, (), "a second document begins here; one file holds one document")
                raise _Enough

    def hold_kind(self, name: str, wanted: str) -> None:
        """Refuse a file that was mistaken for another. Nothing else is said of it, and no line is quoted.

        Raises:
            InputError: it is of another kind.
        """
        other = mistaken(self.root, wanted)
        if other is not None:
            raise InputError(name, [Problem(*_Marks(self.frames).get((other[0],), (1, 1)), "", other[1])])

    def waits_for_key(self) -> bool:
        if not self.stack:
            return False
        top = self.stack[-1]
        return top.key is None and isinstance(top.container, dict)

    def plain_node(self, event: Any) -> None:
        """Refuse anchors and tags."""
        here = self.here
        if event.anchor:
            says = f"`&{event.anchor[:40]}` is a YAML anchor, which is not read here; leave it out"
            self.complain(event.start_mark, here, says + ", or put the text in quotes")
        if event.tag:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")[:40]
            says = f"`{tag}` is a YAML tag, which is not read here; leave it out"
            self.complain(event.start_mark, here, says + ", or put the text in quotes")

    def alias(self, event: Any) -> None:
        says = f"`*{event.anchor[:40]}` is a YAML alias, which is not read here; write the value out"
        self.complain(event.start_mark, self.here, says + ", or put the text in quotes")
        if self.waits_for_key():
            self.key(event, f"*{event.anchor}")
        else:
            self.place(event, None)

    def scalar(self, event: Any) -> None:
        if event.anchor or event.tag:
            self.plain_node(event)
        value: str = event.value
        style = event.style
        if style == '"':
            odd = _NO_TEXT.search(value)
            if odd:
                says = f"an escape in this text makes a character that no text has (U+{ord(odd[0]):04X}); leave it out"
                self.complain(event.start_mark, self.here, says)
        if self.waits_for_key():
            self.key(event, value)
        elif not style and value in _NOTHING:
            self.place(event, None)
        else:
            self.place(event, value)

    def key(self, event: Any, key: str) -> None:
        top = self.stack[-1]
        mark = event.start_mark
        if len(key) > MAX_KEY:
            says = f"this key has {len(key)} characters; a key is a short word (at most {MAX_KEY})"
            self.complain(mark, top.path, says + ". Is a text not indented, or in need of quotes?")
            key = f"{key[:40]}… (line {mark.line + 1})"
        elif not key.strip():
            self.complain(mark, top.path, "there is no key in front of this colon; write `key: value`")
        elif key == "<<" and not event.style:
            self.complain(mark, top.path, "`<<` is a YAML merge key, which is not read here; write the values out")
        if key in top.places:
            says = f"'{_short(key)}' stands here a second time; it is told at line {top.places[key].line + 1} already"
            self.complain(mark, (*top.path, key), says)
            # What stands below it must not be taken for a repetition as well.
            key = f"{key} (line {mark.line + 1}, column {mark.column + 1})"
        self.note(event, top, key)
        top.key = key

    def place(self, event: Any, value: Any) -> str | int:
        """Put a value where it belongs; the key or the number under which it stands."""
        if not self.stack:
            self.root = value
            self.root_mark = _start(event)
            return ""
        top = self.stack[-1]
        container = top.container
        if isinstance(container, list):
            number = len(container)
            if value is None:
                top.skipped = True
            else:
                container.append(value)
                self.note(event, top, number)
            return number
        key = top.key or ""
        top.key = None
        if value is None:
            self.left_blank.append((top, key))
        else:
            container[key] = value
        return key

    def note(self, event: Any, frame: _Frame, step: str | int) -> None:
        """Note where a key or an item begins."""
        frame.places[step] = event.start_mark
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.complain(
                event.start_mark, (), f"the file holds more than {MAX_NODES:,} values; is this the right file?"
            )
            raise _Enough

    def open(self, event: Any, value: Any) -> None:
        if event.anchor or event.tag:
            self.plain_node(event)
        if len(self.stack) >= MAX_DEPTH:
            says = f"this is nested more than {MAX_DEPTH} levels deep; is a bracket left open?"
            self.complain(event.start_mark, self.here[:4], says)
            raise _Enough
        parent = self.stack[-1] if self.stack else None
        if self.waits_for_key():
            says = "a key must be a plain word, not a list or a group of keys; is a text in brackets in need of quotes?"
            if not any(frame.was_key for frame in self.stack):
                self.complain(event.start_mark, self.here, says)
            frame = _Frame(value, parent, f"? (line {event.start_mark.line + 1})", was_key=True)
        else:
            frame = _Frame(value, parent, self.place(event, value), was_key=False)
        self.frames.append(frame)
        self.stack.append(frame)

    def close(self) -> None:
        done = self.stack.pop()
        if done.was_key:
            self.stack[-1].key = str(done.step)
        elif done.skipped and not done.container:
            self.untell(done)

    def untell(self, done: _Frame) -> None:
        """Leave out a list that has only blank items: it was begun, and tells nothing, which is not `none`."""
        parent = done.parent
        if parent is None:
            self.root = None
        elif isinstance(parent.container, list):
            parent.container.pop()
            parent.skipped = True
            del parent.places[done.step]
        else:
            step = str(done.step)
            del parent.container[step]
            self.left_blank.append((parent, step))


def _short(text: str, limit: int = 60) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _syntax(error: yaml.MarkedYAMLError, lines: list[str]) -> Problem:
    """What a YAML parser complains of, in words that help somebody who writes YAML twice a year."""
    problem, context = error.problem or "", error.context or ""
    at: Any = error.problem_mark or error.context_mark
    began: Any = error.context_mark or at
    says = ""
    line = lines[at.line] if at and at.line < len(lines) else ""
    character = line[at.column : at.column + 1] if at else ""
    if "tab character" in problem or character == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        says = "there is a tab here; YAML wants blanks in front of keys"
    elif "cannot start any token" in problem:
        says = f"a text that begins with {character} needs quotes around it"
    elif "mapping values are not allowed" in problem:
        says = (
            "a colon stands where none is expected; is the line above indented as this one? "
            "A text that holds a colon needs quotes around it"
        )
    elif "expected ':'" in problem:
        at = began
        says = "a key without its colon (`key: value`), or a text of several lines that is not indented"
    elif "flow sequence" in context or "flow mapping" in context:
        open_, close = ("[", "]") if "sequence" in context else ("{", "}")
        says = (
            f"a comma is missing before this place, or the `{open_}` at line {began.line + 1}, "
            f"column {began.column + 1} is not closed with `{close}`"
        )
        if at.line >= len(lines) - 1 and not line[at.column :].strip():
            at, says = began, f"this `{open_}` is not closed with `{close}`"
    elif "end of stream" in problem or "document indicator" in problem:
        at, says = began, "the quotation mark that begins here is not closed"
    elif "escape" in problem or "hexadecimal" in problem:
        says = "in double quotes a backslash begins an escape, and this one is not known; use single quotes instead"
    elif "sequence entries are not allowed" in problem:
        says = "a list item (`- `) stands where none is expected; put it on a line of its own, below its key"
    elif "mapping keys are not allowed" in problem:
        says = "a text that begins with ? needs quotes around it"
    elif "alias" in context or "anchor" in context:
        at, says = began, "a text that begins with * or & needs quotes around it"
    elif "tag" in context or "tag" in problem:
        at, says = began, "a text that begins with ! needs quotes around it"
    elif "block scalar" in context:
        says = "after `|` or `>` the text begins on the next line; a text that begins with one of them needs quotes"
    elif "node content" in problem or "flow node" in context:
        says = "a value is missing here"
    elif line[:1] == ":" or (line.strip().startswith(":") and not line[: at.column].strip()):
        says = "there is no key in front of this colon; write `key: value`"
    elif line[: at.column].strip() and ("block mapping" in context or "document start" in problem):
        says = (
            "the text goes on after a closing bracket or quotation mark; "
            "a text that begins with a bracket or quotation mark needs quotes around all of it"
        )
    elif "block mapping" in context or "block collection" in context or "document start" in problem:
        says = "this line does not fit the lines above it; check the blanks in front of it, and that quotes are closed"
    else:
        says = f"this is not YAML: {_short(problem, 120)}" + (f" ({_short(context, 80)})" if context else "")
    if at is None:
        return Problem(1, 1, "", says)
    where = NO_EXCERPT if _may_be_of_a_room(lines, at.line) else ""
    if at.line >= len(lines):
        return Problem(max(1, len(lines)), len(lines[-1]) + 1 if lines else 1, where, says)
    return Problem(at.line + 1, at.column + 1, where, says)


def _may_be_of_a_room(lines: list[str], at: int) -> bool:
    """Whether a line that no parser could place may say who is in a room: such a line is not quoted.

    It may where `voices` and `rooms` stand above it, or on it, since the last key of the whole file. Where the blanks in
    front are wrong, too: a key is one of the whole file by its name, wherever it begins.
    """
    from involve_audit.project.model import Project

    key = re.compile(rf"\s*['\"]?({'|'.join(Project.questions)})['\"]?\s*:")
    above = ""
    for line in reversed(lines[: at + 1]):
        above = line + "\n" + above
        found = key.match(line)
        if found and not (found[1] == "rooms" and line[:1].isspace()):
            break
    return bool(re.search(r"\bvoices\b.*\brooms\b", above, re.DOTALL))


def value_at(tree: Any, path: Path) -> Any:
    """What stands at a place of a tree; None where nothing does."""
    for step in path:
        if isinstance(tree, dict):
            tree = tree.get(step)
        elif isinstance(tree, list) and isinstance(step, int) and step < len(tree):
            tree = tree[step]
        else:
            return None
    return tree


def slips(cls: type[Any], document: Document) -> tuple[list[Problem], Callable[[Path, str], None]]:
    """The keys of a small file with nothing behind them, where that says nothing, as its first problems; and how to add more."""
    from involve_audit.project.fields import blank_slips

    problems = [
        Problem(*document.marks.get(path, (1, 1)), shown(path), says) for path, says in blank_slips(cls, document.blank)
    ]

    def complain(path: Path, says: str) -> None:
        path = document.true_path(path)
        problems.append(Problem(*document.at(path), shown(path), says))

    return problems, complain


def read_declared(cls: type[Part], document: Document, faults: Callable[[Part], Iterable[tuple[Path, str]]]) -> Part:
    """Check a document as a small file that is declared like a part of the project file.

    Args:
        cls: what it holds.
        document: the file.
        faults: what does not fit together in it, asked for only where everything could be read.

    Raises:
        InputError: with every problem, each at its line.
    """
    from involve_audit.project.fields import blank_slips, read_part

    problems: list[Problem] = []

    def complain(path: Path, says: str) -> None:
        path = document.true_path(path)
        problems.append(Problem(*document.at(path), shown(path), says))

    for path, says in blank_slips(cls, document.blank):
        complain(path, says)
    part = read_part(cls, document.tree, (), complain)
    if not problems:
        for path, says in faults(part):
            complain(path, says)
    if problems:
        raise InputError(document.name, problems[:MAX_PROBLEMS], document.lines)
    checked: Part = part
    return checked


def read_project(document: Document) -> Project:
    """Check a document as a project file.

    Raises:
        InputError: with every problem, each at its line.
    """
    from involve_audit.project.fields import blank_slips, read_part
    from involve_audit.project.model import NAMED, Project
    from involve_audit.project.references import broken_references

    problems: list[Problem] = []
    wrong: list[Path] = []
    project: Project | None = None

    def add(path: Path, line: int, column: int, says: str) -> None:
        problems.append(Problem(line, column, shown(path), says))
        if len(problems) >= MAX_PROBLEMS:
            problems.append(Problem(line, column + 1, "", f"only the first {MAX_PROBLEMS} problems are listed"))
            raise _Enough

    def complain(path: Path, says: str) -> None:
        path = document.true_path(path)
        wrong.append(path)
        add(path, *document.at(path), says)

    for path in document.blank:
        # A room, a source or an organisation with a name and nothing below it is there, and nothing is told of it.
        if len(path) == 2 and path[0] in NAMED and isinstance(path[1], str):
            document.tree.setdefault(path[0], {}).setdefault(path[1], {})
    try:
        for path, says in blank_slips(Project, document.blank):
            add(path, *document.marks.get(path, (1, 1)), says)
        project = read_part(Project, document.tree, (), complain)
        if project is not None:
            unread = {path[0] for path in wrong if len(path) == 1}
            not_read = tuple(wrong)
            for path, says in broken_references(project, unread):
                there = document.true_path(path)
                # What could not be read is told already; nothing more can be said of it.
                if not any(w[: len(there)] == there for w in not_read):
                    complain(path, says)
    except _Enough:
        project = None
    if problems or project is None:
        raise InputError(document.name, problems, document.lines)
    return project
