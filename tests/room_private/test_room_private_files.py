"""What a private file may hold, and what is refused."""

from __future__ import annotations

import pytest
from private_rooms import LISTS, counts_csv
from support import rows

from involve_audit.census.lists import read_own_lists
from involve_audit.room_private.private import points_at_people, read_private
from involve_audit.wording.messages import InputError


def problems(text: str, room: str = "panel", lists=LISTS) -> str:
    with pytest.raises(InputError) as error:
        read_private(text, "private.csv", lists, room)
    return str(error.value)


def test_counts_are_read_in_the_order_of_the_list_and_a_group_left_out_is_nobody():
    told = read_private(
        counts_csv([("ethnic_group_5", "White", 7), ("ethnic_group_5", "asian british", 1)]), "p", LISTS, "panel"
    )
    (found,) = told.answers
    assert dict(found.counts) == {"Asian": 1, "Black": 0, "Mixed": 0, "White": 7, "Other": 0}
    assert (found.size, found.known, found.untold, told.size) == (8, 8, 0, 8)


def test_to_say_nothing_and_to_be_unknown_are_different_and_neither_is_a_group():
    rows = [("disability", "no", 5), ("disability", "Prefer not to say", 2), ("disability", "unknown", 1)]
    (found,) = read_private(counts_csv(rows), "p", LISTS, "panel").answers
    assert (found.prefer_not, found.unknown, found.untold, found.size) == (2, 1, 3, 8)
    assert found.counts["Disabled"] == 0


def test_a_characteristic_that_was_not_asked_keeps_its_reason():
    text = 'characteristic,category,count,because\ngender_identity,not asked,,"The group asked us not to"\n'
    (found,) = read_private(text, "p", LISTS, "panel").answers
    assert not found.asked
    assert found.because == "The group asked us not to"


def test_a_file_may_hold_several_rooms():
    text = "room,characteristic,category,count\npanel,sex,Female,3\ncircle,sex,Female,9\n"
    assert read_private(text, "p", LISTS, "panel").size == 3
    assert read_private(text, "p", LISTS, "circle").size == 9
    assert "no row is about this room" in problems(text, "board")
    roster = "room,sex\npanel,Female\ncircle,Male\ncircle,Male\n"
    assert read_private(roster, "p", LISTS, "circle").size == 2


def test_a_roster_is_counted_and_its_people_are_kept_for_combinations():
    text = "sex,age_band,Homeless\nFemale,16–24,yes\nf,85 and over,no\nMale,,prefer not to say\n"
    told = read_private(text, "p", LISTS, "panel")
    by_name = {a.groups.name: a for a in told.answers}
    assert dict(by_name["sex"].counts) == {"Female": 2, "Male": 1}
    assert by_name["age_band"].unknown == 1
    assert by_name["Homeless"].flag_of is LISTS["include"]
    assert by_name["Homeless"].prefer_not == 1
    assert told.people[2] == {"sex": "Male", "age_band": None, "Homeless": None}
    assert "Male" not in repr(told).split("people")[-1]


@rows(
    "column",
    [
        "name", "Full Name", "first_name", "surname", "Nickname", "e-mail", "Email address", "date of birth", "DOB", "Birthday", "year of birth",
        "postcode", "Post code", "zip", "phone", "Telephone number", "mobile", "NHS number", "NHS no", "CHI", "national insurance no",
        "passport", "address", "participant id", "ID", "initials", "age", "timestamp", "Contact", "hospital number", "username", "IP",
    ],
)  # fmt: skip
def test_a_roster_that_points_at_people_is_refused(column):
    says = problems(f"{column},sex\nAda Lovelace,Female\n")
    assert f"the column '{column}' points at people; take it out first" in says
    assert "Ada" not in says


@rows("column", [*LISTS, *LISTS["include"].categories])
def test_no_characteristic_is_taken_for_something_that_points_at_people(column):
    assert column in LISTS or not points_at_people(column) or "care home" in column.casefold()
    if column in LISTS and LISTS[column].kind == "one":
        assert read_private(f"{column}\n{LISTS[column].categories[0]}\n", "p", LISTS, "panel").size == 1


@rows("cell", ["ada@example.org", "10/12/1815", "1815-12-10", "LS2 9JT", "943 476 5919", "+44 7700 900123"])
def test_a_column_that_holds_what_points_at_people_is_refused_whatever_its_name(cell):
    says = problems(f"sex,religion\nFemale,Sikh\nMale,{cell}\n")
    assert "this column holds what points at people" in says
    assert cell not in says


def test_a_word_that_is_not_on_the_list_gets_the_nearest_guess_and_is_not_repeated():
    says = problems("ethnic_group_5\nWhite\nBlak\nsomething about Ada\n")
    assert "did you mean 'Black'?" in says
    assert "Ada" not in says
    assert "Blak'" not in says
    says = problems(counts_csv([("ethnic_group_5", "Blak", 3)]))
    assert "'Blak' is not a group on the list" in says
    assert "did you mean 'Black'?" in says


