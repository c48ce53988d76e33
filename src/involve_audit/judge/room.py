"""Who is not in the room, and why: what the file tells of it, put side by side.

Nothing here counts heads, and nothing here is scored: the criteria judge whether absence was noticed, explained and
acted on. Everything rests on the project file alone, and where a room is so small that a group would point to a
person, what the file tells of groups is not repeated. That is decided from what is public (how many contributors the
room has, how many groups are listed), never from who is there.
"""

from __future__ import annotations

import datetime as dt
from functools import cached_property
from typing import TYPE_CHECKING

from involve_audit.facts.not_known import not_known
from involve_audit.facts.voices import groups_studied
from involve_audit.language import _
from involve_audit.project.fields import tidy
from involve_audit.project.practice import STAGES
from involve_audit.project.values import NONE
from involve_audit.project.voices import SMALLEST_ROOM
from involve_audit.record import Record, made, replace
from involve_audit.results import audit as found
from involve_audit.wording.file_words import cut, plain, reworded
from involve_audit.wording.messages import capital, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from involve_audit.facts.answers import Path
    from involve_audit.facts.case import Case
    from involve_audit.project.people import Room
    from involve_audit.project.practice import Practice
    from involve_audit.project.values import Dates
    from involve_audit.project.voices import Excluded, Matters, Missing, RoomMakeUp

    Quote = Callable[[Iterable[Path]], tuple[found.Evidence, ...]]
    Place = tuple[str, str]

MOST_NAMED = 12
"""More rooms than this are not named in one sentence: nobody reads on, and the rooms stand in full elsewhere."""
LONGEST_NAME = 100
PRESENT, MISSING, UNKNOWN = "present", "missing", "unknown"
LONG = 365
"""After this many days, a gap that is not told to have become smaller is one that repeats itself."""
POWERS = ("informed", "consulted", "advises", "", "decides")
"""From the least power to the most; a room of which it is not told stands before those that decide."""
_NOWHERE: frozenset[tuple[str, str]] = frozenset()
_BLAMES = "they did not want to"
_STAGE_WORDS = {"analysis": _("analysis"), "sharing": _("sharing of results"), "implementation": _("use of results")}

TITLES = {
    "contradiction": _("Told both ways"),
    "blind-spot": _("Blind spot: missing, and nobody has said so"),
    "power-gap": _("Power gap: in the building, not in the deciding room"),
    "stage-gap": _("Stage gap: in a room, not in this part of the work"),
    "unexplained": _("Left out on purpose, and it is not told why"),
    "unchanged": _("A gap that repeats itself"),
    "overdue": _("A plan whose day has passed"),
    "assumed": _("A reason that is only assumed"),
    "blames": _("A reason that blames the group"),
    "review-due": _("To be looked at again by now"),
    "unknown": _("Not known"),
}
"""The kinds of sign in their order, with their words."""


class Seen(Record):
    """What the file tells of one characteristic in one room, as far as it may be repeated.

    Attributes:
        asked: True, False or None where that is not told.
        present: groups that are in the room.
        missing: groups that are not.
        unknown: groups of which it is not known.
        list: the list of groups that was used.
        note: how it is known, and how far it was answered.
        withheld: why the groups are not repeated; empty where they are.
        agreed: whether the people in the room agreed that this is told.
    """

    room: str
    key: str
    path: Path
    asked: bool | None = None
    because: str = ""
    present: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    list: str = ""
    note: str = ""
    withheld: str = ""
    agreed: str = ""

    def states(self) -> dict[str, str]:
        """Whether each category that is named is in the room, by its tidied name."""
        told_of: dict[str, str] = {}
        for state, names in ((PRESENT, self.present), (MISSING, self.missing), (UNKNOWN, self.unknown)):
            for name in names:
                told_of.setdefault(tidy(name), state)
        return told_of


class Whereabouts(Record):
    """Where the file tells that a group is, and where it is not.

    Attributes:
        states: for each room of which it is told: present, missing or unknown.
        present: the rooms in which it is, from the least power to the most.
        missing: the rooms in which it is not, in the same order.
        of_present: the places in the file that say so, in its order.
        of_missing: the same for the rooms in which it is not.
        shut_out: whether it is told to be in none of the rooms that decide.
        closed: the stages in none of whose rooms it is.
    """

    states: dict[str, str]
    present: tuple[str, ...]
    missing: tuple[str, ...]
    of_present: tuple[Path, ...]
    of_missing: tuple[Path, ...]
    shut_out: bool
    closed: tuple[str, ...]


def told(text: str | None) -> str:
    """A free text, or nothing where it only says that nobody has said it."""
    return "" if text is None or tidy(text) in (*NONE, "unknown", "") else text.strip()


