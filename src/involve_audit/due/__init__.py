"""What is due: promises, reviews, feedback that is owed, and doors that close; as text, as a calendar, and as notices."""
