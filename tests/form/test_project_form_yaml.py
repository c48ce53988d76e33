"""The YAML of the page: it reads what the loader reads, in the same way or not at all, and writes what the loader reads."""

from __future__ import annotations

import copy
import json
import random
import re
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pages import EXAMPLES, Form, project
from projects import projects

from involve_audit.load import InputError, read

PLAIN = """
texts => texts.map(text => {
  const plain = node => node.kind === "text" ? node.text : node.kind === "list"
    ? node.items.filter(i => i.kind !== "blank").map(plain).filter(v => v !== undefined)
    : Object.fromEntries(node.items.map(({key, value}) => [key, value]).filter(([, v]) => v.kind !== "blank").map(([k, v]) => [k, plain(v)]));
  const untold = node => node.kind === "list" && node.items.length > 0 && node.items.every(i => i.kind === "blank" || untold(i));
  const without = node => ({...node, items: node.items?.filter(i => !untold(i.value ?? i)).map(i => i.value ? {...i, value: without(i.value)} : without(i))});
  try { return {tree: plain(without(involveAudit.parse(text)))}; } catch (error) { return {line: error.line, says: error.message}; }
})
"""


@pytest.fixture(scope="module")
def form(browser, tmp_path_factory):
    made = Form(browser, tmp_path_factory.mktemp("form"))
    yield made
    made.close()


