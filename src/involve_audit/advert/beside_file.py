"""What an advert promises, beside what the project file tells.

Three outcomes for each promise: the file says something else (with the lines that say so), the file carries it,
or the file does not tell. Lists that may go on can carry a promise, and contradict one only where an entry is about
the very thing, or where the list says that it is complete.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from involve_audit.advert.findings import FileLine
from involve_audit.facts.case import Case
from involve_audit.facts.deciders import deciders
from involve_audit.project.people import EITHER_ROLE, ROLES, VOTING
from involve_audit.project.practice import PLANNING, STAGES, anybody, those_in_power, with_contributors
from involve_audit.project.values import truth
from involve_audit.wording.file_words import plain
from involve_audit.wording.messages import shown

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from involve_audit.facts.answers import Path
    from involve_audit.load import Document
    from involve_audit.project.model import Project
    from involve_audit.project.people import Stage
    from involve_audit.project.power import Decision

_ABOUT = {
    "priorities": r"\bpriorit\w+|\bresearch questions?\b|\bagenda\b|\btopics?\b|\bwhat (?:we|to|is) (?:study|research|studied|researched)\b",
    "design": (
        r"\bdesign\w*|\bprotocol\b|\bquestionnaires?\b|\boutcomes?\b|\bmethods?\b|\bplan(?:s|ning)? (?:of )?(?:the |our |this )?"
        r"(?:study|trial|research|project|service)\b"
    ),
    "funding": r"\bbudget\b|\bbids?\b|\bfunding\b|\bmoney\b|\bgrants?\b|\bapplications? for funding\b",
    "governance": r"\bsteering (?:group|committee)\b|\bgovern\w*|\boversight\b|\boversee\w*|\bboard\b|\bhow the (?:project|study|service|clinic) is run\b",
    "delivery": r"\brecruit\w*|\binterview (?:people|others|patients)\b|\bcollect(?:ing)? (?:the )?data\b|\bhold(?:ing)? interviews\b|\bdeliver(?:ing)? (?:the |our )?(?:study|project|sessions|training|workshops)\b",
    "analysis": r"\banaly[sz]\w+|\banalysis\b|\binterpret(?:ing|ation|s)? (?:the |our )?(?:results|findings|data|interviews)\b|\bmake sense of\b|\bwhat the (?:results|findings|data|interviews) mean\b",
    "sharing": r"\bshar(?:e|ing) (?:the |our )?(?:results|findings)\b|\bpublish\w*|\bpublication\b|\bconferences?\b",
    "implementation": r"\bput(?:ting)? (?:\w+ )?into practice\b|\bimplement\w*|\broll(?:ed|ing)? out\b|\buse of (?:the )?results\b",
}
"""Which part of the work a sentence speaks of. A sentence that names none speaks of the whole."""
_STAGES_ABOUT = {stage: re.compile(pattern, re.IGNORECASE) for stage, pattern in _ABOUT.items()}


@dataclass(frozen=True)
class FileSays:
    """What the file says of one promise.

    Attributes:
        against: the lines that say something else.
        carried: whether the file tells what carries the promise.
        because: in a few words, what the lines against it come to.
    """

    against: tuple[FileLine, ...] = ()
    carried: bool = False
    because: str = ""


@dataclass
class _Weighing:
    """What has been found for one promise so far."""

    against: dict[FileLine, None] = field(default_factory=dict)
    because: list[str] = field(default_factory=list)
    carried: bool = False

    def object_to(self, because: str, *lines: FileLine) -> None:
        if because not in self.because:
            self.because.append(because)
        self.against.update(dict.fromkeys(lines))

    def answer(self) -> FileSays:
        return FileSays(tuple(self.against), self.carried, "; ".join(self.because))


def stages_of(text: str) -> tuple[str, ...]:
    """The parts of the work that a sentence speaks of; none where it speaks of the whole."""
    return tuple(stage for stage, pattern in _STAGES_ABOUT.items() if pattern.search(text))


class Against:
    """A project file as a promise is held against it.

    Args:
        document: the file, for its lines.
        project: what it tells.
        date: the day of the advert; what is dated later has not happened.
    """

    def __init__(self, document: Document, project: Project, date: dt.date) -> None:
        self.document = document
        self.case = Case(project, date)
        self.project = self.case.project
        self.date = date

    # --- lines --------------------------------------------------------------------------------------------

    def line(self, *path: str | int) -> FileLine:
        """A line of the file, as a finding quotes it."""
        kept = self.document.true_path(path)
        return FileLine(shown(kept), self.document.at(path)[0], self.document.says(path))

    def told(self, *paths: str) -> tuple[FileLine, ...]:
        """The first of some places that the file tells."""
        path = self._first(paths)
        return () if path is None else (self.line(*path.split(".")),)

    def is_none(self, *paths: str) -> bool:
        """Whether the first of some places that the file tells says that there is none."""
        path = self._first(paths)
        there = None if path is None else self.part(path)
        return (
            there in ((), "none", "no")
            or getattr(there, "answer", None) in ("no", "none")
            or getattr(there, "entries", None) == ()
        )

    def _first(self, paths: tuple[str, ...]) -> str | None:
        for path in paths:
            steps: Path = tuple(path.split("."))
            if self.part(path) not in (None, "unknown") and self.document.true_path(steps) == steps:
                return path
        return None

    def part(self, path: str) -> Any:
        """What the file tells at a place."""
        return self.case.at(path)

    def absent(self, path: str) -> bool:
        """Whether the file says that there is no such practice."""
        return getattr(self.part(path), "answer", None) == "no"

    # --- promises -----------------------------------------------------------------------------------------

    def answer(self, rule: str, role: str, text: str) -> FileSays:
        """What the file says of a promise."""
        weighing = _Weighing()
        if role:
            self.say(weighing, rule, role, text)
            self.limits_touched(weighing, text)
        else:
            getattr(self, rule.removeprefix("promise-"))(weighing, text.lower())
        return weighing.answer()

    def say(self, weighing: _Weighing, rule: str, role: str, text: str) -> None:
        """A say: roles by stage decide; where they tell nothing, decisions, rooms and who has the final say."""
        stages = stages_of(text)
        needed = ROLES.index(role)
        open_ = self.roles(weighing, needed, stages)
        if needed >= ROLES.index("decided together"):
            if open_:
                self.deciders(weighing, stages)
            self.decisions_touched(weighing, text)
            if rule == "promise-partnership":
                self.pay_of_partners(weighing)
        self.locked(weighing, stages)
        advert = self.part("honesty.advert")
        if advert is not None and advert.promises_influence == "no":
            weighing.object_to(
                "the file says that the advert promises no say", self.line("honesty", "advert", "promises_influence")
            )

    def roles(self, weighing: _Weighing, needed: int, stages: tuple[str, ...]) -> bool:
        """The roles told; gives whether they leave it open."""
        told = self.project.stages
        if told is None:
            return True
        if told.answer == "none":
            weighing.object_to("nobody is involved anywhere", self.line("stages"))
            return False
        complete = told.complete == "yes"
        best: dict[str, tuple[int, FileLine] | None] = {stage: self.best(stage) for stage in stages or STAGES}
        found = {stage: one for stage, one in best.items() if one is not None}
        if any(level >= needed for level, _ in found.values()):
            weighing.carried = True
            return False
        unsure = [
            s
            for s in best
            if s not in found and (told.spans(s) is not None or not self.surely_nobody(s, complete=complete))
        ]
        if unsure or not (found or complete or told.work_has):
            return True
        lines = [line for _, (_, line) in sorted(found.items(), key=lambda item: -item[1][0])][:3]
        if not lines or (stages and len(found) < len(stages)):
            lines.append(self.line("stages", "complete" if complete else "work_has"))
        highest = ROLES[max((level for level, _ in found.values()), default=0)]
        where = f" in {' and '.join(stages)}" if stages else ""
        weighing.object_to(
            f"the highest role told{where} is '{highest}', and '{ROLES[needed]}' would be needed", *lines
        )
        return False

    def surely_nobody(self, stage: str, *, complete: bool) -> bool:
        """Whether a stage that the file does not list involves nobody, or is no part of the work."""
        told = self.project.stages
        has = told.work_has if told is not None else None
        return complete or (has is not None and stage not in has)

    def best(self, stage: str) -> tuple[int, FileLine] | None:
        """The highest role of a stage that has not ended; None where a span leaves it open, or nothing is told."""
        spans = self.case.stage(stage)
        if spans is None:
            return None
        roles: list[tuple[int, FileLine]] = []
        for n, span in enumerate(spans):
            if span.status == "stopped" or (len(spans) > 1 and self.ended(span)):
                continue
            if span.role in (None, "unknown", *EITHER_ROLE):
                return None
            roles.append((ROLES.index(span.role), self.line("stages", stage, n, "role")))
        if not spans:
            return 0, self.line("stages", stage)
        return max(roles, key=lambda one: one[0]) if roles else None

    def ended(self, span: Stage) -> bool:
        """Whether a span of a stage was over by the day of the advert."""
        until = span.until or span.when
        return span.status in ("done", None) and until is not None and until.last is not None and until.last < self.date

    def deciders(self, weighing: _Weighing, stages: tuple[str, ...]) -> None:
        """Who decides, where no stage tells."""
        entries = list(enumerate(self.case.entries("power.decisions") or ()))
        # A decision that tells no stage may be about this one: it can carry a promise, and contradicts none.
        if any(
            with_contributors(deciders(self.case, d)) and d.became != "set aside"
            for _, d in entries
            if not stages or d.stage is None or not set(stages).isdisjoint(d.stage)
        ):
            weighing.carried = True
            return
        about = [(n, d) for n, d in entries if not stages or not set(stages).isdisjoint(d.stage or ())]
        undecided = any(not anybody(deciders(self.case, d)) or (stages and d.stage is None) for _, d in entries)
        if self.case.complete("power.decisions") and not undecided:
            for n, decision in about:
                self.object_to_decision(weighing, n, decision)
        self.rooms(weighing)
        last = self.case.final_say
        if last and last <= {"team", "above", "outside the team"}:
            names = {"team": "the team", "above": "those above the team", "outside the team": "others outside the team"}
            who = " and ".join(names[w] for w in names if w in last) + (" has" if last == {"team"} else " have")
            weighing.object_to(f"{who} the final say", self.line("power", "final_say"))
        elif last and last <= {"contributors", "together"}:
            weighing.carried = True

    def object_to_decision(self, weighing: _Weighing, n: int, decision: Decision) -> None:
        """A decision that contributors did not take, or that did not hold."""
        if decision.became == "set aside" and those_in_power(decision.set_aside_by):
            weighing.object_to("a decision was set aside", self.line("power", "decisions", "entries", n, "became"))
        elif those_in_power(deciders(self.case, decision)):
            weighing.object_to(
                "others take the decisions that the file tells of",
                self.line("power", "decisions", "entries", n, "decided_by"),
            )

    def decisions_touched(self, weighing: _Weighing, text: str) -> None:
        """Decisions about the very thing that the sentence offers."""
        for n, decision in enumerate(self.case.entries("power.decisions") or ()):
            if alike(plain(decision.what), text, share=0.5, least=1):
                if decision.announced_as == "advice":
                    weighing.object_to(
                        "what people say of it was announced as advice",
                        self.line("power", "decisions", "entries", n, "announced_as"),
                    )
                self.object_to_decision(weighing, n, decision)

    def rooms(self, weighing: _Weighing) -> None:
        """Rooms in which contributors sit: whether one decides with their votes."""
        objections: list[tuple[str, FileLine]] = []
        for name, room in (self.project.rooms or {}).items():
            if room.power == "decides" and room.votes in VOTING:
                weighing.carried = True
                return
            if room.power in ("advises", "consulted", "informed"):
                objections.append(("the rooms that the file tells of do not decide", self.line("rooms", name, "power")))
            elif room.votes == "none":
                objections.append(("contributors have no vote", self.line("rooms", name, "votes")))
            else:
                return
        if self.part("power.all_rooms_told") == "yes":
            for because, line in objections:
                weighing.object_to(because, line)

    def pay_of_partners(self, weighing: _Weighing) -> None:
        """Partners of whom one side is paid."""
        pay = self.part("reward.pay")
        if pay is None or pay.unpaid_by_choice == "yes":
            return
        if pay.offered == "none" or pay.answer == "no":
            place = ("reward", "pay", "offered") if pay.offered == "none" else ("reward", "pay")
            lines = [self.line(*place)]
            if pay.staff_paid == "yes":
                lines.append(self.line("reward", "pay", "staff_paid"))
            weighing.object_to("contributors are not paid", *lines)

    def locked(self, weighing: _Weighing, stages: tuple[str, ...]) -> None:
        """A say in something that could no longer change."""
        timing = self.project.timing
        if timing is None or not set(stages) & set(PLANNING):
            return
        if self.case.happened(timing.design_locked) and truth(timing.design_reopened) is not True:
            weighing.object_to("the plan can no longer change", self.line("timing", "design_locked"))

    def limits_touched(self, weighing: _Weighing, text: str) -> None:
        """Limits that speak of the very thing that the sentence offers."""
        for n, limit in enumerate(self.limits()):
            if alike(limit, text, share=0.5, least=2):
                weighing.object_to("the file says that this cannot change", self.line("honesty", "limits", n, "what"))

    def limits(self) -> tuple[str, ...]:
        """What cannot change, in the words of the file."""
        honesty = self.project.honesty
        return tuple(plain(limit.what) for limit in (honesty.limits if honesty else None) or ())

    def change(self, weighing: _Weighing, _: str) -> None:
        """That something will change."""
        log = self.case.entries("influence.log") or ()
        kept = list(enumerate(log))
        if any(e.answer in ("taken up", "partly") for _, e in kept):
            weighing.carried = True
        for n, entry in kept:
            if entry.answer in ("refused", "unanswered"):
                weighing.object_to(
                    f"the file tells of something that people said and that was {entry.answer}",
                    self.line("influence", "log", "entries", n, "answer"),
                )
        for n, decision in enumerate(self.case.entries("power.decisions") or ()):
            if decision.became == "set aside":
                weighing.object_to("a decision was set aside", self.line("power", "decisions", "entries", n, "became"))
        if self.case.final_say == {"above"}:
            weighing.object_to("those above the team have the final say", self.line("power", "final_say"))

    def early(self, weighing: _Weighing, _: str) -> None:
        """That people are there from the beginning."""
        timing = self.project.timing
        if timing is None or timing.first_involved is None:
            return
        if timing.first_involved.happened is False:
            weighing.object_to("nobody has been involved so far", self.line("timing", "first_involved"))
        elif self.case.before(timing.design_locked, timing.first_involved) and self.case.happened(timing.design_locked):
            weighing.object_to(
                "people came in after the plan was fixed",
                self.line("timing", "design_locked"),
                self.line("timing", "first_involved"),
            )
        elif self.case.before(timing.first_involved, timing.design_locked):
            weighing.carried = True

    def throughout(self, weighing: _Weighing, _: str) -> None:
        """That people are there in every part."""
        stages = self.project.stages
        if stages is None:
            return
        if stages.answer == "none":
            weighing.object_to("nobody is involved anywhere", self.line("stages"))
            return
        parts = stages.work_has or STAGES
        complete = stages.complete == "yes"
        carried = 0
        for stage in parts:
            found = self.best(stage)
            if found is not None and found[0] <= ROLES.index("informed"):
                weighing.object_to(f"in {stage}, people are not asked", found[1])
            elif stages.spans(stage) is None and complete:
                weighing.object_to(
                    "parts of the work that the file does not list involve nobody", self.line("stages", "complete")
                )
            elif found is not None:
                carried += 1
        weighing.carried = carried == len(parts)

    def pay(self, weighing: _Weighing, text: str) -> None:
        """That people are paid, and how much."""
        pay = self.part("reward.pay")
        if pay is None:
            return
        if pay.offered == "none" or pay.answer == "no":
            weighing.object_to(
                "nobody is paid",
                self.line("reward", "pay", "offered") if pay.offered == "none" else self.line("reward", "pay"),
            )
        elif pay.offered == "some":
            weighing.object_to("only some are paid", self.line("reward", "pay", "offered"))
        elif pay.offered == "all":
            weighing.carried = True
        if pay.preparation == "unpaid" and re.search(r"\b(?:reading|preparation|preparing|all your time)\b", text):
            weighing.object_to("reading and preparing is not paid", self.line("reward", "pay", "preparation"))
        told, offered = _rate(pay.rate.text) if pay.rate is not None else None, _rate(text)
        if told and offered and told[1] == offered[1] and told[0] != offered[0]:
            weighing.object_to("the rate is another one", self.line("reward", "pay", "rate"))

    def expenses(self, weighing: _Weighing, text: str) -> None:
        """That nobody has costs of their own."""
        expenses = self.part("reward.expenses")
        if expenses is None:
            return
        if expenses.paid == "none" or expenses.answer == "no":
            place = ("reward", "expenses", "paid") if expenses.paid == "none" else ("reward", "expenses")
            weighing.object_to("expenses are not paid", self.line(*place))
        elif expenses.paid == "in arrears" and re.search(
            r"\b(?:in advance|up front|book|out of pocket|straight away|at once)\b", text
        ):
            weighing.object_to("people have to pay first", self.line("reward", "expenses", "paid"))
        elif expenses.paid in ("up front", "on the day", "in arrears"):
            weighing.carried = True
        if expenses.denied == "yes":
            weighing.object_to("expenses were refused to somebody", self.line("reward", "expenses", "denied"))
        if expenses.nobody_out_of_pocket == "no":
            weighing.object_to("somebody lost money", self.line("reward", "expenses", "nobody_out_of_pocket"))

    def support(self, weighing: _Weighing, _: str) -> None:
        """That people are safe and looked after."""
        for path, says in (
            ("care.support", "there is no support"),
            ("care.plan", "there is no plan for people's safety"),
        ):
            if self.absent(path):
                weighing.object_to(says, self.line(*path.split(".")))
        support = self.part("care.support")
        if support is None:
            return
        for when in ("before", "during", "after"):
            if getattr(support, when) == "no":
                weighing.object_to(f"there is no support {when}", self.line("care", "support", when))
        weighing.carried = self.case.in_place(support) is True or support.status == "planned"

    def everyone(self, weighing: _Weighing, _: str) -> None:
        """That anybody can take part."""
        for n, _group in enumerate(self.case.entries("voices.excluded") or ()):
            weighing.object_to("a group is left out on purpose", self.line("voices", "excluded", "entries", n, "group"))
        for n, limit in enumerate(self.case.entries("honesty.limits") or ()):
            if limit.excludes:
                weighing.object_to("a limit keeps a group out", self.line("honesty", "limits", n, "excludes"))

    def feedback(self, weighing: _Weighing, _: str) -> None:
        """That people hear what came of it."""
        feedback = self.part("influence.feedback")
        if feedback is None:
            return
        if feedback.answer == "no":
            weighing.object_to("people are not told what came of it", self.line("influence", "feedback"))
        elif feedback.share in ("none", "some"):
            weighing.object_to(
                f"people hear back after {feedback.share} of the occasions", self.line("influence", "feedback", "share")
            )
        else:
            weighing.carried = self.case.in_place(feedback) is True or feedback.status == "planned"

    def access(self, weighing: _Weighing, _: str) -> None:
        """That what people need will be there."""
        needs = self.part("access.needs")
        if needs is None:
            return
        if needs.answer == "no":
            weighing.object_to("nothing is done about what people need", self.line("access", "needs"))
        if needs.met in ("most", "some", "none"):
            weighing.object_to(f"so far {needs.met} of the needs were met", self.line("access", "needs", "met"))
        elif needs.met == "all":
            weighing.carried = True
        if needs.asked == "no":
            weighing.object_to("people are not asked what they need", self.line("access", "needs", "asked"))

    # --- the whole text -------------------------------------------------------------------------------------

    def limits_unsaid(self, limiting: list[str]) -> Iterator[FileLine]:
        """The limits of the file that no sentence of the advert says."""
        for n, limit in enumerate(self.limits()):
            if not any(alike(limit, text, share=1 / 3, least=1) for text in limiting):
                yield self.line("honesty", "limits", n, "what")

    def names(self) -> dict[str, FileLine]:
        """What the file says that the advert names."""
        advert = self.part("honesty.advert")
        told = (advert.names if advert is not None else None) or ()
        return {name: self.line("honesty", "advert", "names") for name in told}


_RATE = re.compile(
    r"([0-9]+(?:[.,][0-9]{1,2})?)\D{0,12}?(?:per|an?|each|/|every) ?(hour|half[- ]?day|day|session|meeting)\b",
    re.IGNORECASE,
)


def _rate(text: str) -> tuple[float, str] | None:
    """A rate of pay: amount and unit."""
    found = _RATE.search(text)
    return (float(found[1].replace(",", ".")), re.sub(r"[- ]", "", found[2].lower())) if found else None


_SMALL = frozenset(
    re.findall(
        "[a-z]+",
        """
the and for that this with from are was were which what who whom how can cannot not will would there their they them have has had only
into about more than our your you its his her any all some one two three four been being does must may might shall should could also
very when where why such these those then than too out off over under per each
""",
    )
)


def stems(text: str) -> frozenset[str]:
    """The words that carry meaning, without their endings."""
    found = (
        re.sub(r"(?:ations?|ings?|ments?|ies|ied|ers?|ed|es|s|e|y)$", "", w)
        for w in re.findall(r"[a-z]{3,}", text.lower())
        if w not in _SMALL
    )
    return frozenset(w for w in found if len(w) >= 3)


def alike(limit: str, text: str, *, share: float, least: int) -> bool:
    """Whether a text speaks of a limit: it has a share of the words that carry its meaning, and at least so many."""
    wanted = stems(limit)
    common = len(wanted & stems(text))
    return bool(wanted) and common >= min(least, len(wanted)) and common >= share * len(wanted)
