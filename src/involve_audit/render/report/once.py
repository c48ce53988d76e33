"""What was said is not said again: a sentence that a report printed before is left out where it would come a second time."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.language import _
from involve_audit.record import replace
from involve_audit.render.blocks import Listed, Paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from involve_audit.render.blocks import Block, Run, Runs

LONG = 8
"""From so many words on a sentence stands once; shorter ones, such as answers, may be alike."""
ABOVE = _("What it is about stands above.")
_END = re.compile(r"(?<=[.?!])\s+|(?<=[.?!]”)\s+")
_LEAD = re.compile(r"[\s.,:;]*")


def once(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks without sentences that stand in one before; what people said, lines of the file and tables are left as they are.

    A paragraph or an item of which nothing is left is left out: it says nothing that does not stand above.
    """
    yield from _once(blocks, set())


def _once(blocks: Iterable[Block], before: set[str]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph(runs):
                fresh = _fresh(runs, before)
                if fresh == runs or _tells(fresh):
                    yield replace(block, runs=fresh)
            case Listed(_, items):
                left = [(item, tuple(_once(item, before))) for item in items]
                kept = tuple(new for old, new in left if new or not old)
                if kept:
                    yield replace(block, items=kept)
            case _:
                yield block


def _fresh(runs: Runs, before: set[str]) -> Runs:
    return tuple(_of_run(run, before) for run in runs)


def _tells(runs: Runs) -> bool:
    """Whether a word is left in these runs."""
    return any(re.search(r"\w", run.text) for run in runs)


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
    if not kept:
        # What a name or a question was about is not left open: it is said that it stands above.
        after = (
            _("{lead} see above.", lead=lead.rstrip())
            if lead.startswith((":", ",", ";"))
            else "."
            if lead.strip()
            else f" {ABOVE}"
        )
        return replace(run, text=after if lead else "")
    return replace(run, text=f"{lead}{' '.join(kept)}{' ' * run.text[-1:].isspace()}")
