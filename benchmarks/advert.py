"""How often `involve-audit advert` is right: precision and recall on labelled sentences, and what it gets wrong.

Precision: of what was found, the share that should be. Recall: of what should be found, the share that was. What to
expect of other texts is in the lines `held_out`: the rules were written with an eye on the other parts. So what is
wrong there is never printed for the invitations, only how much. The sentences and the rules are by the same hand, though,
so texts by others will do somewhat worse.

    python benchmarks/advert.py [--quiet] [--half development]

While rules are changed, only the development halves are looked at: each look at what is held out makes it less so.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "advert"))

from labelled import FURTHER, HALVES, LABELS, WHOLE, invitations, rules, score, sentences, whole


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quiet", action="store_true", help="only the numbers")
    parser.add_argument("--half", choices=HALVES, help="only this half of the invitations")
    arguments = parser.parse_args()
    quiet, halves = arguments.quiet, [arguments.half] if arguments.half else HALVES
    start = time.perf_counter()
    parts = {
        f"{label}, {half}": (invitations(half, label), found) for label, found in LABELS.items() for half in halves
    }
    for half in halves:
        parts |= {
            f"{voices} voices, {label}, {half}": (invitations(f"{voices}_{half}", label), found)
            for voices, here in FURTHER.items()
            if half in here
            for label, found in LABELS.items()
        }
        parts |= {
            f"{name} texts, {label}, {half}": (whole(half, label, name), found)
            for name in WHOLE
            for label, found in LABELS.items()
        }
    parts |= {f"older, {part}": (rows, rules) for part, rows in sentences().items()}
    print(f"{'part':36} {'sentences':>9} {'right':>6} {'wrong':>6} {'missed':>6} {'precision':>9} {'recall':>7}")
    for part, (rows, found) in parts.items():
        s = score(rows, found)
        print(f"{part:36} {len(rows):9} {s.right:6} {s.wrong:6} {s.missed:6} {s.precision:9.2f} {s.recall:7.2f}")
    print(f"took {time.perf_counter() - start:.1f} s")
    for part, (rows, found) in parts.items() if not quiet else ():
        if part.endswith(", held_out") and not part.startswith("older"):
            continue
        for says, wanted in rows:
            got = found(says)
            if got != wanted:
                told = [*(f"missed {r}" for r in sorted(wanted - got)), *(f"wrongly {r}" for r in sorted(got - wanted))]
                print(f"  {part}: {says!r}: {', '.join(told)}")


if __name__ == "__main__":
    main()
