"""The part of the project file that tells who is in a room, without counts.

What may be said is decided from public facts alone: how many people the project file says are in the room, how many
groups are on the list, and how many people joined or left since the part that stands there. A rule that looked at
the counts ("say less when it would leak") would give them away to anyone who knows the rule.

Of one or two people nothing is told but that they were asked. In a room of fewer than five, or hardly larger than the
list, only the number of groups is told, and in a larger one which they are.

Why this is safe: where two or more of m groups are there and the room has at least m + 2 people, each of these groups
may have any number from 1 to 2 or more, whoever did not answer. Where only one group is there and everybody answered,
everybody is in it, which no rule can hide that shows who is missing; the command says so each time.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.project.voices import SMALLEST_ROOM, GroupsPresent, RoomMakeUp, read_groups_present

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from involve_audit.census.lists import CategoryList
    from involve_audit.project.people import Room
    from involve_audit.project.values import Count
    from involve_audit.room_private.private import Private, RoomAnswers

TOO_FEW = 2
"""Of so few people, where one did not answer, even the number of groups tells what the other is, as soon as they are more."""
CHANGED_BY = 5
"""A new part is made only where at least this many people joined, and this many left, or none."""


@dataclass(frozen=True)
class Size:
    """How many people a room has, as the project file tells: the bounds are public."""

    low: int
    high: int | None

    def holds(self, number: int) -> bool:
        """Whether a number of people agrees with it."""
        return self.low <= number and (self.high is None or number <= self.high)


def public_size(room: Room, of: str) -> Size | None:
    """How many people are in a room, from the project file alone; None where it does not tell.

    Args:
        room: the room in the project file.
        of: `contributors`, or `everyone` in the room.
    """
    told: list[Count | None] = [room.contributors]
    if of == "everyone":
        told += [room.researchers, room.others]
    if room.contributors is None:
        return None
    low = sum(count.low for count in told if count)
    bounds = [count.high if count else None for count in told]
    if of == "everyone" and room.others is None:
        bounds.pop()  # others are rare, and seldom told where there are none
    known = [bound for bound in bounds if bound is not None]
    return Size(low, sum(known) if len(known) == len(bounds) else None)


def names_groups(size: Size, groups: int) -> bool:
    """Whether the groups may be named that are in the room: it is not small, and has two people more than the list has groups."""
    return size.low >= max(SMALLEST_ROOM, groups + 2)


def groups_present(size: Size, groups: int, there: int) -> str:
    """How many of the groups are there. In a room that could hold each once, "all" and "all but one" are not told apart."""
    if (size.high is None or size.high >= groups) and there >= groups - 1:
        return _("at least {value} of {groups}", value=groups - 1, groups=groups)
    return _("{there} of {groups}", there=there, groups=groups)


@dataclass(frozen=True)
class RoomChange:
    """How many people joined and left since the part that stands in the project file."""

    joined: int
    left: int

    def hides_each(self, groups: int) -> bool:
        """Whether comparing the old part with the new one points at nobody."""
        enough = max(CHANGED_BY, groups + 1)
        return self.joined + self.left > 0 and all(n == 0 or n >= enough for n in (self.joined, self.left))


@dataclass(frozen=True)
class Parts:
    """The parts for a project file.

    Attributes:
        made: the parts, in the order of the private file.
        kept: the characteristics of which the part that stands there is kept.
    """

    made: tuple[RoomMakeUp, ...]
    kept: tuple[str, ...] = ()


@dataclass(frozen=True)
class Wish:
    """What the person who runs the command decided, for the room they know.

    Attributes:
        of: whose make-up it is.
        only_how_many: characteristics of which no group is to be named.
        change: who joined and left since the part that stands there.
    """

    of: str = "contributors"
    only_how_many: Collection[str] = ()
    change: RoomChange | None = None
    standing: Sequence[RoomMakeUp] = field(default=())


def make(private: Private, room: str, size: Size, wish: Wish) -> Parts:
    """Make the parts of a room.

    A part that told only how many groups are there goes on telling only that: naming them when the room has grown
    would tell who was there when it was small.
    """
    made: list[RoomMakeUp] = []
    kept: list[str] = []
    for key, answers in _by_list(private):
        before = next((p for p in wish.standing if p.room == room and p.characteristic == key), None)
        groups = len(answers[0].groups.categories)
        if before is not None and tells(before) and not (wish.change and wish.change.hides_each(groups)):
            made.append(before)
            kept.append(key)
            continue
        flag_of = answers[0].flag_of
        wished = replace(wish, only_how_many=(key,)) if before is not None and before.groups_present else wish
        made.append(
            _flags(flag_of, answers, room, size, wished) if flag_of else _groups(answers[0], room, size, wished)
        )
    return Parts(tuple(made), tuple(kept))


def tells(part: RoomMakeUp) -> bool:
    """Whether a part says anything of the people in the room."""
    return bool(part.in_the_room or part.not_in_the_room or part.not_known or part.not_told or part.groups_present)


def characteristics(private: Private) -> tuple[str, ...]:
    """The characteristics that a private file tells, as the project file names them."""
    return tuple(key for key, _ in _by_list(private))


def _by_list(private: Private) -> list[tuple[str, list[RoomAnswers]]]:
    """The answers by what stands under `characteristic`; the flags of one list together."""
    found: dict[str, list[RoomAnswers]] = {}
    for answers in private.answers:
        found.setdefault((answers.flag_of or answers.groups).name, []).append(answers)
    return list(found.items())


def _head(groups: CategoryList, room: str, wish: Wish) -> dict[str, object]:
    return {"room": room, "characteristic": groups.name, "list": groups.label, "of": wish.of}


def _groups(answers: RoomAnswers, room: str, size: Size, wish: Wish) -> RoomMakeUp:
    """A characteristic in which each person is in one group."""
    head = _head(answers.groups, room, wish)
    if not answers.asked:
        return RoomMakeUp(**head, asked="no", **({"because": answers.because} if answers.because else {}))
    names = answers.groups.categories
    there = tuple(c for c in names if answers.counts[c])
    others = tuple(c for c in names if not answers.counts[c])
    if size.low <= TOO_FEW:
        return RoomMakeUp(**head, asked="yes")
    silent = {"not_told": "yes" if answers.untold else "no"}
    if answers.groups.name in wish.only_how_many or not names_groups(size, len(names)):
        return RoomMakeUp(**head, asked="yes", groups_present=_present(size, len(names), len(there)), **silent)
    rest = {"not_known" if answers.untold else "not_in_the_room": others} if others else {}
    return RoomMakeUp(**head, asked="yes", in_the_room=there, **rest, **silent)


def _flags(flag_of: CategoryList, answers: Sequence[RoomAnswers], room: str, size: Size, wish: Wish) -> RoomMakeUp:
    """Several questions with yes and no, that stand on one list. In a very small room not even their number is told."""
    head = _head(flag_of, room, wish)
    asked = [a for a in answers if a.asked]
    if not asked:
        because = next((a.because for a in answers if a.because), "")
        return RoomMakeUp(**head, asked="no", **({"because": because} if because else {}))
    if size.low <= TOO_FEW:
        return RoomMakeUp(**head, asked="yes")
    silent = {"not_told": "yes" if any(a.untold for a in asked) else "no"}
    if flag_of.name in wish.only_how_many or not names_groups(size, 2):
        return RoomMakeUp(**head, asked="yes", **silent)
    there = [a for a in asked if a.counts["yes"]]
    missing = [a for a in asked if not a.counts["yes"] and not a.untold]
    unknown = [a for a in asked if not a.counts["yes"] and a.untold]
    named = {"in_the_room": there, "not_in_the_room": missing, "not_known": unknown}
    lists = {
        field_: tuple(a.groups.name for a in found)
        for field_, found in named.items()
        if found or field_ == "in_the_room"
    }
    return RoomMakeUp(**head, asked="yes", **lists, **silent)


def _present(size: Size, groups: int, there: int) -> GroupsPresent:
    return read_groups_present(groups_present(size, groups, there))


# --- as text ------------------------------------------------------------------------------------------


def as_yaml(parts: Sequence[RoomMakeUp]) -> str:
    """The parts as they stand below `voices:` in a project file."""
    lines = ["  rooms:"]
    for part in parts:
        start = "    - "
        for name in part.questions:
            value = getattr(part, name)
            if value is not None:
                lines.append(f"{start}{name}: {_value(value)}")
                start = "      "
    return "\n".join(lines) + "\n"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(_text(str(v), listed=True) for v in value)}]" if value else "none"
    return _text(str(getattr(value, "text", value)))


_NEEDS_QUOTES = set(":#{}[],&*!|>'\"%@`?")


def _text(text: str, *, listed: bool = False) -> str:
    """A text as YAML reads it back."""
    text = " ".join(text.split())
    plain = text and text[0] not in "-?:" and not set(text) & (_NEEDS_QUOTES if listed else _NEEDS_QUOTES - {","})
    if plain and text.casefold() not in ("null", "~", "none", "[]"):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
