"""`import`: what a team already keeps, put into a project file: logs in spreadsheets; documents in prose are in `draft`."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import HERE, NOTHING_WRITTEN, day, importable, known
from involve_audit.cli.outcome import Usage
from involve_audit.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from involve_audit.importing.gone import Came
    from involve_audit.importing.into import Put, ReadBeside
    from involve_audit.importing.log_rows import LogFound, Remark
    from involve_audit.importing.mapping import MappedSheet
    from involve_audit.importing.workbook import Workbook

MAPPING = "import-mapping.yaml"
_KINDS = {
    "log": _("what people said and what came of it"),
    "decisions": _("decisions"),
    "activities": _("meetings and activities"),
    "payments": _("payments"),
    "budget": _("lines of the budget"),
}
_ADDED = {
    "log": (_("log entry"), _("log entries")), "decision": (_("decision"), _("decisions")),
    "source": (_("meeting or payment as a source"), _("meetings or payments as sources")),
    "line": (_("line of the budget"), _("lines of the budget")),
}  # fmt: skip
_LISTED = 60


@dataclass(frozen=True)
class ImportRequest:
    """What was asked for; the options of the command line, one by one."""

    logs: tuple[str, ...]
    into: str | None = None
    maps: tuple[str, ...] = ()
    mapping: str | None = None
    sheets: tuple[str, ...] = ()
    date: str | None = None
    dates: str = ""
    yes: bool = False
    dry_run: bool = False
    take_out: bool = False


def command(
    logs: Annotated[
        list[str],
        typer.Argument(
            metavar="LOG...",
            help="Logs: .xlsx, .ods or .csv; documents in prose: .docx, .odt, .md, .txt or .html.",
            show_default=False,
        ),
    ],
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="PROJECT", help="The project file. [default: project.yaml]", show_default=False),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="HEADING=PLACE",
            help="Where a column belongs, such as 'Comments=influence.log.said' or 'Ref=leave out'. Repeatable.",
            show_default=False,
        ),
    ] = None,
    mapping: Annotated[
        str | None,
        typer.Option(
            "--mapping",
            metavar="FILE",
            help="The file that keeps what the columns mean. [default: import-mapping.yaml beside the project file]",
            show_default=False,
        ),
    ] = None,
    sheet: Annotated[
        list[str] | None,
        typer.Option(
            "--sheet",
            metavar="NAME",
            help="Read this sheet alone, also if it is hidden. Repeatable.",
            show_default=False,
        ),
    ] = None,
    dates: Annotated[
        str,
        typer.Option(
            "--dates",
            metavar="day-first|month-first",
            help="How 03/04/2025 is meant, where the log itself does not show it.",
            show_default=False,
        ),
    ] = "",
    yes: Annotated[bool, typer.Option("--yes", help="The columns are taken rightly; do not ask.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and write nothing.")] = False,
    take_out: Annotated[
        bool,
        typer.Option(
            "--take-out", help="Take out of the file what came from this log and stands in no row of it any more."
        ),
    ] = False,
    date: Annotated[str | None, shared.day("Meetings up to this day have been. [default: today]")] = None,
) -> int:
    """Put what a team already has into a project file: logs (impact, decisions, activities, payments), or documents in prose.

    Columns are known by their headings and shown before anything is written. What no cell tells stays not told; columns of
    names and addresses are left out; what is not understood is listed with its row and column. A row that stands in the
    file already is not put in again, and nothing in the file is overwritten.

    Of a document (an application, terms of reference, a report) the passages that answer questions of the file are shown one by one: is that
    so? Only a yes writes. What is not found is asked by `involve-audit ask`. Answers may come from a pipe, one a line.

    Exit codes: 0 done; 2 a log, a document or the project file could not be read, or nobody said that it is so.
    """
    request = ImportRequest(
        tuple(logs),
        into,
        tuple(map_ or ()),
        mapping,
        tuple(sheet or ()),
        date,
        dates,
        yes=yes,
        dry_run=dry_run,
        take_out=take_out,
    )
    return import_(request)


def import_(request: ImportRequest) -> int:
    """Put logs in tables into the project file, and ask about what documents in prose would tell it."""
    from involve_audit.cli.draft import import_documents, is_document

    documents = [name for name in request.logs if is_document(name)]
    tables = tuple(name for name in request.logs if not is_document(name))
    if documents and request.yes:
        raise Usage(
            _(
                "{named}: what stands in prose is asked about passage by passage, so --yes is for tables alone",
                named=files.named(documents[0]),
            )
        )
    for option, told in (("--map", request.maps), ("--mapping", request.mapping), ("--sheet", request.sheets), ("--dates", request.dates), ("--take-out", request.take_out)):  # fmt: skip
        if told and not tables:
            raise Usage(
                _(
                    "{option} is about tables, and {named} is a document in prose",
                    option=option,
                    named=files.named(documents[0]),
                )
            )
    done = _import_tables(replace(request, logs=tables)) if tables else outcome.HOLDS
    return import_documents(documents, request.into or HERE, dry_run=request.dry_run) if documents else done


def _import_tables(request: ImportRequest) -> int:
    """Read logs, show what their columns are taken for, and put what they tell into the project file."""
    from involve_audit import load
    from involve_audit.importing.into import Contradicts, ReadBeside
    from involve_audit.importing.log_rows import LogFound, entries_of, left_out_columns
    from involve_audit.yamlfile.editing import CannotInsert

    into = request.into or HERE
    if request.dates:
        known("dates", request.dates, ("day-first", "month-first"))
    as_of = day(request.date)
    data = _project_bytes(into)
    shown = files.named(into)
    load.read_project(load.read(data, shown))
    keep_at = request.mapping or os.path.join(os.path.dirname(into), MAPPING)
    kept = _kept(keep_at, needed=False)
    books = [_workbook(log) for log in request.logs]
    maps = _maps(request.maps, books)
    apart: dict[tuple[str, str], str] = {}
    read = [(book, _mapped(book, kept, maps, request.sheets, apart)) for book in books]
    _sheets_exist(request.sheets, books)
    for book, mapped in read:
        _show(book, mapped, apart)
    _something_is_known(read, apart)
    _confirmed(request, [m for _, mapped in read for m in mapped], kept)

    text = data.decode("utf-8")
    results: list[tuple[Workbook, LogFound, Put]] = []
    try:
        for book, mapped in read:
            found = LogFound()
            found.remarks += left_out_columns(mapped)
            for one in mapped:
                tree = load.read(text, shown).tree
                sources = tree.get("sources")
                entries_of(
                    one,
                    as_of,
                    sources if isinstance(sources, dict) else (),
                    found,
                    request.dates.removesuffix("-first"),
                )
            names = {b.name: files.named(os.path.basename(b.name)) for b in books}
            beside = ReadBeside(
                frozenset(names.values()) - {names[book.name]},
                frozenset(s.name for s in book.sheets) - {m.sheet.name for m in mapped},
                request.take_out,
            )
            put = _put_in(text, found, names[book.name], shown, beside)
            text = put.text
            results.append((book, found, put))
    except (Contradicts, CannotInsert) as problem:
        raise Usage(_("{problem}. Nothing was written", problem=problem)) from None
    after = text.encode("utf-8")
    for book, found, put in results:
        _say(book, found, put)
    if request.dry_run:
        streams.out_exact(_difference(data, after, shown))
        streams.err(NOTHING_WRITTEN)
        return outcome.HOLDS
    _write(into, data, after, keep_at, [m for _, mapped in read for m in mapped], kept)
    return outcome.HOLDS


def _put_in(text: str, found: LogFound, workbook: str, shown: str, beside: ReadBeside) -> Put:
    """Put it in; what the loader then refuses is no result."""
    from involve_audit import load
    from involve_audit.importing.into import put_in
    from involve_audit.wording.messages import InputError

    put = put_in(text, found, workbook, shown, beside)
    try:
        load.read_project(load.read(put.text, shown))
    except InputError as error:
        says = "\n".join(f"  {p.path}: {p.says}" if hasattr(p, "path") else f"  {p.says}" for p in error.problems[:5])
        raise Usage(
            _(
                "{workbook}: with these rows {shown} could not be read, so nothing was written:\n{what}",
                workbook=workbook,
                shown=shown,
                what=says,
            )
        ) from None
    return put


# --- reading ---------------------------------------------------------------------------------------


def _project_bytes(into: str) -> bytes:
    importable(into, "rows")
    try:
        return files.read(into)
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None


def _workbook(name: str) -> Workbook:
    from involve_audit.importing.headings import is_known
    from involve_audit.importing.workbook import MAX_BYTES, NoWorkbook, read_workbook

    if os.path.isdir(name):
        raise Usage(_("{named} is a folder; name the logs in it one by one", named=files.named(name)))
    try:
        return read_workbook(
            files.read(name, MAX_BYTES + 1),
            files.shown(os.path.basename(name)) if name != files.STDIN else _("standard input"),
            is_known,
        )
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
    except NoWorkbook as problem:
        raise Usage(f"{files.named(name)}: {problem}") from None


def _kept(name: str, *, needed: bool) -> dict[str, dict[str, str]]:
    from involve_audit.importing.kept import read_kept

    if not needed and not os.path.lexists(name):
        return {}
    try:
        return read_kept(files.read(name), files.named(name))
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None


def _maps(told: Sequence[str], books: Sequence[Workbook]) -> dict[str, str]:
    """What `--map` says, as roles by plain headings."""
    from involve_audit.importing.headings import plain, role_for, targets
    from involve_audit.wording.messages import hint, nearest

    cells = {
        " ".join(c.split()): plain(c)
        for book in books
        for s in book.sheets
        for r in s.rows[:60]
        for c in r.cells
        if c and len(c) <= 200
    }
    first = {
        " ".join(r.cells[0].split()): plain(r.cells[0])
        for book in books
        for s in book.sheets
        for r in s.rows
        if r.cells and r.cells[0] and len(r.cells[0]) <= 200
    }
    cells |= first
    found: dict[str, str] = {}
    for text in told:
        heading, equals, target = (part.strip() for part in text.rpartition("="))
        if not equals or not heading:
            raise Usage(_("--map '{text}': write it as 'HEADING=influence.log.said'", text=text[:80]))
        role = role_for(target)
        if role is None:
            raise Usage(
                _(
                    "--map '{text}': '{target}' is no place for a column; {hint}",
                    text=text[:80],
                    target=target,
                    hint=hint(target, targets()),
                )
            )
        last = heading.rsplit(": ", 1)[-1]
        if plain(heading) not in cells.values() and plain(last) not in cells.values():
            near = nearest(heading, list(cells))
            raise Usage(
                _("--map '{text}': no column has this heading", text=text[:80])
                + (_("; did you mean '{near}'?", near=near) if near else "")
            )
        found[plain(heading)] = role
    return found


def _mapped(
    book: Workbook,
    kept: dict[str, dict[str, str]],
    maps: dict[str, str],
    wanted: Sequence[str],
    apart: dict[tuple[str, str], str],
) -> list[MappedSheet]:
    """The tables of a workbook; a sheet that says that it is not for everybody is read only where it is named, and why stands in `apart`."""
    from involve_audit.importing.kept import ONE_TABLE
    from involve_audit.importing.log_rows import cover_sets_apart, set_apart_by
    from involve_audit.importing.mapping import tables

    found, cover = [], ""
    for sheet in book.sheets:
        if sheet.name not in wanted if wanted else sheet.hidden:
            continue
        here = tables(sheet, kept.get(sheet.name or ONE_TABLE, {}) | maps)
        if why := next(filter(None, map(set_apart_by, here)), "") if not wanted else "":
            apart[book.name, sheet.name] = why
            continue
        found += here
        cover = cover or ("" if here or wanted else cover_sets_apart(sheet))
    if cover:
        apart.update({(book.name, m.sheet.name): cover for m in found})
        return []
    return found


def _sheets_exist(wanted: Sequence[str], books: Sequence[Workbook]) -> None:
    from involve_audit.wording.messages import hint

    there = [s.name for book in books for s in book.sheets]
    for name in wanted:
        if name not in there:
            raise Usage(_("--sheet '{name}': there is no such sheet; {hint}", name=name, hint=hint(name, there)))


# --- showing and confirming ------------------------------------------------------------------------


def _show(book: Workbook, mapped: Sequence[MappedSheet], apart: dict[tuple[str, str], str]) -> None:
    """What each column is taken for."""
    from involve_audit.importing.headings import PUBLIC, ROLES
    from involve_audit.importing.workbook import letters

    for remark in book.remarks:
        streams.err(f"{book.name}: {remark}")
    for one in mapped:
        sheet = _(", sheet {name}", name=one.sheet.name) if one.sheet.name else ""
        where = (
            _("headings in column {column}", column=letters(one.row - 1)) if one.sheet.across
            else _("headings in row {row}", row=one.row)
        )  # fmt: skip
        streams.err(
            ngettext(
                "{name}{sheet}: {kinds}; {where}, {number} row", "{name}{sheet}: {kinds}; {where}, {number} rows",
                len(one.rows), name=book.name, sheet=sheet, kinds=_KINDS[one.kind], where=where, number=len(one.rows),
            )
        )  # fmt: skip
        wide = min(max((len(c.heading) for c in one.columns), default=0), 44)
        for column in one.columns:
            at = str(column.number + 1) if one.sheet.across else letters(column.number)
            heading = column.heading or _("(no heading)")
            heading = heading if len(heading) <= wide else heading[: max(wide - 1, 1)] + "…"
            target = ROLES[column.role][0] if column.role else _("not taken in")
            of_heading = (
                _("; its heading says that contributors did")
                if column.role in ("said", "when_and_how") and PUBLIC.search(column.heading.casefold())
                else ""
            )
            why = f" ({column.why})" if column.why else f" ({ROLES[column.role][1]}{of_heading})" if column.role else ""
            streams.err(f"  {at:>3}  {heading:<{wide}}  {column.full:>4} ->  {target}{why}")
        if one.above:
            streams.err(
                ngettext(
                    "  {number} cell above the headings is no row and not taken in",
                    "  {number} cells above the headings are no row and not taken in",
                    one.above, number=one.above,
                )
            )  # fmt: skip
    read = {m.sheet.name for m in mapped}
    for tab in book.sheets:
        cells = sum(bool(c) for r in tab.rows for c in r.cells)
        if tab.name in read or not (cells or tab.unread):
            continue
        why = (
            _in_spite(apart[book.name, tab.name], tab.name) if (book.name, tab.name) in apart
            else _("it is hidden; --sheet '{name}' reads it alone", name=tab.name) if tab.hidden
            else _("no headings in it are known")
        )  # fmt: skip
        name = _("sheet {name}", name=tab.name) if tab.name else _("the table")
        streams.err(
            ngettext(
                "{file}: {name} was not read ({number} cell): {why}", "{file}: {name} was not read ({number} cells): {why}",
                cells, file=book.name, name=name, number=cells, why=why,
            )
        )  # fmt: skip


def _in_spite(why: str, sheet: str) -> str:
    """Why a sheet was not read, and how it is read all the same."""
    if not sheet:
        return _("{why}; take that line out if it may be shared", why=why)
    return _("{why}; if it may be shared, --sheet '{sheet}' reads it all the same", why=why, sheet=sheet)


def _something_is_known(read: Sequence[tuple[Workbook, list[MappedSheet]]], apart: dict[tuple[str, str], str]) -> None:
    for book, mapped in read:
        if not mapped and any(name == book.name for name, _sheet in apart):
            raise Usage(
                _("{name}: nothing of it was read, for it says that it is not for everybody (above)", name=book.name)
            )
        if not mapped:
            raise Usage(
                _(
                    "{name}: no row of headings is known in it. At least two columns must say what they hold, such as 'Date' and 'What changed'; name them with --map 'HEADING=influence.log.said' --map 'HEADING=when' (docs/import.md lists the places)",
                    name=book.name,
                )
            )


def _confirmed(request: ImportRequest, mapped: Sequence[MappedSheet], kept: dict[str, dict[str, str]]) -> None:
    """Have the table confirmed, unless it was before."""
    from involve_audit.importing.kept import is_kept

    if request.yes or request.dry_run or is_kept(mapped, kept):
        return
    if not streams.can_ask():
        raise Usage(
            _(
                "this is what the columns would be taken for, and nobody has said that it is right; --yes says so, --map 'HEADING=PLACE' corrects it, --dry-run shows what would change"
            )
        )
    if not streams.agreed(_("Is that right?")):
        raise Usage(
            _(
                "nothing was written. Correct a column with --map 'HEADING=PLACE', or leave it out with --map 'HEADING=leave out'"
            )
        )


# --- what came of it -------------------------------------------------------------------------------


def _say(book: Workbook, found: LogFound, put: Put) -> None:
    """What was put in, what was not, and where the file says otherwise."""
    parts = [f"{n} {_ADDED[kind][n != 1]}" for kind, n in put.added.items()]
    parts += [_("{number} completed", number=put.completed)] if put.completed else []
    parts += put.other
    there = put.there - put.completed
    more = (
        ngettext("; {number} row stood there already", "; {number} rows stood there already", there, number=there)
        if there else ""
    )  # fmt: skip
    not_held = found.not_held
    more += (
        ngettext("; {number} meeting that did not take place was left out", "; {number} meetings that did not take place were left out", not_held, number=not_held)
        if not_held else ""
    )  # fmt: skip
    streams.err(f"{book.name}: {', '.join(parts) if parts else _('nothing new')}{more}")
    for line in _grouped([*found.remarks, *put.remarks]):
        streams.err(f"  {line}")
    _say_gone(put)
    count = found.cells
    listed = ", ".join(f"{count[k]} {says}" for k, says in (("placed", _("placed")), ("noted", _("kept in notes as meant")), ("note", _("not understood and kept in notes")), ("blank", _("say that nothing is told")), ("left out", _("left out")), ("not placed", _("not placed"))) if count[k])  # fmt: skip
    streams.err(_("  {count} cells: {listed}", count=count["all"], listed=listed))


def _say_gone(put: Put) -> None:
    """What came from the log and is in no row of it any more: it stays unless somebody asks otherwise."""
    stay = [one for one in put.gone if one not in put.taken_out]
    if put.taken_out:
        number = len(put.taken_out)
        says = ngettext("{number} entry that came from this log and stands in no row of it any more was taken out: {listed}", "{number} entries that came from this log and stand in no row of it any more were taken out: {listed}", number, number=number, listed=_listed(put.taken_out))  # fmt: skip
        streams.err(f"  {says}")
    if stay:
        number = len(stay)
        says = ngettext("{number} entry of the file came from this log and stands in no row that is taken in now: {listed}. It was deleted there, worded otherwise, or is left out above", "{number} entries of the file came from this log and stand in no row that is taken in now: {listed}. They were deleted there, worded otherwise, or are left out above", number, number=number, listed=_listed(stay))  # fmt: skip
        way_out = "" if put.taken_out else _("; --take-out takes them out, and with --dry-run shows them first. They stay otherwise, for they may hold what was written by hand")  # fmt: skip
        streams.err(f"  {says}{way_out}")
    if any(one.path[0] == "sources" for one in put.gone):
        streams.err(
            _("  the numbers of meetings in the file were not lowered for that; see whether they are still right")
        )


def _listed(entries: Sequence[Came]) -> str:
    """Entries by what they are, each with its line and the row that it came from."""
    by_place: dict[str, list[str]] = {}
    for one in entries:
        place = ".".join(step for step in one.path if isinstance(step, str) and step != "entries") if one.path[0] != "sources" else "sources"  # fmt: skip
        of = _("{row} of sheet {sheet}", row=one.row, sheet=one.sheet) if one.sheet else one.row
        by_place.setdefault(place, []).append(_("line {line} ({row})", line=one.line, row=of))
    return "; ".join(f"{place}, {', '.join(lines)}" for place, lines in by_place.items())


def _grouped(remarks: Sequence[Remark]) -> list[str]:
    """Remarks that are alike in one line, with all their places."""
    groups: dict[tuple[str, str], list[Remark]] = {}
    for remark in remarks:
        groups.setdefault((remark.heading, remark.says), []).append(remark)
    lines = []
    for (heading, says), alike in groups.items():
        places = [r.place for r in alike]
        more = len(places) - _LISTED
        cells = sum(r.cells for r in alike)
        where = _together(places[:_LISTED]) + (_("; and {more} more", more=more) if more > 0 else "")
        head = f"'{heading}', " if heading else ""
        lines.append(f"{head}{where}: {says}" + (_(" ({cells} cells)", cells=cells) if cells > 1 else ""))
    return lines


def _together(places: Sequence[str]) -> str:
    """Places in a row, with the rows of one column named together: `sheet Log, rows 4, 8, 12, column D`."""
    import re

    row = re.escape(_("row {row}", row=0)).replace("0", "([0-9]+)")
    rows: dict[tuple[str, str], list[str]] = {}
    for place in places:
        found = re.fullmatch(f"(.*?){row}([^0-9]*)", place)
        lead, number, end = found.groups() if found else (place, "", "")
        rows.setdefault((lead, end), []).append(number)
    return "; ".join(
        f"{lead}{ngettext('row {rows}', 'rows {rows}', len(numbers), rows=', '.join(numbers))}{end}"
        if any(numbers)
        else lead
        for (lead, end), numbers in rows.items()
    )


def _difference(before: bytes, after: bytes, name: str) -> str:
    from difflib import unified_diff

    old, new = (text.decode("utf-8").splitlines() for text in (before, after))
    return "".join(f"{line}\n" for line in unified_diff(old, new, name, name, lineterm=""))


def _write(
    into: str, before: bytes, after: bytes, keep_at: str, mapped: Sequence[MappedSheet], kept: dict[str, dict[str, str]]
) -> None:
    from involve_audit.importing.kept import is_kept, kept_text

    try:
        if after != before:
            files.replace_unchanged(into, before, after)
            streams.err(f"wrote {files.named(into)}")
        if not is_kept(mapped, kept):
            files.write_all({keep_at: kept_text(mapped, kept).encode("utf-8")})
            streams.err(
                _("wrote {named}, which keeps what the columns mean for the next time", named=files.named(keep_at))
            )
    except files.CannotRead as problem:
        raise Usage(str(problem)) from None
