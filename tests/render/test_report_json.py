"""The JSON: a contract, and a way back."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from samples import empty, hostile, rich
from support import rows

from involve_audit.render import TEXTS, render
from involve_audit.render import json as saved
from involve_audit.results import audit as a

schema = cache(saved.json_schema)
MANY = {"one": [rich()], "empty": [empty()], "hostile": [hostile()], "none": [], "three": [rich(), empty(), hostile()]}


def test_one_file_gives_one_object_and_several_a_list() -> None:
    assert "audits" not in json.loads(saved.render([rich()]))
    assert list(json.loads(saved.render([rich(), empty()]))) == ["audits"]
    assert json.loads(saved.render([])) == {"audits": []}
    assert list(json.loads(saved.render([rich()], several=True))) == ["audits"]


def test_fields_stand_in_their_order_and_the_version_of_the_schema_first() -> None:
    def walk(tree: Any, value: Any) -> None:
        if is_dataclass(value):
            names = [f.name for f in fields(value)]
            if isinstance(value, a.Audit):
                names = ["schema_version", *(n for n in names if n != "schema_version")]
            assert list(tree) == names
            for name in names:
                walk(tree[name], getattr(value, name))
        elif isinstance(value, tuple):
            assert len(tree) == len(value)
            for t, v in zip(tree, value, strict=True):
                walk(t, v)
        else:
            assert tree == value

    walk(json.loads(saved.render([rich()])), rich())


@pytest.mark.parametrize("name", MANY)
def test_what_was_saved_can_be_read_and_is_the_same(name: str) -> None:
    text = saved.render(MANY[name])
    back = saved.read_saved(text)
    assert back == tuple(MANY[name])
    for form in TEXTS:
        assert render(form, back) == render(form, MANY[name])


@pytest.mark.parametrize("name", MANY)
def test_what_is_written_fits_the_schema(name: str) -> None:
    Draft202012Validator(schema()).validate(json.loads(saved.render(MANY[name])))


def test_the_schema_is_one_and_says_what_each_field_means() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$id"] == "urn:involve-audit:audit:1"
    assert schema()["title"]
    assert schema()["description"]
    assert schema()["$defs"]["Evidence"]["properties"]["line"]["description"] == "counted from 1."
    assert schema()["$defs"]["Head"]["properties"]["stamp"]["description"].startswith(
        "a sentence that every report must print"
    )
    assert all(part["description"] for part in schema()["$defs"].values())
    assert set(schema()["$defs"]["Audit"]["required"]) == {f.name for f in fields(a.Audit)}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda t: t.pop("verdict"),
        lambda t: t.update(schema_version="2"),
        lambda t: t["score"].update(low="31"),
        lambda t: t["score"].update(at_level=[1, 2, 3]),
        lambda t: t["policy"].update(holds="yes"),
    ],
)
def test_what_does_not_fit_is_refused_by_schema_and_reader_alike(spoil: Any) -> None:
    tree = json.loads(saved.render([rich()]))
    spoil(tree)
    assert list(Draft202012Validator(schema()).iter_errors(tree))
    with pytest.raises(ValueError, match=r"\w"):
        saved.read_saved(json.dumps(tree))


@rows(
    "text, says",
    [
        ("", "line 1, column 1: this is not JSON"),
        ("[1", "this is not JSON"),
        ("[]", "schema_version: '1' is the version that can be read; none is told"),
        ('{"schema_version": "7"}', "schema_version: '1' is the version that can be read; this says '7'"),
        ('{"audits": [{"schema_version": "1"}]}', r"audits\[0\]\.tool: field required"),
        ('{"schema_version": NaN}', "NaN is not a number that JSON knows"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(text: str, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        saved.read_saved(text)


def test_all_problems_are_named_at_once() -> None:
    tree = json.loads(saved.render([rich(), rich()]))
    del tree["audits"][0]["verdict"]["says"]
    tree["audits"][1]["flags"][0]["because"][0]["line"] = "three"
    with pytest.raises(
        ValueError, match=r"^audits\[0\]\.verdict\.says: .*\naudits\[1\]\.flags\[0\]\.because\[0\]\.line: .*$"
    ):
        saved.read_saved(json.dumps(tree))


def test_what_is_no_number_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        saved.render([replace(rich(), score=replace(rich().score, low=float("nan")))])


def test_text_is_written_as_it_is_and_whole_numbers_without_a_point() -> None:
    text = saved.render([rich()])
    assert "Call the work “involvement in design and analysis”" in text
    assert '"low": 31.25' in text
    assert '"high": 3\n' in text
    assert text.startswith('{\n  "schema_version": "1",\n  "tool": {\n')
