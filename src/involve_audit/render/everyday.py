"""The contributors' edition: the same results in everyday words, for the people whom the work is about.

It leaves out the lines of the file, the sources and every score, and adds no number: each one in it stands in the JSON of the
audit. What the rubric says of an entry in everyday words (`plain`) is used; where it has none, its ordinary words are.
"""

from __future__ import annotations

import re
import textwrap
from functools import cache
from typing import TYPE_CHECKING

from involve_audit.render import markdown as md
from involve_audit.render import words
from involve_audit.render.blocks import Heading, Listed, Paragraph, Quote, Table, document, reader, words_of
from involve_audit.render.page import dressed, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jinja2 import Environment

    from involve_audit.audit import Audit, CriterionFound, GateFound, PrincipleFound, StageFound, Step
    from involve_audit.render.blocks import Block
    from involve_audit.render.machine import NotAudited

    Writer = Callable[[Sequence[Audit], Sequence[NotAudited]], bytes]

ROLES = {
    "none": "people have no part in it",
    "informed": "people are told, and not asked",
    "consulted": "people are asked, and others decide",
    "involved": "people take part and get answers, and others decide",
    "decided together": "people and the team decide together",
    "led": "people whom the work is about decide",
}
"""What people do in one part of the work, by the role, from the least say to the most."""

RUNGS = {
    "none": "that nobody takes part",
    "informed": "that people are told",
    "consultation": "that people are asked",
    "involvement": "that people take part and get answers",
    "collaboration": "that people and the team decide together",
    "co-production": "that people and the team decide together all the way",
    "led": "that people whom the work is about decide",
}
"""What a word for the work promises, by the rung that it claims."""

LETTERS = {
    "A": "Most of this is done, and people help to shape it.",
    "B": "Most of this is done.",
    "C": "Some of this is done. Some is missing, or we do not know.",
    "D": "Little of this is shown so far.",
    "?": "Too little is written down to say.",
}

CONFIRMED = {
    "confirmed": "Most people who were asked say that this goes well.",
    "disputed": "Most people who were asked do not say that this goes well.",
    "split": "The people who were asked do not agree on this.",
    "too few": "Too few people answered to show what they think of this.",
    "not heard": "People have said that they were not heard.",
    "not asked": "People who take part were not asked what they think of this.",
    "not told": "We do not know what people who take part think of this.",
}

LABEL = {
    "fits": "That fits what we saw.",
    "modest": "That is less than what we saw. It is fine to say less.",
    "overclaimed": "That is more than what we saw.",
    "not shown": "What is written down does not show it.",
    "not told": "",
}

HONESTY = {
    "honest": "What the team says about it seems honest.",
    "as far as told": "What the team says about it seems honest, as far as it is written down.",
    "partly": "Part of what the team says about it seems honest. Part of it does not.",
    "not honest": "What the team says about it does not fit what is written down.",
    "not told": "We cannot tell if what the team says about it is honest.",
}

ANSWERED = {
    "most agree": "most say yes",
    "most disagree": "most say no",
    "split": "some say yes and some say no",
    "not most agree": "less than most say yes",
    "too few to show": "too few answered to show it",
    "cannot be told": "we cannot tell",
}

ROOM = {
    "contradiction": "The file says two things about these people. Which one is true?",
    "blind-spot": "Why are these people not in the room? Who has asked them?",
    "power-gap": "Who brings in what these people know where it is decided? Could they do it themselves?",
    "stage-gap": "Who brings in what these people know in each part of the work? Could they do it themselves?",
    "unexplained": "Why are these people left out, and who said so?",
    "unchanged": "These people are still missing. What did you learn, and what will you do now?",
    "overdue": "The day has passed on which something was to be done for these people. Was it done?",
    "assumed": "You think that you know why these people are missing. Who can tell us if it is so?",
    "blames": "What in this work makes it hard for these people to come?",
    "review-due": "It was time to look again at why these people are left out. Did you?",
    "unknown": "Are these people in any room? Would they want to be asked, and by whom?",
}
"""What people may ask about who is not in the room, by the kind of sign."""

BASIS = {
    "people told us": "People said so.",
    "evidence": "Studies or numbers show it.",
    "assumed": "That is only a guess.",
}
"""How a reason is known; where that is not told, nothing is said."""

