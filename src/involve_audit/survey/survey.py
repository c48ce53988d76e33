"""The export of a survey tool, read by the rules of that tool: headers in several rows, codes, matrices, and who answered.

A sheet knows every name by which a column may be called: its code, its question, the row of a matrix. What it says to a
person repeats headers, and never a cell.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from involve_audit.facts.views import FEW
from involve_audit.language import _, ngettext, term
from involve_audit.project.practice import PRINCIPLES
from involve_audit.survey import marks
from involve_audit.survey.collect import PersonAnswers, Refused, Round, quoted
from involve_audit.survey.consent import about_taking_part, asks_to_quote, bare_consent, declines, denies
from involve_audit.survey.identifying import codes_of_persons, identifying_column, identifying_text, tells_people_apart
from involve_audit.survey.meanings import (
    LABEL,
    QUOTE,
    TARGETS,
    WORDS,
    Meanings,
    known_answer,
    letter_codes,
    plain_no,
)
from involve_audit.survey.set_apart import OF_REMARKS, is_mark
from involve_audit.survey.withheld import Speaks, holds_back, noted_back, speaks, told_in_confidence
from involve_audit.tables import delimited
from involve_audit.wording.messages import hint

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_PARTS = 20
"""A header is looked at in so many parts: no group of questions lies deeper in another, and each part is as long as the rest."""
_LONG = 5
"""From so many words on a part of a header is a question; "care" alone may be anything."""


def plain(text: str) -> str:
    """A text by which headers are compared: letters and digits, in small letters."""
    text = html.unescape(re.sub(r"<[^<>]{1,200}>", " ", text))
    return " ".join(re.sub(r"[\W_]+", " ", re.sub("['\u2019\u02bc`]", "", text.casefold())).split())


@dataclass(frozen=True)
class AnswerSheet:
    """A table of answers, one person a row.

    Attributes:
        name: the file.
        headers: what stands over each column, as a person would call it.
        names: by which names each column is known: its code, its question, what its second header says.
        parts: parts of headers that may be a whole question: the row of a matrix.
        rows: the cells, as many as there are headers; with the line of the file.
    """

    name: str
    headers: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]
    parts: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def cells(self, column: int) -> list[str]:
        """What stands in a column, from the first person to the last."""
        return [cells[column] for _, cells in self.rows]

    @cached_property
    def of_limesurvey(self) -> bool:
        """Whether LimeSurvey wrote it: two columns at least are its own."""
        own = _OF_LIMESURVEY | _IN_WORDS_OF_LIMESURVEY
        return sum(any(plain(name) in own for name in names) for names in self.names) > 1

    @cached_property
    def codes(self) -> tuple[frozenset[str], ...]:
        """For each column the letters that may stand for something else there."""
        return tuple(letter_codes(self.cells(n)) for n in range(len(self.headers)))

    def short(self, column: int) -> str:
        """A header as it is shown in a message: in one line, and no longer than it must be."""
        return " ".join(self.headers[column].split())[:40]


# --- headers ---------------------------------------------------------------------------------------

_CODED = re.compile(r"([A-Za-z][\w-]*(?:\[[^\]]*\])*)\.\s+(.+)", re.DOTALL)
"""LimeSurvey: `G1Q1. The question`."""
_NUMBERED = re.compile(r"(?:Q\s?)?\d{1,3}(?:\.\d{1,3})*(?:\.?[a-z])?[.):]\s*(.+)", re.DOTALL | re.IGNORECASE)
"""JISC Online Surveys: `3. The question`, `3.a. The question`."""
_IN_BRACKETS = re.compile(r".*\[([^\]]+)\]\s*", re.DOTALL)
"""Google Forms, LimeSurvey: `How far do you agree? [The row]`."""
_A_DATE = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}[\d\s:.]{0,16}(?:[ap]m)?", re.IGNORECASE)
"""A date as survey tools write it, with a time or without."""
_OTHER = "other please specify"
_OF_LIMESURVEY = frozenset(
    ("submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "interviewtime")
)
_IN_WORDS_OF_LIMESURVEY = frozenset(("date submitted", "last page", "start language", "seed", "date started", "date last action", "datum abgeschickt", "letzte seite", "start sprache", "startsprache", "zufallsstartwert",
     "datum gestartet", "datum letzte aktivität", "date de soumission", "dernière page", "langue de départ", "tête de série", "date de lancement", "date de la dernière action", "fecha de envío", "última página", "lenguaje inicial", "semilla", "idioma inicial"))  # fmt: skip
"""Columns that LimeSurvey writes itself, by their codes and as they are called in its languages."""
_SECOND = frozenset(
    ("response", "open ended response", _OTHER, "antwort", "offene antwort", "antwort mit offenem ende", "réponse", "réponse ouverte", "réponse libre", "respuesta",
     "respuesta abierta", "respuesta de final abierto", "risposta", "risposta aperta", "resposta", "resposta aberta", "antwoord", "open antwoord", "odpowiedź",
     "odpowiedź otwarta", "svar", "öppet svar", "åpent svar", "ymateb")
)  # fmt: skip
"""What SurveyMonkey writes in its second row of headers."""
_HELD = frozenset(map(plain, TARGETS))
"""Headers that name what a column holds: a principle, the words, the consent to quote them."""
_QUESTION_NUMBER = re.compile(r"Q\d{1,3}(?:[._]\w{1,8})*", re.IGNORECASE)
_OF_THE_TOOL = frozenset(
    ("response id", "response set", "start date", "end date", "ip address", "recorded date", "recipient email", "email address", "external data reference", "finished",
     "distribution channel", "user language", "progress", "status", "duration in seconds", "response type")
)  # fmt: skip
"""What Qualtrics writes below its codes, in exports of today and in older ones (`V1`, and below it `ResponseID`)."""
_IMPORT_ID = re.compile(r'"ImportId"\s*:\s*"([^"]*)"')


def _names_of(stack: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of a column, and the parts of them that may be a question."""
    names: list[str] = []
    parts: list[str] = []
    for level, header in enumerate(stack):
        if not header or (level and plain(header) in _SECOND):
            continue
        found = _IMPORT_ID.search(header)
        if found:
            names.append(found[1])
            continue
        if level == 1 and len(stack) == 2 and plain(header) not in _HELD:
            # SurveyMonkey: a row of a matrix, or what could be ticked.
            parts.append(header)
            continue
        names.append(header)
        if coded := _CODED.fullmatch(header):
            names += coded.groups()
        elif numbered := _NUMBERED.fullmatch(header):
            names.append(numbered[1])
        for name in names[-2:]:
            if bracketed := _IN_BRACKETS.fullmatch(name):
                parts.append(bracketed[1])
            for mark in (">>", " - ", "\n", ": "):
                parts += [name.split(mark, n)[-1] for n in range(1, min(name.count(mark), _PARTS) + 1)]
            if ":" in name:
                # The row of a matrix before its question: `The row:How far do you agree?`
                parts.append(name.rpartition(":")[0])
        if "/" in header:
            # KoboToolbox: `group/question`, in names without blanks or in whole questions.
            (parts if " " in header.strip() else names).append(header.rpartition("/")[2])
    return tuple(dict.fromkeys(names)), tuple(dict.fromkeys(p.strip() for p in parts))


