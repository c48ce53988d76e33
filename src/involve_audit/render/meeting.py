"""The meeting pack: an hour with a group, from what to send out beforehand to what to bring back into the file.

At most five questions, each with what it is about, a time and somebody who begins; room to write; and who does what by when. It is
for people who take part and people who run the work alike, so it is in everyday words. Nobody is called a researcher in it: where
contributors run the work there may be none.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import Record
from involve_audit.render import discussion, papers, words
from involve_audit.render.blocks import (
    Heading,
    PageDocument,
    Quote,
    code,
    items,
    paragraph,
    something,
    strong,
    table,
    text,
)
from involve_audit.render.unread import not_read
from involve_audit.wording.entry_words import CONTRADICTED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from involve_audit.render.blocks import Block
    from involve_audit.render.discussion import Topic
    from involve_audit.render.machine import NotAudited
    from involve_audit.results.audit import Audit

AN_HOUR = 60
OPENING, ACTIONS, CLOSING = 6, 8, 4
"""Minutes for what stands around the questions."""
LEAST_OPEN = 6
"""So many minutes at least are for what nobody has asked: the questions of the group itself."""
IN_TWOS = 2
"""So many minutes of each question are for talk in twos or threes, before all talk."""
LONGEST = 16
"""No question has more minutes than this: what is left is for the group's own."""
SUGGESTED = 2
"""So many actions are suggested; the others are for the group to write in."""
LONGEST_TITLE, LONGEST_ACTION = 14, 30
"""So many words of a title stand here at most, and of an action the sentences that have no more; its first one is never cut."""

ANSWERS = {
    "influence": _("whoever knows what came of it"),
    "reward": _("whoever knows about the money"),
    "care": _("whoever looks after people"),
    "power": _("whoever can decide"),
    "timing": _("whoever knows the plan"),
    "honesty": _("whoever knows what was promised"),
    "access": _("whoever plans the meetings"),
    "voices": _("whoever invites people"),
    "relationships": _("whoever has been here longest"),
}
"""Who should be there to answer, by the principle of the question."""
ANYBODY = _("whoever knows most about it")


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
        (OPENING, _("Opening: who is here, and how we talk"), _("In the chair"), None)
    ]
    for n, topic in enumerate(topics, 1):
        about = f": {titles[topic.principle]}" if topic.principle in titles else ""
        parts.append(
            (
                each,
                _("Question {number}{about}", number=n, about=about),
                _("Answers: {answers}", answers=ANSWERS.get(topic.principle, ANYBODY)),
                topic,
            )
        )
    parts += [
        (rest - each * len(topics), _("What did nobody ask?"), _("Whoever wishes"), None),
        (ACTIONS, _("What we will do"), _("Taking notes: reads out, others correct"), None),
        (CLOSING, _("Closing: a word from each, or none"), _("In the chair"), None),
    ]
    at, slots = 0, []
    for minutes, what, who, about_what in parts:
        slots.append(Slot(at, minutes, what, who, about_what))
        at += minutes
    return tuple(slots)


def speaks_first(audit: Audit) -> str:
    """Who speaks first on a question: those who have least say."""
    if audit.verdict.id == "led by lived experience":
        return _("somebody whom the work is for and who does not run it")
    return _("somebody whom the work is about") if nobody_takes_part(audit) else _("somebody who takes part")


def nobody_takes_part(audit: Audit) -> bool:
    """Whether the people for this hour must first be found."""
    return audit.verdict.id == "nobody involved"


_OFFERS = (
    _("Everybody who"), _("Some who"), _("Nobody who"), _("The rate"), _("Reading and getting ready"), _("What it costs"),
)  # fmt: skip


