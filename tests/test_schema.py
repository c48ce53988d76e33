"""The JSON Schemas: they say what the loader says, and the generated files are fresh."""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
from functools import cache

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import projects
from ruamel.yaml import YAML
from support import EXAMPLES, ROOT, as_others_read, with_examples

from involve_audit import generate
from involve_audit.cli.start import starting_file
from involve_audit.load import Document, read, read_project
from involve_audit.project.fields import Told, annotation
from involve_audit.rubric import shipped
from involve_audit.rubric.model import load_rubric
from involve_audit.schema import as_text, project_schema, rubric_schema, vocabulary
from involve_audit.wording.messages import InputError


@cache
def _checker(name="project"):
    schema = {"project": project_schema, "rubric": rubric_schema}[name]()
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(json.loads(as_text(schema)))


def _plain(value):
    """What JSON can hold of what a YAML tool makes of a file."""
    if isinstance(value, dict):
        return {_key(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def _key(value):
    return {True: "true", False: "false"}.get(value, str(value)) if isinstance(value, bool) else str(value)


def _as_1_1(text):
    return _plain(as_others_read(text))


def _as_1_2(text):
    return _plain(YAML(typ="safe").load(text))


def _loads(text):
    try:
        read_project(read(text))
    except InputError:
        return False
    return True


GOOD = {
    "the least": "",
    "short forms": "honesty: {meaning: yes, ideas_kept: none, ways_of_working: planned, advert: unknown}",
    "short forms, other words": "care: {plan: never, support: ongoing, leaving: policy}\nreward: unknown",
    "capitals and underscores": "project: {phase: Running, topic_sensitive: YES, aims_for: Co-Production}\nstages: {design: {role: decided_together}}",
    "spelling without the hyphen": "project: {aims_for: coproduction}",
    "true and false": "project: {topic_sensitive: true}\ncare: {support: {before: false}, plan: true, leaving: false}",
    "numbers and dates": "project: {title: 1.10, researchers: 8, dates: {start: 2020, end: 2020-06-15, funded: 2020-06}}",
    "counts in words": "voices: {contributors: up to 15}\nrooms: {a: {contributors: none, researchers: unknown}}",
    "amounts": "reward: {pay: {rate: 27.50, cost: none}, budget: {amount: 18000, lines: none}}",
    "one entry for a list": "project: {called: involvement, promises: {what: A say}}\nvoices: {missing: {group: carers, why: trust}}",
    "none for a list": "project: {called: none, promises: no}\nvoices: {missing: none}\nhonesty: {limits: no}",
    "unknown for a list": "voices: {missing: unknown}\nsources: unknown\npower: {leadership: unknown}",
    "a list that is complete": "influence: {log: {complete: yes, entries: []}}\npower: {decisions: none}\nviews: none",
    "a bare list": "influence: {log: [{said: a}]}\nviews: [{of: contributors}]\nfindings: {heard: no}",
    "an entry without a list": "influence: {log: {said: a, by: contributors}}\npower: {decisions: {what: a}}",
    "nobody anywhere": "stages: none",
    "stages in a word": "stages: {design: involved, analysis: none, sharing: no, delivery: [{role: led}, consulted]}",
    "heard": "influence: {heard: no}",
    "heard, by whom": "influence: {heard: [split, {answer: yes, said_by: inquiry}]}",
    "opinions": "views: {of: contributors, by_principle: {power: most agree, care: split, Influence: {agree: 3, disagree: some}}}",
    "dissent in a word": "views: {of: contributors, dissent: [It was late., {said: No., about: care}]}",
    "dates by stage": "timing: {first_involved: before design, design_locked: {after: funding}}",
    "never": "timing: {first_involved: never, design_locked: no}",
    "blank keys": "project: {title: , phase: , called: }\nhonesty:\nrooms:\n  a:\n  b: {chair: }",
    "no rooms": "rooms: none\nsources: []",
    "binding on a condition": "power: {decisions: [{what: a, announced_as: binding if most vote}]}",
    "announced": "power: {decisions: [{what: a, announced_as: advice}]}",
    "names of rooms": "rooms: {yes: {chair: shared}, 3: {}}",
    "quoted words": "project: {topic_sensitive: 'yes', phase: \"running\", researchers: '8'}",
    "a rhythm": "timing: {contact: {every: 6 months, longest_gap: unknown}}",
    "harm": "care: {harm: [{what: a, answered: no, repair: {agreed_with: contributors}}]}",
}

BAD = {
    "an unknown key": "foo: 1",
    "an unknown key deep inside": "honesty: {meaning: {status: done, colour: red}}",
    "an unknown choice": "project: {phase: runing}",
    "an unknown short form": "honesty: {meaning: perhaps}",
    "a word for a part without short forms": "timing: yes",
    "a list for a part": "honesty: [meaning]",
    "a number for a part": "reward: {pay: 27}",
    "a group for a text": "project: {title: {a: b}}",
    "a list for a text": "project: {title: [a, b]}",
    "a group for a count": "voices: {contributors: {a: 1}}",
    "a list for a choice": "project: {phase: [running]}",
    "a choice in a list": "voices: {recruitment: {routes: [open call, by magic]}}",
    "something needed is missing": "power: {decisions: [{stage: design}]}",
    "something needed is blank": "power: {decisions: [{what: }]}",
    "an unknown principle": "views: {of: contributors, by_principle: {kindness: most agree}}",
    "an unknown relation to a stage": "timing: {first_involved: {beside: design}}",
    "two relations to a stage": "timing: {first_involved: {before: design, after: funding}}",
    "another role": "stages: {design: bystander}",
    "another stage": "stages: {planning: involved}",
    "unknown stages": "stages: unknown",
    "yes for nobody": "stages: yes",
    "a list of stages": "stages: [design]",
    "an opinion in other words": "views: {of: contributors, by_principle: {power: everybody agrees}}",
    "binding on nothing": "power: {decisions: [{what: a, announced_as: binding perhaps}]}",
    "entries beside other keys": "influence: {log: {complete: yes, said: a}}",
    "a word for sources": "sources: minutes",
    "a list of rooms": "rooms: [a, b]",
    "a text with a comma in braces": "sources: {a: {title: Application, table 4, kind: budget}}",
    "an unknown key with nothing behind it": "project:\n  titel:",
    "an unknown key with nothing behind it, in a list": "influence: {log: [{said: Yes, we can, by: contributors}]}",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD.keys())
def test_the_schema_accepts_what_the_loader_accepts(text):
    text = f"format: 1\n{text}\n"
    assert _loads(text)
    for tree in (_as_1_2(text), _as_1_1(text)):
        assert not [e.message for e in _checker().iter_errors(tree)]


@pytest.mark.parametrize("text", BAD.values(), ids=BAD.keys())
def test_the_schema_refuses_what_the_loader_refuses(text):
    text = f"format: 1\n{text}\n"
    assert not _loads(text)
    for tree in (_as_1_2(text), _as_1_1(text)):
        assert not _checker().is_valid(tree)


def test_the_version_of_the_format_is_needed():
    for text, right in {
        "format: 1": True,
        "format: '1'": True,
        "format: 2": False,
        "project: {}": False,
        "format: 1.0": False,
    }.items():
        assert _loads(text) is right
        if text != "format: 1.0":  # to JSON, 1.0 is 1
            assert _checker().is_valid(_as_1_2(text)) is right


@given(projects)
def test_whatever_the_loader_takes_the_schema_takes(tree):
    try:
        read_project(Document("random.yaml", tree, []))
    except InputError:
        return
    assert not [e.message for e in _checker().iter_errors(tree)]


@given(projects, st.randoms())
def test_a_key_that_the_format_does_not_know_is_refused_wherever_it_stands(tree, random):
    def groups(node, kind):
        if isinstance(node, dict) and isinstance(kind, type) and issubclass(kind, Told):
            yield node
            for key, value in node.items():
                yield from groups(value, annotation(kind, key))

    from involve_audit.project.model import Project

    random.choice(list(groups(tree, Project)))["colour"] = "red"
    assert not _checker().is_valid(tree)
    with pytest.raises(InputError, match="'colour' is not a key here"):
        read_project(Document("random.yaml", tree, []))


def test_every_key_is_explained_in_the_schema():
    schema = project_schema()
    for name, part in {"": schema, **schema["definitions"]}.items():
        for keys in (part, *part.get("anyOf", ())):
            assert "properties" not in keys or keys.get("additionalProperties", False) is False
            for key, rules in keys.get("properties", {}).items():
                explained = rules if "description" in rules else schema["definitions"][rules["$ref"].rsplit("/", 1)[1]]
                assert explained["description"], f"{name}.{key}"


def test_the_choices_are_offered_as_written():
    parts = project_schema()["definitions"]
    head = next(keys for keys in parts["ProjectHead"]["anyOf"] if "properties" in keys)
    phases = head["properties"]["phase"]["anyOf"][0]["$ref"].rsplit("/", 1)[1]
    assert parts[phases]["anyOf"][0] == {
        "enum": ["idea", "applying", "funded", "running", "paused", "finished", "cancelled", "unknown"]
    }


def test_the_words_of_the_format_are_known():
    assert {"format", "project", "decided together", "said_by", "most", "running"} <= vocabulary()
    assert "co-design" not in vocabulary()


def _check_jsonschema(schema, *paths):
    return subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schema), *map(str, paths)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def schema_files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("schemas")
    for name, schema in {"project": project_schema(), "rubric": rubric_schema()}.items():
        (folder / f"{name}.json").write_text(as_text(schema), encoding="utf-8")
    return folder


def test_another_program_accepts_every_example_and_the_starting_file(schema_files, tmp_path):
    (tmp_path / "start.yaml").write_text(starting_file(), encoding="utf-8")
    (tmp_path / "whole.yaml").write_text(with_examples(starting_file()), encoding="utf-8")
    done = _check_jsonschema(schema_files / "project.json", *EXAMPLES, tmp_path / "start.yaml", tmp_path / "whole.yaml")
    assert done.returncode == 0, done.stdout[-400:]


def test_another_program_accepts_every_rubric(schema_files, tmp_path):
    """The shipped ones as JSON: its reader of YAML takes five seconds for them, and that all read one thing there is tested elsewhere."""
    for path in ROOT.glob("rubrics/*.yaml"):
        tree = as_others_read(path.read_text(encoding="utf-8"))
        (tmp_path / f"{path.stem}.json").write_text(json.dumps(tree, default=str), encoding="utf-8")
    done = _check_jsonschema(
        schema_files / "rubric.json", *tmp_path.iterdir(), ROOT / "tests" / "cli" / "small-rubric.yaml"
    )
    assert done.returncode == 0, done.stdout[-400:]


def test_another_program_refuses_an_unknown_key(schema_files, tmp_path):
    (tmp_path / "wrong.yaml").write_text("format: 1\nproject: {titel: A}\n", encoding="utf-8")
    done = _check_jsonschema(schema_files / "project.json", tmp_path / "wrong.yaml")
    assert done.returncode == 1
    assert "titel" in done.stdout


# --- generated files ---------------------------------------------------------------------------------


def test_generated_files_are_fresh():
    assert [str(path) for path in generate.stale()] == [], "run: python -m involve_audit.generate"


@pytest.mark.parametrize("name", shipped.names())
def test_a_compiled_rubric_is_the_rubric_without_its_examples(name):
    path = shipped.path(name)
    with open(path, "rb") as file:
        whole = load_rubric(file.read(), "whole.yaml")
    quick = shipped.load(name)
    assert quick.document is None, "it was parsed, not taken as compiled"
    assert quick.sha256 == whole.sha256
    kinds = ("criteria", "flags", "signs", "gates", "verdicts")
    for kind in kinds:
        assert [{**vars(i), "examples": ()} for i in getattr(whole.rubric, kind)] == [
            vars(i) for i in getattr(quick.rubric, kind)
        ]
    rest = {k: v for k, v in vars(whole.rubric).items() if k not in kinds}
    assert rest == {k: v for k, v in vars(quick.rubric).items() if k in rest}
    assert shipped.load(name, whole=True).rubric == whole.rubric


def test_a_rubric_that_was_changed_is_parsed_again(tmp_path, monkeypatch):
    text = (ROOT / "tests" / "cli" / "small-rubric.yaml").read_text(encoding="utf-8")
    monkeypatch.setattr(shipped, "folder", lambda kind: str(tmp_path / kind))
    monkeypatch.setattr(shipped, "COMPILED", str(tmp_path))
    (tmp_path / "rubrics").mkdir()
    (tmp_path / "rubrics" / "small.yaml").write_bytes(text.encode())
    kept = shipped.compiled(text.encode(), "small.yaml")
    for ending, made in kept.items():
        (tmp_path / f"small{ending}").write_text(made, encoding="utf-8")
    assert shipped.names() == ("small",)
    assert shipped.load("small").document is None
    (tmp_path / "rubrics" / "small.yaml").write_bytes(text.replace("A small rubric", "A changed rubric").encode())
    changed = shipped.load("small")
    assert changed.rubric.title == "A changed rubric for tests"
    assert changed.document is not None
    now = json.loads(shipped.compiled((tmp_path / "rubrics" / "small.yaml").read_bytes(), "small.yaml")[".json"])
    for broken in ("", "{", "[]", json.dumps({**now, "tree": 1, "rubric": {"rubric": 1}})):
        for ending in kept:
            (tmp_path / f"small{ending}").write_text(broken, encoding="utf-8")
        assert shipped.load("small").rubric == changed.rubric
        assert shipped.base("small").sha256 == changed.sha256


@pytest.mark.parametrize(
    ("name", "page", "begins"), [("boxes", "exports.md", "boxes: "), ("settings", "policy.md", "settings: ")]
)
def test_the_small_files_on_the_pages_are_what_their_schemas_ask_for(name, page, begins):
    """Settings and the boxes of a form, as the documentation shows them; a slip is refused."""
    checker = jsonschema.Draft7Validator(json.loads(generate.schema_text(name)))
    blocks = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs" / page).read_text(encoding="utf-8"), flags=re.M | re.S)
    (block,) = (b for b in blocks if b.startswith(begins) or f"\n{begins}" in b)
    for tree in (_as_1_1(block), _as_1_2(block)):
        assert not [e.message for e in checker.iter_errors(tree)]
        assert not checker.is_valid({**tree, "colour": "red"})
        assert not checker.is_valid({k: v for k, v in tree.items() if k != name})
