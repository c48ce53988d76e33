"""From text to values with their places, or to every problem that YAML has with it, each with its line.

YAML is read as libyaml *events*, or the same events without it (`pure_python`), with an iterative builder: strings first,
line and column of everything, no aliases, tags, merge keys or second documents, and bounds on size and depth.
`yaml.CSafeLoader` crashes on deep nesting, and shared aliases blow up in validation, so neither is used.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any

from involve_audit.file_kinds import mistaken
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Path, Problem, Wrong, shown
from involve_audit.yamlfile.decoding import MAX_BYTES, decode, odd_in, place_of
from involve_audit.yamlfile.document import Document
from involve_audit.yamlfile.libyaml import yaml
from involve_audit.yamlfile.problems import Enough, Problems
from involve_audit.yamlfile.syntax import in_words, needs_quotes, no_key_here, no_yaml, short

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_NODES = 20_000
"""Three hundred lines hold some seven hundred values, and an example that tells all there is fourteen hundred. The bound keeps whatever a file repeats under two seconds."""
MAX_DEPTH = 40
MAX_KEY = 200
LOADER: Any
"""What makes events of a text: libyaml's parser, or the same without it."""
if yaml.__with_libyaml__:
    LOADER = yaml.CLoader
else:
    from involve_audit.yamlfile.pure_python import PureLoader

    LOADER = PureLoader
# These are compiled where they are first needed, and most files need none of them.
_DIRECTIVE = r"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\r|\n))*+%"
_AFTER_END = r"(?:[ \t]*+(?:#[^\r\n]*+)?(?:\r\n|\r|\n)|\.\.\.)*+[ \t]*+"
NOTHING = frozenset(("", "~", "null", "Null", "NULL"))
"""What stands for no value in YAML 1.2, where it is not in quotes."""
_TABLE = r"""\s*["\w][^,;\t\r\n:\[\]{}#]*[,;\t][^\r\n:\[\]{}#]*(?:[\r\n]|$)"""
"""A first line of words with commas and no colon begins no project file, and may begin a table that must not be quoted."""


def read(data: bytes | str, name: str = "project.yaml", begins: str = "project") -> Document:
    """Read one YAML document into plain dicts, lists and strings with their places.

    Blank values are left out: a key or a list item with nothing behind it is *not told*, and so is a list
    that has only such items.

    Args:
        data: the file.
        name: its name, for messages.
        begins: the kind of file that is meant, by its name in `file_kinds`, which is also a key that it holds.

    Raises:
        InputError: with all problems that can be told apart, each at its line.
    """
    text = decode(data, name)
    if not set(",;\t").isdisjoint(text.lstrip().partition("\n")[0]) and re.match(_TABLE, text):
        table = Wrong("this looks like a table (CSV); counts of people stay in a private file for `involve-audit room`")
        raise InputError(name, [Problem(1, 1, "", table)])
    building = _built(text)
    building.hold_kind(name, begins)
    if building.problems:
        raise InputError(name, building.problems, building.lines)
    root = building.root
    if root is None:
        start = (
            Wrong("`involve-audit init` writes one to start from")
            if begins == "project"
            else Wrong("it begins with `{begins}: 1`", begins=begins)
        )
        raise InputError(name, [Problem(1, 1, "", Wrong("the file is empty", advice=start))])
    if not isinstance(root, dict):
        wrong = (
            Wrong(
                "the file holds a list where keys such as `{begins}:` are needed",
                plainly="the file holds a list where words of the form such as `{begins}:` are needed",
                begins=begins,
            )
            if isinstance(root, list)
            else Wrong(
                "the file holds a text where keys such as `{begins}:` are needed",
                plainly="the file holds a text where words of the form such as `{begins}:` are needed",
                begins=begins,
            )
        )
        raise InputError(name, [Problem(*building.root_mark, "", wrong)], building.lines)
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
        from involve_audit.yamlfile.pure_python import PureLoader

        building = _Building(text)
        building.build(PureLoader)
    return building


_STARTS: dict[type, type] = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
_ENDS = frozenset((yaml.MappingEndEvent, yaml.SequenceEndEvent))


class _TooDeep(Exception):  # noqa: N818 - the text is read again
    """Some versions of libyaml give up at a depth of their own before they hand on what stands above."""


