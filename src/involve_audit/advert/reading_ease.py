"""Long and hard sentences, by an independent library: `readability`, pure Python, with no data to fetch.

The Automated Readability Index is taken: a school grade from the length of words and sentences. Formulas that count
syllables need a dictionary (libraries that have one fetch it from a network) or rules, and rules are off: those of this
library give "the" and "we" none.
"""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Any

from involve_audit.advert.findings import AdvertFinding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from involve_audit.documents.reading import Sentence

LONG = 25
"""Words. Plain-language guides advise 15 to 20 on average."""
HARD = 14.0
"""A school grade. Of one sentence it is rough, so only what is far from plain is named."""
WHOLE = 9.0
FEWEST = 12
"""A sentence with fewer words has too few for a grade."""
MISSING = (
    "long and hard sentences: that needs the package `readability`; `pip install 'involve-audit[advert]'` installs it"
)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d.,:]*\d|\d")
_ADDRESS = re.compile(r"\S+@\S+|https?://\S+|www\.\S+")


class NoReadability(Exception):  # noqa: N818  (it says what is so)
    """The library is not installed."""


def library() -> Any:
    """The function that measures.

    Raises:
        NoReadability: the library is not there, or another one has taken its name.
    """
    try:
        return importlib.import_module("readability").getmeasures
    except (ImportError, AttributeError):
        raise NoReadability(MISSING) from None


def hard_sentences(sentences: Iterable[Sentence]) -> tuple[list[AdvertFinding], float | None]:
    """Sentences that are long or hard, and the grade of the whole text; None where it is too short for one.

    Raises:
        NoReadability: the library is not installed.
    """
    measure = library()
    found: list[AdvertFinding] = []
    lines: list[str] = []
    for sentence in sentences:
        words = _WORD.findall(_ADDRESS.sub("", sentence.text))
        if sentence.heading or len(words) < 4:
            continue
        told = measure(" ".join(words), lang="en", merge=True)
        lines.append(" ".join(words))
        count, grade = int(told["words"]), float(told["ARI"])
        if count > LONG:
            says = f"This sentence has {count} words."
            found.append(
                AdvertFinding(
                    "sentence-long", "note", sentence.line, sentence.text, says, "Could it be two sentences, or a list?"
                )
            )
        elif count >= FEWEST and grade >= HARD:
            says = f"This sentence is hard to read (grade {grade:.0f} by the Automated Readability Index, an estimate from the length of words and sentence)."
            found.append(
                AdvertFinding(
                    "sentence-hard", "note", sentence.line, sentence.text, says, "How would you say it to a neighbour?"
                )
            )
    words_in_all = sum(len(line.split()) for line in lines)
    return found, float(measure(lines, lang="en", merge=True)["ARI"]) if words_in_all >= 60 else None
