"""What was said is not said again: a sentence that a report printed before is left out, and it is said that it stands above."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from involve_audit.render.blocks import Listed, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from involve_audit.render.blocks import Block, Run, Runs

LONG = 8
"""From so many words on a sentence stands once; shorter ones, such as answers, may be alike."""
ABOVE = "(As above.)"
_END = re.compile(r"(?<=[.?!])\s+|(?<=[.?!]”)\s+")
_LEAD = re.compile(r"[\s.,:;]*")


def once(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks without sentences that stand in one before; what people said, lines of the file and tables are left as they are."""
    yield from _once(blocks, set())


def _once(blocks: Iterable[Block], before: set[str]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph(runs):
                yield replace(block, runs=_fresh(runs, before))
            case Listed(_, items):
                yield replace(block, items=tuple(tuple(_once(item, before)) for item in items))
            case _:
                yield block


def _fresh(runs: Runs, before: set[str]) -> Runs:
    return tuple(_of_run(run, before) for run in runs)


def _of_run(run: Run, before: set[str]) -> Run:
    if run.strong or len(run.text.split()) < LONG:
        return run
    # What joins it to the words before it (`: `, `. `) belongs to no sentence.
    lead = _LEAD.match(run.text)[0]  # type: ignore[index]
    kept, left_out = [], False
    for sentence in _END.split(run.text[len(lead) :].strip()):
        key = " ".join(sentence.split()).casefold()
        if len(key.split()) >= LONG and key in before:
            left_out = True
        else:
            kept.append(sentence)
        before.add(key)
    if not left_out:
        return run
    return replace(run, text=f"{lead}{' '.join((*kept, ABOVE))}{' ' * run.text[-1:].isspace()}")
