"""The examples read, use the whole format, and say honestly what they are."""

from __future__ import annotations

import typing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from support import rows

from involve_audit.load import read, read_project
from involve_audit.project.fields import Told, annotation
from involve_audit.project.model import FilledIn, Project
from involve_audit.project.people import Stages
from involve_audit.project.power import FinalSay
from involve_audit.project.practice import Section
from involve_audit.project.references import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = sorted(p.parent.name for p in EXAMPLES.glob("*/project.yaml"))

EXCLUDED = {
    ("FilledIn", "source"): "for a file that was written from published text; the full example is a team's own",
    ("Stages", "answer"): "`stages: none`: nobody is involved anywhere; the full example tells eight stages",
    ("Stages", "work_has"): "for work that has not all stages; the full example has all eight",
}
"""What the full example cannot tell, because something else that it tells excludes it."""


def example(name: str) -> Project:
    path = EXAMPLES / name / "project.yaml"
    return read_project(read(path.read_bytes(), str(path)))


def parts_of(kind: Any) -> Iterator[type[Told]]:
    """Every part that an annotation names."""
    if isinstance(kind, type) and issubclass(kind, Told):
        yield kind
    for inner in typing.get_args(kind):
        yield from parts_of(inner)


def classes(root: type[Told]) -> list[type[Told]]:
    """Every part of the format that can be reached from the project file, and what these parts derive from."""
    found = [root]
    for cls in found:
        inside = [p for name in cls.questions for p in parts_of(annotation(cls, name))]
        bases = [b for b in cls.__mro__ if b is not Told and issubclass(b, Told)]
        found += dict.fromkeys(c for c in (*inside, *bases) if c not in found)
    return found


def owner(cls: type[Told], name: str) -> str:
    """The class that asks a question first: a question that all practices share is asked once."""
    return next(b.__name__ for b in reversed(cls.__mro__) if name in getattr(b, "questions", {}))


def asked() -> set[tuple[str, str]]:
    return {(owner(cls, name), name) for cls in classes(Project) for name in cls.questions}


def told(project: Project) -> set[tuple[str, str]]:
    parts = [part for _, part in walk(project) if isinstance(part, Told)]
    return {(owner(type(p), name), name) for p in parts for name, value in vars(p).items() if value is not None}


def published() -> list[str]:
    return [n for n in NAMES if "written_from: published text" in (EXAMPLES / n / "project.yaml").read_text("utf-8")]


def test_there_are_examples_of_every_kind() -> None:
    assert {"full", "minimal", "application", "bad", "involve-audit"} <= set(NAMES)
    assert len(published()) >= 6


@rows("name", NAMES)
def test_every_example_reads(name: str) -> None:
    assert example(name).project is not None


def test_the_walk_reaches_the_depths_of_the_format() -> None:
    names = {cls.__name__ for cls in classes(Project)}
    assert {"Practice", "Listing", "Repair", "Line", "Opinion", "Dissent", "KeyDates", "Finding"} <= names


def test_the_full_example_tells_every_question_of_the_format() -> None:
    missing = asked() - told(example("full")) - EXCLUDED.keys()
    assert not missing, f"add these to examples/full/project.yaml: {sorted(missing)}"


def test_what_the_full_example_leaves_out_is_asked_and_truly_left_out() -> None:
    assert EXCLUDED.keys() <= asked()
    assert not EXCLUDED.keys() & told(example("full"))


def test_the_money_of_the_full_example_and_the_application_adds_up() -> None:
    for name in ("full", "application"):
        reward = example(name).reward
        assert reward is not None
        budget, pay = reward.budget, reward.pay
        assert budget is not None
        assert pay is not None
        amounts = {line.item: line.amount.amount for line in budget.lines.entries}
        assert sum(amounts.values()) == budget.amount.amount
        hours = budget.planned_meetings.high * budget.planned_people.high * budget.hours_each.high
        assert amounts["time"] == hours * pay.rate.amount


def test_the_application_plans_everything_and_has_done_nothing() -> None:
    states = {getattr(part, "status", None) for _, part in walk(example("application"))}
    assert states == {None, "planned"}


@rows("name", published())
def test_an_example_from_published_text_says_so_and_gives_its_source_everywhere(name: str) -> None:
    project = example(name)
    head = project.project
    assert head is not None
    assert "written from published text and is not an assessment of the project" in " ".join(head.summary.split())
    # A section, a list and the last word may have a source of their own; what stands in them must have one.
    may = (Section, Stages, FinalSay, FilledIn)
    without = [
        ".".join(map(str, path))
        for path, part in walk(project)
        if isinstance(part, Told)
        and not isinstance(part, may)
        and "source" in part.questions
        and not getattr(part, "source", None)
    ]
    assert not without


@rows("name", NAMES)
def test_every_example_has_a_page_that_says_what_it_is_and_how_to_run_it(name: str) -> None:
    page = (EXAMPLES / name / "README.md").read_text(encoding="utf-8")
    assert f"involve-audit check examples/{name}/project.yaml" in page
    assert f"({name}/" in (EXAMPLES / "README.md").read_text(encoding="utf-8")
    if name in published():
        assert "written from published text; not an assessment of the project" in page.casefold()
