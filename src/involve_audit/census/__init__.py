"""Reference populations and category lists: whom a room may be compared with, and in which groups.

`figures` reads a table of a population, the project's own or one that is shipped in `tables/`; `lists` reads the
category lists; `shipped` reads both from where they stand. None of it is imported by `check`.
"""
