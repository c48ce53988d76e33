"""The contributors' own questions: everybody gets a way in, on a screen or on paper, without YAML."""