class RoomAnalysis(Record, frozen=False):
    """One look at who is where, as of the day of the case."""

    case: Case
    quote: Quote
    seen: tuple[Seen, ...]
    signs: list[found.RoomSign] = made(factory=list)
    _where: dict[frozenset[Place], Whereabouts] = made(factory=dict)
    _matter: dict[tuple[str, frozenset[Place]], bool] = made(factory=dict)
    _sorted_keys: dict[frozenset[Place], tuple[str, ...]] = made(factory=dict)
    """What was looked up once. No list of a file is gone through for each entry of another: every look-up is by name."""

    # --- what is told -------------------------------------------------------------------------------

    @cached_property
    def rooms(self) -> dict[str, Room | None]:
        """Rooms by name, from the least power to the most, in the order of the file."""
        names = dict.fromkeys([*(self.case.project.rooms or {}), *(s.room for s in self.seen)])
        rooms = {name: (self.case.project.rooms or {}).get(name) for name in names}
        return dict(sorted(rooms.items(), key=lambda item: POWERS.index(self.power(item[1]))))

    @staticmethod
    def power(room: Room | None) -> str:
        """What a room may do; empty where that is not told."""
        return room.power if room is not None and room.power in POWERS else ""

    def title(self, name: str) -> str:
        """What a room is called."""
        room = self.rooms[name]
        return room.name if room is not None and room.name else name.replace("_", " ")

    def short_title(self, name: str) -> str:
        """What a room is called, where other words stand beside it: one long name must not be said hundreds of times."""
        return cut(self.title(name), LONGEST_NAME)

    @cached_property
    def matters(self) -> tuple[Matters, ...]:
        """The groups that matter."""
        return tuple(self.case.entries("voices.matters") or ())

    @cached_property
    def gaps(self) -> tuple[tuple[int, Missing], ...]:
        """The groups that are named as missing, those that matter first; each with its place in the list."""
        gaps = tuple(enumerate(self.case.entries("voices.missing") or ()))
        return tuple(sorted(gaps, key=lambda item: not self.is_matter(item[1])))

    @cached_property
    def excluded(self) -> tuple[tuple[int, Excluded], ...]:
        """The groups that are left out on purpose, those that matter first."""
        entries = tuple(enumerate(self.case.entries("voices.excluded") or ()))
        return tuple(sorted(entries, key=lambda item: not self.is_matter(item[1])))

    @cached_property
    def _order(self) -> dict[str, int]:
        """The place of each room among them, from the least power to the most."""
        return {name: n for n, name in enumerate(self.rooms)}

    @cached_property
    def _told_at(self) -> dict[Place, list[tuple[int, Seen, str]]]:
        """Where a category is named: the number of the entry, the entry, and what it says."""
        told_at: dict[Place, list[tuple[int, Seen, str]]] = {}
        for n, s in enumerate(self.seen):
            key = tidy(s.key)
            for category, state in s.states().items():
                told_at.setdefault((key, category), []).append((n, s, state))
        return told_at

    @cached_property
    def _by_category(self) -> dict[str, frozenset[Place]]:
        """The characteristics below which a category of this name stands."""
        by_name: dict[str, list[Place]] = {}
        for place in self._told_at:
            by_name.setdefault(place[1], []).append(place)
        return {name: frozenset(places) for name, places in by_name.items()}

    def places(self, entry: Matters | Missing | Excluded) -> frozenset[Place]:
        """The categories below `voices.rooms` that a group stands for."""
        name = tidy(entry.category or entry.group)
        if entry.characteristic is None:
            return self._by_category.get(name, _NOWHERE)
        place = (tidy(entry.characteristic), name)
        return frozenset((place,)) if place in self._told_at else _NOWHERE

    @cached_property
    def _matters(self) -> tuple[frozenset[str], frozenset[Place]]:
        """The groups that matter, by their names and by the categories that they stand for."""
        return self._named(self.matters)

    @cached_property
    def _mentioned(self) -> tuple[frozenset[str], frozenset[Place]]:
        """The groups that are named as missing or as left out."""
        return self._named([*(g for __, g in self.gaps), *(e for __, e in self.excluded)])

    def _named(self, entries: Iterable[Matters | Missing | Excluded]) -> tuple[frozenset[str], frozenset[Place]]:
        entries = tuple(entries)
        places = {self.places(e) for e in entries}
        return frozenset(tidy(e.group) for e in entries), frozenset(p for several in places for p in several)

    def is_matter(self, entry: Missing | Excluded) -> bool:
        """Whether the file says that this group matters."""
        key = (tidy(entry.group), self.places(entry))
        if key not in self._matter:
            names, places = self._matters
            self._matter[key] = key[0] in names or not places.isdisjoint(key[1])
        return self._matter[key]

    def matter_at(self, place: Place) -> bool:
        """Whether the file says that this category matters."""
        return place in self._matters[1]

    def where(self, places: Iterable[Place]) -> Whereabouts:
        """Where a group is told to be, and where not."""
        places = frozenset(places)
        if places not in self._where:
            told_at = sorted((t for place in places for t in self._told_at.get(place, ())), key=lambda t: t[0])
            by_room: dict[str, set[str]] = {}
            for __, s, state in told_at:
                by_room.setdefault(s.room, set()).add(state)
            states = {
                room: PRESENT if PRESENT in of else UNKNOWN if UNKNOWN in of else MISSING
                for room, of in by_room.items()
            }
            rooms, paths = [], []
            for wanted in (PRESENT, MISSING):
                rooms.append(
                    tuple(sorted((r for r, of in states.items() if of == wanted), key=self._order.__getitem__))
                )
                paths.append(tuple(dict.fromkeys(s.path for __, s, ___ in told_at if states[s.room] == wanted)))
            self._where[places] = Whereabouts(
                states, rooms[0], rooms[1], paths[0], paths[1], self.shut(states, self.deciding), self.closed_stages(states)
            )  # fmt: skip
        return self._where[places]

    # --- rooms with power, and stages ---------------------------------------------------------------

    def sitting(self, name: str) -> bool:
        """Whether a room still meets; one that is only planned does not meet yet."""
        room = self.rooms[name]
        if room is None:
            return True
        if room.status in ("done", "stopped", "planned", "policy") or room.answer == "no":
            return False
        ended = room.until is not None and room.until.last is not None and room.until.last < self.case.date
        return not ended

    @cached_property
    def deciding(self) -> tuple[str, ...]:
        """The rooms that decide; those that have ended only where no other decides."""
        deciding = tuple(n for n, room in self.rooms.items() if self.power(room) == "decides")
        return tuple(n for n in deciding if self.sitting(n)) or deciding

    @cached_property
    def stages(self) -> dict[str, tuple[str, ...]]:
        """The rooms of each stage in which somebody has a part, where rooms are named."""
        stages: dict[str, tuple[str, ...]] = {}
        for stage in STAGES:
            spans = [s for s in self.case.stage(stage) or () if s.role not in (None, "none", "unknown")]
            rooms = dict.fromkeys(room for s in spans for room in s.rooms or ())
            # A span without a room may have met anywhere.
            if rooms and all(s.rooms for s in spans):
                stages[stage] = tuple(rooms)
        return stages

    def shut(self, states: dict[str, str], rooms: Iterable[str]) -> bool:
        """Whether a group is told to be in none of these rooms."""
        rooms = tuple(rooms)
        return bool(rooms) and all(states.get(room) == MISSING for room in rooms)

    def closed_stages(self, states: dict[str, str]) -> tuple[str, ...]:
        """The stages in none of whose rooms a group is."""
        return tuple(stage for stage, rooms in self.stages.items() if self.shut(states, rooms))

    # --- what is said of a missing group ------------------------------------------------------------

    def state_of(self, gap: Missing) -> str:
        """How far a gap is answered: planned, impossible or acknowledged."""
        action = gap.action
        if action is not None and action.answer != "no":
            dated = any(d.names_a_time for d in _dates(action))
            return "planned" if told(action.owner) and dated else "acknowledged"
        return "impossible" if told(gap.cannot_because) else "acknowledged"

    @cached_property
    def _left_out(self) -> dict[frozenset[Place], tuple[int, Excluded]]:
        """The first group left out on purpose that stands for these categories, with its place in the list."""
        first: dict[frozenset[Place], tuple[int, Excluded]] = {}
        for n, (__, entry) in enumerate(self.excluded):
            first.setdefault(self.places(entry), (n, entry))
        return first

    @cached_property
    def _lacking(self) -> dict[tuple[frozenset[Place], str | None], tuple[int, Missing]]:
        """The first gap that stands for these categories in a room, or (None) in all of them."""
        first: dict[tuple[frozenset[Place], str | None], tuple[int, Missing]] = {}
        for n, (__, gap) in enumerate(self.gaps):
            places = self.places(gap)
            for room in (None,) if gap.rooms is None else gap.rooms:
                first.setdefault((places, room), (n, gap))
        return first

    def answer(self, place: Place, room: str) -> str:
        """What is said of a category that is missing in a room."""
        # An entry stands for this category alone, where it names the characteristic, or for all of this name.
        meant = (frozenset((place,)), self._by_category.get(place[1], _NOWHERE))
        left_out = [self._left_out[places] for places in meant if places in self._left_out]
        if left_out:
            return "excluded" if told(min(left_out, key=_first)[1].justification) else "unexplained"
        lacking = [self._lacking[key] for p in meant for r in (None, room) if (key := (p, r)) in self._lacking]
        return self.state_of(min(lacking, key=_first)[1]) if lacking else "unmentioned"

    def mentions(self, matter: Matters) -> bool:
        """Whether a group that matters is named as missing or as left out."""
        names, places = self._mentioned
        return tidy(matter.group) in names or not places.isdisjoint(self.places(matter))

    # --- signs --------------------------------------------------------------------------------------

    def sign(self, kind: str, group: str, says: str, asks: str, where: Iterable[Path], *, matters: bool) -> None:
        """Note something that is worth a question."""
        self.signs.append(found.RoomSign(kind, TITLES[kind], group, matters, says, asks, self.quote(where)))

    def titles(self, rooms: Iterable[str]) -> str:
        """Rooms in a row; of very many, so many as anybody reads, and the number of the rest."""
        rooms = tuple(rooms)
        names = [self.short_title(r) for r in rooms[:MOST_NAMED]]
        rest = len(rooms) - len(names)
        return listed(
            [*names, (_("{rest} more rooms", rest=rest) if rest > 1 else _("{rest} more room", rest=rest))]
            if rest
            else names
        )

    def look_at_matters(self) -> None:
        """Groups that matter: blind spots, and what is not known."""
        for n, matter in enumerate(self.matters):
            where: list[Path] = [("voices", "matters", n)]
            there = self.where(self.places(matter))
            if there.present or self.mentions(matter):
                continue
            if there.missing:
                self.sign(
                    "blind-spot", matter.group,
                    _("The file says that this group matters here. It is not in {titles}, and nothing else is said of that.", titles=self.titles(there.missing)),
                    _("{group} matter to this work and are not in the room. Who could tell us why, and what would we change to hear it?", group=capital(matter.group)),
                    [*where, *there.of_missing[:MOST_NAMED]], matters=True,
                )  # fmt: skip
            else:
                self.sign(
                    "unknown", matter.group,
                    _("The file says that this group matters here. It is not told whether anybody of it is in a room."),
                    _("Nobody has told us whether this group is in any room: {group}. Would people like to be asked – how, and by whom?", group=matter.group),
                    where, matters=True,
                )  # fmt: skip

    def look_at_rooms(self) -> None:
        """Groups that are in a room, and not where decisions are made or in a part of the work."""
        covered: set[Place] = set()
        for matter in self.matters:
            places = self.places(matter)
            covered |= places
            self._gaps_between(matter.group, places, matters=True)
        by_key: dict[str, dict[tuple[bool, tuple[str, ...]], list[Place]]] = {}
        names: dict[Place, str] = {}
        for s in self.seen:
            for category in s.present:
                place = (tidy(s.key), tidy(category))
                if place in covered or place in names:
                    continue
                names[place] = category
                at = self.where([place])
                gap = (at.shut_out, at.closed)
                if gap != (False, ()):
                    by_key.setdefault(s.key, {}).setdefault(gap, []).append(place)
        for key, gaps in by_key.items():
            for alike in gaps.values():
                group = f"{_words(key)}: {listed(sorted((names[p] for p in alike), key=lambda n: plain(n).casefold()))}"
                self._gaps_between(group, alike, matters=False)

    def _gaps_between(self, group: str, places: Iterable[Place], *, matters: bool) -> None:
        at = self.where(places)
        there = at.present
        if not there:
            return
        where = [*at.of_present[:2], *at.of_missing[:MOST_NAMED]]
        if at.shut_out:
            self.sign(
                "power-gap", group,
                _("In {titles}, and not where it is decided: {titles_2}.", titles=self.titles(there), titles_2=self.titles(self.deciding)),
                _("What would it take for people who are in {titles} to decide too ({group})? Would they wish to?", titles=self.titles(there), group=group),
                where, matters=matters,
            )  # fmt: skip
        if at.closed:
            stages = listed(_STAGE_WORDS.get(s, s) for s in at.closed)
            self.sign(
                "stage-gap", group,
                _("In {titles}, and in no room of this part of the work: {stages}.", titles=self.titles(there), stages=stages),
                _("Who brings into {stages} what these people know ({group}), and could they bring it themselves?", stages=stages, group=group),
                where, matters=matters,
            )  # fmt: skip

    def look_at_gaps(self) -> None:
        """Gaps that are named: repeated, overdue, explained by guessing, or told both ways."""
        for n, gap in self.gaps:
            at: Path = ("voices", "missing", "entries", n)
            matters = self.is_matter(gap)
            where = self.where(self.places(gap))
            there = where.present
            if gap.rooms is not None:
                there = tuple(r for r in dict.fromkeys(gap.rooms) if where.states.get(r) == PRESENT)
                there = tuple(sorted(there, key=self._order.__getitem__))
            if there:
                both = gap.rooms is not None
                self.sign(
                    "contradiction", gap.group,
                    _("Named as missing, and told to be in {titles}.", titles=self.titles(there)),
                    _("Is this group missing there, or is it there: {group}?", group=gap.group) if both else _("In which rooms is this group missing: {group}?", group=gap.group),
                    [at, *where.of_present[:MOST_NAMED]], matters=matters,
                )  # fmt: skip
            self._repeated(gap, at, matters=matters)
            action = gap.action
            if action is not None and self.case.overdue(action):
                when = action.when or action.since
                self.sign(
                    "overdue", gap.group, _("Something was planned for {when}, and it is still planned.", when=when.text if when else 'then'),
                    _("What became of the plan for this group: {group}?", group=gap.group), [(*at, "action")], matters=matters,
                )  # fmt: skip
            assumed = tuple(word for word in assumed_reasons(gap) if word != _BLAMES)
            if assumed or (gap.basis == "assumed" and not gap.why):
                why = f" ({listed(assumed)})" if assumed else ""
                self.sign(
                    "assumed", gap.group, _("You have assumed this{why}; nobody from the group has told you.", why=why),
                    _("Who from this group could tell us whether we are right about why it is missing: {group}? How would we ask so that “no” is easy to say?", group=gap.group),
                    [(*at, "why"), (*at, "basis")], matters=matters,
                )  # fmt: skip
            if _BLAMES in (gap.why or ()):
                self.sign(
                    "blames", gap.group, _("It is said that they did not want to. The cause usually lies with what was offered."),
                    _("What was offered, by whom and how, and what would have made it worth people's while ({group})?", group=gap.group),
                    [(*at, "why")], matters=matters,
                )  # fmt: skip

    def _repeated(self, gap: Missing, at: Path, *, matters: bool) -> None:
        asks = _(
            "What have we learned since we first saw that this group is missing ({group}), and what would we do otherwise?",
            group=gap.group,
        )
        if self.case.happened(gap.reviewed) and gap.smaller_now == "no":
            when = f" ({gap.reviewed.in_words})" if gap.reviewed and gap.reviewed.first else ""
            says = _(
                "Looked at again{when}, and it has not become smaller. It is good that this is said openly.", when=when
            )
            self.sign("unchanged", gap.group, says, asks, [(*at, "reviewed"), (*at, "smaller_now")], matters=matters)
        elif (
            gap.since
            and gap.since.last
            and gap.smaller_now != "yes"
            and gap.since.last <= self.case.date - dt.timedelta(LONG)
        ):
            says = _("Known since {since}, and it is not told that it has become smaller.", since=gap.since.text)
            self.sign("unchanged", gap.group, says, asks, [(*at, "since")], matters=matters)

    def look_at_exclusions(self) -> None:
        """Groups that are left out on purpose."""
        for n, entry in self.excluded:
            at: Path = ("voices", "excluded", "entries", n)
            matters = self.is_matter(entry)
            where = self.where(self.places(entry))
            there = where.present
            if there:
                self.sign(
                    "contradiction", entry.group, _("Left out on purpose, and told to be in {titles}.", titles=self.titles(there)),
                    _("Is this group left out, or is it there: {group}?", group=entry.group), [at, *where.of_present[:MOST_NAMED]], matters=matters,
                )  # fmt: skip
            if not told(entry.justification):
                self.sign(
                    "unexplained", entry.group, _("This group is left out on purpose, and no reason is told."),
                    _("Why is this group left out, who agreed, and what is there for people instead: {group}?", group=entry.group), [at], matters=matters,
                )  # fmt: skip
            if entry.review and entry.review.last and entry.review.last < self.case.date:
                self.sign(
                    "review-due", entry.group, _("This was to be looked at again: {review}.", review=entry.review.text),
                    _("Is the reason for leaving this group out still true: {group}?", group=entry.group), [(*at, "review")], matters=matters,
                )  # fmt: skip

    # --- what is found ------------------------------------------------------------------------------

    def all_signs(self) -> tuple[found.RoomSign, ...]:
        """Everything that is worth a question: groups that matter first."""
        self.look_at_matters()
        self.look_at_rooms()
        self.look_at_gaps()
        self.look_at_exclusions()
        kinds = list(TITLES)
        return tuple(sorted(self.signs, key=lambda s: (not s.matters, kinds.index(s.kind), plain(s.group).casefold())))

    def rooms_found(self) -> tuple[found.RoomFound, ...]:
        """Each room, where anything is told of who is in one."""
        if not self.seen:
            return ()
        rooms = []
        by_room: dict[str, list[Seen]] = {}
        for s in self.seen:
            by_room.setdefault(s.room, []).append(s)
        for name, room in self.rooms.items():
            mine = by_room.get(name, [])
            says = "" if mine else _("It is not told who is in this room.")
            if room is not None and not self.sitting(name):
                says = (
                    _("This room is not there yet. {says}", says=says)
                    if room.status in ("planned", "policy")
                    else _("This room has ended. {says}", says=says)
                ).strip()
            rooms.append(
                found.RoomFound(
                    name, self.title(name), self.power(room), seats(room), says,
                    tuple(self._characteristic(s) for s in sorted(mine, key=lambda s: plain(_words(s.key)).casefold())),
                )
            )  # fmt: skip
        return tuple(rooms)

    def _characteristic(self, s: Seen) -> found.CharacteristicFound:
        groups = [
            found.GroupInRoom(
                name, state, self.answer((tidy(s.key), tidy(name)), s.room) if state == MISSING else "",
                self.matter_at((tidy(s.key), tidy(name))),
            )
            for state, names in ((PRESENT, s.present), (MISSING, s.missing), (UNKNOWN, s.unknown))
            for name in names
        ]  # fmt: skip
        # Never the order of the file: nothing may be read from who is written down first.
        groups.sort(key=lambda g: (not g.matters, plain(g.group).casefold()))
        asked = {True: "yes", False: "no", None: "not told"}[s.asked]
        return found.CharacteristicFound(
            s.key,
            _words(s.key),
            s.list,
            asked,
            _asked_says(s),
            tuple(groups),
            () if s.withheld else self.quote([s.path]),
        )

    def missing_found(self) -> tuple[found.Missing, ...]:
        """The groups that are named as missing, with what usually helps."""
        return tuple(self._missing(n, gap) for n, gap in self.gaps)

    def _missing(self, n: int, gap: Missing) -> found.Missing:
        action = gap.action
        doing = (
            (
                told(action.what)
                or told(action.status)
                or {"yes": _("something is done"), "no": _("nothing is done")}.get(action.answer or "", "")
            )
            if action
            else ""
        )
        if doing and action and action.status == "stopped" and told(action.what):
            doing = _("this was stopped: {doing}", doing=doing)
        if not doing and gap.cannot_because:
            doing = _("not possible here, because: {cannot_because}", cannot_because=gap.cannot_because)
        if again := {"yes": _("the gap is smaller now"), "no": _("the gap is no smaller")}.get(gap.smaller_now or ""):
            # That a gap is as large as it was is no answer to what is done about it.
            doing = (
                f"{doing.rstrip(' .')}; {again}"
                if doing
                else _("looked at again: the gap is smaller now")
                if gap.smaller_now == "yes"
                else ""
            )
        dates = _dates(action) if action else ()
        return found.Missing(
            gap.group, gap.why or (), gap.basis or "", gap.noted_by or "", doing,
            self.quote([("voices", "missing", "entries", n)]),
            matters=self.is_matter(gap),
            state=self.state_of(gap),
            rooms=tuple(self.short_title(r) if r in self.rooms else r for r in gap.rooms or ()),
            stages=gap.stages or (),
            since=gap.since.text if gap.since else "",
            reasons=tuple(_reason(word, basis_of(gap, word)) for word in gap.why or ()),
            owner=told(action.owner) if action else "",
            when=dates[0].text if dates else "",
            cost=action.cost.text if action and action.cost else "",
            effect=told(gap.effect_on_findings),
        )  # fmt: skip

    def exclusions_found(self) -> tuple[found.Exclusion, ...]:
        """The groups that are left out on purpose."""
        return tuple(
            found.Exclusion(
                e.group,
                "yes" if told(e.justification) else "not told" if e.justification is None or tidy(e.justification) == "unknown" else "no",
                told(e.justification), e.agreed_with or (), told(e.instead), e.review.text if e.review else "",
                self.is_matter(e), self.quote([("voices", "excluded", "entries", n)]),
            )
            for n, e in self.excluded
        )  # fmt: skip

    def places_found(self, signs: Iterable[found.RoomSign]) -> tuple[found.Place, ...]:
        """Where relationships may begin: one gap at a time."""
        wanted: list[tuple[str, bool, tuple[str, ...], tuple[str, ...]]] = []
        blind = {s.group for s in signs if s.kind == "blind-spot"}
        for matter in self.matters:
            if matter.group in blind:
                wanted.append((matter.group, True, self._characteristics(matter), ()))
        wanted += [(g.group, self.is_matter(g), self._characteristics(g), g.why or ()) for __, g in self.gaps]
        if not wanted:
            return ()
        from involve_audit.judge.reason_catalogue import catalogue

        book = catalogue()
        wanted.sort(key=lambda w: not w[1])
        fitting = {keys: book.places_for(keys) for keys in {w[2] for w in wanted}}
        return tuple(
            found.Place(
                group, matters, fitting[keys], tuple(dict.fromkeys(book.reasons[w].way for w in why if w in book.reasons))
            )
            for group, matters, keys, why in wanted
        )  # fmt: skip

    def _characteristics(self, entry: Matters | Missing) -> tuple[str, ...]:
        return (entry.characteristic,) if entry.characteristic else self._keys(self.places(entry))

    def _keys(self, places: frozenset[Place]) -> tuple[str, ...]:
        if places not in self._sorted_keys:
            self._sorted_keys[places] = tuple(sorted({key for key, __ in places}, key=plain))
        return self._sorted_keys[places]

    def questions(self, signs: Iterable[found.RoomSign]) -> tuple[str, ...]:
        """Questions for the next meeting, those on groups that matter first."""
        asked = [s.asks for s in signs]
        not_asked = [s for s in self.seen if s.asked is not True and not s.because and not s.present and not s.withheld]
        by_key: dict[str, dict[str, None]] = {}
        for s in not_asked:
            by_key.setdefault(_words(s.key), {})[s.room] = None
        for key, rooms in by_key.items():
            asked.append(
                _(
                    "{key}: not asked in {titles}, or not told. Would people like to be asked – how, and by whom? Or would they rather not?",
                    key=key,
                    titles=self.titles(rooms),
                )
            )
        unsure = dict.fromkeys(
            s.room for s in self.seen if s.agreed != "yes" and (s.present or s.missing or s.withheld)
        )
        if unsure:
            asked.append(
                _(
                    "Have the people in {titles} agreed that it is told who is there, and have they seen this page?",
                    titles=self.titles(r for r in self.rooms if r in unsure),
                )
            )
        if not self.seen:
            asked.append(
                _(
                    "Who is in each of our rooms, as far as people wish to say it? Who would ask, and who would see the answers?"
                )
            )
        if not self.matters:
            asked.append(
                _("For which groups does this topic matter most, and who of them could write the list with us?")
            )
        return tuple(dict.fromkeys(asked))


