"""What stands in a folder: what may be meant as a project file, and what plainly is none. Nothing that is there goes unsaid."""
# `pathlib` would cost every run of `check` a good part of `python -c pass`.

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import Any

from involve_audit.cli.files import CannotRead
from involve_audit.cli.files import read as read_bytes
from involve_audit.load import MAX_BYTES
from involve_audit.render.beside import Beside
from involve_audit.wording.messages import Wrong

ENDINGS = (".yaml", ".yml")
_AS_WINDOWS_WRITES = re.compile(r"\.ya?ml\.txt$", re.IGNORECASE)
_MAY_BE_TEXT = re.compile(r"(?:\.txt|\.text|^[^.]+|\.ya?ml[.~_ -].*)$", re.IGNORECASE)
"""Names under which a project file may have been saved by mistake: they are looked into."""
_DECLARES = {
    key: re.compile(rf"^(?:\ufeff?[\"']?|\{{.*\b){key}[\"']?[ \t]*:", re.MULTILINE) for key in ("format", "project")
}
_KEY = re.compile(r"^[\"']?(\w[\w -]{0,40}?)[\"']?[ \t]*:", re.MULTILINE)
_MOST_KEYS = 200
_NO_PROJECT = Wrong(
    "this is not a project file: none of its keys stands there, such as `format:` and `project:`; take it out of the folder, or name the project files",
    plainly="this is not a file as we asked for",
)
_OURS_BUT_NO_PROJECT = frozenset({"answers", "mapping", "waivers", "policy", "rubric", "baseline", "settings", "boxes"})
_OF_A_PROJECT = frozenset(
    {
        "project", "format", "filled_in", "rooms", "organisations", "stages", "honesty", "timing", "power", "voices", "access",
        "reward", "care", "relationships", "influence", "views", "findings",
    }
)  # fmt: skip
"""A file that holds one of these is not plainly something else, whatever it holds beside it; but a rubric has stages, too."""


@dataclass
class Contents:
    """What stands in a folder and below it.

    Attributes:
        projects: what may be meant as a project file, sorted.
        beside: what need not be audited, by its name as it was found.
        problems: what may be meant as a project and cannot be looked at, with the reason.
    """

    projects: list[str] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    problems: list[tuple[str, Wrong | str]] = field(default_factory=list)


def look_into(folder: str) -> Contents:
    """Sort what stands in a folder and below it. Links to folders are not followed: they may lead anywhere."""
    from involve_audit.cli.outcome import reason

    found = Contents()

    def complain(error: OSError) -> None:
        found.problems.append((str(error.filename), reason(error)))

    names: list[str] = []
    for here, below, files in os.walk(folder, onerror=complain):
        hidden = [n for n in (*below, *files) if n.startswith(".")]
        found.beside += [Beside("hidden", os.path.join(here, n)) for n in hidden]
        linked = [n for n in below if os.path.islink(os.path.join(here, n)) and n not in hidden]
        found.problems += [
            (os.path.join(here, n), "this is a link to a folder, and it was not followed; name the folder itself")
            for n in linked
        ]
        below[:] = sorted(n for n in below if n not in hidden and n not in linked)
        if here != folder and not files and not below and not hidden and not linked:
            found.beside.append(Beside("empty", here))
        names += [os.path.join(here, n) for n in files if n not in hidden]
    for name in sorted(names):
        _sort(name, found)
    found.beside.sort(key=lambda b: b.file)
    return found


def _sort(name: str, found: Contents) -> None:
    """Put one file where it belongs."""
    is_yaml = name.lower().endswith(ENDINGS)
    if not os.path.isfile(name):
        there = os.path.exists(name)
        # To read a pipe could take for ever.
        says = "a pipe or a device" if there else "a link that leads nowhere"
        if is_yaml:
            found.problems.append((name, f"this is not a file ({says})" if there else f"this is {says}"))
        else:
            found.beside.append(Beside("document", name, says))
    elif is_yaml:
        data = _beginning(name, MAX_BYTES + 1)
        # Nearly all declare one: their keys need not be compared with all that a project file may hold.
        declares = _declares_a_project(data)
        ours = "" if declares else _something_else(data, name)
        if ours:
            found.beside.append(Beside("ours", name, ours))
        elif declares or _may_be_meant(data):
            found.projects.append(name)
        else:
            # No line of it is shown: it may be a file of passwords.
            found.problems.append((name, _NO_PROJECT))
    elif _AS_WINDOWS_WRITES.search(name):
        found.problems.append(
            (name, "its name ends in .txt, as some editors write it; take that away, so that it ends in .yaml")
        )
    elif name.lower().endswith(".json"):
        _sort_json(name, found)
    elif _reads_like_a_project(name):
        found.problems.append((name, "this reads like a project file; let its name end in .yaml"))
    else:
        found.beside.append(Beside("document", name, "empty" if not os.path.getsize(name) else ""))


