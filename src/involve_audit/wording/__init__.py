"""Words that every part of the tool has in common: days and months, tenses, what entries of a file tell, and what is wrong with one."""
