"""Calendar entries from registered sources, their overlaps, and calendars as files."""
