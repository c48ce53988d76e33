"""What usually helps, reason by reason, and where a relationship may begin: the data of `reasons.yaml`.

Read once a file names a group that is missing; no other run opens it.
"""

from __future__ import annotations

from functools import cache
from os.path import dirname, join
from typing import TYPE_CHECKING, Any, cast

from involve_audit.language import _
from involve_audit.record import Record
from involve_audit.wording.file_words import plain

if TYPE_CHECKING:
    from collections.abc import Iterable


class Usual(Record):
    """What is known of one reason.

    Attributes:
        says: what it means, in a sentence.
        helps: what usually helps.
        way: how to go to people of the group.
        sources: citation and what it says, by the id of the reference.
    """

    says: str
    helps: tuple[str, ...]
    way: str
    sources: tuple[tuple[str, str, str], ...]


class ReasonCatalogue(Record):
    """The whole of `reasons.yaml`.

    Attributes:
        reasons: by the words of `voices.missing.why`.
        places: beginnings of words in the name of a characteristic, and the places that fit; the last fits all.
    """

    version: str
    reasons: dict[str, Usual]
    places: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]

    def places_for(self, characteristics: Iterable[str]) -> tuple[str, ...]:
        """Places for a group that is a category of these characteristics; of none, where nothing is told of that."""
        names = [plain(name).replace("_", " ").casefold() for name in characteristics]
        for beginnings, places in self.places[:-1]:
            if any(_begins(name, beginning) for name in names for beginning in beginnings):
                return (*places, *self.places[-1][1])
        return self.places[-1][1]


def _begins(name: str, beginning: str) -> bool:
    """Whether a word of the name begins so.

    >>> _begins("unpaid care", "car"), _begins("scarcity", "car")
    (True, False)
    """
    return f" {beginning}" in f" {name}"


COMPILED = "reasons.json"
"""Where the tree of the file is kept for quick reading, among what is compiled."""


def written() -> bytes:
    """The file, as people write it."""
    path = join(dirname(dirname(__file__)), "reasons.yaml")  # noqa: PTH118, PTH120 (pathlib costs start-up time)
    # The loader of the package reads it wherever the package lies, in a zip file too.
    data: bytes = cast("Any", __spec__).loader.get_data(path)
    return data


def tree_of(data: bytes) -> dict[str, Any]:
    """What stands in it."""
    from involve_audit.load import read

    return read(data, "reasons.yaml").tree


@cache
def catalogue() -> ReasonCatalogue:
    """The data, read once."""
    from involve_audit.rubric.shipped import kept

    data = written()
    compiled = kept(COMPILED, data)
    tree = compiled["tree"] if compiled else tree_of(data)
    references: dict[str, str] = tree["references"]
    reasons = {
        word: Usual(
            _(told["says"]),
            tuple(map(_, told["helps"])),
            _(told["way"]),
            tuple((key, references[key], _(says)) for key, says in told.get("sources", {}).items()),
        )
        for word, told in tree["reasons"].items()
    }
    return ReasonCatalogue(
        tree["version"], reasons, tuple((tuple(p["for"]), tuple(map(_, p["at"]))) for p in tree["places"])
    )


def texts() -> tuple[str, ...]:
    """Every text for people in the file, once, in its order: what a catalogue of another language holds of it."""
    tree = tree_of(written())
    found: list[str] = []
    for told in tree["reasons"].values():
        found += (told["says"], *told["helps"], told["way"], *told.get("sources", {}).values())
    return tuple(dict.fromkeys((*found, *(place for places in tree["places"] for place in places["at"]))))
