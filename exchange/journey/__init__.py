"""Acts and pages that touch several slices: one file per act. No tables."""