def _reads_like_a_project(name: str) -> bool:
    """Whether a file of another ending is a project file: by its first line, where its ending is one of prose or of nothing known."""
    data = _beginning(name)
    if not _declares_a_project(data):
        return False
    if _MAY_BE_TEXT.search(os.path.basename(name)):
        return True
    # A page or a script may hold a project file as an example.
    lines = (line for line in _text(data).splitlines() if line.strip() and not line.startswith(("#", "---")))
    first = next(lines, "")
    return any(declares.match(first) for declares in _DECLARES.values())


def _beginning(name: str, limit: int = MAX_BYTES) -> bytes:
    """What stands in a file; nothing where it cannot be read, which is said where it is judged."""
    try:
        return read_bytes(name, limit)
    except CannotRead:
        return b""


def _text(data: bytes) -> str:
    """The text of a file, its lines without the blanks that all may begin with: YAML knows a file that is indented whole."""
    text = data.replace(b"\0", b"").decode("utf-8", "replace").lstrip("\ufeff\ufffd")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith(("#", "---")))
    first = next(lines, "")
    indent = first[: len(first) - len(first.lstrip(" "))]
    return re.sub(rf"^{indent}", "", text, flags=re.MULTILINE) if indent else text


def _may_be_meant(data: bytes) -> bool:
    """Whether somebody may have meant a project file, slips and all: one of its keys is there, or nearly, or nothing is."""
    from difflib import get_close_matches

    from involve_audit.project.model import Project

    text = _text(data)
    keys = [key.casefold() for key in dict.fromkeys(_KEY.findall(text))][:_MOST_KEYS]
    return (
        not text.strip()
        or text.lstrip().startswith("{")
        or any(get_close_matches(key, Project.questions, n=1, cutoff=0.8) for key in keys)
    )


def _declares_a_project(data: bytes) -> bool:
    """Whether both keys that mark a project file begin a line. A file that is no UTF-8 is looked at all the same."""
    text = _text(data)
    return all(declares.search(text) for declares in _DECLARES.values())


def _something_else(data: bytes, name: str) -> str:
    """What a YAML file plainly is instead of a project file, in words; empty where it may be meant as one."""
    from involve_audit.file_kinds import KINDS, kind_of
    from involve_audit.load import read
    from involve_audit.wording.messages import InputError

    for kind in KINDS:
        known_by = re.compile(rf"^[\"']?{kind.known_by}[\"']?[ \t]*:".encode(), re.MULTILINE)
        if kind.name in _OURS_BUT_NO_PROJECT and known_by.search(data):
            try:
                tree = read(data, name, kind.name).tree
            except InputError:
                continue  # judging says what is wrong with it
            own = {"stages"} if kind.name == "rubric" else set()
            if kind_of(tree) is kind and not _OF_A_PROJECT & (tree.keys() - own):
                return kind.says
    return ""


def _sort_json(name: str, found: Contents) -> None:
    """JSON is what this tool saves: a saved audit, a baseline, a schema. A project file may be written so, too."""
    import json

    from involve_audit.file_kinds import kind_of

    data = _beginning(name, 32 * MAX_BYTES)
    tree: Any
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        tree = None
    kind = kind_of(tree) if isinstance(tree, dict) else None
    if kind is not None and kind.name == "project":
        found.problems.append((name, "this reads like a project file; let its name end in .yaml, which JSON is, too"))
    elif kind is not None:
        found.beside.append(Beside("ours", name, kind.says))
    elif isinstance(tree, dict) and str(tree.get("$id", "")).startswith("urn:involve-audit:"):
        found.beside.append(Beside("ours", name, "a schema for editors and programs"))
    else:
        found.beside.append(Beside("document", name, "empty" if not data else ""))