GLOSSARY = {
    "advert": "A text that asks people to take part.",
    "agenda": "The list of what will be talked about.",
    "benefits": "Money from the state, for instance when you are ill or out of work.",
    "budget": "How much money there is, and what it is for.",
    "co-design": "People and the team plan something together.",
    "co-production": "People and the team do the work together, and decide together.",
    "contributor": "Somebody who takes part because the work is about people like them.",
    "evaluation": "A look at how well something went.",
    "expenses": "What you have to pay so that you can take part, such as a bus fare.",
    "facilitator": "Somebody who helps a group to talk well.",
    "file": "The text in which somebody wrote down how people take part in this work.",
    "governance": "Watching over the work, and deciding how it is run.",
    "involvement": "People take part in work that is about them.",
    "involvement lead": "Somebody who looks after how people take part.",
    "lived experience": "What you know because you have lived through it.",
    "outcome": "What the work looks at to see if something helped.",
    "panel": "A group of people who are asked again and again.",
    "peer researcher": "Somebody who has lived through it and who works on the study.",
    "protocol": "The plan of a study.",
    "researcher": "Somebody whose job it is to find things out.",
    "steering group": "A group that watches over the work.",
    "team": "The people whose job this work is.",
}
"""Words that may stand in the edition, in everyday words; only those that stand in it are printed."""

MOST = 8
"""So many questions of a kind are offered, the most decisive first: a list that nobody finishes helps nobody."""


# --- words for what was found ----------------------------------------------------------------------


def title_of(principle: PrincipleFound) -> str:
    """A principle in everyday words."""
    return principle.plain or principle.title or principle.id


def answer(criterion: CriterionFound) -> str:
    """The level of a criterion as the answer to its question in everyday words."""
    low, high = words.level_ends(criterion.level)
    if low == high:
        if low == 0 and criterion.planned:
            return "Not yet, but it is planned"
        return ("No", "Only something less than this", "Yes", "Yes, in full")[low]
    if low >= 1:
        return ("So far, something less than this", "Yes")[low - 1]
    return "No, or something less than this" if high == 1 else "It is not shown yet"


def asks(criterion: CriterionFound) -> str:
    """A question in everyday words, with what to know about its answer."""
    low, high = words.level_ends(criterion.level)
    says = criterion.plain or criterion.asks
    if criterion.planned is not None and low < min(criterion.planned, 2) and (low or high):
        says += " It is planned."
    if criterion.support == "disputed":
        says += " Most people who were asked see it in another way."
    elif criterion.support == "claimed" and high > 0:
        says += " Somebody says so. Nothing shows it."
    return says


ANSWERS = (
    "Yes, in full", "Yes", "So far, something less than this", "Only something less than this", "It is not shown yet",
    "No, or something less than this", "Not yet, but it is planned", "No",
)  # fmt: skip
"""Every answer, the best first."""


def by_answer(principle: PrincipleFound) -> dict[str, tuple[str, ...]]:
    """The questions of a principle by their answer, those with the best answer first."""
    told = known(principle)
    found = {says: tuple(asks(c) for c in told if answer(c) == says) for says in ANSWERS}
    return {says: questions for says, questions in found.items() if questions}


def known(principle: PrincipleFound) -> tuple[CriterionFound, ...]:
    """The questions of a principle on which something is told."""
    return tuple(c for c in principle.criteria if c.applies and not words.silent(c))


def unknown(principle: PrincipleFound) -> tuple[CriterionFound, ...]:
    """The questions of a principle on which nothing is told."""
    return tuple(c for c in principle.criteria if words.silent(c))


def together(criteria: Iterable[CriterionFound]) -> str:
    """Questions in one paragraph."""
    return " ".join(asks(c) for c in criteria)


def stage_known(stage: StageFound) -> bool:
    """Whether anything is told of a part of the work: what people do in it, or what is planned."""
    low, high = stage.shown.low.strip(), stage.shown.high.strip()
    return low != "none" or low == high or bool(stage.told or stage.promised or stage.promise_is)


