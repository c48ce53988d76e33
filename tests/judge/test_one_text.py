"""A file written from published text names its text once, and it counts as if it stood at each answer that names no other."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from projects import projects
from support import shipped, written

from involve_audit.assess import audit_document
from involve_audit.facts.case import Case
from involve_audit.interview.catalogue import open_questions
from involve_audit.interview.sitting import Sitting
from involve_audit.load import read, read_project
from involve_audit.project.accounts import text_of
from involve_audit.project.practice import Disputed
from involve_audit.project.references import parts
from involve_audit.wording.messages import InputError

DAY = dt.date(2026, 11, 30)
PUBLISHED = {"by": ["outside the team"], "written_from": "published text"}
SOURCES = {"paper": {"kind": "publication", "date": "2025"}, "letter": {"kind": "letter"}}
WORK = {
    "stages": {
        "priorities": {"role": "consulted", "status": "done", "when": "2023"},
        "design": {"role": "decided together", "status": "done", "when": "2024", "source": "letter"},
    },
    "power": {
        "decisions": [
            {
                "what": "the outcome",
                "stage": "design",
                "decided_by": "together",
                "announced_as": "binding",
                "became": "done",
            }
        ]
    },
    "influence": {"heard": {"answer": "yes", "said_by": "contributors"}},
}


def tree(filled=None, **sections):
    return {"format": 1, "project": {"title": "T", "phase": "finished"}, "sources": SOURCES,
            "filled_in": PUBLISHED if filled is None else filled, **WORK, **sections}  # fmt: skip


def project(told):
    return read_project(read(written(told), "project.yaml"))


def sources(told):
    """What shows each part that can name a source, by its place."""
    case = Case(project(told), DAY)
    return {path: part.source for path, part in parts(case.project) if "source" in part.questions}


def test_what_names_no_source_stands_in_the_text():
    found = sources(tree({**PUBLISHED, "source": "paper"}))
    assert found["stages", "priorities", 0] == ("paper",)
    assert found["stages", "design", 0] == ("letter",), "what names its own source keeps it"
    assert found["power", "decisions", "entries", 0] == ("paper",)


def test_that_nothing_shows_it_can_still_be_said():
    stages = {"priorities": {"role": "consulted", "status": "done", "source": "none"}}
    assert not sources(tree({**PUBLISHED, "source": "paper"}, stages=stages))["stages", "priorities", 0]


def test_a_text_that_is_disputed_shows_nothing():
    doubted = {**SOURCES, "paper": {**SOURCES["paper"], "disputed": {"by": "contributors", "says": "It was not so."}}}
    assert not sources(tree({**PUBLISHED, "source": "paper"}, sources=doubted))["stages", "priorities", 0]


@pytest.mark.parametrize("filled", [{"source": "paper"}, {"written_from": "own knowledge", "source": "paper"}])
def test_ones_own_knowledge_is_no_text(filled):
    with pytest.raises(InputError, match="written from published text"):
        project(tree(filled))


def test_the_text_must_be_among_the_sources():
    with pytest.raises(InputError, match=r"'papr' is not under `sources`; .*did you mean 'paper'"):
        project(tree({**PUBLISHED, "source": "papr"}))


@given(projects)
def test_once_is_as_good_as_at_every_answer(told):
    """Two people who read the same text have the same file, whether or not they repeat its name."""
    told = {**told, "filled_in": {**PUBLISHED, "source": "the_text"},
            "sources": {**(told.get("sources") or {}), "the_text": {"kind": "publication"}}}  # fmt: skip
    try:
        once = Case(project(told), DAY)
    except InputError:
        return
    assert text_of(once.told) == ("the_text",)
    for path, part in parts(once.project):
        if "source" in part.questions and not isinstance(part, Disputed) and not getattr(part, "disputed", None):
            assert part.source is not None, path


def test_naming_the_text_leads_where_was_possible():
    def judged(filled):
        return audit_document(read(written(tree(filled)), "project.yaml"), shipped(), DAY, lines="when asked")

    before, after = judged(PUBLISHED), judged({**PUBLISHED, "source": "paper"})
    assert after.rung.stages != before.rung.stages
    assert after.verdict.id in [before.verdict.id, *(v.id for v in before.verdict.possible)]


def test_the_interview_asks_for_the_text_once():
    def shows(filled):
        return [
            q.path or q.targets
            for q in open_questions(Sitting(written(tree(filled)), shipped().rubric, DAY))
            if q.kind == "source"
        ]

    assert [place for (place, _), *_ in shows(PUBLISHED)][:1] == [("filled_in",)]
    assert not shows({**PUBLISHED, "source": "paper"})
    assert ("filled_in",) not in [place for (place, _), *_ in shows({"by": ["team"]})]
