"""The table of many projects: a page for people, in text, Markdown and HTML, and CSV, JSON lines and a spreadsheet.

Each is written piece by piece while the rows are read again, so that ten thousand rows need no more memory than ten; but a
spreadsheet, which is one package.
"""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from involve_audit.language import _
from involve_audit.portfolio.rows import MET, NOT_MET, NOT_TOLD, ProjectRow, Unread, plain
from involve_audit.portfolio.titles import NOT_A_TABLE_OF_WINNERS, NOT_PEOPLE, THREE_STATES, UNREAD_NEXT
from involve_audit.record import replace
from involve_audit.render import FORMATS as REPORTS
from involve_audit.render import PAGES, csv, words
from involve_audit.render.beside import counted as counted_beside
from involve_audit.render.beside import listed
from involve_audit.render.blocks import (
    Filter,
    Heading,
    PageDocument,
    Register,
    Run,
    SideBySide,
    items,
    paragraph,
    strong,
)
from involve_audit.render.blocks import table as table_of
from involve_audit.render.blocks import text as text_of
from involve_audit.render.pages import Page

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from involve_audit.portfolio.titles import Titles
    from involve_audit.portfolio.totals import Totals
    from involve_audit.render.blocks import Block, Runs

    Rows = Iterable[ProjectRow | Unread]

STATES = {MET: "good", NOT_MET: "bad", NOT_TOLD: "open"}
"""The states of a condition, and how each looks: a shape and a word beside its colour, also after photocopying."""
MOST_BESIDE = 500
"""So many names of what stood beside the projects are listed of a kind; the JSON lines and the CSV hold all of them."""
MOST = 12
"""So many lines of each count across all projects are printed; JSON lines hold all of them."""
MOST_ALIKE = 100
"""So many groups of files that are alike are listed; the JSON lines hold all of them."""


def called_says(row: ProjectRow) -> str:
    """The words that are used in public for the involvement."""
    if row.called is None:
        return _("not told")
    return "; ".join(row.called) if row.called else _("no word is used")


_FITS = {
    "fits": _("the words fit"), "modest": _("they say less than is shown"), "overclaimed": _("they claim more than is shown, and what is told speaks against them"),
    "not shown": _("not shown that they fit"), "not told": _("not told whether they fit"),
}  # fmt: skip
"""Whether the words fit what is shown."""


def columns(row: ProjectRow) -> tuple[tuple[str, str, str], ...]:
    """What a panel asks after beside the verdict: the name of each column, its few words, and what more is told."""
    return (
        (_("Called"), called_says(row), _FITS.get(row.label, row.label)),
        (_("Pay"), row.pay.word, row.pay.more),
        (_("Budget for involvement"), row.budget.word, row.budget.more),
        (_("Lead of involvement"), row.lead.word, row.lead.more),
        (_("Who is in the deciding room"), row.room.word, row.room.more),
    )


COLUMNS = (
    _("Called"),
    _("Pay"),
    _("Budget for involvement"),
    _("Lead of involvement"),
    _("Who is in the deciding room"),
)
"""The names of `columns`."""


def conditions(row: ProjectRow) -> dict[str, tuple[str, ...]]:
    """The conditions of the policy by their state."""
    return {MET: row.met, NOT_MET: row.failed, NOT_TOLD: row.open}


def verdict_parts(row: ProjectRow, titles: Titles) -> tuple[str, ...]:
    """The verdict, which others the answers still allow, and what to ask first.

    As in the report of one project, that trust may be broken is no verdict to hang beside a title only because nobody has
    said otherwise: the answer is asked for instead.
    """
    others = [other for other in row.possible if other not in (row.verdict, titles.too_little)]
    grades = [other.lower() for other in others if other not in titles.asked_for]
    ends = f"{grades[0]} … {grades[-1]}" if len(grades) > 2 else _(" or ").join(grades)
    asked = [titles.asked_for[other] for other in others if other in titles.asked_for]
    if not row.begun:  # nobody can have been heard or harmed yet
        asked = [one for one in asked if one not in (words.ASKED_FOR["tokenism"], words.ASKED_FOR["broken trust"])]
    if row.begun and "people-heard" in row.not_told:  # the plainest of the signs that may be open
        asked = [words.HEARD if one == words.ASKED_FOR["tokenism"] else one for one in asked]
    untold = words.listed(dict.fromkeys(asked))
    return (
        row.verdict,
        *([_("still possible: {ends}", ends=ends)] if ends else []),
        *([_("not told: {untold}", untold=untold)] if untold else []),
    )


