"""Facts: reward."""
