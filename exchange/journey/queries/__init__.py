"""What the pages of the journey read: one case across slices."""
