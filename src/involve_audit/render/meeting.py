"""The meeting pack: an hour with a group, from what to send out beforehand to what to bring back into the file.

At most five questions, each with what it is about, a time and somebody who begins; room to write; and who does what by when. It is
for people who take part and people who run the work alike, so it is in everyday words. Nobody is called a researcher in it: where
contributors run the work there may be none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.record import Record
from involve_audit.render import discussion, papers, words
from involve_audit.render import markdown as md

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.render.discussion import Topic
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit

AN_HOUR = 60
OPENING, ACTIONS, CLOSING = 6, 8, 4
"""Minutes for what stands around the questions."""
LEAST_OPEN = 6
"""So many minutes at least are for what nobody has asked: the questions of the group itself."""
LONGEST = 16
"""No question has more minutes than this: what is left is for the group's own."""
SUGGESTED = 2
"""So many actions are suggested; the others are for the group to write in."""
LONGEST_TITLE, LONGEST_ACTION = 14, 30
"""So many words of a title and of an action that is suggested stand here at most."""

ANSWERS = {
    "influence": "whoever knows what came of it",
    "reward": "whoever knows about the money",
    "care": "whoever looks after people",
    "power": "whoever can decide",
    "timing": "whoever knows the plan",
    "honesty": "whoever knows what was promised",
    "access": "whoever plans the meetings",
    "voices": "whoever invites people",
    "relationships": "whoever has been here longest",
}
"""Who should be there to answer, by the principle of the question."""
ANYBODY = "whoever knows most about it"


class Slot(Record):
    """A part of the hour.

    Attributes:
        begins: minutes from the start.
        minutes: how long it takes.
        what: what it is.
        who: who leads it, or answers.
        topic: the question, where it is one.
    """

    begins: int
    minutes: int
    what: str
    who: str
    topic: Topic | None = None

    @property
    def clock(self) -> str:
        """When it begins, from the start of the hour.

        >>> Slot(6, 7, "", "").clock
        '0:06'
        """
        return f"{self.begins // 60}:{self.begins % 60:02}"


def hour(audit: Audit) -> tuple[Slot, ...]:
    """The parts of the hour in their order; their minutes make sixty."""
    topics = discussion.discussion(audit)
    rest = AN_HOUR - OPENING - ACTIONS - CLOSING
    each = min(LONGEST, (rest - LEAST_OPEN) // len(topics))
    titles = {p.id: words.title_in_plain(p) for p in audit.principles}
    parts: list[tuple[int, str, str, Topic | None]] = [
        (OPENING, "Opening: who is here, and how we talk", "In the chair", None)
    ]
    for n, topic in enumerate(topics, 1):
        about = f": {titles[topic.principle]}" if topic.principle in titles else ""
        parts.append((each, f"Question {n}{about}", f"Answers: {ANSWERS.get(topic.principle, ANYBODY)}", topic))
    parts += [
        (rest - each * len(topics), "What did nobody ask?", "Whoever wishes", None),
        (ACTIONS, "What we will do", "Taking notes: reads out, others correct", None),
        (CLOSING, "Closing: a word from each, or none", "In the chair", None),
    ]
    at, slots = 0, []
    for minutes, what, who, about_what in parts:
        slots.append(Slot(at, minutes, what, who, about_what))
        at += minutes
    return tuple(slots)


def speaks_first(audit: Audit) -> str:
    """Who speaks first on a question: those who have least say."""
    if audit.verdict.id == "led by lived experience":
        return "somebody whom the work is for and who does not run it"
    return "somebody whom the work is about" if nobody_takes_part(audit) else "somebody who takes part"


def nobody_takes_part(audit: Audit) -> bool:
    """Whether the people for this hour must first be found."""
    return audit.verdict.id == "nobody involved"


_OFFERS = ("Everybody who", "Some who", "Nobody who", "The rate", "What it costs")


def money_says(audit: Audit) -> str:
    """What the file tells of pay now, for the letter; empty where it tells nothing, only plans, or nobody has come yet."""
    told = (t.says for t in audit.told if t.about == "pay" and t.says.startswith(_OFFERS))
    return "" if nobody_takes_part(audit) else " ".join(told)


def suggestions(audit: Audit) -> tuple[str, ...]:
    """Actions to begin with, the parts of the work in everyday words; the group strikes out what does not fit."""
    return tuple(_in_everyday_words(audit, one.does) for one in words.first_things(audit, SUGGESTED))


def _in_everyday_words(audit: Audit, says: str) -> str:
    for stage in audit.rung.stages:
        if stage.plain:
            plain = f"{stage.plain[0].lower()}{stage.plain[1:]}"
            says = re.sub(rf"\b(about|in|on) {re.escape(stage.title.lower())}\b", rf"\1 {plain}", says)
    return says


def places_say(slots: Sequence[Slot]) -> str:
    """Where the answers to the questions stand in the file, for whoever opens it."""
    topics = [slot.topic for slot in slots if slot.topic]
    found = [f"question {n}: {_place(topic)}" for n, topic in enumerate(topics, 1) if topic.lines]
    return f"Where the answers stand in the file: {'; '.join(found)}." if found else ""


def _place(topic: Topic) -> str:
    """The key of the file under which the answer to a question stands.

    >>> from involve_audit.results.audit import Evidence
    >>> _place(discussion.Topic("", "", "", (Evidence("reward.pay.offered", 3, 1, ""),)))
    'reward.pay'
    """
    return ".".join(part.partition("[")[0] for part in topic.lines[0].path.split(".")[:2])


def markdown(audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
    """The pack as Markdown; every other format is made from it."""
    import sys

    return md.tidied(
        papers.filled(
            "meeting.md", md.escape, audits=tuple(audits), problems=tuple(problems), pack=sys.modules[__name__]
        )
    )


PAPER = papers.Paper(markdown, css="meeting.css")
"""The pack, for every format that there is of it."""
