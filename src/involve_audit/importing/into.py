"""Putting what a log tells into the text of a project file: what stands there already is not put in again, and nothing is overwritten.

A row is known again by what it says, wherever it stands now. What was filled in since is added to its entry; where the file
says otherwise, both are named and the file stays as it is.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from involve_audit import load
from involve_audit.importing.gone import FROM, Came, came_from_logs, gone, placed, without_gone
from involve_audit.importing.log_rows import EntryMade, LogFound, Remark
from involve_audit.language import _
from involve_audit.project.fields import tidy
from involve_audit.project.names import free_name
from involve_audit.project.values import read_dates, read_money
from involve_audit.yamlfile import editing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.wording.messages import Path

_SUBJECT = {"log": ("said", "changed"), "decision": ("what",), "source": ("title",), "line": ("item",)}
_WHERE: dict[str, tuple[str, ...]] = {
    "log": ("influence", "log", "entries"),
    "decision": ("power", "decisions", "entries"),
    "line": ("reward", "budget", "lines", "entries"),
}
_SAYS = {"log": "influence.log", "decision": "power.decisions", "line": "reward.budget.lines"}
_AT_LEAST = re.compile(r"at least (\d+)")


@dataclass
class Put:
    """What became of the rows.

    Attributes:
        text: the file as it is now.
        added: how many entries were added, by kind.
        there: how many rows stood in the file already.
        completed: how many entries got answers that they lacked.
        other: what else was put in, in words.
        remarks: where the file says otherwise.
        gone: what came from this log and stands in no row of it any more.
        taken_out: what of that was taken out.
    """

    text: str
    added: dict[str, int] = field(default_factory=dict)
    there: int = 0
    completed: int = 0
    other: list[str] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    gone: list[Came] = field(default_factory=list)
    taken_out: list[Came] = field(default_factory=list)


@dataclass(frozen=True)
class ReadBeside:
    """What else is read, by which it is known whether a row is gone.

    Attributes:
        logs: the names of other logs.
        not_read: the sheets of this log that were not read.
        take_out: whether what is gone is to be taken out of the file.
    """

    logs: frozenset[str] = frozenset()
    not_read: frozenset[str] = frozenset()
    take_out: bool = False


class Contradicts(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """The file tells that there is none of what the log holds."""


def put_in(text: str, found: LogFound, workbook: str, name: str, beside: ReadBeside = ReadBeside()) -> Put:
    """The text of a project file with what a log tells.

    Args:
        text: the file; it has been read before.
        found: what the log tells.
        workbook: the name of the log, without its folder.
        name: the name of the project file, for messages.
        beside: what else is read, and whether what is gone from the log is to be taken out.

    Raises:
        InputError: the file cannot be read.
        CannotInsert: it is written so that nothing can be put into it without touching the rest.
        Contradicts: it tells that there is none of what the log holds.
    """
    put = Put(text)
    tree = load.read(text, name).tree
    key, is_there = _key_of(tree, workbook)
    rooms = _rooms(tree, found)
    for one in found.made:
        _room_of(one, rooms)
        _stage_of(one, tree, put)
    fresh: dict[str, list[EntryMade]] = {}
    answers: list[tuple[Path, Any]] = []
    again: set[Path] = set()
    for kind in ("source", "log", "decision", "line"):
        made = [m for m in found.made if m.kind == kind]
        if not made:
            continue
        place, existing = _existing(text, name, kind)
        matched = _matched(kind, made, existing, put)
        answers += [
            ((*place, at, k) if at is not None else (*place, k), v)
            for at, more in matched.more
            for k, v in more.items()
        ]
        put.completed += len({at for at, _ in matched.more})
        again |= {(*place, at) if at is not None else place for at in matched.again}
        fresh[kind] = matched.new
    put.text = editing.put_all(put.text, answers, name)
    uses = any(m.sources is None for kind, made in fresh.items() if kind != "source" for m in made)
    extra = _answers(load.read(put.text, name).tree, found, key, put, rooms)
    if (uses or any(needs for *_, needs in extra)) and not is_there:
        if isinstance(tree.get("sources"), (str, list)):
            raise Contradicts(
                _("{name}: it tells `sources: none`, and the log would add one; take that out first", name=name)
            )
        put.text = editing.put(put.text, ("sources", key), {"kind": "log", "where": workbook}, name)
        put.other.append(_("the source '{key}', which stands for {workbook}", key=key, workbook=workbook))
    for kind, made in fresh.items():
        if kind == "source":
            put.text = _sources_added(put.text, made, workbook, name)
        elif made:
            place, __ = _existing(put.text, name, kind)
            put.text = editing.put_items(put.text, place, [_written(m, key) for m in made], name)
        if made:
            put.added[kind] = len(made)
    for path, value, says, _needs in extra:
        try:
            put.text = editing.put(put.text, path, value, name)
        except editing.CannotInsert as problem:
            put.remarks.append(
                Remark(
                    ".".join(map(str, path)),
                    "",
                    _("'{value}' was not put in: {problem}", value=value, problem=problem),
                    "kept",
                )
            )
            continue
        if says:
            put.other.append(says)
    _look_for_gone(put, gone(came_from_logs(tree), again, workbook, beside.logs, beside.not_read), name, beside)
    return put


def _look_for_gone(put: Put, entries: list[Came], name: str, beside: ReadBeside) -> None:
    """Name what came from this log and is in no row of it any more, and take it out where that is asked."""
    put.gone = placed(put.text, entries, name)
    if not beside.take_out:
        return
    put.text, put.taken_out, stay = without_gone(put.text, put.gone, name)
    for one, why in stay:
        place = _("line {line}", line=one.line)
        put.remarks.append(Remark(place, "", _("it was not taken out: {why}", why=why), "kept"))


# --- sources ---------------------------------------------------------------------------------------


def _key_of(tree: dict[str, Any], workbook: str) -> tuple[str, bool]:
    """The name under `sources` that stands for a workbook, and whether it is there already."""
    sources = tree.get("sources")
    there = sources if isinstance(sources, dict) else {}
    for key, told in there.items():
        if (
            isinstance(told, dict)
            and told.get("where") == workbook
            and told.get("kind") == "log"
            and "title" not in told
        ):
            return key, True
    return free_name(workbook.rpartition(".")[0] or workbook, there, whole=True, of="log"), False


def _sources_added(text: str, made: Sequence[EntryMade], workbook: str, name: str) -> str:
    """Each meeting as a source of its own."""
    if not made:
        return text
    sources = load.read(text, name).tree.get("sources")
    taken = dict(sources) if isinstance(sources, dict) else {}
    new: dict[str, Any] = {}
    for one in made:
        day = re.sub(r"[^0-9A-Za-z]+", "_", str(one.value.get("date", "")))
        key = free_name("_".join(filter(None, (one.value["title"][:28], day))), taken | new, whole=True, of="log")
        new[key] = {k: v for k, v in one.value.items() if k not in ("where", "note")} | {
            "where": f"{workbook}, {one.place}"
        }
        if "note" in one.value:
            new[key]["note"] = one.value["note"]
    if not taken:
        return editing.put(text, ("sources",), new, name)
    return editing.put_all(text, [(("sources", key), value) for key, value in new.items()], name)


# --- entries ---------------------------------------------------------------------------------------


def _existing(text: str, name: str, kind: str) -> tuple[Path, list[tuple[str | int | None, dict[str, Any]]]]:
    """Where entries of a kind stand or would stand, and those that are there, each with its step in the file."""
    document = load.read(text, name)
    if kind == "source":
        sources = document.tree.get("sources")
        if isinstance(sources, (str, list)):
            raise Contradicts(
                _("{name}: it tells `sources: none`, and the log would add some; take that out first", name=name)
            )
        return ("sources",), [(k, v) for k, v in (sources or {}).items() if isinstance(v, dict)]
    wanted: tuple[str, ...] = _WHERE[kind]
    node: Any = document.tree
    for depth, step in enumerate(wanted):
        if not isinstance(node, dict) or step not in node:
            if isinstance(node, str) and tidy(node) in ("none", "no", "unknown"):
                line = document.at(wanted[:depth])[0]
                raise Contradicts(
                    _(
                        "{name}:{line}: it tells `{place}: {node}`, and the log holds some; take that out first, if the log is right",
                        name=name,
                        line=line,
                        place=".".join(wanted[:depth]),
                        node=node,
                    )
                )
            break
        node = node[step]
    at = wanted[:-1]
    told: Any = document.tree
    for step in at:
        told = told.get(step) if isinstance(told, dict) else None
    if isinstance(told, list):
        if not told:
            raise Contradicts(
                _(
                    "{name}:{line}: it tells `{place}: []`, and the log holds some; take that out first, if the log is right",
                    name=name,
                    line=document.at(at)[0],
                    place=".".join(at),
                )
            )
        return at, [(n, v) for n, v in enumerate(told) if isinstance(v, dict)]
    if isinstance(told, dict):
        entries = told.get("entries")
        if isinstance(entries, list) and entries:
            return wanted, [(n, v) for n, v in enumerate(entries) if isinstance(v, dict)]
        if isinstance(entries, dict):
            return wanted, [(None, entries)]
        if entries is not None:
            raise Contradicts(
                _(
                    "{name}:{line}: it tells that `{place}` has no entries, and the log holds some; take that out first, if the log is right",
                    name=name,
                    line=document.at(wanted)[0],
                    place=".".join(at),
                )
            )
        if told.keys() & set(_SUBJECT[kind]):
            return at, [(None, told)]
        return wanted, []
    return at, []


@dataclass
class _Matched:
    new: list[EntryMade] = field(default_factory=list)
    more: list[tuple[str | int | None, dict[str, Any]]] = field(default_factory=list)
    again: list[str | int | None] = field(default_factory=list)


def _matched(
    kind: str, made: Sequence[EntryMade], existing: Sequence[tuple[str | int | None, dict[str, Any]]], put: Put
) -> _Matched:
    """Which rows stand in the file already, which complete an entry, and which are new."""
    subjects = _SUBJECT[kind]
    day = "date" if kind == "source" else "when"
    by_subject: dict[tuple[str, str], list[int]] = {}
    for n, (__, told) in enumerate(existing):
        for subject in subjects:
            word = _plain(subject, told.get(subject))
            if word and word != "none":
                by_subject.setdefault((subject, word), []).append(n)
    free = set(range(len(existing)))
    result = _Matched()
    waiting = list(made)
    # The same first, then what lacks something, then what differs: a row must not take the place of another that fits better.
    for wanted in ("same", "more", "differs"):
        left = []
        for one in waiting:
            candidates = dict.fromkeys(
                n for s in subjects for n in by_subject.get((s, _plain(s, one.value.get(s))), ()) if n in free
            )
            hit = next(
                (n for n in candidates if (r := _relation(kind, one, existing[n][1], day)) and r[0] == wanted), None
            )
            if hit is None:
                left.append(one)
                continue
            free.discard(hit)
            __, more, differ = _relation(kind, one, existing[hit][1], day) or ("", {}, [])
            put.there += 1
            result.again.append(existing[hit][0])
            if more and wanted != "differs":
                result.more.append((existing[hit][0], more))
            for key in differ:
                says = _("the file says otherwise in '{key}'; it was left as it is", key=key)
                put.remarks.append(Remark(one.place, one.headings.get(key, key), says, "kept"))
            if wanted == "differs" and more:
                for key in more:
                    put.remarks.append(
                        Remark(
                            one.place,
                            one.headings.get(key, key),
                            _("'{key}' was not added, for other answers of this row differ from the file", key=key),
                            "kept",
                        )
                    )
        waiting = left
    result.new = waiting
    return result


def _relation(
    kind: str, one: EntryMade, told: dict[str, Any], day: str
) -> tuple[str, dict[str, Any], list[str]] | None:
    """How a row stands to an entry: the same, telling more, or otherwise; None where they are about two things."""
    new = {k: v for k, v in one.value.items() if k != "where" and not (k == "kind" and kind == "source")}
    if kind == "source" and (told.get("kind") != "log" or not str(told.get("where", "")).strip()):
        return None
    for key in (*_SUBJECT[kind], day):
        if key in new and key in told and _plain(key, new[key]) != _plain(key, told[key]):
            return None
    if kind == "source" and (day in new) != (day in told):
        return None
    more, differ = {}, []
    for key, value in new.items():
        if key == "note":
            mine, theirs = _note(value), _note(told.get("note"))
            if mine and not theirs and "note" not in told:
                more[key] = value
            elif mine and mine != theirs and mine not in theirs:
                differ.append(key)
        elif key not in told:
            more[key] = value
        elif _plain(key, value) != _plain(key, told[key]):
            differ.append(key)
    if (
        one.sources
        and "source" in told
        and set(one.sources) != set([told["source"]] if isinstance(told["source"], str) else told["source"])
    ):
        differ.append("source")
    elif one.sources and "source" not in told:
        more["source"] = one.sources[0] if len(one.sources) == 1 else one.sources
    if kind == "source" and (differ or more):
        return None  # two meetings of one day and name, of which different things are told
    return ("differs" if differ else "more" if more else "same"), more, differ


def _note(text: Any) -> str:
    return " ".join(FROM.sub("", text).split()) if isinstance(text, str) else ""


def _plain(key: str, value: Any) -> str:
    """What a value says, however it is written."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, str):
        return json.dumps(value, sort_keys=True, ensure_ascii=False) if value is not None else ""
    text = " ".join(value.split())
    if key in ("when", "date", "told_back"):
        try:
            read = read_dates(text)
        except (ValueError, TypeError):
            return text.casefold()
        return (
            repr((read.first, read.last, read.happened, read.relation, read.stage, read.mark, read.months))
            if (read.first or read.relation or read.months)
            else text.casefold()
        )
    if key == "amount":
        try:
            return repr(read_money(text).amount)
        except (ValueError, TypeError):
            return text
    return text if key in ("said", "changed", "what", "title", "item", "reason") else str(tidy(text))