def _header_rows(rows: Sequence[delimited.TableRow], questions: frozenset[str], name: str, meanings: Meanings) -> int:
    """How many rows of headers there are.

    Raises:
        Refused: the second row may be one, and may be a person.
    """
    for number, row in enumerate(rows[1:4], 2):
        if sum("ImportId" in cell for cell in row.cells) > len([c for c in row.cells if c]) // 2:
            return number
    if len(rows) < 2:
        return 1
    header, second, rest = rows[0].cells, rows[1].cells, [r.cells for r in rows[2:]]
    filled = [n for n, cell in enumerate(second) if cell]
    # Under a header of its own "Other (please specify)" is what somebody chose; and no header is a date.
    sure = any(plain(second[n]) in questions for n in filled) or (
        any(plain(second[n]) in _SECOND and not (header[n] and plain(second[n]) == _OTHER) for n in filled)
        and _is_no_person(header, second, rest, filled)
        and not any(_A_DATE.match(second[n]) for n in filled)
    )
    # Names of principles below codes (`Q1`): nobody answers so, line by line.
    named = bool(filled) and all(plain(second[n]) in _HELD for n in filled)
    sure = sure or (named and len(filled) > 1 and bool(rest) and not any(plain(h) in _HELD | questions for h in header))
    sure = sure or _below_codes(header, second, rest, filled)
    looks = sure or _continues(header, second, rest, filled)
    if looks and any(meanings.told(second[n]) for n in filled):
        raise Refused(
            _(
                "{name}:{line}: this line looks like a second row of headers, and --value says what one of its cells means as an answer. It would be counted as a person: leave that --value out, or take the line out of the table",
                name=name,
                line=rows[1].line,
            )
        )
    if sure:
        return 2
    if looks:
        above_data = any(header[n] and not second[n] and rest and all(r[n] for r in rest) for n in range(len(header)))
        if above_data:
            return 2
        raise Refused(
            _(
                "{name}:{line}: this line looks like a second row of headers, for its cells stand under columns without a header and in no other line. Write one line of headers",
                name=name,
                line=rows[1].line,
            )
        )
    return 1