def conditions_say(row: ProjectRow, titles: Titles) -> tuple[str, ...]:
    """The conditions of each state, by their titles, those that are not met first; met ones last."""
    parts = conditions(row)
    return tuple(
        f"{words.capital(state)} ({len(parts[state])}): {'; '.join(titles.conditions.get(c, c) for c in parts[state])}"
        for state in (NOT_MET, NOT_TOLD, MET)
        if parts[state]
    )


def seen_says(row: ProjectRow, titles: Titles) -> str:
    """What was seen in the file and is a question to those who handed it in; empty where nothing was."""
    seen = "; ".join(titles.signs.get(sign, sign) for sign in row.signs)
    return _("Seen in the file, to be asked about: {seen}", seen=seen) if seen else ""


def alike_says(row: ProjectRow | Unread, across: Totals) -> str:
    """What else was handed in like this file, in a sentence; empty where nothing was."""
    found = across.alike.of(row.file)
    return words.sentence(_("handed in more than once? It has {found}", found="; ".join(found))) if found else ""


def unread_says(row: Unread) -> str:
    """Why a file could not be audited, without its name, which stands beside it."""
    return row.says.removeprefix(f"{row.file}: ")


def counted(number: int, projects: int) -> str:
    """A number of projects in words.

    >>> counted(3, 3), counted(1, 12)
    ('all 3', '1 of 12')
    """
    return (
        _("all {projects}", projects=projects)
        if number == projects > 1
        else _("{number} of {projects}", number=number, projects=projects)
    )


Counts = tuple[str, str, tuple[str, ...], list[tuple[str, ...]]]
"""A title, a sentence, the heads of the columns, and lines of what and of how many projects."""
_COUNTED = (_("What"), _("Projects"))


def blocks(across: Totals, titles: Titles) -> list[Counts]:
    """What is so across all projects: title, a sentence, heads, and lines of what and how many."""
    n = across.projects

    def block(title: str, says: str, *counts: tuple[Counter[str], Callable[[str], str]]) -> Counts:
        pairs = [
            [(words.capital(name(key)), counted(number, n)) for key, number in across.everywhere(found)]
            for found, name in counts
        ]
        left_out = sum(len(p[MOST:]) for p in pairs)
        more = (
            _(" The most frequent are listed; the JSON lines have {left_out} more.", left_out=left_out)
            if left_out
            else ""
        )
        return title, f"{says}{more}", _COUNTED, [line for p in pairs for line in p[:MOST]]

    nobody = (
        _(
            " Projects that name nobody: {counted}. It may mean that nobody asked.",
            counted=counted(across.names_nobody, n),
        )
        if n and across.names_nobody
        else ""
    )
    made: list[Counts] = [
        block(
            _("Verdicts"), _("How many projects have each, at the low end of what they tell."), (across.verdicts, str)
        ),
        _three_states(across, titles),
        block(_("Pay"), _("What projects tell of payment for people's time; plans as plans."), (across.pay, str)),
        block(
            _("Budgets for involvement"),
            _("What projects tell of money for it; plans as plans."),
            (across.budgets, str),
        ),
        block(
            _("Who leads on involvement"), _("What projects tell of somebody with time for it."), (across.leads, str)
        ),
        block(
            _("Who is in the room that decides"),
            _("What projects tell of contributors' seats there."),
            (across.rooms, str),
        ),
        block(
            _("What most leave out"),
            _(
                "The answers that are missing most often. What everybody leaves out may be a question to ask of the form, not of the projects."
            ),
            (across.not_told, titles.asks),
        ),
        block(
            _("Who is missing everywhere"),
            _("Groups that the projects name as not in the room.{nobody}", nobody=nobody),
            (across.missing, lambda key: across.spelt[key]),
        ),
        block(
            _("Which promises are vague"),
            _("Plans in words only, without a date, money or anybody who sees to it; and plans whose day has passed."),
            (across.vague, lambda key: titles.stages.get(key, key)),
            (across.overdue, lambda key: _("{stages}: overdue", stages=titles.stages.get(key, key))),
        ),
        block(
            _("Signs and contradictions"),
            _("What was seen in the files, and is a question to each of these projects."),
            (across.signs, lambda key: titles.signs.get(key, key)),
        ),
    ]
    return [one for one in made if one[3]]