def _written(made: EntryMade, key: str) -> dict[str, Any]:
    """An entry as it goes into the file, with what shows it and the row that it came from."""
    value = {k: v for k, v in made.value.items() if k not in ("note", "disputed")}
    if made.sources is None:
        value["source"] = key
        sheet, row = (
            (made.place.split(", ", 1)[0], made.place.rsplit(", ", 1)[-1])
            if made.place.startswith("sheet ")
            else ("", made.place)
        )
        if sheet:
            sheet = made.place[: -len(row) - 2]
        value["note"] = " | ".join(
            filter(None, (made.value.get("note", ""), f"From {row}" + (f" of {sheet}" if sheet else "")))
        )
    else:
        if made.sources:
            value["source"] = made.sources[0] if len(made.sources) == 1 else made.sources
        if "note" in made.value:
            value["note"] = made.value["note"]
    if "disputed" in made.value:
        value["disputed"] = made.value["disputed"]
    return value


# --- what several rows tell together ---------------------------------------------------------------


def _rooms(tree: dict[str, Any], found: LogFound) -> dict[str, tuple[str, bool]]:
    """The name under `rooms` of each group, as plain words, and whether it is there already."""
    rooms = tree.get("rooms")
    if isinstance(rooms, (str, list)):
        return {}
    there = rooms if isinstance(rooms, dict) else {}
    known: dict[str, tuple[str, bool]] = {}
    for key, room in there.items():
        for word in (key, room.get("name") if isinstance(room, dict) else None):
            if isinstance(word, str):
                known.setdefault(_group(word), (key, True))
    for group in found.met:
        if _group(group) not in known:
            known[_group(group)] = (
                free_name(without_number(group), [*there, *(k for k, _ in known.values())], whole=True, of="log"),
                False,
            )
    return known


