"""Tests of the loader and of the readers of values."""
