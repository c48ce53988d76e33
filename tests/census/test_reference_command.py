"""`reference list`, `show` and `categories`."""

from __future__ import annotations

import pytest

from involve_audit.__main__ import main


@pytest.fixture
def run(capsys):
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(a) for a in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return call


def test_the_populations_are_listed(run):
    code, out, err = run("reference", "list")
    assert code == 0
    assert "england_wales_2021: England and Wales, 2021-03-21\n" in out
    assert "united_states_2020: United States, 2020-04-01\n" in out
    assert "not the people whom a work is for" in err


def test_a_characteristic_is_shown_with_count_share_source_and_licence(run):
    code, out, _ = run("reference", "show", "england_wales_2021", "ethnic_group_5")
    assert code == 0
    assert "     2,409,277    4.04%  Black\n" in out
    assert "shares are of 59,597,540 people, all ages" in out
    assert "Source: sum of the 19 groups" in out
    assert "table TS021" in out
    assert "Open Government Licence" in out


def test_ages_can_be_chosen(run):
    _, out, _ = run("reference", "show", "england_wales_2021", "sex", "--ages", "16+")
    assert "51.56%  Female" in out
    assert run("reference", "show", "england_wales_2021", "sex", "--ages", "old")[0] == 2


def test_figures_that_nothing_is_computed_from_say_so(run):
    _, out, _ = run("reference", "show", "england_wales_2021", "gender_identity")
    assert "nothing is computed from these figures" in out
    assert "in development" in out
    assert "%" not in out


def test_every_population_can_be_shown_whole(run):
    from involve_audit.census import shipped

    for name in shipped.names():
        code, out, _ = run("reference", "show", name)
        assert code == 0
        assert "Source: " in out


def test_a_table_of_ones_own_is_shown(run, tmp_path):
    own = tmp_path / "own.csv"
    own.write_text("characteristic,category,share\nsex,Female,60%\nsex,Male,40%\n", encoding="utf-8")
    code, out, _ = run("reference", "show", own)
    assert code == 0
    assert "60.00%  Female" in out
    own.write_bytes(b"PK\x03\x04rest")
    assert "save it as CSV" in run("reference", "show", own)[2]


def test_a_name_that_is_not_known_gets_the_nearest_guess(run):
    code, _, err = run("reference", "show", "england_wales_2012")
    assert code == 2
    assert "did you mean 'england_wales_2021'?" in err
    assert "did you mean 'disability'?" in run("reference", "show", "wales_2021", "disabilty")[2]
    assert "did you mean 'religion'?" in run("reference", "categories", "religon")[2]


def test_the_lists_of_groups_are_shown(run):
    assert "ethnic_group_5 2021: Ethnic group, five groups" in run("reference", "categories")[1]
    assert "- Mixed (also: Mixed or multiple ethnic groups" in run("reference", "categories", "ethnic_group_5")[1]
    assert "Each is a question of its own" in run("reference", "categories", "include")[1]