def look(case: Case, asked: bool | None, quote: Quote) -> found.VoicesFound:
    """Everything that the file tells of who is not in the room, and why."""
    here = RoomAnalysis(case, quote, seen_in(case))
    signs = here.all_signs()
    says = {
        True: _("The project has asked who is not in the room."),
        False: _("The project has not asked who is not in the room."),
        None: _(
            "The project noted itself that some are missing. Whether it has asked who else is not in the room, and why, is not told."
        )
        if any(gap.noted_by == "project" for gap in case.entries("voices.missing") or ())
        else _("Nobody knows whether the project has asked who is not in the room.")
        if not_known(case, ("voices", "question_asked"))
        else _("It is not told whether the project has asked who is not in the room."),
    }[asked]
    return found.VoicesFound(
        {True: "yes", False: "no", None: "not told"}[asked],
        says,
        tuple(m.group for m in here.matters),
        here.missing_found(),
        tuple(e.group for __, e in here.excluded),
        matter=tuple(found.Matter(m.group, told(m.why), m.written_with or ()) for m in here.matters),
        exclusions=here.exclusions_found(),
        rooms=here.rooms_found(),
        signs=signs,
        places=here.places_found(signs),
        next_meeting=here.questions(signs),
        studied=groups_studied(case),
    )


