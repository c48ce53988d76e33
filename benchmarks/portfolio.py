"""What a table of many projects costs, as ratios in one run on one machine.

    python benchmarks/portfolio.py [FILES]

The yardstick is parsing the same files with `yaml.CSafeLoader` in one process. Nothing here is a test: machines differ.
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


def timed(*command: str) -> float:
    start = time.perf_counter()
    found = subprocess.run(command, check=False, capture_output=True)
    if found.returncode not in (0, 1):
        sys.exit(found.stderr.decode())
    return time.perf_counter() - start


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    texts = [path.read_bytes() for path in sorted(ROOT.glob("examples/*/project.yaml"))]
    with tempfile.TemporaryDirectory() as place:
        many = Path(place) / "many"
        many.mkdir()
        for n in range(number):
            # No two files are the same, as in life.
            (many / f"{n:06}.yaml").write_bytes(b"# application %d\n" % n + texts[n % len(texts)])
        parse = timed(sys.executable, "-c", PARSE, str(many))
        print(f"{number} files; yaml.CSafeLoader in one process: {number / parse:.0f} a second")
        base = [sys.executable, "-m", "involve_audit", "portfolio", str(many), "-o", str(Path(place) / "out.html")]
        for says, more in {
            "one process": ["--jobs", "1"],
            "two processes": ["--jobs", "2"],
        }.items():
            took = timed(*base, *more)
            print(f"{says:<24} {number / took:6.0f} a second, {took / parse:5.2f} x CSafeLoader")
    print(f"largest process: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
