"""Every documented way to write a value, with what it is read as."""

from __future__ import annotations

COUNTS: dict[str, tuple[int, int | None]] = {
    # numbers
    "8": (8, 8), "0": (0, 0), "1,000": (1000, 1000), "1 000": (1000, 1000), "1_000": (1000, 1000), "eight": (8, 8),
    "Twenty-five": (25, 25), "twenty five": (25, 25), "two hundred": (200, 200), "one hundred and fifty": (150, 150),
    "a hundred": (100, 100), "2 thousand": (2000, 2000), "a dozen": (12, 12), "two dozen": (24, 24), "half a dozen": (6, 6),
    "exactly 5": (5, 5), "only 3": (3, 3), "one": (1, 1), "nineteen": (19, 19), "three million": (3_000_000, 3_000_000),
    # at most
    "up to 15": (2, 15), "up to 2": (1, 2), "up to 1": (1, 1), "up to 0": (0, 0), "at most 3": (0, 3), "no more than 3": (0, 3),
    "max 3": (0, 3), "a maximum of 3": (0, 3), "15 or fewer": (0, 15), "15 max": (0, 15), "fewer than 5": (0, 4), "under 5": (0, 4),
    # at least
    "at least 3": (3, None), "min. 3": (3, None), "3 or more": (3, None), "3+": (3, None), "more than 3": (4, None),
    "over 1,000": (1001, None), "over eighty": (81, None), "no fewer than 4": (4, None), "3 plus": (3, None),
    # roughly
    "about 8": (6, 10), "around twenty": (15, 25), "~8": (6, 10), "c. 20": (15, 25), "roughly 3": (2, 4), "about 2": (1, 3),
    "about 1": (1, 1), "8 or so": (6, 10), "8-ish": (6, 10), "nearly 100": (75, 100), "some 20 people": (15, 25),
    "about 8 to 10": (6, 12),
    # ranges
    "8 to 10": (8, 10), "8-10": (8, 10), "8–10": (8, 10), "8 — 10": (8, 10), "8 or 9": (8, 9), "one or two": (1, 2),
    "between 5 and 8": (5, 8), "from 5 to 8": (5, 8), "a couple": (2, 3), "a couple of people": (2, 3), "5 to 5": (5, 5),
    # words
    "some": (2, None), "several": (2, None), "a few people": (2, None), "many": (2, None), "dozens": (24, None),
    "hundreds of residents": (200, None), "several hundred people": (200, None), "tens of people": (20, None),
    "no people": (0, 0), "none of them": (0, 0), "8 each": (8, 8), "a number of carers": (2, None), "none": (0, 0), "no": (0, 0), "nobody": (0, 0),
    "No one": (0, 0), "unknown": (0, None),
    # what is counted
    "five sessions": (5, 5), "up to 16 per session": (2, 16), "over 1,000 people consulted": (1001, None),
    "9 autistic people": (9, 9), "three focus groups": (3, 3), "15 people or more": (15, None), "15 or more people": (15, None),
    "five or six sessions": (5, 6), "at least two facilitators": (2, None), "12 in all": (12, 12), "3 times": (3, 3),
}  # fmt: skip

NO_COUNTS = [
    "", "a", "and", "hundred", "twenty thirty", "two two", "1,5", "1.000", "0.2", "1e3", "-3", "−3", "minus 3", "10 to 8", "9 of 15",
    "all", "most", "half", "75%", "2 weeks", "10 working days", "99999999999999", "up to", "up to some", "fewer than 0", "up to at least 3",
    "about", "n/a", "not reported", "ten thousand years", "5 or", "three and", "²", "٣", "5 and 6", "15, 16", "x" * 500, "+5", "5 of them or 6",
    "two out of three people",
    # half a sentence, and numbers that are more than they seem
    "5 of", "3 per", "8 at a", "9 billion people", "9 k people", "9 percent people", "0,500", "1,000 000", "9 pairs of people", "5 in",
    "12 people per", "9 dozens people",
]  # fmt: skip

