"""Records: what a frozen dataclass does, without the time that it takes to define one."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from typing import ClassVar

import pytest

from involve_audit.record import Record, later, made, names, replace


class Place(Record):
    """A place."""

    path: str
    line: int = 1
    notes: list[str] = made(factory=list)
    kind: ClassVar[str] = "place"


class Quoted(Place):
    says: str = ""


class Tally(Record, frozen=False):
    found: list[str] = made(factory=list)
    number: int = 0


class Itself(Record, eq=False):
    value: int


def test_fields_are_given_in_their_order_or_by_name():
    assert Place("a", 2).line == Place(line=2, path="a").line == 2
    assert names(Quoted) == ("path", "line", "notes", "says")
    assert Quoted("a", says="b").says == "b"


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), (("a", 1, [], "more"), {}), (("a",), {"path": "b"}), (("a",), {"unknown": 1})]
)
def test_what_does_not_fit_is_refused(given, named):
    with pytest.raises(TypeError):
        Place(*given, **named)


def test_a_default_that_can_change_is_made_for_each():
    one, other = Place("a"), Place("a")
    assert one == other
    assert one.notes is not other.notes


def test_it_does_not_change():
    with pytest.raises(AttributeError, match="frozen"):
        Place("a").line = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del Place("a").line


def test_one_that_may_change_does():
    tally = Tally()
    tally.number += 1
    assert tally == Tally(number=1)
    with pytest.raises(TypeError):
        hash(tally)


def test_equal_means_the_same_kind_with_the_same_values():
    assert Place("a", 1, []) == Place("a", 1, [])
    assert Place("a") != Quoted("a")
    assert Place("a", 1, ()) in {Place("a", 1, ())}
    assert Itself(1) != Itself(1)


def test_it_shows_its_fields():
    assert repr(Place("a")) == "Place(path='a', line=1, notes=[])"


def test_a_copy_with_other_values():
    assert replace(Quoted("a", says="b"), line=3) == Quoted("a", 3, says="b")
    assert dataclasses.replace(Quoted("a", says="b"), line=3) == Quoted("a", 3, says="b")


def test_it_is_a_dataclass_for_whoever_asks():
    assert dataclasses.is_dataclass(Quoted)
    assert [f.name for f in dataclasses.fields(Quoted)] == ["path", "line", "notes", "says"]
    assert not dataclasses.is_dataclass(Record)
    # It still does what it did before.
    assert Quoted("a").notes == []
    assert Quoted("a") == Quoted("a")


def test_what_is_worked_out_later_is_worked_out_once_and_when_it_is_asked_for():
    asked = []
    place = Place(path=later(lambda: asked.append("asked") or "a"))
    assert not asked
    copied = replace(place, line=2)
    assert not asked
    assert (copied.path, place.path, place.path) == ("a", "a", "a")
    assert asked == ["asked"]


def test_what_is_worked_out_later_is_worked_out_to_be_compared_shown_or_kept():
    def waiting() -> Place:
        return Place(later(lambda: "a"))

    assert waiting() == Place("a")
    assert repr(waiting()) == repr(Place("a"))
    assert pickle.loads(pickle.dumps(waiting())) == Place("a")  # noqa: S301
    assert copy.copy(waiting()) == Place("a")
    with pytest.raises(AttributeError):
        waiting().unknown  # noqa: B018


def test_what_is_worked_out_later_is_not_where_what_stands_before_it_differs():
    def never() -> list[str]:
        raise AssertionError("somebody asked")

    assert Place("a", 1, later(never)) != Place("b", 1, later(never))


def test_a_default_does_not_stand_in_for_what_is_worked_out_later():
    assert Place("a", later(lambda: 2)).line == 2
    assert dataclasses.fields(Place)
    assert Place("a", later(lambda: 2)).line == 2

    # Also where it was put into the object before somebody asked for the fields.
    class Counted(Record):
        name: str
        number: int = 1

    one = Counted(later(lambda: "a"), later(lambda: 2))
    assert [f.name for f in dataclasses.fields(Counted)] == ["name", "number"]
    assert (one.name, one.number, Counted("b").number) == ("a", 2, 1)


def test_a_value_for_later_may_stand_in_several_objects_and_the_next_is_still_worked_out():
    twice = later(lambda: "worked out")
    one, other = Place("a", twice), Place("b", twice)
    third = Place("c", later(lambda: "worked out, too"))
    assert (one.line, other.line, third.line) == ("worked out", "worked out", "worked out, too")


def test_what_is_worked_out_later_is_so_also_where_pydantic_has_read_audits():
    """pydantic puts the defaults of a dataclass onto its class, where they would stand in for values that are worked out later."""
    from involve_audit.render.json import _adapter
    from involve_audit.results.audit import Audit, CriterionFound

    _adapter.cache_clear()
    _adapter(Audit).json_schema()
    assert not hasattr(CriterionFound, "parts")
    assert not hasattr(CriterionFound, "plain")
