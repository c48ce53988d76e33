"""Frozen objects that cost nothing to define: a class with annotated fields, as `dataclasses.dataclass(frozen=True)` makes it.

A dataclass writes the source of its methods and compiles it, one millisecond for each class, and `dataclasses` imports
`inspect`; a check defines some hundred classes, and with dataclasses that took a third of its time. Here the methods are
written once, in `Record`. Where somebody asks for the fields as `dataclasses` knows them (`fields`, `is_dataclass`, a
library that makes a schema), the class becomes a dataclass then.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class _Made:
    """Stands where a field has a default that is made anew for each object."""

    __slots__ = ("factory",)

    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


def made(*, factory: Callable[[], T]) -> T:
    """The default of a field that is made anew for each object, such as a list."""
    return cast("T", _Made(factory))


class _Later:
    """Stands for a value that is worked out when somebody asks for it."""

    __slots__ = ("work",)
    alive = 0
    """How many there are that no object has taken over yet: where there are none, no object needs to look for them."""

    def __init__(self, work: Callable[[], Any]) -> None:
        self.work = work
        _Later.alive += 1

    def __del__(self) -> None:
        type(self).alive -= 1


def later(work: Callable[[], T]) -> T:
    """A value of a field that is worked out when it is first asked for, and kept; only to be given to a `Record`."""
    return cast("T", _Later(work))


class _Waiting:
    """Stands on a class where some of its objects have a value that is worked out when it is first asked for.

    An object that holds the value itself is never asked here. With a `__getattr__` in `Record` instead, every attribute of every
    record would be looked up in three steps, which took a twentieth of the instructions of a check.
    """

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __get__(self, one: Record | None, cls: type[Record]) -> Any:
        waiting: dict[str, Callable[[], Any]] = {} if one is None else one.__dict__.get("_later", {})
        if one is None or self.name not in waiting:
            raise AttributeError(f"{cls.__name__!r} object has no attribute {self.name!r}")
        value = one.__dict__[self.name] = waiting[self.name]()
        # What it was worked out from is let go.
        del waiting[self.name]
        if not waiting:
            del one.__dict__["_later"]
        return value


class _AsDataclass:
    """Makes a class a dataclass as soon as somebody asks whether it is one."""

    def __get__(self, one: object, cls: type[Record]) -> Any:
        if cls is Record:
            raise AttributeError("__dataclass_fields__")
        import dataclasses

        # Those that it inherits from come first, for their fields do.
        for base in cls.__mro__[1:]:
            getattr(base, "__dataclass_fields__", None)
        own = [name for name in vars(cls).get("__annotations__", {}) if name in cls._defaults]
        for name in own:
            told = cls._defaults[name]
            setattr(cls, name, dataclasses.field(default_factory=told.factory) if isinstance(told, _Made) else told)
        dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
        _without_defaults(cls)
        return vars(cls)["__dataclass_fields__"]


@dataclass_transform(frozen_default=True, field_specifiers=(made,))
class Record:
    """An object with named fields that do not change, and that is equal to another of the same kind with the same values.

    Behind the base of a class may stand `frozen=False`, where its fields change, and `eq=False`, where each object is
    equal to itself only.
    """

    __match_args__: ClassVar[tuple[str, ...]] = ()
    _defaults: ClassVar[dict[str, Any]] = {}
    _made: ClassVar[tuple[str, ...]] = ()
    _known: ClassVar[frozenset[str]] = frozenset()
    __dataclass_fields__: ClassVar[Any] = _AsDataclass()

    def __init_subclass__(cls, *, frozen: bool = True, eq: bool = True) -> None:
        super().__init_subclass__()
        told = vars(cls)
        own = {n: kind for n, kind in told.get("__annotations__", {}).items() if not kind.startswith("ClassVar")}
        cls.__match_args__ = tuple(dict.fromkeys((*cls.__match_args__, *own)))  # type: ignore[misc]
        given = {name: told[name] for name in own if name in told}
        cls._defaults = {**cls._defaults, **given}
        cls._known = frozenset(cls.__match_args__)
        cls._made = tuple(name for name, default in cls._defaults.items() if type(default) is _Made)
        # A default that the class holds would stand in for a value that is worked out later.
        for name in given:
            delattr(cls, name)
        if not frozen:
            cls.__setattr__ = object.__setattr__  # type: ignore[method-assign, assignment]
            cls.__hash__ = None  # type: ignore[assignment]
        if not eq:
            cls.__eq__, cls.__hash__ = object.__eq__, object.__hash__  # type: ignore[method-assign]

    def __init__(self, *told: Any, **named: Any) -> None:
        held = self.__dict__
        if named or len(told) != len(self.__match_args__):
            self._fill(told, named)
        else:
            held.update(zip(self.__match_args__, told))  # noqa: B905 - they are as many
        if _Later.alive and _Later in map(type, held.values()):
            for name in [name for name, value in held.items() if type(value) is _Later]:
                held.setdefault("_later", {})[name] = held.pop(name).work
                if name not in vars(type(self)):
                    setattr(type(self), name, _Waiting(name))

    def _fill(self, told: tuple[Any, ...], named: dict[str, Any]) -> None:
        """Set the fields where some are given by name, or not at all."""
        names, held = self.__match_args__, self.__dict__
        if len(told) > len(names):
            raise TypeError(f"{type(self).__name__} has {len(names)} fields, and {len(told)} values are given")
        held.update(self._defaults)
        held.update(zip(names, told))  # noqa: B905 - the rest is given by name, or has a default
        if named:
            held.update(named)
            if not named.keys() <= self._known or (told and not named.keys().isdisjoint(names[: len(told)])):
                wrong = named.keys() - set(names[len(told) :])
                raise TypeError(f"{type(self).__name__} has no field for {sorted(wrong)}, or it is given twice")
        if len(held) != len(names):
            lacking = next(name for name in names if name not in held)
            raise TypeError(f"{type(self).__name__} needs a value for '{lacking}'")
        for name in self._made:
            if type(held[name]) is _Made:
                held[name] = held[name].factory()

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: '{name}' cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: '{name}' cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        # One after the other: what is worked out later need not be, where what stands before it differs.
        for name in self.__match_args__:
            ours, theirs = getattr(self, name), getattr(other, name)
            if ours is not theirs and ours != theirs:
                return False
        return True

    def __hash__(self) -> int:
        return hash(tuple(_values(self)))

    def __repr__(self) -> str:
        told = zip(self.__match_args__, _values(self), strict=True)
        return f"{type(self).__qualname__}({', '.join(f'{name}={value!r}' for name, value in told)})"

    def __getstate__(self) -> dict[str, Any]:
        return dict(zip(self.__match_args__, _values(self), strict=True))


def without_class_defaults(cls: type[Record] = Record) -> None:
    """Take from every class the defaults that a library put onto it: pydantic does so where it reads dataclasses.

    A default on a class would stand in for a value that is worked out later.
    """
    _without_defaults(cls)
    for below in cls.__subclasses__():
        without_class_defaults(below)


def _without_defaults(cls: type[Record]) -> None:
    for name in cls._defaults:
        if name in vars(cls):
            setattr(cls, name, _Waiting(name))


R = TypeVar("R", bound=Record)


def _values(one: Record) -> list[Any]:
    return [getattr(one, name) for name in one.__match_args__]


def replace(one: R, **changes: Any) -> R:
    """The same object with other values of some fields; `dataclasses.replace` without `dataclasses`."""
    waiting = vars(one).get("_later", ())
    for name in one.__match_args__:
        if name not in changes:
            changes[name] = later(partial(getattr, one, name)) if name in waiting else getattr(one, name)
    return type(one)(**changes)


def names(one: object) -> tuple[str, ...] | None:
    """The names of the fields of an object, or of a class, in their order; None where it is neither a record nor a dataclass."""
    cls = one if isinstance(one, type) else type(one)
    if issubclass(cls, Record):
        return cls.__match_args__
    fields = getattr(cls, "__dataclass_fields__", None)
    return None if fields is None else tuple(fields)