def _is_no_person(
    header: Sequence[str], second: Sequence[str], rest: Sequence[Sequence[str]], filled: Sequence[int]
) -> bool:
    """Whether a row that says "Response" is one of headers: somebody may answer so, in a row that is filled as everybody's is.

    In SurveyMonkey's export it goes on where the first row is blank, is blank below what the tool itself fills in, says nothing else, or
    says so where everybody else chose an answer.
    """
    return (
        any(not header[n] for n in filled)
        or any(header[n] and not second[n] and rest and all(r[n] for r in rest) for n in range(len(header)))
        or all(plain(second[n]) in _SECOND for n in filled)
        or any(
            plain(second[n]) in _SECOND and any(r[n] for r in rest) and all(known_answer(r[n]) for r in rest if r[n])
            for n in filled
        )
    )


def _below_codes(
    header: Sequence[str], second: Sequence[str], rest: Sequence[Sequence[str]], filled: Sequence[int]
) -> bool:
    """Whether the second row says what the codes above it stand for, or the first one what the codes below it do."""
    if (
        not rest
        or len(filled) < 2
        or any(known_answer(second[n]) or any(r[n] == second[n] for r in rest) for n in filled)
    ):
        return False
    spaced = [re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cell) for cell in second]
    # "Finished" may be what a tool says of the first person, but not below "Finished".
    of_tool = (n for n in filled if (p := plain(spaced[n])) in _OF_THE_TOOL and (" " in p or p == plain(header[n])))
    if any(True for _ in of_tool) and not any(_A_DATE.match(second[n]) for n in filled):
        return True
    return len(filled) == len(header) and all(_QUESTION_NUMBER.fullmatch(second[n]) for n in filled)


def _continues(
    header: Sequence[str], second: Sequence[str], rest: Sequence[Sequence[str]], filled: Sequence[int]
) -> bool:
    """Whether the second row goes on where the first has blank headers, with words that are nobody's answers."""
    if not any(not header[n] for n in filled) or not rest:
        return False
    return not any(known_answer(second[n]) or any(r[n] == second[n] for r in rest) for n in filled)


def read_sheet(data: bytes, name: str, questions: Iterable[str] = (), meanings: Meanings | None = None) -> AnswerSheet:
    """Read a CSV or a table with tabs, as survey tools export it.

    Args:
        data: the file.
        name: its name.
        questions: the questions as they were asked, by which a row of headers is known.
        meanings: what was told of answers.

    Raises:
        Refused: it is no such table, or it has a column that says who people are.
    """
    asked = frozenset(q for q in map(plain, questions) if len(q.split()) >= _LONG)
    wanted = asked | {plain(t) for t in TARGETS}
    try:
        found = delimited.read(delimited.decoded(data), lambda header: _leads_to(header, wanted))
    except delimited.NotATable as problem:
        raise Refused(f"{name}:{problem.line}: {problem.says}") from None
    rows = (found.header, *found.rows)
    for row in found.rows:
        if row.cells == found.header.cells:
            raise Refused(
                _(
                    "{name}:{line}: this line repeats the headers. Perhaps two exports stand one below the other: the same people would be counted twice. Keep one",
                    name=name,
                    line=row.line,
                )
            )
    depth = _header_rows(rows, asked, name, meanings or Meanings())
    stacks = [[row.cells[n] for row in rows[:depth]] for n in range(len(found.header.cells))]
    stacks = _filled(stacks)
    if depth == 2 and any(_QUESTION_NUMBER.fullmatch(above) and len(below.split()) > 1 for above, below in stacks):
        # Older exports of Qualtrics, and others with codes above: what stands below is the question.
        stacks = [[*stack, ""] for stack in stacks]
    both = [_names_of(stack) for stack in stacks]
    headers = tuple(_shown(stack) for stack in stacks)
    sheet = AnswerSheet(
        name,
        headers,
        tuple(names for names, _ in both),
        tuple(parts for _, parts in both),
        tuple((row.line, row.cells) for row in rows[depth:]),
    )
    _says_nobody(sheet, asked)
    return sheet