class _Frame:
    """An open list or group: where it stands, its key that waits for a value, and the places of what it holds."""

    __slots__ = ("container", "grouping", "key", "parent", "places", "skipped", "step", "was_key")

    def __init__(self, container: Any, parent: _Frame | None, step: str | int, was_key: bool) -> None:
        self.container = container
        """A dict or a list."""
        self.grouping = isinstance(container, dict)
        """Whether it is a group of keys."""
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
    """Line and column of everything that was read. A check asks for a few of them, so each is looked up in its list or group."""

    def __init__(self, frames: list[_Frame]) -> None:
        self._frames = frames

    @cached_property
    def _by_path(self) -> dict[Path, _Frame]:
        return {frame.path: frame for frame in self._frames}

    @cached_property
    def _places(self) -> dict[Path, tuple[int, int]]:
        return {
            (*path, step): (mark.line + 1, mark.column + 1)
            for frame in self._frames
            for path in (frame.path,)
            for step, mark in frame.places.items()
        }

    def __getitem__(self, path: Path) -> tuple[int, int]:
        if not path:
            raise KeyError(path)
        mark = self._by_path[path[:-1]].places[path[-1]]
        return mark.line + 1, mark.column + 1

    def __iter__(self) -> Iterator[Path]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Building:
    """A tree that is being built from the events of a YAML parser, without recursion."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = text.splitlines()
        self.problems = Problems()
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

    def complain(self, mark: Any, path: Path, wrong: Wrong) -> None:
        line, column = mark if isinstance(mark, tuple) else (mark.line + 1, mark.column + 1)
        self.problems.add(line, column, shown(path), wrong)

    def build(self, loader: Any) -> None:
        directive = re.match(_DIRECTIVE, self.text) if "%" in self.text else None
        if directive:
            # libyaml takes quadratic time over many of them.
            mark = place_of(self.text, directive.end() - 1)
            says = Wrong("a line that begins with `%` is a YAML directive, which is not read here; leave it out")
            self.complain(mark, (), says)
            return
        event: Any = None
        stack, scalar = self.stack, yaml.ScalarEvent
        try:
            get_event = loader(self.text).get_event
            while (event := get_event()) is not None:
                kind = type(event)
                if kind is not scalar:
                    self.take(event, kind)
                    continue
                # Most are texts, and of these nearly all a key, its value or an item with nothing odd about it: not worth a call.
                value, style = event.value, event.style
                if stack and style != '"' and not event.anchor and not event.tag and self.nodes < MAX_NODES:
                    top = stack[-1]
                    if top.key is not None:
                        if style or value not in NOTHING:
                            top.container[top.key] = value
                            top.key = None
                            continue
                    elif not top.grouping:
                        if style or value not in NOTHING:
                            top.places[len(top.container)] = event.start_mark
                            top.container.append(value)
                            self.nodes += 1
                            continue
                    elif (
                        0 < len(value) <= MAX_KEY and value not in top.places and value != "<<" and not value.isspace()
                    ):
                        top.places[value] = event.start_mark
                        self.nodes += 1
                        top.key = value
                        continue
                self.scalar(event)
        except Enough:
            pass
        except yaml.MarkedYAMLError as error:
            if "nesting depth" in (error.problem or ""):
                raise _TooDeep from error
            self.problems.append(in_words(error, self.lines))
        except (yaml.YAMLError, ValueError, OverflowError, RecursionError) as error:
            # The octets of a tag may be no UTF-8.
            line, column = _start(event) if event and event.start_mark.line < len(self.lines) else (1, 1)
            wrong = no_yaml(str(error), 201)
            if isinstance(error, UnicodeDecodeError):
                wrong = needs_quotes("!")
            self.problems.append(Problem(line, column, "", wrong))

    def take(self, event: Any, kind: type) -> None:
        if kind in _STARTS:
            self.open(event, _STARTS[kind]())
        elif kind in _ENDS:
            self.close()
        elif kind is yaml.AliasEvent:
            self.alias(event)
        elif kind is yaml.DocumentEndEvent:
            index = event.end_mark.index
            if self.text[index:].strip():
                end = re.compile(_AFTER_END).match(self.text, index)
                index = end.end() if end else index
            if self.text.startswith(("---", "%"), index):
                mark = place_of(self.text, index)
                self.complain(mark, (), Wrong("a second document begins here; one file holds one document"))
                raise Enough

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
        return top.key is None and top.grouping

    def plain_node(self, event: Any) -> None:
        """Refuse anchors and tags."""
        here = self.here
        if event.anchor:
            wrong = Wrong(
                "`{anchor}` is a YAML anchor, which is not read here; leave it out, or put the text in quotes",
                plainly="`{anchor}` is a special sign, which is not read here; leave it out, or put the text in quotes",
                anchor=marked(f"&{event.anchor[:40]}"),
            )
            self.complain(event.start_mark, here, wrong)
        if event.tag:
            wrong = Wrong(
                "`{tag}` is a YAML tag, which is not read here; leave it out, or put the text in quotes",
                plainly="`{tag}` is a special sign, which is not read here; leave it out, or put the text in quotes",
                tag=marked(event.tag.replace("tag:yaml.org,2002:", "!!")[:40]),
            )
            self.complain(event.start_mark, here, wrong)

    def alias(self, event: Any) -> None:
        wrong = Wrong(
            "`{alias}` is a YAML alias, which is not read here; write the value out, or put the text in quotes",
            plainly="`{alias}` is a special sign, which is not read here; write the value out, or put the text in quotes",
            alias=marked(f"*{event.anchor[:40]}"),
        )
        self.complain(event.start_mark, self.here, wrong)
        if self.waits_for_key():
            self.key(event, f"*{event.anchor}")
        else:
            self.place(event, None)

    def scalar(self, event: Any) -> None:
        """Take any text."""
        if event.anchor or event.tag:
            self.plain_node(event)
        value: str = event.value
        style = event.style
        if style == '"':
            odd = odd_in(value)
            if odd:
                wrong = Wrong(
                    "an escape in this text makes a character that no text has ({code}); leave it out",
                    code=f"U+{ord(odd[0]):04X}",
                )
                self.complain(event.start_mark, self.here, wrong)
        if self.waits_for_key():
            self.key(event, value)
        elif not style and value in NOTHING:
            self.place(event, None)
        else:
            self.place(event, value)

    def key(self, event: Any, key: str) -> None:
        top = self.stack[-1]
        mark = event.start_mark
        if len(key) > MAX_KEY:
            wrong = Wrong(
                "this key has {number} characters; a key is a short word (at most {most}). Is a text not indented, or in need of quotes?",
                plainly="this word of the form has {number} characters; it is a short word (at most {most}). Is a text not indented, or in need of quotes?",
                number=len(key), most=MAX_KEY,
            )  # fmt: skip
            self.complain(mark, top.path, wrong)
            key = f"{key[:40]}… (line {mark.line + 1})"
        elif not key.strip():
            self.complain(mark, top.path, no_key_here())
        elif key == "<<" and not event.style:
            wrong = Wrong(
                "`<<` is a YAML merge key, which is not read here; write the values out",
                plainly="`<<` is a special sign, which is not read here; write the values out",
            )
            self.complain(mark, top.path, wrong)
        if key in top.places:
            wrong = Wrong(
                "'{key}' stands here a second time; it is told at line {line} already",
                key=marked(short(key)), line=top.places[key].line + 1,
            )  # fmt: skip
            self.complain(mark, (*top.path, key), wrong)
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
            wrong = Wrong("the file holds more than {most} values; is this the right file?", most=f"{MAX_NODES:,}")
            self.complain(event.start_mark, (), wrong)
            raise Enough

    def open(self, event: Any, value: Any) -> None:
        if event.anchor or event.tag:
            self.plain_node(event)
        if len(self.stack) >= MAX_DEPTH:
            wrong = Wrong("this is nested more than {most} levels deep; is a bracket left open?", most=MAX_DEPTH)
            self.complain(event.start_mark, self.here[:4], wrong)
            raise Enough
        parent = self.stack[-1] if self.stack else None
        if parent is not None and parent.key is not None:  # most are the value of a key
            step, parent.key = parent.key, None
            parent.container[step] = value
            frame = _Frame(value, parent, step, False)
        elif self.waits_for_key():
            if not any(frame.was_key for frame in self.stack):
                wrong = Wrong(
                    "a key must be a plain word, not a list or a group of keys; is a text in brackets in need of quotes?",
                    plainly="a word of the form must be a plain word, not a list or a group; is a text in brackets in need of quotes?",
                )
                self.complain(event.start_mark, self.here, wrong)
            frame = _Frame(value, parent, f"? (line {event.start_mark.line + 1})", True)
        else:
            frame = _Frame(value, parent, self.place(event, value), False)
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


def _start(event: Any) -> tuple[int, int]:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
