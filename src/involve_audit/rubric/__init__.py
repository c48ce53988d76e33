"""Rubrics: their model, how one extends another, what none may weaken, and those that are shipped."""