def _leads_to(header: str, wanted: frozenset[str]) -> bool:
    names, parts = _names_of([header])
    return any(plain(each) in wanted for each in (*names, *parts))


def _filled(stacks: list[list[str]]) -> list[list[str]]:
    """Headers that stand over several columns, repeated over each of them."""
    made: list[list[str]] = []
    for stack in stacks:
        above = made[-1][0] if made and len(stack) > 1 and not stack[0] and any(stack[1:]) else ""
        made.append([stack[0] or above, *stack[1:]])
    return made


def _shown(stack: Sequence[str]) -> str:
    told = [s for s in stack if s and not _IMPORT_ID.search(s)]
    below = [s for s in told[1:] if plain(s) not in _SECOND]
    if len(stack) > 2:
        # Qualtrics: a code, and below it the question.
        return (below or told or [""])[0]
    return " – ".join(dict.fromkeys([*told[:1], *below]))


def _says_nobody(sheet: AnswerSheet, questions: frozenset[str]) -> None:
    """Refuse columns, and cells, that say who people are.

    Raises:
        Refused: there is one.
    """
    for number, header in enumerate(sheet.headers):
        # A table without headers begins with a person; a question may name an address to write to.
        if len(header.split()) < 4 and (what := identifying_text(header)):
            raise Refused(
                _(
                    "{table}: the header of column {column} holds what looks like {what}; the first line must hold the headers, and nobody's answers",
                    table=sheet.name,
                    column=number + 1,
                    what=what,
                )
            )
    for number, names in enumerate(sheet.names):
        own = (*names, *sheet.parts[number])
        points = {n: w for n in own if plain(n) not in questions and (w := identifying_column(n))}
        if codes := codes_of_persons(names, sheet.cells(number)) if not points else "":
            raise Refused(
                _(
                    "{table}: column {column} ('{header}') holds what looks like {what}: letters and digits, and in each row others. Views are collected without anything that says who somebody is: delete the column, also from the copy that you keep, and try again",
                    table=sheet.name,
                    column=number + 1,
                    header=sheet.short(number),
                    what=codes,
                )
            )
        if not points:
            continue
        cells = [c for c in sheet.cells(number) if c and not known_answer(c)]
        # In a part of a header ("How useful were these? [E-mail]") it is no such thing where the same words come again.
        varied = len(set(cells)) * 2 > len(cells)
        what = next((w for n, w in points.items() if varied or n in names), "")
        if what and tells_people_apart(cells, own):
            raise Refused(
                _(
                    "{table}: column {column} ('{header}') may hold {what}. Views are collected without anything that says who somebody is: delete the column, also from the copy that you keep, and try again. If it holds nothing of the kind, give it another header",
                    table=sheet.name,
                    column=number + 1,
                    header=sheet.short(number),
                    what=what,
                )
            )
    for line, row in sheet.rows:
        for number, cell in enumerate(row):
            what = identifying_text(cell, sheet.names[number]) if len(cell) > 5 else ""
            if what:
                raise Refused(
                    _(
                        "{table}:{line}: column {column} ('{header}') holds what looks like {what}. Views are collected without anything that says who somebody is: take it out and try again",
                        table=sheet.name,
                        line=line,
                        column=number + 1,
                        header=sheet.short(number),
                        what=what,
                    )
                )


# --- which column is what --------------------------------------------------------------------------


def guessed(sheet: AnswerSheet, questions: Mapping[str, str]) -> dict[str, tuple[int, ...]]:
    """The columns whose header is the question itself, or the name of what they hold.

    Args:
        sheet: the table.
        questions: other names of what a column can be: the question as it was asked, the title of a principle.
    """
    names = {plain(t): t for t in TARGETS} | {plain(q): t for q, t in questions.items()}
    found: dict[str, list[int]] = {}
    for number in range(len(sheet.headers)):
        whole = (names.get(plain(n)) for n in sheet.names[number])
        parts = (names.get(p) for p in map(plain, sheet.parts[number]) if len(p.split()) >= _LONG)
        target = next((t for t in (*whole, *parts) if t), None)
        if target:
            found.setdefault(target, []).append(number)
    return {k: tuple(v) for k, v in found.items()}


