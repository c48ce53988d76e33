"""What a table of many projects costs, as ratios in one run on one machine.

    python benchmarks/portfolio.py [FILES]

The yardstick is parsing the same files with `yaml.CSafeLoader` in one process. Nothing here is a test: machines differ. On a
busy machine the time of processors says more than the clock.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PARSE = """
import sys, yaml
from pathlib import Path
for file in sorted(Path(sys.argv[1]).iterdir()):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""


def timed(*command: str) -> tuple[float, float]:
    """Seconds by the clock, and of processors."""
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    found = subprocess.run(command, check=False, capture_output=True)
    if found.returncode not in (0, 1):
        sys.exit(found.stderr.decode())
    took, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    texts = [path.read_bytes() for path in sorted(ROOT.glob("examples/*/project.yaml"))]
    with tempfile.TemporaryDirectory() as place:
        many = Path(place) / "many"
        many.mkdir()
        for n in range(number):
            # No two files are the same, as in life.
            (many / f"{n:06}.yaml").write_bytes(b"# application %d\n" % n + texts[n % len(texts)])
        parse, parse_cpu = timed(sys.executable, "-c", PARSE, str(many))
        print(f"{number} files; yaml.CSafeLoader in one process: {number / parse:.0f} a second")
        base = [sys.executable, "-m", "involve_audit", "portfolio", str(many), "-o", str(Path(place) / "out.html")]
        for says, more in {
            "one process": ["--jobs", "1"],
            "two processes": ["--jobs", "2"],
        }.items():
            took, cpu = timed(*base, *more)
            print(
                f"{says:<24} {number / took:6.0f} a second, {took / parse:5.2f} x CSafeLoader; "
                f"in time of processors {cpu / parse_cpu:5.2f} x"
            )
    print(f"largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
