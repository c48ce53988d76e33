"""What a rubric file may not leave open."""

from __future__ import annotations

import re

import pytest
from support import ROOT

from involve_audit.rubric.model import load_rubric
from involve_audit.wording.messages import InputError

SHIPPED = (ROOT / "rubrics" / "co-production.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "needed", ["references", "principles", "stages", "rungs", "verdicts", "labels", "signs", "gates"]
)
def test_what_a_rubric_needs_cannot_be_unknown(needed):
    """`unknown` is an answer in a project file; a list of a rubric would be none."""
    text = re.sub(rf"(?ms)^{needed}:\n.*?(?=^[a-z]+:|\Z)", f"{needed}: unknown\n", SHIPPED)
    assert f"\n{needed}: unknown\n" in text
    with pytest.raises(InputError) as refused:
        load_rubric(text.encode(), "rubric.yaml")
    assert f"{needed}: 'unknown' is no answer here" in str(refused.value)
