"""What the pages, the office and the calendars read of a schedule."""
