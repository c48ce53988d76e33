"""Two project files that were filled in apart: what both say, what only one says, where they differ, and how far readers agree."""
