"""Texts with what a careful reader takes from them, and how drafts are held against that."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from involve_audit.drafts.finding import found_in, read_document
from involve_audit.project.values import read_count, read_money, read_period

if TYPE_CHECKING:
    from involve_audit.drafts.proposal import Proposal

_READERS = {
    "contributors": read_count, "researchers": read_count, "people": read_count, "meetings": read_count, "meetings_held": read_count,
    "planned_meetings": read_count, "planned_people": read_count, "working_days": read_count, "days_to_pay": read_count, "amount": read_money,
    "rate": read_money, "meets_every": read_period,
}  # fmt: skip
_FREE = ("what", "changed", "said", "reason", "name")


def texts(half: str) -> list[dict[str, Any]]:
    """The texts of one half: `development` or `held_out`."""
    told = yaml.load((Path(__file__).parent / "prose" / f"{half}.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (it reads every value as a text, and makes no objects)
    return list(told)


def same(key: str, drafted: Any, labelled: Any) -> bool:
    """Whether a draft says what the label says; a label may allow several readings, with `|` between them."""
    if isinstance(labelled, str) and " | " in labelled:
        return any(same(key, drafted, one) for one in labelled.split(" | "))
    if key in _FREE:
        return " ".join(str(labelled).casefold().split()) in " ".join(str(drafted).casefold().split())
    if isinstance(labelled, list) or isinstance(drafted, list):
        as_set = [set(v) if isinstance(v, list) else {v} for v in (drafted, labelled)]
        return as_set[0] == as_set[1]
    if key == "people" and str(labelled).casefold() in ("a", "an"):
        labelled = "1"
    if key in _READERS:
        try:
            one, other = _READERS[key](str(drafted)), _READERS[key](str(labelled))
        except ValueError:
            return False
        if key == "rate":
            unit = [
                (re.search(r"\b(hour|half-day|day|meeting|session)\b", str(v)) or [""])[0] for v in (drafted, labelled)
            ]
            return one.amount == other.amount and unit[0] == unit[1]
        return all(getattr(one, a, None) == getattr(other, a, None) for a in ("low", "high", "amount", "days"))
    return str(drafted).casefold() == str(labelled).casefold()


def says(label: dict[str, Any], draft: Proposal) -> bool:
    """Whether a draft says what a label says, or what it allows (`also`), by one of the passages that the label names (`from`)."""
    also = label.get("also", {})
    passages = label.get("from", "")
    return any(words in draft.sentence for words in (passages if isinstance(passages, list) else [passages])) and all(
        any(key in told and same(key, value, told[key]) for told in (label, also)) for key, value in draft.values
    )


class Score(NamedTuple):
    """How many drafts there are, which of them are wrong, and how many labelled answers they tell of how many."""

    drafts: int
    wrong: list[str]
    told: int
    answers: int
    missed: list[str]

    @property
    def precision(self) -> float:
        return (self.drafts - len(self.wrong)) / self.drafts

    @property
    def recall(self) -> float:
        return self.told / self.answers


def score(half: str) -> Score:
    """Every draft against the labels: one key that is not so makes the whole draft wrong, and so does a passage of which nothing may be drafted."""
    drafts, wrong, told, answers, missed = 0, [], 0, 0, []
    for text in texts(half):
        labels = [dict(label) for label in text["answers"]]
        hit: set[tuple[int, str]] = set()
        for draft in found_in(read_document(text["text"].encode(), "a.md" if "# " in text["text"] else "a.txt")):
            drafts += 1
            at = "rooms" if draft.at[0] == "rooms" else ".".join(draft.at)
            fits = [n for n, label in enumerate(labels) if label["at"] == at and says(label, draft)]
            barren = any(words in draft.sentence for words in text.get("not", ()))
            if fits and not barren:
                hit |= {(fits[0], key) for key, _ in draft.values}
            else:
                wrong.append(f"{text['name']}: {at} {dict(draft.values)} <- {draft.sentence}")
        for n, label in enumerate(labels):
            for key in label.keys() - {"at", "from", "also"}:
                answers += 1
                told += (n, key) in hit
                if (n, key) not in hit:
                    missed.append(f"{text['name']}: {label['at']} {key}: {label[key]}")
    return Score(drafts, wrong, told, answers, missed)


if __name__ == "__main__":
    import sys

    for half in sys.argv[1:] or ("development", "held_out"):
        found = score(half)
        print(
            f"{half}: {found.drafts} drafts, precision {found.precision:.3f}, recall {found.recall:.3f} ({found.told} of {found.answers})"
        )
        if half.endswith("development"):
            print(*(f"  WRONG {w}" for w in found.wrong), sep="\n")
            print(*(f"  MISSED {m}" for m in found.missed), sep="\n")
