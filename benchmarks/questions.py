"""How many answers it takes until the headline of a file is that of the whole file.

    python benchmarks/questions.py [--generated N] [--headline] [--show] [FILES]

Whole files (the examples, and N files made by chance with the values of the tests' generator) answer as a person would who knows what stands in them and
nothing else. The interview starts from title, phase and the words used, and asks; "I don't know" is an answer as well. The same is
counted for the answers of the file told in its own order, and in random orders.

How it is counted. An *answer* is one thing told: a number or a word at a question, each part of the work that is ticked where several
are asked for, and the few words that go with a choice are one more. Of the file's own order each key with a value (or a list of words)
is one. The headline has come with the answer after which the verdict is that of the whole file *and stays so* to the end of the
interview. Questions that were answered with "I don't know" count as well.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import random
import statistics
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from involve_audit.facts.case import Case  # noqa: E402
from involve_audit.interview import NotUnderstood, Question, Sitting, answered, next_question  # noqa: E402
from involve_audit.judge.evaluation import evaluate  # noqa: E402
from involve_audit.judge.levels import means  # noqa: E402
from involve_audit.judge.verdict import quick_verdict  # noqa: E402
from involve_audit.load import Document, read, read_project  # noqa: E402
from involve_audit.project.fields import Told, at  # noqa: E402
from involve_audit.project.people import EITHER_ROLE, ROLES, role_at_least  # noqa: E402
from involve_audit.project.practice import STAGES, Listing, with_contributors  # noqa: E402
from involve_audit.rubric import shipped  # noqa: E402
from involve_audit.wording.messages import InputError  # noqa: E402
from involve_audit.yamlfile.editing import CannotInsert  # noqa: E402

DAY = dt.date(2026, 11, 29)
RUBRIC = shipped.load().rubric
MOST = 130
"""So many answers are given at most in one interview."""
DONT_KNOW = "I don't know"
LEVEL = 100 / 3
"""One level, in a principle that goes from 0 to 100."""


# --- a person who knows a whole file -----------------------------------------------------------------


def _first(by: tuple[str, ...] | None) -> str | None:
    """Of several who said something together, the first: the interview asks for one."""
    return by[0] if by else None


class Person:
    """Answers as somebody who knows what stands in a file, and nothing else."""

    def __init__(self, tree: dict[str, Any]) -> None:
        self.document = Document("whole.yaml", tree, [])
        self.project = read_project(self.document)
        self.case = Case(self.project, DAY)
        self.same: dict[tuple[Any, ...], tuple[Any, ...]] = {}
        """For an entry that was told in the interview: which one of the whole file it is."""
        self.told_rooms: set[str] = set()

    def at(self, *place: Any) -> Any:
        for n in range(len(place), 0, -1):
            if place[:n] in self.same:
                place = (*self.same[place[:n]], *place[n:])
                break
        here: Any = self.project
        for step in place:
            if isinstance(here, Listing) and isinstance(step, int):
                here = here.entries
            here = at(here, (step,))
        return here

    def span(self, stage: str) -> Any:
        """What is said of a part of the work: the highest role that is there, else what is planned."""
        spans = self.at("stages", stage) or ()
        there = [s for s in spans if self.case.in_place(s) is not False and s.role not in (None, "unknown")]
        found = there or [s for s in spans if s.role not in (None, "unknown")] or list(spans)
        return max(
            found, key=lambda s: (bool(s.source), -1 if (role := role_at_least(s.role)) is None else role), default=None
        )

    def answer(self, question: Question) -> tuple[str, int]:
        """What the person says, and how many things are told with it."""
        name, *rest = question.id.split(" ")
        special = getattr(self, f"_{name}", None)
        if special is not None:
            return special(question, rest) or (DONT_KNOW, 1)
        if question.kind in ("choice", "several"):
            return self._chosen(question) or (DONT_KNOW, 1)
        if question.kind == "source":
            return self._shows(question, rest) or (DONT_KNOW, 1)
        return self._value(question) or (DONT_KNOW, 1)

    def _value(self, question: Question) -> tuple[str, int] | None:
        told = self.at(*question.path)
        if told is None or told == "unknown":
            return None
        if isinstance(told, tuple):
            return ("; ".join(map(str, told)) or "none", max(1, len(told)))
        return str(getattr(told, "text", told)), 1

    def _chosen(self, question: Question) -> tuple[str, int] | None:
        """The choices whose answers stand in the whole file."""
        fits = []
        for choice in question.choices:
            place, value = choice.tells[0] if choice.tells else ((), None)
            if place and self._says(place, value):
                fits.append(choice)
        if not fits:
            return None
        if question.kind == "choice":
            return fits[0].word, 1
        return ", ".join(str(question.choices.index(c) + 1) for c in fits), len(fits)

    def _says(self, place: tuple[Any, ...], value: Any) -> bool:
        told = self.at(*place)
        if told is None:
            return False
        if isinstance(value, dict):
            return all(self._says((*place, k), v) for k, v in value.items())
        if isinstance(told, Listing):
            return value == "none" and told.complete == "yes" and not told.entries
        if isinstance(told, Told):
            words = {getattr(told, "answer", None), getattr(told, "status", None)}
            if value == "none":
                return "no" in words
            who = getattr(told, "who", None)
            return bool(who) and who[0] == value
        if isinstance(value, list) and isinstance(told, tuple):
            return all(v in told for v in value)
        if isinstance(told, tuple):
            return value in told if told else value == "none"
        if isinstance(told, dict):
            return not told and value == "none"
        return value in ([told], told)

    # --- the parts of the work

    def _where(self, question: Question, _: list[str]) -> tuple[str, int] | None:
        if self.at("stages", "answer") == "none":
            return "nowhere", 1
        found = []
        for number, choice in enumerate(question.choices, 1):
            span = self.span(choice.word)
            if span is not None and span.role not in (None, "none", "unknown") and self.case.in_place(span):
                found.append((-(role_at_least(span.role) or 0), number))
        most = sorted(found)[:3]
        return (", ".join(str(n) for _, n in sorted(most, key=lambda m: m[1])), len(most)) if most else None

    def _role(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        span = self.span(rest[0])
        if span is None:
            return ("none", 1) if self.at("stages", "complete") == "yes" or self.at("stages", rest[0]) == () else None
        words = [c.word for c in question.choices]
        if span.role in (None, "unknown"):
            return None
        if span.status == "planned" and "planned" in words:
            return "planned", 1
        if "already" in words and self.case.in_place(span):
            return "already", 1
        # Of two roles, where the question offers only one, the smaller is told for certain.
        role = str(span.role)
        return role if role in words else EITHER_ROLE.get(role, (role,))[0], 1

    def _status(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        span = self.span(rest[0])
        return (str(span.status), 1) if span is not None and span.status in [c.word for c in question.choices] else None

    def _roles(self, question: Question, _: list[str]) -> tuple[str, int] | None:
        """The part that people have in several parts of the work: the one with most say first, as who is asked for it would say it."""
        words = {c.word for c in question.choices}
        said: dict[str, list[int]] = {}
        for number, (place, _says) in enumerate(question.targets, 1):
            alone = replace(question, id=f"role {place[1]}", targets=(question.targets[number - 1],))
            told = self._role(alone, [str(place[1])])
            if told is not None and told[0] in words:
                said.setdefault(told[0], []).append(number)
        return self._for_some(question, said, key=lambda w: ROLES.index(w) if w in ROLES else 0.5)

    def _budget(self, question: Question, _: list[str]) -> tuple[str, int] | None:
        if not question.targets:
            return self._chosen(question)
        said: dict[str, list[int]] = {}
        for number, (place, _says) in enumerate(question.targets, 1):
            held = " and ".join(getattr(self.span(str(place[1])), "budget_held_by", None) or ())
            if held in {c.word for c in question.choices}:
                said.setdefault(held, []).append(number)
        return self._for_some(question, said, key=lambda w: len(said[w]))

    @staticmethod
    def _for_some(question: Question, said: dict[str, list[int]], key: Any) -> tuple[str, int] | None:
        """One of the answers, for the parts of which it is true; each part that has to be named is an answer."""
        if not said:
            return None
        word = max(said, key=key)
        numbers = said[word]
        if len(numbers) == len(question.targets):
            return word, 1
        return f"{word} for {', '.join(map(str, numbers))}", max(1, len(numbers))

    def _shows(self, question: Question, _: list[str]) -> tuple[str, int] | None:
        named: dict[str, list[int]] = {}
        for number, (place, _says) in enumerate(question.targets, 1):
            part = self.span(str(place[1])) if place[0] == "stages" else self.at(*place)
            source = getattr(part, "source", None)
            if source:
                named.setdefault(source[0], []).append(number)
        if not named:
            return None
        source, numbers = max(named.items(), key=lambda n: len(n[1]))
        word = source if source in [c.word for c in question.choices] else f"the source {source}"
        if len(numbers) == len(question.targets):
            return word, 1
        return f"{word} for {', '.join(map(str, numbers))}", len(numbers)

    # --- groups, decisions, what people said

    def _room(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        if rest and rest[-1] == "where":
            room = self.same.get(("rooms", rest[0]), ("", ""))[1]
            found = [
                str(n)
                for n, c in enumerate(question.choices, 1)
                if c.word != "none" and any(room in (s.rooms or ()) for s in self.at("stages", c.word) or ())
            ]
            return (", ".join(found), len(found)) if found else ("none", 1)
        if rest and rest[0] != "another":
            if question.kind == "count":
                return self._value(question)
            return self._chosen(question)
        rooms = {
            name: room
            for name, room in (self.project.rooms or {}).items()
            if name not in self.told_rooms
            and self.case.in_place(room)
            and not (room.contributors and room.contributors.high == 0)
        }
        if not rooms:
            return (
                ("no", 1)
                if self.project.rooms == {} or (self.told_rooms and self.at("power", "all_rooms_told") == "yes")
                else None
            )

        def say(name: str) -> tuple[Any, ...]:
            room = rooms[name]
            linked = sum(
                name in (s.rooms or ())
                for st in vars(self.project.stages or Told()).values()
                if isinstance(st, tuple)
                for s in st
                if not isinstance(s, str)
            )
            return (
                room.power == "decides",
                room.votes in ("equal", "some"),
                bool(room.contributors and room.contributors.low),
                linked,
                bool(room.source),
            )

        best = max(rooms, key=say)
        self.told_rooms.add(best)
        from involve_audit.interview.answer_reading import free_name

        self.same["rooms", free_name(best, {str(k[1]) for k in self.same if k[0] == "rooms"})] = ("rooms", best)
        return f"yes: {best}", 2

    def _group(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        for choice in question.choices:
            room = self.same.get(("rooms", choice.word), ("", ""))[1]
            if any(room in (s.rooms or ()) for s in self.at("stages", rest[0]) or ()):
                return choice.word, 1
        return "another", 1

    def _decision(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        if rest[0].isdigit():
            told = self.at(*question.unknown[0][0])
            other = rest[1] == "about" and told not in (None, "unknown")
            return self._chosen(question) or (("wording" if told == "leaflets" else "other", 1) if other else None)
        new = next(((*place,) for c in question.choices for place, _ in c.tells), None)
        wanted = next(
            (v["decided_by"] for c in question.choices for _, v in c.tells if isinstance(v, dict)), "together"
        )
        found = [
            (d.decided_by == (wanted,), d.became == "done", bool(d.source), -n, d)
            for n, d in enumerate(self.case.entries("power.decisions") or ())
            if rest[0] in (d.stage or ()) and with_contributors(d.decided_by)
        ]
        if not found or new is None:
            return None
        best = max(found, key=lambda f: f[:4])
        self.same[new] = ("power", "decisions", "entries", -best[3])
        became = best[4].became if best[4].became in {c.word for c in question.choices} else "untold"
        return f"{became}: {best[4].what}", 2

    def _heard(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        if rest:
            place = self.same.get(question.unknown[0][0][:-1])
            one = self.at(*place) if place else None
            by = _first(getattr(one, "said_by", None) or getattr(one, "by", None))
            return (by if by in {c.word for c in question.choices} else "outside the team", 1) if by else None
        words = [
            (h.answer, _first(h.said_by), ("influence", "heard", n))
            for n, h in enumerate(self.at("influence", "heard") or ())
        ]
        words += [
            (f.heard, _first(f.by), ("findings", "entries", n))
            for n, f in enumerate(self.case.entries("findings") or ())
        ]
        order = {"no": 0, "split": 1, "yes": 2}
        for answer, by, place in sorted(
            (w for w in words if w[0] in order), key=lambda w: order[w[0]] if len(words) < 2 else -w[2][-1]
        ):
            of_people = {"yes": "they say yes", "no": "they say no", "split": "split"}
            word = (
                of_people.get(answer)
                if by in ("contributors", "together")
                else {("yes", "team"): "team says yes"}.get((answer, by))
            )
            word = word or ("others say no" if answer == "no" else None)
            if word:
                self.same["influence", "heard", 0] = place
                return word, 1
        return None

    def _owner(self, question: Question, _: list[str]) -> tuple[str, int] | None:
        if not question.targets:
            return self._value(question)
        named: dict[str, list[int]] = {}
        for number, (place, _says) in enumerate(question.targets, 1):
            owner = getattr(self.span(str(place[1])), "owner", None)
            if owner:
                named.setdefault(owner, []).append(number)
        if not named:
            return None
        owner, numbers = max(named.items(), key=lambda n: len(n[1]))
        return (owner if len(numbers) == len(question.targets) else f"{owner} for {', '.join(map(str, numbers))}"), 1

    def _harm(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        if rest and rest[0].isdigit():
            return self._chosen(question)
        if rest:
            listed = self.at("care", "harm")
            return ("no", 1) if listed is not None and listed.complete == "yes" and len(listed.entries) == 1 else None
        harm = self.at("care", "harm")
        if harm is None or (not harm.entries and harm.complete != "yes"):
            return None
        if not harm.entries:
            return "no", 1
        one = harm.entries[0]
        word = {"used otherwise than agreed": "used otherwise", "agreement undone": "undone"}.get(
            one.kind or "", "harm"
        )
        if word == "harm" and one.to == "people served":
            word = "served"
        self.same["care", "harm", "entries", 0] = ("care", "harm", "entries", 0)
        return f"{word}: {one.what}", 2

    def _ended(self, _question: Question, _: list[str]) -> tuple[str, int] | None:
        ended = self.at("power", "ended")
        for name, room in (self.project.rooms or {}).items():
            if room.replaced == "yes" and room.replaced_agreed == "no":
                return f"team: {name}", 2
        if ended is None:
            return None
        if not ended.entries:
            return ("no", 1) if ended.complete == "yes" else None
        one = ended.entries[0]
        word = (
            "agreed" if one.agreed == "yes" else one.by if one.by in ("team", "above") and one.agreed == "no" else None
        )
        return (f"{word}: {one.what}", 2) if word else None

    def _overruled(self, _question: Question, _: list[str]) -> tuple[str, int] | None:
        listed = self.at("power", "decisions")
        if listed is None:
            return None
        if not listed.entries:
            return ("no", 1) if listed.complete == "yes" else None
        for one in listed.entries:
            if (
                (one.announced_as or "").startswith("binding")
                and one.became == "set aside"
                and one.set_aside_by in (("team",), ("above",))
            ):
                return f"{one.set_aside_by[0]}: {one.what}", 2
        return None

    def _said(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        if rest:
            return self._value(question)
        log = self.at("influence", "log")
        if log is None:
            return None
        if not log.entries:
            return ("nothing", 1) if log.complete == "yes" else None
        for n, one in enumerate(log.entries):
            if one.by == "contributors" and one.said and one.answer in [c.word for c in question.choices]:
                self.same["influence", "log", "entries", 0] = ("influence", "log", "entries", n)
                return f"{one.answer}: {one.said}", 2
        return None

    def _views(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        if rest:
            return self._value(question)
        views = self.at("views")
        if views is None:
            return None
        if not views.entries:
            return ("no", 1) if views.complete == "yes" else None
        for n, one in enumerate(views.entries):
            if one.of == "contributors":
                self.same["views", "entries", 0] = ("views", "entries", n)
                word = {"outside the team": "outside", "contributors": "contributors"}.get(one.collected_by or "")
                return word or ("anonymous" if one.anonymous == "yes" else "team"), 1
        return None

    def _found(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        if rest:
            return self._chosen(question)
        listed = self.at("findings")
        if listed is None or (not listed.entries and listed.complete != "yes"):
            return None
        for n, one in enumerate(listed.entries or ()):
            if _first(one.by) in ("inquiry", "court", "regulator", "evaluation", "outside the team"):
                self.same["findings", "entries", 0] = ("findings", "entries", n)
                return (
                    f"{ {'yes': 'heard', 'no': 'not heard', 'split': 'split'}.get(one.heard or '', 'something else') }: {one.says or 'x'}",
                    2,
                )
        return ("no", 1) if listed.complete == "yes" else None

    def _promised(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        if rest:
            return self._chosen(question)
        promises = self.at("project", "promises")
        if promises is None:
            return None
        if not promises:
            return "no", 1
        self.same["project", "promises", 0] = ("project", "promises", 0)
        words = [c.word for c in question.choices]
        word = {"yes": "kept", "no": "broken", "partly": "partly"}.get(promises[0].kept or "", "open")
        return f"{word if word in words else 'yes'}: {promises[0].what}", 2

    def _organisation(self, question: Question, rest: list[str]) -> tuple[str, int] | None:
        if rest:
            return self._chosen(question)
        there = self.at("organisations")
        if there is None:
            return None
        from involve_audit.interview.answer_reading import free_name

        for name, one in there.items():
            if one.governed_by == "people affected" and {"runs", "partner"} & set(one.does or ()):
                self.same["organisations", free_name(name, ())] = ("organisations", name)
                return f"{'runs' if 'runs' in one.does else 'partner'}: {name}", 2
        return "no", 1

    def _support(self, _question: Question, _: list[str]) -> tuple[str, int] | None:
        support, plan = self.at("care", "support"), self.at("care", "plan")
        if self.case.in_place(support) or (support is not None and support.status == "planned"):
            times = [w for w in ("before", "during", "after") if getattr(support, w) == "yes"]
            if times:
                return ("throughout" if len(times) == 3 else times[-1] if times[-1] != "before" else "during"), 1
        if self.case.in_place(plan) and plan.distress_steps == "yes":
            return "plan", 1
        return ("nobody", 1) if support is not None and support.answer == "no" else None

    def _posts(self, question: Question, _: list[str]) -> tuple[str, int] | None:
        posts = self.at("power", "leadership")
        if posts == ():
            return "no", 1
        for post in posts or ():
            word = post.role if post.role in [c.word for c in question.choices] else "other"
            return f"{word}: {post.people.text if post.people else 'some'}", 2
        return None


# --- what is measured ----------------------------------------------------------------------------------


@dataclass
class Course:
    """What became of one file, answer by answer."""

    answers: list[int] = field(default_factory=list)
    """How many answers had been given at each step."""
    verdicts: list[str] = field(default_factory=list)
    policies: list[Any] = field(default_factory=list)
    levels: list[tuple[tuple[float, float], ...]] = field(default_factory=list)

    def until(self, has_come: list[bool]) -> int | None:
        """The answers until something has come and stays; None where it never does."""
        last = next((n for n in range(len(has_come) - 1, -1, -1) if not has_come[n]), -1)
        return None if last == len(has_come) - 1 else self.answers[last + 1]


def state(tree: dict[str, Any]) -> tuple[str, Any, Any]:
    document = Document("x.yaml", tree, [])
    found = evaluate(document, read_project(document), RUBRIC, DAY)
    gates = {g.id: s for g, s, _ in found.gates if g.fails == "yes"}
    gates |= {
        "flags": str(sorted(f.id for f, _ in found.flags("error"))),
        "enough": str(found.outcome.id != "too little is known"),
    }
    levels = tuple(means([j for j in found.judged if j.criterion.principle == p.id]) for p in RUBRIC.principles)
    return found.outcome.id, gates, levels


def start_of(tree: dict[str, Any]) -> dict[str, Any]:
    head = tree.get("project") or {}
    return {"format": "1", "project": {k: head[k] for k in ("title", "phase", "called") if k in head} or {"title": "x"}}


def settled(text: str) -> bool:
    """Whether no further answer can change the verdict."""
    return len(Sitting(text, RUBRIC, DAY).judged.weighed.outcome.possible) == 1


def interview(tree: dict[str, Any], most: int, *, show: bool = False, headline: bool = False) -> tuple[Course, float]:
    """Ask a person who knows the whole file; where only the headline is looked for, until no answer can change it."""
    person, course = Person(tree), Course()
    from involve_audit.yamlfile.written import flow

    text = "".join(f"{k}: {flow(v)}\n" for k, v in start_of(tree).items())
    later: set[str] = set()
    given, slowest = 0, 0.0

    def note() -> None:
        verdict, policy, levels = state(read(text).tree)
        course.answers.append(given)
        course.verdicts.append(verdict)
        course.policies.append(policy)
        course.levels.append(levels)

    note()
    while given < most and not (headline and settled(text)):
        begun = time.perf_counter()
        question = next_question(text, RUBRIC, DAY, later=later)
        slowest = max(slowest, time.perf_counter() - begun)
        if question is None:
            break
        line, told = person.answer(question)
        try:
            new = answered(text, question, line)
        except (NotUnderstood, CannotInsert, InputError) as error:
            if show:
                print("   !!", question.id, repr(line), error)
            later.add(question.id)
            continue
        if new == text:
            later.add(question.id)
        text = new
        given += told
        note()
        if show:
            print(f"{given:4} {question.id:28} {line[:60]:60} -> {course.verdicts[-1]}")
    return course, slowest


def leaves(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[tuple[Any, ...], Any]]:
    """Every answer of a file, in its order."""
    if isinstance(value, dict):
        return [leaf for k, v in value.items() for leaf in leaves(v, (*place, k))]
    if isinstance(value, list) and any(isinstance(v, dict) for v in value):
        return [leaf for n, v in enumerate(value) for leaf in leaves(v, (*place, n))]
    return [(place, value)]


def built(told: list[tuple[tuple[Any, ...], Any]]) -> Any:
    """A file that tells only these answers."""
    tree: dict[Any, Any] = {}
    for place, value in told:
        here = tree
        for step in place[:-1]:
            here = here.setdefault(step, {})
        here[place[-1]] = value

    def real(node: Any) -> Any:
        if isinstance(node, dict):
            if node and all(isinstance(k, int) for k in node):
                return [real(node[k]) for k in sorted(node)]
            return {k: real(v) for k, v in node.items()}
        return node

    return real(tree)


def in_an_order(tree: dict[str, Any], order: list[tuple[tuple[Any, ...], Any]], final: str) -> int | None:
    """How many answers of the file are told until the verdict is that of the whole file, and stays so."""
    start = leaves(start_of(tree))
    known = {place for place, _ in start}
    rest = [leaf for leaf in order if leaf[0] not in known]

    def verdict(number: int) -> str | None:
        told = built([*start, *rest[:number]])
        document = Document("x.yaml", told, [])
        try:
            project = read_project(document)
        except InputError:
            return None
        return quick_verdict(Case(project, DAY), RUBRIC).outcome.id

    last = len(rest)
    # Backwards: the end of a file is soon found not to matter. What cannot be read says nothing either way.
    for number in range(len(rest), -1, -1):
        found = verdict(number)
        if found is not None and found != final:
            return last
        if found is not None:
            last = number
    return last


def made(number: int) -> list[tuple[str, dict[str, Any]]]:
    """Files made by chance from the declarations of the model, with the values of the generator of the tests."""
    from projects import KINDS

    from involve_audit.project.fields import annotation, without_none
    from involve_audit.project.model import Project

    names = {"source": "s1", "rooms": ["r1"], "organisations": ["o1"], "room": "r1", "called": "co-production"}
    never = {
        "note",
        "disputed",
        "answer",
        "work_has",
        "until",
        "claims",
        "organisations",
        "findings",
        "sealed",
        "complete",
        "basis_of",
    }
    status = ["done", "ongoing", "done", "ongoing", "planned"]

    def value(kind: Any, chance: random.Random, share: float) -> Any:
        origin = get_origin(kind)
        if kind is str:
            return "words"
        if isinstance(kind, type) and issubclass(kind, Told):
            return part(kind, chance, share)
        if origin is Annotated:
            inner = kind.__origin__
            if get_origin(inner) is Literal:
                return chance.choice(get_args(inner))
            return chance.choice([v for v in KINDS[inner.__name__] if v not in ("unknown", "yes", "no")])
        if origin is Literal:
            return chance.choice([w for w in get_args(kind) if w != "unknown"])
        if origin is tuple:
            return [value(get_args(kind)[0], chance, share) for _ in range(chance.choice([1, 1, 2]))]
        of_key, of_value = get_args(kind)
        keys = [k for k in get_args(of_key) if chance.random() < share] if get_origin(of_key) is Literal else ["s1"]
        return {k: value(without_none(of_value), chance, share) for k in keys}

    def part(cls: type[Told], chance: random.Random, share: float) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name in cls.questions:
            needed = (
                name in cls.needed
                or name in cls.one_of
                or name == "entries"
                or (name == "role" and cls.__name__ == "Stage")
            )
            if name in never or not (needed or name == "status" or chance.random() < share):
                continue
            made[name] = names.get(name) or (
                chance.choice(status) if name == "status" else value(annotation(cls, name), chance, share)
            )
        return made

    found: list[tuple[str, dict[str, Any]]] = []
    kinds: dict[str, int] = {}
    for n in range(number * 40):
        if len(found) >= number:
            break
        chance = random.Random(n)  # noqa: S311
        share = chance.choice([0.3, 0.5, 0.8])
        tree = {"format": "1", **part(Project, chance, share)}
        tree["project"] = {
            "title": "made", "phase": chance.choice(["running", "running", "finished", "applying"]), "topic_sensitive": chance.choice(["yes", "no"]),
            "called": chance.choice(["co-production", "consultation", "involvement", "none"]),
        }  # fmt: skip
        tree["sources"] = {"s1": {"kind": "minutes"}}
        tree["rooms"] = {"r1": part(annotation_of_room(), chance, share)}
        tree["stages"] = {k: v[0] for k, v in tree.get("stages", {}).items() if k in STAGES}
        if chance.random() < 0.85:
            # Harm is rare; by chance alone, trust would be broken in nearly all of them.
            tree.get("care", {}).pop("harm", None)
        try:
            verdict, _, _ = state(tree)
        except InputError:
            continue
        # As many of each verdict as there are: a file on which nothing can be said ends where it began.
        if verdict != "too little is known" and kinds.get(verdict, 0) < max(2, number // 5):
            kinds[verdict] = kinds.get(verdict, 0) + 1
            found.append((f"made {n} ({verdict})", tree))
    return found


def annotation_of_room() -> type[Told]:
    from involve_audit.project.people import Room

    return Room


def summary(says: str, numbers: list[int | None]) -> str:
    """Median and 90th percentile; what never came counts as the largest number of all."""
    if not numbers:
        return f"{says:<44} not measured"
    come = sorted(float("inf") if n is None else n for n in numbers)
    ninety = come[math.ceil(0.9 * len(come)) - 1]
    never = f"; never in {numbers.count(None)} of {len(numbers)}" if None in numbers else ""
    return f"{says:<48} median {statistics.median(come):5.1f}   90th percentile {ninety:5.1f}{never}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--generated", type=int, default=0, help="so many files made by chance as well")
    parser.add_argument("--show", action="store_true", help="print each answer")
    parser.add_argument(
        "--orders", type=int, default=3, help="so many random orders of each file; 0 leaves other orders out"
    )
    parser.add_argument("--most", type=int, default=MOST, help="stop an interview after so many answers")
    parser.add_argument(
        "--headline",
        action="store_true",
        help="count only the headline: an interview ends when no answer can change it",
    )
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    paths = [Path(f) for f in options.files] or sorted(ROOT.glob("examples/*/project.yaml"))
    groups = {"examples": [(p.parent.name, read(p.read_bytes(), str(p)).tree) for p in paths]} if paths else {}
    if options.generated:
        groups["made files"] = made(options.generated)
    for group, files in groups.items():
        headline, policy, levels, own, mixed, slow = [], [], [], [], [], []
        for name, tree in files:
            final, gates, ends = state(tree)
            if options.show:
                print(f"--- {name}: {final}")
            course, slowest = interview(tree, options.most, show=options.show, headline=options.headline)
            came = course.until([v == final for v in course.verdicts])
            held = course.until([p == gates for p in course.policies])
            near = course.until([
                all(abs(a - b) <= LEVEL for one, other in zip(found, ends, strict=True) for a, b in zip(one, other, strict=True))
                for found in course.levels
            ])  # fmt: skip
            order = leaves(tree)
            filed = in_an_order(tree, order, final) if options.orders else None
            shuffled = []
            for n in range(options.orders):
                any_order = list(order)
                random.Random(n).shuffle(any_order)  # noqa: S311
                shuffled.append(in_an_order(tree, any_order, final))
            headline.append(came)
            policy.append(held)
            levels.append(near)
            own += [filed] if options.orders else []
            mixed += shuffled
            slow.append(slowest)
            print(
                f"{name[:44]:<44} headline {came}, policy {held}, levels {near}; own order {filed}, random {shuffled}; slowest {slowest:.2f} s",
                flush=True,
            )
        print(f"\n{group}: {len(files)} files")
        print(summary("answers until the headline", headline))
        if not options.headline:
            print(summary("answers until the policy is decided", policy))
            print(summary("answers until all principles are within a level", levels))
        print(summary("the headline, in the order of the file", own))
        print(summary("the headline, in random order", mixed))
        print(f"slowest question: {max(slow):.2f} s\n")


if __name__ == "__main__":
    main()