def _three_states(across: Totals, titles: Titles) -> Counts:
    """Each condition of the policy with how many projects meet it, do not, or do not tell; in the order of the policy."""
    found = {**across.met, **across.failed, **across.open}
    ids = [*(c for c in titles.conditions if c in found), *sorted(found.keys() - titles.conditions.keys())]
    return (
        _("The conditions of the policy"),
        _(
            "Of how many projects each is met, not met, or not told. Where a condition is not due yet, a project is in none of the three."
        ),
        (_("Condition"), _("Met"), _("Not met"), _("Not told")),
        [
            (
                words.capital(titles.conditions.get(c, c)),
                *(str(states[c]) for states in (across.met, across.failed, across.open)),
            )
            for c in ids
        ],
    )


def alike_lines(across: Totals) -> list[str]:
    """What was handed in more than once, a line for each group."""
    lines = across.alike.lines()
    more = len(lines) - MOST_ALIKE
    return [*lines[:MOST_ALIKE], *([_("and {more} more groups, in the JSON lines", more=more)] if more > 0 else [])]


ALIKE = _("Handed in more than once?")
ALIKE_SAYS = _(
    "These files are alike. Which of them is meant, only those can say who handed them in; all of them stand in the table."
)


def headline(across: Totals) -> str:
    """How many there are, in a sentence."""
    more = counted_beside(across.beside)
    if not across.projects:
        return (
            _("No project was audited; {unread} could not be. {more}", unread=across.unread, more=more)
            if more
            else _("No project was audited; {unread} could not be.", unread=across.unread)
        )
    read = (
        _("{projects} project audited", projects=across.projects)
        if across.projects == 1
        else _("{projects} projects audited", projects=across.projects)
    )
    unread = _(", {unread} could not be", unread=across.unread) if across.unread else ""
    met, failed, open_ = (across.policies[state] for state in STATES)
    policy = _(
        "The policy is met by {met}, not met by {failed}, and not told of {open}.", met=met, failed=failed, open=open_
    )
    return f"{read}{unread}. {policy}{f' {more}' if more else ''}"


def beside_says(across: Totals) -> list[str]:
    """What stood in the folders beside the projects, a sentence for each kind."""
    return [words.sentence(line) for line in listed(across.beside, MOST_BESIDE)]


def unread_next(across: Totals) -> str:
    """What to do about files that could not be audited; nothing where there are none."""
    return UNREAD_NEXT if across.unread else ""


# --- the page ---------------------------------------------------------------------------------------

HEADS = (_("Project"), _("Reference"), _("Phase"), _("Verdict"), *COLUMNS, _("Policy"))
"""The heads of the table. It ranks nothing: neither by the verdict nor by the policy can it be sorted."""
_SORTED_BY = frozenset(n for n, head in enumerate(HEADS) if head not in (_("Verdict"), _("Policy")))
_BUDGET = HEADS.index(_("Budget for involvement"))


def document(
    rows: Rows, across: Totals, titles: Titles, date: str, links: Mapping[str, str] | None = None
) -> PageDocument:
    """The page of many projects: all of them side by side, then what is so across all. `links` lead to the report of each file."""
    notes = (NOT_A_TABLE_OF_WINNERS, THREE_STATES, titles.policy_asks, NOT_PEOPLE, unread_next(across))
    return PageDocument(
        _("Many projects, side by side"),
        (
            paragraph(strong(headline(across)), look="headline"),
            *(paragraph(note) for note in notes if note),
            paragraph(_("As of {day}. Judged by: {rubric}.", day=words.day(date), rubric=titles.rubric), look="minor"),
            Register(
                _("All projects, in the order in which they were given"),
                HEADS,
                _SORTED_BY,
                (_entry(row, across, titles, (links or {}).get(row.file, "")) for row in rows),
                _filters(across),
            ),
            *_across(across, titles),
        ),
    )


