"""Facts: voices."""