def groups_missing(case: Case) -> tuple[str, ...]:
    """The groups that are named as missing, those that matter first."""
    if not case.entries("voices.missing"):
        return ()
    return tuple(gap.group for __, gap in RoomAnalysis(case, lambda __: (), seen_in(case)).gaps)


def seen_in(case: Case) -> tuple[Seen, ...]:
    """What the file tells of who is in the rooms, as far as it may be repeated."""
    rooms = case.project.rooms or {}
    return tuple(
        _seen(told_of, ("voices", "rooms", n), rooms.get(told_of.room))
        for n, told_of in enumerate(case.entries("voices.rooms") or ())
    )


def _seen(of: RoomMakeUp, path: Path, room: Room | None) -> Seen:
    asked = {"yes": True, "no": False}.get(of.asked or "")
    withheld = withholds(of, room)
    groups = (of.in_the_room or (), of.not_in_the_room or (), of.not_known or ())
    here = Seen(
        of.room, of.characteristic, path, asked, told(of.because),
        list=of.list or "", note=_how_far(of, withheld), withheld=withheld, agreed=of.agreed or "",
    )  # fmt: skip
    # What is not repeated is forgotten here, so that nothing that follows can rest on it.
    return here if withheld else replace(here, present=groups[0], missing=groups[1], unknown=groups[2])


