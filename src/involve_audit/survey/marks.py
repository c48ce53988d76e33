"""Rows that a survey tool itself marks as nobody's finished answer: previews, tests, spam, and what was broken off.

Each tool has its own column for it. Columns are known by their names and by what stands in them, so that a question of
the survey that happens to be called "Status" leaves nobody out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

TEST = "a preview or a test"
SPAM = "spam, or a second answer of the same person"
UNFINISHED = "unfinished"
REJECTED = "not approved, or on hold"
WITHDRAWN = "withdrawn"
EXCLUDED = "not to be counted"
MARKS = (TEST, SPAM, UNFINISHED, REJECTED, WITHDRAWN, EXCLUDED)
"""What a row is marked as, by a survey tool or by who keeps the table."""

_TEST = frozenset(
    ("preview", "survey preview", "test", "survey test", "test data", "offline survey preview", "offline preview", "survey preview spam",
     "preview spam", "testing", "pretest", "debug", "test response", "test submission", "test mode", "preview mode", "demo", "dry run", "umfragevorschau", "vorschau",
     "umfragetest", "testantwort", "testmodus", "aperçu", "aperçu de l enquête", "test de l enquête", "vista previa", "vista previa de la encuesta",
     "prueba", "prueba de la encuesta", "anteprima", "anteprima sondaggio", "pré visualização", "pré visualização da pesquisa", "teste", "essai", "provă", "test antwort", "testeintrag", "testdatensatz", "probe",
     "voorbeeld", "enquêtevoorbeeld", "enquêtepreview", "podgląd", "podgląd ankiety", "rhagolwg", "prawf")
)  # fmt: skip
_SURELY_A_TEST = re.compile(
    r"(?:offline )?survey (?:preview|test)(?: spam)?|umfragevorschau|umfragetest|aperçu de l enquête|test de l enquête|vista previa de la encuesta|prueba de la encuesta|"
    r"anteprima sondaggio|pré visualização da pesquisa|enquêtevoorbeeld|podgląd ankiety|"
    r"(?:this is |just |only )?(?:a |my )?test(?:ing)?(?: (?:response|answer|entry|submission|only|data|record|survey))?(?: \d{1,3})?(?: (?:please|pls) (?:ignore|delete|disregard))|"
    r"(?:please|pls) (?:ignore|delete|disregard) (?:this )?(?:test|testing)(?: (?:response|answer|entry|submission))?|this is (?:just |only )?a test(?: (?:response|answer|entry|submission))?|"
    r"(?:bitte )?(?:nur )?(?:ein )?test bitte (?:ignorieren|löschen)"
)
"""What nobody answers who is asked something: it marks a row in whatever column it stands."""
_SPAM = frozenset(
    ("spam", "possible spam", "imported spam", "offline spam", "ex spam", "duplicate", "fraud", "quarantined")
)
_BROKEN_OFF = frozenset(
    ("partial", "partially complete", "partially completed", "partial complete", "incomplete", "in progress", "started", "abandoned",
     "disqualified", "screened out", "screenout", "terminated", "deleted", "draft", "unfinished", "not completed", "not finished",
     "not complete", "opened", "overquota", "quota full", "bounced", "saved", "unverified")
)  # fmt: skip
_NOT_APPROVED = frozenset(
    (
        "not approved",
        "on hold",
        "validation status not approved",
        "validation status on hold",
        "rejected",
        "hasissues",
        "has issues",
    )
)
_QUALTRICS_CODES = {
    "1": TEST,
    "2": TEST,
    "9": TEST,
    "17": TEST,
    "8": SPAM,
    "12": SPAM,
    "24": SPAM,
    "25": TEST,
    "40": SPAM,
}
_STATUS = frozenset(
    ("status", "state", "completion", "état", "statut", "estado", "stato", "antwortstatus", "bearbeitungsstand", "stan")
)
_WITHDREW = re.compile(
    r"(?:consent |permission |has |participant )?(?:withdrew|withdrawn|opted out|revoked|widerrufen|zurückgezogen|retiré|retirado|ritirato|ingetrokken|wycofano)\b.*"
)
_WITHDRAWN = re.compile(
    # Of a person or an answer; of consent alone it may be consent to be quoted.
    r"(?:(?:participant|respondent|person|contributor|response|answers?|data|record|has|have|is|was|date|time|of|on|when) )*"
    r"(?:withdrawn|withdrew|withdrawal|zurückgezogen|ingetrokken)"
    r"(?: (?:from (?:the |this )?(?:study|survey|research|evaluation|project)|date|on|at|time|requested|am|op|yes no))*"
)
_TRUE = frozenset(("true", "yes", "1", "y", "wahr", "vrai", "verdadero", "vero", "waar", "prawda"))
_FALSE = frozenset(("false", "no", "0", "n", "falsch", "faux", "falso", "onwaar", "falsz", "fałsz"))
_SUBMITTED = frozenset(
    ("submitdate", "date submitted", "datum abgeschickt", "abgabedatum", "date de soumission", "fecha de envio", "fecha de envío",
     "data di invio", "data invio", "datum ingezonden", "data wyslania", "data wysłania", "data de envio", "date submitted utc",
     "submit date", "submit date utc", "submitted at", "dyddiad cyflwyno")
)  # fmt: skip
_COMPLETED = frozenset(
    ("response completed", "completed at", "completed on", "date completed", "completed date", "completion date", "completion time",
     "time completed", "completed time", "finished at", "finished on", "date finished", "finish date", "finish time", "abgeschlossen am",
     "beendet am", "terminé le", "date de fin", "fecha de finalización", "data di completamento", "voltooid op")
)  # fmt: skip
"""Other words for the same, which may head an empty column too."""


_FINISHED = frozenset(
    ("finished", "completed", "fertig", "afgerond", "gereed", "is complete", "iscomplete", "is finished", "beendet", "abgeschlossen", "terminé", "terminée", "finalizado",
     "terminado", "finito", "completato", "completado", "concluído", "voltooid", "zakończono", "ukończono")
)  # fmt: skip
_EXCLUDE = re.compile(
    # Not "excluded" or "ignored" alone, which people may be asked whether they felt.
    r"exclude|discard|invalid|to be excluded|(?:do )?not (?:to be )?count(?:ed)?|exclude(?: this)?(?: row| response| record)|"
    r"(?:exclude[ds]?|dropp?(?:ed)?|omit(?:ted)?|remov(?:e|ed)) (?:from|in) (?:the )?(?:analysis|analyses|data ?set|sample)|exclusion flag"
)
"""A column in which whoever keeps the table marks rows that do not count."""
_ENDED = frozenset(("ended", "beendet", "terminé"))
_BEGUN = frozenset(("started", "created", "begonnen", "commencé"))
_PROGRESS = frozenset(
    ("progress", "percent complete", "percentage complete", "completion rate", "completion percentage", "fortschritt", "progression", "progreso", "avanzamento", "progresso", "voortgang",
     "postęp")
)  # fmt: skip
_A_DAY = re.compile(r"\d{1,4} \w{1,9} \d{1,4}\b|\d{1,2} [a-z]{3,9}$|[a-z]{3,9} \d{1,4}$")
_TICKED = frozenset(("x", "✓", "✔", "exclude", "excluded", "checked"))
_NUMBERED_BY = frozenset(
    ("id", "record id", "response id", "respondent id", "participant id", "study id", "case", "case id")
)
_A_TEST_RECORD = re.compile(r"(?:test|testing|demo)(?: ?(?:record|id|case))? ?\d{0,4}|\d{0,4} ?test")
_OF_A_ROW = frozenset(
    ("response", "responses", "survey", "submission", "answer", "record", "data", "entry", "mode", "type", "status", "channel", "source", "environment",
     "collection", "distribution", "collector", "link", "antwort", "umfrage", "modus", "typ", "art", "quelle", "kanal", "verteilungskanal",
     "réponse", "état", "statut", "canal", "respuesta", "tipo", "modo", "estado", "stato", "bron", "soort", "kind", "origin", "review", "participation", "participant", "consent", "completion", "antworttyp", "antwortstatus", "state", "test", "testing", "preview",
     "is", "flag", "de", "der", "of", "validation", "approval", "recruitment", "enrolment")
)  # fmt: skip
"""A header of nothing but such words speaks of the row, not of a person's answer."""


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).casefold()).split())