def stage_says(stage: StageFound) -> str:
    """What people do in a part of the work, at the low end of what is told, in a few short sentences."""
    low, high = stage.shown.low.strip(), stage.shown.high.strip() or stage.shown.low.strip()
    roles = tuple(ROLES)
    if low not in ROLES:
        says = "We do not know."
    elif low == high or high not in ROLES:
        says = "" if low == roles[0] and stage.promised else words.sentence(ROLES[low])
    elif low == roles[0]:
        says = "It is not shown what part people have."
    else:
        says = f"At least, {ROLES[low]}. It may be more."
    if stage.told in ROLES and low in ROLES and roles.index(stage.told) > roles.index(low):
        says += " The file says more than this, but " + (
            "nothing shows it."
            if "No source" in (stage.says or "No source")
            else "not all that it takes is written down."
        )
    if stage.promised in ROLES:
        how = "" if stage.promise_is == "with date and money" else " But no day or no money is set for it."
        says += f" It is planned that {ROLES[stage.promised]}.{how}"
    elif stage.promise_is == "overdue":
        says += " What was planned has not come, and its day has passed."
    return says.strip()


def label_says(audit: Audit) -> str:
    """What the work is called, what that promises, and whether it fits."""
    called = words.listed(f"“{word}”" for word in audit.label.called)
    label = audit.label
    promised = any(b.path.startswith("project.promises") for b in label.because[:1])
    if not called and not promised:
        return (
            "We do not know what the team calls it."
            if label.state == "not told"
            else "The team uses no special word for it."
        )
    claims = ""
    if label.claims in RUNGS:
        claims = (
            f" A public promise says {RUNGS[label.claims]}." if promised else f" That promises {RUNGS[label.claims]}."
        )
    missing = f" {words.missing_says(audit)}" if label.missing else ""
    fits = (
        LABEL.get(label.state, "")
        if label.claims or label.state == "overclaimed"
        else "It promises nothing that we could check."
    )
    if not called:
        return f"{claims} {fits}{missing}".strip()
    if audit.verdict.id == "promises":
        fits = fits.replace("what we saw", "what is planned")
    return f"The team calls it {called}.{claims} {fits}{missing}".strip()


def should_be_so(gate: GateFound) -> str:
    """What a gate asks for, in everyday words."""
    return words.sentence(gate.plain or gate.title or gate.id)


def views_by_theme(audit: Audit, pairs: Iterable[tuple[str, str]]) -> list[str]:
    """What one side said, theme by theme."""
    titles = {p.id: title_of(p) for p in audit.principles}
    return [f"{titles.get(name, words.capital(name))}: {ANSWERED.get(says, says)}." for name, says in pairs]


def to_ask(audit: Audit) -> tuple[words.ToAsk, ...]:
    """Questions that people may put to the team, each with what it is about: what is not so first, what is not known last."""
    gates = words.gates_in_order(audit.gates)
    found = [
        *(words.ToAsk(g.asks, f"This is not so yet: {should_be_so(g)}") for g in gates if g.state == "holds"),
        *(words.ToAsk(f.asks, words.sentence(f.plain or f.says)) for f in words.flags_in_order(audit.flags)),
        *(
            words.ToAsk(ROOM.get(s.kind, s.asks), f"It is about these people: {words.sentence(s.group)}")
            for s in audit.voices.signs
        ),
        *(words.ToAsk(g.asks, f"We do not know if this is so: {should_be_so(g)}") for g in gates if g.state == "open"),
    ]
    once: dict[str, words.ToAsk] = {}
    for question in found:
        if question.asks.strip():
            once.setdefault(question.asks, question)
    return tuple(once.values())[:MOST]


def not_answered(audit: Audit) -> tuple[str, ...]:
    """What nobody has written down yet, as questions, the most decisive first."""
    return tuple(dict.fromkeys(q.asks for q in audit.questions if q.asks.strip()))[:MOST]


def first_question(audit: Audit) -> str:
    """The one question to begin with; empty where there is none."""
    return next(iter((*(q.asks for q in to_ask(audit)), *not_answered(audit))), "")


def step_says(audit: Audit, step: Step) -> str:
    """What to do, with the parts of the work in everyday words."""
    says = words.sentences(step.does)
    for stage in audit.rung.stages:
        if stage.plain:
            says = re.sub(
                rf"\b(about|in|on) {re.escape(stage.title.lower())}\b",
                lambda m, s=stage: f"{m[1]} {_low(s.plain)}",  # type: ignore[misc]
                says,
            )
    return f"{says} {words.closes_says(step)}".strip()


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def glossary(text: str) -> dict[str, str]:
    """The words of a text that the glossary explains, in the order of the alphabet."""
    lower = text.lower()
    return {word: says for word, says in GLOSSARY.items() if re.search(rf"(?<!\w){re.escape(word)}s?(?!\w)", lower)}


