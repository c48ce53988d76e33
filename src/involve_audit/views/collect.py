"""Answers of many people, read and counted: from the files of the questionnaire, or from the export of a survey tool.

Nothing here keeps who said what: a round is a number of answers to each question, and the words that people agreed to
have quoted, in alphabetical order. Columns that could say who somebody is are refused, whether they are used or not.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from involve_audit import load
from involve_audit.messages import InputError, Problem, hint
from involve_audit.project.fields import Told, asks, needs, read_part
from involve_audit.project.people import Principle
from involve_audit.project.practice import PRINCIPLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SIDES = ("contributors", "people served", "researchers")
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

    asked: str | None = asks("The question.")
    said: str = needs("The words.")
    quote: Literal["yes", "no"] | None = asks("Whether these words may be quoted, without a name.")


class AnswerFile(Told):
    """What one person answered. There is no place in it for a name."""

    involve_audit_answers: Literal["1"] = needs("The version of this format: 1.")
    of: Literal["contributors", "people served", "researchers"] = needs("Whose answers these are.")
    round: str = needs("The month in which people were asked: 2026-05.")
    page: str | None = asks("A number by chance, so that the same answers are not counted twice.")
    about: str | None = asks("The title of the work.")
    answers: dict[Principle, Said] | None = asks("The answers, by principle.")
    label_fits: Said | None = asks("Whether the word used for the work fits.")
    words: tuple[OpenAnswer, ...] | None = asks("What the person said in their own words.")


@dataclass(frozen=True)
class Answers:
    """What one person answered: to each principle one of `OPINIONS`; what is not in it was left blank."""

    opinions: dict[str, str]
    label: str | None = None
    words: tuple[str, ...] = ()
    unquoted: int = 0
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
    """

    of: str
    when: str
    asked_about: tuple[str, ...]
    people: list[Answers] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def tally(self, principle: str) -> Counter[str]:
        """How many agree, say partly, disagree, or cannot say; who left it blank cannot say."""
        return Counter(p.opinions.get(principle, "unsure") for p in self.people)

    def labels(self) -> Counter[str] | None:
        """The same for the word used; None where nobody was asked or answered."""
        if all(p.label is None for p in self.people):
            return None
        return Counter(p.label or "unsure" for p in self.people)


# --- who somebody is -------------------------------------------------------------------------------

