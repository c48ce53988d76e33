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
MARKS = (TEST, SPAM, UNFINISHED, REJECTED)
"""What a survey tool marks a row as."""

_TEST = frozenset(
    ("preview", "survey preview", "test", "survey test", "test data", "offline survey preview", "offline preview", "survey preview spam",
     "preview spam", "testing", "test response", "test submission", "test mode", "preview mode", "demo", "dry run", "umfragevorschau", "vorschau",
     "umfragetest", "testantwort", "testmodus", "aperçu", "aperçu de l enquête", "test de l enquête", "vista previa", "vista previa de la encuesta",
     "prueba", "prueba de la encuesta", "anteprima", "anteprima sondaggio", "pré visualização", "pré visualização da pesquisa", "teste",
     "voorbeeld", "enquêtevoorbeeld", "enquêtepreview", "podgląd", "podgląd ankiety", "rhagolwg", "prawf")
)  # fmt: skip
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
    ("finished", "completed", "is complete", "iscomplete", "is finished", "beendet", "abgeschlossen", "terminé", "terminée", "finalizado",
     "terminado", "finito", "completato", "completado", "concluído", "voltooid", "zakończono", "ukończono")
)  # fmt: skip
_PROGRESS = frozenset(
    ("progress", "percent complete", "completion rate", "fortschritt", "progression", "progreso", "avanzamento", "progresso", "voortgang",
     "postęp")
)  # fmt: skip
_OF_A_ROW = frozenset(
    ("response", "responses", "survey", "submission", "answer", "record", "data", "entry", "mode", "type", "status", "channel", "source", "environment",
     "collection", "distribution", "collector", "link", "antwort", "umfrage", "modus", "typ", "art", "quelle", "kanal", "verteilungskanal",
     "réponse", "état", "statut", "canal", "respuesta", "tipo", "modo", "estado", "stato", "bron", "soort", "kind", "origin")
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
    plain = [{_plain(n) for n in each} | {n.casefold() for n in each} for each in names]
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
    order = (TEST, SPAM, REJECTED, UNFINISHED)
    for at, row in enumerate(rows):
        said = {rule(row[number]) for number, rule in rules}
        found[at] = next((mark for mark in order if mark in said), "")
    return found


def _rule(
    called: set[str], cells: Sequence[str], names: Sequence[str], everything: set[str], *, qualtrics: bool
) -> Callable[[str], str] | None:
    """How the cells of a column are read as marks; None where it marks nothing."""
    plain = [_plain(c) for c in cells]
    filled = {p for p in plain if p}
    if called & {
        "status",
        "response status",
        "response type",
        "survey status",
        "submission status",
        "completion status",
        "state",
        "completion",
    }:
        return _qualtrics_status if qualtrics and filled <= {str(n) for n in range(64)} else _status
    if any(set(one.split()) <= _OF_A_ROW for one in called if one) or "distributionchannel" in called:
        return lambda cell: TEST if _plain(cell) in _TEST else ""
    if (
        called & {"is test", "istest", "test", "test response", "is preview", "ispreview", "preview", "test mode"}
        and filled <= _TRUE | _FALSE
    ):
        return lambda cell: TEST if _plain(cell) in _TRUE else ""
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
    if called & _FINISHED and filled and filled <= _TRUE | _FALSE | {"complete", "incomplete"}:
        return lambda cell: "" if _plain(cell) in _TRUE | {"complete"} else UNFINISHED
    dated = any(re.search(r"\d", c) for c in cells)
    if called & _SUBMITTED or (called & _COMPLETED and dated):
        # "Incomplete" stands where a day should.
        return lambda cell: "" if (re.search(r"\d", cell) if dated else cell) else UNFINISHED
    if called & _PROGRESS and not everything & _FINISHED and filled:
        return _progress if all(_share(c) is not None for c in cells if c) else None
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