def of(
    names: Sequence[Sequence[str]], rows: Sequence[Sequence[str]], used: set[int] | frozenset[int] = frozenset()
) -> list[str]:
    """For each row what the tool marks it as; empty where it is somebody's answer.

    Args:
        names: the names of each column.
        rows: the cells of each row.
        used: columns that hold answers; they mark nothing.
    """
    found = [""] * len(rows)
    # Snap calls what it knows of a row `ID.completed`.
    plain = [{_plain(n).removeprefix("id ") for n in each} | {n.casefold() for n in each} for each in names]
    everything = set().union(*plain) if plain else set()
    qualtrics = bool(everything & {"finished", "progress", "distribution channel", "recorded date", "user language"})
    rules: list[tuple[int, Callable[[str], str]]] = []
    for number, called in enumerate(plain):
        if number not in used and (
            rule := _rule(called, [r[number] for r in rows], names[number], everything, qualtrics=qualtrics)
        ):
            rules.append((number, rule))
    forms = [n for n, rule in rules if rule is _form_status]
    if len(forms) > 1:
        # REDCap: each form ends in its own status; only those of the forms that hold answers count.
        own = {min((f for f in forms if f > n), default=-1) for n in used}
        if -1 not in own:
            rules = [(n, rule) for n, rule in rules if rule is not _form_status or n in own]
    order = (TEST, WITHDRAWN, EXCLUDED, SPAM, REJECTED, UNFINISHED)
    for at, row in enumerate(rows):
        said = {rule(row[number]) for number, rule in rules}
        said |= {TEST for cell in row if len(cell) < _SHORT and _SURELY_A_TEST.fullmatch(_plain(cell))}
        found[at] = next((mark for mark in order if mark in said), "")
    return found


