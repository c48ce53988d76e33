"""Answers of many people, read and counted: from the files of the questionnaire; `survey` reads the exports of survey tools.

Nothing here keeps who said what: a round is a number of answers to each question, and the words that people agreed to
have quoted, in alphabetical order. Columns that could say who somebody is are refused, whether they are used or not.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, get_args

from involve_audit import load
from involve_audit.language import _, ngettext
from involve_audit.project.fields import Told, asks, needs, read_part
from involve_audit.project.practice import PRINCIPLES, PrincipleName
from involve_audit.survey.identifying import identifying_column, identifying_text
from involve_audit.survey.withheld import holds_back
from involve_audit.wording.messages import InputError, Problem, Wrong

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Side = Literal["contributors", "people served", "researchers"]
SIDES: tuple[str, ...] = get_args(Side)
"""Who may be asked these questions."""
ANSWERS = ("yes, mostly", "partly", "no", "I can't say", "I'd rather not say")
"""What can be answered to each question; it may also be left blank."""
Said = Literal["yes, mostly", "partly", "no", "i can't say", "i'd rather not say"]
_COUNTED_AS = dict(zip(ANSWERS, ("agree", "partly", "disagree", "unsure", "unsure"), strict=True))
OPINIONS = ("agree", "partly", "disagree", "unsure")
FORMAT = "1"
MONTH = re.compile(r"(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])")


class Refused(Exception):  # noqa: N818  (it says what is so, in the words of a message)
    """Answers that are not taken in, and why."""


class OpenAnswer(Told):
    """What somebody said in their own words."""

    asked: str | None = asks(_("The question."))
    said: str = needs(_("The words."))
    quote: Literal["yes", "no"] | None = asks(_("Whether these words may be quoted, without a name."))


class AnswerFile(Told):
    """What one person answered. There is no place in it for a name."""

    involve_audit_answers: Literal["1"] = needs(_("The version of this format: 1."))
    of: Side = needs(_("Whose answers these are."))
    round: str = needs(_("The month in which people were asked: 2026-05."))
    page: str | None = asks(_("A number by chance, so that the same answers are not counted twice."))
    about: str | None = asks(_("The title of the work."))
    answers: dict[PrincipleName, Said] | None = asks(_("The answers, by principle."))
    label_fits: Said | None = asks(_("Whether the word used for the work fits."))
    words: tuple[OpenAnswer, ...] | None = asks(_("What the person said in their own words."))


@dataclass(frozen=True)
class PersonAnswers:
    """What one person answered: to each principle one of `OPINIONS`; what is not in it was left blank.

    Of open answers `words` are those that may be quoted. How many stay out stands in `unquoted` where it is not told that the
    person agreed, and in `taken_back` where they did, and something else that they wrote takes it back or limits it, or may.
    """

    opinions: dict[str, str]
    label: str | None = None
    words: tuple[str, ...] = ()
    unquoted: int = 0
    taken_back: int = 0
    page: str = ""
    name: str = ""


@dataclass
class Round:
    """All answers of one side in one month.

    Attributes:
        of: the side.
        when: the month.
        asked_about: the principles that everybody was asked about.
        people: what each answered, in no order that means anything.
        notes: what a person who collects them should know.
        counted: of a table the line on which each of them stands.
    """

    of: str
    when: str
    asked_about: tuple[str, ...]
    people: list[PersonAnswers] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    counted: list[tuple[int, PersonAnswers]] = field(default_factory=list)

    def tally(self, principle: str) -> Counter[str]:
        """How many agree, say partly, disagree, or cannot say; who left it blank cannot say."""
        return Counter(p.opinions.get(principle, "unsure") for p in self.people)

    def labels(self) -> Counter[str] | None:
        """The same for the word used; None where nobody was asked or answered."""
        if all(p.label is None for p in self.people):
            return None
        return Counter(p.label or "unsure" for p in self.people)


# --- answer files ----------------------------------------------------------------------------------


def read_answers(data: bytes, name: str) -> tuple[AnswerFile, PersonAnswers]:
    """Read the file of one person.

    Raises:
        InputError: it cannot be read.
        Refused: it says who the person is.
    """
    document = load.read(data, name, "answers")
    for key in document.tree:
        what = identifying_column(key)
        if what and key not in AnswerFile.questions:
            raise Refused(
                _(
                    "{name}: there is a key `{key}` in it, which may hold {what}; answers are read without it. Take it out",
                    name=name,
                    key=key[:40],
                    what=what,
                )
            )
    problems: list[Problem] = []

    def complain(path: Any, says: Wrong | str) -> None:
        from involve_audit.wording.messages import shown

        problems.append(Problem(*document.at(path), shown(path), says))

    if "involve_audit_answers" not in document.tree:
        raise InputError(
            name, [Problem(1, 1, "", Wrong("this is not a file of answers (no `involve_audit_answers:`)"))]
        )
    found = read_part(AnswerFile, document.tree, (), complain)
    if found is not None and not MONTH.fullmatch(found.round or ""):
        complain(("round",), Wrong("write the month as in 2026-05"))
    if problems or found is None:
        # Without excerpts: nobody's answers are repeated in a message.
        raise InputError(name, problems)
    by_tidied = {a.lower(): _COUNTED_AS[a] for a in ANSWERS}
    kept, unquoted = [], 0
    held_back = any(holds_back(answer.said) for answer in found.words or ())
    for answer in found.words or ():
        if not answer.said.strip():
            continue
        if answer.quote != "yes":
            unquoted += 1
            continue
        if held_back:
            kept.append("")
            continue
        what = identifying_text(answer.said)
        if what:
            raise Refused(
                _(
                    "{name}: an answer that may be quoted holds what looks like {what}; ask the person, or take it out, for it would be printed",
                    name=name,
                    what=what,
                )
            )
        kept.append(quoted(answer.asked or "", answer.said))
    opinions = {str(p): by_tidied[s] for p, s in (found.answers or {}).items()}
    label = by_tidied[found.label_fits] if found.label_fits else None
    words, taken_back = ((), len(kept)) if held_back else (tuple(kept), 0)
    return found, PersonAnswers(opinions, label, words, unquoted, taken_back, found.page or "", name)


def quoted(question: str, words: str) -> str:
    """Somebody's words as they stand in a project file, behind the question that they answer."""
    words = re.sub(r"[ \t]+$", "", words.replace("\r\n", "\n").replace("\r", "\n").strip(), flags=re.MULTILINE)
    words = re.sub(
        "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]", " ", words
    )
    question = " ".join(question.split())
    return f"[{question}] {words}" if question else words


