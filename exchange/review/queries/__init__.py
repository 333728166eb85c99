"""What the pages, lists and actions of this slice read."""
