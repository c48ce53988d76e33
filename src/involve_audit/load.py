"""From a file to a checked model, or to every problem in it, each with its line: the way in for whatever reads one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from involve_audit.wording.messages import InputError, Path, Problem, Wrong, shown
from involve_audit.yamlfile.decoding import MAX_BYTES, decode
from involve_audit.yamlfile.document import Document, value_at
from involve_audit.yamlfile.problems import MAX_PROBLEMS, Enough, Problems
from involve_audit.yamlfile.reader import MAX_NODES, hold_kind, read

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from involve_audit.project.fields import Told
    from involve_audit.project.model import Project

    Part = TypeVar("Part", bound=Told)

__all__ = [
    "MAX_BYTES", "MAX_NODES", "MAX_PROBLEMS", "Document", "decode", "hold_kind", "read", "read_declared", "read_project", "slips", "value_at",
    "with_marks",
]  # fmt: skip


def read_project(document: Document) -> Project:
    """Check a document as a project file.

    Raises:
        InputError: with every problem, each at its line.
    """
    from involve_audit.project.fields import blank_slips, read_part
    from involve_audit.project.model import NAMED, Project
    from involve_audit.project.references import broken_references

    problems = Problems()
    wrong: list[Path] = []
    project: Project | None = None

    def complain(path: Path, says: Wrong | str) -> None:
        path = document.true_path(path)
        wrong.append(path)
        problems.add(*document.at(path), shown(path), says)

    for path in document.blank:
        # A room, a source or an organisation with a name and nothing below it is there, and nothing is told of it.
        if len(path) == 2 and path[0] in NAMED and isinstance(path[1], str):
            named = document.tree.get(path[0], {})
            document.tree = {**document.tree, path[0]: {**named, path[1]: named.get(path[1], {})}}
    try:
        for path, says in blank_slips(Project, document.blank):
            problems.add(*document.marks.get(path, (1, 1)), shown(path), says)
        project = read_part(Project, document.tree, (), complain)
        if project is not None:
            unread = {path[0] for path in wrong if len(path) == 1}
            not_read = tuple(wrong)
            for path, says in broken_references(project, unread):
                there = document.true_path(path)
                # What could not be read is told already; nothing more can be said of it.
                if not any(w[: len(there)] == there for w in not_read):
                    complain(path, says)
    except Enough:
        project = None
    if problems or project is None:
        raise InputError(document.name, problems, document.lines)
    return project


def with_marks(document: Document, stays: Collection[str] = ()) -> Document:
    """A project file with every free text of it marked as words of the file, for results without them.

    Whatever reads, judges or compares the file finds in it what it found before; the words in its results are marked.

    Args:
        document: the file.
        stays: words that are nobody's own, such as those of the format.

    Raises:
        InputError: the file is not a project file; its messages are made as of any other.
    """
    from involve_audit.project.free_texts import free_texts
    from involve_audit.wording.file_words import marked

    texts, names = (
        {document.true_path(path) for path, text in found.items() if text.casefold() not in stays}
        for found in free_texts(read_project(document))
    )

    def step(path: Path) -> str | int:
        return marked(str(path[-1])) if path in names else path[-1]

    def changed(value: Any, path: Path) -> Any:
        if isinstance(value, dict):
            return {step((*path, key)): changed(told, (*path, key)) for key, told in value.items()}
        if isinstance(value, list):
            return [changed(told, (*path, n)) for n, told in enumerate(value)]
        return marked(value) if path in texts else value

    def place(path: Path) -> Path:
        return tuple(step(path[: n + 1]) for n in range(len(path)))

    # Without its lines: no message about it may show one.
    return Document(
        document.name, changed(document.tree, ()), [],
        {place(path): at for path, at in document.marks.items()}, [place(path) for path in document.blank],
    )  # fmt: skip


def read_declared(
    cls: type[Part], document: Document, faults: Callable[[Part], Iterable[tuple[Path, Wrong | str]]]
) -> Part:
    """Check a document as a small file that is declared like a part of the project file.

    Args:
        cls: what it holds.
        document: the file.
        faults: what does not fit together in it, asked for only where everything could be read.

    Raises:
        InputError: with every problem, each at its line.
    """
    from involve_audit.project.fields import read_part

    problems, complain = slips(cls, document)
    part = read_part(cls, document.tree, (), complain)
    if not problems:
        for path, says in faults(part):
            complain(path, says)
    if problems:
        raise InputError(document.name, problems[:MAX_PROBLEMS], document.lines)
    checked: Part = part
    return checked


def slips(cls: type[Any], document: Document) -> tuple[list[Problem], Callable[[Path, Wrong | str], None]]:
    """The keys of a small file with nothing behind them, where that says nothing, as its first problems; and how to add more."""
    from involve_audit.project.fields import blank_slips

    problems = [
        Problem(*document.marks.get(path, (1, 1)), shown(path), says) for path, says in blank_slips(cls, document.blank)
    ]

    def complain(path: Path, says: Wrong | str) -> None:
        path = document.true_path(path)
        problems.append(Problem(*document.at(path), shown(path), says))

    return problems, complain
