"""Facts: relationships."""
