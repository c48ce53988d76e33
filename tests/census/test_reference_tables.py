"""The shipped populations: their figures, how they are put together, and what is kept out of arithmetic."""

from __future__ import annotations

from fractions import Fraction

import pytest
from support import rows

from involve_audit.census import shipped
from involve_audit.census.figures import read_reference
from involve_audit.census.lists import CategoryList, read_own_lists
from involve_audit.wording.messages import InputError

LISTS = shipped.lists()
TOTALS = {
    ("england_wales_2021", "age_band", None): (59_597_546, {"0-15": 11_031_171, "16-24": 6_318_314, "65-74": 5_923_121, "85+": 1_454_878}),
    ("england_wales_2021", "age_band", 16): (48_566_375, {"16-24": 6_318_314, "75-84": 3_685_348}),
    ("england_wales_2021", "age_band", 18): (47_205_332, {"16-24": 4_957_271, "45-54": 7_912_153}),
    ("england_wales_2021", "sex", None): (59_597_542, {"Female": 30_420_202, "Male": 29_177_340}),
    ("england_wales_2021", "sex", 16): (48_566_366, {"Female": 25_039_033}),
    ("england_wales_2021", "ethnic_group_5", None): (
        59_597_540, {"White": 48_699_249, "Asian": 5_515_419, "Black": 2_409_277, "Mixed": 1_717_976, "Other": 1_255_619},
    ),
    ("england_wales_2021", "ethnic_group_19", None): (59_597_540, {"White: Roma": 100_981, "Asian: Indian": 1_864_318, "Other: Arab": 331_844}),
    ("england_wales_2021", "disability", None): (59_597_543, {"Disabled": 10_444_750}),
    ("england_wales_2021", "religion", None): (56_001_890, {"Muslim": 3_868_189, "No religion": 22_162_044}),
    ("england_wales_2021", "sexual_orientation", None): (44_939_767, {"Gay or lesbian": 747_794, "Bisexual": 623_637}),
    ("england_wales_2021", "unpaid_care", None): (56_365_497, {"19 hours or less a week": 2_442_113, "50 hours or more a week": 1_511_548}),
    ("england_wales_2021", "unpaid_carer", None): (56_365_497, {"Unpaid carer": 4_989_026}),
    ("england_wales_2021", "main_language", None): (57_704_270, {"Another main language": 5_134_454}),
    ("england_wales_2021", "english_proficiency", None): (57_704_237, {"Does not speak English": 160_525}),
    ("england_wales_2021", "highest_qualification", None): (48_566_374, {"No qualifications": 8_827_472}),
    ("england_wales_2021", "ns_sec", None): (48_566_373, {"Full-time students": 3_726_454, "Routine occupations": 5_859_961}),
    ("england_2021", "age_band", None): (56_490_045, {"0-15": 10_483_094}),
    ("england_2021", "disability", None): (56_490_046, {"Disabled": 9_774_486}),
    ("england_2021", "ethnic_group_5", None): (56_490_065, {"White": 45_783_379}),
    ("england_2021", "unpaid_carer", None): (53_413_098, {"Unpaid carer": 4_678_265}),
    ("wales_2021", "age_band", 18): (2_489_879, {"16-24": 259_545}),
    ("wales_2021", "disability", None): (3_107_497, {"Disabled": 670_264}),
    ("wales_2021", "ethnic_group_19", None): (3_107_513, {"White: Roma": 1_842}),
    ("scotland_2022", "age_band", None): (5_439_703, {"0-15": 891_132, "16-24": 582_736, "75-84": 360_424}),
    ("scotland_2022", "sex", None): (5_439_630, {"Female": 2_797_283}),
    ("scotland_2022", "ethnic_group_scotland_6", None): (5_439_816, {"White": 5_051_999, "African": 58_726}),
    ("scotland_2022", "ethnic_group_scotland_19", None): (5_440_355, {"White: Gypsy/Traveller": 3_327}),
    ("scotland_2022", "religion_scotland", None): (5_104_831, {"Church of Scotland": 1_107_793}),
    ("scotland_2022", "activities_limited", None): (5_440_042, {"Limited a lot": 585_449, "Limited a little": 725_521}),
    ("northern_ireland_2021", "sex", None): (1_903_172, {"Female": 967_047}),
    ("northern_ireland_2021", "ethnic_group_northern_ireland", None): (1_903_179, {"White: Irish Traveller": 2_609}),
    ("northern_ireland_2021", "religion_northern_ireland", None): (1_872_649, {"Catholic": 805_151}),
    ("northern_ireland_2021", "sexual_orientation", None): (1_395_475, {"Gay or lesbian": 17_713}),
    ("united_states_2020", "us_race_2020", None): (331_449_281, {"White alone": 204_277_273, "Two or more races": 33_848_943}),
    ("united_states_2020", "us_hispanic_2020", None): (331_449_281, {"Hispanic or Latino (any race)": 62_080_044}),
    ("united_states_2020", "sex", None): (331_449_281, {"Male": 162_685_811}),
    ("united_states_2020", "age_band_us", None): (331_449_281, {"0-14": 60_158_488, "25-34": 44_834_666}),
}  # fmt: skip
PERCENT = {
    ("england_wales_2021", "sex", None): {"Female": 51.04},
    ("england_wales_2021", "age_band", None): {"0-15": 18.51, "16-24": 10.60, "25-34": 13.51, "35-44": 12.98, "45-54": 13.28, "55-64": 12.56, "65-74": 9.94, "75-84": 6.18, "85+": 2.44},
    ("england_wales_2021", "age_band", 16): {"16-24": 13.01, "25-34": 16.58, "35-44": 15.93, "45-54": 16.29, "55-64": 15.41, "65-74": 12.20, "75-84": 7.59, "85+": 3.00},
    ("england_wales_2021", "ethnic_group_5", None): {"White": 81.71, "Asian": 9.25, "Black": 4.04, "Mixed": 2.88, "Other": 2.11},
    ("england_wales_2021", "disability", None): {"Disabled": 17.53},
    ("england_2021", "disability", None): {"Disabled": 17.30},
    ("wales_2021", "disability", None): {"Disabled": 21.57},
    ("england_wales_2021", "unpaid_carer", None): {"Unpaid carer": 8.85},
    ("england_wales_2021", "unpaid_care", None): {"50 hours or more a week": 2.68},
    ("england_wales_2021", "main_language", None): {"Another main language": 8.90},
    ("england_wales_2021", "english_proficiency", None): {"Does not speak English well": 1.52, "Does not speak English": 0.28},
    ("england_wales_2021", "ns_sec", None): {"Full-time students": 7.67, "Never worked and long-term unemployed": 8.51},
    ("scotland_2022", "activities_limited", None): {"Limited a lot": 10.76, "Limited a little": 13.34},
    ("united_states_2020", "us_race_2020", None): {"White alone": 61.63, "American Indian and Alaska Native alone": 1.12},
    ("united_states_2020", "us_hispanic_2020", None): {"Hispanic or Latino (any race)": 18.73},
    ("united_states_2020", "sex", None): {"Female": 50.92},
}  # fmt: skip


