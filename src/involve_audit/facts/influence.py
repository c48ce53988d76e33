"""Facts: influence."""