_SHORT = 60
"""So few characters a mark of a row has."""


def _rule(
    called: set[str], cells: Sequence[str], names: Sequence[str], everything: set[str], *, qualtrics: bool
) -> Callable[[str], str] | None:
    """How the cells of a column are read as marks; None where it marks nothing."""
    plain = [_plain(c) for c in cells]
    filled = {p for p in plain if p}
    share = called & _PROGRESS or (called & {"complete", "completed", "completion"} and any("%" in n for n in names))
    if share and not everything & (_FINISHED - called) and filled:
        return _progress if all(_share(c) is not None for c in cells if c) else None
    row_words = [set(one.split()) for one in called if one and set(one.split()) <= _OF_A_ROW | _STATUS | {"entry"}]
    if not any("%" in n for n in names) and any(
        words & _STATUS or words >= {"response", "type"} for words in row_words
    ):
        return _qualtrics_status if qualtrics and filled <= {str(n) for n in range(64)} else _status
    if called & _NUMBERED_BY and any(map(_A_TEST_RECORD.fullmatch, plain)):
        return lambda cell: TEST if _A_TEST_RECORD.fullmatch(_plain(cell)) else ""
    if any(_EXCLUDE.fullmatch(one) for one in called) and filled <= _TRUE | _FALSE | _TICKED:
        return lambda cell: EXCLUDED if _plain(cell) in _TRUE | _TICKED else ""
    if any(map(_WITHDRAWN.fullmatch, called)) and all(p in _TRUE | _FALSE | _TICKED or _A_DAY.match(p) for p in filled):
        return lambda cell: WITHDRAWN if _plain(cell) and _plain(cell) not in _FALSE else ""
    if "dispcode" in called and filled and all(p.isdigit() for p in filled):
        # Unipark: only 31 and 32 reached the end.
        return lambda cell: "" if cell.strip() in ("31", "32") else UNFINISHED
    if "q viewer" in called and filled <= _TRUE | _FALSE:
        # SoSci Survey: who only looked through the questions.
        return lambda cell: UNFINISHED if _plain(cell) in _TRUE else ""
    tested = {n for words in row_words for n in words if words & {"test", "testing", "preview"}} or called & {
        "istest",
        "ispreview",
    }
    # "Test" alone may be what somebody ticked.
    if tested and filled <= _TRUE | _FALSE | (_TICKED if len(tested) > 1 else set()):
        return lambda cell: TEST if _plain(cell) in _TRUE | _TICKED else ""
    if any("test" not in words for words in row_words) or "distributionchannel" in called:
        return lambda cell: TEST if _plain(cell) in _TEST else ""
    if (
        called
        & {
            "q ballotboxstuffing",
            "q ballot box stuffing",
            "q duplicaterespondent",
            "q duplicate respondent",
            "q relevantidduplicate",
            "q relevant idduplicate",
            "q relevant id duplicate",
        }
        and filled <= _TRUE | _FALSE
    ):
        return lambda cell: SPAM if _plain(cell) in _TRUE else ""
    whole = _TRUE | {"complete", "completed", "finished"}
    if (
        called & (_FINISHED | {"complete"})
        and "Complete?" not in names
        and filled
        and filled <= whole | _FALSE | _BROKEN_OFF
    ):
        return lambda cell: "" if _plain(cell) in whole else UNFINISHED
    dated = any(re.search(r"\d", c) for c in cells)
    ended = called & _COMPLETED or (called & _ENDED and everything & _BEGUN)
    if called & _SUBMITTED or (ended and dated):
        # "Incomplete" stands where a day should.
        return lambda cell: "" if (re.search(r"\d", cell) if dated else cell) else UNFINISHED
    if called & {"lastpage", "last page"} and not everything & _SUBMITTED:
        return _last_page(cells)
    if called & {"validation status", "reviewstate", "review state"}:
        return lambda cell: REJECTED if _plain(cell) in _NOT_APPROVED else ""
    form = any(re.fullmatch(r"[a-z][a-z0-9_]*_complete", n) or n.strip() == "Complete?" for n in names)
    if form and filled <= {"0", "1", "2", "incomplete", "unverified", "complete"}:
        return _form_status
    if any(re.fullmatch(r"[a-z][a-z0-9_]*_timestamp", n) or _plain(n) == "survey timestamp" for n in names):
        return lambda cell: UNFINISHED if _plain(cell) == "not completed" else ""
    return None