def shares(name: str, groups: str, from_age: int | None = None):
    found = shipped.load(name).shares(LISTS[groups], from_age)
    assert found is not None
    return found


@rows("key", TOTALS)
def test_the_people_of_a_table_are_as_many_as_the_census_counted(key):
    people, some = TOTALS[key]
    found = shares(*key)
    assert found.people == people
    assert found.counts is not None
    assert {group: found.counts[group] for group in some} == some
    assert sum(found.of.values()) == 1


@rows("key", PERCENT)
def test_the_shares_are_the_published_ones(key):
    found = shares(*key).of
    assert {group: round(float(found[group]) * 100, 2) for group in PERCENT[key]} == PERCENT[key]


def test_the_shipped_tables_hold_england_and_wales_together_and_apart_scotland_northern_ireland_and_the_united_states():
    assert shipped.names() == (
        "england_2021",
        "england_wales_2021",
        "northern_ireland_2021",
        "scotland_2022",
        "united_states_2020",
        "wales_2021",
    )
    rows = {name: len(shipped.load(name).figures) for name in shipped.names()}
    assert rows == {
        "england_2021": 58, "england_wales_2021": 161, "northern_ireland_2021": 32,
        "scotland_2022": 65, "united_states_2020": 31, "wales_2021": 50,
    }  # fmt: skip


def test_every_row_tells_population_date_source_and_licence():
    for name in shipped.names():
        for figure in shipped.load(name).figures:
            assert figure.population
            assert figure.date[:4] in ("2020", "2021", "2022")
            assert figure.source
            assert figure.table
            assert "Open Government Licence v3.0" in figure.licence or "17 U.S.C. 105" in figure.licence
            assert figure.kind == "general"
            assert "secondary" not in figure.source.casefold()


def test_those_who_did_not_answer_are_left_out_of_the_whole_and_it_is_said():
    found = shares("england_wales_2021", "sexual_orientation", 16)
    lgb = sum(found.of[g] for g in ("Gay or lesbian", "Bisexual", "Other sexual orientation"))
    assert round(float(lgb) * 100, 2) == 3.42
    assert round(float(found.removed) * 100, 2) == 7.47
    assert "7.5% did not answer, and are left out of the whole" in found.notes
    assert round(float(shares("england_wales_2021", "religion").removed) * 100, 2) == 6.03


