"""YAML as it stands in a file: its text, its values with their places, what is wrong with it, and how a value is written."""