def _entry(row: ProjectRow | Unread, across: Totals, titles: Titles, link: str) -> SideBySide:
    same = alike_says(row, across)
    if isinstance(row, Unread):
        says = (_("Could not be audited: {unread}", unread=unread_says(row)), same)
        return SideBySide((Run(row.file, page=link),), (), tuple(filter(None, says)))
    by = {
        "phase": row.phase or NOT_TOLD, "verdict": row.verdict, "policy": row.policy, "pay": row.pay.word, "budget": row.budget.word,
        "lead": row.lead.word, "room": row.room.word,
    }  # fmt: skip
    name = (Run(row.title or row.file, page=link), *((Run("\n"), Run(row.file, look="soft")) if row.title else ()))
    counts = (Run(f"{len(ids)} {state}", look=STATES[state]) for state, ids in conditions(row).items())
    policy = _parts((Run(row.policy, look=STATES[row.policy]), *counts))
    return SideBySide(
        name,
        (
            text_of(row.reference or NOT_TOLD),
            text_of(row.phase or NOT_TOLD),
            _parts(map(Run, verdict_parts(row, titles))),
            *(_parts(Run(part) for part in (word, more) if part) for __, word, more in columns(row)),
            policy,
        ),
        tuple(words.sentence(says) for says in (*conditions_say(row, titles), seen_says(row, titles), same) if says),
        by,
        {} if row.amount is None else {_BUDGET: row.amount},
    )


def _parts(runs: Iterable[Run]) -> Runs:
    """What stands in a cell, each on a line of its own."""
    return tuple(part for n, run in enumerate(runs) for part in ((Run("\n"), run) if n else (run,)))


def _across(across: Totals, titles: Titles) -> Iterator[Block]:
    yield Heading(2, text_of(_("Across all projects")), "across")
    for title, says, heads, lines in blocks(across, titles):
        yield Heading(3, text_of(title))
        yield paragraph(says)
        yield replace(table_of(heads, lines), short=True)
    if alike_lines(across):
        yield Heading(2, text_of(ALIKE), "alike")
        yield paragraph(ALIKE_SAYS)
        yield from items(alike_lines(across))
    if across.beside:
        yield Heading(2, text_of(_("What was found and not audited")), "beside")
        yield from items(beside_says(across))


# --- formats ----------------------------------------------------------------------------------------


def text(rows: Rows, across: Totals, titles: Titles, date: str, width: int = 80) -> Iterator[str]:
    """Plain text: each project with what a panel asks after, then what is so across all."""
    from involve_audit.render.text import pieces

    return pieces(document(rows, across, titles, date), width)


def markdown(
    rows: Rows, across: Totals, titles: Titles, date: str, links: Mapping[str, str] | None = None
) -> Iterator[str]:
    """Markdown: one table of all projects, and one for each count."""
    from involve_audit.render.markdown import pieces

    return pieces(document(rows, across, titles, date, links))


def html(
    rows: Rows, across: Totals, titles: Titles, date: str, links: Mapping[str, str] | None = None
) -> Iterator[str]:
    """One page: a table of all projects that can be sorted and filtered, then what is so across all."""
    from involve_audit.render.html import pieces

    made = document(rows, across, titles, date, links)
    return pieces(made, css="portfolio.css", frame="register", script="portfolio.js")


def _filters(across: Totals) -> tuple[Filter, ...]:
    """By what the page can be filtered: the words that the projects tell, by name."""
    found = (
        ("phase", _("Phase"), across.phases),
        ("verdict", _("Verdict"), across.verdicts),
        ("policy", _("Policy"), across.policies),
        ("pay", _("Pay"), across.pay),
        ("budget", _("Budget for involvement"), across.budgets),
        ("lead", _("Lead of involvement"), across.leads),
        ("room", _("Deciding room"), across.rooms),
    )
    return tuple(Filter(name, title, tuple(sorted(counts))) for name, title, counts in found if len(counts) > 1)


def table(rows: Rows, across: Totals, titles: Titles, date: str) -> Iterator[str]:
    """CSV: a row for each project, for a spreadsheet."""
    names = [p for p, __ in titles.principles]
    ends = [f"{p}_{what}" for p in names for what in ("low", "high", "letter", "with_plans")]
    lists = ["met", "failed", "open", "signs", "not_told", "missing", "vague", "overdue"]
    told = ["pay", "budget", "budget_amount", "lead", "deciding_room"]
    heads = [
        "file", "title", "reference", "phase", "date", "verdict", "possible", "called", "label", "shown_low", "shown_high", *told, *ends,
        "holds", "policy", *lists, "same_as", "problem", "rubric", "rubric_sha256",
    ]  # fmt: skip
    stamp = (titles.rubric_id, titles.sha256)

    def bare(file: str, problem: str, same: str = "") -> str:
        return csv.line([file, *[""] * (len(heads) - 5), same, problem, *stamp])

    yield csv.line(heads)
    for row in rows:
        same = "; ".join(across.alike.of(row.file))
        if isinstance(row, Unread):
            yield bare(row.file, row.says, same)
            continue
        cells = {c.id: c for c in row.cells}
        values: list[str | float] = []
        for name in names:
            c = cells.get(name)
            values += [c.low, c.high, c.letter, "" if c.planned is None else c.planned] if c else [""] * 4
        yield csv.line(
            [
                row.file, row.title, row.reference, row.phase, date, row.verdict, "; ".join(row.possible), called_says(row), row.label, *row.shown,
                row.pay.says, row.budget.says, "" if row.amount is None else row.amount, row.lead.says, row.room.says,
                *values, "yes" if row.holds else "no", row.policy, *("; ".join(getattr(row, name)) for name in lists), same, "", *stamp,
            ]
        )  # fmt: skip
    for one in across.beside:
        yield bare(one.file, one.sentence)