def _group(name: str) -> str:
    """The name of a group as plain words, without its article and the word meeting."""
    words = re.sub(r"[^\w]+|_", " ", without_number(name).casefold()).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def without_number(name: str) -> str:
    """The name of a group where a meeting of it is named: `PAG meeting 3`."""
    return (
        re.sub(r"[\s,:#-]*\b(?:meetings?)?(?:\s*(?:no\.?|number|#)?\s*\d+)?\s*$", "", name, flags=re.IGNORECASE).strip()
        or name
    )


def _room_of(made: EntryMade, rooms: dict[str, tuple[str, bool]]) -> None:
    """Let a decision name its room by the name that it has in the file; another goes into the note."""
    if made.kind != "decision" or "room" not in made.value:
        return
    told = made.value.pop("room")
    known = rooms.get(_group(told))
    if known:
        made.value["room"] = known[0]
    else:
        label = made.headings.get("room", "Room")
        made.value["note"] = " | ".join(
            filter(None, (f"{label}: {' '.join(told.split())}", made.value.get("note", "")))
        )


def _stage_of(made: EntryMade, tree: dict[str, Any], put: Put) -> None:
    """Keep a part of the work in the note where the file says that the work has no such part."""
    stages = tree.get("stages")
    has = stages.get("work_has") if isinstance(stages, dict) else None
    told = made.value.get("stage")
    if has is None or told is None:
        return
    allowed = {str(tidy(h)) for h in ([has] if isinstance(has, str) else has)}
    if {str(tidy(t)) for t in ([told] if isinstance(told, str) else told)} <= allowed:
        return
    label = made.headings.get("stage", "Stage")
    del made.value["stage"]
    text = f"{label}: {told if isinstance(told, str) else ', '.join(told)}"
    made.value["note"] = " | ".join(filter(None, (text, made.value.get("note", ""))))
    says = _("the file says that the work has no such part (`stages.work_has`); it stands in the note")
    put.remarks.append(Remark(made.place, label, says, "note"))