def withholds(of: RoomMakeUp, room: Room | None) -> str:
    """Why the groups in a room are not repeated; empty where they are.

    It follows from what is public alone: how many people the room has, how many groups are named, how it is known
    and whether people agreed. Never from which groups are there.
    """
    named = len(of.in_the_room or ()) + len(of.not_in_the_room or ()) + len(of.not_known or ())
    if not named:
        return ""
    if of.agreed == "no":
        return _("The people in the room did not agree that it is told which groups are there, so it is not repeated.")
    if of.how == "guessed":
        return _("Somebody guessed which groups are there. What is guessed of people is not repeated.")
    size = at_least(room, everyone=of.of == "everyone")
    if size < SMALLEST_ROOM and (
        room is None or room.contributors is None or room.contributors.high != room.contributors.low
    ):
        return _(
            "In a small room a group points to a person, and it is not told that this one is larger, so it is not repeated which are there."
        )
    if size < SMALLEST_ROOM:
        return _("In a room this small a group points to a person, so it is not repeated which are there.")
    if size < named + 2 and not _questions_each(of.list):
        return _("The room is hardly larger than the list of groups, so it is not repeated which are there.")
    return ""


def at_least(room: Room | None, *, everyone: bool) -> int:
    """How many people a room has at least, as far as it is told."""
    if room is None or room.contributors is None:
        return 0
    others = [c.low for c in (room.researchers, room.others) if c is not None] if everyone else []
    return room.contributors.low + sum(others)


