"""`rubric`: list the rubrics, show one as text, and check one."""

from __future__ import annotations

import textwrap

from involve_audit.cli import explain, outcome, streams
from involve_audit.cli.check import rubric_of


def list_rubrics() -> int:
    """The rubrics on the shelf: name, version, title."""
    from involve_audit import shelf

    for name in shelf.names():
        rubric = shelf.take(name).rubric
        usual = " (used where none is named)" if name == shelf.DEFAULT else ""
        streams.out(f"{name} {rubric.version}: {rubric.title}{usual}\n  {shelf.path(name)}")
    return outcome.HOLDS


def show(name: str | None, width: int | None) -> int:
    """A rubric as text: what it is, its principles with their criteria, flags, gates, words, and what it rests on."""
    rubric = rubric_of(name).rubric
    columns = streams.width(width)
    parts = [
        f"{rubric.title}\n{rubric.id} {rubric.version}\n",
        *(_filled(p, columns) for p in rubric.about.split("\n\n")),
    ]
    parts.append(
        "What it cannot tell\n\n" + "".join(_filled(limit, columns, "  - ", "    ") for limit in rubric.limits)
    )
    sections = {
        "Principles": explain.principles(rubric),
        "Criteria": explain.criteria(rubric),
        "Flags": explain.flags(rubric),
        "Gates": explain.gates(rubric),
        "Stages, rungs and verdicts": explain.ladder(rubric),
        "Words for involvement": explain.words(rubric),
    }
    for title, entries in sections.items():
        parts.append(f"{title}\n{'=' * len(title)}\n\n" + "\n".join(entry.text(columns) for entry in entries))
    streams.out("\n".join(parts))
    return outcome.HOLDS


def _filled(text: str, width: int, first: str = "", rest: str = "") -> str:
    return textwrap.fill(" ".join(text.split()), width, initial_indent=first, subsequent_indent=rest) + "\n"


def lint(names: tuple[str, ...]) -> int:
    """Check rubrics: whether they can be read, and whether their examples come out as they say."""
    from involve_audit.judge.examples import wrong_examples
    from involve_audit.messages import InputError, shown

    broken = wrong = read = 0
    for name in names or (None,):
        try:
            loaded = rubric_of(name, whole=True)
        except InputError as error:
            streams.err(error.text())
            broken += 1
            continue
        read += 1
        document = loaded.document
        for path, says in wrong_examples(loaded):
            line, column = document.at(path) if document else (1, 1)
            streams.out(f"{document.name if document else name}:{line}:{column}: {shown(path)}: {says}")
            wrong += 1
        rubric = loaded.rubric
        examples = sum(len(item.examples) for items in (rubric.criteria, rubric.flags, rubric.gates) for item in items)
        streams.err(
            f"{rubric.id} {rubric.version}: {len(rubric.criteria)} criteria, {len(rubric.flags)} flags, {len(rubric.gates)} gates, {examples} examples"
        )
    return outcome.exit_code(audited=read, failing=wrong, broken=broken)
