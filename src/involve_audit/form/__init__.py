"""The questions that contributors answer themselves: on a screen, on paper or read out. The project file is filled in in `page`."""
