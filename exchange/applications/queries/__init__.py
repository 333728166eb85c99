"""What the slice's pages, lists and actions read."""
