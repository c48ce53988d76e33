"""Settings beside the project file: looked for in its own folder and nowhere above, said when they are used, and forbidden by `--isolated`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from involve_audit.cli import files, streams
from involve_audit.cli.outcome import Usage
from involve_audit.record import Record

# `typing` and what reads settings would cost every check time that hardly any needs.
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from involve_audit.policy.settings_file import Settings

_YAML, _TOML = ".involve-audit.yaml", "pyproject.toml"


class Chosen(Record):
    """What holds in the end.

    Attributes:
        values: for policy, rubric, waivers and baseline the file or name; None where there is none.
        origins: where each that is there comes from: `--policy`, or `.involve-audit.yaml, line 2`.
        file: the file of settings that was read; empty where there is none.
    """

    values: dict[str, str | None]
    origins: dict[str, str]
    file: str = ""


def chosen(
    inputs: Iterable[str],
    given: Mapping[str, str | None],
    *,
    isolated: bool,
    without: Iterable[str] = (),
    say: bool = True,
) -> Chosen:
    """What was given on the command line, and for the rest what stands in the settings beside the project files.

    Args:
        inputs: the files and folders that are asked for; `-` stands for this folder.
        given: the options, None where they were left out. Only these can be set.
        isolated: whether settings are forbidden.
        without: options that were forbidden on the command line, such as waivers.
        say: whether it is said what was read.

    Raises:
        Usage: there are two files of settings, or one cannot be opened.
        InputError: one is not what it should be, with each problem at its line.
    """
    values = dict(given)
    origins = {name: f"--{name}" for name, value in given.items() if value is not None}
    found = None if isolated else _read(inputs, values)
    if found is None:
        return Chosen(values, origins)
    says = []
    for name, setting in found.told.items():
        if name not in given:
            continue
        why = "forbidden" if name in without else "given otherwise" if given[name] is not None else ""
        if not why and given.get("policy") is not None:
            # Who holds others to a policy judges by it alone: what they hand in must not bring its own excuses.
            why = "--policy was given"
        says.append(f"{name} {setting.value}" + (f" (not used: {why})" if why else ""))
        if not why:
            values[name] = _seen_from(setting.value, found.name, name)
            origins[name] = f"{found.name}, line {setting.line}"
    if say:
        streams.err(f"involve-audit: settings from {found.name}: {', '.join(says) or 'none for this command'}")
    return Chosen(values, origins, found.name)


def rubric_by(inputs: Iterable[str], given: str | None, *, isolated: bool) -> str | None:
    """The name or file of the rubric by which projects are judged: as given, or as the settings beside them say; None for the usual one.

    Raises:
        Usage, InputError: as `chosen`.
    """
    return chosen(inputs, {"rubric": given}, isolated=isolated).values["rubric"]


def _seen_from(value: str, place: str, name: str) -> str:
    """A file as it is seen from here; the name of a shipped rubric stays a name."""
    if name == "rubric":
        from involve_audit.rubric import shipped

        if value in shipped.names():
            return value
    return os.path.join(os.path.dirname(place), value)


HERE = ("",)
"""Where settings are looked for by a command that judges no file: in this folder."""


def _read(inputs: Iterable[str], names: Iterable[str]) -> Settings | None:
    """The settings beside the inputs; of several that one which says anything on these names."""
    folders = dict.fromkeys(_folder(name) for name in inputs)
    there = [
        name
        for folder in folders
        for name in (os.path.join(folder, _YAML), os.path.join(folder, _TOML))
        if os.path.lexists(name)
    ]
    found = [settings for name in there if (settings := _load(name)) is not None]
    one_each = {os.path.realpath(settings.name): settings for settings in found}
    asked = set(names)
    telling = [settings for settings in one_each.values() if asked & settings.told.keys()]
    if len(telling) > 1:
        both = " and ".join(settings.name for settings in telling)
        raise Usage(
            f"{both} both hold settings, and one run has one policy; keep one, run them apart, or take none with --isolated"
        )
    return next(iter((*telling, *one_each.values())), None)


def _folder(name: str) -> str:
    return name if os.path.isdir(name) else os.path.dirname(name) if name != files.STDIN else ""


def _load(name: str) -> Settings | None:
    try:
        data = files.read(name)
    except files.CannotRead as problem:
        if os.path.basename(name) == _TOML:
            return None
        raise Usage(str(problem)) from None
    if os.path.basename(name) == _TOML and b"involve-audit" not in data:
        return None
    from involve_audit.policy.settings_file import load_pyproject, load_settings

    return load_settings(data, name) if os.path.basename(name) == _YAML else load_pyproject(data, name)