def money_says(audit: Audit) -> str:
    """What is told of pay at present, for the letter, as what is usual; empty where it tells nothing, only plans, or what is over.

    A letter that is sent out promises what stands in it: what was paid once is no offer for this hour. Where nothing is named that
    shows it, it is the word of those who run the work, and the letter says so.
    """
    offers = [
        t
        for t in audit.told
        if t.about == "pay" and t.at_present and t.says.startswith(_OFFERS) and CONTRADICTED not in t.says
    ]
    if not offers or nobody_takes_part(audit) or words.is_over(audit):
        return ""
    told = " ".join(t.says for t in offers)
    told = told[0].lower() + told[1:]
    return (
        _("Money, as usual: {told} If this hour is otherwise, we say so here: …………………", told=told)
        if all(t.shown for t in offers)
        else _(
            "Money, as usual, by the word of those who run the work: {told} If this hour is otherwise, we say so here: …………………",
            told=told,
        )
    )


def suggestions(audit: Audit) -> tuple[str, ...]:
    """Actions to begin with, the parts of the work in everyday words; the group strikes out what does not fit."""
    things = words.first_things(discussion.without_harm(audit), SUGGESTED)
    return tuple(_in_everyday_words(audit, one.does) for one in things)


def _in_everyday_words(audit: Audit, says: str) -> str:
    plain = {s.title.lower(): words.small(s.plain) for s in audit.rung.stages if s.plain}
    if not plain:
        return says
    one = "|".join(map(re.escape, plain))

    def in_words(found: re.Match[str]) -> str:
        parts = [plain[title] for title in re.findall(rf"\b(?:{one})\b", found[2])]
        # Parts among which there is a choice are all named so, and kept apart: their names hold commas.
        return f"{found[1]} {parts[0] if len(parts) == 1 else _('one of these ({parts})', parts='; '.join(parts))}"

    return re.sub(rf"\b({_('about|in|on')}) ((?:{one})(?:(?:, | {_('or')} | {_('and')} )(?:{one}))*)\b", in_words, says)


def places_say(slots: Sequence[Slot]) -> str:
    """Where the answers to the questions stand in the file, for whoever opens it."""
    topics = [slot.topic for slot in slots if slot.topic]
    found = [
        _("question {number}: {place}", number=n, place=_place(topic))
        for n, topic in enumerate(topics, 1)
        if topic.lines
    ]
    return _("Where the answers stand in the file: {found}.", found="; ".join(found)) if found else ""


def _place(topic: Topic) -> str:
    """The key of the file under which the answer to a question stands.

    >>> from involve_audit.results.audit import Evidence
    >>> _place(discussion.Topic("", "", "", (Evidence("reward.pay.offered", 3, 1, ""),)))
    'reward.pay'
    """
    return ".".join(part.partition("[")[0] for part in topic.lines[0].path.split(".")[:2])


# --- the paper -------------------------------------------------------------------------------------