_IDENTIFYING = {
    "a name": "name first last full surname forename initials signature username nickname",
    "an e-mail address": "email mail",
    "a telephone number": "phone telephone mobile tel fax whatsapp",
    "an address": "address street town city",
    "a postcode": "postcode postalcode zip zipcode",
    "a date of birth": "dob birth birthday birthdate dateofbirth",
    "an internet address": "ip ipaddress",
    "a place on the map": "latitude longitude locationlatitude locationlongitude gps",
    "a number that stands for a person": "nhs nhsnumber hospitalnumber passport userid respondentid participantid contributorid "
    "externalreference externaldatareference recipientid collectorid customdata",
}
_WHAT = {word: what for what, listed in _IDENTIFYING.items() for word in listed.split()}
_PHRASES = (
    (re.compile(r"\b(?:your|full|first|last|family|given|recipient|respondent|participant|contributor) ?(?:full |first |last )?names?\b"), "a name"),
    (re.compile(r"\be ?-?mails?\b"), "an e-mail address"),
    (re.compile(r"\b(?:phone|mobile|telephone) ?(?:number|no)\b"), "a telephone number"),
    (re.compile(r"\b(?:home|postal|street|your) address\b"), "an address"),
    (re.compile(r"\b(?:post|postal|zip) ?codes?\b"), "a postcode"),
    (re.compile(r"\b(?:date of birth|birth ?da(?:te|y)|d\.?o\.?b\.?)\b"), "a date of birth"),
    (re.compile(r"\bip ?address\b"), "an internet address"),
    (re.compile(r"\b(?:nhs|hospital|user|respondent|participant|contributor|recipient) ?(?:id|number|no)\b"), "a number that stands for a person"),
)  # fmt: skip
_DATE = re.compile(r"\b(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})\b")
_MARKS = (
    (re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]{2,}"), "an e-mail address"),
    (re.compile(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])"), "an internet address"),
    (
        re.compile(r"(?<!\w)(?:\+|00)?\d(?:[ ()-]{0,2}\d){9,13}(?!\w)"),
        "a telephone number, or one that stands for a person",
    ),
    (re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"), "a postcode"),
)


def identifying_column(header: str) -> str:
    """What a column could tell of who somebody is; empty where its name says nothing of the kind.

    >>> identifying_column("Your e-mail address")
    'an e-mail address'
    >>> identifying_column("Did what people said change anything?")
    ''
    """
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", header)
    text = " ".join(re.sub(r"[^a-z0-9.-]+", " ", spaced.lower()).split())
    for pattern, what in _PHRASES:
        if pattern.search(text):
            return what
    words = re.sub(r"[^a-z0-9]+", " ", text).split()
    joined = "".join(words)
    if joined in _WHAT:
        return _WHAT[joined]
    # In a question of many words "address" or "first" may be anything.
    return next((_WHAT[w] for w in words if w in _WHAT), "") if len(words) <= 3 else ""


def identifying_text(text: str) -> str:
    """What a text holds that could tell who somebody is: an address, a number, a postcode; empty where nothing is seen."""
    without = _DATE.sub(" ", text)
    return next((what for pattern, what in _MARKS if pattern.search(without)), "")


# --- answer files ----------------------------------------------------------------------------------


def read_answers(data: bytes, name: str) -> tuple[AnswerFile, Answers]:
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
                f"{name}: there is a key `{key[:40]}` in it, which may hold {what}; answers are read without it. Take it out"
            )
    problems: list[Problem] = []

    def complain(path: Any, says: str) -> None:
        from involve_audit.messages import shown

        problems.append(Problem(*document.at(path), shown(path), says))

    if "involve_audit_answers" not in document.tree:
        raise InputError(name, [Problem(1, 1, "", "this is not a file of answers (no `involve_audit_answers:`)")])
    found = read_part(AnswerFile, document.tree, (), complain)
    if found is not None and not MONTH.fullmatch(found.round or ""):
        complain(("round",), "write the month as in 2026-05")
    if problems or found is None:
        # Without excerpts: nobody's answers are repeated in a message.
        raise InputError(name, problems)
    by_tidied = {a.lower(): _COUNTED_AS[a] for a in ANSWERS}
    kept, unquoted = [], 0
    for answer in found.words or ():
        if not answer.said.strip():
            continue
        if answer.quote != "yes":
            unquoted += 1
            continue
        what = identifying_text(answer.said)
        if what:
            raise Refused(
                f"{name}: an answer that may be quoted holds what looks like {what}; ask the person, or take it out, for it would be printed"
            )
        kept.append(quoted(answer.asked or "", answer.said))
    opinions = {str(p): by_tidied[s] for p, s in (found.answers or {}).items()}
    label = by_tidied[found.label_fits] if found.label_fits else None
    return found, Answers(opinions, label, tuple(kept), unquoted, found.page or "", name)


def quoted(question: str, words: str) -> str:
    """Somebody's words as they stand in a project file, behind the question that they answer."""
    words = re.sub(r"[ \t]+$", "", words.replace("\r\n", "\n").replace("\r", "\n").strip(), flags=re.MULTILINE)
    words = re.sub(
        "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]", " ", words
    )
    question = " ".join(question.split())
    return f"[{question}] {words}" if question else words


def of_files(read: Sequence[tuple[AnswerFile, Answers]], of: str | None, month: str | None, title: str) -> Round | None:
    """One round from the files of many people; None where there are none.

    Raises:
        Refused: they are of several sides, rounds or projects, or two of them come from the same page and differ.
    """
    if not read:
        return None
    sides, months = Counter(str(f.of) for f, _ in read), Counter(f.round for f, _ in read)
    side = of or _only(sides, "sides", "--of")
    when = month or _only(Counter(f.round for f, _ in read if f.of == side) or months, "rounds", "--round")
    kept = [(f, a) for f, a in read if f.of == side and f.round == when]
    found = Round(side, when, PRINCIPLES)
    others = len(read) - len(kept)
    if others:
        found.notes.append(f"{others} files are of another side or round and were left alone")
    for file, answers in kept:
        if title and file.about and " ".join(file.about.split()) != " ".join(title.split()):
            raise Refused(
                f"{answers.name}: these answers are about another work than the project file; take them out, or correct the title"
            )
    pages: dict[str, Answers] = {}
    for _, answers in kept:
        same = pages.get(answers.page) if answers.page else None
        if same is None:
            pages[answers.page or answers.name] = answers
        elif (same.opinions, same.label, same.words, same.unquoted) != (
            answers.opinions,
            answers.label,
            answers.words,
            answers.unquoted,
        ):
            raise Refused(
                f"{same.name} and {answers.name} come from the same page and differ. If one person changed their answers, keep the "
                "file that was saved last; if two people used the page one after the other, put another `page` into one of the files"
            )
        else:
            found.notes.append(f"{answers.name} is the same as {same.name} and was counted once")
    found.people = [a for a in pages.values() if a.opinions or a.label or a.words or a.unquoted]
    if len(found.people) < len(pages):
        found.notes.append(f"{len(pages) - len(found.people)} files hold no answer at all and were not counted")
    return found


