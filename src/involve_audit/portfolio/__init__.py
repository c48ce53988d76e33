"""Many projects in one table, in the order in which they were given: what each one tells, and what nobody tells.

It is not a league table. Rows are never sorted by what was found, there is no total and no mean over projects, and what is
not told is shown as a range.
"""
