"""The labelled sentences, and how many of them the rules get right. Shared by the tests and benchmarks/advert.py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from involve_audit.advert import spotting
from involve_audit.documents.reading import read_text

HERE = Path(__file__).resolve().parent
HALVES = ("development", "held_out")
"""Of the labelled invitations. The rules are written with an eye on the first, and measured on the second."""
FURTHER = {
    "twelve": HALVES,
    "eighteen": HALVES,
    "organisations": HALVES,
    "pages": HALVES,
    "idiom": HALVES,
    "thirty": HALVES,
}
"""The later sets of labelled invitations, with the halves that are here."""

Row = tuple[str, frozenset[str]]
"""A sentence, and what should be found in it."""


@dataclass(frozen=True)
class Score:
    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.wrong, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missed, 1)


def _read(name: str) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - one of the safe ones


def sentences() -> dict[str, list[Row]]:
    """The older sentences, about promises and words."""
    tree = _read("sentences.yaml")
    return {part: [(row["says"], frozenset(row["finds"])) for row in rows] for part, rows in tree.items()}


def invitations(half: str, label: str) -> list[Row]:
    """One half of the labelled invitations, by what they promise (`promises`) or by what they name (`names`)."""
    rows = _read(f"invitations_{half}.yaml")
    return [(row["says"], frozenset(row[label])) for row in rows]


WHOLE = ("whole", "whole_thirty")
"""The sets of whole invitations."""


def whole(half: str, label: str, name: str = "whole") -> list[Row]:
    """One half of a set of whole invitations, with all that each of them promises or names."""
    return [(row["says"], frozenset(row[label])) for row in _read(f"{name}_{half}.yaml")]


def rules(text: str) -> frozenset[str]:
    """The rules about promises and words that fire in a text without a project file."""
    advert = read_text(text.encode(), "advert.txt")
    fault = {True: "words-fault", False: "words-label"}
    return frozenset(
        {s.row.rule for s in spotting.promises(advert)} | {fault[s.row.fault] for s in spotting.words(advert)}
    )


def promises(text: str) -> frozenset[str]:
    """What a text promises."""
    return frozenset(s.row.rule for s in spotting.promises(read_text(text.encode(), "advert.txt")))


def names(text: str) -> frozenset[str]:
    """What an invitation should say and this text says."""
    return frozenset(spotting.said(read_text(text.encode(), "advert.txt")))


LABELS = {"promises": promises, "names": names}


def score(rows: list[Row], found=rules) -> Score:
    pairs = [(found(says), wanted) for says, wanted in rows]
    return Score(
        sum(len(got & wanted) for got, wanted in pairs),
        sum(len(got - wanted) for got, wanted in pairs),
        sum(len(wanted - got) for got, wanted in pairs),
    )