def _answers(
    tree: dict[str, Any], found: LogFound, key: str, put: Put, named: dict[str, tuple[str, bool]]
) -> list[tuple[Path, Any, str, bool]]:
    """Answers that rest on several rows: place, value, what it is in words, and whether the workbook is named as what shows it."""
    made: list[tuple[Path, Any, str, bool]] = []
    if found.occasions:
        _at_least(tree, ("influence", "meetings_held"), found.occasions, "meetings", made, put)
    rooms = tree.get("rooms")
    there = rooms if isinstance(rooms, dict) else {}
    if found.met and isinstance(rooms, (str, list)):
        put.remarks.append(
            Remark(
                "rooms",
                "",
                _("the file tells that there are no rooms, and the log names groups that met; it was left as it is"),
                "kept",
            )
        )
        return made
    new: dict[str, Any] = {}
    together: dict[str, set[str]] = {}
    for group, days in found.met.items():
        together.setdefault(_group(group), set()).update(days)
    for group in found.met:
        days_met = together.pop(_group(group), None)
        if days_met is None:
            continue
        number, (name, is_there) = len(days_met), named[_group(group)]
        if not is_there:
            new[name] = {"name": without_number(group), "meetings": f"at least {number}", "source": key}
        elif isinstance(there.get(name), dict):
            _at_least(tree, ("rooms", name, "meetings"), number, _("meetings of {group}", group=group), made, put)
    made += [(("rooms", k), v, _("the room '{name}' with its meetings", name=k), True) for k, v in new.items()]
    made += _pay(tree, found, key, put)
    return made


