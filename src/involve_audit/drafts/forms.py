"""What a form tells: a line with a label, a colon and an answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from involve_audit.drafts.naming import COUNT, DATE, MONEY
from involve_audit.drafts.proposal import Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from involve_audit.drafts.passages import Passage

_INVOLVED = r"(?:involvement|engagement|ppie?|public|patient|lay|community|consumer)"
_WORK = r"(?:(?:project|study|trial|grant|programme|award) )"
_LINES = (
    (
        rf"(?:total )?number of {_INVOLVED} (?:contributors|partners|members|representatives|advis[eo]rs)\b",
        COUNT,
        ("voices",),
        "contributors",
        "",
    ),
    (rf"number of {_INVOLVED} meetings\b", COUNT, ("influence",), "meetings_held", ""),
    (rf"{_WORK}?start date$", DATE, ("project", "dates"), "start", ""),
    (rf"{_WORK}?end date$", DATE, ("project", "dates"), "end", ""),
    (rf"(?:spend|spent|expenditure|spending) on {_INVOLVED}\b", MONEY, ("reward", "budget"), "amount", "done"),
    (
        rf"(?:budget|funds|amount) for {_INVOLVED}\b|{_INVOLVED} budget$",
        MONEY,
        ("reward", "budget"),
        "amount",
        "planned",
    ),
)
"""What a label may say, what its answer looks like, and what the file would say by it: where, under which key, with which status."""


def lines(passage: Passage) -> Iterator[Proposal]:
    """What a line of a form tells whose label says all of it."""
    label, mark, answer = passage.sentence.text.partition(":")
    if not mark or label.strip() != passage.heading or passage.text[: len(label)].strip():
        return
    for about, looks, at, key, status in _LINES:
        found = re.fullmatch(rf"\W*({looks})\W*", answer, re.IGNORECASE)
        if found and re.match(about, label.strip(), re.IGNORECASE):
            yield Proposal(
                at,
                ((*((("status", status),) if status else ()), (key, found[1].lower() if looks is COUNT else found[1]))),
            )
            return