def test_a_characteristic_that_is_not_known_gets_the_nearest_guess():
    assert "did you mean ethnic_group_5, ethnic_group_19, " in problems(counts_csv([("ethnic_group", "White", 3)]))
    assert "did you mean religion? " in problems("religon\nSikh\n")


def test_an_everyday_name_of_several_lists_is_asked_about_once_and_briefly():
    says = problems(counts_csv([("age", "16-24", 5), ("age", "25-34", 4)]))
    assert "did you mean age_band, age_band_18 or age_band_us?" in says
    assert "imd_quintile" not in says
    assert len(says.splitlines()) == 1
    assert "for groups: age_band, age_band_18, age_band_us" in problems("age\n34\n")


@rows(
    "name, meant",
    [("Sexual orientation", "sexual_orientation"), ("sexuality", "sexual_orientation"), ("Carer", "unpaid_carer"), ("disabled", "disability"),
     ("Education", "highest_qualification"), ("First language", "main_language"), ("IMD", "imd_quintile"), ("Occupation", "ns_sec")],
)  # fmt: skip
def test_an_everyday_name_of_one_list_is_known(name, meant):
    group = LISTS[meant].categories[0]
    (found,) = read_private(f"{name}\n{group}\n{group}\n", "p", LISTS, "panel").answers
    assert found.groups is LISTS[meant]


def test_every_word_of_the_lists_names_one_group_only():
    for each in LISTS.values():
        for category in each.categories:
            for word in (category, *each.also.get(category, ())):
                assert each.find(word) == category, (each.name, word)


@rows(
    "characteristic, word, group",
    [
        ("ethnic_group_5", "Asian or Asian British", "Asian"),
        ("ethnic_group_5", "Black, Black British, Caribbean or African", "Black"),
        ("ethnic_group_5", "Asian, Asian British or Asian Welsh", "Asian"),
        ("ethnic_group_5", "Mixed or Multiple ethnic groups", "Mixed"),
        ("ethnic_group_5", "Asian/Asian British", "Asian"),
        ("ethnic_group_19", "Asian, Asian British or Asian Welsh: Indian", "Asian: Indian"),
        ("ethnic_group_19", "Any other White background", "White: Other White"),
        ("age_band", "Aged 16 to 24 years", "16-24"),
        ("age_band", "85 years and over", "85+"),
        ("age_band", "Under 16", "0-15"),
        ("age_band", "16 – 24", "16-24"),
        ("age_band", "25-34yrs", "25-34"),
        ("ethnic_group_5", "Mixed/multiple ethnic group", "Mixed"),
        ("ethnic_group_5", "Mixed - White and Asian", "Mixed"),
        ("ethnic_group_5", "Black/Black British", "Black"),
        ("ethnic_group_5", "Other (please specify)", "Other"),
        ("ethnic_group_19", "White - British", "White: English, Welsh, Scottish, Northern Irish or British"),
        ("ethnic_group_19", "Any other Black/African/Caribbean background", "Black: Other Black"),
        ("disability", "Y", "Disabled"),
        ("disability", "FALSE", "Not disabled"),
        ("disability", "Yes, limited a little", "Disabled"),
        ("disability", "Day-to-day activities not limited", "Not disabled"),
        ("religion", "Any other religion, please describe", "Other religion"),
        ("sexual_orientation", "Heterosexual/Straight", "Straight or heterosexual"),
        ("sexual_orientation", "Gay/Lesbian", "Gay or lesbian"),
        ("disability", "Disabled under the Equality Act: Day-to-day activities limited a lot", "Disabled"),
        ("religion", "Any other religion", "Other religion"),
        ("unpaid_care", "Provides no unpaid care", "No unpaid care"),
        ("ns_sec", "L13: Routine occupations", "Routine occupations"),
        ("highest_qualification", "Level 4 qualifications or above", "Level 4 and above"),
        ("gender_identity", "Gender identity the same as sex registered at birth", "Same as sex registered at birth"),
    ],
)
def test_official_names_of_groups_are_known(characteristic, word, group):
    (found,) = read_private(counts_csv([(characteristic, word, 3)]), "p", LISTS, "panel").answers
    assert found.counts[group] == 3


@rows(
    "word",
    ["Prefer not to answer", "prefer not to disclose", "I'd rather not say", "I would prefer not to say", "Do not wish to answer", "I don't wish to disclose",
     "Declined to state", "Choose not to say", "Prefer not to state", "PREFER NOT TO SAY.", "Prefer not"],
)  # fmt: skip
def test_to_say_nothing_is_understood_in_many_words(word):
    (found,) = read_private(f'disability\nYes\nNo\n"{word}"\n', "p", LISTS, "panel").answers
    assert (found.prefer_not, found.counts["Disabled"], found.counts["Not disabled"]) == (1, 1, 1)