def _at_least(
    tree: dict[str, Any], path: Path, number: int, what: str, made: list[tuple[Path, Any, str, bool]], put: Put
) -> None:
    """A number of meetings, as the least that there were: a log may hold not all of them."""
    told: Any = tree
    for step in path:
        told = told.get(step) if isinstance(told, dict) else None
    text = f"at least {number}"
    before = _AT_LEAST.fullmatch(told.strip()) if isinstance(told, str) else None
    if told is None or (before and int(before[1]) < number):
        made.append((path, text, _("{number} {what}", number=text, what=what), False))
    elif not (before and int(before[1]) >= number) and str(told).strip() != str(number):
        put.remarks.append(
            Remark(
                ".".join(map(str, path)),
                "",
                _(
                    "the file says {told}, and the log holds {number} {what}; it was left as it is",
                    told=told,
                    number=number,
                    what=what,
                ),
                "kept",
            )
        )


def _pay(tree: dict[str, Any], found: LogFound, key: str, put: Put) -> list[tuple[Path, Any, str, bool]]:
    """The rate and the form of pay, where all rows say the same."""
    made: list[tuple[Path, Any, str, bool]] = []
    reward = tree.get("reward")
    pay = reward.get("pay") if isinstance(reward, dict) else None
    told = pay if isinstance(pay, dict) else {}
    for field_, values in (("rate", found.rates), ("form", found.forms)):
        if len(values) > 1:
            listed = ", ".join(sorted(values)[:6])
            put.remarks.append(
                Remark(
                    f"reward.pay.{field_}",
                    "",
                    _(
                        "the log tells {number} different ones ({listed}); they stand in the notes, and none was chosen",
                        number=len(values),
                        listed=listed,
                    ),
                    "kept",
                )
            )
        for value in values if len(values) == 1 else ():
            if field_ not in told and pay is not None and not isinstance(pay, dict):
                put.remarks.append(
                    Remark(
                        "reward.pay",
                        "",
                        _(
                            "the file says '{pay}'; {field} '{value}' was not put in",
                            pay=pay,
                            field=field_,
                            value=value,
                        ),
                        "kept",
                    )
                )
            elif field_ not in told:
                made.append(
                    (("reward", "pay", field_), value, _("{field} of pay: {value}", field=field_, value=value), True)
                )
            elif str(told[field_]) != value and told[field_] != [value]:
                put.remarks.append(
                    Remark(
                        f"reward.pay.{field_}",
                        "",
                        _(
                            "the file says '{told}', and the log '{value}'; it was left as it is",
                            told=told[field_],
                            value=value,
                        ),
                        "kept",
                    )
                )
    if made and "source" not in told:
        made.append((("reward", "pay", "source"), key, "", True))
    return made
