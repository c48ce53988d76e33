"""Putting an answer into the text of a project file; every other byte stays as it is.

The place is found from the events of the YAML parser. What was written is read back before it is handed on: if the
file does not say exactly what it said before, with the new answer in it, nothing is written.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from involve_audit.wording.messages import NEW, InputError
from involve_audit.yamlfile.decoding import decode
from involve_audit.yamlfile.nodes import FileLines, Node, nodes_of
from involve_audit.yamlfile.reader import read as read_file
from involve_audit.yamlfile.written import any_item, block, flow, item, scalar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from involve_audit.wording.messages import Path
    from involve_audit.yamlfile.document import Document

_BOM = "\ufeff"


class CannotInsert(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """The file is written in a way in which nothing can be put into it without touching the rest."""


@lru_cache(maxsize=8)
def as_read(text: str, name: str = "project.yaml") -> Document:
    """A text of a file as it was read last: one answer after another is put into what was just read back.

    Nothing in it may be changed, for whoever asks next is given the same.

    Raises:
        InputError: the file cannot be read.
    """
    return read_file(text, name)


_BOUNDS = frozenset({"most", "limit"})


# --- whatever was put in, read back ----------------------------------------------------------------


def first_that_fits(
    text: str,
    name: str,
    candidates: Callable[[str, str], Iterable[str]],
    says: Callable[[dict[str, Any]], Any],
    expected: Any,
) -> str:
    """The first of the texts that a file may become which says what is expected of it.

    Args:
        text: the file.
        name: its name, for messages.
        candidates: from the text as it is read, and as it stands, the texts that it may become.
        says: what is looked at in a file that was read.
        expected: what that must be.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: none of them does.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    # Some line breaks that no editor knows are blanks to the loader; they are one character as well.
    original = text.removeprefix(_BOM)
    # Where the last line has no line break, a text that ends there gets one.
    open_end = not original.endswith(("\n", "\r"))
    wanted = _told(expected, open_end=open_end)
    too_much: InputError | None = None
    for candidate in candidates(decode(text, name), original):
        try:
            tree = as_read(mark + candidate, name).tree
        except InputError as error:
            # A bound of the reader is named by its number: that the file would go beyond it is no matter of how it is written.
            too_much = too_much or (
                error if not _BOUNDS.isdisjoint(getattr(error.problems[0].wrong, "values", ())) else None
            )
            continue
        if _told(says(tree), open_end=open_end) == wanted:
            return mark + candidate
    if too_much is not None:
        raise CannotInsert(
            f"with it, {name} would hold more than is read of a file ({too_much.problems[0].says.partition(';')[0]}); put in less at a time, such as what belongs to one year or one piece of work"
        )
    raise CannotInsert(
        f"{name} is written in a way in which nothing can be put into it without touching the rest; "
        "put the block in by hand (--dry-run prints it)"
    )


