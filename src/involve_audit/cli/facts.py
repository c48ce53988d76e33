"""`facts`: what a file says, as neutral named values, before anything is judged."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import files, outcome, streams
from involve_audit.cli.declaring import shared, typer
from involve_audit.cli.options import day, or_here
from involve_audit.cli.outcome import Usage
from involve_audit.language import _, term

if TYPE_CHECKING:
    from involve_audit.facts import Fact
    from involve_audit.facts.answers import Answer
    from involve_audit.load import Document


def command(
    file: shared.FileOrHere = None,
    listed: Annotated[bool, typer.Option("--list", help="List all facts with what they mean.")] = False,
    date: shared.Date = None,
    width: shared.Width = None,
) -> int:
    """Show what a file says, fact by fact, before anything is judged."""
    return facts(file, listed=listed, date=date, width=width)


def facts(file: str | None, *, listed: bool, date: str | None, width: int | None) -> int:
    """Show the facts of a file, or list all facts there are."""
    if listed:
        if file is not None:
            raise Usage(_("`facts --list` lists all facts; `facts FILE` shows those of a file: choose one"))
        return list_facts(streams.width(width))
    (name,) = or_here((file,) if file is not None else ())
    return show_facts(name, date, streams.width(width))


def list_facts(width: int) -> int:
    """Every fact with its manual."""
    from involve_audit.cli.explain import entries_as_blocks, of_fact
    from involve_audit.render.blocks import Block, Heading, PageDocument, text
    from involve_audit.render.text import written

    blocks: list[Block] = []
    for title, group in grouped():
        blocks += (Heading(2, text(title)), *entries_as_blocks(map(of_fact, group), 3))
    streams.out(written(PageDocument(_("Every fact, and what it asks"), tuple(blocks)), width))
    return outcome.HOLDS


def grouped() -> list[tuple[str, list[Fact]]]:
    """All facts under a title each, in the order of the principles; last those that serve several."""
    from involve_audit.facts import FACTS
    from involve_audit.project.practice import PRINCIPLES

    groups: dict[str, list[Fact]] = {}
    for fact in FACTS.values():
        groups.setdefault(fact.observe.__module__, []).append(fact)
    order = {f"involve_audit.facts.{name}": n for n, name in enumerate(PRINCIPLES)}
    sorted_names = sorted(groups, key=lambda name: (order.get(name, len(order)), name))
    return [(term(groups[name][0].theme), groups[name]) for name in sorted_names]


NOT_KNOWN = _("asked, and not known")


def show_facts(file: str, date: str | None, width: int) -> int:
    """Every fact of a file: its value, its question, and the lines that decided it."""
    from involve_audit.facts import FACTS, Facts
    from involve_audit.facts.answers import NOT_TOLD, in_words
    from involve_audit.facts.case import Case
    from involve_audit.facts.not_known import not_known
    from involve_audit.load import read, read_project

    as_of = day(date)
    try:
        document = read(files.read(file), files.shown(file))
    except files.CannotRead as problem:
        streams.err(str(problem))
        return outcome.BROKEN
    known = Facts(Case(read_project(document), as_of))
    lines: list[str] = []
    unknown = 0
    for title, group in grouped():
        lines += [title, "=" * len(title), ""]
        for fact in group:
            answer = known[fact.name]
            says = in_words(answer.value)
            if says == NOT_TOLD and answer.where and not_known(known.case, answer.where[0]):
                says = NOT_KNOWN
                unknown += 1
            lines += textwrap.wrap(f"{fact.name}: {says}", width, subsequent_indent="    ")
            asked = f"{fact.question} {_where(answer, document)}".rstrip()
            lines += textwrap.wrap(asked, width, initial_indent="    ", subsequent_indent="    ")
        lines.append("")
    told = sum(in_words(known[name].value) != NOT_TOLD for name in FACTS)
    asked = _("; {unknown} were asked for, and nobody knows", unknown=unknown) if unknown else ""
    lines.append(
        _(
            "{told} of {facts} facts are told{asked}; as of {isoformat}.",
            told=told,
            facts=len(FACTS),
            asked=asked,
            isoformat=as_of.isoformat(),
        )
    )
    streams.out("\n".join(lines))
    return outcome.HOLDS


def _where(answer: Answer, document: Document) -> str:
    """The lines that decided a fact; where nothing is told, the place where it could be."""
    from involve_audit.wording.messages import shown

    there = sorted({document.at(path)[0] for path in answer.where if document.true_path(path)})
    if answer.value is not None and there:
        return _("(line {str})", str=", ".join(map(str, there)))
    return _("(belongs at {where})", where=shown(answer.where[0])) if answer.where else ""
