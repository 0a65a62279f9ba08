"""American English: the month in full, as a letter says it, and a clock whose words end no sentence with two stops."""

DATE_FORMAT = "F j, Y"
TIME_FORMAT = "g:i A"
