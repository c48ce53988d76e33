"""The kinds of value a project file may hold: counts, dates, money, yes or no.

People remember "up to 15", "about 8", "June 2013" and "before the design was fixed". So a count is a
range, a date is a span of days, and both can be unknown. Every reader here takes the text as it stands
in the file (strings first: `NO` is not False, `1.10` is not 1.1) and raises `ValueError` with a message
that says what is allowed. Reading is kind and the same every time: capitals, extra blanks and the length of
a dash do not matter, and of words that leave a choice the wider range is taken.
"""

from __future__ import annotations

from involve_audit.project.values.closed_words import NONE, Words, YesNo, truth
from involve_audit.project.values.counts import Count, CountField, read_count
from involve_audit.project.values.dates import FAR_OFF, Dates, DatesField, read_dates
from involve_audit.project.values.money import Money, MoneyField, read_money
from involve_audit.project.values.periods import Period, PeriodField, read_period

__all__ = [
    "FAR_OFF", "NONE", "Count", "CountField", "Dates", "DatesField", "Money", "MoneyField", "Period", "PeriodField", "Words", "YesNo",
    "read_count", "read_dates", "read_money", "read_period", "truth",
]  # fmt: skip