# --- the formats -----------------------------------------------------------------------------------


@cache
def _environment(escape: Callable[[str], str]) -> Environment:
    """The templates with the words of this module; kept, for they take longer to read than to fill."""
    import sys

    made = environment(escape)
    made.globals["plain"] = sys.modules[__name__]
    return made


def markdown(audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
    """The edition as Markdown; every other format is made from it."""
    made = _environment(md.escape)
    text = made.get_template("everyday.md").render(audits=tuple(audits), problems=tuple(problems))
    explained = made.get_template("everyday-words.md").render(explained=glossary(text), audits=tuple(audits))
    return md.tidied(f"{text}\n\n{explained}")


def html(audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> str:
    """One page in large type: nothing is fetched, and no script runs."""
    from markupsafe import Markup

    text = markdown(audits, problems)
    made = _environment(words.plain)
    body = Markup(reader().render(text))  # noqa: S704 (it escapes what it reads, and takes no raw HTML)
    css = made.get_template("everyday.css").render()
    return (
        made.get_template("everyday.html").render(body=body, title=document(text).title, **dressed(css)).strip() + "\n"
    )


def text(audits: Sequence[Audit], problems: Sequence[NotAudited] = (), width: int = 72) -> str:
    """Plain text in short lines, to read out or to mail."""
    read = document(markdown(audits, problems))
    lines = [*textwrap.wrap(read.title, width), "=" * min(len(read.title), width)]
    _lines(read.blocks, lines, width, "")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n") + "\n"


def _lines(blocks: Iterable[Block], lines: list[str], width: int, indent: str) -> None:
    def put(says: str, first: str = "", rest: str = "") -> None:
        for n, part in enumerate(says.split("\n")):
            begin = first if n == 0 else rest
            lines.extend(
                textwrap.wrap(part, width, initial_indent=indent + begin, subsequent_indent=indent + rest) or [""]
            )

    for block in blocks:
        match block:
            case Heading(level, runs):
                lines.append("")
                says = words_of(runs)
                put(says.upper() if level == 1 else says)
                if level > 1:
                    lines.append(indent + "-" * min(len(says), width))
                lines.append("")
            case Paragraph(runs):
                put(words_of(runs))
                lines.append("")
            case Listed(_, items):
                for item in items:
                    first, *others = item
                    if isinstance(first, Paragraph):
                        put(words_of(first.runs), "- ", "  ")
                    else:
                        others = [first, *others]
                    _lines(others, lines, width, indent + "  ")
                lines.append("")
            case Quote(inside):
                _lines(inside, lines, width, indent + "| ")
            case Table(header, rows):
                for row in rows:
                    put(
                        "; ".join(f"{words_of(h)}: {words_of(c)}" for h, c in zip(header, row, strict=True)), "- ", "  "
                    )
                lines.append("")


def _pdf(audits: Sequence[Audit], problems: Sequence[NotAudited]) -> bytes:
    from involve_audit.render import pdf

    return pdf.written(document(markdown(audits, problems)), audits, large=True)


def _word(audits: Sequence[Audit], problems: Sequence[NotAudited]) -> bytes:
    from involve_audit.render import word

    return word.written(document(markdown(audits, problems)), audits, large=True)


def _encoded(write: Callable[[Sequence[Audit], Sequence[NotAudited]], str]) -> Writer:
    return lambda audits, problems: write(audits, problems).encode("utf-8")


WRITERS: dict[str, Writer] = {
    "text": _encoded(text),
    "markdown": _encoded(markdown),
    "html": _encoded(html),
    "pdf": _pdf,
    "docx": _word,
}
"""How each format of this edition is written; `FORMATS` says which they are."""


def render_bytes(name: str, audits: Sequence[Audit], problems: Sequence[NotAudited] = ()) -> bytes:
    """The edition in a format, by its name.

    Raises:
        KeyError: there is no such format of this edition.
    """
    return WRITERS[name](audits, problems)
