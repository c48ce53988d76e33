"""The labelled sentences, and how many of them the rules get right. Shared by the tests and benchmarks/advert.py."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

from involve_audit.advert import spotting
from involve_audit.advert.reading import read_advert


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


def sentences() -> dict[str, list[tuple[str, frozenset[str]]]]:
    tree = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))
    return {part: [(row["says"], frozenset(row["finds"])) for row in rows] for part, rows in tree.items()}


def rules(text: str) -> frozenset[str]:
    """The rules about promises and words that fire in a text without a project file."""
    advert = read_advert(text.encode(), "advert.txt")
    fault = {True: "words-fault", False: "words-label"}
    return frozenset(
        {s.row.rule for s in spotting.promises(advert)} | {fault[s.row.fault] for s in spotting.words(advert)}
    )


def score(rows: list[tuple[str, frozenset[str]]]) -> Score:
    found = [(rules(says), wanted) for says, wanted in rows]
    return Score(
        sum(len(got & wanted) for got, wanted in found),
        sum(len(got - wanted) for got, wanted in found),
        sum(len(wanted - got) for got, wanted in found),
    )
