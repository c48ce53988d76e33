"""Numbers of few people are in no line that is quoted, whatever words stand beside them and whatever finding quotes them."""

from __future__ import annotations

import datetime as dt

import pytest
from support import shipped

from involve_audit.assess import audit_document
from involve_audit.load import Document
from involve_audit.render import render


@pytest.mark.parametrize("most", [None, "agree", "disagree", "split", "not most agree"])
def test_no_count_of_few_people_is_quoted(most):
    opinion = {"agree": "1", "disagree": "3", **({"most": most} if most else {})}
    view = {
        "of": "contributors",
        "asked": "4",
        "answered": "4",
        "by_principle": {"power": opinion, "influence": opinion},
    }
    tree = {"format": "1", "project": {"title": "Warm rooms"}, "views": [view]}
    found = audit_document(Document("p.yaml", tree, []), shipped(), dt.date(2026, 11, 1), lines="when asked")
    assert any(flag.id == "contradiction-counts" for flag in found.flags) is (most == "agree")
    text = render("json", [found]) + render("markdown", [found], layer="full")
    assert "agree: 1" not in text
    assert "disagree: 3" not in text
