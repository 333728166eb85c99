"""Scores, ranking, conflicts of interest, who may review whom: pure decisions."""