def test_figures_in_development_and_single_figures_are_shown_and_kept_out_of_arithmetic():
    reference = shipped.load("england_wales_2021")
    rows = reference.rows("gender_identity")
    assert {f.category: f.count for f in rows}["Non-binary"] == 30_000
    assert all("in development" in f.note for f in rows)
    assert reference.shares(LISTS["gender_identity"]) is None
    scotland = shipped.load("scotland_2022")
    assert scotland.rows("sexual_orientation")[0].share == Fraction("0.04")
    assert scotland.shares(LISTS["sexual_orientation"]) is None
    assert shipped.load("northern_ireland_2021").shares(LISTS["unpaid_care"]) is None


def test_an_age_that_no_table_matches_is_said():
    for groups, says in (("disability", "people of all ages"), ("unpaid_carer", "people aged 5 and over")):
        notes = shares("england_wales_2021", groups, 16).notes
        assert any(says in note and "16 and over" in note for note in notes)
    assert not any("no table matches" in note for note in shares("england_wales_2021", "sexual_orientation", 16).notes)
    assert not any("no table matches" in note for note in shares("england_wales_2021", "sex", 16).notes)


def test_bands_are_added_up_and_never_cut_through():
    states = shipped.load("united_states_2020")
    found = states.shares(LISTS["age_band"])
    assert found is not None
    assert found.unmatched == ("0-15", "16-24")
    assert states.shares(LISTS["age_band_us"], 18) is None
    from_fifteen = states.shares(LISTS["age_band_us"], 15)
    assert from_fifteen is not None
    assert from_fifteen.people == 271_290_793
    with_eighteen = shares("england_wales_2021", "age_band_18")
    assert with_eighteen.counts is not None
    assert with_eighteen.counts["0-17"] == 11_031_171 + 1_361_043


def test_the_question_of_2024_is_not_matched_with_the_census_of_2020():
    states = shipped.load("united_states_2020")
    assert states.shares(LISTS["us_race_ethnicity"]) is None
    assert "do not match" in LISTS["us_race_ethnicity"].note


@pytest.mark.parametrize(
    ("one", "other", "expected", "product"),
    [
        (("ethnic_group_19", "Asian: Chinese"), ("unpaid_carer", "Unpaid carer"), 0.000308, 0.000626),
        (("sex", "Female"), ("age_band", "85+"), 0.0153, 0.01246),
    ],
)
def test_a_joint_table_is_used_and_differs_from_the_product(one, other, expected, product):
    reference = shipped.load("england_wales_2021")
    both = reference.together((LISTS[one[0]], one[1]), (LISTS[other[0]], other[1]))
    again = reference.together((LISTS[other[0]], other[1]), (LISTS[one[0]], one[1]))
    assert both == again
    assert float(both) == pytest.approx(expected, abs=5e-7 if expected < 0.001 else 5e-5)
    carers = Fraction(
        sum(int(f.count) for f in reference.rows("ethnic_group_19 x unpaid_carer") if "| Unpaid" in f.category),
        59_597_540,
    )
    p = {"unpaid_carer": carers, "age_band": shares("england_wales_2021", "age_band").of["85+"]}[other[0]]
    q = reference.shares(LISTS[one[0]]).of[one[1]]
    assert float(p * q) == pytest.approx(product, rel=0.002)


def test_there_is_no_joint_figure_where_no_table_counts_both():
    reference = shipped.load("england_wales_2021")
    assert reference.together((LISTS["sex"], "Female"), (LISTS["religion"], "Muslim")) is None
    assert (
        reference.together((LISTS["ethnic_group_19"], "Asian: Chinese"), (LISTS["unpaid_carer"], "Not an unpaid carer"))
        is None
    )


# --- a table of one's own -----------------------------------------------------------------------------

OWN = """population,kind,characteristic,category,count,answered
People who use the service,condition,disability,yes,60,
People who use the service,condition,disability,no,30,
People who use the service,condition,disability,not asked,10,no
"""


def test_a_table_of_ones_own_has_the_same_shape_and_other_words_for_groups_are_known():
    reference = read_reference(OWN, "own.csv")
    found = reference.shares(LISTS["disability"])
    assert found is not None
    assert reference.kind == "condition"
    assert found.of == {"Disabled": Fraction(2, 3), "Not disabled": Fraction(1, 3)}
    assert (found.people, found.removed) == (90, Fraction(1, 10))


def test_shares_that_are_no_whole_are_used_as_they_stand():
    found = read_reference(
        "characteristic,category,share\nreligion,Muslim,30%\nreligion,Sikh,0.05\n", "own.csv"
    ).shares(LISTS["religion"])
    assert found is not None
    assert found.of == {"Muslim": Fraction(3, 10), "Sikh": Fraction(1, 20)}
    assert "the shares are not a whole table, and are used as they stand" in found.notes
    whole = read_reference("characteristic,category,share\nsex,Female,0.507\nsex,Male,0.5\n", "own.csv").shares(
        LISTS["sex"]
    )
    assert whole is not None
    assert sum(whole.of.values()) == 1


