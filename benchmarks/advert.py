"""How often `involve-audit advert` is right: precision and recall on the labelled sentences, and what it gets wrong.

Precision: of what was found, the share that should be. Recall: of what should be found, the share that was. Only the
part `held_out` says what to expect of other texts, for the rules were fitted to the others.

    python benchmarks/advert.py [--quiet]
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "advert"))

from labelled import rules, score, sentences


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quiet", action="store_true", help="only the numbers")
    quiet = parser.parse_args().quiet
    start = time.perf_counter()
    print(f"{'part':16} {'sentences':>9} {'right':>6} {'wrong':>6} {'missed':>6} {'precision':>9} {'recall':>7}")
    parts = sentences()
    together = [row for listed in parts.values() for row in listed]
    for part, rows in {**parts, "all": together}.items():
        s = score(rows)
        print(f"{part:16} {len(rows):9} {s.right:6} {s.wrong:6} {s.missed:6} {s.precision:9.2f} {s.recall:7.2f}")
    print(f"took {time.perf_counter() - start:.1f} s, twice over each sentence")
    for part, rows in parts.items() if not quiet else ():
        for says, wanted in rows:
            got = rules(says)
            if got != wanted:
                told = [*(f"missed {r}" for r in sorted(wanted - got)), *(f"wrongly {r}" for r in sorted(got - wanted))]
                print(f"  {part}: {says!r}: {', '.join(told)}")


if __name__ == "__main__":
    main()
