"""The contributors' own questionnaire: on a screen, on paper, or to be read out.

One plain question for each principle, from the rubric, and a few open ones. Everything may be left blank. The page for
a screen fetches nothing and sends nothing: it saves one small file, without a name, that the person hands in.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from involve_audit.facts.views import FEW, TOO_FEW
from involve_audit.form.standalone import page
from involve_audit.language import _, answer, tag
from involve_audit.survey.collect import ANSWERS, FORMAT, SIDES
from involve_audit.wording import days
from involve_audit.wording.messages import number_says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.project.model import Project
    from involve_audit.rubric.model import Rubric

OPEN_QUESTIONS = (
    _("What has changed because of what people said?"),
    _("What should be done in another way?"),
    _("Is there anything else that you want to say?"),
)
QUOTE = _("You may quote these words, without my name.")


@dataclass(frozen=True)
class FormQuestion:
    """One question.

    Attributes:
        id: the principle, or `label_fits`.
        says: the question.
    """

    id: str
    says: str


@dataclass(frozen=True)
class Questionnaire:
    """What is asked of whom, and what people are told before they answer.

    Attributes:
        of: whose answers these are: contributors, people served, researchers.
        round: the month, as in 2026-05.
        title: the title of the work; empty where it is not told.
        questions: those with answers to choose from.
        support: where to turn if the topic is distressing; empty where the project does not say.
        hand_in: how and to whom the answers are handed in; empty where it is not said.
    """

    of: str
    round: str
    title: str
    questions: tuple[FormQuestion, ...]
    support: str = ""
    hand_in: str = ""

    @property
    def month(self) -> str:
        """The round in words."""
        return days.in_words(self.round)

    @property
    def heading(self) -> str:
        """What stands over the questions."""
        return _("Your view of {title}", title=self.title) if self.title else _("Your view of this work")

    @property
    def about(self) -> tuple[str, ...]:
        """What these questions are, to whom they are put."""
        work = f"“{self.title}”" if self.title else _("this work")
        if self.of == "researchers":
            return (
                _(
                    "These are the questions that we put to the people who are involved in {work}. Please answer them as you think it is for them.",
                    work=work,
                ),
                _("Your answers and theirs will be shown side by side. They are not mixed."),
            )
        first = _("We want to know what it is like for you to be part of {work}.", work=work)
        if self.of == "people served":
            first = _("We want to know what {work} is like for you.", work=work)
        return (first, _("There are no right answers. You may say no to all of it."))

    @property
    def free(self) -> str:
        """That nobody must answer."""
        return _(
            "You do not have to answer. You can leave out each question, and you can stop when you like. To say nothing is fine."
        )

    @property
    def who_sees(self) -> tuple[str, ...]:
        """Who will see what, and how small numbers are shown."""
        numbers = _(
            "If {few} or more people answer, the report shows how many said yes, partly or no. If all say the same, or all but one, "
            "it does not show which of the two it was.",
            few=number_says(FEW),
        )
        collects = self.hand_in or _("Ask the person who gave you this who will collect the answers, before you start.")
        return (
            collects,
            _("Your name is not asked for. Please do not write it down."),
            _("Who collects the answers can read them. All others see only the report."),
            numbers,
            _(
                "If {least} or {more} people answer, it shows only if most said yes.",
                least=number_says(TOO_FEW),
                more=number_says(FEW - 1),
            ),
            _("If one or {more} people answer, it shows nothing of what they said.", more=number_says(TOO_FEW - 1)),
            _(
                "Your own words are printed only if you tick the box below them. People who know you may know them as yours."
            ),
        )

    @property
    def upset(self) -> tuple[str, ...]:
        """Where to turn."""
        first = _("Some of these questions may bring back hard things. You can stop, take a break, or leave them out.")
        return (first, self.support) if self.support else (first, _("If you feel bad, talk to someone you trust."))


def questionnaire(
    rubric: Rubric,
    *,
    month: str,
    of: str = SIDES[0],
    title: str = "",
    called: Sequence[str] = (),
    support: str = "",
    hand_in: str = "",
) -> Questionnaire:
    """What is asked, from the rubric and from what the project says of itself."""
    questions = [FormQuestion(p.id, p.asks_contributors) for p in rubric.principles]
    words = [word for word in called if word.strip()]
    if words:
        named = f" {_('and')} ".join(f"“{word}”" for word in words)
        questions.append(FormQuestion("label_fits", _("This work is called {named}. Does that fit?", named=named)))
    return Questionnaire(
        of, month, " ".join(title.split()), tuple(questions), support.strip(), " ".join(hand_in.split())
    )


def support_from(project: Project) -> str:
    """Where to turn, as the project file tells it: who sees to support. Nothing is made up."""
    support = project.care.support if project.care else None
    if support is None or not support.owner or support.answer == "no" or support.status not in ("ongoing", "done"):
        return ""
    return _("In this work, you can turn to: {whom}.", whom=" ".join(support.owner.split()).rstrip("."))


def screen(asked: Questionnaire) -> str:
    """The page for a screen. Its script is allowed by its hash; nothing is fetched, nothing is sent."""
    return page("questions", _values(asked), script=True)


def paper(asked: Questionnaire) -> str:
    """The page to print, in large type."""
    return page("paper", _values(asked), script=False)


def _values(asked: Questionnaire) -> dict[str, Any]:
    answers = tuple((word, answer(word)) for word in ANSWERS)
    return {
        "q": asked,
        "answers": answers,
        "format": FORMAT,
        "opened": OPEN_QUESTIONS,
        "quote": QUOTE,
        "language": tag(),
    }


def aloud(asked: Questionnaire, width: int = 72) -> str:
    """The questionnaire as plain text, to be read out by somebody else."""
    lines: list[str] = []

    def put(text: str, first: str = "", rest: str | None = None) -> None:
        for part in text.splitlines() or [""]:
            lines.extend(
                textwrap.wrap(
                    part, width, initial_indent=first, subsequent_indent=" " * len(first) if rest is None else rest
                )
                or [""]
            )

    def head(text: str) -> None:
        lines.extend(["", text.upper(), ""])

    put(asked.heading)
    lines.append("=" * min(len(asked.heading), width))
    put(_("{month}. For {whom}.", month=asked.month, whom=answer(asked.of)))
    head(_("For whoever reads this out"))
    for text in (
        _("Read each question as it stands, and all the answers. Wait. Do not explain what would be a good answer."),
        _("Write down the answer that the person chooses. If they choose none, leave it blank and go on."),
        _("Write their own words as they say them. Read them back."),
        _("Do not write down who they are."),
    ):
        put(text, "- ")
    head(_("Before you start"))
    for text in (*asked.about, asked.free):
        put(text)
    head(_("Who will see what"))
    for text in asked.who_sees:
        put(text, "- ")
    head(_("If it gets hard"))
    for text in asked.upset:
        put(text)
    head(_("Questions"))
    for number, question in enumerate(asked.questions, 1):
        put(question.says, f"{number}. ")
        for word in ANSWERS:
            put(answer(word), "   [ ] ")
        lines.append("")
    for number, says in enumerate(OPEN_QUESTIONS, len(asked.questions) + 1):
        put(says, f"{number}. ")
        lines.extend(["", "   " + "_" * (width - 3), "", "   " + "_" * (width - 3), ""])
        put(QUOTE, "   [ ] ")
        lines.append("")
    put(_("Thank you."))
    return "\n".join(lines) + "\n"