DATES: dict[str, tuple[str, str]] = {
    # one date
    "2020": ("2020-01-01", "2020-12-31"), "2020-06": ("2020-06-01", "2020-06-30"), "2020-6": ("2020-06-01", "2020-06-30"),
    "2020-02": ("2020-02-01", "2020-02-29"), "2020-06-15": ("2020-06-15", "2020-06-15"), "2020/06/15": ("2020-06-15", "2020-06-15"),
    "June 2020": ("2020-06-01", "2020-06-30"), "Jun. 2020": ("2020-06-01", "2020-06-30"), "Sept 2020": ("2020-09-01", "2020-09-30"),
    "december 2020": ("2020-12-01", "2020-12-31"), "June of 2020": ("2020-06-01", "2020-06-30"), "in June 2020": ("2020-06-01", "2020-06-30"),
    "6 June 2013": ("2013-06-06", "2013-06-06"), "6th of June, 2013": ("2013-06-06", "2013-06-06"),
    "June 6, 2013": ("2013-06-06", "2013-06-06"), "Thursday 6 June 2013": ("2013-06-06", "2013-06-06"),
    "autumn 2021": ("2021-09-01", "2021-11-30"), "the summer of 2020": ("2020-06-01", "2020-08-31"),
    "spring term 2025": ("2025-01-01", "2025-05-31"), "the fall semester of 2025": ("2025-08-01", "2025-12-31"),
    "winter term 2025": ("2025-01-01", "2026-03-31"), "2024/25": ("2024-01-01", "2025-12-31"), "FY 2024/25": ("2024-01-01", "2025-12-31"),
    "FY24/25": ("2024-01-01", "2025-12-31"), "academic year 2011-12": ("2011-01-01", "2012-12-31"),
    "03/2025": ("2025-03-01", "2025-03-31"), "12/2024": ("2024-12-01", "2024-12-31"), "3.2025": ("2025-03-01", "2025-03-31"), "13/04/2025": ("2025-04-13", "2025-04-13"),
    "4/4/2025": ("2025-04-04", "2025-04-04"), "31.12.2024": ("2024-12-31", "2024-12-31"), "04/13/2025": ("2025-04-13", "2025-04-13"),
    "winter 2020": ("2020-01-01", "2021-02-28"), "winter 2019-20": ("2019-12-01", "2020-02-29"),
    "Q1 2020": ("2020-01-01", "2020-03-31"), "2020-Q4": ("2020-10-01", "2020-12-31"), "2020 Q3": ("2020-07-01", "2020-09-30"),
    "first quarter of 2020": ("2020-01-01", "2020-03-31"), "1980s": ("1980-01-01", "1989-12-31"), "the 1980s": ("1980-01-01", "1989-12-31"),
    # parts and rough dates
    "early 2020": ("2020-01-01", "2020-07-01"), "late 2020": ("2020-07-01", "2020-12-31"), "mid-2020": ("2020-04-01", "2020-10-01"),
    "first half of 2020": ("2020-01-01", "2020-07-01"), "the end of 2020": ("2020-07-01", "2020-12-31"),
    "early June 2020": ("2020-06-01", "2020-06-15"), "early 1980s": ("1980-01-01", "1984-12-31"),
    "about 2020": ("2019-07-02", "2021-07-02"), "around June 2020": ("2020-05-17", "2020-07-15"), "c. 2020": ("2019-07-02", "2021-07-02"),
    "about 6 June 2013": ("2013-05-30", "2013-06-13"),
    # spans
    "2018 to 2020": ("2018-01-01", "2020-12-31"), "2018-2023": ("2018-01-01", "2023-12-31"), "2018–2023": ("2018-01-01", "2023-12-31"),
    "2018 and 2020": ("2018-01-01", "2020-12-31"), "between 2018 and 2020": ("2018-01-01", "2020-12-31"),
    "from 2018 to 2020": ("2018-01-01", "2020-12-31"), "2019-20": ("2019-01-01", "2020-12-31"), "2019/20": ("2019-01-01", "2020-12-31"),
    "1999-00": ("1999-01-01", "2000-12-31"), "2011-12": ("2011-12-01", "2011-12-31"),
    "Sept-Oct 2019": ("2019-09-01", "2019-10-31"), "Nov-Dec 2021": ("2021-11-01", "2021-12-31"), "Nov-Jan 2021": ("2020-11-01", "2021-01-31"),
    "Nov 2020 - Jan 2021": ("2020-11-01", "2021-01-31"), "June/July 2020": ("2020-06-01", "2020-07-31"),
    "June 2020 to August": ("2020-06-01", "2020-08-31"), "spring and summer 2020": ("2020-03-01", "2020-08-31"),
    "6 to 8 June 2013": ("2013-06-06", "2013-06-08"), "6 and 7 June 2013": ("2013-06-06", "2013-06-07"),
    "6 June to 8 July 2013": ("2013-06-06", "2013-07-08"), "2020-06 to 2020-09": ("2020-06-01", "2020-09-30"),
    "2020-06/2020-09": ("2020-06-01", "2020-09-30"), "2020-06-15 - 2020-06-17": ("2020-06-15", "2020-06-17"),
    "early 2018 to late 2020": ("2018-01-01", "2020-12-31"),
    # one end
    "before 2020": ("0002-01-01", "2019-12-31"), "before June 2020": ("0002-01-01", "2020-05-31"), "by 2020": ("0002-01-01", "2020-12-31"),
    "until 2020": ("0002-01-01", "2020-12-31"), "after 2020": ("2021-01-01", "9998-12-31"),
    "since 2019": ("2019-01-01", "2019-12-31"), "from June 2019": ("2019-06-01", "2019-06-30"), "2019 onwards": ("2019-01-01", "2019-12-31"),
    "from 2019 on": ("2019-01-01", "2019-12-31"), "2019 to present": ("2019-01-01", "2019-12-31"), "2019-": ("2019-01-01", "2019-12-31"),
}  # fmt: skip

