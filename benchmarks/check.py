"""What `involve-audit check` costs, as ratios in one run on one machine.

Measures whole processes against `python -c pass`, and beside them yamllint, deon and check-jsonschema where
they are installed (`pip install yamllint deon check-jsonschema`). Then 1,000 files in one process: time for
each quarter, and memory. Prints; asserts nothing, for machines are shared and noisy.

    python benchmarks/check.py [--runs 15] [--files 1000]
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "examples" / "full" / "project.yaml"


def three_hundred_lines(folder: Path) -> Path:
    """The full example, cut or filled up with comments to 300 lines."""
    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    path = folder / "project.yaml"
    path.write_text("\n".join(lines + ["# filling"] * max(0, 300 - len(lines))) + "\n", encoding="utf-8")
    return path


def run(command: list[str]) -> tuple[float, float]:
    """Wall time in seconds and peak memory in MiB of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def beside(name: str) -> str | None:
    """A program beside this Python, or on the path."""
    here = Path(sys.executable).parent / name
    return str(here) if here.exists() else shutil.which(name)


def processes(runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = three_hundred_lines(Path(folder))
        size = len(path.read_text(encoding="utf-8").splitlines())
        schema = ROOT / "schemas" / "project.schema.json"
        wanted = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "involve-audit --version": [beside("involve-audit"), "--version"],
            f"involve-audit check ({size} lines)": [beside("involve-audit"), "check", str(path)],
            "involve-audit report .html": [beside("involve-audit"), "report", str(path), "-o", f"{folder}/r.html"],
            "yamllint": [beside("yamllint"), "-d", "relaxed", str(path)],
            "deon": [beside("deon"), "-o", f"{folder}/e.md", "-w"],
            "check-jsonschema": [beside("check-jsonschema"), "--schemafile", str(schema), str(path)],
        }
        commands = {n: [str(p) for p in c] for n, c in wanted.items() if c[0]}
        taken: dict[str, list[tuple[float, float]]] = {n: [] for n in commands}
        for _ in range(runs):
            for name, command in commands.items():
                taken[name].append(run(command))
        base = statistics.median(t for t, _ in taken["python -c pass"])
        print(f"{'process':36} {'ms':>7} {'x pass':>7} {'MiB':>6}")
        for name, found in taken.items():
            wall = statistics.median(t for t, _ in found)
            print(f"{name:36} {wall * 1000:7.0f} {wall / base:7.1f} {max(m for _, m in found):6.0f}")
        for name in wanted.keys() - commands.keys():
            print(f"{name:36} is not installed")


def many(files: int) -> None:
    from involve_audit.assess import audit_document
    from involve_audit.load import read
    from involve_audit.rubric import shipped

    rubric = shipped.load()
    day = dt.date(2026, 11, 23)
    data = SAMPLE.read_bytes()
    print(f"\n{files} files in one process")
    quarter = max(files // 4, 1)
    for n in range(4):
        start = time.perf_counter()
        for k in range(quarter):
            audit_document(read(data, f"{n}-{k}.yaml"), rubric, day)
        taken = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"files {n * quarter:5} to {(n + 1) * quarter:5}: {taken / quarter * 1000:6.1f} ms each, peak {peak:5.0f} MiB"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--files", type=int, default=1000)
    options = parser.parse_args()
    processes(options.runs)
    many(options.files)