def column_of(sheet: AnswerSheet, header: str) -> int:
    """The number, from 0, of the column with this header or code, or with `#3`, counted from 1.

    Raises:
        Refused: there is none, or several.
    """
    numbered = re.fullmatch(r"#(\d{1,4})", header.strip())
    if numbered and 1 <= int(numbered[1]) <= len(sheet.headers):
        return int(numbered[1]) - 1
    wanted = plain(header)
    for names in (tuple((h,) for h in sheet.headers), sheet.names, sheet.parts):
        same = [n for n, each in enumerate(names) if wanted and any(plain(name) == wanted for name in each)]
        if len(same) == 1:
            return same[0]
        if same:
            raise Refused(
                _(
                    "{table}: columns {columns} have this header; name one as #{first}",
                    table=sheet.name,
                    columns=", ".join(str(n + 1) for n in same),
                    first=same[0] + 1,
                )
            )
    _has_headers(sheet)
    shown = [" ".join(h.split())[:60] for h in sheet.headers if h]
    raise Refused(
        _(
            "{table}: there is no column '{header}'; {hint}",
            table=sheet.name,
            header=header[:60],
            hint=hint(header, shown),
        )
    )


def _likeliest(sheet: AnswerSheet) -> int:
    """The column that holds answers most likely: the one with most cells that are known answers, and a header."""

    def answers(number: int) -> int:
        return sum(known_answer(cell) for cell in sheet.cells(number) if cell)

    return max(range(len(sheet.headers)), key=lambda n: (bool(sheet.headers[n]), answers(n)), default=0)


def _has_headers(sheet: AnswerSheet) -> None:
    """Refuse a table that begins with somebody's answers, before its first line is repeated in a message."""
    if any(known_answer(h) for h in sheet.headers):
        raise Refused(
            _(
                "{table}: the first line seems to hold somebody's answers; it must hold the headers of the columns",
                table=sheet.name,
            )
        )


# --- counting --------------------------------------------------------------------------------------


def of_sheet(
    sheet: AnswerSheet,
    columns: Mapping[str, tuple[int, ...]],
    meanings: Meanings,
    of: str,
    month: str,
    unfinished: str | None = None,
) -> Round:
    """One round from a table.

    Args:
        sheet: the table.
        columns: which columns hold what.
        meanings: what answers mean.
        of: the side.
        month: the month in which they were asked.
        unfinished: `count` where people who did not finish are counted too, `leave-out` or None where they are not.

    Raises:
        Refused: an answer cannot be understood.
    """
    found = Round(of, month, tuple(p for p in PRINCIPLES if p in columns))
    if not found.asked_about:
        _has_headers(sheet)
        if len(sheet.headers) == 1:
            raise Refused(
                _(
                    "{table}: this is one column, and its header is no question that is known. Perhaps something else than a comma, a semicolon, a tab or | stands between the cells, whole lines stand in quotation marks, or a title stands above the headers: export it again as CSV (UTF-8). Where it is a column of answers, name it with --map 'influence=#1'",
                    table=sheet.name,
                )
            )
        raise Refused(
            _(
                "{table}: no column is known to hold answers; name them with --map, as in --map 'influence={header}'",
                table=sheet.name,
                header=sheet.short(_likeliest(sheet)),
            )
        )
    for number in columns.get(QUOTE, ()):
        if not _asks_plainly(sheet, number):
            raise Refused(
                _(
                    "{table}: column {column} ('{header}') is not known to ask plainly whether people may be quoted: it may ask the opposite, for something else, or under a condition or for a few only, so a yes there is no consent. Add a column that says yes where they agree to be quoted, without any condition, with the header `quote`, and name that",
                    table=sheet.name,
                    column=number + 1,
                    header=sheet.short(number),
                )
            )
    columns, in_confidence, found.notes = _without_confidences(sheet, columns)
    used = {n for listed in columns.values() for n in listed}
    marked = marks.of(sheet.names, [cells for _, cells in sheet.rows], used)
    rest = [(n, header) for n, header in enumerate(sheet.headers) if n not in used]
    beside = {n: said for n, _header in rest if n not in in_confidence and (said := _speaks(sheet, n))}
    taking_part = [
        n
        for n, header in rest
        if beside.get(n, "asks") == "asks" and (about_taking_part(header) or bare_consent(header))
    ]
    remarks = frozenset(n for n, header in rest if len(header.split()) < _LONG and OF_REMARKS.search(plain(header)))
    heeded = _Heeded(columns, beside, frozenset(n for n, header in rest if bare_consent(header)), remarks)
    left: Counter[str] = Counter()
    blank = 0
    for (line, row), mark in zip(sheet.rows, marked, strict=True):
        if mark and not (mark == marks.UNFINISHED and unfinished == "count"):
            left[mark] += 1
            continue
        if _declined(sheet, line, row, taking_part, meanings):
            left[_DECLINED] += 1
            continue
        person = _person(sheet, line, row, columns, meanings, heeded)
        if person is None:
            blank += 1
        else:
            found.people.append(person)
            found.counted.append((line, person))
    found.notes += _left_out(sheet, left, blank, told=unfinished is not None)
    if not found.people and left:
        raise Refused(_("{note}, and nobody else answered", note=found.notes[0]))
    if QUOTE not in columns and any(p.unquoted for p in found.people):
        found.notes.append(
            _(
                "no column says whether people agreed to be quoted (--map 'quote=…'), so no open answer of {table} was kept",
                table=sheet.name,
            )
        )
    found.notes += _said_of_heeded(sheet, heeded, len(found.people))
    seen = {*used, *in_confidence, *heeded.kept_out, *taking_part, *(heeded.beside if heeded.matters else ())}
    unread = [" ".join(h.split()) for n, h in enumerate(sheet.headers) if n not in seen and h]
    if unread:
        found.notes.append(
            _(
                "columns of {table} that were not counted: {headers}",
                table=sheet.name,
                headers="; ".join(h[:60] for h in unread),
            )
        )
    return found


