"""Tables as files: those that people hand in, and those that they are given as a spreadsheet."""