@pytest.mark.parametrize("word", ["Prefer to self-describe", "I prefer", "say", "Rather"])
def test_other_words_are_not_taken_for_saying_nothing(word):
    assert "words that are not on the list" in problems(f"disability\nYes\n{word}\n")


def test_yes_and_no_are_offered_where_they_stand_for_a_group():
    says = problems("disability\nperhaps\n")
    assert "Disabled (or yes); Not disabled (or no)" in says


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("first", ["", "sep={}\n"])
@pytest.mark.parametrize("last", ["", "{}"])
def test_every_delimiter_that_views_are_read_with_is_read_here(delimiter, first, last):
    rows = [["characteristic", "category", "count"], ["sex", "Female", "5"], ["sex", "Male", "4"]]
    text = first.format(delimiter) + "".join(delimiter.join(r) + last.format(delimiter) + "\r\n" for r in rows)
    told = read_private(text, "p", LISTS, "panel")
    assert dict(told.answers[0].counts) == {"Female": 5, "Male": 4}


def test_a_row_with_too_many_cells_is_refused_with_its_line_and_without_its_cells():
    says = problems("characteristic,category,count\nsex,Female,5\nsex,Male,secret,4\n")
    assert "private.csv:3:1" in says
    assert "4 cells and the header 3" in says
    assert "secret" not in says


def test_a_column_without_a_name_is_dropped_only_where_it_is_blank():
    assert read_private("age_band,\n16-24,\n", "p", LISTS, "panel").size == 1
    says = problems("age_band,\n16-24,secret\n")
    assert "column 2 has cells and no name" in says
    assert "secret" not in says


def test_lists_of_ones_own_are_used():
    lists = LISTS | read_own_lists(
        "characteristic,category\nlived_experience,Self-harm\nlived_experience,Caring for somebody\n", "own.csv"
    )
    (found,) = read_private("lived_experience\nself-harm\n", "p", lists, "panel").answers
    assert found.counts == {"Self-harm": 1, "Caring for somebody": 0}


@rows(
    "text, says",
    [
        ("", "the file is empty"),
        ("characteristic,category,count\n", "there are no rows below the names of the columns"),
        (
            counts_csv([("sex", "Female", 3), ("religion", "Sikh", 4)]),
            "do not add up to the same number of people everywhere",
        ),
        (counts_csv([("sex", "Female", 3), ("sex", "f", 1)]), "'f' stands here a second time"),
        (counts_csv([("sex", "Female", 1001)]), "a room has at most 1000 people"),
        ("characteristic,category,count\nsex,Female,\n", "a whole number of people is needed at 'Female'"),
        ("characteristic,category,count\nsex,Female,-3\n", "a whole number of people is needed"),
        ("characteristic,category,count\nsex,not asked,\nsex,Female,3\n", "told as not asked, and with answers"),
        ("sex,sex\nFemale,Male\n", "this column stands here twice"),
    ],
)
def test_a_file_that_is_no_good_is_refused(text, says):
    assert says in problems(text)


def test_a_list_of_flags_is_asked_group_by_group():
    for text in (counts_csv([("include", "Homeless", 3)]), "include\nHomeless\n"):
        says = problems(text)
        assert "is a characteristic of its own, with yes or no" in says
        assert "age_band" not in says


@rows("question", ["What is your age group?", "Please tell us your age", "Your age:", "Which sex are you?", "What is your religion?",
                                      "How would you describe your ethnic group?"])  # fmt: skip
def test_a_whole_question_gets_the_lists_that_its_words_go_by(question):
    assert "did you mean" in problems(f"{question}\nx\n")


@pytest.mark.parametrize("number", ["5.0", "5", "5.00", "5,0"])
def test_a_whole_number_is_one_however_a_spreadsheet_writes_it(number):
    text = f'characteristic;category;count\nage_band;16-24;{number}\nage_band;25-34;"4"\n'
    assert read_private(text, "p.csv", LISTS, "panel").size == 9


@rows("number", ["5.5", "-5", "5.", "<5", "5%", "five", "5.000", "1e1"])
def test_no_other_number_is_a_whole_one(number):
    assert "a whole number of people is needed" in problems(f"characteristic;category;count\nage_band;16-24;{number}\n")


@rows("header", ["characteristic,category,percentage", "Characteristic,Category,Number", "characteristic,group,count", "Age,Number", "Age group,Count",
                                    "Ethnic group,Frequency", "age_band,n"])  # fmt: skip
def test_a_table_of_counts_with_other_columns_is_told_which_it_needs(header):
    says = problems(f"{header}\n{','.join('x' for _ in header.split(','))}\n")
    assert "a table of counts has the columns characteristic, category and count" in says
    assert "did you mean" not in says
    assert "points at people" not in says