def _left_out(sheet: AnswerSheet, left: Counter[str], blank: int, *, told: bool) -> list[str]:
    says = []
    for mark, number in sorted(left.items()):
        rows = ngettext("{number} row", "{number} rows", number, number=number)
        how = _("; --unfinished count counts them too") if mark == marks.UNFINISHED and not told else ""
        if mark == _DECLINED:
            says.append(
                _("{rows} of {table} left out, for these people said no to taking part", rows=rows, table=sheet.name)
            )
            continue
        says.append(
            _(
                "{rows} of {table} left out, marked there as {mark}{how}",
                rows=rows,
                table=sheet.name,
                mark=term(mark),
                how=how,
            )
        )
    if blank:
        rows = ngettext("{number} row", "{number} rows", blank, number=blank)
        says.append(_("{rows} of {table} without any answer, not counted", rows=rows, table=sheet.name))
    return says


def _person(
    sheet: AnswerSheet,
    line: int,
    row: Sequence[str],
    columns: Mapping[str, tuple[int, ...]],
    meanings: Meanings,
    heeded: _Heeded,
) -> PersonAnswers | None:
    """What one row says; None where nothing was answered."""
    opinions: dict[str, str] = {}
    for target in (*PRINCIPLES, LABEL):
        for number in columns.get(target, ()):
            cell = row[number]
            if not cell:
                continue
            opinion = meanings.opinion(target, cell, sheet.codes[number], limesurvey=sheet.of_limesurvey)
            if opinion is None:
                raise Refused(_not_known(sheet, line, number, target, meanings))
            if opinions.setdefault(target, opinion) != opinion:
                both = ", ".join(str(n + 1) for n in columns[target])
                raise Refused(
                    _(
                        "{table}:{line}: columns {both} both hold answers on {target}, and differ here; name one of them with --map '{target}=#{first}'",
                        table=sheet.name,
                        line=line,
                        both=both,
                        target=target,
                        first=columns[target][0] + 1,
                    )
                )
    label = opinions.pop(LABEL, None)
    said = [(n, row[n]) for n in columns.get(WORDS, ()) if row[n]]
    agreed = _agreed(sheet, line, row, columns, meanings)
    if not (opinions or label or said):
        return None
    if not agreed:
        return PersonAnswers(opinions, label, unquoted=len(said))
    if said and _keeps_out(row, heeded, meanings):
        return PersonAnswers(opinions, label, taken_back=len(said))
    return PersonAnswers(opinions, label, tuple(quoted(" ".join(sheet.headers[n].split()), text) for n, text in said))