def _told(value: Any, *, open_end: bool) -> Any:
    """What a file says; with an open end, without the line breaks at the end of its texts."""
    if not open_end:
        return value
    if isinstance(value, dict):
        return {k: _told(v, open_end=True) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return tuple(_told(v, open_end=True) for v in value)
    return value.rstrip("\n") if isinstance(value, str) else value


def into_flow(page: FileLines, node: Node, added: str) -> Iterator[str]:
    """Something more in front of the closing bracket; with a comma, or where one stands there already, without."""
    at = page.offset(node.end) - 1
    for comma in (", ", " "):
        yield page.text[:at] + ("" if node.empty else comma) + added + page.text[at:]


def list_grown(
    page: FileLines, nodes: dict[Path, Node], path: Path, value: Any, *, in_flow: bool, deep: bool = False,
    more: Sequence[Any] = (), above: str = "",
) -> Iterator[str]:  # fmt: skip
    """Texts in which something more stands in the list at a place; a lone entry becomes the first of the list.

    `more` are further entries behind it, and `above` a comment in the line above each, where each has lines of its own.
    """

    def listed(column: int) -> list[str]:
        comment = [f"{' ' * column}# {above}"] if above else []
        lines = [*comment, *(any_item(value, column) if deep else item(value, column))]
        for one in more:
            lines += [*comment, *any_item(one, column)]
        return lines

    joined = ", ".join(flow(one) for one in (value, *more))
    node = nodes[path]
    parent = nodes[path[:-1]]
    start, end = page.offset(node.start), page.offset(node.end)
    if node.kind == "text" or (node.flow and node.empty):
        # `none`, `[]`, or a key with nothing behind it: the word gives way to the entry.
        if in_flow:
            blank = " " if page.text[start - 1 : start] == ":" else ""
            yield page.text[:start] + f"{blank}[{joined}]" + page.text[end:]
            return
        line, column = node.start[0], parent.start[1]
        cut = FileLines(page.text[:start] + page.text[end:])
        # The value may stand in a line below its key.
        yield cut.with_lines(line + 1, listed(column + 2))
    elif node.flow:
        added = joined
        if node.kind == "map":
            yield f"{page.text[:start]}[{page.text[start:end]}, {added}]{page.text[end:]}"
        else:
            yield from into_flow(page, node, added)
    elif node.kind == "list":
        column = node.start[1]
        yield page.with_lines(page.after(node.end, column), listed(column))
    else:
        # A lone entry: a dash in the two blanks in front of its first key makes it the first item of a list.
        column = node.start[1] - 2
        if column >= parent.start[1] and page.text[start - 2 : start] == "  ":
            grown = FileLines(page.text[: start - 2] + "- " + page.text[start:])
            yield grown.with_lines(grown.after(node.end, column), listed(column))


# --- one answer --------------------------------------------------------------------------------------


def put(text: str, path: Path, value: Any, name: str = "project.yaml", *, remark: str = "") -> str:
    """The text of a file with one answer told, or told otherwise.

    Args:
        text: the file.
        path: where the answer belongs, as the file is written; groups on the way that are not there are begun. `NEW` at its
            end is one more item of a list.
        value: the answer: a text, or groups and lists of texts.
        name: the name of the file, for messages.
        remark: a few words that stand behind the answer as a comment, where there is room for one.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: there is no place in it where the answer can be put without touching the rest.
    """
    tree = as_read(text, name).tree
    expected = with_told(tree, path, value)
    remarks = (f"  # {remark}", "") if remark else ("",)
    return first_that_fits(
        text,
        name,
        lambda read, original: (t for r in remarks for t in _told_otherwise(read, original, path, value, r)),
        lambda said: said,
        expected,
    )


def put_items(text: str, path: Path, values: Sequence[Any], name: str = "project.yaml", *, above: str = "") -> str:
    """The text of a file with several more items at the end of a list, read back once.

    Args:
        text: the file.
        path: where the list belongs, as the file is written; groups on the way that are not there are begun.
        values: the items.
        name: the name of the file, for messages.
        above: a comment in the line above each, where they get lines of their own at the end of a list that is there.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: there is no place in it where they can be put without touching the rest.
    """
    if not values:
        return text
    expected = as_read(text, name).tree
    for value in values:
        expected = with_told(expected, (*path, NEW), value)
    first, *more = values
    return first_that_fits(
        text,
        name,
        lambda read, original: _told_otherwise(read, original, (*path, NEW), first, "", more, above=above),
        lambda said: said,
        expected,
    )


def put_all(text: str, answers: Sequence[tuple[Path, Any]], name: str = "project.yaml") -> str:
    """The text of a file with several answers told that were not told before, read back once.

    Args:
        text: the file.
        answers: the place and the value of each, as for `put`; none of them is one more item of a list.
        name: the name of the file, for messages.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: one of them cannot be put in without touching the rest.
    """
    if len(answers) < 2:
        return put(text, *answers[0], name) if answers else text
    try:
        return put_at_once(text, answers, name)
    except CannotInsert:
        for path, value in answers:
            text = put(text, path, value, name)
        return text


def put_at_once(text: str, answers: Sequence[tuple[Path, Any]], name: str = "project.yaml") -> str:
    """As `put_all`, for what can be put in from the end of the file to its beginning.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: that does not fit; one after the other may.
    """
    expected = as_read(text, name).tree
    for path, value in answers:
        expected = with_told(expected, path, value)

    def at_once(read: str, original: str) -> Iterator[str]:
        # From the end of the file to its beginning, so that what is put in moves no place that is still to come.
        nodes = nodes_of(read)

        def around(answer: tuple[Path, Any]) -> Path:
            there = answer[0]
            while there and there not in nodes:
                there = there[:-1]
            return there

        grown = original
        ordered = list(answers)[::-1]  # of several at one place the last goes in first, and ends up last
        ordered.sort(key=lambda answer: nodes[around(answer)].end, reverse=True)
        # New sections stand at the end of what the file has become, or where a file to start from has its example of them.
        sections = [answer for answer in answers if not around(answer)]
        for path, value in (*sections, *(answer for answer in ordered if around(answer))):
            step = next(_told_otherwise(read, grown, path, value, "", nodes=nodes), None)
            if step is None:
                return
            grown = step
        yield grown

    return first_that_fits(text, name, at_once, lambda said: said, expected)


def grouped(text: str, path: Path, key: str, more: dict[str, Any], name: str = "project.yaml") -> str:
    """The text of a file with a list in a group of its own, under a key, beside something that is told of the whole list.

    Args:
        text: the file.
        path: where the list stands, as the file is written.
        key: the key under which it then stands.
        more: what is told beside it.
        name: the name of the file, for messages.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: that cannot be done without touching the rest.
    """
    tree = as_read(text, name).tree
    now: Any = tree
    for step in path:
        now = now[step]

    def candidates(read: str, original: str) -> Iterator[str]:
        nodes, page = nodes_of(read), FileLines(original)
        node = nodes[path]
        start, end = page.offset(node.start), page.offset(node.end)
        if node.flow:
            beside = "".join(f"{scalar(k)}: {flow(v)}, " for k, v in more.items())
            yield f"{page.text[:start]}{{{beside}{scalar(key)}: {page.text[start:end]}}}{page.text[end:]}"
            return
        column = node.start[1]
        # A list may stand as deep as the key above it, so its lines stay where they are.
        yield page.with_lines(node.start[0], [*block(more, column, deep=True), f"{' ' * column}{scalar(key)}:"])

    return first_that_fits(text, name, candidates, lambda said: said, with_told(tree, path, {**more, key: now}))


def renamed(text: str, path: Path, key: str, name: str = "project.yaml") -> str:
    """The text of a file with another word for one of its keys.

    Args:
        text: the file.
        path: where the key stands.
        key: the word that it should be.
        name: the name of the file, for messages.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: the key cannot be written otherwise without touching the rest.
    """
    document = as_read(text, name)
    *parents, old = path
    line, column = document.marks[path]

    def with_key(tree: Any, steps: list[str | int]) -> Any:
        if not steps:
            return {key if k == old else k: v for k, v in tree.items()}
        step, *rest = steps
        if isinstance(tree, list):
            return [with_key(v, rest) if n == step else v for n, v in enumerate(tree)]
        return {k: with_key(v, rest) if k == step else v for k, v in tree.items()}

    def candidates(_read: str, original: str) -> Iterator[str]:
        at = FileLines(original).offset((line - 1, column - 1))
        for written in (str(old), f'"{old}"', f"'{old}'"):
            if original.startswith(written, at):
                yield original[:at] + scalar(key) + original[at + len(written) :]

    return first_that_fits(text, name, candidates, lambda said: said, with_key(document.tree, parents))


def with_told(tree: Any, path: Path, value: Any) -> Any:
    """What a file says once an answer is told in it. The given tree stays as it is.

    Raises:
        CannotInsert: a text stands where a group would have to be.
    """
    if not path:
        return value
    step, *rest = path
    below = tuple(rest)
    if step == NEW:
        if isinstance(tree, dict) and tree:
            return [tree, value]
        kept = tree if isinstance(tree, list) else []
        return [*kept, value]
    if isinstance(step, int):
        if not isinstance(tree, list) or step >= len(tree):
            raise CannotInsert("there is no such entry in the file")
        return [with_told(v, below, value) if n == step else v for n, v in enumerate(tree)]
    if tree is not None and not isinstance(tree, dict):
        raise CannotInsert("something else stands where this answer belongs")
    return {**(tree or {}), step: with_told((tree or {}).get(step), below, value)}


def without(tree: Any, path: Path) -> Any:
    """What a file says once a part is taken out of it; a group or list that then holds nothing goes with it. The given tree stays."""
    path = alone(tree, path)
    step, *rest = path
    if not rest:
        return (
            [v for n, v in enumerate(tree) if n != step]
            if isinstance(tree, list)
            else {k: v for k, v in tree.items() if k != step}
        )
    if isinstance(tree, list):
        return [without(v, tuple(rest)) if n == step else v for n, v in enumerate(tree)]
    return {k: without(v, tuple(rest)) if k == step else v for k, v in tree.items()}


def alone(tree: Any, path: Path) -> Path:
    """The widest part that holds nothing but the one at this place: an empty group or list would tell that there is none."""
    while len(path) > 1:
        holds = tree
        for step in path[:-1]:
            holds = holds[step]
        if len(holds) > 1:
            break
        path = path[:-1]
    return path


def taken_out(text: str, path: Path, name: str = "project.yaml") -> str:
    """The text of a file with one of its parts taken out, and the comments that are indented below it.

    Args:
        text: the file.
        path: where the part stands, as the file is written.
        name: the name of the file, for messages.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: it cannot be taken out without touching the rest.
    """
    document = as_read(text, name)
    path = alone(document.tree, path)
    return first_that_fits(
        text,
        name,
        lambda read, original: _cut(read, original, document, path, []),
        lambda said: said,
        without(document.tree, path),
    )


def put_anew(text: str, path: Path, value: Any, name: str = "project.yaml") -> str:
    """The text of a file with something else in the place of a whole part, however that is written.

    Args:
        text: the file.
        path: where the part stands, as the file is written.
        value: what stands there instead.
        name: the name of the file, for messages.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: it cannot be written there without touching the rest.
    """
    try:
        return put(text, path, value, name)
    except CannotInsert:
        pass
    document = as_read(text, name)
    column = document.marks[path][1] - 1
    step = path[-1]
    lines = block({step: value}, column, deep=True) if isinstance(step, str) else any_item(value, column - 2)
    return first_that_fits(
        text,
        name,
        lambda read, original: _cut(read, original, document, path, lines),
        lambda said: said,
        with_told(document.tree, path, value),
    )


def _cut(text: str, original: str, document: Document, path: Path, lines: list[str]) -> Iterator[str]:
    """Texts without the part at a place, with these lines instead of it."""
    nodes, page = nodes_of(text), FileLines(original)
    node = nodes.get(path)
    if node is None:
        return
    line, column = (n - 1 for n in document.marks[path])
    start, end = page.offset((line, column)), page.offset(node.end)
    holds = document.get(path[:-1])
    following = [document.marks.get((*path[:-1], k)) for k in (holds if isinstance(holds, dict) else range(len(holds)))]
    later = min((at for at in following if at and at > (line + 1, column + 1)), default=None)
    if any(nodes[path[:n]].flow for n in range(len(path))):
        if lines:
            return
        if later:
            yield page.text[:start] + page.text[page.offset((later[0] - 1, later[1] - 1)) :]
        before = page.text[:start].rstrip()
        yield before.removesuffix(",") + page.text[end:]
        return
    first = page.lines[line][:column]
    edge = column
    if first.strip() == "-" and isinstance(path[-1], int):
        edge, start = first.index("-"), page.offset((line, first.index("-")))
    front = page.lines[line][:edge]
    stop = page.starts[min(page.after(node.end, edge), len(page.lines))]
    if not front.strip():
        begins = page.starts[line]
        yield page.text[:begins] + "".join(one + page.newline for one in lines) + page.text[stop:]
    elif lines:
        yield page.text[:start] + "".join(one + page.newline for one in lines).lstrip() + page.text[stop:]
    elif later:
        # The first key of an item stands behind its dash: the next one takes its place.
        yield page.text[:start] + page.text[page.offset((later[0] - 1, later[1] - 1)) :]


def with_comments(text: str, comments: Iterable[Sequence[tuple[Path, str]]], name: str = "project.yaml") -> str:
    """The text of a file with comments in the lines above its parts; of what stands in brackets above the outermost ones.

    All of them are put in at once, for reading a file back takes most of the time; where that does not fit, one after the other.

    Args:
        text: the file.
        comments: of each comment the places at which it may stand, the best first, with its words there. One that has
            no line above it at any of them is left out.
        name: the name of the file, for messages.

    Raises:
        InputError: the file cannot be read.
    """
    wanted = [*comments]
    if not wanted:
        return text
    document = as_read(text, name)

    def candidates(read: str, original: str) -> Iterator[str]:
        nodes, page = nodes_of(read), FileLines(original)
        added: dict[int, list[str]] = {}
        for places in wanted:
            for path, words in places:
                flows = [n for n in range(len(path)) if path[:n] in nodes and nodes[path[:n]].flow]
                place = path[: flows[0]] if flows else path
                if not place or place not in document.marks:
                    continue
                line = document.marks[place][0] - 1
                indent = len(page.lines[line]) - len(page.lines[line].lstrip(" "))
                above = line
                while above and page.lines[above - 1].lstrip(" ").startswith("#"):
                    above -= 1
                says, new = f"# {words}", added.setdefault(line, [])
                if says not in {one.strip() for one in (*page.lines[above:line], *new)}:
                    new.append(f"{' ' * indent}{says}")
                break
        for line in sorted(added, reverse=True):
            page = FileLines(page.with_lines(line, added[line])) if added[line] else page
        yield page.text

    try:
        return first_that_fits(text, name, candidates, lambda said: said, document.tree)
    except CannotInsert:
        for one in wanted if len(wanted) > 1 else ():
            text = with_comments(text, [one], name)
        return text


def _nested(path: Path, value: Any, more: Sequence[Any] = ()) -> Any:
    """A value with the groups around it that are not there yet; with more of them where it ends in a list."""
    for step in reversed(path):
        value = [value, *more] if step == NEW else {str(step): value}
    return value


def _told_otherwise(
    text: str,
    original: str,
    path: Path,
    value: Any,
    remark: str,
    more: Sequence[Any] = (),
    nodes: dict[Path, Node] | None = None,
    above: str = "",
) -> Iterator[str]:
    """Texts in which an answer may stand where it belongs; the first that reads back rightly is taken."""
    nodes, page = nodes if nodes is not None else nodes_of(text), FileLines(original)
    place = path
    there = place
    while there and there not in nodes:
        there = there[:-1]
    node, rest = nodes.get(there), place[len(there) :]
    if node is None or (not there and node.kind != "map"):
        return
    in_flow = any(nodes[there[:n]].flow for n in range(len(there)))
    if not rest or (node.kind == "text" and rest[0] != NEW):
        yield from _replaced(page, nodes, there, _nested(rest, value, more), remark, in_flow=in_flow)
    elif rest[0] == NEW:
        grown = _nested(rest[1:], value)
        yield from list_grown(page, nodes, there, grown, in_flow=in_flow, deep=True, more=more, above=above)
    elif node.kind == "map":
        yield from _key_added(page, nodes, there, str(rest[0]), _nested(rest[1:], value, more), remark, in_flow=in_flow)


def _replaced(
    page: FileLines, nodes: dict[Path, Node], path: Path, value: Any, remark: str, *, in_flow: bool
) -> Iterator[str]:
    """Another value in the place of one that stands in one piece."""
    node = nodes[path]
    if node.kind != "text" and not node.flow:
        return
    start, end = page.offset(node.start), page.offset(node.end)
    before, behind = page.text[:start], page.text[end:]
    # Of a key with nothing behind it the parser stops right behind its colon.
    blank = " " if node.empty and node.kind == "text" and not before.endswith((" ", "\t")) else ""
    parent = nodes.get(path[:-1])
    if isinstance(value, dict) and value and not in_flow and parent is not None and parent.kind == "map":
        cut = FileLines(before.rstrip(" ") + behind if not behind[:1].strip() else before + behind)
        yield cut.with_lines(node.start[0] + 1, block(value, parent.start[1] + 2, deep=True))
    if remark and not in_flow and not behind.split("\n", 1)[0].strip():
        yield f"{before}{blank}{flow(value)}{remark}{behind}"
    if not remark:
        yield f"{before}{blank}{flow(value)}{behind}"


def _key_added(
    page: FileLines, nodes: dict[Path, Node], path: Path, key: str, value: Any, remark: str, *, in_flow: bool
) -> Iterator[str]:
    """One more key at the end of a group; a section stands at its example in a file to start from, or at the end."""
    node = nodes[path]
    if node.flow or in_flow:
        if not remark:
            yield from into_flow(page, node, f"{scalar(key)}: {flow(value)}")
        return
    column = node.start[1]
    lines = block({key: value}, column, deep=True)
    if remark:
        lines[0] += remark
    if path:
        yield page.with_lines(page.after(node.end, column - 1 if column else 0), lines)
        yield page.with_lines(page.after(node.end, column), lines)
        return
    example = [n for n, line in enumerate(page.lines) if re.match(rf"# {re.escape(key)}:", line)]
    if len(example) == 1 and not column:
        yield page.with_lines(example[0], [*lines, ""])
    for blank in ([""], []) if page.text.strip() else ([],):
        yield page.with_lines(len(page.lines), [*blank, *lines])
    yield page.with_lines(page.after(node.end, column), lines)
