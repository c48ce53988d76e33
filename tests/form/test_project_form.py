"""The project form is generated: it asks what the model reads, and the short form what core criteria, gates and verdict need."""

from __future__ import annotations

import datetime as dt
import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from pages import EXAMPLES, rubric, text_of_form
from test_examples import classes

from involve_audit import assess
from involve_audit.form import project_form
from involve_audit.form.project_form import (
    ALWAYS_SAYABLE,
    CONDITIONS,
    HELP,
    LABELS,
    NOUNS,
    all_paths,
    core_paths,
    embedded,
    form_data,
)
from involve_audit.load import Document, read, read_project
from involve_audit.project.fields import Told
from involve_audit.project.model import Project
from involve_audit.project.practice import Entry, Listing, Practice, Section
from involve_audit.rubric import shipped
from involve_audit.schema import project_schema
from involve_audit.theme import hashed


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.inside = ""
        self.scripts: dict[str, str] = {}
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside = (dict(attrs).get("type") or "javascript") if tag == "script" else ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.scripts[self.inside] = self.scripts.get(self.inside, "") + data

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


@pytest.fixture(scope="module")
def parsed() -> _Reader:
    reader = _Reader()
    reader.feed(text_of_form())
    return reader


@pytest.fixture(scope="module")
def data(parsed) -> dict[str, Any]:
    return json.loads(parsed.scripts["application/json"])


def model_parts() -> dict[str, type[Told]]:
    return {c.__name__: c for c in classes(Project) if c not in (Practice, Listing, Entry, Section)}


def test_form_and_model_ask_the_same(data):
    asked = {name: {f["key"] for f in part["fields"]} for name, part in data["parts"].items()}
    read_by_loader = {name: set(cls.questions) for name, cls in model_parts().items()}
    assert asked == read_by_loader
    for name, part in data["parts"].items():
        assert sorted(part["order"]) == sorted(asked[name])
        assert len(part["fields"]) == len(asked[name])


def test_form_and_schema_ask_the_same(data):
    schema = project_schema()
    for name, part in data["parts"].items():
        if name == "Project":
            keys = schema["properties"]
        else:
            definition = schema["definitions"][name]
            forms = definition.get("anyOf", [definition])
            keys = next(form["properties"] for form in forms if "properties" in form)
        assert {f["key"] for f in part["fields"]} == set(keys)


def test_choices_and_needed_keys_are_those_of_the_model(data):
    schema = project_schema()["definitions"]
    phase = next(f for f in data["parts"]["ProjectHead"]["fields"] if f["key"] == "phase")
    assert phase["kind"]["choice"] == [
        "idea", "applying", "funded", "running", "paused", "finished", "cancelled", "unknown"
    ]  # fmt: skip
    needed = {(n, f["key"]) for n, p in data["parts"].items() for f in p["fields"] if f.get("needed")}
    wanted = {(n, key) for n, cls in model_parts().items() for key, note in cls.questions.items() if note.needed}
    assert needed == wanted
    assert schema


def test_a_new_kind_of_value_does_not_slip_in_silently():
    class Odd(Told):
        """Odd."""

    with pytest.raises(TypeError, match="does not know how to ask"):
        project_form.kind_of(Odd, "x", frozenset[str])


def test_every_label_says_something_and_no_help_speaks_of_the_file(data):
    for name, part in data["parts"].items():
        labels = [f["label"] for f in part["fields"]]
        assert len(set(labels)) == len(labels), f"two questions of {name} look alike: {labels}"
        for field in part["fields"]:
            assert len(field["label"]) > 2, (name, field)
            assert "_" not in field["label"]
            assert not re.search(
                r"`|\b(?:key|YAML)\b|“\w+\.\w+|under “(?:sources|rooms)|[a-z]+_[a-z]+”|: …}", field["help"]
            ), (name, field["key"], field["help"])


def test_overrides_speak_of_questions_that_there_are():
    known = {(c.__name__, key) for c in classes(Project) for key in c.questions}
    assert known >= LABELS.keys()
    assert known >= HELP.keys()
    assert known >= CONDITIONS.keys()
    assert {c.__name__ for c in classes(Project)} >= NOUNS.keys()
    assert {key for _, key in known} >= ALWAYS_SAYABLE
    for (name, _), condition in CONDITIONS.items():
        cls = next(c for c in classes(Project) if c.__name__ == name)
        assert condition["key"] in cls.questions


