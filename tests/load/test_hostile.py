"""Files that want to break the loader. Each runs with a bound on memory and on processor time in a process of its own.

The bounds are a net below a fall (a crash, a hang, a file that blows up in memory), and no measure of speed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from support import rows

from involve_audit.load import read, read_project
from involve_audit.wording.messages import InputError

SRC = Path(__file__).resolve().parents[2] / "src"

CHILD = """
import sys

try:
    import resource
except ImportError:
    pass
else:
    resource.setrlimit(resource.RLIMIT_AS, (200 * 2**20, 200 * 2**20))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from involve_audit import load
from involve_audit.yamlfile import reader
from involve_audit.wording.messages import InputError
from involve_audit.yamlfile.pure_python import PureLoader

if sys.argv[1] == "pure":
    reader.LOADER = PureLoader

HEAD = "format: 1\\n"
FILES = {
    "brackets": lambda: "[" * 100_000,
    "brackets below a key": lambda: HEAD + "project: " + "[" * 100_000,
    "brackets on lines": lambda: "[\\n" * 100_000,
    "braces": lambda: "{" * 100_000,
    "groups": lambda: "{a: " * 100_000,
    "dashes": lambda: "- " * 100_000,
    "question marks": lambda: "? " * 100_000,
    "colons": lambda: ":" * 900_000,
    "quotation marks": lambda: "'" * 900_000,
    "an open quotation mark": lambda: 'a: "' + "x" * 900_000,
    "thirty megabytes of text": lambda: "a: b\\n" * 6_000_000,
    "thirty megabytes of nothing": lambda: bytes(30_000_000),
    "nested aliases": lambda: "a: &a [x,x,x,x,x,x,x,x,x]\\n"
    + "".join(f"{c}: &{c} [{','.join(['*' + p] * 9)}]\\n" for p, c in zip("abcdefgh", "bcdefghi")),
    "many anchors": lambda: "a: [" + "&x y," * 190_000 + "]",
    "many directives": lambda: "".join(f"%TAG !a{n}! x\\n" for n in range(50_000)),
    "many directives after the end": lambda: "a: 1\\n...\\n...\\n" + "".join(f"%TAG !a{n}! x\\n" for n in range(50_000)),
    "many documents": lambda: "--- a\\n" * 100_000,
    "a long list": lambda: "a: [" + "x," * 490_000 + "]",
    "many keys": lambda: "".join(f"k{n}: 1\\n" for n in range(90_000)),
    "one key again and again": lambda: "a: 1\\n" * 190_000,
    "a key of a million letters": lambda: HEAD + "? " + "x" * 900_000 + "\\n: 1\\n",
    "a choice of a million letters": lambda: HEAD + "stages: " + "x" * 900_000,
    "a date of a million letters": lambda: HEAD + "filled_in: {when: '" + "2020 to " * 100_000 + "'}",
    "a count of a million digits": lambda: HEAD + "project: {researchers: " + "9" * 900_000 + "}",
    "an amount of a million digits": lambda: HEAD + "reward: {pay: {rate: " + "9" * 900_000 + "}}",
    "many wrong choices": lambda: HEAD + "filled_in: {by: [" + "zzz, " * 19_000 + "]}",
    "many wrong keys": lambda: HEAD + "".join(f"k{n}: 1\\n" for n in range(19_000)),
    "many blank keys": lambda: HEAD + "".join(f"k{n}:\\n" for n in range(19_000)),
    "many names that are not there": lambda: HEAD + "rooms:\\n" + "".join(f"  room{n}: {{}}\\n" for n in range(9_000))
    + "stages: {design: {rooms: [" + ",".join(f"roon{n}" for n in range(9_000)) + "]}}",
    "blanks": lambda: " " * 900_000,
    "empty lines": lambda: "\\n" * 900_000,
    "a comment": lambda: "#" * 900_000,
    "a text on many lines": lambda: "a: " + "x\\n " * 300_000,
    "a folded text": lambda: "a: >\\n" + " x\\n\\n" * 200_000,
    "numbers of the decoder": lambda: HEAD + 'a: "' + "\\\\U00110000" * 1000 + '"',
    "wide and deep": lambda: HEAD + "a: " + "[" * 37 + "x," * 15_000 + "]" * 37,
}
GOOD = {
    "a long log": lambda: HEAD + "influence:\\n  log:\\n"
    + "    - {said: x, by: contributors, answer: refused, when: June 2020}\\n" * 3_900,
    "many names": lambda: HEAD + "rooms:\\n" + "".join(f"  room{n}: {{}}\\n" for n in range(9_000))
    + "stages: {design: {rooms: [" + ",".join(["room8999"] * 9_000) + "]}}",
}
# What is wrong with values and names is found in the tree, whichever reader made it.
OF_THE_TREE = {
    "a choice of a million letters", "a date of a million letters", "a count of a million digits", "an amount of a million digits",
    "many wrong choices", "many wrong keys", "many blank keys", "many names that are not there", "many names",
}
tried = {n: make for n, make in (FILES | GOOD).items() if sys.argv[1] != "pure" or n not in OF_THE_TREE}
for name, make in tried.items():
    try:
        load.read_project(load.read(make(), "project.yaml"))
    except InputError as error:
        ok = bool(error.problems) and len(str(error)) < 200_000 and name not in GOOD
    else:
        ok = name in GOOD
    print(f"{name}: {'as it should be' if ok else 'WRONG'}")
