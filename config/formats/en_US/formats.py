"""American English: the month in full, as a letter says it."""

DATE_FORMAT = "F j, Y"