def test_every_list_of_entries_has_a_word_for_one_of_them(data):
    for name, part in data["parts"].items():
        for field in part["fields"]:
            kind = field["kind"]
            if isinstance(kind, dict) and ("list" in kind or "names" in kind):
                inner = kind.get("list", kind.get("names"))
                if isinstance(inner, dict) and "part" in inner and "keys" not in kind:
                    assert "noun" in data["parts"][inner["part"]], (name, field["key"])


# --- the short form ---------------------------------------------------------------------------------


def stripped(part: Told, core: set[tuple[str, ...]], path: tuple[str, ...] = ()) -> Told:
    """A project with what the short form asks, and nothing else."""

    def value(told: Any, at: tuple[str, ...]) -> Any:
        if isinstance(told, Told):
            return stripped(told, core, at)
        if isinstance(told, tuple):
            return tuple(value(t, at) for t in told)
        return {k: value(t, at) for k, t in told.items()} if isinstance(told, dict) else told

    kept = {key: value(told, (*path, key)) for key, told in vars(part).items() if (*path, key) in core}
    return type(part)(**kept)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_short_form_asks_all_that_verdict_gates_and_core_criteria_need(name):
    loaded = shipped.load(whole=True)
    core = core_paths(loaded.rubric)
    document = read(EXAMPLES[name].read_bytes(), name)
    whole = read_project(document)
    short = stripped(whole, core)
    found = []
    for project in (whole, short):
        audit = assess.judge(document, project, loaded, dt.date(2026, 12, 1), steps=False, lines="none")
        chosen = {c.id for c in loaded.rubric.criteria if c.core == "yes"}
        levels = {c.id: (c.level.low, c.level.high) for p in audit.principles for c in p.criteria if c.id in chosen}
        gates = {g.id: g.state for g in audit.gates}
        found.append((audit.verdict.id, audit.verdict.possible, audit.rung.shown, audit.label.state, gates, levels))
    assert found[0] == found[1]


def test_the_short_form_asks_much_less():
    paths = all_paths()
    core = core_paths(rubric())
    assert core <= paths.keys()
    assert len(core) < 0.55 * len(paths)
    assert ("reward", "pay", "rate") in core
    assert ("access", "language", "glossary") not in core


# --- the page ---------------------------------------------------------------------------------------


def test_the_page_allows_its_own_script_and_nothing_else(parsed):
    policy = next(
        a["content"] for tag, a in parsed.tags if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert f"script-src '{hashed(parsed.scripts['javascript'])}'" in policy
    assert "unsafe" not in policy
    assert policy.count("http") == 0


def test_nothing_is_fetched_and_no_handler_stands_in_an_attribute(parsed):
    for tag, attributes in parsed.tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "form", "base")
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name != "src"
            if name == "href":
                assert value is not None
                assert value.startswith("#")
    assert not re.search(
        r"\b(?:fetch|XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts)\b|innerHTML|\beval\b|new Function",
        parsed.scripts["javascript"],
    )


def test_what_is_embedded_ends_no_element():
    hostile = {"a": "</script><script>alert(1)</script><!--", "b": "\u2028 & <"}
    text = embedded(hostile)
    assert "<" not in text
    assert "&" not in text
    assert json.loads(text) == hostile


def test_the_same_rubric_gives_the_same_page():
    assert project_form.project_form(rubric()) == text_of_form()
    assert text_of_form(core=True).replace('data-form="short"', 'data-form="full"', 1) == text_of_form()


def test_word_tables_are_those_of_the_loader():
    tables = form_data(rubric())["words"]
    assert tables["small"]["nineteen"] == 19
    assert tables["allowed"]["count"].startswith("write a number")


def test_the_canonical_file_of_the_keyboard_test_is_a_project_file():
    from pathlib import Path

    path = Path(__file__).with_name("by-keyboard.yaml")
    document: Document = read(path.read_bytes(), path.name)
    assert read_project(document).project is not None
