"""British English: the month in full, as a letter says it, and the clock of 24 hours."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "G:i"
