"""How hard the contributors' edition is to read: the grade of each example by six formulas, and words of jargon.

A grade is a year of school. "Ours" leaves out the words that come from the project file, which nobody edits; "all" has
them. The whole report stands beside it for comparison. The formulas are those of textstat; they count letters, syllables and the
length of sentences, and know nothing of sense.

    python benchmarks/plain_language.py
"""

from __future__ import annotations

import statistics
import sys
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "render"))

from own_words import EXAMPLES, FORMULAS, example, grades, prose, without_their_words
from support import jargon_in

from involve_audit.render import markdown, plain_language


def main() -> None:
    # The library leaves its list of words open; that is no fault of ours.
    warnings.simplefilter("ignore", ResourceWarning)
    short = [name.split("_")[0] for name in FORMULAS]
    print(
        f"{'example':24} {'words of':14} {'words':>6} " + " ".join(f"{s:>9}" for s in short) + f" {'median':>7}  jargon"
    )
    for name in EXAMPLES:
        audit = example(name)
        texts = {
            "ours": plain_language.PAPER.markdown([without_their_words(audit)]),
            "all": plain_language.PAPER.markdown([audit]),
            "whole report": markdown.render([audit]),
        }
        for which, text in texts.items():
            said = prose(text)
            found = grades(said)
            jargon = ", ".join(sorted(jargon_in(said))) or "none"
            row = " ".join(f"{grade:9.1f}" for grade in found.values())
            print(
                f"{name:24} {which:14} {len(said.split()):6} {row} {statistics.median(found.values()):7.1f}  {jargon}"
            )


if __name__ == "__main__":
    main()
