"""A search for files that make involve-audit end otherwise than it should, or take long.

    python benchmarks/search.py KIND [--cases 1000] [--first 0] [--seed 1] [--seconds 60] [--only NUMBER] [--keep FOLDER]
    python benchmarks/search.py all …
    python benchmarks/search.py readings [--cases 100000] [--seed 1] [--seconds 600]
    python benchmarks/search.py laws [--law silence] [--cases 100000] [--seed 1] [--seconds 3600] [--only NUMBER]
    python benchmarks/search.py time [--share 1.0] [--pairs] [--of COMMAND] [--entries] [--seconds 600]

The tests try a few files of each kind, the same at every run. This is the long hunt.

KIND is a kind of file: it is changed at random and read by the commands that read such files, in this process. A case ends with
0, 1 or 2, with a message where it is 2, within two seconds of processor time, leaves nothing half-written, and prints nothing that acts on
a terminal. What does not is printed once for each way, with the number by which it is made again; `--keep` writes the files.

`readings` reads texts that are changed at random with libyaml and without it. What was read, where it stands and what is said of it must be
the same to the byte.

`laws` makes project files that have much to lose, and looks for one that breaks a law: what silence may do, what is possible, and that
two answers which cannot both be true earn nothing. It says what share of the files could have broken one; `--seconds` are of processor time.
Each new find is printed when it is found; one that is ended by `kill` says what it tried so far.

`time` makes project files that repeat one kind of entry (with `--pairs`, two) until the file is as long as may be (`--share`: a part of
that), and checks, flips and lists each. It prints the slowest, and what took more than two seconds of processor time.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

# In place of this folder, whose modules have names that folders of the tests have, too.
sys.path[0] = str(Path(__file__).resolve().parent.parent / "tests")

from attack import cases, many, readings  # noqa: E402

from involve_audit import load  # noqa: E402
from involve_audit.what_if.simulator import answers_in  # noqa: E402
from involve_audit.wording.messages import InputError  # noqa: E402

if TYPE_CHECKING:
    from attack import laws


def search(kind: str, options: argparse.Namespace) -> int:
    """Try many files of a kind; how many ways of ending wrongly there were."""
    codes: Counter[int | None] = Counter()
    finds: dict[str, list[cases.Outcome]] = {}
    slowest: list[cases.Outcome] = []
    begin = time.monotonic()
    numbers = [options.only] if options.only is not None else range(options.first, options.first + options.cases)
    tried = 0
    spent = time.process_time()
    for number in numbers:
        if time.monotonic() - begin > options.seconds:
            break
        try:
            done = cases.run(kind, options.seed, number)
        except KeyboardInterrupt:  # what was found so far is printed
            break
        tried += 1
        codes[done.code] += 1
        slowest = sorted([*slowest, done], key=lambda o: -o.seconds)[:3]
        if done.wrong:
            finds.setdefault(done.wrong, []).append(done)
    seconds = time.monotonic() - begin
    ended = ", ".join(f"{code}: {many:,}" for code, many in sorted(codes.items(), key=str))
    rate = tried / max(time.process_time() - spent, 0.001)
    which = f"seed {options.seed}, from number {options.first}" if options.first else f"seed {options.seed}"
    print(
        f"{kind}: {tried:,} cases in {seconds:.0f} s ({which}; {rate:.0f} for each second of processor time); exit codes {ended}; {len(finds)} kinds of find"
    )
    print("  slowest: " + "; ".join(f"number {o.number}, {o.seconds:.2f} s, {' '.join(o.command)}" for o in slowest))
    for wrong, those in finds.items():
        first = min(those, key=lambda o: len(o.data))
        print(f"  FOUND {wrong} ({len(those)} times), number {first.number}: {' '.join(first.command)}")
        if options.keep:
            folder = Path(options.keep)
            folder.mkdir(parents=True, exist_ok=True)
            # What is found by its name, such as settings, is no word of the command.
            name = next((a for a in first.command if a.startswith("case.")), "case.txt")
            (folder / f"{kind}-{options.seed}-{first.number}-{name}").write_bytes(first.data)
    sys.stdout.flush()
    return len(finds)


def as_long_as_may_be(wanted: tuple[many.Kind, ...], share: float, *, full: bool) -> str | None:
    """A file that repeats kinds of entry, a little below the limits of a file; None where it would be no project file."""
    one, two = (load.read(many.made(wanted, n, full=full), "f.yaml") for n in (20, 40))
    each = [(b - a) / 20 for a, b in ((answers_in(one.tree), answers_in(two.tree)), (_size(one), _size(two)))]
    if min(each) <= 0:
        return None
    number = int(share * min(load.MAX_NODES / each[0], load.MAX_BYTES / each[1]) * 0.9)
    text = many.made(wanted, max(number, 20), full=full)
    try:
        load.read_project(load.read(text, "f.yaml"))
    except InputError:
        return None
    return text


def _size(document: load.Document) -> int:
    return sum(map(len, document.lines))


def search_time(options: argparse.Namespace) -> int:
    """Try files that repeat kinds of entry; how many take too long."""
    every = [kind for kind in many.kinds() if not options.entries or many.has_parts(kind)]
    sets = list(combinations(every, 2)) if options.pairs else [(kind,) for kind in every]
    random.Random(options.seed).shuffle(sets)  # noqa: S311 (chance, not secrets)
    commands = [one for one in cases.LONG if options.of is None or " ".join(one).startswith(options.of)]
    begin = time.monotonic()
    took: list[tuple[float, str, str]] = []
    tried = files = 0
    for wanted in sets:
        if time.monotonic() - begin > options.seconds:
            break
        tried += 1
        for full in (True, False):
            text = as_long_as_may_be(wanted, options.share, full=full)
            if text is None:
                continue
            files += 1
            name = " and ".join(".".join(kind) for kind in wanted) + (" (full)" if full else "")
            for command in commands:
                done = cases.run_file(command, ".yaml", text.encode())
                took.append(
                    (
                        done.seconds,
                        " ".join(command),
                        f"{name}, {len(text):,} bytes" + (f": {done.wrong}" if done.wrong else ""),
                    )
                )
    took.sort(reverse=True)
    slow = [one for one in took if one[0] > cases.TOO_LONG]
    what = "pairs of kinds" if options.pairs else "kinds"
    print(
        f"time: {tried:,} of {len(sets):,} {what} in {files:,} files, {len(took):,} runs; {len(slow)} took more than {cases.TOO_LONG} s"
    )
    for seconds, command, says in took[: max(12, min(len(slow), 40))]:
        print(f"  {seconds:6.2f} s {command}: {says}")
    return len(slow)


def search_readings(options: argparse.Namespace) -> int:
    """Read many texts in both ways; how many were read in two."""
    begin = time.monotonic()
    tried, apart = 0, []
    numbers = [options.only] if options.only is not None else range(options.cases)
    for number in numbers:
        if time.monotonic() - begin > options.seconds:
            break
        tried += 1
        text = readings.made(options.seed, number)
        if readings.differs(text):
            apart.append((len(text), number, text))
    print(
        f"readings: {tried:,} texts in {time.monotonic() - begin:.0f} s (seed {options.seed}), {len(apart)} read in two ways"
    )
    for _, number, text in sorted(apart)[:10]:
        print(f"  FOUND number {number}: {text!r}")
    return len(apart)


def _hold_laws(
    seed: int,
    number: int,
    spent: dict[str, float],
    tried: Counter[str],
    had: Counter[str],
    finds: dict[str, list[tuple[int, laws.Broken]]],
) -> None:
    """Hold the laws of `spent` against one file, and add to what was tried, what files had, what it took and what was found."""
    from attack import laws

    rng = random.Random(f"laws {seed} {number}")  # noqa: S311 (chance, not secrets)
    tree = laws.file(rng)
    try:
        judged = laws.Weighed(tree)
    except InputError:
        tried["files that were refused"] += 1
        return
    tried["files"] += 1
    had.update(laws.about(tree, judged))
    for name in spent:
        since = time.process_time()
        for broken in laws.LAWS[name](rng, tree, judged, tried):
            if f"{name}: {broken.says}" not in finds:
                print(f"  found in number {number}, without {broken.paths[:4]}: {name}: {broken.says}", flush=True)
            finds.setdefault(f"{name}: {broken.says}", []).append((number, broken))
        spent[name] += time.process_time() - since


def search_laws(options: argparse.Namespace) -> int:
    """Hold the laws against many files; in how many ways they were broken."""
    from attack import laws

    tried: Counter[str] = Counter()
    had: Counter[str] = Counter()
    finds: dict[str, list[tuple[int, laws.Broken]]] = {}
    spent = {name: 0.0 for name in laws.LAWS if options.law in (None, name)}
    begin = time.process_time()
    numbers = [options.only] if options.only is not None else range(options.first, options.first + options.cases)
    for number in numbers:
        if time.process_time() - begin > options.seconds:
            break
        try:
            _hold_laws(options.seed, number, spent, tried, had, finds)
        except KeyboardInterrupt:  # what was found so far is printed
            break
    print(
        f"laws: {', '.join(f'{many:,} {what}' for what, many in tried.items())} (seed {options.seed}); {len(finds)} kinds of find"
    )
    print("  processor time: " + ", ".join(f"{name} {seconds:.0f} s" for name, seconds in spent.items()))
    print(
        "  of the files: "
        + ", ".join(f"{what} {many / max(tried['files'], 1):.0%}" for what, many in had.most_common())
    )
    for says, those in finds.items():
        number, broken = min(those, key=lambda one: len(repr(one[1].tree)))
        print(f"  FOUND {says} ({len(those)} times), number {number}, without {broken.paths[:4]}")
    return len(finds)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("kind", choices=[*cases.kinds(), "all", "readings", "laws", "time"])
    parser.add_argument("--cases", type=int, default=1000)
    parser.add_argument(
        "--first", type=int, default=0, help="begin with this case, to go on where another search ended"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=60.0, help="stop each kind after so long")
    parser.add_argument("--only", type=int, help="this case alone")
    parser.add_argument("--keep", metavar="FOLDER", help="write the shortest file of each find")
    parser.add_argument("--law", choices=["silence", "possible", "both"], help="laws: this one alone")
    parser.add_argument("--share", type=float, default=1.0, help="time: how long the files are, beside what may be")
    parser.add_argument("--pairs", action="store_true", help="time: pairs of kinds")
    parser.add_argument("--of", metavar="COMMAND", help="time: only commands that begin so, such as 'check {file} -f'")
    parser.add_argument("--entries", action="store_true", help="time: only kinds whose entries have keys")
    options = parser.parse_args()
    # One that runs for hours in the background is ended by `kill`, and says what it found.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    # Each case has a folder of its own; on a disk a quarter of the time goes into taking folders away.
    if Path("/dev/shm").is_dir():  # noqa: S108 (folders with names of their own are made in it)
        tempfile.tempdir = "/dev/shm"  # noqa: S108
    if options.kind == "readings":
        return 1 if search_readings(options) else 0
    if options.kind == "laws":
        return 1 if search_laws(options) else 0
    if options.kind == "time":
        return 1 if search_time(options) else 0
    kinds = list(cases.kinds()) if options.kind == "all" else [options.kind]
    return 1 if sum(search(kind, options) for kind in kinds) else 0


if __name__ == "__main__":
    sys.exit(main())
