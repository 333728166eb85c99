"""What people do about the news by mail, and what the clock does: asking, leaving, sending, keeping."""