@rows(
    "text, says",
    [
        ("a,b\n1,2\n", "the columns characteristic, category, and count or share"),
        ("characteristic,category,count\nsex,Female,many\n", "own.csv:2:1: sex: the count is not a whole number"),
        ("characteristic,category,share\nsex,Female,51\n", "the share is more than 1; write 0.35 or 35%"),
        ("characteristic,category,share\nsex,Female,0.7\nsex,Male,0.7\n", "the shares add up to more than 1"),
        (
            "characteristic,category,count,share\nsex,Female,3,\nsex,Male,,0.5\n",
            "some rows tell a count and some a share",
        ),
        ("characteristic,category,count\nsex,Female,3\n", "one count alone says nothing of a share"),
        ("characteristic,category,count\nsex,Female,3\nsex,female,4\n", "'female' stands here a second time"),
        ("characteristic,category,count\nsex,,3\n", "characteristic and category are both needed"),
        ("characteristic,category,count,kind\nsex,Female,3,mine\nsex,Male,3,\n", "'mine' is not a kind of population"),
        ("characteristic,category,count,answered\nsex,Female,3,perhaps\nsex,Male,3,\n", "answered is yes or no"),
        ("characteristic,category,count\n", "the table has no rows"),
    ],
)
def test_a_table_that_is_no_good_is_refused_at_its_line(text, says):
    with pytest.raises(InputError) as error:
        read_reference(text, "own.csv")
    assert says in str(error.value)


# --- category lists -----------------------------------------------------------------------------------


def test_the_lists_have_versions_sources_and_no_group_twice():
    assert len(LISTS) == 29
    for each in LISTS.values():
        assert each.version
        assert each.source
        assert len(set(each.categories)) == len(each.categories) >= 2
        for category in each.categories:
            assert each.find(category) == category


def test_what_the_tables_tell_stands_on_the_lists():
    for name in shipped.names():
        reference = shipped.load(name)
        for each in LISTS.values():
            if each.kind == "one" and each.reference != "age_band" and reference.shares(each):
                assert reference.shares(each).unmatched == ()


def test_the_lists_of_the_united_kingdom_the_united_states_and_include_are_there():
    assert LISTS["ethnic_group_5"].categories == ("Asian", "Black", "Mixed", "White", "Other")
    assert len(LISTS["ethnic_group_19"].categories) == 19
    assert len(LISTS["us_race_ethnicity"].categories) == 7
    assert LISTS["us_race_ethnicity"].kind == LISTS["include"].kind == "flag"
    assert {"Military veterans", "In prison", "Over 75", "Learning disability"} <= set(LISTS["include"].categories)
    assert LISTS["sex"].categories == ("Female", "Male")
    assert "Trans man" in LISTS["gender_identity"].categories


@rows(
    "groups, word, found",
    [
        ("ethnic_group_5", " black british ", "Black"), ("ethnic_group_19", "Pakistani", "Asian: Pakistani"),
        ("age_band", "16–24", "16-24"), ("disability", "no", "Not disabled"), ("religion", "none", "No religion"),
        ("sexual_orientation", "All other sexual orientations", "Other sexual orientation"), ("unpaid_carer", "carer", "Unpaid carer"),
    ],
)  # fmt: skip
def test_other_words_for_a_group_are_known(groups, word, found):
    assert LISTS[groups].find(word) == found


def test_an_unknown_name_gets_the_nearest_guess():
    assert LISTS["ethnic_group_5"].find("Blak") is None
    assert LISTS["ethnic_group_5"].guess("Blak") == "Black"
    assert LISTS["ethnic_group_19"].guess("Carribean") == "Black: Caribbean"
    assert str(LISTS["religion"].hint("Budhist")).endswith("did you mean 'Buddhist'?")


def test_a_project_has_lists_of_its_own():
    own = read_own_lists(
        "characteristic,category,also\nlived_experience,Self-harm,self harm; hurting oneself\nlived_experience,Caring for somebody,\n",
        "own.csv",
    )
    groups = own["lived_experience"]
    assert isinstance(groups, CategoryList)
    assert groups.label == "lived_experience own"
    assert groups.find("Hurting oneself") == "Self-harm"
    for text, says in (
        ("category\na\n", "missing: characteristic"),
        ("characteristic,category\na,b\na,b\n", "'b' stands here a second time"),
        ("characteristic,category,kind\na,b,many\n", "did you mean"),
        ("characteristic,category\na,\n", "both needed"),
    ):
        with pytest.raises(InputError) as error:
            read_own_lists(text, "own.csv")
        assert says in str(error.value) or "allowed: one, flag" in str(error.value)