BY_STAGE = {
    "before design": ("before", "design"), "Before: Design": ("before", "design"), "during analysis": ("during", "analysis"),
    "after the design stage": ("after", "design"), "before the funding phase": ("before", "funding"),
}  # fmt: skip

NO_DATES = [
    "", "foo", "2024-02-30", "2023-02-29", "2024-13", "2024-13-45", "2024-00", "30 February 2024", "31/02/2024", "31/12/24", "13-04/2024", "13/2025", "FY 2024", "FY 2024/26", "24/25",
    "Friday 6 June 2013", "Monday 2020", "month 0", "months 9-3", "month 2020", "M1 to Y2", "before month 6", "month 3 to 5 onwards", "03/04/2024", "1.2.24", "0000",
    "0202", "1799", "2200", "9999", "20204", "today", "now", "next year", "June", "June 24", "15 June", "spring", "2021 to 2019", "2020-2018",
    "before", "before 2020-13", "n/a", "tbc", "2020?", "2098-50", "2020-06-15-01", "x" * 500, "2020 or so to", "٢٠٢٠",
]  # fmt: skip

BY_MARK = {
    "before data collection": ("before", "data_collection"), "after submission": ("after", "submitted"),
    "during the bid": ("before", "submitted"), "Before the Start": ("before", "start"), "after the end of the project": ("after", "end"),
    "before the project": ("before", "start"), "after the study": ("after", "end"), "during the project": ("during", "start"),
    "during fieldwork": ("during", "data_collection"), "after the submission of the bid": ("after", "submitted"),
    "before the award": ("before", "funded"),
}  # fmt: skip

IN_THE_PROJECT = {
    "month 6": (6, 6), "months 3-9": (3, 9), "M6": (6, 6), "M1-M6": (1, 6), "m1 to m6": (1, 6), "year 1": (1, 12), "years 1-2": (1, 24),
    "Year 2 of the project": (13, 24), "in month 6": (6, 6), "by month 6": (1, 6), "from month 3": (3, 3), "project month 12": (12, 12),
    "month 3 onwards": (3, 3), "months 3 to 9": (3, 9), "Y1": (1, 12),
}  # fmt: skip