def of_files(
    read: Sequence[tuple[AnswerFile, PersonAnswers]], of: str | None, month: str | None, title: str
) -> Round | None:
    """One round from the files of many people; None where there are none.

    Raises:
        Refused: they are of several sides, rounds or projects, or two of them come from the same page and differ.
    """
    if not read:
        return None
    sides, months = Counter(str(f.of) for f, _ in read), Counter(f.round for f, _ in read)
    side = of or _only(sides, _("sides"), "--of")
    when = month or _only(Counter(f.round for f, _ in read if f.of == side) or months, _("rounds"), "--round")
    kept = [(f, a) for f, a in read if f.of == side and f.round == when]
    found = Round(side, when, PRINCIPLES)
    others = len(read) - len(kept)
    if others:
        found.notes.append(
            ngettext(
                "{number} file is of another side or round and was left alone",
                "{number} files are of another side or round and were left alone",
                others,
                number=others,
            )
        )
    for file, answers in kept:
        if title and file.about and " ".join(file.about.split()) != " ".join(title.split()):
            raise Refused(
                _(
                    "{name}: these answers are about another work than the project file; take them out, or correct the title",
                    name=answers.name,
                )
            )
    pages: dict[str, PersonAnswers] = {}
    unnumbered: dict[str, str] = {}
    for file, answers in kept:
        twin = (
            unnumbered.setdefault(repr((file.answers, file.label_fits, file.words)), answers.name)
            if not answers.page
            else answers.name
        )
        if twin != answers.name:
            raise Refused(
                _(
                    "{twin} and {name} say the same and hold no `page`, so one person may be counted twice. Take one out; or, if they are two people, put another `page` into each",
                    twin=twin,
                    name=answers.name,
                )
            )
        same = pages.get(answers.page) if answers.page else None
        if same is None:
            pages[answers.page or answers.name] = answers
        elif replace(same, name="") != replace(answers, name=""):
            raise Refused(
                _(
                    "{other} and {name} come from the same page and differ. If one person changed their answers, keep the file that was saved last; if two people used the page one after the other, put another `page` into one of the files",
                    other=same.name,
                    name=answers.name,
                )
            )
        else:
            found.notes.append(
                _("{name} is the same as {other} and was counted once", name=answers.name, other=same.name)
            )
    found.people = [a for a in pages.values() if a.opinions or a.label or a.words or a.unquoted or a.taken_back]
    if len(found.people) < len(pages):
        empty = len(pages) - len(found.people)
        found.notes.append(
            ngettext(
                "{number} file holds no answer at all and was not counted",
                "{number} files hold no answer at all and were not counted",
                empty,
                number=empty,
            )
        )
    return found


def _only(counted: Counter[str], what: str, option: str) -> str:
    if len(counted) > 1:
        listed = ", ".join(f"{name} ({n})" for name, n in sorted(counted.items()))
        raise Refused(
            _(
                "the files are of several {what}: {listed}. They are never put together; choose one with {option}",
                what=what,
                listed=listed,
                option=option,
            )
        )
    return next(iter(counted))


# --- one round -------------------------------------------------------------------------------------


def together(rounds: Iterable[Round]) -> Round:
    """Several parts of the same round as one.

    Raises:
        Refused: they are not of the same side and month.
    """
    parts = list(rounds)
    sides, months = Counter(r.of for r in parts), Counter(r.when for r in parts)
    whole = Round(_only(sides, _("sides"), "--of"), _only(months, _("rounds"), "--round"), ())
    whole.asked_about = tuple(p for p in PRINCIPLES if all(p in r.asked_about for r in parts))
    left = sorted({p for r in parts for p in r.asked_about} - set(whole.asked_about))
    for part in parts:
        whole.people += part.people
        whole.notes += part.notes
        whole.counted += part.counted
    if left:
        whole.notes.append(
            _("not everybody was asked about {principles}, so that was left out", principles=", ".join(left))
        )
    return whole