class Plain(yaml.SafeDumper):
    """Writes out what stands in two places: random projects share their parts, and aliases are refused."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dumped(tree: Any) -> str:
    return yaml.dump(tree, Dumper=Plain, allow_unicode=True, sort_keys=False)


def of_loader(text: str) -> dict[str, Any] | None:
    try:
        return read(text, "x.yaml").tree
    except InputError:
        return None


READ = {
    "plain texts": "a: some words: no\n",
    "folded": "a: >-\n  one\n  two\n\n  three\n   more\n  four\nb: x\n",
    "folded with its end": "a: >\n  one\n  two\n\n\nb: x\n",
    "kept": "a: |+\n  one\n\n   two\n\nb: |\n  x",
    "told indentation": "a: |2\n   one\n  two\n",
    "plain over lines": "a: one\n  two\n\n  three\nb:\n  four\n  five\n",
    "double quotes over lines": 'a: "one\n  two\\n three\\\n  four\n\n  five \\u00e9 \\x41 \\U0001F600 \\""\n',
    "single quotes": "a: 'it''s: # no comment'\nb: 'one\n  two'\n",
    "comments": "# first\na: b # second\n# third\nc: #fourth\n  d: e#f\n",
    "lists": "a:\n- b\n- c: d\n  e: f\n-\n  g: h\n- - i\n  - j\n-\nk:\n  - l\n",
    "brackets": "a: [b, 'c, d', {e: f, g}, [h]]\nb: {c: d: e, f: [g,\n  h]}\nc: {}\nd: []\n",
    "question marks": "a: {b: Which questions are missing?}\nc: what? now\n",
    "keys with blanks and quotes": "a b: c\n\"d: e\": f\n'g' : h\n12: i\n",
    "urls": "a: https://example.org/x?y=1#z\nb: {c: https://example.org/x}\n",
    "blank": "a:\nb: ~\nc: null\nd: 'null'\ne: ''\nf: [~, x]\ng: [~]\n",
    "marks": "---\na: b\n...\n",
    "indented whole": "  a: b\n  c: d\n",
    "windows lines": "a: b\r\nc: |\r\n  d\r\n  e\r\n",
    "dashes": "a: -5\nb: - x\n",
    "odd beginnings": "a: 'x' y\n",
    "other blanks": "a: b\u00a0c\u3000d\n",
    "list below its key, then a key": "a:\n- b\nc: d\n",
}

REFUSED = {
    "anchors": ("a: &b c\n", 1),
    "aliases": ("a: b\nc: *b\n", 2),
    "tags": ("a: b\n\nc: !!str d\n", 3),
    "merge keys": ("a:\n  <<: b\n", 2),
    "keys told twice": ("a: b\nc: d\na: e\n", 3),
    "tabs": ("a: b\n\tc: d\n", 2),
    "a second document": ("a: b\n---\nc: d\n", 2),
    "directives": ("%YAML 1.1\n---\na: b\n", 1),
    "complex keys": ("? a\n: b\n", 1),
    "open brackets": ("a: b\nc: [d, e\n", 2),
    "open quotes": ('a: b\nc: "d\n', 2),
    "a colon too many": ("a: b\nc: d: e\n", 2),
    "no key": ("a: b\nwords alone\n", 2),
    "a list": ("- a\n- b\n", 1),
    "nothing": ("# only a comment\n", 1),
    "a character that no text has": ("a: b\nc: \x07\n", 2),
    "a wrong indentation": ("a:\n    b: c\n  d: e\n", 3),
}


@pytest.mark.parametrize("name", READ)
def test_the_page_reads_what_the_loader_reads_or_says_the_line(form, name):
    text = READ[name]
    got = form.page.evaluate(PLAIN, [text])[0]
    wanted = of_loader(text)
    if "tree" in got:
        assert got["tree"] == wanted
    else:
        # What the loader reads, too, may only be refused where it is rare.
        assert wanted is None, (got, wanted)


@pytest.mark.parametrize("name", REFUSED)
def test_what_it_cannot_read_is_refused_with_its_line(form, name):
    text, line = REFUSED[name]
    got = form.page.evaluate(PLAIN, [text])[0]
    assert got.get("line") == line, got
    assert len(got["says"]) > 15
    assert of_loader(text) is None or name == "complex keys"


def broken(text: str, chance: random.Random) -> str:
    """A file with a slip in it."""
    lines = text.splitlines(keepends=True)
    for _ in range(chance.randint(1, 3)):
        n = chance.randrange(len(lines))
        line = lines[n]
        at = chance.randrange(len(line) + 1)
        signs = [" ", "  ", "\n", ":", ": ", "#", " #", "-", "- ", "'", '"', "[", "]", "{", "}", ",", "|", ">", "?", "&", "*", "!", "%", "\t",
                 "\\", "~", "a", "\n  ", "\n\n", "...", "---", "'': ", "null", "\u2028", "@", "`", "+", "9"]  # fmt: skip
        kind = chance.random()
        if kind < 0.6:
            lines[n] = line[:at] + chance.choice(signs) + line[at:]
        elif kind < 0.85:
            lines[n] = line[:at] + line[at + 1 :]
        else:
            lines.insert(n, chance.choice(lines))
    return "".join(lines)


def test_a_file_with_slips_is_read_as_the_loader_reads_it_or_refused(form):
    chance = random.Random(20260101)
    base = [*READ.values(), *(p.read_text(encoding="utf-8") for p in EXAMPLES.values())]
    texts = [broken(chance.choice(base), chance) for _ in range(1500)]
    read_by_page = refused_by_page_alone = 0
    for text, got in zip(texts, form.page.evaluate(PLAIN, texts), strict=True):
        wanted = of_loader(text)
        if "tree" in got:
            read_by_page += 1
            assert got["tree"] == wanted, text
        elif wanted is not None:
            refused_by_page_alone += 1
            assert got["line"] <= len(re.split("\r\n|\n|\r", text)) + 1
    assert read_by_page > 300
    assert refused_by_page_alone < 0.05 * len(texts)


@pytest.mark.parametrize("style", ["block", "flow", "double", "single", "literal", "folded"])
def test_what_yaml_tools_write_is_read(form, style):
    tree = read(EXAMPLES["full"].read_bytes(), "full").tree
    marks = {"double": '"', "single": "'", "literal": "|", "folded": ">"}
    text = yaml.safe_dump(
        tree, allow_unicode=True, sort_keys=False, default_flow_style=style == "flow", default_style=marks.get(style), width=70
    )  # fmt: skip
    text = text.replace("!!str ", "")
    wanted = of_loader(text)
    assert wanted == tree
    got = form.page.evaluate(PLAIN, [text])[0]
    assert got == {"tree": wanted}


HOSTILE = [
    "it's", '"quoted"', "a: b", "a # b", "# a", "two\nlines", "\nthree\n\n lines\n", "trailing \nblank ", "</script><script>alert(1)</script>",
    "<!-- -->", "شكراً לך", "\u202eturned\u202c", "👩‍👩‍👧 and 🧑🏿", "  leading", "trailing  ", "yes", "no", "null", "~", "- x", "{}", "[]", "{a: b}",
    "? x", "| x", "> x", "& x", "* x", "! x", "% x", "@ x", "` x", "'", '"', "\\", "\\n", "a\tb", "---", "...", "--- x", "=", "<<", "0x1F", "1_000",
    "1.10", "2020-01-01", "unknown", "None", ":", "-", "a:", ":a", ",", "a, b", "\u00a0x\u00a0", "\u3000", "\u2028", "x" * 3000, "word " * 200,
    "text\n---\nmore", "text\n# no comment", "ends with a break\n", "ends with two\n\n", "a\n\n\nb", "\ufffdx", "é\u0301", "a\\\nb", "%YAML", "key: |\n  x",
    "{{ x }}", "{% y %}", "${z}",
]  # fmt: skip


def test_every_hostile_text_survives_in_every_place_of_the_writer(form):
    for text in HOSTILE:
        name = text if text.strip() and len(text) < 200 else "x"
        answers = {
            "project": {
                "title": text,
                "called": [text, "b"],
                "claims": [{"name": name, "value": "led"}],
                "promises": [{"what": text}],
            },
            "sources": [{"name": name, "value": {"where": text}}],
            "stages": {"design": [{"role": "involved", "source": [name], "note": text}]},
            "views": {"entries": [{"dissent": [{"said": text}], "words": [text]}]},
        }
        written = form.page.evaluate("answers => involveAudit.write(answers)", answers)
        tree = read(written, "x.yaml").tree
        assert tree["project"] == {
            "title": text,
            "called": [text, "b"],
            "claims": {name: "led"},
            "promises": [{"what": text}],
        }
        assert tree["sources"] == {name: {"where": text}}
        assert tree["stages"]["design"]["note"] == text
        assert tree["views"]["entries"][0]["words"] == [text]
        back = form.page.evaluate("text => involveAudit.read(text)", written)
        assert back["answers"] == {"format": "1", **answers}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(projects)
def test_any_project_is_the_same_after_the_page_has_read_and_written_it(form, tree):
    text = dumped(tree)
    try:
        wanted = project(text)
    except InputError:
        # The answers contradict each other: the loader refuses it, and the page need not read it.
        return
    got = form.page.evaluate("text => involveAudit.read(text)", text)
    assert "answers" in got, got
    assert project(form.page.evaluate("answers => involveAudit.write(answers)", got["answers"])) == wanted
    untouched = form.page.evaluate("text => involveAudit.write(involveAudit.read(text).answers)", text)
    assert read(untouched, "x").tree == read(text, "x").tree


# --- what the page lets through, the loader reads -----------------------------------------------------

SWAPS = ["none", "unknown", "yes", "no", "", "n/a", "r1", "s1", "nowhere", "2020", "2020 to 2019", "03/04/2024", "before delivery", "before never",
         "30", "up to 4", "-3", "most", "planned", "done", "stopped", "5 %", "£5", "biannual", "3 of 2", "Black: 7", "ethnic_group_5 2021",
         "White", "design", "funding", "contributors", "age_band"]  # fmt: skip


def swapped(tree: Any, chance: random.Random) -> None:
    """Another answer in some places of a tree, where there is one; also an entry that stands there twice."""
    places = [(p, key) for p in containers(tree) for key in (p if isinstance(p, dict) else range(len(p)))]
    for _ in range(chance.randint(0, 4)):
        inside, key = chance.choice(places)
        if key in ("format", "sources", "rooms") and "format" in tree and inside is tree:
            continue
        if isinstance(inside, list) and chance.random() < 0.5:
            inside.append(copy.deepcopy(inside[0]))
        elif isinstance(inside[key], str):
            inside[key] = chance.choice(SWAPS)


def containers(tree: Any) -> list[Any]:
    found = [tree] if isinstance(tree, (dict, list)) and tree else []
    for value in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        found += containers(value)
    return found


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(projects, st.integers(min_value=0, max_value=2**32))
def test_what_the_page_does_not_complain_of_is_read_and_the_other_way_round(form, tree, seed):
    tree = json.loads(json.dumps(tree))
    swapped(tree, random.Random(seed))
    text = dumped(tree)
    try:
        project(text)
        refused = ""
    except InputError as error:
        refused = str(error.problems)
    got = form.page.evaluate(
        """text => {
          const { answers, problems } = involveAudit.read(text);
          return problems ? problems : involveAudit.faults(answers);
        }""",
        text,
    )
    assert bool(got) == bool(refused), (got, refused, text)