def _only(counted: Counter[str], what: str, option: str) -> str:
    if len(counted) > 1:
        listed = ", ".join(f"{name} ({n})" for name, n in sorted(counted.items()))
        raise Refused(
            f"the files are of several {what}: {listed}. They are never put together; choose one with {option}"
        )
    return next(iter(counted))


# --- survey exports --------------------------------------------------------------------------------

WORDS, QUOTE, LABEL = "words", "quote", "label_fits"
TARGETS = (*PRINCIPLES, LABEL, WORDS, QUOTE)
"""What a column can be: the answers on a principle, whether the word fits, open answers, or the consent to quote them."""
_MEANS = {
    "agree": ("yes mostly", "yes", "mostly", "y", "true", "agree", "strongly agree", "somewhat agree", "always", "mostly true", "yes always"),
    "partly": ("partly", "somewhat", "sometimes", "in part", "to some extent", "partially", "mixed"),
    "disagree": ("no", "n", "false", "not really", "no not really", "not at all", "disagree", "strongly disagree", "somewhat disagree", "never"),
    "unsure": ("i can't say", "can't say", "cannot say", "i cannot say", "don't know", "i don't know", "unsure", "not sure", "i'm not sure",
               "i'd rather not say", "rather not say", "prefer not to say", "i prefer not to say", "i would rather not say", "neutral",
               "neither agree nor disagree", "not applicable", "n/a", "na"),
}  # fmt: skip
_YES = ("yes", "y", "true", "1", "agree", "i agree", "ja")


def plain(text: str) -> str:
    """A text by which answers and headers are compared: letters and digits, in small letters."""
    return " ".join(re.sub(r"[^\w]+", " ", re.sub("['\u2019\u02bc`]", "", text.casefold())).split())


_MEANT = {plain(word): opinion for opinion, listed in _MEANS.items() for word in listed}


@dataclass(frozen=True)
class Sheet:
    """A table of answers, one person a row.

    Attributes:
        name: the file.
        headers: what stands over each column.
        rows: the cells, as many as there are headers; with the line of the file.
    """

    name: str
    headers: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_sheet(data: bytes, name: str) -> Sheet:
    """Read a CSV or a table with tabs, as survey tools export it.

    Raises:
        Refused: it is no such table, or it has a column that says who people are.
    """
    text = _text_of(data, name)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t|", key=first.count)
    try:
        lines: list[tuple[int, list[str]]] = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for row in reader:
            lines.append((reader.line_num, [cell.strip() for cell in row]))
    except csv.Error as error:
        raise Refused(
            f"{name}: this is not a table that can be read ({error}); export it again as CSV in UTF-8"
        ) from None
    lines = [(n, row) for n, row in lines if any(row)]
    if not lines:
        raise Refused(f"{name}: the table is empty")
    headers, lines = _one_header(lines[0][1], lines[1:])
    for number, header in enumerate(headers, 1):
        what = identifying_column(header)
        if what:
            raise Refused(
                f"{name}: column {number} ('{header[:40]}') may hold {what}. Views are collected without anything that says who somebody "
                "is: delete the column, also from the copy that you keep, and try again"
            )
    width = len(headers)
    rows = tuple((n, tuple([*row, *([""] * width)][:width])) for n, row in lines)
    for number, header in enumerate(headers):
        for line, cells in rows:
            what = identifying_text(cells[number])
            if what:
                raise Refused(
                    f"{name}:{line}: column {number + 1} ('{header[:40]}') holds what looks like {what}. Views are collected without "
                    "anything that says who somebody is: take it out and try again"
                )
    return Sheet(name, tuple(headers), rows)


def _text_of(data: bytes, name: str) -> str:
    if len(data) > 20 * load.MAX_BYTES:
        raise Refused(f"{name}: this is too large for the answers of a group")
    if data.startswith(b"PK\x03\x04"):
        raise Refused(f"{name}: this is a spreadsheet; save it as CSV in UTF-8 and try again")
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(f"{name}: this is not text in UTF-8; save it as CSV in UTF-8 and try again") from None
    if "\0" in text:
        raise Refused(f"{name}: this is not a table of text; export it again as CSV in UTF-8")
    return text


