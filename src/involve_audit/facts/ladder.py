"""Facts: ladder."""
