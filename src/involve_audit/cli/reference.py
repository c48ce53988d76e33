"""`reference`: the populations that a room can be compared with, and the lists of groups."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.outcome import Usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.census.figures import Figure, ReferencePopulation
    from involve_audit.census.lists import CategoryList


def of(name: str) -> ReferencePopulation:
    """A population: one that is shipped, by its name, or a file of the same shape.

    Raises:
        Usage: there is no such population.
        InputError: the file is no such table.
    """
    from involve_audit.census import shipped
    from involve_audit.census.figures import read_reference
    from involve_audit.wording.messages import hint

    if name in shipped.names():
        return shipped.load(name)
    try:
        return read_reference(text_of(name), files.shown(name))
    except files.CannotRead as problem:
        raise Usage(
            f"{problem}; name a table of your own, or one that is shipped ({hint(name, shipped.names())})"
        ) from None


def text_of(name: str) -> str:
    """The text of a table.

    Raises:
        CannotRead: it cannot be read.
        InputError: it is no text, or too long.
    """
    from involve_audit.tables import delimited
    from involve_audit.wording.messages import InputError, Problem

    try:
        return delimited.decoded(files.read(name, delimited.MAX_BYTES + 1))
    except delimited.NotATable as problem:
        raise InputError(files.shown(name), [Problem(problem.line, 1, "", problem.says)]) from None


def from_age(text: str) -> int | None:
    """The youngest age that is counted; None where all are.

    Raises:
        Usage: it is no age.
    """
    if text == "all":
        return None
    number = text.removesuffix("+")
    if not number.isascii() or not number.isdigit() or len(number) > 3:
        raise Usage(f"--ages '{text}' is not known; write 16+, 18+ or all")
    return int(number)


def list_references() -> int:
    """List the populations that are shipped."""
    from involve_audit.census import shipped

    for name in shipped.names():
        reference = shipped.load(name)
        streams.out(f"{name}: {reference.population}, {', '.join(reference.dates)}")
        told = [c for c in reference.characteristics if any(f.arithmetic for f in reference.rows(c))]
        streams.out(textwrap.fill(", ".join(told), streams.width(), initial_indent="  ", subsequent_indent="  "))
    streams.err(
        "These are general populations, and not the people whom a work is for. A table of your own says more: "
        "characteristic, category, and count or share, one row for each group."
    )
    return outcome.HOLDS


def show(
    name: Annotated[str, typer.Argument(metavar="NAME|FILE", help="A population.", show_default=False)],
    characteristic: Annotated[
        str | None, typer.Argument(metavar="[CHARACTERISTIC]", help="Only this one.", show_default=False)
    ] = None,
    ages: Annotated[str, typer.Option("--ages", metavar="AGES", help="The ages to count: 16+, 18+, all.")] = "all",
    width: shared.Width = None,
) -> int:
    """Show the figures of a population with their sources, or those of one characteristic."""
    from involve_audit.wording.messages import hint

    reference, youngest = of(name), from_age(ages)
    wanted = reference.characteristics
    if characteristic is not None:
        if characteristic not in wanted:
            raise Usage(f"'{characteristic}' is not told there; {hint(characteristic, wanted)}")
        wanted = (characteristic,)
    columns = streams.width(width)
    lines = [f"{reference.population or reference.name}, {', '.join(reference.dates) or 'no date told'}", ""]
    for each in wanted:
        lines += _table(reference, each, youngest, columns)
    lines += [line for licence in reference.licences for line in textwrap.wrap(licence, columns)]
    streams.out("\n".join(lines))
    return outcome.HOLDS


def _table(reference: ReferencePopulation, characteristic: str, youngest: int | None, columns: int) -> Iterator[str]:
    from involve_audit.census.figures import percent
    from involve_audit.census.lists import CategoryList

    rows = reference.rows(characteristic)
    yield characteristic
    yield "=" * len(characteristic)
    groups = CategoryList(
        characteristic, "", characteristic, "one", characteristic, tuple(f.category for f in rows if f.answered), {}
    )
    shares = reference.shares(groups, youngest) if " x " not in characteristic else None
    for figure in rows:
        share = shares.of.get(figure.category) if shares else None
        told = f"{percent(share, 2):>8}" if share is not None else " " * 8
        amount = (
            f"{figure.count:,}"
            if figure.count is not None
            else percent(figure.share, 2)
            if figure.share is not None
            else ""
        )
        left_out = "" if figure.answered else "  (left out of the whole)"
        yield f"  {amount:>12} {told}  {figure.category}{left_out}"
    notes = list(shares.notes) if shares else list(dict.fromkeys(f.note for f in rows if f.note))
    if shares and shares.people:
        notes.insert(
            0,
            f"shares are of {shares.people:,} people, {'all ages' if shares.base == 'all' else 'aged ' + shares.base}",
        )
    if not any(f.arithmetic for f in rows):
        notes.append("nothing is computed from these figures")
    for text in (*notes, *dict.fromkeys(_source(f) for f in rows)):
        yield from textwrap.wrap(text, columns, initial_indent="  ", subsequent_indent="    ")
    yield ""


def _source(figure: Figure) -> str:
    table = f", table {figure.table}" if figure.table not in ("", "-", "not checked") else ""
    return f"Source: {figure.source or 'not told'}{table}, {figure.date or 'no date'}"


def categories(
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="Only this list, with other words for its groups.", show_default=False),
    ] = None,
    width: shared.Width = None,
) -> int:
    """Show the lists of groups."""
    from involve_audit.census import shipped
    from involve_audit.wording.messages import hint

    lists = shipped.lists()
    if name is not None and name not in lists:
        raise Usage(
            f"there is no list '{name}'; {hint(name, tuple(lists))}. A list of your own is a table with characteristic and category"
        )
    columns = streams.width(width)
    for each in lists.values() if name is None else (lists[name],):
        streams.out("\n".join(_list(each, columns, whole=name is not None)))
    return outcome.HOLDS


def _list(each: CategoryList, columns: int, *, whole: bool) -> Iterator[str]:
    yield f"{each.label}: {each.title}"
    if not whole:
        yield from textwrap.wrap("; ".join(each.categories), columns, initial_indent="  ", subsequent_indent="  ")
        return
    for category in each.categories:
        also = f" (also: {', '.join(each.also[category])})" if each.also.get(category) else ""
        yield from textwrap.wrap(f"{category}{also}", columns, initial_indent="  - ", subsequent_indent="    ")
    kind = "Each is a question of its own: yes or no." if each.kind == "flag" else "Each person is in one group."
    yield from textwrap.wrap(
        f"{kind} Source: {each.source}." + (f" {each.note[:1].upper()}{each.note[1:]}." if each.note else ""), columns
    )


COMMANDS = {"list": list_references, "show": show, "categories": categories}
