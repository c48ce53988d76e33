"""A file is read in the same way with and without libyaml: the same tree, the same places, the same messages."""

from __future__ import annotations

import pytest
import yaml
from attack import readings
from support import rows

pytestmark = pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML has no libyaml here, so there is one way")

APART = [
    "a: {b: how is it for you?, c: d}", "{?a: b}", "{? a : b}", "{a?: b}", "[a:,b]", "{a:b}", "[:a]", "{a: :b}", "[a:?b]", "[?,b]", "[?]", "[a ?b]",
    "a:\tb", "a: b\t", "- \tb", "-\tb: c", "'a\n---\nb'", "[-]", "[- ,a]", "a\t#b", "a: |x", "a: |0", "&a? b", "!<x", "!a!b c", "{a: b", "[a", "a: b\n c: d",
    "---", "...", "%x", "a: 1\n%x", "a: 1\n%YAML 1.1\n", "{a: b,\n%YAML 1.1\n}", "a: 'x' y", 'a: "\\q"', 'a: "\\xzz"', 'a: "\\ud800"', 'a: "\\U00110000"',
    'a: "b\\\n  c"', "a: @x", "? x", "? x\n: y", "{x: , y: }", "[x: , y: ]", "[x : ]", "{? , b}", "a:\n- b\nc", "|\n\ta", "a: |\n\tb", "a: |2", "a: >-1\n  b\n",
    "x\n\ty: z", "a: [\n\tb]", "[" * 1100, "- " * 1100, "a: 1\nb: " + "[" * 1100, "x" * 1030 + ": y", "!%C0%80 x", "!%41%00x y", "!%zz y", "]", "a: ]\n",
]  # fmt: skip
"""Where PyYAML's own parser without libyaml tells another story, or did once."""


@rows("text", APART)
def test_what_was_read_in_two_ways_is_read_in_one(text):
    assert readings.reading(text, yaml.CLoader) == readings.reading(text, readings.PureLoader)


def test_every_example_and_rubric_is_read_in_one_way():
    for text in readings.starts():
        assert not readings.differs(text), text[:100]


def test_files_that_are_changed_at_random_are_read_in_one_way():
    apart = [text for text in (readings.made(1, number) for number in range(1500)) if readings.differs(text)]
    assert not apart, min(apart, key=len)