PERIODS: dict[str, int | None] = {
    "6 months": 180, "six months": 180, "every 6 months": 180, "every 2 weeks": 14, "monthly": 30, "quarterly": 91, "weekly": 7,
    "bi-weekly": 14, "bimonthly": 61, "six-monthly": 182, "12-weekly": 84, "annually": 365, "twice a month": 15, "twice a year": 182,
    "twice yearly": 182, "3 times a year": 121, "three times per year": 121, "2 or 3 times a year": 182, "once a month": 30,
    "once every 6 months": 180, "every other week": 14, "every second week": 14, "every Tuesday": 7, "every second Tuesday": 14,
    "first Tuesday of the month": 30, "every second Tuesday of the month": 30, "a month": 30, "each month": 30, "a fortnight": 14,
    "a year and a half": 548, "one and a half years": 548, "1.5 years": 548, "half a year": 182, "6 to 8 weeks": 56, "every 6-8 weeks": 56,
    "10 working days": 14, "within 2 working days": 3, "1,5 years": 548, "1,500 days": 1500, "every other month": 60, "2-3 weeks": 21, "6 weeks": 42, "48 hours": 2, "an hour": 1, "about 6 months": 180, "over 6 months": 180,
    "up to 2 weeks": 14, "2 weeks or more": 14, "a couple of weeks": 14, "0 days": 0, "irregular": None, "as needed": None, "once": None,
    "unknown": None,
}  # fmt: skip

NO_PERIODS = [
    "", "x", "6", "every", "days", "never", "no", "biannual", "-3 days", "99999999 years", "0 times a year", "weekly to monthly", "n/a",
    "every blue moon", "no Tuesday of the month", "blue Tuesday of the month", "6 months 2 weeks", "monthly until 2020", "x" * 500,
]  # fmt: skip

AMOUNTS: dict[str, float | None] = {
    "27.50 per hour": 27.5, "27,50 per hour": 27.5, "£75 per half-day": 75, "GBP 27.50": 27.5, "27.50 GBP": 27.5, "€20": 20, "$5": 5,
    "20 pounds an hour": 20, "£1,200": 1200, "£1 200": 1200, "1,200.50": 1200.5, "1,200,000": 1_200_000, "£1.2k": 1200, "£2m": 2_000_000,
    "1.2 million": 1_200_000, "50 thousand": 50_000, "75-150 per day": 75, "£75–£150 per day": 75, "20-30 pounds": 20, "£30-40k": 30_000,
    "between 20 and 30": 20, "2 hours at £15": 15, "150 for 6 hours": 150, "half-day 75": 75, "a £20 voucher": 20, "up to £2,000.": 2000,
    "18.000,50 EUR": 18000.5, "18 000,50 €": 18000.5, "1.234.567": 1_234_567, "CHF 1'200.–": 1200, "CHF 1’200.50": 1200.5,
    "1,5 Mio": 1_500_000, "12k": 12_000, "£25 per hour": 25, "25-30 per hour": 25, "about £3,000": 3000, "45p per mile": 0.45,
    "£20/hour": 20, "27.50/h": 27.5, "£18,000 for 2 years": 18_000, "27.50 per hour plus travel": 27.5, "EUR 18000": 18_000,
    "18000 euros": 18_000, "US$ 50": 50, "1.234 million": 1_234_000, "from £20 to £30": 20, "1,200k": 1_200_000, "50p-80p": 0.5,
    "0": 0, "0.2": 0.2, "none": 0, "unpaid": 0, "nothing": 0, "unknown": None,
}  # fmt: skip

NO_AMOUNTS = [
    "",
    "paid",
    "-5",
    "£-5",
    "GBP -5",
    "minus 5",
    "1.200",
    "1,2,3",
    "2.5% of budget",
    "5 per cent of £100",
    "£1.200",
    "0,500",
    "1,500 Mio",
    "1 200'000",
    "£20 or €25",
    "20 and 30",
    "£25 per hour, £150 per day",
    "13000 + 5000",
    "20 voucher 300",
    "£20 something",
    "not £20",
    "half of £20",
    "20 hundred",
    "20 billion",
    "30-20",
    "1e3",
    "from £20",
    "p50",
    "12,34,567",
    "99999999999999",
    "9" * 400,
    "n/a",
    "plenty",
]
