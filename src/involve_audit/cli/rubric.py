"""`rubric`: list the rubrics, show one as text, and check one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from involve_audit.cli import explain, outcome, streams
from involve_audit.cli.declaring import completion, shared, typer
from involve_audit.cli.options import rubric_of

if TYPE_CHECKING:
    from involve_audit.load import Document
    from involve_audit.project.fields import Path
    from involve_audit.render.blocks import Block, PageDocument
    from involve_audit.rubric.model import Rubric


def list_rubrics() -> int:
    """List the rubrics that are shipped."""
    from involve_audit.rubric import shipped

    for name in shipped.names():
        rubric = shipped.load(name).rubric
        usual = " (used where none is named)" if name == shipped.DEFAULT else ""
        streams.out(f"{name} {rubric.version}: {rubric.title}{usual}\n  {shipped.path(name)}")
    return outcome.HOLDS


def show(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME|FILE]",
            help="A rubric. [default: co-production]",
            show_default=False,
            autocompletion=completion.rubrics,
        ),
    ] = None,
    format: Annotated[str | None, shared.page_format()] = None,  # noqa: A002
    output: Annotated[list[str] | None, shared.page_output(more=" Repeatable.")] = None,
    width: shared.Width = None,
) -> int:
    """Show a rubric as a text to read."""
    from involve_audit.cli import page_output
    from involve_audit.render.pages import Page

    asked = page_output.asked(format, tuple(output or ()), {})
    read = (name,) if name is not None else ()
    made = _document(rubric_of(name, sound=False).rubric)
    page_output.put(asked, Page(made, contents=True), width=width, read=read)
    return outcome.HOLDS


def _document(rubric: Rubric) -> PageDocument:
    """A rubric as a page: what it is, what it cannot tell, and everything in it."""
    from involve_audit.render.blocks import Heading, PageDocument, items, paragraph, text

    sections = {
        "Principles": explain.principles(rubric),
        "Criteria": explain.criteria(rubric),
        "Flags": explain.flags(rubric),
        "Signs of tokenism": explain.signs(rubric),
        "Gates": explain.gates(rubric),
        "Stages, rungs and verdicts": explain.ladder(rubric),
        "Words for involvement": explain.words(rubric),
    }
    blocks: list[Block] = [paragraph(f"{rubric.id} {rubric.version}")]
    blocks += (paragraph(" ".join(part.split())) for part in rubric.about.split("\n\n"))
    blocks += (
        Heading(2, text("What it cannot tell"), "limits"),
        *items(" ".join(says.split()) for says in rubric.limits),
    )
    for n, (title, entries) in enumerate(sections.items(), 1):
        blocks += (Heading(2, text(title), f"part-{n}"), *explain.entries_as_blocks(entries, 3))
    return PageDocument(rubric.title, tuple(blocks))


def lint(names: tuple[str, ...], *, adversary: bool = False) -> int:
    """Check rubrics: whether they can be read, whether their examples come out as they say, and what can never happen."""
    from involve_audit.lint.examples import entries_of
    from involve_audit.lint.reach import unpinned
    from involve_audit.lint.reach import wrong as wrong_in
    from involve_audit.wording.messages import InputError, shown

    broken = wrong = read = 0
    for name in names or (None,):
        try:
            loaded = rubric_of(name, whole=True, sound=False)
        except InputError as error:
            streams.err(outcome.wrong(error))
            broken += 1
            continue
        read += 1
        document, rubric = loaded.document, loaded.rubric

        def place(path: Path, document: Document | None = document, name: str | None = name) -> str:
            line, column = document.at(path) if document else (1, 1)
            return f"{document.name if document else name}:{line}:{column}: {shown(path)}"

        for path, says in wrong_in(loaded):
            streams.out(f"{place(path)}: {says}")
            wrong += 1
        if not wrong:
            # Of wrong examples nobody can say what they pin.
            for path, says in unpinned(rubric):
                streams.out(
                    f"{place(path)}: note: {says} can be moved by one, turned round or left out, and no example notices: add one on each side of it"
                )
        examples = sum(len(item.examples or ()) for _, items in entries_of(rubric) for item in items)
        counts = ", ".join(f"{len(items)} {kind}" for kind, items in entries_of(rubric)) + f", {examples} examples"
        streams.err(streams.filled(f"{rubric.id} {rubric.version}: {counts}"))
        for difference in loaded.differs:
            streams.err(streams.filled(difference, "  ", "    "))
        if adversary:
            wrong += _adversary(rubric)
    if not adversary and read:
        streams.err(
            streams.filled(
                "`--adversary` also searches for the best verdict without pay, decisions, sources or contributors' view, and for answers that cannot both be true"
            )
        )
    return outcome.exit_code(audited=read, failing=wrong, broken=broken)


def _adversary(rubric: Rubric) -> int:
    """Say how far somebody gets who does not do the thing, or says two things at once; how many caps do not hold."""
    from involve_audit.lint.adversary import pieces_of, search
    from involve_audit.lint.impossible import believed

    streams.out("The best verdict that a search finds")
    above = 0
    for attempt in search(rubric):
        if not attempt.without:
            streams.out(f"  with everything: {attempt.verdict} ({attempt.tried} files tried)")
            continue
        if attempt.above:
            above += 1
            ends = f"ABOVE THE CAP: {attempt.above}. The answers that reach it, as a file:"
        else:
            ends = (
                f"the cap holds (at most {attempt.cap})"
                if attempt.cap
                else "the cap holds (nothing confirmed, nothing at level 3)"
            )
        streams.out(f"  without {attempt.without}: {attempt.verdict}; {ends}")
        if attempt.above:
            import yaml

            streams.out(yaml.safe_dump(attempt.tree, allow_unicode=True, sort_keys=False))
    streams.out("Two answers that cannot both be true")
    for pair in believed(rubric, pieces_of(rubric)):
        if not pair.earned:
            ends = "a contradiction is flagged" if pair.seen else "refused, or they earn nothing"
            streams.out(f"  {pair.says}: {ends} ({pair.tried} files tried)")
            continue
        above += 1
        how = "flagged, and still they earn" if pair.seen else "NOT SEEN: they earn"
        streams.out(f"  {pair.says}: {how} {pair.earned}. The answers, as a file:")
        import yaml

        streams.out(yaml.safe_dump(pair.tree, allow_unicode=True, sort_keys=False))
    streams.out("  It does not try everything: where it finds nothing, nothing is proved.")
    return above


def lint_command(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME|FILE]...", help="Rubrics. [default: co-production]", show_default=False),
    ] = None,
    adversary: Annotated[
        bool,
        typer.Option(
            "--adversary",
            help="Also search for the best verdict without pay, decisions, sources or contributors' view, and for answers that cannot both be true (a minute or so).",
        ),
    ] = False,
) -> int:
    """Check a rubric: run its examples, and find what can never happen in it.

    It names levels that no answer can reach, criteria and flags that can move nothing, and thresholds that no example pins.

    Exit codes: 0 all is as it should be; 1 an example comes out otherwise than it says, something can never happen, or an
    adversary gets above a cap; 2 it is not a rubric, or weakens what none may weaken.
    """
    return lint(tuple(names or ()), adversary=adversary)


COMMANDS = {"list": list_rubrics, "show": show, "lint": lint_command}
