"""Results read again from what was saved as JSON: each value is held against what the result declares, and nothing is bent to fit.

Written here and by no library, for saved audits are opened in a browser, too, where nothing compiled runs.
"""

from __future__ import annotations

import math
import re
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from involve_audit.record import Record

R = TypeVar("R")
Place = tuple[str | int, ...]

_NAMES = {str: "a text", int: "a whole number", float: "a number", bool: "true or false", NoneType: "null"}


class NotAsDeclared(ValueError):  # noqa: N818  (it says what is so, in the words of a message)
    """What was saved is no such result.

    Attributes:
        problems: every place that is wrong, and what is wrong there.
    """

    def __init__(self, problems: list[tuple[Place, str]]) -> None:
        self.problems = problems
        super().__init__("\n".join(f"{shown(steps)}: {says}" for steps, says in problems))


def shown(steps: Place) -> str:
    """A place in JSON in words: `flags[0].because`."""
    return "".join(f"[{s}]" if isinstance(s, int) else f".{s}" for s in steps).lstrip(".")


def read_as(kind: type[R], told: Any) -> R:
    """A value as it was saved, as the kind that is meant. Fields that are not known are passed over: a later version may have them.

    Raises:
        NotAsDeclared: it does not fit, with every place.
    """
    problems: list[tuple[Place, str]] = []
    value: R = _value(kind, told, (), problems)
    if problems:
        raise NotAsDeclared(problems)
    return value


@cache
def _fields(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {name: hints[name] for name in kind.__match_args__}


_HALF_A_SIGN = re.compile("[\ud800-\udfff]")


def _value(kind: Any, told: Any, at: Place, problems: list[tuple[Place, str]]) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return _one_of(arguments, told, at, problems)
    if origin is Literal:
        if any(told == word and type(told) is type(word) for word in arguments):
            return told
        problems.append((at, f"this is none of {', '.join(map(repr, arguments))}"))
    elif origin is tuple:
        return _several(arguments, told, at, problems)
    elif isinstance(kind, type) and issubclass(kind, Record):
        return _record(kind, told, at, problems)
    elif kind is float and type(told) in (int, float) and math.isfinite(told):
        return float(told)
    elif (kind is str and type(told) is str and not _HALF_A_SIGN.search(told)) or (
        kind in (int, bool, NoneType) and type(told) is kind
    ):
        return told
    else:
        problems.append((at, f"this should be {_NAMES.get(kind, 'another value')}"))
    return None


def _one_of(kinds: tuple[Any, ...], told: Any, at: Place, problems: list[tuple[Place, str]]) -> Any:
    """The first of several kinds that fits; where none does, what is wrong with the one that it was most likely meant to be."""
    if told is None and NoneType in kinds:
        return None
    found: list[tuple[Place, str]] = []
    for kind in kinds:
        if kind is not NoneType:
            tried: list[tuple[Place, str]] = []
            value = _value(kind, told, at, tried)
            if not tried:
                return value
            found = found or tried
    problems += found
    return None


def _several(kinds: tuple[Any, ...], told: Any, at: Place, problems: list[tuple[Place, str]]) -> Any:
    if not isinstance(told, list):
        problems.append((at, "this should be a list"))
        return ()
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(told)
    if len(kinds) != len(told):
        problems.append((at, f"this should have {len(kinds)} items, and has {len(told)}"))
        return ()
    return tuple(_value(kind, one, (*at, n), problems) for n, (kind, one) in enumerate(zip(kinds, told, strict=True)))


def _record(kind: Any, told: Any, at: Place, problems: list[tuple[Place, str]]) -> Any:
    if not isinstance(told, dict):
        problems.append((at, "this should be an object with fields"))
        return None
    values, before = {}, len(problems)
    for name, field in _fields(kind).items():
        if name in told:
            values[name] = _value(field, told[name], (*at, name), problems)
        elif name not in kind._defaults:
            problems.append(((*at, name), "field required"))
    return kind(**values) if len(problems) == before else None
