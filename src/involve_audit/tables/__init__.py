"""Tables as files: those that people hand in, and those that they are given as a spreadsheet."""

BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What begins with one of these, a spreadsheet takes for a formula and runs it; the last four are the wide forms, which some read alike."""
