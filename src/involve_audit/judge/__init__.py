"""From facts and a rubric to an audit. Nothing here reads files, clocks or settings."""