def _one_header(
    headers: list[str], lines: list[tuple[int, list[str]]]
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """One header where a tool writes several: the question itself, instead of its number."""
    if len(lines) > 1 and any("ImportId" in cell for cell in lines[1][1]):
        questions = lines[0][1]
        return [*questions, *headers[len(questions) :]], lines[2:]
    if lines and {c.lower() for c in lines[0][1] if c} <= {"response", "open-ended response"}:
        return headers, lines[1:]
    return headers, lines


def guessed(sheet: Sheet, questions: dict[str, str]) -> dict[str, tuple[int, ...]]:
    """The columns whose header is the question itself, or the name of what they hold.

    Args:
        sheet: the table.
        questions: other names of what a column can be: the question as it was asked, the title of a principle.
    """
    names = {plain(t): t for t in TARGETS} | {plain(q): t for q, t in questions.items()}
    found: dict[str, list[int]] = {}
    for number, header in enumerate(sheet.headers):
        target = names.get(plain(header))
        if target and (target == WORDS or target not in found):
            found.setdefault(target, []).append(number)
    return {k: tuple(v) for k, v in found.items()}


def column_of(sheet: Sheet, header: str) -> int:
    """The number, from 0, of the column with this header, or with `#3`, counted from 1.

    Raises:
        Refused: there is none, or several.
    """
    numbered = re.fullmatch(r"#(\d{1,4})", header.strip())
    if numbered and 1 <= int(numbered[1]) <= len(sheet.headers):
        return int(numbered[1]) - 1
    same = [n for n, h in enumerate(sheet.headers) if plain(h) == plain(header)]
    if len(same) == 1:
        return same[0]
    if same:
        raise Refused(
            f"{sheet.name}: columns {', '.join(str(n + 1) for n in same)} have this header; name one as #{same[0] + 1}"
        )
    raise Refused(f"{sheet.name}: there is no column '{header[:60]}'; {hint(header, sheet.headers)}")


def of_sheet(sheet: Sheet, columns: dict[str, tuple[int, ...]], values: dict[str, str], of: str, month: str) -> Round:
    """One round from a table.

    Args:
        sheet: the table.
        columns: which columns hold what.
        values: what else people could choose in the survey, and which of `OPINIONS` it means.
        of: the side.
        month: the month in which they were asked.

    Raises:
        Refused: an answer cannot be understood.
    """
    meant = _MEANT | {plain(k): v for k, v in values.items()}
    found = Round(of, month, tuple(p for p in PRINCIPLES if p in columns))
    if not found.asked_about:
        raise Refused(
            f"{sheet.name}: no column is known to hold answers; name them with --map, as in --map 'influence={sheet.headers[0][:40]}'"
        )
    unquoted = 0
    for line, row in sheet.rows:
        opinions: dict[str, str] = {}
        for target in (*found.asked_about, LABEL):
            for number in columns.get(target, ()):
                cell = row[number]
                if not plain(cell):
                    continue
                opinion = meant.get(plain(cell))
                if opinion is None:
                    # What stands there is not repeated: it may be somebody's own words.
                    raise Refused(
                        f"{sheet.name}:{line}: column {number + 1} ('{sheet.headers[number][:40]}') holds an answer that is not known; say what it "
                        "means with --value 'THE ANSWER=yes', partly, no or unsure"
                    )
                opinions[target] = opinion
        label = opinions.pop(LABEL, None)
        said = [(n, row[n]) for n in columns.get(WORDS, ()) if row[n]]
        agreed = any(plain(row[n]) in _YES or meant.get(plain(row[n])) == "agree" for n in columns.get(QUOTE, ()))
        words = tuple(quoted(sheet.headers[n], text) for n, text in said) if agreed else ()
        if said and not agreed:
            unquoted += len(said)
        if opinions or label or said:
            found.people.append(Answers(opinions, label, words, 0 if agreed else len(said)))
    empty = len(sheet.rows) - len(found.people)
    if empty:
        found.notes.append(f"{empty} rows of {sheet.name} hold no answer at all and were not counted")
    if unquoted and QUOTE not in columns:
        found.notes.append(
            f"no column says whether people agreed to be quoted (--map 'quote=…'), so no open answer of {sheet.name} was kept"
        )
    used = {n for listed in columns.values() for n in listed}
    unread = [h for n, h in enumerate(sheet.headers) if n not in used and h]
    if unread:
        found.notes.append(f"columns of {sheet.name} that were not read: {'; '.join(h[:60] for h in unread)}")
    return found


def together(rounds: Iterable[Round]) -> Round:
    """Several parts of the same round as one.

    Raises:
        Refused: they are not of the same side and month.
    """
    parts = list(rounds)
    sides, months = Counter(r.of for r in parts), Counter(r.when for r in parts)
    whole = Round(_only(sides, "sides", "--of"), _only(months, "rounds", "--round"), ())
    whole.asked_about = tuple(p for p in PRINCIPLES if all(p in r.asked_about for r in parts))
    left = sorted({p for r in parts for p in r.asked_about} - set(whole.asked_about))
    for part in parts:
        whole.people += part.people
        whole.notes += part.notes
    if left:
        whole.notes.append(f"not everybody was asked about {', '.join(left)}, so that was left out")
    return whole