def _questions_each(label: str | None) -> bool:
    """Whether each group of a list is a question of its own, so that the length of the list points to nobody."""
    name = plain(label or "").partition(" ")[0]
    if not name:
        return False
    from involve_audit.census.shipped import lists

    known = lists().get(name)
    return known is not None and known.kind == "flag"


def _how_far(of: RoomMakeUp, withheld: str) -> str:
    parts = []
    if of.of == "everyone":
        parts.append(_("of everyone in the room"))
    if of.when is not None and of.when.first is not None:
        parts.append(of.when.in_words)
    if of.how not in (None, "unknown", "other", "guessed"):
        parts.append(
            {"form": _("by a form"), "anonymous form": _("by an anonymous form")}.get(str(of.how), str(of.how))
        )
    if of.not_told == "yes":
        parts.append(_("some people did not answer, or were not asked"))
    if of.not_told == "no":
        parts.append(_("everybody answered"))
    if of.groups_present is not None and not withheld:
        parts.append(
            _(
                "{groups_present} groups are there; in a room this size it is not said which",
                groups_present=of.groups_present.text,
            )
        )
    return "; ".join(parts)


def seats(room: Room | None) -> int:
    """How many contributors a room has; nought where that is not told as one number."""
    many = room.contributors if room is not None else None
    return many.low if many is not None and many.low == many.high else 0


