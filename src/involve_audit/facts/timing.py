"""Facts: timing."""
