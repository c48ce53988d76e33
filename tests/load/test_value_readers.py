"""Counts, dates, lengths of time and amounts, as people write them."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import rows

from involve_audit.project.fields import Told, annotation, choice_in
from involve_audit.project.model import Project
from involve_audit.project.values import (
    Count,
    Dates,
    Money,
    Period,
    money,
    read_count,
    read_dates,
    read_money,
    read_period,
    truth,
)

from . import forms


@rows("text, bounds", forms.COUNTS.items())
def test_a_count_is_the_range_that_its_words_allow(text, bounds):
    assert read_count(text) == Count(*bounds, text)


@rows("text", forms.NO_COUNTS)
def test_what_is_no_count_is_refused(text):
    with pytest.raises(ValueError, match=r"; |is less than nothing"):
        read_count(text)


@rows("text, days", forms.DATES.items())
def test_a_date_is_the_span_of_days_that_its_words_allow(text, days):
    first, last = (dt.date.fromisoformat(d) for d in days)
    assert read_dates(text) == Dates(text, first, last)


@rows("text, relation", forms.BY_STAGE.items())
def test_a_date_may_be_told_by_a_stage(text, relation):
    assert read_dates(text) == Dates(text, relation=relation[0], stage=relation[1])


@rows("text, relation", forms.BY_MARK.items())
def test_a_date_may_be_told_by_a_date_of_the_project(text, relation):
    assert read_dates(text) == Dates(text, relation=relation[0], mark=relation[1])
    assert read_dates(text).names_a_time


@rows("text, months", forms.IN_THE_PROJECT.items())
def test_a_date_may_be_told_by_a_month_of_the_project(text, months):
    assert read_dates(text) == Dates(text, months=months)


@rows("key", ["before", "During", "after"])
def test_a_date_by_a_stage_may_be_a_key_of_its_own(key):
    assert read_dates({key: "design"}) == Dates(f"{key}: design", relation=key.lower(), stage="design")
    assert read_dates({key: "June 2020"}).first is not None


@rows(
    "text, happened",
    [("yes", True), ("TRUE", True), ("no", False), ("never", False), ("not yet", False), ("Unknown", None)],
)
def test_a_date_may_only_say_whether_it_happened(text, happened):
    assert read_dates(text) == Dates(text, happened=happened)


@rows("text", forms.NO_DATES)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r"; |ends before it begins"):
        read_dates(text)


@rows("text, days", forms.PERIODS.items())
def test_a_length_of_time_is_counted_in_days(text, days):
    assert read_period(text) == Period(days, text)


@rows("text", forms.NO_PERIODS)
def test_what_is_no_length_of_time_is_refused(text):
    with pytest.raises(ValueError, match="; "):
        read_period(text)


@rows("text, amount", forms.AMOUNTS.items())
def test_an_amount_is_the_number_at_the_currency_or_the_first(text, amount):
    found = read_money(text)
    assert found == Money(found.amount, text, found.most)
    assert found.amount == (None if amount is None else pytest.approx(amount))


@rows("text", forms.NO_AMOUNTS)
def test_what_is_no_amount_is_refused(text):
    with pytest.raises(ValueError, match="; "):
        read_money(text)


@rows("reader", [read_count, read_dates, read_money, read_period])
@rows("value", [None, True, [], ["x"], {}, {"a": "b"}, {"before": ["x"]}, {"before": "a", "after": "b"}, object()])
def test_what_is_no_text_is_refused(reader, value):
    with pytest.raises(
        ValueError, match=r"is needed here, not (nothing|a yes or no|a list|a group of keys|this); write"
    ):
        reader(value)


@rows("reader", [read_count, read_dates, read_money])
def test_a_number_is_read_like_its_digits(reader):
    assert reader(2020) == reader("2020")


@rows("reader", [read_count, read_dates, read_money, read_period])
def test_what_has_been_read_is_read_as_itself(reader):
    value = reader("unknown")
    assert reader(value) is value


def test_capitals_blanks_and_dashes_do_not_matter():
    assert read_count("  UP  to\n15 ").high == 15
    assert read_dates("JUNE\t2020").first == dt.date(2020, 6, 1)
    assert read_period("Every  6 Months").days == 180
    assert read_count("8\u20139") == Count(8, 9, "8\u20139")


MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


def test_every_month_and_season_is_known_by_its_names():
    for n, name in enumerate(MONTHS, 1):
        for written in (name, name[:3], name.upper()):
            assert read_dates(f"{written} 2021").first == dt.date(2021, n, 1)
    for name, month in {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}.items():
        assert read_dates(f"{name} 2021").first == dt.date(2021, month, 1)


def test_yes_and_no_are_truth_and_the_rest_is_unknown():
    assert [truth(a) for a in ("yes", "no", "unknown", None)] == [True, False, None, None]


@given(st.from_regex(money._PLAIN_PRICE, fullmatch=True))
def test_an_amount_that_is_read_quickly_is_read_as_any_other(text):
    assert read_money(text) == money._read_in_words(text, text)


def test_the_words_of_a_closed_choice_are_those_that_its_field_declares():
    """They are taken out of the text of an annotation, which is quicker than making the type that it stands for."""
    found = 0
    for part in _parts(Told):
        for name in part.questions:
            text = next(
                t for base in part.__mro__ if (t := vars(base).get("__annotations__", {}).get(name)) is not None
            )
            one, several = choice_in(text, "Literal[", "]"), choice_in(text, "tuple[Literal[", "], ...]")
            declared = getattr(annotation(part, name), "__args__", ())
            if one:
                assert declared == one
            if several:
                assert declared[0].__args__ == several
            found += bool(one or several)
    assert found > 100


def _parts(of):
    assert Project  # every section is read in with it
    for part in of.__subclasses__():
        yield part
        yield from _parts(part)


@rows("mark", ["", "£", "EUR ", "$ "])
@rows("number", ["500", "1,200", "18.50"])
def test_an_amount_in_brackets_as_accounts_write_what_is_owed_is_no_amount(mark, number):
    with pytest.raises(ValueError, match="less than nothing"):
        read_money(f"({mark}{number})")


@rows("whole", ["1", "12", "1,234", "1.234"])
@rows("mark", [".", ","])
@rows("rest", ["5678", "000", "12345", "0000", "123"])
def test_the_advice_on_an_amount_that_can_be_misread_never_makes_another_number_of_decimals(whole, mark, rest):
    try:
        read_money(whole + mark + rest)
    except ValueError as problem:
        offered = re.search(r"\('(\d+)'\)", str(problem))
        # Three digits behind a mark may be a thousand; four or five, or digits behind both marks, are decimals.
        assert not offered or (len(rest) == 3 and len(set(re.findall("[.,]", whole + mark))) == 1)


@rows("text", ["1 200 000 kr", "kr 1 200 000", "1 200 000,50 kr.", "1.200.000,50 kr", "R$ 1.200.000,00", "1 200 000 zł"])  # fmt: skip
def test_one_amount_in_more_currencies_is_one_amount(text):
    assert int(read_money(text).amount or 0) == 1_200_000


@rows("text", ["1e3", "2.5e6 GBP", "1E+3"])
def test_an_amount_as_machines_write_it_is_refused_and_is_not_called_two(text):
    with pytest.raises(ValueError, match="says more than an amount"):
        read_money(text)
