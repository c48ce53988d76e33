"""What facts mean by a rubric: levels, gates, the ladder, the label, honesty, the verdict, the room. No files, clocks or settings."""
