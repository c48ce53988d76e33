"""Facts: care."""
