"""Rows of a log as entries of a project file; whatever is not told by a cell is not told by the entry.

Every cell that is not blank is placed, kept in the note of its entry, or named with its row and column; none vanishes.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from involve_audit.importing import choices, sheet_dates
from involve_audit.importing.heading_words import NOTHING_OR_OPEN, UNDER_WAY
from involve_audit.importing.headings import (
    ACTIVITIES,
    BUDGET,
    DECISIONS,
    LOG,
    OUR_DECISIONS,
    OUR_LOG,
    OUTCOMES,
    PAYMENTS,
    PUBLIC,
    plain,
)
from involve_audit.importing.taken_place import Tells, did_not_take_place, nobody_came
from involve_audit.importing.workbook import letters
from involve_audit.language import _
from involve_audit.project.fields import annotation, read_part, read_value
from involve_audit.project.influence import Said
from involve_audit.project.people import Source
from involve_audit.project.power import Decision
from involve_audit.project.reward import Line
from involve_audit.survey.identifying import identifying_text
from involve_audit.survey.meanings import Meanings, plain_no
from involve_audit.survey.set_apart import OF_REMARKS, column_decides, is_mark
from involve_audit.survey.withheld import holds_back, marked, noted_back, speaks, told_in_confidence
from involve_audit.wording.messages import Wrong, in_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Collection, Iterable

    from involve_audit.importing.mapping import Column, MappedSheet
    from involve_audit.importing.workbook import SheetRow, WorkbookSheet

_FIELDS: dict[str, tuple[Any, tuple[str, ...]]] = {
    "log": (Said, ("said", "by", "arose", "stage", "when", "answer", "reason", "changed", "about", "told_back", "checked_by_speaker", "reopened")),
    "decision": (Decision, ("what", "stage", "about", "decided_by", "announced_as", "became", "set_aside_by", "reason", "reopened", "room", "when")),
    "source": (Source, ("title", "date", "where")),
    "line": (Line, ("item", "amount")),
}  # fmt: skip
_MEETING = re.compile(
    r"\b(?:meetings?|workshops?|focus groups?|panel|forum|committee|sessions?|discussions?|call|zoom|teams|conference|steering|advisory|board|seminar|visit|away day|interviews?)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?:still )?(?:unknown|unclear|unsure|pending|awaited|in progress|under ?way|ongoing|not (?:yet )?(?:known|sure|clear|decided|agreed|done|started)(?: yet| so far)?|not yet|(?:nothing|none)(?: done| made)? (?:yet|so far|as yet|to date)|no (?:change|impact|action|answer|response|decision)s? (?:yet|so far|as yet|to date))"
    r"|too (?:early|soon) to (?:say|tell|know)|(?:still )?under (?:discussion|consideration|review)|(?:awaiting|waiting (?:for|on)|pending|subject to|depends on) .{1,60}|to be (?:decided|agreed|discussed|seen|done)|do(?: not|n['’]?t) know|n/k|not sure\b.{0,20}"
)
"""What people write where something may still change."""
_NOTHING_SAID = re.compile(
    r"(?:nothing|none|no (?:comments?|feedback|suggestions?|input|contributions?|issues?|points?))(?: (?:raised|received|made|given|said|to (?:add|report|say)))?(?: (?:this|that|last|at|in|for|from) .{1,24}| (?:so far|yet))?",
    re.IGNORECASE,
)
_NOT_DONE = re.compile(
    rf"{NOTHING_OR_OPEN}\b|"
    r"(?:(?:sorry,? )?(?:we|they|the team|team|it|this|that|unfortunately,?(?: we)?) )?(?:(?:are|is|was|were) )?(?:not(?! only)(?!.{1,60}\b(?:any ?more|any longer)\b)|cannot|can['’]?t|could(?: not|n['’]?t)|unable|nothing|none|nobody|rejected|refused|declined|unchanged|(?:stays?|stayed|remains?|remained) (?:the same|as (?:it|they) (?:was|were|is|are)|unchanged)|still (?:the same|as before|unchanged|no)|same as before|no (?:real |clear |visible |obvious )?(?:change|action|impact|difference|effect|influence|improvement|progress|budget|money|funding|time|capacity|response|reply)s?)\b",
    re.IGNORECASE,
)
"""How a text begins that tells why nothing changed, where what changed is asked; `no longer asked` is a change."""
_UNDER_WAY = re.compile(
    rf"{UNDER_WAY}|"
    r"(?:(?:we|team|staff) (?:are|is) )?(?:still )?(?:looking (?:for|into|at)|working on|trying to|exploring|considering|investigating|discussing|hoping to|being (?:re)?(?:\w+ed|written|built|made|done|drawn|chosen|taken|rewritten)|in discussion|in hand|in development|in progress)\b"
    r"|(?:(?:we|it|this|they|team) )?(?:will|plan(?:s|ned)? to|to be|intend(?:s|ed)? to|is to|are to|hope(?:s|d)? to|going to)\b",
    re.IGNORECASE,
)
"""How a text begins that tells what is being done or still to come, where what changed is asked."""
NO_SOURCE = "(none)"
"""In an export: the entry names nothing that shows it."""
_EXAMPLE = re.compile(r"(?:\[|\()?(?:e\.?g\.?|example|for example|sample)\b[ :,.\])-]", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:grand |sub[- ]?)?totals?:?|(?:zwischen)?summe:?|gesamt:?|insgesamt:?|total général:?|sous-total:?|suma:?|totale:?|totaal:?|sum:?|average:?|total (?:paid|hours|amount):?",
    re.IGNORECASE,
)
_TOTAL_OF = re.compile(
    r"(?:\S+ ){0,2}(?:grand |sub[- ]?)?totals?\b(?:[: (–-].{0,24})?|(?:sum|average|mean)\b[: ].{0,24}", re.IGNORECASE
)
"""The same with what it is a total of: `Subtotal Q1`, `Total for 2025`, `January total`, `Total: 4`."""
_FIGURE = re.compile(
    r"[£$€]?\s?[0-9][0-9.,]*\s?(?:[a-z]{1,5}\.?|%|GBP|EUR)?(?: (?:in total|in all|each))?|[–—-]", re.IGNORECASE
)


_NAMES_IT = frozenset(("activity", "room", "when_and_how"))
_COMES_OF_IT = frozenset(("said", "changed", "decision", "amount"))
"""What a row may tell that holds whether or not its meeting took place."""


@dataclass(frozen=True)
class Remark:
    """Something about a cell or a row that somebody should look at.

    Attributes:
        place: where it stands.
        heading: the heading of its column; empty for a whole row.
        says: what was done, and why.
        kind: `note` (kept in the note), `left out`, `not placed`, or `kept` (the file says otherwise).
        cells: how many cells it speaks of.
    """

    place: str
    heading: str
    says: str
    kind: str
    cells: int = 1


@dataclass
class EntryMade:
    """An entry made from a row.

    Attributes:
        kind: `log`, `decision`, `source` or `line`.
        value: the entry.
        place: the row, as people would say it.
        headings: of its answers, the headings of their columns.
        sources: names of sources that the row gives; None where it gives none and the workbook is what shows it.
    """

    kind: str
    value: dict[str, Any]
    place: str
    headings: dict[str, str] = field(default_factory=dict)
    sources: list[str] | None = None


@dataclass
class LogFound:
    """What the rows of one or more sheets tell.

    Attributes:
        made: the entries.
        remarks: what somebody should look at.
        cells: how many cells there are, and what became of them.
        met: the days on which each group met.
        occasions: how many meetings and occasions are dated and past.
        not_held: how many meetings were left out, for their rows say that they did not take place.
        rates: the rates of pay, as written.
        forms: the forms of pay.
    """

    made: list[EntryMade] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    cells: Counter[str] = field(default_factory=Counter)
    met: dict[str, list[str]] = field(default_factory=dict)
    occasions: int = 0
    not_held: int = 0
    rates: Counter[str] = field(default_factory=Counter)
    forms: Counter[str] = field(default_factory=Counter)


def entries_of(mapped: MappedSheet, as_of: dt.date, sources: Collection[str], found: LogFound, order: str = "") -> None:
    """Add to `found` what the rows of a sheet tell.

    Args:
        mapped: the sheet with the meaning of its columns.
        as_of: the day as of which a meeting has been or not.
        sources: the names under `sources`.
        found: what was found so far.
        order: whether 03/04/2025 has the `day` or the `month` first; empty where only the sheet itself can tell.
    """
    dated = ("when", "when_and_how", "told_back")
    order = order or sheet_dates.order_of(
        r.cell(c.number) for c in mapped.columns if c.role in dated for r in mapped.rows
    )
    unread = {(r, c): why for r, c, why in mapped.sheet.unread}
    names = {c.number: c.heading for c in mapped.columns}
    # A formula without its result is a blank cell to the reader, and may stand where no row is left.
    for (line, column), why in sorted(unread.items()):
        if line > mapped.row:
            found.remarks.append(
                Remark(
                    mapped.sheet.place(line, column), names.get(column, ""), _("not read: {why}", why=why), "not placed"
                )
            )
            found.cells["all"] += 1
            found.cells["not placed"] += 1
    heads = tuple(c.heading for c in mapped.columns if c.heading)
    sums = _Sums()
    consents = tuple(c for c in mapped.columns if asks_of_words(mapped, c))
    beside = mapped.sheet.beside
    found.remarks += _read_all_the_same(mapped)
    for row in mapped.rows:
        adds_up = row.number not in beside.hidden | beside.struck and sums.adds_up(row)
        reading = _Reading(
            mapped, row, order, as_of, sources, found, {c for r, c in unread if r == row.number}, consents
        )
        if set(filter(None, row.cells)) <= set(heads) and len(heads) > 1 and sum(map(bool, row.cells)) > 1:
            reading.whole(_("these are the headings once more"), "left out")
        elif row.number in beside.hidden:
            reading.whole(_("it is hidden in the sheet; show it there if it belongs to the log"), "left out")
        elif row.number in beside.struck:
            reading.whole(_("it is struck through"), "left out")
        elif reading.ours:
            reading.read()
        elif any(_EXAMPLE.match(c) for c in list(filter(None, row.cells))[:2]):
            reading.whole(
                _("this looks like an example of how to fill it in; take away 'Example' or 'e.g.' if it is none"),
                "not placed",
            )
        elif _is_total(row) or (adds_up and mapped.kind in (ACTIVITIES, PAYMENTS, BUDGET)):
            reading.whole(_("this is a total and no entry"), "left out")
        elif _stands_alone(mapped, row):
            reading.whole(
                _("one cell alone tells of no meeting and no payment; is it a heading, or a remark?"), "not placed"
            )
        else:
            reading.read()


def _read_all_the_same(mapped: MappedSheet) -> Iterable[Remark]:
    """What is said of rows that a filter hides, and of remarks on cells that were not taken in."""
    beside, numbers = mapped.sheet.beside, {row.number for row in mapped.rows}
    for number in sorted(beside.filtered & numbers):
        says = _("a filter hides it, or it is folded away; it was read all the same")
        yield Remark(mapped.sheet.place(number), "", says, "note", 0)
    for number, column, text in beside.comments:
        if number in numbers and not is_set_apart(text):
            says = _("there is a remark on this cell, which is not taken in")
            yield Remark(mapped.sheet.place(number, column), "", says, "note", 0)


def is_set_apart(text: str) -> bool:
    """Whether a short text over a sheet, or a remark on a cell, says that what it is about is not for everybody."""
    return holds_back(text) or noted_back(text) or marked(text) or any(is_mark(line.strip(" .!*").casefold(), of_remarks=True) for line in text.splitlines())  # fmt: skip


def set_apart_by(mapped: MappedSheet) -> str:
    """What says of a whole sheet that it is not for everybody: its name, a line above its headings, or one alone below; empty where nothing does."""
    sheet = mapped.sheet
    if is_set_apart(sheet.name.replace("_", " ")):
        return _("its name says that it is not for everybody")
    over = [(r.number, c) for r in sheet.rows if r.number < mapped.row for c in r.cells if c and len(c) <= 300]
    over += [
        (r.number, r.cells[0])
        for r in mapped.rows
        if r.cells[0] and sum(map(bool, r.cells)) == 1 and len(mapped.columns) > 2
    ]
    over += [(r, text) for r, __, text in sheet.beside.comments if r < mapped.row]
    for number, text in over:
        if is_set_apart(text):
            return _("{place} says that it is not for everybody", place=sheet.place(number))
    return ""


def cover_sets_apart(sheet: WorkbookSheet) -> str:
    """What a sheet without a table says of its workbook: a cover on which `Confidential` stands is one for all that is behind it."""
    for row in sheet.rows[:40]:
        if any(is_set_apart(c) for c in row.cells if c and len(c) <= 80):
            return _("{place} says that it is not for everybody", place=sheet.place(row.number))
    return ""


class _Sums:
    """The figures of each column so far, by which a row is known that adds them up, whatever it is called."""

    def __init__(self) -> None:
        self.figures: dict[int, list[float]] = {}

    def adds_up(self, row: SheetRow) -> bool:
        """Whether every figure of the row is the sum of those above it, in two columns at least; else they count as further figures.

        A meeting may have as many people and hours as two before it had together; but it has a day, or a name, or both.
        """
        found = {n: float(m[1].replace(",", "")) for n, cell in enumerate(row.cells) if (m := _AMOUNT.fullmatch(cell))}
        above = {n: self.figures.get(n, []) for n in found}
        same = [n for n, figure in found.items() if above[n] and abs(sum(above[n]) - figure) < 0.005]
        several = [n for n in same if len(above[n]) > 1]
        more = sum(map(bool, row.cells)) - len(found)
        if len(same) > 1 and len(same) == len(found) and several and more < 2:
            return True
        for n, figure in found.items():
            self.figures.setdefault(n, []).append(figure)
        return False


_AMOUNT = re.compile(r"[£$€]?\s?([0-9][0-9,]*(?:\.[0-9]+)?)")


def _is_total(row: SheetRow) -> bool:
    """Whether a row adds up others: it says so, and holds nothing but figures beside it."""
    first, *others = filter(None, row.cells)
    return bool(_TOTAL.fullmatch(first)) or (
        len(first) <= 40 and bool(_TOTAL_OF.fullmatch(first)) and all(map(_FIGURE.fullmatch, others))
    )


_PERIOD = re.compile(
    r"(?:(?:quarter|qtr|q|term|year|month|week|phase) ?[0-9]{1,2}|(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter))(?:[ ,/]*(?:19|20)[0-9]{2})?|(?:19|20)[0-9]{2}(?:[/–-][0-9]{2,4})?",
    re.IGNORECASE,
)
"""What stands alone over the rows of a part of the year."""


def _stands_alone(mapped: MappedSheet, row: SheetRow) -> bool:
    """Whether a row has one cell, and that tells of nothing that happened: a part of the year, or how the sheet is to be read."""
    filled = [n for n, cell in enumerate(row.cells) if cell]
    columns = [c for c in mapped.columns if c.full]
    if len(filled) != 1 or len(columns) < 3:
        return False
    role = next((c.role for c in mapped.columns if c.number == filled[0]), "")
    if role == "when" or _PERIOD.fullmatch(row.cell(filled[0]).strip(" :")):
        return True  # `Q1 2025` above the rows of that quarter
    undated = role == "when_and_how" and sheet_dates.date_within(row.cell(filled[0]))[0] is None
    return undated or role in ("activity", "room", "item")


def asks_of_words(mapped: MappedSheet, column: Column) -> bool:
    """Whether a column says of each row whether what stands there may be shared; what its heading was told to be, it is.

    What somebody said is kept out in more words than a meeting or a decision, of which `Consent` may be a matter.
    """
    if mapped.kind == BUDGET or column.told or column.role not in ("", "note", "leave out"):
        return False
    decides = column_decides(column.heading)
    if decides == "who sees it" or "embargo" in column.heading.casefold():
        return any(_for_few(c) or sheet_dates.is_day(c) for c in _cells(mapped, column))
    said = speaks(column.heading) if mapped.kind == LOG or holds_back(column.heading) else ""
    if not decides and (not said or (said == "unclear" and not holds_back(column.heading))):
        return False
    # `Quotes` may hold what was said, and `Consent` the day on which it was given.
    means = Meanings()
    return any(
        means.agreed(c) or means.declined(c) or c.casefold() in _GIVEN or plain_no(c) for c in _cells(mapped, column)
    ) or (bool(decides) and any(map(_for_few, _cells(mapped, column))))


def _cells(mapped: MappedSheet, column: Column) -> list[str]:
    return [c for r in mapped.rows if (c := r.cell(column.number))]


_GIVEN = frozenset(("given", "granted", "obtained", "received", "signed", "ok", "okay", "fine", "allowed", "approved", "cleared", "sì", "si", "erteilt", "liegt vor", "donné", "obtenu", "accordé", "dado", "dato", "gegeven", "ydy", "ie", "iawn", "public", "open"))  # fmt: skip
"""How people write below such a heading that it was given."""
_FOR_ALL = frozenset(("all", "everyone", "everybody", "anyone", "anybody", "public", "open", "the public", "no restriction", "unrestricted", "alle", "öffentlich", "tous", "tout le monde", "todos", "tutti", "iedereen", "allemaal"))  # fmt: skip
_NO = frozenset(("nei", "nej", "nee", "nein", "non", "não", "nie", "na", "nac ydy", "no"))


@cache
def _set_apart(heading: str) -> bool:
    """Whether a column is called one of remarks that are not for everybody; one word alone may be about anything."""
    return marked(heading) or (" " in heading.strip() and is_mark(heading.casefold().strip(" ?:*"), of_remarks=True))


def _for_few(cell: str) -> bool:
    """Whether a cell below such a heading says that it is for a few."""
    return holds_back(cell) or is_mark(cell.strip(" .!").casefold(), of_remarks=True)


def _lets_stand(heading: str, cell: str) -> bool:
    """Whether a cell of such a column lets stand what was said: a plain yes to what asks for consent, no more than a no to what takes it back."""
    decides, word = column_decides(heading), cell.strip(" .!").casefold()
    if decides == "who sees it":
        return not cell or word in _FOR_ALL or not _for_few(cell)
    if decides == "may be shared" or (not decides and speaks(heading) == "asks"):
        return Meanings().agreed(cell) or word in _GIVEN
    return not cell or plain_no(cell) or word in _NO


class _Reading:
    """One row, while it is read."""

    def __init__(self, mapped: MappedSheet, row: SheetRow, order: str, as_of: dt.date, sources: Collection[str], found: LogFound, unread: set[int], consents: Collection[Column]) -> None:  # fmt: skip
        self.mapped, self.row, self.order, self.as_of = mapped, row, order, as_of
        self.sources, self.found = sources, found
        self.unread = unread
        self.consents = consents
        self.apart = {(r, c) for r, c, text in mapped.sheet.beside.comments if is_set_apart(text)}
        self.epoch = sheet_dates.EPOCH_1904 if mapped.sheet.from_1904 else sheet_dates.EPOCH
        heads = {c.heading for c in mapped.columns}
        self.ours = heads >= set(OUR_LOG.values()) or heads >= set(OUR_DECISIONS.values())
        self.notes: list[str] = []
        self.noted = 0
        self.told: dict[str, Any] = {}
        self.headings: dict[str, str] = {}
        self.named: list[str] | None = None
        self.count: Counter[str] = Counter()
        self.remarks: list[Remark] = []
        self.nobody = False
        self.not_sure = False

    @property
    def place(self) -> str:
        return self.mapped.sheet.place(self.row.number)

    def whole(self, says: str, kind: str) -> None:
        """Say something of the whole row, and place nothing of it."""
        cells = sum(map(bool, self.row.cells))
        self.found.cells["all"] += cells
        self.found.cells[kind] += cells
        self.found.remarks.append(Remark(self.place, "", says, kind, cells))

    def remark(self, column: Column, says: str, kind: str) -> None:
        place = self.mapped.sheet.place(self.row.number, column.number)
        self.remarks.append(Remark(place, column.heading, says, kind))
        self.count[kind] += 1

    def note(self, column: Column, text: str) -> None:
        """Put a text into the note, behind its heading; a column of notes needs none."""
        if plain(column.heading) in ("note", "notes"):
            self.notes.append(text)
            return
        self.notes.append(f"{column.heading}: {' '.join(text.split())}" if column.heading else " ".join(text.split()))

    def tell(self, column: Column, key: str, value: Any) -> None:
        self.told[key] = value
        self.headings[key] = column.heading
        self.count["placed"] += 1

    def unclear(self, column: Column, cell: str, says: str) -> None:
        """Keep a cell in the note where it is not understood, and say so."""
        self.note(column, cell)
        self.remark(column, _("{says}; it stands in the note", says=says), "note")

    # --- cells ----------------------------------------------------------------------------------------

    def read(self) -> None:
        cells = [(c, self.row.cell(c.number)) for c in self.mapped.columns if self.row.cell(c.number)]
        if why := self.kept_out():
            self.whole(_("left out with all that stands in it: {why}", why=why), "left out")
            return
        took_place = self.took_place()
        if took_place == "so":
            self.found.not_held += 1
            self.whole(_("left out: it says that this did not take place"), "left out")
            return
        self.not_sure = took_place == "perhaps"
        self.nobody = any(nobody_came(c.heading, cell) for c, cell in cells)
        covered = {c.number for c, _ in cells}
        self.count["all"] = sum(map(bool, self.row.cells))
        for number, cell in enumerate(self.row.cells):
            if cell and number not in covered:
                self.count["not placed"] += 1
                self.remarks.append(
                    Remark(
                        self.mapped.sheet.place(self.row.number, number),
                        "",
                        _("it stands below no heading"),
                        "not placed",
                    )
                )
        for column, cell in cells:
            self.cell(column, cell)
        made = self.made()
        if not made:
            kept = self.count["all"]
            missing = {
                LOG: _("neither what was said nor what changed is told, nor what was done"),
                DECISIONS: _("what was decided is not told"),
                BUDGET: _("what the money is for is not told"),
            }.get(self.mapped.kind, _("what was done is not told"))
            self.found.remarks.append(
                Remark(self.place, "", _("not placed: {missing}", missing=missing), "not placed", kept)
            )
            self.found.cells.update({"all": kept, "not placed": kept})
            return
        self.found.cells.update(self.count)
        self.found.remarks += self.remarks
        self.found.made += made

    def took_place(self) -> Tells:
        """What the row tells of whether its meeting took place; what somebody said of it, was decided or paid all the same, is kept."""
        if self.ours or self.mapped.kind == BUDGET:
            return ""
        cells = [(c, cell) for c in self.mapped.columns if not choices.is_blank(cell := self.row.cell(c.number))]
        own = [(c, cell) for c, cell in cells if c.role in _COMES_OF_IT]
        if self.mapped.kind == PAYMENTS:
            paid = [cell for c, cell in cells if c.role == "amount" and cell.strip("£$€ ") not in ("0", "0.00")]
            own = [(c, cell) for c, cell in own if paid]
        elif self.mapped.kind == ACTIVITIES:
            own = []
        told = {
            did_not_take_place(c.heading, cell, title=c.role in _NAMES_IT)
            for c, cell in own or cells
            if c.role != "person"
        }
        if self.mapped.kind == DECISIONS and own:
            return ""
        if self.mapped.kind == ACTIVITIES:
            remarks = (text for n, _, text in self.mapped.sheet.beside.comments if n == self.row.number)
            told |= {did_not_take_place("", text) for text in remarks}
        if own and self.mapped.kind == LOG:
            return "so" if told == {"so"} else ""
        return "so" if "so" in told else "perhaps" if "perhaps" in told else ""

    def kept_out(self) -> str:
        """Why what somebody said is not to be repeated: their consent does not cover it, or they ask for that; empty where nothing says so.

        A project file is made to be shared, so what was told in confidence has no place in it, also without the words themselves.
        """
        if self.mapped.kind == BUDGET or self.ours:
            return ""
        for number, place, text in self.mapped.sheet.beside.comments:
            if number == self.row.number and is_set_apart(text):
                where = self.mapped.sheet.place(number, place)
                return _(
                    "the remark on {where} seems to ask that it is not repeated; take it away if it does not",
                    where=where,
                )
        for column in self.mapped.columns:
            cell = self.row.cell(column.number)
            if column in self.consents and not _lets_stand(column.heading, cell):
                return _("'{heading}' does not say plainly that it may be shared", heading=column.heading)
            if cell and self.asks_to_stay_out(column, cell):
                return _(
                    "'{heading}' seems to ask that it is not repeated; word it otherwise if it does not",
                    heading=column.heading,
                )
        return ""

    def asks_to_stay_out(self, column: Column, cell: str) -> bool:
        """Whether a cell asks that its row is not repeated: remarks and people's words anywhere in them, others where a mark stands beside what they say."""
        if marked(cell):
            return True
        word = cell.strip(" .!*").casefold()
        remarks = bool(OF_REMARKS.search(plain(column.heading)))
        if column.role in ("note", "", "leave out") and is_mark(word, of_remarks=remarks):
            return True
        if word.isalpha() and is_mark(word, of_remarks=True) and not remarks:
            return False  # `Internal` below `Type`
        return column.role in ("said", "note", "") and (holds_back(cell) or noted_back(cell))

    def cell(self, column: Column, cell: str) -> None:
        """Place one cell."""
        role = column.role
        if not role or role in ("leave out", "person"):
            # Such columns are named once, with a count, and not cell by cell.
            self.count["left out" if role or column.personal else "not placed"] += 1
            return
        if choices.is_blank(cell):
            self.count["blank"] += 1
            return
        legend = choices.legend(column.heading)
        cell = legend.get(cell.strip().casefold(), cell)
        if legend and role == "changed" and choices.choice("answer", cell)[0]:
            role = "answer"
        if not self.ours and (
            (self.mapped.row, column.number) in self.apart
            or _set_apart(column.heading)
            or (role in ("said", "note") and told_in_confidence(column.heading))
        ):
            self.remark(column, _("left out: its heading says that it is told in confidence, or may"), "left out")
            return
        what = identifying_text(cell, (column.heading,))
        if what and not (role in ("when", "told_back") or re.fullmatch(r"[\d.,£$€ ]+", cell)):
            self.remark(column, _("left out, for it holds what looks like {what}", what=what), "left out")
            return
        if not (self.ours and self.verbatim(column, cell)):
            getattr(self, f"_{role}", self._text)(replace(column, role=role), cell)

    def verbatim(self, column: Column, cell: str) -> bool:
        """In a workbook that the export wrote, take a cell word for word where the format takes it so."""
        role = column.role
        if role in ("note", "source", "disputed", "room") or role not in (OUR_LOG.keys() | OUR_DECISIONS.keys()):
            return False
        model, key = (
            (Decision, "what" if role == "decision" else role) if self.mapped.kind == DECISIONS else (Said, role)
        )
        value: Any = (
            [p.strip() for p in cell.split(",")] if role == "stage" and model is Decision and "," in cell else cell
        )
        problems: list[Wrong | str] = []
        read_value(annotation(model, key), value, (), lambda __, wrong: problems.append(wrong))
        if not problems:
            self.tell(column, role, value)
        return not problems

    def _text(self, column: Column, cell: str) -> None:
        role = column.role
        if role in ("said", "changed", "decision", "reason", "activity", "item"):
            word = cell.strip().rstrip(".").casefold()
            if role in ("said", "changed", "decision") and not any(map(str.isalpha, cell)):
                self.unclear(column, cell, _("a number tells of nothing that was said or done"))
            elif word in choices.NOTHING and role in ("changed", "reason"):
                self.tell(column, role, "none")
            elif role in ("said", "decision") and (word in choices.NOTHING or _NOTHING_SAID.fullmatch(word)):
                self.unclear(column, cell, _("nothing was said, as it seems"))
            elif role == "changed" and _OPEN.fullmatch(word):
                self.unclear(column, cell, _("what changed is not known yet, as it seems"))
            elif role == "changed" and choices.head(cell).casefold() in choices.NOTHING:
                self.tell(column, role, "none")
                self.note(column, cell)
            elif role == "changed" and _NOT_DONE.match(cell):
                self.unclear(column, cell, _("it may say that nothing changed, and why"))
            elif role == "changed" and _UNDER_WAY.match(cell):
                self.unclear(column, cell, _("it may be under way or still to come, and not changed yet"))
            elif role == "changed" and word in ("yes", "no", "y", "n"):
                self.unclear(column, cell, _("what changed is not told by a yes or no"))
            elif (
                role == "changed"
                and (made := choices.choice("answer", cell))[0] not in (None, "unknown")
                and not made[1]
                and "answer" not in self.told
            ):
                self.tell(column, "answer", made[0])
            else:
                self.tell(column, role, cell)
        elif role in ("contributors", "hours", "amount", "cost"):
            self.nobody = self.nobody or (
                role == "contributors" and cell.strip() in ("0", "none", "None", "nobody", "Nobody")
            )
            self.tell(column, role, cell) if role == "cost" else self._note(column, cell)
        else:
            self._choice(column, cell)

    def _choice(self, column: Column, cell: str) -> None:
        role = column.role
        word: Any
        word, rest = choices.choice(role, cell)
        if role in ("by", "decided_by", "set_aside_by"):
            word, rest = choices.side(role, cell), ""
        if word is None:
            if role == "arose":
                self._note(column, cell)
            elif role == "by" and choices.NOBODY.fullmatch(cell.strip()):
                self.nobody = True
                self._note(column, cell)
            elif role in ("by", "decided_by", "set_aside_by"):
                # Names of people often stand here, and nothing tells them from names of groups.
                self.remark(column, _("left out: no side that is known, and it may hold names"), "left out")
            else:
                self.unclear(column, cell, _("it is not understood as '{role}'", role=role))
            return
        self.tell(column, role, word)
        if rest or (role == "by" and re.search(r"\d", cell)):
            self.note(column, cell)  # how many they were, too

    def _answer(self, column: Column, cell: str) -> None:
        word = cell.strip().rstrip(".").casefold()
        if word in ("no", "n", "not yet"):
            self.unclear(column, cell, _("whether it was refused or is open is not told"))
        elif "status" in plain(column.heading) and word in ("done", "complete", "completed"):
            self.unclear(column, cell, _("that work on it is done does not tell whether it was taken up"))
        else:
            self._choice(column, cell)

    def _note(self, column: Column, cell: str) -> None:
        self.note(column, cell)
        self.count["noted"] += 1

    def _when(self, column: Column, cell: str) -> None:
        found = sheet_dates.date_of(cell, self.order, serials=self.epoch)
        if found is None:
            within, rest = sheet_dates.date_within(cell, self.order)
            if within is None:
                self.unclear(
                    column, cell, _("it is no date that can be read one way only{misread}", misread=self.misread(cell))
                )
                return
            self.note(column, rest) if rest else None
            found = within
        if found in ("yes", "no"):
            self.unclear(column, cell, _("it is no date"))
        else:
            self.tell(column, "when", found)

    def _when_and_how(self, column: Column, cell: str) -> None:
        found, rest = sheet_dates.date_within(cell, self.order)
        if found is not None:
            self.tell(column, "when", found)
        else:
            self.remark(
                column, _("no date was found in it{misread}; it stands in the note", misread=self.misread(cell)), "note"
            )
        if rest:
            self.note(column, rest)
            self.told.setdefault("how", rest)

    def misread(self, cell: str) -> str:
        """What to do about a day that may be a month."""
        return (
            _(" (--dates day-first or --dates month-first says which)")
            if not self.order and sheet_dates.may_be_both(cell)
            else ""
        )

    def _told_back(self, column: Column, cell: str) -> None:
        # "Y 03/02/2025" says twice that they were told.
        day = re.sub(r"^(?:y|yes)\b[ ,:;.–-]*(?=\d)", "", cell, flags=re.IGNORECASE)
        found = sheet_dates.date_of(day, self.order, serials=self.epoch)
        if found is None and (yes := choices.choice("yes_no", cell))[0]:
            found = yes[0]
            if yes[1]:
                self.note(column, cell)
        if found is None:
            within, rest = sheet_dates.date_within(cell, self.order)
            found = within
            if within and rest:
                self.note(column, rest)
        if found is None:
            self.unclear(column, cell, _("when they were told is not understood{misread}", misread=self.misread(cell)))
        else:
            self.tell(column, "told_back", found)

    def _stage(self, column: Column, cell: str) -> None:
        one = choices.choice("stage", cell)
        parts = [choices.choice("stage", p)[0] for p in re.split(r"[,;\n/]", cell) if p.strip()]
        if one[0]:
            self.tell(column, "stage", one[0])
            if one[1]:
                self.note(column, cell)
        elif all(parts) and self.mapped.kind == DECISIONS:
            self.tell(column, "stage", list(dict.fromkeys(parts)))
        else:
            self.unclear(column, cell, _("it is not understood as one part of the work"))

    def _source(self, column: Column, cell: str) -> None:
        parts = [p.strip() for p in re.split(r"[,;\n]", cell) if p.strip()]
        if cell == NO_SOURCE:
            self.named = []
            self.count["placed"] += 1
        elif all(p in self.sources for p in parts):
            self.named = [*(self.named or ()), *parts]
            self.count["placed"] += 1
        else:
            self._note(column, cell)

    def _disputed(self, column: Column, cell: str) -> None:
        try:
            told = json.loads(cell)
        except ValueError:
            self.unclear(column, cell, _("it is not written as the export writes it"))
            return
        self.tell(column, "disputed", told)

    def _room(self, column: Column, cell: str) -> None:
        if self.mapped.kind in (DECISIONS, ACTIVITIES, PAYMENTS) and "room" not in self.told:
            self.tell(column, "room", cell)
        else:
            self._note(column, cell)

    def _rate(self, column: Column, cell: str) -> None:
        from involve_audit.project.values import read_money

        unit = next(
            (
                f" per {u}"
                for u in ("hour", "day", "meeting")
                if u in column.heading.casefold() or (u == "hour" and "hr" in column.heading.casefold())
            ),
            "",
        )
        sign = next((s for s in "£€$" if s in column.heading), "")
        rate = cell if not re.fullmatch(r"[\d.,]+", cell) else f"{sign}{cell}{unit}"
        try:
            read_money(rate)
        except (ValueError, TypeError):
            self.unclear(column, cell, _("it is no rate that is understood"))
            return
        self.found.rates[rate] += 1
        self._note(column, cell)

    def _form(self, column: Column, cell: str) -> None:
        word, _ = choices.choice("form", cell)
        if word:
            self.found.forms[word] += 1
        self._note(column, cell)

    # --- entries --------------------------------------------------------------------------------------

    def made(self) -> list[EntryMade]:
        kind, told, found = self.mapped.kind, self.told, []
        if (
            told.get("answer") in ("refused", "unanswered", "put off")
            and told.get("changed", "none") != "none"
            and plain(self.headings["changed"]) in OUTCOMES
        ):
            self.not_both()
        if "said" in told or "changed" in told:
            value = {k: told[k] for k in _FIELDS["log"][1] if k in told and k != "room"}
            if "said" in told or value.get("by"):
                self._told_by_heading(value)
            found.append(self.entry("log", value))
        if "decision" in told:
            value = {"what": told["decision"]} | {
                k: told[k] for k in _FIELDS["decision"][1] if k in told and k != "what"
            }
            found.append(self.entry("decision", value))
        if "item" in told:
            found.append(
                self.entry("line", {"item": told["item"]} | ({"amount": told["cost"]} if "cost" in told else {}))
            )
        if found:
            if told.get("activity"):
                for made in found[:1]:
                    made.value["note"] = " | ".join(
                        filter(
                            None,
                            (
                                f"{self.headings['activity']}: {' '.join(told['activity'].split())}",
                                made.value.get("note", ""),
                            ),
                        )
                    )
            return found
        return self.meeting(kind)

    def not_both(self) -> None:
        """Where the row says that a thing was not taken up, what stands under `Outcome` may be why, and is no change for sure."""
        column = next(c for c in self.mapped.columns if c.heading == self.headings["changed"])
        cell = self.told.pop("changed")
        self.count["placed"] -= 1
        if "said" not in self.told:
            self.tell(column, "changed", cell)
            return
        self.unclear(
            column, cell, _("beside '{answer}' it may be the reason, and no change", answer=self.told["answer"])
        )

    def _told_by_heading(self, value: dict[str, Any]) -> None:
        """Who said it, where a heading tells so itself: `What the public said`."""
        if "by" in value:
            return
        for role in ("said", "when_and_how"):
            for column in self.mapped.of(role):
                head = column.heading.casefold()
                if (
                    self.row.cell(column.number)
                    and PUBLIC.search(head)
                    and not re.search(r"\b(?:researchers?|team|staff|professionals?)\b", head)
                ):
                    value["by"] = "contributors"

    def meeting(self, kind: str) -> list[EntryMade]:
        """A meeting or activity as a source of its own, with what else its row tells in the note."""
        told = self.told
        title = told.get("activity") or told.get("how") or told.get("room")
        if not title and not (self.notes or "when" in told):
            return []
        if not title and kind != PAYMENTS:
            # A row with a date and a number of people is an occasion, whatever it was.
            heads = " ".join((self.mapped.sheet.name, *(c.heading for c in self.mapped.columns)))
            title = "Meeting" if "meeting" in heads.casefold() else "Activity"
            if "when" not in told or kind in (LOG, DECISIONS):
                return []  # in a log of what people said, a row without it tells of no occasion
        lead = "Payment" if kind == PAYMENTS else ""
        value: dict[str, Any] = {"kind": "log", "title": " ".join(": ".join(filter(None, (lead, title))).split())}
        day = told.get("when")
        if day:
            value["date"] = day
        past = _is_past(day, self.as_of) and not self.nobody and not self.not_sure
        heads = " ".join(c.heading for c in self.mapped.of("activity"))
        met = bool(_MEETING.search(f"{title} {heads} {self.mapped.sheet.name}")) or "room" in told
        if kind != PAYMENTS and past and met:
            self.found.occasions += 1
        if "room" in told:
            if past and met and day:
                days = self.found.met.setdefault(" ".join(told["room"].split()), [])
                days.append(day)
            if title != told["room"]:
                self.notes.insert(0, f"{self.headings['room']}: {' '.join(told['room'].split())}")
        made = self.entry("source", value)
        if kind != PAYMENTS and (self.not_sure or self.nobody):
            says = (
                _("not counted among the meetings: it says that nobody came")
                if self.nobody
                else _(
                    "not counted among the meetings: it speaks of something that did not take place; if that is this one, take the row out"
                )
            )
            self.found.remarks.append(Remark(self.place, "", says, "note"))
        # It is a source itself; where its row stands is its place.
        made.value["where"] = ""
        return [made]

    def entry(self, kind: str, value: dict[str, Any]) -> EntryMade:
        """An entry whose every answer the format takes; the others go into its note."""
        model, __ = _FIELDS[kind]
        problems: list[tuple[Any, Wrong | str]] = []
        read_part(model, value, (), lambda path, wrong: problems.append((path, wrong)))
        for path, wrong in problems:
            key = path[0] if path else ""
            if key in value and key not in ("said", "changed", "what", "title", "item"):
                told = value.pop(key)
                self.notes.append(
                    f"{self.headings.get(key, key)}: {told if isinstance(told, str) else json.dumps(told, ensure_ascii=False)}"
                )
                self.found.remarks.append(
                    Remark(
                        self.place,
                        self.headings.get(key, key),
                        _("it stands in the note: {wrong}", wrong=in_words(wrong)),
                        "note",
                    )
                )
        if "disputed" in self.told and kind in ("log", "decision"):
            value["disputed"] = self.told["disputed"]
        if self.notes:
            value["note"] = " | ".join(self.notes)
        return EntryMade(kind, value, self.place, dict(self.headings), self.named)


def _is_past(day: str | None, as_of: dt.date) -> bool:
    from involve_audit.project.values import read_dates

    try:
        read = read_dates(day or "")
    except (ValueError, TypeError):
        return False
    return read.last is not None and read.last <= as_of


def left_out_columns(mapped: Iterable[MappedSheet]) -> list[Remark]:
    """For each column that is not taken in, one remark with the number of its cells."""
    found = []
    for sheet in mapped:
        for column in sheet.columns:
            if column.full and (not column.role or column.role in ("leave out", "person")):
                heeded = asks_of_words(sheet, column)
                kind = "left out" if column.role or column.personal else "not placed"
                place = sheet.sheet.place(sheet.row, column.number)
                why = (
                    _("it says what may be shared, and that was heeded")
                    if heeded
                    else column.why or (_("as was said") if column.role == "leave out" else _("it may hold names"))
                )
                found.append(
                    Remark(
                        place,
                        column.heading or _("column {column}", column=letters(column.number)),
                        why,
                        kind,
                        column.full,
                    )
                )
    return found
