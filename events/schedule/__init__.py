"""Sessions and talks of an edition, and the schedule as it was released."""
