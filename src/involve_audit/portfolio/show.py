"""The table of many projects as text, Markdown, HTML, CSV and JSON lines.

Each is written piece by piece while the rows are read again, so that ten thousand rows need no more memory than ten.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from involve_audit.assess import letter
from involve_audit.portfolio.rows import Row, Unread, plain
from involve_audit.portfolio.words import FITS, NOT_A_TABLE_OF_WINNERS, NOT_PEOPLE, UNREAD_NEXT
from involve_audit.render import csv, words
from involve_audit.render.beside import counted as counted_beside
from involve_audit.render.beside import listed

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable, Iterable, Iterator

    from involve_audit.portfolio.rows import Cell
    from involve_audit.portfolio.totals import Totals
    from involve_audit.portfolio.words import Titles

    VerdictConditions = Iterable[Row | Unread]
    Show = Callable[[VerdictConditions, Totals, Titles, str], Iterator[str]]

SHAPES = {"A": "●", "B": "◕", "C": "◑", "D": "○", "?": "◌"}
"""A shape beside each letter: the table must be readable without colours and after photocopying."""
MOST_BESIDE = 500
"""So many names of what stood beside the projects are listed of a kind; the JSON lines and the CSV hold all of them."""
MOST = 12
"""So many lines of each count across all projects are printed; JSON lines hold all of them."""


def cell_parts(cell: Cell) -> tuple[str, str]:
    """A cell in two parts: the letter with its range, which must stay together, and where the plans would take it."""
    ends = f"{_whole(cell.low)}" if _whole(cell.low) == _whole(cell.high) else f"{_whole(cell.low)}–{_whole(cell.high)}"
    plans = f"with its plans {_whole(cell.planned)}" if cell.planned is not None and cell.planned > cell.low else ""
    return f"{cell.letter} {ends}", plans


def cell_says(cell: Cell) -> str:
    """A cell in words: `B 40–60, with its plans 67`."""
    return ", ".join(part for part in cell_parts(cell) if part)


def _whole(number: float) -> int:
    return int(number + 0.5)


def verdict_parts(row: Row, titles: Titles) -> tuple[str, ...]:
    """The verdict, which others the answers still allow, and what to ask first.

    As in the report of one project, that trust may be broken is no verdict to hang beside a title only because nobody has
    said otherwise: the answer is asked for instead.
    """
    others = [other for other in row.possible if other != row.verdict]
    grades = [other.lower() for other in others if other not in titles.asked_for]
    ends = f"{grades[0]} … {grades[-1]}" if len(grades) > 2 else " or ".join(grades)
    asked = [titles.asked_for[other] for other in others if other in titles.asked_for]
    if "people-heard" in row.not_told:  # the plainest of the signs that may be open
        asked = [words.HEARD if one == words.ASKED_FOR["tokenism"] else one for one in asked]
    untold = words.listed(dict.fromkeys(asked))
    return (row.verdict, *([f"still possible: {ends}"] if ends else []), *([f"not told: {untold}"] if untold else []))


def verdict_says(row: Row, titles: Titles) -> str:
    """The verdict and what goes with it, in one sentence."""
    return "; ".join(verdict_parts(row, titles))


def ends_say(cell: Cell) -> str:
    """A cell in three characters: the letters of its two ends, or one where they are the same.

    >>> from involve_audit.portfolio.rows import Cell
    >>> ends_say(Cell("power", 10, 90, "?", None)), ends_say(Cell("power", 80, 80, "A", None))
    ('D-A', ' A ')
    """
    low, high = letter(cell.low, cell.low), letter(cell.high, cell.high)
    return f" {low} " if low == high else f"{low}-{high}"


def policy_parts(row: Row, titles: Titles) -> tuple[str, ...]:
    """Whether the policy holds, and which conditions do not or are not told."""
    failed = [titles.conditions.get(c, c) for c in row.failed]
    untold = [titles.conditions.get(c, c) for c in row.open]
    parts = (f"not held: {'; '.join(failed)}" if failed else "", f"not told: {'; '.join(untold)}" if untold else "")
    return ("holds" if row.holds else "does not hold", *(p for p in parts if p))


def policy_says(row: Row, titles: Titles) -> str:
    """Whether the policy holds, and why not, in sentences: the titles within hold commas of their own."""
    return words.sentences(policy_parts(row, titles))


def unread_says(row: Unread) -> str:
    """Why a file could not be audited, without its name, which stands beside it."""
    return row.says.removeprefix(f"{row.file}: ")


def counted(number: int, projects: int) -> str:
    """A number of projects in words.

    >>> counted(3, 3), counted(1, 12)
    ('all 3', '1 of 12')
    """
    return f"all {projects}" if number == projects > 1 else f"{number} of {projects}"


Block = tuple[str, str, list[tuple[str, str]]]
"""A title, a sentence, and lines of what and of how many projects."""


def blocks(across: Totals, titles: Titles) -> list[Block]:
    """What is so across all projects: title, a sentence, and lines of what and how many."""
    n = across.projects

    def block(title: str, says: str, *counts: tuple[Counter[str], Callable[[str], str]]) -> Block:
        pairs = [
            [(words.capital(name(key)), counted(number, n)) for key, number in across.everywhere(found)]
            for found, name in counts
        ]
        left_out = sum(len(p[MOST:]) for p in pairs)
        more = f" The most frequent are listed; the JSON lines have {left_out} more." if left_out else ""
        return title, f"{says}{more}", [line for p in pairs for line in p[:MOST]]

    nobody = (
        f" Projects that name nobody: {counted(across.names_nobody, n)}. It may mean that nobody asked."
        if n and across.names_nobody
        else ""
    )
    made = [
        block("Verdicts", "How many projects have each, at the low end of what they tell.", (across.verdicts, str)),
        block(
            "What most leave out",
            "The answers that are missing most often. What everybody leaves out may be a question to ask of the form, not of the projects.",
            (across.not_told, titles.asks),
        ),
        block(
            "Who is missing everywhere",
            f"Groups that the projects name as not in the room.{nobody}",
            (across.missing, lambda key: across.spelt[key]),
        ),
        block(
            "Which promises are vague",
            "Plans in words only, without a date, money or anybody who sees to it; and plans whose day has passed.",
            (across.vague, lambda key: titles.stages.get(key, key)),
            (across.overdue, lambda key: f"{titles.stages.get(key, key)}: overdue"),
        ),
        block(
            "What does not hold",
            "Conditions of the policy that projects do not meet.",
            (across.failed, lambda key: titles.conditions.get(key, key)),
        ),
        block(
            "What is open",
            "Conditions of the policy of which projects do not tell whether they meet them.",
            (across.open, lambda key: titles.conditions.get(key, key)),
        ),
        block(
            "Signs and contradictions",
            "What was seen in the files, and is a question to each of these projects.",
            (across.signs, lambda key: titles.signs.get(key, key)),
        ),
    ]
    return [one for one in made if one[2]]


def headline(across: Totals) -> str:
    """How many there are, in a sentence."""
    more = counted_beside(across.beside)
    if not across.projects:
        return f"No project was audited; {across.unread} could not be.{f' {more}' if more else ''}"
    read = f"{across.projects} project{'' if across.projects == 1 else 's'} audited"
    unread = f", {across.unread} could not be" if across.unread else ""
    return f"{read}{unread}; the policy holds for {across.holds}.{f' {more}' if more else ''}"


def beside_says(across: Totals) -> list[str]:
    """What stood in the folders beside the projects, a sentence for each kind."""
    return [words.sentence(line) for line in listed(across.beside, MOST_BESIDE)]


def unread_next(across: Totals) -> str:
    """What to do about files that could not be audited; nothing where there are none."""
    return UNREAD_NEXT if across.unread else ""


# --- formats ----------------------------------------------------------------------------------------


def text(rows: VerdictConditions, across: Totals, titles: Titles, date: str, width: int = 80) -> Iterator[str]:
    """Plain text: each project with a line of letters, then what is so across all."""
    from involve_audit.render.text import fitted
    from involve_audit.render.text import page as page_of

    def wrapped(says: str, first: str = "", rest: str | None = None) -> str:
        page = page_of(width, False, False)
        page.put(says, first=first, rest=rest)
        return page.text()

    letters_wide = 4 * len(titles.principles)
    name_wide = width - letters_wide - len(_POLICY[False]) - 3
    beside = name_wide >= _NAME  # otherwise the letters stand below the name

    def line(name: str, letters: str, policy: str) -> str:
        if beside:
            return f"{fitted(words.plain(name), name_wide)} {letters}  {policy}".rstrip() + "\n"
        return f"{wrapped(name)}  {letters}".rstrip() + "\n"

    yield wrapped(headline(across))
    yield wrapped(f"As of {words.day(date)}. Judged by: {titles.rubric}.")
    yield wrapped(NOT_A_TABLE_OF_WINNERS) + "\n"
    if unread_next(across):
        yield wrapped(unread_next(across)) + "\n"
    yield "".join(wrapped(title, f"{n}  ") for n, (_, title) in enumerate(titles.principles, 1)) + "\n"
    key = "; ".join(f"{mark} {says}" for mark, says in words.LETTERS.items() if mark != "?")
    yield wrapped(f"{key}; D-A: not told, may lie anywhere from D to A.") + "\n"
    yield line("project", " ".join(f"{n:^3}" for n in range(1, len(titles.principles) + 1)), "policy")
    for row in rows:
        if isinstance(row, Unread):
            yield wrapped(f"{row.file}: could not be audited: {unread_says(row)}", rest="    ")
            continue
        yield line(row.title or row.file, " ".join(map(ends_say, row.cells)), _POLICY[row.holds])
        policy = "" if beside else f"; policy {_POLICY[row.holds]}"
        file = f"{row.file}: " if row.title else ""
        yield wrapped(f"{file}{verdict_says(row, titles)}{policy}", "    ")
    for title, says, lines in blocks(across, titles):
        yield "\n" + wrapped(title) + wrapped(says)
        yield "".join(wrapped(what, f"  {many:>10}  ") for what, many in lines)
    for says in beside_says(across):
        yield "\n" + wrapped(f"Not audited: {says}")
    yield "\n" + wrapped(NOT_PEOPLE)


_POLICY = {True: "holds", False: "does not hold"}
_NAME = 28
"""So many columns a name needs to be told from others beside the letters."""


def markdown(rows: VerdictConditions, across: Totals, titles: Titles, date: str) -> Iterator[str]:
    """Markdown: one table of all projects, and one for each count."""
    from involve_audit.render.markdown import escape

    yield f"# Many projects, side by side\n\n{headline(across)}\n\nAs of {words.day(date)}. Judged by: {escape(titles.rubric)}.\n\n"
    yield "\n\n".join(note for note in (NOT_A_TABLE_OF_WINNERS, unread_next(across)) if note) + "\n\n"
    yield "; ".join(f"{SHAPES[mark]} {mark} {says}" for mark, says in words.LETTERS.items()) + ".\n\n"
    heads = ["Project", "Verdict", FITS, *(title for _, title in titles.principles), "Policy"]
    yield f"| {' | '.join(escape(h) for h in heads)} |\n|{' --- |' * len(heads)}\n"
    for row in rows:
        if isinstance(row, Unread):
            cells = [row.file, f"could not be audited: {unread_says(row)}", *[""] * (len(heads) - 2)]
        else:
            name = f"{row.title} ({row.file})" if row.title else row.file
            marks = [f"{SHAPES[c.letter]} {cell_says(c)}" for c in row.cells]
            cells = [name, verdict_says(row, titles), row.label, *marks, policy_says(row, titles)]
        yield f"| {' | '.join(escape(c) for c in cells)} |\n"
    for title, says, lines in blocks(across, titles):
        yield f"\n## {title}\n\n{says}\n\n| What | Projects |\n| --- | --- |\n"
        yield "".join(f"| {escape(what)} | {many} |\n" for what, many in lines)
    if across.beside:
        yield "\n## What was found and not audited\n\n"
        yield "".join(f"- {escape(says)}\n" for says in beside_says(across))
    yield f"\n{NOT_PEOPLE}\n"


def html(rows: VerdictConditions, across: Totals, titles: Titles, date: str) -> Iterator[str]:
    """One page: a heat map of all projects, then what is so across all."""
    from involve_audit.render.html import escape
    from involve_audit.render.page import dressed, environment

    made = environment(escape, "involve_audit.portfolio")
    yield from made.get_template("portfolio.html").generate(
        rows=rows, blocks=blocks(across, titles), titles=titles, date=words.day(date), headline=headline(across), fits=FITS,
        beside=beside_says(across), notes=[n for n in (NOT_A_TABLE_OF_WINNERS, NOT_PEOPLE, unread_next(across)) if n], shapes=SHAPES, cell_parts=cell_parts,
        verdict_parts=verdict_parts, policy_parts=policy_parts, unread_says=unread_says, read=lambda row: isinstance(row, Row),
        **dressed(made.get_template("portfolio.css").render()),
    )  # fmt: skip


def table(rows: VerdictConditions, across: Totals, titles: Titles, date: str) -> Iterator[str]:
    """CSV: a row for each project, for a spreadsheet."""
    names = [p for p, _ in titles.principles]
    ends = [f"{p}_{what}" for p in names for what in ("low", "high", "letter", "with_plans")]
    lists = ["failed", "open", "signs", "not_told", "missing", "vague", "overdue"]
    yield csv.line(
        [
            "file",
            "title",
            "phase",
            "date",
            "verdict",
            "possible",
            "label",
            "shown_low",
            "shown_high",
            *ends,
            "holds",
            *lists,
            "problem",
            "rubric",
            "rubric_sha256",
        ]
    )
    stamp = (titles.rubric_id, titles.sha256)
    for row in rows:
        if isinstance(row, Unread):
            yield csv.line([row.file, *[""] * (9 + len(ends) + len(lists)), row.says, *stamp])
            continue
        cells = {c.id: c for c in row.cells}
        values: list[str | float] = []
        for name in names:
            c = cells.get(name)
            values += [c.low, c.high, c.letter, "" if c.planned is None else c.planned] if c else [""] * 4
        told = [row.file, row.title, row.phase, date, row.verdict, "; ".join(row.possible), row.label, *row.shown]
        yield csv.line(
            [
                *told,
                *values,
                "yes" if row.holds else "no",
                *("; ".join(getattr(row, name)) for name in lists),
                "",
                *stamp,
            ]
        )
    for one in across.beside:
        yield csv.line([one.file, *[""] * (9 + len(ends) + len(lists)), one.sentence, *stamp])


def json_lines(rows: VerdictConditions, across: Totals, titles: Titles, date: str) -> Iterator[str]:
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
        yield _json({"kind": "project" if isinstance(row, Row) else "unread", **plain(row)})
    for one in across.beside:
        yield _json({"kind": "beside", "file": one.file, "what": one.kind, "says": one.sentence})
    counts = {
        name: dict(across.everywhere(getattr(across, name)))
        for name in ("verdicts", "labels", "phases", "failed", "open", "signs", "not_told", "vague", "overdue")
    }
    missing = {across.spelt[key]: number for key, number in across.everywhere(across.missing)}
    letters = {principle: dict(sorted(found.items())) for principle, found in across.letters.items()}
    yield _json({
        "kind": "across", "projects": across.projects, "holds": across.holds, "unread": across.unread, **counts,
        "missing": missing, "names_nobody": across.names_nobody, "letters": letters, "left_out": across.left_out,
        "beside": len(across.beside),
    })  # fmt: skip


def _json(tree: dict[str, object]) -> str:
    return (
        json.dumps(tree, ensure_ascii=False, allow_nan=False).encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
    )


FORMATS: dict[str, tuple[Show, tuple[str, ...]]] = {
    "text": (text, (".txt",)),
    "markdown": (markdown, (".md", ".markdown")),
    "html": (html, (".html", ".htm")),
    "csv": (table, (".csv",)),
    "jsonl": (json_lines, (".jsonl", ".ndjson")),
}
"""Every format of the table, with how the names of such files end: the only list of them."""
