"""What is wrong with a rubric: its examples, what nothing reaches, and what an adversary gets out of it."""
