"""What counts, dates, lengths of time and amounts may say: the page has the loader's rules, and its words."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

import pytest
from load import forms
from pages import Form

from involve_audit.project import values

EPOCH = dt.date(1970, 1, 1)
MEANING = """
([kind, texts]) => texts.map(text => {
  try { return {means: involveAudit.meaning(kind, text)}; } catch (problem) { return {says: String(problem)}; }
})
"""
CORPUS = {
    "count": [*forms.COUNTS, *forms.NO_COUNTS],
    "dates": [
        *forms.DATES,
        *forms.NO_DATES,
        *forms.BY_STAGE,
        *forms.BY_MARK,
        *forms.IN_THE_PROJECT,
        "yes",
        "no",
        "never",
        "not yet",
        "unknown",
        "Before: Design",
    ],
    "period": [*forms.PERIODS, *forms.NO_PERIODS],
    "money": [*forms.AMOUNTS, *forms.NO_AMOUNTS],
}


@pytest.fixture(scope="module")
def form(browser, tmp_path_factory):
    made = Form(browser, tmp_path_factory.mktemp("form"))
    yield made
    made.close()


def by_loader(kind: str, text: str) -> Any:
    """What the loader makes of a text, as the page would say it; a text where it refuses it."""
    try:
        found = getattr(values, f"read_{kind}")(text)
    except ValueError as error:
        return str(error)
    if kind == "count":
        return {"low": found.low, "high": found.high}
    if kind == "period":
        return {"days": found.days}
    if kind == "money":
        return {"amount": found.amount}
    if found.months is not None:
        return {"months": list(found.months)}
    if found.mark is not None:
        return {"relation": found.relation, "mark": found.mark}
    if found.stage is not None:
        return {"relation": found.relation, "stage": found.stage}
    if found.first is None:
        return {"happened": found.happened}
    return {"first": (found.first - EPOCH).days, "last": (found.last - EPOCH).days}


def agree(form: Form, kind: str, texts: list[str]) -> None:
    for text, got in zip(texts, form.page.evaluate(MEANING, [kind, texts]), strict=True):
        wanted = by_loader(kind, text)
        if isinstance(wanted, str):
            assert "says" in got, (text, got, wanted)
            # Only the advice speaks of the page instead of the file.
            same = wanted.split(";")[0]
            assert got["says"].split(";")[0] == same, (text, got, wanted)
        elif kind == "period" and wanted["days"] is not None:
            # Half days may be rounded the other way.
            assert "means" in got, (text, got)
            assert abs(got["means"]["days"] - wanted["days"]) <= 1, (text, got, wanted)
        else:
            assert got == {"means": wanted}, (text, got, wanted)


@pytest.mark.parametrize("kind", CORPUS)
def test_every_documented_way_to_write_a_value_is_read_as_the_loader_reads_it(form, kind):
    agree(form, kind, CORPUS[kind])


@pytest.mark.parametrize("kind", CORPUS)
def test_slips_are_read_or_refused_as_by_the_loader(form, kind):
    chance = random.Random(7)
    words = [w for text in CORPUS[kind] if len(text) < 100 for w in text.split()] + [
        "12",
        "2020",
        "of",
        "-",
        "£",
        "about",
        "5,000",
        "ten",
    ]
    texts = []
    for _ in range(4000):
        text = chance.choice(CORPUS[kind])[:100]
        at = chance.randrange(len(text) + 1)
        pick = chance.random()
        if pick < 0.3:
            text = text[:at] + chance.choice(" -0129,.:/+%£abdnotuy") + text[at:]
        elif pick < 0.5:
            text = text[:at] + text[at + 1 :]
        elif pick < 0.8:
            parts = text.split()
            parts.insert(chance.randrange(len(parts) + 1), chance.choice(words))
            text = " ".join(parts)
        else:
            text = " ".join(chance.choice(words) for _ in range(chance.randint(1, 4)))
        texts.append(text)
    agree(form, kind, texts)


def test_a_message_says_what_is_allowed(form):
    says = form.page.evaluate(MEANING, ["dates", ["03/04/2024", "n/a"]])
    assert "2024-04-03 for 3 April, or 2024-03-04 for 4 March" in says[0]["says"]
    assert "leave this empty where nothing is told" in says[1]["says"]