def document(audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> PageDocument:
    """What the pack says."""
    page = papers.joined(
        audits,
        _of,
        several=_("An hour to talk, for each of several pieces of work"),
        nothing=_("There is nothing to talk over"),
    )
    return PageDocument(page.title, (*page.blocks, *not_read(problems, _("What could not be read"))))


def _of(audit: Audit) -> PageDocument:
    slots = hour(audit)
    title = words.few(words.titled(audit.project), LONGEST_TITLE)
    parts = (
        _begins(audit), _alone(audit), _timetable(slots), _roles(audit), _letter(audit, title), _questions(slots), _actions(audit),
        _returns(slots), _made_by(audit),
    )  # fmt: skip
    return PageDocument(_("An hour to talk: {title}", title=title), tuple(something(*chain.from_iterable(parts))))


def _begins(audit: Audit) -> Iterator[Block]:
    whom = (
        _("For people whom this work was about and people who ran it. The last that is told of it lies years back.")
        if words.is_only_long_past(audit)
        else _("For people whom this work was about and people who ran it. The work is over.")
        if words.is_over(audit)
        else _("For people who take part in this work and people who run it.")
    )
    yield paragraph(
        _(
            "{whom} It comes from what the file told on {day}. Strike out what does not fit.",
            whom=whom,
            day=words.day(audit.date),
        )
    )
    yield paragraph(strong(audit.project.stamp))
    if nobody_takes_part(audit) and words.is_over(audit):
        yield paragraph(
            strong(_("As far as the file tells, nobody took part, and the work is over.")),
            _(
                " So this hour is for those whom it was about: what should come of it, and what should be done in another way next time. Offer them money for it, and do not begin without them."
            ),
        )
    elif nobody_takes_part(audit):
        yield paragraph(
            strong(_("As far as the file tells, nobody takes part yet.")),
            _(
                " So this hour is for asking people in: invite at least two whom the work is about, offer them money for it, and do not begin without them."
            ),
        )


def _alone(audit: Audit) -> Iterator[Block]:
    """What only whoever prepares the hour reads, where harm is on record."""
    if says := discussion.harm_says(audit):
        yield Heading(2, text(_("Only for whoever prepares the hour")))
        yield paragraph(strong(says), _(" Take this part off before anybody else reads this page."))


def _timetable(slots: Sequence[Slot]) -> Iterator[Block]:
    yield Heading(2, text(_("The hour")))
    yield table((_("From"), _("Minutes"), _("What"), _("Who")), ((s.clock, _minutes(s), s.what, s.who) for s in slots))


def _minutes(slot: Slot) -> str:
    """How long a part takes; of a question first the minutes in twos or threes."""
    return f"{IN_TWOS} + {slot.minutes - IN_TWOS}" if slot.topic else str(slot.minutes)


def _roles(audit: Audit) -> Iterator[Block]:
    yield Heading(2, text(_("Who does what")))
    roles = {
        _("In the chair"): _(
            "somebody who does not lead the work. Sees that everybody can speak, also in writing, and nobody has to."
        ),
        _("Taking notes"): _(
            "somebody else who does not lead the work. Writes down people’s own words, and reads them out."
        ),
        _("Keeping time"): _("says when two minutes are left. A question may stay open."),
        _("There for people"): _("whom anybody can turn to before, during and after. Takes no other part."),
        _("First on each question"): _("{speaks_first}. Then whoever can answer it.", speaks_first=speaks_first(audit)),
        _("Leading the work"): _("listens first, answers last, and does not explain things away."),
        _("Everybody"): _("may bring somebody of their own choice, be silent, be upset, take a break or leave."),
    }
    yield from items(text(strong(f"{role}:"), f" {does}") for role, does in roles.items())
    yield paragraph(
        _(
            "Agree first what stays in the room. In a large group not every voice is heard, and people may say or leave unsaid what they think is wanted (1). So each question begins with {in_twos} minutes in twos or threes. To be present is not to take part (1, 2). It takes room to disagree, and room to change plans (3).",
            in_twos=IN_TWOS,
        )
    )


_OF_AN_AGREEMENT = (_("Used in another way than agreed"), _("An agreement was undone without people"))
"""Of harm on record, what breaks an agreement with people together, and is not what one of them went through."""


def about(audit: Audit, title: str) -> str:
    """What the hour is about, for those who are invited: where trust was broken, or nobody took part, the letter says no other thing.

    Harm to somebody is settled with those concerned, and no letter sends others to talk about it.
    """
    harms = [t.says for t in audit.told if t.about == "harm"]
    wronged = audit.verdict.id == "broken trust" or harms
    if wronged and all(says.startswith(_OF_AN_AGREEMENT) for says in harms):
        return _("what happened in “{title}”, and what should come of it now", title=title)
    if words.is_over(audit):
        return (
            _("“{title}”: what should come of it now", title=title)
            if nobody_takes_part(audit)
            else _("“{title}”: how people took part in it, and what came of it", title=title)
        )
    return (
        _("how people could take part in “{title}”", title=title)
        if nobody_takes_part(audit)
        else _("how people take part in “{title}”", title=title)
    )


def _letter(audit: Audit, title: str) -> Iterator[Block]:
    """What goes out beforehand, ready to be sent."""
    yield Heading(2, text(_("To send out a week before")))
    money = money_says(audit) or _(
        "Money for your time, and for what it costs you to come (we say it if there is none): …………………"
    )
    says = (
        _("Hello,"),
        _(
            "We would like to talk with you for an hour about {about}. Day, time and place: ……………………………",
            about=about(audit, title),
        ),
        _(
            "We will talk about the questions that come with this letter, and about yours. You need not get ready. You need not tell anything about yourself. You can say no, and nothing changes for you."
        ),
        money,
        _("What do you need so that you can take part? Tell us when you answer. You can bring somebody with you."),
        _("Please answer by this day: ………………… To this person (name, phone, address or email): ……………………………"),
        _(
            "If you would rather not speak in the group, or not in front of those who lead the work, this person takes your answer: ……………………………"
        ),
        _(
            "Within a week you get what was said, who does what, and by when. Your name is not in it unless you wish so."
        ),
    )
    yield Quote(tuple(map(paragraph, says)), letter=True)


def _questions(slots: Sequence[Slot]) -> Iterator[Block]:
    """Each question with its time, and room to write."""
    yield Heading(2, text(_("The questions")))
    topics = [slot for slot in slots if slot.topic]
    for n, slot in enumerate(topics, 1):
        if slot.topic:
            yield Heading(3, text(_("Question {number} ({minutes} minutes)", number=n, minutes=_minutes(slot))))
            yield paragraph(f"{slot.topic.context} ", strong(slot.topic.question))
            yield table((_("What people say"), _("What we can do, and cannot")), empty=1)
    own = next(slot for slot in slots[1:] if not slot.topic)
    yield Heading(3, text(_("{what} ({minutes} minutes)", what=own.what, minutes=own.minutes)))
    yield paragraph(_("Write down here what the group wishes to ask."))
    yield table((_("What people ask"), _("What we can say, or who finds out")), empty=1)


def _actions(audit: Audit) -> Iterator[Block]:
    yield Heading(2, text(_("What we will do")))
    yield paragraph(
        _(
            "Each action has one person who sees to it, and a day. Suggestions come first: strike them out, or take them."
        )
    )
    rows = ((words.whole(one, LONGEST_ACTION), "", "", "") for one in suggestions(audit))
    yield table((_("What"), _("Who sees to it"), _("By which day"), _("Done?")), rows, empty=3)


def _returns(slots: Sequence[Slot]) -> Iterator[Block]:
    """What comes back into the file, and when."""
    yield Heading(2, text(_("What to bring back")))
    yield paragraph(_("Whoever keeps the file does this within a week:"))
    yield from items(
        (
            _("Send the notes to everybody who was there, and ask what is wrong in them."),
            _(
                "Write into the file what people said and how it was answered (under influence.log), also what was refused, and why."
            ),
            text(
                _("Write each action where it belongs, as planned, with who sees to it and its day. "),
                code("involve-audit ask"),
                _(" asks for what is not told."),
            ),
            text(
                _("Say on that day, to everybody, what became of it. "),
                code("involve-audit compare"),
                _(" shows a promise that was kept, and one that was not."),
            ),
        ),
        ordered=True,
    )
    yield paragraph(places_say(slots))


def _made_by(audit: Audit) -> Iterator[Block]:
    """What is cited, and by what the pack was made."""
    tool, rubric = audit.tool, audit.rubric
    changed = "".join(
        _(" Whoever asked changed these questions. {difference}", difference=difference)
        for difference in rubric.differs
    )
    yield paragraph(
        _(
            "(1) Gates, Farley and Mark: In it together, University of Leeds. (2) Coulman and others 2020, Trials 21:543: public members are sometimes inactive in meetings. (3) Knowles and others 2021, Research Involvement and Engagement 7:34. Made by {tool} {version}, by the questions of {rubric_id} {version_2}, {sha256}.{changed}",
            tool=tool.name,
            version=tool.version,
            rubric_id=rubric.id,
            version_2=rubric.version,
            sha256=rubric.sha256[:12],
            changed=changed,
        )
    )


PAPER = papers.Paper(document, css="meeting.css")
"""The pack, for every format that there is of it."""