def basis_of(gap: Missing, reason: str) -> str:
    """How a reason is known; empty where that is not told."""
    own = dict[str, str]((gap.basis_of or {}).items())
    return own.get(reason) or gap.basis or ""


def assumed_reasons(gap: Missing) -> tuple[str, ...]:
    """The reasons that are only assumed."""
    return tuple(word for word in gap.why or () if word != "unknown" and basis_of(gap, word) == "assumed")


def _reason(word: str, basis: str) -> found.ReasonFound:
    from involve_audit.judge.reason_catalogue import catalogue

    known = catalogue().reasons[word]
    return found.ReasonFound(word, known.says, basis, known.helps, tuple(found.Citation(*s) for s in known.sources))


def _first(numbered: tuple[int, object]) -> int:
    return numbered[0]


def _dates(practice: Practice) -> tuple[Dates, ...]:
    return tuple(d for d in (practice.when, practice.since, practice.until) if d is not None)


def _words(key: str) -> str:
    """A name of the file in words: `ethnic_group_5` as Ethnic group.

    >>> _words("ethnic_group_5")
    'Ethnic group'
    """

    def name(key: str) -> str:
        words = key.replace("_", " ").split()
        return capital(" ".join(words[:-1] if len(words) > 1 and words[-1].isdigit() else words))

    return reworded(key, name)


def _asked_says(s: Seen) -> str:
    if s.asked is False:
        return _("Not asked, because: {because}", because=s.because) if s.because else _("Not asked.")
    parts = [_("Asked") if s.asked else _("It is not told whether this was asked")]
    if s.note:
        parts.append(s.note)
    return "; ".join(parts) + "." + (f" {s.withheld}" if s.withheld else "")
