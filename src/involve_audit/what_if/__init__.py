"""What would be if an answer were another: the lines that decided, steps, flips."""
