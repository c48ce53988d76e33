"""Settings that a team or a funder keeps beside a project file: `.involve-audit.yaml`, or `[tool.involve-audit]` in `pyproject.toml`.

Only what names a file or a rubric can be set. What lets more pass by itself (`--allow-unknown`, `--report-only`) cannot: whoever runs a check
says that, every time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

from involve_audit.language import _
from involve_audit.load import read, read_declared
from involve_audit.project.fields import Told, needs, read_part
from involve_audit.project.fields import asks as may_say
from involve_audit.record import Record
from involve_audit.wording.file_words import marked
from involve_audit.wording.messages import InputError, Problem, Wrong

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.wording.messages import Path

NAMES = ("policy", "rubric", "waivers", "baseline")
"""What can be set, as the options of `check` are called."""


class Named(Told):
    """What can be set. Files are named as they are seen from the settings."""

    policy: str | None = may_say(_("A policy file, as --policy takes it."))
    rubric: str | None = may_say(_("A rubric, by its name or its file, as --rubric takes it."))
    waivers: str | None = may_say(_("A file of waivers, as --waivers takes it."))
    baseline: str | None = may_say(_("A baseline, as --baseline takes it."))


class SettingsFile(Named):
    """Settings beside a project file."""

    settings: Literal["1"] = needs(_("The version of this file format: 1."))


class Setting(Record):
    """One setting.

    Attributes:
        value: what is set, as it is written.
        line: where, from 1.
    """

    value: str
    line: int


class Settings(Record):
    """Settings as they were read.

    Attributes:
        name: the file.
        told: what is set, by the name of the option.
    """

    name: str
    told: dict[str, Setting]


def load_settings(data: bytes, name: str) -> Settings:
    """Read `.involve-audit.yaml`.

    Raises:
        InputError: with every problem, each at its line.
    """
    document = read(data, name, "settings")
    file = read_declared(SettingsFile, document, _faults)
    told = {key: getattr(file, key) for key in NAMES}
    return Settings(
        name, {key: Setting(value, document.at((key,))[0]) for key, value in told.items() if value is not None}
    )  # fmt: skip


def _faults(file: Named) -> Iterator[tuple[Path, Wrong]]:
    for key in NAMES:
        value = getattr(file, key)
        if value is not None and not value.strip():
            yield (key,), Wrong("a name is needed here; leave the key out where nothing is set")


_HEADER = re.compile(r"^\s*\[\s*tool\s*\.\s*[\"']?involve-audit[\"']?\s*\]", re.MULTILINE)
_TOML_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")


def load_pyproject(data: bytes, name: str) -> Settings | None:
    """Read `[tool.involve-audit]`; None where the file has no such table, whatever else is in it.

    Raises:
        InputError: with every problem, each at its line.
    """
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    import tomllib

    lines = text.split("\n")
    try:
        tree = tomllib.loads(text)
    except RecursionError:  # brackets in brackets, as deep as the file is long
        if not _HEADER.search(text):
            return None
        raise InputError(name, [Problem(1, 1, "", Wrong("this is nested too deeply to be read"))], lines) from None
    except tomllib.TOMLDecodeError as error:
        if not _HEADER.search(text):
            return None  # somebody else's to mend: nothing in it is for us
        place = _TOML_PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place and place[1] else (len(lines), 1)
        wrong = Wrong("this is not TOML: {sub}", sub=marked(_TOML_PLACE.sub("", str(error)).lower()))
        raise InputError(name, [Problem(line, column, "", wrong)], lines) from None
    tools = tree.get("tool")
    table = tools.get("involve-audit") if isinstance(tools, dict) else None
    if table is None:
        return None
    problems: list[Problem] = []

    def complain(path: tuple[Any, ...], says: Wrong | str) -> None:
        key = str(path[0]) if path else ""
        problems.append(Problem(*_place(lines, key), f"tool.involve-audit{'.' * bool(key)}{key}", says))

    file = read_part(Named, table, (), complain)
    if not problems:
        for path, says in _faults(file):
            complain(path, says)
    if problems:
        raise InputError(name, problems, lines)
    told = {key: getattr(file, key) for key in NAMES}
    return Settings(
        name, {key: Setting(value, _place(lines, key)[0]) for key, value in told.items() if value is not None}
    )  # fmt: skip


def _place(lines: list[str], key: str) -> tuple[int, int]:
    """Line and column of a key of our table, as far as a line begins with it; else of the head of the table."""
    head, inside = (1, 1), False
    for number, line in enumerate(lines, 1):
        if line.lstrip().startswith("["):
            inside = bool(_HEADER.match(line))
            head = (number, line.index("[") + 1) if inside else head
        elif inside and key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number, len(line) - len(line.lstrip()) + 1
    return head
