"""What the tool says of files, in the language of its environment: run by test_language.py in a process of its own.

usage: speaking.py DAY FILE …; prints a JSON object with everything that is said, by the file and the kind of page.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

from involve_audit import render
from involve_audit.assess import audit_document
from involve_audit.compare.between import compare_audits
from involve_audit.due import show as due_show
from involve_audit.due.items import due
from involve_audit.load import read, read_project
from involve_audit.policy.conditions import PolicyOptions
from involve_audit.portfolio import show
from involve_audit.portfolio.rows import row_judged
from involve_audit.portfolio.totals import Totals
from involve_audit.portfolio.words import titles_of
from involve_audit.record import replace
from involve_audit.render import comparison, meeting, plain_language, terminal, text
from involve_audit.rubric import shipped

WIDE = 10_000
"""So many columns that no sentence is broken."""


def pages(found):
    """Every page for people that is made of one audit, by its name."""
    yield "check", terminal.summary(found, WIDE)
    for layer in render.LAYERS:
        yield layer, render.render("markdown", [found], layer=layer)
    yield "HTML", render.render("html", [found], layer="full")
    yield "contributors", text.written(plain_language.PAPER.page([found]).document, WIDE)
    yield "meeting", text.written(meeting.PAPER.page([found]).document, WIDE)


def main(day: str, names: list[str]) -> None:
    """Say all of it."""
    said, rubric, date = {}, shipped.load(), dt.date.fromisoformat(day)
    across, rows, audits = Totals(), [], []
    for name in names:
        document = read(Path(name).read_bytes(), name)
        audits.append(audit_document(document, rubric, date))
        said |= {f"{name}: {kind}": page for kind, page in pages(audits[-1])}
        told = due(document, read_project(document), rubric.rubric, date)
        said[f"{name}: due"] = text.written(due_show.document(told, date), WIDE)
        rows.append(row_judged(document, rubric, date, PolicyOptions()))
        across.add(rows[-1])
    titles = titles_of(rubric, PolicyOptions())
    said["portfolio"] = text.written(show.document(rows, across, titles, day), WIDE)
    later = replace(audits[1], date="2027-11-20")
    said["compare"] = text.written(comparison.as_page(compare_audits(audits[0], later)).document, WIDE)
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