def _agreed(
    sheet: AnswerSheet, line: int, row: Sequence[str], columns: Mapping[str, tuple[int, ...]], meanings: Meanings
) -> bool:
    """Whether somebody agreed to be quoted: every column that asks for it says a plain yes."""
    agreed = []
    for number in columns.get(QUOTE, ()) if WORDS in columns else ():
        consent = meanings.consent(row[number])
        if consent is None:
            raise Refused(
                _(
                    "{table}:{line}: column {column} ('{header}') holds neither a plain yes nor a plain no, and nobody is quoted on a guess; say what it means with --value 'quote:THE ANSWER=yes', or no",
                    table=sheet.name,
                    line=line,
                    column=number + 1,
                    header=sheet.short(number),
                )
            )
        agreed.append(consent)
    return bool(agreed) and all(agreed)


def _asks_plainly(sheet: AnswerSheet, number: int) -> bool:
    """Whether a column asks for consent to be quoted by its question, and by none of its other names for anything else."""
    header = sheet.headers[number]
    return asks_to_quote(header) and all(asks_to_quote(name) or not speaks(name) for name in sheet.names[number])


def _speaks(sheet: AnswerSheet, number: int) -> Speaks:
    """What a column beside that of consent has to do with it, by all its names; where these differ, it is unclear."""
    said = {each for name in (sheet.headers[number], *sheet.names[number]) if (each := speaks(name))}
    return said.pop() if len(said) == 1 else "unclear" if said else ""


def _without_confidences(
    sheet: AnswerSheet, columns: Mapping[str, tuple[int, ...]]
) -> tuple[dict[str, tuple[int, ...]], list[int], list[str]]:
    """The columns without those in which people were asked for words that are not for everybody; which these are, and what to say of them."""
    left = [n for n in columns.get(WORDS, ()) if told_in_confidence(sheet.headers[n])]
    kept = {t: tuple(n for n in listed if t != WORDS or n not in left) for t, listed in columns.items()}
    says = [
        _(
            "column {column} of {table} ('{header}') asks for words in confidence, or may; none of them is kept",
            column=n + 1,
            table=sheet.name,
            header=sheet.short(n),
        )
        for n in left
    ]
    return {t: listed for t, listed in kept.items() if listed}, left, says


@dataclass
class _Heeded:
    """What beside the column of consent keeps people's words out.

    Attributes:
        columns: which columns hold what.
        beside: what other columns have to do with consent, by their headers.
        dated: columns in which a date is that on which consent was given.
        remarks: columns of remarks, in which one word may set a person's words apart.
        kept_out: for each column, how many people's words stay out for what they wrote there.
    """

    columns: Mapping[str, tuple[int, ...]]
    beside: Mapping[int, Speaks]
    dated: frozenset[int]
    remarks: frozenset[int] = frozenset()
    kept_out: Counter[int] = field(default_factory=Counter)

    @property
    def matters(self) -> bool:
        """Whether anything may be quoted of this table."""
        return QUOTE in self.columns and WORDS in self.columns


def _keeps_out(row: Sequence[str], heeded: _Heeded, meanings: Meanings) -> bool:
    """Whether something that a person wrote, in whatever column, takes back that they agreed to be quoted, or may."""
    asks = heeded.columns.get(QUOTE, ())
    found = []
    for number, cell in enumerate(row):
        if not cell or number in asks:
            continue
        dated = number in heeded.dated and heeded.beside.get(number) == "asks" and _A_DATE.fullmatch(cell)
        stands = dated or _lets_stand(heeded.beside.get(number, ""), cell, meanings)
        noted = number not in heeded.columns.get(WORDS, ()) and (
            noted_back(cell) or (number in heeded.remarks and is_mark(cell.strip(" .!*").casefold(), of_remarks=True))
        )
        if not stands or holds_back(cell) or noted:
            found.append(number)
    heeded.kept_out.update(found)
    return bool(found)


def _lets_stand(said: Speaks, cell: str, meanings: Meanings) -> bool:
    """Whether a cell of a column that has to do with consent leaves it as it was given."""
    if not said:
        return True
    if said == "takes back":
        return plain_no(cell)
    return said == "asks" and meanings.consent(cell) is True