def json_lines(rows: Rows, across: Totals, titles: Titles, date: str) -> Iterator[str]:
    """JSON lines: what was judged by what, a line for each project, and a last line with what is so across all."""
    yield _json(
        {
            "kind": "portfolio",
            "schema_version": "1",
            "date": date,
            "rubric": titles.rubric,
            "rubric_sha256": titles.sha256,
        }
    )
    for row in rows:
        yield _json({"kind": "project" if isinstance(row, ProjectRow) else "unread", **plain(row)})
    for one in across.beside:
        yield _json({"kind": "beside", "file": one.file, "what": one.kind, "says": one.sentence})
    counts = {
        name: dict(across.everywhere(getattr(across, name)))
        for name in (
            "verdicts", "labels", "phases", "policies", "met", "failed", "open", "pay", "budgets", "leads", "rooms", "signs", "not_told", "vague",
            "overdue",
        )
    }  # fmt: skip
    missing = {across.spelt[key]: number for key, number in across.everywhere(across.missing)}
    letters = {principle: dict(sorted(found.items())) for principle, found in across.letters.items()}
    yield _json({
        "kind": "across", "projects": across.projects, "holds": across.holds, "unread": across.unread, **counts,
        "missing": missing, "names_nobody": across.names_nobody, "letters": letters, "left_out": across.left_out,
        "beside": len(across.beside), "alike": [{"what": kind, "files": files} for kind, files in across.alike.groups()],
    })  # fmt: skip


def _json(tree: dict[str, object]) -> str:
    return (
        json.dumps(tree, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
    )


class TableFormat(NamedTuple):
    """How a table can be written.

    Attributes:
        show: the function that makes it, piece by piece.
        endings: how the names of such files end.
        linked: whether it can link to the report of each project; the function then takes the links.
        extra: the extra of this package that must be installed for it; empty where none must.
        needs: the package that the extra brings.
        binary: whether it is no text.
    """

    show: Callable[..., Iterator[Any]]
    endings: tuple[str, ...]
    linked: bool = False
    extra: str = ""
    needs: str = ""
    binary: bool = False


def _whole(kind: str, *arguments: Any) -> Iterator[Any]:
    """A format that is written in one piece, because it is one package, or can hold nothing but the page."""
    page = Page(document(*arguments), arguments[3])
    yield page.data(kind) if REPORTS[kind].binary else page.text(kind)


def _spreadsheet(*arguments: Any) -> Iterator[bytes]:
    from involve_audit.portfolio import spreadsheet

    return spreadsheet.render_bytes(*arguments)


_IN_PIECES = {
    "text": TableFormat(text, (".txt",)),
    "markdown": TableFormat(markdown, (".md", ".markdown"), linked=True),
    "html": TableFormat(html, (".html", ".htm"), linked=True),
}
"""The formats of a page that are written project by project: of thousands the whole would not fit into memory."""

FORMATS: dict[str, TableFormat] = {
    **_IN_PIECES,
    **{
        name: TableFormat(partial(_whole, name), kind.endings, True, kind.extra, kind.needs, binary=kind.binary)
        for name in PAGES
        if name not in _IN_PIECES and (kind := REPORTS[name])
    },
    "csv": TableFormat(table, (".csv",)),
    "jsonl": TableFormat(json_lines, (".jsonl", ".ndjson")),
    "xlsx": TableFormat(_spreadsheet, (".xlsx",), linked=True, binary=True),
}
"""Every format of the table: the only list of them."""
TEXTS = tuple(name for name, form in FORMATS.items() if not form.binary)
"""Those that can be printed."""
