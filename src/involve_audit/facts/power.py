"""Facts: power."""