print(len(tried), "files")
"""


@pytest.mark.parametrize(("parser", "files"), [("libyaml", 38), ("pure", 29)])
def test_hostile_files_are_refused_within_two_hundred_megabytes(parser, files):
    done = subprocess.run(
        [sys.executable, "-c", CHILD, parser],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(SRC), "PYTHONIOENCODING": "utf-8", "PATH": "", "SYSTEMROOT": "C:\\Windows"},
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "WRONG" not in done.stdout
    assert done.stdout.splitlines()[-1] == f"{files} files"


NASTY = (
    "<script>alert(1)</script>",
    "| a | b |\n|---|---|",
    "line one\nline two\r\nline three",
    "\u202eright to left\u2066\u200f",
    "**bold** [x](javascript:alert(1)) ![y](z)",
    "{{ 7*7 }} {% raw %} ${x} %s %n",
    "'; DROP TABLE x; --",
    "::error file=a::b",
    "\t\ttabs",
    "😀 Ω 日本 é",
    "no",
    "---",
    "- a: b",
    "&a *b !c @d `e` %f",
)


@rows("text", NASTY)
def test_any_text_is_kept_word_for_word_where_a_text_is_asked_for(text):
    escaped = "".join(f"\\U{ord(c):08X}" for c in text)
    file = (
        f'format: 1\nproject: {{title: "{escaped}", called: ["{escaped}"]}}\n'
        f'honesty: {{limits: [{{what: "{escaped}", reason: "{escaped}"}}]}}\n'
    )
    project = read_project(read(file))
    assert project.project is not None
    assert project.project.title == text
    assert project.project.called == (text,)
    assert project.honesty is not None
    assert project.honesty.limits is not None
    assert project.honesty.limits[0].reason == text


@rows("text", NASTY)
def test_any_text_as_a_name_is_read_or_refused_in_one_line_for_each_problem(text):
    escaped = "".join(f"\\U{ord(c):08X}" for c in text)
    file = (
        f'format: 1\n"{escaped}": 1\nrooms: {{"{escaped}": {{chair: "{escaped}"}}}}\nstages: {{design: "{escaped}"}}\n'
    )
    with pytest.raises(InputError) as caught:
        read_project(read(file, "p"))
    lines = caught.value.text(excerpts=False).split("\n")
    assert len(lines) == len(caught.value.problems) >= 2
    assert all(
        line.startswith(f"p:{p.line}:{p.column}: ") for line, p in zip(lines, caught.value.problems, strict=True)
    )
    assert not set("".join(lines)) & set("\u202e\u2066\u200f\r\x1b")


def test_depth_is_refused_where_it_is_too_much_and_not_before():
    deep = "a: " + "[" * 39 + "]" * 39
    assert read(deep).tree["a"]
    with pytest.raises(InputError, match="nested more than 40 levels deep; is a bracket left open"):
        read("a: " + "[" * 40 + "]" * 40)