def _said_of_heeded(sheet: AnswerSheet, heeded: _Heeded, people: int) -> list[str]:
    """What is said of columns beside that of consent."""
    if not heeded.matters:
        return []
    says = []
    rules = {
        "asks": _("nobody is quoted who says anything there but a plain yes"),
        "takes back": _("nobody is quoted who says anything there but a plain no"),
        "unclear": _("nobody is quoted who says anything there, for neither a yes nor a no is sure to be consent"),
        "": _("some of what stands there takes consent back or limits it, or may, and these people are not quoted"),
    }
    elsewhere = _(". If it is about something else, take it out of the table")
    ways_out = {
        "asks": _(". Another answer that is a plain yes can be told: --value 'quote:THE ANSWER=yes'"),
        "unclear": elsewhere,
        "takes back": elsewhere,
    }
    for number in sorted({*heeded.beside, *heeded.kept_out} - set(heeded.columns[WORDS])):
        if not any(sheet.cells(number)):
            continue
        out = heeded.kept_out[number]
        # Of so few, the number would be about each of them.
        told = (
            ngettext(" ({number} person who had said yes)", " ({number} people who had said yes)", out, number=out)
            if people >= FEW
            else ""
        )
        said = heeded.beside.get(number, "")
        way_out = ways_out.get(said, "") if out or people < FEW else ""
        says.append(
            _(
                "column {column} of {table} ('{header}') was heeded too: {rule}{told}{way_out}",
                column=number + 1,
                table=sheet.name,
                header=sheet.short(number),
                rule=rules[said],
                told=told,
                way_out=way_out,
            )
        )
    return says


_DECLINED = "declined"


def _declined(sheet: AnswerSheet, line: int, row: Sequence[str], columns: Sequence[int], meanings: Meanings) -> bool:
    """Whether somebody said no to taking part; then nothing that stands in the row may be counted.

    Raises:
        Refused: there is a no to consent, and nothing says to what; or what may be a no.
    """
    for number in columns:
        header, cell = sheet.headers[number], row[number]
        # A box that says itself that somebody does not take part is ticked by those who do not.
        no = (meanings.agreed(cell) or (bool(cell) and declines(cell))) if declines(header) else meanings.declined(cell)
        if not no and (declines(header) or not denies(cell) or meanings.agreed(cell)):
            continue
        if no and (about_taking_part(header) or about_taking_part(cell)):
            return True
        if not no:
            raise Refused(
                _(
                    "{table}:{line}: column {column} ('{header}') may say no to taking part, in words that are not known. If it does, take out this row; else write yes there",
                    table=sheet.name,
                    line=line,
                    column=number + 1,
                    header=sheet.short(number),
                )
            )
        raise Refused(
            _(
                "{table}:{line}: column {column} ('{header}') says no, and its header does not say to what. If it is about being quoted, name it with --map 'quote=…'; if about taking part, take out the rows of those who said no",
                table=sheet.name,
                line=line,
                column=number + 1,
                header=sheet.short(number),
            )
        )
    return False


def _not_known(sheet: AnswerSheet, line: int, number: int, target: str, meanings: Meanings) -> str:
    # What stands there is not repeated: it may be somebody's own words.
    where = _(
        "{table}:{line}: column {column} ('{header}')",
        table=sheet.name,
        line=line,
        column=number + 1,
        header=sheet.short(number),
    )
    others = [c for c in sheet.cells(number)[1:] if c]
    first = bool(sheet.rows) and line == sheet.rows[0][0]
    if (
        first
        and others
        and all(meanings.opinion(target, c) for c in others)
        and not _somebodys(sheet, sheet.rows[0][1])
    ):
        return _(
            "{where} holds an answer that is not known, though all below it are. If this line is a person, say what the answer means with --value 'THE ANSWER=yes', partly, no or unsure; only if it is a second row of headers, take it out",
            where=where,
        )
    if all(_A_CODE.fullmatch(c) for c in sheet.cells(number) if c):
        number_of = len({c for c in sheet.cells(number) if c})
        return _(
            "{where} holds codes of answers ({number} different ones in this column), and what this one stands for is not known; export it again with the answers in full, or say it of each code: --value '{target}:THE CODE=yes', partly, no or unsure",
            where=where,
            number=number_of,
            target=target,
        )
    return _(
        "{where} holds an answer that is not known; say what it means with --value 'THE ANSWER=yes', partly, no or unsure",
        where=where,
    )


_A_CODE = re.compile(r"[A-Za-z]{1,5}[0-9]{0,4}|[0-9]{1,3}|-oth-")
"""What survey tools keep of an answer where they are asked for codes: up to five letters and digits, in LimeSurvey."""


def _somebodys(sheet: AnswerSheet, row: Sequence[str]) -> bool:
    """Whether a row is a person's for certain: it holds an answer, a number or a date, or what others wrote too."""
    return any(
        known_answer(cell) or any(c.isdigit() for c in cell) or cell in sheet.cells(n)[1:]
        for n, cell in enumerate(row)
        if cell
    )
