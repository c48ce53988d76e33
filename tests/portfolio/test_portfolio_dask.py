"""The example on the page about many projects runs, and says what the command says."""

from __future__ import annotations

import re
from pathlib import Path

from support import ROOT, shipped

from involve_audit.load import read
from involve_audit.policy.conditions import PolicyOptions
from involve_audit.portfolio.rows import plain, row_judged


def test_the_example_for_a_cluster_engine_maps_the_same_audit(tmp_path):
    import datetime as dt

    import dask

    (code,) = re.findall(
        r"^```python\n(.*?)^```$", (ROOT / "docs" / "portfolio.md").read_text("utf-8"), flags=re.M | re.S
    )
    space: dict = {"__name__": "example"}
    exec(compile(code, "portfolio.md", "exec"), space)  # noqa: S102
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: 1\nfase: x\n")
    names = [str(ROOT / "examples" / name / "project.yaml") for name in ("minimal", "full")] + [str(broken)]
    with dask.config.set(scheduler="synchronous"):
        found = space["table"](names).compute()
    expected = [
        row_judged(read(Path(name).read_bytes(), name), shipped(), dt.date(2026, 11, 1), PolicyOptions())
        for name in names[:2]
    ]
    assert found[:2] == [plain(row) for row in expected]
    assert "did you mean 'phase'" in found[2]["says"] or "not a key here" in found[2]["says"]