def _status(cell: str) -> str:
    text = _plain(cell)
    if text in _TEST:
        return TEST
    if _WITHDREW.fullmatch(text):
        return WITHDRAWN
    if text in _SPAM:
        return SPAM
    if text in _NOT_APPROVED:
        return REJECTED
    return UNFINISHED if text in _BROKEN_OFF else ""


def _qualtrics_status(cell: str) -> str:
    return _QUALTRICS_CODES.get(cell.strip(), "")


def _form_status(cell: str) -> str:
    return "" if _plain(cell) in ("2", "complete") else UNFINISHED


def _share(cell: str) -> float | None:
    text = cell.strip().removesuffix("%").strip().replace(",", ".")
    return float(text) if re.fullmatch(r"\d{1,3}(?:\.\d+)?", text) else None


def _progress(cell: str) -> str:
    share = _share(cell)
    return UNFINISHED if share is None or share < 100 else ""


def _last_page(cells: Sequence[str]) -> Callable[[str], str] | None:
    """LimeSurvey without a date of submission: who did not reach the last page that somebody reached."""
    if not all(re.fullmatch(r"-?\d{1,4}", c) for c in cells if c):
        return None
    last = max((int(c) for c in cells if c), default=0)
    return lambda cell: "" if cell and int(cell) >= last else UNFINISHED
