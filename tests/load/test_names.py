"""Short names for rooms, sources and organisations: one rule, whoever makes them."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st
from support import rows

from involve_audit.project.names import LONGEST, free_name


@rows(
    "words, taken, name",
    [
        ("Steering group (monthly)", [], "steering_group"),
        ("Steering group (monthly)", ["steering_group"], "steering_group_monthly"),
        ("Steering group", ["steering_group"], "steering_group_2"),
        ("16-25 panel", [], "entry_16_25"),
        ("None", [], "entry_none"),
        ("…", ["entry"], "entry_2"),
    ],
)
def test_a_name_is_made_of_the_words_and_is_free(words, taken, name):
    assert free_name(words, taken) == name


def test_a_file_is_named_after_all_its_words():
    assert free_name("PPI log 2025, new", [], whole=True, of="log") == "ppi_log_2025_new"
    assert free_name("2025 PPI log", [], whole=True, of="log") == "log_2025_ppi_log"


@given(st.text(max_size=60), st.booleans())
def test_a_name_is_a_word_to_every_reader_of_yaml(words, whole):
    name = free_name(words, (), whole=whole)
    assert yaml.safe_load(f"{name}: x") == {name: "x"}
    assert len(name) <= LONGEST + len("entry_")
    assert free_name(words, [name], whole=whole) != name
