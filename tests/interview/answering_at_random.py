"""Somebody who answers anything with whatever fits."""

from __future__ import annotations

import datetime as dt

from support import ROOT, shipped

from involve_audit.interview import next_question
from involve_audit.interview.answer_reading import ALWAYS

DAY = dt.date(2026, 11, 29)
VALUES = {
    "count": ["0", "1", "3", "about 8", "up to 15", "some", "none"],
    "date": ["2024", "March 2024", "2025-06-01", "no", "before design", "spring 2025"],
    "money": ["£25 an hour", "1200", "none", "£2,400"],
    "period": ["2 weeks", "monthly", "6 months"],
    "text": ["involvement lead", "It's “fine”: {a}, [b] #c", "none", "- a dash", "yes"],
    "texts": ["co-production", "PPI, consultation", "none", "one; two"],
    "source": ["minutes of March 2025", "2", "an e-mail from 3 May 2025", "nothing"],
}
HEADS = {
    "running": "format: 1\nproject: {title: x, phase: running, called: co-production}\n",
    "applying": "format: 1\nproject:\n  title: x\n  phase: applying   # first stage\n  called: co-production\n",
    "finished": "format: 1\r\nproject:\r\n  title: x\r\n  phase: finished\r\n  called: [PPI]\r\n",
    "nothing": "format: 1\n",
}


def kept_all(old, new):
    """Whether every character of the old text stands in the new one, in its order."""
    rest = iter(new)
    return all(c in rest for c in old)


def example(name):
    return (ROOT / "examples" / name / "project.yaml").read_text(encoding="utf-8")


def ask(text, later=()):
    return next_question(text, shipped().rubric, DAY, later=later)


def any_answer(question, chance):
    """An answer that fits a question."""
    if chance.random() < 0.15:
        return chance.choice(list(ALWAYS))
    if question.kind in ("choice", "several"):
        chosen = chance.sample(
            range(len(question.choices)), 1 if question.kind == "choice" else min(2, len(question.choices))
        )
        alone = [n for n in chosen if question.choices[n].word in ("none", "nowhere", "nobody", "nothing")]
        chosen = alone[:1] or chosen
        if question.kind == "several":
            return ", ".join(str(n + 1) for n in chosen)
        words = ": some words" if question.choices[chosen[0]].words else ""
        return f"{chosen[0] + 1}{words}"
    return chance.choice(VALUES[question.kind])
