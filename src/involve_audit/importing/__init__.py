"""What teams already keep in spreadsheets: read by its headings, put into a project file, and written back out to go on with."""
